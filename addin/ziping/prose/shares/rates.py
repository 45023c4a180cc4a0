"""Rates done: 完成年初预算的 p%, 执行率 p%, 控制率 p%; and what stands above what: a ≤ b, 决算数大于预算数."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import Quantity, Relation, foots, half_place, ratio, show
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, recomputed, shown, verdict_of
from ziping.prose.judging.quotients import comparable, fits, rate_claim
from ziping.prose.judging.slips import digits, slip_of
from ziping.prose.shares.tallies import tallied
from ziping.prose.text.divided import AGAINST
from ziping.prose.text.ending import based_otherwise, ends_there
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import NAMED, bare, names_agree
from ziping.prose.text.said import Role, Said, alike
from ziping.prose.text.sentences import Sentence, Text
from ziping.prose.text.stages import of_a_while

__all__ = ["is_of_time", "order_claims", "rate_claims"]

TELLING, FAR_OFF = 4, Decimal("0.02")  # digits of a rate, and how far off it is, from which one slip in it is no accident
_SIGN = re.compile(r"^\s*(≤|≥|<=|>=|<|>)")
_COMPARISON = re.compile(r"决算数?(?P<how>大于|高于|小于|低于|等于)(?:年初|全年|调整)?预算数?")


def rate_claims(text: Text, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every 完成率 whose two amounts the sentence (or the one before) gives."""
    for index, rate in enumerate(said):
        if (multiple := _multiple(text, said, index)) is not None:
            yield multiple
        if rate.mention.kind is Kind.RATE and not rate.mention.loose and (made := _named(said, index) or tallied(said, index)) is not None:
            yield made
            continue
        if (made := _bracketed(text, said, index)) is not None:
            yield made
            continue
        if rate.role is not Role.DONE or rate.mention.loose:
            continue
        here = [s for s in said[max(0, index - 8) : index] if s.amount and not s.mention.loose and s.mention.depth <= rate.mention.depth]
        plans = [s for s in before.previous[-4:] if s.amount and not s.mention.loose]
        clause = [s for s in _clause(said, index) if s.mention.depth <= rate.mention.depth]
        if any(_planned(s) for s in clause) and any(not _planned(s) for s in clause):
            here, plans = clause, []
        made = _explicit(rate, said, index) if rate.explicit else _rate(rate, here, plans, before.initial)
        if made is not None and made.verdict is Verdict.FAILS and not rate.explicit and (_settled_between(text, said, made) or _borne_out(made, said, before)):
            continue
        if made is not None and made.verdict is Verdict.FAILS and not rate.explicit and based_otherwise(said, index):
            made = replace(made, verdict=Verdict.UNSURE)
        if made is not None:
            before.initial += made.verdict is Verdict.HOLDS and rate.of.endswith("率") and any("年初" in s.lead for s in here if s.mention in made.figures)
            yield made


_MORE = re.compile("超额|超出|超过|超计划|多完成")
_RECEIVED = re.compile(r"收到|接收|到位|总量|总额|争取|下达")
_BEYOND = re.compile("(?:超出|超过?|多)了?(?:原|年度|年初)?(?:计划|目标|任务)(?:数|量|值)?$")  # 完成116公里,超出计划6公里
_BEATEN = re.compile("完成[^,，;；。:：]{0,8}(?:目标|任务|计划)(?:任务)?(?:数|量)?(?:的)?$")
_SPENT = re.compile(r"支出|支付|使用|拨付")

# Rates whose name says what is divided by what.
_OF_BEDS = re.compile("(?:病床|床位)(?:使用|利用|占用)率")
_OWN_BEDS = re.compile(r"[^,，;；。]{0,6}[,，](?:年|全年|年平均|平均|实际)?(?:病床|床位)(?:使用|利用|占用)率(?:为|达|达到|是)*")
_BED_DAYS = re.compile(r"(?:^|[,，;；。、])(?:其中)?(?:本年|全年|年|实际|实有|编制|共)*(?:占用|开放)(?:总)?床日(?:数|总数)?(?:为|达|共)*$")
_NAMED = tuple(
    tuple(re.compile(words) for words in triple)
    for triple in (
        ("资产负债率", r"(?<!净)负债", r"(?<!净)资产"),
        ("(?:在职)?人员控制率", r"在职|实有|在编", r"编制"),
        ("预算调整率|^[,，]调整率", r"追加|调增", r"年初预算"),
        (_OF_BEDS, r"占用[^,，;；]{0,6}床日", r"开放[^,，;；]{0,6}床日"),
    )
)
_AIMED = re.compile(r"(?:目标|任务)(?:值|数|任务)?(?:为|是|:)*$")
_LEFT_OVER = re.compile(r"[,，、;；](?:资金)?(?:结余|剩余|结转)(?:资金|金额)?(?:为)?$")


