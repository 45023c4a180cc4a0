"""A claim that fails though what it ought to state is printed beside it: it was bound to the figures of that other statement.

`收支结余178万元,上年收支结余115万元`, where 178万元 is what the income and spending leave: last year's was measured by this year's. And what a base
and the change told of it lead to may be printed, of another subject than the one the change was taken to be of. Not so where the two are one slip
of the pen apart: then the text tells one thing twice, once wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, groupby, pairwise

from ziping.amounts import read_figure
from ziping.prose.judging.claims import Claim, ClaimKind
from ziping.prose.judging.slips import digits, significant, slip_of
from ziping.prose.text.figures import Kind, Mention

__all__ = ["Places"]

FEW, MANY = 2, 3  # significant digits from which one figure, and one of the several that two make, is met by chance seldom enough
RELATED = 3  # figures of a share: its part, its whole, itself
_HEADED = re.compile(r"\n(?=[^\n]{0,3}[一二三四五六七八九十]+[、.)）])")
_UNREAD = re.compile(r"\d ?[A-Za-z]")  # 增加13.9TB: an amount of a measure that is not read
_MOVED = (ClaimKind.CHANGE, ClaimKind.BALANCE)


class Places:
    """Where in a text each amount is printed."""

    def __init__(self, told: Sequence[Mention], bases: Collection[int], text: str) -> None:
        """told: the figures of the text; bases: where those begin that have a rate of their own, 完成[目标510人]的107%."""
        self.text, self.told, self.bases = text, told, bases
        self.starts = [one.start for one in told]

    @cached_property
    def _places(self) -> dict[tuple[str, Decimal], list[int]]:
        places: dict[tuple[str, Decimal], list[int]] = defaultdict(list)
        for one in (one for one in self.told if one.start not in self.bases):
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
        return self._printed(due.unit.base, due.quantity.value, self._line(stated), claim)

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

    def grown_of_another(self, claim: Claim) -> bool:
        """Whether a rate of change is right between one of its two amounts and a third of the paragraph: 支出7.46万元,…;公务接待费1.54万元;与上年7.83万元相比下降4.7%."""
        *sides, stated = claim.figures
        if claim.kind is not ClaimKind.CHANGE or len(sides) != 2 or stated.kind is not Kind.RATE or significant(stated.figure) < FEW:
            return False
        opened, closed = self._line(stated)
        here = self.told[bisect_left(self.starts, opened) : bisect_left(self.starts, closed)]
        (current, base), (rate, slack) = sides, stated.figure.quantity
        then = base.figure.quantity.value
        others = (one.figure.quantity.value for one in here if one.figure.unit.base == base.figure.unit.base and one.kind is base.kind and not slip_of(current.figure, one.figure.quantity.value))
        return bool(then) and any(abs(abs(value - then) / abs(then) - abs(rate)) <= slack for value in others if value != current.figure.quantity.value)

    def told_right_before(self, claim: Claim) -> bool:
        """Whether what is stated is right of the two figures right before it, neither of which it was bound to; or of an amount that is not read; or it was bound to one amount told twice."""
        *sides, stated = claim.figures
        if stated.kind is Kind.RATE and claim.kind is ClaimKind.CHANGE and _UNREAD.search(self.text, max(side.end for side in sides), stated.start):
            return True
        at = bisect_left(self.starts, stated.start)
        if at < 2:
            return False
        first, second = self.told[at - 2 : at]
        if first.loose or second.loose or {first.start, second.start} & {side.start for side in sides} or first.figure.unit.base != second.figure.unit.base or first.kind is Kind.RATE:
            return claim.kind is ClaimKind.CHANGE and len(sides) == 2 and sides[0].figure == sides[1].figure
        a, b = (abs(one.figure.quantity.value) for one in (first, second))
        due, slack = abs(stated.figure.quantity.value), stated.figure.quantity.slack
        if stated.kind is not Kind.RATE:
            return first.figure.unit.base == stated.figure.unit.base and abs(a - b) == due
        return significant(stated.figure) >= MANY and any(abs(value - due) <= slack for x, y in ((a, b), (b, a)) if y for value in (x / y, abs(x - y) / y))

    def told_of_a_run(self, claim: Claim) -> bool:
        """Whether a rate is right of two amounts or more that stand together in its sentence: of 24个, 优7个、良13个、中3个、差1个, 优良率83.33%."""
        stated = claim.figures[-1]
        if len(claim.figures) != RELATED or stated.kind is not Kind.RATE or digits(stated.figure) < MANY:
            return False
        part, whole = claim.figures[0], claim.figures[-2]
        base = part.figure.unit.base
        here = self._before(stated)
        rate, slack = stated.figure.quantity
        goal = abs(whole.figure.quantity.value)  # which what was done may exceed
        for row in (list(row) for alike, row in groupby(here, lambda one: one.figure.unit.base == base and not one.loose) if alike):
            values = [abs(one.figure.quantity.value) for one in row]
            values = values[1:] if values[0] >= sum(values[1:]) else values  # what they are parts of
            wholes = [abs(one.figure.quantity.value) for one in (*(one for one in here if one.end < row[-1].start and one.figure.unit.base == base), whole)]
            for first, last in combinations(range(len(values) + 1), 2):
                added, of = sum(values[first:last]), {*wholes, sum(values)}
                if 1 < last - first < len(values) and not slip_of(part.figure, added) and any((one > added or one == goal) and abs(added / one - rate) <= slack for one in of):
                    return True
        return False

    def told_of_its_total(self, claim: Claim) -> bool:
        """Whether a share is right of what its part is one of: 三公经费4.92万元,其中…用车3.46万元,…占预算6.50万元的75.69%."""
        part, whole, stated = claim.figures[0], claim.figures[-2], claim.figures[-1]
        due = read_figure(claim.recomputed)
        if len(claim.figures) != RELATED or not whole.figure.value or due is None or significant(stated.figure) < MANY or slip_of(stated.figure, due.quantity.value):
            return False
        rate, slack = stated.figure.quantity
        for one, behind in pairwise([*self._before(part), part]):
            total = one is not whole and one.figure.unit.base == part.figure.unit.base and behind.kind is not Kind.RATE and "其中" in self.text[one.end : behind.start]
            if total and abs(abs(one.figure.quantity.value / whole.figure.quantity.value) - rate) <= slack:
                return True
        return False

    def _line(self, one: Mention) -> tuple[int, int]:
        """Where the paragraph of a figure begins and ends."""
        return self.text.rfind("\n", 0, one.start) + 1, self.text.find("\n", one.end) % (len(self.text) + 1)

    def _before(self, one: Mention) -> Sequence[Mention]:
        """The figures that stand before one in its sentence, a semicolon ending it too."""
        opened = max(self.text.rfind(mark, 0, one.start) for mark in "。；;\n") + 1
        return self.told[bisect_left(self.starts, opened) : bisect_left(self.starts, one.start)]

    def _printed(self, base: str, value: Decimal, span: tuple[int, int], claim: Claim) -> bool:
        """Whether an amount is printed within a span, not by a figure of the claim."""
        places, own = self._places.get((base, value), []), {figure.start for figure in claim.figures}
        return any(place not in own for place in places[bisect_left(places, span[0]) : bisect_left(places, span[1])])
