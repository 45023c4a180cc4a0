"""Rates of a sentence each told right behind its two amounts, in the same words: 甲486万元,预算500万元,执行率97.2%;乙326万元,预算340万元,执行率95.9%;….

What the rates are of is borne out by the others of the row; where all but one are right, the one that is not is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.prose.judging.claims import Claim, Verdict
from ziping.prose.judging.quotients import fits, rate_claim
from ziping.prose.text.said import Role, Said, alike

__all__ = ["likewise_claims"]

ENOUGH = 2  # rates of a row that bear out what they are of
HUNDRED = 100
_RATE = re.compile(r"[,，](?P<name>(?:预算|资金|支出)?(?:执行|支出|支付|使用|完成|拨付|到位)(?:进度|率|比例))(?:为|是|达|达到)?$")
_PLAN = re.compile("预算|计划|目标|安排|下达|任务|应")

Triple = tuple[Said, Said, Said]  # what was done, what was planned, the rate


def likewise_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for the one rate of a row that its two amounts do not give, where no other rule has judged it."""
    settled = {claim.figures[-1] for claim in judged if claim.verdict is not Verdict.UNSURE}
    rows: dict[tuple[str, bool], list[Triple]] = {}
    for at in range(2, len(said)):
        first, second, rate = said[at - 2 : at + 1]
        named = _RATE.match(rate.lead)
        if named is None or rate.role is Role.CHANGE or rate.mention.loose or not _beside(first, second):
            continue
        planned = [bool(_PLAN.search(re.split("[;；。:：]", one.lead)[-1][-6:])) for one in (first, second)]
        if planned[0] is not planned[1]:
            done, plan = (second, first) if planned[0] else (first, second)
            rows.setdefault((named["name"], planned[0]), []).append((done, plan, rate))
    for row in rows.values():
        missed = [(done, plan, rate) for done, plan, rate in row if not fits(rate, done, plan)]
        if len(row) - len(missed) < ENOUGH or len(missed) != 1:
            continue
        done, plan, rate = missed[0]
        capped = rate.mention.figure.value == HUNDRED and done.mention.figure.quantity.value > plan.mention.figure.quantity.value
        if rate.mention not in settled and not capped and (made := rate_claim(rate, done, plan, Verdict.FAILS)) is not None:
            yield made


def _beside(first: Said, second: Said) -> bool:
    """Whether two amounts stand alone in one clause, the one behind the other."""
    plain = all(one.amount and not one.mention.loose and not one.serial and not one.price for one in (first, second))
    return plain and alike(first, second) and first.mention.depth == second.mention.depth and re.match(r"[^,，;；。]{0,6}[,，]", second.lead) is not None
