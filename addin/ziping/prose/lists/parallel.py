"""Rows of prose that state the same measures as the whole before them: 编制66人,在职58人。其中:甲编制30人,在职26人;乙编制36人,在职32人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.slips import one_wrong
from ziping.prose.text.below import Spoken, rest_of_paragraph
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, measure

__all__ = ["parallel_claims"]

MOST = 40  # rows of one whole
MEASURES = 6  # that a row states
Column = tuple[Said, list[Said]]
_APART = re.compile("[;；。]")
_BOUNDED = re.compile(r"比|较|上年|去年|其余|另|每|均|率")


def parallel_claims(at: int, spoken: Sequence[Spoken], lists: Sequence[Group]) -> Iterator[Claim]:
    """One claim for every measure of the whole whose rows miss it, where another measure shows that the rows are all of the whole.

    Two measures that are borne out leave no doubt; where only one is, the other must be off by one slip.
    """
    said = spoken[at][1]
    whole = _whole(said)
    rows = _rows(said[len(whole) :], spoken, at) if len(whole) > 1 else []
    if not 1 < len(rows) <= MOST:
        return
    columns = [(head, parts) for head in whole if (parts := _column(head, whole, rows))]
    judged = [(head, parts, foots(head.mention.figure, [one.mention.figure for one in parts])) for head, parts in columns]
    borne = [head for head, parts, footing in judged if footing is not None and footing.exact and sum(bool(one.mention.figure.value) for one in parts) > 1]
    bound = {id(part) for group in lists for part in group.parts}
    for head, parts, footing in judged:
        if footing is None or footing.holds or not borne:
            continue
        if any(id(part) in bound for part in parts) or len(borne) < 2 and not one_wrong([one.mention for one in parts], head.mention):
            continue
        worked = in_unit(footing.expected, head.mention)
        sum_ = ("+".join(shown(one.mention) for one in parts) if len(parts) < 6 else "各项相加") + f"={worked}"
        yield recomputed(ClaimKind.SUM, [*(one.mention for one in parts), head.mention], Verdict.FAILS, worked, sum_)


def _whole(said: Sequence[Said]) -> list[Said]:
    """The amounts that open the sentence, up to the word that opens the rows; nothing where figures of other roles stand among them."""
    heads: list[Said] = []
    for one in said:
        if one.marker or heads and _APART.search(one.lead):
            break
        if not one.amount or one.mention.loose or one.serial or one.mention.depth or one.mention.kind not in (Kind.MONEY, Kind.COUNT) or _BOUNDED.search(one.lead):
            return []
        heads.append(one)
    return heads if len(heads) <= MEASURES else []


def _rows(rest: Sequence[Said], spoken: Sequence[Spoken], at: int) -> list[list[Said]]:
    """The amounts behind the whole, row by row: split by semicolons; the sentences that follow in the paragraph are rows too."""
    rows: list[list[Said]] = []
    for said in ([*rest], *rest_of_paragraph(spoken, at)):
        for index, one in enumerate(said):
            if not index or _APART.search(one.lead):
                rows.append([])
            if one.amount and not one.mention.depth:
                rows[-1].append(one)
    return [row for row in rows if row]


def _column(head: Said, whole: Sequence[Said], rows: Sequence[Sequence[Said]]) -> list[Said]:
    """The one amount of each row that states this measure; nothing where a row states it not once."""
    alone = sum(one.mention.figure.unit.base == head.mention.figure.unit.base for one in whole) == 1
    parts = []
    for row in rows:
        same = [one for one in row if one.mention.figure.unit.base == head.mention.figure.unit.base and (alone or measure(one) == measure(head))]
        if len(same) != 1 or same[0].mention.loose or _BOUNDED.search(same[0].lead):
            return []
        parts += same
    return parts
