"""What a slip of the pen makes of a figure: one digit wrong, or two or three that stand together in another order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Figure, foots, half_up
from ziping.prose.text.figures import Mention

__all__ = ["ANY_UNIT", "APART", "BESIDE", "FARTHER", "MOVES", "OF_MONEY", "POINT", "UNITS", "carried", "digits", "misplaced", "mistyped", "off_by", "one_slip", "one_slip_off", "one_wrong", "printed", "significant", "slip_of", "slips_to", "moved_by", "tenfold", "worlds_apart"]

APART, BESIDE = 2, 1  # places between digits that may change places, and between neighbours
POINT = (-1, 1)  # powers of ten of a point out of place
UNITS = (-4, 4)  # … that 万 makes, left out or put in
MOVES = (*UNITS, *POINT)
FARTHER = (*MOVES, -2, 2)  # … and of a point two places out
OF_MONEY = (*FARTHER, -3, 3)  # … and of another unit of money
ANY_UNIT = (*range(-8, 0), *range(1, 9))  # … from 元 to 亿元


def one_slip(one: Figure, other: Figure) -> bool:
    """One digit differs, or two or three that stand together have changed places; nothing else."""
    a, b = str(one.value), str(other.value)
    if one.unit != other.unit or len(a) != len(b) or a.find(".") != b.find("."):
        return False
    a, b = a.replace(".", ""), b.replace(".", "")
    off = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    near = len(off) > 1 and off[-1] - off[0] <= APART and sorted(a[i] for i in off) == sorted(b[i] for i in off)
    return len(off) == 1 or near


def mistyped(figure: Figure, near: int = APART, single: bool = True) -> Iterator[Figure]:
    """The figures that one slip turns into this one: two digits exchanged, at most `near` digits apart, or with `single` one digit wrong."""
    text = str(figure.value)
    places = [at for at, sign in enumerate(text) if sign.isdigit()]
    for index, at in enumerate(places):
        for other in places[index + 1 : index + 1 + near]:
            if text[at] != text[other] and (index or text[other] != "0"):
                yield figure.but(value=Decimal(text[:at] + text[other] + text[at + 1 : other] + text[at] + text[other + 1 :]))
        for digit in "0123456789" if single else "":
            if digit != text[at] and (index or digit != "0"):
                yield figure.but(value=Decimal(text[:at] + digit + text[at + 1 :]))


def digits(figure: Figure) -> int:
    """How many digits it is printed with."""
    return len(figure.value.as_tuple().digits)


def significant(figure: Figure) -> int:
    """How many digits it has without the zeros at its end."""
    return len(figure.value.normalize().as_tuple().digits)


def printed(figure: Figure, value: Decimal) -> Figure:
    """The value, which is in the base unit, as this figure would be printed: in its unit and with its decimals."""
    return figure.but(value=half_up(value.scaleb(-figure.unit.shift), figure.decimals or 0))


def misplaced(figure: Figure, value: Decimal, powers: Sequence[int] = MOVES) -> bool:
    """Whether a point or a unit out of place makes the value, rounded as the figure is printed, this figure."""
    return any(printed(figure, moved).value == figure.value for moved in moved_by(value, powers))


def moved_by(value: Decimal, powers: Sequence[int] = MOVES) -> Iterator[Decimal]:
    """The value with its point or its unit out of place."""
    return (value.scaleb(power) for power in powers)


def tenfold(part: Decimal | int, gap: Decimal | int, loss: Decimal | int = 0) -> bool:
    """Whether a part that ought to be ten times as much, or a tenth, is all that a total is above its parts by, up to what rounding loses."""
    return abs(gap - 9 * part) <= loss or abs(10 * gap + 9 * part) <= loss


def slip_of(figure: Figure, value: Decimal) -> bool:
    """Whether one slip made this figure of the value, which is in the base unit."""
    due = printed(figure, value)
    return due.value > 0 and one_slip(due, figure)


def off_by(figure: Figure, gap: Decimal) -> bool:
    """Whether one slip puts this figure too high by the gap, which is in its base unit."""
    return slip_of(figure, figure.quantity.value - gap)


def one_slip_off(total: Figure, terms: Iterable[tuple[int, Figure]], gap: Decimal) -> bool:
    """Whether one slip, in the total or in one of the terms that are added up (1) or taken off (-1), puts the total too high by the gap."""
    return off_by(total, gap) or any(off_by(figure, -sign * gap) for sign, figure in terms)


def carried(figure: Figure, gap: Decimal) -> bool:
    """Whether one wrong digit, with what it carries, or two neighbours that changed places make the gap; the figure has four digits at least."""
    places = figure.decimals or 0
    lost, whole = (abs(int(value)) for value in (gap.scaleb(places - figure.unit.shift), figure.value.scaleb(places)))
    while lost and lost % 10 == 0:
        lost //= 10
    return whole > 999 and bool(lost) and (lost < 10 or lost % 9 == 0 and lost < 90)


def slips_to(parts: Sequence[Mention], total: Mention, rounded: bool = False) -> bool:
    """Whether one slip, in a part or in the total, is all that keeps the parts from giving the total; rounded: up to what rounding loses."""
    footing = foots(total.figure, [part.figure for part in parts])
    if footing is None:
        return False
    loss = footing.tolerance if rounded else Decimal(0)
    gaps = {footing.difference, footing.difference + loss, footing.difference - loss}
    return any(one_slip_off(total.figure, ((1, part.figure) for part in parts), gap) for gap in gaps)


def one_wrong(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether parts that do not give the total, which has three digits at least, do so but for one slip."""
    footing = foots(total.figure, [part.figure for part in parts])
    if footing is None or footing.holds or abs(total.figure.value.scaleb(total.figure.decimals or 0)) < 100:
        return False
    return slips_to(parts, total)


def worlds_apart(given: Decimal, stated: Decimal, parts: Sequence[Mention]) -> bool:
    """Whether no slip leads from one to the other: another total was meant. A point out of place, in the total or in one part, is a slip."""
    low, high = sorted((abs(given), abs(stated)))
    if not low or high <= 3 * low or abs((high / low).log10() % 1) < Decimal("0.01"):
        return False
    values = [part.figure.quantity.value for part in parts]
    if given > stated:
        return all(given - value * 9 / 10 > stated * 21 / 20 for value in values)
    return all(abs(given + 9 * value - stated) > stated / 20 for value in values)
