"""Several rates each of which takes the same points off where it falls short of its own goal (巡查率、整改率不达标各扣1分): how many of them do is what is counted.

The goals stand in the target by the names of the rates (巡查率100%，整改率95%以上), and an actual tells each of them by the same names, or in words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.desirable import better_when_higher, costs_more, may_be_less
from ziping.standards.words.vocabulary import Pattern

__all__ = ["each_rate", "rates_missed"]

_RATE = r"[^,;。:、\d和与及或且均都未不没无各]{1,12}?(?:率|满意度|覆盖面)"
_MISSED = r"(?:未达标|不达标|(?:未|没有)(?:达到|完成)(?:目标|标准|要求|指标|计划|任务)值?)"
_EACH = Pattern(rf"^(?P<rates>{_RATE}(?:[、和及]{_RATE})+){_MISSED}的?,?(?:分别|各|每项)扣(?P<off>\d+(?:\.\d+)?)分(?P<end>[,;。]扣完为止)?[。;]?$")
_AND = Pattern(r"[、和及]")


@lru_cache(maxsize=2048)
def _asked(source: str) -> tuple[list[str], re.Match[str]] | None:
    said = _EACH.match(source)
    rates = _AND.split(said["rates"]) if said is not None else []
    return (rates, said) if said is not None and len(set(rates)) == len(rates) else None


def each_rate(source: str) -> str:
    """The standard as one that counts the rates that fall short."""
    asked = _asked(source)
    return source if asked is None else f"每有1项未达标扣{asked[1]['off']}分{asked[1]['end'] or ''}"


_PIECES = Pattern(r"[,;、]")
_GOAL = Pattern(rf"(?P<name>{_RATE})(?P<low>≥|达到?|不低于|不少于)?(?P<high>≤|不超过|不高于)?(?P<bound>\d+(?:\.\d+)?)%(?P<up>\(含\)以上|及?以上)?(?P<down>\(含\)以[下内]|及?以[下内])?")
_TOLD = Pattern(rf"(?P<name>{_RATE})(?:实际)?(?:为|达到?|是|:)?(?P<at>\d+(?:\.\d+)?)%")
_SAID = Pattern(rf"(?P<name>{_RATE})(?:已|均|都)?(?P<no>未|不|没有)?(?:达标|达到(?:目标|标准|要求|指标)值?)")
_ALL_SAID = Pattern(r"(?:[^,;。\d、]{1,12}[、和及])*(?:[^,;。\d、]{1,12})?(?:两项|二者|各项)?(?:均|都|全部)已?(?P<no>未|不)?(?:达标|达到(?:目标|标准|要求|指标)值?)")


def rates_missed(source: str, target: str, text: str) -> str:
    """How many of the rates fall short, in the words that are counted; as it stands where the standard asks for nothing of the kind, or so many are told; NotScorable where it leaves one of them open."""
    asked = _asked(source)
    if asked is None:
        return text
    rates = asked[0]
    said = text.rstrip("。;")
    if (whole := _ALL_SAID.fullmatch(said)) is not None and _names_all(said, rates):
        return f"{len(rates) if whole['no'] else 0}项未达标"
    pieces = [p for p in _PIECES.split(said) if p]
    words = [_SAID.fullmatch(p) for p in pieces]
    if len(pieces) == len(rates) and all(words) and sorted(w["name"] for w in words) == sorted(rates):  # type: ignore[index]
        return f"{sum(w['no'] is not None for w in words)}项未达标"  # type: ignore[index]
    figures = [_TOLD.fullmatch(p) for p in pieces]
    if not any(figures):
        return text
    goals = [_GOAL.fullmatch(p) for p in _PIECES.split(target.rstrip("。;")) if p]
    missed = _short(rates, goals, figures) if all(figures) and all(goals) and len(goals) == len(figures) == len(rates) else None  # type: ignore[arg-type]
    if missed is None:
        raise NotScorable(f"评分标准考核{quoted('、'.join(rates))}，完成值{quoted(text)}与指标值{quoted(target)}没有逐项写明各自的数，不能判断哪几项未达标，请逐项写明。")
    return f"{missed}项未达标"


def _names_all(said: str, rates: list[str]) -> bool:
    """Whether 均达标 is said of the rates together, by no name or by all of theirs."""
    named = [rate for rate in rates if rate in said]
    plain = re.fullmatch(r"(?:两项|二者|各项)?(?:均|都|全部)已?[^,;。\d]*", said) is not None
    return plain and not named or len(named) == len(rates)


def _short(rates: list[str], goals: list[re.Match[str]], figures: list[re.Match[str]]) -> int | None:
    """How many figures fall short of the goals of their names; None where a name is another one, or which way is better is not known."""
    aims = {goal["name"]: goal for goal in goals}
    if len(aims) < len(goals) or sorted(aims) != sorted(f["name"] for f in figures) or sorted(rates) != sorted(aims):
        return None
    missed = 0
    for figure in figures:
        goal, at = aims[figure["name"]], Decimal(figure["at"])
        least, most = bool(goal["low"] or goal["up"]), bool(goal["high"] or goal["down"])
        if least and most or not (least or most) and not better_when_higher(figure["name"]) and (Decimal(goal["bound"]) != _WHOLE or costs_more(figure["name"]) or may_be_less(figure["name"]) or _EITHER_WAY.search(figure["name"])):
            return None
        missed += at > Decimal(goal["bound"]) if most else at < Decimal(goal["bound"])
    return missed


_WHOLE = Decimal(100)
_EITHER_WAY = Pattern(r"控制|变[动化]|调整|负担|占比|比重|偏[差离]")
