"""What a clause gives or takes at once: 5分, 满分, 分值的60%, 得5分, 不得分, 扣2分."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.clauses.rule import FULL, ZERO, Amount, Award, Band, Choice, Judged
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import numeral
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["DEGREES", "FILLERS", "FULL_NAMES", "GRADES", "Off", "boundary", "fill", "read_amount", "read_award", "read_band", "read_share"]

FULL_NAMES = words("分值 该项分值 本项分值 指标分值 该指标分值 本指标分值 标准分 标准分值 权重分 权重分值 权重 该项权重 该项权重分 指标权重 指标权重分 总分 总分值 基本分 分数 分 相应分值 应得分 该项分数 该项总分 此项分值 该项指标分值 该项标准分 该项满分 其分值 赋分 满分 满分值 本项权重分 该项 "
    "该指标权重 该指标权重分 指标标准分 全部分值 所赋分值 指标赋分 指标满分 该指标满分 本项满分 权重值 该项指标权重 本指标权重 指标总分 所占分值 单项分值 该指标所赋全部分值 所赋全部分值 指标所赋全部分值 该指标全部分值 指标全部分值 该项全部分值 该指标所赋分值 对应分值 指标分 指标值分值 该指标标准分值 全部得分 分值权重")
_OWN_POINTS = words("该项分值 本项分值 该指标分值 本指标分值 此项分值 该项分数 本项分数 分值 标准分值")
FILLERS = words("该项 本项 此项 该指标 本指标 指标 则该项 全额 该项指标 本项指标 此指标 该项则 直接 视为 该分项 该要点 该小项 一次性 该指标所赋 指标所赋 所赋 该项所赋 其 该部分 每项 各项")
GRADES = words("优 良 中 差 优秀 良好 合格 不合格 一般 较好 好 较差 达标 不达标 中等 及格 不及格 基本合格")
DEGREES = words("高 较高 很高 偏高 低 较低 很低 偏低 强 较强 弱 较弱 大 较大 小 较小 显著 较显著 不显著 明显 较明显 不明显")
_TAILS = words("计算 计分 计 处理 计入 计得分 计算得分 记分 给分 赋分")
_BOUNDARY = ("OVER", "SEP", "COMMA", "PAUSE", "END", "CLOSE", "OPEN", "ENUM", "FLOOR", "MOST", "ELSE", "CEIL")
_FRACTION = Pattern(r"([二两三四五六七八九十])分之([一二三四五])")
HALF = Amount(Decimal("0.5"), True)


class Off(Record):
    """So many points off the full points, once."""

    __slots__ = ("amount",)
    amount: Amount

    def text(self) -> str:
        return f"扣{self.amount}"


def boundary(cursor: Cursor) -> bool:
    """Whether a clause may end here."""
    return cursor.kind() in _BOUNDARY


def _share_of(cursor: Cursor) -> bool:
    """（的）分值, （的）权重分 … after a percentage, or nothing at all before the clause's end."""
    start = cursor.at
    cursor.skip("GLUE", "PART")
    if cursor.kind() == "TEXT" and cursor.token().text in FULL_NAMES or cursor.kind() == "FULL":
        cursor.take()
        return True
    cursor.at = start
    return False


def read_amount(cursor: Cursor) -> Amount | None:
    """5分, 满分, 分值的60%, 60%的分值, 一半分值, 满分的80%."""
    start = cursor.at
    if cursor.kind() == "FULL" or (cursor.kind() == "TEXT" and cursor.token().text in FULL_NAMES):
        cursor.take()
        here = cursor.at
        cursor.skip("GLUE", "PART", "TIMES")
        number = cursor.accept("NUM")
        if number is not None and number.unit == PERCENT:
            return Amount(number.value.scaleb(-2), True)  # type: ignore[union-attr]
        if number is not None and number.unit is not None and number.unit.base == "分" and number.value and cursor.tokens[start].kind == "FULL" and cursor.tokens[here].kind == "NUM":
            return Amount(number.value)  # 得满分5分
        bottom = cursor.accept("NUM") if number is not None and number.unit is None and cursor.accept("OVER") else None
        if bottom is not None and 0 < number.value <= bottom.value:  # type: ignore[union-attr, operator]
            return Amount(number.value, True, bottom.value)  # type: ignore[union-attr, arg-type]
        if number is None and cursor.kind() == "TEXT" and (part := _FRACTION.fullmatch(cursor.token().text)):
            cursor.take()
            return Amount(numeral(part[2]), True, numeral(part[1]))  # type: ignore[arg-type]
        if number is None and cursor.kind() == "TEXT" and cursor.token().text in ("一半", "半数"):
            cursor.take()
            return HALF
        cursor.at = here
        return FULL
    if cursor.kind() == "TEXT" and cursor.token().text.removesuffix("的") in {f"一半{n}" for n in ("", *FULL_NAMES)}:
        cursor.take()
        _share_of(cursor)
        return HALF
    if cursor.kind() == "NUM" and cursor.kind(1) == "OVER" and cursor.kind(2) == "NUM" and cursor.token().unit is None:
        top, _, bottom = cursor.take(), cursor.take(), cursor.take()
        if 0 < top.value <= bottom.value and _share_of(cursor):  # type: ignore[operator]
            return Amount(top.value, True, bottom.value)  # type: ignore[arg-type]
        cursor.at = start
        return None
    if cursor.kind() == "NUM":
        number = cursor.take()
        if number.value < 0:  # type: ignore[operator]
            cursor.at = start
            return None
        if number.value == 0 and number.unit is None and boundary(cursor):
            return ZERO  # 得0
        if number.unit is not None and number.unit.base == "分":
            return Amount(number.value) if number.value else ZERO  # type: ignore[arg-type]
        if number.unit == PERCENT and number.text[-1] != "点" and (_share_of(cursor) or boundary(cursor)):
            return Amount(number.value.scaleb(-2), True) if number.value else ZERO  # type: ignore[union-attr]
    cursor.at = start
    return None


