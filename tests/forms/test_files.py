"""The same forms read the same from every kind of file, and every unreadable file is refused with one sentence."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from xlam import compound

from forms import drawing, variants
from ziping.forms.build import blank, build_workbook
from ziping.forms.files import Unreadable, read_grids
from ziping.forms.grid import Sheet, datum, text
from ziping.forms.listing import record_of
from ziping.forms.ooxml import Styles, tree_details
from ziping.forms.reading import examine_workbook, read_workbook

SEEDS = (3, 9, 17, 22, 31, 40, 58, 63)
SOFFICE = shutil.which("soffice")
needs_soffice = pytest.mark.skipif(not SOFFICE, reason="LEFT OUT: LibreOffice is not installed, .xls and .ods files cannot be made")


def save(sheets: list[tuple[Sheet, dict[tuple[int, int], str]]], path: Path) -> Path:
    """Grids as an .xlsx by openpyxl, with the number formats."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet, codes in sheets:
        page = book.create_sheet(sheet.name)
        for r, row in enumerate(sheet.rows):
            for c, value in enumerate(row):
                if value != "":
                    cell = page.cell(r + 1, c + 1, value)
                    if isinstance(value, str):
                        cell.data_type = "s"
                    if (r, c) in codes:
                        cell.number_format = codes[r, c]
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    book.save(path)
    return path


def drawn(seed: int, name: str) -> tuple[Sheet, dict[tuple[int, int], str]]:
    canvas = drawing.Canvas()
    how = variants.choice(seed)
    for number in range(how.projects):
        drawing.draw_form(canvas, how, variants.data(how, number))
        canvas.row += 2
    canvas = drawing.moved(canvas, how)
    return canvas.sheet(name), canvas.formats


def test_a_conditional_format_does_not_lend_its_code_to_the_cells(tmp_path: Path) -> None:
    """Its number is its own: openpyxl numbers the cells' codes anew and leaves that of the conditional format."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1"].number_format = 0.98765, "0.000"
    other = DifferentialStyle(numFmt=NumberFormat(numFmtId=164, formatCode="0.0"))
    book.active.conditional_formatting.add("A1", Rule(type="cellIs", operator="greaterThan", formula=["0"], dxf=other))
    book.save(tmp_path / "lent.xlsx")
    assert text(read_grids(tmp_path / "lent.xlsx")[0], 0, 0) == "0.988"


@needs_soffice
def test_every_kind_of_file_tells_a_number_that_its_format_scales(tmp_path: Path) -> None:
    """As openpyxl and LibreOffice write it; the .xlsx by way of its tree too."""
    cells = [(4030000, '0\\.0,"万"'), (4030000, "#,##0,"), (4030000, "0.00"), (0, "#,##0,")]
    rows, codes = [[value for value, _ in cells]], {(0, column): code for column, (_, code) in enumerate(cells)}
    path = save([(Sheet("表", rows), codes)], tmp_path / "scaled.xlsx")
    grids = [read_grids(path)[0]]
    with zipfile.ZipFile(path) as package:
        tree = tree_details(package.read("xl/worksheets/sheet1.xml"), Styles(package, "xl/styles.xml"))
    grids.append(Sheet("表", rows, details=tree))
    for kind in ("xls", "ods"):
        subprocess.run(
            [SOFFICE, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        grids.append(read_grids(tmp_path / f"scaled.{kind}")[0])
    for grid in grids:
        read = [datum(grid, 0, column) for column in range(len(cells))]
        assert [getattr(cell.error, "shown", None) for cell in read] == ["403.0", "4030", None, None]
        assert [cell.value for cell in read] == [None, None, 4030000, 0]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workbook with a sheet for each of some variants."""
    return save([drawn(seed, f"表{seed}") for seed in SEEDS], tmp_path_factory.mktemp("books") / "forms.xlsx")


