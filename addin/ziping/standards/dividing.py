"""A rate that is told by the two figures of which the standard makes it: 到位资金400万元，使用资金360万元, where 使用资金/到位资金 is scored.

Each of the two must bear the name of one side of the quotient and of no other, and the standard must speak of one quotient only.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, half_up
from ziping.standards.another import shortens
from ziping.standards.binding import Bound
from ziping.standards.conversion import convertible
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Met, Ratio, Scaled
from ziping.standards.several import bears_name
from ziping.standards.values import Value, read_actual, shown
from ziping.standards.vocabulary import Pattern

__all__ = ["divided", "one_rate"]

_NAME = r"[^=,;。:\d()/*+\n≥≤<>]{2,30}?"
_QUOTIENT = Pattern(
    rf"(?:(?<=[=(:,;。\n按*-])|^)(?P<top>{_NAME})(?:\(本?数?\))?/(?P<bottom>{_NAME})(?=[)*,;。\n得计≥≤<>]|(?:在|达到?)\d|不[低少高超]|$)"
    rf"|(?:(?<=[=(:,;。\n按*-])|^)(?P<part>{_NAME})(?:占|与|除以)(?P<whole>{_NAME})(?:的(?:比例|比重|比率|比值|百分比)|之比)"
)
_CHANGE = Pattern(rf"\((?P<now>{_NAME})-(?P<then>{_NAME})\)/(?P<base>{_NAME})(?=[)*,;。\n得计≥≤<>]|$)")
_PIECES = Pattern(r"[,;、。]")
_FIGURE = Pattern(r"(?P<name>[^\d≥≤<>=]{2,24}?)(?:共计?|达到?了?|为|是|有|=|:)?(?P<figure>\d[\d.]*(?:%|[^\W\d]{0,4}))")
_LEFT_OUT = Pattern(r"对应(?:部分|项目?|指标)?|该部分|该项|其|的|(?:总额|金额|数额|总数|个数|人数|户数|件数|数量|数|额|个)$|^(?:年度|全年|本年度?|当年|实际|已|共|项目|部门|单位)+")


def one_rate(source: str) -> str:
    """得分=(1-10*调剂金额/预算数)*分值: the quotient of two figures is one rate."""
    source = _OF_TWO.sub(lambda said: f"{said['one']}与{said['two']}占{said['whole']}的比例" if len({_core(said[side]) for side in ("one", "two", "whole")}) == len(said.groups()) and _adds_up(said) else said[0], source)
    found = _LESS_SO_MUCH.search(source)
    return source if found is None else source.replace(found[0], found[0].removeprefix("指标")).replace(f"{found[1]}/{found[2]}", f"{found[1]}占{found[2]}的比例")


_SUM = r"[^=,;。:\d()/*+\n≥≤<>-]{2,24}?"
_OF_TWO = Pattern(rf"(?<=得分=)\(?\((?P<one>{_SUM})\+(?P<two>{_SUM})\)/(?P<whole>{_SUM})(?:\*100%)?(?:\)(?=\*))?(?=\*(?:\d|分值|满分))")  # (已认领数+无需认领数)/应认领数×5
_ADDED = Pattern(rf"(?:^|(?<=[,;。:\n]))(?P<name>[^=,;。:\n]{{2,16}})=\(?\((?P<one>{_SUM})\+(?P<two>{_SUM})\)/(?P<whole>{_SUM})(?=[)*,;。\n]|$)")
_GOOD = Pattern(r"(?<![未不没无难])(?:已|完成|办结|办理|到位|合格|达标|通过|落实|整改|解决|化解|回收|利用|支付|支出|拨付|使用|执行|满意|优秀|良好|认领|受理|答复|回复|参加|覆盖|建成|发放|签约|就业|巩固|录用|按[时期]|及时|提前)")
_ADDED_TO_IT = Pattern(r"无需|不需|免|转出|转办|移交|上年|结转")
_BAD = Pattern(r"(?:未|没有|不(?!需)|超|逾|漏|错|误|欠|亏|违|缺|退|死|伤|病|损|废|闲|空|投诉|上访|事故)")


def _adds_up(said: re.Match[str]) -> bool:
    """Whether more of the sum is better: of 差错数+遗漏数 less is, and of 未办结数+转出数 nobody knows."""
    one, two = said["one"], said["two"]
    good = [_GOOD.search(name) is not None and not _BAD.search(name) for name in (one, two)]
    return any(good) and all(fine or (_ADDED_TO_IT.search(name) and not _BAD.search(name)) for fine, name in zip(good, (one, two), strict=True))


_LESS_SO_MUCH = Pattern(rf"(?:指标)?得分=\(1-(?:\d+\*)?({_SUM})/({_SUM})\)\*分值")


def divided(bound: Bound, target: Value | None, actual: Value) -> tuple[Value | None, Value] | None:
    """The target and the actual that the two figures tell; None where the actual is no such pair, NotScorable where it is one that cannot be."""
    if (added := _ADDED.search(bound.rule.source)) is not None and _adds_up(added) and (added["name"].endswith("得分") or added["name"] in (bound.rule.subject, *(a.effect.name for a in bound.rule.arms if isinstance(a.effect, Ratio)))):
        return _of_two(added, target, actual)
    if not (bound.rule.unit == PERCENT or any(isinstance(a.effect, Ratio | Scaled) for a in bound.rule.arms)):
        return None
    told = _told(actual.text)
    stated = [value for _, value in told if value.unit == PERCENT]
    told = [(name, value) for name, value in told if value.unit != PERCENT]
    if len(told) != 2 or len(stated) > 1:
        return None
    changes = [m for m in _CHANGE.finditer(bound.rule.source) if _core(m["base"]) in (_core(m["then"]), _core(m["now"]))]
    saves = any(_core(m["base"]) == _core(m["now"]) for m in changes)  # (计划成本-实际成本)/计划成本
    by_change = {(m["then"], m["now"]) if saves else (m["now"], m["then"]) for m in changes}
    quotients = {(m["top"] or m["part"], m["bottom"] or m["whole"]) for m in _QUOTIENT.finditer(bound.rule.source)}
    if len(by_change) + len(quotients) != 1 or quotients and _CHANGE.search(bound.rule.source):
        return None
    pair = next(iter(by_change or quotients))
    figures = _assigned(pair, told)
    if figures is None:
        return None
    top, bottom = figures
    if bottom.low <= 0 or top.low < 0:
        raise NotScorable(f"评分标准按“{pair[0]}/{pair[1]}”计分，完成值{quoted(actual.text)}中的除数不大于0，不能计算，请核对完成值。")
    if target is not None and target.unit != PERCENT and not target.bare and not (target.unit == bottom.unit and target.low == bottom.low):
        return None
    rate = _rate(top, bottom, bool(by_change))
    rate = -rate if saves else rate
    if stated and half_up(rate, max(0, -stated[0].low.as_tuple().exponent)) != stated[0].low:  # type: ignore[operator]
        raise NotScorable(f"完成值{quoted(actual.text)}中的两个数相除是{shown(half_up(rate, 2), PERCENT)}，与所写的{shown(stated[0].low, PERCENT)}不符，请核对完成值。")
    shares = [a.effect for a in bound.rule.arms if isinstance(a.effect, Ratio | Scaled)]
    in_proportion = [a for a in bound.rule.arms if isinstance(a.effect, Ratio) and a.effect.of == "completion"]
    counted = bound.rule.unit != PERCENT and (len(in_proportion) == len(bound.rule.arms) or not bound.spans and len(in_proportion) == len(shares))
    if in_proportion and not by_change and (counted or target is None and in_proportion[0].guard == Met(False)):
        return bottom.but(relation="≥"), top.but(text=actual.text)
    return target if target is None or target.unit == PERCENT else None, Value("number", actual.text, "", rate, unit=PERCENT)


def _of_two(said: re.Match[str], target: Value | None, actual: Value) -> tuple[Value | None, Value] | None:
    """The rate of two figures added up, where each of the three bears its own name; the whole may stand in the target's cell."""
    told = _told(actual.text) + (_told(target.text) if target is not None and target.kind == "text" else [])
    figures = {_core(name): value for name, value in told}
    one, two, whole = (figures.get(_core(said[side])) for side in ("one", "two", "whole"))
    if len(told) != len(figures) or len(told) != 3 or one is None or two is None or whole is None or whole.bare or not one.unit == two.unit == whole.unit:
        return None
    if whole.low <= 0 or one.low + two.low > whole.low:
        raise NotScorable(f"完成值{quoted(actual.text)}中的两项之和多于{quoted(said['whole'])}，或者除数不大于0，不能计算，请核对完成值。")
    return target if target is not None and target.unit == PERCENT else None, Value("number", actual.text, "", _rate(one.but(low=one.low + two.low), whole, False), unit=PERCENT)


