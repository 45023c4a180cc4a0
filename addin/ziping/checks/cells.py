"""Every cell of an evaluation, with what belongs into it: the checks that look at single cells go through this list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ziping.evaluation import BaseData, Datum, Evaluation, Form, FormKind, Indicator, Ledger

COLUMNS = {
    "initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数", "expected": "全年预计执行数", "rate": "执行率", "score": "得分",
    "points": "分值",
}
BASE_COLUMNS = {"last_year": "上年决算数", "budget": "本年预算数", "executed": "本年决算数"}
LEDGER_COLUMNS = {"last_year": "上年数", "budget": "年初预算数", "current": "本年数"}
LIST_COLUMNS = {"budget": "年初预算数", "adjusted": "全年预算数", "executed": "执行数"}


class Content(StrEnum):
    """What belongs into a cell."""

    AMOUNT = "amount"
    RATE = "rate"
    POINTS = "points"
    SCORE = "score"
    COUNT = "count"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """derived: the cell follows from others (a sum, a rate, a score) in the forms as handed out."""

    datum: Datum
    content: Content
    label: str
    derived: bool = False


AMOUNTS = ("initial", "adjusted", "executed", "expected")


def cells(evaluation: Evaluation) -> Iterator[Cell]:
    """The cells in the order of the forms; cells that a form does not have are left out."""
    for caption, datum in evaluation.settings.items():
        yield Cell(datum, Content.TEXT, caption)
    if evaluation.base is not None:
        yield from base_cells(evaluation.base)
    for form in evaluation.forms:
        yield from form_cells(form)
    if evaluation.ledger is not None:
        yield from ledger_cells(evaluation.ledger)
    for entry in evaluation.narrative:
        yield Cell(entry.text, Content.TEXT, "/".join(entry.path))


def base_cells(base: BaseData) -> Iterator[Cell]:
    if base.unit is not None:
        yield Cell(base.unit, Content.TEXT, "填报单位")
    for datum, content, label in ((base.posts, Content.COUNT, "编制数"), (base.staff, Content.COUNT, "实际在职人数"), (base.staff_rate, Content.RATE, "控制率")):
        if datum is not None:
            yield Cell(datum, content, label, derived=content is Content.RATE)
    parents = {line.path[:-1] for line in base.lines}
    for line in base.lines:
        for column, heading in BASE_COLUMNS.items():
            datum = getattr(line, column)
            if datum is not None:
                yield Cell(datum, Content.AMOUNT, f"{line.name} {heading}", derived=line.path in parents)


def form_cells(form: Form) -> Iterator[Cell]:
    for datum, label in ((form.unit, "单位"), (form.project, "项目名称"), (form.department, "主管部门")):
        if datum is not None:
            yield Cell(datum, Content.TEXT, label)
    for line in form.funds:
        for column in AMOUNTS:
            datum = getattr(line, column)
            if datum is not None:
                yield Cell(datum, Content.AMOUNT, f"{line.label} {COLUMNS[column]}", derived=line is form.funds[0] and form.kind is FormKind.PROJECT)
        for datum, content, column in ((line.rate, Content.RATE, "rate"), (line.points, Content.POINTS, "points"), (line.score, Content.SCORE, "score")):
            if datum is not None:
                yield Cell(datum, content, f"{line.label} {COLUMNS[column]}", derived=column != "points")
    seen: set[int] = set()
    for row in form.indicators:
        for level in (row.level1, row.level2, row.level3):
            if level.weight is not None and id(level.weight) not in seen:
                seen.add(id(level.weight))
                yield Cell(level.weight, Content.POINTS, f"{level.name} 权重")
        yield from row_cells(row)
    for datum, content, label in (
        (form.total_points, Content.POINTS, "分值合计"), (form.total_score, Content.SCORE, "总分"), (form.grade, Content.TEXT, "等级"),
    ):
        if datum is not None:
            yield Cell(datum, content, label, derived=True)


def row_cells(row: Indicator) -> Iterator[Cell]:
    for datum, content, heading in (
        (row.target, Content.TEXT, "年度指标值"), (row.actual, Content.TEXT, "完成值"), (row.standard, Content.TEXT, "评分标准"),
        (row.points, Content.POINTS, "分值"), (row.score, Content.SCORE, "得分"), (row.reason, Content.TEXT, "偏差原因"),
        (row.expected, Content.TEXT, "全年预计完成情况"), (row.remark, Content.TEXT, "备注"),
    ):
        if datum is not None:
            yield Cell(datum, content, f"{row.name} {heading}", derived=content is Content.SCORE)


def ledger_cells(ledger: Ledger) -> Iterator[Cell]:
    parents = {(line.section, line.parent) for line in ledger.lines}
    for line in ledger.lines:
        content = Content.COUNT if line.unit.base not in ("元", "") else Content.AMOUNT
        for column, heading in LEDGER_COLUMNS.items():
            datum = getattr(line, column)
            if datum is not None:
                yield Cell(datum, content, f"{line.name} {heading}", derived=(line.section, line.name) in parents)
        for datum, heading in ((line.share, "占比"), (line.change, "变动率")):
            if datum is not None:
                yield Cell(datum, Content.RATE, f"{line.name} {heading}", derived=True)
    for project in ledger.projects + ([ledger.projects_total] if ledger.projects_total else []):
        for column, heading in LIST_COLUMNS.items():
            datum = getattr(project, column)
            if datum is not None:
                yield Cell(datum, Content.AMOUNT, f"{project.name} {heading}", derived=project is ledger.projects_total)
