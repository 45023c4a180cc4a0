"""Turns of the tables by which budgets are evaluated, put plainly: points that have a name of their own (基本分), points given value by value (分别扣0、3、5分), rungs that go on by themselves (依次类推), points in brackets behind a sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.spelling import told_number
from ziping.standards.tokens import tokens
from ziping.standards.values import shown
from ziping.standards.vocabulary import Pattern, reworded

__all__ = ["tabled"]


def tabled(source: str) -> str:
    """The standard in the words that the grammar reads."""
    source = reworded(source, _TURNS)
    for turn in (_plain_goal, _based, _one_by_one, _each_of_them, _and_so_on, _awarded, _each_in_brackets, _multiplied, _of_goal, _at_least, _at_the_lowest):
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
    (Pattern(r"(?<=[\d%下上内月天日],)(?=\d+(?:\.\d+)?-\d+(?:\.\d+)?分(?:[;。,\n]|$))"), "得"),
    (Pattern(r"(?<=[^\W\d])扣\d+(?:\.\d+)?-\d+(?:\.\d+)?分(?=[,;。]|$)"), "由填报人计分"),
    (Pattern(r"^(?:(?:1[、.])?.*是否.*[^\d]2[、.].*)[;。](?:其中)?有[一1]项(不达标|不符合|未落实|未达到|不合格)(?:要求)?的?,?(?=扣\d)"), r"每有1项\1"),
    (Pattern(r"与(?:本地|本级|当地)?(?:上一?年度?|去年|上年同期|去年同期)(?:按?同口径)?(?:相比|相较|比较),(?=每(?:增|减|上|下|提|降))"), ""),
    (Pattern(r"以(?:前[三两]年|上年|近三年)[^,;。\d]{0,8}为(?:基数|基准|基础),(?=每(?:增|减|上|下|提|降)[^加]*$)"), ""),
    (Pattern(r"^基准分(\d+(?:\.\d+)?)分,(?=[^得]*[扣减]\d)"), r"满分\1分,"),
    (Pattern(r"(?<=[数量额])(超过|低于)([^\W\d]{2,10})(?<![度年标划算值务])(?=\d+(?:\.\d+)?%)"), r"占\2的比例\1"),
    (Pattern(r"((?:以[上下内])|百分点)的(?:区县|县区|县|市|区|单位|部门|乡镇|镇|街道|地区|学校|项目)(?=,?(?:得|计|扣|不得分)\d?)"), r"\1的,"),
    (Pattern(r"(?<=率)(增|降)(?=\d+(?:\.\d+)?个百分点)"), lambda m: {"增": "增长", "降": "下降"}[m[1]]),
    (Pattern(r"(?:^|(?<=[;。\n]))[^;。\n]{0,40}\d+个?(?:工作日|日|天)内(?:予以|进行|完成)?([^\W\d]{2}),(?=未(?:及时|按时|按期)\1的?,?每)"), ""),
    (Pattern(r"(?:^|(?<=[,;。\n]))(参加|召开|开展|举办|组织)(\d+|[一二两三四五六七八九十])(次|场|期)以上([^\W\d,;。得扣]{2,12})(?:的)?,?(?=得)"), r"\1\4\2\3以上,"),
    (Pattern(r"([^\W\d]{2,8}?)(不大于|不高于|不超过|不低于|不小于)[^,;。\d]{2,16}\1的?,得(\d+(?:\.\d+)?)分[,;。]每(超过?|低于?)(?:平均)?\1(?=\d)"), r"\1\2目标值的,得\3分;每\4"),
    (Pattern(r"(?:^|(?<=[,;。\n]))(?:至少|不少于)(\d+|[一二两三四五六七八九])(种|个|项)([^\W\d,;。]{2,8}),(?=否则)"), r"\3数≥\1\2得满分,"),
    (Pattern(r"(?:^|(?<=[,;。\n①-⑳]))((?:超期|逾期|延迟)[^,;。\d]{2})每(条|件|项|个|次)(?=扣)"), r"每有1\2\1"),
    (Pattern(r"^(?:单个|每个)[^,;。]{2,30}(?:不低于|不少于|不高于|不超过)[^,;。]{2,30}1/[2-5]的?,得(\d+(?:\.\d+)?)分;(?=每有?[1一]个)"), r"满分\1分;"),
    (Pattern(r"^[^,;。:\d()]{2,14}(?:率|比例|比率|数|量)(?:\(\d+(?:\.\d+)?分\))?:(?=未(?:完成|达到)[^,;。\d]{0,8}(?:目标|任务|指标)[^,;。\d]{0,4},?每)"), ""),
    (Pattern(r"(?<=每)(有?[1一](?:个|项|处|户)[^,;。\d]{2,20}?)(?:达不到|不达)(?=要求|标准)"), r"\1不符合"),
    (Pattern(r",直至不得分(?=[。;]|$)"), ",扣完为止"),
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


_ITS_GOAL = Pattern(r"完成([^\W\d]{2,10}?(?:目标|任务|计划))的?,?得\d+(?:\.\d+)?分[,;。]完成\1的\d+(?:\.\d+)?%")


def _plain_goal(source: str) -> str:
    """完成年度节能目标得50分，完成年度节能目标的90%得45分: the one target, in short."""
    goal = _ITS_GOAL.search(source)
    return source.replace(f"完成{goal[1]}", "完成目标") if goal is not None else source


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


_SHORT = Pattern(r"[,;。](?:[^\W\d,;。每扣]{0,6}?每)?(?:有)?少(?:召开|开展|组织|举办|报送|完成|发布|公示|检查)?[1一](次|场|期|篇|个|份|名|人|户|件|种)[^\W\d,;。扣得]{0,8}的?,?扣减?(\d+(?:\.\d+)?)分")
_PERIOD = Pattern(r"每(年度?|半年|季度?|月|周)")
_AWARD_ENDS = Pattern(r"的?[,;。]?(?:[得计记]为?)?(\d+(?:\.\d+)?)分[,;。]?$")
_NO_PLAIN_DEMAND = Pattern(r"上年|去年|[每扣加各如若%]|满分|否则|不得分|其中|以内|不超过|不高于")
_LAST_CLAUSE, _FIRST_CLAUSE = Pattern(r"[^,;。\n]*$"), Pattern(r"[^,;。\n]*")
_SHORT_NAME = Pattern(r"(?:[^\W\d或和与并及且的]){2,12}")


def _at_least(source: str) -> str:
    """召开2次以上专题会议，少一次扣2分: how many there must be, from which what is missing is counted."""
    short = _SHORT.search(source)
    if short is None:
        return source
    before, behind, measure = source[: short.start()], source[short.end() :], short[1]
    award = _AWARD_ENDS.search(before)
    asked = before[: award.start()] if award is not None else before
    periods = _PERIOD.findall(asked)
    plain = _PERIOD.sub("", asked)
    numbers = list(re.finditer(rf"(\d+|[一二两三四五六七八九十]+){measure}(以上)?", plain))
    if len(numbers) != 1 or any(p[0] != "年" for p in periods) or _NO_PLAIN_DEMAND.search(plain) or re.search(r"\d", plain[: numbers[0].start()] + plain[numbers[0].end() :]) or {t.kind for t in tokens(behind)} & (_GIVING | {"NUM"}):
        return source
    found = numbers[0]
    if not found[2] and not re.search(r"(?:至少|不少于|不低于|≥)[^,;。]{0,10}$", plain[: found.start()]):
        return source
    number = told_number(found[1])
    name = re.sub(r"至少|不少于|不低于|≥|为", "", _LAST_CLAUSE.search(plain[: found.start()])[0]) + _FIRST_CLAUSE.match(plain, found.end())[0]  # type: ignore[index]
    name = name if _SHORT_NAME.fullmatch(name) else "数量"
    return f"{name}≥{shown(number)}{measure}{'得' + award[1] + '分,' if award is not None else '。'}每少1{measure}扣{short[2]}分{behind}"  # type: ignore[operator]


_RUNG_OF_SIZE = Pattern(r"(\d+(?:\.\d+)?)([^\W\d]{1,4}?),?得?(\d+(?:\.\d+)?)分[;,。]")
_BELOW_ALL = Pattern(r"[^,;。\d]{0,10}(?:低于|达不到|未达到)最低(?:标准|档次?|要求)的?,?不得分")


def _at_the_lowest(source: str) -> str:
    """7500平方米80分；6500平方米70分；低于最低标准的不得分: each number is the least for its points."""
    below, rungs = _BELOW_ALL.search(source), list(_RUNG_OF_SIZE.finditer(source))
    if below is None or len(rungs) < 3 or len({m[2] for m in rungs}) > 1 or below.start() < rungs[-1].end():
        return source
    sizes, points = [Decimal(m[1]) for m in rungs], [Decimal(m[3]) for m in rungs]
    if sizes != sorted(sizes, reverse=True) or points != sorted(points, reverse=True):
        return source
    end = f"{rungs[-1][1]}{rungs[-1][2]}以下不得分"
    return _RUNG_OF_SIZE.sub(r"\1\2(含)以上得\3分;", source[: below.start()]) + end + source[below.end() :]


def _gives(text: str) -> bool:
    return any(t.kind in _GIVING or (t.unit is not None and t.unit.base == "分") for t in tokens(text))


_EACH_POINTS = Pattern(rf"\((?:[^()]*,)?(?:每[1一]?|(?P<one>[1一]))(?P<piece>个|{_MEASURES})(?P<noun>[^\W\d得扣加]{{0,8}}?)得?(?P<each>\d+(?:\.\d+)?)分[,;](?:\d+(?:{_MEASURES})[^\W\d]{{0,8}}?)?(?:合计|共计|共|总计|满分|最高|最多)(?P<whole>\d+(?:\.\d+)?)分\)[。;]?$")


def _each_in_brackets(source: str) -> str:
    """…（每个主题活动2分，11项活动共计22分）: so much for each of them."""
    match = _EACH_POINTS.search(source)
    if match is None or _gives(source[: match.start()]):
        return source
    return f"每完成1{'项' if match['piece'] == '个' and '项' in source[match.start() :] else match['piece']}{match['noun'] if match['one'] else ''}得{match['each']}分,满分{match['whole']}分"


_TIMES = Pattern(r"^(?:[^,;。\d]{0,6}?(?:按照?|以))?(\d+(?:\.\d+)?)分\*([^,;。\d*/]{2,20}?)占([^,;。\d*/]{2,16}?)的?(?:比例|比重|比率|比)(?:计算|计分|得分|计算得分)*[。;]?$")


def _multiplied(source: str) -> str:
    """按照60分乘以完成投资占年度计划的比: a formula in words."""
    return _TIMES.sub(lambda m: f"得分={m[2]}/{m[3]}*{m[1]}", source)
