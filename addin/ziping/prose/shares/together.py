"""Shares of a list told together: in rows, of their own sum, one in each paragraph, and all of them, which add up to 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ziping.amounts import Figure, Footing, Quantity, foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.quotients import fits, quotient_is
from ziping.prose.judging.slips import digits, mistyped
from ziping.prose.judging.unitslips import of_a_share
from ziping.prose.text.closed import cut_off, three_public
from ziping.prose.text.figures import Mention
from ziping.prose.text.members import TOGETHER
from ziping.prose.text.naming import NAMED, names_agree
from ziping.prose.text.said import Role, Said
from ziping.prose.text.sentences import Sentence

__all__ = ["THIS_ONE", "all_shares", "all_told", "below_shares", "is_share", "as_share", "shares_in_rows", "shares_of_their_sum"]

SHARP = 2  # of a share, what the rounding of its amounts may leave open: not all of it
TELLING = 4  # digits of a share that a mistyped amount gives by no accident
FAR_ABOVE, WORLDS = Decimal("1.1"), Decimal(100)
THIS_ONE = re.compile("该|此|其|所[在属]")  # 占该项目支出的14%: of what was just told, whatever else is called so
_OF_ITS_OWN = re.compile(r"其中[^,，;；占]{2,}占")  # 收入46亿元,其中税收占比62%


def is_share(share: Said, part: Said, whole: Said) -> bool:
    return not whole.mention.loose and quotient_is(share.mention.figure, part.mention.figure, whole.mention.figure, SHARP)


def as_share(share: Said, part: Said, whole: Said, verdict: Verdict, hundred: bool = False) -> Claim | None:
    quotient = ratio(part.mention.figure, whole.mention.figure)
    if quotient is None:
        return None
    if quotient.value > WORLDS and not share.explicit:
        return of_a_share(part.mention, whole.mention, share.mention)  # 1777万元 of 2089元
    if quotient.value > FAR_ABOVE and verdict is Verdict.FAILS and not share.explicit and not _mistyped(share.mention.figure, part.mention.figure, whole.mention.figure):
        verdict = Verdict.UNSURE  # no part is so far above its whole: another one was meant
    rate = in_unit(quotient.value, share.mention)
    sum_ = f"{shown(part.mention)}÷{shown(whole.mention)}={rate}"
    return last_digit(recomputed(ClaimKind.SHARE, [part.mention, whole.mention, share.mention], verdict, rate, sum_), quotient, hundred)


def _mistyped(share: Figure, part: Figure, whole: Figure) -> bool:
    """Whether one slip in the part, or in its whole, is all that keeps a share of enough digits from being right."""
    if digits(share) < TELLING:
        return False
    return any(quotient_is(share, one, whole) for one in mistyped(part)) or any(quotient_is(share, part, one) for one in mistyped(whole))


def all_told(shares: Sequence[Said]) -> bool:
    """Whether these are three shares at least, and they add up to 100%."""
    footing = foots(Quantity(Decimal(1)), [one.mention.figure for one in shares]) if len(shares) > 2 else None
    return footing is not None and footing.exact


def shares_in_rows(said: Sequence[Said], found: Sequence[Group], before: Before) -> Iterator[Claim]:
    """`甲、乙分别为a、b,占总额的p%、q%`: amounts and shares in two rows. Once a whole fits one of them, all are held against it."""
    for start, share in enumerate(said):
        stop = start + 1
        while stop < len(said) and said[stop].serial == stop - start:
            stop += 1
        if share.role is not Role.SHARE or share.serial or stop - start < 2:
            continue
        amounts, summed = [s for s in said[max(0, start - 12) : start] if s.amount], None
        if len(amounts) > stop - start and said[start - 1] is amounts[-1] and TOGETHER.match(amounts[-1].lead.removeprefix(said[start - 2].noun)):
            *amounts, summed = amounts  # 甲a、乙b,共c,分别占p%和q%
        amounts = amounts[start - stop :]
        if len(amounts) < stop - start or len({s.mention.figure.unit.base for s in amounts}) > 1:
            continue
        pairs = list(zip(amounts, said[start:stop], strict=True))
        group = next((g for g in found if amounts[0] in g.parts), None)
        pool = [summed] if summed else [s for s in [*before.earlier[-24:], *before.previous, *said[:start]] if s.amount and s not in amounts]
        together = foots(Quantity(Decimal(1)), [one.mention.figure for _, one in pairs])
        for whole in reversed([*pool, *([group.total] if group and not summed else [])]):
            fitting = sum(is_share(one, part, whole) for part, one in pairs)
            meant = group is not None and whole is group.total and (group.adjacent or whole in said and amounts == list(group.parts)) and not group.apart and together is not None and together.holds
            least = len(pairs) if _of_another_name(share, whole) else max(1, len(pairs) - 1)
            if whole.mention.figure.unit.base == amounts[0].mention.figure.unit.base and (fitting >= least or meant):
                for part, one in pairs:
                    own = not is_share(one, part, whole) and any(is_share(one, part, other) for other in before.earlier if other.amount)  # 站12座、厕所30座,分别占总数的…
                    made = None if own else as_share(one, part, whole, verdict_of(is_share(one, part, whole)), all_told([one for _, one in pairs]))
                    if made is not None:
                        yield made
                break


def _of_another_name(share: Said, whole: Said) -> bool:
    """Whether 占 names in so many words a whole that is not this one: 良种面积500万亩,…分别占全市播种面积的41%、62%."""
    return len(share.of) >= NAMED and len(whole.name) >= NAMED and not names_agree(share.of, whole.name) and share.of[-2:] != "总额"


def shares_of_their_sum(said: Sequence[Said], found: Sequence[Group]) -> Iterator[Claim]:
    """Parts with shares whose whole is not named in the sentence: it is their sum when that fits any of them."""
    pairs = [(a, b) for a, b in zip(said, said[1:], strict=False) if a.amount and b.role is Role.SHARE and not b.serial and not b.explicit and not _OF_ITS_OWN.search(b.lead)]
    telling = [(a, b) for a, b in pairs if a.mention.figure.value and b.mention.figure.value]
    if len(telling) < 2 or any(a in g.parts for g in found for a, _ in pairs) or len({a.mention.figure.unit for a, _ in pairs}) > 1:
        return
    if len({b.of for _, b in pairs}) > 1 or any(a.mention.loose or b.mention.loose for a, b in pairs):
        return
    quantities = [a.mention.figure.quantity for a, _ in pairs]
    whole = Quantity(sum((q.value for q in quantities), Decimal(0)), sum((q.slack for q in quantities), Decimal(0)))
    rates = [(a, b, ratio(a.mention.figure, whole)) for a, b in telling]
    judged = [(a, b, rate, foots(b.mention.figure, [rate])) for a, b, rate in rates if rate is not None]
    together = foots(Quantity(Decimal(1)), [b.mention.figure for _, b in pairs])
    if not any(footing is not None and footing.holds for *_, footing in judged) and not (together and together.holds):
        if together is not None and three_public([a.name for a, _ in pairs]):
            yield _hundred([b.mention for _, b in pairs], together)
        return
    for part, share, rate, footing in judged:
        worked = in_unit(rate.value, share.mention)
        holds = footing is not None and footing.holds
        total = in_unit(whole.value, part.mention)
        figures = [*(a.mention for a, _ in pairs), share.mention]
        verdict = verdict_of(holds)
        yield last_digit(recomputed(ClaimKind.SHARE, figures, verdict, worked, f"{shown(part.mention)}÷各项合计{total}={worked}"), rate, all_told([b for _, b in pairs]))


def all_shares(group: Group, said: Sequence[Said], previous: Sequence[Said] = ()) -> Claim | None:
    """The shares of all parts of a list that foots. previous: the figures of the sentence before."""
    if not (group.foots or group.complete) or len(group.taken) < 2:
        return None
    shares = []
    for index in group.taken:
        after = said[index + 1] if index + 1 < len(said) else None
        if after is None or after.role is not Role.SHARE or after.mention.loose or THIS_ONE.match(after.of) or after.of.startswith("各"):
            return None
        shares.append(after.mention)
    footing = foots(Quantity(Decimal(1)), [share.figure for share in shares])
    if footing is not None and not footing.holds and any(one.role is Role.SHARE and one.mention not in shares for one in said[group.taken[0] : group.taken[-1] + 1]):
        return None  # one of them, with its share, was not taken for a part
    own = _own_share(group, [*previous, *said], said[group.taken[0]])
    if own is not None and footing is not None and not footing.holds and not any(fits(said[index + 1], said[index], group.total) for index in group.taken):
        return _of_the_same(own, shares)
    if footing is not None and not footing.holds and all(fits(said[index + 1], said[index], group.total) for index in group.taken if said[index].mention.figure.value):
        return None  # each is right of the total, which has other parts
    near = footing is not None and Decimal("0.5") < footing.expected < Decimal("1.5") or len(shares) == 2
    return _hundred(shares, footing) if footing is not None and near else None


def _own_share(group: Group, told: Sequence[Said], first: Said) -> Mention | None:
    """The share of the total itself that stands right behind it, before the first part: 硕士及以上1692人,占93.38%,其中…."""
    for one, behind in pairwise(told[: told.index(first)]):
        if one is group.total and behind.role is Role.SHARE and not behind.mention.loose:
            return behind.mention
    return None


def _of_the_same(own: Mention, shares: list[Mention]) -> Claim | None:
    """Shares of what the total is a share of: they come to its own."""
    footing = foots(own.figure, [share.figure for share in shares])
    if footing is None or abs(footing.expected - footing.actual) * 2 > footing.actual:
        return None
    told = in_unit(footing.expected, own)
    text = f"各项占比合计{told}，" + (f"与总数的占比{shown(own)}相符。" if footing.holds else f"总数的占比为{shown(own)}，请核对各项占比。")
    return claim(ClaimKind.SHARES, [*shares, own], verdict_of(footing.holds), shown(own), told, text)


def below_shares(group: Group, spoken: Sequence[tuple[Sentence, list[Said]]]) -> Iterator[Claim]:
    """`支出298万元,构成如下:` with a part and its bare share in each paragraph below: of the total that they, or all but one of them, fit."""
    parts = {id(part) for part in group.parts}
    pairs = [(one, share) for _, said in spoken for one, share in zip(said, said[1:], strict=False) if id(one) in parts and share.role is Role.SHARE]
    pairs = [(one, share) for one, share in pairs if not share.of and not share.mention.loose and not share.serial]
    fitting = sum(is_share(share, one, group.total) for one, share in pairs)
    if group.foots or fitting >= max(2, len(pairs) - 1):
        for one, share in pairs:
            made = as_share(share, one, group.total, verdict_of(is_share(share, one, group.total)), all_told([one for _, one in pairs]))
            if made is not None:
                yield made


def _hundred(shares: list[Mention], footing: Footing) -> Claim:
    total = in_unit(footing.expected, shares[-1])
    text = f"各项占比合计{total}" + ("，等于100%。" if footing.holds else "，应为100%，请核对各项占比。")
    return claim(ClaimKind.SHARES, shares, verdict_of(footing.holds, not cut_off([share.figure for share in shares])), "100%", total, text)
