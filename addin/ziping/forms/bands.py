"""Rows of headings: which rows begin a table of indicators, a block of money or of goals, and what their cells head."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ziping.evaluation import Fund
from ziping.forms.caption_words import caption_of, is_title, money_unit
from ziping.forms.headings import LEVELS, MONEY, Role, key, role_of
from ziping.forms.layout import DEEPEST, Layout
from ziping.forms.money_block import heads_of_block, read_block
from ziping.forms.money_rows import Block
from ziping.forms.money_words import fund_role, says

GENERAL = ("评价指标", "指标", "评价内容", "考核内容", "绩效指标")  # a level's heading only where no level is named; of several the first here


class Mark:
    """What a row is in the run of a sheet."""

    TITLE, PROJECT, FUNDS, GOALS, INDICATORS = "title", "project", "funds", "goals", "indicators"


@dataclass(slots=True)
class Head:
    """A heading cell: where it stands, how far it reaches to the right and down, and its role."""

    row: int
    left: int
    right: int
    bottom: int
    text: str
    role: Role


@dataclass(slots=True)
class Band:
    """A row of headings with the rows that belong to it, and its heading cells by column."""

    mark: str
    row: int
    bottom: int
    heads: list[Head] = field(default_factory=list)
    block: Block | None = None  # of money: all that was read in its rows


def heads_of(layout: Layout, row: int, cells: list[tuple[int, str]]) -> list[Head]:
    """The heading cells of a row; a heading that runs down the side of a block is none of them."""
    found = []
    for column, words in cells:
        role = role_of(words)
        if role is not None:
            _, left, bottom, right = layout.span(row, column)
            if bottom - row > DEEPEST:
                continue
            found.append(Head(row, left, right, bottom, words, role))
    return found


def band_of(layout: Layout, row: int, below_indicators: bool = False, forms: bool = True) -> Band | None:
    """The band of headings that starts at this row, if one does; below a table of indicators a block of money must be headed in one row.

    `forms`: whether the sheet has headings of indicators at all: without them nobody asks what a block of money holds.
    """
    cells = layout.telling.get(row, ())
    heads: list[Head] = []
    if len(cells) > 1 and sum(1 for _, words in cells if role_of(words)) > 1:
        heads = heads_of(layout, row, [(column, value) for column, value in layout.nonblank(row) if isinstance(value, str)])
    if len(heads) > 1:
        roles = {head.role for head in heads}
        levels = roles.intersection(LEVELS)
        if levels and (len(levels) > 1 or roles & _BESIDE_LEVELS):
            first = min((head.left for head in heads if head.role in LEVELS and key(head.text) not in GENERAL), default=0)
            heads = [head for head in heads if head.left >= first]  # what stands left of the levels runs down the side
            return Band(Mark.INDICATORS, row, max(head.bottom for head in heads), heads)
    found = _funds_band(layout, row, below_indicators, forms) if len(heads) > 1 or not below_indicators else None
    if found is not None:
        return found
    roles = {head.role for head in heads}
    if Role.GOAL in roles and roles & {Role.ACHIEVED, Role.ACTUAL}:
        return Band(Mark.GOALS, row, row, heads)
    return None


BEGINNING = 12  # rows in which a block of money that no row of headings begins must tell two amounts


def _funds_band(layout: Layout, row: int, below_indicators: bool, forms: bool) -> Band | None:
    """The block of money that starts at this row: headed in it by two amounts or an amount and its rate, or with figures for as many."""
    cells = layout.telling.get(row, ())
    for _, words in cells:
        if _of_money(words):
            break
    else:
        return None
    told = [says(words) for _, words in cells]
    if len(layout.nonblank(row)) > len(told) and (any(each.name or each.weak for each in told) or any(money_unit(words) for _, words in cells)):
        told = [says(words) for _, words in layout.nonblank(row) if isinstance(words, str)]
    roles = {each.role for each in told if not each.weak}
    money = roles.intersection(MONEY)
    headed = len(money) > 1 or (bool(money) and (Role.RATE in roles or any(each.weak and each.role in MONEY for each in told)))
    if not headed and (below_indicators or any(caption_of(words) and key(words) not in ("项目", "单位") for _, words in cells) or not (roles & {*MONEY, Role.RATE} or sum(1 for each in told if each.name or each.weak) > 1)):
        return None
    if not forms:
        return Band(Mark.FUNDS, row, row) if headed else None

    def ends(below: int) -> bool:
        return _elsewhere(layout, below)

    if not headed:
        begun = read_block(layout, row, ends, min(row + BEGINNING, layout.last_row))
        known = {reading.head.role for reading in begun.readings if not reading.head.says.weak}
        if not (len(known.intersection(MONEY)) > 1 or (Role.RATE in known and known.intersection(MONEY)) or _only_budget(layout, row, begun, known)):
            return None
    block = read_block(layout, row, ends)
    heads = heads_of_block(block)
    if headed and layout.figures(row) > 1 and not all(head.beside for head in block.labels if head.row == row and head.role in MONEY and not head.says.weak):
        return None  # an indicator's row whose names sound like money (资金支出, 预算执行率)
    return Band(Mark.FUNDS, row, block.bottom, heads, block) if heads else None  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def _of_money(words: str) -> bool:
    """Whether words have anything to do with money: most cells of a form do not."""
    told = says(words)
    return bool(told.role or told.name or told.weak) or money_unit(words) is not None


def _only_budget(layout: Layout, row: int, block: Block, known: set[Role | None]) -> bool:
    """Whether a block knows no other amount than the budget: its side heading prints a unit of money, and one of its lines is the total; or the total
    stands beside its heading, with a source below it.
    """
    if not known or not known <= _PLANS or money_unit(layout.first_text(row)) is None:
        return False
    if any(reading.name and reading.headed and fund_role(reading.name.text, set()) is Fund.TOTAL for reading in block.readings):
        return True
    return len(block.readings) > 1 and all(reading.head.beside for reading in block.readings) and block.readings[0].name is None


_PLANS = {Role.INITIAL, Role.ADJUSTED, Role.BUDGET}


def _elsewhere(layout: Layout, row: int) -> bool:
    """Whether a row begins something else than money: a table of indicators, or a title."""
    cells = layout.telling.get(row, ())
    if len(cells) < 2:
        return any(is_title(words) for _, words in cells) and len(layout.nonblank(row)) < 3
    roles = {role_of(words) for _, words in cells}
    levels = roles.intersection(LEVELS)
    return bool(levels) and (len(levels) > 1 or bool(roles & _BESIDE_LEVELS))


_BESIDE_LEVELS = {Role.TARGET, Role.ACTUAL, Role.SCORE, Role.POINTS, Role.STANDARD, Role.REASON, Role.EXPECTED, Role.SHARE}

