"""Cells that the forms ask to be filled. What another check says of a blank one, as the figure that it lacks, is not said again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from ziping.checks import across
from ziping.checks.blanks import GAPS, gathered, untold
from ziping.checks.book import Book
from ziping.checks.catalogue import Event, Failed, passed
from ziping.checks.consequences import origins
from ziping.checks.recomputed import recomputed
from ziping.checks.ties import empty, named, unfilled
from ziping.checks.unresolved import awaited_places, to_come
from ziping.checks.waiting import causes, waits_for
from ziping.evaluation import Datum, Place

FILLED = "填报要求：表中各栏填列齐全，没有发生额的填 0"
BLANK = "{where}{more}{unfilled}"

Wanted = tuple[Datum | None, str, str]
"""A cell, whose it is and its heading ("" for none); None is a cell that the form does not have, and is not missed."""


def asked(book: Book, wanted: Iterable[Wanted], whole: bool = False) -> Iterator[Event]:
    """Each cell that the forms have must be filled; whole: the blanks of the workbook are told together, not those of a sheet.

    What a formula gives is not to be typed: there the cells are told that it waits for.
    """
    blank, waiting, filled = [], [], 0
    for datum, of, heading in wanted:
        if datum is None:
            continue
        if datum.unresolved and datum.place is not None and not awaited_places(book).isdisjoint(origins(book).made_of(datum.place)):
            yield to_come(datum.place)  # also where it would be blank for want of another result
        elif datum.figure is None and empty(datum):
            told = Failed(place=datum.place, label=named(datum, f"{of} {heading}" if heading else of), args={"unfilled": unfilled(datum)})
            (waiting if datum.formula else blank).append(told)
        else:
            filled += 1
    yield from passed(filled)
    if blank:
        yield from gathered(untold(book, blank, recomputed, *GAPS, across.blanks), whole)
    told = {event.place for event in blank}
    waiting = [event for event in waiting if event.place is None or not waits_for_these_alone(book, event.place, told)]
    if waiting:
        for event in gathered(untold(book, waiting, recomputed, *GAPS, across.blanks), whole):
            yield replace(event, repair=waits_for(book, event.place, *event.related)) if isinstance(event, Failed) else event


def waits_for_these_alone(book: Book, cell: Place, told: Container[Place | None]) -> bool:
    """Whether all that a formula waits for is told already."""
    failing, lacking = causes(book, cell)
    return bool(lacking) and not failing and all(place in told for place in lacking)
