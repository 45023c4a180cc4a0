"""A rule applied to a target and an actual: the points, and what was counted."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.actuals.between import number_between
from ziping.standards.actuals.counted import counted
from ziping.standards.actuals.dividing import divided
from ziping.standards.actuals.moved import moved
from ziping.standards.actuals.saying import from_limit, of_the_same, per_head, plainly, said
from ziping.standards.actuals.wording import answers_no_denial, by_words
from ziping.standards.cells.conversion import COUNTED, TIMES
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.edges import ABSOLUTE, OF_TARGET, SHORTFALL
from ziping.standards.clauses.hundredths import not_the_points, out_of_a_hundred
from ziping.standards.clauses.phrases import LATENESS
from ziping.standards.clauses.readings import HUNDRED, OF_ITS_GOAL, OFF_TARGET, completes, readings, short
from ziping.standards.clauses.rule import Award, Count, Else, Met, Ratio, Scaled, Steps
from ziping.standards.plain.aimed import share_or_difference
from ziping.standards.plain.places import of_places
from ziping.standards.plain.rungs import how_many, of_rungs
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.demands import agreed, to_be_reached
from ziping.standards.points.overruns import overrun
from ziping.standards.points.proportion import in_proportion
from ziping.standards.points.relative import against, relative
from ziping.standards.points.spanned import earned, spanned
from ziping.standards.points.stepping import take
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import another_thing
from ziping.standards.sayings.lateness import as_demanded, cut_off, deadline, delay, done_late, done_on, named_late, undecided
from ziping.standards.sayings.marks import of_them_all
from ziping.standards.sayings.several import as_aimed, measured_otherwise
from ziping.standards.words.goals import GOALS
from ziping.standards.words.spelling import numeral, told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["run"]

_ONE_SIDED = Pattern(r"超支|超预算|[正负]偏差|[正负]向偏")
_FALLING = Pattern(r"(?:下降|降低|减少|下浮|缩减|节约|压减)(?:率|幅度|比例)?$")
_EITHER_WAY = Pattern(r"(?:变动|变化|波动|调整|增减)(?:率|幅度|比例)?$")
_SIGNED = Pattern(r"变|提[高升]|升|增|降|减|差|结余|盈|利|温|涨|浮|超|节")


def run(bound: Bound, target: Value | None, actual: Value) -> Outcome:
    """Points and reason; NotScorable where they cannot be told, for a blank target as well. Words that no reader knows are read as propositions."""
    target = to_be_reached(bound.rule.source, target)
    agreed(bound.rule, target, actual)
    _how_many_in_time(bound, actual)
    _named_period(bound, actual)
    answers_no_denial(bound, actual)
    actual = done_on(bound.rule.source, actual)
    if bound.counts and (told := of_places(bound.rule.source, actual.text)) != actual.text:
        return _as_told(run(bound, target, Value("text", told)), told, actual.text)  # type: ignore[return-value]
    try:
        if (outcome := _run(bound, target, actual)) is None:
            raise NotScorable(f"评分标准“{bound.rule.words()}”要与指标值比较才能计分，指标值为空，请填写指标值。")
        return outcome
    except NotScorable:
        actual = _worded(actual)
        if actual.kind != "text":
            from ziping.standards.actuals.tasks import of_the_task  # most actuals never need it

            if (task := of_the_task(bound, target, actual)) is None:
                raise
            return run(task[0], task[1], actual)
        from ziping.standards.actuals.tasks import of_its_goal  # most actuals never need it

        if (share := of_its_goal(bound, target, actual)) is not None:
            return run(bound, *share)
        if (figures := _figures(bound, target, actual)) is not None:
            return run(bound, *figures)
        if bound.additive and target is not None and (named := as_aimed(actual.text, target.text, bound.words)) and named != actual.text:
            return _as_told(run(bound, target, Value("text", named)), named, actual.text)  # type: ignore[return-value]
        from ziping.standards.actuals.besides import beside  # most actuals never need it

        if (told := beside(bound, actual)) is not None:
            return _and_told(run(told[0], target, told[1]), told[2]) if isinstance(told[0], Bound) else told  # type: ignore[arg-type, return-value]
        _of_these(bound, target, actual)
        if (many := _how_many_named(bound, target, actual)) is not None:
            return many
        from ziping.standards.actuals.in_brief import in_brief  # most actuals never need them
        from ziping.standards.actuals.naming import named_case
        from ziping.standards.actuals.occurring import occurring
        from ziping.standards.actuals.propounding import propounded
        from ziping.standards.actuals.repeated import repeated

        if (found := propounded(bound, actual) or repeated(bound, actual.text.rstrip("。;,")) or named_case(bound, actual) or occurring(bound, actual) or in_brief(bound, actual)) is None:
            raise
        return found


def _late_case(bound: Bound, actual: Value) -> str:
    """逾期, told as 逾期申报, and 按规定时间和要求报送 as 按规定时间和要求报送监控表; empty elsewhere."""
    if actual.kind != "text" or len(bound.words) < 2 or bound.counts:
        return ""
    return as_demanded(bound.rule.source, actual.text) or done_late([a.guard.phrase for a in bound.words], actual.text)  # type: ignore[union-attr]


def _as_told(outcome: Outcome | None, case: str, text: str) -> Outcome | None:
    return None if outcome is None else (outcome[0], lambda: outcome[1]().replace(f"完成值“{case}”", f"完成值“{text}”", 1).replace(f"完成值{case}，", f"完成值{text}，", 1), outcome[2])


def _how_many_named(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """应用于改进管理 as 1个方面, of those of which each earns some; None where it names none, so that a refusal quotes the officer's own words."""
    from ziping.standards.sayings.of_the_list import in_number  # most actuals never need it

    many = in_number(bound.rule.source, actual.text)
    try:
        return _as_told(run(bound, target, Value("text", many)), many, actual.text) if many and many != actual.text else None
    except NotScorable:
        return None


