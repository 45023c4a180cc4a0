"""Columns that stand in for one that a table of indicators lacks, and which of several targets counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ziping.forms.headings import Role, key
from ziping.forms.reach import Reach

if TYPE_CHECKING:
    from ziping.forms.columns import Columns

Order = list[tuple[Role | None, Reach, str]]
_OTHER_TERM = re.compile(r"实施期|中期|长期|总体|[三五]年|下一?年|次年|半年|季度|\d月")  # a target beside the one of the year
# Words that head a column only where no other does: what they say alone is too little.
_PLAIN = {
    Role.TARGET: ("计划数", "目标", "计划", "年初计划", "预期", "预期指标", "计划指标", "指标标准", "考核标准值"),
    Role.ACTUAL: ("实际", "完成", "全年实际", "实绩", "结果"),
    Role.REASON: ("说明", "情况说明", "完成情况说明", "存在的问题", "问题分析"),
}


def settle(found: Columns, order: Order, split: list[Reach]) -> None:
    """`order`: the columns from left to right; `split`: those that hold the parts of one target."""
    _scores(found)
    _results(found, order)
    _targets(found, order, split)
    _reasons(found, order)


def _scores(found: Columns) -> None:
    if Role.SCORE not in found.named:
        for stand_in in (Role.FINAL_SCORE, Role.PLAIN_SCORE):
            if stand_in in found.named:
                found.named[Role.SCORE] = found.named[stand_in]
                break
    if Role.POINTS not in found.named and Role.SHARE in found.named:
        found.named[Role.POINTS] = found.named[Role.SHARE]


def _results(found: Columns, order: Order) -> None:
    if Role.ACTUAL in found.named:
        return
    stand_in = found.named.get(Role.ACHIEVED) or found.named.get(Role.EXECUTED) or _plain(found, order, Role.ACTUAL)
    if stand_in:
        found.named[Role.ACTUAL] = stand_in


def _targets(found: Columns, order: Order, split: list[Reach]) -> None:
    if not found.values:
        goals = [reach for role, reach, _ in order if role is Role.GOAL]
        plain = _plain(found, order, Role.TARGET) if Role.ACTUAL in found.named and not goals else None
        found.values = goals[:1] or ([plain] if plain else [])
    if len(found.values) > 1 and not set(found.values) <= set(split):
        of_year = next((reach for reach in found.values if not _OTHER_TERM.search(found.headings[reach])), found.values[0])
        for reach in found.values:
            if reach != of_year:
                found.extra[found.headings[reach]] = reach
        found.values = [of_year]


def _reasons(found: Columns, order: Order) -> None:
    reasons = found.named.get(Role.REASON)
    if "原因说明" in found.causes and reasons and "原因" not in found.heading(reasons):
        found.extra[found.heading(reasons)] = found.named.pop(Role.REASON)
    if Role.REASON not in found.named and order:
        last = _plain(found, order[-1:], Role.REASON)
        if last:
            found.named[Role.REASON] = last


def _plain(found: Columns, order: Order, role: Role) -> Reach | None:
    """The only column behind the levels that plain words head, taken out of the other columns."""
    inner = max((level[1] for level in found.levels if level), default=-1)
    plain = [reach for _, reach, words in order if reach[0] > inner and key(words) in _PLAIN[role]]
    if len(plain) != 1:
        return None
    found.extra = {name: reach for name, reach in found.extra.items() if reach != plain[0]}
    return plain[0]
