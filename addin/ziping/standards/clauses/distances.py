"""Numbers that say how far beyond the target or a threshold (每超1%扣1分，超过10%不得分): counted from there, and no figures of their own."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import CONTESTED, OF_IT, OF_TARGET, Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.rule import ZERO, Award, Met, Relative
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["distances"]

_BEYOND = Pattern(r"^[,;。\n]*(?:但|且|如|若|累计|总体|实际|成本|支出)*超(?:过|出|支|额)?")
_POINTS_OUT = Pattern(r"^[,;。\n]*(?:但|且|如|若|累计|总体|实际)*(?P<verb>高出|超出|多出|高于)")  # 高出10个百分点: a distance
_BY_SO_MUCH = Pattern(r"^[,;。\n]*(?:但|且|如|若|累计|总体|实际)*(?:高出|超出|多出)(?=\d)")
_SHORT_BY = words("低 下降 降低 少 差 减少 相差 下滑")


def distances(clauses: list[Clause]) -> None:
    """每超预算1%扣1分，超过10%不得分: the ten are 110% of the target; in percentage points, or in other words than 超, nobody can tell."""
    steps = [c for c in clauses if isinstance(c.effect, Per) and not c.effect.gain and not (c.effect.counted and not c.effect.lack)]
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    for clause in spans if any(c.effect.relative for c in steps) else ():
        if any(e is not None and e.unit is not None and e.unit.text == "百分点" for e in (clause.guard.low, clause.guard.high)):  # type: ignore[union-attr]
            raise _unread(clause)
    _below(spans, steps)
    _tiers(spans)
    scored = [c for c in spans if isinstance(c.effect, Award) and c.effect.amount.value]
    if steps and len(scored) == 1:
        _from_threshold(scored[0].guard, [c for c in spans if c is not scored[0]])  # type: ignore[arg-type]
    elif any(c.effect.side == 1 and not c.effect.counted for c in steps) and not scored and any(isinstance(c.guard, Relative | Met) or (isinstance(c.effect, Per) and c.effect.relative) for c in clauses):
        _from_target(clauses, spans, steps)


def _tiers(spans: list[Clause]) -> None:
    """采购金额≤65万元得满分，超出5%以内扣1分，超出5%以上扣3分: so much of the threshold beyond it."""
    beyond = [c for c in spans if c.guard.subject == "超支" and c.guard.low == Edge(Decimal(0), PERCENT, False)]  # type: ignore[union-attr]
    whole = [c for c in spans if isinstance(c.effect, Award) and c.guard.low is None and c.guard.high is not None and c.guard.high.unit is not None and percent(c.guard.high.unit) != PERCENT]  # type: ignore[union-attr]
    if not beyond or not whole:
        return
    rest = [c for c in spans if c is not whole[0]]
    edges = [e for c in rest for e in (c.guard.low, c.guard.high) if e is not None]  # type: ignore[union-attr]
    if len(whole) != 1 or any(e.unit != PERCENT for e in edges) or not all(_BEYOND.search(c.text) for c in rest):
        raise _unread(beyond[0])
    base: Edge = whole[0].guard.high  # type: ignore[union-attr, assignment]
    for clause in rest:
        low, high = (e and Edge(base.value + EXACT.multiply(base.value, e.value).scaleb(-2), base.unit, e.closed) for e in (clause.guard.low, clause.guard.high))  # type: ignore[union-attr]
        clause.guard = RawSpan(low, high, whole[0].guard.subject)  # type: ignore[union-attr]


OF_ALL = 100  # per cent: so many points beyond it are as many per cent of it
_LOW = 30  # per cent: beside steps down from much more, 低于10% may be ten less


def _below(spans: list[Clause], steps: list[Clause]) -> None:
    """满意度≥90%，每低1%扣1分，低于10%不得分: below 10%, or ten below the 90? Nobody can tell."""
    down = [c for c in steps if c.effect.side == -1 and not c.effect.counted and percent(c.effect.unit) == PERCENT]  # type: ignore[union-attr]
    lows = [c.guard.low.value for c in spans if c.guard.low is not None and percent(c.guard.low.unit) == PERCENT and isinstance(c.effect, Award) and c.effect.amount.value]  # type: ignore[union-attr]
    if not down or (lows and max(lows) < 2 * _LOW):
        return
    for clause in spans:
        high = clause.guard.high  # type: ignore[union-attr]
        if clause.guard.low is None and high is not None and percent(high.unit) == PERCENT and 0 < high.value <= _LOW and clause.effect == Award(ZERO) and not clause.guard.subject:  # type: ignore[union-attr]
            raise _unread(clause)


def _from_target(clauses: list[Clause], spans: list[Clause], steps: list[Clause]) -> None:
    sizes = {percent(c.effect.unit) for c in steps}
    far = [c for c in spans if not c.guard.subject and c.guard.high is None and percent(c.guard.low.unit) in sizes and (c.guard.low.unit is None or percent(c.guard.low.unit) != PERCENT or c.guard.low.value < OF_IT)]  # type: ignore[union-attr]
    for clause in far:
        low = clause.guard.low  # type: ignore[union-attr]
        if low.unit != PERCENT or not _BEYOND.search(clause.text) or any(c.guard == Met(True) for c in clauses):  # type: ignore[union-attr]
            raise _unread(clause)
        clause.guard = RawSpan(Edge(Decimal(100) + low.value, PERCENT, CONTESTED if "以上" in clause.text and low.closed is False else low.closed), None, OF_TARGET)  # type: ignore[union-attr, operator]
    if far:
        for clause in steps:
            clause.guard = None if clause.guard == Relative(">") else clause.guard


def _from_threshold(whole: RawSpan, rest: list[Clause]) -> None:
    """成本≤500元得满分，超过50元不得分: more than 550, since 51 earns everything."""
    up = whole.low is None
    base: Edge | None = whole.high if up else whole.low if whole.high in (None, whole.low) else None
    if base is None:
        return
    for clause in rest:
        span = clause.guard
        assert isinstance(span, RawSpan)
        far = span.low if span.high is None else None
        points = _POINTS_OUT.search(clause.text) if far is not None and far.unit is not None and (far.unit.text == "百分点" or far.unit == base.unit == PERCENT and base.value == OF_ALL > far.value) else None
        points = None if points is not None and points["verb"] == "高于" and far.unit.text != "百分点" else points  # type: ignore[union-attr]
        said = not span.subject and (points is not None or _BEYOND.search(clause.text)) if up else span.subject in _SHORT_BY
        if up and far is not None and not span.subject and far.unit == base.unit == PERCENT and 0 < base.value < far.value and clause.effect == Award(ZERO) and _BY_SO_MUCH.search(clause.text):
            raise _unread(clause)  # ≤5%得满分，高出10%不得分: above 10%, or above 15%?
        if up and far is not None and far.unit is not None and far.unit.text == "百分点" and said and clause.effect == Award(ZERO) and 0 < base.value <= far.value and (points is None or points["verb"] == "高于"):
            raise _unread(clause)  # ≤5%得满分，每超1个百分点扣…，超过8个百分点不得分: above 8%, or above 13%? Nobody can tell
        if far is None or not said or clause.effect != Award(ZERO) or far.value >= base.value and (points is None or points["verb"] == "高于"):
            continue
        if percent(far.unit) == percent(base.unit):
            way = far.value
        elif percent(far.unit) == PERCENT and far.unit.text != "百分点":  # type: ignore[union-attr]
            way = EXACT.multiply(base.value, far.value).scaleb(-2)
        else:
            continue
        closed = True if points is not None and "及以上" in clause.text else CONTESTED if "以上" in clause.text and far.closed is False else far.closed  # 超10%以上: whether at 10% already
        edge = Edge(base.value + way if up else base.value - way, base.unit, closed)
        clause.guard = RawSpan(edge, None, whole.subject) if up else RawSpan(None, edge, whole.subject)


def _unread(clause: Clause) -> NotScorable:
    return NotScorable(f"评分标准中的{quoted(clause.text)}没有读懂，可能影响得分，请由填报人填写得分或改写该句。")
