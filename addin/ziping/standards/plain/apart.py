"""Points printed apart from what earns them: in brackets behind it (（3分）), behind a stop, at the head of all (基本分8分), each and in all (（每个2分，共计22分）), behind a sign (+10分)."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.clauses.awards import DEGREES
from ziping.standards.clauses.sections import gives
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["awarded_before", "bands_in_brackets", "bare_points", "bracket_points", "named_points", "signed_points", "whole_behind"]

_SIGNED = Pattern(r"(?:^|(?<=[;。,\n]))(?P<case>[^,;。:\n=+*/()]*[^\W\d_])(?P<open>\()?(?P<sign>[+-])(?P<points>\d+(?:\.\d+)?分)(?(open)\))(?=[,;。\n]|$)")
_TAKEN, _ALREADY = Pattern(r"扣\d"), Pattern(r"[得计记加]\d|满分")
_ANY_SIGN, _ITS_LACK, _MORE_OF_IT = Pattern(r"[+-]\d+(?:\.\d+)?分"), Pattern(r"每|[未不没无缺少漏迟超逾错误]"), Pattern(r"每|(?<![有])[多超]")


def signed_points(source: str) -> str:
    """按要求报送+10分；每少报送1份-1分: points gained and taken; as it stands where a sign may be a dash (优-10分), or says both of one kind."""
    found = list(_SIGNED.finditer(source))
    plus, minus = ([m for m in found if m["sign"] == sign] for sign in "+-")
    if len(found) != len(_ANY_SIGN.findall(source)) or len(plus) != 1 or not (minus or _TAKEN.search(source)) or _ALREADY.search(source):
        return source
    if plus[0] is not found[0] or _ITS_LACK.search(plus[0]["case"]) or _MORE_OF_IT.search(plus[0]["case"]) or not all(_ITS_LACK.search(m["case"]) for m in minus):
        return source
    return _SIGNED.sub(lambda m: f"{m['case']}{'得' if m['sign'] == '+' else '扣'}{m['points']}", source)


_HEADS: Turns = (
    (Pattern(r"(?<=得)基准分(?:值)?(?=\d+(?:\.\d+)?分)"), ""),  # 得基准分8分
    (Pattern(r"^基准分(\d+(?:\.\d+)?)分,(?=[^得]*[扣减]\d)"), r"满分\1分,"),  # 基准分20分，…每减少1%扣2分
    (Pattern(r"^(?:单个|每个)[^,;。]{2,30}(?:不低于|不少于|不高于|不超过)[^,;。]{2,30}1/[2-5]的?,得(\d+(?:\.\d+)?)分;(?=每有?[1一]个)"), r"满分\1分;"),  # 单个机构人数不低于平均数的1/2，得1.5分；每有1个…
)  # fmt: skip
_BASE = Pattern(r"(?:^|(?<=[;。,\n:]))(?:基本|基础)分(?:值)?(?:为|是|:)?(\d+(?:\.\d+)?)分[,;。]?")
_EARNS_BASE = Pattern(r"(?<=[得计记给])(?:基本|基础)分(?:值)?(?=[,;。\n]|$)")
_THEN_BASE = Pattern(r"(?:(?<=任务)|(?<=目标)|(?<=指标)|(?<=计划)|(?<=完成))(?:后|的)?,?(?:基础|基本)分(?:为|是|:|计|得)(?=\d+(?:\.\d+)?分)")


def named_points(source: str) -> str:
    """The standard with points that have a name, or stand in brackets at its end, where they are earned."""
    return _each_in_brackets(_awarded(_share_based(_based(reworded(source, _HEADS)))))


def _based(source: str) -> str:
    """基本分8分，完成任务得基本分: eight points; 完成任务后基础分为60分: sixty."""
    found = _BASE.findall(source)
    if len(found) == 1 and _EARNS_BASE.search(source):
        source = _EARNS_BASE.sub(f"{found[0]}分", _BASE.sub("", source))
    return _THEN_BASE.sub("的,得", source) if not _BASE.search(source) and len(_THEN_BASE.findall(source)) == 1 else source


_SHARE_BASE = Pattern(r"(?:^|(?<=[;。,\n]))(?:该项|本项|指标)?(?:分值|满分|总分|分数)的(\d+%)(?:为|是|作为)(?:基础|基本)分(?:值)?(?:[,;。]|$)")
_OF_IT = r"(?:(?:该|本)?项)?(?:指标)?(?:分数|分值)?的?"
_FROM_BASE = Pattern(
    rf"(?P<rate>[^,;。\d]{{0,20}}?)(?:达到?|为)?(?P<low>\d+)%(?:及?以上)?的?,?得{_OF_IT}(?:基础|基本)分,(?P<more>[^,;。\d]{{0,20}}?)(?:达到?|为)?(?P<high>\d+)%(?:及?以上)?的?,?得{_OF_IT}满分,"
    rf"(?P<between>[^,;。\d]{{0,20}}?)(?:为|在)?(?P<from>\d+)%-(?P<to>\d+)%(?:之间)?的?,?按比例(?:增分|增加分值|加分|计分|得分)(?=[,;。]|$)"
)


def _share_based(source: str) -> str:
    """达70%以上得基础分，90%得满分，70%-89%按比例增分；分值的80%为基础分: from four fifths of the points at the one to all of them at the other."""
    base, told = _SHARE_BASE.findall(source), _FROM_BASE.search(source)
    if told is None or len(base) != 1 or not all(told["rate"].endswith(told[name]) for name in ("more", "between")) or told["from"] != told["low"] or int(told["high"]) - int(told["to"]) not in (0, 1) or int(told["low"]) >= int(told["high"]):
        return source
    return _SHARE_BASE.sub("", f"{source[: told.start()]}{told['rate']}≥{told['high']}%得满分,{told['low']}%得分值的{base[0]},其间按比例计分{source[told.end() :]}")


_BEHIND = Pattern(r"(?<![率度数量况例])[。;]\((\d+(?:\.\d+)?)分\)[。;]?$")


def _awarded(source: str) -> str:
    """设立专门机构，并提供保障。（3分）: what is asked for earns them."""
    if source.count("分)") != 1 or "是否" in source:
        return source
    if (last := _BEHIND.search(source)) is not None and not gives(source[: last.start()]) and "\n" not in source:
        return f"{source[: last.start()].rstrip('。;')},得{last[1]}分"
    return source


_MEASURES = "项|个|次|处|起|例|件|人|户|家|份|条|篇|期|场|天|月|村"
_EACH_POINTS = Pattern(rf"\((?:[^()]*,)?(?:每[1一]?|(?P<one>[1一]))(?P<piece>个|{_MEASURES})(?P<noun>[^\W\d得扣加]{{0,8}}?)得?(?P<each>\d+(?:\.\d+)?)分[,;](?:\d+(?:{_MEASURES})[^\W\d]{{0,8}}?)?(?:合计|共计|共|总计|满分|最高|最多)(?P<whole>\d+(?:\.\d+)?)分\)[。;]?$")


def _each_in_brackets(source: str) -> str:
    """…（每个主题活动2分，11项活动共计22分）: so much for each of them."""
    match = _EACH_POINTS.search(source)
    if match is None or gives(source[: match.start()]):
        return source
    return f"每完成1{'项' if match['piece'] == '个' and '项' in source[match.start() :] else match['piece']}{match['noun'] if match['one'] else ''}得{match['each']}分,满分{match['whole']}分"


_AFTER_STOP = Pattern(r"[。;]\n?\((\d+(?:\.\d+)?)分\)(?=[^\W\d]|$|\n|\(\d\))")


def awarded_before(source: str) -> str:
    """完成任务。（15分）未完成任务。（0分）: points in brackets belong to the sentence before them."""
    return _AFTER_STOP.sub(r"(\1分);", source) if len(_AFTER_STOP.findall(source)) > 1 else source


_SENTENCE_STOP = Pattern(r"[;。](\d+(?:\.\d+)?)分(?=\n|$)")


def whole_behind(source: str) -> str:
    """…，每缺一项扣1分。（4分）, 设立机构（4分）。缺一项扣2分: the only points in brackets, behind deductions or before them, are the full ones; 建立机制；1分 earns them line by line."""
    source = _SENTENCE_STOP.sub(r"(\1分);", source)
    found = list(_IN_BRACKETS.finditer(source))
    if len(found) != 1 or "扣" not in source and not found[0][1] and not _IN_SHARE.search(source[: found[0].start()]):
        return source
    match = found[0]
    before, behind = source[: match.start()], source[match.end() :]
    if behind.strip("。;,\n") and not ((before.endswith(("。", ";")) or behind[0] in "。;," and not gives(before)) and _only_takes(behind)):
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


_CASES = Pattern(r"([^,;。()\n=]*\d[^,;。()\n=]*?|[^,;。()\n=\d]{1,12})\((\d+(?:\.\d+)?)(?:[-~至](\d+(?:\.\d+)?))?(分?)\)(?:[,;。\n]+|$|(?=完成|达到|不足|低于|超过|大于|小于|≥|≤|<|>|\d))")


_PLAIN_CASE = Pattern(r"(?:全部|全面)?(?:完成|达到|达标|实现)(?:目标|指标|任务|计划)?(?:值|任务)?的?|优秀?|良好?|中等?|一般|较[好差]|差|(?:基本|不)?合格|.*\d.*")

_DEGREES = tuple(DEGREES)


def bare_points(source: str) -> str:
    """完成50%以上(5)，完成30%以上(3)，完成30%以下(0-2): falling numbers in brackets behind every case are its points."""
    found = list(_CASES.finditer(source))
    if len(found) < 3 or "".join(match[0] for match in found) != source or all(match[4] and not match[3] for match in found):
        return source
    most = [max(Decimal(match[2]), Decimal(match[3] or 0)) for match in found]
    if any(a <= b for a, b in zip(most, most[1:], strict=False)) or any(gives(match[1]) for match in found):
        return source
    if not (_PLAIN_CASE.fullmatch(found[0][1]) or found[0][1].endswith(_DEGREES)) or not all(_PLAIN_CASE.fullmatch(match[1]) or match[1] in DEGREES for match in found[1:]):
        return source  # 方案(5);检查(3);总结(1) may add up
    return ",".join(f"{match[1]}得{match[2]}{'-' + match[3] if match[3] else ''}分" for match in found)


_TITLED = Pattern(r"([^,;:。()\d未不没无除非]{2,16})\(([^()]+)\)[。;]?")
_CASE = Pattern(r"([^,;。\d扣得计分]{0,24}?)((?:大于|小于|不大于|不小于|超过|不超过|高于|低于|达到|≥|≤|>|<)?\d+(?:\.\d+)?%?(?:-\d+(?:\.\d+)?)?(?:%|[^\W\d为]{1,3}?)(?:以[上下内])?)(?:的)?(?:为|:)?(\d+(?:\.\d+)?)")


def bands_in_brackets(source: str) -> str:
    """打开速度（大于5秒为0，3-5秒为0.2，小于3秒0.5）: the numbers behind the cases are their points, where they rise from nothing or fall to it."""
    titled = _TITLED.fullmatch(source)
    found = [_CASE.fullmatch(piece) for piece in _PIECES.split(titled[2])] if titled is not None else []
    if len(found) < 3 or not all(found) or any(match[1] for match in found[1:]) or re.search(r"[未不没无除非]", found[0][1]):  # type: ignore[index, union-attr]
        return source
    points = [Decimal(match[3]) for match in found]  # type: ignore[index]
    if not (points == sorted(set(points)) or points == sorted(set(points), reverse=True)) or min(points):
        return source
    return ",".join(f"{match[2]}得{match[3]}分" for match in found)  # type: ignore[index]


_PIECES = Pattern(r"[,;]")
_BARE = Pattern(r"(?<=[^\W\d])\((\d(?:\.\d+)?)\)(?=[,;。\n]|$)")
_BETWEEN = Pattern(r"(?<=[^\W\d])\((\d+(?:\.\d+)?-\d+(?:\.\d+)?分)\)(?=[,;。\n]|$)")
_CASE_POINTS = Pattern(r"(?<=[^\W\d])\((\d+(?:\.\d+)?分)\)(?=[,;。\n]|$)")  # beside them the best case is no label
_ANY_BRACKET = Pattern(r"\(\d+(?:\.\d+)?\)")


def bracket_points(source: str) -> str:
    """牵头（1），制定方案（1）: numbers in brackets behind every condition, where nothing else says points; 不合理（2-0分）: between so many points and so many."""
    source = _CASE_POINTS.sub(r",得\1", _BETWEEN.sub(r",得\1", source)) if _BETWEEN.search(source) else source
    found = _BARE.findall(source)
    if len(found) < 2 or len(_ANY_BRACKET.findall(source)) != len(found) or re.search(r"\d分|[得扣加]\d|满分|\d(?![.、)])", _BARE.sub("", source)) or not re.search(r"\(\d(?:\.\d+)?\)[。;\n]*$", source):
        return source
    return _BARE.sub(r"(\1分)", source)
