"""A rule applied to a target and an actual: the points, and what was counted."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ziping.amounts import EXACT, PERCENT, Unit, half_up
from ziping.standards.binding import Bound, Outcome
from ziping.standards.clauses import Off
from ziping.standards.conditions import ABSOLUTE
from ziping.standards.defaults import attainment
from ziping.standards.lateness import deadline, delay
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Arm, Award, Count, Linear, Met, Ratio, Relative, Rule, Scaled, Span, Steps
from ziping.standards.values import Value, read_actual, rescaled, shown
from ziping.standards.vocabulary import Pattern
from ziping.standards.wording import by_words, occurrences

__all__ = ["run"]

_FALLING = Pattern(r"(?:下降|降低|减少|下浮|缩减|节约|压减)(?:率|幅度|比例)?$")
ONE, HUNDRED = Decimal(1), Decimal(100)


def run(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """Points and reason; None while the rule needs a target that is blank."""
    if bound.plain and actual.kind == "number":
        return _measured(bound, target, actual)
    late = bound.late
    if late is not None and (days := delay(_limit(bound, target), actual, late.unit.text)) is not None:
        return _take(bound, late, days, actual.text, None)
    worded = by_words(bound, target, actual)
    if worded is not None:
        return worded
    actual = _said(bound, target, actual)
    if bound.counts:
        return _counted(bound, target, actual)
    if actual.kind != "number":
        raise NotScorable(f"完成值{quoted(actual.text)}不是数值，评分标准“{bound.rule.words()}”不能据此计分，请填写数值或标准中的原词。")
    if late is not None and target is not None and target.kind == "number":
        return _against(bound, bound.otherwise[0], target, actual)
    if bound.relative:
        if target is None:
            return None
        if not bound.spans:
            return _relative(bound, target, actual)
    if not bound.spans and not bound.otherwise:
        raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”中的各种情况都不相符，请填写标准中的原词。")
    if not bound.spans:
        rest = bound.otherwise[0].effect
        if isinstance(rest, Ratio):
            return _ratio(bound, rest, target, actual)
        if not isinstance(rest, Scaled):
            raise NotScorable(f"完成值{quoted(actual.text)}与评分标准“{bound.rule.words()}”中的各种情况都不相符，请填写标准中的原词。")
    return _measured(bound, target, actual)


def _measured(bound: Bound, target: Value | None, actual: Value) -> Outcome | None:
    """A number against spans."""
    if actual.relation not in ("", "="):
        raise NotScorable(f"完成值{quoted(actual.text)}不是确定的数值，请填写具体完成值。")
    readings = _readings(bound.rule, target, actual)
    if ABSOLUTE in bound.rule.subject:
        readings = [abs(x) for x in readings]
    elif readings[0] < 0 and not any(a.guard.high is not None and a.guard.high <= 0 for a in bound.spans) and _FALLING.search(bound.rule.subject):
        raise NotScorable(f"评分标准考核{quoted(bound.rule.subject)}，完成值{quoted(actual.text)}为负数，无法确定是上升还是下降，请填写不带负号的数。")
    if len(readings) == 1:
        return _at(bound, readings[0], target, actual)
    outcomes = [_at(bound, x, target, actual) for x in readings]
    if any(o is None for o in outcomes):
        return None
    if len({o[0] for o in outcomes}) > 1:
        figures = "和".join(f"{shown(_short(x), bound.rule.unit)}得{shown(o[0])}分" for x, o in zip(readings, outcomes, strict=True))
        raise NotScorable(f"完成值{quoted(actual.text)}可按完成值本身或按与指标值之比理解（{figures}），评分标准没有写明，请由填报人填写得分。")
    return outcomes[0]


_MOVED = Pattern(r"(?:比上年|较上年|同比|比去年|较去年|实际)*(增长|增加|提高|提升|上升|下降|降低|减少|节约)(?:了|率|率为|为)?([\d.]+%?.*)")
_TARDY = Pattern(r"(?:延迟|推迟|逾期|延期|滞后|超期|延误|延后)")


def _limit(bound: Bound, target: Value | None) -> Value | None:
    named = deadline(bound.words)
    return named[1] if named is not None else target


def _said(bound: Bound, target: Value | None, actual: Value) -> Value:
    """增长8% or 延迟2个月 as the number that a standard of just that (较上年增长10%以上, 延迟1-3个月) asks for."""
    subject = bound.rule.subject
    if actual.kind == "number" or not subject:
        return actual
    if len(subject) >= 2 and actual.text.startswith(subject) and (rest := read_actual(actual.text.removeprefix(subject))) is not None and rest.kind == "number":
        return rest  # 符合3项
    match = _MOVED.fullmatch(actual.text)
    if match and match[1] in subject:
        return read_actual(match[2]) or actual
    if _TARDY.search(subject) and (late := delay(target, actual, bound.rule.unit.text)) is not None:
        return Value("number", actual.text, "", late, unit=bound.rule.unit)
    return actual


def _short(x: Decimal) -> Decimal:
    return half_up(x, 4) if -x.as_tuple().exponent > 4 else x  # type: ignore[operator]


# ---------------------------------------------------------------------------------------------------------------
# Numbers against spans


def _readings(rule: Rule, target: Value | None, actual: Value) -> list[Decimal]:
    """The actual in the rule's unit; two readings where a rate may be meant of itself or of its target."""
    unit = rule.unit
    if unit == PERCENT:
        goal = target if target is not None and target.kind == "number" else None
        if actual.unit.base == "" and (actual.unit.text or not (goal is not None and goal.bare and goal.low > 2)):
            if goal is not None and not goal.bare and goal.unit.base != "" and not actual.unit.text:
                return [_completion(goal, actual)]
            x = rescaled(actual, PERCENT, "完成值")
            if actual.bare and x > HUNDRED and all(v < 50 for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None):
                raise NotScorable(f"完成值{quoted(actual.text)}没有写单位，可能是{shown(actual.low)}%，也可能是{shown(x)}%，请写明百分号。")
            of_target = _completes(rule.subject) or _of_target(rule)
            if goal is not None and goal.unit.base == "" and of_target and goal.low > 0:
                of_goal = rescaled(goal, PERCENT, "指标值")
                if of_goal != 100:
                    return [x, EXACT.divide(x * HUNDRED, of_goal)]
            return [x]
        if goal is None:
            raise NotScorable(f"评分标准按百分比计分，完成值{quoted(actual.text)}不是百分比，请填写完成率或补充指标值。")
        _rising(rule, goal)
        share = _completion(goal, actual)
        if goal.bare and actual.bare:
            return [actual.low, share]
        return [share]
    if not unit.text:
        spans = [a.guard for a in rule.arms if isinstance(a.guard, Span)]
        bounds = [v for s in spans for v in (s.low, s.high) if v is not None]
        if actual.unit.text and actual.unit.base == "" and all(abs(v) <= 2 for v in bounds):
            return [actual.low.scaleb(actual.unit.shift)]
        if actual.unit.text and any(bounds):
            if actual.unit.base != "" and not actual.unit.shift and not rule.subject.endswith(("率", "比", "度", "分", "例")):
                return [actual.low]
            raise NotScorable(f"评分标准中的数没有写单位，完成值为{quoted(actual.text)}，请写明单位。")
        return [actual.low]
    nearest = max((abs(v) for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None), default=None)
    return [rescaled(actual, unit, "完成值", nearest)]


