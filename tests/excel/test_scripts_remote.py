"""Every button on xlwings' `remote` engine with every sample: the payload of a browser goes in, the actions are applied to a copy, the copy is looked at."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import remote
import xlwings as xw

from ziping import checks, reports, resources
from ziping.evaluation import Datum, Place
from ziping.excel import live, marks, scripts
from ziping.forms import read_workbook
from ziping.marks import rows as ordered
from ziping.surface import BUTTONS

SAMPLES = resources.samples()
SAMPLE = next(path for path in SAMPLES if path.stem == "liuyang-2020")
SMALL = next(path for path in SAMPLES if path.stem == "furong-2022")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(reports.pdf, "soffice", lambda: None)  # what it makes is the reports' own test


def _pressed(handler: str, client: remote.Client, **payload: Any) -> list[str]:
    """Presses a button in the client's workbook as it stands and carries out what comes back; what the officer was told."""
    book = xw.Book(json=client.payload(**payload))
    try:
        getattr(scripts, handler)(book)
        told = len(client.alerts)
        client.apply(book.json()["actions"])
        return client.alerts[told:]
    finally:
        book.close()


def _contents(book: openpyxl.Workbook) -> dict[str, dict[str, tuple]]:
    """Everything that an officer can see of every sheet: values, fills, notes, rules, widths."""
    found = {}
    for sheet in book.worksheets:
        cells = {
            cell.coordinate: (cell.value, cell._style, cell.comment.text if cell.comment else None)
            for row in sheet.iter_rows() for cell in row if cell.value is not None or cell.has_style or cell.comment
        }  # fmt: skip
        found[sheet.title] = cells | {"rules": (len(sheet.conditional_formatting),), "state": (sheet.sheet_state,)}
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_check_writes_its_sheet_and_notes_and_clearing_takes_all_of_it_back(path: Path) -> None:
    client = remote.Client(path)
    before = _contents(client.book)
    (told,) = _pressed("check", client)
    assert told.startswith("校验完成：")
    sheet = client.book[marks.SHEET]
    findings = checks.check(live.read(_book(path))).findings
    rows = [row for row in sheet.iter_rows(marks.HEAD + 1, values_only=False) if row[0].value]
    assert len(rows) == len(findings) > 0
    noted = {Place(s.title, c.coordinate) for s in client.book.worksheets for row in s.iter_rows() for c in row if c.comment and c.comment.text.startswith(marks.NOTE)}
    for row, finding in zip(rows, ordered(findings), strict=True):
        assert row[8].value == finding.message
        assert row[0].fill.fill_type == "solid"
        if finding.place:
            assert row[2].value == finding.place.cell
            assert row[2].hyperlink.location or row[2].hyperlink.ref
            assert finding.place in noted
    now = _contents(client.book)
    assert {name: {a: v[:2] for a, v in now[name].items()} for name in before} == {name: {a: v[:2] for a, v in cells.items()} for name, cells in before.items()}
    assert _pressed("clear_marks", client) == ["已清除校验留下的全部标记。"]
    assert _contents(client.book) == before
    assert _pressed("clear_marks", client) == ["工作簿里没有校验标记。"]


def _book(path: Path) -> xw.Book:
    return xw.Book(json=remote.payload(path))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_workbook_reads_the_same_from_a_browser_as_from_its_file(path: Path) -> None:
    """A browser sends neither formulas nor formats: forms, rows, scores and money agree; what needs the formula or the decimals may not."""
    sent, filed = live.read(_book(path)), read_workbook(path)
    assert (sent.unit, sent.year, sent.scheme) == (filed.unit, filed.year, filed.scheme)
    assert [(f.kind, f.sheet, len(f.indicators), len(f.funds)) for f in sent.forms] == [(f.kind, f.sheet, len(f.indicators), len(f.funds)) for f in filed.forms]
    for ours, theirs in zip(sent.forms, filed.forms, strict=True):
        for a, b in zip(ours.indicators, theirs.indicators, strict=True):
            assert (a.path, a.target and a.target.text, _value(a.score)) == (b.path, b.target and b.target.text, _value(b.score))
    codes = {f.code for f in checks.check(filed).findings} ^ {f.code for f in checks.check(sent).findings}
    assert codes <= {"formula-overwritten", "formula-range", "formula-other-row", "rate-share"}


def _value(datum: Datum | None) -> Decimal | None:
    return datum.value if datum is not None else None


def test_marks_do_not_change_what_the_workbook_says() -> None:
    client = remote.Client(SMALL)
    (first,), (second,) = _pressed("check", client), _pressed("check", client)
    assert first == second
    assert client.book.sheetnames.count(marks.SHEET) == 1