def _multiple(text: Text, said: Sequence[Said], index: int) -> Claim | None:
    """`完成720万元,是上年400万元的1.8倍`."""
    times = said[index]
    if index < 2 or times.lead != "的" or times.mention.loose or text.text[times.mention.end : times.mention.end + 1] != "倍":
        return None
    now, then = said[index - 2 : index]
    if not now.amount or not then.amount or not comparable(now, then) or now.mention.loose or then.mention.loose:
        return None
    quotient = ratio(now.mention.figure, then.mention.figure)
    if quotient is None or not re.search("是|为|相当于|达", then.lead):
        return None
    value, places = times.mention.figure.value, times.mention.figure.decimals or 0
    footing = foots(Quantity(value, half_place(places)), [quotient])
    assert footing is not None
    worked = show(quotient.value, max(places, 2)) + "倍"
    sum_ = f"{shown(now.mention)}÷{shown(then.mention)}={worked}"
    return recomputed(ClaimKind.RATE, [now.mention, then.mention, times.mention], verdict_of(footing.holds), worked, sum_, f"{value}倍")


def _bracketed(text: Text, said: Sequence[Said], index: int) -> Claim | None:
    """`执行率97.2%(486万元/500万元)`: what it was worked out of."""
    if index + 2 >= len(said) or said[index].mention.kind is not Kind.RATE or said[index].mention.loose or said[index].role is Role.CHANGE:
        return None
    rate, part, whole = said[index : index + 3]
    written = part.lead == "(" and re.fullmatch("[/÷]", whole.lead) and re.match(r"\s?(?:[*×x]\s?100%)?\)", text.text[whole.mention.end : whole.mention.end + 8])
    if not written or not comparable(part, whole):
        return None
    return rate_claim(rate, part, whole, verdict_of(fits(rate, part, whole)))


def _named(said: Sequence[Said], index: int) -> Claim | None:
    for name, part, whole in _NAMED:
        if not name.search(said[index].lead):
            continue
        amounts = [s for s in said[max(0, index - 10) : index] if s.amount and not s.mention.loose and s.mention.depth <= said[index].mention.depth]
        done = [s for s in amounts if part.search(s.lead)]
        plans = [s for s in amounts if whole.search(s.lead) and not part.search(s.lead) and not s.marker]
        if done and plans and comparable(done[-1], plans[0]):
            agrees = fits(said[index], done[-1], plans[0])
            if name is _OF_BEDS and not agrees and not (_of_one_house(said[index], done, plans, sum(1 for one in amounts if alike(one, done[0]))) and ends_there(said, index)):
                return None
            certain = len(done) == 1 and not any("减" in s.lead for s in amounts) and not any(s.mention.figure.value > plans[0].mention.figure.value for s in plans[1:])
            return rate_claim(said[index], done[-1], plans[0], verdict_of(agrees, certain))
    return None


def _of_one_house(rate: Said, used: Sequence[Said], open_: Sequence[Said], days: int) -> bool:
    """Whether the days of beds and their rate are told once each, of no ward or branch by name, and no other days."""
    return len(used) == len(open_) == 1 and days == 2 and _OWN_BEDS.fullmatch(rate.lead) is not None and all(_BED_DAYS.search(one.lead) for one in (used[0], open_[0]))


def _clause(said: Sequence[Said], index: int) -> list[Said]:
    """The amounts between the last semicolon, or the last rate, and this rate."""
    start = index
    while start > 0 and not re.search("[;；]", said[start].lead) and said[start - 1].role is not Role.DONE:
        start -= 1
    return [s for s in said[start:index] if s.amount and not s.mention.loose]


