"""From an evaluation to a workbook: the familiar forms, linked to each other, with formulas and their values.

`blank(scheme, unit, year)` and `build_workbook` together make a blank workbook; a filled evaluation makes a filled one. A derived cell
(sum, rate, score, link) whose Datum is None, or that had a formula where it was read, gets the form's own formula; any other is written as
it is typed. Cached values are computed by `ziping.forms.formulas`, so any viewer shows them, and no full calculation is asked for on load.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from ziping import functions, schemes
from ziping.amounts import PERCENT, Figure, show, show_percent
from ziping.evaluation import Datum, Evaluation, Place
from ziping.forms.build import base_form, cover_form, guide_form, indicator_form, ledger_form, narrative_form
from ziping.forms.build.blank import blank
from ziping.forms.build.canvas import Book, Cell, Page
from ziping.forms.build.generic import base_scheme, form_scheme, ledger_scheme
from ziping.forms.build.writing import write
from ziping.forms.formula_syntax import address
from ziping.forms.formulas import Calculator, ErrorValue, Formula, Value
from ziping.names import names
from ziping.schemes import FormScheme, Scheme

__all__ = ["blank", "build_workbook", "completed"]


def build_workbook(evaluation: Evaluation, path: Path | str, more: Sequence[Page] = ()) -> None:
    """Write the workbook of an evaluation, with `more` pages behind its own. The evaluation is not changed; an existing file is replaced."""
    book, laid = _lay_out(evaluation)
    book.pages += more
    values = _values(book)
    _list_figures(book, laid, values)
    values = _values(book)
    shown = {page.name: {at: _shown(cell, values.get((page.name, *at))) for at, cell in page.cells.items()} for page in book.pages}
    write(book, values, shown, laid, Path(path))


def completed(evaluation: Evaluation) -> Evaluation:
    """The evaluation as the built workbook holds it: every cell with its place, derived cells with their formula and value."""
    book, laid = _lay_out(evaluation)
    return _completed(book, laid, _values(book))


def _lay_out(evaluation: Evaluation) -> tuple[Book, Evaluation]:
    laid = copy.deepcopy(evaluation)
    scheme = schemes.load(laid.scheme) if laid.scheme in schemes.available() else None
    _name_sheets(laid)
    book = Book()
    made: dict[str, list[Page]] = {"settings": [cover_form.lay_settings(book, laid, scheme)]}
    made["cover"] = [cover_form.lay_cover(book, laid)]
    for sheet, form in (("overall", laid.overall), ("scoring", laid.scoring)):
        if form is not None:
            made[sheet] = [indicator_form.lay(book, laid, form, _scheme(scheme, sheet, form), (sheet,))]
    made["projects"] = [
        indicator_form.lay(book, laid, form, _scheme(scheme, "project", form), ("project", n)) for n, form in enumerate(laid.projects)
    ]
    made["monitor"] = []
    for n, form in enumerate(laid.monitors):
        at = _project_of(laid, n)
        project, key = (laid.projects[at], ("project", at)) if at is not None else (None, ())
        made["monitor"].append(indicator_form.lay(book, laid, form, _scheme(scheme, "monitor", form), ("monitor", n), project, key))
    if laid.base is not None:
        made["base"] = [base_form.lay(book, laid, laid.base, scheme.base if scheme and scheme.base else base_scheme(laid.base))]
    if laid.ledger is not None:
        made["ledger"] = [ledger_form.lay(book, laid, laid.ledger, scheme.ledger if scheme and scheme.ledger else ledger_scheme(laid.ledger))]
    if laid.narrative:
        made["narrative"] = [narrative_form.lay(book, laid, scheme)]
    made["guide"] = [guide_form.lay(book, bool(laid.narrative))]
    order = list(dict.fromkeys(["cover", *(scheme.sheets if scheme else ()), *schemes.SHEETS, "guide"]))
    book.pages = [page for sheet in order for page in made.get(sheet, [])]
    book.resolve()
    return book, laid


def _scheme(scheme: Scheme | None, name: str, form) -> FormScheme:
    return (getattr(scheme, name) if scheme else None) or form_scheme(form)


def _project_of(evaluation: Evaluation, number: int) -> int | None:
    """The project form that a monitoring form belongs to: the one of its name, or of its place while it has none."""
    monitor = evaluation.monitors[number]
    if monitor.project is None or monitor.project.formula is not None:
        return number if number < len(evaluation.projects) else None
    wanted = monitor.project.text.strip()
    return next((n for n, form in enumerate(evaluation.projects) if wanted and form.project and form.project.text.strip() == wanted), None)


def _name_sheets(evaluation: Evaluation) -> None:
    """Sheet names as Excel takes them, no two alike."""
    taken = {"封面", "设置", "报告素材", "使用说明"}
    holders = [*evaluation.forms, *(part for part in (evaluation.base, evaluation.ledger) if part is not None)]
    for holder in holders:
        name = "".join(c for c in holder.sheet if c not in "[]:*?/\\").strip("'")[:31] or "表"
        number, stem = 2, name[:28]
        while name in taken:
            name, number = f"{stem}{number}", number + 1
        taken.add(name)
        holder.sheet = name


def _values(book: Book) -> dict[tuple[str, int, int], Value]:
    pages = {page.name: page for page in book.pages}

    def lookup(sheet: str, row: int, column: int) -> Value | Formula:
        cell = pages[sheet].cells.get((row, column))
        if cell is None:
            return None
        return Formula(cell.formula) if cell.formula is not None else cell.value or None if not isinstance(cell.value, Decimal) else cell.value

    calculator = Calculator(lookup, functions.FUNCTIONS)
    return {(page.name, *at): calculator.value(page.name, *at) for page in book.pages for at, cell in page.cells.items() if cell.formula is not None}


def _shown(cell: Cell, value: Value) -> str:
    """What the cell shows, near enough to measure its width."""
    if cell.formula is None:
        value = cell.value
    if isinstance(value, Decimal):
        return show_percent(value) if cell.style.number.endswith("%") else f"{value:,.2f}" if "#" in cell.style.number else show(value)
    return value.code if isinstance(value, ErrorValue) else "" if value is None else str(value)


def _completed(book: Book, laid: Evaluation, values: dict[tuple[str, int, int], Value]) -> Evaluation:
    for page in book.pages:
        for (row, column), cell in page.cells.items():
            if cell.owner is None:
                continue
            holder, name = cell.owner
            datum = _datum(cell, Place(page.name, address(row, column)), values.get((page.name, row, column)))
            if isinstance(holder, dict):
                holder[name] = datum
            elif name == "text":
                at = next(n for n, entry in enumerate(laid.narrative) if entry is holder)
                laid.narrative[at] = type(holder)(holder.path, datum)
            elif name == "name":
                holder.name = datum.text
            elif hasattr(holder, name) and name not in ("path", "level1", "level2", "level3"):
                setattr(holder, name, datum)
    return laid


def _datum(cell: Cell, place: Place, value: Value) -> Datum:
    if cell.formula is None:
        typed = cell.typed or Datum()
        if isinstance(cell.value, Decimal):
            return Datum(typed.text or show(cell.value), typed.figure or Figure(cell.value), place)
        return Datum(cell.value or "", typed.figure, place)
    if isinstance(value, ErrorValue):
        return Datum(value.code, None, place, cell.formula, value.code)
    if isinstance(value, Decimal):
        if cell.style.number.endswith("%"):
            return Datum(show_percent(value), Figure(value.scaleb(2), PERCENT, 2), place, cell.formula)
        return Datum(show(value), Figure(value, cell.unit), place, cell.formula)
    return Datum(str(value or ""), None, place, cell.formula)


def _list_figures(book: Book, laid: Evaluation, values: dict[tuple[str, int, int], Value]) -> None:
    page = next((page for page in book.pages if page.name == "报告素材"), None)
    if page is None:
        return
    cells = {Place(p.name, address(*at)): cell for p in book.pages for at, cell in p.cells.items()}
    figures, listed = [], set()
    for name, datum in names(_completed(book, laid, values)).items():
        place = datum.place
        if place is None or place in listed or not name.rpartition(".")[0].strip("/") and "." in name:
            continue
        listed.add(place)
        cell = cells.get(place)
        if cell is None:
            continue
        figures.append((name, f"'{place.sheet}'!{place.cell}", "" if cell.style.number == "@" else cell.style.number))
    if figures:
        narrative_form.list_figures(page, figures)
    book.resolve()
