"""Figures of an exported final account (部门决算), found by the headings of its tables, never by addresses.

Read are 收入支出决算总表, 收入决算表, 支出决算表, 财政拨款收入支出决算总表, 一般公共预算财政拨款基本支出决算表 and the table of 三公经费, as the
exporting software and the published sets (公开01表 … 公开07表) lay them out. A table without a unit of money is not read: a guessed unit
would be wrong by ten thousand. A figure that two tables give differently is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from ziping.amounts import Figure, Relation, Unit, foots, read_number
from ziping.evaluation import Place
from ziping.forms.files import read_grids
from ziping.forms.grid import Grid, address, datum, text
from ziping.forms.headings import key, money_unit, squeezed
from ziping.refusal import Refusal

INCOME, EXPENDITURE, SUMMARY, FISCAL, BASIC, RECEPTIONS = "收入决算表", "支出决算表", "收入支出决算总表", "财政拨款收入支出决算总表", "基本支出决算表", "三公经费支出决算表"
_TITLES = (
    (re.compile(r"三公.{0,2}经费"), RECEPTIONS),
    (re.compile(r"财政拨款(?:收入支出|收支)(?:决算)?总表"), FISCAL),
    (re.compile(r"财政拨款基本支出(?:决算)?(?:明细)?表"), BASIC),
    (re.compile(r"(?:收入支出|收支)(?:决算)?总表"), SUMMARY),
    (re.compile(r"^(?:部门|单位|公开\d+表|\d{4}年度?|[A-Z]?\d*|财决\d+表|[()]|附表\d*[:.]?|表[一二三四五六七八九\d]+[:、.]?)*收入决算(?:总)?表"), INCOME),
    (re.compile(r"^(?:部门|单位|公开\d+表|\d{4}年度?|[A-Z]?\d*|财决\d+表|[()]|附表\d*[:.]?|表[一二三四五六七八九\d]+[:、.]?)*支出决算(?:总)?表"), EXPENDITURE),
)  # fmt: skip
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
_RECEPTIONS = {
    "合计": "三公经费", "三公经费合计": "三公经费", "三公经费": "三公经费", "因公出国费": "因公出国（境）费", "因公出国费用": "因公出国（境）费", "因公出国境费": "因公出国（境）费",
    "因公出国境费用": "因公出国（境）费", "公务用车购置及运行费": "公务用车购置及运行维护费", "公务用车购置及运行维护费": "公务用车购置及运行维护费", "小计": "公务用车购置及运行维护费",
    "公务用车购置和运行费": "公务用车购置及运行维护费", "公务用车购置费": "公务用车购置费", "公务用车运行费": "公务用车运行维护费", "公务用车运行维护费": "公务用车运行维护费",
    "公务接待费": "公务接待费",
}  # fmt: skip
_SUMS = (
    ("公务用车购置及运行维护费", ("公务用车购置费", "公务用车运行维护费"), Relation.EQUAL),
    ("三公经费", ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"), Relation.EQUAL),
    ("本年支出", ("基本支出", "项目支出", "上缴上级支出", "经营支出"), Relation.AT_MOST),
    ("本年收入", ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"), Relation.AT_MOST),
)
_AMOUNTS = ("决算数", "本年决算数", "全年决算数", "金额", "决算金额", "合计")
_BODY = re.compile(r"^(?:编制|填报|公开|填制)?(?:单位|部门)(?:名称|\(公章\))?:\s*(.+)$")
_YEAR = re.compile(r"(20\d\d)年")
_SECOND_UNIT = re.compile(r"(?:金额)?单位:(?:人民币)?(?:亿|百万|万|千)?元.*$")


@dataclass(frozen=True, slots=True)
class Account:
    """A figure of the final account; `column`: 决算数, or 预算数 (三公经费 alone)."""

    name: str
    figure: Figure
    place: Place
    table: str
    column: str = "决算数"


@dataclass(slots=True)
class Accounts:
    """What a final account says. `notes`: tables that were not read and figures that were not used, each with the reason."""

    file: str
    unit: str = ""
    year: int | None = None
    figures: dict[tuple[str, str], Account] = field(default_factory=dict)
    tables: list[tuple[str, Place]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def get(self, name: str, column: str = "决算数") -> Account | None:
        return self.figures.get((name, column))


@dataclass(frozen=True, slots=True)
class _Table:
    kind: str
    grid: Grid
    title: tuple[int, int]
    last: int  # row behind its last one


def read_accounts(path: Path | str) -> Accounts:
    """The figures of an exported final account. Refused when the file cannot be read or holds none of its tables."""
    path = Path(path)
    grids = read_grids(path)
    accounts = Accounts(path.name)
    for grid in grids:
        for table in _tables(grid):
            accounts.tables.append((table.kind, Place(grid.name, address(*table.title))))
            _read(table, accounts)
    if not accounts.tables:
        raise Refusal(f"“{path.name}”中没有认出部门决算的表，工作表中应有标题“收入支出决算总表”“收入决算表”“支出决算表”或“三公经费支出决算表”，请核对所选的文件。")
    if not accounts.figures:
        raise Refusal(f"“{path.name}”的决算表中没有读到可用的数据{'：' + accounts.notes[0] if accounts.notes else ''}，请核对所选的文件。")
    _foot(accounts)
    _derive(accounts)
    return accounts


def _tables(grid: Grid) -> Iterator[_Table]:
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
            yield _Table(kind, grid, (row, column), last)


def _kind(words: str) -> str | None:
    word = re.sub(r"[“”\"'‘’]", "", squeezed(words))
    if not word.rstrip("()0123456789财决公开表续").endswith(("决算", "决算总")) and not re.search(r"(?:决算|总)(?:明细)?(?:总)?表", word):
        return None
    return next((kind for pattern, kind in _TITLES if pattern.search(word)), None)


def _read(table: _Table, accounts: Accounts) -> None:
    unit = _head(table, accounts)
    if unit is None:
        accounts.notes.append(f"“{table.grid.name}”表的{table.kind}没有写明金额单位，或写有不止一个，未读取")
        return
    reader = {RECEPTIONS: _receptions, INCOME: _columns, EXPENDITURE: _columns}.get(table.kind, _rows)
    for account in reader(table, unit):
        at = (account.name, account.column)
        known = accounts.figures.get(at)
        if known is None:
            accounts.figures[at] = account
        elif not _same(known.figure, account.figure):
            accounts.notes.append(f"{account.name}在{known.table}（{known.place}）为 {known.figure}，在{account.table}（{account.place}）为 {account.figure}，两者不一致，未采用")
            accounts.figures[at] = Account(account.name, account.figure, account.place, "", account.column)
    for at in [at for at, account in accounts.figures.items() if not account.table]:
        del accounts.figures[at]


def _same(one: Figure, other: Figure) -> bool:
    footing = foots(one, [other])
    return footing is not None and footing.holds


def _head(table: _Table, accounts: Accounts) -> Unit | None:
    """The unit of money printed over the table; the body and the year on the way."""
    units: set[Unit] = set()
    first = max(0, table.title[0] - 3)
    for row in range(first, min(table.last, table.title[0] + 8)):
        for value in table.grid.rows[row]:
            if not isinstance(value, str) or len(value) > 120:
                continue
            word = squeezed(value)
            unit = money_unit(value)
            units |= {unit} if unit else set()
            body = _BODY.match(_SECOND_UNIT.sub("", word))
            if body and not accounts.unit and money_unit("单位:" + body[1]) is None:
                accounts.unit = body[1].strip()
            year = _YEAR.search(word)
            if year and accounts.year is None:
                accounts.year = int(year[1])
    return units.pop() if len(units) == 1 else None


def _label(grid: Grid, row: int, column: int) -> str:
    return key(text(grid, row, column))


def _anchor(grid: Grid, row: int, column: int) -> tuple[int, int]:
    for top, left, bottom, right in grid.merges:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return row, column


# ---------------------------------------------------------------------------------------------------------------
# Tables whose lines are rows, in blocks side by side: 项目 | 行次 | 金额 | 项目 | 行次 | 金额


def _rows(table: _Table, unit: Unit) -> Iterator[Account]:
    grid, names = table.grid, _ROWS[table.kind]
    head = _blocks_head(table)
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
            name = names.get(_label(grid, at, start)) or names.get(_spread_label(grid, at, start, amount))
            if name is None:
                continue
            value = datum(grid, at, amount, unit, name)
            if value.figure is not None and value.figure.unit.base == "元":
                yield Account(name, value.figure, Place(grid.name, address(at, amount)), table.kind)


def _spread_label(grid: Grid, row: int, first: int, last: int) -> str:
    """The words of a line whose name stands behind its code: `302 | 公用经费合计`."""
    return next((word for column in range(first, last) if (word := _label(grid, row, column)) and not word.isdigit()), "")


def _blocks_head(table: _Table) -> tuple[int, list[int]] | None:
    """The row of headings and the columns where a block of lines begins."""
    grid = table.grid
    for row in range(table.title[0], min(table.last, table.title[0] + 12)):
        words = [(column, _label(grid, row, column)) for column in range(len(grid.rows[row]))]
        if not any(word in _AMOUNTS for _, word in words):
            continue
        codes = [column for column, word in words if word in ("科目编码", "经济分类科目编码", "编码", "支出经济分类科目编码", "经济分类科目")]
        starts = codes or [column for column, word in words if word in ("科目名称", "项目名称") or (word.startswith("项目") and len(word) < 12)]
        if starts:
            return row, starts
    return None


def _amount_column(grid: Grid, row: int, first: int, last: int) -> int | None:
    for wanted in _AMOUNTS:
        for at in (row, row + 1):
            for column in range(first, last):
                if at < len(grid.rows) and _label(grid, at, column) == wanted:
                    return column
    return None


# ---------------------------------------------------------------------------------------------------------------
# Tables whose lines are columns, with a row 合计


def _columns(table: _Table, unit: Unit) -> Iterator[Account]:
    grid, names = table.grid, _COLUMNS[table.kind]
    total = next((row for row in range(table.title[0] + 1, table.last) if _is_total(grid, row)), None)
    if total is None:
        return
    seen: set[str] = set()
    for column in range(len(grid.rows[total])):
        words = (_label(grid, *_anchor(grid, row, column)) for row in range(table.title[0] + 1, total))
        name = next((names[word] for word in words if word in names), None)
        if name is None or name in seen:
            continue
        value = datum(grid, total, column, unit, name)
        if value.figure is not None and value.figure.unit.base == "元":
            seen.add(name)
            yield Account(name, value.figure, Place(grid.name, address(total, column)), table.kind)


def _is_total(grid: Grid, row: int) -> bool:
    words = [value for value in grid.rows[row] if value not in (None, "")]
    return bool(words) and isinstance(words[0], str) and key(words[0]) == "合计" and any(not isinstance(w, str) or _is_number(w) for w in words[1:])


def _is_number(words: str) -> bool:
    return read_number(words) is not None


# ---------------------------------------------------------------------------------------------------------------
# 三公经费: 预算数 and 决算数 side by side over the same columns, or as columns over rows


def _receptions(table: _Table, unit: Unit) -> Iterator[Account]:
    grid = table.grid
    head = _blocks_head(table) if any(_label(grid, r, c) == "项目" for r in _near(table) for c in range(len(grid.rows[r]))) else None
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
        name = next((_RECEPTIONS[word] for row in reversed(above) if (word := _label(grid, *_anchor(grid, row, column))) in _RECEPTIONS), None)
        if group is None or name is None or (name, group) in seen:
            continue
        value = datum(grid, data, column, unit, name)
        if value.figure is not None and value.figure.unit.base == "元":
            seen.add((name, group))
            yield Account(name, value.figure, Place(grid.name, address(data, column)), table.kind, group)


def _near(table: _Table) -> range:
    return range(table.title[0], min(table.last, table.title[0] + 12))


def _group(grid: Grid, row: int, column: int) -> str | None:
    """预算数 or 决算数 over a column: its own heading, that of the merged cell, or the nearest one to the left in that row."""
    for at in range(column, -1, -1):
        top, left = _anchor(grid, row, at)
        word = _label(grid, top, left)
        if re.fullmatch(r"(?:20\d\d年度?|本年度?|全年)?(?:预算|决算)(?:数|金额)?", word):
            return "预算数" if "预算" in word else "决算数"
        if word:
            return None
    return None


def _first_data_row(table: _Table) -> int | None:
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


def _reception_rows(table: _Table, unit: Unit, row: int, starts: list[int]) -> Iterator[Account]:
    grid, start = table.grid, starts[0]
    columns: dict[str, int] = {}
    for column in range(start + 1, len(grid.rows[row])):
        word = re.sub(r"^(?:20\d\d年度?|本年度?|全年)", "", _label(grid, row, column))
        kind = "预算数" if word in ("预算数", "预算金额", "年初预算数") else "决算数" if word in ("决算数", "决算金额") else None
        if kind:
            columns.setdefault(kind, column)
    seen: set[tuple[str, str]] = set()
    for at in range(row + 1, table.last):
        name = _RECEPTIONS.get(_label(grid, at, start).removeprefix("其中:"))
        for kind, column in columns.items():
            value = datum(grid, at, column, unit, name or "")
            if name and (name, kind) not in seen and value.figure is not None and value.figure.unit.base == "元":
                seen.add((name, kind))
                yield Account(name, value.figure, Place(grid.name, address(at, column)), table.kind, kind)


# ---------------------------------------------------------------------------------------------------------------
# What follows from the tables together


def _foot(accounts: Accounts) -> None:
    """Figures of a total and parts that do not agree are not used, none of them: which one is wrong cannot be known."""
    for total, parts, relation in _SUMS:
        for column in ("预算数", "决算数"):
            whole, known = accounts.get(total, column), [part for name in parts if (part := accounts.get(name, column))]
            if whole is None or not known or (relation is Relation.EQUAL and len(known) < len(parts)):
                continue
            footing = foots(whole.figure, [part.figure for part in known], relation)
            if footing is not None and not footing.holds:
                accounts.notes.append(f"{total}（{whole.place}）的{column}与{'、'.join(part.name for part in known)}不相符，均未采用")
                for account in (whole, *known):
                    accounts.figures.pop((account.name, column), None)


def _derive(accounts: Accounts) -> None:
    """人员经费 and 日常公用经费 of the whole 基本支出, where all of it is of the general public budget: they must add up to it."""
    basic, people, running = accounts.get("基本支出"), accounts.get("一般公共预算人员经费"), accounts.get("一般公共预算公用经费")
    if basic and people and running:
        footing = foots(basic.figure, [people.figure, running.figure])
        if footing is not None and footing.holds:
            for name, account in (("人员经费", people), ("日常公用经费", running)):
                accounts.figures.setdefault((name, "决算数"), Account(name, account.figure, account.place, account.table))
