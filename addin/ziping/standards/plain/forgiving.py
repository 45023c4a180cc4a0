"""What a clause beside the steps forgives: 延迟不足10天的不扣分 beside 每延迟10天 says that a step which is not full costs nothing, before the steps or behind them.

延迟10天以内不扣分 may say that too, or that the first ten days are free, and where the steps are counted from then nobody knows; nor where 宽限期 is told.
允许延迟3天，之后每延迟1天 and 前3起不扣分 say where they are counted from.
"""

from __future__ import annotations

import re

from ziping.standards.refusal import NotScorable
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["forgiving"]

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半])"
_TIME = r"个?(?:工作日|自然日|日历天|小时|季度|星期|周|月|旬|年|天|日)"
_UNIT = rf"(?:{_TIME}|个?百分点|%|万元|元|人次|[个项次人户件处份条])"
_LATE = r"延迟|推迟|逾期|滞后|延期|超期|超时|延误|拖延|延后|推后|拖后|晚于|晚|迟"
_DOWN, _UP = "降低|下降|减少|低于|低|少于|少|相差|差", "超过|超出|高于|高|增加|上升|提高|偏离"
_MOVE = rf"{_LATE}|{_DOWN}|{_UP}"
_STEP = Pattern(rf"每(?:再)?(?P<move>{_MOVE})?(?:于|了|过|出)?(?P<size>{_N})(?P<unit>{_UNIT})[^;。\n]*?扣[^,;。\n]*")
_FORGIVES = Pattern(
    rf"(?P<sep>^|[,;。\n(])(?P<said>(?:如|若|但|其中)?(?:[^\W\d每]{{0,6}}?(?<![不未])(?P<moved>{_MOVE}))?(?:的?(?:幅度|部分|时间|天数|时长|期限|工作日))?在?"
    rf"(?:(?P<less>不足|不满|未满|不到|未到|未达|低于|少于|小于)(?P<size>{_N})(?P<unit>{_UNIT})|(?:不超过|未超过|不多于)?(?P<upto>{_N})(?P<within>{_UNIT})(?:\(含(?:本数)?\))?(?:及以内|之内|以内|以下|内)?)(?:的|者)?(?:部分)?,?(?:均|则|可)?(?:不扣分?|不予扣分|不减分|(?P<full>按(?:照)?(?:(?P=size)|一档|1档)[^,;。\d]{{0,4}}(?:计算|计扣|计|扣分))))(?=[,;。\n)]|$)"
)
_FREE = Pattern("宽限|宽延|缓冲期")


def forgiving(source: str) -> str:
    """The source with what such a clause says of a step told right behind the step; as it stands where no step is of that size."""
    if "扣" not in source:
        return source
    if _FREE.search(source):
        raise NotScorable("评分标准写有宽限，扣分从期限起算还是从宽限期满起算不明确，请由填报人填写得分。")
    source = _first_of_them(_after_them(source))
    if "不" not in source:
        return source
    steps = {(_size(step["size"]), _plain(step["unit"])): step for step in _STEP.finditer(source)}
    for said in _FORGIVES.finditer(source) if steps else ():
        if (late := _late_otherwise(source, said, list(steps.values()))) is not None:
            return late
        step = steps.get((_size(said["size"] or said["upto"]), _plain(said["unit"] or said["within"])))
        if step is None or not said["moved"] and not _TIMED.fullmatch(step["unit"]) or step["unit"] == "%" or said["upto"] and said["full"]:
            continue
        if said["moved"] and step["move"] and not any(said["moved"] in way and step["move"] in way for way in _WAYS):
            continue  # 增加幅度不足4个百分点 beside 每降低4个百分点
        if said["upto"]:
            raise NotScorable(f"评分标准既规定“每{step['move'] or ''}{step['size']}{step['unit']}”扣分，又规定“{said['said']}”，是宽限还是不足一档不扣不明确，请由填报人填写得分。")
        left = f",不足{step['size']}{step['unit']}{said['full'] or '的不扣分'}"
        if said["sep"] == "(":
            return source
        if said.start() >= step.end():
            return source[: step.end()] + left + source[step.end() : said.start()] + source[said.end() :]
        return _LEADS.sub("", source[: said.start()] + source[said.end() : step.end()]) + left + source[step.end() :]
    if (alone := _DAYS_ALONE.search(source)) is not None and "每" in source and (_IN_TIME.search(source) or any(step["move"] in _LATENESS for step in steps.values())):
        raise NotScorable(f"评分标准规定“{alone[0].strip(',;。(')}”，是所用的时间还是延迟的时间没有写明，请由填报人填写得分。")
    return source


