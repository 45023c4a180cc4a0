"""The result of a run on a terminal: findings by sheet, the count, and on request the outcome of every check."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ziping.checks.catalogue import Check, Family
from ziping.checks.run import CheckResult, Outcome, Status
from ziping.findings import LABELS, Severity
from ziping.marks import TITLE, by_sheet

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
STATUSES = {Status.PASSED: ("通过", "green"), Status.FAILED: ("不符", "red"), Status.NOT_APPLICABLE: ("不适用", "dim"), Status.NOT_EVALUATED: ("未核对", "yellow")}

PARTLY = ("部分通过", "yellow")  # a check that passed wherever it could be evaluated, and could not everywhere


def ended(outcome: Outcome) -> tuple[str, str]:
    """How a check ended, for people, and its colour."""
    return PARTLY if outcome.status is Status.PASSED and outcome.open else STATUSES[outcome.status]


def findings_table(result: CheckResult) -> Table:
    table = Table(show_lines=False, expand=True, title=f"{TITLE}{result.unit or result.file}", title_justify="left")
    table.add_column("级别", no_wrap=True)
    table.add_column("单元格", no_wrap=True)
    table.add_column("问题", ratio=1, overflow="fold")
    table.add_column("校验项", style="dim", overflow="fold", max_width=26)
    for sheet, group in by_sheet(result.findings).items():
        table.add_section()
        table.add_row("", "", Text(sheet, style="bold"), "")
        for finding in group:
            table.add_row(
                Text(LABELS[finding.severity], style=COLOURS[finding.severity]), Text(finding.place.cell if finding.place else ""),
                Text(finding.message), Text(finding.title))
    return table


def outcomes_table(outcomes: Iterable[Outcome], families: Iterable[Family]) -> Table:
    known = {outcome.code: outcome for outcome in outcomes}
    table = Table(expand=True, title="全部校验项", title_justify="left")
    table.add_column("校验项", ratio=2, overflow="fold")
    table.add_column("结果", no_wrap=True)
    table.add_column("核对", justify="right", no_wrap=True)
    table.add_column("不符", justify="right", no_wrap=True)
    table.add_column("未核对", justify="right", no_wrap=True)
    table.add_column("未核对的原因", ratio=1, overflow="fold")
    for family in families:
        table.add_section()
        table.add_row(Text(family.title, style="bold"))
        for each in family.checks:
            _outcome_row(table, each, known[each.code])
    return table


def _outcome_row(table: Table, each: Check, outcome: Outcome) -> None:
    words, colour = ended(outcome)
    table.add_row(
        Text(each.title), Text(words, style=colour), str(outcome.count or ""), str(outcome.failed or ""), str(outcome.open or ""),
        Text(outcome.reason))


def summary_line(result: CheckResult) -> str:
    counts = result.counts
    told = "、".join(f"{LABELS[severity]} {counts[str(severity)]}" for severity in Severity)
    decided = sum(outcome.count for outcome in result.outcomes)
    open_ = sum(outcome.open for outcome in result.outcomes)
    checks = sum(outcome.status is not Status.NOT_APPLICABLE for outcome in result.outcomes)
    return f"{told}；{checks} 个校验项共核对 {decided} 处，另有 {open_} 处因数据空缺没有核对。"


def show(result: CheckResult, console: Console, explain: bool = False) -> None:
    """Print the result; explain: also the outcome of every check."""
    from ziping.checks import FAMILIES  # the catalogue imports this module for its public names

    if explain:
        console.print(outcomes_table(result.outcomes, FAMILIES))
    if result.findings:
        console.print(findings_table(result))
    console.print(Text(summary_line(result)))
