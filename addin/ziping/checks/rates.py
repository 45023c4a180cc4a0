"""Rates: every 执行率, 控制率, 变动率 and 占比 follows from the two figures it is made of.

A rate over a zero or blank denominator is blank, never 100%. A rate may stand in its cell as 86.67% or as 0.8667; both readings
are tried. The rounding of both figures and of the rate is allowed for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ziping.amounts import PERCENT, Footing, Quantity, Relation, change, foots, ratio, show_percent
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.once import once
from ziping.checks.ties import Tie, compared, empty, named, places, rate_footing, rate_readings, unfilled, verdict
from ziping.evaluation import Datum, Form, FormKind, LedgerLine
from ziping.findings import Severity

COMMON = "财预〔2013〕53号 预算绩效评价共性指标体系框架的计算公式"
WHOLE = Quantity(Decimal(1))
BLANK_RATE = "分母为零或空白时比率没有意义，应留空"
FOLLOWS = "{where}应为 {formula} = {expected}，实填 {actual}，{difference}"


@dataclass(eq=False)
class Rate:
    """A stated rate and its two figures. growth: (top − bottom) ÷ bottom."""

    stated: Datum | None
    top: Datum | None
    bottom: Datum | None
    label: str
    growth: bool = False

    @once
    def expected(self) -> Quantity | None:
        top = self.top.figure if self.top is not None else None
        bottom = self.bottom.figure if self.bottom is not None else None
        if top is None or bottom is None or top.unit.base != bottom.unit.base:
            return None
        return change(top, bottom) if self.growth else ratio(top, bottom)

    @property
    def over_zero(self) -> bool:
        """The denominator is stated to be nothing."""
        bottom = self.bottom
        return bottom is not None and (empty(bottom) if bottom.figure is None else not bottom.figure.value)

    @property
    def formula(self) -> str:
        top, bottom = (d.text.strip() if d else "" for d in (self.top, self.bottom))
        return f"({top} − {bottom}) ÷ {bottom}" if self.growth else f"{top} ÷ {bottom}"

    @once
    def verdict(self) -> Event:
        """What becomes of a stated rate: several checks ask."""
        stated: Datum = self.stated  # type: ignore[assignment]
        if stated.figure is None:
            return Unknown(f"{self.label}空白" if empty(stated) else f"{self.label}不是数字", stated.place)
        if self.expected is None:
            return Unknown(f"{self.label}的分子或分母空白，或单位不同", stated.place, (self.top, self.bottom))
        footing = rate_footing(stated.figure, self.expected)
        if footing.holds:
            return Passed((stated, self.top, self.bottom))
        return compared(
            stated.place, named(stated, self.label), footing, PERCENT, related=places(self.top, self.bottom), args={"formula": self.formula})


def follows(rates: Iterable[Rate]) -> Iterator[Event]:
    """Each stated rate against the computed one; those over nothing are left to the checks of their own."""
    for rate in rates:
        if rate.stated is not None and not rate.over_zero:
            yield rate.verdict


def typed(rate: Rate) -> bool:
    """Whether a rate is typed, so that it says something of its figures."""
    return rate.stated is not None and not rate.stated.formula and not rate.over_zero


def agrees(rate: Rate) -> bool:
    """Whether nothing speaks against a stated rate."""
    return rate.stated is None or rate.over_zero or not isinstance(rate.verdict, Failed)


def zero_verdict(rate: Rate, stated: Datum) -> Event | None:
    """A rate over nothing must be blank (or 0 over 0); an error value is told elsewhere."""
    if empty(stated) or stated.value == 0:
        return PASSED
    if stated.error is not None:
        return None
    return Failed(
        place=stated.place, label=named(stated, rate.label), shown_actual=stated.text.strip(), actual=stated.value,
        related=places(rate.bottom, rate.top), rests_on=places(stated, rate.bottom),
        args={"bottom": rate.bottom.text.strip() or "空白" if rate.bottom else "空白", "stated": stated.text.strip()})


@fact
def fund_rates(book: Book, form: Form) -> Iterator[Rate]:  # noqa: ARG001 - the book keeps them
    """执行率 of each line of a fund block: over 全年预算数, or over 年初预算数 where the form has no other."""
    for line in form.funds:
        bottom = line.adjusted if line.adjusted is not None else line.initial
        yield Rate(line.rate, line.executed, bottom, f"{line.label} 执行率")


@fact
def year_end_rates(book: Book) -> Iterator[Rate]:
    for form in book.scored_forms:
        yield from fund_rates(book, form)


@fact
def monitor_rates(book: Book) -> Iterator[Rate]:
    for form in book.evaluation.monitors:
        yield from fund_rates(book, form)


@fact
def list_rates(book: Book) -> Iterator[Rate]:
    """执行率 of each project in 项目清单 and of its total."""
    ledger = book.evaluation.ledger
    for line in (*ledger.projects, ledger.projects_total) if ledger is not None else ():
        if line is not None:
            bottom = line.adjusted if line.adjusted is not None else line.budget
            yield Rate(line.rate, line.executed, bottom, f"项目清单 {line.name} 执行率")


@fact
def staff_rates(book: Book) -> Iterator[Rate]:
    base = book.evaluation.base
    if base is not None:
        yield Rate(base.staff_rate, base.staff, base.posts, "在职人员控制率")


def ledger_lines(book: Book) -> list[LedgerLine]:
    return book.evaluation.ledger.lines if book.evaluation.ledger else []


@fact
def ledger_changes(book: Book) -> Iterator[Rate]:
    for line in ledger_lines(book):
        yield Rate(line.change, line.current, line.last_year, f"{line.section} {line.name} 变动率", growth=True)


@fact
def ledger_shares(book: Book) -> Iterator[Rate]:
    for line in ledger_lines(book):
        parent = book.ledger_line((line.section, line.parent)) if line.parent else None
        if parent is not None:
            yield Rate(line.share, line.current, parent.current, f"{line.section} {line.name} 占比")


ALL = (year_end_rates, list_rates, monitor_rates, staff_rates, ledger_changes, ledger_shares)


@fact
def all_rates(book: Book) -> Iterator[Rate]:
    for rates in ALL:
        yield from rates(book)


@check(
    code="rate-execution", title="执行率等于执行数除以预算数", severity=Severity.ERROR, message=FOLLOWS,
    cause="执行率按 100% 直接填写，或预算调整后没有重算", repair="请按全年执行数 ÷ 全年预算数重算", basis=COMMON)
def execution(book: Book) -> Iterator[Event]:
    yield from follows((*year_end_rates(book), *list_rates(book)))


@check(
    code="rate-monitor", title="1–6月执行率等于1–6月执行数除以预算数", severity=Severity.ERROR, message=FOLLOWS,
    cause="执行率没有随执行数重算", repair="请按1–6月执行数 ÷ 年初预算数重算", basis=COMMON)
def monitor(book: Book) -> Iterator[Event]:
    yield from follows(monitor_rates(book))


@check(
    code="rate-staff", title="在职人员控制率等于在职人数除以编制数", severity=Severity.ERROR, message=FOLLOWS,
    cause="把“控制在编制内”填成了 100%", repair="请按实际在职人数 ÷ 编制数重算", basis=COMMON)
def staff(book: Book) -> Iterator[Event]:
    yield from follows(staff_rates(book))


@check(
    code="rate-change", title="变动率等于本年减上年再除以上年", severity=Severity.ERROR, message=FOLLOWS,
    cause="误用本年 ÷ 上年，或正负号填反", repair="请按（本年 − 上年）÷ 上年重算", basis=COMMON)
def changes(book: Book) -> Iterator[Event]:
    yield from follows(ledger_changes(book))


@check(
    code="rate-share", title="占比等于该项除以其上级合计", severity=Severity.ERROR, message=FOLLOWS,
    cause="占比没有随金额重算，或用错了分母", repair="请按该项 ÷ 上级合计重算", basis="表内勾稽：占比等于分项除以合计")
def shares(book: Book) -> Iterator[Event]:
    yield from follows(ledger_shares(book))


@check(
    code="rate-share-sum", title="同一合计下各项占比之和为 100%", severity=Severity.ERROR,
    message="{where}起同一合计下各项占比之和应为 {expected}，实为 {actual}，{difference}",
    cause="某项占比用错了分母", repair="请核对各项占比", basis="表内勾稽：占比等于分项除以合计")
def share_sum(book: Book) -> Iterator[Event]:
    """Only groups in which every part states a share (none is 0%) and the parts make up the whole."""
    for group in book.ledger_groups:
        parent, parts = group.parent, group.parts
        if group.kind != "equal":
            continue
        amounts = group.ties["current"]
        given = [part for part in parts if part.share is not None and not (empty(part.share) and (empty(part.current) or part.current.value == 0))]  # type: ignore[union-attr]
        if len(given) < 2:
            continue
        if amounts.footing is None or not amounts.footing.holds:
            yield Unknown(f"{parent.name}与其分项的金额本身不相符，占比无从相加", given[0].share.place)  # type: ignore[union-attr]
            continue
        if any(part.share.figure is None for part in given):  # type: ignore[union-attr]
            yield Unknown(f"{parent.name}之下有占比空白", given[0].share.place, tuple(part.share for part in given))  # type: ignore[union-attr]
            continue
        shares = [rate_readings(part.share.figure)[0] for part in given]  # type: ignore[union-attr, arg-type]
        footing = foots(WHOLE, shares)
        cells = places(*(part.share for part in given))
        if footing is None or footing.holds:
            yield Passed(tuple(part.share for part in given))
        else:
            turned = Footing(False, footing.actual, footing.expected, footing.tolerance)
            yield compared(cells[0] if cells else None, f"{parent.name} 各项占比", turned, PERCENT, related=cells[1:])


@check(
    code="rate-over-zero", title="分母为零或空白的比率留空", severity=Severity.ERROR,
    message="{where}的分母是 {bottom}，比率应为空白，实填 {stated}",
    cause="没有预算也没有支出的一行照填了 100%", repair="请清空该比率", basis=BLANK_RATE)
def over_zero(book: Book) -> Iterator[Event]:
    for each in all_rates(book):
        event = zero_verdict(each, each.stated) if each.stated is not None and each.over_zero else None
        if event is not None:
            yield event


@check(
    code="rate-blank", title="可以计算的比率没有填", severity=Severity.WARNING,
    message="{where}{unfilled}，按 {formula} 应为 {expected}",
    cause="漏填，或公式被删除", repair="请补填该比率", basis=COMMON)
def blank_rate(book: Book) -> Iterator[Event]:
    """In 收支与资产 rates are optional: those that the scheme has not are not missed."""
    optional = {id(datum): line for line in ledger_lines(book) for datum in (line.share, line.change) if datum is not None}
    used = {(line.section, line.parent) for line in ledger_lines(book) if not empty(line.share)}
    changing = {line.section for line in ledger_lines(book) if not empty(line.change)}
    for each in all_rates(book):
        line = optional.get(id(each.stated)) if each.stated is not None else None
        if line is not None and not wanted(book, line, each.growth, line.section in changing if each.growth else (line.section, line.parent) in used):
            continue
        if each.stated is None or each.over_zero:
            continue
        if each.expected is None:
            yield Unknown(f"{each.label}的分子或分母空白，或单位不同", each.stated.place, (each.top, each.bottom))
            continue
        if empty(each.stated):
            shown = show_percent(each.expected.value)
            yield Failed(
                place=each.stated.place, label=named(each.stated, each.label), expected=each.expected.value.scaleb(2), shown_expected=shown,
                related=places(each.top, each.bottom), args={"formula": each.formula, "unfilled": unfilled(each.stated)})
        else:
            yield PASSED


def wanted(book: Book, line: LedgerLine, growth: bool, neighbours: bool) -> bool:
    """Whether a line of 收支与资产 should state its share or change: as the scheme says, without one where a neighbour states it."""
    ledger = book.scheme.ledger if book.scheme else None
    known = ledger.line(line.section, line.name) if ledger else None
    if known is None or not known.columns:
        return neighbours
    return ("change" if growth else "share") in known.columns


@check(
    code="rate-over-budget", title="执行数不超过预算数", severity=Severity.WARNING,
    message="{where}不应超过预算数 {expected}，实填 {actual}，超出 {excess}",
    cause="年中追加预算没有计入全年预算数，或执行数包含结转资金", repair="请核对全年预算数是否含追加和结转，确属超支的说明原因",
    basis="《中华人民共和国预算法》：支出以经批准的预算为依据")
def over_budget(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        if form.kind is FormKind.SCORING:
            continue
        for each in fund_rates(book, form):
            if each.top is None or each.bottom is None:
                continue
            event = verdict(Tie(each.bottom, (each.top,), each.label.replace("执行率", "预算数"), relation=Relation.AT_MOST))
            if isinstance(event, Failed):
                event = replace(
                    event, place=each.top.place, label=named(each.top, each.label.replace("执行率", "执行数")), related=places(each.bottom),
                    expected=event.actual, actual=event.expected, shown_expected=event.shown_actual, shown_actual=event.shown_expected,
                    difference=-event.difference, shown_difference="+" + event.shown_difference[1:], bound="≤", args={})  # type: ignore[operator]
            if event is not None:
                yield event


FAMILY = Family("rates", "比率", (execution, monitor, staff, changes, shares, share_sum, over_zero, blank_rate, over_budget))
