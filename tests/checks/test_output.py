"""What people get: the table on the terminal and the findings workbook."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from rich.console import Console

from checks.case import changed, events
from checks.cases.telling import said
from checks.test_cases import BY_CODE
from ziping.checks import CHECKS, check, show, write_workbook
from ziping.checks.catalogue import Failed, spelled
from ziping.checks.run import CRASHED, Outcome, Status
from ziping.checks.table import STATUSES, ended, summary_line
from ziping.checks.workbook import address
from ziping.evaluation import Evaluation, Place
from ziping.findings import Finding, Severity
from ziping.marks import COLUMNS, by_sheet

WRONG = {"overall.funds.0.rate": "100.00%", "base.lines.7.executed": "979.97", "overall.indicators.0.actual": ""}


def printed(explain: bool = False, changes: dict | None = None) -> str:
    console = Console(file=io.StringIO(), width=160, color_system=None)
    show(check(changed(WRONG if changes is None else changes)), console, explain)
    return console.file.getvalue()


def test_the_table_groups_by_sheet_and_shows_the_gravest_first() -> None:
    groups = by_sheet(check(changed(WRONG)).findings)
    assert list(groups) == ["基础数据", "整体自评"]
    assert [finding.severity for finding in groups["整体自评"]] == [Severity.ERROR, Severity.WARNING]
    text = printed()
    for words in ("基础数据", "整体自评", "H3", CHECKS["rate-execution"].title, "错误 2、警告 1"):
        assert words in text
    assert CHECKS["rate-blank"].title not in text


def test_the_sheets_with_errors_come_first() -> None:
    blank = {"base.lines.9.last_year": ""}
    assert list(by_sheet(check(changed(blank | said("自评得分97分。"))).findings)) == ["报告素材", "基础数据"]
    assert list(by_sheet(check(changed(blank | {"overall.indicators.0.actual": ""})).findings)) == ["整体自评", "基础数据"]


def test_explain_lists_every_check_with_its_outcome() -> None:
    text = printed(explain=True).replace("\n", "")
    for each in CHECKS.values():
        assert each.title in text
    for words, _ in STATUSES.values():
        assert words in text
    assert set(STATUSES) == set(Status)


# a figure as a check states it, its unit, and how findings spell it
SPELLINGS = [
    ("310.5", "万元", "310.50"), ("310.50", "万元", "310.50"), ("310", "万元", "310.00"), ("0.0", "万元", "0.00"), ("-10.0", "万元", "-10.00"), ("+0.005", "亿元", "+0.005"),
    ("45951992.0", "元", "45951992.00"), ("36031421.", "元", "36031421.00"), ("3300000万元", "", "3300000.00万元"), ("0.5亿元", "", "0.50亿元"), ("310.5", "", "310.5"),
    ("18", "人", "18"), ("9.5", "分", "9.5"), ("86.67%", "", "86.67%"), ("约310万元", "", "约310万元"), ("一千元", "", "一千元"), ("元", "元", "元"), ("", "万元", ""),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "unit", "spelt"), SPELLINGS)
def test_an_amount_is_always_spelt_alike(shown: str, unit: str, spelt: str) -> None:
    assert spelled(shown, unit) == spelt


def test_the_difference_of_two_rates_is_told_in_points() -> None:
    (column,) = [column for column in COLUMNS if column.heading == "相差"]
    assert [column.text(finding) for finding in check(changed(WRONG)).findings if finding.shown_difference.endswith("%")] == ["+10.00 个百分点"]


# how a check ended, and what people read
ENDED = [
    ("all of it held", Outcome("x", Status.PASSED, "", 3, 0, 0), "通过"),
    ("what was looked at held, and one relation was open", Outcome("x", Status.PASSED, "有得分空白", 3, 0, 1), "部分通过"),
    ("one relation did not hold", Outcome("x", Status.FAILED, "有得分空白", 3, 1, 1), "不符"),
    ("all of it was open", Outcome("x", Status.NOT_EVALUATED, "有得分空白", 0, 0, 1), "未核对"),
    ("there was nothing", Outcome("x", Status.NOT_APPLICABLE), "不适用"),
]


@pytest.mark.parametrize(("outcome", "words"), [row[1:] for row in ENDED], ids=[row[0] for row in ENDED])
def test_an_outcome_in_words(outcome: Outcome, words: str) -> None:
    assert ended(outcome)[0] == words


def test_no_code_is_shown_to_people(tmp_path: Path) -> None:
    write_workbook(check(changed(WRONG)), tmp_path / "out.xlsx")
    cells = [str(cell) for sheet in openpyxl.load_workbook(tmp_path / "out.xlsx") for row in sheet.iter_rows(values_only=True) for cell in row]
    shown = printed(explain=True).replace("\n", "") + "".join(cells)
    assert [code for code in [*CHECKS, CRASHED] if code in shown] == []


def test_markup_in_a_cell_is_text() -> None:
    assert "[red]某单位[/red]" in printed(changes={"overall.unit": "[red]某单位[/red]"}).replace("\n", "")


def test_the_findings_workbook(tmp_path: Path) -> None:
    source = tmp_path / "自评 表.xlsx"
    openpyxl.Workbook().save(source)
    result = replace(check(changed(WRONG)), file=str(source))
    write_workbook(result, tmp_path / "自评 表-校验.xlsx")
    book = openpyxl.load_workbook(tmp_path / "自评 表-校验.xlsx")
    sheet = book["校验结果"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert len(rows) == len(result.findings)
    assert [row[0] for row in rows] == ["错误", "错误", "警告"]
    link = sheet["C4"].hyperlink
    assert (link.target, link.location) == ("自评%20表.xlsx", "'基础数据'!D10")
    assert sheet["A2"].value == summary_line(result)
    assert book["全部校验项"].max_row == len(CHECKS) + 1


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+5", "-1+2", "http://example.invalid/", "{=A1}"])
def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    result = check(changed({"overall.unit": text}))
    write_workbook(result, tmp_path / "out.xlsx")
    for row in openpyxl.load_workbook(tmp_path / "out.xlsx")["校验结果"].iter_rows(min_row=4):
        for cell in row:
            assert cell.data_type in ("s", "n")
            assert cell.hyperlink is None or cell.column_letter == "C"


def test_nothing_found_is_said(tmp_path: Path) -> None:
    write_workbook(check(changed({})), tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx")["校验结果"]["A4"].value == "没有发现问题。"
    assert check(Evaluation()).counts["error"] == 0


def test_links_go_to_the_file_beside_or_by_its_full_path(tmp_path: Path) -> None:
    place = Place("项目'1", "H7")
    assert address(str(tmp_path / "a.xlsx"), tmp_path / "b.xlsx", place) == "external:a.xlsx#'项目''1'!H7"
    far = address(str(tmp_path / "x" / "a.xlsx"), tmp_path / "y" / "b.xlsx", place)
    assert far.startswith("external:")
    assert "a.xlsx#" in far
    assert address("", tmp_path / "b.xlsx", place) == ""


# what the column 应为 says of the failing case of each of these
DUE = [
    ("score-above-points", "≤20"), ("score-negative", "≥0"), ("score-total-range", "0–100"), ("score-above-standard", "≤7"), ("score-above-default", "≤10"),
    ("monitor-progress", "≥50.00%"), ("limit-staff", "≤20"), ("rate-over-budget", "≤7000000.00"), ("across-list-item", "≤450.00"), ("across-list-total", "≥4600000.00"),
    ("ledger-item-exceeds", "≤450.00"), ("limit-base-total", "≥450.00万元"), ("monitor-half-year", "≤12次"), ("score-total", "99"), ("rate-execution", "90.00%"),
]


@pytest.mark.parametrize(("code", "due"), DUE, ids=[row[0] for row in DUE])
def test_a_limit_is_shown_as_one(code: str, due: str) -> None:
    case = BY_CODE[code]
    failed = next(event for event in events(case, case.fails) if isinstance(event, Failed))
    finding = CHECKS[code].finding(failed)
    column = next(column for column in COLUMNS if column.heading == "应为")
    assert [column.text(each) for each in (finding, Finding.from_json(finding.as_json()))] == [due, due]
