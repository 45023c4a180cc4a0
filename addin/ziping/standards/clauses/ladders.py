"""Ladders: spans in order, every edge owned by one arm, nested thresholds cut to size; what overlaps is refused."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import Unit
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import CONTESTED, CONTRAST, LAW
from ziping.standards.clauses.rule import FULL, ZERO, Award, Span
from ziping.standards.refusal import NotScorable, quoted

__all__ = ["OpenSpan", "clipped", "other_side", "say", "settled"]


class OpenSpan(Span):
    """A span whose edges still say how they were printed."""

    __slots__ = ("low_said", "high_said")
    defaults = {"low_said": None, "high_said": None}

    def shrink(self, point: Decimal) -> None:
        """Only this number is left of the span; what lies beyond it is counted in steps."""
        for name in ("low", "high"):
            object.__setattr__(self, name, point)
        say(self, True, True)


def say(span: OpenSpan, low: bool | str | None, high: bool | str | None) -> None:
    object.__setattr__(span, "low_said", low)
    object.__setattr__(span, "high_said", high)


def clipped(awards: list[tuple[OpenSpan, Clause]]) -> list[tuple[OpenSpan, Clause]]:
    """Nested thresholds (≥90%得5分，≥80%得4分; 超过10%以内扣1分，超过20%以内扣2分): the most demanding one that is reached counts."""
    both = sorted(((s, c) for s, c in awards if s.low is not None and s.high is not None and s.low < s.high), key=lambda row: (row[0].low, row[0].high))
    for (inner, _), (outer, _) in zip(both, both[1:], strict=False):
        if inner.low == outer.low and inner.high < outer.high:  # type: ignore[operator]
            rest = OpenSpan(inner.high, outer.high)
            say(rest, other_side(inner.high_said), outer.high_said)
            awards = [(rest if s is outer else s, c) for s, c in awards]
    for upward in (True, False):
        nested = [(s, c) for s, c in awards if (s.high is None if upward else s.low is None) and not (s.low is None and s.high is None)]
        nested = [(s, c) for s, c in nested if (s.low if upward else s.high) is not None]
        if len(nested) < 2:
            continue
        nested.sort(key=lambda row: row[0].low if upward else -row[0].high)  # type: ignore[operator, return-value]
        for (outer, clause), (inner, other) in zip(nested, nested[1:], strict=False):
            edge = inner.low if upward else inner.high
            if edge == (outer.low if upward else outer.high):
                raise NotScorable(f"评分标准中{quoted(clause.text)}与{quoted(other.text)}的范围重叠，无法确定适用哪一档，请改正标准。")
            if clause.effect == Award(FULL) and other.effect not in (Award(FULL), Award(ZERO)) and not isinstance(other.effect, Off) or _falls(clause.effect, other.effect, [c.effect for _, c in awards]):
                raise NotScorable(f"评分标准中{quoted(clause.text)}已得满分，{quoted(other.text)}要求更高却得分更少，请改正标准。")
            said = inner.low_said if upward else inner.high_said
            opposite = other_side(said)
            clipped = OpenSpan(outer.low if upward else edge, edge if upward else outer.high)
            say(clipped, outer.low_said if upward else opposite, opposite if upward else outer.high_said)
            awards = [(clipped if s is outer else s, c) for s, c in awards]
    return awards


def _carved(awards: list[tuple[OpenSpan, object]]) -> list[tuple[OpenSpan, object]]:
    """=100%得5分，≥95%得4分: the exact value ends the wider span; what lies beyond it is not ruled."""
    for point, _ in awards:
        if point.low is None or point.low != point.high:
            continue
        for i, (span, clause) in enumerate(awards):
            if span is point:
                continue
            if span.high is None and span.low is not None and span.low < point.low:
                cut = OpenSpan(span.low, point.low)
                say(cut, span.low_said, False)
            elif span.low is None and span.high is not None and span.high > point.low:
                cut = OpenSpan(point.low, span.high)
                say(cut, False, span.high_said)
            else:
                continue
            awards[i] = (cut, clause)
    return awards


def _falls(outer: object, inner: object, every: list[object]) -> bool:
    """Whether the more demanding threshold earns less than the other, which earns the most of all."""
    if not (isinstance(outer, Award) and isinstance(inner, Award)):
        return False
    amounts = [e.amount for e in every if isinstance(e, Award)]
    if any(a.share for a in amounts):
        return False
    return 0 < inner.amount.value < outer.amount.value == max(a.value for a in amounts)


def settled(arms: list[tuple[object, object]], unit: Unit) -> list[tuple[object, object]]:
    """Every edge included, excluded, or None where two arms claim it; overlapping arms are refused."""
    rows = _carved([(g, e) for g, e in arms if isinstance(g, OpenSpan)])
    arms = rows + [(g, e) for g, e in arms if not isinstance(g, OpenSpan)]
    rows.sort(key=lambda row: (row[0].low is not None, row[0].low or 0, row[0].high is None, row[0].high or 0))
    low_of = {id(g): _alone(g.low_said) for g, _ in rows}
    high_of = {id(g): _alone(g.high_said) for g, _ in rows}
    whole = _inclusive([g for g, _ in rows])
    for (a, _), (b, _) in zip(rows, rows[1:], strict=False):
        if a.high is None or b.low is None or a.high > b.low:
            raise NotScorable(f"评分标准中“{_plain(a, unit)}”与“{_plain(b, unit)}”两档重叠，无法确定适用哪一档，请改正标准。")
        if a.high == b.low:
            high_of[id(a)], low_of[id(b)] = _shared(_included(a, a.high_said, whole), _included(b, b.low_said, whole))
    done = {id(g): Span(g.low, g.high, low_of[id(g)] if g.low is not None else True, high_of[id(g)] if g.high is not None else True) for g, _ in rows}
    settled = [(done[id(g)], e) for g, e in rows]
    return settled + [(g, e) for g, e in arms if not isinstance(g, OpenSpan)]


def _inclusive(rows: list[OpenSpan]) -> bool:
    """80%-89%, 70%-79%: bands printed with a hole between them include both their ends."""
    bands = [(a, b) for a, b in zip(rows, rows[1:], strict=False) if None not in (a.low, a.high, b.low, b.high) and a.low != a.high and b.low != b.high]
    return bool(bands) and all(a.high < b.low and a.high_said is None and b.low_said is None for a, b in bands)  # type: ignore[operator]


def _included(span: OpenSpan, said: bool | str | None, whole: bool) -> bool | str | None:
    return True if whole and said is None and span.low is not None and span.high is not None else said


def _alone(said: bool | str | None) -> bool | None:
    return None if said == CONTESTED else said is not False


def other_side(said: bool | str | None) -> bool | str | None:
    """What an edge's owner leaves to the neighbour on the other side."""
    return {True: False, LAW: False, None: None, CONTRAST: None, False: True, CONTESTED: CONTESTED}[said]


def _shared(low: bool | str | None, high: bool | str | None) -> tuple[bool | None, bool | None]:
    """Who owns the value at which the lower arm ends (said `low`) and the upper begins (said `high`)."""
    if CONTESTED in (low, high):
        return None, None
    rank = {True: 3, LAW: 2, None: 2, CONTRAST: 1, False: 0}  # 4-7天, 7天以上: nobody can tell whose 7 is
    a, b = rank[low], rank[high]
    if a == b:
        return (False, False) if a == 0 else (None, None)
    return (True, False) if a > b else (False, True)


def _plain(span: Span, unit: Unit) -> str:
    return Span(span.low, span.high).text(unit)
