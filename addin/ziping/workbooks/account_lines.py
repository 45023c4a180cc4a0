"""The tables of a final account that give a figure a line: their lines are rows, in blocks side by side (项目 | 行次 | 金额 | 项目 | 行次 | 金额), or
columns over a row 合计.
"""

from __future__ import annotations

from collections.abc import Iterator

from ziping.amounts import Unit, read_number
from ziping.forms.grid import Grid
from ziping.forms.headings import key
from ziping.workbooks.account_tables import (
    AMOUNTS,
    BASIC,
    EXPENDITURE,
    FISCAL,
    INCOME,
    SUMMARY,
    Account,
    Table,
    Unused,
    account_in,
    anchor_of,
    blocks_head,
    label_of,
)

# A line's words in the tables → the name of the figure. `key` takes numbering and brackets away.
_ROWS = {
    SUMMARY: {
        "本年收入合计": "本年收入", "本年支出合计": "本年支出", "年初结转和结余": "年初结转和结余", "上年结转和结余": "年初结转和结余", "年初结转结余": "年初结转和结余",
        "年末结转和结余": "年末结转和结余", "年末结转结余": "年末结转和结余", "结余分配": "结余分配", "上级补助收入": "上级补助收入", "事业收入": "事业收入",
        "经营收入": "经营收入", "附属单位上缴收入": "附属单位上缴收入", "其他收入": "其他收入", "财政拨款收入": "财政拨款收入",
        "一般公共预算财政拨款收入": "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入": "政府性基金预算财政拨款收入",
        "国有资本经营预算财政拨款收入": "国有资本经营预算财政拨款收入", "基本支出": "基本支出", "项目支出": "项目支出", "人员经费": "人员经费",
        "日常公用经费": "日常公用经费", "公用经费": "日常公用经费", "总计": "总计",
    },
    FISCAL: {
        "本年收入合计": "财政拨款收入", "年初财政拨款结转和结余": "年初财政拨款结转和结余", "年末财政拨款结转和结余": "年末财政拨款结转和结余", "本年支出合计": "财政拨款支出",
    },
    BASIC: {"人员经费合计": "一般公共预算人员经费", "公用经费合计": "一般公共预算公用经费"},
}  # fmt: skip
_COLUMNS = {
    INCOME: {
        "本年收入合计": "本年收入", "财政拨款收入": "财政拨款收入", "上级补助收入": "上级补助收入", "事业收入": "事业收入", "经营收入": "经营收入",
        "附属单位上缴收入": "附属单位上缴收入", "其他收入": "其他收入",
    },
    EXPENDITURE: {"本年支出合计": "本年支出", "基本支出": "基本支出", "项目支出": "项目支出", "上缴上级支出": "上缴上级支出", "经营支出": "经营支出"},
}  # fmt: skip


def in_rows(table: Table, unit: Unit) -> Iterator[Account | Unused]:
    grid, names = table.grid, _ROWS[table.kind]
    head = blocks_head(table)
    if head is None:
        return
    row, starts = head
    width = max(len(line) for line in grid.rows)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else width
        amount = _amount_column(grid, row, start, end)
        if amount is None:
            continue
        for at in range(row + 1, table.last):
            name = names.get(label_of(grid, at, start)) or names.get(_spread_label(grid, at, start, amount))
            if name is None:
                continue
            if found := account_in(table, at, amount, unit, name):
                yield found


def _spread_label(grid: Grid, row: int, first: int, last: int) -> str:
    """The words of a line whose name stands behind its code: `302 | 公用经费合计`."""
    return next((word for column in range(first, last) if (word := label_of(grid, row, column)) and not word.isdigit()), "")


def _amount_column(grid: Grid, row: int, first: int, last: int) -> int | None:
    for wanted in AMOUNTS:
        for at in (row, row + 1):
            for column in range(first, last):
                if at < len(grid.rows) and label_of(grid, at, column) == wanted:
                    return column
    return None


def in_columns(table: Table, unit: Unit) -> Iterator[Account | Unused]:
    grid, names = table.grid, _COLUMNS[table.kind]
    total = next((row for row in range(table.title[0] + 1, table.last) if _is_total(grid, row)), None)
    if total is None:
        return
    seen: set[str] = set()
    for column in range(len(grid.rows[total])):
        words = (label_of(grid, *anchor_of(grid, row, column)) for row in range(table.title[0] + 1, total))
        name = next((names[word] for word in words if word in names), None)
        if name is None or name in seen:
            continue
        if found := account_in(table, total, column, unit, name):
            seen.add(name)
            yield found


def _is_total(grid: Grid, row: int) -> bool:
    words = [value for value in grid.rows[row] if value not in (None, "")]
    return bool(words) and isinstance(words[0], str) and key(words[0]) == "合计" and any(not isinstance(w, str) or _is_number(w) for w in words[1:])


def _is_number(words: str) -> bool:
    return read_number(words) is not None
