"""Every spelling of our functions becomes the bare name; nothing else in the file changes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from ziping import resources
from ziping.refusal import Refusal
from ziping.workbooks import repair_links
from ziping.workbooks.links import bare

FORMULAS = [
    ("as it should be", "PERF_SCORE(A1,B1,C1)", "PERF_SCORE(A1,B1,C1)"),
    ("a numbered link", "[1]!PERF_SCORE(A1,B1,C1)", "PERF_SCORE(A1,B1,C1)"),
    ("a path", "'C:\\用户\\it''s\\ziping.xlam'!PERF_SCORE(A1)", "PERF_SCORE(A1)"),
    ("a file name", "ziping.xlam!PERF_RATE(A1,B1)", "PERF_RATE(A1,B1)"),
    ("an add-in in another language", "_xll.PERF_RATE(A1,B1)", "PERF_RATE(A1,B1)"),
    ("a script function", "_xldudf_PERF_RATE(A1,B1)", "PERF_RATE(A1,B1)"),
    ("both", "[2]!_xldudf_PERF_RATE(A1,B1)", "PERF_RATE(A1,B1)"),
    ("as LibreOffice saved it before 25.2", 'IF(F13="","",ZIPING.CALC.FUNCTIONS.PERFSCORE(3,E13,F13))', 'IF(F13="","",PERF_SCORE(3,E13,F13))'),
    ("the same of a longer name, in small letters", "ziping.calc.functions.perfexecscore(A1,B1)", "PERF_EXEC_SCORE(A1,B1)"),
    ("a service of another name", "MY.ZIPING.CALC.FUNCTIONS.PERFSCORE(A1)", "MY.ZIPING.CALC.FUNCTIONS.PERFSCORE(A1)"),
    ("small letters", "perf_score(A1)", "PERF_SCORE(A1)"),
    ("within another function", 'IF(A1="","",[1]!PERF_SCORE(A1,[1]!PERF_RATE(B1,C1)))', 'IF(A1="","",PERF_SCORE(A1,PERF_RATE(B1,C1)))'),
    ("the longer of two names", "[1]!PERF_EXEC_SCORE(A1,B1)", "PERF_EXEC_SCORE(A1,B1)"),
    ("a text that names it", '"见[1]!PERF_SCORE(A1)"', '"见[1]!PERF_SCORE(A1)"'),
    ("a link to a sheet", "[1]明细!A1+[1]!PERF_RATE(A1,B1)", "[1]明细!A1+PERF_RATE(A1,B1)"),
    ("another function of another add-in", "[1]!OTHER(A1)", "[1]!OTHER(A1)"),
    ("a longer name", "[1]!PERF_SCOREX(A1)", "[1]!PERF_SCOREX(A1)"),
    ("a name without a call", "[1]!PERF_SCORE+1", "[1]!PERF_SCORE+1"),
    ("sheets with quotes around it", "'表 1'!A1+[1]!PERF_RATE('表 2'!B1,'表 3'!C1)", "'表 1'!A1+PERF_RATE('表 2'!B1,'表 3'!C1)"),
]


@pytest.mark.parametrize(("written", "wanted"), [row[1:] for row in FORMULAS], ids=[row[0] for row in FORMULAS])
def test_spellings(written: str, wanted: str) -> None:
    assert bare(written) == wanted


LINK = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="{}" TargetMode="External"/></Relationships>'


def linked(path: Path, targets: list[str], rewrite: dict[str, str]) -> dict[str, bytes]:
    """A sample with external links, its formulas rewritten; returns its parts."""
    source = next(p for p in resources.samples() if p.stem == "liuyang-2021")
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in [n for n in parts if n.startswith("xl/worksheets/sheet")]:
        for old, new in rewrite.items():
            parts[name] = parts[name].replace(old.encode(), new.encode())
    entries, relations, types = "", "", ""
    for number, target in enumerate(targets, start=1):
        parts[f"xl/externalLinks/externalLink{number}.xml"] = LINK.encode()
        parts[f"xl/externalLinks/_rels/externalLink{number}.xml.rels"] = RELS.format(target).encode()
        entries += f'<externalReference r:id="rIdx{number}"/>'
        relations += f'<Relationship Id="rIdx{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink{number}.xml"/>'
        types += f'<Override PartName="/xl/externalLinks/externalLink{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</sheets>", f"</sheets><externalReferences>{entries}</externalReferences>".encode())
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", f"{relations}</Relationships>".encode())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", f"{types}</Types>".encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return parts


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def formulas(path: Path) -> list[str]:
    return [str(c.value) for sheet in openpyxl.load_workbook(path, keep_links=True) for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_the_add_ins_link_goes_with_its_formulas(tmp_path: Path) -> None:
    before = linked(tmp_path / "a.xlsx", ["file:///C:/old/ziping.xlam"], {"PERF_": "[1]!PERF_"})
    assert repair_links(tmp_path / "a.xlsx", tmp_path / "b.xlsx") > 10
    after = contents(tmp_path / "b.xlsx")
    assert not any("externalLink" in name for name in after)
    assert b"externalReference" not in after["xl/workbook.xml"]
    assert not any("[" in formula for formula in formulas(tmp_path / "b.xlsx"))
    changed = {name for name, content in after.items() if before[name] != content}
    assert changed <= {name for name in before if name.startswith("xl/worksheets/")} | {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


def test_another_link_stays_and_is_counted_anew(tmp_path: Path) -> None:
    linked(tmp_path / "a.xlsx", ["file:///C:/old/ziping.xlam", "file:///C:/data/明细.xlsx"], {"PERF_SCORE(": "[2]明细!$A$1*[1]!PERF_SCORE("})
    repair_links(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    after = contents(tmp_path / "b.xlsx")
    assert [name for name in after if "externalLinks/external" in name] == ["xl/externalLinks/externalLink2.xml"]
    assert any("[1]明细!$A$1*PERF_SCORE(" in formula for formula in formulas(tmp_path / "b.xlsx"))
    assert not any("[2]" in formula for formula in formulas(tmp_path / "b.xlsx"))


def test_a_link_still_in_use_stays(tmp_path: Path) -> None:
    linked(tmp_path / "a.xlsx", ["file:///C:/old/ziping.xlam"], {"PERF_SCORE(": "[1]!OTHER(1)+[1]!PERF_SCORE("})
    repair_links(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert "xl/externalLinks/externalLink1.xml" in contents(tmp_path / "b.xlsx")


def test_nothing_is_written_where_there_is_nothing_to_repair(tmp_path: Path) -> None:
    assert repair_links(resources.samples()[0], tmp_path / "b.xlsx") == 0
    assert not (tmp_path / "b.xlsx").exists()


@pytest.mark.parametrize(("source", "out"), [("a.xls", "b.xls"), ("a.xlsx", "b.xlsm")])
def test_other_kinds_of_files_are_refused(source: str, out: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        repair_links(tmp_path / source, tmp_path / out)


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """A workbook with linked formulas whose sheets are written in another way."""
    parts = linked(path, ["file:///C:/old/ziping.xlam"], {"PERF_": "[1]!PERF_"})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name.startswith("xl/worksheets/sheet") else content)
    return path


def test_a_sheet_in_another_encoding_is_repaired(tmp_path: Path) -> None:
    book = rewritten(tmp_path / "a.xlsx", lambda xml: etree.tostring(etree.fromstring(xml), xml_declaration=True, encoding="UTF-16"))
    assert repair_links(book, tmp_path / "b.xlsx") > 10
    assert not any("[" in formula for formula in formulas(tmp_path / "b.xlsx"))


def test_a_sheet_with_bytes_that_are_no_characters_is_refused(tmp_path: Path) -> None:
    book = rewritten(tmp_path / "a.xlsx", lambda xml: xml.replace(b"[1]!PERF_SCORE", b"\xff[1]!PERF_SCORE"))
    with pytest.raises(Refusal, match="不是完好的 XML"):
        repair_links(book, tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()
