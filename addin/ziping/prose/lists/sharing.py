"""Whose shares stand behind the parts of a list: of the total told before, of another whole, of what the parts come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ziping.amounts import Quantity, foots
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.quotients import quotient_is
from ziping.prose.text.naming import names_agree
from ziping.prose.text.said import Said

__all__ = ["exactly_of_their_sum", "of_another", "of_their_sum"]

_GENERAL = re.compile("总|合计|比重|预算|支出|全")


def of_their_sum(group: Group, said: Sequence[Said]) -> bool:
    """Whether every part is followed by a share, and the shares are those of the sum of all parts: one of them fits it, or they give 100%."""
    shares = group.shares(said)
    if len(shares) < max(2, len(group.taken)) or len(shares) != len(group.parts) or not _sum(group):
        return False
    footing = foots(Quantity(Decimal(1)), [share.mention.figure for share in shares])
    return footing is not None and footing.holds or any(_fitting(group, shares))


def exactly_of_their_sum(group: Group, said: Sequence[Said]) -> bool:
    """Whether the shares of all parts are those of their own sum, each of them: then the total told before is none of theirs."""
    shares = group.shares(said)
    return len(shares) == len(group.taken) == len(group.parts) > 1 and bool(_sum(group)) and all(_fitting(group, shares))


def _sum(group: Group) -> Decimal:
    return sum((part.mention.figure.quantity.value for part in group.parts), Decimal(0))


def _fitting(group: Group, shares: Sequence[Said]) -> list[bool]:
    """Which of the shares are those of the sum of all parts."""
    whole = Quantity(_sum(group))
    return [quotient_is(share.mention.figure, part.mention.figure, whole) for share, part in zip(shares, group.parts, strict=True)]


def of_another(group: Group, said: Sequence[Said]) -> bool:
    """Whether the shares of the parts name a whole that is not this total: 按性质分,药品40万元,占事业收入的54%."""
    shares = group.shares(said)
    return group.total not in said and any(share.of and group.total.name and not names_agree(share.of, group.total.name) and not _GENERAL.search(share.of) for share in shares)

