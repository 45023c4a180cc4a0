"""What a bureau must not take for granted: totals without scores, copies, bodies without a department, workbooks under other names."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from checks.case import d
from xlam import compound

from ziping import resources
from ziping.checks.book import Book
from ziping.checks.supported import scores_of
from ziping.evaluation import Evaluation, Form, FormKind, Indicator, Level
from ziping.forms.sniffed import Is, sniffed
from ziping.refusal import Refusal
from ziping.rollup import rollup
from ziping.rollup.book import write_book
from ziping.rollup.letters import TOLD
from ziping.rollup.outliers import NO_SCORES
from ziping.rollup.record import Issue, Record, examine
from ziping.rollup.sources import find
from ziping.rollup.tables import tables

SAMPLES = {path.stem: path for path in resources.samples()}


def book(file: str, **more: object) -> Record:
    return replace(Record(f"/表/{file}.xlsx", unit=f"{file}局", year=2021, stated="90", budget="10", executed="9", scored=20, money="整体自评表"), **more)  # type: ignore[arg-type]


# a workbook beside another one with a total of 90, its place, what its remark says, and whether it stands out
TOTALS = [
    ("a total with all its scores", {"stated": "97"}, 1, "", False),
    ("a total without a single score", {"stated": "97", "scored": 0, "unscored": 20}, None, "各项指标都没有得分，总分没有依据，不参加排名和平均", True),
    ("a total of which one score is missing", {"stated": "97", "scored": 19, "unscored": 1}, 1, "有 1 项指标没有得分", False),
    ("a total with a single score", {"stated": "97", "scored": 1, "unscored": 19}, 1, "有 19 项指标没有得分", False),
    ("neither a total nor a score", {"stated": "", "scored": 0, "unscored": 20}, None, "没有总分，不参加排名", False),
    ("a total of a form that has no scores", {"stated": "97", "scored": 0, "unscored": 0}, 1, "", False),
    ("a nought without a single score", {"stated": "0", "scored": 0, "unscored": 20}, None, "各项指标都没有得分，总分没有依据，不参加排名和平均", True),
]


@pytest.mark.parametrize(("state", "rank", "remark", "stands_out"), [row[1:] for row in TOTALS], ids=[row[0] for row in TOTALS])
def test_a_total_that_nothing_supports_is_not_ranked(state: dict, rank: int | None, remark: str, stands_out: bool, tmp_path: Path) -> None:
    made = tables([book("甲", **state), book("乙")])
    ranks = list(made.bodies["rank"])
    assert (ranks[0] if ranks[0] == ranks[0] else None) == rank
    assert ranks[1] == (2 if rank else 1)
    assert [each.record.unit for each in made.outliers if each.kind == NO_SCORES] == ["甲局"] * stands_out
    assert sum(made.departments["scored"]) == (2 if rank else 1)
    assert sum(made.bands["books"]) == (2 if rank else 1)
    write_book(made, tmp_path / "汇总.xlsx")
    pages = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    assert (pages["单位一览"]["S4"].value or "") == remark
    ranking = {row[2]: row[11] or "" for row in pages["排名"].iter_rows(min_row=4, values_only=True)}
    assert ranking == ({"甲局": remark} if rank else {}) | {"乙局": ""}


def test_the_body_is_told_of_it_in_its_letter() -> None:
    assert NO_SCORES in TOLD


def test_the_scores_of_a_workbook_are_counted() -> None:
    assert [(record.scored > 0, record.unscored, record.unsupported) for record in map(examine, map(str, (SAMPLES["liuyang-2020"], SAMPLES["liuyang-2021"])))] == [
        (True, 0, False), (False, 22, True)]


# the whole body's form and the one that is scored, as (scores of its rows, total); the form whose total is the body's, rows with and without a score
MARKED = [
    ("the whole body's form has both", (("9", "8"), "17"), (("", ""), ""), "整体", 2, 0),
    ("it has neither scores nor a cell for the total", (("", ""), None), (("9", "8"), "17"), "评分", 2, 0),
    ("neither has a cell for the total", (("", ""), None), (("9", "8"), None), "整体", 0, 2),
    ("it has a blank total", (("", ""), ""), (("9", "8"), "17"), "整体", 0, 2),
    ("a row is not applicable", (("9", "不适用"), "9"), None, "整体", 1, 0),
    ("a row has a dash", (("9", "—"), "9"), None, "整体", 1, 1),
    ("all rows are not applicable", (("不适用", "不适用"), "9"), None, "整体", 0, 2),
    ("a score shows an error", (("", "#NAME?"), "9"), None, "整体", 1, 1),
    ("a score is a word beside a figure", (("满分", "9"), "9"), None, "整体", 2, 0),
    ("a score is a word and no other is there", (("满分", ""), "9"), None, "整体", 0, 2),
    ("all scores are words", (("待定", "见附件"), "9"), None, "整体", 0, 2),
    ("all but one that shows an error are words", (("待定", "#NAME?"), "9"), None, "整体", 2, 0),
]  # fmt: skip


def _scored(kind: FormKind, sheet: str, given: tuple[tuple[str, ...], str | None] | None) -> Form | None:
    if given is None:
        return None
    cells, total = given
    data = [d("", f"{sheet}!C{row}", error=text) if text.startswith("#") else d(text, f"{sheet}!C{row}") for row, text in enumerate(cells, start=4)]
    rows = [Indicator(Level("产出"), Level("数量"), Level(f"第{cell.place.cell}项"), points=d("10", f"{sheet}!B1"), score=cell) for cell in data]
    return Form(kind, sheet, indicators=rows, total_score=d(total, f"{sheet}!C9") if total is not None else None)


@pytest.mark.parametrize(("overall", "scoring", "sheet", "scored", "unscored"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED])
def test_the_scores_are_those_of_the_form_whose_total_is_taken(
    overall: tuple, scoring: tuple | None, sheet: str, scored: int, unscored: int,
) -> None:  # fmt: skip
    looked_at = Book(Evaluation(overall=_scored(FormKind.OVERALL, "整体", overall), scoring=_scored(FormKind.SCORING, "评分", scoring)))
    scores = scores_of(looked_at, looked_at.marked)
    assert (looked_at.marked.sheet, len(scores.stated) + len(scores.open), len(scores.blank)) == (sheet, scored, unscored)


# what is found in a workbook, and what is said of one that states neither a total nor an amount
SILENT = [
    ("nothing but blanks", ("complete-total", "complete-score"), "没有填报", "没有总分，不参加排名"),
    ("formulas without results", ("formula-no-result",), "公式没有结果", "公式没有结果，读不到总分和金额，请重算后再汇总"),
    ("formulas that only an add-in computes", ("formula-not-computed", "complete-total"), "公式没有结果", "公式没有结果，读不到总分和金额，请重算后再汇总"),
]


@pytest.mark.parametrize(("codes", "kind", "remark"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_a_workbook_that_was_not_computed_is_not_called_empty(codes: tuple[str, ...], kind: str, remark: str, tmp_path: Path) -> None:
    silent = book("甲", stated="", budget="", executed="", money="项目合计", issues=tuple(Issue(code, "error", "表", "A1", "", "。") for code in codes))
    made = tables([silent, book("乙")])
    assert [each.kind for each in made.outliers] == [kind]
    write_book(made, tmp_path / "汇总.xlsx")
    line = [cell.value for cell in openpyxl.load_workbook(tmp_path / "汇总.xlsx")["单位一览"][4]]
    assert line[18].startswith(remark)
    assert "项目合计" not in line


# the years of the workbooks, and what the first sheet says of the amounts it adds up
YEARS = [
    ("one year", [2021, 2021], None),
    ("most of one year", [2021, 2020, 2021], "以下金额合计只含 2021 年（2 份，写明年度的工作簿中最多）。"),
    ("as many of two years", [2020, 2021], "以下金额合计只含 2021 年（1 份，与2020 年一样多，取较近的年度）。"),
    ("most without a year", [2020, None, None], "以下金额合计只含 2020 年（1 份，写明年度的工作簿中最多）。"),
]


@pytest.mark.parametrize(("years", "told"), [row[1:] for row in YEARS], ids=[row[0] for row in YEARS])
def test_the_first_sheet_says_why_it_adds_up_that_year(years: list[int | None], told: str | None, tmp_path: Path) -> None:
    write_book(tables([book(f"{number}", year=year) for number, year in enumerate(years)]), tmp_path / "汇总.xlsx")
    note = openpyxl.load_workbook(tmp_path / "汇总.xlsx")["汇总"]["A2"].value
    assert note is None if told is None else told in note


# the departments that workbooks name, the lines of the sums, and how the first sheet counts them
DEPARTMENTS = [
    ("none names one", ["", "", ""], [("未填写主管部门", 3)], ("主管部门（个，3 份未填写）", 0)),
    ("one names one", ["丙局", "", ""], [("未填写主管部门", 2), ("丙局", 1)], ("主管部门（个，2 份未填写）", 1)),
    ("all name one", ["丙局", "丙局", "丁局"], [("丙局", 2), ("丁局", 1)], ("主管部门（个）", 2)),
]


@pytest.mark.parametrize(("named", "lines", "counted"), [row[1:] for row in DEPARTMENTS], ids=[row[0] for row in DEPARTMENTS])
def test_bodies_without_a_department_are_called_so(named: list[str], lines: list, counted: tuple[str, int], tmp_path: Path) -> None:
    made = tables([book(f"{number}", department=name) for number, name in enumerate(named)])
    assert [(line.department, line.books) for line in made.departments.itertuples()] == lines
    write_book(made, tmp_path / "汇总.xlsx")
    page = openpyxl.load_workbook(tmp_path / "汇总.xlsx")["汇总"]
    assert counted in [(row[3], row[4]) for row in page.iter_rows(min_row=3, max_row=7, values_only=True)]


def test_a_body_is_not_its_own_department() -> None:
    assert examine(str(SAMPLES["zhanjiang-2021"])).department == ""


def test_a_copy_has_its_letter_and_is_called_one(tmp_path: Path) -> None:
    folder, letters = tmp_path / "收到", tmp_path / "意见"
    folder.mkdir()
    letters.mkdir()
    for name in ("甲.xlsx", "乙.xlsx"):
        shutil.copy(SAMPLES["zhanjiang-2021"], folder / name)
    shutil.copy(SAMPLES["furong-2022"], folder / "丙.xlsx")
    result = rollup([folder], tmp_path / "汇总.xlsx", letters=letters)
    assert len(result.letters.files) == 3
    (again,) = result.letters.again
    assert f"其中 “{again}”所对的工作簿与另一份内容相同，只需发一封" in result.summary()
    same = {Path(body["file"]).name: body["same_as"] for body in result.as_json()["bodies"]}
    (copy,) = [name for name, other in same.items() if other]
    assert Path(same[copy]).name in {"甲.xlsx", "乙.xlsx"} - {copy}
    assert json.dumps(result.as_json())


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("表.xlsx", "x")


def _word(path: Path) -> None:
    shutil.copy(resources.folder("templates") / "furong.docx", path)


def _broken_zip(path: Path) -> None:
    """Whose first part, the one that tells of what kind it is, is no deflated stream."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    content = bytearray(path.read_bytes())
    begin = 30 + len("mimetype")
    content[begin : begin + 12] = b"\xff" * 12
    path.write_bytes(content)


