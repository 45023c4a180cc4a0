"""A number against the target itself: reached, missed, above or below it, and what that earns."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, half_up
from ziping.standards.awards import Off
from ziping.standards.binding import Bound, Outcome
from ziping.standards.conversion import rescaled
from ziping.standards.defaults import attainment, mixed
from ziping.standards.earning import chosen, earned
from ziping.standards.proportion import in_proportion
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import FULL, Arm, Award, Choice, Judged, Met, Ratio, Relative, Scaled, Steps
from ziping.standards.stepping import steps_from
from ziping.standards.values import Value, shown
from ziping.standards.vocabulary import Pattern

__all__ = ["against", "relative", "stands"]


def relative(bound: Bound, target: Value, actual: Value) -> Outcome:
    if target.kind != "number" and not (target.kind == "range" and all(isinstance(a.guard, Met) and isinstance(a.effect, Award) for a in bound.relative) and all(isinstance(a.effect, Award) for a in bound.otherwise)):
        raise NotScorable(f"评分标准以指标值为准，但指标值{quoted(target.text)}不是一个数，无法比较，请由填报人填写得分。")
    if target.bare and (actual.unit.base != "" or actual.bare) and mixed(actual.low, target.low):
        raise NotScorable(f"完成值{quoted(actual.text)}与没有单位的指标值{quoted(target.text)}不能比较，请写明单位。")
    for arm in (*bound.relative, *bound.otherwise):
        if isinstance(arm.effect, Steps | Scaled):
            _facing(arm.effect.side if isinstance(arm.effect, Steps) else -1, target)
        elif isinstance(arm.guard, Relative) and arm.effect == Award(FULL):
            _facing(-1 if arm.guard.sign in ("≥", ">") else 1 if arm.guard.sign in ("≤", "<") else 0, target)
        if isinstance(arm.guard, Relative) and isinstance(arm.effect, Award) and arm.effect.amount.of(bound.full) == bound.full and target.relation in (("≤", "<") if arm.guard.sign in ("≥", ">") else ("≥", ">") if arm.guard.sign in ("≤", "<") else ("≥", "≤", ">", "<") if "一致" in bound.rule.source else ()):
            raise NotScorable(f"指标值{quoted(target.text)}与评分标准“{arm.guard.text()}得满分”的方向相反，请核对指标值或标准。")
    if _more_is_better(bound, target, actual):
        target = target.but(relation="≥")
    for arm in bound.relative:
        if stands(bound, arm, target, actual):
            return against(bound, arm, target, actual)
    if bound.otherwise:
        return against(bound, bound.otherwise[0], target, actual)
    raise NotScorable(f"完成值{quoted(actual.text)}与指标值{quoted(target.text)}相比，评分标准“{bound.rule.words()}”没有规定如何计分，请由填报人填写得分。")


_SAVED = Pattern(r"成本|减免|贷款|费用|债|支出")
_EXCEEDED = Pattern(r"(?:完成|达到|达成)(?:或|及|和|、)(?:超额完成|超过|超额|优于)(?![^。]*超[^;。]{0,12}扣)")  # 完成或超额完成得满分: more is better
_EARNED = Pattern(r"投资|收入|产值|引资|到位|签约|销售|税|贷款|融资")


def _more_is_better(bound: Bound, target: Value, actual: Value) -> bool:
    """完成投资额达到计划得满分，未达到的按比例得分: less than a target of money without a sign is a shortfall where money is brought in."""
    if target.kind == "number" and not target.relation and any(a.guard == Met(False) and isinstance(a.effect, Scaled) and a.effect.high == target.low for a in bound.relative) and target.unit == PERCENT:
        return True  # 达到目标值得满分，未达到的按健康管理率/85%*10计分
    if target.kind == "number" and not target.relation and not actual.relation and _EXCEEDED.search(bound.rule.source) and any(a.guard == Met(True) and isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full for a in bound.relative):
        return True
    if target.kind != "number" or target.relation or actual.relation or not _EARNED.search(bound.rule.source) or _SAVED.search(bound.rule.source) or not any(a.guard == Met(True) for a in bound.relative):
        return False
    rest = [a for a in (*bound.relative, *bound.otherwise) if isinstance(a.effect, Ratio) and a.effect.of == "completion"]
    return bool(rest) and rescaled(actual, target.unit if not target.bare else actual.unit, "完成值", target.low) < target.low


def _facing(worse: int, target: Value) -> None:
    """每低于目标值 … (worse: below it) cannot be the rule for a target that is an upper limit, 不超过目标值 none for a lower one."""
    if target.relation in ("≤", "<") and worse == -1 or target.relation in ("≥", ">") and worse == 1:
        raise NotScorable(f"指标值{quoted(target.text)}与评分标准的方向相反，请核对指标值或标准。")


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
