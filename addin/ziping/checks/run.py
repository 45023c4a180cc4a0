"""Running the checks: every declared check over one book, its outcome counted, a crash turned into a finding of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Check, Family, Passed, Unknown
from ziping.checks.consequences import source, told_once
from ziping.checks.summary import ScoreSummary, forms_found, summarise
from ziping.checks.unresolved import open_for, waiting
from ziping.evaluation import Datum, Place
from ziping.findings import Finding, Severity

CRASHED, CRASHED_TITLE = "system-check-failed", "校验项运行出错"
FOLLOWS = "所依据的数已列为不符，改正后再校验"


class Status(StrEnum):
    """How a check ended. No data is never a pass."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not applicable"
    NOT_EVALUATED = "not evaluated"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check ended over the whole workbook.

    count: relations that were decided (passed or failed); open: relations that could not be evaluated, `reason` says why the first
    of them could not. A check with some passed and some open relations has passed, and still shows the reason.
    """

    code: str
    status: Status
    reason: str = ""
    count: int = 0
    failed: int = 0
    open: int = 0

    def as_json(self) -> dict[str, object]:
        return {
            "code": self.code, "outcome": str(self.status), "reason": self.reason or None,
            "passed": self.count - self.failed, "failed": self.failed, "not_evaluated": self.open,
        }


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a run found: findings in the order of the checks, one outcome a check, the stated and computed score.

    bound: the cells of each equality that holds.
    """

    file: str
    unit: str
    year: int | None
    scheme: str
    forms: tuple[str, ...]
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    score: ScoreSummary
    bound: tuple[tuple[Datum | None, ...], ...] = field(default=(), repr=False)

    @property
    def covered(self) -> frozenset[Place]:
        """The cells that stand in an equality that holds, so that a larger change of any one of them is noticed."""
        return frozenset(datum.place for data in self.bound for datum in data if datum is not None and datum.place is not None)

    @property
    def counts(self) -> dict[str, int]:
        return {str(severity): sum(f.severity is severity for f in self.findings) for severity in Severity}

    @property
    def stated(self) -> Decimal | None:
        return self.score.stated

    @property
    def computed(self) -> Decimal | None:
        return self.score.computed

    @property
    def grade(self) -> str:
        return self.score.grade

    def as_json(self, explain: bool = False) -> dict[str, object]:
        """The record of `ziping check --json`: figures as strings, null for what is not there. explain: also how each check ended, in `checks`."""
        record: dict[str, object] = {
            "file": self.file,
            "unit": self.unit or None,
            "year": self.year,
            "scheme": self.scheme or None,
            "forms": list(self.forms),
            "score": self.score.as_json(),
            "counts": self.counts,
            "findings": [finding.as_json() for finding in self.findings],
        }
        return record | {"checks": [outcome.as_json() for outcome in self.outcomes]} if explain else record


def run(book: Book, families: Sequence[Family], strict: bool = False) -> CheckResult:
    """Run all checks. strict: let a crash inside a check through, for the tests."""
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    bound: list[tuple[Datum | None, ...]] = []
    for family in families:
        for each in family.checks:
            found, outcome = run_one(each, book, bound, strict, not family.written)
            findings += found
            outcomes.append(outcome)
    names, checks = listed(tuple(families))
    try:
        findings, follow = told_once(book, findings, names, checks)
    except Exception:  # a fault of ours in what leaves findings out must not cost the officer any of them
        if strict:
            raise
        follow = {}
    if follow:
        outcomes = [without(outcome, follow[outcome.code]) if outcome.code in follow else outcome for outcome in outcomes]
    evaluation = book.evaluation
    return CheckResult(
        evaluation.file, evaluation.unit, evaluation.year, evaluation.scheme, forms_found(evaluation), tuple(findings), tuple(outcomes),
        summarise(book), tuple(bound))


@lru_cache(maxsize=8)
def listed(families: tuple[Family, ...]) -> tuple[Mapping[str, str], Mapping[str, Check]]:
    """The family of each code, and its check."""
    return {each.code: family.name for family in families for each in family.checks}, {each.code: each for family in families for each in family.checks}


def run_one(each: Check, book: Book, bound: list[tuple[Datum | None, ...]], strict: bool = False, results: bool = True) -> tuple[list[Finding], Outcome]:
    """One check: its findings, its outcome; `bound` collects the cells of the equalities that hold. results: it looks at what formulas give."""
    findings: list[Finding] = []
    holding, reasons = 0, []
    try:
        for event in each.function(book):
            if event is PASSED:
                holding += 1
                continue
            kind = type(event)
            if kind is Passed:
                holding += event.relations
                if len(event.data) > 1:
                    bound.append(event.data)
            elif kind is Unknown:
                reasons.append(open_for(book, event))
            elif results and (reason := waiting(book, event)):
                reasons.append(reason)
            else:
                findings.append(each.finding(event, source(book, event.place)))
    except Exception as error:  # a fault of ours in one check must not cost the officer the others
        if strict:
            raise
        findings.append(crashed(each, error))
        reasons.insert(0, f"校验程序出错（{type(error).__name__}）")
        return findings, Outcome(each.code, Status.NOT_EVALUATED, reasons[0], holding, 0, len(reasons))
    failed = len(findings)
    if failed:
        status = Status.FAILED
    elif holding:
        status = Status.PASSED
    else:
        status = Status.NOT_EVALUATED if reasons else Status.NOT_APPLICABLE
    return findings, _outcome(each.code, status, reasons[0] if reasons else "", holding + failed, failed, len(reasons))


_outcome = lru_cache(maxsize=2048)(Outcome)  # most checks end alike in most workbooks


def without(outcome: Outcome, following: int) -> Outcome:
    """The outcome of a check of whose findings so many follow from others: these are open until the others are mended."""
    failed, count = outcome.failed - following, outcome.count - following
    status = Status.FAILED if failed else Status.PASSED if count else Status.NOT_EVALUATED
    return replace(outcome, status=status, count=count, failed=failed, open=outcome.open + following, reason=outcome.reason or FOLLOWS)


def crashed(each: Check, error: Exception) -> Finding:
    return Finding(
        code=CRASHED, title=CRASHED_TITLE, severity=Severity.WARNING, label=each.title,
        message=f"校验项“{each.title}”运行出错，这一项没有核对，其余各项不受影响；请人工核对这一项，并反馈给程序维护者。",
        hint="请人工核对这一项，并反馈给程序维护者", args={"check": each.code, "error": type(error).__name__})
