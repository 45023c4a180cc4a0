"""What a message quotes stands in the cell sign for sign; our own words have the signs of Chinese print."""

from __future__ import annotations

import pytest

from standards.test_rows import outcome
from ziping.standards import NotScorable, score, understand
from ziping.standards.cells.verbatim import printed, verbatim

# standard, target, actual, and what the refusal quotes
REFUSED = [
    ("制度健全、执行（到位）的，得满分；一般的，酌情（0～5分）扣分", "", "较好", "“一般的，酌情（0～5分）扣分”"),
    ("制度健全,执行(到位)的得满分;一般的,酌情(0~5分)扣分", "", "较好", "“一般的,酌情(0~5分)扣分”"),
    ("90%（含）以上得10分；80%（含）－90%得8分，其他不得分。", "≥95%", "优（很好）", "评分标准“90%（含）以上得10分；80%（含）－90%得8分，其他不得分。”"),
    ("90%（含）以上得10分；80%（含）－90%得8分，其他不得分。", "≥95%", "优 （很好）", "完成值“优 （很好）”"),
    ("巡查到位的，记5分；一般的，看着给3分", "", "较好", "“一般的，看着给3分”"),
    ("巡查到位得10分；其余不得分", "", "均未发生过此类情况。", "完成值“均未发生过此类情况”"),
    (None, "按“三定”方案（2021版）", "未完成（跨年）", "指标值“按‘三定’方案（2021版）”"),
    (None, "按照《办法》（试行）执行", "（试行）", "完成值“（试行）”不能判断是否达成指标值“按照《办法》（试行）执行”"),
]


@pytest.mark.parametrize(("standard", "target", "actual", "quote"), REFUSED)
def test_a_refusal_quotes_the_cell(standard: str | None, target: str, actual: str, quote: str) -> None:
    said = outcome("10", target, actual, standard)
    assert isinstance(said, str)
    assert quote in said


def test_a_standard_that_cannot_be_understood_is_quoted() -> None:
    with pytest.raises(NotScorable, match="“由主管部门、财政部门酌情打分（0～5分）”"):
        understand("由主管部门、财政部门酌情打分（0～5分）")


def test_the_reason_and_its_source_have_the_signs_of_print() -> None:
    result = score("10", "", "80%", "90%(含)以上得10分；80%（含）－90%得8分，其他不得分")
    assert "“80%（含）至90%（不含）得8分”" in result.explanation
    assert result.basis == "评分标准：90%(含)以上得10分；80%（含）－90%得8分，其他不得分"
    assert "（不含）" in understand("90%（含）以上得10分；80%（含）－90%得8分，其他不得分").render()


PRINTED = [("甲(乙),丙;丁", "甲（乙），丙；丁"), ("1,234.50元", "1,234.50元"), ("5,得", "5，得"), ("≥90%", "≥90%")]


@pytest.mark.parametrize(("text", "print_"), PRINTED)
def test_signs_of_print(text: str, print_: str) -> None:
    assert printed(text) == print_


QUOTES = [
    ("a clause in the middle of a cell", "评分标准中的“酌情(0~5)扣分”", "一般的，酌情（0～5）扣分，其他得满分", "评分标准中的“酌情（0～5）扣分”"),
    ("a clause that was shortened", "标准“制度健全(甲)…得分(乙)”", "制度健全（甲），执行到位得分（乙）", "标准“制度健全（甲）…得分（乙）”"),
    ("signs that became one", "“≥90%(含)”", ">=90%（含）得满分", "“>=90%（含）”"),
    ("what stands in no cell", "请写明“达成(全部)”", "制度健全得满分", "请写明“达成（全部）”"),
    ("what the cell has in just this way", "“(一)健全;”", "(一)健全;", "“(一)健全;”"),
]


@pytest.mark.parametrize(("message", "standard", "wanted"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES])
def test_a_quote_is_looked_up_in_the_cell(message: str, standard: str, wanted: str) -> None:
    assert verbatim(message, standard, None, None) == wanted
