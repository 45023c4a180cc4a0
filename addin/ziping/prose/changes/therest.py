"""All there are, what was done of them, and the rest by that word: 受理2146件,当日答复2089件,占97.3%,其余57件次日答复; 106个完工项目中102个合格,余下4个整改后合格."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.quotients import fits
from ziping.prose.judging.slips import digits, one_wrong
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said, alike

__all__ = ["rest_claims"]

NEAR = Decimal("0.3")  # of the rest that is due: farther off, it is the rest of something else
FINE = 3  # digits of a share from which it tells what the whole is
_REST = re.compile(r"^[^,，;；。]{0,12}[,，;；](?:其余|余下|剩余|剩下)的?$")
_CAME = re.compile(r"受理|收到|接到|接诉|派发|交办|转办|排查|发现|共|总|合计")
_SEVERAL = re.compile("其中|包括|分别|计划|目标|预算|上年|去年|比|较")


def rest_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every rest right behind the one amount that was done of all there are, or behind its share.

    It fails where one slip in the three explains it, of a hundred at least, or where the share bears the two amounts out and the rest is not far off.
    """
    known = {figure for claim in judged if claim.kind in (ClaimKind.BALANCE, ClaimKind.SUM) and claim.verdict is not Verdict.UNSURE for figure in claim.figures}
    for at, rest in enumerate(said):
        if at < 2 or rest.mention.kind is not Kind.COUNT or rest.mention in known or not rest.amount or not _REST.match(rest.lead):
            continue
        share = said[at - 1] if said[at - 1].role is Role.SHARE else None
        first = at - (3 if share is not None else 2)
        if first < 0 or first and alike(said[first - 1], rest) and not re.match("[;；。]", said[first].lead):
            continue
        whole, done = said[first : first + 2]
        if not all(one.amount and not one.mention.loose and not one.serial and alike(one, rest) and one.mention.depth == rest.mention.depth for one in (whole, done, rest)):
            continue
        within = whole.noun.endswith("中") or re.search(r"中[,，]?$", done.lead) is not None
        if not within and not _CAME.search(whole.lead) or _SEVERAL.search(done.lead) or any(alike(one, rest) and not re.match("[;；。]", one.lead) for one in said[at + 1 : at + 2]):
            continue
        yield from _judged(whole, done, rest, share)


def _judged(whole: Said, done: Said, rest: Said, share: Said | None) -> Iterator[Claim]:
    due = whole.mention.figure.quantity.value - done.mention.figure.quantity.value
    told = rest.mention.figure.quantity.value
    borne = share is not None and digits(share.mention.figure) >= FINE and fits(share, done, whole) and abs(due - told) <= NEAR * due
    if due != told and not borne and not one_wrong([done.mention, rest.mention], whole.mention):
        return
    if due <= 0:  # more was done than there is: the sum tells it
        worked = in_unit(done.mention.figure.quantity.value + told, whole.mention)
        yield recomputed(ClaimKind.BALANCE, [done.mention, rest.mention, whole.mention], Verdict.FAILS, worked, f"{shown(done.mention)}+{shown(rest.mention)}={worked}")
        return
    worked = in_unit(due, rest.mention)
    sum_ = f"{shown(whole.mention)}-{shown(done.mention)}={worked}"
    yield recomputed(ClaimKind.BALANCE, [whole.mention, done.mention, rest.mention], Verdict.HOLDS if due == told else Verdict.FAILS, worked, sum_)
