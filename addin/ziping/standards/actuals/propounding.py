"""What the propositions of an actual decide for a rule as a whole: which conditions add up, which one of several cases it is, whether the only condition is met.

It is asked last, where the words are neither the standard's own nor any turn of them that is known, and answers only where every condition that earns
points is decided.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import half_up
from ziping.standards.actuals.listing import first_of_all
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import ZERO, Arm, Award, Judged, Part, Word
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.earning import fixed
from ziping.standards.sayings.aligning import align, sweeping
from ziping.standards.sayings.another import MANNER
from ziping.standards.sayings.deciding import PARTS
from ziping.standards.sayings.entailing import relation
from ziping.standards.sayings.pairing import paired
from ziping.standards.sayings.propositions import HAVE, OCCUR, read
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["propounded"]

_SO_MANY_DONE = Pattern(r"(?:^|[,;。])(?:\d|[一二两三四五六七八九])项(?:已|均|都|全部|未|没有)*[^\W\d]{2}(?=[,;。]|$)")
_DIGIT = Pattern(r"\d")
_NO, _NONE, _THERE_IS = words("否 × 不是"), words("无 没有"), words("有 已有")


def propounded(bound: Bound, actual: Value) -> Outcome | None:
    """Points and reason; None where the actual does not tell them."""
    text = actual.text.rstrip("。;,")
    if bound.spans or bound.late or bound.absent:
        return None
    if len(bound.counts) == len(bound.rule.arms):
        return _none_of_it(bound, text)
    if bound.counts:
        return _nothing_to_count(bound, text)
    if not bound.words or bound.faults:
        return None
    if bound.relative and not (len(bound.words) == 1 and bound.additive is False):
        return None
    if bound.additive:
        return _adding_up(bound, text)
    return _one_case(bound, actual, text)


def _none_of_it(bound: Bound, text: str) -> Outcome | None:
    """未发现不规范问题, where each of them takes points off and nothing else is counted."""
    only = bound.counts[0].effect
    if len(bound.counts) > 1 or only.gain or only.lack or align([only.what], text, [True]) != [False]:  # type: ignore[union-attr]
        return None
    return bound.full, lambda: f"完成值“{text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(bound.full)}分", 0


def _nothing_to_count(bound: Bound, text: str) -> Outcome | None:
    """齐全, where 会议纪要齐全 earns everything and what is missing is counted: all that was asked for is there."""
    whole = [a for a in bound.words if _earns(a)]
    if bound.relative or len(whole) != 1 or len(bound.words) > 1 or whole[0].effect.amount.of(bound.full) != bound.full or any(a.effect.gain for a in bound.counts):  # type: ignore[union-attr]
        return None
    if align([whole[0].guard.phrase], text) != [True]:  # type: ignore[union-attr]
        return None
    return bound.full, lambda: f"完成值“{text}”，适用“{whole[0].text(bound.rule.unit, '')}”，得{shown(bound.full)}分", 0


def _earns(arm: Arm) -> bool:
    return isinstance(arm.effect, Award | Part) and bool(arm.effect.amount.value)


def _contrary(arm: Arm, other: Arm) -> bool:
    """Whether the one phrase denies the other."""
    a, b = read(arm.guard.phrase), read(other.guard.phrase)  # type: ignore[union-attr]
    return a is not None and b is not None and a.yes != b.yes and relation(a, b)[1] is False


def _adding_up(bound: Bound, text: str) -> Outcome | None:
    earning = [a for a in bound.words if _earns(a)]
    rest = [a for a in bound.words if not _earns(a)]
    if any(isinstance(a.effect, Part) and a.effect.nested for a in earning) or any(isinstance(a.effect, Judged) for a in bound.otherwise):
        return None
    in_turn = [_earns(a) for a in bound.words] == [True, False] * len(earning)
    paired = {id(b): a for a, b in zip(earning, rest, strict=True)} if in_turn else {id(b): a for b in rest for a in earning if _contrary(b, a)}
    if any(isinstance(b.effect, Off) and (id(b) not in paired or b.effect.amount != paired[id(b)].effect.amount) for b in rest):  # type: ignore[union-attr]
        return None
    contraries = [b for b in rest if id(b) in paired]
    if _SO_MANY_DONE.search(text):
        return None  # which of them, nobody says
    told = _swept(earning, text) or _aligned(earning, contraries, paired, text)
    if told is None or (len(contraries) < len(rest) and not all(told)):
        return None
    closing = first_of_all(bound.words, [a.effect.amount.of(bound.full) for a in bound.words]) if any(told) else None  # type: ignore[union-attr]
    if closing is not None and not told[earning.index(bound.words[closing])]:
        return None  # 没有绩效目标的，本项不得分 at the end: of what else is there nobody knows whether it still earns
    points = half_up(sum((a.effect.amount.of(bound.full) for a, yes in zip(earning, told, strict=True) if yes), Decimal(0)), 2)  # type: ignore[union-attr]
    named = "、".join(a.guard.phrase for a, yes in zip(earning, told, strict=True) if yes) or "无"  # type: ignore[union-attr]
    return points, lambda: f"完成值“{text}”，满足的条件：{named}，得{shown(points)}分", sum(told)


def _swept(earning: list[Arm], text: str) -> list[bool] | None:
    if any(how[0] not in text and how[0][-1] != "级" for a in earning for how in MANNER.finditer(a.guard.phrase)):  # type: ignore[union-attr]
        return None  # 均已公开 of 预算在网站公开 says not where
    return sweeping([a.guard.phrase for a in earning], text)  # type: ignore[union-attr]


def _aligned(earning: list[Arm], contraries: list[Arm], paired: dict[int, Arm], text: str) -> list[bool] | None:
    holds = align([a.guard.phrase for a in (*earning, *contraries)], text, [False] * len(earning) + [True] * len(contraries))  # type: ignore[union-attr]
    if holds is None:
        return None
    told = holds[: len(earning)]
    for contrary, yes in zip(contraries, holds[len(earning) :], strict=True):
        at = earning.index(paired[id(contrary)])
        if yes and told[at]:
            return None
        told[at] = False if yes else True if yes is False and told[at] is None and _denies_by_itself(contrary, earning[at]) else told[at]
    return None if None in told else told  # type: ignore[return-value]


def _denies_by_itself(contrary: Arm, other: Arm) -> bool:
    """超出时间报送, denied, is 及时报送; 不齐全 alone may be of anything."""
    said = read(contrary.guard.phrase)  # type: ignore[union-attr]
    return said is not None and bool(said.about or said.how) and _contrary(contrary, other)


def _one_case(bound: Bound, actual: Value, text: str) -> Outcome | None:
    """The one of several cases that holds, all others being denied; or the only condition, met or not."""
    arms = bound.words
    if not all(isinstance(a.effect, Award | Off | Judged) for a in arms) or not all(isinstance(a.effect, Award | Off) for a in bound.otherwise):
        return None
    earning = [a for a in arms if _earns(a)]
    holds = _answered(arms, text) or _each_decided(arms, text) or align([a.guard.phrase for a in arms], text, [not _earns(a) for a in arms], apart=len(arms) == 1)  # type: ignore[union-attr]
    if holds is None:
        return None
    if len(earning) == 1 and len(arms) == 2 and None in holds:
        whole = arms.index(earning[0])
        other = 1 - whole
        if holds[whole] is not None and holds[other] is None and _contrary(arms[other], arms[whole]) and isinstance(arms[other].effect, Award):
            holds[other] = not holds[whole]
    if len(earning) == 1 and holds[arms.index(earning[0])] and earning[0].effect.amount.of(bound.full) == bound.full:  # type: ignore[union-attr]
        holds = [False if yes is None and _happens(arm) else yes for yes, arm in zip(holds, arms, strict=True)]  # all that was asked for is there: what is not named did not happen
    rest = [a for a in (*arms, *bound.relative, *bound.otherwise) if a not in earning]
    if len(earning) == 1 and holds.count(False) == 1 and holds[arms.index(earning[0])] is False and all(a.effect == Award(ZERO) for a in rest):
        return Decimal(0), lambda: f"完成值“{text}”，不符合“{earning[0].guard.text()}”，得0分", 0  # type: ignore[union-attr, call-arg]
    if None in holds or sum(map(bool, holds)) > 1:
        return None
    if True in holds:
        if _DIGIT.search(text) and not isinstance(arms[holds.index(True)].effect, Award):
            return None  # 发生2起 of what costs points once
        return fixed(bound, arms[holds.index(True)], actual)
    if len(bound.otherwise) == 1:
        return fixed(bound, bound.otherwise[0], actual)
    if bound.relative:
        return None
    if not earning and not bound.otherwise:
        return bound.full, lambda: f"完成值“{text}”，没有评分标准“{bound.rule.words()}”所列的情形，得满分{shown(bound.full)}分", 0
    return None


def _each_decided(arms: list[Arm], text: str) -> list[bool | None] | None:
    """完成甲，未完成乙, where each case says of both whether it was: the one of them that holds, where every other is denied."""
    phrases = [_BUT.sub(r"\1", arm.guard.phrase) for arm in arms]  # type: ignore[union-attr]
    if len(arms) < 3 or not all("," in phrase for phrase in phrases):
        return None
    told = [paired([phrase], text) for phrase in phrases]
    return [each[0] for each in told if each] if None not in told and told.count([True]) == 1 else None


_BUT = Pattern(r"(,)(?:但是?|而|且|并且|同时)")


def _happens(arm: Arm) -> bool:
    """Whether the phrase is of something that happens (出现坐支), not of something left undone."""
    fault = read(arm.guard.phrase)  # type: ignore[union-attr]
    return fault is not None and (fault.yes or OCCUR in fault.says)


def _answered(arms: list[Arm], text: str) -> list[bool | None] | None:
    """否, 无 and 有 for the only condition."""
    if len(arms) != 1 or not isinstance(arms[0].guard, Word) or not _earns(arms[0]):
        return None
    asked = [read(part) for part in PARTS.split(arms[0].guard.phrase) if part]
    if any(p is None or not p.yes for p in asked):
        return None
    there = HAVE in asked[0].says and asked[0].text.startswith("有")  # type: ignore[union-attr]
    if text in _NO or (text in _NONE and there):
        return [False]
    return [True] if text in _THERE_IS and there and len(asked) == 1 else None
