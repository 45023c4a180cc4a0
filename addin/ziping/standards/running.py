"""A rule applied to a target and an actual: the points, and what was counted."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from ziping.amounts import EXACT, PERCENT, half_up, unit_named
from ziping.standards.another import another_thing
from ziping.standards.awards import Off
from ziping.standards.binding import Bound, Outcome
from ziping.standards.counting import NOT_HELD, occurrences
from ziping.standards.demands import agreed, one_of_several
from ziping.standards.edges import ABSOLUTE
from ziping.standards.lateness import deadline, delay, named_late, undecided
from ziping.standards.overruns import overrun
from ziping.standards.phrases import LATENESS
from ziping.standards.proportion import in_proportion, scaled
from ziping.standards.readings import HUNDRED, OFF_TARGET, named, readings, short
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.relating import against, relative, stands
from ziping.standards.rule import Arm, Award, Choice, Count, Else, Judged, Linear, Met, Ratio, Relative, Scaled, Span, Steps, rounded_up
from ziping.standards.rungs import how_many, of_rungs
from ziping.standards.saying import from_limit, of_the_same, per_head, plainly, said
from ziping.standards.stepping import take, taken
from ziping.standards.tallies import tallied
from ziping.standards.tokens import numeral
from ziping.standards.values import COUNTED, TIMES, Value, rescaled, shown
from ziping.standards.vocabulary import Pattern
from ziping.standards.wording import by_words, chosen

__all__ = ["run"]

_FALLING = Pattern(r"(?:下降|降低|减少|下浮|缩减|节约|压减)(?:率|幅度|比例)?$")
_EITHER_WAY = Pattern(r"(?:变动|变化|波动|调整|增减)(?:率|幅度|比例)?$")
_SIGNED = Pattern(r"变|提[高升]|升|增|降|减|差|结余|盈|利|温|涨|浮|超|节")
ONE = Decimal(1)


def run(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """Points and reason; None while the rule needs a target that is blank."""
    agreed(bound.rule, target, actual)
    if actual.kind == "number" and not actual.text[0].isascii():
        of_the_same(bound, target, actual)
    if actual.kind == "number":
        per_head(bound, actual)
    actual = how_many(bound.rule.subject, target, actual) if of_rungs(bound.rule.subject) else actual
    if bound.plain and actual.kind == "number" and "/" not in actual.unit.base:
        return _measured(bound, target, actual)
    target, actual = _alike(bound, target, actual)
    if actual.kind == "text" and another_thing(bound.rule.source, target.text if target is not None else "", actual.text.rstrip("。;")):
        raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”所考核的事项对不上，请按标准中的原词填写完成值。")
    if actual.kind == "number" and (between := _graded_beside(bound, target, actual)):
        raise NotScorable(f"完成值{quoted(actual.text)}是否属于评分标准中的“{between}”，不能由这个数判断，请由填报人填写得分。")
    late = bound.late
    if late is not None:
        actual = named_late(bound.rule.source, actual)
    if late is not None and (times := delay(_limit(bound, target), actual, late.unit.text)):
        if bound.spans:  # 延迟超过30天不得分
            return _agreed(bound, times, [_tardy(bound, late, time, target, actual) for time in times], actual)
        return _agreed(bound, times, [take(bound, late, time, actual.text, None) for time in times], actual)
    if late is None and actual.kind == "date" and bound.spans and bound.rule.unit.text in ("天", "月") and LATENESS.fullmatch(bound.rule.subject) and (times := delay(_limit(bound, target), actual, bound.rule.unit.text)):
        return _by_lateness(bound, times, target, actual)
    worded = by_words(bound, target, actual)
    if worded is not None:
        return worded
    told, actual = actual, said(bound, target, actual)
    if told is not actual and actual.kind == "number":
        of_the_same(bound, target, actual.but(text=told.text))
    if actual.kind == "number":
        per_head(bound, actual)
    if bound.relative and (many := _too_many(bound, target, actual)) is not None:
        return many
    if actual.kind == "number" and actual.relation not in ("", "=") and not (bound.relative and all(isinstance(a.guard, Met | Else) and isinstance(a.effect, Award) for a in bound.rule.arms)):
        return _bounded(bound, target, actual)
    if actual.kind == "number" and (but := next((a for a in bound.words if a.guard.phrase.startswith("但")), None)) is not None:  # type: ignore[union-attr]
        raise NotScorable(f"评分标准规定“{but.text(bound.rule.unit, '')}”，完成值{quoted(actual.text)}没有说明是否如此，请由填报人填写得分。")
    beyond = _beyond(bound, target, actual)
    if beyond is not None:
        return beyond
    if bound.counts:
        return _counted(bound, target, actual)
    if actual.kind == "date":
        raise undecided(_limit(bound, target), actual, bound.rule.words())
    if actual.kind != "number":
        raise NotScorable(f"完成值{quoted(actual.text)}不是数值，评分标准“{bound.rule.words()}”不能据此计分，请填写数值或标准中的原词。")
    if compared := next((a for a in bound.words if _COMPARES.search(a.guard.phrase)), None):  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(actual.text)}是否属于评分标准中的“{compared.text(bound.rule.unit, '')}”，不能由这个数判断，请由填报人填写得分。")
    if late is not None and target is not None and target.kind == "number":
        if _BY_PERIOD.search(bound.rule.source):
            raise NotScorable(f"评分标准按期考核，完成值{quoted(actual.text)}可能是按时的期数，也可能是所用的时间，请写明如“延迟1{late.unit.text}”。")
        if bound.relative and target.unit == PERCENT and late.unit.base in TIMES:
            return relative(bound, target, actual)  # 及时率100%
        return against(bound, bound.otherwise[0], target, actual)
    if bound.relative:
        if target is None:
            return None
        if not bound.spans:
            return relative(bound, target, actual)
    if not bound.spans:
        rest = bound.otherwise[0].effect if bound.otherwise else None
        if isinstance(rest, Ratio):
            return in_proportion(bound, rest, target, actual)
        if not isinstance(rest, Scaled):
            raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”中的各种情况都不相符，请填写标准中的原词。")
    return _measured(bound, target, actual)


def _by_lateness(bound: Bound, times: list[Decimal], target: Value | None, actual: Value) -> Outcome | None:
    """推迟1个月内得3分, told by two dates; a kept deadline earns what the only words that earn everything say."""
    whole = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]
    if any(times) or len(whole) != 1:
        return _agreed(bound, times, [_at(bound, time, target, actual) for time in times], actual)
    return bound.full, lambda: f"完成值{actual.text}，没有晚于期限，适用“{whole[0].text(bound.rule.unit, '')}”，得{shown(bound.full)}分", 0


_PARTLY = Pattern(r"部分|基本|接近")
_BEYOND_IT = Pattern(r"超|优于|高于|明显|大幅|前列")


def _graded_beside(bound: Bound, target: Value | None, actual: Value) -> str:
    """部分完成得3分, between a target that is reached and one that is missed; 超额完成得5分 beyond it: of a number nobody knows whether it is so."""
    met = next((a for a in bound.relative if a.guard in (Met(True), Relative("≥"), Relative("≤")) and isinstance(a.effect, Award)), None)
    words = [(a, a.effect.amount.of(bound.full) if isinstance(a.effect, Award) else bound.full - a.effect.amount.of(bound.full)) for a in bound.words if (isinstance(a.effect, Award) or isinstance(a.effect, Off) and _PARTLY.search(a.guard.phrase)) and a.effect.amount.value]  # type: ignore[union-attr]
    if met is None or not words or target is None or target.kind != "number":
        return ""
    own = met.effect.amount.of(bound.full)  # type: ignore[union-attr]
    words = [(a, points) for a, points in words if points != own]
    if not words:
        return ""
    held = stands(bound, met, target, actual)
    even = actual.low in (target.low, HUNDRED if actual.unit == PERCENT else target.low)
    found = next((a for a, points in words if (points < own and not held) or (points > own and held and not (even and _BEYOND_IT.search(a.guard.phrase)))), None)  # type: ignore[union-attr]
    return found.guard.text() if found is not None else ""  # type: ignore[union-attr, call-arg]


_FAR = Decimal(10) ** 6


def _bounded(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The points of an actual told by one bound (不到3%, 高于90%), where its whole side gives the same; NotScorable elsewhere."""
    end = Decimal(0) if actual.relation in ("≤", "<") else max(abs(actual.low), Decimal(1)) * _FAR
    near, far = (None if bound.spans else run(bound, target, actual.but(relation="", low=x)) for x in (actual.low, end))
    if near is None or far is None or near[0] != far[0]:
        raise NotScorable(f"完成值{quoted(actual.text)}不是确定的数值，请填写具体完成值。")
    return near


