"""Writing a sheet of the rollup: texts that stay texts, numbers, links to the files, and the look all its sheets share."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ziping.signs import listed, plain

LONGEST_LINK = 2000
MOST_LINKS = 10_000  # in a workbook: LibreOffice compares each with all others when it opens one, and Excel takes 65,530 on a sheet
LONGEST_TEXT = 255  # characters of a text in a formula
LINE, PADDING = 14, 3  # points of a line of text and around it; Excel's highest row is 409
TALLEST = 29  # lines
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
            "order": {"num_format": "0", "align": "center"}, "whole": {"num_format": "0", "align": "right", "indent": 1},
            "points": {"num_format": "0.00", "align": "right", "indent": 1}, "money": {"num_format": "#,##0.00", "align": "right", "indent": 1},
            "percent": {"num_format": "0.00%", "align": "right", "indent": 1}, "link": {"font_color": "#0563C1", "underline": 1, "indent": 1},
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
        self._set = 0

    def room(self) -> bool:
        """Whether the workbook takes one more, which then counts."""
        self._set += 1
        return self._set <= MOST_LINKS

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
        sheet.write_string(row, column, listed(str(value)), form)


def set_height(sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[object]) -> None:
    """The row as high as its wrapped texts need: no program measures tens of thousands of rows gladly, and some do not do it at all."""
    lines = max((_lines(str(value), column.width) for column, value in zip(columns, values, strict=True) if column.kind == "words" and value), default=1)
    sheet.set_row(row, min(lines, TALLEST) * LINE + PADDING)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: a Chinese sign is two of the column's characters wide."""
    across = width - 3.5  # edges and indent
    return sum(max(1, math.ceil(len(line.encode("gb18030", "replace")) / across)) for line in text.split("\n"))


def put_row(sheet: Worksheet, look: Look, row: int, columns: Sequence[Column], values: Sequence[object], first: int = 0) -> None:
    for at, (column, value) in enumerate(zip(columns, values, strict=True)):
        put(sheet, row, first + at, value, look.cells[column.kind])


def put_link(sheet: Worksheet, look: Look, row: int, column: int, links: Links, target: str, words: str) -> None:
    """A link while there is room for it, then a formula that links: all that comes into it is the text of its two arguments."""
    words = listed(words)[:250]
    place = target.removeprefix("external:")
    if target and links.room():
        sheet.write_url(row, column, target, look.cells["link"], string=words, tip="打开原文件")
    elif target and len(place) <= LONGEST_TEXT:
        sheet.write_formula(row, column, f"=HYPERLINK({_quoted(place)},{_quoted(words)})", look.cells["link"], words)
    else:
        put(sheet, row, column, words, look.cells["text"])


def _quoted(text: str) -> str:
    """A text as an argument of a formula."""
    return '"' + text.replace('"', '""') + '"'
