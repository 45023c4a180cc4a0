"""docs/checks.md says what the catalogue says. `ZIPING_UPDATE=1 pytest tests/checks/test_page.py` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from checks.case import events
from checks.test_cases import CASES
from ziping.checks import CHECKS, FAMILIES
from ziping.checks.catalogue import Failed
from ziping.checks.page import page

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def example(case) -> str:  # noqa: ANN001
    failed = next(event for event in events(case, case.fails) if isinstance(event, Failed))
    return CHECKS[case.code].finding(failed).message


def test_the_page_is_in_step_with_the_checks() -> None:
    text = page(FAMILIES, {case.code: example(case) for case in CASES})
    if os.environ.get("ZIPING_UPDATE"):
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text


def test_every_code_has_its_heading_and_no_other() -> None:
    headings = [line.split("`")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("### `")]
    assert set(headings) == set(CHECKS) | {"system-check-failed"}
    assert len(headings) == len(set(headings))
