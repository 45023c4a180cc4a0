"""Several things counted apart (迟报一次扣1分，漏报一次扣2分; 省级每篇得2分，市级每篇得1分): how often each of them happened, as the actual names them."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import half_up
from ziping.standards.awards import Off
from ziping.standards.binding import Bound, Outcome
from ziping.standards.counting import ANY_FAULT, occurrences
from ziping.standards.deciding import decide
from ziping.standards.matching import denies
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import ZERO, Arm, Award, Count
from ziping.standards.stepping import taken
from ziping.standards.tokens import numeral
from ziping.standards.values import COUNTED, Value, shown
from ziping.standards.vocabulary import Pattern, in_order

__all__ = ["tallied"]

_CLAUSE = Pattern(r"[,;。]")
_AND = Pattern(r"、|和(?=[^\d]*\d)|以及")
_PIECE = Pattern(r"(?:共|发现|出现|发生|存在|有)*([^\d]*?)(\d+|[一二两三四五六七八九十]+(?=[起次件例项处条个篇]))(人次|[^\W\d])([^\d]*)")
_TAILS = Pattern(r"^(?:的|共|计(?!划))+|(?:的|共|计|问题|情况)+$")
_CUT = Pattern(r"[不未无没非超漏迟误错违]$")


def tallied(bound: Bound, actual: Value) -> Outcome:
    """Points off, or on, for each of the things that the actual names; what it does not name did not happen."""
    effects: list[Count] = [a.effect for a in bound.counts]  # type: ignore[misc]
    text, full = actual.text.rstrip("。;"), bound.full
    numbers = dict.fromkeys(range(len(effects)), Decimal(0))
    faults = [a for a in bound.words if isinstance(a.effect, Off) or a.effect == Award(ZERO)]
    whats = [e.what for e in effects]
    nothing = all(denies(text, said) for said in (*whats, *(a.guard.phrase for a in faults))) or _all_done(text, whats) or actual.kind == "number" and actual.low == 0 and (actual.bare or actual.unit.text in COUNTED)  # type: ignore[union-attr]
    once: list[str] = []
    told: set[int] = set()
    for clause in [] if nothing else [c for c in _CLAUSE.split(text) if c]:
        said = _counts(clause, effects, bound)
        if said is None:
            once.append(clause)
            continue
        for which, number in said:
            if numbers[which]:
                raise _unsaid(bound, actual.text)
            numbers[which] = number
            told.add(which)
    if effects[0].gain and not once:
        return _gained(bound, effects, numbers, actual)
    happened = _happened(bound, faults, ",".join(once)) if once else {}
    if not nothing and not any(numbers.values()) and True not in happened.values() and (len(told) < len(effects) or list(happened.values()) != [False] * len(faults)):
        raise _unsaid(bound, actual.text)  # 均按时办理 says nothing of 结果有误
    off = sum((taken(effect, numbers[i], full)[1] for i, effect in enumerate(effects)), Decimal(0))
    hit = [faults[i] for i, yes in happened.items() if yes]
    off += sum(a.effect.amount.of(full) if isinstance(a.effect, Off) else full for a in hit)
    points = half_up(max(Decimal(0), full - off), 2)
    said_so = [f"{_label(e)}{shown(numbers[i])}{e.measure}" for i, e in enumerate(effects) if numbers[i]] + [a.guard.phrase for a in hit]  # type: ignore[union-attr]
    return points, lambda: f"完成值“{actual.text}”，计{'、'.join(said_so) or '没有所列的情形'}，共扣{shown(min(off, full))}分，得{shown(points)}分", int(sum(numbers.values()))


def _happened(bound: Bound, faults: list[Arm], text: str) -> dict[int, bool | None]:
    """Whether the faults that are counted nowhere happened, as these statements tell; NotScorable where a statement speaks of none of them."""
    if not faults:
        raise _unsaid(bound, text)
    decided = decide([a.guard.phrase for a in faults], text, [False] * len(faults))  # type: ignore[union-attr]
    if decided.stray or decided.opposed:
        raise _unsaid(bound, text)
    return dict(enumerate(decided.holds))


_DONE = Pattern(r"(?:全部|均|都)(?:已)?(.+)")


def _all_done(text: str, faults: list[str]) -> bool:
    """全部按时办结 where 未按时办结 and 未办理 are counted; not where 内容不准确 is."""
    done = _DONE.fullmatch(text)
    return done is not None and any(f == "未" + done[1] for f in faults) and all("未" in f for f in faults)


def _gained(bound: Bound, effects: list[Count], numbers: dict[int, Decimal], actual: Value) -> Outcome:
    gained = sum((taken(effect, numbers[i], bound.full)[1] for i, effect in enumerate(effects)), Decimal(0))
    points = half_up(min(bound.full, gained), 2)
    counted = "、".join(f"{_label(e)}{shown(numbers[i])}{e.measure}" for i, e in enumerate(effects) if numbers[i]) or "没有所列的情形"
    return points, lambda: f"完成值“{actual.text}”，计{counted}，共得{shown(gained)}分，得{shown(points)}分", int(sum(numbers.values()))


def _label(effect: Count) -> str:
    return effect.what or effect.lack


def _counts(clause: str, effects: list[Count], bound: Bound) -> list[tuple[int, Decimal]] | None:
    """What a clause of the actual counts: 迟报2次和漏报1次; None where it counts nothing of the standard's."""
    for pieces in ([clause], [p for p in _AND.split(clause) if p]):
        said = [_said(piece, effects, bound) for piece in pieces]
        if None not in said:
            return said  # type: ignore[return-value]
    if _PIECE.fullmatch(clause):
        raise _unsaid(bound, clause)
    return None


