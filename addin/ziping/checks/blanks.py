"""Blank cells. One cell is one matter: where a check knows what figure is missing, that is told and nothing else.

The gaps under a total come first, then what another form states, then what merely has to be filled in; many of the last are told together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ziping.checks import footing, ledger
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, Unknown
from ziping.checks.recomputed import recomputed
from ziping.checks.ties import empty, unfilled_all
from ziping.evaluation import Datum, Place

GAPS = (footing.gaps, ledger.gaps)
MANY = 3  # blanks of one check on one sheet that are told one by one


@fact
def told_by(book: Book, other: Callable[[Book], Iterable[Event]]) -> frozenset[Place]:
    """The cells in which another check, or a fact that checks judge, finds something wrong."""
    return frozenset(event.place for event in other(book) if isinstance(event, Failed) and event.place is not None)


def given(book: Book, datum: Datum | None) -> bool:
    """Whether something is stated there, or the cell's formula has something to give that the file does not hold."""
    return not empty(datum) or (datum is not None and bool(datum.formula) and datum.place in told_by(book, recomputed))


def untold(book: Book, events: Iterable[Event], *others: Callable[[Book], Iterable[Event]]) -> Iterator[Event]:
    """The events without the blank cells that the others tell already."""
    told = frozenset[Place]().union(*[told_by(book, other) for other in others])
    for event in events:
        if isinstance(event, Failed) and event.place in told:
            yield Unknown("这一格空白已按所缺的数指出", event.place)
        else:
            yield event


def gathered(events: Iterable[Event], whole: bool = False) -> Iterator[Event]:
    """Blank cells, those of a sheet told together where there are many; whole: those of the workbook told together.

    `unfilled` among their args: what stands in each, of which everything that stands in one is told.
    """
    failed: dict[str, list[Failed]] = {}
    for event in events:
        if isinstance(event, Failed):
            failed.setdefault(event.place.sheet if event.place is not None and not whole else "", []).append(event)
        else:
            yield event
    for group in failed.values():
        if len(group) <= (1 if whole else MANY):
            yield from (replace(event, args=event.args | {"more": ""}) for event in group)
        else:
            others = tuple(event.place for event in group[1:] if event.place is not None)
            args = group[0].args | {"more": f"等 {len(group)} 处"}
            if "unfilled" in args:
                args["unfilled"] = unfilled_all(event.args["unfilled"] for event in group)
            yield replace(group[0], related=others, args=args)
