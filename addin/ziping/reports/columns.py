"""The columns of a form's indicator rows and of its fund block: the sheet's own headings in the sheet's own order.

A cell that was read knows its column and what was printed above it. A form that was not read from a sheet has the columns that its kind
always has, and those that something fills.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ziping.amounts import PERCENT, POINTS, Unit
from ziping.evaluation import Datum, Form, FormKind, FundLine, Indicator
from ziping.forms.grid import position
from ziping.reports.catalogue import clean
from ziping.reports.grid import bare, scored, show

PROJECT, OVERALL, SCORING, MONITOR = FormKind.PROJECT, FormKind.OVERALL, FormKind.SCORING, FormKind.MONITOR
POINTS_OF, SCORE_OF = "points", "score"  # the columns with a total below
LIKELIHOOD = "完成目标可能性"
_WIDE = str.maketrans("():", "（）：")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is printed; role: what it holds."""

    role: str
    heading: str
    text: Callable[[Indicator], str]
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Part:
    """What a column may hold; always: the kinds of form that have it."""

    role: str
    heading: str
    always: tuple[FormKind, ...] = ()
    align: str = "left"


PARTS = (
    Part("target", "年度指标值", (PROJECT, OVERALL, MONITOR)),
    Part("actual", "实际完成值", (PROJECT, OVERALL, MONITOR)),
    Part("expected", "全年预计完成情况", (MONITOR,)),
    Part("standard", "评分标准"),
    Part(POINTS_OF, "分值", (PROJECT, SCORING), "center"),
    Part(SCORE_OF, "得分", (PROJECT, OVERALL, SCORING), "center"),
    Part("reason", "偏差原因分析及改进措施", (PROJECT, OVERALL)),
)
FUNDS = (
    ("initial", "年初预算数"), ("adjusted", "全年预算数"), ("executed", "全年执行数"), ("expected", "全年预计执行数"), (POINTS_OF, "分值"), ("rate", "执行率"), (SCORE_OF, "得分"),
)  # fmt: skip
ALWAYS = {
    PROJECT: {"initial", "adjusted", "executed", POINTS_OF, "rate", SCORE_OF}, OVERALL: {"adjusted", "executed", "rate"},
    MONITOR: {"initial", "executed", "rate", "expected"},
}


def heading_of(datum: Datum | None, before: str, otherwise: str) -> str:
    """The words above a cell, without those of its row; brackets as they are printed in Chinese."""
    label = datum.label if datum is not None else ""
    words = label.removeprefix(f"{before}/") if label.startswith(f"{before}/") else label.rpartition("/")[2] if "/" in label else ""
    return clean(words.translate(_WIDE)) or otherwise


def column_of(datum: Datum | None) -> int | None:
    """The number of a cell's column, None for one that was not read."""
    return position(datum.place.cell)[1] + 1 if datum is not None and datum.place is not None else None


def points(row: Indicator) -> Datum | None:
    """The points where they have a column of their own; printed in a heading (`产出指标（50分）`) they are shown there."""
    place = row.points.place if row.points else None
    return None if place and place in [level.place for level in (row.level1, row.level2, row.level3)] else row.points


def indicator_columns(form: Form) -> list[Column]:
    """The columns right of the levels. A sheet has those that a cell was read from, filled or not."""
    rows = form.indicators
    found: list[tuple[float, Column]] = []
    for number, part in enumerate(PARTS):
        def cell(row: Indicator, role: str = part.role) -> Datum | None:
            return points(row) if role == POINTS_OF else getattr(row, role)

        unit = POINTS if part.role in (POINTS_OF, SCORE_OF) else None
        first = next(((row, datum) for row in rows if (datum := cell(row)) is not None), None)
        if first is None and (form.kind not in part.always or _read(rows)):
            continue
        if first is not None and first[1].place is None and form.kind not in part.always and not any(cell(row) for row in rows):
            continue
        usual = HEADINGS.get(form.kind, {}).get(part.role, part.heading)
        heading = heading_of(first[1], first[0].name, usual) if first is not None else usual
        found.append((_order(first[1] if first else None, number), Column(
            part.role, heading,
            score_text if part.role == SCORE_OF and form.kind is not MONITOR else lambda row, cell=cell, unit=unit: show(cell(row), unit) if unit is not None else bare(cell(row)), part.align)))
    found += list(_named(rows))
    return [column for _, column in sorted(found, key=lambda pair: pair[0])]


def score_text(row: Indicator) -> str:
    return scored(row.score, POINTS, row.filled, "得分")


HEADINGS = {  # of forms that were not read from a sheet
    OVERALL: {"actual": "全年完成值", SCORE_OF: "自评得分", "reason": "偏差及原因分析"},
    MONITOR: {"actual": "1—6月执行情况", "reason": "偏差原因分析"},
    SCORING: {"actual": "完成情况", SCORE_OF: "自评得分", "reason": "扣分原因"},
}


def _read(rows: Iterable[Indicator]) -> bool:
    return any(datum is not None and datum.place is not None for row in rows for datum in (row.target, row.actual, row.score))


def _order(datum: Datum | None, otherwise: float) -> float:
    column = column_of(datum)
    return otherwise if column is None else column


def _named(rows: list[Indicator]) -> Iterator[tuple[float, Column]]:
    """原因 by heading, likelihood and remark of a monitoring form, and the columns of a form's own."""
    last = 100.0
    for attribute in ("causes", "extra"):
        for name in dict.fromkeys(name for row in rows for name in getattr(row, attribute)):
            cells = [datum for row in rows if (datum := getattr(row, attribute).get(name)) is not None]
            if not any(cells) and cells[0].place is None:
                continue
            at = _order(cells[0], last)
            last = max(last, at) if attribute == "causes" and at < 100 else last
            yield at, Column(attribute, clean(name), lambda row, a=attribute, n=name: bare(getattr(row, a).get(n)))
    remarks = [row.remark for row in rows if row.remark is not None]
    remark = _order(remarks[0], 200) if remarks else 200
    if any(row.likelihood for row in rows):
        yield min(remark, 200) - 0.5, Column("likelihood", LIKELIHOOD, lambda row: clean(row.likelihood), "center")
    if any(remarks) or any(datum.place is not None for datum in remarks):
        yield remark, Column("remark", heading_of(remarks[0], "", "备注"), lambda row: bare(row.remark))


def fund_columns(form: Form) -> list[tuple[str, str]]:
    """Attribute and heading of the fund block's columns, in the order of the sheet."""
    found = []
    read = any(cell.place is not None for line in form.funds for cell in (line.adjusted, line.executed) if cell is not None)
    for number, (attribute, words) in enumerate(FUNDS):
        cells = [(line, cell) for line in form.funds if (cell := getattr(line, attribute)) is not None]
        if not any(cell for _, cell in cells) and (not cells if read else attribute not in ALWAYS.get(form.kind, ())):
            continue
        line, cell = cells[0] if cells else (None, None)
        otherwise = "1—6月执行数" if attribute == "executed" and form.kind is MONITOR else words
        found.append((_order(cell, number), attribute, heading_of(cell, line.printed if line else "", otherwise)))
    return [(attribute, heading) for _, attribute, heading in sorted(found, key=lambda each: each[0])]


def fund_text(line: FundLine, attribute: str, money: Unit) -> str:
    return show(getattr(line, attribute), {POINTS_OF: POINTS, SCORE_OF: POINTS, "rate": PERCENT}.get(attribute, money))


def fund_label(line: FundLine) -> str:
    """The line's own words, where it was read from a sheet."""
    return clean(line.printed.strip() or line.label)
