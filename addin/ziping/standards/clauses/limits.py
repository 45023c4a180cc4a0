"""How steps and proportions are bounded and rounded: 扣完为止, 最多扣6分, 不足1个百分点按1个百分点计, 按比例计分."""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.clauses.awards import FILLERS, FULL_NAMES, boundary, read_amount
from ziping.standards.clauses.formulas import read_formula
from ziping.standards.clauses.rule import FULL, IN_PARTS, ZERO, Amount, Ratio, Scaled
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.vocabulary import words

__all__ = ["read_limit", "read_ratio", "read_rounding"]


def read_limit(cursor: Cursor) -> tuple[str, Amount | None] | None:
    """扣完为止 → ("floor", None); 最多扣6分 → ("cap", 6分); 最低得1分 → ("least", 1分); 最高得5分 → ("most", 5分); 加满为止 → ("ceil", None)."""
    start = cursor.at
    if cursor.kind() == "TEXT" and cursor.token().text in FILLERS | FULL_NAMES and cursor.kind(1) in ("FLOOR", "MOST", "LEAST", "CEIL"):
        cursor.take()
    found: tuple[str, Amount | None] | None = None
    if cursor.kind() == "NUM" and cursor.kind(1) == "FLOOR" and cursor.token().unit is not None and cursor.token().unit.base == "分":  # type: ignore[union-attr]
        stated = cursor.take()
        cursor.take()
        found = ("stated", Amount(stated.value))  # type: ignore[arg-type]
    elif cursor.accept("FLOOR"):
        found = ("floor", None)
    elif cursor.accept("CEIL"):
        found = ("ceil", None)
    elif cursor.kind() == "UNTIL":
        token = cursor.take()
        amount = read_amount(cursor)
        if amount is not None:
            found = ("floor", None) if amount == ZERO else (str(token.value), amount)
    else:
        token = cursor.accept("MOST", "LEAST", "MOSTGAIN")
        if token is not None:
            amount = read_amount(cursor)
            if amount is not None:
                found = ({"MOST": "cap", "LEAST": "least", "MOSTGAIN": "most"}[token.kind], amount)
                if cursor.kind() == "TEXT" and cursor.token().text in ("为限", "为上限"):
                    cursor.take()
    if found is not None and cursor.kind() == "TEXT" and cursor.token().text == "为止":
        cursor.take()
    if found is None or not boundary(cursor):
        cursor.at = start
        return None
    return found


_COUNTED = ("计", "计算", "计扣", "扣分", "扣", "处理", "计分", "算", "扣减", "执行", "核算", "折算", "统计")
_DROPPED = ("不计", "不计算", "不予扣分", "不扣分", "不予计算", "忽略不计", "舍去", "不计扣分", "不予计扣")


_IN_PARTS, _SO_COUNTED = words("按比例 按照比例 按相应比例 按同比例 按实际比例"), words("计扣 扣分 计算 折算 折算扣分 计算扣分 相应扣分 加分 计算加分 折算加分")


