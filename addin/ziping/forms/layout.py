"""A sheet as a person sees it: which cells have something, what merged cells cover, which cells may be headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product

from ziping.forms.grid import Grid, Raw, Span, raw, text
from ziping.forms.headings import role_of, squeezed
from ziping.forms.kept import Kept

# A cell without any of these cannot be a heading or a caption that matters; it keeps big sheets of other data cheap.
_TELLING_WORDS = (
    "指标 预算 执行 决算 目标 完成 权重 分值 得分 评分 计分 自评 原因 单位 部门 项目 标准 编制 年度 等级 等次 负责 填报 备注 日期 基础 监控 类别 标题 素材 正文 "
    "支出 任务 内容 级指 扣分 总分 满分 权数 符号 情况 数据 在职 控制 资金 本年 上年 总额 占比 变动"
)
_TELLING = re.compile("|".join(rf"{word[0]}\s*{word[1]}" for word in re.findall(r"\S+", _TELLING_WORDS)))
KEPT = 2**14  # cells of a sheet whose covers are remembered
MERGED_LIMIT = 1_000_000  # cells under merges; no form has as many, a hostile sheet may
DEEPEST = 2  # a band of headings is at most three rows deep
_DIGIT = re.compile(r"[\d%％]")
_PLAIN_FIGURE = re.compile(r"[-\d,.]*\d[%％分]?")


class Layout:
    """Merges and telling cells of one grid."""

    def __init__(self, grid: Grid, telling: dict[int, list[tuple[int, str]]] | None = None) -> None:
        self.grid = grid
        self.last_row = len(grid.rows)
        self.columns = max(map(len, grid.rows), default=0)
        self.rows: list[list[tuple[int, Raw]] | None] = [None] * self.last_row  # taken when they are asked for
        self.written = written(grid)
        self.telling = telling_cells(grid) if telling is None else telling
        if not grid.merges:
            self._merge_repeated()

    @cached_property
    def covers(self) -> Covers:
        return covers_of(self.grid, self.last_row, self.columns)

    def _merge_repeated(self) -> None:
        """A table pasted without its merges repeats a cell's words: a row of one cell, and a heading over several columns or rows, are one cell again."""
        for row in range(self.last_row):
            cells = self.nonblank(row)
            if len(cells) > 2 and isinstance(cells[0][1], str) and all(value == cells[0][1] for _, value in cells):
                self._merge(row, cells[0][0], row, cells[-1][0])
        for row in sorted(self.telling):
            for column, words in self.telling.get(row, ()):
                if (row, column) in self.covers or role_of(words) is None:
                    continue
                right = self._repeats(row, column, words)
                bottom = row
                while self._repeats(bottom + 1, column, words) == right and bottom - row < DEEPEST:
                    bottom += 1
                if right > column and bottom == row and not self.figures(row) and _heads_more(self.telling[row], words) or (
                    bottom > row and _heads_more(self.telling.get(row + 1, ()), words, 2)
                ):
                    self._merge(row, column, bottom, right)

    def _repeats(self, row: int, column: int, words: str) -> int:
        """The last of the columns from this one on that hold the same words; -1 where this one does not."""
        line = self.grid.rows[row] if row < self.last_row else ()
        last = column
        while last < len(line) and line[last] == words:
            last += 1
        return last - 1 if last > column else -1

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        span = (top, left, bottom, right)
        self.covers.update({(row, column): span for row in range(top, bottom + 1) for column in range(left, right + 1)})
        for row in range(top, bottom + 1):

            def stays(cell: tuple[int, Raw], row: int = row) -> bool:
                return (row, cell[0]) == (top, left) or not left <= cell[0] <= right

            self.rows[row] = [cell for cell in self.nonblank(row) if stays(cell)]
            self.telling[row] = [cell for cell in self.telling.get(row, ()) if stays(cell)]

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds what is seen at this one."""
        span = self.covers.get((row, column))
        return (span[0], span[1]) if span else (row, column)

    def span(self, row: int, column: int) -> Span:
        return self.covers.get((row, column)) or (row, column, row, column)

    def seen(self, row: int, column: int) -> str:
        """The text seen at a cell, that of the merged region where it is covered."""
        top, left = self.anchor(row, column)
        return text(self.grid, top, left)

    def nonblank(self, row: int) -> list[tuple[int, Raw]]:
        """(column, raw value) of the row's own cells that hold something besides blanks."""
        if not 0 <= row < self.last_row:
            return []
        cells = self.rows[row]
        if cells is None:
            cells = self.rows[row] = _nonblank(self.grid.rows[row]) if self.written is None else self.written.get(row, [])
        return cells

    def figures(self, row: int) -> int:
        """How many of the row's cells hold nothing but a figure."""
        return sum(
            1 for _, value in self.nonblank(row) if isinstance(value, int | float) or (isinstance(value, str) and _PLAIN_FIGURE.fullmatch(value.strip()))
        )

    def subheaded(self, row: int, before: int) -> bool:
        """Whether the row below a row of headings is one too although nothing is merged: short words, no figures, none up to the column `before`."""
        cells = [(column, value) for column, value in self.nonblank(row + 1) if value != raw(self.grid, row, column)]
        return bool(cells) and all(
            isinstance(value, str) and column > before and len(squeezed(value)) <= 10 and not _DIGIT.search(value) for column, value in cells
        )

    def blanks(self, row: int, column: int) -> Iterator[int]:
        """The columns from this one on that are blank in the row, up to the next one that is not."""
        while column < self.columns and not self.seen(row, column):
            yield column
            column += 1

    def first_text(self, row: int) -> str:
        """The text of the row's first cell that has one."""
        cells = self.nonblank(row)
        return text(self.grid, row, cells[0][0]) if cells else ""


