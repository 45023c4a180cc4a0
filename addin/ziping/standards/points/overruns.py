"""Numbers that only take points off (超过1天扣1分，超过3天不得分) beside a target: they may say how far beyond it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import TIMES, convertible, rescaled
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.edges import OF_IT
from ziping.standards.clauses.readings import HUNDRED
from ziping.standards.clauses.rule import ZERO, Award, Rule, Span, Word
from ziping.standards.refusal import NotScorable, quoted

if TYPE_CHECKING:
    from ziping.standards.points.binding import Bound

__all__ = ["excess", "overrun"]


def overrun(bound: Bound, target: Value | None, actual: Value, x: Decimal) -> Decimal | None:
    """How far beyond the target the actual lies, where that is what the standard counts; None where its numbers are figures of their own, NotScorable where they may be either."""
    side = bound.excess
    if target is None or target.kind != "number" or target.low <= 0:
        return None
    unit = bound.rule.unit
    of_quantity = unit == PERCENT and not target.bare and target.unit.base != ""
    if not of_quantity and convertible(target.unit, unit) is None and not target.bare and target.unit.base not in TIMES:
        return None
    opposed = target.relation in (("≥", ">") if side > 0 else ("≤", "<"))
    if opposed or (of_quantity and actual.unit == PERCENT) or convertible(target.unit, unit) is None and not of_quantity and not target.bare:
        raise NotScorable(f"评分标准“{bound.rule.words()}”没有写明是完成值本身还是与指标值{quoted(target.text)}相差多少，完成值{quoted(actual.text)}不能据此计分，请由填报人填写得分。")
    goal = HUNDRED if of_quantity else rescaled(target, unit, "指标值")
    beyond = (x - goal) * side
    edges = [v for a in bound.spans for v in (a.guard.low, a.guard.high) if v is not None]  # type: ignore[union-attr]
    if of_quantity and side > 0 and max(edges) < OF_IT:
        if x * 2 < goal and _off(bound, x) != _off(bound, beyond):
            raise _either(bound, target, actual, f"超过指标值{actual.text}")
        return beyond  # 超过10% of 100万元 is 110万元
    if (min(edges) >= goal) if side > 0 else (max(edges) * 2 >= goal):
        return None  # 低于90%扣2分 beside ≥90%: too much for a distance
    if _off(bound, x) != _off(bound, beyond):
        raise _either(bound, target, actual, f"{'超过' if side > 0 else '低于'}指标值{shown(abs(beyond), unit)}")
    return None


def _either(bound: Bound, target: Value, actual: Value, plainly: str) -> NotScorable:
    return NotScorable(f"评分标准“{bound.rule.words()}”没有写明是完成值本身还是与指标值{quoted(target.text)}相差多少，完成值{quoted(actual.text)}两种理解得分不同，请写明如“{plainly}”，由填报人填写得分。")


def excess(rule: Rule) -> int:
    """1 where more than each number takes points off and nothing earns any, −1 where less does, else 0."""
    if rule.subject or not all(isinstance(a.guard, Span | Word) and (isinstance(a.effect, Off) or a.effect == Award(ZERO)) for a in rule.arms):
        return 0
    guards = [a.guard for a in rule.arms if isinstance(a.guard, Span)]
    if guards and all(g.low is not None and g.low > 0 for g in guards):
        return 1
    return -1 if guards and all(g.high is not None and g.high > 0 for g in guards) else 0


def _off(bound: Bound, x: Decimal) -> object:
    return next((a.effect for a in bound.spans if a.guard.holds(x)), None)  # type: ignore[union-attr]
