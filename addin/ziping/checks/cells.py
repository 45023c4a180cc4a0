"""Every cell of an evaluation, with what belongs into it: the checks that look at single cells go through this list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from ziping.evaluation import BaseData, Datum, Evaluation, Form, Ledger
from ziping.forms.strokes import at_a_stroke

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
    """A cell with what belongs into it; `of`: whose it is, where it stands in a line or row of a form."""

    datum: Datum
    content: Content
    heading: str
    of: str | None = None

    @property
    def label(self) -> str:
        """The words of the cell's line and column."""
        return self.heading if self.of is None else f"{self.of} {self.heading}"


cell_of = at_a_stroke(Cell)


AMOUNTS = ("initial", "adjusted", "executed", "expected")
FUND_AMOUNTS = {column: COLUMNS[column] for column in AMOUNTS}


def cells(evaluation: Evaluation) -> list[Cell]:
    """The cells in the order of the forms; cells that a form does not have are left out."""
    found = [cell_of(datum, Content.TEXT, caption) for caption, datum in evaluation.settings.items()]
    if evaluation.base is not None:
        found += base_cells(evaluation.base)
    for form in evaluation.forms:
        found += form_cells(form)
    if evaluation.ledger is not None:
        found += ledger_cells(evaluation.ledger)
    found += [cell_of(entry.text, Content.TEXT, "/".join(entry.path)) for entry in evaluation.narrative]
    return found


class Columns(NamedTuple):
    """The cells that a line may have: all of them at once, and what belongs into each with its heading."""

    cells: Callable[[object], tuple[Datum | None, ...]]
    told: tuple[tuple[Content, str], ...]


def columns(*headed: tuple[Content, Mapping[str, str]]) -> Columns:
    """Of attributes with their headings, by what belongs into them."""
    attributes = [attribute for _, headings in headed for attribute in headings]
    return Columns(attrgetter(*attributes), tuple([(content, heading) for content, headings in headed for heading in headings.values()]))


FUND_CELLS = columns(
    (Content.AMOUNT, FUND_AMOUNTS), (Content.RATE, {"rate": COLUMNS["rate"]}), (Content.POINTS, {"points": COLUMNS["points"]}),
    (Content.SCORE, {"score": COLUMNS["score"]}))
ROW_CELLS = columns(
    (Content.TEXT, {"target": "年度指标值", "actual": "完成值", "standard": "评分标准"}), (Content.POINTS, {"points": "分值"}),
    (Content.SCORE, {"score": "得分"}), (Content.TEXT, {"reason": "偏差原因", "expected": "全年预计完成情况", "remark": "备注"}))
BASE_HEAD = columns(
    (Content.TEXT, {"unit": "填报单位"}), (Content.COUNT, {"posts": "编制数", "staff": "实际在职人数"}), (Content.RATE, {"staff_rate": "控制率"}))
BASE_CELLS = columns((Content.AMOUNT, BASE_COLUMNS))
FORM_HEAD = columns((Content.TEXT, {"unit": "单位", "project": "项目名称", "department": "主管部门"}))
FORM_TOTALS = columns((Content.POINTS, {"total_points": "分值合计"}), (Content.SCORE, {"total_score": "总分"}), (Content.TEXT, {"grade": "等级"}))
LIST_CELLS = columns((Content.AMOUNT, LIST_COLUMNS), (Content.RATE, {"rate": COLUMNS["rate"]}))
LEDGER_CELLS, LEDGER_COUNTS = (
    columns((content, LEDGER_COLUMNS), (Content.RATE, {"share": "占比", "change": "变动率"})) for content in (Content.AMOUNT, Content.COUNT))


def of(line: object, columns: Columns, name: str | None = None) -> list[Cell]:
    """The cells that a line, a row or a form has of these."""
    return [cell_of(datum, content, heading, name) for datum, (content, heading) in zip(columns.cells(line), columns.told, strict=True) if datum is not None]


def base_cells(base: BaseData) -> list[Cell]:
    found = of(base, BASE_HEAD)
    for line in base.lines:
        found += of(line, BASE_CELLS, line.name)
    return found


def form_cells(form: Form) -> list[Cell]:
    found = of(form, FORM_HEAD)
    for line in form.funds:
        found += of(line, FUND_CELLS, line.label)
    seen: set[int] = set()
    for row in form.indicators:
        for level in (row.level1, row.level2, row.level3):
            if level.weight is not None and id(level.weight) not in seen:
                seen.add(id(level.weight))
                found.append(cell_of(level.weight, Content.POINTS, "权重", level.name))
        found += of(row, ROW_CELLS, row.name)
    found += of(form, FORM_TOTALS)
    return found


def ledger_cells(ledger: Ledger) -> list[Cell]:
    found = []
    for line in ledger.lines:
        found += of(line, LEDGER_COUNTS if line.unit.base not in ("元", "") else LEDGER_CELLS, line.name)
    for project in ledger.projects + ([ledger.projects_total] if ledger.projects_total else []):
        found += of(project, LIST_CELLS, project.name)
    return found
