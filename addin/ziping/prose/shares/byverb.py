"""Rates whose word names what was done, right behind all there was and how much of it: 应检246家,实检241家,检查覆盖率97.97%; 可供分配1842套,已分配1786套,分配率96.96%; shares of a whole that stands behind: 占职工总数的71.07%(职工总数121人)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import ratio
from ziping.prose.judging.claims import Claim, settled, verdict_of
from ziping.prose.judging.quotients import fits, rate_claim
from ziping.prose.text.ending import based_otherwise
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import names_agree
from ziping.prose.text.said import Role, Said, alike

__all__ = ["byverb_claims"]

_RATE = re.compile(r"^[^,，;；。\d]{0,6}[,，、](?P<what>[^,，;；。:：\d()]{1,10})率(?:为|达到|达|仅为|仅|约为)?$")
_OTHER = re.compile(r"增|减|节约|变动|同比|不|未|税|利[率润]|控制|负债|误差|差错|事故|投诉|贡献|中[标签]|杠杆|折|贴|费用|回报|周转|次均|预算执行|及时|准确|合格|达标|满意")
VERB = 2  # characters of what was done, right before 率
_OF_ALL = re.compile("覆盖|完成|到位")
_DUE = re.compile(r"应[^,，;；。\d]{1,8}$|可供[^,，;；。\d]{1,8}$|需[^,，;；。\d]{1,6}$")
_DONE = re.compile(r"^[^,，;；。\d]{0,6}[,，、](?:年度|全年|其中|目前|现|累计)*(?:已|实)(?P<what>[^,，;；。\d]{1,6})$")
_OTHERWISE = re.compile("上年|去年|同期|比|较|年初|上半年|季度|新增|累计")
_WHOLE = re.compile(r"^[^,，;；。\d]{0,2}[,，(](?P<name>[^,，;；。:：()\d]{2,12}?)(?:共|为|共计|总计|合计)*$")


def byverb_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every such rate of two figures right before it, and every share whose whole is told right behind it."""
    known = settled(judged)
    for at, (a, b, c) in enumerate(zip(said, said[1:], said[2:], strict=False)):
        if any(one.mention.loose for one in (a, b, c)):
            continue
        if alike(a, b) and _counts(a, b) and c.mention.kind is Kind.RATE and c.mention not in known and c.role is not Role.CHANGE:
            yield from _of_two(said, at)
        elif b.role is Role.SHARE and b.mention.kind is Kind.RATE and b.mention not in known and alike(a, c) and _counts(a, c) and not a.serial:
            yield from _of_next(a, b, c)


def _counts(*row: Said) -> bool:
    return all(one.amount and one.mention.kind in (Kind.MONEY, Kind.COUNT) and one.mention.figure.value > 0 and not one.price for one in row)


def _of_two(said: Sequence[Said], at: int) -> Iterator[Claim]:
    """`应收92.80万元,实收86.42万元,收缴率93.13%`, the two in either order."""
    a, b, rate = said[at : at + 3]
    word = _RATE.match(rate.lead)
    if word is None or _OTHER.search(word["what"]) or rate.mention.depth or a.mention.depth or b.mention.depth or _OTHERWISE.search(b.lead + rate.lead) or a.serial or b.serial:
        return
    due, done = (a, b) if _DUE.search(a.lead) else (b, a) if _DUE.search(b.lead) else (None, None)
    if due is None or done is None or _DUE.search(done.lead) or based_otherwise(said, at + 2) or at and alike(said[at - 1], a) and re.match("[,，、]", a.lead):
        return
    if due is a and _DONE.match(b.lead.removeprefix(a.noun) if b.lead.removeprefix(a.noun)[:1] in ",，、" else b.lead) is None:
        return
    verb = word["what"][-VERB:]  # 检查合格率 is none of 应检 and 实检
    if not (_OF_ALL.search(verb) or set(verb) & set(due.lead[-8:])) or not set(word["what"]) & set(due.lead[-8:]) or due is b and not set(word["what"]) & set(done.lead[-8:]):
        return
    quotient = ratio(done.mention.figure, due.mention.figure)
    if quotient is not None and quotient.value <= 1:
        made = rate_claim(rate, done, due, verdict_of(fits(rate, done, due)))
        yield from [made] if made is not None else []


def _of_next(part: Said, share: Said, whole: Said) -> Iterator[Claim]:
    """`占总支出的56.32%,总支出2213.80万元`."""
    named = _WHOLE.match(whole.lead)
    if named is None or len(share.of) < 2 or not names_agree(share.of.removesuffix("的"), named["name"]) or whole.mention.figure.quantity.value < part.mention.figure.quantity.value:
        return
    made = rate_claim(share, part, whole, verdict_of(fits(share, part, whole)))
    yield from [made] if made is not None else []
