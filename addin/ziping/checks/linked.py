"""What a monitoring form takes from its project form by formulas, row by row: the names of the indicators and their targets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ziping.checks.book import Book, fact
from ziping.checks.references import linked
from ziping.checks.ties import empty, named
from ziping.evaluation import Form, Indicator, Place
from ziping.forms.grid import address


class Shown(NamedTuple):
    """A cell of a monitoring form, and the one of the project form that it is to show, None where that is not known."""

    place: Place
    label: str
    text: str
    formula: str | None
    source: Place | None


@fact
def shown(book: Book) -> Iterator[list[Shown]]:
    """The names of each monitoring form, then its targets; blank rows apart."""
    for form in book.evaluation.monitors:
        for column in (_names(book, form), _targets(book, form)):
            found = [cell for cell in column if cell.text]
            if found:
                yield found


def _names(book: Book, form: Form) -> Iterator[Shown]:
    for row in form.indicators:
        name, mate = row.level3, _by_target(book).get(_shows(row.target.formula if row.target is not None else None, form.sheet))
        if name.place is not None:
            yield Shown(name.place, "指标名称", name.printed.strip(), name.formula, mate.level3.place if mate is not None and mate.level3.name else None)


def _targets(book: Book, form: Form) -> Iterator[Shown]:
    for row in form.indicators:
        target, mate = row.target, _by_name(book).get(_shows(row.level3.formula, form.sheet))
        if target is not None and target.place is not None:
            theirs = mate.target if mate is not None else None
            words = "" if empty(target) else target.text.strip()
            yield Shown(target.place, named(target, f"{row.name} 年度指标值"), words, target.formula, theirs.place if theirs is not None and not empty(theirs) else None)


def _shows(formula: str | None, sheet: str) -> Place | None:
    """The cell that a formula shows."""
    reference = linked(formula) if formula else None
    return Place(reference.sheet or sheet, address(reference.top, reference.left)) if reference is not None else None


@fact
def _by_name(book: Book) -> dict[Place | None, Indicator]:
    """The rows of the project forms by where their names stand."""
    return {row.level3.place: row for form in book.evaluation.projects for row in form.indicators if row.level3.place is not None}


@fact
def _by_target(book: Book) -> dict[Place | None, Indicator]:
    """And by where their targets do."""
    return {row.target.place: row for form in book.evaluation.projects for row in form.indicators if row.target is not None and row.target.place is not None}


def showing(source: Place) -> str:
    """The formula that shows a cell of another sheet, and nothing where that is blank."""
    letters = source.cell.rstrip("0123456789")
    sheet = source.sheet.replace("'", "''")
    cell = f"'{sheet}'!${letters}${source.cell.removeprefix(letters)}"
    return f'=IF({cell}="","",{cell})'
