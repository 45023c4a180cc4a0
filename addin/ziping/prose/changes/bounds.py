"""Changes that cannot be: a rise above the amount that has risen, a rise and a fall in one breath, a fall by more than all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Relation, foots
from ziping.prose.changes.bases import LAST_YEAR
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, shown
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said

__all__ = ["beyond", "contradictions"]

_AGAINST = re.compile(r"[,，)]?(?:同|与|比|较|相比|相较)")
_MAY_BE_NEGATIVE = re.compile(r"结余|结转|净|差额|利润|盈|亏|余额|缺口|累计")
_JUST = re.compile(r"[,，、]?(?:同比|幅度|净)?(?:增|减|多|少|下降|降|上升|提高|节|压)[^,，、;；]{0,5}")
_WORD = {1: "增加", -1: "减少"}


def beyond(said: Sequence[Said], index: int) -> Claim | None:
    """`支出56万元,比上年增加65万元`: the year before would have been below nothing."""
    change = said[index]
    named = change.of or (said[index - 1].of if index and said[index - 1].role is Role.CHANGE else "")
    if change.direction <= 0 or change.serial or change.name or not LAST_YEAR.search(named):
        return None
    if not _AGAINST.match(change.lead) and not _JUST.fullmatch(change.lead):
        return None
    now = _current(said, index)
    if now is None or now.mention.loose or now.year == -1 or _MAY_BE_NEGATIVE.search(now.name + change.lead):
        return None
    footing = foots(now.mention.figure, [change.mention.figure], Relation.AT_MOST)
    if footing is None or footing.holds:
        return None
    words = f"比上年增加{shown(change.mention)}，超过本年的{shown(now.mention)}，上年数将成为负数，请核对金额和单位。"
    return claim(ClaimKind.CHANGE, [now.mention, change.mention], Verdict.FAILS, shown(change.mention), f"不超过{shown(now.mention)}", words)


def _current(said: Sequence[Said], index: int) -> Said | None:
    """The amount right before the change, with nothing but rates and what brackets hold between."""
    change = said[index]
    for at in range(index - 1, max(0, index - 6) - 1, -1):
        one = said[at]
        if one.mention.depth > change.mention.depth or one.amount and said[at + 1].explicit:  # …,完成预算90万元的110%,比上年增加
            continue
        if one.amount:
            return one if one.mention.figure.unit.base == change.mention.figure.unit.base else None
        if one.mention.kind is not Kind.RATE:
            return None
    return None


def contradictions(said: Sequence[Said]) -> Iterator[Claim]:
    """`减少12万元,增长8%`: one of the two words is wrong."""
    for first, second in zip(said, said[1:], strict=False):
        if first.role is not Role.CHANGE or second.role is not Role.CHANGE or first.direction * second.direction >= 0:
            continue
        if {first.mention.kind, second.mention.kind} not in ({Kind.MONEY, Kind.RATE}, {Kind.COUNT, Kind.RATE}) or first.serial or second.serial:
            continue
        if not _JUST.fullmatch(second.lead) or "节" in second.lead or min(first.mention.figure.value, second.mention.figure.value) <= 0:
            continue
        stated = _WORD[second.direction] + shown(second.mention)
        words = f"前面是{_WORD[first.direction]}{shown(first.mention)}，后面是{stated}，增减方向相反，请核对。"
        yield claim(
            ClaimKind.CHANGE, [first.mention, second.mention], Verdict.FAILS, stated, _WORD[first.direction] + shown(second.mention), words
        )
