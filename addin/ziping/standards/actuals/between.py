"""What a standard sets between a target that is kept and one that is missed (部分完成得3分, 有正当理由延期的得3分), or beyond it (提前完成, 超额完成): of a number, or of a time, nobody knows whether it is so."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.values import Value
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import LATENESS
from ziping.standards.clauses.readings import HUNDRED
from ziping.standards.clauses.rule import FULL, Arm, Award, Met, Relative
from ziping.standards.points.binding import Bound
from ziping.standards.points.relative import stands
from ziping.standards.words.vocabulary import Pattern

__all__ = ["number_between", "time_between"]

_PARTLY = Pattern(r"部分|基本|接近")
_BEYOND_IT = Pattern(r"超|优于|高于|明显|大幅|前列")
_LATENESS = Pattern(r"延迟|推迟|逾期|延期|滞后|晚|未按时|迟")
_SOMEWHAT = Pattern(r"基本|较|略|一般|延迟|延期|逾期|跨年|理由|批准")
_EARLIER = Pattern(r"提前|且|并")
_AS_ASKED = Pattern(r"(?:全部|均|完全)?(?:符合|达到|满足)(?:规定|相关)?(?:要求|标准)|达标")  # beside 规定数的90%以上得4分 the whole of it may be as asked
_OF_SEVERAL = Pattern(r"[和与及、].*各占$")


def _worth(bound: Bound, arm: Arm) -> Decimal | None:
    """What a phrase earns: an award, or what is left of the full points where it only says 部分."""
    if isinstance(arm.effect, Award):
        return arm.effect.amount.of(bound.full)
    return bound.full - arm.effect.amount.of(bound.full) if isinstance(arm.effect, Off) and _PARTLY.search(arm.guard.phrase) and arm.effect.amount.value else None  # type: ignore[union-attr]


def _between(bound: Bound, low: Decimal, high: Decimal, fits: Callable[[str], object]) -> Arm | None:
    """The first phrase that earns more than `low`, less than `high`, and may be meant."""
    return next((a for a in bound.words if (worth := _worth(bound, a)) is not None and low < worth < high and fits(a.guard.phrase)), None)  # type: ignore[union-attr]


def number_between(bound: Bound, target: Value | None, actual: Value) -> Arm | None:
    """部分完成 of 18 of 20, 超额完成 of 22 of 20; not of just the target. Where several things earn points each (甲、乙各占1分) a number is of one of them only."""
    if (each := next((a for a in bound.words if _OF_SEVERAL.search(a.guard.phrase)), None)) is not None:  # type: ignore[union-attr]
        return each
    if bound.spans and actual.unit == PERCENT and actual.low >= HUNDRED:
        return next((a for a in bound.words if _AS_ASKED.fullmatch(a.guard.phrase) and isinstance(a.effect, Award) and a.effect == Award(FULL) and not any(s.effect == Award(FULL) for s in bound.spans)), None)  # type: ignore[union-attr]
    met = next((a for a in bound.relative if a.guard in (Met(True), Relative("≥"), Relative("≤")) and isinstance(a.effect, Award) and a.effect.amount.value), None)
    if met is None or target is None or target.kind != "number" or not any(_worth(bound, a) for a in bound.words):
        return None
    own = met.effect.amount.of(bound.full)  # type: ignore[union-attr]
    if not any(_worth(bound, a) not in (None, own) for a in bound.words):
        return None
    if not stands(bound, met, target, actual):
        return _between(bound, Decimal(0), own, lambda _: True)
    even = actual.low in (target.low, HUNDRED if actual.unit == PERCENT else target.low)
    return _between(bound, own, _ANY, lambda phrase: not (even and _BEYOND_IT.search(phrase)))


def time_between(bound: Bound, hit: Arm, actual: Value, kept: bool) -> bool:
    """Whether a late date, or an early one, may be what another phrase says: 有正当理由延期, 延迟10天以内, 提前."""
    if not isinstance(hit.effect, Award) or (actual.kind != "date" and not _LATENESS.search(actual.text)):
        return False
    if not kept and bound.spans and LATENESS.search(bound.rule.subject):
        return True  # 延迟10天以内得3分 says it by a number
    return _between(bound, hit.effect.amount.of(bound.full), _ANY, (_EARLIER if kept else _SOMEWHAT).search) is not None


_ANY = Decimal("Infinity")
