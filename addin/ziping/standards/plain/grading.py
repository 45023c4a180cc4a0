"""Grades told in one place and what each is worth in another, put together: 优≥95%；95%＞良≥90%；…。优得满分，良得80%分值; 优：按期完成；良：推迟1个月以内，分别得10分、8分.

Every grade must be told once and be worth something once, in the same number; where a grade is left over the standard stands as it is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.words.vocabulary import Pattern

__all__ = ["grades_joined"]

_GRADE = r"(?:优秀|优良|优|良好|良|中等|中|一般|合格|不合格|及格|不及格|较好|较差|好|差)"
_NUMBER = r"\d+(?:\.\d+)?(?:%|分|[^\W\d]{1,2}(?=[<>≥≤;,。(]))?"
_OPENS = r"(?:^|(?<=[;,。:\n、]))"
_TOLD = Pattern(
    rf"{_OPENS}(?:(?P<upper>{_NUMBER})(?P<below>[>≥]))?(?P<grade>{_GRADE})(?:级|等)?:?(?P<sign>[≥>≤<])(?P<bound>{_NUMBER})(?=[;,。、\n]|分别|$)"
    rf"|{_OPENS}(?P<from>{_NUMBER})(?P<above>[≤<])(?P<risen>{_GRADE})(?:级|等)?(?:(?P<until>[≤<])(?P<top>{_NUMBER}))?(?=[;,。、\n]|分别|$)"
    rf"|{_OPENS}(?P<named>{_GRADE})(?:级|等)?\((?P<inside>[^()得扣]*\d[^()得扣]*)\)(?=[;,。、\n]|分别|$)"
    rf"|{_OPENS}(?P<said>{_GRADE})(?:级|等)?:(?P<words>[^;:。\n得扣]{{2,30}})(?=[;。\n])"
    rf"|{_OPENS}(?P<range>[^;,。:、\n得扣]{{0,24}}\d[^;,。:、\n得扣]{{0,16}}?)(?:的|者)?,?(?:评定?|定|判|记)?为(?P<called>{_GRADE})(?:级|等)?(?=[;,。、\n]|$)"
)
_WORTH = Pattern(rf"{_OPENS}(?P<grade>{_GRADE})(?:级|等)?(?:的|者)?[,:]?(?P<worth>得满分|得分值的[\d.]+%|得[\d.]+分|不得分|得?(?P<share>[\d.]+)%|得?[零0]分)(?=[;,。、\n]|$)")
_SHARE = r"\d+(?:\.\d+)?%?分?"
_RESPECTIVELY = Pattern(rf"(?:的)?,?(?:分别|依次)(?:按照?|得|计|记|赋|为)*(?P<of>(?:该项|指标|本项)?(?:分值|满分|权重分值|权重分?|标准分值?)的?)?(?P<each>{_SHARE}(?:[、,和]{_SHARE}){{1,5}})(?:的?(?:分值|权重|满分))?(?:计分|得分|赋分|给分|计算|计)*(?=[;,。\n]|$)")
_LABEL = Pattern(r"(?:[^\W\d得扣]{0,16}|得分):")
_LIST, _STOPS = Pattern(r"[、,和]"), Pattern(r"[;,。、\n]+")


_OF_MARKS = Pattern(r"^[^,;。:\d]{0,12}(?:100|百)分制,(?:共?分为?)?[二两三四五2-5]个?(?:档次|等级|档|级)[:,]")
_BAND = Pattern(
    rf"{_OPENS}(?P<range>(?:得分在?)?[^;,。:\n得扣]{{0,24}}\d[^;,。:\n得扣]{{0,16}}?)的?,?(?:评?定为|判定为|认定为|视为|记为|为|(?<=的))(?P<grade>非常满意|很满意|较为?满意|比较满意|基本满意|不满意|满意|{_GRADE})的?"
    r",(?:则)?(?P<worth>得满分|不得分|(?:最[后终])?得分?(?P<points>\d+(?:\.\d+)?)分)(?=[;,。\n]|$)"
)


def _banded(source: str) -> str | None:
    """平均分为61-70分的为一般，最后得分0.8分；…: bands, of which each has a name and its points at once; None where anything else is said."""
    head = _OF_MARKS.match(source)
    rest = source[head.end() :] if head is not None else source
    bands = list(_BAND.finditer(rest))
    if len(bands) < 3 or len({m["grade"] for m in bands}) < len(bands) or _STOPS.sub("", _BAND.sub("", rest)):
        return None
    return ";".join(f"{m['range']}的,{m['worth'] if m['points'] is None else '得' + m['points'] + '分'}" for m in bands) + "。"


def grades_joined(source: str) -> str:
    """Each grade with what it is worth; as it stands where they do not go together."""
    if (banded := _banded(source)) is not None:
        return banded
    told = list(_TOLD.finditer(source))
    if len(told) < 2:
        return source
    grades = [m["grade"] or m["risen"] or m["named"] or m["said"] or m["called"] for m in told]
    if len(set(grades)) < len(grades):
        return source
    worths = _respectively(source, grades) or _each(source, grades)
    if worths is None:
        return source
    spent, worth = worths
    rest = source
    for match in sorted([*told, *spent], key=lambda m: m.start(), reverse=True):
        rest = rest[: match.start()] + rest[match.end() :]
    if (head := _STOPS.sub("", rest)) and not _LABEL.fullmatch(head):
        return source
    if any(m["words"] for m in told) and not all(m["words"] for m in told):
        return source
    return ";".join(_rung(m, grade, worth[grade]) for m, grade in zip(told, grades, strict=True)) + "。"


def _rung(told: re.Match[str], grade: str, worth: str) -> str:
    if told["range"]:
        return f"{told['range']}的,{worth}"
    if told["words"]:
        return f"{told['words']},{worth}"
    if told["inside"]:
        return f"{grade}({told['inside']}){worth}"
    if told["upper"]:
        return f"{grade}({told['bound']}({'' if told['sign'] == '≥' else '不'}含)-{told['upper']}({'' if told['below'] == '≥' else '不'}含)){worth}"
    if told["from"] and not told["until"]:
        return f"{grade}({'≥' if told['above'] == '≤' else '>'}{told['from']}){worth}"
    if told["from"]:
        return f"{grade}({told['from']}({'' if told['above'] == '≤' else '不'}含)-{told['top']}({'' if told['until'] == '≤' else '不'}含)){worth}"
    return f"{grade}({told['sign']}{told['bound']}){worth}"


def _respectively(source: str, grades: list[str]) -> tuple[list[re.Match[str]], dict[str, str]] | None:
    """分别计10分、8分、6分、0分; 分别按分值的100%、80%、60%、0计分."""
    found = list(_RESPECTIVELY.finditer(source))
    if len(found) != 1:
        return None
    each = _LIST.split(found[0]["each"])
    shares = any(x.endswith("%") for x in each)
    if len(each) != len(grades) or (shares and not all(x.endswith("%") or x == "0" for x in each)):
        return None
    return found, {grade: "不得分" if not Decimal(x.rstrip("%分")) else f"得分值的{x}" if shares else f"得{x.removesuffix('分')}分" for grade, x in zip(grades, each, strict=True)}


def _each(source: str, grades: list[str]) -> tuple[list[re.Match[str]], dict[str, str]] | None:
    """优得满分，良得分值的80%: every grade once."""
    found = list(_WORTH.finditer(source))
    worth = {m["grade"]: f"得分值的{m['share']}%" if m["share"] else "不得分" if m["worth"].endswith(("零分", "得0分")) or m["worth"] == "0分" else m["worth"] for m in found}
    return (found, worth) if len(found) == len(worth) and set(worth) == set(grades) else None
