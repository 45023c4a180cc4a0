"""报告素材: the officer's texts under their headings, and 设置: captions with values."""

from __future__ import annotations

from ziping.evaluation import Datum, Entry
from ziping.forms.grid import datum, text
from ziping.forms.headings import key
from ziping.forms.layout import Layout
from ziping.forms.trail import Trail

FIGURES = "可引用的数据"  # heads the list of placeholders below the entries
_NOTES = ("填写说明", "备注", "说明")
_LEVELS = ("一级标题", "二级标题", "三级标题", "四级标题", "五级标题")


def narrative_band(layout: Layout, row: int) -> tuple[list[int], int] | None:
    """The columns of the headings, outermost first, and that of the text; None when the row is not this sheet's band."""
    found = {key(value): column for column, value in layout.nonblank(row) if isinstance(value, str)}
    levels = [found[name] for name in _LEVELS if name in found]
    return (levels, found["正文"]) if levels and "正文" in found else None


def read_narrative(layout: Layout, trail: Trail) -> list[Entry] | None:
    """The entries in their order; a heading that is left blank is that of the row above."""
    band = next(((row, found) for row in range(min(layout.last_row, 40)) for found in [narrative_band(layout, row)] if found), None)
    if band is None:
        return None
    first, (levels, body) = band
    trail.take(layout.grid.name, first, body, "报告素材的正文", "标题“正文”")
    entries = []
    path: list[str] = []
    notes = next((column for column, value in layout.nonblank(first) if isinstance(value, str) and key(value) in _NOTES), None)
    for row in range(first + 1, layout.last_row):
        own = [text(layout.grid, row, column) for column in levels]
        if own[0] == FIGURES:
            break
        words = datum(layout.grid, row, body)
        filled = [number for number, name in enumerate(own) if name]
        if filled:
            before = (path + [""] * len(levels))[: len(levels)]
            path = before[: filled[0]] + own[filled[0] : filled[-1] + 1]
        elif not words:
            continue
        note = text(layout.grid, row, notes) if notes is not None else ""
        entries.append(Entry(tuple(filter(None, path)), words, note))
    return entries


_HEADINGS = ("项目", "内容")  # over the captions and what is filled in


def read_settings(layout: Layout, trail: Trail) -> dict[str, Datum] | None:
    """Caption → value of a sheet called 设置: captions in its first column with the value beside, None for another sheet."""
    grid = layout.grid
    if key(grid.name) not in ("设置", "参数设置", "工作簿设置"):
        return None
    found: dict[str, Datum] = {}
    for row in range(layout.last_row):
        cells = layout.nonblank(row)
        if not cells or not isinstance(cells[0][1], str):
            continue
        column = cells[0][0]
        caption = key(text(grid, row, column))
        beside = layout.span(row, column)[3] + 1
        if caption and beside < layout.columns and len(caption) <= 16:
            value = datum(grid, row, beside, label=caption)
            if caption not in found and (caption, value.text) != _HEADINGS:
                found[caption] = value
                trail.take_cell(value.place, caption, f"标题“{caption}”旁")
    return found
