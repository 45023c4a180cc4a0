"""The 送审版: same values, no formulas, no links, locked; every part that need not change is kept byte for byte."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from random import Random

import openpyxl
import pytest
from checks.filled import filled

from ziping import resources
from ziping.checks import check, write_workbook
from ziping.forms import read_workbook
from ziping.forms.build import build_workbook
from ziping.marks import SHEET
from ziping.refusal import Refusal
from ziping.workbooks import adopt, finalize, plan_adoption, recalculate_file

SAMPLES = {path.stem: path for path in resources.samples()}
CLEAN = [name for name in SAMPLES if name in ("liuyang-2021", "zhanjiang-2021", "furong-2022")]
BASELESS = ("liuyang-2021", "zhanjiang-2021")  # which state a total and were published without the scores


def cells(path: Path, values: bool) -> dict[tuple[str, str], object]:
    book = openpyxl.load_workbook(path, data_only=values)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}


@pytest.mark.parametrize("name", CLEAN)
def test_values_stay_and_formulas_go(name: str, tmp_path: Path) -> None:
    out = tmp_path / "送审.xlsx"
    before = SAMPLES[name].read_bytes()
    finalize(SAMPLES[name], out, force=name in BASELESS)
    assert SAMPLES[name].read_bytes() == before
    shown = {key: value for key, value in cells(SAMPLES[name], values=True).items() if str(value).strip()}
    final = {key: value for key, value in cells(out, values=False).items() if str(value).strip()}
    assert final == shown
    with zipfile.ZipFile(out) as archive:
        assert not [part for part in archive.namelist() if part.startswith("xl/worksheets/sheet") and re.search(rb"<f[ >/]", archive.read(part))]
    assert all(sheet.protection.sheet for sheet in openpyxl.load_workbook(out))


@pytest.mark.parametrize("name", CLEAN)
def test_only_forms_stay_in_sight(name: str, tmp_path: Path) -> None:
    out = tmp_path / "送审.xlsx"
    finalize(SAMPLES[name], out, force=name in BASELESS)
    book = openpyxl.load_workbook(out)
    hidden = {sheet.title for sheet in book if sheet.sheet_state != "visible"}
    assert hidden == {"设置", "报告素材", "使用说明"} & set(book.sheetnames)
    assert book.active.title not in hidden
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == [book.active.title]
    assert {sheet.title for sheet in book if sheet.print_area or sheet.print_title_rows} == set(book.sheetnames) - hidden


def test_every_cell_is_locked(tmp_path: Path) -> None:
    out = tmp_path / "送审.xlsx"
    finalize(SAMPLES["liuyang-2021"], out, force=True)
    unlocked = [cell.coordinate for sheet in openpyxl.load_workbook(out) for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked == []


def test_the_final_version_reads_like_the_workbook(tmp_path: Path) -> None:
    out = tmp_path / "送审.xlsx"
    finalize(SAMPLES["zhanjiang-2021"], out, force=True)
    ours, final = read_workbook(SAMPLES["zhanjiang-2021"]), read_workbook(out)
    assert (final.unit, final.year) == (ours.unit, ours.year)
    assert final.scoring.total_score.value == ours.scoring.total_score.value
    assert [line.current.value for line in final.ledger.lines if line.current] == [line.current.value for line in ours.ledger.lines if line.current]


@pytest.mark.parametrize("name", BASELESS)
def test_a_total_without_a_single_score_stops_it_unless_forced(name: str, tmp_path: Path) -> None:
    out = tmp_path / "送审.xlsx"
    assert check(SAMPLES[name]).counts["error"] == 0
    with pytest.raises(Refusal, match="还有 1 处总分没有一项得分作依据"):
        finalize(SAMPLES[name], out)
    assert not out.exists()
    assert "complete-total-basis" in {finding.code for finding in finalize(SAMPLES[name], out, force=True)}


def test_errors_stop_it_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "送审.xlsx"
    with pytest.raises(Refusal, match="错误"):
        finalize(SAMPLES["liuyang-2020"], out)
    assert not out.exists()
    findings = finalize(SAMPLES["liuyang-2020"], out, force=True)
    assert out.exists()
    assert any(finding.severity == "error" for finding in findings)


@pytest.mark.parametrize("scheme", ["furong-2022", "liuyang-2021", "national-project-2020"])
def test_a_total_that_waits_for_a_score_stops_it_unless_forced(scheme: str, tmp_path: Path) -> None:
    evaluation = filled(scheme, Random(3))
    form = next(form for form in (evaluation.overall, evaluation.scoring, *evaluation.projects) if form is not None)
    row = form.indicators[0]
    build_workbook(evaluation, tmp_path / "齐全.xlsx")
    assert finalize(tmp_path / "齐全.xlsx", tmp_path / "齐全送审.xlsx") is not None
    row.actual = row.score = None
    book, out = tmp_path / "自评表.xlsx", tmp_path / "送审.xlsx"
    build_workbook(evaluation, book)
    assert check(book).counts["error"] == 0
    with pytest.raises(Refusal, match="1 处总分空白（首处：.+!.+）"):
        finalize(book, out)
    assert not out.exists()
    finalize(book, out, force=True)
    assert out.exists()


def test_a_workbook_without_unit_and_year_stops_it_unless_forced(tmp_path: Path) -> None:
    evaluation = filled("national-project-2020", Random(3))
    evaluation.unit, evaluation.year = "", None
    for caption in ("单位名称", "评价年度"):
        evaluation.settings.pop(caption, None)
    for form in evaluation.forms:
        form.unit = form.year = None
    book, out = tmp_path / "自评表.xlsx", tmp_path / "送审.xlsx"
    build_workbook(evaluation, book)
    with pytest.raises(Refusal, match="还有 单位名称（设置!B.）、评价年度（设置!B.）空白，"):
        finalize(book, out)
    assert not out.exists()
    finalize(book, out, force=True)
    assert out.exists()


def _changed(source: Path, target: Path, parts: dict[str, bytes], replaced: dict[str, tuple[str, str]]) -> Path:
    """A copy of a workbook with further parts, and with texts replaced in some."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in replaced:
                found, instead = replaced[name]
                assert found in content.decode(), name
                content = content.decode().replace(found, instead, 1).encode()
            new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name, content)
    return target


