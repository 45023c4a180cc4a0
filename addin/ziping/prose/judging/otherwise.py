"""Another reading of a list that does not foot: then nobody can be held to the one that fails.

A list that gives its total with what stands behind it was cut off too early; what gives another amount told before is the list of that one, and
what gives it together with the supposed total stands beside that; a part that is divided itself had its own parts counted twice; and numbers
without a unit that are worlds above the total, with no slip that leads there, were cells of a form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim
from ziping.prose.judging.slips import OF_MONEY, moved_by, one_slip, slips_to
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said, alike, measure, other_side

__all__ = ["read_otherwise"]

BEFORE = 8  # amounts before a list that it may have been meant for
LONGEST = 16  # amounts of one row
MOST = 10  # parts of which some may be the list
MEASURES = 3  # other measures of one whole
ODDS = 100  # a row that has nothing to do with the total gives it once in so many texts at most
ABOVE = Decimal("0.3")  # of the total: nearer than this a list is one that was meant for it
NEAR = Decimal("0.002")  # of the total: what rounding may have lost where a point or a unit has slipped
_LEFT_OUT = re.compile(r"\((?:其中)?(?:不含|不包括|不包含|不计|未含|除)")
_OPENS = re.compile(r"[^\d;；。]{0,4}(?:其中|主要|包括|分别|即)")


def read_otherwise(claim: Claim, amounts: Sequence[Said]) -> bool:
    """Whether a list that fails has another reading. amounts: all of the text in its order, of which the list may name any.

    Not of points, which are earned, lost and full beside each other, nor of increases and decreases, whose sum is no plain one.
    """
    *named, total = claim.figures
    of_it = [one for one in amounts if one.mention.figure.unit.base == total.figure.unit.base]
    parts = [one for one in of_it if one.mention in named]
    if total.kind is Kind.SCORE or len(parts) < len(named):
        return False
    told = [one.mention for one in of_it]
    whole = next((one for one in of_it if one.mention is total), None)
    own_side = whole is not None and not any(other_side(part, whole) for part in parts)
    before = [one.mention for one in of_it if one.mention.start < parts[0].mention.start and one.mention is not total and not (own_side and other_side(one, whole))][-BEFORE:]
    listed = [one.mention for one in parts]
    return (
        any(one.lead.endswith("各") for one in parts)  # 轿车和客车各1辆: of how many, nobody can say
        or _goes_on(listed, total, told)
        or any(_of(one, listed, total) for one in before)
        or _nested(parts, of_it)
        or _all_of_them(listed, total)
        or _worlds_above(listed, total, before)
        or _with_what_is_left_out(listed, total, of_it)
        or _short_in_another_measure(parts, total, amounts)
        or _of_two_measures(parts, total, of_it)
        or any(one.price for one in parts) and _gives([one.mention for one in parts if not one.price], total)
        or _some_of_them(listed, total)
    )


def _gives(row: Sequence[Mention], total: Mention) -> bool:
    footing = foots(total.figure, [one.figure for one in row])
    return footing is not None and footing.holds and sum(1 for one in row if one.figure.value) > 1


def _goes_on(parts: Sequence[Mention], total: Mention, told: Sequence[Mention]) -> bool:
    """Whether the list with what stands behind it gives the total by no accident."""
    behind = [one for one in told if one.start > parts[-1].start and one is not total and one.figure.unit == total.figure.unit][:LONGEST]
    rows = [[*parts, *behind[:end]] for end in range(1, len(behind) + 1)]
    return _telling(total, len(rows)) and any(_gives(row, total) for row in rows)


def _of(whole: Mention, parts: Sequence[Mention], total: Mention) -> bool:
    """Whether an amount told before, which the total is no slip of, is what is divided: into the parts, or into the total and them."""
    digits = [one.figure.value.normalize().as_tuple().digits for one in (whole, total)]
    if digits[0] == digits[1] or one_slip(whole.figure, total.figure) or not _telling(whole, BEFORE):
        return False
    return _gives(parts, whole) or _gives([total, *parts], whole)


def _nested(parts: Sequence[Said], amounts: Sequence[Said]) -> bool:
    """Whether a part is the total of what is listed right behind it in words that open a list, of which some were taken for its neighbours."""
    for at, part in enumerate(parts[:-1]):
        inner = parts[at + 1]
        if not _OPENS.match(inner.lead):
            continue
        first = amounts.index(inner)
        rows = [[one.mention for one in amounts[first : first + length]] for length in range(1, LONGEST)]
        if any(_same(row, part.mention) or _telling(part.mention, LONGEST) and _gives(row, part.mention) for row in rows):
            return True
    return False


def _all_of_them(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether one of the counts is all there are, so that the others count anew: 指标15个,其中一级3个,二级8个,三级15个; 编制6人,其中事业6人;实有6人."""
    counts = [part.figure.value for part in parts if part.figure.value]
    return total.kind is Kind.COUNT and len(counts) > 1 and total.figure.value in counts


