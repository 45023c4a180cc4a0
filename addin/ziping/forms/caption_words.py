"""The words of captions, titles, totals and units of money: a name with its value beside, below or behind a colon, and what is none."""

from __future__ import annotations

import re
from functools import lru_cache

from ziping.amounts import Unit, unit_named
from ziping.forms.headings import LONGEST, key, role_of, squeezed

CAPTIONS = {
    word: caption
    for caption, row in {
        "项目名称": "项目名称 项目支出名称 专项名称 资金名称 专项资金名称 项目 转移支付名称 项目全称 政策名称 项目资金名称",
        "主管部门": "主管部门 主管部门及代码 主管单位 部门名称 项目主管部门 主管预算部门 一级预算部门 主管部门名称 市级主管部门 省级主管部门",
        "实施单位": "实施单位 项目实施单位 项目单位 资金使用单位 预算执行单位 执行单位 实施单位名称 具体实施单位 项目执行单位 项目承担单位 承担单位 资金使用单位名称",
        "单位名称": "单位名称 填报单位 部门单位名称 部门/单位名称 预算单位 编报单位 评价单位 被评价单位 预算部门 预算单位名称 部门名称单位 部门及单位名称 填报单位名称 填报部门"
        " 编制单位 自评单位 部门预算单位 申报单位 单位 预算部门名称 填表单位 评价部门 部门预算单位名称",
        "评价年度": "评价年度 预算年度 年度 自评年度 所属年度 绩效年度",
        "填报日期": "填报日期 填报时间 填表日期 填表时间 日期 编制日期",
        "填报人": "填报人 填表人 经办人 制表人 填报人员",
        "单位负责人": "单位负责人 负责人 部门负责人 单位主要负责人 主要负责人 项目负责人 分管领导",
        "财务负责人": "财务负责人 财务主管",
        "联系人": "联系人 联系人及电话",
        "联系电话": "联系电话 电话",
        "评价等级": "评价等级 等级 评价等次 自评等级 绩效等级 自评等次 评价结果 自评结果 评定等级 等次 评价级次 自评结论等级",
        "金额单位": "金额单位 货币单位 计量单位",
    }.items()
    for word in row.split()
}
_CAPTION_WORTH = re.compile("单位|部门|名称")
_CAPTION_ENDS = (
    (re.compile(r"^.{0,6}主管(?:部门|单位)(?:及代码|名称|盖章)?$"), "主管部门"),
    (re.compile(r"^.{0,6}(?:实施|使用|承担)单位(?:名称|盖章|及代码)?$"), "实施单位"),
    (re.compile(r"^.{0,6}(?:项目|专项|专项资金|政策)名称$"), "项目名称"),
    (re.compile(r"^.{0,6}(?:预算)?(?:部门|单位)(?:及单位|单位)?(?:名称)(?:盖章|公章)?$"), "单位名称"),
    (re.compile(r"^(?:填报|编报|自评|评价|填表)(?:部门|单位)(?:盖章|公章|名称)?$"), "单位名称"),
)
TOTALS = frozenset(
    ["总分", "合计", "总计", "自评总分", "综合得分", "合计得分", "总得分", "得分合计", "自评总得分", "自评得分合计", "总评分", "总分合计", "自评得分", "自评合计", "小计得分", "总分值", "综合评分", "最终得分", "项目总分", "自评综合得分", "绩效自评总分", "绩效自评得分", "总评", "总体得分", "评价总分", "总得分合计", "自评分合计", "合计分", "总评得分"]
)
_TOTAL = re.compile(r"^(?:项目|部门|单位|绩效|综合|最终|自评|自我|评价|评定|总|合计)+(?:得分|评分|分数|分值|分)(?:合计|总计|小计)?$")
_HUNDRED = re.compile("100分?$")  # 总分100: what there is to earn
_CAPTION = re.compile(r"^\s*([^:：]{2,16})[:：]\s*(.*)$", re.S)
_UNIT = re.compile(r"(?:金额)?单位[:：]?\s*(?:人民币)?\s*(亿元|百万元|万元|千元|元)|[(（\[/、,，:：]\s*(?:人民币)?(?:金额)?(?:单位[:：])?(亿元|百万元|万元|千元|元)\s*[)）\]]?\s*$|[(（](亿元|百万元|万元|千元|元)[)）]")