_OF_ALL = Pattern(r"[均都全齐完]")


def _worded(actual: Value) -> Value:
    """三份报告齐全, 5个环节均规范: words that begin with how many there are, not a figure."""
    return Value("text", actual.text) if actual.kind == "number" and len(actual.unit.text) > 3 and _OF_ALL.search(actual.text) else actual


def _figures(bound: Bound, target: Value | None, actual: Value) -> tuple[Value | None, Value] | None:
    """The target and the actual that two figures tell, by the standard's own quotient or by their names."""
    from ziping.standards.actuals.wholes import of_a_whole  # most actuals never need it

    return divided(bound, target, actual) or of_a_whole(bound, target, actual)


def _and_told(outcome: Outcome, words: str) -> Outcome:
    return (outcome[0], lambda: f"{outcome[1]()}；另写明“{words}”", outcome[2])


_IN_TIME = Pattern(r"(?:按[期时]|及时|如期|准时)[^\W\d]{0,8}(?:率|数量?|个数|项数|件数)")
_MERELY_DONE = Pattern(r"(?:实际|已|共|全年|累计)*完成了?[\d.]+(?!%)[^\W\d%]{1,3}")


def _how_many_in_time(bound: Bound, actual: Value) -> None:
    """NotScorable for 完成18项 where what was done in time is scored: so many of them may have been late."""
    if actual.kind == "number" and not actual.text[0].isascii() and _MERELY_DONE.fullmatch(actual.text) and (said := _IN_TIME.search(bound.rule.source)):
        raise NotScorable(f"评分标准按“{said[0]}”计分，完成值{quoted(actual.text)}没有写明其中按期的有多少，请填写按期完成的数或比率。")


_PERIOD = Pattern(r"(?<![\d第前上下年一二三四五六七八九十])(?:([1-4]|[一二两三四])(?=季)|(1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])(?=月))(季度|月)(?!度|\d)")


def _named_period(bound: Bound, actual: Value) -> None:
    """NotScorable for 三季度 and 3月 where quarters or months are counted: the third of them, or three?"""
    if "季" not in actual.text and "月" not in actual.text:
        return
    said = _PERIOD.search(actual.text)
    one = said is not None and told_number(said[1] or said[2]) == 1  # 一季度未公示: one of them either way
    if said is None or one and said[0] != actual.text:
        return
    in_counts = {a.effect.measure.removeprefix("个") for a in bound.rule.arms if isinstance(a.effect, Count) and not one}
    if said[3] in in_counts | {a.effect.unit.base for a in bound.rule.arms if isinstance(a.effect, Steps) and not a.effect.late}:
        raise NotScorable(f"完成值{quoted(actual.text)}中的{quoted(said[0])}可能是{said[3]}的名称，也可能是{said[3]}的个数，请写明如“2个{said[3]}”。")


def _of_these(bound: Bound, target: Value | None, actual: Value) -> None:
    """NotScorable for words of another number of things, or of another thing."""
    if "均" in actual.text or "都" in actual.text or "全" in actual.text:
        of_them_all(actual.text, bound.rule.source, target, sum(1 for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value) if bound.additive else 0)
    if bound.additive and actual.kind == "text" and target is not None and target.kind != "number" and measured_otherwise(actual.text, target.text, bound.words):
        raise NotScorable(f"评分标准“{bound.rule.words()}”与指标值{quoted(target.text)}的要求不同，完成值{quoted(actual.text)}没有说明达到的是哪一个，请填写实际数值。")
    if actual.kind == "text" and another_thing(bound.rule.source, target.text if target is not None else "", actual.text.rstrip("。;")):
        raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”所考核的事项对不上，请按标准中的原词填写完成值。")


