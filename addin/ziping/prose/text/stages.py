"""The year and the stage (budgeted, executed) that the words before an amount give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["FUND_NAMES", "list_stage", "of_a_while", "stage_of", "year_of"]

_LEVEL = re.compile(r"(?:与|和|同|较|比)(?:上年|去年|(?:19|20)\d\d年)[^,，;；]{0,8}(?:持平|相同|一致|无变化|无增减)")
_LAST = re.compile(r"上一?年|去年|前年|上一年度|同期|年初(?!预算|安排|批复|部门|计划|下达|财政)")
_AGAINST = re.compile(r"[,，;；]?(?:比|较|与|同|相比)[^,，;；]*|[,，(](?:上年|去年)(?:同期)?(?:数|的|为)*")  # a base stands aside from what is told
_CARRIED = re.compile(r"(?:上年|年初|以前年度)(?:度)?(?=结转|结余)")  # what was left of last year is money of this year
_THIS = re.compile(r"本年|当年|今年|本年度|年末|全年|期末")
_YEAR = re.compile(r"((?:19|20)\d\d)\s?(?:年|财年)")
# 预算 here names a kind of money, not a stage.
FUND_NAMES = re.compile(
    r"一般公共预算(?!数)|一般预算(?=收入|支出)|公共财政预算(?!数)|政府性基金预算|国有资本经营预算|社会保险基金预算|预算单位|预算内|预算外|部门预算单位|预算稳定调节基金|预算周转金|预算管理|预算绩效"
    r"|年初预算外|财政预算拨款|预算拨款|财政预算(?=收入|支出|总)|预算(?=执行(?:数|额|金额|审计|监督))|转移支付"
)
_BUDGET = re.compile(r"(?<!完成)(?:任务数|绩效目标|年度目标|目标任务)|预算|批复|安排|下达|(?:^|资金|预算|下达|追加|计划|经费|支出)指标|计划|核定|应到位|申请|申报|(?<!结构)调整|概算|投资额")
_OF_A_WHILE = re.compile(r"当月|当季|本月|单月|(?<![-—~至到\d])\d{1,2}月份?(?=[支执完拨])|[二三四]季度|新增(?=支|执|完成|拨)")  # what was spent in a part of the year is not all that was
_EXECUTED = re.compile(r"决算|支出|执行|实际|使用|完成|支付|拨付|开支|发生|实到|已到位|到位资金|中标|成交")


def year_of(kind: Kind, lead: str, said: Sequence[Said]) -> int | None:
    """The year the words before a figure name last; -1 for last year, 0 for this one; else that of the amount before it; None where nothing says."""
    lead = _CARRIED.sub("", _LEVEL.sub("", re.split("[;；]", lead)[-1]))
    years = _YEAR.findall(lead)
    if years:
        return int(years[-1])
    if _LAST.search(lead):
        return -1
    if _THIS.search(lead):
        return 0
    return next((one.year for one in reversed(said) if one.amount and one.mention.kind is kind and not _AGAINST.fullmatch(one.lead)), None)


def stage_of(words: str) -> str:
    """Whether words speak of money "budget"ed or "executed"; "" where they say neither."""
    if "预算" in words or "转移支付" in words:
        words = FUND_NAMES.sub("", words)
    executed = max((m.end() for m in _EXECUTED.finditer(words)), default=-1)
    budget = max((m.end() for m in _BUDGET.finditer(words)), default=-1)
    if executed < 0 and budget < 0:
        return ""
    if "决算" in words:
        return "executed"
    return "budget" if budget >= 0 and "实际" not in words else "executed"


def of_a_while(one: Said) -> bool:
    """Whether a figure is of a part of the year only: 12月当月支出79万元, 新增完成120户."""
    return bool(_OF_A_WHILE.search(one.lead))


def list_stage(mention: Mention, lead: str, said: Sequence[Said]) -> str:
    """In a list of budgeted amounts the next one is budgeted too, though only the first may say so."""
    listed = bool(said) and said[-1].amount and said[-1].stage == "budget" and mention.kind is Kind.MONEY is said[-1].mention.kind
    return "budget" if listed and len(lead) <= 24 and (lead[:1] in ("", "、", ",", "，", ";", "；") or "其中" in lead) else ""
