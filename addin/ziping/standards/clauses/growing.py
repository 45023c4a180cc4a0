"""What a clause says beside a rate that rises or falls: 负增长, 与上年持平, 优于上年, 超支 beside a rate of saving."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import COUNTED
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import CONTESTED, GROWTH, Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.phrases import UNRISEN
from ziping.standards.clauses.rule import FULL, ZERO, Award, Judged, Relative, Word
from ziping.standards.words.vocabulary import Pattern

__all__ = ["changed", "fallen", "overspent", "unrisen"]

_LEVEL = Pattern(r"[^,;。\d]{0,16}?(?:与|较|比|同)?(?:上年度?|去年|上年同期)?(?:相比|同比)?持平")
_FELL = Pattern(r"[^,;。\d不未无没]{0,12}(?:较|比)(?:上年度?|去年|上年同期)(?:相比)?(?:有所)?(?:降低|下降|减少)")
_BETTER = Pattern(r"[^,;。\d]{0,12}(?:优于|好于|高于|超过)(?:上年度?|去年|上年同期)(?:水平|同期)?")
_FALLEN = Pattern(r"(?:(?:较|比)上年度?|同比)?(?:出现|为|呈)?(?:负增长|下降|减少|降低|下滑|负值)")
_FALLS = Pattern(r"(?:下降|降低|减少|压减|压缩|压降|削减)(?:率|幅度|比例)?$")
_NOT_GROWN = Pattern(r"(?:同比)?(?:零增长(?:或者?|、|和|及)负增长|负增长(?:或者?|、|和|及)零增长|零增长及以下)")
_RISEN = Pattern(r"(?:(?:较|比)上年度?|同比)?(?:出现|不降反)?(?:上升|增长|增加|提高|升|增)")
_UNFALLEN = Pattern(r"(?:未|没有|未能|未实现)(?:下降|降低|减少|压减|压降|压缩)")
_CHANGES = Pattern(r"(?:变动|变化|增减|增长|增幅)(?:率|幅度|比例)$")
_GROWS, _SHRINKS = Pattern(r"(?:较上年|比上年|同比)?(?:增长|增加|上升|提高)"), Pattern(r"(?:较上年|比上年|同比)?(?:下降|降低|减少)")
_RISES = Pattern(r"增长|增幅|提高|上升|提升|增加")


def overspent(clauses: list[Clause]) -> None:
    """节约率5%以上得…，超支不得分: beside a rate of saving, spending more is less than nothing."""
    if any(isinstance(c.guard, RawSpan) and c.guard.subject.endswith("节约率") for c in clauses):
        for clause in clauses:
            if isinstance(clause.effect, Per) and clause.effect.side == 1 and not clause.effect.counted and "每超支" in clause.text:
                clause.effect.side = -1  # 节约率≥0得满分，每超支1%扣…
            if clause.guard == Relative(">") and clause.text.startswith("超支") and isinstance(clause.effect, Award):
                clause.guard = RawSpan(None, Edge(Decimal(0), PERCENT, False))


def changed(clauses: list[Clause]) -> None:
    """变动率≤0得4分，增长5%以内得3分: what grows is the rate of change spoken of before, and what falls is less than nothing of it."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan) and c.guard.subject]
    names = {c.guard.subject for c in spans if _CHANGES.search(c.guard.subject)}  # type: ignore[union-attr]
    moves = [c for c in spans if c.guard.subject not in names]  # type: ignore[union-attr]
    if len(names) != 1 or not moves or not all((_GROWS.fullmatch(c.guard.subject) or _SHRINKS.fullmatch(c.guard.subject)) and all(e is None or e.value >= 0 for e in (c.guard.low, c.guard.high)) for c in moves):  # type: ignore[union-attr]
        return
    for clause in moves:
        span: RawSpan = clause.guard  # type: ignore[assignment]
        up = _GROWS.fullmatch(span.subject) is not None
        low, high = (span.low, span.high) if up else (_opposite(span.high), _opposite(span.low))
        nothing = Edge(Decimal(0), PERCENT, False)
        clause.guard = RawSpan(low or (nothing if up else None), high or (None if up else nothing))


def _opposite(edge: Edge | None) -> Edge | None:
    return None if edge is None else edge.but(value=-edge.value)


