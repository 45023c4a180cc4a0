"""A list with its total, and where it ends: where its parts give the total, else at the separator that is stronger than those within it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from os.path import commonprefix

from ziping.amounts import Quantity, foots
from ziping.prose.judging.misprints import misprint, slipped
from ziping.prose.text.closed import closed, shared_out
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import CALLED
from ziping.prose.text.said import Role, Said, other_side

__all__ = ["STRENGTH", "Group", "gives", "settle"]

FEW = 8  # parts by which a list may be complete by their names
_EXHAUSTIVE = re.compile(r"(?<!主要)来源|(?<!主要)构成|(?<!主要)组成|分为|按.*分|分中央和地方|分级次|分城乡|分别为|分别是")
_OF_A_KIND = re.compile("[类级型等档种批期区]$")  # Ⅰ类断面20个;劣Ⅴ类4个
STRENGTH = {"、": 1, ",": 2, "，": 2, ";": 3, "；": 3}


@dataclass(slots=True)
class Group:
    """A total with its parts inside one sentence (`total` may stand in the sentence before). `taken`: indices of the parts."""

    total: Said
    parts: list[Said]
    taken: list[int]
    marker: str
    adjacent: bool
    complete: bool = False
    foots: bool = False
    apart: bool = False  # the total stands in another paragraph
    broken: bool = False  # the text breaks off behind the last part
    others: list[Said] = field(default_factory=list)  # totals that are meant in another reading

    @property
    def in_one_unit(self) -> bool:
        """Whether the parts are told in the unit of the total."""
        return all(part.mention.figure.unit == self.total.mention.figure.unit for part in self.parts)

    def shares(self, said: Sequence[Said]) -> list[Said]:
        """The shares that stand right behind the parts, in their sentence."""
        return [said[index + 1] for index in self.taken if index + 1 < len(said) and said[index + 1].role is Role.SHARE]


def gives(parts: Sequence[Said], total: Said, exactly: bool = False) -> bool:
    """Whether the parts come to the total, up to what rounding loses or to the last digit."""
    footing = foots(total.mention.figure, [part.mention.figure for part in parts])
    return footing is not None and (footing.exact if exactly else footing.holds)


def _strength(lead: str) -> int:
    """The strongest separator between a part and the figure before it."""
    return max((STRENGTH.get(char, 0) for char in lead), default=0)


def _own_length(parts: Sequence[Said], total: Said) -> int:
    """How many parts there are before a separator stronger than the one between the first two.

    `甲100万元,其中设备30万元;乙80万元`: behind a semicolon another whole may follow, unless a colon announced the list.
    """
    if len(parts) < 2:
        return len(parts)
    inside = 0 < _strength(parts[0].lead[:1]) < 3  # the list opens in the middle of its clause
    if parts[0].marker and not parts[0].marker.startswith("分别") and inside and _strength(parts[1].lead) == 3 and not re.search("[:：]|其中[,，]", parts[0].lead) and not closed(parts, total, False):
        return 1
    limit = max(_strength(parts[1].lead), 1)
    return next((i for i in range(2, len(parts)) if _strength(parts[i].lead) > limit), len(parts))


def _shorten(group: Group, least: int) -> None:
    """A list whose first parts already give the total to the last digit ended there, whatever is said after it."""
    for count in range(len(group.parts) - 1, max(least, 2) - 1, -1):
        footing = foots(group.total.mention.figure, [part.mention.figure for part in group.parts[:count]])
        on = _strength(group.parts[count].lead) == 1 and group.taken[count] == group.taken[count - 1] + 1  # 甲12项、乙2项、丙1项: one row
        if footing and footing.exact and not on:
            group.foots, group.parts, group.taken = True, group.parts[:count], group.taken[:count]
            return


def _firsts(group: Group, said: Sequence[Said]) -> list[int]:
    """The first part behind every semicolon, where these give the total: 其中大会68万元,含场租5万元;常委会28万元."""
    spans = pairwise([group.taken[0], *group.taken])
    firsts = [at for at, (last, here) in enumerate(spans) if not at or any(_strength(one.lead) == 3 for one in said[last + 1 : here + 1])]
    if not 1 < len(firsts) < len(group.parts):
        return []
    footing = foots(group.total.mention.figure, [group.parts[at].mention.figure for at in firsts])
    return firsts if footing is not None and footing.exact else []


def _of_another_noun(parts: Sequence[Said], total: Said) -> int | None:
    """Where behind a semicolon another thing is counted than the total and the parts before, which one noun names: 24个断面中,Ⅰ类断面9个…;水源地8个; None: nowhere."""
    if total.mention.kind is not Kind.COUNT or total.mention.figure.unit.base == "人" or len(parts) < 2:
        return None
    called = total.noun.removesuffix("中") or total.name
    for at in range(1, len(parts)):
        own = all(len(noun := commonprefix((part.name[::-1], called[::-1]))[::-1]) >= CALLED for part in parts[:at])
        if own and _strength(parts[at].lead) == 3 and len(parts[at].name) > CALLED and not _OF_A_KIND.search(parts[at].name) and not set(parts[at].name[-CALLED:]) & set(noun):
            return at
    return None


def _but_for_a_unit(group: Group) -> int:
    """How many parts there are where all that is wrong is the unit of one of them, 0 where that is not so: 甲1371.15万元;乙431.80元;丙260.30万元."""
    told = [part.mention for part in group.parts]
    return next((count for count in range(len(told), 1, -1) if _may_end(group.parts, count) and slipped(told[:count], group.total.mention) is not None), 0)


def _may_end(parts: Sequence[Said], count: int) -> bool:
    """Whether a list may end after `count` parts: at its last one, or where the next one begins a new clause."""
    if count == len(parts):
        return True
    return _strength(parts[count].lead) > _strength(parts[1].lead) or sum(char in STRENGTH for char in parts[count].lead) > 1


def settle(group: Group, said: Sequence[Said]) -> None:
    """Cut the list where it foots, else where it ends by its separators; note whether it must be complete."""
    quantities = [part.mention.figure.quantity for part in group.parts]
    own = len(group.parts) if shared_out(said, group.taken) else _own_length(group.parts, group.total)
    whole = next((count for count in range(2, min(own, FEW) + 1) if closed(group.parts[:count], group.total, False)), 0)  # no fewer are all
    own_side = group.adjacent and not any(other_side(part, group.total) for part in group.parts)
    for total in [group.total, *(other for other in reversed(group.others) if not (own_side and other_side(group.total, other)))]:
        best = 0
        running = Quantity(Decimal(0))
        for count, quantity in enumerate(quantities, 1):
            running = Quantity(running.value + quantity.value, running.slack + quantity.slack)
            if count == 1 or count < whole or not (count == own or total is group.total and _may_end(group.parts, count)):
                continue
            footing = foots(total.mention.figure, [running])
            if footing and footing.holds:
                best = count
        if best:
            group.total, group.foots = total, True
            group.parts, group.taken = group.parts[:best], group.taken[:best]
            break
    if not group.foots and (firsts := _firsts(group, said)):
        group.foots, group.parts, group.taken = True, [group.parts[i] for i in firsts], [group.taken[i] for i in firsts]
    if not group.foots and (slip := _but_for_a_unit(group)):
        group.parts, group.taken = group.parts[:slip], group.taken[:slip]
        return
    if not group.foots and sum(quantity.value for quantity in quantities) > group.total.mention.figure.quantity.value:
        _shorten(group, whole)
    if not group.foots and (apart := _of_another_noun(group.parts[:own], group.total)) is not None:
        group.parts, group.taken, own = group.parts[:apart], group.taken[:apart], apart
    if not group.foots:
        if "收入" in group.total.name and all("支出" in part.name for part in group.parts):
            group.total = next((other for other in reversed(group.others) if "支出" in other.name), group.total)
        group.total = next((other for other in (group.total, *reversed(group.others)) if closed(group.parts[:own], other, False)), group.total)
        parts, taken = group.parts, group.taken
        amount = group.total.mention.figure.quantity.value
        own = whole if whole and any(one.value > amount for one in quantities[whole:own]) else own  # 离退休71人,其中离休6人,退休56人,供养117人
        group.parts, group.taken = parts[:own], taken[:own]
        if not group.adjacent and own > 1:
            meant = (other for other in (group.total, *reversed(group.others)) if misprint(group.parts, other.mention))
            group.total = next(meant, group.total)
        if own > 1 and not misprint(group.parts, group.total.mention) and misprint(parts, group.total.mention):  # 甲a、b;乙c、d
            group.parts, group.taken = parts, taken
    scored = group.total.earned and len(group.parts) > 2 and not any(re.search("权重|分值|满分|扣", part.lead) for part in group.parts)
    told = group.adjacent or not group.marker.startswith(("分别", "按"))  # …,单价分别为: not of any amount before
    group.complete = scored or told and bool(_EXHAUSTIVE.search(group.marker)) or closed(group.parts, group.total, group.adjacent or not group.others) and not _inner(group.parts)


def _inner(parts: Sequence[Said]) -> bool:
    """Whether the last parts divide one before them: 在岗28人,本科20人,其余8人."""
    figures = [part.mention.figure for part in parts]
    least = 2 if len(figures) > 2 and re.match("[,，、;；]?(?:其余|余下|剩余)", parts[-1].lead) is None else len(figures)
    tails = [(figures[at], foots(figures[at], figures[at + 1 :])) for at in range(len(figures) - 2) if figures[at].value and len(figures) - at - 1 <= least]
    return any(footing is not None and footing.holds for _, footing in tails)
