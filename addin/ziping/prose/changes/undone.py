"""What is still left of what there was, came in or was due: 排查286个,完成整治265个,尚有21个; 应付60万元,已付45万元,尚欠15万元; 到位98万元,差22万元未到位."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.prose.changes.between import Gap, between, firm
from ziping.prose.judging.claims import Claim
from ziping.prose.text.ending import ends_there, goes_on, more_follows
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import plain_name
from ziping.prose.text.said import Said, alike, twin_lead

__all__ = ["LACKING", "OWED", "STILL", "lacking", "owed", "still_left"]

STILL = re.compile(r"(?:尚有|还有|仍有|剩余)[^,，;；。\d]{0,6}$")
_TAKEN_IN, _LET_GO = re.compile("纳入|识别|认定|新增|立案|受理|排查|发现"), re.compile("消除|退出|解除|销号|整改|办结|完成")
_ALL_THERE_ARE, _ALREADY = re.compile(r"(?<!公)共(?![用同享])|总数|累计|全部"), re.compile(r"(?:^|[,，])[^,，;；。]{0,6}已[^,，;；。]{0,10}$")
_OF_SOME_TIME = re.compile("累计|本年|今年|当年|年内|历年|往年|本月")  # what has been done this year, and what has come in all the years
_IN_A_YEAR = re.compile(r"本年|今年|当年|年内|历年|往年|上年|以前年度|本月|(?:19|20)\d\d年")
_BARELY_STILL, _UNDONE = re.compile(r"(?:尚有|还有|仍有|剩余)$"), re.compile("(?:(?:尚|还|仍)?(?:未|没有?|待)|(?P<doing>正在|正))(?P<what>[^的]{2})")
OWED = re.compile(r"(?:尚|还|仍)?(?:欠(?:付|拨|缴)?|空编|空缺|缺口|缺编|缺失|短缺|尾款|余款|未(?:支付|拨付|到位|付|结算|支出|缴))[^,，;；。\d]{0,6}$")
_DUE = re.compile(r"应|编制|合同|计划|需|核定|批复|总投资|下达")
_PAID = re.compile(r"已|实收|实有|在编|在岗|实际|累计|支付|拨付|到位")
_BY = re.compile("按(?:照)?(?:合同|计划|约定|进度)")
_LAST_PAID, _CONTRACT = re.compile("尾款|余款"), re.compile("合同|中标|结算|成交|决算")
LACKING = re.compile("^[,，](?:仍|还|尚|缺口|相)?差$")
_NOT_YET = re.compile("未(?:到位|支付|拨付|完成|落实|配套|缴|收)")
_COME = re.compile("(?:实际|已)?(?:到位|支付|拨付|完成|落实|配套|缴纳|收到)(?:资金)?$")
_ADJUSTED = re.compile("调[增减整]|追加|压减|核[增减]|收回")


def still_left(gap: Gap) -> Iterator[Claim]:
    """`纳入监测32户97人,消除风险21户66人,年末尚有11户31人`; `完成整治265个,共排查286个,尚有21个`; `共有库房90间,已改造64间,尚有26间`."""
    said, near = gap.said, gap.near
    leads = {one: twin_lead(said, said.index(one)) for one in near}
    came = [one for one in near if _TAKEN_IN.search(leads[one])]
    went = [one for one in near if _LET_GO.search(leads[one])]
    if len(came) == len(went) == 1 and (near.index(came[0]) < near.index(went[0]) or _ALL_THERE_ARE.search(came[0].lead) and not _OF_SOME_TIME.search(came[0].lead + went[0].lead)):
        yield from between(came[0], went[0], gap.own, slip=True, sure=_all_that_is_left(gap, came[0], went[0], leads[went[0]]))
    elif len(near) == 2 and not came + went and _ALL_THERE_ARE.search(near[0].lead) and _ALREADY.search(near[1].lead) and not near[1].marker and gap.beside is near[1]:
        yield from between(*near, gap.own, slip=True, sure=not _IN_A_YEAR.search(near[1].lead) and _all_that_is_left(gap, *near, re.split("已", near[1].lead)[-1], alone=True))


def _all_that_is_left(gap: Gap, all_: Said, done: Said, doing: str, alone: bool = False) -> bool:
    """Whether what is still left is all that has not been done: nothing is told of it, or that the very thing was not done; what is under way is no more than that.

    doing: the words of what has been done; alone: what is under way may be some of what is left.
    """
    own, undone = gap.own, _UNDONE.match(gap.own.noun)
    whole = own.mention.figure.quantity.value > all_.mention.figure.quantity.value - done.mention.figure.quantity.value
    same = undone is not None and undone["what"] in doing and (not undone["doing"] or whole and not alone)
    barely = not own.noun and _BARELY_STILL.search(twin_lead(gap.said, gap.at)) is not None
    return (barely or same) and ends_there(gap.said, gap.at, (own.noun,))


def owed(gap: Gap) -> Iterator[Claim]:
    """`应付60万元,已付45万元,尚欠15万元`; `编制96名,实有74名,空编22名`."""
    if len(gap.near) == 2 and _DUE.search(gap.near[0].lead) and _PAID.search(gap.near[1].lead) and not _DUE.search(_BY.sub("", gap.near[1].lead)):
        yield from between(*gap.near, gap.own, slip=True, sure=_owed_of_all(gap, *gap.near))


def _owed_of_all(gap: Gap, due: Said, paid: Said) -> bool:
    """Whether what is owed is all of what was due and has not been paid; the last instalment is of the contract alone."""
    whole, part, rest = (one.mention.figure.quantity.value for one in (due, paid, gap.own))
    if goes_on(gap.said, gap.at) or gap.own.mention.kind is Kind.MONEY and more_follows(gap.said, gap.at):
        return False
    if any(alike(one, gap.own) and one.mention.figure.quantity.value == abs(whole - part - rest) for one in gap.said[gap.at + 1 :]):
        return False  # 空编12名,冻结编制10名
    return not _LAST_PAID.search(gap.own.lead) or _CONTRACT.search(due.lead) is not None and ends_there(gap.said, gap.at, (gap.own.noun,))


def lacking(gap: Gap) -> Iterator[Claim]:
    """`县级资金120万元。…县级资金到位98万元,差22万元未到位`: of what was due by the same name."""
    came = gap.beside
    if came is None or not came.amount or not _NOT_YET.match(gap.own.noun):
        return
    told = [one for one in (*gap.before.told, *gap.said[: gap.at - 1]) if one.amount and firm(one, gap.own)]
    name = plain_name(_COME.sub("", came.name))
    due = [one for one in told if name and plain_name(one.name) == name and not one.marker and one is not came]
    if len({one.mention.figure.quantity.value for one in due}) == 1:
        since = told[told.index(due[-1]) :]
        yield from between(due[-1], came, gap.own, slip=True, sure=not _changed(due[-1], since) and not goes_on(gap.said, gap.at))


def _changed(due: Said, since: Sequence[Said]) -> bool:
    """Whether what was due was changed since: in a bracket right behind it, or by what is told later."""
    bracket = due.behind.removeprefix(due.noun).startswith("(")
    return bracket or any(_ADJUSTED.search(one.behind) or one is not due and _ADJUSTED.search(one.lead) for one in since)
