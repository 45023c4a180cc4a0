"""A form told line by line, the unit in its heading alone: 资金总额(万元)：90 / 其中：中央补助 60 / 县级资金 30."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots, show
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, shown
from ziping.prose.text.closed import by_levels
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["lined_claims"]

MOST = 12  # lines that one form may have
_TOTAL = re.compile("(?:总额|合计|总计|资金|总数|预算数)[)）:：\\s]*$")
_UNIT = re.compile(r"[(（]\s*(?:单位[:：])?(?:万元|元|亿元)\s*[)）]")
_FIRST = re.compile(r"\s*其中[:：]\s*")


def lined_claims(text: Text, spoken: Sequence[tuple[Sentence, list[Said]]], at: int) -> Iterator[Claim]:
    """The sum of the lines below a total: it fails only where they name levels of government, which leave none out."""
    total = _alone(text, *spoken[at])
    if total is None or not _TOTAL.search(text.text, spoken[at][0].start, total.start):
        return
    above = max(0, text.text.rfind("\n", 0, max(0, spoken[at][0].start - 1)))
    if not _UNIT.search(text.text, above, total.start):
        return
    parts, names = [], []
    for sentence, said in spoken[at + 1 : at + 1 + MOST]:
        part = _alone(text, sentence, said)
        if part is None or bool(_FIRST.match(text.text, sentence.start, sentence.end)) != (not parts) or parts and _TOTAL.search(text.text, sentence.start, part.start) and "总" in said[0].lead:
            break
        parts.append(part)
        names.append(re.sub(r"\([^()]*\)", "", _FIRST.sub("", text.text[sentence.start : part.start])).strip(" :：\n"))
    if len(parts) < 2 or not all(names) or len(set(names)) < len(names):
        return
    footing = foots(total.figure, [part.figure for part in parts])
    if footing is None or not (footing.holds or by_levels(names)):
        return
    added = show(footing.expected, max(one.figure.decimals or 0 for one in parts))
    words = f"各行合计{added}，与总数{shown(total)}相符。" if footing.holds else f"{'+'.join(shown(part) for part in parts)}={added}，文中总数为{shown(total)}，请核对总数和各行。"
    yield claim(ClaimKind.SUM, [*parts, total], Verdict.HOLDS if footing.holds else Verdict.FAILS, shown(total), added, words)


def _alone(text: Text, sentence: Sentence, said: Sequence[Said]) -> Mention | None:
    """The bare number that ends a line and stands alone in it."""
    one = said[0].mention if len(said) == 1 else None
    if one is None or one.kind is not Kind.PLAIN or one.loose or text.text[one.end : sentence.end].strip():
        return None
    return one if text.text[sentence.end : sentence.end + 1] in ("\n", "") else None