def _rate(top: Value, bottom: Value, change: bool) -> Decimal:
    times = convertible(top.unit, bottom.unit) or Decimal(1)
    share = EXACT.divide(EXACT.multiply(top.low, times).scaleb(top.unit.shift - bottom.unit.shift + 2), bottom.low)
    return share - 100 if change else share


def _told(text: str) -> list[tuple[str, Value]]:
    """The names and figures of an actual; none where something else is said."""
    found = []
    for piece in (p for p in _PIECES.split(text) if p):
        said = _FIGURE.fullmatch(piece)
        value = read_actual(said["figure"]) if said is not None else None
        if value is None or value.kind != "number" or value.relation:
            return []
        found.append((said["name"], value))  # type: ignore[index]
    return found


def _core(name: str) -> str:
    while (plain := _LEFT_OUT.sub("", name)) != name:
        name = plain
    return name


def _assigned(pair: tuple[str, str], told: list[tuple[str, Value]]) -> tuple[Value, Value] | None:
    """The figures of the two sides, where they can be told in one way only and are of one measure."""
    (one, first), (other, second) = told
    if convertible(first.unit, second.unit) is None or first.bare != second.bare:
        return None
    ways = [(a, b) for (n, a), (m, b) in (((one, first), (other, second)), ((other, second), (one, first))) if _bears(n, pair[0]) and _bears(m, pair[1])]
    if len(ways) > 1:
        ways = [(a, b) for (n, a), (m, b) in (((one, first), (other, second)), ((other, second), (one, first))) if _core(n) == _core(pair[0]) or _core(m) == _core(pair[1])]
    return ways[0] if len(ways) == 1 else None


def _bears(said: str, name: str) -> bool:
    if "或" in name:
        return any(_bears(said, each) for each in name.split("或"))  # 交办或下达数
    short, whole = _core(said), _core(name)
    if short == whole:
        return True
    return len(short) >= 2 and bears_name(short, whole) and not shortens(short, whole, "")
