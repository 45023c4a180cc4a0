"""Where a block of money begins and ends, and which of its headings head the amounts."""

from __future__ import annotations

import re
from collections.abc import Callable

from ziping.forms.caption_words import caption_of, inline_caption, is_total
from ziping.forms.grid import text
from ziping.forms.headings import MONEY, Role, key, role_of
from ziping.forms.layout import DEEPEST, Layout
from ziping.forms.money_cells import Label
from ziping.forms.money_rows import Block, Rows
from ziping.forms.money_words import fund_role, says

_GOALS = re.compile(r"^(?:年度)?(?:总体|绩效|主要)?目标|^项目年度目标|^绩效指标|^总体目标|^分解目标")


def _leaves(layout: Layout, row: int, block: Block) -> bool:
    """Whether the block ends above this row: a heading of goals, a caption, a remark, or sentences where figures should be."""
    cells = layout.nonblank(row)
    column, value = cells[0]
    words = text(layout.grid, row, column)
    word = key(words)
    if _GOALS.match(word) or any(role_of(v) in (Role.GOAL, Role.ACHIEVED) for _, v in layout.telling.get(row, ())) or inline_caption(words):
        return True
    if caption_of(words) is not None and word not in ("项目", "单位") and fund_role(words, set()) is None:
        return True
    if isinstance(value, str) and (word.startswith(("注", "说明")) or (is_total(words) and "分" in word)):
        return True
    return any(at in block.amounts and isinstance(v, str) and len(v) > 20 for at, v in cells)


def _heads(layout: Layout, row: int) -> bool:
    """Whether a row heads amounts anew, and holds none."""
    roles = {told.role for _, words in layout.telling.get(row, ()) for told in [says(words)] if not (told.weak or told.amount)}
    return len(roles.intersection(MONEY)) > 1 and not layout.figures(row)


PATIENCE = 3  # rows that have nothing to do with money, before a block without any figure is given up


def read_block(layout: Layout, top: int, ends: Callable[[int], bool], last: int | None = None) -> Block:
    """The block that begins at row `top`; `ends` tells the rows where something else begins."""
    rows = Rows(layout, top)
    block, idle, row = rows.block, 0, top
    for row in range(top, layout.last_row if last is None else last):
        if not layout.nonblank(row):
            continue
        if row > top and (ends(row) or _leaves(layout, row, block) or (block.readings and _heads(layout, row))):
            break
        idle = 0 if rows.read(row) or block.readings else idle + 1
        if idle > PATIENCE:
            break
    else:
        row += 1
    block.end = row
    return block


def heads_of_block(block: Block) -> list[Label]:
    """The headings that have figures, and those that will have some: the lowest over their columns, right of the names."""
    used = {id(reading.head) for reading in block.readings}
    near = [label for label in block.labels if label.row - block.top <= DEEPEST + 1]
    names = max((label.right for label in block.named.values()), default=-1)
    first = min((head.left for head in block.labels if id(head) in used), default=names + 1)

    def waits(head: Label) -> bool:
        lower = (other for other in near if other.row > head.row and head.left <= other.left <= head.right)
        return not head.beside and head.left > (names if block.named else first - 1) and head.row - block.top <= DEEPEST and not any(lower)

    return [head for head in block.labels if id(head) in used or waits(head)]