# a file, how it comes to be, and whether it is read
FILES = [
    ("a workbook named .docx", "表.docx", lambda path: shutil.copy(SAMPLES["furong-2022"], path), True),
    ("a workbook without an ending", "表", lambda path: shutil.copy(SAMPLES["furong-2022"], path), True),
    ("a Word file", "表.docx", _word, False),
    ("a text named .docx", "表.docx", lambda path: path.write_text("绩效", encoding="utf-8"), False),
    ("an archive with a workbook in it", "表.zip", _zip, False),
    ("a file that begins like a package", "表.pdf", lambda path: path.write_bytes(b"PK\x03\x04 and no more"), False),
    ("an archive whose first part is broken", "表.zip", _broken_zip, False),
    ("an empty file", "表.doc", lambda path: path.write_bytes(b""), False),
]


@pytest.mark.parametrize(("name", "make", "read"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_a_workbook_is_one_whatever_it_is_called(name: str, make, read: bool, tmp_path: Path) -> None:  # noqa: ANN001
    folder = tmp_path / "收到"
    folder.mkdir()
    make(folder / name)
    assert (sniffed(folder / name).found is Is.WORKBOOK) is read
    if not read:
        with pytest.raises(Refusal):
            rollup([folder], tmp_path / "汇总.xlsx")
    shutil.copy(SAMPLES["zhanjiang-2021"], folder / "另一份.xlsx")
    result = rollup([folder], tmp_path / "汇总.xlsx")
    assert (len(result.readable), len(result.beside)) == ((2, 0) if read else (1, 1))
    alone = examine(str(folder / name))
    assert alone.readable is read


# a file beside a workbook, its content, and what is told of it (nothing: it is read)
BESIDE = [
    ("a workbook under another name", "表.doc", SAMPLES["furong-2022"].read_bytes(), ""),
    ("the backup that Excel makes", "表.xlk", SAMPLES["furong-2022"].read_bytes(), "备份或临时文件"),
    ("a copy that ends in .bak", "表.xlsx.bak", SAMPLES["furong-2022"].read_bytes(), "备份或临时文件"),
    ("a copy of an editor", "表.xlsx~", SAMPLES["furong-2022"].read_bytes(), "备份或临时文件"),
    ("a temporary file", "~表.tmp", SAMPLES["furong-2022"].read_bytes(), "备份或临时文件"),
    ("a name that only speaks of a backup", "备份.bak.xlsx", SAMPLES["furong-2022"].read_bytes(), ""),
    ("a text", "表.doc", b"x", "内容也不是工作簿"),
    ("a document with a password", "表.doc", compound.write({"EncryptedPackage": bytes(5000)}), "设有打开密码，看不出是不是工作簿"),
    ("a damaged package", "表.doc", SAMPLES["furong-2022"].read_bytes()[:5000], "已损坏，打不开，看不出是不是工作簿"),
    ("a damaged archive", "表.zip", SAMPLES["furong-2022"].read_bytes()[:5000], "是压缩包"),
]


@pytest.mark.parametrize(("name", "content", "told"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_what_is_not_read_is_told_with_its_reason(name: str, content: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    shutil.copy(SAMPLES["zhanjiang-2021"], tmp_path / "另一份.xlsx")
    found = find([tmp_path])
    assert ([path.name for path, _ in found.beside], len(found.files)) == (([name], 1) if told else ([], 2))
    assert all(told in reason for _, reason in found.beside)
