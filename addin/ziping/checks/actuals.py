"""Completed values: figures and no copies of the target, within what their names allow, and explained where they lie far above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN
from ziping.checks.book import Book, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Unknown, check
from ziping.checks.reasons import RULES, reasonless
from ziping.checks.ties import empty, named, places, told
from ziping.evaluation import Indicator
from ziping.findings import Severity
from ziping.standards import FormRules, NotScorable, over_achieved
from ziping.standards.cells.values import Value, read_actual, read_target

PART_OF_WHOLE = re.compile("(合格|达标|可用|准确|正确|正常|及时|覆盖|利用|使用|办结|知晓|好评|成功|通过|优良|入户|公开|满意)率$|满意度$")
MOVES = re.compile("变动|增长|增减|变化|下降|降低|减少|节约")
NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万亿半]")
NOTHING = re.compile("(?:无|零|没有|未发生|未出现|未发现|未产生|未收到|不存在)")  # which is 0 in words


@check(
    code="score-target-repeated", title="完成值填的是实际数而不是指标值", severity=Severity.INFO,
    message="{where}照抄了指标值“{target}”，没有填实际完成数",
    cause="把指标值复制到完成值栏", repair="请填写实际完成的数值", basis=RULES)
def target_repeated(book: Book) -> Iterator[Event]:
    for row in book.scored_rows:
        if empty(row.target) or row.actual is None:
            continue
        target = told(row.target)
        if empty(row.actual):
            yield Unknown(f"{row.name} 完成值空白", row.actual.place)
        elif target == row.actual.text.strip() and not target[0].isdigit() and any(c.isdigit() for c in target):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=target, related=places(row.target),
                args={"target": target})
        else:
            yield PASSED


@check(
    code="score-no-figure", title="定量指标的完成值填了数", severity=Severity.WARNING,
    message="{where}只写“{actual}”，指标值“{target}”是定量指标，没有填实际完成的数",
    cause="用“已完成”一类的话代替实际完成数", repair="请填写实际完成的数值和单位", basis="财预〔2020〕10号：定量指标按完成值与指标值的比例计分")
def no_figure(book: Book) -> Iterator[Event]:
    """Words beside a number to be reached; what they earn is for the row's standard to say. A score that its formula refuses is told there."""
    for row in book.scored_rows:
        if row.target is None or row.actual is None or row.actual.error or not NUMERAL.search(row.target.text):
            continue
        actual = row.actual.text.strip()
        if empty(row.actual):
            yield Unknown(f"{row.name} 完成值空白", row.actual.place)
        elif row.actual.figure is not None or NUMERAL.search(actual):
            yield PASSED
        elif (target := quantity(row.target.text)) is None or (row.score is not None and row.score.error):
            continue
        elif whole_in_words(target) or (target.low == 0 or target.relation in ("≤", "<")) and NOTHING.match(actual):
            yield PASSED
        elif (done := read_actual(actual)) is None or done.kind == "text":
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=actual, related=places(row.target),
                args={"target": row.target.text.strip()})


def quantity(target: str) -> Value | None:
    """A target that is a number or a range of them."""
    try:
        found = read_target(target)
    except NotScorable:
        return None
    return found if found is not None and found.kind in ("number", "range") else None


def whole_in_words(target: Value) -> bool:
    """100%, and 1 without a unit: 已完成 says no less."""
    return target.kind == "number" and target.relation in ("", "=", "≥") and (target.low, target.unit) in ((100, PERCENT), (1, PLAIN))


@check(
    code="score-far-above", title="完成值远超指标值的说明原因", severity=Severity.INFO,
    message="{where}为“{actual}”，达到指标值“{target}”的 130% 以上，没有说明原因",
    cause="指标值定得过低，或完成值的小数点、单位有误", repair="请核对完成值，指标值偏低的说明原因",
    basis="财预〔2020〕10号：因指标值设定明显偏低而超额完成的，按偏离程度调减得分")
def far_above(book: Book) -> Iterator[Event]:
    usual = FormRules(over_ratio=Decimal("1.3"))
    for row in book.scored_rows:
        if row.target is None or row.actual is None:
            continue
        if empty(row.actual):
            yield Unknown(f"{row.name} 完成值空白", row.actual.place)
        elif reasonless(row) and not exceeds_whole(row) and over_achieved(row.target.text, row.actual.text, usual):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=row.actual.text.strip(),
                related=places(row.target), args={"target": row.target.text.strip()})
        else:
            yield PASSED


@check(
    code="score-beyond-whole", title="占比类的完成值不超过100%", severity=Severity.WARNING,
    message="{where}为“{actual}”，这个比率以 100% 为限",
    cause="小数点错位，或分子、分母填反", repair="请核对完成值", basis="合格、及时、满意等比率是整体中的一部分")
def beyond_whole(book: Book) -> Iterator[Event]:
    """Rates of a part in its whole, by their names; what may be exceeded, like 完成率 and 增长率, is none."""
    for row in book.scored_rows:
        if row.actual is None or not PART_OF_WHOLE.search(squeezed(row.name)):
            continue
        if row.actual.figure is None or row.actual.figure.unit.base != "":
            yield Unknown(f"{row.name} 完成值空白或不是一个比率", row.actual.place)
        elif exceeds_whole(row):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), actual=row.actual.value, shown_actual=row.actual.text.strip(),
                related=places(row.target))
        else:
            yield PASSED


def exceeds_whole(row: Indicator) -> bool:
    figure = row.actual.figure if row.actual is not None else None
    return figure is not None and figure.unit == PERCENT and figure.value > 100 and bool(PART_OF_WHOLE.search(squeezed(row.name)))


@check(
    code="score-actual-negative", title="完成值不为负数", severity=Severity.WARNING,
    message="{where}为负数 {actual}",
    cause="误加了负号", repair="请核对完成值的正负号", basis=RULES)
def actual_negative(book: Book) -> Iterator[Event]:
    """Growth and change may be negative, and so may what is held against a negative target."""
    for row in book.scored_rows:
        if row.actual is None or MOVES.search(row.name):
            continue
        if row.actual.figure is None:
            yield Unknown(f"{row.name} 完成值空白或不是数字", row.actual.place)
        elif row.actual.figure.value < 0 and "-" not in (row.target.text if row.target else ""):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), actual=row.actual.value, shown_actual=row.actual.text.strip(),
                related=places(row.target))
        else:
            yield PASSED
