"""A part told as a rate and as an amount: 总保费160万元,中央补贴50%为80万元; 由中央承担80%,即192万元.

Which amount the rate is of is told by the figures: where some amount of the paragraph bears both out, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import significant, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["portion_claims"]

FAR = 8  # amounts of the paragraph that the rate may be of
TELLING = 4  # significant digits of the amount from which a slip is no accident
_IS = re.compile(r"[,，(]?(?:的)?(?:资金|部分)?(?:为|即|计|共|共计|约为)(?:人民币)?")
_NO_RATE = re.compile(r"率|增|减|升|降|占|比|完成")


def portion_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every amount right behind its rate that misses the one whole of its sentence by one slip."""
    for rate, part in zip(said, said[1:], strict=False):
        if rate.mention.kind is not Kind.RATE or rate.mention.loose or rate.role in (Role.CHANGE, Role.DONE, Role.SHARE) or _NO_RATE.search(rate.lead[-6:]):
            continue
        if part.mention.kind is not Kind.MONEY or part.mention.loose or not _IS.fullmatch(part.lead) or not 0 < rate.mention.figure.quantity.value < 1:
            continue
        told = [one for one in (*before.told[-FAR:], *said[: said.index(rate)]) if one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose]
        told = [one for one in told if one.mention.figure.quantity.value > part.mention.figure.quantity.value]
        if any(_fits(one, rate, part) for one in told):
            continue
        whole = next((one for one in told if one in said), None)
        borne = [one for one, other in zip(said, said[1:], strict=False) if whole is not None and one.mention.kind is Kind.RATE and _IS.fullmatch(other.lead) and other is not part and _fits(whole, one, other)]
        if whole is not None and _slipped(whole, rate, part, TELLING - 1 if borne else TELLING):
            worked = in_unit(_worth(whole, rate).value, part.mention)
            sum_ = f"{shown(whole.mention)}×{shown(rate.mention)}={worked}"
            yield recomputed(ClaimKind.FORMULA, [whole.mention, rate.mention, part.mention], Verdict.FAILS, worked, sum_)


def _worth(whole: Said, rate: Said) -> Quantity:
    """The rate is exact: it was agreed upon."""
    share = rate.mention.figure.quantity.value
    quantity = whole.mention.figure.quantity
    return Quantity(quantity.value * share, quantity.slack * share)


def _fits(whole: Said, rate: Said, part: Said) -> bool:
    worth, stated = _worth(whole, rate), part.mention.figure.quantity
    return abs(worth.value - stated.value) <= worth.slack + stated.slack + rate.mention.figure.quantity.slack * whole.mention.figure.quantity.value


def _slipped(whole: Said, rate: Said, part: Said, telling: int) -> bool:
    figure = part.mention.figure
    return significant(figure) >= telling and slip_of(figure, _worth(whole, rate).value)
