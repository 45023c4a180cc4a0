"""Points in proportion: of the completion, of a rate itself, or of what it leaves."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, PLAIN, half_up, unit_named
from ziping.standards.cells.conversion import TIMES, common_unit, rescaled
from ziping.standards.cells.defaults import attainment
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.divisors import another_divisor, of_other_amounts
from ziping.standards.clauses.edges import ABSOLUTE, BETWEEN_BARS, OVER_GOAL
from ziping.standards.clauses.readings import (
    CHANGE,
    HUNDRED,
    OF_WHOLE,
    OFF_TARGET,
    SPENDING,
    completes,
    completion,
    named,
    no_more_than_all,
    readings,
    short,
)
from ziping.standards.clauses.rule import EITHER, FULL, WRITTEN, Award, Met, Ratio, Relative, Scaled
from ziping.standards.plain.wordy import IN_WHOLE_PERCENT
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.desirable import better_when_higher, brought_about, costs_more, may_be_less
from ziping.standards.words.vocabulary import Pattern

__all__ = ["amounts_alone", "as_it_costs", "in_proportion", "scaled", "up_to_the_target"]

ONE = Decimal(1)
_ENDS_AT_FULL = Pattern(r"满分为止|得满为止|(?:超过|超额|大于|高于)[^,;。]{0,8}(?:的|部分)*,?按(?:满分|100%)|最高(?:不超过|得)(?:满分|该?项?(?:指标)?分值)")  # what lies beyond the whole is thought of: more is better
_LITTLE = Decimal(10)  # per cent: what is taken from the whole is small


def in_proportion(bound: Bound, effect: Ratio, target: Value | None, actual: Value) -> Outcome | None:  # type: ignore[return]
    full = EXACT.multiply(effect.amount.of(bound.full), effect.part)
    goal = target if target is not None and target.kind == "number" else None
    if effect.of == "inverse" and target is not None and target.relation not in ("≤", "<"):
        raise NotScorable(f"评分标准按指标值与完成值之比计分，只适用于上限指标，指标值{quoted(target.text)}不是上限，请核对指标值或标准。")
    if actual.unit.text == "名次":
        raise NotScorable(f"完成值{quoted(actual.text)}是名次，不是数量，不能按比例计分，请由填报人填写得分。")
    if _OF_PROJECTS.search(bound.rule.source):
        _number_of_projects(target, actual)
    if effect.of == "value" and goal is not None and goal.relation in ("≤", "<") and goal.unit == PERCENT and goal.low < HUNDRED and better_when_higher(effect.name):
        raise NotScorable(f"指标值{quoted(goal.text)}是上限，评分标准却按{effect.name}越高越好计分，请核对指标值或标准。")
    if effect.of == "rest" and effect.name == BETWEEN_BARS:
        _both_told(target, actual)
    if effect.of == "rest" and effect.name == OVER_GOAL:
        return _less_the_excess(bound, effect, target, actual)
    if effect.of in ("completion", "inverse"):
        return _completed(bound, effect, goal, target, actual)
    if actual.unit.base == "" and (actual.unit.text or goal is None or not goal.bare or goal.low <= 2):
        rate = rescaled(actual, PERCENT, "完成值", (goal.low if goal is not None and goal.unit == PERCENT else _LITTLE) if effect.of == "rest" else None)
        if rate > HUNDRED:
            no_more_than_all(effect.name, actual)
    elif goal is not None:
        _may_be_their_share(bound, effect.name, effect.of, goal, actual)
        rate = completion(goal, actual)
        if rate > HUNDRED and _PART_OF_THEM.search(effect.name):
            raise NotScorable(f"{effect.name}中分子是分母的一部分，完成值{quoted(actual.text)}却多于指标值{quoted(goal.text)}，指标值不是分母，请直接填写该比率。")
        if effect.of == "rest":
            rate = _how_far_off(effect.name, rate, actual)
    else:
        raise NotScorable(f"评分标准按{effect.name}计分，完成值{quoted(actual.text)}不是百分比，请填写{effect.name}。")
    half = HUNDRED / 2
    if effect.of == "rest" and OFF_TARGET.search(effect.name) and actual.unit == PERCENT and (goal is not None and goal.unit == PERCENT and goal.low >= half or rate >= half and not OFF_TARGET.search(actual.text)):
        raise NotScorable(f"评分标准考核{effect.name}，完成值{quoted(actual.text)}可能是完成的比率，也可能是相差的比率，请写明如“偏差2%”。")
    either_way = effect.of == "rest" and (OFF_TARGET.search(effect.name) is not None or effect.name.endswith(ABSOLUTE))
    if rate < 0 and not either_way:
        raise NotScorable(f"{effect.name}不应为负数，完成值为{quoted(actual.text)}，请核对。")
    if rate < 0:
        rate = abs(rate)  # so far below is as far off
    if _IN_WHOLE_PERCENT.search(bound.rule.source):
        rate = half_up(rate, 0)
    rates = [rate]
    if effect.of == "value" and goal is not None and completes(effect.name) and goal.unit.base == "" and actual.unit.base == "" and goal.low > 0:
        of_goal = rescaled(goal, PERCENT, "指标值")
        if of_goal != HUNDRED and not (_as_the_standard(bound, effect.name, of_goal) and not _OF_A_GOAL.search(actual.text)):
            rates.append(EXACT.divide(rate * HUNDRED, of_goal))
    points = []
    for r in rates:
        share = EXACT.divide(r, HUNDRED)
        share = ONE - share if effect.of == "rest" else share
        points.append(half_up(full * min(ONE, max(Decimal(0), share)), 2))
    if len(set(points)) > 1:
        raise NotScorable(f"{effect.name}可理解为完成值{quoted(actual.text)}本身（得{shown(points[0])}分）或它与指标值{quoted(target.text)}之比（得{shown(points[1])}分），请由填报人填写得分。")  # type: ignore[union-attr]
    said = shown(short(rate), PERCENT)
    return points[0], lambda: f"{effect.name}{said}，{_product(f'（1−{said}）' if effect.of == 'rest' else said, ONE - rate / HUNDRED if effect.of == 'rest' else rate / HUNDRED, full, points[0], _worth(bound, effect))}", 0


_IN_WHOLE_PERCENT = Pattern(IN_WHOLE_PERCENT)


def _may_be_their_share(bound: Bound, name: str, of: str, goal: Value, actual: Value) -> None:
    """NotScorable where the share of the target cannot be the rate that a formula asks for: beside an upper limit, of another divisor, of a change or of those who were asked."""
    if goal.relation in ("≤", "<") and of == "value" and (_OF_THINGS.search(name) or not SPENDING.search(name)):
        raise NotScorable(f"指标值{quoted(goal.text)}是上限，评分标准却按完成得越多越好计分，请核对指标值，或直接填写{name}。")
    if _LEFT_OVER.match(name) and not _LEFT_OVER.search(actual.text):
        raise NotScorable(f"评分标准按{name}计分，完成值{quoted(actual.text)}没有写明是不是这一数额，请直接填写该比率。")
    if other := another_divisor(name, bound.rule.source, goal):
        raise NotScorable(f"评分标准按{name}计分，{quoted(other)}不是指标值{quoted(goal.text)}，不能由完成值{quoted(actual.text)}算出，请直接填写该比率。")
    if of == "value" and (CHANGE.search(name) or goal.unit.text == actual.unit.text == "分" and goal.low != HUNDRED and "/" not in name and "占" not in name):
        raise NotScorable(f"评分标准按{name}计分，不能由完成值{quoted(actual.text)}与指标值{quoted(goal.text)}算出，请在完成值中直接填写{name}。")
    if of == "value" and not completes(name) and "/" not in name and "占" not in name and (goal.bare and actual.bare and goal.low < HUNDRED and actual.low > 2 or _OF_THOSE_ASKED.search(name) and not goal.bare and goal.unit.text != "分"):
        raise NotScorable(f"评分标准按{name}计分，完成值{quoted(actual.text)}可能是{name}本身，也可能须与指标值{quoted(goal.text)}相比，请填写如“85%”。")
    if of == "value" and not goal.bare and (costs_more(name) or name.endswith("控制率")):
        raise NotScorable(f"评分标准按{name}计分，完成值{quoted(actual.text)}低于指标值{quoted(goal.text)}是否为好没有写明，请直接填写{name}。")


def _as_the_standard(bound: Bound, name: str, goal: Decimal) -> bool:
    """完成率≥90%得满分，60%-90%按完成率×分值计分 beside a target of 90%: the rate that the standard's own threshold is of, and no share of that target."""
    whole = [a.guard for a in bound.spans if a.effect == Award(FULL)]
    return bound.rule.subject.endswith(name) and bound.rule.unit == PERCENT and len(whole) == 1 and whole[0].low == goal and whole[0].high is None  # type: ignore[union-attr]


