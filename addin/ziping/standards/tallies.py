"""Several things counted apart (迟报一次扣1分，漏报一次扣2分; 省级每篇得2分，市级每篇得1分): how often each of them happened, as the actual names them."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import half_up
from ziping.standards.binding import Bound, Outcome
from ziping.standards.matching import denies
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Count
from ziping.standards.stepping import taken
from ziping.standards.tokens import numeral
from ziping.standards.values import COUNTED, EVENTS, Value, shown
from ziping.standards.vocabulary import Pattern, in_order

__all__ = ["tallied"]

_AND = Pattern(r"[,、;]|和(?=[^\d]*\d)|以及")
_PIECE = Pattern(r"(?:共|发现|出现|发生|存在|有)*([^\d]*?)(\d+|[一二两三四五六七八九十]+(?=[起次件例项处条个篇]))(人次|[^\W\d])([^\d]*)")
_TAILS = Pattern(r"^(?:的|共|计(?!划))+|(?:的|共|计|问题|情况)+$")
_CUT = Pattern(r"[不未无没非超漏迟误错违]$")


def tallied(bound: Bound, actual: Value) -> Outcome:
    """Points off, or on, for each of the things that the actual names."""
    effects = [a.effect for a in bound.counts]
    text, full = actual.text.rstrip("。;"), bound.full
    numbers = dict.fromkeys(range(len(effects)), Decimal(0))
    nothing = all(denies(text, e.what) for e in effects) or _all_done(text, [e.what for e in effects]) or actual.kind == "number" and actual.low == 0 and (actual.bare or actual.unit.text in COUNTED)
    for piece in [] if nothing else [p for p in _AND.split(text) if p]:
        which, number = _said(piece, effects, bound)  # type: ignore[arg-type]
        if numbers[which]:
            raise _unsaid(bound, actual.text)
        numbers[which] = number
    if effects[0].gain:  # type: ignore[union-attr]
        return _gained(bound, effects, numbers, actual)  # type: ignore[arg-type]
    off = sum((taken(effect, numbers[i], full)[1] for i, effect in enumerate(effects)), Decimal(0))  # type: ignore[arg-type]
    points = half_up(max(Decimal(0), full - off), 2)
    counted = "、".join(f"{e.what}{shown(numbers[i])}{e.measure}" for i, e in enumerate(effects) if numbers[i]) or "没有所列的情形"  # type: ignore[union-attr]
    return points, lambda: f"完成值“{actual.text}”，计{counted}，共扣{shown(off)}分，得{shown(points)}分", int(sum(numbers.values()))


_DONE = Pattern(r"(?:全部|均|都)(?:已)?(.+)")


def _all_done(text: str, faults: list[str]) -> bool:
    """全部按时办结 where 未按时办结 and 未办理 are counted; not where 内容不准确 is."""
    done = _DONE.fullmatch(text)
    return done is not None and any(f == "未" + done[1] for f in faults) and all("未" in f for f in faults)


def _gained(bound: Bound, effects: list[Count], numbers: dict[int, Decimal], actual: Value) -> Outcome:
    gained = sum((taken(effect, numbers[i], bound.full)[1] for i, effect in enumerate(effects)), Decimal(0))
    points = half_up(min(bound.full, gained), 2)
    counted = "、".join(f"{e.what}{shown(numbers[i])}{e.measure}" for i, e in enumerate(effects) if numbers[i]) or "没有所列的情形"
    return points, lambda: f"完成值“{actual.text}”，计{counted}，共得{shown(gained)}分，得{shown(points)}分", int(sum(numbers.values()))


def _said(piece: str, effects: list[Count], bound: Bound) -> tuple[int, Decimal]:
    match = _PIECE.fullmatch(piece)
    if match is None:
        raise _unsaid(bound, piece)
    number = Decimal(match[2]) if match[2].isdecimal() else numeral(match[2])
    name = _TAILS.sub("", match[1] + match[4])
    same = [i for i, e in enumerate(effects) if name and _TAILS.sub("", e.what) == name]
    near = same or [i for i, e in enumerate(effects) if _within(name, e.what, bound.rule.source) and not any((o.what[0] not in e.what and o.what[0] in name.replace(e.what, "", 1)) or o.what[-2:] in name.replace(e.what, "", 1) for o in effects if o.what and o is not e)]  # 省市级 is more than 市级
    near = near or _kin(name, [e.what for e in effects])
    if len(near) != 1 or number is None or (effects[near[0]].measure != match[3] and not {effects[near[0]].measure, match[3]} <= EVENTS):
        raise _unsaid(bound, piece)
    return near[0], number


_NOT_DONE = Pattern(r"拟|预[计期]|目标|计划|上年|去年|往年|撤销|落选|申报|避免|疑似|纠正|整改|防止|杜绝|减少|取消|扣除|应当?|争取|力争|部分|待|约|近|原|[人日月季年平]均|每|半年|季度|其中|副$|^副|左右|以上|/")


_ANYWAY = Pattern(r"(?:全年|本年度?|年度|累计|共计?|合计|[本我]?(?:单位|部门|局|校|院|村|镇|乡)|项目|经查|检查|核查|资金|工作|案件|情况|问题|的|有|被|已|和)*")


def _within(name: str, what: str, source: str) -> bool:
    """超期公开 for 公文提前或超期公开; not 公开, which leaves the fault out. What else is said must be the standard's own, or change nothing."""
    if any(word not in what for word in _NOT_DONE.findall(name)):
        return False
    at = what.find(name)
    return len(name) >= 3 and at >= 0 and not _CUT.search(what[:at]) or (len(what) >= 2 and (name.endswith(what) or name.startswith(what)) and not re.search(r"[不未无没非及]|以[上下]", rest := name.replace(what, "", 1)) and (_ANYWAY.fullmatch(rest) is not None or in_order(rest, source)))


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
    return NotScorable(f"评分标准“{bound.rule.words()}”按几种情形分别计数，完成值{quoted(text)}没有说明各发生多少次，请逐一写明如“{bound.counts[0].effect.what}1{bound.counts[0].effect.measure}”。")  # type: ignore[union-attr]
