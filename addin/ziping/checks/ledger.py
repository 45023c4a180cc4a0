"""收支与资产 in itself: totals, of-which items, net values, shares of the structure.

Which line is part of which, and whether 合计 or 其中, is on the sheet; nothing is inferred from names here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ziping.amounts import Relation, decimals_of
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Family, check
from ziping.checks.footing import FOOTING, OF_WHICH, PART_OF, SUM, gap
from ziping.checks.ties import Tie, compared, places, verdict, verdicts
from ziping.findings import Severity


@fact
def group_ties(book: Book, kind: str) -> Iterator[Tie]:
    """kind: "equal", "at_most", or "net" for groups with something taken off."""
    for group in book.ledger_groups:
        if group.kind == kind:
            yield from group.ties.values()


@check(
    code="ledger-total", title="收支与资产的合计等于各分项之和", severity=Severity.ERROR, message=SUM,
    cause="合计与分项取自不同的表，或抄错数字", repair="请对照决算报表核对合计及各分项", basis=FOOTING)
def total(book: Book) -> Iterator[Event]:
    yield from verdicts(group_ties(book, "equal"))


@check(
    code="ledger-part-of", title="收支与资产的“其中”各项之和不大于其上级", severity=Severity.ERROR, message=PART_OF,
    cause="其中项跨年度、跨口径填列，或上级项目漏计", repair="请核对其中各项的年度和口径", basis=OF_WHICH)
def part_of(book: Book) -> Iterator[Event]:
    """Of several items; a single one is told itself."""
    yield from verdicts(each for each in group_ties(book, "at_most") if len(each.parts) > 1)


@check(
    code="ledger-item-exceeds", title="单个“其中”项不大于其上级", severity=Severity.ERROR,
    message="{where}是{total}的其中一项，不应大于其 {expected}，实填 {actual}，超出 {excess}",
    cause="该项金额包含了往年或其他来源的支出，或小数点、单位错位", repair="请核对该项与其上级的金额、年度和单位", basis=OF_WHICH)
def item_exceeds(book: Book) -> Iterator[Event]:
    for each in group_ties(book, "at_most"):
        if each.total is None or each.total.figure is None:
            if len(each.parts) == 1 and (event := verdict(each)) is not None:
                yield event
            continue
        for part, name in zip(each.parts, each.names, strict=True):
            single = Tie(each.total, (part,), each.label, relation=Relation.AT_MOST)
            if part.figure is None or part.figure.unit.base != each.total.figure.unit.base or (footing := single.footing) is None:
                if len(each.parts) == 1 and (event := verdict(single)) is not None:
                    yield event
                continue
            if footing.holds:
                yield PASSED
                continue
            turned = compared(part.place, name, footing, each.total.figure.unit, decimals_of(each.total.figure.value))
            yield Failed(
                place=part.place, label=part.label or f"{name} {each.label.rpartition(' ')[2]}", related=places(each.total), unit=turned.unit,
                expected=turned.actual, actual=turned.expected, difference=-turned.difference, tolerance=turned.tolerance,  # type: ignore[operator]
                shown_expected=turned.shown_actual, shown_actual=turned.shown_expected, shown_tolerance=turned.shown_tolerance,
                shown_difference="+" + turned.shown_difference[1:], bound="≤", args={"total": f"“{each.total.label or each.label}”"})


@check(
    code="ledger-net", title="净值等于原值减累计折旧（摊销）", severity=Severity.ERROR,
    message="{where}应等于 {parts}，即 {expected}，实填 {actual}，{difference}",
    cause="原值、折旧、净值取自不同时点", repair="请核对原值、累计折旧（摊销）和净值", basis="表内勾稽：净值等于原值减去累计折旧（摊销）")
def net(book: Book) -> Iterator[Event]:
    for each in group_ties(book, "net"):
        event = verdict(each)
        if isinstance(event, Failed):
            whole = each.label.split(" ")[-2]
            event = replace(event, repair=f"请核对{'、'.join((whole, *each.names))}")
        if event is not None:
            yield event


@check(
    code="ledger-blank-part", title="收支与资产的合计有数而分项空白", severity=Severity.WARNING,
    message="{where}{unfilled}，而{total}为 {whole}，其余分项之和为 {sum}，尚差 {expected}",
    cause="合计填了，分项漏填；没有发生额的应填 0", repair="请补填该分项，没有发生额的填 0", basis=FOOTING)
def blank_part(book: Book) -> Iterator[Event]:
    yield from gaps(book)


@fact
def gaps(book: Book) -> Iterator[Event]:
    for kind in ("equal", "net"):
        for each in group_ties(book, kind):
            yield from gap(each)


FAMILY = Family("ledger", "收支与资产", (total, part_of, item_exceeds, net, blank_part))
