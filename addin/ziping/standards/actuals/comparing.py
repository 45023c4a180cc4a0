"""What words say of a comparison: with the target (达标, 未超预算), with what was set (不高于批复价), with last year (下降5%)."""

from __future__ import annotations

from ziping.standards.actuals.between import time_between
from ziping.standards.actuals.timing import of_every_year
from ziping.standards.actuals.told import Found, Told
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import UNRISEN, met
from ziping.standards.clauses.rule import Arm, Award, Band, Met, Relative
from ziping.standards.sayings.lateness import punctual
from ziping.standards.sayings.matching import alternatives
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["COMPARED_READERS", "YES", "in_a_band", "turned"]

YES = words("是 符合 满足 达到 已达到 符合要求 满足要求 均符合 全部符合 达标 做到 已做到 全部满足 均满足 均达到 全部达到 均已达到 全部做到 符合标准 同时满足 同时符合 同时具备")
_OPEN = words("是/否 有/无 是否 有无")


def in_a_band(told: Told) -> Found:
    """部分达成, where the three bands of a qualitative target are printed."""
    bands = [a for a in told.bound.words if isinstance(a.effect, Band)]
    hits = [a for a in bands if _REACHED_SO.match(a.guard.phrase)[1] in _SO_FAR[told.done]] if told.done else []  # type: ignore[union-attr, index]
    return hits[0] if len(hits) == 1 else None


_REACHED_SO = Pattern(r"(部分|基本|未|没有|)")
_SO_FAR = {"yes": ("",), "partly": ("部分",), "no": ("未", "没有")}


def _reached(told: Told) -> Found:
    """达标 and 未完成, where reaching the target is what earns points."""
    bound, target, actual, done = told.bound, of_every_year(told), told.actual, told.done
    met = [a for a in bound.relative if isinstance(a.guard, Met)]
    if met and not done and target is not None and target.kind != "number":
        kept = punctual(target, actual) if target.kind == "date" else target.text == actual.text and target.text not in _OPEN or None
        done = "" if kept is None else "yes" if kept else "no"
    if met and not done and _AS_PRINTED.search(told.text) and f"{told.text}得" in bound.rule.source:
        done = "yes"  # 危房改造任务全部完成, as the standard itself says it
    if not met or done not in ("yes", "no"):
        return None
    arms = [a for a in met if a.guard.yes == (done == "yes")] or ([] if done == "yes" else bound.otherwise)  # type: ignore[union-attr]
    if arms and time_between(bound, arms[0], actual, done == "yes"):
        raise told.unmatched()
    return arms[0] if arms and isinstance(arms[0].effect, Award | Off) else None


_AS_PRINTED = Pattern(r"^[^\W\d未不没无]{4,}(?:全部|全面)完成$")
_OF_WHAT = Pattern(r"[^,;。]*?(?:不低于|不少于|不小于|不高于|不超过|不大于|等于|低于|少于|小于|高于|超过|大于)(.+)")


def _compared_so(told: Told) -> Found:
    """不高于批复价 or 符合, where 单价不高于批复价 earns everything: the comparison with what was set, said in words."""
    bound, text = told.bound, told.text
    arms = {a.guard.sign: a for a in bound.relative if isinstance(a.guard, Relative) and isinstance(a.effect, Award | Off)}
    said = met(text)
    if isinstance(said, Relative):
        named = _OF_WHAT.fullmatch(text)
        if named is not None and named[1] not in bound.rule.source:
            return None  # another figure than the standard's
        return arms.get(said.sign) or arms.get({"<": "≤", ">": "≥"}.get(said.sign, ""))
    whole = [a for sign, a in arms.items() if sign in ("≤", "≥") and told.worth(a)]
    return whole[0] if len(whole) == 1 and (text in YES and len(bound.relative) == len(arms) or said == Met(True) and _OR_BEYOND.search(bound.rule.source)) else None


_OR_BEYOND = Pattern(r"达到(?:、|或者?)[低小少高大多]于|[低小少高大多]于(?:、|或者?)达到")  # 达到目标值, where 达到或低于目标值 earns everything


_DOWNWARD, _UPWARD = words("下降 减少 降低 压减 下浮 缩短"), words("延长 上升 增长 增加 提高 提升 上涨 上浮")
_AGAINST = Pattern(r"(?:下降|减少|降低|压减|上升|增长|增加|提高)(?=(?:率|幅度|比例)?$)")
_TURNED = Pattern(r"(?:(?:较|比|与|同)(?:上年|去年|上年度|上年同期))?(?:相比|同比|环比)?(下降|减少|降低|压减|下浮|缩短|延长|上升|增长|增加|提高|提升|上涨|上浮)(?:了|率为)?[\d.]+(?:%|个?百分点|位|名|个?名次|天|小时|分钟|个?月|元|万元|件|起|人)?")
_TURNS = Pattern(r"[^不未无没\d]{0,16}?(下降|减少|降低|压减|下浮|缩短|延长|上升|增长|增加|提高|提升|上涨|上浮)")


_BY_NOTHING = Pattern(r"[^\d.]0(?:\.0+)?(?!\.?\d)")


def turned(told: Told) -> Arm | None:
    """下降5% where 下降, 持平 and 上升 are told apart."""
    arms, text = told.bound.words, told.text
    said = _TURNED.fullmatch(text)
    if not _may_turn(told, said) or _BY_NOTHING.search(text):
        return None  # 增长0% is 持平
    if ("环比" in text) != ("环比" in arms[0].guard.phrase):  # type: ignore[union-attr]
        return None  # against last month is another thing than against last year
    if said is None and text not in _DOWNWARD and text not in ("持平", "与上年持平"):
        return None
    way = _UPWARD if said is not None and said[1] in _UPWARD else _DOWNWARD
    if way is _DOWNWARD:
        kept = [a for a in arms if UNRISEN.fullmatch(a.guard.phrase) and (text.endswith("持平") is False or "只减" not in a.guard.phrase)]  # type: ignore[union-attr]
        if len(kept) == 1:
            return kept[0]
    elif len(arms) == len(told.bound.otherwise) == 1 and UNRISEN.fullmatch(arms[0].guard.phrase) and not told.bound.relative:  # type: ignore[union-attr]
        return told.bound.otherwise[0]  # 上升2%, where 只减不增 earns the points and all else none
    if said is None:
        return None
    hits = [a for a in arms if any((turn := _TURNS.fullmatch(phrase)) and turn[1] in way for phrase in alternatives(a.guard.phrase))]  # type: ignore[union-attr]
    return hits[0] if len(hits) == 1 else None


def _may_turn(told: Told, said: object) -> bool:
    """Whether a turn is asked for in words: its size is no number of the standard's, unless that is of the opposite turn (下降5% beside 增长8%以上)."""
    bound = told.bound
    against = _AGAINST.search(bound.rule.subject)
    opposed = against is not None and said is not None and (said[1] in _UPWARD) != (against[0] in _UPWARD)  # type: ignore[index]
    return (not bound.spans or opposed) and (not bound.counts or bound.counts[0].effect.what in _UPWARD)  # type: ignore[union-attr]


COMPARED_READERS = (_reached, _compared_so)