_OF_WHOLE = Pattern(r"(?:完成|执行|支出|支付|到位|拨付|办结)(?:情况)?(?:率|比例|进度|程度)$")  # rates that are themselves shares of what was planned
_SPENDING = Pattern(r"执行|支出|支付|使用|控制|到位|拨付")


def _rising(rule: Rule, goal: Value) -> None:
    """完成率≥90%得满分 cannot be the rule for a target that is an upper limit: 110% of it is no achievement, 80% of it no shortfall."""
    more = any(isinstance(a.guard, Span) and a.guard.high is None and a.guard.low is not None and isinstance(a.effect, Award) and a.effect.amount.value for a in rule.arms)
    if goal.relation in ("≤", "<") and not _SPENDING.search(rule.subject) and (more or _completes(rule.subject)):
        raise NotScorable(f"指标值{quoted(goal.text)}是上限，评分标准却按完成得越多越好计分，请核对指标值，或直接填写完成率。")


def _of_target(rule: Rule) -> bool:
    """Whether the rule's percentages may be of the target: it scores the completion, and no threshold of its own earns points."""
    if any(isinstance(a.guard, Span) and isinstance(a.effect, Award) and a.effect.amount.value for a in rule.arms):
        return False
    return any(isinstance(a.guard, Relative | Met) or (isinstance(a.effect, Ratio) and a.effect.of == "completion") for a in rule.arms)