def _alike(bound: Bound, target: Value | None, actual: Value) -> tuple[Value | None, Value]:
    """450元/亩 under 亩均增收≥500元, or beside a target per 亩: the standard speaks of the same rate without repeating it."""
    each = actual.unit.text.partition("/")
    if not each[1] or actual.unit.base.partition("/")[0] != bound.rule.unit.base:
        return target, actual
    of_same = target is not None and target.unit.base == actual.unit.base
    if not of_same and (not _EACH.search(bound.rule.subject) or (unit_named(each[2]).base in TIMES and each[2][:1] not in bound.rule.subject)):
        return target, actual
    plain = actual.but(unit=unit_named(each[0]))
    return (target.but(unit=unit_named(target.unit.text.partition("/")[0])) if of_same else target), plain  # type: ignore[union-attr]


_COMPARES = Pattern(r"[^\W\d不未](?:大于|超过|高于|多于|超出|小于|低于|少于)[^\W\d]|[过到足]一?半")
_ONE_SIDED = Pattern(r"超支|超预算|[正负]偏差|[正负]向偏")
_BY_PERIOD = Pattern(r"[按每逐][月季周]")
_EACH = Pattern(r"均|单位|每")
_SO_MUCH = Pattern(r"(缺少?|少|差|短缺|超过?|超出|多)(?:编|员|支|召开|开展|举办|报送|组织|完成|发放|报)?了?(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(\D{1,4})")


