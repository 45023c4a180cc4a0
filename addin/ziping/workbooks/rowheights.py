"""Rows as high as their texts: what was typed into a row of a fixed height is cut off on paper, however it looked on the screen."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ziping.forms.build.measure import HIGHEST, lines
from ziping.workbooks.package import Package, main

LARGEST = 20 * 2**20  # bytes of all sheets together
_DEFAULT_WIDTH, _DEFAULT_HEIGHT, _DEFAULT_SIZE = 9.14, 15.0, 11.0


def grow(package: Package, book: Path) -> None:
    """Make every row of the package, whose texts are those of the book, as high as its wrapped texts are; none becomes lower.

    A workbook that openpyxl does not take, or one beyond all measure of a form, is left as it is: this is about paper, not about figures.
    """
    if sum(len(package.read(part)) for _, part in package.sheets()) > LARGEST:
        return
    try:
        with warnings.catch_warnings(action="ignore"):  # of what it would lose in saving, which it never does here
            sheets = openpyxl.load_workbook(book, data_only=True)
    except Exception:  # the parts of a foreign file can be wrong in any way
        return
    for name, part in package.sheets():
        found = needed(sheets[name])
        if not found:
            continue
        tree = package.tree(part)
        for row in tree.iter(main("row")):
            height = found.get(int(row.get("r", 0)))
            if height is not None:
                row.set("ht", f"{height:.1f}")
                row.set("customHeight", "1")
        package.put(part, tree)


def needed(sheet: Worksheet) -> dict[int, float]:
    """The rows that are too low, with the height that they need; of several rows under one text the last takes what is missing."""
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    found: dict[int, float] = {}
    tall = []
    for row, column, text, size in _wrapped(sheet):
        area = merged.get((row, column))
        last, right = (area.max_row, area.max_col) if area is not None else (row, column)
        height = lines(text, size, sum(_width(sheet, each) for each in range(column, right + 1))) * size * 1.36 + 6
        if last == row:
            _raise(found, sheet, row, height)
        else:
            tall.append((row, last, height))
    for first, last, height in tall:
        others = sum(found.get(row, _height(sheet, row)) for row in range(first, last))
        _raise(found, sheet, last, height - others)
    return found


def _raise(found: dict[int, float], sheet: Worksheet, row: int, height: float) -> None:
    if height > found.get(row, _height(sheet, row)) + 1:  # a point is no line
        found[row] = min(HIGHEST, height)


def _wrapped(sheet: Worksheet) -> Iterator[tuple[int, int, str, float]]:
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str) and cell.value.strip() and cell.alignment.wrap_text and not cell.alignment.text_rotation:
                yield cell.row, cell.column, cell.value, cell.font.size or _DEFAULT_SIZE


def _width(sheet: Worksheet, column: int) -> float:
    """Points: a file counts the five pixels of a column's edges into its width, of which one is seven pixels."""
    letter = get_column_letter(column)
    known = sheet.column_dimensions
    dimension = next((each for each in known.values() if each.min and each.max and each.min <= column <= each.max), None) or known.get(letter)
    if dimension is not None and dimension.hidden:
        return 0.0
    width = dimension.width if dimension is not None and dimension.customWidth else sheet.sheet_format.defaultColWidth or _DEFAULT_WIDTH
    return width * 7 * 0.75


def _height(sheet: Worksheet, row: int) -> float:
    dimension = sheet.row_dimensions.get(row)
    return (dimension.height if dimension is not None else None) or sheet.sheet_format.defaultRowHeight or _DEFAULT_HEIGHT
