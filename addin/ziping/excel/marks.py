"""The marks of `ziping.marks` drawn in Excel and taken away again.

Taking the rule away leaves the cell exactly as it was, with its fill, pattern and theme. A cell that has a note of the officer's keeps it and
gets none of ours. Where a client tells neither rules nor the text of notes (any but the desktop), cells get notes alone; which ones is written
in hidden columns of 校验结果, with the value that stood there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import xlwings as xw

from ziping.checks import CheckResult
from ziping.checks.table import summary_line
from ziping.evaluation import Place
from ziping.excel import live
from ziping.findings import Finding
from ziping.marks import CELL, COLUMNS, FILLS, HEAD, HEADING, LEVEL, LINKED, NOTE, NOTHING, SHEET, SIGNATURE, TITLE, by_cell, formula, note, own, rows
from ziping.refusal import Refusal

PLAIN = frozenset({"问题", "依据", "相关单元格"})  # longer than a cell formatted as text can show
RECORD = len(COLUMNS) + 1  # first of the two hidden columns, counted from 1: whether a note was put, what the cell held
_POINTS = 5.6  # a character in points: the unit of widths where it is not characters


@dataclass(frozen=True, slots=True)
class Marked:
    """How many cells were marked, and the sheets whose protection did not let us."""

    cells: int
    protected: tuple[str, ...] = ()


def write(book: xw.Book, result: CheckResult) -> Marked:
    """Writes 校验结果 and marks the cells; marks of an earlier run go first. Refused when a sheet of that name is not ours."""
    if live.on_desktop(book) and book.api.ProtectStructure:  # before anything is taken away
        raise Refusal(f"工作簿的结构受保护，不能加入“{SHEET}”表，请先在“审阅”中取消“保护工作簿”。")
    clear(book)
    findings = rows(result.findings)
    marked, protected = _mark(book, findings)
    _sheet(book, result, findings, marked)
    return Marked(len(marked), tuple(protected))


def clear(book: xw.Book) -> bool:
    """Takes away everything that 校验 left; whether there was anything."""
    sheet = _ours(book)
    found = sheet is not None
    if found and live.on_desktop(book) and book.api.ProtectStructure:
        raise Refusal(f"工作簿的结构受保护，不能去掉“{SHEET}”表，请先在“审阅”中取消“保护工作簿”。")
    if live.on_desktop(book):
        found = sum(_clear_desktop(each) for each in book.sheets if each.name != SHEET) > 0 or found
    elif sheet is not None:
        _clear_remote(book, sheet)
    if sheet is not None:
        sheet.delete()
    return found


def present(book: xw.Book) -> bool:
    """Whether an earlier 校验 has left its sheet."""
    return _ours(book) is not None


def _ours(book: xw.Book) -> xw.Sheet | None:
    sheet = next((each for each in book.sheets if each.name == SHEET), None)
    return sheet if sheet is not None and own(sheet.range("A1").value) else None


# ---------------------------------------------------------------------------------------------------------------
# The sheet


def _sheet(book: xw.Book, result: CheckResult, findings: list[Finding], marked: dict[Place, object]) -> None:
    sheet = book.sheets.add(SHEET, after=book.sheets[len(book.sheets) - 1])
    last, width = HEAD + max(len(findings), 1), len(COLUMNS)
    for number, column in enumerate(COLUMNS):
        if column.heading not in PLAIN and number != CELL:
            sheet.range((HEAD + 1, number + 1), (last, number + 1)).number_format = "@"
    sheet.range("A1").value = f"{TITLE}{result.unit or result.file}"
    sheet.range("A2").value = summary_line(result)
    sheet.range((HEAD, 1), (HEAD, width)).value = [column.heading for column in COLUMNS]
    if findings:
        told: set[Place] = set()
        sheet.range((HEAD + 1, 1), (last, width)).value = [_row(finding) for finding in findings]
        sheet.range((HEAD + 1, CELL + 1), (last, CELL + 1)).formula = [[_link(finding.place)] for finding in findings]
        sheet.range((HEAD + 1, RECORD), (last, RECORD + 1)).value = [_record(finding.place, marked, told) for finding in findings]
        _paint(sheet, findings)
    else:
        sheet.range((HEAD + 1, 1)).value = NOTHING
    _dress(sheet, last, width, bool(findings))


def _row(finding: Finding) -> list[str]:
    return [_plain(column.text(finding)) if column.heading in PLAIN else column.text(finding) for column in COLUMNS]


def _plain(text: str) -> str:
    """A text that Excel must not take for a formula or a number."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "'") or text[:1].isdigit() else text


