"""A rate that each of several places must reach (以乡镇为单位接种率均达到90%得6分，有1个乡镇未达到扣2分): how many of them do not is what is counted, and an actual tells it in words."""

from __future__ import annotations

import re

from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["of_places", "places"]

_BOUND = r"\d+(?:\.\d+)?%"
_REACH = r"(?:达到了?|不低于|≥|在)"
_MISS = r"(?:(?:未|没有|未能)(?:达到|达标)|达不到|不达标|低于|不足)"
_MEASURED = r"[^,;。\d未不没无]{2,20}?(?:率|度|比例|覆盖面)"
_ASKED = Pattern(
    rf"^(?:以(?P<unit>[^\W\d]{{1,6}})为单位,?(?:各地)?|(?:各个?|每个|所有|全部)(?P<each>[^\W\d]{{1,6}}?)的?)(?P<name>{_MEASURED})(?:均|都|全部){_REACH}(?P<bound>{_BOUND})(?:及?以上)?的?,?得(?P<whole>满分|\d+(?:\.\d+)?分)"
    rf"[,;。](?P<every>每)?(?:有|发现|出现)?[1一](?P<measure>个|所|家|户)(?P<one>(?P=unit)|(?P=each))(?:的?(?P=name))?{_MISS}(?:(?P=bound)|要求|标准|目标值?)?的?,?扣(?P<off>\d+(?:\.\d+)?)分(?P<rest>[,;。]扣完为止)?[。;]?$"
)


_OBJECT = Pattern(r"^(?:疫苗|资金|补助|垃圾|生活垃圾|污水|体检)(?!处理)")  # what may be left out of the name of a rate, as nothing else of it may


def _asked(source: str) -> re.Match[str] | None:
    said = _ASKED.match(source)
    return said if said is not None and (said["every"] or said["rest"]) else None


_MONTH = r"(?:1[0-2]|[1-9])月(?:份|底|末)?"
_ON_SCHEDULE = Pattern(
    rf"^(?P<what>[^,;。:\d未不没无]{{0,16}}?)(?:在|截至|于)?(?P<months>{_MONTH}(?:[、和]{_MONTH}){{1,5}})(?:等?(?:[一二三四五六2-6]个)?(?:时间)?(?:时点|节点))?(?:支出|执行)?(?:进度)?(?:(?:应|须|应当)?(?:分别|均|都)应?|应|须|应当)达到序时进度(?:要求)?(?:的?,?得(?P<whole>满分|\d+(?:\.\d+)?分))?"
    rf"[,;。]每(?:有|出现)?[1一]个(?P<one>时间节点|时点|节点)(?:支出|执行)?(?:进度)?{_MISS}(?:序时进度)?(?:要求)?的?,?扣(?P<off>\d+(?:\.\d+)?)分(?P<rest>[,;。]扣完为止)?[。;]?$"
)
_MONTHS, _MONTH_OF = Pattern(_MONTH), Pattern(r"\d+")


def _months(text: str) -> list[str]:
    return [_MONTH_OF.search(month)[0] for month in _MONTHS.findall(text)]  # type: ignore[index]


def _on_schedule(said: re.Match[str], text: str) -> str:
    """1个时点未达到, 6月、9月未达到序时进度, 各时点均达到 in the words that are counted: of no more months than are asked, and of none but these."""
    asked, one = _months(said["months"]), said["one"]
    name, text = f"(?:{re.escape(said['what'])})?" if said["what"] else "", text.rstrip("。;")
    reached, short = r"已?达到(?:了)?(?:序时进度)?(?:要求)?", r"(?:均|都)?(?:未|没有|未能)达到(?:序时进度)?(?:要求)?"
    whole = re.fullmatch(rf"{name}(?:(?P<all>各个?|每个|所有|全部|(?P<n>\d+|[一二两三四五六])个)(?:{one}|时点)(?:支出|执行)?(?:进度)?|(?P<months>{_MONTH}(?:[、和]{_MONTH}){{1,5}})(?:支出|执行)?(?:进度)?)?(?:均|都|全部){reached}", text)
    if whole is not None and (whole["months"] is None or _months(whole["months"]) == asked) and (whole["n"] is None or told_number(whole["n"]) == len(asked)):
        return "均达标"
    some = re.fullmatch(rf"{name}(?:有|共有?|仅)?(?:(?P<n>\d+|[一二两三四五六])个(?:{one}|时点)|(?P<months>{_MONTH}(?:[、和]{_MONTH}){{0,5}}))(?:支出|执行)?(?:进度)?{short}|(?P<bare>\d+)[个次]?", text)
    if some is None or some["bare"] and int(some["bare"]) <= len(asked):
        return text
    named = _months(some["months"] or "")
    number = told_number(some["n"] or some["bare"]) if some["n"] or some["bare"] else len(named)
    if number is None or not 0 <= number <= len(asked) or len(set(named)) < len(named) or not set(named) <= set(asked):
        raise NotScorable(f"评分标准考核{quoted(said['months'])}的进度，完成值{quoted(text)}与这些{one}对不上，请核对。")
    return f"{number}个节点未达到要求"


def places(source: str) -> str:
    """The standard as one that counts the places: none of them earns all the points, each of them costs some."""
    if "序时进度" in source and (said := _ON_SCHEDULE.match(source)) is not None:
        return f"各节点支出进度均达到要求得{said['whole'] or '满分'},每有1个节点未达到要求扣{said['off']}分{said['rest'] or ''}"
    said = _asked(source)
    return source if said is None else f"各{said['one']}{said['name']}均达到要求得{said['whole']},每有1{said['measure']}{said['one']}未达到要求扣{said['off']}分{said['rest'] or ''}"


def of_places(source: str, text: str) -> str:
    """各乡镇均达到, 2个乡镇低于90% in the words that are counted; as it stands where the standard asks for nothing of the kind, or another bound is told."""
    if "序时进度" in source and (said := _ON_SCHEDULE.match(source)) is not None:
        return _on_schedule(said, text)
    said = _asked(source)
    if said is None:
        return text
    one, bound, measure = re.escape(said["one"]), re.escape(said["bound"]), said["measure"]
    name = f"(?:的?{_OBJECT.sub('(?:' + chr(92) + 'g<0>)?', re.escape(said['name']), count=1)})?"  # 接种率 of 疫苗接种率
    text = text.rstrip("。;")
    if re.fullmatch(rf"(?:(?:各个?|每个|所有|全部|全[县市区省镇乡])?(?:\d+{measure})?{one})?{name}(?:均|都|全部)已?(?:{_REACH}(?:{bound}(?:及?以上)?|要求|标准|目标值?)?|达标)", text):
        return "均达标"
    some = re.fullmatch(rf"(?:共|仅|只)?(?:有)?(?P<n>\d+|[一二两三四五六七八九十]+){measure}{one}{name}(?:(?:低于|不足)(?:{bound}|要求|标准|目标值?)|(?!低于|不足){_MISS}(?:{bound}|要求|标准|目标值?)?)(?:,其余(?:{one})?(?:均|都)已?(?:达到|达标)(?:{bound}|要求|标准)?)?", text)
    number = told_number(some["n"]) if some is not None else None
    return text if number is None else f"{number}{measure}{said['one']}未达到要求"
