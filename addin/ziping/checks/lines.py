"""The lines of money are filled in: the fund blocks, 基础数据表, 收支与资产 and 项目清单.

A line of which nothing is filled says nothing. What is missed is told by what stands beside it, in its line, its column or its sum.
"""

from __future__ import annotations

from collections.abc import Iterator

from ziping.amounts import Relation
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, check
from ziping.checks.cells import AMOUNTS, BASE_COLUMNS, COLUMNS, LEDGER_COLUMNS, LIST_COLUMNS
from ziping.checks.restoring import restored
from ziping.checks.ties import empty
from ziping.checks.wanted import BLANK, FILLED, Wanted, asked
from ziping.evaluation import Datum, FormKind
from ziping.findings import Severity

FILL, FILL_PROJECTS = "请补填，没有发生额的填 0", "请补填项目金额"


@check(
    code="complete-funds", title="资金各行填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="没有发生额的一栏没有填 0，或漏填", repair=FILL, basis=FILLED)
def funds(book: Book) -> Iterator[Event]:
    """A cell is missed where another cell of its line and of its column is filled; of a block without any figure, the first line of a form filled in otherwise."""
    yield from restored(book, asked(book, funds_cells(book)), FILL)


def funds_cells(book: Book) -> Iterator[Wanted]:
    for form in book.evaluation.forms:
        lines = [(line.label, [(column, getattr(line, column)) for column in AMOUNTS]) for line in form.funds]
        filled = [{column for column, cell in cells if not empty(cell)} for _, cells in lines]
        used = set().union(*filled)
        for (label, cells), some in zip(lines, filled, strict=True):
            yield from ((cell, label, COLUMNS[column]) for column, cell in cells if some and column in used)
        if lines and not used and form.kind is not FormKind.MONITOR and any(not empty(row.actual) for row in form.indicators):
            label, cells = lines[0]
            yield from ((cell, label, COLUMNS[column]) for column, cell in cells)


@check(
    code="complete-base", title="基础数据表各行填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="没有发生额的一栏没有填 0，或漏填", repair=FILL, basis=FILLED)
def base(book: Book) -> Iterator[Event]:
    yield from restored(book, asked(book, base_cells(book)), FILL)


def base_cells(book: Book) -> Iterator[Wanted]:
    data = book.evaluation.base
    if data is None:
        return
    if not (empty(data.posts) and empty(data.staff)):
        yield data.posts, "编制数", ""
        yield data.staff, "实际在职人数", ""
    for line in data.lines:
        cells = [getattr(line, column) for column in BASE_COLUMNS]
        if not all(map(empty, cells)):
            name = line.name
            yield from ((cell, name, heading) for cell, heading in zip(cells, BASE_COLUMNS.values(), strict=True))


@check(
    code="complete-ledger", title="收支与资产的合计、分项填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair=FILL, basis=FILLED)
def ledger(book: Book) -> Iterator[Event]:
    """A total is missed where one of its parts is stated, a part where the others do not reach the total, this year's figure where last year's is."""
    yield from restored(book, asked(book, ledger_cells(book)), FILL)


def ledger_cells(book: Book) -> Iterator[Wanted]:
    """What is missed, each cell once, and what is there, as often as it is asked for."""
    missed: dict[int, Wanted] = {}
    for group in book.ledger_groups:
        for column, heading in LEDGER_COLUMNS.items():
            each = group.ties[column]
            whole, there = each.total, [empty(cell) for cell in each.terms]
            if whole is not None and False in there and empty(whole):
                missed[id(whole)] = whole, group.parent.name, heading
            if True in there and each.relation is Relation.EQUAL and each.footing is not None and not each.footing.holds:
                missed |= {id(cell): (cell, name, heading) for cell, name, blank in zip(each.terms, each.names, there, strict=True) if blank}
            yield from ((cell, "", "") for cell, blank in zip(each.terms, there, strict=True) if not blank)
    for line in book.evaluation.ledger.lines if book.evaluation.ledger else ():
        moved = nonzero(line.current)
        for cell, heading, due in (
            (line.current, "本年数", nonzero(line.last_year) or nonzero(line.budget)), (line.last_year, "上年数", moved), (line.budget, "年初预算数", moved),
        ):
            if cell is None or not due:
                continue
            if not empty(cell):
                yield cell, "", ""
            elif heading == "本年数" or column_used(book, line.section, heading):
                missed[id(cell)] = cell, line.name, heading
    yield from missed.values()


def nonzero(datum: Datum | None) -> bool:
    return datum is not None and datum.figure is not None and datum.figure.value != 0


@fact
def column_used(book: Book, section: str, heading: str) -> bool:
    """Whether most lines of the section that state this year's figure state one in that column too: then a blank one was left out."""
    attribute = {"上年数": "last_year", "年初预算数": "budget"}[heading]
    lines = [line for line in book.evaluation.ledger.lines if line.section == section and not empty(line.current)] if book.evaluation.ledger else []
    filled = sum(not empty(getattr(line, attribute)) for line in lines)
    return len(lines) > 2 and 2 * filled > len(lines)


@check(
    code="complete-list", title="项目清单各项目填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair=FILL_PROJECTS, basis=FILLED)
def project_list(book: Book) -> Iterator[Event]:
    yield from restored(book, asked(book, project_list_cells(book)), FILL_PROJECTS)


def project_list_cells(book: Book) -> Iterator[Wanted]:
    data = book.evaluation.ledger
    lines = [line for line in data.projects if line.name.strip()] + ([data.projects_total] if data.projects_total else []) if data else []
    for column, heading in LIST_COLUMNS.items():
        cells = [getattr(line, column) for line in lines]
        if not all(map(empty, cells)):
            yield from ((cell, line.name, heading) for line, cell in zip(lines, cells, strict=True))
