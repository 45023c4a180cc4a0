"""What was done, its rate, and what was left: 支出96万元,执行率96%,结余4万元; 到位70万元,到位率70%,少到位30万元; 完工14个,完工率35%,其余26个在建.

The whole need not be told: it is what was done and what was left together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.judging.quotients import fits, rate_claim
from ziping.prose.judging.slips import digits, slip_of
from ziping.prose.text.closed import denied
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said, alike

__all__ = ["remainder_claims"]

TELLING = 4  # digits of a rate from which it tells a slip in what is and what is not
_RATE = re.compile(r"(?:率|进度|比例|度|占[^,，;；。\d]{0,12}|完成[^,，;；。\d]{0,12})(?:为|是|达到|达|仅|的|:)*$")
_OTHER_RATE = re.compile(r"满意|节约|增长|下降|合格|优良|税|利|控制|变动|同比|上升|提高")
_LEFT = re.compile(r"^[^,，;；。]{0,8}[,，、;；]?(?![与比较])[^,，;；。\d]{0,12}?(?:结余|结存|节余|结转|剩余|其余|空置|闲置|空缺|待租|余|未|少到位|少支出|缺口|尚|差(?![的等级评])|欠|正在|在建|在办)[^,，;；。\d]{0,10}$")
_BEYOND_PLAN = re.compile(r"^[^,，;；。]{0,8}[,，(][^,，;；。\d]{0,6}比?(?:年度|年初|原定)?(?:目标|计划|任务)(?:任务|数|值)?(?:(?P<more>多|超)|少|差)(?:了|出)?$")
_CARRIED = re.compile(r"加|收支|上年|以前年度|历年|年初")  # what was left of another year comes on top
_WHY = re.compile("原因|因为|由于|系因")  # 未完成的原因是年内有5名儿童被收养: no number of what was not done
_OF_REST = re.compile("结转|结余|剩余|未|不")
_DONE = re.compile("支出|支付|使用|执行|完成|拨付")
_PLAN = re.compile(r"预算|计划|目标|应|需|批复|下达|安排|交办|任务|受理|共|合计|到位(?!率)")

_VACANT, _LET = re.compile("空置|待租|闲置"), re.compile("[出配]租|入住|分配|租出")  # each the one where it is not the other
_WITH = re.compile(r"\((?P<less>不|未|剔|扣)?(?:含|包括|除)(?P<what>[^()]{1,12})\)")  # 完成率(含基本完成)
_MISSED = re.compile(r"(?:未达到?|低于|高于|不足|达不到|不到|超过)$")  # 预算完成率未达95%: a bar, no rate of anything


def remainder_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every rate between what was done and what was left, or right behind both.

    It fails where one wrong digit explains it, or where the whole is told too and agrees with both amounts; never where another whole
    that the text tells bears the rate out.
    """
    for at, rate in enumerate(said):
        if rate.mention.kind is not Kind.RATE or rate.mention.loose or rate.role is Role.CHANGE or not at or rate.mention.figure.value == 100 or not _RATE.search(rate.lead) or _MISSED.search(rate.lead):
            continue
        if (other := _OTHER_RATE.search(rate.lead)) and not (at > 1 and other[0] != "满意" and denied(said[at - 2], said[at - 1])):
            continue
        done = said[at - 1]
        left = next((one for one in said[at + 1 : at + 3] if _level(one, done)), None)
        if left is None or not _LEFT.match(left.lead) or _CARRIED.search(left.lead) or _WHY.search(left.lead):
            done, left = (said[at - 2], said[at - 1]) if at > 1 else (done, None)
            if left is not None and "占" not in rate.lead and _level(left, done) and done.amount and not done.mention.loose and not left.mention.loose and (beyond := _BEYOND_PLAN.match(left.lead)):
                made = _against(done, left, rate, -1 if beyond["more"] else 1)
                if made is not None:
                    yield made
                continue
            if left is None or "占" in rate.lead or not _level(left, done) or not (denied(done, left) or re.search("未|正在|在建|在办|结余|剩余|其余", left.lead)):
                continue
        if done.amount and left.amount and not done.mention.loose and not left.mention.loose and not done.serial and not left.serial and not left.marker:
            said_of = re.split("[,，;；]", rate.lead)[-1]
            if "占" not in said_of and _OF_REST.search(said_of):
                done, left = left, done  # 支出96万元,结余4万元,结余率4%
            if (listed := _of_list(said[:at], done, left, rate)) is not None:
                yield listed
                continue
            if _PLAN.search(done.lead[-6:]) and not _DONE.search(done.lead[-6:]):
                made = _of_plan(done, left, rate)
            else:
                made = _judged(done, left, rate, _wholes(said, done, left, before), said[max(said.index(done), said.index(left)) + 1 :])
            if made is not None:
                yield made


