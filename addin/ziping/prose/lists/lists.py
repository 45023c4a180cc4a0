"""Lists that go on beyond their sentence: `…,其中:` with a part in each paragraph below, or in the sentences that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ziping.amounts import foots
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.misprints import exchanged, misprint, slipped
from ziping.prose.judging.slips import slips_to, worlds_apart
from ziping.prose.lists.partly import told_in_part
from ziping.prose.text.below import SENTENCES, Spoken, items_below, rest_of_paragraph
from ziping.prose.text.closed import closed, three_public
from ziping.prose.text.figures import Kind
from ziping.prose.text.members import TOGETHER, new_scope
from ziping.prose.text.outline import mark_rank
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["OPENS", "broken_off", "continued", "paragraphs_below", "third_denied"]

LONGEST = 40  # parts below one heading sentence
ROWS = 3  # rows of one form that make a list
_ROW = re.compile(r"[^,，;；。:：]{2,14}[:：][^,，;；。:：]{0,24}$")
_NO_EXPENSE = re.compile(r"^[,，;；。]?(?:本年度?|当年|全年)?(?:未|没有|无)(?:发生|安排|产生)?(?P<what>[^,，;；。\d]{2,20}?)(?:费用?|支出|经费)*[。,，;；]")
NAME = 40  # characters before a part that its number stands in
_NUMBERED = re.compile(r"[:：,，。;；、]\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[、.．]|[①-⑳])")
OPENS = re.compile(r"(?:其中|如下。?|包括|分别为|分别是|具体为|用于以下方面|以下方面|方面)\s*[:：]?\s*$|[:：]\s*$")


def broken_off(group: Group, text: Text, sentence: Sentence, said: Sequence[Said]) -> bool:
    """Whether the text, or its paragraph, breaks off behind the last part, within the list."""
    words = text.text[group.parts[-1].mention.end : sentence.end].strip()
    behind = [one for one in said if one.mention.start >= group.parts[-1].mention.end]
    return words.endswith((",", "，", "、")) and not any(one.amount for one in behind)


def third_denied(group: Group, text: Text, sentence: Sentence) -> bool:
    """Whether two of the three public expenses are listed and the third is denied behind them: 其中公车8万元、接待3万元，未发生因公出国费用."""
    words = text.text[group.parts[-1].mention.end : sentence.end]
    denied = _NO_EXPENSE.search(words)
    return denied is not None and "三公" in group.total.lead[-16:] and three_public([*(part.name or part.lead for part in group.parts), denied["what"]])


def continued(group: Group, text: Text, spoken: Sequence[Spoken], at: int) -> None:
    """Let a list that does not foot within its sentence take in the parts of the next sentences of its paragraph.

    It does so only where that makes it foot, or where the list then is complete by what it names. A numbered sentence goes on with a
    numbered list only: behind `甲98万元,其中补助90万元` the next item is no part of 甲.
    """
    said = spoken[at][1]
    if group.foots or not said or told_in_part(group, said) or said[-1] not in (group.parts[-1], *_followers(group, said)):
        return
    if closed(group.parts, group.total, group.adjacent):
        return  # all there is by what it names: 货物、工程、服务. What the next sentence tells is none of it
    parts, over = list(group.parts), False
    numbered = bool(_NUMBERED.search(text.text, max(spoken[at][0].start, group.parts[0].mention.start - NAME), group.parts[0].mention.start))
    for sentence, more in spoken[at + 1 : at + 1 + SENTENCES]:
        fresh = []
        if over or sentence.paragraph != spoken[at][0].paragraph or not numbered and mark_rank(text.text[sentence.start : sentence.start + 24].strip()) is not None:
            break
        for one in more:
            if not one.amount or one.mention.depth > group.parts[0].mention.depth:
                continue
            if one.marker or new_scope(one, group.parts[0]) or one.mention.figure.unit.base != group.total.mention.figure.unit.base:
                over = not one.marker
                break
            fresh.append(one)
        if not fresh:
            if any(one.amount for one in more):
                break
            continue
        parts += fresh
        if _settle(group, parts, slipped_only=True):
            return
    if len(parts) > len(group.parts) and _within_reach(parts, group.total) and (misprint(parts, group.total.mention) or exchanged([part.mention for part in parts], group.total.mention)):
        group.parts = parts


def _followers(group: Group, said: Sequence[Said]) -> list[Said]:
    """What may stand behind the last part without ending the list: its share, its change."""
    at = said.index(group.parts[-1])
    rest = list(said[at + 1 :])
    return rest if not any(one.amount and one.mention.depth <= group.parts[-1].mention.depth for one in rest) else []


def _within_reach(parts: Sequence[Said], total: Said) -> bool:
    """Whether a slip may lead from what the parts give to the total."""
    given = sum((part.mention.figure.quantity.value for part in parts), Decimal(0))
    return not worlds_apart(given, total.mention.figure.quantity.value, [part.mention for part in parts])


def _settle(group: Group, parts: Sequence[Said], slipped_only: bool = False) -> bool:
    """Whether these are the parts: they give the total, or are all there is by their names (`slipped_only`: and one slip leads from them to it)."""
    footing = foots(group.total.mention.figure, [part.mention.figure for part in parts]) if len(parts) > 1 else None
    if footing is None or any(part.mention.loose for part in parts):
        return False
    whole = closed(parts, group.total, group.adjacent) and _within_reach(parts, group.total)
    whole = whole and (not slipped_only or misprint(parts, group.total.mention) or slips_to([part.mention for part in parts], group.total.mention, rounded=True))
    if footing.holds or whole:
        group.parts, group.foots, group.complete = list(parts), footing.holds, whole or group.complete
        return True
    return False


def paragraphs_below(text: Text, at: int, spoken: Sequence[Spoken], lists: Sequence[Group], standing: Sequence[Said]) -> Group | None:
    """The list whose parts are the first amounts of the paragraphs below the sentence `at`; None where there is none.

    lists: those of the sentence itself; behind one of them the paragraphs go through its parts again. standing: the amounts said
    before in the paragraph, one of which a sentence without amounts (支出分项目如下:) means.
    """
    sentence, said = spoken[at]
    end = sentence.end
    if at + 1 < len(spoken) and spoken[at + 1][0].paragraph == sentence.paragraph and not spoken[at + 1][1]:
        end = spoken[at + 1][0].end  # …12万元。其中:
    rows = False
    if not OPENS.search(text.text, said[-1].mention.end if said else sentence.start, end):
        rows = bool(said) and not lists and _rows(at, spoken, said)
        if not rows:
            return None
    parts_here = [part for group in lists for part in group.parts]
    totals = [one for one in said if one.amount and one not in parts_here] or [group.total for group in lists[-1:]]
    words = text.text[sentence.start : sentence.end]
    if not said:
        totals = [one for one in standing if one.amount and any(noun in words and noun in one.name for noun in ("支出", "收入", "资金", "经费"))]
    totals = [one for one in totals if not one.mention.depth and not one.mention.loose]
    if not totals:
        return None
    parts = _first_amounts(text, at, spoken, totals[-1].mention.figure.unit.base)
    if len(parts) < 2 or rows and len(parts) < ROWS:
        return None
    return _whole_of(parts, totals, "" if said else words, rows)


def _whole_of(parts: list[Said], totals: Sequence[Said], words: str, rows: bool) -> Group | None:
    """The list of these parts with the total that it gives; else the one a misprint or a unit keeps it from, the last or the one that is named.

    words: those of a sentence that states no amount itself; a part above every total that they may mean is wrong.
    """
    group = Group(totals[-1], parts, [], "其中", False)
    lengths = range(len(parts), ROWS - 1 if rows else 1, -1)
    fitting = [count for count in lengths if (footing := foots(totals[-1].mention.figure, [part.mention.figure for part in parts[:count]])) and footing.holds]
    if any(_settle(group, parts[:count]) for count in (*fitting, *lengths)):
        return group
    named = [one for one in totals if len(one.name) >= 4 and one.name[-4:] in words]
    for total in totals[::-1]:
        group = Group(total, parts, [], "其中", False)
        if total is not totals[-1] and _settle(group, parts):
            return group
    for total in (*named[-1:], *totals[::-1]):
        group = Group(total, parts, [], "其中", False)
        if misprint(parts, total.mention) or exchanged([part.mention for part in parts], total.mention) or slipped([part.mention for part in parts], total.mention):
            return group
    most = max(totals, key=lambda one: one.mention.figure.quantity.value)
    if words and any(part.mention.figure.quantity.value > most.mention.figure.quantity.value for part in parts) and most.mention.kind is Kind.MONEY:
        return Group(most, parts, [], "其中", True)
    return None


def _rows(at: int, spoken: Sequence[Spoken], said: Sequence[Said]) -> bool:
    """Whether rows of one form (甲县:专项资金a;) follow a sentence that names what they state."""
    name = said[-1].name[-4:]
    following = [pair for pair in spoken[at + 1 : at + 2 + 2 * ROWS] if pair[0].paragraph != spoken[at][0].paragraph][:ROWS]
    paragraphs = {sentence.paragraph for sentence, _ in following}
    alike = len(paragraphs) == ROWS and all(words and _ROW.match(words[0].lead) and name in words[0].lead for _, words in following)
    return len(name) == 4 and alike and len([one for one in said if one.amount]) == 1 and not any(rest_of_paragraph(spoken, at))


def _first_amounts(text: Text, at: int, spoken: Sequence[Spoken], base: str) -> list[Said]:
    """The first amount of each paragraph below, as far as every one states an amount of this unit."""
    if any(rest_of_paragraph(spoken, at)):
        return []
    parts: list[Said] = []
    for item in items_below(text, at, spoken):
        first = next((one for one in item.said[:2] if one.amount), None)
        if first is None or first.mention.figure.unit.base != base:
            break
        if re.search(r"合计|总计|共计", first.lead) or first.mention.loose or len(parts) == LONGEST:
            break
        parts.append(_together(item.said, first))
    return parts


def _together(said: Sequence[Said], first: Said) -> Said:
    """The amount that sums up those of an item from its first on, if it does: (三)甲18万元,乙3万元,两项合计21万元."""
    start = said.index(first)
    for at in range(start + 2, len(said)):
        parts = said[start:at]
        if said[at].amount and TOGETHER.match(said[at].lead) and all(one.amount for one in parts):
            footing = foots(said[at].mention.figure, [one.mention.figure for one in parts])
            return said[at] if footing is not None and footing.exact else first
    return first
