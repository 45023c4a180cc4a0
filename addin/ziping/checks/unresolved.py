"""Formulas of which the file holds no result: a program that computes nothing saved it. What they would give is not blank, it is not known yet.

What a check looks for in such a cell, or works out from it, is not evaluated, with that reason; the cells themselves are told by a check of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ziping.checks.blanks import gathered
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, Unknown, check, passed
from ziping.checks.cells import Cell, Content
from ziping.checks.links import SHEETS, with_formula
from ziping.checks.recomputed import computed, recomputed
from ziping.checks.ties import named, no_result, places
from ziping.evaluation import Datum, Place
from ziping.findings import Severity

RECALCULATE = "请在 Excel 或 WPS 中打开，重新计算（Ctrl+Alt+F9）后保存，再校验；没有装加载项时运行 ziping recalculate"


@fact
def awaited(book: Book) -> Iterator[tuple[Cell, Event]]:
    """The cells whose formula has a result to come, with what it should be; one that gives a blank is as blank as it looks."""
    headed = (datum for form in book.evaluation.forms for datum in (form.title, *form.notes.values()))
    if any(cell.datum.unresolved for cell in book.computing_cells) or any(datum.unresolved for datum in headed):
        told = {event.place: event for event in recomputed(book) if isinstance(event, Failed | Unknown)}
        yield from ((cell, told[cell.datum.place]) for cell in with_formula(book) if cell.datum.unresolved and cell.datum.place in told)
        more = [cell for cell in besides(book) if cell.datum.unresolved and cell.datum.formula and cell.datum.place is not None]
        events = zip(more, computed(book, more), strict=True)
        yield from ((cell, event) for cell, event in events if isinstance(event, Failed | Unknown) and cell.datum.place not in book.cell_at)


@fact
def besides(book: Book) -> Iterator[Cell]:
    """What the forms hold beside their figures: titles, goals, causes, columns of the officer's own, what stands below."""
    base = book.evaluation.base
    told: list[tuple[Datum | None, str]] = [(base.title, "标题"), (base.measures, "厉行节约保障措施")] if base is not None else []
    for form in book.evaluation.forms:
        told.append((form.title, "标题"))
        for goal in form.goals:
            told += [(goal.expected, "年度总体目标"), (goal.achieved, "实际完成情况")]
        for row in form.indicators:
            if row.causes or row.extra:
                told += [(datum, f"{row.name} {heading}") for heading, datum in (*row.causes.items(), *row.extra.items())]
        told += [(datum, caption) for caption, datum in form.notes.items()]
    yield from (Cell(datum, Content.TEXT, heading) for datum, heading in told if datum is not None)


@fact
def awaited_places(book: Book) -> frozenset[Place]:
    return frozenset(cell.datum.place for cell, _ in awaited(book))  # type: ignore[misc]


def to_come(place: Place | None) -> Unknown:
    """That a cell's result is not in the file yet."""
    return Unknown(no_result(place), place)


def unless_awaited(book: Book, events: Iterable[Event]) -> Iterator[Event]:
    """The events, those open that fail in a cell whose result is to come."""
    lacking = awaited_places(book)
    for event in events:
        yield to_come(event.place) if isinstance(event, Failed) and event.place in lacking else event


def open_for(book: Book, event: Unknown) -> str:
    """Why a relation is not evaluated: a cell that it needs waits for its result, else as the check says."""
    lacking = awaited_places(book)
    found = next((place for place in (event.place, *places(*event.needs)) if place in lacking), None) if lacking else None
    return no_result(found) if found is not None else event.reason


def waiting(book: Book, failed: Failed) -> str:
    """Why a relation that seems not to hold is not evaluated: one of the cells it rests on waits for its result. "" where none does."""
    lacking = awaited_places(book)
    if not lacking:
        return ""
    found = next((place for place in (failed.place, *(failed.related if failed.rests_on is None else failed.rests_on)) if place in lacking), None)
    return no_result(found) if found is not None else ""


@check(
    code="formula-no-result", title="公式都有结果", severity=Severity.ERROR,
    message="{where}{more}的公式没有结果，不是漏填，凡要用到{them}的校验都没有进行",
    cause="文件由不计算公式的程序写成，没有用 Excel 或 WPS 打开、保存过", repair=RECALCULATE, basis=SHEETS)
def without_result(book: Book) -> Iterator[Event]:
    """Told once a sheet where there are many."""
    lacking = awaited(book)
    for event in gathered(
        Failed(place=cell.datum.place, label=named(cell.datum, cell.label), shown_expected=event.shown_expected if isinstance(event, Failed) else "")
        for cell, event in lacking
    ):
        yield replace(event, args=event.args | {"them": "它们" if event.args["more"] else "它"}) if isinstance(event, Failed) else event
    yield from passed(len(with_formula(book)) - sum(cell.datum.place in book.cell_at for cell, _ in lacking))
