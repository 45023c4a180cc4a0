"""Formulas computed again: whether a stored result is what the formula gives of the cells that it uses.

Only cells that the evaluation knows are looked at. A formula that refers to a cell outside of the forms, or uses what our small language
does not have, is not recomputed and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, Figure, Quantity, decimals_of, foots, half_place, half_up, show, show_percent
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Unknown, passed
from ziping.checks.cells import Cell, Content
from ziping.checks.links import with_formula
from ziping.checks.references import position, references, sources
from ziping.checks.ties import compared, empty, named, rate_footing
from ziping.evaluation import Place, Scaled
from ziping.forms.formula_syntax import Unsupported
from ziping.forms.formulas import Calculator, ErrorValue, Formula
from ziping.forms.grid import address, place_of
from ziping.functions import FUNCTIONS, Value, earned
from ziping.standards import NotScorable


@fact
def recomputed(book: Book) -> Iterator[Event]:
    right = 0
    for event in computed(book, [cell for cell in with_formula(book) if not cell.datum.error]):
        if event is PASSED:
            right += 1
        else:
            yield event
    yield from passed(right)


def computed(book: Book, cells: Iterable[Cell]) -> Iterator[Event]:
    """What becomes of each cell with a formula when it is worked out again."""
    calculator = Calculator(Lookup(book), functions(book))
    for cell in cells:
        datum = cell.datum
        try:
            value = calculator.value(datum.place.sheet, *position(datum.place)) if datum.place in book.cell_at else calculator.evaluate(datum.formula, datum.place.sheet)  # type: ignore[arg-type, union-attr]
        except Outside as outside:
            yield Unknown(f"公式引用了没有读取的单元格{outside}", datum.place)
        except (Unsupported, ValueError, ArithmeticError, RecursionError):
            yield Unknown(f"{named(datum, cell.label)}的公式读不懂", datum.place)
        else:
            yield follows(cell, value)


def functions(book: Book) -> dict[str, Callable]:
    """Our functions, PERF_SCORE with what the checks have scored already."""

    def perf_score(points: Value, target: Value, actual: Value, standard: Value = None) -> Decimal | str:
        result = book.by_standard(points, target, actual, standard)
        if isinstance(result, NotScorable):
            raise NotScorable(str(result))
        return earned(result)

    return FUNCTIONS | {"PERF_SCORE": perf_score}


def refusal(book: Book, cell: Cell) -> str:
    """Why one of our functions in the formula of a cell gives no value, "" where none of them refuses."""
    told: list[str] = []

    def telling(function: Callable) -> Callable:
        def run(*arguments: object) -> object:
            try:
                return function(*arguments)
            except NotScorable as reason:
                told.append(str(reason))
                raise
        return run

    datum = cell.datum
    calculator = Calculator(Lookup(book), {name: telling(function) for name, function in functions(book).items()})
    try:
        value = calculator.evaluate(datum.formula, datum.place.sheet)  # type: ignore[arg-type, union-attr]
    except (Outside, Unsupported, ValueError, ArithmeticError, RecursionError):
        return ""
    return (told[0] if told else uncounted(book, cell)) if isinstance(value, ErrorValue) else ""


def uncounted(book: Book, cell: Cell) -> str:
    """The text with a figure that a formula would have to count with, "" where there is none."""
    places = sources(cell.datum.formula, cell.datum.place.sheet)  # type: ignore[arg-type, union-attr]
    used = (found.datum for place in places if (found := book.cell_at.get(place)) is not None)
    return next((f"《{each.place.sheet}》{each.place.cell}填的“{each.text.strip()}”是文本，公式不能拿它计算" for each in used if each.textual), "")  # type: ignore[union-attr]


def follows(cell: Cell, value: object) -> Event:
    """Whether the stored result is what the formula gives, as far as the cell shows it."""
    datum = cell.datum
    if isinstance(value, ErrorValue):
        return Unknown(f"{named(datum, cell.label)}的公式现在得错误值", datum.place)
    if value is None or isinstance(value, (bool, str)):
        text, words = "" if value is None else str(value).strip(), datum.text.strip()
        if text == words or (not text and empty(datum)):
            return PASSED
        captioned = bool(words) and text.endswith(words) and text.removesuffix(words).rstrip().endswith(("：", ":"))  # 填报单位：…, read without
        return PASSED if captioned else stale_failure(cell, text)
    figure = datum.figure
    if figure is None:
        due = Decimal(value)  # type: ignore[arg-type]
        told = show_percent(due) if cell.content is Content.RATE else show(half_up(due, min(decimals_of(due), 4)))
        return stale_failure(cell, told) if datum.unresolved or not (empty(datum) and value == 0) else PASSED
    rate = cell.content is Content.RATE or figure.unit == PERCENT
    if not rate and value == figure.value:
        return PASSED
    number = Quantity(Decimal(value))  # type: ignore[arg-type]
    footing = rate_footing(figure, number) if rate else foots(stored(figure), (number,))
    if footing.holds:  # type: ignore[union-attr]
        return PASSED
    return compared(
        datum.place, named(datum, cell.label), footing, PERCENT if rate else PLAIN, decimals_of(figure.value),  # type: ignore[arg-type]
        args={"formula": str(datum.formula)}, related=inputs(cell))


def stored(figure: Figure) -> Quantity:
    """A formula's stored result stands for what rounds to the decimals that are read from the cell, whatever its unit."""
    shown = decimals_of(figure.value) if figure.decimals is None else figure.decimals
    return Quantity(figure.value, half_place(shown))


def stale_failure(cell: Cell, expected: str) -> Failed:
    datum = cell.datum
    return Failed(
        place=datum.place, label=named(datum, cell.label), shown_expected=expected or "空白", shown_actual=datum.text.strip() or "空白",
        related=inputs(cell), args={"formula": str(datum.formula)})


def inputs(cell: Cell) -> tuple[Place, ...]:
    """The single cells and short ranges that a formula uses, in A1 style."""
    found = []
    for reference in references(str(cell.datum.formula)):
        sheet = reference.sheet or cell.datum.place.sheet  # type: ignore[union-attr]
        if reference.size <= 60:
            found += [Place(sheet, address(row, column)) for row, column in reference.cells()]
    return tuple(dict.fromkeys(found))


class Outside(Exception):
    """A formula uses a cell that the evaluation does not know."""


class Lookup:
    """The content of a cell for the calculator: what the evaluation knows, as a number, a text or a formula."""

    def __init__(self, book: Book) -> None:
        self.known: Mapping[Place, Cell] = book.cell_at
        self.idle = frozenset((form.sheet, row) for form in book.evaluation.forms for row in form.idle)

    def __call__(self, sheet: str, row: int, column: int) -> object:
        place = place_of(sheet, row, column)
        cell = self.known.get(place)
        if cell is None and (sheet, row) in self.idle:
            return None
        if cell is None:
            raise Outside(f"《{sheet}》{place.cell}")
        datum = cell.datum
        if datum.formula:
            return Formula(datum.formula)
        if datum.error:
            return datum.error.held if isinstance(datum.error, Scaled) else ErrorValue(datum.error)
        figure = datum.figure
        if figure is not None and cell.content is not Content.TEXT and not datum.textual:
            return figure.value.scaleb(-2) if figure.unit == PERCENT else figure.value
        return datum.text or None
