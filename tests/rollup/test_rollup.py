"""Many workbooks into one: every file is in the result once, with its figures or with its reason; a second run reads what changed."""

from __future__ import annotations

import json
import os
import shutil
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from bench.season import season

import ziping.rollup as room
from ziping import resources
from ziping.checks import check, write_workbook
from ziping.checks.belonging import FILE
from ziping.refusal import Refusal
from ziping.rollup import rollup
from ziping.rollup.record import Record
from ziping.rollup.state import rules, state_path
from ziping.rollup.tables import tables

SAMPLES = {path.stem: path for path in resources.samples()}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("season") / "自评"
    season(folder, 12, distinct=5)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as it comes: workbooks, a broken one, a lock file, a letter, a file of another kind."""
    folder = tmp_path / "收到 的表"
    folder.mkdir()
    for name in ("liuyang-2020", "zhanjiang-2021", "furong-2022"):
        shutil.copy(SAMPLES[name], folder / f"{name}.xlsx")
    shutil.copy(SAMPLES["liuyang-2020"], folder / "z 副本.XLSX")
    (folder / "坏.xlsx").write_text("不是工作簿", encoding="utf-8")
    (folder / "~$liuyang-2020.xlsx").write_bytes(b"lock")
    (folder / "说明.docx").write_bytes(b"text")
    (folder / ".hidden.xlsx").write_bytes(b"")
    return folder


def sheet(path: Path, name: str) -> list[dict[str, object]]:
    """A sheet's rows by its headings, blanks as None."""
    rows = openpyxl.load_workbook(path)[name].iter_rows(min_row=3, values_only=True)
    headings = [str(heading).replace("\n", "") for heading in next(rows)]
    return [dict(zip(headings, row, strict=True)) for row in rows]


def content(path: Path) -> dict[str, list]:
    book = openpyxl.load_workbook(path)
    return {page.title: [[(c.value, c.hyperlink.target if c.hyperlink else None) for c in row] for row in page.iter_rows()] for page in book}


def test_every_file_is_in_the_result_once(folder: Path, tmp_path: Path) -> None:
    result = rollup([folder, folder / "*.xlsx"], tmp_path / "汇总.xlsx")
    assert (len(result.records), len(result.readable), len(result.beside)) == (5, 4, 2)
    assert {row["文件"] for row in sheet(result.out, "单位一览")} == {"liuyang-2020.xlsx", "zhanjiang-2021.xlsx", "furong-2022.xlsx", "z 副本.XLSX"}
    assert [row["情况"] for row in sheet(result.out, "未读取文件")] == ["不能读取", "不是工作簿", "不是工作簿"]
    assert "1 份不能读取" in result.summary()
    record = result.as_json()
    assert json.loads(json.dumps(record)) == record
    assert record["counts"]["error"] == sum(row["级别"] == "错误" for row in sheet(result.out, "问题清单"))


def test_a_body_s_row_says_what_its_workbook_says(folder: Path, tmp_path: Path) -> None:
    result = rollup([folder], tmp_path / "汇总.xlsx")
    row = next(row for row in sheet(result.out, "单位一览") if row["文件"] == "liuyang-2020.xlsx")
    assert (row["单位"], row["年度"]) == ("浏阳市数据资源中心", 2020)
    assert (row["自评总分"], row["等级（自填）"], row["等级（按总分）"], row["错误"]) == (96, None, "优", 17)
    form = next(r for r in result.records if r.name == "liuyang-2020.xlsx")
    assert (form.budget, form.executed) == ("627.2512", "1112.499085")  # 1,490,112 + 4,782,400 and 1,625,312 + 9,499,678.85 元
    assert Decimal(form.rate) == Decimal("1.773610")
    assert any(rate.shown == "177.36%" or Decimal(rate.shown.rstrip("%")) > 120 for rate in form.rates)


def test_the_same_content_twice_counts_once(folder: Path, tmp_path: Path) -> None:
    result = rollup([folder], tmp_path / "汇总.xlsx")
    rows = {row["文件"]: row for row in sheet(result.out, "单位一览")}
    assert rows["z 副本.XLSX"]["名次"] is None
    assert "内容相同" in rows["z 副本.XLSX"]["备注"]
    assert [row["类别"] for row in sheet(result.out, "异常情况")].count("文件内容相同") == 1
    assert sum(row["工作簿数"] for row in sheet(result.out, "部门合计") if row["年度"] is not None) == 3