def _completes(subject: str) -> bool:
    return "完成" in subject and (subject.endswith(("率", "比例", "程度", "比")) or "/" in subject or any(word in subject for word in ("目标", "指标值", "计划")))


def _completion(goal: Value, actual: Value) -> Decimal:
    """actual ÷ target in per cent."""
    unit = goal.unit if not goal.bare else actual.unit
    number = rescaled(actual, unit, "完成值", goal.low)
    if goal.low <= 0:
        raise NotScorable(f"指标值{quoted(goal.text)}不是正数，不能计算完成率，请由填报人填写得分。")
    return EXACT.divide(number * HUNDRED, goal.low)


def _at(bound: Bound, x: Decimal, target: Value | None, actual: Value) -> Outcome:
    hits = [a for a in bound.spans if a.guard.holds(x)]  # type: ignore[union-attr]
    unit = bound.rule.unit
    if not hits:
        if bound.relative:
            return _relative(bound, target, actual)  # type: ignore[arg-type]
        if bound.otherwise:
            return _effect(bound, bound.otherwise[0], x, target, actual)
        raise NotScorable(f"完成值{shown(_short(x), unit)}落在评分标准没有规定的空档{_gap(bound, x)}，请由填报人填写得分。")
    if len(hits) > 1 or hits[0].guard.unsettled(x):  # type: ignore[union-attr]
        amounts = {_effect(bound, a, x, target, actual)[0] for a in hits}
        if len(hits) == 1 or len(amounts) > 1:
            raise NotScorable(f"完成值{shown(x, unit)}正好是评分标准相邻两档的分界，标准没有写明归入哪一档，请由填报人填写得分。")
    return _effect(bound, hits[0], x, target, actual)


def _gap(bound: Bound, x: Decimal) -> str:
    """The hole in which x lies, as a person would write it."""
    lows = [a.guard.high for a in bound.spans if a.guard.high is not None and a.guard.high <= x]  # type: ignore[union-attr]
    highs = [a.guard.low for a in bound.spans if a.guard.low is not None and a.guard.low >= x]  # type: ignore[union-attr]
    unit = bound.rule.unit
    if lows and highs:
        return f"（{shown(max(lows), unit)}与{shown(min(highs), unit)}之间）"
    return f"（高于{shown(max(lows), unit)}）" if lows else f"（低于{shown(min(highs), unit)}）" if highs else ""


