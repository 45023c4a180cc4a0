"""Shares told one a paragraph: (一)甲290万元,占总数的4.0%; (二)乙6523万元,占总数的90.5%; (三)丙394万元,占总数的5.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.judging.claims import Claim, Verdict, settled
from ziping.prose.judging.quotients import quotient_is
from ziping.prose.judging.slips import slip_of
from ziping.prose.shares.together import shares_of_their_sum
from ziping.prose.text.below import Spoken, items_below
from ziping.prose.text.said import Role, Said
from ziping.prose.text.sentences import Text

__all__ = ["sibling_claims"]

Pair = tuple[Said, Said]
_OF_THE_TOTAL = re.compile(r"占(?:支出|资金|使用|本级)?总(?:数|额|量|支出)的?(?:比例|比重)?(?:为)?$")


def sibling_claims(text: Text, at: int, spoken: Sequence[Spoken], made: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every share of the paragraphs below that nothing else was said of, where all but one of them are of the paragraphs' sum.

    The one that is not must be a slip where the shares do not give 100%. Where they do, and all but one are of some other whole, the amount of
    that one is wrong. made: the claims of the text so far.
    """
    if at and _pair(spoken[at][1]) is not None or at + 1 >= len(spoken) or _pair(spoken[at + 1][1]) is None:
        return  # they begin right below
    pairs = {pair[1].mention: pair for item in items_below(text, at, spoken) if (pair := _pair(item.said)) is not None}
    judged = list(shares_of_their_sum([one for pair in pairs.values() for one in pair], []))
    if len(judged) < max(2, len(pairs)):
        return
    known = settled(made)
    for one in _certain(judged, list(pairs.values())):
        if one.figures[-1] not in known:
            part, share = pairs[one.figures[-1]]
            yield replace(one, figures=(part.mention, share.mention), start=part.mention.start, end=share.mention.end)


def _certain(judged: Sequence[Claim], pairs: Sequence[Pair]) -> Sequence[Claim]:
    """Those of the shares that can be held against the sum of all amounts."""
    missed = [one for one in judged if one.verdict is Verdict.FAILS]
    together = foots(Quantity(Decimal(1)), [share.mention.figure for _, share in pairs])
    hundred = together is not None and together.holds
    if len(judged) - len(missed) >= max(2, len(judged) - 1):
        whole = sum(part.mention.figure.quantity.value for part, _ in pairs)
        slips = [slip_of(share.mention.figure, part.mention.figure.quantity.value / whole) for part, share in pairs if missed and share.mention is missed[0].figures[-1]]
        return judged if hundred or all(slips) else []
    odd = [pair for pair in pairs if _one_whole([other for other in pairs if other is not pair])] if hundred and len(pairs) > 2 else []
    return [one for one in missed if one.figures[-1] is odd[0][1].mention] if len(odd) == 1 else []


def _one_whole(pairs: Sequence[Pair]) -> bool:
    """Whether the amounts are to each other as their shares are."""
    (first, share), *rest = [(part.mention.figure, share.mention.figure) for part, share in pairs]
    whole = ratio(first, share)
    return whole is not None and all(quotient_is(other, part, whole) for part, other in rest)


def _pair(said: Sequence[Said]) -> Pair | None:
    """The amount that a paragraph begins with and its share of all."""
    if len(said) < 2 or not said[0].amount or said[1].role is not Role.SHARE or said[0].mention.loose or said[1].mention.loose:
        return None
    return (said[0], said[1]) if _OF_THE_TOTAL.search(said[1].lead) else None
