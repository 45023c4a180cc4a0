"""Indicators of the whole body's forms that the workbook itself can work out: the stated actual against 基础数据表 and 收支与资产.

An indicator is recognised by its name, and by its formula where the target cell prints one. Officers mean different things by the
same name (a growth of 42.70% or a ratio of 142.70%), so every reading that the figures allow is tried; only an actual that fits none
of them is an error, and an indicator without a single reading is not evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ziping.amounts import PERCENT, Quantity, change, ratio
from ziping.checks.book import Book, fact, ledger_value, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.identity import other_last
from ziping.checks.stated import (
    CLOSING,
    GRANTED,
    OPENING,
    Amount,
    amount_of,
    ledger_amounts,
    one,
    overall_total,
    planned,
    spent,
    spent_before,
    staffing,
)  # fmt: skip
from ziping.checks.ties import compared, named, places, rate_footing
from ziping.evaluation import Datum, Fund, Indicator
from ziping.findings import Severity

COMMON = "财预〔2013〕53号 预算绩效评价共性指标体系框架的计算公式"
MESSAGE = "{where}实填 {actual}，按{formula}{cells}应为 {expected}，{difference}"

FORMULA = "由公式得出，不用填写，请核对公式所引用的数"


@dataclass(eq=False, slots=True)
class Reading:
    """One way to work the indicator out: what the figures give, and how that is written with its words in front."""

    words: str
    pattern: str
    top: Amount
    bottom: Amount
    value: Quantity

    @property
    def cells(self) -> tuple[Datum, ...]:
        return self.top.cells + self.bottom.cells

    @property
    def formula(self) -> str:
        mixed = len({cell.figure.unit for cell in self.cells if cell.figure}) > 1
        return f"{self.words}{self.pattern.format(self.top.text(mixed), self.bottom.text(mixed))}"


def over(words: str, top: Amount | None, bottom: Amount | None) -> Iterator[Reading]:
    yield from _reading(words, top, bottom, ratio, "{0} ÷ {1}")


def growth(words: str, now: Amount | None, before: Amount | None) -> Iterator[Reading]:
    yield from _reading(words, now, before, change, "({0} − {1}) ÷ {1}")


def _reading(words: str, top: Amount | None, bottom: Amount | None, rule: Callable, pattern: str) -> Iterator[Reading]:
    if top is None or bottom is None or top.quantity is None or bottom.quantity is None:
        return
    value = rule(top.quantity, bottom.quantity)
    if value is not None:
        yield Reading(words, pattern, top, bottom, value)


def rows(book: Book, pattern: str, but: str = "") -> Iterator[Indicator]:
    """The rates among the rows of the whole body's forms whose name matches."""
    named = re.compile(pattern)
    for row, name in rates(book):
        if named.search(name) and not (but and re.search(but, name)):
            yield row


@fact
def rates(book: Book) -> Iterator[tuple[Indicator, str]]:
    """The rows of the whole body's forms that are named as rates, with their names: all that is derived here is one."""
    for form in (book.evaluation.overall, book.evaluation.scoring):
        for row in form.indicators if form is not None else []:
            if "率" in (name := squeezed(row.name)):
                yield row, name


def formula_text(row: Indicator) -> str:
    """What the form itself says of how the indicator is worked out."""
    return squeezed((row.target.text if row.target else "") + (row.standard.text if row.standard else ""))


def judged(row: Indicator, readings: Iterable[Reading]) -> Iterator[Event]:
    """Passed when one reading agrees, Failed against the first when none does."""
    actual, label = row.actual, f"{row.name} 完成值"
    if actual is None:
        return
    figure = actual.figure
    if figure is None or figure.unit.base != "":
        yield Unknown(f"{label}空白或不是一个比率", actual.place)
        return
    tried = []
    for reading in readings:
        footing = rate_footing(figure, reading.value)
        if footing.holds:
            yield Passed((actual, *reading.cells))
            return
        tried.append((reading, footing))
    if not tried:
        yield Unknown(f"{label}所需的基础数据不全", actual.place)
        return
    reading, footing = tried[0]
    yield compared(
        actual.place, named(actual, label), footing, PERCENT, related=places(*(cell for each, _ in tried for cell in each.cells)),
        args={"formula": reading.formula, "cells": cells_told(reading.cells)}, repair=FORMULA if actual.formula else "")


