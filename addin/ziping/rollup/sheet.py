"""Writing a sheet of the rollup: texts that stay texts, numbers, links to the files, and the look all its sheets share."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ziping.signs import plain

LONGEST_LINK = 2000
A3, A4 = 8, 9
UPRIGHT, ACROSS = 100, 180  # characters that can be read on A4, upright and across
FONT = {"font_name": "宋体", "font_size": 10.5, "font_charset": 134, "valign": "vcenter"}
CELL = FONT | {"border": 1, "border_color": "#BFBFBF"}


@dataclass(frozen=True, slots=True)
class Column:
    """kind: text, words (wrapped), mark (centred text), order (centred number), whole, points, money, percent, link."""

    heading: str
    width: float
    kind: str = "text"


class Look:
    """The formats of a workbook, made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.title = book.add_format(FONT | {"font_size": 16, "bold": True})
        self.note = book.add_format(FONT | {"font_color": "#595959"})
        self.head = book.add_format(CELL | {"bold": True, "bg_color": "#D9E2F3", "align": "center", "text_wrap": True})
        kinds = {
            "text": {"indent": 1}, "words": {"text_wrap": True, "indent": 1}, "mark": {"align": "center"},
            "order": {"num_format": "0", "align": "center"}, "whole": {"num_format": "0", "align": "right"},
            "points": {"num_format": "0.00", "align": "right"}, "money": {"num_format": "#,##0.00", "align": "right"},
            "percent": {"num_format": "0.00%", "align": "right"}, "link": {"font_color": "#0563C1", "underline": 1, "indent": 1},
        }  # fmt: skip
        self.cells = {kind: book.add_format(CELL | more) for kind, more in kinds.items()}
        self.sums = {kind: book.add_format(CELL | more | {"bold": True, "bg_color": "#F2F2F2"}) for kind, more in kinds.items()}
        fills = {"error": "#F8D7DA", "warning": "#FFF3CD", "info": "#E2EFF6"}
        self.marks = {severity: book.add_format(CELL | {"bg_color": fill, "align": "center"}) for severity, fill in fills.items()}


class Links:
    """Links to the workbooks that were read, relative to the result where they lie beside or below it."""

    def __init__(self, out: Path) -> None:
        self.folder = os.path.realpath(out.parent)
        self._known: dict[str, str] = {}

    def to(self, file: str, sheet: str = "", cell: str = "") -> str:
        """The link's target; "" for a path that a link cannot hold."""
        path = self._known.get(file)
        if path is None:
            real = os.path.realpath(file)
            path = os.path.relpath(real, self.folder) if real.startswith(self.folder + os.sep) else real
            path = "" if "#" in path or plain(path) != path else path
            self._known[file] = path
        if not path:
            return ""
        place = "#'{}'!{}".format(sheet.replace("'", "''"), cell or "A1") if sheet and "#" not in sheet else ""
        target = f"external:{path}{place}"
        return target if len(quote(target)) < LONGEST_LINK else ""


def start(sheet: Worksheet, look: Look, title: str, note: str, columns: Sequence[Column]) -> int:
    """Title, note and headings, and everything a sheet needs to be read and printed; returns the first row for values.

    Printed one page wide: upright, across, or across on A3, as the columns need it.
    """
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, title, look.title)
    sheet.write_string(1, 0, note, look.note)
    sheet.set_row(2, 30)
    for at, column in enumerate(columns):
        sheet.write_string(2, at, column.heading, look.head)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    width = sum(column.width for column in columns)
    if width > UPRIGHT:
        sheet.set_landscape()
    sheet.set_paper(A3 if width > ACROSS else A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    return 3


def put(sheet: Worksheet, row: int, column: int, value: object, form: Format) -> None:
    """One cell: a number as a number, everything else as text, None as a blank; never a formula."""
    if value is None or value == "" or value != value:
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, column, float(value), form)
    else:
        sheet.write_string(row, column, plain(str(value)), form)


def put_row(sheet: Worksheet, look: Look, row: int, columns: Sequence[Column], values: Sequence[object], first: int = 0) -> None:
    for at, (column, value) in enumerate(zip(columns, values, strict=True)):
        put(sheet, row, first + at, value, look.cells[column.kind])


def put_link(sheet: Worksheet, look: Look, row: int, column: int, target: str, words: str) -> None:
    if target:
        sheet.write_url(row, column, target, look.cells["link"], string=plain(words)[:250], tip="打开原文件")
    else:
        put(sheet, row, column, words, look.cells["text"])
