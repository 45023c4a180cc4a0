"""The monitoring form against the year-end form of its project: the same project, indicators, targets and budget, and no more by half year than by its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.amounts import Relation
from ziping.checks.book import Book, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Unknown, check
from ziping.checks.projects import named_projects, project_name
from ziping.checks.ties import Tie, empty, judged, named, places, plain, same, told
from ziping.evaluation import Form, Fund, FundLine, Indicator
from ziping.findings import Severity


def this_year(book: Book) -> Iterator[Form]:
    """The monitoring forms of the year under evaluation; one that states no year is taken for it."""
    for form in book.evaluation.monitors:
        if form.year is None or book.evaluation.year is None or form.year == book.evaluation.year:
            yield form


def twin(book: Book, form: Form) -> Form | None:
    """The year-end form of the same project; None where several are."""
    if empty(form.project):
        return None
    found = named_projects(book)[0].get(project_name(form.project.text), ())  # type: ignore[union-attr]
    return found[0] if len(found) == 1 else None


@check(
    code="monitor-project", title="监控的项目有自评表", severity=Severity.WARNING,
    message="{where}在年底没有对应的项目支出绩效自评表",
    cause="项目改名，或漏附该项目的自评表", repair="请补附该项目的自评表，或统一项目名称", basis="监控与自评针对同一批项目")
def project(book: Book) -> Iterator[Event]:
    for form in this_year(book):
        if empty(form.project):
            yield Unknown("监控表没有项目名称", form.title.place)
        elif project_name(form.project.text) in named_projects(book)[0]:  # type: ignore[union-attr]
            yield PASSED
        else:
            yield Failed(place=form.project.place, label=form.project.text.strip())  # type: ignore[union-attr]


def paired_rows(book: Book) -> Iterator[tuple[Indicator, Indicator]]:
    for form in this_year(book):
        other = twin(book, form)
        if other is None:
            continue
        by_path = {tuple(map(squeezed, row.path)): row for row in other.indicators}
        by_name = {squeezed(row.name): row for row in other.indicators}
        for row in form.indicators:
            mate = by_path.get(tuple(map(squeezed, row.path))) or by_name.get(squeezed(row.name))
            if mate is not None:
                yield row, mate


@check(
    code="monitor-target", title="监控表与自评表的指标值一致", severity=Severity.WARNING,
    message="{where}为“{actual}”，自评表为“{expected}”，指标值年中变了",
    cause="年底为求完成改低了指标值，或抄错", repair="请恢复批复的指标值，确经批准调整的注明", basis="绩效目标批复后不得随意调整，自评与监控的指标值一致")
def target(book: Book) -> Iterator[Event]:
    for mine, theirs in paired_rows(book):
        if empty(mine.target) or empty(theirs.target):
            yield Unknown(f"{mine.name} 年度指标值空白", mine.place)
        elif squeezed(mine.target.text) == squeezed(theirs.target.text):  # type: ignore[union-attr]
            yield PASSED
        else:
            yield Failed(
                place=mine.target.place, label=named(mine.target, f"{mine.name} 年度指标值"), shown_expected=told(theirs.target),  # type: ignore[union-attr]
                shown_actual=told(mine.target), related=places(theirs.target))


@check(
    code="monitor-indicators", title="监控表与自评表的指标相同", severity=Severity.INFO,
    message="{where}只在监控表里有，自评表没有这个指标",
    cause="年底增删了指标，或改了指标名称", repair="请核对两表的指标", basis="绩效目标批复后不得随意调整，自评与监控的指标一致")
def indicators(book: Book) -> Iterator[Event]:
    for form in this_year(book):
        other = twin(book, form)
        if other is None:
            continue
        if not other.indicators:
            yield Unknown("自评表没有指标", other.title.place)
            continue
        there = {squeezed(row.name) for row in other.indicators}
        for row in form.indicators:
            if squeezed(row.name) in there:
                yield PASSED
            else:
                yield Failed(place=row.place, label=row.name)


@check(
    code="monitor-budget", title="监控表与自评表的年初预算数一致", severity=Severity.ERROR,
    message="{where}应与{other}的 {expected} 一致，实填 {actual}，{difference}",
    cause="两张表分头填写", repair="请核对两处的年初预算数", basis="表间勾稽：同一个数在各表中一致")
def budget(book: Book) -> Iterator[Event]:
    yield from judged(budget_ties(book))


def budget_ties(book: Book) -> Iterator[Tie]:
    """年初预算数 of each monitoring form and of the year-end form of its project."""
    for form, other, mine, theirs in _totals(book):
        yield from same(mine.initial, theirs.initial, f"{form.sheet} 年初预算数", f"自评表《{other.sheet}》年初预算数")


def _totals(book: Book) -> Iterator[tuple[Form, Form, FundLine, FundLine]]:
    """Each monitoring form and the year-end form of its project, with the line of all funds of either."""
    for form in this_year(book):
        other = twin(book, form)
        mine, theirs = form.fund(Fund.TOTAL), other.fund(Fund.TOTAL) if other is not None else None
        if other is not None and mine is not None and theirs is not None:
            yield form, other, mine, theirs


@check(
    code="monitor-executed", title="1–6月执行数不大于全年执行数", severity=Severity.WARNING,
    message="{where}不应小于{other}的 {expected}，实填 {actual}，{difference}",
    cause="年中执行数含上年结转，或年底冲销了支出", repair="请核对两处的执行数", basis="表间勾稽：上半年的数不大于全年的数")
def executed(book: Book) -> Iterator[Event]:
    for form, other, mine, theirs in _totals(book):
        yield from judged(same(theirs.executed, mine.executed, f"{other.sheet} 全年执行数", f"监控表《{form.sheet}》1–6月执行数", Relation.AT_MOST))


@check(
    code="monitor-half-year", title="1–6月完成数不大于全年完成数", severity=Severity.WARNING,
    message="{where}为 {actual}，大于{other}的 {expected}，多出 {excess}",
    cause="两处数字抄错，或全年数没有包括上半年", repair="请核对两处的完成数", basis="表间勾稽：上半年的数不大于全年的数")
def half_year(book: Book) -> Iterator[Event]:
    """Counts that are to reach a number: the half year against the year as expected in July and as told at its end."""
    ends = {id(mine): theirs for mine, theirs in paired_rows(book)}
    for form in book.evaluation.monitors:
        for row in form.indicators:
            half, other = row.actual, ends.get(id(row))
            if half is None or half.figure is None or not half.figure.unit.text or half.figure.unit.base == "" or not counted(row):
                continue
            years = ((row.expected, "全年预计完成情况"), (other.actual if other else None, f"自评表《{_sheet(other)}》实际完成值" if other else ""))
            known = [(year, label) for year, label in years if year is not None and year.figure is not None and year.figure.unit == half.figure.unit]
            if not known:
                yield Unknown(f"{row.name} 的全年完成数空白或单位不同", half.place, tuple(year for year, _ in years))
                continue
            wrong = next(((year, label) for year, label in known if year.value < half.value), None)  # type: ignore[operator]
            if wrong is None:
                yield PASSED
                continue
            year, label = wrong
            yield Failed(
                place=half.place, label=named(half, f"{row.name} 1–6月执行情况"), expected=year.value, actual=half.value, difference=half.value - year.value,  # type: ignore[operator]
                shown_expected=told(year), shown_actual=told(half), shown_difference=f"+{plain(half.value - year.value)}",  # type: ignore[operator]
                bound="≤", unit=half.figure.unit.text, related=places(year, row.target), args={"other": label})


def counted(row: Indicator) -> bool:
    """Whether the target is a number to be reached, of something that adds up over the year."""
    return row.target is not None and bool(re.match(r"\s*(≥|>|＞|不少于|不低于|大于|达到|\d)", row.target.text))


def _sheet(row: Indicator) -> str:
    return row.actual.place.sheet if row.actual is not None and row.actual.place is not None else ""
