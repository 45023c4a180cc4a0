"""Which cells the workbook of a scheme works out by formulas, so that what is typed in one of them is noticed whatever stands beside it.

`workbooks/formulas.json` says it for every scheme; `workbooks/build.py` makes it of the blank workbooks.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ziping import resources
from ziping.checks.blanks import given
from ziping.checks.book import Book, fact
from ziping.checks.cells import Content
from ziping.checks.consequences import blank, origins
from ziping.checks.links import with_formula
from ziping.checks.monitored import twin
from ziping.checks.references import position, sources
from ziping.checks.ties import empty
from ziping.checks.worked_out import GRADE, Line, cells, lines
from ziping.evaluation import Datum, Place

FILE = "formulas.json"
RATED = frozenset({"score", "staff_rate"})
OF_ALL = RATED | {"total_score"}
"""Columns whose formulas give nothing as long as one of the cells lacks that they are worked out from; a sum takes what there is."""
WHOLE = OF_ALL | {"total_points", GRADE}
"""Columns whose formulas use further cells, which are not told in the table: rows without a name, points, rates."""


class Belonging(NamedTuple):
    """What stands in a cell of a scheme's blank workbook: where it is, its formula, and what this is worked out from."""

    cell: str
    formula: str
    made_of: list[list[str]]


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, dict[str, Belonging]]]:
    read = json.loads((resources.folder("workbooks") / FILE).read_text(encoding="utf-8"))
    return {scheme: {name: {column: Belonging(*told) for column, told in columns.items()} for name, columns in known.items()} for scheme, known in read.items()}


class Missed(NamedTuple):
    """A cell without the formula that the scheme has there; column: which of its line it is.

    moved: whether that formula has to be written anew for the lines of this workbook. failing: the cells that it would find an error in; elsewhere: the
    blank ones of other sheets in which its figures are to be stated, where none is stated.
    """

    datum: Datum
    column: str
    belonging: Belonging
    moved: bool
    failing: tuple[Place, ...]
    elsewhere: tuple[Place, ...]

    @property
    def formula(self) -> str:
        return self.belonging.formula


@fact
def without_formula(book: Book) -> tuple[Mapping[tuple[str, bool], int], tuple[Missed, ...]]:
    """How many formulas each sheet has kept, and the cells without the one of the scheme for which that would find figures.

    The sums, which are links to other sheets too, are counted apart from what is worked out of them: of the latter the formulas that the sheet has at all,
    for scores and rates stand beside.
    """
    known = _tables().get(book.evaluation.scheme) if book.scheme is not None else None
    there: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in lines(book) if known else ():
        there[line.name].setdefault(line.sheet, line)
    kept = Counter((cell.datum.place.sheet, True) for cell in with_formula(book) if cell.content is not Content.TEXT)  # type: ignore[union-attr]
    missed = []
    for name, columns in (known or {}).items():
        for line in there[name].values() if name in there else ():
            for column, belonging in columns.items():
                for datum in cells(book, line, column):
                    if datum.formula:
                        kept[line.sheet, False] += column not in WHOLE
                    elif (found := _missed(book, datum, column, belonging, list(_used(book, belonging, line, there)))) is not None:
                        missed.append(found)
    return kept, tuple(missed)


@fact
def typed_over(book: Book) -> Mapping[str, list[Missed]]:
    """What is typed on each sheet that has kept half of its formulas at least, for values alone are what was sent on; nothing where all are kept."""
    kept, missed = without_formula(book)
    typed: dict[tuple[str, bool], list[Missed]] = defaultdict(list)
    for each in missed:
        if _stated(each):
            typed[each.datum.place.sheet, each.column in WHOLE].append(each)  # type: ignore[union-attr]
    found: dict[str, list[Missed]] = {sheet: [] for sheet, whole in kept if not whole}
    for (sheet, whole), each in typed.items():
        if kept[sheet, whole] >= len(each):
            found.setdefault(sheet, []).extend(each)
        elif not found.get(sheet):  # values alone: nothing was looked at
            found.pop(sheet, None)
    return found


