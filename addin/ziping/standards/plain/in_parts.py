"""Points taken away in exact proportion to what lies beyond a number or the target, put plainly.

Beyond a number, as steps of which a part takes its part: 控制率>100%时得分=分值-(控制率-100%)×100×0.5. Beyond the target, as one formula:
得分=[1-(实际成本-计划成本)/计划成本]×分值; 超出预算的按超出比例扣减.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.clauses.edges import OVER_GOAL
from ziping.standards.words.vocabulary import Pattern

__all__ = ["taken_in_parts"]

_RATE = r"[^=,;。:\d()/*+\n≥≤<>-]{0,20}?(?:率|比例|比重|占比|满意度)"
_SIGN = r"(?P<sign>>|<|大于|小于|高于|低于|超过|超出|不足)"
_WORTH = r"(?:该项|本项|该|本)?(?:指标)?(?:分值|权重分?|满分)"
_N = r"\d+(?:\.\d+)?"
_BEYOND = Pattern(
    rf"(?:^|(?<=[;。,\n]))(?P<name>{_RATE})?{_SIGN}(?P<edge>{_N})%(?:\(不含\))?(?:的|时|的时候)*,?(?:则)?(?:该项|本项|该|本)?(?:指标)?得分=(?:{_WORTH}|(?P<worth>{_N})分?)"
    rf"-\((?:(?P<more>{_RATE})-(?P=edge)%|(?P=edge)%-(?P<less>{_RATE}))\)(?P<times>(?:\*(?:{_N}分?|{_WORTH}))+)(?=[;。,\n]|$)"
)
_UPWARD = frozenset({">", "大于", "高于", "超过", "超出"})
_A_NUMBER = Pattern(rf"^{_N}(?=分?$)")

_SUM = r"(?:总?(?:成本|支出|投资|费用|造价))?(?:金额|数|值|额)?"
_LIMIT = rf"(?:年初|年度|全年|调整|批复的?|核定的?)*(?:预算|计划|目标|概算|批复|指标){_SUM}"
_OVER = rf"(?<=[,;。\n])(?:若|如)?(?:实际)?(?P<lead>{_SUM})(?:超支|(?:超出|超过|高于|大于|超)(?P<over>{_LIMIT})?)的?(?:部分)?,?(?:则)?"
_TOLD = rf"(?:按照?|根据|以)(?:实际)?(?:超出|超过|超支)(?P<told>{_LIMIT})?(?:部分)?的?(?:比例|比率|百分比)(?:相应|同比例|等比例)?(?:扣减|扣除|核减|扣)(?:相应|对应|该项|本项|指标)*的?(?:分值|得分|分数|分)?"
_SHARE = rf"[(\[]1-[(\[](?:全年|年度|本年|项目)*(?:实际|决算)(?:完成|发生)?的?(?P<done>{_SUM})-(?P<plan>{_LIMIT})[)\]]/(?P=plan)(?:\*100%)?[)\]]"
_RECKONED = rf"(?:(?:该项|本项|该|本)?(?:指标)?得分=)(?:{_SHARE}\*(?P<behind>{_WORTH}|{_N}分?)|(?P<before>{_WORTH}|{_N}分?)\*{_SHARE.replace('done>', 'spent>').replace('plan', 'asked')})"
_ENDS = r"(?:[,;。\n](?:扣完为止|扣至0分为止|最低(?:得|为|不低于)?0分|(?:最高|最多)?不超过满分))*[。;]?$"
_BY_THE_EXCESS, _BY_FORMULA, _FORMULA_ALONE = Pattern(f"{_OVER}{_TOLD}{_ENDS}"), Pattern(f"{_OVER}{_RECKONED}{_ENDS}"), Pattern(f"^{_RECKONED}{_ENDS}")
_KEPT_TO = Pattern(rf"^(?P<what>[^,;。\d未不没无≤]{{0,16}}?)(?:不高于|不超过|不大于|不超出|未超过|未超出|未超|不超|小于等于|≤|控制在)(?P<limit>{_LIMIT})(?:以内|之内|范围内|内)?的?,?得(?:满分|(?P<earns>\d+(?:\.\d+)?)分)[,;。\n]$")
_OF, _MONEY = Pattern("预算|计划|目标|概算|批复|指标"), ("成本", "支出", "投资", "费用", "造价")
_SPENT = Pattern(r"成本|造价|费用|支出|投资|预算|概算")


_NAME = r"[^=,;。:\d()/*+\n≥≤<>-]{2,16}?"
_PAST_IT = Pattern(
    rf"^(?P<what>[^,;。\d未不没无≤]{{0,16}}?)(?:达到|符合|不超过|未超过|不高于|控制在)(?P<limit>(?:年度|控制|总量)*目标)(?:值|要求)*(?:以内|之内|的)?,?得(?P<earns>{_N})分[;,。\n](?:若|如)?(?:超过|超出|高于|超)(?P=limit)(?:值|要求)*的?(?:扣分)?,"
    rf"得分=(?P<worth>{_N})分?-[(](?:实际)(?P<done>{_NAME})-(?P<plan>{_NAME})[)](?:[*](?P<k>{_N})/(?P=plan)|/(?P=plan)[*](?P<times>{_N}))"
    rf"(?:[;,。\n](?:超过|超出|高于|超)(?P=limit)(?:值|要求)?(?P<most>{_N})%(?:及?以上)?的?,?(?:该项)?不得分)?{_ENDS}"
)


def _past_it(said: re.Match[str]) -> str:
    """达到控制目标得10分；超目标的，得分=10-(实际排放量-目标排放量)×100/目标排放量，超过目标10%的不得分: what each hundredth costs; as it stands where more than so much would earn something by the formula, or another quantity is told."""
    factor, worth = Decimal(said["k"] or said["times"]), Decimal(said["worth"])
    if worth != Decimal(said["earns"]) or said["limit"] not in said["plan"] or not said["plan"].endswith(said["done"]) or not factor or said["what"] and not said["what"].endswith(said["done"]):
        return said[0]
    if said["most"] and Decimal(said["most"]) * factor / 100 < worth:
        return said[0]
    return f"{said['what']}不高于目标值得{said['worth']}分;高于目标值的,每超过1%扣{_plain(factor / 100)}分,不足1%按比例扣分,扣完为止"


def taken_in_parts(source: str) -> str:
    """The source with such points as steps or as one formula; as it stands where the formula is of another number or another rate than its case."""
    if "得分=" in source:
        source = _FORMULA_ALONE.sub(_less_the_excess_alone, _PAST_IT.sub(_past_it, _BEYOND.sub(_beyond, source)))
    said = (_BY_THE_EXCESS.search(source) or _BY_FORMULA.search(source)) if "得" in source else None
    kept = _KEPT_TO.match(source[: said.start()]) if said is not None else None
    return _less_the_excess(kept, said) if kept is not None and said is not None else source


def _beyond(said: re.Match[str]) -> str:
    rate, upward = said["more"] or said["less"], said["sign"] in _UPWARD
    before = said.string[: said.start()]
    if upward != bool(said["more"]) or said["name"] and said["name"] != rate or not said["name"] and rate not in before:
        return said[0]
    if said["worth"] and not re.search(rf"得{re.escape(said['worth'])}分", before):
        return said[0]  # of how many points nobody knows
    factors = [f.removesuffix("分") for f in said["times"].split("*")[1:]]
    numbers = [Decimal(f) for f in factors if _A_NUMBER.match(f)]
    shares = len(factors) - len(numbers)
    if shares > 1 or not shares and 100 not in numbers:
        return said[0]  # (控制率-100%)*5: five points for each of a hundred, or for the whole of it?
    each = Decimal(100 if shares else 1)
    for number in numbers:
        each *= number
    size, costs = "超过" if upward else "低于", f"分值的{_plain(each / 100)}%" if shares else f"{_plain(each / 100)}分"
    return f"{rate}{'>' if upward else '<'}{said['edge']}%的,每{size}1个百分点扣{costs},不足1个百分点按比例扣分"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _less_the_excess(kept: re.Match[str], said: re.Match[str]) -> str:
    """The points less the share by which the one limit is exceeded that earns them all when it is kept; as it stands where another limit, another sum or other points are told."""
    told = said.groupdict()
    limits = [name for name in (kept["limit"], told["over"], told.get("told"), told.get("plan"), told.get("asked")) if name]
    sums = {money for name in (*limits, told["lead"], told.get("done"), told.get("spent")) for money in _MONEY if name and money in name}
    worth = _worth(said)
    if len({_before_its_sum(limit) for limit in limits}) > 1 or len(sums) > 1 or sums and any(money in kept["what"] and money not in sums for money in _MONEY):
        return said.string
    if kept["earns"] and worth != "分值" and Decimal(worth.removesuffix("分")) != Decimal(kept["earns"]):
        return said.string
    return f"{kept['what']}不高于目标值得{kept['earns'] + '分' if kept['earns'] else '满分'},高于目标值的,得分=(1-{OVER_GOAL})*{worth}"


def _less_the_excess_alone(said: re.Match[str]) -> str:
    """得分=[1-(实际成本-计划成本)/计划成本]×分值 and nothing else; as it stands where more may be better, as of 实际值 and 目标值, or another sum is told."""
    done, plan = (said[one] or said[other] or "" for one, other in (("done", "spent"), ("plan", "asked")))
    if _SPENT.search(done + plan) is None or len({money for name in (done, plan) for money in _MONEY if money in name}) > 1:
        return said[0]
    return f"不高于目标值得满分,高于目标值的,得分=(1-{OVER_GOAL})*{_worth(said)}"


def _before_its_sum(limit: str) -> str:
    """年初预算 of 年初预算支出数: of which plan it is."""
    return limit[: _OF.search(limit).end()]  # type: ignore[union-attr]


def _worth(said: re.Match[str]) -> str:
    told = said.groupdict()
    worth = told.get("behind") or told.get("before") or ""
    return f"{worth.removesuffix('分')}分" if worth[:1].isdecimal() else "分值"