def _explicit(rate: Said, said: Sequence[Said], index: int) -> Claim | None:
    """`…24627万元,完成年初预算数60999万元的40.4%`."""
    plan = said[index - 1]
    before = [s for s in said[max(0, index - 8) : index - 1] if s.amount and comparable(s, plan) and s.mention.depth <= rate.mention.depth and not AGAINST.match(s.lead)]
    fitting = next((s for s in reversed(before) if not s.mention.loose and fits(rate, s, plan)), None)
    done = fitting or next((s for s in reversed(before) if not re.search("目标|任务|计划", s.lead) and not (s is not before[-1] and s.stage == "budget")), None)
    if done is None or done.mention.loose or plan.mention.loose:
        return None
    if fitting is None and _MORE.search(plan.lead) and rate.mention.figure.quantity.value < 1:
        return None  # 完成3.2万亩,超额完成计划3.0万亩的6.7%: of what was done beyond it
    return rate_claim(rate, done, plan, verdict_of(fits(rate, done, plan)))


def _settled_between(text: Text, said: Sequence[Said], made: Claim) -> bool:
    """Whether a clause with a rate of its own ends between plan and done: 资金42万元,到位率100%;甲项目使用33万元,使用率84%."""
    low, high = sorted(one.end for one in made.figures[:2])
    rated = any(low < one.mention.start < high and one.mention.kind is Kind.RATE for one in said)
    return rated and bool(re.search("[;；]", text.text[low:high]))


def _rate(rate: Said, here: Sequence[Said], before: Sequence[Said], initial: int) -> Claim | None:
    pairs = [(done, plan) for done in reversed(here) for plan in reversed([*before, *here]) if comparable(done, plan)]
    pairs = [(done, plan) for done, plan in pairs if _planned(plan) and not _planned(done)]
    for done, plan in pairs:
        if fits(rate, done, plan):
            return rate_claim(rate, done, plan, Verdict.HOLDS)
    here = _without_rest([s for s in here if s.mention.figure.unit.base == here[-1].mention.figure.unit.base])
    if len(here) > 2 and len(rate.of) > 2 and [s for s in here if rate.of in s.lead and _planned(s)] == here[-2:-1] and here[-1].stage == "executed":
        here = here[-2:]  # 年初预算a,追加b,调整后预算c,支出d,为调整后预算的p%
    plans = [s for s in here if _planned(s) and not _BEYOND.search(s.lead)]
    dones = [s for s in here if not _planned(s) and s.stage == "executed" or _at_work(s)]
    if not dones and len(here) == 2 and plans == [here[1]] and here[1].lead.startswith((",", "，")) and _BEATEN.search(here[1].lead):
        dones = [here[0]]  # 就业9820人,超额完成任务9500人,完成率103.4%
    if dones and "到位" in rate.of and _SPENT.search(dones[-1].lead) and "到位" not in dones[-1].lead:
        return None  # 计划420万元,已支出378万元,到位率100%
    if dones and (is_of_time(rate, dones[-1]) or of_a_while(dones[-1]) and not of_a_while(rate)):
        return None
    if not plans and _SPENT.search(rate.of) and len(here) == 2 and _RECEIVED.search(here[0].lead) and _SPENT.search(here[1].lead):
        plans, dones = here[:1], here[1:]  # 收到资金a,支出b,支出进度p%
        if comparable(dones[0], plans[0]) and fits(rate, dones[0], plans[0]):
            return rate_claim(rate, dones[0], plans[0], Verdict.HOLDS)
    if "调整" in rate.of and any("年初" in s.lead for s in plans) or "年初" in rate.of and any("调整" in s.lead for s in plans):
        return None
    if len(here) == 2 and len(plans) == 1 and len(dones) == 1 and comparable(dones[0], plans[0]):
        adjusted = "年初" in plans[0].lead and "年初" not in rate.of and rate.of.endswith("率")  # of a budget adjusted since
        return rate_claim(rate, dones[0], plans[0], Verdict.UNSURE if adjusted and initial < 2 and not _mistyped(rate, dones[0], plans[0]) else Verdict.FAILS)
    return None


def _mistyped(rate: Said, done: Said, plan: Said) -> bool:
    """Whether one slip, by which it is farther off than a budget that was adjusted a little would put it, makes the rate of these two what it is."""
    quotient, stated = ratio(done.mention.figure, plan.mention.figure), rate.mention.figure
    return quotient is not None and digits(stated) >= TELLING and abs(quotient.value - stated.quantity.value) >= FAR_OFF and slip_of(stated, quotient.value)


