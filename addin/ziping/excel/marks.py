"""What 校验 leaves in a workbook, and 清除标记 takes away again: the sheet 校验结果, a note and a colour on the cells that it names.

A colour is a conditional format with a formula of ours, on top of the officer's own: taking the rule away leaves the cell exactly as it was,
with its fill, pattern and theme. A cell that has a note of hers keeps it and gets none of ours. Where a client tells neither rules nor the text
of notes (any but the desktop), cells get notes alone; which ones is written in hidden columns of 校验结果, with the value that stood there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import xlwings as xw

from ziping.checks import CheckResult
from ziping.checks.table import LABELS, WHOLE, by_sheet, summary_line
from ziping.checks.workbook import COLUMNS, FILLS
from ziping.evaluation import Place
from ziping.excel import live
from ziping.findings import Finding, Severity
from ziping.refusal import Refusal

SHEET = "校验结果"
TITLE = "校验结果："
NOTE = "【自评】"
HEAD = 3  # the row of the headings, counted from 1
SEVERITY, LINK = 1, 3  # columns, counted from 1
PLAIN = frozenset({"问题", "依据", "相关单元格"})  # longer than a cell formatted as text can show
RECORD = len(COLUMNS) + 1  # first of the two hidden columns: whether a note was put, what the cell held
_FORMULAS = {severity: f'=LEN("ziping-{severity}")>0' for severity in Severity}
_SIGNATURE = '"ziping-'
_POINTS = 5.6  # a character in points: the unit of widths where it is not characters


@dataclass(frozen=True, slots=True)
class Marked:
    """How many cells were marked, and the sheets whose protection did not let us."""

    cells: int
    protected: tuple[str, ...] = ()


def write(book: xw.Book, result: CheckResult) -> Marked:
    """Writes 校验结果 and marks the cells; marks of an earlier run go first. Refused when a sheet of that name is not ours."""
    clear(book)
    if live.on_desktop(book) and book.api.ProtectStructure:
        raise Refusal(f"工作簿的结构受保护，不能加入“{SHEET}”表，请先在“审阅”中取消“保护工作簿”。")
    findings = [finding for group in by_sheet(result.findings).values() for finding in group]
    marked, protected = _mark(book, findings)
    _sheet(book, result, findings, marked)
    return Marked(len(marked), tuple(protected))


def clear(book: xw.Book) -> bool:
    """Takes away everything that 校验 left; whether there was anything."""
    sheet = _ours(book)
    found = sheet is not None
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
    if sheet is not None and not str(sheet.range("A1").value or "").startswith(TITLE):
        raise Refusal(f"工作簿里已有一张不是自评插件写的“{SHEET}”表，请先给它改名，再点“校验”。")
    return sheet


# ---------------------------------------------------------------------------------------------------------------
# The sheet


def _sheet(book: xw.Book, result: CheckResult, findings: list[Finding], marked: dict[Place, object]) -> None:
    sheet = book.sheets.add(SHEET, after=book.sheets[len(book.sheets) - 1])
    last, width = HEAD + max(len(findings), 1), len(COLUMNS)
    for column, (heading, _) in enumerate(COLUMNS, 1):
        if heading not in PLAIN and column != LINK:
            sheet.range((HEAD + 1, column), (last, column)).number_format = "@"
    sheet.range("A1").value = f"{TITLE}{result.unit or result.file}"
    sheet.range("A2").value = summary_line(result)
    sheet.range((HEAD, 1), (HEAD, width)).value = [heading for heading, _ in COLUMNS]
    if findings:
        told: set[Place] = set()
        sheet.range((HEAD + 1, 1), (last, width)).value = [_row(finding) for finding in findings]
        sheet.range((HEAD + 1, LINK), (last, LINK)).formula = [[_link(finding.place)] for finding in findings]
        sheet.range((HEAD + 1, RECORD), (last, RECORD + 1)).value = [_record(finding.place, marked, told) for finding in findings]
        _paint(sheet, findings)
    else:
        sheet.range((HEAD + 1, 1)).value = "没有发现问题。"
    _dress(sheet, last, width, bool(findings))


def _row(finding: Finding) -> list[str]:
    place = finding.place
    related = "、".join(str(each) for each in finding.related[:6]) + (f" 等 {len(finding.related)} 处" if len(finding.related) > 6 else "")
    figures = (finding.shown_expected, finding.shown_actual, finding.shown_difference, finding.shown_tolerance)
    where = (place.sheet, place.cell) if place else (WHOLE, "")
    return [LABELS[finding.severity], *where, finding.label, *figures, *map(_plain, (finding.message, finding.basis, related)), finding.code]


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
            sheet.range((HEAD + 1 + start, SEVERITY), (HEAD + at, SEVERITY)).color = FILLS[findings[start].severity]
            start = at


def _dress(sheet: xw.Sheet, last: int, width: int, linked: bool) -> None:
    unit = 1.0 if live.on_desktop(sheet.book) else _POINTS
    for column, (_, characters) in enumerate(COLUMNS, 1):
        sheet.range((1, column)).column_width = characters * unit
    sheet.range((1, RECORD), (1, RECORD + 1)).column_width = 0
    title = sheet.range("A1")
    title.font.bold, title.font.size = True, 14
    head = sheet.range((HEAD, 1), (HEAD, width))
    head.font.bold, head.color = True, "#D9E2F3"
    sheet.range((HEAD, 1), (last, width)).wrap_text = True
    if linked:
        sheet.range((HEAD + 1, LINK), (last, LINK)).font.color = "#0563C1"


# ---------------------------------------------------------------------------------------------------------------
# The marks on cells


def _grouped(findings: list[Finding]) -> dict[Place, list[Finding]]:
    """The findings of each cell, the gravest first."""
    order, found = list(Severity), {}
    for finding in findings:
        if finding.place is not None:
            found.setdefault(finding.place, []).append(finding)
    return {place: sorted(group, key=lambda f: order.index(f.severity)) for place, group in found.items()}


def _mark(book: xw.Book, findings: list[Finding]) -> tuple[dict[Place, object], list[str]]:
    """Marks every cell with findings: cell → the value it holds; and the sheets that are protected."""
    desktop = live.on_desktop(book)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    protected = [name for name, sheet in sheets.items() if desktop and sheet.api.ProtectContents]
    marked: dict[Place, object] = {}
    for place, group in _grouped(findings).items():
        if place.sheet not in sheets or place.sheet in protected:
            continue
        cell = sheets[place.sheet].range(place.cell)
        with suppress(Exception):  # a cell that takes no mark (a threaded comment, a client without notes) is still in the list
            if cell.note is None:
                cell.add_note(NOTE + "\n".join(f"{LABELS[f.severity]}：{f.message}" for f in group))
                marked[place] = cell.value
            if desktop:
                cell.conditional_formats.add_custom(_FORMULAS[group[0].severity], fill_color=FILLS[group[0].severity])
                marked.setdefault(place, cell.value)
    used = {place.sheet for place in _grouped(findings)}
    return marked, [name for name in protected if name in used]


def _clear_desktop(sheet: xw.Sheet) -> bool:
    """Takes our notes and rules from a sheet, wherever rows have moved them to."""
    notes = [note for note in sheet.notes if str(note.text).startswith(NOTE)]
    rules = [rule for rule in sheet.cells.conditional_formats if rule.type == "custom" and _SIGNATURE in str(rule.formula)]
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
            yield Place(row[1], row[LINK - 1]), _value(row[RECORD])


def _value(value: object) -> str:
    return "" if value is None else str(value)