def _run(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    if actual.kind == "text" and bound.rule.unit == PERCENT and (share := OF_ITS_GOAL.fullmatch(actual.text)) is not None and share[1] in GOALS and (completes(bound.rule.subject) or bound.rule.subject.startswith("完成") or bound.rule.subject == OF_TARGET):
        actual = Value("number", actual.text, "", Decimal(share[2]), unit=PERCENT)  # 完成目标的80%
    if actual.kind == "number" and not actual.text[0].isascii():
        of_the_same(bound, target, actual)
    if actual.kind == "number":
        per_head(bound, actual)
        if len(bound.rule.arms) == 1 and isinstance(share := bound.rule.arms[0].effect, Scaled):
            actual = out_of_a_hundred(share.name, target, actual, bound.full)
    actual = how_many(bound.rule.subject, target, actual, bound.rule.source) if of_rungs(bound.rule.subject) else actual
    if bound.plain and actual.kind == "number" and "/" not in actual.unit.base:
        return _measured(bound, target, actual)
    target, actual = _alike(bound, target, actual)
    _of_these(bound, target, actual)
    if actual.kind == "number" and (between := number_between(bound, target, actual)) is not None:
        raise NotScorable(f"完成值{quoted(actual.text)}是否属于评分标准中的“{between.guard.text()}”，不能由这个数判断，请由填报人填写得分。")
    late = bound.late
    if late is not None:
        actual = named_late(bound.rule.source, actual)
    if late is not None and (times := delay(_limit(bound, target), actual, late.unit.text)):
        if bound.spans:  # 延迟超过30天不得分
            return _agreed(bound, times, [_tardy(bound, late, time, target, actual) for time in times], actual)
        return _agreed(bound, times, [take(bound, late, time, actual.text, None) for time in times], actual)
    if late is None and actual.kind == "date" and bound.spans and bound.rule.unit.text in ("天", "月") and LATENESS.fullmatch(bound.rule.subject) and (times := delay(_limit(bound, target), actual, bound.rule.unit.text)):
        return _by_lateness(bound, times, target, actual)
    if bound.relative and actual.kind == "text" and (share := _so_far_beyond(bound, actual)) is not None:
        return share
    worded = by_words(bound, target, actual) if not (late_case := _late_case(bound, actual)) else _as_told(by_words(bound, target, actual.but(text=late_case)), late_case, actual.text)
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
    beyond = moved(bound, target, actual) or _beyond(bound, target, actual)
    if beyond is not None:
        return beyond
    if bound.counts:
        return counted(bound, target, actual)
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
            only = bound.relative[0]
            return in_proportion(bound, only.effect, None, actual) if only.guard == Met(False) and isinstance(only.effect, Ratio) and len(bound.relative) == 1 else None  # 未完成的按比例计分: 97%
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
        return _agreed(bound, times, [spanned(bound, time, target, actual) for time in times], actual)
    return bound.full, lambda: f"完成值{actual.text}，没有晚于期限，适用“{whole[0].text(bound.rule.unit, '')}”，得{shown(bound.full)}分", 0


_FAR = Decimal(10) ** 6


def _bounded(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The points of an actual told by one bound (不到3%, 高于90%), where its whole side gives the same; NotScorable elsewhere."""
    end = Decimal(0) if actual.relation in ("≤", "<") else max(abs(actual.low), Decimal(1)) * _FAR
    near, far = (None if bound.spans else _run(bound, target, actual.but(relation="", low=x)) for x in (actual.low, end))
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
_BY_PERIOD = Pattern(r"[按每逐][月季周]")
_EACH = Pattern(r"均|单位|每")
_SO_MUCH = Pattern(r"(缺少?|少|差|短缺|超过?|超出|多)(?:编|员|支|召开|开展|举办|报送|组织|完成|发放|报|公示|公开|公布|通报|发布|检查|巡查|调度|上报)?了?(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(\D{1,4})")


_TOO_MANY = Pattern(r"超(?:编|员|支|标|过|出)?(\d+)个?([^\W\d])|(\d+)个?([^\W\d])超(?:编|员|支|标|过|出|预算|标准)?")


def _too_many(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """超2人, 1项超过, where every one too many takes points off: how many there may be is no matter."""
    match = _TOO_MANY.fullmatch(actual.text.rstrip("。;"))
    unit = unit_named(match[2] or match[4]) if match is not None else None
    steps = [a.effect for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == 1 and a.effect.base is None and not a.effect.late and a.effect.unit == unit and unit.text in COUNTED]  # type: ignore[union-attr]
    if match is None or len(steps) != 1 or (target is not None and not (target.kind == "number" and (target.unit in (unit, PERCENT) or target.bare))):
        return None
    return take(bound, steps[0], Decimal(match[1] or match[3]), actual.text, None)


_SHARE_BEYOND = Pattern(r"(?P<side>超过?|超出|高于|低于|少于|短于|未达|不足|比)(?P<goal>(?:年度|全年|年初|合同|批复)*(?:计划|目标|预算|指标|规定|合同|概算)(?:完成)?(?:时间|工期|成本|投资|支出|金额|数量|任务)?(?:值|数|额)?)(?P<more>多|高|低|少)?的?(?P<share>\d+(?:\.\d+)?)%")


def _so_far_beyond(bound: Bound, actual: Value) -> Outcome | None:
    """超计划时间8%, 低于目标值5%, where every so many per cent beyond the target takes points off."""
    said = _SHARE_BEYOND.fullmatch(actual.text.rstrip("。;"))
    if said is None or (said["side"] == "比") != bool(said["more"]) or Decimal(said["share"]) >= HUNDRED / 2:
        return None  # 超预算106% may be the whole of it
    side = 1 if said["side"] in ("超", "超过", "超出", "高于") or said["more"] in ("多", "高") else -1
    steps = [a.effect for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is None and a.effect.unit == PERCENT and a.effect.percent]
    return take(bound, steps[0], Decimal(said["share"]), actual.text, None) if len(steps) == 1 else None


def _beyond(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """缺1项, 超3天: how far beyond the threshold, in the actual's own words."""
    if bound.spans and not bound.counts and (moved := from_limit(bound, target, actual)) is not None:
        return spanned(bound, moved, target, actual)
    match = _SO_MUCH.fullmatch(actual.text)
    if match is None or bound.counts or OFF_TARGET.search(bound.rule.subject):
        return None
    side, unit = (1 if match[1][0] in "超多" else -1), unit_named(match[3].removeprefix("个") or match[3])
    number = numeral(match[2]) or Decimal(match[2])
    steps = [a for a in bound.rule.arms if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is not None and a.effect.unit == unit and not a.effect.late]
    if len(steps) == 1:
        return spanned(bound, steps[0].effect.base + side * number, target, actual)  # type: ignore[union-attr, operator]
    goals = [a for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is None and a.effect.unit.base == unit.base]
    if len(goals) == 1 and target is not None and target.kind == "number" and target.unit.base == unit.base:
        return relative(bound, target, Value("number", actual.text, "", target.low + side * number, unit=unit))  # 超编2人
    return None


def _measured(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
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
    return _agreed(bound, possible, outcomes, actual)


def _whole_side(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """≥95%, where everything from 90% on earns the same; NotScorable where not every such number does."""
    plain = actual.but(relation="")
    possible = readings(bound.rule, target, plain)
    up = actual.relation in ("≥", ">")
    held = next((a for a in bound.spans if len(possible) == 1 and bound.rule.subject != SHORTFALL and a.guard.holds(possible[0]) and (a.guard.high if up else a.guard.low) is None and isinstance(a.effect, Award)), None)  # type: ignore[union-attr]
    if held is None or held.guard.unsettled(possible[0]) or sum(a.guard.holds(possible[0]) for a in bound.spans) > 1:  # type: ignore[union-attr]
        raise NotScorable(f"完成值{quoted(actual.text)}不是确定的数值，请填写具体完成值。")
    return earned(bound, held, possible[0], target, plain)


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


def _limit(bound: Bound, target: Value | None) -> Value | None:
    named = deadline(bound.words, target)
    return named[1] if named is not None else cut_off(bound.rule.source, target)


def _tardy(bound: Bound, late: Steps, time: Decimal, target: Value | None, actual: Value) -> Outcome:
    """So late: in one of the bands of lateness, or by steps."""
    if not LATENESS.search(bound.rule.subject) or bound.rule.unit.base != late.unit.base:
        raise NotScorable(f"评分标准“{bound.rule.words()}”既按数值又按延迟的时间计分，一个完成值不能同时说明两者，请由填报人填写得分。")
    held = next((a for a in bound.spans if a.guard.holds(time) and not a.guard.unsettled(time)), None)  # type: ignore[union-attr]
    return earned(bound, held, time, target, actual) if held is not None else take(bound, late, time, actual.text, None)
