"""Targets and completed values as one text, where operator, value and unit stand in columns of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from ziping.amounts import fold, read_figure
from ziping.evaluation import Datum, Indicator
from ziping.forms.columns import Columns
from ziping.forms.grid import datum
from ziping.forms.headings import squeezed
from ziping.forms.layout import Layout
from ziping.forms.reach import cells_in, value_in

_OPERATOR = re.compile(r"^(?:[≥≤><=＞＜＝﹦≧≦═﹥﹤≠]|>=|<=|＞＝|＜＝|大于|小于|等于|大于等于|小于等于|不低于|不高于|不少于|不超过|定性|定量)+$")
NOTHING = frozenset(("/", "-", "—", "--", "——", "无", "\\", "\\/", "*"))


def target_of(layout: Layout, row: int, columns: Columns, label) -> Datum | None:  # noqa: ANN001 - a function of this module
    """The target as one text: operator, value and unit where they stand in columns of their own; the adjusted one where there is one."""
    adjusted = value_in(layout, row, columns.adjusted, "") if columns.adjusted else None
    if adjusted and squeezed(adjusted.text) not in NOTHING:
        columns = replace(columns, values=[columns.adjusted], adjusted=None)  # type: ignore[list-item]
    if len(columns.values) == 1 and not (columns.operators or columns.natures or columns.measures) and columns.values[0][0] == columns.values[0][1]:
        return value_in(layout, row, columns.values[0], label(columns.values[0]))
    pieces: list[Datum] = []
    for reach in columns.operators + columns.natures:
        sign = value_in(layout, row, reach, label(reach))
        if sign and not pieces and _OPERATOR.match(squeezed(sign.text)) and squeezed(sign.text) not in ("定性", "定量"):
            pieces.append(sign)
    values = [datum(layout.grid, *at, label=label(reach)) for reach in columns.values for at in cells_in(layout, row, reach)]
    values = [value for n, value in enumerate(values) if n == 0 or not value or value.text != values[n - 1].text]
    told = [value for value in values if value and squeezed(value.text) not in NOTHING]
    pieces += told or [value for value in values if value]
    if not any(values):
        return values[0] if values and not pieces else pieces[0] if pieces else None
    for reach in columns.measures:
        measure = value_in(layout, row, reach, label(reach))
        if measure and squeezed(measure.text) not in NOTHING and _countable(pieces[-1].text, measure.text):
            pieces.append(measure)
    if len(pieces) == 1:
        return pieces[0]
    if len(pieces) > 1 and pieces[1].text.startswith(pieces[0].text) and pieces[0] not in values:
        del pieces[0]  # the operator is typed with the value as well
    joined = "".join(piece.text for piece in pieces)
    return replace(pieces[0] if pieces[0] in values else next(value for value in values if value), text=joined, figure=read_figure(joined))


def measured(layout: Layout, row: int, columns: Columns, indicator: Indicator) -> None:
    """The completed value with its unit, where that stands in a column of its own."""
    measure = value_in(layout, row, columns.achieved_measure, "") if columns.achieved_measure else None
    if measure and indicator.actual and squeezed(measure.text) not in NOTHING and _countable(indicator.actual.text, measure.text):
        joined = indicator.actual.text + measure.text
        indicator.actual = replace(indicator.actual, text=joined, figure=read_figure(joined))


def _countable(value: str, measure: str) -> bool:
    """Whether a unit goes behind the value: the value ends in a number that does not carry the unit already."""
    value, measure = fold(value).strip(), fold(measure).strip()
    return bool(value) and value[-1].isdigit() and not value.endswith(measure)