def cells_told(cells: Iterable[Datum]) -> str:
    """Where the figures of a formula stand: （《收支与资产》F14、E14）."""
    sheets: dict[str, list[str]] = {}
    for place in places(*cells):
        sheets.setdefault(place.sheet, []).append(place.cell)
    told = "；".join(f"《{sheet}》{'、'.join(names)}" for sheet, names in sheets.items())
    return f"（{told}）" if told else " "


@check(
    code="derived-staff", title="在职人员控制率与编制、在职人数一致", severity=Severity.ERROR, message=MESSAGE,
    cause="完成值填的是“已控制在编制内”而不是比率", repair="请按在职人数 ÷ 编制数填写", basis=COMMON)
@fact
def staff(book: Book) -> Iterator[Event]:
    for row in rows(book, "在职人员控制率|人员控制率"):
        yield from judged(row, [r for top, bottom in staffing(book) for r in over("在职人数 ÷ 编制数：", one(top), one(bottom))])


@check(
    code="derived-expenditure-control", title="支出经费控制率与预算、支出一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已控制”填 100%，没有计算", repair="请按实际支出总额 ÷ 预算安排总额填写", basis=COMMON)
@fact
def expenditure_control(book: Book) -> Iterator[Event]:
    for row in rows(book, "支出.*控制率|经费控制率", but=f"成本|{PARTS}"):
        yield from judged(row, (r for a, b in pairs(spent(book), planned(book)) for r in over("实际支出 ÷ 预算安排：", a, b)))


@check(
    code="derived-completion", title="支出（预算）完成率与预算、支出一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已完成”填 100%，没有计算", repair="请按实际支出总额 ÷ 预算安排总额填写", basis=COMMON)
@fact
def completion(book: Book) -> Iterator[Event]:
    """Of the whole expenditure; of 基本支出 or 项目支出 by the overall form's own line."""
    for row in rows(book, COMPLETION, but=PARTS):
        yield from judged(row, (r for a, b in pairs(spent(book), planned(book)) for r in over("实际支出 ÷ 预算安排：", a, b)))
    form = book.evaluation.overall
    for name, role in (("基本支出", Fund.BASIC), ("项目支出", Fund.PROJECT)):
        line = form.fund(role) if form is not None else None
        for row in rows(book, f"{name}.*(?:{COMPLETION}|执行率|完成率)"):
            budgets = (line.adjusted, line.initial) if line is not None else ()
            yield from judged(row, (r for budget in budgets for r in over(f"{name}执行数 ÷ 预算数：", one(line.executed), one(budget))))  # type: ignore[union-attr]


COMPLETION = "支出完成率|预算完成率|预算执行率|支出执行率"
PARTS = "基本支出|项目支出|人员|公用|三公|专项|采购|会议|培训"  # of the expenditure: their rates are not those of the whole


@check(
    code="derived-growth", title="支出总量增长率与本年、上年支出一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已完成”填 100%，没有计算", repair="请按（本年支出 − 上年支出）÷ 上年支出填写", basis=COMMON)
@fact
def expenditure_growth(book: Book) -> Iterator[Event]:
    for row in rows(book, "支出.*(增长率|变动率)", but=f"项目|{PARTS}"):
        found = pairs(spent(book), spent_before(book))
        growths = (r for a, b in found for r in growth("（本年 − 上年）÷ 上年：", a, b))
        yield from judged(row, chain(growths, (r for a, b in found for r in over("本年 ÷ 上年：", a, b))))


@check(
    code="derived-three-public-change", title="三公经费变动率与基础数据一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“未增长”填 100%，或决算与预算口径混用", repair="请按（本年 − 上年）÷ 上年填写，两年口径一致", basis=COMMON)
