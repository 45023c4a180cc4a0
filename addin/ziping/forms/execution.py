"""What the execution rate may earn, where no cell holds it: a heading of the block of money tells it (`预算执行（20分）`, `得分（10分*执行率）`), or
the total proves it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PLAIN, read_figure, show
from ziping.evaluation import Datum, Form, Fund, Place
from ziping.forms.grid import address
from ziping.forms.headings import LONGEST, squeezed
from ziping.forms.layout import Layout
from ziping.forms.money_rows import Block

HUNDRED = Decimal(100)
_POINTS = re.compile(r"[(](?:满分|分值|权重)?:?(\d{1,2}(?:\.\d)?)分(?:[)]|[*×xX])")
_MATTER = re.compile("执行|预算|资金|支出|得分")


def execution_points(layout: Layout, block: Block, form: Form) -> Datum | None:
    """The points in the headings of a block; None where they tell none, or several, or where the form has a cell or an indicator for them."""
    if any(line.points is not None and line.points.figure for line in form.funds):
        return None
    found: dict[str, Datum] = {}
    for row in range(max(0, block.top - 1), block.bottom + 1):
        cells = layout.nonblank(row)
        if row < block.top and len(cells) > 1:
            continue  # of the row above only a heading over the whole block
        for column, words in cells:
            told = _POINTS.search(squeezed(words)) if isinstance(words, str) and len(words) <= 2 * LONGEST and _MATTER.search(words) else None
            if told:
                place = Place(layout.grid.name, address(row, column))
                found.setdefault(told[1], Datum(told[1], read_figure(told[1], PLAIN), place, label="预算执行率/分值"))
    return next(iter(found.values())) if len(found) == 1 else None


def proved_points(form: Form) -> Datum | None:
    """What the indicators lack to the hundred, where the execution rate earned just so much of it: by its own score, else by what the total holds
    beyond the scores of the indicators."""
    if any(line.points is not None and line.points.figure for line in form.funds):
        return None
    line = next((line for line in form.funds if line.score and line.score.figure), form.fund(Fund.TOTAL) or next(iter(form.funds), None))
    budget = line and (line.adjusted or line.initial)
    if not line or not line.executed or not line.executed.figure or not budget or not budget.value:
        return None
    cells = [(row.points.value, row.score.value) for row in form.indicators if row.points and row.score]
    known = [(points, score) for points, score in cells if points is not None and score is not None]
    rest = HUNDRED - sum(points for points, _ in known)
    if len(known) < len(form.indicators) or not 0 < rest < HUNDRED / 2:
        return None
    stated = line.score if line.score and line.score.figure else form.total_score
    if not stated or not stated.figure:
        return None
    earned = stated.figure.value - (0 if stated is line.score else sum(score for _, score in known))
    off = abs(earned - min(line.executed.figure.value / budget.value, Decimal(1)) * rest)
    return Datum(show(rest), read_figure(show(rest)), line.place, label="预算执行率/分值") if off < Decimal("0.01") else None


def scored_as_indicator(form: Form) -> bool:
    """Whether the execution rate is one of the indicators: then a heading's points are those of that row."""
    return any("执行率" in row.name and row.points is not None for row in form.indicators)
