"""The buttons in a desktop Excel: marks that leave nothing behind, files beside the workbook, dialogs, the status bar, protected sheets."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import desk
import openpyxl
import pytest

from ziping import checks, reports, resources
from ziping.evaluation import Place
from ziping.excel import marks, previous, scripts
from ziping.forms import build_workbook, read_workbook
from ziping.marks import HEAD
from ziping.workbooks.links import bare

SAMPLES = {path.stem: path for path in resources.samples()}
Opener = Callable[..., desk.Book]


@pytest.fixture(autouse=True)
def _profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile that remembers nothing, on a machine without Word and LibreOffice."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(reports.pdf, "soffice", lambda: None)


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    """Opens a copy of a sample with the officer's answers to come."""

    def opened(*answers: object, sample: str = "liuyang-2020") -> desk.Book:
        path = tmp_path / SAMPLES[sample].name
        shutil.copy(SAMPLES[sample], path)
        return desk.Book(path, list(answers))

    return opened


def _contents(book: desk.Book) -> dict[str, object]:
    return {
        ws.title: (
            {c.coordinate: (c.value, c._style, c.comment.text if c.comment else None) for row in ws.iter_rows() for c in row if c.value is not None or c.has_style or c.comment},
            sorted((str(each.sqref), rule.formula) for each in ws.conditional_formatting for rule in each.rules if rule.formula),
        )
        for ws in book.workbook.worksheets
    }  # fmt: skip


def test_the_stand_in_offers_only_what_xlwings_has() -> None:
    assert desk.unknown_names() == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_check_colours_and_notes_and_clearing_restores_everything(opened: Opener, sample: str) -> None:
    book = opened(sample=sample)
    before = _contents(book)
    scripts.check(book)
    findings = checks.check(SAMPLES[sample]).findings
    places = {f.place for f in findings if f.place}
    sheets = {ws.title: ws for ws in book.workbook.worksheets}
    for place in places:
        assert sheets[place.sheet][place.cell].comment.text.startswith(marks.NOTE)
    ruled = {Place(name, str(each.sqref)) for name, ws in sheets.items() for each in ws.conditional_formatting for r in each.rules if r.formula and "ziping-" in r.formula[0]}
    assert ruled == places
    assert book.app.alerts[-1].startswith("校验完成：")
    assert any("正在核对" in str(text) for text in book.app.bar)
    assert book.app.status_bar is False, "the status bar is Excel's again"
    for name, (cells, _) in before.items():
        assert {a: v[:2] for a, v in _contents(book)[name][0].items()} == {a: v[:2] for a, v in cells.items()}
    scripts.clear_marks(book)
    assert _contents(book) == before


