"""What a standard leaves to the officer beside its rule: points taken off by hand, what a figure leaves out.

The rule scores the actual all the same; where one of these may bear on it, the points are refused with the clause.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ziping.amounts import PERCENT
from ziping.standards.actuals.set_against import by_the_other, than_last_year
from ziping.standards.cells.conversion import common_unit, rescaled
from ziping.standards.cells.values import Cell, Value
from ziping.standards.plain.passing import left_out, overshot
from ziping.standards.plain.wordy import only_where_there_is
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.unsettled import unsettled
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Scored", "reserved"]


class Scored(NamedTuple):
    """An actual that has its points, and by what."""

    text: str  # the standard as the grammar reads it
    rule: object
    target: Value | None
    actual: Value
    printed: Cell  # the actual as its cell has it
    gained: Decimal
    full: Decimal


_MERE_FIGURE = Pattern(r"(?:约|共|[≥≤<>=])?\s*-?[\d.,]+\s*(?:[%‰％]|个?百分点|[^\W\d]{1,3})?")  # what stands beside it may plead the exception
_FAR_ABOVE = Decimal("1.3")  # of the target, as the forms' own rule for over-achievement has it


def _far_above(scored: Scored) -> bool:
    """Whether the actual is that far above a target that is to be reached, or tells numbers of which it may be said."""
    target, actual = scored.target, scored.actual
    if target is None or target.kind != "number" or actual.kind != "number":
        return actual.kind != "number" and any(c.isdecimal() for c in actual.text)
    if target.relation in ("≤", "<"):
        return False
    share = rescaled(actual, PERCENT, "完成值") / 100 if actual.unit == PERCENT != target.unit else None
    return rescaled(actual, common_unit(target, actual), "完成值", target.low) >= target.low * _FAR_ABOVE if share is None else share >= _FAR_ABOVE


def _may_be_left_out(scored: Scored) -> bool:
    return scored.gained < scored.full and not _MERE_FIGURE.fullmatch(str(scored.printed).strip())


def _may_be_none_of_it(scored: Scored) -> bool:
    return scored.actual.kind == "number" and not scored.actual.low and scored.gained < scored.full


_Bears = Callable[[Scored], bool]
_Row = tuple[Callable[[str], str], _Bears, str]  # the clause that is looked for, whether it bears on this actual, and what is said then
_OF_THE_RULE: tuple[_Row, ...] = (  # in the words the rule was made of
    (overshot, _far_above, "评分标准规定“{clause}”，完成值{actual}是否高出指标值较多（130%以上）、要不要调减，需要人工判断，请由填报人填写得分。"),
)
_OF_THE_STANDARD: tuple[_Row, ...] = (
    (left_out, _may_be_left_out, "评分标准规定“{clause}”，完成值{actual}是否属于这种情形，需要人工判断，请由填报人填写得分。"),
    (only_where_there_is, _may_be_none_of_it, "评分标准规定“{clause}”才计算，完成值{actual}也可能是没有发生，请写明。"),
)


@lru_cache(maxsize=2048)
def _told(text: str, source: str) -> tuple[tuple[str, _Bears, str], ...]:
    """What the standard, whose rule was made of the source, leaves to the officer."""
    asked = [*((row, source) for row in _OF_THE_RULE), *((row, text) for row in _OF_THE_STANDARD)]
    return tuple((clause, bears, sentence) for (looked_for, bears, sentence), words in asked if (clause := looked_for(words)))


def _left_open(scored: Scored) -> None:
    """NotScorable for 按时完成，比计划晚: what stands behind the words that earn the points may take them back."""
    if not isinstance(scored.rule, Bound):
        return
    if scored.gained < scored.full and scored.actual.kind == "text" and (scored.rule.counts or scored.rule.additive):
        return  # each piece has its own points
    if than_last_year(scored.rule, scored.actual.text) or by_the_other(scored.rule, scored.actual.text):
        return  # both sums are what the standard asks for
    if piece := unsettled(scored.text, scored.target.text if scored.target is not None else "", scored.actual.text):
        raise NotScorable(f"完成值{quoted(scored.actual.text)}中的{quoted(piece)}使所述情形不能确定，请核对完成值后写明。")


_SEVERAL = Pattern(r"[,;。(\n].")


def reserved(scored: Scored) -> None:
    """NotScorable where one of these may bear on the actual."""
    if scored.gained and _SEVERAL.search(scored.actual.text) is not None:
        _left_open(scored)
    for clause, bears, sentence in _told(scored.text, scored.rule.rule.source if isinstance(scored.rule, Bound) else ""):
        if bears(scored):
            raise NotScorable(sentence.format(clause=clause, actual=quoted(scored.actual.text)))
