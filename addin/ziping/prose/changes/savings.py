"""What lies between two amounts: 预算a, 实际b, 节约资金a−b, 节约率(a−b)/a; 支出a, 年初预算b, 差值|a−b|."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import slip_of
from ziping.prose.text.ending import goes_on, more_follows
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["saving_claims"]

_PLANNED = re.compile(r"预算|计划|概算|控制价|估算|招标限价")
_PLAN = re.compile(r"(?:预算(?:执行)?|计划|概算|控制价|估算|招标限价)(?:金额|总额|数|额|规模|资金)?(?:约|共|为|达)*$")
_DONE = re.compile(r"实际|中标|合同|成交|执行|支出|采购(?:总?规模|总?金额|总额)")
_AGAINST = re.compile(r"^[,，]?[比较][^,，;；]{0,6}(?:预算|计划)")  # what was spent and saved together is the plan
_SAVED = re.compile(r"^[,，、;；]?(?:[比较]?[^,，;；]{0,6}(?:预算|计划))?(?:共|共计|累计)?(?:节约|节省|节支|剩余)(?:了)?(?:财政)?(?:资金|金额|经费)?(?:共|共计|为|达|达到|了)*$")
_ENDS = re.compile(r"\s*(?:[,，、;；。()]|全部|$)")  # 节约资金15万元用于维修 need not be all that was saved
_GAP = re.compile(r"^[,，]?(?:两者|二者)?(?:差值|差额|相差)(?:为|是|达)?$")
_SHORT = re.compile(r"^[,，](?:资金|经费|尚|仍|还)*(?:缺口|差|缺|短缺|欠)(?:资金|经费)?(?:为|达|约)*$")
_NEEDED, _GRANTED = re.compile("需|应|测算|核定"), re.compile("安排|到位|下达|拨付|实际|支付")
_CUT = re.compile(r"^[,，]?(?:节[电水能油]|下降|降低|压减|减少)(?:率|幅度|比例)(?:为|是|达|达到|:)*$")
_CLEANED = re.compile(r"[,，](?:平均)?去除率(?:为|是|达)?$")
_AUDITED = re.compile(r"[,，、](?:综合|平均)?(?:审减|核减)率(?:为|是|达)?$")
_LESS = re.compile(r"[,，](?:核减|扣减|审减)(?:金额|资金)?(?:为)?$")
_LEFT = re.compile(r"^[,，](?:实际|最终|核定|审定|应)(?:应)?(?:兑现|支付|拨付|奖补|发放|补助|结算|审定|认定)?(?:金额|资金|价)?(?:为)?$")
_BETWEEN = re.compile(r"预算(?:数|支出)?[与和][^,，;；0-9]{0,6}(?:执行|决算|实际|支出)[^,，;；0-9]{0,6}(?:差异|差额|差值|相差|差)(?:总额|数额|额|数)?(?:为|是|达)?$")
_RATE = re.compile(r"^[,，、;；]?(?:资金|平均|综合)?(?:节约|节资|节省|节支)率(?:为|是|达|达到|:)*$")


def saving_claims(text: Text, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every saving right behind its two amounts, one for the rate right behind the saving.

    A sentence that begins with the saving means what the last two sentences of its paragraph were about.
    """
    for index in range(len(said)):
        saved = said[index]
        if index > 1 and _GAP.search(saved.lead) and not re.search("[;；]", said[index - 1].lead) and (made := _gap(*said[index - 2 : index + 1])) is not None or index > 1 and saved.amount and _BETWEEN.search(saved.lead) and (made := _apart(said[:index], saved)) is not None:
            yield made
        if index > 1 and _SHORT.match(saved.lead) and _NEEDED.search(said[index - 2].lead) and _GRANTED.search(said[index - 1].lead) and (made := _gap(*said[index - 2 : index + 1])) is not None and _plausible(said[index - 2], said[index - 1], saved) and (made.verdict is Verdict.HOLDS or not (goes_on(said, index) or more_follows(said, index))):
            yield made
        if index > 1 and _LEFT.match(saved.lead) and _LESS.search(said[index - 1].lead):
            sent = next((s for s in reversed(said[: index - 1]) if s.amount and s.mention.kind is Kind.MONEY), None)
            if sent is not None and (made := _gap(sent, said[index - 1], saved)) is not None:
                yield made
        if index > 2 and saved.mention.kind is Kind.RATE and _AUDITED.match(saved.lead) and _LESS.search(said[index - 1].lead) and said[index - 3].amount and said[index - 2].amount:
            sent, allowed = sorted(said[index - 3 : index - 1], key=lambda s: -s.mention.figure.quantity.value)  # in whatever order they are told
            yield from _rate(sent, allowed, said[index - 1], saved)
        if index > 1 and saved.mention.kind is Kind.RATE and (_CUT.match(saved.lead) or _CLEANED.search(saved.lead)):
            yield from _cut(*said[index - 2 : index + 1])
        if index == 0 and saved.mention.kind is Kind.RATE and not saved.mention.loose and _RATE.match(saved.lead.lstrip("。")):
            yield from _told_before(saved, before)
        if saved.mention.kind is not Kind.MONEY or saved.mention.loose or not _SAVED.match(saved.lead.lstrip("。")) or not _ENDS.match(text.text, saved.mention.end):
            continue
        plan, done = _sides(said[max(0, index - 4) : index] if index else before.topics[-2:])
        if done is None:
            continue
        after = said[index + 1] if index + 1 < len(said) else None
        rate = after if after and after.mention.kind is Kind.RATE and not after.mention.loose and _RATE.match(after.lead) else None
        if plan is not None:
            footing = foots(saved.mention.figure, [plan.mention.figure, -done.mention.figure])
            assert footing is not None
            yield _told([plan, done, saved], footing.holds, in_unit(footing.expected, saved.mention), f"{shown(plan.mention)}-{shown(done.mention)}")
        if rate is not None:
            yield from _rate(plan, done, saved, rate)


