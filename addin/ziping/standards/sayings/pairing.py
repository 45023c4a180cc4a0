"""Actuals that tell the conditions of a standard one after the other, as many statements as conditions and in their order: which of them hold.

A statement that stands where its condition stands may leave out what the condition is about (项目后续管护制度健全 → 管护制度健全), for no other condition can
be meant; never a demand (按时, 经批准), nothing that is to be done, and no number.
"""

from __future__ import annotations

from collections.abc import Sequence

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.sayings.another import MANNER, drops_manner
from ziping.standards.sayings.deciding import CALLED_FOR, LEVEL, OBJECT, PARTS, left_out, turned
from ziping.standards.sayings.statements import JOINED, polarity
from ziping.standards.words.doings import DEMAND, DOINGS, does
from ziping.standards.words.vocabulary import Pattern

__all__ = ["paired"]

_STATEMENTS = Pattern(r"[,;。]")
_LATER = Pattern(r"后续|部门|各类|独立核算")  # words that are no demand, though they hold a character of one
_NUMBER = Pattern(r"\d(?!\d{0,3}年)")
_LEAST = 4


def paired(conditions: Sequence[str], text: str) -> list[bool] | None:
    """For each condition whether it holds; None unless each part of each condition has its statement."""
    parts = [(i, part) for i, condition in enumerate(conditions) for part in PARTS.split(condition) if part]
    said = [clause for clause in _STATEMENTS.split(text) if clause]
    if len(parts) < 2 or len(said) != len(parts) or len({polarity(clause)[0] for clause in said}) < len(said):
        return None  # 完成采购，未完成采购: of which of two
    if any(LEVEL.search(part) and not LEVEL.search(clause) for clause, (_, part) in zip(said, parts, strict=True)) and sum(LEVEL.search(part) is not None for _, part in parts) > 1:
        return None  # 资金下达，资金到位, where 上级资金 and 县级配套资金 are told apart
    held = [_holds(clause, part) for clause, (_, part) in zip(said, parts, strict=True)]
    if None in held:
        return None
    return [all(yes for yes, (i, _) in zip(held, parts, strict=True) if i == at) for at in range(len(conditions))]


def _holds(clause: str, part: str) -> bool | None:
    content, yes = polarity(clause)
    asked, affirmed = polarity(part)
    if yes is None or affirmed is None or len(content) < _LEAST or FAULTS.search(asked) or not set(content) <= set(asked):
        return None
    if yes and drops_manner(asked, content):
        return None
    if any(_only_about(left, said) for said in turned(content) for left in left_out(said, asked)):
        return yes == affirmed
    return None


def _only_about(left: list[str], said: str) -> bool:
    """Whether the words left out tell what the condition is about, and nothing of what it asks for."""
    *before, behind = left
    plain = [_LATER.sub("", chunk) for chunk in before]
    if any(DEMAND.search(chunk) or MANNER.search(chunk) or _NUMBER.search(chunk) or "或" in chunk or JOINED.search(chunk) for chunk in (*plain, behind)):
        return False
    if any(does(chunk) and not chunk.endswith("的") for chunk in plain):
        return False
    return not behind or (not CALLED_FOR.search(behind) and said[-2:] in DOINGS and OBJECT.fullmatch(behind) is not None)
