"""A number held against the spans of a rule, in every way in which it may be read; NotScorable where the ways differ."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.actuals.saying import from_limit, plainly
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.edges import ABSOLUTE, SHORTFALL
from ziping.standards.clauses.hundredths import not_the_points
from ziping.standards.clauses.readings import OFF_TARGET, readings, short
from ziping.standards.clauses.rule import Award
from ziping.standards.plain.aimed import share_or_difference
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.overruns import overrun
from ziping.standards.points.spanned import earned, spanned
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["measured", "settled"]

_ONE_SIDED = Pattern(r"超支|超预算|[正负]偏差|[正负]向偏")
_FALLING = Pattern(r"(?:下降|降低|减少|下浮|缩减|节约|压减)(?:率|幅度|比例)?$")
_EITHER_WAY = Pattern(r"(?:变动|变化|波动|调整|增减)(?:率|幅度|比例)?$")
_SIGNED = Pattern(r"变|提[高升]|升|增|降|减|差|结余|盈|利|温|涨|浮|超|节")


def measured(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """A number against spans."""
    actual = plainly(bound, actual)
    if bound.rule.unit.base == "分":
        not_the_points(bound.rule.subject.removesuffix("为"), [v for a in bound.spans for v in (a.guard.low, a.guard.high) if v is not None], actual, bound.full)  # type: ignore[union-attr]
    if (moved := from_limit(bound, target, actual)) is not None:
        return spanned(bound, moved, target, actual)
    if actual.relation not in ("", "="):
        return _whole_side(bound, target, actual)
    possible = readings(bound.rule, target, actual)
    if bound.rule.unit == PERCENT and share_or_difference(bound.rule.source, possible[0]):
        raise NotScorable(f"评分标准按两者相差多少扣分，完成值{quoted(actual.text)}是两者之比还是相差的比率、哪一个大，不能确定，请由填报人填写得分。")
    if ABSOLUTE in bound.rule.subject or (OFF_TARGET.search(bound.rule.subject) and not any(v is not None and v < 0 for a in bound.spans for v in (a.guard.low, a.guard.high))):  # type: ignore[union-attr]
        if possible[0] < 0 and _ONE_SIDED.search(bound.rule.source):
            raise NotScorable(f"评分标准分别看待正负偏差，完成值{quoted(actual.text)}为负数，不能确定得分，请由填报人填写得分。")
        if possible[0] < 0 and ABSOLUTE in bound.rule.subject and any(a.guard.high is None and isinstance(a.effect, Award) and a.effect.amount.value for a in bound.spans):  # type: ignore[union-attr]
            raise NotScorable(f"评分标准的{quoted(bound.rule.subject)}越大得分越多，完成值{quoted(actual.text)}为负数，不能确定得分，请由填报人填写得分。")
        possible = [abs(x) for x in possible]
    elif possible[0] < 0 and (actual.text.startswith("-") and "节约" not in bound.rule.subject or not any(a.guard.high is not None and a.guard.high <= 0 for a in bound.spans)) and _FALLING.search(bound.rule.subject):
        raise NotScorable(f"评分标准考核{quoted(bound.rule.subject)}，完成值{quoted(actual.text)}为负数，无法确定是上升还是下降，请填写不带负号的数。")
    elif possible[0] < 0 and not _SIGNED.search(bound.rule.subject) and all(v is None or v > 0 for a in bound.spans for v in (a.guard.low, a.guard.high)):  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(actual.text)}为负数，评分标准“{bound.rule.words()}”中没有负数的情形，请核对完成值。")
    if len(possible) == 1 and possible[0] < 0 and _EITHER_WAY.search(bound.rule.subject) and all(v is None or v > 0 for a in bound.spans for v in (a.guard.low, a.guard.high)):  # type: ignore[union-attr]
        possible = [abs(possible[0]), *possible]  # a fall by 7% is a change by 7% as well
    if bound.excess and len(possible) == 1 and (beyond := overrun(bound, target, actual, possible[0])) is not None:
        possible = [beyond]
        if not any(a.guard.holds(beyond) for a in bound.spans):  # type: ignore[union-attr]
            return bound.full, lambda: f"完成值{actual.text}，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(bound.full)}分", 0
    if len(possible) == 1:
        return spanned(bound, possible[0], target, actual)
    outcomes = [spanned(bound, x, target, actual) for x in possible]
    return settled(bound, possible, outcomes, actual)


def _whole_side(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """≥95%, where everything from 90% on earns the same; NotScorable where not every such number does."""
    plain = actual.but(relation="")
    possible = readings(bound.rule, target, plain)
    up = actual.relation in ("≥", ">")
    held = next((a for a in bound.spans if len(possible) == 1 and bound.rule.subject != SHORTFALL and a.guard.holds(possible[0]) and (a.guard.high if up else a.guard.low) is None and isinstance(a.effect, Award)), None)  # type: ignore[union-attr]
    if held is None or held.guard.unsettled(possible[0]) or sum(a.guard.holds(possible[0]) for a in bound.spans) > 1:  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(actual.text)}不是确定的数值，请填写具体完成值。")
    return earned(bound, held, possible[0], target, plain)


def settled(bound: Bound, possible: list[Decimal], outcomes: list[Outcome | None], actual: Value) -> Outcome | None:
    """The one outcome of an actual that may be read in two ways; NotScorable where the ways differ."""
    if any(o is None for o in outcomes):
        return None
    if len({o[0] for o in outcomes}) > 1 and bound.rule.unit.base in TIMES:
        raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”的时间单位不同，折算后可能属于不同的档次，请改为相同的单位。")
    if len({o[0] for o in outcomes}) > 1 and actual.bare and possible[-1] == actual.low:
        raise NotScorable(f"完成值{quoted(actual.text)}没有写单位，可能是{shown(actual.low)}%，也可能是{shown(possible[0])}%，请写明百分号。")
    if len({o[0] for o in outcomes}) > 1:
        figures = "和".join(f"{shown(short(x), bound.rule.unit)}得{shown(o[0])}分" for x, o in zip(possible, outcomes, strict=True))
        raise NotScorable(f"完成值{quoted(actual.text)}可按完成值本身或按与指标值之比理解（{figures}），评分标准没有写明，请由填报人填写得分。")
    return outcomes[0]
