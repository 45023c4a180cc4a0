"""Forms with an indicator tree as tables: head lines, fund block, goals, indicators under their merged headings, total, signatures."""

from __future__ import annotations

from ziping.amounts import POINTS
from ziping.evaluation import Form, Indicator, Level
from ziping.reports.catalogue import clean
from ziping.reports.columns import (
    MONITOR,
    OVERALL,
    POINTS_OF,
    PROJECT,
    SCORE_OF,
    SCORING,
    Column,
    fund_columns,
    fund_label,
    fund_text,
    indicator_columns,
)
from ziping.reports.grid import MARGIN, Cell, Table, bare, breadth, digits, fit, head, left, scored, show

LINE, WIDE_LINE = 78, 116  # digits of 10.5 points on the line of an upright and of a turned page
UNSIGNED = ("金额单位", "单位名称", "实施单位", "填报单位", "项目名称", "主管部门", "评价年度", "单位")  # what a form notes and the table says elsewhere
TITLES = {PROJECT: "项目支出绩效自评表", OVERALL: "部门整体支出绩效自评表", SCORING: "整体绩效自评指标评分表", MONITOR: "项目支出绩效目标执行监控表"}
WORDS = {OVERALL: ("整体支出规模", "年初设定目标", "全年完成情况")}


def form_table(form: Form, body: str) -> Table:
    """The form of any kind with an indicator tree; columns that its sheet does not have are left out."""
    levels = 3 if form.kind is PROJECT or any(row.level3.name for row in form.indicators) else 2
    weighted = form.kind is OVERALL and any(row.level1.weight for row in form.indicators)
    columns = indicator_columns(form)
    heads = ["一级指标", *(["权重"] if weighted else []), "二级指标", "三级指标"][: levels + weighted] + [column.heading for column in columns]
    wanted = [breadth(heading, texts) for heading, texts in zip(heads, _texts(form, levels, weighted, columns), strict=True)]
    room = LINE if any(column.role == "standard" for column in columns) else 1.25 * LINE  # sentences need breadth, names and rates can do with less
    wide = sum(least for least, _ in wanted) > LINE or sum(more for _, more in wanted) > room
    widths = fit(wanted, WIDE_LINE if wide else LINE)
    unit = bare(form.unit) or clean(body)
    named = form.kind in (PROJECT, MONITOR) and bool(form.project or form.department) or form.kind is OVERALL
    captions = f"填报单位：{unit}" if unit and not named else "", f"单位：{form.money_unit.text}" if form.funds else ""
    table = Table(clean(form.title.text.strip()) or TITLES[form.kind], widths, captions)
    table.wide = wide
    _cut(table, form)
    _names(table, form, unit)
    _funds(table, form, f"{WORDS.get(form.kind, ('项目资金',))[0]}（{form.money_unit.text}）")
    _goals(table, form)
    if form.indicators:
        table.repeat, table.split = (0, table.height) if table.height else (1, 0)
        table.row(*(head(text) for text in heads))
    _tree(table, form.indicators, levels, weighted, columns)
    _total(table, form, columns, levels + weighted)
    signed = [f"{clean(caption)}：{bare(datum)}" for caption, datum in form.notes.items() if caption not in UNSIGNED]
    table.notes += ["\u3000\u3000\u3000\u3000".join(signed)] if signed else []
    return table


def _texts(form: Form, levels: int, weighted: bool, columns: list[Column]) -> list[list[str]]:
    """What stands in each column of the indicator rows."""
    rows = form.indicators
    paths = [[clean(row.level1.name) if weighted else _weighted(row.level1), _weighted(row.level2), _weighted(row.level3)][:levels] for row in rows]
    levelled = [[path[depth] for path in paths] for depth in range(levels)]
    if weighted:
        levelled.insert(1, [show(row.level1.weight, POINTS) for row in rows])
    return levelled + [[column.text(row) for row in rows] for column in columns]


def _names(table: Table, form: Form, unit: str) -> None:
    if form.kind in (PROJECT, MONITOR) and (form.project or form.department):
        a, b = table.spread((1, 4))
        table.row(head("项目名称", a), left(bare(form.project), b))
        a, b, c, d = table.spread((1, 2, 1, 2))
        table.row(head("主管部门", a), left(bare(form.department), b), head("实施单位", c), left(unit, d))
    elif form.kind is OVERALL and unit:
        a, b = table.spread((3, 8))
        table.row(head("部门（单位）名称", a), left(unit, b))


def _funds(table: Table, form: Form, words: str) -> None:
    if not form.funds:
        return
    present = fund_columns(form)
    spans = table.spread(_fund_needs(form), 1, fine=True)
    headings = (head(text, span) for text, span in zip(["", *(heading for _, heading in present)], spans, strict=True))
    table.row(head(words, table.factor, len(form.funds) + 1), *headings, fine=True)
    for line in form.funds:
        texts = [fund_text(line, attribute, form.money_unit) for attribute, _ in present]
        table.row(left(fund_label(line), spans[0]), *(Cell(text, span) for text, span in zip(texts, spans[1:], strict=True)), fine=True)


