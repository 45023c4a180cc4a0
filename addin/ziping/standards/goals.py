"""The words by which standards name the target: 目标值, 指标值, 计划数 and their like."""

from __future__ import annotations

from ziping.standards.vocabulary import Pattern, words

__all__ = ["GOALS", "LAST_YEAR"]

_LISTED = words("定额标准 定额 开支标准 支出标准 预算标准 计划成本 预算成本 预算金额 预算安排 批复预算 预算批复数 计划完成时间 计划时间 概算 批复概算 目标任务值 预算控制数 计划投资 核定数 编制数 控制数 下达数 预期数 计划进度 时间节点 完成时限 计划金额 目标成本 目标值要求 目标成本值 目标值"
    " 指标值 年度指标值 目标 计划 计划数 计划值 年初目标 绩效目标 预期目标 年度目标 目标数 预期值 标准 标准值 预期指标值 预期 绩效目标值 年度目标值 年初目标值 预期目标值 指标 年度指标 目标任务 计划目标 "
    "年初指标值 绩效指标值 预期指标 设定目标 既定目标 任务目标 目标要求 规定 规定标准 要求 规定要求 设定值 预设目标 目标任务数 计划任务 任务数 计划完成值 指标目标值 年初计划 预定目标 年度计划 计划任务数 设定目标值 标杆值 基准值 预算 预算数 规定时间 规定时限 计划时间 时限 "
    "年度绩效目标 预期绩效目标 年初设定目标 年初设定目标值 年度绩效指标值 年度指标目标值 全年目标 全年指标值 任务 年度任务 计划面积 计划人数 计划里程 计划规模 计划批次 计划产量 计划工期 任务面积 目标人数 目标产量 计划建设面积 计划建设规模 目标数量 计划数量 既定目标值")

_COMPOSED = Pattern(r"(?:年度|年初|全年|本年|当年|预期|预定|计划|绩效|既定|设定|上级|省级|市级|省|市|县|下达|核定|批复|规定|任务|目标|责任)*(?:目标|任务|指标|计划)书?(?:任务书?|目标|责任书)?(?:值|数|量)?(?:要求)?")


class _Goals:
    """The listed words and those composed of the same parts (年度计划目标, 省下达任务)."""

    def __contains__(self, text: str) -> bool:
        return text in _LISTED or _COMPOSED.fullmatch(text) is not None


GOALS = _Goals()
LAST_YEAR = words("上年 去年 上年度 上年同期 上一年 上一年度 去年同期 上年水平 上年实际 上年数 上年支出 上年支出数 上年实际数 上年决算数")
