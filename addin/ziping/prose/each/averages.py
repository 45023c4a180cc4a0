"""An amount, how many it is for, and what each of them gets: 囊匣2600个、40.30万元,平均每个155元; 展柜12个,单价6.8万元,共81.60万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ziping.amounts import YUAN, Quantity, foots, half_place, ratio
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, in_yuan, recomputed, shown
from ziping.prose.judging.slips import digits, misplaced, printed, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["average_claims", "official_averages"]

NEAR = 8  # figures before a mean that it may be of
TELLING = 3  # digits of a figure of which one may be wrong by no accident
_MEAN = re.compile(r"(?:(?:平均|折合|合)每(?P<each>人次|件次|批次|场次|公里|平方米|[人户亩辆家台套个项村件批场次站馆所只头株客眼盏座处笔张份])|(?P<even>[人户亩车村件次场笔])均)[^,，;；。:：]{0,8}$")
_PRICE = re.compile(r"(?:单价|每(?:台套|人次|场次|批次|件次|[台套个件辆张只册本]))[^,，;；。\d]{0,4}$")
_FOR_ALL = re.compile(r"[,，、]?(?:共|计|合计|共计|总价|金额|小计|总额|支出|发放|兑付|安排)[^,，;；。]{0,6}$")
_A_TIME = re.compile("每(?:天|日|月|年|学期|季|小时|次)[^,，;；。]{0,6}$")  # 人均每天265元
_EARNED = re.compile("增收|增加|收入|产值|节约|纯收")
_AT_ONCE = re.compile(r"[,，、(]?(?:(?:平均|折合|合)每[^,，;；。\d]{1,4}|[人户亩车村件次场笔]均)")
_TWIN = re.compile("[、,，]?(?:共|计)?")
_PRICED_AT_ONCE = re.compile(r"[,，、(]?(?:单价|每[^,，;；。\d]{1,3})(?:为)?")
_TOGETHER = re.compile(r"[,，、]?(?:共|计|合计|共计|总价|小计)")
_COMPARED = re.compile(r"[比较](?:上年|去年|上一年|(?:上年)?同期|\d{4}年)[^,，;；。]{0,6}$")  # what the amount before is held against
_IN_ALL = re.compile(r"(?:合计|共计|总计)[^,，;；。\d]{0,6}$")
_SAVED = re.compile(r"(?:单|每)(?P<each>[台件套个辆张只册本])(?:可)?(?:节约|降低|节省|减少)[^,，;；。]{0,4}$")
_UNITS = {"人": ("人", "人次"), "车": ("辆", "台"), "户": ("户", "家"), "村": ("个",), "次": ("次", "人次", "场次", "批次"), "场": ("场", "场次"), "件": ("件", "件次")}


def average_claims(said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for every mean behind its amount and number, every price between number and amount, every saving of each behind two prices.

    Where other amounts may be meant, it fails only where one wrong digit, or a point out of place, explains it.
    """
    for at, one in enumerate(said):
        if one.mention.kind is not Kind.MONEY or one.mention.loose or not one.mention.figure.value:
            continue
        if (mean := _MEAN.search(one.lead)) and not _A_TIME.search(one.lead):
            yield from _mean(said, at, _UNITS.get(mean["even"] or "", (mean["each"] or mean["even"],)))
        elif _PRICE.search(one.lead) and 0 < at < len(said) - 1 and not (at > 2 and _PRICE.search(said[at - 2].lead) and said[at - 3].mention.kind is Kind.COUNT):  # 甲10家、每家20万元,乙24家、每家15万元,共560万元
            yield from _priced(said[at - 1], one, said[at + 1])
        if (saved := _SAVED.search(one.lead)) and at > 1:
            yield from _saved(said, at, saved["each"])


