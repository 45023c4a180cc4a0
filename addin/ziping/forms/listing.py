"""`ziping read`: what was understood, as the record of the contract and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ziping import amounts
from ziping.evaluation import BaseData, Datum, Form, FormKind, Indicator, Level
from ziping.forms.forms import NAMES
from ziping.forms.reading import Reading, examine_workbook
from ziping.forms.trail import Taken
from ziping.forms.uncomputed import uncomputed


def as_record(path: str | Path, explain: bool = False) -> dict:
    """The JSON of `read` (design §3); with `explain` also `explanation`: what was taken for what, and what was passed over."""
    return record_of(examine_workbook(path, planned=True), explain)


def record_of(reading: Reading, explain: bool = False) -> dict:
    record: dict = {"file": reading.evaluation.file, "forms": [_form(form) for form in reading.forms]}
    if explain:
        trail = reading.trail
        record["explanation"] = {
            "taken": [{"sheet": t.place.sheet, "cell": t.place.cell, "what": t.what, "why": t.why} for t in [*trail.taken, *_rows(reading)]],
            "passed": [{"sheet": p.sheet, "why": p.why, "missing": list(p.missing)} for p in trail.passed],
        }
    return record


def _rows(reading: Reading) -> Iterator[Taken]:
    """The lines of funds and the indicator rows, each by the cell of its name."""
    for form in reading.forms:
        if isinstance(form, BaseData):
            continue
        for line in form.funds:
            if line.place:
                yield Taken(line.place, f"资金行：{line.role or line.label or '（无名称）'}", f"行名“{line.printed or line.label}”")
        for row in form.indicators:
            if row.place:
                yield Taken(row.place, f"指标：{' / '.join(row.path)}", "指标表中有名称或数据的行")


def _text(value: Datum | None) -> str | None:
    return value.text if value is not None and not value.blank and not uncomputed(value) else None


def _figure(value: Datum | None) -> str | None:
    """The exact figure as a string with all the decimals that the cell has or shows; what is no number as it stands."""
    if value is None or value.blank or uncomputed(value):
        return None
    if value.figure is None:
        return value.text
    figure = value.figure
    own = max(0, -figure.value.normalize().as_tuple().exponent)  # type: ignore[operator]
    return amounts.show(figure.value, max(own, figure.decimals or 0)) + ("%" if figure.unit.text == "%" else "")


def _level(level: Level) -> str | None:
    return level.printed or level.name or None


def _told(form: Form) -> list[Indicator]:
    """The rows that name an indicator or hold something; in a form that is not filled in at all, every row."""
    return [row for row in form.indicators if row.level3.name or row.filled] or form.indicators


def _form(form: Form | BaseData) -> dict:
    if isinstance(form, BaseData):
        return _base(form)
    total_place = (form.total_score or form.total_points or Datum()).place
    return {
        "kind": str(form.kind),
        "sheet": form.sheet,
        "title": form.title.text or None,
        "unit": _text(form.unit),
        "year": form.year,
        "project": _text(form.project),
        "money_unit": form.money_unit.text,
        "funds": [
            {
                "label": line.printed or line.label,
                "initial": _figure(line.initial),
                "adjusted": _figure(line.adjusted),
                "executed": _figure(line.executed),
                "points": _figure(line.points),
                "rate": _text(line.rate),
                "score": _figure(line.score),
                "cell": line.place.cell if line.place else None,
            }
            | ({"expected": _figure(line.expected)} if form.kind is FormKind.MONITOR else {})
            for line in form.funds
        ],
        "indicators": [
            {
                "level1": _level(row.level1),
                "level2": _level(row.level2),
                "level3": _level(row.level3),
                "target": _text(row.target),
                "actual": _text(row.actual),
                "standard": _text(row.standard),
                "points": _figure(row.points),
                "score": _figure(row.score),
                "reason": _text(row.reason) or _text(row.causes.get("原因说明")),
                "cell": row.place.cell if row.place else None,
            }
            | ({"expected": _text(row.expected)} if form.kind is FormKind.MONITOR else {})
            for row in _told(form)
        ],
        "total": {
            "points": _figure(form.total_points),
            "score": _figure(form.total_score),
            "cell": total_place.cell if total_place else None,
        },
    }


def _base(base: BaseData) -> dict:
    lines = [
        {
            "label": "/".join(line.path),
            "initial": _figure(line.budget),
            "adjusted": None,
            "executed": _figure(line.executed),
            "points": None,
            "rate": None,
            "score": None,
            "cell": next((d.place.cell for d in (line.last_year, line.budget, line.executed) if d and d.place), None),
            "last_year": _figure(line.last_year),
        }
        for line in base.lines
    ]
    return {
        "kind": "base",
        "sheet": base.sheet,
        "title": base.title.text or None,
        "unit": _text(base.unit),
        "year": base.year,
        "project": None,
        "money_unit": base.money_unit.text,
        "posts": _figure(base.posts),
        "staff": _figure(base.staff),
        "staff_rate": _figure(base.staff_rate),
        "funds": lines,
        "indicators": [],
        "total": {"points": None, "score": None, "cell": None},
    }


def show_lines(reading: Reading, explain: bool = False) -> list[str]:
    """What was understood, a few lines a form; with `explain` every cell that was taken and every sheet that was not."""
    lines = []
    for form in reading.forms:
        if isinstance(form, BaseData):
            lines.append(f"{form.sheet}：{NAMES[FormKind.BASE]}，{len(form.lines)} 行，单位{form.money_unit}")
            continue
        name = f"“{form.project.text}”" if form.project else ""
        score = f"，总分 {form.total_score.text}" if form.total_score else ""
        if uncomputed(form.total_score):
            score = "，总分未计算（文件保存时没有加载项）"
        year = f"，{form.year}年" if form.year else ""
        goals = "，是目标表，没有完成值和得分" if reading.planned else ""
        lines.append(f"{form.sheet}：{NAMES[form.kind]}{name}{year}，资金 {len(form.funds)} 行（{form.money_unit}），指标 {len(form.indicators)} 行{score}{goals}")
    evaluation = reading.evaluation
    if evaluation.ledger:
        lines.append(f"{evaluation.ledger.sheet}：收支与资产，{len(evaluation.ledger.lines)} 行，项目清单 {len(evaluation.ledger.projects)} 项")
    if evaluation.narrative:
        lines.append(f"报告素材 {len(evaluation.narrative)} 条")
    if explain:
        lines += [f"{t.place}：认作{t.what}，依据：{t.why}" for t in [*reading.trail.taken, *_rows(reading)]]
    for passed in reading.trail.passed:
        missing = f"，缺少标题：{'、'.join(passed.missing)}" if passed.missing else ""
        if explain or (missing and not passed.why.startswith("没有认得的")):
            lines.append(f"{passed.sheet}：未采用，{passed.why}{missing}")
    return lines


def show(path: str | Path, explain: bool = False) -> list[str]:
    """The lines of `show_lines` for a file."""
    return show_lines(examine_workbook(path, planned=True), explain)
