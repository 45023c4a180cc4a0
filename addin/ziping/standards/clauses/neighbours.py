"""What one clause of a standard says about another: a threshold beside counted steps, a kept deadline beside days, shares of the target beside reaching it."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.cells.conversion import COUNTED, TIMES, convertible
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.distances import distances
from ziping.standards.clauses.edges import Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.growing import changed, fallen, overspent, unrisen
from ziping.standards.clauses.phrases import LATENESS, timely
from ziping.standards.clauses.rates import all_done, quotients, whole_rates
from ziping.standards.clauses.rule import FULL, ZERO, Award, Else, Judged, Met, Ratio, Relative, Scaled, Word
from ziping.standards.clauses.targeted import (
    beyond_full,
    exceeding,
    like_to_like,
    missed,
    names_target,
    of_quantity,
    of_target,
    overstepped,
    part_of_full,
    tasked,
)
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["TIER", "settle_neighbours"]

TIER = Pattern(r"^(?!.*(?:均|全部)).*[\d一二两三四五六七八九十](?:项|个|处|次|起|例|件|条|人|笔)")


def settle_neighbours(clauses: list[Clause]) -> None:
    """Each clause as its neighbours let it be understood."""
    for settle in (quotients, whole_rates, all_done, tasked, _counted_apart, _either_way, part_of_full, beyond_full, _escalating, _stairs, _enough, _restated, _overtime, _overdue, overstepped, of_quantity, distances, _demanded, exceeding, _thresholded, _all_but, overspent, changed, fallen, unrisen, _each, _punctual, _in_full, _as_set, _in_place, _held_to, like_to_like, missed, of_target):
        settle(clauses)


_LACKING = words("没有 无 否 未达到 不符合 未完成 未建立 未落实 未开展 未制定 没有的 不符合要求")


def _either_way(clauses: list[Clause]) -> None:
    """有计划得1分，没有不得分；有总结得1分，没有不得分: each 没有 is the other side of its own condition."""
    lacking = [c for c in clauses if isinstance(c.guard, Word) and c.guard.phrase in _LACKING and c.effect == Award(ZERO)]
    if len(lacking) > 1:
        for clause in lacking:
            clause.guard = Else()


def _escalating(clauses: list[Clause]) -> None:
    """低于96%的每低1个百分点扣0.25分，低于90%的每低1个百分点扣0.5分: from which number the second counts is not said."""
    steps = [c for c in clauses if isinstance(c.effect, Per) and not c.effect.counted and isinstance(c.guard, RawSpan) and (c.guard.low is None) != (c.guard.high is None)]
    if len(steps) != 2 or any(isinstance(c.effect, Per) for c in clauses if c not in steps):
        return
    (a, b), (first, second) = (steps, (steps[0].guard, steps[1].guard))
    below = first.low is None and second.low is None and second.high.value < first.high.value  # type: ignore[union-attr]
    above = first.high is None and second.high is None and second.low.value > first.low.value  # type: ignore[union-attr]
    if (below or above) and a.effect.amount != b.effect.amount:  # type: ignore[union-attr]
        b.effect = Judged()


_REACHES = Pattern(r"^(?:且|并)?(?:实际)?(?:完成|达到|实现)")


def _stairs(clauses: list[Clause]) -> None:
    """完成90%得9分，完成80%得8分，完成70%得7分: each number is where its points begin."""
    points = [c for c in clauses if isinstance(c.guard, RawSpan) and c.guard.low is not None and c.guard.low == c.guard.high and c.guard.low.unit == PERCENT and isinstance(c.effect, Award)]
    if len(points) < 2 or not all(_REACHES.search(c.text) or _REACHES.search(c.guard.subject) or names_target(c.guard.subject) for c in points):  # type: ignore[union-attr]
        return
    falling = [(c.guard.low.value, c.effect.amount) for c in points]  # type: ignore[union-attr]
    if all(a[0] > b[0] and a[1].share == b[1].share and a[1].value > b[1].value for a, b in zip(falling, falling[1:], strict=False)):
        for clause in points:
            clause.guard = RawSpan(clause.guard.low, None, clause.guard.subject)  # type: ignore[union-attr]


def _enough(clauses: list[Clause]) -> None:
    """演练2次得满分，1次得一半分: more than the most that is named is enough as well."""
    points = [c for c in clauses if isinstance(c.guard, RawSpan) and c.guard.low is not None and c.guard.low == c.guard.high and c.guard.low.unit is not None and c.guard.low.unit.text in COUNTED and isinstance(c.effect, Award)]
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    if points and len(points) < len(spans):
        top = max(points, key=lambda c: c.guard.low.value)  # type: ignore[union-attr]
        rest = [c for c in spans if c is not top]
        below = all(c.guard.high is not None and c.guard.high.value <= top.guard.low.value and isinstance(c.effect, Award) and not c.effect.amount.share and not top.effect.amount.share and c.effect.amount.value < top.effect.amount.value for c in rest)  # type: ignore[union-attr]
        if below and len(rest) > 1:
            top.guard = RawSpan(top.guard.low, None, top.guard.subject)  # 10场得3分，8-9场得2分，8场以下不得分
        return
    if len(points) < 2 or len(points) != len(spans):
        return
    most = max(points, key=lambda c: c.guard.low.value)  # type: ignore[union-attr]
    if most.effect == Award(FULL) and all(c.effect != Award(FULL) for c in points if c is not most):
        most.guard = RawSpan(most.guard.low, None, most.guard.subject)  # type: ignore[union-attr]


def _overtime(clauses: list[Clause]) -> None:
    """收到后30日内拨付得满分，逾期1-15日扣1分: so many days late are so many beyond the limit."""
    limits = [c for c in clauses if isinstance(c.guard, RawSpan) and isinstance(c.effect, Award) and c.effect.amount != ZERO and c.guard.low is None and not LATENESS.search(c.guard.subject) and c.guard.high is not None and c.guard.high.unit is not None and c.guard.high.unit.base in TIMES]
    late = [c for c in clauses if isinstance(c.guard, RawSpan) and LATENESS.fullmatch(c.guard.subject)]
    bare = [c for c in clauses if isinstance(c.guard, RawSpan) and c not in limits and c not in late]
    if len(limits) != 1 or not late or bare:
        return
    limit = limits[0].guard.high  # type: ignore[union-attr]
    edges = [e for c in late for e in (c.guard.low, c.guard.high) if e is not None]  # type: ignore[union-attr]
    if any(e.unit is None or e.unit.base != limit.unit.base for e in edges):  # type: ignore[union-attr]
        return
    for clause in late:
        low, high = (e and Edge(e.value + limit.value, e.unit, e.closed) for e in (clause.guard.low, clause.guard.high))  # type: ignore[union-attr]
        clause.guard = RawSpan(low or Edge(limit.value, limit.unit, False), high, limits[0].guard.subject)  # type: ignore[union-attr]


def _overdue(clauses: list[Clause]) -> None:
    """延期1个月内扣20%: what is not late at all is not within a month of lateness."""
    for clause in clauses:
        span = clause.guard
        if isinstance(span, RawSpan) and LATENESS.search(span.subject) and span.low is None and span.high is not None and span.high.value > 0 and clause.effect != Award(FULL):
            clause.guard = RawSpan(Edge(Decimal(0), span.high.unit, False), span.high, span.subject)


_ANY_UNMET = Pattern(r"(?:不|未|没有)(?:符合|满足|达到|做到|具备|符)(?:规定|相关|有关)?(?:要求|条件|标准)?的?")
_ALL_OF_THEM = Pattern(r"(?:以上)?(?:全部|均|都|各项)(?:均|都)?(?:满足|符合|达到|具备|做到)(?:要求|条件|的)?")


def _restated(clauses: list[Clause]) -> None:
    """①A，1分；②B，1分；每少一项扣1分; ①得1分，②得1分，全部满足得满分: said once more what the parts say already."""
    parts = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount.value and c.effect != Award(FULL)]
    if len(parts) < 2:
        return
    same = len({c.effect.amount for c in parts}) == 1  # type: ignore[union-attr]
    for clause in list(clauses):
        per = clause.effect
        each = isinstance(per, Per) and same and per.counted and not per.gain and (per.lack and not per.what or not per.lack and _ANY_UNMET.fullmatch(per.what)) and per.size == 1 and per.amount == parts[0].effect.amount and clause.guard is None  # type: ignore[union-attr]
        every = per == Award(FULL) and isinstance(clause.guard, Word) and _ALL_OF_THEM.fullmatch(clause.guard.phrase) and len(parts) == len(clauses) - 1
        if each or every:
            clauses.remove(clause)
    counted = [c for c in clauses if isinstance(c.effect, Per) and c.effect.counted and not c.effect.gain and not c.effect.lack and c.text.startswith(("以上", "上述"))]
    if len(counted) == 1 and len(parts) == len(clauses) - 1 and clauses[-1] is counted[0]:
        for clause in parts:
            clauses.remove(clause)  # 以上情况每出现一例不符合要求的扣1分


def _demanded(clauses: list[Clause]) -> None:
    """满意度不低于90%，每低1个百分点扣…: what is demanded before steps that lead out of it earns all the points."""
    if any(isinstance(c.guard, RawSpan) and isinstance(c.effect, Award) for c in clauses):
        return
    for at, clause in enumerate(clauses):
        per = clause.effect
        if not isinstance(clause.guard, RawSpan) or not isinstance(per, Per) or per.gain:
            continue
        point = clause.guard.low is not None and clause.guard.low == clause.guard.high
        if (clause.guard.low is None) == (clause.guard.high is None) and not point:
            continue
        side = -1 if per.counted and (per.lack or (clause.guard.low is not None and clause.guard.low.value == 100 and _LEFT_OUT.match(per.what))) else None if per.counted else per.side
        if side == (-1 if clause.guard.high is None or point else 1):
            if any(isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount.value for c in clauses[:at]):
                raise NotScorable(f"评分标准的{quoted(clauses[0].text)}与{quoted(clause.text)}是否须同时做到没有写明，请由填报人填写得分或补充标准。")  # 通过验收得5分，全年活动不少于4次，每少1次扣1分
            clauses.insert(at, clause.but(effect=Award(FULL), limits={}, asked=True))
            clause.guard = None
            return


_LEFT_OUT = Pattern(r"[未不没无]")


def _thresholded(clauses: list[Clause]) -> None:
    """达到50人得满分，每少1人扣0.5分: with a threshold in the same measure, 少 counts from it and not how often something is missing."""
    measures = {e.unit.base for c in clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None and e.unit is not None}
    for clause in clauses:
        per = clause.effect
        if isinstance(per, Per) and per.counted and per.lack and not per.what and (per.unit.base in measures or any(convertible(per.unit, unit_named(m)) is not None for m in measures if m) or any(m.partition("/")[0] == per.unit.base for m in measures)):
            per.counted, per.side = False, -1


def _all_but(clauses: list[Clause]) -> None:
    """覆盖率达到100%得3分；未达到100%，每缺少1个乡镇扣…: below the whole, what is missing is counted."""
    whole = [c for c in clauses if isinstance(c.guard, RawSpan) and c.guard.low is not None and c.guard.low.value == 100 and percent(c.guard.low.unit) == PERCENT and isinstance(c.effect, Award)]
    for clause in clauses if len(whole) == 1 else ():
        span = clause.guard
        if isinstance(span, RawSpan) and span.low is None and span.high is not None and span.high.value == 100 and isinstance(clause.effect, Per) and clause.effect.counted and not clause.effect.gain:
            clause.guard = None


def _punctual(clauses: list[Clause]) -> None:
    """按期完成得满分，每超1天扣2分: beside a deadline that is kept, days too many are days late."""
    if any(isinstance(c.guard, Word) and timely(c.guard.phrase) for c in clauses) and not any(isinstance(c.guard, RawSpan) for c in clauses):
        for clause in clauses:
            per = clause.effect
            if isinstance(per, Per) and not per.counted and per.side == 1 and per.unit.base in TIMES:
                per.late = True


_ARRIVED = Pattern(r"(?<![未不没])(?:到位|办结|达标|拨付|支付|落实)$")
_PLAINLY = Pattern(r"[^,;。\d超提按及时未不没无]{0,10}到位")
_FULLY = Pattern(r"[^,;。\d不未无没]{0,16}足额[^,;。\d不未无没]{2,6}")


def _in_full(clauses: list[Clause]) -> None:
    """经费足额到位得满分，每差1%扣0.1分: in full is 100%."""
    fully = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount.value and (_FULLY.fullmatch(c.guard.phrase) or ((end := _ARRIVED.search(c.guard.phrase)) and (_PLAINLY.fullmatch(c.guard.phrase) or any(f"{end[0]}率每" in o.text for o in clauses))))]
    steps = [c.effect for c in clauses if isinstance(c.effect, Per) and c.guard is None and not c.effect.counted and not c.effect.gain and c.effect.side in (-1, None) and percent(c.effect.unit) == PERCENT]
    if len(fully) == 1 and len(steps) == 1 and not any(isinstance(c.guard, RawSpan | Met | Relative) for c in clauses):
        steps[0].side = -1
        clauses.insert(clauses.index(fully[0]), fully[0].but(guard=RawSpan(Edge(Decimal(100), PERCENT, True), None), limits={}))


_AS_SET = Pattern(r"(?:按照?|达到)(?:规定|政策|文件|补助|补贴|发放|执行|要求|约定|的)*标准(?:足额|及时)?(?:发放|支付|拨付|补助|执行|兑现)?(?:到位)?|[^,;。\d不未无没非]{0,10}(?:发放|拨付|支付|补助|兑现|落实|配备|完成)到位")


def _as_set(clauses: list[Clause]) -> None:
    """按标准发放得10分，每少1元扣1分: what was to be given is the target."""
    steps = [c.effect for c in clauses if isinstance(c.effect, Per)]
    worded = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount.value]
    if len(steps) == len(worded) == 1 and not any(isinstance(c.guard, RawSpan | Met | Relative) for c in clauses) and not (steps[0].counted or steps[0].gain or steps[0].late) and steps[0].side == -1 and _AS_SET.fullmatch(worded[0].guard.phrase):  # type: ignore[union-attr]
        worded[0].guard = Met(True)


_IN_PLACE = Pattern(r"[^,;。\d不未无没]{0,12}(?:拨付|发放|支付|执行|落实|补助|兑现|配套|安排|缴纳)到位")


def _in_place(clauses: list[Clause]) -> None:
    """标准执行到位得满分，未达到标准不得分; 经费拨付到位得4分，未足额拨付按比例得分: what was to be in place is the target as well."""
    worded = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount.value and _IN_PLACE.fullmatch(c.guard.phrase)]
    rest = [c for c in clauses if c not in worded]
    if len(worded) != 1 or len(rest) != 1:
        return
    other = rest[0]
    falls_short = isinstance(other.effect, Ratio) and other.guard in (Met(False), Else())
    if other.guard == Met(False) and other.effect == Award(ZERO) or falls_short:
        other.guard = Met(False)
        clauses.insert(0, worded[0].but(guard=Met(True), limits={}))


_EQUAL = Pattern(r"[^,;。\d不未]{2,16}(?:标准|金额|面积|数量|规模|价格|单价|人数)(?:与|同|和)[^,;。\d不未]{2,14}(?:一致|相符|相同)")
_UNEQUAL = Pattern(r"不(?:一致|相符|相同|符)")
_SAVED = Pattern(r"[^,;。\d不未无没超]{0,8}(?:成本|资金|支出|费用|经费)?(?:有所)?节约")
_NOT_SAVED = Pattern(r"(?:未|没有)节约")


def _held_to(clauses: list[Clause]) -> None:
    """补贴标准与文件规定一致得满分，不一致不得分; 成本节约得满分，未节约不得分: of a figure it is told by the target."""
    if len(clauses) != 2 or not all(isinstance(c.guard, Word) and isinstance(c.effect, Award) for c in clauses) or not clauses[0].effect.amount.value or clauses[1].effect != Award(ZERO):  # type: ignore[union-attr]
        return
    whole, rest = (c.guard.phrase for c in clauses)  # type: ignore[union-attr]
    if _EQUAL.fullmatch(whole) and _UNEQUAL.fullmatch(rest):
        signs = {"=": clauses[0], ">": clauses[1], "<": clauses[1]}
    elif _SAVED.fullmatch(whole) and _NOT_SAVED.fullmatch(rest):
        signs = {"<": clauses[0], "≥": clauses[1]}
    else:
        return
    clauses += [clause.but(guard=Relative(sign), limits={}) for sign, clause in signs.items()]


_FOR_EACH = Pattern(r"有[1一](?:次|项|个|篇|期|场|件|条|份)(?:的)?得\d+(?:\.\d+)?分")
_MET_ONE = Pattern(r"(?:.*[、,])?(?:每)?(?:符合|满足|具备|达到|做到|完成|执行|落实|实现|达标)")


_UNMET = Pattern(r"(?:均|都|全部)?(?:不|未|没有)(?:符合|满足|具备|达到|做到)(?:要求|条件|标准)?(?:的)?")


def _once(clause: Clause) -> bool:
    """漏报一次扣2分: a fault, once."""
    span = clause.guard
    if not isinstance(span, RawSpan) or not isinstance(clause.effect, Off) or clause.effect.amount.share or not span.subject or span.low is None:
        return False
    return span.low == span.high and span.low.value == 1 and span.low.unit is not None and span.low.unit.text in COUNTED and not _MET_ONE.fullmatch(span.subject)


_BEFORE = Pattern(r"\n?([^,;。\d]{2,40}?)的?,[^,;。]*")
_FOUND_SO = words("经查实 查实 经核实 核实 经认定 认定 发现 经发现")


def _counted_apart(clauses: list[Clause]) -> None:
    """标识不醒目，发现一次扣1分: where several things take points off, what is counted stands before the comma, and 迟报一次扣1分 counts too."""
    if sum(isinstance(c.effect, Off | Per) for c in clauses) < 2:
        return
    for clause in clauses:
        per = clause.effect
        if isinstance(per, Per) and per.counted and not per.gain and not per.lack and per.what in ("", *_FOUND_SO) and (before := _BEFORE.fullmatch(clause.text)):
            per.what = before[1]
    counts = [c for c in clauses if _once(c) or (isinstance(c.effect, Per) and c.effect.counted and (c.effect.what or c.effect.lack) and not c.effect.gain)]
    for clause in counts if len(counts) > 1 and all(c in counts or (isinstance(c.guard, Word) and isinstance(c.effect, Off | Award) and not TIER.search(c.guard.phrase)) for c in clauses) else ():
        if _once(clause):
            low, name = clause.guard.low, clause.guard.subject
            clause.effect, clause.guard = Per(low.value, low.unit, clause.effect.amount, counted=True, what=name, measure=low.unit.text), None  # type: ignore[union-attr, arg-type]


def _each(clauses: list[Clause]) -> None:
    """调整一项扣1分, 符合一项得1分: the only clause about a number of things says what each of them costs or earns."""
    only = clauses[0] if len(clauses) == 1 else None
    if only is not None and _FOR_EACH.fullmatch(only.text) and isinstance(only.guard, RawSpan) and isinstance(only.effect, Award) and not only.effect.amount.share and only.effect.amount.value:
        unit = only.guard.low.unit  # type: ignore[union-attr]
        only.effect, only.guard = Per(Decimal(1), unit, only.effect.amount, gain=True, counted=True, measure=unit.text), None  # type: ignore[arg-type, union-attr]
        return  # 有一次得1分
    about = [c for c in clauses if isinstance(c.guard, RawSpan) and not all(e is None or e.unit == PERCENT for e in (c.guard.low, c.guard.high))]
    if len(about) != 1 or any(isinstance(c.effect, Per | Ratio | Scaled) for c in clauses):
        return
    clause = about[0]
    low, high, subject = clause.guard.low, clause.guard.high, clause.guard.subject  # type: ignore[union-attr]
    if low is None or low != high or low.value != 1 or low.unit is None or not low.unit.base or low.unit.text not in COUNTED or not subject:
        return
    if any(isinstance(c.guard, Word) and TIER.search(c.guard.phrase) for c in clauses):
        return
    others = [c for c in clauses if c is not clause]
    if isinstance(clause.effect, Off) and not clause.effect.amount.share:
        if _MET_ONE.fullmatch(subject):
            return
        clause.effect, clause.guard = Per(low.value, low.unit, clause.effect.amount, counted=True, what=subject, measure=low.unit.text), None
    elif isinstance(clause.effect, Award) and clause.effect.amount.value and not clause.effect.amount.share and _MET_ONE.fullmatch(subject) and all(c.effect == Award(ZERO) and (isinstance(c.guard, Else | Met) or (isinstance(c.guard, Word) and _UNMET.fullmatch(c.guard.phrase))) for c in others):
        for other in others:
            clauses.remove(other)  # 符合一项得1分，不符合不得分
        clause.effect, clause.guard = Per(low.value, low.unit, clause.effect.amount, gain=True, counted=True, measure=low.unit.text), None