def _mean(said: Sequence[Said], at: int, units: Sequence[str]) -> Iterator[Claim]:
    near = [one for one in said[max(0, at - NEAR) : at] if one.amount and not one.mention.loose and one.mention.depth <= said[at].mention.depth]
    counts = [one for one in near if one.mention.kind is Kind.COUNT and one.mention.figure.unit.base in units]
    amounts = [one for one in near if one.mention.kind is Kind.MONEY and not one.price and not _COMPARED.search(one.lead)]
    if any(one.mention.kind is Kind.RATE for one in said[max(0, at - NEAR) : at]):
        amounts = [one for one in amounts if one.stage != "budget"]  # 预算a,执行率p%,惠及企业b户,户均c: of what was spent
    if _EARNED.search(said[at].lead):
        amounts = [one for one in amounts if _EARNED.search(one.lead)]  # 拨付资金a,惠及b人,人均增收c
    at_once = bool(_AT_ONCE.fullmatch(said[at].lead))
    own = at == 2 or at > 2 and bool(re.match("[;；。]", said[at - 2].lead)) and sum(one.mention.figure.unit == said[at - 2].mention.figure.unit for one in counts) == 1
    if at_once and own and said[at - 2] in counts and said[at - 1] in amounts and _TWIN.fullmatch(said[at - 1].lead):  # 89人次、13.35万元,人均1500元
        counts, amounts = [said[at - 2]], [said[at - 1]]
    plain = len(counts) == len(amounts) == 1 and at_once
    several = len(counts) > 2 and len(amounts) > 2  # 甲镇20户30万元,乙镇…: the mean is of their totals, wherever they stand
    if several and at > 1 and said[at - 2] in counts and said[at - 1] in amounts and _IN_ALL.search(said[at - 2].lead):  # …,合计面积760万平方米、服务费2418.60万元,折合每平方米3.18元
        counts, amounts, several = [said[at - 2]], [said[at - 1]], False
    made = [one for count in counts[-2:] for amount in amounts if not _apart(said, at, count, amount) for one in _judged([amount, count, said[at]], ratio(amount.mention.figure, count.mention.figure), "÷", plain)]
    holds = [one for one in made if one.verdict is Verdict.HOLDS]
    yield from holds[:1] or (made if len(made) == 1 and not several else [])


def _apart(said: Sequence[Said], at: int, count: Said, amount: Said) -> bool:
    """Whether a semicolon stands between the mean and what it may be of."""
    first = min(said.index(count), said.index(amount))
    return bool(re.search("[;；]", "".join(one.lead for one in said[first + 1 : at + 1])))


def _priced(count: Said, price: Said, amount: Said) -> Iterator[Claim]:
    """`展柜12个,单价6.8万元,共81.60万元`."""
    if count.mention.kind is not Kind.COUNT or amount.mention.kind is not Kind.MONEY or count.mention.loose or amount.mention.loose or not (count.amount and amount.amount):
        return
    if not _FOR_ALL.fullmatch(amount.lead) or amount.price or re.search("[;；。]", price.lead) or not re.match("[,，、(]", price.lead):
        return
    number, each = count.mention.figure.quantity, price.mention.figure.quantity
    worth = Quantity(number.value * each.value, number.value * each.slack + each.value * number.slack)
    plain = bool(_PRICED_AT_ONCE.fullmatch(price.lead) and _TOGETHER.fullmatch(amount.lead))
    yield from _judged([count, price, amount], worth, "×", plain)


def _saved(said: Sequence[Said], at: int, each: str) -> Iterator[Claim]:
    """`预算单价3.2万元,中标单价2.86万元,单台节约3400元,60台共节约20.4万元`: prices are exact."""
    first, second, saved = said[at - 2 : at + 1]
    if all("单价" in one.lead and one.mention.kind is Kind.MONEY and not one.mention.loose for one in (first, second)):
        worth = Quantity(abs(first.mention.figure.quantity.value - second.mention.figure.quantity.value))
        yield from _judged([first, second, saved], worth, "-", certain=True)
    if at + 2 < len(said):
        count, amount = said[at + 1 : at + 3]
        if count.mention.kind is Kind.COUNT and count.mention.figure.unit.base[:1] == each and amount.mention.kind is Kind.MONEY and re.match(r"[,，]?(?:共|合计)", amount.lead):
            worth = Quantity(count.mention.figure.quantity.value * saved.mention.figure.quantity.value)
            yield from _judged([saved, count, amount], worth, "×", certain=True)


