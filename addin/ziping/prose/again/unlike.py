"""Amounts side by side of which one has a unit that makes next to nothing of it: 收入24.18亿元、支出28.64万元; 中央168万元、省级96万元、县级152元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.judging.slips import significant
from ziping.prose.text.closed import by_levels
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["unlike_claims"]

TELLING = 3  # significant digits of an amount that is a misprint by its size
WAN = 4  # powers of ten between 元 and 万元, 万元 and 亿元
NEAR = Decimal(2)  # times the other number, of two amounts that go together
_PAIRS = (
    (re.compile(r"收入(?:总计|合计|总额|决算)?(?:为|共|达)?$"), re.compile(r"^[,，、](?:总|基金|全年|本年|当年)?支出(?:总计|合计|总额|决算)?(?:为|共|达)?$")),
    (re.compile(r"预算(?:数|安排|资金|总额)?(?:为)?$"), re.compile(r"^[,，、](?:实际|全年)?(?:支出|执行|决算)(?:数)?(?:为)?$")),
    (re.compile(r"到位(?:资金)?(?:为)?$"), re.compile(r"^[,，、](?:实际)?(?:支出|使用|支付)(?:资金)?(?:为)?$")),
    (re.compile(r"基本支出(?:决算|预算)?(?:为)?$"), re.compile(r"^[,，、和]项目支出(?:决算|预算)?(?:为)?$")),
)
_OTHERWISE = re.compile("每|均|单价|标准|仅|只有|约")


def unlike_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every amount whose number is near those beside it and whose unit is ten thousand times smaller."""
    known = {figure for one in judged if one.verdict is not Verdict.UNSURE for figure in one.figures}
    for at, (one, other) in enumerate(zip(said, said[1:], strict=False)):
        if not (_money(one) and _money(other)) or other.mention in known:
            continue
        if _smaller(one, other) and any(first.search(one.lead) and second.match(other.lead) for first, second in _PAIRS) and _alike(one, other):
            yield _claim(one, other)
        elif one.mention.figure.unit == other.mention.figure.unit:
            yield from _of_levels(said, at, known)


def _money(one: Said) -> bool:
    return one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose and not one.price and significant(one.mention.figure) >= TELLING - 1 and _OTHERWISE.search(one.lead) is None


def _smaller(one: Said, other: Said) -> bool:
    """Whether the unit of the other is the next smaller one."""
    return one.mention.figure.unit.shift - other.mention.figure.unit.shift == WAN and one.mention.figure.unit.base == other.mention.figure.unit.base and one.mention.depth == other.mention.depth


def _alike(one: Said, other: Said) -> bool:
    a, b = one.mention.figure, other.mention.figure
    return a.decimals == b.decimals and min(significant(a), significant(b)) >= TELLING and a.value / NEAR < b.value < a.value * NEAR


def _of_levels(said: Sequence[Said], at: int, known: set[Mention]) -> Iterator[Claim]:
    """Three amounts in a row, each named by its level of government, the last in 元."""
    row = said[at : at + 3]
    if len(row) < 3 or not all(_money(one) for one in row) or row[2].mention in known or not _smaller(row[1], row[2]):
        return
    names = [re.split("[,，、:：和]|其中", one.lead)[-1] for one in row]
    values = [one.mention.figure.value for one in row]
    if by_levels(names) and all(re.match("[、,，和]", one.lead) for one in row[1:]) and min(values[:2]) / NEAR <= values[2] <= max(values[:2]) * NEAR and not row[2].mention.figure.decimals:
        yield _claim(row[1], row[2])


def _claim(one: Said, odd: Said) -> Claim:
    meant = odd.mention.figure.but(unit=one.mention.figure.unit)
    words = f"“{shown(odd.mention)}”与并列的{shown(one.mention)}单位不同，数字相近；若为{meant}则相称，请核对单位。"
    return Claim(ClaimKind.UNIT, "", one.mention.start, odd.mention.end, (one.mention, odd.mention), shown(odd.mention), str(meant), Verdict.FAILS, words)
