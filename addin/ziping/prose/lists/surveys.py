"""Questionnaires given out and returned: 发放甲1200份、乙600份,共1800份,收回1752份,其中…,回收率97.33%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["survey_claims"]

_RATE = re.compile(r"(?:回收|收回)率(?:为|达|达到|:)?$")
_OUT = re.compile(r"发放|发出|下发")
_IN_ALL = re.compile(r"^[,，、]?(?:合计|共计|总计|共)")
_BACK = re.compile(r"(?:收回|回收)(?:了)?(?:有效)?(?:问卷)?$|有效问卷$")


def survey_claims(said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for a rate of return with parts between it and its numbers; the one total of what was given out, else the one number."""
    for at, rate in enumerate(said):
        if rate.mention.kind is not Kind.RATE or rate.mention.loose or not _RATE.search(rate.lead):
            continue
        counts = [one for one in said[:at] if one.mention.kind is Kind.COUNT and one.mention.figure.unit.base == "份"]
        back = [one for one in counts if _BACK.search(one.lead)]
        if len(back) != 1 or any(one.mention.loose for one in counts):
            continue
        out = counts[: counts.index(back[0])]
        whole = [one for one in out if _IN_ALL.search(one.lead)] or (out if len(out) == 1 and _OUT.search(out[0].lead) else [])
        quotient = ratio(back[0].mention.figure, whole[0].mention.figure) if len(whole) == 1 else None
        footing = foots(rate.mention.figure, [quotient]) if quotient else None
        if quotient is not None and footing is not None:
            worked = in_unit(quotient.value, rate.mention)
            sum_ = f"{shown(back[0].mention)}÷{shown(whole[0].mention)}={worked}"
            yield last_digit(recomputed(ClaimKind.RATE, [back[0].mention, whole[0].mention, rate.mention], verdict_of(footing.holds), worked, sum_), quotient)
