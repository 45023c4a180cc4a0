"""From raw clauses to a rule: one unit, settled edges, bases and starts of steps. What does not fit together is refused here, once a standard."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, PLAIN, Unit
from ziping.standards.cells.conversion import TIMES, convertible
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.countable import counts
from ziping.standards.clauses.edges import Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.ladders import OpenSpan, clipped, other_side, say, settled
from ziping.standards.clauses.neighbours import settle_neighbours
from ziping.standards.clauses.readings import OF_WHOLE
from ziping.standards.clauses.rule import (
    EITHER,
    FULL,
    WRITTEN,
    ZERO,
    Absent,
    Arm,
    Award,
    Band,
    Choice,
    Count,
    Else,
    Judged,
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
from ziping.standards.clauses.steps import cut, step_size, stepped
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.several import part_by_part
from ziping.standards.words.vocabulary import Pattern

__all__ = ["assemble"]

_SMALLEST_PERCENT = 10  # a bare 90 beside 百分点 is 90%; a bare 1 might be 1% or 100%


def assemble(clauses: list[Clause], stated: Decimal | None, asides: tuple[str, ...], source: str) -> Rule:
    """The rule of a standard's clauses; NotScorable where they contradict each other or leave a choice."""
    settle_neighbours(clauses)
    part_by_part(clauses, _same)
    if not clauses:
        raise NotScorable(f"评分标准{quoted(source)}中没有可以计分的规则，请由填报人填写得分或补充标准。")
    unit = _unit(clauses)
    subject = _subject(clauses)
    spans = {id(c): _span(c.guard, unit) for c in clauses if isinstance(c.guard, RawSpan)}
    awards = [(spans[id(c)], c) for c in clauses if id(c) in spans and isinstance(c.effect, Award | Off | Choice | Judged)]
    awards = clipped(awards)
    arms: list[tuple[object, object]] = [(span, c.effect) for span, c in awards]
    arms += _unspanned(clauses)
    arms += stepped(clauses, spans, awards, unit)
    arms += counts(clauses)
    arms += _proportional(clauses, spans, awards, unit, subject)
    _consistent(arms, unit, subject)
    return Rule(tuple(Arm(g, e) for g, e in settled(arms, unit)), unit, subject, stated, source, asides, _demanded(clauses, unit))  # type: ignore[arg-type]


def _demanded(clauses: list[Clause], unit: Unit) -> tuple[Decimal, bool] | None:
    """The number that the sentence asks for without printing points for it, and whether more is better."""
    for clause in clauses:
        guard, per = clause.guard, clause.effect
        if clause.asked and isinstance(guard, RawSpan) and (guard.low is None) != (guard.high is None):
            return _value(guard.low or guard.high, unit), guard.low is not None  # type: ignore[arg-type]
        if clause.asked and isinstance(guard, RawSpan) and guard.low is not None and guard.low == guard.high and any(isinstance(c.effect, Per) and c.effect.side == -1 for c in clauses):
            return _value(guard.low, unit), True  # 改造120户，每少1户…
        if clause.base is not None and guard is None and isinstance(per, Per) and per.side in (1, -1) and unit == PERCENT:
            return clause.base, per.side == -1  # 目标值90%，每低…
    return None


_LIMIT_IN_WORDS = Pattern(r"(?:不足|不到|未过|未达|低于|少于|超过|过)到?[^\d,;。]{0,2}(?:半|[一二三四五六七八九两]成|分之[一二三])|平均(?:水平|值|数)|序时进度|^(?:首次|初次|首例|首起)")
_SO_LATE_OR = Pattern(r"(?:延迟|推迟|逾期|延期|滞后|超期|延误|拖欠|拖延)(?:超过|达到?)?\d+(?:\.\d+)?个?(?:工作日|天|日|周|月|季度)(?:及?以上)?[^,;。]*或")
_BY_A_SHARE = Pattern(r"(?:的,?|(?P<of>[^\W\d]{2}))则?按照?(?:部分)?(?(of)(?P=of)|[^\W\d]{0,8})(?:部分)?的?(?:比例|比率|百分比)$")
_EACH_PERIOD = Pattern(r"各(?:季度|月)[^,;。]{0,16}均")
_SIGNS = {"≥": {">", "="}, "≤": {"<", "="}, ">": {">"}, "<": {"<"}, "=": {"="}}


