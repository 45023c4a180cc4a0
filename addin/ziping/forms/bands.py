"""Rows of headings: which rows begin a table of indicators, a block of money or of goals, and what their cells head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ziping.forms.grid import raw
from ziping.forms.headings import LEVELS, MONEY, SPENT, Role, key, role_of, squeezed
from ziping.forms.layout import DEEPEST, Layout

GENERAL = ("绩效指标", "评价指标", "指标", "评价内容", "考核内容")  # a level's heading only where no level is named


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
    pairs: bool = False  # the figures stand beside their words
    shape: str = ""  # "turned": names across, headings down; "inline": name and amount in one cell; "tasks": what each task costs


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


def band_of(layout: Layout, row: int) -> Band | None:
    """The band of headings that starts at this row, if one does."""
    cells = layout.telling.get(row, ())
    heads = heads_of(layout, row, cells) if len(cells) > 1 else ()  # type: ignore[arg-type]
    if len(heads) < 2:
        return _odd_funds(layout, row, cells)  # type: ignore[arg-type]
    heads = heads_of(layout, row, [(column, value) for column, value in layout.nonblank(row) if isinstance(value, str)])
    roles = {head.role for head in heads}
    levels = roles.intersection(LEVELS)
    if levels and (len(levels) > 1 or roles & _BESIDE_LEVELS):
        first = min((head.left for head in heads if head.role in LEVELS and key(head.text) not in GENERAL), default=0)
        heads = [head for head in heads if head.left >= first]  # what stands left of the levels runs down the side
        return Band(Mark.INDICATORS, row, max(head.bottom for head in heads), heads)
    found = _funds_band(layout, row, _without_side(layout, row, heads), cells)
    if found is not None:
        return found
    if Role.ACHIEVED in roles | ({Role.ACHIEVED} if Role.ACTUAL in roles else set()) and Role.GOAL in roles:
        return Band(Mark.GOALS, row, row, heads)
    return _odd_funds(layout, row, cells)  # type: ignore[arg-type]


def _funds_band(layout: Layout, row: int, heads: list[Head], cells: list[tuple[int, str]]) -> Band | None:
    """The band of a block of funds whose headings these are."""
    roles = {head.role for head in heads}
    money = roles.intersection(MONEY)
    if money and (len(money) > 1 or Role.RATE in roles or (Role.EXECUTED not in money and any(SPENT.match(key(words)) for _, words in cells))):
        if any(_TASKS.search(words) for _, words in cells):
            return Band(Mark.FUNDS, row, max(head.bottom for head in heads), heads, shape="tasks") if len(money) > 1 else None
        if _beside_values(layout, row, heads):
            return Band(Mark.FUNDS, row, row, heads, pairs=True)
        if layout.figures(row) > 1:
            return None  # an indicator's row whose names sound like money (资金支出, 预算执行率)
        band = Band(Mark.FUNDS, row, max(head.bottom for head in heads if head.role in MONEY), heads)
        if band.bottom == row and subheaded(layout, row, min(head.left for head in heads if head.role in MONEY) - 1):
            band.bottom += 1
        for head in heads if band.bottom > row else ():
            if head.bottom == row and head.left == head.right:  # over several columns, although nothing is merged
                head.right = max((head.right, *_blank_from(layout, row, head.right + 1)))
        return band
    return None


def _without_side(layout: Layout, row: int, heads: list[Head]) -> list[Head]:
    """The headings without the one that stands left of the others and runs down the side of the figures: `预算资金` beside 年初预算 and its amounts."""
    if heads[0].bottom > row and all(head.bottom == row for head in heads[1:]) and layout.figures(row + 1):
        return heads[1:]
    return heads


def subheaded(layout: Layout, row: int, before: int) -> bool:
    """Whether the row below a row of headings is one too although nothing is merged: short words, no figures, none up to the column `before`."""
    cells = [(column, value) for column, value in layout.nonblank(row + 1) if value != raw(layout.grid, row, column)]
    return bool(cells) and all(
        isinstance(value, str) and column > before and len(squeezed(value)) <= 10 and not _DIGIT.search(value) for column, value in cells
    )


_DIGIT = re.compile(r"[\d%％]")


def _blank_from(layout: Layout, row: int, column: int) -> Iterator[int]:
    """The columns from this one on that are blank in the row, up to the next one that is not."""
    while column < layout.columns and not layout.seen(row, column):
        yield column
        column += 1


def _odd_funds(layout: Layout, row: int, cells: list[tuple[int, str]]) -> Band | None:
    """A block of funds that is written across, or with name and amount in one cell."""
    if len(cells) < 2:
        return None
    from ziping.forms.turned import inline_band, turned_band

    if any(":" in words or "：" in words for _, words in cells):
        found = inline_band(layout, row, cells)
        if found:
            return found
    if any(_ACROSS.search(words) for _, words in cells):
        return turned_band(layout, row)
    return None


_ACROSS = re.compile("总额|合计|拨款|财政|其他资金|基本支出|项目支出")
_TASKS = re.compile(r"任务名称|主要内容|任务内容|工作内容")  # of a list of tasks with what each costs only the total is money of the form
_BESIDE_LEVELS = {Role.TARGET, Role.ACTUAL, Role.SCORE, Role.POINTS, Role.STANDARD, Role.REASON, Role.EXPECTED, Role.SHARE}


def _beside_values(layout: Layout, row: int, heads: list[Head]) -> bool:
    """Whether the figures stand to the right of their words (`预算数 | 100 | 执行数 | 98`) and not below."""
    money = [head for head in heads if head.role in MONEY]
    return all(
        isinstance(raw(layout.grid, row, head.right + 1), int | float) or bool(_FIGURE.fullmatch(layout.seen(row, head.right + 1))) for head in money
    )


_FIGURE = re.compile(r"[-\d,.]*\d(?:\s*(?:万元|元))?")
