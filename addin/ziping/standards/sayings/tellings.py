"""Counts told in a short sentence: 3项符合，1项不符合; 有1例虚列支出 where the standard counts 例 without saying of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ziping.standards.clauses.rule import Arm, Count
from ziping.standards.sayings.evenly import PAIRED
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["both_told", "fault_named", "of_the_found", "of_the_pair"]

_N = r"(\d+|[一二两三四五六七八九十]+)"
_BOTH = Pattern(_N + r"([^\W\d]{1,2}?)(符合|满足|达到|达标|合格|具备)(?:要求|标准|条件|规定)?[,，;；、]" + _N + r"\2[不未]\3(?:要求|标准|条件|规定)?")
_COUNTED = Pattern(r"(?:[不未]|没有)?(?:符合|满足|达到|达标|合格|具备)(?:要求|标准|条件|规定)?的?|")
_HAD = Pattern(r"(?:发现|出现|存在|发生|有)" + _N + r"([^\W\d]{1,2}?)((?:虚列|挪用|截留|套取|超标准|超范围|白条|违规|违反)[^\W\d]{2,10})")
_MENDED = Pattern(r"整改|纠正|改正|追回|退回")


def both_told(effect: Count, text: str, source: str) -> Decimal | None:
    """The number that is met, where each of these earns some, or the one that is not, where each costs some: both are told, in one measure."""
    said = _BOTH.fullmatch(text)
    if said is None or said[2] != effect.measure or said[3] not in source or _COUNTED.fullmatch(effect.what) is None or effect.lack:
        return None
    if not effect.gain and not effect.what.startswith(("不", "未", "没")):
        return None
    return told_number(said[1] if effect.gain else said[4])


def fault_named(effect: Count, text: str, alone: bool, source: str = "") -> Decimal | None:
    """A number of faults of one name, where the standard takes points off for each of the measure and for nothing else; not of those that were mended."""
    if (listed := _listed_amiss(effect, text, source)) is not None:
        return listed
    said = _HAD.fullmatch(text)
    if said is None or effect.gain or effect.lack or effect.what or not alone or said[2] != effect.measure or _MENDED.search(said[3]):
        return None
    return told_number(said[1])


_AMISS = Pattern(r"(?:发现|出现|存在|发生|有)?" + _N + r"(?P<one>[例项个处次起条件])(?P<thing>[^\W\d未不没无]{4,16})不(?P<how>完整|规范|齐全|完善|合规|合理|及时|准确|真实)")
_NOT_AS_ASKED = Pattern(r"(?:不符合|不满足|未达到|不合规|不达标)(?:以上|上述|规定)?(?:要求|标准|条件|规定)?的?")
_POINT = Pattern(r"[①-⑳]([^①-⑳]+)")


def _listed_amiss(effect: Count, text: str, source: str) -> Decimal | None:
    """1例拨付审批手续不完整, where ②资金拨付有完整的审批程序和手续 is one of the points and each case that is not as they ask is counted: so many, where just one of them asks that."""
    said = _AMISS.fullmatch(text)
    if said is None or effect.gain or effect.lack or said["one"] != effect.measure or _NOT_AS_ASKED.fullmatch(effect.what) is None:
        return None
    asked = [point for point in _POINT.findall(source) if said["how"] in point and in_order(said["thing"], point)]
    return told_number(said[1]) if len(asked) == 1 else None


_PAIR = Pattern(PAIRED)
_LATE = r"超期|逾期|未(?:按期|按时|及时)"
_STATED = Pattern(r"[,;。]")


def of_the_pair(effect: Count, text: str, source: str) -> Decimal | None:
    """预算按期公开，决算超期公开, where 预算、决算均按期公开 is asked for and each that is late costs some: how many are; None where one of the two is not told."""
    pair = _PAIR.match(source)
    if pair is None or effect.gain or effect.lack or effect.size != 1:
        return None
    does, timed = pair["does"], pair["when"] is not None
    if effect.what.removesuffix(does) not in (("超期", "逾期", "未按期", "未按时", "未及时") if timed else ("未",)):
        return None
    as_ruled = f"(?:{pair['ruled']})?" if pair["ruled"] else ""
    kept = re.compile(rf"(?:已|均|都|全部)*{as_ruled}{r'(?:按期|按时|及时|如期)' if timed else ''}{does}")
    missed = re.compile(rf"(?:均|都)?(?:{_LATE})(?:{does})?" if timed else rf"(?:均|都)?未{does}")
    lead = pair["a"].removesuffix("预算") if pair["a"].endswith("预算") and pair["b"] == "决算" else ""
    names = [{pair["a"], pair["a"].removeprefix(lead)}, {pair["b"], lead + pair["b"]}]
    one = r"(?:其中)?(?:的)?[1一]项"
    only = None if timed else re.fullmatch(rf"(?P<one>(?:仅|只)(?:有)?{one}已?{does}|(?:仅|只)?{does}了?{one})|(?:仅|只)(?:有)?{does}了?(?P<name>[^\W\d]+)|(?:仅|只)(?:有)?(?P<first>[^\W\d]+?)已?{does}", text)
    if only is not None:
        return Decimal(1) if only["one"] or sum((only["name"] or only["first"]) in each for each in names) == 1 else None
    if lead == "" and {pair["a"], pair["b"]} == {"预算", "决算"} and text.startswith(("预决算均", "预决算都")):
        text = text.removeprefix("预决算")
    told: dict[int, bool] = {}
    for piece in filter(None, _STATED.split(text)):
        both = _BOTH_OF_THEM.match(piece)
        named = [0, 1] if both is not None and (both["a"] is None or both["a"] in names[0] and both["b"] in names[1]) else [i for i, each in enumerate(names) if any(piece.startswith(n) for n in each)]
        rests = [piece[both.end("who") :]] if len(named) == 2 else [piece.removeprefix(n) for i in named for n in sorted(names[i], key=len, reverse=True) if piece.startswith(n)][:1]  # type: ignore[union-attr]
        good = bool(rests) and kept.fullmatch(rests[0]) is not None
        if not good and not (rests and missed.fullmatch(rests[0])) or any(i in told for i in named):
            return None
        told |= dict.fromkeys(named, good)
    if len(told) < 2 or not any(told.values()) and effect.per.value * 2 != Decimal(pair["whole"]):
        return None  # what 其中一项 costs says nothing of both
    return Decimal(sum(not good for good in told.values()))


_LEFT = r"(?:(?:未|没有)(?:按[时期]|及时|完成|有效)*整改(?:到位|完成|完毕)?|整改(?:不到位|未完成|未到位))"
_MENDED_ALL = r"(?:均|都|已|全部)*(?<=[均都部])已?(?:按[时期]|及时|有效)*(?:整改(?:到位|完成|完毕)?|完成整改)"
_ON_TOP = Pattern(rf"{_LEFT}[^,;。\d]{{0,6}},?(?:每[^,;。]{{0,6}})?(?:再|另|加)(?:另|次)?扣|每[^,;。]{{0,6}}{_LEFT}[^,;。\d]{{0,4}},?(?:再|另|加)(?:另|次)?扣")
_OF_THE_FOUND = Pattern(
    rf"(?:审计|巡[察视]|检查|监督|财政|全年|共计?|累计|被)*(?:发现|查出|指出|反馈)(?:(?P<of>[^\W\d]{{0,4}})问题{_N}(?P<one>[项个条处])|{_N}(?P<each>[项个条处])(?P<of_each>[^\W\d]{{0,4}})问题)"
    rf",(?:(?:其中|尚有|仍有|有|尚)*(?:{_N}(?P<unit>[项个条处])(?:问题)?(?:尚)?(?P<left>{_LEFT})|(?P<said>{_LEFT})(?:的)?(?:问题)?(?:有)?{_N}(?P<of_one>[项个条处]))|(?P<all>{_MENDED_ALL})|(?:均|都|全部)(?:尚)?(?P<none>{_LEFT}))"
)
_DONE_WITH, _IN_WHAT_WAY = Pattern(r"到位|完成|完毕"), Pattern(r"按[时期]|及时|有效")
_UNMENDED, _NUMBER = Pattern(rf"{_LEFT}(?:的)?(?:问题)?"), Pattern(_N)


def of_the_found(arms: Sequence[Arm], text: str, source: str) -> dict[int, Decimal] | None:
    """发现问题3项，其中1项未整改到位, where each that is found costs some and each that is left costs some more: how many of either; None where the standard does not say that it comes on top."""
    effects = [a.effect for a in arms]
    said = _OF_THE_FOUND.fullmatch(text) if len(arms) == 2 and _ON_TOP.search(source) else None
    if said is None or not all(isinstance(e, Count) and not (e.gain or e.lack) for e in effects):
        return None
    each, rest = effects[0], effects[1].what  # type: ignore[union-attr]
    if not each.what.endswith("问题") or _UNMENDED.fullmatch(rest) is None or (said["of"] or said["of_each"] or "") not in source:  # type: ignore[union-attr]
        return None
    found, left = [*(told_number(n) for n in said.groups() if n is not None and _NUMBER.fullmatch(n)), Decimal(0)][:2]
    left = found if said["none"] else left
    if {m for m in (said["one"], said["each"], said["unit"], said["of_one"]) if m} | {effects[1].measure} != {each.measure} or found is None or left is None or left > found:  # type: ignore[union-attr]
        return None
    kind = said["left"] or said["said"] or said["all"] or said["none"]
    short = _DONE_WITH.search(kind) and not _DONE_WITH.search(rest)  # 未整改到位 may be mended in part
    if set(_IN_WHAT_WAY.findall(kind)) != set(_IN_WHAT_WAY.findall(rest)) or (_DONE_WITH.search(rest) and not _DONE_WITH.search(kind) if said["all"] else short):
        return None
    return {0: found, 1: left}


_BOTH_OF_THEM = Pattern(r"(?P<who>(?P<a>[^、,;。均都未]{2,12})[、和与](?P<b>[^、,;。均都未]{2,12}?)|两项|二者|两者|)(?=均|都)")
