"""How far a rate lies from its target, told elsewhere: 满意度不低于90% … 满意度94.76%,超过目标值4.76个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Figure, foots
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import one_slip_off
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["target_claims"]

_FROM = re.compile(r"(?:(?P<over>超过|超出|高于|高出|比)|(?P<under>低于|未达到))(?:年度|绩效|年初|预期|设定|计划)*(?:目标|指标)(?:值)?(?:要求)?(?P<side>高|多|提高|低|少)?(?:了)?$")
_TARGET = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,12}?)(?:的)?(?:目标(?:值)?(?:为)?)?(?:不低于|不少于|不高于|不超过|达到|达|大于等于|≥|>=|:)?$")
NAMED = 3  # characters that the names of a rate and its target end with


def target_claims(spoken: Iterable[Sequence[Said]]) -> Iterator[Claim]:
    """One claim for every distance from a target that the text states once; it fails where the names are one, or one wrong digit explains it."""
    stated: list[tuple[Said, Said]] = []
    targets: dict[str, list[tuple[Said, str]]] = {}
    for said in spoken:
        for at, one in enumerate(said):
            if one.mention.kind is Kind.RATE and one.mention.loose and (match := _TARGET.search(one.lead)):
                targets.setdefault(match["name"][-NAMED:], []).append((one, match["name"]))
            if at and one.mention.kind is Kind.STEPS and not one.mention.loose and _FROM.search(one.lead) and said[at - 1].mention.kind is Kind.RATE and not said[at - 1].mention.loose:
                stated.append((said[at - 1], one))
    for rate, steps in stated:
        name = re.sub(r"(?:为|达到|达|实际|完成)+$", "", rate.lead)
        meant = targets.get(name[-NAMED:], [])
        if len({one.mention.figure.value for one, _ in meant}) != 1 or len(name) < NAMED:
            continue
        target, called = meant[0]
        terms = [rate.mention.figure, -target.mention.figure]
        match = _FROM.search(steps.lead)
        lower = bool(match and (match["under"] or match["side"] in ("低", "少")))
        terms = [-one for one in terms] if lower else terms
        distance = [one.quantity.value for one in terms]
        value = sum(distance, Decimal(0))
        figure = steps.mention.figure
        told = Figure(figure.value, rate.mention.figure.unit, figure.decimals)
        footing = foots(told, [rate.mention.figure.quantity._replace(value=value)])
        if footing is None:
            continue
        signed = ((-1 if lower else 1, rate.mention.figure), (1 if lower else -1, target.mention.figure))
        if not footing.holds and not (len(called) > NAMED and name.endswith(called)) and not one_slip_off(told, signed, footing.difference):
            continue
        worked = in_unit(value, rate.mention).replace("%", "个百分点")
        sum_ = f"实际{shown(rate.mention)}与目标{shown(target.mention)}相差{worked}"
        yield recomputed(ClaimKind.CHANGE, [target.mention, rate.mention, steps.mention], verdict_of(footing.holds), worked, sum_)
