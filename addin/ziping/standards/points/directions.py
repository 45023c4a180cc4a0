"""Which way a target looks that says so with no sign, as its standard tells; and targets that look the other way than their standards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import TIMES, rescaled
from ziping.standards.cells.values import Value
from ziping.standards.clauses.readings import completes
from ziping.standards.clauses.rule import Award, Met, Ratio, Scaled
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

if TYPE_CHECKING:
    from ziping.standards.points.binding import Bound

__all__ = ["facing", "more_is_better", "surpassed"]

_SAVED = Pattern(r"成本|减免|贷款|费用|债|支出")
_EARNED = Pattern(r"投资|收入|产值|引资|招商|到位|签约|销售|税|贷款|融资")
_A_TASK = Pattern(r"(?:完成|未完成)[^,;。\d]{0,8}任务")
_SURPASSED = Pattern(r"(?:完成|达到)(?:或|及|或者)(?:超额完成|超过|高于|大于|多于)|(?:超过|高于|大于|多于)或达到")


def more_is_better(bound: Bound, target: Value, actual: Value) -> bool:
    """Whether less than a target without a sign is a shortfall: where a formula leads up to it (未达到的按管理率/85%*10计分), where it may be surpassed (完成或超额完成), where money is brought in and some of it is missing."""
    if target.kind != "number" or target.relation:
        return False
    if target.unit == PERCENT and any(a.guard == Met(False) and isinstance(a.effect, Scaled) and a.effect.high == target.low for a in bound.relative):
        return True
    source = bound.rule.source
    if target.unit.base in TIMES:
        return False  # less time is no shortfall
    awards = [a.effect for a in bound.relative if isinstance(a.guard, Met) and isinstance(a.effect, Award)]
    if len(awards) == len(bound.relative) == 2 and not actual.relation and _A_TASK.search(source) and _EARNED.search(source) and not _SAVED.search(source):
        return True  # 以到位资金计分，完成目标任务得60分，未完成的不得分
    ratios = [a.effect for a in (*bound.relative, *bound.otherwise) if isinstance(a.effect, Ratio)]
    if actual.relation or not any(a.guard == Met(True) for a in bound.relative) or not any(r.of == "completion" or r.of == "value" and completes(r.name) for r in ratios):
        return False
    if _SURPASSED.search(source) or (_A_TASK.search(source) and _EARNED.search(source) and not _SAVED.search(source + target.text) and any(r.of == "completion" or completes(r.name) for r in ratios)):
        return True
    return bool(_EARNED.search(source)) and not _SAVED.search(source) and rescaled(actual, target.unit if not target.bare else actual.unit, "完成值", target.low) < target.low


def surpassed(source: str, target: Value) -> None:
    """NotScorable for 完成或超额完成, or 拨付到位 of which so much is paid, beside an upper limit; nor is it known whether 减排完成任务 with ≤100吨 is of what was saved."""
    if target.relation in ("≤", "<") and (_SURPASSED.search(source) or _ALLOTTED.search(source) or (_A_TASK.search(source) and not _SAVED.search(source))):
        facing(-1, target)


_ALLOTTED = Pattern(r"(?:拨付|支付|兑付|发放|下达)(?:足额)?到位[^;。]*比例|足额(?:拨付|支付|兑付|发放|下达)[^;。]*比例")


def facing(worse: int, target: Value) -> None:
    """每低于目标值 … (worse: below it) cannot be the rule for a target that is an upper limit, 不超过目标值 none for a lower one."""
    if target.relation in ("≤", "<") and worse == -1 or target.relation in ("≥", ">") and worse == 1:
        raise NotScorable(f"指标值{quoted(target.text)}与评分标准的方向相反，请核对指标值或标准。")