def _of_plan(plan: Said, left: Said, rate: Said) -> Claim | None:
    """`合计到位300万元,执行率93%,结余21万元`: all but what was left of what there was."""
    whole, rest = plan.mention.figure.quantity, left.mention.figure.quantity
    done = Quantity(whole.value - rest.value, whole.slack + rest.slack)
    quotient = ratio(done, plan.mention.figure) if done.value > 0 else None
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    of_both = ratio(plan.mention.figure, Quantity(whole.value + rest.value, whole.slack + rest.slack))
    if footing is None or quotient is None or not footing.holds and (of_both is None or foots(rate.mention.figure, [of_both]).holds or not (digits(rate.mention.figure) > 3 and _misprinted(rate, quotient))):  # type: ignore[union-attr]
        return None  # 实际到位486万元,到位率97.98%,未到位10万元: the first is no whole
    worked = in_unit(quotient.value, rate.mention)
    sum_ = f"({shown(plan.mention)}-{shown(left.mention)})÷{shown(plan.mention)}={worked}"
    return recomputed(ClaimKind.RATE, [plan.mention, left.mention, rate.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _of_list(told: Sequence[Said], done: Said, left: Said, rate: Said) -> Claim | None:
    """`共12个,其中完成9个,部分完成2个,未完成1个,完成率75%`: of all that is listed, where three outcomes give it."""
    row = [one for one in told if one.amount and not one.mention.loose and _level(one, done)]
    if len(row) < 4 or row[-2:] != [done, left]:
        return None
    whole, first, second = row[-4:-1]
    footing = foots(whole.mention.figure, [one.mention.figure for one in row[-3:]])
    if footing is None or not footing.holds:
        return None
    taken_in = _WITH.search(rate.lead)
    if taken_in is None:
        return rate_claim(rate, first, whole, verdict_of(fits(rate, first, whole)))
    if taken_in["less"] or taken_in["what"] not in second.lead:
        return None
    a, b = first.mention.figure.quantity, second.mention.figure.quantity
    quotient = ratio(Quantity(a.value + b.value, a.slack + b.slack), whole.mention.figure)
    agrees = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if quotient is None or agrees is None:
        return None
    worked = in_unit(quotient.value, rate.mention)
    sum_ = f"({shown(first.mention)}+{shown(second.mention)})÷{shown(whole.mention)}={worked}"
    figures = [whole.mention, first.mention, second.mention, rate.mention]
    return last_digit(recomputed(ClaimKind.RATE, figures, verdict_of(agrees.holds), worked, sum_), quotient)


def _against(done: Said, gap: Said, rate: Said, sign: int) -> Claim | None:
    """`完成648户,比目标多48户,完成率108%`: of the aim that the gap leads back to."""
    a, b = done.mention.figure.quantity, gap.mention.figure.quantity
    aim = Quantity(a.value + sign * b.value, a.slack + b.slack)
    quotient = ratio(done.mention.figure, aim) if aim.value > 0 else None
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if footing is None or quotient is None:
        return None
    worked = in_unit(quotient.value, rate.mention)
    sum_ = f"{shown(done.mention)}÷({shown(done.mention)}{'-' if sign < 0 else '+'}{shown(gap.mention)})={worked}"
    return last_digit(recomputed(ClaimKind.RATE, [done.mention, gap.mention, rate.mention], verdict_of(footing.holds), worked, sum_), quotient)


def _level(one: Said, other: Said) -> bool:
    return alike(one, other) and one.mention.kind is not Kind.RATE and one.mention.depth == other.mention.depth


def _wholes(said: Sequence[Said], done: Said, left: Said, before: Before) -> list[Said]:
    """The amounts of the kind that the text has told up to here."""
    told = [*before.earlier, *(one for one in said if one.amount)]
    return [one for one in told if one not in (done, left) and _level(replace(one, mention=replace(one.mention, depth=done.mention.depth)), done)]


def _judged(done: Said, left: Said, rate: Said, wholes: Sequence[Said], behind: Sequence[Said]) -> Claim | None:
    a, b = done.mention.figure.quantity, left.mention.figure.quantity
    whole = Quantity(a.value + b.value, a.slack + b.slack)
    quotient = ratio(done.mention.figure, whole)
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if footing is None or not a.value or not b.value:
        return None
    rest = ratio(left.mention.figure, done.mention.figure)
    if not footing.holds and rest is not None and (of_all := foots(rate.mention.figure, [Quantity(1 - rest.value, rest.slack)])) is not None and of_all.holds:
        return None  # 抽查45个,未达标4个,达标率91.1%: the first is the whole
    halves = denied(done, left) or denied(left, done) or _VACANT.search(left.lead) is not None and _LET.search(done.lead) is not None
    told = any((same := foots(one.mention.figure, [whole])) is not None and same.holds for one in wholes)
    if not footing.holds and (borne := [one for one in wholes if fits(rate, done, one)]):
        return next((_unequal(one, done, left) for one in reversed(borne) if _owed(one, done, left) and not _goes_on(one, done, left, behind)), None)
    if not told and (not halves if footing.holds else not (_misprinted(rate, quotient) if halves and digits(rate.mention.figure) < TELLING else _slip(done, left, rate))):
        return None
    assert quotient is not None
    worked = in_unit(quotient.value, rate.mention)
    sum_ = f"{shown(done.mention)}÷({shown(done.mention)}+{shown(left.mention)})={worked}"
    verdict = Verdict.HOLDS if footing.holds else Verdict.FAILS
    return recomputed(ClaimKind.RATE, [done.mention, left.mention, rate.mention], verdict, worked, sum_)


def _unequal(whole: Said, done: Said, left: Said) -> Claim:
    """What is left against the whole that the rate is of."""
    worked = in_unit(whole.mention.figure.quantity.value - done.mention.figure.quantity.value, left.mention)
    sum_ = f"{shown(whole.mention)}-{shown(done.mention)}={worked}"
    return recomputed(ClaimKind.BALANCE, [whole.mention, done.mention, left.mention], Verdict.FAILS, worked, sum_)


def _owed(whole: Said, done: Said, left: Said) -> bool:
    """Whether what is left is one slip away from what the whole leaves."""
    figure = left.mention.figure
    return slip_of(figure, whole.mention.figure.quantity.value - done.mention.figure.quantity.value)


def _goes_on(whole: Said, done: Said, left: Said, behind: Sequence[Said]) -> bool:
    """Whether what follows completes the list: 已解决26件,占29%;正在解决53件;留作参考10件."""
    row = [one.mention.figure for one in behind if one.amount and _level(one, left)]
    rows = ([done.mention.figure, left.mention.figure, *row[:end]] for end in range(1, len(row) + 1))
    return any((footing := foots(whole.mention.figure, one)) is not None and footing.exact for one in rows)


def _misprinted(rate: Said, true: Quantity | None) -> bool:
    """Whether one slip in the rate, which tells enough digits, explains it."""
    return true is not None and digits(rate.mention.figure) > 2 and slip_of(rate.mention.figure, true.value)


def _slip(done: Said, left: Said, rate: Said) -> bool:
    """Whether one slip in the rate, or in one of the amounts where the rate tells it to enough digits, explains it."""
    a, b = done.mention.figure.quantity.value, left.mention.figure.quantity.value
    stated = rate.mention.figure.quantity.value
    if _misprinted(rate, Quantity(a / (a + b))):
        return True
    if not 0 < stated < 1:
        return False
    for one, value in ((done, b * stated / (1 - stated)), (left, a * (1 - stated) / stated)):
        figure = one.mention.figure
        least = Decimal(10).scaleb(-(figure.decimals or 0))
        if figure.value > least and slip_of(figure, value):
            return True
    return False
