"""What a change may be measured against: the base its words name, and the amounts that may be meant by base and current value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.text.naming import names_agree, plain_name
from ziping.prose.text.said import Role, Said

__all__ = ["BUDGET_BASE", "LAST_YEAR", "YEARS", "aims_of", "aligned", "became", "both_sides", "both_told", "compared", "explicit_base", "gridded", "is_base", "may_be_base", "named_here", "near", "one_value", "pool_of", "recalled", "remembered", "same_thing", "sides_of", "spent_only", "told_base", "told_before"]

_COMPARED = re.compile(r"[\s,，;；)]*(?:占[^,，]{0,16}[,，])?(?:同口径)?(?:(?:19|20)\d\d年度?)?(?:本年|今年|当年|本期|与|和|同|比|较|相比|相较|同比|增|减|下|上|节)")
_TURNED = re.compile(r"原因|其中|主要|由于|无增减|持平|无变化|。")
LAST_YEAR = re.compile(r"上年|上一年|去年|同期|(?:19|20)\d\d年")
_MEAN = re.compile("均值|平均")
BUDGET_BASE = re.compile(r"预算|计划|指标|批复")
_SPENT_BASE = re.compile(r"执行数|决算|执行额|完成数")
_ONCE = re.compile(r"上年|去年|年初|原(?![因值则料始])|基数|上期|同期")
_THIS_YEAR = re.compile(r"本年|今年|当年|本期")
YEARS = re.compile(r"((?:19|20)\d\d)年")
_BOTH = re.compile(r"收[、入]?支")
_BASE_LEAD = re.compile(r"(?:比|较|与|同|相比|对比)(?P<of>[^,，;；]{1,24})$")
_WHOLE = re.compile("(?:收入|支出|收支)总")  # …总计, its last character left off with the verbs
_LAST = re.compile("上年|去年|上一年")
_RISEN_TO = re.compile(r"^[^,，]{0,2}(?:增加|增长|上升|提高|提升|减少|下降|降低|压减)(?:到|至|为)了?$")

_BETTER, _GRADED = re.compile("提高|提升|上升"), frozenset(["", "类", "级", "等", "档", "位", "名", "度"])


def compared(lead: str) -> bool:
    """Whether the words before a change compare what stands right before them, and nothing that they name themselves (…无增减变化,比上年增加)."""
    return bool(_COMPARED.match(lead)) and not _TURNED.search(lead)


_AGAINST_ALONE = re.compile(r"[。,，;；\s]*(?:与|和|同|比|较|相比)(?![^,，;；]*[,，])")


def explicit_base(said: Sequence[Said], at: int) -> tuple[Said, Said] | None:
    """(base, current) where the base stands right before the change: `较2024年的2190万元减少221万元`."""
    if at < 2 or not said[at - 1].amount:
        return None
    if _RISEN_TO.search(said[at - 1].lead) and said[at - 2].amount and re.search("由|从", said[at - 2].lead):
        pair = (said[at - 2], said[at - 1])
        if pair[0].noun[:1] in ("等", "级", "档"):
            return None  # 由6.4等提升至6.1等: the lower the better
        one_unit = pair[0].mention.figure.unit.base == pair[1].mention.figure.unit.base
        if pair[1].mention.figure.unit.text in _GRADED and _BETTER.search(pair[1].lead) and pair[1].mention.figure.quantity.value < pair[0].mention.figure.quantity.value:
            return None  # 由5.8等提升至5.2等: of grades and ranks the smaller number is the better
        return pair if one_unit and not any(s.mention.loose for s in pair) else None
    base = said[at - 1]
    now = next((s for s in reversed(said[max(0, at - 4) : at - 1]) if s.amount), None)
    if now is not None and now in said[:-1] and said[said.index(now) + 1].role is Role.CHANGE and _AGAINST_ALONE.match(now.lead):
        return None  # 与预算31万元相比节约3万元;与上年30万元相比减少2万元
    if now is not None and now.price != base.price:  # 每亩21元,发放865万元,比上年每亩18元提高3元
        return None
    if now is None or not _BASE_LEAD.search(base.lead) or base.mention.loose or now.mention.loose:
        return None
    if now.mention.figure.unit.base != base.mention.figure.unit.base or said[at].mention.figure.unit.base not in ("", base.mention.figure.unit.base):
        return None
    beside = said.index(now) == at - 2 or all(s.role in (Role.SHARE, Role.DONE, Role.CHANGE) for s in said[said.index(now) + 1 : at - 1])
    return (base, now) if beside and re.match(r"[,，;；)]*(?:总体|同比|同口径)?(?:比|较|与|同|相比)", base.lead) else None


def gridded(said: Sequence[Said], at: int) -> tuple[Said, Said] | None:
    """(base, current) of a change in a row of which each is of another measure: 24批次210人次,上年为30批次260人次,分别下降20%、19.2%."""
    first = at - said[at].serial
    many = next((i for i in range(at + 1, len(said)) if not said[i].serial), len(said)) - first
    end = next((i for i in range(first, 0, -1) if said[i - 1].role is not Role.CHANGE), 0)
    cells = said[max(0, end - 2 * many) : end]
    units = [one.mention.figure.unit.base for one in cells]
    if many < 2 or len(cells) < 2 * many or units[:many] != units[many:] or len(set(units)) != many or not LAST_YEAR.search(cells[many].lead):
        return None
    plain = all(one.amount and not one.mention.loose and one.mention.depth == said[at].mention.depth for one in cells)
    return (cells[many + said[at].serial], cells[said[at].serial]) if plain else None


def told_base(said: Sequence[Said], at: int, named: bool = False) -> Said | None:
    """The base alone, right before the change: 相比2016年的总支出717万元增加60万元, 与2022年支出28亿元(含…)相比,减少1亿元.

    named: what changed may be named before it, its amount told elsewhere: 收入比2022年的717万元减少60万元.
    """
    bare = re.fullmatch(r"\)?(?:(?:相比|相较|对比|比较?)[,，][^,，;；:：]{0,20}?|(?:相比|相较|比较?)?[,，]?)(?:净|共|实际)?(?:增加|增长|减少|下降|增收|减收|增支|减支|压缩|压减|上升|提高)了?", said[at].lead)
    base = next((s for s in reversed(said[:at]) if s.mention.depth <= said[at].mention.depth), None)
    earlier = _MEAN if named else LAST_YEAR
    if base is None or not bare or not base.amount or base.mention.loose or base.mention.figure.unit.base != said[at].mention.figure.unit.base:
        return None
    if base is not said[at - 1] and not said[at].lead.startswith(")"):
        return None
    subject = "[^,，;；。:：]{0,20}?" if named else ""
    against = re.search(rf"(?:^|[。,，;；]){subject}(?:比|较|与|同|相比|对比)(?P<of>[^,，;；比较]{{2,24}})$", base.lead)
    return base if against and (LAST_YEAR.search(against["of"]) or earlier.search(against["of"])) else None


def aligned(said: Sequence[Said], index: int) -> bool:
    """Whether a figure is one of several given in a row: 收、支各减少a、b万元."""
    return said[index].serial > 0 or (index + 1 < len(said) and said[index + 1].serial > 0)


def pool_of(said: Sequence[Said], index: int, before: Before, base: str) -> list[Said]:
    """Amounts that the change may speak of, the likeliest last."""
    amounts = [s for s in [*before.previous[-8:], *said[max(0, index - 10) : index]] if s.amount and s.mention.figure.unit.base == base]
    aims = aims_of(said) if LAST_YEAR.search(said[index].of) else set()
    amounts = [s for s in amounts if not s.mention.loose and s not in aims]
    if not aligned(said, index):
        return amounts
    first = index - said[index].serial
    many = next((i for i in range(index + 1, len(said)) if not said[i].serial), len(said)) - first
    row = [s for s in said[max(0, first - many) : first] if s in amounts]
    if len(row) == many and not any(s.serial for s in row):
        return [row[said[index].serial]]  # 购置费a和运行费b,分别减少c和d
    return [s for s in amounts if s.serial == said[index].serial]


def aims_of(said: Sequence[Said]) -> set[Said]:
    """The plans of which the sentence tells right behind them how much was done: 收入a,完成预算[b]的90%,比上年增加d."""
    return {one for one, rate in zip(said, said[1:], strict=False) if rate.explicit and rate.role is Role.DONE}


def told_before(said: Sequence[Said], at: int, before: Before) -> list[Said]:
    """What a sentence that begins with its change speaks of: the one value of the sentence before, or the one of its name there."""
    moved = said[at]
    amounts = [s for s in before.previous if s.amount and s.mention.kind is moved.mention.kind and not s.mention.depth and s.year != -1]
    amounts = [s for s in amounts if s.mention.figure.unit.base == moved.mention.figure.unit.base and not s.mention.loose]
    if at or moved.serial or not moved.of or _TURNED.search(moved.lead.lstrip("。")):
        return []
    if moved.name and not _BOTH.match(moved.name):
        amounts = [s for s in amounts if names_agree(moved.name, s.name) and not _part_only(moved, s)]
    topic = [s for s in before.topic if s.amount and s.mention.figure.unit.base == moved.mention.figure.unit.base and not s.mention.loose]
    if not moved.name and amounts and len(topic) == 1 and before.silent == 0:
        amounts = topic  # 三公经费33万元,其中…。比上年减少8万元
    return amounts[-1:] if len({s.mention.figure.quantity.value for s in amounts}) == 1 else []


def _part_only(moved: Said, amount: Said) -> bool:
    """Whether the total of a year's income or spending has changed, and the amount is no such total: 本年支出 beside 支出总计."""
    return bool(_WHOLE.fullmatch(moved.name)) and "总" not in amount.name


