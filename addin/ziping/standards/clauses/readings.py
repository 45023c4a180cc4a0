"""A percentage in a standard and a figure in a cell: which number of the two is held against the rule.

An actual may be the rate that the standard scores, or a quantity of which the rate is to be worked out with its target. Where both readings are
possible both are given, and where neither is the figure is refused.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from ziping.amounts import EXACT, PERCENT, Unit, half_up
from ziping.standards.cells.conversion import convertible, doubtful, rescaled
from ziping.standards.cells.defaults import mixed
from ziping.standards.cells.values import Value, shown
from ziping.standards.clauses.divisors import another_divisor
from ziping.standards.clauses.edges import ABSOLUTE, GROWTH, OF_TARGET, OFF_GOAL, SHORTFALL
from ziping.standards.clauses.guards import PERIODS
from ziping.standards.clauses.rule import FULL, Arm, Award, Met, Ratio, Relative, Rule, Scaled, Span
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["CHANGE", "HUNDRED", "OFF_TARGET", "OF_ITS_GOAL", "OF_WHOLE", "SPENDING", "completes", "completion", "named", "no_more_than_all", "readings", "short"]

HUNDRED = Decimal(100)


def short(x: Decimal) -> Decimal:
    return half_up(x, 4) if -x.as_tuple().exponent > 4 else x  # type: ignore[operator]


def named(actual: Value, x: Decimal, unit: Unit) -> str:
    text = shown(short(x), unit)
    return text if actual.text == text else f"{actual.text}（即{text}）" if text not in actual.text else actual.text


# How far a subject goes beyond its target, falls short of it, or lies from it; `OF_WHOLE` and its like are the completion itself.
_BEYOND = Pattern(r"超支|超预算|超概算|超计划|超出|超过|超标|超额|[较比].*(?<!提)[高多]出?$")
_SHORT = Pattern(r"未完成|未达|节约|[较比].*[低少]于?$")
_SAVING, _OF_PLAN = Pattern(r"节约率$"), Pattern(r"=\(([^()=,;。]{2,12})-[^()=,;。]{2,12}\)/\1")  # (计划成本-实际成本)/计划成本: what may be spent at most is the plan
CHANGE = Pattern(r"(?:变动|增长|变化|增减|上升|提高|下降|降低|减少|节约|调整)(?:率|幅度|比例)?$|[增降]幅$|增速$")
_RATE = Pattern(r"[率比度分例]$")
OFF_TARGET = Pattern(r"偏差|偏离|误差|差异")
_NEARLY_ALL = Decimal(80)
_SHORT_OF = Pattern(r"每(?:相差|差|缺|少)")
_DONE = words("完成 实现 达成 完成了")
_COMPLETED = Pattern(r"完成|执行|到位|支付|支出|拨付|办结|达成|实现|控制|进度|落实|使用率|发放|开工|完工|竣工|建成|下达|目标|指标值|计划|任务|及时")
_AGAINST_ANOTHER = Pattern(r"增长|增幅|降|变动|调整|增减|结余|结转|占比|同比|上年|合格|满意")


def _out_of_completion(subject: str, share: Decimal) -> Decimal:
    """The subject's own figure out of the completion in per cent: 106% is 超支6%; NotScorable where it is a share of something else."""
    if _BEYOND.search(subject):
        return share - HUNDRED
    if _SHORT.search(subject):
        return HUNDRED - share
    if OFF_TARGET.search(subject) or ABSOLUTE in subject:
        return abs(share - HUNDRED)
    if subject and (not _COMPLETED.search(subject) or _AGAINST_ANOTHER.search(subject)):
        raise NotScorable(f"评分标准考核{quoted(subject)}，不能由完成值与指标值算出，请在完成值中直接填写{subject}。")
    return share


def _worked_out(subject: str, whole: Decimal) -> list[Decimal]:
    """The subject's own figure out of the completion; 8万元 of 100万元 may be the deviation itself, or what was saved."""
    share = _out_of_completion(subject, whole)
    return [share, whole] if abs(whole) < HUNDRED / 2 and (_SAVING.search(subject) or OFF_TARGET.search(subject) or ABSOLUTE in subject) else [share]


OF_ITS_GOAL = Pattern(r"(?:已|实际)?(?:完成|达到)了?([^\W\d]{2,10})的(\d+(?:\.\d+)?)%")  # 完成目标的80%
_FEW = 10  # a tenth of the target may be how far it went beyond


