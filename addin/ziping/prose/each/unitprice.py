"""A price for each of things that the sentence counts, whatever they are counted in: 采购折叠床800张、棉被2400床,其中棉被总价29.76万元,每床单价124元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity, foots, half_place
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, in_yuan, recomputed, settled, shown, verdict_of
from ziping.prose.judging.slips import FARTHER, digits, misplaced, printed, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["unitprice_claims"]

TELLING = 3  # digits of a price of which one may be wrong by no accident
_PRICE = re.compile(r"^[,，、(](?:平均|折合)?每(?P<each>[\u4e00-\u9fff]{1,2}?)(?:的)?(?:平均)?(?:采购|中标|成交)?(?:单价|均价|价格|价|造价|成本)(?:为|是|约)?$")
_ALL = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:采购|购置|中标|成交)?(?:总价|总额|总金额|金额|价款|费用|经费|支出|合计|共计)(?:为|是|共)?$")


def unitprice_claims(text: Text, said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every price right behind what the things named before it cost. It fails where a unit, a point or one digit of it is wrong."""
    known = settled(judged)
    for all_, price in zip(said, said[1:], strict=False):
        each, cost = _PRICE.match(price.lead), _ALL.search(all_.lead)
        if each is None or cost is None or all_.mention.kind is not Kind.MONEY or price.mention.kind is not Kind.MONEY or all_.mention.loose or price.mention.loose or price.mention in known or not price.mention.figure.value:
            continue
        count = _number(text, said, all_, each["each"], cost["name"].removeprefix("其中"))
        if count is None or not count.mention.figure.value:
            continue
        amount, number = all_.mention.figure.quantity, count.mention.figure.value
        worth = Quantity(amount.value / number, amount.slack / number)
        stated = price.mention.figure
        footing = foots(Quantity(stated.quantity.value, half_place(stated.decimals, stated.unit.shift)), [worth])
        of_others = slip_of(all_.mention.figure, stated.quantity.value * number) and digits(all_.mention.figure) > TELLING or slip_of(count.mention.figure, amount.value / stated.quantity.value) and digits(count.mention.figure) > TELLING
        if footing is None or not footing.holds and not (digits(stated) >= TELLING and (of_others or misplaced(stated, worth.value, FARTHER) or slip_of(stated, worth.value))):
            continue
        worked = in_unit(worth.value, price.mention if printed(stated, worth.value).value else in_yuan(price.mention))
        sum_ = f"{shown(all_.mention)}÷{count.mention.figure.value}{each['each']}={worked}"
        yield recomputed(ClaimKind.FORMULA, [all_.mention, count.mention, price.mention], verdict_of(footing.holds), worked, sum_)


def _number(text: Text, said: Sequence[Said], all_: Said, each: str, name: str) -> Said | None:
    """The one number of the sentence that is followed by the measure word and led to by the name of what was bought; the only one so measured where none is."""
    near = [one for one in said[: said.index(all_)] if not one.mention.loose and one.mention.kind in (Kind.COUNT, Kind.PLAIN) and not one.mention.figure.decimals]
    near = [one for one in near if (one.mention.figure.unit.text or text.text[one.mention.end : one.mention.end + len(each)]) == each]
    named = [one for one in near if re.split("[、,，;；]", one.lead)[-1].endswith(name)]
    return named[0] if len(named) == 1 else None
