"""Blocks of money whose figures stand beside their words."""

from __future__ import annotations

from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, Unit
from ziping.evaluation import Datum, Fund, FundLine, Place
from ziping.forms.bands import Band, Head
from ziping.forms.grid import address, datum
from ziping.forms.headings import MONEY, Role, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.lines import FIELDS, as_rate, fund_role, plain_label, unit_near


def read_pairs(layout: Layout, band: Band, last: int, unit: Unit | None) -> tuple[list[FundLine], Unit | None]:
    """`预算数： | 13.5 | 执行数： | 13.5`, and the parts below in the same columns: `其中-财政拨款： | 13.5 | …`."""
    heads: dict[Role, Head] = {}
    for head in band.heads:
        if head.role in FIELDS:
            heads.setdefault(Role.ADJUSTED if head.role is Role.BUDGET and Role.ADJUSTED not in heads else head.role, head)
    block = unit_near(layout, band) or unit
    lines: list[FundLine] = []
    known: set[Fund] = set()
    rates = _rates_above(layout, band) if Role.RATE not in heads else None
    for row in range(band.row, last):
        label, at = "", None
        line = FundLine("")
        for role, head in heads.items():
            words = layout.seen(row, head.left) if layout.anchor(row, head.left)[0] == row else ""
            right = layout.span(row, head.left)[3] + 1
            if not words or (row > band.row and role_of(words) in FIELDS and (role_of(words) is not role or role in MONEY) and fund_role(words, set()) is None):
                continue
            label, at = label or words, at or (row, head.left)
            measure = PERCENT if role is Role.RATE and "%" in words else PLAIN if role in (Role.POINTS, Role.SCORE) else block or WAN_YUAN
            if role is Role.RATE and measure is not PERCENT:
                measure = PLAIN
            value = datum(layout.grid, row, right, measure, squeezed(words)) if layout.anchor(row, right) == (row, right) else None
            if value is None or (value and value.figure is None and len(value.text) > 4):
                label = ""
                break
            setattr(line, FIELDS[role], value)
        role_found = Fund.TOTAL if row == band.row else fund_role(label, known)
        if not label or (row > band.row and role_found is None and not squeezed(label).startswith("其中")):
            break
        if role_found:
            known.add(role_found)
        if rates is not None and layout.anchor(row, rates) == (row, rates):
            value = datum(layout.grid, row, rates, PLAIN, Role.RATE.value)
            line.rate = value if value.figure is not None else None
        line.label, line.printed, line.role = plain_label(label), label, role_found
        line.place = Place(layout.grid.name, address(*at))  # type: ignore[misc]
        lines.append(line)
    for line in lines[:1]:
        for role in (Role.RATE, Role.POINTS, Role.SCORE):
            if role not in heads and getattr(line, FIELDS[role]) is None:
                setattr(line, FIELDS[role], _beside_below(layout, band.row + len(lines), role))
    for line in lines:
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    return lines, block


def _rates_above(layout: Layout, band: Band) -> int | None:
    """The column of the rates, where it is headed in the row above the pairs."""
    last = max(head.right for head in band.heads) + 1
    found = [layout.span(band.row - 1, column)[1] for column, words in layout.telling.get(band.row - 1, ()) if column > last and role_of(words) is Role.RATE]
    return found[0] if len(found) == 1 else None


def _beside_below(layout: Layout, row: int, role: Role) -> Datum | None:
    """A rate, points or score that stands beside its word in the row below the amounts."""
    for column, words in layout.telling.get(row, ()):
        right = layout.span(row, column)[3] + 1
        if role_of(words) is role and layout.anchor(row, right) == (row, right):
            value = datum(layout.grid, row, right, PERCENT if role is Role.RATE and "%" in squeezed(words) else PLAIN, squeezed(words))
            return value if value.figure is not None else None
    return None
