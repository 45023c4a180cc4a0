"""A rule applied to a target and an actual: the points, and what was counted."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.actuals.between import number_between
from ziping.standards.actuals.counted import counted
from ziping.standards.actuals.dividing import divided
from ziping.standards.actuals.moved import moved
from ziping.standards.actuals.saying import from_limit, of_the_same, per_head, said
from ziping.standards.actuals.wording import answers_no_denial, by_words
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.grades import of_one_grade
from ziping.standards.cells.values import Value, read_actual, shown
from ziping.standards.clauses.edges import OF_TARGET
from ziping.standards.clauses.hundredths import out_of_a_hundred
from ziping.standards.clauses.phrases import LATENESS
from ziping.standards.clauses.readings import OF_ITS_GOAL, completes, short
from ziping.standards.clauses.rule import Award, Count, Else, Met, Ratio, Scaled, Steps
from ziping.standards.measuring import measured, settled
from ziping.standards.plain.below_average import BELOW, short_of_average
from ziping.standards.plain.each_rate import rates_missed
from ziping.standards.plain.percentile import PLACE, place_told
from ziping.standards.plain.places import of_places
from ziping.standards.plain.rungs import how_many, of_rungs
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.demands import agreed, to_be_reached
from ziping.standards.points.proportion import in_proportion, up_to_the_target
from ziping.standards.points.relative import against, as_asked, relative
from ziping.standards.points.spanned import earned, spanned
from ziping.standards.points.stepping import take
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import another_thing
from ziping.standards.sayings.deadlines import cut_off, deadline
from ziping.standards.sayings.evenly import met_or_missed
from ziping.standards.sayings.lateness import as_demanded, delay, done_late, done_on, named_late, undecided
from ziping.standards.sayings.marks import of_them_all
from ziping.standards.sayings.several import as_aimed, measured_otherwise
from ziping.standards.words.goals import GOALS
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["run"]


_IN_WORDS = {PLACE: place_told, BELOW: short_of_average}  # what no bare number tells


def run(bound: Bound, target: Value | None, actual: Value) -> Outcome:
    """Points and reason; NotScorable where they cannot be told, for a blank target as well. What no reader knows is put in the standard's own words."""
    try:
        return _told(bound, target, actual)
    except NotScorable:
        if (outcome := _put_otherwise(bound, target, actual)) is None:
            raise
        return outcome


