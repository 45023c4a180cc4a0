"""A sheet of cells, however it is held: by a file, by live Excel, by live Calc. Rows and columns count from 0 here, `Place` says A1.

This is the door where floats become decimals and a cell's number format becomes the text that a person reads.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from ziping.amounts import PERCENT, PLAIN, Figure, Unit, from_float, half_up, read_figure, show, unit_named
from ziping.evaluation import Datum, Place, Scaled
from ziping.forms.formats import GENERAL, Format, Section, scaled
from ziping.forms.strokes import datum_of, figure_of

Raw = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta | Decimal | None
Span = tuple[int, int, int, int]  # top, left, bottom, right; ends included


@dataclass(slots=True)
class Details:
    """What a reader of values alone does not tell, by (row, column): formulas with their `=`, errors such as `#DIV/0!`, number formats, formulas without results."""

    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    formats: Mapping[tuple[int, int], Format] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    unresolved: Set[tuple[int, int]] = frozenset()


class Grid(Protocol):
    """What reading needs of a sheet. `rows` are raw values as the host gives them, ragged or not; "" and None are blank alike.

    `merges` may be empty where the host cannot tell; `details` is asked for only when the sheet holds something of ours.
    """

    name: str
    hidden: bool
    rows: Sequence[Sequence[Raw]]
    merges: Sequence[Span]

    @property
    def details(self) -> Details: ...


class Sheet:
    """The Grid of files and tests: values at once, formulas and formats when first asked for."""

    __slots__ = ("_fetch", "details", "hidden", "merges", "name", "rows", "written")
    details: Details

    def __init__(
        self, name: str, rows: Sequence[Sequence[Raw]], merges: Sequence[Span] = (), *, hidden: bool = False,
        details: Details | Callable[[], Details] | None = None, written: Mapping[int, list[tuple[int, Raw]]] | None = None,
    ) -> None:  # fmt: skip
        """`details`: a `Details`, or a function that makes one when it is needed; None: there is nothing to tell. `written`: by row the columns that
        hold something besides blanks, with it, where that is known.
        """
        self.name, self.rows, self.merges, self.hidden, self.written = name, rows, merges, hidden, written
        if callable(details):
            self._fetch = details
        else:
            self.details = details or Details()

    def __getattr__(self, name: str) -> Details:
        """Asked only for what is not there yet: details that are needed for the first time; every cell that is read looks at them."""
        if name != "details":
            raise AttributeError(name)
        self.details = self._fetch()
        return self.details


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


@lru_cache(maxsize=16384)
def address(row: int, column: int) -> str:
    return f"{column_name(column)}{row + 1}"


_DATE_PART = re.compile(r"y+|m+|d+|h+|s+", re.I)
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


@lru_cache(maxsize=16384)
def position(cell: str) -> tuple[int, int]:
    """A1 → (0, 0); ValueError when it is no address."""
    match = _ADDRESS.fullmatch(cell)
    if not match:
        raise ValueError(f"not an address: {cell!r}")
    return int(match[2]) - 1, column_number(match[1])


# ---------------------------------------------------------------------------------------------------------------
# Values and texts


def number(value: Raw) -> Decimal | None:
    """A cell's number as an exact decimal; a float by the fifteen digits that a spreadsheet itself keeps. None for everything else."""
    kind = type(value)
    if kind is float:
        return _exact(value)
    if kind is int:
        return Decimal(value)  # type: ignore[arg-type]
    return value if kind is Decimal else None  # type: ignore[return-value]


@lru_cache(maxsize=4096)
def _exact(value: float) -> Decimal | None:
    try:
        return from_float(value)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _shown(value: Decimal, decimals: int | None, least: int, percent: bool) -> tuple[str, Decimal, int]:
    """What a number's cell shows (without thousands separators), the number (in percent for a percent cell) and the decimals it shows."""
    if percent:
        value = value.scaleb(2)
    shown = max(0, -value.normalize().as_tuple().exponent)  # type: ignore[operator]
    if decimals is not None:
        if shown > decimals:
            shown = max(0, -half_up(value, decimals).normalize().as_tuple().exponent)  # type: ignore[operator]
        shown = max(shown, least)
    return show(value, shown) + ("%" if percent else ""), value, shown


@lru_cache(maxsize=4096)
def _told(value: float, decimals: int | None, least: int, percent: bool) -> tuple[str, Decimal, int] | None:
    """`_shown` of a cell's float; None for one that is no number."""
    exact = _exact(value)
    return None if exact is None else _shown(exact, decimals, least, percent)