@fact
def left_blank(book: Book) -> Mapping[Place, Missed]:
    """The blank cells for which the scheme's formula would find figures."""
    _, missed = without_formula(book)
    return {each.datum.place: each for each in missed if empty(each.datum) and not each.elsewhere}  # type: ignore[misc]


def _stated(missed: Missed) -> bool:
    """Whether a figure, or a grade, stands there; a word where a figure belongs is told as such."""
    return missed.datum.figure is not None or (missed.column == GRADE and not empty(missed.datum) and missed.datum.error is None)


def _missed(book: Book, datum: Datum, column: str, belonging: Belonging, used: list[Datum]) -> Missed | None:
    """The cell, if the formula would find figures there; None where what is stated has to be typed, because the formula would give nothing.

    What is taken from other sheets alone is to be stated there. A rate over nothing has no formula that gives it, and its score is the officer's.
    """
    there, elsewhere = [given(book, each) for each in used], ()
    if column in OF_ALL:
        finds = bool(there) and all(there) and not (column in RATED and any(each.value == 0 for each in used))
    else:
        finds = any(there)
        if not finds and used and all(_leads_away(each, datum.place.sheet) for each in used):  # type: ignore[union-attr]
            finds, elsewhere = True, _unstated(book, used)
    if not finds:
        return None
    failing = tuple(each.place for each in used if each.error)
    return Missed(datum, column, belonging, _moved(belonging, datum, column, used), failing, elsewhere)  # type: ignore[arg-type]


def _leads_away(datum: Datum, sheet: str) -> bool:
    """Whether the cell is one of another sheet, or is worked out from those of others alone."""
    from_there = sources(datum.formula, sheet) if datum.formula else ()
    return datum.place.sheet != sheet or (bool(from_there) and all(place.sheet != sheet for place in from_there))  # type: ignore[union-attr]


def _unstated(book: Book, used: list[Datum]) -> tuple[Place, ...]:
    """The blank cells without a formula that these are worked out from; themselves where no such cell is known."""
    where = origins(book)
    found = {place for each in used for place in where.made_of(each.place) if place not in where.formulas and blank(book, place)}  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda place: (place.sheet, position(place)))) or tuple(each.place for each in used)  # type: ignore[misc]


def _used(book: Book, belonging: Belonging, line: Line, there: Mapping[str, Mapping[str, Line]]) -> Iterator[Datum]:
    """What the formula would be worked out from: the form's own where it is of its kind, else the only form's of that kind or the one's of its project."""
    for name, column in belonging.made_of:
        of_sheet = there.get(name, {})
        if _room(name) == _room(line.name):
            others = [of_sheet[line.sheet]] if line.sheet in of_sheet else []
        elif len(of_sheet) > 1:
            mate = twins(book).get(line.sheet)
            others = [of_sheet[mate]] if mate in of_sheet else []
        else:
            others = list(of_sheet.values())
        for other in others:
            yield from cells(book, other, column)


@fact
def twins(book: Book) -> dict[str, str]:
    """The sheet of each monitoring form with that of its project's form."""
    found = ((form.sheet, twin(book, form)) for form in book.evaluation.monitors)
    return {sheet: mate.sheet for sheet, mate in found if mate is not None}


def _room(name: str) -> str:
    return name.partition("/")[0]


def _moved(belonging: Belonging, datum: Datum, column: str, used: list[Datum]) -> bool:
    """Whether the figure stands elsewhere than the formula does in the blank workbook, or what that uses does."""
    needed, named = {each.place for each in used}, set(sources(belonging.formula, datum.place.sheet))  # type: ignore[union-attr]
    return datum.place.cell != belonging.cell.rpartition("!")[2] or not needed <= named or (column not in WHOLE and not named <= needed)  # type: ignore[union-attr]
