"""A stated number and the numbered paragraphs below it: 列入自评的项目共8个,…,具体如下: 1.… 9.…; 行政单位1家,事业单位4家,包括: 1.… 5.…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, number_claim, shown, verdict_of
from ziping.prose.text.below import Spoken, items_below
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["announced_claims", "numbered_claims"]

LONGEST = 40  # items that are counted
_OPENS = re.compile(r"(?:具体)?(?:如下|包括|分别是|分别为|情况如下|名单如下)(?:\([^()]*\))?[:。]?\s*$")
_NAME = re.compile(r"\n\s*(\d{1,2})[、.．]\s?([^\n。,，;；:：\d]{2,40})(?=\n|$)")
_ANNOUNCED = re.compile(r"(?:以下|下列|如下)(?P<many>[两二三四五六七八九十]{1,2}|\d{1,2})(?P<by>项|类|个方面|方面|点|种|大类)[^\n。;；,，]{0,8}[:：。]?[^\S\n]*(?=\n)")
_ITEM = re.compile(r"\n\s*(\d{1,2})[、.．](?!\d)[^\n]{2,}")
_CLOSED = re.compile(r"\n\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)")
_THINGS = ("个", "项", "家", "类")


def numbered_claims(text: Text, at: int, spoken: Sequence[Spoken]) -> Iterator[Claim]:
    """One claim where the items below can be nothing but what was counted: mere names, or amounts that give the total stated beside the number."""
    sentence, said = spoken[at]
    counts = [one for one in said if one.amount and one.mention.kind is Kind.COUNT and one.mention.figure.unit.text in _THINGS]
    if not counts or any(one.mention.loose for one in counts) or not _OPENS.search(text.text, said[-1].mention.end, sentence.end):
        return
    many = _names(text, sentence.end) or _with_amounts(text, at, spoken, said)
    if many > 1:
        numbers = [int(one.mention.figure.value) for one in counts]
        holds = many in (*numbers, sum(numbers))
        last = counts[-1].mention
        words = f"下面列出的共{many}{last.figure.unit.text}，与文中“{'、'.join(shown(one.mention) for one in counts)}”" + ("相符。" if holds else "不符，请核对。")
        figures = tuple(one.mention for one in counts)
        yield Claim(ClaimKind.COUNT, "", figures[0].start, last.end, figures, shown(last), f"{many}{last.figure.unit.text}", verdict_of(holds), words)


def announced_claims(text: Text) -> Iterator[Claim]:
    """`分为以下四类:` with paragraphs 1. to n. right below, each numbered on, until a heading of another style closes them."""
    for match in _ANNOUNCED.finditer(text.text):
        number, many, at = whole_number(match["many"]), 0, match.end()
        while many < LONGEST and (item := _ITEM.match(text.text, at)) is not None and int(item[1]) == many + 1:
            many, at = many + 1, item.end()
        if number is None or many < 2 or not _CLOSED.match(text.text, at):
            continue
        yield number_claim(text.text, (match.start(), match.end("by")), (match.start("many"), match.end("by")), number, many, match["by"], "下面列出的共")


def _names(text: Text, start: int) -> int:
    """How many mere names are numbered from 1 on right below."""
    many = 0
    while many < LONGEST and (match := _NAME.match(text.text, start)) is not None and int(match[1]) == many + 1:
        many, start = many + 1, match.end()
    return many


def _with_amounts(text: Text, at: int, spoken: Sequence[Spoken], said: Sequence[Said]) -> int:
    """How many paragraphs below state the amounts that give one of the sentence's own."""
    items = list(islice(items_below(text, at, spoken), LONGEST))
    firsts = [next((one for one in item.said[:2] if one.amount and one.mention.kind is Kind.MONEY), None) for item in items if item.rank is not None]
    totals = [one for one in said if one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose]
    if len(firsts) < 2 or any(one is None or one.mention.loose for one in firsts):
        return 0
    given = [foots(total.mention.figure, [one.mention.figure for one in firsts if one]) for total in totals]
    return len(firsts) if any(footing is not None and footing.holds for footing in given) else 0
