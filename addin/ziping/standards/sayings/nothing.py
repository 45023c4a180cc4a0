"""What an actual in words says of the fault that is counted: nothing of it (均已公开, 未发现截留、挤占情况, 记录完整), or so many as it names (缺施工许可)."""

from __future__ import annotations

import re

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import Count
from ziping.standards.sayings.matching import DENIALS
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["PLAIN_END", "case_of", "covers", "faults_of", "named_missing", "nothing_of"]

_LATE, _IN_TIME = Pattern(r"超期|逾期|延期|延迟|滞后|超时"), Pattern(r"按期|按时|及时|如期|准时")
_NOT_OVER = Pattern(r"(?:均|都|全部)(?:未|不|没有)(?:超(?:过|出|支|标)?|(?P<over>超[^\W\d]{1,6}?)数?)")
_AND_THE_LIKE = Pattern(r"等([^\W\d等]{2,6})$")
_ALL_DUE = Pattern(r"(?:已|均)?应([^\W\d])(?:必|尽)\1")
_OR = Pattern(r"、|或者?|及(?!时)|和")
PLAIN_END = Pattern(r"(?:的|等|(?<=[时期迟错漏重])对象|问题|情况|现象|行为|情形|事件)+$")
_ALL_WELL = Pattern(r"(?:以上)?(?:各项)?(?:\d项|[三四五六]项)?(?:全部|均|都)(符合|满足|达到|做到|合格|达标|完成|到位|落实)(?:要求|标准|条件)?")
_DONE_ALL = Pattern(r"(?:已)?(?:全部|均已?|都已?)([^\W\d未不没]{2,10})(?:到位|完毕)?")
_NONE_OF_THESE = Pattern(r"(?:未发现|未发生|未出现|不存在|没有|无)([^\W\d]{2,8}(?:、[^\W\d]{2,8})+)")
_NONE_OF = Pattern(r"(?:未发现|未发生|未出现|不存在|没有|无)([^\W\d]{2,12}?)(?:的)?(?:情况|问题|现象|情形|行为)?")
_EACH_NONE = Pattern(r"(?:无|未发现|未发生|没有)[^\W\d]{2,8}(?:[、,和](?:无|未发现|未发生|没有)[^\W\d]{2,8})+")
_NONE_NAME = Pattern(r"(?:无|未发现|未发生|没有)([^\W\d]{2,8})")


def nothing_of(text: str, effect: Count, source: str) -> bool:
    """Whether the words deny what is counted."""
    well = _ALL_WELL.fullmatch(text)
    done = _DONE_ALL.fullmatch(text)
    if (well and (effect.lack or _undenied(well[1], effect.what))) or (done and _undenied(done[1], effect.what)):
        return True
    if (done and not effect.what and re.search(rf"未{done[1]}的?,", source)) or _otherwise(text, effect.what or case_of(source)):
        return True  # 均已按规定公开, where 未按规定公开的，缺一项扣…
    if (due := _ALL_DUE.fullmatch(text)) and text in source and effect.what in {f"漏{due[1]}", f"未{due[1]}", f"少{due[1]}", f"应{due[1]}未{due[1]}"}:
        return True  # 应助尽助, where 漏助 is counted
    if effect.lack:
        return _in_every_period(text, effect, source)  # 无会议, where each that is lacking takes points off: not one of them is there
    none = _NONE_OF.fullmatch(text) if effect.what else None
    if none and all(covers(none[1], fault) for fault in faults_of(effect.what)):
        return True
    if none and _of_either(none[1], effect.what):
        return True  # 无败诉案件, where 复议或诉讼败诉案件 are counted
    if (none := _NONE_OF_THESE.fullmatch(text)) and (set(faults_of(effect.what)) <= set(faults_of(none[1])) if effect.what else none[1] in source):
        return True  # 未发现截留、挤占、挪用情况
    if (each := _EACH_NONE.fullmatch(text)) and effect.what and set(_NONE_NAME.findall(each[0])) >= set(faults_of(effect.what)):
        return True  # 无漂浮物、无垃圾, where 漂浮物或垃圾 are counted
    if not effect.what and (none := _NONE_OF.fullmatch(text)) and re.search(rf"(?:无|未发生|未出现|没有|杜绝){none[1]}|{none[1]}(?:零发生|为零|为0)", source):
        return True
    if _in_every_period(text, effect, source):
        return True
    if effect.what.startswith("超") and (over := _NOT_OVER.fullmatch(text)) is not None and over["over"] in (None, effect.what.removesuffix("数")):
        return True
    if effect.what and PLAIN_END.sub("", text) in {f"{no}{PLAIN_END.sub('', effect.what)}" for no in ("未发现", "未发生", "未出现", "不存在", "没有", "无")}:
        return True
    if (kind := _AND_THE_LIKE.search(effect.what)) and _NONE_OF.fullmatch(text) and text.endswith((kind[1], PLAIN_END.sub("", kind[1]))) and re.fullmatch(r"(?:未发现|未发生|未出现|不存在|没有|无)(?:任何)?", text.removesuffix(kind[1]).removesuffix(PLAIN_END.sub("", kind[1]))):
        return True  # 未发现违规行为, where 规避招标等违规行为 are counted
    return any(effect.what == no + text or (effect.what.startswith(no + text) and not _OR_ELSE.search(effect.what, len(no + text))) for no in DENIALS if len(text) > 1)


