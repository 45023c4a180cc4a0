"""A number for what a standard only names (完成补充耕地任务得1分 beside 300亩 and 300亩; 将补贴发放到农户得4分，未完成的按比例计分): the target that is reached or missed.

Only where that is all the standard asks for and it says what less earns; a demand beside it (按时, 并通过验收) no number tells.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.values import Value
from ziping.standards.clauses.readings import OF_ITS_GOAL
from ziping.standards.clauses.rule import ZERO, Award, Else, Met, Ratio, Steps
from ziping.standards.points.binding import Bound, bind
from ziping.standards.words.goals import GOALS
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["of_its_goal", "of_the_task"]

_WHOLE = Decimal(100)
_BESIDE = r"按[时期]|及时|如期|准时|提前|期限|时限|时间|[年月日底季]前|以?内|合格|质量|验收|审[批核]|满意|规范|严格|部分|基本(?!农田)|以上|控制|[降减压节限缩]|耗|排放|成本|费用|支出|死亡|事故|负债|[并且或和与及、未不没无非超]"  # of which less may be the better, too
_TASK = Pattern(rf"(?!.*(?:{_BESIDE}))(?:(?:全部|全面)?完成(?:了)?[^\W\d]{{2,16}}?(?:任务|目标|指标|计划|面积|数量|人数|户数|里程)(?:数|量)?|全部完成[^\W\d]{{2,14}})")
_PLAIN = Pattern(rf"(?!.*(?:{_BESIDE}))(?:按照?[^\W\d]{{2,10}}(?:批复|文件|计划|任务|方案|标准)(?:要求)?)?[^\W\d]{{4,30}}")
_PAID = Pattern(r"(?:发放|拨付|兑付|兑现|支付|打卡)(?:到|至|给)?(?:农户|农民|户|位|账|企业|个人|群众|学校|村)")


def of_the_task(bound: Bound, target: Value | None, actual: Value) -> tuple[Bound, Value] | None:
    """The rule with the target in the place of what it names, and the target as one to be reached; None where a number may be of something else."""
    if target is None or target.kind != "number" or actual.kind != "number" or target.relation in ("≤", "<") or target.unit.base in TIMES or len(bound.words) != 1:
        return None
    named = bound.words[0]
    rest = [a for a in bound.rule.arms if a is not named]
    if not rest or not isinstance(named.effect, Award) or named.effect.amount.of(bound.full) != bound.full or not all(a.guard in (Met(False), Else()) for a in rest):
        return None
    phrase = named.guard.phrase.removesuffix("的").replace(",", "")  # type: ignore[union-attr]
    shared = all(isinstance(a.effect, Ratio) and a.effect.of == "completion" for a in rest)
    if not (_PLAIN if shared else _TASK).fullmatch(phrase) or not (shared or all(a.effect == Award(ZERO) for a in rest)):
        return None
    if target.unit == PERCENT and target.low != _WHOLE or target.unit.base != actual.unit.base or target.bare != actual.bare:
        return None
    paid = shared and target.unit.base == "元" and not target.relation and _PAID.search(phrase)
    arms = tuple(a.but(guard=Met(True)) if a is named else a for a in bound.rule.arms)
    return bind(bound.rule.but(arms=arms), bound.full), target.but(relation="≥") if paid else target


_NAMED_SHARE = Pattern(r"(?P<name>[^\W\d未不没无]{0,12}?)(?:目标|任务|计划)(?:任务)?(?:已|实际|共)?完成了?(?:率|比例)?(?:为|达到?)?(?P<share>\d+(?:\.\d+)?)%")


def of_its_goal(bound: Bound, target: Value | None, actual: Value) -> tuple[Value, Value] | None:
    """完成任务的90%, 参保任务完成90%, where reaching the target is scored: of a hundred, whatever the target is; None where a target is a rate itself, of which nine tenths are another rate."""
    said = OF_ITS_GOAL.fullmatch(actual.text)
    share = said[2] if said is not None and said[1] in GOALS else None
    if share is None and (named := _NAMED_SHARE.fullmatch(actual.text)) is not None and in_order(named["name"], bound.rule.source):
        share = named["share"]
    if share is None or bound.spans or not any(a.guard == Met(True) for a in bound.relative) or target is not None and (target.relation in ("≤", "<") or target.unit == PERCENT and target.low != _WHOLE):
        return None
    if not all(isinstance(a.effect, Award | Steps) or isinstance(a.effect, Ratio) and a.effect.of == "completion" for a in bound.rule.arms) or bound.counts or bound.words:
        return None
    return Value("number", "100%", "≥", _WHOLE, unit=PERCENT), Value("number", actual.text, "", Decimal(share), unit=PERCENT)
