"""The other side of xlwings' `remote` engine: the payload that Office.js would send for a workbook file, and its actions applied to a copy.

Values are those that the file keeps, as Excel would show them to JavaScript; the actions are the JSON that the client would carry out.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


@lru_cache(maxsize=16)
def _computed(path: Path) -> dict[tuple[str, str], object]:
    """The values that the file keeps for its formulas, by sheet and cell."""
    values = openpyxl.load_workbook(path, data_only=True)
    return {(s.title, cell.coordinate): cell.value for s in values.worksheets for row in s.iter_rows() for cell in row if cell.value is not None}


def payload(path: Path, **more: Any) -> dict[str, Any]:
    """What the client posts for a workbook file."""
    return Client(path).payload(**more)


def _sent(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat() + ".000Z"
    if isinstance(value, datetime.date):
        return value.isoformat() + "T00:00:00.000Z"
    return value if isinstance(value, bool | int | float | str) else str(value)


class Client:
    """A workbook file with Excel's part played by openpyxl; `apply` carries out the actions and keeps the alerts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.alerts: list[str] = []
        self._written: set[str] = set()

    def apply(self, actions: list[dict[str, Any]]) -> None:
        for action in actions:
            getattr(self, "_" + action["func"])(action)
        for sheet in [s for s in self.book.worksheets if s.title in self._written]:  # what Excel computes on its own
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and (match := re.fullmatch(r'=HYPERLINK\("#(.+)","(.+)"\)', cell.value)):
                        cell.hyperlink, cell.value = "#" + match[1].replace('""', '"'), match[2]
                        cell.style = "Normal"

    def payload(self, active: int = 0, selection: str = "A1") -> dict[str, Any]:
        """Every sheet's values from A1, which cells have notes, what is selected. A formula's value is the one that its file keeps."""
        computed = _computed(self.path)
        sheets = []
        for sheet in self.book.worksheets:
            rows, notes = [], []
            for row in sheet.iter_rows(1, sheet.max_row, 1, sheet.max_column):
                values = [cell.value for cell in row]
                for i, value in enumerate(values):
                    if isinstance(value, str) and value.startswith("=") and row[i].data_type == "f":
                        values[i] = computed.get((sheet.title, row[i].coordinate))
                rows.append([_sent(value) for value in values])
                notes += [{"address": cell.coordinate} for cell in row if cell.comment]
            sheets.append({
                "name": sheet.title, "visibility": {"visible": "Visible", "hidden": "Hidden", "veryHidden": "VeryHidden"}[sheet.sheet_state],
                "values": rows, "used_range_address": f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}", "notes": notes,
                "pictures": [], "shapes": [], "charts": [], "tables": [], "pivot_tables": [], "print_area": None, "show_gridlines": True,
            })  # fmt: skip
        return {
            "client": "Office.js", "version": xw.__version__, "names": [], "sheets": sheets,
            "book": {"name": self.path.name, "active_sheet_index": active, "selection": selection, "calculation": "Automatic"},
        }  # fmt: skip

    def _sheet(self, action: dict[str, Any]) -> Worksheet:
        return self.book.worksheets[action["sheet_position"]]

    def _cells(self, action: dict[str, Any]) -> list[list[Any]]:
        top, left = action["start_row"] + 1, action["start_column"] + 1
        sheet = self._sheet(action)
        return [[sheet.cell(top + r, left + c) for c in range(action["column_count"])] for r in range(action["row_count"])]

    def _alert(self, action: dict[str, Any]) -> None:
        self.alerts.append(action["args"][0])

    def _addSheet(self, action: dict[str, Any]) -> None:
        self.book.create_sheet(action["args"][1], action["args"][0])

    def _sheetDelete(self, action: dict[str, Any]) -> None:
        self.book.remove(self._sheet(action))

    def _setValues(self, action: dict[str, Any]) -> None:
        for row, line in zip(self._cells(action), action["values"], strict=True):
            for cell, value in zip(row, line, strict=True):
                self._type(cell, value)

    def _setFormula(self, action: dict[str, Any]) -> None:
        self._written.add(self._sheet(action).title)
        for row, line in zip(self._cells(action), action["values"], strict=True):
            for cell, value in zip(row, line, strict=True):
                cell.value = value or None

    def _type(self, cell: Any, value: object) -> None:
        """As if typed: an apostrophe makes a text, a cell formatted as text keeps what it gets, numbers and formulas become what they look like."""
        if isinstance(value, str):
            if value.startswith("'"):
                cell.value, cell.data_type = value[1:], "s"
                return
            if cell.number_format != "@":
                assert not value.startswith(("+", "-", "@")), f"Excel would take {value!r} for a formula"
                assert not re.fullmatch(r"[\d.,]+%?", value), f"Excel would take {value!r} for a number"
            cell.value = value or None
            if value.startswith("=") and cell.number_format == "@":
                cell.data_type = "s"
            return
        cell.value = value

    def _setNumberFormat(self, action: dict[str, Any]) -> None:
        for row in self._cells(action):
            for cell in row:
                cell.number_format = action["args"][0]

    def _setRangeColor(self, action: dict[str, Any]) -> None:
        for row in self._cells(action):
            for cell in row:
                cell.fill = PatternFill("solid", start_color="FF" + action["args"][0].lstrip("#"))

    def _setColumnWidth(self, action: dict[str, Any]) -> None:
        for cell in self._cells(action)[0]:
            dimension = self._sheet(action).column_dimensions[cell.column_letter]
            dimension.width, dimension.hidden = action["args"][0] / 5.6, action["args"][0] == 0

    def _setFontProperty(self, action: dict[str, Any]) -> None:
        assert action["args"][0] in ("bold", "size", "color")

    def _setWrapText(self, action: dict[str, Any]) -> None:
        assert action["args"] == [True]

    def _activateSheet(self, action: dict[str, Any]) -> None:
        self.book.active = action["args"][0]

    def _addNote(self, action: dict[str, Any]) -> None:
        cell = self._sheet(action)[action["args"][0].replace("$", "")]
        assert cell.comment is None, "Excel refuses a second note"
        cell.comment = Comment(action["args"][1], "ziping")

    def _deleteNote(self, action: dict[str, Any]) -> None:
        self._sheet(action)[action["args"][0].replace("$", "")].comment = None

    def _calculate(self, action: dict[str, Any]) -> None:  # noqa: ARG002
        self.calculated = True
