"""What a figure that was worked out may have lost by rounding: a product, a mean, a mean with noughts at its end."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import Figure, Quantity, half_place

__all__ = ["mean_place", "place", "rounded"]

ROUND = Decimal("0.05")  # part of a mean that the noughts at its end may have lost


def rounded(figure: Figure) -> Quantity:
    """The figure with half a unit of its last printed place, whatever it counts."""
    return Quantity(figure.quantity.value, half_place(figure.decimals, figure.unit.shift))


def place(figure: Figure) -> Decimal:
    """Half a unit of the last printed place, as of a rounded result; nothing of one that is whole."""
    return half_place(figure.decimals, figure.unit.shift) if figure.decimals else Decimal(0)


def mean_place(figure: Figure) -> Decimal:
    """What a mean may have lost by rounding, the noughts at its end with it: 户均2000元 of 1968元."""
    place = half_place(-max(0, int(figure.value.normalize().as_tuple().exponent)), figure.unit.shift)  # type: ignore[arg-type]
    return max(half_place(figure.decimals, figure.unit.shift), min(place, figure.quantity.value * ROUND) if not figure.decimals else Decimal(0))
