"""Figures of an exported final account (部门决算), found by the headings of its tables, never by addresses.

Read are 收入支出决算总表, 收入决算表, 支出决算表, 财政拨款收入支出决算总表, 一般公共预算财政拨款基本支出决算表 and the table of 三公经费, as the
exporting software and the published sets (公开01表 … 公开07表) lay them out. A table without a unit of money is not read: a guessed unit
would be wrong by ten thousand. A figure that two tables give differently is not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ziping.amounts import Figure, Relation, Unit, foots
from ziping.evaluation import Place
from ziping.forms.caption_words import money_unit
from ziping.forms.files import read_grids
from ziping.forms.grid import address
from ziping.forms.headings import squeezed
from ziping.refusal import Refusal
from ziping.workbooks.account_lines import in_columns, in_rows
from ziping.workbooks.account_receptions import receptions
from ziping.workbooks.account_tables import EXPENDITURE, INCOME, RECEPTIONS, Account, Table, Unused, tables_of

_SUMS = (
    ("公务用车购置及运行维护费", ("公务用车购置费", "公务用车运行维护费"), Relation.EQUAL),
    ("三公经费", ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"), Relation.EQUAL),
    ("本年支出", ("基本支出", "项目支出", "上缴上级支出", "经营支出"), Relation.AT_MOST),
    ("本年收入", ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"), Relation.AT_MOST),
)
_BODY = re.compile(r"^(?:编制|填报|公开|填制)?(?:单位|部门)(?:名称|\(公章\))?:\s*(.+)$")
_YEAR = re.compile(r"(20\d\d)年")
_SECOND_UNIT = re.compile(r"(?:金额)?单位:(?:人民币)?(?:亿|百万|万|千)?元.*$")


@dataclass(slots=True)
class Accounts:
    """What a final account says. `notes`: tables that were not read and figures that were not used, each with the reason; disputed: those that two
    tables give differently, whatever a third one says.
    """

    file: str
    unit: str = ""
    year: int | None = None
    figures: dict[tuple[str, str], Account] = field(default_factory=dict)
    tables: list[tuple[str, Place]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    disputed: set[tuple[str, str]] = field(default_factory=set)

    def get(self, name: str, column: str = "决算数") -> Account | None:
        return self.figures.get((name, column))


def read_accounts(path: Path | str) -> Accounts:
    """The figures of an exported final account. Refused when the file cannot be read or holds none of its tables."""
    path = Path(path)
    grids = read_grids(path)
    accounts, unused = Accounts(path.name), []
    for grid in grids:
        for table in tables_of(grid):
            accounts.tables.append((table.kind, Place(grid.name, address(*table.title))))
            unused += _read(table, accounts)
    for each in unused:
        if accounts.get(each.name, each.column) is None and (each.name, each.column) not in accounts.disputed:
            accounts.notes.append(f"{each.name} {each.column}：{each.table}（{each.place}）{each.why}，未采用，请核对后填写")
    if not accounts.tables:
        raise Refusal(f"“{path.name}”中没有认出部门决算的表，工作表中应有标题“收入支出决算总表”“收入决算表”“支出决算表”或“三公经费支出决算表”，请核对所选的文件。")
    if not accounts.figures:
        raise Refusal(f"“{path.name}”的决算表中没有读到可用的数据{'：' + accounts.notes[0] if accounts.notes else ''}，请核对所选的文件。")
    _foot(accounts)
    _derive(accounts)
    return accounts


def _read(table: Table, accounts: Accounts) -> list[Unused]:
    """Takes the figures of a table; what cannot be used of it."""
    unused: list[Unused] = []
    unit = _head(table, accounts)
    if unit is None:
        accounts.notes.append(f"“{table.grid.name}”表的{table.kind}没有写明金额单位，或写有不止一个，未读取")
        return unused
    reader = {RECEPTIONS: receptions, INCOME: in_columns, EXPENDITURE: in_columns}.get(table.kind, in_rows)
    for account in reader(table, unit):
        at = (account.name, account.column)
        if isinstance(account, Unused):
            unused.append(account)
            continue
        if at in accounts.disputed:
            continue
        known = accounts.figures.setdefault(at, account)
        if not _same(known.figure, account.figure):
            accounts.notes.append(f"{account.name}在{known.table}（{known.place}）为 {known.figure}，在{account.table}（{account.place}）为 {account.figure}，两者不一致，未采用")
            accounts.disputed.add(at)
            del accounts.figures[at]
    return unused


def _same(one: Figure, other: Figure) -> bool:
    footing = foots(one, [other])
    return footing is not None and footing.holds


def _head(table: Table, accounts: Accounts) -> Unit | None:
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
