"""Shared formulas: the same formula further down or to the right, with its relative references moved."""

from __future__ import annotations

import re

from ziping.forms.grid import column_name, column_number

# Text literals and quoted sheet names are passed over; a reference is no part of a longer word and no function's name.
_TOKEN = re.compile(
    r"""("(?:[^"]|"")*"|'(?:[^']|'')*')"""
    r"""|(?<![\w.])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(.])"""
)
_ROWS, _COLUMNS = 1_048_576, 16_384


def shifted(formula: str, rows: int, columns: int) -> str:
    """`A1*$B$2` moved 1 down and 1 right is `B2*$B$2`; a reference that leaves the sheet becomes `#REF!`."""

    def move(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        fixed_column, letters, fixed_row, digits = match.group(2, 3, 4, 5)
        column, row = column_number(letters.upper()), int(digits) - 1
        if column >= _COLUMNS or row >= _ROWS:
            return match[0]
        column += 0 if fixed_column else columns
        row += 0 if fixed_row else rows
        if not (0 <= column < _COLUMNS and 0 <= row < _ROWS):
            return "#REF!"
        return f"{fixed_column}{column_name(column)}{fixed_row}{row + 1}"

    return _TOKEN.sub(move, formula)


def member(text: str, group: str, row: int, column: int, groups: dict[str, tuple[str, int, int]]) -> str:
    """The formula of a cell that shares it: the cell that writes it out begins the group, the others have it moved; "" without a beginning."""
    if text:
        groups[group] = (text, row, column)
        return text
    origin, top, left = groups.get(group, ("", row, column))
    return shifted(origin, row - top, column - left)
