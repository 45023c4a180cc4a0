"""What else in the text explains a claim that fails: then it was probably bound to the wrong figures, and nobody can be held to it.

A list that misses its total by just a figure that stands beside it has a part that was not recognised; a rate that fits another base nearby is
the rate of that base. Figures that the claim itself uses explain nothing, told again or misprinted: a growth over this year's figure instead of last year's stays an error.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import foots, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict
from ziping.prose.judging.farfetched import farfetched
from ziping.prose.judging.otherwise import read_otherwise
from ziping.prose.judging.slips import digits, one_slip, significant, slip_of
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["with_explained"]

BY = 2  # figures right before and behind it
AROUND = 24  # figures before and after a claim that may explain it
DIGITS = 3  # significant digits from which a figure is met by chance seldom enough
_FOOTED = (ClaimKind.SUM, ClaimKind.BALANCE)
_LISTED = (ClaimKind.SUM, ClaimKind.PARTS)
_RELATED = (ClaimKind.CHANGE, ClaimKind.RATE, ClaimKind.SHARE)
REACH = 80  # amounts before and behind a list that another reading may take in
BESIDE = 3  # characters between a share and the whole that it names by its amount
FEW = 6  # shares behind one another that may be of one whole
APART = 60  # characters between a share's own part and a whole that stands elsewhere
NAME = 24  # characters before an amount that its name stands in
_GENERAL = re.compile(r"[(（\s].*|全部|全年|本年度?|当年|年度|部门|单位|总额|总量|总数|合计|总计|支出|收入|经费|资金|预算|决算|的")
_OF = re.compile(r"占(?P<of>[^占,，;；:：\d]{0,20}?)(?:总额|总数|数|额)?的?(?:比重|比例|比)?(?:为|约|达)?\s*$")


def with_explained(claims: Sequence[Claim], said: Sequence[Said], text: str) -> list[Claim]:
    """The claims, those that fail as unsure where a figure of `said` (all of the text, in its order) explains them."""
    told = [one.mention for one in said]
    amounts = [one for one in said if one.amount]
    starts = [mention.start for mention in told]
    places = [one.mention.start for one in amounts]
    claims = _of_one_other_whole(claims)
    told_right = {_between(one) for one in claims if one.verdict is Verdict.HOLDS and one.kind is ClaimKind.CHANGE}
    divided = Counter(one.figures[-1].start for one in claims if one.kind is ClaimKind.SUM)
    return [
        replace(one, verdict=Verdict.UNSURE)
        if one.verdict is Verdict.FAILS
        and (
            one.kind is ClaimKind.CHANGE and _between(one) in told_right
            or not (one.kind is ClaimKind.SHARE and _tells_its_whole(one, text)) and farfetched(one, text, told[bisect_left(starts, one.start) : bisect_left(starts, one.end)])
            or one.kind is ClaimKind.SHARE and _of_a_named_other(one, text)
            or one.kind is ClaimKind.SUM and divided[one.figures[-1].start] == 1 and _of_two_between(one, told, starts)
            or _explained(one, told, starts, text)
            or one.kind in _LISTED and len(one.figures) > 1 and read_otherwise(one, _reach(one, amounts, places))
        )
        else one
        for one in claims
    ]


def _reach(claim: Claim, amounts: Sequence[Said], places: Sequence[int]) -> Sequence[Said]:
    """The amounts of the list and those before and behind it that another reading may take in."""
    first, last = (bisect_left(places, pick(one.start for one in claim.figures)) for pick in (min, max))
    return amounts[max(0, first - REACH) : last + 1 + REACH]


def _between(claim: Claim) -> tuple[frozenset[int], Kind]:
    """The two amounts of a change, and whether it is told as an amount or as a rate: told right once, what else stands there is of something else."""
    *sides, stated = claim.figures
    return frozenset(side.start for side in sides), stated.kind


def _of_one_other_whole(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, where shares of one whole told paragraphs before fail together and agree on another: theirs goes untold."""
    failing = [one for one in claims if one.kind is ClaimKind.SHARE and one.verdict is Verdict.FAILS and len(one.figures) == 3 and one.figures[2].figure.value and one.figures[0].figure.value]
    spared: set[int] = set()
    for at, one in enumerate(failing):
        for other in failing[at + 1 : at + 1 + FEW]:
            part, whole, share = (figure.figure for figure in one.figures)
            if one.figures[1] is other.figures[1] and one.figures[0].start - one.figures[1].end > APART and (first := ratio(part, share)) is not None:
                second = ratio(other.figures[0].figure, other.figures[2].figure)
                footing = foots(first, [second]) if second is not None else None
                if footing is not None and footing.holds and not _slip_of(first.value, one.figures[1]):
                    spared |= {id(one), id(other)}
    return [replace(one, verdict=Verdict.UNSURE) if id(one) in spared else one for one in claims]