def recalled(said: Sequence[Said], at: int, before: Before) -> list[Said]:
    """The amount stated further above under the very name that has changed, where only one value was stated under it for the year."""
    moved = said[at]
    if moved.serial or len(moved.name) < 4 and not _WHOLE.fullmatch(moved.name):
        return []
    last = max((s.year for s in before.earlier if s.year), default=0)
    year = next((int(found) for found in YEARS.findall(moved.lead)), None)
    year = None if year and str(year) in moved.of else year
    amounts = [s for s in before.earlier[-24:] if s.mention.figure.unit.base == moved.mention.figure.unit.base and not s.mention.loose]
    amounts = [s for s in amounts if (names_agree(moved.name, s.name) if moved.of else moved.name == s.name) and not _part_only(moved, s)]
    amounts = spent_only(amounts, moved) if LAST_YEAR.search(moved.of) else [s for s in amounts if not (BUDGET_BASE.search(moved.of) and s.stage == "budget")]
    if any(s.year not in (None, 0, year or last) for s in amounts):
        return []
    return amounts[-1:] if len({s.mention.figure.quantity.value for s in amounts}) == 1 else []


def spent_only(amounts: list[Said], moved: Said) -> list[Said]:
    """`预算a,支出b,比上年减少d`: what was spent has changed, not what was planned."""
    spent = [s for s in amounts if s.stage != "budget"]
    return spent if any(s.stage == "executed" for s in spent) and LAST_YEAR.search(moved.of) and not BUDGET_BASE.search(moved.of) else amounts


