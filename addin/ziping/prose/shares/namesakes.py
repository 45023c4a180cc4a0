"""Rates told each with one of its two amounts, the other of which the text told before by the same name.

`下达甲资金120万元、乙资金80万元、丙资金50万元。…甲资金支出108万元,执行率90%;乙资金支出76万元,执行率95%;丙资金支出49万元,执行率98%`. That the amounts of
those names are meant is borne out by the others of the row; where all but one fit, the one that does not is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, Verdict
from ziping.prose.judging.quotients import fits, quotient_is, rate_claim
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import plain_name
from ziping.prose.text.said import Role, Said, alike

__all__ = ["namesake_claims"]

CALLED = 2  # characters from which a name is one
SHARP = 50  # times what rounding leaves open that a quotient is at least
ENOUGH = 2  # rates of a row that bear out which amounts are meant
_RATE = re.compile(r"^[,，](?:预算|资金|支出)?(?:执行|支出|支付|使用|完成|拨付|到位)(?:进度|率|比例)(?:为|是|达|达到)?$")
_KIND = re.compile("(?:专项|项目|工程|资金|支出|经费|补助|类)+$")

Row = list[tuple[Said, Said]]  # an amount and the rate right behind it


def namesake_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every rate of a row that no other rule has judged."""
    settled = {claim.figures[-1] for claim in judged if claim.verdict is not Verdict.UNSURE}
    row = _row(said)
    named = [_called(amount) for amount, _ in row]
    if len(row) <= ENOUGH or len(set(named)) < len(row):
        return
    told = [one for one in before.earlier if one not in said and not one.mention.loose and not one.price and one.year != -1]
    mates = [[one for one in told if alike(one, amount) and _same(_called(one), name)] for (amount, _), name in zip(row, named, strict=True)]
    for spent in (True, False):  # what was spent is told with the rate, or what was planned
        fitting = [next((one for one in reversed(each) if _fits(amount, rate, one, spent)), None) for (amount, rate), each in zip(row, mates, strict=True)]
        missed = [at for at, one in enumerate(fitting) if one is None and mates[at]]
        if sum(one is not None for one in fitting) < ENOUGH or len(missed) > 1:
            continue
        for at, ((amount, rate), mate) in enumerate(zip(row, fitting, strict=True)):
            alone = {one.mention.figure.quantity.value: one for one in mates[at]} if mate is None else {}
            other = mate or (next(iter(alone.values())) if len(alone) == 1 and not _with_more(amount, rate, next(iter(alone.values())), told, spent) else None)
            if other is not None and rate.mention not in settled:
                made = rate_claim(rate, *((amount, other) if spent else (other, amount)), Verdict.HOLDS if mate else Verdict.FAILS)
                if made is not None:
                    yield made
        return


def _row(said: Sequence[Said]) -> Row:
    """The amounts of money of a sentence that are each followed by a rate of doing, and by nothing else."""
    pairs = ((amount, rate) for amount, rate in zip(said, said[1:], strict=False) if amount.amount and amount.mention.kind is Kind.MONEY and rate.mention.kind is Kind.RATE)
    pairs = ((amount, rate) for amount, rate in pairs if not amount.mention.loose and not rate.mention.loose and rate.role is not Role.CHANGE and _RATE.match(rate.lead))
    return [(amount, rate) for amount, rate in pairs if not re.search("[,，]", re.split("[;；。:：]", amount.lead)[-1].strip(",， ")) and len(_called(amount)) >= CALLED]


def _called(one: Said) -> str:
    return _KIND.sub("", plain_name(one.name))


def _same(one: str, other: str) -> bool:
    """Whether two names are one, or the longer one goes on where the shorter one ends, or ends with it: 农村饮水安全 and 农村饮水安全巩固提升, 文化站 and 乡镇文化站."""
    short, long = sorted((one, other), key=len)
    return len(short) >= CALLED and (short == long or len(short) > CALLED and (long.startswith(short) or long.endswith(short)))


def _with_more(amount: Said, rate: Said, mate: Said, told: Sequence[Said], spent: bool) -> bool:
    """Whether what the text tells of the name gives the rate with another amount told, added or taken away: a budget that was adjusted since."""
    base = mate.mention.figure.quantity
    more = [one.mention.figure.quantity for one in told if one is not mate and alike(one, mate)]
    others = [Quantity(base.value + sign * one.value, base.slack + one.slack) for one in more for sign in (1, -1) if base.value + sign * one.value > 0]
    own = amount.mention.figure
    return any(quotient_is(rate.mention.figure, *((own, other) if spent else (other, own)), SHARP) for other in others)


def _fits(amount: Said, rate: Said, other: Said, spent: bool) -> bool:
    return fits(rate, amount, other) if spent else fits(rate, other, amount)
