"""From raw clauses to a rule: one unit, settled edges, bases and starts of steps. What does not fit together is refused here, once a standard."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, Unit
from ziping.standards.clauses import Off, Per
from ziping.standards.conditions import LAW, OF_IT, OF_TARGET, Edge, RawSpan, percent
from ziping.standards.goals import GOALS
from ziping.standards.grammar import Clause
from ziping.standards.ladders import OpenSpan, clipped, other_side, say, settled
from ziping.standards.phrases import PUNCTUAL
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import (
    FULL,
    ZERO,
    Amount,
    Arm,
    Award,
    Band,
    Count,
    Else,
    Linear,
    Met,
    Part,
    Ratio,
    Relative,
    Rule,
    Scaled,
    Span,
    Steps,
    Word,
)
from ziping.standards.values import TIMES
from ziping.standards.vocabulary import Pattern, words

__all__ = ["assemble"]

_TIER = Pattern(r"[\d一二两三四五六七八九十](?:项|个|处|次|起|例|件|条|人|笔)")
_COUNTED = words("项 个 处 次 起 例 件 条 笔 人次 家 户 份 宗 场")
_SMALLEST_PERCENT = 10  # a bare 90 beside 百分点 is 90%; a bare 1 might be 1% or 100%


def assemble(clauses: list[Clause], stated: Decimal | None, source: str) -> Rule:
    """The rule of a standard's clauses; NotScorable where they contradict each other or leave a choice."""
    _thresholded(clauses)
    _each(clauses)
    _punctual(clauses)
    _missed(clauses)
    if not clauses:
        raise NotScorable(f"评分标准{quoted(source)}中没有可以计分的规则，请由填报人填写得分或补充标准。")
    _of_target(clauses)
    unit = _unit(clauses)
    subject = _subject(clauses)
    spans = {id(c): _span(c.guard, unit) for c in clauses if isinstance(c.guard, RawSpan)}
    awards = [(spans[id(c)], c) for c in clauses if id(c) in spans and isinstance(c.effect, Award | Off)]
    awards = clipped(awards)
    arms: list[tuple[object, object]] = [(span, c.effect) for span, c in awards]
    arms += _unspanned(clauses)
    arms += _stepped(clauses, spans, awards, unit)
    arms += _counted(clauses)
    arms += _proportional(clauses, spans, awards)
    _consistent(arms, unit)
    return Rule(tuple(Arm(g, e) for g, e in settled(arms, unit)), unit, subject, stated, source)  # type: ignore[arg-type]


_SIGNS = {"≥": {">", "="}, "≤": {"<", "="}, ">": {">"}, "<": {"<"}, "=": {"="}}


def _consistent(arms: list[tuple[object, object]], unit: Unit) -> None:
    """Two systems of scoring in one sentence are no rule."""
    relative = [g for g, _ in arms if isinstance(g, Relative | Met)]
    taken: set[str] = set()
    for guard in relative:
        signs = _SIGNS[guard.sign] if isinstance(guard, Relative) else {"met" if guard.yes else "missed"}
        if signs & taken:
            raise NotScorable("评分标准对与指标值相比的同一种情况规定了两种计分办法，无法确定适用哪一种，请改正标准。")
        taken |= signs
    if ("missed" in taken and taken & {"<", ">"}) or ("met" in taken and "=" in taken):
        raise NotScorable("评分标准对未达到指标值的情况规定了两种计分办法，无法确定适用哪一种，请改正标准。")
    spans = [(g, e) for g, e in arms if isinstance(g, Span)]
    earning = [e for _, e in spans if not (isinstance(e, Award) and e.amount == ZERO)]
    if relative and earning:
        raise NotScorable("评分标准既按指标值又按固定数值计分，无法确定适用哪一种，请由填报人填写得分。")
    counted = any(isinstance(e, Count) for _, e in arms)
    if counted and not unit.base and unit.text and not all(g.low == g.high == 100 for g, _ in spans):
        raise NotScorable("评分标准既按比率又按次数计分，一个完成值不能同时说明两者，请由填报人填写得分。")
    if counted and any(isinstance(e, Steps) for _, e in arms):
        raise NotScorable("评分标准既按次数又按幅度扣分，一个完成值不能同时说明两者，请由填报人填写得分。")


