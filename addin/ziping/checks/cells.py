"""Every cell of an evaluation, with what belongs into it: the checks that look at single cells go through this list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ziping.evaluation import BaseData, Datum, Evaluation, Form, Indicator, Ledger

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


class Cell(NamedTuple):
    """A cell with what belongs into it; `of`: whose it is, where it stands in a line or row of a form."""

    datum: Datum
    content: Content
    heading: str
    of: str | None = None

    @property
    def label(self) -> str:
        """The words of the cell's line and column."""
        return self.heading if self.of is None else f"{self.of} {self.heading}"


AMOUNTS = ("initial", "adjusted", "executed", "expected")
FUND_AMOUNTS = {column: COLUMNS[column] for column in AMOUNTS}


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


def amounts(line: object, columns: Mapping[str, str], of: str, content: Content = Content.AMOUNT) -> list[Cell]:
    """The cells that a line has in these columns (attribute → heading)."""
    return [Cell(datum, content, heading, of) for column, heading in columns.items() if (datum := getattr(line, column)) is not None]


def base_cells(base: BaseData) -> Iterator[Cell]:
    if base.unit is not None:
        yield Cell(base.unit, Content.TEXT, "填报单位")
    for datum, content, label in ((base.posts, Content.COUNT, "编制数"), (base.staff, Content.COUNT, "实际在职人数"), (base.staff_rate, Content.RATE, "控制率")):
        if datum is not None:
            yield Cell(datum, content, label)
    for line in base.lines:
        yield from amounts(line, BASE_COLUMNS, line.name)


def form_cells(form: Form) -> Iterator[Cell]:
    for datum, label in ((form.unit, "单位"), (form.project, "项目名称"), (form.department, "主管部门")):
        if datum is not None:
            yield Cell(datum, Content.TEXT, label)
    for line in form.funds:
        yield from amounts(line, FUND_AMOUNTS, line.label)
        for datum, content, column in ((line.rate, Content.RATE, "rate"), (line.points, Content.POINTS, "points"), (line.score, Content.SCORE, "score")):
            if datum is not None:
                yield Cell(datum, content, COLUMNS[column], line.label)
    seen: set[int] = set()
    for row in form.indicators:
        for level in (row.level1, row.level2, row.level3):
            if level.weight is not None and id(level.weight) not in seen:
                seen.add(id(level.weight))
                yield Cell(level.weight, Content.POINTS, "权重", level.name)
        yield from row_cells(row)
    for datum, content, label in (
        (form.total_points, Content.POINTS, "分值合计"), (form.total_score, Content.SCORE, "总分"), (form.grade, Content.TEXT, "等级"),
    ):
        if datum is not None:
            yield Cell(datum, content, label)


ROW_COLUMNS = (
    ("target", Content.TEXT, "年度指标值"), ("actual", Content.TEXT, "完成值"), ("standard", Content.TEXT, "评分标准"),
    ("points", Content.POINTS, "分值"), ("score", Content.SCORE, "得分"), ("reason", Content.TEXT, "偏差原因"),
    ("expected", Content.TEXT, "全年预计完成情况"), ("remark", Content.TEXT, "备注"),
)


def row_cells(row: Indicator) -> list[Cell]:
    name = row.name
    return [Cell(datum, content, heading, name) for column, content, heading in ROW_COLUMNS if (datum := getattr(row, column)) is not None]


def ledger_cells(ledger: Ledger) -> Iterator[Cell]:
    for line in ledger.lines:
        yield from amounts(line, LEDGER_COLUMNS, line.name, Content.COUNT if line.unit.base not in ("元", "") else Content.AMOUNT)
        for datum, heading in ((line.share, "占比"), (line.change, "变动率")):
            if datum is not None:
                yield Cell(datum, Content.RATE, heading, line.name)
    for project in ledger.projects + ([ledger.projects_total] if ledger.projects_total else []):
        yield from amounts(project, LIST_COLUMNS, project.name)