def _late_otherwise(source: str, said: re.Match[str], steps: list[re.Match[str]]) -> str | None:
    """延迟3天以内不扣分 beside 每延迟1天: what lies beyond the three days is counted from them or from the deadline, and nobody knows it where 延迟超过3天的 does not lead on to the steps.

    The days alone, behind such steps or beside what is done in time, are of the delay as well.
    """
    if len(steps) != 1 or steps[0]["move"] not in _WAYS[0]:
        return None
    size, unit, step = said["size"] or said["upto"], said["unit"] or said["within"], steps[0]
    moved = said["moved"] or (step["move"] if _TIMED.fullmatch(unit) and (said.start() > step.start() or _IN_TIME.search(source)) else "")
    if moved not in _WAYS[0] or _plain(unit) != _plain(step["unit"]) or _size(size) == _size(step["size"]):
        return None
    free = f"{moved}{size}{unit}以内不扣分" if said["upto"] and not said["full"] else said["said"]
    if re.search(rf"(?<![不未])(?:超过|满|达到?){re.escape(size)}|{re.escape(size)}{re.escape(unit)}(?:\(不?含\))?(?:及?以上|以外|之外)", source):
        return None if said["moved"] else f"{source[: said.start('said')]}{free}{source[said.end() :]}".replace(f",超过{size}{unit}每", f",{moved}超过{size}{unit}的,每")
    beyond = f"{moved}{'超过' if said['upto'] else ''}{size}{unit}{'' if said['upto'] else '以上'}的,由填报人计分"
    if _CAUSE.search(said["said"]):
        beyond, free = f"{moved}的由填报人计分", ""
    if said["sep"] == "(" and not source.startswith(")", said.end()):
        raise NotScorable(f"评分标准既规定“{step[0]}”，又规定“{said['said']}”不扣分，超过的从哪一天起算不明确，请由填报人填写得分。")
    edits = [(step.start(), min(step.end(), said.start()) if said.start() > step.start() else step.end(), beyond), (said.start(), said.end() + (said["sep"] == "("), "," * bool(said["sep"] and free) + free)]
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source


_IN_TIME = Pattern(r"按时|及时|按期|如期|准时|(?:时间|时限|期限|日期|节点)(?:之|以)?(?:前|内)|[年月日底末](?:之|以)?前")
_DAYS_ALONE = Pattern(rf"(?:^|[,;。\n(])(?:不超过|未超过)?{_N}{_TIME}(?:\(含(?:本数)?\))?(?:及以内|之内|以内|内)?的?(?:均|则|可)?(?:不扣分?|不予扣分)(?=[,;。\n)]|$)")
_CAUSE = Pattern(r"因|由于|[经获]|客观|不可抗")
_ALLOWED = Pattern(rf"(?:允许|可以?|准许)?(?P<late>{_LATE})(?:完成)?(?P<size>{_N})(?P<unit>{_TIME})(?:的?(?:,?(?:之|此|其|以)后)|后)(?:完成|报送|上报|办结|提交|支付|拨付)?的?,?(?=每(?:再)?(?:{_LATE})?)")
_AS_IN_TIME = Pattern(rf"(?P<late>(?:{_LATE})(?:不超过)?{_N}{_TIME}(?:\(含\))?(?:及以内|以内|之内|内)?)(?:完成)?的?,?(?:均|可|都)?(?:视为|视同|视作|算作?|按)(?:按时|按期|及时|如期|准时)(?:完成|报送|办结|完工)?(?:处理|对待|计分)?的?")


