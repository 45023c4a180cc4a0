"""Rates in a row, told in the same words, of which all but one are right: that one is wrong.

What they are of is borne out by the others of the row: both amounts stand before each (`甲支出486万元,预算500万元,执行率97.2%;乙支出326万元,预算340万元,执行率95.9%;…`),
or one of them does and the text told the other before by the same name (`下达甲资金120万元、乙资金80万元。…甲资金支出108万元,执行率90%;乙资金支出76万元,执行率95%;…`).
A rate is called wrong only where nothing says that it is of another base, of a part of the year, or of a budget that was cut or raised since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, Verdict, settled
from ziping.prose.judging.quotients import fits, quotient_is, rate_claim
from ziping.prose.judging.slips import digits, mistyped
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import CALLED, plain_name
from ziping.prose.text.said import Role, Said, alike
from ziping.prose.text.sentences import Text

__all__ = ["rowed_claims"]

SHARP = 50  # times what rounding leaves open that a quotient is at least
ENOUGH = 2  # rates of a row that bear out what they are of
TELLING = 5  # digits of an amount from which a slip that makes it more than its whole is no accident
_RATE = re.compile(r"[,，](?P<name>(?:预算|资金|支出)?(?:执行|支出|支付|使用|完成|拨付|到位)(?:进度|率|比例))(?:为|是|达|达到)?$")
_PLAN = re.compile("预算|计划|目标|安排|下达|任务|应")
_ENDING = re.compile("(?:专项|项目|工程|资金|支出|经费|补助|类)+$")
_ADJUSTED = "追加|追减|调[整增减剂]|压[减缩]|核[减增]|削减|收回|缴回|统筹|盘活|另"  # the budget is not what it was
_CHANGED = re.compile(_ADJUSTED)
_OTHERWISE = re.compile(  # or the amount is of another base, or of a part of the year
    rf"{_ADJUSTED}|增加|减少|新增|核[定实]|结转|到位(?!率|比例|进度)|到账|中标|合同|结算|变更|质保|尾款|含|包括|剔除|扣除|口径|"
    r"按[^,，;；。:：]{0,16}(?:计[算提]?|测算|价)|年[初中]|月份?(?:[^\d]|$)|季度|当[年月期]|本[年月期]|上[年月]|去年|累计|首批|首期|第[一二三四五六七八九]批|部分"
)
_STOP = re.compile(r"[;；。!?！？\n]")

Row = list[tuple[Said, Said]]  # an amount and the rate right behind it
Triple = tuple[Said, Said, Said]  # what was done, what was planned, the rate


def rowed_claims(text: Text, said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every rate of a row that no other rule has judged; where both amounts stand before each, only for the one that they do not give."""
    known = settled(judged)
    for made in (*_of_two(text, said), *_of_one(text, said, before)):
        if made.figures[-1] not in known:
            yield made


def _of_two(text: Text, said: Sequence[Said]) -> Iterator[Claim]:
    """Rates that each stand behind their two amounts."""
    rows: dict[tuple[str, bool], list[Triple]] = {}
    for at in range(2, len(said)):
        first, second, rate = said[at - 2 : at + 1]
        named = _RATE.match(rate.lead)
        if named is None or rate.role is Role.CHANGE or rate.mention.loose or not _beside(first, second):
            continue
        planned = [bool(_PLAN.search(_clause(one)[-6:])) for one in (first, second)]
        if planned[0] is not planned[1]:
            done, plan = (second, first) if planned[0] else (first, second)
            rows.setdefault((named["name"], planned[0]), []).append((done, plan, rate))
    for row in rows.values():
        good = [(done, plan) for done, plan, rate in row if fits(rate, done, plan)]
        if len(good) < ENOUGH or len(row) - len(good) != 1:
            continue
        done, plan, rate = next((done, plan, rate) for done, plan, rate in row if not fits(rate, done, plan))
        behind = int(done.mention.start < plan.mention.start)  # the one that stands behind the other, told in the same words as its fellows
        alike_told = _clause((done, plan)[behind]) in [_clause(one[behind]) for one in good]
        plain = not any(_OTHERWISE.search(words) for words in (_clause(done), _clause(plan))) and not _of_another_base(_behind(text, rate))
        if alike_told and plain and (_a_part(done, plan) or _mistyped(rate, done, plan)) and (made := rate_claim(rate, done, plan, Verdict.FAILS)) is not None:
            yield made


def _beside(first: Said, second: Said) -> bool:
    """Whether two amounts stand alone in one clause, the one behind the other."""
    plain = all(one.amount and not one.mention.loose and not one.serial and not one.price for one in (first, second))
    return plain and alike(first, second) and first.mention.depth == second.mention.depth and re.match(r"[^,，;；。]{0,6}[,，]", second.lead) is not None


