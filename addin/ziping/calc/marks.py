"""The marks of `ziping.marks` drawn in Calc and taken away again.

A cell that has a note of the officer's keeps it and gets none of ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.table.CellHoriJustify import RIGHT

from ziping import marks as described
from ziping.calc import colours
from ziping.evaluation import Place
from ziping.findings import LABELS, Finding, Severity
from ziping.marks import CELL, HEAD, LEVEL, NOTE, SHEET, Column
from ziping.refusal import Refusal

_CHARACTER = 220  # its width in hundredths of a millimetre
_TOP = 1  # com.sun.star.table.CellVertJustify2.TOP


@dataclass(frozen=True, slots=True)
class Marked:
    """How many cells were marked, the sheets whose protection did not let us, and whether the cells are coloured, too."""

    cells: int
    protected: tuple[str, ...] = ()
    coloured: bool = True


@dataclass(frozen=True, slots=True)
class Cleared:
    """Whether there were marks, and the sheets whose protection did not let us take their notes away."""

    found: bool
    left: tuple[str, ...]


def ready(document: object) -> None:
    """Refused where 校验结果 cannot be written: a structure that is protected, a sheet of that name that is not ours."""
    if document.isProtected():
        raise Refusal(f"工作簿的结构受保护，不能加入“{SHEET}”表，请先在“工具”中取消“保护电子表格结构”。")
    present(document)


def write(document: object, record: dict) -> Marked:
    """Writes 校验结果 from the record of `ziping check --json` and marks the cells; marks of an earlier run go first."""
    clear(document)
    findings = described.rows(map(Finding.from_json, record["findings"]))
    marked, protected = _mark(document, findings)
    _sheet(document, record, findings)
    return Marked(marked, tuple(protected), colours.allowed(document))


def clear(document: object) -> Cleared:
    """Takes away everything that 校验 left. Refused when a sheet of that name is not ours."""
    found = present(document)
    if found:
        document.Sheets.removeByName(SHEET)
    found = colours.colour(document, ()) or found
    left = []
    for sheet in document.Sheets:
        notes = _notes(sheet)
        found = found or bool(notes)
        if notes and sheet.isProtected():
            left.append(sheet.Name)
            continue
        for place in reversed(notes):
            sheet.getAnnotations().removeByIndex(place)
    return Cleared(found, tuple(left))


def present(document: object) -> bool:
    """Whether an earlier 校验 has left its sheet."""
    if not document.Sheets.hasByName(SHEET):
        return False
    return described.own(document.Sheets.getByName(SHEET).getCellByPosition(0, 0).String)


# ---------------------------------------------------------------------------------------------------------------
# Marks on cells


def _mark(document: object, findings: list[Finding]) -> tuple[int, list[str]]:
    """One colour a cell, the gravest; all that is said of a cell in one note. No colours in a document with a protected sheet."""
    protected: list[str] = []
    ranges: dict[tuple[str, Severity], list[object]] = {}
    count = 0
    for place, said in described.by_cell(findings).items():
        if not _there(document, place):
            continue
        sheet = document.Sheets.getByName(place.sheet)
        if sheet.isProtected():
            if place.sheet not in protected:
                protected.append(place.sheet)
            continue
        area = sheet.getCellRangeByName(place.cell)
        ranges.setdefault((place.sheet, said[0].severity), []).append(area.getRangeAddress())
        first = area.getCellByPosition(0, 0)
        if not first.getAnnotation().getString():
            sheet.getAnnotations().insertNew(first.getCellAddress(), described.note(said))
        count += 1
    if colours.allowed(document):
        colours.colour(document, tuple(colours.Coloured(sheet, severity, tuple(areas)) for (sheet, severity), areas in ranges.items()))
    return count, protected


def _there(document: object, place: Place | None) -> bool:
    return place is not None and bool(place.cell) and document.Sheets.hasByName(place.sheet)


def _notes(sheet: object) -> list[int]:
    """The places of our notes among the notes of a sheet."""
    notes = sheet.getAnnotations()
    return [place for place in range(notes.getCount()) if notes.getByIndex(place).getString().startswith(NOTE)]


# ---------------------------------------------------------------------------------------------------------------
# The sheet


def _sheet(document: object, record: dict, findings: list[Finding]) -> None:
    document.Sheets.insertNewByName(SHEET, document.Sheets.getCount())
    sheet = document.Sheets.getByName(SHEET)
    shown = described.columns(findings)
    width, last = len(shown) - 1, HEAD - 1 + max(1, len(findings))
    everything = sheet.getCellRangeByPosition(0, 0, width, last)
    everything.CharFontName = everything.CharFontNameAsian = "宋体"
    table = sheet.getCellRangeByPosition(0, HEAD - 1, width, last)
    table.NumberFormat = 100  # text: nothing of the checked book can become a formula or a date here
    counts = record["counts"]
    sheet.getCellByPosition(0, 0).String = f"{described.TITLE}{record.get('unit') or record.get('file') or ''}"
    sheet.getCellByPosition(0, 1).String = "、".join(f"{label} {counts[key]}" for key, label in LABELS.items()) + _score(record)
    sheet.getCellRangeByPosition(0, HEAD - 1, width, HEAD - 1).setDataArray((tuple(column.heading for column in shown),))
    if findings:
        sheet.getCellRangeByPosition(0, HEAD, width, last).setDataArray(tuple(tuple(column.text(finding) for column in shown) for finding in findings))
        for row, finding in enumerate(findings, HEAD):
            if _there(document, finding.place):
                _link(document, sheet.getCellByPosition(CELL, row), finding.place)
            sheet.getCellByPosition(LEVEL, row).CellBackColor = colours.number(described.FILLS[finding.severity])
    else:
        sheet.getCellByPosition(0, HEAD).String = described.NOTHING
    _dress(sheet, table, shown)


def _score(record: dict) -> str:
    score = record.get("score") or {}
    told = [f"{label} {score[key]}" for key, label in (("stated", "自评得分"), ("computed", "核算得分")) if score.get(key)]
    return f"；{'，'.join(told)}" if told else ""


def _link(document: object, cell: object, place: Place) -> None:
    field = document.createInstance("com.sun.star.text.TextField.URL")
    field.Representation = place.cell
    name = place.sheet.replace("'", "''")
    field.URL = f"#'{name}'.{place.cell}"
    cell.String = ""
    cell.insertTextContent(cell.createTextCursor(), field, False)
    cell.CharColor = colours.number(described.LINKED)


def _dress(sheet: object, table: object, shown: tuple[Column, ...]) -> None:
    title = sheet.getCellByPosition(0, 0)
    title.CharHeight = title.CharHeightAsian = 14
    title.CharWeight = title.CharWeightAsian = BOLD
    head = sheet.getCellRangeByPosition(0, HEAD - 1, len(shown) - 1, HEAD - 1)
    head.CharWeight = head.CharWeightAsian = BOLD
    head.CellBackColor = colours.number(described.HEADING)
    table.IsTextWrapped = True
    table.VertJustify = _TOP
    for number, column in enumerate(shown):
        sheet.Columns.getByIndex(number).Width = column.width * _CHARACTER
        if column.figure:
            table.getCellRangeByPosition(number, 1, number, table.getRows().getCount() - 1).HoriJustify = RIGHT
    edge = table.TopBorder2
    edge.Color, edge.LineWidth, edge.OuterLineWidth = colours.number(described.EDGE), 18, 18
    borders = table.TableBorder2
    for side in ("TopLine", "BottomLine", "LeftLine", "RightLine", "HorizontalLine", "VerticalLine"):
        setattr(borders, side, edge)
        setattr(borders, f"Is{side}Valid", True)
    table.TableBorder2 = borders
    table.getRows().OptimalHeight = True
