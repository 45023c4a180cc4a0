"""The three qualitative bands of 财预〔2020〕10号 as forms print them, with whatever edges they have."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.clauses.rule import Band, Word
from ziping.standards.words.vocabulary import Pattern

__all__ = ["official"]

_BAND = r"(\d+)%?(?:\((不?含)\))?[-~至](\d+)%(?:\((不?含)[^)]*\))?"
_TRIPLE = (
    r"(?:[^;。]*?)(?:根据指标完成情况分为)?(达成(?:年度|预期)?指标)、(部分达成(?:(?:年度|预期)指标)?(?:(?:并|且)具有一定效果)?)、(未达成(?:(?:年度|预期)指标)?(?:(?:且|并)效果较差)?)(?:三档|三个档次|三种情况)?,?(?:分别|依次)?(?:按照|按|对应)(?:该|本)?(?:指标)?(?:对应)?(?:分值)?(?:区间)?"
    + _BAND + "、" + _BAND + "、" + _BAND + r"(?:来)?(?:合理)?(?:确定|计算|计|赋)?(?:得分|分值|分)?[。;]?"
)  # fmt: skip
_EACH = (r"(达成(?:年度|预期)?指标)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[,;。、](部分达成(?:(?:年度|预期)指标)?(?:并|且)?具有一定效果)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[,;。、](未达成(?:(?:年度|预期)指标)?(?:且|并)?效果较差)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[。;]?")


_UNNAMED = (
    r"(?:\d[.、])?(?:若|如|对于)?(?:为|是|属于)?定性指标(?:的|则)?[,:]?(?:根据|按照?)?(?:指标完成情况)?(?:的)?(?:分为)?三档(?:原则|次)?,?(?:分别|依次)?(?:按照|按)?(?:该|本)?(?:指标)?(?:的)?(?:分值)?(?:的)?"
    + _BAND + "、" + _BAND + "、" + _BAND + r"(?:来|合理)*(?:确定|计算|计|记|赋)?(?:得分|分值|分)?[。;\n]*"
)  # fmt: skip
_NAMES = ("达成年度指标", "部分达成年度指标并具有一定效果", "未达成年度指标且效果较差")


def official(source: str) -> tuple[list[tuple[Word, Band]], str] | None:
    """The three bands of 财预〔2020〕10号 with whatever edges the form prints, and what the form says of quantities beside them."""
    for pattern, names, edges in ((_TRIPLE, (1, 2, 3), (4, 8, 12)), (_EACH, (1, 6, 11), (2, 7, 12)), (_UNNAMED, None, (1, 5, 9))):
        if "定性" not in source and "达成" not in source:
            return None
        match = re.fullmatch(pattern, source) if names else re.search(pattern, source)
        if match is None:
            continue
        words = match.group(*names) if names else _NAMES
        bands = [sorted((Decimal(a).scaleb(-2), Decimal(b).scaleb(-2))) for a, b in (match.group(i, i + 2) for i in edges)]
        if not (bands[0][1] == 1 and bands[0][0] >= bands[1][1] and bands[1][0] >= bands[2][1] and bands[2][0] == 0):
            return None
        rest = source[: match.start()] + source[match.end() :]
        return [(Word(word), Band(high, low)) for word, (low, high) in zip(words, bands, strict=True)], _IF_QUANTITY.sub("", rest)
    return None


_IF_QUANTITY = Pattern(r"(?:\d[.、])?(?:若|如|对于)?(?:为|是|属于)?定量指标(?:的|则)?[,:]")
