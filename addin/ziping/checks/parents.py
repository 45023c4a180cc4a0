"""Rows that only sum up the numbered rows below them (`一、示范区` over `1、水稻`, `2、玉米`): what they say counts once, with their parts."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile

from ziping.evaluation import Datum, Indicator

_PARENT = re.compile(r"^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])")
_PART = re.compile(r"^\s*(?:\d{1,2}[、.．)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])")


def without_sums(rows: list[tuple[Indicator, Datum | None]]) -> list[tuple[Indicator, Datum | None]]:
    """The rows without those that are proven to be the sum of the parts below them, in their scores and, where they have some, their points."""
    return [pair for number, pair in enumerate(rows) if not _sums_up(pair, rows[number + 1 :])]


def _sums_up(pair: tuple[Indicator, Datum | None], below: list[tuple[Indicator, Datum | None]]) -> bool:
    row, points = pair
    if not _PARENT.match(row.level3.name):
        return False
    group = (row.level1, row.level2)
    parts = list(takewhile(lambda other: (other[0].level1, other[0].level2) == group and _PART.match(other[0].level3.name), below))
    sums = [_is_sum(row.score, [part.score for part, _ in parts]), _is_sum(points, [each for _, each in parts])]
    return bool(parts) and False not in sums and True in sums


def _is_sum(whole: Datum | None, parts: list[Datum | None]) -> bool | None:
    """None where neither has figures."""
    values = [part.value if part is not None else None for part in parts]
    if whole is None or whole.value is None:
        return None if not any(value is not None for value in values) else False
    return None not in values and sum(values, Decimal(0)) == whole.value  # type: ignore[arg-type]
