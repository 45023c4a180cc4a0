"""What a list comes to, told elsewhere by the very name of its total: then the text contradicts itself, whatever else may explain the list.

`基本支出881300.39元` and, further on, `一般公共预算基本支出911000.39元,其中人员经费809961.19元,公用经费71339.2元`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from ziping.amounts import read_figure
from ziping.prose.judging.claims import Claim, ClaimKind
from ziping.prose.judging.slips import significant
from ziping.prose.text.said import Said

__all__ = ["by_name", "told_again"]

SURE = 5  # significant digits of a sum that no other amount meets by chance
NAMED = 4  # characters of a name that two totals do not share by chance: 基本支出, not 支出
_AT_LARGE = re.compile("一般公共预算|财政拨款|总[计额量数]|合计|[本全]年度?|年[初度末]|预算数?|决算数?|执行数?|实际|累计")


def by_name(amounts: Sequence[Said]) -> Mapping[tuple[str, Decimal], list[Said]]:
    """The amounts of a text by their names, where these tell enough, and their values."""
    found: dict[tuple[str, Decimal], list[Said]] = defaultdict(list)
    for one in amounts:
        if len(name := _name(one)) >= NAMED:
            found[name, one.mention.figure.quantity.value].append(one)
    return found


def told_again(claim: Claim, total: Said | None, named: Mapping[tuple[str, Decimal], list[Said]]) -> bool:
    """Whether the parts of a list come to another amount of the name of its total. named: all amounts of the text, as `by_name` puts them."""
    due = read_figure(claim.recomputed)
    if claim.kind is not ClaimKind.SUM or total is None or due is None or significant(due) < SURE:
        return False
    return any(one.mention not in claim.figures for one in named.get((_name(total), due.quantity.value), ()))


def _name(one: Said) -> str:
    """What an amount is called, bare of its scope, year and stage."""
    return _AT_LARGE.sub("", one.name)
