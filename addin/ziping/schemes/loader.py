"""From a scheme's TOML file to a `Scheme`: strict about keys, values and sources."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ziping.amounts import Relation, Unit, unit_named
from ziping.evaluation import Fund
from ziping.schemes.model import (
    BaseLineScheme,
    BaseScheme,
    FormScheme,
    FundScheme,
    IndicatorScheme,
    LedgerLineScheme,
    LedgerScheme,
    OutlineEntry,
    ProjectsScheme,
    Scheme,
)
from ziping.standards import FormRules

SHEETS = ("settings", "overall", "scoring", "projects", "base", "ledger", "monitor", "narrative")
FUND_COLUMNS = ("initial", "adjusted", "executed", "expected", "points", "rate", "score")
FORM_COLUMNS = (
    "level1", "weight1", "level2", "weight2", "level3", "weight3", "target", "actual", "standard", "points", "score", "reason",
    "expected", "likelihood", "remark",
)  # fmt: skip
LEDGER_COLUMNS = ("last_year", "budget", "current", "share", "change")
NEEDED = {"overall": "overall", "scoring": "scoring", "projects": "project", "base": "base", "ledger": "ledger", "monitor": "monitor"}
RELATIONS = {"equal": Relation.EQUAL, "at_most": Relation.AT_MOST}
AUTHORS = ("officer", "template", "both")


class SchemeError(ValueError):
    """A scheme file that cannot be loaded: names the file and the key."""


class _Table:
    """A TOML table that is read key by key; what was not read when it is closed was not a key of ours."""

    def __init__(self, where: str, data: Any) -> None:
        if not isinstance(data, dict):
            raise SchemeError(f"{where}: a table is expected")
        self.where, self.data = where, dict(data)

    def error(self, key: str, says: str) -> SchemeError:
        return SchemeError(f"{self.where}: {key}: {says}")

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = ...) -> Any:
        if key not in self.data:
            if default is ...:
                raise self.error(key, "is missing")
            return default
        value = self.data.pop(key)
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if type(value) not in kinds:
            raise self.error(key, f"{value!r} is not {' or '.join(k.__name__ for k in kinds)}")
        return value

    def text(self, key: str, default: Any = ...) -> str:
        value = self.take(key, str, default)
        if default is ... and not value.strip():
            raise self.error(key, "is empty")
        return value

    def number(self, key: str) -> Decimal | None:
        """An integer or a decimal written as text; a TOML float would lose its exactness on the way."""
        value = self.take(key, (int, str), None)
        try:
            return None if value is None else Decimal(value)
        except ArithmeticError:
            raise self.error(key, f"{value!r} is not a number") from None

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        values = self.take(key, list, default)
        if values is default:
            return values
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.error(key, "a list of non-empty texts is expected")
        return tuple(values)

    def choice(self, key: str, choices: Any, default: Any = ...) -> Any:
        value = self.text(key, default)
        if value not in choices and value is not default:
            raise self.error(key, f"{value!r} is none of {', '.join(choices)}")
        return value

    def captions(self, key: str, known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        table = self.take(key, dict, {})
        for column, caption in table.items():
            if column not in known:
                raise self.error(f"{key}.{column}", f"unknown key; known are {', '.join(known)}")
            if not isinstance(caption, str) or not caption.strip():
                raise self.error(f"{key}.{column}", "a caption is expected")
        return tuple(table.items())

    def money(self, default: Unit) -> Unit:
        unit = unit_named(self.text("money", default.text))
        if unit.base != "元":
            raise self.error("money", f"{unit.text!r} is no unit of money")
        return unit

    def table(self, key: str) -> _Table | None:
        return _Table(f"{self.where}: [{key}]", self.data.pop(key)) if key in self.data else None

    def tables(self, key: str) -> Iterator[_Table]:
        for number, data in enumerate(self.take(key, list, []), start=1):
            table = _Table(f"{self.where}: [[{key}]] {number}", data)
            yield table
            table.close()

    def close(self) -> None:
        if self.data:
            raise self.error(next(iter(self.data)), "unknown key")


@lru_cache(maxsize=1)
def available() -> tuple[str, ...]:
    """The ids of the shipped schemes, sorted."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in files(__package__).iterdir() if entry.name.endswith(".toml")))


