"""Figures of one dimension brought to one unit: a target, an actual and the numbers of a standard, where one of them may have been typed without its unit."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, Unit
from ziping.standards.cells.values import Value, shown
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import words

__all__ = ["COUNTED", "EVENTS", "TIMES", "aligned", "common_unit", "convertible", "doubtful", "of_one_column", "rescaled"]

_RATIO_LIMIT = Decimal(2)  # a number without a unit up to here is read as the ratio that a percentage cell holds (1.05 = 105%)
_FAR = Decimal(1000)
_MANY = Decimal(10)  # of so many, a part of one is none that is counted
_AWAY = Decimal(20)  # so much longer or shorter, a bare number is of a neighbouring unit: 90 beside ≤2小时
COUNTED = words("处 次 项 个 起 例 件 条 人 人次 家 户 笔 份 宗 场")  # what is counted one by one
EVENTS = COUNTED - words("家 户 人 名")  # of these one may stand for another: a household may be late more than once
TIMES = words("工作日 天 小时 分钟 秒 月 个月 年 周 季度")
# Units of one dimension and what they are of its smallest; a day may be 24 hours or a working day, a month any number of days.
_MEASURES = [
    {"秒": 1, "分钟": 60, "小时": 3600},
    {"月": 1, "个月": 1, "季度": 3, "年": 12},
    {"厘米": 1, "米": 100, "公里": 100000, "千米": 100000},
    {"平方米": 1, "公顷": 10000, "平方公里": 1000000},
    {"克": 1, "公斤": 1000, "千克": 1000, "吨": 1000000},
]


def convertible(one: Unit, other: Unit) -> Decimal | None:
    """How many of the other's base one unit's base is; None where they do not measure the same."""
    if one.base == other.base:
        return Decimal(1)
    return next((EXACT.divide(Decimal(table[one.base]), Decimal(table[other.base])) for table in _MEASURES if one.base in table and other.base in table), None)


def rescaled(value: Value, unit: Unit, what: str, scale: Decimal | None = None) -> Decimal:
    """The value's number in the given unit. NotScorable when the units do not measure the same, or when a missing unit leaves two readings.

    A number without a unit takes the given one; against a percentage it is a ratio below 2 (0.95 is 95%), above that it is refused, and against ‰ always. `scale` is a
    number in the given unit of which the value ought to be of the same order: a figure typed without its 万 is a thousand times off and refused.
    """
    number = value.low
    if value.unit.base != unit.base and (times := convertible(value.unit, unit)) is not None:
        return EXACT.multiply(number, times).scaleb(value.unit.shift - unit.shift)
    if value.bare:
        if unit.base == "" and unit.text:
            if number and unit.text == "‰":
                raise NotScorable(f"{what}{quoted(value.text)}没有写单位，无法确定是否为千分数，请写明“‰”或“%”。")
            if scale is not None and doubtful(number, scale):
                raise NotScorable(f"{what}{quoted(value.text)}没有写单位，可能是{shown(number, PERCENT)}，也可能是{shown(number.scaleb(2), PERCENT)}，请写明百分号。")
            if abs(number) >= _RATIO_LIMIT:
                raise NotScorable(f"{what}{quoted(value.text)}没有写单位，无法确定是否为百分数，请写成{quoted(shown(number, PERCENT))}。")
            return number.scaleb(-unit.shift)
        if scale and unit.text in COUNTED and scale == scale.to_integral_value() != 1 and number != number.to_integral_value() and (abs(number) < _RATIO_LIMIT or abs(scale) >= _MANY):
            raise NotScorable(f"{what}{quoted(value.text)}没有写单位，像比率，不像{unit.text}数，请写明单位。")
        far = _far(unit)
        if scale and number and unit.text and (abs(number) >= abs(scale) * far or abs(number) * far <= abs(scale)):
            raise NotScorable(f"{what}{quoted(value.text)}没有写单位，与以{unit.text}为单位的数相差过大，请写明单位。")
        return number
    if not unit.text:
        if value.unit.base == "" and not (scale is not None and abs(scale) > _RATIO_LIMIT):
            return number.scaleb(value.unit.shift)
        if value.unit.base != "" and not value.unit.shift:
            return number
    if value.unit.base != unit.base or not unit.text:
        raise NotScorable(f"{what}{quoted(value.text)}的单位与{('“' + unit.text + '”') if unit.text else '没有单位的数'}不能比较，请改为相同的单位。")
    moved = number.scaleb(value.unit.shift - unit.shift)
    if scale and moved and value.unit.shift != unit.shift and unit.base != "" and not 1 / _FAR < abs(moved / scale) < _FAR:
        raise NotScorable(f"{what}{quoted(value.text)}与以{unit.text}为单位的数相差过大，请核对单位。")
    return moved


_SMALL = Decimal(50)  # per cent: beside a smaller figure the ratio that a percentage cell holds is small as well


def doubtful(number: Decimal, scale: Decimal) -> bool:
    """0.8 beside ≤5%: typed without its sign or the ratio of 80%? Beside a small percentage a short number that would be a great one as a ratio may be either; 0.1263 is worked out."""
    short = -number.as_tuple().exponent <= (2 if scale else 1) or abs(number) >= _SMALL / 100  # type: ignore[operator]
    return short and abs(scale) < _SMALL and abs(number) * _SMALL > abs(scale) and abs(number) < _RATIO_LIMIT


def _far(unit: Unit) -> Decimal:
    """So many times a bare number must be of another unit."""
    return _AWAY if not unit.shift and (unit.base in TIMES or any(unit.base in table for table in _MEASURES)) else _FAR


def aligned(target: Value | None, actual: Value) -> Value | None:
    """A target typed without its unit, beside an actual that has one: 0.95 beside 92% is the ratio of a percentage cell, 95%.

    NotScorable when the two are so far apart that the missing unit must be another one (1000000 beside 105万元).
    """
    if target is None or target.kind not in ("number", "range") or actual.kind != "number" or not target.bare or actual.bare:
        return target
    if actual.unit == PERCENT:
        if not 0 < abs(target.low) < _RATIO_LIMIT or abs(target.high) >= _RATIO_LIMIT:
            return target
        if actual.low and abs(actual.low) < _SMALL / 5 and doubtful(target.low, actual.low):
            raise NotScorable(f"指标值{quoted(target.text)}没有写单位，可能是{shown(target.low, PERCENT)}，也可能是{shown(target.low.scaleb(2), PERCENT)}，请写明百分号。")
        return Value(target.kind, target.text, target.relation, target.low.scaleb(2), target.high.scaleb(2), PERCENT)
    if actual.low and target.low and not 1 / _far(actual.unit) < abs(target.low / actual.low) < _far(actual.unit):
        raise NotScorable(f"指标值{quoted(target.text)}没有写单位，与以{actual.unit.text}为单位的完成值相差过大，请写明单位。")
    return target


def of_one_column(target: Value | None, actual: Value) -> Value:
    """100 beside ≥100百分比: a form that prints the unit in words has it for both."""
    if target is None or not target.text.endswith("百分比") or not actual.bare or actual.kind != "number" or actual.low <= _RATIO_LIMIT:
        return actual
    return actual.but(unit=PERCENT)


def common_unit(target: Value, actual: Value) -> Unit:
    """The unit in which the two are compared: the target's, else the actual's."""
    return actual.unit if target.bare and actual.unit.base != "" and not actual.unit.shift else target.unit
