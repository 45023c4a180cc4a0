"""A code of a catalogue means one thing; what keeps a workbook from being sent in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ziping.checks import CHECKS
from ziping.evaluation import Place
from ziping.findings import BLANK_TOTAL, NAMELESS, NO_NUMBER, TOTAL_BASIS, Finding, Severity, Wording, by_code, unsent

ONE = Wording("a-one", "一", Severity.INFO, "一。", "请看。")


def test_entries_are_found_by_their_codes() -> None:
    other = Wording("a-two", "二", Severity.INFO, "二。", "请看。")
    assert by_code([ONE, other]) == {"a-one": ONE, "a-two": other}


def test_no_two_entries_have_one_code() -> None:
    with pytest.raises(ValueError, match="a-one"):
        by_code([ONE, Wording("a-one", "别的", Severity.ERROR, "别的。", "请看。")])


def found(code: str, severity: Severity, cell: str | None, label: str = "") -> Finding:
    return Finding(code=code, severity=severity, message="某处不符。", place=Place("表", cell) if cell else None, label=label)


UNSENT = [
    ("nothing was found", [], ""),
    ("a warning and a hint may go out", [found("complete-score", Severity.WARNING, "F7"), found("score-all-full", Severity.INFO, "F9")], ""),
    ("errors", [found("score-total", Severity.ERROR, "F9"), found("score-grade", Severity.ERROR, "F10")], "2 处错误没有改正（首处：表!F9）"),
    ("an error of the whole workbook", [found("last-unit", Severity.ERROR, None, "单位名称")], "1 处错误没有改正（首处：单位名称）"),
    ("a blank total is only a warning of the checks", [found(BLANK_TOTAL, Severity.WARNING, "F9")], "1 处总分空白（首处：表!F9）"),
    ("a total without a single score", [found(TOTAL_BASIS, Severity.WARNING, "F9")], "1 处总分没有一项得分作依据（首处：表!F9）"),
    ("a total in words", [found(NO_NUMBER, Severity.WARNING, "F9", "整体自评表总分")], "1 处总分不是数（首处：表!F9）"),
    ("another figure in words may go out", [found(NO_NUMBER, Severity.WARNING, "F7", "基本支出 执行数")], ""),
    ("both", [found(BLANK_TOTAL, Severity.WARNING, "F9"), found("rate-staff", Severity.ERROR, "D4")], "1 处错误没有改正（首处：表!D4），1 处总分空白（首处：表!F9）"),
    ("nobody's, of no year", [found("complete-unit", Severity.WARNING, "B4", "单位名称"), found("complete-year", Severity.WARNING, "B5", "评价年度")], "单位名称（表!B4）、评价年度（表!B5）空白"),
    ("of no year, and with a blank total", [found(BLANK_TOTAL, Severity.WARNING, "F9"), found("complete-year", Severity.WARNING, "B5", "评价年度")], "1 处总分空白（首处：表!F9），评价年度（表!B5）空白"),
    ("a form that has no cell for the unit", [found("complete-unit", Severity.WARNING, None, "单位名称")], ""),
    ("a year with words beside it is not blank", [replace(found("complete-year", Severity.WARNING, "B5", "评价年度"), shown_actual="2024年度")], ""),
]


@pytest.mark.parametrize(("name", "findings", "told"), UNSENT, ids=[row[0] for row in UNSENT])
def test_what_keeps_a_workbook_from_being_sent_in(name: str, findings: list[Finding], told: str) -> None:  # noqa: ARG001
    assert unsent(iter(findings)) == told


def test_what_is_blank_has_a_check() -> None:
    assert {BLANK_TOTAL, TOTAL_BASIS, NO_NUMBER, *NAMELESS} <= set(CHECKS)