@fact
def three_public_change(book: Book) -> Iterator[Event]:
    """The budgets of both years, where the form's formula says 预算, need last year's workbook; else the final accounts."""
    for row in rows(book, "三公经费.*(变动率|增长率)"):
        budget, executed = amount_of(book, "budget", "三公"), amount_of(book, "executed", "三公")
        before = amount_of(book, "last_year", "三公")
        last_budget = amount_of(Book(book.last), "budget", "三公") if book.last and not other_last(book) else None
        budgets = list(growth("（本年预算 − 上年预算）÷ 上年预算：", budget, last_budget))
        accounts = list(growth("（本年决算 − 上年决算）÷ 上年决算：", executed, before))
        text = formula_text(row)
        if "预算" in text and "决算" not in text:
            readings = budgets + accounts if budgets else []
        elif "决算" in text and "预算" not in text:
            readings = accounts
        else:
            readings = accounts + budgets + list(growth("（本年预算 − 上年决算）÷ 上年决算：", budget, before))
        yield from judged(row, readings)


@check(
    code="derived-three-public-control", title="三公经费控制率与基础数据一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已控制”填 100%，没有计算", repair="请按三公经费实际支出 ÷ 预算安排填写", basis=COMMON)
@fact
def three_public_control(book: Book) -> Iterator[Event]:
    for row in rows(book, "三公经费.*(控制率|执行率|完成率)"):
        yield from judged(row, list(over("三公经费支出 ÷ 预算：", amount_of(book, "executed", "三公"), amount_of(book, "budget", "三公"))))


@check(
    code="derived-public-funds", title="公用经费控制率与基础数据一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已控制”填 100%，没有计算", repair="请按公用经费实际支出 ÷ 预算安排填写", basis=COMMON)
@fact
def public_funds(book: Book) -> Iterator[Event]:
    for row in rows(book, "公用经费.*控制率"):
        yield from judged(row, list(over("公用经费支出 ÷ 预算：", amount_of(book, "executed", "公用经费"), amount_of(book, "budget", "公用经费"))))


@check(
    code="derived-procurement", title="政府采购执行率与基础数据一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已执行”填 100%，没有计算", repair="请按实际采购金额 ÷ 采购预算填写", basis=COMMON)
@fact
def procurement(book: Book) -> Iterator[Event]:
    for row in rows(book, "政府采购.*率"):
        yield from judged(row, list(over("实际采购 ÷ 采购预算：", amount_of(book, "executed", "政府采购"), amount_of(book, "budget", "政府采购"))))


