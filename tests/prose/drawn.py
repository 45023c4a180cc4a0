"""Figures drawn for passages that are right."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random


def amount(r: Random, low: int = 10, high: int = 2000) -> Decimal:
    """An amount with two decimals."""
    return Decimal(r.randint(low * 100, high * 100)) / 100


def rounded(value: Decimal, decimals: int = 2) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int, decimals: int = 2) -> Decimal:
    return rounded(Decimal(part) / Decimal(whole) * 100, decimals)