def test_findings_link_to_the_cells_of_the_files(folder: Path, tmp_path: Path) -> None:
    result = rollup([folder], tmp_path / "汇总.xlsx")
    page = openpyxl.load_workbook(result.out)["问题清单"]
    links = [page.cell(row, 5).hyperlink for row in range(4, page.max_row + 1)]
    assert all(link is not None for link in links)
    for link in links:
        assert (tmp_path / unquote(link.target).replace("\\", "/")).exists()
        assert "!" in link.location


def test_charts_show_the_columns_they_name(folder: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(rollup([folder], tmp_path / "汇总.xlsx").out)
    drawn = {}
    for chart in book["汇总"]._charts:
        for series in chart.series:
            horizontal, values = (series.xVal, series.yVal) if series.xVal is not None else (series.cat, series.val)
            drawn[series.tx.v or series.tx.strRef.f] = [above(book, (each.numRef or each.strRef).f) for each in (horizontal, values)]
    assert drawn == {"工作簿数": ["自评总分", "工作簿数"], "工作簿": ["执行率", "自评总分"], "错误": ["校验项", "错误"]}


def above(book: openpyxl.Workbook, reference: str) -> object:
    """The heading above the range that a chart refers to."""
    name, cells = reference.replace("'", "").replace("$", "").split("!")
    return book[name][cells.split(":")[0]].offset(-1).value


SCORES = [
    ("just below 60", "59.99", "60 以下"), ("60", "60", "60–70"), ("just below full", "99.99", "95–100"), ("full", "100", "100"),
    ("above full", "100.01", "100 以上"), ("none", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("score", "band"), [row[1:] for row in SCORES], ids=[row[0] for row in SCORES])
def test_every_score_is_in_one_band(score: str, band: str | None) -> None:
    bands = tables([Record("一.xlsx", stated=score)]).bands
    assert {line.band: line.books for line in bands.itertuples() if line.books} == ({band: 1} if band else {})


SOURCES = [
    ("a folder", lambda f: [f], 5),
    ("a pattern", lambda f: [f"{f}/l*.xlsx"], 1),
    ("a pattern with subfolders", lambda f: [f"{f.parent}/**/*.xlsx"], 4),
    ("a workbook", lambda f: [f / "liuyang-2020.xlsx"], 1),
    ("a workbook twice", lambda f: [f / "liuyang-2020.xlsx", f"{f}/../{f.name}/liuyang-2020.xlsx"], 1),
    ("a list beside the files", lambda f: [_list(f, "# 名单\nliuyang-2020.xlsx\n\n\"坏.xlsx\"\n没有.xlsx\n")], 3),
    ("a workbook of WPS's own kind is tried", lambda f: [shutil.copy(f / "坏.xlsx", f / "坏.et")], 1),
    ("a list in the encoding of Chinese Windows", lambda f: [_list(f, "坏.xlsx\n", "gb18030")], 1),
]


def _list(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / "清单.txt"
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize(("named", "sources", "count"), SOURCES, ids=[row[0] for row in SOURCES])
def test_sources(named: str, sources, count: int, folder: Path, tmp_path: Path) -> None:  # noqa: ANN001, ARG001
    assert len(rollup(sources(folder), tmp_path / "汇总.xlsx").records) == count


REFUSED = [
    ("a folder without workbooks", lambda f: ([f.parent / "空"], "local"), "没有找到工作簿"),
    ("a source that does not exist", lambda f: ([f / "没有"], "local"), "找不到来源"),
    ("an unknown scheduler", lambda f: ([f], "slurm"), "scheduler"),
    ("a Dask scheduler that is not there", lambda f: ([f], "tcp://127.0.0.1:9"), "连接不上"),
    ("a list that is no text", lambda f: ([_bytes(f)], "local"), "不是文本"),
]


def _bytes(folder: Path) -> Path:
    path = folder / "清单.csv"
    path.write_bytes(b"\xff\xff\x00\x80")
    return path


@pytest.mark.parametrize(("fault", "call", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_refused_call_writes_nothing(fault: str, call, words: str, folder: Path, tmp_path: Path) -> None:  # noqa: ANN001, ARG001
    (tmp_path / "空").mkdir()
    sources, scheduler = call(folder)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Refusal, match=words):
        rollup(sources, tmp_path / "汇总.xlsx", scheduler=scheduler)
    assert [p for p in sorted(tmp_path.rglob("*")) if p not in before and p.suffix == ".xlsx"] == []


def test_whoever_is_told_what_is_read_is_told_every_kind(tmp_path: Path) -> None:
    (tmp_path / "说明.docx").write_bytes(b"text")
    (tmp_path / "名单.xlsx").write_bytes(b"text")
    with pytest.raises(Refusal) as nothing:
        rollup([tmp_path / "*.docx"], tmp_path / "汇总.xlsx")
    result = rollup([tmp_path], tmp_path / "汇总.xlsx")
    told = [str(nothing.value), result.beside[0][1], result.unreadable[0].reason]
    assert all("（.xlsx、.xlsm、.xls、.et、.ods）" in each for each in told), told


def test_a_second_run_reads_only_what_changed(books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(books, tmp_path / "自评")
    out = tmp_path / "汇总.xlsx"
    first = rollup([copy], out)
    files = [Path(record.file) for record in first.records]
    shutil.copy(files[1], files[0])
    os.utime(files[2])
    files[3].unlink()
    read: list[str] = []
    examine = room.examine
    monkeypatch.setattr(room, "examine", lambda file: read.append(file) or examine(file))
    second = rollup([copy], out, resume=True)
    assert read == [str(files[0])]
    assert second.reused == 10
    assert len(second.records) == 11
    fresh = rollup([copy], tmp_path / "从头.xlsx")
    assert content(out) == content(fresh.out)


def test_without_resume_everything_is_read_again(books: Path, tmp_path: Path) -> None:
    rollup([books], tmp_path / "汇总.xlsx")
    assert rollup([books], tmp_path / "汇总.xlsx").reused == 0


def test_a_cut_off_state_loses_only_its_last_line(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "汇总.xlsx"
    rollup([books], out)
    state = state_path(out)
    state.write_bytes(state.read_bytes()[:-30])
    assert rollup([books], out, resume=True).reused == 11


def test_another_program_s_state_is_not_believed(books: Path, tmp_path: Path) -> None:
    out = tmp_path / "汇总.xlsx"
    rollup([books], out)
    state = state_path(out)
    lines = state.read_text(encoding="utf-8").splitlines(keepends=True)
    state.write_text('{"rules": "0"}\n' + "".join(lines[1:]), encoding="utf-8")
    assert rollup([books], out, resume=True).reused == 0


def test_processes_give_the_same_result(books: Path, tmp_path: Path) -> None:
    (tmp_path / "一").mkdir()
    (tmp_path / "二").mkdir()
    one = rollup([books], tmp_path / "一" / "汇总.xlsx")
    two = rollup([books], tmp_path / "二" / "汇总.xlsx", scheduler="processes:2")
    assert one.records == two.records
    assert content(one.out) == content(two.out)


def test_a_result_is_known_without_reading_it(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = rollup([folder], tmp_path / "汇总.xlsx").out
    monkeypatch.setattr(room, "is_evaluation", lambda path: pytest.fail(f"{path} was read"))
    rollup([folder], out)


def test_an_officer_s_workbook_is_never_taken_for_the_output(folder: Path) -> None:
    book = folder / "liuyang-2020.xlsx"
    before = book.read_bytes()
    with pytest.raises(Refusal, match="自评工作簿"):
        rollup([folder], book)
    assert book.read_bytes() == before


def test_a_result_is_no_form_and_can_be_made_again(folder: Path, tmp_path: Path) -> None:
    """Its findings quote the headings of forms."""
    out = folder / "汇总.xlsx"
    for name in SAMPLES:
        shutil.copy(SAMPLES[name], folder / f"{name}.xlsx")
    rollup([folder], out)
    write_workbook(check(SAMPLES["liuyang-2020"]), folder / "校验结果.xlsx")
    rollup([folder], out)
    result = rollup([folder], tmp_path / "另一份.xlsx")
    told = {Path(record.file).name: record.reason for record in result.unreadable}
    assert told.keys() == {"坏.xlsx", "汇总.xlsx", "校验结果.xlsx"}
    assert all("是校验结果或汇总" in told[name] for name in ("汇总.xlsx", "校验结果.xlsx"))


@pytest.mark.parametrize(("changed", "same"), [(False, True), (True, False)], ids=["the tables of the checks are the same", "a table of the checks changed"])
def test_records_hold_only_for_the_tables_that_the_checks_went_by(changed: bool, same: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules()
    (tmp_path / FILE).write_bytes((resources.folder("workbooks") / FILE).read_bytes() + b"\n" * changed)
    monkeypatch.setattr(resources, "folder", lambda _: tmp_path)
    rules.cache_clear()
    try:
        assert (rules() == before) is same
    finally:
        rules.cache_clear()
