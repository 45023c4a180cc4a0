"""A number of occurrences beside whatever else the standard says: points off, or on, for each of them."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, half_up, unit_named
from ziping.standards.actuals.counting import occurrences
from ziping.standards.actuals.happenings import of_so_many, tallied
from ziping.standards.actuals.tallied import NOT_HELD
from ziping.standards.cells.conversion import COUNTED, TIMES, rescaled
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import FULL, Arm, Award, Count, Judged, Met, rounded_up
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.demands import no_more_than_listed, one_of_several
from ziping.standards.points.earning import fixed
from ziping.standards.points.relative import against, stands
from ziping.standards.points.spanned import earned, spanned
from ziping.standards.points.stepping import taken
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.matching import NOTHING_LACKING
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["counted"]


_REMEDIED = Pattern(r"整改|纠正|改正|补救|挽回|补齐|主动|自查")
_MANY = 10  # so many faults may be the number of all that there are
_GRADE = Pattern(r"一般|较大|重大|特大|轻微|轻伤|重伤|严重|较重")


_LEADING = Pattern(r"(?:共计?|累计|全年|全部|实际|已|完成|开展|组织|获得?|荣获|取得|得到|受到?|发生|发现|有)*([^\W\d]{2,}?)(?:共计?|累计)?(?=\d)")


_MISSES = Pattern(r"达标|达到|达不到|超标")  # what such a rate leaves, not a fault of its own


def _whole(bound: Bound, effect: Count) -> bool:
    """病区齐全得2分, beside what each that is lacking costs: all of them earn everything."""
    return effect.lack == "缺" and len(bound.words) == 1 and isinstance(bound.words[0].effect, Award) and _ALL_THERE.fullmatch(bound.words[0].guard.phrase) is not None and bound.words[0].effect.amount.of(bound.full) == bound.full  # type: ignore[union-attr]


def _undone(bound: Bound, effect: Count) -> bool:
    """按要求完成年度计划，未完成的每处扣2分: what is not done of it, and nothing else, is counted."""
    return effect.what in ("未完成", "未完成的") and _ITS_PLAN.match(bound.rule.source) is not None


_ITS_PLAN = Pattern(r"(?:按照?(?:要求|规定|计划))?完成[^,;。:\d未不没无或]{0,40}?(?:计划|任务|目标)(?:任务)?的?[,。;](?:得\d+(?:\.\d+)?分[,。;])?(?:每有?1?[^\W\d]?)?未完成")


def _all_so(bound: Bound, text: str) -> bool:
    """全部出齐, where 所有文件都出齐 earns everything and each that is not takes points off; 出齐 alone says as much, 出台 does not."""
    whole = _EACH_SO.fullmatch(bound.words[0].guard.phrase) if len(bound.words) == 1 and isinstance(bound.words[0].effect, Award) and bound.words[0].effect.amount.of(bound.full) == bound.full else None  # type: ignore[union-attr]
    said = _ALL_SAID.fullmatch(text.rstrip("。;")) if whole is not None else None
    return said is not None and said["does"] == whole["does"] and bool(said["all"] or said["does"].endswith("齐"))  # type: ignore[index]


_EACH_SO = Pattern(r"(?:所有|全部|各项?|每[个项])的?[^\W\d未不没无、,和与及或并且]{2,16}?(?:都|均|全部)已?(?P<does>[^\W\d未不没无都均按及]{2,4})的?")
_ALL_SAID = Pattern(r"已?(?P<all>(?:均|都|全部)*)已?(?P<does>[^\W\d未不没无都均]{2,4})")
_ALL_THERE = Pattern(r"[^\W\d、,和与及或并且]{0,12}(?:齐全|齐备|完备|配齐)")


def _of_another_grade(arm: Arm, effect: Count, actual: Value) -> bool:
    """发生较大事故的由填报人计分, beside 一般事故1起, where those are counted: the number names which of them it is."""
    one, other = _GRADE.search(effect.what), _GRADE.search(arm.guard.phrase)  # type: ignore[union-attr]
    return isinstance(arm.effect, Judged) and one is not None and other is not None and one[0] != other[0] and effect.what in actual.text and other[0] not in actual.text


def _leaves_open(arm: Arm, effect: Count, actual: Value) -> bool:
    """未发生一般事故, beside 发生较大事故 that takes points off too: of the other grade nothing is said."""
    one, other = _GRADE.search(effect.what), _GRADE.search(arm.guard.phrase)  # type: ignore[union-attr]
    takes = isinstance(arm.effect, Off | Judged) or isinstance(arm.effect, Award) and not arm.effect.amount.value
    return takes and one is not None and other is not None and one[0] != other[0] and one[0] in actual.text and other[0] not in actual.text and "以上" not in actual.text


_HELD = "召开|举办|举行|组织|开展|组织开展|组织召开"
_SO_OFTEN_A_YEAR = Pattern(rf"(?:每年|全年|年内|年度内?|当年|本年度?)?(?P<least>至少|不少于|不低于)?(?P<does>{_HELD})(?P<first>[^\W\d未不没无、和与及或并且次]{{2,12}}?)?(?:至少|不少于|不低于)?(?P<many>\d+|[一二两三四五六七八九十]+)(?P<unit>[次场期])(?:以上)?(?P<thing>[^\W\d未不没无、和与及或并且]{{2,12}})?")


def _held_so_often(target: Value | None, effect: Count) -> Value | None:
    """每年至少召开4次 as so many, where each one fewer takes points off and they are the same thing, told in the same measure; as it stands elsewhere."""
    said = _SO_OFTEN_A_YEAR.fullmatch(target.text) if target is not None and target.kind == "text" and effect.lack == "少" and not effect.gain and effect.size == 1 else None
    if said is None or said["unit"] != effect.measure or "会" in effect.what and "召开" not in said["does"] and not (said["thing"] or said["first"]) or "召开" in said["does"] and "会" not in effect.what:
        return target
    named = [name for name in (said["first"], said["thing"]) if name]
    number = told_number(said["many"])
    if number is None or any(not (name in effect.what or effect.what in name) for name in named) or not effect.what:
        return target
    return Value("number", target.text, "≥", number, unit=unit_named(said["unit"]))  # type: ignore[union-attr]


def counted(bound: Bound, target: Value | None, actual: Value) -> Outcome:
    effect = bound.counts[0].effect
    assert isinstance(effect, Count)
    target = _held_so_often(target, effect) if len(bound.counts) == 1 else target
    only_barred = bound.rule.unit == PERCENT and bool(bound.spans) and all(a.guard.low is None and bound.costs_all(a) for a in bound.spans)  # type: ignore[union-attr]
    if only_barred and actual.unit != PERCENT and not any(a.effect.lack or _MISSES.search(a.effect.what) for a in bound.counts):  # type: ignore[union-attr]
        raise NotScorable(f"评分标准规定“{bound.spans[0].text(bound.rule.unit, bound.rule.subject)}”，完成值{quoted(actual.text)}没有写明{bound.rule.subject}，请一并写明。")
    if len(bound.counts) > 1 and not (bound.rule.unit == PERCENT and actual.unit == PERCENT):
        return tallied(bound, actual)
    full = bound.full
    if effect.gain and (name := _LEADING.match(actual.text)) is not None and not any(name[1][i : i + 2] in bound.rule.source for i in range(len(name[1]) - 1)):
        raise NotScorable(f"完成值{quoted(actual.text)}说的不是评分标准“{effect.text()}”所计的事项，请用标准中的原词写明次数。")
    if len(bound.counts) == 1 and bound.relative and target is not None and target.kind == actual.kind == "number" and actual.unit == target.unit != unit_named(effect.measure):
        held = next((a for a in bound.relative if stands(bound, a, target, actual)), None)
        if held is not None and isinstance(held.effect, Award):
            return against(bound, held, target, actual)
    if bound.rule.unit == PERCENT and actual.unit == PERCENT:
        held = next((a for a in bound.spans if a.guard.holds(actual.low) and not a.guard.unsettled(actual.low)), None)  # type: ignore[union-attr]
        if held is not None:
            return earned(bound, held, actual.low, target, actual)
        if only_barred:
            raise NotScorable(f"评分标准“{bound.rule.words()}”除比率外按次数扣分，完成值{quoted(actual.text)}没有写明次数，请一并写明。")
    of_rate = bound.rule.unit == PERCENT or (target is not None and target.unit == PERCENT)
    if of_rate and actual.kind == "number" and actual.bare and 0 < actual.low <= 1:
        raise NotScorable(f"完成值{quoted(actual.text)}没有写单位，可能是{shown(actual.low.scaleb(2))}%，也可能是{shown(actual.low)}{effect.measure}，请写明单位。")
    measure = unit_named(effect.measure.removeprefix("个") or effect.measure)
    if (target is None or target.kind != "number" or target.unit == PERCENT) and actual.kind == "number" and actual.low and not effect.gain and (actual.bare or actual.unit.base == measure.base or (effect.lack in ("少", "缺") and actual.unit.text.startswith(effect.measure))) and ((effect.lack in ("少", "缺") and bound.spans and bound.rule.unit == PERCENT and actual.low * effect.per.of(full) > full * effect.size) or (effect.lack == "少" and not (bound.spans and actual.low * effect.per.of(full) <= full * effect.size)) or NOT_HELD.fullmatch(effect.what) or (bound.absent and effect.what.startswith("未")) or measure.base in TIMES or measure.base in bound.beside or one_of_several(bound.rule, effect, actual.low)):
        instead = f"{effect.lack}{shown(actual.low)}{effect.measure}”，或填写指标值" if effect.lack else f"{shown(actual.low)}{effect.measure}{effect.what}”"
        raise NotScorable(f"评分标准“{effect.text()}”按扣分的个数计分，完成值{quoted(actual.text)}可能是完成数，也可能是扣分的个数，请写明如“{instead}。")
    alone = all(a is bound.counts[0] or (isinstance(a.effect, Award) and a.effect.amount.of(full) == full) for a in bound.rule.arms)
    remedied = next((a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value and _REMEDIED.search(a.guard.phrase)), None)  # type: ignore[union-attr]
    if remedied is not None and actual.kind == "number" and actual.low:
        raise NotScorable(f"评分标准规定“{remedied.text(bound.rule.unit, '')}”，完成值{quoted(actual.text)}没有说明是否如此，请由填报人填写得分。")
    timed = bound.spans and bound.rule.unit.base in TIMES and measure.base != bound.rule.unit.base
    if timed and actual.kind == "number" and actual.unit.base == bound.rule.unit.base:
        return spanned(bound, rescaled(actual, bound.rule.unit, "完成值"), target, actual)  # type: ignore[return-value]  # 15日内得2分，有一项不符扣1分
    if timed and actual.kind == "number" and actual.bare and actual.low:
        raise NotScorable(f"评分标准“{bound.rule.words()}”既按时间又按次数计分，完成值{quoted(actual.text)}没有写单位，请写明单位。")
    unit = bound.rule.unit
    if bound.spans and unit.base and not timed and effect.lack != "少" and actual.kind == "number" and actual.unit.text in COUNTED and actual.unit.base == unit.base != unit_named(effect.measure).base:
        raise NotScorable("评分标准既按数量又按次数计分，一个完成值不能同时说明两者，请由填报人填写得分。")
    number = Decimal(0) if alone and not effect.gain and _all_so(bound, actual.text) else Decimal(0) if alone and effect.lack in ("缺", "少") and actual.text.rstrip("。;") in NOTHING_LACKING else occurrences(effect, target, actual, bound.rule.source, alone, full if any(a.guard == Met(True) for a in bound.relative) or _whole(bound, effect) or alone and _undone(bound, effect) else None)
    no_more_than_listed(bound.rule.source, effect, number, actual)
    if bound.spans and unit.base and not timed:
        apart = unit.base != unit_named(effect.measure).base
        if effect.lack == "少" and apart:
            raise NotScorable(f"评分标准“{bound.rule.words()}”中的{unit.text}与{effect.measure}单位不同，无法确定缺少多少，请由填报人填写得分。")
        x = number.scaleb(-unit.shift)
        if actual.kind == "number" and actual.unit.base == unit.base:
            x = rescaled(actual, unit, "完成值")
        held = next((a for a in bound.spans if a.guard.holds(x)), None)  # type: ignore[union-attr]
        if held is not None:
            return earned(bound, held, x, target, actual)
        if not apart and not effect.gain and any(a.effect == Award(FULL) and not a.guard.low and a.guard.high is not None and 0 < a.guard.high < x for a in bound.spans):  # type: ignore[union-attr]
            raise NotScorable(f"评分标准“{bound.rule.words()}”没有写明超过不扣分的数后是从头计扣还是只扣超过的，完成值{quoted(actual.text)}不能据此计分，请由填报人填写得分。")  # 3起以内不扣分
        if effect.lack and number and actual.kind == "number":
            raise NotScorable(f"评分标准“{effect.text()}”按缺少的个数计分，完成值{quoted(actual.text)}可能是完成数，也可能是缺少的个数，请写明如“{effect.lack}{shown(actual.low)}{effect.measure}”。")
    graver = [a for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value and _GRADE.search(a.guard.phrase)]  # type: ignore[union-attr]
    if number and graver and _GRADE.search(effect.what) and not _GRADE.search(actual.text):
        raise NotScorable(f"评分标准“{bound.rule.words()}”按轻重分别计分，完成值{quoted(actual.text)}没有写明是{effect.what}还是{graver[0].guard.phrase}，请写明。")  # type: ignore[union-attr]
    if number and any((grave := _GRADE.search(a.guard.phrase)) and grave[0] in actual.text and grave[0] not in effect.what for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value):  # type: ignore[union-attr]
        raise NotScorable(f"评分标准“{bound.rule.words()}”按轻重分别计分，完成值{quoted(actual.text)}写的不是按次数扣分的一种，请由填报人填写得分。")
    if number and (any(isinstance(a.effect, Off | Judged) for a in bound.words if not _of_another_grade(a, effect, actual)) or (effect.what.startswith(("其他", "其它")) and bound.words and effect.what[:2] not in actual.text)):
        raise NotScorable(f"评分标准“{bound.rule.words()}”除按次数扣分外还规定了另外的扣分情形，完成值{quoted(actual.text)}没有说明是哪一种，请由填报人填写得分。")
    if not number and any(_leaves_open(a, effect, actual) for a in bound.words):
        raise NotScorable(f"评分标准“{bound.rule.words()}”按轻重分别计分，完成值{quoted(actual.text)}只说了其中一种，请写明其他各种是否发生。")
    if (whole := of_so_many(bound, effect, number)) is not None:
        return fixed(bound, whole, actual)
    count, change, capped = taken(effect, number, full)
    of_faults = target is not None and target.kind == "number" and target.unit != PERCENT and not (target.bare and not target.low)
    if not effect.gain and not of_faults and actual.kind == "number" and number >= _MANY and number * effect.per.of(full) > 2 * full * effect.size:
        raise NotScorable(f"完成值{quoted(actual.text)}作为扣分次数应扣的分远超满分{shown(full)}分，不像次数，请写明如“{effect.lack or '发现'}{shown(number)}{effect.measure}{effect.what}”。")
    least = effect.floor.of(full) if effect.floor is not None else Decimal(0)
    points = half_up(min(full, change) if effect.gain else max(least, full - change), 2)
    verb = "得" if effect.gain else "扣"
    return points, lambda: (
        f"完成值{actual.text}，计{shown(number)}{effect.measure}，每{shown(effect.size)}{effect.measure}{verb}{effect.per}{rounded_up(effect, effect.measure)}，"
        f"{'按上限' if capped else '共'}{verb}{shown(change)}分，得{shown(points)}分"
    ), count
