"""Steps of a standard: from which number they are counted, from how many points, in which region, and within what limits."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, Unit
from ziping.standards.cells.conversion import convertible
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import LAW, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.ladders import OpenSpan, other_side, say
from ziping.standards.clauses.rule import FULL, ZERO, Absent, Amount, Award, Else, Judged, Left, Met, Relative, Steps, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["cap", "cut", "step_size", "stepped"]


_WHOLE = Decimal(100)  # per cent


def cap(clause: Clause) -> Amount | None:
    assert isinstance(clause.effect, Per)
    if clause.effect.gain:
        return None if clause.limits.get("most") == FULL else clause.limits.get("most")
    if clause.limits.get("most", FULL) != FULL:
        raise NotScorable(f"评分标准中的{quoted(clause.text)}既扣分又规定最高得分，没有读懂，请由填报人填写得分。")
    return clause.limits.get("cap")


def stepped(clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]], unit: Unit) -> list[tuple[object, object]]:
    arms: list[tuple[object, object]] = []
    for clause in clauses:
        if not isinstance(clause.effect, Per) or clause.effect.counted:
            continue
        arms += _steps(clause, clauses, spans, awards, unit, arms)
    return arms


def step_size(per: Per, unit: Unit, base: Decimal | None) -> Decimal | None:
    """A step in the rule's unit: 每超30分钟 of hours, 每超出5% of the money it starts from, 每超0.01 of whatever the threshold is; None for another unit."""
    own = per.unit
    if own.text == "百分点" and unit == PERCENT:
        return per.size
    if not own.text:
        return per.size if unit != PERCENT or per.size >= 1 else None
    if own.base == unit.base:
        return per.size.scaleb(own.shift - unit.shift) if unit.text else None
    if percent(own) == PERCENT:
        return EXACT.multiply(base, per.size).scaleb(-2) if base is not None else None
    if unit.base.partition("/")[0] == own.base:
        return per.size.scaleb(own.shift - unit.shift)
    times = convertible(own, unit)
    return EXACT.multiply(per.size, times).scaleb(own.shift - unit.shift) if times is not None else None


def _refuse(clause: Clause) -> NotScorable:
    return NotScorable(f"评分标准中的{quoted(clause.text)}没有写明从哪个数起算，请由填报人填写得分或补充标准。")


_ON_TOP = Pattern(r"再|另|加扣|基础上")


def _left_by(band: Clause, clause: Clause) -> Amount | Left | None:
    """What the steps beyond a band are counted from: what it earns or, where it costs points and the steps are said to cost more on top of them, what it leaves; None where they are not."""
    if not isinstance(band.effect, Off):
        return band.effect.amount  # type: ignore[union-attr]
    return Left(band.effect.amount) if _ON_TOP.search(clause.text) else None  # 90%-95%扣2分，90%以下每低1个百分点扣1分


