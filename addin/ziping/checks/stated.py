"""What a workbook states of the whole body, wherever it stands: the amounts and numbers of people that its indicators are worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ziping.amounts import Quantity
from ziping.checks.book import Book, fact, ledger_value, squeezed
from ziping.checks.once import once
from ziping.evaluation import BaseLine, Datum, Fund, LedgerLine

GRANTED = ("下达预算", "预算下达", "全年预算数", "调整后预算")
CLOSING = ("年末结转和结余", "年末结转结余", "年末累计结转结余")
OPENING = ("年初结转和结余", "年初结转结余", "上年结转和结余", "上年结转结余")
POSTS, STAFF = re.compile(r"编制(人?数)?$|核定编制"), re.compile(r"在职(人员|人数|职工)?(数|人数)?$|在编(人员|人数)$")
LEDGER_NAMES = {"last_year": "last_year", "budget": "budget", "executed": "current"}  # the columns of 基础数据表 in 收支与资产


@dataclass(eq=False)
class Amount:
    """A figure that may have to be added up from several cells."""

    cells: tuple[Datum, ...]

    @once
    def quantity(self) -> Quantity | None:
        figures = [cell.figure for cell in self.cells]
        if not figures or any(f is None or f.unit.base != figures[0].unit.base for f in figures):  # type: ignore[union-attr]
            return None
        parts = [f.quantity for f in figures]  # type: ignore[union-attr]
        return Quantity(sum(p.value for p in parts), sum(p.slack for p in parts))  # type: ignore[arg-type]

    def text(self, unit: bool) -> str:
        """As in the cells, with their units where the formula mixes them; several in brackets."""
        words = " + ".join(str(cell.figure) if unit else cell.text.strip() for cell in self.cells)
        return f"({words})" if len(self.cells) > 1 else words


def one(datum: Datum | None) -> Amount | None:
    return Amount((datum,)) if datum is not None and datum.figure is not None else None


def spent(book: Book) -> tuple[Amount, ...]:
    """The year's expenditure of the whole body, from each place that states it."""
    return book_amounts(book, "executed", "executed", "current")


def planned(book: Book) -> tuple[Amount, ...]:
    """The year's budget, from each place that states it; what was handed down in the year is one."""
    return book_amounts(book, "adjusted", "budget", "budget") + ledger_amounts(book, "current", *GRANTED)


def spent_before(book: Book) -> tuple[Amount, ...]:
    return book_amounts(book, "", "last_year", "last_year")


@fact
def book_amounts(book: Book, overall_column: str, base_column: str, ledger_column: str) -> Iterator[Amount]:
    """A column of the whole body's expenditure; "": the overall form has no such column."""
    line = book.base_line("部门整体支出")
    if line is not None and not is_adjustment(book, line) and (amount := one(getattr(line, base_column))):
        yield amount
    if overall_column and (cells := overall_total(book, overall_column)):
        yield Amount(cells)
    if amount := one(ledger_value(book, ledger_column, "支出")):
        yield amount


def overall_total(book: Book, column: str) -> tuple[Datum, ...]:
    """The whole body's amount in a column of the overall form: its line of the total, else its structure added up."""
    form = book.evaluation.overall
    if form is None:
        return ()
    total = form.fund(Fund.TOTAL)
    lines = [total] if total is not None else [line for line in form.funds if line.role in (Fund.BASIC, Fund.PROJECT)]
    cells = [getattr(line, column) for line in lines]
    return () if any(cell is None or cell.figure is None for cell in cells) else tuple(cells)


def is_adjustment(book: Book, line: BaseLine) -> bool:
    """Some bodies enter under 部门整体支出预算调整 what was added or cut in the year: then neither year's figure is a total.

    Told by every figure of the year being smaller than the project expenditure alone, or one of them below zero.
    """
    projects = book.base_line("项目支出")
    pairs = [(line.budget, projects.budget), (line.executed, projects.executed)] if projects is not None else []
    known = [(mine.figure.quantity.value, part.figure.quantity.value) for mine, part in pairs if mine and part and mine.figure and part.figure]
    return any(mine < 0 for mine, _ in known) or bool(known) and all(mine < part for mine, part in known)


def amount_of(book: Book, column: str, *words: str) -> Amount | None:
    """The figure of the outermost line named by the words: of 基础数据表, without one of 收支与资产."""
    line = book.base_line(*words)
    if line is not None and (found := one(getattr(line, column))):
        return found
    return next(iter(ledger_amounts(book, LEDGER_NAMES[column], *words)), None)


@fact
def ledger_amounts(book: Book, column: str, *words: str) -> tuple[Amount, ...]:
    """The figure of the line of 收支与资产 whose name holds one of the words and that is part of no other such line."""
    lines = [line for line in book.evaluation.ledger.lines if any(word in squeezed(line.name) for word in words)] if book.evaluation.ledger else []
    names = {line.name for line in lines}
    outer = [line for line in lines if line.parent not in names]
    amount = one(getattr(outer[0], column)) if len(outer) == 1 else None
    return (amount,) if amount is not None else ()


def staffing(book: Book) -> list[tuple[Datum, Datum]]:
    """Staff and posts, from each place that has both."""
    base = book.evaluation.base
    listed = [line.current if (line := staff_line(book, pattern)) is not None else None for pattern in (STAFF, POSTS)]
    found = [(base.staff, base.posts)] if base is not None else []
    return [(people, posts) for people, posts in (*found, tuple(listed)) if people is not None and posts is not None]


def staff_line(book: Book, pattern: re.Pattern[str]) -> LedgerLine | None:
    """The only line of 收支与资产 under 人员 whose name matches."""
    ledger = book.evaluation.ledger
    lines = [line for line in ledger.lines if line.section == "人员" and pattern.search(line.name)] if ledger is not None else []
    return lines[0] if len(lines) == 1 else None
