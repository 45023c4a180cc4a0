"""Which column of a block of money counts where two hold the same amount: a sum beside its parts, the whole year beside a part of it."""

from __future__ import annotations

import re

from ziping.forms.headings import MONEY, Role, key, part_of_year, squeezed
from ziping.forms.money_cells import Label
from ziping.forms.money_rows import Reading
from ziping.forms.money_words import plain_label


def chosen(all_heads: list[Label], group: list[Reading]) -> dict[int, Role]:
    """Heading → the amount that its column holds; none for a column that another holds better: a sum beside its parts, the whole year beside a part."""
    heads = {id(head): head for head in all_heads}
    strong = {head.role for head in heads.values() if not head.says.weak}
    if not strong & {*MONEY, Role.RATE}:
        return {}
    newest = max((found[0] for head in heads.values() if head.role in MONEY for found in [_YEAR.search(squeezed(head.text))] if found), default="")
    roles: dict[int, Role] = {}
    summed = list({id(reading.head): reading.head for reading in group if reading.over and reading.over.sum}.values())
    rows: dict[int, list[Label]] = {}
    for head in heads.values():
        rows.setdefault(head.row, []).append(head)
    for at, head in heads.items():
        role = head.role
        others = [other for other in rows[head.row] if other is not head and other.role is role]
        if role is None or (_earlier(head, newest) and (role is not Role.BUDGET or any(newest in squeezed(other.text) for other in others))):
            continue  # last year's, beside this year's
        if any(_rank(other) < _rank(head) for other in others if role in MONEY or head.says.weak) or _parted(head, summed):
            continue
        others = [other for other in others if not _earlier(other, newest)]
        if role not in MONEY and any(other.left < head.left and other.says.name == head.says.name for other in others) and _same_line(group, head, others):
            continue
        roles[at] = role
    found = set(roles.values())
    for at, role in list(roles.items()):
        if role is Role.BUDGET:
            if Role.ADJUSTED not in found:
                roles[at] = Role.ADJUSTED
            elif Role.INITIAL not in found:
                roles[at] = Role.INITIAL
            else:
                del roles[at]
    return roles


def _earlier(head: Label, newest: str) -> bool:
    year = _YEAR.search(squeezed(head.text))
    return bool(year) and year[0] < newest  # type: ignore[index]


def _parted(head: Label, summed: list[Label]) -> bool:
    """Whether a heading that reaches over this one has the same amount in a column of sums."""
    kind = {Role.BUDGET: Role.ADJUSTED}
    return any(
        sum_.row < head.row and sum_.left <= head.left <= head.right <= sum_.right and kind.get(sum_.role, sum_.role) == kind.get(head.role, head.role)  # type: ignore[arg-type]
        for sum_ in summed
    )


def _same_line(group: list[Reading], head: Label, others: list[Label]) -> bool:
    """Whether another column holds a figure of the same kind for a line of this one."""

    def lines(heads: list[Label]) -> set[tuple[object, ...]]:
        ids = {id(each) for each in heads}
        return {(r.row, r.name and r.name.left, r.over and plain_label(r.over.text)) for r in group if id(r.head) in ids}

    return bool(lines([head]) & lines([other for other in others if other.left < head.left]))


_YEAR = re.compile(r"20\d\d(?=年)")
_DELTAS = ("预算调整数", "调整数", "预算调整")  # how much was added, where another column holds the adjusted budget


def _rank(head: Label) -> tuple[bool, ...]:
    return head.says.weak, key(head.text) in _DELTAS, part_of_year(head.text) or "累计" in key(head.text), head.role is Role.ADJUSTED and "调整" not in head.text
