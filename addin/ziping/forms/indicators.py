"""The rows of an indicator table: levels filled down, weights from brackets or columns, a target joined from its columns, the totals."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ziping.amounts import PLAIN, fold, read_figure
from ziping.evaluation import Datum, Indicator, Level, Place
from ziping.forms.columns import Columns, Reach
from ziping.forms.grid import address, datum, figure_in, raw, text
from ziping.forms.headings import Role, inline_caption, is_total, key, name_and_weight, role_of, squeezed
from ziping.forms.layout import Band, Layout

_END = re.compile(
    r"^(?:注|说明|备注|填表说明|填报说明|评价结论|自评结论|存在问题|存在的问题|改进措施|其他需要说明.{0,4}|其他说明|联系人|填报人|填表人|单位负责人|绩效自评结论|评价等级|自评等级|综合评价|"
    r"主要经验|有关建议|审核意见|主管部门意见|财政部门意见|等级|绩效等级|项目负责人|负责人|自评结果|(?:年度)?(?:绩效|总体)*目标\d*|偏差大或.*|改进措施.*|存在问题.*|其他.{0,4}问题|填表日期|填报日期|审核人|复核人|单位\(盖章\)|专家签字|评价组.*)(?:[:：(（、.,0-9一]|$)"
)
_PAGE = re.compile(r"^第.{1,3}页|^共.{1,3}页|^-?\d+-?$")  # a page's number typed between its rows
_PLACEHOLDER = re.compile(r"^(?:指标\d*|[.…·。\s]+|\d+)[:：、.…]*$")
_OPERATOR = re.compile(r"^(?:[≥≤><=＞＜＝≧≦═﹥﹤≠]|>=|<=|＞＝|＜＝|大于|小于|等于|大于等于|小于等于|不低于|不高于|不少于|不超过|定性|定量)+$")
_NOTHING = frozenset(("/", "-", "—", "--", "——", "无", "\\", "\\/", "*"))


@dataclass(slots=True)
class Table:
    """What the indicator bands of one form yield; levels run on from one page to the next.

    `weighed`: rows of a table without a points column, whose points are those printed behind the names.
    """

    indicators: list[Indicator] = field(default_factory=list)
    total_points: Datum | None = None
    total_score: Datum | None = None
    levels: list[Level] = field(default_factory=lambda: [Level(), Level(), Level()])
    placeholders: list[Indicator] = field(default_factory=list)
    read: list[tuple[int, int] | None] = field(default_factory=lambda: [None, None, None])
    known: list[Level] = field(default_factory=lambda: [Level(), Level(), Level()])
    weighed: list[Indicator] = field(default_factory=list)


def read_rows(layout: Layout, band: Band, columns: Columns, last: int, table: Table) -> int:
    """Add the rows below a band to the table, down to `last` (exclusive). Returns the row behind the last one read."""
    row = band.bottom + 1
    totalled = False
    first = next((reach[0] for reach in columns.levels if reach), 0)
    side = next((raw(layout.grid, band.row, column) for column in range(first - 1, -1, -1) if text(layout.grid, band.row, column)), None)
    while row < last:
        cells = layout.nonblank(row)
        if not cells:
            row += 1
            continue
        if len(cells) > 1 and cells[0][0] < first and cells[0][1] == side:
            cells = cells[1:]  # the side heading, repeated where a merge was lost
        words = text(layout.grid, row, cells[0][0])
        if is_total(words) or _is_total_with_score(words):
            _totals(layout, row, columns, table)
            totalled = True
        elif not totalled and _section(layout, row, columns, words, last):
            pass
        elif (_ends(layout, row, words) and not _in_tree(layout, row, columns, cells[0][0])) or (totalled and not _full(layout, row, columns)):
            below = None if totalled else _total_below(layout, row, last)
            if below is None:
                break
            row = below  # remarks between the indicators and their total
            continue
        elif not key(words).endswith("小计") and not (len(cells) == 1 and _PAGE.match(squeezed(words))):
            _indicator(layout, row, columns, table)
        row += 1
    return row


def _total_below(layout: Layout, row: int, last: int) -> int | None:
    """The row of totals that stands a few rows below this one, if one does."""
    return next((below for below in range(row + 1, min(row + 4, last)) if is_total(layout.first_text(below))), None)


def _ends(layout: Layout, row: int, words: str) -> bool:
    if _ending(words):
        return True
    cells = layout.nonblank(row)
    if len(cells) > 1:
        return False
    whole = layout.span(row, cells[0][0])
    return whole[3] - whole[1] + 1 >= max(4, layout.columns - 2) and whole[1] <= 1


@lru_cache(maxsize=4096)
def _ending(words: str) -> bool:
    return bool(_END.match(squeezed(words))) or inline_caption(words) is not None or role_of(words) is Role.REASON


def _full(layout: Layout, row: int, columns: Columns) -> bool:
    """Whether a row behind the totals is an indicator after all: it has a name and points or a score."""
    name = any(reach and _own(layout, row, reach) for reach in columns.levels)
    return name and any(_own(layout, row, columns.named[role]) for role in (Role.POINTS, Role.SCORE) if role in columns.named)


def _section(layout: Layout, row: int, columns: Columns, words: str, last: int) -> bool:
    """A heading across the whole table (`一、产出指标（60分）`) with an indicator right below it."""
    if len(layout.nonblank(row)) > 1 or _ending(words) or "指标" not in words or len(words) > 24:
        return False
    below = next((r for r in range(row + 1, min(row + 3, last)) if layout.nonblank(r)), None)
    if below is None or layout.span(row, layout.nonblank(row)[0][0])[3] < max(level[0] for level in columns.levels if level):
        return False
    return _full(layout, below, columns) and not is_total(layout.first_text(below))


def _in_tree(layout: Layout, row: int, columns: Columns, first: int) -> bool:
    """Whether a row that begins like a remark (绩效目标, 其他…) is an indicator: named inside the tree, with a figure for points or score."""
    if not any(reach and reach[0] <= first <= reach[1] for reach in columns.levels):
        return False
    named = (columns.named[role] for role in (Role.POINTS, Role.SCORE) if role in columns.named)
    return any(layout.anchor(row, reach[0])[0] == row and datum(layout.grid, row, reach[0]).figure is not None for reach in named)


def _own(layout: Layout, row: int, reach: Reach) -> str:
    """The text of the row's own cells within the columns, joined."""
    if reach[0] == reach[1]:
        return text(layout.grid, row, reach[0])
    return "".join(text(layout.grid, row, column) for column in range(reach[0], reach[1] + 1))


