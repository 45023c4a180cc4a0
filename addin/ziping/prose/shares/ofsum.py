"""Shares of all that a row of amounts comes to, which goes untold: 甲186.42万元,乙31.75万元,丙24.18万元,分别占76.9%、13.1%、10.0%.

That it is their sum is borne out by the others of the row: all fit it but one, and what this one ought to be makes them a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, settled, shown, verdict_of
from ziping.prose.judging.slips import mistyped
from ziping.prose.shares.together import all_told
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike

__all__ = ["ofsum_claims"]

LEAST = 3  # shares
_EACH = re.compile(r"[^,，;；。:：\d]{0,4}[,，(]?(?:占比|占|比例|比重|所占比例|占总额|占总数|占合计|占全部)?(?:分别|各|依次)(?:占比?|占总额的?|占合计的?|占总数的?|为|是)+")


def ofsum_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every share of a row that as many amounts stand right before, or for that of the one amount which a slip keeps all of them from fitting."""
    known = settled(judged)
    for start, share in enumerate(said):
        stop = start + 1
        while stop < len(said) and said[stop].mention.kind is Kind.RATE and said[stop].lead in ("、", "和", ",", "，", "及"):
            stop += 1
        many = stop - start
        amounts, shares = said[max(0, start - many) : start], said[start:stop]
        if share.mention.kind is not Kind.RATE or many < LEAST or len(amounts) != many or not _EACH.fullmatch(share.lead) or "占" not in share.lead and "比" not in share.lead:
            continue
        if any(not one.amount or one.mention.loose or not alike(one, amounts[0]) for one in amounts) or any(one.mention.loose for one in shares):
            continue
        quantities = [one.mention.figure.quantity for one in amounts]
        whole = Quantity(sum((one.value for one in quantities), Decimal(0)), sum((one.slack for one in quantities), Decimal(0)))
        rates = [(part, one, rate, footing) for part, one in zip(amounts, shares, strict=True) if (rate := ratio(part.mention.figure, whole)) is not None and (footing := foots(one.mention.figure, [rate])) is not None]
        if len(rates) < many:
            continue
        odd = [place for place, (*_, footing) in enumerate(rates) if not footing.holds]
        if len(odd) > 1:
            odd = [place for place in range(many) if _mistyped(amounts, shares, place)] if all_told(shares) else []
            rates = [rates[place] for place in odd if not rates[place][3].holds][:1]
        total = in_unit(whole.value, amounts[0].mention)
        for part, one, rate, footing in [row for row in rates if row[1].mention not in known]:
            worked = in_unit(rate.value, one.mention)
            figures = [*(each.mention for each in amounts), one.mention]
            yield last_digit(recomputed(ClaimKind.SHARE, figures, verdict_of(footing.holds), worked, f"{shown(part.mention)}÷各项合计{total}={worked}"), rate, hundred=True)


def _mistyped(amounts: Sequence[Said], shares: Sequence[Said], place: int) -> bool:
    """Whether one slip in this amount is all that keeps the shares from being those of the sum."""
    others = sum((one.mention.figure.quantity.value for at, one in enumerate(amounts) if at != place), Decimal(0))
    for meant in mistyped(amounts[place].mention.figure):
        whole = others + meant.quantity.value
        values = [meant.quantity.value if at == place else one.mention.figure.quantity.value for at, one in enumerate(amounts)]
        if whole and all(abs(value / whole - share.mention.figure.quantity.value) <= share.mention.figure.quantity.slack for value, share in zip(values, shares, strict=True)):
            return True
    return False
