"""The money carried over a year, told sections apart: 年初结转和结余 + 本年收入 + 使用结余 = 本年支出 + 结余分配 + 年末结转和结余.

All money and 财政拨款 are two accounts; an account says what each item is once, however often it says it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ziping.amounts import Quantity, foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, recomputed, shown
from ziping.prose.judging.grouping import gives
from ziping.prose.judging.slips import carried, one_slip_off
from ziping.prose.text.figures import Kind
from ziping.prose.text.outline import headings
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["unspent_claims", "yearend_claims"]

_END = r"(?:资金)?(?:决算)?(?:数|为|共|是|:)*$"
_YEAR = r"^(?:\d[.、])?(?:(?:19|20)\d\d年(?:度)?|全年|当年)(?:全年)?(?:实际|共|部门|单位|本部门|本单位|我[院局校站所镇乡]|全[院局校站所镇乡]|本[院局校站所镇乡级]|医院|学校|街道)*"
_ITEMS = {
    "opening": re.compile(r"(?:年初|上年)(?:度)?(?:财政拨款)?(?:结转(?:(?:和|与|及|、)?结余)?|结余)" + _END),
    "income": re.compile(r"(?:(?:本年|当年)(?:度)?(?:财政拨款)?收入(?:合计|总计)?|(?:年度?|局|财政拨款)收入合计|(?:^|年度?)(?:总收入|决算收入)|" + _YEAR + r"(?:总?收入|收入合计))" + _END),
    "drawn": re.compile(r"(?:使用|动用|用)(?:非财政拨款结余|专用结余|事业基金)(?:\([^()]*\))?(?:和专用结余)?(?:弥补[^,，;；]{0,6})?" + _END),
    "spending": re.compile(r"(?:(?:本年|当年)(?:度)?(?:财政拨款)?支出(?:合计|总计)?|(?:年度?|局|财政拨款)支出合计|^财政拨款支出|(?:^|年度?)(?:总支出|决算支出)|" + _YEAR + r"(?:总?支出|支出合计)|(?:^|年度?)(?:费用(?:总额|合计)|总费用))" + _END),
    "shared": re.compile(r"结余分配" + _END),
    "own": re.compile(r"(?:^|当年|本年度?|年度)收支结余" + _END),
    "closing": re.compile(r"年末(?:财政拨款)?(?:结转(?:(?:和|与|及|、)?结余)?|结余)" + _END),
}
_WITH_OPENING = re.compile(r"收入总计" + _END)
_WITH_CLOSING = re.compile(r"支出总计" + _END)
_BOTH = re.compile(r"收、?支(?:出)?总计(?:均|各|数|为|是|:)*$")
_ONE_FUND = re.compile(r"财政拨款|一般公共预算|政府性基金|国有资本经营|专户|彩票")
_OTHER = re.compile(r"比|较|与|同期|去年|预算数?(?:为)?$|基本支出|项目支出|其中|完成|经费")
_FUNDS = re.compile(r"一般公共预算|政府性基金|国有资本经营|彩票")


@dataclass(slots=True)
class _Account:
    """What the text says of one account: every item with the sayings of it."""

    items: dict[str, list[Said]] = field(default_factory=dict)

    def one(self, item: str) -> Said | None:
        """The item, where all that the text says of it may be one amount; the saying with the most digits."""
        told = self.items.get(item, [])
        if not told:
            return None
        best = max(told, key=lambda one: -one.mention.figure.quantity.slack)
        same = all((footing := foots(one.mention.figure, [best.mention.figure])) is not None and footing.holds for one in told)
        return best if same else None


def yearend_claims(text: Text, spoken: Iterable[Sequence[Said]], year: int | None, made: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every account whose opening, income, spending and closing are told. An item may go unsaid where one is of no
    such kind: it fails where one wrong digit explains it, or the totals leave no room for such an item. made: claims of single sentences, which are not told again."""
    told = {figure for claim in made if claim.kind is ClaimKind.BALANCE for figure in claim.figures}
    for fund, account in _accounts(text, spoken, year).items():
        parts = {item: account.one(item) for item in ("opening", "income", "drawn", "spending", "shared", "closing")}
        if any(parts[item] is None and item in account.items for item in parts if item != "closing"):
            continue
        own = account.one("own")
        if own is not None and parts["income"] and parts["spending"] and own.mention not in told:
            yield from _claim([(1, parts["income"]), (-1, parts["spending"])], own)
        sources = [one for item in ("opening", "income", "drawn") if (one := parts[item])]
        uses = [one for item in ("spending", "shared", "closing") if (one := parts[item])]
        closing = parts["closing"]
        if parts["opening"] and parts["income"] and parts["spending"]:
            balance = [(1, one) for one in sources] + [(-1, one) for one in uses if one is not closing]
            told_ways = [closing] if closing is not None else account.items.get("closing", [])
            made_ways = [made for one in told_ways if one.mention not in told for made in _claim(balance, one)]
            if closing is not None or any(made.verdict is Verdict.HOLDS for made in made_ways):
                yield from made_ways  # of two amounts left one may foot
        if closing is None and "closing" in account.items:
            continue
        received, used = account.one("received"), account.one("used")
        whole = received is not None and parts["opening"] is not None and parts["income"] is not None and gives(sources, received)
        if received is not None and parts["opening"] is not None and len(sources) > 1:
            yield from _claim([(1, one) for one in sources], received)
        if used is not None and closing is not None and len(uses) > 1:
            certain = whole and parts["spending"] is not None and gives([received], used) and (fund == "fiscal" or parts["shared"] is not None or _above(uses, used))  # type: ignore[list-item]
            yield from _claim([(1, one) for one in uses], used, certain)


