"""How often each of several things happened (迟报2次，漏报1次; 省级2项、市级1项), as an actual names them, and what that takes off or earns.

The name decides of which thing a number is: its own words, else the fault in fewer of them, else the level that only one of them has. What names two things tells
nothing of either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ziping.amounts import half_up
from ziping.standards.cells.conversion import COUNTED, EVENTS
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Arm, Award, Count
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.demands import no_more_than_listed
from ziping.standards.points.earning import fixed
from ziping.standards.points.stepping import taken
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.alike import THEN_DONE, names_fault
from ziping.standards.sayings.matching import denies
from ziping.standards.sayings.nothing import nothing_of
from ziping.standards.sayings.tellings import of_the_found
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["as_grave", "happened", "named", "of_so_many", "statements", "summed", "tallied"]

_CLAUSES = Pattern(r"[,;。]")
_LIST = Pattern(r"[、和]|以及")
_NUMBERED = Pattern(r"(?:共|发现|出现|发生|存在|有)*([^\d]*?)(\d+|[一二两三四五六七八九十]+(?=[起次件例项处条个篇人户份名宗张天]))(?:个(?=月|工作日|小时|季度))?(人次|件次|项次|批次|[^\W\d])([^\d]*)")
_SAID = Pattern(r"^(?:(?:上级|财政|专项|外部|审计|巡[察视]|稽查|督查|抽查|检查|复核)+(?:中|时)?(?=发现)|的|共|计(?!划)|发现|存在|出现|发生|有)+|(?:的|共|计|问题|情况|现象)+$")
_NOT_LACKING = Pattern(r"[未不没无](?:缺|少|漏|迟|错|欠)")
_PER_TIME = EVENTS | {"批次", "人次", "件次", "项次"}
_PERSONS = frozenset(["人", "名", "位"])
_CUT = Pattern(r"[不未无没非超漏迟误错违]$")
_OWN, _FEWER, _WITHIN = 3, 2, 1


def statements(text: str) -> list[str]:
    """The clauses, and the members of a list of numbers (迟报1次、漏报2次)."""
    found = []
    for clause in filter(None, _CLAUSES.split(text)):
        parts = [p for p in _LIST.split(clause) if p]
        found += parts if all(re.search(r"\d", p) for p in parts) else [clause]
    return found


def named(arm: Arm) -> str:
    """What the arm counts, or says."""
    effect = arm.effect
    return effect.what or effect.lack if isinstance(effect, Count) else arm.guard.phrase  # type: ignore[union-attr]


def happened(piece: str, arms: Sequence[Arm], source: str) -> tuple[int, Decimal] | None:
    """Which of the arms a number of occurrences is of, and how many; None where that is not told."""
    match = _NUMBERED.fullmatch(piece)
    if match is None:
        return None
    number = told_number(match[2])
    name = _SAID.sub("", match[1] + match[4])
    if number is None or not name or _NOT_LACKING.match(name):
        return None
    cases = [at for at, arm in enumerate(arms) if not isinstance(arm.effect, Count) and match[3] in _PER_TIME and ((fault := _SAID.sub("", named(arm))) == name or as_grave(name, fault) or _of_the_same(name, fault, match[3], arms))]
    if len(cases) == 1:
        return cases[0], number  # 通报1次, where 发生通报 is a case of its own
    counts = [(at, arm) for at, arm in enumerate(arms) if isinstance(arm.effect, Count) and (arm.effect.measure == match[3] or {arm.effect.measure, match[3]} <= _PER_TIME or {arm.effect.measure, match[3]} <= _PERSONS)]
    ranks = [(_rank(name, arm, source), at) for at, arm in counts]
    best = max((rank for rank, _ in ranks), default=0)
    hits = [at for rank, at in ranks if rank == best > 0] or _kin(name, [(at, named(arm)) for at, arm in counts], [named(arm) for arm in arms]) or _spoken_of(name, [at for at, _ in counts], [named(arm) for arm in arms])
    if len(hits) > 1 and _LACKING.fullmatch(name):
        hits = [at for at in hits if arms[at].effect.measure == match[3]]  # 少2次, where 培训每少1次 and 每缺1个行业 cost some  # type: ignore[union-attr]
    if hits and not best and arms[hits[0]].effect.lack and not arms[hits[0]].effect.gain and not _NOT_THERE.search(name):  # type: ignore[union-attr]
        return None  # 保洁人员12名, where those that are lacking are counted: how many there are
    whole = named(arms[hits[0]]) if hits else ""
    rest = name.replace(whole if whole in name else whole[-2:], "", 1)
    if len(hits) != 1 or any(at != hits[0] and len(named(other)) > 1 and (named(other)[-2:] in rest or (best == _WITHIN and named(other)[0] not in whole and named(other)[0] in rest)) for at, other in enumerate(arms)):
        return None  # 迟报漏报共2次: how often each of them? 省市级 is more than 市级
    return hits[0], number


def _of_the_same(name: str, fault: str, measure: str, arms: Sequence[Arm]) -> bool:
    """报表未及时上报 for 未及时上报, beside 一项计划或报表未按要求上报: the fault without its own thing, done to one of those that are counted in that measure."""
    thing = name.removesuffix(fault)
    if thing in ("", name) or not _WHOLLY_DENIED.fullmatch(fault):
        return False
    counted = [said for arm in arms if isinstance(arm.effect, Count) and arm.effect.measure == measure and (said := _THINGS.fullmatch(arm.effect.what)) is not None and said["fault"] not in (fault, "未" + fault[-2:]) and not _OF_TIME.search(said["fault"]) and said["fault"][-2:] == fault[-2:]]
    return len(counted) == 1 and thing in (counted[0]["things"], *_EITHER.split(counted[0]["things"]))


_OF_TIME = Pattern(r"[时期]")  # 未按规定时限报送 beside 未及时报送: the same twice
_WHOLLY_DENIED, _EITHER = Pattern(r"(?:未|没有)(?:及时|按时|按期|如期|按要求|按规定)[^\W\d未不没无]{2}"), Pattern(r"、|或者?|和|及")
_THINGS = Pattern(r"(?P<things>[^\W\d未不没无]{2,16})(?P<fault>(?:未|没有)[^\W\d未不没无]{2,8})")
_NOT_THERE = Pattern(r"[缺少漏欠差未没无不]")
_GRADES = ("一般", "较大", "重大", "特大")
_GRADE = Pattern(r"(一般|较大|重大|特大|特别重大)([^\W\d]{2,10})")
_FROM_GRADE_ON = Pattern(r"(一般|较大|重大)(及|及其|\(含\))?以上(?:级别|等级|级)?的?([^\W\d]{2,10})")


def as_grave(name: str, fault: str) -> bool:
    """较大事故 and 重大安全事故 for 较大及以上安全事故: that grade or a graver one, of the same thing."""
    said, asked = _GRADE.fullmatch(name), _FROM_GRADE_ON.fullmatch(fault)
    if said is None or asked is None or said[2][-2:] != asked[3][-2:] or not in_order(said[2], asked[3]):
        return False
    return said[1] == "特别重大" or _GRADES.index(said[1]) >= _GRADES.index(asked[1]) + (not asked[2])  # 较大以上 may begin with the next one


def _rank(name: str, arm: Arm, source: str) -> int:
    effect = arm.effect
    if effect.lack and not effect.gain:  # type: ignore[union-attr]
        return _lacks(name, effect, source)  # type: ignore[arg-type]
    if _SAID.sub("", effect.what) in (name, name.replace("即", "")):  # type: ignore[union-attr]
        return _OWN
    if not effect.gain and names_fault(name, _SAID.sub("", effect.what)):  # type: ignore[union-attr]
        return _FEWER
    if name[0] == "被" and len(name) > 2 and effect.what[:1] == "被" and effect.what.endswith(name[1:]):  # type: ignore[union-attr]
        return _FEWER  # 被通报 for 被督查组通报
    return _WITHIN if _within(name, effect.what, source) else 0  # type: ignore[union-attr]


def _spoken_of(name: str, counts: list[int], whats: list[str]) -> list[int]:
    """被通报批评 for 被主管部门通报批评: the one thing that it says has happened, where no other might be meant."""
    from ziping.standards.sayings.entailing import concerns, relation  # most actuals never need it
    from ziping.standards.sayings.propositions import read

    said, asked = read(name), [read(what) for what in whats]
    if said is None or None in asked:
        return []
    meant = [at for at, p in enumerate(asked) if concerns(said, p)]  # type: ignore[arg-type]
    return [at for at in counts if meant == [at] and relation(said, asked[at], fault=True)[1]]  # type: ignore[arg-type]


_LACKING = Pattern(r"(?:缺少|缺失|缺|少|漏|欠)")


def _lacks(name: str, effect: Count, source: str) -> int:
    """少开专题会, 制度缺: so many less of what the standard counts, or speaks of where it counts without a name; not 人员缺 where 资料齐全 is asked for."""
    match = _LACKING.search(name)
    if match is None:
        return 0
    rest = name.replace(match[0], "", 1)
    return 3 if rest == effect.what else 2 if not rest or (not effect.what and (rest in source or _ANYWAY.fullmatch(rest))) or effect.what and (effect.what.endswith(rest) or rest.endswith(effect.what)) else 0


_NOT_DONE = Pattern(r"拟|预[计期]|目标|计划|上年|去年|往年|撤销|落选|申报|避免|疑似|纠正|整改|防止|杜绝|减少|取消|扣除|应当?|争取|力争|部分|待|约|近|原|[人日月季年平]均|每|半年|季度|其中|副$|^副|左右|以上|/")


_GRAVER = Pattern(r"特别重大|重大|较大|严重|恶劣|轻微")
_ANYWAY = Pattern(r"(?:全年|本年度?|年度|累计|共计?|合计|[本我]?(?:单位|部门|局|校|院|村|镇|乡)|项目|经查|检查|核查|资金|工作|案件|情况|问题|的|有|被|已|和)*")


def _within(name: str, what: str, source: str) -> bool:
    """超期公开 for 公文提前或超期公开; not 公开, which leaves the fault out. What else is said must be the standard's own, or change nothing."""
    if any(word not in what for word in _NOT_DONE.findall(name)):
        return False
    if (graver := _GRAVER.search(name)) is not None and graver[0] not in what:
        return False  # 严重违规, where 违规 is counted and 严重违规 costs more
    at = what.find(name)
    return len(name) >= 3 and at >= 0 and not _CUT.search(what[:at]) and not (name[0] in "未没不" and THEN_DONE.match(what[at + len(name) :])) or (len(what) >= 2 and (name.endswith(what) or name.startswith(what)) and not re.search(r"[不未无没非及]|以[上下]", rest := name.replace(what, "", 1)) and (_ANYWAY.fullmatch(rest) is not None or in_order(rest, source)))


