"""Amounts that cannot be added to the others: of another unit than they state, by their own workbook's findings or by what the others are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ziping.amounts import half_up
from ziping.rollup.record import Record

TIMES = 1000  # of the others' median from which an amount may have been entered in another unit; 元 for 万元 is ten thousand
FEWEST = 4  # amounts that are compared
PROVED = frozenset({"unit-form", "unit-factor", "unit-scaled"})  # the checks of units whose errors leave no amount of the workbook sure


class Far(NamedTuple):
    """A workbook whose amount is far from the others', in words."""

    record: Record
    told: str


def far(records: Sequence[Record]) -> Iterator[Far]:
    """A budget, or where there is none an executed amount, that is so many times the median of the others', or so small a part of it."""
    known = [(record, value) for record in records if (value := Decimal(record.budget or record.executed or 0)) > 0]
    values = sorted(value for _, value in known)
    for record, value in known if len(values) >= FEWEST else ():
        middle = _middle(values, bisect_left(values, value))
        if max(value, middle) < TIMES * min(value, middle):
            continue
        told = f"的 {half_up(value / middle, 0):,} 倍" if value > middle else f"的 {half_up(middle / value, 0):,} 分之一"
        what = f"{'预算数' if record.budget else '执行数'} {half_up(value, 2):,} 万元"
        yield Far(record, f"{what}，是其余 {len(values) - 1} 份中位数 {half_up(middle, 2):,} 万元{told}")


def _middle(values: Sequence[Decimal], without: int) -> Decimal:
    """The median of sorted values without one of them."""
    count = len(values) - 1
    low, high = (values[at if at < without else at + 1] for at in ((count - 1) // 2, count // 2))
    return (low + high) / 2


def unlike(records: Sequence[Record], verified: bool) -> dict[str, str]:
    """file → why its amounts are added to no others. verified: the bureau has made sure of the amounts that are far from the others'."""
    found = {} if verified else {record.file: f"{told}，可能不是按万元计的" for record, told in far(records)}
    return found | {record.file: told for record in records if (told := mistaken(record))}


def mistaken(record: Record) -> str:
    """Where a workbook's own findings prove a unit wrong, so that neither its amounts nor their rate are sure; "" where none does."""
    issue = next((each for each in record.issues if each.code in PROVED and each.severity == "error"), None)
    return f"《{issue.sheet}》{issue.cell}的计量单位有误" if issue is not None else ""