_LEFT_OVER = Pattern(r"(?:实际)?(?:节约|节省|结余|压[减降]|核减|审减)[^\W\d]{0,6}[/占]")
_OF_THOSE_ASKED = Pattern("满意|知晓|认可|支持率")  # the share of those who were asked, and of no target
_OF_A_GOAL = Pattern("目标|任务|计划|指标")  # 完成目标的80% may be of that target
_OF_PROJECTS = Pattern(r"(?<!未)完成的?项目个?数量?[/÷占][^;。,/÷占]{0,10}项目总?个?数")
_TOLD_OF_THEM = Pattern(r"项目|计划|实际|完成率?|按[时期]|及时|不低于|全部|[\d.%≥>=,、个项已共的均]")


def _number_of_projects(target: Value | None, actual: Value) -> None:
    """NotScorable where 已完成项目数/计划完成项目总数 meets what is no number of projects and not the rate of them: 12个月, 10公里, 合格率, a bare number whose unit stands elsewhere."""
    if target is not None and target.relation in ("≤", "<"):
        raise NotScorable(f"指标值{quoted(target.text)}是上限，评分标准却按完成得越多越好计分，请核对指标值或标准。")
    for cell, what in ((target, "指标值"), (actual, "完成值")):
        if cell is not None and (cell.kind == "number" and cell.bare or _TOLD_OF_THEM.sub("", cell.text)):
            raise NotScorable(f"评分标准按完成的项目个数计分，{what}{quoted(cell.text)}没有写明是项目的个数或完成率，请填写如“10个”“80%”。")


