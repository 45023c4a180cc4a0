"""Points off or on by steps: so many for every full step beyond a number or the target."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ziping.amounts import EXACT, PERCENT, half_up
from ziping.standards.cells.conversion import rescaled
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.readings import HUNDRED, completion, short
from ziping.standards.clauses.rule import IN_PARTS, Count, Steps
from ziping.standards.plain.passing import each_month
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["steps_from", "take", "taken"]

_SHORT_TIME = 4  # so small a part of the time there was is hardly the time it took
_FEW = 10  # a tenth of the target may be all that is missing


def taken(effect: Steps | Count, amount: Decimal, full: Decimal) -> tuple[int, Decimal, bool]:
    """How many whole steps an amount makes (an incomplete one counts where the effect says so), their points, and whether these end at the cap."""
    count = EXACT.divide(amount, effect.size)
    if effect.up != IN_PARTS:
        count = count.to_integral_value(ROUND_CEILING if effect.up else ROUND_FLOOR)
    change = count * effect.per.of(full)
    if effect.cap is not None and change > effect.cap.of(full):
        return int(count), effect.cap.of(full), True
    return int(count), change, False


def take(bound: Bound, effect: Steps, distance: Decimal, what: str, base: Decimal | None) -> Outcome:
    full = bound.full
    count, change, capped = taken(effect, distance, full)
    if effect.late and (most := each_month(bound.rule.source)) is not None and change > most:
        raise NotScorable(f"评分标准每期最多扣{shown(most)}分，完成值{quoted(what)}没有写明是否在同一期，不能确定扣多少分，请由填报人填写得分。")
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
        whole, many = ("按比例计", shown(short(EXACT.divide(distance, effect.size)))) if effect.up == IN_PARTS else (whole, str(count))
        off = shown(short(change) if effect.up == IN_PARTS else change)
        limit = f"，按上限{gone}{off}分" if capped else f"，应{gone}{off}分"
        free = half_up(start + change if effect.gain else start - change, 2)
        sum_ = f"得分＝{shown(start)}{'＋' if effect.gain else '－'}{off}＝{shown(points)}分"
        if free != points:  # never print a sum that is not one
            sum_ = f"{'超出满分' if free > points else '不足' + shown(least) + '分'}，按{shown(points)}分计"
        if not distance:
            return f"完成值{what}，没有{way}{origin}，得{shown(points)}分"
        return f"完成值{what}，{way}{origin}共{shown(short(distance))}{unit}，每{shown(effect.size)}{unit}{gone}{effect.per}，{whole}{many}步{limit}，{sum_}"

    return points, reason, count


_GROWTH_REACHED = Pattern(r"(?:增长率|增速|增幅)(?:达到|完成|不低于)[^\d,;。]")


def steps_from(bound: Bound, effect: Steps, target: Value, actual: Value) -> Outcome:
    """Steps beyond the target: in the target's unit, or in points of its completion for a quantity."""
    if effect.unit == PERCENT and target.bare and target.low > 2 and actual.unit == PERCENT:
        raise NotScorable(f"指标值{quoted(target.text)}没有写单位，无法确定是否为百分数，请写成{quoted(shown(target.low, PERCENT))}或写明单位。")
    if effect.unit == PERCENT and target.unit.base != "" and _GROWTH_REACHED.search(bound.rule.source):
        raise NotScorable(f"评分标准按增长率计分，指标值{quoted(target.text)}不是比率，请填写增长率的指标值和完成值。")
    if effect.unit == PERCENT and (target.unit.base != "" or target.bare and target.low > 2):
        distance = [abs(completion(target, actual) - HUNDRED)]
    elif effect.unit == PERCENT:
        goal, number = rescaled(target, PERCENT, "指标值"), rescaled(actual, PERCENT, "完成值")
        distance = [abs(number - goal)]
        if effect.percent and goal not in (0, HUNDRED):
            distance.append(EXACT.divide(abs(number - goal) * HUNDRED, abs(goal)))
    else:
        number, goal = rescaled(actual, effect.unit, "完成值"), rescaled(target, effect.unit, "指标值")
        distance = [abs(number - goal)] if not effect.late else [max(Decimal(0), number - goal)]
        if effect.late and 0 < number * _SHORT_TIME < goal:
            raise NotScorable(f"完成值{quoted(actual.text)}远小于指标值{quoted(target.text)}，可能是所用的时间，也可能是延迟的时间，请写明如“延迟{actual.text}”或“按时完成”。")
        if effect.side < 0 and not effect.gain and 0 < number * _FEW <= goal and taken(effect, number, bound.full)[1] < bound.full <= taken(effect, distance[0], bound.full)[1]:
            raise NotScorable(f"完成值{quoted(actual.text)}远小于指标值{quoted(target.text)}，可能是完成数，也可能是相差的数，请写明如“少{actual.text}”。")
    outcomes = [take(bound, effect, d, actual.text, None) for d in distance]
    if len({o[0] for o in outcomes}) > 1:
        raise NotScorable(
            f"每{shown(effect.size)}%可理解为百分点（得{shown(outcomes[0][0])}分）或指标值的百分之{shown(effect.size)}（得{shown(outcomes[1][0])}分），评分标准没有写明，请由填报人填写得分。"
        )
    return outcomes[0]
