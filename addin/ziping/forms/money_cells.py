"""The cells of a block of money: labels, figures, and what stands for none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ziping.forms.formats import GENERAL
from ziping.forms.grid import Raw, figure_in, number
from ziping.forms.headings import Role, squeezed
from ziping.forms.layout import Layout
from ziping.forms.money_words import Says, says


@dataclass(slots=True)
class Label:
    """A cell with words, what they say, and the reach of its heading; `beside`: its figures stand to the right of it or in the same cell."""

    row: int
    left: int
    right: int
    bottom: int
    text: str
    says: Says
    role: Role | None = None
    beside: bool = False
    sum: bool = False
    of_row: bool = False  # it names a row of figures, and no column


class Cell:
    """An own cell of a row that is not blank: a label, or a value that may be a figure or stand for none (—)."""

    __slots__ = ("figure", "label", "left", "right", "row", "value")

    def __init__(self, layout: Layout, row: int, column: int, value: Raw) -> None:
        _, self.left, bottom, self.right = layout.span(row, column)
        self.row, self.label = row, None
        if isinstance(value, str):
            self.figure, self.value, told = _told(value)
            if told is not None:
                self.label = Label(row, self.left, self.right, bottom, value.strip(), told, told.role, bool(told.amount))
        else:
            self.figure = number(value) is not None
            self.value = True

    def percent(self, layout: Layout) -> bool:
        """Whether the figure is shown in percent."""
        value = layout.grid.rows[self.row][self.left]
        if isinstance(value, str):
            return value.rstrip().endswith(("%", "％"))
        return layout.grid.details.formats.get((self.row, self.left), GENERAL).percent


_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
YEAR = re.compile(r"20\d\d年度?")  # over the columns of one year
_NONE = re.compile(r"[-—–－/／\\*~·.…无\s]+")  # stands for no figure
_MEASURE = re.compile(r"(?:百万|亿|万|千)?元$")


@lru_cache(maxsize=8192)
def _told(words: str) -> tuple[bool, bool, Says | None]:
    """Whether words are a figure, whether they stand in for one (— for none), and what they say where they are a label."""
    bare = words.strip()
    if YEAR.fullmatch(squeezed(bare)):
        return False, False, Says()
    if bare and figure_in(bare) is not None and not _WORDS.search(_MEASURE.sub("", bare)):
        return True, True, None
    if _NONE.fullmatch(bare):
        return False, True, None
    told = says(words)
    return False, False, told if told.role or _WORDS.search(squeezed(words)) else None


def is_figure(value: Raw) -> bool:
    return _told(value)[0] if isinstance(value, str) else number(value) is not None
