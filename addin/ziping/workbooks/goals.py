"""A table of goals (目标申报表, 目标批复表) as a self-evaluation that has yet to be filled in: what was planned stays, what became of it is blank."""

from __future__ import annotations

import re
from dataclasses import replace

from ziping.evaluation import Datum, Evaluation, Form
from ziping.workbooks.settling import DERIVED

_TITLE = re.compile(r"目标(?:申报|批复|设定|审核)?表")
NOTE = "原表是绩效目标表，只带入目标值和预算数，完成值、执行数由您填写；预算执行率的分值请按财政部门的要求填写"


def begin_evaluations(evaluation: Evaluation) -> None:
    """Every form gets the cells that a table of goals lacks, blank or with the form's own formula."""
    for form in evaluation.forms:
        _begin(form)


def _begin(form: Form) -> None:
    form.title = replace(form.title, text=_TITLE.sub("自评表", form.title.text), formula=None)
    for row in form.indicators:
        row.points, row.actual, row.reason = row.points or Datum(), row.actual or Datum(), row.reason or Datum()
        row.score = DERIVED
    for number, line in enumerate(form.funds):
        line.executed, line.rate = Datum(), DERIVED
        line.points, line.score = (Datum(), DERIVED) if number == 0 else (None, None)
    for goal in form.goals:
        goal.achieved = goal.achieved or Datum()
    form.total_points, form.total_score = DERIVED, DERIVED
