"""What formulas would give of other figures in some cells: of all others they take what these show, so that nothing else has to be recomputed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ziping.amounts import PERCENT, Figure
from ziping.checks.book import Book, fact
from ziping.checks.cells import Cell, Content
from ziping.checks.links import with_formula
from ziping.checks.recomputed import functions, stored
from ziping.checks.references import position, sources
from ziping.checks.ties import Tie
from ziping.evaluation import Datum, Place
from ziping.forms.formula_syntax import Unsupported
from ziping.forms.formulas import Calculator, ErrorValue, Formula
from ziping.forms.grid import place_of

NEXT_TO_NOTHING = Decimal("0.000001")


class Followed(NamedTuple):
    """The figures of some cells and of all that formulas work out from them, and the cells over them of which nobody knows what they would show."""

    figures: dict[Place, Figure]
    unsure: frozenset[Place]

    def touches(self, cells: Collection[Place]) -> bool:
        """Whether one of these cells shows something else, and of none nobody knows what."""
        return not self.figures.keys().isdisjoint(cells) and self.unsure.isdisjoint(cells)


def followed(book: Book, right: Mapping[Place, Figure]) -> Followed:
    """What the cells would show with other figures in some of them; a formula is trusted that gives what it shows of the figures that stand there."""
    over = cells_over(book, right)
    stand = {place: book.cell_at[place].datum.figure for place in right}
    now, then = (Calculator(Around(book, figures, frozenset(over)), functions(book)) for figures in (stand, right))  # type: ignore[arg-type]
    found, unsure = dict(right), set()
    for place, held in over.items():
        if held.figure is None:
            continue
        try:
            shown, result = (calculator.value(place.sheet, *position(place)) for calculator in (now, then))
        except (Unsupported, ValueError, ArithmeticError, RecursionError):
            unsure.add(place)
            continue
        if isinstance(shown, Decimal) and isinstance(result, Decimal):
            rate = held.figure.unit == PERCENT
            stated, given = (value.scaleb(2) if rate else value for value in (shown, result))
            if abs(stated - held.figure.value) <= stored(held.figure).slack + NEXT_TO_NOTHING:
                found[place] = Figure(given, held.figure.unit, held.figure.decimals)
                continue
        unsure.add(place)
    return Followed(found, frozenset(unsure))


def cells_over(book: Book, starts: Collection[Place]) -> dict[Place, Datum]:
    """The cells that formulas work out from these, through however many."""
    found: dict[Place, Datum] = {}
    ahead = list(starts)
    while ahead:
        for cell in used_by(book).get(ahead.pop(), ()):
            if cell.datum.place is not None and cell.datum.place not in found and cell.datum.place not in starts:
                found[cell.datum.place] = cell.datum
                ahead.append(cell.datum.place)
    return found


class Around:
    """The content of a cell for the calculator: the figures given, the formulas of those over it, and of all others what they show; what was not read is blank."""

    def __init__(self, book: Book, given: Mapping[Place, Figure], over: frozenset[Place]) -> None:
        self.book, self.given, self.over = book, given, over

    def __call__(self, sheet: str, row: int, column: int) -> object:
        place = place_of(sheet, row, column)
        cell = self.book.cell_at.get(place)
        if cell is None:
            return None
        if place in self.over:
            return Formula(cell.datum.formula)  # type: ignore[arg-type]
        if cell.datum.error:
            return ErrorValue(str(cell.datum.error))
        figure = self.given.get(place, cell.datum.figure)
        if figure is None or cell.content is Content.TEXT or cell.datum.textual:
            return cell.datum.text or None
        return figure.value.scaleb(-2) if figure.unit == PERCENT else figure.value


def with_figures(tie: Tie, figures: Mapping[Place, Figure]) -> Tie:
    return Tie(
        put(tie.total, figures), tuple(put(part, figures) for part in tie.parts), tie.label, tuple(put(part, figures) for part in tie.minus),  # type: ignore[misc]
        tie.relation, tie.names)


def put(datum: Datum | None, figures: Mapping[Place, Figure]) -> Datum | None:
    figure = figures.get(datum.place) if datum is not None and datum.place is not None else None
    return datum if figure is None else replace(datum, figure=figure)  # type: ignore[type-var]


@fact
def used_by(book: Book) -> Mapping[Place, list[Cell]]:
    """The cells whose formulas use each cell."""
    found: dict[Place, list[Cell]] = {}
    for cell in with_formula(book):
        for place in sources(cell.datum.formula, cell.datum.place.sheet):  # type: ignore[arg-type, union-attr]
            found.setdefault(place, []).append(cell)
    return found
