"""A number, the part of it and the rate in one breath: 计划招聘85人,实际到岗79人,到岗率92.94%.

The rate is of these two where no other amount bears it out, and one slip in one of the three is all that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import PERCENT, Figure, last_place, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, last_digit, recomputed, settled, shown
from ziping.prose.judging.quotients import quotient_is
from ziping.prose.judging.slips import digits, mistyped
from ziping.prose.shares.rates import is_of_time
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["abreast_claims"]

FAR = 40  # amounts before that may bear the rate out
TELLING = 4  # digits of a rate from which one wrong digit is no accident; of one less only exchanged digits
SHARP = 50  # times what rounding leaves open that a quotient is at least
_RATE = re.compile(r"[,，、][^,，、;；。\d]{0,10}(?:占(?:比)?|率|进度|比率|[意]度|比例|完成值)(?:\([^()]*\))?(?:为|是|达到|达|仅|:)*")
_NO_RATE = re.compile(r"节|结[余转]|增长|下降|变动|同比|上升|提高|税|利|控制|折|负债|自给|密度|年均|合格率标准")
_DONE = re.compile("实际|支出|支付|执行|完成|使用|到位|拨付|已|办结|合格|达标|其中|实施|列支|兑付|发放|回收|收回|验收|建成|参")  # what was done of what was due
_OF_MONEY = re.compile("执行|完成|支[出付]|使用|拨付|到位|进度|资金|预算|投资|兑付|发放|回收|收回|结算|征收|下达|报账|配套")
_BREAK = re.compile(r"[;；。]|比|较|其中|每|均")


def abreast_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every rate behind its part and its whole that a slip keeps from being theirs."""
    known = settled(judged)
    for at in range(2, len(said)):
        whole, part, rate = said[at - 2 : at + 1]
        mention = rate.mention
        if mention.kind is not Kind.RATE or mention in known or mention.loose or rate.role is Role.CHANGE or mention.figure.value >= 100:
            continue
        words = rate.lead.removeprefix(part.noun)
        if not _RATE.fullmatch(words) or _NO_RATE.search(words) or _BREAK.search(part.lead) or digits(mention.figure) < TELLING - 1:
            continue
        if "满意" in words and "不满意" in part.lead and "不满意" not in words or is_of_time(rate, part) or "占" not in words and not (_DONE.search(part.lead + part.noun) or _akin(words, part.lead[-8:] + part.noun)):
            continue
        if part.mention.kind is Kind.MONEY and "占" not in words and not _OF_MONEY.search(words) and not _akin(words, part.lead[-8:] + part.noun):
            continue  # 安排360万元,支出350万元,系统可用率99.95%
        own = re.sub(r"[,，、的]|占.*", "", words) if "占" in words else ""
        if len(own) > 1 and own not in part.lead:
            continue  # 基本支出a,项目支出b,人员经费占p%
        if not (whole.amount and part.amount) or part.serial or part.lead[:1] == "、" or whole.marker or whole.mention.loose or part.mention.loose or len({whole.mention.depth, part.mention.depth, mention.depth}) > 1:
            continue
        if whole.mention.kind is not part.mention.kind or whole.mention.figure.unit.base != part.mention.figure.unit.base:
            continue
        told = [one for one in (*before.earlier[-FAR:], *said[:at], *said[at + 1 : at + 3]) if one.mention.kind is part.mention.kind and not one.mention.loose]
        pairs = [(a.mention.figure, b.mention.figure) for a in (part, whole) for b in told if a is not b]
        if any(quotient_is(mention.figure, *pair, SHARP) or quotient_is(mention.figure, *pair[::-1], SHARP) for pair in pairs):
            continue
        if _slipped(whole.mention.figure, part.mention.figure, mention.figure):
            quotient = ratio(part.mention.figure, whole.mention.figure)
            assert quotient is not None
            worked = in_unit(quotient.value, mention)
            if abs(quotient.value - mention.figure.quantity.value) <= last_place(mention.figure.decimals, PERCENT.shift):
                continue  # moved by one in its last place, so that all add up to 100%
            made = recomputed(ClaimKind.RATE, [part.mention, whole.mention, mention], Verdict.FAILS, worked, f"{shown(part.mention)}÷{shown(whole.mention)}={worked}")
            yield last_digit(made, quotient)


def _akin(rate: str, part: str) -> bool:
    """Whether two characters of the name of a rate name the part too: 到岗79人,到岗率."""
    stem = re.sub(r"[^\u4e00-\u9fff]|完成|进度|[率的占比]", "", rate)
    return any(stem[at : at + 2] in part for at in range(len(stem) - 1))


def _slipped(whole: Figure, part: Figure, rate: Figure) -> bool:
    single = digits(rate) >= TELLING or (rate.decimals or 0) > 1
    return (
        any(quotient_is(one, part, whole, SHARP) for one in mistyped(rate, single=single))
        or any(quotient_is(rate, one, whole, SHARP) for one in mistyped(part, single=single))
        or any(quotient_is(rate, part, one, SHARP) for one in mistyped(whole, single=single))
    )
