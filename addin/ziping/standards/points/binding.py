"""A rule for an indicator's points: the standard's own figures must agree with them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ziping.amounts import PERCENT, half_up
from ziping.standards.cells.conversion import TIMES
from ziping.standards.cells.values import shown
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import LATENESS, UNTIMELY
from ziping.standards.clauses.rule import (
    ZERO,
    Absent,
    Arm,
    Award,
    Band,
    Choice,
    Count,
    Else,
    Judged,
    Met,
    Part,
    Ratio,
    Relative,
    Rule,
    Scaled,
    Span,
    Steps,
    Word,
)
from ziping.standards.points.demands import named_beside
from ziping.standards.points.overruns import excess
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.several import mixed
from ziping.standards.words.desirable import earns_by_cost, worse_when_higher
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Bound", "Outcome", "bind"]

Outcome = tuple[Decimal, Callable[[], str], int]  # points, the reason, steps counted


class Bound:
    """A rule for a given number of points, its arms sorted by what they need."""

    __slots__ = ("absent", "additive", "beside", "counts", "excess", "faults", "full", "late", "otherwise", "plain", "relative", "rule", "spans", "tardy", "words")

    def __init__(self, rule: Rule, full: Decimal) -> None:
        self.rule, self.full = rule, full
        arms = rule.arms
        self.spans = [a for a in arms if isinstance(a.guard, Span)]
        self.relative = [a for a in arms if isinstance(a.guard, Relative | Met)]
        self.words = [a for a in arms if isinstance(a.guard, Word)]
        self.absent = [a for a in arms if isinstance(a.guard, Absent)]
        self.counts = [a for a in arms if isinstance(a.effect, Count)]
        self.excess = excess(rule)
        self.beside = named_beside(rule) if self.counts else frozenset()
        self.otherwise = [a for a in arms if isinstance(a.guard, Else) and not isinstance(a.effect, Count)]
        self.additive = _additive(self.words, full) and not _degrees(self.relative, self.words)
        late = self.otherwise[0].effect if self.otherwise else None
        self.late = late if isinstance(late, Steps) and late.late else None
        in_bands = bool(self.spans) and rule.unit.base in TIMES and LATENESS.search(rule.subject) is not None
        self.tardy = in_bands or bool(self.relative) and not self.spans and any(UNTIMELY.search(a.guard.phrase) and isinstance(a.effect, Award) and a.effect.amount.value for a in self.words)  # type: ignore[union-attr]
        self.faults = not (self.spans or self.otherwise) and all(isinstance(a.effect, Off | Judged) for a in self.relative) and _takes_off(self.words, self.counts, full)
        self.plain = bool(self.spans) and not (self.relative or self.words or self.absent or self.counts or self.late)

    def costs_all(self, arm: Arm) -> bool:
        """Whether nothing is left of the points where the arm holds."""
        return isinstance(arm.effect, Award) and not arm.effect.amount.value or isinstance(arm.effect, Off) and arm.effect.amount.of(self.full) == self.full


def bind(rule: Rule, full: Decimal) -> Bound:
    """The rule for so many points; NotScorable when the standard's own figures contradict them."""
    rule = mixed(rule, full)
    bound = Bound(rule, full)
    if rule.stated is not None and rule.stated != full:
        raise NotScorable(f"评分标准写明满分{shown(rule.stated)}分，与该指标的分值{shown(full)}分不符，请核对分值或标准。")
    if len(bound.words) > 2 and not bound.additive and 1 < len(named := [a for a in bound.words if _NUMBER.search(a.guard.phrase)]) < sum(isinstance(a.effect, Award) and bool(a.effect.amount.value) for a in bound.words):  # type: ignore[union-attr]
        raise NotScorable(f"评分标准同时考核“{named[0].guard.phrase}”和“{named[1].guard.phrase}”，各项得分之和又不是该指标的分值{shown(full)}分，一个完成值不能同时代表两者，请分开填写。")  # type: ignore[union-attr]
    fixed = [a.effect.amount for a in rule.arms if isinstance(a.effect, Award)]
    some = any(isinstance(a.guard, Word) and isinstance(a.effect, Award) and 0 < a.effect.amount.of(full) < full for a in rule.arms)
    earning = any(isinstance(a.guard, Span) and not (isinstance(a.effect, Award) and not a.effect.amount.value) for a in rule.arms)
    whole = any(isinstance(a.guard, Word) and isinstance(a.effect, Award) and a.effect.amount.of(full) == full for a in rule.arms)
    if some and ((earning and not whole) or any(isinstance(a.effect, Ratio | Scaled | Count) for a in rule.arms)):
        raise NotScorable(f"评分标准“{rule.words()}”既按情形又按数值计分，无法确定适用哪一种，请由填报人填写得分。")
    if bound.counts and rule.unit == PERCENT and any(isinstance(a.effect, Off) and a.effect.amount.of(full) < full for a in bound.spans):
        raise NotScorable(f"评分标准“{rule.words()}”既按比率又按次数扣分，一个完成值不能同时说明两者，请由填报人填写得分。")
    over = [m for m in fixed if m.of(full) > full]
    if over:
        raise NotScorable(f"评分标准写明得{over[0]}，超过该指标的分值{shown(full)}分，请核对分值或标准。")
    best = max((m.of(full) for m in fixed), default=None)
    rises = any(isinstance(a.effect, Band | Choice | Ratio | Scaled | Part) or (isinstance(a.effect, Steps | Count) and a.effect.gain) for a in rule.arms)
    left_out = any(isinstance(a.guard, Met) and a.guard.yes for a in rule.arms) and not any(isinstance(a.effect, Steps | Count) and a.effect.gain for a in rule.arms) and _MORE_ADDED.search(rule.source)
    if best and best != full and not bound.additive and (not rises or left_out):  # 达到目标值得6分，每超过1%加0.2分 of eight: what is added was taken for points beyond the full ones
        raise NotScorable(f"评分标准最高得{shown(half_up(best, 2))}分，与该指标的分值{shown(full)}分不符，请核对分值或标准。")
    for arm in rule.arms:
        if isinstance(arm.effect, Ratio | Scaled) and arm.effect.amount.of(full) != full and not _leads_up(arm, rule, full):
            raise NotScorable(f"评分标准“{arm.effect.text()}”与该指标的分值{shown(full)}分不符，请核对分值或标准。")
    if any(isinstance(a.effect, Choice) and a.effect.high.value > full for a in rule.arms):
        raise NotScorable(f"评分标准“{rule.words()}”的得分超过该指标的分值{shown(full)}分，请核对分值或标准。")
    _one_direction(rule)
    _base_left_out(rule)
    parts = [a.effect.amount.of(full) for a in rule.arms if isinstance(a.effect, Part)]
    if parts and sum(parts) != full:
        raise NotScorable(f"评分标准各项合计{shown(half_up(sum(parts), 2))}分，与该指标的分值{shown(full)}分不符，请核对分值或标准。")
    return bound


