"""Fund blocks: lines of money under headings such as 年初预算数, 全年预算数, 全年执行数, 执行率, whatever their order and names."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, YUAN, Unit
from ziping.evaluation import Datum, Fund, FundLine, Place
from ziping.forms.bands import Band, Head
from ziping.forms.grid import address, datum, number, raw, text
from ziping.forms.headings import MONEY, Role, caption_of, inline_caption, key, money_unit, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.lines import FIELDS, as_rate, fund_role, plain_label, unit_near
from ziping.forms.money_columns import groups_of, name_above
from ziping.forms.pairs import read_pairs
from ziping.forms.reach import Reach
from ziping.forms.turned import grouped, inline_below, read_grouped, read_inline, read_turned

_GOALS = re.compile(r"^(?:年度)?(?:总体|绩效|主要)?目标|^项目年度目标|^绩效指标|^总体目标|^分解目标")


def read_funds(layout: Layout, band: Band, last: int, unit: Unit | None) -> tuple[list[FundLine], Unit | None]:
    """The lines below a band of fund headings, down to `last` (exclusive), and the unit of money printed for them.

    `unit`: what the form prints elsewhere; the block's own words win over it, and a column's over the block's.
    """
    if band.pairs:
        return read_pairs(layout, band, last, unit)
    block = unit_near(layout, band) or unit
    across = _across(layout, band, last, block)
    if across is not None:
        return across, block
    found: list[list[FundLine]] = []
    units: dict[Role, Unit | None] = {}
    groups = groups_of(layout, band, last)
    for heads in groups:
        if band.shape == "tasks":  # the first column under each heading is the sum of the others
            heads = {role: replace(head, right=layout.span(head.bottom + 1, head.left)[3]) for role, head in heads.items()}
        units |= {role: money_unit(head.text) or block for role, head in heads.items()}
        found.append(_lines(layout, band, last, heads, units))
    lines = _matched(found) if len(groups) > 1 and not groups[0].keys() & groups[1].keys() else [line for group in found for line in group]
    if len(lines) == 1 and not lines[0].label:
        side = layout.seen(band.row, 0)
        lines[0].label, lines[0].printed, lines[0].role = plain_label(side), side, Fund.TOTAL
    if band.shape == "tasks":
        lines = [line for line in lines if _TASKS_TOTAL.search(line.label)][-1:]
    for line in lines:
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    return lines, units.get(Role.ADJUSTED) or units.get(Role.EXECUTED) or block


def _lines(layout: Layout, band: Band, last: int, heads: dict[Role, Head], units: dict[Role, Unit | None]) -> list[FundLine]:
    """The lines under one group of headings, in the rows below the band."""
    lines: list[FundLine] = []
    first = min((head.left for head in heads.values()), default=0)
    known: set[Fund] = set()
    above = name_above(layout, min(heads.values(), key=lambda head: head.left)) if heads else ""
    for row in range(band.bottom + 1, last if heads else 0):
        if not layout.nonblank(row):
            continue
        label, at = _label(layout, row, first, band)
        label = label or above
        values = [(role, head) for role, head in heads.items() if _has(layout, row, head)]
        if _leaves(layout, row, values):
            break
        if not values and not (label and (fund_role(label, set()) or lines)):
            continue
        if not values and caption_of(label):
            break
        role = fund_role(label, known)
        line = FundLine(plain_label(label), role, place=Place(layout.grid.name, address(*(at or (row, first)))), printed=label)
        for name, head in heads.items():
            value = _value(layout, row, head, f"{squeezed(label)}/{squeezed(head.text)}", units[name] or WAN_YUAN)
            setattr(line, FIELDS[name], value)
        if values and all(getattr(line, FIELDS[name]) is None for name, _ in values):
            continue  # the row holds words throughout
        if role is not None:
            known.add(role)
        lines.append(line)
    return lines


def _matched(groups: list[list[FundLine]]) -> list[FundLine]:
    """The lines named alike in every group, where one holds what was planned and another what was spent."""
    first, *others = groups
    lines = []
    for line in first:
        same = [[other for other in group if other.label == line.label] for group in others]
        if all(len(found) == 1 for found in same):
            for found in same:
                for name in FIELDS.values():
                    setattr(line, name, getattr(line, name) or getattr(found[0], name))
            lines.append(line)
    return lines


_TASKS_TOTAL = re.compile(r"^(?:金额)?(?:合计|总计)$")


def _across(layout: Layout, band: Band, last: int, unit: Unit | None) -> list[FundLine] | None:
    """The lines of a block that is not headed by its columns; None for one that is."""
    if band.shape == "turned":
        lines = read_turned(layout, band, unit)
    elif band.shape == "inline" or inline_below(layout, band):
        lines = read_inline(layout, band, last, unit)
    elif band.shape != "tasks" and grouped(layout, band):
        lines = read_grouped(layout, band, unit)
    else:
        return None
    known: set[Fund] = set()
    for line in lines:
        line.label, line.role = plain_label(line.printed), fund_role(line.printed, known)
        if band.shape == "inline" and line is lines[0]:
            line.role = Fund.TOTAL
        if line.role:
            known.add(line.role)
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    return lines


def _has(layout: Layout, row: int, head: Head) -> bool:
    return any(text(layout.grid, row, column) for column in range(head.left, head.right + 1))


def _label(layout: Layout, row: int, first: int, band: Band) -> tuple[str, tuple[int, int] | None]:
    """The words left of the figures: the nearest ones, but not the side heading of the whole block."""
    for column in range(first - 1, -1, -1):
        top, left = layout.anchor(row, column)
        words = text(layout.grid, top, left)
        if words and top > band.row and not (top < row and left != column) and number(raw(layout.grid, top, left)) is None:
            return words, (top, left)
    return "", None


def _leaves(layout: Layout, row: int, values: list[tuple[Role, Head]]) -> bool:
    """Whether the block ends above this row: a heading of goals, a caption, or text where figures should be."""
    column, value = layout.nonblank(row)[0]
    words = text(layout.grid, row, column)
    word = key(words)
    if _GOALS.match(word) or role_of(words) in (Role.GOAL, Role.ACHIEVED) or inline_caption(words):
        return True
    if caption_of(words) is not None and word not in ("项目", "单位") and fund_role(words, set()) is None:
        return True
    long = [head for role, head in values if role in MONEY and len(text(layout.grid, row, head.left)) > 20]
    return bool(long) or (isinstance(value, str) and word.startswith(("注", "说明")))


def _value(layout: Layout, row: int, head: Head, label: str, unit: Unit) -> Datum | None:
    reach: Reach = (head.left, head.right)
    columns = [c for c in range(reach[0], reach[1] + 1) if text(layout.grid, row, c)] or [reach[0]]
    top, left = layout.anchor(row, columns[0])
    if top != row or not reach[0] <= left <= reach[1]:
        return None
    if head.role is Role.RATE:
        unit = PERCENT if "%" in head.text or "％" in head.text else PLAIN
    elif head.role in (Role.POINTS, Role.SCORE):
        unit = PLAIN
    value = datum(layout.grid, row, left, unit, label)
    if value.figure is not None and not _WORDS.search(_MEASURE.sub("", value.text)):
        return value
    return value if value.figure is None and not _WORDS.search(value.text) else None


_MEASURE = re.compile(r"(?:百万|亿|万|千)?元$")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")  # 按支出性质分 and other words under a heading of money are no amounts


def guessed_unit(lines: list[FundLine]) -> Unit:
    """The unit of a block that prints none: 元 where amounts run into hundreds of thousands with cents or full yuan, else 万元."""
    values = [d.value for line in lines for d in (line.initial, line.adjusted, line.executed) if d is not None and d.value is not None]
    return YUAN if values and max(values) >= Decimal(100_000) else WAN_YUAN
