"""Balances: 原值 − 折旧 = 净值; opening + change = closing; 申报 − 审定 = 审减; 收支平衡."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ziping.amounts import Quantity, foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import one_slip_off
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said, alike
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["balance_claims"]

_GROSS = re.compile(r"原值|原价|账面余额$")
_WEAR = re.compile(r"折旧|摊销")
_NET = re.compile(r"净值|净额|账面价值")
_DIFFERENCES = tuple(
    tuple(re.compile(words) for words in triple)
    for triple in (
        (r"申报|送审|报审", r"审定|核定", r"审减|核减|净审减"),
        (r"(?<!净)资产(?:总额|合计|总计|总值)|总资产", r"负债", r"净资产"),
    )
)
_ASSETS = re.compile(r"(?<!净)资产(?:总额|合计|总计|总值)(?:为|共|达)*$|总资产(?:为)?$")
_DEBTS = re.compile(r"负债(?:总额|合计|总计)?(?:为|共)*$")
_NET_ASSETS = re.compile(r"净资产(?:总额|合计)?(?:为|共)*$")
_OPENING = re.compile(r"年初(?!预算)|期初|上年(?:末|底)?(?:结转|结余)|(?:上年|去年)[末底]|年初预算")
_CLOSING = re.compile(r"年末|期末|年底|结转下年|调整后|全年预算|调整预算")
_INFLOW = re.compile(r"收入|增加|新增|购置|购入|追加|调增|增资|投入|接收|纳入|转入|录用|调入|入园|入住")
_OUTFLOW = re.compile(r"支出|减少|处置|报废|调减|核减|使用|调出|缴回|收回|压减|解除|退出|转出|注销|取消|毕业|清退|出院|死亡")
_ALSO_IN, _ALSO_OUT = re.compile("接受捐赠|募集|筹集|归集|缴存|拨入|划入|收到|到账|利息"), re.compile("拨付|发放|支付|兑付|划出|提取|领用|捐出|救助")  # of a balance that the text rolls on
_STANDS = re.compile("余额|结存|库存|存量|存栏|保有量|原[值价]|资产总[额值]")
_ROLL = re.compile("在册|在校|在编|在园|在住|在职|在岗|实有|存量|未结")
_BALANCED = re.compile(r"收支平衡|收支相等|收支相抵(?!后?[,，]?[^,，。;；]{0,8}余)")


def balance_claims(text: Text, sentence: Sentence, said: Sequence[Said], hidden: set[int], before: Before) -> Iterator[Claim]:
    """The balances of one sentence; `hidden` receives the indices of 原值 and 折旧 whose 净值 stands beside them."""
    yield from _nets(said, hidden)
    yield from _net_told(said, before)
    yield from _audits(said, before)
    yield from _rolls(said, before)
    yield from _revised(said)
    if _BALANCED.search(text.text, sentence.start, sentence.end):
        yield from _balanced(said)


def _nets(said: Sequence[Said], hidden: set[int]) -> Iterator[Claim]:
    for index in range(2, len(said)):
        gross, wear, net = said[index - 2 : index + 1]
        first = index - 2
        if gross.mention.depth < wear.mention.depth == net.mention.depth and wear.lead.startswith("("):  # 净值12万元(原值20万元,折旧8万元)
            gross, wear, net = wear, net, gross
            first = index - 1
            if any(re.search("减值|摊销", one.lead) for one in said[index + 1 : index + 2]):
                continue
        if not (_NET.search(net.lead) and _WEAR.search(wear.lead) and _GROSS.search(gross.lead) and gross.amount and wear.amount):
            continue
        if len({s.mention.figure.unit.base for s in (gross, wear, net)}) > 1 or net.mention.loose:
            continue
        if index > 2 and gross.lead.startswith("(") and net.mention.depth < gross.mention.depth and _NET.search(said[index - 3].lead):
            continue  # 固定资产净值12万元(原值20万元,折旧8万元),无形资产净值3万元
        hidden.update((first, first + 1))
        yield _difference(gross, wear, net)


def _net_told(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`固定资产净值226万元,…。固定资产原值310万元,累计折旧84万元`: the net value of the very thing, told before."""
    for at, (gross, wear) in enumerate(zip(said, said[1:], strict=False)):
        noun = _GROSS.split(gross.name)[0]
        if not (gross.amount and wear.amount and noun and _GROSS.search(gross.name) and _WEAR.search(wear.lead)) or any(_NET.search(one.lead) for one in said[at:]):
            continue
        nets = [one for one in (*before.told, *said[:at]) if one.amount and _NET.search(one.name) and _NET.split(one.name)[0] == noun]
        if len({one.mention.figure.quantity.value for one in nets}) == 1 and not any(one.mention.loose for one in (gross, wear, nets[-1])):
            yield _difference(gross, wear, nets[-1])


