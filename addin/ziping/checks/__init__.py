"""Everything that must agree is checked: each form in itself, the forms against each other, against last year's and against the text.

    check(path or evaluation, last) -> CheckResult

`FAMILIES` is the whole catalogue, listed here and nowhere else. See docs/checks.md for every check with its cause and repair.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ziping.checks import (
    across,
    carryover,
    completeness,
    derived,
    footing,
    formulas,
    goals,
    identity,
    ledger,
    limits,
    monitoring,
    narrative,
    previous,
    projects,
    rates,
    scores,
    singled,
    totals,
    units,
    weights,
)  # fmt: skip
from ziping.checks.book import Book
from ziping.checks.catalogue import Check, Family
from ziping.checks.run import CheckResult, Outcome, Status, run
from ziping.collector import held
from ziping.evaluation import Evaluation
from ziping.findings import by_code

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["CHECKS", "FAMILIES", "CheckResult", "Outcome", "Status", "check", "show", "write_workbook"]

FAMILIES: tuple[Family, ...] = tuple(module.FAMILY for module in (
    footing, ledger, carryover, rates, weights, scores, totals, derived, projects, across, singled, limits, monitoring, goals, units, completeness, identity, previous, formulas, narrative,
))

CHECKS: dict[str, Check] = by_code(each for family in FAMILIES for each in family.checks)


def check(evaluation: Evaluation | str | Path, last: Evaluation | str | Path | None = None) -> CheckResult:
    """Check an evaluation, or the workbook at a path; last: the workbook of the year before.

    Never raises for what is in the workbook; a path that cannot be read is a `Refusal`.
    """
    with held():
        return run(Book(_evaluation(evaluation), _evaluation(last) if last is not None else None), FAMILIES)


def show(result: CheckResult, console: Console, explain: bool = False) -> None:
    """Print the findings by sheet; explain: also the outcome of every check."""
    from ziping.checks import table  # Rich is not needed to check

    table.show(result, console, explain)


def write_workbook(result: CheckResult, path: str | Path) -> None:
    """Write the findings as a workbook with links into the checked one."""
    from ziping.checks import workbook  # neither is XlsxWriter

    workbook.write_workbook(result, path)


def _evaluation(given: Evaluation | str | Path) -> Evaluation:
    if isinstance(given, Evaluation):
        return given
    from ziping.forms import read_workbook  # a live host checks what it has read itself

    return read_workbook(given)
