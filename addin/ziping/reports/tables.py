"""The forms of an evaluation as tables, laid out as the sheets are."""

from __future__ import annotations

from collections.abc import Callable

from ziping.amounts import PERCENT, Unit
from ziping.evaluation import BaseData, BaseLine, Datum, Evaluation, Ledger
from ziping.reports.catalogue import clean
from ziping.reports.grid import Cell, Table, bare, head, left, show
from ziping.reports.trees import form_table

__all__ = ["FORMS", "Table", "tables_of"]


def _title(datum: Datum | None, words: str) -> str:
    return (clean(datum.text.strip()) if datum else "") or words


def _captions(unit: str, money: Unit) -> tuple[str, str]:
    return f"填报单位：{clean(unit)}" if unit else "", f"单位：{money.text}"


def base_table(base: BaseData, unit: str) -> Table:
    """基础数据表: head counts above, amounts of three years below."""
    year = base.year
    years = (f"{year - 1}年决算数", f"{year}年预算数", f"{year}年决算数") if year else ("上年决算数", "本年预算数", "本年决算数")
    table = Table(_title(base.title, "部门整体支出绩效自评基础数据表"), (3.6, 2, 2, 2), _captions(bare(base.unit) or unit, base.money_unit))
    if base.posts or base.staff or base.staff_rate:
        table.row(head("财政供养人员情况（人）", rows=2), head("编制数"), head("实际在职人数"), head("控制率"))
        table.row(Cell(show(base.posts)), Cell(show(base.staff)), Cell(show(base.staff_rate, PERCENT)))
    if base.lines:
        table.row(head("经费控制情况"), *(head(text) for text in years))
    for line in base.lines:
        table.row(left(_indented(line)), *(Cell(show(datum, base.money_unit)) for datum in (line.last_year, line.budget, line.executed)))
    if base.measures:
        table.row(head("厉行节约保障措施"), left(show(base.measures), 3))
    return table


def _indented(line: BaseLine) -> str:
    return "\u3000" * (len(line.path) - 1) + clean(line.name)


def ledger_table(ledger: Ledger, unit: str) -> Table:
    """收支与资产: a block of lines a section; columns that no line fills are left out."""
    columns = [
        (heading, attribute, width)
        for heading, attribute, width in (("上年数", "last_year", 2), ("年初预算数", "budget", 2), ("本年数", "current", 2), ("占比", "share", 1.3), ("变动率", "change", 1.3))
        if any(getattr(line, attribute) for line in ledger.lines)
    ]  # fmt: skip
    table = Table("收支与资产情况表", (1.4, 3.2, *(width for *_, width in columns)), _captions(unit, ledger.money_unit), repeat=1)
    table.row(head("类别"), head("项目"), *(head(heading) for heading, *_ in columns))
    for i, line in enumerate(ledger.lines):
        first = not i or ledger.lines[i - 1].section != line.section
        run = next((n for n, other in enumerate(ledger.lines[i:]) if other.section != line.section), len(ledger.lines) - i)
        cells = [
            Cell(show(getattr(line, attribute), PERCENT if attribute in ("share", "change") else ledger.money_unit)) for _, attribute, _ in columns
        ]
        table.row(*([head(clean(line.section), rows=run)] if first else []), left("\u3000" * bool(line.parent) + clean(line.name)), *cells)
    return table


def project_list(ledger: Ledger, unit: str) -> Table:
    """项目清单 with its total; columns that no project fills are left out."""
    lines = ledger.projects + ([ledger.projects_total] if ledger.projects_total else [])
    columns = [(h, a) for h, a in (("年初预算数", "budget"), ("全年预算数", "adjusted"), ("执行数", "executed")) if any(getattr(line, a) for line in lines)]
    kinds = any(line.kind for line in ledger.projects)
    table = Table("项目清单", (0.8, 5, *([2] if kinds else []), *(2 for _ in columns)), _captions(unit, ledger.money_unit), repeat=1)
    table.row(head("序号"), head("项目名称"), *([head("项目类别")] if kinds else []), *(head(h) for h, _ in columns))
    for number, line in enumerate(ledger.projects, 1):
        kind = [left(bare(line.kind))] if kinds else []
        table.row(Cell(str(number)), left(clean(line.name)), *kind, *(Cell(show(getattr(line, a), ledger.money_unit)) for _, a in columns))
    if ledger.projects_total:
        total = ledger.projects_total
        table.row(head(clean(total.name) or "合计", 3 if kinds else 2), *(Cell(show(getattr(total, a), ledger.money_unit)) for _, a in columns))
    return table


def _ledger(evaluation: Evaluation) -> list[Table]:
    return [ledger_table(evaluation.ledger, evaluation.unit)] if evaluation.ledger and evaluation.ledger.lines else []


def _projects(evaluation: Evaluation) -> list[Table]:
    return [project_list(evaluation.ledger, evaluation.unit)] if evaluation.ledger and evaluation.ledger.projects else []


FORMS: dict[str, Callable[[Evaluation], list[Table]]] = {
    "整体自评表": lambda e: [form_table(e.overall, e.unit)] if e.overall else [],
    "项目自评表": lambda e: [form_table(form, e.unit) for form in e.projects],
    "基础数据表": lambda e: [base_table(e.base, e.unit)] if e.base else [],
    "监控表": lambda e: [form_table(form, e.unit) for form in e.monitors],
    "评分表": lambda e: [form_table(e.scoring, e.unit)] if e.scoring else [],
    "收支": _ledger,
    "项目清单": _projects,
}


def tables_of(evaluation: Evaluation, form: str) -> list[Table]:
    """The tables of the form of this name (a key of `FORMS`); none where the workbook has no such form."""
    return FORMS[form](evaluation)
