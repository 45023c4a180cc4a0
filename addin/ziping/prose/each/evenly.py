"""What comes to each, whatever is shared and whatever shares it: 培训班12期960人,平均每期80人; 安置236户、684人,户均2.9人; 合作社47家,收入1984万元,社均收入42.2万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity, foots, last_place, ratio
from ziping.prose.each.rounding import mean_place
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, in_yuan, recomputed, settled, shown
from ziping.prose.judging.slips import FARTHER, POINT, misplaced, printed, significant, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike

__all__ = ["evenly_claims"]

TELLING = 3  # significant digits of a mean that tell of which of several numbers it is
NEAR = 5  # figures before a mean that it may be of
_EACH = re.compile(
    r"(?:^|[,，、(;；])(?:平均|折合|合)?(?:每(?:一)?(?:个|座|家|所|名|位|支)?(?P<each>[^,，;；。:：、()\d每均]{1,4}?)(?:平均)?|(?P<even>[户场期站社馆村校班园镇乡院店家]|批|次|人)均)"
    r"(?P<what>[^,，;；。:：、()\d均每]{0,6}?)(?:为|达到|达|有)?$"
)
_TIME = re.compile("[年月日天季周时]")  # 每月, 每学期: of how many of them nothing is told
_UNITS = {"户": ("户",), "场": ("场", "场次"), "期": ("期",), "批": ("批", "批次"), "次": ("次", "场次"), "班": ("个", "期"), "人": ("人", "名")}
_CALLED = {"社": "合作社", "站": "站", "馆": "馆", "村": "村", "校": "学校", "园": "园", "镇": "镇", "乡": "乡", "院": "院", "店": "店", "家": "家"}
_ANOTHER = re.compile("[;；。]|上年|去年|同期|比|较|计划|目标|预算|单价|标准|其中|增[加收长产]")
_APIECE = re.compile("每|[人户次]均")


def evenly_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every mean right behind what is shared and by how many, nothing else of either measure standing by.

    It fails where nothing else can be meant, or one slip explains it; where the mean is of the second but last figure, too.
    """
    known = settled(judged)
    for at, mean in enumerate(said):
        match = _EACH.search(mean.lead) if at > 1 and mean.mention.kind in (Kind.MONEY, Kind.COUNT) and not mean.mention.loose and mean.mention not in known and mean.mention.figure.value > 0 else None
        if match is None or _TIME.search(match["each"] or ""):
            continue
        near = _near(said, at)
        counts = [one for one in near if one.mention.kind is Kind.COUNT and not one.mention.figure.decimals and _shares(one, match["each"], match["what"], match["even"])]
        whole = [one for one in near if one not in counts and one.mention.kind is mean.mention.kind and one.mention.figure.unit.base == mean.mention.figure.unit.base]
        if len(counts) == 1 and len(whole) == 1 and whole[0].stage != "budget" and not whole[0].mention.loose and not counts[0].mention.loose and counts[0].mention.figure.value > 1:
            others = mean.mention.kind is Kind.MONEY and any(one.mention.kind is Kind.COUNT and one is not counts[0] for one in near) and significant(mean.mention.figure) < TELLING
            several = others or any(alike(one, whole[0]) for one in said[: at - len(near)]) and any(alike(one, counts[0]) for one in said[: at - len(near)])
            yield from (one for one in _judged(whole[0], counts[0], mean) if one.verdict is Verdict.HOLDS or not several)  # 甲镇31户24万元;乙镇22户40万元,户均1万元: of all, maybe


def _near(said: Sequence[Said], at: int) -> list[Said]:
    """The figures before a mean up to the next stronger mark or another period."""
    near: list[Said] = []
    for one in reversed(said[max(0, at - NEAR) : at]):
        if one.mention.kind is Kind.RATE or re.search("[;；。]", said[at - len(near)].lead) or one.mention.depth > said[at].mention.depth:
            break
        near.append(one)
    near = near[::-1]
    apart = any(_ANOTHER.search(one.lead) for one in (*near[1:], said[at])) or any(_APIECE.search(one.lead) for one in near[1:])
    return [] if apart else [one for one in near if one.amount]


def _shares(one: Said, each: str | None, what: str, even: str | None) -> bool:
    """Whether a number is that of those that share: 12[期], 16个[乡镇], 合作社47[家]."""
    unit = one.mention.figure.unit.base
    if even:
        named = _CALLED.get(even, "")
        return unit in _UNITS.get(even, ()) or bool(named) and (one.noun.startswith(named) or one.name.endswith((named, even)))
    called = (each or "") + what
    return unit == each or len(called) > 1 and (one.noun.startswith(called[:2]) or one.name.endswith(called))


def _judged(whole: Said, count: Said, mean: Said) -> Iterator[Claim]:
    worth = ratio(whole.mention.figure, count.mention.figure)
    if worth is None:
        return
    figure = mean.mention.figure
    footing = foots(Quantity(figure.quantity.value, mean_place(figure)), [Quantity(worth.value, worth.slack)])
    if footing is None:
        return
    due = printed(figure, worth.value)
    slip = footing.holds or slip_of(figure, worth.value) or misplaced(figure, worth.value, FARTHER if mean.mention.kind is Kind.MONEY else POINT)
    near = due.value > 0 and worth.value / 2 < figure.quantity.value < worth.value * 2
    last = last_place(figure.decimals, figure.unit.shift)
    cut = not footing.holds and abs(worth.value - figure.quantity.value) < last  # cut off or rounded up, not rounded
    if cut or not slip and not near:
        return
    like = mean.mention if due.value else in_yuan(mean.mention)
    worked = in_unit(worth.value, like)
    sum_ = f"{shown(whole.mention)}÷{shown(count.mention)}={worked}"
    yield recomputed(ClaimKind.FORMULA, [whole.mention, count.mention, mean.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)
