"""Rates said otherwise than as rates: 完成率≥0.9 without its per cent sign; 及时率100%，每延迟1天扣…; 人员控制率≤100%，每超1人扣…; 全部或超额完成 beside 完成率80-100%.

Being on time, and keeping within the number that was set, say the same without a rate; all of it done, or more, is a rate of 100% at least.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.cells.conversion import COUNTED
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.rule import ZERO, Award, Met, Relative, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.desirable import may_be_less
from ziping.standards.words.doings import asks_how
from ziping.standards.words.vocabulary import Pattern

__all__ = ["all_done", "quotients", "whole_rates"]

_IN_TIME = Pattern(r"(?:及时|按时|按期|准时|如期)(?:完成|发放|拨付|支付|到位|报送|办结)?(?:率|性)$")
_WITHIN = Pattern(r"(?:控制|在编|编制)率$")
_HUNDRED = Decimal(100)


def whole_rates(clauses: list[Clause]) -> None:
    """The threshold of 100% as the target that is reached, or not exceeded, where all else are steps of lateness, or of so many too many."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    steps = [c.effect for c in clauses if isinstance(c.effect, Per)]
    if len(spans) != 1 or len(steps) != 1 or len(clauses) != 2 or not isinstance(spans[0].effect, Award) or spans[0].effect == Award(ZERO):
        return
    span, step = spans[0].guard, steps[0]
    if step.late and not step.counted and _IN_TIME.search(span.subject) and _whole(span.low) and (span.high is None or span.high == span.low):  # type: ignore[union-attr]
        spans[0].guard = Met(True)
    elif step.side == 1 and not (step.counted or step.gain or step.late) and step.unit.text in COUNTED and _WITHIN.search(span.subject) and _whole(span.high) and span.low is None:  # type: ignore[union-attr]
        spans[0].guard = Relative("≤")


def _whole(edge: Edge | None) -> bool:
    return edge is not None and edge.value == _HUNDRED and percent(edge.unit) == PERCENT


_PLANNED = Pattern(r"(?P<what>[^,;。\d]{0,10}?)(?:全面)?完成(?:年度)?(?:(?P<name>[^,;。\d]{2,8}?)(?=任务|目标))?(?:计划|目标|任务)(?:场次|数量|数|次数|人数|户数|面积|任务|目标)?")


def _is_plan(phrase: str) -> bool:
    said = _PLANNED.fullmatch(phrase)
    return said is not None and not any(asks_how(name) or may_be_less(name) for name in (said["what"], said["name"] or ""))


def _as_planned(clauses: list[Clause], spans: list[Clause]) -> None:
    """完成计划场次得5分，完成90%以上得4分，完成80%-90%得3分: the plan is 100%, and what earns less ends there."""
    whole = [c for c in clauses if isinstance(c.guard, Word)]
    open_up = [c for c in spans if c.guard.high is None]  # type: ignore[union-attr]
    if len(whole) != 1 or len(open_up) != 1 or len(clauses) != len(spans) + 1 or not _is_plan(whole[0].guard.phrase) or any(c.guard.subject not in ("完成", "") for c in spans):  # type: ignore[union-attr]
        return
    most, span = whole[0].effect, open_up[0].guard
    if not isinstance(most, Award) or not all(isinstance(c.effect, Award) and not c.effect.amount.share and c.effect.amount.value < most.amount.value for c in spans) or most.amount.share:
        return
    if span.low.value >= _HUNDRED or percent(span.low.unit) != PERCENT:  # type: ignore[union-attr]
        return
    open_up[0].guard = RawSpan(span.low, Edge(_HUNDRED, span.low.unit, False), span.subject)  # type: ignore[union-attr]
    whole[0].guard = RawSpan(Edge(_HUNDRED, span.low.unit, True), None, span.subject)  # type: ignore[union-attr]


_ALL_DONE = Pattern(r"[^,;。\d未不没无]{0,16}?(?:(?:全部|全面)(?:或者?|及)超额完成|(?:完成|全部完成)(?:或者?|及)超额完成|全部完成)(?:[^,;。\d未不没无]{0,8}?(?:任务|目标|计划))?")


def all_done(clauses: list[Clause]) -> None:
    """任务全部或超额完成得20分，完成率80-100%得10分: the whole of it goes with the words that speak of the whole, and earns more."""
    worded = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and _ALL_DONE.fullmatch(c.guard.phrase)]
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    if len(worded) != 1 or not spans or not any("完成" in c.guard.subject for c in spans):  # type: ignore[union-attr]
        _as_planned(clauses, spans)
        return
    reaching = [c for c in spans if c.guard.high is None or c.guard.high.value > _HUNDRED or percent(c.guard.high.unit) != PERCENT]  # type: ignore[union-attr]
    ending = [c for c in spans if _whole(c.guard.high)]  # type: ignore[union-attr]
    if reaching or len(ending) != 1 or _whole(ending[0].guard.low):  # type: ignore[union-attr]
        return
    span = ending[0].guard
    ending[0].guard = RawSpan(span.low, Edge(_HUNDRED, span.high.unit, False), span.subject)  # type: ignore[union-attr]
    worded[0].guard = RawSpan(Edge(_HUNDRED, span.high.unit, True), None, span.subject)  # type: ignore[union-attr]


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
