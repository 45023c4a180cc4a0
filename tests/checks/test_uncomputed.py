"""A workbook saved by a program that computes nothing: what its formulas should give is told as a person would write it."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import openpyxl
import pytest

from checks.case import changed, d
from checks.filled import filled
from ziping.checks import CHECKS, check
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed
from ziping.evaluation import ProjectLine
from ziping.forms.build import build_workbook

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"


@pytest.mark.parametrize("name", ["liuyang-2021", "zhanjiang-2021"])
def test_what_a_formula_should_give_is_told_with_few_decimals(name: str, tmp_path: Path) -> None:
    openpyxl.load_workbook(SAMPLES / f"{name}.xlsx").save(tmp_path / "without.xlsx")
    told = [finding.shown_expected for finding in check(tmp_path / "without.xlsx").findings if finding.code == "formula-no-result"]
    assert told
    assert not [text for text in told if re.search(r"\.\d{5}", text)]


def test_nothing_but_the_recomputation_is_asked_for_where_formulas_have_no_results(tmp_path: Path) -> None:
    build_workbook(filled("liuyang-2021", Random(7)), tmp_path / "book.xlsx")
    openpyxl.load_workbook(tmp_path / "book.xlsx").save(tmp_path / "without.xlsx")
    found = check(tmp_path / "without.xlsx").findings
    told = {finding.code for finding in found if finding.code.startswith("formula-")} - {"formula-overwritten"}  # the generator types what the scheme works out
    assert told == {"formula-no-result"}
    assert not [finding.message for finding in found if "请核对公式所引用的数" in finding.message]
    (unread,) = [finding for finding in found if finding.code == "identity-unread"]
    assert "文件里没有公式的结果" in unread.message
    assert "在 Excel 或 WPS 中打开，重新计算" in unread.hint
    assert "经费各栏的标题（B5、C5、D5）由公式得出" in unread.message
    assert str(unread.place) == "基础数据表!B5"
    assert "补齐" not in unread.message


# the headings over the money of 基础数据表, and whether they are told as missing or as formulas without results
HEADINGS = [
    ("headings of the years as formulas", ['=2023-1&"年决算数"', '=2023&"年预算数"', '=2023&"年决算数"'], True),
    ("one such formula alone", ["上年", '=2023&"年预算数"', "本年"], False),
    ("headings that are typed and lack their words", ["甲", "乙", "丙"], False),
    ("formulas without results that are no headings", ["=A1*2", "=A1*3", "=A1*4"], False),
]


@pytest.mark.parametrize(("headings", "uncomputed"), [row[1:] for row in HEADINGS], ids=[row[0] for row in HEADINGS])
def test_headings_without_results_are_not_called_missing(headings: list[str], uncomputed: bool, tmp_path: Path) -> None:
    build_workbook(filled("liuyang-2021", Random(7)), tmp_path / "built.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "built.xlsx")
    for cell, heading in zip(("B5", "C5", "D5"), headings, strict=True):
        workbook["基础数据表"][cell] = heading
    workbook.save(tmp_path / "book.xlsx")
    (unread,) = [finding for finding in check(tmp_path / "book.xlsx").findings if finding.code == "identity-unread"]
    assert ("重新计算" in unread.hint) == uncomputed
    assert ("缺少标题" in unread.message) != uncomputed


# a list that does not name the project, and whether that is told
NAMELESS = [("every row of the list has its name", {}, True), ("a row of the list has none", {"ledger.nameless": [ProjectLine("", d("330.00", "收支与资产!B19"))]}, False)]


@pytest.mark.parametrize(("changes", "wrong"), [row[1:] for row in NAMELESS], ids=[row[0] for row in NAMELESS])
def test_a_project_may_be_the_one_whose_name_the_list_lacks(changes: dict, wrong: bool) -> None:
    found = list(CHECKS["identity-project-listed"](Book(changed({"projects.0.project": "抽水蓄能"} | changes))))
    assert any(isinstance(event, Failed) for event in found) == wrong


# formulas without results in a row of 基础数据表 whose first two stand side by side over its money, and those that are named
BESIDE = [("three side by side", {}, "B5、C5、D5"), ("one further off is another matter", {"F5": '=2023&"年预算说明"'}, "B5、C5、D5")]


@pytest.mark.parametrize(("more", "named"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_the_headings_that_are_named_stand_side_by_side(more: dict[str, str], named: str, tmp_path: Path) -> None:
    build_workbook(filled("liuyang-2021", Random(7)), tmp_path / "built.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "built.xlsx")
    for cell, heading in {"B5": '=2023-1&"年决算数"', "C5": '=2023&"年预算数"', "D5": '=2023&"年决算数"', **more}.items():
        workbook["基础数据表"][cell] = heading
    workbook.save(tmp_path / "book.xlsx")
    (unread,) = [finding for finding in check(tmp_path / "book.xlsx").findings if finding.code == "identity-unread"]
    assert f"（{named}）由公式得出" in unread.message
