"""年度总体目标: what was planned and what came of it, under their headings or beside a caption."""

from __future__ import annotations

import re

from ziping.evaluation import Datum, Goal
from ziping.forms.bands import Head, Mark
from ziping.forms.grid import datum
from ziping.forms.headings import Role, key, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.parts import Part

_GOAL_CAPTION = re.compile(r"^(?:项目)?(?:年度|本年度|年初)?(?:总体|绩效)*(?:总体)?目标\d*$")


def goals_of(layout: Layout, part: Part) -> list[Goal]:
    """Goals under their headings; a form without such headings has its goal beside the caption 年度总体目标."""
    goals: list[Goal] = []
    spans = part.ends()
    for band in part.bands:
        if band.mark != Mark.GOALS:
            continue
        planned = next(head for head in band.heads if head.role is Role.GOAL)
        done = [head for head in band.heads if head.role in (Role.ACHIEVED, Role.ACTUAL)]
        achieved = next((head for head in done if head.left > planned.right), done[0])
        if achieved.left > planned.right + 1 and all(_text_beside(layout, head) for head in (planned, achieved)):
            goals.append(Goal(_text_beside(layout, planned), _text_beside(layout, achieved)))
            continue
        for row in range(band.bottom + 1, spans[band.row]):
            if not layout.nonblank(row) or layout.anchor(row, planned.left)[0] != row:
                continue
            pair = [_text_in(layout, row, head.left, head.right) for head in (planned, achieved)]
            words = key(layout.first_text(row))
            if words.startswith(("绩效指标", "分解目标", "预算执行", "项目资金")) or (goals and re.match(r"2\.|二、", layout.first_text(row).strip())):
                break
            if any(pair):
                goals.append(Goal(*pair))
        if not goals:  # not filled in yet: the cells below the headings
            cells = [datum(layout.grid, band.bottom + 1, head.left, label=squeezed(head.text)) for head in (planned, achieved)]
            return [Goal(*cells)]
    if goals:
        return goals
    for row in part.rows():
        for column, words in layout.telling.get(row, ()):
            if _GOAL_CAPTION.match(key(words)) and role_of(words) not in (Role.ACTUAL, Role.TARGET):
                at = layout.span(row, column)[3] + 1
                while at < layout.columns and not layout.seen(row, at):
                    at += 1
                if at < layout.columns and layout.anchor(row, at)[0] == row and role_of(layout.seen(row, at)) is None:
                    goals.append(Goal(datum(layout.grid, row, at, label=squeezed(words))))
    return goals


def _text_beside(layout: Layout, head: Head) -> Datum | None:
    """The text right of a heading in its own row, unless that is a heading."""
    value = datum(layout.grid, head.row, head.right + 1, label=squeezed(head.text)) if layout.anchor(head.row, head.right + 1)[0] == head.row else None
    return value if value and role_of(value.text) is None else None


def _text_in(layout: Layout, row: int, left: int, right: int) -> Datum | None:
    for column in range(left, right + 1):
        if layout.anchor(row, column) == (row, column):
            value = datum(layout.grid, row, column, label=layout.seen(row - 1, column))
            if value:
                return value
    return datum(layout.grid, row, left)