def _one_direction(rule: Rule) -> None:
    """NotScorable where a fault would earn (得分=逾期率×分值), or where more both earns and costs: of 超出10%的扣1分 behind 完成数/计划数 the excess is meant, not the whole of the rate."""
    rising = [a.effect for a in rule.arms if isinstance(a.effect, Ratio) and a.effect.of in ("value", "completion") and not a.effect.taking]
    if (ill := next((r.name for r in rising if worse_when_higher(r.name) or r.of == "value" and r.name and "/" not in r.name and "占" not in r.name and earns_by_cost(r.name)), None)) is not None:
        raise NotScorable(f"评分标准按{ill}得分，{ill}越高得分越多，与常理相反，请核对评分标准，由填报人填写得分。")
    if rising and rule.unit == PERCENT and any(isinstance(a.guard, Span) and a.guard.high is None and a.guard.low is not None and a.guard.low < _WHOLE and (isinstance(a.effect, Off) or a.effect == Award(ZERO)) for a in rule.arms):
        raise NotScorable(f"评分标准“{rule.words()}”既按完成得越多得分越多计分，又对超出或相差的部分扣分，超出多少没有写明与什么相比，请由填报人填写得分。")


def _base_left_out(rule: Rule) -> None:
    """NotScorable for 每低1个百分点扣1分，以90%为基准 behind ≥95%: from which of the two the steps are counted."""
    said = _A_BASE.search(rule.source) if "为基" in rule.source else None
    edges = [edge for a in rule.arms if isinstance(a.guard, Span) for edge in (a.guard.low, a.guard.high)]
    if said is not None and edges and Decimal(said[1]) not in edges:
        raise NotScorable(f"评分标准写明{quoted(said[0])}，与其他各句的数不同，无法确定从哪一个数起算，请由填报人填写得分。")