def _accounts(text: Text, spoken: Iterable[Sequence[Said]], year: int | None) -> dict[str, _Account]:
    accounts = {"all": _Account(), "fiscal": _Account()}
    marks = [mark for mark in headings(text.text) if mark.title]
    starts = [mark.start for mark in marks]
    for said in spoken:
        for one in said:
            mention = one.mention
            if not one.amount or mention.kind is not Kind.MONEY or mention.loose or one.price or one.year == -1 and "结" not in one.lead:
                continue
            lead = re.split("[,，;；。:：、(]", one.lead.replace("收、支", "收支"))[-1]
            items = [item for item, words in _ITEMS.items() if words.search(lead)]
            items += ["received"] * bool(_WITH_OPENING.search(lead) or _BOTH.search(lead)) + ["used"] * bool(_WITH_CLOSING.search(lead) or _BOTH.search(lead))
            if not items or _OTHER.search(lead) or year and one.year is not None and one.year > 0 and one.year != year:
                continue
            scope = _scope(text, one, marks, starts, said)
            if scope is not None:
                for item in items:
                    accounts[scope].items.setdefault(item, []).append(one)
    return accounts


def _scope(text: Text, one: Said, marks: Sequence, starts: Sequence[int], said: Sequence[Said]) -> str | None:  # noqa: ANN001
    """The account of a saying: 财政拨款 by its words, its sentence or the headings above it; None where it is a fund within."""
    words = text.text[max(0, said[0].mention.start - 40, text.text.rfind("\n", 0, said[0].mention.start)) : one.mention.start]
    words = re.split("[。;；]", words)[-1].replace("非财政拨款结余", "")
    above, rank = [], 99
    for mark in marks[max(0, bisect_right(starts, one.mention.start) - 24) : bisect_right(starts, one.mention.start)][::-1]:
        if mark.rank < rank:
            above.append(mark.text)
            rank = mark.rank
    if _FUNDS.search(words) or _FUNDS.search("".join(above)):
        return None
    return "fiscal" if "财政拨款" in words + "".join(above) else None if _ONE_FUND.search(words) else "all"


def _above(parts: Sequence[Said], total: Said) -> bool:
    """Whether they are more than the total, which nothing left unsaid can explain."""
    return sum(one.mention.figure.quantity.value for one in parts) > total.mention.figure.quantity.value


def _claim(terms: Sequence[tuple[int, Said]], total: Said, certain: bool = False) -> Iterator[Claim]:
    signed = [one.mention.figure.quantity if sign > 0 else -one.mention.figure.quantity for sign, one in terms]
    footing = foots(total.mention.figure, signed)
    if footing is None:
        return
    if not footing.holds and (odd := _odd_unit([*terms, (-1, total)])) is not None:
        words = f"{shown(odd.mention)}的单位与其他各数不同；若单位相同，收支与结转正好相符，请核对单位。"
        yield claim(ClaimKind.UNIT, [*(one.mention for _, one in terms), odd.mention], Verdict.FAILS, shown(odd.mention), f"{odd.mention.figure.value}{next(one.mention.figure.unit.text for _, one in terms if one is not odd)}", words)
        return
    gap = footing.expected - footing.actual
    slip = one_slip_off(total.mention.figure, ((sign, one.mention.figure) for sign, one in terms), -gap) or carried(total.mention.figure, gap) or footing.expected in (footing.actual * 10, footing.actual / 10)
    if footing.holds or slip or certain:
        worked = in_unit(footing.expected, total.mention)
        sum_ = "".join(("+" if sign > 0 else "-") + shown(one.mention) for sign, one in terms).removeprefix("+") + f"={worked}"
        verdict = Verdict.HOLDS if footing.holds else Verdict.FAILS
        yield recomputed(ClaimKind.BALANCE, [*(one.mention for _, one in terms), total.mention], verdict, worked, sum_)


def _odd_unit(terms: Sequence[tuple[int, Said]]) -> Said | None:
    """The one figure in another unit than all others, where all of one unit would balance."""
    units = [one.mention.figure.unit.text for _, one in terms]
    odd = [one for _, one in terms if units.count(one.mention.figure.unit.text) == 1]
    if len(odd) != 1 or len(set(units)) != 2 or len(terms) < 3:
        return None
    footing = foots(Quantity(Decimal(0)), [Quantity(sign * one.mention.figure.value) for sign, one in terms])
    return odd[0] if footing is not None and footing.exact else None


_BUDGET = re.compile(r"(?:全年|调整后|调整)(?:的)?预算(?:数)?(?:为|共)?$|可(?:用|支配)(?:的)?(?:资金|财力)(?:为|共)?$|资金总额(?:为)?$")
_SPENT = re.compile(r"(?:全年|累计|实际|共|本年)支出(?:为|了|共)?$|全年执行(?:数)?(?:为)?$")
_LEFT = re.compile(r"(?:年末|年终|期末)?(?:结转|结余)(?:结余|下年)?(?:资金)?(?:为)?$")


def unspent_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`全年预算a。全年支出b,年末结转c`: money may also have been given back, so that only a slip is held against it."""
    told = [one for one in (*(s for s in before.told if s not in said), *said) if one.amount and one.mention.kind is Kind.MONEY and not one.mention.depth]
    for at, left in enumerate(told):
        if left not in said or not _LEFT.search(left.lead) or at < 2 or any(one.mention.loose for one in told[at - 2 : at + 1]):
            continue
        spent, rest = told[at - 1], told[: at - 1]
        budget = next((one for one in reversed(rest) if _BUDGET.search(one.lead)), None)
        if budget is not None and _SPENT.search(spent.lead) and not budget.mention.loose:
            yield from _claim([(1, budget), (-1, spent)], left)