_EACH_PERIOD = Pattern(r"(?:(?P<many>\d+|[一二两三四五六七八九十]+)个|各个?|每个?|所有|全年各)(?P<period>季度|月)(?P<of>[^\W\d未不没无均都]{0,12})(?:均|都|全部)(?:已)?(?P<did>[^\W\d未不没无]{2,10})")
_IN_A_YEAR = {"季度": 4, "月": 12}


def _in_every_period(text: str, effect: Count, source: str) -> bool:
    """四个季度均达到, where the quarters that did not are counted; three of them are not all, and between them and 均 stands only what the standard names."""
    each = _EACH_PERIOD.fullmatch(text)
    if each is None or effect.gain or effect.lack or effect.measure.removeprefix("个") != each["period"] or (each["many"] and told_number(each["many"]) != _IN_A_YEAR[each["period"]]):
        return False
    if each["of"] and not re.search(f"{each['period']}{each['of']}(?:均|都|全部)", source):
        return False  # 各季度基本均达到, 各季度除一季度外均达到
    asked = effect.what.removeprefix("未")
    return asked != effect.what and (asked.startswith(each["did"]) or each["did"].startswith(asked))


_TWINS = ({"行政复议", "行政诉讼"}, {"复议", "诉讼"})  # of which one word behind them is said alike; any other two may be two things


def _of_either(kind: str, what: str) -> bool:
    """败诉案件 of 行政复议或行政诉讼败诉案件: what is said of both that stand in front of it."""
    return what != kind and what.endswith(kind) and len(kind) >= 4 and set(what.removesuffix(kind).split("或")) in _TWINS


_OR_ELSE = Pattern(r"或者?[^,;。]*[未不没无]")  # 未按要求编报或目标不符合要求: the one denied leaves the other


_CASE = Pattern(r"(?:^|(?<=[,;。\n]))([^\W\d]{4,20}?)的?,?每?(?:发现|出现|有)?[1一]?[项处个次起例件条份笔]扣")


def case_of(source: str) -> str:
    """记录不完整 of 记录不完整的每处扣1分."""
    case = _CASE.search(source)
    return case[1] if case is not None else ""


def _otherwise(text: str, fault: str) -> bool:
    """记录完整, where 记录不完整 is what is counted: the fault is denied, and nothing else is."""
    content, faulty = polarity(fault)
    well, yes = polarity(text)
    return faulty is False and yes is True and well == content and len(content) >= 4 and not _SEVERAL.search(fault)


_SEVERAL = Pattern(r"[或、和及与并且,]")


_PLACES = Pattern(r"((?:[进赴去到][京省市县州区]、?){2,})(?=[^\W\d]{2,8})")


