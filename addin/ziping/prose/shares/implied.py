"""Two shares of one whole that the text does not state: 甲a,占总收入的p%;乙b,占总收入的q%. a ÷ p and b ÷ q must be one amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, settled, shown, verdict_of
from ziping.prose.judging.slips import slip_of
from ziping.prose.text.naming import NAMED
from ziping.prose.text.said import Role, Said

__all__ = ["compared", "implied_claims"]

FAR = 6  # paragraphs
_SHIFTING = re.compile(r"同类|同期|该|其|此|各|本[镇乡村校院局科级单项批]|相应|当[年月期地]|应|所在|(?:预算|计划|任务|目标|指标)(?:数|额|总额)?$")  # a whole that differs from place to place
_ACTUAL = re.compile(r"决算|执行|实际")


def implied_claims(said: Sequence[Said], shares: Sequence[Claim], before: Before) -> Iterator[Claim]:
    """One claim for every share whose whole is unsaid and that an earlier share of the same whole implies. shares: those with a whole."""
    known = settled(shares)
    for index, share in enumerate(said):
        if share.role is not Role.SHARE or share.mention in known or share.mention.loose or share.serial or not share.mention.figure.value:
            continue
        part = _part(said, index)
        if part is None or len(share.of) < NAMED or _SHIFTING.search(share.of):
            continue
        earlier = next((pair for pair in reversed(before.shares) if _same_whole(pair, (before.paragraph, part, share), before)), None)
        if earlier is not None and (made := compared(earlier[1], earlier[2], part, share)) is not None:
            yield made
        before.shares = [*before.shares, (before.paragraph, part, share)][-6:]


def _part(said: Sequence[Said], index: int) -> Said | None:
    """The amount right before the share, with nothing but what it changed by between."""
    share = said[index]
    for one in reversed(said[max(0, index - 5) : index]):
        if one.mention.depth > share.mention.depth:
            continue
        if one.amount:
            return None if one.mention.loose or one.serial or not one.mention.figure.value else one
        if one.role is not Role.CHANGE:
            return None
    return None


def _same_whole(earlier: tuple[int, Said, Said], here: tuple[int, Said, Said], before: Before) -> bool:
    (there, part, share), (paragraph, this, other) = earlier, here
    return (
        share.of == other.of
        and paragraph - there <= FAR
        and part.mention.figure.unit.base == this.mention.figure.unit.base
        and (part.stage == this.stage or not _ACTUAL.search(part.lead + this.lead))
        and len({before.year_of(part), before.year_of(this)} - {None}) < 2
        and part.name != this.name
    )


def _whole(part: Said, share: Said) -> Quantity | None:
    return ratio(part.mention.figure, share.mention.figure)


def compared(part: Said, share: Said, this: Said, other: Said) -> Claim | None:
    """The share of this part against that of another part of the same whole."""
    first, second = _whole(part, share), _whole(this, other)
    if first is None or second is None or second.slack >= second.value or first.slack >= first.value:
        return None
    footing = foots(second, [first])
    due = ratio(this.mention.figure, first)
    if footing is None or due is None or due.value > 1:
        return None
    figure = other.mention.figure
    smaller = (this.mention.figure.quantity.value - part.mention.figure.quantity.value) * (figure.quantity.value - share.mention.figure.quantity.value) < 0
    together = foots(Quantity(Decimal(1)), [share.mention.figure, figure])  # two parts of one whole, whatever they are
    if smaller and not footing.holds and not (together and together.holds) and not slip_of(figure, due.value):
        return None  # the smaller amount has the larger share: each is of a whole of its own
    worked = in_unit(due.value, other.mention)
    sum_ = f"前文{shown(part.mention)}占{shown(share.mention)}，“{other.of}”应为{in_unit(first.value, this.mention)}，{shown(this.mention)}所占为{worked}"
    figures = [part.mention, share.mention, this.mention, other.mention]
    return last_digit(recomputed(ClaimKind.SHARE, figures, verdict_of(footing.holds), worked, sum_), due)
