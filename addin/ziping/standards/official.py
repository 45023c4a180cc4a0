"""The three qualitative bands of 财预〔2020〕10号 as forms print them, with whatever edges they have."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.rule import Band, Word
from ziping.standards.vocabulary import Pattern

__all__ = ["either_way", "letters_told", "official"]

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
_ACTUAL, _GOAL = r"(?:全年|年度)?(?:实际)?(?:完成)?值(?:\(B\))?|B", r"(?:年初|年度|预期)?(?:目标|指标)值(?:\(A\))?|A"
_WORTH = r"(?:该|本)?(?:项)?(?:指标)?(?:的)?(?:分值|权重分?|满分)"
_SAID = r"(?:的)?,?(?:则)?(?:得分)?(?:计算)?(?:方法|公式)?(?:应)?(?:用|为|=|:)?"
_KIND = r"(?:定量指标)?(?:若|如|当)?(?:定量指标)?(?:为|是)?"


def _way(kind: str, top: str, bottom: str) -> str:
    """正向指标（即目标值为≥X），得分=权重*B/A, with the formula after the bracket or in it."""
    quotient = rf"\(?(?:{top})/(?:{bottom})\)?"
    product = rf"(?:{_WORTH}\*{quotient}|{quotient}\*{_WORTH})"
    return rf"{_KIND}(?:{kind})指标(?:(?:\([^()]*\))?{_SAID}{product}|\([^()=]*,得分={product}\))"


_WAYS = Pattern(_way("正向", _ACTUAL, _GOAL) + r"(?:,(?:得分)?(?:最高)?(?:不得?能?超过|以)(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分)(?:上限)?(?:为限)?)?[;,。]" + _way("反向|负向|逆向", _GOAL, _ACTUAL))


def either_way(source: str) -> str:
    """正向指标…实际值/目标值…，反向指标…目标值/实际值…: in proportion, whichever way the target looks."""
    return _WAYS.sub("得分=B/A或A/B*分值", source, count=1)


_IS = r"(?:为|是|是指|指|表示|代表|:)"
_MEANT = Pattern(rf"[,;。]?\(?(?:其中|注|说明)?[:,]?([AB]){_IS}([^,;。()AB]{{2,12}})[,;、]([AB]){_IS}([^,;。()AB]{{2,12}})\)?(?=[,;。\n]|$)")
_NAMED = ((Pattern(r"(?:年初|年度|全年|预期|绩效|计划|设定)*(?:目标|指标|计划)(?:完成)?(?:值|数)"), "目标值"), (Pattern(r"(?:全年|年度|年底|本年)*(?:实际)?(?:完成|实际)(?:情况|任务)?(?:值|数)"), "完成值"))


def letters_told(source: str) -> str:
    """得分=分值*B/A（A为目标值，B为完成值）: the words put in the place of their letters; as it stands where they mean something else."""
    match = _MEANT.search(source)
    if match is None or match[1] == match[3]:
        return source
    meant = {letter: next((word for form, word in _NAMED if form.fullmatch(said)), "") for letter, said in ((match[1], match[2]), (match[3], match[4]))}
    rest = source[: match.start()] + source[match.end() :]
    if set(meant.values()) != {"目标值", "完成值"} or not re.search(r"(?<![A-Za-z])[AB]/[AB](?![A-Za-z])", rest):
        return source
    told = re.sub(r"(?<![A-Za-z])[AB](?![A-Za-z])", lambda letter: meant[letter[0]], rest)
    return told if "完成值/目标值" in told else source
