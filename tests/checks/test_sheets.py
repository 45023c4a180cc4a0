"""Sheets that were deleted: what referred to them is told once with the name of the sheet, and a form of the scheme is missed."""

from __future__ import annotations

from pathlib import Path
from random import Random

import openpyxl
import pytest

from checks.case import GONE, Changes, changed, d
from checks.filled import filled
from ziping.amounts import WAN_YUAN, YUAN
from ziping.checks import check
from ziping.forms.build import build_workbook

THERE = ("基础数据", "整体自评", "项目1", "项目2", "监控1")
WITHOUT = {"sheets": THERE}
UNIT = "projects.0.unit"


def shows(formula: str, error: str | None = "#REF!") -> Changes:
    return {UNIT: d(error or "某市某中心", "项目1!B3", formula=formula, error=error)}


# what is changed, and the cells that are told as referring to a sheet that is not there, with words of the message
REFERRING = [
    ("a sheet that is not there", WITHOUT | shows("='设置'!B2"), ["项目1!B3"], "引用工作表“设置”，工作簿中没有这张表；请恢复“设置”表"),
    ("… and the old result still stands", WITHOUT | shows("='设置'!B2", None), ["项目1!B3"], "引用工作表“设置”"),
    ("a sheet that is", {"sheets": (*THERE, "设置")} | shows("='设置'!B2"), [], ""),
    ("its name in small letters", {"sheets": (*THERE, "INPUT")} | shows("=Input!B2"), [], ""),
    ("a formula that has lost the name", WITHOUT | shows("=#REF!$B$2"), ["项目1!B3"], "所引用的单元格或工作表已被删除（公式里是 #REF!），工作簿中没有“设置”表；请恢复“设置”表"),
    ("… in a workbook that has its 设置", {"sheets": (*THERE, "设置")} | shows("=#REF!$B$2"), ["项目1!B3"], "（公式里是 #REF!）；请改正公式的引用"),
    ("… and shows no error", WITHOUT | shows("=IFERROR(#REF!$B$2,\"某市某中心\")", None), [], ""),
    ("a sheet of another workbook is told as that", WITHOUT | shows("='[1]设置'!B2"), [], ""),
    ("a form of its kind stands under another name", WITHOUT | shows("='项目自评表1'!B2"), ["项目1!B3"], "如果《项目1》、《项目2》就是改了名的这张表，请把表名改回“项目自评表1”，不要移入空白表"),
    ("… under a name of that kind", {"sheets": ("项目自评表2", "设置"), "projects.0.sheet": "项目自评表2", "projects.1": GONE} | shows("='项目自评表1'!B2"), ["项目1!B3"],
     "请恢复该工作表（可从旧文件或本方案的空白表移入）"),
    ("nobody knows what sheets there are", {"sheets": ()} | shows("='设置'!B2"), [], ""),
]


@pytest.mark.parametrize(("changes", "cells", "words"), [row[1:] for row in REFERRING], ids=[row[0] for row in REFERRING])
def test_a_formula_over_a_sheet_that_is_not_there(changes: Changes, cells: list[str], words: str) -> None:
    found = [f for f in check(changed(changes)).findings if f.code == "formula-sheet"]
    assert [str(f.place) for f in found] == cells
    assert all(words in f.message and "引自" not in f.message for f in found)


def test_what_comes_of_it_is_not_told_beside_it() -> None:
    shown = {"projects.1.unit": d("#REF!", "项目2!B3", formula="='项目1'!B3", error="#REF!"), "broken": [d("#REF!", "项目1!A1", formula="='设置'!B3&\"年度\"", error="#REF!")]}
    found = [(f.code, str(f.place), tuple(map(str, f.related))) for f in check(changed(WITHOUT | shows("='设置'!B2") | shown)).findings if f.code.startswith("formula-")]
    assert found == [("formula-sheet", "项目1!B3", ("项目1!A1",))]