_OFFICIAL = (  # what the accounts of every body tell: the mean, its amount, its number and the unit of that
    (re.compile(r"人均接待费(?:用)?(?:为)?$"), re.compile(r"公务接待费(?:用|支出)?(?:决算)?(?:数)?(?:为|共)?$"), re.compile(r"接待|批次"), ("人", "人次")),
    (re.compile(r"车均(?:运行)?维护费(?:用|支出)?(?:为)?$"), re.compile(r"公务(?:用)?车(?:辆)?运行维护费(?:用|支出)?(?:(?:20\d\d|本)年(?:度)?)?(?:决算)?(?:数)?(?:为|共)?$"), re.compile(r"保有|车辆|公务(?:用)?车"), ("辆", "台")),
)


_EVEN, _RECEPTION = re.compile(r"[,，(]人均"), re.compile(r"公务接待(?!费)[^,，;；。\d]{0,6}$")


def official_averages(spoken: Iterable[Sequence[Said]], judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for what the accounts state of every guest and every car, told apart from the one amount and the number of their text."""
    amounts: list[dict[Decimal, Said]] = [{} for _ in _OFFICIAL]
    near: list[Said] = []
    known = {figure for claim in judged for figure in claim.figures}
    for said in spoken:
        for one in said:
            for at, (named, amount_of, count_of, units) in enumerate(_OFFICIAL):
                if one.mention.kind is not Kind.MONEY or one.mention.loose:
                    continue
                if one.amount and one.year != -1 and one.stage != "budget" and amount_of.search(one.lead):
                    amounts[at][one.mention.figure.quantity.value] = one
                elif one.mention.figure.value and len(amounts[at]) == 1 and (named.search(one.lead) or not at and one.mention not in known and _guests(one, near)):
                    yield from _official(next(iter(amounts[at].values())), near, one, count_of, units, named.search(one.lead) is not None)
            near = [*near[-NEAR:], one]


def _guests(one: Said, near: Sequence[Said]) -> bool:
    """`公务接待31批次235人次,人均100元`: right behind how many were received."""
    return len(near) > 1 and _EVEN.fullmatch(one.lead) is not None and near[-1].mention.figure.unit.base in ("人", "人次") and _RECEPTION.search(near[-2].lead) is not None


def _official(amount: Said, near: Sequence[Said], mean: Said, count_of: re.Pattern[str], units: Sequence[str], certain: bool) -> Iterator[Claim]:
    counts = [one for before, one in zip(near, near[1:], strict=False) if one.mention.kind is Kind.COUNT and one.mention.figure.unit.base in units and count_of.search(before.lead + one.lead)]
    if len({one.mention.figure.value for one in counts}) == 1:
        yield from _judged([amount, counts[-1], mean], ratio(amount.mention.figure, counts[-1].mention.figure), "÷", certain=certain)


def _judged(figures: Sequence[Said], worth: Quantity | None, sign: str, certain: bool = False) -> Iterator[Claim]:
    stated = figures[-1].mention
    if worth is None or not worth.value:
        return
    figure = stated.figure
    place = half_place(figure.decimals, figure.unit.shift)  # a mean is rounded to its last place, whatever its unit
    quantity = Quantity(figure.quantity.value, place if sign == "÷" else figure.quantity.slack)
    footing = foots(quantity, [worth])
    if footing is None or not footing.holds and not certain and not _slipped(figures, worth, sign):
        return
    worked = in_unit(worth.value, next((one for one in (stated, figures[0].mention) if (one is stated or one.figure.unit != YUAN) and printed(one.figure, worth.value).value), in_yuan(stated)))  # 936.52万元 for 27 is no 0.00亿元
    sum_ = sign.join(shown(one.mention) for one in figures[:-1]) + f"={worked}"
    yield recomputed(ClaimKind.FORMULA, [one.mention for one in figures], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _slipped(figures: Sequence[Said], worth: Quantity, sign: str) -> bool:
    """Whether one slip in the result, in the amount or in the number is all that is wrong."""
    first, second, last = (one.mention.figure for one in figures)
    if (digits(last) >= TELLING or printed(last, worth.value).value) and misplaced(last, worth.value):
        return True
    result = last.quantity.value
    undone = ((first, result * second.quantity.value if sign == "÷" else result / second.quantity.value), (second, first.quantity.value / result if sign == "÷" else result / first.quantity.value))
    for figure, value in ((last, worth.value), *undone):
        told = digits(figure) >= TELLING or figure is last and sorted(str(figure.value)) == sorted(str(printed(figure, value).value))
        if told and slip_of(figure, value):
            return True
    return False
