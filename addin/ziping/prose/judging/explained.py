"""What else in the text explains a claim that fails: then it was probably bound to the wrong figures, and nobody can be held to it.

A list that misses its total by just a figure that stands beside it has a part that was not recognised; a rate that fits another base nearby is
the rate of that base. Figures that the claim itself uses explain nothing, told again or misprinted: a growth over this year's figure instead of last year's stays an error.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from ziping.amounts import foots, ratio, read_figure
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict
from ziping.prose.judging.farfetched import farfetched
from ziping.prose.judging.misbound import Places
from ziping.prose.judging.ofyears import Years
from ziping.prose.judging.otherwise import read_otherwise
from ziping.prose.judging.owntotals import OwnTotals
from ziping.prose.judging.slips import digits, one_slip, significant, slip_of
from ziping.prose.judging.toldagain import by_name, told_again
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["with_explained"]

BY = 2  # figures right before and behind it
AROUND = 24  # figures before and after a claim that may explain it
DIGITS = 3  # significant digits from which a figure is met by chance seldom enough
REACH = 80  # amounts before and behind a list that another reading may take in
BESIDE = 3  # characters between a share and the whole that it names by its amount
FEW = 6  # shares behind one another that may be of one whole
APART = 60  # characters between a share's own part and a whole that stands elsewhere
NAME = 24  # characters before an amount that its name stands in
_REMARK = re.compile(r"[(](?:不?含|不?包含|不?包括|剔除|扣除|未含|未剔除|按|以)[^()]*[)][^()\d,，。;；]{0,3}$")
_GENERAL = re.compile(r"[(（\s].*|全部|全年|本年度?|当年|年度|部门|单位|总额|总量|总数|合计|总计|支出|收入|经费|资金|预算|决算|的")
_FROM = re.compile(r"[比较与][^,，;；。、\d]{0,8}(?:\d{4}年)?[^,，;；。、\d]{0,6}$")
_ONE_BREATH = re.compile(r"[,，、(]?(?:同比|增幅|降幅|增长率?|下降|减少|增加|上升|提高|为|达){0,2}")
_OF = re.compile(r"占(?P<of>[^占,，;；:：\d]{0,20}?)(?:总额|总数|数|额)?的?(?:比重|比例|比)?(?:为|约|达)?\s*$")


def with_explained(claims: Sequence[Claim], said: Sequence[Said], text: str, year: int | None = None) -> list[Claim]:
    """The claims, those that fail as unsure where a figure of `said` (all of the text, in its order) explains them. year: the report's."""
    claims = _of_one_other_whole(claims)
    page = _Page(claims, said, text, year)
    return [replace(one, verdict=Verdict.UNSURE) if one.verdict is Verdict.FAILS and _is_explained(_Case(one, page)) else one for one in claims]


class _Page:
    """All that the text tells, in its order, and what its claims say together."""

    def __init__(self, claims: Sequence[Claim], said: Sequence[Said], text: str, year: int | None) -> None:
        self.text, self.years = text, Years(said, year, text)
        self.told = [one.mention for one in said]
        self.starts = [mention.start for mention in self.told]
        self.amounts = [one for one in said if one.amount]
        self.places = [one.mention.start for one in self.amounts]
        self.told_right = {_between(one) for one in claims if one.verdict is Verdict.HOLDS and one.kind is ClaimKind.CHANGE}
        self.printed = Places(self.told, {one.mention.start for one, behind in pairwise(said) if behind.explicit}, text)
        wrong = [one for one in claims if one.verdict is Verdict.FAILS and one.kind in (ClaimKind.SUM, ClaimKind.BALANCE)]
        self.meant = {one.figures[-1].start: (one, due.quantity.value) for one in wrong if (due := read_figure(one.recomputed)) is not None}  # by what they ought to be
        self.own = OwnTotals(claims, text)
        self.divided = Counter(one.figures[-1].start for one in claims if one.kind is ClaimKind.SUM)  # totals, by how many lists

    @cached_property
    def named(self) -> Mapping[tuple[str, Decimal], list[Said]]:
        """The amounts by their names and values."""
        return by_name(self.amounts)

    def amount_at(self, start: int) -> Said | None:
        """The amount that begins at a place, if one does."""
        at = bisect_left(self.places, start)
        return self.amounts[at] if at < len(self.places) and self.places[at] == start else None

    def between(self, start: int, end: int, more: int = 0) -> Sequence[Mention]:
        """The figures that begin between two places, and so many more on either side."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.told[max(0, first - more) : last + more]


@dataclass(frozen=True)
class _Case:
    """A claim that fails, on its page."""

    claim: Claim
    page: _Page

    @cached_property
    def near(self) -> Sequence[Mention]:
        """What stands around it and may be a witness: not the claim's own figures, told again or misprinted."""
        told = self.page.between(self.claim.start, self.claim.end, AROUND)
        return [one for one in told if not one.loose and not any(_twin(one, figure) for figure in self.claim.figures)]

    @cached_property
    def named(self) -> str:
        """The whole by the words of its share, 公用经费 of 占公用经费的9%; "" where it names none."""
        stated = self.claim.figures[-1]
        words = _OF.search(self.page.text, max(0, stated.start - NAME), stated.start)
        return words["of"] if words else ""

    @cached_property
    def tells_its_whole(self) -> bool:
        """Whether a share names its whole in the words that stand before that amount."""
        whole = self.claim.figures[-2]
        return bool(self.named) and self.named in self.page.text[max(0, whole.start - NAME) : whole.start]


