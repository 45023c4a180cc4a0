"""The door between a worksheet function and its pure counterpart: what a host hands over, cell by cell, and ranges in one call."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from ziping.amounts import from_float
from ziping.functions import FUNCTIONS, Value
from ziping.standards import NotScorable
from ziping.surface import function

# What a cell shows that holds an error; such a cell is neither blank nor a text to be scored.
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#DATA!", "#GETTING_DATA"})
# A cell of a table that could not be computed. The VBA wrapper turns it into #N/A; no function of ours returns such a text otherwise.
FAILED = "#PERF:N/A#"


class Refused(Exception):
    """What cannot be computed; a host shows an error value."""


def value(given: object) -> Value:
    """A cell's value as the pure functions take it: floats exact, dates as they are written in Chinese, blanks None.

    `Refused` for error values, infinities and what no cell holds.
    """
    if given is None or given == "":
        return None
    if isinstance(given, str) and given in _ERRORS:
        raise Refused("an error value")
    if isinstance(given, bool | str | Decimal):
        return given
    if isinstance(given, int):
        return Decimal(given)
    if isinstance(given, float):
        try:
            return from_float(given)
        except ValueError:
            raise Refused("not a number") from None
    if isinstance(given, datetime.date):
        return f"{given.year}年{given.month}月{given.day}日"
    raise Refused(f"no cell holds a {type(given).__name__}")


def table(given: object) -> list[list[object]]:
    """An argument as rows of cells, whether it came as one cell, one row or a table."""
    if isinstance(given, list | tuple):
        return [list(row) if isinstance(row, list | tuple) else [row] for row in given]
    return [[given]]


def result(given: object) -> float | bool | str:
    """A pure function's result as a cell takes it: numbers as floats, "" blank."""
    return float(given) if isinstance(given, Decimal) else given  # type: ignore[return-value]


def call(name: str, *arguments: object) -> object:
    """A worksheet function over cells. One cell each: one value, or `NotScorable`. Ranges: a table, `FAILED` where a row cannot be computed.

    A range of one column and a range of one row stretch over each other, as in Excel's own functions; `Refused` when sizes do not fit.
    """
    described, pure = function(name).arguments, FUNCTIONS[name]
    tables = [table(given) for given in arguments]
    spread = [t for t, a in zip(tables, described, strict=False) if not a.many]
    height = max((len(t) for t in spread), default=1)
    width = max((max(map(len, t), default=1) for t in spread), default=1)
    # A range that is taken whole is converted once, not for every cell of the others.
    whole = [[[value(cell) for cell in row] for row in t] if a.many else None for t, a in zip(tables, described, strict=False)]
    if height == width == 1:
        return result(pure(*(w if w is not None else value(t[0][0]) for w, t in zip(whole, tables, strict=True))))
    for t in spread:
        if len(t) not in (1, height) or any(len(row) not in (1, width) for row in t):
            raise Refused("ranges of different sizes")
    return [[_one(pure, whole, tables, row, column) for column in range(width)] for row in range(height)]


def _one(pure: Callable[..., object], whole: list[object], tables: list[list[list[object]]], row: int, column: int) -> object:
    try:
        return result(pure(*(w if w is not None else value(_at(t, row, column)) for w, t in zip(whole, tables, strict=True))))
    except (NotScorable, Refused):
        return FAILED


def _at(cells: list[list[object]], row: int, column: int) -> object:
    line = cells[row] if len(cells) > 1 else cells[0]
    return line[column] if len(line) > 1 else line[0]
