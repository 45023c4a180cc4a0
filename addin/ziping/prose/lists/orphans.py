"""Rows of amounts whose total stands elsewhere: told sentences before, or as 共计 in the sentence after.

Which total is meant is told by the figures: where none of the amounts nearby is their sum, but one is but for two digits that changed
places, that one was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.misprints import EXCHANGE_ODDS, exchanged
from ziping.prose.text.divided import other_stage
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import plain_name
from ziping.prose.text.said import Said, measure
from ziping.prose.text.stages import FUND_NAMES

__all__ = ["orphan_claims"]

FAR = 24  # amounts before a row that may be its total
NAMED = 3  # characters by which a row names a total of another paragraph
LONGEST = 40  # amounts of one row
FEW, RARE = 4, 6  # short rows of named amounts are often of no total at all, a bare 分别为a、b、c seldom is
_LISTED = re.compile(r"^[^,，;；。:：、\d]{0,8}(?:[、,，;；]|\)[和及与])[^。:：]{0,40}$")
_DIVIDES = re.compile(r"[。\s]*按[^,，;；:：\d]{1,14}分")
_AIM, _REACHED = re.compile("目标|计划|任务"), re.compile("实际|完成")
_BASE = re.compile(r"(?:比|较|与|同)(?:上年|去年|(?:19|20)\d\d年)")
_NOT_LISTED = re.compile(r"加上|减去|扣除|可用|比|较|同比|增加|减少|合计|共计|总计|(?<!公)共(?![用同享])|年初|年末|结转|结余|预算|决算|计划|完成|上年|去年")


def orphan_claims(said: Sequence[Said], lists: Sequence[Group], before: Before, heading: str = "") -> Iterator[Claim]:
    """One claim for every row without a total in its sentence that misses an amount told before only by digits that changed places.

    A total of another paragraph must be called by its name in the heading above the row or in the words before it, or be of its noun
    where the row says by what it divides.
    """
    bound = {id(part) for group in lists if group.foots for part in group.parts}
    for row in _rows(said):
        if len(row) < 2 or any(id(one) in bound for one in row):
            continue
        first = row[0]
        told = [one for one in (*before.earlier[-FAR:], *said[: said.index(first)]) if one.amount and not one.mention.loose and one not in row and id(one) not in bound]
        told = [one for one in told if not (_AIM.search(one.lead) and _REACHED.search(first.lead))]
        told = [one for one in told if one.mention.kind is first.mention.kind and one.mention.figure.unit == first.mention.figure.unit and not one.price]
        turns = [measure(one) for one in row]
        told = [one for one in told if len(set(turns)) < len(turns) or measure(one) not in turns]  # 学生8790人,教职工824人。初中学生832人,教职工46人
        at = said.index(first)
        head = plain_name(heading + (said[at - 1].lead if at and said[at - 1].mention.kind is Kind.COUNT else "") + first.lead)
        noun = first.name[-2:] if _DIVIDES.match(first.lead) else ""
        near = [one for one in told if (one in said or one in before.told) and one.marker not in ("其中", "包括") or len(plain_name(one.name)) >= NAMED and plain_name(one.name) in head or noun and noun in one.lead]
        made = _judged(row, told, near, [one for one in near if len(plain_name(one.name)) >= NAMED and plain_name(one.name) in head])
        if made is not None:
            yield made


def _rows(said: Sequence[Said]) -> Iterator[list[Said]]:
    """The longest runs of amounts of one unit, each listed behind the one before; rates may stand between."""
    row: list[Said] = []
    for at, one in enumerate(said):
        if one.mention.kind is Kind.RATE and row and at and said[at - 1] in row:
            continue
        fits = one.amount and not one.mention.loose and not one.price and one.mention.kind in (Kind.MONEY, Kind.COUNT) and (not one.serial or bool(row) and row[-1] is said[at - 1])
        if fits and row and one.mention.figure.unit == row[-1].mention.figure.unit and one.mention.depth == row[-1].mention.depth and not other_stage(one, row[-1]) and not one.marker and _LISTED.match(one.lead) and not _NOT_LISTED.search(FUND_NAMES.sub("", one.lead)) and len(row) < LONGEST:
            row.append(one)
            continue
        if len(row) > 1:
            yield row
        row = [one] if fits and not _BASE.search(one.lead) else []
    if len(row) > 1:
        yield row


def _judged(row: Sequence[Said], told: Sequence[Said], near: Sequence[Said], named: Sequence[Said]) -> Claim | None:
    """The total among those near that digits which changed places keep the row from giving; None where the row, or the row but for its first or last, gives one as it is."""
    figures = [one.mention.figure for one in row]
    spans = [figures, figures[1:], figures[:-1]]
    if any((footing := foots(one.mention.figure, span)) is not None and footing.holds for one in told for span in spans if len(span) > 1):
        return None
    missed = {one.mention.figure.value: one for one in near if exchanged([part.mention for part in row], one.mention, EXCHANGE_ODDS * (1 if len(row) > FEW or row[-1].serial or row[0].marker or one in named else RARE) * max(1, len({t.mention.figure.value for t in told})))}
    if len(missed) != 1:
        return None
    total = next(iter(missed.values()))
    footing = foots(total.mention.figure, figures)
    assert footing is not None
    worked = in_unit(footing.expected, total.mention)
    sum_ = ("+".join(shown(one.mention) for one in row) if len(row) < 6 else "各项相加") + f"={worked}"
    return recomputed(ClaimKind.SUM, [*(one.mention for one in row), total.mention], Verdict.FAILS, worked, sum_)
