"""Standards printed with their surroundings: only the section that says how points are earned is the rule, and a gloss in brackets changes none."""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.awards import GRADES
from ziping.standards.phrases import ALTERS, CONDITIONAL, DANGER, RECKONED, TURNS
from ziping.standards.tokens import tokens
from ziping.standards.vocabulary import Pattern, words

__all__ = ["SCORING", "awarded_before", "bare_points", "bracketed_formula", "by_the_piece", "plain_places", "rule_of", "whole_behind", "whole_scales", "without_glosses"]

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
    if any(_gives(text) or DANGER.search(text) or ALTERS.search(text) for text in (*beside, *remarks)) or any(TURNS.search(text) or CONDITIONAL.search(text) or _limits(text) for text in remarks):
        return _HEADING.sub(lambda match: "" if not match[1] and _TOLD.search(match[0]) else match[0], source)  # read as a sentence of its own
    return "".join(rules).strip("\n")


def _limits(text: str) -> bool:
    return any(t.kind in ("CMP", "NUM") for t in tokens(text))


def _gives(text: str) -> bool:
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


_AFTER_STOP = Pattern(r"[。;]\n?\((\d+(?:\.\d+)?)分\)(?=[^\W\d]|$|\n|\(\d\))")


def awarded_before(source: str) -> str:
    """完成任务。（15分）未完成任务。（0分）: points in brackets belong to the sentence before them."""
    return _AFTER_STOP.sub(r"(\1分);", source) if len(_AFTER_STOP.findall(source)) > 1 else source


_SENTENCE_STOP = Pattern(r"[;。](\d+(?:\.\d+)?)分(?=\n|$)")


def whole_behind(source: str) -> str:
    """…，每缺一项扣1分。（4分）: the only points in brackets, behind deductions or before them, are the full ones; 建立机制；1分 earns them line by line."""
    source = _SENTENCE_STOP.sub(r"(\1分);", source)
    found = list(_IN_BRACKETS.finditer(source))
    if len(found) != 1 or "扣" not in source and not found[0][1] and not _IN_SHARE.search(source[: found[0].start()]):
        return source
    match = found[0]
    before, behind = source[: match.start()], source[match.end() :]
    if behind.strip("。;,\n") and not (before.endswith(("。", ";")) and _only_takes(behind)):
        return source
    if not behind.strip("。;,\n") and not match[1] and not _only_takes(before) and not _IN_SHARE.search(before):
        return source
    return f"{before.rstrip(';。,')}。满分{match[2]}分。{behind.lstrip(';。,')}"


_IN_BRACKETS = Pattern(r"\(((?:本|该|此)项(?:共计?|合计|总计|满分)?|共计?|合计|满分|)(\d+(?:\.\d+)?)分\)")


_IN_SHARE = Pattern(r"的(?:比例|比重|比率)(?:计算得分|计算|计分|得分)$")


def _only_takes(text: str) -> bool:
    """Whether points are only taken off."""
    kinds = {t.kind for t in tokens(text)}
    return "DEDUCT" in kinds and not kinds & {"AWARD", "ADD", "FULL", "RATIO", "FORMULA"}


_SCALED = Pattern(r"\d(万|亿)(元|人次|人|亩|户|吨|平方米)")
_SCALE = Pattern(r"(\d)([万亿])(?=[)\-~至到的得扣,;。(以不及为]|$)")


def whole_scales(source: str) -> str:
    """10万元以上（含10万）得5分，少于3万不得分: 万 of whatever the other number says."""
    units = set(_SCALED.findall(source))
    said = {unit for _, unit in units}
    return _SCALE.sub(lambda match: match[0] + said.copy().pop(), source) if len(said) == 1 and not _RANGE.search(source) else source


_EACH_TAKEN = Pattern(r"[,;]?(?<!按)(?<!按照)扣(?:减|除)?(\d+(?:\.\d+)?)分/(人次|项次|件次|批次|项|个|次|处|起|例|件|人|户|家|份|条|天)(?=[,;。\n)]|$)")
_A_PIECE = Pattern(r"按照?(\d+(?:\.\d+)?)分/(项|个|次|处|起|例|件|人|户|家|份|条)(?:的标准)?(?:进行|予以)?(扣|得|计|加)(?:分|减|除)")


def by_the_piece(source: str) -> str:
    """未整改的按0.5分/个扣分, 未整改的扣0.5分/个: 每个扣0.5分."""
    return _A_PIECE.sub(lambda match: f",每{match[2]}{match[3]}{match[1]}分", _EACH_TAKEN.sub(r",每\2扣\1分", source))


_BARE = Pattern(r"([^,;。()\n=]*\d[^,;。()\n=]*?)\((\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(分?)\)(?:[,;。\n]+|$|(?=完成|达到|不足|低于|超过|大于|小于|≥|≤|<|>|\d))")


def bare_points(source: str) -> str:
    """完成50%以上(5)，完成30%以上(3)，完成30%以下(0-2): falling numbers in brackets behind every case are its points."""
    found = list(_BARE.finditer(source))
    if len(found) < 3 or "".join(match[0] for match in found) != source or all(match[4] and not match[3] for match in found):
        return source
    most = [Decimal(match[3] or match[2]) for match in found]
    if any(a <= b for a, b in zip(most, most[1:], strict=False)) or any(_gives(match[1]) for match in found):
        return source
    return ",".join(f"{match[1]}得{match[2]}{'-' + match[3] if match[3] else ''}分" for match in found)


_SPOKEN = Pattern(r"([^()=\d]{4,})\(((?:[^()=,;。]{0,8})得分=.+)\)[。;]?")


def bracketed_formula(source: str) -> str:
    """到位资金占计划资金的比例（得分=资金到位率×分值）: the words before say what the rate is, the bracket how it is scored."""
    match = _SPOKEN.fullmatch(source)
    if match is None or match[2].count("(") != match[2].count(")") or "=" in match[2].partition("=")[2] or not _RATED.search(match[1]):
        return source
    return source if _gives(match[1]) or _limits(match[1]) or DANGER.search(match[1]) or TURNS.search(match[1]) or CONDITIONAL.search(match[1]) else match[2]


_RATED = Pattern(r"(?:比例|比率|比重|占比|百分比|率|程度|之比)$")
_RANGE = Pattern(r"\d[万亿][-~至到]\d+(?:\.\d+)?[万亿](?:元|人次|人)")
