"""What each gets, how many there are, and what all get, in any order and a sentence apart: 运维费64.8万元。光纤540条,每条每年1200元; 583人,户均2.21人.

Which number and which amount are meant is told by the figures: where some of those nearby agree, nothing is said; where none do, but
the nearest do so but for one slip, they were meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from ziping.prose.each.paid import of_some
from ziping.prose.each.rounding import mean_place, place, rounded
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import MOVES, UNITS, digits, misplaced, moved_by, printed, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["each_claims"]

NEAR = 10  # figures of the sentence around a mean or a price
FAR = 16  # amounts of the text before the paragraph
COARSE = 10  # part of a product that the rounding of its mean may leave open
TELLING = 3  # significant digits of an amount from which a slip is no accident
_EACH = re.compile(r"(?:(?:平均)?每(?P<each>[^,，;；。:：、()\d每]{1,6})|(?P<even>[人户村亩车件场次生])均(?!每[天日月年])|(?P<price>单价|单(?=[口座处个台件间栋][^,，;；。\\d]{0,4}$)))[^,，;；。\d]{0,10}$")
_MONTHLY = re.compile(r"每月|月[人户]均|[人户]月均")
_FOR_ALL = re.compile(r"共|计|发放|支出|需|资金|安排|金额|取得|更新|总|完成|节约|增")
_ROW = re.compile(r"[,，、(]?(?:平均|按)?每[^,，;；。:：、\d]{1,6}")  # 3组,每组4人,共12人
_AT_ONCE = re.compile(r"[,，、(]平均每[^,，;；。:：、\d]{1,4}")  # 9期,培训734人次,平均每期82人次
_DISTINCT = frozenset({"人", "名", "户", "家"})
_IN_ALL = re.compile(r"[)]?[,，、]?(?:共|计|合计|共计|总计|小计)[^,，;；。\d]{0,2}")
_PER = re.compile("/[吨亩人户]")
_OTHER = re.compile(r"比|较|上年|去年|提高|降低|控制|不超|目标|标准由|预算")
_TOGETHER = re.compile("^[,，、;；]?(?:共|合计|总)")
_YIELDS = re.compile("收入|产值|利润|增收|产量|产出")
_UNITS = {"人": "人名位", "生": "人名", "名": "名人", "位": "位人", "户": "户", "村": "个村", "亩": "亩", "车": "辆台", "件": "件", "场": "场", "次": "次场", "辆": "辆台", "笔": "笔", "条": "条", **dict.fromkeys("县镇乡街社馆站校园市区", "个所家座")}
_PERIODS = (Decimal(1), Decimal(12))


def each_claims(text: Text, said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every mean or price that misses its number and amount by one slip."""
    known = {figure for claim in judged if claim.kind is ClaimKind.FORMULA for figure in claim.figures}
    for at, each in enumerate(said):
        mention, match = each.mention, _EACH.search(each.lead)
        if match is None or mention.loose and not _PER.match(each.noun) or mention in known or mention.kind not in (Kind.MONEY, Kind.COUNT) or not mention.figure.value or _OTHER.search(each.lead):
            continue
        here = [one for one in said[max(0, at - NEAR) : at + NEAR] if one is not each and not one.mention.loose]
        told = [*(one for one in before.told if one not in said and not one.mention.loose), *here]
        numbers = [one for one in told if _counts(one, each, match)]
        amounts = [one for one in told if one.mention.figure.unit.base == mention.figure.unit.base and one.mention.kind is mention.kind and not _EACH.search(one.lead) and one.mention.figure.value]
        far = [one for one in before.earlier[-FAR:] if mention.figure.decimals and one.mention.figure.unit.base == mention.figure.unit.base and one.mention.kind is mention.kind and not one.mention.loose]
        if not numbers or any(_agree(each, n, a) for n, a in product(numbers, [*amounts, *far])):
            continue
        if not amounts:
            amounts = [one for one in far if digits(mention.figure) > 4 and any(_slipped(each, n, one) for n in numbers)]
            amounts = amounts if len({one.mention.figure.value for one in amounts}) == 1 else []
        if not amounts:
            continue
        made = _nearest(text, said, at, each, numbers, amounts)
        if made is not None:
            yield made