def _effect(bound: Bound, arm: Arm, x: Decimal, target: Value | None, actual: Value) -> Outcome:
    effect, full, unit = arm.effect, bound.full, bound.rule.unit
    if isinstance(effect, Ratio) and effect.of == "unsaid":
        raise NotScorable(f"评分标准中的“{arm.text(unit, bound.rule.subject)}”没有写明按什么比例（按完成比例还是按区间插值），请由填报人填写得分。")
    if isinstance(effect, Award):
        points = half_up(effect.amount.of(full), 2)
        return points, lambda: f"完成值{_named(actual, x, unit)}，适用“{arm.text(unit, bound.rule.subject)}”，得{shown(points)}分", 0
    if isinstance(effect, Steps):
        return _take(bound, effect, abs(x - effect.base), _named(actual, x, unit), effect.base)  # type: ignore[operator, arg-type]
    if isinstance(effect, Linear):
        return _interpolated(bound, arm, effect, x, actual)
    if isinstance(effect, Scaled):
        share = min(ONE, max(Decimal(0), EXACT.divide(x - effect.low, effect.high - effect.low)))
        points = half_up(full * share, 2)
        return points, lambda: f"{effect.name}{_named(actual, x, unit)}，{effect.text()}，得{shown(points)}分", 0
    if isinstance(effect, Ratio):
        return _ratio(bound, effect, target, actual)
    if isinstance(effect, Off):
        points = half_up(max(Decimal(0), full - effect.amount.of(full)), 2)
        return points, lambda: f"完成值{_named(actual, x, unit)}，适用“{arm.text(unit, bound.rule.subject)}”，得{shown(points)}分", 0
    raise NotScorable(f"评分标准“{arm.text(unit, '')}”不适用于数值，请由填报人填写得分。")


def _named(actual: Value, x: Decimal, unit: Unit) -> str:
    text = shown(_short(x), unit)
    return text if actual.text == text else f"{actual.text}（即{text}）" if text not in actual.text else actual.text


def _take(bound: Bound, effect: Steps, distance: Decimal, what: str, base: Decimal | None) -> Outcome:
    full = bound.full
    count = EXACT.divide(distance, effect.size).to_integral_value(ROUND_CEILING if effect.up else ROUND_FLOOR)
    change = count * effect.per.of(full)
    capped = effect.cap is not None and change > effect.cap.of(full)
    if capped:
        change = effect.cap.of(full)  # type: ignore[union-attr]
    start = effect.start.of(full)
    points = start + change if effect.gain else start - change
    least = effect.floor.of(full) if effect.floor is not None else Decimal(0)
    points = half_up(min(full, max(least, points)), 2)

    def reason() -> str:
        unit = "个百分点" if effect.unit == PERCENT else effect.unit.text
        way = "晚于" if effect.late else {1: "超过", -1: "低于", 0: "偏离"}[effect.side]
        origin = "期限" if effect.late and base is None else "指标值" if base is None else shown(base, effect.unit)
        gone = "加" if effect.gain else "扣"
        whole = "不足一步按一步计，计" if effect.up else "满"
        limit = f"，按上限{gone}{shown(change)}分" if capped else f"，应{gone}{shown(change)}分"
        free = half_up(start + change if effect.gain else start - change, 2)
        sum_ = f"得分＝{shown(start)}{'＋' if effect.gain else '－'}{shown(change)}＝{shown(points)}分"
        if free != points:  # never print a sum that is not one
            sum_ = f"{'超出满分' if free > points else '不足' + shown(least) + '分'}，按{shown(points)}分计"
        if not distance:
            return f"完成值{what}，没有{way}{origin}，得{shown(points)}分"
        return f"完成值{what}，{way}{origin}共{shown(_short(distance))}{unit}，每{shown(effect.size)}{unit}{gone}{effect.per}，{whole}{count}步{limit}，{sum_}"

    return points, reason, int(count)


def _interpolated(bound: Bound, arm: Arm, effect: Linear, x: Decimal, actual: Value) -> Outcome:
    low, high = arm.guard.low, arm.guard.high  # type: ignore[union-attr]
    a, b = effect.low.of(bound.full), effect.high.of(bound.full)
    points = half_up(a + EXACT.divide((b - a) * (x - low), high - low), 2)
    unit = bound.rule.unit
    return points, lambda: (
        f"完成值{_named(actual, x, unit)}在{shown(low, unit)}与{shown(high, unit)}之间，按比例由{shown(a)}分至{shown(b)}分，"
        f"得{shown(a)}+（{shown(x)}−{shown(low)}）÷（{shown(high)}−{shown(low)}）×{shown(b - a)}＝{shown(points)}分"
    ), 0


