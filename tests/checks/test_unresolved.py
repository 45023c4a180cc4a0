"""Formulas of which the file holds no result: told as that, and whatever needs them is not evaluated, never failed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from checks.case import Changes, changed, d, pct, wan
from ziping.checks import Status, check
from ziping.checks.book import Book
from ziping.evaluation import Datum, Entry, Place, Unread
from ziping.forms import read_workbook

SAMPLES = sorted((Path(__file__).parents[2] / "workbooks" / "samples").glob("*.xlsx"))
TOLD = "formula-no-result"


def waits(cell: Datum) -> Datum:
    """The same cell, its result not in the file."""
    return replace(cell, text="", figure=None, unresolved=True)


def text(words: str) -> list[Entry]:
    return [Entry(("概况",), d(words, "报告素材!E3"))]


RATE = {"overall.funds.0.rate": waits(pct("90.00%", "整体自评!H3", "=E3/D3"))}
PART = {"projects.0.funds.1.executed": waits(wan("300.00", "项目1!E5", "='收支与资产'!C17"))}
TOTAL = {"projects.0.funds.0.executed": waits(wan("300.00", "项目1!E4", "=SUM(E5:E7)"))}
TICKED = {"monitors.0.indicators.0.likelihood": "有可能", "monitors.0.indicators.0.target": waits(d("≥12次", "监控1!D8", formula="='项目1'!D9"))}
POINTS = {"projects.0.indicators.4.points": waits(d("10", "项目1!F13", formula="=5+5"))}
TITLE = waits(d("2023年项目支出绩效自评表", "项目1!A1", formula="='设置'!B3&\"年项目支出绩效自评表\""))
UNREAD = {"base": None, "unread": [Unread(Place("基础数据", "B2"), "经费各栏的标题（B2）由公式得出，而文件里没有公式的结果", (), True)]}

# what is changed, the check that needs the cell, how it ends, and what its reason tells
CASES = [
    ("a rate", RATE, "rate-blank", Status.PASSED, "《整体自评》H3的公式没有结果"),
    ("a rate held against its figures", RATE, "rate-execution", Status.PASSED, "《整体自评》H3的公式没有结果"),
    ("a blank rate without a formula is blank", {"overall.funds.0.rate": ""}, "rate-blank", Status.FAILED, ""),
    ("a blank result is blank", {"overall.funds.0.rate": pct("", "整体自评!H3", '=IF(D3="","","")')}, "rate-blank", Status.FAILED, ""),
    ("a part of a total", PART, "footing-blank-part", Status.PASSED, "《项目1》E5的公式没有结果"),
    ("a blank part of one", {"projects.0.funds.1.executed": ""}, "footing-blank-part", Status.FAILED, ""),
    ("a total", TOTAL, "footing-funds-total", Status.PASSED, "《项目1》E4的公式没有结果"),
    ("what another form states", PART | {"ledger.projects.0.executed": wan("310.00", "收支与资产!C17")}, "across-blank", None, ""),
    ("a cell that must be filled in", TOTAL, "complete-funds", Status.PASSED, "《项目1》E4的公式没有结果"),
    ("a typed rate over a sum that is not there yet", {"overall.funds.0.adjusted": waits(wan("700", "整体自评!D3", "=SUM(D5:D6)"))}, "rate-over-zero", None, "《整体自评》D3的公式没有结果"),
    ("a placeholder of such a cell", RATE | {"narrative": text("执行率 {{整体自评/财政拨款.执行率}}。")}, "text-placeholder-blank", Status.NOT_EVALUATED, "《整体自评》H3的公式没有结果"),
    ("a placeholder of a blank cell", {"overall.funds.0.rate": "", "narrative": text("执行率 {{整体自评/财政拨款.执行率}}。")}, "text-placeholder-blank", Status.FAILED, ""),
    ("a placeholder that a sheet may have which was not read", UNREAD | {"narrative": text("编制 {{编制数}} 人。")}, "text-placeholder", Status.NOT_EVALUATED, "《基础数据》没有读取（经费各栏的标题（B2）由公式得出，而文件里没有公式的结果）"),
    ("a tick that asks for a reason, whatever the target is", TICKED, "monitor-reason", Status.FAILED, ""),
    ("a tick whose reason is to come", TICKED | {"monitors.0.indicators.0.causes.原因说明": waits(d("", "监控1!H8", formula='="推迟"'))}, "monitor-reason", Status.PASSED, "《监控1》H8的公式没有结果"),
    ("a total that the parts which are there exceed, whatever the other gives", PART | {"projects.0.funds.2.executed": "301.00"}, "footing-funds-total", Status.FAILED, ""),
    ("a total that they reach", PART | {"projects.0.funds.2.executed": "299.00"}, "footing-funds-total", Status.PASSED, "《项目1》E5的公式没有结果"),
    ("an error value that the result may be", RATE, "formula-error", Status.NOT_EVALUATED, "《整体自评》H3的公式没有结果"),
    ("points that are to come", POINTS, "score-reason", Status.PASSED, "《项目1》F13的公式没有结果"),
    ("points that will be blank", {"projects.0.indicators.4.points": waits(d("", "项目1!F13", formula='=IF(1=1,"","")'))}, "score-reason", Status.PASSED, "用户满意度 得分或其分值空白"),
    ("an indicator whose actual is to come", {"overall.indicators.2.actual": waits(d("90.00%", "整体自评!E9", formula="='基础数据'!D3"))}, "derived-staff", Status.NOT_EVALUATED, "《整体自评》E9的公式没有结果"),
    ("a title that is to come", {"projects.0.title": TITLE, "projects.0.year": None}, "identity-year", Status.PASSED, "《项目1》A1的公式没有结果"),
    ("a line and column that it may have", UNREAD | {"narrative": text("{{水电费.本年决算数}}万元。")}, "text-placeholder", Status.NOT_EVALUATED, "《基础数据》没有读取"),
    ("a form that may be another sheet", UNREAD | {"narrative": text("{{河道清淤/年度资金总额.执行率}}。")}, "text-placeholder", Status.NOT_EVALUATED, "《基础数据》没有读取"),
    ("a placeholder that no such sheet has", UNREAD | {"narrative": text("编制 {{某编制数}} 人。")}, "text-placeholder", Status.FAILED, ""),
    ("a column of a sheet that was read", UNREAD | {"narrative": text("{{基本支出.本年数据}}万元。")}, "text-placeholder", Status.FAILED, ""),
    ("a line of a form that was read", UNREAD | {"narrative": text("{{整体自评/财政拔款.执行率}}。")}, "text-placeholder", Status.FAILED, ""),
    ("a placeholder that no sheet has", {"narrative": text("编制 {{某编制数}} 人。")}, "text-placeholder", Status.FAILED, ""),
]


@pytest.mark.parametrize(("changes", "code", "status", "reason"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_needs_the_result_is_not_evaluated(changes: Changes, code: str, status: Status | None, reason: str) -> None:
    outcome = next(outcome for outcome in check(changed(changes)).outcomes if outcome.code == code)
    assert outcome.status is (status or outcome.status)
    assert outcome.status is Status.FAILED or outcome.failed == 0
    assert outcome.reason.startswith(reason)


# a cell with its formula, and what is told of it
CELLS = [
    ("no result", RATE, ["整体自评!H3"]),
    ("no result where its formula cannot be worked out here", {"overall.funds.0.rate": waits(pct("", "整体自评!H3", "=别处!A1"))}, ["整体自评!H3"]),
    ("no result where it gives nothing but a blank", {"overall.funds.0.rate": waits(pct("", "整体自评!H3", '=IF(D3="","","")'))}, []),
    ("no result where it gives nothing but a nought", {"overall.funds.0.rate": waits(pct("", "整体自评!H3", "=D3*0"))}, ["整体自评!H3"]),
    ("no result of a title", {"projects.0.title": TITLE}, ["项目1!A1"]),
    ("no result of a column of the officer's own", RATE | {"projects.0.indicators.0.extra": {"佐证材料": waits(d("见附件", "项目1!K9", formula='="见附件"'))}}, ["整体自评!H3", "项目1!K9"]),
    ("a result", {"overall.funds.0.rate": pct("90.00%", "整体自评!H3", "=E3/D3")}, []),
]


@pytest.mark.parametrize(("changes", "places"), [row[1:] for row in CELLS], ids=[row[0] for row in CELLS])
def test_the_cells_are_told_themselves(changes: Changes, places: list[str]) -> None:
    assert [str(finding.place) for finding in check(changed(changes)).findings if finding.code == TOLD] == places


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_more_is_found_in_a_file_that_a_program_saved_which_computes_nothing(path: Path, tmp_path: Path) -> None:
    """What is found in such a copy, beside the formulas and the sheets whose headings they are, is found in the file as well."""
    openpyxl.load_workbook(path).save(tmp_path / "without.xlsx")
    before, after = check(path), check(tmp_path / "without.xlsx")
    assert [finding for finding in after.findings if finding.code == TOLD]
    kept = {(finding.code, finding.place) for finding in before.findings}
    more = [f.message for f in after.findings if f.code not in (TOLD, "identity-unread") and (f.code, f.place) not in kept]
    assert not more
    assert all("打开，重新计算" in f.message for f in after.findings if f.code == TOLD)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_typed_over_a_formula_is_told_with_results_and_without(path: Path, tmp_path: Path) -> None:
    """It looks at what is written; forms that are not recognised without the titles and headings which formulas give apart."""
    openpyxl.load_workbook(path).save(tmp_path / "without.xlsx")
    before, after = read_workbook(path), read_workbook(tmp_path / "without.xlsx")
    known = Book(after).cell_at
    as_others = {form.sheet for form in after.forms} - {form.sheet for form in after.forms for other in before.forms if (form.sheet, form.kind) == (other.sheet, other.kind)}
    assert typed_over(tmp_path / "without.xlsx") == {place for place in typed_over(path) if place in known and place.sheet not in as_others}


def typed_over(path: Path) -> set[Place]:
    found = [finding for finding in check(path).findings if finding.code == "formula-overwritten"]
    return {place for finding in found for place in (finding.place, *(finding.related if finding.args["more"] else ()))}


# how a cell is written, and whether its formula has no result
WRITTEN = [
    ("nothing behind the formula", "<c r=\"B2\"><f>1+1</f></c>", True), ("an empty value", "<c r=\"B2\"><f>1+1</f><v></v></c>", True),
    ("an empty text", "<c r=\"B2\" t=\"str\"><f>1+1</f><v></v></c>", False), ("a value", "<c r=\"B2\"><f>1+1</f><v>2</v></c>", False),
    ("no formula", "<c r=\"B2\"/>", False), ("an error", "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", False),
]


@pytest.mark.parametrize(("cell", "without"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
@pytest.mark.parametrize("usual", [True, False], ids=["as usual", "in a way of its own"])
def test_the_file_tells_which_formulas_have_no_result(cell: str, without: bool, usual: bool, tmp_path: Path) -> None:
    source = next(path for path in SAMPLES if path.stem == "furong-2022")
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(tmp_path / "book.xlsx", "w") as written:
        names = re.findall(r'<sheet name="([^"]+)"', package.read("xl/workbook.xml").decode())
        part = f"xl/worksheets/sheet{names.index('收支与资产') + 1}.xml"
        for name in package.namelist():
            content = package.read(name).decode() if name == part else package.read(name)
            if isinstance(content, str):
                content = re.sub(r'<c r="F5"[^>]*>.*?</c>', cell.replace("B2", "F5"), content)
                content = content if usual else content.replace("<sheetData>", "<sheetData><!-- -->")
            written.writestr(name, content)
    ledger = read_workbook(tmp_path / "book.xlsx").ledger
    datum = next(line.current for line in ledger.lines if line.current is not None and line.current.place.cell == "F5")
    assert datum.unresolved is without
