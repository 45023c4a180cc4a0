"""Rows that say how they divide what was told before: 按乡镇分:甲镇21公里、乙镇18公里、…; 残疾军人中,一至四级6人、….

Which amount they divide is told by the figures. Where one of the text is their sum, nothing is said; where none is, but one that they may
mean is but for a slip, that one was meant.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.misprints import exchanged
from ziping.prose.judging.slips import digits, tenfold
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, measure

__all__ = ["parcelled_claims"]

FAR = 60  # amounts before a row that one of its figures may be the total of
LONGEST = 60
LATELY = 14  # amounts right before a row, one of which it may divide without calling it
PER_TOTAL = 2  # how much longer the odds against chance must be for every amount that a row may divide
PART = 3  # a gap below the third part of the smallest is no part left out
_BY = re.compile(r"(?:^|[。;；,，、\s])(?:其中)?(?P<of>[^,，;；:：。\d按分]{0,12})(?:按|分)(?P<way>[^,，;；:：\d]{1,16}?)(?:分|统计|划分|来看|看|情况|分类|核算|人数|户数|金额|数量|支出|资金|面积)(?:别为|布|类)?[:：,，]?")
_WITHIN = re.compile(r"^[。\s]*(?P<way>[^,，;；:：。\d]{2,24})中[,，:：]?(?![央心小学介间期级等])")
_OPENS = re.compile(r"(?:^|[。,，;；\s])(?:其中|[^,，;；:：。\d]{0,6}包括(?=[:：])|(?P<way>[^,，;；:：。\d]{0,12}(?:明细|构成|分布|分配情况|支付情况|用途))(?:如下|为)?)[:：,，]?(?:\d[.、])?[^,，;；:：。\d]{1,24}$|^[^,，;；:：。]{0,12}(?:一季度|1[-至]3月|上半年)[^,，;；:：。\d]{0,6}$")
_LISTED = re.compile(r"^[^,，;；。:：、\d]{0,10}(?:[、,，;；]|\)[和及与]?)[^。:：]{0,60}$|^[和及与][^,，;；。:：]{0,24}$")
_ENDS = re.compile(r"合计|共计|总计|(?<!公)共(?![用同享])|加上|减去|扣除|比|较|同比|增加|减少|年初|年末|上年|去年|其余.{0,4}未|完成|占|预算执行|结余")


def parcelled_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every row that misses the one amount which it divides by a slip."""
    known = {figure for claim in judged if claim.kind in (ClaimKind.SUM, ClaimKind.PARTS) and claim.verdict is not Verdict.UNSURE for figure in claim.figures}
    held = {claim.figures[-1].figure.quantity.value for claim in judged if claim.kind is ClaimKind.SUM and claim.verdict is Verdict.HOLDS}
    for at, opener in enumerate(said):
        head = opener.amount and opener.mention.kind in (Kind.MONEY, Kind.COUNT) and not opener.price and (_BY.search(opener.lead) or not at and (_WITHIN.match(opener.lead) or _OPENS.search(opener.lead)))
        if not head:
            continue
        for row in _rows(said, at):
            told = [one for one in (*before.earlier[-FAR:], *said[:at]) if one.amount and not one.mention.loose and not one.price and one.mention.figure.unit.base == row[0].mention.figure.unit.base]
            if row[0].mention not in known and row[-1].mention not in known and (made := _judged(row, told, before, said, head, held)) is not None:
                yield made


_AIMED, _REACHED = re.compile("(?:目标|计划|指标|任务)(?:值|数|量)?(?:为|是|:)*$"), re.compile("(?:实际|完成|达到)(?:值|数|量)?(?:为|是|:)*$")  # 目标值125人,实际值132人


def _rows(said: Sequence[Said], at: int) -> Iterator[list[Said]]:
    """The amounts listed from here on, those of one unit for themselves: 甲类6人、支出3万元,乙类8人、支出4万元."""
    first = said[at]
    rows: dict[str, list[Said]] = {}
    for index in range(at, min(len(said), at + 3 * LONGEST)):
        one = said[index]
        if one.mention.depth > first.mention.depth or one.mention.kind is Kind.RATE:
            continue
        if one.mention.depth < first.mention.depth or not one.amount or one.mention.loose or index > at and (one.marker or not (_LISTED.match(one.lead) or len(one.lead) <= 1) or _ENDS.search(one.lead)):
            break
        if ("预算" in one.lead) != ("预算" in first.lead):
            break
        rows.setdefault(one.mention.figure.unit.base, []).append(one)
    if len({len(row) for row in rows.values()}) > 1:
        return  # 甲3台、乙2套、丙4台: of several units
    for row in rows.values():
        if _of_several(row) or any(_AIMED.search(one.lead) for one in row) and any(_REACHED.search(one.lead) for one in row):
            continue
        if 1 < len(row) <= LONGEST and row[0] in said[at : at + 2] and not any(one.price for one in row) and not row[-1].noun.startswith("等"):
            yield row


