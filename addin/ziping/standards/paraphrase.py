"""Turns of phrase put plainly before a standard is read: 每增（减）1%加（减）2分 in two clauses, a share multiplied, nothing planned."""

from __future__ import annotations

from ziping.standards.vocabulary import Pattern

__all__ = ["amount_set", "both_ways", "either_of_two", "multiples", "nothing_planned", "shares_multiplied"]

_NOTHING_PLANNED = Pattern(r"(?:如|如果|若)?([^\W\d]{2,8})(?:计划|预算)(?:数|金额)?(?:为|等于)0,?(?:且|并且|同时)(?:实际)?(?:也|亦)?(?:没有|无|未发生|未)([^\W\d]{1,6})(?:的|时)?,(?=(?:按|得|计))")


def nothing_planned(source: str) -> str:
    """如采购预算为0，且实际也没有采购的，按满分计算: nothing was planned and nothing done."""
    return _NOTHING_PLANNED.sub(r"没有\1预算的,", source)


_BOTH = Pattern(r"每([^,;。()\d]{0,4})\(([^,;。()\d]{1,4})\)([^,;。()]*?)(加|扣|减)\((加|扣|减)\)(\d+(?:\.\d+)?分)")


def both_ways(source: str) -> str:
    """每增（减）1个百分点加（减）5分: up and down in two clauses."""
    return _BOTH.sub(lambda m: f"每{m[1]}{m[3]}{m[4]}{m[6]},每{m[2]}{m[3]}{'扣' if m[5] == '减' else m[5]}{m[6]}", source)


_EITHER = Pattern(r"每([^,;。()\d]{0,6}?[一1](?:项|处|个|种|次|件|条|份|人|户)[^,;。()扣得\d]{0,6}?)或者?(?:每)?((?:少|缺|漏|失|未|错)[^,;。()\d]{0,6}?[一1](?:项|处|个|种|次|件|条|份|人|户)[^,;。()扣得\d]{0,6}?)的?,?扣(\d+(?:\.\d+)?分)")


def either_of_two(source: str) -> str:
    """每少一种机构或少一项制度扣0.5分: each of the one, and each of the other."""
    return _EITHER.sub(r"每\1扣\3,每\2扣\3", source)


_SET_AMOUNT = Pattern(r"([^,;。()\d]{2,12}标准)(?:为)?(\d+(?:\.\d+)?万?元(?:/[^\W\d]{1,4})?),(?:符合|达到)(?:标准|要求|规定)?的?得(满分|\d+(?:\.\d+)?分)[,;](?:否则|不符合(?:标准|要求|规定)?的?|未达到(?:标准|要求)?的?)不得分")


def amount_set(source: str) -> str:
    """补助标准200元/人，符合标准得3分，不符合不得分: just this amount."""
    return _SET_AMOUNT.sub(r"\1=\2得\3,否则不得分", source)


_MULTIPLIED = Pattern(r"(?:计算方法)?(?:以|按)(?:该|其)?(?:比例|比重|比率)(?:值|数)?\*(\d+(?:\.\d+)?)(?:直接)?(?:计算)?(?:得分|计分)")


def shares_multiplied(source: str) -> str:
    """以比例值乘以8直接得分: eight points for the whole of it."""
    return _MULTIPLIED.sub(r"得分=该比例*\1", source)


_LEVERED = Pattern(r"撬动|带动|拉动|引导|放大|杠杆|投入产出|配套")  # the second number is what the first brings; of 师生比1:20 nobody knows which way is better
_TO_ONE = Pattern(r"(?<![\d.:])1:(\d+(?:\.\d+)?)(?![\d:])")


def multiples(source: str) -> str:
    """撬动社会投资达到1:3以上: three times as much."""
    return _TO_ONE.sub(r"\1倍", source) if _LEVERED.search(source) else source
