"""How far beyond the threshold or the target, in the actual's own words: 超2人, 缺1项, 超计划时间8%."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.cells.conversion import COUNTED
from ziping.standards.cells.values import Value
from ziping.standards.clauses.readings import HUNDRED, OFF_TARGET
from ziping.standards.clauses.rule import Steps
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.relative import relative
from ziping.standards.points.spanned import spanned
from ziping.standards.points.stepping import take
from ziping.standards.words.spelling import numeral
from ziping.standards.words.vocabulary import Pattern

__all__ = ["so_far_beyond", "so_much", "too_many"]

_SO_MUCH = Pattern(r"(缺少?|少|差|短缺|超过?|超出|多)(?:编|员|支|召开|开展|举办|报送|组织|完成|发放|报|公示|公开|公布|通报|发布|检查|巡查|调度|上报)?了?(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(\D{1,4})")


def so_much(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """缺1项, 超3天: how far beyond the threshold, or the target."""
    match = _SO_MUCH.fullmatch(actual.text)
    if match is None or bound.counts or OFF_TARGET.search(bound.rule.subject):
        return None
    side, unit = (1 if match[1][0] in "超多" else -1), unit_named(match[3].removeprefix("个") or match[3])
    number = numeral(match[2]) or Decimal(match[2])
    steps = [a for a in bound.rule.arms if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is not None and a.effect.unit == unit and not a.effect.late]
    if len(steps) == 1:
        return spanned(bound, steps[0].effect.base + side * number, target, actual)  # type: ignore[union-attr, operator]
    goals = [a for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is None and a.effect.unit.base == unit.base]
    if len(goals) == 1 and target is not None and target.kind == "number" and target.unit.base == unit.base:
        return relative(bound, target, Value("number", actual.text, "", target.low + side * number, unit=unit))  # 超编2人
    return None


_TOO_MANY = Pattern(r"超(?:编|员|支|标|过|出)?(\d+)个?([^\W\d])|(\d+)个?([^\W\d])超(?:编|员|支|标|过|出|预算|标准)?")


def too_many(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """超2人, 1项超过, where every one too many takes points off: how many there may be is no matter."""
    match = _TOO_MANY.fullmatch(actual.text.rstrip("。;"))
    unit = unit_named(match[2] or match[4]) if match is not None else None
    steps = [a.effect for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == 1 and a.effect.base is None and not a.effect.late and a.effect.unit == unit and unit.text in COUNTED]  # type: ignore[union-attr]
    if match is None or len(steps) != 1 or (target is not None and not (target.kind == "number" and (target.unit in (unit, PERCENT) or target.bare))):
        return None
    return take(bound, steps[0], Decimal(match[1] or match[3]), actual.text, None)


_SHARE_BEYOND = Pattern(r"(?P<side>超过?|超出|高于|低于|少于|短于|未达|不足|比)(?P<goal>(?:年度|全年|年初|合同|批复)*(?:计划|目标|预算|指标|规定|合同|概算)(?:完成)?(?:时间|工期|成本|投资|支出|金额|数量|任务)?(?:值|数|额)?)(?P<more>多|高|低|少)?的?(?P<share>\d+(?:\.\d+)?)%")


def so_far_beyond(bound: Bound, actual: Value) -> Outcome | None:
    """超计划时间8%, 低于目标值5%, where every so many per cent beyond the target takes points off."""
    said = _SHARE_BEYOND.fullmatch(actual.text.rstrip("。;"))
    if said is None or (said["side"] == "比") != bool(said["more"]) or Decimal(said["share"]) >= HUNDRED / 2:
        return None  # 超预算106% may be the whole of it
    side = 1 if said["side"] in ("超", "超过", "超出", "高于") or said["more"] in ("多", "高") else -1
    steps = [a.effect for a in bound.relative if isinstance(a.effect, Steps) and a.effect.side == side and a.effect.base is None and a.effect.unit == PERCENT and a.effect.percent]
    return take(bound, steps[0], Decimal(said["share"]), actual.text, None) if len(steps) == 1 else None
