"""Figures in running Chinese text: value, unit, the decimals shown, and where they stand.

Years, dates, document numbers, ordinals and heading numbers are no figures. A figure that its sentence hedges (约, 余, 近, 左右,
不低于 …) or that is one end of a range is marked `loose`: nothing is ever held against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ziping.amounts import COUNT, FOLDED, NUMBER, Figure, decimals_of, unit_named

__all__ = ["LABEL", "Kind", "Mention", "clean", "counted", "number_word", "scan", "whole_number"]


class Kind(StrEnum):
    """What a figure measures, by its unit."""

    MONEY = "money"
    RATE = "rate"
    STEPS = "steps"  # 个百分点
    SCORE = "score"
    COUNT = "count"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure of the text; `text[start:end]` is the number with its unit."""

    start: int
    end: int
    figure: Figure
    kind: Kind
    loose: bool = False
    depth: int = 0  # brackets around it

    def __hash__(self) -> int:
        return self.start  # no two of one text begin at one place, and very many are looked up


# What a sentence counts in. Longer words first; the lookaheads keep 5个月, 3分之一, 两项目 … apart.
_COUNTERS = (
    "人次|剂次|人天|人|名|台\\(套\\)|件\\(套\\)|台/套|个(?!月|小时|工作日|季度|年|百分)|家|台套|台|辆|宗|件次|件|批次|批|份|条|户|套|起|例|处|间|幢|栋|座|所|场次|场|"
    "项(?!目)|项(?=目)|平方米|㎡|公里|千米|亩|公顷|吨|次(?!会议)|笔|册次|册|千瓦时|立方米|篇|期|类|张|枚|块|门|支|只|把|组|盏|棵|株|头|路|客|口(?!岸|径|人)|艘|眼(?!科)|孔|尾(?!款)|羽|卷|天(?!内|以|之|前|后)"
)
_SCORE = "分(?!钟|担|摊|之|别|局|公|为|管|类|成|布|解|析|散|行|支|项|组|工|级|期|批|配|段|步|发|享|包|中心|区|厂|院|校|部|册|会|馆|店)"
_METRIC = r"(?:hm|km|cm|mm|m)[²³23]?(?![A-Za-z])|kg(?![A-Za-z])|t(?![A-Za-z])"
_UNIT = re.compile(
    r"\s{0,2}(?P<more>[余多])?(?P<scale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?!米|克|瓦)|百(?!分))?(?P<more2>[余多])?\s?"
    rf"(?P<unit>个?百分点|人民币元|元|{_METRIC}|美元|欧元|港元|%|‰|{_SCORE}|(?!个?千分点)(?:{_COUNTERS}))?"
)
FEW = 12  # figures to either side of one that counts in 台(套)
_SETS, _STOP = "台套", re.compile(r"。(?!其中)|\n")
TO_ONE = 8  # characters of a number that something stands to one by
LONGEST = 24  # characters of a number; longer rows of digits are codes
_NUMBER = re.compile(r"(?<![\d.A-Za-z_])(?:\d{1,3}(?: \d{3})+(?:\.\d+)?(?= ?[万亿]?元)|" + NUMBER.pattern.rsplit("|", 1)[0] + rf")(?!\d|\.\d|(?!{_METRIC})[A-Za-z_])")
_NOT_A_FIGURE = re.compile(r"\s?(?:\.?\*+(?![\d*])|[-—–~至到]\d{1,2}月|[-—–~至到]\d{1,3}周?岁|年(?!均)|个(?:月|工作日|小时|季度|学期|百分之)|月|日|周?岁|号|时|点(?!\d)|届|楼|层|℃|[*×x]\d+(?:小时|h)|:\d\d|(?:政务|政府|服务|便民|投诉|举报|市长|市民)*热线|(?:刑事|治安)?警情)")
_TO = re.compile(r"(?::\d{1,2}(?:\.\d)?)+(?![\d.,万元%])")  # 按4:6加权: how two stand to each other
_TO_BEFORE = re.compile(r"(?:^|[^\d:])\d{1,2}(?:\.\d)?:(?:\d{1,2}(?:\.\d)?:)?$")
_TO_ONE, _ONE_TO = re.compile(r":1(?![\d.,:万亿元%个人户件项名次分])"), re.compile(r"(?:^|[^\d:.])1:$")  # 生师比11.97:1
_FOR_ONE = re.compile(r"(?:^|[^\d:.])\d{1,4}(?:\.\d{1,3})?:$")
_MEASURED = re.compile(rf"\s?(?:[万亿元%人个户件项名次]|{_SCORE})")
_YEARISH = re.compile(r"(?:19|20)\d\d")
_LOOSE_BEFORE = re.compile(
    r"(?:(?<!节)约|约为|(?<!附)近|将近|接近|超|超过|超出|不足|不到|不低于|不少于|不高于|不超过|高于|低于|大于|小于|至少|最多|最高|最低|(?<![年月天日周岁级及])以上|上限|"
    r"突破|[≥≤><≧≦≈~])\s?$"
)
_LOOSE_AFTER = re.compile(r"\s?(?:余|多(?!\d)|左右|上下|以上|以下|以内|之内|\([^()]{0,6}左右\)|[-—–~至到]\s?\d)")
_RANGE_BEFORE = re.compile(r"\d\s?(?:万?元|%|分|人|个)?\s?[-—–~至到]\s?$")
_GROUP_BEFORE, _GROUP = re.compile(r"(?<![\d.])\d{1,3}(?: \d{3})* $"), re.compile(r"\d{3}(?!\d)")  # 1 500个: one number or two, nobody can say
_GROUPS = re.compile(r"(?: \d{3})+(?!\d)(?:\.\d+)?")
_SIGN_BEFORE = re.compile(r"(?<![\d%元)人个项%])[-−－]\s?$")
_ORDINAL = re.compile(r"(?:第|No\.?|〔|\[|编号|代码|文号|电话|邮编)\s?$")
_TYPE_BEFORE, _MONEY_OR_RATE = re.compile(r"[A-Za-z][-－–—]$"), re.compile(r"\s?(?:[十百千万亿]*元|%|‰)")  # 2架B-25型: what a type is called
_LABELS = "目标|任务|标段|附件|附表|图表|问题|措施|方案|指标|项目|子项|阶段|部分|备注|案例|事项"
_LABEL_BEFORE = re.compile(rf"(?:{_LABELS})\s?$")
LABEL = re.compile(rf"(?:{_LABELS})\s?\d{{1,2}}[:：、.．)）]")
_LABELLED = re.compile(r"\s?[:：、.．)）](?!\d)")  # 目标2:…: a label, no figure
_LISTED = re.compile(r"\s*(?:[、,，和及与]|\((?:含|包含|包括|其中)[:：]?[^\d()、,，;；。]{1,14}|(?:增加|减少|增长|下降|上升|压减)了?)\s*")
_ITEM_BEFORE = re.compile(r"[。;；:：]\s?\(?$")
_CHAPTER = re.compile(r"\s*[((]?$")
_DEEPER = re.compile(r"[()\n]")
_CHAPTER_AFTER = re.compile(r"[.．、))](?!\d)")


