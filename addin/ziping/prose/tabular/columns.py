"""The total rows of tables: what the rows of a column add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ziping.amounts import Footing, foots, show
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit
from ziping.prose.judging.slips import one_slip, significant
from ziping.prose.text.tables import Cell, Table, label_of

__all__ = ["column_claims"]

TELLING = 4  # significant digits of a total from which one wrong digit is no accident
_APART = re.compile(r"率|比|均|价|%|％|标准|排名|名次|位次|幅|序号|编号|年份|年度$|次序|等级|目标值|指标值|完成值|增长")
_OF_WHICH = re.compile(r"[(（]?(?:其中|其:|#|①|②|③)|.*其中[:：]?$")
_CODE = re.compile(r"\d{3,10}")  # 201, 20101, 2010101: items below items
_OUTER = re.compile(r"[一二三四五六七八九十]{1,3}(?:[、.．]|$)")
_INNER = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|\d{1,2}(?:\.\d{1,2})*$")


@dataclass(frozen=True)
class _Column:
    """A column of the rows that a total row sums up."""

    head: str
    parts: tuple[Cell, ...]
    places: tuple[int, ...]
    total: Cell
    footing: Footing
    words: bool  # some row states words instead of a figure
    merged: frozenset[int]  # parts that may say again what the one above says for both

    @cached_property
    def lines(self) -> frozenset[int]:
        """Where its rows are that add something."""
        return frozenset(at for at, cell in zip(self.places, self.parts, strict=True) if cell.figure.value)  # type: ignore[union-attr]

    def bears_out(self, other: _Column) -> bool:
        """Whether it shows that every row of the other is a part of the total."""
        return self.footing.holds and len(self.lines) > 1 and other.lines <= self.lines


def column_claims(table: Table) -> Iterator[Claim]:
    """One claim for every column that a total row sums up. It fails where another column shows that the rows are all of the total, or one wrong digit explains it."""
    for at in table.totals:
        rows = _rows_of(table, at)
        columns = [column for index in range(len(table.heads)) if (column := _column(table, rows, at, index)) is not None]
        for column in columns:
            if column.footing.holds or _certain(column, any(other.bears_out(column) for other in columns)):
                yield _claim(table, at, column)


def _rows_of(table: Table, at: int) -> list[int]:
    """The rows that a total row sums up: those above it, or below it where it stands first, of the outermost rank, without 其中."""
    if "小计" in label_of(table.rows[at]):
        low = max((other for other in table.totals if other < at), default=-1) + 1
        rows = range(low, at)
    elif at == table.totals[0] == 0:
        high = table.totals[1] if len(table.totals) > 1 else len(table.rows)
        rows = range(1, high)
    else:
        grand = [other for other in table.totals if other < at and "小计" not in label_of(table.rows[other])]
        rows = range(max(grand, default=-1) + 1, at)
    plain = [row for row in rows if row not in table.totals and not _OF_WHICH.match(table.labels[row])]
    codes = {row: len(table.rows[row][0].words) for row in plain if _CODE.fullmatch(table.rows[row][0].words)}
    if len(codes) == len(plain) and len(set(codes.values())) > 1:
        return [row for row in plain if codes[row] == min(codes.values())]
    outer = [row for row in plain if _OUTER.match(table.rows[row][0].words) or _OUTER.match(table.labels[row])]
    inner = [row for row in plain if row not in outer and (_INNER.match(table.rows[row][0].words) or _INNER.match(table.labels[row]) or not table.rows[row][0].words)]
    return outer if len(outer) > 1 and inner else plain


def _column(table: Table, rows: Sequence[int], at: int, index: int) -> _Column | None:
    head, total = table.heads[index], table.rows[at][index]
    cells = [table.rows[row][index] for row in rows]
    parts = tuple(cell for cell in cells if cell.figure is not None)
    if total.figure is None or len(parts) < 2 or _APART.search(re.sub(r"[(（][^()（）]*[)）]$", "", head)) or total.figure.unit.text in ("%", "‰"):
        return None
    if any(cell.figure.unit.base != total.figure.unit.base for cell in parts):  # type: ignore[union-attr]
        return None
    footing = foots(total.figure, [cell.figure for cell in parts])  # type: ignore[misc]
    assert footing is not None
    places = tuple(row for row, cell in zip(rows, cells, strict=True) if cell.figure is not None)
    words = any(re.search(r"[^\W\d_]", cell.words) for cell in cells if cell.figure is None)
    merged = frozenset(at for at in range(1, len(parts)) if parts[at].figure.value == parts[at - 1].figure.value and _one_group(table, *places[at - 1 : at + 1]))  # type: ignore[union-attr]
    return _Column(head, parts, places, total, footing, words, merged)


def _one_group(table: Table, above: int, row: int) -> bool:
    """Whether some cell of words says the same in both rows, or nothing in the lower."""
    pairs = zip(table.rows[above], table.rows[row], strict=True)
    return any(one.words and one.figure is None and other.words in ("", one.words) for one, other in pairs)


def _certain(column: _Column, borne_out: bool) -> bool:
    """Whether the total can only be wrong: a mean or a greatest value is no sum, a value that merged rows repeat is counted once."""
    values = [cell.figure.value for cell in column.parts]  # type: ignore[union-attr]
    total = column.total.figure
    assert total is not None
    mean = len(values) > 2 and min(values) <= total.value <= max(values) and total.value * len(values) <= 2 * sum(values)
    if column.words or min(values) < 0 or not total.value or mean:
        return False
    once = foots(total, [cell.figure for at, cell in enumerate(column.parts) if at not in column.merged])  # type: ignore[misc]
    if once is not None and once.holds:
        return False
    if borne_out and not column.merged:
        return True
    slip = _slip(column)
    return borne_out and bool(slip) or slip > 1 and significant(total) >= TELLING


def _slip(column: _Column) -> int:
    """How many digits of one cell are wrong by a slip: 2 where neighbours changed places, 1 for one digit (a row too many or too few may look so), 0 for none."""
    found = 0
    for sign, cell in (*((1, cell) for cell in column.parts), (-1, column.total)):
        figure = cell.figure
        assert figure is not None
        due = figure.value + sign * column.footing.difference.scaleb(-figure.unit.shift)
        if due > 0 and one_slip(figure.but(value=due.quantize(figure.value)), figure):
            found = max(found, 1 + (sorted(str(due.quantize(figure.value))) == sorted(str(figure.value))))
    return found


def _claim(table: Table, at: int, column: _Column) -> Claim:
    row, total = table.rows[at], column.total
    places = max(cell.figure.decimals or 0 for cell in column.parts)  # type: ignore[union-attr]
    worked = in_unit(column.footing.expected, total.mention, max(0, places - (total.figure.decimals or 0)))  # type: ignore[union-attr]
    stated = show(total.figure.value, total.figure.decimals) + total.figure.unit.text  # type: ignore[union-attr]
    holds = column.footing.holds
    words = f"表中“{label_of(row)}”行的“{column.head}”：各行相加得{worked}，" + (f"与表中{stated}相符。" if holds else f"表中为{stated}，请核对。")
    start = next(cell.start for cell in row if cell.words)
    figures = (*(cell.mention for cell in column.parts), total.mention)
    return Claim(ClaimKind.SUM, "", start, total.end, figures, stated, worked, Verdict.HOLDS if holds else Verdict.FAILS, words)