def _cell(layout: Layout, row: int, reach: Reach) -> tuple[int, int] | None:
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


def _value(layout: Layout, row: int, reach: Reach | None, label: str, shared: bool = True) -> Datum | None:
    """What stands in the columns in this row; a merged cell counts for every row it covers if `shared`, else for its first."""
    at = _cell(layout, row, reach) if reach else None
    if at is None or (at[0] != row and not shared):
        return None
    return datum(layout.grid, *at, label=label)


def _indicator(layout: Layout, row: int, columns: Columns, table: Table) -> None:
    levels, own = _levels(layout, row, columns, table)
    name = levels[2].name or levels[1].name or levels[0].name

    def label(reach: Reach | None) -> str:
        return f"{name}/{columns.heading(reach)}"

    target = _target(layout, row, columns, label)
    indicator = Indicator(*levels, target=target)
    for field_name, reach, heading, shared in columns.fields:
        at = _cell(layout, row, reach)
        if at is not None and (shared or at[0] == row):
            setattr(indicator, field_name, datum(layout.grid, *at, PLAIN, name + heading))
    _measured(layout, row, columns, indicator)
    for kind, reach in columns.causes.items():
        value = _value(layout, row, reach, label(reach))
        if value:
            indicator.causes[kind] = value
    indicator.likelihood = next((kind for kind, reach in columns.likelihoods.items() if _own(layout, row, reach)), "")
    for heading, reach in columns.extra.items():
        value = _value(layout, row, reach, label(reach))
        if value is not None:
            indicator.extra[heading] = value
    indicator.place = levels[own - 1].place if own else Place(layout.grid.name, address(row, layout.nonblank(row)[0][0]))
    filled = indicator.filled
    first = next((reach[0] for reach in columns.levels if reach), 0)
    if not own and (not filled or layout.nonblank(row)[0][0] < first):
        return  # nothing, or points that stand beside the tree (加分项)
    if not filled and _overhangs(layout, row, columns):
        return  # a remark over the columns of figures (偏差原因 | 无)
    table.levels = levels
    third = squeezed(levels[2].name)
    if not filled and (_PLACEHOLDER.match(third) if third else own < 2 or _PLACEHOLDER.match(squeezed(levels[1].name))):
        if third.strip(".…·。"):
            table.placeholders.append(indicator)
        return
    table.indicators.append(indicator)
    if Role.POINTS not in columns.named:
        table.weighed.append(indicator)


