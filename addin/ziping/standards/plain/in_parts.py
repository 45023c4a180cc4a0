"""Points taken away in exact proportion to what lies beyond a number or the target, put as steps of which a part takes its part: 控制率>100%时得分=分值-(控制率-100%)×100×0.5; 得分=[1-(实际成本-计划成本)/计划成本]×分值; 超出预算的按超出比例扣减."""

from __future__ import annotations

import re
from decimal import Decimal

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

_PLAN = r"(?:年初|年度|全年|调整|批复的?|核定的?)*(?:预算|计划|目标|概算|批复)(?:总?成本|造价|费用|支出)?(?:数|值|额|金额)?"
_DONE = r"(?:全年|年度|本年|项目)*(?:实际|决算)(?:发生|支出)?的?(?:总?成本|造价|费用|支出)?(?:数|值|额|金额)?"
_OVER = rf"(?P<open>[(\[])1-(?P<inner>[(\[])(?P<done>{_DONE})-(?P<plan>{_PLAN})[)\]]/(?P=plan)(?:\*100%)?[)\]]"
_OVERSPENT = Pattern(rf"(?P<case>(?<=[;。,\n])(?:超(?:出|过)?|高于|大于)(?:{_PLAN})的?,?)?(?:(?:该项|本项|该|本)?(?:指标)?得分=)(?:{_WORTH}\*{_OVER}|{_OVER.replace('?P<', '?P<or_').replace('?P=plan', '?P=or_plan')}\*{_WORTH})(?=[;。,\n]|$)")
_BY_THE_EXCESS = Pattern(
    r"(?<=[;。,\n])(?:若|如)?(?:超(?:出|过)?(?:年度|年初|批复)?(?:预算|计划|目标|概算)(?:总?成本|投资|支出|金额)?(?:数|值|额)?|超支)的(?:部分)?,?按照?(?:实际)?(?:超出|超支|超过)的?(?:比例|百分比|比率)(?:相应)?(?:扣减|扣除|扣分|扣)(?:相应|对应)?的?(?:分值|得分|分数)?(?=[;。,\n]|$)"
)
_ENDS = Pattern(r"(?:[,;。\n](?:扣完为止|扣至0分为止|最低(?:得|为|不低于)?0分|(?:最高|最多)?不超过满分))*[。;]?$")
_EARNS = Pattern(r"得(?:满分|\d+(?:\.\d+)?分)")
_SPENT = Pattern(r"成本|造价|费用|支出|预算|概算|决算")
_NOT_BEYOND, _REACHED = Pattern(r"(?:不|未|没有|无)超|不高于|≤|控制在"), Pattern(r"达到|完成")
_TAKES = "高于目标值的,每超过目标值1%扣分值的1%,不足1%按比例扣分"


def taken_in_parts(source: str) -> str:
    """The source with such points as steps; as it stands where the formula is of another number or another rate than its case."""
    if "得分=" in source:
        source = _OVERSPENT.sub(_overspent, _BEYOND.sub(_beyond, source))
    if "按" in source and len(_EARNS.findall(source)) == 1 and (by := _BY_THE_EXCESS.search(source)) is not None:
        before = source[: by.start()]
        if _ENDS.match(source, by.end()) is None:
            return source  # 按超出比例扣分，每超1%扣2分: how much it is stands behind
        source = before + _TAKES + source[by.end() :] if _NOT_BEYOND.search(before) and not _REACHED.search(before) else source
    return source


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


def _overspent(said: re.Match[str]) -> str:
    done, plan = (said[name] or said["or_" + name] for name in ("done", "plan"))
    if _SPENT.search(done + plan) is None or _ENDS.match(said.string, said.end()) is None:
        return said[0]  # of 实际值 and 目标值 more may be better
    if said["case"]:
        return _TAKES
    return f"不高于目标值得满分,{_TAKES}" if not said.string[: said.start()].strip() else said[0]
