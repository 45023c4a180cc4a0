"""A sheet as a person sees it: which cells have something, what merged cells cover, which rows are headings, where forms begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ziping.forms.grid import Grid, Raw, Span, text
from ziping.forms.headings import LEVELS, LONGEST, MONEY, Role, caption_of, inline_caption, key, role_of, squeezed

# A cell without any of these cannot be a heading or a caption that matters; it keeps big sheets of other data cheap.
_TELLING_WORDS = (
    "指标 预算 执行 决算 目标 完成 权重 分值 得分 评分 计分 自评 原因 单位 部门 项目 标准 编制 年度 等级 等次 负责 填报 备注 日期 基础 监控 类别 标题 素材 正文 "
    "支出 任务 内容 级指 扣分 总分 满分 权数 符号 情况 数据 在职 控制 资金 本年 上年 总额 占比 变动"
)
_TELLING = re.compile("|".join(rf"{word[0]}\s*{word[1]}" for word in re.findall(r"\S+", _TELLING_WORDS)))
_TITLE = re.compile(r"(?:绩效|自评|评价|评分|监控).*(?:表|报告)|基础数据表")
_NOT_TITLE = re.compile(r"[。；;？?！!]|说明[:：]|^注|^备注|^请|敬请|应当|根据|按照|填报人|附后|详见|见附")


@dataclass(slots=True)
class Head:
    """A heading cell: where it stands, how far it reaches to the right and down, and its role."""

    row: int
    left: int
    right: int
    bottom: int
    text: str
    role: Role


class Layout:
    """Merges and telling cells of one grid."""

    def __init__(self, grid: Grid, telling: dict[int, list[tuple[int, str]]] | None = None) -> None:
        self.grid = grid
        self.last_row = len(grid.rows)
        self.columns = max(map(len, grid.rows), default=0)
        self.rows: list[list[tuple[int, Raw]] | None] = [None] * self.last_row  # made when they are asked for
        self.telling = telling_cells(grid) if telling is None else telling
        if not grid.merges:
            self._merge_repeated()

    @cached_property
    def covers(self) -> dict[tuple[int, int], Span]:
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
                if right > column and bottom == row and not _figures(self, row) and _heads_more(self.telling[row], words) or (
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
            cells = self.rows[row] = [
                (column, value) for column, value in enumerate(self.grid.rows[row])
                if value is not None and (type(value) is not str or value and not value.isspace())
            ]
        return cells

    def first_text(self, row: int) -> str:
        """The text of the row's first cell that has one."""
        cells = self.nonblank(row)
        return text(self.grid, row, cells[0][0]) if cells else ""


def _heads_more(cells: list[tuple[int, str]], words: str, least: int = 1) -> bool:
    """Whether a row holds further headings besides this one: what runs through the rows of a table is none."""
    return sum(1 for _, other in cells if other != words and role_of(other) is not None) >= least


def covers_of(grid: Grid, last_row: int, last_column: int) -> dict[tuple[int, int], Span]:
    """(row, column) → the merged region that covers it, as far as the sheet's values reach."""
    covers: dict[tuple[int, int], Span] = {}
    for span in grid.merges:
        top, left, bottom, right = span
        rows, columns = range(top, min(bottom, last_row) + 1), range(left, min(right, last_column) + 1)
        if len(covers) + len(rows) * len(columns) > MERGED_LIMIT:
            break
        for row in rows:
            for column in columns:
                covers[row, column] = span
    return covers


def telling_cells(grid: Grid) -> dict[int, list[tuple[int, str]]]:
    """Row → (column, text) of its short cells that may be headings or captions."""
    found: dict[int, list[tuple[int, str]]] = {}
    for number, row in enumerate(grid.rows):
        cells = [(column, value) for column, value in enumerate(row) if value and type(value) is str and 1 < len(value) <= 64 and _tells(value)]
        if cells:
            found[number] = cells
    return found


@lru_cache(maxsize=8192)
def _tells(words: str) -> bool:
    """Kept: the forms of a workbook have the same headings."""
    return _TELLING.search(words) is not None


GENERAL = ("绩效指标", "评价指标", "指标", "评价内容", "考核内容")  # a level's heading only where no level is named
MERGED_LIMIT = 1_000_000  # cells under merges; no form has as many, a hostile sheet may
DEEPEST = 2  # a band of headings is at most three rows deep


class Mark:
    """What a row is in the run of a sheet."""

    TITLE, PROJECT, FUNDS, GOALS, INDICATORS = "title", "project", "funds", "goals", "indicators"


@dataclass(slots=True)
class Band:
    """A row of headings with the rows that belong to it, and its heading cells by column."""

    mark: str
    row: int
    bottom: int
    heads: list[Head] = field(default_factory=list)
    pairs: bool = False  # the figures stand beside their words
    shape: str = ""  # "turned": names across, headings down; "inline": name and amount in one cell; "tasks": what each task costs