@pytest.fixture(scope="module")
def converted(book: Path) -> dict[str, Path]:
    """The same workbook as LibreOffice writes it."""
    out = {}
    profile = book.parent / "profile"
    for kind in ("xls", "ods", "xlsx"):
        folder = book.parent / kind
        subprocess.run(
            [SOFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir", str(folder), str(book)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        out[kind] = folder / f"forms.{kind}"
    return out


def record(path: Path) -> dict:
    return record_of(examine_workbook(path)) | {"file": ""}


def test_a_file_reads_as_the_grids_it_was_made_from(book: Path) -> None:
    read = record(book)["forms"]
    wanted = [form | {"sheet": f"表{seed}"} for seed in SEEDS for form in variants.expected(variants.choice(seed))]
    assert [(form["sheet"], form["title"], len(form["indicators"])) for form in read] == [
        (form["sheet"], form["title"], len(form["indicators"])) for form in wanted
    ]


@needs_soffice
@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_every_kind_of_file_reads_the_same(kind: str, book: Path, converted: dict[str, Path]) -> None:
    assert record(converted[kind]) == record(book)


def package(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


WORD = package({
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target="word/document.xml"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "word/document.xml": b"<w/>",
})  # fmt: skip


def old(*names: str) -> bytes:
    """A compound file of streams of these names."""
    return compound.write({name: bytes(5000) for name in names})


DRAWING = package({
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target="drawing/document.xml"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "drawing/document.xml": b"<VisioDocument/>",
})  # fmt: skip
UNREADABLE = [
    ("an empty file", b"", "空文件"),
    ("a text file", "一级指标,二级指标".encode(), "不是 Excel 或 WPS 工作簿"),
    ("a web page saved as .xls", b"<html><table></table></html>", "另存为"),
    ("a zip that is no workbook", package({"a.txt": b"1"}), "不是工作簿"),
    ("a Word document", WORD, "不是工作簿"),
    ("a binary workbook", package({"xl/workbook.bin": b"1"}), "另存为"),
    ("a password-protected workbook", old("EncryptionInfo", "EncryptedPackage"), "密码"),
    ("an old Word document", old("WordDocument", "1Table"), "不是工作簿"),
    ("an old Word document with a workbook embedded", old("WordDocument", "ObjectPool/_1/Workbook"), "不是工作簿"),
    ("an .xls whose directory is cut off", old("Workbook")[:1100], "损坏"),
    ("a document of another program in a package", DRAWING, "不是工作簿"),
    ("a zip cut off", package({"xl/workbook.xml": b"x" * 5000})[:60], "损坏"),
]


@pytest.mark.parametrize(("fault", "content", "words"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_an_unreadable_file_is_refused_with_one_sentence(fault: str, content: bytes, words: str, tmp_path: Path) -> None:  # noqa: ARG001
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refusal:
        read_workbook(path)
    sentence = str(refusal.value)
    assert words in sentence
    assert sentence.endswith("。")
    assert sentence.count("。") == 1
    assert "自评表.xlsx" in sentence


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="找不到"):
        read_grids(tmp_path / "没有.xlsx")
    with pytest.raises(Unreadable, match="文件夹"):
        read_grids(tmp_path)


def rewritten(book: Path, target: Path, change) -> Path:  # noqa: ANN001
    """The workbook with its parts passed through `change(name, content)`."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def test_a_zip_bomb_is_refused_before_it_is_unpacked(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    rewritten(book, path, lambda _, content: content)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file, file.open("xl/media/zero.bin", "w", force_zip64=True) as part:
        for _ in range(401):
            part.write(bytes(2**20))
    assert path.stat().st_size < 2**20
    with pytest.raises(Unreadable, match="解开后超过"):
        read_grids(path)


def test_a_sheet_with_a_value_in_its_last_cell_is_refused_and_a_styled_blank_one_is_not(book: Path, tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"%s></row></sheetData>'

    def with_last(cell: bytes):  # noqa: ANN202
        return lambda name, content: content.replace(b"</sheetData>", far % cell) if name.endswith("sheet1.xml") else content

    with pytest.raises(Unreadable, match="数据范围"):
        read_grids(rewritten(book, tmp_path / "远.xlsx", with_last(b'><v>1</v></c')))
    assert read_grids(rewritten(book, tmp_path / "空.xlsx", with_last(b' s="1"/')))


def test_a_cell_without_a_sensible_address_is_told_as_damage(book: Path, tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(b'<row r="4"', b'<row r="vier" hidden="1"') if name.endswith("sheet1.xml") else content

    with pytest.raises(Unreadable, match="损坏"):
        read_workbook(rewritten(book, tmp_path / "坏.xlsx", change))


def test_entities_are_never_resolved(book: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("绝密", encoding="utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode()

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return content
        return content.replace(b"<worksheet", doctype + b"<worksheet", 1).replace(b"</t>", b"&e;</t>", 1)

    path = rewritten(book, tmp_path / "实体.xlsx", change)
    try:
        grids = read_grids(path)
    except Unreadable:
        return
    assert not any("绝密" in str(value) for grid in grids for row in grid.rows for value in row)


def test_a_workbook_without_our_forms_says_which_headings_are_missing(tmp_path: Path) -> None:
    page = Sheet("目标表", [["项目绩效目标申报表"], ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "培训期数", "≥3期"]])
    with pytest.raises(Unreadable, match="目标表.*实际完成值.*得分"):
        read_workbook(save([(page, {})], tmp_path / "目标.xlsx"))


def test_the_lock_file_of_an_open_workbook_is_called_one(tmp_path: Path) -> None:
    lock = tmp_path / "~$自评表.xlsx"
    lock.write_bytes(b"\x05zhang" + b" " * 159)
    with pytest.raises(Unreadable, match="不带“~\\$”的那一份"):
        read_grids(lock)



FORMULAS = [  # in an .xls by LibreOffice, of a blank Z1 and a number's format
    ("a blank result", '=IF(Z1="","",Z1)', None),
    ("… of a choice within one", '=IF(A1="某单位",IF(Z1="","",ROUND(Z1/2,2)),1)', None),
    ("a text that is only compared with", '=IF(A1="",1,0)', 0),
    ("a text that is only looked for", '=SUMIF(A1:A1,"无",B1:B1)', 0),
    ("a zero without any text", "=SUM(Z1:Z3)", 0),
    ("a constant that ends like the sign that joins texts", "=2100", 2100),
    ("a text joined and kept", '="填报单位："&A1', "填报单位：某单位"),
]


@needs_soffice
def test_an_xls_whose_texts_of_formulas_were_lost_is_not_read(tmp_path: Path) -> None:
    """LibreOffice writes 0 for the texts of formulas that it takes over as they are, and for blank results under a number's format."""
    kept = tmp_path / "沿用.xlsx"
    build_workbook(blank("national-project-2020", "某单位", 2024), kept)  # with the results in the file
    made = [tmp_path / f"{number}.xlsx" for number in range(len(FORMULAS))]
    for path, (_, formula, _) in zip(made, FORMULAS, strict=True):
        book = openpyxl.Workbook()
        book.active.append(["某单位", formula])
        book.active["B1"].number_format = "General" if "&" in formula else "0.00"
        book.save(path)
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xls", "--outdir", tmp_path, kept, *made]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for path in (kept, *(path for path, (_, _, value) in zip(made, FORMULAS, strict=True) if value is None)):
        with pytest.raises(Unreadable, match=f"“{path.stem}.xls”里由公式得出的文字和空白"):
            read_grids(path.with_suffix(".xls"))
    assert [(words, read_grids(path.with_suffix(".xls"))[0].rows[0][1]) for path, (words, _, value) in zip(made, FORMULAS, strict=True) if value is not None] == [
        (words, value) for words, _, value in FORMULAS if value is not None]


def test_want_of_memory_is_not_told_as_damage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "自评表.xlsx"
    build_workbook(blank("liuyang-2021", "某单位", 2022), path)

    def full(*_: object, **__: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(zipfile.ZipExtFile, "read", full)
    with pytest.raises(MemoryError):
        read_grids(path)
