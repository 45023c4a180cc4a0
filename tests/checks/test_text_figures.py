"""A total of the whole body in a sentence, and a figure of this year: what is held against the workbook, and what may be something else."""

from __future__ import annotations

import pytest

from checks.case import changed
from checks.cases.telling import said
from ziping.checks import check

# a sentence, and whether it is told; the workbook's 支出合计 is 630 this year and 600 last year
ROWS = [
    ("this year's total", "2023年支出合计630.00万元。", False),
    ("this year's total, a digit off", "2023年支出合计632.00万元。", True),
    ("the total under its other name", "本单位总支出632.00万元。", True),
    ("the total of one source", "财政拨款支出合计632.00万元。", False),
    ("last year's total for this year's", "2023年支出合计600.00万元。", True),
    ("last year's total", "上年支出合计600.00万元。", False),
    ("a total of no year that is last year's", "支出合计600.00万元。", False),
    ("last year's 基本支出 for this year's", "2023年基本支出170.00万元。", True),
]


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_total_in_a_sentence(text: str, told: bool) -> None:
    assert any(finding.code == "text-figure" for finding in check(changed(said(text))).findings) is told