# ---------------------------------------------------------------------------------------------------------------
# Against the target, in proportion, by count


def _relative(bound: Bound, target: Value, actual: Value) -> Outcome:
    if target.kind != "number":
        raise NotScorable(f"评分标准以指标值为准，但指标值{quoted(target.text)}不是一个数，无法比较，请由填报人填写得分。")
    for arm in (*bound.relative, *bound.otherwise):
        if isinstance(arm.effect, Steps):
            _facing(arm.effect, target)
    for arm in bound.relative:
        if _stands(arm, target, actual):
            return _against(bound, arm, target, actual)
    if bound.otherwise:
        return _against(bound, bound.otherwise[0], target, actual)
    raise NotScorable(f"完成值{quoted(actual.text)}与指标值{quoted(target.text)}相比，评分标准“{bound.rule.words()}”没有规定如何计分，请由填报人填写得分。")


def _facing(effect: Steps, target: Value) -> None:
    """每低于目标值 … cannot be the rule for a target that is an upper limit."""
    if target.relation in ("≤", "<") and effect.side == -1 or target.relation in ("≥", ">") and effect.side == 1:
        raise NotScorable(f"指标值{quoted(target.text)}与评分标准的扣分方向相反，请核对指标值或标准。")


def _stands(arm: Arm, target: Value, actual: Value) -> bool:
    guard = arm.guard
    if isinstance(guard, Met):
        return (attainment(target, actual)[0] == 1) == guard.yes
    number = rescaled(actual, target.unit if not target.bare else actual.unit, "完成值", target.low)
    goal = target.low
    return {"≥": number >= goal, "≤": number <= goal, ">": number > goal, "<": number < goal, "=": number == goal}[guard.sign]  # type: ignore[union-attr]


def _against(bound: Bound, arm: Arm, target: Value, actual: Value) -> Outcome:
    effect, full = arm.effect, bound.full
    if isinstance(effect, Award):
        points = half_up(effect.amount.of(full), 2)
        return points, lambda: f"完成值{actual.text}，指标值{target.text}，适用“{arm.text(bound.rule.unit, '')}”，得{shown(points)}分", 0
    if isinstance(effect, Off):
        points = half_up(max(Decimal(0), full - effect.amount.of(full)), 2)
        return points, lambda: f"完成值{actual.text}，指标值{target.text}，适用“{arm.text(bound.rule.unit, '')}”，得{shown(points)}分", 0
    if isinstance(effect, Ratio):
        return _ratio(bound, effect, target, actual)
    if isinstance(effect, Steps):
        return _steps_from(bound, effect, target, actual)
    raise NotScorable(f"评分标准“{bound.rule.words()}”没有读懂，请由填报人填写得分。")


def _steps_from(bound: Bound, effect: Steps, target: Value, actual: Value) -> Outcome:
    """Steps beyond the target: in the target's unit, or in points of its completion for a quantity."""
    if effect.unit == PERCENT and (target.unit.base != "" or target.bare and target.low > 2):
        distance = [abs(_completion(target, actual) - HUNDRED)]
    elif effect.unit == PERCENT:
        goal, number = rescaled(target, PERCENT, "指标值"), rescaled(actual, PERCENT, "完成值")
        distance = [abs(number - goal)]
        if effect.percent and goal not in (0, HUNDRED):
            distance.append(EXACT.divide(abs(number - goal) * HUNDRED, abs(goal)))
    else:
        number, goal = rescaled(actual, effect.unit, "完成值"), rescaled(target, effect.unit, "指标值")
        distance = [abs(number - goal)] if not effect.late else [max(Decimal(0), number - goal)]
    outcomes = [_take(bound, effect, d, actual.text, None) for d in distance]
    if len({o[0] for o in outcomes}) > 1:
        raise NotScorable(
            f"每{shown(effect.size)}%可理解为百分点（得{shown(outcomes[0][0])}分）或指标值的百分之{shown(effect.size)}（得{shown(outcomes[1][0])}分），评分标准没有写明，请由填报人填写得分。"
        )
    return outcomes[0]


