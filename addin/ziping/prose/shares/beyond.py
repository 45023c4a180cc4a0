"""How far a task was exceeded: 任务数50户, …实际完成60户, …超任务20%; the task and what was done may stand paragraphs above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["beyond_claims"]

_BEYOND_PLAN = re.compile(r"超(?:额|出|过)?(?:完成)?(?:年度|年初|全年|既定)?(?:任务|计划|目标)(?:任务|数|值)?的?(?:约)?$")
_TASK = re.compile("(?:任务|计划|目标)(?:数|任务|值)?(?:为|是|:)*$")
_DONE = re.compile("(?:完成|改造|建成|实施)[^,，;；。]{0,12}$")


def beyond_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every rate beyond the only task that the text has told with the only number done."""
    for at, rate in enumerate(said):
        if rate.mention.kind is not Kind.RATE or rate.mention.loose or not _BEYOND_PLAN.search(rate.lead):
            continue
        told = [one for one in (*before.earlier, *said[:at]) if one.mention.kind is Kind.COUNT and not one.mention.loose and not one.mention.depth]
        tasks = [one for one in told if _TASK.search(one.lead)]
        bases = {one.mention.figure.unit.base for one in tasks}
        done = [one for one in told if one.mention.figure.unit.base in bases and _DONE.search(one.lead) and not _TASK.search(one.lead)]
        if len({one.mention.figure.quantity.value for one in tasks}) != 1 or len({one.mention.figure.quantity.value for one in done}) != 1 or len(bases) != 1:
            continue
        quotient = ratio(done[-1].mention.figure, tasks[-1].mention.figure)
        if quotient is None or quotient.value <= 1:
            continue
        more = Quantity(quotient.value - 1, quotient.slack)
        footing = foots(rate.mention.figure, [more])
        whole = foots(rate.mention.figure, [quotient])
        if footing is None or whole is None:
            continue
        worked = in_unit(more.value, rate.mention)
        figures = [done[-1].mention, tasks[-1].mention, rate.mention]
        yield last_digit(recomputed(ClaimKind.RATE, figures, verdict_of(footing.holds, not whole.holds), worked, f"{shown(figures[0])}÷{shown(figures[1])}-1={worked}"), more)