@lru_cache(maxsize=32)
def load(id: str) -> Scheme:
    """The shipped scheme of that id; KeyError when there is none, SchemeError when its file does not hold together."""
    if id not in available():
        raise KeyError(id)
    return parse((files(__package__) / f"{id}.toml").read_text(encoding="utf-8"), f"{id}.toml")


def parse(text: str, name: str) -> Scheme:
    """The text of a scheme file; `name` is its file name, which `id` must agree with."""
    try:
        root = _Table(name, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(f"{name}: {error}") from None
    id, source = root.text("id"), root.text("source")
    if name != f"{id}.toml":
        raise root.error("id", f"{id!r} is not the file's name")
    first, last = root.take("from", int), root.take("to", (int, str))
    if last != "open" and (isinstance(last, str) or last < first):
        raise root.error("to", f"{last!r} is neither a year from {first} on nor \"open\"")
    money = root.money(unit_named("万元")) if "money" in root.data else _missing(root, "money")
    sheets = root.texts("sheets")
    for sheet in sheets:
        if sheet not in SHEETS or sheets.count(sheet) > 1:
            raise root.error("sheets", f"{sheet!r} is unknown or stands there twice")
    forms = {key: _form(table, source, money) for key in ("overall", "scoring", "project", "monitor") if (table := root.table(key))}
    base, ledger, rules = root.table("base"), root.table("ledger"), root.table("rules")
    scheme = Scheme(
        id=id, title=root.text("title"), first_year=first, last_year=None if last == "open" else last, source=source, money=money,
        sheets=sheets, report=root.text("report", ""), settings=root.texts("settings", ()), rules=_rules(rules),
        base=_base(base, source, money) if base else None, ledger=_ledger(ledger, source, money) if ledger else None,
        narrative=_outline(root), **forms,
    )  # fmt: skip
    root.close()
    for sheet, key in NEEDED.items():
        if (sheet in sheets) != (getattr(scheme, key) is not None):
            raise root.error("sheets", f"{sheet!r} and the table [{key}] go together")
    return scheme


def _missing(table: _Table, key: str) -> Any:
    raise table.error(key, "is missing")


def _rules(table: _Table | None) -> FormRules:
    if table is None:
        return FormRules()
    try:
        return FormRules.from_mapping(table.data)
    except (ValueError, TypeError, KeyError) as error:
        raise SchemeError(f"{table.where}: {error}") from None


def _relation(table: _Table) -> Relation:
    return RELATIONS[table.choice("relation", RELATIONS, "equal")]


def _base(table: _Table, source: str, money: Unit) -> BaseScheme:
    lines: list[BaseLineScheme] = []
    for row in table.tables("lines"):
        path = row.texts("path")
        if any(line.path == path for line in lines):
            raise row.error("path", f"{'/'.join(path)} stands there twice")
        if len(path) > 1 and not any(line.path == path[:-1] for line in lines):
            raise row.error("path", f"the line {'/'.join(path[:-1])} must stand before it")
        lines.append(BaseLineScheme(path, _caption(row, path[-1]), _relation(row), _link(row, ("projects", "overall"))))
    base = BaseScheme(
        title=table.text("title"), source=table.text("source", source), money=table.money(money), staff=table.take("staff", bool, True),
        measures=table.text("measures", ""), note=table.text("note", ""), lines=tuple(lines),
    )  # fmt: skip
    table.close()
    return base


def _caption(table: _Table, name: str) -> str:
    """What is printed must end with the name: a line is found again by it when the sheet is read."""
    caption = table.text("caption", "")
    if caption and not caption.rstrip("：:").endswith(name):
        raise table.error("caption", f"{caption!r} does not end with the name {name!r}")
    return caption


def _link(table: _Table, kinds: tuple[str, ...], key: str = "link") -> str:
    link = table.text(key, "")
    if link and link.partition(":")[0] not in kinds:
        raise table.error(key, f"{link!r} begins with none of {', '.join(kinds)}")
    return link


def _form(table: _Table, source: str, money: Unit) -> FormScheme:
    source = table.text("source", source)
    goals = table.texts("goals", None)
    if goals is not None and not 1 <= len(goals) <= 2:
        raise table.error("goals", "one or two captions are expected")
    funds: list[FundScheme] = []
    for row in table.tables("funds"):
        role = row.choice("role", [str(fund) for fund in Fund], "")
        parent = row.text("parent", "")
        if parent and not any(line.label == parent for line in funds):
            raise row.error("parent", f"no line {parent!r} before it")
        funds.append(FundScheme(row.text("label"), Fund(role) if role else None, row.text("caption", ""), parent, _relation(row), _link(row, ("projects",))))
    form = FormScheme(
        title=table.text("title"), source=source, money=table.money(money), execution=table.number("execution"),
        exclude_execution=table.take("exclude_execution", bool, False), goals=goals,
        heading=table.text("heading", None), funds_heading=table.text("funds_heading", None), goals_heading=table.text("goals_heading", None), total=table.text("total", "总分"),
        total_points=table.number("total_points"), grade=table.take("grade", bool, False), rows=table.take("rows", int, 1),
        signatures=table.texts("signatures", ()), note=table.text("note", ""), fund_columns=table.captions("fund_columns", FUND_COLUMNS),
        funds=tuple(funds), columns=table.captions("columns", FORM_COLUMNS), extra=table.texts("extra", ()),
        indicators=tuple(_indicators(table, source)),
    )  # fmt: skip
    table.close()
    if form.rows < 1:
        raise table.error("rows", "at least one row is expected")
    return form


def _indicators(table: _Table, source: str) -> Iterator[IndicatorScheme]:
    path: list[str] = ["", "", ""]
    for row in table.tables("indicators"):
        for depth in range(3):
            name = row.text(f"level{depth + 1}", None)
            if name is not None:
                path[depth:] = [name, *[""] * (2 - depth)]
            elif depth == 2:
                path[2] = ""
        if not path[0]:
            raise row.error("level1", "is missing in the first row")
        yield IndicatorScheme(
            path=(path[0], path[1], path[2]), weights=(row.number("weight1"), row.number("weight2"), row.number("weight3")),
            source=row.text("source", source), points=row.number("points"), target=row.text("target", ""), standard=row.text("standard", ""),
            open=row.take("open", bool, False), actual=_link(row, ("staff", "rate", "change"), "actual"),
        )  # fmt: skip


def _ledger(table: _Table, source: str, money: Unit) -> LedgerScheme:
    money, columns = table.money(money), table.captions("columns", LEDGER_COLUMNS)
    known = tuple(key for key, _ in columns)
    lines: list[LedgerLineScheme] = []
    for row in table.tables("lines"):
        section, name, parent, unit = row.text("section"), row.text("name"), row.text("parent", ""), row.text("unit", "")
        names = [line.name for line in lines if line.section == section]
        if name in names:
            raise row.error("name", f"{section}/{name} stands there twice")
        own = row.texts("columns", known)
        for key in own:
            if key not in known:
                raise row.error("columns", f"the ledger has no column {key!r}")
        sign = row.take("sign", int, 1)
        if sign not in (1, -1):
            raise row.error("sign", "is 1 or -1")
        lines.append(LedgerLineScheme(
            section=section, name=name, unit=unit_named(unit) if unit else money, caption=_caption(row, name), parent=parent,
            relation=_relation(row), sign=sign, columns=own, total=row.take("total", bool, True),
            link=_link(row, ("base", "overall", "projects", "staff", "posts")), hint=row.text("hint", ""),
        ))  # fmt: skip
    for line in lines:
        if line.parent and not any((other.section, other.name) == (line.section, line.parent) for other in lines):
            raise table.error("lines", f"{line.section}/{line.name} is part of {line.parent!r}, which is no line of its section")
    projects = table.table("projects")
    ledger = LedgerScheme(
        title=table.text("title"), source=table.text("source", source), money=money, columns=columns, lines=tuple(lines),
        projects=ProjectsScheme(projects.text("title", "项目清单"), projects.texts("kinds", ()), projects.take("rows", int, 6)) if projects else None,
    )  # fmt: skip
    if projects:
        projects.close()
    table.close()
    return ledger


def _outline(root: _Table) -> tuple[OutlineEntry, ...]:
    entries: list[OutlineEntry] = []
    for row in root.tables("narrative"):
        path = row.texts("path")
        if any(entry.path == path for entry in entries):
            raise row.error("path", f"{'/'.join(path)} stands there twice")
        if len(path) > 4 or (len(path) > 1 and not any(entry.path == path[:-1] for entry in entries)):
            raise row.error("path", "at most four levels, each heading after the one it belongs to")
        entries.append(OutlineEntry(path, row.choice("by", AUTHORS), row.text("hint", "")))
    return tuple(entries)
