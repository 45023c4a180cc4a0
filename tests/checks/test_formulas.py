"""Formulas in real files: a built workbook whose XML is touched up as a careless hand or another program would leave it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from checks.case import book as changed_book
from checks.case import d, wan
from checks.filled import filled
from ziping.amounts import COUNT, POINTS, WAN_YUAN
from ziping.checks import CHECKS, check
from ziping.checks.catalogue import Failed
from ziping.evaluation import Datum
from ziping.findings import Severity
from ziping.forms import read_workbook
from ziping.forms.abroad import reaches_out
from ziping.forms.build import build_workbook
from ziping.forms.grid import figure_in

Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formulas") / "book.xlsx"
    build_workbook(filled("liuyang-2021", Random(7)), path)
    return path


def edited(book: Path, sheet: str, cell: str, edit: Edit, to: Path) -> Path:
    """A copy with the content of one cell's element changed."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as target:
        names = re.findall(r'<sheet name="([^"]+)"', source.read("xl/workbook.xml").decode())
        part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
        for item in source.infolist():
            content = source.read(item)
            if item.filename == part:
                pattern = re.compile(rf'(<c r="{cell}"[^>]*>)(.*?)(</c>)')
                text, count = pattern.subn(lambda m: m[1] + edit(m[2]) + m[3], content.decode("utf-8"))
                assert count == 1, f"{sheet}!{cell}"
                content = text.encode("utf-8")
            target.writestr(item, content)
    return to


def without_formula(content: str) -> str:
    assert "<f>" in content
    return re.sub(r"<f>.*?</f>", "", content)


def other_formula(old: str, new: str) -> Edit:
    def edit(content: str) -> str:
        assert old in content, content
        return content.replace(old, new, 1)

    return edit


def value(number: str) -> Edit:
    return lambda content: re.sub(r"<v>.*?</v>", f"<v>{number}</v>", content)


def codes(path: Path) -> set[str]:
    return {finding.code for finding in check(path).findings if finding.code.startswith("formula-")}


def place(book: Path, pick: Callable) -> tuple[str, str]:
    datum = pick(read_workbook(book))
    assert datum.place
    return datum.place.sheet, datum.place.cell


BASELINE = {"formula-overwritten"}  # the generator types the scores of indicators that the workbook works out

EDITS = [
    ("an input changed without recalculating", lambda e: e.base.lines[5].executed, value("987654"), "formula-stale"),
    ("a stored result from elsewhere", lambda e: e.overall.funds[0].rate, value("0.123"), "formula-stale"),
    ("a rate that uses the next row", lambda e: e.overall.funds[0].rate, lambda c: re.sub(r"([A-Z]+)5\b", r"\g<1>6", c), "formula-row"),
    ("a link to another computer's add-in", lambda e: e.projects[0].indicators[0].score, other_formula("PERF_SCORE(", "[1]!PERF_SCORE("), "formula-foreign-link"),
    ("a number that makes it fit", lambda e: e.projects[0].funds[0].executed, lambda c: re.sub(r"<f>(.*?)</f>", r"<f>SUM(\1,3.5)</f>", c), "formula-plug"),
]


@pytest.mark.parametrize(("name", "pick", "edit", "code"), EDITS, ids=[row[0] for row in EDITS])
def test_what_was_done_to_a_formula_is_found(name: str, pick: Callable, edit: Edit, code: str, book: Path, tmp_path: Path) -> None:  # noqa: ARG001
    assert codes(book) <= BASELINE
    sheet, cell = place(book, pick)
    assert code in codes(edited(book, sheet, cell, edit, tmp_path / "edited.xlsx"))


def from_abroad(content: str) -> str:
    return "<f>[1]Sheet1!A1</f>" + re.sub(r"<f>.*?</f>", "", content)


# a cell whose content comes out of another file
ABOVE = [
    ("a title that another file gives", lambda e: e.overall.title.place.cell),
    ("a heading that another file gives", lambda e: "A" + str(int(e.overall.indicators[0].place.cell[1:]) - 1)),
    ("a figure that another file gives", lambda e: e.overall.funds[0].executed.place.cell),
]