def _counts(one: Said, each: Said, match: re.Match[str]) -> bool:
    """Whether a figure says how many of those there are that each of gets so much."""
    if one.mention.kind not in (Kind.COUNT, Kind.PLAIN) or one.mention.figure.value <= 1 or _EACH.search(one.lead):
        return False
    unit = one.mention.figure.unit.base
    if match["price"] and (per := _PER.match(each.noun)):
        return unit == per[0][1:]
    if match["price"] == "单":
        return unit[:1] == each.lead[match.end("price")]
    if match["price"]:
        name = re.split("[,，;；。、]", each.lead[: match.start()])[-1].removeprefix("其中")
        return len(name) > 2 and one.lead.endswith(name)
    thing = match["each"] or match["even"]
    thing = thing.removeprefix("个") or thing
    if thing == "人" and one.lead.endswith("岗位"):
        return True
    if unit and unit[:1] in _UNITS.get(thing[:1], thing[:1]):
        return True
    return len(one.noun) > 1 and (one.noun[:2] == thing[:2] or one.noun.endswith(thing))


def _worth(each: Said, number: Said, period: Decimal = Decimal(1)) -> Decimal:
    return each.mention.figure.quantity.value * number.mention.figure.quantity.value * period


def _agree(each: Said, number: Said, amount: Said) -> bool:
    """Whether they agree as a product or as a mean, each rounded as it is printed."""
    a, n, e = amount.mention.figure, number.mention.figure.quantity, each.mention.figure
    months = _months(each, amount)
    for period in (months,) if months > 1 else _PERIODS:
        slack = a.quantity.slack + place(a) + e.quantity.value * n.slack * period
        if abs(a.quantity.value - _worth(each, number, period)) <= slack:
            return True
        if n.value and abs(a.quantity.value / n.value / period - e.quantity.value) <= (mean_place(e) if "均" in each.lead and "每月" not in each.lead[-6:] else place(e)) + (a.quantity.slack + e.quantity.value * n.slack) / n.value:
            return True
    return False


def _months(each: Said, amount: Said) -> Decimal:
    """How many months a price a month is told to be paid: 每人每月200元、全年10个月,共…."""
    told = re.search(r"(\d{1,2})个月", amount.lead) if _MONTHLY.search(each.lead[-8:]) else None
    return Decimal(told[1]) if told else Decimal(1)


def _nearest(text: Text, said: Sequence[Said], at: int, each: Said, numbers: Sequence[Said], amounts: Sequence[Said]) -> Claim | None:
    """The number next to it and the amount behind it, of the number's name, or before it, if one slip in one of them is all that is wrong."""
    near = [one for one in numbers if one in said]
    near = [one for one in near if not _within_list(said, one)] or near
    number = min(near, key=lambda one: abs(said.index(one) - at), default=numbers[-1])
    after = [one for one in said[at + 1 : at + 4] if one in amounts and _FOR_ALL.search(one.lead) and one is not number]
    if after and (between := [one for one in near if at < said.index(one) < said.index(after[0])]):
        number = between[-1]
    after = [one for one in after if not re.search("[;；]", "".join(between.lead for between in said[at + 1 : said.index(one) + 1]))]
    ahead = [one for one in amounts if one not in said[at:] and one is not number]
    ahead = [one for one in ahead if not (_within_list(said, one) if one in said else one.marker or one.lead.startswith("、"))] or ahead
    named = [one for one in ahead if len(number.name) > 2 and one.name.startswith(number.name[:4])]
    row = [one for one in said[at + 1 : at + 2] if number is said[at - 1] and one in amounts and _ROW.fullmatch(each.lead.removeprefix(number.noun)) and _IN_ALL.fullmatch(one.lead)] if at and sum(bool(_EACH.search(one.lead)) for one in said) == 1 else []
    bracketed = [said[at - 1]] if at and each.lead[:1] == "(" and said[at - 1] in amounts else []
    amount = next(iter([*bracketed, *after[:1], *named[-1:], *ahead[-1:]]), None)
    if after and at > 2 and _EACH.search(said[at - 2].lead) and said[at - 3] in numbers:
        return None  # 甲10家、每家20万元,乙24家、每家15万元,共560万元
    if amount is not None and (each.marker and amount not in after or _YIELDS.search(each.lead) and not _YIELDS.search(amount.lead)):
        return None  # 慰问金a,其中党员每人b; 投资a建成c座,每座年收入b
    counted = [one for one in said[:at] if one.mention.kind is Kind.COUNT and one.amount]
    if amount is not None and len(counted) > 1 and _TOGETHER.search(amount.lead) and said.index(counted[-1]) + 1 == (said.index(amount) if amount in said else -1):
        return None  # 电脑a台,打印机b台,共c万元,打印机单价d
    alone = at > 1 and _AT_ONCE.fullmatch(each.lead.removeprefix(said[at - 1].noun)) and each.mention.kind is Kind.COUNT and {number, amount} == {one for one in said[:at] if one in numbers or one in amounts} == set(said[at - 2 : at])
    if amount is None or not (row and not _MONTHLY.search(each.lead) or alone or _slipped(each, number, amount)):
        return None
    if of_some(text, number, amount) and not misplaced(amount.mention.figure, _worth(each, number), UNITS):
        return None
    months = Decimal(12) if _of_a_year(each, number, amount) else _months(each, amount)
    if alone and number.mention.figure.value:
        mean = amount.mention.figure.quantity.value / number.mention.figure.value
        if amount.mention.figure.unit.text in _DISTINCT or int(mean) == each.mention.figure.value:
            return None  # 演出24场,演职人员60人,平均每场15人: the same people; 81.6 cut off to 81
        worked = in_unit(mean, each.mention, 1)
        return recomputed(ClaimKind.FORMULA, [number.mention, amount.mention, each.mention], Verdict.FAILS, worked, f"{shown(amount.mention)}÷{shown(number.mention)}={worked}")
    worked = in_unit(_worth(each, number, months), amount.mention)
    sum_ = f"{shown(each.mention)}×{shown(number.mention)}" + (f"×{months}" if months > 1 else "") + f"={worked}"
    return recomputed(ClaimKind.FORMULA, [each.mention, number.mention, amount.mention], Verdict.FAILS, worked, sum_)


