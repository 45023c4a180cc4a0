"""The marks of `ziping.marks` drawn in Calc and taken away again.

Taking the rule away leaves the cell exactly as it was. A cell that has a note of the officer's keeps it and gets none of ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.table.CellHoriJustify import RIGHT

from ziping import marks as described
from ziping.evaluation import Place
from ziping.findings import LABELS, Finding, Severity
from ziping.marks import CELL, HEAD, LEVEL, NOTE, SHEET, SIGNATURE, Column
from ziping.refusal import Refusal

_CHARACTER = 220  # its width in hundredths of a millimetre
_CONDITION, _EXPRESSION = 0, 9
_TOP = 1  # com.sun.star.table.CellVertJustify2.TOP


@dataclass(frozen=True, slots=True)
class Marked:
    """How many cells were marked, the sheets whose protection did not let us, and whether the cells are coloured, too."""

    cells: int
    protected: tuple[str, ...] = ()
    coloured: bool = True


def write(document: object, record: dict) -> Marked:
    """Writes 校验结果 from the record of `ziping check --json` and marks the cells; marks of an earlier run go first."""
    if document.isProtected():
        raise Refusal(f"工作簿的结构受保护，不能加入“{SHEET}”表，请先在“工具”中取消“保护电子表格结构”。")
    clear(document)
    findings = described.rows(map(Finding.from_json, record["findings"]))
    marked, protected = _mark(document, findings)
    _sheet(document, record, findings)
    return Marked(marked, tuple(protected), not _uncoloured(document))


def clear(document: object) -> bool:
    """Takes away everything that 校验 left; whether there was anything. Refused when a sheet of that name is not ours."""
    found = present(document)
    styles = set()
    for sheet in document.Sheets:
        if sheet.Name == SHEET and found:
            continue
        found = _clear_rules(sheet, styles) or found
        found = _clear_notes(sheet) or found
    if document.Sheets.hasByName(SHEET):
        document.Sheets.removeByName(SHEET)
    _clear_styles(document, styles)
    return found


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
        ranges.setdefault((place.sheet, said[0].severity), []).append(area)
        first = area.getCellByPosition(0, 0)
        if not first.getAnnotation().getString():
            sheet.getAnnotations().insertNew(first.getCellAddress(), described.note(said))
        count += 1
    if _uncoloured(document):
        return count, protected
    for (name, severity), areas in ranges.items():
        _colour(document, document.Sheets.getByName(name), severity, areas)
    return count, protected


def _there(document: object, place: Place | None) -> bool:
    return place is not None and bool(place.cell) and document.Sheets.hasByName(place.sheet)


def _uncoloured(document: object) -> bool:
    """Whether Calc lets nobody define a style, so that cells get notes alone: as soon as one sheet is protected."""
    return any(sheet.isProtected() for sheet in document.Sheets)


def _colour_of(code: str) -> int:
    return int(code[1:], 16)


def _colour(document: object, sheet: object, severity: Severity, areas: list[object]) -> None:
    known = document.StyleFamilies.getByName("CellStyles")
    style = f"自评-{LABELS[severity]}"
    if not known.hasByName(style):
        made = document.createInstance("com.sun.star.style.CellStyle")
        known.insertByName(style, made)
        made.CellBackColor = _colour_of(described.FILLS[severity])
    collected = document.createInstance("com.sun.star.sheet.SheetCellRanges")
    for area in areas:
        collected.addRangeAddress(area.getRangeAddress(), False)
    formats = sheet.ConditionalFormats
    number = formats.createByRange(collected)
    rule = next(each for each in formats.ConditionalFormats if number == each.ID)
    rule.createEntry(_CONDITION, 0)
    entry = rule.getByIndex(0)
    entry.Operator = _EXPRESSION
    entry.Formula1 = described.formula(severity)
    entry.StyleName = style


def _clear_rules(sheet: object, styles: set[str]) -> bool:
    formats = sheet.ConditionalFormats
    ours = []
    for rule in formats.ConditionalFormats:
        entry = rule.getByIndex(0) if rule.getCount() else None
        if entry is not None and SIGNATURE in str(getattr(entry, "Formula1", "")):
            ours.append(rule.ID)
            styles.add(entry.StyleName)
    for number in ours:
        formats.removeByID(number)
    return bool(ours)


def _clear_notes(sheet: object) -> bool:
    notes = sheet.getAnnotations()
    ours = [place for place in range(notes.getCount()) if notes.getByIndex(place).getString().startswith(NOTE)]
    for place in reversed(ours):
        notes.removeByIndex(place)
    return bool(ours)


def _clear_styles(document: object, styles: set[str]) -> None:
    """The styles of our rules go, whatever a file made of their names, unless another rule uses one."""
    used = set()
    for sheet in document.Sheets:
        for rule in sheet.ConditionalFormats.ConditionalFormats:
            used |= {getattr(rule.getByIndex(place), "StyleName", "") for place in range(rule.getCount())}
    known = document.StyleFamilies.getByName("CellStyles")
    for name in styles | {f"自评-{label}" for label in LABELS.values()}:
        if name not in used and known.hasByName(name) and known.getByName(name).isUserDefined():
            known.removeByName(name)


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
            sheet.getCellByPosition(LEVEL, row).CellBackColor = _colour_of(described.FILLS[finding.severity])
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
    cell.CharColor = _colour_of(described.LINKED)


def _dress(sheet: object, table: object, shown: tuple[Column, ...]) -> None:
    title = sheet.getCellByPosition(0, 0)
    title.CharHeight = title.CharHeightAsian = 14
    title.CharWeight = title.CharWeightAsian = BOLD
    head = sheet.getCellRangeByPosition(0, HEAD - 1, len(shown) - 1, HEAD - 1)
    head.CharWeight = head.CharWeightAsian = BOLD
    head.CellBackColor = _colour_of(described.HEADING)
    table.IsTextWrapped = True
    table.VertJustify = _TOP
    for number, column in enumerate(shown):
        sheet.Columns.getByIndex(number).Width = column.width * _CHARACTER
        if column.figure:
            table.getCellRangeByPosition(number, 1, number, table.getRows().getCount() - 1).HoriJustify = RIGHT
    edge = table.TopBorder2
    edge.Color, edge.LineWidth, edge.OuterLineWidth = _colour_of(described.EDGE), 18, 18
    borders = table.TableBorder2
    for side in ("TopLine", "BottomLine", "LeftLine", "RightLine", "HorizontalLine", "VerticalLine"):
        setattr(borders, side, edge)
        setattr(borders, f"Is{side}Valid", True)
    table.TableBorder2 = borders
    table.getRows().OptimalHeight = True
