"""Points told for several values at once, given to each of them: 属好、中、差，分别扣0、3、5分; 第1-3名的依次赋予9分、7分、5分; 6月、9月分别达到40%、70%的，各得1分; 无计划、无措施的各扣1分; 完成80%得8分，依次类推; 低于最低标准的不得分."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.cells.values import shown
from ziping.standards.sayings.several import at_month_ends
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["one_by_one"]


def one_by_one(source: str) -> str:
    """Every value with its own points; as it stands where values and points do not go together."""
    source = _at_month_ends(source)
    return _at_the_lowest(_and_so_on(_each_of_them(_respectively(_at_each(_each_place(_each_level(source)))))))


_LEVEL = r"[^\W\d得扣]{1,8}"
_GRADE = r"(?:(?:非常|很|较为?|比较|基本|不太|较不|很不|非常不|不)?满意|优秀|优良|优|良好|良|中等|不合格|合格|不及格|及格|较好|较差|一般|好|中|差)"
_LEVELS = Pattern(
    rf"^(?:[^,;。:\n\d、]{{0,24}}[,:])?[^,;。:\n\d、]{{0,24}}?(?:(?P<grades>{_GRADE}(?:[、和及]?{_GRADE})+)|(?:分为|划分为|分成|设为?|分)(?P<plain>{_LEVEL}(?:[、和及]{_LEVEL})+))(?:等|共)?(?P<many>[2-9二两三四五六七])(?:个|种)?(?:等级|等次|档次|级别|档|级|层次)"
    r"[,;:](?:其?(?:所?对应|相应)的?)?(?:分值|得分|分数|分)?(?:依次|分别)?(?:为|是|得|计|记|赋|:)+(?P<points>(?:\d+(?:\.\d+)?分?[、,和])+\d+(?:\.\d+)?)分[。;]?$"
)


def _each_level(source: str) -> str:
    """按照非常满意满意不满意3个等级 (the quotation marks are gone)，对应的分值分别为10分、6分、0分: each level with its own points; as it stands where there are not so many levels, or not so many points, as it says, or a lower one would earn more."""
    said = _LEVELS.match(source) if "级" in source or "档" in source or "等次" in source or "层次" in source else None
    if said is None:
        return source
    levels = re.findall(_GRADE, said["grades"]) if said["grades"] else re.split(r"[、和及]", said["plain"])
    points = [Decimal(each.removesuffix("分")) for each in _LISTED.split(said["points"])]
    if not len(levels) == len(set(levels)) == len(points) == told_number(said["many"]) or points != sorted(set(points), reverse=True):
        return source
    return ";".join(f"{level}{'得' + shown(worth) + '分' if worth else '不得分'}" for level, worth in zip(levels, points, strict=True))


_BY_DAYS = Pattern(r"(?:^|(?<=[,;。\n:]))(?P<lead>[^,;。\d得]{0,10})(?P<day>(?:截至|截止到?|到|至|在|于)?\d{1,2}月3[01]日(?:之?前|止|为止|时)?),?(?P<rest>[^,;。\d得]{0,16}(?:达到?|不低于|不少于|≥)\d[\d.]*%(?:及?以上|\(含\))?的?,?得\d[\d.]*分)")


def _at_month_ends(source: str) -> str:
    """截至6月30日支付进度达到50%得2分，截至9月30日…: the end of each month names a rate of its own; as it stands where a day is no month's end."""
    found = list(_BY_DAYS.finditer(source))
    if len(found) < 2 or any(at_month_ends(m["day"]) == m["day"] for m in found):
        return source
    return _BY_DAYS.sub(lambda m: f"{m['lead']}{at_month_ends(m['day'])}{m['rest']}", source)


_PLACE = r"(?:第)?(?:\d{1,2}|[一二三四五六七八九十])"
_PLACES = Pattern(
    rf"(?:^|(?<=[,;。\n]))(?P<head>[^,;。\n\d]{{0,20}}?)(?:(?P<first>{_PLACE})名?[-~至到](?P<last>{_PLACE})|前(?P<few>\d{{1,2}}|[二两三四五六七八九十]))[名位](?:的)?,?(?:依次|分别|逐一)(?:赋予?|得|计|记|给予?)分?"
    r"(?P<points>(?:\d+(?:\.\d+)?分?[、,和])+\d+(?:\.\d+)?)分(?=[,;。\n]|$)"
)


def _each_place(source: str) -> str:
    """排名1-3名的依次赋予9分、7分、5分: each place with its own points; as it stands where there are not so many places as points, or a lower place would earn more."""
    match = _PLACES.search(source)
    if match is None:
        return source
    first, last = (1, told_number(match["few"])) if match["few"] else (told_number(match["first"].removeprefix("第")), told_number(match["last"].removeprefix("第")))
    points = [Decimal(each.removesuffix("分")) for each in _LISTED.split(match["points"])]
    if first is None or last is None or last - first + 1 != len(points) or points != sorted(points, reverse=True):
        return source
    told = ";".join(f"{match['head'] if not at else ''}第{int(first) + at}名得{shown(each)}分" for at, each in enumerate(points))
    return _each_place(source[: match.start()] + told + _OTHER_PLACES.sub("其余", source[match.end() :]))


