"""Turns of the tables by which budgets are evaluated, put plainly: points that have a name of their own (基本分), points given value by value (分别扣0、3、5分), rungs that go on by themselves (依次类推), points in brackets behind a sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.tokens import tokens
from ziping.standards.values import shown
from ziping.standards.vocabulary import Pattern

__all__ = ["tabled"]


def tabled(source: str) -> str:
    """The standard in the words that the grammar reads."""
    for printed, plain in _TURNS:
        source = printed.sub(plain, source)
    for turn in (_based, _one_by_one, _each_of_them, _and_so_on, _awarded, _each_in_brackets, _multiplied, _of_goal):
        source = turn(source)
    return source


_REACHES = "完成(?:年度)?(?:目标|任务|指标|计划)"
_MEASURES = "项|个|次|处|起|例|件|人|户|家|份|条|篇|期|场|天|月|村"
_TURNS = (
    (Pattern(r"每(人|项|件|户|处|家)(?:次)?(?:每|按)次(?=扣|得|加|计|[,:])"), r"每\1次"),  # 每人每次扣, 每项按次扣
    (Pattern(r"(?<=每)[一1]?小点(?=扣|得)"), "1处"),
    (Pattern(rf"\(\d+(?:\.\d+)?分\*\d+(?:{_MEASURES})\)"), ""),  # 签订责任书（2分×4项）: what comes to the full points
    (Pattern(rf"(?:^|(?<=[;。\n]))[^,;。]{{4,40}}?分别(?:不少于|不低于|至少)\d+(?:{_MEASURES})(?:、\d+(?:{_MEASURES}))+,(?=每少1)"), ""),
    (Pattern(r"\(扣(\d+(?:\.\d+)?)分[,:;]其中[:,]?(每[^()]*)\)"), r",满分\1分,\2"),  # （扣12分，其中每少报1个月扣1分）
    (Pattern(r"(?:^|(?<=[;。\n]))凡(?=[^,;。\d每凡]{2,24}(?:率|比例|度)(?:达到?|≥|不低于|在|为)\d)"), ""),
    (Pattern(rf"(?:^|(?<=[;。\n,]))(?:此|该|本)项指标(?={_REACHES})"), ""),
    (Pattern(rf"^(?:以|按照?)(?!年|季|月|周|期|次|半|各|每)[^,;。\d]{{2,12}}(?:计分|进行考核|考核|进行评价|评价),(?={_REACHES}|在[^,;。\d]{{2,10}}[以之]内)"), ""),
    (Pattern(r"(?:^|(?<=[,;。\n]))在((?:[^\W\d]{0,4})(?:责任|控制|目标|计划|下达|限定)(?:指标|目标|计划|任务)(?:数|值)?)(?:以|之|范围)内(?=的?,?[得计记])"), r"不高于\1"),
    (Pattern(r"(?:^|(?<=[;。\n]))(?![^,;。]*(?:[未不如若除仅]|其中|的,))[^,;。\d得扣计]{4,24},(?=[^,;。\d]{2,10}率(?:低于|不足|<)\d+(?:\.\d+)?%的?,?扣)"), ""),
    (Pattern(r"每少[1一](?:个|名|户|项|件|场|次|处|家)?[^\W\d,;。]{0,4},?按比例扣分"), "未完成的,按比例扣分"),
    (Pattern(r"每月[^,;。\d]{2,24}(?:报表|统计表|台账|信息),(?=(?:满分\d+(?:\.\d+)?分,)?每少报)"), ""),
    (Pattern(r"(?<![^\W\d])超额(?=完成[^,;。\d]{0,6}>\d)"), ""),
    (Pattern(r"(?<=[\d%下上内],)(?=\d+(?:\.\d+)?-\d+(?:\.\d+)?分(?:[;。,\n]|$))"), "得"),
    (Pattern(r"(?<=[^\W\d])扣\d+(?:\.\d+)?-\d+(?:\.\d+)?分(?=[,;。]|$)"), "由填报人计分"),
    (Pattern(r"^(?:1[、.].*是否.*[^\d]2[、.].*)[;。](?:其中)?有[一1]项(不达标|不符合|未落实|未达到|不合格)(?:要求)?的?,?(?=扣\d)"), r"每有1项\1"),
    (Pattern(r"查[看阅验]?(?:相关)?(?:文件|资料|档案|台账),?(?=(?:未|没有|无)[^,;。\d]{2,12}扣)"), ""),
)


_BASE = Pattern(r"(?:^|(?<=[;。,\n:]))(?:基本|基础)分(?:值)?(?:为|是|:)?(\d+(?:\.\d+)?)分[,;。]?")
_EARNS_BASE = Pattern(r"(?<=[得计记给])(?:基本|基础)分(?:值)?(?=[,;。\n]|$)")
_THEN_BASE = Pattern(r"(?:(?<=任务)|(?<=目标)|(?<=指标)|(?<=计划)|(?<=完成))(?:后|的)?,?(?:基础|基本)分(?:为|是|:|计|得)(?=\d+(?:\.\d+)?分)")


def _based(source: str) -> str:
    """基本分8分，完成任务得基本分: eight points; 完成任务后基础分为60分: sixty."""
    found = _BASE.findall(source)
    if len(found) == 1 and _EARNS_BASE.search(source):
        source = _EARNS_BASE.sub(f"{found[0]}分", _BASE.sub("", source))
    return _THEN_BASE.sub("的,得", source) if not _BASE.search(source) and len(_THEN_BASE.findall(source)) == 1 else source


_RESPECTIVELY = Pattern(r"(?:^|(?<=[;。\n]))([^;。\n]{4,80}?)(?:的)?,?分别(扣除?|扣减|得|计|记|加|赋)((?:\d+(?:\.\d+)?分?[、,和])+\d+(?:\.\d+)?)分(?=[。;\n]|$)")
_LISTED = Pattern(r"、|和|及|,")
_OF_WHICH = Pattern(r"(.*(?:属于?|评为|定为|达到|为|是))([^、\d]{1,6})")
_A_NUMBER = Pattern(r"\d+(?:\.\d+)?(?:%|[^\W\d]{0,3})")
_BOUNDED = Pattern(r"[≥≤<>]|以[上下内]|[-~至]")
_ALONE = Pattern(r"^(?=[万亿]元以[上下])")


def _one_by_one(source: str) -> str:
    """绿化属好、中、差，分别扣0、3、5分: each value with its own points; as it stands where there are not so many values as numbers."""
    match = _RESPECTIVELY.search(source)
    if match is None or "每" in match[1]:
        return source
    points = _LISTED.split(match[3])
    values = _LISTED.split(match[1])
    if len(values) < len(points) or len(values) != len(points) and not re.search(r"\d", values[-len(points)]):
        return source
    before, values = "、".join(values[: -len(points)]), values[-len(points) :]
    values[0] = f"{before}、{values[0]}" if before else values[0]
    numbers = [bool(re.search(r"\d", value)) or _ALONE.match(value) is not None for value in values]
    if all(numbers):
        head = re.match(r"(.*?)(\d.*)", values[0])
        values[0] = head[2]  # type: ignore[index]
        each = [_ALONE.sub("1", value) for value in values]
        subject = head[1]  # type: ignore[index]
        if not all(_BOUNDED.search(value) or _A_NUMBER.fullmatch(value) for value in each) or match[2] == "得":
            return source
        each = [f"{subject}{value}" for value in each]
    elif not any(numbers) and (head := _OF_WHICH.fullmatch(values[0])) is not None and max(map(len, values[1:])) <= 6:
        each = [head[2], *values[1:]]
    else:
        return source
    verb = "扣" if match[2].startswith("扣") else "得"
    told = ";".join(f"{value}的,{_worth(verb, number.removesuffix('分'))}" for value, number in zip(each, points, strict=True))
    return source[: match.start()] + told + source[match.end() :]


_EACH_TAKEN = Pattern(r"(?:^|(?<=[,;。\n]))([^,;。\n\d、]*?)((?:无|未|没有|不|缺)[^,;。\n\d、无未不]{1,10}(?:、(?:无|未|没有|不|缺)[^,;。\n\d、]{1,10})+)的?,?(?:分别|各)扣(\d+(?:\.\d+)?)分(?=[。;\n]|$)")


def _each_of_them(source: str) -> str:
    """无计划、无措施、无总结的分别扣1分: one point for each of them."""
    return _EACH_TAKEN.sub(lambda m: ";".join(f"{m[1]}{fault.removesuffix('的')}扣{m[3]}分" for fault in m[2].split("、")), source)


def _worth(verb: str, number: str) -> str:
    return ("不扣分" if verb == "扣" else "不得分") if not Decimal(number) else f"{verb}{number}分"


_SO_ON = Pattern(r"[,;。](?:并)?(?:依次|依此|以此|以次|据此)类推(?=[,;。\n]|$)")
_RUNG = Pattern(r"([^,;。\n\d]*?)(\d+(?:\.\d+)?)(%|名|个百分点)?((?:以上|\(含\))*的?,?[得计记])(\d+(?:\.\d+)?)分")
_WHOLE = Pattern(r"(?:完成|达到)[^,;。\d]{0,8}(?:目标|任务|计划|指标)的?,?[得计记](\d+(?:\.\d+)?)分[,;]")
_MOST_RUNGS = 30


def _and_so_on(source: str) -> str:
    """完成90%得9分，完成80%得8分，依次类推: the rungs that are meant, down to where nothing is left; as it stands where the printed ones are not even."""
    end = _SO_ON.search(source)
    rungs = list(_RUNG.finditer(source[: end.start()])) if end is not None else []
    if len(rungs) < 2 or rungs[-1].end() != end.start():  # type: ignore[union-attr]
        return source
    at, points = [Decimal(m[2]) for m in rungs], [Decimal(m[5]) for m in rungs]
    if (whole := _WHOLE.search(source[: rungs[0].start()])) is not None and rungs[0][3] == "%":
        at, points = [Decimal(100), *at], [Decimal(whole[1]), *points]
    apart, less = at[-1] - at[-2], points[-2] - points[-1]
    if not apart or less <= 0 or any(b - a != apart for a, b in zip(at, at[1:], strict=False)) or any(a - b != less for a, b in zip(points, points[1:], strict=False)) or rungs[-1][3] != rungs[-2][3] or rungs[-1][4].strip("的,") != rungs[-2][4].strip("的,"):
        return source
    head, unit, tail = rungs[-1][1], rungs[-1][3] or "", rungs[-1][4]
    more, x, worth = [], at[-1] + apart, points[-1] - less
    while worth > 0 and x > 0 and len(more) < _MOST_RUNGS:
        more.append(f"{head}{shown(x)}{unit}{tail}{shown(worth)}分")
        x, worth = x + apart, worth - less
    return source[: end.start()] + "".join("," + rung for rung in more) + source[end.end() :]  # type: ignore[union-attr]


_BEHIND = Pattern(r"(?<![率度数量况例])[。;]\((\d+(?:\.\d+)?)分\)[。;]?$")
_BEFORE_TAKEN = Pattern(r"\((\d+(?:\.\d+)?)分\)[。;,](?=[^()]*扣)")
_GIVING = frozenset(["AWARD", "FULL", "ZERO", "DEDUCT", "ADD", "RATIO", "LINEAR", "EVERY", "FORMULA", "UNTOUCHED", "JUDGE", "ELSE"])


def _awarded(source: str) -> str:
    """设立专门机构，并提供保障。（3分）: what is asked for earns them; （4分）。缺一项扣2分: the full points, of which some are taken off."""
    if source.count("分)") != 1 or "是否" in source:
        return source
    if (taken := _BEFORE_TAKEN.search(source)) is not None:
        before, behind = source[: taken.start()], source[taken.end() :]
        kinds = {t.kind for t in tokens(behind)}
        if not _gives(before) and "DEDUCT" in kinds and not kinds & {"AWARD", "ADD", "FULL", "RATIO", "FORMULA"}:
            return f"{before}。满分{taken[1]}分。{behind}"
    if (last := _BEHIND.search(source)) is not None and not _gives(source[: last.start()]) and "\n" not in source:
        return f"{source[: last.start()].rstrip('。;')},得{last[1]}分"
    return source


_BANDS = Pattern(r"(?:在|为|达到?|完成)?((?:责任|目标|计划|控制|任务)(?:指标|目标|任务|计划)?(?:数|值)?)的?(?=(\d+(?:\.\d+)?%)-100%)")


def _of_goal(source: str) -> str:
    """在责任指标85%-100%得满分，突破责任指标或低于责任指标85%的不得分: shares of the target, all of them."""
    goal = _BANDS.search(source)
    if goal is None:
        return source
    name = re.escape(goal[1])
    source = _BANDS.sub("完成目标值", source, count=1)
    source = re.sub(rf"(?:突破|超过|超出|高于){name}(?!的?\d)", "超过100%", source)
    return re.sub(rf",?(?:或者?)?(低于|不足|少于|未达到){name}的?(?=\d)", lambda m: ("或" if "或" in m[0] else m[0][0] if m[0][0] == "," else "") + m[1], source)


def _gives(text: str) -> bool:
    return any(t.kind in _GIVING or (t.unit is not None and t.unit.base == "分") for t in tokens(text))


_EACH_POINTS = Pattern(rf"\((?:[^()每]*,)?每(个|{_MEASURES})([^\W\d得扣加]{{0,8}}?)(?:得)?(\d+(?:\.\d+)?)分[,;](?:\d+(?:{_MEASURES})[^\W\d]{{0,8}}?)?(?:合计|共计|共|总计)(\d+(?:\.\d+)?)分\)[。;]?$|\(([^()]*,)每(次)(报送|开展|举办|召开|检查)(\d+(?:\.\d+)?)分[,;](?:合计|共计|共)(\d+(?:\.\d+)?)分\)[。;]?$")


def _each_in_brackets(source: str) -> str:
    """…（每个主题活动2分，11项活动共计22分）: so much for each of them."""
    match = _EACH_POINTS.search(source)
    if match is None or _gives(source[: match.start()]):
        return source
    measure, each, whole = (match[1], match[3], match[4]) if match[1] else (match[6], match[8], match[9])
    return f"每完成1{'项' if measure == '个' else measure}得{each}分,满分{whole}分"


_TIMES = Pattern(r"^(?:[^,;。\d]{0,6}?(?:按照?|以))?(\d+(?:\.\d+)?)分\*([^,;。\d*/]{2,20}?)占([^,;。\d*/]{2,16}?)的?(?:比例|比重|比率|比)(?:计算|计分|得分|计算得分)*[。;]?$")


def _multiplied(source: str) -> str:
    """按照60分乘以完成投资占年度计划的比: a formula in words."""
    return _TIMES.sub(lambda m: f"得分={m[2]}/{m[3]}*{m[1]}", source)
