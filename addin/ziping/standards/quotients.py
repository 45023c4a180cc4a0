"""Shares said without a per cent sign (完成率≥0.9, 实际完成值/目标值≥1), and quotients of figures that no cell tells."""

from __future__ import annotations

from ziping.amounts import PERCENT, unit_named
from ziping.standards.clauses import Clause
from ziping.standards.edges import Edge, RawSpan
from ziping.standards.every import Per
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.vocabulary import Pattern

__all__ = ["quotients"]

_PART = Pattern(r"[^/]*(?:完成|实际)[^/]*/[^/]*(?:目标|计划|指标|任务|应)[^/]*|[^/]*完成(?:率|比例?|程度)")


def quotients(clauses: list[Clause]) -> None:
    """完成率≥0.9, 实际完成值/目标值≥1 as the percentages that they are; NotScorable for 投入/产出≥1."""
    _as_rates(clauses)
    for clause in clauses:
        span = clause.guard
        if isinstance(span, RawSpan) and "/" in span.subject and any(e is not None and e.unit is None for e in (span.low, span.high)):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}没有读懂，可能影响得分，请由填报人填写得分或改写该句。")


def _as_rates(clauses: list[Clause]) -> None:
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    edges = [e for c in spans for e in (c.guard.low, c.guard.high) if e is not None]  # type: ignore[union-attr]
    if not any(_PART.fullmatch(c.guard.subject) for c in spans) or not all(e.unit is None and 0 <= e.value <= 2 for e in edges):  # type: ignore[union-attr]
        return
    for clause in spans:
        low, high = (e and Edge(e.value.scaleb(2), PERCENT, e.closed) for e in (clause.guard.low, clause.guard.high))  # type: ignore[union-attr]
        clause.guard = RawSpan(low, high, clause.guard.subject)  # type: ignore[union-attr]
    for clause in clauses:
        if isinstance(per := clause.effect, Per) and not per.counted and not per.unit.text:
            per.size, per.unit = per.size.scaleb(2), unit_named("百分点")
