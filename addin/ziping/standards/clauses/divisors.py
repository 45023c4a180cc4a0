"""What a rate divides by, and whether the target tells it: 预算数, 应参保人数, 总户数 it may be; 全县最高得分, 上年支出, 抽查户数 are something else, which neither cell tells."""

from __future__ import annotations

import re

from ziping.amounts import PERCENT
from ziping.standards.cells.values import Value
from ziping.standards.words.vocabulary import Pattern

__all__ = ["another_divisor", "of_other_amounts", "of_others"]

_PART, _WHOLE = r"[^=,;。:*/\n≥≤<>]{1,60}?", r"[^=,;。:\d()/*\n≥≤<>-]{1,40}"
_QUOTIENT = Pattern(rf"(?P<part>{_PART})(?:/\(?(?P<whole>{_WHOLE})\)?|占(?P<of>{_WHOLE}?)的?(?:比例|比重|比率|百分比|比))(?:\*100%?)?\)?")
_BEHIND = r"(?:\(?(?:(?:计算|统计)(?:方法|公式|方式)|公式)(?:为|如下)?:?|=|:|\(|是?指|为)"
_SIGNS = str.maketrans("÷（）×：，；", "/()*:,;")

_OF_OTHERS = Pattern(
    r"最[高低大小多少好优](?!限价)|平均|均[值数]|中位|[上去前往历]年(?!度?结转)|近[一二两三四五\d]年|前[一二两三四五\d]年|上[季月]|同期|基期|基数|基准|同类|同[行级]|其[他它余]|第[一1]名|排名|标杆|先进|行业"
)  # of others, or of another time
_OF_A_THING = Pattern(r"行业|先进|标杆")  # in whose name it stands alike on both sides
_EVERYWHERE, _LAST_YEARS = Pattern(r"全[国省市县区州镇乡]"), Pattern(r"[上去前往历]年(?!度?结转)")
_ASKED = Pattern(r"计划|规划|目标|预算|概算|批复|批准|核定|核准|任务|指标|预期|预计|规定|安排|下达|交办|部署|布置|分配|合同|协议|设计|要求|需求|责任书|设定|既定|限价|编制|纳入|(?<!无)需(?=[^\W\d])|应(?=[^\W\d])(?<![供响对相反适效感]应)(?!应[急用])")
_ALL, _KIND = Pattern(r"总|全部|所有|全体"), Pattern(r"人次|次数|面积|里程|长度|数量|金额|资金|[户个件处台套次场项条村人株间所辆份批座家名]数|[数额量]$")
_LOOKED_AT = Pattern(r"抽|调查|受访|参评|测评|检查|检测|检验|受理|收到|到位")  # so many as there happened to be
_OF_POINTS = Pattern(r"(?:总分|满分|标准分|总得分|总分值|分值)$")


def another_divisor(name: str, source: str, target: Value) -> str:
    """What the rate is divided by, by its own name or as the standard defines it, where that is not the target; empty where it may be, or nothing is told."""
    if not name or target.unit == PERCENT or target.low <= 0:
        return ""  # which no figure can be held against
    for part, whole in _told(name, source.translate(_SIGNS)):
        if not (whole in target.text or _may_be_the_target(part, whole, target)):
            return whole
    return ""


_OF_AMOUNTS = Pattern(
    r"(?<!元)[/÷][（(]?(?!A(?![A-Za-z])|[^,，;；。×*/÷（）()=]{0,12}?(?:(?:目标|指标|计划|预期)(?:指标)?值|目标(?:数量?|量)?(?=[×*）)]|的|计|$)|率|程度|进度|比例|比重))|任务数[^;。]*每[人例名户件个项家]的?平均分"
)


def of_other_amounts(source: str) -> bool:
    """Whether a quotient is of amounts of its own, which a rate may be itself: 实际供水量/设计供水量; 实际值/目标值, 完成数量/目标数量 and B/A are of the two cells."""
    return _OF_AMOUNTS.search(source) is not None


def of_others(part: str, whole: str) -> bool:
    """全县最高得分, 上年完成数, and 全县任务数 of what is done by one of them; what is told of last year is no actual either; 行业协会数 is no other in 行业协会数目标."""
    everywhere = _EVERYWHERE.search(whole)
    others = _OF_A_THING.sub("", whole) if whole.startswith(part) else whole
    return _OF_OTHERS.search(others) is not None or _LAST_YEARS.search(part) is not None or everywhere is not None and everywhere[0] not in part


def _told(name: str, source: str) -> list[tuple[str, str]]:
    if (said := _QUOTIENT.fullmatch(name)) is not None:
        return [(said["part"], said["whole"] or said["of"])]
    told = (_QUOTIENT.match(source, behind.end()) for behind in re.finditer(rf"{re.escape(name)}{_BEHIND}\(?", source))
    return [(said["part"], said["whole"] or said["of"]) for said in told if said is not None]


def _may_be_the_target(part: str, whole: str, target: Value) -> bool:
    if of_others(part, whole):
        return False
    if _OF_POINTS.search(whole):
        return target.low == 100
    if _ASKED.search(whole):
        return True
    counted = _KIND.search(whole)
    return _ALL.search(whole) is not None and _LOOKED_AT.search(whole) is None and (counted is None or counted[0] in part or counted[0] in "数额量")
