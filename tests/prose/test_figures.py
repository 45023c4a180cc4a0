"""Figures in running text: what is one, in which unit, with how many decimals, and what is none."""

from __future__ import annotations

import pytest

from ziping.prose.text.figures import clean, number_word, scan

ROWS = [
    ("yuan", "支出403.00元", ["403.00元"]),
    ("ten thousand yuan", "支出4.49亿元、12.5万元", ["4.49亿元", "12.5万元"]),
    ("full-width digits and separators", "支出１，２３４．５０万元", ["1234.50万元"]),
    ("a full-width comma between half-width figures separates", "分别为123，456万元", ["123", "456万元"]),
    ("percent and points", "增长14.61%，提高3个百分点", ["14.61%", "3个百分点"]),
    ("people and things", "人员15名、车辆2辆、热线65.2万宗、项目14个", ["15人", "2辆", "65.2万宗", "14个"]),
    ("months are no counters", "历时3个月", []),
    ("score and minutes", "得分92分，用时30分钟", ["92分", "30"]),
    ("years and dates are no figures", "2021年3月28日至2022年底", []),
    ("document numbers are no figures", "常政办发〔2016〕33号", []),
    ("ordinals are no figures", "排名第43名", []),
    ("numbers of headings are no figures", "1.基本情况\n（2）支出12元", ["12元"]),
    ("numbers of items inside a sentence are no figures", "原因：（1）人员增加1人；2、公用经费2万元", ["1人", "2万元"]),
    ("names with digits are no figures", "IPv6、5G和4K，7x24小时", []),
    ("a minus sign before a figure", "变动率为-12.30%", ["-12.30%"]),
    ("a dash between figures", "完成80%-90%", ["80%", "90%"]),
    ("a listed figure takes the unit of its neighbour", "分别为41.25、41.43万元", ["41.25万元", "41.43万元"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_scan(text: str, expected: list[str]) -> None:
    assert [str(mention.figure) for mention in scan(clean(text))] == expected


LOOSE = [
    ("about", "约500万元", True), ("more than", "500余万元", True), ("or so", "500万元左右", True), ("at least", "不低于95%", True),
    ("a range", "5万元-10万元", True), ("per year", "500万元/年", True), ("blanks for thousands", "1 500个", True), ("a blank before a number of two digits", "3 50个", False), ("exactly", "达到500万元", False), ("for", "为500万元", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "loose"), [row[1:] for row in LOOSE], ids=[row[0] for row in LOOSE])
def test_hedged_figures_are_loose(text: str, loose: bool) -> None:
    assert scan(clean(text))[0].loose is loose


@pytest.mark.parametrize("text", ["\u3000\t（１２）", "１２，３４５．６％", "“三公”经费，\r\n", ""])
def test_cleaning_keeps_every_position(text: str) -> None:
    assert len(clean(text)) == len(text)


@pytest.mark.parametrize(("word", "number"), [("三", 3), ("两", 2), ("十", 10), ("十四", 14), ("二十一", 21), ("一百二十", 120), ("甲", None), ("", None)])
def test_chinese_numerals(word: str, number: int | None) -> None:
    assert number_word(word) == number
