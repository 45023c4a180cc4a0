"""Times that were not kept, and by how much, put in one wording: 每超过规定时间10天 is 每延迟10天, 未在5日内答复的，每件扣0.5分 counts 未按时限答复, 12小时内未上报的，扣4分 is the case 超过12小时的."""

from __future__ import annotations

import re

from ziping.standards.sayings.deadlines import CUT_OFF
from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["plainly_overdue"]

_NOT = r"(?:未能|未|没有|没能|不能)(?:在|于)"
_TIME = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)个?(?:工作日|自然日|小时|分钟|季度|月|日|天|周)"
_FOUND = r"(?:每[有发出]?[现生]?[一1]?(?:次|件|起|项|人次|件次|项次|份|处|个|户|例|宗|家)|(?:发现|出现|发生)?[一1](?:次|件|起|项|份|处|个|户|例|宗))"
_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半])"
_DEADLINE = r"(?:规定|计划|要求|合同|约定|目标|规划|既定|限定)*的?(?:时间|时限|期限|工期|日期|时点|节点|完成时间)"
_WORDINGS: Turns = (
    (Pattern(rf"(?:^|(?<=[;。\n]))(?P<of>[^,;。\d未不没无自从]{{0,12}}?)(?:自|从)[^,;。\d]{{2,20}}之?日起{_TIME}[以之]?内(?P<does>(?:[^,;。\d未不没无]{{0,8}}?)(?P<verb>[^\W\d未不没无]{{2}})[^,;。\d未不没无]{{0,10}}?的?,?得(?:满分|[\d.]+分)[,;]{_FOUND}[^,;。\d未不没无]{{0,6}}(?:逾期|超期|延期|未按[期时]|未及时)(?P=verb)的?,?扣)"), r"\g<of>按期\g<does>"),  # 自发出通知之日起20日内签订合同的得1分，每有一个项目逾期签订的扣…
    (Pattern(r"^(?:全[省市县区]|辖区内)?(?:各|所有)[^,;。:\d未不没无]{1,14}?[于在]?(?=\d{1,2}月(?:\d{1,2}日|底)(?:之前|以前|前)[^,;。:\d未不没无]{2,20}?的?,?得[\d.]+分[,;。](?:\d{1,2}月(?:\d{1,2}日|底)(?:之前|以前|前)[^,;。:\d未不没无]{0,20}?的?,?得[\d.]+分[,;。])*否则(?:不得分|得0分)[。;]?$)"), ""),  # 各站6月30日前完成更换得2分，否则不得分: all of them by then
    (Pattern(r"^(?P<month>(?:1[0-2]|[1-9])月)份?(?P<does>[^,;。:\d未不没无前后起以底末]{0,20}?(?:到位|完成|建成|完工|投用|下达|拨付))的?,?(?=得[\d.]+分[,;。]每(?:推迟|延迟|逾期|延期|晚)(?:1|一)个?月(?P<again>[^\W\d]{2,4})?的?,?扣)"), r"\g<month>以前\g<does>的,"),  # 5月份建成得10分，每推迟1个月扣2分: a month, not its last day, from which another month would be reckoned
    (Pattern(r"按照?(?:计划|规定|要求)的?(?:时间|期限|时限)(?=(?:完工|竣工|完成|交付|投用|建成|验收|开工)的?[,:]?(?:得|计|不得分|\d+(?:\.\d+)?分))"), "按期"),  # 按计划时间完工得5分
    (Pattern(r"(?P<event>[^\W\d]{1,8}后)(?P<limit>\d+)(?P<unit>个工作日|日|天)(?:以|之)?内(?P<does>[^,;。\d]{0,8}?)的?,?得(?P<whole>[\d.]+)分[,;]逾期(?P<more>\d+)(?P=unit)(?:以|之)?内[^,;。\d]{0,6}?的?,?得(?P<part>[\d.]+)分[,;]逾期(?P=more)(?P=unit)以上(?:[^,;。\d或]{0,4})(?:或者?(?P<undone>未[^,;。\d]{2,4}?))?的?,?不得分"), lambda said: _from_the_event(said)),  # 批复后20日内公开得2分，逾期10日以内得1分
    (Pattern(rf"(?:^|(?<=[,;。\n]))(?:超过{_TIME}|{_TIME}[以之]?内|逾期|超期)(?:仍)?(?:未能|未|没有)(?=[^\W\d,;。扣得未不没无]{{2,20}}的?,?{_FOUND})"), "未按时限"),  # 逾期未整改的，每起扣1分
    (Pattern(rf"(?:^|(?<=[,;。\n]))(?:超过)?({_TIME})(?:[以之]?内)?(?:仍)?(?:未能|未|没有)(?!召开|开展|组织|发生|举办|参加|出现|发现)[^\W\d,;。扣得每未不没无]{{2,20}}?的,?(?=扣|不得分|不计分)"), r"超过\1的,"),  # 12小时内未上报的，扣4分
    (Pattern(rf"{_NOT}(?:规定的?)?{_TIME}[以之]?内(?=[^\W\d,;。扣得未不没无]{{2,20}}的?,?{_FOUND})"), "未按时限"),  # 未在5日内答复的，每件扣0.5分: what is counted
    (Pattern(rf"{_NOT}(?:规定的?)?({_TIME})[以之]?内[^\W\d,;。扣得每未不没无]{{0,20}}?的?,?(?=扣|不得分|不计分|得|计)"), r"超过\1的,"),  # 未在20日内办结的，扣2分
    (Pattern(r"(?:^|(?<=[;。\n]))[^;。\n]{0,40}\d+个?(?:工作日|日|天)内(?:予以|进行|完成)?([^\W\d]{2}),(?=未(?:及时|按时|按期)\1的?,?每)"), ""),  # 自形成之日起15日内公开，未及时公开的每例扣2分
    (Pattern(rf"((?:逾期|超期|延期|延迟|推迟|滞后)(?:超过)?{_N}个?(?:工作日|自然日|日|天|周|月|季度)(?:\(含\))?(?:及?以上|\(不含\)以上)?)(?:仍?[^\W\d或未]{{2,4}})?的?或者?(?:仍)?(?:未|没有|未能)(完成|完工|竣工|报送|上报|提交|公开|拨付|支付|申报|发放|办结|验收)的?,?(?=不得分)"), r"\1不得分,未\2"),  # 逾期3个月以上或未完成不得分
    (Pattern(rf"(?<=[,;。\n])((?:逾期|超期|延期|延迟|推迟|滞后|拖欠)(?:超过)?{_N}个?(?:工作日|自然日|日|天|周|月|季度)(?:\(含\))?(?:及?以上|\(不含\)以上)?)的?或者?((?:造成|引发|导致|发生|出现)[^\W\d未不没无或和与及、]{{2,10}}?)的?,?(?=不得分)"), r"\1不得分,\2的,"),  # 延迟超过2个月或造成上访的不得分: either of them
    (Pattern(r"按照?(?:规定|要求)?(?:的)?时间(?:要求|节点)?(?=及时|按时)"), ""),  # 按时间要求及时报送
    (Pattern(rf"每(?:(?:超过|超出|超|晚于|滞后于?|迟于){_DEADLINE}|(?:晚于|滞后于|迟于)(?:计划|规定|要求|合同约定))(?={_N})(?!\d+(?:\.\d+)?%)"), "每延迟"),  # 每超过规定时间10天, 每晚于计划1天; 每超过计划工期5% is a share of it
    (Pattern(rf"每(?:往后)?(?:推延|耽误|延缓|拖期|误期|后延|延宕|往后推迟|向后推迟)(?:了)?(?={_N}|个)"), "每延迟"),  # 每耽误10天
    (Pattern(rf"(?<=[,;。\n])(逾期|延迟|超期|延期|推迟|滞后)(?:的)?,?每({_N}个?(?:工作日|自然日|天|日|周|月|年))(?=的?,?[扣减])"), r"每\1\2"),  # 逾期的，每10天扣1分
    (Pattern(r"每(?:迟|晚)(到位|拨付|下达|发放|支付|报送|上报|提交|公开|开工|完工|完成|办结)(\d+|[一二两三四五六七八九十])个?(工作日|天|日|周|月|季度)"), r"每推迟\2\3"),  # 每迟到位一个月
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{0,6}未按(?:计划|规定|要求|合同)?(?:的)?(?:时间|期限|工期|进度)完成的,(?=每(?:延期|推迟|延迟|逾期))"), ""),  # 未按合同工期完成的，每延期1周…
    (Pattern(r"(?<=[,;。\n])(延迟|推迟|逾期|延期|滞后|超期)[^,;。\d不未没无]{0,6}?的?,?按(天|日|周|月)(?:计算)?扣(?=\d)"), r"每\g<1>1\2扣"),  # 逾期拨付的按天扣0.1分
    (Pattern(r"(?:^|(?<=[,;。\n①-⑳]))((?:超期|逾期|延迟)[^,;。\d]{2})每(条|件|项|个|次)(?=扣)"), r"每有1\2\1"),  # 超期办理每条扣2分
    (Pattern(r"(?<=[\d一二两三四五六七八九十])个?(?:自然日|日历天|日历日|自然天)|(?<=[\d一二两三四五六七八九十])个天"), "天"),  # 10个自然日
    (Pattern(r"(?<=[\d一二两三四五六七八九十])个?自然月"), "个月"),  # 1个自然月
)  # fmt: skip
_OWED_EACH = Pattern(rf"每拖欠(?={_N}个?(?P<unit>天|日|周|月|季度)的?,?扣)")
_OWED_SO_LONG = Pattern(rf"(?<=[,;。\n])拖欠(?=(?:(?:超过|大于|[≥>]|达到?){_N}个?(?P<unit>天|日|周|月|季度)(?:及以上|以上|\(含\))?|{_N}个?(?P<more>天|日|周|月|季度)(?:\(含\))?(?:及以上|以上))的?,?(?:不得分|得|扣))")
_EACH_LATE, _DOUBLED = Pattern(r"每(?:延迟|推迟|逾期|延期|滞后|超期|延误|延后|晚|迟)"), Pattern(r"[,;](?=[,;。]|$)")
_DATED = Pattern(r"\d{1,2}月(?:\d{1,2}[日号])?(?:底|末|份)?(?:之?前|以前|内)?|年底前?")
_LASTS = Pattern(rf"{_N}个?(?:工作日|天|日|月|周|小时)(?:以|之)?内|[≤<]|不超过|控制")
_BEYOND = Pattern(rf"每(?:超过|超出|超)(?={_N}个?(?:工作日|天|日|周|月)(?:的|,|扣|减))")
_PUNCTUAL = Pattern(r"(?:按[期时]|如期|及时|准时|在?(?:规定|计划|要求|约定|目标)的?(?:时间|期限|时限)(?:内|前)?|按照?(?:合同约定|规定|计划|要求|目标)的?(?:时间|期限|时限)?(?:内)?)[^,;。\d]{0,6}(?:完成|完工|竣工|开工|报送|上报|拨付|发放|提交|公开|支付)")