@lru_cache(maxsize=8192)
def caption_of(text: str) -> str | None:
    """The caption that a cell is, in our own words; None when it is none."""
    if not text or len(text) > LONGEST:
        return None
    inner = squeezed(text).replace("(", "").replace(")", "").strip(":*")
    found = CAPTIONS.get(inner) or CAPTIONS.get(key(text))
    if found is None and len(inner) <= 14 and _CAPTION_WORTH.search(inner):
        found = next((caption for pattern, caption in _CAPTION_ENDS if pattern.match(inner)), None)
    return found


@lru_cache(maxsize=4096)
def inline_caption(text: str) -> tuple[str, str] | None:
    """`填报单位：某局` → (单位名称, 某局); the value may be blank; None when the cell does not start with a caption and a colon."""
    match = _CAPTION.match(text) if ":" in text or "：" in text else None
    if not match:
        return None
    caption = caption_of(match[1])
    if caption == "单位名称" and money_unit("单位:" + match[2]):
        caption = "金额单位"
    return (caption, match[2].strip()) if caption else None


@lru_cache(maxsize=8192)
def money_unit(text: str) -> Unit | None:
    """The unit of money that a heading or caption prints: `项目资金（万元）`, `单位：元`, `预算数/万元`; None without one."""
    if "元" not in text or len(text) > 120:
        return None
    match = _UNIT.search(squeezed(text))
    return unit_named(match[1] or match[2] or match[3]) if match else None


@lru_cache(maxsize=4096)
def is_total(text: str) -> bool:
    """Whether a row's first words say that it is the row of totals."""
    if not text or len(text) > LONGEST * 2:
        return False
    words = _HUNDRED.sub("", key(text))
    return words in TOTALS or _TOTAL.match(words) is not None


_WEIGHT = re.compile(r"^(.*?\S)\s*[(（\[【]\s*(?:权重|分值|满分|标准分|占)?[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*(分|%|％)?\s*(?:[)）\]】]|$)\s*$", re.S)
_WEIGHT_BARE = re.compile(r"^(.*?指标)\s*[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*分$", re.S)
_WEIGHT_BEHIND = re.compile(r"^(.*?[\u4e00-\u9fff](?<![得计扣加给记减]))\s*[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*分$", re.S)


@lru_cache(maxsize=8192)
def name_and_weight(text: str, bare_number: bool = True) -> tuple[str, str | None]:
    """`产出指标(50分)` → (产出指标, 50); `资金到位率（2分` too; no weight: (the text, None).

    `bare_number`: whether a number in brackets without 分 is a weight, and one with 分 but without brackets, as they are behind first- and
    second-level names.
    """
    match = _WEIGHT.match(text)
    if match and float(match[2]) <= 100 and (bare_number or match[3]) and (match[3] or match[0].rstrip()[-1] in ")）]】"):
        return match[1].strip(), match[2] + ("%" if match[3] in ("%", "％") else "")
    match = (_WEIGHT_BEHIND if bare_number else _WEIGHT_BARE).match(text)
    return (match[1].strip(), match[2]) if match else (text, None)


_TITLE = re.compile(r"(?:绩效|自评|评价|评分|监控).*(?:表|报告)|基础数据表")
_NOT_TITLE = re.compile(r"[。；;？?！!]|说明[:：]|^注|^备注|^请|敬请|应当|根据|按照|填报人|附后|详见|见附")


@lru_cache(maxsize=8192)
def is_title(words: str) -> bool:
    """Whether a cell's words are the title of a form: short, ending in 表, about performance."""
    if "表" not in words and "报" not in words:
        return False
    word = squeezed(words)
    return 4 <= len(word) <= 60 and bool(_TITLE.search(word)) and not _NOT_TITLE.search(word) and role_of(words) is None and caption_of(words) is None
