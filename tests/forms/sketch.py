"""Sheets sketched as text: a line a row, cells between bars; `<` is merged with the cell to the left, `^` with the cell above, `\\n` a line break."""

from __future__ import annotations

from ziping.forms.grid import Sheet


def sketch(text: str, name: str = "表") -> Sheet:
    """The sheet of a sketch; numbers become numbers, `'` before one keeps it a text."""
    marks = [[cell.strip() for cell in line.strip().removesuffix("|").split("|")] for line in text.strip().splitlines() if line.strip()]
    width = max(map(len, marks))
    marks = [row + [""] * (width - len(row)) for row in marks]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(marks):
        for c, mark in enumerate(row):
            if mark == "<":
                owner[r, c] = owner[r, c - 1]
            elif mark == "^":
                owner[r, c] = owner[r - 1, c]
            else:
                owner[r, c] = (r, c)
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell, first in owner.items():
        spans.setdefault(first, []).append(cell)
    merges = [(top, left, max(r for r, _ in cells), max(c for _, c in cells)) for (top, left), cells in spans.items() if len(cells) > 1]
    if any(len(cells) != (max(r for r, _ in cells) - top + 1) * (max(c for _, c in cells) - left + 1) for (top, left), cells in spans.items()):
        raise ValueError("a merged region of the sketch is no rectangle")
    rows = [["" if mark in ("<", "^") else _value(mark) for mark in row] for row in marks]
    return Sheet(name, rows, merges)


def _value(mark: str) -> str | float:
    if mark.startswith("'"):
        return mark[1:]
    try:
        return float(mark)
    except ValueError:
        return mark.replace("\\n", "\n")
