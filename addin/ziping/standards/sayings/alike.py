"""Whether the words of an actual are the fault that a standard counts: the end of it (漏发 of 错发、漏发), its beginning, the fault with words left out, one of those done alike."""

from __future__ import annotations

import re

from ziping.standards.sayings.deciding import NO_OCCASION, OBJECT
from ziping.standards.sayings.matching import NOUNS
from ziping.standards.sayings.nothing import PLAIN_END, faults_of
from ziping.standards.words.doings import asks_more
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["DONE_TO_SO_MANY", "NARROWER", "THEN_DONE", "alike_done", "begun", "named_fault", "names_fault", "narrowed", "same_fault", "shortened"]

_DENIED = Pattern(r"[未不没无]")
NARROWER = Pattern(r"[较重特]大|一般|严重|责任|有效|以上|群体|重复|违[规纪法]|逾期|超期|超标|虚假|负面|恶[性意]|非法|擅自")


_AMISS = Pattern(r"[未不没无错漏迟虚瞒冒假违超欠损丢缺拒乱]|延[迟误期]|逾期|滞后|重复|减少|流失|擅自|闲置|浪费|拖延|投诉|事故|问题|通报")


THEN_DONE = Pattern(r"付款|支付|拨付|发放|施工|开工|采购|实施|使用|入账")  # 未签合同 says nothing of 未签合同付款
_HAVING = Pattern(r"(?<=[^\W\d]{2})(?:有|存在)(?=[^\W\d]{2})")


def same_fault(said: str, what: str) -> bool:
    """漏发 for 错发、漏发: the end of what is counted; not 项目 for 项目未验收, nor 支付 for 延迟支付, which leave the fault out."""
    said = PLAIN_END.sub("", said) or said
    if (alike := alike_done(said, what)) is not None:
        return alike
    return _HAVING.sub("", what) == said or any((fault.endswith(said) and not _DENIED.search(fault.removesuffix(said)) and not NARROWER.search(fault.removesuffix(said)) and (_AMISS.search(said) or not _AMISS.search(fault.removesuffix(said)))) or (len(said) >= 3 and _DENIED.match(said) and said in fault and not NARROWER.search(fault.replace(said, "", 1)) and not THEN_DONE.match(fault.partition(said)[2])) for fault in faults_of(what))


_WRONGED = "错填|漏填|错报|漏报|错登|漏登|错录|漏录|错记|漏记|扣发|缓发|停发|错发|漏发|多发|少发|迟发|克扣|拖欠|滞留|截留|挤占|挪用|占用|侵占|骗取|套取|冒领|虚报|虚列"
_DONE_TO = Pattern(rf"((?:{_WRONGED})(?:(?:、|或者?|和|及)(?:{_WRONGED}))*)((?!、|或|和|及)[^\W\d不未没无]{{2,10}})")  # 缓发、挪用补助金: each of them of the same thing
DONE_TO_SO_MANY = Pattern(rf"(?:共|共计|累计)?({_WRONGED})了?(\d+|[一二两三四五六七八九十]+)(个|处|项|条|份|件|户|人|笔|次)([^\W\d不未没无]{{2,10}})")
_DONE_TO_IT = Pattern(rf"({_WRONGED})([^\W\d不未没无]{{0,10}})")


def alike_done(said: str, what: str) -> bool | None:
    """Whether 缓发 or 缓发补助金 is one of 缓发、挪用补助金, each of them of the same thing; None where no such thing is counted, or said."""
    listed, one = _DONE_TO.fullmatch(what), _DONE_TO_IT.fullmatch(said)
    return None if listed is None or one is None else one[1] in listed[1] and listed[2].endswith(one[2])


def names_fault(said: str, what: str) -> bool:
    """Whether so many of what is said are so many of this fault, among others."""
    return not narrowed(said, what) and (same_fault(said, what) or shortened(said, what) or named_fault(said, what, ""))


