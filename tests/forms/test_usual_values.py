"""Values and merged cells of a sheet that is written as usual are those that python-calamine reads; any other sheet is left to it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum, XmlError

from forms.test_files import SEEDS, drawn, save
from ziping.forms import ooxml
from ziping.forms.files import Unreadable, read_file
from ziping.forms.grid import Raw, Span
from ziping.forms.reading import read_workbook
from ziping.forms.usual import usual_sheet, usual_strings
from ziping.forms.xmlparts import Broken, read_part

SOFFICE = shutil.which("soffice")
BOOKS = sorted((Path(__file__).parents[2] / "workbooks").rglob("*.xlsx"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRINGS = '<si><t>一级指标</t></si><si><t xml:space="preserve"> 得分\n</t></si><si><t></t></si><si><t>A&amp;B</t><phoneticPr fontId="1" type="noConversion"/></si>'
RUNS = '<si><r><rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">如 </t></r><r><t>PERF&amp;&#10;表</t></r><phoneticPr fontId="1"/></si>'
STYLES = '<numFmts count="2"><numFmt numFmtId="176" formatCode="0.00_ "/><numFmt numFmtId="177" formatCode="yyyy/m/d"/></numFmts>', (0, 176, 177, 14, 10)
SHEET = '<sheet name="表" sheetId="1" r:id="rId1"/>'
RELATION = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'


def packed(cells: str, behind: str = "", *, before: str = "", strings: str | None = STRINGS, codes: str = STYLES[0], styles: tuple[int, ...] = STYLES[1],
           sheets: str = SHEET, relations: str = RELATION, names: tuple[str, str, str] = (ooxml.WORKBOOK, ooxml.STRINGS, ooxml.STYLES)) -> bytes:  # fmt: skip
    """A small workbook with its parts written out."""
    workbook, texts, looks = names
    xfs = "".join(f'<xf numFmtId="{style}"/>' for style in styles)
    about = f'<Relationship Id="rId8" Type="{OFFICE}/styles" Target="{looks.removeprefix("xl/")}"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="r"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{workbook}"/></Relationships>',
        workbook: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        f"{workbook.rpartition('/')[0]}/_rels/{workbook.rpartition('/')[2]}.rels": f'<Relationships xmlns="r">{relations}{about}</Relationships>',
        looks: f'<styleSheet xmlns="{MAIN}">{codes}<cellXfs>{xfs}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{before}<sheetData>{cells}</sheetData>{behind}</worksheet>',
    }
    if strings is not None:
        parts[texts] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return stream.getvalue()


Read = list[tuple[str, bool, list[list[Raw]], list[Span]]]  # of each sheet: its name, whether it is hidden, values and merged cells


def scanned(content: bytes) -> Read | None:
    """What is read without python-calamine; None where that has to be asked, or the workbook is refused."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        try:
            index = ooxml.index_of(package, ooxml.workbook_part(package) or "")
            styles = ooxml.Styles(package, index.styles)
            strings = usual_strings(read_part(package, ooxml.STRINGS)) if ooxml.STRINGS in package.namelist() else []
            if index.listed is None or strings is None or styles.plain is None:
                return None
            read = []
            for name, hidden in index.listed:
                sheet = usual_sheet(read_part(package, index.parts[name]), strings, styles.plain, styles.told)
                values = sheet and sheet.values
                if sheet is None or values is None:
                    return None
                assert [[(column, value) for column, value in enumerate(row) if value != ""] for row in values.rows] == [
                    [cell for cell in values.written.get(number, ()) if cell[1] != ""] for number in range(len(values.rows))
                ]
                read.append((name, hidden, values.rows, list(sheet.merges)))
        except Broken:
            return None
    return read


