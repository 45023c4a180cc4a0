"""The three qualitative bands of 财预〔2020〕10号 as forms print them, with whatever edges they have."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.rule import Band, Word

__all__ = ["official"]

_BAND = r"(\d+)%?(?:\((不?含)\))?[-~至](\d+)%(?:\((不?含)[^)]*\))?"
_TRIPLE = (
    r"(?:[^;。]*?)(?:根据指标完成情况分为)?(达成(?:年度|预期)?指标)、(部分达成(?:(?:年度|预期)指标)?(?:并|且)具有一定效果)、(未达成(?:(?:年度|预期)指标)?(?:且|并)效果较差)(?:三档|三个档次|三种情况)?,?(?:分别|依次)?(?:按照|按|对应)(?:该|本)?(?:指标)?(?:对应)?(?:分值)?(?:区间)?"
    + _BAND + "、" + _BAND + "、" + _BAND + r"(?:来)?(?:合理)?(?:确定|计算|计|赋)?(?:得分|分值|分)?[。;]?"
)  # fmt: skip
_EACH = (r"(达成(?:年度|预期)?指标)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[,;。、](部分达成(?:(?:年度|预期)指标)?(?:并|且)?具有一定效果)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[,;。、](未达成(?:(?:年度|预期)指标)?(?:且|并)?效果较差)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[。;]?")


def official(source: str) -> list[tuple[Word, Band]] | None:
    """The three bands of 财预〔2020〕10号 with whatever edges the form prints."""
    if not ("达成" in source and "未达成" in source):
        return None
    match = re.fullmatch(_TRIPLE, source)
    if match:
        words, edges = match.group(1, 2, 3), [match.group(i, i + 2) for i in (4, 8, 12)]
    elif match := re.fullmatch(_EACH, source):
        words, edges = match.group(1, 6, 11), [match.group(i, i + 2) for i in (2, 7, 12)]
    else:
        return None
    bands = [sorted((Decimal(a).scaleb(-2), Decimal(b).scaleb(-2))) for a, b in edges]
    if not (bands[0][1] == 1 and bands[0][0] >= bands[1][1] and bands[1][0] >= bands[2][1] and bands[2][0] == 0):
        return None
    return [(Word(word), Band(high, low)) for word, (low, high) in zip(words, bands, strict=True)]
