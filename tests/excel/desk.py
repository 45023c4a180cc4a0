"""A desktop Excel for the scripts: the part of xlwings' API that they use, over openpyxl. Every name it offers exists in xlwings under that name.

What only COM has (`.api`) is here as Excel's object model names it.
"""

from __future__ import annotations

import types
from pathlib import Path
from typing import Any

import openpyxl
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from remote import _computed


class Note:
    def __init__(self, cell: Any) -> None:
        self.cell = cell

    @property
    def text(self) -> str:
        return self.cell.comment.text

    def delete(self) -> None:
        self.cell.comment = None


class Rule:
    """A conditional format; `type` and `formula` as xlwings names them."""

    def __init__(self, sheet: Any, where: str, rule: Any) -> None:
        self.sheet, self.where, self.rule = sheet, where, rule
        self.type = "custom" if rule.type == "expression" else "unknown"
        self.formula = "=" + rule.formula[0] if rule.formula else None

    def delete(self) -> None:
        kept = [(str(each.sqref), rule) for each in self.sheet.conditional_formatting for rule in each.rules if rule is not self.rule]
        self.sheet.conditional_formatting = ConditionalFormattingList()
        for where, rule in kept:
            self.sheet.conditional_formatting.add(where, rule)


class Rules:
    def __init__(self, sheet: Any, where: str | None) -> None:
        self.sheet, self.where = sheet, where

    def __iter__(self):
        return iter([Rule(self.sheet, str(each.sqref), rule) for each in self.sheet.conditional_formatting for rule in each.rules])

    def add_custom(self, formula: str, fill_color: str) -> None:
        self.sheet.conditional_formatting.add(self.where, FormulaRule([formula.lstrip("=")], fill=PatternFill("solid", bgColor="FF" + fill_color[1:])))