def _link(place: Place | None) -> str:
    if place is None:
        return ""
    sheet = place.sheet.replace("'", "''").replace('"', '""')
    return f"""=HYPERLINK("#'{sheet}'!{place.cell}","{place.cell}")"""


def _record(place: Place | None, marked: dict[Place, object], told: set[Place]) -> list[str]:
    if place is None or place in told or place not in marked:
        return ["", ""]
    told.add(place)
    return [NOTE, f"'{_value(marked[place])}"]


def _paint(sheet: xw.Sheet, findings: list[Finding]) -> None:
    start = 0
    for at in range(1, len(findings) + 1):
        if at == len(findings) or findings[at].severity is not findings[start].severity:
            sheet.range((HEAD + 1 + start, LEVEL + 1), (HEAD + at, LEVEL + 1)).color = FILLS[findings[start].severity]
            start = at


def _dress(sheet: xw.Sheet, last: int, width: int, linked: bool) -> None:
    unit = 1.0 if live.on_desktop(sheet.book) else _POINTS
    for number, column in enumerate(COLUMNS, 1):
        sheet.range((1, number)).column_width = column.width * unit
    sheet.range((1, RECORD), (1, RECORD + 1)).column_width = 0
    title = sheet.range("A1")
    title.font.bold, title.font.size = True, 14
    head = sheet.range((HEAD, 1), (HEAD, width))
    head.font.bold, head.color = True, HEADING
    sheet.range((HEAD, 1), (last, width)).wrap_text = True
    if linked:
        sheet.range((HEAD + 1, CELL + 1), (last, CELL + 1)).font.color = LINKED


# ---------------------------------------------------------------------------------------------------------------
# The marks on cells


def _mark(book: xw.Book, findings: list[Finding]) -> tuple[dict[Place, object], list[str]]:
    """Marks every cell with findings: cell → the value it holds; and the sheets that are protected."""
    desktop = live.on_desktop(book)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    protected = [name for name, sheet in sheets.items() if desktop and sheet.api.ProtectContents]
    marked: dict[Place, object] = {}
    cells = by_cell(findings)
    for place, group in cells.items():
        if place.sheet not in sheets or place.sheet in protected:
            continue
        cell = sheets[place.sheet].range(place.cell)
        with suppress(Exception):  # a cell that takes no mark (a threaded comment, a client without notes) is still in the list
            if cell.note is None:
                cell.add_note(note(group))
                marked[place] = cell.value
            if desktop:
                cell.conditional_formats.add_custom(f"={formula(group[0].severity)}", fill_color=FILLS[group[0].severity])
                marked.setdefault(place, cell.value)
    used = {place.sheet for place in cells}
    return marked, [name for name in protected if name in used]


def _clear_desktop(sheet: xw.Sheet) -> bool:
    """Takes our notes and rules from a sheet, wherever rows have moved them to."""
    notes = [note for note in sheet.notes if str(note.text).startswith(NOTE)]
    rules = [rule for rule in sheet.cells.conditional_formats if rule.type == "custom" and SIGNATURE in str(rule.formula)]
    if (notes or rules) and sheet.api.ProtectContents:
        raise Refusal(f"“{sheet.name}”表受保护，不能清除其中的标记，请先撤销工作表保护，再点“清除标记”。")
    for mark in [*notes, *reversed(rules)]:
        mark.delete()
    return bool(notes or rules)


def _clear_remote(book: xw.Book, ours: xw.Sheet) -> None:
    """Takes back the notes that the sheet records, as far as the cell still holds what it held: rows may have moved."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for place, value in _recorded(ours):
        if place.sheet in sheets:
            cell = sheets[place.sheet].range(place.cell)
            if cell.note is not None and _value(cell.value) == value:
                cell.note.delete()


def _recorded(sheet: xw.Sheet) -> Iterator[tuple[Place, str]]:
    last = sheet.used_range.last_cell.row
    if last <= HEAD:
        return
    for row in sheet.range((HEAD + 1, 1), (last, RECORD + 1)).options(ndim=2).value:
        if row[RECORD - 1] == NOTE:
            yield Place(row[1], row[CELL]), _value(row[RECORD])


def _value(value: object) -> str:
    return "" if value is None else str(value)