def _with_what_is_left_out(parts: Sequence[Mention], total: Mention, amounts: Sequence[Said]) -> bool:
    """Whether the list holds what a bracket says that the total does not: 118人(不含暂缓5人),其中…、暂缓后5人."""
    behind = next((one for one in amounts if one.mention.start > total.start), None)
    if behind is None or not _LEFT_OUT.match(behind.lead):
        return False
    footing = foots(total.figure, [*(one.figure for one in parts), -behind.mention.figure])
    return footing is not None and footing.exact


def _short_in_another_measure(parts: Sequence[Said], total: Mention, amounts: Sequence[Said]) -> bool:
    """Whether the list falls short of another measure of its whole too: 事故59起,死亡38人。其中甲46起,死亡30人;乙12起,死亡7人."""
    at = next((i for i, one in enumerate(amounts) if one.mention is total), None)
    if at is None or parts[0].mention.start < total.start or sum(one.mention.figure.quantity.value for one in parts) > total.figure.quantity.value:
        return False
    places = [amounts.index(one) for one in parts]
    for whole in amounts[at + 1 : min(at + 1 + MEASURES, places[0])]:
        rows = [next((one for one in amounts[here + 1 : end] if alike(one, whole) and measure(one) == measure(whole)), None) for here, end in pairwise([*places, places[-1] + 1 + MEASURES])]
        footing = foots(whole.mention.figure, [one.mention.figure for one in rows if one is not None])
        if None not in rows and footing is not None and not footing.holds and footing.expected < footing.actual:
            return True
    return False


def _some_of_them(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether all but two or more give the total by no accident: 问卷2180份,其中企业620份,满意587份,群众1560份,满意1461份. All but one may be what somebody forgot to add."""
    many = len(parts)
    if not 3 < many <= MOST or not _telling(total, 2**many):
        return False
    return any(_gives(some, total) for size in range(2, many - 1) for some in combinations(parts, size))


def _of_two_measures(parts: Sequence[Said], total: Mention, amounts: Sequence[Said]) -> bool:
    """Whether two parts are called as the total and as what stands right before it: 抽查80盏,亮灯78盏,其中主干道抽查39盏,亮灯38盏."""
    at = next((i for i, one in enumerate(amounts) if one.mention is total), 0)
    if not at or len(parts) != 2:
        return False
    before, whole, (first, second) = amounts[at - 1], amounts[at], parts
    return 2 <= len(before.name) < len(first.name) and first.name.endswith(before.name) and second.name == whole.name


def _same(row: Sequence[Mention], total: Mention) -> bool:
    return len(row) == 1 and row[0].figure == total.figure


def _telling(total: Mention, rows: int) -> bool:
    """Whether a figure has so many digits that one of so many rows gives it by accident seldom enough."""
    return abs(int(total.figure.value.scaleb(total.figure.decimals or 0))) > ODDS * rows


def _worlds_above(parts: Sequence[Mention], total: Mention, before: Sequence[Mention]) -> bool:
    """Whether numbers without a unit are far above the total, and no digit or point that slipped leads there or to a whole told before: cells of a form run together."""
    rows = [parts, *(parts[start:end] for start in range(len(parts)) for end in range(start + 2, len(parts) + 1))]
    return total.kind is Kind.PLAIN and not any(_leads_to(row, total) for row in rows) and not any(slips_to(parts, one, rounded=True) for one in before)


def _leads_to(parts: Sequence[Mention], total: Mention) -> bool:
    values, stated = [part.figure.quantity.value for part in parts], total.figure.quantity.value
    given, loss = sum(values, Decimal(0)), abs(stated) * NEAR
    moved = [*moved_by(given, OF_MONEY), *(given - value + other for value in values for other in moved_by(value, OF_MONEY) if abs(other) > loss)]
    return given - stated <= ABOVE * abs(stated) or slips_to(parts, total, rounded=True) or any(abs(other - stated) <= loss for other in moved)