def _both_told(target: Value | None, actual: Value) -> None:
    """|决算数-预算数|/预算数 is worked out of the two: NotScorable where the target is a limit to one side, or a rate may be the actual itself as well as what it is off by."""
    if target is not None and target.relation:
        raise NotScorable(f"评分标准按完成值与指标值相差多少计分，不论高低，指标值{quoted(target.text)}却只限一侧，请由填报人填写得分。")
    if actual.unit.base == "" and (actual.unit.text or target is None or not target.bare) and not OFF_TARGET.search(actual.text):
        raise NotScorable(f"评分标准按完成值与指标值相差多少计分，完成值{quoted(actual.text)}可能是完成的比率，也可能是相差的比率，请写明如“偏差率2%”。")


def amounts_alone(effect: object, target: Value, actual: Value) -> None:
    """NotScorable where a bare 1.05 stands beside a limit of which the excess is a share: no sum that keeps to it, but perhaps how much of it was spent."""
    if isinstance(effect, Ratio) and effect.name == OVER_GOAL and actual.kind == "number" and actual.bare and not target.bare and actual.low <= 2:
        raise NotScorable(f"评分标准按超出指标值的比例扣分，完成值{quoted(actual.text)}没有写明是数量还是与指标值{quoted(target.text)}之比，请写明单位。")