def _ratio(bound: Bound, effect: Ratio, target: Value | None, actual: Value) -> Outcome | None:  # type: ignore[return]
    full = bound.full
    goal = target if target is not None and target.kind == "number" else None
    if effect.of == "inverse" and target is not None and target.relation not in ("≤", "<"):
        raise NotScorable(f"评分标准按指标值与完成值之比计分，只适用于上限指标，指标值{quoted(target.text)}不是上限，请核对指标值或标准。")
    if effect.of in ("completion", "inverse"):
        return _completed(bound, effect, goal, target, actual)
    if actual.unit.base == "" and (actual.unit.text or goal is None or not goal.bare or goal.low <= 2):
        rate = rescaled(actual, PERCENT, "完成值")
    elif goal is not None:
        if goal.relation in ("≤", "<") and effect.of == "value" and not _SPENDING.search(effect.name):
            raise NotScorable(f"指标值{quoted(goal.text)}是上限，评分标准却按完成得越多越好计分，请核对指标值，或直接填写{effect.name}。")
        rate = _completion(goal, actual)
    else:
        raise NotScorable(f"评分标准按{effect.name}计分，完成值{quoted(actual.text)}不是百分比，请填写{effect.name}。")
    rates = [rate]
    if effect.of == "value" and goal is not None and _completes(effect.name) and goal.unit.base == "" and actual.unit.base == "" and goal.low > 0:
        of_goal = rescaled(goal, PERCENT, "指标值")
        if of_goal != HUNDRED:
            rates.append(EXACT.divide(rate * HUNDRED, of_goal))
    points = []
    for r in rates:
        share = EXACT.divide(r, HUNDRED)
        share = ONE - share if effect.of == "rest" else share
        points.append(half_up(full * min(ONE, max(Decimal(0), share)), 2))
    if len(set(points)) > 1:
        raise NotScorable(f"{effect.name}可理解为完成值{quoted(actual.text)}本身（得{shown(points[0])}分）或它与指标值{quoted(target.text)}之比（得{shown(points[1])}分），请由填报人填写得分。")  # type: ignore[union-attr]
    said = shown(_short(rate), PERCENT)
    return points[0], lambda: f"{effect.name}{said}，{_product(f'（1−{said}）' if effect.of == 'rest' else said, ONE - rate / HUNDRED if effect.of == 'rest' else rate / HUNDRED, full, points[0])}", 0


def _product(factor: str, share: Decimal, full: Decimal, points: Decimal) -> str:
    """得分＝90%×10＝9分; where the points end at their limit, the product is not said to be them."""
    free = half_up(EXACT.multiply(full, share), 2)
    limit = "" if free == points else f"，超出满分，按{shown(points)}分计" if free > points else f"，不足0分，按{shown(points)}分计"
    return f"得分＝{factor}×{shown(full)}＝{shown(free)}分{limit}"


