"""Amounts with their running total: 一季度支出12万元,累计12万元;二季度支出15万元,累计27万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Footing, foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["running_claims"]

_SO_FAR = re.compile(r"^[,，(、]?(?:累计)[^,，;；。]{0,8}$")
Step = tuple[list[Said], Said, Footing]


def running_claims(said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for every running total behind the first, where most of them are what the one before and the amount beside them give."""
    pairs = [(one, total) for one, total in zip(said, said[1:], strict=False) if _pair(one, total)]
    steps: list[Step] = []
    for (_, last), (one, total) in zip(pairs, pairs[1:], strict=False):
        footing = foots(total.mention.figure, [last.mention.figure, one.mention.figure])
        if footing is None or one.mention.figure.unit.base != last.mention.figure.unit.base:
            return
        steps.append(([last, one], total, footing))
    holding = sum(footing.holds for *_, footing in steps)
    if len(steps) < 2 or holding < len(steps) / 3 or not holding:
        return
    for parts, total, footing in steps:
        worked = in_unit(footing.expected, total.mention)
        verdict = Verdict.HOLDS if footing.holds else Verdict.FAILS
        yield recomputed(ClaimKind.SUM, [*(one.mention for one in parts), total.mention], verdict, worked, f"{shown(parts[0].mention)}+{shown(parts[1].mention)}={worked}")


def _pair(one: Said, total: Said) -> bool:
    """Whether these are an amount and what it runs up to."""
    alike = one.amount and total.amount and one.mention.kind is total.mention.kind is Kind.MONEY and one.mention.figure.unit == total.mention.figure.unit
    plain = not one.mention.loose and not total.mention.loose and one.mention.depth == total.mention.depth
    return alike and plain and bool(_SO_FAR.match(total.lead)) and "累计" not in one.lead
