"""Which of several cases an actual names in the standard's own words: a case without the noun before it, one of the faults that one case joins, so many steps in the verb of the step.

It is asked last. Words that two cases have name neither.
"""

from __future__ import annotations

import re

from ziping.amounts import PERCENT, unit_named
from ziping.standards.actuals.faults import alternatives
from ziping.standards.cells.values import Value
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Arm, Award, Steps, Word
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.earning import fixed
from ziping.standards.points.stepping import take
from ziping.standards.sayings.entailing import asks_nothing
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["named_case"]

_SHORTEST = 6  # signs: less may be said of many things
_JOINING = Pattern(r"[,;、]|[且并和与及或但]|[未不没无]")


def named_case(bound: Bound, actual: Value) -> Outcome | None:
    """The points of the case that is named; None where none is, or more than one."""
    text = actual.text.rstrip("。;,")
    if (steps := _in_its_verb(bound, text)) is not None:
        return steps
    arms = bound.words
    if bound.counts or bound.additive or bound.late or bound.relative or not all(isinstance(a.guard, Word) and isinstance(a.effect, Award | Off) for a in arms):
        return None
    held = _without_its_noun(arms, text) or _denied(arms, text) or _done_but(bound, text) or (_one_of_its_faults(bound, text) if not bound.spans else None)
    return fixed(bound, held, actual) if held is not None else None


def _without_its_noun(arms: list[Arm], text: str) -> Arm | None:
    """机制健全且有效运行 of 财务监控机制健全且有效运行: all that is said, without the beginning of the name."""
    ends = [a for a in arms if a.guard.phrase.endswith(text)]  # type: ignore[union-attr]
    if len(ends) != 1 or len(text) < _SHORTEST or not any(a.guard.phrase.startswith(text[:2]) for a in arms if a is not ends[0]):  # type: ignore[union-attr]
        return None  # another case must begin with the short name: it is the standard's own
    before = ends[0].guard.phrase.removesuffix(text)  # type: ignore[union-attr]
    return ends[0] if before and not _JOINING.search(before) and asks_nothing(before) else None


_DENIAL = Pattern(r"(?:未|没有|尚未)(?:开展|实施|进行|公开|建立|制定|编制|报送|启动|组织)")


def _denied(arms: list[Arm], text: str) -> Arm | None:
    """未开展 of 未开展满意度调查的不得分, where no other case speaks of 开展."""
    begun = [a for a in arms if a.guard.phrase.startswith(text)] if _DENIAL.fullmatch(text) else []  # type: ignore[union-attr]
    alone = len(begun) == 1 and not any(text[-2:] in a.guard.phrase for a in arms if a is not begun[0])  # type: ignore[union-attr]
    return begun[0] if alone and isinstance(begun[0].effect, Award) and not begun[0].effect.amount.value else None


_DOES = r"(?P<verb>公开|公示|成立|建立|制定|编制|报送|上报|提交|开展|签订|设立|配备)"
_WHAT = r"(?P<what>[^\W\d未不没无但]{0,14}?)"
_FAULT = (
    r"(?:存在)?(?:(?P<bad>不符合|未达到|不满足)(?P<of>[^\W\d未不没无]{1,4}?(?:(?:、|或者?|和)[^\W\d未不没无、或和]{1,4}?)*)(?:等|方面|的|各项)*(?P<goal>要求|规定|标准)"
    r"|(?P<things>[^\W\d未不没无]{1,6}?(?:(?:、|或者?|和)[^\W\d未不没无、或和]{1,6}?)*)(?P<amiss>不(?:符合(?:要求|规定|标准)|完整|齐全|规范|及时|健全|准确|全面|合理)))"
)
_PARTLY = Pattern(rf"(?:已|进行了?)?{_DOES}了?{_WHAT},?但{_FAULT}")
_UNDONE = Pattern(rf"(?:未|没有)(?:进行)?{_DOES}{_WHAT}")
_DONE_BUT = Pattern(rf"已(?:进行)?{_DOES}了?{_WHAT}[,;]但?{_FAULT}")
_LIST, _TOGETHER = Pattern(r"、|或者?|和"), Pattern(r"和|均|都|全部|普遍|同时")


