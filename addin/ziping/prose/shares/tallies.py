"""Rates called by what was counted: 抽查120户,合格114户,合格率95%; 不合格率2%,合格率98%; 满意率(含基本满意)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import Quantity, foots, last_place, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.quotients import comparable, fits, quotient_is, rate_claim
from ziping.prose.judging.slips import slip_of
from ziping.prose.text.closed import denied, paired
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said
from ziping.prose.text.stages import of_a_while

__all__ = ["tallied"]

_RATE_NAME = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,8}?)率(?:为|是|达到|达|:)*$")
_CONTENT = re.compile(r"[,，、;；](?:总体|综合)?满意[率度]\((?:含|包括)基本满意\)(?:为|是|达|达到)*$")
_MORE_OR_DUE = re.compile("超额|超出|超计划|超目标|多完成|应[到付交收办发]")
_BEYOND_PLAN = re.compile(r"[^,，、;；]{0,8}[,，、]?(?:比?(?:计划|目标|任务))?(?:超额|超出|超|多)(?:计划|目标|任务)?(?:完成|建成|建设|实施)?了?$")  # what was done beyond the plan is not what was done
_DONE_RATE, _PLANNED = re.compile(r"(?:完成|建成|达成|实现)率(?:为|是|达到|达|:)*$"), re.compile("计划|目标|任务|应")
_NO_PART = re.compile(r"满意|节|增长|变动|下降|降低|控制|利用|使用|增减|通过|折扣|优惠|利|税")


def tallied(said: Sequence[Said], index: int) -> Claim | None:
    """The claim of a rate by its name and the counts before it, None where they do not tell what it is of."""
    return _content(said, index) or _rest(said, index) or _more_than_planned(said, index) or _of_counts(said, index)


def _content(said: Sequence[Said], index: int) -> Claim | None:
    """`问卷400份,其中满意318份、基本满意56份、不满意26份,满意率(含基本满意)93.5%`."""
    rate = said[index]
    if index < 4 or not _CONTENT.match(rate.lead):
        return None
    whole, full, half, none = said[index - 4 : index]
    names = [one.name for one in (full, half, none)]
    if names != ["满意", "基本满意", "不满意"] or any(not one.amount or one.mention.loose or not comparable(one, full) for one in (whole, half, none)):
        return None
    a, b = full.mention.figure.quantity, half.mention.figure.quantity
    quotient = ratio(Quantity(a.value + b.value, a.slack + b.slack), whole.mention.figure)
    if quotient is None:
        return None
    agrees = foots(rate.mention.figure, [quotient])
    worked = in_unit(quotient.value, rate.mention)
    sum_ = f"({shown(full.mention)}+{shown(half.mention)})÷{shown(whole.mention)}={worked}"
    figures = [whole.mention, full.mention, half.mention, rate.mention]
    return recomputed(ClaimKind.RATE, figures, verdict_of(agrees is not None and agrees.holds), worked, sum_)


def _rest(said: Sequence[Said], index: int) -> Claim | None:
    """`不合格率2%,合格率98%`: what is not one is the other."""
    rate, before = said[index], said[index - 1] if index else None
    if before is None or before.mention.kind is not Kind.RATE or before.mention.loose:
        return None
    names = [match["stem"] if (match := _RATE_NAME.search(one.lead)) else "" for one in (before, rate)]
    one, other = (name.removeprefix("总体").removeprefix("总") for name in sorted(names, key=len))
    if not all(names) or other != "不" + one:
        return None
    footing = foots(Quantity(Decimal(1)), [before.mention.figure, rate.mention.figure])
    assert footing is not None
    worked = in_unit(1 - before.mention.figure.quantity.value, rate.mention)
    return recomputed(ClaimKind.RATE, [before.mention, rate.mention], verdict_of(footing.holds), worked, f"100%-{shown(before.mention)}={worked}")


def _more_than_planned(said: Sequence[Said], index: int) -> Claim | None:
    """`建成28个,计划25个,超额完成3个,完成率112%`: of what was done, where the three bear each other out."""
    rate = said[index]
    if index < 3 or not _DONE_RATE.search(rate.lead) or not _BEYOND_PLAN.match(said[index - 1].lead.removeprefix(said[index - 2].noun)):
        return None
    first, second, more = row = said[index - 3 : index]
    if any(not one.amount or one.mention.loose or one.mention.kind is not Kind.COUNT or not comparable(one, more) for one in row[:2]) or not more.amount or more.mention.loose:
        return None
    done, plan = (second, first) if _PLANNED.search(first.lead) else (first, second)
    footing = foots(more.mention.figure, [done.mention.figure, -plan.mention.figure])
    if footing is None or not _PLANNED.search(plan.lead) or _PLANNED.search(done.lead):
        return None
    agrees = fits(rate, done, plan)
    if not agrees and any(_PLANNED.search(one.lead) and comparable(one, plan) for one in said[: index - 3]):
        return None  # 省下达任务60座,县级计划62座,实际改造65座,超额5座: of either
    a, b, gap = (one.mention.figure.quantity.value for one in (done, plan, more))
    near = footing.exact or abs(a - b - gap) < last_place(more.mention.figure.decimals, more.mention.figure.unit.shift)  # rounded or cut off
    if agrees and not footing.holds and not near:  # the rate bears out the two, not what lies between them
        worked = in_unit(footing.expected, more.mention)
        return recomputed(ClaimKind.BALANCE, [done.mention, plan.mention, more.mention], Verdict.FAILS, worked, f"{shown(done.mention)}-{shown(plan.mention)}={worked}") if a > b else None
    slip = quotient_is(rate.mention.figure, Quantity(b + gap), plan.mention.figure) or a > gap and quotient_is(rate.mention.figure, done.mention.figure, Quantity(a - gap))
    return rate_claim(rate, done, plan, verdict_of(agrees)) if agrees or near or slip else None


def _of_counts(said: Sequence[Said], index: int) -> Claim | None:
    """`抽查120户,合格114户,合格率95%`: the count right before is the part, one before it the whole."""
    rate, name = said[index], _RATE_NAME.search(said[index].lead)
    if index < 2 or name is None or rate.role is Role.CHANGE or _NO_PART.search(name["stem"]):
        return None
    stem, done = set(name["stem"]), "已" + name["stem"]
    clause = next((at for at in range(index, 0, -1) if re.match("[;；]", said[at].lead)), 0)
    amounts = [s for s in said[max(clause, index - 5) : index] if s.amount and not s.mention.loose and not s.price]  # 检查188处次,每轮覆盖47处,覆盖率100%
    paid = any(done in s.lead and s.mention.kind is Kind.MONEY for s in amounts)  # 资金a万元,已分配b万元,分配率p%
    counts = [s for s in amounts if s.mention.kind is (Kind.MONEY if paid else Kind.COUNT)]
    counts = [s for s in counts if s.mention.figure.unit.base == counts[-1].mention.figure.unit.base]  # 检查48家,排查隐患120条,已整改118条
    parts = [s for s in counts if not _BEYOND_PLAN.match(s.lead) and (done in s.lead if paid else stem & set(s.lead[-8:]) and not _is_not(name["stem"], s))]
    if len(counts) == 3 and not paid and said[index - 1] is counts[2] and _divides(counts) and [_is_not(name["stem"], s) for s in counts] == [False, False, True]:
        return _of_all(rate, counts[1], counts)  # 指标33个,完成30个,未达标3个,达标率91%
    if len(counts) == 3 and not paid and rate.mention.figure.value != 100 and _divides(counts) and paired(counts[1].name, counts[2].name) and said[index - 1] is counts[2] and len(named := [one for one in counts[1:] if _own(name["stem"], said, one)]) == 1:
        return _of_all(rate, named[0], counts)  # 应付24期,按期付17期,逾期付7期,逾期率29%
    wider = [s for s in said[: said.index(parts[-1])] if s.amount and not s.mention.loose and comparable(parts[-1], s)] if parts and rate.mention.figure.value != 100 else []
    if (whole := next((s for s in reversed(wider) if fits(rate, parts[-1], s)), None)) is not None:
        return rate_claim(rate, parts[-1], whole, Verdict.HOLDS)  # 职工57人,…合格55人,合格率96%,优秀19人,优秀率33%
    if len(counts) == 3 and not paid and rate.mention.figure.value != 100 and _divides(counts) and said[index - 1] is counts[2] and not _own(name["stem"], said, counts[0]) and len(named := [one for one in counts[1:] if _own(name["stem"], said, one)]) == 1:
        return _of_all(rate, named[0], counts)  # 应付24期,按期付17期,逾期付7期,逾期率29%
    if len(counts) == 2 and not paid and said[index - 1] is counts[1] and said[index - 2] is counts[0] and [_is_not(name["stem"], s) for s in counts] == [False, True]:
        return _but_for(rate, *counts)
    if len(counts) == 2 and denied(*counts):
        return None  # 批准30人,不批准10人,不批准率25%: of both together
    pairs = [(part, whole) for part in reversed(parts) for whole in reversed(counts[: counts.index(part)]) if comparable(part, whole)]
    for part, whole in pairs:
        if fits(rate, part, whole):
            return rate_claim(rate, part, whole, Verdict.HOLDS)
    if counts and name["stem"] in counts[0].lead:
        return None  # 按期竣工213户,逾期43户,按期竣工率83%
    plain = (paid or len(counts) == 2 and said[index - 1] is counts[1] and said.index(counts[0]) >= index - 3) and len(pairs) == 1 and re.fullmatch(r"[,，、;；][^,，、;；]{2,10}", rate.lead.removeprefix(said[index - 1].noun))
    if not plain or rate.mention.figure.unit.text != "%" or len(re.split("[,，;；]", counts[1].lead)[-1]) > 12 or _above(rate, *pairs[0]):
        return None
    if of_a_while(pairs[0][0]) and not of_a_while(pairs[0][1]) and not of_a_while(rate):
        return None  # 任务420户,当月完成120户,完成率98%
    if len(name["stem"]) > 2 and name["stem"][-2:] not in counts[1].lead + counts[1].noun or _MORE_OR_DUE.search(counts[1].lead):
        return None  # 已验收214个,验收合格率100%; 超额完成72.5公里; 应到85人
    return rate_claim(rate, *pairs[0], Verdict.FAILS)


def _is_not(stem: str, one: Said) -> bool:
    """Whether a number is of what is not what the rate is called by: [未达标]3个 before 达标率."""
    return stem[0] not in "未不" and bool(re.search(rf"[未不]{stem[-2:]}", one.lead[-10:]))


def _above(rate: Said, part: Said, whole: Said) -> bool:
    """Whether the part is more than the whole, and no slip made it so."""
    figure, most = part.mention.figure, whole.mention.figure.quantity.value
    return figure.quantity.value > most and not slip_of(figure, most * rate.mention.figure.quantity.value)


def _of_all(rate: Said, part: Said, counts: Sequence[Said]) -> Claim | None:
    """The rate of a part against the whole that the counts divide."""
    made = rate_claim(rate, part, counts[0], verdict_of(fits(rate, part, counts[0])))
    return made and replace(made, figures=(*(one.mention for one in counts), rate.mention))


def _but_for(rate: Said, whole: Said, rest: Said) -> Claim | None:
    """`抽检60批次,不合格3批次,合格率95%`: all but the rest; it fails only where one slip in the rate explains it."""
    quotient = ratio(rest.mention.figure, whole.mention.figure)
    true = Quantity(1 - quotient.value, quotient.slack) if quotient is not None else None
    footing = foots(rate.mention.figure, [true]) if true is not None else None
    if true is None or footing is None or true.value <= 0 or not footing.holds and not slip_of(rate.mention.figure, true.value):
        return None
    worked = in_unit(true.value, rate.mention)
    figures = [whole.mention, rest.mention, rate.mention]
    return recomputed(ClaimKind.RATE, figures, verdict_of(footing.holds), worked, f"({shown(whole.mention)}-{shown(rest.mention)})÷{shown(whole.mention)}={worked}")


def _divides(counts: Sequence[Said]) -> bool:
    """Whether the second and the third are all of the first."""
    whole, *parts = (one.mention.figure for one in counts)
    footing = foots(whole, parts)
    return footing is not None and footing.exact


def _own(stem: str, said: Sequence[Said], one: Said) -> bool:
    """Whether the name of a rate begins with what the number is called by: 逾期[率] and 逾期支付7期."""
    before = said[said.index(one) - 1].noun if said.index(one) else ""
    return len(stem) > 1 and stem[:2] in one.lead.removeprefix(before) + one.noun
