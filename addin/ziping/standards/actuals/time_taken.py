"""How late it is, where bands of lateness are scored and the cells tell how long it was to take and how long it took: 185天 of ≤180天 is five days late."""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.cells.conversion import TIMES, convertible, rescaled
from ziping.standards.cells.values import Value
from ziping.standards.clauses.phrases import UNTIMELY
from ziping.standards.clauses.readings import readings
from ziping.standards.clauses.rule import Arm, Award
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["case_of_time", "late_by_target"]

_SAID = Pattern(r"[延迟逾晚滞拖超早]|推后|提前|之后")
_A_DAY = Pattern(r"\d月|年[底末]|季度?末?(?:[之以]?前|内|$)|半年")  # a target that is a point in time, however it is written
_A_YEAR = 1000  # 2023年 is no length of time
_FEW = 4  # so small a part of the time there was is hardly the time it took


_ENDS = Pattern(r"完工|竣工|工期|办结|审批|用时|验收|建成|交付")
_LASTS = Pattern(r"举办|培训|展览|发放|每月|服务|驻|值班")


def late_by_target(bound: Bound, target: Value | None, actual: Value) -> list[Decimal] | None:
    """How late it is in the rule's unit, nothing where the time is kept; None where the actual is the lateness itself, as a bare 12天 beside a deadline or a blank is.

    NotScorable in bands of lateness beside any other target, of which nobody knows whether the days are those it took or those it was late.
    """
    if _SAID.search(actual.text):
        return None
    timed = target is not None and target.kind == "number" and not target.bare and target.unit.base in TIMES and not (target.unit.base == "年" and target.low >= _A_YEAR) and target.relation not in ("≥", ">") and (actual.bare or convertible(actual.unit, target.unit) is not None)
    timed = timed and (target.relation != "" or "内" in target.text or _ENDS.search(bound.rule.source) is not None and _LASTS.search(bound.rule.source) is None)  # type: ignore[union-attr]
    if not bound.spans and not timed:
        return None
    if actual.unit.base == "年" and actual.low >= _A_YEAR:
        raise NotScorable(f"评分标准按延迟的时间计分，完成值{quoted(actual.text)}是年份，没有写明是否延迟，请写明完成日期或如“延迟1个月”。")
    if "季" in actual.text:
        raise NotScorable(f"评分标准按延迟的时间计分，完成值{quoted(actual.text)}可能是完成的季度，也可能是延迟的时间，请写明如“延迟1个季度”。")
    if target is None or target.kind == "date" or _A_DAY.search(target.text) is not None:
        return None
    if not timed:
        raise NotScorable(f"评分标准按延迟的时间计分，完成值{quoted(actual.text)}没有写明是否延迟，可能是所用的时间，也可能是延迟的时间，请写明如“延迟5天”或“按时完成”。")
    goal, took = target.low, rescaled(actual, target.unit, "完成值", target.low)  # type: ignore[union-attr]
    if took * (_FEW if target.relation or "内" in target.text else _FEW // 2) < goal or actual.relation not in ("", "=") and not (actual.relation in ("≤", "<") and took <= goal):
        raise NotScorable(f"评分标准按延迟的时间计分，指标值为{quoted(target.text)}，完成值{quoted(actual.text)}可能是所用的时间，也可能是延迟的时间，请写明如“延迟5天”或“按时完成”。")  # type: ignore[union-attr]
    if took <= goal:
        return [Decimal(0)]
    return readings(bound.rule, None, actual.but(low=took - goal, unit=target.unit)) if bound.spans else [took - goal]  # type: ignore[union-attr]


def case_of_time(bound: Bound, late: bool) -> Arm | None:
    """The one case of the standard that the time being kept is, or passed; None where it tells more of them apart, as what is done before the time from what is done in it."""
    told = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value and (UNTIMELY.search(a.guard.phrase) is not None) == late]  # type: ignore[union-attr]
    return told[0] if len(told) == 1 and (late or told[0].effect.amount.of(bound.full) == bound.full and _EARLIER.search(told[0].guard.phrase) is None) and _AND_MORE.search(told[0].guard.phrase) is None else None  # type: ignore[union-attr]


_EARLIER = Pattern(r"提前|提早")
_AND_MORE = Pattern(r"且|但|并|保质|个别|部分|开工|影响")  # what no length of time tells