@pytest.mark.parametrize(("name", "pick"), ABOVE, ids=[row[0] for row in ABOVE])
def test_a_cell_over_another_file_is_found_wherever_it_stands(name: str, pick: Callable, book: Path, tmp_path: Path) -> None:  # noqa: ARG001
    evaluation = read_workbook(book)
    sheet, cell = evaluation.overall.sheet, pick(evaluation)
    found = check(edited(book, sheet, cell, from_abroad, tmp_path / "edited.xlsx")).findings
    assert [f.place for f in found if f.code == "formula-external"] == [(sheet, cell)]


# a formula, and whether it reaches over another file or program
REACHES = [
    ("=[1]Sheet1!A1", True), ("=SUM('[2]一月 表'!B2:B9)", True), ("='C:\\表\\[决算.xlsx]汇总'!B3", True), ("=[决算.et]汇总!B3", True), ("='file:///C:/决算.ods'#$汇总.B3", True),
    ("=DDE(\"cmd\",\"/C calc\",\"A0\")", True), ("=cmd|'/C calc'!A0", True), ("='[1]!PERF'!A1", True),
    ("=[1]!PERF_SCORE(F8,D8,E8)", False), ("='C:\\x\\ziping.xlam'!PERF_RATE(A1,B1)", False), ("='项目1'!E4", False), ("=SUM(D11:D12)", False),
    ('="见[1]附件!"&A1', False), ('=HYPERLINK("http://www.example.cn/a.xlsx","附件")', False), ('=IF(A1="甲|\'乙",1,0)', False),
]


@pytest.mark.parametrize(("formula", "out"), REACHES, ids=[row[0] for row in REACHES])
def test_what_reaches_out(formula: str, out: bool) -> None:
    assert reaches_out(formula) is out


def test_a_formula_typed_over_is_found(book: Path, tmp_path: Path) -> None:
    sheet, cell = place(book, lambda e: e.projects[0].indicators[1].score)
    found = check(edited(book, sheet, cell, without_formula, tmp_path / "edited.xlsx")).findings
    assert (sheet, cell) in {(f.place.sheet, f.place.cell) for f in found if f.code == "formula-overwritten" and f.place}


JUDGED = [
    ("no standard: the general rule would score it", None, True),
    ("a standard that a formula runs", "≥30个计30分，每少1个扣1分", True),
    ("one that asks for judgement", "根据佐证材料酌情计分", False),
]


@pytest.mark.parametrize(("standard", "told"), [row[1:] for row in JUDGED], ids=[row[0] for row in JUDGED])
def test_a_typed_score_is_hers_where_no_formula_can_give_it(standard: str | None, told: bool) -> None:
    scores = {f"projects.0.indicators.{number}.score": f"=PERF_SCORE(F{number + 9},D{number + 9},E{number + 9})" for number in (0, 1, 2, 4)}
    scores["projects.0.total_score"] = "=SUM(G9:G13)"
    found = CHECKS["formula-overwritten"](changed_book(scores | {"projects.0.indicators.3.standard": Datum(standard) if standard else None}))
    assert [event.label for event in found if isinstance(event, Failed)] == (["覆盖单位数 得分"] if told else [])


# a score typed over its formula, and what is to be restored there
RESTORED = [
    ("a row", {"projects.0.indicators.3.score": "30"}, "从相邻的公式单元格复制"),
    ("the total", {"projects.0.total_score": "98.56"}, "PERF_TOTAL，或各项得分之和"),
    ("the execution rate's score in the column of the rows", {"projects.0.funds.0.score": d("9.09", "项目1!G4", POINTS)}, "执行率 × 分值"),
]


@pytest.mark.parametrize(("changes", "advice"), [row[1:] for row in RESTORED], ids=[row[0] for row in RESTORED])
def test_the_formula_to_restore_is_the_one_that_belongs_there(changes: dict, advice: str) -> None:
    scores = {f"projects.0.indicators.{number}.score": f"=PERF_SCORE(F{number + 9},D{number + 9},E{number + 9})" for number in range(5)}
    (found,) = [event for event in CHECKS["formula-overwritten"](changed_book(scores | {"projects.0.total_score": "=SUM(G9:G13)"} | changes)) if isinstance(event, Failed)]
    repairs = CHECKS["formula-overwritten"].finding(found).hint
    assert [words for _, _, words in RESTORED if words in repairs] == [advice]


def summed(*typed: str) -> dict:
    """The totals of 基础数据's project expenditure: sums of the two lines below, but for those typed over."""
    columns = {"last_year": "B", "budget": "C", "executed": "D"}
    sums = {name: wan("450.00", f"基础数据!{letter}10", f"=SUM({letter}11:{letter}12)") for name, letter in columns.items()}
    return {f"base.lines.6.{name}": replace(datum, formula=None) if name in typed else datum for name, datum in sums.items()}


