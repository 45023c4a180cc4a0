"""A claim that fails by more than one error of people explains: it was bound to the wrong figures, and nobody can be held to it.

People mistype a digit, exchange two, slip a point or a unit, write a fall for a rise, take the wrong one of two amounts for the base, forget
one of what they add up, or reckon a little wrong. Where nothing of this in any one of the claim's figures leads from what is stated to what is
recomputed, the sentence said something else. Not so where it leaves no room for that: a rate or a change right behind its two amounts, or parts
that 其中 opens right behind their total, or that are all there are by what they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import PERCENT, Figure, Quantity, read_figure
from ziping.prose.judging.claims import Claim, ClaimKind
from ziping.prose.judging.quotients import growth, of_both, size, ways
from ziping.prose.judging.slips import FARTHER, mistyped, moved_by
from ziping.prose.text.figures import Kind, Mention

__all__ = ["farfetched"]

APART, ADDED = Decimal("0.3"), Decimal("0.1")  # of the larger one: people reckon wrong by less, and add up wrong by less still
ABOVE = Decimal("2.5")  # times its total: what comes to more is none of it
POINTS = Decimal("0.1")  # a rate of change may be small and wrong by as much
TIMES = 20  # a difference as many times too large or too small was taken between the wrong amounts
MANY = Decimal(3)  # a plan is seldom done so many times
MOVED = Decimal("0.02")  # what rounding leaves of a point out of place
_ADDED_UP = (ClaimKind.SUM, ClaimKind.PARTS, ClaimKind.BALANCE)
_RELATED = (ClaimKind.RATE, ClaimKind.CHANGE, ClaimKind.SHARE)
_ENDED = re.compile(r"[。；;\n]")
_IN_ONE_SENTENCE = re.compile(r"^[^。；;\n]*(?:其中|包括)[^。；;\n]*$")


def farfetched(claim: Claim, text: str, between: Sequence[Mention]) -> bool:
    """Whether a claim that fails is farther off than any one error in its figures explains. between: the figures where it stands, its own among them."""
    if claim.whole or any(one.figure == claim.figures[-1].figure for one in claim.figures[:-1]):
        return False  # all there is by what it names; a part typed for the total
    stated, due = read_figure(claim.stated), read_figure(claim.recomputed)
    if claim.kind not in (*_ADDED_UP, *_RELATED) or stated is None or due is None or not stated.value or not due.value or _leaves_no_room(claim, text, between):
        return False
    told, true = abs(stated.quantity.value), abs(due.quantity.value)
    if claim.kind is ClaimKind.PARTS and (true <= ABOVE * told or _opened(claim, text)):
        return False
    a_little = abs(told - true) <= (ADDED if claim.kind in (ClaimKind.SUM, ClaimKind.BALANCE) else APART) * max(told, true) or claim.kind is ClaimKind.CHANGE and stated.unit == PERCENT and abs(told - true) <= POINTS
    if a_little and not _impossible(claim) or _moved(told, true):
        return False
    return not (_of_its_sum(claim, stated, due.quantity.value) if claim.kind in _ADDED_UP else _of_its_quotient(claim, stated, due.quantity))


def _leaves_no_room(claim: Claim, text: str, between: Sequence[Mention]) -> bool:
    """A rate, a change or a share that stands with its two amounts alone, or nearly; a share not where its whole is both of them together.
    A balance where it stands with its amounts alone in a sentence.

    Not a difference, which is judged by how far it is off, nor a part that is more than its whole, or a rate of many times that.
    """
    *sides, stated = claim.figures
    if claim.kind is ClaimKind.BALANCE:
        return sum(one.kind is stated.kind for one in between) == len(claim.figures) and not _ENDED.search(text, claim.start, claim.end)
    if claim.kind not in _RELATED:
        return False
    if claim.kind is ClaimKind.CHANGE and stated.kind is not Kind.RATE or _impossible(claim):
        return False
    alike = sum(one.kind is stated.kind or any(one.figure.unit.base == side.figure.unit.base for side in sides) for one in between)
    if claim.kind is not ClaimKind.SHARE:
        return alike <= len(claim.figures)
    due, slack = stated.figure.quantity
    together = abs(size(of_both, sides[0].figure.quantity.value, sides[-1].figure.quantity.value) - due) <= slack
    return alike <= len(claim.figures) + 1 and not together


def _impossible(claim: Claim) -> bool:
    """Whether a share would have to be of less than its part, or a rate many times what is told."""
    due, told = read_figure(claim.recomputed), claim.figures[-1].figure.quantity.value
    if due is None or claim.figures[-1].kind is not Kind.RATE:
        return False
    most = {ClaimKind.SHARE: Decimal(1), ClaimKind.RATE: MANY}.get(claim.kind)
    return most is not None and told <= most < due.quantity.value


def _opened(claim: Claim, text: str) -> bool:
    """Whether parts that may at most be their total are opened by 其中 right behind it."""
    first, total = min(one.start for one in claim.figures[:-1]), claim.figures[-1].end
    return total < first and _IN_ONE_SENTENCE.search(text[total:first]) is not None


def _moved(told: Decimal, true: Decimal) -> bool:
    """Whether a point or a unit makes the one of the other."""
    shift = (told / true).adjusted() if told > true else -(true / told).adjusted()
    return any(power and abs(true.scaleb(power) - told) <= MOVED * told for power in (shift - 1, shift, shift + 1))


def _of_its_sum(claim: Claim, stated: Figure, due: Decimal) -> bool:
    """Whether one misprint in what is added up, or in what it comes to, makes the difference."""
    *sides, _ = claim.figures
    slack = sum((figure.figure.quantity.slack for figure in claim.figures), Decimal(0))
    gap = due - stated.quantity.value
    if any(abs(value - abs(due)) <= slack for value in _misprints(stated)):
        return True
    amounts = [side.figure.quantity.value for side in sides]
    if claim.figures[-1].start > max(side.start for side in sides) and any(abs(amount - gap) <= slack for amount in amounts):
        return True  # added up without one of those that stand before the total
    if claim.kind is ClaimKind.BALANCE and any(abs(abs(value) - abs(gap)) <= slack for value in _left_out_or_turned(amounts)):
        return True
    meant = ((side.figure, amount + turn * gap) for side, amount in zip(sides, amounts, strict=True) for turn in (1, -1))
    return any(value > 0 and any(abs(one - value) <= slack for one in _misprints(figure)) for figure, value in meant)


def _left_out_or_turned(amounts: Sequence[Decimal]) -> Iterator[Decimal]:
    """By how much a balance is off without one of its figures, or with one of them, or what two of them leave, added for taken away."""
    for at, amount in enumerate(amounts):
        yield amount
        yield 2 * amount
        yield from (2 * (amount - other) for other in amounts[at + 1 :])


def _of_its_quotient(claim: Claim, stated: Figure, due: Quantity) -> bool:
    """Whether one misprint in the two amounts, or in their rate, makes the rate what is stated, by whichever quotient it was recomputed."""
    sides, told, true = claim.figures[:-1], abs(stated.quantity.value), abs(due.value)
    slack = stated.quantity.slack + due.slack
    if claim.kind is ClaimKind.CHANGE and stated.unit != PERCENT:
        return len(sides) != 2 or stated.unit != sides[0].figure.unit or max(told, true) < TIMES * min(told, true) or _of_its_difference(sides[0].figure, sides[1].figure, told, slack)
    if any(abs(value - true) <= slack for value in _misprints(stated)):
        return True
    if len(sides) != 2:
        return True  # nobody knows the way
    first, second = (side.figure for side in sides)
    a, b = (abs(side.quantity.value) for side in (first, second))
    if claim.kind is ClaimKind.CHANGE and any(abs(size(growth, *pair) - told) <= slack for pair in ((a, b), (b, a))):
        return True
    known = ways(a, b, true, slack)
    meant = [*((x, b) for x in _misprints(first)), *((a, y) for y in _misprints(second))]
    return not known or any(abs(size(way, x, y) - told) <= slack for way in known for x, y in meant)


def _of_its_difference(first: Figure, second: Figure, told: Decimal, slack: Decimal) -> bool:
    """Whether one misprint in the two amounts makes their difference what is stated."""
    return any(abs(abs(value - other.quantity.value) - told) <= slack for one, other in ((first, second), (second, first)) for value in _misprints(one))


def _misprints(figure: Figure) -> Iterator[Decimal]:
    """What the figure may have been before one of its digits was mistyped, two were exchanged, or its point or unit slipped."""
    yield from (abs(one.quantity.value) for one in mistyped(figure))
    yield from moved_by(abs(figure.quantity.value), FARTHER)