def _less_the_excess(bound: Bound, effect: Ratio, target: Value | None, actual: Value) -> Outcome:
    """1-(实际成本-计划成本)/计划成本 is worked out of the two: NotScorable where either is a rate, or a bare number that may be one, of which the excess may be so many points as well as a share."""
    for cell, what in ((target, "指标值"), (actual, "完成值")):
        if cell is None or cell.kind != "number" or cell.unit.base == "" and (not cell.bare or cell.low <= 2):
            raise NotScorable(f"评分标准按超出指标值的比例扣分，{what}{quoted(cell.text) if cell is not None else '空'}不是数量，请由填报人填写得分。")
    full, over = effect.amount.of(bound.full), completion(target, actual) - HUNDRED  # type: ignore[arg-type]
    share = ONE - over / HUNDRED
    points = half_up(EXACT.multiply(full, min(ONE, max(Decimal(0), share))), 2)
    said = shown(short(over), PERCENT)
    return points, lambda: f"完成值{actual.text}，超出指标值{target.text}的比例为{said}，{_product(f'（1−{said}）', share, full, points, _worth(bound, effect))}", 0  # type: ignore[union-attr]


def _how_far_off(name: str, share: Decimal, actual: Value) -> Decimal:
    """12% of 112万元 beside a target of 100万元, where the deviation is what points are lost by; NotScorable where the amount may be the deviation itself, or the rate is of something else."""
    if not OFF_TARGET.search(name) or abs(share) < HUNDRED / 2:
        raise NotScorable(f"评分标准按{name}计分，完成值{quoted(actual.text)}不是百分比，请填写{name}。")
    return abs(share - HUNDRED)


def scaled(bound: Bound, effect: Scaled, x: Decimal, target: Value | None, actual: Value) -> Outcome:
    """得分=（完成率-60%）/（100%-60%）×分值: how far the rate lies between the two."""
    if target is not None and target.kind == "number" and bound.rule.unit == PERCENT and actual.unit.base != "":
        if not effect.high:
            raise NotScorable(f"评分标准按{effect.name}计分，完成值{quoted(actual.text)}不是百分比，请填写{effect.name}。")
        _may_be_their_share(bound, effect.name, "value", target, actual)
    if x > HUNDRED:
        no_more_than_all(effect.name, actual)
    if not effect.high:
        x = _of_a_fault(effect.name, x, actual)
    share = min(ONE, max(Decimal(0), EXACT.divide(x - effect.low, effect.high - effect.low)))
    points = half_up(bound.full * share, 2)
    return points, lambda: f"{effect.name}{named(actual, x, bound.rule.unit)}，{effect.text()}，得{shown(points)}分", 0


def up_to_the_target(bound: Bound, effect: Scaled, target: Value | None, actual: Value) -> Outcome | None:
    """得分=（实际值-60%）/（目标值-60%）×分值: how far the rate lies between what earns nothing and the target, both of them per cent; None where the target is blank."""
    if target is None:
        return None
    for cell, what in ((target, "指标值"), (actual, "完成值")):
        if cell.kind != "number" or cell.unit.base != "" or not _RATE_ITSELF.fullmatch(cell.text):
            raise NotScorable(f"评分标准的公式“{effect.text()}”以百分比计算，{what}{quoted(cell.text)}不是百分比，请填写比率。")
    if target.relation in ("≤", "<") or actual.relation not in ("", "="):
        raise NotScorable(f"评分标准的公式“{effect.text()}”按实际值越高越好计分，指标值{quoted(target.text)}、完成值{quoted(actual.text)}不能据此计分，请核对指标值和完成值。")
    goal = rescaled(target, PERCENT, "指标值")
    x = rescaled(actual, PERCENT, "完成值", goal)
    if goal <= effect.low:
        raise NotScorable(f"指标值{quoted(target.text)}不高于评分标准公式“{effect.text()}”中不得分的{shown(effect.low, PERCENT)}，不能据此计分，请核对指标值。")
    full = effect.amount.of(bound.full)
    share = min(ONE, max(Decimal(0), EXACT.divide(x - effect.low, goal - effect.low)))
    points = half_up(EXACT.multiply(full, share), 2)
    low = shown(effect.low, PERCENT)
    return points, lambda: f"完成值{actual.text}，指标值{target.text}，得分＝（{shown(short(x), PERCENT)}−{low}）÷（{shown(short(goal), PERCENT)}−{low}）×{shown(full)}，不高于满分、不低于0分，得{shown(points)}分", 0


