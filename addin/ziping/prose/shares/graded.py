"""The rate of what was graded good or better: 优秀18个、良好35个、合格11个,优良率82.81%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Quantity, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.judging.quotients import quotient_is
from ziping.prose.judging.slips import slips_to
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["graded_claims"]

_RATE = re.compile(r"^[,，、;；]?(?:总体|综合)?优良率(?:为|达到|达|是|:)?$")
_GRADE = re.compile(r"[“\"]?(?P<grade>优秀?|良好?|中等?|合格|不合格|一般|较?差)[”\"]?(?:等次|等级|等|级|档)?的?(?:有|共|为)?$")
_GOOD = ("优", "良")
THREE = 3  # grades, the last of which are not good: 优118天、良201天 are of a whole that goes untold


def graded_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every such rate right behind its grades, which together are an amount told before them."""
    for at, rate in enumerate(said):
        if rate.mention.kind is not Kind.RATE or rate.mention.loose or not _RATE.match(rate.lead):
            continue
        row: list[Said] = []
        for one in reversed(said[:at]):
            if not (one.amount and one.mention.kind is Kind.COUNT and _GRADE.search(one.lead)) or one.mention.loose or row and one.mention.figure.unit != row[0].mention.figure.unit:
                break
            row.insert(0, one)
        grades = [match["grade"] if (match := _GRADE.search(one.lead)) else "" for one in row]
        if len(row) < THREE or len(set(grades)) < len(row) or [grade[:1] for grade in grades[:2]] != list(_GOOD):
            continue
        whole = sum((one.mention.figure.quantity.value for one in row), Decimal(0))
        good = sum((one.mention.figure.quantity.value for one in row[:2]), Decimal(0))
        told = [*before.told, *before.previous, *said[: said.index(row[0])]]
        base = row[0].mention.figure.unit.base
        quotient = ratio(Quantity(good), Quantity(whole))
        alike = [one.mention for one in told if one.mention.kind is Kind.COUNT and one.mention.figure.unit.base == base]
        if quotient is None or not any(one.figure.quantity.value == whole or slips_to([grade.mention for grade in row], one) for one in alike):
            continue
        worked = in_unit(quotient.value, rate.mention)
        words = f"({shown(row[0].mention)}+{shown(row[1].mention)})÷{whole.normalize():f}{row[0].mention.figure.unit}={worked}"
        holds = quotient_is(rate.mention.figure, Quantity(good), Quantity(whole))
        if not holds and any(quotient_is(rate.mention.figure, Quantity(good), one.figure) for one in alike if one.figure.quantity.value > good):
            continue  # of the amount that the grades miss
        yield last_digit(recomputed(ClaimKind.RATE, [*(one.mention for one in row), rate.mention], verdict_of(holds), worked, words), quotient)
