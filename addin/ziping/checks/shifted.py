"""A slip of units: a figure that is a power of ten off, and the ties that hold once it is undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ziping.amounts import EXACT, Quantity
from ziping.checks.across import all_ties as cross_ties
from ziping.checks.book import Book, fact
from ziping.checks.footing import equal_ties, public_ties, source_ties
from ziping.checks.ledger import group_ties
from ziping.checks.monitored import budget_ties
from ziping.checks.previous import last_ties
from ziping.checks.projects import unproved_sums
from ziping.checks.ties import Tie
from ziping.evaluation import Datum

SHIFTS = {4: "大了一万倍", -4: "小了一万倍", 3: "大了一千倍", -3: "小了一千倍", 8: "大了一亿倍", -8: "小了一亿倍"}
UNITS = "1 万元等于 10 000 元；表头、列头或单元格注明的计量单位适用于其中的数"


@fact
def ties(book: Book) -> Iterator[Tie]:
    """The sums within a form and the ties between forms."""
    yield from equal_ties(book)
    yield from public_ties(book)
    for form in book.evaluation.forms:
        yield from source_ties(form)
    for kind in ("equal", "net", "at_most"):
        yield from group_ties(book, kind)
    yield from cross_ties(book)
    yield from budget_ties(book)


@fact
def telling(book: Book) -> Iterator[Tie]:
    """Ties of which nobody knows whether they should hold, or of which one side stands in another file: they tell of a slip when they hold without it."""
    yield from unproved_sums(book)
    yield from last_ties(book)


def shifted(datum: Datum, shift: int) -> Quantity:
    """The figure as it would be without a slip of that many powers of ten."""
    quantity = datum.figure.quantity  # type: ignore[union-attr]
    return Quantity(quantity.value.scaleb(-shift, EXACT), quantity.slack.scaleb(-shift, EXACT))


def fails(tie: Tie) -> bool:
    """Whether a tie that can be evaluated does not hold."""
    return tie.total is not None and not tie.problem and tie.footing is not None and not tie.footing.holds


@fact
def slipping(book: Book) -> list[Tie]:
    """Those that do not hold and are as far off as a slip of one of their cells, or of all that stand in one sheet, would put them."""
    return [tie for tie in (*ties(book), *telling(book)) if fails(tie) and as_far_off(tie)]


def as_far_off(tie: Tie) -> bool:
    off, slack, cells = abs(tie.footing.difference), tie.footing.tolerance, amounts(tie)  # type: ignore[union-attr]
    sizes = [abs(datum.figure.quantity[0]) for datum in cells]  # type: ignore[union-attr]
    if len(cells) > 2:
        by_sheet: Counter[str] = Counter()
        for datum, size in zip(cells, sizes, strict=True):
            by_sheet[datum.place.sheet if datum.place is not None else ""] += size if datum is tie.total else -size  # type: ignore[assignment]
        sizes += map(abs, by_sheet.values())
    return any(size - size / 1000 - slack <= off and (off <= size + slack or off + slack >= 999 * size) for size in sizes if size)


def amounts(tie: Tie) -> list[Datum]:
    """The cells of a tie that hold amounts other than zero."""
    figured = (datum for datum in (tie.total, *tie.terms) if datum is not None and datum.figure is not None)
    return [datum for datum in figured if datum.figure.value and datum.figure.unit.base == "元"]  # type: ignore[union-attr]


def holds_without(tie: Tie, data: Iterable[Datum], shift: int) -> bool:
    """Whether the tie holds when the slip is undone in these cells, and not when they are merely left out."""
    there = slack = Decimal(0)
    for datum in data:
        value, inexact = datum.figure.quantity  # type: ignore[union-attr]
        there += value if datum is tie.total or any(datum is each for each in tie.minus) else -value
        slack += inexact
    rest, tolerance = tie.footing.difference - there, tie.footing.tolerance - slack  # type: ignore[union-attr]
    return abs(rest + there.scaleb(-shift, EXACT)) <= tolerance + slack.scaleb(-shift, EXACT) and abs(rest) > tolerance