def _thresholded(clauses: list[Clause]) -> None:
    """达到50人得满分，每少1人扣0.5分: with a threshold in the same measure, 少 counts from it and not how often something is missing."""
    measures = {e.unit.text for c in clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None and e.unit is not None}
    for clause in clauses:
        per = clause.effect
        if isinstance(per, Per) and per.counted and per.lack and not per.what and per.unit.text in measures:
            per.counted, per.side = False, -1


def _missed(clauses: list[Clause]) -> None:
    """完成率100%得满分，未完成的每低1个百分点扣…: beside one threshold, missing the target is the other side of it."""
    thresholds = [c.guard for c in clauses if isinstance(c.guard, RawSpan) and isinstance(c.effect, Award) and c.effect.amount == FULL]
    if len(thresholds) != 1 or thresholds[0].low is None or any(c.guard == Met(True) for c in clauses):
        return
    edge = thresholds[0].low
    for clause in clauses:
        if clause.guard == Met(False) and isinstance(clause.effect, Per | Ratio | Scaled) and (edge.value == 100 or _UNREACHED.search(clause.text)):
            clause.guard = None if isinstance(clause.effect, Per) else Else()


_UNREACHED = Pattern(r"未达|达不到|没有达|没达")


def _punctual(clauses: list[Clause]) -> None:
    """按期完成得满分，每超1天扣2分: beside a deadline that is kept, days too many are days late."""
    if any(isinstance(c.guard, Word) and c.guard.phrase in PUNCTUAL for c in clauses) and not any(isinstance(c.guard, RawSpan) for c in clauses):
        for clause in clauses:
            per = clause.effect
            if isinstance(per, Per) and not per.counted and per.side == 1 and per.unit.base in TIMES:
                per.late = True


def _of_target(clauses: list[Clause]) -> None:
    """达到预期目标得满分；达到预期目标80%以上得…: beside percentages of the target, reaching it is 100% of it."""
    _over_target(clauses)
    lows = [c.guard.low for c in clauses if isinstance(c.guard, RawSpan)]
    missed = [c for c in clauses if c.guard == Met(False) and c.effect == Award(ZERO)]
    if lows and len(missed) == 1 and not any(c.guard == Met(True) for c in clauses) and all(e is not None and e.unit is not None and e.unit.base for e in lows):
        least = min(lows, key=lambda e: e.value)  # 完成1-2个的得3分，未完成的得0分
        missed[0].guard = RawSpan(None, Edge(least.value, least.unit, least.closed is False))
    edges = [(e, c.guard) for c in clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None]
    of_it = [e for e, g in edges if _names_target(g.subject)]
    if not of_it:
        return
    if any(not g.subject and e.unit == PERCENT and e.value < OF_IT for e, g in edges):  # 超过预算10%扣2分，超过20%扣4分
        raise NotScorable("评分标准中有的百分比写明与目标相比、有的没有写明，无法确定是目标的百分比还是超出的百分比，请改正标准。")
    if any(e.unit != PERCENT or not (g.subject == "" or _names_target(g.subject)) for e, g in edges):
        return
    for signs, upward in (((Met(True), Relative("≥")), True), ((Relative("≤"),), False)):
        reached = [c for c in clauses if c.guard in signs and isinstance(c.effect, Award)]
        beyond = any((e.value > 100) == upward and e.value != 100 or (e.value == 100 and e.closed is True) for e, _ in edges)
        if not reached or beyond:
            continue
        whole = Edge(Decimal(100), PERCENT, True)
        for clause in clauses:
            if isinstance(clause.guard, RawSpan) and clause.guard.subject:
                clause.guard = RawSpan(clause.guard.low, clause.guard.high, OF_TARGET)
        for clause in reached:
            clause.guard = RawSpan(whole, None, OF_TARGET) if upward else RawSpan(None, whole, OF_TARGET)


