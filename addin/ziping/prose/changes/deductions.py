"""Points that were cut, one by one and together: 甲扣1分,乙扣0.5分,共扣1.5分; 以上合计扣3.2分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.said import Said

__all__ = ["deduction_claims"]

_CUT = re.compile(r"扣(?:分|减|除)?(?:了|为|:)?$")
_TOGETHER = re.compile(r"(?:(?P<many>[两二三四五六七八九十]|\d{1,2})项)?(?P<word>共计|合计|累计|总计|共)扣(?:分|减|除)?(?:了|为|:)?$")
_NEXT = re.compile("[;；。]")
_OF_ALL = re.compile(r"以上|上述|各项|合计扣|总计扣|共计扣")


def deduction_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every sum of what the paragraph has cut so far; it fails where it is of its clause, or says that it is of all or of how many."""
    stack: list[Said] = []
    within = False
    for one in (*(s for s in before.told if s not in said), *said):
        within = not _NEXT.search(one.lead) and (within or "其中" in one.lead and bool(stack))
        if within:
            continue  # 管理扣1.4分,其中进度扣0.9分、处置扣0.5分: told already
        if one.mention.kind is not Kind.SCORE or one.mention.loose or not _CUT.search(one.lead) or one.mention.depth and stack and stack[-1].mention.depth < one.mention.depth:
            continue  # what stands in brackets divides what it follows
        together = _TOGETHER.search(one.lead)
        if not together or not stack:
            stack.append(one)
            continue
        fitting = next((stack[-many:] for many in range(2, len(stack) + 1) if _holds(one, stack[-many:])), None)
        stated = whole_number(together["many"]) if together["many"] else None
        here = _clause(stack, one, said)
        if stated and len(stack) >= stated:
            fitting = stack[-stated:] if _holds(one, stack[-stated:]) else None
        here = here or _sentence(stack, one, said)
        fitting = None if fitting and here and len(fitting) < len(here) and not stated else fitting
        parts = fitting or (stack[-stated:] if stated else here or stack)
        told = len(parts) > 1 and (bool(here) or bool(_OF_ALL.search(one.lead)) or stated == len(parts))
        if one in said and (fitting or told):
            footing = foots(one.mention.figure, [part.mention.figure for part in parts])
            assert footing is not None
            worked = in_unit(footing.expected, one.mention, 2 if not one.mention.figure.decimals else 0)
            sum_ = "+".join(shown(part.mention) for part in parts) + f"={worked}"
            yield recomputed(ClaimKind.SUM, [*(part.mention for part in parts), one.mention], Verdict.HOLDS if fitting else Verdict.FAILS, worked, sum_)
        stack = [*stack[: len(stack) - len(parts)], one]


def _clause(stack: Sequence[Said], total: Said, said: Sequence[Said]) -> list[Said]:
    """What the same clause has cut before: 甲扣1分,乙扣0.5分,共扣1.5分."""
    parts: list[Said] = []
    if total not in said or _OF_ALL.search(total.lead) or re.search("[;；。]", total.lead):
        return parts
    last = said.index(total)
    for one in reversed(stack):
        if one not in said or any(re.search("[;；。]", between.lead) for between in said[said.index(one) + 1 : last]):
            break
        parts.insert(0, one)
        last = said.index(one)
        if re.search("[;；。]", one.lead):
            break
    return parts if len(parts) > 1 else []


def _sentence(stack: Sequence[Said], total: Said, said: Sequence[Said]) -> list[Said]:
    """What a sentence without semicolons has cut before it says 合计扣 of all."""
    parts = [one for one in stack if one in said]
    plain = total in said and not any(re.search("[;；]", one.lead) for one in said[: said.index(total) + 1])
    return parts if plain and len(parts) > 2 and not re.search("以上|上述", total.lead) else []


def _holds(total: Said, parts: Sequence[Said]) -> bool:
    footing = foots(total.mention.figure, [part.mention.figure for part in parts])
    return footing is not None and footing.holds
