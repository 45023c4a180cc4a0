"""使用说明: how the workbook is filled, what the functions compute and what the buttons do, from the one description of both."""

from __future__ import annotations

from dataclasses import replace

from ziping.forms.build.canvas import CAPTION, LABEL, LEFT, SUBTITLE, TITLE, Book, Page
from ziping.surface import BUTTONS, FUNCTIONS

STEPS = (
    ("填写", "先填“设置”，再按各表填写标黄的单元格；灰色单元格是公式，由合计、链接或评分得出，一般不改。"),
    ("项目", "一个项目一张“项目自评表”；项目资金自动进入项目清单、整体自评表和基础数据表，金额单位不同时自动换算。"),
    ("计分", "填好分值、年度指标值、完成值（有评分标准的写明标准原文），得分由 PERF_SCORE 计算；显示错误值表示标准无法判定，用“解释得分”看原因，按实际情况填写得分。"),
    ("定性指标", "完成值填“达成年度指标”“部分达成并具有一定效果”或“未达成且效果较差”，依次得满分、分值的 70%（80%—60% 的中值）、分值的 30%（60%—0 的中值），可在档次范围内改填。"),
    ("扣分", "得分低于分值的，在偏差原因栏写明原因和改进措施。"),
    ("校验", "填完点“校验”，核对表内、表间、文字与数据是否一致；结果写入“校验结果”表，可随时清除。"),
    ("报告", "“报告素材”写文字，数字用占位符引用；点“导出报告”生成 Word 报告，已有文件不会被覆盖。"),
    ("报送", "报送前点“生成送审版”，公式转为数值并锁定，没有加载项的电脑也能正常打开。"),
    ("打印", "各表已设为 A4、按宽度缩放；底色不打印。"),
)


def lay(book: Book, reported: bool) -> Page:
    """reported: whether the workbook holds the texts of a report."""
    page = book.page("使用说明", [20.0, 42.0, 70.0])
    page.put(0, 0, "使用说明", TITLE, columns=3)
    page.heights[0] = 36
    row = _block(page, 1, "一、怎样填")
    for name, text in STEPS:
        if name == "报告" and not reported:
            continue
        page.put(row, 0, name, LABEL)
        page.put(row, 1, text, LEFT, columns=2)
        row += 1
    row = _block(page, row + 1, "二、函数")
    for column, caption in enumerate(("函数", "写法", "作用")):
        page.put(row, column, caption, CAPTION)
    for function in FUNCTIONS:
        row += 1
        arguments = ", ".join(f"［{a.label}］" if a.optional else a.label for a in function.arguments)
        page.put(row, 0, f"{function.name}\n{function.label}", replace(LABEL, size=9.5))
        page.put(row, 1, f"={function.name}({arguments})", replace(LEFT, size=9.5, quoted=True))
        page.put(row, 2, function.help, LEFT)
    row = _block(page, row + 2, "三、“绩效自评”选项卡")
    for column, caption in enumerate(("组", "按钮", "作用")):
        page.put(row, column, caption, CAPTION)
    for button in BUTTONS:
        row += 1
        page.put(row, 0, button.group, LABEL)
        page.put(row, 1, button.label, LABEL)
        page.put(row, 2, button.help, LEFT)
    page.tab = "7F7F7F"
    return page


def _block(page: Page, row: int, title: str) -> int:
    page.put(row, 0, title, replace(SUBTITLE, font="黑体", size=12), columns=3)
    page.heights[row] = 27
    return row + 1