def _consistent(arms: list[tuple[object, object]], unit: Unit, subject: str) -> None:
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
    worded = next((g.phrase for g, _ in arms if isinstance(g, Word) and _LIMIT_IN_WORDS.search(g.phrase)), "")
    each_period = _EACH_PERIOD.match(worded) is not None  # 各季度均达到序时进度, where the quarters that did not are counted
    if worded and not all(isinstance(g, Word | Absent | Else | Met) and (isinstance(e, Award | Off | Band | Choice | Judged) or each_period and isinstance(e, Count)) for g, e in arms):
        raise NotScorable(f"评分标准中的{quoted(worded)}是用文字写的界限，不能与数值比较，请由填报人填写得分。")
    if shared := next((g.phrase for g, e in arms if isinstance(g, Word) and isinstance(e, Award | Off) and _BY_A_SHARE.search(g.phrase)), ""):
        raise NotScorable(f"评分标准中的{quoted(shared)}没有写明按比例扣多少分，请由填报人填写得分或改写标准。")  # 缺失的按缺失比例扣减分值 takes not all of them
    so_late = next((g.phrase for g, _ in arms if isinstance(g, Word) and _SO_LATE_OR.match(g.phrase)), "")
    if so_late and any(isinstance(e, Steps) and e.late for _, e in arms):
        raise NotScorable(f"评分标准中的{quoted(so_late)}既有延迟的时间又有别的情形，不能由延迟的时间判断，请由填报人填写得分或改为两句。")
    spans = [(g, e) for g, e in arms if isinstance(g, Span)]
    earning = [e for _, e in spans if not (isinstance(e, Award) and e.amount == ZERO) and e != Judged()]
    undone = all(g == Met(False) and e == Award(ZERO) for g, e in arms if isinstance(g, Relative | Met)) and unit.base in TIMES
    if relative and earning and not undone:
        raise NotScorable("评分标准既按指标值又按固定数值计分，无法确定适用哪一种，请由填报人填写得分。")
    counted = any(isinstance(e, Count) for _, e in arms)
    if counted and not unit.base and unit.text and not all(g.low is None and isinstance(e, Award | Off) and (e == Award(ZERO) or isinstance(e, Off)) for g, e in spans) and not all(g.low == g.high == 100 or (g.low == 100 and g.high is None and _leaves(subject, arms)) for g, _ in spans) and not all(_MISSES.fullmatch(e.what) for _, e in arms if isinstance(e, Count)):
        raise NotScorable("评分标准既按比率又按次数计分，一个完成值不能同时说明两者，请由填报人填写得分。")
    if _MORE_OR_LESS.search(subject) and any(g.low == g.high for g, _ in spans):
        raise NotScorable(f"评分标准中的“{subject}”多少没有写明是每多少加减一次分，请由填报人填写得分或补充标准。")
    if sum(isinstance(e, Steps) and e.late for _, e in arms) > 1:
        raise NotScorable("评分标准对几种延迟分别扣分，一个完成值不能同时说明，请由填报人填写得分。")
    if counted and any(isinstance(e, Steps) for _, e in arms):
        raise NotScorable("评分标准既按次数又按幅度扣分，一个完成值不能同时说明两者，请由填报人填写得分。")


_MORE_OR_LESS = Pattern(r"(?:[多少未超]|超额)完成了?$")  # 少完成1%扣1分: just one per cent?
_MISSES = Pattern(r"(?:未|不|没有)(?:达标|达到)(?:要求|标准)?的?|超标|达不到(?:要求|标准)?")
_LEFT = Pattern(r"[未不](\w{2})")


def _leaves(subject: str, arms: list[tuple[object, object]]) -> bool:
    """办结率达到100%, 每有一件未办结扣…: what is counted is what the rate leaves."""
    return any(isinstance(e, Count) and e.lack for _, e in arms) or any(isinstance(e, Count) and ((left := _LEFT.search(e.what)) and left[1] in subject or re.search("[未不]", e.what) and e.what[-2:] in subject) for _, e in arms)




