"""The result workbook where it grows beyond what a sheet, a chart or an eye holds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ziping.rollup import book, charts, sheet
from ziping.rollup.book import write_book
from ziping.rollup.record import Issue, Rate, Record
from ziping.rollup.result import RollupResult
from ziping.rollup.sheet import _lines
from ziping.rollup.tables import tables

WARNING = Issue("score-reason", "warning", "表", "B1", "", "没有说明原因。")
ERROR = Issue("score-total", "error", "表", "B2", "", "总分应为 9 分。")
HINT = Issue("complete-grade", "info", "表", "B3", "", "等级空白。")


def record(number: int, *issues: Issue, year: int = 2021) -> Record:
    severities = [issue.severity for issue in issues]
    counts = {severity: severities.count(severity) for severity in ("error", "warning", "info")}
    return Record(f"/表/{number}.xlsx", unit=f"{number}局", year=year, stated="90", rate="0.9", budget="10", executed="9", money="整体自评表", issues=issues, counts=counts)


def written(tmp_path: Path, *records: Record, beside: tuple = ()) -> openpyxl.Workbook:
    write_book(tables(records, beside), tmp_path / "汇总.xlsx")
    return openpyxl.load_workbook(tmp_path / "汇总.xlsx")


def test_errors_of_all_workbooks_come_first(tmp_path: Path) -> None:
    made = written(tmp_path, record(1, WARNING, HINT), record(2, WARNING, ERROR))
    assert [row[:2] for row in made["问题清单"].iter_rows(min_row=4, values_only=True)] == [("错误", "2局"), ("警告", "1局"), ("警告", "2局"), ("提示", "1局")]


def test_what_is_found_in_a_copy_is_not_told_twice(tmp_path: Path) -> None:
    made = written(tmp_path, replace(record(1, ERROR, WARNING), hash="x"), replace(record(2, ERROR, WARNING), hash="x"), record(3, WARNING))
    front = {row[at]: row[at + 1] for row in made["汇总"].iter_rows(values_only=True) for at in (0, 3, 6) if len(row) > at + 1 and row[at]}
    assert (front["错误（处）"], front["警告（处）"], front["有错误的工作簿"], front["内容重复（不计入合计）"]) == (1, 2, 1, 1)
    assert sum(row[1] for row in made["校验项统计"].iter_rows(min_row=4, values_only=True)) == 1
    assert [row[1] for row in made["问题清单"].iter_rows(min_row=4, values_only=True)] == ["1局", "1局", "3局"]


def test_checks_are_called_by_their_titles(tmp_path: Path) -> None:
    fault = Issue("system-check-failed", "warning", "", "", "", "校验项“总分”运行出错。")
    made = written(tmp_path, record(1, WARNING, ERROR, fault))
    texts = [str(cell) for page in made for row in page.iter_rows(values_only=True) for cell in row]
    assert [text for text in texts if re.search(r"[a-z]+-[a-z]+", text)] == []
    assert [row[0] for row in made["校验项统计"].iter_rows(min_row=4, values_only=True)] == ["总分等于各项得分之和", "得分低于分值的说明原因", "校验项运行出错"]


def test_many_findings_go_on_on_a_second_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "ROWS", 2)
    made = written(tmp_path, record(1, WARNING, HINT), record(2, WARNING, ERROR), record(3, ERROR))
    assert [name for name in made.sheetnames if name.startswith("问题清单")] == ["问题清单", "问题清单2", "问题清单3"]
    assert "共 5 处，本表是第 3–4 处" in made["问题清单2"]["A2"].value
    assert [made[name].max_row for name in ("问题清单", "问题清单2", "问题清单3")] == [5, 5, 4]


def test_beyond_so_many_links_formulas_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_LINKS", 2)
    made = written(tmp_path, *(record(number) for number in range(3)))
    cells = [row[0] for row in made["单位一览"].iter_rows(min_row=4, min_col=18, max_col=18)]
    assert [cell.hyperlink is not None for cell in cells] == [True, True, False]
    assert cells[2].value == '=HYPERLINK("/表/2.xlsx","2.xlsx")'
    shown = openpyxl.load_workbook(tmp_path / "汇总.xlsx", data_only=True)["单位一览"]
    assert shown["R6"].value == "2.xlsx"


WICKED = [
    ("a name that would end the text", '甲",cmd|"x.xlsx', '=HYPERLINK("/表/甲"",cmd|""x.xlsx","甲"",cmd|""x.xlsx")'),
    ("a name that would be a formula", "=1+1.xlsx", '=HYPERLINK("/表/=1+1.xlsx","=1+1.xlsx")'),
    ("a path longer than a text of a formula", f"{'长' * 255}.xlsx", f"{'长' * 245}"),
]


@pytest.mark.parametrize(("name", "formula"), [row[1:] for row in WICKED], ids=[row[0] for row in WICKED])
def test_a_name_is_only_ever_a_text_of_such_a_formula(name: str, formula: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_LINKS", 0)
    made = written(tmp_path, Record(f"/表/{name}", unit="甲局", year=2021, stated="90"))
    assert made["单位一览"]["R4"].value.startswith(formula)


@pytest.mark.parametrize(("books", "series"), [(3, 1), (4, 2), (7, 3)])
def test_more_points_than_a_series_holds_are_drawn_in_several(books: int, series: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "MOST_POINTS", 3)
    made = written(tmp_path, *(record(number) for number in range(books)))
    drawn = made["汇总"]._charts[1].series
    assert len(drawn) == series
    assert drawn[0].xVal.numRef.f.startswith("单位一览!$N$4:")
    assert drawn[-1].xVal.numRef.f.endswith(f"$N${books + 3}")


AXES = [
    ("all about full", ["0.95", "1"], ("0.8", "1.1", 0)),
    ("on the edges", ["0.8", "1.1"], ("0.8", "1.1", 0)),
    ("just beyond the edges", ["0.799", "1.101"], ("0.7", "1.2", 0)),
    ("nothing spent", ["0", "1"], ("0", "1.1", 0)),
    ("twice the budget", ["0.9", "2"], ("0.8", "2", 0)),
    ("beyond twice, and below nought", ["0.9", "2.001", "17736", "-0.1"], ("0", "2", 3)),
]


@pytest.mark.parametrize(("rates", "axis"), [row[1:] for row in AXES], ids=[row[0] for row in AXES])
def test_the_axis_of_execution_rates(rates: list[str], axis: tuple[str, str, int]) -> None:
    assert charts.rates_shown([Decimal(rate) for rate in rates]) == (Decimal(axis[0]), Decimal(axis[1]), axis[2])


SLIP = Issue("unit-form", "error", "整体自评表", "E7", "", "计量单位应为万元。")
TOLD = "《整体自评表》E7的计量单位有误"
# the findings of the second of three workbooks, its rate in 单位一览 and 排名, the remarks of the two sheets, and where the axis of rates ends
WRONG_UNIT = [
    ("an error of the unit", {"issues": (SLIP,)}, None, f"{TOLD}，金额未计入合计；执行率不列", f"{TOLD}，执行率不列", 1.1),
    ("… of a body that sent two workbooks", {"issues": (SLIP,), "unit": "1局"}, None, f"{TOLD}，执行率不列", None, 1.1),
    ("… in a workbook without a rate", {"issues": (SLIP,), "rate": "", "executed": ""}, None, f"{TOLD}，金额未计入合计", None, 1.1),
    ("a warning of the unit", {"issues": (replace(SLIP, severity="warning"),)}, 1.5, None, None, 1.5),
    ("an error of something else", {"issues": (ERROR,)}, 1.5, None, None, 1.5),
]


@pytest.mark.parametrize(("more", "rate", "remark", "ranked", "high"), [row[1:] for row in WRONG_UNIT], ids=[row[0] for row in WRONG_UNIT])
def test_amounts_of_a_wrong_unit_make_no_rate(more: dict, rate: float | None, remark: str | None, ranked: str | None, high: float, tmp_path: Path) -> None:
    made = written(tmp_path, record(1), replace(record(2), **{"rate": "1.5"} | more), record(3))
    listed = {row[17]: row for row in made["单位一览"].iter_rows(min_row=4, values_only=True)}
    order = {row[10]: row for row in made["排名"].iter_rows(min_row=4, values_only=True)}
    assert (listed["1.xlsx"][13], listed["2.xlsx"][13]) == (0.9, rate)
    assert (listed["2.xlsx"][18] or "").endswith(remark or "")
    assert bool(remark) == bool(listed["2.xlsx"][18])
    assert order.get("2.xlsx", (None,) * 12)[7::4] == (rate, ranked)
    assert order["3.xlsx"][7::4] == (0.9, None)
    assert made["汇总"]._charts[1].x_axis.scaling.max == high


def test_the_record_gives_no_rate_of_a_wrong_unit() -> None:
    found = RollupResult(Path("汇总.xlsx"), (record(1), replace(record(2), issues=(SLIP,)))).as_json()
    assert [body["rate"] for body in found["bodies"]] == ["0.9", None]


def test_without_any_sure_rate_there_is_no_such_chart(tmp_path: Path) -> None:
    titles = ["".join(run.t for run in chart.title.tx.rich.p[0].r) for chart in written(tmp_path, replace(record(1), issues=(SLIP,)))["汇总"]._charts]
    assert "自评总分分布" in titles
    assert "执行率与自评总分" not in titles


def test_rates_beyond_the_axis_are_counted_on_it(tmp_path: Path) -> None:
    chart = written(tmp_path, record(1), Record("/表/2.xlsx", unit="二局", year=2021, stated="90", rate="177"))["汇总"]._charts[1]
    assert (chart.x_axis.scaling.min, chart.x_axis.scaling.max, chart.x_axis.number_format.formatCode) == (0.8, 2, "0%")
    assert "另有 1 份在 80%–200% 之外" in "".join(run.t for run in chart.x_axis.title.tx.rich.p[0].r)


SHOWN = [("errors alone", (ERROR,), ["错误"]), ("warnings alone", (WARNING,), ["警告"]), ("both", (ERROR, WARNING), ["错误", "警告"]), ("hints", (HINT,), None)]


@pytest.mark.parametrize(("issues", "series"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_the_chart_of_findings_shows_what_there_is(issues: tuple[Issue, ...], series: list[str] | None, tmp_path: Path) -> None:
    drawn = written(tmp_path, record(1, *issues))["汇总"]._charts[2:]
    assert ([each.tx.v for each in drawn[0].series] if drawn else None) == series


def test_years_are_told_apart(tmp_path: Path) -> None:
    made = written(tmp_path, record(1), record(2), record(3, year=2020))
    assert "只含 2021 年" in made["汇总"]["A2"].value
    facts = {row[3]: row[4] for row in made["汇总"].iter_rows(min_row=3, max_row=7, values_only=True)}
    assert facts["预算数合计（2021 年，万元）"] == 20
    assert [row[:3] for row in made["部门合计"].iter_rows(min_row=4, values_only=True)] == [
        (2021, "未填写主管部门", 2), (None, "2021 年合计", "=SUM(C4:C4)"), (2020, "未填写主管部门", 1), (None, "2020 年合计", "=SUM(C6:C6)")]
    assert [row[:2] for row in made["排名"].iter_rows(min_row=4, values_only=True)] == [(2021, 1), (2021, 1), (2020, 1)]


def test_a_year_without_amounts_has_no_sum_of_them(tmp_path: Path) -> None:
    made = written(tmp_path, Record("/表/1.xlsx", unit="一局", year=2021, stated="90", executed="9"))["部门合计"]
    assert [made.cell(5, column).value for column in (3, 4, 5, 6)] == ["=SUM(C4:C4)", "=SUM(D4:D4)", None, None]


NOTHING = [("an amount without its budget", {"executed": "9"}, "—", "—", "没有一份"), ("a budget of nought", {"budget": "0", "executed": "0"}, 0, 0, None), ("a budget", {"budget": "10", "executed": "9"}, 10, 9, None)]


@pytest.mark.parametrize(("amounts", "budget", "executed", "note"), [row[1:] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_nothing_counted_is_no_nought(amounts: dict, budget: object, executed: object, note: str | None, tmp_path: Path) -> None:
    sheet = written(tmp_path, Record("/表/1.xlsx", unit="一局", year=2021, stated="90", **amounts))["汇总"]
    facts = {row[3]: row[4] for row in sheet.iter_rows(min_row=3, max_row=7, values_only=True)}
    assert (facts["预算数合计（万元）"], facts["执行数合计（万元）"]) == (budget, executed)
    assert (sheet["A2"].value or "")[: len(note or "一")] == (note or "")


def test_a_total_above_the_full_points_is_neither_ranked_nor_averaged(tmp_path: Path) -> None:
    beyond = Issue("score-total-range", "error", "表", "B2", "", "总分应在 0 与 100 之间。")
    made = written(tmp_path, record(1), Record("/表/2.xlsx", unit="二局", year=2021, department="未填写主管部门", stated="104.39", budget="10", executed="9", issues=(beyond,)))
    assert [row[2] for row in made["排名"].iter_rows(min_row=4, values_only=True)] == ["1局"]
    assert made["单位一览"]["S5"].value == "总分不在 0 与满分之间，不参加排名和平均"
    assert [made["部门合计"].cell(4, column).value for column in (3, 8, 9, 11)] == [2, 1, 90, 90]


def test_one_year_needs_no_word(tmp_path: Path) -> None:
    made = written(tmp_path, record(1), record(2))
    assert made["汇总"]["A2"].value is None
    assert "预算数合计（万元）" in [cell.value for cell in made["汇总"]["D"]]
    assert made["部门合计"]["B5"].value == "合计"


# the files, all of them of one body, and what they are called in 单位一览, 排名, 问题清单 and 异常情况
CALLED = [
    ("names of their own", ["/表/甲/一.xlsx", "/表/乙/二.xlsx"], ["一.xlsx", "二.xlsx"]),
    ("one name in two folders", ["/表/甲/一.xlsx", "/表/乙/一.xlsx", "/表/乙/二.xlsx"], ["甲/一.xlsx", "乙/一.xlsx", "二.xlsx"]),
    ("… the one in the other's", ["/表/一.xlsx", "/表/乙/一.xlsx"], ["一.xlsx", "乙/一.xlsx"]),
    ("… of which one cannot be read", ["/表/甲/一.xlsx", "/表/乙/一.xlsx!"], ["甲/一.xlsx"]),
    ("one name but for its kind", ["/表/甲/一.xlsx", "/表/乙/一.xls"], ["一.xlsx", "一.xls"]),
]


@pytest.mark.parametrize(("files", "called"), [row[1:] for row in CALLED], ids=[row[0] for row in CALLED])
def test_files_of_one_name_are_called_by_their_paths(files: list[str], called: list[str], tmp_path: Path) -> None:
    sent = [replace(record(at, ERROR), file=file.rstrip("!"), reason="已损坏" if file.endswith("!") else "") for at, file in enumerate(files)]
    sent = [replace(each, rates=(Rate("项目支出", "121%", "表", "F8"),)) for each in sent]
    made = written(tmp_path, *sent)
    for page, column in (("单位一览", 18), ("排名", 11), ("问题清单", 3), ("异常情况", 4)):
        assert [row[0].replace("\\", "/") for row in made[page].iter_rows(min_row=4, min_col=column, max_col=column, values_only=True)] == called
    assert ("从“/表”写起" in made["单位一览"]["A2"].value) == any("/" in name for name in called)


def test_what_is_said_of_another_file_tells_it_from_this_one(tmp_path: Path) -> None:
    same, other = replace(record(1), hash="x"), replace(record(2), unit="丙局")
    sent = [replace(same, file="/表/甲/一.xlsx"), replace(same, file="/表/乙/一.xlsx"), replace(other, file="/表/丙/一.xlsx"), replace(other, file="/表/丁/一.xlsx")]
    write_book(tables(sent, (), ["丙局"]), tmp_path / "汇总.xlsx")
    made = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    remarks = [row[0] or "" for row in made["单位一览"].iter_rows(min_row=4, min_col=19, max_col=19, values_only=True)]
    assert ["与“甲/一.xlsx”内容相同" in remarks[1], "另有“丁/一.xlsx”" in remarks[2], "另有“丙/一.xlsx”" in remarks[3]] == [True] * 3
    assert [row[3:5] for row in made["报送情况"].iter_rows(min_row=4, values_only=True)][1] == ("丙/一.xlsx", "另有“丁/一.xlsx”")
    assert "与“甲/一.xlsx”内容完全相同，不计入排名和合计" in [row[2] for row in made["异常情况"].iter_rows(min_row=4, values_only=True)]


def test_unread_files_are_named_from_the_folder_they_share(tmp_path: Path) -> None:
    unread = Record("/表/甲局/坏.xlsx", reason="已损坏")
    made = written(tmp_path, record(1), unread, beside=((Path("/表/乙局/扫描.pdf"), "不是工作簿"),))
    assert [made["未读取文件"].cell(row, 1).value for row in (4, 5)] == ["甲局/坏.xlsx", "乙局/扫描.pdf"]
    assert "“/表”" in made["未读取文件"]["A2"].value


# a text in a column twenty characters wide, of which the edges take three and a half, and its lines
WRAPPED = [("八个字的一句话呀", 1), ("九个字的一句话就长", 2), ("", 1), ("abcdefghijklmnop", 1), ("abcdefghijklmnopq", 2), ("一\n二\n三", 3)]


@pytest.mark.parametrize(("text", "lines"), WRAPPED)
def test_lines_of_a_wrapped_text(text: str, lines: int) -> None:
    assert _lines(text, 20) == lines


def test_rows_are_as_high_as_their_texts(tmp_path: Path) -> None:
    long = Issue("score-total", "error", "表", "B2", "", "总分应等于各项得分之和。" * 20)
    rows = written(tmp_path, record(1, ERROR, long))["问题清单"].row_dimensions
    assert rows[4].height < rows[5].height <= 409


def test_no_text_makes_a_row_higher_than_excel_takes(tmp_path: Path) -> None:
    wide = Issue("score-total", "error", "表", "B2", "", "长" * 30_000)
    assert written(tmp_path, record(1, wide))["问题清单"].row_dimensions[4].height <= 409


def test_workbooks_without_a_year_come_last(tmp_path: Path) -> None:
    made = written(tmp_path, record(1, year=None), record(2), record(3, year=2022), record(4, year=None))  # type: ignore[arg-type]
    assert [row[:3] for row in made["排名"].iter_rows(min_row=4, values_only=True)] == [(2022, 1, "3局"), (2021, 1, "2局"), (None, 1, "1局"), (None, 1, "4局")]
    assert made["部门合计"]["B9"].value == "未写明年度合计"
    assert made["汇总"]["A1"].value == "2021–2022 年度绩效自评汇总"


def test_a_sheet_that_was_not_read_stands_in_the_remarks(tmp_path: Path) -> None:
    made = written(tmp_path, replace(record(1), unread=("“项目2”（缺少标题得分）",)), record(2))
    remarks = [row[0] or "" for row in made["单位一览"].iter_rows(min_row=4, min_col=19, max_col=19, values_only=True)]
    assert remarks == ["工作表“项目2”（缺少标题得分）像自评表而没有读取", ""]
