"""Every button in a real LibreOffice, through its command address, with the answers a person would give."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from workbooks import final_accounts

from calc.office import ROOT, Office, Person
from ziping import __version__, checks
from ziping.forms import blank, build_workbook, read_workbook
from ziping.marks import HEAD, WHOLE
from ziping.surface import BUTTONS
from ziping.workbooks import import_accounts_file

SAMPLES = ROOT / "workbooks" / "samples"
LIUYANG, NATIONAL = SAMPLES / "liuyang-2020.xlsx", ROOT / "workbooks" / "national-project-2020.xlsx"


@pytest.fixture
def opened(office: Office, person: Person) -> Path:
    """A sample, open; the file it was opened from, which no button may touch."""
    path = person.copy(LIUYANG)
    office.open(str(path))
    return path


@pytest.mark.parametrize("button", BUTTONS, ids=lambda b: b.command)
def test_calc_knows_the_address_of_every_button(button, office: Office) -> None:  # noqa: ANN001
    office.open()
    assert office.command_found(button.command)
    assert not office.command_found(button.command + "x")


def test_check_writes_the_sheet_and_marks_the_cells(opened: Path, office: Office) -> None:
    expected = checks.check(LIUYANG)
    before = office.sheets()
    said = office.press("check")
    assert said.startswith(f"校验完成：错误 {expected.counts['error']}、警告 {expected.counts['warning']}")
    assert office.sheets() == [*before, "校验结果"]
    table = office.values("校验结果", f"A{HEAD + 1}:I{HEAD + len(expected.findings)}")
    assert {(row[1], row[2], row[8]) for row in table} == {(f.place.sheet if f.place else WHOLE, f.place.cell if f.place else "", f.message) for f in expected.findings}
    placed = {(f.place.sheet, f.place.cell) for f in expected.findings if f.place}
    assert {(sheet, cell) for sheet, cell, note in office.annotations() if note.startswith("【自评】")} == placed
    assert len(office.links("校验结果")) == sum(f.place is not None for f in expected.findings)
    assert opened.read_bytes() == LIUYANG.read_bytes()


@pytest.mark.usefixtures("opened")
def test_clear_marks_removes_every_trace(office: Office, person: Person) -> None:
    name = office.sheets()[2]
    office.recalculate()  # a stored value may differ from Calc's own in the sixteenth digit
    office.annotate(name, "A1", "我的批注")
    before = (office.sheets(), office.annotations(), office.rules(), sorted(office.styles()), office.formulas(""))
    plain, cleared = person.home / "plain.xlsx", person.home / "cleared.xlsx"
    office.activate(name)
    office.save_as(str(plain))
    office.press("check")
    assert office.rules() != before[2]
    office.press("check")
    assert office.press("clear-marks") == "已清除校验留下的全部标记。"
    assert (office.sheets(), office.annotations(), office.rules(), sorted(office.styles()), office.formulas("")) == before
    office.activate(name)
    office.save_as(str(cleared))
    with zipfile.ZipFile(plain) as one, zipfile.ZipFile(cleared) as two:
        assert sorted(one.namelist()) == sorted(two.namelist())
        assert [n for n in one.namelist() if one.read(n) != two.read(n) and n not in ("docProps/core.xml", "docProps/app.xml")] == []
    assert office.press("clear-marks") == "工作簿里没有校验标记。"


@pytest.mark.usefixtures("opened")
def test_marks_that_were_saved_are_cleared_after_opening_again(office: Office, person: Person) -> None:
    office.press("check")
    marked = person.home / "marked.xlsx"
    office.save_as(str(marked))
    before = office.rules()
    office.close()
    office.open(str(marked))
    assert office.press("clear-marks") == "已清除校验留下的全部标记。"
    assert "校验结果" not in office.sheets()
    assert not [rule for rule in office.rules() if "ziping-" in rule[2]]
    assert not [note for *_, note in office.annotations() if "【自评】" in note]
    assert [rule for rule in before if "ziping-" in rule[2]]


@pytest.mark.usefixtures("opened")
def test_a_sheet_of_that_name_that_is_not_ours_is_left_alone(office: Office) -> None:
    office.press("check")
    office.put_text("校验结果", "A1", "我自己的表")
    assert "不是自评插件写的" in office.press("check")
    assert "不是自评插件写的" in office.press("clear-marks")
    assert office.get("校验结果", "A1")["text"] == "我自己的表"


@pytest.mark.usefixtures("opened")
def test_a_protected_sheet_is_checked_and_not_marked(office: Office) -> None:
    office.protect("整体自评表")
    said = office.press("check")
    assert "“整体自评表”表受保护" in said
    assert "只加了批注" in said
    assert not [rule for rule in office.rules() if "ziping-" in rule[2]]
    assert [note for *_, note in office.annotations() if note.startswith("【自评】")]
    assert not [sheet for sheet, _, note in office.annotations() if sheet == "整体自评表"]


def test_the_report_is_written_and_opened(opened: Path, office: Office, person: Person) -> None:
    target = person.home / "报告.docx"
    assert office.press("report", target=str(target)).startswith(f"报告已写入 {target}")
    assert zipfile.is_zipfile(target)
    assert any(url.endswith(".docx") for url in office.documents())
    assert opened.read_bytes() == LIUYANG.read_bytes()


@pytest.mark.usefixtures("opened")
def test_the_report_tells_what_was_typed_and_not_yet_saved(office: Office, person: Person) -> None:
    evaluation = read_workbook(LIUYANG)
    row = next(r for r in evaluation.overall.indicators if r.actual is not None and r.actual.place is not None)
    office.put_text(row.actual.place.sheet, row.actual.place.cell, "尚未保存的完成情况")
    target = person.home / "未保存.docx"
    office.press("report", target=str(target))
    with zipfile.ZipFile(target) as archive:
        assert "尚未保存的完成情况" in archive.read("word/document.xml").decode()


def test_the_open_workbook_is_never_the_target(opened: Path, office: Office) -> None:
    assert "就是当前打开的工作簿" in office.press("finalize", target=str(opened), force=True)
    assert opened.read_bytes() == LIUYANG.read_bytes()


@pytest.mark.usefixtures("opened")
def test_finalize_asks_while_errors_stand(office: Office, person: Person) -> None:
    target = person.home / "送审版.xlsx"
    assert office.press("finalize", target=str(target), force=False) == "已取消，没有改动。"
    assert not target.exists()
    assert office.press("finalize", target=str(target), force=True).startswith("送审版已写入")
    book = openpyxl.load_workbook(target)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.usefixtures("opened")
def test_finalize_refuses_marks(office: Office, person: Person) -> None:
    office.press("check")
    assert "清除标记" in office.press("finalize", target=str(person.home / "x.xlsx"), force=True)


def test_explain_tells_the_rule_of_the_selected_score(office: Office, person: Person) -> None:
    office.open(str(person.copy(NATIONAL)))
    office.put_value("项目自评表1", "H13", 10)
    office.put_text("项目自评表1", "E13", "≥95%")
    office.put_text("项目自评表1", "F13", "90%")
    office.select("项目自评表1", "I13")
    assert "9.47分" in office.press("explain")
    office.select("项目自评表1", "J6")
    assert "执行率得分" in office.press("explain")
    office.select("项目自评表1", "A1")
    assert "没有 PERF 公式" in office.press("explain")


EXPLAINED = {
    "arguments that are calculations": ('=PERF_SCORE(5*2;"≥"&95&"%";B1)', "9.47分"),
    "texts and numbers": ('=PERF_SCORE(10;"≥95%";"90%")', "9.47分"),
    "a blank actual": ('=PERF_SCORE(10;"≥95%";Z9)', "还没有填写"),
    "another sheet": ("=PERF_SCORE(10;$'数 据'.A1;B1)", "9.47分"),
    "a standard that cannot be applied": ('=PERF_SCORE(10;"很好";"一般")', "A1"),
    "a total": ("=PERF_TOTAL(B2:B3)", "2 个单元格"),
    "a total of totals": ("=PERF_TOTAL(PERF_TOTAL(B2:B3)+B1)", "空缺时返回空白。\n结果："),
    "a rate of something that is no number": ('=PERF_RATE("约291";B1)', "结果：不能计算，执行数应为数字，实际为“约291”，请改正。"),
}


@pytest.mark.parametrize(("formula", "said"), EXPLAINED.values(), ids=EXPLAINED.keys())
def test_explain_reads_any_arguments(formula: str, said: str, office: Office) -> None:
    office.open()
    sheet = office.sheets()[0]
    office.add_sheet("数 据")
    office.put_text("数 据", "A1", "≥95%")
    office.put_value(sheet, "B1", 0.9)
    office.put(sheet, "A1", formula)
    office.select(sheet, "A1")
    assert said in office.press("explain")


def test_recalculate_computes_everything_again(office: Office, person: Person) -> None:
    from calc import spellings

    path = person.home / "stale.xlsx"
    spellings.write(path)
    office.open(str(person.own(path)))
    assert office.get(spellings.SHEET, "C1")["value"] == 9.5  # as it was stored
    assert office.press("recalculate").startswith("已重新计算")
    assert office.get(spellings.SHEET, "C1")["text"] == spellings.POINTS


@pytest.mark.usefixtures("opened")
def test_prose_checks_the_narrative_and_a_report(office: Office, person: Person) -> None:
    assert office.press("prose").startswith("核对了报告素材 ")
    text = person.home / "稿.txt"
    text.write_text("支出共100万元，其中基本支出60万元，项目支出30万元。\n", encoding="utf-8")
    errata = person.home / "勘误.docx"
    said = office.press("prose", source=str(person.own(text)), agree=True, target=str(errata))
    assert said == f"勘误表已写入 {errata}。"
    assert zipfile.is_zipfile(errata)


def test_a_new_workbook_is_made_and_opened(office: Office, person: Person) -> None:
    office.open()
    target = person.home / "新.xlsx"
    assert office.press("new", scheme="liuyang-2021", unit="某某局", year="2022", target=str(target)) == f"自评工作簿已建立：{target}"
    assert read_workbook(target).unit == "某某局"
    assert any(url.endswith(".xlsx") for url in office.documents())
    assert "年份" in office.press("new", scheme="liuyang-2021", unit="某某局", year="去年", target=str(target))


def test_carry_over_fills_blank_cells_after_a_yes(office: Office, person: Person) -> None:
    """Last year's figures arrive in blank cells; a no changes nothing."""
    blank = person.copy(ROOT / "workbooks" / "liuyang-2021.xlsx")
    office.open(str(blank))
    unit, year = settings_cells(blank)
    office.put_text(*unit, read_workbook(LIUYANG).unit)
    office.put_value(*year, 2021)
    office.put_value("基础数据表", "B8", 7)
    last = person.copy(LIUYANG, "上年.xlsx")
    office.set_modified(False)
    said = office.press("carry-over", source=str(last), agree=False)
    assert not office.modified()
    assert said == "已取消，没有改动。"
    assert office.press("carry-over", source=str(last), agree=True).startswith("已写入 ")
    assert office.get("基础数据表", "B8")["value"] == 7
    assert office.get("基础数据表", "B9")["type"] == "VALUE"
    assert office.modified()


