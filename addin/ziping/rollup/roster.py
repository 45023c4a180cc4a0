"""应报单位名单: whom a bureau waits for, who of them has reported, and who has that is not on the list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ziping.forms.files import read_grids
from ziping.forms.grid import text
from ziping.refusal import Refusal
from ziping.rollup.record import Record
from ziping.rollup.result import MISSING, OUTSIDE, THERE
from ziping.rollup.sources import TRIED, lines_of

NEAR = 0.8  # share of two names from which one may be the other written wrong
MOST_PAIRS = 250_000  # names that are compared with names
_HEADINGS = ("单位名称", "预算单位", "预算单位名称", "部门名称", "部门(单位)名称", "填报单位", "单位")
_NOTES = re.compile(r"\((?:盖章|公章|加盖公章)\)|[\s“”\"'‘’]")


@dataclass(frozen=True, slots=True)
class Line:
    """A body of the list, or one beside it, with the workbooks it has sent; hint: where its workbook may be."""

    state: str
    unit: str
    records: tuple[Record, ...] = ()
    hint: str = ""


def read_roster(path: Path) -> list[str]:
    """The names on a list, each once: a text with one a line, or the column 单位名称 (else the first) of a workbook's first sheet. Refused when there is none."""
    names = _column(path) if path.suffix.lower() in TRIED else lines_of(path, "每行一个单位名称")
    found = list({_plain(name): name for name in names if _plain(name)}.values())
    if not found:
        raise Refusal(f"名单“{path.name}”里没有单位名称，应为每行一个单位名称的文本，或有“单位名称”一列的工作簿，请核对。")
    return found


def _column(path: Path) -> Iterator[str]:
    grid = read_grids(path)[0]
    heads = ((row, column) for row in range(min(len(grid.rows), 10)) for column in range(len(grid.rows[row])) if _plain(text(grid, row, column)) in _HEADINGS)
    row, column = next(heads, (-1, 0))
    yield from (text(grid, below, column) for below in range(row + 1, len(grid.rows)))


def _plain(name: str) -> str:
    """A name as it is compared: width, blanks, quotation marks and （盖章） make no other body."""
    return _NOTES.sub("", unicodedata.normalize("NFKC", name))


def compared(names: Sequence[str], records: Sequence[Record]) -> list[Line]:
    """Those who are missing first, then those who are not on the list, then those who have reported."""
    sent: dict[str, list[Record]] = {}
    for record in records:
        if record.readable and _plain(record.unit):
            sent.setdefault(_plain(record.unit), []).append(record)
    expected = {_plain(name): name for name in names}
    missing = [name for name in expected if name not in sent]
    outside = [unit for unit in sent if unit not in expected]
    nameless = [record for record in records if not record.readable or not _plain(record.unit)]
    near = len(missing) * len(outside) <= MOST_PAIRS
    return [
        *(Line(MISSING, expected[name], (), _hint(name, outside if near else [], sent, nameless)) for name in missing),
        *(Line(OUTSIDE, sent[unit][0].unit, tuple(sent[unit])) for unit in outside),
        *(Line(THERE, expected[name], tuple(sent[name])) for name in expected if name in sent),
    ]


def _hint(name: str, outside: list[str], sent: dict[str, list[Record]], nameless: list[Record]) -> str:
    """A file that could not be read, or names no body, may be the one; so may the workbook of a body whose name is nearly the same."""
    for record in nameless:
        if name in _plain(record.file):
            return f"“{record.name}”" + ("没有写明单位名称，可能是该单位的" if record.readable else "不能读取，可能是该单位的")
    like = get_close_matches(name, outside, 1, NEAR)
    return f"“{sent[like[0]][0].name}”的单位名称为“{sent[like[0]][0].unit}”，可能是该单位的" if like else ""
