"""Tables of a text: rows written as lines, their cells between bars (甲 | 12.50 | 3) or tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ziping.amounts import NUMBER, PERCENT, PLAIN, POINTS, Figure, Quantity, Unit, decimals_of, fold, half_place, read_number, unit_named
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.spaced import spaced_rows

__all__ = ["Cell", "Table", "blanked", "read_tables"]

MOST = 14  # columns of a table whose figures are compared
LONGEST = 400  # characters of a row that no bars enclose
ROUNDED = Unit("", "元", 4)  # an amount in no stated unit may be rounded

_CLOSED = re.compile(r"\s*[|｜].*[|｜]\s*")  # a line between bars is a row, even a single one
_BARS = re.compile(r"[|｜\t]")
_FIGURE = re.compile(rf"([-−－+])?\s*({NUMBER.pattern})\s*(%|‰|万元|亿元|元|分|人次|[人名个家项台所户亩件])?")
_SPACES = re.compile(r"\s+")
_UNIT_OF_ALL = re.compile(r"单位[:：]\s?([万亿千]?元)")
_UNIT_OF_COLUMN = re.compile(r"[(（\[]\s?(?:单位[:：])?([^()（）\[\]]{1,8})\s?[)）\]]$")
_POINTS = re.compile(r"分值|得分|权重|满分|评分|扣分")
_COUNTED = re.compile(r"数量|人数|个数|户数|家数|次数|件数|台数|套数|面积")
_MONEY = re.compile(r"额|预算|支出|收入|执行|决算|资金|经费|价|拨款|结余|结转|补助|安排|投资|费")
_TOTAL = re.compile(r"(?:.{0,6}?(?:合计|总计|共计|总分)|.{0,6}小计)(?:[(（].{0,8}[)）])?")
_MEASURE = re.compile(r"(?:自评|评价|实际|预算|执行|支出|完成)?(?:分值|满分|权重|得分|得分率|扣分|预算数?|执行数?|执行率|支出数?|金额|占比|完成率|完成数?|计划数?|结余)(?:[(（].{1,4}[)）])?")
_LETTERED = re.compile(r"[A-Za-z\d=+*/×÷()（）－-]{1,12}|[①-⑳]")


@dataclass(frozen=True)
class Cell:
    """A cell: its words and where they stand; the figure that it holds, if it holds nothing else."""

    words: str
    start: int
    end: int
    figure: Figure | None

    @property
    def mention(self) -> Mention:
        assert self.figure is not None
        return Mention(self.start, self.end, self.figure, Kind.PLAIN)

    @cached_property
    def bare(self) -> Quantity:
        """The number whatever its unit; one with decimals may be rounded."""
        assert self.figure is not None
        value, decimals = self.figure.value, self.figure.decimals
        return Quantity(value, half_place(decimals)) if decimals else Quantity(value)

    @cached_property
    def rate(self) -> Quantity:
        """The number as a percentage."""
        assert self.figure is not None
        return Figure(self.figure.value, PERCENT, self.figure.decimals).quantity


@dataclass(frozen=True)
class Table:
    """A table: the words that head each column, and the rows of figures below; every row has a cell for every column."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    start: int

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The rows that are called totals."""
        return tuple(at for at, row in enumerate(self.rows) if is_total(row))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What every row is called: its words before its first figure that is no serial number."""
        return tuple(label_of(row) for row in self.rows)


def label_of(row: Sequence[Cell]) -> str:
    return next((cell.words for cell in row if cell.words and cell.figure is None), "")


def is_total(row: Sequence[Cell]) -> bool:
    label = _SPACES.sub("", label_of(row))
    return bool(_TOTAL.fullmatch(label))


def read_tables(text: str) -> list[Table]:
    """The tables of a text: at least two rows of as many cells below a row of words."""
    ruled = (table for lines in _blocks(text) if (table := _table(text, lines)) is not None)
    return [*ruled, *(table for rows in spaced_rows(text, _number) if (table := _built(text, rows)) is not None)]


