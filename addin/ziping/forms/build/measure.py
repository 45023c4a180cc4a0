"""How high a row must be: XlsxWriter does not lay out text, so lines are counted here from the widths of characters."""

from __future__ import annotations

import math
import unicodedata
from decimal import Decimal
from functools import lru_cache

from ziping.forms.build.canvas import Cell, Page

HIGHEST = 400.0  # Excel ends a row at 409 points
A4 = {False: (510.0, 733.0), True: (757.0, 519.0)}  # printable width and height in points, upright and landscape
CRAMPED = 1.25  # a form up to so much too long is shrunk onto one page; a longer one runs over several


@lru_cache(maxsize=4096)
def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "FWA"


def points(text: str, size: float) -> float:
    """The width of one line of text in points: a Chinese character is as wide as it is high, others a good half."""
    return sum(size if _wide(character) else size * 0.56 for character in text)


def width(page: Page, column: int, columns: int = 1) -> float:
    """The width of columns in points: a character of width is 7 pixels, and 5 more a column."""
    return sum((page.widths[c] * 7 + 5) * 0.75 for c in range(column, column + columns))


def lines(text: str, size: float, available: float) -> int:
    """How many lines a wrapped text takes, with a reserve of 4 % for other fonts."""
    room = max(available - 6, size)
    return sum(max(1, math.ceil(points(line, size) * 1.04 / room)) for line in text.split("\n"))


def broken(text: str, size: float, available: float) -> str:
    """A heading with its weight, broken before the weight where the two do not fit on one line but each on one of its own: 产出指标 / （50分）."""
    name, bracket, weight = text.rpartition("（")
    apart = name and lines(text, size, available) > 1 and lines(name, size, available) == 1
    return f"{name}\n{bracket}{weight}" if apart else text


def one_page(page: Page, rows: dict[int, float]) -> bool:
    """Whether a form that fits the page's width may be shrunk to its height as well without becoming hard to read."""
    across, down = A4[page.landscape]
    scale = min(1.0, across / width(page, 0, page.printed or len(page.widths)))
    return sum(rows.values()) * scale <= down * CRAMPED


def needed(page: Page, cell: Cell, text: str) -> float:
    """Points of height the cell's text takes."""
    size = cell.style.size
    if cell.style.upright:
        return len(text) * size * 1.32 + 6
    return lines(text, size, width(page, cell.column, cell.columns) - cell.style.indent * size) * size * 1.36 + 6


def heights(page: Page, shown: dict[tuple[int, int], str]) -> dict[int, float]:
    """Row heights in points; a text over several rows is divided among them, the last one takes what is missing."""
    found = {row: page.heights.get(row, page.least.get(row, page.lowest)) for row in range(page.size[0])}
    tall = []
    for (row, column), cell in page.cells.items():
        text = shown.get((row, column), "")
        if not text or not cell.grow:
            continue
        if cell.rows == 1:
            if isinstance(cell.value, Decimal):
                continue  # a number is never wrapped
            if row not in page.heights:
                found[row] = min(HIGHEST, max(found[row], needed(page, cell, text)))
        else:
            tall.append((cell, needed(page, cell, text)))
    for cell, height in sorted(tall, key=lambda pair: pair[0].rows):
        rows = range(cell.row, cell.row + cell.rows)
        missing = height - sum(found[row] for row in rows)
        if missing > 0:
            for row in rows:
                found[row] = min(HIGHEST, found[row] + missing / cell.rows)
    return found