LINK = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>'
)


def test_external_links_are_cut_and_other_parts_kept(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    book = _changed(
        SAMPLES["furong-2022"], tmp_path / "带链接.xlsx",
        {"xl/externalLinks/externalLink1.xml": LINK, "xl/media/seal.png": b"\x89PNG seal"},
        {
            "xl/_rels/workbook.xml.rels": ("</Relationships>", f'<Relationship Id="rIdX" Type="{kind}" Target="externalLinks/externalLink1.xml"/></Relationships>'),
            "xl/workbook.xml": ("</sheets>", '</sheets><externalReferences><externalReference r:id="rIdX"/></externalReferences>'),
            "[Content_Types].xml": (
                "</Types>",
                '<Override PartName="/xl/externalLinks/externalLink1.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>',
            ),
        },
    )  # fmt: skip
    out = tmp_path / "送审.xlsx"
    finalize(book, out)
    with zipfile.ZipFile(out) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name]
        assert b"xternal" not in archive.read("xl/workbook.xml")
        assert b"externalLink" not in archive.read("xl/_rels/workbook.xml.rels") + archive.read("[Content_Types].xml")
        assert archive.read("xl/media/seal.png") == b"\x89PNG seal"
        with zipfile.ZipFile(book) as source:
            assert archive.read("docProps/core.xml") == source.read("docProps/core.xml")


def test_a_formula_that_was_never_computed_is_refused(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(SAMPLES["furong-2022"])  # saved by a library that drops what formulas showed
    book.save(tmp_path / "未算.xlsx")
    with pytest.raises(Refusal, match="重算|没有"):
        finalize(tmp_path / "未算.xlsx", tmp_path / "送审.xlsx", force=True)
    assert not (tmp_path / "送审.xlsx").exists()


def test_only_xlsx_can_be_finalized(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="xlsx"):
        finalize(tmp_path / "旧.xls", tmp_path / "送审.xlsx")


def _with_findings(book: Path) -> None:
    """A workbook with 校验结果, as 校验 leaves it in an open one."""
    write_workbook(check(book), findings := book.with_name("结果.xlsx"))
    pages, opened = openpyxl.load_workbook(findings), openpyxl.load_workbook(book, data_only=True)
    sheet = opened.create_sheet(SHEET)
    for row in pages[SHEET].iter_rows(values_only=True):
        sheet.append(row)
    opened.save(book)


def test_marks_of_a_check_do_not_leave_the_house(tmp_path: Path) -> None:
    book, out = tmp_path / "自评表.xlsx", tmp_path / "送审.xlsx"
    book.write_bytes(SAMPLES["liuyang-2021"].read_bytes())
    _with_findings(book)
    with pytest.raises(Refusal, match="清除标记"):
        finalize(book, out, force=True)
    assert not out.exists()


def test_what_a_form_was_taken_for_is_not_sent(tmp_path: Path) -> None:
    adopted, out = tmp_path / "自评表.xlsx", tmp_path / "送审.xlsx"
    adopt(plan_adoption(SAMPLES["liuyang-2021"]), adopted)
    finalize(adopted, out, force=True)
    assert openpyxl.load_workbook(out)["识别说明"].sheet_state == "hidden"


STRICT = (
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)


def test_a_strict_workbook_is_refused(tmp_path: Path) -> None:
    book, out = tmp_path / "自评表.xlsx", tmp_path / "送审.xlsx"
    with zipfile.ZipFile(SAMPLES["liuyang-2021"]) as old, zipfile.ZipFile(book, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for usual, strict in STRICT:
                content = content.replace(usual.encode(), strict.encode())
            new.writestr(name, content)
    for make in (lambda: finalize(book, out, force=True), lambda: recalculate_file(book, out)):
        with pytest.raises(Refusal, match="另存为"):
            make()
    assert not out.exists()


def test_a_library_s_warnings_reach_nobody(tmp_path: Path, recwarn) -> None:
    extension = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    book = _changed(SAMPLES["furong-2022"], tmp_path / "自评表.xlsx", {}, {"xl/worksheets/sheet1.xml": ("</worksheet>", extension)})
    finalize(book, tmp_path / "送审.xlsx")
    assert [str(each.message) for each in recwarn] == []
