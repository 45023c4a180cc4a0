"""People or things counted again by the very same words, two digits of one number exchanged: 惠及创业青年1368人,人均25万元 … 全年惠及创业青年1386人."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.judging.slips import digits, one_slip
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["recounted_claims"]

DIGITS, FEWER = 4, 3  # from which exchanged digits are no accident; where the whole name is the same
WHOLE = 6  # characters of such a name
WORDS = 4  # characters right before both that are the same
_NAME = re.compile(r"(?P<name>[^\s\d,，、;；。:：()]{2,24}?)(?:共计|总计|合计|共|达到|达|为|有)?$")
_OF_THE_YEAR = re.compile("^(?:全年|本年度?|年内|年末|年底|共|已|实际)+")
_ANOTHER = re.compile("上年|去年|同期|上半年|季度|月|计划|目标|任务|预计|累计|新增|其中|平均|比|较")


def recounted_claims(spoken: Iterable[Sequence[Said]], made: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every number told once, of which nothing is worked out, beside one that is borne out or told twice, or the only other of its whole name."""
    told = [one for said in spoken for one in said if one.amount and one.mention.kind is Kind.COUNT and not one.mention.loose and digits(one.mention.figure) >= FEWER]
    counts = [one for one in told if digits(one.mention.figure) >= DIGITS]
    times = Counter((one.mention.figure.unit, one.mention.figure.value) for one in counts)
    used = {figure for claim in made if claim.verdict is not Verdict.UNSURE for figure in claim.figures}
    borne = {figure.start for claim in made if claim.verdict is Verdict.HOLDS for figure in claim.figures}
    sure: dict[tuple[str, str], dict[Decimal, Said]] = defaultdict(dict)
    for one in counts:
        if one.mention.start in borne or times[one.mention.figure.unit, one.mention.figure.value] > 1:
            sure[_digits(one)].setdefault(one.mention.figure.value, one)
    for one in counts:
        figure = one.mention.figure
        if one.mention in used or times[figure.unit, figure.value] > 1 or _ANOTHER.search(one.lead):
            continue
        meant = [other for value, other in sure[_digits(one)].items() if _exchanged(one, other) and _called_alike(one, other) and not _ANOTHER.search(other.lead)]
        if len(meant) == 1:
            yield _told(meant[0], one)
            used.add(one.mention)
    yield from _under_one_name(told, used)


def _told(first: Said, one: Said) -> Claim:
    words = f"前后所述应为同一数：另一处为{shown(first.mention)}，此处为{shown(one.mention)}，请核对。"
    return Claim(ClaimKind.REPEAT, "", one.mention.start, one.mention.end, (first.mention, one.mention), shown(one.mention), shown(first.mention), Verdict.FAILS, words)


def _under_one_name(told: Sequence[Said], used: set[Mention]) -> Iterator[Claim]:
    """The second of the only two numbers that the text tells under one whole name, their digits exchanged."""
    named: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for one in told:
        name = match["name"] if (match := _NAME.search(one.lead)) else ""
        name = _OF_THE_YEAR.sub("", name)
        if len(name) >= WHOLE and not _ANOTHER.search(one.lead):
            named[name, one.mention.figure.unit.text, one.noun[:2]].append(one)
    for pair in named.values():
        if len(pair) == 2 and pair[1].mention not in used and _exchanged(*pair):
            yield _told(*pair)


def _digits(one: Said) -> tuple[str, str]:
    """What two numbers share whose digits stand in another order."""
    return one.mention.figure.unit.text, "".join(sorted(str(one.mention.figure.value)))


def _exchanged(one: Said, other: Said) -> bool:
    a, b = one.mention.figure, other.mention.figure
    return a.value != b.value and sorted(str(a.value)) == sorted(str(b.value)) and one_slip(a, b)


def _called_alike(one: Said, other: Said) -> bool:
    """Whether the words right before both end alike, over one whole name at least, and what stands behind begins alike."""
    names = [match["name"] if (match := _NAME.search(told.lead)) else "" for told in (one, other)]
    short, long = sorted(names, key=len)
    return len(short) >= WORDS and long.endswith(short) and one.noun[:2] == other.noun[:2]
