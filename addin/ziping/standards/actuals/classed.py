"""Classes of water told by their Roman numbers: Ⅱ类, where 达到Ⅲ类及以上 earns the points. The lower the number the better, and 劣Ⅴ类 is below them all."""

from __future__ import annotations

from ziping.standards.actuals.told import Found, Told
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Award
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["as_the_standard_writes_it", "classed"]

_RANKS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_WORST = 6
_ONE = r"(?P<below>劣)?(?P<class>I{1,3}|IV|V)类"
_KIND = r"(?:地表水|水质|水体|水|标准|要求)*"
_WHERE = r"(?:[^\W\d未不没无率]{0,10}(?:断面|水质|水体|河流|湖泊|水库|水源地|湖库))?"
_ASKED = Pattern(
    rf"{_WHERE}(?:稳定|保持|考核)*(?P<how>达到或优于|达到或好于|优于或达到|不低于|优于|好于|劣于|低于|未达到?|达到?|为)?(?:地表水)?{_ONE}{_KIND}(?P<side>及以上|以上|\(含\)以上|及更优|或更优|或优于|及以下|以下|\(含\)以下)?{_KIND}(?:的)?"
)
_TOLD = Pattern(rf"{_WHERE}(?:稳定|保持|均|全部)*(?:达到了?|达|为|是)?(?:地表水)?{_ONE}{_KIND}")
_WATER = Pattern(r"水|断面|河|湖")
_AT_LEAST = frozenset(["达到", "达", "达到或优于", "达到或好于", "优于或达到", "不低于"])
_LETTERS = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V"}
_LETTERS_OF, _SIGNS = {letters: sign for sign, letters in _LETTERS.items()}, str.maketrans(_LETTERS)


def _rank(below: str | None, name: str) -> int:
    return _WORST if below else _RANKS[name]


def classed(told: Told) -> Found:
    """The case of such a class; None where one of the cases is of something else, or two of them may be meant."""
    bound, said = told.bound, _TOLD.fullmatch(told.text.translate(_SIGNS))
    if said is None or (said["below"] and said["class"] != "V") or bound.spans or bound.relative or bound.counts or not _WATER.search(bound.rule.source):
        return None
    asked = [_ASKED.fullmatch(arm.guard.phrase.translate(_SIGNS)) for arm in bound.words]  # type: ignore[union-attr]
    if not asked or not all(asked) or not all(isinstance(arm.effect, Award | Off) for arm in (*bound.words, *bound.otherwise)):
        return None
    rank = _rank(said["below"], said["class"])
    ranges = [_range(case) for case in asked]  # type: ignore[arg-type]
    held = [at for at, ranks in enumerate(ranges) if rank in ranks]
    if not held:
        return bound.otherwise[0] if len(bound.otherwise) == 1 else None
    closest = [at for at in held if len(ranges[at]) == min(len(ranges[each]) for each in held)]
    nested = all(ranges[at][0] == 1 for at in held) or len(held) == 1
    return bound.words[closest[0]] if nested and len(closest) == 1 else None


def _range(case: object) -> range:
    """The ranks that the case covers."""
    how, side = case["how"] or "", case["side"] or ""  # type: ignore[index]
    rank = _rank(case["below"], case["class"])  # type: ignore[index]
    if how in ("劣于", "低于", "未达", "未达到"):
        return range(rank + 1, _WORST + 1)
    if side.endswith("以下"):
        return range(rank, _WORST + 1)
    if how in ("优于", "好于") and not side:
        return range(1, rank)
    return range(1, rank + 1) if side or how in _AT_LEAST else range(rank, rank + 1)


_ROMAN, _BELOW_IT = Pattern(r"[ⅠⅡⅢⅣⅤ](?=类)|(?<![A-Z])[IV]+(?=类)"), Pattern(r"(?:未|没有)达到?(?:[IV]+|[ⅠⅡⅢⅣⅤ])类$")
_AND_ABOVE = Pattern(r"(?:及以上)?(?:水质|标准)*")


def as_the_standard_writes_it(text: str, what: str) -> str:
    """1个断面未达到Ⅲ类 where 断面未达到III类及以上水质 is counted: in the letters of the standard, and in its words where these say no more."""
    if "类" not in text or not _ROMAN.search(text) or not (asked := _ROMAN.search(what)):
        return text
    text = text.translate(_SIGNS)
    if asked[0] in _LETTERS:
        text = _ROMAN.sub(lambda one: _LETTERS_OF.get(one[0], one[0]), text)
    below = _BELOW_IT.search(text)
    if below is None:
        return text
    if _ROMAN.findall(below[0]) != _ROMAN.findall(what):
        raise NotScorable(f"评分标准所计的是{quoted(what)}，完成值{quoted(text)}说的是另一类别，请按标准中的类别写明个数。")
    before, _, tail = what.partition(below[0])
    return text + tail if before and _AND_ABOVE.fullmatch(tail) else text
