"""A stated number and the items numbered behind it in its own paragraph: 重点任务共六项:1.…;2.…; 开展了三项工作:一是…;二是…;三是…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ziping.prose.judging.claims import Claim, number_claim
from ziping.prose.text.figures import whole_number
from ziping.prose.text.sentences import Text

__all__ = ["inline_claims"]

LONGEST = 20  # items that are counted
_NUMERALS = "一二三四五六七八九十"
_ANNOUNCED = re.compile(
    r"(?<![\d第.之上前后])(?P<many>\d{1,2}|[两二三四五六七八九十]{1,2})(?P<by>项|大?类|个方面|方面|大?点|种|条|个)(?P<what>[^\n。;；,，:：\d(（]{0,12})[:：]\s*"
    r"(?=(?P<first>1[.、．](?!\d)|[(（]1[)）]|①|一是|[(（]一[)）]|一、))"
)
_OPENS = r"(?:^|(?<=[:：;；。,，、\s]))"  # where an item begins
_ONES = {**dict.fromkeys(".、．", re.compile(r"(?<!\d)1[.、．](?!\d)|(?<![\d一二三四五六七八九十])一、")), **dict.fromkeys(")）", re.compile(r"[(（][1一][)）]")), "①": re.compile("①"), "是": re.compile("(?<!第)一是(?![否指])")}  # by the last sign of the first mark
_WORDED, _BARE_ITEM = re.compile(rf"[{_NUMERALS}]是"), re.compile(rf"[{_NUMERALS}]是[^,，、和与及以还并同\d]{{2,16}}")
_OPEN = re.compile(r"(?:主要|其中|包括|重点是|约|近|至少|超过?|多|等)[^\n。;；,，:：]{0,6}$")
_OPEN_NOUN = re.compile(r"主要|其中|部分|等$|以上|左右")


@lru_cache(maxsize=256)
def _mark(first: str, number: int) -> re.Pattern[str] | None:
    """How the item of that number begins, in the style of the first."""
    written = _NUMERALS[number - 1] if number <= len(_NUMERALS) else None
    if first == "①":
        return re.compile(_OPENS + chr(ord("①") + number - 1))
    if first[0] == "1":
        return re.compile(rf"{_OPENS}{number}[.、．](?!\d)")
    if first[1] == "1":
        return re.compile(rf"{_OPENS}[(（]{number}[)）]")
    if written is None:
        return None
    return re.compile(rf"(?<![第\d{_NUMERALS}]){written}是(?![否指])" if first == "一是" else rf"{_OPENS}[(（]{written}[)）]" if first[1] == "一" else rf"{_OPENS}{written}、(?![{_NUMERALS}])")


def inline_claims(text: Text) -> Iterator[Claim]:
    """One claim for a number behind which the items are numbered one by one up to the end of the paragraph.

    It fails where more are numbered than announced, or fewer in figures; words (一是) may leave the last unnumbered, unless a semicolon and
    nothing else parts one from the next and the last is a bare noun.
    """
    for match in _ANNOUNCED.finditer(text.text):
        number = whole_number(match["many"])
        if number is None or _OPEN.search(text.text, max(0, match.start() - 12), match.start()) or _OPEN_NOUN.search(match["what"]):
            continue
        end = text.text.find("\n", match.end())
        end = end if end >= 0 else len(text.text)
        many = _numbered(text.text, match.end(), end, match["first"])
        if many < 2 or _may_be_their_sum(text.text[match.end() : end], match["by"]) or _within(text.text, match.start(), match["first"]):
            continue
        certain = many > number or match["first"] != "一是" or _all_told(text.text[match.end() : end], many)
        yield number_claim(text.text, (match.start(), match.end("by")), (match.start("many"), match.end("by")), number, many, match["by"], "后面列出的共", certain)


def _all_told(items: str, many: int) -> bool:
    """Whether the paragraph holds so many items, each behind a semicolon, and ends with the bare noun of the last: …;四是体系建设."""
    told = re.split("[;；]", items.strip().removesuffix("。"))
    return len(told) == many and all(_WORDED.match(one) for one in told) and not re.search("[。]", items.strip()[:-1]) and _BARE_ITEM.fullmatch(told[-1]) is not None


def _may_be_their_sum(items: str, by: str) -> bool:
    """Whether items tell numbers of what is counted (共设指标12个:1.数量指标5个;…), or the last leaves others unnamed."""
    measure = "个?方面" if by.endswith("方面") else by[-1]
    return re.search(rf"\d\s*{measure}", items) is not None or re.search(r"等(?:[。;；]|$)", items) is not None


def _within(words: str, at: int, first: str) -> bool:
    """Whether the number itself stands in an item of numbers of this style."""
    return _mark(first, 1).search(words, words.rfind("\n", 0, at) + 1, at) is not None  # type: ignore[union-attr]


def _numbered(words: str, start: int, end: int, first: str) -> int:
    """How many items are numbered on from the first; 0 where the numbering starts again or goes on in the next paragraph."""
    many, at = 0, start
    while many < LONGEST and (mark := _mark(first, many + 1)) is not None and (found := mark.search(words, at, end)) is not None:
        many, at = many + 1, found.end()
    following = _mark(first, many + 1)
    if len(_ONES[first[-1]].findall(words, start, end)) > 1 or following is None or following.match(words[end:].lstrip()):  # type: ignore[union-attr]
        return 0
    return many