def _done_but(bound: Bound, text: str) -> Arm | None:
    """已公开，但不符合时限要求 of 进行了公开，但存在不符合时限、内容等要求的, beside all of it and nothing of it: one of the faults that the middle case lists."""
    said = _DONE_BUT.fullmatch(text)
    partly = [(a, m) for a in bound.words if (m := _PARTLY.fullmatch(a.guard.phrase)) is not None] if said is not None else []  # type: ignore[union-attr]
    undone = [m for a in bound.words if (m := _UNDONE.fullmatch(a.guard.phrase)) is not None and bound.costs_all(a)] if partly else []  # type: ignore[union-attr]
    if len(bound.words) != 3 or len(bound.rule.arms) != 3 or len(partly) != 1 or len(undone) != 1:
        return None
    arm, case = partly[0]
    if not said["verb"] == case["verb"] == undone[0]["verb"] or said["what"] not in ("", case["what"]) or undone[0]["what"] not in ("", case["what"]):  # type: ignore[index]
        return None
    if any(said[name] != case[name] for name in ("bad", "goal", "amiss")):  # type: ignore[index]
        return None
    named, listed = (_LIST.split(m["of"] or m["things"]) for m in (said, case))  # type: ignore[index]
    return arm if set(named) <= set(listed) and (set(named) == set(listed) or not _TOGETHER.search(case["of"] or case["things"])) else None


_THERE = Pattern(r"^(?:经检查|检查)?(?:存在|发现|发生|出现|被发现|有)了?")
_SORT = Pattern(r"(?:等?(?:的)?(?:情况|问题|现象|情形|行为|资金))+$")


def _one_of_its_faults(bound: Bound, text: str) -> Arm | None:
    """依据不充分 of 依据不充分或程序不规范, 存在挪用 of 发现截留、挤占、挪用的: any of them is the case."""
    if re.search(r"\d", text):
        return None
    said = _SORT.sub("", _THERE.sub("", text))
    if len(said) < 2:
        return None
    meant = [a for a in bound.words if len(faults := alternatives(a.guard.phrase)) > 1 and any(_SORT.sub("", _THERE.sub("", fault)) == said for fault in faults)]  # type: ignore[union-attr]
    if len(meant) != 1 or any(said in a.guard.phrase for a in bound.words if a is not meant[0]):  # type: ignore[union-attr]
        return None
    return meant[0] if isinstance(meant[0].effect, Off) or not meant[0].effect.amount.value else None  # type: ignore[union-attr]


_SO_FAR = Pattern(r"(?P<verb>滞后|落后|低于|低|少|相差|差|超出|超过|超|高于|高)(?:计划|目标|进度|计划进度|序时进度)?了?(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?P<unit>个百分点|个工作日|个月|[^\W\d]{1,2})")
_PLAIN_VERB = Pattern(r"[于出过]$")


def _in_its_verb(bound: Bound, text: str) -> Outcome | None:
    """滞后10个百分点, where 每滞后5个百分点 takes points off from the plan itself."""
    said = _SO_FAR.fullmatch(text)
    steps = [a.effect for a in (*bound.relative, *bound.otherwise) if isinstance(a.effect, Steps) and a.effect.base is None and not (a.effect.late and a.effect.unit != PERCENT) and not a.effect.gain]
    if said is None or bound.spans or len(steps) != 1:
        return None
    number, unit = told_number(said["n"]) if said["n"].isdecimal() or not said["n"][0].isdecimal() else None, PERCENT if said["unit"] == "个百分点" else unit_named(said["unit"].removeprefix("个"))
    verb = _PLAIN_VERB.sub("", said["verb"]) or said["verb"]
    if number is None or steps[0].unit != unit or not re.search(rf"每{verb}[于出过]?(?=\d|[一二两三四五])", bound.rule.source):
        return None
    return take(bound, steps[0], number, text, None)
