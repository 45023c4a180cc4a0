"""Turns of phrase put plainly before a standard is read: 每增（减）1%加（减）2分 in two clauses, 8成分 as a share, 是否合理（合理得2分…） as its cases."""

from __future__ import annotations

from ziping.standards.tokens import numeral
from ziping.standards.vocabulary import Pattern

__all__ = ["both_ways", "cases_of", "enough_parts", "in_tenths", "nothing_planned", "of_each_element", "shares_multiplied"]

_NOTHING_PLANNED = Pattern(r"(?:如|如果|若)?([^\W\d]{2,8})(?:计划|预算)(?:数|金额)?(?:为|等于)0,?(?:且|并且|同时)(?:实际)?(?:也|亦)?(?:没有|无|未发生|未)([^\W\d]{1,6})(?:的|时)?,(?=(?:按|得|计))")


def nothing_planned(source: str) -> str:
    """如采购预算为0，且实际也没有采购的，按满分计算: nothing was planned and nothing done."""
    return _NOTHING_PLANNED.sub(r"没有\1预算的,", source)


_BOTH = Pattern(r"每([^,;。()\d]{0,4})\(([^,;。()\d]{1,4})\)([^,;。()]*?)(加|扣|减)\((加|扣|减)\)(\d+(?:\.\d+)?分)")


def both_ways(source: str) -> str:
    """每增（减）1个百分点加（减）5分: up and down in two clauses."""
    return _BOTH.sub(lambda m: f"每{m[1]}{m[3]}{m[4]}{m[6]},每{m[2]}{m[3]}{'扣' if m[5] == '减' else m[5]}{m[6]}", source)


_TENTHS = Pattern(r"(?:计|得|记)?([1-9一二三四五六七八九])成(?:的)?分(?:值|数)?(?=[,;。\n)]|$)")


def in_tenths(source: str) -> str:
    """计8成分: 80% of the points."""
    return _TENTHS.sub(lambda m: f"得分值的{int(numeral(m[1]) or m[1])}0%", source)


_QUESTION = Pattern(r"[^()\d]{0,40}是否[^()\d]{1,40}(?:[、,][^()\d]{0,40}是否[^()\d]{1,40})*\(([^()]*[^\W\d]{2}的?[:得计,]+\d[^()]*)\)[。;]?")


def cases_of(source: str) -> str:
    """目标是否合理（合理：3分，不合理：0分）: the question is answered by its cases."""
    match = _QUESTION.fullmatch(source)
    return match[1] if match else source


_MULTIPLIED = Pattern(r"(?:计算方法)?(?:以|按)(?:该|其)?(?:比例|比重|比率)(?:值|数)?\*(\d+(?:\.\d+)?)(?:直接)?(?:计算)?(?:得分|计分)")


def shares_multiplied(source: str) -> str:
    """以比例值乘以8直接得分: eight points for the whole of it."""
    return _MULTIPLIED.sub(r"得分=该比例*\1", source)


_ELEMENT = Pattern(r"(?:具备|符合|满足|达到)[一1](?:个|项|条)(?:得分|评分|评价)?(?:要素|要点|条件|要求),?(?:得到|可得|得|计)(?:该|本)?(?:项)?(?:指标)?(?:总?分值|权重分?)?(?:的)?(\d+(?:\.\d+)?%|1/\d)(?:的)?(?:分值|权重分?)?")


def of_each_element(source: str) -> str:
    """具备一个得分要素，得到指标分值的20%: so much for each of those listed."""
    return _ELEMENT.sub(lambda m: f"每符合一项得{'分值的' + m[1] if m[1].endswith('%') else m[1] + '分值'}", source)


_PART = Pattern(r"([^\n,;。()]*[^\W\d][^()\n;。]*?)\((\d+(?:\.\d+)?)\)(?=[,;。\n]|$)")


_OTHERWISE = Pattern(r"\d分|\(\d+(?:\.\d+)?\)(?![,;。\n]|$)")


def enough_parts(source: str) -> str:
    """示范县负责同志牵头（1），制定了方案（0.5）: bare numbers in brackets behind every condition are its points."""
    if source.rstrip("。;\n")[-1:] != ")":
        return source
    points = [match[2] for match in _PART.finditer(source)]
    counted = points == [str(i + 1) for i in range(len(points))]
    if len(points) < 2 or counted or _OTHERWISE.search(source):
        return source
    return _PART.sub(r"\1(\2分)", source)
