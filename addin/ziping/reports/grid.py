"""A table before it is a Word table: cells with spans and texts, and how the figures of a sheet are printed in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ziping.amounts import PERCENT, PLAIN, Figure, Unit
from ziping.evaluation import Datum, Scaled
from ziping.reports.catalogue import clean, mark, marked

ERROR = "错误值 "  # what the mark of one begins with
MARGIN = 1.5  # digits: the margins of a cell


@dataclass(slots=True)
class Cell:
    """head: a heading; align: left, center, right."""

    text: str = ""
    cols: int = 1
    rows: int = 1
    head: bool = False
    align: str = "center"


@dataclass(slots=True)
class Table:
    """A grid of `len(widths)` columns. `cells` maps (row, column) of each top left cell; widths are shares of the line.

    captions: above the table at the left and at the right (the unit of money). repeat: the rows that head every page, at the top; split:
    the row further down that heads every page from there on, 0 for none.
    wide: laid across a landscape page. notes: lines below the table. factor: into how many parts each column is cut, for blocks that have
    more cells in a row than the rest of the form (`fine`).
    """

    title: str
    widths: Sequence[float]
    captions: tuple[str, str] = ("", "")
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    height: int = 0
    repeat: int = 0
    split: int = 0
    wide: bool = False
    notes: list[str] = field(default_factory=list)
    factor: int = 1
    _covered: set[tuple[int, int]] = field(default_factory=set)

    @property
    def columns(self) -> list[float]:
        """The shares of the parts."""
        return [width / self.factor for width in self.widths for _ in range(self.factor)]

    def row(self, *cells: Cell, fine: bool = False) -> None:
        """Add a row of cells from the left, skipping columns that a cell above still covers. The cells must fill the row exactly.

        fine: the cells' `cols` count parts of columns; ValueError when they do not fit.
        """
        at, column = self.height, 0
        for cell in cells:
            cell.cols *= 1 if fine else self.factor
            while (at, column) in self._covered:
                column += 1
            self.cells[at, column] = cell
            for r in range(at, at + cell.rows):
                for c in range(column, column + cell.cols):
                    if (r, c) in self._covered or c >= len(self.columns):
                        raise ValueError(f"cell {cell.text!r} does not fit into row {at}")
                    self._covered.add((r, c))
            column += cell.cols
        if any((at, c) not in self._covered for c in range(len(self.columns))):
            raise ValueError(f"row {at} of {self.title!r} has holes")
        self.height += 1

    def spread(self, shares: Sequence[float], first: int = 0, fine: bool = False) -> list[int]:
        """How many columns (fine: parts), from `first` on, each of the shares gets, so that the widths come near the shares; at least one each."""
        widths = self.columns[first * self.factor :] if fine else list(self.widths[first:])
        edges = list(accumulate(widths))
        wanted = [edge * edges[-1] / sum(shares) for edge in accumulate(shares)]
        cuts, low = [], 0
        for i, edge in enumerate(wanted[:-1]):
            high = len(widths) - (len(shares) - 1 - i)
            cut = min(range(low + 1, high + 1), key=lambda n: abs(edges[n - 1] - edge))
            cuts.append(cut)
            low = cut
        return [b - a for a, b in zip([0, *cuts], [*cuts, len(widths)], strict=True)]


def head(text: str, cols: int = 1, rows: int = 1) -> Cell:
    return Cell(text, cols, rows, head=True)


def left(text: str, cols: int = 1, rows: int = 1) -> Cell:
    return Cell(text, cols, rows, align="left")


def breadth(heading: str, texts: Sequence[str]) -> tuple[float, float]:
    """The least width and the one that a column asks for, in digits.

    Least: nothing breaks that must not, that is, numbers, words of letters, up to four characters, and the heading over two lines, or three if long.
    Asked for: short texts on one line, longer ones as a block about a third as high as wide.
    """
    half = len(heading) if len(heading) <= 3 else -(-len(heading) // (2 if len(heading) <= 8 else 3))
    whole = [digits(piece) for text in texts for piece in re.split(r"[（(\n]", text)]
    lengths = sorted(digits(text) for text in texts)
    usual = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    runs = [digits(run) for text in texts for run in re.findall(r"[≥≤!-~]+", text)]
    least = MARGIN + max(2 * half, min(max(runs, default=0), 16), max((n for n in whole if n <= 8), default=0))
    return least, max(least, MARGIN + min(usual, (6 * usual) ** 0.5))


def fit(wanted: Sequence[tuple[float, float]], line: float) -> list[float]:
    """Widths for columns that ask for (least, more): all they ask for where the line has room, else the least and equal parts of the rest."""
    least, more = sum(a for a, _ in wanted), sum(b for _, b in wanted)
    part = 1 if more <= line or more == least else max(0, (line - least) / (more - least))
    return [a + (b - a) * part for a, b in wanted]


def digits(text: str) -> int:
    """The length of a text in digits: a Chinese character and the wide signs of ASCII are two."""
    return sum(1 if c < "\u2000" and c not in "%@W" else 2 for c in text)


def show(datum: Datum | None, unit: Unit = PLAIN) -> str:
    """A cell as printed in a column whose caption or heading names `unit`: the unit stands with the figure only where it is another one.

    Rates carry their sign always; thousands are separated in amounts, and where the sheet does so. A blank or absent cell is blank.
    """
    if datum is None or datum.blank:
        return ""
    if datum.error is not None:
        return unusable(datum)
    if datum.figure is None:
        return clean(datum.text.strip())
    figure = datum.figure
    if figure.unit == PERCENT or (unit == PERCENT and figure.unit == PLAIN and "%" in datum.text):
        return str(Figure(figure.value, PERCENT, figure.decimals))
    text = str(Figure(figure.value, PLAIN if figure.unit == unit else figure.unit, figure.decimals))
    if figure.unit.base == "元" or "," in datum.text or "，" in datum.text:
        whole = re.match(r"-?(\d+)", text)
        text = text.replace(whole[1], f"{int(whole[1]):,}", 1) if whole else text
    return text


def bare(datum: Datum | None) -> str:
    """A cell of words or of a figure with its own unit."""
    return clean(datum.text.strip()) if datum and datum.figure is None and datum.error is None else show(datum)


def unusable(datum: Datum) -> str:
    """The mark of a cell that shows an error value, or another number than it holds."""
    error = datum.error
    return marked(f"{ERROR}{error.held:f} 显示为 {clean(error.shown)}" if isinstance(error, Scaled) else f"{ERROR}{clean(str(error))}")


def scored(datum: Datum | None, unit: Unit, wanted: bool, name: str) -> str:
    """A score as printed, marked where it is wanted and blank."""
    return mark(name) if wanted and datum is not None and datum.blank else show(datum, unit)
