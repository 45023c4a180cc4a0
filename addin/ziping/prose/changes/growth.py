"""Rates of change: p = d ÷ base, the base given, or worked out of the current amount and what it changed by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.amounts import Quantity, foots, ratio
from ziping.prose.changes.bases import (
    LAST_YEAR,
    YEARS,
    aims_of,
    aligned,
    became,
    both_told,
    compared,
    explicit_base,
    gridded,
    is_base,
    may_be_base,
    named_here,
    near,
    one_value,
    pool_of,
    recalled,
    remembered,
    same_thing,
    sides_of,
    spent_only,
    told_base,
    told_before,
)
from ziping.prose.changes.subjects import of_its_subject
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, last_digit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import digits
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import names_agree
from ziping.prose.text.said import Role, Said

__all__ = ["difference_after", "growth_claim"]

TELLING = 3  # digits of a rate that no other base gives by chance
_BOTH = re.compile("收、?支|支总|收入[、和]?支出|^(?:总)?(?:收入|支出|经费|总额)$")
_BEHIND = re.compile(r"\((?:上年|去年|(?:19|20)\d\d年)度?(?:同期)?数?(?:为|是)?")
_JUST_MOVED = re.compile(r"[,，、]?(?:同比|净)?(?:增|减|多|少|超|短|下降|上升|提高|降低|节)[^,，、]{0,5}")


def _difference_before(said: Sequence[Said], index: int) -> Said | None:
    """The 增加 d that stands right before 增长 p%."""
    rate = said[index]
    for back in range(1, min(index, 6) + 1):
        other = said[index - back]
        if other.role is Role.CHANGE and other.mention.kind in (Kind.MONEY, Kind.COUNT):
            if rate.of and rate.of in rate.lead and other.of and rate.of != other.of:
                return None  # 比预算增加a,增长p%;比上年决算增长q%
            if other.serial == rate.serial:
                return other if other.direction * rate.direction >= 0 else None
            continue
        if other.serial == rate.serial and other.role is Role.CHANGE and rate.name:
            return None  # 增支a,增长p%,其中养老金支出增长q%
        if other.serial == 0 and rate.serial == 0 and other.role is not Role.CHANGE:
            return None
        if other.role is Role.AMOUNT:
            return None
    return None


def difference_after(said: Sequence[Said], index: int) -> Said | None:
    """The 增收 d that stands right behind 增长 p%."""
    rate = said[index]
    after = said[index + 1] if index + 1 < len(said) else None
    if after is None or after.role is not Role.CHANGE or after.mention.kind not in (Kind.MONEY, Kind.COUNT) or after.serial or rate.serial:
        return None
    return after if not after.of and _JUST_MOVED.fullmatch(after.lead) and after.direction * rate.direction > 0 else None


def growth_claim(said: Sequence[Said], index: int, before: Before) -> Claim | None:
    rate = said[index]
    if re.search("均|节[约省支资]率", rate.lead):
        return None  # 年均增长: no change from one year to the next; 节约率: see savings
    if rate.direction and (grid := gridded(said, index)) is not None:
        base, now = grid
        return _claim_pair(rate, now, base, rate.direction, verdict_of(_fits_change(rate, now, base, rate.direction)))
    moved = _difference_before(said, index) or difference_after(said, index)
    if moved is not None and aligned(said, said.index(moved)) and not aligned(said, index):
        return None  # 分别减少a和b,下降p%: of which of them goes unsaid
    given = explicit_base(said, said.index(moved) if moved is not None else index)
    if given is not None and moved is None and rate.name and all(one.name and not names_agree(rate.name, one.name) for one in given[:1]):
        return None  # 城市标准由a元提高到b元,农村标准提高p%
    if given is not None and rate.serial == 0:
        base, now = given
        sign = rate.direction or (moved.direction if moved else 0)
        if moved is not None and sign and not moved.mention.loose:
            whole = base.mention.figure.quantity
            return _claim_moved(rate, moved, base, whole, sign, verdict_of(_fits_ratio(rate, moved, whole, sign)))
        by = said[said.index(base) - 1]
        if moved is None and sign and by.role is Role.CHANGE and by.mention.kind is base.mention.kind and "净" in by.lead and by.direction == sign:
            whole = base.mention.figure.quantity  # 净增6829户,比上年末的49419户增长13.8%
            return _claim_moved(rate, by, base, whole, sign, verdict_of(_fits_ratio(rate, by, whole, sign)))
        if moved is None and sign:
            row = [s for s in said[: said.index(base)] if s.amount and not s.mention.loose and s.mention.figure.unit.base == base.mention.figure.unit.base]
            now = next((s for s in [now, *row] if _fits_change(rate, s, base, sign)), now)  # 支出8万元,其中甲1万元、乙7万元,比上年9万元下降11%
            fall = _before(now, base, sign)  # 较上年[减少]38万元,下降6%: a word is missing, the base is none
            certain = fall is None or not _fits_ratio(rate, base, fall, sign)
            return _claim_pair(rate, now, base, sign, verdict_of(_fits_change(rate, now, base, sign), certain))
    sign = rate.direction or (moved.direction if moved else 0)
    alone = told_base(said, said.index(moved), named=True) if moved is not None and not rate.serial else None
    if moved is not None and alone is not None and sign and not moved.mention.loose:
        whole = alone.mention.figure.quantity
        return _claim_moved(rate, moved, alone, whole, sign, verdict_of(_fits_ratio(rate, moved, whole, sign)))
    if moved is not None:
        return _rate_of(said, index, before, moved, sign)
    beside = said[index - 1] if index else None
    if beside is None:
        return None
    if (told := _base_behind(said, index)) is not None and sign:
        base, now = told
        return _claim_pair(rate, now, base, sign, verdict_of(_fits_change(rate, now, base, sign)))
    pool = pool_of(said, index, before, beside.mention.figure.unit.base)
    bases, current = sides_of(rate, pool)
    if sign and (told := of_its_subject(said, index, before)) is not None:
        base, now = told
        return _claim_pair(rate, now, base, sign, verdict_of(_fits_change(rate, now, base, sign)))
    if (made := _of_another_year(rate, beside, pool, sign)) is not None:
        return made
    for now in reversed(current):
        for then in bases:
            if now is not then and _fits_change(rate, now, then, sign):
                return _claim_pair(rate, now, then, sign, Verdict.HOLDS)
    turned = [now for now in current if len(bases) == 1 and sign and digits(rate.mention.figure) >= TELLING and now.stage != "budget" and same_thing(now, bases[0]) and rate.name[-2:] in now.lead and _fits_change(rate, now, bases[0], -sign)]
    if one_value(turned) and bases[0] in said and compared(rate.lead):
        return _claim_pair(rate, turned[-1], bases[0], sign, Verdict.FAILS)  # 支出76万元,结余5万元。与上年的81万元相比,支出增长6.17%
    current = current[-1:] if one_value(current) else current
    if len(bases) == 1 and len(current) == 1 and same_thing(current[0], bases[0]) and near(said, index, current[0], bases[0]):
        return _claim_pair(rate, current[0], bases[0], sign, Verdict.FAILS)
    then = remembered(beside, rate, before) if sign and beside.amount and not beside.mention.loose and compared(rate.lead) else None
    return _claim_pair(rate, beside, then, sign, verdict_of(_fits_change(rate, beside, then, sign))) if then is not None else None


def _base_behind(said: Sequence[Said], index: int) -> tuple[Said, Said] | None:
    """(base, current) of `受理318件476人,同比件数下降12.4%(2022年为363件)`: the base in the bracket behind, the one amount of its unit before."""
    rate, base = said[index], said[index + 1] if index + 1 < len(said) else None
    if base is None or not base.amount or base.mention.loose or base.mention.depth <= rate.mention.depth or not _BEHIND.fullmatch(base.lead) or rate.serial:
        return None
    same = [s for s in said[:index] if s.amount and s.mention.figure.unit.base == base.mention.figure.unit.base and s.mention.depth <= rate.mention.depth]
    return (base, same[0]) if len(same) == 1 and not same[0].mention.loose and compared(rate.lead) else None


def _of_another_year(rate: Said, now: Said, pool: Sequence[Said], sign: int) -> Claim | None:
    """`2025年执行数5.57万元,2026年预算10万元,比2024年执行数增加79.53%`: the rate is against 2025, whatever the words say."""
    named = {int(year) for year in YEARS.findall(rate.of)}
    if len(named) != 1 or not now.amount or now.mention.loose or not compared(rate.lead) or digits(rate.mention.figure) < TELLING:
        return None
    dated = [s for s in pool if s.year and f"{s.year}年" in s.lead]
    if any(s.year in named for s in dated) or str(now.year) + "年" not in now.lead:
        return None
    meant = [s for s in dated if s.year == (now.year or 0) - 1 and _fits_change(rate, now, s, sign)]
    if len(meant) != 1:
        return None
    then, year = meant[0], next(iter(named))
    words = f"{shown(rate.mention)}是与{then.year}年的{shown(then.mention)}相比得出的，文中写作与{year}年相比，请核对年份。"
    return claim(ClaimKind.CHANGE, [then.mention, now.mention, rate.mention], Verdict.FAILS, f"{year}年", f"{then.year}年", words)


def _rate_of(said: Sequence[Said], index: int, before: Before, moved: Said, sign: int) -> Claim | None:
    """增加 d, 增长 p%: p = d ÷ base, the base given or worked out of the current amount."""
    rate = said[index]
    at = said.index(moved)
    pool = pool_of(said, at, before, moved.mention.figure.unit.base)
    after = [s for s in said[index + 1 : index + 3] if s.amount and s.year == -1 and s.mention.figure.unit.base == moved.mention.figure.unit.base]
    if sign == 0 or moved.mention.loose:
        return None
    given = said[at - 1] if at and is_base(said[at - 1], moved, pool, before) else told_base(said, at)
    if given is not None:
        whole = given.mention.figure.quantity
        return _claim_moved(rate, moved, given, whole, sign, verdict_of(_fits_ratio(rate, moved, whole, sign)))
    both = both_told(said, at, before)
    fitting = [_fits_ratio(rate, moved, whole, sign) for one in both if (whole := _before(one, moved, sign)) is not None]
    if len(fitting) == len(both) == 2 and any(fitting) and not all(fitting):
        off = both[fitting.index(False)]
        return _claim_moved(rate, moved, off, _before(off, moved, sign), sign, Verdict.FAILS)  # type: ignore[arg-type]
    beside = at > 0 and said[at - 1] in pool and not moved.name and compared(moved.lead) and not aligned(said, at) and not said[at - 1].serial
    if beside and LAST_YEAR.search(moved.of) and not any(s.stage == "budget" for s in pool if s in said):
        pool = [s for s in pool if s in said]
    for amount in reversed(after + spent_only(pool, moved)):
        last = amount.year and amount.year > 0 and before.year_of(amount) == (before.year or 0) - 1  # a report of 2021: 2020年支出a,同比减少d
        own = amount.mention.figure.quantity if last or may_be_base(amount, moved, pool) or became(amount, moved, before) else None
        for whole in (_before(amount, moved, sign), own):
            if whole is not None and _fits_ratio(rate, moved, whole, sign):
                return _claim_moved(rate, moved, amount, whole, sign, Verdict.HOLDS)
    found = _current(said, at, rate, before, pool)
    if found is None:
        return None
    current, plain = found
    alone = [s for s in pool if s in said] in ([], [current])
    whole = current.mention.figure.quantity if current.year == -1 and alone or became(current, moved, before) else _before(current, moved, sign)
    if whole is None:
        return None
    stated = any(footing is not None and footing.holds for footing in (foots(s.mention.figure, [whole]) for s in pool if s is not current))
    certain = plain or stated  # 计划a,实际b,节约d: the base stands there too
    return _claim_moved(rate, moved, current, whole, sign, verdict_of(_fits_ratio(rate, moved, whole, sign), certain))


def _current(said: Sequence[Said], at: int, rate: Said, before: Before, pool: Sequence[Said]) -> tuple[Said, bool] | None:
    """What has changed, and whether the words leave no doubt that it is that."""
    moved, just, row = said[at], compared(said[at].lead), aligned(said, at)
    here = [s for s in pool if s in said and s.mention.depth <= rate.mention.depth]
    if just and not moved.name and at and all(one.role is Role.CHANGE for one in said[:at]):
        at = 0  # 三公经费较上年减少a,下降p%;较预算减少b,下降q%: of one thing
    named = named_here(said, at) or ([] if here and just else told_before(said, at, before) or recalled(said, at, before))
    if named:
        return named[-1], True
    meant = spent_only(here, moved)
    if not meant and len(pool) == 1 and (row or at == 0 and just and pool[-1:] == before.previous[-1:]):
        meant = [s for s in pool if not moved.name or _BOTH.search(moved.name) or names_agree(moved.name, s.name)]
    if said.index(rate) < at and rate.name and meant and not names_agree(rate.name, meant[-1].name):
        return None  # 税收a,其中企业所得税增长p%,增收d
    if not meant:
        return None
    between = said[said.index(meant[-1]) + 1 : at] if meant[-1] in said else []
    competing = [s for s in between if s.amount and not s.mention.loose and s.mention.depth <= rate.mention.depth and s not in here and s not in aims_of(said)]
    if competing and not (row and len(meant) == 1) or moved.name and not just:
        return None
    return meant[-1], just or row


def _before(current: Said, moved: Said, sign: int) -> Quantity | None:
    now, by = current.mention.figure.quantity, moved.mention.figure.quantity
    value = now.value - sign * by.value
    return Quantity(value, now.slack + by.slack) if value > 0 else None


def _says_nothing(quotient: Quantity) -> bool:
    """Whether the figures are rounded so far that they may be any rate, even none."""
    return quotient.slack >= abs(quotient.value) and quotient.slack > 0


def _fits_ratio(rate: Said, moved: Said, whole: Quantity, sign: int) -> bool:
    quotient = ratio(moved.mention.figure, whole)
    if quotient is None or _says_nothing(quotient):
        return False
    figure = rate.mention.figure
    return any(f is not None and f.holds for f in (foots(figure, [quotient]), foots(-figure, [quotient]) if figure.value < 0 and sign < 0 else None))


def _claim_moved(rate: Said, moved: Said, amount: Said, whole: Quantity, sign: int, verdict: Verdict) -> Claim | None:
    quotient = ratio(moved.mention.figure, whole)
    if quotient is None or verdict is Verdict.FAILS and _says_nothing(quotient):
        return None
    worked = in_unit(quotient.value, rate.mention)
    given = whole == amount.mention.figure.quantity
    base = shown(amount.mention) if given else f"({shown(amount.mention)}{'-' if sign > 0 else '+'}{shown(moved.mention)})"
    sum_ = f"{shown(moved.mention)}÷{base}={worked}"
    return last_digit(recomputed(ClaimKind.CHANGE, [amount.mention, moved.mention, rate.mention], verdict, worked, sum_), quotient)


def _change_rate(now: Said, then: Said) -> Quantity | None:
    a, b = now.mention.figure.quantity, then.mention.figure.quantity
    return ratio(Quantity(a.value - b.value, a.slack + b.slack), b)


def _fits_change(rate: Said, now: Said, then: Said, sign: int) -> bool:
    quotient = _change_rate(now, then)
    if quotient is None or _says_nothing(quotient):
        return False
    stated = -rate.mention.figure if sign < 0 and rate.mention.figure.value > 0 else rate.mention.figure
    footing = foots(stated, [quotient])
    return footing is not None and footing.holds


def _claim_pair(rate: Said, now: Said, then: Said, sign: int, verdict: Verdict) -> Claim | None:
    quotient = _change_rate(now, then)
    if quotient is None or verdict is Verdict.FAILS and _says_nothing(quotient):
        return None
    worked = in_unit(-quotient.value if sign < 0 else quotient.value, rate.mention)
    sum_ = f"({shown(now.mention)}-{shown(then.mention)})÷{shown(then.mention)}={in_unit(quotient.value, rate.mention)}"
    return last_digit(recomputed(ClaimKind.CHANGE, [now.mention, then.mention, rate.mention], verdict, worked, sum_), -quotient if sign < 0 else quotient)
