"""使用说明 and 关于, from the one description of functions and buttons."""

from __future__ import annotations

from ziping.surface import BUTTONS, CATEGORY, FUNCTIONS, GROUPS


def text() -> str:
    """The manual in a message box: what the buttons do and what the functions give."""
    lines = [f"“{CATEGORY}”选项卡："]
    for group in GROUPS:
        lines += [f"【{group}】{button.label}：{button.help}" for button in BUTTONS if button.group == group]
    lines.append("函数：")
    lines += [f"{each.name}（{each.label}）：{each.help}" for each in FUNCTIONS]
    return "\n".join(lines)


def about(version: str) -> str:
    """The version and what the add-in is made with."""
    return (
        f"自评 ziping {version}\n预算绩效自评加载项：计分、校验、写报告。\n"
        "与 Excel 的连接使用 xlwings（BSD 3-Clause，Zoomer Analytics LLC）和 VBA-Dictionary（MIT，Tim Hall）。"
    )
