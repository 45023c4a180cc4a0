"""The scan of a sheet tells what its tree tells, or leaves the sheet to the tree; it never tells anything else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziping.forms import ooxml, usual
from ziping.forms.formats import Format
from ziping.forms.grid import Details
from ziping.forms.usual import usual_details, usual_sheet
from ziping.forms.xmlparts import read_part

SAMPLES = sorted((Path(__file__).parents[2] / "workbooks").rglob("*.xlsx"))
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TOLD = {"1": Format(2, 2, True), "2": Format(2, 2)}


class Styles:
    """The formats of a workbook as `ooxml.Styles` gives them."""

    told: Mapping[str | None, Format] = TOLD


def sheet(cells: str, *, root: str = f"<worksheet {SPACE}>", before: str = '<cols><col min="1" max="1"/></cols>', after: str = "", end: str = "</worksheet>") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    return f"{head}{root}{before}<sheetData>{cells}</sheetData>{after}{end}".encode()


def row(*cells: str, attributes: str = "") -> str:
    return f'<row r="1"{attributes}>{"".join(cells)}</row>'


def by_tree(xml: bytes) -> Details:
    return ooxml.tree_details(xml, Styles())  # type: ignore[arg-type]


# What the cells are, and what is told of them: formulas, errors, formats, hidden rows
USUAL = {
    "a number with a percent format": (row('<c r="B1" s="1"><v>0.5</v></c>'), Details({}, {}, {(0, 1): TOLD["1"]})),
    "a number of a kind that is named": (row('<c r="B1" s="2" t="n"><v>1</v></c>'), Details({}, {}, {(0, 1): TOLD["2"]})),
    "a styled cell without a number": (row('<c r="B1" s="1"/>', '<c r="C1" s="1" />'), Details()),
    "a style that tells nothing": (row('<c r="B1" s="3"><v>1</v></c>'), Details()),
    "a text keeps no number's format": (row('<c r="B1" s="1" t="s"><v>7</v></c>', '<c r="C1" s="1" t="str"><v>万元</v></c>'), Details()),
    "a formula with its result": (row('<c r="A1" s="1"><f>B1/C1</f><v>0.5</v></c>'), Details({(0, 0): "=B1/C1"}, {}, {(0, 0): TOLD["1"]})),
    "a formula without a result": (
        row('<c r="A1"><f>B1</f></c>', '<c r="B1" t="n"><f>C1</f><v></v></c>', '<c r="AB1"><f>C1</f><v/></c>'),
        Details({(0, 0): "=B1", (0, 1): "=C1", (0, 27): "=C1"}, unresolved={(0, 0), (0, 1), (0, 27)})),
    "a formula whose result is a blank text": (row('<c r="A1" t="str"><f>B1</f><v></v></c>', '<c r="B1" t="str"><f>B1</f></c>'), Details({(0, 0): "=B1", (0, 1): "=B1"})),
    "a blank cell without a formula": (row('<c r="A1"><v/></c>', '<c r="B1"></c>'), Details()),
    "a formula that says when it is computed": (row('<c r="A1"><f ca="1">NOW()</f><v>1</v></c>', '<c r="B1"><f aca="false">A1</f><v>1</v></c>'), Details({(0, 0): "=NOW()", (0, 1): "=A1"})),
    "a formula with other attributes": (row('<c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1" r1="C1">NOW()</f><v>1</v></c>'), Details({(0, 0): "=NOW()"})),
    "signs that are written as references": (
        row('<c r="A1" t="str"><f>IF(B1&lt;&gt;"","&amp;&quot;",\'&#35774;&#x7f6E;\'!A1)</f><v>&amp;</v></c>'),
        Details({(0, 0): '=IF(B1<>"","&"",\'设置\'!A1)'})),
    "an error in a formula, and one typed": (
        row('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="B1" s="1" t="e"><v>#N/A</v></c>'),
        Details({(0, 0): "=1/0"}, {(0, 0): "#DIV/0!", (0, 1): "#N/A"})),
    "an error that is not named": (row('<c r="A1" t="e"><v/></c>'), Details({}, {(0, 0): "#VALUE!"})),
    "a formula that a column shares": (
        row('<c r="A1"><f t="shared" ref="A1:C1" si="0">D2+$E$2</f><v>1</v></c>', '<c r="B1"><f t="shared" si="0"/><v>1</v></c>', '<c r="C1"><f t="shared" si="1"/><v>1</v></c>'),
        Details({(0, 0): "=D2+$E$2", (0, 1): "=E2+$E$2"})),
    "a formula over a block": (row('<c r="A1"><f t="array" ref="A1:A2">SUM(B1:B2*C1:C2)</f><v>1</v></c>'), Details({(0, 0): "=SUM(B1:B2*C1:C2)"})),
    "a formula in a cell of shared texts": (row('<c r="A1" t="s"><f>B1</f><v>0</v></c>'), Details({(0, 0): "=B1"})),
    "a text in its cell": (row('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 万元 &#10;</t></is></c>'), Details()),
    "a row that is hidden, and rows of other kinds": (
        '<row r="2" hidden="1"><c r="A2" s="1"><v>1</v></c></row><row r="3" hidden="0"/><row r="4" ht="15" hidden="true" />', Details({}, {}, {(1, 0): TOLD["1"]}, frozenset({1, 3}))),
    "a sheet without rows": ("", Details()),
}  # fmt: skip


@pytest.mark.parametrize(("cells", "told"), USUAL.values(), ids=USUAL)
def test_what_is_written_as_usual_is_told_by_the_scan_as_by_the_tree(cells: str, told: Details) -> None:
    read = usual_sheet(sheet(cells), None, frozenset(), TOLD)
    assert read is not None
    assert read.details == usual_details(sheet(cells), TOLD) == told
    assert by_tree(sheet(cells)) == told


NUMBER = '<c r="A1" s="1"><v>1</v></c>'
OTHERWISE = {
    "a cell without its address": sheet(row('<c s="1"><v>1</v></c>')),
    "a row without its number": sheet(f"<row>{NUMBER}</row>"),
    "attributes in another order": sheet(row('<c s="1" r="A1"><v>1</v></c>')),
    "an attribute that is not known": sheet(row('<c r="A1" s="1" cm="1"><v>1</v></c>')),
    "an empty attribute": sheet(row('<c r="A1" s="1" t=""><v>1</v></c>')),
    "an attribute in other quotation marks": sheet(row("<c r='A1' s='1'><v>1</v></c>")),
    "blanks between the cells": sheet(row(NUMBER, "\n")),
    "a remark among the cells": sheet(row(NUMBER, "<!-- 1 -->")),
    "a remark behind them that holds cells": sheet(row(NUMBER), after=f"<!--{row(NUMBER)}-->"),
    "a text that is marked as one": sheet(row('<c r="A1"><f><![CDATA[B1]]></f><v>1</v></c>')),
    "a formula of several lines as old programs end them": sheet(row('<c r="A1"><f>B1+\r\nC1</f><v>1</v></c>')),
    "a result before its formula": sheet(row('<c r="A1"><v>1</v><f>B1</f></c>')),
    "an attribute of a formula that stands twice": sheet(row('<c r="A1"><f ca="1" ca="1">NOW()</f><v>1</v></c>')),
    "a number that no character has in a formula": sheet(row('<c r="A1"><f>"&#9999999;"</f><v>1</v></c>')),
    "a prefix for the names": sheet(row(NUMBER)).replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?").replace(b"xmlns=", b"xmlns:x="),
    "cells of another language": sheet(row(NUMBER), root='<worksheet xmlns="urn:other">'),
    "cells outside of the cells": sheet(row(NUMBER), after='<c r="B1" s="1"><v>1</v></c>'),
    "cells before the cells": sheet(row(NUMBER), before='<row r="1"><c r="B1"><f>A1</f></c></row>'),
    "a second table of cells": sheet(row(NUMBER), after=f"<sheetData>{row(NUMBER)}</sheetData>"),
    "a part in another encoding": sheet(row('<c r="A1" t="str"><f>"万"</f><v>万</v></c>')).decode().replace("UTF-8", "GB18030").encode("gb18030"),
    "a part that declares an entity": sheet(row(NUMBER)).replace(b"<worksheet", b'<!DOCTYPE worksheet [<!ENTITY e "1">]><worksheet'),
    "an attribute of a row that stands twice": sheet(row(NUMBER, attributes=' ht="15" ht="16"')),
    "a row with two numbers": sheet(row(NUMBER, attributes=' r="2"')),
    "an element behind the cells that is not closed": sheet(row(NUMBER), after="<pageSetup>"),
    "a size of the cells that is none": sheet(row(NUMBER), before='<dimension ref="A1:B2:C3"/>'),
    "merged cells of another kind": sheet(row(NUMBER), after='<mergeCells><mergeCell ref="A1"/></mergeCells>'),
    "a part that is cut off": sheet(row(NUMBER), end=""),
    "a row that is not closed": sheet(f'<row r="1">{NUMBER}'),
    "a sign that stands alone": sheet(row('<c r="A1"><f>B1&C1</f><v>1</v></c>')),
    "a reference that nobody knows": sheet(row('<c r="A1"><f>B1&nbsp;C1</f><v>1</v></c>')),
    "a character that XML does not have": sheet(row('<c r="A1" t="str"><v>\x01</v></c>')),
    "bytes that are no text": sheet(row('<c r="A1" t="str"><v>?</v></c>')).replace(b"?<", b"\xff<"),
}  # fmt: skip


@pytest.mark.parametrize("xml", OTHERWISE.values(), ids=OTHERWISE)
def test_what_is_written_otherwise_is_left_to_the_tree(xml: bytes) -> None:
    assert usual_details(xml, TOLD) is None
    assert usual_sheet(xml, None, frozenset(), TOLD) is None


def parts(path: Path) -> Iterator[tuple[bytes, ooxml.Styles]]:
    with zipfile.ZipFile(path) as package:
        index = ooxml.index_of(package, "xl/workbook.xml")
        styles = ooxml.Styles(package, index.styles)
        assert styles.told
        for part in index.parts.values():
            yield read_part(package, part), styles


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_own_workbooks_are_written_as_usual(path: Path) -> None:
    for xml, styles in parts(path):
        scanned = usual_details(xml, styles.told)
        assert scanned is not None
        assert scanned == ooxml.tree_details(xml, styles)


@pytest.mark.parametrize("size", [1, 300, 5000])
def test_a_large_sheet_is_told_piece_by_piece(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usual, "_PIECE", size)
    shared = row('<c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c>') + '<row r="2" hidden="1"><c r="A2"><f t="shared" si="0"/></c></row>'
    assert usual_details(sheet(shared), TOLD) == Details({(0, 0): "=B1", (1, 0): "=B2"}, {}, {}, frozenset({1}), {(1, 0)})
    for xml, styles in parts(SAMPLES[0]):
        assert usual_details(xml, styles.told) == ooxml.tree_details(xml, styles)


def test_a_sheet_of_very_many_cells_is_left_to_python_calamine() -> None:
    cells = "".join(f'<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>' for number in range(1, 9_000))
    assert len(sheet(cells)) > usual.SCANNED
    assert usual_sheet(sheet(cells), [], frozenset(), TOLD) is None
    assert usual_details(sheet(cells), TOLD) == Details()


def test_workbooks_of_openpyxl_are_written_as_usual(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["项目", "预算数 & 执行数", None, 0.25])
    page["D1"].number_format, page["B2"], page["C2"] = "0.00%", '=IF(A1<>"",SUM(D1:D1),"—")', "#REF!"
    page.row_dimensions[3].hidden, page["A3"] = True, 7
    book.save(tmp_path / "b.xlsx")
    (xml, styles), *_ = parts(tmp_path / "b.xlsx")
    scanned = usual_details(xml, styles.told)
    assert scanned == ooxml.tree_details(xml, styles)
    assert scanned is not None
    assert (scanned.formulas, scanned.errors) == ({(1, 1): '=IF(A1<>"",SUM(D1:D1),"—")'}, {(1, 2): "#REF!"})
    assert (scanned.formats, scanned.hidden_rows) == ({(0, 3): Format(2, 2, True)}, {2})


PIECES = ['<c r="A1"', ' s="1"', ' t="s"', ' t="e"', ' t="n"', ">", "/>", "<f>", "B1", "&amp;", "&", "</f>", '<f t="shared" si="0"', "<v>", "1", "</v>", "<v/>", "</c>", "<is><t>", "</t></is>", "<!--", "-->", " "]


@given(st.lists(st.sampled_from([*PIECES, NUMBER]), max_size=12))
def test_whatever_the_cells_are_the_scan_tells_nothing_that_the_tree_does_not(pieces: list[str]) -> None:
    xml = sheet(row("".join(pieces)))
    scanned = usual_details(xml, TOLD)
    assert scanned is None or scanned == by_tree(xml)