# ---------------------------------------------------------------------------------------------------------------
# One unit, one subject


def _unit(clauses: list[Clause]) -> Unit:
    found: list[Unit] = []
    for clause in clauses:
        if isinstance(clause.guard, RawSpan):
            found += [percent(e.unit) for e in (clause.guard.low, clause.guard.high) if e is not None and e.unit is not None]  # type: ignore[misc]
    if not found and _rates_from_nothing(clauses):
        found.append(PERCENT)
    of_spans = found[0] if found else None
    for clause in clauses:
        if isinstance(clause.effect, Per) and not clause.effect.counted and (of_spans is None or _of_one_kind(clause.effect.unit, of_spans) or step_size(clause.effect, of_spans, Decimal(1)) is None):
            found.append(percent(clause.effect.unit) or PLAIN)
        if isinstance(clause.effect, Scaled):
            found.append(PERCENT)
    if any((u.text == "") != (found[0].text == "") or convertible(u, found[0]) is None for u in found):
        raise NotScorable(f"评分标准中{'、'.join(dict.fromkeys(u.text or '无' for u in found))}等单位不同，无法用同一个完成值计分，请由填报人填写得分。")
    return min(found, key=lambda u: convertible(u, found[0]) or 1) if found else PLAIN  # the finest, so that every number stays exact


_SAVED = Pattern(r"节约率$")


def _rates_from_nothing(clauses: list[Clause]) -> bool:
    """成本节约率≥0得满分: a rate, whose only limit needs no sign of per cent."""
    spans = [c.guard for c in clauses if isinstance(c.guard, RawSpan)]
    edges = [e.value for s in spans for e in (s.low, s.high) if e is not None]
    return bool(edges) and not any(edges) and any(_SAVED.search(s.subject) for s in spans) and all(_SAVED.search(s.subject) or not s.subject for s in spans)


def _of_one_kind(one: Unit, other: Unit) -> bool:
    """Hours and minutes: two units of one dimension."""
    return bool(one.text) and one.base != other.base and convertible(one, other) is not None


def _value(edge: Edge, unit: Unit) -> Decimal:
    own = percent(edge.unit)
    if own is None:
        if unit == PERCENT and edge.value and abs(edge.value) < _SMALLEST_PERCENT:
            raise NotScorable(f"评分标准中的{edge.value}没有写单位，无法确定是否为百分数，请在标准中写明。")
        return edge.value
    times = convertible(own, unit)
    return EXACT.multiply(edge.value, times).scaleb(own.shift - unit.shift) if times is not None else edge.value


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
    a, b = (_TURN.sub(r"\1", _ATTRIBUTE.sub("", n)) for n in (a, b))
    return a in b or b in a or not a or not b or bool(_GENERIC.fullmatch(a) or _GENERIC.fullmatch(b))


_GENERIC = Pattern(r"(?:所占|完成)?(?:比例|比率|占比|比重)|时间|天数|时限|工期|数量|人数|次数|(?:实际|指标)?(?:完成值|值)|[xX]")  # the rate just spoken of
_TURN = Pattern(r"(下降|增长|上升|提高|减少|降低|增加|压减|压缩|压降|削减|缩减)(?:率|幅度|比例)$")
_ATTRIBUTE = Pattern(r"当年|本年度?|年度|全年|[省市县区]?(?:级|政府)?下达|上级(?=下达|交办|任务|要求|部署|安排|目标|计划)|实际|任务(?=完成率)")
_NAMED = Pattern(r"^(?:发生|出现|发现|存在|实际|若|当|该|本(?![级县市省区部单校院村镇乡])|年度|当年|全年|目标|平均)+|的|程(?=度)|(?<=..)(?:次数|数量|人数)$")


# ---------------------------------------------------------------------------------------------------------------
# Arms without a span


def _unspanned(clauses: list[Clause]) -> list[tuple[object, object]]:
    again = any(c.again for c in clauses)
    arms: list[tuple[object, object]] = []
    for clause in clauses:
        guard, effect = clause.guard, clause.effect
        if isinstance(guard, RawSpan) or not isinstance(effect, Award | Off | Band | Choice | Judged):
            continue
        if again and isinstance(guard, Word) and isinstance(effect, Award) and effect.amount.value:
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
    if not any(c.guard == Met(False) and not isinstance(c.effect, Per) for c in clauses) or any(c.guard == Met(True) for c in clauses):
        return False
    return not any((isinstance(c.effect, Award) and c.effect.amount != ZERO) or isinstance(c.guard, Word | Else) or c.guard is None for c in clauses)


