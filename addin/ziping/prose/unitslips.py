"""Where 元 written for 万元, or the other way round, is all that is wrong with a claim that fails: its words name the figure and the unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ziping.amounts import Figure, Quantity, foots, half_up, ratio, read_figure
from ziping.prose.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.figures import Kind

__all__ = ["with_unit_named"]

TELLING = 2  # significant digits that another unit meets by chance seldom enough
_ADVICE = "请核对。"


def with_unit_named(claim: Claim) -> Claim:
    """The claim, its explanation ending with the unit that was probably meant where the power of ten explains the whole difference."""
    if claim.verdict is not Verdict.FAILS or claim.kind is ClaimKind.UNIT or not claim.explanation.endswith(_ADVICE):
        return claim
    meant = _of_an_amount(claim) or _of_a_rate(claim)
    return replace(claim, explanation=claim.explanation.removesuffix(_ADVICE) + f"若{meant}则正好相符，请核对单位。") if meant else claim


def _of_an_amount(claim: Claim) -> str:
    """`增支120元` where 120万元 is due."""
    stated = claim.figures[-1]
    due = read_figure(claim.recomputed)
    if stated.kind is not Kind.MONEY or shown(stated) != claim.stated or due is None or due.unit.base != stated.figure.unit.base or not _telling(stated.figure):
        return ""
    for unit in (one.figure.unit for one in claim.figures[:-1] if one.kind is Kind.MONEY and one.figure.unit != stated.figure.unit):
        if half_up(due.quantity.value.scaleb(-unit.shift), stated.figure.decimals or 0) == stated.figure.value:
            return f"“{shown(stated)}”为{replace(stated.figure, unit=unit)}"
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
        meant = replace(odd.figure, unit=other.figure.unit)
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
    return replace(figure, value=abs(figure.value))


def _telling(figure: Figure) -> bool:
    return len(figure.value.normalize().as_tuple().digits) >= TELLING
