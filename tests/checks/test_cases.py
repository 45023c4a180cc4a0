"""Every check on one workbook in which everything agrees, and on copies with one thing changed."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from checks import cases
from checks.case import Case, book, events
from ziping.checks import CHECKS
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed, Passed, Unknown
from ziping.checks.run import Status, run_one

CASES: list[Case] = [
    case for module in pkgutil.iter_modules(cases.__path__) for case in importlib.import_module(f"checks.cases.{module.name}").CASES
]
BY_CODE = {case.code: case for case in CASES}
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)


def test_every_check_has_its_cases_and_every_case_its_check() -> None:
    assert len(BY_CODE) == len(CASES)
    assert set(BY_CODE) == set(CHECKS)


@each
def test_it_passes_where_the_figures_agree(case: Case) -> None:
    found = events(case, case.passes)
    assert not [event for event in found if isinstance(event, Failed)]
    assert [event for event in found if isinstance(event, Passed)]


@each
def test_it_fails_where_they_do_not(case: Case) -> None:
    found = [event for event in events(case, case.fails) if isinstance(event, Failed)]
    assert found
    first = CHECKS[case.code].finding(found[0])
    assert (str(first.place) if first.place else None) == case.at
    assert (first.shown_expected, first.shown_actual) == (case.expected, case.actual)
    assert case.says in first.message
    assert first.message.endswith("。")
    assert first.message.count("。") == 1, "one sentence"
    assert "  " not in first.message
    assert first.place not in first.related


@pytest.mark.parametrize("case", [case for case in CASES if case.limit is not None], ids=lambda case: case.code)
def test_it_passes_exactly_at_the_limit(case: Case) -> None:
    assert case.limit
    found = events(case, case.limit)
    assert not [event for event in found if isinstance(event, Failed)]
    assert [event for event in found if isinstance(event, Passed)]


@pytest.mark.parametrize("case", [case for case in CASES if case.unknown is not None], ids=lambda case: case.code)
def test_it_says_what_it_could_not_evaluate(case: Case) -> None:
    """Missing data leave a relation open or take it away; they never make one more pass."""
    assert case.unknown is not None
    before, after = events(case, case.passes), events(case, case.unknown)
    assert not [event for event in after if isinstance(event, Failed)]
    passed = [sum(event.relations for event in found if isinstance(event, Passed)) for found in (before, after)]
    reasons = [event.reason for event in after if isinstance(event, Unknown)]
    assert passed[1] < passed[0]
    assert all(reasons)
    outcome = run_one(CHECKS[case.code], book(case.unknown, case.last), [], strict=True)[1]
    assert outcome.status is not Status.FAILED


def test_nothing_disagrees_in_the_whole_evaluation() -> None:
    for check in CHECKS.values():
        findings, _ = run_one(check, book({}), [], strict=True)
        assert not findings, findings[0].message


def test_an_empty_evaluation_is_neither_passed_nor_failed() -> None:
    from ziping.evaluation import Evaluation

    for check in CHECKS.values():
        findings, outcome = run_one(check, Book(Evaluation()), [], strict=True)
        if check.code in ("complete-unit", "complete-year"):
            assert outcome.status is Status.FAILED
        else:
            assert outcome.status in (Status.NOT_APPLICABLE, Status.NOT_EVALUATED), check.code
            assert not findings
