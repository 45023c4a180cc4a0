"""What was received, what was spent of it and the rate, told in neighbouring clauses or sentences.

`收到补助资金90万元,全年发放81万元。预算执行率90%`. The rate holds where an amount told before bears it out; it fails where one amount
received and one amount spent stand right before it and nothing else that the text has told bears it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ziping.amounts import Quantity
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, Verdict
from ziping.prose.judging.quotients import fits, quotient_is, rate_claim
from ziping.prose.judging.slips import significant
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said, alike
from ziping.prose.text.stages import of_a_while

__all__ = ["spent_claims"]

FAR = 14  # amounts before that may be what was received
NEAR = 5  # amounts before among which is what was spent
TELLING = 3  # digits of a rate that an amount far away does not bear out by chance
_DOING = "执行|支出|使用|支付|拨付|发放|兑付|兑现|列支|报账|完工|竣工|开工|完成"
_RATE = re.compile(rf"(?:{_DOING}|到位|到账|下达)(?:进度|率|比例)(?:\([^()]*\))?(?:为|是|达|达到|:)*$")
_DONE = re.compile(rf"(?:{_DOING}|开支|花费)")
_GIVEN = re.compile("收到|下达|到位|到账|安排|预算|批复|拨入|下拨|争取|投入|资金|补助|计划|任务|总额|合计|共")
_ARRIVED = re.compile("到位|到账|下达")
_NO_BASE = re.compile(r"结[余转]|剩余|上年|去年|同期|每|均|节约|收入(?!预算)|未|应缴")
_PLAN = re.compile("收到|下达|到位|到账|安排|预算|批复|拨入|下拨|争取")


def spent_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every rate of spending that no other rule has judged."""
    told = {claim.figures[-1] for claim in judged}
    for at, rate in enumerate(said):
        mention = rate.mention
        if mention.kind is not Kind.RATE or mention.loose or mention in told or rate.role is Role.CHANGE or not _RATE.search(rate.lead) or re.search("成本|控制|目标值|指标值", rate.lead):
            continue
        here = [one for one in said[:at] if _counts(one) and one.mention.depth <= mention.depth]
        made = _held(rate, here, [*before.earlier, *here]) or _failed(rate, at, said, before)
        if made is not None:
            yield made


def _counts(one: Said) -> bool:
    return one.amount and one.mention.kind in (Kind.MONEY, Kind.COUNT)


def _held(rate: Said, here: Sequence[Said], told: Sequence[Said]) -> Claim | None:
    """The nearest amount spent, of the sentence where it tells one, and the nearest one received that give the rate; one right before it needs no word for it."""
    spent = [one for one in told[-NEAR:] if not one.mention.loose and _is_done(one, rate) and not of_a_while(one)]
    spent = [one for one in spent if one in here][-1:] or spent
    for done in reversed(spent):
        at = max(i for i, one in enumerate(told) if one is done)
        close = significant(rate.mention.figure) < TELLING
        for plan in reversed(told[max(0, at - (1 if close else FAR)) : at]):
            beside = plan in here and done in here and plan is told[at - 1]
            if _another(done, plan) and not plan.mention.loose and not _NO_BASE.search(_clause(plan)) and (beside or _GIVEN.search(plan.lead)) and not _is_done(plan, rate) and fits(rate, done, plan):
                return rate_claim(rate, done, plan, Verdict.HOLDS)
    return None


def _failed(rate: Said, at: int, said: Sequence[Said], before: Before) -> Claim | None:
    """The two amounts right before the rate, where they stand alone and no two amounts of the text bear it out."""
    row = [*([] if at > 1 else before.beside), *said[:at]]
    if len(row) < 2 or any(one.mention.depth or one.mention.loose for one in row[-2:]):
        return None
    plan, done = row[-2:]
    if not (_counts(plan) and _counts(done) and _another(plan, done)) or plan.mention.kind is not Kind.MONEY or done.mention.figure.value <= 0:
        return None
    if not _PLAN.search(plan.lead) or not _is_done(done, rate) or _is_done(plan, rate) or plan.marker or done.marker or plan.serial or done.serial or of_a_while(done):
        return None
    if any(_NO_BASE.search(one.lead) for one in (plan, done)) or re.search("累计|其中|本级|年初", plan.lead + done.lead) or re.search("[;；]", done.lead + rate.lead):
        return None
    if done.mention.figure.quantity.value > plan.mention.figure.quantity.value or done not in said and (len(rate.lead) > 40 or len(before.beside) > 2):
        return None
    told = [one for one in (*before.earlier, *said) if one.amount and _another(one, done)]
    if any(fits(rate, *pair) for a in (done, plan) for b in told if a is not b for pair in ((a, b), (b, a))):
        return None
    wholes = (a.mention.figure.quantity.value + b.mention.figure.quantity.value for a, b in combinations(told[-FAR:], 2))
    if any(quotient_is(rate.mention.figure, done.mention.figure, Quantity(whole)) for whole in wholes):
        return None
    return rate_claim(rate, done, plan, Verdict.FAILS)


def _clause(one: Said) -> str:
    return re.split("[,，;；。]", one.lead)[-1]


def _is_done(one: Said, rate: Said) -> bool:
    """Whether an amount is what was done: by its own clause, of what arrived where the rate is of arriving."""
    words = re.sub(r"预算执行|执行预算|支出预算|(?:应|未|待|拟)(?:支|拨|付|发)\w?", "", _clause(one))
    return bool(_ARRIVED.search(words) if _ARRIVED.search(rate.lead[-8:]) else _DONE.search(words))


def _another(one: Said, other: Said) -> bool:
    return one is not other and alike(one, other)
