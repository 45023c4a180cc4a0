"""What an actual says beside its figure (97.6%，未发生重大质量安全事件; 违规问题2起，不涉及挪用) of the cases that cost points by themselves.

A case that it denies is no longer part of the rule, and the figure alone decides; a case that it affirms and that earns nothing settles the points. Whatever else
stands beside the figure is left to the other readers, which refuse it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN
from ziping.standards.actuals.faults import ELSE_WELL, faulted
from ziping.standards.cells.conversion import convertible, rescaled
from ziping.standards.cells.values import Value, read_actual
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Arm, Award, Span, Word
from ziping.standards.points.binding import Bound, Outcome, bind
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.deciding import decide
from ziping.standards.sayings.matching import TIMED
from ziping.standards.sayings.nothing import PLAIN_END, covers
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["beside"]

_PIECES, _DIGIT, _JOINED = Pattern(r"[,;。]"), Pattern(r"\d"), Pattern(r"、|或|和|及(?!以上)")
_MEANWHILE = r"(?:(?:全年|年内|年度内|本年度?|当年|期间|实施过程中|过程中|其中|但|且|也|均)*)"
_HAPPENS = r"(?:发生|出现|存在|发现|涉及|造成)"
_IS_CASE = Pattern(rf"^(?:(?:有|{_HAPPENS})过?了?)?(?=[^\W\d未不没无]{{2,}})")
_DENIED = Pattern(rf"{_MEANWHILE}(?:(?:未|没有|无|不){_HAPPENS}过?|没有|无|未(?=被|受))(?:任何|一起|1起)?(?P<kind>(?:[^\W\d未不没无]|、){{2,30}}?)(?:发生|出现)?(?:的|等)*(?:情况|问题|现象|行为|情形)?")
_NONE_COUNTED = Pattern(rf"{_MEANWHILE}(?:{_HAPPENS})?(?P<kind>(?:[^\W\d未不没无]|、){{2,30}}?)(?:为|:)?(?:0|零)[起次件例项个处笔]?")
_AFFIRMED = Pattern(rf"{_MEANWHILE}(?:有|{_HAPPENS})?(?:过|了)?(?:(?P<before>\d+|[一两二三四五])[起次件例项个处笔])?(?P<kind>(?:[^\W\d未不没无]|、){{2,30}}?)(?:(?P<behind>\d+|[一两二三四五])[起次件例项个处笔])?")
_TAIL = ("事故", "事件", "案件", "问题", "行为", "情况", "现象")
_EACH = Pattern(r"单|每|平均|累计|上年")


def beside(bound: Bound, actual: Value) -> Outcome | tuple[Bound, Value, str] | None:
    """The points where a case that earns nothing is affirmed; else the rule and the actual without the cases that are denied, and their words; None where none is."""
    text = actual.text.rstrip("。;,")
    pieces = [p for p in _PIECES.split(text) if p]
    cases = [a for a in bound.words if isinstance(a.effect, Off) or (isinstance(a.effect, Award) and not a.effect.amount.value)]
    if actual.kind == "text" and len(pieces) == 1 and (only := _one_case(bound, cases, text)) is not None:
        return _lost(bound, only, text)
    if actual.kind == "text" and len(pieces) == 1 and bound.spans and bound.rule.unit == PERCENT and not _DIGIT.search(text) and len(undone := [a for a in cases if _LEFT_UNDONE.match(a.guard.phrase) and _speaks_of(text, a)]) == 1:  # type: ignore[union-attr]
        return _lost(bound, undone[0], text)  # 资金未足额到位, where 资金未及时足额到位 earns nothing
    if actual.kind == "text" and len(pieces) == 1 and not _DIGIT.search(text) and not bound.additive and len(bound.words) < len(bound.rule.arms) and (only := _in_its_words(bound, text)) is not None:
        return _lost(bound, only, text)  # 未按制度规定拨付, where 未按制度规定拨付专项资金 earns nothing and something else is counted
    if actual.kind != "text" or len(pieces) < 2 or bound.additive or len(bound.words) == len(bound.rule.arms):
        return None
    if (told := _by_figure(bound, text, pieces)) is not None:
        return told
    gone, rest, met = [], [], []
    for piece in pieces:
        said = [(arm, yes) for arm in cases if (yes := _speaks_of(piece, arm)) is not None and not (yes and _sought(bound, piece, arm))]
        gone += [arm for arm, yes in said if not yes]
        met += [arm for arm, yes in said if yes]
        rest += [] if said or len(pieces) == 2 and _asked_beside(bound, piece) else [piece]
    if met:
        return _lost(bound, met[0], text) if not any(arm in gone for arm in met) and rest and all(_DIGIT.search(piece) and not _TAKEN_BACK.search(piece) for piece in rest) else None
    if (amount := _amount(bound, rest)) is not None:
        at, x = amount
        held = next((a for a in bound.spans if a.guard.holds(x)), None)  # type: ignore[union-attr]
        if held is not None:
            return None if held.guard.unsettled(x) else _lost(bound, held, text)  # type: ignore[union-attr]
        gone, rest = [*gone, *bound.spans], rest[:at] + rest[at + 1 :]
    rest = _without_total(bound, rest)
    if len(rest) == len(pieces) or not _figures(rest):
        return None
    left = bound.rule.but(arms=tuple(a for a in bound.rule.arms if a not in gone), **({"unit": PLAIN, "subject": ""} if amount is not None else {}))
    plain = read_actual(",".join(rest))
    return (bind(left, bound.full), plain, "，".join(p for p in pieces if p not in rest)) if plain is not None else None


_AGAINST_A_RULE = Pattern(r"(?:未|没有)(?:严格)?按照?[^,;。]{0,12}(?:规定|制度|办法|要求)")


def _in_its_words(bound: Bound, text: str) -> Arm | None:
    """The one case that the text tells in its own words, where it earns nothing and is against a rule; what was not done in time, or not at all, may have degrees."""
    if _AGAINST_A_RULE.match(text) is None or TIMED.search(text):
        return None
    from ziping.standards.sayings.belonging import belongs  # most actuals never need it

    found = belongs([a.guard.phrase for a in bound.words], text)  # type: ignore[union-attr]
    arm = bound.words[found[0]] if found is not None and found[1] else None
    return arm if arm is not None and isinstance(arm.effect, Award) and not arm.effect.amount.value else None


_HANDED_IN = Pattern(r"(?:提供|提交|报送|出具|附)[^\W\d未不没无]{2,16}")


def _asked_beside(bound: Bound, piece: str) -> bool:
    """已提供发票, where the standard asks for it beside the number (500吨以上，提供发票): it is there, and the number alone decides."""
    from ziping.standards.sayings.belonging import belongs  # most actuals never need it

    asked = [each for each in bound.rule.asides if _HANDED_IN.fullmatch(each)]
    return bool(asked) and (piece in asked or (found := belongs(asked, piece)) is not None and found[1])


def _one_case(bound: Bound, cases: list[Arm], text: str) -> Arm | None:
    """出现挪用1起, where 出现截留、挤占、挪用情况 earns nothing and something else is counted: the one case that it names."""
    bad = _SOME_BAD.fullmatch(text)
    said = _AFFIRMED.fullmatch(text) if bad is None and (_DIGIT.search(text) or _THERE_IS.match(text)) else None
    kind = bad["bad"] if bad is not None else said["kind"] if said is not None else ""
    if not kind or bound.additive or not bound.counts and (text[0].isdecimal() or kind in bound.rule.subject):
        return None
    named = [a for a in cases if isinstance(a.effect, Award) and _speaks_of(text, a) and not _sought(bound, text, a)]
    apart = not any(kind in a.effect.what or (a.effect.what and a.effect.what in kind) for a in bound.counts)  # type: ignore[union-attr]
    if len(named) != 1 or not apart:
        return None
    others = [a.guard.phrase for a in bound.words if a is not named[0]] if not bound.counts else []  # type: ignore[union-attr]
    return named[0] if not any(kind in _NONE_OF.sub("", phrase) for phrase in others) else None


def _by_figure(bound: Bound, text: str, pieces: list[str]) -> Outcome | tuple[Bound, Value, str] | None:
    """未安排研究，已纳入考核，评优比例18%, where 未安排研究, 未纳入考核 and 评优比例低于20% each take points off: the fault that a number tells is one of words as the others are, and none where the number is no fault or all else is well."""
    subject = bound.rule.subject
    faults = bound.words + bound.counts
    if not (subject and bound.spans and faults) or len(faults) + len(bound.spans) < len(bound.rule.arms) or not all(isinstance(a.effect, Off) for a in (*bound.words, *bound.spans)) or any(a.effect.gain for a in bound.counts):  # type: ignore[union-attr]
        return None
    found = [(at, value) for at, piece in enumerate(pieces) if piece.startswith(subject) and (value := read_actual(_IS.sub("", piece.removeprefix(subject)))) is not None]
    if len(found) > 1 or not found and ELSE_WELL.search("," + pieces[-1]) is None:
        return None
    said, held = list(pieces), []
    for at, value in found:
        if value.kind != "number" or value.relation or value.bare or convertible(value.unit, bound.rule.unit) is None:
            return None
        x = rescaled(value, bound.rule.unit, "完成值")
        if x < 0:
            raise NotScorable(f"完成值{quoted(text)}中的{subject}为负数，请核对完成值。")
        held = [a for a in bound.spans if a.guard.holds(x)]  # type: ignore[union-attr]
        if len(held) > 1 or any(a.guard.unsettled(x) for a in bound.spans):  # type: ignore[union-attr]
            return None
        said[at : at + 1] = [subject + _AMISS] if held else []
    untold = next((a for a in bound.words if ELSE_WELL.search("," + pieces[-1]) is None and not any(_UNDENIED.sub("", a.guard.phrase) in piece for piece in pieces)), None)  # type: ignore[union-attr]
    if found and untold is not None:
        raise NotScorable(f"完成值{quoted(text)}没有说明评分标准中的“{untold.guard.phrase}”，请一并写明。")  # type: ignore[union-attr]
    arms = [*faults, *(Arm(Word(subject + _AMISS), arm.effect) for arm in held)]
    left, plain = bind(bound.rule.but(arms=tuple(arms), unit=PLAIN, subject=""), bound.full), read_actual(",".join(said))
    if plain is None or not held:
        return (left, plain, pieces[found[0][0]] if found else pieces[-1]) if plain is not None else None
    outcome, told = faulted(left, plain), f"{subject}{held[0].guard.text(bound.rule.unit)}"  # type: ignore[union-attr]
    return None if outcome is None else (outcome[0], lambda: outcome[1]().replace(plain.text, text).replace(subject + _AMISS, told), outcome[2])


_TAKEN_BACK = Pattern(r"经|已|系|属|撤销|更正|误[判报]|复[检查核]|整改|申[诉辩]|认定|[上去前]年")  # what is told beside a case, and may undo it
_NONE_OF = Pattern(r"(?:(?:未|没有|不)(?:发生|出现|存在|发现|造成)|无|没有)[^,;。]*")
_LEFT_UNDONE = Pattern(r"(?P<of>[^\W\d未不没无或、和与]{0,12})(?:未|没有)(?!发现|发生|出现|受|被)(?:及时|[^\W\d未不没无或、和与及]){4,16}$")
_AMISS = "不符合规定"  # in the place of a number, of which a fault in words would be counted
_UNDENIED = Pattern(r"^(?:未|没有|不)|的?情况$|的$")
_IS = Pattern(r"^(?:实际)?(?:为|是|达到?|仅|只有|:)*")


_TOTAL = Pattern(r"(?:共|全年|实际)*(?:采购|购置|抽检|抽查|检测|验收|发放|培训)(?P<many>\d+)(?P<unit>[^\W\d])")
_OF_THEM = Pattern(r"(?:其中)?(?P<many>\d+)(?P<unit>[^\W\d])(?P<what>[^\W\d]{2,12})")


def _without_total(bound: Bound, pieces: list[str]) -> list[str]:
    """采购42台，2台不合格, where those are counted that are 不合格: how many there were in all is beside it."""
    total = _TOTAL.fullmatch(pieces[0]) if len(pieces) == 2 and len(bound.counts) == 1 else None
    part = _OF_THEM.fullmatch(pieces[1]) if total is not None else None
    if total is None or part is None or part["what"] != bound.counts[0].effect.what or part["unit"] != total["unit"] or int(part["many"]) > int(total["many"]):  # type: ignore[union-attr]
        return pieces
    return pieces[1:]


def _figures(pieces: list[str]) -> bool:
    return any(_DIGIT.search(piece) for piece in pieces)


def _lost(bound: Bound, arm: Arm, text: str) -> Outcome | None:
    if not isinstance(arm.effect, Award) and not (isinstance(arm.guard, Span) and bound.costs_all(arm)):
        return None
    return Decimal(0), lambda: f"完成值“{text}”，适用“{arm.text(bound.rule.unit, bound.rule.subject)}”，得0分", 0


def _speaks_of(piece: str, arm: Arm) -> bool | None:
    """Whether the piece affirms (True) or denies (False) the case; None where it is of something else, or leaves a part of it open."""
    phrase = arm.guard.phrase  # type: ignore[union-attr]
    if (undone := _LEFT_UNDONE.match(phrase)) is not None and not _DIGIT.search(piece) and piece.startswith(undone["of"]):
        return decide([phrase], piece, [False]).holds[0]  # 标签制度已落实, where 未落实标签制度 takes points off
    if (bad := _OF_BAD.fullmatch(phrase)) is not None:
        return _says_bad(piece, bad)
    phrase = _SOMEWHERE.sub("", phrase)
    case = _IS_CASE.sub("", phrase) if _IS_CASE.match(phrase) else ""
    if not case or any(word in case for word in ("未", "不", "没", "无")):
        return None
    case = PLAIN_END.sub("", case) or case
    if (spared := _NOBODY.fullmatch(piece)) is not None and all(_spares(spared["no"] or spared["none"] or spared["so"], fault) for fault in _kinds(case)):
        return False
    denied = _DENIED.fullmatch(piece) or _NONE_COUNTED.fullmatch(piece)
    if denied is not None:
        return False if _all_of(case, denied["kind"]) else None
    said = _AFFIRMED.fullmatch(piece) if "发现" not in case else None
    if said is None or said["before"] and said["behind"] or told_number(said["before"] or said["behind"] or "1") == 0:
        return None
    kind = PLAIN_END.sub("", said["kind"]) or said["kind"]
    return True if kind == case or (kind in _kinds(case) and "和" not in case) else None


_SOMEWHERE = Pattern(r"^(?:村庄|村内|社区|小区|园区|辖区|现场|工地|场所|场地|区域|道路|河道|单位|项目)(?:范围)?内?(?=(?:有|存在|发生|出现|发现)[^\W\d未不没无]{2})")  # 村庄有露天焚烧现象
_DONE_TO = Pattern(r"(?:露天|随意|违规|违法|私自|擅自)*(?:焚烧|堆放|倾倒|丢弃|抛撒|张贴|悬挂|晾晒|填埋|饲养)(?=[^\W\d]{2})")
_THERE_IS = Pattern(r"(?:有|存在|发生|出现)[^\W\d未不没无]{4,}现象$")
_NOBODY = Pattern(
    rf"{_MEANWHILE}(?:(?:(?:未|没有|无|不)(?:造成|导致|发生|出现|存在)|没有|无)(?:人员?)?(?P<no>死亡|亡人|重伤|伤亡|死伤)(?:人员|情况)?(?:发生)?"
    r"|(?:造成|人员)?(?P<none>死亡|重伤|伤亡|死伤)(?:人数|人员)?(?:为|:)?(?:0|零)[人名]?|(?:0|零)[人名]?(?P<so>死亡|重伤|伤亡))"
)
_TOLL = Pattern(r"(?:安全|生产|责任)*(?:人员)?(?P<toll>死亡|亡人|重伤|伤亡|死伤)(?:责任)?(?:事故|事件)?")
_SPARED = {"死亡": ("死亡", "亡人"), "亡人": ("死亡", "亡人"), "重伤": ("重伤",)}


def _spares(toll: str, fault: str) -> bool:
    """无人员死亡 leaves no 死亡事故, 零伤亡 neither that nor one of 重伤; of 较大事故 it tells nothing."""
    said = _TOLL.fullmatch(fault)
    return said is not None and said["toll"] in _SPARED.get(toll, (said["toll"],))


_BAD = r"(?P<bad>不合格(?:产品|样品|批次|项目|品))"  # in whose name something is denied
_OF_BAD = Pattern(rf"(?P<when>[^\W\d未不没无、和与或]{{0,8}}?)(?:产品|成果)?(?:存在|出现|发现|有){_BAD}(?:情况|现象|问题)?")
_FINDS, _SEEN_IN = Pattern(rf"{_MEANWHILE}发现"), Pattern(r"[^\W\d]{0,4}发现")


def _sought(bound: Bound, piece: str, arm: Arm) -> bool:
    """发现安全隐患3处, where 存在安全隐患 earns nothing and the standard says nothing of what is found: to find them may be the work itself."""
    return _FINDS.match(piece) is not None and _SEEN_IN.match(arm.guard.phrase) is None and "发现" not in bound.rule.source  # type: ignore[union-attr]


_NO_BAD = Pattern(rf"{_MEANWHILE}(?:(?:(?:未|没有|不|无)(?:存在|出现|发现)|没有|无){_BAD}|{_BAD.replace('bad', 'none')}(?:为|:)?(?:0|零)[个件批项种]?)")
_SOME_BAD = Pattern(rf"{_MEANWHILE}(?:存在|出现|发现|有)(?:(?P<before>\d+)[个件批项种])?{_BAD}(?:(?P<behind>\d+)[个件批项种])?")


def _says_bad(piece: str, case: re.Match[str]) -> bool | None:
    """无不合格品 and 存在不合格品1项, where 存在不合格品 takes the points; where it is 复检仍存在不合格品, it is denied alone: of a second time nothing is told."""
    bad = case["bad"]
    if (none := _NO_BAD.fullmatch(piece)) is not None:
        return False if bad in none.groups() else None
    some = _SOME_BAD.fullmatch(piece)
    if some is None or some["bad"] != bad or case["when"] or some["before"] and some["behind"] or told_number(some["before"] or some["behind"] or "1") == 0:
        return None
    return True


def _kinds(case: str) -> list[str]:
    """重伤或死亡事故 are 重伤事故 and 死亡事故."""
    parts = [p for p in _JOINED.split(case) if p]
    if (does := _DONE_TO.match(parts[0])) is not None and not any(_DONE_TO.match(p) for p in parts[1:]):
        return [parts[0], *(does[0] + p for p in parts[1:])]  # 露天焚烧垃圾、秸秆: one thing done to each of them
    tail = next((t for t in _TAIL if parts[-1].endswith(t)), "")
    return [p if p.endswith(tail) else p + tail for p in parts]


def _all_of(case: str, kind: str) -> bool:
    """Whether who denies the one denies all of the other: 无事故 leaves no 死亡事故, 无死亡事故 leaves 重伤 open."""
    kind = PLAIN_END.sub("", kind) or kind
    if kind == case:
        return True
    said = _kinds(kind)
    return all(any(each == fault or covers(each, fault) or (does := _DONE_TO.match(fault)) is not None and each == does[0] for each in said) for fault in _kinds(case))


def _amount(bound: Bound, pieces: list[str]) -> tuple[int, Decimal] | None:
    """Which piece is the figure that a case beside a count is measured by (漏缴1笔，金额0.8万元), and how much it is."""
    subject = bound.rule.subject
    if not bound.counts or not bound.spans or not subject or _EACH.search(subject) or not all(isinstance(a.guard, Span) and bound.costs_all(a) for a in bound.spans):
        return None
    found = []
    for at, piece in enumerate(pieces):
        value = read_actual(_NAME.sub("", piece))
        name = _NAME.match(piece)
        if name is not None and value is not None and value.kind == "number" and not value.relation and not value.bare and subject.endswith(name["name"]) and convertible(value.unit, bound.rule.unit) is not None:
            found.append((at, rescaled(value, bound.rule.unit, "完成值")))
    return found[0] if len(found) == 1 else None


_NAME = Pattern(r"^(?:涉及|共计?)?(?P<name>[^\W\d]{2,10}?)(?:合计|共计?|为|达|:)*(?=\d)")
