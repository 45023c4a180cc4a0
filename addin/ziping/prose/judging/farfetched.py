"""A claim that fails by more than anybody errs: it was bound to the wrong figures, and nobody can be held to it.

People mistype a digit, exchange two, slip a point or a unit, write a fall for a rise, or reckon a little wrong. Where what is recomputed lies far from
what is stated and nothing of this in any one of the claim's figures leads from the one to the other, the sentence said something else. Not so where
it leaves no room for that: a rate right behind its two amounts, parts opened by 其中 in the sentence of their total.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ziping.amounts import PERCENT, Figure, read_figure
from ziping.prose.judging.claims import Claim, ClaimKind
from ziping.prose.judging.slips import FARTHER, mistyped, moved_by
from ziping.prose.text.figures import Mention

__all__ = ["farfetched"]

APART = Decimal("0.3")  # of the larger one: people reckon wrong by less
ABOVE = Decimal("2.5")  # times its total: what comes to more is none of it
POINTS = Decimal("0.1")  # a rate of change may be small and wrong by as much
NEAR, NEARER = Decimal("0.02"), Decimal("0.002")  # what rounding leaves of a slip: in a rate, and in what is added up
_RECKONED = (ClaimKind.SUM, ClaimKind.PARTS)
_RELATED = (ClaimKind.RATE, ClaimKind.CHANGE, ClaimKind.SHARE)
_IN_ONE_SENTENCE = re.compile(r"^[^。；;\n]*(?:其中|包括)[^。；;\n]*$")
_QUOTIENTS: tuple[Callable[[Decimal, Decimal], Decimal], ...] = (
    lambda a, b: a / b, lambda a, b: b / a, lambda a, b: (a - b) / b, lambda a, b: (b - a) / a, lambda a, b: a / (b - a), lambda a, b: b / (a - b),
    lambda a, b: a / (b + a), lambda a, b: b / (a + b),
)  # fmt: skip


def farfetched(claim: Claim, text: str, between: Sequence[Mention]) -> bool:
    """Whether a claim that fails is farther off than any one error in its figures explains. between: the figures of the text where it stands, its own among them."""
    if claim.whole or len({figure.figure for figure in claim.figures}) < len(claim.figures):
        return False  # all there is by what it names; a part typed for another one, or for the total
    stated, due = read_figure(claim.stated), read_figure(claim.recomputed)
    if claim.kind not in (*_RECKONED, *_RELATED) or stated is None or due is None or not stated.value or not due.value:
        return False
    rivals = [one for one in between if one.kind is claim.figures[-1].kind or any(one.figure.unit.base == side.figure.unit.base for side in claim.figures[:-1])]
    if len(rivals) <= len(claim.figures) + (claim.kind is ClaimKind.SHARE) if claim.kind in _RELATED else _opened(claim, text):
        return False
    told, true = abs(stated.quantity.value), abs(due.quantity.value)
    if claim.kind is ClaimKind.PARTS and true <= ABOVE * told:
        return False
    if abs(told - true) <= APART * max(told, true) or claim.kind is ClaimKind.CHANGE and stated.unit == PERCENT and abs(told - true) <= POINTS or _moved(told, true):
        return False
    if any(_near(value, true, NEARER) for value in _misprints(stated)):
        return False
    *sides, _ = claim.figures
    gap = due.quantity.value - stated.quantity.value
    if claim.kind in _RECKONED:
        return not any(_slipped(side, side.figure.quantity.value + turn * gap) for side in sides for turn in (1, -1))
    return len(sides) == 2 and not _side_slipped(*sides, told, true)


def _opened(claim: Claim, text: str) -> bool:
    """Whether parts that may at most be their total are opened by 其中 right behind it."""
    first, total = min(one.start for one in claim.figures[:-1]), claim.figures[-1].end
    return claim.kind is ClaimKind.PARTS and total < first and _IN_ONE_SENTENCE.search(text[total:first]) is not None


def _moved(told: Decimal, true: Decimal) -> bool:
    """Whether a point or a unit makes the one of the other."""
    shift = (told / true).adjusted() if told > true else -(true / told).adjusted()
    return any(power and _near(true.scaleb(power), told) for power in (shift - 1, shift, shift + 1))


def _slipped(side: Mention, meant: Decimal) -> bool:
    """Whether a side was misprinted for about that value."""
    return meant > 0 and any(_near(value, meant, NEARER) for value in _misprints(side.figure))


def _side_slipped(first: Mention, second: Mention, told: Decimal, true: Decimal) -> bool:
    """Whether one digit of one of the two amounts makes the rate what is stated, by whichever quotient it was recomputed."""
    a, b = (abs(side.figure.quantity.value) for side in (first, second))
    quotients = [quotient for quotient in _QUOTIENTS if _near(_value(quotient, a, b), true)]
    if not quotients:
        return True
    ways = [*((x, b) for x in _misprints(first.figure)), *((a, y) for y in _misprints(second.figure))]
    return any(_near(_value(quotient, x, y), told) for quotient in quotients for x, y in ways)


def _value(quotient: Callable[[Decimal, Decimal], Decimal], a: Decimal, b: Decimal) -> Decimal:
    try:
        return abs(quotient(a, b))
    except ArithmeticError:
        return Decimal(0)


def _near(value: Decimal, other: Decimal, by: Decimal = NEAR) -> bool:
    return abs(value - other) <= by * max(value, other)


def _misprints(figure: Figure) -> Iterator[Decimal]:
    """What the figure may have been before one of its digits was mistyped, two were exchanged, or its point or unit slipped."""
    yield from (abs(one.quantity.value) for one in mistyped(figure))
    yield from moved_by(abs(figure.quantity.value), FARTHER)
