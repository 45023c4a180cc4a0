"""A number against the target itself: reached, missed, above or below it, and what that earns."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, half_up
from ziping.standards.cells.conversion import rescaled
from ziping.standards.cells.defaults import attainment, mixed
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import FULL, ZERO, Absent, Arm, Award, Choice, Else, Judged, Met, Ratio, Relative, Scaled, Steps, Word
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.directions import facing, more_is_better, surpassed
from ziping.standards.points.earning import chosen, earned
from ziping.standards.points.proportion import amounts_alone, as_it_costs, in_proportion
from ziping.standards.points.stepping import steps_from
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["against", "as_asked", "relative", "stands"]


def relative(bound: Bound, target: Value, actual: Value) -> Outcome:
    if target.kind != "number" and not (target.kind == "range" and all(isinstance(a.guard, Met) and isinstance(a.effect, Award) for a in bound.relative) and all(isinstance(a.effect, Award) for a in bound.otherwise)):
        raise NotScorable(f"评分标准以指标值为准，但指标值{quoted(target.text)}不是一个数，无法比较，请由填报人填写得分。")
    if target.bare and (actual.unit.base != "" or actual.bare) and mixed(actual.low, target.low):
        raise NotScorable(f"完成值{quoted(actual.text)}与没有单位的指标值{quoted(target.text)}不能比较，请写明单位。")
    for arm in (*bound.relative, *bound.otherwise):
        amounts_alone(arm.effect, target, actual)
        if isinstance(arm.effect, Ratio) and arm.effect.of == "inverse":
            as_it_costs(bound.rule.source, target, actual)
        if isinstance(arm.effect, Steps | Scaled):
            facing((-arm.effect.side if arm.effect.gain else arm.effect.side) if isinstance(arm.effect, Steps) else -1 if arm.effect.low < arm.effect.high else 1, target)
        elif isinstance(arm.effect, Ratio) and arm.effect.part != 1 and arm.effect.of in ("value", "completion"):
            facing(-1, target)
        elif isinstance(arm.guard, Relative) and arm.effect == Award(FULL):
            facing(-1 if arm.guard.sign in ("≥", ">") else 1 if arm.guard.sign in ("≤", "<") else 0, target)
        if isinstance(arm.guard, Relative) and isinstance(arm.effect, Award) and arm.effect.amount.of(bound.full) == bound.full and target.relation in (("≤", "<") if arm.guard.sign in ("≥", ">") else ("≥", ">") if arm.guard.sign in ("≤", "<") else ("≥", "≤", ">", "<") if "一致" in bound.rule.source else ()):
            raise NotScorable(f"指标值{quoted(target.text)}与评分标准“{arm.guard.text()}得满分”的方向相反，请核对指标值或标准。")
    surpassed(bound.rule.source, target)
    if more_is_better(bound, target, actual):
        target = target.but(relation="≥")
    if actual.relation not in ("", "=") and actual.kind == target.kind == "number":
        attainment(target, actual)  # a bound that leaves the target open tells no distance from it either
    for arm in bound.relative:
        if stands(bound, arm, target, actual):
            return against(bound, arm, target, actual)
    if bound.otherwise:
        return against(bound, bound.otherwise[0], target, actual)
    raise NotScorable(f"完成值{quoted(actual.text)}与指标值{quoted(target.text)}相比，评分标准“{bound.rule.words()}”没有规定如何计分，请由填报人填写得分。")


def stands(bound: Bound, arm: Arm, target: Value, actual: Value) -> bool:
    guard = arm.guard
    if isinstance(guard, Met):
        worse = {a.guard.sign for a in bound.relative if isinstance(a.guard, Relative)} & {"<", ">"}
        if len(worse) == 1 and target.kind == "number" and not target.relation and not actual.relation:  # 达到得满分，低于目标值的扣…: the standard says which side is the worse
            target = target.but(relation="≥" if worse == {"<"} else "≤")
        return (attainment(target, actual)[0] == 1) == guard.yes
    number = rescaled(actual, target.unit if not target.bare else actual.unit, "完成值", target.low)
    goal = target.low
    return {"≥": number >= goal, "≤": number <= goal, ">": number > goal, "<": number < goal, "=": number == goal}[guard.sign]  # type: ignore[union-attr]


def against(bound: Bound, arm: Arm, target: Value, actual: Value) -> Outcome:
    effect, full = arm.effect, bound.full
    if isinstance(effect, Award | Off):
        points = half_up(effect.amount.of(full) if isinstance(effect, Award) else max(Decimal(0), full - effect.amount.of(full)), 2)
        return points, lambda: f"完成值{actual.text}，指标值{target.text}，适用“{arm.text(bound.rule.unit, '')}”，得{shown(points)}分", 0
    if isinstance(effect, Choice | Judged):
        raise chosen(effect, arm.guard.text(), actual)  # type: ignore[union-attr, call-arg]
    if isinstance(effect, Ratio):
        return in_proportion(bound, effect, target, actual)
    if isinstance(effect, Steps):
        return steps_from(bound, effect, target, actual)
    if isinstance(effect, Scaled):
        return earned(bound, arm, rescaled(actual, PERCENT, "完成值"), target, actual)
    raise NotScorable(f"评分标准“{bound.rule.words()}”没有读懂，请由填报人填写得分。")


_ASKED = r"(?:符合|达到|满足)(?:规定|相关|有关)?(?:要求|标准)"
_DENIED = r"(?:(?:不|未|没有)(?:符合|达到|满足|达)|达不到)(?:规定|相关|有关)?(?:要求|标准)?"
_AS_ASKED, _NOT_SO = Pattern(_ASKED), Pattern(_DENIED)
_NOTHING_ELSE = Pattern(rf"(?:1[.、])?{_ASKED}的?,?得(?:满分|\d+(?:\.\d+)?分)(?:[,;。\n]+(?:2[.、])?(?:{_DENIED}|否则|其[他它余](?:情况)?|反之)的?,?(?:不得分|得0分))?(?:[,;。\n]*\((?:无|没有|未设|不涉及)[^()]*\))?[。;]?")


def as_asked(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """260张 beside ≥200张, where 符合标准 earns everything and its denial nothing: what is asked for is the target's bound; None where the standard tells another case, or of what it asks it."""
    if _NOTHING_ELSE.fullmatch(bound.rule.source) is None or target is None or target.kind != "number" or not target.relation or actual.kind != "number" or actual.relation or actual.unit != target.unit:
        return None
    whole = [a for a in bound.rule.arms if isinstance(a.guard, Word) and _AS_ASKED.fullmatch(a.guard.phrase) and isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]
    none = [a for a in bound.rule.arms if a.effect == Award(ZERO) and (a.guard == Met(False) or isinstance(a.guard, Else) or isinstance(a.guard, Word) and _NOT_SO.fullmatch(a.guard.phrase))]
    spared = [a for a in bound.rule.arms if isinstance(a.guard, Absent) and isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]
    if len(whole) != 1 or len(none) > 1 or len(whole) + len(none) + len(spared) != len(bound.rule.arms):
        return None
    arms = whole if attainment(target, actual)[0] == 1 else none
    return against(bound, arms[0], target, actual) if arms else None
