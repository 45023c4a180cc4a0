"""Items of one paragraph and the total told before or behind them: 共安排90万元。一是…40万元;二是…50万元; 共完成投资90万元。甲路完成投资40万元。乙路完成投资50万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, shown
from ziping.prose.judging.misprints import slipped, total_slipped
from ziping.prose.judging.slips import one_wrong, significant
from ziping.prose.judging.unitslips import of_another_unit, of_one_unit
from ziping.prose.text.below import Spoken
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.said import Said, measure
from ziping.prose.text.sentences import Text

__all__ = ["enumerated_claims"]

MOST = 24  # sentences that the items may take
NEAR = 3  # amounts before the items that may be their total
ROW = 3  # items that are one only by the word they measure
FINE = 200  # a total is at least so many times what rounding allows
DIGITS = 3  # significant digits of a total that no other list gives by chance
_ITEM = re.compile(r"(?:^|(?<=[\s,，;；。:：、)]))([一二三四五六七八九十])是(?![否指])")
_IN_ALL = re.compile(r"共|总|合计|累计")
_TOGETHER = re.compile(r"(?:^|[,，;；。\s])(?:以上|上述)?[^,，;；。]{0,8}(?:合计|共计|总计|共(?!同|用|享|建))[^,，;；。]{0,10}$")


def enumerated_claims(text: Text, at: int, spoken: Sequence[Spoken], made: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for a total that the items of its paragraph give, or would but for one slip. made: what other rules have found."""
    sentence, said = spoken[at]
    judged = {one.figures[-1] for one in made if one.kind is ClaimKind.SUM and one.verdict is not Verdict.UNSURE}
    rest = [*takewhile(lambda pair: pair[0].paragraph == sentence.paragraph, spoken[at + 1 : at + 1 + MOST])]
    if (first := next((mark for mark in _ITEM.finditer(text.text, sentence.start, sentence.end) if mark[1] == "一"), None)) is not None:
        end = rest[-1][0].end if rest else sentence.end
        told = [one for one in said if one.mention.start < first.start()]
        if at and spoken[at - 1][0].paragraph == sentence.paragraph:
            told = [*spoken[at - 1][1], *told]
        behind = [one for _, more in [spoken[at], *rest] for one in more if one.mention.start > first.start()]
        made_here = _numbered(_segments(text, first.start(), end, behind), told)
    else:
        made_here = _measured(said, [more for _, more in rest])
    if made_here is not None and made_here.figures[-1] not in judged:
        yield made_here


def _money(one: Said) -> bool:
    return one.amount and one.mention.kind is Kind.MONEY and not one.price and one.mention.figure.value > 0


def _segments(text: Text, start: int, end: int, behind: Sequence[Said]) -> list[list[Said]]:
    """The amounts of every item, from 一是 on as far as they are numbered one by one."""
    marks: list[int] = []
    for mark in _ITEM.finditer(text.text, start, end):
        if whole_number(mark[1]) != len(marks) + 1:
            break
        marks.append(mark.start())
    bounds = [*marks, end]
    return [[one for one in behind if low < one.mention.start < high and _money(one)] for low, high in zip(bounds, bounds[1:], strict=False)]


def _numbered(items: list[list[Said]], told: Sequence[Said]) -> Claim | None:
    """The total behind the last item, or one told right before the first, against the first amount of each."""
    if len(items) < 2 or not all(items):
        return None
    parts, plain = [item[0] for item in items], all(len(item) == 1 for item in items[:-1])
    behind = next((one for one in items[-1][1:] if _TOGETHER.search(one.lead)), None)
    totals = [behind] if behind else [one for one in told if _money(one)][: -NEAR - 1 : -1]
    plain = plain and (behind is not None and items[-1][1] is behind or len(items[-1]) == 1)
    for total in totals:
        if (made := _holding(parts, total)) is not None:
            return made
    return _failing(parts, totals[0]) if totals and plain else None


def _measured(said: Sequence[Said], following: Sequence[Sequence[Said]]) -> Claim | None:
    """The last total of a sentence against what the sentences behind it say of the same measure, one amount each."""
    total = next((one for one in reversed(said) if _money(one) and _IN_ALL.search(re.split("[,，;；。]", one.lead)[-1])), None)
    if total is None or len(measure(total)) < 2:
        return None
    parts: list[Said] = []
    for more in following:
        alike = [one for one in more if _money(one) and measure(one) == measure(total) and not one.marker]
        if len(alike) > 1 or not alike and any(_money(one) for one in more):
            break
        parts += alike
    if len(parts) < ROW or any(_IN_ALL.search(re.split("[,，;；。]", part.lead)[-1]) for part in parts):
        return None
    return _holding(parts, total) or _failing(parts, total)


def _holding(parts: Sequence[Said], total: Said) -> Claim | None:
    if total.mention.loose or any(part.mention.loose for part in parts):
        return None
    footing = foots(total.mention.figure, [part.mention.figure for part in parts])
    if footing is None or not footing.holds or footing.tolerance * FINE > abs(footing.actual) or significant(total.mention.figure) < DIGITS:
        return None
    added = in_unit(footing.expected, total.mention)
    return claim(ClaimKind.SUM, [*(part.mention for part in parts), total.mention], Verdict.HOLDS, shown(total.mention), added, f"各项合计{added}，与总数{shown(total.mention)}相符。")


def _failing(parts: Sequence[Said], total: Said) -> Claim | None:
    """What one slip in a figure, or one unit, keeps from footing."""
    mentions, figures = [part.mention for part in parts], [*(part.mention for part in parts), total.mention]
    if total.mention.loose or any(mention.loose for mention in mentions):
        return None
    if (odd := slipped(mentions, total.mention)) is not None:
        return of_another_unit(mentions, total.mention, odd)
    if (meant := total_slipped(mentions, total.mention)) is not None:
        return of_one_unit(mentions, total.mention, meant)
    footing = foots(total.mention.figure, [mention.figure for mention in mentions])
    if footing is None or len({mention.figure.unit for mention in figures}) > 1 or not one_wrong(mentions, total.mention) or significant(total.mention.figure) <= DIGITS:
        return None
    added = in_unit(footing.expected, total.mention)
    words = f"{'+'.join(shown(part.mention) for part in parts)}={added}，文中总数为{shown(total.mention)}，请核对总数和各项。"
    return claim(ClaimKind.SUM, figures, Verdict.FAILS, shown(total.mention), added, words)
