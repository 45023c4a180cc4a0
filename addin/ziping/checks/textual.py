"""Figures that a cell holds as a text: it looks like a number, and whatever adds up passes over it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ziping.amounts import PERCENT, PLAIN, read_figure
from ziping.checks.blanks import gathered, told_by
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, check, passed
from ziping.checks.cells import Cell, Content
from ziping.checks.links import with_formula
from ziping.checks.references import position, tree
from ziping.checks.ties import named, places
from ziping.evaluation import Datum
from ziping.findings import Severity
from ziping.forms.formula_syntax import Binary, Call, Node, Reference, Unary

SUMS = "求和公式只加数值，不加文本"
COUNTED = frozenset({Content.AMOUNT, Content.COUNT, Content.POINTS, Content.SCORE})
SUMMING = frozenset({"SUM", "COUNT", "AVERAGE", "MAX", "MIN", "SUBTOTAL", "PRODUCT", "N"})


class Held(NamedTuple):
    """Figures to be added up: those held as texts by where they stand (sheet, row, column), and how many are numbers."""

    texts: dict[tuple[str, int, int], Cell]
    numbers: int


@fact
def held(book: Book) -> Held:
    texts, numbers = {}, 0
    for cell in book.figure_cells:
        datum = cell.datum
        if datum.figure is None or datum.place is None or cell.content not in COUNTED:
            continue
        if datum.textual:
            texts[datum.place.sheet, *position(datum.place)] = cell
        else:
            numbers += 1
    return Held(texts, numbers)


@check(
    code="formula-text", title="公式要加的数不是文本", severity=Severity.ERROR,
    message="{where}的 {actual} 是以文本形式存储的，{formula_at}的公式 {formula} 没有把它算进去",
    cause="从网页、Word 或别的系统粘贴，或先打了单引号", repair="请把它改为数值（选中后点“转换为数字”，或重新键入）", basis=SUMS)
def held_as_text(book: Book) -> Iterator[Event]:
    """Figures that a sum passes over without a word."""
    yield from passed_over(book)


@fact
def passed_over(book: Book) -> Iterator[Event]:
    textual = held(book).texts
    told: set[tuple[str, int, int]] = set()
    counted = 0
    for cell in with_formula(book):
        sheet = cell.datum.place.sheet  # type: ignore[union-attr]
        for block in summed(str(cell.datum.formula)):
            within = [at for at in textual if at[0] == (block.sheet or sheet) and block.top <= at[1] <= block.bottom and block.left <= at[2] <= block.right]
            counted += not within
            for at in within:
                if at not in told:
                    told.add(at)
                    found = textual[at].datum
                    yield Failed(
                        place=found.place, label=named(found, textual[at].label), shown_actual=found.text.strip(), related=places(cell.datum), repair=retype(found),
                        args={"formula": str(cell.datum.formula), "formula_at": f"《{sheet}》{cell.datum.place.cell}"})  # type: ignore[union-attr]
    yield from passed(counted)


@check(
    code="complete-as-text", title="数字栏存的是数值，不是文本", severity=Severity.WARNING,
    message="{where}{more}填的是以文本形式存储的数 {actual}，本表没有公式用它求和，汇总时求和会漏掉它",
    cause="从网页、Word 或别的系统粘贴，或先打了单引号", repair="请把它改为数值（选中后点“转换为数字”，或重新键入）", basis=SUMS)
def unsummed(book: Book) -> Iterator[Event]:
    """The others: in this workbook nothing is wrong by them, but whoever adds up the sent copies loses them. Many of one sheet are told together."""
    found = held(book)
    yield from passed(found.numbers)
    if found.texts:
        known = told_by(book, passed_over)
        yield from gathered(
            Failed(place=cell.datum.place, label=named(cell.datum, cell.label), shown_actual=cell.datum.text.strip(), repair=retype(cell.datum))
            for cell in found.texts.values() if cell.datum.place not in known and not cell.datum.formula and (cell.content is not Content.AMOUNT or money(cell.datum)))


def money(datum: Datum) -> bool:
    """Whether a text in a column of money may be an amount: 2021年 and 15% are none, 706万 is one."""
    return datum.figure is None or datum.figure.unit == PLAIN or datum.figure.unit.base == "元"


def retype(datum: Datum) -> str:
    """What makes a number of a figure that is held as a text; "" where turning it into one is enough."""
    figure = read_figure(datum.text)
    if figure is None or figure.unit.base not in ("", "元") or figure.unit in (PLAIN, PERCENT):
        return ""
    return "请只填数字，按表头的计量单位换算，不写“" + figure.unit.text + "”"


@lru_cache(maxsize=4096)
def summed(formula: str) -> tuple[Reference, ...]:
    """The blocks of which a function such as SUM or N takes the numbers and passes over the texts."""
    found: list[Reference] = []

    def visit(node: Node | None) -> None:
        match node:
            case Call(name=name, arguments=arguments):
                for argument in arguments:
                    if name in SUMMING and isinstance(argument, Reference):
                        found.append(argument)
                    visit(argument)
            case Binary(left=left, right=right):
                visit(left)
                visit(right)
            case Unary(operand=operand):
                visit(operand)

    visit(tree(formula))
    return tuple(found)
