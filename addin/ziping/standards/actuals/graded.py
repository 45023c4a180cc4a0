"""Grades against grades: 差 where 优 and 良 earn points, 乙等 where 甲等 does, 优秀 for 优 in the whole of its scale."""

from __future__ import annotations

import re

from ziping.standards.actuals.told import Found, Told
from ziping.standards.clauses.awards import GRADES, Off
from ziping.standards.clauses.rule import Arm, Award
from ziping.standards.words.vocabulary import Pattern

__all__ = ["graded"]

_GRADED = frozenset(f"为{grade}" for grade in "优良中差")


def graded(told: Told) -> Found:
    """差, where 优 and 良 earn points and all else none."""
    bound = told.bound
    named = [a for a in bound.words if a.guard.phrase in GRADES or a.guard.phrase[-2:] in _GRADED]  # type: ignore[union-attr]
    below = told.text in GRADES and len(named) > 1 and len(named) == len(bound.words) and bound.otherwise and isinstance(bound.otherwise[0].effect, Award | Off) and not bound.spans
    grades = [next((g for g in sorted(_MERIT, key=len, reverse=True) if a.guard.phrase.endswith(g)), "") for a in named]  # type: ignore[union-attr]
    below = below and told.text in _MERIT and all(grades) and _MERIT[told.text] > max(_MERIT[g] for g in grades)
    return bound.otherwise[0] if below else _on_the_scale(told)


_MERIT = {"优秀": 0, "优": 0, "良好": 1, "良": 1, "好": 1, "较好": 2, "中等": 3, "中": 3, "一般": 3, "合格": 4, "及格": 4, "达标": 4, "基本合格": 5, "较差": 6, "不合格": 7, "不及格": 7, "不达标": 7, "差": 7}


_SCALES = (("甲等", "乙等", "丙等", "丁等"), ("一等", "二等", "三等", "四等"), ("优秀", "良好", "合格", "不合格"), ("优秀", "良好", "中等", "差"), ("优", "良", "中", "差"))
_OF_A_GRADE = Pattern(r"(?:(?P<what>[^\W\d未不没无非且并或和与及]{2,20}?)(?P<at>达到?|被?评定为|被?评为|为|是|获得?))?(?P<grade>[甲乙丙丁一二三四]等|优秀?|良好?|中等?|不?合格|差)")


_RUNGS = {"优": 0, "优秀": 0, "良": 1, "良好": 1, "中": 2, "中等": 2, "差": 3}  # 一般 and 较差 are of other scales


def _of_one_rung(told: Told, asked: list[re.Match[str] | None]) -> Arm | None:
    """优秀, where 优, 良, 中 and 差 are each worth something: the same rung of the same four; None where a rung is left out or another is beside them."""
    bound, text = told.bound, _OF_A_GRADE.fullmatch(told.text)
    if text is None or text["grade"] not in _RUNGS or len(asked) != 4 or not all(asked) or bound.spans or bound.relative or bound.counts or bound.otherwise:
        return None
    rungs = [_RUNGS.get(said["grade"]) for said in asked]  # type: ignore[index]
    whats = {said["what"] for said in asked if said["what"]}  # type: ignore[index]
    if rungs != [0, 1, 2, 3] or len(whats) > 1 or not all(map(_JUDGED_BY.fullmatch, whats)) or text["what"] and text["what"] not in whats:
        return None
    awards = [a.effect.amount.of(told.full) for a in bound.words if isinstance(a.effect, Award)]
    return bound.words[_RUNGS[text["grade"]]] if len(awards) == 4 and awards == sorted(set(awards), reverse=True) and awards[0] == told.full else None


_JUDGED_BY = Pattern(r"(?!.*[险灾隐害警故污损毁贫染])(?:[^\W\d]|、)*?(?:评定|考核|考评|评价|测评|评审|验收|评比|评议)(?:结果|等次|等级|成绩)?")  # of whose grades the first is the best; which end of a scale of dangers is more nobody says
_NOT_THAT = Pattern(r"(?:未|没有)(?:达到?|评为|获评|评上)([^\W\d]{1,3})")


def _on_the_scale(told: Told) -> Found:
    """乙等, where 评定达甲等 earns points and all else none: a grade of the same scale; what is above all that 评定为良好 names nobody has said."""
    bound = told.bound
    asked = [_OF_A_GRADE.fullmatch(a.guard.phrase) for a in bound.words]  # type: ignore[union-attr]
    if (same := _of_one_rung(told, asked)) is not None:
        return same
    if not asked or not all(asked) or bound.spans or bound.relative or bound.counts or not asked[0]["at"] or not all(isinstance(a.effect, Award | Off) for a in (*bound.words, *bound.otherwise)):  # type: ignore[index]
        return None
    grades = [said["grade"] for said in asked]  # type: ignore[index]
    if len(grades) == len(bound.otherwise) == 1 and (denied := _NOT_THAT.fullmatch(told.text)) is not None and denied[1] == grades[0] and (asked[0]["at"].startswith("达") or any(denied[1] == scale[0] for scale in _SCALES)):  # type: ignore[index]
        return bound.otherwise[0]
    scale = next((scale for scale in _SCALES if {told.text, *grades} <= {*scale}), None)
    if scale is None or len(set(grades)) < len(grades) or not all(said["what"] is None or _JUDGED_BY.fullmatch(said["what"]) for said in asked):  # type: ignore[index]
        return None
    if told.text in grades:
        return bound.words[grades.index(told.text)]
    if scale.index(told.text) > max(map(scale.index, grades)):
        return bound.otherwise[0] if len(bound.otherwise) == 1 else None
    return bound.words[0] if len(grades) == 1 and asked[0]["at"].startswith("达") and told.worth(bound.words[0]) else None  # type: ignore[index]
