"""Figures held as texts that no sum of the workbook uses: which are told, and how often."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.case import changed, d, pct, wan
from ziping.amounts import POINTS, WAN_YUAN
from ziping.checks import check
from ziping.evaluation import Datum
from ziping.forms.grid import figure_in


def as_text(datum: Datum) -> Datum:
    return replace(datum, textual=True)


def amounts(count: int) -> dict[str, Datum]:
    """So many amounts of 基础数据表 as texts, as pasted from elsewhere."""
    return {f"base.lines.{line}.last_year": as_text(wan("25.00", f"基础数据!B{line + 4}")) for line in range(count)}


SUM = {"base.lines.6.executed": wan("450.00", "基础数据!D10", "=SUM(D11:D12)")}
# changes, how many findings, what the first says
ROWS = [
    ("a number", {"base.lines.9.executed": wan("25.00", "基础数据!D13")}, 0, ""),
    ("an amount", amounts(1), 1, "填的是以文本形式存储的数 25.00"),
    ("an amount with its unit", {"base.lines.9.executed": as_text(replace(wan("25万元", "基础数据!D13"), figure=figure_in("25万元", WAN_YUAN)))}, 1, "不写“万元”"),
    ("three on a sheet, each by itself", amounts(3), 3, ""),
    ("four on a sheet, together", amounts(4), 1, "等 4 处"),
    ("a score", {"projects.0.indicators.0.score": as_text(d("20", "项目1!G9", POINTS))}, 1, "转换为数字"),
    ("one that a sum passes over is told there", SUM | {"base.lines.7.executed": as_text(wan("300.00", "基础数据!D11"))}, 0, ""),
    ("a year is told as no amount", {"base.lines.9.executed": as_text(replace(wan("2021年", "基础数据!D13"), figure=figure_in("2021年", WAN_YUAN)))}, 0, ""),
    ("a rate is not added up", {"projects.0.funds.0.rate": as_text(pct("90.91%", "项目1!H3"))}, 0, ""),
    ("what a formula gives is not typed", {"base.lines.9.executed": as_text(wan("25.00", "基础数据!D13", '=TEXT(25,"0.00")'))}, 0, ""),
]


@pytest.mark.parametrize(("changes", "count", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_figures_held_as_texts(changes: dict, count: int, words: str) -> None:
    found = [finding.message for finding in check(changed(changes)).findings if finding.code == "complete-as-text"]
    assert len(found) == count
    assert not found or words in found[0]