# ---------------------------------------------------------------------------------------------------------------
# Proportion


def _proportional(clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]], unit: Unit, subject: str) -> list[tuple[object, object]]:
    found = [c for c in clauses if isinstance(c.effect, Ratio | Scaled)]
    if len(found) == 2 and all(isinstance(c.effect, Ratio) and c.effect.of == "completion" and not c.taking and not c.between for c in found) and found[1].guard is None:
        found[0].effect = found.pop().effect  # 未完成的按比例得分。得分=完成数/任务数×分值
    if len(found) > 1 and not _reduced(found):
        raise NotScorable(f"评分标准中{quoted(found[0].text)}与{quoted(found[1].text)}是两种比例，无法确定适用哪一种，请由填报人填写得分。")
    if (led := _leads_up(found, clauses, spans, awards)) is not None:
        found[0].effect = led
    elif found and any(isinstance(c.effect, Per) for c in clauses) and not _on_either_side(found, clauses, spans, awards):
        raise NotScorable(f"评分标准既按比例计分又按步扣分（{quoted(found[0].text)}），无法确定适用哪一种，请由填报人填写得分。")
    if any(isinstance(c.effect, Ratio) and c.effect.of == "completion" and "完成" in c.text for c in found) and _ANOTHER_RATE.search(subject) and not any(isinstance(c.effect, Award) and c.effect.amount.value for _, c in awards):
        raise NotScorable(f"评分标准按完成比例计分，又对{quoted(subject)}规定了界限，一个完成值不能同时代表两者，请由填报人填写得分。")
    arms: list[tuple[object, object]] = []
    for clause in found:
        ratio = clause.effect
        if isinstance(ratio, Scaled) and ratio.high is None and (len(clauses) > 1 or clause.guard is not None):
            raise NotScorable(f"评分标准的公式{quoted(clause.text)}以指标值为满分线，另有的规定不能与它合在一起，请由填报人填写得分或改写标准。")
        if isinstance(ratio, Scaled):
            guard = spans.get(id(clause), clause.guard)
            if isinstance(guard, OpenSpan) and guard.low is None:
                guard = cut(guard, -1, awards)
            if isinstance(guard, Span) and ((guard.low is not None and guard.low < ratio.low) or guard.high not in (None, ratio.high)):
                raise NotScorable(f"评分标准中的{quoted(clause.text)}的区间与公式不一致，请由填报人填写得分。")
            arms.append((guard if guard is not None else Else(), ratio))
            continue
        assert isinstance(ratio, Ratio)
        if ratio.part != 1 and clause.guard in (None, Met(True)):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}最多只得一部分分值，没有写明其余部分如何得，请由填报人填写得分。")
        if (of := _OF_NUMBER.search(ratio.name)) and not any(s.low == Decimal(of[1]) for s, _ in awards):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}与得满分的条件不是同一个数，请由填报人填写得分。")
        if clause.between or ratio.of == "linear":
            arms.append(_linear(clause, spans, awards))
            continue
        guard = spans.get(id(clause), clause.guard)
        two_sided = isinstance(guard, Span) and guard.low is not None and guard.high is not None
        if two_sided and ratio.of == "completion" and "完成" not in ratio.name and "/" not in ratio.name:
            whole = guard.high == 100 and unit == PERCENT and any(s.low == 100 and c.effect == Award(FULL) for s, c in awards) and OF_WHOLE.search(subject)
            ratio = ratio if whole else ratio.but(of="unsaid")
        if two_sided and ratio.of == "unsaid" and _falls(guard, awards):  # type: ignore[arg-type]
            arms.append(_linear(clause, spans, awards))
            continue
        kept = ratio.but(name=WRITTEN if ratio.name == "B/A" or _WRITTEN.fullmatch(ratio.name) else EITHER if "或" in ratio.name else WRITTEN if ratio.of == "completion" and ratio.amount != FULL else "", taking=clause.taking) if ratio.of in ("completion", "inverse", "unsaid") else ratio
        if isinstance(guard, Span):
            guard = cut(guard, -1 if guard.low is None else 1, awards) if guard.low is None or guard.high is None else guard  # type: ignore[arg-type]
        arms.append((guard if guard is not None else Else(), kept))
    return arms


