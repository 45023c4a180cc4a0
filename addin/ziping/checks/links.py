"""Formulas that reach beyond the workbook: what they show changes, or is lost, with a file that does not travel with it."""

from __future__ import annotations

from collections.abc import Iterator

from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, check, passed
from ziping.checks.cells import Cell
from ziping.checks.ties import named
from ziping.findings import Severity
from ziping.forms.abroad import foreign_addin, reaches_out
from ziping.forms.uncomputed import calls_addin

SHEETS = "表中公式按方案的口径链接，不手工改写"
LONGEST_LABEL = 24  # characters of a cell that is told by its own words


@fact
def with_formula(book: Book) -> list[Cell]:
    return [cell for cell in book.computing_cells if cell.datum.formula and cell.datum.place is not None]


@check(
    code="formula-foreign-link", title="PERF 公式不指向他处的加载项", severity=Severity.WARNING,
    message="{where}的公式 {formula} 指向另一台电脑上的加载项",
    cause="文件在另一台电脑上保存过", repair="请用“修复公式链接”更正", basis=SHEETS)
def foreign_link(book: Book) -> Iterator[Event]:
    for cell in with_formula(book):
        formula = str(cell.datum.formula)
        if foreign_addin(formula):
            yield Failed(place=cell.datum.place, label=named(cell.datum, cell.label), args={"formula": formula})
        elif calls_addin(formula):
            yield PASSED


@check(
    code="formula-external", title="公式不引用其他文件", severity=Severity.WARNING,
    message="{where}的公式 {formula} 引用了其他文件",
    cause="从别的工作簿复制了公式", repair="请改为引用本工作簿，或粘贴为数值", basis=SHEETS)
def external(book: Book) -> Iterator[Event]:
    """In every cell of the sheets that are read: a title or a heading may be such a formula as well."""
    cells = {cell.datum.place: (cell.datum, cell.label) for cell in with_formula(book)}
    others = {datum.place: (datum, datum.text.strip()[:LONGEST_LABEL]) for datum in book.evaluation.abroad}
    within = 0
    for datum, label in (others | cells).values():
        if reaches_out(str(datum.formula)):
            yield Failed(place=datum.place, label=named(datum, label), args={"formula": str(datum.formula)})
        else:
            within += 1
    yield from passed(within)
