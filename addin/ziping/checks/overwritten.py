"""What is typed over a formula: its neighbours down the column or along the row are formulas still, or the scheme's own workbook has one there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ziping.checks.belonging import Missed, typed_over
from ziping.checks.blanks import gathered, given
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, check
from ziping.checks.cells import Cell, Content
from ziping.checks.linked import Shown, showing, shown
from ziping.checks.links import SHEETS
from ziping.checks.references import position, sources
from ziping.checks.restoring import restore, restore_all
from ziping.checks.scores import formulas_of_their_own, officers_scores
from ziping.checks.ties import named, places
from ziping.evaluation import Place
from ziping.findings import Severity
from ziping.forms.grid import address

Shape = frozenset[tuple[str, int, int]]
RIGHT_FIGURE, RIGHT = "或确认手工数正确", "或确认手工填写的正确"
DOWN, ALONG, BELONGS = "同一列有 {} 行", "同一行有 {} 格", "本方案的空白表中这里"


@check(
    code="formula-overwritten", title="公式没有被键入的内容覆盖", severity=Severity.WARNING,
    message="{where}{more}是手工填写的{typed}，{beside}是公式",
    cause="直接在公式单元格里键入了数字或文字", repair="请恢复公式（从相邻的公式单元格复制），或确认手工数正确", basis=SHEETS)
def overwritten(book: Book) -> Iterator[Event]:
    """A typed rate or score among at least two formulas of its column, with no second typed one, or a typed amount in a row of formulas that are alike.

    A score that no formula gives has to be typed. Beyond these the names and targets that a monitoring form shows, told as those of a column are, and
    what the scheme works out, many of a sheet told together.
    """
    officers, others = officers_scores(book), formulas_of_their_own(book)
    told = set()
    for group in columns(book):
        formulas, typed = parted(cell for cell in group if id(cell.datum) not in officers)
        if len(formulas) < 2:
            continue
        for cell in typed if few(typed, formulas) else ():
            told.add(cell.datum.place)
            yield over(cell, formulas, DOWN, others.get(id(cell.datum), ""))
        if not typed:
            yield PASSED
    for formulas, typed in rows(book):
        for cell in typed:
            told.add(cell.datum.place)
            yield over(cell, formulas, ALONG)
        if not typed:
            yield PASSED
    for column in shown(book):
        yield from unlinked(column)
    missed = {each.datum.place: each for typed in typed_over(book).values() for each in typed if each.datum.place not in told}
    yield from (together(event, missed) for event in gathered(of_the_scheme(book, each) for each in missed.values()) if isinstance(event, Failed))
    yield from (PASSED for typed in typed_over(book).values() if not typed)


def few(typed: Sequence[object], formulas: Sequence[object]) -> bool:
    """Whether so few are typed that they were not meant to be."""
    return len(typed) * 2 < len(formulas) or len(typed) == 1


def unlinked(column: list[Shown]) -> Iterator[Event]:
    """The typed ones among the cells that show what stands in the project form, as far as that is known."""
    formulas, typed = [cell for cell in column if cell.formula], [cell for cell in column if not cell.formula]
    if len(formulas) < 2:
        return
    for cell in typed if few(typed, formulas) else ():
        if cell.source is not None:
            yield Failed(
                place=cell.place, label=cell.label, shown_actual=cell.text, related=(cell.source,), repair=f"请恢复公式 {showing(cell.source)}，{RIGHT}",
                args={"beside": DOWN.format(len(formulas)), "more": "", "typed": f"“{cell.text}”"})
    if not typed:
        yield PASSED


def of_the_scheme(book: Book, missed: Missed) -> Failed:
    cell = book.cell_at[missed.datum.place]  # type: ignore[index]
    return over(cell, [], BELONGS, f"{restore(missed)}，{RIGHT_FIGURE if cell.datum.figure is not None else RIGHT}")


def together(event: Failed, missed: Mapping[Place | None, Missed]) -> Failed:
    """Of many cells that are told together each has a formula of its own."""
    if not event.args["more"]:
        return event
    figures = all(missed[place].datum.figure is not None for place in (event.place, *event.related))
    return replace(
        event, repair=f"{restore_all(missed[event.place])}，{RIGHT_FIGURE if figures else RIGHT}",
        args=event.args | {"typed": f"{'数' if figures else '内容'}，第一处是 {event.shown_actual}"})


def over(cell: Cell, formulas: list[Cell], beside: str, repair: str = "") -> Failed:
    datum = cell.datum
    actual = str(datum.figure) if datum.figure is not None else datum.text.strip()
    return Failed(
        place=datum.place, label=named(datum, cell.label), actual=datum.value, shown_actual=actual,
        related=places(*(each.datum for each in formulas[:3])), repair=repair,
        args={"beside": beside.format(len(formulas)), "more": "", "typed": f"数 {actual}" if datum.figure is not None else f"“{actual}”"})


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
        if (content is Content.RATE or content is Content.SCORE) and datum.place is not None and given(book, datum):
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
            yield alike, [cell for cell in typed if any(given(book, there.datum) for there in shifted_to(book, of_one, cell))]


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
