"""Quotients of figures that a formula writes out: 调剂金额/预算数 is 调剂金额占预算数的比例, 执行数/预算数 the 执行率 whose limit stands beside it, 目标成本/实际成本 the target's."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.words.desirable import AMISS
from ziping.standards.words.vocabulary import Pattern

__all__ = ["SUM", "adds_up", "core", "one_rate"]

SUM = r"[^=,;。:\d()/*+\n≥≤<>-]{2,24}?"
_OF_TWO = Pattern(rf"(?<=得分=)\(?\((?P<one>{SUM})\+(?P<two>{SUM})\)/(?P<whole>{SUM})(?:\*100%)?(?:\)(?=\*))?(?=\*(?:\d|分值|满分))")  # (已认领数+无需认领数)/应认领数×5
_GOOD = Pattern(r"(?<![未不没无难])(?:已|完成|办结|办理|到位|合格|达标|通过|落实|整改|解决|化解|回收|利用|支付|支出|拨付|使用|执行|满意|优秀|良好|认领|受理|答复|回复|参加|覆盖|建成|发放|签约|就业|巩固|录用|按[时期]|及时|提前)")
_ADDED_TO_IT = Pattern(r"无需|不需|免|转出|转办|移交|上年|结转")
_BAD = Pattern(rf"未|没有|不(?!需)|[{AMISS}误缺退亏违死伤病损废闲空]|投诉|上访|事故")  # by their signs: what a sum adds up bears short names; of 无需 and 差额 nothing is bad

_LESS_SO_MUCH = Pattern(rf"(?:指标)?得分=\(1-(?:\d+\*)?({SUM})/({SUM})\)\*分值")
_LEFT_OUT = Pattern(r"对应(?:部分|项目?|指标)?|该部分|该项|其|的|(?:合计数?|总计|总额|金额|数额|总数|个数|人数|户数|件数|数量|数|额|个)$|^(?:年度|全年|本年度?|当年|实际|已|共|项目|部门|单位)+")


def one_rate(source: str) -> str:
    """得分=(1-10*调剂金额/预算数)*分值: the quotient of two figures is one rate, or what a limit and what it came to make."""
    source = _OF_TWO.sub(lambda said: f"{said['one']}与{said['two']}占{said['whole']}的比例" if len({core(said[side]) for side in ("one", "two", "whole")}) == len(said.groups()) and adds_up(said) else said[0], source)
    source = _KEPT_WITHIN.sub(_the_limit_to_what_it_came_to, _as_the_rate_beside(source)) if "/" in source else source
    found = _LESS_SO_MUCH.search(source)
    return source if found is None else source.replace(found[0], found[0].removeprefix("指标")).replace(f"{found[1]}/{found[2]}", f"{found[1]}占{found[2]}的比例")


_OF_WHOM = r"(?:全年|年度|本年度?|当年)?(?:项目|部门|单位)?"
_AMOUNT = r"(?:数|金额|额|资金)?"
_RATES = tuple(
    (Pattern(rf"(?:项目|部门|单位|整体|全年|年度)*(?:{of})?{rate}率"), Pattern(done), Pattern(planned))
    for of, rate, done, planned in (
        ("预算支出|预算资金|预算|资金|经费", "执行", rf"{_OF_WHOM}(?:实际)?(?:预算)?(?:执行|支出|支付){_AMOUNT}", rf"{_OF_WHOM}预算(?:安排)?{_AMOUNT}"),
        ("预算资金|预算|资金|经费", "支出", rf"{_OF_WHOM}(?:实际)?支出{_AMOUNT}", rf"{_OF_WHOM}预算(?:安排)?{_AMOUNT}"),
        ("预算资金|预算|资金", "到位", rf"{_OF_WHOM}实际到位的?(?:数|金额|额|资金)", rf"{_OF_WHOM}(?:计划|应)到位的?(?:数|金额|额|资金)"),
    )
)  # what a rate is called, of which figure and of which other it is: nothing else is known to be the same
_CALLED = r"(?P<name>[^=,;。:\d()/*+\n≥≤<>-]{1,12}率)?"
_BELOW, _ABOVE, _INCLUDED = r"(?:低于|小于|不足|未达到|<)", r"(?:不低于|大于或?等于|达到|≥)", r"(?:\(含\))?"
_ALL = r"(?:(?:该|本)?(?:项)?(?:指标)?(?:分值|权重|满分)|\d+(?:\.\d+)?分?)"
_WRITTEN_OUT = Pattern(rf"(?P<head>得分=|(?:^|(?<=[,;。\n的]))按照?)(?P<before>{_ALL}\*)?(?P<quotient>\(?(?P<done>{SUM})/(?P<planned>{SUM})(?:\*100%)?\)?(?:\*100%)?)(?P<behind>\*{_ALL})?(?:计分|计算得分|计算)?(?=[,;。\n]|$)")
_BESIDE_IT = tuple(
    Pattern(rf"(?:其中|若|如|当)?{_CALLED}{piece}")
    for piece in (
        rf"在?(?:{_BELOW}\d+(?:\.\d+)?%(?:\(不含\))?|\d+(?:\.\d+)?%(?:\((?:不?含)\))?以下(?:\((?:不?含)\))?)的?,?(?:该项|本项|该指标|本指标|则)?不得分",
        rf"{_ABOVE}\d+(?:\.\d+)?%{_INCLUDED}(?:及?以上)?的?,?得(?:满分|\d+(?:\.\d+)?分)",
        r"(?:超过|大于|高于|>)100%的?,?按(?:照)?(?:100%|满分)(?:计算|计分|计)?",
        rf"在?(?:{_BELOW}\d+(?:\.\d+)?%(?:\(不含\))?|(?:{_ABOVE})?\d+(?:\.\d+)?%{_INCLUDED}(?:及?以上)?)的",  # 60%以上的，得分=…
        r"(?:否则|其余的?|其他的?)",
        r"(?:得分)?(?:最高|最多)(?:得分)?(?:不超过|得|为)?(?:满分|分值|\d+(?:\.\d+)?分)",
        r"(?:指标|项)?",  # what the points are said to be of: 预算执行率得分=…
    )
)
_MARKS = Pattern(r"[,;。\n]")
_WHOSE = ("项目", "部门", "单位")  # 项目支出数/预算数 is not 部门预算执行率


def _as_the_rate_beside(source: str) -> str:
    """得分=实际执行数/全年预算数*10分,执行率低于60%不得分: the quotient is the rate whose limit stands beside it; as it stands where another rate, or anything else, is told."""
    said = _WRITTEN_OUT.search(source) if "率" in source and "/" in source else None
    if said is None or bool(said["before"]) == bool(said["behind"]) or said["quotient"].count("(") != said["quotient"].count(")"):
        return source
    pieces = [_told_beside(piece) for text in (source[: said.start()], source[said.end() :]) for piece in _rejoined(_MARKS.split(text))]
    names = {name for name in pieces if name}
    whom = {whose for text in (said["done"], said["planned"], *names) for whose in _WHOSE if whose in text}
    if None in pieces or not names or len(whom) > 1 or not any(done.fullmatch(said["done"]) and planned.fullmatch(said["planned"]) and all(rate.fullmatch(name) for name in names) for rate, done, planned in _RATES):
        return source
    worth = (said["before"] or said["behind"]).strip("*")
    return f"{source[: said.start()]}{said['head']}{max(names, key=len)}*{worth}{source[said.end('behind') if said['behind'] else said.end('quotient') :]}"  # type: ignore[type-var]


def _told_beside(piece: str) -> str | None:
    """The rate of which the clause speaks, empty where it names none; None where it says what is not known to go with it."""
    told = next((found for beside in _BESIDE_IT if (found := beside.fullmatch(piece)) is not None), None)
    return None if told is None else told["name"] or ""


def _rejoined(pieces: list[str]) -> list[str]:
    """The clauses, each with what it earns: 低于60%的,不得分 is one."""
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and _EARNS_SO.match(piece):
            joined[-1] += f",{piece}"
        else:
            joined.append(piece)
    return joined


_EARNS_SO = Pattern(r"(?:该项|本项|该指标|本指标|则)?(?:不得分|得满分|得\d|按100%|按照100%|按满分)")


_COSTING = r"(?:总|单位|人均|平均|单次|户均)?(?:成本|费用|造价|单价|支出|投资|时长|工期|用时|天数)"
_AT_LIMIT = r"\d+(?:\.\d+)?(?:[万亿]?元|天|小时|分钟|个月|个工作日)(?:/[^\W\d以之范的]{1,4})?"
_KEPT_WITHIN = Pattern(
    rf"^(?P<what>[^,;。:、\d未不没无≤和与及或节省降减压增]{{0,16}}?)(?:控制在(?:(?P<within>{_AT_LIMIT})|(?P<goal>目标(?:值|{_COSTING})))(?:\(含\))?(?:以|之|范围)?内|(?:不超过|不高于|不大于|小于等于|≤)(?:(?P<most>{_AT_LIMIT})(?:\(含\))?|(?P<aim>目标(?:值|{_COSTING}))))"
    rf"的?,?得(?:满分|(?P<whole>\d+(?:\.\d+)?)分)[,;。\n](?:若|如)?(?:超出|超过|高于|大于)(?P<past>{_AT_LIMIT}|目标(?:值|{_COSTING}))?(?:的|时),?(?:则)?(?:得分=|按照?)(?P<before>{_ALL}\*)?"
    rf"(?P<quotient>\(?(?:目标|指标)(?:值/(?:实际值|实际完成值|完成值)|(?P<of>{_COSTING})/实际(?P=of))\)?)(?P<behind>\*{_ALL})?(?:计分|计算得分|计算)?[。;]?$"
)


def _the_limit_to_what_it_came_to(said: re.Match[str]) -> str:
    """超出的,得分=目标成本/实际成本*分值, where 控制在80元以内 earns all the points; as it stands where the formula is of another sum, or of other points, or another limit is named."""
    limit, worth, of = said["within"] or said["most"], (said["before"] or said["behind"] or "").strip("*"), said["of"]
    named = [name.removeprefix("目标") for name in (said["goal"], said["aim"], *([said["past"]] if said["past"] != limit else [])) if name]
    points = worth.removesuffix("分") if worth[:1].isdecimal() else ""
    if bool(said["before"]) == bool(said["behind"]) or points and said["whole"] and Decimal(points) != Decimal(said["whole"]) or said["quotient"].count("(") != said["quotient"].count(")"):
        return said[0]
    if any(name not in ("值", of) for name in named) or of and not (said["what"].endswith(of) or of in named and not said["what"]):
        return said[0]
    kept, beyond = (f"不超过{limit}", f"超过{limit}") if limit else ("不高于目标值", "高于目标值")
    return f"{said['what']}{kept}得{said['whole'] + '分' if said['whole'] else '满分'};{beyond}的,得分=目标值/完成值*{points + '分' if points else '分值'}"


def adds_up(said: re.Match[str]) -> bool:
    """Whether more of the sum is better: of 差错数+遗漏数 less is, and of 未办结数+转出数 nobody knows."""
    one, two = said["one"], said["two"]
    good = [_GOOD.search(name) is not None and not _BAD.search(name) for name in (one, two)]
    return any(good) and all(fine or (_ADDED_TO_IT.search(name) and not _BAD.search(name)) for fine, name in zip(good, (one, two), strict=True))


def core(name: str) -> str:
    """The name of a figure without the words that any figure may bear: 对应部分的金额 is the figure itself."""
    while (plain := _LEFT_OUT.sub("", name)) != name:
        name = plain
    return name