_GROUPING = re.compile("(?<=[０-９])，(?=[０-９])")
_PLAIN = (*(pair for pair in FOLDED if pair[0] != "，"), ("\t", " "), ("\u2002", " "), ("\u2003", " "))


def clean(text: str) -> str:
    """The text for reading: full-width digits and signs folded, blanks of all kinds as blanks, one character for one character.

    A full-width comma stays one: it separates clauses, and only between full-width digits does it group thousands.
    """
    text = _GROUPING.sub(",", text)
    for wide, plain in _PLAIN:
        text = text.replace(wide, plain)
    return text


def scan(text: str) -> tuple[Mention, ...]:
    """All figures of a text that went through `clean`, in order."""
    found = []
    depth, seen = 0, 0
    for match in _NUMBER.finditer(text):
        start, stop = match.span()
        for char in _DEEPER.findall(text, seen, start):
            depth = depth + 1 if char == "(" else max(0, depth - 1) if char == ")" else 0
        seen = start
        before = text[max(0, start - 12) : start]
        if _not_a_figure(text, start, stop, before):
            continue
        unit = _UNIT.match(text, stop)
        word = (unit["scale"] or "") + (unit["unit"] or "").replace("(", "").replace(")", "") if unit else ""
        end = unit.end() if unit and word else stop
        value = Decimal(match[0].replace(",", "").replace(" ", ""))
        sign = _SIGN_BEFORE.search(before)
        if sign and (unit and unit["unit"]):
            value = -value
            start -= len(before) - sign.start()
        if word in ("万", "亿") and found and found[-1].kind is Kind.MONEY and re.match(r"[\s。，,、;；)]|$", text[end : end + 1]):
            word += "元"  # 10万 among amounts of money
        figure = Figure(value, unit_named(word), decimals_of(value))
        loose = bool(
            (unit and word and (unit["more"] or unit["more2"]))
            or word
            and _GROUP_BEFORE.search(before)
            and _GROUP.match(match[0])
            or _heads_a_group(text, start, stop)
            or _LOOSE_BEFORE.search(before)
            or _LOOSE_AFTER.match(text, end)
            or _RANGE_BEFORE.search(before)
            or text[end : end + 1] == "/"
            and not text[end + 1 : end + 2].isdigit()
        )
        found.append(Mention(start, end, figure, _kind(word, figure), loose, depth))
    return tuple(_with_shared_units(text, found))