def faults_of(what: str) -> list[str]:
    """迟报 and 漏报 of 迟报、漏报的; 进京上访 and 进省上访 of 进京进省上访."""
    if (to := _PLACES.match(what)) is not None:
        return [fault for place in re.findall("[进赴去到].", to[1]) for fault in faults_of(place + what[to.end() :])]
    return [PLAIN_END.sub("", fault) or fault for fault in _OR.split(what)]


_ANOTHER = Pattern(r"(?:虚报|套取|骗取|截留|挤占|挪用|滞留|侵占|贪污|冒领|[迟漏瞒错谎误缓]报|[错漏]发|拖欠|克扣|违[规纪法]|信访|投诉|举报|浪费)$")


def covers(kind: str, fault: str) -> bool:
    """无事故 leaves no 安全事故, 无违规 no 违规使用资金; 无挪用 says nothing of 截留."""
    return (fault.endswith(kind) and not _ANOTHER.search(fault.removesuffix(kind))) or (fault.startswith(kind) and bool(FAULTS.search(kind)))


def _undenied(done: str, what: str) -> bool:
    """均已公开 where nothing else than 未公开 is counted."""
    faults = faults_of(what)
    if len(faults) != 1:
        return False
    denied = re.split(r"[未不]", faults[0])[1:]
    if (late := _LATE.match(faults[0])) and (kept := _IN_TIME.match(done)) and done[kept.end() :] == faults[0][late.end() :]:
        return True  # 按期办结 where 超期办结 is counted
    if len(denied) == 1 and len(done) >= 4 and sorted(denied[0]) == sorted(done):
        return True  # 整改完成 where 未完成整改 is
    return any(no + done in faults[0] for no in ("未", "不", "不能", "无法")) or (len(denied) == 1 and len(done) >= 4 and denied[0].startswith(done[:3]) and in_order(done, denied[0]))


_POINTS_BEHIND = Pattern(r"(?:[两二三四五六七八九\d](?:者|[项份个种][^\W\d]{0,4}?))?(?:均|都|全部)?(?:齐全|完整|完备|齐备|具备)?的?,?得.*$")
_KIND_OF_THEM = Pattern(r"(?:[两二三四五六七八九\d](?:项|份|个|种|类))([^\W\d]{2,4}?)(?:均|都|全部)?(?:齐全|齐备|完整|完备|具备)")
_MISSING = Pattern(r"(?:^|(?<=[、,]))(?:缺少|缺失|缺|没有|无)((?:[^\W\d未不没无缺]{2,12})(?:[、和][^\W\d未不没无缺]{2,12})*)$")
_ITEMS = Pattern(r"[、,;。:\n]|[①-⑳]|\(\d\)|和")


def named_missing(text: str, effect: Count, source: str) -> int | None:
    """缺施工许可, where what is listed includes 施工许可 and each that is missing takes points off: so many as are named, each of them one of the list."""
    named = _MISSING.search(text)
    if named is None or effect.gain or effect.lack != "缺" or effect.what:
        return None
    before = source.partition("缺")[0].removesuffix("每")
    before = before[before.index("①") :] if "①" in before else before  # what stands before is their heading
    items = [_POINTS_BEHIND.sub("", item) for item in _ITEMS.split(before) if item]
    kind = _KIND_OF_THEM.search(before)
    of_a_kind = rf"(?:{kind[1]})?" if kind is not None else ""
    names = [re.sub(rf"(?<=[^\W\d]{{2}}){of_a_kind}$", "", name) for name in re.split("[、和]", named[1])]
    there = [re.sub(rf"(?<=[^\W\d]{{2}}){of_a_kind}(?:(?:均|都)?(?:已)?(?:齐全|齐备|完整|完备|具备))?$", "", each) for each in re.split("[、,;和]", text[: named.start()]) if each]
    if not all(each in items for each in there) or there and not all(any(item.endswith(name) for name in names) for item in items if item not in there):
        return None
    return len(names) if len(items) > 1 and len(set(names)) == len(names) and all(sum(item.endswith(name) for item in items) == 1 and not any(item.endswith(name) for item in there) for name in names) else None
