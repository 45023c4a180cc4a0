"""A rule told whole by one statement and amiss by another: 资金使用合规 and 挪用2笔, where 资金使用合规 earns all the points and each 挪用 costs some.

Each statement is run by itself, whatever its words, units and figures: well as a whole and less than that cannot both be so, and which of them is is not for us to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ziping.standards.cells.values import Value, read_actual
from ziping.standards.clauses.rule import Award
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.running import run
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.vocabulary import Pattern

__all__ = ["agrees_with_itself", "not_gainsaid"]


def not_gainsaid(rule: Bound, said: Sequence[str], alone: Callable[[str], Outcome | None], gained: Decimal | None = None) -> None:
    """NotScorable where one of the statements earns all the points of the rule and another does not.

    alone: what a statement gives by itself, None where it gives nothing by itself; gained: what they give together, where that is less than all for one that gives nothing by itself.
    """
    asked = [a.guard.phrase for a in rule.words if isinstance(a.effect, Award) and a.effect.amount.of(rule.full) == rule.full]  # type: ignore[union-attr]
    if len(said) < 2 or not asked:
        return
    beside = gained if gained is not None else rule.full
    told = {piece: outcome[0] if (outcome := alone(piece)) is not None else beside for piece in said}
    whole = next((piece for piece, points in told.items() if points >= rule.full and alone(piece) is not None and (piece in asked or polarity(piece)[1] is not False) and not _REST.match(piece)), "")
    amiss = next((piece for piece, points in told.items() if points < rule.full and not _of_something_else(piece, whole)), "")
    if whole and amiss:
        raise NotScorable(f"完成值中的{quoted(whole)}与{quoted(amiss)}矛盾，请核对完成值。")


def agrees_with_itself(rule: Bound, target: Value | None, actual: Value, gained: Decimal) -> None:
    """NotScorable where one statement of the actual tells the rule whole and another amiss; gained: what they give together."""

    def alone(piece: str) -> Outcome | None:
        try:
            return run(rule, target, value) if (value := read_actual(piece)) is not None else None
        except NotScorable:
            return None

    if actual.kind == "text":
        not_gainsaid(rule, [piece for piece in _PIECES.split(actual.text) if piece], alone, gained)


def _of_something_else(amiss: str, whole: str) -> bool:
    """未按时巡查2次 beside 制度健全: what was left undone is no fault of a thing of which it does not speak."""
    return _UNDONE.search(amiss) is not None and not _UNDONE.search(whole) and not any(whole[at : at + 2] in amiss for at in range(len(whole) - 1))


_REST = Pattern(r"其[余他它]|剩余")  # 季报未报送，其余均已报送: of all but that one
_PIECES = Pattern(r"[,;。\n()]")
_UNDONE = Pattern(r"未|没有")