def _within_list(said: Sequence[Said], one: Said) -> bool:
    """Whether it only divides a number before it: 14期,其中黄色11期、橙色3期."""
    return bool(one.marker) or one.lead.startswith("、") and any(before.marker for before in said[: said.index(one)])


def _of_a_year(each: Said, number: Said, amount: Said) -> bool:
    """Whether twelve months give the amount but for a point or a unit out of place."""
    if not _MONTHLY.search(each.lead[-8:]) or _months(each, amount) != 1:
        return False
    yearly = _worth(each, number, Decimal(12))
    return amount.mention.figure.quantity.value in moved_by(yearly, MOVES if "每月" in each.lead[-6:] else UNITS)  # a tenth of 月人均工资 is a rate


def _slipped(each: Said, number: Said, amount: Said) -> bool:
    a, n, e = (one.mention.figure for one in (amount, number, each))
    months = _months(each, amount)
    worth = _worth(each, number, months)
    if "均" in each.lead and n.quantity.value * rounded(e).slack * COARSE > worth:
        return False  # 430人,平均每个3人: rounded too far to tell
    twice = each.lead[-12:].count("每") > 1 and months == 1  # 每人每月: how many months goes unsaid
    if _MONTHLY.search(each.lead[-8:]) and any(worth * count == a.quantity.value for count in range(2, 13)):
        return False
    if _of_a_year(each, number, amount):
        return digits(a) >= TELLING
    loss = a.quantity.slack + place(a) + n.quantity.value * place(e) * 10
    if loss * 20 <= a.quantity.value and any(abs(moved - a.quantity.value) <= loss for moved in moved_by(worth, UNITS if twice else MOVES)):
        return digits(a) >= TELLING
    if abs(printed(a, worth).quantity.value - worth) <= a.quantity.slack + place(a) and digits(a) >= TELLING and slip_of(a, worth):
        return True
    total = a.quantity.value
    for figure, by in ((n, e.quantity.value * months), (e, n.quantity.value * months)):
        value = printed(figure, total / by).value
        exact = abs(value.scaleb(figure.unit.shift) * by - total) <= a.quantity.slack + place(a) + (place(figure) * by if figure is e else 0)
        telling = digits(figure) >= TELLING or digits(a) > TELLING and digits(n) > TELLING or figure.value != value and sorted(str(figure.value)) == sorted(str(value))
        if exact and telling and slip_of(figure, total / by):
            return True
    return False
