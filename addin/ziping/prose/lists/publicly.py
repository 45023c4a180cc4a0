"""The three public expenses told one by one behind what they come to: “三公”经费决算31.28万元。用车13.65万元(5辆),接待9.83万元,出国7.80万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import slips_to
from ziping.prose.text.closed import three_public
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["publicly_claims"]

THREE = 3
_OF_ALL = re.compile("三公[”\"]?经?费?|三项经费")
_PLANNED = re.compile("预算|计划|上年|去年|同期|压减|节约|减少|增加|下降")


def publicly_claims(text: Text, sentence: Sentence, said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim where the sentence tells the three and nothing else in money, and one slip keeps them from the one total that the paragraph told."""
    row = [one for one in said if one.mention.kind is Kind.MONEY and not one.mention.depth]
    names = [one.name or one.lead for one in row]
    if len(row) != THREE or not three_public(names) or any(not one.amount or one.mention.loose or one.marker or one.year == -1 or _PLANNED.search(one.lead) for one in row):
        return
    if any(row[0].mention in claim.figures for claim in judged if claim.kind in (ClaimKind.SUM, ClaimKind.PARTS)):
        return
    start = text.text.rfind("\n", 0, sentence.start) + 1
    if not _OF_ALL.search(text.text, start, row[0].mention.start):
        return
    told = [one for one in before.told if one not in said and one.mention.kind is Kind.MONEY and not one.mention.loose and one.year != -1 and not _PLANNED.search(one.lead)]
    parts = [one.mention for one in row]
    footings = [(one, foots(one.mention.figure, [part.figure for part in parts])) for one in told]
    if any(footing is None or footing.holds for _, footing in footings):
        return
    meant = {one.mention.figure.quantity.value: (one, footing) for one, footing in footings if slips_to(parts, one.mention)}
    if len(meant) != 1:
        return
    total, footing = next(iter(meant.values()))
    worked = in_unit(footing.expected, total.mention)  # type: ignore[union-attr]
    sum_ = "+".join(shown(part) for part in parts) + f"={worked}"
    yield recomputed(ClaimKind.SUM, [*parts, total.mention], Verdict.FAILS, worked, sum_)
