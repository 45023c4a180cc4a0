"""Form descriptions for an evaluation that no shipped scheme describes: what its forms have is what is built."""

from __future__ import annotations

from ziping.amounts import Relation, foots
from ziping.evaluation import BaseData, Form, FormKind, Fund, FundLine, Ledger
from ziping.names import LEDGER_COLUMNS
from ziping.schemes import BaseLineScheme, BaseScheme, FormScheme, FundScheme, LedgerScheme, ProjectsScheme

SOURCE = "the form itself"
TITLES = {
    FormKind.PROJECT: "{year}年度项目支出绩效自评表", FormKind.OVERALL: "{year}年度部门整体支出绩效自评表",
    FormKind.SCORING: "{year}年度整体绩效自评指标评分表", FormKind.MONITOR: "{year}年度项目支出绩效目标执行监控表",
}  # fmt: skip
FUNDS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数", "expected": "全年预计执行数", "points": "分值", "rate": "执行率", "score": "得分"}
MONITOR_FUNDS = FUNDS | {"executed": "1-6月执行数", "rate": "1-6月执行率"}
COLUMNS = {"target": "年度指标值", "actual": "实际完成值", "standard": "评分标准", "points": "分值", "score": "得分", "reason": "偏差原因分析及改进措施"}
MONITOR_COLUMNS = {"target": "年度指标值", "actual": "1-6月执行情况", "expected": "全年预计完成情况", "likelihood": "完成目标可能性", "remark": "备注"}
LEVELS = {"level1": "一级指标", "level2": "二级指标", "level3": "三级指标"}
ALWAYS = ("target", "actual", "points", "score", "reason", "likelihood", "expected", "remark")


def form_scheme(form: Form) -> FormScheme:
    """The description of a form as it stands: its lines, its columns, the lines of 年度资金总额 as parts of it."""
    monitor = form.kind is FormKind.MONITOR
    fund_columns = MONITOR_FUNDS if monitor else FUNDS
    used = [key for key in fund_columns if any(getattr(line, key) is not None for line in form.funds)]
    if "executed" in used:
        scored = any(line.points is not None for line in form.funds)
        used = [key for key in fund_columns if key in used or key == "rate" or (key == "score" and scored)]
    if monitor:
        used = [key for key in ("initial", "adjusted", "executed", "rate", "expected") if key in used]
    total = next((line for line in form.funds if line.role is Fund.TOTAL), None)
    sources = sources_of(form, total)
    funds = [
        FundScheme(line.label, line.role, parent=total.label if total and line in sources else "", relation=Relation.EQUAL) for line in form.funds
    ]
    used_levels = {n for n in (1, 2, 3) if any(getattr(row, f"level{n}").name for row in form.indicators)} | {1}
    if form.kind in (FormKind.PROJECT, FormKind.MONITOR) and 2 in used_levels:
        used_levels.add(3)  # blank until the body fills in its own indicators
    columns = [(f"level{n}", LEVELS[f"level{n}"]) for n in sorted(used_levels)]
    for key, caption in (MONITOR_COLUMNS if monitor else COLUMNS).items():
        if key in ALWAYS or any(getattr(row, key) is not None for row in form.indicators):
            columns.append((key, caption))
    execution = next((line.points.value for line in form.funds if line.points and line.points.value is not None), None)
    return FormScheme(
        title=TITLES[form.kind], source=SOURCE, money=form.money_unit, execution=execution,
        goals=(("年度总体目标",) if monitor else ("预期目标", "实际完成情况")) if form.goals else None, total="" if monitor else "总分",
        note=form.notes["注"].text if "注" in form.notes else "", grade=form.grade is not None, fund_columns=tuple((key, fund_columns[key]) for key in used), funds=tuple(funds), columns=tuple(columns),
    )  # fmt: skip


def sources_of(form: Form, total: FundLine | None) -> list[FundLine]:
    """The lines that add up to the total: the sources by their names, and the lines of other names where the total holds with them only."""
    named = [line for line in form.funds if line.role in (Fund.FISCAL, Fund.CARRYOVER, Fund.OTHER)]
    wider = [line for line in form.funds if line in named or line.role is None]
    verdicts = [(_holds(total, named, key), _holds(total, wider, key)) for key in ("initial", "adjusted", "executed")] if total else []
    return wider if any(narrow is False for narrow, _ in verdicts) and all(wide is not False for _, wide in verdicts) else named


def _holds(total: FundLine, parts: list[FundLine], key: str) -> bool | None:
    """Whether the amounts of one column add up; None where that cannot be told."""
    whole = getattr(total, key)
    figures = [value.figure for line in parts if (value := getattr(line, key)) is not None and value.figure is not None]
    footing = foots(whole.figure, figures) if whole is not None and whole.figure is not None else None
    return None if footing is None else footing.holds


def base_scheme(base: BaseData) -> BaseScheme:
    lines = tuple(_base_line(line.path, base) for line in base.lines)
    return BaseScheme("部门整体支出绩效自评基础数据表", SOURCE, base.money_unit, base.posts is not None or base.staff is not None, lines=lines)


def _base_line(path: tuple[str, ...], base: BaseData) -> BaseLineScheme:
    """Printed as bureaus print it, numbers on the second level and 其中 before the first of a deeper one: a reader sees the depth by them."""
    beside = [line.path for line in base.lines if line.path[:-1] == path[:-1]]
    number = beside.index(path) + 1
    caption = f"{number}、{path[-1]}" if len(path) == 2 else f"其中：{path[-1]}" if len(path) > 2 and number == 1 else ""
    return BaseLineScheme(path, caption)


def ledger_scheme(ledger: Ledger) -> LedgerScheme:
    used = [(key, caption) for key, caption in LEDGER_COLUMNS.items() if any(getattr(line, key) is not None for line in ledger.lines)]
    kinds = tuple(dict.fromkeys(line.kind.text for line in ledger.projects if line.kind))
    projects = ProjectsScheme(kinds=kinds, rows=len(ledger.projects)) if ledger.projects or ledger.projects_total else None
    return LedgerScheme("{year}年度收支与资产情况表", SOURCE, ledger.money_unit, tuple(used), projects=projects)
