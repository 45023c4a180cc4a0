"""What an arm of a rule earns: for a number (points, steps, a share, a value between two), and for an actual in words."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, half_up
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.readings import HUNDRED, named
from ziping.standards.clauses.rule import Arm, Award, Band, Choice, Judged, Linear, Ratio, Scaled, Span, Steps
from ziping.standards.plain.rungs import of_rungs
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.proportion import in_proportion, scaled
from ziping.standards.points.stepping import take
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["chosen", "earned", "fixed"]


def earned(bound: Bound, arm: Arm, x: Decimal, target: Value | None, actual: Value) -> Outcome | None:
    effect, full, unit = arm.effect, bound.full, bound.rule.unit
    if isinstance(effect, Ratio) and effect.of == "unsaid":
        raise NotScorable(f"评分标准中的“{arm.text(unit, bound.rule.subject)}”没有写明按什么比例（按完成比例还是按区间插值），请由填报人填写得分。")
    if isinstance(effect, Award):
        points = half_up(effect.amount.of(full), 2)
        whole = next((a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.of(full) == full), None)
        if whole is not None and 0 < points < full and not of_rungs(bound.rule.subject) and (not x or (isinstance(arm.guard, Span) and arm.guard.high is None and (unit != PERCENT or x >= HUNDRED or _done_by_target(whole, x, target)))):  # type: ignore[union-attr]
            raise NotScorable(f"完成值{quoted(actual.text)}是否属于评分标准中的“{whole.text(unit, '')}”没有写明，请由填报人填写得分。")
        return points, lambda: f"完成值{named(actual, x, unit)}，适用“{arm.text(unit, bound.rule.subject)}”，得{shown(points)}分", 0
    if isinstance(effect, Steps) and effect.base is None:
        raise NotScorable(f"完成值{quoted(actual.text)}没有写明是否延迟、延迟多久，评分标准“{bound.rule.words()}”不能据此计分，请写明如“延迟3{effect.unit.text}”。")
    if isinstance(effect, Steps):
        return take(bound, effect, abs(x - effect.base), named(actual, x, unit), effect.base)  # type: ignore[operator, arg-type]
    if isinstance(effect, Choice | Judged):
        raise chosen(effect, arm.guard.text(unit) if isinstance(arm.guard, Span) else arm.guard.text(), actual)
    if isinstance(effect, Linear):
        return _interpolated(bound, arm, effect, x, actual)
    if isinstance(effect, Scaled):
        return scaled(bound, effect, x, target, actual)
    if isinstance(effect, Ratio):
        return in_proportion(bound, effect, target, actual)
    if isinstance(effect, Off):
        if x < HUNDRED and any(isinstance(a.effect, Ratio) for a in bound.otherwise):
            raise NotScorable(f"评分标准“{bound.rule.words()}”按比例计分，又规定“{arm.text(unit, bound.rule.subject)}”，没有写明从满分还是从按比例所得的分中扣，请由填报人填写得分。")
        points = half_up(max(Decimal(0), full - effect.amount.of(full)), 2)
        return points, lambda: f"完成值{named(actual, x, unit)}，适用“{arm.text(unit, bound.rule.subject)}”，得{shown(points)}分", 0
    raise NotScorable(f"评分标准“{arm.text(unit, '')}”不适用于数值，请由填报人填写得分。")


def _done_by_target(whole: Arm, x: Decimal, target: Value | None) -> bool:
    """Whether 完成采购 may be what 95% of ≥90% is: a target below the whole is reached, and the plan it is of with it."""
    return target is not None and target.kind == "number" and target.unit == PERCENT and target.low < HUNDRED and x >= target.low and _DONE.search(whole.guard.text()) is not None  # type: ignore[union-attr, call-arg]


_DONE = Pattern(r"(?<![未不])(?:完成|实现|达到)")


def _interpolated(bound: Bound, arm: Arm, effect: Linear, x: Decimal, actual: Value) -> Outcome:
    low, high = arm.guard.low, arm.guard.high  # type: ignore[union-attr]
    a, b = effect.low.of(bound.full), effect.high.of(bound.full)
    points = half_up(a + EXACT.divide((b - a) * (x - low), high - low), 2)
    unit = bound.rule.unit
    return points, lambda: (
        f"完成值{named(actual, x, unit)}在{shown(low, unit)}与{shown(high, unit)}之间，按比例由{shown(a)}分至{shown(b)}分，"
        f"得{shown(a)}+（{shown(x)}−{shown(low)}）÷（{shown(high)}−{shown(low)}）×{shown(b - a)}＝{shown(points)}分"
    ), 0


def fixed(bound: Bound, arm: Arm, actual: Value) -> Outcome:
    """The points of the arm that the words of an actual say; NotScorable where only a number, or the officer, can tell them."""
    effect, full = arm.effect, bound.full
    if isinstance(effect, Band):
        middle = Decimal(1) if effect.high == 1 else (effect.high + effect.low) / 2
        points = half_up(full * middle, 2)
        edge = f"{shown(effect.high.scaleb(2))}%–{shown(effect.low.scaleb(2))}%"
        choice = "按满分计" if effect.high == 1 else f"取区间中值{shown(middle.scaleb(2))}%，填报人可在区间内另定"
        return points, lambda: f"完成值“{actual.text}”，属于“{arm.guard.text()}”（分值的{edge}），{choice}，得{shown(points)}分", 0  # type: ignore[union-attr, call-arg]
    if isinstance(effect, Choice | Judged):
        raise chosen(effect, arm.guard.text(), actual)  # type: ignore[union-attr, call-arg]
    if isinstance(effect, Off):
        points = half_up(max(Decimal(0), full - effect.amount.of(full)), 2)
    elif isinstance(effect, Award):
        points = half_up(effect.amount.of(full), 2)
    else:
        raise NotScorable(f"评分标准“{arm.text(bound.rule.unit, '')}”需要数值，完成值为{quoted(actual.text)}，请填写数值。")
    return points, lambda: f"完成值“{actual.text}”，适用“{arm.text(bound.rule.unit, '')}”，得{shown(points)}分", 0


def chosen(effect: Choice | Judged, guard: str, actual: Value) -> NotScorable:
    if isinstance(effect, Judged):
        return NotScorable(f"完成值{quoted(actual.text)}属于“{guard}”，评分标准没有给出确定的分数，需要人工判断，不能自动计分，请由填报人填写得分。")
    return NotScorable(f"完成值{quoted(actual.text)}属于“{guard}”，评分标准规定在{shown(effect.low.value)}分至{shown(effect.high.value)}分之间评定，请由填报人填写得分。")
