"""What a figure rests on: the cells that its formula, and the formulas below it, are worked out from.

A sum passes over a blank cell and over a text without a word, so that a total can say nought, or too little, of money that nobody has filled in
yet. Such a figure is not known, whatever its cell shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ziping.evaluation import Datum, Evaluation, Place
from ziping.forms.formula_syntax import Call, Reference, Unsupported, calls, parse, references
from ziping.forms.grid import position

_Cell = tuple[str, int, int]


class Resting:
    """The cells of an evaluation, and which of them a figure lacks."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._cells: dict[_Cell, Datum] = {}
        self._money: dict[_Cell, tuple[Datum | None, ...]] = {}  # an amount: those of its line
        self._sheets: dict[str, list[_Cell]] = {}
        self._known: dict[_Cell, tuple[list[_Cell], list[_Cell]]] = {}
        for amounts, others in _lines(evaluation):
            for datum in (*amounts, *others):
                if datum is not None and datum.place is not None:
                    self._cells[_cell(datum.place)] = datum
            for datum in amounts:
                if datum is not None and datum.place is not None:
                    self._money[_cell(datum.place)] = amounts
        for cell in self._cells:
            self._sheets.setdefault(cell[0], []).append(cell)

    def lacks(self, datum: Datum) -> Datum | None:
        """The first cell that must hold an amount for the figure to be known, and holds none: a text among the parts of a sum; a part left blank
        whose line has money in another column; and, below a nought, any part left blank."""
        if not datum.formula or datum.place is None:
            return None
        nought, start = datum.value == 0, _cell(datum.place)
        ahead, seen = [(start, datum.blank)], {start}
        while ahead:
            at, blank = ahead.pop()
            parts, used = self._below(at)
            for part in used if blank else parts:
                if self._missing(part, nought):
                    return self._cells[part]
            fresh = [cell for cell in used if cell not in seen and self._cells[cell].formula]
            seen.update(fresh)
            ahead += [(cell, (blank or cell in parts) and self._cells[cell].blank) for cell in fresh]  # what a blank part shows is a part
        return None

    def _below(self, at: _Cell) -> tuple[list[_Cell], list[_Cell]]:
        """The cells that the formula of a cell adds up, and all that it uses."""
        if at not in self._known:
            formula = (self._cells[at].formula or "") if at in self._cells else ""
            self._known[at] = list(self._among(_summed(formula), at[0])), list(self._among(_used(formula), at[0]))
        return self._known[at]

    def _missing(self, part: _Cell, nought: bool) -> bool:
        datum = self._cells[part]
        if part not in self._money or datum.formula:
            return False
        if datum.blank:
            return nought or any(other is not None and other.value for other in self._money[part])
        return datum.figure is None or datum.textual

    def _among(self, blocks: tuple[Reference, ...], sheet: str) -> Iterator[_Cell]:
        for block in blocks:
            for cell in self._sheets.get(block.sheet or sheet, ()):
                if block.top <= cell[1] <= block.bottom and block.left <= cell[2] <= block.right:
                    yield cell


def _cell(place: Place) -> _Cell:
    return place.sheet, *position(place.cell.split(":")[0])


@lru_cache(maxsize=4096)
def _used(formula: str) -> tuple[Reference, ...]:
    try:
        return tuple(references(parse(formula.removeprefix("="))))
    except (Unsupported, RecursionError):
        return ()


@lru_cache(maxsize=4096)
def _summed(formula: str) -> tuple[Reference, ...]:
    """The blocks of which a sum takes the numbers alone."""
    try:
        found = calls(parse(formula.removeprefix("=")))
        return tuple(each for call in found if call.name in ("SUM", "SUBTOTAL") for each in _blocks(call))
    except (Unsupported, RecursionError):
        return ()


def _blocks(call: Call) -> Iterator[Reference]:
    return (argument for argument in call.arguments if isinstance(argument, Reference))


def _lines(evaluation: Evaluation) -> Iterator[tuple[tuple[Datum | None, ...], tuple[Datum | None, ...]]]:
    """Each line's amounts, and its other cells."""
    for line in evaluation.base.lines if evaluation.base else ():
        yield (line.last_year, line.budget, line.executed), ()
    ledger = evaluation.ledger
    if ledger is not None:
        for line in ledger.lines:
            yield (line.last_year, line.budget, line.current), (line.share, line.change)
        for project in (*ledger.projects, *ledger.nameless, *([ledger.projects_total] if ledger.projects_total else [])):
            yield (project.budget, project.adjusted, project.executed), (project.rate,)
    for form in evaluation.forms:
        for fund in form.funds:
            yield (fund.initial, fund.adjusted, fund.executed, fund.expected), (fund.points, fund.rate, fund.score)
        for row in form.indicators:
            yield (), (row.target, row.actual, row.points, row.score)
        yield (), (form.total_points, form.total_score, form.grade)
