"""A rate that is to be whole, beside steps in another measure: 及时率100%，每延迟1天扣…; 人员控制率≤100%，每超1人扣….

Being on time, and keeping within the number that was set, say the same without a rate.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.clauses import Clause
from ziping.standards.conversion import COUNTED
from ziping.standards.edges import Edge, RawSpan, percent
from ziping.standards.every import Per
from ziping.standards.rule import ZERO, Award, Met, Relative
from ziping.standards.vocabulary import Pattern

__all__ = ["whole_rates"]

_IN_TIME = Pattern(r"(?:及时|按时|按期|准时|如期)(?:完成|发放|拨付|支付|到位|报送|办结)?(?:率|性)$")
_WITHIN = Pattern(r"(?:控制|在编|编制)率$")
_HUNDRED = Decimal(100)


def whole_rates(clauses: list[Clause]) -> None:
    """The threshold of 100% as the target that is reached, or not exceeded, where all else are steps of lateness, or of so many too many."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    steps = [c.effect for c in clauses if isinstance(c.effect, Per)]
    if len(spans) != 1 or len(steps) != 1 or len(clauses) != 2 or not isinstance(spans[0].effect, Award) or spans[0].effect == Award(ZERO):
        return
    span, step = spans[0].guard, steps[0]
    if step.late and not step.counted and _IN_TIME.search(span.subject) and _whole(span.low) and (span.high is None or span.high == span.low):  # type: ignore[union-attr]
        spans[0].guard = Met(True)
    elif step.side == 1 and not (step.counted or step.gain or step.late) and step.unit.text in COUNTED and _WITHIN.search(span.subject) and _whole(span.high) and span.low is None:  # type: ignore[union-attr]
        spans[0].guard = Relative("≤")


def _whole(edge: Edge | None) -> bool:
    return edge is not None and edge.value == _HUNDRED and percent(edge.unit) == PERCENT
