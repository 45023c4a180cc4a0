"""The colours of marked cells: a conditional format of ours on top of the officer's own, which taken away leaves the cell exactly as it was.

Calc's own undo knows neither conditional formats nor styles that a program makes, so a step of ours stands for them in its list.
"""

from __future__ import annotations

from dataclasses import dataclass

import unohelper
from com.sun.star.document import XUndoAction

from ziping.findings import LABELS, Severity
from ziping.marks import FILLS, SIGNATURE, formula
from ziping.surface import CATEGORY

_CONDITION, _EXPRESSION = 0, 9


@dataclass(frozen=True, slots=True)
class Coloured:
    """The cells of a sheet that are coloured alike."""

    sheet: str
    severity: Severity
    areas: tuple[object, ...]


def number(code: str) -> int:
    """A colour as Calc takes it: #F8D7DA → 0xF8D7DA."""
    return int(code[1:], 16)


def allowed(document: object) -> bool:
    """Whether Calc lets a style be made: not in a document with a protected sheet."""
    return not any(sheet.isProtected() for sheet in document.Sheets)


def colour(document: object, wanted: tuple[Coloured, ...]) -> bool:
    """Colours these cells instead of those that are coloured now, as a step that can be undone; whether any were."""
    before = _found(document)
    if before or wanted:
        _replace(document, wanted)
        document.getUndoManager().addUndoAction(_Step(document, before, wanted))
    return bool(before)


class _Step(unohelper.Base, XUndoAction):
    Title = f"{CATEGORY}：标记"

    def __init__(self, document: object, before: tuple[Coloured, ...], after: tuple[Coloured, ...]) -> None:
        self.document, self.before, self.after = document, before, after

    def undo(self) -> None:
        _replace(self.document, self.before)

    def redo(self) -> None:
        _replace(self.document, self.after)


def _replace(document: object, wanted: tuple[Coloured, ...]) -> None:
    styles = set()
    for sheet in document.Sheets:
        for rule, entry in _rules(sheet):
            styles.add(entry.StyleName)
            sheet.ConditionalFormats.removeByID(rule.ID)
    _drop_styles(document, styles)
    for each in wanted if allowed(document) else ():
        if document.Sheets.hasByName(each.sheet):
            _put(document, each)


def _found(document: object) -> tuple[Coloured, ...]:
    return tuple(
        Coloured(sheet.Name, severity, tuple(rule.Range.getRangeAddresses()))
        for sheet in document.Sheets for rule, entry in _rules(sheet) for severity in Severity if f'{SIGNATURE}{severity}"' in entry.Formula1
    )  # fmt: skip


def _rules(sheet: object) -> list[tuple[object, object]]:
    """Our rules of a sheet, each with its one entry."""
    rules = [(rule, rule.getByIndex(0)) for rule in sheet.ConditionalFormats.ConditionalFormats if rule.getCount()]
    return [(rule, entry) for rule, entry in rules if SIGNATURE in str(getattr(entry, "Formula1", ""))]


def _put(document: object, wanted: Coloured) -> None:
    known = document.StyleFamilies.getByName("CellStyles")
    style = f"自评-{LABELS[wanted.severity]}"
    if not known.hasByName(style):
        made = document.createInstance("com.sun.star.style.CellStyle")
        known.insertByName(style, made)
        made.CellBackColor = number(FILLS[wanted.severity])
    collected = document.createInstance("com.sun.star.sheet.SheetCellRanges")
    for area in wanted.areas:
        collected.addRangeAddress(area, False)
    formats = document.Sheets.getByName(wanted.sheet).ConditionalFormats
    made = formats.createByRange(collected)
    rule = next(each for each in formats.ConditionalFormats if made == each.ID)
    rule.createEntry(_CONDITION, 0)
    entry = rule.getByIndex(0)
    entry.Operator = _EXPRESSION
    entry.Formula1 = formula(wanted.severity)
    entry.StyleName = style


def _drop_styles(document: object, styles: set[str]) -> None:
    """The styles of our rules go, whatever a file made of their names, unless another rule uses one."""
    used = set()
    for sheet in document.Sheets:
        for rule in sheet.ConditionalFormats.ConditionalFormats:
            used |= {getattr(rule.getByIndex(place), "StyleName", "") for place in range(rule.getCount())}
    known = document.StyleFamilies.getByName("CellStyles")
    for name in styles | {f"自评-{label}" for label in LABELS.values()}:
        if name not in used and known.hasByName(name) and known.getByName(name).isUserDefined():
            known.removeByName(name)
