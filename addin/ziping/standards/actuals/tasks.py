"""A number for what a standard only names (完成补充耕地任务得1分 beside 300亩 and 300亩; 将补贴发放到农户得4分，未完成的按比例计分): the target that is reached or missed.

Only where that is all the standard asks for and it says what less earns; a demand beside it (按时, 并通过验收) no number tells.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.values import Value
from ziping.standards.clauses.readings import OF_ITS_GOAL
from ziping.standards.clauses.rule import ZERO, Award, Else, Met, Ratio, Steps
from ziping.standards.points.binding import Bound, bind
from ziping.standards.words.desirable import better_when_higher, brought_about
from ziping.standards.words.doings import asks_how
from ziping.standards.words.goals import GOALS
from ziping.standards.words.vocabulary import Pattern

__all__ = ["of_its_goal", "of_the_task"]

_WHOLE = Decimal(100)
_OF_WHOM = r"(?:(?:(?:上级|[省市县区乡镇]里?)?(?:年度|全年|年初)?下达的?|年度|全年|年初|本年度?)+(?:计划)?)?"
_TASK = Pattern(rf"(?:(?:全部|全面)?完成了?{_OF_WHOM}(?:[两二三四五六七八九]项)?(?P<name>(?!目标|任务|指标|计划)[^\W\d]{{2,16}}?)?(?:任务|目标|指标|计划|面积|数量|人数|户数|里程)+[数量]?|全部完成(?P<all>[^\W\d]{{2,14}}))")
_PLAIN = Pattern(r"(?:按照?[^\W\d]{2,10}(?:批复|文件|计划|任务|方案|标准)(?:要求)?)?(?P<name>(?P<all>[^\W\d]{4,30}))")
_PAID = Pattern(r"(?:发放|拨付|兑付|兑现|支付|打卡)(?:到|至|给)?(?:农户|农民|户|位|账|企业|个人|群众|学校|村)")


def of_the_task(bound: Bound, target: Value | None, actual: Value) -> tuple[Bound, Value] | None:
    """The rule with the target in the place of what it names, and the target as one to be reached; None where a number may be of something else."""
    if target is None or target.kind != "number" or actual.kind != "number" or target.relation in ("≤", "<") or target.unit.base in TIMES or len(bound.words) != 1:
        return None
    named = bound.words[0]
    rest = [a for a in bound.rule.arms if a is not named]
    if not rest or not isinstance(named.effect, Award) or named.effect.amount.of(bound.full) != bound.full or not all(a.guard in (Met(False), Else()) for a in rest):
        return None
    phrase = named.guard.phrase.removesuffix("的").replace(",", "")  # type: ignore[union-attr]
    shared = all(isinstance(a.effect, Ratio) and a.effect.of == "completion" for a in rest)
    task = _TASK.fullmatch(phrase) or (_PLAIN.fullmatch(phrase) if shared else None)
    if task is None:
        return None
    name = task["name"] or task["all"] or ""
    if asks_how(name) or not (shared or all(a.effect == Award(ZERO) for a in rest)):
        return None
    if name and not (better_when_higher(name) or brought_about(name)):
        return None
    if target.relation == "=" and actual.low != target.low or not target.low:
        return None
    if target.unit == PERCENT and target.low != _WHOLE or target.unit.base != actual.unit.base or target.bare != actual.bare:
        return None
    paid = shared and target.unit.base == "元" and not target.relation and _PAID.search(phrase)
    arms = tuple(a.but(guard=Met(True)) if a is named else a for a in bound.rule.arms)
    return bind(bound.rule.but(arms=arms), bound.full), target.but(relation="≥") if paid else target


_NAMED_SHARE = Pattern(r"(?P<name>[^\W\d未不没无]{0,12}?)(?:目标|任务|计划)(?:任务)?(?:已|实际|共)?完成了?(?:率|比例)?(?:为|达到?)?(?P<share>\d+(?:\.\d+)?)%")


def _the_task(name: str, source: str) -> bool:
    """Whether what is done is the one task of the standard, by a word of its own: 投保 of 全年投保任务, not 税收 of 税收任务和非税任务, nor 税 of either."""
    asked = re.findall(r"完成了?([^,;。:\d]*?)(?:的?,|得|$)", source)
    whole = [each for each in asked if name and _SUFFIX.sub("", each).endswith(name)] if name else asked
    return bool(whole) and not any(_AND.search(each) for each in asked) and all(len(_SUFFIX.sub("", each).removesuffix(name)) != 1 for each in whole)


_SUFFIX = Pattern(r"(?:目标|任务|计划|指标)+[数量]?$")
_AND = Pattern(r"[和与及、]|任务[^,;。]*任务")


def of_its_goal(bound: Bound, target: Value | None, actual: Value) -> tuple[Value, Value] | None:
    """完成任务的90%, 参保任务完成90%, where reaching the target is scored: of a hundred, whatever the target is; None where a target is a rate itself, of which nine tenths are another rate."""
    said = OF_ITS_GOAL.fullmatch(actual.text)
    share = said[2] if said is not None and said[1] in GOALS else None
    if share is None and (named := _NAMED_SHARE.fullmatch(actual.text)) is not None and _the_task(named["name"], bound.rule.source):
        share = named["share"]
    if share is None or bound.spans or not any(a.guard == Met(True) for a in bound.relative) or target is not None and (target.relation in ("≤", "<") or target.unit == PERCENT and target.low != _WHOLE):
        return None
    if not all(isinstance(a.effect, Award | Steps) or isinstance(a.effect, Ratio) and a.effect.of == "completion" for a in bound.rule.arms) or bound.counts or bound.words:
        return None
    return Value("number", "100%", "≥", _WHOLE, unit=PERCENT), Value("number", actual.text, "", Decimal(share), unit=PERCENT)
