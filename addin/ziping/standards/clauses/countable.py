"""Clauses that count occurrences (每发现一处扣1分), as arms of the rule: alone, or each of them with a name of its own."""

from __future__ import annotations

from ziping.amounts import PERCENT
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.neighbours import TIER
from ziping.standards.clauses.rule import FULL, IN_PARTS, ZERO, Award, Count, Else, Met, Word
from ziping.standards.clauses.steps import cap
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["counts"]


def counts(clauses: list[Clause]) -> list[tuple[object, object]]:
    found = [c for c in clauses if isinstance(c.effect, Per) and c.effect.counted]
    apart = bool(found) and _tell_apart(found) and all(c in found or _all_of_it(c) or _apart(c) or _below_the_rate(c) for c in clauses) and sum(_asked_for(c) for c in clauses) < 2
    if len(found) > 1 and not apart:
        raise NotScorable(f"评分标准按{quoted(found[0].text)}和{quoted(found[1].text)}分别计数，一个完成值不能同时说明，请由填报人填写得分。")
    tiers = [c for c in clauses if isinstance(c.guard, Word) and (_FIRST.search(c.guard.phrase) or (TIER.search(c.guard.phrase) and (isinstance(c.effect, Off) or c.effect == Award(ZERO))))]
    if found and tiers:
        raise NotScorable(f"评分标准中的{quoted(tiers[0].text)}与{quoted(found[0].text)}按次数分档，没有读懂，请由填报人填写得分。")
    arms: list[tuple[object, object]] = []
    for clause in found:
        if clause.guard == Met(False) and any(c.guard == Met(True) for c in clauses) and sum(isinstance(c.effect, Award) and bool(c.effect.amount.value) for c in clauses) == 1:
            clause.guard = None  # 未达到目标的，每有一个断面未达标扣5分
        if clause.guard is not None and not isinstance(clause.guard, Else):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}没有读懂，请由填报人填写得分。")
        count = clause.effect.effect()
        assert isinstance(count, Count)
        if IN_PARTS in (clause.up, clause.effect.up):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}按次数计分，不足一次的不能按比例扣分，请由填报人填写得分。")
        if count.gain and any(isinstance(c.effect, Award) and c.effect.amount != ZERO for c in clauses):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}是加分，没有写明与其他得分如何相加，请由填报人填写得分。")
        arms.append((Else(), count.but(cap=cap(clause), floor=clause.limits.get("least"), up=clause.up or clause.effect.up)))
    return arms




def _tell_apart(found: list[Clause]) -> bool:
    """Whether each count has a name of its own; that things are missing is one."""
    effects = [c.effect for c in found]
    names = {(e.what, e.lack) for e in effects}  # type: ignore[union-attr]
    unnamed = sum(bool(e.lack) and not e.what for e in effects)  # type: ignore[union-attr]
    return len(names) == len(found) and all(c.guard is None and (c.effect.what or c.effect.lack) for c in found) and unnamed < 2 and len({e.gain for e in effects}) == 1  # type: ignore[union-attr]


def _apart(clause: Clause) -> bool:
    """发生重大事故的不得分, 无标识的扣2分, beside the counts of other faults; 制度健全得3分."""
    return isinstance(clause.guard, Word) and isinstance(clause.effect, Award | Off)


def _asked_for(clause: Clause) -> bool:
    return isinstance(clause.effect, Award) and bool(clause.effect.amount.value)


def _all_of_it(clause: Clause) -> bool:
    """及时率100%得满分, beside the counts of what is late."""
    low = clause.guard.low if isinstance(clause.guard, RawSpan) else None
    return low is not None and low.value == 100 and percent(low.unit) == PERCENT and clause.effect == Award(FULL) or (low is not None and low.value == 100 and clause.guard.high == low and isinstance(clause.effect, Award))  # type: ignore[union-attr]


def _below_the_rate(clause: Clause) -> bool:
    """办结率低于97%的扣8分, beside the counts of what was late: a case of the rate, which the counts are not of."""
    span = clause.guard if isinstance(clause.guard, RawSpan) else None
    return span is not None and span.low is None and span.high is not None and percent(span.high.unit) == PERCENT and bool(span.subject) and (isinstance(clause.effect, Off) or clause.effect == Award(ZERO))


_FIRST = Pattern(r"首次|初次|首例|再次|屡次|第[一二三]次")  # 首次发生不扣分


