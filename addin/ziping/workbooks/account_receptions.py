"""The table of 三公经费 in a final account: 预算数 and 决算数 side by side over the same columns, or as columns over rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ziping.amounts import Unit, read_number
from ziping.forms.grid import Grid, text
from ziping.forms.headings import key
from ziping.workbooks.account_tables import Account, Table, Unused, account_in, anchor_of, blocks_head, label_of

_RECEPTIONS = {
    "合计": "三公经费", "三公经费合计": "三公经费", "三公经费": "三公经费", "因公出国费": "因公出国（境）费", "因公出国费用": "因公出国（境）费", "因公出国境费": "因公出国（境）费",
    "因公出国境费用": "因公出国（境）费", "公务用车购置及运行费": "公务用车购置及运行维护费", "公务用车购置及运行维护费": "公务用车购置及运行维护费", "小计": "公务用车购置及运行维护费",
    "公务用车购置和运行费": "公务用车购置及运行维护费", "公务用车购置费": "公务用车购置费", "公务用车运行费": "公务用车运行维护费", "公务用车运行维护费": "公务用车运行维护费",
    "公务接待费": "公务接待费",
}  # fmt: skip


def receptions(table: Table, unit: Unit) -> Iterator[Account | Unused]:
    grid = table.grid
    head = blocks_head(table) if any(label_of(grid, r, c) == "项目" for r in _near(table) for c in range(len(grid.rows[r]))) else None
    if head is not None:
        yield from _reception_rows(table, unit, *head)
        return
    data = _first_data_row(table)
    if data is None:
        return
    seen: set[tuple[str, str]] = set()
    for column in range(len(grid.rows[data])):
        above = range(table.title[0] + 1, data)
        group = next((kind for row in above if (kind := _group(grid, row, column))), None)
        name = next((_RECEPTIONS[word] for row in reversed(above) if (word := label_of(grid, *anchor_of(grid, row, column))) in _RECEPTIONS), None)
        if group is None or name is None or (name, group) in seen:
            continue
        if found := account_in(table, data, column, unit, name, group):
            seen.add((name, group))
            yield found


def _near(table: Table) -> range:
    return range(table.title[0], min(table.last, table.title[0] + 12))


def _group(grid: Grid, row: int, column: int) -> str | None:
    """预算数 or 决算数 over a column: its own heading, that of the merged cell, or the nearest one to the left in that row."""
    for at in range(column, -1, -1):
        top, left = anchor_of(grid, row, at)
        word = label_of(grid, top, left)
        if re.fullmatch(r"(?:20\d\d年度?|本年度?|全年)?(?:预算|决算)(?:数|金额)?", word):
            return "预算数" if "预算" in word else "决算数"
        if word:
            return None
    return None


def _first_data_row(table: Table) -> int | None:
    """The first row of amounts below the headings; the row 栏次 numbers the columns and holds none."""
    headed = False
    for row in range(table.title[0] + 1, table.last):
        words = [text(table.grid, row, column) for column in range(len(table.grid.rows[row]))]
        filled = [word for word in words if word]
        if not filled:
            continue
        headed = headed or any(key(word) in _RECEPTIONS for word in filled)
        numbers = [value for word in filled if (value := read_number(word)) is not None]
        steps = sum(later - earlier == 1 for earlier, later in pairwise(numbers))
        counted = len(numbers) > 2 and 2 * steps >= len(numbers) - 1  # 1, 2, 3 …, with a slip here and there
        if headed and numbers and key(filled[0]) not in ("栏次", "行次") and not counted:
            return row
    return None


def _reception_rows(table: Table, unit: Unit, row: int, starts: list[int]) -> Iterator[Account | Unused]:
    grid, start = table.grid, starts[0]
    columns: dict[str, int] = {}
    for column in range(start + 1, len(grid.rows[row])):
        word = re.sub(r"^(?:20\d\d年度?|本年度?|全年)", "", label_of(grid, row, column))
        kind = "预算数" if word in ("预算数", "预算金额", "年初预算数") else "决算数" if word in ("决算数", "决算金额") else None
        if kind:
            columns.setdefault(kind, column)
    seen: set[tuple[str, str]] = set()
    for at in range(row + 1, table.last):
        name = _RECEPTIONS.get(label_of(grid, at, start).removeprefix("其中:"))
        for kind, column in columns.items():
            if name and (name, kind) not in seen and (found := account_in(table, at, column, unit, name, kind)):
                seen.add((name, kind))
                yield found
