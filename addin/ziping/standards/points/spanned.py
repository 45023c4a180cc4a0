"""A number against the spans of a standard: the one that holds it, its edges, the gaps between them."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from ziping.amounts import half_up
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.readings import completes, short
from ziping.standards.clauses.rule import ZERO, Award
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.earning import earned
from ziping.standards.points.relative import relative
from ziping.standards.refusal import NotScorable
from ziping.standards.words.desirable import better_when_higher
from ziping.standards.words.vocabulary import Pattern

__all__ = ["spanned"]


def spanned(bound: Bound, x: Decimal, target: Value | None, actual: Value) -> Outcome | None:
    if x <= 0 and (still := next((a for a in bound.words if (move := _UNMOVED.fullmatch(a.guard.phrase)) and (move[1] in bound.rule.subject if move[1] else not x)), None)) is not None:  # type: ignore[union-attr]
        return earned(bound, still, x, target, actual)  # 持平 is 未下降, not 下降不足5%
    hits = [a for a in bound.spans if a.guard.holds(x)]  # type: ignore[union-attr]
    unit = bound.rule.unit
    if not hits:
        if bound.relative:
            return relative(bound, target, actual)  # type: ignore[arg-type]
        if bound.otherwise and not _between_whole_numbers(bound, x):
            if isinstance(bound.otherwise[0].effect, Award) and (enough := _may_be_enough(bound, x)) is not None:
                raise NotScorable(f"完成值{shown(short(x), unit)}不是评分标准中的{shown(enough, unit)}，标准没有写明须正好是{shown(enough, unit)}还是达到{shown(enough, unit)}即可，请由填报人填写得分或补充标准。")
            return earned(bound, bound.otherwise[0], x, target, actual)
        if _beyond_all(bound, x):
            return half_up(bound.full, 2), lambda: f"完成值{actual.text}，不在“{'；'.join(a.text(unit, bound.rule.subject) for a in bound.spans)}”之列，得满分{shown(bound.full)}分", 0
        raise NotScorable(f"完成值{shown(short(x), unit)}落在评分标准没有规定的空档{_gap(bound, x)}，请由填报人填写得分。")
    if len(hits) > 1 or hits[0].guard.unsettled(x):  # type: ignore[union-attr]
        outcomes = [earned(bound, a, x, target, actual) for a in hits]
        if any(o is None for o in outcomes):
            return None  # in proportion to a target that is blank
        if len(hits) == 1 or len({o[0] for o in outcomes}) > 1:
            raise NotScorable(f"完成值{shown(x, unit)}正好是评分标准相邻两档的分界，标准没有写明归入哪一档，请由填报人填写得分。")
    return earned(bound, hits[0], x, target, actual)


_JUST = Pattern(r"(?:=|等于|正好|恰好|刚好|标准为?)-?\d")


def _may_be_enough(bound: Bound, x: Decimal) -> Decimal | None:
    """95% where 95%达标得5分，其余不得分 and there are 96%: the number that may be reached by more of it, or by less where the smaller numbers earn more."""
    earning = sorted((a.guard.low or a.guard.high, a.effect.amount.of(bound.full), a.guard.low == a.guard.high) for a in bound.spans if isinstance(a.effect, Award) and a.effect.amount.value)  # type: ignore[union-attr, operator]
    less = bound.rule.unit.base in TIMES or bound.rule.unit.text == "名次" or any(a[1] > b[1] for a, b in zip(earning, earning[1:], strict=False))
    points = [] if _JUST.search(bound.rule.source) else [number for number, _, point in earning if point and number]
    subject = bound.rule.subject
    unknown = not less and len(earning) == 1 and bool(subject) and not better_when_higher(subject) and not completes(subject)  # 差错率为10%得5分
    return next((number for number in points if unknown or (x < number if less else x > number)), None)


_A_RATE = Pattern(r"(?:率|比例|占比|比重)$")


def _beyond_all(bound: Bound, x: Decimal) -> bool:
    """90% where 执行率低于85%的扣1分 is all that is said of the rate: none of the cases that cost points."""
    if not _A_RATE.search(bound.rule.subject) or not all(isinstance(a.effect, Off) or a.effect == Award(ZERO) for a in bound.rule.arms) or bound.counts:
        return False
    lows, highs = [a.guard.low for a in bound.spans], [a.guard.high for a in bound.spans]  # type: ignore[union-attr]
    return (None in lows and None not in highs and x >= max(highs)) or (None in highs and None not in lows and x <= min(lows))  # type: ignore[type-var]


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
