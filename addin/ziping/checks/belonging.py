"""Which amounts the workbook of a scheme works out by formulas, so that one typed in such a cell is noticed whatever stands beside it.

`workbooks/formulas.json` says it for every scheme; `workbooks/build.py` makes it of the blank workbooks. A cell is known there by its line and
column, not by its address: the officer adds lines and projects.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ziping import resources
from ziping.checks.book import Book, fact
from ziping.checks.cells import AMOUNTS, BASE_COLUMNS, LEDGER_COLUMNS, LIST_COLUMNS
from ziping.checks.references import sources
from ziping.checks.ties import empty
from ziping.evaluation import Datum, Evaluation

FILE = "formulas.json"


class Line(NamedTuple):
    """A line of an evaluation with amounts: what it is called here, the sheet of its form (two project forms have the same names), its columns."""

    name: str
    sheet: str
    line: object
    columns: Iterable[str]


class Belonging(NamedTuple):
    """What stands in a cell of a scheme's blank workbook: where it is, its formula, and the amounts that this is worked out from."""

    cell: str
    formula: str
    made_of: list[list[str]]


def lines(evaluation: Evaluation) -> Iterator[Line]:
    base, ledger = evaluation.base, evaluation.ledger
    if base is not None:
        yield Line("base", base.sheet, base, ("posts", "staff"))
        yield from (Line(f"base/{'/'.join(line.path)}", base.sheet, line, BASE_COLUMNS) for line in base.lines)
    for form in evaluation.forms:
        yield from (Line(f"{form.kind}/{line.label}", form.sheet, line, AMOUNTS) for line in form.funds)
    if ledger is not None:
        yield from (Line(f"ledger/{line.section}/{line.name}", ledger.sheet, line, LEDGER_COLUMNS) for line in ledger.lines)
        if ledger.projects_total is not None:
            yield Line("list", ledger.sheet, ledger.projects_total, LIST_COLUMNS)


def table(evaluation: Evaluation) -> dict[str, dict[str, list[object]]]:
    """What `FILE` says of a scheme, by its blank workbook: of each line the columns that have formulas."""
    known = [(line.name, column, datum) for line in lines(evaluation) for column in line.columns if (datum := getattr(line.line, column)) is not None]
    called = {datum.place: [name, column] for name, column, datum in known}
    found: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for name, column, datum in known:
        if datum.formula and (used := [called[place] for place in sources(datum.formula, datum.place.sheet) if place in called]):
            found[name].setdefault(column, [str(datum.place), datum.formula, used])
    return found


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, dict[str, Belonging]]]:
    read = json.loads((resources.folder("workbooks") / FILE).read_text(encoding="utf-8"))
    return {scheme: {name: {column: Belonging(*told) for column, told in columns.items()} for name, columns in known.items()} for scheme, known in read.items()}


class Typed(NamedTuple):
    """A figure that is typed where the scheme has a formula. formula: that one, where it would be right as it stands there; else ""."""

    datum: Datum
    formula: str


@fact
def typed_over(book: Book) -> Iterator[Typed]:
    """The typed ones of each sheet that has kept half of its formulas at least, for values alone are what was sent on.

    A sum of which no part is stated has to be typed; what is taken from another sheet is to be stated there.
    """
    known = _tables().get(book.evaluation.scheme) if book.scheme is not None else None
    if not known:
        return
    there: dict[str, list[Line]] = defaultdict(list)
    for line in lines(book.evaluation):
        there[line.name].append(line)
    kept: dict[str, int] = defaultdict(int)
    typed: dict[str, list[Typed]] = defaultdict(list)
    for name, columns in known.items():
        for line in there.get(name, ()):
            for column, belonging in columns.items():
                datum: Datum | None = getattr(line.line, column)
                if datum is None:
                    continue
                if datum.formula:
                    kept[line.sheet] += 1
                elif datum.figure is not None and datum.place is not None:
                    used = list(_used(belonging, line, there))
                    if any(each.formula or not empty(each) or each.place.sheet != line.sheet for each in used):  # type: ignore[union-attr]
                        typed[line.sheet].append(Typed(datum, belonging.formula if _unmoved(belonging, datum, used) else ""))
    for sheet, found in typed.items():
        if kept[sheet] >= len(found):
            yield from found


def _used(belonging: Belonging, line: Line, there: Mapping[str, list[Line]]) -> Iterator[Datum]:
    """The amounts that the formula would be worked out from: those of the form itself where it is of its kind."""
    for name, column in belonging.made_of:
        for other in there.get(name, ()):
            datum = getattr(other.line, column)
            if datum is not None and datum.place is not None and (other.sheet == line.sheet or _room(name) != _room(line.name)):
                yield datum


def _room(name: str) -> str:
    return name.partition("/")[0]


def _unmoved(belonging: Belonging, datum: Datum, used: list[Datum]) -> bool:
    """Whether the formula stands in the blank workbook where the figure does here, and uses cells that are the same here."""
    places = {each.place for each in used}
    return str(datum.place) == belonging.cell and all(place in places for place in sources(belonging.formula, datum.place.sheet))  # type: ignore[union-attr]
