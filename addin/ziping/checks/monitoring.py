"""The monitoring form (执行监控表): does the half year fit the year, is what looks unlikely explained, does it belong to this year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ziping import standards
from ziping.amounts import Quantity, Relation, foots, ratio, show_percent
from ziping.checks.blanks import gathered
from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.monitored import budget, executed, half_year, indicators, project, target
from ziping.checks.reasons import BOILERPLATE
from ziping.checks.ties import judged, named, places, same
from ziping.evaluation import Fund, Indicator
from ziping.findings import Severity
from ziping.standards import NotScorable, Score

HALF, HUNDRED = Decimal("0.5"), Decimal(100)
MONITORING = "项目支出绩效目标执行监控表的填报说明：预计年底不能完成目标的，说明原因和拟采取的措施"
CERTAIN = "确定能"


@check(
    code="monitor-progress", title="1–6月执行率达到时间进度", severity=Severity.WARNING,
    message="{where}为 {actual}，低于上半年时间进度 {expected}",
    cause="采购、支付集中在下半年，或项目没有启动", repair="请说明原因和加快支出的措施", basis="绩效目标执行监控：支出进度与时间进度比较")
def progress(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        line = form.fund(Fund.TOTAL) or (form.funds[0] if form.funds else None)
        if line is None or line.executed is None:
            continue
        bottom = line.initial if line.initial is not None else line.adjusted
        rate = ratio(line.executed.figure, bottom.figure) if line.executed.figure and bottom is not None and bottom.figure else None
        if rate is None:
            yield Unknown("1–6月执行数或预算数空白，或预算数为零", line.executed.place, (bottom,))
            continue
        reached = foots(rate, [Quantity(HALF)], Relation.AT_MOST)
        if reached is not None and reached.holds:
            yield PASSED
        else:
            place = line.rate.place if line.rate is not None else line.executed.place
            yield Failed(
                place=place, label=f"{line.label} 1–6月执行率", expected=Decimal(50), actual=rate.value.scaleb(2), shown_expected="50.00%",
                shown_actual=show_percent(rate.value), bound="≥", related=places(line.executed, bottom))


def doubtful(row: Indicator) -> bool:
    return bool(row.likelihood) and row.likelihood != CERTAIN


def explained(row: Indicator) -> bool:
    texts = [datum.text.strip() for datum in (*row.causes.values(), row.remark) if datum is not None]
    return any(text and text not in BOILERPLATE for text in texts)


@check(
    code="monitor-reason", title="预计不能完成的说明原因", severity=Severity.WARNING,
    message="{where}选“{choice}”，没有填写偏差原因",
    cause="只勾选可能性，没有说明", repair="请填写偏差原因", basis=MONITORING)
def reason(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        for row in book.rows(form):
            if not row.likelihood:
                yield Unknown(f"{row.name}没有选完成目标可能性", row.place)
            elif not doubtful(row) or explained(row):
                yield PASSED
            else:
                yield Failed(
                    place=row.place, label=f"{row.name} 完成目标可能性", shown_actual=row.likelihood, related=places(row.target, *row.causes.values()),
                    rests_on=places(*row.causes.values(), row.remark), args={"choice": row.likelihood})


@check(
    code="monitor-measure", title="预计不能完成的说明拟采取的措施", severity=Severity.WARNING,
    message="{where}选“{choice}”，备注栏没有拟采取的措施",
    cause="填了原因，没有写措施", repair="请在备注栏填写拟采取的措施", basis=MONITORING)
def measure(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        for row in book.rows(form):
            if row.remark is None:
                continue
            if not row.likelihood:
                yield Unknown(f"{row.name}没有选完成目标可能性", row.place)
            elif row.likelihood == CERTAIN or row.remark.text.strip() not in BOILERPLATE | {""}:
                yield PASSED
            else:
                yield Failed(
                    place=row.remark.place, label=named(row.remark, f"{row.name} 备注"), shown_actual=row.likelihood, args={"choice": row.likelihood})


@check(
    code="monitor-likelihood", title="每个指标都选了完成目标可能性", severity=Severity.WARNING,
    message="{where}{more}没有选确定能、有可能或完全不可能",
    cause="漏填", repair="请选择完成目标可能性", basis=MONITORING)
def likelihood(book: Book) -> Iterator[Event]:
    """Nothing is said of a form in which no row has one: it may not have the columns."""
    yield from gathered(likelihoods(book))


def likelihoods(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        if form.indicators and not any(row.likelihood for row in form.indicators):
            yield Unknown("没有一个指标选了完成目标可能性", form.title.place)
            continue
        for row in book.rows(form):
            if row.likelihood:
                yield PASSED
            else:
                yield Failed(place=row.place, label=f"{row.name} 完成目标可能性", related=places(row.target), rests_on=())


@check(
    code="monitor-year", title="监控表与评价年度一致", severity=Severity.WARNING,
    message="{where}是 {actual}年的，评价年度是 {expected}年",
    cause="附上了下一年度或上一年度的监控表", repair="请附评价年度的监控表", basis="同一份自评材料的各表属于同一年度")
def year(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        if form.year is None or book.evaluation.year is None:
            yield Unknown("监控表或工作簿没有年度", form.title.place)
        elif form.year == book.evaluation.year:
            yield PASSED
        else:
            yield Failed(
                place=form.title.place, label=form.title.text.strip() or "监控表", expected=Decimal(book.evaluation.year), actual=Decimal(form.year),
                shown_expected=str(book.evaluation.year), shown_actual=str(form.year))


@check(
    code="monitor-forecast", title="全年预计执行数不大于预算数", severity=Severity.WARNING,
    message="{where}不应小于{other}的 {expected}，实填 {actual}，{difference}",
    cause="预计追加预算而没有注明", repair="请核对全年预计执行数，预计追加的在备注说明", basis="《中华人民共和国预算法》：支出以经批准的预算为依据")
def forecast(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        for line in form.funds:
            bottom = line.adjusted if line.adjusted is not None else line.initial
            yield from judged(same(bottom, line.expected, f"{line.label} 预算数", f"{line.label} 全年预计执行数", Relation.AT_MOST))


@check(
    code="monitor-forecast-executed", title="全年预计执行数不小于1–6月执行数", severity=Severity.ERROR,
    message="{where}不应小于{other}的 {expected}，实填 {actual}，{difference}",
    cause="两列填反，或预计数没有更新", repair="请核对全年预计执行数和1–6月执行数", basis="表内勾稽：全年的数不小于上半年的数")
def forecast_executed(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        for line in form.funds:
            yield from judged(same(line.expected, line.executed, f"{line.label} 全年预计执行数", f"{line.label} 1–6月执行数", Relation.AT_MOST))


@check(
    code="monitor-shortfall", title="预计达不到指标值的不选“确定能”", severity=Severity.WARNING,
    message="{where}预计为“{actual}”，达不到指标值“{expected}”，却选了“确定能”",
    cause="逐行照选“确定能”，或预计数填错", repair="请核对全年预计完成情况，达不到的改选并说明偏差原因和措施", basis=MONITORING)
def shortfall(book: Book) -> Iterator[Event]:
    for form in book.evaluation.monitors:
        for row in book.rows(form):
            if row.expected is None or row.target is None or row.likelihood != CERTAIN:
                continue
            if not any(c.isdigit() for c in row.expected.text):
                yield Unknown(f"{row.name} 全年预计完成情况空白或不是数", row.expected.place)
                continue
            result = expected_score(row.target.text, row.expected.text)
            if not isinstance(result, Score):
                yield Unknown(f"{row.name} 年度指标值与全年预计完成情况不能比较", row.expected.place)
            elif result.points == result.full:
                yield PASSED
            else:
                yield Failed(
                    place=row.expected.place, label=named(row.expected, f"{row.name} 全年预计完成情况"), shown_expected=row.target.text.strip(),
                    shown_actual=row.expected.text.strip(), related=places(row.target))


def expected_score(target: str, expected: str) -> Score | NotScorable | None:
    try:
        return standards.score(HUNDRED, target, expected)
    except NotScorable as reason:
        return reason


FAMILY = Family("monitoring", "执行监控表", (
    progress, reason, measure, likelihood, year, project, target, indicators, budget, executed, forecast, forecast_executed,
    shortfall, half_year,
))
