"""Fund blocks whose lines run to the right (预算数 and 执行数 as rows, 财政拨款 … as columns), and those with name and amount in one cell.

Only blocks that leave no doubt are read: every name one of ours, every amount a number; anything else stays unread.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, Unit, read_figure
from ziping.evaluation import Datum, FundLine, Place
from ziping.forms.bands import Band, Head
from ziping.forms.grid import address, datum
from ziping.forms.headings import MONEY, Role, key, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.lines import FIELDS

_NAMES = re.compile(r"^(?:其中|[(]?\d[)、.]|①|②|③)*:?.{0,8}(?:资金总额|总额|合计|总计|小计|财政|拨款|资金|结转|结余|基本支出|项目支出|经费|其他|其它|收入|补助|配套)[^率]{0,6}$")
_NO_NAMES = re.compile("情况|来源|项目资金|安排|使用|管理|目标|任务|构成|性质")
_AMOUNT = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(?:万元|元)?")


def turned_band(layout: Layout, row: int) -> Band | None:
    """The band of a block of this kind at this row: names of money across, and below them rows headed 预算数, 执行数 …"""
    names = names_across(layout, row)
    if len(names) < 2:
        return None
    heads: list[Head] = []
    below = row + 1
    while below < layout.last_row and len(heads) < 8:
        found = _row_head(layout, below, names[0][0])
        if found is None:
            break
        heads.append(found)
        below += 1
    if len({head.role for head in heads if head.role in MONEY}) < 2 or len({head.role for head in heads}) < len(heads):
        return None
    return Band("funds", row, heads[-1].row, heads, shape="turned")


def names_across(layout: Layout, row: int, first: int = 0, last: int = 10_000) -> list[tuple[int, int, str]]:
    """(first column, last column, words) of the cells of a row that name lines of money."""
    found = []
    for column, value in layout.nonblank(row):
        if isinstance(value, str) and first <= column <= last and is_name(value):
            top, _, bottom, right = layout.span(row, column)
            if bottom == top:
                found.append((column, right, value.strip()))
    return found


@lru_cache(maxsize=4096)
def is_name(words: str) -> bool:
    """Whether the words name a line of money, and are no heading of amounts."""
    word = squeezed(words)
    return 2 <= len(word) <= 16 and bool(_NAMES.match(word.strip(":"))) and not _NO_NAMES.search(word) and role_of(words) is None


def _row_head(layout: Layout, row: int, before: int) -> Head | None:
    cells = [(column, value) for column, value in layout.nonblank(row) if column < before]
    if not cells or not isinstance(cells[-1][1], str):
        return None
    column, words = cells[-1]
    role = role_of(words)
    if role not in FIELDS:
        return None
    return Head(row, column, layout.span(row, column)[3], row, words, role)


def read_turned(layout: Layout, band: Band, unit: Unit | None) -> list[FundLine]:
    """A line for every name across, its amounts from the rows below."""
    heads = {(Role.ADJUSTED if head.role is Role.BUDGET else head.role): head for head in band.heads}
    lines = []
    for left, right, words in names_across(layout, band.row):
        line = FundLine("", place=Place(layout.grid.name, address(band.row, left)), printed=words)
        for role, head in heads.items():
            setattr(line, FIELDS[role], _amount(layout, head.row, left, right, role, unit, f"{squeezed(words)}/{squeezed(head.text)}"))
        lines.append(line)
    for role in (Role.RATE, Role.POINTS, Role.SCORE):
        columns = [column for column, value in layout.nonblank(band.row) if isinstance(value, str) and role_of(value) is role]
        if len(columns) == 1 and lines and role not in heads:
            label = role.value
            told = [value for head in band.heads for value in [_amount(layout, head.row, columns[0], columns[0], role, unit, label)] if value]
            if len(told) == 1:
                setattr(lines[0], FIELDS[role], told[0])
    return lines


def grouped(layout: Layout, band: Band) -> bool:
    """Whether the names of the lines stand under each heading of money (全年预算数 over 合计, 财政拨款 …), the same under each."""
    money = [head for head in band.heads if head.role in MONEY and head.row == band.row]
    named = [[words for _, _, words in names_across(layout, head.bottom + 1, head.left, head.right)] for head in money]
    return len(money) > 1 and len(named[0]) > 1 and all(names == named[0] for names in named) and len({head.bottom for head in money}) == 1


def read_grouped(layout: Layout, band: Band, unit: Unit | None) -> list[FundLine]:
    """A line for every name under the headings; the amounts stand in the row below the names."""
    lines: dict[str, FundLine] = {}
    for head in band.heads:
        role = Role.ADJUSTED if head.role is Role.BUDGET else head.role
        if role not in MONEY:
            continue
        for left, right, words in names_across(layout, head.bottom + 1, head.left, head.right):
            line = lines.setdefault(words, FundLine("", place=Place(layout.grid.name, address(head.bottom + 1, left)), printed=words))
            value = _amount(layout, head.bottom + 2, left, right, role, unit, f"{squeezed(words)}/{squeezed(head.text)}")
            if getattr(line, FIELDS[role]) is None:
                setattr(line, FIELDS[role], value)
    first = next(iter(lines.values()), None)
    for head in band.heads:
        if head.role in (Role.RATE, Role.POINTS, Role.SCORE) and first is not None:
            below = next((r for r in range(band.row + 1, band.row + 4) if layout.anchor(r, head.left) == (r, head.left)), None)
            if below is not None:
                setattr(first, FIELDS[head.role], _amount(layout, below, head.left, head.right, head.role, unit, squeezed(head.text)))
    return list(lines.values())


def _amount(layout: Layout, row: int, left: int, right: int, role: Role, unit: Unit | None, label: str) -> Datum | None:
    measure = PLAIN if role in (Role.RATE, Role.POINTS, Role.SCORE) else unit or WAN_YUAN
    for column in range(left, right + 1):
        if layout.anchor(row, column) == (row, column):
            value = datum(layout.grid, row, column, measure, label)
            if value:
                return value if value.figure is not None or value.error else None
    return datum(layout.grid, row, left, measure, label) if layout.anchor(row, left) == (row, left) else None


@lru_cache(maxsize=4096)
def name_and_amount(words: str) -> tuple[str, str] | None:
    """`其中：财政拨款：1180.25` → (其中：财政拨款, 1180.25); None for a cell that is not just that."""
    head, colon, tail = words.replace("：", ":").rpartition(":")
    match = _AMOUNT.fullmatch(squeezed(tail)) if colon else None
    if not match or not head.strip() or len(head) > 24:
        return None
    return words[: len(head)].strip(), squeezed(tail)


def inline_band(layout: Layout, row: int, cells: list[tuple[int, str]]) -> Band | None:
    """`预算数：30 | 执行数：28.5`: headings and amounts in the same cells."""
    heads = []
    for column, words in cells:
        pair = name_and_amount(words)
        role = role_of(pair[0]) if pair else None
        if pair and role in MONEY:
            heads.append(Head(row, column, layout.span(row, column)[3], row, pair[0], role))
    return Band("funds", row, row, heads, shape="inline") if len({head.role for head in heads}) > 1 else None


def inline_below(layout: Layout, band: Band) -> bool:
    """Whether name and amount share a cell under every heading of money."""
    money = [head for head in band.heads if head.role in MONEY and head.row == band.row]
    return len(money) > 1 and all(_named_amount(layout.seen(head.bottom + 1, head.left)) for head in money)


def _named_amount(words: str) -> tuple[str, str] | None:
    pair = name_and_amount(words) if words else None
    return pair if pair and is_name(pair[0]) else None


def read_inline(layout: Layout, band: Band, last: int, unit: Unit | None) -> list[FundLine]:
    """The lines of a block whose cells hold name and amount; it ends where the cells of a row do not name the same line."""
    lines = []
    money = {(Role.ADJUSTED if head.role is Role.BUDGET else head.role): head for head in band.heads if head.role in MONEY}
    start = band.row if band.shape == "inline" else band.bottom + 1
    for row in range(start, last):
        pairs = {}
        for role, head in money.items():
            words = layout.seen(row, head.left) if layout.anchor(row, head.left)[0] == row else ""
            pair = name_and_amount(words) if row == band.row else _named_amount(words)
            if pair:
                pairs[role] = pair
        names = {key(name.replace("：", ":").rpartition(":")[2]) for name, _ in pairs.values()}
        if not pairs or (len(names) > 1 and row != band.row):
            break
        first = min(pairs, key=lambda role: money[role].left)
        line = FundLine("", place=Place(layout.grid.name, address(row, money[first].left)), printed=pairs[first][0])
        for role, (name, amount) in pairs.items():
            whole = datum(layout.grid, row, money[role].left)
            value = replace(whole, text=amount, figure=read_figure(amount, unit or WAN_YUAN), label=squeezed(name))
            setattr(line, FIELDS[role], value)
        for head in band.heads:
            if head.role in (Role.RATE, Role.POINTS, Role.SCORE) and layout.anchor(row, head.left) == (row, head.left) and band.shape != "inline":
                measure = PERCENT if head.role is Role.RATE and "%" in squeezed(head.text) else PLAIN
                setattr(line, FIELDS[head.role], _amount_of(datum(layout.grid, row, head.left, measure, squeezed(head.text))))
        lines.append(line)
    return lines


def _amount_of(value: Datum) -> Datum | None:
    return value if value.figure is not None or value.blank else None
