"""收支与资产, the figures behind the report's text, with the 项目清单 below it (or on a sheet of its own)."""

from __future__ import annotations

import re

from ziping.amounts import PLAIN, WAN_YUAN, Unit, unit_named
from ziping.evaluation import Datum, Ledger, LedgerLine, Place, ProjectLine
from ziping.forms.caption_words import is_total, money_unit
from ziping.forms.captions import unit_cell
from ziping.forms.grid import address, datum, text
from ziping.forms.headings import key, squeezed
from ziping.forms.layout import Layout
from ziping.forms.trail import Trail

_LINES = {
    "类别": "section", "项目": "name", "上年数": "last_year", "上年决算数": "last_year", "年初预算数": "budget", "本年预算数": "budget", "预算数": "budget",
    "本年数": "current", "本年决算数": "current", "占比": "share", "变动率": "change", "单位": "unit", "计量单位": "unit", "所属": "parent", "上级项目": "parent",
    "关系": "relation", "备注": "remark",
}  # fmt: skip
_PROJECTS = {
    "项目名称": "name", "项目": "name", "年初预算数": "budget", "全年预算数": "adjusted", "执行数": "executed", "全年执行数": "executed", "项目类别": "kind",
    "类别": "kind", "预算数": "adjusted", "执行率": "rate",
}  # fmt: skip
LEAST = 3  # headings that either table has at least, all of them words that tell something
_NO_CELL = ("—", "——", "－", "/")  # printed where a line has no such figure
_BEFORE = re.compile(r"^(?:其中|减|加)[:：]?")


def ledger_band(layout: Layout, row: int) -> dict[str, int] | None:
    """The columns of a band of 收支与资产 at this row: it has 类别, 项目 and 本年数 or 上年数."""
    found = _columns(layout, row, _LINES)
    return found if found and {"section", "name"} <= found.keys() and found.keys() & {"current", "last_year"} else None


def projects_band(layout: Layout, row: int) -> dict[str, int] | None:
    """The columns of a 项目清单: 项目名称 heads its first columns, money the others."""
    if any(not isinstance(value, str) for _, value in layout.nonblank(row)):
        return None  # captions with their values beside them
    found = _columns(layout, row, _PROJECTS)
    if "name" not in found or not found.keys() & {"budget", "adjusted"} or "executed" not in found:
        return None
    return found if key(text(layout.grid, row, found["name"])) == "项目名称" else None


