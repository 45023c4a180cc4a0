"""Parts that each hold one sum against another (决算数不超过预算数得1分；决算数不超过上年决算数得1分), told by all of these sums with their names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ziping.standards.words.vocabulary import Pattern

__all__ = ["set_against"]

_PART = Pattern(r"(?:[①-⑳]|\d[.、)])?(?P<one>[^,;。:\d≤不]{2,20}?)(?:不超过|不高于|不大于|≤)(?P<other>[^,;。:\d≤不]{2,16}?)的?,?得\d+(?:\.\d+)?分(?:[,;](?:否则|超过的?|大于的?),?不得分)?[。;]?")
_FIGURE = Pattern(r"(?P<name>[^\W\d]{2,16}?)(?:为|共|:)?(?P<sum>\d+(?:\.\d+)?)(?P<unit>[万亿]?元)")
_NAME = Pattern(r"(?P<when>上年度?|去年|本年度?|当年|今年|全年|年度|年初)?(?P<of>三公经费|公用经费|公务接待费|会议费|培训费|差旅费|运行经费)?(?P<late>上年度?|去年|本年度?|当年|今年)?(?:总)?(?P<what>实际支出|支出|决算|预算安排|预算)(?:总额|金额|数额|数|额)?")
_PIECES = Pattern(r"[,;、]")


def set_against(parts: Sequence[str], text: str) -> list[bool] | None:
    """Of each part whether its sum keeps to the other; None where one of the sums is not told, or something else is."""
    compared = [_PART.fullmatch(part) for part in parts]
    if len(compared) < 2 or not all(compared):
        return None
    asked = [(_which(said["one"]), _which(said["other"])) for said in compared]  # type: ignore[index]
    told = [_FIGURE.fullmatch(piece) for piece in _PIECES.split(text) if piece]
    if not all(told) or len({said["unit"] for said in told}) != 1:  # type: ignore[index]
        return None
    sums = {_which(said["name"]): Decimal(said["sum"]) for said in told}  # type: ignore[index]
    needed = {each for pair in asked for each in pair}
    if len({each[2] for each in (*needed, *sums) if each and each[2]}) > 1:
        return None  # 会议费预算数, where 三公经费决算数 is scored
    if None in needed or len(sums) != len(told) or not all(any(_same(each, name) for name in sums) for each in needed) or len(sums) != len({each[:2] for each in needed if each}):
        return None
    found = {each: next(sums[name] for name in sums if _same(each, name)) for each in needed}
    return [found[one] <= found[other] for one, other in asked]


def _which(name: str) -> tuple[str, str, str] | None:
    """Of which year, spent or planned, and of what: of this year where none is named."""
    said = _NAME.fullmatch(name)
    if said is None or said["when"] and said["late"]:
        return None
    when = said["when"] or said["late"] or ""
    return "last" if when[:1] in ("上", "去") else "this", "plan" if said["what"].startswith("预算") else "spent", said["of"] or ""


def _same(one: tuple[str, str, str] | None, other: tuple[str, str, str] | None) -> bool:
    return one is not None and other is not None and one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2])
