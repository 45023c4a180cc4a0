"""The cases that cost a whole indicator (see `words.forfeits`) held against an actual: nothing where one is told, the points where each is denied or plainly does not hold.

What an actual passes over did not happen where it would be a mishap (发生安全事故) and nothing else went amiss; what the case says was not done may have been left
undone, and what cost some of the points may have been the mishap, so that nothing is scored. Neither is it where a case may be of the one part beside it and holds, or may hold.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ziping.standards.cells.values import Value
from ziping.standards.points.binding import Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.belonging import belongs
from ziping.standards.sayings.entailing import NEAR, relation
from ziping.standards.sayings.propositions import read
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.forfeits import Forfeit
from ziping.standards.words.synonyms import canonical
from ziping.standards.words.vocabulary import Pattern

__all__ = ["or_forfeited"]

_PIECES, _CONDITIONS, _OR = Pattern(r"[,;。\n]"), Pattern(r",?(?:并且|而且|且|同时)|,"), Pattern(r",?或者?")
_ELSE = Pattern(r"否则|其[他它余](?:情况|情形)?|(?:(?:其中)?(?:任[意一何][一1]?|有?[一1])[项个条](?:及以上|以上)?|(?:以上|上述|各项|[两二三四]项)?(?:均|都|全部))(?:未|不|没有)(?:达到?|达标|完成|符合|满足|落实|做到)(?:的|要求|标准|条件)*")  # of each of the parts
_IN_ITS_WAY = Pattern(r"(?:按照?|依照?|根据)[^\W\d未不没无]{1,10}")
_HAPPENS = Pattern(r"发生|出现|存在|发现")


def or_forfeited(cases: tuple[Forfeit, ...], parts: str, run: Callable[[Value], Outcome], full: Decimal, actual: Value) -> Outcome:
    """What the parts earn, nothing where a case is told, NotScorable where that cannot be known. parts: the standard without the cases."""
    pieces = [piece for piece in _PIECES.split(actual.text.rstrip("。;,")) if piece]
    spoken = [piece for piece in pieces if any(case.sure and _one(canonical(case.case), piece, parts) is not None for case in cases)]
    outcome, unread = _but_for(spoken, pieces, run, actual)
    if not outcome[0] and unread is None:
        return outcome
    unclear = None
    for case in cases:
        holds = _holds(case.case, pieces, parts, outcome[0] == full)
        if holds and case.sure:
            return Decimal(0), lambda case=case: f"完成值“{actual.text}”，适用“{case.case}”，全部不得分，得0分", 0  # type: ignore[misc]
        unclear = case if holds is not False else unclear
    if unclear is not None:
        which = "是否属于这一情形" if unclear.sure else "是否属于这一情形、是一项还是全部不得分"
        raise NotScorable(f"评分标准规定“{unclear.case}”不得分，完成值{quoted(actual.text)}{which}不明确，请用标准中的原词写明。")
    if unread is not None and outcome[0] != full:
        raise unread  # 制度健全，未发生事故 says nothing of the other parts
    return outcome


def _but_for(spoken: list[str], pieces: list[str], run: Callable[[Value], Outcome], actual: Value) -> tuple[Outcome, NotScorable | None]:
    """What the parts earn by the whole of the actual, else by the rest of it where some speaks of the cases alone, and why not by the whole.

    All of it must be read, so that nothing takes back what is said of a case.
    """
    unread = None
    for gone in [[], spoken, *([piece] for piece in spoken)]:
        rest = [piece for piece in pieces if piece not in gone]
        try:
            return run(Value("text", ",".join(rest)) if gone else actual) if rest else (Decimal(0), lambda: "", 0), unread
        except NotScorable as refusal:
            unread = unread or NotScorable(str(refusal))
    raise unread  # type: ignore[misc]


def _holds(case: str, pieces: list[str], parts: str, whole: bool) -> bool | None:
    """Whether the case is told; None where it cannot be known. whole: every part earned all its points."""
    if _ELSE.fullmatch(case):
        return False if whole else None
    conditions = [_any([_condition(each, pieces, parts, whole) for each in _OR.split(condition)]) for condition in _CONDITIONS.split(canonical(case))]
    return conditions[0] if len(set(conditions)) == 1 else None


def _any(told: list[bool | None]) -> bool | None:
    return True if True in told else None if None in told else False


def _condition(condition: str, pieces: list[str], parts: str, whole: bool) -> bool | None:
    told = {yes for piece in pieces if (yes := _one(condition, piece, parts)) is not None}
    if told:
        return told.pop() if len(told) == 1 else None
    thing, happens = polarity(condition)
    mishap = happens is True and (_HAPPENS.match(condition) or not any(c.isdecimal() for c in condition))
    return False if whole and (mishap or happens is False and _asks(parts, thing)) else None


def _asks(parts: str, thing: str) -> bool:
    """Whether a part asks for it in these words: 建立台账 of 建立台账得4分, not of 建立台账管理制度得4分."""
    return any(sign in "的得,;。(:\n" for sign in (text[:1] for text in parts.split(thing)[1:]))


def _one(condition: str, piece: str, parts: str) -> bool | None:
    """Whether the piece tells the condition, or denies it; None where it does neither.

    Words that it leaves out of what the condition denies are those of a part that asks for just that: 建立台账 is none of 未建立危化品台账 elsewhere.
    """
    if piece == condition:
        return True
    (asked, should), (thing, yes) = polarity(condition), polarity(piece)
    if asked == thing and None not in (should, yes) and (should or yes):  # 全部未完成 is not said as 未全部完成 is
        return should == yes
    if should is False and yes and thing.endswith(asked) and _IN_ITS_WAY.fullmatch(thing.removesuffix(asked)):
        return False  # 按方案实施, where 未实施 is the case
    said, case = read(piece), read(condition)
    near, found = relation(said, case, fault=True) if said is not None and case is not None else (0, None)
    if found is None and (held := belongs([condition], piece)) is not None:
        near, found = NEAR, held[1]
    return found if found is not False or near > NEAR or _asks(parts, asked) else None