_RATE_ITSELF = Pattern(r"(?:[≥>≤<=]|不低于|不高于|达到|约)?\s*-?\d+(?:\.\d+)?\s*[%％‰]?(?:及以上|以上)?")


def _of_a_fault(name: str, x: Decimal, actual: Value) -> Decimal:
    """How far it is off, where the less of it the better; NotScorable where less than nothing is told, or what was completed."""
    off = OFF_TARGET.search(name) is not None or name.endswith(ABSOLUTE)
    if x < 0 and not off:
        raise NotScorable(f"{name}不应为负数，完成值为{quoted(actual.text)}，请核对。")
    if off and abs(x) >= HUNDRED / 2 and not OFF_TARGET.search(actual.text):
        raise NotScorable(f"评分标准考核{name}，完成值{quoted(actual.text)}可能是完成的比率，也可能是相差的比率，请写明如“偏差2%”。")
    return abs(x)


_OF_THINGS = Pattern(r"/[^/]*[个件户项家份]数$")  # 支出项目个数 is no spending
_PART_OF_THEM = Pattern(r"的([^\W\d的/]{1,10}[个件户项家份]数)/[^/]*的\1$")
_OF_THE_GOAL = Pattern(r"实际[^\W\d]{0,6}[占与](?:年度|预期)*(?:目标|指标)(?:值|数|进度|完成率|支出率|执行率|到位率)的?(?:比|百分比|之比)")  # what the proportion is of, in so many words


_ITS_GOAL = Pattern(r"(?:完成(?![值数率情比时])|达到|实现)了?(?:(?:上级|[省市县区]里?|年度|全年|年初|本年度?|预期|绩效|计划)*(?:下达的?)?)*+(?!任务|目标|指标|计划)(?P<name>[^,;。:\d]{2,16}?)(?:任务|目标|指标|计划)")


def _by_more(source: str, target: Value) -> bool:
    """Whether more is better of what is to be completed: of what is not known nobody knows it; of 任务 and 目标值 alone it is said by 未完成 itself."""
    if target.unit == PERCENT and target.low == HUNDRED:
        return True
    return not any(may_be_less(clause) for clause in re.split("[,;。\n]", source) if "扣" not in clause) and all(not name or better_when_higher(name) or brought_about(name) for name in _ITS_GOAL.findall(source))


def _worth(bound: Bound, effect: Ratio) -> str:
    worth = shown(effect.amount.of(bound.full))
    return worth if effect.part == 1 else f"{worth}×{shown(effect.part.scaleb(2))}%"


def _product(factor: str, share: Decimal, full: Decimal, points: Decimal, worth: str) -> str:
    """得分＝90%×10＝9分; where the points end at their limit, the product is not said to be them."""
    free = half_up(EXACT.multiply(full, share), 2)
    limit = "" if free == points else f"，超出满分，按{shown(points)}分计" if free > points else f"，不足0分，按{shown(points)}分计"
    return f"得分＝{factor}×{worth}＝{shown(free)}分{limit}"


_COSTS = Pattern(r"成本|费用|造价|工期|时长|用时|耗时|时限")


_MONEY, _DURATION = Pattern(r"成本|费用|造价|单价|价格|投资|经费"), Pattern(r"工期|时长|用时|耗时|时限|周期|时间")


