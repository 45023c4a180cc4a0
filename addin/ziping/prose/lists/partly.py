"""Lists that are not meant to be all of their total: told with their shares of it, marks that the same things bear, goals that overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ziping.amounts import foots, ratio
from ziping.prose.judging.grouping import Group
from ziping.prose.text.divided import head_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["aimed", "leaves_one_out", "marks", "shared_in_part", "told_in_part"]

ENOUGH = Decimal("0.95")  # shares that add up to more may be meant to be all
_OWN_RATE = re.compile(r"[^占]率(?:为|达|达到|是)?$")
_ALL_LISTED = re.compile(r"[,，;；](?:以上|上述)?(?:[两二三四五六七八九]项|合计|共计|共)[^,，;；。]{0,6}占")


def told_in_part(group: Group, said: Sequence[Said]) -> bool:
    """Whether a share right behind the list says how much of the total all of it is: 其中办公费8万元、差旅费3万元,两项占公用经费的22%."""
    share = said[group.taken[-1] + 1] if group.taken and group.taken[-1] + 1 < len(said) else None
    return share is not None and share.role is Role.SHARE and bool(_ALL_LISTED.match(share.lead)) and share.mention.figure.quantity.value < 1


def shared_in_part(group: Group, said: Sequence[Said]) -> bool:
    """Whether every part is told with its right share of the total, and the shares leave a good deal of it: 其中甲90万元,占45%,乙60万元,占30%."""
    shares = group.shares(said)
    if not len(shares) == len(group.taken) == len(group.parts) > 1 or sum(share.mention.figure.quantity.value for share in shares) > ENOUGH:
        return False
    quotients = [ratio(part.mention.figure, group.total.mention.figure) for part in group.parts]
    footings = [foots(share.mention.figure, [quotient]) for share, quotient in zip(shares, quotients, strict=True) if quotient is not None]
    return all(footing is not None and footing.holds for footing in footings)


def leaves_one_out(group: Group, gap: Decimal) -> bool:
    """Whether what an open list of whole amounts falls short by may be one more of them: 其中:甲500万元,乙14万元,丙6万元 of 530万元."""
    figures = [part.mention.figure for part in group.parts]
    whole = len(figures) > 2 and group.total.mention.kind is Kind.MONEY and not any(figure.decimals for figure in figures)
    parts = [figure.quantity.value for figure in figures]
    return whole and head_of(group.parts[0]).startswith("其中") and abs(gap) >= min(parts) and abs(gap) not in [9 * part for part in parts]


def marks(group: Group, said: Sequence[Said]) -> bool:
    """Whether the parts are marks that the same things bear: 抽查286盏,亮灯281盏,亮灯率98%;完好279盏,完好率98%."""
    if group.total.mention.kind is not Kind.COUNT:
        return False
    pairs = [(said[index], said[index + 1]) for index in group.taken if index + 1 < len(said) and said[index + 1].mention.kind is Kind.RATE]
    rates = [(rate, ratio(part.mention.figure, group.total.mention.figure)) for part, rate in pairs if _OWN_RATE.search(rate.lead)]
    footings = [foots(rate.mention.figure, [quotient]) for rate, quotient in rates if quotient is not None]
    return any(footing is not None and footing.holds for footing in footings)


def aimed(group: Group, said: Sequence[Said]) -> bool:
    """Whether the parts are each told with an aim of their own: goals overlap, 省外资金 and 产业资金 of one total."""
    return sum(any(one.explicit for one in said[at + 1 : after]) for at, after in pairwise([*group.taken, len(said)])) > 1
