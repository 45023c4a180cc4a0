"""The tables of an exported final account (部门决算): which ones a sheet holds, by their titles; the words of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ziping.amounts import Figure, Unit
from ziping.evaluation import Place, Scaled
from ziping.forms.grid import Grid, address, datum, text
from ziping.forms.headings import key, squeezed

INCOME, EXPENDITURE, SUMMARY, FISCAL, BASIC, RECEPTIONS = "收入决算表", "支出决算表", "收入支出决算总表", "财政拨款收入支出决算总表", "基本支出决算表", "三公经费支出决算表"
_TITLES = (
    (re.compile(r"三公.{0,2}经费"), RECEPTIONS),
    (re.compile(r"财政拨款(?:收入支出|收支)(?:决算)?总表"), FISCAL),
    (re.compile(r"财政拨款基本支出(?:决算)?(?:明细)?表"), BASIC),
    (re.compile(r"(?:收入支出|收支)(?:决算)?总表"), SUMMARY),
    (re.compile(r"^(?:部门|单位|公开\d+表|\d{4}年度?|[A-Z]?\d*|财决\d+表|[()]|附表\d*[:.]?|表[一二三四五六七八九\d]+[:、.]?)*收入决算(?:总)?表"), INCOME),
    (re.compile(r"^(?:部门|单位|公开\d+表|\d{4}年度?|[A-Z]?\d*|财决\d+表|[()]|附表\d*[:.]?|表[一二三四五六七八九\d]+[:、.]?)*支出决算(?:总)?表"), EXPENDITURE),
)  # fmt: skip
AMOUNTS = ("决算数", "本年决算数", "全年决算数", "金额", "决算金额", "合计")


@dataclass(frozen=True, slots=True)
class Account:
    """A figure of the final account; `column`: 决算数, or 预算数 (三公经费 alone)."""

    name: str
    figure: Figure
    place: Place
    table: str
    column: str = "决算数"


@dataclass(frozen=True, slots=True)
class Unused:
    """A figure that a cell of the final account holds and that was not read, and why."""

    name: str
    place: Place
    table: str
    column: str
    why: str


def account_in(table: Table, row: int, column: int, unit: Unit, name: str, kind: str = "决算数") -> Account | Unused | None:
    """The figure that a cell gives, None for a blank one, words and what is no amount."""
    value, place = datum(table.grid, row, column, unit, name), Place(table.grid.name, address(row, column))
    if value.error is not None:
        why = f"的数字格式把 {value.error.held:f} 显示成 {value.error.shown}，以哪个数为准无从判断" if isinstance(value.error, Scaled) else f"显示错误值 {value.error}"
        return Unused(name, place, table.kind, kind, why)
    return Account(name, value.figure, place, table.kind, kind) if value.figure is not None and value.figure.unit.base == "元" else None


@dataclass(frozen=True, slots=True)
class Table:
    kind: str
    grid: Grid
    title: tuple[int, int]
    last: int  # row behind its last one


def tables_of(grid: Grid) -> Iterator[Table]:
    """The tables of a sheet: each begins at its title; a sheet without a title in its cells is judged by its name."""
    titles: list[tuple[int, int, str]] = []
    for row, line in enumerate(grid.rows):
        for column, value in enumerate(line):
            kind = _kind(value) if isinstance(value, str) and 4 <= len(value) <= 60 else None
            if kind and not (titles and titles[-1][0] == row):
                titles.append((row, column, kind))
    if not titles and (kind := _kind(grid.name)) and any(grid.rows):
        titles = [(0, 0, kind)]
    for number, (row, column, kind) in enumerate(titles):
        last = titles[number + 1][0] if number + 1 < len(titles) else len(grid.rows)
        if last - row > 2:  # a list of contents names them too
            yield Table(kind, grid, (row, column), last)


def _kind(words: str) -> str | None:
    word = re.sub(r"[“”\"'‘’]", "", squeezed(words))
    if not word.rstrip("()0123456789财决公开表续").endswith(("决算", "决算总")) and not re.search(r"(?:决算|总)(?:明细)?(?:总)?表", word):
        return None
    return next((kind for pattern, kind in _TITLES if pattern.search(word)), None)


def label_of(grid: Grid, row: int, column: int) -> str:
    return key(text(grid, row, column))


def anchor_of(grid: Grid, row: int, column: int) -> tuple[int, int]:
    for top, left, bottom, right in grid.merges:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return row, column


def blocks_head(table: Table) -> tuple[int, list[int]] | None:
    """The row of headings and the columns where a block of lines begins."""
    grid = table.grid
    for row in range(table.title[0], min(table.last, table.title[0] + 12)):
        words = [(column, label_of(grid, row, column)) for column in range(len(grid.rows[row]))]
        if not any(word in AMOUNTS for _, word in words):
            continue
        codes = [column for column, word in words if word in ("科目编码", "经济分类科目编码", "编码", "支出经济分类科目编码", "经济分类科目")]
        starts = codes or [column for column, word in words if word in ("科目名称", "项目名称") or (word.startswith("项目") and len(word) < 12)]
        if starts:
            return row, starts
    return None
