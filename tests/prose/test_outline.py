"""Numbering of headings, empty sections, and the year of a statement."""

from __future__ import annotations

import pytest

from ziping.findings import Severity
from ziping.prose import check_prose
from ziping.prose.text.catalogue import CATALOGUE, finding

BODY = "完成了全年工作。"
ROWS = [
    ("in order", ["一、概况", BODY, "二、支出", BODY, "三、问题", BODY], []),
    ("a number is missing", ["一、概况", BODY, "三、问题", BODY], ["prose-number-missing"]),
    ("a number comes twice", ["1.资产", BODY, "2.采购", BODY, "2.人员", BODY], ["prose-number-doubled"]),
    ("1, 3, 3, 4", ["1.网络" + BODY, "3.应用" + BODY, "3.产业" + BODY, "4.运营" + BODY], ["prose-number-missing", "prose-number-doubled"]),
    ("styles are mixed", ["一、概况", BODY, "二、支出", BODY, "3、资产", BODY, "四、问题", BODY], ["prose-number-mixed"]),
    ("a number runs back", ["一、概况", BODY, "二、支出", BODY, "三、资产", BODY, "二、问题", BODY], ["prose-number-order"]),
    ("lists begin anew below each heading", ["一、概况", "1.编制" + BODY, "2.人员" + BODY, "二、支出", "1.基本" + BODY, "2.项目" + BODY], []),
    ("an inner list interrupts an outer one", ["1、情况", "1、甲" + BODY, "2、乙" + BODY, "2、职责", BODY], []),
    ("deeper levels", ["一、概况", "（一）职能", "1.甲" + BODY, "（1）细" + BODY, "（2）项" + BODY, "2.乙" + BODY, "（二）机构", BODY], []),
    ("a section is empty", ["一、概况", "（一）职能", "（二）机构", BODY, "二、支出", BODY], ["prose-section-empty"]),
    ("a chapter with sections is not empty", ["一、概况", "（一）职能", BODY, "二、支出", BODY], []),
    ("the last chapter before the next is empty", ["一、概况", "二、支出", BODY], ["prose-section-empty"]),
    ("a table of contents is left out", ["目录", "一、概况", "二、支出", "三、问题", "四、建议", "一、概况", BODY, "二、支出", BODY, "三、问题", BODY, "四、建议", BODY], []),
    ("amounts at the start of a line are no numbers", ["支出如下：", "1.5万元用于采购。", "3.2万元用于运维。"], []),
]


@pytest.mark.parametrize(("lines", "codes"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_numbering_and_empty_sections(lines: list[str], codes: list[str]) -> None:
    assert [found.code for found in check_prose("\n".join(lines)).findings] == codes


YEARS = [
    ("assets of the year before", "2020年部门整体支出绩效自评报告\n2019年末资产合计197.80万元。", 1),
    ("assets of the year", "2020年部门整体支出绩效自评报告\n2020年末资产合计197.80万元。", 0),
    ("a comparison with the year before", "2020年部门整体支出绩效自评报告\n比2019年末增加197.80万元。", 0),
    ("the opening balance", "2020年部门整体支出绩效自评报告\n2019年末结转结余资金2.04万元。", 0),
    ("no year known", "2019年末资产合计197.80万元。", 0),
]


@pytest.mark.parametrize(("text", "hints"), [row[1:] for row in YEARS], ids=[row[0] for row in YEARS])
def test_the_year_of_a_statement_is_a_hint(text: str, hints: int) -> None:
    found = [each for each in check_prose(text).findings if each.code == "prose-year"]
    assert len(found) == hints
    assert all(each.severity is Severity.INFO for each in found)


def test_a_given_year_wins() -> None:
    assert [each.code for each in check_prose("2019年末资产合计197.80万元。", year=2020).findings] == ["prose-year"]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_finding_says_what_to_do(code: str) -> None:
    made = finding(code, "一、概况", "二", "一")
    assert "{" not in made.message
    assert made.message.endswith("。")
    assert made.hint.endswith("。")
    assert set(made.as_json()) >= {"code", "severity", "quote", "message", "hint"}
