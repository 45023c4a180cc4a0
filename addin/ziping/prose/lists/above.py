"""What the paragraphs above state one by one, added up below them: 1.甲40万元; 2.乙25万元; 以上2个项目合计65万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, shown
from ziping.prose.judging.misprints import exchanged
from ziping.prose.text.below import Spoken
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.outline import mark_rank
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["above_claims"]

_TOGETHER = re.compile(r"^[。\s]*(?:以上|上述|前述)?(?:共)?(?P<many>\d{1,2}|[两二三四五六七八九十]{1,2})?(?:个|项|笔|类|家)?[^,，;；。:：\d]{0,10}(?:合计|共计|总计)[^,，;；。\d]{0,10}$")
_ABOVE = re.compile("以上|上述|前述")
_MEASURE = re.compile("支出|预算|到位|结余|决算|投资")
MOST = 40  # paragraphs


def above_claims(text: Text, at: int, spoken: Sequence[Spoken]) -> Iterator[Claim]:
    """One claim for a paragraph that begins with the total of as many paragraphs as it says, or of all that state such an amount right above it."""
    sentence, said = spoken[at]
    if not said or at and spoken[at - 1][0].paragraph == sentence.paragraph:
        return
    first = next((one for one in said[:2] if one.amount and one.mention.kind is Kind.MONEY), None)
    lead = "".join(one.lead + (one.mention.figure.value.to_eng_string() + one.mention.figure.unit.text if one is not first else "") for one in said[: said.index(first) + 1]) if first else ""
    match = _TOGETHER.search(lead) if first is not None and not first.mention.loose else None
    if match is None or first is None:
        return
    many = whole_number(match["many"]) if match["many"] else None
    rows = _above(text, at, spoken, first, many or MOST)
    if len(rows) < 2 or many is not None and len(rows) != many or not all(rows):
        return
    columns = [[row[place] for row in rows] for place in range(min(len(row) for row in rows))]  # 预算a,支出b: the total is of one of them
    fitting = next((column for column in columns if (footing := foots(first.mention.figure, [one.mention.figure for one in column])) and footing.holds), None)
    word = _MEASURE.search(first.lead)
    measured = [column for column in columns if word and all(word[0] in one.lead for one in column)]
    parts = fitting or (measured[0] if len(measured) == 1 else columns[0])
    footing = foots(first.mention.figure, [part.mention.figure for part in parts])
    single = all(len(row) == 1 for row in rows) or len(measured) == 1
    if footing is None or not fitting and not (single and (many is not None and _ABOVE.search(lead) or exchanged([part.mention for part in parts], first.mention))):
        return
    worked = in_unit(footing.expected, first.mention)
    sum_ = ("+".join(shown(part.mention) for part in parts) if len(parts) < 6 else "上列各项相加") + f"={worked}"
    verdict = Verdict.HOLDS if footing.holds else Verdict.FAILS
    yield recomputed(ClaimKind.SUM, [*(part.mention for part in parts), first.mention], verdict, worked, sum_)


def _above(text: Text, at: int, spoken: Sequence[Spoken], total: Said, most: int) -> list[list[Said]]:
    """The amounts of the first sentences of the paragraphs right above, as far as each states one and all are numbered alike; nearest last."""
    parts: list[list[Said]] = []
    ranks: set[int | None] = set()
    paragraph = spoken[at][0].paragraph
    for index in range(at - 1, -1, -1):
        sentence, said = spoken[index]
        if index and spoken[index - 1][0].paragraph == sentence.paragraph:
            continue  # not the first sentence of its paragraph
        if sentence.paragraph < paragraph - 1 or len(parts) == most:
            break
        paragraph = sentence.paragraph
        rank = mark_rank(text.text[sentence.start : sentence.start + 24])
        ranks = {rank} if not parts else ranks
        first = next((one for one in said[:2] if one.amount and one.mention.kind is Kind.MONEY), None)
        if first is None or first.mention.loose or first.price or first.mention.figure.unit.base != total.mention.figure.unit.base or re.search("合计|共计|总计", first.lead) or rank not in ranks:
            break
        parts.insert(0, [one for one in said if one.amount and one.mention.kind is Kind.MONEY and not one.price and not one.mention.depth])
    return parts