NO_PARTS = {f"base.lines.{line}.last_year": "" for line in (7, 8)}
# amounts of one row, and the columns told as typed over a formula
ALONG = [
    ("all are sums", summed(), []),
    ("one of three is typed, its parts filled", summed("executed"), ["本年决算数"]),
    ("the first of three is typed", summed("last_year"), ["上年决算数"]),
    ("one whose parts are blank has to be typed", summed("last_year") | NO_PARTS, []),
    ("one whose parts are blank but for a single one", summed("last_year") | {"base.lines.7.last_year": ""}, ["上年决算数"]),
    ("two of three are typed: the one formula is the exception", summed("last_year", "budget"), []),
    ("the others are no formulas of one shape", summed("executed") | {"base.lines.6.budget": wan("450.00", "基础数据!C10", "=SUM(C11:C13)")}, []),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in ALONG], ids=[row[0] for row in ALONG])
def test_an_amount_typed_over_a_formula_is_told_by_those_beside_it(changes: dict, told: list[str]) -> None:
    found = [event for event in CHECKS["formula-overwritten"](changed_book(changes)) if isinstance(event, Failed)]
    assert [event.label.split()[-1].split("/")[-1] for event in found] == told
    assert all("同一行有 2 格是公式" in CHECKS["formula-overwritten"].finding(event).message for event in found)


def test_a_rate_that_a_text_leaves_blank_names_the_text() -> None:
    posts = {"base.posts": replace(d("20", "基础数据!B3", COUNT), textual=True), "base.staff_rate": d("", "基础数据!D3", formula='=IF(N(B3)=0,"",C3/B3)')}
    found = [finding for finding in check(changed_book(posts).evaluation).findings if finding.code == "formula-text"]
    assert [str(finding.place) for finding in found] == ["基础数据!B3"]


# what stands as a text where a formula adds, and what is to be done
TYPED = [
    ("300.00", "转换为数字"), ("300万元", "不写“万元”"), ("300万", "不写“万”"), ("3000000元", "不写“元”"), ("300个", "转换为数字"),
]


@pytest.mark.parametrize(("text", "repair"), TYPED, ids=[row[0] for row in TYPED])
def test_a_text_that_a_sum_passes_over_is_told_once_and_as_an_error(text: str, repair: str) -> None:
    """The total that lacks it is not told beside it."""
    part = replace(d(text, "基础数据!D11"), figure=figure_in(text, WAN_YUAN), textual=True)
    changes = {"base.lines.7.executed": part, "base.lines.6.executed": d("150.00", "基础数据!D10", WAN_YUAN, "=SUM(D11:D12)")}
    before = {(f.code, f.place) for f in check(changed_book({}).evaluation).findings}
    found = [f for f in check(changed_book(changes).evaluation).findings if (f.code, f.place) not in before and f.severity is Severity.ERROR]
    assert ("formula-text", "基础数据!D11") in [(f.code, str(f.place)) for f in found]
    assert "footing-base-projects" not in {f.code for f in found}
    assert [repair in f.hint for f in found if f.code == "formula-text"] == [True]


def test_an_error_value_names_the_text_that_a_formula_would_count_with() -> None:
    changes = {"base.lines.7.executed": replace(d("300万", "基础数据!D11", WAN_YUAN), textual=True), "base.lines.6.executed": d("", "基础数据!D10", formula="=D11*1", error="#VALUE!")}
    (found,) = [f for f in check(changed_book(changes).evaluation).findings if f.code == "formula-error"]
    assert "《基础数据》D11填的“300万”是文本，公式不能拿它计算" in found.message


@pytest.mark.parametrize(("error", "told"), [("#VALUE!", 0), (None, 1)])
def test_a_heading_that_shows_an_error_told_elsewhere_is_not_told(error: str | None, told: int) -> None:
    shown = {"base.lines.6.executed": d("" if error else "450.00", "基础数据!D10", WAN_YUAN, "=D11/0" if error else None, error=error or "")}
    heading = {"broken": [d("", "报告素材!E113", formula="='基础数据'!D10", error="#VALUE!")]}
    codes = [f.code for f in check(changed_book(shown | heading).evaluation).findings]
    assert codes.count("formula-error-heading") == told
