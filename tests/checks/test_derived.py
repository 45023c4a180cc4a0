"""Rates of the scoring forms against 收支与资产, where a workbook has no 基础数据表."""

from __future__ import annotations

import pytest

from checks.case import changed, d
from ziping.amounts import PERCENT, WAN_YUAN
from ziping.checks import CHECKS
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed, Passed, Unknown
from ziping.evaluation import Indicator, LedgerLine, Level

LISTED = [
    ("预算执行", "财政下达预算数", "600.00", None), ("预算执行", "政府采购金额", "54.00", "60.00"), ("三公经费", "三公经费合计", "8.00", "12.00"),
    ("三公经费", "公务接待费", "3.00", "5.00"),
]
# (code, indicator, the actual that follows, one that does not, the cells told)
ROWS = [
    ("derived-staff", "在职人员控制率", "90%", "100%", "《收支与资产》D16、D15"),
    ("derived-completion", "支出完成率", "105%", "106%", "《收支与资产》D5、C5"),
    ("derived-procurement", "政府采购执行率", "90%", "95%", "《收支与资产》D61、C61"),
    ("derived-three-public-control", "“三公”经费控制率", "66.67%", "66.77%", "《收支与资产》D62、C62"),
    ("derived-three-public-change", "“三公”经费变动率", "-20%", "30%", "《收支与资产》D62、B62"),
]


def events(name: str, actual: str, code: str) -> list:
    evaluation = changed({"base": None, "overall.funds": []})
    for at, (section, line, current, budget) in enumerate(LISTED, 60):
        before = d("10.00", f"收支与资产!B{at}", WAN_YUAN)
        evaluation.ledger.lines.append(LedgerLine(  # type: ignore[union-attr]
            section, line, last_year=before, budget=d(budget, f"收支与资产!C{at}", WAN_YUAN) if budget else None,
            current=d(current, f"收支与资产!D{at}", WAN_YUAN), parent="三公经费合计" if line == "公务接待费" else ""))
    evaluation.overall.indicators = [Indicator(level3=Level(name), actual=d(actual, "评分表!F5", PERCENT), standard=d("", "评分表!E5"))]  # type: ignore[union-attr]
    return list(CHECKS[code](Book(evaluation)))


@pytest.mark.parametrize(("code", "name", "right", "wrong", "cells"), ROWS)
def test_a_rate_is_held_against_the_ledger(code: str, name: str, right: str, wrong: str, cells: str) -> None:
    assert [type(event) for event in events(name, right, code)] == [Passed]
    (failed,) = events(name, wrong, code)
    assert isinstance(failed, Failed)
    message = CHECKS[code].finding(failed).message
    assert cells in message
    assert "《评分表》F5" in message


def test_a_row_of_adjustments_is_no_total_to_compare_with() -> None:
    """0 under 部门整体支出预算调整 must not become the year's expenditure: the rate that was right stays right."""
    book = Book(changed({"base.lines.14.budget": "0", "base.lines.14.executed": "0", "base.lines.14.last_year": "0"}))
    for code in ("derived-completion", "derived-expenditure-control"):
        assert [type(event) for event in CHECKS[code](book)] == [Passed]


# (indicator, the actual that follows from the overall form's own line, one that does not)
LINES = [
    ("基本支出预算执行率", "90%", "100%"),
    ("项目支出预算完成率", "80%", "90%"),
    ("项目支出执行率", "80%", "100%"),
]


@pytest.mark.parametrize(("name", "right", "wrong"), LINES)
def test_a_rate_of_a_part_is_held_against_its_own_line(name: str, right: str, wrong: str) -> None:
    def told(actual: str, **lines: str) -> list[type]:
        evaluation = changed({"overall.funds.3.executed": "4,000,000.00"} | lines)
        evaluation.overall.indicators = [Indicator(level3=Level(name), actual=d(actual, "评分表!F5", PERCENT))]  # type: ignore[union-attr]
        return [type(event) for event in CHECKS["derived-completion"](Book(evaluation))]

    assert told(right) == [Passed]
    assert told(wrong) == [Failed]
    assert told(wrong, **{"overall.funds": []}) == [Unknown]


@pytest.mark.parametrize("name", ["三公经费预算执行率", "专项支出完成率", "人员经费支出执行率"])
def test_a_rate_of_another_part_is_not_that_of_the_whole(name: str) -> None:
    evaluation = changed({})
    evaluation.overall.indicators = [Indicator(level3=Level(name), actual=d("100%", "评分表!F5", PERCENT))]  # type: ignore[union-attr]
    assert list(CHECKS["derived-completion"](Book(evaluation))) == []
