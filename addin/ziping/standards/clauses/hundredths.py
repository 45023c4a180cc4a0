"""Marks as points: 得分=平均分×12% of an indicator worth 12, out of a hundred; 得分=考核得分/50×8, out of the fifty that the standard prints."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT
from ziping.standards.cells.values import Value, shown
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["MARKS", "marks_shared", "not_the_points", "out_of_a_hundred"]

MARKS = r"[^\W\d=]{0,10}(?:平均分|平均得分|综合得分|测评分|考核得分|测评得分|评价得分|考评得分)(?:值|数)?(?:\(\d+分制\))?"
_OF_MARKS = Pattern(r"^(?:(?:本|该|此)(?:项|指标)(?:满分|共计?|总分)?(?P<full>\d+(?:\.\d+)?)分[,。;])?(?:(?:按照?|以|根据)?[^=,;。\d]{0,20}(?:平均分|测评分|得分)(?:进行)?(?:折算|换算)(?:得分|计分|计算)?[,。;:])?")
_SHARE = Pattern(rf"(?:最终|最后|(?:本|该|此)(?:项|指标)?)?得分=({MARKS})\*(\d+(?:\.\d+)?)%[。;]?$")
_TAKEN = Pattern(rf"按照?({MARKS})的(\d+(?:\.\d+)?)%(?:计入|折算|换算|计算)(?:得分)?[。;]?")
_WORTH = r"(?:分值|满分|\d+(?:\.\d+)?)(?:分)?"
_BY = r"(?:(?:最终|最后|(?:本|该|此)(?:项|指标)?(?:的)?)?(?:实际)?得分=|(?:按照?|以)(?=[^;。\n]*(?:计|得)分))"
_QUOTIENT = Pattern(rf"{_BY}(?:(?P<before>{_WORTH})\*)?\(?(?P<marks>{MARKS})/(?:满分|总分)?(?P<of>\d{{2,4}})(?:分)?\)?(?:\*(?P<after>{_WORTH}))?(?:计算)?(?:计分|得分)?[。;]?$")


def marks_shared(source: str) -> str:
    """按测评平均分折算，得分=平均分×12%: the share of a hundred, times twelve points."""
    before = _OF_MARKS.match(source)
    rest = source[before.end() :]  # type: ignore[union-attr]
    full = before["full"]  # type: ignore[index]
    stated = f"满分{full}分。" if full else ""
    if (of := _QUOTIENT.fullmatch(rest)) is not None and bool(of["before"]) != bool(of["after"]):
        worth, scale = (of["before"] or of["after"]).removesuffix("分"), of["of"]
        if worth in ("满", "分值") or Decimal(worth) < int(scale):
            return f"{stated}得分={of['marks']}{'' if scale == '100' else f'({scale}分制)'}/100%*{'分值' if worth == '满' else worth}"
    if not (said := _SHARE.fullmatch(rest) or _TAKEN.fullmatch(rest)):
        return source
    return f"{stated}得分={said[1]}/100%*{said[2]}"


_OUT_OF = Pattern(r"\((\d+)分制\)$")
_IS_MARKS = Pattern(MARKS)
_ANOTHER_SCALE = Decimal(20)  # marks as low as these may be out of five, ten or twenty


def out_of_a_hundred(subject: str, target: Value | None, actual: Value, full: Decimal) -> Value:
    """86分 as 86%, 48分 of 50 as 96%, where marks are shared; NotScorable where the marks may be out of something else, or be the points already."""
    if not _IS_MARKS.fullmatch(subject) or actual.kind != "number" or actual.relation or not (actual.bare or actual.unit.base == "分"):
        return actual
    if (scale := _OUT_OF.search(subject)) is not None:
        return _out_of(int(scale[1]), subject, target, actual, full)
    if actual.low > 100 or actual.low <= max(_ANOTHER_SCALE, full):
        raise NotScorable(f"评分标准按百分制的{quoted(subject)}折算，完成值{quoted(actual.text)}不能确定是百分制的分数，请由填报人填写得分。")
    return actual.but(unit=PERCENT)


def _out_of(scale: int, subject: str, target: Value | None, actual: Value, full: Decimal) -> Value:
    """The marks as a share of the scale that the standard prints; NotScorable beside a target of another one."""
    goal = target.low if target is not None and target.kind == "number" else Decimal(0)
    if not full < actual.low <= scale or goal > scale or (actual.low <= 100 < scale and not 100 < goal <= actual.low * 2):  # 95分 of 120, or of a hundred?
        raise NotScorable(f"评分标准按{scale}分制的{quoted(_OUT_OF.sub('', subject))}折算，完成值{quoted(actual.text)}不能确定是{scale}分制的分数，请由填报人填写得分。")
    return actual.but(low=EXACT.divide(actual.low * 100, Decimal(scale)), unit=PERCENT)


def not_the_points(subject: str, edges: list[Decimal], actual: Value, full: Decimal) -> None:
    """NotScorable for 1.5分 of an indicator worth so much, where the bands are of marks out of a hundred: the points already?"""
    if max(edges, default=Decimal(0)) > max(2 * _ANOTHER_SCALE, full) and 0 <= actual.low <= full and (actual.bare or actual.unit.base == "分"):
        raise NotScorable(f"评分标准按百分制的{quoted(subject or '分数')}分档，完成值{quoted(actual.text)}不大于分值{shown(full)}分，可能已是得分，请填写百分制的分数。")