def _heads_a_group(text: str, start: int, stop: int) -> bool:
    """Whether a number may be the first digits of one with blanks for its thousands: [1] 500个."""
    rest = _GROUPS.match(text, stop) if stop - start <= 3 else None
    unit = _UNIT.match(text, rest.end()) if rest else None
    return unit is not None and bool(unit["unit"])


def _with_shared_units(text: str, found: list[Mention]) -> list[Mention]:
    """`4125.49、4143.91万元`: a bare decimal takes the unit of the one it is listed with."""
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        bare = one.kind is Kind.PLAIN and not one.figure.unit.text and bool(one.figure.decimals) and following.kind is not Kind.PLAIN
        if bare and _LISTED.fullmatch(text, one.end, following.start):
            found[index] = replace(one, figure=one.figure.but(unit=following.figure.unit), kind=following.kind)
    return _with_sets(text, found)


def _with_sets(text: str, found: list[Mention]) -> list[Mention]:
    """`设备90台(套),其中甲50台、乙40套`: where a sentence counts in both at once, what it counts in either is of one measure."""
    for at in [at for at, one in enumerate(found) if one.figure.unit.base == _SETS]:
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(found) and abs(near - at) < FEW and not _STOP.search(text, *sorted((found[near].end, found[at].start))):
                one = found[near]
                if one.figure.unit.base in ("台", "套"):
                    found[near] = replace(one, figure=one.figure.but(unit=one.figure.unit._replace(base=_SETS)))
                near += step
    return found


def _not_a_figure(text: str, start: int, stop: int, before: str) -> bool:
    if stop - start > LONGEST or _NOT_A_FIGURE.match(text, stop) or _ORDINAL.search(before):
        return True
    if stop - start <= 2 and (_ITEM_BEFORE.search(before) and _CHAPTER_AFTER.match(text, stop) or before[-1:] == "(" and text[stop : stop + 1] == ")"):
        return True
    if _TYPE_BEFORE.search(before) and not _MONEY_OR_RATE.match(text, stop):
        return True
    if stop - start <= 2 and _LABEL_BEFORE.search(before) and _LABELLED.match(text, stop):
        return True
    if stop - start <= 4 and (_TO.match(text, stop) or _TO_BEFORE.search(before) and not _MEASURED.match(text, stop)):
        return True
    if stop - start <= TO_ONE and (_TO_ONE.match(text, stop) or (_ONE_TO.search(before) or text[start:stop] == "1" and _FOR_ONE.search(before)) and not _MEASURED.match(text, stop)):
        return True
    line = text.rfind("\n", max(0, start - 8), start)
    opening = before if line < 0 and start < 8 else text[line + 1 : start] if line >= 0 else None
    if opening is not None and stop - start <= 3 and _CHAPTER.fullmatch(opening) and _CHAPTER_AFTER.match(text, stop):
        return True
    return bool(_YEARISH.fullmatch(text[start:stop]) and re.match(r"\s?[-—~至、/.)〕\]]", text[stop : stop + 2]))


def _kind(word: str, figure: Figure) -> Kind:
    if word.endswith("元"):
        return Kind.MONEY
    if word in ("%", "‰"):
        return Kind.RATE
    if word.endswith("百分点"):
        return Kind.STEPS
    if word == "分":
        return Kind.SCORE
    return Kind.COUNT if figure.unit.base else Kind.PLAIN


_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}


def counted(start: int, digits: str) -> Mention:
    """A number of things that stands here, with the one character that measures them."""
    return Mention(start, start + len(digits) + 1, Figure(Decimal(digits), COUNT, 0), Kind.COUNT)


def whole_number(word: str) -> int | None:
    """`14` or `十四` → 14; None for anything else."""
    return int(word) if word.isdigit() else number_word(word)


def number_word(word: str) -> int | None:
    """`十四` → 14, `两` → 2, `一百二十` → 120; None for anything else."""
    if not word or any(char not in _DIGITS and char not in "十百" for char in word):
        return None
    total = digit = 0
    for char in word:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
    return total + digit
