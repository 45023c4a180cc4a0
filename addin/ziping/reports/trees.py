"""Forms with an indicator tree as tables: head lines, fund block, goals, indicators under their merged headings, total, signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ziping.amounts import PERCENT, POINTS, Unit
from ziping.evaluation import Datum, Form, FormKind, FundLine, Indicator, Level
from ziping.reports.catalogue import clean
from ziping.reports.grid import MARGIN, Cell, Table, bare, breadth, digits, fit, head, left, show


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the indicator rows; always: shown even when no row fills it, in these kinds of form."""

    heading: str
    text: Callable[[Indicator], str]
    always: tuple[FormKind, ...] = ()
    align: str = "left"


PROJECT, OVERALL, SCORING, MONITOR = FormKind.PROJECT, FormKind.OVERALL, FormKind.SCORING, FormKind.MONITOR
COLUMNS = (
    Column("年度指标值", lambda r: bare(r.target), (PROJECT, OVERALL, MONITOR)),
    Column("实际完成值", lambda r: bare(r.actual), (PROJECT, OVERALL, MONITOR)),
    Column("全年预计完成情况", lambda r: bare(r.expected), (MONITOR,)),
    Column("评分标准", lambda r: bare(r.standard)),
    Column("分值", lambda r: show(_points(r), POINTS), (PROJECT, SCORING), "center"),
    Column("得分", lambda r: show(r.score, POINTS), (PROJECT, OVERALL, SCORING), "center"),
    Column("偏差原因分析及改进措施", lambda r: bare(r.reason), (PROJECT, OVERALL)),
)
HEADINGS = {
    OVERALL: {"实际完成值": "全年完成值", "得分": "自评得分", "偏差原因分析及改进措施": "偏差及原因分析"},
    MONITOR: {"实际完成值": "1—6月执行情况", "偏差原因分析及改进措施": "偏差原因分析"},
    SCORING: {"实际完成值": "完成情况", "得分": "自评得分", "偏差原因分析及改进措施": "得分依据及扣分原因"},
}
FUNDS: tuple[tuple[str, str], ...] = (
    ("年初预算数", "initial"), ("全年预算数", "adjusted"), ("全年执行数", "executed"), ("全年预计执行数", "expected"), ("分值", "points"), ("执行率", "rate"), ("得分", "score"),
)  # fmt: skip
ALWAYS = {PROJECT: {"initial", "adjusted", "executed", "points", "rate", "score"}, OVERALL: {"adjusted", "executed", "rate"}, MONITOR: {"initial", "executed", "rate", "expected"}}
LINE, WIDE_LINE = 78, 116  # digits of 10.5 points on the line of an upright and of a turned page
UNSIGNED = ("金额单位", "单位名称", "实施单位", "填报单位", "项目名称", "主管部门", "评价年度", "单位")  # what a form notes and the table says elsewhere
TITLES = {PROJECT: "项目支出绩效自评表", OVERALL: "部门整体支出绩效自评表", SCORING: "整体绩效自评指标评分表", MONITOR: "项目支出绩效目标执行监控表"}
WORDS = {OVERALL: ("整体支出规模", "年初设定目标", "全年完成情况")}