def _put_otherwise(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """超支2% as the sum that it comes to; 95万元，未超预算 as either of the two, where both give the same."""
    from ziping.standards.actuals.restated import restated, told_twice  # most actuals never need it

    again, twice = restated(bound, target, actual), told_twice(bound, target, actual.text) if actual.kind == "text" else None
    if again is None and twice is None:
        return None
    _of_these(bound, target, actual)
    _how_many_in_time(bound, actual)
    try:
        if again is not None:
            return _as_told(_told(bound, target, again), again.text, actual.text)
        outcomes = [run(bound, target, told) for piece in twice or () if (told := read_actual(piece)) is not None]
    except NotScorable:
        return None
    return _as_told(outcomes[0], twice[0], actual.text) if len(outcomes) == 2 and outcomes[0][0] == outcomes[1][0] else None  # type: ignore[index]


def _told(bound: Bound, target: Value | None, actual: Value) -> Outcome:
    """By the readers of the actual as it stands; words that none of them knows are read as propositions."""
    target = to_be_reached(bound.rule.source, target)
    agreed(bound.rule, target, actual)
    of_one_grade(bound.rule.source, target, actual)
    _how_many_in_time(bound, actual)
    _named_period(bound, actual)
    answers_no_denial(bound, actual)
    if len(actual.text) < 12 and "项" in bound.rule.source:
        met_or_missed(bound.rule.source, actual.text)
    actual = done_on(bound.rule.source, actual)
    if bound.counts and (told := of_places(bound.rule.source, actual.text)) != actual.text:
        return _as_told(run(bound, target, Value("text", told)), told, actual.text)  # type: ignore[return-value]
    if bound.counts and (told := rates_missed(bound.rule.source, target.text if target is not None else "", actual.text)) != actual.text:
        return _as_told(run(bound, None, Value("text", told)), told, actual.text)  # type: ignore[return-value]
    if (in_words := _IN_WORDS.get(bound.rule.subject)) is not None and (told := in_words(bound.rule.source, actual.text)) != actual.text and (number := read_actual(told)) is not None:
        try:
            return _as_told(_run(bound, target, number), told, actual.text)  # type: ignore[return-value]
        except NotScorable as refusal:
            raise NotScorable(str(refusal).replace(f"完成值{told}", f"完成值{quoted(actual.text)}")) from None
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

        if (found := propounded(bound, actual) or repeated(bound, actual.text.rstrip("。;,")) or named_case(bound, actual) or occurring(bound, actual) or in_brief(bound, target, actual)) is None:
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


_UNTIMELY = Pattern(r"未(?:按|及时|如期|准时|在规定)")


def _of_these(bound: Bound, target: Value | None, actual: Value) -> None:
    """NotScorable for words of another number of things, or of another thing."""
    if "均" in actual.text or "都" in actual.text or "全" in actual.text:
        of_them_all(actual.text, bound.rule.source, target, sum(1 for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value) if bound.additive else 0)
    if bound.additive and actual.kind == "text" and _UNTIMELY.search(bound.rule.source):
        from ziping.standards.actuals.done_alike import time_left_open  # few standards need it

        time_left_open(bound.words, actual.text.rstrip("。;"))
    if bound.additive and actual.kind == "text" and target is not None and target.kind != "number" and measured_otherwise(actual.text, target.text, bound.words):
        raise NotScorable(f"评分标准“{bound.rule.words()}”与指标值{quoted(target.text)}的要求不同，完成值{quoted(actual.text)}没有说明达到的是哪一个，请填写实际数值。")
    if actual.kind in ("text", "date") and another_thing(bound.rule.source, target.text if target is not None else "", actual.text.rstrip("。;")):
        raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”所考核的事项对不上，请按标准中的原词填写完成值。")


def _run(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    if actual.kind == "text" and bound.rule.unit == PERCENT and (share := OF_ITS_GOAL.fullmatch(actual.text)) is not None and share[1] in GOALS and (completes(bound.rule.subject) or bound.rule.subject.startswith("完成") or bound.rule.subject == OF_TARGET):
        actual = Value("number", actual.text, "", Decimal(share[2]), unit=PERCENT)  # 完成目标的80%
    if len(bound.rule.arms) == 1 and isinstance(line := bound.rule.arms[0].effect, Scaled) and line.high is None:
        return up_to_the_target(bound, line, target, actual)
    if actual.kind == "number" and not actual.text[0].isascii():
        of_the_same(bound, target, actual)
    if actual.kind == "number":
        per_head(bound, actual)
        if len(bound.rule.arms) == 1 and isinstance(share := bound.rule.arms[0].effect, Scaled):
            actual = out_of_a_hundred(share.name, target, actual, bound.full)
    actual = how_many(bound.rule.subject, target, actual, bound.rule.source) if of_rungs(bound.rule.subject) else actual
    if bound.tardy and actual.kind == "number" and (told := _by_time_taken(bound, target, actual)) is not None:
        return told
    if bound.plain and actual.kind == "number" and "/" not in actual.unit.base:
        return measured(bound, target, actual)
    target, actual = _alike(bound, target, actual)
    _of_these(bound, target, actual)
    if actual.kind == "number" and (between := number_between(bound, target, actual)) is not None:
        raise NotScorable(f"完成值{quoted(actual.text)}是否属于评分标准中的“{between.guard.text()}”，不能由这个数判断，请由填报人填写得分。")
    late = bound.late
    if late is not None:
        actual = named_late(bound.rule.source, actual)
    if late is not None and (times := delay(_limit(bound, target), actual, late.unit.text)):
        if bound.spans:  # 延迟超过30天不得分
            return settled(bound, times, [_tardy(bound, late, time, target, actual) for time in times], actual)
        return settled(bound, times, [take(bound, late, time, actual.text, None) for time in times], actual)
    if late is None and actual.kind == "date" and bound.spans and bound.rule.unit.text in ("天", "月") and LATENESS.fullmatch(bound.rule.subject) and (times := delay(_limit(bound, target), actual, bound.rule.unit.text)):
        return _by_lateness(bound, times, target, actual)
    if bound.relative and actual.kind == "text" and "%" in actual.text:
        from ziping.standards.actuals.beyond import so_far_beyond  # most actuals never need it

        if (share := so_far_beyond(bound, actual)) is not None:
            return share
    worded = by_words(bound, target, actual) if not (late_case := _late_case(bound, actual)) else _as_told(by_words(bound, target, actual.but(text=late_case)), late_case, actual.text)
    if worded is not None:
        return worded
    told, actual = actual, said(bound, target, actual)
    if told is not actual and actual.kind == "number":
        of_the_same(bound, target, actual.but(text=told.text))
    if actual.kind == "number":
        per_head(bound, actual)
    if bound.relative and "超" in actual.text:
        from ziping.standards.actuals.beyond import too_many  # most actuals never need it

        if (many := too_many(bound, target, actual)) is not None:
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
    if (told_so := as_asked(bound, target, actual)) is not None:
        return told_so
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
    return measured(bound, target, actual)


def _by_lateness(bound: Bound, times: list[Decimal], target: Value | None, actual: Value) -> Outcome | None:
    """推迟1个月内得3分, told by two dates; a kept deadline earns what the only words that earn everything say."""
    whole = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full]
    if any(times) or len(whole) != 1:
        return settled(bound, times, [spanned(bound, time, target, actual) for time in times], actual)
    return bound.full, lambda: f"完成值{actual.text}，没有晚于期限，适用“{whole[0].text(bound.rule.unit, '')}”，得{shown(bound.full)}分", 0


def _by_time_taken(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """175天 of ≤180天 in bands of lateness, or where 延迟完成 and 未完成 are told apart; None where the actual is told as the lateness, or nothing of time is told."""
    from ziping.standards.actuals.time_taken import case_of_time, late_by_target  # few standards need it

    if (times := late_by_target(bound, target, actual)) is None:
        return None
    if any(times) and bound.spans:
        told = actual.but(text=f"{actual.text}（指标值{target.text}，晚{shown(short(times[0]), bound.rule.unit)}）") if len(times) == 1 else actual  # type: ignore[union-attr]
        return settled(bound, times, [_tardy(bound, bound.late, time, target, told) if bound.late else spanned(bound, time, target, told) for time in times], actual)
    if (case := case_of_time(bound, any(times))) is None:
        raise NotScorable(f"完成值{quoted(actual.text)}{'' if any(times) else '没有'}超过指标值{quoted(target.text)}，评分标准“{bound.rule.words()}”没有写明这时得多少分，请由填报人填写得分。")  # type: ignore[union-attr]
    return against(bound, case, target, actual)  # type: ignore[arg-type]


_FAR = Decimal(10) ** 6


def _bounded(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """The points of an actual told by one bound (不到3%, 高于90%), where its whole side gives the same; NotScorable elsewhere."""
    end = Decimal(0) if actual.relation in ("≤", "<") else max(abs(actual.low), Decimal(1)) * _FAR
    near, far = (None if bound.spans else _run(bound, target, actual.but(relation="", low=x)) for x in (actual.low, end))
    if near is None or far is None or near[0] != far[0]:
        raise NotScorable(f"完成值{quoted(actual.text)}不是确定的数值，请填写具体完成值。")
    goal = target.low if target is not None and target.kind == "number" else bound.rule.demanded[0] if bound.rule.demanded is not None else _asked_for(bound, actual)
    if not actual.text[0].isascii() and actual.text[0] not in "≥≤" and 0 < actual.low * 2 < goal:
        raise NotScorable(f"完成值{quoted(actual.text)}可能是说与要求相差的数，也可能是说完成的数，请填写具体完成值。")  # 不足5人 of 100人
    return near


def _asked_for(bound: Bound, actual: Value) -> Decimal:
    """The greatest number of the actual's unit in the standard, 0 where there is none."""
    return max((Decimal(said[1]) for said in _FIGURES.finditer(bound.rule.source) if actual.unit.text and said[2].startswith(actual.unit.text)), default=Decimal(0))


_FIGURES = Pattern(r"(\d+(?:\.\d+)?)(%|[^\W\d]{1,4})")


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


def _beyond(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """How far beyond the threshold, in the actual's own words."""
    if bound.counts:
        return None
    if bound.spans and (far := from_limit(bound, target, actual)) is not None:
        return spanned(bound, far, target, actual)
    if actual.text[:1] not in "缺少差短超多":
        return None
    from ziping.standards.actuals.beyond import so_much  # most actuals never need it

    return so_much(bound, target, actual)


def _limit(bound: Bound, target: Value | None) -> Value | None:
    named = deadline(bound.words, target)
    return named[1] if named is not None else cut_off(bound.rule.source, target)


def _tardy(bound: Bound, late: Steps, time: Decimal, target: Value | None, actual: Value) -> Outcome:
    """So late: in one of the bands of lateness, or by steps."""
    if not LATENESS.search(bound.rule.subject) or bound.rule.unit.base != late.unit.base:
        raise NotScorable(f"评分标准“{bound.rule.words()}”既按数值又按延迟的时间计分，一个完成值不能同时说明两者，请由填报人填写得分。")
    held = next((a for a in bound.spans if a.guard.holds(time) and not a.guard.unsettled(time)), None)  # type: ignore[union-attr]
    return earned(bound, held, time, target, actual) if held is not None else take(bound, late, time, actual.text, None)
