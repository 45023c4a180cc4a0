"""How many of the things that a standard lists an actual names: 应用于改进管理 is one of those of which 每应用一个方面得1分, 会议费超预算，培训费未超预算 one of two.

Every name must be just one of the list. Where each that is amiss costs some, every thing of the list must be told of; where each that is done earns some, those that are named are done.
"""

from __future__ import annotations

import re

from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["in_number"]

_MEASURE = r"(?P<measure>方面|环节|领域|渠道|方式|层面|项|种|个)"
_N = r"(?:\d|[一两二三四五六七八九十])"
_EACH_DONE = Pattern(rf"(?:^|(?<=[;。\n:,]))(?P<head>[^,;。\n:、\d未不没无]*?)(?P<verb>[^\W\d未不没无]{{2}})(?P<at>[于到至在了]?)(?P<list>[^,;。:、\d未不没无]{{2,16}}(?:、[^,;。:、\d未不没无]{{2,16}}?)+)(?:等)?(?:{_N}?[个项种]?(?P<kind>方面|环节|领域|渠道|方式|层面|制度|机制|平台))?的?,每(?P=verb)[于到至在了]?(?:1|一)?个?{_MEASURE}(?:(?P=kind))?的?,?得")
_ALSO = Pattern(rf"(?P<n>{_N})?个?(?:方面|环节|领域|渠道|方式|层面|项|种)$")
_JOINED = Pattern(r"以及|[、和与及]")
_NONE_AMISS = Pattern(rf"(?:^|(?<=[;。\n:]))(?P<list>[^,;。:、\d未不没无和与及]{{2,12}}(?:[、和与及][^,;。:、\d未不没无和与及]{{2,12}}?)+)(?:(?P<many>{_N})项)?(?P<figure>决算数|实际支出|支出数?|决算)?(?:均|都)(?:未|不|没有)(?P<amiss>超[^,;。\d的得]{{0,8}}?)数?的?,?得(?:满分|[\d.]+分)[,;]")
_HOW_MUCH = r"(?:了?\d+(?:\.\d+)?(?:%|万?元|亿元))?"
_TOLD = Pattern(rf"(?P<names>[^\W\d未不没无]{{2,12}}?(?:[、和与及][^\W\d未不没无]{{2,12}}?)*)(?:均|都)?(?P<no>未|不|没有)?(?P<amiss>超[^\W\d]{{0,8}}?)数?{_HOW_MUCH}")
_OVER, _ALL_WELL = Pattern(r"超[过出](?=[^\W\d])"), Pattern(rf"(?P<n>{_N})项(?:均|都|全部)(?:未|不|没有)(?P<amiss>超[^\W\d]{{0,8}}?)数?")
_PIECES, _CALLED = Pattern(r"[,;。]"), Pattern(r"(?:决算数|实际支出|支出数?|决算)$")


def in_number(source: str, text: str) -> str:
    """The actual as a number of them (1个方面, 一项超预算); empty where it is not told so."""
    text = text.rstrip("。;")
    return _done(source, text) or _amiss(source, text) or _lacking(source, text)


def _done(source: str, text: str) -> str:
    asked = _EACH_DONE.search(source)
    if asked is None:
        return ""
    head, does, said = text.partition(asked["verb"])
    if not does or not (asked["head"].endswith(head.removesuffix("已")) or not head) or not said.startswith(asked["at"]):
        return ""
    said = said.removeprefix(asked["at"])
    many = _ALSO.search(said)
    said = said[: many.start()] if many is not None else said
    names = _JOINED.split(said.removesuffix(asked["kind"] or ""))
    items = asked["list"].split("、")
    each = "" if asked["measure"] in ("项", "种", "个") else "个"
    known = len(set(names)) == len(names) and set(names) <= set(items)
    return f"{len(names)}{each}{asked['measure']}" if known and (many is None or many["n"] is None or told_number(many["n"]) == len(names)) else ""