def test_marks_are_found_wherever_rows_have_moved_them(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    ws = book.workbook.worksheets[1]
    ws["B40"].comment = openpyxl.comments.Comment(marks.NOTE + "错误：移到这里", "x")
    ws["B41"].comment = openpyxl.comments.Comment("我的批注", "她")
    scripts.clear_marks(book)
    assert ws["B40"].comment is None
    assert ws["B41"].comment.text == "我的批注"
    assert book.app.alerts == ["已清除校验留下的全部标记。"]


def test_her_own_rules_and_notes_stay(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    place = next(f.place for f in checks.check(SAMPLES["furong-2022"]).findings if f.place)
    ws = book.workbook[place.sheet]
    ws[place.cell].comment = openpyxl.comments.Comment("我的批注", "她")
    ws.conditional_formatting.add(place.cell, openpyxl.formatting.rule.FormulaRule(["A1>0"]))
    before = _contents(book)
    scripts.check(book)
    assert ws[place.cell].comment.text == "我的批注"
    scripts.clear_marks(book)
    assert _contents(book) == before


def test_a_protected_sheet_is_listed_but_not_marked(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    place = next(f.place for f in checks.check(SAMPLES["furong-2022"]).findings if f.place)
    book.workbook[place.sheet].protection.enable()
    scripts.check(book)
    assert book.workbook[place.sheet][place.cell].comment is None
    assert f"“{place.sheet}”表受保护" in book.app.alerts[-1]


def test_a_protected_workbook_is_refused_untouched(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    book.api.ProtectStructure = True
    before = _contents(book)
    scripts.check(book)
    assert "取消“保护工作簿”" in book.app.alerts[-1]
    assert _contents(book) == before


def test_marks_of_a_workbook_protected_since_stay_until_it_is_free(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    scripts.check(book)
    book.api.ProtectStructure = True
    before = _contents(book)
    for button in (scripts.check, scripts.clear_marks):
        button(book)
        assert "取消“保护工作簿”" in book.app.alerts[-1]
        assert _contents(book) == before


def test_report_lies_beside_the_workbook_and_a_second_one_beside_the_first(opened: Opener, tmp_path: Path) -> None:
    book = opened(sample="furong-2022")
    scripts.report(book)
    scripts.report(book)
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert len(names) == 2
    assert any(name.endswith("（2）.docx") for name in names)


WITHOUT = "没有找到 Word 或 LibreOffice，不能生成 PDF；"


def test_a_report_is_a_pdf_as_well_where_something_makes_one(opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(sample="furong-2022")
    scripts.report(book)
    assert f"。{WITHOUT}" in book.app.alerts[-1]
    assert not list(tmp_path.glob("*.pdf"))
    monkeypatch.setattr(reports, "write_pdf", lambda source, out: out.write_bytes(source.read_bytes()))
    scripts.report(book)
    scripts.report(book)
    assert sorted(path.stem for path in tmp_path.glob("*.pdf")) == sorted(path.stem for path in tmp_path.glob("*.docx"))[1:]
    assert "，PDF 为 " in book.app.alerts[-1]
    assert any("PDF" in str(text) for text in book.app.bar)


def _compared(book: desk.Book) -> bool:
    return "上年数已与" in book.app.alerts[-1]


def test_check_asks_for_last_years_workbook_once_and_compares_with_it(opened: Opener) -> None:
    last = SAMPLES["liuyang-2020"]
    book = opened(str(last), sample="liuyang-2021")
    for _ in range(2):
        scripts.check(book)
        assert f"上年数已与“{last.name}”核对。" in book.app.alerts[-1]
        shown = [row[8].value for row in book.workbook[marks.SHEET].iter_rows(HEAD + 1)]
        assert sorted(shown) == sorted(f.message for f in checks.check(SAMPLES["liuyang-2021"], last).findings)
    assert len(book.app.asked) == 1


def test_an_officer_without_such_a_workbook_is_not_asked_again(opened: Opener) -> None:
    book = opened(sample="liuyang-2021")
    for _ in range(2):
        scripts.check(book)
        assert "没有与上年工作簿核对" in book.app.alerts[-1]
    assert len(book.app.asked) == 1


def test_a_workbook_that_is_out_of_reach_once_is_not_forgotten(opened: Opener, tmp_path: Path) -> None:
    last, away = tmp_path / "上年.xlsx", tmp_path / "别处.xlsx"
    shutil.copy(SAMPLES["liuyang-2020"], last)
    book = opened(str(last), sample="liuyang-2021")
    scripts.check(book)
    last.rename(away)
    scripts.check(book)
    assert not _compared(book)
    away.rename(last)
    scripts.check(book)
    assert _compared(book)


def test_another_body_or_year_is_asked_for_anew(opened: Opener) -> None:
    for sample in ("liuyang-2021", "liuyang-2020"):
        book = opened(sample=sample)
        scripts.check(book)
        assert len(book.app.asked) == 1, sample


def test_the_workbook_that_was_carried_over_is_the_one_to_compare_with(opened: Opener) -> None:
    book = opened(False, str(SAMPLES["liuyang-2020"]), "yes", sample="liuyang-2021")
    scripts.check(book)
    assert not _compared(book)
    scripts.carry_over(book)
    scripts.check(book)
    assert _compared(book)
    assert len(book.app.asked) == 2


def test_a_wrong_workbook_is_told_and_asked_for_again(opened: Opener) -> None:
    book = opened(str(SAMPLES["furong-2022"]), str(SAMPLES["liuyang-2020"]), sample="liuyang-2021")
    scripts.check(book)
    assert any("上年工作簿的单位是" in str(row[8].value) for row in book.workbook[marks.SHEET].iter_rows(HEAD + 1))
    scripts.check(book)
    assert "liuyang-2020" in book.app.alerts[-1]
    assert len(book.app.asked) == 2


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"no workbook")], ids=["gone", "spoilt"])
def test_a_workbook_that_cannot_be_read_any_more_is_asked_for_again(opened: Opener, tmp_path: Path, harm: Callable[[Path], object]) -> None:
    last = tmp_path / "上年.xlsx"
    shutil.copy(SAMPLES["liuyang-2020"], last)
    book = opened(str(last), str(SAMPLES["liuyang-2020"]), sample="liuyang-2021")
    scripts.check(book)
    harm(last)
    scripts.check(book)
    if not _compared(book):
        assert "上年.xlsx" in book.app.alerts[-1]
        scripts.check(book)
    assert "liuyang-2020" in book.app.alerts[-1]
    assert len(book.app.asked) == 2


def test_the_finalized_version_is_checked_against_it_as_well(opened: Opener, tmp_path: Path) -> None:
    before = read_workbook(SAMPLES["liuyang-2020"])
    for line in before.base.lines:
        line.executed = before.base.lines[-1].executed
    build_workbook(before, tmp_path / "上年.xlsx")
    assert checks.check(SAMPLES["liuyang-2021"]).counts["error"] == 0
    errors = checks.check(SAMPLES["liuyang-2021"], tmp_path / "上年.xlsx").counts["error"]
    book = opened(str(tmp_path / "上年.xlsx"), "no", sample="liuyang-2021")
    scripts.check(book)
    scripts.clear_marks(book)
    scripts.finalize(book)
    assert book.app.alerts[-1].startswith(f"校验还有 {errors} 处错误")
    assert errors > 0


def test_a_memory_that_was_spoilt_is_an_empty_one(opened: Opener) -> None:
    book = opened(sample="liuyang-2021")
    scripts.check(book)
    (Path.home() / ".ziping" / previous.FILE).write_text("[1", encoding="utf-8")
    scripts.check(book)
    assert len(book.app.asked) == 2


def test_finalize_asks_while_errors_stand_and_writes_values_alone(opened: Opener, tmp_path: Path) -> None:
    refused = opened("no", sample="liuyang-2020")
    scripts.finalize(refused)
    assert "处错误没有改正" in refused.app.alerts[0]
    assert list(tmp_path.glob("*送审版*")) == []
    agreed = opened("yes", None, sample="liuyang-2020")
    scripts.finalize(agreed)
    (path,) = tmp_path.glob("*送审版*.xlsx")
    assert agreed.app.alerts[-1].startswith(f"送审版已写入 {path}")
    assert not [c for ws in openpyxl.load_workbook(path) for row in ws.iter_rows() for c in row if c.data_type == "f"]


def test_finalize_waits_until_the_marks_are_gone(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    scripts.check(book)
    scripts.finalize(book)
    assert book.app.alerts[-1].startswith("工作簿里还有校验标记")


def test_values_are_carried_into_blank_cells_after_they_were_seen(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    from ziping import workbooks

    def offered(this: object, last: object) -> workbooks.CarryOver:  # noqa: ARG001
        cells = (("编制数", "25", "A60"), ("控制率", "86.67%", "A61"), ("填报人", "=某", "A62"), ("有公式", "3", "A63"), ("没有单元格", "4", None))
        placed = [workbooks.Carried(what, text, None, Place("设置", cell) if cell else None) for what, text, cell in cells]
        differs = workbooks.Carried("联系人", "甲", None, Place("设置", "B9"), "乙")
        agrees = workbooks.Carried("联系人", "甲", None, Place("设置", "B9"), "甲")
        return workbooks.CarryOver(carried=placed, kept=[differs, agrees], notes=["有一行没有用上"])

    monkeypatch.setattr(workbooks, "carry_over", offered)
    last = str(SAMPLES["furong-2022"])
    refused = opened(last, "no", sample="furong-2022")
    before = _contents(refused)
    scripts.carry_over(refused)
    assert refused.app.alerts == ["将写入 4 处空白单元格，是否继续？\n· 设置!A60  编制数：25\n· 设置!A61  控制率：86.67%\n· 设置!A62  填报人：=某\n· 设置!A63  有公式：3"]
    assert _contents(refused) == before
    book = opened(last, "yes", sample="furong-2022")
    sheet = book.workbook["设置"]
    sheet["A63"] = "=1+1"
    scripts.carry_over(book)
    assert book.app.alerts[-1] == "已写入 3 处。另有 1 处已填有不同的内容，保持不动。\n· 设置!B9  联系人：表中 乙，来源 甲\n· 有一行没有用上"
    assert [sheet[cell].value for cell in ("A60", "A61", "A62", "A63")] == [25.0, 0.8667, "=某", "=1+1"]


CANCELLED = ["adopt", "carry_over", "import_accounts", "new"]


@pytest.mark.parametrize("handler", CANCELLED)
def test_a_cancelled_dialog_ends_the_button_in_silence(opened: Opener, handler: str) -> None:
    book = opened(False, False, False, sample="furong-2022")
    before = _contents(book)
    getattr(scripts, handler)(book)
    assert book.app.alerts == []
    assert _contents(book) == before


def test_new_opens_what_it_made_and_never_overwrites(opened: Opener, tmp_path: Path) -> None:
    book = opened("furong-2022", "某单位", "2025", None, sample="furong-2022")
    scripts.new(book)
    (path,) = tmp_path.glob("某单位*.xlsx")
    assert book.app.opened == [str(path)]
    made = read_workbook(path)
    assert (made.unit, made.year) == ("某单位", 2025)
    again = opened("furong-2022", "某单位", "2025", str(path), sample="furong-2022")
    scripts.new(again)
    assert "已经存在" in again.app.alerts[-1]


def test_a_written_report_is_checked_and_its_errata_written(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("甲4.00万元，乙5.00万元，合计10.00万元。", encoding="utf-8")
    book = opened(str(tmp_path / "报告.txt"), sample="furong-2022")
    scripts.prose(book)
    assert "不符1处" in book.app.alerts[-1]
    assert (tmp_path / "报告勘误表.docx").exists()


def test_recalculate_asks_every_cell_again(opened: Opener) -> None:
    book = opened(sample="liuyang-2020")
    scripts.recalculate(book)
    assert book.app.calculated == 1
    assert book.app.alerts[-1] == f"已重新计算全部得分，表中总分 96，核算得分：{checks.check(SAMPLES['liuyang-2020']).score.text}。"
    without = opened(sample="furong-2022")
    scripts.recalculate(without)
    assert without.app.alerts[-1] == "已重新计算全部得分，没有能核算的得分。"


FORMULAS = [
    ("a link by number", "=[1]!PERF_SCORE(A1,B1)", "=PERF_SCORE(A1,B1)"),
    ("a path", r"='C:\Users\某\XLSTART\ziping.xlam'!PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    ("a path with an apostrophe", r"='C:\a''b\ziping.xlam'!PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    ("a book's name", "=ziping.xlam!PERF_RATE(A1,B1)", "=PERF_RATE(A1,B1)"),
    ("an XLL's prefix", "=_xll.PERF_RATE(A1,B1)", "=PERF_RATE(A1,B1)"),
    ("an Office.js prefix", "=_xldudf_PERF_RATE(A1,B1)", "=PERF_RATE(A1,B1)"),
    ("two in one formula", '=IF(F1="","",[2]!PERF_SCORE(1,[2]!PERF_RATE(A1,B1)))', '=IF(F1="","",PERF_SCORE(1,PERF_RATE(A1,B1)))'),
    ("a sheet of another workbook stays", "=[1]Sheet1!A1+'[b.xlsx]S 1'!B2", "=[1]Sheet1!A1+'[b.xlsx]S 1'!B2"),
    ("a text stays", '="见 [1]!PERF_SCORE("', '="见 [1]!PERF_SCORE("'),
    ("another function stays", "=[1]!OTHER(A1)", "=[1]!OTHER(A1)"),
    ("a longer name stays", "=[1]!PERF_SCORES(A1)", "=[1]!PERF_SCORES(A1)"),
    ("ours stays", "=PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    ("a reference before it stays", "='S 1'!A1+[1]!PERF_RATE(A1,B1)", "='S 1'!A1+PERF_RATE(A1,B1)"),
]


@pytest.mark.parametrize(("formula", "local"), [row[1:] for row in FORMULAS], ids=[row[0] for row in FORMULAS])
def test_formulas_name_our_functions_barely(formula: str, local: str) -> None:
    assert bare(formula) == local


def test_repair_writes_only_the_cells_that_change(opened: Opener) -> None:
    book = opened(sample="furong-2022")
    ws = book.workbook.worksheets[-1]
    before = _contents(book)
    ws["A60"] = "=[1]!PERF_RATE(1,2)"
    scripts.repair_links(book)
    assert book.app.alerts == ["已修复 1 个公式。"]
    assert ws["A60"].value == "=PERF_RATE(1,2)"
    ws["A60"] = None
    assert _contents(book) == before
    scripts.repair_links(book)
    assert book.app.alerts[-1] == "没有需要修复的 PERF 公式。"


def test_a_foreign_form_becomes_a_workbook_after_what_was_understood_was_seen(opened: Opener, tmp_path: Path) -> None:
    form = str(SAMPLES["zhanjiang-2021"])
    declined = opened(form, "no", sample="furong-2022")
    scripts.adopt(declined)
    assert len(declined.app.alerts) == 1
    assert not list(tmp_path.glob("*（自评）*"))
    book = opened(form, "yes", None, sample="furong-2022")
    scripts.adopt(book)
    (path,) = tmp_path.glob("*（自评）.xlsx")
    assert book.app.opened == [str(path)]
    assert [f.kind for f in read_workbook(path).forms] == [f.kind for f in read_workbook(Path(form)).forms]


def test_a_project_is_added_to_a_copy_under_another_name(tmp_path: Path) -> None:
    from ziping import workbooks

    start = tmp_path / "start.xlsx"
    workbooks.new("national-project-2020", "某单位", 2025, start)
    before = start.read_bytes()
    book = desk.Book(start, ["新项目", None])
    scripts.add_project(book)
    (made,) = (path for path in tmp_path.glob("*.xlsx") if path != start)
    assert book.app.alerts[-1].startswith("已增加项目“新项目”"), book.app.alerts
    assert len(read_workbook(made).projects) == len(read_workbook(start).projects) + 1
    assert start.read_bytes() == before


def test_a_file_that_is_no_final_account_is_refused(opened: Opener, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "别的.xlsx")
    book = opened(str(tmp_path / "别的.xlsx"), sample="furong-2022")
    before = _contents(book)
    scripts.import_accounts(book)
    assert len(book.app.alerts) == 1
    assert "别的.xlsx" in book.app.alerts[0]
    assert "程序内部出错" not in book.app.alerts[0]
    assert _contents(book) == before