def _beside_the_whole(rule: Rule, whole: Decimal) -> list[Decimal]:
    """40万元 of 1000万元 where 超概算5%以内 is a case: what was spent, or the overrun?"""
    bounds = [v for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None]
    return [HUNDRED + whole] if rule.subject == OF_TARGET and bounds and min(bounds) >= HUNDRED and max(bounds) > HUNDRED and 0 < whole * _FEW < HUNDRED else []


def _begins_at_nothing(arm: Arm) -> bool:
    """超支5%以内扣1分: less than the full points from no bound upwards."""
    return isinstance(arm.guard, Span) and arm.guard.low is None and arm.guard.high is not None and arm.guard.high > 0 and arm.effect != Award(FULL)


def _rates(rule: Rule, goal: Value | None, actual: Value) -> list[Decimal]:
    subject = rule.subject
    if actual.unit.base == "" and (actual.unit.text or not (goal is not None and goal.bare and goal.low > 2)):
        if goal is not None and not goal.bare and goal.unit.base != "" and not actual.unit.text:
            return _worked_out(subject, completion(goal, actual))
        x = rescaled(actual, PERCENT, "完成值")
        if ABSOLUTE in subject or OFF_GOAL in subject:
            far = [v for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None]
            if abs(x) >= HUNDRED / 2 and far and max(far) <= HUNDRED / 2 or (goal is not None and goal.unit == PERCENT and goal.low >= HUNDRED / 2):
                raise NotScorable(f"评分标准考核与目标值相差多少，完成值{quoted(actual.text)}可能是完成的比率，也可能是相差的比率，请写明如“偏差2%”。")
        bounds = [v for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None]
        if x > HUNDRED and not (bounds and max(bounds) > HUNDRED):
            no_more_than_all(subject, actual)
        if goal is not None and subject and (far := _also_off_by(subject, bounds, goal, x, actual)) is not None:
            return [x, far]
        if actual.bare and bounds and doubtful(actual.low, max(map(abs, bounds))):
            return [x, actual.low]
        if x < HUNDRED / 2 and not subject and bounds and min(bounds) >= _NEARLY_ALL and _SHORT_OF.search(rule.source):
            raise NotScorable(f"评分标准按差多少扣分，完成值{quoted(actual.text)}可能是完成的比率，也可能是相差的比率，请写明如“差{shown(x, PERCENT)}”或“完成{shown(x, PERCENT)}”。")
        if subject == OF_TARGET and abs(x) < HUNDRED / 2 and bounds and min(bounds) >= HUNDRED:
            return [x, HUNDRED + x]  # 超预算10%以内: a small percentage may be how far it went beyond
        if x >= HUNDRED / 2 and (subject == GROWTH or CHANGE.search(subject)) and (goal is None or goal.unit.base == ""):
            return [x, x - HUNDRED]  # 104% of last year, beside a rate of growth
        if x >= HUNDRED / 2 and any(p.search(subject) for p in (_BEYOND, _SHORT, OFF_TARGET)):
            return [x, _out_of_completion(subject, x)]
        lines = [a.effect for a in rule.arms if isinstance(a.effect, Scaled)]  # 得分=(完成率-60%)/(100%-60%)*分值
        if goal is not None and goal.unit.base == "" and (completes(subject) or subject in _DONE or _of_target(rule) or any(completes(s.name) for s in lines)) and goal.low > 0:
            of_goal = rescaled(goal, PERCENT, "指标值")
            bounds += [s.high for s in lines]
            if of_goal != 100 and (of_goal not in bounds or subject == OF_TARGET):  # a target that the standard prints itself is measured as the standard measures
                share = EXACT.divide(x * HUNDRED, of_goal)
                if subject == OF_TARGET and OF_ITS_GOAL.fullmatch(actual.text):
                    return [x]
                plain = _BARE.fullmatch(actual.text) and goal.relation not in ("≤", "<") and _OF_NOTHING_ELSE.match(rule.source)  # 完成率3% is none of a completion, of 不良率：完成目标… less is better
                return [share] if subject == OF_TARGET and bounds and plain and _beside_its_goal(x, of_goal, bounds) else [x, share]
        return [x]
    if goal is not None and subject == GROWTH and goal.low > 0 and _held_to_last_year(rule, goal):
        return [completion(goal, actual) - HUNDRED]
    if goal is None:
        raise NotScorable(f"评分标准按百分比计分，完成值{quoted(actual.text)}不是百分比，请填写完成率或补充指标值。")
    _rising(rule, goal)
    if goal.bare and actual.bare and goal.low >= HUNDRED and any(goal.low in (a.guard.low, a.guard.high) for a in rule.arms if isinstance(a.guard, Span)):
        return [actual.low]  # 性别比控制在110以内 beside 110: the figure itself
    if other := another_divisor(subject, rule.source, goal):
        raise NotScorable(f"评分标准考核{subject}，{quoted(other)}不是指标值{quoted(goal.text)}，不能由完成值{quoted(actual.text)}算出，请在完成值中直接填写{subject}。")
    whole = completion(goal, actual)
    shares = [*_worked_out(subject, whole), *_beside_the_whole(rule, whole)]
    return [actual.low, *shares] if goal.bare and actual.bare else shares


