"""A workbook saved by a program that computes nothing: what its formulas should give is told as a person would write it."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from ziping.checks import check

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"


@pytest.mark.parametrize("name", ["liuyang-2021", "zhanjiang-2021"])
def test_what_a_formula_should_give_is_told_with_few_decimals(name: str, tmp_path: Path) -> None:
    openpyxl.load_workbook(SAMPLES / f"{name}.xlsx").save(tmp_path / "without.xlsx")
    told = [finding.shown_expected for finding in check(tmp_path / "without.xlsx").findings if finding.code == "formula-stale"]
    assert told
    assert not [text for text in told if re.search(r"\.\d{5}", text)]