def named_here(said: Sequence[Said], at: int) -> list[Said]:
    """The amount of the sentence under the very name that has changed: 甲支出100万元,乙支出50万元,甲支出比上年增加…."""
    moved = said[at]
    amounts = [s for s in said[:at] if s.amount and not s.mention.loose and s.mention.figure.unit.base == moved.mention.figure.unit.base]
    amounts = spent_only([s for s in amounts if names_agree(moved.name, s.name)], moved) if moved.name and not moved.serial else []
    return amounts if len(amounts) == 1 else []


def remembered(now: Said, change: Said, before: Before) -> Said | None:
    """What the text stated further above, under the very name of the present amount, for the year that the change is against."""
    year = before.year_of(now) or before.year
    named = next((int(found) for found in YEARS.findall(change.of)), None)
    then = named or (year - 1 if year and re.search("上年|上一年|去年|上年同期", change.of) else None)
    if then is None or year is None or then >= year or len(now.name) < 4 or now.mention.depth:
        return None
    alike = [s for s in before.earlier if plain_name(s.name) == plain_name(now.name) and before.year_of(s) == then and s.mention.figure.unit.base == now.mention.figure.unit.base]
    alike = [s for s in alike if not s.mention.loose and s.stage == now.stage and not s.marker]
    return alike[-1] if len({s.mention.figure.quantity.value for s in alike}) == 1 else None


def both_sides(bases: Sequence[Said], current: Sequence[Said]) -> list[Said]:
    """Income and spending where the one base is that of both: 上年收入支出为a, 本年度增加d."""
    if len(bases) != 1 or len(current) != 2 or not ("收入" in bases[0].name and "支出" in bases[0].name):
        return []
    income, spending = current
    return list(current) if "收入" in income.name and "支出" in spending.name and spending.name.replace("支出", "收入") == income.name else []


def both_told(said: Sequence[Said], at: int, before: Before) -> list[Said]:
    """Income and spending of which one change is told: 收入总计a,支出总计b,各增加d; or in the sentence that follows, 收支较上年增加d."""
    here = [s for s in said[:at] if s.amount]
    pair = here if len(here) == 2 and re.search("各|均", said[at].lead) else before.previous if not at and _BOTH.match(said[at].name) else []
    pair = [s for s in pair if s.amount and not s.mention.loose and s.mention.figure.unit.base == said[at].mention.figure.unit.base]
    both = len(pair) == 2 and "收入" in pair[0].lead and "支出" in pair[1].lead and "支出" not in pair[0].lead and not said[at].serial
    return list(pair) if both else []