class Range:
    def __init__(self, sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
        self.sheet, self.box = sheet, (top, left, bottom, right)
        self.row, self.column = top, left
        self.font = types.SimpleNamespace(bold=False, size=11, color=None)
        self.wrap_text = self.column_width = None

    @property
    def cells(self) -> list[list[Any]]:
        top, left, bottom, right = self.box
        return [[self.sheet.ws.cell(r, c) for c in range(left, right + 1)] for r in range(top, bottom + 1)]

    @property
    def value(self) -> Any:
        return self.sheet.shown(self.cells[0][0])

    @value.setter
    def value(self, given: Any) -> None:
        rows = given if isinstance(given, list) and isinstance(given[0], list) else [given] if isinstance(given, list) else [[given]]
        for line, cells in zip(rows, self.cells, strict=True):
            for value, cell in zip(line, cells, strict=True):
                cell.value = value[1:] if isinstance(value, str) and value.startswith("'") else value

    @property
    def formula(self) -> Any:
        rows = tuple(tuple("" if cell.value is None else str(cell.value) for cell in row) for row in self.cells)
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows

    @formula.setter
    def formula(self, given: Any) -> None:
        self.value = given

    @property
    def number_format(self) -> str:
        return self.cells[0][0].number_format

    @number_format.setter
    def number_format(self, code: str) -> None:
        for row in self.cells:
            for cell in row:
                cell.number_format = code

    @property
    def color(self) -> None:
        return None

    @color.setter
    def color(self, value: str) -> None:  # noqa: ARG002
        assert self.sheet.name == "校验结果", "only our own sheet is painted"

    @property
    def note(self) -> Note | None:
        return Note(self.cells[0][0]) if self.cells[0][0].comment else None

    def add_note(self, text: str) -> None:
        assert self.note is None
        self.cells[0][0].comment = Comment(text, "x")

    @property
    def conditional_formats(self) -> Rules:
        return Rules(self.sheet.ws, self.cells[0][0].coordinate)

    def get_address(self, row_absolute: bool, column_absolute: bool) -> str:
        assert (row_absolute, column_absolute) == (False, False)
        return f"{get_column_letter(self.column)}{self.row}"


class Sheet:
    def __init__(self, book: Book, ws: Any) -> None:
        self.book, self.ws = book, ws
        self.api = types.SimpleNamespace(ProtectContents=ws.protection.sheet)

    @property
    def name(self) -> str:
        return self.ws.title

    @property
    def notes(self) -> list[Note]:
        return [Note(cell) for row in self.ws.iter_rows() for cell in row if cell.comment]

    @property
    def cells(self) -> Any:
        return types.SimpleNamespace(conditional_formats=Rules(self.ws, None))

    @property
    def used_range(self) -> Range:
        return Range(self, 1, 1, self.ws.max_row, self.ws.max_column)

    def range(self, first: Any, last: Any = None) -> Range:
        start = coordinate_to_tuple(first) if isinstance(first, str) else first
        return Range(self, *start, *(last or start))

    def shown(self, cell: Any) -> Any:
        return self.book.computed.get((self.name, cell.coordinate)) if isinstance(cell.value, str) and cell.value.startswith("=") else cell.value

    def delete(self) -> None:
        self.book.workbook.remove(self.ws)

    def activate(self) -> None:
        self.book.workbook.active = self.ws


class Sheets:
    def __init__(self, book: Book) -> None:
        self.book = book

    def __iter__(self):
        return iter([Sheet(self.book, ws) for ws in self.book.workbook.worksheets])

    def __len__(self) -> int:
        return len(self.book.workbook.worksheets)

    def __getitem__(self, index: int) -> Sheet:
        return Sheet(self.book, self.book.workbook.worksheets[index])

    def add(self, name: str, after: Sheet) -> Sheet:
        return Sheet(self.book, self.book.workbook.create_sheet(name, self.book.workbook.worksheets.index(after.ws) + 1))


class App:
    """answers: what the officer says to Excel's dialogs, in order; False cancels."""

    def __init__(self, answers: list[object]) -> None:
        self.answers, self.alerts, self.bar, self.asked = answers, [], [], []
        self.engine = types.SimpleNamespace(type="desktop")
        self.opened: list[str] = []
        self.books = types.SimpleNamespace(open=self.opened.append)
        self.calculated = 0
        self.selection: Range | None = None
        self.api = types.SimpleNamespace(
            GetOpenFilename=self._named, GetSaveAsFilename=lambda start, *_: self._chosen(start),
            InputBox=lambda prompt, title, default, Type: self._chosen(default), CalculateFullRebuild=self._calculate,  # noqa: ARG005, N803
        )  # fmt: skip

    def _named(self, kinds: str, number: int, title: str) -> object:  # noqa: ARG002
        self.asked.append(title)
        return self.answers.pop(0) if self.answers else False

    def _chosen(self, default: str) -> object:
        answer = self.answers.pop(0) if self.answers else None
        return default if answer is None else answer

    def _calculate(self) -> None:
        self.calculated += 1

    @property
    def status_bar(self) -> object:
        return self.bar[-1]

    @status_bar.setter
    def status_bar(self, value: object) -> None:
        self.bar.append(value)

    def alert(self, prompt: str, title: str, buttons: str = "ok", mode: str | None = None) -> str:  # noqa: ARG002
        self.alerts.append(prompt)
        return str(self.answers.pop(0)) if buttons == "yes_no" else "ok"


class Book:
    """A workbook file open in Excel, saved in its folder."""

    def __init__(self, path: Path, answers: list[object] | None = None) -> None:
        self.path, self.computed = path, _computed(path)
        self.workbook = openpyxl.load_workbook(path)
        self.app = App(answers or [])
        self.name = path.name
        self.sheets = Sheets(self)
        self.dirty = False
        self.api = types.SimpleNamespace(Path=str(path.parent), ProtectStructure=False, SaveCopyAs=self._save_copy)

    def _save_copy(self, target: str) -> None:
        """As Excel does: with the values that it has computed. openpyxl cannot, so what is unchanged is copied from the file."""
        if self.dirty:
            self.workbook.save(target)
        else:
            Path(target).write_bytes(self.path.read_bytes())


_SAME = {Range: xw.Range, Sheet: xw.Sheet, App: xw.App, Book: xw.Book, Sheets: xw.main.Sheets, Note: xw.main.Note, Rule: xw.main.ConditionalFormat,
         Rules: xw.main.ConditionalFormats}  # fmt: skip
OWN = {"cells", "box", "shown", "ws", "workbook", "computed", "dirty"}


def unknown_names() -> list[str]:
    """Public names of the stand-ins that xlwings does not have."""
    return [f"{ours.__name__}.{name}" for ours, theirs in _SAME.items() for name in vars(ours) if not name.startswith("_") and name not in OWN and not hasattr(theirs, name)]
