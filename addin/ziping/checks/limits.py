"""Limits that a body may pass only with a reason: posts, the budget of 三公经费, the money there was to spend, and parts beyond their whole.

A figure beyond its limit may be true, so these are warnings; a slip of the pen is the likelier story, and the report would tell it as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from ziping.amounts import Relation
from ziping.checks.book import Book, ledger_value, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.stated import OPENING, is_adjustment, staffing
from ziping.checks.ties import Tie, empty, named, places, turned, verdict
from ziping.evaluation import Datum
from ziping.findings import Severity

OVER = "{where}为 {actual}，超过{total}的 {expected}，超出 {excess}"
THREE = "三公"


def within(part: Datum, limit: Datum, label: str, whole: str) -> Iterator[Event]:
    """The part against its limit, told from the part's side."""
    event = verdict(Tie(limit, (part,), whole, relation=Relation.AT_MOST))
    if event is not None:
        yield replace(turned(event, part, label, whole), args={"total": whole}) if isinstance(event, Failed) else event


@check(
    code="limit-staff", title="在职人数不超过编制数", severity=Severity.WARNING, message=OVER,
    cause="两栏填反，或把编外人员计入了在职人数", repair="请核对编制数和在职人数，确属超编的说明情况", basis="机构编制管理：在编制数内配备人员")
def staff(book: Book) -> Iterator[Event]:
    """The first place that has both; that the others say the same has a check of its own."""
    for people, posts in staffing(book)[:1]:
        if empty(people) or empty(posts):
            yield Unknown("编制数或在职人数空白", posts.place, (people,))
        else:
            yield from within(people, posts, "在职人数", "编制数")


@check(
    code="limit-three-public", title="三公经费决算不超过预算", severity=Severity.WARNING, message=OVER,
    cause="小数点、单位错位，或年中追加没有计入预算", repair="请核对这一项的预算数和决算数，确属超支的说明原因", basis="三公经费管理：支出控制在批复的预算以内")
def three_public(book: Book) -> Iterator[Event]:
    """Each line as far down as the excess can be followed: a total beyond its budget is not told beside the part that makes it so."""
    lines = three_public_lines(book)
    failed: dict[str, list[Event]] = {}
    for name, _, budget, executed in lines:
        if budget is None or executed is None:
            continue
        if empty(budget) or empty(executed):
            yield Unknown(f"{name}的预算数或决算数空白", executed.place, (budget,))
            continue
        for event in within(executed, budget, f"{name} 决算数", "预算数"):
            if isinstance(event, Failed):
                failed.setdefault(name, []).append(event)
            else:
                yield event
    covered = {parent for name, parent, _, _ in lines if name in failed}
    yield from (event for name, events in failed.items() if name not in covered for event in events)


def three_public_lines(book: Book) -> list[tuple[str, str, Datum | None, Datum | None]]:
    """(name, the line it is part of, budget, accounts): of 基础数据表, of 收支与资产 where the workbook has no other."""
    base = [line for line in book.base_lines.values() if THREE in squeezed(line.path[0])]
    if base:
        return [(line.name, line.path[-2] if len(line.path) > 1 else "", line.budget, line.executed) for line in base]
    lines = book.evaluation.ledger.lines if book.evaluation.ledger else []
    return [(line.name, line.parent, line.budget, line.current) for line in lines if THREE in squeezed(line.section)]


@check(
    code="limit-spending", title="支出不超过可用的资金", severity=Severity.WARNING,
    message="{where}为 {actual}，超过{total} {expected}，超出 {excess}",
    cause="收入或上年结转漏填，或小数点、单位错位", repair="请核对收入、上年结转和支出", basis="收支勾稽：当年支出来自当年收入和上年结转")
def spending(book: Book) -> Iterator[Event]:
    spent, income = ledger_value(book, "current", "支出"), only_income(book)
    if spent is None or income is None:
        return
    if empty(spent) or empty(income):
        yield Unknown("收入或支出的合计空白", income.place, (spent,))
        return
    opening = [line.current for line in book.evaluation.ledger.lines if squeezed(line.name) in OPENING and line.section != "收入" and line.current]  # type: ignore[union-attr]
    event = verdict(Tie(spent, (income, *opening), "支出合计"))
    if isinstance(event, Failed) and event.difference > 0:  # type: ignore[operator]
        yield replace(event, args={"total": "收入与年初结转结余之和" if opening else "收入"})
    else:
        yield event if isinstance(event, Unknown) else PASSED


def only_income(book: Book) -> Datum | None:
    """The total of the year's income, or the only line there is of it."""
    lines = [line for line in book.evaluation.ledger.lines if line.section == "收入" and not line.parent] if book.evaluation.ledger else []
    return ledger_value(book, "current", "收入") or (lines[0].current if len(lines) == 1 else None)


@check(
    code="limit-base-total", title="部门整体支出不小于项目支出", severity=Severity.WARNING,
    message="{where}为 {actual}，小于项目支出的 {expected}，不是部门整体支出的数，没有用它核对其他各表",
    cause="按“预算调整”的字面填了年中调整额，或照填 0", repair="请填部门整体支出的数，本级通知规定填调整额的请确认", basis="项目支出是部门整体支出的一部分")
def base_total(book: Book) -> Iterator[Event]:
    line, projects = book.base_line("部门整体支出"), book.base_line("项目支出")
    if line is None or projects is None:
        return
    pairs = ((line.executed, projects.executed), (line.budget, projects.budget))
    known = [(mine, part) for mine, part in pairs if mine and part and mine.figure and part.figure]
    if not known:
        yield Unknown("部门整体支出或项目支出空白", line.executed.place if line.executed is not None else None, tuple(chain.from_iterable(pairs)))
        return
    mine, part = next((pair for pair in known if pair[0].value < pair[1].value), known[0])  # type: ignore[operator, union-attr]
    if is_adjustment(book, line):
        yield Failed(
            place=mine.place, label=named(mine, line.name), expected=part.value, actual=mine.value, shown_expected=str(part.figure),
            shown_actual=str(mine.figure), bound="≥", related=places(part))
    else:
        yield PASSED


FAMILY = Family("limits", "限额", (staff, three_public, spending, base_total))
