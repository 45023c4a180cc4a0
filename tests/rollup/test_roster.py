"""The bureau's list: who has reported, who has not, whose workbook may be a missing one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from ziping import resources
from ziping.cli.boundary import run
from ziping.refusal import Refusal
from ziping.rollup import rollup
from ziping.rollup.record import Record
from ziping.rollup.result import MISSING, OUTSIDE, THERE
from ziping.rollup.roster import compared, read_roster

SAMPLES = {path.stem: path for path in resources.samples()}


def sent(unit: str, file: str = "/表/一.xlsx", reason: str = "", **stated: str) -> Record:
    return Record(file, unit=unit, reason=reason, **(stated or {"stated": "90"}))


ROWS = [
    ("who reported", ["甲市教育局"], [sent("甲市教育局")], [(THERE, "甲市教育局", "")]),
    ("who did not", ["甲市教育局", "乙市财政局"], [sent("甲市教育局")], [(MISSING, "乙市财政局", ""), (THERE, "甲市教育局", "")]),
    ("who is not on the list", ["甲市教育局"], [sent("甲市教育局"), sent("丙县水务站")], [(OUTSIDE, "丙县水务站", ""), (THERE, "甲市教育局", "")]),
    ("a name with blanks, other brackets and a seal", ["甲市教育局（本级）"], [sent("甲市 教育局(本级)（盖章）")], [(THERE, "甲市教育局（本级）", "")]),
    ("a name that is part of another", ["教育局"], [sent("甲市教育局")], [(MISSING, "教育局", ""), (OUTSIDE, "甲市教育局", "")]),
    ("a name nearly the same", ["甲市农业农村局"], [sent("甲市农业农材局")], [(MISSING, "甲市农业农村局", "的单位名称为“甲市农业农材局”"), (OUTSIDE, "甲市农业农材局", "")]),
    ("two names as near as each other", ["甲县丁镇人民政府"], [sent("甲县乙镇人民政府"), sent("甲县丙镇人民政府", "/表/二.xlsx")],
     [(MISSING, "甲县丁镇人民政府", ""), (OUTSIDE, "甲县乙镇人民政府", ""), (OUTSIDE, "甲县丙镇人民政府", "")]),
    ("a file that cannot be read and bears the name", ["甲市教育局"], [sent("", "/表/甲市教育局自评表.xlsx", "已损坏")], [(MISSING, "甲市教育局", "不能读取，可能是该单位的")]),
    ("a file without a name in the body's folder", ["甲市教育局"], [sent("", "/甲市教育局/自评表.xlsx")], [(MISSING, "甲市教育局", "没有写明单位名称")]),
    ("a body with two workbooks", ["甲市教育局"], [sent("甲市教育局"), sent("甲市教育局", "/表/二.xlsx")], [(THERE, "甲市教育局", "")]),
    ("a workbook that is not filled in", ["甲市教育局"], [sent("甲市教育局", stated="")], [(THERE, "甲市教育局", "像是没有填写")]),
    ("… of a body that is not on the list", ["甲市教育局"], [sent("丙县水务站", stated="")], [(MISSING, "甲市教育局", ""), (OUTSIDE, "丙县水务站", "像是没有填写")]),
    ("a workbook that states nothing but what was spent", ["甲市教育局"], [sent("甲市教育局", executed="0")], [(THERE, "甲市教育局", "")]),
    ("one that is not filled in beside one that is", ["甲市教育局"], [sent("甲市教育局", stated=""), sent("甲市教育局", "/表/二.xlsx")], [(THERE, "甲市教育局", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("names", "records", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_has_reported(names: list[str], records: list[Record], wanted: list[tuple[str, str, str]]) -> None:
    found = compared(names, records)
    assert [(line.state, line.unit) for line in found] == [row[:2] for row in wanted]
    assert all(row[2] in line.hint and bool(line.hint) == bool(row[2]) for line, row in zip(found, wanted, strict=True))


def workbook(path: Path, rows: list[list]) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


LISTS = [
    ("a text", "名单.txt", lambda p: p.write_text("甲局\n# 注\n\n乙局\n甲 局\n", encoding="utf-8"), ["甲局", "乙局"]),
    ("a text of Chinese Windows", "名单.txt", lambda p: p.write_bytes("甲局\r\n乙局".encode("gb18030")), ["甲局", "乙局"]),
    ("a workbook with a heading", "名单.xlsx", lambda p: workbook(p, [["应报送单位"], ["序号", "单位名称"], [1, "甲局"], [2, "乙局"]]), ["甲局", "乙局"]),
    ("the plainest of several headings", "名单.xlsx", lambda p: workbook(p, [["序号", "部门名称", "单位名称"], [1, "丙局", "甲局"], [2, "丙局", "乙局"]]), ["甲局", "乙局"]),
    ("names with their seals", "名单.txt", lambda p: p.write_text("甲局（盖章）\n乙局(公章)\n丙局（本级）\n", encoding="utf-8"), ["甲局", "乙局", "丙局（本级）"]),
    ("a text under its heading", "名单.txt", lambda p: p.write_text("单位名称\n甲局\n乙局\n", encoding="utf-8"), ["甲局", "乙局"]),
    ("a text under a title", "名单.txt", lambda p: p.write_text("应报单位名单\n名称\n甲局\n名单管理局\n", encoding="utf-8"), ["甲局", "名单管理局"]),
    ("a table as .csv", "名单.csv", lambda p: p.write_bytes('序号,单位名称\r\n1,"甲局"\r\n2,乙局'.encode("gb18030")), ["甲局", "乙局"]),
    ("names alone as .csv", "名单.csv", lambda p: p.write_text("单位名称\n甲局\n乙局\n", encoding="utf-8-sig"), ["甲局", "乙局"]),
    ("… with blank lines and a note", "名单.csv", lambda p: p.write_text("# 注\n\n单位名称\n甲局\n\n# 注\n乙局\n", encoding="utf-8"), ["甲局", "乙局"]),
    ("… beside a number under #", "名单.csv", lambda p: p.write_text("#,单位名称\n1,甲局\n2,乙局\n", encoding="utf-8"), ["甲局", "乙局"]),
]


@pytest.mark.parametrize(("file", "make", "names"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_a_list_is_read(file: str, make, names: list[str], tmp_path: Path) -> None:  # noqa: ANN001
    make(tmp_path / file)
    assert [name.replace(" ", "") for name in read_roster(tmp_path / file)] == names


@pytest.mark.parametrize(("content", "words"), [("", "没有单位名称"), ("# 注\n", "没有单位名称"), (None, "不存在"), (b"\xff\xff\x00\x80", "不是文本")])
def test_a_list_that_is_none_is_refused(content: str | bytes | None, words: str, tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(Refusal, match=words):
        read_roster(path)


def book_of(*sheets: tuple[str, list[list]]):  # noqa: ANN201
    def make(path: Path) -> None:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets:
            page = book.create_sheet(name)
            for row in rows:
                page.append(row)
        book.save(path)

    return make


UNHEADED = [
    ("no heading at all", "名单.xlsx", book_of(("名单", [["甲局"], ["乙局"]])), ["“名单.xlsx”", "工作表“名单”", "没有“单位名称”一列", "标题是“甲局”，"]),
    ("other headings", "名单.xlsx", book_of(("名单", [["应报送名单"], ["序号", "名称", "联系人"], [1, "甲局", "某人"]])), ["工作表“名单”", "标题是“序号”、“名称”、“联系人”，"]),
    ("several sheets without", "名单.xlsx", book_of(("说明", [["请填报"]]), ("名单", [["序号", "名称"]])), ["工作表“名单”", "其余 1 张也没有", "“序号”、“名称”"]),
    ("more headings than can be told", "名单.xlsx", book_of(("名单", [list("abcdefghi")])), ["“h”等，"]),
    ("as many as can be told", "名单.xlsx", book_of(("名单", [list("abcdefgh")])), ["“h”，请"]),
    ("an empty sheet", "名单.xlsx", book_of(("名单", [])), ["表是空的"]),
    ("a .csv", "名单.csv", lambda p: p.write_text("序号,名称\n1,甲局\n", encoding="utf-8"), ["“名单.csv”的表格里没有“单位名称”一列", "“序号”、“名称”"]),
    ("a .csv of one column under another heading", "名单.csv", lambda p: p.write_text("名称\n甲局\n乙局\n", encoding="utf-8"), ["“名单.csv”的表格里没有“单位名称”一列", "标题是“名称”，"]),
    ("a .csv of names without a heading", "名单.csv", lambda p: p.write_text("甲局\n乙局\n", encoding="utf-8"), ["没有“单位名称”一列", "标题是“甲局”，"]),
    ("an empty .csv", "名单.csv", lambda p: p.write_text("\n", encoding="utf-8"), ["“名单.csv”的表格里没有“单位名称”一列", "表是空的"]),
    ("a workbook of an evaluation", "名单.xlsx", lambda p: shutil.copy(SAMPLES["zhanjiang-2021"], p), ["是一份自评工作簿"]),
    ("two lists", "名单.xlsx", book_of(("一级", [["单位名称"], ["甲局"]]), ("二级", [["单位名称"], ["乙局"]])), ["2 张工作表", "“一级”、“二级”"]),
]


@pytest.mark.parametrize(("file", "make", "words"), [row[1:] for row in UNHEADED], ids=[row[0] for row in UNHEADED])
def test_a_table_whose_names_cannot_be_told_is_refused(file: str, make, words: list[str], tmp_path: Path) -> None:  # noqa: ANN001
    make(tmp_path / file)
    with pytest.raises(Refusal) as refused:
        read_roster(tmp_path / file)
    said = str(refused.value)
    assert all(word in said for word in words), said
    assert (said.count("。"), said[-1]) == (1, "。")


def test_the_result_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("liuyang-2020", "liuyang-2021", "zhanjiang-2021"):
        shutil.copy(SAMPLES[name], folder)
    (folder / "名单.txt").write_text("浏阳市数据资源中心\n某县应急管理局\n", encoding="utf-8")
    out = tmp_path / "汇总.xlsx"
    assert run(["rollup", str(folder), "-o", str(out), "--roster", str(folder / "名单.txt"), "--json"]) == 0
    said = capsys.readouterr()
    record = json.loads(said.out)
    assert (record["missing"], record["unexpected"], record["skipped"]) == (["某县应急管理局"], ["湛江市政务服务数据管理局"], [])
    assert "名单 2 家，未报送 1 家，另有 1 家不在名单" in said.err.replace("\n", "")
    book = openpyxl.load_workbook(out)
    assert [row[:3] for row in book["报送情况"].iter_rows(min_row=4, values_only=True)] == [
        (MISSING, "某县应急管理局", 0), (OUTSIDE, "湛江市政务服务数据管理局", 1), (THERE, "浏阳市数据资源中心", 2)]
    assert "未报送 1 家" in book["汇总"]["A2"].value


def test_without_a_list_there_is_no_such_sheet(tmp_path: Path) -> None:
    result = rollup([SAMPLES["liuyang-2021"]], tmp_path / "汇总.xlsx")
    assert "报送情况" not in openpyxl.load_workbook(result.out).sheetnames
    assert result.roster == ()
