"""Which sheets of a workbook compute with a sheet: what a new project form is linked into, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ziping.forms import read_workbook
from ziping.forms.files import read_grids
from ziping.forms.formula_syntax import Reference, Unsupported, parse, references
from ziping.workbooks.projects import NARRATIVE

Cell = tuple[str, int, int]


def dependents(path: Path, sheet: str) -> tuple[str, ...]:
    """The sheets with a formula that reads the sheet, directly or by way of other cells; a formula that cannot be read reads nothing."""
    named = {(name, row, column): list(blocks) for name, row, column, blocks in _named(path) if name != sheet}
    reached: set[Cell] = set()
    while fresh := {cell for cell, blocks in named.items() if cell not in reached and any(_touches(block, sheet, reached) for block in blocks)}:
        reached |= fresh
    order = [grid.name for grid in read_grids(path)]
    return tuple(sorted({name for name, _, _ in reached}, key=order.index))


def project_added(path: Path, sheet: str, name: str) -> str:
    """What 新增项目 did, in a sentence: the form, the forms that compute with it, and an overall form that does not."""
    linked = dependents(path, sheet)
    overall = read_workbook(path).overall
    what = f"已增加项目“{name}”（“{sheet}”表）" if name else f"已增加“{sheet}”表"
    links = f"“{'”“'.join(linked)}”已链接到它" if linked else "没有别的表要链接到它"
    apart = f"，“{overall.sheet}”里填的是数、不是公式，没有链接，请自行加上这个项目的数" if overall is not None and overall.sheet not in linked else ""
    return f"{what}，{links}{apart}。"


def _named(path: Path) -> Iterator[tuple[str, int, int, Iterator[Reference]]]:
    for grid in read_grids(path):
        if grid.name == NARRATIVE:  # lists every figure of the workbook; that is no link
            continue
        for (row, column), formula in grid.details.formulas.items():
            try:
                yield grid.name, row, column, (r if r.sheet else Reference(grid.name, r.top, r.left, r.bottom, r.right) for r in references(parse(formula)))
            except Unsupported:
                continue


def _touches(block: Reference, sheet: str, reached: set[Cell]) -> bool:
    return block.sheet == sheet or any(
        block.sheet == name and block.top <= row <= block.bottom and block.left <= column <= block.right for name, row, column in reached)