@dataclass(slots=True)
class Part:
    """The rows of one form on a sheet (ends are exclusive)."""

    first: int
    last: int
    title: str = ""
    title_at: tuple[int, int] | None = None
    project: str = ""
    bands: list[Band] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def has(self, mark: str) -> bool:
        return any(band.mark == mark for band in self.bands)

    def rows(self) -> Iterator[int]:
        for first, last in self.pages:
            yield from range(first, last)


@lru_cache(maxsize=8192)
def is_title(words: str) -> bool:
    """Whether a cell's words are the title of a form: short, ending in 表, about performance."""
    if "表" not in words and "报" not in words:
        return False
    word = squeezed(words)
    return 4 <= len(word) <= 60 and bool(_TITLE.search(word)) and not _NOT_TITLE.search(word) and role_of(words) is None and caption_of(words) is None


def heads_of(layout: Layout, row: int, cells: list[tuple[int, str]]) -> list[Head]:
    """The heading cells of a row; a heading that runs down the side of a block is none of them."""
    found = []
    for column, words in cells:
        role = role_of(words)
        if role is not None:
            _, left, bottom, right = layout.span(row, column)
            if bottom - row > DEEPEST:
                continue
            found.append(Head(row, left, right, bottom, words, role))
    return found


def band_of(layout: Layout, row: int) -> Band | None:
    """The band of headings that starts at this row, if one does."""
    cells = layout.telling.get(row, ())
    heads = heads_of(layout, row, cells) if len(cells) > 1 else ()  # type: ignore[arg-type]
    if len(heads) < 2:
        return _odd_funds(layout, row, cells)  # type: ignore[arg-type]
    heads = heads_of(layout, row, [(column, value) for column, value in layout.nonblank(row) if isinstance(value, str)])
    roles = {head.role for head in heads}
    levels = roles.intersection(LEVELS)
    if levels and (len(levels) > 1 or roles & _BESIDE_LEVELS):
        first = min((head.left for head in heads if head.role in LEVELS and key(head.text) not in GENERAL), default=0)
        heads = [head for head in heads if head.left >= first]  # what stands left of the levels runs down the side
        return Band(Mark.INDICATORS, row, max(head.bottom for head in heads), heads)
    money = roles.intersection(MONEY)
    if money and (len(money) > 1 or Role.RATE in roles):
        if any(_TASKS.search(words) for _, words in cells):
            return Band(Mark.FUNDS, row, max(head.bottom for head in heads), heads, shape="tasks") if len(money) > 1 else None
        if _beside_values(layout, row, heads):
            return Band(Mark.FUNDS, row, row, heads, pairs=True)
        if _figures(layout, row) > 1:
            return None  # an indicator's row whose names sound like money (资金支出, 预算执行率)
        band = Band(Mark.FUNDS, row, max(head.bottom for head in heads if head.role in MONEY), heads)
        if band.bottom == row and subheaded(layout, row, min(head.left for head in heads if head.role in MONEY) - 1):
            band.bottom += 1
        for head in heads if band.bottom > row else ():
            if head.bottom == row and head.left == head.right:  # over several columns, although nothing is merged
                head.right = max((head.right, *_blank_from(layout, row, head.right + 1)))
        return band
    if Role.ACHIEVED in roles | ({Role.ACHIEVED} if Role.ACTUAL in roles else set()) and Role.GOAL in roles:
        return Band(Mark.GOALS, row, row, heads)
    return _odd_funds(layout, row, cells)  # type: ignore[arg-type]


def subheaded(layout: Layout, row: int, before: int) -> bool:
    """Whether the row below a row of headings is one too although nothing is merged: short words, no figures, none up to the column `before`."""
    cells = [(column, value) for column, value in layout.nonblank(row + 1) if value != _raw(layout, row, column)]
    return bool(cells) and all(
        isinstance(value, str) and column > before and len(squeezed(value)) <= 10 and not _DIGIT.search(value) for column, value in cells
    )


_DIGIT = re.compile(r"[\d%％]")


def _blank_from(layout: Layout, row: int, column: int) -> Iterator[int]:
    """The columns from this one on that are blank in the row, up to the next one that is not."""
    while column < layout.columns and not layout.seen(row, column):
        yield column
        column += 1


def _odd_funds(layout: Layout, row: int, cells: list[tuple[int, str]]) -> Band | None:
    """A block of funds that is written across, or with name and amount in one cell."""
    if len(cells) < 2:
        return None
    from ziping.forms.turned import inline_band, turned_band

    if any(":" in words or "：" in words for _, words in cells):
        found = inline_band(layout, row, cells)
        if found:
            return found
    if any(_ACROSS.search(words) for _, words in cells):
        return turned_band(layout, row)
    return None


_ACROSS = re.compile("总额|拨款|财政|其他资金")
_TASKS = re.compile(r"任务名称|主要内容|任务内容|工作内容")  # of a list of tasks with what each costs only the total is money of the form
_BESIDE_LEVELS = {Role.TARGET, Role.ACTUAL, Role.SCORE, Role.POINTS, Role.STANDARD, Role.REASON, Role.EXPECTED, Role.SHARE}


