"""Shares told one a paragraph: (一)甲290万元,占总数的4.0%; (二)乙6523万元,占总数的90.5%; (三)丙394万元,占总数的5.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import Quantity, foots
from ziping.prose.below import Spoken, items_below
from ziping.prose.claims import Claim, Verdict
from ziping.prose.reading import Role, Said
from ziping.prose.sentences import Text
from ziping.prose.shares import shares_of_their_sum

__all__ = ["sibling_claims"]

_ALL = re.compile(r"占(?:支出|资金|使用|本级)?总(?:数|额|量|支出)的?(?:比例|比重)?(?:为)?$")


def sibling_claims(text: Text, at: int, spoken: Sequence[Spoken], made: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every share of the paragraphs below that nothing else was said of, where the shares give 100% and all but one are those of the paragraphs' sum.

    made: the claims of the text so far.
    """
    if at and _pair(spoken[at][1]) is not None or at + 1 >= len(spoken) or _pair(spoken[at + 1][1]) is None:
        return  # they begin right below
    pairs = [pair for item in items_below(text, at, spoken) if (pair := _pair(item.said)) is not None]
    together = foots(Quantity(Decimal(1)), [share.mention.figure for _, share in pairs]) if len(pairs) > 1 else None
    if together is None or not together.holds:
        return
    judged = list(shares_of_their_sum([one for pair in pairs for one in pair], []))
    if sum(one.verdict is not Verdict.FAILS for one in judged) >= max(2, len(judged) - 1):
        settled = {claim.figures[-1] for claim in made if claim.verdict is not Verdict.UNSURE}
        parts = {share.mention: part.mention for part, share in pairs}
        for one in judged:
            if one.figures[-1] not in settled:
                own = (parts[one.figures[-1]], one.figures[-1])
                yield replace(one, figures=own, start=own[0].start, end=own[1].end)


def _pair(said: Sequence[Said]) -> tuple[Said, Said] | None:
    """The amount that a paragraph begins with and its share of all."""
    if len(said) < 2 or not said[0].amount or said[1].role is not Role.SHARE or said[0].mention.loose or said[1].mention.loose:
        return None
    return (said[0], said[1]) if _ALL.search(said[1].lead) else None
