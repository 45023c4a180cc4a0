"""Where 元 written for 万元, or the other way round, is all that is wrong: lists whose parts and total have different units, and claims of other kinds that fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ziping.amounts import YUAN, Figure, Quantity, foots, half_up, ratio, read_figure
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, shown
from ziping.prose.judging.slips import significant
from ziping.prose.text.figures import Kind, Mention

__all__ = ["of_a_share", "of_another_unit", "of_one_unit", "with_unit_named"]

TELLING = 2  # significant digits that another unit meets by chance seldom enough
FEN = 2  # decimals that an amount in 元 can have
_ADVICE = "请核对。"


def of_another_unit(parts: Sequence[Mention], total: Mention, odd: Mention) -> Claim:
    """The one part that has another unit than its total, which the list gives to the last digit in one unit."""
    meant = f"{odd.figure.value}{total.figure.unit}"
    words = f"{shown(odd)}的单位与其他部分不同；若为{meant}，各部分合计正好等于总数{shown(total)}，请核对单位。"
    return claim(ClaimKind.UNIT, [*parts, total], Verdict.FAILS, shown(odd), meant, words)


def of_one_unit(parts: Sequence[Mention], total: Mention, meant: Figure) -> Claim:
    """A total that has another unit than all its parts, which give it to the last digit. meant: the total in theirs.

    Where a figure has more decimals than 元 can have, that one is in 万元.
    """
    figures = [*parts, total]
    if meant.unit == YUAN and max(one.figure.decimals or 0 for one in parts) > FEN:
        due = parts[0].figure.but(unit=total.figure.unit)
        words = f"各部分都写作“元”，数字相加正好等于总数{shown(total)}；元以下不会有{parts[0].figure.decimals}位小数，各部分的单位应为{total.figure.unit}，请核对单位。"
        return claim(ClaimKind.UNIT, figures, Verdict.FAILS, shown(parts[0]), str(due), words)
    words = f"各部分合计{meant}，文中总数为{shown(total)}，数字相同而单位不同，请核对单位。"
    return claim(ClaimKind.UNIT, figures, Verdict.FAILS, shown(total), str(meant), words)


def of_a_share(part: Mention, whole: Mention, share: Mention) -> Claim | None:
    """A part far above its whole that another unit of either makes the share stated: 其他收入2453200万元,占收入总额9743万元的2.52%."""
    if part.kind is not Kind.MONEY or whole.kind is not Kind.MONEY or significant(share.figure) <= TELLING or part.loose or whole.loose:
        return None
    ways = [(whole, part.figure, whole.figure.but(unit=part.figure.unit)), (part, part.figure.but(unit=YUAN), whole.figure)]
    for odd, one, all_ in ways:
        meant = one if odd is part else all_
        rate = ratio(one, all_)
        footing = foots(share.figure, [rate]) if meant.unit != odd.figure.unit and rate is not None else None
        if footing is not None and footing.holds:
            words = f"{shown(part)}远远大于{shown(whole)}；“{shown(odd)}”若为{meant}，则与占比{shown(share)}相符，请核对单位。"
            others = [one for one in (part, whole, share) if one is not odd]
            return claim(ClaimKind.UNIT, [*others, odd], Verdict.FAILS, shown(odd), str(meant), words)
    return None


def with_unit_named(made: Claim) -> Claim:
    """The claim, its explanation ending with the unit that was probably meant where the power of ten explains the whole difference."""
    if made.verdict is not Verdict.FAILS or made.kind is ClaimKind.UNIT or not made.explanation.endswith(_ADVICE):
        return made
    meant = _of_an_amount(made) or _of_a_rate(made)
    return replace(made, explanation=made.explanation.removesuffix(_ADVICE) + f"若{meant}则正好相符，请核对单位。") if meant else made


def _of_an_amount(claim: Claim) -> str:
    """`增支120元` where 120万元 is due."""
    stated = claim.figures[-1]
    due = read_figure(claim.recomputed)
    if stated.kind is not Kind.MONEY or shown(stated) != claim.stated or due is None or due.unit.base != stated.figure.unit.base or not _telling(stated.figure):
        return ""
    for unit in (one.figure.unit for one in claim.figures[:-1] if one.kind is Kind.MONEY and one.figure.unit != stated.figure.unit):
        if half_up(due.quantity.value.scaleb(-unit.shift), stated.figure.decimals or 0) == stated.figure.value:
            return f"“{shown(stated)}”为{stated.figure.but(unit=unit)}"
    return ""


def _of_a_rate(claim: Claim) -> str:
    """`254.47万元,增加6.12元,增长2.46%`: a change or a share of two amounts of which one has the unit of the other."""
    if len(claim.figures) != 3 or claim.kind not in (ClaimKind.CHANGE, ClaimKind.SHARE, ClaimKind.RATE) or claim.figures[-1].kind is not Kind.RATE or not _telling(claim.figures[-1].figure):
        return ""
    first, second, rate = claim.figures
    if first.kind is not Kind.MONEY or second.kind is not Kind.MONEY or first.figure.unit == second.figure.unit:
        return ""
    small, large = sorted((first, second), key=lambda one: one.figure.unit.shift)
    for odd, other in ((small, large), (large, small)):  # 元 stands for 万元 more often
        meant = odd.figure.but(unit=other.figure.unit)
        pair = (meant, other.figure) if odd is first else (other.figure, meant)
        if any(footing is not None and footing.holds for footing in (foots(_plain(rate.figure), [rate_]) for rate_ in _rates(claim.kind, *pair))):
            return f"“{shown(odd)}”为{meant}"
    return ""


def _rates(kind: ClaimKind, first: Figure, second: Figure) -> Iterator[Quantity]:
    """What two amounts may be to each other: part and whole; now and by how much it changed; now and then."""
    a, b = first.quantity, second.quantity
    slack = a.slack + b.slack
    pairs = [(a, b)]
    if kind is ClaimKind.CHANGE:
        pairs = [(b, a), (b, Quantity(a.value - b.value, slack)), (b, Quantity(a.value + b.value, slack)), (Quantity(a.value - b.value, slack), b)]
    for top, bottom in pairs:
        rate = ratio(top, bottom) if bottom.value > 0 else None
        if rate is not None:
            yield Quantity(abs(rate.value), rate.slack)


def _plain(figure: Figure) -> Figure:
    return figure.but(value=abs(figure.value))


def _telling(figure: Figure) -> bool:
    return significant(figure) >= TELLING