_LEVEL = Pattern(r"国家级|[省市县区乡镇村院校]级|特别重大|重大|较大|一般")


def _kin(name: str, counts: list[tuple[int, str]], whats: list[str]) -> list[int]:
    """省级 for 被省级以上媒体采用, 一般事故 for 一般生产安全事故: the one kind that has the level named, and all the words of the name in their order."""
    level = _LEVEL.search(name)
    if level is None or any(word not in "".join(whats) for word in _NOT_DONE.findall(name)):
        return []
    hits = [at for at, what in enumerate(whats) if (said := _LEVEL.findall(what)) and said == [level[0]]]
    return [at for at, what in counts if [at] == hits and in_order(name, what)]


def of_so_many(bound: Bound, effect: Count, number: Decimal) -> Arm | None:
    """两项均超预算的不得分, beside 其中一项超预算的扣1分, where it is two of them: the case that says what so many earn; more of them than earn nothing earn nothing."""
    for arm in bound.words if number > 1 and effect.what else ():
        said = _SO_MANY_OF_THEM.fullmatch(arm.guard.phrase)  # type: ignore[union-attr]
        if said is None or not isinstance(arm.effect, Award | Off) or said["measure"] != effect.measure or said["what"].removesuffix("数") != effect.what.removesuffix("数"):
            continue
        many = told_number(said["n"])
        if many == number or isinstance(arm.effect, Award) and not arm.effect.amount.value and many is not None and number > many:
            return arm
    return None


