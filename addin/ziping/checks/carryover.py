"""Funds carried over: what was there at the beginning, came in and went out leaves what is there at the end.

The lines of 收支与资产 are found by the names that accounts give them; a sheet without one of the four has nothing to check.
"""

from __future__ import annotations

from collections.abc import Iterator

from ziping.checks.book import Book, fact, squeezed
from ziping.checks.catalogue import Event, Family, check
from ziping.checks.ties import Tie, verdicts
from ziping.evaluation import LedgerLine
from ziping.findings import Severity

OPENING = ("年初结转和结余", "年初结转结余", "上年结转和结余", "上年结转结余")
INCOME = ("本年收入", "本年收入合计")
SPENDING = ("本年支出", "本年支出合计")
CLOSING = ("年末结转和结余", "年末结转结余")


def line_of(book: Book, names: tuple[str, ...]) -> LedgerLine | None:
    lines = book.evaluation.ledger.lines if book.evaluation.ledger else []
    return next((line for line in lines if squeezed(line.name) in names and line.current is not None), None)


@check(
    code="carryover-balance", title="年末结转和结余与收支相符", severity=Severity.WARNING,
    message="{where}按年初结转和结余加本年收入减本年支出（{parts}）应为 {expected}，实填 {actual}，{difference}",
    cause="年末数沿用了年初数，或当年有结余分配、收回财政的资金", repair="请核对年末结转和结余，有结余分配或收回资金的说明情况",
    basis="部门决算勾稽：年初结转和结余加本年收入等于本年支出、结余分配与年末结转和结余之和")
def balance(book: Book) -> Iterator[Event]:
    yield from verdicts(carryover_ties(book))


@fact
def carryover_ties(book: Book) -> Iterator[Tie]:
    opening, income, spending, closing = (line_of(book, names) for names in (OPENING, INCOME, SPENDING, CLOSING))
    if opening is None or income is None or spending is None or closing is None:
        return
    yield Tie(
        closing.current, (opening.current, income.current), f"{closing.section} {closing.name} 本年数",  # type: ignore[arg-type]
        minus=(spending.current,), names=(opening.name, income.name, spending.name))  # type: ignore[arg-type]


FAMILY = Family("carryover", "结转结余", (balance,))