def _seen(value: Raw, how: Format) -> tuple[str, Decimal, int] | None:
    """The same of whatever number a cell holds; None for everything else."""
    if type(value) is float:
        return _told(value, how.decimals, how.least, how.percent)
    exact = number(value)
    return None if exact is None else _shown(exact, how.decimals, how.least, how.percent)


def _scaled(held: Decimal, section: Section) -> Scaled:
    return Scaled.of(held, show(held.scaleb(-section.power), section.decimals))


def _date(value: datetime.date | datetime.time | datetime.timedelta, code: str = "") -> str:
    """A date as its format shows it (`yyyy年m月d日`); ISO where the format is not told or is for times."""
    if code and isinstance(value, datetime.date) and not re.search(r"[hs]", code, re.I):
        parts = {"y": lambda n: f"{value.year:04d}" if n > 2 else f"{value.year % 100:02d}", "m": lambda n: f"{value.month:0{min(n, 2)}d}",
                 "d": lambda n: f"{value.day:0{min(n, 2)}d}"}  # fmt: skip
        return _DATE_PART.sub(lambda match: parts[match[0][0].lower()](len(match[0])), code).strip()
    if isinstance(value, datetime.datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return str(value)


def raw(grid: Grid, row: int, column: int) -> Raw:
    """The raw value, None outside of the sheet."""
    rows = grid.rows
    if 0 <= row < len(rows):
        line = rows[row]
        if 0 <= column < len(line):
            return line[column]
    return None


def text(grid: Grid, row: int, column: int) -> str:
    """What a person reads in the cell, without blanks around it; "" for a blank one."""
    try:
        value = grid.rows[row][column]
    except IndexError:
        return ""
    if type(value) is str:
        return value.strip()
    return "" if value is None else _words(grid, row, column, value)


def _words(grid: Grid, row: int, column: int, value: Raw) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    how = grid.details.formats.get((row, column), GENERAL)
    seen = _seen(value, how)
    if seen is not None:
        return seen[0]
    return "" if isinstance(value, float) else _date(value, how.date)  # type: ignore[arg-type]


def datum(grid: Grid, row: int, column: int, unit: Unit = PLAIN, label: str = "") -> Datum:
    """The cell as a Datum: its text, its number in `unit` (a percent cell's in %), where it stands, its formula or error."""
    try:
        value = grid.rows[row][column]
    except IndexError:
        value = None
    details, at = grid.details, (row, column)
    place = place_of(grid.name, row, column)
    formula = details.formulas.get(at)
    if type(value) is str:
        words = value.strip()
        if words:
            first = words[0]
            if first in _FIRST:
                figure = figure_in(words, unit)
                return datum_of(words, figure, place, formula, None, label, figure is not None)
            return datum_of(words, None, place, formula, words if first == "#" and words in ERRORS else None, label)
    elif value is not None:
        how = details.formats.get(at, GENERAL)
        seen = _told(value, how.decimals, how.least, how.percent) if type(value) is float else _seen(value, how)
        if seen is None:
            return datum_of(_words(grid, row, column, value), None, place, formula, None, label)
        if how.sections and (section := scaled(how.sections, number(value))) is not None:  # type: ignore[arg-type]
            return datum_of("", None, place, formula, _scaled(number(value), section), label)  # type: ignore[arg-type]
        words, exact, decimals = seen
        return datum_of(words, figure_of(exact, PERCENT if how.percent else unit, decimals), place, formula, None, label)
    error = details.errors.get(at)
    return datum_of(error or "", None, place, formula, error, label, False, at in details.unresolved)


@lru_cache(maxsize=16384)
def place_of(sheet: str, row: int, column: int) -> Place:
    return Place(sheet, address(row, column))


_FIRST = frozenset("0123456789.+-−－¥￥０１２３４５６７８９")


def figure_in(words: str, unit: Unit = PLAIN) -> Figure | None:
    """`read_figure` for a cell's text: most cells hold words and are told apart by their first sign."""
    if words[0] not in _FIRST or len(words) > 40:
        return None
    figure = _figure(words)
    if figure is None or unit is PLAIN or (figure.unit is not PLAIN and (unit.base != "元" or figure.unit.base or figure.unit.shift <= 0)):
        return figure
    return Figure(figure.value, unit if figure.unit is PLAIN else unit_named(f"{figure.unit.text}元"), figure.decimals)  # 706万 among amounts is 万元


@lru_cache(maxsize=4096)
def _figure(words: str) -> Figure | None:
    return read_figure(words)


ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA"})