_SO_MANY_OF_THEM = Pattern(r"(?P<n>\d+|[两二三四五六七八九十])(?P<measure>个?[^\W\d])(?:均|都|全部)?(?P<what>[^\W\d均都].*)")


def summed(bound: Bound, actual: Value, numbers: dict[int, Decimal], arms: Sequence[Arm]) -> Outcome | None:
    """Full points less what so many of each take off, or the points that they earn together; None where a fault that happens once is counted."""
    full, total, told = bound.full, Decimal(0), []
    gain = any(isinstance(a.effect, Count) and a.effect.gain for a in arms)
    for at, number in sorted(numbers.items()):
        if at < 0 or not number:
            continue
        arm = arms[at]
        if isinstance(arm.effect, Count):
            no_more_than_listed(bound.rule.source, arm.effect, number, actual)
            if (whole := of_so_many(bound, arm.effect, number)) is not None:
                return fixed(bound, whole, actual) if sum(map(bool, numbers.values())) == 1 else None
            worth = taken(arm.effect, number, full)[1]
            told.append(f"{arm.effect.lack}{arm.effect.what}{shown(number)}{arm.effect.measure}")
        elif isinstance(arm.effect, Award) or (isinstance(arm.effect, Off) and number == 1):
            worth = arm.effect.amount.of(full) if isinstance(arm.effect, Off) else full
            told.append(arm.guard.phrase)  # type: ignore[union-attr]
        else:
            return None
        total += worth
    points = half_up(min(full, total) if gain else max(Decimal(0), full - total), 2)
    counted = "、".join(told) or "没有所列的情形"
    return points, lambda: f"完成值“{actual.text}”，计{counted}，共{'得' if gain else '扣'}{shown(total)}分，得{shown(points)}分", int(sum(v for k, v in numbers.items() if k >= 0))