def fallen(clauses: list[Clause]) -> None:
    """增幅10%以上得满分，负增长不得分: beside a rate that rises, falling is less than nothing."""
    if not any(isinstance(c.guard, RawSpan) and (_RISES.search(c.guard.subject) or _FALLS.search(c.guard.subject)) and all(e is None or percent(e.unit) == PERCENT for e in (c.guard.low, c.guard.high)) for c in clauses):
        return
    falling = all(_FALLS.search(c.guard.subject) for c in clauses if isinstance(c.guard, RawSpan) and c.guard.subject)
    for clause in clauses:
        if isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and (_RISEN if falling else _FALLEN).fullmatch(clause.guard.phrase):
            clause.guard = RawSpan(None, Edge(Decimal(0), PERCENT, False))
        if not falling and isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and _NOT_GROWN.fullmatch(clause.guard.phrase):
            clause.guard = RawSpan(None, Edge(Decimal(0), PERCENT, True))  # 零增长或负增长
        if falling and isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and _UNFALLEN.fullmatch(clause.guard.phrase):
            claimed = any(isinstance(c.guard, RawSpan) and c.guard.low is not None and not c.guard.low.value for c in clauses)  # 压减0-5%, beside 未压减
            clause.guard = RawSpan(None, Edge(Decimal(0), PERCENT, CONTESTED if claimed else True))
    level = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and _LEVEL.fullmatch(c.guard.phrase)]
    if len(level) == 1 and any(isinstance(c.guard, RawSpan) and c.guard.low is None and c.guard.high == Edge(Decimal(0), PERCENT, False) for c in clauses):
        for clause in clauses:
            span = clause.guard
            if isinstance(span, RawSpan) and (span.high is not None and span.high.value > 0 if span.low is None else span.low.value == 0 and span.low.closed is None):
                clause.guard = RawSpan(Edge(Decimal(0), PERCENT, False), span.high, span.subject)  # 下降0-5%, 下降5%以内, beside 持平
        level[0].guard = RawSpan(Edge(Decimal(0), PERCENT, True), Edge(Decimal(0), PERCENT, True))


def unrisen(clauses: list[Clause]) -> None:
    """较上年不增长得满分，每超1个百分点扣…: steps of a rate are counted from no growth at all."""
    if any(isinstance(c.guard, RawSpan) and c.guard.subject == GROWTH for c in clauses):
        worse = any(isinstance(c.guard, RawSpan) and c.guard.subject == GROWTH and c.guard.low is None and c.effect == Award(ZERO) for c in clauses)
        for clause in clauses:
            if worse and isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and _BETTER.fullmatch(clause.guard.phrase):
                clause.guard = RawSpan(Edge(Decimal(0), PERCENT, False), None, GROWTH)  # 优于上年得满分, where 低于上年 earns nothing
            if isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and _LEVEL.fullmatch(clause.guard.phrase):
                clause.guard = RawSpan(Edge(Decimal(0), PERCENT, True), Edge(Decimal(0), PERCENT, True), GROWTH)  # 低于上年得2分，与上年持平得1分
    last = [c for c in clauses if isinstance(c.guard, RawSpan)]
    if len(last) == 1 and last[0].guard.subject == GROWTH and isinstance(last[0].effect, Award) and last[0].effect.amount != ZERO and all(e is None or not e.value for e in (last[0].guard.low, last[0].guard.high)):  # type: ignore[union-attr]
        sizes = [c.effect for c in clauses if isinstance(c.effect, Per)]
        if len(sizes) == 1 and not sizes[0].counted and not sizes[0].gain and sizes[0].unit.text in COUNTED and len(clauses) == 2:
            last[0].guard = Relative("≤" if last[0].guard.low is None else "≥")  # 起数不超过上年得满分，每增加1起扣…: the target is the figure of last year
    if any(isinstance(c.guard, RawSpan) for c in clauses) or not any(isinstance(c.effect, Per) and not c.effect.counted and not c.effect.late and c.effect.side in (1, -1, None) and (c.effect.unit.base in ("", "百分点") and c.effect.unit.text or c.effect.unit.text in COUNTED) for c in clauses):
        return
    steps = [c.effect.unit for c in clauses if isinstance(c.effect, Per)]
    nothing = Edge(Decimal(0), PERCENT if percent(steps[0]) == PERCENT else steps[0], True)
    falls = any(isinstance(c.effect, Per) and c.effect.side == -1 for c in clauses)
    for clause in list(clauses):
        if falls and isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and _LEVEL.fullmatch(clause.guard.phrase):
            clause.guard = RawSpan(nothing, None, GROWTH)  # 与上年持平得满分，每下降1个百分点扣…
        if not falls and isinstance(clause.guard, Word) and clause.effect == Award(FULL) and _FELL.fullmatch(clause.guard.phrase):
            clause.guard = RawSpan(None, Edge(Decimal(0), nothing.unit, False), GROWTH)  # 较上年降低得满分，每上升1%扣…
            level = clause.but(guard=RawSpan(Edge(Decimal(0), nothing.unit, True), Edge(Decimal(0), nothing.unit, True), GROWTH), effect=Judged(), limits={})
            clauses.append(level)  # no change is neither
        if not falls and isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and clause.effect.amount != ZERO and UNRISEN.fullmatch(clause.guard.phrase):
            clause.guard = RawSpan(None, nothing, GROWTH)