def form_table(form: Form, body: str) -> Table:
    """The form of any kind with an indicator tree; columns that its sheet does not have are left out."""
    levels = 3 if form.kind is PROJECT or any(row.level3.name for row in form.indicators) else 2
    weighted = form.kind is OVERALL and any(row.level1.weight for row in form.indicators)
    columns = [c for c in COLUMNS if form.kind in c.always or any(c.text(row) for row in form.indicators)]
    columns += _cause_columns(form.indicators)
    words = HEADINGS.get(form.kind, {})
    heads = ["一级指标", *(["权重"] if weighted else []), "二级指标", "三级指标"][: levels + weighted] + [words.get(c.heading, c.heading) for c in columns]
    wanted = [breadth(heading, texts) for heading, texts in zip(heads, _texts(form, levels, weighted, columns), strict=True)]
    room = LINE if any(c.heading == "评分标准" for c in columns) else 1.25 * LINE  # sentences need breadth, names and rates can do with less
    wide = sum(least for least, _ in wanted) > LINE or sum(more for _, more in wanted) > room
    widths = fit(wanted, WIDE_LINE if wide else LINE)
    unit = bare(form.unit) or clean(body)
    named = form.kind in (PROJECT, MONITOR) and bool(form.project or form.department) or form.kind is OVERALL
    captions = f"填报单位：{unit}" if unit and not named else "", f"单位：{form.money_unit.text}" if form.funds else ""
    table = Table(clean(form.title.text.strip()) or TITLES[form.kind], widths, captions)
    table.wide = wide
    _cut(table, form)
    _names(table, form, unit)
    _funds(table, form, WORDS.get(form.kind, (f"项目资金（{form.money_unit.text}）",))[0])
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


def _cause_columns(rows: list[Indicator]) -> list[Column]:
    """原因 by heading, likelihood and remark of a monitoring form, and the columns of a form's own."""
    causes = list(dict.fromkeys(heading for row in rows for heading in row.causes))
    extra = list(dict.fromkeys(heading for row in rows for heading, datum in row.extra.items() if datum))
    columns = [Column(clean(h), lambda r, h=h: bare(r.causes.get(h))) for h in causes]
    columns += [Column(clean(h), lambda r, h=h: bare(r.extra.get(h))) for h in extra]
    more = (Column("完成目标可能性", lambda r: clean(r.likelihood), (), "center"), Column("备注", lambda r: bare(r.remark)))
    return columns + [column for column in more if any(column.text(row) for row in rows)]


def _points(row: Indicator) -> Datum | None:
    """The points where they have a column of their own; printed in a heading (`产出指标（50分）`) they are shown there."""
    place = row.points.place if row.points else None
    return None if place and place in [level.place for level in (row.level1, row.level2, row.level3)] else row.points


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
    present = _fund_columns(form)
    spans = table.spread(_fund_needs(form), 1, fine=True)
    headings = (head(text, span) for text, span in zip(["", *(h for h, _ in present)], spans, strict=True))
    table.row(head(words, table.factor, len(form.funds) + 1), *headings, fine=True)
    for line in form.funds:
        texts = [_fund(line, attribute, form.money_unit) for _, attribute in present]
        table.row(left(clean(line.label), spans[0]), *(Cell(text, span) for text, span in zip(texts, spans[1:], strict=True)), fine=True)


def _fund_columns(form: Form) -> list[tuple[str, str]]:
    """Heading and attribute of the fund block's columns."""
    always = ALWAYS.get(form.kind, set())
    present = [(h, a) for h, a in FUNDS if a in always or any(getattr(line, a) for line in form.funds)]
    return [("1—6月执行数" if a == "executed" and form.kind is MONITOR else h, a) for h, a in present]


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
    """The least widths of the label's and the other columns of the fund block, in digits: a heading may take two lines, an amount may not."""
    present = _fund_columns(form)
    return [9.0, *(breadth(h, [_fund(line, a, form.money_unit) for line in form.funds])[0] for h, a in present)]


def _fund(line: FundLine, attribute: str, money: Unit) -> str:
    return show(getattr(line, attribute), {"points": POINTS, "score": POINTS, "rate": PERCENT}.get(attribute, money))


def _goals(table: Table, form: Form) -> None:
    goals = [goal for goal in form.goals if goal.expected or goal.achieved]
    if not goals:
        return
    _, planned, achieved = WORDS.get(form.kind, ("", "预期目标", "1—6月实际完成情况" if form.kind is MONITOR else "实际完成情况"))
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
    headings = [column.heading for column in columns]
    at = [headings.index(h) for h in ("分值", "得分") if h in headings]
    if not at:
        return
    table.row(
        head("总分", before + min(at)),
        *(Cell({"分值": show(form.total_points, POINTS), "得分": show(form.total_score, POINTS)}.get(h, "")) for h in headings[min(at):]),
    )
