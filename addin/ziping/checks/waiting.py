"""Cells that a formula leaves blank: nothing is to be typed there, but into the cells that it waits for."""

from __future__ import annotations

from ziping.checks.book import Book
from ziping.checks.consequences import blank, origins
from ziping.checks.references import position
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
    more = f"等 {len(found)} 处" if len(found) > NAMED else ""
    return f"由公式得出，不用填写，请先补填{'、'.join(f'《{place.sheet}》{place.cell}' for place in found[:NAMED])}{more}，再重新计算"
