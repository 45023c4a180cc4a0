"""What a Datum is in a cell: a number with the format that shows the decimals it was written with, or a text."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, Unit
from ziping.evaluation import Datum

MONEY = "#,##0.00##"  # 万元 are printed with two decimals, by some bodies with up to four
PERCENTS = "0.00%"


def money(unit: Unit) -> str:
    """The format of an empty or derived cell of money."""
    return "#,##0.00" if unit.shift == 0 else MONEY


def decimals_format(decimals: int | None, grouped: bool = True) -> str:
    """`#,##0.00` for two decimals."""
    whole = "#,##0" if grouped else "0"
    return whole if not decimals else f"{whole}.{'0' * decimals}"


def content(datum: Datum | None, unit: Unit = PLAIN, text: bool = False) -> tuple[Decimal | str | None, str]:
    """The value and the number format of a cell; (None, "") for a blank one.

    A figure in the cell's own unit, or in none, is a number; a percentage is a true percentage. Anything that carries its own unit in a
    cell of another (`4.49亿元` under 单位：万元) stays the text it is.
    """
    if datum is None or datum.blank:
        return None, ""
    figure = datum.figure
    if text or figure is None:
        return datum.text or datum.error or None, ""
    if figure.unit == PERCENT:
        return figure.value.scaleb(-2), decimals_format(figure.decimals, grouped=False) + "%"
    if figure.unit in (unit, PLAIN):
        grouped = "," in datum.text or unit.base == "元"
        return figure.value, decimals_format(figure.decimals, grouped) if figure.decimals or grouped else ""
    return datum.text, ""
