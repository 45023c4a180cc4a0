"""What so many of the amounts before come to, whichever these are: 甲168万元,乙124.65万元,丙74.25万元,其中两个专项合计198.90万元; 干警与书记员合计136人.

Which ones are meant is told by the figures, or by their names. Where some give the sum, it holds; it fails only where just one choice does so but for a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, settled, shown
from ziping.prose.judging.slips import digits, slips_to
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.said import Said, alike

__all__ = ["among_claims"]

MOST = 8  # amounts before that may be meant
TELLING = 5  # digits of a sum from which one slip away is no accident
_CHOSEN = re.compile(r"(?:其中|上述|以上|[,，;；]|^)(?P<many>[两二三四五六七八九])(?:个|大)?(?:专项|项目|项|类|笔|部分|块|者)[^,，;；。:：()\d]{0,6}(?:\((?:不含|不包括|剔除|扣除)[^()]{1,16}\))?(?:资金|经费|支出|投入)?(?:合计|共计|总计)[^,，;；。:：\d]{0,4}$")
_BY_NAME = re.compile(r"^[,，;；。](?P<names>[^,，;；。:：、\d与和及]{2,10}(?:[、与和及][^,，;；。:：、\d与和及]{2,10}){1,3}?)(?:人员|人数)?(?:合计|共计)(?:为|有)?$")
_FIRST = re.compile(r"[,，;；](?:其中)?(?P<end>前|后)(?P<many>[两二三四五六])(?:项|者|类|笔|个项目)[^,，;；。:：\d]{0,4}(?:合计|共计|总计|共)[^,，;；。:：\d]{0,3}$")
_OTHER = re.compile(r"比|较|上年|去年|同期|预算|计划|目标|应|编制|节约|结余|结转")


def among_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every sum of so many amounts of its sentence, and of amounts that it calls by their names."""
    known = settled(judged)
    for at, total in enumerate(said):
        if not total.amount or total.mention.loose or total.mention in known or total.mention.kind not in (Kind.MONEY, Kind.COUNT):
            continue
        if (chosen := _CHOSEN.search(total.lead)) is not None and total.mention.kind is Kind.MONEY:
            yield from _of_so_many(said[:at], total, whole_number(chosen["many"]) or 0)
        elif (ended := _FIRST.search(total.lead)) is not None and total.mention.kind is Kind.MONEY:
            yield from _of_an_end(said[:at], total, whole_number(ended["many"]) or 0, ended["end"] == "前")
        elif (named := _BY_NAME.match(total.lead)) is not None:
            yield from _of_these(re.split("[、与和及]", named["names"]), [*(one for one in before.told if one not in said), *said[:at]], total)


def _of_so_many(told: Sequence[Said], total: Said, many: int) -> Iterator[Claim]:
    near = [one for one in told[-MOST:] if one.amount and alike(one, total) and not one.price]
    if len(near) <= many or any(one.mention.loose or one.mention.depth != total.mention.depth or _OTHER.search(one.lead) for one in near):
        return
    choices = list(combinations(near, many))
    right = next((one for one in choices if _gives(one, total)), None)
    if right is not None:
        yield _told(right, total, Verdict.HOLDS)
    elif digits(total.mention.figure) >= TELLING:
        missed = [one for one in choices if slips_to([part.mention for part in one], total.mention)]
        if len(missed) == 1 and near.index(missed[0][-1]) - near.index(missed[0][0]) == many - 1:
            yield _told(missed[0], total, Verdict.FAILS)


def _of_an_end(told: Sequence[Said], total: Said, many: int, first: bool) -> Iterator[Claim]:
    """`甲86.50万元、乙42.38万元、丙35.60万元,前两项共128.88万元`: of the row that stands before it."""
    row: list[Said] = []
    for one in reversed(told):
        if one.amount and alike(one, total) and not one.mention.loose and one.mention.depth == total.mention.depth:
            row.insert(0, one)
            if one.marker or re.match("[。;；]", one.lead):
                break
    parts = row[:many] if first else row[-many:]
    if len(row) <= many or any(_OTHER.search(one.lead) for one in row):
        return
    holds = _gives(parts, total)
    if holds or digits(total.mention.figure) >= TELLING - 1 and slips_to([part.mention for part in parts], total.mention) and not any(_gives(one, total) for one in combinations(row, many)):
        yield _told(parts, total, Verdict.HOLDS if holds else Verdict.FAILS)


def _of_these(names: Sequence[str], told: Sequence[Said], total: Said) -> Iterator[Claim]:
    parts: list[Said] = []
    for name in names:
        called = [one for one in told if one.amount and alike(one, total) and not one.mention.loose and one.name.endswith(name) and not _OTHER.search(one.lead)]
        if len({one.mention.figure.value for one in called}) != 1:
            return
        parts.append(called[-1])
    if len({one.mention.start for one in parts}) == len(names):
        holds = _gives(parts, total)
        if holds or slips_to([part.mention for part in parts], total.mention):
            yield _told(parts, total, Verdict.HOLDS if holds else Verdict.FAILS)


def _gives(parts: Sequence[Said], total: Said) -> bool:
    footing = foots(total.mention.figure, [part.mention.figure for part in parts])
    return footing is not None and footing.holds


def _told(parts: Sequence[Said], total: Said, verdict: Verdict) -> Claim:
    footing = foots(total.mention.figure, [part.mention.figure for part in parts])
    assert footing is not None
    worked = in_unit(footing.expected, total.mention)
    sum_ = "+".join(shown(part.mention) for part in parts) + f"={worked}"
    return recomputed(ClaimKind.SUM, [*(part.mention for part in parts), total.mention], verdict, worked, sum_)
