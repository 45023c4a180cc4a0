"""The score of an evaluation in one line: what is stated, what its rows give by their own standards, what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ziping.checks.book import Book, execution_line
from ziping.checks.ties import plain
from ziping.evaluation import Evaluation, Form
from ziping.standards import Score

NAMES = {"base": "部门整体支出绩效自评基础数据表", "overall": "部门整体支出绩效自评表", "scoring": "指标评分表", "ledger": "收支与资产"}


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """stated: the 总分 as typed; computed: what the rows that can be scored give, of `of` points; open: points that could not be scored."""

    stated: Decimal | None = None
    computed: Decimal | None = None
    of: Decimal = Decimal(0)
    open: Decimal = Decimal(0)
    grade: str = ""

    @property
    def text(self) -> str:
        """41.5（满分 45，未评 55）; what has no points or no figures is said to be unevaluated, never computed as something."""
        if self.computed is None:
            return f"未评 {plain(self.open)}" if self.open else "未评" if self.stated is not None else "—"
        return f"{plain(self.computed)}（满分 {plain(self.of)}" + (f"，未评 {plain(self.open)}）" if self.open else "）")

    def as_json(self) -> dict[str, str | None]:
        complete = self.computed is not None and not self.open
        return {
            "stated": plain(self.stated) if self.stated is not None else None,
            "computed": plain(self.computed) if complete else None,  # type: ignore[arg-type]
            "grade": self.grade or None,
        }


def forms_found(evaluation: Evaluation) -> tuple[str, ...]:
    """The forms of the workbook by the titles they carry, by their usual names where they carry none."""
    found = []
    if evaluation.base is not None:
        found.append(evaluation.base.title.text.strip() or NAMES["base"])
    for name in ("overall", "scoring"):
        form = getattr(evaluation, name)
        if form is not None:
            found.append(form.title.text.strip() or NAMES[name])
    found += [title_of(form, "项目支出绩效自评表") for form in evaluation.projects]
    found += [title_of(form, "项目支出绩效目标执行监控表") for form in evaluation.monitors]
    if evaluation.ledger is not None:
        found.append(NAMES["ledger"])
    if evaluation.narrative:
        found.append("报告素材")
    return tuple(found)


def title_of(form: Form, usual: str) -> str:
    project = form.project.text.strip() if form.project else ""
    return (form.title.text.strip() or usual) + (f"（{project}）" if project else "")


def summarise(book: Book) -> ScoreSummary:
    """Over the form that carries the body's score."""
    form = book.marked
    stated = book.stated_score
    grade = book.stated_grade
    if form is None:
        return ScoreSummary(stated, grade=grade)
    computed: Decimal | None = None
    of = open_ = Decimal(0)
    for row, points in book.leaf_points(form):
        full = points.value if points is not None and points.value is not None else Decimal(0)
        result = book.scored(row, points)
        if isinstance(result, Score):
            computed, of = (computed or Decimal(0)) + result.points, of + full
        else:
            open_ += full
    line = execution_line(form)
    if line is not None and line.points is not None and line.points.value is not None:
        if line.score is not None and line.score.value is not None:
            computed, of = (computed or Decimal(0)) + line.score.value, of + line.points.value
        else:
            open_ += line.points.value
    if not form.indicators:
        open_ = form.total_points.value if form.total_points is not None and form.total_points.value is not None else Decimal(100)
    return ScoreSummary(stated, computed, of, open_, grade)
