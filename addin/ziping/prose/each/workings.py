"""An amount with its working in the brackets behind it: 419.70万元(16788人×250元); 268.80万元(56人,人均4.8万元); 2000份(20个县各100份)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Figure
from ziping.prose.each.rounding import place
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import POINT, moved_by, one_slip
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["working_claims"]

_TIMES = re.compile(r"[^,，;；。\d]{0,4}[×xX*][^,，;；。\d]{0,6}")
_EACH = re.compile(r"[^,，;；。\d]{0,6}各|[,，、]?(?:平均|按)?(?:每(?![季月年天日周])[^,，;；。\d]{1,6}|[人户亩车村件次场]均)[^,，;；。\d]{0,8}")
_CLOSED = re.compile(r"(?:/[^\s()\d]{1,3})?(?:[,，、×](?P<months>\d{1,2})个月)?\s*\)")
_MONTHS = (1, 12)


def working_claims(text: Text, said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for every amount whose brackets hold a number and what each is worth, and nothing else. A price a month is paid for a month or a year."""
    for amount, number, each in zip(said, said[1:], said[2:], strict=False):
        inside = number.mention.depth == each.mention.depth == amount.mention.depth + 1 and number.lead[:1] == "("
        if not inside or not amount.amount or amount.mention.loose or number.mention.loose or (closed := _CLOSED.match(text.text, each.mention.end)) is None:
            continue
        times = _TIMES.fullmatch(each.lead)
        if not times and not (_EACH.fullmatch(each.lead) and number.mention.kind is Kind.COUNT):
            continue
        if amount.mention.kind is Kind.RATE or each.mention.figure.unit.base != amount.mention.figure.unit.base or number.mention.kind not in (Kind.COUNT, Kind.PLAIN) or not number.mention.figure.value:
            continue
        if closed["months"]:
            yield from _judged(amount, number, each, (int(closed["months"]),))
            continue
        yield from _judged(amount, number, each, _MONTHS if "每月" in each.lead or "/月" in text.text[each.mention.end : each.mention.end + 4] else (1,))


def _judged(amount: Said, number: Said, each: Said, periods: Sequence[int]) -> Iterator[Claim]:
    a, n, e = (one.mention.figure.quantity for one in (amount, number, each))
    rounded = [place(one.mention.figure) for one in (amount, each)]
    worth = n.value * e.value
    allowed = a.slack + rounded[0] + e.value * n.slack + n.value * (e.slack + rounded[1])
    fitting = [months for months in periods if abs(a.value - worth * months) <= allowed * months]
    due = worth * (fitting[0] if fitting else periods[0])
    if not fitting and len(periods) > 1 and (any(abs(a.value - worth * months) <= allowed * months for months in range(2, 12)) or not any(_slipped(amount.mention.figure, worth * months) for months in periods)):
        return  # of other months
    worked = in_unit(due, amount.mention)
    months = fitting[0] if fitting else periods[0]
    sum_ = f"{shown(number.mention)}×{shown(each.mention)}" + f"×{months}" * (months > 1) + f"={worked}"
    yield recomputed(ClaimKind.FORMULA, [number.mention, each.mention, amount.mention], Verdict.HOLDS if fitting else Verdict.FAILS, worked, sum_)


def _slipped(figure: Figure, worth: Decimal) -> bool:
    due = worth.scaleb(-figure.unit.shift)
    places = figure.decimals or 0
    if due in moved_by(figure.value, POINT):
        return True
    return due == due.quantize(Decimal(1).scaleb(-places)) and one_slip(Figure(due.quantize(Decimal(1).scaleb(-places)), figure.unit, places), Figure(figure.value.quantize(Decimal(1).scaleb(-places)), figure.unit, places))
