"""What lies between one thing's amounts of two years that the text states apart: 2022年…接待费43万元。2021年…接待费39万元。接待费增加4万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.changes.bases import YEARS
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, recomputed, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import NAMED, plain_name
from ziping.prose.text.said import Role, Said

__all__ = ["apart_claims"]

_AGAINST = re.compile(r"(?:比|较|与|同)(?:19|20)\d\d年度?(?P<name>[^,，;；]{4,24}?)(?:相比)?(?:增加|减少|增长|下降|增收|减收)了?$")
_OTHER_BASE = re.compile(r"预算|计划|年初|目标|口径|可比")


def apart_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every change that names its thing and stands beside no amount of it, where the text gives it for two years in a row.

    Where one year's amount was planned and the other spent it fails only if another change of the text was taken between just these.
    """
    for change in said:
        if change.role is not Role.CHANGE or change.mention.kind is not Kind.MONEY or change.mention.loose or change.serial or not change.direction:
            continue
        against = _AGAINST.search(change.lead)
        name = plain_name(against["name"] if against else change.name)
        if len(name) < NAMED or any(one.amount and plain_name(one.name) == name for one in said):
            continue
        pair = _pair(name, change, before)
        if pair is not None:
            now, then = pair
            low, high = (then, now) if change.direction > 0 else (now, then)
            footing = foots(change.mention.figure, [high.mention.figure, -low.mention.figure])
            assert footing is not None
            stages = (before.year_of(now), now.stage or "executed", before.year_of(then), then.stage or "executed")
            if footing.holds:
                before.compared.add(stages)
            elif stages[1] != stages[3] and stages not in before.compared:
                continue
            worked = in_unit(footing.expected, change.mention)
            sum_ = f"{shown(high.mention)}-{shown(low.mention)}={worked}"
            yield recomputed(ClaimKind.CHANGE, [now.mention, then.mention, change.mention], verdict_of(footing.holds), worked, sum_)


def _pair(name: str, change: Said, before: Before) -> tuple[Said, Said] | None:
    """The thing's amounts of the last year told and of the one before, where each year has one value."""
    alike = [s for s in before.earlier if plain_name(s.name) == name and s.mention.figure.unit.base == change.mention.figure.unit.base]
    alike = [s for s in alike if not s.mention.loose and not s.mention.depth and before.year_of(s)]
    years = sorted({before.year_of(s) for s in alike})  # type: ignore[type-var]
    named = [int(year) for year in YEARS.findall(change.lead)]
    if len(years) != 2 or years[1] != years[0] + 1 or any(year not in years for year in named):  # type: ignore[operator]
        return None
    if not named and _OTHER_BASE.search(change.of) or "口径" in change.lead:
        return None
    then, now = ([s for s in alike if before.year_of(s) == year] for year in years)
    if any(len({s.mention.figure.quantity.value for s in side}) > 1 for side in (then, now)):
        return None
    return now[-1], then[-1]
