"""Changes against a named base: 比上年增加 d, 增长 p%; 较上年同期减少 d; 比预算节约 d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from ziping.amounts import foots, read_figure
from ziping.prose.changes.bases import (
    BUDGET_BASE,
    LAST_YEAR,
    both_sides,
    compared,
    explicit_base,
    gridded,
    is_base,
    named_here,
    near,
    one_value,
    pool_of,
    remembered,
    same_thing,
    sides_of,
    spent_only,
    told_base,
    told_before,
)
from ziping.prose.changes.bounds import beyond, contradictions
from ziping.prose.changes.growth import difference_after, growth_claim
from ziping.prose.changes.subjects import of_its_subject
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import digits, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import names_agree
from ziping.prose.text.said import Role, Said

__all__ = ["change_claims"]

_ADJUSTED = re.compile(r"剔除|扣除|不含|还原|因素|退税")
_OWN_YEAR = re.compile(r"(?:比|较|与)(?P<year>(?:19|20)\d\d)年度?的?$")
FAR = Decimal("0.5")  # powers of ten between a stated difference and one from a base of another sentence
REVERSED = 5  # digits of a difference from which it is no accident that it is right the other way round
_ONE_OF_THE_YEARS = re.compile(r"^[,，;；]其中[,，:：]?(?:(?:19|20)\d\d年|本年|当年|今年)")
_AN_AIM = re.compile("[比较](?:年度|年初|预期|绩效)*(?:目标|任务|指标)")
_AGAINST = re.compile(r"^(?:相比|对比|比|较|与|同)")
_COMPARABLE = re.compile(r"口径|可比|剔除|扣除|不含|还原")  # the base was adjusted: it is not the amount that the text gives
_AT_CONSTANT_PRICES = re.compile(r"生产总值|增加值|(?:工业|农业|牧渔业)总产值|GDP")  # whose growth is told without what prices have risen by
_OF_THE_PRODUCT = re.compile(r"(?:第?[一二三]产业?|[农工建筑服务]业)(?:完成|实现)?$")  # what the product is made up of
_SIDE = re.compile("支出|收入")
_A_BASE = re.compile(r"(?:比|较|与|同)[^,，;；]*$|^[,，(]?(?:上年|去年|同期|(?:19|20)\d\d年)(?:度|同期)*(?:为|是|的)?$")


def change_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """Every difference and every rate of change whose partners the sentence, or the one before, gives.

    Where the text somewhere speaks of a comparable base, a rate that stands before its amount may be on that base.
    """
    yield from contradictions(said)
    for index, change in enumerate(said):
        if change.role is not Role.CHANGE or change.mention.loose:
            continue
        comparable = index and _COMPARABLE.search(said[index - 1].lead) and said[index - 1].role is Role.CHANGE or _COMPARABLE.search(change.lead)
        rate = change.mention.kind is Kind.RATE
        comparable = comparable or before.adjusted and rate and difference_after(said, index) is not None
        beside = next((s for s in reversed(said[:index]) if s.amount), None)
        comparable = comparable or beside is not None and bool(_COMPARABLE.search(beside.lead))
        comparable = comparable and not _one_basis(said, index) or rate and _at_constant_prices(said, index)
        if change.mention.kind is Kind.STEPS:
            continue
        made = growth_claim(said, index, before) if rate else _amount(said, index, before) or beyond(said, index)
        if made is not None:
            yield replace(made, verdict=Verdict.UNSURE) if made.verdict is Verdict.FAILS and (comparable and not _other_way(made, change) or _adjusted(made, said[:index])) else made


def _at_constant_prices(said: Sequence[Said], index: int) -> bool:
    """Whether the amount that a rate tells the growth of, which is the nearest before it that is no base, is the product, a part of it or what such bodies turn out."""
    own = next((at for at in range(index - 1, -1, -1) if said[at].amount and not _A_BASE.search(said[at].lead)), None)
    if own is None:
        return False
    lead = said[own].lead
    return bool(_AT_CONSTANT_PRICES.search(lead) or _OF_THE_PRODUCT.search(lead) and any(_AT_CONSTANT_PRICES.search(one.lead) for one in said[:own]))


def _adjusted(made: Claim, told: Sequence[Said]) -> bool:
    """Whether a difference is what the amounts leave with one that the text takes out of the base: 支出950万元,同口径(剔除划转90万元)与上年支出1000万元比较,增加40万元."""
    due, stated = read_figure(made.recomputed), made.figures[-1].figure
    return due is not None and any(one.mention.figure.quantity.value == abs(stated.quantity.value - due.quantity.value) for one in told if _ADJUSTED.search(one.lead))


def _other_way(made: Claim, change: Said) -> bool:
    """Whether a difference is right to the last of its many digits, and the other way round: then it is on no base but this one."""
    figure = change.mention.figure
    return change.mention.kind is Kind.MONEY and digits(figure) >= REVERSED and read_figure(made.recomputed) == -figure


def _one_basis(said: Sequence[Said], index: int) -> bool:
    """Whether difference and rate are both on the comparable base: 接待费3万元,同口径比上年减少1万元,下降25%; or the amount itself is.

    Revenue that taxes were paid back from is told before them and compared after them.
    """
    change = said[index]
    now = next((s for s in reversed(said[:index]) if s.amount), None)
    if change.mention.kind is not Kind.RATE or now is None:
        return False
    moved = said[index - 1]
    words = moved.lead + change.lead
    if _ADJUSTED.search(now.lead) or re.search("收入|税", now.lead + words):
        return False
    return bool(re.search("同口径|可比口径", now.lead)) or moved.role is Role.CHANGE and moved.mention.kind is Kind.MONEY and not _ADJUSTED.search(words)


def _of_all(change: Said, told: Sequence[Said], then: Said) -> bool:
    """Whether the change is right of what the last counts before its base come to together, one named after the other."""
    row = list(takewhile(lambda s: s.amount and s.mention.kind is Kind.COUNT and not s.marker and not s.mention.depth, reversed(told)))[::-1]
    return any(_together(change, row[first:], then) for first in range(len(row) - 1))


def _together(change: Said, parts: Sequence[Said], then: Said) -> bool:
    """Whether the change is right of what several amounts come to."""
    now, was = [s.mention.figure.quantity for s in parts], then.mention.figure.quantity
    footing = foots(change.mention.figure.quantity, [*now, -was] if change.direction > 0 else [was, *(-each for each in now)])
    return len(parts) > 1 and footing is not None and footing.holds


def _called_as(then: Said, row: Sequence[Said]) -> list[Said]:
    """The amounts done that are called by the side of a base: the income or the spending."""
    side = _SIDE.search(then.name)
    return [s for s in row if side and s.name.endswith(side[0]) and s.stage != "budget"]


def _amount(said: Sequence[Said], index: int, before: Before) -> Claim | None:
    change = said[index]
    pool = pool_of(said, index, before, change.mention.figure.unit.base)
    bases, current = sides_of(change, pool)
    if not change.direction:
        return None
    if (grid := gridded(said, index)) is not None:
        then, now = grid
        return _claim_difference(change, now, then, verdict_of(_footing(change, now, then).holds))
    if index and said[index - 1].amount and not change.serial and (made := _itself(change, said[index - 1], [*before.previous, *said[: index - 1]])) is not None:
        return made
    given = explicit_base(said, index)
    if given is not None and change.serial == 0:
        then, now = given
        if _ONE_OF_THE_YEARS.search(change.lead) and change.mention.figure.quantity.value < abs(now.mention.figure.quantity.value - then.mention.figure.quantity.value):
            return None  # 三年内由42个增加到60个,其中2023年增加8个
        row = [s for s in said[: said.index(then)] if s.amount and not s.mention.loose and s.mention.figure.unit.base == now.mention.figure.unit.base]
        now = next((s for s in [now, *row] if _footing(change, s, then).holds), _its_own(change, now, then, row))  # 三公经费9万元,其中甲8万元、乙1万元,比上年11万元减少2万元
        if now is None or not _footing(change, now, then).holds and (_of_all(change, said[: said.index(then)], then) or _together(change, _called_as(then, row), then)):
            return None  # 红旗手20名、集体10个、文明岗15个,比上年38个增加7个; 基本支出60万元,项目支出30万元,与上年支出80万元相比增加10万元
        return _claim_difference(change, now, then, verdict_of(_footing(change, now, then).holds))
    alone = told_base(said, index)
    if alone is not None and change.serial == 0:
        name = _AGAINST.sub("", alone.name)
        here = [s for s in said[: said.index(alone)] if s.amount and not s.mention.loose and not s.mention.depth and s.mention.figure.unit.base == alone.mention.figure.unit.base]
        if here:  # 预算a,支出b,比预算节约c,比上年支出d增加e: of the sentence itself
            spent = [s for s in here if s.stage != "budget"]
            now = next((s for s in here if _footing(change, s, alone).holds), spent[0] if len(spent) == 1 else None)
            return _claim_difference(change, now, alone, verdict_of(_footing(change, now, alone).holds)) if now else None
        names = [s for s in before.told if s.amount and not s.mention.loose and s not in said and name and names_agree(name, s.name)]
        names = [s for s in names if s.mention.figure.unit.base == alone.mention.figure.unit.base]
        now = names[0] if one_value(names) else None
        return _claim_difference(change, now, alone, verdict_of(_footing(change, now, alone).holds)) if now else None
    if (told := of_its_subject(said, index, before)) is not None and told[0].mention.figure.unit.base == change.mention.figure.unit.base:
        return _claim_difference(change, told[1], told[0], verdict_of(_footing(change, told[1], told[0]).holds))
    if _AN_AIM.search(change.lead):
        bases = [one for one in bases if not LAST_YEAR.search(one.lead)]  # 比上年26万吨增长2.4%,比目标多0.24万吨
    both = both_sides(bases, current)
    if both and not all(_footing(change, now, bases[0]).holds for now in both):
        off = next(now for now in both if not _footing(change, now, bases[0]).holds)
        return _claim_difference(change, off, bases[0], Verdict.FAILS)
    for now in reversed(current):
        for then in reversed(bases):
            if now is not then and _footing(change, now, then).holds:
                return _claim_difference(change, now, then, Verdict.HOLDS)
    if index > 1 and said[index - 2] in bases and said[index - 1] in current and compared(change.lead):
        bases, current = [said[index - 2]], [said[index - 1]]  # 预算a,决算b,较预算减少d: whatever else was budgeted before
    if len(bases) == 1 and bases[0] in said:
        current = spent_only([s for s in current if s in said], change) or current
    if len(bases) == 1 and len(current) == 1 and same_thing(current[0], bases[0]) and near(said, index, bases[0], current[0]):
        return _claim_difference(change, current[0], bases[0], Verdict.FAILS)
    if BUDGET_BASE.search(change.of) and compared(change.lead) and one_value(bases) and one_value(current):
        pairs = [(now, then) for now in current for then in bases if same_thing(now, then)]
        pairs.reverse()
        now, then = max(pairs, key=lambda p: p[0].mention.figure.quantity.value + p[1].mention.figure.quantity.value, default=(None, None))
        return _claim_difference(change, now, then, verdict_of(False, _near_enough(change, now, then, said))) if now and then else None
    if len(bases) == 1 and index and said[index - 1] is bases[0] and is_base(bases[0], change, pool, before):
        agreed = len({s.mention.figure.quantity.value for s in current}) == 1 and (len(bases[0].name) < 2 or names_agree(bases[0].name, current[-1].name))
        return _claim_difference(change, current[-1], bases[0], Verdict.FAILS) if agreed else None
    if len(bases) == 1 and index and said[index - 1] is bases[0] and digits(change.mention.figure) >= REVERSED:
        turned = [now for now in current if now.stage == "executed" and _footing(change, now, bases[0]).expected == -change.mention.figure.quantity.value]
        if one_value(turned):
            return _claim_difference(change, turned[-1], bases[0], Verdict.FAILS)  # 支出a。上年支出b,今年增加c: right to the last digit, and the other way round
    return _remembered(said, index, before)


def _its_own(change: Said, now: Said, then: Said, row: Sequence[Said]) -> Said | None:
    """What has changed where nothing before the base fits: what gives the difference the other way round, else what alone is called as the base: 支出90万元,结转4万元,与上年支出80万元相比减少10万元; None where several are."""
    other = next((s for s in row if digits(change.mention.figure) >= REVERSED and _footing(change, s, then).expected == -change.mention.figure.quantity.value), None)
    other = other or next((s for s in row if s is not now and _misprinted(change, s, then)), None)
    side = _SIDE.search(then.name)
    named = _called_as(then, row) if side and side[0] not in now.name else []
    return other or (now if not named else named[0] if len(named) == 1 else None)


def _misprinted(change: Said, whole: Said, then: Said) -> bool:
    """Whether the base and the change lead to an amount of four digits at least but for one slip in it: 检测12684份,其中…,比上年的10628份增加2236份."""
    led = then.mention.figure.quantity.value + (change.mention.figure.quantity.value if change.direction > 0 else -change.mention.figure.quantity.value)
    return digits(whole.mention.figure) > 3 and slip_of(whole.mention.figure, led)


def _itself(change: Said, base: Said, told: Sequence[Said]) -> Claim | None:
    """`2017年度收入总计118万元。收入总计较2017年度的104万元增加14万元`: what has changed is not told against its own year."""
    named = _OWN_YEAR.search(base.lead)
    now = [s for s in told if s.amount and named and named["year"] + "年" in s.lead and s.year == int(named["year"]) and s.stage != "budget"] if named else []
    fitting = [s for s in now if s.mention.figure.unit.base == base.mention.figure.unit.base and not s.mention.loose and _footing(change, s, base).holds]
    if not fitting or named is None:
        return None
    year = int(named["year"])
    words = f"{shown(fitting[0].mention)}是{year}年的，文中写作与{year}年的{shown(base.mention)}相比，请核对年份。"
    return claim(ClaimKind.CHANGE, [fitting[0].mention, base.mention, change.mention], Verdict.FAILS, f"{year}年", f"{year - 1}年", words)


def _remembered(said: Sequence[Said], index: int, before: Before) -> Claim | None:
    """2022年支出a … 2023年支出b,比上年增加d: the base stands sections above."""
    change = said[index]
    beside = said[index - 1 : index] if index and said[index - 1].amount and compared(change.lead) else named_here(said, index)
    now = next((one for one in beside or told_before(said, index, before)), None)
    if now is None or now.mention.loose or change.serial or now.mention.figure.unit.base != change.mention.figure.unit.base:
        return None
    then = remembered(now, change, before)
    return _claim_difference(change, now, then, verdict_of(_footing(change, now, then).holds)) if then is not None else None


def _near_enough(change: Said, now: Said, then: Said, said: Sequence[Said]) -> bool:
    """Whether a base of another sentence gives what a slip may have made the stated difference of."""
    due, stated = abs(_footing(change, now, then).expected), abs(change.mention.figure.quantity.value)
    if then in said or not due or not stated:
        return True
    times = (due / stated).log10()
    return abs(times) < FAR or abs(times - times.to_integral_value()) < Decimal("0.01")


def _footing(change: Said, now: Said, then: Said):  # noqa: ANN202
    terms = [now.mention.figure, -then.mention.figure] if change.direction > 0 else [then.mention.figure, -now.mention.figure]
    footing = foots(change.mention.figure, terms)
    assert footing is not None
    return footing


def _claim_difference(change: Said, now: Said, then: Said, verdict: Verdict) -> Claim:
    worked = in_unit(_footing(change, now, then).expected, change.mention)
    first, second = (now, then) if change.direction > 0 else (then, now)
    sum_ = f"{shown(first.mention)}-{shown(second.mention)}={worked}"
    return recomputed(ClaimKind.CHANGE, [now.mention, then.mention, change.mention], verdict, worked, sum_)