def _explained(claim: Claim, told: Sequence[Mention], starts: Sequence[int], text: str) -> bool:
    first, last = bisect_left(starts, claim.start), bisect_left(starts, claim.end)
    near = [one for one in told[max(0, first - AROUND) : last + AROUND] if not one.loose and not any(_twin(one, figure) for figure in claim.figures)]
    if claim.kind in _FOOTED:
        beside = [one for one in told[max(0, first - BY) : last + BY] if one in near and one.figure.unit == claim.figures[-1].figure.unit]
        return _misses_one(claim, near, beside) or claim.kind is ClaimKind.BALANCE and _leads_to_another(claim, near, exactly=True)
    stated = claim.figures[-1]
    if claim.kind not in _RELATED:
        return False
    if claim.kind is ClaimKind.SHARE and _names_its_whole(claim, text):
        nearer = [one for one in near if claim.figures[-2].end < one.start < stated.start]
        return _far_apart(claim, text) and _telling(stated) and _fits_another(claim, nearer)
    if stated.kind is Kind.RATE:
        return _fits_another(claim, near) or claim.kind is ClaimKind.CHANGE and _less_what_stands_between(claim, near)
    return _leads_to_another(claim, near)


def _less_what_stands_between(claim: Claim, near: Sequence[Mention]) -> bool:
    """A growth that is right of the one amount less what stands between the two: 预算12万元,支出比预算节约2.14万元,比上年的10.95万元下降9.95%."""
    *sides, stated = sorted(claim.figures, key=lambda one: one.start)
    if len(sides) != 2 or not _telling(stated) or not sides[1].figure.value:
        return False
    first, then = (abs(side.figure.quantity.value) for side in sides)
    between = [abs(one.figure.quantity.value) for one in near if one.kind is sides[0].kind and sides[0].end < one.start < sides[1].start]
    return any(abs(abs(first - less - then) / then - abs(stated.figure.quantity.value)) <= stated.figure.quantity.slack for less in between)


def _far_apart(claim: Claim, text: str) -> bool:
    """Whether the whole stands in another paragraph than its share."""
    return "\n" in text[claim.figures[-2].end : claim.figures[-1].start]


def _names_its_whole(claim: Claim, text: str) -> bool:
    """Whether a share says of which amount it is, by that amount or its name, or is too short for another amount to fit it by no accident."""
    *sides, stated = claim.figures
    return digits(stated.figure) < DIGITS or len(sides) != 2 or 0 <= stated.start - sides[-1].end <= BESIDE or _tells_its_whole(claim, text)


def _tells_its_whole(claim: Claim, text: str) -> bool:
    """Whether a share names its whole in the words that stand before that amount."""
    whole, stated = claim.figures[-2:]
    named = _OF.search(text, max(0, stated.start - NAME), stated.start)
    return named is not None and bool(named["of"]) and named["of"] in text[max(0, whole.start - NAME) : whole.start]


def _of_a_named_other(claim: Claim, text: str) -> bool:
    """Whether a share names a whole of which nothing is heard where the amount stands that was taken for it: 培训费18万元、教学耗材70万元,培训费占公用经费的9%."""
    whole, stated = claim.figures[-2:]
    named = _OF.search(text, max(0, stated.start - NAME), stated.start)
    what = "" if named is None else _GENERAL.sub("", named["of"])
    return len(what) > 1 and not any(what[at : at + 2] in text[max(0, whole.start - 2 * NAME) : whole.start] for at in range(len(what) - 1))