def as_it_costs(source: str, target: Value, actual: Value) -> None:
    """NotScorable where 目标成本/实际成本 meets days, 目标工期/实际工期 money, or either of them less than nothing."""
    money, time = _MONEY.search(source) is not None, _DURATION.search(source) is not None
    if actual.kind == "number" and actual.low < 0 or money != time and target.kind == "number" and (target.unit.base in TIMES if money else target.unit.base == "元"):
        raise NotScorable(f"评分标准按{'成本' if money else '时间' if time else '两者之比'}计分，指标值{quoted(target.text)}、完成值{quoted(actual.text)}不能据此计分，请核对指标值和完成值。")


def _at_its_limit(bound: Bound, goal: Value) -> None:
    """NotScorable where ≤80元 earns all the points and the target, which what lies beyond is divided into, is another number."""
    limits = [a.guard.high for a in bound.spans if isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == bound.full and a.guard.low is None]  # type: ignore[union-attr]
    unit = bound.rule.unit
    plain = goal.but(unit=unit_named(goal.unit.text.partition("/")[0])) if "/" in goal.unit.base and "/" not in unit.base else goal
    if len(limits) == 1 and plain.unit.base == unit.base and rescaled(plain, unit, "指标值") != limits[0]:
        raise NotScorable(f"评分标准的满分线{shown(limits[0], unit)}与指标值{quoted(goal.text)}不同，无法确定按哪一个计算比例，请由填报人填写得分。")  # type: ignore[arg-type]