def _told_before(rate: Said, before: Before) -> Iterator[Claim]:
    """A sentence that begins with its rate: of what the sentence before says was saved, against the plan before that."""
    saved = next((one for one in before.previous if _SAVED.match(one.lead.lstrip("。"))), None)
    plan, done = _sides([one for one in before.topics if one is not saved][-2:])
    if saved is not None and plan is not None and done is not None and not saved.mention.loose:
        yield from _rate(plan, done, saved, rate)


def _gap(first: Said, second: Said, gap: Said) -> Claim | None:
    """`支出2万元,年初预算3万元,差值为1万元`."""
    three = (first, second, gap)
    if any(not s.amount or s.mention.loose for s in three) or len({s.mention.figure.unit.base for s in three}) > 1:
        return None
    high, low = sorted((first, second), key=lambda s: -s.mention.figure.quantity.value)
    footing = foots(gap.mention.figure, [high.mention.figure, -low.mention.figure])
    assert footing is not None
    return _told(three, footing.holds, in_unit(footing.expected, gap.mention), f"{shown(high.mention)}-{shown(low.mention)}")


def _plausible(needed: Said, granted: Said, lacking: Said) -> bool:
    """Whether what is lacking may be of this need alone: it is no more than that, unless one digit is wrong."""
    figure, most = lacking.mention.figure, needed.mention.figure.quantity.value
    return figure.quantity.value < most or slip_of(figure, most - granted.mention.figure.quantity.value)


def _cut(first: Said, second: Said, rate: Said) -> Iterator[Claim]:
    """`改造前月均用电98万千瓦时,改造后月均用电38万千瓦时,节电率61.2%`."""
    twins = first.lead.split(",")[-1].replace("前", "后", 1).endswith(second.lead.lstrip(",，")) and "前" in first.lead
    twins = twins or "进水" in first.lead and "出水" in second.lead
    if not twins or any(s.mention.loose for s in (first, second, rate)) or first.mention.figure.unit.base != second.mention.figure.unit.base:
        return
    a, b = first.mention.figure.quantity, second.mention.figure.quantity
    quotient = ratio(Quantity(a.value - b.value, a.slack + b.slack), first.mention.figure)
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if footing is not None:
        sum_ = f"({shown(first.mention)}-{shown(second.mention)})÷{shown(first.mention)}"
        yield last_digit(_told([first, second, rate], footing.holds, in_unit(footing.expected, rate.mention), sum_, ClaimKind.RATE), quotient)


def _apart(said: Sequence[Said], gap: Said) -> Claim | None:
    """`批复预算a,其中…;执行数b,其中…;预算与执行的差异c`: of the one amount planned and the one spent, apart from their parts."""
    whole = [s for s in said if s.amount and s.marker != "其中" and not s.mention.depth and s.mention.figure.unit.base == gap.mention.figure.unit.base]
    planned = [s for s in whole if s.stage == "budget"]
    done = [s for s in whole if s.stage == "executed"]
    return _gap(planned[0], done[0], gap) if len(planned) == len(done) == 1 and len(whole) == 2 else None


def _sides(said: Sequence[Said]) -> tuple[Said | None, Said | None]:
    """(what was planned, what was spent) right before the saving; the plan may be unsaid."""
    before = [s for s in said if s.amount and not s.mention.loose and s.mention.kind is Kind.MONEY]
    done = before[-1] if before and _DONE.search(before[-1].lead) and not _PLANNED.search(before[-1].lead) else None
    plan = before[-2] if done and len(before) > 1 and _PLANNED.search(before[-2].lead) else None
    plan = None if plan and _DONE.search(plan.lead) and not _PLAN.search(plan.lead) else plan
    return plan, done


def _rate(plan: Said | None, done: Said, saved: Said, rate: Said) -> Iterator[Claim]:
    """The rate is held against the plan, or where that is unsaid against what was spent and saved together."""
    a, b = done.mention.figure.quantity, saved.mention.figure.quantity
    whole = plan.mention.figure.quantity if plan else Quantity(a.value + b.value, a.slack + b.slack)
    quotient = ratio(saved.mention.figure, whole)
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if footing is None or not footing.holds and plan is None and not _AGAINST.match(saved.lead):
        return
    base = shown(plan.mention) if plan else f"({shown(done.mention)}+{shown(saved.mention)})"
    figures = [*([plan] if plan else []), done, saved, rate]
    yield last_digit(_told(figures, footing.holds, in_unit(footing.expected, rate.mention), f"{shown(saved.mention)}÷{base}", ClaimKind.RATE), quotient)


def _told(figures: Sequence[Said], holds: bool, worked: str, sum_: str, kind: ClaimKind = ClaimKind.BALANCE) -> Claim:
    return recomputed(kind, [one.mention for one in figures], verdict_of(holds), worked, f"{sum_}={worked}")