def _overhangs(layout: Layout, row: int, columns: Columns) -> bool:
    """Whether a name in the row reaches beyond the columns of the levels."""
    last = max((reach[1] for reach in columns.levels if reach), default=0)
    return any(column <= last < layout.span(row, column)[3] for column, _ in layout.nonblank(row))


def _measured(layout: Layout, row: int, columns: Columns, indicator: Indicator) -> None:
    """The completed value with its unit, where that stands in a column of its own."""
    measure = _value(layout, row, columns.achieved_measure, "") if columns.achieved_measure else None
    if measure and indicator.actual and squeezed(measure.text) not in _NOTHING and _countable(indicator.actual.text, measure.text):
        joined = indicator.actual.text + measure.text
        indicator.actual = replace(indicator.actual, text=joined, figure=read_figure(joined))


def weigh(table: Table) -> None:
    """Points of rows that have no column for them: the weight of the row's own last level, or of the level that it alone makes up."""
    shares = Counter(path[:depth] for path in map(_printed, table.weighed) for depth in (1, 2))
    for indicator in table.weighed:
        path = _printed(indicator)
        for depth, level in ((3, indicator.level3), (2, indicator.level2), (1, indicator.level1)):
            if level.weight is not None and (depth == 3 or shares[path[:depth]] == 1):
                indicator.points = level.weight
                break
            if level.name and depth < 3 and shares[path[:depth]] > 1:
                break


def _printed(indicator: Indicator) -> tuple[str, str]:
    return indicator.level1.printed, indicator.level2.printed


def _levels(layout: Layout, row: int, columns: Columns, table: Table) -> tuple[list[Level], int]:
    """The three levels of a row, the first two filled down, and the deepest one that the row names itself (0: none)."""
    found: list[Level] = []
    own, fresh = 0, False
    for number, reach in enumerate(columns.levels):
        if reach is None:
            found.append(Level())
            continue
        at = _cell(layout, row, reach)
        words = text(layout.grid, *at) if at else ""
        if words and at:
            if at[0] == row:
                own, fresh = number + 1, fresh or number < 2
            if table.read[number] != at:  # a merged heading is read once
                table.read[number], table.known[number] = at, _level(layout, at, words, number, columns)
            found.append(table.known[number])
        elif number < 2 and not fresh and at is not None:
            found.append(table.levels[number])
        else:
            found.append(Level())
    return found, own


def _level(layout: Layout, at: tuple[int, int], words: str, number: int, columns: Columns) -> Level:
    place = Place(layout.grid.name, address(*at))
    reach = columns.weights[number]
    weight = _value(layout, at[0], reach, f"{squeezed(words)}/{columns.heading(reach)}") if reach else None
    name, printed = name_and_weight(words, number < 2 or Role.POINTS not in columns.named)
    if printed is not None:
        if not weight:
            weight = Datum(printed, figure_in(printed), place, label=squeezed(name))
    else:
        name = words
    return Level(name, weight, place, words)


