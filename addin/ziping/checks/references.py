"""Formulas as trees, the cells they refer to, and where a cell lies."""

from __future__ import annotations

import re
from functools import lru_cache

from ziping.evaluation import Place
from ziping.forms.formula_syntax import Binary, Call, Constant, Node, Reference, Unsupported, parse
from ziping.forms.formula_syntax import references as named_blocks
from ziping.forms.grid import address

_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
WIDEST, WIDEST_USED, TALLEST_USED = 400, 5000, 400  # cells of a block that are followed one by one, that a sum may use, rows of it


@lru_cache(maxsize=4096)
def tree(formula: str) -> Node | None:
    """The formula as a tree, None when it is outside of the language."""
    try:
        return parse(formula.removeprefix("="))
    except (Unsupported, RecursionError):
        return None


@lru_cache(maxsize=4096)
def references(formula: str) -> tuple[Reference, ...]:
    node = tree(formula)
    return tuple(named_blocks(node)) if node is not None else ()


@lru_cache(maxsize=4096)
def linked(formula: str) -> Reference | None:
    """The one cell that a formula only shows, plainly or with IF(it="","",it); None for a formula that does anything more."""
    match tree(formula):
        case Reference() as shown:
            pass
        case Call("IF", (Binary("=", Reference() as shown, Constant("")), Constant(""), Reference() as other)) if other == shown:
            pass
        case _:
            return None
    return shown if (shown.top, shown.left) == (shown.bottom, shown.right) else None


@lru_cache(maxsize=8192)
def position(place: Place) -> tuple[int, int]:
    """Row and column of a cell, from 0."""
    match = _CELL.fullmatch(place.cell.replace("$", "").split(":")[0])
    if match is None:
        raise ValueError(place.cell)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def uses(formula: str, sheet: str, place: Place) -> bool:
    """Whether a formula standing on that sheet uses the cell; blocks of thousands are not looked into."""
    row, column = position(place)
    for each in references(formula):
        if each.top <= row <= each.bottom and each.left <= column <= each.right and (each.sheet or sheet) == place.sheet and each.size < WIDEST_USED:
            return True
    return False


@lru_cache(maxsize=1024)
def own_rows(formula: str, sheet: str) -> frozenset[int]:
    """The rows of its own sheet that a formula uses."""
    blocks = [each for each in references(formula) if each.sheet in ("", sheet)]
    return frozenset(row for each in blocks for row in range(each.top, min(each.bottom, each.top + TALLEST_USED) + 1))


@lru_cache(maxsize=1024)
def sources(formula: str, sheet: str) -> tuple[Place, ...]:
    """The cells that a formula standing on that sheet is worked out from, in its order, wide blocks apart."""
    blocks = [each for each in references(formula) if each.size <= WIDEST]
    return tuple(dict.fromkeys(Place(each.sheet or sheet, address(*cell)) for each in blocks for cell in each.cells()))
