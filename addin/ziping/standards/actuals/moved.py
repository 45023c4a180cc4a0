"""How far something has moved, in the actual's own words (增加3件, 下降5%, 持平), where each step of the move costs points (每增加1件扣1分)."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, half_up, unit_named
from ziping.standards.cells.conversion import convertible, rescaled
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.rule import Steps
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.stepping import take
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["moved"]

_THAN = r"(?:(?:较|比|与|同比|相比)?(?:上一?年度?|去年|上年同期|同期|前三年平均值?|平均值?)?(?:相比|同比)?(?:总体|共|累计|实际)?)"
_UP, _DOWN = "增加|上升|提高|增长|上涨|升高", "减少|下降|降低|缩减|下滑"
_MOVED = Pattern(rf"{_THAN}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|个百分点|[^\W\d]{{0,4}})")
_STILL = Pattern(rf"{_THAN}(?:持平|无变化|没有变化|未发生变化)")
_NOT_UP, _NOT_DOWN = Pattern(rf"{_THAN}(?:未|没有|无)(?:{_UP})"), Pattern(rf"{_THAN}(?:未|没有|无)(?:{_DOWN})")
_EACH = Pattern(rf"每(?:(?P<up>{_UP})|(?P<down>{_DOWN}))")
_LAST_YEAR, _TO_LAST_YEAR = Pattern(r"^(?:较|比|与)(?:上一?年|去年)"), Pattern(r"(?:较|比)(?:上一?年度?|去年)每")
_TO_WHAT = Pattern(r"与[^,;。]{0,8}(?:上年|去年|同期)[^,;。]{0,8}相比|以[^,;。]{2,16}为(?:基数|基准|基础),|(?:较|比)(?:上一?年度?|去年|上年同期|去年同期)每")


_LAST_YEARS = Pattern(r"\((?:即)?(?:上年度?|去年|上年同期)(?:实际|完成|决算)?(?:数|值|水平|金额|实绩)\)")


def _level(target: Value | None, actual: Value) -> bool:
    """360万元 beside a target of ≤300万元（上年数）: this year's figure beside last year's, of one measure and one size."""
    if target is None or target.kind != "number" or not _LAST_YEARS.search(target.text) or target.unit != actual.unit or target.unit == PERCENT:
        return False
    return target.low < actual.low * 2 and actual.low < target.low * 2


def moved(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """Points less the steps of the move; all of them where it went the other way or nowhere. NotScorable for a plain number where the standard counts from another year."""
    found = list(_EACH.finditer(bound.rule.source)) if bound.counts == [] else []
    steps = [a.effect for a in bound.relative if isinstance(a.effect, Steps) and a.effect.base is None and not a.effect.late and not a.effect.gain] if found else []
    each = next((m for m in found if len(steps) == 1 and steps[0].side == (1 if m["up"] else -1)), None)
    if each is None:
        return None
    if actual.kind == "number":
        if _TO_WHAT.search(bound.rule.source) and not _level(target, actual):
            raise NotScorable(f"评分标准按增减的多少扣分，完成值{quoted(actual.text)}没有写明增加还是减少，请写明如“{each[0][1:]}2{'%' if steps[0].unit == PERCENT else steps[0].unit.text}”。")
        return None
    text = actual.text.rstrip("。;")
    said = _MOVED.fullmatch(text)
    since = said is not None and bool(said["up"]) == bool(each["up"]) and _LAST_YEAR.search(text) is not None and _TO_LAST_YEAR.search(bound.rule.source) is not None
    if target is not None and target.kind == "number" and target.low and not since and not _LAST_YEARS.search(target.text):
        return None
    if each is not found[0] and not since:
        return None  # 每提高1个百分点加…，每降低…扣…: what a rise earns is not worked out here
    if _STILL.fullmatch(text) or (_NOT_UP if each["up"] else _NOT_DOWN).fullmatch(text) or (said is not None and bool(said["up"]) != bool(each["up"])):
        return half_up(bound.full, 2), lambda: f"完成值{text}，没有{each[0][1:]}，得满分{shown(bound.full)}分", 0
    if said is None:
        return None
    unit = unit_named("百分点" if said["unit"] == "个百分点" else said["unit"] or "")
    plainly = said["unit"] == "%" and f"{shown(steps[0].size)}%" in bound.rule.source
    if steps[0].unit == PERCENT and not (plainly or said["unit"] == "个百分点" and "百分点" in bound.rule.source):
        return None  # 0.3% more, where 个百分点 are counted, may be of what there was
    if steps[0].unit != PERCENT and convertible(unit, steps[0].unit) is None:
        return None
    number = Decimal(said["number"]) if steps[0].unit == PERCENT else rescaled(Value("number", text, "", Decimal(said["number"]), unit=unit), steps[0].unit, "完成值")
    return take(bound, steps[0], number, text, None)
