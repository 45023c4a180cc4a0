"""One amount told in two units in one breath: 12380万元，即1.238亿元; 9489.6万元，即约0.95亿元; 0.51亿元(5125.90万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ziping.amounts import Figure, decimals_of, foots, last_place
from ziping.prose.judging.claims import Claim, ClaimKind, claim, in_unit, shown, verdict_of
from ziping.prose.judging.slips import ANY_UNIT, misplaced, significant, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["namely_claims"]

_NAMELY = re.compile(r"[,，、(]?(?:(?:即|亦即|也就是)(?P<hedged>约合?)?|(?P<about>约合|折合约)|折合)(?:为|是)?")
_BRACKET = re.compile(r"\((?P<about>约)?(?P<hedged>)")  # and nothing but the amount in it
_FOREIGN = tuple("港美欧日英韩澳")  # what no unit is known of; 万美元 and 万元 are of two measures
_DIGITS = 3  # significant digits from which the same number in another unit is no accident


def namely_claims(said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for two amounts of different units that are put as one and end their clause. It fails where a point, a unit or one digit is all that keeps them apart."""
    for first, second in pairwise(said):
        one, other = first.mention, second.mention
        put = _NAMELY.fullmatch(second.lead) or _BRACKET.fullmatch(second.lead) if not second.behind.startswith((",", "，", "、", "(")) or second.lead[:1] != "(" else None
        if put is None or one.kind is not Kind.MONEY or other.kind is not Kind.MONEY or one.loose or other.loose and not (put["hedged"] or put["about"]) or one.figure.unit == other.figure.unit or one.figure.unit.base != other.figure.unit.base:
            continue
        if first.price or second.price or second.noun or first.noun.startswith(_FOREIGN):
            continue  # 保证金1256万元,即1.256亿元的10%
        footing = foots(other.figure, [one.figure])
        if footing is None or not one.figure.value or not other.figure.value:
            continue
        value = one.figure.quantity.value
        fine, coarse = (one.figure, other.figure) if significant(one.figure) >= significant(other.figure) else (other.figure, one.figure)
        slipped = misplaced(coarse, fine.quantity.value, ANY_UNIT) or misplaced(other.figure, value, ANY_UNIT) or slip_of(coarse, fine.quantity.value) and not _cut_off(coarse, fine)
        if footing.holds or min(significant(one.figure), significant(other.figure)) >= _DIGITS and slipped:
            exact = max(0, decimals_of(value.scaleb(-other.figure.unit.shift)) - (other.figure.decimals or 0))
            due = shown(other) if footing.holds else in_unit(value, other, exact)
            words = f"{shown(one)}即{due}，" + ("与文中相符。" if footing.holds else f"文中写作{shown(other)}，请核对单位和数字。")
            yield claim(ClaimKind.UNIT, [one, other], verdict_of(footing.holds), shown(other), due, words)


def _cut_off(coarse: Figure, fine: Figure) -> bool:
    """Whether the last digit of the one is off by one, as where the other was cut off instead of rounded: 46.52万元,即465268.60元."""
    return coarse is not fine and abs(coarse.quantity.value - fine.quantity.value) < last_place(coarse.decimals, coarse.unit.shift)
