"""Which sheets of a workbook compute with a sheet: what a new project form is linked into, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ziping.forms import read_workbook
from ziping.forms.files import read_grids
from ziping.forms.formula_syntax import Reference, Unsupported, parse, references
from ziping.workbooks.projects import NARRATIVE

Cell = tuple[str, int, int]


def dependents(path: Path, sheet: str) -> tuple[str, ...]:
    """The sheets with a formula that reads the sheet, directly or by way of other cells; a formula that cannot be read reads nothing."""
    named = {(name, row, column): list(blocks) for name, row, column, blocks in _named(path) if name != sheet}
    users: dict[Cell, list[Cell]] = {}  # who reads a cell; blocks are looked up among the cells that have formulas, all others lead nowhere
    for cell, blocks in named.items():
        for block in blocks:
            for read in _inside(block, named):
                users.setdefault(read, []).append(cell)
    ahead = [cell for cell, blocks in named.items() if any(block.sheet == sheet for block in blocks)]
    reached = set(ahead)
    while ahead:
        fresh = [cell for cell in users.get(ahead.pop(), ()) if cell not in reached]
        reached.update(fresh)
        ahead += fresh
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


def _inside(block: Reference, named: Mapping[Cell, object]) -> list[Cell]:
    """The cells with a formula that a block holds, by way of the shorter of the two lists."""
    if (block.bottom - block.top + 1) * (block.right - block.left + 1) <= len(named):
        cells = ((block.sheet, row, column) for row in range(block.top, block.bottom + 1) for column in range(block.left, block.right + 1))
        return [cell for cell in cells if cell in named]
    return [cell for cell in named if cell[0] == block.sheet and block.top <= cell[1] <= block.bottom and block.left <= cell[2] <= block.right]
