"""解释得分: why a row scores what it scores, from any cell of the row.

Hosts ask with the cell that the officer stands on; the answer quotes the rule as it was understood and the figures that went into it.
"""

from __future__ import annotations

from ziping import functions
from ziping.amounts import show
from ziping.evaluation import Datum, Evaluation, Form, FundLine, Indicator, Place
from ziping.forms.grid import position
from ziping.refusal import Refusal


def explain(evaluation: Evaluation, place: Place) -> str:
    """The reason for the score in the row of a cell, in a few Chinese lines. Refused for a cell outside the rows that are scored."""
    row = position(place.cell)[0]
    for form in evaluation.forms:
        if form.sheet != place.sheet:
            continue
        for indicator in form.indicators:
            if row in _rows(indicator.place, indicator.score, indicator.points, indicator.target, indicator.actual):
                return _indicator(indicator)
        for line in form.funds:
            if line.score is not None and row in _rows(line.place, line.score, line.points):
                return _execution(line)
        if form.total_score is not None and row in _rows(form.total_score):
            return _total(form)
    raise Refusal(f"“{place.sheet}”表 {place.cell} 所在的行不是计分的行，请先选中一个得分单元格，再点“解释得分”。")


def _rows(*given: Datum | Place | None) -> set[int]:
    places = (each.place if isinstance(each, Datum) else each for each in given)
    return {position(place.cell)[0] for place in places if place is not None}


def _text(datum: Datum | None) -> str | None:
    return datum.text if datum is not None else None


def _indicator(row: Indicator) -> str:
    why = functions.perf_explain(_text(row.points), _text(row.target), _text(row.actual), _text(row.standard))
    blanks = [name for name, datum in (("分值", row.points), ("年度指标值", row.target), ("实际完成值", row.actual)) if datum is None or datum.blank]
    lines = [f"指标：{row.name}", f"说明：{why}" if why else f"还不能计分：{'、'.join(blanks)}没有填写。"]
    lines += _stated(row.score, row.points)
    return "\n".join(lines)


def _execution(line: FundLine) -> str:
    budget = line.adjusted if line.adjusted is not None and not line.adjusted.blank else line.initial
    lines = [f"资金：{line.label}", f"说明：执行率得分 = 执行数 ÷ 预算数 × 分值，不超过满分；执行数 {_or_blank(line.executed)}，预算数 {_or_blank(budget)}。"]
    return "\n".join(lines + _stated(line.score, line.points))


def _total(form: Form) -> str:
    scores = [*(line.score for line in form.funds if line.score is not None), *(row.score for row in form.indicators if row.score is not None)]
    values = [datum.value for datum in scores if datum.value is not None]
    missing = sum(1 for row in form.indicators if row.points is not None and not row.points.blank and (row.score is None or row.score.blank))
    lines = [f"总分：{len(values)} 项得分之和 {show(sum(values))}。"]
    if missing:
        lines.append(f"还有 {missing} 项指标没有得分。")
    return "\n".join(lines + _stated(form.total_score, form.total_points))


def _stated(score: Datum | None, points: Datum | None) -> list[str]:
    full = f"（分值 {points.text}）" if points is not None and not points.blank else ""
    return [f"表中得分：{_or_blank(score)}{full}"]


def _or_blank(datum: Datum | None) -> str:
    return datum.text if datum is not None and not datum.blank else "未填"
