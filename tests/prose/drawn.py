"""Figures drawn for passages that are right."""

from __future__ import annotations

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random


def amount(r: Random, low: int = 10, high: int = 2000) -> Decimal:
    """An amount with two decimals."""
    return Decimal(r.randint(low * 100, high * 100)) / 100


def heads(r: Random, kinds: int, low: int = 2, high: int = 60) -> list[int]:
    """Numbers of people or things."""
    return [r.randint(low, high) for _ in range(kinds)]


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int, decimals: int = 2) -> Decimal:
    return rounded(Decimal(part) / Decimal(whole) * 100, decimals)


def split(r: Random, total: Decimal, parts: int) -> list[Decimal]:
    """Amounts with two decimals that add up to the total."""
    cuts = sorted(Decimal(r.randint(1, int(total * 100) - 1)) / 100 for _ in range(parts - 1))
    return [high - low for low, high in zip([Decimal(0), *cuts], [*cuts, total], strict=True)]


def shares(parts: list[Decimal], decimals: int = 2) -> list[Decimal]:
    """The shares of the parts, cut off, and those that lost most by it moved up by one until they add up to 100."""
    unit = Decimal(1).scaleb(-decimals)
    true = [part / sum(parts) * 100 for part in parts]
    made = [value.quantize(unit, ROUND_FLOOR) for value in true]
    for at in sorted(range(len(made)), key=lambda i: made[i] - true[i])[: int((100 - sum(made)) / unit)]:
        made[at] += unit
    return made


def change(now: Decimal | int, last: Decimal | int, unit: str = "万元", decimals: int = 2) -> str:
    """What a report says of an amount against the one before it."""
    if now == last:
        return "与上年持平"
    more, grown = ("增加", "增长") if now > last else ("减少", "下降")
    return f"{more}{abs(now - last)}{unit}，{grown}{percent(abs(now - last), last, decimals)}%"
