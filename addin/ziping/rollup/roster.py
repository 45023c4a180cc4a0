"""应报单位名单: whom a bureau waits for, who of them has reported, and who has that is not on the list."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path

from ziping.forms.files import read_grids
from ziping.forms.grid import Grid, Sheet, text
from ziping.refusal import Refusal
from ziping.rollup.bodies import alike, named
from ziping.rollup.record import Record, is_evaluation
from ziping.rollup.result import MISSING, OUTSIDE, THERE
from ziping.rollup.sources import TRIED, lines_of, text_of

NEAR = 0.8  # share of two names from which one may be the other written wrong
MOST_PAIRS = 250_000  # names that are compared with names
_HEADINGS = ("单位名称", "预算单位名称", "预算单位", "填报单位", "部门(单位)名称", "部门名称", "单位")  # what a body's name may stand under, the plainest first
_TITLES = frozenset({*_HEADINGS, "名称", "名单", "单位名单", "应报单位", "应报单位名单", "报送单位", "报送单位名单", "预算单位名单", "应报送单位"})  # what no body is called
_TOP = 10  # rows in which headings are looked for


@dataclass(frozen=True, slots=True)
class Line:
    """A body of the list, or one beside it, with the workbooks it has sent; hint: where its workbook may be, or that what it sent is not filled in."""

    state: str
    unit: str
    records: tuple[Record, ...] = ()
    hint: str = ""


def read_roster(path: Path) -> list[str]:
    """The names on a list, each once: a text with one a line, or the column 单位名称 of a workbook or of a .csv. Refused when there is none."""
    what, kind = "每行一个单位名称", path.suffix.lower()
    if kind in TRIED:
        grids = read_grids(path)
        if is_evaluation(path):
            raise Refusal(f"名单“{path.name}”是一份自评工作簿，不是单位名单，请另选有“{_HEADINGS[0]}”一列的工作簿或每行一个名称的文本。")
        names = _column(path.name, grids)
    else:
        names = _column(path.name, [Sheet("", _table(path, what))]) if kind == ".csv" else lines_of(path, what)
    found = list({alike(name): named(name) for name in names if alike(name) and alike(name) not in _TITLES}.values())
    if not found:
        raise Refusal(f"名单“{path.name}”里没有单位名称，应为每行一个单位名称的文本，或有“单位名称”一列的工作簿，请核对。")
    return found


def _table(path: Path, what: str) -> list[list[str]]:
    """The rows of a .csv; as in a text, a line that is a note alone is none of them."""
    return [row for row in csv.reader(text_of(path, what).splitlines()) if len(row) != 1 or not row[0].lstrip().startswith("#")]


def _column(name: str, grids: Sequence[Grid]) -> list[str]:
    """What stands under 单位名称. Refused where no sheet has such a column, and where several have."""
    heads = [(grid, head) for grid in grids if (head := _head(grid))]
    if not heads:
        raise Refusal(f"名单“{name}”的{_without(grids)}，请把写有单位名称的那一列的标题改为“{_HEADINGS[0]}”后再试。")
    if len(heads) > 1:
        listed = "、".join(f"“{grid.name}”" for grid, _ in heads[:_TOLD])
        raise Refusal(f"名单“{name}”有 {len(heads)} 张工作表都有单位名称一列（{listed}），不能确定以哪一张为准，请只留一张后再试。")
    grid, (row, column) = heads[0]
    return [text(grid, below, column) for below in range(row + 1, len(grid.rows))]


def _head(grid: Grid) -> tuple[int, int] | None:
    cells = ((row, column) for row in range(min(len(grid.rows), _TOP)) for column in range(len(grid.rows[row])))
    found = [(_HEADINGS.index(words), row, column) for row, column in cells if (words := alike(text(grid, row, column))) in _HEADINGS]
    return min(found)[1:] if found else None


_TOLD = 8  # headings or sheets that are named


def _without(grids: Sequence[Grid]) -> str:
    """Which sheets have no such column, and what stands at the head of the fullest one."""
    rows = [(grid, [words for column in range(len(grid.rows[row])) if (words := text(grid, row, column))]) for grid in grids for row in range(min(len(grid.rows), _TOP))]
    grid, headings = max(rows, key=lambda each: len(each[1]), default=(grids[0], []))
    sheet = f"工作表“{grid.name}”" if grid.name else "表格"
    others = f"（其余 {len(grids) - 1} 张也没有）" if len(grids) > 1 else ""
    there = "、".join(f"“{words[:20]}”" for words in headings[:_TOLD]) + ("等" if len(headings) > _TOLD else "")
    return f"{sheet}里没有“{_HEADINGS[0]}”一列{others}，" + (f"现有的标题是{there}" if headings else "表是空的")


def compared(names: Sequence[str], records: Sequence[Record]) -> list[Line]:
    """Those who are missing first, then those who are not on the list, then those who have reported."""
    sent: dict[str, list[Record]] = {}
    for record in records:
        if record.readable and alike(record.unit):
            sent.setdefault(alike(record.unit), []).append(record)
    expected = {alike(name): name for name in names}
    missing = [name for name in expected if name not in sent]
    outside = [unit for unit in sent if unit not in expected]
    nameless = [record for record in records if not record.readable or not alike(record.unit)]
    near = len(missing) * len(outside) <= MOST_PAIRS
    return [
        *(Line(MISSING, expected[name], (), _hint(name, outside if near else [], sent, nameless)) for name in missing),
        *(Line(OUTSIDE, sent[unit][0].unit, tuple(sent[unit]), _unfilled(sent[unit])) for unit in outside),
        *(Line(THERE, expected[name], tuple(sent[name]), _unfilled(sent[name])) for name in expected if name in sent),
    ]


def _unfilled(records: list[Record]) -> str:
    """What is to be said of a body of whose workbooks none is filled in."""
    return "没有总分，也没有预算数和执行数，像是没有填写的表" if all(record.unfilled for record in records) else ""


def _hint(name: str, outside: list[str], sent: dict[str, list[Record]], nameless: list[Record]) -> str:
    """A file that could not be read, or names no body, may be the one; so may the workbook of a body whose name is nearly the same."""
    for record in nameless:
        if name in alike(record.file):
            return f"“{record.name}”" + ("没有写明单位名称，可能是该单位的" if record.readable else "不能读取，可能是该单位的")
    like = get_close_matches(name, outside, 2, NEAR)
    if len(like) > 1 and _near(name, like[0]) == _near(name, like[1]):
        return ""  # 乙镇 and 丙镇 are as near to 丁镇, and neither is it
    return f"“{sent[like[0]][0].name}”的单位名称为“{sent[like[0]][0].unit}”，可能是该单位的" if like else ""


def _near(one: str, other: str) -> float:
    return SequenceMatcher(None, other, one).ratio()


def told(lines: Sequence[Line]) -> str:
    """How many of the list have reported, in a sentence; "" without a list."""
    counts = Counter(line.state for line in lines)
    beside = f"，另有 {counts[OUTSIDE]} 家不在名单" if counts[OUTSIDE] else ""
    return f"名单内 {counts[MISSING] + counts[THERE]} 家，已报送 {counts[THERE]} 家，未报送 {counts[MISSING]} 家{beside}。" if lines else ""
