"""A change with what it is made of: 比上年增加60万元,其中:人员经费增加70万元,公用经费减少10万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, claim, in_unit, shown, verdict_of
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.misprints import misprint
from ziping.prose.lists.lists import OPENS
from ziping.prose.text.below import Item, Spoken, items_below, rest_of_paragraph
from ziping.prose.text.closed import three_public
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Role, Said
from ziping.prose.text.sentences import Text

__all__ = ["move_claims"]

LONGEST = 20  # parts of one change
FAR = 6  # sentences that a whole may stand before its parts
NEAR = 24  # characters between an amount and its own change
_MAINLY = re.compile("[,，]主要(?:是|为|系)")
_LEVEL = re.compile(r"[,，][^,，;；]{0,12}(?:持平|无变化|相同|无增减)")


def move_claims(text: Text, at: int, spoken: Sequence[Spoken], lists: Sequence[Group] = ()) -> Iterator[Claim]:
    """One claim for every change whose parts follow in its sentence or in numbered paragraphs below.

    It fails only where one wrong digit explains the gap, for what is named need not be all, or where the amounts that changed are all.
    """
    sentence, said = spoken[at]
    for group in lists:
        if (made := _of_a_list(text, group, spoken, at)) is not None:
            yield made
            return
    for index, opener in enumerate(said):
        mainly = bool(_MAINLY.match(opener.lead))
        if index and _moved(opener) and (opener.marker or mainly) and _moved(said[index - 1], said[index - 2 : index - 1]):
            total = next(one for one in reversed(said[:index]) if _moved(one))
            parts = [one for one in said[index:] if _moved(one) and one.mention.depth == opener.mention.depth]
            named = total if total.name or not index > 1 else replace(total, name=said[said.index(total) - 1].name)
            complete = three_public([one.name for one in parts]) or _economic(named, parts)
            if not complete and not opener.marker:
                continue
            made = _judge(total, parts, complete)
            if made is not None:
                yield made
            return
    moves = [one for one in said if _moved(one)]
    if len(moves) == 1 and not any(one.amount for one in said[said.index(moves[0]) :]) and (made := _told_after(moves[0], at, spoken)) is not None:
        yield made
    ends = [s for s, words in spoken[at : at + 2] if s.paragraph == sentence.paragraph and (s is sentence or not words)]
    if len(moves) == 1 and said and OPENS.search(text.text, said[-1].mention.end, ends[-1].end):
        below = list(islice(items_below(text, at, spoken), LONGEST))
        parts = list(_below(below))
        made = _judge(moves[0], parts, _every(below, [one for one in said if one.amount]) or _economic(moves[0], parts))
        if made is not None:
            yield made


def _told_after(total: Said, at: int, spoken: Sequence[Spoken]) -> Claim | None:
    """`…减少60万元。其中:甲减少50万元。乙减少10万元。`: the changes of the sentences that follow in the paragraph."""
    parts: list[Said] = []
    names: list[str] = []
    for said in rest_of_paragraph(spoken, at):
        if not parts and (not said or "其中" not in said[0].lead):
            return None
        changes = [one for one in said if _moved(one)]
        idle = [one for one in said if one.amount and not one.mention.figure.value]  # 出国费支出0元
        if not changes or len(idle) < sum(one.amount for one in said):
            break
        parts += changes
        names += [one.name for one in (*changes, *idle)]
    public = "三公" in total.name and all(any(word in name for name in names) for word in ("出国", "车", "接待"))
    return _judge(total, parts, public, len(names) > len(parts))


def _of_a_list(text: Text, group: Group, spoken: Sequence[Spoken], at: int) -> Claim | None:
    """`拨款a,比上年减少d。拨款中,甲b,减少e;乙c,增加f;丙0,与上年持平`: the changes of all parts of a whole give the change of the whole."""
    if not (group.foots and group.complete) or len(group.parts) < 2:
        return None
    changes: list[Said] = []
    ended = False
    for one in (group.total, *group.parts):
        said = next((words for _, words in reversed(spoken[max(0, at - FAR) : at + 1]) if one in words), [one])
        after = said[said.index(one) + 1] if said[-1] is not one else None
        if after is not None and _moved(after) and after.of and after.mention.start - one.mention.end < NEAR and after.mention.depth == one.mention.depth:
            changes.append(after)
        elif one is group.total or one.mention.figure.value and not _LEVEL.match(text.text, one.mention.end):
            return None
        else:
            ended = ended or not one.mention.figure.value and not _LEVEL.match(text.text, one.mention.end)
    if len({change.of for change in changes}) > 1 or len(changes) < 2:
        return None
    return _judge(changes[0], changes[1:], True, ended)


def _moved(one: Said, before: Sequence[Said] = ()) -> bool:
    """Whether this is an amount of change (or its rate, right behind it)."""
    if one.role is Role.CHANGE and one.mention.kind is Kind.RATE and before:
        one = before[0]
    return one.role is Role.CHANGE and one.mention.kind is Kind.MONEY and bool(one.direction) and not one.serial


def _below(items: Sequence[Item]) -> Iterator[Said]:
    """The first change of every paragraph below, behind its amount at most; a numbered paragraph without any (无增减) is skipped."""
    for item in items:
        change = next((one for one in item.said[:2] if _moved(one)), None)
        if change is None and (item.rank is None or item.said):
            return
        if change is not None:
            yield change


def _every(items: Sequence[Item], totals: Sequence[Said]) -> bool:
    """Whether the amounts before these changes are all of the total: then the changes are all of its change."""
    pairs = [(item.said[0], item.said[1]) for item in items if len(item.said) > 1 and item.said[0].amount and _moved(item.said[1])]
    footing = foots(totals[0].mention.figure, [amount.mention.figure for amount, _ in pairs]) if len(totals) == 1 and len(pairs) > 1 else None
    return footing is not None and footing.exact


def _economic(total: Said, parts: Sequence[Said]) -> bool:
    """Whether the changes are those of the three classes that make up 基本支出, or of the two that make up all spending."""
    names = [part.name for part in parts]
    if len(names) == 2 and "支出" in total.name and not any(word in total.name for word in ("基本", "项目")):
        return "基本支出" in names[0] and "项目支出" in names[1]
    return "基本支出" in total.name and len(names) == 3 and all(sum(word in name for name in names) == 1 for word in ("工资福利", "商品和服务", "个人和家庭"))


def _judge(total: Said, parts: Sequence[Said], complete: bool = False, ended: bool = False) -> Claim | None:
    """ended: something else of the whole is at nought now, of which nobody tells what it was before."""
    if len(parts) < (1 if complete else 2) or total.mention.loose or any(part.mention.loose for part in parts):
        return None
    signed = [part if part.direction == total.direction else replace(part, mention=replace(part.mention, figure=-part.mention.figure)) for part in parts]
    footing = foots(total.mention.figure, [part.mention.figure for part in signed])
    if footing is None or not footing.holds and not complete and not misprint(signed, total.mention):
        return None
    added = in_unit(footing.expected, total.mention)
    words = f"各项增减合计{added}，" + ("与文中" if footing.holds else "文中为") + shown(total.mention) + ("相符。" if footing.holds else "，请核对各项增减。")
    verdict = verdict_of(footing.holds, not (ended and (footing.difference > 0) == (total.direction < 0)))
    return claim(ClaimKind.SUM, [*(part.mention for part in parts), total.mention], verdict, shown(total.mention), added, words)
