"""Last year's figures and those of the final account into an existing workbook file: first the proposals, then, once agreed to, the cells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ziping.evaluation import Place
from ziping.forms import read_workbook
from ziping.workbooks.carry import Carried, CarryOver, carry_over
from ziping.workbooks.cells import Write, fill, recalculate, writable
from ziping.workbooks.importing import import_accounts
from ziping.workbooks.package import Package


def carry_over_file(book: Path, last: Path, out: Path | None = None) -> CarryOver:
    """What last year's workbook offers for the blank cells of this one; with `out` the workbook is written, else nothing is."""
    done = _placed(carry_over(read_workbook(book), read_workbook(last)))
    if out is not None:
        write_carried(book, done.carried, out)
    return done


def import_accounts_file(book: Path, accounts: Path, out: Path | None = None) -> CarryOver:
    """The same for the figures of an exported final account."""
    done = _placed(import_accounts(read_workbook(book), accounts))
    if out is not None:
        write_carried(book, done.carried, out)
    return done


def _placed(done: CarryOver) -> CarryOver:
    """Only what has a cell in the workbook can be written into it."""
    done.notes += [f"{entry.what}：{entry.text}，工作簿中没有对应的单元格，未带入" for entry in done.carried if entry.target is None]
    done.carried = [entry for entry in done.carried if entry.target is not None]
    return done


def write_carried(book: Path, carried: Iterable[Carried], out: Path, *, overwrite: bool = False) -> list[Place]:
    """A copy of the workbook with the values in their cells and the formulas' values brought up to date.

    Returns the places of formulas that only a spreadsheet can compute. Refused for a filled cell unless `overwrite`, and always for a formula.
    """
    writable(book, out)
    package = Package(book)
    fill(package, {entry.target: Write(entry.text) for entry in carried if entry.target is not None}, overwrite=overwrite)
    beyond = recalculate(package)
    package.write(out)
    return beyond
