"""The columns of the result workbook, sheet by sheet."""

from __future__ import annotations

from collections.abc import Sequence

from ziping.rollup.sheet import Column

BODIES = (
    Column("序号", 6, "order"), Column("单位", 30), Column("年度", 7, "order"), Column("主管部门", 26), Column("自评总分", 9, "points"),
    Column("计算得分", 9, "points"), Column("相差", 8, "points"), Column("等级\n（自填）", 9, "mark"), Column("等级\n（按总分）", 10, "mark"),
    Column("错误", 7, "whole"), Column("警告", 7, "whole"), Column("预算数（万元）", 15, "money"), Column("执行数（万元）", 15, "money"),
    Column("执行率", 10, "percent"), Column("名次", 7, "order"), Column("金额取自", 13), Column("评价方案", 46), Column("文件", 36, "link"),
    Column("备注", 46, "words"),
)  # fmt: skip
RANKING = (
    Column("年度", 7, "order"), Column("名次", 7, "order"), Column("单位", 32), Column("主管部门", 26), Column("自评总分", 10, "points"), Column("计算得分", 10, "points"),
    Column("等级", 8, "mark"), Column("执行率", 10, "percent"), Column("错误", 7, "whole"), Column("警告", 7, "whole"), Column("文件", 32, "link"),
    Column("备注", 24, "words"),
)  # fmt: skip
DEPARTMENTS = (
    Column("年度", 7, "order"), Column("主管部门", 34), Column("工作簿数", 9, "whole"), Column("未计金额的份数", 10, "whole"), Column("预算数（万元）", 16, "money"),
    Column("执行数（万元）", 16, "money"), Column("执行率", 10, "percent"), Column("有总分的份数", 10, "whole"), Column("平均分", 9, "points"),
    Column("最低分", 9, "points"), Column("最高分", 9, "points"), Column("错误", 8, "whole"), Column("警告", 8, "whole"),
)  # fmt: skip
FINDINGS = (
    Column("级别", 7), Column("单位", 26), Column("文件", 30), Column("工作表", 18), Column("单元格", 10, "link"), Column("项目", 28, "words"),
    Column("问题", 80, "words"), Column("校验项", 36),
)  # fmt: skip
OUTLIERS = (
    Column("类别", 18), Column("单位", 28), Column("说明", 80, "words"), Column("文件", 34), Column("工作表", 18), Column("单元格", 10, "link"),
)
ROSTER = (Column("情况", 10, "mark"), Column("单位", 36), Column("份数", 7, "whole"), Column("文件", 40, "link"), Column("备注", 60, "words"))
UNREADABLE = (Column("文件", 50, "link"), Column("原因", 90, "words"), Column("情况", 12))
CHECKS = (
    Column("校验项", 44), Column("错误", 9, "whole"), Column("警告", 9, "whole"), Column("提示", 9, "whole"), Column("涉及工作簿", 12, "whole"),
)  # fmt: skip


def place(columns: Sequence[Column], heading: str) -> int:
    """Where a column stands, counted from 0."""
    return next(at for at, column in enumerate(columns) if column.heading == heading)