_OTHER_PLACES = Pattern(r"(?<=[,;。\n])(?:其他|其余|其它)(?:的)?(?:名次|位次|排名)")
_WHEN = r"(?:\d{1,2}月|第?[一二三四]季度|(?:上|下)半年)(?:底|末)?"
_RATE = r"(?:率|比例|满意度)"
_AT = Pattern(
    rf"(?:^|(?<=[;。\n]))(?:(?P<rates>[^,;。\n\d、]{{1,18}}{_RATE}(?:[、和][^,;。\n\d、]{{1,18}}?{_RATE})+)|(?P<head>[^,;。\n\d、]{{0,20}}?)(?:截[至止]|在|于)?(?P<when>{_WHEN}(?:[、和]{_WHEN})+)(?P<tail>[^,;。\n\d、]{{0,20}}?))(?:应)?分别(?P<sign>达到?|不低于|≥|不高于|不超过|≤)(?P<bounds>\d[\d.]*%(?:[、和]\d[\d.]*%)+)(?:及?以上)?的?,?"
    r"(?:(?:各|均|每项|每个时点)[得计记](?P<each>\d+(?:\.\d+)?)|分别[得计记](?P<points>(?:\d+(?:\.\d+)?分?[、和])+\d+(?:\.\d+)?))分(?=[,;。\n]|$)"
)


def _at_each(source: str) -> str:
    """执行进度6月、9月分别达到40%、70%的，各得1分: each point of time, or each rate (覆盖率、合格率分别达到…), with its own threshold; as it stands where there are not so many of the one as of the other."""
    match = _AT.search(source)
    if match is None or not match["rates"] and bool(match["head"]) == bool(match["tail"]):
        return source
    when, bounds = [each.removeprefix("第") for each in _LISTED.split(match["when"] or match["rates"])], _LISTED.split(match["bounds"])
    points = [each.removesuffix("分") for each in _LISTED.split(match["points"])] if match["points"] else [match["each"]] * len(when)
    if not len(when) == len(bounds) == len(points) or len(set(when)) < len(when):
        return source
    name, sign = match["head"] or match["tail"] or "", "≤" if match["sign"] in ("不高于", "不超过", "≤") else "≥"
    told = ";".join(f"{'第' * ('季度' in each)}{each}{name}{sign}{bound}得{worth}分" for each, bound, worth in zip(when, bounds, points, strict=True))
    return source[: match.start()] + told + source[match.end() :]


_RESPECTIVELY = Pattern(r"(?:^|(?<=[;。\n]))([^;。\n]{4,80}?)(?:的)?,?分别(扣除?|扣减|得|计|记|加|赋)((?:\d+(?:\.\d+)?分?[、,和])+\d+(?:\.\d+)?)分(?=[。;\n]|$)")
_LISTED = Pattern(r"、|和|及|,")
_OF_WHICH = Pattern(r"(.*(?:属于?|评为|定为|达到|为|是))([^、\d]{1,6})")
_A_NUMBER = Pattern(r"\d+(?:\.\d+)?(?:%|[^\W\d]{0,3})")
_BOUNDED = Pattern(r"[≥≤<>]|以[上下内]|[-~至]")
_ALONE = Pattern(r"^(?=[万亿]元以[上下])")


def _respectively(source: str) -> str:
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
    if "类推" in source:
        source = _COSTS_SO_ON.sub(_costs_so_on, source)
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


_SO_MANY = r"\d+|[一二两三四五六七八九十]+"
_LATE_BY = r"(?:超过|超出|晚于|迟于)(?:规定|要求|约定)的?(?:时间|时限|期限|工期)?|延迟|推迟|逾期|延期|滞后|超期|延误|延后"
_COSTS = rf"(?:{_SO_MANY})(?P=unit)的?,?扣\d+(?:\.\d+)?分"
_COSTS_SO_ON = Pattern(
    rf"(?:^|(?<=[,;。\n]))(?P<does>{_LATE_BY}|缺少?|少|漏报?|未完成)(?P<n>{_SO_MANY})(?P<unit>个?(?:工作日|自然日|小时|天|日|周|月|季度|次|项|人|份|期|件))的?,?扣(?P<costs>\d+(?:\.\d+)?)分"
    rf"(?P<more>(?:[,;、](?:(?P=does))?{_COSTS})+)(?=[,;。](?:并)?(?:依次|依此|以此|以次|据此)类推(?:[,;。\n]|$))"
)
_ONE_MORE = Pattern(rf"({_SO_MANY})[^\W\d]{{1,5}}?的?,?扣(\d+(?:\.\d+)?)分")


def _costs_so_on(said: re.Match[str]) -> str:
    """逾期5天扣1分，逾期10天扣2分，以此类推: so much for each 5 days; as it stands where the printed ones are not the first so many times over."""
    first, costs = told_number(said["n"]), Decimal(said["costs"])
    printed = [(told_number(number), Decimal(points)) for number, points in _ONE_MORE.findall(said["more"])]
    if first is None or not first or not costs or any(number != first * at or points != costs * at for at, (number, points) in enumerate(printed, 2)):
        return said[0]
    return f"每{'延迟' if said['does'].startswith(('超', '晚', '迟于')) and said['does'] != '超期' else said['does']}{said['n']}{said['unit']}扣{said['costs']}分"


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