def _target(layout: Layout, row: int, columns: Columns, label) -> Datum | None:  # noqa: ANN001 - a function of this module
    """The target as one text: operator, value and unit where they stand in columns of their own; the adjusted one where there is one."""
    adjusted = _value(layout, row, columns.adjusted, "") if columns.adjusted else None
    if adjusted and squeezed(adjusted.text) not in _NOTHING:
        columns = replace(columns, values=[columns.adjusted], adjusted=None)  # type: ignore[list-item]
    if len(columns.values) == 1 and not (columns.operators or columns.natures or columns.measures) and columns.values[0][0] == columns.values[0][1]:
        return _value(layout, row, columns.values[0], label(columns.values[0]))
    pieces: list[Datum] = []
    for reach in columns.operators + columns.natures:
        sign = _value(layout, row, reach, label(reach))
        if sign and not pieces and _OPERATOR.match(squeezed(sign.text)) and squeezed(sign.text) not in ("定性", "定量"):
            pieces.append(sign)
    values = [datum(layout.grid, *at, label=label(reach)) for reach in columns.values for at in _cells(layout, row, reach)]
    values = [value for n, value in enumerate(values) if n == 0 or not value or value.text != values[n - 1].text]
    told = [value for value in values if value and squeezed(value.text) not in _NOTHING]
    pieces += told or [value for value in values if value]
    if not any(values):
        return values[0] if values and not pieces else pieces[0] if pieces else None
    for reach in columns.measures:
        measure = _value(layout, row, reach, label(reach))
        if measure and squeezed(measure.text) not in _NOTHING and _countable(pieces[-1].text, measure.text):
            pieces.append(measure)
    if len(pieces) == 1:
        return pieces[0]
    if len(pieces) > 1 and pieces[1].text.startswith(pieces[0].text) and pieces[0] not in values:
        del pieces[0]  # the operator is typed with the value as well
    joined = "".join(piece.text for piece in pieces)
    return replace(pieces[0] if pieces[0] in values else next(value for value in values if value), text=joined, figure=read_figure(joined))


def _cells(layout: Layout, row: int, reach: Reach) -> list[tuple[int, int]]:
    """The different cells that are seen in the columns in this row, from left to right."""
    seen = []
    for column in range(reach[0], reach[1] + 1):
        at = layout.anchor(row, column)
        if at not in seen and reach[0] <= at[1] <= reach[1]:
            seen.append(at)
    return seen


def _countable(value: str, measure: str) -> bool:
    """Whether a unit goes behind the value: the value ends in a number that does not carry the unit already."""
    value, measure = fold(value).strip(), fold(measure).strip()
    return bool(value) and value[-1].isdigit() and not value.endswith(measure)


@lru_cache(maxsize=4096)
def _is_total_with_score(words: str) -> bool:
    """`自评总分：97分` in one cell."""
    head, _, tail = squeezed(words).partition(":")
    return bool(tail) and is_total(head) and read_figure(tail) is not None


def _totals(layout: Layout, row: int, columns: Columns, table: Table) -> None:
    """The row of totals: by its columns; where those are covered by merged cells, its numbers from left to right."""
    cells = layout.nonblank(row)
    label = text(layout.grid, row, cells[0][0])
    head, _, tail = label.replace("：", ":").partition(":")
    if tail and read_figure(tail):
        first = datum(layout.grid, row, cells[0][0])
        table.total_score = replace(first, text=tail.strip(), figure=read_figure(tail.removesuffix("分")), label=squeezed(head))
        cells = cells[1:]
    points, score = columns.named.get(Role.POINTS), columns.named.get(Role.SCORE)
    numbers = []
    for column, _ in cells[1:] if not tail else cells:
        value = datum(layout.grid, row, column, PLAIN, squeezed(head))
        if value.figure is None and not value.error:
            continue
        if score and score[0] <= column <= score[1]:
            table.total_score = value
        elif points and points[0] <= column <= points[1]:
            table.total_points = value
        else:
            numbers.append((column, value))
    for column, value in numbers:
        if score and column > score[1]:
            continue
        if table.total_points is None and (len(numbers) > 1 or table.total_score is not None or (score and column < score[0])):
            table.total_points = value
        elif table.total_score is None:
            table.total_score = value
    if score:
        formula = _value(layout, row, score, squeezed(head), shared=False)
        if formula is not None and (formula or formula.formula) and formula.figure is None and table.total_score is None:
            table.total_score = formula