def tallied(bound: Bound, actual: Value) -> Outcome:
    """Points off, or on, for each of the things that the actual names, where nothing but counts is left; NotScorable where it does not name them."""
    arms = bound.counts
    text, whats = actual.text.rstrip("。;"), [a.effect.what for a in bound.counts]  # type: ignore[union-attr]
    numbers: dict[int, Decimal] = {}
    denied = False
    if text in ("无", "没有") and any(a.effect.lack and not a.effect.gain for a in arms):  # type: ignore[union-attr]
        raise _unsaid(bound, text)  # nothing missing, or nothing there?
    nothing = all(denies(text, what) for what in whats) or _all_done(text, whats) or _none_of_all(text, whats) or actual.kind == "number" and actual.low == 0 and (actual.bare or actual.unit.text in COUNTED)
    both = None if nothing else of_the_found(arms, text, bound.rule.source)
    for piece in [] if nothing or both else statements(text):
        told = _none_lacking(piece, arms) or happened(piece, arms, bound.rule.source)
        left = [at for at in range(len(arms)) if at not in numbers] if told is None else []
        if numbers and (rest := _NONE_ELSE.fullmatch(piece)) is not None and left and rest["many"] in (None, *_named_number(len(left))):
            numbers |= dict.fromkeys(left, Decimal(0))
            continue
        if none := [at for at in left if whats[at] and nothing_of(piece, arms[at].effect, "")]:  # type: ignore[arg-type]
            numbers |= dict.fromkeys(none, Decimal(0))
            denied = True
            continue
        if told is None or told[0] in numbers:
            raise _unsaid(bound, piece if told is None else actual.text)
        numbers[told[0]] = told[1]
    if denied and not any(numbers.values()) and len(numbers) < len(arms):
        raise _unsaid(bound, actual.text)  # 无败诉案件, and of the others nothing
    return summed(bound, actual, both or numbers, arms)  # type: ignore[return-value]


_NONE_ELSE = Pattern(r"(?:其余|其他|其它|另外|剩余)(?:(?P<many>\d|[一两二三四五六七八九])[项种类个])?(?:各项|方面|情形|情况|事项|均|都)*(?:无|没有|未发生|未发现|未出现|不存在|无问题|为0)(?:此类|该类|上述)?(?:情况|情形|问题|现象)?")


def _named_number(number: int) -> tuple[str, ...]:
    return (str(number), "零一二三四五六七八九"[number], *(["两"] if number == 2 else [])) if number < 10 else ()


_ALL_THERE = Pattern(r"(?P<thing>[^\W\d]{2,}?)(?:均|都|已|全部)*(?:齐全|齐备|(?<=全部)(?:制定|编制|建立|签订|配备))(?:完成)?")


def _none_lacking(piece: str, arms: Sequence[Arm]) -> tuple[int, Decimal] | None:
    """年度计划齐全, where each one that is lacking costs some: none is."""
    said = _ALL_THERE.fullmatch(piece)
    hits = [at for at, arm in enumerate(arms) if said is not None and isinstance(arm.effect, Count) and arm.effect.lack and arm.effect.what == said["thing"]]
    return (hits[0], Decimal(0)) if len(hits) == 1 else None


_DONE = Pattern(r"(?:全部|均|都)(?:已)?(.+)")


def _all_done(text: str, faults: list[str]) -> bool:
    """全部按时办结 where 未按时办结 and 未办理 are counted; not where 内容不准确 is."""
    done = _DONE.fullmatch(text)
    return done is not None and any(f == "未" + done[1] for f in faults) and all("未" in f for f in faults)


_NONE = Pattern(r"(?:未发现|未发生|未出现|不存在|没有|无|未)(?:被|有)?((?:[^\W\d未不没无]|、){2,24}?)(?:等)?(?:情况|问题|现象|情形|行为)?")


def _none_of_all(text: str, faults: list[str]) -> bool:
    """无迟报、漏报 where these two are counted, 未被曝光 where it is counted in what paper."""
    said = _NONE.fullmatch(text)
    kinds = said[1].split("、") if said is not None else []
    return bool(kinds) and all(any(_SAID.sub("", fault).endswith(kind) and not _CUT.search(fault.removesuffix(kind)) for kind in kinds) for fault in faults)


def _unsaid(bound: Bound, text: str) -> NotScorable:
    return NotScorable(f"评分标准“{bound.rule.words()}”按几种情形分别计数，完成值{quoted(text)}没有说明各发生多少次，请逐一写明如“{bound.counts[0].effect.what}1{bound.counts[0].effect.measure}”。")  # type: ignore[union-attr]
