"""Tables printed with blanks between their cells: a line of heads, then lines of a name and as many figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

__all__ = ["spaced_rows"]

LONGEST = 200  # characters of a row
MOST = 14  # cells of a row
FEWEST = 2  # rows below the heads

_CELL = re.compile(r"[^ \u3000]+")
_PROSE = re.compile(r"[。;；:：!?！？“”]|[,，](?!\d{3}(?!\d))|[|｜\t]")
_NOTHING = re.compile(r"[-—–/]+")

Words = tuple[str, int, int]  # what a cell says, and where it stands


def spaced_rows(text: str, figure: Callable[[str], object]) -> Iterator[list[list[Words]]]:
    """The tables of a text, each as its rows of cells, the heads first. figure: what tells that words are a figure."""
    lines = _lines(text)
    at = 0
    while at + FEWEST < len(lines):
        heads = _joined(lines[at]) if lines[at] else []
        if not 2 <= len(heads) <= MOST or any(figure(words) for words, _, _ in heads):
            at += 1
            continue
        rows = []
        for cells in lines[at + 1 :]:
            if not cells or not figure(cells[-1][0]) and not _NOTHING.fullmatch(cells[-1][0]):
                break
            rows.append(cells)
        made = _fitted(heads, rows, figure) if len(rows) >= FEWEST else []
        if made:
            yield [heads, *made]
        at += 1 + len(made)


def _lines(text: str) -> list[list[Words]]:
    """The cells of every line; none where it is a sentence or has but one."""
    found, start = [], 0
    for line in text.split("\n"):
        plain = len(line) <= LONGEST and (" " in line.strip() or "\u3000" in line.strip()) and not _PROSE.search(line)
        cells = [(cell[0], start + cell.start(), start + cell.end()) for cell in _CELL.finditer(line)] if plain else []
        found.append(cells if 1 < len(cells) <= 2 * MOST else [])
        start += len(line) + 1
    return found


def _joined(cells: Sequence[Words]) -> list[Words]:
    """The heads; what stands in brackets belongs to the one before."""
    heads: list[Words] = []
    for words, start, end in cells:
        if heads and words[0] in "(（":
            heads[-1] = (heads[-1][0] + words, heads[-1][1], end)
        else:
            heads.append((words, start, end))
    return heads


def _fitted(heads: Sequence[Words], rows: Sequence[Sequence[Words]], figure: Callable[[str], object]) -> list[list[Words]]:
    """The rows with a cell for every head: the last ones hold figures, those before them the name; nothing where too many do not fit."""
    tails = [_tail(cells, figure) for cells in rows]
    width = Counter(min(tail, len(heads) - 1) for tail in tails).most_common(1)[0][0]
    if not 1 <= width < len(heads) or len(heads) - width > 3:
        return []
    made = []
    for cells, tail in zip(rows, tails, strict=True):
        names, figures = list(cells[: len(cells) - width]), list(cells[len(cells) - width :])
        if tail < width or not names:
            break
        room = len(heads) - width
        while len(names) > room:
            names[-2:] = [(names[-2][0] + names[-1][0], names[-2][1], names[-1][2])]
        blanks = [("", figures[0][1], figures[0][1])] * (room - len(names))
        made.append([*(blanks if figure(names[0][0]) is None else []), *names, *(blanks if figure(names[0][0]) is not None else []), *figures])
    return made if len(made) >= FEWEST else []


def _tail(cells: Sequence[Words], figure: Callable[[str], object]) -> int:
    """How many cells at the end of a row hold a figure or nothing."""
    count = 0
    for words, _, _ in reversed(cells):
        if not figure(words) and not _NOTHING.fullmatch(words):
            break
        count += 1
    return count
