"""A rate or a share as the quotient of two amounts: whether it fits them, the claim that says so, and by which quotient a claim may have been recomputed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ziping.amounts import Figure, Quantity, foots, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, last_digit, recomputed, shown
from ziping.prose.text.said import Said

__all__ = ["comparable", "fits", "growth", "of_both", "quotient_is", "rate_claim", "size", "ways"]

Way = Callable[[Decimal, Decimal], Decimal]


def comparable(done: Said, plan: Said) -> bool:
    """Whether one of two amounts may be a part of the other: of one kind and measure."""
    return done is not plan and done.mention.figure.unit.base == plan.mention.figure.unit.base and done.mention.kind is plan.mention.kind


def fits(rate: Said, done: Said, plan: Said) -> bool:
    """Whether the rate is what was done of the plan."""
    return quotient_is(rate.mention.figure, done.mention.figure, plan.mention.figure)


def quotient_is(rate: Figure, part: Figure | Quantity, whole: Figure | Quantity, sharp: int = 0) -> bool:
    """Whether part ÷ whole gives the rate; sharp: and rounding leaves at most one in so many of it open."""
    quotient = ratio(part, whole)
    if quotient is None or quotient.slack * sharp > abs(quotient.value):
        return False
    footing = foots(rate, [quotient])
    return footing is not None and footing.holds


def rate_claim(rate: Said, done: Said, plan: Said, verdict: Verdict) -> Claim | None:
    """The rate against the quotient of what was done and the plan; 100% is told of more than the plan too, and is then nobody's error for certain."""
    quotient = ratio(done.mention.figure, plan.mention.figure)
    if quotient is None:
        return None
    if verdict is Verdict.FAILS and rate.mention.figure.quantity.value == 1 < quotient.value:
        verdict = Verdict.UNSURE
    worked = in_unit(quotient.value, rate.mention)
    sum_ = f"{shown(done.mention)}÷{shown(plan.mention)}={worked}"
    return last_digit(recomputed(ClaimKind.RATE, [done.mention, plan.mention, rate.mention], verdict, worked, sum_), quotient)


def _of(a: Decimal, b: Decimal) -> Decimal:
    """A rate, or a share."""
    return a / b


def growth(a: Decimal, b: Decimal) -> Decimal:
    """From the second to the first."""
    return (a - b) / b


def _of_the_rest(a: Decimal, b: Decimal) -> Decimal:
    """A growth by the first to the second, over what that came from."""
    return a / (b - a)


def of_both(a: Decimal, b: Decimal) -> Decimal:
    """A share of the first in both together."""
    return a / (a + b)


def _exchanged(way: Way) -> Way:
    return lambda a, b: way(b, a)


_WAYS = tuple(turned for way in (_of, growth, _of_the_rest, of_both) for turned in (way, _exchanged(way)))


def size(way: Way, a: Decimal, b: Decimal) -> Decimal:
    """What two amounts give this way, without its sign; nothing where it cannot be worked out."""
    try:
        return abs(way(a, b))
    except ArithmeticError:
        return Decimal(0)


def ways(a: Decimal, b: Decimal, value: Decimal, slack: Decimal) -> list[Way]:
    """The ways in which two amounts give the value: a claim does not tell by which of them it was recomputed."""
    return [way for way in _WAYS if abs(size(way, a, b) - value) <= slack]
