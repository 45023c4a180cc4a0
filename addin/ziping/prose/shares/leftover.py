"""What is left behind a rate: 支付820万元,占到位资金的82%,结存资金180万元. The rate tells of which whole the rest was left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import carried, off_by
from ziping.prose.text.below import Spoken
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["leftover_claims"]

FAR = 12  # amounts of the paragraph that may have been spent
NEAR = 6  # rates of the paragraph that may tell of what was left
_LEFT = re.compile(r"(?:结余|结存|节余|剩余|未支[付出]|未使用|未拨付|未执行|空置|未分配|欠缴|尚余|余额)(?:\([^()]*\))?(?:的)?(?:资金|金额|经费)?(?:为|共|数|了|有)*$")
_OTHER = re.compile(r"节约|上年|年初|累计|滚存|结余分配")

Pair = tuple[Mention, Mention]  # what was done, of how much


def leftover_claims(spoken: Sequence[Spoken], made: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every amount left behind rates that hold, where only a slip leads to what one of their wholes leaves; nothing is said of one that fits."""
    rates = {claim.figures[-1]: pair for claim in made if claim.verdict is Verdict.HOLDS and claim.kind in (ClaimKind.RATE, ClaimKind.SHARE) if (pair := _pair(claim)) is not None}
    used = {figure for claim in made if claim.verdict is not Verdict.UNSURE for figure in claim.figures}
    pairs: list[Pair] = []
    told: list[Mention] = []
    paragraph = -1
    for sentence, said in spoken:
        if sentence.paragraph != paragraph:
            pairs, told, paragraph = [], [], sentence.paragraph
        for one in said:
            if one.mention in rates:
                pairs.append(rates[one.mention])
            elif one.amount and one.mention not in used and not one.mention.loose and _LEFT.search(one.lead) and not _OTHER.search(one.lead):
                yield from _judged(one, pairs[-NEAR:], told)
            if one.amount and not one.mention.loose:
                told.append(one.mention)


def _pair(claim: Claim) -> Pair | None:
    amounts = [figure for figure in claim.figures[:-1] if figure.kind is not Kind.RATE]
    if len(amounts) != 2 or amounts[0].figure.unit.base != amounts[1].figure.unit.base or claim.figures[-1].kind is not Kind.RATE:
        return None
    done, whole = sorted(amounts, key=lambda figure: figure.figure.quantity.value)
    return done, whole


def _judged(left: Said, pairs: Sequence[Pair], told: Sequence[Mention]) -> Iterator[Claim]:
    figure = left.mention.figure
    spent = [one.figure for one in told[-FAR:] if one.figure.unit.base == figure.unit.base]
    if any((footing := foots(figure, [whole.figure, -one.quantity])) is not None and footing.exact for _, whole in pairs for one in spent):
        return  # 收入919万元,其中…占2%;支出827万元,结余92万元
    due = [(done, whole, footing) for done, whole in pairs if (footing := foots(figure, [whole.figure, -done.figure.quantity])) is not None]
    if any(footing.holds for _, _, footing in due):
        return
    meant = [one for one in due if carried(figure, one[2].difference) or off_by(figure, one[2].difference)]
    if len({(done.figure.quantity.value, whole.figure.quantity.value) for done, whole, _ in meant}) != 1:
        return
    done, whole, footing = meant[0]
    worked = in_unit(footing.expected, left.mention)
    yield recomputed(ClaimKind.BALANCE, [whole, done, left.mention], Verdict.FAILS, worked, f"{shown(whole)}-{shown(done)}={worked}")
