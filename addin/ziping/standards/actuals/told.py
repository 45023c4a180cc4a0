"""An actual in words beside the rule and the target that it is held against: what every reader of words is given."""

from __future__ import annotations

from ziping.standards.cells.defaults import completion
from ziping.standards.cells.values import Value
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.phrases import met
from ziping.standards.clauses.rule import Arm, Award, Judged, Met
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.refusal import NotScorable, quoted

__all__ = ["Found", "Told", "faults_only"]

Found = Arm | Outcome | None  # the arm that the words say, or its outcome; None where a reader cannot tell


class Told:
    """text: the words without the stop behind them; done: `yes`, `partly`, `no` where they say so of the target, else ""."""

    __slots__ = ("actual", "bound", "done", "full", "target", "text")

    def __init__(self, bound: Bound, target: Value | None, actual: Value) -> None:
        self.bound, self.target, self.actual, self.full = bound, target, actual, bound.full
        self.text = actual.text.rstrip("。;,!.")
        self.done = completion(actual)
        if not self.done and bound.relative and isinstance(reached := met(self.text), Met):
            self.done = "yes" if reached.yes else "no"

    def worth(self, arm: Arm) -> bool:
        """Whether the arm awards all the points."""
        return isinstance(arm.effect, Award) and arm.effect.amount.of(self.full) == self.full

    def unmatched(self, why: str = "") -> NotScorable:
        return NotScorable(f"完成值{quoted(self.text)}与评分标准“{self.bound.rule.words()}”中的各种情况对不上{f'（{why}）' if why else ''}，请按标准中的原词填写完成值。")


def faults_only(bound: Bound) -> bool:
    """Whether the standard lists nothing but faults (发生重大事故的不得分)."""
    return bool(bound.words) and all(isinstance(a.effect, Off | Judged) or (isinstance(a.effect, Award) and not a.effect.amount.value) for a in bound.rule.arms)
