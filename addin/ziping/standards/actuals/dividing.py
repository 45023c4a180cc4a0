"""A rate that is told by the two figures of which the standard makes it: 到位资金400万元，使用资金360万元, where 使用资金/到位资金 is scored.

Each of the two must bear the name of one side of the quotient and of no other, and the standard must speak of one quotient only. The target may tell
what is divided by and the actual the rest (计划成本90万元 and 实际成本84万元); then each must bear its name of the definition and the unit of the other.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, half_up
from ziping.standards.cells.conversion import convertible
from ziping.standards.cells.values import Value, read_actual, shown
from ziping.standards.clauses.rule import Met, Ratio, Scaled
from ziping.standards.plain.quotients import SUM, adds_up, core
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import shortens
from ziping.standards.sayings.several import bears_name
from ziping.standards.words.desirable import costs_more
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["divided"]

_GIVES = r"(?<![累合总共统会预审设估])计(?!划)"  # 计5分, not 合计, 预计, 计划
_NAME = r"[^=,;。:\d()/*+\n≥≤<>]{2,30}?"
_QUOTIENT = Pattern(
    rf"(?:(?<=[=(:,;。\n按*-])|^)(?P<top>{_NAME})(?:\(本?数?\))?/(?P<bottom>{_NAME})(?=[)*,;。\n得≥≤<>]|{_GIVES}|(?:在|达到?)\d|不[低少高超]|$)"
    rf"|(?:(?<=[=(:,;。\n按*-])|^)(?P<part>{_NAME})(?:占|与|除以)(?P<whole>{_NAME})(?:的(?:比例|比重|比率|比值|百分比)|之比)"
)
_CHANGE = Pattern(rf"\((?P<now>{_NAME})-(?P<then>{_NAME})\)/(?P<base>{_NAME})(?=[)*,;。\n得≥≤<>]|{_GIVES}|$)")
_PIECES = Pattern(r"[,;、。]")
_ADDED = Pattern(rf"(?:^|(?<=[,;。:\n]))(?P<name>[^=,;。:\n]{{2,16}})=\(?\((?P<one>{SUM})\+(?P<two>{SUM})\)/(?P<whole>{SUM})(?=[)*,;。\n]|$)")
_FIGURE = Pattern(r"(?P<name>[^\d≥≤<>=]{2,24}?)(?:共计?|达到?了?|为|是|有|=|:)?(?P<figure>\d[\d.]*(?:%|[^\W\d]{0,4}))")


def divided(bound: Bound, target: Value | None, actual: Value) -> tuple[Value | None, Value] | None:
    """The target and the actual that the two figures tell; None where the actual is no such pair, NotScorable where it is one that cannot be."""
    if (added := _ADDED.search(bound.rule.source)) is not None and adds_up(added) and (added["name"].endswith("得分") or added["name"] in (bound.rule.subject, *(a.effect.name for a in bound.rule.arms if isinstance(a.effect, Ratio)))):
        return _of_two(added, target, actual)
    if not (bound.rule.unit == PERCENT or _by_sign(bound) or any(isinstance(a.effect, Ratio | Scaled) for a in bound.rule.arms)):
        return None
    told = _told(actual.text)
    stated = [value for _, value in told if value.unit == PERCENT]
    told = [(name, value) for name, value in told if value.unit != PERCENT]
    if len(told) not in (1, 2) or len(stated) > 1:
        return None
    changes = [m for m in _CHANGE.finditer(bound.rule.source) if core(m["base"]) in (core(m["then"]), core(m["now"]))]
    saves = any(core(m["base"]) == core(m["now"]) for m in changes)  # (计划成本-实际成本)/计划成本
    by_change = {(m["then"], m["now"]) if saves else (m["now"], m["then"]) for m in changes}
    quotients = {(m["top"] or m["part"], m["bottom"] or m["whole"]) for m in _QUOTIENT.finditer(bound.rule.source)}
    if len(by_change) + len(quotients) != 1 or quotients and _CHANGE.search(bound.rule.source):
        return None
    pair = next(iter(by_change or quotients))
    figures = _assigned(pair, told) if len(told) == 2 else _across(bound, pair, target, told[0], bool(by_change))
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
    figures = {core(name): value for name, value in told}
    one, two, whole = (figures.get(core(said[side])) for side in ("one", "two", "whole"))
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


def _assigned(pair: tuple[str, str], told: list[tuple[str, Value]]) -> tuple[Value, Value] | None:
    """The figures of the two sides, where they can be told in one way only and are of one measure."""
    (one, first), (other, second) = told
    if convertible(first.unit, second.unit) is None or first.bare != second.bare:
        return None
    ways = [(a, b) for (n, a), (m, b) in (((one, first), (other, second)), ((other, second), (one, first))) if _bears(n, pair[0]) and _bears(m, pair[1])]
    if len(ways) > 1:
        ways = [(a, b) for (n, a), (m, b) in (((one, first), (other, second)), ((other, second), (one, first))) if core(n) == core(pair[0]) or core(m) == core(pair[1])]
    return ways[0] if len(ways) == 1 else None


def _by_sign(bound: Bound) -> bool:
    """变动率≤0得满分: of the rate no more is asked than whether it is above nothing."""
    ends = [end for a in bound.spans for end in (a.guard.low, a.guard.high) if end is not None]  # type: ignore[union-attr]
    return bool(ends) and not any(ends) and not bound.rule.unit.text and bound.rule.subject.endswith("率") and len(bound.spans) == len(bound.rule.arms)


_UNSAID = Pattern(r"政府(?=采购)|年度|全年|本年度?|当年|实际|已|资金|金额|总额|数额|数|额")  # of a name of the definition: what may be left out
_LEADS = Pattern(r"^(?:全年|年度|本年度?|当年)")
_RATE_OF = Pattern(r"(?:^|[,;。:\n])(?P<rate>[^=,;。:\d()/*+\n-]{2,24}?)=[^=,;。\n]*$")
_SCORED_SO = Pattern(r"得分=\(?(?:(?:分值|\d+(?:\.\d+)?分?)\*)?\(?$")
_HEADS, _PLANNED = Pattern(r"[人户个件处台套次场项家座所份]"), Pattern(r"计划|预算|概算|批复|下达|核定|安排|任务|目标|合同|编制")


def _across(bound: Bound, pair: tuple[str, str], target: Value | None, told: tuple[str, Value], change: bool) -> tuple[Value, Value] | None:
    """The figures of the two sides, where the target tells what is divided by and the actual the other, each by its name of the definition."""
    goal = _told(target.text) if target is not None and target.unit != PERCENT else []
    if len(goal) != 1 or not _scores_it(bound, pair):
        return None
    if costs_more(pair[0]) and any(isinstance(a.effect, Ratio) and a.effect.of == "value" for a in bound.rule.arms):
        return None  # 成本控制率=实际成本/计划成本, by which more would earn more
    (whole, bottom), (part, top) = goal[0], told
    if bottom.bare or top.unit != bottom.unit or not (_is_named(whole, bottom, pair[1], pair[0]) and _is_named(part, top, pair[0], pair[1])):
        return None
    return (top, bottom) if change or top.low <= bottom.low or _PLANNED.search(pair[1]) else None  # more than there are


def _scores_it(bound: Bound, pair: tuple[str, str]) -> bool:
    """Whether it is the rate so defined that earns the points."""
    source = bound.rule.source
    said = _RATE_OF.search(source, 0, min(at for name in pair if (at := source.find(name)) >= 0))
    scored = {bound.rule.subject, *(a.effect.name for a in bound.rule.arms if isinstance(a.effect, Ratio | Scaled))} - {""}
    return _SCORED_SO.search(source, 0, source.find(pair[0])) is not None or bool(scored) and said is not None and all(said["rate"].endswith(name) for name in scored)


def _is_named(said: str, value: Value, name: str, other: str) -> bool:
    """Whether it is called as in the definition, or shorter by words that tell nothing, and could not be the other."""
    if "年" not in name + other:
        said = _LEADS.sub("", said)
    forms = {name}
    while more := {form[: m.start()] + form[m.end() :] for form in forms for m in _UNSAID.finditer(form)} - forms:
        forms |= more
    if name.endswith("数") and _HEADS.fullmatch(value.unit.text) and name[-2:-1] == value.unit.text:
        forms |= {form.removesuffix(name[-2:]) for form in forms if form.endswith(name[-2:])} | {form.removesuffix(name[-2]) for form in forms if form.endswith(name[-2])}  # 补助80人 of 补助人数
    return said in forms and len(_UNSAID.sub("", said)) >= 2 and not in_order(said, other)


def _bears(said: str, name: str) -> bool:
    if "或" in name:
        return any(_bears(said, each) for each in name.split("或"))  # 交办或下达数
    short, whole = core(said), core(name)
    whole = whole if "实际" in short else whole.replace("实际", "")
    if short == whole:
        return True
    return len(short) >= 2 and bears_name(short, whole) and not shortens(short, whole, "")
