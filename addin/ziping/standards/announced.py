"""What a standard announces before its rule and which gives no points itself: what is looked at (…的5项指标，每完成1项得2分), by what one is ranked, of what grades tell (…的相符性，相符程度高：4分)."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.phrases import FAULTS
from ziping.standards.spelling import told_number
from ziping.standards.vocabulary import Pattern

__all__ = ["unannounced"]

_HEADED = Pattern(r"^(?:同时|均|全部)?(?:满足|符合|具备)(?:以下|下列|如下)(?:全部|所有)?(?:[一二三四五六\d]?[项个条]?)?(?:条件|要求|要点|内容|标准)(?:的)?,?得满分[:,]\n?(?=①|\(1\)|1[.、])")
_EACH_LACKING = Pattern(r"(?<=[。;\n])(?=每?(?:有)?(?:缺少?|缺失|少|[1一]项不|不符合|不满足))")


def _headed(source: str) -> str:
    """同时满足以下条件得满分：①…；②…。缺一项扣1分: all of what is listed earns everything."""
    rest = _HEADED.sub("", source)
    if rest == source:
        return source
    listed, *deduction = _EACH_LACKING.split(rest, maxsplit=1)
    return f"{listed.rstrip('。;')}。全部满足得满分" + (f",{deduction[0]}" if deduction else "。")


_LOOKED_AT = Pattern(r"^(?:(?:考查|考核|评价|考察|衡量|检查)?[^,;。\d扣得不未没无]{2,24}?的?|共[有设]?|设有?|包[括含])(\d|[一二两三四五六七八九十])(项|个|条)[^,;。\d扣得不未没无每]{0,10}(?:指标|任务|内容|工作|目标|措施|要点),(?=每(?:完成|实现|达成|达到|做到)(?:其中)?[1一]?(项|个|条)得(\d+(?:\.\d+)?)分)")
_THAT_ONE = Pattern(r"(?<=分)[,;](?:未|没有)(?:完成|实现|达成|达到|做到)(?:的)?(?:项目?|指标)?(?:的)?不得分(?=[。;]?$)")


def unannounced(source: str) -> str:
    """The standard without what it announces."""
    return _graded(_RANKED.sub("", _by_the_piece(_headed(source))))


def _by_the_piece(source: str) -> str:
    """考查……的5项指标，每完成1项得2分，未完成项不得分: so much for each, and for all of them the full points."""
    looked = _LOOKED_AT.match(source)
    if looked is None or looked[2] != looked[3] or FAULTS.search(looked[0]):
        return source
    number = told_number(looked[1])
    return f"满分{number * Decimal(looked[4])}分。{_THAT_ONE.sub('', source[looked.end() :])}"  # type: ignore[operator]


_RANKED = Pattern(r"^按照?(?!.{0,12}(?:全|同|组|类|区域|系统))[^,;。\d]{2,10}?(?:高低|大小|多少)?(?:进行)?(?:排名|排序|排位)(?:情况)?(?:计分|赋分|得分|评分)?,(?=(?:排名)?(?:前|第)[\d一二三四五六七八九十])")
_ABOUT = Pattern(r"^[^,;。:\d]{2,30}[^\W\d](?:性|程度|情况|水平|效果|度)[,:](?=((?:[^,;。:\d]{2,10}[:]?\d+(?:\.\d+)?分[,;。]?){2,})$)")
_GRADES = Pattern(r"([^,;。:\d]{2,10}?):?\d+(?:\.\d+)?分")
_CONDITION = Pattern(r"[未不无没]|且|并|健全$|完善$|合理$")


def _graded(source: str) -> str:
    """与规划的相符性，相符程度高：4分，基本相符：2分，不相符：0分: of what the grades tell; grades that share none of its words may be a second condition."""
    about = _ABOUT.match(source)
    if about is None or _CONDITION.search(about[0]):
        return source
    grades = [match[1] for match in _GRADES.finditer(about[1])]
    root = re.sub(r"(?:性|程度|情况|水平|效果|度)[,:]$", "", about[0])[-2:]
    return source[about.end() :] if all(root in grade for grade in grades) else source
