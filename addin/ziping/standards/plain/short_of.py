"""How far below the target, in percentage points (低于目标值20个百分点以内得2分): put as a distance that is worked out of the target and the actual, see `readings`."""

from __future__ import annotations

import re

from ziping.standards.clauses.edges import SHORTFALL
from ziping.standards.words.desirable import better_when_higher, may_be_less
from ziping.standards.words.vocabulary import Pattern

__all__ = ["distances_below"]

_GOAL = r"(?:年度|年初|全年|预期|绩效|设定)*(?:目标|指标|计划)(?:值|数)?"
_REACHED = Pattern(rf"(?:^|(?<=[;。,\n]))(?P<name>[^,;。\d未不没无低少]{{0,20}}?)(?:(?:达到|完成)(?:或超过|及以上)?|(?:[高大优]于|超过|达到)(?:或|、|或者)?(?:等于|达到|[高大优]于|超过)|≥|不低于|不少于){_GOAL}(?:及?以上)?的?,?(?=得)")
_POINTS = r"\d+(?:\.\d+)?(?:%|个?百分点)?"
_MARK = r"(?:\(不?含(?:本数)?\))?"
_BOUND = rf"(?:不超过|不高于|不足|超过|大于|高于|小于|≤|≥|<|>)?{_POINTS}{_MARK}(?:(?:[-~至到]|以上[,至到-]?){_POINTS}{_MARK})?(?:及?(?:以[上下内外]|之内|内))?{_MARK}(?:之间)?(?:范围内)?"
_BELOW = Pattern(rf"(?:^|(?<=[;。,\n]))(?:(?P<name>[^,;。\d未不没无低少与比较距]{{0,20}}?)(?:(?:低于|少于|未达到?){_GOAL}的?(?:幅度)?,?(?:差距|相差|差)?|(?:与|比|较|距离?){_GOAL}(?:相比)?,?(?:的?差距|相差|差|低于?|少)))?(?:在|为)?(?P<bound>{_BOUND})(?:以?内)?的?,?(?=得|不得分|扣)")
_UP_TO = Pattern(r"(?<=%)(?:及(?:以内|之内|内))")
_POINT = Pattern(r"(?<=\d)个?百分点")
_BARE_BEFORE = Pattern(r"(\d+(?:\.\d+)?)(?=(?:\(不?含(?:本数)?\))?[-~至到]\d+(?:\.\d+)?(?:\(不?含(?:本数)?\))?%)")
_ALL_ELSE = Pattern(r"(?:其[他它余](?:情况|情形)?|否则)的?,?(?:不得分|得\d+(?:\.\d+)?分)")
_OTHER_NUMBER = Pattern(r"\d%|[每率]\d")

_WHOSE = Pattern(r"^(?:(?:空气|环境|水|工程|产品|服务)(?:质量)?|群众|公众|社会|居民|村民|住户|用户|企业|学生|家长|师生|患者|职工|游客|(?:服务|受益)(?:对象|群众|人群?)?|项目|任务|资金|预算|设备|材料|政策|城乡|城镇|农村|优良天数)+(?=[^\W\d])")
_SHARE = Pattern(r"(?:天数)?(?:比例|比率|占比)$")
_KNOWN = Pattern(r"[^\W\d]{2}[率度]|(?:优良|覆盖)率")


def _more_of_it(name: str) -> bool:
    """Whether nothing is named, or a rate alone of which more is better: 满意度, 覆盖比例; no condition beside it (按时, 经审计, 各季度均)."""
    if not name or name in ("比例", "比率", "占比"):
        return True
    rate = _WHOSE.sub("", _SHARE.sub("率", name))
    return _KNOWN.fullmatch(rate) is not None and better_when_higher(rate)


_EACH_BELOW = Pattern(
    rf"^(?:(?P<head>[^,;。:\d未不没无低少和与及或、]{{0,20}}?)(?:达到|完成|不低于|≥){_GOAL}的?,?得(?P<whole>满分|\d+(?:\.\d+)?分)[,;。])?(?P<name>[^,;。:\d未不没无低少和与及或、]{{0,20}}?),?"
    rf"每(?:低于|比){_GOAL}(?:低|少)?(?P<size>\d+(?:\.\d+)?)个百分点的?,?扣(?P<off>\d+(?:\.\d+)?)分[,;。](?:(?:低于|少于){_GOAL}|(?:与|比){_GOAL}(?:相差|差|低))(?P<bound>(?:超过|大于)\d+(?:\.\d+)?个百分点|\d+(?:\.\d+)?个百分点(?:\(含\))?(?:及以上|以上))的?,?不得分[。;]?$"
)


_OF_EACH_ONE = Pattern(r"[任各每均都逐]|连续|按月|季度|按[时期](?!答复|办结|完成|整改|开工|完工|交付)")  # one of several, told by one figure


def _by_steps_to_an_end(source: str) -> str:
    """每低于目标值1个百分点扣0.2分，低于目标值10个百分点以上的不得分: steps of the distance, and where they end; as it stands where two names are told, or a name of which less may be better."""
    said = _EACH_BELOW.match(source) if source.count("百分点") == 2 else None
    if said is None or said["head"] and said["name"] not in ("", said["head"]):
        return source
    name = said["head"] or said["name"]
    if name and not (better_when_higher(_SHARE.sub("率", name)) and not may_be_less(name) and not _OF_EACH_ONE.search(name)):
        return source
    return f"{SHORTFALL}≤0%得{said['whole'] or '满分'};每超过{said['size']}%扣{said['off']}分;{SHORTFALL}{_POINT.sub('%', said['bound'])}不得分"


def distances_below(source: str) -> str:
    """达到目标值得5分；低于目标值20个百分点以内得2分: nothing short, up to 20 short; as it stands where a clause says something else, or where what it is per cent of is not said."""
    if "百分点" in source and "每" in source:
        return _by_steps_to_an_end(source)
    if "百分点" not in source or _OTHER_NUMBER.search(source):
        return source
    clauses = [c for c in re.split(r"[;。\n]|,(?=[^,;。\n]*\d个?百分点)", source.strip(";。\n")) if c]
    rest = [clauses.pop()] if len(clauses) > 2 and _ALL_ELSE.fullmatch(clauses[-1]) else []
    reached = [_REACHED.match(c) for c in clauses]
    below = [None if head else _BELOW.match(c) for head, c in zip(reached, clauses, strict=True)]
    if sum(map(bool, reached)) != 1 or reached[0] is None or len(clauses) < 2 or not all(below[1:]) or not any(said.end("bound") - said.start("bound") and _POINT.search(said["bound"]) and said.start("bound") > said.start() for said in below[1:]):  # type: ignore[union-attr]
        return source
    if not _more_of_it(reached[0]["name"]) or any(said["name"] not in (None, "", reached[0]["name"]) for said in below[1:]):  # type: ignore[index]
        return source
    told = [f"{SHORTFALL}≤0%{clauses[0][reached[0].end():]}"]
    for clause, said in zip(clauses[1:], below[1:], strict=True):
        bound = _BARE_BEFORE.sub(r"\1%", _UP_TO.sub("(含)以内", _POINT.sub("%", said["bound"])))  # type: ignore[index]
        told.append(f"{SHORTFALL}{bound}{clause[said.end():]}")  # type: ignore[union-attr]
    return ";".join(told + rest)
