"""A sheet of cells, however it is held: by a file, by live Excel, by live Calc. Rows and columns count from 0 here, `Place` says A1.

This is the door where floats become decimals and a cell's number format becomes the text that a person reads.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from ziping.amounts import PERCENT, PLAIN, Figure, Unit, from_float, half_up, read_figure, show
from ziping.evaluation import Datum, Place

Raw = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta | Decimal | None
Span = tuple[int, int, int, int]  # top, left, bottom, right; ends included


@dataclass(frozen=True, slots=True)
class Format:
    """How a cell shows its number: `decimals` at most (None: as many as there are), `least` of them always (`0.00##` is 4 and 2)."""

    decimals: int | None = None
    least: int = 0
    percent: bool = False
    grouped: bool = False
    date: bool = False


GENERAL = Format()


class Grid(Protocol):
    """What reading needs of a sheet. `rows` are raw values as the host gives them, ragged or not; "" and None are blank alike.

    `merges` may be empty where the host cannot tell. `formula` gives the text with its `=`; `error` gives `#DIV/0!` and the like.
    """

    name: str
    hidden: bool
    rows: Sequence[Sequence[Raw]]
    merges: Sequence[Span]

    def formula(self, row: int, column: int) -> str | None: ...
    def error(self, row: int, column: int) -> str | None: ...
    def format(self, row: int, column: int) -> Format: ...
    def row_hidden(self, row: int) -> bool: ...


@dataclass(slots=True)
class Details:
    """What a reader of values alone does not tell, by (row, column)."""

    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formats: Mapping[tuple[int, int], Format] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()


class Sheet:
    """The Grid of files and tests: values at once, formulas and formats when first asked for."""

    __slots__ = ("_details", "_fetch", "hidden", "merges", "name", "rows")

    def __init__(self, name: str, rows: Sequence[Sequence[Raw]], merges: Sequence[Span] = (), *, hidden: bool = False, details=None) -> None:
        """`details`: a `Details`, or a function that makes one when it is needed; None: there is nothing to tell."""
        self.name, self.rows, self.merges, self.hidden = name, rows, merges, hidden
        self._fetch = details if callable(details) else None
        self._details = details if isinstance(details, Details) else None

    @property
    def details(self) -> Details:
        if self._details is None:
            self._details = self._fetch() if self._fetch else Details()
        return self._details

    def formula(self, row: int, column: int) -> str | None:
        return self.details.formulas.get((row, column))

    def error(self, row: int, column: int) -> str | None:
        return self.details.errors.get((row, column))

    def format(self, row: int, column: int) -> Format:
        return self.details.formats.get((row, column), GENERAL)

    def row_hidden(self, row: int) -> bool:
        return row in self.details.hidden_rows


# ---------------------------------------------------------------------------------------------------------------
# Addresses


@lru_cache(maxsize=4096)
def column_name(column: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


@lru_cache(maxsize=4096)
def column_number(name: str) -> int:
    """A → 0, AA → 26."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def address(row: int, column: int) -> str:
    return f"{column_name(column)}{row + 1}"


_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


def position(cell: str) -> tuple[int, int]:
    """A1 → (0, 0); ValueError when it is no address."""
    match = _ADDRESS.fullmatch(cell)
    if not match:
        raise ValueError(f"not an address: {cell!r}")
    return int(match[2]) - 1, column_number(match[1])


# ---------------------------------------------------------------------------------------------------------------
# Number formats

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[0#?](?:[0#?,]*[0#?])?(?:\.([0#?]+))?")


@lru_cache(maxsize=512)
def format_of(code: str) -> Format:
    """A number format code (`#,##0.00_ ;-#,##0.00`, `0.00%`, `yyyy-m-d`) as far as it decides the text of a number."""
    section = _QUOTED.sub("", code.split(";")[0])
    if section.strip().lower() in ("", "general", "@", "g/通用格式"):
        return GENERAL
    if re.search(r"[ymdhs年月日]", section, re.I) and not re.search(r"[0#]", section):
        return Format(date=True)
    match = _DIGITS.search(section)
    if not match:
        return GENERAL
    behind = match[1] or ""
    return Format(len(behind), behind.count("0"), "%" in section, "," in match[0])


# ---------------------------------------------------------------------------------------------------------------
# Values and texts


def number(value: Raw) -> Decimal | None:
    """A cell's number as an exact decimal; a float by the fifteen digits that a spreadsheet itself keeps. None for everything else."""
    if value is None or isinstance(value, str | bool):
        return None
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        try:
            return from_float(float(format(value, ".15g")))
        except ValueError:
            return None
    return None


def shown(value: Decimal, how: Format) -> str:
    """The text of a number in its cell, without thousands separators; never fewer digits than the officer sees."""
    if how.percent:
        value = value.scaleb(2)
    return show(value, places(value, how)) + ("%" if how.percent else "")


def places(value: Decimal, how: Format) -> int:
    """How many decimals a number shows."""
    own = max(0, -value.normalize().as_tuple().exponent)  # type: ignore[operator]
    if how.decimals is None:
        return own
    if own > how.decimals:
        rounded = half_up(value, how.decimals).normalize()
        own = max(0, -rounded.as_tuple().exponent)  # type: ignore[operator]
    return max(own, how.least)


def _date(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(value, datetime.datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return str(value)


def text(grid: Grid, row: int, column: int) -> str:
    """What a person reads in the cell, without blanks around it; "" for a blank one."""
    value = raw(grid, row, column)
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    exact = number(value)
    if exact is not None:
        return shown(exact, grid.format(row, column))
    return _date(value) if not isinstance(value, float) else ""


def raw(grid: Grid, row: int, column: int) -> Raw:
    """The raw value, None outside of the sheet."""
    rows = grid.rows
    if 0 <= row < len(rows):
        line = rows[row]
        if 0 <= column < len(line):
            return line[column]
    return None


def datum(grid: Grid, row: int, column: int, unit: Unit = PLAIN, label: str = "") -> Datum:
    """The cell as a Datum: its text, its number in `unit` (a percent cell's in %), where it stands, its formula or error."""
    value = raw(grid, row, column)
    place = Place(grid.name, address(row, column))
    formula = grid.formula(row, column)
    if value is None or value == "":
        error = grid.error(row, column)
        return Datum(error or "", None, place, formula, error, label)
    if isinstance(value, str):
        stripped = value.strip()
        if stripped.startswith("#") and stripped in ERRORS:
            return Datum(stripped, None, place, formula, stripped, label)
        return Datum(stripped, read_figure(stripped, unit), place, formula, None, label)
    exact = None if isinstance(value, bool) else number(value)
    if exact is None:
        return Datum(text(grid, row, column), None, place, formula, None, label)
    how = grid.format(row, column)
    if how.percent:
        exact, unit = exact.scaleb(2), PERCENT
    decimals = places(exact, how)
    words = show(exact, decimals) + ("%" if how.percent else "")
    return Datum(words, Figure(exact, unit, decimals), place, formula, None, label)


ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA"})
