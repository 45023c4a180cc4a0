"""Ways of printing a rule that say the same as the plain way: grades before their conditions, a coefficient named first, a question with the answers in brackets."""

from __future__ import annotations

import re

from ziping.standards.tokens import numeral, tokens
from ziping.standards.vocabulary import Pattern

__all__ = ["answered", "bracket_points", "coefficients", "one_of_the_listed", "tenths", "ungraded"]

_GRADE = Pattern(r"(?:^|(?<=[;。\n]))(?:优秀?|良好?|中等?|差|较差|较好|一般|合格|基本合格|不合格)(?:等|等次)?:(?!得|计|\d+(?:\.\d+)?分)")
_EARNS = Pattern(r"[^;。\n]{2,}?(?:得|计|记)(?!分率)[^;。\n]*")


def ungraded(source: str) -> str:
    """优：95%以上，得满分；良：…: the grade is only another name of what stands behind it."""
    labels = list(_GRADE.finditer(source))
    ends = [match.start() for match in labels[1:]] + [len(source)]
    if len(labels) < 3 or labels[0].start() or not all(_EARNS.fullmatch(source[m.end() : end].strip(";。\n")) for m, end in zip(labels, ends, strict=True)):
        return source
    return _GRADE.sub("", source)


_KIND = Pattern(r"(?:^|(?<=[;。\n]))指标性质为(?:[≥≤]|=)的,")
_COEFFICIENT = Pattern(r"((?:得分)?系数)=([^;。,\n=]+/[^;。,\n=]+?)(?:,?\(?(?:最高|最大)?(?:为|不超过|不得超过)(?:100%|1)\)?)?(?=[;。,\n]|$)")
_TIMES_IT = Pattern(r"[;。,\n](?:该|本)?(?:项)?(?:指标)?得分=(?:(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分)\*(?:得分)?系数|(?:得分)?系数\*(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分))(?=[;。\n]|$)")


def coefficients(source: str) -> str:
    """得分系数=完成值/指标值，最高为100%；指标得分=指标权重×得分系数: the quotient times the points, which end at the full ones."""
    if not _COEFFICIENT.search(source):
        return _KIND.sub("", source)
    return _COEFFICIENT.sub(r"得分=\2*分值", _TIMES_IT.sub("", _KIND.sub("", source)))


_TENTHS = Pattern(r"[得计记]([一二三四五六七八九1-9])成(?:分值?)?(?=[,;。\n]|$)")


def tenths(source: str) -> str:
    """计8成分: 80% of the points."""
    return _TENTHS.sub(lambda match: f"得分值的{(numeral(match[1]) if not match[1].isdecimal() else int(match[1])) * 10}%", source)  # type: ignore[operator]


_ASKED = Pattern(r"(?P<asks>[^()\n]*是否[^()\n]*)\((?P<answers>[^()]+)\)[。;]?")
_ASKED_PLAINLY = Pattern(r"(?P<asks>[^()\n:]*是否[^()\n:]*):(?P<answers>是,?[得计]\d[^()]+)")
_ANSWER = Pattern(r"(?<=[^\W\d]):(?=\d+(?:\.\d+)?分)")


def answered(source: str) -> str:
    """目标是否合理（合理：3分，不合理：0分）: the answers to a question that gives no points itself are the rule."""
    match = _ASKED.fullmatch(source) or _ASKED_PLAINLY.fullmatch(source)
    if match is None or any(t.kind in ("NUM", "CMP", "AWARD", "DEDUCT", "ADD", "ZERO", "FULL", "EVERY") for t in tokens(match["asks"])) or len(re.findall(r"\d分", match["answers"])) < 2:
        return source
    return _ANSWER.sub("得", match["answers"])


_BARE = Pattern(r"(?<=[^\W\d])\((\d(?:\.\d+)?)\)(?=[,;。\n]|$)")
_ANY_BRACKET = Pattern(r"\(\d+(?:\.\d+)?\)")


def bracket_points(source: str) -> str:
    """牵头（1），制定方案（1）: numbers in brackets behind every condition, where nothing else says points."""
    found = _BARE.findall(source)
    if len(found) < 2 or len(_ANY_BRACKET.findall(source)) != len(found) or re.search(r"\d分|[得扣加]\d|满分|\d(?![.、)])", _BARE.sub("", source)) or not re.search(r"\(\d(?:\.\d+)?\)[。;\n]*$", source):
        return source
    return _BARE.sub(r"(\1分)", source)


_ONE_MET = Pattern(r"(?<=[;。\n])(?:每)?(符合|满足|具备|达到|做到)(?:其中|以上)?(?:一|1|每)(?:项|条|个(?:得分)?(?:要素|要点|条件)?)(?:的)?,?得到?(?=\d|(?:该|本)?(?:项)?(?:指标)?分值的)")
_MARK = Pattern(r"[①-⑳]")
_AWARDED = Pattern(r"(?<![取获所])得(?!分要)|扣|加\d|满分")


def one_of_the_listed(source: str) -> str:
    """①…；②…。具备一个得分要素，得到指标分值的20%: so much for each that is met."""
    return _ONE_MET.sub(r"每\1一项得", source, count=1) if len(_MARK.findall(source)) > 1 and len(_AWARDED.findall(source)) == 1 else source
