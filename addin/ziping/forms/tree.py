"""The indicator tree of a table: levels filled down, their weights, headings that run across the table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile

from ziping.evaluation import Datum, Indicator, Level
from ziping.forms.caption_words import is_total, name_and_weight
from ziping.forms.columns import Columns
from ziping.forms.grid import figure_in, place_of, text
from ziping.forms.headings import Role, squeezed
from ziping.forms.layout import Layout
from ziping.forms.reach import cell_in, own_text, value_in
from ziping.forms.strokes import datum_of, level_of

BLANK = Level()


@dataclass(slots=True)
class Table:
    """What the indicator bands of one form yield; levels run on from one page to the next.

    `weighed`: rows of a table without a points column, whose points are those printed behind the names. `section`: the heading across the
    table that was passed last. `idle`: the rows that hold nothing.
    """

    indicators: list[Indicator] = field(default_factory=list)
    total_points: Datum | None = None
    total_score: Datum | None = None
    levels: list[Level] = field(default_factory=lambda: [BLANK] * 3)
    placeholders: list[Indicator] = field(default_factory=list)
    read: list[tuple[int, int] | None] = field(default_factory=lambda: [None, None, None])
    known: list[Level] = field(default_factory=lambda: [BLANK] * 3)
    weighed: list[Indicator] = field(default_factory=list)
    section: Level | None = None
    idle: set[int] = field(default_factory=set)


def levels_of(layout: Layout, row: int, columns: Columns, table: Table) -> tuple[list[Level], int]:
    """The three levels of a row, the first two filled down, and the deepest one that the row names itself (0: none)."""
    found: list[Level] = []
    own, fresh = 0, False
    for number, reach in enumerate(columns.levels):
        if reach is None:
            found.append(table.section if number == 0 and table.section else BLANK)
            continue
        at = cell_in(layout, row, reach)
        again = at is not None and at == table.read[number]  # a merged heading is read once
        if at is not None and (again or (words := text(layout.grid, *at))):
            if at[0] == row:
                own, fresh = number + 1, fresh or number < 2
            if not again:
                table.read[number], table.known[number] = at, _level(layout, at, words, number, columns)
            found.append(table.known[number])
        elif number < 2 and not fresh and at is not None:
            found.append(table.levels[number])
        else:
            found.append(BLANK)
    return found, own


def _level(layout: Layout, at: tuple[int, int], words: str, number: int, columns: Columns) -> Level:
    place = place_of(layout.grid.name, *at)
    reach = columns.weights[number]
    weight = value_in(layout, at[0], reach, f"{squeezed(words)}/{columns.heading(reach)}") if reach else None
    name, printed = name_and_weight(words, number < 2 or Role.POINTS not in columns.named)
    if printed is not None:
        if not weight:
            weight = datum_of(printed, figure_in(printed), place, label=squeezed(name))
    else:
        name = words
    return level_of(name, weight, place, words, layout.grid.details.formulas.get(at))


def weigh(table: Table) -> None:
    """Points of rows that have no column for them: the weight behind the row's own name, else, where that gives every row its points, the one of the
    level which the row alone makes up. Half a column of points would be a wrong sum."""
    shares = Counter(path[:depth] for path in map(_printed, table.weighed) for depth in (1, 2))
    own = [next((level.weight for level in (row.level3, row.level2, row.level1) if level.name == row.name and level.weight), None) for row in table.weighed]
    weights = [weight or _alone(row, shares) for row, weight in zip(table.weighed, own, strict=True)]
    for row, weight in zip(table.weighed, weights if None not in weights else own, strict=True):
        row.points = weight


def _alone(row: Indicator, shares: Counter[tuple[str, ...]]) -> Datum | None:
    """The weight of the innermost level that the row makes up alone."""
    path = _printed(row)
    for depth, level in ((2, row.level2), (1, row.level1)):
        if shares[path[:depth]] > 1 and level.name:
            return None
        if level.weight is not None and shares[path[:depth]] == 1:
            return level.weight
    return None


def _printed(indicator: Indicator) -> tuple[str, str]:
    return indicator.level1.printed, indicator.level2.printed


_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])")


def section_of(layout: Layout, row: int, columns: Columns, words: str, last: int) -> Level | None:
    """A heading across the whole table (`一、产出指标（60分）`) with an indicator right below it: the first level, where no column holds that."""
    cells = layout.nonblank(row)
    if len(cells) > 1 or len(words) > 24:
        return None
    name, weight = name_and_weight(words)
    if not ("指标" in words or weight or _ORDINAL.match(words)):
        return None
    at = (row, cells[0][0])
    deepest = max(level[0] for level in columns.levels if level)
    below = next((r for r in range(row + 1, min(row + 3, last)) if layout.nonblank(r)), None)
    if below is None or not (layout.span(*at)[3] >= deepest or at[1] < min(level[0] for level in columns.levels if level)):
        return None
    if not holds_indicator(layout, below, columns) or is_total(layout.first_text(below)):
        return None
    place = place_of(layout.grid.name, *at)
    return Level(name, Datum(weight, figure_in(weight), place, label=squeezed(name)) if weight else None, place, words)


def without_parents(indicators: list[Indicator]) -> list[Indicator]:
    """The rows without those that only sum up the rows below them (`产出指标 | | | 50` over its indicators); a sum that does not hold stays a row."""
    return [row for number, row in enumerate(indicators) if not _sums_up(row, indicators[number + 1 :])]


def _sums_up(row: Indicator, below: list[Indicator]) -> bool:
    if row.level3.name or row.target or row.actual or not row.points or row.points.value is None:
        return False
    depth = 2 if row.level2.name else 1
    path = _printed(row)[:depth]
    parts = [other for other in takewhile(lambda other: _printed(other)[:depth] == path, below) if other.level3.name or (depth == 1 and other.level2.name)]
    deepest = [other for other in parts if other.level3.name] or parts
    values = [other.points.value for other in deepest if other.points and other.points.value is not None]
    return len(values) == len(deepest) > 0 and sum(values) == row.points.value


def holds_indicator(layout: Layout, row: int, columns: Columns) -> bool:
    """Whether a row behind the totals is an indicator after all: it has a name and points or a score."""
    name = any(reach and own_text(layout, row, reach) for reach in columns.levels)
    return name and any(own_text(layout, row, columns.named[role]) for role in (Role.POINTS, Role.SCORE) if role in columns.named)
