"""What fills a range of columns in a row: the cells of a sheet under a heading that may reach over several columns."""

from __future__ import annotations

from ziping.evaluation import Datum
from ziping.forms.grid import datum, text
from ziping.forms.layout import Layout

Reach = tuple[int, int]  # first and last column, ends included


def own_text(layout: Layout, row: int, reach: Reach) -> str:
    """The text of the row's own cells within the columns, joined."""
    if reach[0] == reach[1]:
        return text(layout.grid, row, reach[0])
    return "".join(text(layout.grid, row, column) for column in range(reach[0], reach[1] + 1))


def cell_in(layout: Layout, row: int, reach: Reach) -> tuple[int, int] | None:
    """The cell that fills the columns in this row: its own, or the merged one that reaches down to it; None when another column's covers it."""
    first, last = reach
    if first == last:
        span = layout.covers.get((row, first))
        return (row, first) if span is None else (span[0], first) if span[1] == first else None
    for column in range(first, last + 1):
        top, left = layout.anchor(row, column)
        if first <= left <= last and text(layout.grid, top, left):
            return top, left
    top, left = layout.anchor(row, first)
    return (top, left) if first <= left <= last else None


def value_in(layout: Layout, row: int, reach: Reach | None, label: str, shared: bool = True) -> Datum | None:
    """What stands in the columns in this row; a merged cell counts for every row it covers if `shared`, else for its first."""
    at = cell_in(layout, row, reach) if reach else None
    if at is None or (at[0] != row and not shared):
        return None
    return datum(layout.grid, *at, label=label)


def cells_in(layout: Layout, row: int, reach: Reach) -> list[tuple[int, int]]:
    """The different cells that are seen in the columns in this row, from left to right."""
    seen = []
    for column in range(reach[0], reach[1] + 1):
        at = layout.anchor(row, column)
        if at not in seen and reach[0] <= at[1] <= reach[1]:
            seen.append(at)
    return seen
