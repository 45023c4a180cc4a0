"""The blank evaluation of a scheme: every line and row its forms have, nothing filled in."""

from __future__ import annotations

from ziping.evaluation import (
    BaseData,
    BaseLine,
    Datum,
    Entry,
    Evaluation,
    Form,
    FormKind,
    FundLine,
    Goal,
    Indicator,
    Ledger,
    LedgerLine,
    Level,
    ProjectLine,
    typed,
)
from ziping.schemes import FormScheme, IndicatorScheme, LedgerScheme, Scheme, load

SHEETS = {
    FormKind.OVERALL: "整体自评表", FormKind.SCORING: "指标评分表", FormKind.BASE: "基础数据表", FormKind.LEDGER: "收支与资产",
    FormKind.PROJECT: "项目自评表{}", FormKind.MONITOR: "监控表{}",
}  # fmt: skip


def blank(scheme: Scheme | str, unit: str, year: int | None, projects: int = 1) -> Evaluation:
    """A scheme's blank forms for a body and year, with so many project forms (and as many monitoring forms)."""
    scheme = load(scheme) if isinstance(scheme, str) else scheme
    evaluation = Evaluation(unit=unit, year=year, scheme=scheme.id, template=scheme.report)
    evaluation.settings = {caption: Datum() for caption in scheme.settings}
    if "base" in scheme.sheets and scheme.base:
        base = scheme.base
        evaluation.base = BaseData(SHEETS[FormKind.BASE], year=year, money_unit=base.money, lines=[BaseLine(line.path) for line in base.lines])
    if "overall" in scheme.sheets and scheme.overall:
        evaluation.overall = blank_form(scheme.overall, FormKind.OVERALL, year)
    if "scoring" in scheme.sheets and scheme.scoring:
        evaluation.scoring = blank_form(scheme.scoring, FormKind.SCORING, year)
    if "projects" in scheme.sheets and scheme.project:
        evaluation.projects = [blank_form(scheme.project, FormKind.PROJECT, year, n) for n in range(1, projects + 1)]
    if "monitor" in scheme.sheets and scheme.monitor:
        evaluation.monitors = [blank_form(scheme.monitor, FormKind.MONITOR, year, n) for n in range(1, projects + 1)]
    if "ledger" in scheme.sheets and scheme.ledger:
        evaluation.ledger = _ledger(scheme.ledger)
    if "narrative" in scheme.sheets:
        evaluation.narrative = [Entry(entry.path) for entry in scheme.narrative]
    return evaluation


def blank_form(scheme: FormScheme, kind: FormKind, year: int | None, number: int = 0) -> Form:
    """One blank form; its title is left to the form's own formula."""
    form = Form(kind, SHEETS[kind].format(number), year=year, money_unit=scheme.money)
    form.funds = [FundLine(line.label, line.role) for line in scheme.funds]
    if form.funds and scheme.execution is not None:
        form.funds[0].points = typed(scheme.execution)
    form.goals = [Goal()] if scheme.goals else []
    for row in scheme.indicators:
        for copy in range(scheme.rows if row.open else 1):
            form.indicators.append(_indicator(row, first=copy == 0))
    return form


def _indicator(row: IndicatorScheme, first: bool) -> Indicator:
    levels = [Level(name, typed(weight) if first else None) for name, weight in zip(row.path, row.weights, strict=True)]
    return Indicator(
        *levels, target=typed(row.target or None), standard=typed(row.standard or None), points=typed(row.points) if first else None,
    )  # fmt: skip


def _ledger(scheme: LedgerScheme) -> Ledger:
    ledger = Ledger(SHEETS[FormKind.LEDGER], scheme.money)
    for line in scheme.lines:
        above = scheme.line(line.section, line.parent) if line.parent else None
        relation = "equal" if above is None else above.relation.value
        ledger.lines.append(LedgerLine(line.section, line.name, unit=line.unit, parent=line.parent, relation=relation, sign=line.sign))
    if scheme.projects:
        ledger.projects_total = ProjectLine("合计")
    return ledger
