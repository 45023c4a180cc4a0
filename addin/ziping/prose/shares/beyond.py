"""How far a task was exceeded: 任务数50户, …实际完成60户, …超任务20%; the task and what was done may stand paragraphs above. 目标95%,实际96.8%,高于目标1.8个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity, foots, half_place, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike

__all__ = ["beyond_claims"]

_BEYOND_PLAN = re.compile(r"超(?:额|出|过)?(?:完成)?(?:年度|年初|全年|既定)?(?:任务|计划|目标)(?:任务|数|值)?的?(?:约)?$")
_TASK = re.compile("(?:任务|计划|目标)(?:数|任务|值)?(?:为|是|:)*$")
_AIM = re.compile(r"(?:任务|计划|目标)[^,，;；。\d]{0,8}$")
_REACHED = re.compile(r"^[^,，;；。\d]{0,6}[,，](?:全年|本年|年末)?(?:实际|现|已|完成)[^,，;；。:：\d]{0,8}$")
_STEPS = re.compile(r"^[,，](?:(?P<over>高于|超过|超出|超|高出|比)|低于|未达)(?:年度|年初|设定|预期)?(?:目标|计划|任务)(?:值|数)?(?P<side>高|低)?(?:了|出)?$")
_DONE = re.compile("(?:完成|改造|建成|实施)[^,，;；。]{0,12}$")


def beyond_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every rate beyond the only task that the text has told with the only number done."""
    for at, rate in enumerate(said):
        if rate.mention.kind is not Kind.RATE or rate.mention.loose or not _BEYOND_PLAN.search(rate.lead):
            continue
        if (beside := _beside(said, at)) is not None:
            yield from _judged(rate, *beside)
            continue
        told = [one for one in (*before.earlier, *said[:at]) if one.mention.kind is Kind.COUNT and not one.mention.loose and not one.mention.depth]
        tasks = [one for one in told if _TASK.search(one.lead)]
        bases = {one.mention.figure.unit.base for one in tasks}
        done = [one for one in told if one.mention.figure.unit.base in bases and _DONE.search(one.lead) and not _TASK.search(one.lead)]
        if len({one.mention.figure.quantity.value for one in tasks}) != 1 or len({one.mention.figure.quantity.value for one in done}) != 1 or len(bases) != 1:
            continue
        yield from _judged(rate, tasks[-1], done[-1])
    yield from _in_points(said)


def _beside(said: Sequence[Said], at: int) -> tuple[Said, Said] | None:
    """The aim and what was reached right before a figure, of one measure."""
    if at < 2:
        return None
    aim, done = said[at - 2 : at]
    plain = alike(aim, done) and not (aim.mention.loose or done.mention.loose) and aim.mention.depth == done.mention.depth == said[at].mention.depth
    return (aim, done) if plain and _AIM.search(aim.lead) and _REACHED.match(done.lead) and not _AIM.search(done.lead) else None


def _judged(rate: Said, task: Said, done: Said) -> Iterator[Claim]:
    quotient = ratio(done.mention.figure, task.mention.figure)
    if quotient is None or quotient.value <= 1:
        return
    more = Quantity(quotient.value - 1, quotient.slack)
    footing = foots(rate.mention.figure, [more])
    whole = foots(rate.mention.figure, [quotient])
    if footing is not None and whole is not None:
        worked = in_unit(more.value, rate.mention)
        figures = [done.mention, task.mention, rate.mention]
        yield last_digit(recomputed(ClaimKind.RATE, figures, verdict_of(footing.holds, not whole.holds), worked, f"{shown(figures[0])}÷{shown(figures[1])}-1={worked}"), more)


def _in_points(said: Sequence[Said]) -> Iterator[Claim]:
    """`目标95%,实际达到96.8%,高于目标1.8个百分点`."""
    for at, steps in enumerate(said):
        way = _STEPS.match(steps.lead) if steps.mention.kind is Kind.STEPS and not steps.mention.loose else None
        beside = _beside(said, at) if way is not None else None
        if way is None or beside is None or beside[0].mention.kind is not Kind.RATE:
            continue
        aim, done = beside
        over = way["side"] == "高" if way["side"] else way["over"] is not None
        gap = (done.mention.figure.value - aim.mention.figure.value) * (1 if over else -1)
        allowed = sum(half_place(one.mention.figure.decimals) for one in (aim, done, steps) if one.mention.figure.decimals)
        worked = f"{gap}个百分点"
        yield recomputed(ClaimKind.CHANGE, [aim.mention, done.mention, steps.mention], verdict_of(abs(gap - steps.mention.figure.value) <= allowed), worked, f"{shown(done.mention)}与{shown(aim.mention)}相差{worked}")