def one_value(amounts: Sequence[Said]) -> bool:
    """Whether all these amounts, zeros apart, are one and the same."""
    return bool(amounts) and len({s.mention.figure.quantity.value for s in amounts if s.mention.figure.value}) <= 1


def may_be_base(amount: Said, moved: Said, pool: Sequence[Said]) -> bool:
    """Whether a change may be a rate of this amount itself: it was planned, or it is of an earlier year."""
    if amount.year == -1 or _ONCE.search(amount.lead):
        return True
    later = [s.year for s in pool if s.year and s.year > 0] + [int(found) for found in YEARS.findall(moved.lead)]
    if amount.year and amount.year > 0 and (max(later) > amount.year or _THIS_YEAR.search(moved.lead)):
        return True
    return amount.stage == "budget" and not LAST_YEAR.search(moved.of)


def became(base: Said, moved: Said, before: Before) -> bool:
    """Whether the text has told of this year what an amount of another year changed to: 支出5.94万元。…[2020年支出6.72万元],同比减少0.78万元."""
    if base.year is None or not base.year or base.year > 0 and f"{base.year}年" not in base.lead:
        return False
    told = [s for s in (*before.earlier, *before.previous) if s.amount and not s.mention.loose and s.mention.figure.unit.base == base.mention.figure.unit.base]
    told = [s for s in told if s.year != base.year and s.stage != "budget" and names_agree(base.name, s.name)]
    terms = [[s.mention.figure, -base.mention.figure] if moved.direction > 0 else [base.mention.figure, -s.mention.figure] for s in told]
    return any((footing := foots(moved.mention.figure, pair)) is not None and footing.holds for pair in terms)


def same_thing(now: Said, then: Said) -> bool:
    """Whether two amounts of a comparison can be of one thing: one name, or the base has none of its own."""
    if then.stage == "budget" and now.stage == "executed" and len(now.name) <= 4:
        return True
    return min(len(then.name), len(now.name)) <= 2 or names_agree(then.name, now.name) or names_agree(now.name, then.name)


def is_base(one: Said, moved: Said, pool: Sequence[Said], before: Before) -> bool:
    """`2019年为779.60万元,本年度增加了332.90万元,增加42.70%`: the amount right before, alone in its sentence, is the base."""
    if one not in pool or not re.match(r"[\s,，;；)]*(?:本年|今年|当年|本期)", moved.lead) or one.year is None:
        return False
    later = [s.year for s in before.previous if s.amount and s.year and s.year > 0]
    return one.year == -1 or bool(later) and 0 < one.year < max(later)


def sides_of(change: Said, pool: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """(bases, current amounts) of the pool for the base that the change names: its year, and where it says so its stage."""
    stage = "executed" if _SPENT_BASE.search(change.of) else "budget" if BUDGET_BASE.search(change.of) else ""
    named = {int(year) for year in YEARS.findall(change.of)}
    own = YEARS.findall(change.lead.replace(change.of, ""))
    if not named and own and _LAST.search(change.of):  # 2023年度较上年增加
        named = {int(own[-1]) - 1, -1}
    if stage == "budget" and not named and not LAST_YEAR.search(change.of):
        bases = [s for s in pool if s.stage == "budget"]
        return bases, [s for s in pool if s.stage != "budget"]
    years = {s.year for s in pool if s.year not in (None, 0, -1)}
    first = min(years) if len(years) > 1 and not named & years else None  # type: ignore[type-var]
    first = None if first and not named and _LAST.search(change.of) and max(years) - 1 not in years else first  # type: ignore[type-var]  # 2017年a,到2019年b,比上年增加d
    bases = [s for s in pool if s.year == -1 or s.year is not None and s.year > 0 and (s.year in named or s.year == first)]
    current = [s for s in pool if s not in bases]
    return [s for s in bases if not stage or s.stage in ("", stage)], current


def near(said: Sequence[Said], index: int, *amounts: Said) -> bool:
    """Whether these are the amounts right before the change and no others of the sentence compete."""
    amounts_before = [s for s in said[:index] if s.amount and s.mention.figure.unit.base == amounts[0].mention.figure.unit.base]
    if LAST_YEAR.search(said[index].of) and all(s.stage != "budget" for s in amounts):
        amounts_before = [s for s in amounts_before if s.stage != "budget"]
    return len(amounts_before) == len(amounts) and all(a in amounts_before for a in amounts) and compared(said[index].lead)
