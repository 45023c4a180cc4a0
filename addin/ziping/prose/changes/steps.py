"""Percentage points between two rates, and what grows by so much a year: 由91.5%提高到95%,提高3.5个百分点; 年均增长10%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import PERCENT, Figure, Quantity, foots, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, recomputed, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["step_claims"]

_FROM = re.compile(r"(?:由|从)[^,，;；]*$")
_RISEN_TO = re.compile(r"^[^,，;；]{0,4}(?:增加|增长|上升|提高|提升|减少|下降|降低|下调|上调|降|升|增)(?:到|至|为)了?")
_AGAINST = re.compile(r"^[,，;；)(]*(?:实际|同比)?(?:比|较|与|同|相比|对比|高于|低于|超过|超)[^,，;；%]{1,24}$")
_EARLIER = re.compile(r"上年|去年|上一年|同期|目标|计划|基期|指标值|(?:19|20)\d\d年")
_JUST = re.compile(r"[,，;；)]*(?:实际|同比|比上年|较上年|比去年|较去年|上年同期|比|较|同期|相比)*(?:高出|高|低|超出|超过|超|提高|提升|上升|增加|增长|下降|降低|减少|上调|下调|回落)了?")
_LOWER = re.compile(r"低|降|减|回落|下调")
_A_YEAR = re.compile(r"年均(?:复合)?(?:增长|增幅|增速|递增|上升)(?:率|速度)?(?:为|达|达到)?$")


def step_claims(said: Sequence[Said], earlier: Sequence[Said] = ()) -> Iterator[Claim]:
    """One claim for every step between two rates that the sentence gives, one for every yearly growth from a year to a year."""
    for index, one in enumerate(said):
        if one.mention.loose:
            continue
        if one.mention.kind is Kind.STEPS:
            made = _step(said, index) if index > 1 else None
            made = made or _apart(said, index, earlier)
        elif index < 2:
            continue
        elif one.mention.kind is Kind.RATE and _A_YEAR.search(one.lead):
            made = _yearly(said, index)
        else:
            made = None
        if made is not None:
            yield made


def _step(said: Sequence[Said], index: int) -> Claim | None:
    first, second, step = said[index - 2 : index + 1]
    rates = first.mention.kind is second.mention.kind is Kind.RATE and not first.mention.loose and not second.mention.loose
    said_before = step.lead == ")" and _AGAINST.search(second.lead) and re.search("[高低超]", second.lead)  # 低于警戒线(100%)48.2个百分点
    if not rates or not (said_before or _JUST.fullmatch(step.lead)) or step.serial or second.serial:
        return None
    if _FROM.search(first.lead) and _RISEN_TO.search(second.lead):
        then, now = first, second
    elif _AGAINST.search(second.lead) and first.role is not Role.CHANGE:
        now, then = first, second
    elif _EARLIER.search(first.lead) and first.role is second.role is not Role.CHANGE and re.search("本年|今年|实际|当年|20", second.lead):
        then, now = first, second
    else:
        return None
    lower = bool(_LOWER.search(step.lead) or _LOWER.search(second.lead) and not re.search("[高升增超]", step.lead))
    figure = step.mention.figure
    stated = Figure(figure.value, PERCENT, figure.decimals)
    footing = foots(stated, [then.mention.figure, -now.mention.figure] if lower else [now.mention.figure, -then.mention.figure])
    assert footing is not None
    worked = f"{footing.expected.scaleb(2).normalize():f}个百分点"
    high, low = (then, now) if lower else (now, then)
    return recomputed(ClaimKind.CHANGE, [now.mention, then.mention, step.mention], verdict_of(footing.holds), worked, f"{shown(high.mention)}-{shown(low.mention)}={worked}")


_OF_RATES = re.compile(r"(?P<name>[^,，。;；:：\d度年]{2,8}率)(?:比|较)[^,，。;；]{0,12}(?P<way>低|高)(?:了|出)?$")
_TO_ALL = re.compile(r"(?P<name>[^,，。;；:：\d度年]{2,8}率)(?:距|离)[^,，。;；]{0,8}$")


def _apart(said: Sequence[Said], index: int, earlier: Sequence[Said]) -> Claim | None:
    """`执行率比2017年度低36.94个百分点`, where the text told two such rates, but for digits that changed places; 执行率距100%尚差5.21个百分点."""
    step = said[index]
    told = [one for one in earlier if one.mention.kind is Kind.RATE and not one.mention.loose]
    to_all = _TO_ALL.search(said[index - 1].lead) if index and said[index - 1].mention.figure.value == 100 else None
    match = to_all or _OF_RATES.search(step.lead)
    if match is None:
        return None
    rates = [one for one in told if match["name"][-3:] in one.lead[-8:]]
    values = {one.mention.figure.value: one for one in rates}
    if to_all:
        pairs = [(said[index - 1], one) for one in values.values()]
    else:
        pairs = [(high, low) for high in values.values() for low in values.values() if high.mention.figure.value > low.mention.figure.value]
    stated = Figure(step.mention.figure.value, PERCENT, step.mention.figure.decimals)
    tops = [Quantity(Decimal(1)) if to_all else high.mention.figure for high, _ in pairs]  # 100% is exact
    if any((footing := foots(stated, [top, -low.mention.figure])) is not None and footing.holds for top, (_, low) in zip(tops, pairs, strict=True)):
        return None
    missed = [(high, low) for high, low in pairs if to_all and len(pairs) == 1 or _swapped(high.mention.figure.value - low.mention.figure.value, stated)]
    if len(missed) != 1:
        return None
    high, low = missed[0]
    worked = f"{high.mention.figure.value - low.mention.figure.value}个百分点"
    return recomputed(ClaimKind.CHANGE, [high.mention, low.mention, step.mention], verdict_of(False), worked, f"{shown(high.mention)}-{shown(low.mention)}={worked}")


def _swapped(due: Decimal, stated: Figure) -> bool:
    """Whether two digits changed places, of three at least."""
    a, b = str(due), str(stated.value)
    return len(b) > 3 and len(a) == len(b) and sorted(a) == sorted(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 2


def _yearly(said: Sequence[Said], index: int) -> Claim | None:
    """Growth a year, compound or simple, from the first year's amount to the last one's."""
    amounts = [s for s in said[max(0, index - 4) : index] if s.amount and not s.mention.loose and (s.year or 0) > 0]
    if len(amounts) != 2 or amounts[0].mention.figure.unit.base != amounts[1].mention.figure.unit.base:
        return None
    then, now = amounts
    years = (now.year or 0) - (then.year or 0)
    quotient = ratio(now.mention.figure, then.mention.figure)
    if years < 2 or quotient is None or quotient.value <= 0 or not _FROM.search(then.lead) or not re.search("到|至|为", now.lead):
        return None
    compound = quotient.value ** (Decimal(1) / years) - 1
    readings = (compound, (quotient.value - 1) / years)
    footings = [foots(said[index].mention.figure, [Quantity(reading, quotient.slack)]) for reading in readings]
    footing = next((one for one in footings if one and one.holds), footings[0])
    assert footing is not None
    worked = in_unit(footing.expected, said[index].mention)
    figures = [now.mention, then.mention, said[index].mention]
    return recomputed(ClaimKind.CHANGE, figures, verdict_of(footing.holds), worked, f"由{shown(then.mention)}到{shown(now.mention)}，{years}年平均每年增长{worked}")