def settings_cells(path: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    """Where a workbook's settings hold the unit and the year."""
    settings = read_workbook(path).settings
    return tuple((settings[name].place.sheet, settings[name].place.cell) for name in ("单位名称", "评价年度"))  # type: ignore[return-value]


def test_a_project_is_added_in_a_workbook_of_its_own(opened: Path, office: Office, person: Person) -> None:
    target = person.home / "增项目.xlsx"
    said = office.press("add-project", name="新项目", target=str(target))
    assert said.startswith("已增加项目“新项目”")
    assert len(read_workbook(target).projects) == len(read_workbook(LIUYANG).projects) + 1
    assert opened.read_bytes() == LIUYANG.read_bytes()


def test_a_first_project_is_added_to_a_workbook_that_calc_spells_in_its_own_way(office: Office, person: Person) -> None:
    office.open(str(person.copy(SAMPLES / "furong-2022.xlsx")))
    target = person.home / "增首个项目.xlsx"
    assert office.press("add-project", name="新项目", target=str(target)).startswith("已增加项目“新项目”")
    assert [form.project.text for form in read_workbook(target).projects] == ["新项目"]


def test_a_form_from_elsewhere_is_adopted(office: Office, person: Person) -> None:
    office.open()
    target = person.home / "采用.xlsx"
    said = office.press("adopt", source=str(person.copy(LIUYANG, "下发.xlsx")), target=str(target))
    assert said.startswith(f"自评工作簿已建立：{target}")
    assert read_workbook(target).forms


@pytest.fixture
def accounted(office: Office, person: Person) -> tuple[Path, Path]:
    """A blank workbook, open, and the final accounts of the same body and year."""
    book, accounts = person.home / "待填.xlsx", person.home / "决算导出.xlsx"
    build_workbook(blank("liuyang-2021", final_accounts.BODY, final_accounts.YEAR), book)
    final_accounts.draw(final_accounts.choice(1), accounts)
    office.open(str(person.own(book)))
    return book, person.own(accounts)


def test_accounts_are_imported_after_a_yes_as_the_command_would(accounted: tuple[Path, Path], office: Office) -> None:
    book, accounts = accounted
    wanted = import_accounts_file(book, accounts).carried
    before, filled = book.read_bytes(), {(entry.target.sheet, entry.target.cell): entry.text for entry in wanted}
    assert len(filled) > 5
    assert office.press("import-accounts", source=str(accounts), agree=False) == "已取消，没有改动。"
    assert not office.modified()
    assert office.press("import-accounts", source=str(accounts), agree=True).startswith(f"已写入 {len(filled)} 处")
    for (sheet, cell), text in filled.items():
        assert Decimal(repr(office.get(sheet, cell)["value"])) == Decimal(text), (sheet, cell)
    assert book.read_bytes() == before
    sheet, cell = next(iter(filled))
    office.undo()
    assert office.get(sheet, cell)["type"] == "EMPTY"
    assert not office.undo_titles()


def test_what_differs_from_the_accounts_is_told_and_kept(accounted: tuple[Path, Path], office: Office) -> None:
    book, accounts = accounted
    entry = import_accounts_file(book, accounts).carried[0]
    office.put_value(entry.target.sheet, entry.target.cell, 987.65)
    said = office.press("import-accounts", source=str(accounts), agree=True)
    assert "另有 1 处已填有不同的内容" in said
    assert f"{entry.target}  {entry.what}：表中 987.65，来源 {entry.text}" in said
    assert office.get(entry.target.sheet, entry.target.cell)["value"] == 987.65


@pytest.mark.usefixtures("opened")
def test_accounts_that_are_none_are_refused_in_a_sentence(office: Office, person: Person) -> None:
    text = person.home / "决算.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "不是决算"
    book.save(text)
    office.set_modified(False)
    said = office.press("import-accounts", source=str(person.own(text)), agree=True)
    assert said
    assert not office.modified()


@pytest.mark.usefixtures("opened")
def test_help_shows_the_sheet_or_the_list(office: Office) -> None:
    assert office.press("help") == ""
    assert office.active_sheet() == "使用说明"
    office.close()
    office.open()
    assert "PERF_SCORE" in office.press("help")


def test_doctor_and_about(office: Office) -> None:
    office.open()
    assert "安装完好" in office.press("doctor")
    assert __version__ in office.press("about")


WITHOUT = {"check": {}, "report": {"target": "x.docx"}, "doctor": {}}


@pytest.mark.parametrize("command", WITHOUT)
@pytest.mark.usefixtures("opened")
def test_without_the_program_one_sentence_says_what_to_do(command: str, office: Office, person: Person) -> None:
    configuration = person.home / ".config" / "ziping" / "calc-program.txt"
    configuration.parent.mkdir(parents=True, exist_ok=True)
    configuration.write_text("/nowhere/ziping\n", encoding="utf-8")
    try:
        said = office.press(command, **WITHOUT[command])
    finally:
        configuration.unlink()
    assert "/nowhere/ziping" in said
    assert "Traceback" not in said


def test_a_book_that_is_no_self_evaluation_is_refused_with_a_reason(office: Office) -> None:
    office.open()
    said = office.press("check")
    assert "\n" not in said
    assert said.endswith("。")
    assert office.sheets() == ["Sheet1"]


@pytest.mark.usefixtures("opened")
def test_a_command_is_asked_nothing_when_quiet(office: Office) -> None:
    assert office.press("report") == "缺少参数 target，请随命令给出。"