def _borne_out(made: Claim, said: Sequence[Said], before: Before) -> bool:
    """Whether another amount that the text has told bears the rate out: what the very thing was given, above the sum of all."""
    done, plan, rate = ([one for one in said if one.mention is mention] for mention in made.figures)
    told = (one for one in (*before.earlier, *said) if one.amount and one not in (*done, *plan))
    return bool(done and plan) and any(comparable(done[0], one) and fits(rate[0], done[0], one) and _just(rate[0], done[0], one) for one in told)


def _just(rate: Said, done: Said, plan: Said) -> bool:
    """Whether the two figures as they are printed make the rate, and not only what they were rounded from."""
    part, whole, stated = (one.mention.figure for one in (done, plan, rate))
    place = half_place(stated.decimals, stated.unit.shift)
    return bool(whole.value) and abs(part.quantity.value / whole.quantity.value - stated.quantity.value) <= place


def is_of_time(rate: Said, done: Said) -> bool:
    """Whether a rate of use is none of the numbers before it: 编制床位300张,开放320张,床位使用率87%."""
    return "使用率" in rate.lead[-8:] and done.mention.kind is Kind.COUNT and "使用" not in done.lead


def _without_rest(here: Sequence[Said]) -> Sequence[Said]:
    """`预算a,支出b,结余c,执行率p%`: what is left of a behind b stands for itself."""
    if len(here) != 3 or not _LEFT_OVER.match(here[2].lead) or not comparable(here[1], here[0]) or not comparable(here[2], here[0]):
        return here
    footing = foots(here[0].mention.figure, [here[1].mention.figure, here[2].mention.figure])
    return here[:2] if footing is not None and footing.holds else here


def _planned(said: Said) -> bool:
    return said.stage == "budget" or "编制" in said.name or "核定" in said.name or bool(_AIMED.search(said.lead))


def _at_work(said: Said) -> bool:
    return bool(re.search(r"在职|实有|在编|在岗", said.name))


def order_claims(text: Text, sentence: Sentence, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`71900元≤…142400元`; 决算数大于预算数 against the two amounts."""
    for first, second in zip(said, said[1:], strict=False):
        sign = _SIGN.match(second.lead)
        if sign and first.mention.figure.unit.base == second.mention.figure.unit.base and first.amount and first.mention.kind == second.mention.kind:
            low, high = (first, second) if sign[1][0] in "≤<" else (second, first)
            yield _order(low, high, sign[1] in "<>")
    match = _COMPARISON.search(text.text, sentence.start, sentence.end)
    if match and match["how"] != "等于":
        pair = _budget_and_done([s for s in said if s.mention.start < match.start()] or before.beside)
        subject = bare(re.split("[,，。;；:：]", text.text[max(sentence.start, match.start() - 60) : match.start()])[-1])
        if pair is None and len(subject) >= NAMED and not said:  # 三公经费支出决算数小于预算数的原因是…
            pair = _budget_and_done([s for s in before.told if len(s.name) >= NAMED and names_agree(subject, s.name) and not s.marker])
        if pair is not None:
            budget, done = pair
            low, high = (budget, done) if match["how"] in ("大于", "高于") else (done, budget)
            yield _order(low, high, True)


def _budget_and_done(said: Sequence[Said]) -> tuple[Said, Said] | None:
    amounts = [s for s in said if s.amount and not s.mention.loose and s.mention.kind == "money"]
    budgets = [s for s in amounts if s.stage == "budget"]
    done = [s for s in amounts if s.stage == "executed"]
    return (budgets[0], done[0]) if len(amounts) == 2 and len(budgets) == 1 and len(done) == 1 else None


def _order(low: Said, high: Said, strict: bool) -> Claim:
    footing = foots(high.mention.figure, [low.mention.figure], Relation.AT_MOST)
    equal = low.mention.figure.quantity.value == high.mention.figure.quantity.value
    holds = footing is not None and footing.holds and not (strict and equal)
    relation = "小于" if strict else "不大于"
    words = f"{shown(low.mention)}{relation}{shown(high.mention)}" + ("，相符。" if holds else "不成立，请核对。")
    verdict = verdict_of(holds)
    first, second = sorted((low.mention, high.mention), key=lambda m: m.start)
    return claim(ClaimKind.ORDER, [first, second], verdict, shown(high.mention), shown(low.mention), words)
