"""What became of what was received, the last of it still open: 受理180件,起诉120件,不起诉35件,年末未审结25件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import slips_to
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike, twin_lead

__all__ = ["outcome_claims"]

FAR = 10  # figures between what was received and what is open
_OPEN = re.compile(r"(?:^|[,，、;；])[^,，、;；]{0,6}?(?:未|正在|在办|(?<![接招优])待|尚在|等其[他它]|其[他它])(?P<what>[^,，、;；\d]{0,5})$")
_OTHERS = re.compile("其[他它]")  # of money: a further source, and nothing that is open
_LISTED = re.compile(r"分类为|分为|分别[为是]|其中|包括|包含|主要有|主要是|按[^,，]{1,8}分")  # the first of those of which the others are the last
_RECEIVED = re.compile(r"受理|收到|接收|交办|转办|接到|派单|派发|发现|排查|立案|登记|计划|应|下达|安排|共|总")


def outcome_claims(said: Sequence[Said]) -> Iterator[Claim]:
    """One claim where the outcomes that follow an amount, up to those still open, give it; it fails where one wrong digit explains it."""
    for at, last in enumerate(said):
        if not last.amount or last.mention.loose or last.marker or last.mention.kind not in (Kind.COUNT, Kind.MONEY) or not _OPEN.search(last.lead) or last.mention.kind is Kind.MONEY and _OTHERS.search(last.lead):
            continue
        row = [one for one in said[max(0, at - FAR) : at + 1] if one.mention.figure.unit.base == last.mention.figure.unit.base and one.mention.depth == last.mention.depth and not one.price and (one.year != -1 or last.year == -1)]
        first = next((i for i in range(len(row) - 2, -1, -1) if row[i].marker), 0)
        if any(not one.amount or one.mention.loose or one.mention.kind is not last.mention.kind for one in row[first:]):
            continue
        made = [claim for i in range(len(row) - 3, first - 1, -1) if _received(said, row, i) and (claim := _judged(row[i], row[i + 1 :], said[at + 1 :])) is not None]
        yield from [one for one in made if one.verdict is Verdict.HOLDS][:1] or made[:1]


def _received(said: Sequence[Said], row: Sequence[Said], at: int) -> bool:
    """Whether the amount is what came in, by its words or because the last outcome denies what all others say: 132家参评,评为五星的…,未评上的12家."""
    denied = _OPEN.search(row[-1].lead)
    if _OTHERS.search(row[-1].lead) and _LISTED.search(row[at].lead):
        return False
    alike = denied is not None and denied["what"][:1] not in "" and len(row) - at > 3 and denied["what"][:1] in row[at + 1].lead
    return alike or bool(_RECEIVED.search(twin_lead(said, said.index(row[at]))))


def _judged(whole: Said, parts: Sequence[Said], behind: Sequence[Said]) -> Claim | None:
    """behind: what the sentence tells later, which may be all that the parts fall short by: 未支付28万元,节约20万元."""
    footing = foots(whole.mention.figure, [part.mention.figure for part in parts])
    if footing is None:
        return None
    if not footing.holds and not (_long(whole) and slips_to([part.mention for part in parts], whole.mention)):
        return None
    if not footing.holds and any(alike(one, whole) and one.mention.figure.quantity.value == abs(footing.difference) for one in behind):
        return None
    worked = in_unit(footing.expected, whole.mention)
    sum_ = "+".join(shown(part.mention) for part in parts) + f"={worked}"
    verdict = Verdict.HOLDS if footing.holds else Verdict.FAILS
    return recomputed(ClaimKind.SUM, [*(part.mention for part in parts), whole.mention], verdict, worked, sum_)


def _long(whole: Said) -> bool:
    """Whether the amount has digits enough for a slip to be no accident."""
    return abs(whole.mention.figure.value.scaleb(whole.mention.figure.decimals or 0)) >= Decimal(100)
