"""A figure typed over a formula: its neighbours down the column or along the row are formulas still, or the scheme's own workbook has one there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ziping.checks.belonging import Typed, typed_over
from ziping.checks.blanks import gathered
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, check
from ziping.checks.cells import Cell, Content
from ziping.checks.links import SHEETS
from ziping.checks.references import position, sources
from ziping.checks.scores import formulas_of_their_own, officers_scores
from ziping.checks.ties import empty, named, places
from ziping.evaluation import Place
from ziping.findings import Severity
from ziping.forms.grid import address

Shape = frozenset[tuple[str, int, int]]
DOWN, ALONG, BELONGS = "同一列有 {} 行", "同一行有 {} 格", "本方案的空白表中这里"


@check(
    code="formula-overwritten", title="公式没有被数字覆盖", severity=Severity.WARNING,
    message="{where}{more}是手工填写的数{first} {actual}，{beside}是公式",
    cause="直接在公式单元格里键入了数字", repair="请恢复公式（从相邻的公式单元格复制），或确认手工数正确", basis=SHEETS)
def overwritten(book: Book) -> Iterator[Event]:
    """A typed rate or score among at least two formulas of its column, with no second typed one, or a typed amount in a row of formulas that are alike.

    A score that no formula gives has to be typed. Beyond these an amount that the scheme works out, many of a sheet told together.
    """
    officers, others = officers_scores(book), formulas_of_their_own(book)
    for group in columns(book):
        formulas, typed = parted(cell for cell in group if id(cell.datum) not in officers)
        if len(formulas) < 2:
            continue
        for cell in typed if len(typed) * 2 < len(formulas) or len(typed) == 1 else ():
            yield over(cell, formulas, DOWN, others.get(id(cell.datum), ""))
        if not typed:
            yield PASSED
    along = set()
    for formulas, typed in rows(book):
        for cell in typed:
            along.add(cell.datum.place)
            yield over(cell, formulas, ALONG)
        if not typed:
            yield PASSED
    for event in gathered(belonging(book, found) for found in typed_over(book) if found.datum.place not in along):
        yield replace(event, args=event.args | {"first": "，第一处是"}) if isinstance(event, Failed) and event.args["more"] else event


def belonging(book: Book, found: Typed) -> Failed:
    cell = book.cell_at[found.datum.place]  # type: ignore[index]
    repair = f"请恢复公式 {found.formula}，或确认手工数正确" if found.formula else "请从本方案的空白表复制公式，或确认手工数正确"
    return over(cell, [], BELONGS, repair)


def over(cell: Cell, formulas: list[Cell], beside: str, repair: str = "") -> Failed:
    return Failed(
        place=cell.datum.place, label=named(cell.datum, cell.label), actual=cell.datum.value, shown_actual=str(cell.datum.figure),
        related=places(*(each.datum for each in formulas[:3])), repair=repair, args={"beside": beside.format(len(formulas)), "more": "", "first": ""})


def parted(group: Iterable[Cell]) -> tuple[list[Cell], list[Cell]]:
    """The formulas and the typed figures of a group."""
    formulas, typed = [], []
    for cell in group:
        if cell.datum.formula:
            formulas.append(cell)
        elif cell.datum.figure is not None:
            typed.append(cell)
    return formulas, typed


@fact
def columns(book: Book) -> Iterator[list[Cell]]:
    """The derived cells of each column of each sheet, one list a kind."""
    found: dict[tuple[str, str, Content], list[Cell]] = defaultdict(list)
    for cell in book.figure_cells:
        datum, content = cell.datum, cell.content
        if (content is Content.RATE or content is Content.SCORE) and datum.place is not None and not empty(datum):
            found[datum.place.sheet, datum.place.cell.rstrip("0123456789"), content].append(cell)
    yield from found.values()


def rows(book: Book) -> Iterator[tuple[list[Cell], list[Cell]]]:
    """Of each row with amounts that formulas of one shape give: these, and the typed amounts for which such a formula would find figures."""
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in book.figure_cells:
        if cell.content is Content.AMOUNT and cell.datum.place is not None:
            found[cell.datum.place.sheet, cell.datum.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")].append(cell)
    for group in found.values():
        formulas, typed = parted(group)
        if len(formulas) < 2:
            continue
        by_shape: dict[Shape, list[Cell]] = defaultdict(list)
        for cell in formulas:
            by_shape[shape(cell)].append(cell)
        of_one, alike = max(by_shape.items(), key=lambda item: len(item[1]))
        if of_one and len(alike) > max(1, len(typed)):
            yield alike, [cell for cell in typed if any(not empty(there.datum) for there in shifted_to(book, of_one, cell))]


def shape(cell: Cell) -> Shape:
    """Where the cells that its formula is worked out from lie, seen from the cell itself."""
    row, column = position(cell.datum.place)  # type: ignore[arg-type]
    used = ((place.sheet, *position(place)) for place in sources(cell.datum.formula, cell.datum.place.sheet))  # type: ignore[arg-type, union-attr]
    return frozenset((sheet, top - row, left - column) for sheet, top, left in used)


def shifted_to(book: Book, of_one: Shape, cell: Cell) -> Iterator[Cell]:
    """The cells that a formula of that shape would be worked out from if it stood in this cell."""
    row, column = position(cell.datum.place)  # type: ignore[arg-type]
    for sheet, down, right in of_one:
        there = book.cell_at.get(Place(sheet, address(row + down, column + right))) if column + right >= 0 and row + down >= 0 else None
        if there is not None:
            yield there