def _between(claim: Claim) -> tuple[frozenset[int], Kind]:
    """The two amounts of a change, and whether it is told as an amount or as a rate: told right once, what else stands there is of something else."""
    *sides, stated = claim.figures
    return frozenset(side.start for side in sides), stated.kind


def _of_one_other_whole(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, where shares of one whole told paragraphs before fail together and agree on another: theirs goes untold."""
    failing = [one for one in claims if one.kind is ClaimKind.SHARE and one.verdict is Verdict.FAILS and len(one.figures) == 3 and one.figures[2].figure.value and one.figures[0].figure.value]
    spared: set[int] = set()
    for at, one in enumerate(failing):
        for other in failing[at + 1 : at + 1 + FEW]:
            part, whole, share = (figure.figure for figure in one.figures)
            if one.figures[1] is other.figures[1] and one.figures[0].start - one.figures[1].end > APART and (first := ratio(part, share)) is not None:
                second = ratio(other.figures[0].figure, other.figures[2].figure)
                footing = foots(first, [second]) if second is not None else None
                if footing is not None and footing.holds and not slip_of(one.figures[1].figure, first.value):
                    spared |= {id(one), id(other)}
    return [replace(one, verdict=Verdict.UNSURE) if id(one) in spared else one for one in claims]


def _with_what_a_bracket_says(case: _Case) -> bool:
    """Whether the name of a rate of two amounts says in a bracket what else it takes in or leaves out: 完成率(含基本完成)97%."""
    stated = case.claim.figures[-1]
    return len(case.claim.figures) == 3 and _REMARK.search(case.page.text, max(0, stated.start - NAME), stated.start) is not None


def _of_what_was_meant(case: _Case) -> bool:
    """Whether a share is right of what its whole, told wrong in another paragraph, ought to be: that error is told there."""
    part, whole, stated = case.claim.figures[0], case.claim.figures[-2], case.claim.figures[-1]
    told, due = case.page.meant.get(whole.start, (None, None))
    if told is None or not due or part in told.figures or "\n" not in case.page.text[whole.end : stated.start]:
        return False
    rate = stated.figure.quantity
    return digits(stated.figure) >= DIGITS and abs(part.figure.quantity.value / due - rate.value) <= rate.slack


def _otherwise_told(case: _Case) -> bool:
    """Whether its two amounts are told right once: what else stands there is of something else."""
    return _between(case.claim) in case.page.told_right


def _led_astray(case: _Case) -> bool:
    """Whether no error of people leads from its figures to what it states; not asked of a share that names the whole it was bound to."""
    claim = case.claim
    return not (claim.kind is ClaimKind.SHARE and case.tells_its_whole) and farfetched(claim, case.page.text, case.page.between(claim.start, claim.end))


def _of_a_named_other(case: _Case) -> bool:
    """Whether a share names a whole of which nothing is heard where the amount stands that was taken for it: 培训费18万元、教学耗材70万元,培训费占公用经费的9%."""
    if len(case.claim.figures) > 3:
        return False  # of one that goes untold
    whole, what = case.claim.figures[-2], _GENERAL.sub("", case.named)
    heard = case.page.text[max(0, whole.start - 2 * NAME) : whole.start]
    return len(what) > 1 and not any(what[at : at + 2] in heard for at in range(len(what) - 1))


def _of_two_between(case: _Case) -> bool:
    """Whether the parts come to two amounts that stand together between them and the total: 新开工14个,完工17个,在建7个;其中道路13个、桥梁11个."""
    *parts, total = case.claim.figures
    if case.page.divided[total.start] != 1:
        return False
    there = case.page.between(total.end, min(part.start for part in parts))
    near = [one for one in there if one.kind is total.kind and one.figure.unit == total.figure.unit]
    due = sum(part.figure.quantity.value for part in parts)
    return any(a.figure.quantity.value + b.figure.quantity.value == due for a, b in zip(near, near[1:], strict=False))


def _of_another_year(case: _Case) -> bool:
    """Whether its words tell of another year than its whole, its plan or its base is of."""
    return case.page.years.apart(case.claim)


def _has_its_own_total(case: _Case) -> bool:
    """Whether its parts have a total of their own beside them, and this one stands elsewhere."""
    return case.page.own.elsewhere(case.claim)


def _is_one_of_its_parts(case: _Case) -> bool:
    """Whether the total, told in a sentence before, is the amount of one of several parts: 增加其他资金7000万元。其中:财政拨款751.8万元;其他收入7000万元."""
    *parts, total = case.claim.figures
    told = [part.figure.quantity.value for part in parts if part.figure.value]
    return len(told) > 1 and total.figure.quantity.value in told and "。" in case.page.text[total.end : min(part.start for part in parts)]


def _misses_one(case: _Case) -> bool:
    """The parts and the total are apart by just one figure of the same kind: one right beside the list, or one of enough digits."""
    *parts, total = case.claim.figures
    beside = case.page.between(case.claim.start, case.claim.end, BY)
    gap = abs(total.figure.quantity.value - sum(part.figure.quantity.value for part in parts))
    slack = min(sum((figure.figure.quantity.slack for figure in case.claim.figures), Decimal(0)), gap / 50)
    witnesses = (one for one in case.near if _telling(one) or significant(one.figure) > 1 and one.figure.unit == total.figure.unit and one in beside)
    return any(one.kind is total.kind and abs(abs(one.figure.quantity.value) - gap) <= slack for one in witnesses)


def _exactly_to_another(case: _Case) -> bool:
    """A balance that is right to the last digit between one of its figures and another one nearby."""
    return _leads_to_another(case, Decimal(0))


def _of_another(case: _Case) -> bool:
    """A rate or a difference that is right of another amount nearby; of a share that says of which it is only where that whole stands far off."""
    *sides, stated = case.claim.figures
    if case.claim.kind is ClaimKind.SHARE and _names_its_whole(case):
        nearer = [one for one in case.near if sides[-1].end < one.start < stated.start]
        return "\n" in case.page.text[sides[-1].end : stated.start] and _telling(stated) and _fits_another(case.claim, nearer)
    if stated.kind is Kind.RATE:
        return not _in_one_breath(case) and _fits_another(case.claim, case.near)
    return _leads_to_another(case, stated.figure.quantity.slack)


def _in_one_breath(case: _Case) -> bool:
    """Whether a change tells its base, what came to it or went, and its rate one right behind the other: 比上年的8764件增加484件,增长8.87%."""
    first, last = (pick(case.claim.figures, key=lambda one: one.start) for pick in (min, max))
    there = case.page.between(first.start, last.end)
    based = _FROM.search(case.page.text, max(0, first.start - NAME), first.start) is not None
    return based and case.claim.kind is ClaimKind.CHANGE and len(there) == len(case.claim.figures) and _ONE_BREATH.fullmatch(case.page.text, there[1].end, last.start) is not None


def _names_its_whole(case: _Case) -> bool:
    """Whether a share says of which amount it is, by that amount or its name, or is too short for another amount to fit it by no accident."""
    *sides, stated = case.claim.figures
    return digits(stated.figure) < DIGITS or len(sides) != 2 or 0 <= stated.start - sides[-1].end <= BESIDE or case.tells_its_whole


def _less_what_stands_between(case: _Case) -> bool:
    """A growth that is right of the one amount less what stands between the two: 预算12万元,支出比预算节约2.14万元,比上年的10.95万元下降9.95%."""
    *sides, stated = sorted(case.claim.figures, key=lambda one: one.start)
    if case.claim.figures[-1].kind is not Kind.RATE or len(sides) != 2 or not _telling(stated) or not sides[1].figure.value:
        return False
    first, then = (abs(side.figure.quantity.value) for side in sides)
    between = [abs(one.figure.quantity.value) for one in case.near if one.kind is sides[0].kind and sides[0].end < one.start < sides[1].start]
    return any(abs(abs(first - less - then) / then - abs(stated.figure.quantity.value)) <= stated.figure.quantity.slack for less in between)


def _listed_otherwise(case: _Case) -> bool:
    """A list of two parts at least that has another reading among the amounts that stand around it."""
    figures, page = case.claim.figures, case.page
    first, last = (bisect_left(page.places, pick(one.start for one in figures)) for pick in (min, max))
    return len(figures) > 1 and read_otherwise(case.claim, page.amounts[max(0, first - REACH) : last + 1 + REACH])


def _twin(one: Mention, own: Mention) -> bool:
    """The same figure told once more, or what a slip made of it: no second witness."""
    a, b = one.figure, own.figure
    return a.value.normalize().as_tuple().digits == b.value.normalize().as_tuple().digits or one_slip(a, b)


def _leads_to_another(case: _Case, slack: Decimal) -> bool:
    """A difference that is right, up to the slack, between one of the claim's figures and another one nearby."""
    *sides, stated = case.claim.figures
    due = abs(stated.figure.quantity.value)
    pairs = ((side, one) for side in sides for one in case.near if one.kind is side.kind is stated.kind and _telling(one) and _telling(stated))
    return any(abs(abs(abs(a.figure.quantity.value) - abs(b.figure.quantity.value)) - due) <= slack for a, b in pairs)


def _fits_another(claim: Claim, near: Sequence[Mention]) -> bool:
    """A rate that is right of one of the claim's amounts over another base nearby; a growth of enough digits also over two that stand together."""
    *sides, stated = claim.figures
    due, slack = abs(stated.figure.quantity.value), stated.figure.quantity.slack
    kinds = {side.kind for side in sides}
    alike = [one for one in near if one.kind in kinds]
    amounts = [abs(side.figure.quantity.value) for side in sides if side.kind is not Kind.RATE]
    growth = claim.kind is ClaimKind.CHANGE

    def fits(amount: Decimal, base: Decimal) -> bool:
        return bool(base) and abs(amount / base - due) <= slack

    if len(amounts) < 2 or any(fits(amount, led) for base in amounts for amount in amounts if amount != base for led in _led(base, amount, growth)):
        return False  # told with the wrong word, or of the wrong one of its own figures
    bases = [
        led for base in _bases(alike, growth and _telling(stated)) for amount in amounts for led in _led(base, amount, growth) if fits(amount, led)
    ]
    return any(not any(slip_of(side.figure, base) for side in sides) for base in bases)


def _bases(near: Sequence[Mention], sums: bool) -> Iterator[Decimal]:
    """What a rate may be of: figures, and where they are asked for the sums of two that stand together."""
    values = [abs(one.figure.quantity.value) for one in near]
    yield from values
    if sums:
        yield from (a + b for a, b in zip(values, values[1:], strict=False))


def _led(base: Decimal, amount: Decimal, growth: bool) -> tuple[Decimal, ...]:
    """The base; of a growth also what an increase or decrease by the amount came from if it led to this figure."""
    return (base, base + amount, base - amount) if growth else (base,)


def _telling(one: Mention) -> bool:
    return significant(one.figure) >= DIGITS


_EXPLANATIONS = (  # the kinds of claims, and what may explain that one of them fails
    ((ClaimKind.CHANGE,), _otherwise_told),
    (tuple(ClaimKind), _led_astray),
    ((ClaimKind.RATE, ClaimKind.SHARE, ClaimKind.CHANGE), _of_another_year),
    ((ClaimKind.SHARE,), _of_a_named_other),
    ((ClaimKind.RATE, ClaimKind.SHARE, ClaimKind.CHANGE), _with_what_a_bracket_says),
    ((ClaimKind.RATE, ClaimKind.SHARE), _of_what_was_meant),
    ((ClaimKind.SUM,), _of_two_between),
    ((ClaimKind.SUM,), _has_its_own_total),
    ((ClaimKind.SUM, ClaimKind.PARTS), _is_one_of_its_parts),
    ((ClaimKind.SUM, ClaimKind.BALANCE), _misses_one),
    ((ClaimKind.BALANCE,), _exactly_to_another),
    ((ClaimKind.CHANGE, ClaimKind.RATE, ClaimKind.SHARE), _of_another),
    ((ClaimKind.CHANGE,), _less_what_stands_between),
    ((ClaimKind.SUM, ClaimKind.PARTS), _listed_otherwise),
)

_BOUND_ELSEWHERE = (  # the same of what the places tell at which its figures are printed
    ((ClaimKind.SUM, ClaimKind.PARTS, ClaimKind.CHANGE, ClaimKind.BALANCE, ClaimKind.RATE, ClaimKind.SHARE), Places.tells_what_is_due),
    ((ClaimKind.CHANGE, ClaimKind.BALANCE), Places.tells_another_subject),
    ((ClaimKind.CHANGE, ClaimKind.BALANCE, ClaimKind.RATE, ClaimKind.SHARE), Places.told_right_before),
    ((ClaimKind.RATE, ClaimKind.SHARE), Places.told_of_a_run),
    ((ClaimKind.SHARE,), Places.told_of_its_total),
    ((ClaimKind.CHANGE,), Places.grown_of_another),
)


def _is_explained(case: _Case) -> bool:
    claim, printed = case.claim, case.page.printed
    if told_again(claim, case.page.amount_at(claim.figures[-1].start), case.page.named):
        return False
    return any(claim.kind in kinds and explains(case) for kinds, explains in _EXPLANATIONS) or any(
        claim.kind in kinds and explains(printed, claim) for kinds, explains in _BOUND_ELSEWHERE)
