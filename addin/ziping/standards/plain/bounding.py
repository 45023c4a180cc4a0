"""Bounds of numbers put in one wording: 超过（含）90% and 达到不低于90% are ≥90%, 未突破100% 不超过100%, 75%（含）以上-85%以下 75%（含）-85%（不含）."""

from __future__ import annotations

import re

from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["plainly_bounded"]

_N = r"-?\d+(?:\.\d+)?(?:%|‰)?"
_WORDINGS: Turns = (
    (Pattern(r"不(?:得|应当?|能够?|可以?|准|许|允许|容许|要|宜|会|该)(多|大|小|高|低|少)于"), r"不\1于"),  # 事故不得多于5起, 不应高于5起
    (Pattern(r"不(?:得|应当?|能够?|可以?|准|许|允许|容许|要|宜|会|该)(?:超过|超出|突破)"), "不超过"),
    (Pattern(r"不(?:得|应当?|能够?|可以?|准|许|允许|容许|要|宜|会|该)?(?:[迟晚]于)(?=\d+(?:\.\d+)?个?(?:工作日|自然日|天|小时|分钟|个月))"), "不晚于"),  # 不得迟于5天: 5日 may be the fifth
    (Pattern(r"不(?:得|应当?|能够?|可以?|准|许|允许|容许|要|宜|会|该)(早|短|长)于"), r"不\1于"),
    (Pattern(r"(?<=\d[^\W\d]以上)\((?:含|包括)(?!本|以|等)[^()\d,;。]{2,12}\)(?=的?,?[得计])"), ""),  # 10例以上（含简易案件）得5分: what is counted as well
    (Pattern(r"(?<=要求)\((?:含|包括)(?!本|以|等)[^()\d,;。未不没无]{2,12}\)(?=的?,?得)"), ""),  # 符合要求（含协作单位）得满分
    (Pattern(r"(?<=\d%)的?(?:达到?|符合|满足)(?:规定|有关|相关)?(?:要求|标准)(?=的?,?(?:得|不得分|扣|或))"), "达标"),
    (Pattern(rf"((?:<|≤|低于|不足|小于|不到|少于){_N}(?:达标|以下)?)的?,?或者?((?:未|没有|发生|出现)[^,;。\n\d未不没无或且并]{{2,20}}?)的?,?(?=不得分(?:[。;\n]|$))"), r"\1,不得分;\2的,"),  # <60%或未安排巡诊，不得分: either of them
    (Pattern(rf"(?:超过|超出|大于|>)±({_N})(?:\(不含\))?(?:[至到~-]|、?,?(?:但|且)?(?:在|不超过|≤))±({_N})(?:以内|之内|之间|范围内)*(?=[(,;。的得计])"), r"±\1-±\2"),  # 超过±10%至±30%（含）
    (Pattern(r"(?<=为)(0|零)(的?,?得(?:满分|\d+(?:\.\d+)?分)[,;])有(?:新增|发生|出现|增加)(?:的|者)?,?(?=不得分)"), r"0\2大于0的不得分,有新增的"),  # 新增债务为0得满分，有新增的不得分
    (Pattern(r"\|([^|()*/+=\d-]{2,20}[率例度])\|"), r"\1绝对值"),  # 1-|预算调整率|
    (Pattern(r"(?<=[率例度])\((?:取|按|以)?绝对值(?:计算?)?\)(?=[≥≤<>=在为超低高不])"), "绝对值"),  # 调整率（绝对值）≤5%
    (Pattern(rf"(?<=[率例度])(≤|<|不超过|不高于)({_N})\((?:取|按|以)?绝对值(?:计算?)?\)"), r"绝对值\1\2"),
    (Pattern(rf"(?:超过|大于|高于|多于|达到)\((?:含|包含)\)(?={_N})"), "≥"),
    (Pattern(rf"(?:小于|低于|少于)\((?:含|包含)\)(?={_N})"), "≤"),
    (Pattern(rf"(?:达到|应|须|需|必须)+(?:不低于|不少于|不小于)(?={_N})"), "≥"),
    (Pattern(r"(大于|小于|高于|低于)[、和或,]等于(?=-?\d)"), r"\1等于"),
    (Pattern(r"(?<![未不没有能])(?:达到(?:、|或者?)(?:优于|好于)|(?:优于|好于)(?:、|或者?)(?:等于|达到))(?=(?:年度|年初|预期|绩效|全年)*(?:目标|指标|计划)值?(?:的|[,得计]))"), "达到"),
    (Pattern(rf"(?:不突破|未突破|未超出|不超出|不得突破|没有突破|不得超出)(?={_N})"), "不超过"),
    (Pattern(rf"(控制在{_N})的?范围之?内"), r"\1以内"),
    (Pattern(rf"(?:(?<=^)|(?<=[;,。\n:]))({_N}[^\W\d]{{0,2}}[≤<][^\W\d]{{0,16}}[≤<]{_N}[^\W\d]{{0,2}})\((\d+(?:\.\d+)?分)\)(?=[,;。\n]|$)"), r"\1得\2"),  # 90%≤满意度<95%（8分）
    (Pattern(r"(?<=[率比重度用本价量数额])\((?:不含|不包括|剔除|扣除|含)[^()\d,;。]{2,14}\)(?=[≥≤<>]|不[高低超大少]|控制在|达到|为)"), ""),  # 药占比（不含中药饮片）≤30%: of what it is the rate
    (Pattern(rf"(?:低至|降至|降到|跌至)({_N})(?=以下)"), r"\1"),
    (Pattern(rf"(达到|达)({_N})的?(?:水平|标准|目标|比例|要求)(?=(?:的|者|时)?,?(?:得|计|记|不扣|满分|\d))"), r"\1\2"),
    (Pattern(rf"({_N}(?:\(含(?:{_N})?\)))以上[-至到]({_N})以下"), r"\1-\2(不含)"),
    (Pattern(rf"({_N})以上(\(含(?:{_N})?\))[-至到~]({_N})(?=[,得计的(])"), r"\1\2-\3"),
    (Pattern(r"(?<=\d|%|\))而(?=小于|低于|不足|未|不到|<)"), "且"),
    (Pattern(r"(?<=[(,、])(不?)包括(?=-?\d)"), r"\1含"),
    (Pattern(r"(?<=率)(增|降)(?=\d+(?:\.\d+)?个百分点)"), lambda m: {"增": "增长", "降": "下降"}[m[1]]),
    (Pattern(r"((?:以[上下内])|百分点)的(?:区县|县区|县|市|区|单位|部门|乡镇|镇|街道|地区|学校|项目)(?=,?(?:得|计|扣|不得分)\d?)"), r"\1的,"),
    (Pattern(r"([^,;。=\n]{2,16}率)=\(?[^=,;。()]*/[^=,;。()]*\)?\*100%(?=[≤≥<>]|小于|大于|不[高低大小超]|等于|达到)"), r"\1"),
    (Pattern(r"以(\d+%)以下\(含\)为标准,?(?=计|得)"), r"≤\1,"),
    (Pattern(r"([^,;。()\d]{2,12}标准)(?:为)?(\d+(?:\.\d+)?万?元(?:/[^\W\d]{1,4})?),(?:符合|达到)(?:标准|要求|规定)?的?得(满分|\d+(?:\.\d+)?分)[,;](?:否则|不符合(?:标准|要求|规定)?的?|未达到(?:标准|要求)?的?)不得分"), r"\1=\2得\3,否则不得分"),  # 补助标准200元/人，符合标准得3分，不符合不得分: just this amount
)  # fmt: skip


