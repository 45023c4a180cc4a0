"""Formulas of which the file holds no result: a program that computes nothing saved it. What they would give is not blank, it is not known yet.

What a check looks for in such a cell, or works out from it, is not evaluated, with that reason; the cells themselves are told by a check of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ziping.checks.blanks import gathered
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, Unknown, check, passed
from ziping.checks.cells import Cell
from ziping.checks.links import SHEETS, with_formula
from ziping.checks.recomputed import recomputed
from ziping.checks.ties import named, no_result
from ziping.evaluation import Place
from ziping.findings import Severity

RECALCULATE = "请在 Excel 或 WPS 中打开，重新计算（Ctrl+Alt+F9）后保存，再校验；没有装加载项时运行 ziping recalculate"


@fact
def unresolved(book: Book) -> frozenset[Place]:
    """Every cell whose formula has no result, titles and what stands below the forms too."""
    found = [cell.datum.place for cell in book.computing_cells if cell.datum.unresolved]
    for form in book.evaluation.forms:
        found += [datum.place for datum in (form.title, *form.notes.values()) if datum.unresolved]
    return frozenset(place for place in found if place is not None)


@fact
def awaited(book: Book) -> Iterator[tuple[Cell, Event]]:
    """The cells whose formula has a result to come, with what it should be; one that gives a blank is as blank as it looks."""
    if unresolved(book):
        told = {event.place: event for event in recomputed(book) if isinstance(event, Failed | Unknown)}
        yield from ((cell, told[cell.datum.place]) for cell in with_formula(book) if cell.datum.unresolved and cell.datum.place in told)


@fact
def awaited_places(book: Book) -> frozenset[Place]:
    return frozenset(cell.datum.place for cell, _ in awaited(book)) if unresolved(book) else frozenset()  # type: ignore[misc]


def waiting(book: Book, failed: Failed) -> str:
    """Why a relation that seems not to hold is not evaluated: one of its cells waits for its result. "" where none does."""
    lacking = awaited_places(book)
    found = next((place for place in (failed.place, *failed.related) if place in lacking), None) if lacking else None
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
    yield from passed(len(with_formula(book)) - len(lacking))
