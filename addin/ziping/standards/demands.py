"""A number that a standard only asks for (覆盖率达到95%以上。每低1个百分点扣1分) beside a target cell: they must be the same, or the actual must reach both."""

from __future__ import annotations

from ziping.amounts import PERCENT
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Rule
from ziping.standards.values import Value, convertible, rescaled, shown

__all__ = ["agreed"]


def agreed(rule: Rule, target: Value | None, actual: Value) -> None:
    """NotScorable where the standard asks for another number than the target and the actual does not reach both."""
    if rule.demanded is None or target is None or target.kind != "number" or actual.kind != "number":
        return
    wanted, upward = rule.demanded
    unit = rule.unit
    if (target.bare and unit == PERCENT and actual.unit != PERCENT) or (not target.bare and convertible(target.unit, unit) is None):
        return  # a quantity, of which the rate is worked out
    goal = target.low if target.bare else rescaled(target, unit, "指标值")
    number = actual.low if actual.bare else rescaled(actual, unit, "完成值") if convertible(actual.unit, unit) is not None else None
    if goal == wanted or (number is not None and (number >= max(goal, wanted) if upward else number <= min(goal, wanted))):
        return
    raise NotScorable(f"评分标准要求{shown(wanted, unit)}，指标值为{quoted(target.text)}，两者不同，完成值{quoted(actual.text)}没有同时达到，无法确定按哪一个计分，请核对指标值或标准。")
