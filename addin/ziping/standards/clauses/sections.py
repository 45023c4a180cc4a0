"""Standards printed with their surroundings: only the section that says how points are earned is the rule, and a gloss in brackets changes none."""

from __future__ import annotations

from ziping.standards.clauses.awards import GRADES
from ziping.standards.clauses.phrases import ALTERS, CONDITIONAL, DANGER, RECKONED, TURNS
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["SCORING", "gives", "limits", "plain_places", "rule_of", "without_glosses"]

SCORING = words("AWARD FULL ZERO DEDUCT ADD RATIO LINEAR EVERY FLOOR MOST FORMULA LEAST UNTOUCHED JUDGE OFFICER ACCORDINGLY")

_BESIDE = r"指标(?:解释|定义|说明|内涵|含义|释义|内容)|概念解释|名词解释|定义|解释|说明|计算(?:方法|公式|方式)|数据来源|资料来源|信息来源|参考值|标杆值|目标值来源|指标值|操作(?:解释|说明)|考核(?:内容|依据|方式|要求)|评价(?:内容|依据|要点|要求)|证明材料|佐证(?:材料|资料)|备注|注"
_RULE = r"(?:计分|评分|得分|赋分|打分|扣分|评价|考核)(?:方式|方法|标准|办法|规则|细则|依据)|评分标准及说明|标准|评分|计分|赋分|打分"
_REMARK = Pattern(r"说明|备注|注|要求|考核内容|指标值")  # what these say may be a rule as well
_TOLD = Pattern(r"说明|备注|注|考核")
_HEADING = Pattern(r"(?:^|(?<=[\n;。]))(?:\(?[\d一二三四五六七八九]{1,2}[)、.]|[①-⑳])?(?:(" + _RULE + r")|(?:" + _BESIDE + r"))(?::|\n)\n?")


def rule_of(source: str) -> str:
    """计分方法：… out of 指标解释：…；数据来源：…；计分方法：…; the whole where a section beside it gives points as well."""
    found = list(_HEADING.finditer(source))
    if not any(match[1] for match in found) or all(match[1] for match in found):
        return source
    ends = [match.start() for match in found[1:]] + [len(source)]
    rules, beside, remarks = [], [source[: found[0].start()]], []
    for match, end in zip(found, ends, strict=True):
        (rules if match[1] else remarks if _REMARK.search(match[0]) else beside).append(source[match.end() : end])
    if any(gives(text) or DANGER.search(text) or ALTERS.search(text) for text in (*beside, *remarks)) or any(TURNS.search(text) or CONDITIONAL.search(text) or limits(text) for text in remarks):
        return _HEADING.sub(lambda match: "" if not match[1] and _TOLD.search(match[0]) else match[0], source)  # read as a sentence of its own
    return "".join(rules).strip("\n")


def limits(text: str) -> bool:
    return any(t.kind in ("CMP", "NUM") for t in tokens(text))


def gives(text: str) -> bool:
    return any(t.kind in SCORING and t.text != "每" or (t.unit is not None and t.unit.base == "分") for t in tokens(text))


_GLOSS = Pattern(r"(?<=[一-鿿])\(([^()\d%≥≤<>=*/+;:。\n]{2,24})\)(?=[一-鿿≥≤<>=/*(])|(?<=[区县市州镇乡村盟旗])\(([区县市州镇乡村街道盟旗](?:、[区县市州镇乡村街道盟旗])*)\)|(?<=[一-鿿])\(或者?[^()\d%≥≤<>=,;。不未无没]{2,12}\)(?=[,;。的得]|$)|(?<=[率额值积数量])\((?:校核|核定|核实|审定)后\)(?=,)")
_PLACES = Pattern(r"(?<=[区县市州镇乡村盟旗])\([区县市州镇乡村街道盟旗](?:、[区县市州镇乡村街道盟旗])*\)")
_MARKS = Pattern(r"不?(?:含|包含|包括|含本数)|未写是否含|[开闭]")


def without_glosses(source: str) -> str:
    """可种面积（新增水田面积）的90%: what a name stands for says nothing of the points."""
    source = _QUOTIENT.sub("", source)
    return _GLOSS.sub(lambda match: match[0] if match[1] and _speaks(match[1]) else "", source)


_QUOTIENT = Pattern(r"(?<=[率度例])\([^()\d/*+,;。=≥≤<>]{2,16}/[^()\d/*+,;。=≥≤<>]{2,16}(?:\*100%)?\)(?!\*100%)")  # 执行率（执行数/预算数）


def plain_places(text: str) -> str:
    """少1个县（市、区） is 少1个县."""
    return _PLACES.sub("", text)


def _speaks(inner: str) -> bool:
    return bool(_MARKS.fullmatch(inner)) or inner in GRADES or bool(DANGER.search(inner) or TURNS.search(inner) or RECKONED.search(inner) or _CONDITION.search(inner)) or any(t.kind not in _NAMES for t in tokens(inner))


_CONDITION = Pattern(r"除|[有无]责|限|非|仅|只|外$|不|已|未")
_NAMES = words("TEXT GLUE PART PAUSE INCL PLUS OCCUR")
