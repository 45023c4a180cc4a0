"""The rows of an indicator table: which rows are indicators, what their fields hold, where the table ends, its totals."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ziping.amounts import PLAIN, read_figure
from ziping.evaluation import Datum, Indicator, Place
from ziping.forms.bands import Band
from ziping.forms.caption_words import inline_caption, is_total
from ziping.forms.columns import Columns
from ziping.forms.grid import address, datum, raw, text
from ziping.forms.headings import Role, key, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.reach import Reach, cell_in, own_text, value_in
from ziping.forms.targets import measured, target_of
from ziping.forms.tree import Table, holds_indicator, levels_of, section_of

_END = re.compile(
    r"^(?:注|说明|备注|填表说明|填报说明|评价结论|自评结论|存在问题|存在的问题|改进措施|其他需要说明.{0,4}|其他说明|联系人|填报人|填表人|单位负责人|绩效自评结论|评价等级|自评等级|综合评价|"
    r"主要经验|有关建议|审核意见|主管部门意见|财政部门意见|等级|绩效等级|项目负责人|负责人|自评结果|(?:年度)?(?:绩效|总体)*目标\d*|偏差大或.*|改进措施.*|存在问题.*|其他.{0,4}问题|填表日期|填报日期|审核人|复核人|单位\(盖章\)|专家签字|评价组.*)(?:[:：(（、.,0-9一]|$)"
)
_PAGE = re.compile(r"^第.{1,3}页|^共.{1,3}页|^-?\d+-?$")  # a page's number typed between its rows
_PLACEHOLDER = re.compile(r"^(?:指标\d*|[.…·。\s]+|\d+)[:：、.…]*$")


def read_rows(layout: Layout, band: Band, columns: Columns, last: int, table: Table) -> int:
    """Add the rows below a band to the table, down to `last` (exclusive). Returns the row behind the last one read."""
    row = band.bottom + 1
    totalled = False
    first = columns.first
    side = next((raw(layout.grid, band.row, column) for column in range(first - 1, -1, -1) if text(layout.grid, band.row, column)), None)
    while row < last:
        cells = layout.nonblank(row)
        if not cells:
            table.idle.add(row)
            row += 1
            continue
        if len(cells) > 1 and cells[0][0] < first and cells[0][1] == side:
            cells = cells[1:]  # the side heading, repeated where a merge was lost
        words = text(layout.grid, row, cells[0][0])
        if is_total(words) or _is_total_with_score(words):
            read_totals(layout, row, columns, table)
            totalled = True
        elif not totalled and not _ending(words) and (section := section_of(layout, row, columns, words, last)):
            table.section = section
        elif (_ends(layout, row, words) and not _in_tree(layout, row, columns, cells[0][0])) or (totalled and not holds_indicator(layout, row, columns)):
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


def _in_tree(layout: Layout, row: int, columns: Columns, first: int) -> bool:
    """Whether a row that begins like a remark (绩效目标, 其他…) is an indicator: named inside the tree, with a figure for points or score."""
    if not any(reach and reach[0] <= first <= reach[1] for reach in columns.levels):
        return False
    named = (columns.named[role] for role in (Role.POINTS, Role.SCORE) if role in columns.named)
    return any(layout.anchor(row, reach[0])[0] == row and datum(layout.grid, row, reach[0]).figure is not None for reach in named)


def _indicator(layout: Layout, row: int, columns: Columns, table: Table) -> None:
    levels, own = levels_of(layout, row, columns, table)
    name = levels[2].name or levels[1].name or levels[0].name

    def label(reach: Reach | None) -> str:
        return f"{name}/{columns.heading(reach)}"

    target = target_of(layout, row, columns, label)
    indicator = Indicator(*levels, target=target)
    for field_name, reach, heading, shared in columns.fields:
        at = cell_in(layout, row, reach)
        if at is not None and (shared or at[0] == row):
            setattr(indicator, field_name, datum(layout.grid, *at, PLAIN, name + heading))
    measured(layout, row, columns, indicator)
    for kind, reach in columns.causes.items():
        value = value_in(layout, row, reach, label(reach))
        if value is not None:
            indicator.causes[kind] = value
    if columns.likelihoods:
        indicator.likelihood = next((kind for kind, reach in columns.likelihoods.items() if own_text(layout, row, reach)), "")
    for heading, reach in columns.extra.items():
        value = value_in(layout, row, reach, label(reach))
        if value is not None:
            indicator.extra[heading] = value
    indicator.place = levels[own - 1].place if own else Place(layout.grid.name, address(row, layout.nonblank(row)[0][0]))
    filled = indicator.filled
    if not own and not filled and layout.nonblank(row)[0][0] >= columns.first:
        table.idle.add(row)
    if not own and (not filled or layout.nonblank(row)[0][0] < columns.first):
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


@lru_cache(maxsize=4096)
def _is_total_with_score(words: str) -> bool:
    """`自评总分：97分` in one cell."""
    head, _, tail = squeezed(words).partition(":")
    return bool(tail) and is_total(head) and read_figure(tail) is not None


def _full_marks(value: Datum, table: Table) -> bool:
    """Whether a total is that of the points: 100, or what the points of the rows add up to."""
    known = [row.points.value for row in table.indicators if row.points and row.points.value is not None]
    return value.value == 100 or (bool(known) and value.value == sum(known))


_OF_POINTS = re.compile(r"^(?:总|合计)?(?:分值|满分|权重)(?:合计)?$")
_OF_SCORE = re.compile(r"^(?:自评|评价)?(?:总|最终|合计)?(?:得分|评分)(?:合计)?$")


def read_totals(layout: Layout, row: int, columns: Columns, table: Table) -> None:
    """The row of totals: by its columns; where those are covered by merged cells, its numbers from left to right."""
    cells = layout.nonblank(row)
    label = text(layout.grid, row, cells[0][0])
    head, _, tail = label.replace("：", ":").partition(":")
    if tail and read_figure(tail):
        first = datum(layout.grid, row, cells[0][0])
        table.total_score = replace(first, text=tail.strip(), figure=read_figure(tail.removesuffix("分")), label=squeezed(head))
        cells = cells[1:]
    points, score = columns.named.get(Role.POINTS), columns.named.get(Role.SCORE)
    numbers, weighed, caption = [], None, ""
    captions = {key(value) for _, value in cells[1:] if isinstance(value, str)}
    captioned = any(map(_OF_POINTS.match, captions)) and any(map(_OF_SCORE.match, captions))  # 总分值 | 100 | 总得分 | 97.5
    for column, _ in cells[1:] if not tail else cells:
        value = datum(layout.grid, row, column, PLAIN, squeezed(head))
        if value.figure is None and not value.error:
            caption = key(value.text)
            continue
        if captioned and _OF_POINTS.match(caption):
            table.total_points, caption = value, ""
        elif captioned and _OF_SCORE.match(caption):
            table.total_score, caption = value, ""
        elif score and score[0] <= column <= score[1]:
            table.total_score = value
        elif points and points[0] <= column <= points[1]:
            table.total_points = value
        elif any(reach and reach[0] <= column <= reach[1] for reach in columns.weights):
            weighed = weighed or value
        else:
            numbers.append((column, value))
    table.total_points = table.total_points or weighed
    numbers = [value for column, value in numbers if not score or column <= score[1]]
    if len(numbers) > 1 and points:
        table.total_points = table.total_points or numbers.pop(0)
    for value in numbers[:1]:
        if table.total_points is None and (points or value.value == 100) and (table.total_score is not None or (points and _full_marks(value, table))):
            table.total_points = value
        elif table.total_score is None:
            table.total_score = value
    if score:
        formula = value_in(layout, row, score, squeezed(head), shared=False)
        awaited = formula is not None and (formula or formula.formula or table.total_points is not None)
        if awaited and formula.figure is None and table.total_score is None:
            table.total_score = formula
    if points and table.total_points is None:
        formula = value_in(layout, row, points, squeezed(head), shared=False)
        table.total_points = formula if formula is not None and formula.formula and formula.figure is None else None  # no points yet, or no result
