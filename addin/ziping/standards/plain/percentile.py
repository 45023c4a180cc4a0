"""Places told as a share of all that are ranked (位于本地区前20%得2分；位于前40%得1.5分；位于80%以下不得分): the first so many in a hundred, of which fewer are better.

A bare percentage tells no place, and neither does 前35%以内 the one that was reached; what is ranked elsewhere (全省, where 全市 is asked for) is another place.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["PLACE", "among_the_first", "place_told"]

PLACE = "排位比例"

_AT = r"(?:综合)?(?:排名|名次|位次|位列|位居|位于|处于|居于|列|居|在)+"
_WHERE = r"(?:本地区|本区域|同类地区|同类单位|全[国省市州县区]|[全本][省市县区]?系统|同类|同级)?"
_SHARE = r"(?P<share>\d{1,2}(?:\.\d+)?)%"
_POINTS = r"的?,?(?P<points>得\d+(?:\.\d+)?分|得满分|不得分)"
_NAME = r"[^,;。:\d未不没无得扣前]{0,16}?"
_FIRST = Pattern(rf"(?:(?:{_NAME})(?P<at>{_AT})(?P<where>{_WHERE})(?:排名|位次)?|(?P<of>{_WHERE}))前{_SHARE}(?P<in>\(含\))?(?:以?内|之内)?{_POINTS}")
_REST = Pattern(rf"(?:(?:{_AT})?{_WHERE}(?:前)?{_SHARE}(?:以下|以后|之后|以外|之外|开外)|其余|其他|其它|否则)(?:的|地区|单位)*,?(?P<points>不得分|得\d+(?:\.\d+)?分)")
_CLAUSES = Pattern(r"[;。\n]")
_BETWEEN = Pattern(r"(?<=分),")


def _bands(source: str) -> tuple[list[re.Match[str]], re.Match[str] | None] | None:
    """The bands from the first on, each wider than the one before and worth less, and what is left; None where any clause is something else."""
    clauses = [c for c in _CLAUSES.split(_BETWEEN.sub(";", source)) if c] if "前" in source and "%" in source else []
    found = [_FIRST.fullmatch(c) for c in clauses]
    rest = _REST.fullmatch(clauses[-1]) if len(found) > 2 and found[-1] is None else None
    bands = found[:-1] if rest is not None else found
    if len(bands) < 2 or not all(bands) or bands[0]["at"] is None or any(b["where"] or b["of"] for b in bands[1:] if (b["where"] or b["of"]) != bands[0]["where"]):  # type: ignore[index]
        return None
    shares = [Decimal(b["share"]) for b in bands]  # type: ignore[index]
    worth = [Decimal(b["points"][1:-1]) for b in bands if b["points"][1:-1].replace(".", "").isdecimal()]  # type: ignore[index]
    if shares != sorted(set(shares)) or worth != sorted(set(worth), reverse=True) or rest is not None and rest["share"] is not None and Decimal(rest["share"]) != shares[-1]:
        return None
    return bands, rest  # type: ignore[return-value]


def among_the_first(source: str) -> str:
    """The standard as one of a number of which less is better."""
    found = _bands(source)
    if found is None:
        return source
    bands, rest = found
    told = [f"{PLACE}≤{b['share']}%{b['points']}" for b in bands]
    return ";".join([*told, *([f"{PLACE}>{bands[-1]['share']}%{rest['points']}"] if rest is not None else [])])


_PLACE = Pattern(rf"(?:{_AT})?(?P<where>{_WHERE})(?:{_AT})?前(?P<share>\d{{1,2}}(?:\.\d+)?)%")


def place_told(source: str, text: str) -> str:
    """35% of 前35%; as it stands where the standard ranks nothing so; NotScorable where it tells no place, or one of elsewhere."""
    found = _bands(source)
    if found is None:
        return text
    said = _PLACE.fullmatch(text.rstrip("。;"))
    if said is None or said["where"] not in ("", found[0][0]["where"] or ""):
        raise NotScorable(f"评分标准按排位在前百分之几计分，完成值{quoted(text)}没有写明这样的排位，请写明如“前35%”。")
    return f"{said['share']}%"
