"""One sum held against another, told by both with their names: parts that each ask that of two (决算数不超过预算数得1分；决算数不超过上年决算数得1分), two years' sums where 只减不增 is asked, 结余 beside 上年结转."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ziping.standards.clauses.phrases import UNRISEN
from ziping.standards.points.binding import Bound
from ziping.standards.words.vocabulary import Pattern

__all__ = ["by_the_other", "set_against", "than_last_year"]

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


_FIGURE_OF = r"[^\W\d年未不没无预计划]{0,10}?"
_LAST, _NOW, _SUM_OF = "(?:上|去)年度?", "(?:本|当|今)年度?", r"(?:为|共|共计|:)?(\d[\d.]*)([万亿]?元)"
_TWO_YEARS = Pattern(rf"({_LAST}|{_NOW})({_FIGURE_OF}){_SUM_OF},而?({_LAST}|{_NOW})({_FIGURE_OF}){_SUM_OF}")


def than_last_year(bound: Bound, text: str) -> str | None:
    """较上年减少0.5万元 of 上年16万元，本年15.5万元, where 只减不增 is asked for and no number."""
    said = _TWO_YEARS.fullmatch(text)
    asked = any(UNRISEN.fullmatch(arm.guard.phrase) for arm in bound.words) and not (bound.spans or bound.counts or bound.relative)  # type: ignore[union-attr]
    if said is None or not asked:
        return None
    one, of, first, unit, other, called, second, measure = said.groups()
    if unit != measure or (one[0] in "上去") == (other[0] in "上去") or of and called and of != called:
        return None
    now, then = (second, first) if one[0] in "上去" else (first, second)
    more = Decimal(now) - Decimal(then)
    return f"较上年{'增加' if more > 0 else '减少'}{abs(more)}{unit}" if more else "与上年持平"


_TWO_SUMS = Pattern(r"(?P<one>[^\W\d未不没无]{2,8}?)(?:为|共)?(?P<sum>\d+(?:\.\d+)?)(?P<unit>[万亿]?元),(?P<other>[^\W\d未不没无]{2,8}?)(?:为|共)?(?P<limit>\d+(?:\.\d+)?)(?P<measure>[万亿]?元)")


_OF_THIS_YEAR = Pattern(r"^(?:[本当今]年度?末?|年末|年底)(?=[^\W\d]{2})")


def by_the_other(bound: Bound, text: str) -> str | None:
    """有结余，但不超过上年结转 of 结余12万元，上年结转20万元, where that and 结余超过上年结转 are told apart."""
    said = _TWO_SUMS.fullmatch(text)
    if said is None or said["unit"] != said["measure"] or bound.spans or bound.counts or bound.relative or not Decimal(said["sum"]):
        return None
    phrases = [arm.guard.phrase for arm in bound.words]  # type: ignore[union-attr]
    one = _OF_THIS_YEAR.sub("", said["one"]) if said["other"][0] in "上去" else said["one"]  # 本年结余, beside 上年结转
    within = [phrase for phrase in phrases if one in phrase and phrase.endswith(f"不超过{said['other']}")]
    beyond = [phrase for phrase in phrases if phrase == f"{one}超过{said['other']}"]
    if len(within) != 1 or len(beyond) != 1:
        return None
    return within[0] if Decimal(said["sum"]) <= Decimal(said["limit"]) else beyond[0]
