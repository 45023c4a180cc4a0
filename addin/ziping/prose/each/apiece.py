"""What each gets told in 万元 where it is 元: 清理18640株,平均每株229.94万元, of an amount that stands chapters before.

Which amount and which number are meant goes untold; but a number of five digits that is just what some amount of the text makes for some number
of these things in 元, and that in its own unit would come to far more than all that the text tells, is that one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, takewhile

from ziping.amounts import YUAN, half_up, last_place
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.judging.slips import significant
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["apiece_claims"]

DIGITS = 5  # significant digits that no other amount and number meet by chance
BEYOND = 100  # times the largest amount of the text
_EACH = re.compile(r"(?:平均)?每(?:个)?(?P<each>[^,，;；。:：、()\d每])[^,，;；。\d每]{0,10}$|(?P<even>[人户村亩车件场次株头])均[^,，;；。\d]{0,8}$")


def apiece_claims(spoken: Iterable[Sequence[Said]]) -> Iterator[Claim]:
    """One claim for every such mean."""
    told = [one for one in chain.from_iterable(spoken) if not one.mention.loose and one.mention.figure.value > 0]
    money = sorted((one for one in told if one.amount and one.mention.kind is Kind.MONEY and not one.price), key=_value)
    counts = sorted((one for one in told if one.mention.kind is Kind.COUNT), key=_number)
    for each in told:
        figure, match = each.mention.figure, _EACH.search(each.lead)
        if match is None or each.mention.kind is not Kind.MONEY or figure.unit == YUAN or significant(figure) < DIGITS or not money:
            continue
        things, places = (match["each"] or match["even"]).replace("人", "人名"), figure.decimals or 0
        beyond = BEYOND * _value(money[-1]) / figure.quantity.value
        many = [one for one in counts[bisect_right(counts, beyond, key=_number) :] if one.mention.figure.unit.base[:1] in things]
        for number, count in {_number(one): one for one in many}.items():
            least = money[bisect_left(money, (figure.value - last_place(places)) * number, key=_value) :]
            near = takewhile(lambda one, above=(figure.value + 1) * number: _value(one) < above, least)  # type: ignore[misc]
            whole = next((one for one in near if half_up(_value(one) / number, places) == figure.value), None)
            if whole is not None:
                worked = f"{figure.value}{YUAN}"
                words = f"{shown(whole.mention)}÷{shown(count.mention)}={worked}，文中写作{shown(each.mention)}，请核对单位。"
                yield Claim(ClaimKind.UNIT, "", each.mention.start, each.mention.end, (whole.mention, count.mention, each.mention), shown(each.mention), worked, Verdict.FAILS, words)
                break


def _value(one: Said) -> Decimal:
    return one.mention.figure.quantity.value


def _number(one: Said) -> Decimal:
    return one.mention.figure.value
