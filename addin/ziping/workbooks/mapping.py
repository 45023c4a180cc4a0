"""识别说明: the last sheet of an adopted workbook, which cell of the form was taken for what, and what was not taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ziping.forms.build.canvas import CAPTION, LABEL, LEFT, SUBTITLE, TITLE, Page

if TYPE_CHECKING:
    from ziping.evaluation import Place
    from ziping.workbooks.adopt import Plan

SHEET = "识别说明"
WIDTHS = [20.0, 10.0, 40.0, 62.0, 22.0]


def mapping_page(plan: Plan) -> Page:
    page = Page(SHEET, list(WIDTHS), tab="7F7F7F")
    page.put(0, 0, SHEET, TITLE, columns=5)
    page.heights[0] = 36
    page.put(1, 0, f"本工作簿由“{plan.form}”转成，原表没有改动。下列说明原表的哪个单元格认作什么，在本工作簿的哪一格，哪些内容没有采用，请逐项核对。", SUBTITLE, columns=5)
    page.least[1] = 30
    row = 3
    row = _block(page, row, "一、没有采用的内容", ("工作表", "单元格", "内容", "原因"), [
        *((p.sheet, "", "整表或其中一段", f"{p.why}{'，缺少标题：' + '、'.join(p.missing) if p.missing else ''}") for p in plan.passed),
        *((e.place.sheet, e.place.cell, e.text, e.why) for e in plan.left),
    ])  # fmt: skip
    row = _block(page, row, "二、保留原值、没有换成公式的单元格", ("原表", "单元格", "内容", "说明", "本工作簿"), [
        (k.place.sheet if k.place else "", k.place.cell if k.place else "", k.what,
         f"{k.why}；原值 {k.typed or '（空白）'}" + (f"，公式为 {k.computed}" if k.computed and not k.computed.startswith("#") else ""), _new(plan, k.place))
        for k in plan.typed
    ])  # fmt: skip
    row = _block(page, row, "三、带入的数据", ("来源工作表", "单元格", "内容", "带入的值"), [
        (c.source.sheet if c.source else "", c.source.cell if c.source else "", c.what, c.text) for c in plan.carried
    ])  # fmt: skip
    taken = [(t.place.sheet, t.place.cell, t.what, t.why, _new(plan, t.place)) for t in plan.taken]
    _block(page, row, "四、识别结果", ("原表", "单元格", "认作", "依据", "本工作簿"), taken)
    return page


def _new(plan: Plan, place: Place | None) -> str:
    """The cell of the workbook that a cell of the form became."""
    after = plan.moved.get(place) if place else None
    return str(after) if after else ""


def _block(page: Page, row: int, title: str, captions: tuple[str, ...], lines: list[tuple[str, ...]]) -> int:
    page.put(row, 0, title, replace(SUBTITLE, font="黑体", size=12), columns=5)
    page.heights[row] = 27
    row += 1
    if not lines:
        page.put(row, 0, "无", LEFT, columns=5)
        return row + 2
    for column, caption in enumerate(captions):
        page.put(row, column, caption, CAPTION)
    for line in lines:
        row += 1
        for column, words in enumerate(line):
            style = LABEL if column == 1 else LEFT
            page.put(row, column, words or None, replace(style, quoted=words[:1] in ("=", "+", "-", "@")))
    return row + 2
