"""The full case told in its own words beside what takes points off each time: 四者齐全, 5个环节均规范, 全部整改到位 of a 整改率 of 100%, 未发生投诉 of 投诉0起.

All of it must be told: the whole condition, or how many things there are and what is said of all of them, or a rate of 100% as all, or none of what may not be.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.values import shown
from ziping.standards.clauses.rule import Award, Word
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.sayings.aligning import align
from ziping.standards.sayings.statements import JOINED
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["repeated"]


def repeated(bound: Bound, text: str) -> Outcome | None:
    """Full points where the text tells the full case; None where it tells something else, or less."""
    if bound.additive or bound.relative or bound.late or any(a.effect.gain for a in bound.counts):  # type: ignore[union-attr]
        return None
    if not bound.counts and not (len(bound.spans) == 1 and bound.otherwise):
        return None
    earning = [a for a in (*bound.spans, *bound.words, *bound.otherwise, *bound.absent) if not (isinstance(a.effect, Award) and not a.effect.amount.value)]
    if len(earning) > 1 or any(not isinstance(a.effect, Award) or a.effect.amount.of(bound.full) != bound.full for a in earning):
        return None
    if not earning:
        case = _asked(bound)
        told = bool(case) and _tells(case, text)
    elif isinstance(earning[0].guard, Word):
        case = earning[0].guard.phrase
        told = _tells(case, text)
    else:
        case = earning[0].text(bound.rule.unit, bound.rule.subject)
        holds = getattr(earning[0].guard, "holds", None)
        told = holds is not None and (_all(bound, text) if holds(_HUNDRED) and not holds(Decimal(0)) else _none(bound, text) if holds(Decimal(0)) and not holds(Decimal(1)) else False)
    return (bound.full, lambda: f"完成值“{text}”，即评分标准的满分情形“{case}”，得满分{shown(bound.full)}分", 0) if told else None


_HUNDRED = Decimal(100)
_BEFORE_POINTS = Pattern(r"^(?:\d[.、)])?([^\d得扣每;。\n]{4,60}?)(?:的)?[,;。]?\((\d+(?:\.\d+)?)分\)")
_BRACKETS = Pattern(r"\([^()]*\)")


def _asked(bound: Bound) -> str:
    """按要求编报绩效目标，实现全覆盖（3分）: what the full points in brackets are for."""
    case = _BEFORE_POINTS.match(bound.rule.source)
    return case[1] if case is not None and Decimal(case[2]) == bound.full else ""


_SO_MANY = r"(?P<n>\d+|[二两三四五六七八九十])(?P<measure>者|个?(?:[项份种类条套本张方]面?|环节|要素|部分|步骤|阶段|指标|目标|制度|条件|要求|要点)?)"
_OF_ALL = Pattern(rf"(?:以上|上述)?{_SO_MANY}(?P<noun>(?:制度|工作|内容|环节|要素|要求|方面|条件|资料|材料|报告|目标|指标|任务|手续|程序|事项|措施)?)(?P<all>(?:均|都|全部|全)?)已?(?P<said>[^\W\d未不没无均都部已]{{2,6}})")
_COUNTED = Pattern(rf"{_SO_MANY}[^\W\d]{{0,4}}$")
_ALL = Pattern(r"(?:均|都|全部|全)已?$")
_WHAT_IS_SO = Pattern(r"[^\W\d未不没无、按及均都各每和与]{2,12}(?<![各每])")
_HEAD = Pattern(r"^.*(?:应?当?包括|包含|[:,])")


def _tells(case: str, text: str) -> bool:
    case = _BRACKETS.sub("", case)
    plain = text.removeprefix("已")
    if plain == case.removeprefix("已") or align([case], text) == [True]:
        return True
    if "、" in plain and case.endswith(plain) and _WHAT_IS_SO.fullmatch(case.removesuffix(plain)) is not None:
        return True  # 明确、合理、可衡量 of 绩效目标明确、合理、可衡量
    said = _OF_ALL.fullmatch(text)
    if said is None or not case.endswith(said["said"]):
        return False
    before = case.removesuffix(said["said"])
    whole = _ALL.search(before)
    before = _ALL.sub("", before)
    if whole is None and not said["all"] and said["said"] not in _THERE and said["measure"] != "者":
        return False
    number = told_number(said["n"])
    if (counted := _COUNTED.search(before)) is not None:
        return told_number(counted["n"]) == number
    members = [m for m in JOINED.split(_HEAD.sub("", before)) if m]
    return len(members) == number


_THERE = ("齐全", "完整", "齐备", "完备")
_EACH = Pattern(r"(?:已)?(?:全部|均|都)已?(?P<said>[^\W\d未不没无]{2,8}?)(?:到位|完毕)?")
_HOW = Pattern(r"按[期时]|及时|如期|准时|提前|限期|一次|首次|当[年日期]|有效|[足全]额|规范|优|良|不|未|无")  # what all of them being done does not say
_RATE = Pattern(r"^(?P<of>[^\W\d]{2,16})(?:率|比例|比率)$")


def _all(bound: Bound, text: str) -> bool:
    """全部验收合格, where 验收合格率 of 100% earns everything: no manner of it is left out."""
    said, rate = _EACH.fullmatch(text), _RATE.match(bound.rule.subject)
    if said is None or rate is None or bound.rule.unit != PERCENT or not rate["of"].endswith(said["said"]):
        return False
    return not _HOW.search(rate["of"].removesuffix(said["said"]))


_NONE = Pattern(r"(?:未发生|未出现|未发现|不存在|没有发生|没有|无)(?:任何)?(?P<said>[^\W\d未不没无]{2,14})")
_NUMBER_OF = Pattern(r"^(?:全年|年度|本年度?|当年)*(?:发生)?|(?:发生)?(?:次数|起数|件数|例数|数量|个数|数|率|情况)?$")


_EVENT = Pattern(r"(?:事件|事故|投诉|案件|纠纷|舆情|处罚|上访|火灾|违规|违纪|违法|险情|疫情)(?:发生)?(?:次数|起数|件数|数量|率|数)?$")


def _none(bound: Bound, text: str) -> bool:
    """未发生群众投诉, where 群众投诉 of 0起 earns everything."""
    if text in ("未发生", "未出现") and _EVENT.search(bound.rule.subject):
        return True
    said = _NONE.fullmatch(text)
    return said is not None and len(name := _NUMBER_OF.sub("", bound.rule.subject)) > 1 and _NUMBER_OF.sub("", said["said"]) == name