def _columns(layout: Layout, row: int, words: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    if len(layout.telling.get(row, ())) < LEAST:
        return found
    for column, value in layout.nonblank(row):
        if isinstance(value, str):
            field = words.get(key(value))
            if field:
                found.setdefault(field, column)
    return found


def read_ledger(layout: Layout, first: int, last: int, trail: Trail, ledger: Ledger | None = None) -> Ledger | None:
    """What the rows hold of either table, added to a ledger begun on another sheet; None when they hold neither."""
    told = unit_cell(layout, range(first, last))
    unit = told[0] if told else WAN_YUAN
    found = ledger
    row = first
    while row < last:
        columns = ledger_band(layout, row)
        reader = _lines if columns else _projects
        columns = columns or projects_band(layout, row)
        if columns:
            found = found or Ledger(layout.grid.name, unit)
            what = "收支与资产" if reader is _lines else "项目清单"
            trail.take(layout.grid.name, row, columns["name"], what, f"标题“{text(layout.grid, row, columns['name'])}”")
            if told is not None and "unit" in columns and not found.contrary:
                found.contrary = _contrary(layout, told, row + 1, last, columns["unit"])
            row = reader(layout, row, last, columns, found, unit)
        else:
            row += 1
    return found


def _contrary(layout: Layout, caption: tuple[Unit, int, int], first: int, last: int, column: int) -> tuple[Datum, ...]:
    """The caption and the first of the lines' own units, where these are units of money and none of them is the caption's."""
    unit, *at = caption
    named = ((row, unit_named(words)) for row in range(first, last) if "元" in (words := text(layout.grid, row, column)))
    own = [(row, each) for row, each in named if each.base == unit.base]
    if not own or any(each == unit for _, each in own):
        return ()
    return datum(layout.grid, *at), datum(layout.grid, own[0][0], column)


def _lines(layout: Layout, band: int, last: int, columns: dict[str, int], ledger: Ledger, unit: Unit) -> int:
    section = ""
    parents: dict[str, str] = {}
    relations: dict[str, str] = {}
    cells = []  # of a line: the field, its column, its heading and the unit printed with that
    for field in ("last_year", "budget", "current", "share", "change"):
        if field in columns:
            heading = text(layout.grid, band, columns[field])
            cells.append((field, columns[field], heading, money_unit(heading)))
    row = band + 1
    while row < last:
        if projects_band(layout, row) or ledger_band(layout, row):
            break
        section = layout.seen(row, columns["section"]) or section
        printed = text(layout.grid, row, columns["name"])
        if not printed:
            if squeezed(layout.first_text(row)).startswith(("注", "说明", "项目清单")):
                break
            row += 1
            continue
        name = _BEFORE.sub("", "".join(printed.split())).strip(":：")  # as printed: templates and placeholders name it so
        written = text(layout.grid, row, columns["unit"]) if "unit" in columns else ""
        own = unit_named(written) if written else money_unit(printed) or unit
        line = LedgerLine(section, name, unit=own)
        for field, column, heading, printed_unit in cells:
            measure = printed_unit or (PLAIN if field in ("share", "change") else own)
            cell = datum(layout.grid, row, column, measure, f"{name}/{heading}")
            setattr(line, field, None if squeezed(cell.text) in _NO_CELL else cell)
        line.parent = text(layout.grid, row, columns["parent"]) if "parent" in columns else ""
        relation = text(layout.grid, row, columns["relation"]) if "relation" in columns else ""
        line.sign = -1 if relation == "减" or squeezed(printed).startswith("减") else 1
        parents[name] = line.parent
        if line.parent:
            relations.setdefault(line.parent, "at_most" if relation == "其中" else "equal")
        ledger.lines.append(line)
        row += 1
    for line in ledger.lines:
        line.relation = relations.get(line.parent, line.relation)
    return row


def _projects(layout: Layout, band: int, last: int, columns: dict[str, int], ledger: Ledger, unit: Unit) -> int:
    units = {column: money_unit(text(layout.grid, band, column)) or unit for column in columns.values()}
    row = band + 1
    while row < last:
        printed = text(layout.grid, row, columns["name"])
        first = layout.first_text(row)
        total = is_total(first) or is_total(printed)
        if squeezed(first).startswith(("注", "说明")) or (not printed and not total):
            if squeezed(first).startswith(("注", "说明")) or not any(layout.nonblank(r) for r in range(row, min(row + 3, last))):
                break
            line = _project(layout, band, row, "", columns, units)
            if line.budget or line.adjusted or line.executed:
                ledger.nameless.append(line)
            row += 1
            continue
        line = _project(layout, band, row, printed or first, columns, units)
        if total:
            ledger.projects_total = line
            return row + 1
        ledger.projects.append(line)
        row += 1
    return row


def _project(layout: Layout, band: int, row: int, name: str, columns: dict[str, int], units: dict[int, Unit]) -> ProjectLine:
    line = ProjectLine(name, place=Place(layout.grid.name, address(row, columns["name"])))
    for field in ("budget", "adjusted", "executed", "rate"):
        if field in columns:
            label = f"{line.name}/{text(layout.grid, band, columns[field])}"
            setattr(line, field, datum(layout.grid, row, columns[field], PLAIN if field == "rate" else units[columns[field]], label))
    if "kind" in columns:
        line.kind = datum(layout.grid, row, columns["kind"], label=f"{line.name}/项目类别")
    return line
