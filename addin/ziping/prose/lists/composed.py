"""A total that its parts, named behind 由, make up: 全年支出34.40万元,由运行维护费28.64万元和接待费5.76万元两项构成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, recomputed, settled, shown, verdict_of
from ziping.prose.judging.slips import worlds_apart
from ziping.prose.text.figures import whole_number
from ziping.prose.text.said import Said, alike

__all__ = ["composed_claims"]

MOST = 12  # parts
_OF = re.compile(r"^[,，(]?(?:主要)?(?P<chief>主要)?由(?P<name>[^,，;；。:：、\d]{1,24})$")
_NEXT = re.compile(r"^[、和与及,，]{1,2}(?:以及)?[^,，;；。:：、\d]{1,24}$")
_MADE_UP = re.compile(r"^(?:(?:这|共)?(?P<many>[两二三四五六七八九十]|\d{1,2})(?:个|大)?(?:项|部分|块|类|者|方面|部份))?(?:资金|经费|支出|收入|费用|内容)?(?:共同)?(?:构成|组成)(?![部要])")
_SOME = re.compile("主要|等|其中")


def composed_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every amount right behind which 由 names parts up to 构成: they are all of it, unless they are the chief ones."""
    known = settled(judged)
    for at, total in enumerate(said[:-2]):
        first = said[at + 1]
        opened = _OF.match(first.lead)
        if opened is None or not total.amount or total.mention.loose or total.mention in known or total.mention.depth != first.mention.depth:
            continue
        parts = [first]
        for one in said[at + 2 : at + 1 + MOST]:
            if _MADE_UP.match(parts[-1].behind) or not _NEXT.match(one.lead):
                break
            parts.append(one)
        made_up = _MADE_UP.match(parts[-1].behind)
        if made_up is None or len(parts) < 2 or any(not one.amount or one.mention.loose or not alike(one, total) or _SOME.search(one.lead) for one in parts):
            continue
        if made_up["many"] and whole_number(made_up["many"]) != len(parts):
            continue
        footing = foots(total.mention.figure, [one.mention.figure for one in parts])
        mentions = [one.mention for one in parts]
        if footing is not None and not (not footing.holds and worlds_apart(footing.expected, footing.actual, mentions)):
            worked = in_unit(footing.expected, total.mention)
            sum_ = "+".join(shown(one) for one in mentions) + f"={worked}"
            yield recomputed(ClaimKind.SUM, [*mentions, total.mention], verdict_of(footing.holds), worked, sum_)
