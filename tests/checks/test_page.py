"""docs/checks.md says what the catalogue says. `ZIPING_UPDATE=1 pytest tests/checks/test_page.py` writes it anew."""

from __future__ import annotations

import os
import re
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
    assert headings == list(CHECKS)


def test_the_numbers_at_its_head_are_those_of_its_headings() -> None:
    text = PAGE.read_text(encoding="utf-8")
    checks, families = map(int, re.search(r"共 (\d+) 项，分 (\d+) 类", text).groups())  # type: ignore[union-attr]
    listed = [int(number) for number in re.findall(r"^\| \[.*?\| (\d+) \|", text, re.M)]
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    assert (checks, families) == (text.count("\n### "), len(sections) - 1)
    assert listed == [section.count("\n### ") for section in sections[:-1]]