def by_calamine(content: bytes) -> Read | None:
    """The same by python-calamine; None where it refuses the workbook."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [book.get_sheet_by_index(number) for number in range(len(book.sheet_names))]
        hidden = [meta.visible is not SheetVisibleEnum.Visible for meta in book.sheets_metadata]
    except (CalamineError, XmlError):
        return None
    return [
        (sheet.name, unseen, sheet.to_python(skip_empty_area=False), [(*first, *last) for first, last in sheet.merged_cell_ranges or ()])
        for sheet, unseen in zip(sheets, hidden, strict=True)
    ]  # fmt: skip


def kinds(read: Read | None) -> list:
    """The same with the types of the values, so that 1, 1.0 and True are three."""
    return [(name, hidden, [[(type(value), str(value)) for value in row] for row in rows], merges) for name, hidden, rows, merges in read or ()]


def row(*cells: str, number: int = 2, attributes: str = "") -> str:
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


USUAL = {  # cells of a row, and the values of the row
    "numbers": ('<c r="A2"><v>1</v></c><c r="B2" s="1"><v>-0.50</v></c><c r="C2" t="n"><v>1.5E-3</v></c><c r="D2" s="4"><v>98765432109876543210</v></c>', [1.0, -0.5, 0.0015, 98765432109876543210.0]),
    "shared texts": ('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" s="2" t="s"><v>3</v></c>', ["一级指标", " 得分\n", "", "A&B"]),
    "results of formulas": ('<c r="A2" t="str"><f>B2&amp;""</f><v> 万元 &lt;</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="b"><f>TRUE</f><v>1</v></c><c r="D2" t="b"><v>0</v></c>', [" 万元 <", 2.0, True, False]),
    "a text without a sign at the end of a row counts": ('<c r="A2"><v>1</v></c><c r="C2" t="str"><f>""</f><v></v></c>', [1.0, "", ""]),
    "a formula without a result and a styled cell do not": ('<c r="A2"><v>1</v></c><c r="C2"><f>A2</f></c><c r="D2"><f>A2</f><v/></c><c r="E2" s="1"/>', [1.0]),
    "errors are blank": ('<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2" t="e"><v>#N/A</v></c>', ["", ""]),
    "texts in their cells": ('<c r="A2" t="inlineStr"><is><t>其中：</t></is></c><c r="B2" t="inlineStr"><is><t xml:space="preserve"> a&#10;b </t></is></c>', ["其中：", " a\nb "]),
    "characters by their numbers": ('<c r="A2" t="str"><v>&#24471;&#x5206;&#x1F600;</v></c><c r="B2" t="inlineStr"><is><t>&#12288;a</t></is></c>', ["得分\U0001f600", "\u3000a"]),
    "wide blanks around a text are part of it": ('<c r="A2" t="inlineStr"><is><t>\u3000其中\u00a0</t></is></c>', ["\u3000其中\u00a0"]),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "values"), USUAL.values(), ids=USUAL)
def test_values_that_are_written_as_usual_are_read_as_python_calamine_reads_them(cells: str, values: list[Raw]) -> None:
    content = packed(row(cells), '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>')
    read = scanned(content)
    assert kinds(read) == kinds([("表", False, [[""] * len(values), values], [(0, 0, 2, 1)])])
    assert kinds(read) == kinds(by_calamine(content))


ONE = row('<c r="A2"><v>1</v></c>')
OTHERWISE = {
    "a date": packed(row('<c r="A2" s="2"><v>44000</v></c>')),
    "a date of a code that is built in": packed(row('<c r="A2" s="3"><v>44000</v></c>')),
    "a number of a style that is not there": packed(row('<c r="A2" s="9"><v>1</v></c>')),
    "a date as a text": packed(row('<c r="A2" t="d"><v>2020-01-01</v></c>')),
    "a number that is none": packed(row('<c r="A2"><v> 1</v></c>')),
    "a number with a sign before it": packed(row('<c r="A2"><v>+1</v></c>')),
    "a shared text that is not there": packed(row('<c r="A2" t="s"><v>4</v></c>')),
    "a shared text by a sign": packed(row('<c r="A2" t="s"><v>-1</v></c>')),
    "a truth that is neither": packed(row('<c r="A2" t="b"><v>true</v></c>')),
    "an error that only newer programs know": packed(row('<c r="A2" t="e"><v>#SPILL!</v></c>')),
    "a kind that nobody knows": packed(row('<c r="A2" t="x"><v>1</v></c>')),
    "a text in a cell of numbers": packed(row('<c r="A2"><is><t>1</t></is></c>')),
    "a cell for a text without one": packed(row('<c r="A2" t="inlineStr"><v>1</v></c>')),
    "a line's end of an old program by its number": packed(row('<c r="A2" t="str"><v>&#13;</v></c>')),
    "a character that is none, by its number": packed(row('<c r="A2" t="str"><v>&#xffff;</v></c>')),
    "a number that no character has": packed(row('<c r="A2" t="str"><v>&#x110000;</v></c>')),
    "a number in the old way, one of its signs by a number": packed(row('<c r="A2" t="str"><v>&#95;x0041_</v></c>')),
    "a character by its name in the old way": packed(row('<c r="A2" t="str"><v>_x000D_</v></c>')),
    "blanks around a text that are not kept": packed(row('<c r="A2" t="inlineStr"><is><t> 1</t></is></c>')),
    "cells of a row in another order": packed(row('<c r="B2"><v>1</v></c><c r="A2"><v>2</v></c>')),
    "two cells at one place": packed(row('<c r="B2"><v>1</v></c><c r="B2"><v>3</v></c>')),
    "rows in another order": packed(ONE + row('<c r="A1"><v>1</v></c>', number=1)),
    "a cell far below": packed(row('<c r="A10000"><v>1</v></c>', number=10000)),
    "a cell far to the right": packed(row('<c r="AAA2"><v>1</v></c>')),
    "a shared text in parts, one of them with blanks that are not kept": packed(ONE, strings="<si><r><t>一</t></r><r><t> 级</t></r></si>"),
    "a shared text with how it is spoken": packed(ONE, strings='<si><t>一</t><rPh sb="0" eb="1"><t>yi</t></rPh></si>'),
    "a shared text without its text": packed(ONE, strings="<si/>" + STRINGS),
    "a shared text with an attribute": packed(ONE, strings='<si x="1"><t>a</t></si>' + STRINGS),
    "a shared text with blanks that are not kept": packed(ONE, strings="<si><t> a</t></si>"),
    "a shared text with a line's end that is not kept": packed(ONE, strings="<si><t>a&#10;</t></si>"),
    "shared texts that are cut off": packed(ONE, strings="<si><t>a</t></si><si>"),
    "shared texts under another name": packed(ONE, names=(ooxml.WORKBOOK, "xl/SharedStrings.xml", ooxml.STYLES)),
    "styles elsewhere": packed(ONE, names=(ooxml.WORKBOOK, ooxml.STRINGS, "xl/looks.xml")),
    "a workbook elsewhere": packed(ONE, names=("xl/book.xml", ooxml.STRINGS, ooxml.STYLES)),
    "styles that are cut off": packed(ONE, codes="<numFmts>"),
    "two codes under one number": packed(row('<c r="A2" s="1"><v>1</v></c>'), codes=STYLES[0].replace('"177"', '"176"')),
    "a number of a code with a nought before it": packed(row('<c r="A2" s="1"><v>1</v></c>'), codes=STYLES[0].replace('"176"', '"0176"')),
    "a sheet of charts": packed(ONE, relations=RELATION.replace("/worksheet", "/chartsheet")),
    "a sheet in another folder": packed(ONE, relations=RELATION.replace('"worksheets', '"./worksheets')),
    "a sheet that is neither seen nor hidden": packed(ONE, sheets=SHEET.replace(" r:id", ' state="seen" r:id')),
    "another prefix for the relation": packed(ONE, sheets=SHEET.replace("r:id", f'xmlns:q="{OFFICE}" q:id')),
    "two sheets of one name": packed(ONE, sheets=SHEET + SHEET),
    "a line's end in a name": packed(ONE, sheets=SHEET.replace("表", "表&#10;")),
}  # fmt: skip


@pytest.mark.parametrize("content", OTHERWISE.values(), ids=OTHERWISE)
def test_what_is_written_otherwise_is_left_to_python_calamine(content: bytes) -> None:
    assert scanned(packed(ONE)) is not None
    assert scanned(content) is None


CODES = [  # number formats, and whether a number under one is a number for every program
    ("General", True), ("0", True), ("0.00", True), ("#,##0.00", True), ("0.00%", True), ("@", True), ("0.00_ ", True), ("0.00_);[Red](0.00)", True), ("# ?/?", True),
    ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', True), ('0.00"元"', True), ('[Red]0', True), ("[$¥-804]#,##0.00", True), (r"0.0\ ", True), ("G/通用格式", True),
    ("yyyy-m-d", False), ("yyyy/m/d;@", False), ('yyyy"年"m"月"', False), ("h:mm", False), ("[h]:mm", False), ("[$-804]yyyy/m/d", False), ("mm:ss.0", False), ("上午/下午h", False),
    ('0"d"', False), ("0d", False), ("[DBNum1]General", False), ("A", False),
]  # fmt: skip


def test_a_package_that_has_lost_some_bytes_is_left_to_python_calamine() -> None:
    content = packed(ONE)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        package.infolist()[-1].header_offset -= 1
        assert ooxml.index_of(package, ooxml.WORKBOOK).listed is None


@pytest.mark.parametrize(("code", "plain"), CODES)
def test_a_number_is_read_as_one_where_its_code_writes_no_date(code: str, plain: bool) -> None:
    written = code.replace('"', "&quot;")
    content = packed(row('<c r="A2" s="1"><v>1.5</v></c>'), codes=f'<numFmts count="1"><numFmt numFmtId="176" formatCode="{written}"/></numFmts>', styles=(0, 176))
    read = scanned(content)
    assert (read is not None) == plain
    assert read is None or kinds(read) == kinds(by_calamine(content))


@pytest.mark.parametrize("number", range(60))
def test_a_code_that_is_built_in_is_never_taken_for_a_number_where_it_is_a_date(number: int) -> None:
    content = packed(row('<c r="A2" s="0"><v>1.5</v></c>'), styles=(number,))
    read = scanned(content)
    assert (read is not None) == (number < 14 or 37 <= number < 45 or number in (48, 49))
    assert read is None or kinds(read) == kinds(by_calamine(content))


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_our_own_workbooks_are_read_without_python_calamine(path: Path) -> None:
    content = path.read_bytes()
    read = scanned(content)
    assert read is not None
    assert kinds(read) == kinds(by_calamine(content))


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save([drawn(seed, f"表{seed}") for seed in SEEDS], tmp_path_factory.mktemp("forms") / "forms.xlsx")


def test_forms_that_openpyxl_writes_are_read_without_python_calamine(forms: Path) -> None:
    read = scanned(forms.read_bytes())
    assert read is not None
    assert kinds(read) == kinds(by_calamine(forms.read_bytes()))


@pytest.mark.skipif(not SOFFICE, reason="LEFT OUT: LibreOffice is not installed")
@pytest.mark.parametrize("path", [None, *BOOKS], ids=lambda path: path.stem if path else "forms")
def test_workbooks_that_libreoffice_writes_are_read_as_python_calamine_reads_them(path: Path | None, forms: Path, tmp_path: Path) -> None:
    command = [SOFFICE, f"-env:UserInstallation=file://{forms.parent / 'profile'}", "--headless", "--convert-to", "xlsx", "--outdir", tmp_path, path or forms]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    content = (tmp_path / (path or forms).name).read_bytes()
    read = scanned(content)
    assert read is not None
    assert kinds(read) == kinds(by_calamine(content))


def test_a_shared_text_in_parts_is_all_its_parts() -> None:
    content = packed(row('<c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>0</v></c>'), strings=STRINGS + RUNS)
    read = scanned(content)
    assert read is not None
    assert read[0][2] == [["", ""], ["如 PERF&\n表", "一级指标"]]
    assert kinds(read) == kinds(by_calamine(content))


def test_one_sheet_with_a_date_does_not_keep_the_others_from_being_read_as_usual(tmp_path: Path) -> None:
    import datetime

    book = openpyxl.Workbook()
    book.active.append(["填报日期", datetime.datetime(2021, 3, 4, tzinfo=None)])
    book.create_sheet("表").append(["得分", 98.5])
    book["表"].merge_cells("A2:B3")
    book["表"].sheet_state = "hidden"
    book.create_sheet("空")
    book.save(tmp_path / "b.xlsx")
    sheets, _ = read_file(tmp_path / "b.xlsx")
    assert [(sheet.name, sheet.hidden, sheet.rows, list(sheet.merges)) for sheet in sheets] == by_calamine((tmp_path / "b.xlsx").read_bytes())
    assert sheets[0].rows[0][1] == datetime.date(2021, 3, 4)
    assert (sheets[1].rows, sheets[1].hidden) == ([["得分", 98.5]], True)


PIECES = [
    '<c r="A1"', '<c r="B2"', ' s="1"', ' s="2"', ' t="s"', ' t="str"', ' t="e"', ' t="b"', ' t="n"', ' t="inlineStr"', ">", "/>", "<f>", "A3", "</f>", "<f/>", "<v>", "0", "1", "-2.5",
    "1e2", "#REF!", "万", "&amp;", "&#10;", "&#24471;", "&#95;", "&#13;", "_x0041_", " ", "</v>", "<v/>", "</c>", "<is><t>", '<is><t xml:space="preserve">', "</t></is>", "</row>", '<row r="3">', '<row r="1" hidden="1">',
]  # fmt: skip
CELLS = ['<c r="A1"><v>1</v></c>', '<c r="B2" s="1"><v>2.5</v></c>', '<c r="C1" t="s"><v>1</v></c>', '<c r="A3" t="str"><f>A1</f><v>a</v></c>', '<c r="D1" s="1"/>']


@given(st.lists(st.sampled_from(PIECES + CELLS), max_size=12), st.sampled_from(["", '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>', "<mergeCells/>", "<a>"]))
def test_whatever_the_cells_are_nothing_is_read_that_python_calamine_does_not_read(pieces: list[str], behind: str) -> None:
    content = packed(row("".join(pieces)), behind)
    read = scanned(content)
    assert read is None or kinds(read) == kinds(by_calamine(content))


@given(st.lists(st.sampled_from(["<si>", "<t>", "&#10;", "&#13;", '<t xml:space="preserve">', "a", " ", "&lt;", "&", "</t>", "</si>", "<si><t>b</t></si>", "<r>", "</r>", "<r><t>c</t></r>", "<r><t> d</t></r>", "<si/>", "<t/>", "_x0041_"]), max_size=10))
def test_whatever_the_shared_texts_are_nothing_is_read_that_python_calamine_does_not_read(pieces: list[str]) -> None:
    content = packed(row('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>'), strings="<si><t>a</t></si>" + "".join(pieces))
    read = scanned(content)
    assert read is None or kinds(read) == kinds(by_calamine(content))


def cut(content: bytes, part: str, at: float, put: bytes) -> bytes:
    """The package with a few bytes of a part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if name == part:
                place = int(at * len(xml))
                xml = xml[:place] + put + xml[place + max(1, len(put)) :]
            new.writestr(name, xml)
    return stream.getvalue()


