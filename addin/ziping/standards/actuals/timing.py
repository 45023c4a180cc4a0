"""What words and dates say of a deadline that a standard names, or of the target's own: which arm that is."""

from __future__ import annotations

from ziping.standards.actuals.between import time_between
from ziping.standards.actuals.told import Found, Told
from ziping.standards.cells.values import Value
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import timely
from ziping.standards.clauses.rule import Arm, Award
from ziping.standards.sayings.deadlines import afterwards, deadline, kept_deadline
from ziping.standards.sayings.lateness import punctual
from ziping.standards.words.vocabulary import Pattern

__all__ = ["TIMED_READERS", "UNTIMELY", "of_every_year"]

UNTIMELY = Pattern(r"(?:未|没有|未能|不)(?:按时|及时|按期|如期|准时)(?:[^\W\d]{0,4})|(?:延迟|推迟|逾期|延期|滞后)(?:完成|[^\W\d]{2})?")


def _on_the_ladder(told: Told) -> Found:
    """6月30日前得5分，7月31日前得3分: the first of several deadlines that is kept."""
    arm = kept_deadline(told.bound.words, told.bound.otherwise, told.target, told.actual)
    return arm if arm is not None and isinstance(arm.effect, Award | Off) else None


def _by_the_deadline(told: Told) -> Found:
    """6月30日前完成得满分: the one deadline that the standard prints."""
    bound = told.bound
    limit = deadline(bound.words, told.target)
    if limit is None or (kept := punctual(limit[1], told.actual)) is None:
        return None
    return _unless_between(told, limit[0] if kept else afterwards(bound.words, bound.otherwise, told.actual, limit[1].day[0]), kept)  # type: ignore[index]


def of_every_year(told: Told) -> Value | None:
    """The target, in the actual's year where it comes round every year."""
    target, actual = told.target, told.actual
    if "每年" in told.bound.rule.source and target is not None and target.day is not None and actual.day is not None and target.day[0] is None:
        return target.but(day=(actual.day[0], *target.day[1:]))
    return target


def _in_time(told: Told) -> Found:
    """按时完成 and 逾期完成, as the target's date or the actual's own words tell."""
    bound = told.bound
    timed = [a for a in bound.words if timely(a.guard.phrase) or timely(a.guard.phrase.removeprefix("未").removeprefix("不"))]  # type: ignore[union-attr]
    if not timed or (kept := punctual(of_every_year(told), told.actual)) is None:
        return None
    same = [a for a in timed if timely(a.guard.phrase) == kept]  # type: ignore[union-attr]
    if len({a.effect for a in same}) > 1:
        raise told.unmatched()  # 提前完成得5分，按期完成得4分
    if not kept and same and _AND_MORE.search(same[0].guard.phrase) and not _AND_MORE.search(told.text):  # type: ignore[union-attr]
        raise told.unmatched()  # 推迟1个月, where 未及时支付但年底前支付 is a case
    return _unless_between(told, same[0] if same else None if kept else afterwards(bound.words, bound.otherwise, told.actual, told.target.day[0] if told.target is not None and told.target.day is not None else None), kept)


_AND_MORE = Pattern(r"[且但]|并(?!轨|网|发|行|联)")


def _unless_between(told: Told, hit: Arm | None, kept: bool) -> Found:
    if hit is not None and time_between(told.bound, hit, told.actual, kept):
        raise told.unmatched()
    return hit if hit is not None and isinstance(hit.effect, Award | Off) else None


TIMED_READERS = (_on_the_ladder, _by_the_deadline, _in_time)
