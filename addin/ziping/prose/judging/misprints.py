"""What explains a list that does not foot: one wrong digit, or one part in another unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ziping.amounts import Figure, Quantity, foots
from ziping.prose.judging.slips import mistyped, significant, tenfold
from ziping.prose.text.closed import by_levels
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["EXCHANGE_ODDS", "LONG_ODDS", "ODDS", "Habit", "exchanged", "misprint", "slipped", "total_slipped"]

ODDS, LONG_ODDS, EXCHANGE_ODDS = 40, 400, 30
UNIT_DIGITS = 3  # significant digits of a total from which another unit in which it foots is no accident
PART_DIGITS = 4  # the same where one part alone has another unit

_EXAMPLE = re.compile(r"如|等")


def misprint(parts: Sequence[Said], total: Mention, odds: int = ODDS) -> bool:
    """Whether one wrong digit (or two neighbours that changed places, or a point out of place) explains why the list does not foot.

    The gap between total and parts is then d·10^k or 9d·10^k up to a residue. An excerpt (其中 that is not meant to be complete) shows
    such a gap by chance in the share of gaps that lie as near to one of those numbers; it must be below one in `odds`, below one in
    a thousand where the list calls itself an example (如, 等) or is a mere bracket.
    """
    figures = [part.mention.figure for part in parts] + [total.figure]
    if len({figure.unit for figure in figures}) != 1:
        return False
    shift = max(figure.decimals or 0 for figure in figures)
    whole = [int(figure.value.scaleb(shift)) for figure in figures]
    while all(number % 10 == 0 for number in whole) and any(whole):
        whole = [number // 10 for number in whole]
    stated, gap = abs(whole[-1]), abs(whole[-1] - sum(whole[:-1]))
    places = len(str(stated))
    if not gap or len(str(gap)) > places + 1:
        return False
    bracket = parts[0].lead[:1] == "(" and not parts[0].marker and not by_levels([part.name for part in parts])
    weak = bool(_EXAMPLE.search(parts[0].lead)) or bracket
    odds = max(odds, 1000) if weak else odds
    if _point_slipped(whole, stated, odds):
        return True
    if len(str(gap)) > places:
        return False
    power = 10 ** (len(str(gap)) - 1)
    digit = (gap + power // 2) // power
    residue = abs(gap - digit * power)
    nines = 9 * power // 10
    apart = (gap + nines // 2) // nines if power >= 10 else 0
    if 0 < apart <= 9 and any(abs(number // power % 10 - number // (power // 10) % 10) == apart for number in map(abs, whole)):
        residue = min(residue, abs(gap - apart * nines))
    if 2 * residue > sum(10 ** (shift - (figure.decimals or 0)) for figure in figures):
        return False  # more than rounding loses
    chance = 17 * places * (2 * residue + 1)
    return chance * odds <= stated


def _point_slipped(whole: Sequence[int], stated: int, odds: int) -> bool:
    """Whether one part printed tenfold, or a tenth of it, gives the total up to what rounding loses."""
    parts, total = whole[:-1], whole[-1]
    gap, loss = total - sum(parts), 5 + len(parts) // 2
    slipped = any(tenfold(part, gap, loss) for part in parts if part)
    return slipped and 4 * len(parts) * (2 * loss + 1) * odds <= stated


def exchanged(parts: Sequence[Mention], total: Mention, odds: int = EXCHANGE_ODDS) -> bool:
    """Whether digits that changed places in one figure are all that keeps the parts from giving the total, and this is no accident.

    A list that has nothing to do with the total comes so near to it in the share of the ways to exchange digits among all numbers of its length.
    """
    figures = [*(part.figure for part in parts), total.figure]
    if len({figure.unit for figure in figures}) != 1:
        return False
    footing = foots(total.figure, [part.figure for part in parts])
    if footing is None or footing.holds:
        return False
    places = max(figure.decimals or 0 for figure in figures)
    stated = abs(int(total.figure.value.scaleb(places)))
    while stated and stated % 10 == 0 and all(int(figure.value.scaleb(places)) % 10 == 0 for figure in figures):
        stated, places = stated // 10, places - 1
    ways = 2 * len(str(stated)) * len(figures)
    if ways * odds > stated:
        return False
    gap = footing.difference
    return _moved_digits(total.figure, gap) or any(_moved_digits(part.figure, -gap) for part in parts)


def _moved_digits(figure: Figure, gap: Decimal) -> bool:
    """Whether digits that changed places put this figure too high by the gap, which is in its base unit."""
    value = figure.quantity.value - gap
    return any(one.quantity.value == value for one in mistyped(figure, single=False))


def slipped(parts: Sequence[Mention], total: Mention) -> Mention | None:
    """The one part whose unit is another (元 among 万元) where the list foots to the last digit in the unit of all others."""
    odd = [part for part in parts if part.figure.unit != total.figure.unit]
    if len(odd) != 1 or len(parts) < 2 or significant(total.figure) < (UNIT_DIGITS if _of_halves(odd[0]) else PART_DIGITS):
        return None
    footing = foots(Quantity(total.figure.value), [Quantity(part.figure.value) for part in parts])
    return odd[0] if footing is not None and footing.exact else None


def _of_halves(count: Mention) -> bool:
    """Whether people or things are told with a fraction, which in their own unit they do not have: 0.43人."""
    return count.kind is Kind.COUNT and not count.figure.unit.shift and count.figure.value != count.figure.value.to_integral_value()


def total_slipped(parts: Sequence[Mention], total: Mention) -> Figure | None:
    """The total in the unit of all its parts, where that alone makes it theirs to the last digit: 2089元, 甲1777万元 and 乙312万元."""
    units = {part.figure.unit for part in parts}
    if len(units) != 1 or len(parts) < 2 or total.figure.unit in units or total.figure.unit.base != parts[0].figure.unit.base or significant(total.figure) < UNIT_DIGITS:
        return None
    meant = total.figure.but(unit=parts[0].figure.unit)
    footing = foots(meant, [part.figure for part in parts])
    return meant if footing is not None and footing.exact else None


@dataclass(slots=True)
class Habit:
    """Whether a text is used to name only some parts: of two such lists, a further one is an excerpt too unless the odds are long.

    short: lists that are neither all of their total nor a likely misprint of it; guessed: the totals of lists that only a misprint
    at short odds explains.
    """

    short: int = 0
    guessed: set[Mention] = field(default_factory=set)

    def see(self, parts: Sequence[Said], total: Mention) -> None:
        """Take a list below its total that nothing but its figures could call complete."""
        if by_levels([part.name for part in parts]):
            return
        if not misprint(parts, total):
            self.short += not _EXAMPLE.search(parts[0].lead)
        elif not misprint(parts, total, LONG_ODDS):
            self.guessed.add(total)

    def excuses(self, total: Mention) -> bool:
        """Whether the list of this total is one more excerpt."""
        return self.short > 1 and total in self.guessed