def read_share(cursor: Cursor) -> Award | None:
    """50%计分, after 按: so much of the points; 按60%计算 may speak of the rate."""
    start = cursor.at
    number = cursor.accept("NUM")
    if number is not None and number.unit == PERCENT and 0 < number.value <= 100:  # type: ignore[operator]
        said = _share_of(cursor)
        tail = cursor.kind() == "TEXT" and cursor.token().text in ("计分", "记分", "给分", "赋分", "得分", "计算得分", "计得分") and cursor.take()
        if (said or tail) and boundary(cursor):
            return Award(Amount(number.value.scaleb(-2), True))  # type: ignore[union-attr]
    cursor.at = start
    return None


def read_band(cursor: Cursor) -> Band | None:
    """得60%-80%, 按分值的80%-60%计分: the officer picks a value between two shares."""
    start = cursor.at
    cursor.skip("GLUE", "COMMA", "COLON", "PART")
    cursor.accept("AWARD")
    if cursor.kind() == "TEXT" and cursor.token().text in FULL_NAMES:
        cursor.take()
        cursor.skip("GLUE", "PART")
    first = cursor.accept("NUM")
    second = cursor.accept("NUM") if first is not None and cursor.accept("DASH") else None
    if second is not None and second.unit == PERCENT and (first.unit == PERCENT or not first.value) and first.value != second.value:  # type: ignore[union-attr]
        _share_of(cursor)
        if cursor.kind() == "TEXT" and cursor.token().text in _TAILS:
            cursor.take()
        low, high = sorted((first.value.scaleb(-2), second.value.scaleb(-2)))  # type: ignore[union-attr]
        if boundary(cursor) and high <= 1:
            return Band(high, low)
    cursor.at = start
    return None


def fill(cursor: Cursor) -> None:
    """该项, 该指标的, 直接: words before an amount, passed over."""
    while cursor.kind() == "GLUE" or (cursor.kind() == "TEXT" and cursor.token().text in FILLERS):
        cursor.take()


def _choice(cursor: Cursor) -> Choice | None:
    """1.9-1分: between so many points and so many."""
    start = cursor.at
    first = cursor.accept("NUM")
    second = cursor.accept("NUM") if first is not None and cursor.accept("DASH") else None
    if second is not None and second.unit is not None and second.unit.base == "分" and (first.unit is None or first.unit == second.unit) and first.value != second.value and boundary(cursor):  # type: ignore[union-attr]
        low, high = sorted((first.value, second.value))  # type: ignore[union-attr, type-var]
        return Choice(Amount(high), Amount(low))  # type: ignore[arg-type]
    cursor.at = start
    return None


def read_judgement(cursor: Cursor) -> Judged | None:
    """由填报人计分, as a rule as understood says it: to its end."""
    start = cursor.at
    if cursor.accept("OFFICER"):
        cursor.skip("TEXT", "AWARD")
        if boundary(cursor):
            return Judged()
    cursor.at = start
    return None


def read_award(cursor: Cursor, bare: bool = True) -> Award | Off | Choice | Judged | None:
    """得5分, 计满分, 不得分, 不扣分, 扣2分; with `bare` also a mere `5分` (明确3分)."""
    start = cursor.at
    fill(cursor)
    if (judged := read_judgement(cursor)) is not None:
        return judged
    effect: Award | Off | None = None
    verb = cursor.accept("AWARD")
    if verb is not None:
        fill(cursor)
        if cursor.kind() == "TEXT" and cursor.token().text in ("基本分", "基础分") and cursor.kind(1) == "NUM":
            cursor.take()
        choice = _choice(cursor)
        if choice is not None:
            return choice
        amount = read_amount(cursor)
        effect = Award(amount) if amount is not None else None
    elif cursor.accept("ZERO"):
        effect = Award(ZERO)
    elif cursor.accept("UNTOUCHED"):
        effect = Award(FULL)
    elif cursor.kind() == "FULL":
        amount = read_amount(cursor)
        effect = Award(amount) if amount is not None else None
    elif cursor.kind() == "DEDUCT" and cursor.token().text != "倒扣":  # 倒扣2分: from nothing, below it
        cursor.take()
        amount = read_amount(cursor)
        effect = Off(amount) if amount is not None else None
        if effect is not None and amount == FULL:
            effect = Award(ZERO)
    elif bare and cursor.kind() == "TEXT" and cursor.token().text in _OWN_POINTS and cursor.kind(1) in ("GLUE", "COLON", "REACH") and cursor.kind(2) == "NUM":
        cursor.at += 2  # 该项分值为0.5分
        amount = read_amount(cursor) if cursor.token().unit is not None and cursor.token().unit.base == "分" else None  # type: ignore[union-attr]
        effect = Award(amount) if amount is not None and amount != ZERO else None
    elif bare and cursor.kind() == "NUM" and cursor.token().unit is not None and cursor.token().unit.base == "分":  # type: ignore[union-attr]
        amount = read_amount(cursor)
        effect = Award(amount) if amount is not None else None
    if effect is not None:
        if cursor.kind() == "TEXT" and cursor.token().text in _TAILS:
            cursor.take()
        if cursor.kind() in ("GLUE", "PART") and cursor.token().text in ("的", "为") and cursor.kind(1) in _BOUNDARY:
            cursor.take()
        if boundary(cursor) or (cursor.kind() == "TEXT" and cursor.token().text.startswith(("否", "未", "不", "无", "没有"))):
            return effect
    cursor.at = start
    return None