def _of_several(row: Sequence[Said]) -> bool:
    """Whether the amounts are of several measures in turn: 甲编制44人,在职6人;乙编制30人,在职7人."""
    measures = [measure(one) for one in row]
    return any(len(set(measures[:period])) == period and all(a == b for a, b in zip(measures, measures[period:], strict=False)) for period in range(2, len(row) // 2 + 1))


def _judged(row: Sequence[Said], told: Sequence[Said], before: Before, said: Sequence[Said], head: re.Match[str], held: Container[Decimal]) -> Claim | None:
    figures = [one.mention.figure for one in row]
    spans = [figures, figures[1:], *(figures[:count] for count in range(2, len(figures)))]
    if any((footing := foots(one.mention.figure, span)) is not None and footing.holds for one in told for span in spans if len(span) > 1):
        return None
    greatest = max(figure.quantity.value for figure in figures)
    named = head.groupdict()
    way, by = "".join(word for word in (named.get("of"), named.get("way")) if word), "of" in named
    above = [one for one in told if one.mention.figure.quantity.value > greatest]
    near = [one for one in above if one in said or one in before.told or one.mention.figure.quantity.value in held or _related(one, row, way)]
    odds = PER_TOTAL * len({one.mention.figure.quantity.value for one in near})
    slips = [(one, slip) for one in near if (slip := _slip(row, one, by, odds))]
    levels = [[one for one, _ in slips if one.mention.figure.quantity.value in held], *([one for one, slip in slips if slip == level] for level in (1, 2, 3))]
    levels.append([one for one in above[-LATELY:] if _exchanged(row, one, 10 * len({other.mention.figure.quantity.value for other in above[-LATELY:]}))])
    missed = next(({one.mention.figure.quantity.value: one for one in level} for level in levels if level), {})
    if len(missed) != 1:
        return None
    total = next(iter(missed.values()))
    footing = foots(total.mention.figure, figures)
    assert footing is not None
    worked = in_unit(footing.expected, max((one.mention for one in row), key=lambda mention: mention.figure.decimals or 0))
    sum_ = ("+".join(shown(one.mention) for one in row) if len(row) < 6 else "各项相加") + f"={worked}"
    return recomputed(ClaimKind.SUM, [*(one.mention for one in row), total.mention], Verdict.FAILS, worked, sum_)


def _related(total: Said, row: Sequence[Said], way: str) -> bool:
    """Whether the words of the row call the total: two characters that stand together in both, or a short form of its name."""
    called = total.lead[-16:] + total.noun[:8]
    words = [way, *(one.name for one in row[:2])]
    pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    return any(pair in called for pair in pairs) or len(way) > 1 and set(way) <= set(called)


def _exchanged(row: Sequence[Said], total: Said, odds: int) -> bool:
    return all(one.mention.figure.unit == total.mention.figure.unit for one in row) and exchanged([one.mention for one in row], total.mention, odds)


def _slip(row: Sequence[Said], total: Said, by: bool, odds: int) -> int:
    """What keeps the row from giving the total: 1 digits that changed places or a point out of place, 2 one digit below the smallest part, 3 one digit of a row that says by what it divides; 0 nothing of the kind."""
    figures = [one.mention for one in row]
    footing = foots(total.mention.figure, [figure.figure for figure in figures])
    if footing is None or footing.holds:
        return 0
    gap, least = abs(footing.difference), min(figure.figure.quantity.value for figure in figures)
    telling = len(row) > 2 or all(digits(figure.figure) > 1 for figure in figures)
    if telling and any(tenfold(figure.figure.quantity.value, footing.difference) for figure in figures):
        return 1
    if gap * 2 > footing.actual:
        return 0
    if _exchanged(row, total, odds):
        return 1
    if len(row) < 3 or len(gap.normalize().as_tuple().digits) > 1 and not _nines(gap):
        return 0
    return 2 if gap * PART <= least else 3 if by and gap * 8 <= footing.actual else 0


def _nines(gap: Decimal) -> bool:
    whole = gap.normalize().as_tuple().digits
    number = int("".join(str(digit) for digit in whole))
    return number % 9 == 0 and number < 90
