"""Scores told heading by heading: (一)产出(50分,得48分) with 1.数量(20分,得20分) … below it, and the total of all headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, recomputed, shown, verdict_of
from ziping.prose.scores.scores import HUNDRED, score_pairs, told_of_all
from ziping.prose.text.below import Spoken
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.outline import mark_rank
from ziping.prose.text.sentences import Text

__all__ = ["scoretree_claims"]

LONGEST = 80  # headings of one tree


@dataclass(frozen=True, slots=True)
class _Heading:
    """A numbered paragraph that opens with points and a score."""

    rank: int
    points: Mention
    score: Mention


def scoretree_claims(text: Text, spoken: Sequence[Spoken]) -> Iterator[Claim]:
    """One claim for every heading whose points those below it give, and one for the total of headings that are worth a hundred."""
    headings: list[_Heading] = []
    totals: list[Mention] = []
    paragraph = -1
    for sentence, said in spoken:
        scores = [one for one in said if one.mention.kind is Kind.SCORE]
        if not scores:
            paragraph = sentence.paragraph
            continue
        pairs = score_pairs(scores)
        totals += [got.mention for points, got in pairs if points is None and told_of_all(got)]
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        rank = mark_rank(text.text[sentence.start : sentence.start + 24].lstrip()) if opens else None
        if rank is not None and pairs and pairs[0][0] is not None and pairs[0][0] is scores[0]:
            headings.append(_Heading(rank, pairs[0][0].mention, pairs[0][1].mention))
    for at, heading in enumerate(headings):
        below = _siblings(headings, at + 1, heading.rank)
        if len(below) > 1 and sum(one.points.figure.value for one in below) == heading.points.figure.value:
            yield _claim(below, heading.score)
    values = {total.figure.value for total in totals}
    outermost = 99
    for at, heading in enumerate(headings):
        if heading.rank >= outermost:
            continue
        outermost = heading.rank
        run = _siblings(headings, at, heading.rank - 1)
        if len(run) > 1 and sum(one.points.figure.value for one in run) == HUNDRED.value and len(values) == 1:
            yield _claim(run, totals[-1])


def _siblings(headings: Sequence[_Heading], start: int, above: int) -> list[_Heading]:
    """The headings of the first one's rank from there on, as long as none stands above them."""
    run: list[_Heading] = []
    for heading in headings[start : start + LONGEST]:
        if heading.rank <= above:
            break
        if not run or heading.rank == run[0].rank:
            run.append(heading)
        elif heading.rank < run[0].rank:
            return []
    return run


def _claim(parts: Sequence[_Heading], total: Mention) -> Claim:
    footing = foots(total.figure, [one.score.figure for one in parts])
    assert footing is not None
    places = max(one.score.figure.decimals or 0 for one in parts)
    worked = in_unit(footing.expected, total, max(0, places - (total.figure.decimals or 0)))
    return recomputed(ClaimKind.SUM, [*(one.score for one in parts), total], verdict_of(footing.holds), worked, "+".join(shown(one.score) for one in parts) + f"={worked}")
