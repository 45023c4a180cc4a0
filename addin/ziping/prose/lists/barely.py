"""Lists that no word opens and totals that no 合计 closes: 放映2856场,农村2412场、社区286场、校园158场; 第一季度…,…,第四季度…,全年940万元; 男职工86人,女职工54人,职工总数140人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.misprints import LONG_ODDS, ODDS, exchanged, misprint
from ziping.prose.judging.slips import significant, worlds_apart
from ziping.prose.text.closed import closed, is_grade
from ziping.prose.text.ending import goes_on
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said, alike

__all__ = ["barely_claims"]

MOST = 12  # parts
FAR = 3  # a third of a total: farther off, the row is not all of it
DIGITS = 3  # significant digits of a total that a row gives by no accident
_PART = re.compile(r"^[^,，、;；。:：\d()]{0,6}[,，、;；和与及][^,，、;；。:：\d()]{1,12}$")  # behind the noun of the figure before
_OTHER = re.compile(r"其中|比|较|上年|去年|同期|预算|计划|目标|任务|应|需|每|均|含|扣除|减|加上|完成率|累计|历年|结转|结余|收入|增[加长收]|[上下]升|率|合计|共计|总|共|已|未|实际|完成|到位|下达|拨付|剩|其余|余下|编制")
_ALL = re.compile(r"[,，](?:全[年县市区镇校院省]|本年|年度)?[^,，;；。:：、\d()]{0,8}?(?:总[额数量]|相加|加总|总(?:投资|支出|收入|面积|人数|金额|门诊量|工作量|里程|产量|费用))(?:为|达|共)?$|[,，]全年(?:累计|共)?[^,，;；。:：、\d()比较]{0,8}$")
_ALL_WORD = re.compile("总[额数量]|相加|加总")
_IN_ALL = re.compile(r"(?:共|总|合计|现有|实有|累计)[^,，;；。]{0,8}$")
_SUMMED = re.compile(r"^[,，](?:总[^,，;；。:：\d]{1,6}|(?:全年|累计|合计|共计|共)[^,，;；。:：\d]{0,6})$")
_MIXED = re.compile("[比较超]|目标|计划|预算|任务|平均")
_QUARTERS = re.compile("[一二三四]季度|[上下]半年")


def barely_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every such row; it fails where its names leave nothing out, or where one slip that is no accident explains it."""
    known = {figure for one in judged if one.kind in (ClaimKind.SUM, ClaimKind.PARTS, ClaimKind.BALANCE, ClaimKind.CHANGE, ClaimKind.UNIT) for figure in one.figures}
    at = 0
    while at < len(said) - 2:
        row = _row(said, at)
        if len(row) > 2 and not any(one.mention in known for one in row):
            yield from _opening(said, at, row) or _closing(said, at, row)
        elif len(row) == 1 and said[at].serial == 0:
            yield from _apportioned(said, at, known)
        at += max(1, len(row) - 1)


def _row(said: Sequence[Said], at: int) -> list[Said]:
    """The figures from here on that are amounts of one measure, each right behind the other with a name of its own."""
    first = said[at]
    row = [first]
    if not first.amount or first.mention.loose or first.mention.kind not in (Kind.MONEY, Kind.COUNT):
        return row
    for one in said[at + 1 : at + 2 + MOST]:
        lead = one.lead.removeprefix(row[-1].noun) if row[-1].noun else one.lead
        if not one.amount or one.mention.loose or not alike(one, first) or one.mention.depth != first.mention.depth or one.marker or one.price or _PART.match(lead if lead[:1] in ",，、;；和与及" else one.lead) is None:
            break
        row.append(one)
    return row


def _apportioned(said: Sequence[Said], at: int, known: set[Mention]) -> Iterator[Claim]:
    """`分别为3.2万平方米、4.6万平方米和2.8万平方米,累计拆迁10.6万平方米`: a bare list and its total right behind."""
    end = at + 1
    while end < len(said) and said[end].serial == end - at:
        end += 1
    parts = said[at:end]
    if len(parts) < 3 or end == len(said) or "分别" not in parts[0].lead or parts[0].mention.kind not in (Kind.MONEY, Kind.COUNT):
        return
    total = said[end]
    row = [*parts, total]
    if not total.amount or any(not alike(one, total) or one.mention.loose or one.mention in known or one.mention.depth or one.price for one in row) or _MIXED.search(total.lead):
        return
    if _SUMMED.match(total.lead.removeprefix(parts[-1].noun) if parts[-1].noun else total.lead) is not None and not goes_on(said, end):
        yield from _judged(total, parts, True, False)


def _name(one: Said) -> str:
    return re.split("[,，、;；:：和与及]", one.lead)[-1]


def _opening(said: Sequence[Said], at: int, row: list[Said]) -> list[Claim]:
    """The first of a row as the total of the others."""
    total, parts = row[0], row[1:]
    if any(_OTHER.search(_name(part)) for part in parts) or len({_name(part) for part in parts}) < len(parts) or goes_on(said, at + len(row) - 1):
        return []
    if _MIXED.search(_name(total)) or is_grade(_name(total)) or re.match("[,，、]", total.lead) and at and alike(said[at - 1], total) or len(parts) < 3 and not closed(parts, total, True) and not all(_name(part) in total.lead for part in parts):
        return []
    told = all(_name(part) in total.lead for part in parts)  # 新建改建公路86公里,新建32公里,改建54公里
    return _judged(total, parts, told or _IN_ALL.search(total.lead) is not None and closed(parts, total, True), told)


def _closing(said: Sequence[Said], at: int, row: list[Said]) -> list[Claim]:
    """The last of a row, or of its first figures, as the total of those before it."""
    end = next((i for i in range(2, len(row)) if _ALL.search(row[i].lead)), 0)
    total, parts = row[end], row[:end]
    if not end or any(_OTHER.search(_name(part)) for part in parts[1:]) or any(part.marker for part in parts) or _MIXED.search(total.lead) or goes_on(said, at + end):
        return []
    if at and alike(said[at - 1], total) and re.match("[,，、和与及]", parts[0].lead):
        return []
    if "全年" in total.lead and not all(_QUARTERS.search(part.lead) for part in parts) and not _ALL_WORD.search(total.lead):
        return []
    whole = all(_QUARTERS.search(part.lead) for part in parts) and len(parts) in (2, 4)
    return _judged(total, parts, whole or closed(parts, total, True), whole)


def _in_one_breath(parts: Sequence[Said]) -> bool:
    """Whether three parts at least are joined by 、 alone."""
    return len(parts) > 2 and all("、" in part.lead for part in parts[1:])


def _judged(total: Said, parts: Sequence[Said], complete: bool, few: bool) -> list[Claim]:
    """complete: the names leave nothing out; few: two parts and a short total tell enough."""
    mentions = [part.mention for part in parts]
    footing = foots(total.mention.figure, [mention.figure for mention in mentions])
    if footing is None or footing.holds and significant(total.mention.figure) < DIGITS and len(parts) < 3 and not few:
        return []
    slip = significant(total.mention.figure) >= DIGITS and (exchanged(mentions, total.mention) or misprint(parts, total.mention, ODDS if _in_one_breath(parts) else LONG_ODDS))
    slip = slip and (_in_one_breath(parts) or abs(footing.difference) * FAR <= abs(footing.actual))
    if not footing.holds and not slip and not (complete and not worlds_apart(footing.expected, footing.actual, mentions)):
        return []
    worked = in_unit(footing.expected, total.mention)
    sum_ = "+".join(shown(one) for one in mentions) + f"={worked}"
    return [recomputed(ClaimKind.SUM, [*mentions, total.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)]
