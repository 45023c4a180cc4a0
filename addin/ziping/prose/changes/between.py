"""What lies between two amounts: the higher one less the lower one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import one_slip_off, printed
from ziping.prose.text.said import Said, alike

__all__ = ["Gap", "between", "firm"]


@dataclass(frozen=True, slots=True)
class Gap:
    """What may lie between two amounts, where it stands: said[at], of a sentence behind these paragraphs. near: the amounts of its measure before it."""

    said: Sequence[Said]
    at: int
    near: Sequence[Said]
    before: Before

    @property
    def own(self) -> Said:
        return self.said[self.at]

    @property
    def beside(self) -> Said | None:
        """The amount of its measure right before it."""
        return self.near[-1] if self.near and self.near[-1] is self.said[self.at - 1] else None


def firm(one: Said, other: Said) -> bool:
    """Whether an amount is told for certain, and of the measure of another."""
    return not one.mention.loose and alike(one, other)


def between(high: Said, low: Said, gap: Said, slip: bool = False, sure: bool = True) -> Iterator[Claim]:
    """slip: it fails only where one wrong digit explains it; not `sure`: it does not fail."""
    footing = foots(gap.mention.figure, [high.mention.figure, -low.mention.figure])
    if footing is None:
        return
    holds = footing.holds or printed(gap.mention.figure, footing.expected).value == gap.mention.figure.value  # 66.48公里 of 60公里: 6公里 more
    if not holds and not sure:
        return
    likely = one_slip_off(gap.mention.figure, ((1, high.mention.figure), (-1, low.mention.figure)), footing.difference)
    if not holds and not likely and (slip or footing.expected <= 0):
        return
    worked = in_unit(footing.expected, gap.mention)
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    sum_ = f"{shown(high.mention)}-{shown(low.mention)}={worked}"
    yield recomputed(ClaimKind.BALANCE, [high.mention, low.mention, gap.mention], verdict, worked, sum_)