def _after_them(source: str) -> str:
    """允许延迟3天，之后每延迟1天扣1分 as the delay beyond the three days, and 延迟3天以内视为按时 as that which costs nothing."""
    if "扣" not in source or not _LATE_AT_ALL.search(source):
        return source
    source = _ALLOWED.sub(lambda m: f"{m['late']}{m['size']}{m['unit']}以内不扣分,{m['late']}超过{m['size']}{m['unit']}的,", source)
    return _AS_IN_TIME.sub(lambda m: f"{m['late']}不扣分", source)


_LATE_AT_ALL = Pattern(_LATE)
_CASE = r"起|次|例|件|处|项|个|人次|人|户|份|条|笔|宗"
_OF_IT = r"(?P<what>[^,;。\d每扣未不没无]{0,10})"
_EACH_CASE = Pattern(rf"(?:^|(?<=[,;。\n]))每?(?:发生|出现|发现|有|存在)?(?P<size>{_N})?(?P<unit>{_CASE}){_OF_IT}扣(?P<off>\d+(?:\.\d+)?)分")
_FIRST = Pattern(rf"(?P<sep>[,;。\n(])(?:但|其中)?(?:前|首|最初)(?P<size>{_N})(?P<unit>{_CASE}){_OF_IT}的?(?:均|可|则)?(?:不扣分?|免扣分?|不予扣分)\)?(?=[,;。\n]|$)")
_TOLERATED = Pattern(rf"(?P<sep>)(?:允许|可以?|容许)(?:有|发生|出现|存在)?(?P<size>{_N})(?P<unit>{_CASE}){_OF_IT},?(?:之|此|其|以)后的?,?(?=每)")


def _first_of_them(source: str) -> str:
    """每起投诉扣1分，前3起不扣分, and 允许3起投诉，之后每起扣1分, as what lies beyond three of them."""
    if (free := _FIRST.search(source) or _TOLERATED.search(source)) is None:
        return source
    rest = source[: free.start()] + source[free.end() :]
    each = [case for case in _EACH_CASE.finditer(rest) if case["unit"] == free["unit"]]
    what = each[0]["what"] or free["what"] if len(each) == 1 else ""
    count, step = f"{free['size']}{free['unit']}", each[0] if each else None
    if step is None or not what or step["what"] and free["what"] not in ("", what) or "每" in rest[: step.start()] + rest[step.end() :]:
        return f"{source[: free.start()]}{free['sep'].replace('(', ',')}{count}以内不扣分{source[free.end() :] if free['sep'] else ',' + source[free.end() :]}"
    return f"{rest[: step.start()]}未发生{what}得满分,{what}不超过{count}得满分,每超过{step['size'] or 1}{free['unit']}扣{step['off']}分{rest[step.end() :]}"


_LATENESS = frozenset(_LATE.split("|"))
_WAYS = tuple(frozenset(way.split("|")) for way in (_LATE, _DOWN, f"{_UP}|{_LATE}"))
_TIMED, _LEADS = Pattern(_TIME), Pattern(r"^[,;。\n]")


def _size(told: str) -> str:
    return re.sub(r"^半$", "0.5", told) if told[0].isdigit() or told == "半" else str(told_number(told))


def _plain(unit: str) -> str:
    """One word for one unit: 日 is 天, 月 个月, 星期 周."""
    return {"日": "天", "自然日": "天", "日历天": "天", "星期": "周"}.get(unit.removeprefix("个"), unit.removeprefix("个"))
