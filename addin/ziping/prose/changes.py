"""Changes against a named base: 比上年增加 d, 增长 p%; 较上年同期减少 d; 比预算节约 d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.bounds import beyond, contradictions
from ziping.prose.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown, verdict_of
from ziping.prose.figures import Kind
from ziping.prose.reading import Role, Said, names_agree

__all__ = ["change_claims"]

_COMPARED = re.compile(r"[\s,，;；)]*(?:占[^,，]{0,16}[,，])?(?:同口径)?(?:本年|今年|当年|本期|与|和|同|比|较|相比|相较|同比|增|减|下|上|节)")
_COMPARABLE = re.compile(r"口径|可比|剔除|扣除|不含|还原")  # the base was adjusted: it is not the amount that the text gives
_LAST_YEAR = re.compile(r"上年|上一年|去年|同期")
_BOTH = re.compile(r"收[、入]?支")
_JUST_MOVED = re.compile(r"[,，、]?(?:同比|净)?(?:增|减|多|少|超|短|下降|上升|提高|降低|节)[^,，、]{0,5}")
_BUDGET_BASE = re.compile(r"预算|计划|指标|批复")


def change_claims(said: Sequence[Said], previous: Sequence[Said], earlier: Sequence[Said] = (), adjusted: bool = False) -> Iterator[Claim]:
    """Every difference and every rate of change whose partners the sentence, or the one before, gives.

    earlier: the amounts of the text so far. adjusted: the text somewhere speaks of a comparable base; then a rate that stands before its amount may be on that base.
    """
    yield from contradictions(said)
    for index, change in enumerate(said):
        if change.role is not Role.CHANGE or change.mention.loose:
            continue
        comparable = index and _COMPARABLE.search(said[index - 1].lead) and said[index - 1].role is Role.CHANGE or _COMPARABLE.search(change.lead)
        rate = change.mention.kind is Kind.RATE
        comparable = comparable or adjusted and rate and _difference_after(said, index) is not None
        if change.mention.kind is Kind.STEPS:
            continue
        made = _rate(said, index, previous, earlier) if rate else _amount(said, index, previous) or beyond(said, index)
        if made is not None:
            yield replace(made, verdict=Verdict.UNSURE) if comparable and made.verdict is Verdict.FAILS else made


_BASE_LEAD = re.compile(r"(?:比|较|与|同|相比|对比)(?P<of>[^,，;；]{1,24})$")


_RISEN_TO = re.compile(r"^[^,，]{0,2}(?:增加|增长|上升|提高|提升|减少|下降|降低|压减)(?:到|至|为)了?$")


def _explicit(said: Sequence[Said], at: int) -> tuple[Said, Said] | None:
    """(base, current) where the base stands right before the change: `较2024年的2190万元减少221万元`."""
    if at < 2 or not said[at - 1].amount:
        return None
    if _RISEN_TO.search(said[at - 1].lead) and said[at - 2].amount and re.search("由|从", said[at - 2].lead):
        pair = (said[at - 2], said[at - 1])
        one_unit = pair[0].mention.figure.unit.base == pair[1].mention.figure.unit.base
        return pair if one_unit and not any(s.mention.loose for s in pair) else None
    base = said[at - 1]
    now = next((s for s in reversed(said[max(0, at - 4) : at - 1]) if s.amount), None)
    if now is None or not _BASE_LEAD.search(base.lead) or base.mention.loose or now.mention.loose:
        return None
    if now.mention.figure.unit.base != base.mention.figure.unit.base or said[at].mention.figure.unit.base not in ("", base.mention.figure.unit.base):
        return None
    beside = said.index(now) == at - 2 or all(s.role in (Role.SHARE, Role.DONE) for s in said[said.index(now) + 1 : at - 1])
    return (base, now) if beside and re.match(r"[,，;；)]*(?:总体|同比|同口径)?(?:比|较|与|同|相比)", base.lead) else None


def _aligned(said: Sequence[Said], index: int) -> bool:
    """Whether a figure is one of several given in a row: 收、支各减少a、b万元."""
    return said[index].serial > 0 or (index + 1 < len(said) and said[index + 1].serial > 0)


def _pool(said: Sequence[Said], index: int, previous: Sequence[Said], base: str) -> list[Said]:
    """Amounts that the change may speak of, the likeliest last."""
    serial = said[index].serial
    aligned = _aligned(said, index)
    amounts = [s for s in [*previous[-8:], *said[max(0, index - 10) : index]] if s.amount and s.mention.figure.unit.base == base]
    amounts = [s for s in amounts if not s.mention.loose]
    return [s for s in amounts if s.serial == serial] if aligned else amounts


def _difference_before(said: Sequence[Said], index: int) -> Said | None:
    """The 增加 d that stands right before 增长 p%."""
    rate = said[index]
    for back in range(1, min(index, 6) + 1):
        other = said[index - back]
        if other.role is Role.CHANGE and other.mention.kind in (Kind.MONEY, Kind.COUNT):
            if other.serial == rate.serial:
                return other if other.direction * rate.direction >= 0 else None
            continue
        if other.serial == 0 and rate.serial == 0 and other.role is not Role.CHANGE:
            return None
        if other.role is Role.AMOUNT:
            return None
    return None


def _difference_after(said: Sequence[Said], index: int) -> Said | None:
    """The 增收 d that stands right behind 增长 p%."""
    rate = said[index]
    after = said[index + 1] if index + 1 < len(said) else None
    if after is None or after.role is not Role.CHANGE or after.mention.kind not in (Kind.MONEY, Kind.COUNT) or after.serial or rate.serial:
        return None
    return after if not after.of and _JUST_MOVED.fullmatch(after.lead) and after.direction * rate.direction > 0 else None


def _rate(said: Sequence[Said], index: int, previous: Sequence[Said], earlier: Sequence[Said]) -> Claim | None:
    rate = said[index]
    if re.search("均|节[约省支资]率", rate.lead):
        return None  # 年均增长: no change from one year to the next; 节约率: see savings
    moved = _difference_before(said, index) or _difference_after(said, index)
    given = _explicit(said, said.index(moved) if moved is not None else index)
    if given is not None and rate.serial == 0:
        base, now = given
        sign = rate.direction or (moved.direction if moved else 0)
        if moved is not None and sign and not moved.mention.loose:
            whole = base.mention.figure.quantity
            return _claim_moved(rate, moved, base, whole, sign, verdict_of(_fits_ratio(rate, moved, whole, sign)))
        if moved is None and sign:
            return _claim_pair(rate, now, base, sign, verdict_of(_fits_change(rate, now, base, sign)))
    sign = rate.direction or (moved.direction if moved else 0)
    if moved is not None:
        return _rate_of(said, index, previous, earlier, moved, sign)
    before = said[index - 1] if index else None
    if before is None:
        return None
    pool = _pool(said, index, previous, before.mention.figure.unit.base)
    bases, current = _sides(rate, pool)
    for now in reversed(current):
        for then in bases:
            if now is not then and _fits_change(rate, now, then, sign):
                return _claim_pair(rate, now, then, sign, Verdict.HOLDS)
    if len(bases) == 1 and len(current) == 1 and _same_thing(current[0], bases[0]) and _near(said, index, current[0], bases[0]):
        return _claim_pair(rate, current[0], bases[0], sign, Verdict.FAILS)
    return None


def _rate_of(said: Sequence[Said], index: int, previous: Sequence[Said], earlier: Sequence[Said], moved: Said, sign: int) -> Claim | None:
    """增加 d, 增长 p%: p = d ÷ base, the base given or worked out of the current amount."""
    rate = said[index]
    at = said.index(moved)
    pool = _pool(said, at, previous, moved.mention.figure.unit.base)
    after = [s for s in said[index + 1 : index + 3] if s.amount and s.year == -1 and s.mention.figure.unit.base == moved.mention.figure.unit.base]
    if sign == 0 or moved.mention.loose:
        return None
    given = said[at - 1] if at and _is_base(said[at - 1], moved, pool, previous) else None
    if given is not None:
        whole = given.mention.figure.quantity
        return _claim_moved(rate, moved, given, whole, sign, verdict_of(_fits_ratio(rate, moved, whole, sign)))
    spent = any(s.stage == "executed" for s in pool) and not _BUDGET_BASE.search(moved.of)
    for amount in reversed(after + pool):
        if spent and amount.stage == "budget" and _LAST_YEAR.search(moved.of):
            continue  # 预算a,支出b,比上年减少d: of what was spent
        own = amount.mention.figure.quantity if _may_be_base(amount) else None
        for whole in (_before(amount, moved, sign), own):
            if whole is not None and _fits_ratio(rate, moved, whole, sign):
                return _claim_moved(rate, moved, amount, whole, sign, Verdict.HOLDS)
    here = [s for s in pool if s in said and s.mention.depth <= rate.mention.depth]
    told = [] if here else _told_before(said, at, previous) or _recalled(said, at, earlier)
    here = here or told
    if not here:
        nearest = at == 0 and _COMPARED.match(moved.lead) and pool[-1:] == list(previous[-1:])
        if len(pool) == 1 and (nearest or _aligned(said, at)):
            here = pool
        else:
            return None
    current = here[-1]
    between = said[said.index(current) + 1 : at] if current in said else []
    beside = all(s.role is not Role.AMOUNT or s.mention.loose or s.mention.depth > rate.mention.depth for s in between) or _aligned(said, at) and len(here) == 1
    if not beside or not told and not _COMPARED.match(moved.lead) and moved.name:
        return None
    whole = current.mention.figure.quantity if current.year == -1 and len(here) == 1 else _before(current, moved, sign)
    if whole is None:
        return None
    stated = any(footing is not None and footing.holds for footing in (foots(s.mention.figure, [whole]) for s in pool if s is not current))
    plain = told or _COMPARED.match(moved.lead) or _aligned(said, at) or stated  # 计划a,实际b,节约d: the base stands there too
    return _claim_moved(rate, moved, current, whole, sign, Verdict.FAILS if plain else Verdict.UNSURE)


def _told_before(said: Sequence[Said], at: int, previous: Sequence[Said]) -> list[Said]:
    """What a sentence that begins with its change speaks of: the one value of the sentence before, or the one of its name there."""
    moved = said[at]
    amounts = [s for s in previous if s.amount and s.mention.kind is moved.mention.kind and not s.mention.depth and s.year != -1]
    amounts = [s for s in amounts if s.mention.figure.unit.base == moved.mention.figure.unit.base and not s.mention.loose]
    if at or moved.serial or not moved.of:
        return []
    if moved.name and not _BOTH.match(moved.name):
        amounts = [s for s in amounts if names_agree(moved.name, s.name)]
    return amounts[-1:] if len({s.mention.figure.quantity.value for s in amounts}) == 1 else []


def _recalled(said: Sequence[Said], at: int, earlier: Sequence[Said]) -> list[Said]:
    """The amount stated further above under the very name that has changed, where only one value was stated under it for the year."""
    moved = said[at]
    if at or moved.serial or len(moved.name) < 4 or not moved.of:
        return []
    last = max((s.year for s in earlier if s.year), default=0)
    year = next((int(found) for found in re.findall(r"((?:19|20)\d\d)年", moved.lead)), None)
    amounts = [s for s in earlier[-24:] if s.mention.figure.unit.base == moved.mention.figure.unit.base and not s.mention.loose]
    amounts = [s for s in amounts if names_agree(moved.name, s.name) and not (_BUDGET_BASE.search(moved.of) and s.stage == "budget")]
    if any(s.year not in (None, 0, year or last) for s in amounts):
        return []
    return amounts[-1:] if len({s.mention.figure.quantity.value for s in amounts}) == 1 else []


def _both_sides(bases: Sequence[Said], current: Sequence[Said]) -> list[Said]:
    """Income and spending where the one base is that of both: 上年收入支出为a, 本年度增加d."""
    if len(bases) != 1 or len(current) != 2 or not ("收入" in bases[0].name and "支出" in bases[0].name):
        return []
    income, spending = current
    return list(current) if "收入" in income.name and "支出" in spending.name and spending.name.replace("支出", "收入") == income.name else []


def _one_value(amounts: Sequence[Said]) -> bool:
    """Whether all these amounts, zeros apart, are one and the same."""
    return bool(amounts) and len({s.mention.figure.quantity.value for s in amounts if s.mention.figure.value}) <= 1


def _may_be_base(amount: Said) -> bool:
    return amount.stage == "budget" or amount.year == -1 or bool(re.search(r"上年|去年|年初|原|基数|上期|预算|同期|(?:19|20)\d\d年", amount.lead))


def _same_thing(now: Said, then: Said) -> bool:
    """Whether two amounts of a comparison can be of one thing: one name, or the base has none of its own."""
    if then.stage == "budget" and now.stage == "executed" and len(now.name) <= 4:
        return True
    return len(then.name) <= 2 or names_agree(then.name, now.name) or names_agree(now.name, then.name)


def _is_base(one: Said, moved: Said, pool: Sequence[Said], previous: Sequence[Said]) -> bool:
    """`2019年为779.60万元,本年度增加了332.90万元,增加42.70%`: the amount right before, alone in its sentence, is the base."""
    if one not in pool or not re.match(r"[\s,，;；)]*(?:本年|今年|当年|本期)", moved.lead) or one.year is None:
        return False
    later = [s.year for s in previous if s.amount and s.year and s.year > 0]
    return one.year == -1 or bool(later) and 0 < one.year < max(later)


def _before(current: Said, moved: Said, sign: int) -> Quantity | None:
    now, by = current.mention.figure.quantity, moved.mention.figure.quantity
    value = now.value - sign * by.value
    return Quantity(value, now.slack + by.slack) if value > 0 else None


def _fits_ratio(rate: Said, moved: Said, whole: Quantity, sign: int) -> bool:
    quotient = ratio(moved.mention.figure, whole)
    if quotient is None or quotient.slack >= abs(quotient.value) > 0:  # rounded so far that it says nothing
        return False
    figure = rate.mention.figure
    return any(f is not None and f.holds for f in (foots(figure, [quotient]), foots(-figure, [quotient]) if figure.value < 0 and sign < 0 else None))


def _claim_moved(rate: Said, moved: Said, amount: Said, whole: Quantity, sign: int, verdict: Verdict) -> Claim | None:
    quotient = ratio(moved.mention.figure, whole)
    if quotient is None:
        return None
    worked = in_unit(quotient.value, rate.mention)
    given = whole == amount.mention.figure.quantity
    base = shown(amount.mention) if given else f"({shown(amount.mention)}{'-' if sign > 0 else '+'}{shown(moved.mention)})"
    sum_ = f"{shown(moved.mention)}÷{base}={worked}"
    return recomputed(ClaimKind.CHANGE, [amount.mention, moved.mention, rate.mention], verdict, worked, sum_)


def _sides(change: Said, pool: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """(bases, current amounts) of the pool for the base that the change names."""
    if _BUDGET_BASE.search(change.of):
        bases = [s for s in pool if s.stage == "budget"]
        return bases, [s for s in pool if s.stage != "budget"]
    years = {s.year for s in pool if s.year not in (None, 0, -1)}
    first = min(years) if len(years) > 1 else None  # type: ignore[type-var]
    bases = [s for s in pool if s.year == -1 or (s.year is not None and s.year > 0 and (str(s.year) in change.of or s.year == first))]
    return bases, [s for s in pool if s not in bases]


def _near(said: Sequence[Said], index: int, *amounts: Said) -> bool:
    """Whether these are the amounts right before the change and no others of the sentence compete."""
    amounts_before = [s for s in said[:index] if s.amount and s.mention.figure.unit.base == amounts[0].mention.figure.unit.base]
    return len(amounts_before) == len(amounts) and all(a in amounts_before for a in amounts) and bool(_COMPARED.match(said[index].lead))


def _amount(said: Sequence[Said], index: int, previous: Sequence[Said]) -> Claim | None:
    change = said[index]
    pool = _pool(said, index, previous, change.mention.figure.unit.base)
    bases, current = _sides(change, pool)
    if not change.direction:
        return None
    given = _explicit(said, index)
    if given is not None and change.serial == 0:
        then, now = given
        return _claim_difference(change, now, then, verdict_of(_footing(change, now, then).holds))
    both = _both_sides(bases, current)
    if both and not all(_footing(change, now, bases[0]).holds for now in both):
        off = next(now for now in both if not _footing(change, now, bases[0]).holds)
        return _claim_difference(change, off, bases[0], Verdict.FAILS)
    for now in reversed(current):
        for then in reversed(bases):
            if now is not then and _footing(change, now, then).holds:
                return _claim_difference(change, now, then, Verdict.HOLDS)
    if len(bases) == 1 and len(current) == 1 and _same_thing(current[0], bases[0]) and _near(said, index, bases[0], current[0]):
        return _claim_difference(change, current[0], bases[0], Verdict.FAILS)
    if _BUDGET_BASE.search(change.of) and _COMPARED.match(change.lead) and _one_value(bases) and _one_value(current):
        pairs = [(now, then) for now in current for then in bases if _same_thing(now, then)]
        pairs.reverse()
        now, then = max(pairs, key=lambda p: p[0].mention.figure.quantity.value + p[1].mention.figure.quantity.value, default=(None, None))
        return _claim_difference(change, now, then, Verdict.FAILS) if now and then else None
    if len(bases) == 1 and index and said[index - 1] is bases[0] and _is_base(bases[0], change, pool, previous):
        agreed = len({s.mention.figure.quantity.value for s in current}) == 1
        return _claim_difference(change, current[-1], bases[0], Verdict.FAILS) if agreed else None
    return None


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


def _change_rate(now: Said, then: Said) -> Quantity | None:
    a, b = now.mention.figure.quantity, then.mention.figure.quantity
    return ratio(Quantity(a.value - b.value, a.slack + b.slack), b)


def _fits_change(rate: Said, now: Said, then: Said, sign: int) -> bool:
    quotient = _change_rate(now, then)
    if quotient is None or quotient.slack >= abs(quotient.value) > 0:
        return False
    stated = -rate.mention.figure if sign < 0 and rate.mention.figure.value > 0 else rate.mention.figure
    footing = foots(stated, [quotient])
    return footing is not None and footing.holds


def _claim_pair(rate: Said, now: Said, then: Said, sign: int, verdict: Verdict) -> Claim | None:
    quotient = _change_rate(now, then)
    if quotient is None:
        return None
    worked = in_unit(-quotient.value if sign < 0 else quotient.value, rate.mention)
    sum_ = f"({shown(now.mention)}-{shown(then.mention)})÷{shown(then.mention)}={in_unit(quotient.value, rate.mention)}"
    return recomputed(ClaimKind.CHANGE, [now.mention, then.mention, rate.mention], verdict, worked, sum_)