def _audits(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """Triples whose third is the difference of the first two by their names; the first may stand before in the paragraph."""
    amounts = [s for s in said if s.amount and s.mention.kind == "money" and not s.mention.loose]
    for first, second, third in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if len({s.mention.depth for s in (first, second, third)}) > 1:
            continue
        if any(a.search(first.lead) and b.search(second.lead) and c.search(third.lead) for a, b, c in _DIFFERENCES):
            yield _difference(first, second, third)
    if len(amounts) < 2 or any(_ASSETS.search(s.lead) for s in amounts):
        return
    for debts, net in zip(amounts, amounts[1:], strict=False):
        whole = [s for s in before.told if s not in said and s.amount and _ASSETS.search(s.lead) and not s.mention.depth and not s.mention.loose]
        if _DEBTS.fullmatch(debts.lead.lstrip("。,，;；、")) and _NET_ASSETS.fullmatch(net.lead.lstrip(",，;；、")) and len(whole) == 1 and whole[0].mention.kind is Kind.MONEY:
            yield _difference(whole[0], debts, net)


def _difference(first: Said, second: Said, third: Said) -> Claim:
    footing = foots(third.mention.figure, [first.mention.figure, -second.mention.figure])
    assert footing is not None
    verdict = verdict_of(footing.holds)
    worked = in_unit(footing.expected, third.mention)
    sum_ = f"{shown(first.mention)}-{shown(second.mention)}={worked}"
    return recomputed(ClaimKind.BALANCE, [first.mention, second.mention, third.mention], verdict, worked, sum_)


def _rolls(said: Sequence[Said], told: Before) -> Iterator[Claim]:
    """Opening, flows, closing in one sentence; what came in may stand before the opening, whatever it is called."""
    for index, opening in enumerate(said):
        before: list[tuple[int, Said]] = []
        beside = re.search("结余|结转", opening.lead) and not re.search("[;；。]", opening.lead)  # 市级留成90万元,上年结余10万元,…
        for one in said[max(0, index - 8) : index]:
            sign = _direction(one.lead) or int(bool(beside) and not one.marker)
            if sign and one.amount and alike(one, opening):
                before.append((sign, one))
        if not opening.amount or not _OPENING.search(opening.lead) or opening.mention.kind not in ("money", "count"):
            continue
        flows: list[tuple[int, Said]] = []
        for closing in [one for one in said[index + 1 : index + 14] if one.mention.depth <= opening.mention.depth][:6]:
            if closing.mention.figure.unit.base != opening.mention.figure.unit.base or closing.mention.depth != opening.mention.depth:
                if closing.role is Role.CHANGE or closing.mention.depth > opening.mention.depth:
                    continue
                break
            if _CLOSING.search(closing.lead) and closing.amount and flows:
                made = _roll(opening, flows, closing)
                ahead = said[index - 1] if index and not before else None
                if ahead is not None and made.verdict is not Verdict.HOLDS and ahead.amount and ahead.mention.figure.unit.base == opening.mention.figure.unit.base:
                    all_of_it = _roll(opening, [(1, ahead), *flows], closing)  # 本级留用a,上年结余b,支出c,年末结余d
                    made = all_of_it if all_of_it.verdict is Verdict.HOLDS else made
                if before and made.verdict is not Verdict.HOLDS:
                    made = _roll(opening, before + flows, closing)
                    made = made if made.verdict is Verdict.HOLDS else replace(made, verdict=Verdict.UNSURE)
                if made.verdict is Verdict.FAILS and any(_roll(opening, [(1, one), *flows], closing).verdict is Verdict.HOLDS for one in told.told if alike(one, opening)):
                    break  # 本年拨入90万元。上年结余10万元,本年支出80万元,年末结余20万元
                yield made
                break
            sign = closing.direction if closing.role is Role.CHANGE else 0
            sign = sign or _direction(closing.lead)
            if not sign or closing.mention.loose or "其中" in closing.lead or re.search(r"比|较|同比", closing.lead):
                break
            flows.append((sign, closing))


def _direction(lead: str) -> int:
    """1 for what comes in, -1 for what goes out, 0 for neither: by the last clause before the amount, else by all that leads to it."""
    for words in (re.split("[,，;；。]", lead)[-1], lead):
        if _INFLOW.search(words) or _OUTFLOW.search(words):
            return 1 if _INFLOW.search(words) else -1
        if re.search("发放[^,，;；]{0,6}(?:贷款|借款)|(?:贷款|借款)[^,，;；]{0,4}发放", words):
            return 1  # of what is lent
        if _ALSO_IN.search(words) or _ALSO_OUT.search(words):
            return -1 if _ALSO_OUT.search(words) else 1
    return 0


_GRANTED = re.compile(r"下达|批复|安排|核定")
_REVISED = re.compile(r"(?:实际|最终|调整后)(?:共|累计)?(?:下达|批复|安排|核定)")
_REVISION = re.compile(r"压减|调减|核减|收回|追减|调增|追加|增加|减少")


def _revised(said: Sequence[Said]) -> Iterator[Claim]:
    """`下达a(其中…),调减b,实际下达c`."""
    amounts = [one for one in said if one.mention.kind is Kind.MONEY and not one.mention.depth]
    for at, closing in enumerate(amounts):
        flows: list[tuple[int, Said]] = []
        while at - len(flows) > 0 and _REVISION.search(amounts[at - len(flows) - 1].lead):
            flow = amounts[at - len(flows) - 1]
            flows.append((-1 if re.search("减|收回", flow.lead) else 1, flow))
        before = amounts[: at - len(flows)]
        marked = next((i for i, one in enumerate(before) if one.marker), None)
        opening = before[marked - 1] if marked else before[-1] if len(before) == 1 else None
        if not flows or opening is None or not opening.amount or not _REVISED.search(closing.lead) or not _GRANTED.search(opening.lead):
            continue
        if any(one.mention.loose for one in (opening, closing, *(flow for _, flow in flows))):
            continue
        yield _roll(opening, flows[::-1], closing, True)


def _roll(opening: Said, flows: Sequence[tuple[int, Said]], closing: Said, certain: bool = False) -> Claim:
    terms: list[Quantity] = [opening.mention.figure.quantity]
    terms += [flow.mention.figure.quantity if sign > 0 else -flow.mention.figure.quantity for sign, flow in flows]
    footing = foots(closing.mention.figure, terms)
    assert footing is not None
    loose = opening.mention.loose or closing.mention.loose
    same_thing = all(flow.role is Role.CHANGE for _, flow in flows) or len(flows) > 1 and _ROLL.search(opening.lead) and _ROLL.search(closing.lead) or bool(re.search("结转|结余", opening.lead + closing.lead))
    planned = bool(re.search("年初预算", opening.lead) and re.search("调整|全年预算", closing.lead)) and all(_REVISION.search(flow.lead) for _, flow in flows)
    stands = len(flows) > 1 and {sign for sign, _ in flows} == {1, -1} and _STANDS.search(opening.lead) and _STANDS.search(closing.lead) and not re.search("[;；]", "".join(one.lead for one in (*(flow for _, flow in flows), closing)))
    slipped = stands and one_slip_off(closing.mention.figure, ((sign, one.mention.figure) for sign, one in ((1, opening), *flows)), footing.difference)
    verdict = verdict_of(footing.holds, bool(certain or same_thing or planned or slipped) and not loose)
    worked = in_unit(footing.expected, closing.mention)
    sum_ = shown(opening.mention) + "".join(("+" if sign > 0 else "-") + shown(flow.mention) for sign, flow in flows) + f"={worked}"
    figures = [opening.mention, *(flow.mention for _, flow in flows), closing.mention]
    return recomputed(ClaimKind.BALANCE, figures, verdict, worked, sum_)



def _balanced(said: Sequence[Said]) -> Iterator[Claim]:
    income = next((s for s in said if s.amount and "收入" in s.name and "支出" not in s.name), None)
    spending = next((s for s in said if s.amount and "支出" in s.name and "收入" not in s.name), None)
    if income is None or spending is None or income.mention.loose or spending.mention.loose or income.year != spending.year:
        return
    footing = foots(spending.mention.figure, [income.mention.figure])
    if footing is None:
        return
    words = "收入与支出相等，收支平衡。" if footing.holds else f"收入{shown(income.mention)}与支出{shown(spending.mention)}不相等，与“收支平衡”不符，请核对。"
    verdict = verdict_of(footing.holds)
    yield claim(ClaimKind.BALANCE, [income.mention, spending.mention], verdict, shown(spending.mention), shown(income.mention), words)
