"""The sample workbooks: exactly the published errors of their forms are found, and nothing else is called an error."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ziping.checks import check
from ziping.findings import Severity

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"

# (code, expected, actual) of each error, in words why
PUBLISHED = {
    "liuyang-2020": [
        ("footing-base-projects", "630.89", "634.13"),  # 上年项目支出 against its two parts
        ("footing-base-projects", "979.97", "949.97"),  # 本年项目支出 against its two parts
        ("footing-blank-part", "403.00", ""),  # executed 财政拨款 blank under a total
        ("rate-execution", "177.36%", "100.00%"),
        ("rate-execution", "109.07%", "100.00%"),
        ("rate-execution", "198.64%", "100.00%"),
        ("rate-over-zero", "", "100.00%"),  # 0 ÷ 0
        ("rate-staff", "86.67%", "100.00%"),
        ("rate-share", "90.62%", "98.93%"),
        ("rate-share-sum", "100.00%", "108.31%"),
        ("weight-level1", "40", "50"),  # 效益指标（40分）
        ("weight-total", "100", "110"),
        ("score-total", "106", "96"),  # leaves execution's 10 out
        ("derived-staff", "86.67%", "100.00%"),
        ("derived-expenditure-control", "177.36%", "100.00%"),
        ("derived-completion", "177.36%", "100.00%"),
        ("derived-growth", "42.70%", "100.00%"),
    ],
    # derived cells are formulas again; what is typed stays, and stays an error
    "liuyang-2020-corrected": [
        ("footing-base-projects", "630.89", "634.13"),
        ("weight-level1", "40", "50"),
        ("weight-total", "100", "110"),
        ("score-total", "106", "96"),
        ("derived-growth", "42.70%", "100.00%"),
    ],
    "changde-2016": [
        ("ledger-total", "46292542.16", "36031421.10"),
        ("across-list-total", "66311159.50", "36031421.10"),
        ("across-list-item", "36031421.10", "45951992.00"),
        ("text-figure", "2320.776977", "18041267.77"),  # the opening figure in 元, told as the closing one in 万元
    ],
    "changde-2016-corrected": [
        ("ledger-total", "46292542.16", "36031421.10"),
        ("across-list-total", "66311159.50", "36031421.10"),
        ("across-list-item", "36031421.10", "45951992.00"),
    ],
    "liuyang-2021": [],
    "zhanjiang-2021": [],
    "furong-2022": [],
}


def test_every_sample_is_judged() -> None:
    assert {path.stem for path in SAMPLES.glob("*.xlsx")} == set(PUBLISHED)


@pytest.mark.parametrize("name", PUBLISHED)
def test_exactly_the_published_errors_are_found(name: str) -> None:
    result = check(SAMPLES / f"{name}.xlsx")
    errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    found = Counter((f.code, f.shown_expected, f.shown_actual) for f in errors)
    due = Counter(PUBLISHED[name])
    assert found == due
    assert all(f.place for f in errors)


@pytest.mark.parametrize("name", PUBLISHED)
def test_hints_stay_few_enough_to_be_read(name: str) -> None:
    counts = check(SAMPLES / f"{name}.xlsx").counts
    assert counts["warning"] + counts["info"] <= 30


BLANKS = sorted(path.stem for path in SAMPLES.parent.glob("*.xlsx"))


@pytest.mark.parametrize("name", BLANKS)
def test_a_blank_workbook_has_no_error(name: str) -> None:
    result = check(SAMPLES.parent / f"{name}.xlsx")
    assert not [finding.message for finding in result.findings if finding.severity is Severity.ERROR]


def test_seed_findings_are_the_hints_that_were_expected() -> None:
    """One of two project forms and the next year's monitoring form are warnings, and so are the missing reasons."""
    found = {(f.code, f.severity) for f in check(SAMPLES / "liuyang-2020.xlsx").findings if f.severity is not Severity.ERROR}
    for code in ("complete-project-forms", "monitor-year", "score-reason"):
        assert (code, Severity.WARNING) in found
    assert ("text-year", Severity.INFO) in found
