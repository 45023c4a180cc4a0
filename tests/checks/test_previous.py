"""Last year's workbook is held against this one only where it is this body's and of the year before; else that alone is said."""

from __future__ import annotations

import pytest

from checks.whole import previous, whole
from ziping.checks import check
from ziping.checks.run import Status
from ziping.evaluation import typed

COMPARING = ("last-base", "last-ledger", "last-total", "last-actual")
LAST = [
    ("this body's of the year before", {}, ""),
    ("the body's name with its superior's before it", {"unit": "某省某市某中心"}, ""),
    ("a workbook that names no body", {"unit": ""}, ""),
    ("a workbook that names no year", {"year": None}, ""),
    ("another body's", {"unit": "另一单位"}, "另一单位"),
    ("the same year's", {"year": 2023}, "2023年"),
    ("of two years before", {"year": 2021}, "2021年"),
]


@pytest.mark.parametrize(("name", "change", "reason"), LAST, ids=[row[0] for row in LAST])
def test_only_its_own_last_year_is_held_against_a_workbook(name: str, change: dict, reason: str) -> None:  # noqa: ARG001
    evaluation, last = whole(), previous()
    last.base.lines[0].executed = typed("99.00", last.base.money_unit)
    for attribute, value in change.items():
        setattr(last, attribute, value)
    result = check(evaluation, last)
    outcomes = {outcome.code: outcome for outcome in result.outcomes if outcome.code in COMPARING}
    if reason:
        assert {outcome.status for outcome in outcomes.values()} == {Status.NOT_EVALUATED}
        assert all(reason in outcome.reason and "没有用它核对" in outcome.reason for outcome in outcomes.values())
        assert [finding.code for finding in result.findings if finding.code.startswith("last-")] in (["last-unit"], ["last-year"])
    else:
        assert outcomes["last-base"].status is Status.FAILED
        assert outcomes["last-total"].status is Status.PASSED
