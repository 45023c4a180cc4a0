"""The blank rows of a form that is not filled in yet: a merged 二级指标 over three rows leaves room for three indicators."""

from __future__ import annotations

from collections.abc import Sequence

from ziping.evaluation import Datum, Evaluation, Form, FormKind, Indicator, Level
from ziping.forms.grid import Grid, address

_CELLS = ("target", "actual", "standard", "points", "score", "reason", "expected")


def keep_open_rows(evaluation: Evaluation, grids: Sequence[Grid]) -> None:
    """Adds to project and monitoring forms, in place, a blank row for every row of a merged second level that reading passed over."""
    heights = {(grid.name, address(top, left)): bottom - top + 1 for grid in grids for top, left, bottom, _ in grid.merges}
    for form in evaluation.forms:
        if form.kind in (FormKind.PROJECT, FormKind.MONITOR):
            form.indicators = list(_with_open(form, heights))


def _with_open(form: Form, heights: dict[tuple[str, str], int]) -> list[Indicator]:
    rows: list[Indicator] = []
    for number, row in enumerate(form.indicators):
        rows.append(row)
        place = row.level2.place
        following = form.indicators[number + 1] if number + 1 < len(form.indicators) else None
        if place is None or (following is not None and following.level2.place == place):
            continue
        read = sum(1 for other in form.indicators if other.level2.place == place)
        rows += [_blank_like(row) for _ in range(heights.get((place.sheet, place.cell), 1) - read)]
    return rows


def _blank_like(row: Indicator) -> Indicator:
    cells = {name: Datum() for name in _CELLS if getattr(row, name) is not None}
    return Indicator(row.level1, row.level2, Level(), extra={name: Datum() for name in row.extra}, **cells)
