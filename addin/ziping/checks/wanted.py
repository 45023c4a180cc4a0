"""Cells that the forms ask to be filled. What another check says of a blank one, as the figure that it lacks, is not said again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ziping.checks import across
from ziping.checks.blanks import GAPS, gathered, untold
from ziping.checks.book import Book
from ziping.checks.catalogue import Event, Failed, passed
from ziping.checks.recomputed import recomputed
from ziping.checks.ties import empty, named, unfilled
from ziping.evaluation import Datum

FILLED = "填报要求：表中各栏填列齐全，没有发生额的填 0"
BLANK = "{where}{more}{unfilled}"

Wanted = tuple[Datum | None, str, str]
"""A cell, whose it is and its heading ("" for none); None is a cell that the form does not have, and is not missed."""


def asked(book: Book, wanted: Iterable[Wanted], whole: bool = False) -> Iterator[Event]:
    """Each cell that the forms have must be filled; whole: the blanks of the workbook are told together, not those of a sheet."""
    blank, filled = [], 0
    for datum, of, heading in wanted:
        if datum is None:
            continue
        if datum.figure is None and empty(datum):
            blank.append(Failed(place=datum.place, label=named(datum, f"{of} {heading}" if heading else of), args={"unfilled": unfilled(datum)}))
        else:
            filled += 1
    yield from passed(filled)
    if blank:
        yield from gathered(untold(book, blank, recomputed, *GAPS, across.blanks), whole)