def shortened(tail: str, what: str) -> bool:
    """未报送备案 for 规范性文件未按要求报送备案: the fault with words left out of it; not 未支付 for 未按合同支付, where there may have been nothing to pay."""
    if tail in what and THEN_DONE.match(what.partition(tail)[2]):
        return False
    if NO_OCCASION.search(tail) and not all(how in tail for how in _BY_RULE.findall(what)):
        return False
    if len(tail) > 3 and sorted(tail) == sorted(what):
        return True  # 学生应助未助
    thing = _DENIED.split(tail, maxsplit=1)[0]
    if len(thing) > 1 and len(tail) >= len(thing) + 5 and what.startswith(thing) and _DENIED.match(what.removeprefix(thing)):
        tail, what = tail.removeprefix(thing), what.removeprefix(thing)  # 专项未按进度下达
    return (len(tail) >= 4 or (tail[:1] == what[:1] == "未" and len(tail) == 3)) and bool(re.match(r"[未不没无]", tail)) and in_order(tail, what)


_ANOTHER_OF_THEM = Pattern(r"[、或及]|(?:的|发现)$")
_MORE_OF_IT = Pattern(r"[未不没无被且]|造成|导致|引起|引发|致使|影响|形成")
_OF_IT = Pattern(r"(?:[^\W\d]|、){0,20}(?:[款金费]|资产|物资|设备|设施|进度|节点|对象|水质|标准|规定|招标|采购|拨付|支付|发放|报表|年报|月报|季报|信息|活动|会议|培训|检查|巡查|审批|备案|公示|验收)")


def narrowed(said: str, what: str) -> bool:
    """Whether what is counted goes on where the words end: 未报送 of 未报送且未说明原因, or of 未报送被通报, of which so many may not be; what it was to be done with does not narrow it."""
    behind = what.partition(said)[2] if said and said in what else ""
    return bool(behind) and not (_ANOTHER_OF_THEM.match(behind) or not _MORE_OF_IT.search(behind) and any(p.fullmatch(behind) for p in (_OF_IT, OBJECT, NOUNS)))


def begun(said: str, what: str) -> bool:
    """乡镇未开展 of 乡镇未开展保险工作, 未按要求完成 of 不能按要求完成交办任务: what was not done, without what it was to be done with."""
    said, what = (_CANNOT.sub("未", each) for each in (said, what))
    rest = what.removeprefix(said)
    return len(rest) > 1 and rest != what and _UNBEGUN.fullmatch(said) is not None and not asks_more(rest) and not THEN_DONE.match(rest)


_CANNOT = Pattern(r"(?:不能|未能|没有|没能|未能够)(?=按|及时|如期|准时|开展|完成|落实|组织|召开|建立|制定|报送|上报|提交|参加|公开|公示)")
_UNBEGUN = Pattern(r"[^\W\d未不没无]{0,8}未(?:(?:按(?:时|期|规定|要求|计划)|及时|如期|准时|全面)*)(?:开展|完成|落实|组织|召开|建立|制定|报送|上报|提交|参加|公开|公示)")
_BY_RULE = Pattern(r"按|经|通过|公开|规范")
_FAULT = Pattern(r"([^\W\d未不没无]{0,8})([不未没无错漏违超][^\W\d]{1,12})")
_BARE = Pattern(r"[^\d不未没无非超逾多重较严一]*")
_ASKED = Pattern(r"(?:要求|标准|条件|规定)(?:的)?$")


def named_fault(tail: str, what: str, source: str, whole: str = "") -> bool:
    """项目不合格 of 项目验收不合格; 项目不符合 where 项目 are counted and the standard, which counts nothing else, speaks of 不符合标准."""
    said = _FAULT.fullmatch(tail)
    if said is None:
        return False
    fault = _ASKED.sub("", said[2])
    before, found, after = what.partition(fault)
    if found and (not _ASKED.sub("", after) or (source and len(fault) > 3 and re.fullmatch(r"[^\W\d不未无没非]{2,6}", after))) and (said[1] in before or (not before and said[1] in whole) or (said[1] and f"每个{said[1]}" in whole)) and _BARE.fullmatch(before.removesuffix(said[1])):
        return True
    return fault in source and len(fault) > 1 and said[1] in what and (not what or _BARE.fullmatch(what) is not None)