def plainly_bounded(source: str) -> str:
    """The source with its bounds in that wording."""
    return _whole_scales(_multiples(reworded(_of_the_base(source), _WORDINGS)))


_BASE = Pattern(rf"^(?:[^,;。\d]{{0,12}})?以(?P<n>{_N})(?:\(含\))?为(?P<name>基准|标准|基数|标杆|红线|上限|下限)(?:值|线)?[,;。:](?=[\s\S]*(?:[高低大小]于|超过|超出|达到|突破)(?:该|此|这一|上述)?(?P=name))")
_HELD_TO = r"(?P<sign>等于(?:或者?|、)?[高低大小]于|[高低大小]于(?:或者?|、)?等于|不[高低大小超]于?过?|(?:未|没有)?(?:超过|超出|突破)|(?:未|没有)?达到|(?:高|低|大|小)于|等于)(?:或者?(?P<also>超过|高于|低于))?(?:该|此|这一|上述)?"
_EITHER = {"高": "大于等于", "大": "大于等于", "低": "小于等于", "小": "小于等于"}


def _of_the_base(source: str) -> str:
    """以100%为基准，等于或低于基准得满分，超过基准的，每超过1个百分点扣…: the number in place of its name."""
    said = _BASE.match(source)
    if said is None:
        return source
    return re.sub(rf"{_HELD_TO}{said['name']}(?:值|线)?(?=的|者|时|得|不|扣|[,;。\d]|$)", lambda m: f"{_whole_sign(m['sign'], m['also'])}{said['n']}", source[said.end() :])


def _whole_sign(sign: str, also: str | None) -> str:
    """等于或低于 is at most."""
    way = next((c for c in sign if c in _EITHER), "") if "等于" in sign and sign != "等于" else ""
    if sign == "达到" and also in ("超过", "高于"):
        return "大于等于"
    return _EITHER[way] if way else sign


_LEVERED = Pattern(r"撬动|带动|拉动|引导|放大|杠杆|投入产出|配套")  # the second number is what the first brings; of 师生比1:20 nobody knows which way is better
_TO_ONE = Pattern(r"(?<![\d.:])1:(\d+(?:\.\d+)?)(?![\d:])")


_OF_ONE = Pattern(r"(?<![\d.:])(\d+(?:\.\d+)?):1(?![\d:.])")
_COMPARED = Pattern(r"(?:[≥≤<>]|[高低大小多少]于|达到|不[超足]过?|超过)\d+(?:\.\d+)?:1(?![\d:.])|(?<![\d.:])\d+(?:\.\d+)?:1(?:\(含\))?(?:及?以[上下]|[-~至])")


def _multiples(source: str) -> str:
    """撬动社会投资达到1:3以上, 投入与财政资金之比≥3:1: three times as much."""
    if _COMPARED.search(source) and not _TO_ONE.search(source.replace("1:1", "")):
        return _OF_ONE.sub(r"\1倍", source)
    return _TO_ONE.sub(r"\1倍", source) if _LEVERED.search(source) else source


_SCALED = Pattern(r"\d(万|亿)(元|人次|人|亩|户|吨|平方米)")
_SCALE = Pattern(r"(\d)([万亿])(?=[)\-~至到的得扣,;。(以不及为]|$)")
_RANGE = Pattern(r"\d[万亿][-~至到]\d+(?:\.\d+)?[万亿](?:元|人次|人)")


def _whole_scales(source: str) -> str:
    """10万元以上（含10万）得5分，少于3万不得分: 万 of whatever the other number says."""
    units = set(_SCALED.findall(source))
    said = {unit for _, unit in units}
    return _SCALE.sub(lambda match: match[0] + said.copy().pop(), source) if len(said) == 1 and not _RANGE.search(source) else source