_DISTANCE, _DISTANCE_SAID = Pattern(r"偏差|偏离|误差|差异|差额|缺口"), Pattern(r"[偏误]差|偏离|差异?|缺口|[高低多少]于?")
_NAMED_SO = Pattern(r"(?:率|度|幅度|比例)(?:为|达到?)?$")


def _also_off_by(subject: str, bounds: list[Decimal], goal: Value, x: Decimal, actual: Value) -> Decimal | None:
    """2 of 18% beside 20%, where 偏差5%以内 is a case: the actual may be what it is off by, or the rate that is; None where a target without a sign is the limit of the 偏差率 itself."""
    if goal.relation in ("≤", "<") or not _DISTANCE.search(subject) or _DISTANCE_SAID.search(actual.text) or goal.unit.base != "":
        return None
    aim = rescaled(goal, PERCENT, "指标值")
    own = not goal.relation and x >= 0 and (aim in bounds or not aim or _NAMED_SO.search(subject) is not None)
    return None if own else abs(x - aim)


_PART_OF_ALL = Pattern(
    r"(?:满意|知晓|认可|支持|合格|优良|优秀|达标|覆盖|及时|准时|准确|完好|出勤|到岗|公开|公示|成活|通过|毕业|合规|规范|响应|(?:按[时期]|及时|如期|准时)[^\W\d]{0,8})(?:率|度)(?:为|达到?)?$"
    r"|^[^/占]*?(?:合格|优良|优秀|达标|满意|知晓|及格|成活|完好|通过)[^/占未不]{0,8}(?:比例|[/占])"
)  # of those there are; more than was planned may be completed, or spent


def no_more_than_all(name: str, actual: Value) -> None:
    """NotScorable for a 满意度 of 120%: more of them than there are."""
    if _PART_OF_ALL.search(name):
        raise NotScorable(f"{name}是其中一部分所占的比率，不会超过100%，完成值为{quoted(actual.text)}，请核对完成值。")


_SO_LOW = 20  # per cent: hardly a completion that anybody reports


def _beside_its_goal(x: Decimal, goal: Decimal, bounds: list[Decimal]) -> bool:
    """3.6% beside a target of 4%, where less than all that 完成目标的50% and more earn would be done: no completion so low comes so near the target by chance."""
    return max(x, goal) < min(_SO_LOW, *bounds) and goal * 7 <= x * 10 <= goal * 13


_BARE, _OF_NOTHING_ELSE = Pattern(r"\d+(?:\.\d+)?%"), Pattern(r"(?:全面|全部)?(?:完成|达到|实现)")


_TO_LAST_YEAR = Pattern(r"(?:不超过|不高于|不突破|≤|不低于|不少于|≥)(?:上年|去年)(?:度|同期)?(?:决算|支出|实际|预算|水平)?(?:数|额)?")


def _held_to_last_year(rule: Rule, goal: Value) -> bool:
    """不超过上年决算数 beside a target of ≤4.5万元: the target is last year's figure."""
    whole = [a.guard for a in rule.arms if isinstance(a.guard, Span) and isinstance(a.effect, Award) and a.effect.amount.value]
    if len(whole) != 1 or not _TO_LAST_YEAR.search(rule.source):
        return False
    return goal.relation == ("≤" if whole[0].low is None else "≥" if whole[0].high is None else "") and (whole[0].low or whole[0].high or 0) == 0