def _amiss(source: str, text: str) -> str:
    asked = _NONE_AMISS.search(source)
    if asked is None:
        return ""
    items, told = _JOINED.split(asked["list"]), {}
    if asked["many"] and told_number(asked["many"]) != len(items):
        return ""
    text, amiss = _OVER.sub("超", text), _OVER.sub("超", asked["amiss"])
    same = (amiss, "超支") if amiss in ("超预算", "超年初预算", "超年度预算", "超批复预算") else (amiss,)
    if (all_well := _ALL_WELL.fullmatch(text)) is not None:
        return f"均未{amiss}" if told_number(all_well["n"]) == len(items) and all_well["amiss"] == amiss else ""
    for piece in filter(None, _PIECES.split(text)):
        said = _TOLD.fullmatch(piece)
        names = [_CALLED.sub("", name) for name in _JOINED.split(said["names"])] if said is not None else []
        if names in (["其余"], ["其他"]) and said["no"] and said["amiss"] in same and told:  # type: ignore[index]
            names = [item for item in items if item not in told]
        if not names or said["amiss"] not in same or any(name in told or name not in items for name in names):  # type: ignore[index]
            return ""
        told |= dict.fromkeys(names, said["no"] is None)  # type: ignore[index]
    if set(told) != set(items) or len(set(items)) != len(items) or len(items) >= len(_NUMERALS):
        return ""
    over = sum(told.values())
    all_of_them = "均" if over == len(items) else ""
    many = str(over) if "每" in source and not all_of_them else _NUMERALS[over]
    return f"{many}项{all_of_them}{amiss}" if over else f"均未{amiss}"


_MADE = "建立健全|建立完善|建立|制定|健全|完善|编制"
_AN_ITEM = r"[^,;。:、\d未不没无和及与等每]{2,10}?"
_ABOUT = r"(?:内部控制|内部管理|内控|财务管理|财务|业务|管理|规章)*"
_SET = Pattern(
    rf"(?:^|(?<=[;。\n:]))(?:已)?(?P<made>{_MADE})了?(?P<list>{_AN_ITEM}(?:、{_AN_ITEM})*[、和及与]{_AN_ITEM})等?(?:{_N}项)?{_ABOUT}(?P<kind>制度|办法|机制)(?:健全|齐全|完善)?"
    r"(?:的?,?得(?:满分|\d+(?:\.\d+)?分))?[,;。]每?(?:缺少?|少)(?:1|一)(?P<measure>项|个)(?:(?P=kind))?的?,?扣"
)
_GONE = Pattern(
    rf"(?:缺少?|缺失|尚缺|(?:尚?未|没有)(?P<made>建立|制定))(?:(?P<names>[^,;。()\d未不没无缺少项个]{{2,40}}?)(?:等?(?P<many>{_N})[项个])?(?P<about>{_ABOUT})(?P<kind>制度|办法|机制)?(?:(?P<after>{_N})[项个])?"
    rf"|(?P<first>{_N})[项个]{_ABOUT}(?P<of>制度|办法|机制)?(?:[(:,](?:即|分别[是为])?(?P<behind>[^,;。()\d未不没无缺少项个]{{2,40}}?)[)]?))(?:[,;](?:其余|其他)(?:各项)?(?P<rest>制度|办法|机制)?(?:均|都)?已?(?:建立|制定|健全|齐全))?"
)


def _lacking(source: str, text: str) -> str:
    """缺少2项 of 缺少采购、合同管理2项制度, where 建立预算、采购、合同管理等制度 is asked for and each that is missing takes points off: each name one of the list, and as many as are told."""
    asked, gone = list(_SET.finditer(source)), _GONE.fullmatch(text)
    if len(asked) != 1 or gone is None or source.count("扣") - source.count("扣完") != 1 or gone["made"] and not asked[0]["made"].startswith(gone["made"]):
        return ""
    kind, number = asked[0]["kind"], gone["many"] or gone["after"] or gone["first"]
    if gone["many"] and gone["after"]:
        return ""
    if any(said not in (None, kind) for said in (gone["kind"], gone["of"], gone["rest"])) or not number and gone["kind"] is None:
        return ""
    items = _JOINED.split(asked[0]["list"])
    names = [_of_the_set(name, items, kind) for name in _JOINED.split(_joined_name(gone))]
    if "" in names or len(set(names)) != len(names) or len(set(items)) != len(items) or number and told_number(number) != len(names):
        return ""
    return f"缺少{len(names)}{asked[0]['measure']}"


def _joined_name(gone: re.Match[str]) -> str:
    """The names, with what stands of the last of them behind: 合同管理 of 采购、合同管理制度."""
    return gone["behind"] or gone["names"] + ("" if gone["many"] else gone["about"])


def _of_the_set(name: str, items: list[str], kind: str) -> str:
    found = [item for item in items if name.removesuffix(kind) in (item, f"{item}管理")]
    return found[0] if len(found) == 1 else ""


_NUMERALS = "零一两三四五六七八九"
