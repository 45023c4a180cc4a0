"""封面 and 设置: who, which year, which scheme; typed once, everything else refers to it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import PLAIN
from ziping.evaluation import Datum, Evaluation
from ziping.forms.build import phrases
from ziping.forms.build.canvas import CAPTION, INPUT, LABEL, LEFT, NOTE, SUBTITLE, TITLE, Book, Page
from ziping.schemes import Scheme, available

ALWAYS = ("单位名称", "评价年度", "评价方案", "报告模板")
OURS = ("项目", "方案", "依据", "样例")  # what the sheet says beside the settings; read back as captions, and not to be doubled
COVER = ("单位名称", "评价年度", "填报日期", "填报人", "联系电话", "单位负责人")
HINTS = {
    "单位名称": "全称，与公章一致；各表自动引用",
    "评价年度": "四位数字；各表标题和栏目中的年份自动更新",
    "评价方案": "方案编号，决定整表计分规则，一般不改",
    "报告模板": "导出报告所用模板的编号",
    "单位简称": "报告标题和正文用的简称，如“市数据局”；不填写作“本单位”",
    "填报日期": "如 2022年5月18日",
}


def lay_settings(book: Book, evaluation: Evaluation, scheme: Scheme | None) -> Page:
    page = book.page("设置", [16.0, 44.0, 46.0])
    page.put(0, 0, "设置", TITLE, columns=3)
    page.heights[0] = 36
    page.put(1, 0, "标黄的单元格由填报人填写；单位名称、年度等只在本表填写一次。", SUBTITLE, columns=3)
    for column, caption in enumerate(("项目", "内容", "说明")):
        page.put(2, column, caption, CAPTION)
    known = {
        "单位名称": Datum(evaluation.unit), "评价方案": Datum(evaluation.scheme), "报告模板": Datum(evaluation.template),
    }  # fmt: skip
    always = [caption for caption in ALWAYS if caption != "报告模板" or evaluation.template or not scheme or scheme.report]
    captions = list(dict.fromkeys([*always, *(scheme.settings if scheme else ()), *(c for c in evaluation.settings if c not in OURS)]))
    for row, caption in enumerate(captions, start=3):
        page.put(row, 0, caption, LABEL)
        owner = (evaluation.settings, caption)
        if caption == "评价年度":
            year = Decimal(evaluation.year) if evaluation.year is not None else None
            cell = page.put(row, 1, year, replace(INPUT, align="left", number="0"), owner=owner, numeric="评价年度填四位数字，如 2021。")
        else:
            datum = known.get(caption) or evaluation.settings.get(caption)
            choices = available() if caption == "评价方案" else ()
            cell = page.datum(row, 1, datum, owner, text=caption not in known, align="left", choices=choices)
        book.name(("setting", caption), page, cell)
        page.put(row, 2, HINTS.get(caption, ""), replace(LEFT, size=9, color="595959"))
    row = 3 + len(captions) + 1
    if scheme:
        page.put(row, 0, "方案", LABEL)
        page.put(row, 1, scheme.title, LEFT, columns=2)
        page.put(row + 1, 0, "依据", LABEL)
        page.put(row + 1, 1, said(scheme.source), LEFT, columns=2)
        row += 2
    if evaluation.sample:
        page.put(row, 0, "样例", LABEL)
        page.put(row, 1, "是", LEFT)
        page.put(row, 2, "数据取自已公开的自评材料，仅供演示", replace(LEFT, size=9, color="595959"))
    page.tab = "7F7F7F"
    return page


def said(source: str) -> str:
    """A scheme's source in the officer's language."""
    match = re.match(r"published form of (.+?), (\d{4})\b", source)
    return f"{match[1]}{match[2]}年度公开的表格（未见下发文件）" if match else source


def lay_cover(book: Book, evaluation: Evaluation) -> Page:
    page = book.page("封面", [22.0, 50.0])
    whole = evaluation.overall is not None or evaluation.scoring is not None or evaluation.ledger is not None
    page.put(0, 0, "", SUBTITLE, columns=2)
    page.heights[0] = 90
    phrases.put_dated(page, 1, 0, "{year}年度", replace(TITLE, size=22), columns=2)
    page.put(2, 0, "部门整体支出绩效自评表" if whole else "项目支出绩效自评表", replace(TITLE, size=26), columns=2)
    page.heights |= {1: 48, 2: 60, 3: 110}
    page.put(3, 0, "", SUBTITLE, columns=2)
    row = 4
    for caption in COVER:
        key = ("setting", caption)
        if not book.has(key):
            continue
        label = {"单位名称": "单位名称（公章）", "单位负责人": "单位负责人（签章）"}.get(caption, caption)
        page.put(row, 0, f"{label}：", replace(SUBTITLE, size=14, font="仿宋", align="right"))
        page.put(row, 1, None, replace(SUBTITLE, size=14, font="仿宋", border=False), write=phrases.link(key, page, PLAIN))
        page.heights[row] = 36
        row += 1
    page.put(row, 0, "样例：数据取自已公开的自评材料，仅供演示。" if evaluation.sample else "", replace(NOTE, align="center"), columns=2)
    page.tab = "7F7F7F"
    return page
