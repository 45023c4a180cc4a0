"""A grade is no count: 四类 is not more than 三类, nor 一级 less than 二级; of two of them nobody can tell from the number which is the better.

Of water and roads the first grade is the best, of hospitals the third. A grade is the one that is asked for, or one that the standard names, or nothing can be said.
"""

from __future__ import annotations

from ziping.standards.cells.values import Value
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["of_one_grade"]

_NUMERAL = r"(?:\d+|[一二三四五六七八九十]+)"
_GRADE = Pattern(rf"(?P<number>{_NUMERAL})(?P<of>[级档等]|类(?!人|对象|群体|项目|资金|事项|业务)|号(?!文)|甲|期)(?!个)")
_CALLED = Pattern(rf"(?:[^\W\d未不没无非第]{{2,10}}?)(?P<number>{_NUMERAL})(?P<of>[级档等类])(?:标准|水质|水体|资质|及?以上)?")  # 水质达到四类
_SIGNS = frozenset("级档等类号甲期")
_COUNTS_TOO = "类期"  # in digits they may be counted: 培训3期, 覆盖4类
_OF_GRADES = Pattern(r"[一二三四五六七八九][类期]|水质|水体|断面|地表水|等级|级别")
_NAMED = Pattern(rf"(?<![每低降升高差提第\d])(?P<number>{_NUMERAL})(?:(?:级|档|等|类|号|甲|期)?[、~至到或和与-](?P<more>{_NUMERAL}))?(?P<of>[级档等类号甲期])")
_EACH_ONE = Pattern(r"每(?:少|缺|漏|增加?|多|减少?)[^,;。\n\d]{0,6}(?:[一1]个?)?([类期])")


def of_one_grade(standard: str, target: Value | None, actual: Value) -> None:
    """NotScorable for a grade that neither the standard names nor, where it names none, the target."""
    if actual.kind == "number" and actual.unit.base[:1] not in _SIGNS:
        return  # what most calls bring
    got = _grade(actual, standard, target)
    if got is None:
        return
    named = {(told_number(said), found["of"]) for found in _NAMED.finditer(standard) if found["of"] == got[1] for said in (found["number"], found["more"]) if said}
    if not named and target is not None and target.kind == "number" and (wanted := _GRADE.search(target.text)) is not None:
        named = {(told_number(wanted["number"]), wanted["of"])}
    if named and got not in named:
        raise NotScorable(f"完成值{quoted(actual.text)}是等级、类别的名称，不是数量，数字大小不能说明好坏，评分标准和指标值也没有写到它，无法判断，请由填报人填写得分。")


def _grade(actual: Value, standard: str, target: Value | None) -> tuple[object, str] | None:
    """(its number, what it is a grade of), None for what is counted."""
    said = _GRADE.search(actual.text) if actual.kind == "number" else _CALLED.fullmatch(actual.text) if actual.kind == "text" else None
    if said is None:
        return None
    counted = said["of"] in _COUNTS_TOO and (
        (said["number"].isdecimal() and not _OF_GRADES.search(standard + (target.text if target is not None else "")))
        or any(found[1] == said["of"] for found in _EACH_ONE.finditer(standard))
    )
    return None if counted else (told_number(said["number"]), said["of"])