def _completed(bound: Bound, effect: Ratio, goal: Value | None, target: Value | None, actual: Value) -> Outcome | None:
    full = bound.full
    threshold = [a.guard.low for a in bound.spans if isinstance(a.effect, Award) and a.effect.amount.of(full) == full and a.guard.high is None and a.guard.low is not None]  # type: ignore[union-attr]
    if threshold:
        unit = bound.rule.unit
        x = _readings(bound.rule, target, actual)[0]
        if goal is not None and goal.unit.base == unit.base and rescaled(goal, unit, "指标值") != threshold[0] and threshold[0] != (HUNDRED if goal.unit.base != "" else None):
            raise NotScorable(f"评分标准的满分线{shown(threshold[0], unit)}与指标值{quoted(goal.text)}不同，无法确定按哪一个计算比例，请由填报人填写得分。")
        share = EXACT.divide(x, threshold[0])
        points = half_up(full * min(ONE, max(Decimal(0), share)), 2)
        if unit == PERCENT and threshold[0] != HUNDRED and _OF_WHOLE.search(bound.rule.subject) and points != (itself := half_up(full * x / HUNDRED, 2)):
            raise NotScorable(f"按比例计分可理解为{quoted(bound.rule.subject)}与满分线{shown(threshold[0], unit)}之比（得{shown(points)}分）或按它本身（得{shown(itself)}分），评分标准没有写明，请由填报人填写得分。")
        return points, lambda: f"完成值{_named(actual, x, unit)}，{_product(f'（{shown(_short(x), unit)}÷{shown(threshold[0], unit)}）', share, full, points)}", 0
    if target is None:
        if actual.unit.text != "%":
            return None
        share = min(ONE, max(Decimal(0), actual.low.scaleb(-2)))
        points = half_up(full * share, 2)
        return points, lambda: f"完成比例{actual.text}，{_product(shown(actual.low, PERCENT), actual.low.scaleb(-2), full, points)}", 0
    if actual.unit.text == "%" and target.kind == "number" and not target.bare and target.unit.base != "":
        share = min(ONE, max(Decimal(0), actual.low.scaleb(-2)))
        points = half_up(full * share, 2)
        return points, lambda: f"完成比例{actual.text}（指标值{target.text}），{_product(shown(actual.low, PERCENT), actual.low.scaleb(-2), full, points)}", 0
    if target.kind not in ("number", "range"):
        raise NotScorable(f"评分标准按完成比例计分，但指标值{quoted(target.text)}不是数值，请由填报人填写得分。")
    share, what = attainment(target, actual)
    if effect.taking and share != 1 and target.relation in ("≤", "<"):
        raise NotScorable(f"指标值{quoted(target.text)}是上限，评分标准的“按比例扣分”可理解为按超出的比例或按两者之比，没有写明，请由填报人填写得分。")
    points = half_up(EXACT.multiply(full, share), 2)
    return points, lambda: f"{what}，按完成比例{shown(_short(share * HUNDRED), PERCENT)}计分，得{shown(points)}分", 0


def _counted(bound: Bound, target: Value | None, actual: Value) -> Outcome:
    arm = bound.counts[0]
    effect = arm.effect
    assert isinstance(effect, Count)
    full = bound.full
    if bound.rule.unit == PERCENT and actual.unit == PERCENT:
        held = next((a for a in bound.spans if a.guard.holds(actual.low) and not a.guard.unsettled(actual.low)), None)  # type: ignore[union-attr]
        if held is not None:
            return _effect(bound, held, actual.low, target, actual)
    number = occurrences(effect, target, actual)
    for other in bound.spans if bound.rule.unit.base else ():
        if other.guard.holds(number):  # type: ignore[union-attr]
            return _effect(bound, other, number, target, actual)
    count = EXACT.divide(number, effect.size).to_integral_value(ROUND_CEILING if effect.up else ROUND_FLOOR)
    change = count * effect.per.of(full)
    capped = effect.cap is not None and change > effect.cap.of(full)
    if capped:
        change = effect.cap.of(full)  # type: ignore[union-attr]
    least = effect.floor.of(full) if effect.floor is not None else Decimal(0)
    points = half_up(min(full, change) if effect.gain else max(least, full - change), 2)
    verb = "得" if effect.gain else "扣"
    rounded = f"，不足{shown(effect.size)}{effect.measure}按{shown(effect.size)}{effect.measure}计" if effect.up else ""
    return points, lambda: (
        f"完成值{actual.text}，计{shown(number)}{effect.measure}，每{shown(effect.size)}{effect.measure}{verb}{effect.per}{rounded}，"
        f"{'按上限' if capped else '共'}{verb}{shown(change)}分，得{shown(points)}分"
    ), int(count)