_TOO_MANY = Pattern(r"超(?:编|员|支|标|过|出)?(\d+)个?([^\W\d])|(\d+)个?([^\W\d])超(?:编|员|支|标|过|出|预算|标准)?")


def _too_many(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """超2人, 1项超过, where every one too many takes points off: how many there may be is no matter."""
    match = _TOO_MANY.fullmatch(actual.text.rstrip("。;"))
    unit = unit_named(match[2] or match[4]) if match is not None else None
    steps = [a.effect for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == 1 and a.effect.base is None and not a.effect.late and a.effect.unit == unit and unit.text in COUNTED]  # type: ignore[union-attr]
    if match is None or len(steps) != 1 or (target is not None and not (target.kind == "number" and (target.unit in (unit, PERCENT) or target.bare))):
        return None
    return take(bound, steps[0], Decimal(match[1] or match[3]), actual.text, None)


def _beyond(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """缺1项, 超3天: how far beyond the threshold, in the actual's own words."""
    if bound.spans and not bound.counts and (moved := from_limit(bound, target, actual)) is not None:
        return _at(bound, moved, target, actual)
    match = _SO_MUCH.fullmatch(actual.text)
    if match is None or bound.counts or OFF_TARGET.search(bound.rule.subject):
        return None
    side, unit = (1 if match[1][0] in "超多" else -1), unit_named(match[3])
    number = numeral(match[2]) or Decimal(match[2])
    steps = [a for a in bound.rule.arms if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is not None and a.effect.unit == unit and not a.effect.late]
    if len(steps) == 1:
        return _at(bound, steps[0].effect.base + side * number, target, actual)  # type: ignore[union-attr, operator]
    goals = [a for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is None and a.effect.unit == unit]
    if len(goals) == 1 and target is not None and target.kind == "number" and target.unit == unit:
        return relative(bound, target, Value("number", actual.text, "", target.low + side * number, unit=unit))  # 超编2人
    return None


def _measured(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """A number against spans."""
    actual = plainly(bound, actual)
    if (moved := from_limit(bound, target, actual)) is not None:
        return _at(bound, moved, target, actual)
    if actual.relation not in ("", "="):
        raise NotScorable(f"完成值{quoted(actual.text)}不是确定的数值，请填写具体完成值。")
    possible = readings(bound.rule, target, actual)
    if ABSOLUTE in bound.rule.subject or (OFF_TARGET.search(bound.rule.subject) and not any(v is not None and v < 0 for a in bound.spans for v in (a.guard.low, a.guard.high))):  # type: ignore[union-attr]
        if possible[0] < 0 and _ONE_SIDED.search(bound.rule.source):
            raise NotScorable(f"评分标准分别看待正负偏差，完成值{quoted(actual.text)}为负数，不能确定得分，请由填报人填写得分。")
        possible = [abs(x) for x in possible]
    elif possible[0] < 0 and not any(a.guard.high is not None and a.guard.high <= 0 for a in bound.spans) and _FALLING.search(bound.rule.subject):
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
        return _at(bound, possible[0], target, actual)
    outcomes = [_at(bound, x, target, actual) for x in possible]
    return _agreed(bound, possible, outcomes, actual)


def _agreed(bound: Bound, possible: list[Decimal], outcomes: list[Outcome | None], actual: Value) -> Outcome | None:
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


_REMEDIED = Pattern(r"整改|纠正|改正|补救|挽回|补齐|主动|自查")
_MANY = 10  # so many faults may be the number of all that there are
_GRADE = Pattern(r"一般|较大|重大|特大|轻微|轻伤|重伤|严重|较重")


def _limit(bound: Bound, target: Value | None) -> Value | None:
    named = deadline(bound.words, target)
    return named[1] if named is not None else target


def _tardy(bound: Bound, late: Steps, time: Decimal, target: Value | None, actual: Value) -> Outcome:
    """So late: in one of the bands of lateness, or by steps."""
    if not LATENESS.search(bound.rule.subject) or bound.rule.unit.base != late.unit.base:
        raise NotScorable(f"评分标准“{bound.rule.words()}”既按数值又按延迟的时间计分，一个完成值不能同时说明两者，请由填报人填写得分。")
    held = next((a for a in bound.spans if a.guard.holds(time) and not a.guard.unsettled(time)), None)  # type: ignore[union-attr]
    return _effect(bound, held, time, target, actual) if held is not None else take(bound, late, time, actual.text, None)


# ---------------------------------------------------------------------------------------------------------------
# Numbers against spans


def _at(bound: Bound, x: Decimal, target: Value | None, actual: Value) -> Outcome | None:
    if x <= 0 and (still := next((a for a in bound.words if (move := _UNMOVED.fullmatch(a.guard.phrase)) and (move[1] in bound.rule.subject if move[1] else not x)), None)) is not None:  # type: ignore[union-attr]
        return _effect(bound, still, x, target, actual)  # 持平 is 未下降, not 下降不足5%
    hits = [a for a in bound.spans if a.guard.holds(x)]  # type: ignore[union-attr]
    unit = bound.rule.unit
    if not hits:
        if bound.relative:
            return relative(bound, target, actual)  # type: ignore[arg-type]
        if bound.otherwise and not _between_whole_numbers(bound, x):
            return _effect(bound, bound.otherwise[0], x, target, actual)
        raise NotScorable(f"完成值{shown(short(x), unit)}落在评分标准没有规定的空档{_gap(bound, x)}，请由填报人填写得分。")
    if len(hits) > 1 or hits[0].guard.unsettled(x):  # type: ignore[union-attr]
        outcomes = [_effect(bound, a, x, target, actual) for a in hits]
        if any(o is None for o in outcomes):
            return None  # in proportion to a target that is blank
        if len(hits) == 1 or len({o[0] for o in outcomes}) > 1:
            raise NotScorable(f"完成值{shown(x, unit)}正好是评分标准相邻两档的分界，标准没有写明归入哪一档，请由填报人填写得分。")
    return _effect(bound, hits[0], x, target, actual)


_UNMOVED = Pattern(r"(?:未|没有|不)(?:实现)?(下降|增长|提高|提升|上升|减少|降低|增加|节约|压减)的?|(?:与上年)?(?:零增长|持平|无变化|没有变化)的?")


def _between_whole_numbers(bound: Bound, x: Decimal) -> bool:
    """89.5 between 80-89 and ≥90: printed for whole numbers, and no case for 其他."""
    whole = x.to_integral_value(ROUND_FLOOR)
    return x != whole and any(a.guard.high == whole for a in bound.spans) and any(a.guard.low == whole + 1 for a in bound.spans)  # type: ignore[union-attr]


def _gap(bound: Bound, x: Decimal) -> str:
    """The hole in which x lies, as a person would write it."""
    lows = [a.guard.high for a in bound.spans if a.guard.high is not None and a.guard.high <= x]  # type: ignore[union-attr]
    highs = [a.guard.low for a in bound.spans if a.guard.low is not None and a.guard.low >= x]  # type: ignore[union-attr]
    unit = bound.rule.unit
    if lows and highs:
        return f"（{shown(max(lows), unit)}与{shown(min(highs), unit)}之间）"
    return f"（高于{shown(max(lows), unit)}）" if lows else f"（低于{shown(min(highs), unit)}）" if highs else ""


def _effect(bound: Bound, arm: Arm, x: Decimal, target: Value | None, actual: Value) -> Outcome | None:
    effect, full, unit = arm.effect, bound.full, bound.rule.unit
    if isinstance(effect, Ratio) and effect.of == "unsaid":
        raise NotScorable(f"评分标准中的“{arm.text(unit, bound.rule.subject)}”没有写明按什么比例（按完成比例还是按区间插值），请由填报人填写得分。")
    if isinstance(effect, Award):
        points = half_up(effect.amount.of(full), 2)
        whole = next((a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.of(full) == full), None)
        if whole is not None and 0 < points < full and not of_rungs(bound.rule.subject) and (not x or (isinstance(arm.guard, Span) and arm.guard.high is None and (unit != PERCENT or x >= HUNDRED))):  # type: ignore[union-attr]
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
        return scaled(bound, effect, x, actual)
    if isinstance(effect, Ratio):
        return in_proportion(bound, effect, target, actual)
    if isinstance(effect, Off):
        points = half_up(max(Decimal(0), full - effect.amount.of(full)), 2)
        return points, lambda: f"完成值{named(actual, x, unit)}，适用“{arm.text(unit, bound.rule.subject)}”，得{shown(points)}分", 0
    raise NotScorable(f"评分标准“{arm.text(unit, '')}”不适用于数值，请由填报人填写得分。")


def _interpolated(bound: Bound, arm: Arm, effect: Linear, x: Decimal, actual: Value) -> Outcome:
    low, high = arm.guard.low, arm.guard.high  # type: ignore[union-attr]
    a, b = effect.low.of(bound.full), effect.high.of(bound.full)
    points = half_up(a + EXACT.divide((b - a) * (x - low), high - low), 2)
    unit = bound.rule.unit
    return points, lambda: (
        f"完成值{named(actual, x, unit)}在{shown(low, unit)}与{shown(high, unit)}之间，按比例由{shown(a)}分至{shown(b)}分，"
        f"得{shown(a)}+（{shown(x)}−{shown(low)}）÷（{shown(high)}−{shown(low)}）×{shown(b - a)}＝{shown(points)}分"
    ), 0


# ---------------------------------------------------------------------------------------------------------------
# By count


def _counted(bound: Bound, target: Value | None, actual: Value) -> Outcome:
    effect = bound.counts[0].effect
    assert isinstance(effect, Count)
    if len(bound.counts) > 1 and not (bound.rule.unit == PERCENT and actual.unit == PERCENT):
        return tallied(bound, actual)
    full = bound.full
    if len(bound.counts) == 1 and bound.relative and target is not None and target.kind == actual.kind == "number" and actual.unit == target.unit != unit_named(effect.measure):
        held = next((a for a in bound.relative if stands(bound, a, target, actual)), None)
        if held is not None and isinstance(held.effect, Award):
            return against(bound, held, target, actual)
    if bound.rule.unit == PERCENT and actual.unit == PERCENT:
        held = next((a for a in bound.spans if a.guard.holds(actual.low) and not a.guard.unsettled(actual.low)), None)  # type: ignore[union-attr]
        if held is not None:
            return _effect(bound, held, actual.low, target, actual)
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
        return _at(bound, rescaled(actual, bound.rule.unit, "完成值"), target, actual)  # type: ignore[return-value]  # 15日内得2分，有一项不符扣1分
    if timed and actual.kind == "number" and actual.bare and actual.low:
        raise NotScorable(f"评分标准“{bound.rule.words()}”既按时间又按次数计分，完成值{quoted(actual.text)}没有写单位，请写明单位。")
    number = occurrences(effect, target, actual, bound.rule.source, alone, full if any(a.guard == Met(True) for a in bound.relative) else None)
    unit = bound.rule.unit
    if bound.spans and unit.base and not timed:
        apart = unit.base != unit_named(effect.measure).base
        if effect.lack == "少" and apart:
            raise NotScorable(f"评分标准“{bound.rule.words()}”中的{unit.text}与{effect.measure}单位不同，无法确定缺少多少，请由填报人填写得分。")
        x = number.scaleb(-unit.shift)
        if actual.kind == "number" and actual.unit.base == unit.base:
            if apart:
                raise NotScorable("评分标准既按数量又按次数计分，一个完成值不能同时说明两者，请由填报人填写得分。")
            x = rescaled(actual, unit, "完成值")
        held = next((a for a in bound.spans if a.guard.holds(x)), None)  # type: ignore[union-attr]
        if held is not None:
            return _effect(bound, held, x, target, actual)
    graver = [a for a in bound.words if isinstance(a.effect, Award) and not a.effect.amount.value and _GRADE.search(a.guard.phrase)]  # type: ignore[union-attr]
    if number and graver and _GRADE.search(effect.what) and not _GRADE.search(actual.text):
        raise NotScorable(f"评分标准“{bound.rule.words()}”按轻重分别计分，完成值{quoted(actual.text)}没有写明是{effect.what}还是{graver[0].guard.phrase}，请写明。")  # type: ignore[union-attr]
    if number and (any(isinstance(a.effect, Off) for a in bound.words) or (effect.what.startswith(("其他", "其它")) and bound.words and effect.what[:2] not in actual.text)):
        raise NotScorable(f"评分标准“{bound.rule.words()}”除按次数扣分外还规定了另外的扣分情形，完成值{quoted(actual.text)}没有说明是哪一种，请由填报人填写得分。")
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