def _of_one(text: Text, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """Rates that each stand behind one of their amounts, the other of which was told before."""
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
            other = mate or _meant(amount, rate, [one for one in mates[at] if _called(one) == named[at]], told, spent)
            if other is None or mate is None and _told_otherwise(text, other, amount, rate):
                continue
            pair = (amount, other) if spent else (other, amount)
            if (mate is not None or _a_part(*pair) or _mistyped(rate, *pair)) and (made := rate_claim(rate, *pair, Verdict.HOLDS if mate else Verdict.FAILS)) is not None:
                yield made
        return


def _row(said: Sequence[Said]) -> Row:
    """The amounts of money of a sentence that are each followed by a rate of doing, and by nothing else."""
    pairs = ((amount, rate) for amount, rate in zip(said, said[1:], strict=False) if amount.amount and amount.mention.kind is Kind.MONEY and rate.mention.kind is Kind.RATE)
    pairs = ((amount, rate) for amount, rate in pairs if not amount.mention.loose and not rate.mention.loose and rate.role is not Role.CHANGE and _RATE.match(rate.lead))
    return [(amount, rate) for amount, rate in pairs if not re.search("[,，]", _clause(amount).strip(",， ")) and len(_called(amount)) >= CALLED]


def _called(one: Said) -> str:
    return _ENDING.sub("", plain_name(one.name))


def _same(one: str, other: str) -> bool:
    """Whether two names are one, or the longer one goes on where the shorter one ends, or ends with it: 农村饮水安全 and 农村饮水安全巩固提升, 文化站 and 乡镇文化站."""
    short, long = sorted((one, other), key=len)
    return len(short) >= CALLED and (short == long or len(short) > CALLED and (long.startswith(short) or long.endswith(short)))


def _meant(amount: Said, rate: Said, mates: Sequence[Said], told: Sequence[Said], spent: bool) -> Said | None:
    """The one amount that was told by the very name, where with no other amount of it the text gives the rate: a budget that was adjusted since."""
    alone = {one.mention.figure.quantity.value: one for one in mates}
    mate = next(iter(alone.values())) if len(alone) == 1 else None
    if mate is None:
        return None
    base, own = mate.mention.figure.quantity, amount.mention.figure
    more = [one.mention.figure.quantity for one in told if one is not mate and alike(one, mate)]
    others = [Quantity(base.value + sign * one.value, base.slack + one.slack) for one in more for sign in (1, -1) if base.value + sign * one.value > 0]
    return None if any(quotient_is(rate.mention.figure, *((own, other) if spent else (other, own)), SHARP) for other in others) else mate


def _told_otherwise(text: Text, base: Said, amount: Said, rate: Said) -> bool:
    """Whether the text, from behind a base told before to the end of the paragraph of its rate, says that budgets were changed, or anything else of this one."""
    line = text.text.find("\n", rate.mention.end)
    words = text.text[base.mention.end : line if line >= 0 else len(text.text)]
    named = (one for one in _STOP.split(words) if _called(amount) in one)
    return _CHANGED.search(words) is not None or any(_OTHERWISE.search(one) for one in named) or _of_another_base(_behind(text, rate))


def _clause(one: Said) -> str:
    """The words before a figure, of its own clause."""
    return re.split("[;；。:：]", one.lead)[-1]


def _behind(text: Text, one: Said) -> str:
    """What stands behind a figure up to the next stop."""
    stop = _STOP.search(text.text, one.mention.end)
    return text.text[one.mention.end : stop.start() if stop else len(text.text)]


def _of_another_base(behind: str) -> bool:
    """Whether what stands behind a rate tells what else it is of: 97%(按…计算), 97%,含…, 97%,预算60万元."""
    return behind.startswith("(") or _OTHERWISE.search(behind) is not None or _PLAN.search(behind) is not None


def _a_part(done: Said, plan: Said) -> bool:
    return 0 < done.mention.figure.quantity.value <= plan.mention.figure.quantity.value


def _mistyped(rate: Said, done: Said, plan: Said) -> bool:
    """Whether one slip in one of two amounts, which has digits enough, is all that keeps them from giving the rate."""
    first, second = done.mention.figure, plan.mention.figure
    ways = ((one, second) for one in mistyped(first) if digits(first) >= TELLING), ((first, one) for one in mistyped(second) if digits(second) >= TELLING)
    return any(quotient_is(rate.mention.figure, *pair, SHARP) for way in ways for pair in way)


def _fits(amount: Said, rate: Said, other: Said, spent: bool) -> bool:
    return fits(rate, amount, other) if spent else fits(rate, other, amount)