def blanked(text: str) -> str:
    """The text without the rows of its tables, character for character: a cell is no part of a sentence."""
    pieces, seen = [], 0
    ruled = [(lines[0][0], lines[-1][1]) for lines in _blocks(text)]
    spaced = [(rows[0][0][1], rows[-1][-1][2]) for rows in spaced_rows(text, _number)]
    for start, end in sorted([*ruled, *spaced]):
        pieces += [text[seen:start], re.sub(r"[^\n]", " ", text[start:end])]
        seen = end
    return "".join([*pieces, text[seen:]])


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that are rows; blank lines do not end a run."""
    if "|" not in text and "｜" not in text and "\t" not in text:
        return
    run: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _is_row(line):
            run.append((start, end))
        elif line.strip():
            if len(run) > 1 or run and _CLOSED.fullmatch(text[run[0][0] : run[0][1]]):
                yield run
            run = []
        start = end + 1
    if len(run) > 1 or run and _CLOSED.fullmatch(text[run[0][0] : run[0][1]]):
        yield run


def _is_row(line: str) -> bool:
    if _CLOSED.fullmatch(line):
        return True
    if len(line) > LONGEST:
        return False
    bars = line.count("|") + line.count("｜")
    inner = line.strip().strip("|｜")
    if bars:
        return len(_BARS.findall(inner)) > 0
    return inner.count("\t") > 1 and "。" not in inner


def _cells(text: str, start: int, end: int, closed: bool) -> list[tuple[str, int, int]]:
    """The cells of one line, with the blanks around them cut off; closed: bars stand around the row too."""
    line = text[start:end]
    bars = "|" in line or "｜" in line
    marks = [at for at, sign in enumerate(line) if (sign in "|｜" if bars else sign == "\t")]
    left, right = len(line) - len(line.lstrip()), len(line.rstrip())
    bounds = marks if closed else [-1 if bars else left - 1, *(at for at in marks if bars or left <= at < right), len(line)]
    found = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        words = line[low + 1 : high]
        at = start + low + 1 + len(words) - len(words.lstrip())
        found.append((words.strip(), at, at + len(words.strip())))
    return found


def _table(text: str, lines: Sequence[tuple[int, int]]) -> Table | None:
    closed = all(_CLOSED.fullmatch(text[start:end]) for start, end in lines)
    raw = [_cells(text, start, end, closed) for start, end in lines]
    raw = [row for row in raw if not all(re.fullmatch(r"[-:\s]*", words) for words, _, _ in row)]
    return _built(text, raw)


def _built(text: str, raw: Sequence[Sequence[tuple[str, int, int]]]) -> Table | None:
    if _lying(raw):
        raw = list(zip(*raw, strict=True))
    if len(raw) < 3:
        return None
    width = Counter(len(row) for row in raw).most_common(1)[0][0]
    if not 2 <= width <= MOST:
        return None
    top = 0
    while top < len(raw) and not any(_number(words) for words, _, _ in raw[top]):
        top += 1
    headed = [row for row in raw[:top] if len(row) == width]
    body = [row for row in raw[top:] if not all(_LETTERED.fullmatch(words) for words, _, _ in row if words) or sum(bool(words) for words, _, _ in row) < 2 or any(_number(words) for words, _, _ in row)]
    if not headed or len(body) < 2 or any(len(row) != width for row in body):
        return None
    heads = tuple(_SPACES.sub("", "".join(row[at][0] for row in headed)) for at in range(width))
    start = raw[0][0][1]
    before = text[max(0, start - 160) : start] + "".join(words for row in raw[:top] for words, _, _ in row)
    shared = _UNIT_OF_ALL.findall(before)
    units = [_unit(head, [row[at][0] for row in body], shared[-1] if shared else "") for at, head in enumerate(heads)]
    rows = tuple(tuple(Cell(words, start, end, _figure(words, units[at])) for at, (words, start, end) in enumerate(row)) for row in body)
    return Table(heads, rows, start)


def _lying(raw: Sequence[Sequence[tuple[str, int, int]]]) -> bool:
    """Whether the table lies on its side: a measure in each row (分值, 得分, 得分率), a total as the last head."""
    if not 3 <= len(raw) <= 6 or len({len(row) for row in raw}) > 1 or len(raw[0]) < 4:
        return False
    return bool(_TOTAL.fullmatch(raw[0][-1][0])) and all(_MEASURE.fullmatch(row[0][0]) for row in raw[1:])


def _number(words: str) -> re.Match[str] | None:
    return _FIGURE.fullmatch(fold(words)) if words else None


def _figure(words: str, unit: Unit) -> Figure | None:
    match = _number(words)
    if match is None:
        return None
    value = read_number(match[2])
    if value is None:
        return None
    value = -value if match[1] and match[1] != "+" else value
    return Figure(value, unit_named(match[3]) if match[3] else unit, decimals_of(value))


def _unit(head: str, column: Sequence[str], shared: str) -> Unit:
    """The unit of a column: what its head says, or what is said of the whole table; points and counts are exact, unnamed amounts may be rounded."""
    own = _UNIT_OF_COLUMN.search(head)
    if own and (unit := unit_named(own[1])).base and not re.search(r"\d", own[1]):
        return unit
    if _POINTS.search(head):
        return POINTS
    whole = all(not (match := _number(words)) or "." not in match[2] for words in column)
    if _COUNTED.search(head) or whole and not _MONEY.search(head):
        return PLAIN if whole else ROUNDED
    return unit_named(shared) if shared else ROUNDED
