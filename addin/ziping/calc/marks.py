"""What 校验 leaves in an open workbook, and 清除标记 takes away again: the sheet 校验结果, a note and a colour on the cells that it names.

A colour is a conditional format of ours on top of the officer's own: taking the rule away leaves the cell exactly as it was. A cell that has
a note of hers keeps it and gets none of ours. The rules and notes are those of the Excel add-in, so that either host clears what the other left.
"""

from __future__ import annotations

from dataclasses import dataclass

from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.table.CellHoriJustify import RIGHT

from ziping.refusal import Refusal

SHEET = "校验结果"
TITLE = "校验结果："
NOTE = "【自评】"
SIGNATURE = '"ziping-'
LABELS = {"error": "错误", "warning": "警告", "info": "提示"}
FILLS = {"error": 0xF8D7DA, "warning": 0xFFF3CD, "info": 0xE2EFF6}
COLUMNS = (
    ("级别", 14), ("工作表", 32), ("单元格", 18), ("项目", 45), ("应为", 33), ("实填", 33), ("相差", 30), ("问题", 110), ("建议", 60), ("依据", 60),
)  # fmt: skip
HEAD = 3  # row of the headings, from 0
_LINK, _FIGURES = 2, (4, 5, 6)
_HEADING, _LINKED, _EDGE = 0xD9E2F3, 0x0563C1, 0xBFBFBF
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
    order = list(LABELS)
    findings = sorted(record["findings"], key=lambda f: order.index(f["severity"]))
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
    if not document.Sheets.getByName(SHEET).getCellByPosition(0, 0).String.startswith(TITLE):
        raise Refusal(f"工作簿里已有一张不是自评插件写的“{SHEET}”表，请先给它改名，再点“校验”。")
    return True


# ---------------------------------------------------------------------------------------------------------------
# Marks on cells


def _mark(document: object, findings: list[dict]) -> tuple[int, list[str]]:
    """One colour a cell, the gravest; all that is said of a cell in one note. No colours in a document with a protected sheet."""
    cells: dict[tuple[str, str], list[dict]] = {}
    for finding in findings:
        if finding["sheet"] and finding["cell"] and document.Sheets.hasByName(finding["sheet"]):
            cells.setdefault((finding["sheet"], finding["cell"]), []).append(finding)
    protected: list[str] = []
    ranges: dict[tuple[str, str], list[object]] = {}
    count = 0
    for (name, cell), said in cells.items():
        sheet = document.Sheets.getByName(name)
        if sheet.isProtected():
            if name not in protected:
                protected.append(name)
            continue
        area = sheet.getCellRangeByName(cell)
        ranges.setdefault((name, said[0]["severity"]), []).append(area)
        first = area.getCellByPosition(0, 0)
        if not first.getAnnotation().getString():
            sheet.getAnnotations().insertNew(first.getCellAddress(), NOTE + "\n".join(finding["message"] for finding in said))
        count += 1
    if _uncoloured(document):
        return count, protected
    for (name, severity), areas in ranges.items():
        _colour(document, document.Sheets.getByName(name), severity, areas)
    return count, protected


def _uncoloured(document: object) -> bool:
    """Whether Calc lets nobody define a style, so that cells get notes alone: as soon as one sheet is protected."""
    return any(sheet.isProtected() for sheet in document.Sheets)


def _colour(document: object, sheet: object, severity: str, areas: list[object]) -> None:
    known = document.StyleFamilies.getByName("CellStyles")
    style = f"自评-{LABELS[severity]}"
    if not known.hasByName(style):
        made = document.createInstance("com.sun.star.style.CellStyle")
        known.insertByName(style, made)
        made.CellBackColor = FILLS[severity]
    collected = document.createInstance("com.sun.star.sheet.SheetCellRanges")
    for area in areas:
        collected.addRangeAddress(area.getRangeAddress(), False)
    formats = sheet.ConditionalFormats
    number = formats.createByRange(collected)
    rule = next(each for each in formats.ConditionalFormats if number == each.ID)
    rule.createEntry(_CONDITION, 0)
    entry = rule.getByIndex(0)
    entry.Operator = _EXPRESSION
    entry.Formula1 = f'LEN("ziping-{severity}")>0'
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