_A_BASE = Pattern(r"以(\d+(?:\.\d+)?)%为基(?:准|数)")
_NUMBER = Pattern(r"[≥≤<>=]-?\d")
_WHOLE = Decimal(100)
_MORE_ADDED = Pattern(r"每[^,;。\n]{1,16}加\d")


def _leads_up(arm: Arm, rule: Rule, full: Decimal) -> bool:
    """Whether a share of fewer points ends where so many are earned, from which steps or a higher band lead up to all of them."""
    share, span = arm.effect, arm.guard
    if not (isinstance(share, Ratio) and isinstance(span, Span) and share.of == "completion" and share.part == 1 and not share.taking and span.low is None):
        return False
    there = any(isinstance(a.guard, Span) and a.guard.low == span.high and a.effect == Award(share.amount) for a in rule.arms)
    steps = any(isinstance(a.effect, Steps) and a.effect.gain and a.effect.base == span.high and a.effect.start == share.amount and (a.effect.cap is None or share.amount.of(full) + a.effect.cap.of(full) == full) for a in rule.arms)
    above = any(isinstance(a.guard, Span) and a.guard.low is not None and a.guard.high is None and a.guard.low > span.high and isinstance(a.effect, Award) and a.effect.amount.of(full) == full for a in rule.arms)  # type: ignore[operator]
    return there and (steps or above)


def _takes_off(words: list[Arm], counts: list[Arm], full: Decimal) -> bool:
    """Whether the arms are faults, two at least, or one beside what was asked for."""
    whole = [a for a in words if isinstance(a.effect, Award) and a.effect.amount.value]
    faults = [a for a in words if a not in whole]
    if len(whole) > 1 or any(a.effect.amount.of(full) != full for a in whole) or any(a.effect.gain for a in counts):  # type: ignore[union-attr]
        return False
    if counts and any(isinstance(a.effect, Judged) for a in faults):
        return False
    some = [a for a in faults if isinstance(a.effect, Off) and a.effect.amount.of(full) < full]
    return all(isinstance(a.effect, Off | Award | Judged) for a in faults) and len(faults) + len(counts) + len(whole) > 1 and bool(some or counts)


_DEGREE = Pattern(r"(?:部分|基本|大部分|未|没有|未能)(?:达成|达到|完成|实现)[^\W\d]{0,20}")


def _degrees(relative: list[Arm], words: list[Arm]) -> bool:
    """达成指标得满分，部分达成得70%，未达成得30%: how far the one target was reached, not conditions that add up."""
    whole = [a for a in relative if a.guard == Met(True) and isinstance(a.effect, Award) and a.effect.amount.share and a.effect.amount.value == 1]
    return len(whole) == 1 and len(words) > 1 and all(isinstance(a.effect, Award) and a.effect.amount.share and _DEGREE.fullmatch(a.guard.phrase) for a in words)  # type: ignore[union-attr]


_EXACT_ENOUGH = 9  # decimals


def _additive(words: list[Arm], full: Decimal) -> bool:
    """Conditions whose points add up to the full points, none of them earning all of it."""
    if any(isinstance(a.effect, Part) for a in words):
        return True
    amounts = [a.effect.amount.of(full) for a in words if isinstance(a.effect, Award)]
    return len(amounts) > 1 and max(amounts) < full and half_up(sum(amounts), _EXACT_ENOUGH) == full  # thirds of five are five
