"""What income less spending leaves: 收支相抵,年终结余c; and spending above what there was to spend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from ziping.amounts import Footing, Quantity, Relation, foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.misprints import misprint
from ziping.prose.judging.slips import one_wrong
from ziping.prose.text.ending import goes_on
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import ALL_ELSE, total_words
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["surplus_claims"]

MOST = 5  # other amounts between an income and what is left
NEAR = 60  # characters from an income to what is left of it behind its spending
_OFFSET = re.compile(r"收支(?:总量|总计)?(?:相抵|轧抵|相减|品迭)")
_LEFT = re.compile(r"结余|结转|余额|赤字")
_OWN_LEFT = re.compile(r"(?:本年|当年|本期|当期|本年度)(?:度)?(?:收支)?(?:结余|结存)(?:决算)?(?:为|数)*$|收支结余(?:决算)?(?:为|数)*$")
_YEAR_END = re.compile(r"[,，;；。\s](?:年末|年终|当年|滚存)*(?:结转(?:和|与|及|、)?结余|结余|结转)(?:资金)?(?:为|数|共)*$")
_ALL_BUDGET = re.compile(r"(?:全年|调整后?)预算数?(?:为|共)?$")
_TO_SPEND = re.compile(r"可用(?:资金|财力)(?:为|共|达)*$")
_INCOME = re.compile(r"收入[^,，;；]{0,4}$")
_SPENDING = re.compile(r"支出[^,，;；]{0,4}$")
_INCOME_TOTAL, _SPENDING_TOTAL = total_words("收入"), total_words("支出")
_GRAND_INCOME, _GRAND_SPENDING = re.compile(f"收入(?:{ALL_ELSE})"), re.compile(f"支出(?:{ALL_ELSE})")  # with what goes elsewhere: 支出合计50亿元,加上解支出5亿元,支出总量55亿元
_SHARED_OUT = re.compile("分配|提取|计提|上缴|弥补")  # what is left of the year before
_OUT = re.compile(r"支出|还本|上解|调出|安排|补充")
_IN = re.compile(r"收入|结余|结转|转贷|调入|补助|拨款")
_OPENING = re.compile(r"年初结转|年初结余|上年结转|上年结余|期初结余|期初结转|上年度结")
_USABLE, _CAME = re.compile(r"可用(?:资金|财力)(?:总额|总量|合计)?(?:为|共|达)*$"), re.compile("收到|下达|到位|安排|拨入|争取")
_CARRIED = re.compile(r"加(?:上|计)?(?:年初|上年|期初|以前年度)")
_OWN_INCOME = re.compile(r"(?:本年|当年|本年度|全年|年度)(?:各项)?(?:总)?收入(?:合计|总计)?(?:为|共|数)*$")
_OWN_SPENDING = re.compile(r"(?:本年|当年|本年度|全年|年度)(?:各项)?(?:总)?支出(?:合计|总计)?(?:为|共|数)*$")


def surplus_claims(text: Text, sentence: Sentence, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for what 收支相抵 leaves; one that nobody can decide where spending is above what the sentence says there was."""
    match = _OFFSET.search(text.text, sentence.start, sentence.end)
    left = next((one for one in said if match and one.mention.start > match.end()), None)
    if left is not None and left.amount and left.mention.kind is Kind.MONEY and not left.mention.loose and _LEFT.search(left.lead):
        carried = _CARRIED.search(text.text, match.end(), left.mention.start) is not None  # type: ignore[union-attr]
        made = _left(left, [one for one in said if one.mention.start < left.mention.start], before, carried)
        if made is not None:
            yield made
    for index, one in enumerate(said):
        if one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose and not one.mention.depth and not match:
            told = [*(s for s in before.told if s not in said), *said[:index]]
            made = _own_left(one, told) if _OWN_LEFT.search(one.lead) else _year_end(one, told) if _YEAR_END.search("。" + one.lead) else None
            if made is not None:
                yield made
    yield from _overspent(said)
    yield from _usable(said, before)


