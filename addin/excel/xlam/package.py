"""ziping.xlam: the workbook parts by XlsxWriter, with the VBA project, the ribbon and the add-in's content type put in."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import xlsxwriter

from xlam.bridge import PROJECT_NAME, xlwings_modules
from xlam.project import Kind, Module, class_module, document, project
from xlam.ribbon import ribbon
from xlam.wrappers import ribbon_module, text_module, udf_module, wizard_module

SOURCES = Path(__file__).parents[1] / "src"
NAME = "Ziping"
SHEET = f"{PROJECT_NAME}.conf"
ADDIN_TYPE = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
UI_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
UI_PART = "customUI/customUI14.xml"
# Keys that the installer's file must be able to set (Interpreter_Win) are left out: a key that is present wins even when it is empty.
CONFIGURATION = (
    ("ADD_WORKBOOK_TO_PYTHONPATH", False),
    ("UDF Modules", "ziping.excel.udfs"),
    ("Use UDF Server", False),
    ("Debug UDFs", False),
    ("Show Console", False),
)
_STAMP = (1980, 1, 1, 0, 0, 0)


def modules() -> list[Module]:
    """Every module of the project, document modules first."""
    own = [
        Module("ZipingFunctions", Kind.STANDARD, udf_module()),
        Module("ZipingWizard", Kind.STANDARD, wizard_module()),
        Module("ZipingTexts", Kind.STANDARD, text_module()),
        Module("RibbonZiping", Kind.STANDARD, ribbon_module()),
    ]
    own += [Module(path.stem, Kind.STANDARD, path.read_text(encoding="ascii")) for path in sorted(SOURCES.glob("*.bas"))]
    events = class_module("ZipingEvents", (SOURCES / "ZipingEvents.cls").read_text(encoding="ascii"))
    workbook = document("ThisWorkbook", (SOURCES / "ThisWorkbook.cls").read_text(encoding="ascii"))
    return [workbook, document("Sheet1"), *own, events, *xlwings_modules()]


def build(path: Path) -> None:
    """Writes the add-in; the same sources and the same xlwings give the same bytes."""
    parts = _parts(project(NAME, modules()))
    parts[UI_PART] = ribbon()
    _replace(parts, "[Content_Types].xml", MACRO_TYPE, ADDIN_TYPE)
    _replace(parts, "xl/workbook.xml", "<workbookView ", '<workbookView visibility="hidden" ')
    relation = f'<Relationship Id="rIdZipingUI" Type="{UI_RELATION}" Target="{UI_PART}"/></Relationships>'
    _replace(parts, "_rels/.rels", "</Relationships>", relation)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, _STAMP)
            info.create_system = 0
            archive.writestr(info, parts[name])


def _parts(vba: bytes) -> dict[str, bytes]:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": "ziping", "created": datetime.datetime(2020, 1, 1)})
    book.set_vba_name("ThisWorkbook")
    sheet = book.add_worksheet(SHEET)
    sheet.set_vba_name("Sheet1")
    for row, (key, value) in enumerate(CONFIGURATION):
        sheet.write_string(row, 0, key)
        (sheet.write_boolean if isinstance(value, bool) else sheet.write_string)(row, 1, value)
    book.add_vba_project(io.BytesIO(vba), is_stream=True)
    book.close()
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _replace(parts: dict[str, bytes], name: str, found: str, instead: str) -> None:
    text = parts[name].decode("utf-8")
    if text.count(found) != 1:
        raise ValueError(f"{name} holds {found!r} {text.count(found)} times, not once")
    parts[name] = text.replace(found, instead).encode("utf-8")
