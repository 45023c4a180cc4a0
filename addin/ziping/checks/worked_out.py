"""What the cells are called that a scheme may work out by formulas: by line and column, for the officer adds lines and projects, and addresses move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ziping.checks.book import Book
from ziping.checks.cells import AMOUNTS, BASE_COLUMNS, LEDGER_COLUMNS, LIST_COLUMNS
from ziping.evaluation import Datum, Form

SCORES, POINTS, WEIGHTS = "scores", "points", "weights"
"""Of all of a form's indicators together, as its totals add them up; the weights are those of the outermost headings."""
OF_ROWS = (SCORES, POINTS, WEIGHTS)
GRADE = "grade"


class Line(NamedTuple):
    """A line of an evaluation: what it is called here, the sheet of its form (two project forms have the same names), its columns."""

    name: str
    sheet: str
    line: object
    columns: Iterable[str]


def lines(book: Book) -> Iterator[Line]:
    base, ledger = book.evaluation.base, book.evaluation.ledger
    if base is not None:
        yield Line("base", base.sheet, base, ("posts", "staff", "staff_rate"))
        yield from (Line(f"base/{'/'.join(line.path)}", base.sheet, line, BASE_COLUMNS) for line in base.lines)
    for form in book.evaluation.forms:
        yield from (Line(f"{form.kind}/{line.label}", form.sheet, line, (*AMOUNTS, "score")) for line in form.funds)
        yield Line(str(form.kind), form.sheet, form, ("total_points", "total_score", GRADE))
    if ledger is not None:
        yield from (Line(f"ledger/{line.section}/{line.name}", ledger.sheet, line, LEDGER_COLUMNS) for line in ledger.lines)
        if ledger.projects_total is not None:
            yield Line("list", ledger.sheet, ledger.projects_total, LIST_COLUMNS)


def cells(book: Book, line: Line, column: str) -> Iterator[Datum]:
    """What the line has in that column: one cell, or those of the indicators."""
    found = _of_rows(book, line.line, column) if isinstance(line.line, Form) and column in OF_ROWS else [getattr(line.line, column)]
    yield from (datum for datum in found if datum is not None and datum.place is not None)


def _of_rows(book: Book, form: Form, column: str) -> Iterable[Datum | None]:
    rows = book.leaf_points(form)
    if column == WEIGHTS:
        return {id(row.level1): row.level1.weight for row, _ in rows}.values()
    return [points if column == POINTS else row.score for row, points in rows]
