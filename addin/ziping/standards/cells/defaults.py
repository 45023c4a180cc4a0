"""The general rules of scoring one indicator where its form prints no standard: 财预〔2020〕10号 (项目支出绩效评价管理办法).

Quantitative: target reached → all points; not reached → points in proportion of actual to target. Qualitative: 达成年度指标 100%–80% of the
points, 部分达成并具有一定效果 80%–60%, 未达成且效果较差 60%–0%; here full points for reached, the middle of the band for the others, and the
officer overrides. A target without a comparator is a number to be reached; where more would not certainly be better (money, time, percentages
above the target) anything but the target itself is refused, because two readings would give different points.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, Unit, half_up
from ziping.standards.cells.conversion import TIMES, common_unit, rescaled
from ziping.standards.cells.grades import of_one_grade
from ziping.standards.cells.values import Cell, Value, read_actual, read_target, shown
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["BASIS", "attainment", "completion", "default", "excess", "later", "mixed", "says_how"]

BASIS = "财预〔2020〕10号《项目支出绩效评价管理办法》"
ONE = Decimal(1)
NOTHING = words("无 未发生 没有 未出现 零 无发生 未发现")
_YES = words("是 √ 达成 完成 已完成 全部完成 达标 已达标 达到 达成预期指标 达成预期目标 达成年度指标 达成指标 达到预期 达到预期目标 达到预期指标 达到目标 达到目标值 达到指标值 完成目标 完成年度目标 完成年度指标 全部达成 已达成 已达到 均达成 实现 已实现 实现目标 实现预期目标 "
                 "完成预期目标 按计划完成 按要求完成 已全部完成 全面完成 基于目标完成 达成目标 达成年度目标 达到年度目标 达到年度指标")  # fmt: skip
_PARTLY = words("部分达成 部分完成 部分达成并具有一定效果 部分达成年度指标并具有一定效果 部分实现 部分达到 部分达成指标 部分达成年度指标 部分达成预期指标并具有一定效果 部分达到预期目标")
_NOT = words("不达标 达不到 未能完成 未达成 未完成 未达成且效果较差 未达成年度指标且效果较差 未达标 未达到 未实现 未达成年度指标 没有完成 未达成预期指标且效果较差 未达成预期指标 否 未达到预期目标 未达成指标")
_HUNDRED_PERCENT = frozenset({"100%", "100.0%", "100.00%", "百分之百", "1", "1.0", "1.00"})
_CONDITIONAL = words("是 否 是/否 是否 有 无 有/无")
_DONE = words("完成 已完成 全部完成 已全部完成 全面完成 实现 已实现 是 √")
_PUNCTUAL = words("按时 按时完成 及时 及时完成 按期 按期完成 如期 如期完成 按计划完成 按时间节点完成 已按时完成 已按期完成 准时 准时完成")


def default(full: Decimal, target: Value, actual: Value) -> tuple[Decimal, str | Callable[[], str]]:
    """(points, the reason, perhaps written on demand) by the general rules; NotScorable with a reason."""
    if target.kind in ("number", "range") and actual.kind == "number":
        of_one_grade("", target, actual)
        return _quantity(full, target, actual)
    if target.kind == "date":
        return _deadline(full, target, actual)
    if actual.text in NOTHING and (target.text[0] in "无未没零" or target.text.startswith(("不发生", "不出现")) or (target.kind == "number" and target.low == 0 and target.relation in ("", "≤", "="))):
        return full, f"完成值“{actual.text}”，指标值{target.text}，达到指标值，得满分{shown(full)}分。"
    return _quality(full, target, actual)


def _quantity(full: Decimal, target: Value, actual: Value) -> tuple[Decimal, Callable[[], str]]:
    share, number, unit = _attained(target, actual)
    points = half_up(EXACT.multiply(full, share), 2)
    if share == 1:
        return points, lambda: f"{_compared(target, actual, number, unit)}，达到指标值，得满分{shown(full)}分。"
    if common_unit(target, actual).text == "名次":
        raise NotScorable(f"完成值{quoted(actual.text)}没有达到指标值{quoted(target.text)}，名次不是数量，不能按比例计分，请由填报人填写得分。")
    told = common_unit(target, actual)
    small, large = sorted((near := rescaled(actual, told, "完成值", target.low), _nearest(target, near)))
    return points, lambda: (
        f"{_compared(target, actual, number, unit)}，得分＝{shown(full)}×（{shown(small, told)}÷{shown(large, told)}）＝{shown(points)}分。")


def attainment(target: Value, actual: Value) -> tuple[Decimal, str]:
    """(share of the points, what was compared). 1 when reached, else the proportion of 财预〔2020〕10号."""
    share, number, unit = _attained(target, actual)
    return share, _compared(target, actual, number, unit)


def _compared(target: Value, actual: Value, number: Decimal, unit: Unit) -> str:
    """What was compared, in words."""
    repeated = "（完成值只重复了指标值的写法，未填具体数值）" if _implied(target, actual, number) else ""
    return f"完成值{_named(actual, number, unit)}，指标值{target.text}{repeated}"


def _attained(target: Value, actual: Value) -> tuple[Decimal, Decimal, Unit]:
    """(share of the points, the completed number in the unit of the comparison, that unit)."""
    unit = common_unit(target, actual)
    if target.bare and not actual.bare and unit.text == "" and actual.unit.base != "":
        unit = actual.unit
    number = rescaled(actual, unit, "完成值", target.low)
    if target.bare and actual.bare and mixed(number, target.low):
        raise NotScorable(f"完成值{quoted(actual.text)}和指标值{quoted(target.text)}一个像比率、一个像百分数，请都写明单位。")
    if _implied(target, actual, number):
        if target.relation == "" and number > target.low:
            _only_exact(target, actual, number, unit)
        return ONE, number, unit
    if actual.relation not in ("", "="):  # 超5人 of 100人 may be five more, 超过98人 any number
        raise NotScorable(f"完成值{quoted(actual.text)}只给出一侧的界限，无法判断是否达到指标值{quoted(target.text)}，请填写具体数值。")
    if target.kind == "range":
        if target.low <= number <= target.high:
            return ONE, number, unit
        if number > target.high:
            raise NotScorable(f"完成值{quoted(actual.text)}超出指标值{quoted(target.text)}的上限，无法判断是超额完成还是偏离，请由填报人填写得分。")
        if _either_side(unit):
            raise NotScorable(f"完成值{quoted(actual.text)}低于指标值{quoted(target.text)}的下限，无法判断是提前、节约还是没有完成，请由填报人填写得分。")
        return _share(number, target.low, True, target, actual), number, unit
    goal, relation = target.low, target.relation
    if (relation in ("≥", "") and number >= goal) or (relation == ">" and number > goal):
        if relation == "" and number > goal:
            _only_exact(target, actual, number, unit)
        return ONE, number, unit
    if (relation == "≤" and number <= goal) or (relation == "<" and number < goal) or (relation == "=" and number == goal):
        return ONE, number, unit
    if relation == "":
        _only_exact(target, actual, number, unit)
    if relation in (">", "<") and number == goal:
        raise NotScorable(f"完成值{quoted(actual.text)}恰好等于指标值{quoted(target.text)}的界限而未达到，按比例计算会得满分，请核对指标值的写法。")
    return _share(number, goal, number < goal, target, actual), number, unit


def mixed(a: Decimal, b: Decimal) -> bool:
    """0.95 beside 93: one cell holds the ratio and the other the per cent."""
    small, large = sorted((abs(a), abs(b)))
    return 0 < small <= 2 and large >= 10 and small != small.to_integral_value()


def _named(actual: Value, number: Decimal, unit: Unit) -> str:
    text = shown(number, unit)
    return text if text == actual.text or actual.relation == "" and actual.bare and not unit.text else (f"{actual.text}" if text in actual.text else f"{actual.text}（即{text}）")


def _nearest(target: Value, number: Decimal) -> Decimal:
    return (target.low if number < target.low else target.high) if target.kind == "range" else target.low


def _share(number: Decimal, goal: Decimal, below: bool, target: Value, actual: Value) -> Decimal:
    """actual ÷ target below it, target ÷ actual above it; refused where a quotient says nothing."""
    small, large = (number, goal) if below else (goal, number)
    if goal <= 0 or number < 0:
        raise NotScorable(f"完成值{quoted(actual.text)}与指标值{quoted(target.text)}含有负数或零，不能按比例计分，请由填报人按评分标准填写得分。")
    return EXACT.divide(small, large)


_HALF = Decimal("0.5")  # 3% may be a limit, 95% is a rate to be reached
_LESS = words("起 例 分贝 dB 名次 ppm ppb")  # of which fewer are better, where it is not said otherwise


_USED_UP = words("吨标煤 吨标准煤 千克标煤 千克标准煤 千瓦时 瓦时 度电")  # used up or brought forth


def _either_side(unit: Unit) -> bool:
    """Money, time and concentrations: of one thing more is better, of another less."""
    of_what, each, _ = unit.base.partition("/")
    return of_what == "元" or of_what in _USED_UP or (bool(each) and of_what in _LESS) or unit.base in TIMES or (bool(each) and of_what in ("毫克", "微克", "mg", "ug", "μg"))


def _only_exact(target: Value, actual: Value, number: Decimal, unit: Unit) -> None:
    """A target without a comparator: refuse where higher and lower could both be the better side."""
    rate = unit.base == "" and bool(unit.text)
    if _either_side(unit) or target.low == 0 or unit.base in _LESS or (rate and (number > target.low or target.low.scaleb(target.unit.shift) < _HALF)):
        raise NotScorable(
            f"指标值{quoted(target.text)}没有写明“≥”或“≤”，完成值{quoted(actual.text)}与它不同，无法判断是否完成，请在指标值前写明“≥”或“≤”。"
        )


def _implied(target: Value, actual: Value, number: Decimal) -> bool:
    """Whether an actual given as a bound (`≥90%`) lies within the target as a whole."""
    if not actual.relation or target.kind == "range":
        return False
    wanted, stated, goal = target.relation, actual.relation, target.low
    if stated == wanted and number == goal:
        return True
    if stated in ("≥", ">") and wanted in ("≥", ">", ""):
        return number > goal or (number == goal and (wanted in ("≥", "") or stated == ">"))
    if stated in ("≤", "<") and wanted in ("≤", "<"):
        return number < goal or (number == goal and (wanted == "≤" or stated == "<"))
    return False


def excess(target: Cell, actual: Cell) -> Decimal | None:
    """actual ÷ target for targets where more is better (no upper limit); None where that says nothing."""
    wanted, got = read_target(target), read_actual(actual)
    if wanted is None or got is None or wanted.kind != "number" or got.kind != "number" or wanted.relation in ("≤", "<") or wanted.low <= 0:
        return None
    try:
        return EXACT.divide(rescaled(got, common_unit(wanted, got), "完成值", wanted.low), wanted.low)
    except NotScorable:
        return None


# ---------------------------------------------------------------------------------------------------------------
# Words and dates


# A formula or a comparison in place of a target says what is measured, not what is wanted.
_METHOD = Pattern(r"[÷×=]|\*\s*100|/[^/]*\*|相比|比率|计算公式")


def says_how(target: Value | None) -> bool:
    """Whether a target says how something is measured and not what is wanted of it: no number can be scored by it."""
    return target is not None and target.kind == "text" and len(target.text) > 3 and _METHOD.search(target.text) is not None  # = alone waits for its number


def completion(actual: Value) -> str:
    """`yes`, `partly`, `no` for an actual that says so in words, else ""."""
    text = actual.text.rstrip("。;,!")
    return "yes" if text in _YES or text in _PUNCTUAL else "partly" if text in _PARTLY else "no" if text in _NOT else ""


def _quality(full: Decimal, target: Value, actual: Value) -> tuple[Decimal, str]:
    said = completion(actual)
    wanted = target.text.rstrip("。;")
    if target.kind == "pattern" == actual.kind:
        return full, f"完成值{actual.text}与指标值{target.text}同为全天候，达到指标值，得满分{shown(full)}分。"
    if actual.text.rstrip("。;") == wanted and wanted not in ("是/否", "有/无", "是否"):
        return full, f"完成值与指标值“{wanted}”一致，属于“达成年度指标”（分值的100%–80%），按满分{shown(full)}分计。"
    if wanted in _CONDITIONAL and actual.text in _CONDITIONAL and not (wanted in ("是", "有") and actual.text in ("否", "无")):
        if wanted in ("是/否", "是否") and actual.text == "是":
            return full, f"完成值为“是”，属于“达成年度指标”（分值的100%–80%），按满分{shown(full)}分计。"
        raise NotScorable(f"指标值{quoted(target.text)}没有说明应为哪一种，完成值为{quoted(actual.text)}，无法判断是否完成，请在指标值中写明。")
    if wanted in ("是", "有") and actual.text in ("否", "无"):
        said = "no"
    if actual.kind == "number" and says_how(target):
        raise NotScorable(f"指标值{quoted(target.text)}写的是计算方法，没有写明应达到多少，请补写应达到的数值，或由填报人填写得分。")
    if target.kind in ("text", "pattern") and actual.kind == "number" and actual.text in _HUNDRED_PERCENT and wanted[:1] not in ("无", "未", "不", "没", "零"):
        return full, f"完成值{actual.text}表示全部完成，属于“达成年度指标”（分值的100%–80%），按满分{shown(full)}分计。"
    if target.kind in ("number", "range") and said in ("partly", "no"):
        raise NotScorable(f"指标值{quoted(target.text)}是定量指标，完成值只写了{quoted(actual.text)}，请填写实际完成的数值。")
    if actual.text == "是" and wanted[:1] in ("无", "未", "不", "没", "零"):
        raise NotScorable(f"指标值{quoted(target.text)}是否定的说法，完成值“是”无法判断是达成还是发生，请写明“达成”或“未达成”。")
    if said == "yes" and actual.text.rstrip("。;,!") in _PUNCTUAL and not _may_be_punctual(target, wanted):
        raise NotScorable(f"指标值{quoted(target.text)}说的不是时间，完成值{quoted(actual.text)}只说明了时间，请填写与指标值相应的完成情况。")
    if said == "yes" and wanted != "否":
        return full, f"完成值“{actual.text}”，属于“达成年度指标”（分值的100%–80%），按满分{shown(full)}分计。"
    if said in ("partly", "no") and wanted != "否":
        low, high, name = (Decimal("0.6"), Decimal("0.8"), "部分达成并具有一定效果") if said == "partly" else (Decimal(0), Decimal("0.6"), "未达成且效果较差")
        middle = (low + high) / 2
        points = half_up(full * middle, 2)
        edge = f"{shown(high * 100)}%–{shown(low * 100)}%"
        return points, f"完成值“{actual.text}”，属于“{name}”（分值的{edge}），取区间中值{shown(middle * 100)}%，得{shown(points)}分，填报人可在区间内另定。"
    if target.kind in ("number", "range"):
        raise NotScorable(f"指标值{quoted(target.text)}是定量指标，完成值{quoted(actual.text)}不是可比较的数值，请填写实际完成的数值和单位。")
    raise NotScorable(f"完成值{quoted(actual.text)}不能判断是否达成指标值{quoted(target.text)}，请写明“达成”“部分达成”或“未达成”，或填写评分标准。")


_NO_DEED = Pattern(r"(?:评|定|达|为)*(?:优秀?|良好?|中等?|合格|达标|满意|较好|好|显著|明显)|[零无未没不0].*|.*(?:事故|投诉|违规|违纪|案件)")


def _may_be_punctual(target: Value, wanted: str) -> bool:
    """Whether 及时 answers the target: one of time, or a doing; no number, no quality, no fault."""
    if target.kind in ("number", "range"):
        return target.unit.base in TIMES or target.unit == PERCENT and target.low == 100 or _OF_TIME.search(wanted) is not None
    return _OF_TIME.search(wanted) is not None or _NO_DEED.fullmatch(wanted) is None


_OF_TIME = Pattern(r"时|期|[年月日天周]|前$|进度")


def _deadline(full: Decimal, target: Value, actual: Value) -> tuple[Decimal, str]:
    if actual.kind == "date":
        late = later(actual, target)
        if late is None:
            raise NotScorable(f"完成值{quoted(actual.text)}与指标值{quoted(target.text)}所写的日期详略不同，无法判断是否按时，请写明年月日。")
        if not late:
            return full, f"完成值{actual.text}，指标值{target.text}，按时完成，得满分{shown(full)}分。"
        raise NotScorable(f"完成值{quoted(actual.text)}晚于指标值{quoted(target.text)}，财预〔2020〕10号没有规定逾期如何计分，请由填报人填写得分。")
    year_end = target.day[1] == 12 and target.day[2] in (None, 31)  # type: ignore[index]
    if not year_end and (actual.text.rstrip("。") in _DONE or actual.text in _HUNDRED_PERCENT):
        raise NotScorable(f"完成值{quoted(actual.text)}没有写明何时完成，无法判断是否按时（{target.text}），请写明日期或“按时完成”。")
    if completion(actual) == "yes" or actual.text in _HUNDRED_PERCENT:
        return full, f"完成值“{actual.text}”，指标值{target.text}，按时完成，得满分{shown(full)}分。"
    return _quality(full, target, actual)


def later(actual: Value, target: Value) -> bool | None:
    """Whether the actual date lies after the deadline; None when the missing year or day decides."""
    (year, month, day), (limit_year, limit_month, limit_day) = actual.day, target.day  # type: ignore[misc]
    if year is None and month is not None and month <= 2 and limit_month >= 10:
        return None  # 1月10日 against 12月31日前: of this year or of the next one
    if (year is None) != (limit_year is None):
        if target.relation == "≤" and year is None and limit_year is not None and month is not None and month <= limit_month and (month < limit_month or limit_day is None or limit_day == 31):
            return False  # 11月 against 2022年12月底前: the form is about that year
        return None
    if (year or 0, month) != (limit_year or 0, limit_month):
        return (year or 0, month) > (limit_year or 0, limit_month)
    if limit_day is None:
        return False
    if day is None:
        return False if limit_day >= 28 and limit_month == 2 or limit_day >= 30 else None
    return day > limit_day