def readings(rule: Rule, target: Value | None, actual: Value) -> list[Decimal]:
    """The actual in the rule's unit; two readings where a rate may be meant of itself or of its target."""
    unit = rule.unit
    if rule.subject == SHORTFALL:
        return [_shortfall(rule, target, actual)]
    if unit == PERCENT and rule.subject == GROWTH and (actual.unit == PERCENT or (actual.bare and 0 < actual.low < 1)) and not _MOVE_SAID.search(actual.text) and _A_RATE_ITSELF.search(rule.source):
        last = _LAST_YEARS.search(target.text) if target is not None else None
        if last is None:
            raise NotScorable(f"评分标准与上年相比，完成值{quoted(actual.text)}可能是本年的比率，也可能是比上年的增减，请写明如“比上年降低1个百分点”。")
        return [rescaled(actual, PERCENT, "完成值") - Decimal(last[1])]
    if unit == PERCENT and actual.unit.text == "%" and actual.text[:1].isdecimal() and _MOVED.search(rule.subject) and _BY_POINTS.search(rule.source):
        raise NotScorable(f"评分标准考核{quoted(rule.subject)}多少个百分点，完成值{quoted(actual.text)}可能是比率本身，请写明如“提高1个百分点”。")
    if unit == PERCENT:
        rates = _rates(rule, target if target is not None and target.kind == "number" else None, actual)
        if rates[0] <= 0 and _BEYOND.search(rule.subject) and any(_begins_at_nothing(a) for a in rule.arms):
            raise NotScorable(f"完成值{quoted(actual.text)}没有{rule.subject}，评分标准没有写明这种情况如何计分，请由填报人填写得分。")
        return rates
    if not unit.text:
        spans = [a.guard for a in rule.arms if isinstance(a.guard, Span)]
        bounds = [v for s in spans for v in (s.low, s.high) if v is not None]
        if actual.unit.text and actual.unit.base == "" and all(abs(v) <= 2 for v in bounds):
            return [actual.low.scaleb(actual.unit.shift)]
        if actual.unit.text and (any(bounds) or (actual.unit.base != "" and _RATE.search(rule.subject))):
            if actual.unit.base != "" and not actual.unit.shift and not _RATE.search(rule.subject):
                return [actual.low]
            raise NotScorable(f"评分标准中的数没有写单位，完成值为{quoted(actual.text)}，请写明单位。")
        if _RATE.search(rule.subject) and actual.low > 2 and bounds and all(abs(v) <= 2 for v in bounds):
            raise NotScorable(f"评分标准中的{rule.subject}是小数，完成值{quoted(actual.text)}像百分数而没有写单位，请写明单位。")
        return [actual.low]
    if actual.unit.base == "天" and unit.base == "月" and not actual.unit.shift and not unit.shift:
        return [EXACT.divide(actual.low, Decimal(days)) for days in (28, 31)]
    if unit.text == "名次" and actual.low < 1:
        raise NotScorable(f"完成值{quoted(actual.text)}不是名次，请填写如“第3名”。")
    if actual.bare and actual.low and len(said := _units_said(rule.source, unit)) > 1:
        raise NotScorable(f"评分标准中既有{'又有'.join(said)}，完成值{quoted(actual.text)}没有写单位，请写明单位。")
    if rule.subject.startswith("逐"):
        _of_the_year(rule, target, actual)
    nearest = max((abs(v) for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None), default=None)
    return [rescaled(actual, unit, "完成值", nearest)]


def _shortfall(rule: Rule, target: Value | None, actual: Value) -> Decimal:
    """13 of 47% beside a target of 60%; NotScorable where either is no rate, or where less is better."""
    if target is None or target.kind != "number" or target.unit.text != "%":
        raise NotScorable("评分标准按低于指标值多少个百分点计分，指标值不是百分比，请补充指标值，或由填报人填写得分。")
    if target.relation in ("≤", "<"):
        raise NotScorable(f"指标值{quoted(target.text)}是上限，评分标准却按低于指标值多少计分，请核对指标值或标准。")
    if actual.unit.text != "%":
        raise NotScorable(f"评分标准按低于指标值多少个百分点计分，完成值{quoted(actual.text)}不是百分比，请填写比率，如“{shown(target.low, PERCENT)}”。")
    if "点" not in actual.text and actual.low * 2 < target.low and actual.low <= max(v for a in rule.arms if isinstance(a.guard, Span) for v in (a.guard.low, a.guard.high) if v is not None):
        raise NotScorable(f"评分标准按低于指标值多少个百分点计分，完成值{quoted(actual.text)}可能是比率，也可能是相差多少，请由填报人填写得分。")
    return max(Decimal(0), target.low - actual.low)