_OVER = Pattern(r"超(?:出|过)?(?:预算|概算|计划|支|目标|指标)(?:值|数|金额)?")


def _over_target(clauses: list[Clause]) -> None:
    """不超概算得满分，超概算5%以内得…: beside the target itself, so much over it is 100% and so much of it."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    if not any(c.guard == Relative("≤") for c in clauses) or not spans or not all(_OVER.fullmatch(c.guard.subject) for c in spans[:1]):  # type: ignore[union-attr]
        return
    edges = [e for c in spans for e in (c.guard.low, c.guard.high) if e is not None]  # type: ignore[union-attr]
    if any(e.unit != PERCENT or e.value >= 100 or e.value < 0 for e in edges) or not all(_OVER.fullmatch(c.guard.subject) or not c.guard.subject for c in spans):  # type: ignore[union-attr]
        return
    for clause in spans:
        low, high = clause.guard.low, clause.guard.high  # type: ignore[union-attr]
        low = Edge(Decimal(100) + (low.value if low else 0), PERCENT, low.closed if low and low.value else False)
        clause.guard = RawSpan(low, Edge(Decimal(100) + high.value, PERCENT, high.closed) if high else None, OF_TARGET)


def _names_target(subject: str) -> bool:
    return subject == OF_TARGET or _VERB.sub("", subject) in GOALS or bool(_RATE.fullmatch(subject))


_VERB = Pattern(r"^(?:实际)?(?:完成值?|达到)?(?:在|达到|达)?")
_RATE = Pattern(r"(?:实际|目标|任务|指标|年度|计划)*完成(?:率|比例)?")


_MET_ONE = Pattern(r"(?:每)?(?:符合|满足|具备|达到|做到|完成)")


def _each(clauses: list[Clause]) -> None:
    """调整一项扣1分, 符合一项得1分: the only clause about a number of things says what each of them costs or earns."""
    about = [c for c in clauses if isinstance(c.guard, RawSpan)]
    if len(about) != 1 or any(isinstance(c.effect, Per | Ratio | Scaled) for c in clauses):
        return
    clause = about[0]
    low, high, subject = clause.guard.low, clause.guard.high, clause.guard.subject  # type: ignore[union-attr]
    if low is None or low != high or low.value != 1 or low.unit is None or not low.unit.base or low.unit.text not in _COUNTED or not subject:
        return
    if any(isinstance(c.guard, Word) and _TIER.search(c.guard.phrase) for c in clauses):
        return
    others = [c for c in clauses if c is not clause]
    if isinstance(clause.effect, Off) and not clause.effect.amount.share:
        if _MET_ONE.fullmatch(subject):
            return
        clause.effect, clause.guard = Per(low.value, low.unit, clause.effect.amount, counted=True, what=subject, measure=low.unit.text), None
    elif isinstance(clause.effect, Award) and clause.effect.amount.value and not clause.effect.amount.share and _MET_ONE.fullmatch(subject) and not others:
        clause.effect, clause.guard = Per(low.value, low.unit, clause.effect.amount, gain=True, counted=True, measure=low.unit.text), None


# ---------------------------------------------------------------------------------------------------------------
# One unit, one subject


def _unit(clauses: list[Clause]) -> Unit:
    found: list[Unit] = []
    for clause in clauses:
        if isinstance(clause.guard, RawSpan):
            found += [percent(e.unit) for e in (clause.guard.low, clause.guard.high) if e is not None and e.unit is not None]  # type: ignore[misc]
    for clause in clauses:
        if isinstance(clause.effect, Per) and not clause.effect.counted:
            found.append(percent(clause.effect.unit) or PLAIN)
        if isinstance(clause.effect, Scaled):
            found.append(PERCENT)
    bases = {u.base if u.text else None for u in found}
    if len(bases) > 1:
        raise NotScorable(f"评分标准中{'、'.join(dict.fromkeys(u.text for u in found))}等单位不同，无法用同一个完成值计分，请由填报人填写得分。")
    return found[0] if found else PLAIN


def _value(edge: Edge, unit: Unit) -> Decimal:
    own = percent(edge.unit)
    if own is None:
        if unit == PERCENT and edge.value and abs(edge.value) < _SMALLEST_PERCENT:
            raise NotScorable(f"评分标准中的{edge.value}没有写单位，无法确定是否为百分数，请在标准中写明。")
        return edge.value
    return edge.value.scaleb(own.shift - unit.shift)


def _span(raw: RawSpan, unit: Unit) -> OpenSpan:
    low = None if raw.low is None else _value(raw.low, unit)
    high = None if raw.high is None else _value(raw.high, unit)
    if low is not None and high is not None and low > high:
        raise NotScorable(f"评分标准中{low}至{high}的区间上下限颠倒，请改正。")
    span = OpenSpan(low, high)
    say(span, raw.low.closed if raw.low else True, raw.high.closed if raw.high else True)
    return span


def _subject(clauses: list[Clause]) -> str:
    """The one name of what is measured; NotScorable when the sentence measures two things."""
    names = [c.guard.subject for c in clauses if isinstance(c.guard, RawSpan) and c.guard.subject]
    rates = [c.effect.name for c in clauses if isinstance(c.effect, Scaled) or (isinstance(c.effect, Ratio) and c.effect.of in ("value", "rest"))]
    longest = max(names + rates, key=len, default="")
    for name in names + rates:
        if not (len(name) <= 2 and name.isascii()) and not _same(name, longest):
            raise NotScorable(f"评分标准同时考核{quoted(longest)}和{quoted(name)}，一个完成值不能同时代表两者，请分开填写。")
    return max(names, key=len, default="")


def _same(name: str, other: str) -> bool:
    a, b = (_NAMED.sub("", n) for n in (name, other))
    return a in b or b in a or not a or not b


_NAMED = Pattern(r"^(?:实际|若|当|该|本|年度|当年|全年|目标|平均)+|的")


# ---------------------------------------------------------------------------------------------------------------
# Arms without a span


def _unspanned(clauses: list[Clause]) -> list[tuple[object, object]]:
    again = any(c.again for c in clauses)
    arms: list[tuple[object, object]] = []
    for clause in clauses:
        guard, effect = clause.guard, clause.effect
        if isinstance(guard, RawSpan) or not isinstance(effect, Award | Off | Band):
            continue
        if again and isinstance(guard, Word) and isinstance(effect, Award):
            effect = Part(effect.amount, clause.again)
        if guard is None:
            raise NotScorable(f"评分标准中的{quoted(clause.text)}没有写明条件，请由填报人填写得分。")
        if isinstance(guard, Else) and effect == Award(ZERO) and (guard, effect) in arms:
            continue  # A得1分，否则不得分；B得1分，否则不得分
        if any(g == guard for g, _ in arms):
            raise NotScorable(f"评分标准对同一种情况{quoted(clause.text)}规定了两次，请改正标准。")
        arms.append((guard, effect))
    if _only_missed(clauses):
        arms.insert(0, (Met(True), Award(FULL)))
    return arms


def _only_missed(clauses: list[Clause]) -> bool:
    """未完成的按比例计分: what happens to a missed target is said, and nothing of the reached one, which keeps all its points."""
    if not any(c.guard == Met(False) and not isinstance(c.effect, Per) for c in clauses):
        return False
    return not any((isinstance(c.effect, Award) and c.effect.amount != ZERO) or isinstance(c.guard, Word | Else) or c.guard is None for c in clauses)


def _counted(clauses: list[Clause]) -> list[tuple[object, object]]:
    found = [c for c in clauses if isinstance(c.effect, Per) and c.effect.counted]
    if len(found) > 1:
        raise NotScorable(f"评分标准按{quoted(found[0].text)}和{quoted(found[1].text)}分别计数，一个完成值不能同时说明，请由填报人填写得分。")
    listed = [c for c in clauses if isinstance(c.guard, RawSpan) and isinstance(c.effect, Off) and c.guard.subject and _counts_another(c.guard, found)]
    if listed:
        raise NotScorable(f"评分标准按{quoted(found[0].text)}和{quoted(listed[0].text)}分别计数，一个完成值不能同时说明，请由填报人填写得分。")
    tiers = [c for c in clauses if isinstance(c.guard, Word) and _TIER.search(c.guard.phrase) and (isinstance(c.effect, Off) or c.effect == Award(ZERO))]
    if found and tiers:
        raise NotScorable(f"评分标准中的{quoted(tiers[0].text)}与{quoted(found[0].text)}按次数分档，没有读懂，请由填报人填写得分。")
    arms: list[tuple[object, object]] = []
    for clause in found:
        if clause.guard is not None and not isinstance(clause.guard, Else):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}没有读懂，请由填报人填写得分。")
        count = clause.effect.effect()
        assert isinstance(count, Count)
        if count.gain and any(isinstance(c.effect, Award) and c.effect.amount != ZERO for c in clauses):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}是加分，没有写明与其他得分如何相加，请由填报人填写得分。")
        arms.append((Else(), count.but(cap=_cap(clause), floor=clause.limits.get("least"), up=clause.up or clause.effect.up)))
    return arms


def _counts_another(span: RawSpan, found: list[Clause]) -> bool:
    """迟报一次扣0.5分，漏报一次扣1分: a number of something else than what is counted."""
    edge = span.low or span.high
    name = span.subject.removeprefix("发生").removeprefix("出现").removeprefix("发现").removeprefix("存在")
    counted = edge is not None and edge.unit is not None and bool(edge.unit.base) and edge.unit.text in _COUNTED
    return counted and bool(name) and any(name not in c.effect.what and c.effect.what not in name for c in found if c.effect.what)  # type: ignore[union-attr]


def _cap(clause: Clause) -> Amount | None:
    assert isinstance(clause.effect, Per)
    if clause.effect.gain:
        return None if clause.limits.get("most") == FULL else clause.limits.get("most")
    if "most" in clause.limits:
        raise NotScorable(f"评分标准中的{quoted(clause.text)}既扣分又规定最高得分，没有读懂，请由填报人填写得分。")
    return clause.limits.get("cap")


# ---------------------------------------------------------------------------------------------------------------
# Steps


def _stepped(clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]], unit: Unit) -> list[tuple[object, object]]:
    arms: list[tuple[object, object]] = []
    for clause in clauses:
        if not isinstance(clause.effect, Per) or clause.effect.counted:
            continue
        arms += _steps(clause, clauses, spans, awards, unit, arms)
    return arms


def _refuse(clause: Clause) -> NotScorable:
    return NotScorable(f"评分标准中的{quoted(clause.text)}没有写明从哪个数起算，请由填报人填写得分或补充标准。")


def _steps(clause: Clause, clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]], unit: Unit, done: list) -> list[tuple[object, object]]:
    per = clause.effect
    assert isinstance(per, Per)
    scored = [(s, c) for s, c in awards if not (isinstance(c.effect, Award) and c.effect.amount == ZERO)]
    own = spans.get(id(clause))
    relative = [c for c in clauses if isinstance(c.guard, Met | Relative) and isinstance(c.effect, Award) and c.effect.amount != ZERO]
    base, start, side = None, FULL, per.side
    printed = per.base if per.base is not None else clause.base
    if own is not None:
        if side is None:
            side = 1 if own.high is None else -1 if own.low is None else None
        base = own.low if side == 1 else own.high if side == -1 else None
        if base is None:
            raise _refuse(clause)
        near = [(s, c) for s, c in scored if (s.high if side == 1 else s.low) == base]
        if scored and not near:
            raise _refuse(clause)
        start = near[0][1].effect.amount if near else FULL  # type: ignore[union-attr]
    elif scored and not isinstance(clause.guard, Met | Relative):
        if len(scored) > 1:
            raise _refuse(clause)
        span, award = scored[0]
        start = award.effect.amount  # type: ignore[union-attr]
        if side is None:
            side = -1 if span.high is None else 1 if span.low is None else None
        if side is None:
            raise _refuse(clause)
        point = span.low == span.high
        if per.gain:
            base = span.low if side == 1 else span.high
        else:
            base = span.low if side == -1 else span.high if side == 1 else (span.low if point else None)
        if base is None:
            raise _refuse(clause)
    elif printed is not None and not relative:
        base = printed
    if per.base is not None and base != per.base:
        raise NotScorable(f"评分标准中的{quoted(clause.text)}与满分的条件不是同一个数，请由填报人填写得分。")
    worded = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount != ZERO]
    if side is None or (base is None and worded and not relative and not per.relative and not per.late):
        raise _refuse(clause)  # 达到时序进度得满分，每低1个百分点扣…: from what?
    if per.gain and (base is None or start in (FULL, ZERO)):
        raise NotScorable(f"评分标准中的{quoted(clause.text)}是加分，但没有写明从几分加起，请由填报人填写得分。")
    if base is None and relative:
        start = relative[0].effect.amount  # type: ignore[union-attr]
    steps = Steps(side, per.size if per.unit.base != unit.base or per.unit.text == "百分点" else per.size.scaleb(per.unit.shift - unit.shift), unit,
                  per.amount, base, start, per.gain, clause.up or per.up, _cap(clause), clause.limits.get("least"), per.late,
                  base is None and unit == PERCENT and per.unit.text != "百分点")  # fmt: skip
    if base is None:
        if per.late:
            known = any(isinstance(c.guard, Word | Met) and isinstance(c.effect, Award) for c in clauses)
            return [(Else(), steps)] if known else [(Word("按时完成"), Award(FULL)), (Else(), steps)]
        guard = Relative(">" if side == 1 else "<") if side else Else()
        if side == 0 and isinstance(clause.guard, Met | Relative) or (isinstance(clause.guard, Met) and clause.guard.yes):
            raise _refuse(clause)
        made: list[tuple[object, object]] = [(guard, steps)]
        if not relative and not any(isinstance(g, Relative) for g, _ in done):
            made.insert(0, (Relative("≤" if side == 1 else "≥" if side == -1 else "="), Award(FULL)))
        return made
    if side == 0:
        return [(Else(), steps)]
    if per.gain and own is None and scored:
        scored[0][0].shrink(base)
    region = own or _region(base, side, scored)
    region = _cut(region, side, awards)
    made = [(region, steps)]
    if not scored:
        rest = OpenSpan(None, base) if side == 1 else OpenSpan(base, None)
        say(rest, True, True)
        made.insert(0, (rest, Award(start)))
    elif own is None and not per.gain and scored[0][0].low == scored[0][0].high:  # 100%计满分，每低于5%扣2分: beyond 100% nothing is taken off
        rest = OpenSpan(None, base) if side == 1 else OpenSpan(base, None)
        say(rest, False, False)
        made.append((rest, Award(start)))
    return made


def _region(base: Decimal, side: int, scored: list[tuple[OpenSpan, Clause]]) -> OpenSpan:
    region = OpenSpan(base, None) if side == 1 else OpenSpan(None, base)
    say(region, False, False)
    if scored:  # the base itself belongs to the award unless the award leaves it out
        said = scored[0][0].high_said if side == 1 else scored[0][0].low_said
        if said is False:
            say(region, side == 1, side == -1)
    return region


def _cut(region: OpenSpan, side: int, awards: list[tuple[OpenSpan, Clause]]) -> OpenSpan:
    """An award at the far end (低于80%不得分) ends the steps there; at 80%以下 both the steps and the end claim the 80."""
    for span, _ in awards:
        if side == -1 and span.low is None and span.high is not None and (region.low is None or span.high > region.low) and span.high < region.high:  # type: ignore[operator]
            cut = OpenSpan(span.high, region.high)
            say(cut, _yielded(span.high_said), region.high_said)
            region = cut
        elif side == 1 and span.high is None and span.low is not None and (region.high is None or span.low < region.high) and span.low > region.low:  # type: ignore[operator]
            cut = OpenSpan(region.low, span.low)
            say(cut, region.low_said, _yielded(span.low_said))
            region = cut
    return region


def _yielded(said: bool | str | None) -> bool | str | None:
    return None if said == LAW else other_side(said)


# ---------------------------------------------------------------------------------------------------------------
# Proportion


def _proportional(clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]]) -> list[tuple[object, object]]:
    found = [c for c in clauses if isinstance(c.effect, Ratio | Scaled)]
    if len(found) > 1:
        raise NotScorable(f"评分标准中{quoted(found[0].text)}与{quoted(found[1].text)}是两种比例，无法确定适用哪一种，请由填报人填写得分。")
    if found and any(isinstance(c.effect, Per) for c in clauses):
        raise NotScorable(f"评分标准既按比例计分又按步扣分（{quoted(found[0].text)}），无法确定适用哪一种，请由填报人填写得分。")
    arms: list[tuple[object, object]] = []
    for clause in found:
        ratio = clause.effect
        if isinstance(ratio, Scaled):
            guard = spans.get(id(clause), clause.guard)
            if isinstance(guard, Span) and ((guard.low is not None and guard.low < ratio.low) or guard.high != ratio.high):
                raise NotScorable(f"评分标准中的{quoted(clause.text)}的区间与公式不一致，请由填报人填写得分。")
            arms.append((guard if guard is not None else Else(), ratio))
            continue
        assert isinstance(ratio, Ratio)
        if clause.between or ratio.of == "linear":
            arms.append(_linear(clause, spans, awards))
            continue
        guard = spans.get(id(clause), clause.guard)
        two_sided = isinstance(guard, Span) and guard.low is not None and guard.high is not None
        if two_sided and ratio.of == "completion" and "完成" not in ratio.name and "/" not in ratio.name:
            ratio = ratio.but(of="unsaid")
        kept = ratio.but(name="", taking=clause.taking) if ratio.of in ("completion", "inverse", "unsaid") else ratio
        if isinstance(guard, Span):
            guard = _cut(guard, -1 if guard.low is None else 1, awards) if guard.low is None or guard.high is None else guard  # type: ignore[arg-type]
        arms.append((guard if guard is not None else Else(), kept))
    return arms


def _linear(clause: Clause, spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]]) -> tuple[object, object]:
    """Between the two printed arms, from the one's points to the other's."""
    own = spans.get(id(clause))
    fixed = sorted(((s, c) for s, c in awards if isinstance(c.effect, Award)), key=lambda row: (row[0].low is not None, row[0].low or 0))
    pairs = [(a, b) for a, b in zip(fixed, fixed[1:], strict=False) if a[0].high is not None and b[0].low is not None and a[0].high < b[0].low]
    if len(pairs) != 1 and own is None:
        raise NotScorable(f"评分标准中的{quoted(clause.text)}没有写明在哪两档之间，请由填报人填写得分。")
    if own is not None:
        pairs = [(a, b) for a, b in zip(fixed, fixed[1:], strict=False) if a[0].high == own.low and b[0].low == own.high]
        if len(pairs) != 1:
            raise NotScorable(f"评分标准中的{quoted(clause.text)}两端没有写明得分，请由填报人填写得分。")
    (a, low), (b, high) = pairs[0]
    region = OpenSpan(a.high, b.low)
    say(region, bool(other_side(a.high_said)), bool(other_side(b.low_said)))
    return region, Linear(low.effect.amount, high.effect.amount)  # type: ignore[union-attr]
