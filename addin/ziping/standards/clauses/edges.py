"""A span of numbers as printed: its two ends, whether each is included, and of what the numbers are."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, Unit
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.records import Record
from ziping.standards.words.tokens import Token

__all__ = ["ABSOLUTE", "BETWEEN_BARS", "CONTESTED", "CONTRAST", "GROWTH", "LAW", "OFF_GOAL", "OF_IT", "OF_TARGET", "OVER_GOAL", "Edge", "SHORTFALL", "RawSpan", "joined", "one_sided", "percent", "read_mark", "read_marks"]

LAW = "law"  # 以上, 以下, 以内: included by 民法典 第一千二百五十九条 unless a neighbour says otherwise
ABSOLUTE = "绝对值"
OF_TARGET = "完成目标值"
BETWEEN_BARS = "相对偏差率"  # |actual - target| / target, told by the two of them
OVER_GOAL = "超出目标值的偏差率"  # (actual - target) / target, of an actual beyond its upper limit
OFF_GOAL = "偏差绝对值"  # how far from the target, either way
SHORTFALL = "距目标百分点数"  # target less actual, and nothing where it is reached
GROWTH = "同比增长率"  # against the year before, or whatever else the standard starts from
CONTRAST = "contrast"  # the unmarked end of a span whose other end says （含）
CONTESTED = "contested"  # both neighbours claim it, as our own rendering says
OF_IT = 50  # per cent: less, printed without 的, is how far beyond the target
_POINT_UNITS = ("百分点", "%")


class Edge(Record):
    """One end of a span: closed True, False, LAW or None (not said)."""

    __slots__ = ("value", "unit", "closed")
    value: Decimal
    unit: Unit | None
    closed: bool | str | None


class RawSpan(Record):
    """A span as printed, its ends not yet settled with its neighbours."""

    __slots__ = ("low", "high", "subject")
    defaults = {"subject": ""}
    low: Edge | None
    high: Edge | None
    subject: str


def one_sided(sign: str, number: Token, closed: bool | str | None) -> RawSpan:
    value, unit = number.value, number.unit
    if sign == "=":
        edge = Edge(value, unit, True)  # type: ignore[arg-type]
        return RawSpan(edge, edge)
    included = closed if closed is not None else sign in ("≥", "≤")
    edge = Edge(value, unit, included)  # type: ignore[arg-type]
    return RawSpan(edge, None) if sign in ("≥", ">") else RawSpan(None, edge)


def joined(a: RawSpan, b: RawSpan) -> RawSpan | None:
    """Two one-sided spans as one two-sided span."""
    low = a.low if a.low and not a.high else b.low if b.low and not b.high else None
    high = a.high if a.high and not a.low else b.high if b.high and not b.low else None
    if low is None or high is None or low is high:
        return None
    unit = low.unit or high.unit
    low, high = Edge(low.value, low.unit or unit, low.closed), Edge(high.value, high.unit or unit, high.closed)
    return RawSpan(low, high, a.subject or b.subject) if low.value < high.value else None


def read_mark(cursor: Cursor, number: Token | None = None) -> bool | str | None:
    """（含）, （不含）, （含90%）; what the bracket names must be the number that it follows."""
    if cursor.accept("EITHER"):
        return CONTESTED
    if cursor.accept("INCL"):
        return True
    if cursor.accept("EXCL"):
        return False
    start = cursor.at
    said = read_marks(cursor)
    if len(said) == 1 and number is not None and number.value in said:
        return said[number.value]  # type: ignore[index]
    cursor.at = start
    return None


def read_marks(cursor: Cursor) -> dict[object, bool]:
    """（含90%）, （含90%，不含95%）: each number named with whether it is included; nothing where that is not all the bracket says."""
    start = cursor.at
    said: dict[object, bool] = {}
    if cursor.accept("OPEN"):
        while mark := cursor.accept("INCL", "EXCL"):
            number = cursor.accept("NUM")
            if number is None:
                break
            said[number.value] = mark.kind == "INCL"
            if cursor.accept("CLOSE"):
                return said
            cursor.accept("COMMA", "PAUSE")
    cursor.at = start
    return {}


def percent(unit: Unit | None) -> Unit | None:
    """百分点 as the percentage it steps on."""
    return PERCENT if unit is not None and unit.text in _POINT_UNITS else unit
