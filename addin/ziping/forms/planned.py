"""The money of a table of goals: names of lines with their amounts beside them, all of them planned, which no heading says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ziping.amounts import Unit, read_figure
from ziping.evaluation import Fund, FundLine, Place
from ziping.forms.caption_words import money_unit
from ziping.forms.grid import address, datum
from ziping.forms.headings import squeezed
from ziping.forms.layout import Layout
from ziping.forms.money_cells import Cell
from ziping.forms.money_words import Says, fund_role, plain_label


def planned_funds(layout: Layout, rows: Iterable[int], unit: Unit) -> tuple[list[FundLine], Unit]:
    """The lines in the rows, the total first, and their unit; none where no total is named."""
    lines: list[FundLine] = []
    known: set[Fund] = set()
    for row in rows:
        cells = [Cell(layout, row, column, value) for column, value in layout.nonblank(row)]
        for name, figure in zip(cells, [*cells[1:], None], strict=True):
            told = name.label.says if name.label else Says()
            words, beside = told.name, figure is not None and figure.figure and not figure.percent(layout) and figure.left == name.right + 1
            if not words or not (told.amount or beside):
                continue
            unit = money_unit(words) or money_unit(layout.seen(row, 0)) or unit
            role = fund_role(words, known)
            if not lines and role is not Fund.TOTAL:
                continue
            known |= {role} if role else set()
            amount = datum(layout.grid, row, name.left if told.amount else figure.left, unit, f"{squeezed(words)}/预算数")  # type: ignore[union-attr]
            if told.amount:
                amount = replace(amount, text=told.amount, figure=read_figure(told.amount, unit))
            lines.append(FundLine(plain_label(words), role, adjusted=amount, place=Place(layout.grid.name, address(row, name.left)), printed=words))
    return lines, unit