@check(
    code="derived-in-place", title="资金到位率与收入、预算、支出相容", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已到位”填 100%，没有计算", repair="请按实际到位资金 ÷ 计划投入资金填写", basis=COMMON)
@fact
def in_place(book: Book) -> Iterator[Event]:
    """到位资金 against 计划投入资金 of 收支与资产; without these, income against the budget. What was planned to arrive may have been raised
    with the year's spending, so the project expenditure, or the whole expenditure, is a reading too.
    """
    for row in rows(book, "资金到位率"):
        plan, arrived = (one(line.current) if (line := book.ledger_line(("项目资金", name))) else None for name in ("计划投入资金", "到位资金"))
        project = book.ledger_line(("支出", "项目支出"))
        income = one(ledger_value(book, "current", "收入"))
        readings = list(over("到位资金 ÷ 计划投入资金：", arrived, plan))
        readings += list(over("到位资金 ÷ 项目支出：", arrived, one(project.current) if project else None))
        for words, others in (("收入 ÷ 预算：", planned(book)), ("收入 ÷ 支出：", spent(book))):
            readings += [r for other in others for r in over(words, income, other)]
        yield from judged(row, readings)


@check(
    code="derived-carryover", title="结转结余率与结转结余、预算一致", severity=Severity.ERROR, message=MESSAGE,
    cause="没有计算，或分子、分母取自不同的表", repair="请按结转结余总额 ÷ 支出预算数填写", basis=COMMON)
@fact
def carried_rate(book: Book) -> Iterator[Event]:
    """What the balance is held against differs from place to place: the budget, what there was to spend, or what was spent."""
    for row in rows(book, "(结转结余|结余结转|结转和结余)率"):
        closing, opening = (ledger_amounts(book, "current", *names) for names in (CLOSING, OPENING))
        income = [amount for amount in (one(ledger_value(book, "current", "收入")), *ledger_amounts(book, "current", "财政拨款收入")) if amount]
        available = [Amount(a.cells + b.cells) for a in opening for b in [*income, *ledger_amounts(book, "current", *GRANTED)]]
        wholes = [("结转结余 ÷ 支出预算：", each) for each in planned(book)]
        wholes += [("结转结余 ÷（年初结转结余 + 本年收入）：", each) for each in available]
        wholes += [("结转结余 ÷ 收入：", each) for each in income] + [("结转结余 ÷ 支出：", each) for each in spent(book)]
        yield from judged(row, [r for words, whole in wholes for top in closing for r in over(words, top, whole)])


@check(
    code="derived-carryover-change", title="结转结余变动率与年初、年末数一致", severity=Severity.ERROR, message=MESSAGE,
    cause="没有计算，或误用年末 ÷ 年初", repair="请按（年末结转结余 − 年初结转结余）÷ 年初结转结余填写", basis=COMMON)
@fact
def carried_change(book: Book) -> Iterator[Event]:
    for row in rows(book, "(结转结余|结余结转|结转和结余)变动率"):
        closing, opening = (ledger_amounts(book, "current", *names) for names in (CLOSING, OPENING))
        yield from judged(row, [r for a, b in pairs(closing, opening) for r in growth("（年末 − 年初）÷ 年初：", a, b)])


@check(
    code="derived-assets", title="固定资产利用率与在用、全部固定资产一致", severity=Severity.ERROR, message=MESSAGE,
    cause="按“已利用”填 100%，没有计算", repair="请按在用固定资产 ÷ 全部固定资产填写", basis=COMMON)
@fact
def assets(book: Book) -> Iterator[Event]:
    for row in rows(book, "固定资产(利用|使用)率"):
        used, owned = ledger_amounts(book, "current", "在用固定资产"), ledger_amounts(book, "current", "全部固定资产", "固定资产总额", "固定资产合计")
        yield from judged(row, [r for a, b in pairs(used, owned) for r in over("在用 ÷ 全部：", a, b)])


@check(
    code="derived-adjustment", title="预算调整率与年初、全年预算一致", severity=Severity.ERROR, message=MESSAGE,
    cause="没有计算，照填 0 或 100%", repair="请按预算调整数 ÷ 年初预算数填写", basis=COMMON)
@fact
def adjustment(book: Book) -> Iterator[Event]:
    for row in rows(book, "预算调整率"):
        first, final = overall_total(book, "initial"), overall_total(book, "adjusted")
        readings = list(growth("（全年预算 − 年初预算）÷ 年初预算：", Amount(final), Amount(first))) if first and final else []
        yield from judged(row, readings)


def pairs(tops: Sequence[Amount], bottoms: Sequence[Amount]) -> list[tuple[Amount, Amount]]:
    return [(top, bottom) for top in tops for bottom in bottoms]


@check(
    code="derived-text", title="可以计算的指标填比率", severity=Severity.INFO,
    message="{where}填的是“{actual}”，这个指标可以按表中数据计算",
    cause="以文字代替计算结果", repair="请填计算出来的比率", basis=COMMON)
def words_for_figures(book: Book) -> Iterator[Event]:
    pattern = "人员控制率|经费控制率|完成率|预算执行率|增长率|变动率|政府采购.*率|资金到位率|预算调整率|固定资产利用率|结转结余率|结余结转率"
    for row in rows(book, pattern):
        if row.actual is None:
            continue
        text = row.actual.text.strip()
        if not text:
            yield Unknown(f"{row.name} 完成值空白", row.actual.place)
        elif row.actual.figure is None and not any(c.isdigit() for c in text):
            yield Failed(place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=text)
        else:
            yield PASSED


FAMILY = Family("derived", "可推算的指标", (
    staff, expenditure_control, completion, expenditure_growth, three_public_change, three_public_control, public_funds, procurement, in_place,
    carried_rate, carried_change, assets, adjustment, words_for_figures,
))
