"""Groups with a rate each, and the money of all: 托养312万元,其中寄宿120人,每人每年10000元;日间160人,每人每年6000元;居家640人,每人每年1500元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Figure, Quantity, foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.slips import digits, off_by, one_slip
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike
from ziping.prose.text.sentences import Text

__all__ = ["tariff_claims"]

TELLING = 3  # digits of a total from which a slip is no accident
_EACH = re.compile(r"[,，、(]?(?:按)?每(?P<each>[人名户亩个只头株生])(?:每)?(?P<span>年|月)?(?:补助|补贴|发放|标准)?(?:为)?")
_BY = {"人": ("人",), "名": ("人",), "生": ("人",), "户": ("户",), "亩": ("亩",), "个": ("个",), "只": ("只",), "头": ("头",), "株": ("株",)}
_NAMED_EACH = re.compile(r"[。,，、;；(]?(?:按照?|依照|根据)?(?P<name>[^,，、;；。:：\d每()]{2,10}?)(?:按)?每(?P<each>公里|千米|平方米|[人名户亩个只头株生座处所台])(?:补助|补贴|安排|标准)?(?:为)?")
_NEEDED = re.compile(r"[,，。;；]?(?:按12个月(?:测算|计算)?)?[,，]?(?:全年|共|共计|合计|一共)(?:共|需|需要|发放|安排|支出)*(?:资金|补助|补贴|经费|金额)?(?:为|共)?$")
_ENDS = re.compile(r"元?的?(?:标准|定额)?(?:测算|计算|核算|安排|拨付|补助|发放|核定|执行|下达)?(?:[。;；\n]|$)")  # the words that may stand behind the last rate
_OF_SOME = re.compile("[省市县区镇乡村]级|中央|配套|扣除|剔除|其中|首批|预拨|自筹|不足")  # an amount that is not all that is paid at these rates


def tariff_claims(text: Text, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for at least two groups of one kind with their rates and the amount before or behind them; it fails where one wrong digit explains it."""
    told = [*(one for one in before.told if one not in said), *said]
    yield from _by_name(text, said, told)
    pairs: list[tuple[Said, Said]] = []
    at = 0
    while at < len(told) - 1:
        count, rate = told[at], told[at + 1]
        if _pair(count, rate):
            pairs.append((count, rate))
            at += 2
            continue
        if len(pairs) > 1 and told[at] in said:
            break
        pairs = []
        at += 1
    if len(pairs) < 2 or not any(rate in said for _, rate in pairs) and at >= len(told):
        return
    first = told.index(pairs[0][0])
    total = _total(told[:first]) if pairs[-1][1] in said else None
    behind = next((one for one in told[at : at + 2] if one in said and one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose and _NEEDED.search(one.lead)), None)
    for one in (total, behind):
        if one is not None and (made := _claim(pairs, one)) is not None:
            yield made
            return


def _by_name(text: Text, said: Sequence[Said], told: Sequence[Said]) -> Iterator[Claim]:
    """`县道31.6公里、乡道68.4公里。全年安排养护资金65.8万元,按县道每公里1万元、乡道每公里0.5万元的标准测算`: rates of what was counted before by the same names."""
    rates = [(at, one, match) for at, one in enumerate(said) if one.mention.kind is Kind.MONEY and not one.mention.loose and (match := _NAMED_EACH.fullmatch(one.lead))]
    if len(rates) < 2 or [at for at, _, _ in rates] != list(range(rates[0][0], rates[0][0] + len(rates))):
        return
    pairs = []
    for _, rate, match in rates:
        counts = [one for one in told if one.amount and one.mention.kind is Kind.COUNT and not one.mention.loose and one.name == match["name"] and one.mention.figure.unit.base in _BY.get(match["each"], (match["each"],))]
        if len({one.mention.figure.quantity.value for one in counts}) != 1:
            return
        pairs.append((counts[-1], rate))
    first, last = rates[0][0], rates[-1][0]
    ahead, behind = said[first - 1] if first else None, said[last + 1] if last + 1 < len(said) else None
    grouped = {count for count, _ in pairs}
    start = min(count.mention.start for count in grouped)
    rest = [one for one in told if one not in grouped and one.amount and any(alike(one, count) and one.name != count.name for count in grouped) and one.mention.start > start]
    for total in (ahead, behind):
        if total is None or not total.amount or total.mention.kind is not Kind.MONEY or total.mention.loose or total.price or (made := _claim(pairs, total)) is None:
            continue
        plain = not rest and not _OF_SOME.search(total.lead) and (_NEEDED.search(total.lead) if total is behind else _ENDS.match(text.text, rates[-1][1].mention.end))
        if made.verdict is Verdict.HOLDS or plain:
            yield made
        return


def _pair(count: Said, rate: Said) -> bool:
    each = _EACH.fullmatch(rate.lead)
    return bool(each) and count.mention.kind is Kind.COUNT and rate.mention.kind is Kind.MONEY and not count.mention.loose and not rate.mention.loose and count.mention.figure.unit.base in _BY[each["each"]]  # type: ignore[index]


def _total(before: Sequence[Said]) -> Said | None:
    """The last amount before the groups, with nothing but numbers between."""
    for one in reversed(before):
        if one.mention.kind is Kind.MONEY:
            return one if one.amount and not one.price and not one.mention.loose else None
        if one.mention.kind is not Kind.COUNT:
            return None
    return None


def _claim(pairs: Sequence[tuple[Said, Said]], total: Said) -> Claim | None:
    products = [count.mention.figure.quantity.value * rate.mention.figure.quantity.value * _months(rate) for count, rate in pairs]
    footing = foots(total.mention.figure, [Quantity(value) for value in products])
    if footing is None or not footing.expected:
        return None
    gap = footing.expected - footing.actual
    slip = off_by(total.mention.figure, -gap) or any(_slipped(count, rate, value, gap) for (count, rate), value in zip(pairs, products, strict=True))
    if not footing.holds and (not slip or digits(total.mention.figure) < TELLING):
        return None
    worked = in_unit(footing.expected, total.mention)
    sum_ = "+".join(f"{shown(count.mention)}×{shown(rate.mention)}" + "×12" * (_months(rate) > 1) for count, rate in pairs) + f"={worked}"
    figures = [one.mention for pair in pairs for one in pair]
    return recomputed(ClaimKind.FORMULA, [*figures, total.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _months(rate: Said) -> int:
    each = _EACH.fullmatch(rate.lead)
    return 12 if each and each["span"] == "月" else 1


def _slipped(count: Said, rate: Said, value: Decimal, gap: Decimal) -> bool:
    """Whether one slip in the number or in the rate explains the gap."""
    for one, other in ((count, rate), (rate, count)):
        figure, quantity = one.mention.figure, one.mention.figure.quantity.value
        due = (value - gap) / (value / quantity) if value else Decimal(0)
        due = due.scaleb(-figure.unit.shift)
        if due > 0 and due == due.quantize(figure.value) and one_slip(Figure(due.quantize(figure.value), figure.unit, figure.decimals), figure) and other.mention.figure.value:
            return True
    return False