SMALL = next(path for path in BOOKS if path.stem == "national-project-2020").read_bytes()
with zipfile.ZipFile(io.BytesIO(SMALL)) as _package:
    PARTS = [name for name in _package.namelist() if name.startswith("xl/w") or name in (ooxml.STRINGS, ooxml.STYLES)]


@given(st.sampled_from(PARTS), st.floats(0, 1, exclude_max=True), st.sampled_from([b"", b"<", b">", b"/", b'"', b" ", b"&", b"1", b"x", b"\0", b"\xff", b"<!--", b"</c>", b"<v>"]))
def test_a_workbook_with_a_few_bytes_changed_is_never_read_otherwise_than_by_python_calamine(part: str, at: float, put: bytes) -> None:
    content = cut(SMALL, part, at, put)
    read = scanned(content)
    assert read is None or kinds(read) == kinds(by_calamine(content))


REFUSED = {
    "styles that are cut off": packed(ONE, codes="<numFmts>"),
    "shared texts that are cut off": packed(ONE, strings="<si><t>a</t></si><si>"),
    "a sheet that is no XML behind its cells": packed(row('<c r="A2" t="inlineStr"><is><t>一级指标</t></is></c><c r="B2" t="inlineStr"><is><t>得分</t></is></c>'), "<pageSetup>"),
}  # fmt: skip


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_damaged_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="损坏"):
        read_workbook(path)