def _twin(one: Mention, own: Mention) -> bool:
    """The same figure told once more, or what a slip made of it: no second witness."""
    a, b = one.figure, own.figure
    return a.value.normalize().as_tuple().digits == b.value.normalize().as_tuple().digits or one_slip(a, b)


def _of_two_between(claim: Claim, told: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether the parts come to two amounts that stand together between them and the total: 新开工14个,完工17个,在建7个;其中道路13个、桥梁11个."""
    *parts, total = claim.figures
    there = told[bisect_left(starts, total.end) : bisect_left(starts, min(part.start for part in parts))]
    near = [one for one in there if one.kind is total.kind and one.figure.unit == total.figure.unit]
    due = sum(part.figure.quantity.value for part in parts)
    return any(a.figure.quantity.value + b.figure.quantity.value == due for a, b in zip(near, near[1:], strict=False))


def _misses_one(claim: Claim, near: Sequence[Mention], beside: Sequence[Mention]) -> bool:
    """The parts and the total are apart by just one figure of the same kind: one right beside the list (`beside`), or one of enough digits."""
    *parts, total = claim.figures
    gap = abs(total.figure.quantity.value - sum(part.figure.quantity.value for part in parts))
    slack = min(sum((figure.figure.quantity.slack for figure in claim.figures), Decimal(0)), gap / 50)
    return any((_telling(one) or one in beside and significant(one.figure) > 1) and one.kind is total.kind and abs(abs(one.figure.quantity.value) - gap) <= slack for one in near)


def _leads_to_another(claim: Claim, near: Sequence[Mention], exactly: bool = False) -> bool:
    """A difference that is right between one of the claim's figures and another one nearby."""
    *sides, stated = claim.figures
    due, slack = abs(stated.figure.quantity.value), Decimal(0) if exactly else stated.figure.quantity.slack
    pairs = ((side, one) for side in sides for one in near if one.kind is side.kind is stated.kind and _telling(one) and _telling(stated))
    return any(abs(abs(abs(a.figure.quantity.value) - abs(b.figure.quantity.value)) - due) <= slack for a, b in pairs)


def _fits_another(claim: Claim, near: Sequence[Mention]) -> bool:
    """A rate that is right of one of the claim's amounts over another base nearby; a growth of enough digits also over two that stand together."""
    *sides, stated = claim.figures
    due, slack = abs(stated.figure.quantity.value), stated.figure.quantity.slack
    kinds = {side.kind for side in sides}
    alike = [one for one in near if one.kind in kinds]
    amounts = [abs(side.figure.quantity.value) for side in sides if side.kind is not Kind.RATE]
    growth = claim.kind is ClaimKind.CHANGE

    def fits(amount: Decimal, base: Decimal) -> bool:
        return bool(base) and abs(amount / base - due) <= slack

    if len(amounts) < 2 or any(fits(amount, led) for base in amounts for amount in amounts if amount != base for led in _led(base, amount, growth)):
        return False  # told with the wrong word, or of the wrong one of its own figures
    bases = [
        led for base in _bases(alike, growth and _telling(stated)) for amount in amounts for led in _led(base, amount, growth) if fits(amount, led)
    ]
    return any(not any(_slip_of(base, side) for side in sides) for base in bases)


def _bases(near: Sequence[Mention], sums: bool) -> Iterator[Decimal]:
    """What a rate may be of: figures, and where they are asked for the sums of two that stand together."""
    values = [abs(one.figure.quantity.value) for one in near]
    yield from values
    if sums:
        yield from (a + b for a, b in zip(values, values[1:], strict=False))


def _led(base: Decimal, amount: Decimal, growth: bool) -> tuple[Decimal, ...]:
    """The base; of a growth also what an increase or decrease by the amount came from if it led to this figure."""
    return (base, base + amount, base - amount) if growth else (base,)


def _slip_of(base: Decimal, own: Mention) -> bool:
    figure = own.figure
    return slip_of(figure, base)


def _telling(one: Mention) -> bool:
    return significant(one.figure) >= DIGITS
