"""Groups of 收支与资产: a line with those that are part of it, and how they are tied. What is part of what, and whether 合计 or 其中, is on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ziping.amounts import Relation
from ziping.checks.cells import LEDGER_COLUMNS
from ziping.checks.once import once
from ziping.checks.ties import Tie
from ziping.evaluation import Ledger, LedgerLine


@dataclass(eq=False)
class Group:
    parent: LedgerLine
    parts: list[LedgerLine]

    @once
    def at_most(self) -> bool:
        return any(line.relation == Relation.AT_MOST.value for line in self.parts)

    @once
    def net(self) -> bool:
        """Whether something is taken off, like 累计折旧."""
        return any(line.sign < 0 for line in self.parts)

    @property
    def kind(self) -> str:
        return "net" if self.net else "at_most" if self.at_most else "equal"

    @once
    def ties(self) -> dict[str, Tie]:
        """The line against its parts in each column."""
        return {column: self._tie(column) for column in LEDGER_COLUMNS}

    def _tie(self, column: str) -> Tie:
        there = [line for line in self.parts if getattr(line, column) is not None]
        plus, minus = [line for line in there if line.sign > 0], [line for line in there if line.sign < 0]
        return Tie(
            getattr(self.parent, column), tuple([getattr(line, column) for line in plus]),
            f"{self.parent.section} {self.parent.name} {LEDGER_COLUMNS[column]}", minus=tuple([getattr(line, column) for line in minus]),
            relation=Relation.AT_MOST if self.at_most else Relation.EQUAL, names=tuple([line.name for line in plus + minus]))


def groups(ledger: Ledger) -> Iterator[Group]:
    """Each line that others are part of, with those."""
    below: dict[tuple[str, str], list[LedgerLine]] = {}
    for line in ledger.lines:
        below.setdefault((line.section, line.parent), []).append(line)
    for parent in ledger.lines:
        parts = [line for line in below.get((parent.section, parent.name), ()) if line is not parent]
        if parts:
            yield Group(parent, parts)
