"""What all have, about, ten times what each has makes it: 5147人,人均纯收入14386元,纯收入总额约74044万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import last_place
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import FARTHER, moved_by, significant
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["tenfold_claims"]

DIGITS = 4  # significant digits that a point out of place leads to by no accident
_EACH = re.compile(r"^[,，、(]?(?P<each>[人户])均(?P<what>[^,，;；。:：、\d]{2,10}?)(?:约)?(?:为|达|达到)?(?:约)?$")
_OF_ALL = re.compile(r"(?P<what>[^,，;；。:：、\d]{2,16}?)总[额量](?:约)?(?:为|达|达到)?(?:约)?$")
_UNITS = {"人": "人名", "户": "户"}


def tenfold_claims(said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for such a total right behind the number and the mean of the same name, where a point or 万 alone keeps them apart."""
    for number, each, whole in zip(said, said[1:], said[2:], strict=False):
        mean, total = _EACH.search(each.lead), _OF_ALL.search(whole.lead)
        if mean is None or total is None or not total["what"].endswith(mean["what"]) or number.mention.loose or each.mention.loose or not number.amount:
            continue
        if number.mention.kind is not Kind.COUNT or number.mention.figure.unit.base not in _UNITS[mean["each"]] or each.mention.kind is not Kind.MONEY or whole.mention.kind is not Kind.MONEY:
            continue
        figure, worth = whole.mention.figure, each.mention.figure.quantity.value * number.mention.figure.quantity.value
        loss = last_place(figure.decimals, figure.unit.shift)
        if min(significant(figure), significant(each.mention.figure)) < DIGITS or not any(abs(moved - figure.quantity.value) <= loss for moved in moved_by(worth, FARTHER)):
            continue
        worked = in_unit(worth, whole.mention)
        sum_ = f"{shown(each.mention)}×{shown(number.mention)}={worked}"
        yield recomputed(ClaimKind.FORMULA, [each.mention, number.mention, whole.mention], Verdict.FAILS, worked, sum_)
