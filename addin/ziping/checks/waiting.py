"""Cells that a formula works out from blank ones: nothing is to be typed there, but into the cells that it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ziping.checks.book import Book
from ziping.checks.catalogue import Unknown
from ziping.checks.consequences import blank, origins
from ziping.checks.references import position
from ziping.checks.ties import Tie, named
from ziping.evaluation import Place

NAMED = 3  # cells that are told by name


def lacking(book: Book, cell: Place) -> tuple[Place, ...]:
    """The blank cells without a formula that the cell's formula is worked out from."""
    where = origins(book)
    made_of = sorted(where.made_of(cell), key=lambda place: (place.sheet, position(place)))
    return tuple(place for place in made_of if place not in where.formulas and blank(book, place))


def waits_for(book: Book, *cells: Place | None) -> str:
    """What to do for cells that their formulas leave blank: the first of the cells that these wait for by name."""
    found = list(dict.fromkeys(place for cell in cells if cell is not None for place in lacking(book, cell)))
    if not found:
        return "由公式得出，不用填写，请核对公式所引用的数（预算数为 0 的没有结果），再重新计算"
    return f"由公式得出，不用填写，请先补填{told_cells(found)}，再重新计算"


def over_blanks(book: Book, ties: Iterable[Tie | Unknown]) -> Iterator[Tie | Unknown]:
    """The ties, those open that miss because a formula beside the total adds up cells of which one is still blank: a stated figure is none."""
    for tie in ties:
        yield short(book, tie) or tie if isinstance(tie, Tie) else tie


def short(book: Book, tie: Tie) -> Unknown | None:
    """Why a tie is not evaluated whose parts come to less than they will when their blank cells are filled; None where nothing is blank, or it holds."""
    footing = tie.footing
    if footing is None or footing.holds or footing.difference < 0 or tie.problem:
        return None
    for part in tie.parts:
        missing = lacking(book, part.place) if part.formula and part.place is not None else ()
        if missing:
            return Unknown(f"{named(part, tie.label)}由公式得出，所加的{told_cells(missing)}空白", tie.total.place)  # type: ignore[union-attr]
    return None


def told_cells(found: Iterable[Place]) -> str:
    """The first of them by name."""
    found = tuple(found)
    more = f"等 {len(found)} 处" if len(found) > NAMED else ""
    return f"{'、'.join(f'《{place.sheet}》{place.cell}' for place in found[:NAMED])}{more}"