def _leads_up(found: list[Clause], clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]]) -> Ratio | None:
    """20万人次得6分，每增加1万人次加0.5分，不足20万人次的按比例计分: a share of the six below the number from which the steps lead on; None elsewhere."""
    steps = [c.effect for c in clauses if isinstance(c.effect, Per)]
    below = spans.get(id(found[0])) if len(found) == len(steps) == len(awards) == 1 and len(clauses) == 3 else None
    if below is None or below.low is not None or not steps[0].gain or steps[0].counted or steps[0].side != 1:
        return None
    (span, award), ratio = awards[0], found[0].effect
    plain = isinstance(ratio, Ratio) and ratio.of == "completion" and ratio.part == 1 and not (found[0].taking or found[0].between)
    if not plain or below.high != span.low or span.high not in (None, span.low) or not isinstance(award.effect, Award) or award.effect.amount.share or not award.effect.amount.value or ratio.amount not in (FULL, award.effect.amount) or _OF_ALL_POINTS.search(found[0].text):
        return None
    return ratio.but(amount=award.effect.amount)  # type: ignore[union-attr]


def _on_either_side(found: list[Clause], clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]]) -> bool:
    """100%-120%得满分，超过120%的每超过10个百分点扣0.5分，低于100%的按完成率计分: in proportion below the span that earns everything, by steps above it."""
    steps = [c.effect for c in clauses if isinstance(c.effect, Per)]
    below = spans.get(id(found[0])) if len(found) == len(steps) == len(awards) == 1 and len(clauses) == 3 else None
    if below is None or below.low is not None or steps[0].gain or steps[0].counted or steps[0].late or steps[0].side != 1:
        return False
    (span, award), ratio = awards[0], found[0].effect
    plain = isinstance(ratio, Ratio) and ratio.of in ("completion", "value") and ratio.part == 1 and not (found[0].taking or found[0].between)
    return plain and below.high == span.low == Decimal(100) and span.high is not None and span.high > span.low and award.effect == Award(FULL)


_OF_ALL_POINTS = Pattern(r"分值|权重|满分")


def _reduced(clauses: list[Clause]) -> bool:
    """达到要求的，按完成率×50计分；未达到的，按完成率×50×0.8计分: one proportion, less of it where the target is missed."""
    whole, less = (c.effect for c in clauses) if len(clauses) == 2 else (None, None)
    if not (isinstance(whole, Ratio) and isinstance(less, Ratio) and whole.part == 1 and whole.but(part=less.part) == less and whole.of in ("value", "completion")):
        return False
    return less.part < 1 and clauses[0].guard in (Met(True), Relative("≥")) and clauses[1].guard in (Met(False), Relative("<"), Else()) and not any(c.taking or c.between for c in clauses)


_ANOTHER_RATE = Pattern(r"^(?!.*(?:完成|实现|达成|目标|任务)).+[率度]$")  # 预算执行率低于60%不得分, beside 按完成比例计分
_WRITTEN = Pattern(r"[^/\dA-Z]{2,}/[^/\dA-Z]{2,}")  # 得分=完成数/任务数×分值: which of them is above says which way is the better
_OF_NUMBER = Pattern(r"/(\d+(?:\.\d+)?)")


def _falls(between: OpenSpan, awards: list[tuple[OpenSpan, Clause]]) -> bool:
    """≤25日得6分，>50日不得分，25-50日按比例扣分: the less the better, and no share of anything that is to be completed."""
    below = [c.effect.amount for s, c in awards if s.high == between.low and s.low is None and isinstance(c.effect, Award)]
    above = [c.effect.amount for s, c in awards if s.low == between.high and s.high is None and isinstance(c.effect, Award)]
    return len(below) == len(above) == 1 and bool(below[0].value) and above[0] == ZERO


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