def _completed(bound: Bound, effect: Ratio, goal: Value | None, target: Value | None, actual: Value) -> Outcome | None:
    worth = effect.amount.of(bound.full)
    full = EXACT.multiply(worth, effect.part)
    if effect.of == "inverse" and goal is not None:
        as_it_costs(bound.rule.source, goal, actual)
        _at_its_limit(bound, goal)
    threshold = [a.guard.low for a in bound.spans if isinstance(a.effect, Award) and a.effect.amount.of(bound.full) == worth and a.guard.low is not None and a.guard.high in (None, a.guard.low)]  # type: ignore[union-attr]
    if threshold:
        unit = bound.rule.unit
        x = readings(bound.rule, target, actual)[0]
        if goal is not None and goal.unit.base == unit.base and rescaled(goal, unit, "指标值") != threshold[0]:
            raise NotScorable(f"评分标准的满分线{shown(threshold[0], unit)}与指标值{quoted(goal.text)}不同，无法确定按哪一个计算比例，请由填报人填写得分。")
        if worth != bound.full and goal is not None and goal.relation in ("≤", "<"):
            raise NotScorable(f"指标值{quoted(goal.text)}是上限，评分标准却按完成得越多越好计分，请核对指标值或标准。")
        share, said = EXACT.divide(x, threshold[0]), unit if unit == PERCENT else PLAIN
        points = half_up(full * min(ONE, max(Decimal(0), share)), 2)
        if unit == PERCENT and threshold[0] != HUNDRED and OF_WHOLE.search(bound.rule.subject) and not _OF_THE_GOAL.search(bound.rule.source) and points != (itself := half_up(full * x / HUNDRED, 2)):
            raise NotScorable(f"按比例计分可理解为{quoted(bound.rule.subject)}与满分线{shown(threshold[0], unit)}之比（得{shown(points)}分）或按它本身（得{shown(itself)}分），评分标准没有写明，请由填报人填写得分。")
        return points, lambda: f"完成值{named(actual, x, unit)}，{_product(f'（{shown(short(x), said)}÷{shown(threshold[0], said)}）', share, full, points, _worth(bound, effect))}", 0
    if target is None:
        if actual.unit.text != "%" or effect.name:
            return None  # 得分=完成值/指标值×分值: without the one there is no quotient
        share = min(ONE, max(Decimal(0), actual.low.scaleb(-2)))
        points = half_up(full * share, 2)
        return points, lambda: f"完成比例{actual.text}，{_product(shown(actual.low, PERCENT), actual.low.scaleb(-2), full, points, _worth(bound, effect))}", 0
    if actual.unit.text == "%" and target.kind == "number" and not target.bare and target.unit.base != "":
        share = min(ONE, max(Decimal(0), actual.low.scaleb(-2)))
        points = half_up(full * share, 2)
        return points, lambda: f"完成比例{actual.text}（指标值{target.text}），{_product(shown(actual.low, PERCENT), actual.low.scaleb(-2), full, points, _worth(bound, effect))}", 0
    if target.kind not in ("number", "range"):
        raise NotScorable(f"评分标准按完成比例计分，但指标值{quoted(target.text)}不是数值，请由填报人填写得分。")
    below = any(isinstance(a.guard, Relative) and a.guard.sign == "<" and a.effect is effect for a in bound.relative)
    if effect.of == "completion" and (rest := [a.effect.amount.of(bound.full) for a in bound.relative if isinstance(a.guard, Met) and a.guard.yes and isinstance(a.effect, Award)]) and max(rest) < full:
        raise NotScorable(f"评分标准规定完成的得{shown(max(rest))}分，满分却是{shown(full)}分，“按比例”以哪一个为准没有写明，请由填报人填写得分。")
    if effect.name != WRITTEN and effect.of == "completion" and target.kind == "number" and not target.relation and not _by_more(bound.rule.source, target):
        raise NotScorable(f"指标值{quoted(target.text)}没有写明“≥”或“≤”，评分标准所说的可能是越少越好，不能按完成比例计分，请在指标值前写明“≥”或“≤”。")
    if effect.name == WRITTEN and effect.of == "completion" and target.kind == "number" and not target.relation and (target.unit.base in TIMES or _COSTS.search(target.text) or _COSTS.search(actual.text)):
        raise NotScorable(f"指标值{quoted(target.text)}是成本或时间，可能越少越好，评分标准的公式却按完成得越多越好计分，请在指标值前写明“≥”或“≤”。")
    if (effect.name == WRITTEN or below) and effect.of == "completion" and target.kind == "number" and not target.relation and not actual.relation and target.low > 0:
        target = target.but(relation="≥")
    if effect.of == "completion" and target.kind == "number" and not target.relation and not actual.relation and target.low > 0 and _ENDS_AT_FULL.search(bound.rule.source):
        target = target.but(relation="≥")
    if effect.name == WRITTEN and effect.of == "completion" and target.relation in ("≤", "<"):
        raise NotScorable(f"指标值{quoted(target.text)}是上限，评分标准的公式却按完成得越多越好计分，请核对指标值或标准。")
    share, what = attainment(target, actual)
    if effect.name == WRITTEN and effect.of == "completion" and target.unit.base == actual.unit.base == "" and actual.unit.text and of_other_amounts(bound.rule.source):
        itself, of_goal = (half_up(full * min(ONE, max(Decimal(0), x)), 2) for x in (rescaled(actual, PERCENT, "完成值") / HUNDRED, share))
        if itself != of_goal:
            raise NotScorable(f"完成值{quoted(actual.text)}可理解为公式中的比值本身（得{shown(itself)}分）或它与指标值{quoted(target.text)}之比（得{shown(of_goal)}分），请由填报人填写得分。")
    if effect.name == EITHER and target.kind == "number" and not target.relation and rescaled(actual, common_unit(target, actual), "完成值", target.low) != target.low:
        raise NotScorable(f"评分标准对正向、反向指标用不同的公式，指标值{quoted(target.text)}没有写明“≥”或“≤”，无法确定用哪一个，请在指标值前写明“≥”或“≤”。")
    if effect.taking and share != 1 and target.relation in ("≤", "<"):
        raise NotScorable(f"指标值{quoted(target.text)}是上限，评分标准的“按比例扣分”可理解为按超出的比例或按两者之比，没有写明，请由填报人填写得分。")
    points = half_up(EXACT.multiply(full, share), 2)
    reduced = "" if effect.part == 1 else f"×{_worth(bound, effect)}"
    return points, lambda: f"{what}，按完成比例{shown(short(share * HUNDRED), PERCENT)}{reduced}计分，得{shown(points)}分", 0
