"""What is left, lacking or over between the two amounts right before it: 预算628万元,支出596万元,结余32万元; 应收186户,已收172户,尚有14户未缴; 计划60个村,完成54个,剩余6个村."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, recomputed, settled, shown
from ziping.prose.judging.slips import POINT, digits, misplaced, one_slip_off, printed
from ziping.prose.text.ending import goes_on
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike

__all__ = ["ofthree_claims"]

TELLING = 3  # digits of a remainder of which one may be wrong by no accident
REVERSED = 3  # digits of a change from which it is no accident that it is the gap the other way round
_CLAUSE = re.compile("[,，;；。]")
_WHOLE = re.compile(r"(?:预算(?:安排|数|资金|批复|总额|金额)?|到位(?:资金)?|下达(?:资金|指标)?|安排(?:资金)?|应[收缴付发保]|收缴[^,，;；。\d]{0,6}|计划[^,，;；。\d]{0,6}|目标(?:任务)?|任务(?:数)?|核定编制|总投资|到账(?:资金)?|筹集(?:资金)?)(?:为|是|共|共计|总额)*$")
_DONE = re.compile(r"^[,，、]?(?:全年|本年|当年|年度|年内|累计|实际|已|目前)*(?:支出|支付|使用|拨付|执行|完成|实收|收[缴到]?|缴[纳入]?|上缴(?:国库|财政)?|付|发放|到位|建成|开工|完工|实施|实有)(?:资金|金额|数)?(?:为|了)?$")
_LEFT = re.compile(r"^[^,，;；。\d]{0,2}[,，、](?:资金|年末|年底|尚有|尚|还有|还|仍有|仍)*(?:结余|结存|节余|剩余|未支出|未使用|未支付|未拨付|未完成|未开工|待缴|待拨|待付|欠缴|欠收|余|剩|差|缺口)?(?:资金|金额|指标)?(?:为)?$")
_SOME_WORD = re.compile("尚|还|仍|余|剩|未|待|欠|差|缺|结存")
_NOT_YET = re.compile(r"(?:未|没有|待|尚未|结转|在建|在办|续建)")
_CARRIED = re.compile("结转|上年|年初|追加|调[整增减]|收回|压减|含|包括|另")
_PLANNED, _FINAL = re.compile(r"(?P<what>[^,，;；。\d]{2,12})预算(?:数|安排)?(?:为)?$"), re.compile(r"^[,，](?:实际|年终)?(?:决算|支出|执行)(?:数)?(?:为)?$")
_MOVED = re.compile(r"^[,，](?:比预算|较预算|较年初预算|比年初预算)?(?P<way>增加|减少|超支|节约|结余)(?:了|支出)?$")


def ofthree_claims(said: Sequence[Said], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every such row of three; money fails only where one slip explains it, because more may have come in or gone out than is told."""
    known = settled(judged)
    for at, (whole, done, left) in enumerate(zip(said, said[1:], said[2:], strict=False)):
        row = (whole, done, left)
        if left.mention in known or not _level(row) or any(one.serial or one.marker and one is not whole for one in row):
            continue
        if _moved(whole, done, left):
            yield from _the_other_way(whole, done, left)
        elif _in_a_row(whole, done, left) and not goes_on(said, at + 2):
            yield from _rest(whole, done, left)


def _level(row: Sequence[Said]) -> bool:
    first = row[0]
    return all(
        alike(one, first) and not one.mention.loose and one.mention.kind in (Kind.MONEY, Kind.COUNT) and one.mention.depth == first.mention.depth and one.mention.figure.value > 0
        for one in row
    )


def _in_a_row(whole: Said, done: Said, left: Said) -> bool:
    """Whether the words before the three call them what there is, what was done of it and what is left, and tell of nothing carried over."""
    row = _WHOLE.search(_CLAUSE.split(whole.lead)[-1]) is not None and _DONE.match(done.lead.removeprefix(whole.noun)) is not None and _is_left(done, left)
    return row and _CARRIED.search(done.lead + left.lead + whole.noun) is None


def _is_left(done: Said, left: Said) -> bool:
    """Whether the words before the third, or those behind it, call it what is left: 剩余6个村, 尚有14户[未缴]."""
    if _LEFT.match(left.lead.removeprefix(done.noun)) is None or not _SOME_WORD.search(left.lead):
        return False
    bare = re.search(r"(?:尚有|还有|仍有|尚|还|仍)$", left.lead)
    return bare is None or _NOT_YET.search(_CLAUSE.split(left.behind)[0]) is not None


def _rest(whole: Said, done: Said, left: Said) -> Iterator[Claim]:
    footing = foots(left.mention.figure, [whole.mention.figure, -done.mention.figure])
    if footing is None:
        return
    holds = footing.holds or printed(left.mention.figure, footing.expected).value == left.mention.figure.value
    figure = left.mention.figure
    telling = digits(figure) >= TELLING or footing.expected <= 0 < footing.actual  # more cannot be done than there is
    slip = telling and (one_slip_off(figure, ((1, whole.mention.figure), (-1, done.mention.figure)), footing.difference) or misplaced(figure, footing.expected, POINT))
    counted = footing.expected > 0 and figure.unit.base == whole.mention.figure.unit.base and left.mention.kind is Kind.COUNT and not figure.decimals
    if holds or slip or counted:
        worked = in_unit(footing.expected, left.mention)
        sum_ = f"{shown(whole.mention)}-{shown(done.mention)}={worked}"
        yield recomputed(ClaimKind.BALANCE, [whole.mention, done.mention, left.mention], Verdict.HOLDS if holds else Verdict.FAILS, worked, sum_)


def _moved(plan: Said, final: Said, change: Said) -> bool:
    return _PLANNED.search(plan.lead) is not None and _FINAL.match(final.lead) is not None and _MOVED.match(change.lead) is not None


def _the_other_way(plan: Said, final: Said, change: Said) -> Iterator[Claim]:
    """`基本支出预算684万元,决算652万元,减少32万元`: to the last digit, whichever way it is told."""
    way = _MOVED.match(change.lead)
    more = way is not None and way["way"] in ("增加", "超支")
    gap = final.mention.figure.quantity.value - plan.mention.figure.quantity.value
    stated = change.mention.figure.quantity.value
    if abs(gap) != stated or digits(change.mention.figure) < REVERSED:
        return
    if (gap > 0) == more:
        worked = in_unit(abs(gap), change.mention)
        yield recomputed(ClaimKind.CHANGE, [plan.mention, final.mention, change.mention], Verdict.HOLDS, worked, f"{shown(final.mention)}与{shown(plan.mention)}相差{worked}")
        return
    words = f"{shown(final.mention)}比{shown(plan.mention)}{'多' if gap > 0 else '少'}{shown(change.mention)}，文中写作“{way['way'] if way else ''}”，请核对增减。"
    yield claim(ClaimKind.CHANGE, [plan.mention, final.mention, change.mention], Verdict.FAILS, shown(change.mention), f"-{shown(change.mention)}", words)
