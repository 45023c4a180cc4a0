"""A part of a sheet → a Form: what kind it is, its captions, its money, its goals, its indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ziping.amounts import PLAIN, WAN_YUAN, read_figure
from ziping.evaluation import Datum, Form, FormKind
from ziping.forms.bands import Band, Mark
from ziping.forms.caption_words import inline_caption, is_total
from ziping.forms.captions import captions_in, unit_cell, year_in
from ziping.forms.columns import Columns, columns_of
from ziping.forms.execution import execution_points, proved_points, scored_as_indicator
from ziping.forms.funds import guessed_unit, heading_of, is_of_tasks, read_funds
from ziping.forms.goals import goals_of
from ziping.forms.grid import datum, text
from ziping.forms.headings import LEVELS, Role, key, role_of, squeezed
from ziping.forms.indicators import read_rows, read_totals
from ziping.forms.layout import Layout
from ziping.forms.parts import Part
from ziping.forms.planned import planned_funds
from ziping.forms.trail import Trail
from ziping.forms.tree import Table, weigh, without_parents

_MONITOR = re.compile(r"监控")
_SCORING = re.compile(r"评分表|评价指标|评分指标|指标评分|计分表|打分表|评价表|指标体系|评价评分|评分标准")
_WHOLE = re.compile(r"整体")
_DECLARED = re.compile(r"目标(?:申报|批复|设定|审核)?表")
GOALS_ALONE = ("只有指标和目标值，没有完成值和得分，像是目标申报表", "标题是目标表，没有完成值和得分")
SCORED = (Role.ACTUAL, Role.SCORE, Role.EXPECTED)
HEADINGS = (Role.LEVEL1, Role.LEVEL3, Role.TARGET, Role.ACTUAL, Role.SCORE)  # what a table of indicators is known by


def headings_in(telling: dict[int, list[tuple[int, str]]], rows: Iterable[int]) -> dict[Role, tuple[int, int]]:
    """Which headings of a table of indicators stand in the rows, each with its first cell."""
    found: dict[Role, tuple[int, int]] = {}
    for row in rows:
        for column, words in telling.get(row, ()):
            role = role_of(words)
            if role in HEADINGS:
                found.setdefault(role, (row, column))
    return found


def looks_like_a_form(headings: dict[Role, tuple[int, int]]) -> bool:
    """Whether so many headings stand on a sheet that somebody meant it as a form: one alone (a remark on 得分) is none."""
    return len(headings) > 1


def read_form(layout: Layout, part: Part, trail: Trail, planned: bool = False) -> Form | None:
    """The form that stands in a part of a sheet; None, with the reason in the trail, when it is none. `planned`: goals alone, without what became
    of them, are taken too.
    """
    bands = [(band, columns_of(layout, band)) for band in part.bands if band.mark == Mark.INDICATORS]
    sheet = layout.grid.name
    if not bands:
        seen = headings_in(layout.telling, part.rows())
        missing = [role.value for role in HEADINGS if role not in seen]
        why = "没有指标表的标题行" if missing else "指标表的标题不在同一行"
        trail.skip(sheet, why, *missing, at=(part.title_at or min(seen.values())) if looks_like_a_form(seen) else None)
        return None
    kind, why = _kind(layout, part, [columns for _, columns in bands], planned)
    if kind is None:
        meant = any(columns.values for _, columns in bands) and not _DECLARED.search(squeezed(part.title))
        trail.skip(sheet, why, *(role.value for role in (Role.ACTUAL, Role.SCORE)), at=(bands[0][0].row, bands[0][0].heads[0].left) if meant else None)
        return None
    title = datum(layout.grid, *part.title_at) if part.title_at else Datum()
    form = Form(kind, sheet, title)
    trail.take(sheet, *(part.title_at or (part.bands[0].row, part.bands[0].heads[0].left)), NAMES[kind], why)
    _captions(layout, part, form, trail)
    _money(layout, part, form, trail)
    if planned and not form.funds:
        form.funds, form.money_unit = planned_funds(layout, range(part.first, part.bands[0].row), form.money_unit)
    form.goals = goals_of(layout, part)
    table = Table()
    spans = part.ends()
    for band, columns in bands:
        _explain(layout, band, columns, trail)
        read_rows(layout, band, columns, spans[band.row], table)
    weigh(table)
    form.indicators = without_parents(table.indicators) or table.placeholders
    form.idle = frozenset(table.idle)
    form.total_points, form.total_score = table.total_points, table.total_score
    if not table.total_score and (table.total_score is None or table.total_score.formula is None):  # a blank formula is a total yet to come
        _totals_below(layout, part, bands[-1][1], table)
        form.total_points = form.total_points or table.total_points
        form.total_score = table.total_score or _stated_total(layout, part, form.total_points) or form.total_score
    if scored_as_indicator(form):
        form.execution_points = None
    else:
        form.execution_points = form.execution_points or proved_points(form)
    for total, what in ((table.total_points, "总分值"), (table.total_score, "总分")):
        if total is not None:
            trail.take_cell(total.place, what, "总分行")
    return form


NAMES = {
    FormKind.PROJECT: "项目支出绩效自评表", FormKind.OVERALL: "部门整体支出绩效自评表", FormKind.MONITOR: "绩效目标执行监控表",
    FormKind.SCORING: "指标评分表", FormKind.BASE: "基础数据表",
}  # fmt: skip


def _kind(layout: Layout, part: Part, tables: list[Columns], planned: bool) -> tuple[FormKind | None, str]:
    title = squeezed(part.title)
    roles = {role for columns in tables for role in columns.named}
    scored = roles.intersection(SCORED)
    standard = Role.STANDARD in roles and (Role.POINTS in roles or any(w for c in tables for w in c.weights))
    goals = planned and any(columns.values for columns in tables)
    if not scored and not standard and not goals:
        return None, GOALS_ALONE[0]
    if not scored and _DECLARED.search(title) and not goals:
        return None, GOALS_ALONE[1]
    if _MONITOR.search(title) or Role.EXPECTED in roles:
        return FormKind.MONITOR, "标题或栏目为执行监控" if _MONITOR.search(title) else "有“全年预计完成情况”栏"
    name = part.title.strip()
    if _WHOLE.search(title):
        scoring = _SCORING.search(title) and not part.has(Mark.FUNDS)
        return (FormKind.SCORING if scoring else FormKind.OVERALL), f"标题“{name}”"
    if "项目" in title:
        return FormKind.PROJECT, f"标题“{name}”"
    if part.project:
        return FormKind.PROJECT, "有“项目名称”"
    if _SCORING.search(title):
        return FormKind.SCORING, f"标题“{name}”"
    names = {squeezed(words) for row in range(part.first, part.last) for _, words in layout.telling.get(row, ())}
    if any("整体支出" in name or "部门(单位)名称" in name or name == "基本支出" for name in names) or "部门" in title:
        return FormKind.OVERALL, "有部门（单位）名称或整体支出规模"
    if part.has(Mark.FUNDS) or any("项目名称" in name for name in names):
        return FormKind.PROJECT, "有项目资金的标题行"
    return FormKind.SCORING, "只有指标、分值和得分"


def _head_rows(part: Part) -> range:
    first = part.bands[0].row
    return range(part.first, first + 1)


def _captions(layout: Layout, part: Part, form: Form, trail: Trail) -> None:
    tables = _table_rows(layout, part)
    rows = [row for row in part.rows() if row not in tables]
    found = captions_in(layout, rows)
    form.project = found.get("项目名称")
    form.department = found.get("主管部门")
    form.unit = _filled(found, "单位名称", "实施单位") if form.kind in (FormKind.OVERALL, FormKind.SCORING) else _filled(found, "实施单位", "单位名称")
    if form.unit is None and form.kind is FormKind.OVERALL:
        form.unit = found.get("主管部门")
    form.grade = found.get("评价等级")
    for caption, value in found.items():
        if caption not in ("项目名称", "主管部门", "评价等级"):
            form.notes[caption] = value
        trail.take_cell(value.place, caption, f"标题“{caption}”")
    heads = [text(layout.grid, row, column) for row in _head_rows(part) for column, _ in layout.nonblank(row)]
    year = found.get("评价年度")
    form.year = year_in(part.title, year.text if year else "", *(words for words in heads if not _DATE.search(words)), layout.grid.name)


_DATE = re.compile(r"日期|时间|月|日|批复|文件|号")
_STATED = re.compile(r"^(?:自评|综合|评价|绩效|总)*(?:总?得?分|评分)$")


def _totals_below(layout: Layout, part: Part, columns: Columns, table: Table) -> None:
    """A row of totals that stands apart from the indicators (below a block of money), by the same columns: points and score both, or it is none."""
    bands = {row for band in part.bands for row in range(band.row, band.bottom + 1)} | _table_rows(layout, part)
    for row in part.rows():
        if row in bands or not is_total(layout.first_text(row)):
            continue
        below = Table()
        read_totals(layout, row, columns, below)
        if below.total_points and below.total_score:
            table.total_points, table.total_score = table.total_points or below.total_points, below.total_score
            return


def _stated_total(layout: Layout, part: Part, points: Datum | None) -> Datum | None:
    """A total score that stands with its caption outside of the table: `自评总分（分） | 97.6`, `自评得分：97.6分`. The total of the points is none."""
    bands = {row for band in part.bands for row in range(band.row, band.bottom + 1)} | _table_rows(layout, part)
    for row in part.rows():
        if row in bands:
            continue
        for column, words in layout.telling.get(row, ()):
            head, _, tail = squeezed(words).partition(":")
            if not _STATED.match(key(head)):
                continue
            whole = datum(layout.grid, row, column)
            if tail:
                figure = read_figure(tail.removesuffix("分"))
                return replace(whole, text=tail, figure=figure, label=head) if figure else None
            right = layout.span(row, column)[3] + 1
            if right < layout.columns and layout.anchor(row, right) == (row, right):
                value = datum(layout.grid, row, right, PLAIN, head)
                if value.figure is not None and (points is None or value.place != points.place):
                    return value
    return None


def _filled(found: dict[str, Datum], *names: str) -> Datum | None:
    return next((found[name] for name in names if found.get(name)), None) or next((found[name] for name in names if name in found), None)


def _table_rows(layout: Layout, part: Part) -> set[int]:
    """The rows of indicator tables: their words are no captions."""
    spans = part.ends()
    rows: set[int] = set()
    for band in part.bands:
        if band.mark == Mark.INDICATORS:
            last = next((row for row in range(band.bottom + 1, spans[band.row]) if _after_table(layout, row)), spans[band.row])
            rows.update(range(band.row, last))
    return rows


def _after_table(layout: Layout, row: int) -> bool:
    words = layout.first_text(row)
    return bool(words) and (is_total(words) or inline_caption(words) is not None)


def _money(layout: Layout, part: Part, form: Form, trail: Trail) -> None:
    told = unit_cell(layout, range(part.first, part.bands[0].row + 1))
    caption = told[0] if told else None
    form.money_unit = caption or WAN_YUAN
    blocks = [band for band in part.bands if band.block is not None]
    tasks = [band for band in blocks if is_of_tasks(layout, band.block)]  # type: ignore[arg-type]
    for band in blocks:
        assert band.block is not None
        lines, unit = read_funds(layout, band.block, caption)
        if unit is None and lines:
            unit = guessed_unit(lines)
            if unit != WAN_YUAN:
                lines, _ = read_funds(layout, band.block, unit)
            trail.take(layout.grid.name, band.row, band.heads[0].left, f"金额单位{unit}", "表中没有写明单位，按金额大小判断")
        form.money_unit = unit or form.money_unit
        if told is not None and lines and unit != caption and (heading := heading_of(layout, band.block, form.money_unit)) is not None:
            form.contrary = form.contrary or (datum(layout.grid, *told[1:]), datum(layout.grid, *heading))
        for line in lines if band in tasks and len(tasks) < len(blocks) else ():
            line.role = None  # the sum of tasks is no total of the form where that has one
        form.funds += lines
        form.execution_points = form.execution_points or execution_points(layout, band.block, form)
        for head in band.heads:
            trail.take(layout.grid.name, head.row, head.left, f"资金栏：{head.role.value}", f"标题“{squeezed(head.text)}”")


def _explain(layout: Layout, band: Band, columns: Columns, trail: Trail) -> None:
    def take(reach: tuple[int, int] | None, what: str) -> None:
        if reach:
            trail.take(layout.grid.name, band.row, reach[0], what, f"标题“{columns.heading(reach)}”")

    for number, reach in enumerate(columns.levels):
        take(reach, LEVELS[number].value)
    for number, reach in enumerate(columns.weights):
        take(reach, f"{LEVELS[number].value}的分值")
    for reach in columns.operators:
        take(reach, "指标值的运算符号")
    for reach in columns.values:
        take(reach, "年度指标值")
    for reach in columns.measures:
        take(reach, "指标值的度量单位")
    for role, reach in columns.named.items():
        take(reach, role.value)
    for heading, reach in (columns.causes | columns.likelihoods | columns.extra).items():
        take(reach, heading)
