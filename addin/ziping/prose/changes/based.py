"""A change whose base stands in brackets behind it, and changes whose words contradict each other: 89.2%,比上年提高1.7个百分点(上年87.5%); 减少160人,增长5.71%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import change, foots, half_place
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, last_digit, recomputed, settled, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["based_claims"]

_BASE = re.compile(r"\((?:上年|去年|上年同期|(?:19|20)\d\d年)(?:末|底|同期|决算)?(?:决算)?(?:数|的)?(?:为|是)?")
_AGAINST = re.compile(r"[,，]?(?:比|较|同比|与)[^,，;；。]{0,14}")
_AND = re.compile(r"[,，、](?:分别|各)?(?:增长|增加|上升|提高|下降|减少|降低)(?:了|率为)?")


def based_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every change in points or percent with its base behind it, and one for an amount that falls while its rate rises."""
    known = settled(judged)
    for now, moved, base in zip(said, said[1:], said[2:], strict=False):
        alike = now.mention.kind is base.mention.kind and now.mention.figure.unit.base == base.mention.figure.unit.base
        if moved.role is not Role.CHANGE or not moved.direction or not alike or moved.mention in known or not _BASE.fullmatch(base.lead) or any(one.mention.loose for one in (now, moved, base)):
            continue
        if now.role is Role.CHANGE or not _AGAINST.match(moved.lead.removeprefix(now.noun)) or now.mention.depth != moved.mention.depth:
            continue
        if moved.mention.kind is Kind.STEPS and now.mention.kind is Kind.RATE:
            low, high = (base, now) if moved.direction > 0 else (now, base)
            gap = high.mention.figure.value - low.mention.figure.value
            allowed = sum(half_place(one.mention.figure.decimals) for one in (now, moved, base))
            worked = f"{gap}个百分点"
            verdict = verdict_of(abs(gap - moved.mention.figure.value) <= allowed)
            yield recomputed(ClaimKind.CHANGE, [now.mention, base.mention, moved.mention], verdict, worked, f"{shown(high.mention)}-{shown(low.mention)}={worked}")
        elif moved.mention.kind is Kind.RATE and now.amount and base.amount and now.mention.kind is not Kind.RATE:
            grown = change(now.mention.figure, base.mention.figure)
            footing = foots(moved.mention.figure, [grown if moved.direction > 0 else -grown]) if grown is not None else None
            others = [one for one in said if one.amount and one not in (now, base) and one.mention.kind is now.mention.kind and one.mention.figure.unit.base == now.mention.figure.unit.base]
            if footing is not None and grown is not None and (footing.holds or not others):
                worked = in_unit(abs(grown.value), moved.mention)
                sum_ = f"({shown(now.mention)}-{shown(base.mention)})÷{shown(base.mention)}={worked}"
                made = recomputed(ClaimKind.CHANGE, [now.mention, base.mention, moved.mention], verdict_of(footing.holds), worked, sum_)
                yield last_digit(made, grown if moved.direction > 0 else -grown)
    for amount, rate in zip(said, said[1:], strict=False):
        opposed = amount.role is rate.role is Role.CHANGE and amount.direction * rate.direction < 0
        if opposed and amount.mention.kind in (Kind.MONEY, Kind.COUNT) and rate.mention.kind is Kind.RATE and _AND.fullmatch(rate.lead) and not rate.name and amount.mention.figure.value and rate.mention.figure.value:
            words = f"前面为{'增加' if amount.direction > 0 else '减少'}{shown(amount.mention)}，此处为{'增长' if rate.direction > 0 else '下降'}{shown(rate.mention)}，增减方向不一致，请核对。"
            yield claim(ClaimKind.CHANGE, [amount.mention, rate.mention], Verdict.FAILS, shown(rate.mention), f"-{shown(rate.mention)}", words)
