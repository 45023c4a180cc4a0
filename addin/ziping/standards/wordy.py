"""Words of a standard that give and take no points of their own, taken out before it is read: 最低为零分, 没有完成的扣分 before the steps that say how much, the name before 按完成率计分."""

from __future__ import annotations

from ziping.standards.vocabulary import Pattern

__all__ = ["unsaid"]

_MISSED = r"(?:未|没有|未能)(?:完成|达到|达成|实现|达标)(?:年度|全年|预期|计划|绩效)*(?:目标|任务|指标|计划)?(?:值|数|要求)?的?"
_NOT = r"(?:未能|未|没有|没能|不能)(?:在|于)"
_TIME = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)个?(?:工作日|自然日|小时|分钟|季度|月|日|天|周|年)"
_TURNS = (
    (Pattern(rf"{_NOT}(?:规定的?)?{_TIME}[以之]?内(?=[^\W\d,;。扣得未不没无]{{2,20}}的?,?(?:每[有发出]?[现生]?[一1]?(?:次|件|起|项|人次|件次|项次|份|处|个|户|例|宗|家)|(?:发现|出现|发生)?[一1](?:次|件|起|项|份|处|个|户|例|宗)))"), "未按时限"),  # what is counted
    (Pattern(rf"{_NOT}({_TIME})[以之]?内[^\W\d,;。扣得每未不没无]{{0,20}}?的?,?(?=扣|不得分|不计分|得|计)"), r"超过\1的,"),
    (Pattern(r"(?<=符合)计(?=\d|满分|零分)"), "得"),  # 均符合计2分 adds nothing up
    (Pattern(r"[,;。](?:该|本)?(?:项|指标)?(?:得分)?(?:最低(?:得|计|扣)?(?:分)?(?:为|是|至|到)?|(?:得分)?不(?:得|能|会)?低于|不出现负分,?|扣至)(?:零|0)分?(?:为止)?(?=[,;。\n]|$)"), ""),  # points are never less than nothing
    (Pattern(rf"(?<=[,;。\n])({_MISSED},?)(?:则|应|予以|相应|适当|酌减)?扣分,(?=每)"), ""),
    (Pattern(r"^(?:具备|符合|满足|达到)[一1]个?(?:得分|评分|评价)?(?:要素|要点|条件|项)的?,?([^\W\d]{1,6}值)(?:加|计|得)\d+(?:\.\d+)?[;。](?=\1)"), ""),  # how the figure that is scored is come by
    (Pattern(r"^(?![^,;。]*[未不没无超])([^\W\d,;。=得扣]{2,24}?)(?=按照?(?:实际)?完成(?:比例|率|比率|进度|百分比)(?:计分|得分|赋分|给分|评分|计算得分|计算)(?:[,;。\n]|$))"), ""),
    (Pattern(r"(?<=[,;。\n])([^\W\d,;。=得扣未不没]{0,16}(?:率|比例|进度))(?:在|为|低于|小于|不足|[<≤])*(\d+(?:\.\d+)?%)(?:以下|及以下|以内)?的?,?(?:视为|视同|定为|评为|认定为)[^\W\d,;。]{0,12}不(?:合格|达标|及格)(?=[,;。\n]|$)"), r"\1<\2,由填报人计分"),
)


def unsaid(source: str) -> str:
    """The source without them."""
    for printed, plain in _TURNS:
        source = printed.sub(plain, source)
    return source
