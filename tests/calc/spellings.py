"""Workbooks whose PERF formulas are stored as other programs store them: they stand in for files that come from older versions and from Excel."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl

# How a file spells the call of a function of ours. What stands before the name is all that differs.
SPELLINGS = {
    "by its name": "PERF_SCORE(10,A{row},B{row})",
    "in small letters": "perf_score(10,A{row},B{row})",
    "as Excel saves a function of an add-in": "[1]!PERF_SCORE(10,A{row},B{row})",
    "with the path of another computer": "'C:\\add-ins\\ziping.xlam'!PERF_SCORE(10,A{row},B{row})",
    "as a function of an XLL": "_xll.PERF_SCORE(10,A{row},B{row})",
    "as a custom function of Office": "_xldudf_PERF_SCORE(10,A{row},B{row})",
    "as a function newer than the file": "_xlfn.PERF_SCORE(10,A{row},B{row})",
    "as an old LibreOffice saves it": "ZIPING.CALC.FUNCTIONS.PERFSCORE(10,A{row},B{row})",
    "inside another function": "IF(B{row}=\"\",\"\",[1]!PERF_SCORE(10,A{row},B{row}))",
    "twice in one formula": "_xll.PERF_SCORE(10,A{row},B{row})*0+_xldudf_PERF_SCORE(10,A{row},B{row})",
}  # fmt: skip
TARGET, ACTUAL, POINTS = "≥95%", "90%", "9.47"
SHEET = "自评"

_LINK = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>"""
_LINK_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlStartup" Target="ziping.xlam" TargetMode="External"/></Relationships>"""
_LINK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
_LINK_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"


def write(path: Path) -> None:
    """A workbook with one row a spelling: target in A, actual in B, the formula in C with 9.5 as its stored value, the spelling's name in D."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row, (name, formula) in enumerate(SPELLINGS.items(), 1):
        sheet.append([TARGET, ACTUAL, "=" + formula.format(row=row), name])
    plain = path.with_name("plain-" + path.name)
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as archive:
        for name in source.namelist():
            content = source.read(name).decode("utf-8")
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace("<v></v>", "<v>9.5</v>").replace("<v />", "<v>9.5</v>").replace("<v/>", "<v>9.5</v>")
            if name == "[Content_Types].xml":
                content = content.replace("</Types>", f'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="{_LINK_TYPE}"/></Types>')
            if name == "xl/_rels/workbook.xml.rels":
                content = content.replace("</Relationships>", f'<Relationship Id="rIdX" Type="{_LINK_RELATION}" Target="externalLinks/externalLink1.xml"/></Relationships>')
            if name == "xl/workbook.xml":
                namespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                content = content.replace("</sheets>", f'</sheets><externalReferences><externalReference {namespace} r:id="rIdX"/></externalReferences>')
            archive.writestr(name, content)
        archive.writestr("xl/externalLinks/externalLink1.xml", _LINK)
        archive.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", _LINK_RELS)
    plain.unlink()