def _heads_more(cells: list[tuple[int, str]], words: str, least: int = 1) -> bool:
    """Whether a row holds further headings besides this one: what runs through the rows of a table is none."""
    return sum(1 for _, other in cells if other != words and role_of(other) is not None) >= least


Covers = dict[tuple[int, int], Span]
"""(row, column) → the merged region that covers it, as far as a sheet's values reach."""


def covers_of(grid: Grid, last_row: int, last_column: int) -> Covers:
    """The covers of a sheet's merges. Kept for sheets that are no larger than forms: the forms of a scheme are merged alike."""
    if not grid.merges:
        return {}
    return (_covers if last_row * last_column <= KEPT else _covers.__wrapped__)(tuple(grid.merges), last_row, last_column)


@lru_cache(maxsize=64)
def _covers(merges: tuple[Span, ...], last_row: int, last_column: int) -> Covers:
    covers: Covers = {}
    for span in merges:
        top, left, bottom, right = span
        rows, columns = range(top, min(bottom, last_row) + 1), range(left, min(right, last_column) + 1)
        if len(covers) + len(rows) * len(columns) > MERGED_LIMIT:
            break
        covers.update(dict.fromkeys(product(rows, columns), span))
    return covers


def _nonblank(row: Sequence[Raw]) -> list[tuple[int, Raw]]:
    return [(column, value) for column, value in enumerate(row) if value is not None and (type(value) is not str or value and not value.isspace())]


def written(grid: Grid) -> Mapping[int, list[tuple[int, Raw]]] | None:
    """By row the columns that hold something besides blanks, with it, where whoever holds the sheet knows them."""
    return getattr(grid, "written", None)


def telling_cells(grid: Grid) -> dict[int, list[tuple[int, str]]]:
    """Row → (column, text) of its short cells that may be headings or captions."""
    given = written(grid)
    rows = ((number, list(enumerate(row))) for number, row in enumerate(grid.rows)) if given is None else given.items()
    return {number: cells for number, row in rows if (cells := [cell for cell in row if _TELLS(cell[1])])}  # type: ignore[misc]


class _Telling(Kept[Raw, bool]):
    """Whether a cell's value may be a heading or a caption, remembered for all but long texts, which are none."""

    __slots__ = ()

    def __missing__(self, value: Raw) -> bool:
        return super().__missing__(value) if not isinstance(value, str) or len(value) <= 64 else False


_TELLS: Callable[[Raw], bool] = _Telling(lambda value: isinstance(value, str) and _TELLING.search(value) is not None, 16384).__getitem__