def _steps(clause: Clause, clauses: list[Clause], spans: dict[int, OpenSpan], awards: list[tuple[OpenSpan, Clause]], unit: Unit, done: list) -> list[tuple[object, object]]:
    per = clause.effect
    assert isinstance(per, Per)
    scored = [(s, c) for s, c in awards if not (isinstance(c.effect, Award) and c.effect.amount == ZERO) and c.effect != Judged()]
    own = spans.get(id(clause))
    relative = [c for c in clauses if isinstance(c.guard, Met | Relative) and isinstance(c.effect, Award) and c.effect.amount != ZERO]
    base, start, side, unsaid = None, FULL, per.side, False
    printed = per.base if per.base is not None else clause.base
    if own is not None:
        if not side and (side is None or (own.low is None) != (own.high is None)):  # 低于95%的，每相差1个百分点扣…
            side = 1 if own.high is None else -1 if own.low is None else None
        base = own.low if side == 1 else own.high if side == -1 else None
        if base is None:
            raise _refuse(clause)
        near = [(s, c) for s, c in scored if (s.high if side == 1 else s.low) == base]
        if scored and not near:
            raise _refuse(clause)
        start = _left_by(near[0][1], clause) if near else ZERO if per.gain else FULL
        unsaid = start is None
    elif scored and not isinstance(clause.guard, Met | Relative):
        if len(scored) > 1:
            raise _refuse(clause)
        span, award = scored[0]
        unsaid = isinstance(award.effect, Off)  # 延迟不足10天扣0.2分 beside 每延迟10天扣0.5分
        start = award.effect.amount  # type: ignore[union-attr]
        if side is None or (side == 0 and not per.gain and (span.high is None) != (span.low is None)):  # ≥95%得满分，每相差1个百分点扣…
            side = -1 if span.high is None else 1 if span.low is None else None
        if side == 0 and span.low is not None and span.high is not None and span.low != span.high:  # 95%-105%得满分，每偏离1个百分点扣…
            for way in (-1, 1):
                per.side = way
                done = done + _steps(clause, clauses, spans, awards, unit, done)
            per.side = 0
            return done[-2:]
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
    of_goal = per.base == _WHOLE and base is None and bool(relative)  # 完成指标值得满分，完成率每低于100%一个百分点扣…
    if per.base is not None and base != per.base and not of_goal:
        raise NotScorable(f"评分标准中的{quoted(clause.text)}与满分的条件不是同一个数，请由填报人填写得分。")
    worded = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount != ZERO]
    if base is None and worded and not relative and not per.relative and not per.late and any(isinstance(c.guard, Absent) for c in clauses):
        return [(Else(), Judged())]
    if side is None or (base is None and worded and not relative and not per.relative and not per.late):
        raise _refuse(clause)  # 达到时序进度得满分，每低1个百分点扣…: from what?
    from_target = base is None and any(c.guard == Relative("=") for c in relative)  # 达到目标值得80%分值，每高…加…，每低…扣…
    if per.gain and not from_target and (base is None or start == FULL or (start == ZERO and (own is None or scored))):
        raise NotScorable(f"评分标准中的{quoted(clause.text)}是加分，但没有写明从几分加起，请由填报人填写得分。")
    if base is None and relative:
        start = relative[0].effect.amount  # type: ignore[union-attr]
    if not isinstance(start, Left) and not unsaid and not per.gain and _ON_TOP.search(clause.text) and any(isinstance(c.effect, Off) and id(c) not in spans for c in clauses):
        raise NotScorable(f"评分标准中的{quoted(clause.text)}接着另一项扣分再扣，没有写明从哪里起算，请由填报人填写得分。")  # 延迟的扣1分，每延迟1天再扣0.5分
    size = step_size(per, unit, base)
    if size is None or size <= 0:
        raise _refuse(clause)
    steps = Steps(side, size, unit,
                  per.amount, base, start, per.gain, clause.up or per.up, cap(clause), clause.limits.get("least"), per.late,
                  base is None and unit == PERCENT and (of_goal or per.unit.text != "百分点"))  # fmt: skip
    if base is None:
        if per.late:
            known = any(isinstance(c.guard, Word | Met) and isinstance(c.effect, Award) for c in clauses)
            return [(Else(), steps)] if known else [(Word("按时完成"), Award(FULL)), (Else(), steps)]
        if side == 0 and clause.guard == Met(False) and all(c.guard == Met(True) for c in relative):
            return [(clause.guard, steps)] if relative else [(Met(True), Award(start)), (clause.guard, steps)]
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
    region = cut(region, side, awards)
    made = [(region, Judged() if unsaid else steps)]
    if per.gain and not scored and any(s.low is None and s.high == base for s, _ in awards):
        return made  # earned step by step, from nothing
    if not scored:
        rest = OpenSpan(None, base) if side == 1 else OpenSpan(base, None)
        say(rest, True, True)
        made.insert(0, (rest, Award(start)))
    elif own is None and not per.gain and not unsaid and scored[0][0].low == scored[0][0].high and not any(isinstance(c.effect, Per) and c.effect.gain and not c.effect.counted for c in clauses):  # 100%计满分，每低于5%扣2分: beyond 100% nothing is taken off
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


def cut(region: OpenSpan, side: int, awards: list[tuple[OpenSpan, Clause]]) -> OpenSpan:
    """An award at the far end (低于80%不得分) ends the steps there; at 80%以下 both the steps and the end claim the 80."""
    for span, _ in awards:
        if side == -1 and span.low is None and span.high is not None and (region.low is None or span.high > region.low) and span.high < region.high:  # type: ignore[operator]
            kept = OpenSpan(span.high, region.high)
            say(kept, _yielded(span.high_said), region.high_said)
            region = kept
        elif side == 1 and span.high is None and span.low is not None and (region.high is None or span.low < region.high) and span.low > region.low:  # type: ignore[operator]
            kept = OpenSpan(region.low, span.low)
            say(kept, region.low_said, _yielded(span.low_said))
            region = kept
    return region


def _yielded(said: bool | str | None) -> bool | str | None:
    return None if said == LAW else other_side(said)