def read_rounding(cursor: Cursor) -> tuple[bool | str, Decimal] | None:
    """`不足1个百分点按1个百分点计` → (True, 1), `不足1个百分点不扣分` → (False, 1), `不足1个百分点按比例扣分` → (IN_PARTS, 1)."""
    start = cursor.at
    cursor.skip("GLUE")
    if not (cursor.kind() == "CMP" and cursor.token().text in ("不足", "不满", "不到", "未满", "小于", "低于")):
        cursor.at = start
        return None
    cursor.take()
    number = cursor.accept("NUM")
    if number is None:
        cursor.at = start
        return None
    while cursor.kind() in ("GLUE", "PART", "COMMA", "TEXT") and cursor.token().text in ("的", ",", "部分", "部分按", "时", "按", "按照", "的按照", "也按", "均按", "以", "则按", "仍按", "视同", "视为", "的部分"):
        cursor.take()
    if cursor.kind() == "UNTOUCHED" or cursor.kind() == "ZERO" or (cursor.kind() == "TEXT" and cursor.token().text in _DROPPED):
        cursor.take()
        if boundary(cursor):
            return False, number.value  # type: ignore[return-value]
    if cursor.kind() == "RATIO" and cursor.token().text in _IN_PARTS and (cursor.kind(1) in ("DEDUCT", "ADD") or cursor.kind(1) == "TEXT" and cursor.token(1).text in _SO_COUNTED):
        cursor.at += 2
        if cursor.kind() == "TEXT" and cursor.token().text in ("分", "分值"):
            cursor.take()
        if boundary(cursor):
            return IN_PARTS, number.value  # type: ignore[return-value]
    same = cursor.accept("NUM")
    if same is not None and same.value == number.value and same.unit == number.unit:
        tail = cursor.kind() == "TEXT" and cursor.token().text in _COUNTED or (cursor.kind() == "DEDUCT")
        if tail:
            cursor.take()
        if boundary(cursor):
            return True, number.value  # type: ignore[return-value]
    cursor.at = start
    return None


_RATIO_TAILS = words("计分 得分 扣分 给分 计算 计算得分 折算 折算得分 赋分 计得分 记分 计算分值 计算分数 计 递减 计算扣分 确定得分 计算得分值 评分 扣减得分 扣减分值 扣减分数 扣减相应分值 扣除相应分值 扣除分值 扣除相应分数 计算分 核算得分 得相应分 得相应分值 相应计分 相应得分 相应扣分 给予相应分值 分配分值 计算相应得分 扣相应分值 计算得相应分值 换算 换算得分 "
    "计算该项得分 计算指标得分 给分值 折算分值 相应扣减分值 得分值 打分 计分值 减分 赋值 得相应分数 计入得分 扣除 扣减 折算计分 计取 量化计算 量计算 量计算得分 量化 量化计分 量化得分")


_EXPLAINED = words("按比例 按比率 按相应比例 按照比例 按完成比例 按照完成比例 按实际完成比例 按完成率 按实际完成率 按实际比例 按同比例 同比例")  # of what, a formula in brackets may say


def read_ratio(cursor: Cursor) -> tuple[Ratio | Scaled, bool] | None:
    """按比例计分 → (ratio of completion, False), 按比例扣分 → (…, True), 按比例（完成率/95%×分值）计分 → (what the brackets say, False)."""
    start = cursor.at
    token = cursor.accept("RATIO", "LINEAR")
    if token is None:
        return None
    taking = _ratio_tails(cursor, "未完成" in token.text)
    formula = _explained(cursor) if token.text in _EXPLAINED and not taking else None
    if taking is None or not boundary(cursor):
        cursor.at = start
        return None
    return formula or Ratio("linear" if token.kind == "LINEAR" else "completion", token.text), taking


def _ratio_tails(cursor: Cursor, taking: bool) -> bool | None:
    """计分, 扣减相应分值, 得满分 after 按比例: whether points are taken; None where it gives another amount than all the points."""
    while cursor.kind() in ("TEXT", "DEDUCT", "GLUE", "AWARD", "PART", "ACCORDINGLY"):
        word = cursor.token().text
        if cursor.kind() == "AWARD":
            cursor.take()
            amount = read_amount(cursor)
            if amount != FULL:
                return None
            continue
        if cursor.kind() == "TEXT" and word not in _RATIO_TAILS and word not in FULL_NAMES:
            break
        taking = taking or cursor.kind() == "DEDUCT" or "扣" in word or "减" in word
        cursor.take()
    return taking


def _explained(cursor: Cursor) -> Ratio | Scaled | None:
    """（完成率/95%×分值）计分, after 按比例."""
    start = cursor.at
    formula = read_formula(cursor) if cursor.accept("OPEN") else None
    if isinstance(formula, Ratio | Scaled) and cursor.accept("CLOSE") and _ratio_tails(cursor, False) is False:
        return formula
    cursor.at = start
    return None
