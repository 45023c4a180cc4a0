"""A body's money: budget and executed amount of the whole, taken from one of its sheets, and what its other sheets say instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ziping.amounts import WAN_YUAN, Figure, foots, half_up, show
from ziping.checks.book import TOTALS, Book
from ziping.checks.stated import is_adjustment
from ziping.evaluation import Datum, Evaluation, Fund, FundLine

PARTS = "项目合计"  # what `Money.name` says of amounts that are the sum of project forms
Figures = tuple[Figure, ...]  # in 万元, to be added up; () for what is not stated


@dataclass(frozen=True, slots=True)
class Money:
    """name: the sheet; initial: 年初预算数, where the form tells it apart from 全年预算数; others: what further sheets say that does not agree."""

    name: str = ""
    budget: Figures = ()
    executed: Figures = ()
    initial: Figures = ()
    others: tuple[str, ...] = ()


def money(evaluation: Evaluation) -> Money:
    """Of the first sheet that states either amount: the whole body's form, else 收支与资产, else all project forms together.

    基础数据表 is compared with it and never taken: some bodies enter under 部门整体支出预算调整 what was added or cut in the year.
    """
    stated = [each for each in _stated(evaluation) if each.budget or each.executed]
    taken, *others = stated or ([Money(PARTS, *_parts(evaluation))] if evaluation.projects else [Money()])
    told = tuple(filter(None, (_instead(taken, other) for other in (*others, *_compared(evaluation)))))
    return Money(taken.name, taken.budget, taken.executed, taken.initial, told)


def summed(figures: Figures) -> Figure | None:
    return Figure(sum((figure.value for figure in figures), Decimal(0)), WAN_YUAN) if figures else None


def budget_of(line: FundLine) -> Datum | None:
    """全年预算数, where the form has no such column 年初预算数."""
    return line.adjusted if line.adjusted is not None else line.initial


def _stated(evaluation: Evaluation) -> Iterator[Money]:
    for form, name in ((evaluation.overall, "整体自评表"), (evaluation.scoring, "指标评分表")):
        total = form.fund(Fund.TOTAL) if form is not None else None
        structure = [form.fund(Fund.BASIC), form.fund(Fund.PROJECT)] if form is not None else []
        if total is not None:
            yield _of_lines(name, [total])
        if structure and None not in structure:
            yield _of_lines(f"{name}（基本支出＋项目支出）" if total is not None else name, structure)  # type: ignore[arg-type]
    if evaluation.ledger is not None:
        line = next((line for name in TOTALS["支出"] if (line := evaluation.ledger.line("支出", name))), None)
        if line is not None:
            yield Money("收支与资产", _figures([line.budget]), _figures([line.current]))


def _compared(evaluation: Evaluation) -> Iterator[Money]:
    book = Book(evaluation)
    base = book.base_line("部门整体支出")
    if base is not None and not is_adjustment(book, base):
        yield Money("基础数据表", _figures([base.budget]), _figures([base.executed]))


def _of_lines(name: str, lines: list[FundLine]) -> Money:
    return Money(name, _figures([budget_of(line) for line in lines]), _figures([line.executed for line in lines]), _figures([line.initial for line in lines]))


def _parts(evaluation: Evaluation) -> tuple[Figures, Figures]:
    lines = [form.fund(Fund.TOTAL) for form in evaluation.projects]
    return _figures([budget_of(line) if line else None for line in lines]), _figures([line.executed if line else None for line in lines])


def _figures(data: list[Datum | None]) -> Figures:
    """() while one of them is missing: half a sum is a wrong sum."""
    try:
        figures = [datum.figure.to(WAN_YUAN) if datum is not None and datum.figure is not None else None for datum in data]
    except ValueError:  # no money
        return ()
    return () if None in figures else tuple(figures)  # type: ignore[arg-type]


def _instead(taken: Money, other: Money) -> str:
    """收支与资产预算数 620.00 万元; "" where it says the same, as far as the shown decimals can tell. A budget may be that of the beginning of the year."""
    told = []
    if other.budget and taken.budget and not _same(taken.budget, other.budget) and not (taken.initial and _same(taken.initial, other.budget)):
        told.append(f"预算数 {_shown(other.budget)} 万元")
    if other.executed and taken.executed and not _same(taken.executed, other.executed):
        told.append(f"执行数 {_shown(other.executed)} 万元")
    return other.name + "、".join(told) if told else ""


def _same(one: Figures, other: Figures) -> bool:
    footing = foots(one[0], [*other, *(-figure for figure in one[1:])])
    return footing is not None and footing.holds


def _shown(figures: Figures) -> str:
    return show(half_up(summed(figures).value, 2))  # type: ignore[union-attr]
