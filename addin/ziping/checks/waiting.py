"""Cells that a formula works out from blank ones: nothing is to be typed there, but into the cells that it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ziping.checks.book import Book, fact, row_data
from ziping.checks.catalogue import Unknown
from ziping.checks.consequences import blank, origins
from ziping.checks.references import position
from ziping.checks.ties import Tie, named, places
from ziping.evaluation import Datum, Place

NAMED = 3  # cells that are told by name


def lacking(book: Book, cell: Place) -> tuple[Place, ...]:
    """The blank cells without a formula that the cell's formula is worked out from."""
    where = origins(book)
    made_of = sorted(where.made_of(cell), key=lambda place: (place.sheet, position(place)))
    return tuple(place for place in made_of if place not in where.formulas and blank(book, place))


def causes(book: Book, cell: Place) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Why a cell is blank: the cells with an error value, and the blank ones to be filled in, that its formula waits for.

    What gives a figure or a text is not looked behind. A score needs no standard, and rows that are not used need nothing.
    """
    where, spared = origins(book), needless(book)
    failing: list[Place] = []
    lacking: list[Place] = []
    seen, ahead = {cell}, [cell]
    while ahead:
        for each in sorted(where.direct(ahead.pop()), key=lambda place: (place.sheet, position(place))):
            found = book.cell_at.get(each)
            if each in seen or found is None:
                continue
            seen.add(each)
            if found.datum.error:
                failing.append(each)
            elif blank(book, each):
                if each in where.formulas:
                    ahead.append(each)
                elif each not in spared:
                    lacking.append(each)
    return tuple(failing), tuple(sorted(lacking, key=lambda place: (place.sheet, position(place))))


@fact
def needless(book: Book) -> frozenset[Place]:
    """The cells that may stay blank: those for standards, and all of the rows that are not in use."""
    found: list[Datum | None] = []
    for form in book.evaluation.forms:
        used = {id(row) for row in book.rows(form)}
        for row in form.indicators:
            found += [row.standard] if id(row) in used else [row.points, *row_data(row)]
    return frozenset(places(*found))


def waits_for(book: Book, *cells: Place | None) -> str:
    """What to do for cells that their formulas leave blank: the first of the cells that these wait for by name, those with an error value before all."""
    failing: dict[Place, None] = {}
    lacking: dict[Place, None] = {}
    for cell in dict.fromkeys(filter(None, cells)):
        for known, more in zip((failing, lacking), causes(book, cell), strict=True):
            known.update(dict.fromkeys(more))
    if failing:
        return f"由公式得出，不用填写，{told_cells(failing)}显示错误值，请先改正{f'，并补填{told_cells(lacking)}' if lacking else ''}，再重新计算"
    if not lacking:
        return "由公式得出，不用填写，请核对公式所引用的数（预算数为 0 的没有结果），再重新计算"
    return f"由公式得出，不用填写，请先补填{told_cells(lacking)}，再重新计算"


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
