"""A claim that fails though what it ought to state is printed beside it: it was bound to the figures of that other statement.

`收支结余178万元,上年收支结余115万元`, where 178万元 is what the income and spending leave: last year's was measured by this year's. And what a base
and the change told of it lead to may be printed, of another subject than the one the change was taken to be of. Not so where the two are one slip
of the pen apart: then the text tells one thing twice, once wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from ziping.amounts import read_figure
from ziping.prose.judging.claims import Claim, ClaimKind
from ziping.prose.judging.slips import significant, slip_of
from ziping.prose.text.figures import Kind, Mention

__all__ = ["Places"]

FEW, MANY = 2, 3  # significant digits from which one figure, and one of the several that two make, is met by chance seldom enough
_HEADED = re.compile(r"\n(?=[^\n]{0,3}[一二三四五六七八九十]+[、.)）])")
_MOVED = (ClaimKind.CHANGE, ClaimKind.BALANCE)


class Places:
    """Where in a text each amount is printed."""

    def __init__(self, told: Sequence[Mention], text: str) -> None:
        self.text, self.told = text, told

    @cached_property
    def _places(self) -> dict[tuple[str, Decimal], list[int]]:
        places: dict[tuple[str, Decimal], list[int]] = defaultdict(list)
        for one in self.told:
            places[one.figure.unit.base, one.figure.quantity.value].append(one.start)
        return places

    @cached_property
    def _headings(self) -> list[int]:
        """Where the parts of the text begin that are headed, or numbered, in Chinese."""
        return [0, *(found.end() for found in _HEADED.finditer(self.text)), len(self.text)]

    def tells_what_is_due(self, claim: Claim) -> bool:
        """Whether the figure that was recomputed stands elsewhere in the paragraph of the one that was stated."""
        stated, due = claim.figures[-1], read_figure(claim.recomputed)
        if due is None or significant(due) < FEW or slip_of(stated.figure, due.quantity.value):
            return False
        line = self.text.rfind("\n", 0, stated.start) + 1, self.text.find("\n", stated.end) % (len(self.text) + 1)
        return self._printed(due.unit.base, due.quantity.value, line, claim)

    def tells_another_subject(self, claim: Claim) -> bool:
        """Whether one of the two amounts leads by the stated change to a third under the same heading, of which the other is no misprint."""
        *sides, stated = claim.figures
        if claim.kind not in _MOVED or len(sides) != 2 or stated.kind is Kind.RATE or any(side.kind is not stated.kind for side in sides):
            return False
        at = bisect_left(self._headings, stated.end)
        by = stated.figure.quantity.value
        for one, other in (sides, sides[::-1]):
            for value in (one.figure.quantity.value + by, one.figure.quantity.value - by):
                told = one.figure.but(value=value.scaleb(-one.figure.unit.shift))
                if significant(told) >= MANY and not slip_of(other.figure, value) and self._printed(one.figure.unit.base, value, (self._headings[at - 1], self._headings[at]), claim):
                    return True
        return False

    def _printed(self, base: str, value: Decimal, span: tuple[int, int], claim: Claim) -> bool:
        """Whether an amount is printed within a span, not by a figure of the claim."""
        places, own = self._places.get((base, value), []), {figure.start for figure in claim.figures}
        return any(place not in own for place in places[bisect_left(places, span[0]) : bisect_left(places, span[1])])