def _usable(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`收到补助90万元,其中…。上年结转6万元,可用资金总额96万元`: of what came in and what was carried over; it fails only by a slip."""
    for carried, total in zip(said, said[1:], strict=False):
        if not _OPENING.search(carried.lead) or not _USABLE.search(total.lead) or any(not one.amount or one.mention.loose or one.mention.kind is not Kind.MONEY or one.mention.depth for one in (carried, total)):
            continue
        told = [one for one in (*before.told, *said[: said.index(carried)]) if one.amount and not one.mention.loose and one.mention.figure.unit.base == total.mention.figure.unit.base]
        came = next((one for one in told if _CAME.search(one.lead) and not one.marker), None)
        gives = [foots(total.mention.figure, [one.mention.figure, carried.mention.figure]) for one in told]
        footing = foots(total.mention.figure, [came.mention.figure, carried.mention.figure]) if came else None
        if came is None or footing is None or any(one is not None and one.holds for one in gives) and not footing.holds:
            continue
        alone = not goes_on(said, said.index(total)) and _nothing_besides(came, told)
        if footing.holds or alone and one_wrong([came.mention, carried.mention], total.mention):
            yield _told(total, [(1, came), (1, carried)], footing)


def _nothing_besides(came: Said, told: Sequence[Said]) -> bool:
    """Whether the paragraph has told nothing but what came in, and perhaps the list of all it consists of, but for a slip."""
    parts = [one.mention for one in told[1:]]
    footing = foots(came.mention.figure, [part.figure for part in parts]) if parts else None
    return told[0] is came and (not parts or bool(told[1].marker) and footing is not None and (footing.holds or one_wrong(parts, came.mention)))


def _own_left(left: Said, told: Sequence[Said]) -> Claim | None:
    """`收入a,其中…。支出b。本年收支结余c`: of the first income of the paragraph and the one spending behind it."""
    money = [one for one in told if one.amount and one.mention.kind is Kind.MONEY and not one.mention.depth]
    whole, spent = ([one for one in money if words.search(one.lead)] for words in (_INCOME_TOTAL, _SPENDING_TOTAL))  # 甲收入a、乙收入b,两项收入合计c;支出合计d
    if not len(whole) == len(spent) == 1:
        whole, spent = (
            [one for one in money if all_else.search(one.lead)] or [one for one in money if words.search(one.lead) and not one.marker]
            for words, all_else in ((_INCOME, _GRAND_INCOME), (_SPENDING, _GRAND_SPENDING))
        )
    spent = [one for one in spent if whole and one.mention.start > whole[0].mention.start]
    if len(money) > 1 and _INCOME.search(money[-2].lead) and _SPENDING.search(money[-1].lead):  # …;乙收入a,支出b,当年结余c
        nearest = _balance(left, [(1, money[-2]), (-1, money[-1])], True)
        own = not re.match("[,，、(]", money[-2].lead) and all(re.match("[,，]", one.lead) for one in (money[-1], left))
        if nearest is not None and (nearest.verdict is Verdict.HOLDS or own and left.mention.start - money[-2].mention.end < NEAR):
            return nearest
    plain = len(spent) == 1 and not any(re.search("预算", one.lead[-5:]) for one in (whole[0], spent[0]))
    made = _balance(left, [(1, whole[0]), (-1, spent[0])], True) if plain else None
    others = [one for one in told if plain and one.amount and one.mention.kind is Kind.MONEY and one.mention.start > whole[0].mention.start and one is not spent[0]]
    return None if made is not None and made.verdict is Verdict.FAILS and _with_others(left, [(1, whole[0]), (-1, spent[0])], others) else made


def _with_others(left: Said, signed: Sequence[tuple[int, Said]], others: Sequence[Said]) -> bool:
    """Whether other money that came in or went out between gives what is left: 收入9万元,上年结转2万元,支出8万元,上缴1万元,结余2万元."""
    others = [one for one in others if one.mention.figure.unit.base == left.mention.figure.unit.base][-MOST:]
    terms = [_signed(sign, one) for sign, one in signed]
    ways = product((-1, 0, 1), repeat=len(others))
    return any((footing := foots(left.mention.figure, [*terms, *(_signed(sign, one) for sign, one in zip(way, others, strict=True) if sign)])) is not None and footing.exact for way in ways)


def _year_end(left: Said, told: Sequence[Said]) -> Claim | None:
    """`收入总计a,支出总计b,年末结余c`: other money may have come in between, so that only a wrong digit is held against it."""
    money = [one for one in told if one.amount and one.mention.kind is Kind.MONEY and not one.mention.depth]
    if any(_OPENING.search(one.lead) for one in money[-3:]) or _SHARED_OUT.search(left.lead):
        return None  # what was carried over is part of what is left
    income = next((one for one in reversed(money) if _INCOME_TOTAL.search(one.lead) or _TO_SPEND.search(one.lead)), None)
    income = income or next((one for one in reversed(money) if _ALL_BUDGET.search(one.lead)), None)
    behind = money[money.index(income) + 1 :] if income else []
    spent = [one for one in behind if _GRAND_SPENDING.search(one.lead)][-1:] or [one for one in behind if _SPENDING.search(one.lead) and not one.marker]
    if income is None or not spent:
        return None
    made, signed = _balance(left, [(1, income), (-1, spent[0])], False), [(1, income), (-1, spent[0])]
    others = [one for one in told if one.amount and one.mention.kind is Kind.MONEY and one.mention.start > income.mention.start and one is not spent[0]]
    return None if made is not None and made.verdict is Verdict.FAILS and _with_others(left, signed, others) else made


def _balance(left: Said, signed: Sequence[tuple[int, Said]], certain: bool) -> Claim | None:
    if any(one.mention.loose or one.mention.figure.unit.base != left.mention.figure.unit.base for _, one in signed):
        return None
    footing = foots(left.mention.figure, [_signed(sign, one) for sign, one in signed])
    if footing is None or not footing.holds and not certain and (not footing.expected or "滚存" in left.lead) or not footing.holds and not certain and not misprint([signed[1][1], left], signed[0][1].mention):
        return None
    return _told(left, signed, footing)


def _told(left: Said, signed: Sequence[tuple[int, Said]], footing: Footing) -> Claim:
    worked = in_unit(footing.expected, left.mention)
    sum_ = "".join(("+" if sign > 0 else "-") + shown(one.mention) for sign, one in signed).removeprefix("+") + f"={worked}"
    return recomputed(ClaimKind.BALANCE, [*(one.mention for _, one in signed), left.mention], verdict_of(footing.holds), worked, sum_)


def _left(left: Said, here: Sequence[Said], before: Before, carried: bool) -> Claim | None:
    """Of the two totals stated last, else of the items of the sentence (or the one before), each of which is income or spending. carried: with what the year began with."""
    told = [one for one in here or [*before.earlier[-16:]] if one.mention.kind is Kind.MONEY and not one.mention.depth]
    income = next((one for one in reversed(told) if _INCOME_TOTAL.search(one.lead)), None)
    spending = next((one for one in reversed(told) if _SPENDING_TOTAL.search(one.lead)), None)
    if income is not None and spending is None and "赤字" in left.lead:  # …收入总量a。…支出b,…。收支总量相抵,赤字c
        spending = next((one for one in reversed(told) if _SPENDING.search(one.lead) and one.mention.start > income.mention.start), None)
    items = [one for one in here or before.previous if one.mention.kind is Kind.MONEY and not one.mention.depth]
    if income is not None and spending is not None and income.mention.start < spending.mention.start and (here or not _signs(items) or spending in items):
        signed = [(1, income), (-1, spending)]
    else:
        signed = _signs(items)
    signed = [(-sign, one) for sign, one in signed] if "赤字" in left.lead else signed
    if len({sign for sign, _ in signed}) < 2 or any(one.mention.loose or not one.amount for _, one in signed):
        return None
    opening = next((one for one in reversed(told) if _OPENING.search(one.lead)), None)
    if carried and not any(one is opening for _, one in signed):
        if opening is None or opening.mention.loose:
            return None
        signed = [(1, opening), *signed]
    footing = foots(left.mention.figure, [_signed(sign, one) for sign, one in signed])
    if footing is None or footing.expected < 0 and (income is None or spending is None or len(signed) > len((income, spending))):
        return None  # items of which more went out than came in: they are not all that came in
    fresh = foots(left.mention.figure, [_signed(sign, one) for sign, one in signed if not _LEFT.search(one.lead)])
    if not footing.holds and fresh is not None and fresh.holds:
        signed, footing = [pair for pair in signed if not _LEFT.search(pair[1].lead)], fresh
    return _told(left, signed, footing) if footing.holds or not carried else None  # what was taken back or added meanwhile goes unsaid


def _signs(items: Sequence[Said]) -> list[tuple[int, Said]]:
    """Income +1, spending −1; nothing where one of the items is neither."""
    signed = [(-1 if _OUT.search(one.lead) else 1 if _IN.search(one.lead) else 0, one) for one in items]
    return signed if all(sign and not re.search("其中|合计|总计", one.lead) for sign, one in signed) else []


def _signed(sign: int, one: Said) -> Quantity:
    quantity = one.mention.figure.quantity
    return quantity if sign > 0 else -quantity


def _overspent(said: Sequence[Said]) -> Iterator[Claim]:
    """`年初结余a,本年收入b,本年支出c`: c above a + b needs a look; loans and transfers may explain it."""
    amounts = [one for one in said if one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose and not one.mention.depth]
    three = [next((one for one in amounts if words.search(one.lead)), None) for words in (_OPENING, _OWN_INCOME, _OWN_SPENDING)]
    opening, income, spending = three
    if opening is None or income is None or spending is None or any(one.year == -1 for one in (income, spending)):
        return
    most = foots(spending.mention.figure, [opening.mention.figure, income.mention.figure])
    within = foots(Quantity(most.expected if most else Decimal(0), Decimal(0)), [spending.mention.figure], Relation.AT_MOST)
    if most is None or most.holds or within is None or within.holds:
        return
    worked = in_unit(most.expected, spending.mention)
    sum_ = f"支出超过可用的资金：{shown(opening.mention)}+{shown(income.mention)}={worked}"
    yield recomputed(ClaimKind.BALANCE, [opening.mention, income.mention, spending.mention], Verdict.UNSURE, f"不超过{worked}", sum_)