def _from_the_event(said: re.Match[str]) -> str:
    """Late by so much is so much later than the event."""
    first, last, unit = int(said["limit"]), int(said["limit"]) + int(said["more"]), said["unit"]
    told = f"{said['event']}{first}{unit}内{said['does']}得{said['whole']}分;{said['event']}{first + 1}{unit}至{last}{unit}内得{said['part']}分;超过{last}{unit}不得分"
    return f"{told};{said['undone']}不得分" if said["undone"] else told


def _owed(source: str) -> str:
    """每拖欠1个月扣1分，拖欠超过3个月不得分: so long owed is so late; as it stands where the two are told in different units, or something else is owed by the number."""
    each = list(_OWED_EACH.finditer(source)) if "拖欠" in source else []
    ends = list(_OWED_SO_LONG.finditer(source)) if len(each) == 1 else []
    if len(ends) != 1 or (ends[0]["unit"] or ends[0]["more"]) != each[0]["unit"] or source.count("拖欠") != 2:
        return source
    return _OWED_SO_LONG.sub("延迟", _OWED_EACH.sub("每延迟", source))


def plainly_overdue(source: str) -> str:
    """The source with its times in that wording."""
    source = _owed(reworded(source, _WORDINGS))
    if _EACH_LATE.search(source):
        source = _DOUBLED.sub("", CUT_OFF.sub("", source))  # they are held against the target, see `deadlines`
    if _BEYOND.search(source) and (_DATED.search(source) or _PUNCTUAL.search(source)) and not _LASTS.search(source):
        source = _BEYOND.sub("每延迟", source)  # 12月底前完成得5分，每超过10天扣1分
    return source
