"""The file was saved by a program without the add-in: one fact, told once, however many cells it left without their results."""

from __future__ import annotations

from collections.abc import Iterator

from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, check
from ziping.checks.cells import Cell
from ziping.checks.references import position, references
from ziping.checks.ties import named, places
from ziping.evaluation import Place
from ziping.findings import Severity
from ziping.forms.uncomputed import UNKNOWN_NAME, calls_addin, uncomputed


@fact
def uncomputed_cells(book: Book) -> Iterator[Cell]:
    """The cells without a result: those with a function of the add-in, and those whose formula shows the error of one of them."""
    failing = [cell for cell in book.failing_cells if cell.datum.error == UNKNOWN_NAME and cell.datum.formula and cell.datum.place is not None]
    lacking = {id(cell): cell for cell in failing if uncomputed(cell.datum)}
    places_of = {at(cell.datum.place): cell for cell in failing}
    grown = True
    while grown:
        found = [cell for cell in failing if id(cell) not in lacking and any(id(other) in lacking for other in shown_in(cell, places_of))]
        lacking |= {id(cell): cell for cell in found}
        grown = bool(found)
    yield from (cell for cell in failing if id(cell) in lacking)


def at(place: Place | None) -> tuple[str, int, int]:
    assert place is not None
    return place.sheet, *position(place)


def shown_in(cell: Cell, failing: dict[tuple[str, int, int], Cell]) -> Iterator[Cell]:
    """The failing cells that a formula refers to."""
    own = cell.datum.place.sheet  # type: ignore[union-attr]
    for reference in references(str(cell.datum.formula)):
        for (sheet, row, column), other in failing.items():
            if sheet == (reference.sheet or own) and reference.top <= row <= reference.bottom and reference.left <= column <= reference.right:
                yield other


@check(
    code="formula-not-computed", title="文件保存时 PERF_ 函数可用", severity=Severity.ERROR,
    message="{where}{more}显示 #NAME?，文件上次保存时没有加载项，PERF_ 函数没有计算，原来的得分没有留在文件里",
    cause="在没有装加载项的 Excel、WPS 或 LibreOffice 中重新计算并保存过", repair="请装好加载项后打开并全部重算（Ctrl+Alt+F9）再保存，或运行 ziping recalculate",
    basis="PERF_ 函数由加载项提供，没有加载项的软件不能计算")
def not_computed(book: Book) -> Iterator[Event]:
    """One finding for the workbook, the other cells as related."""
    lacking = uncomputed_cells(book)
    if lacking:
        first, *others = lacking
        more = f"等 {len(lacking)} 个单元格" if others else ""
        yield Failed(
            place=first.datum.place, label=named(first.datum, first.label), shown_actual=UNKNOWN_NAME, related=places(*(cell.datum for cell in others)),
            args={"more": more})
        return
    for cell in book.computing_cells:
        if calls_addin(cell.datum.formula) and not cell.datum.error:
            yield PASSED