def _of_the_year(rule: Rule, target: Value | None, actual: Value) -> None:
    """3次 under 每季度不少于1次: of the year where the target is, or where it is enough for the year; else it may be of a quarter."""
    lows = [a.guard.low for a in rule.arms if isinstance(a.guard, Span) and a.guard.high is None and a.guard.low is not None]
    goal = max(lows, default=actual.low)
    stated = target is not None and target.kind == "number" and target.low in lows and actual.low * 2 * PERIODS[rule.subject[1]] > goal * 3  # 2次 beside 24次 and 每月不少于2次 may be of a month
    if not stated and 0 < actual.low < goal:
        raise NotScorable(f"完成值{quoted(actual.text)}没有写明是全年的还是每期的次数，请写明全年次数，并在指标值中填写全年应达到的次数。")


@lru_cache(maxsize=512)
def _units_said(source: str, unit: Unit) -> tuple[str, ...]:
    """The units of one dimension that a standard uses: ≤2小时得满分，每超10分钟扣…"""
    return tuple(dict.fromkeys(t.unit.base for t in tokens(source) if t.kind == "NUM" and t.unit is not None and t.unit.base and convertible(t.unit, unit) is not None))


_MOVED = Pattern(r"(?:提高|提升|上升|增长|增加|下降|降低|减少)$")
_BY_POINTS = Pattern(r"(?<![每少多低])(?:提高|提升|上升|增长|增加|下降|降低|减少)[\d.]+个?百分点")
_MOVE_SAID = Pattern(r"[增升涨降减跌]|提高|持平|[较比同]|[上去]年|^-|^\D*$")
_A_RATE_ITSELF = Pattern(r"(?:率|比例|比重|占比|满意度)(?:\([^()]*\)|必须|应当?|须|需|要|指标)*(?:[≤≥<>=]|不[低高]于|不[超少]过?|低于|高于|超过|大于|小于|等于)(?:或等于)?(?:上年|去年)")
_LAST_YEARS = Pattern(r"(?:上年|去年)[^\d()]{0,6}\((\d+(?:\.\d+)?)%\)")
OF_WHOLE = Pattern(r"(?:完成|执行|支出|支付|到位|拨付|办结)(?:情况)?(?:率|比例|进度|程度)$")  # rates that are themselves shares of what was planned
SPENDING = Pattern(r"执行|支出|支付|使用|控制|到位|拨付")


def _rising(rule: Rule, goal: Value) -> None:
    """完成率≥90%得满分 cannot be the rule for a target that is an upper limit: 110% of it is no achievement, 80% of it no shortfall."""
    more = any(isinstance(a.guard, Span) and a.guard.high is None and a.guard.low is not None and isinstance(a.effect, Award) and a.effect.amount.value for a in rule.arms)
    less = any(isinstance(a.guard, Span) and a.guard.low is None and a.guard.high is not None and a.guard.high >= HUNDRED and isinstance(a.effect, Award) and a.effect.amount.value for a in rule.arms)
    if goal.relation in ("≥", ">") and _SAVING.search(rule.subject):
        raise NotScorable(f"指标值{quoted(goal.text)}是下限，评分标准却按节约得越多越好计分，请核对指标值，或直接填写{rule.subject}。")
    if goal.relation in ("≤", "<") and not SPENDING.search(rule.subject) and not (_SAVING.search(rule.subject) and _OF_PLAN.search(rule.source)) and (more or completes(rule.subject)) and not less:
        raise NotScorable(f"指标值{quoted(goal.text)}是上限，评分标准却按完成得越多越好计分，请核对指标值，或直接填写完成率。")


def _of_target(rule: Rule) -> bool:
    """Whether the rule's percentages may be of the target: it scores the completion, and no threshold of its own earns points."""
    if any(isinstance(a.guard, Span) and isinstance(a.effect, Award) and a.effect.amount.value for a in rule.arms):
        return False
    return any(isinstance(a.guard, Relative | Met) or (isinstance(a.effect, Ratio) and a.effect.of == "completion") for a in rule.arms)


def completes(subject: str) -> bool:
    return "完成" in subject and (subject.endswith(("率", "比例", "程度", "比")) or "/" in subject or any(word in subject for word in ("目标", "指标值", "计划")))


def completion(goal: Value, actual: Value) -> Decimal:
    """actual ÷ target in per cent."""
    unit = goal.unit if not goal.bare else actual.unit
    number = rescaled(actual, unit, "完成值", goal.low)
    if actual.bare and mixed(number, goal.low):
        raise NotScorable(f"完成值{quoted(actual.text)}像比率，指标值{quoted(goal.text)}是数量，请都写明单位。")
    if goal.low <= 0:
        raise NotScorable(f"指标值{quoted(goal.text)}不是正数，不能计算完成率，请由填报人填写得分。")
    return EXACT.divide(number * HUNDRED, goal.low)