def _cut(table: Table, form: Form) -> None:
    """A fund block with more columns than the tree, or with amounts too long for them, needs the tree's columns cut."""
    if not form.funds:
        return
    needs = _fund_needs(form)
    for factor in range(-(-len(needs) // (len(table.widths) - 1)), 5):
        table.factor = factor
        spans, parts = table.spread(needs, 1, fine=True), table.columns[factor:]
        edges = [sum(spans[:i]) for i in range(len(spans) + 1)]
        scale = (WIDE_LINE if table.wide else LINE) / sum(table.columns)
        if all(sum(parts[a:b]) * scale >= need for a, b, need in zip(edges, edges[1:], needs, strict=False)):
            return


def _fund_needs(form: Form) -> list[float]:
    """The widths of the label's and the least of the other columns of the fund block, in digits: a heading may take two lines, an amount may not.

    Labels get one line where the amounts leave the room for it.
    """
    needs = [breadth(h, [fund_text(line, a, form.money_unit) for line in form.funds])[0] for a, h in fund_columns(form)]
    whole = MARGIN + max(digits(fund_label(line)) for line in form.funds)
    return [max(9.0, min(whole, 0.8 * LINE - sum(needs))), *needs]


def _goals(table: Table, form: Form) -> None:
    goals = [goal for goal in form.goals if goal.expected or goal.achieved]
    if not goals:
        return
    _, planned, achieved = WORDS.get(form.kind, ("", "预期目标", "实际完成情况"))
    if all(goal.achieved is None for goal in goals):
        table.row(head("年度总体目标", rows=len(goals)), left(bare(goals[0].expected), len(table.widths) - 1))
        for goal in goals[1:]:
            table.row(left(bare(goal.expected), len(table.widths) - 1))
        return
    a, b = table.spread((1, 1), 1)
    table.row(head("年度总体目标", rows=len(goals) + 1), head(planned, a), head(achieved, b))
    for goal in goals:
        table.row(left(bare(goal.expected), a), left(bare(goal.achieved), b))


def _weighted(level: Level) -> str:
    """产出指标（50分）."""
    if level.printed:
        return clean(level.printed.strip())
    weight, name = show(level.weight, POINTS), clean(level.name)
    return f"{name}（{weight}分）" if weight and name and not name.endswith(("分）", "分)")) else name


def _broken(text: str, table: Table, column: int) -> str:
    """A heading too long for its column, broken before its weight and not within it."""
    width = table.widths[column] * (WIDE_LINE if table.wide else LINE) / sum(table.widths)
    name, bracket, weight = text.rpartition("（") if "（" in text else text.rpartition("(")
    breaks = name and digits(weight) < 8 and MARGIN + digits(name) <= width < MARGIN + digits(text)
    return f"{name}\n{bracket}{weight}" if breaks else text


def _tree(table: Table, rows: list[Indicator], levels: int, weighted: bool, columns: list[Column]) -> None:
    """Indicator rows: a heading of the upper levels covers the rows below it."""
    paths = [(row.level1, row.level2, row.level3)[:levels] for row in rows]
    for i, (row, path) in enumerate(zip(rows, paths, strict=True)):
        cells: list[Cell] = []
        for depth, level in enumerate(path):
            key, run = path[: depth + 1], 1
            if depth < levels - 1:
                if i and paths[i - 1][: depth + 1] == key:
                    continue
                while i + run < len(paths) and paths[i + run][: depth + 1] == key:
                    run += 1
            own = weighted and not depth
            text = clean(level.name) if own else _weighted(level)
            cells.append(Cell(text) if depth == 2 else head(_broken(text, table, depth + (weighted and depth > 0)), rows=run))
            if own:
                cells.append(Cell(show(level.weight, POINTS), rows=run))
        table.row(*cells, *(Cell(column.text(row), align=column.align) for column in columns))


def _total(table: Table, form: Form, columns: list[Column], before: int) -> None:
    """总分 under the columns of points and scores; the cells between the words and the figures are one."""
    if not (form.total_points or form.total_score or form.indicators):
        return
    totals = {POINTS_OF: show(form.total_points, POINTS), SCORE_OF: scored(form.total_score, POINTS, form.kind is not MONITOR and any(row.filled for row in form.indicators), "总分")}
    roles = [column.role for column in columns]
    at = min((roles.index(role) for role in totals if role in roles), default=None)
    if at is None:
        return
    table.row(head("总分", before + at), *(Cell(totals.get(role, "")) for role in roles[at:]))
    if form.grade is not None:
        table.row(head("等级", before + at), Cell(bare(form.grade), len(roles) - at))