def _beside_values(layout: Layout, row: int, heads: list[Head]) -> bool:
    """Whether the figures stand to the right of their words (`预算数 | 100 | 执行数 | 98`) and not below."""
    money = [head for head in heads if head.role in MONEY]
    return all(
        isinstance(_raw(layout, row, head.right + 1), int | float) or bool(_FIGURE.fullmatch(layout.seen(row, head.right + 1))) for head in money
    )


def _figures(layout: Layout, row: int) -> int:
    """How many cells of the row hold nothing but a figure."""
    return sum(1 for _, value in layout.nonblank(row) if isinstance(value, int | float) or (isinstance(value, str) and _PLAIN_FIGURE.fullmatch(value.strip())))


_PLAIN_FIGURE = re.compile(r"[-\d,.]*\d[%％分]?")
_FIGURE = re.compile(r"[-\d,.]*\d(?:\s*(?:万元|元))?")


def _raw(layout: Layout, row: int, column: int) -> Raw:
    rows = layout.grid.rows
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def parts_of(layout: Layout) -> list[Part]:
    """The forms of a sheet, from top to bottom; one that runs over several printed pages is one part."""
    parts: list[Part] = []
    current = Part(0, layout.last_row)
    skip = -1
    for row in sorted(layout.telling):
        if row <= skip:
            continue
        band = band_of(layout, row)
        if band is not None:
            below = band_of(layout, band.row + 1) if band.bottom == band.row else None
            if below is not None and below.mark == band.mark == Mark.INDICATORS:  # 绩效指标 above 一级指标, 二级指标 …: one band of two rows
                band.bottom = below.row
            elif below is not None and below.mark == band.mark == Mark.FUNDS and not band.pairs:  # 预算安排 above 年初预算数, 调整预算数
                continue
            if band.mark == Mark.FUNDS and current.has(Mark.INDICATORS):
                current = _next(parts, current, row)
            current.bands.append(band)
            skip = band.bottom
            continue
        for column, words in layout.telling[row]:
            if is_title(words) and _stands_alone(layout, row, column):
                if current.bands or current.project or (current.title and row - (current.title_at or (row, 0))[0] > 3):
                    current = _next(parts, current, row)
                if not current.title or not current.bands:
                    current.title, current.title_at = current.title or words.strip(), current.title_at or (row, column)
                break
            name = _project(layout, row, column, words)
            if name is not None:
                if current.has(Mark.INDICATORS) or (current.project and current.project != name and current.bands):
                    current = _next(parts, current, row)
                current.project = current.project or name
                break
    current.last = layout.last_row
    parts.append(current)
    for part in parts:
        part.pages = [(part.first, part.last)]
    return _joined(layout, parts)


def _next(parts: list[Part], current: Part, row: int) -> Part:
    current.last = row
    parts.append(current)
    return Part(row, row)


def _stands_alone(layout: Layout, row: int, column: int) -> bool:
    """A title shares its row with short remarks at most (a unit of money, a number of the attachment)."""
    words = layout.grid.rows[row][column]
    others = [value for at, value in layout.nonblank(row) if at != column and value != words]
    return len(others) <= 2 and all(isinstance(value, str) and len(value.strip()) <= LONGEST for value in others)


def _project(layout: Layout, row: int, column: int, words: str) -> str | None:
    """The project's name when the cell is the caption of one; "" when it is not filled in yet."""
    pair = inline_caption(words)
    if pair and pair[0] == "项目名称" and pair[1]:
        return pair[1]
    if (pair and pair[0] == "项目名称") or caption_of(words) == "项目名称" and key(words) != "项目":
        right = layout.span(row, column)[3] + 1
        while right < layout.columns and layout.seen(row, right) in ("", words.strip()):
            right += 1
        beside = layout.seen(row, right) if right < layout.columns else ""
        return beside if caption_of(beside) is None else ""
    return None


def _joined(layout: Layout, parts: list[Part]) -> list[Part]:
    """Parts with the further pages of a form put to the page before."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before is not None and _continues(layout, before, part):
            before.bands += part.bands
            before.pages += part.pages
            before.last = part.last
        elif before is not None and part.bands and not (part.has(Mark.INDICATORS) or part.title or part.project):
            before.bands += part.bands  # a block of funds below the indicators
            before.pages += part.pages
            before.last = part.last
        elif part.bands or part.title or part.project:
            joined.append(part)
    return joined


_CONTINUED = re.compile(r"[(]?续.{0,3}[)]?$|[(]?第.页[)]?|^续")


def _continues(layout: Layout, before: Part, part: Part) -> bool:
    if not part.has(Mark.INDICATORS) or not before.has(Mark.INDICATORS) or part.has(Mark.FUNDS):
        return False
    if part.project and part.project != before.project:
        return False
    if part.title and _CONTINUED.sub("", squeezed(part.title)) != _CONTINUED.sub("", squeezed(before.title)):
        return False
    return not _has_total(layout, before)


def _has_total(layout: Layout, part: Part) -> bool:
    from ziping.forms.headings import is_total

    first = next(band.bottom for band in part.bands if band.mark == Mark.INDICATORS)
    return any(is_total(layout.first_text(row)) for row in range(first, part.last))
