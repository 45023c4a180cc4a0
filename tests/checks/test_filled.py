"""A workbook that is filled in correctly has no error, whatever the figures: every scheme, figures at random within the forms' relations."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.filled import filled
from ziping.checks import check
from ziping.checks.run import CRASHED
from ziping.findings import Severity
from ziping.forms.build import build_workbook
from ziping.schemes import available


@pytest.mark.parametrize("scheme", available())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_a_correct_workbook_has_no_error(scheme: str, seed: int) -> None:
    result = check(filled(scheme, Random(seed)))
    assert not [finding.message for finding in result.findings if finding.severity is Severity.ERROR]
    assert not [finding for finding in result.findings if finding.code == CRASHED]
    assert sum(outcome.count for outcome in result.outcomes) > 50


@pytest.mark.parametrize("scheme", available())
@pytest.mark.parametrize("seed", [3, 50])
def test_nor_has_it_one_when_it_is_written_and_read_back(scheme: str, seed: int, tmp_path: Path) -> None:
    """Formulas with their stored results, number formats and all: nothing is stale and nothing is overwritten by mistake."""
    path = tmp_path / "book.xlsx"
    build_workbook(filled(scheme, Random(seed)), path)
    result = check(path)
    assert not [finding.message for finding in result.findings if finding.severity is Severity.ERROR]
    assert next(outcome for outcome in result.outcomes if outcome.code == "formula-stale").count > 30


@pytest.mark.parametrize("scheme", available())
def test_the_generator_fills_what_the_checks_look_at(scheme: str) -> None:
    """Else the test above would say nothing."""
    result = check(filled(scheme, Random(1)))
    assert len(result.covered) > 30