def test_a_note_of_hers_stays_hers() -> None:
    client = remote.Client(SMALL)
    place = next(f.place for f in checks.check(SMALL).findings if f.place)
    client.book[place.sheet][place.cell].comment = openpyxl.comments.Comment("我的批注", "她")
    _pressed("check", client)
    assert client.book[place.sheet][place.cell].comment.text == "我的批注"
    _pressed("clear_marks", client)
    assert client.book[place.sheet][place.cell].comment.text == "我的批注"


def test_a_sheet_of_hers_with_that_name_is_not_touched() -> None:
    client = remote.Client(SMALL)
    client.book.create_sheet(marks.SHEET)["A1"] = "我的表"
    for handler in ("check", "clear_marks"):
        (told,) = _pressed(handler, client)
        assert told.startswith("工作簿里已有一张不是自评插件写的“校验结果”表")
    assert client.book[marks.SHEET]["A1"].value == "我的表"


@pytest.mark.parametrize("path", [p for p in SAMPLES if "corrected" not in p.stem], ids=lambda path: path.stem)
def test_report_is_written_and_never_over_an_older_one(path: Path, tmp_path: Path) -> None:
    client = remote.Client(path)
    first, second = _pressed("report", client)[0], _pressed("report", client)[0]
    assert first.startswith("报告已写入 ")
    assert first != second
    files = sorted((tmp_path / "Documents" / "绩效自评").glob("*.docx"))
    assert len(files) == 2
    assert all(file.stat().st_size > 10_000 for file in files)


def test_explain_tells_the_rule_of_the_selected_row() -> None:
    evaluation = live.read(_book(SAMPLE))
    form = next(f for f in evaluation.forms if any(i.score and i.score.value is not None for i in f.indicators))
    row = next(i for i in form.indicators if i.score and i.score.value is not None)
    names = openpyxl.load_workbook(SAMPLE, read_only=True).sheetnames
    client = remote.Client(SAMPLE)
    (told,) = _pressed("explain", client, active=names.index(form.sheet), selection=row.score.place.cell)
    assert told.startswith(f"指标：{row.name}\n说明：")
    assert f"表中得分：{row.score.text}" in told
    (told,) = _pressed("explain", client, active=names.index("封面") if "封面" in names else 0, selection="A1")
    assert "不是计分的行" in told


def test_new_takes_the_open_workbook_for_its_defaults(tmp_path: Path) -> None:
    (told,) = _pressed("new", remote.Client(SMALL))
    (path,) = (tmp_path / "Documents" / "绩效自评").glob("*.xlsx")
    assert told == f"自评工作簿已建立：{path}"
    made, sample = read_workbook(path), read_workbook(SMALL)
    assert (made.unit, made.scheme) == (sample.unit, sample.scheme)


AWAY = [("adopt", "网页版不能选择文件"), ("carry_over", "网页版不能选择文件"), ("import_accounts", "网页版不能选择文件"), ("add_project", "网页版不能填写“新项目的名称”"),
        ("finalize", "网页版不能生成送审版"), ("repair_links", "网页版看不到公式")]  # fmt: skip


@pytest.mark.parametrize(("handler", "said"), AWAY, ids=[row[0] for row in AWAY])
def test_what_a_browser_cannot_do_is_refused_with_the_way_round(handler: str, said: str) -> None:
    client = remote.Client(SMALL)
    before = _contents(client.book)
    (told,) = _pressed(handler, client)
    assert told.startswith(said)
    assert _contents(client.book) == before


TOLD = [("recalculate", "已请 Excel 重新计算"), ("doctor", ("安装完好。", "有 ")), ("about", "自评 ziping"), ("prose", ("核对了报告素材", "工作簿里没有填写报告素材"))]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_other_buttons_say_what_they_did(path: Path) -> None:
    client = remote.Client(path)
    for handler, said in TOLD:
        (told,) = _pressed(handler, client)
        assert told.startswith(said), handler


def test_help_shows_the_sheet_or_tells() -> None:
    client = remote.Client(SMALL)
    said = _pressed("help", client)
    assert client.book.active.title == "使用说明" if not said else "校验" in said[0]
    if "使用说明" in client.book.sheetnames:
        client.book.remove(client.book["使用说明"])
        (said,) = _pressed("help", client)
        assert all(button.help in said for button in BUTTONS)


def test_a_workbook_without_forms_is_refused_in_a_sentence(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "别的"
    book.save(tmp_path / "x.xlsx")
    client = remote.Client(tmp_path / "x.xlsx")
    for handler in ("check", "report", "explain"):
        (told,) = _pressed(handler, client)
        assert "没有认出绩效自评的表" in told
    assert client.book.sheetnames == ["Sheet"]


def test_a_fault_of_ours_is_one_sentence_and_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(checks, "check", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (told,) = _pressed("check", remote.Client(SMALL))
    assert told.startswith("程序内部出错，这一步没有做完")
    assert "secret" not in told
    (log,) = tmp_path.glob("ziping-*.log")
    assert "ZeroDivisionError: secret detail" in log.read_text(encoding="utf-8")
