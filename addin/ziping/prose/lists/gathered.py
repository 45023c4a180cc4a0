"""As many amounts as the sentence after them says, added up there: 发放甲40万元,惠及90人;发放乙25万元,惠及12人;发放丙9万元。三项资金合计74万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import one_wrong
from ziping.prose.lists.totals import worlds_apart
from ziping.prose.text.divided import other_stage
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.said import Said, alike

__all__ = ["gathered_claims"]

FEW = 2  # amounts that may be of one thing: they fail only where one slip explains it
_TOGETHER = re.compile(r"^[。\s]*(?:以上|上述|前述|这)?(?P<many>\d{1,2}|[两二三四五六七八九十])(?:大)?(?:项|类|笔|者|块|种|方面|部分)[^,，;；。:：\d]{0,14}(?:合计|共计|总计)[^,，;；。:：\d]{0,8}$")
_ONCE_EACH = re.compile(r"去重|剔除|重复|扣除|不含")  # people of several kinds are counted once
_IN, _OUT = re.compile(r"取得|收回|收到|收入|征收"), re.compile(r"缴|支付|投入|支出|发放|拨付")
_OF_ANOTHER = re.compile(r"比|较|上年|去年|同期|预算|计划|目标|应|节约|结余|结转|合计|共计|总计|增加|减少")


def gathered_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for a sentence that begins with the total of so many amounts, where the sentence before, or the paragraph, tells just so many."""
    total = said[0] if said else None
    match = _TOGETHER.search(total.lead) if total is not None and total.amount and not total.mention.loose and total.mention.kind in (Kind.MONEY, Kind.COUNT) else None
    if total is None or match is None or any(total.mention is claim.figures[-1] for claim in judged):
        return
    if _ONCE_EACH.search(total.lead + total.noun):
        return
    many = whole_number(match["many"])
    for row in (before.beside, before.told):
        parts = [one for one in row if one not in said and one.amount and alike(one, total) and not one.price and not one.marker]
        if len(parts) == many and not any(one.mention.loose or one.mention.depth or _OF_ANOTHER.search(one.lead) or other_stage(one, parts[0]) for one in parts) and not _both_ways(parts):
            yield from _judged(parts, total)
            return


def _both_ways(parts: Sequence[Said]) -> bool:
    """Whether some came in and others went out: 取得租金40万元,缴纳税款9万元."""
    return any(_IN.search(part.lead) for part in parts) and any(_OUT.search(part.lead) for part in parts)


def _judged(parts: Sequence[Said], total: Said) -> Iterator[Claim]:
    mentions = [part.mention for part in parts]
    footing = foots(total.mention.figure, [mention.figure for mention in mentions])
    if footing is None:
        return
    slip = one_wrong(mentions, total.mention)
    if not footing.holds and not slip and (len(parts) <= FEW or worlds_apart(footing.expected, footing.actual, mentions)):
        return
    if not footing.holds and total.mention.figure.unit.base == "人" and footing.actual < footing.expected:
        return  # one and the same may be of two kinds
    worked = in_unit(footing.expected, total.mention)
    sum_ = "+".join(shown(mention) for mention in mentions) + f"={worked}"
    yield recomputed(ClaimKind.SUM, [*mentions, total.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)
