"""A total that the text states again, a digit or two off: one that stands alone beside one that is borne out.

An amount is held against a total of the text where nothing is worked out of it, it is stated once, it is called by the same noun, and a
slip (digits that changed places, a point out of place, one wrong digit with what it carries) leads from one to the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ziping.amounts import last_place
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.judging.slips import POINT, mistyped, moved_by, significant
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.naming import ALL_ELSE, names_agree
from ziping.prose.text.said import Said

__all__ = ["restated_claims"]

DIGITS, MANY_DIGITS = 4, 6  # significant digits from which a slip is no accident of one name, and printed digits from which it is none of one noun
ODDS, WAYS, MANY_WAYS = 20, 8, 100  # so many texts of its size show no such pair by chance, so many slips lead to one amount
_NOUNS = ("收入", "支出", "下拨", "拨付", "资金", "结余", "结转", "拨款", "投资", "经费", "补助", "费", "资产", "贷款")
_REVISED = re.compile(r"调整|追加|调增|调减|上年|去年|预算|计划|预计|比|较|原[先计定]?$|增加|减少|季度|\d月|半年|其中")
_GRANTED = re.compile(r"批复|安排|下达|核定|申请|概算|应")
_PERIOD = re.compile("全年|年度|本年|当年|总体|实际")
_OF_THE_YEAR, _WITH_ALL_ELSE = re.compile("合计(?:为|达|是|共)?$"), re.compile(f"(?:{ALL_ELSE})(?:为|达|是|共)?$")  # 收入合计 and 收入总量 are two totals
_LEFT = 18  # characters before an amount that say what it is


def restated_claims(spoken: Iterable[Sequence[Said]], made: Sequence[Claim], year: int | None) -> Iterator[Claim]:
    """One claim for every total that is stated again with a slip; nothing is said of those that agree."""
    money = [one for said in spoken for one in said if one.amount and one.mention.kind is Kind.MONEY and one.mention.figure.value > 0 and not one.price]
    times = Counter(one.mention.figure.quantity.value for one in money)
    used = {figure for claim in made if claim.verdict is not Verdict.UNSURE for figure in claim.figures}
    borne = {figure.figure.quantity.value for claim in made if claim.verdict is Verdict.HOLDS for figure in claim.figures}
    gaps = {one.mention.figure.quantity.value for one in money}
    totals: dict[Decimal, list[Said]] = {}
    for one in money:
        if not one.mention.loose and (times[one.mention.figure.quantity.value] > 1 or one.mention.figure.quantity.value in borne):
            totals.setdefault(one.mention.figure.quantity.value, []).append(one)
    alone = [one for one in money if not (one.mention in used or one.mention.loose or times[one.mention.figure.quantity.value] > 1 or one.serial)]
    for one in alone:
        value, length = one.mention.figure.quantity.value, significant(one.mention.figure)
        if not _nouns(one) or length < DIGITS or _REVISED.search(_called(one)) or 10**length < ODDS * (WAYS if length < MANY_DIGITS else MANY_WAYS) * len(alone) * len(totals):
            continue
        meant = [other for slip in _slips(one.mention) for other in totals.get(slip, ()) if _same(one, other, year)]
        if len({other.mention.figure.quantity.value for other in meant}) == 1 and abs(meant[0].mention.figure.quantity.value - value) not in gaps:
            first = meant[0].mention
            words = f"前后所述应为同一数：另一处为{shown(first)}，此处为{shown(one.mention)}，请核对。"
            yield Claim(ClaimKind.REPEAT, "", one.mention.start, one.mention.end, (first, one.mention), shown(one.mention), shown(first), Verdict.FAILS, words)


def _slips(mention: Mention) -> Iterator[Decimal]:
    """The amounts from which a slip leads to this one: of many digits one wrong digit too, with what it carries."""
    figure, value = mention.figure, mention.figure.quantity.value
    yield from moved_by(value, POINT)
    yield from (one.quantity.value for one in mistyped(figure, single=False))
    step = last_place(figure.decimals, figure.unit.shift)
    length = len(str(int(value / step)))
    for power in range(1, length) if length >= MANY_DIGITS else ():
        for digit in range(1, 10):
            gap = digit * step.scaleb(power)
            yield value + gap
            yield value - gap


def _called(one: Said) -> str:
    return re.split("[,，;；。:：、]", one.lead)[-1][-_LEFT:]


def _nouns(one: Said) -> set[str]:
    """The nouns that an amount is called by, right before and behind it."""
    words = _called(one) + (one.noun[:8] if one.noun.startswith("的") else "")
    return {noun for noun in _NOUNS if noun in words}


def _same(one: Said, other: Said, year: int | None) -> bool:
    """Whether both are called by one noun and may be of one year, both granted or both spent."""
    if one.mention.figure.unit != other.mention.figure.unit or _REVISED.search(_called(other)):
        return False
    if any(_OF_THE_YEAR.search(a.lead) and _WITH_ALL_ELSE.search(b.lead) for a, b in ((one, other), (other, one))):
        return False
    years = {(year or 0) + told.year if told.year is not None and told.year <= 0 else told.year for told in (one, other)} - {None}
    a, b = (str(told.mention.figure.value).replace(".", "") for told in (one, other))
    wide = len(a) >= MANY_DIGITS or len(a) > DIGITS and (sorted(a) == sorted(b) or one.mention.figure.value * 10 == other.mention.figure.value)
    called = wide and _nouns(one) & _nouns(other) - {"费"} or names_agree(*(_PERIOD.sub("", told.name) for told in (one, other)))
    return bool(called) and len(years) < 2 and bool(_GRANTED.search(_called(one))) == bool(_GRANTED.search(_called(other)))