def _sheet(document: object, record: dict, findings: list[dict]) -> None:
    document.Sheets.insertNewByName(SHEET, document.Sheets.getCount())
    sheet = document.Sheets.getByName(SHEET)
    width, last = len(COLUMNS) - 1, HEAD + max(1, len(findings))
    everything = sheet.getCellRangeByPosition(0, 0, width, last)
    everything.CharFontName = everything.CharFontNameAsian = "宋体"
    table = sheet.getCellRangeByPosition(0, HEAD, width, last)
    table.NumberFormat = 100  # text: nothing of the checked book can become a formula or a date here
    counts = record["counts"]
    sheet.getCellByPosition(0, 0).String = f"{TITLE}{record.get('unit') or record.get('file') or ''}"
    sheet.getCellByPosition(0, 1).String = "、".join(f"{label} {counts[key]}" for key, label in LABELS.items()) + _score(record)
    sheet.getCellRangeByPosition(0, HEAD, width, HEAD).setDataArray((tuple(heading for heading, _ in COLUMNS),))
    if findings:
        sheet.getCellRangeByPosition(0, HEAD + 1, width, last).setDataArray(tuple(map(_row, findings)))
        for row, finding in enumerate(findings, HEAD + 1):
            if finding["sheet"] and finding["cell"] and document.Sheets.hasByName(finding["sheet"]):
                _link(document, sheet.getCellByPosition(_LINK, row), finding)
            sheet.getCellByPosition(0, row).CellBackColor = FILLS[finding["severity"]]
    else:
        sheet.getCellByPosition(0, HEAD + 1).String = "没有发现问题。"
    _dress(sheet, table, width)


def _score(record: dict) -> str:
    score = record.get("score") or {}
    told = [f"{label} {score[key]}" for key, label in (("stated", "自评得分"), ("computed", "核算得分")) if score.get(key)]
    return f"；{'，'.join(told)}" if told else ""


def _row(finding: dict) -> tuple[str, ...]:
    keys = ("sheet", "cell", "label", "expected", "actual", "difference", "message", "hint", "basis")
    return (LABELS[finding["severity"]], *(str(finding.get(key) or "") for key in keys))


def _link(document: object, cell: object, finding: dict) -> None:
    field = document.createInstance("com.sun.star.text.TextField.URL")
    field.Representation = finding["cell"]
    name = finding["sheet"].replace("'", "''")
    field.URL = f"#'{name}'.{finding['cell']}"
    cell.String = ""
    cell.insertTextContent(cell.createTextCursor(), field, False)
    cell.CharColor = _LINKED


def _dress(sheet: object, table: object, width: int) -> None:
    title = sheet.getCellByPosition(0, 0)
    title.CharHeight = title.CharHeightAsian = 14
    title.CharWeight = title.CharWeightAsian = BOLD
    head = sheet.getCellRangeByPosition(0, HEAD, width, HEAD)
    head.CharWeight = head.CharWeightAsian = BOLD
    head.CellBackColor = _HEADING
    table.IsTextWrapped = True
    table.VertJustify = _TOP
    for column in _FIGURES:
        table.getCellRangeByPosition(column, 1, column, table.getRows().getCount() - 1).HoriJustify = RIGHT
    edge = table.TopBorder2
    edge.Color, edge.LineWidth, edge.OuterLineWidth = _EDGE, 18, 18
    borders = table.TableBorder2
    for side in ("TopLine", "BottomLine", "LeftLine", "RightLine", "HorizontalLine", "VerticalLine"):
        setattr(borders, side, edge)
        setattr(borders, f"Is{side}Valid", True)
    table.TableBorder2 = borders
    for column, (_, millimetres) in enumerate(COLUMNS):
        sheet.Columns.getByIndex(column).Width = millimetres * 100
    table.getRows().OptimalHeight = True
