"""Captions with their values: beside, below, or behind a colon in the same cell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ziping.amounts import Unit
from ziping.evaluation import Datum
from ziping.forms.caption_words import caption_of, inline_caption, money_unit
from ziping.forms.grid import datum
from ziping.forms.headings import key, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.strokes import datum_of

_PIECES = re.compile(r"\s{2,}|[\t\u3000]{2,}")
_YEAR = re.compile(r"(20\d\d)\s*年")
_YEAR_ALONE = re.compile(r"[(]?(20\d\d)(?:年?度?)?[)]?")


def captions_in(layout: Layout, rows: Iterable[int]) -> dict[str, Datum]:
    """Caption in our own words → its value, the first one that is filled in."""
    found: dict[str, Datum] = {}
    for row in rows:
        for column, words in layout.telling.get(row, ()):
            for caption, value in _at(layout, row, column, words):
                if caption not in found or (value and not found[caption]):
                    found[caption] = value
    return found


def _at(layout: Layout, row: int, column: int, words: str) -> list[tuple[str, Datum]]:
    if ":" in words or "：" in words:
        pairs = [(pair, piece) for piece in _PIECES.split(words.strip()) for pair in (inline_caption(piece),) if pair]
        if pairs:
            whole = datum(layout.grid, row, column)
            found = []
            for (caption, value), _ in pairs:
                if value or len(pairs) > 1:
                    found.append((caption, _words_of(whole, value, caption)))
                else:
                    found.append((caption, _beside(layout, row, column, caption) or _words_of(whole, "", caption)))
            return found
    caption = caption_of(words)
    if caption is None or (caption == "项目名称" and key(words) == "项目") or (caption == "单位名称" and key(words) == "单位"):
        return []
    return [(caption, _beside(layout, row, column, caption) or _below(layout, row, column, caption) or _blank(layout, row, column, caption))]


def _words_of(cell: Datum, words: str, caption: str) -> Datum:
    """Those of a cell's words that belong to a caption in it."""
    return datum_of(words, None, cell.place, cell.formula, cell.error, caption, cell.textual)


def _is_name(words: str) -> bool:
    return caption_of(words) is not None or inline_caption(words) is not None or role_of(words) is not None


def _beside(layout: Layout, row: int, column: int, caption: str) -> Datum | None:
    """The next filled cell to the right, unless that is a caption itself."""
    at, words = layout.span(row, column)[3] + 1, layout.seen(row, column)
    while at < layout.columns:
        top, left, _, right = layout.span(row, at)
        if top == row and left == at:
            value = datum(layout.grid, row, at, label=caption)
            if value and value.text != words:  # a table pasted without its merges repeats the caption
                return None if _is_name(value.text) else value
        at = right + 1
    return None


def _below(layout: Layout, row: int, column: int, caption: str) -> Datum | None:
    """The cell under the caption, where captions stand in a row of their own."""
    below = layout.span(row, column)[2] + 1
    if below >= layout.last_row or layout.anchor(below, column) != (below, column):
        return None
    names = [layout.seen(row, at) for at, _ in layout.nonblank(row)]
    values = [layout.seen(below, at) for at, _ in layout.nonblank(below)]
    if not all(_is_name(name) for name in names) or any(_is_name(value) for value in values):
        return None
    value = datum(layout.grid, below, column, label=caption)
    return value if value and (len(names) > 1 or len(values) == 1) else None


def _blank(layout: Layout, row: int, column: int, caption: str) -> Datum:
    """The cell where the value belongs once it is filled in."""
    beside = layout.span(row, column)[3] + 1
    return datum(layout.grid, row, beside if beside < layout.columns else column, label=caption) if beside < layout.columns else Datum(label=caption)


def year_in(*texts: str) -> int | None:
    """The year that the first of the texts names: `2020年…`, `（2022年度）`, `2021`."""
    for words in texts:
        word = squeezed(words)
        match = _YEAR.search(word) or _YEAR_ALONE.fullmatch(word)
        if match:
            return int(match[1])
    return None


def unit_in(layout: Layout, rows: Iterable[int]) -> Unit | None:
    """The unit of money that a caption in these rows prints (`单位：万元`)."""
    found = unit_cell(layout, rows)
    return found[0] if found else None


def unit_cell(layout: Layout, rows: Iterable[int]) -> tuple[Unit, int, int] | None:
    """That unit with the row and column of its caption."""
    for row in rows:
        for column, words in layout.telling.get(row, ()):
            if "元" in words and ("单位" in words or words.strip().startswith(("(", "（"))):
                found = money_unit(words)
                if found:
                    return found, row, column
    return None