def _said(piece: str, effects: list[Count], bound: Bound) -> tuple[int, Decimal] | None:
    """Which of the counted things, and how often; None where the piece names none of them, or more than one."""
    match = _PIECE.fullmatch(piece)
    number = None if match is None else Decimal(match[2]) if match[2].isdecimal() else numeral(match[2])
    name = "" if match is None else _TAILS.sub("", match[1] + match[4])
    if match is not None and (number is None or name in ANY_FAULT or name in ("", "违规")):
        return None
    if match is not None:
        same = [i for i, e in enumerate(effects) if _TAILS.sub("", _label(e)) == name]
        near = same or [i for i, e in enumerate(effects) if _within(name, e.what) and not any(o.what[:1] in name.replace(e.what, "", 1) for o in effects if o.what and o.what[0] not in e.what)]  # 省市级 is more than 市级
        near = near or [i for i, e in enumerate(effects) if _one_of(name, e.what)] or _kin(name, [e.what for e in effects])
        if near:
            fits = len(near) == 1 and (effects[near[0]].measure == match[3] or {effects[near[0]].measure, match[3]} <= COUNTED)
            return (near[0], number) if fits else None  # type: ignore[return-value]
    found = [(i, times) for i, e in enumerate(effects) if not e.gain and (times := _times(e, piece, bound)) is not None]
    some = [each for each in found if each[1]]
    return some[0] if len(some) == 1 == len(found) else found[0] if found and not some else None


def _times(effect: Count, piece: str, bound: Bound) -> Decimal | None:
    try:
        return occurrences(effect, None, Value("text", piece, ""), bound.rule.source)
    except NotScorable:
        return None


_NOT_DONE = Pattern(r"拟|预[计期]|目标|计划|上年|去年|往年|撤销|落选|申报|避免|疑似|纠正|整改|防止|杜绝|减少|取消|扣除|应当?|争取|力争|部分|待|约|近|原|[人日月季年平]均|每|半年|季度|其中|副$|^副|左右|以上|/")


def _within(name: str, what: str) -> bool:
    """超期公开 for 公文提前或超期公开; not 公开, which leaves the fault out."""
    if any(word not in what for word in _NOT_DONE.findall(name)):
        return False
    at = what.find(name)
    return len(name) >= 3 and at >= 0 and not _CUT.search(what[:at]) or (len(what) >= 2 and (name.endswith(what) or name.startswith(what)) and not re.search(r"[不未无没非及]|以[上下]", name.replace(what, "", 1)))


def _one_of(name: str, what: str) -> bool:
    """标识有误 for 标识、标语有误."""
    *heads, last = what.split("、")
    return any(name.startswith(head) and len(tail := name.removeprefix(head)) > 1 and last.endswith(tail) and len(last) > len(tail) for head in heads if head)


_LEVEL = Pattern(r"国家级|[省市县区乡镇村院校]级|特别重大|重大|较大|一般")


def _kin(name: str, whats: list[str]) -> list[int]:
    """省级 for 被省级以上媒体采用, 一般事故 for 一般生产安全事故: the one kind that has the level named, and all the words of the name in their order."""
    level = _LEVEL.search(name)
    if level is None or any(word not in "".join(whats) for word in _NOT_DONE.findall(name)):
        return []
    hits = [i for i, what in enumerate(whats) if (said := _LEVEL.findall(what)) and said == [level[0]]]
    if len(hits) != 1:
        return []
    return hits if in_order(name, whats[hits[0]]) else []


def _unsaid(bound: Bound, text: str) -> NotScorable:
    return NotScorable(f"评分标准“{bound.rule.words()}”按几种情形分别计数，完成值{quoted(text)}没有说明各发生多少次，请逐一写明如“{_label(bound.counts[0].effect)}1{bound.counts[0].effect.measure}”。")  # type: ignore[union-attr]