LOSING = WITHOUT | {"projects.1.funds.0.executed": d("#REF!", "项目2!E4", WAN_YUAN, "='项目自评表9'!E4", error="#REF!")}
SUM = "=SUM(项目1!E4,项目2!E4)*10000"
# what else is changed of a workbook that has lost a sheet, a cell, and whether anything is told of it
FOLLOWING = [
    ("a blank result of what was lost", {"overall.funds.3.executed": d("", "整体自评!E6", YUAN, SUM)}, "整体自评!E6", False),
    ("an error that it gives", {"overall.funds.3.executed": d("#REF!", "整体自评!E6", YUAN, SUM, error="#REF!")}, "整体自评!E6", False),
    ("another error", {"overall.funds.3.executed": d("#DIV/0!", "整体自评!E6", YUAN, "=1/0", error="#DIV/0!")}, "整体自评!E6", True),
    ("a blank result of a formula that has lost its cells", {"overall.funds.3.executed": d("", "整体自评!E6", YUAN, "=SUM(#REF!)")}, "整体自评!E6", False),
    ("a blank cell without a formula", {"overall.funds.3.executed": ""}, "整体自评!E6", True),
    ("a row of which a name alone was lost", {"projects.0.indicators.1.level3.name": "", "projects.0.indicators.1.points": "", "projects.0.indicators.1.score": "",
        "projects.0.indicators.1.actual": "", "projects.0.indicators.1.target": d("#REF!", "项目1!D10", formula="='项目自评表9'!D10", error="#REF!")}, "项目1!E10", False),
    ("… and its points were filled in", {"projects.0.indicators.1.level3.name": "", "projects.0.indicators.1.score": "",
        "projects.0.indicators.1.actual": "", "projects.0.indicators.1.target": d("#REF!", "项目1!D10", formula="='项目自评表9'!D10", error="#REF!")}, "项目1!E10", True),
]


@pytest.mark.parametrize(("changes", "cell", "told"), [row[1:] for row in FOLLOWING], ids=[row[0] for row in FOLLOWING])
def test_what_a_lost_sheet_leaves_blank_is_not_asked_for(changes: Changes, cell: str, told: bool) -> None:
    found = check(changed(LOSING | changes)).findings
    assert "formula-sheet" in {f.code for f in found}
    assert bool([f.code for f in found if str(f.place) == cell and f.code != "formula-sheet"]) is told


# a cell of words that shows an error, and whether columns may not have been read for it
LEADING = [("a title", "项目1!A1", False), ("a heading over the money", "项目1!E3", True), ("what stands below the form", "项目1!A99", False), ("a sheet of which nothing was read", "别处!A1", True)]


@pytest.mark.parametrize(("cell", "leads"), [row[1:] for row in LEADING], ids=[row[0] for row in LEADING])
def test_a_title_leads_no_column(cell: str, leads: bool) -> None:
    heading = {"broken": [d("#VALUE!", cell, formula="=1/0&\"年\"", error="#VALUE!")]}
    (found,) = [f for f in check(changed(heading)).findings if f.code == "formula-error-heading"]
    assert ("由它领起的栏没有读取" in found.message) is leads


def test_a_workbook_without_its_settings_says_so(tmp_path: Path) -> None:
    build_workbook(filled("national-project-2020", Random(7)), tmp_path / "built.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "built.xlsx")
    del workbook["设置"]
    for sheet in (sheet for sheet in workbook if sheet.title.startswith(("项目", "监控"))):
        for row in sheet.iter_rows(max_row=5):
            for cell in row:
                if cell.value == "某市某中心":
                    cell.value = "#REF!"
    workbook.save(tmp_path / "book.xlsx")
    result = check(tmp_path / "book.xlsx")
    (found,) = [f for f in result.findings if f.code == "formula-sheet"]
    assert "工作表“设置”" in found.message
    assert (result.unit, "complete-unit" in {f.code for f in result.findings}) == ("", True)


def test_an_error_value_is_no_unit_and_no_grade() -> None:
    result = check(changed({"overall.grade": d("#REF!", "整体自评!H17", formula="=H1", error="#REF!")}))
    assert result.grade == ""
