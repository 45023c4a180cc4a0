"""Documents that are open for reading only, never saved, changed and not saved, protected, or one of several: what a button does, or why it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks import final_accounts

from calc.office import ROOT, Office, Person
from ziping.forms import blank, build_workbook

SAMPLES = ROOT / "workbooks" / "samples"
SAMPLE, OTHER = SAMPLES / "liuyang-2020.xlsx", SAMPLES / "furong-2022.xlsx"
READ_ONLY = "工作簿是以只读方式打开的，不能写入，"


@pytest.fixture
def accounted(person: Person) -> tuple[Path, Path]:
    """A blank workbook and the final accounts of the same body and year."""
    book, accounts = person.home / "空白.xlsx", person.home / "决算.xlsx"
    build_workbook(blank("liuyang-2021", final_accounts.BODY, final_accounts.YEAR), book)
    final_accounts.draw(final_accounts.choice(1), accounts)
    return person.own(book), person.own(accounts)


READING = {"check": READ_ONLY, "clear-marks": READ_ONLY, "carry-over": READ_ONLY, "import-accounts": READ_ONLY, "repair-links": READ_ONLY,
           "recalculate": "已重新计算全部得分。", "prose": "核对了报告素材 ", "report": "报告已写入 ", "finalize": "送审版已写入 "}  # fmt: skip


@pytest.mark.parametrize("command", READING)
def test_a_document_open_for_reading_is_read_and_never_written_to(command: str, office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLE)), readonly=True)
    office.put_text("设置", "Z99", "")  # a program may write even here
    office.set_modified(False)
    target = person.home / f"只读{'.docx' if command == 'report' else '.xlsx'}"
    assert office.press(command, target=str(target), force=True).startswith(READING[command])
    assert command == "recalculate" or not office.modified()


@pytest.mark.parametrize("command", ["check", "report", "finalize", "add-project", "carry-over", "import-accounts"])
def test_a_document_without_a_form_is_refused_in_one_sentence(command: str, office: Office, accounted: tuple[Path, Path], person: Person) -> None:
    office.open()
    target = person.home / f"没有{'.docx' if command == 'report' else '.xlsx'}"
    said = office.press(command, target=str(target), source=str(accounted[1]), name="新项目")
    assert "没有认出绩效自评的表" in said
    assert said.count("。") == 1
    assert not target.exists()
    assert not office.modified()
    assert not office.undo_titles()


def test_of_several_documents_only_the_one_of_the_window_is_marked(office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLE)))
    office.open(str(person.copy(OTHER)))
    office.turn_to(SAMPLE.name)
    office.press("check")
    assert "校验结果" in office.sheets()
    office.turn_to(OTHER.name)
    assert "校验结果" not in office.sheets()
    assert not office.modified()


def test_a_protected_structure_is_refused_before_anything_is_done(office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLE)))
    office.protect_structure()
    office.set_modified(False)
    before = office.undo_titles()
    said = office.press("check")
    assert "结构受保护" in said
    assert "请先" in said
    assert not office.modified()
    assert office.undo_titles() == before


def test_where_every_sheet_is_protected_nothing_is_marked_and_it_is_said(office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLE)))
    for sheet in office.sheets():
        office.protect(sheet)
    said = office.press("check")
    assert "没有标记单元格；" in said
    assert "“整体自评表”" in said
    assert "只加了批注" not in said
    assert not office.annotations()
    assert office.press("clear-marks") == "已清除校验留下的全部标记。"
    assert "校验结果" not in office.sheets()


def test_notes_on_a_sheet_that_was_protected_meanwhile_are_told_and_go_once_it_is_open(office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLE)))
    office.recalculate()
    before = office.state()
    office.press("check")
    office.protect("整体自评表")
    assert office.press("clear-marks").startswith("“整体自评表”表受保护，其中的校验批注没有清除，其余标记已清除；")
    assert {sheet for sheet, _, note in office.annotations() if "【自评】" in note} == {"整体自评表"}
    office.unprotect("整体自评表")
    assert office.press("clear-marks") == "已清除校验留下的全部标记。"
    assert office.state() == before


def test_a_marked_workbook_is_checked_as_if_it_bore_no_marks(office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLE)))
    first = office.press("check")
    marked = (office.rules(), office.annotations(), office.values("校验结果", "A1:L60"))
    assert office.press("check") == first
    assert (office.rules(), office.annotations(), office.values("校验结果", "A1:L60")) == marked


def test_figures_for_locked_cells_are_counted_and_not_written(office: Office, accounted: tuple[Path, Path]) -> None:
    book, accounts = accounted
    office.open(str(book))
    for sheet in office.sheets():
        office.lock(sheet)
        office.protect(sheet)
    office.set_modified(False)
    said = office.press("import-accounts", source=str(accounts), agree=True)
    assert said.startswith("没有可以带入的数据。另有 ")
    assert "处在受保护的单元格里，没有写入，请取消工作表保护后再点一次。" in said
    assert not office.modified()
