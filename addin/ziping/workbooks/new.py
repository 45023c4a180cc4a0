"""新建自评表: a blank workbook of a scheme, with last year's names and figures where there is a last year."""

from __future__ import annotations

from pathlib import Path

from ziping import schemes
from ziping.forms import blank, build_workbook, read_workbook
from ziping.forms.build import completed
from ziping.refusal import Refusal
from ziping.workbooks.carry import CarryOver, carry_over
from ziping.workbooks.settling import Kept, settle
from ziping.workbooks.written import written

YEARS = range(2000, 2101)


def new(scheme: str, unit: str, year: int, out: Path, *, last: Path | None = None, projects: int = 1) -> CarryOver:
    """Writes the blank workbook of a scheme for a body and year; what was carried is told with its cells. A total of last year is left to the form's formula
    where that gives the same. Refused for an unknown scheme, an empty name or an impossible year."""
    if scheme not in schemes.available():
        raise Refusal(f"没有编号为“{scheme}”的方案，现有：{'、'.join(schemes.available())}，请选用其中之一。")
    if not unit.strip():
        raise Refusal("单位名称不能空缺，请写明单位全称。")
    if year not in YEARS:
        raise Refusal(f"评价年度应为 {YEARS[0]} 至 {YEARS[-1]} 之间的年份，实际为 {year}，请改正。")
    before = read_workbook(last) if last else None
    if before is not None:
        projects = max(projects, len(before.projects))
    evaluation = blank(scheme, unit.strip(), year, projects)
    done = CarryOver()
    if before is not None:
        done = carry_over(evaluation, before)
        offered = evaluation
        evaluation, typed = settle(offered)
        done.carried = written(done.carried, offered, completed(evaluation))
        done.notes += [f"{entry.what}：上年为 {entry.typed}，{_without(entry)}，按数值写入，没有保留公式" for entry in typed]
    build_workbook(evaluation, out)
    return done


def _without(entry: Kept) -> str:
    """Why the form's own formula does not stand for last year's figure."""
    return f"表中公式得 {entry.computed}" if entry.computed else "公式要用的上年数空白"
