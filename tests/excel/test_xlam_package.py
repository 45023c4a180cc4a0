"""The built add-in as a package: its parts, types and relationships, its configuration, the same bytes wherever it is built."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import openpyxl
import pytest
from lxml import etree
from xlam.package import ADDIN_TYPE, CONFIGURATION, MACRO_TYPE, SHEET, UI_PART, UI_RELATION

ROOT = Path(__file__).parents[2]
PARTS = {
    "[Content_Types].xml", "_rels/.rels", "customUI/customUI14.xml", "docProps/app.xml", "docProps/core.xml", "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/vbaProject.bin", "xl/workbook.xml", "xl/worksheets/sheet1.xml",
}  # fmt: skip
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def test_it_has_exactly_these_parts(xlam: Path) -> None:
    with zipfile.ZipFile(xlam) as package:
        names = [info.filename for info in package.infolist()]
        assert names[0] == "[Content_Types].xml"
        assert set(names) == PARTS
        assert len(names) == len(PARTS)
        assert {(info.date_time, info.create_system, info.compress_type) for info in package.infolist()} == {((1980, 1, 1, 0, 0, 0), 0, 0)}


def test_every_part_has_a_content_type_and_the_workbook_is_an_add_in(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {e.get("Extension"): e.get("ContentType") for e in types if e.tag.endswith("Default")}
    overrides = {e.get("PartName"): e.get("ContentType") for e in types if e.tag.endswith("Override")}
    for name in PARTS - {"[Content_Types].xml"}:
        assert f"/{name}" in overrides or name.rsplit(".", 1)[-1] in defaults, name
    assert {name.lstrip("/") for name in overrides} <= PARTS
    assert overrides["/xl/workbook.xml"] == ADDIN_TYPE
    assert defaults["bin"] == "application/vnd.ms-office.vbaProject"
    assert defaults["xml"] == "application/xml"


def test_every_relationship_leads_to_a_part(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        base = PurePosixPath(name).parents[1]
        for relation in etree.fromstring(content):
            assert relation.get("TargetMode") is None
            assert str(base / relation.get("Target")) in parts


def test_there_is_one_ribbon_of_the_second_version(parts: dict[str, bytes]) -> None:
    relations = [(e.get("Type"), e.get("Target")) for e in etree.fromstring(parts["_rels/.rels"])]
    assert [target for kind, target in relations if "ui/extensibility" in kind] == [UI_PART]
    assert UI_RELATION in {kind for kind, _ in relations}


def test_the_window_is_hidden_and_the_sheet_is_not(parts: dict[str, bytes]) -> None:
    book = etree.fromstring(parts["xl/workbook.xml"])
    assert [view.get("visibility") for view in book.iterfind(".//m:workbookView", NS)] == ["hidden"]
    assert [(s.get("name"), s.get("state")) for s in book.iterfind(".//m:sheet", NS)] == [(SHEET, None)]


def test_code_names_are_those_of_the_document_modules(parts: dict[str, bytes]) -> None:
    assert etree.fromstring(parts["xl/workbook.xml"]).find("m:workbookPr", NS).get("codeName") == "ThisWorkbook"
    assert etree.fromstring(parts["xl/worksheets/sheet1.xml"]).find("m:sheetPr", NS).get("codeName") == "Sheet1"


def _twin(xlam: Path) -> io.BytesIO:
    """The add-in as a macro workbook, which is what other readers know."""
    file = io.BytesIO()
    with zipfile.ZipFile(xlam) as source, zipfile.ZipFile(file, "w") as target:
        for info in source.infolist():
            target.writestr(info.filename, source.read(info).replace(ADDIN_TYPE.encode(), MACRO_TYPE.encode()))
    file.seek(0)
    return file


def test_openpyxl_reads_it_and_keeps_code_and_ribbon(xlam: Path, parts: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(_twin(xlam), keep_vba=True)
    sheet = book[SHEET]
    assert [(row[0].value, row[1].value) for row in sheet.iter_rows(max_col=2)] == list(CONFIGURATION)
    again = io.BytesIO()
    book.save(again)
    with zipfile.ZipFile(again) as saved:
        assert saved.read("xl/vbaProject.bin") == parts["xl/vbaProject.bin"]
        assert saved.read(UI_PART) == parts[UI_PART]


def test_what_the_installer_writes_is_not_on_the_sheet() -> None:
    keys = {key.upper() for key, _ in CONFIGURATION}
    assert "INTERPRETER_WIN" not in keys, "a key on the sheet wins over the user's file, even an empty one"
    assert ("ADD_WORKBOOK_TO_PYTHONPATH", False) in CONFIGURATION


def test_the_package_validator_has_nothing_to_say(xlam: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    result = audit.OpenXmlValidator().validate(xlam)
    assert [str(error) for error in result.errors] == []


def _built(folder: Path, **environment: str) -> str:
    path = folder / "built.xlam"
    paths = os.pathsep.join(str(ROOT / "addin" / each) for each in (".", "excel"))
    subprocess.run([sys.executable, "-m", "xlam", str(path)], cwd=folder, check=True, capture_output=True,
                   env=os.environ | {"PYTHONPATH": paths} | environment)  # fmt: skip
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_two_builds_give_the_same_bytes(xlam: Path, tmp_path: Path) -> None:
    (tmp_path / "绩效").mkdir()
    first = _built(tmp_path, PYTHONHASHSEED="1", TZ="Asia/Shanghai")
    second = _built(tmp_path / "绩效", PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C")
    assert first == second == hashlib.sha256(xlam.read_bytes()).hexdigest()
