"""Conditions on a number: ≥90%, 90%（含）以上, 80%（含）–90%, 80%≤x<90%, [80%,90%), 大于80%小于90%, 达到90%, 100%."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import COUNTED, TIMES
from ziping.standards.clauses.edges import (
    ABSOLUTE,
    CONTRAST,
    LAW,
    OF_IT,
    OF_TARGET,
    OFF_GOAL,
    Edge,
    RawSpan,
    joined,
    one_sided,
    read_mark,
    read_marks,
)
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.goals import GOALS
from ziping.standards.words.tokens import Token

__all__ = ["read_span"]

_FLIP = {"≥": "≤", "≤": "≥", ">": "<", "<": ">", "=": "="}


def _number(cursor: Cursor) -> Token | None:
    """A number that can bound a span: not an amount of points that ends a clause (`达到3分`)."""
    if cursor.kind() != "NUM":
        return None
    return cursor.take()


_OVERRUNS = ("超出", "超过", "超", "高出")


def _compared(cursor: Cursor) -> RawSpan | None:
    """A comparator and a number; 以上 or 以下 may repeat what the comparator says."""
    start = cursor.at
    sign = cursor.accept("CMP", "REACH")
    of_goal = ""
    if sign is not None and cursor.kind() == "TEXT" and cursor.token().text in GOALS and cursor.kind(1) in ("NUM", "GLUE"):
        cursor.take()  # 不超过预算的100%
        plainly = cursor.kind() == "GLUE"
        cursor.skip("GLUE")
        if not plainly and cursor.kind() == "NUM" and cursor.token().unit is not None and cursor.token().unit.base in TIMES and cursor.kind(1) == "SIDE" and sign.value == ">":  # type: ignore[union-attr]
            number = cursor.take()  # 超出时限5日内: how late
            span = _sided(cursor, number, read_mark(cursor, number))
            return RawSpan(span.low, span.high, "延迟") if span is not None else None
        if not plainly and cursor.kind() == "NUM" and cursor.token().value < OF_IT:  # type: ignore[operator]
            span = _beyond_target(cursor, str(sign.value))
            cursor.at = cursor.at if span else start
            return span
        of_goal = OF_TARGET
    if sign is not None and cursor.kind() == "TEXT" and cursor.kind(1) == "GLUE" and cursor.token(1).text == "的" and cursor.kind(2) == "NUM" and cursor.token(2).unit == PERCENT:
        of_goal = "占" + cursor.take().text  # 达到可种面积的90%
        cursor.take()
    if sign is not None and not of_goal and cursor.kind() == "TEXT":
        ahead = 0
        while cursor.kind(ahead) == "TEXT" or (cursor.kind(ahead) == "GLUE" and cursor.token(ahead).text in ("和", "与", "及", "以及")):
            ahead += 1
        if ahead > 1 and cursor.kind(ahead) == "GLUE" and cursor.token(ahead).text == "的" and cursor.kind(ahead + 1) == "NUM" and cursor.token(ahead + 1).unit == PERCENT:
            of_goal = "占" + "".join(t.text for t in (cursor.take() for _ in range(ahead)) if t.kind == "TEXT")  # 达到中央和省级投入的10%
            cursor.take()
    if sign is not None and sign.text in ("至少", "不少于", "不低于") and cursor.kind() == "TEXT" and len(cursor.token().text) <= 4 and cursor.kind(1) == "NUM" and cursor.token(1).unit is not None and cursor.token(1).unit.text in COUNTED:  # type: ignore[union-attr]
        cursor.take()  # 每年至少盘点一次
    number = _number(cursor) if sign else None
    if sign is None or number is None:
        cursor.at = start
        return None
    closed = read_mark(cursor, number)
    sense = str(sign.value)
    if sign.kind == "REACH":
        span = _dashed(cursor, number, closed)  # 达到95%-100%
        if span is not None:
            return span
    side = cursor.accept("SIDE")
    if side is not None and side.text in ("内", "以内", "之内") and sign.text in _OVERRUNS and number.unit == PERCENT and number.text[-1] == "%":
        closed = closed if closed is not None else read_mark(cursor, number)
        return RawSpan(Edge(Decimal(0), PERCENT, False), Edge(number.value, PERCENT, True if closed is None else closed), "超支")  # 超出5%以内
    if side is not None:
        upward = side.value in (">", "≥")
        if sense in ("≥", ">") and upward or sense in ("≤", "<") and not upward:
            pass
        elif sign.kind == "REACH":
            sense = "≤"
        else:
            cursor.at = start
            return None
        if closed is None:
            closed = read_mark(cursor, number)
    span = one_sided(sense, number, closed)
    return RawSpan(span.low, span.high, of_goal) if of_goal else span


def _beyond_target(cursor: Cursor, sign: str) -> RawSpan | None:
    """超过预算10%: more than 110% of it; 低于目标值10%以内: at least 90% and not all of it. 低于目标值10% alone may mean either."""
    number = cursor.take()
    hundred, up = Decimal(100), sign == ">"
    marked = read_mark(cursor, number) if sign in (">", "<") and number.unit in (None, PERCENT) else None
    if sign in (">", "<") and number.unit in (None, PERCENT) and cursor.kind() == "DASH" and cursor.kind(1) == "NUM" and cursor.token(1).unit == PERCENT and number.value < cursor.token(1).value < OF_IT:  # type: ignore[operator]
        cursor.take()
        second = cursor.take()  # 超过计划10%-20%
        edges = Edge(hundred + (number.value if up else -number.value), PERCENT, marked), Edge(hundred + (second.value if up else -second.value), PERCENT, read_mark(cursor, second))  # type: ignore[operator]
        cursor.accept("BETWEEN")
        return RawSpan(*(edges if up else edges[::-1]), OF_TARGET)
    if number.unit != PERCENT or sign not in (">", "<"):
        return None
    closed = marked
    side = cursor.accept("SIDE")
    if side is not None and closed is None:
        closed = read_mark(cursor, number)
    if side is None and not up:
        return None
    far = Edge(hundred + number.value if up else hundred - number.value, PERCENT, closed if closed is not None else LAW if side is not None else False)  # type: ignore[operator]
    near = Edge(hundred, PERCENT, False)
    inner = side is not None and side.value in ("<", "≤")
    if up:
        return RawSpan(near, far, OF_TARGET) if inner else RawSpan(far, None, OF_TARGET)
    return RawSpan(far, near, OF_TARGET) if inner else RawSpan(None, far, OF_TARGET)


def _sided(cursor: Cursor, number: Token, closed: bool | str | None) -> RawSpan | None:
    side = cursor.accept("SIDE")
    if side is None:
        return None
    after = read_mark(cursor, number)
    closed = after if closed is None else closed
    state: bool | str | None = closed if closed is not None else (False if side.text in ("以外", "之外", "开外") else CONTRAST if side.text in ("以后", "之后") else True if side.value in ("≥",) or side.text.startswith(("及", "或")) else LAW)
    edge = Edge(number.value, number.unit, state)  # type: ignore[arg-type]
    upward = side.value in (">", "≥")
    if number.unit is not None and number.unit.text == "名次" and side.text not in ("以内", "之内", "内", "以外", "之外", "开外", "以后", "及以后", "之后"):
        upward = not upward  # 第四名及以下: of a higher number
    return RawSpan(edge, None) if upward else RawSpan(None, edge)


def _dashed(cursor: Cursor, first: Token, closed: bool | str | None) -> RawSpan | None:
    start = cursor.at
    dash = cursor.accept("DASH") or (cursor.kind() == "GLUE" and cursor.token().text in ("和", "与") and cursor.take())
    second = _number(cursor) if dash else None
    if second is None:
        cursor.at = start
        return None
    high_closed = read_mark(cursor, second)
    if cursor.kind() == "SIDE" and cursor.token().text not in ("内", "以内", "之内", "范围内"):
        cursor.at = start
        return None
    between = cursor.accept("BETWEEN", "SIDE")
    if dash.kind == "GLUE" and not between:  # type: ignore[union-attr]
        cursor.at = start
        return None
    if between and high_closed is None:
        high_closed = read_mark(cursor, second)
    if high_closed is None and closed is None:  # 90%-95%(含90%) speaks of its lower end
        here = cursor.at
        said = read_marks(cursor)
        if said and set(said) <= {first.value, second.value}:
            closed, high_closed = said.get(first.value), said.get(second.value)
        else:
            cursor.at = here
    if closed is True and high_closed is None:
        high_closed = CONTRAST
    elif high_closed is True and closed is None:
        closed = CONTRAST
    unit = first.unit if first.unit is not None else second.unit
    low, high = Edge(first.value, unit, closed), Edge(second.value, second.unit or unit, high_closed)  # type: ignore[arg-type]
    if low.value > high.value:  # 90%-80%: written downwards
        low, high = high, low
    return RawSpan(low, high)


def _bracketed(cursor: Cursor) -> RawSpan | None:
    start = cursor.at
    opened = cursor.accept("OPEN", "OPENSQ")
    first = _number(cursor) if opened else None
    comma = cursor.accept("COMMA", "DASH", "PAUSE") if first else None
    second = _number(cursor) if comma else None
    closing = cursor.accept("CLOSE", "CLOSESQ") if second else None
    if closing is None or (opened.kind == "OPEN" and closing.kind == "CLOSE" and comma.kind == "DASH"):  # type: ignore[union-attr]
        cursor.at = start
        return None
    unit = first.unit or second.unit  # type: ignore[union-attr]
    return RawSpan(
        Edge(first.value, unit, opened.kind == "OPENSQ"),  # type: ignore[union-attr, arg-type]
        Edge(second.value, second.unit or unit, closing.kind == "CLOSESQ"),  # type: ignore[union-attr, arg-type]
    )


def _chained(cursor: Cursor) -> RawSpan | None:
    """80%≤x<90%, 90%>完成率≥80%."""
    start = cursor.at
    first = _number(cursor)
    mark = read_mark(cursor, first) if first else None
    sign = cursor.accept("CMP") if first else None
    if sign is None or mark is not None:
        cursor.at = start
        return None
    name = cursor.accept("TEXT", "UP", "DOWN", "BOTH", "OCCUR")  # 5%<增幅≤8%
    second_sign = cursor.accept("CMP") if name or cursor.kind() == "CMP" else None
    second = _number(cursor) if second_sign else None
    if second is None:
        cursor.at = start
        one = None
        if name is not None and second_sign is None and sign.text in ("≥", "≤", ">", "<", "="):  # 90%≤完成率
            cursor.at = start + 3
            one = one_sided(_FLIP[str(sign.value)], first, None)  # type: ignore[arg-type]
            one = RawSpan(one.low, one.high, name.text)
        return one
    mark = read_mark(cursor, second)
    if str(second_sign.value) in "≤<" and cursor.kind() == "SIDE" and cursor.token().value in ("≤", "<"):  # type: ignore[union-attr]
        cursor.take()  # 10%<占比控制在20%以内
        mark = mark if mark is not None else read_mark(cursor, second)
    a, b = one_sided(_FLIP[str(sign.value)], first, None), one_sided(str(second_sign.value), second, mark)  # type: ignore[union-attr, arg-type]
    both = joined(a, b)
    if both is None:
        cursor.at = start
        return None
    return RawSpan(both.low, both.high, name.text if name else "")


def read_span(cursor: Cursor) -> RawSpan | None:
    """A condition on a number at the cursor, or None with the cursor unmoved."""
    start = cursor.at
    cursor.skip("GLUE")
    if cursor.kind() == "REACH" and cursor.token().text in ("在", "保持在", "维持在", "介于", "处于") and cursor.kind(1) in ("NUM", "OPENSQ"):
        cursor.take()
    span = _simple(cursor)
    if span is None:
        cursor.at = start
        return None
    # 大于80%（且|,）小于90%
    here = cursor.at
    joint = None if cursor.kind() == "GLUE" and cursor.token().text in ("或", "或者") else cursor.accept("COMMA", "PAUSE", "GLUE")
    while joint and cursor.kind() == "GLUE":
        cursor.take()
    if (span.low is None) != (span.high is None):
        subject = cursor.accept("TEXT") if cursor.kind() == "TEXT" and cursor.kind(1) in ("CMP",) and cursor.token().text == span.subject else None
        other = _simple(cursor) if cursor.kind() in ("CMP", "NUM", "REACH") or subject else None
        both = joined(span, other) if other else None
        if both is not None:
            span, here = both, cursor.at
    cursor.at = here
    return span


def _simple(cursor: Cursor) -> RawSpan | None:
    start = cursor.at
    if cursor.kind() == "CMP" and cursor.token().text == "控制在" and cursor.kind(1) == "EITHERWAY":
        cursor.take()
    if cursor.kind() == "CMP" and cursor.token().value == "≤" and cursor.kind(1) == "EITHERWAY" and cursor.kind(2) == "NUM":  # 不超过±10%
        cursor.at += 2
        number = cursor.take()
        mark = read_mark(cursor, number)
        return RawSpan(None, Edge(number.value, number.unit, mark if mark is not None else True), ABSOLUTE)  # type: ignore[arg-type]
    if cursor.kind() in ("CMP", "REACH") and cursor.token().text in ("控制在", "保持在", "维持在", "在") and cursor.kind(1) == "TEXT" and cursor.token(1).text in GOALS and "EITHERWAY" in (cursor.kind(2), cursor.kind(3)) and (cursor.kind(2) == "EITHERWAY" or cursor.token(2).text == "的"):
        cursor.at += 2 if cursor.kind(2) == "EITHERWAY" else 3  # 控制在预算的±5%以内
        span = _simple(cursor)
        if span is None or span.high is None:
            cursor.at = start
            return None
        return RawSpan(span.low, span.high, OFF_GOAL)
    if cursor.accept("EITHERWAY"):  # ±5%以内: of the absolute value
        number = _number(cursor)
        if number is not None and cursor.kind() == "DASH" and (cursor.kind(1) == "NUM" or (cursor.kind(1) == "EITHERWAY" and cursor.kind(2) == "NUM")):
            dash = cursor.at
            cursor.take()
            cursor.accept("EITHERWAY")  # ±5%-±10%
            second = cursor.take()
            unit = number.unit if number.unit is not None else second.unit
            mark = read_mark(cursor, second)
            if cursor.kind() == "BETWEEN" or (cursor.kind() == "SIDE" and cursor.token().text in ("以内", "之内", "内")):
                cursor.take()
            if number.value < second.value:  # type: ignore[operator]
                return RawSpan(Edge(number.value, unit, None), Edge(second.value, second.unit or unit, mark), ABSOLUTE)  # type: ignore[arg-type]
            cursor.at = dash
        span = _sided(cursor, number, read_mark(cursor, number)) if number is not None else None
        if span is None:
            cursor.at = start
            return None
        return RawSpan(span.low if span.high is None else None, span.high, ABSOLUTE)  # ±20%以外
    if cursor.kind() in ("OPEN", "OPENSQ"):
        return _bracketed(cursor)
    if cursor.kind() == "CMP" and cursor.token().value == ">" and cursor.kind(1) == "EITHERWAY":  # 超出±10%
        cursor.at += 2
        number = _number(cursor)
        if number is None:
            cursor.at = start
            return None
        return RawSpan(Edge(number.value, number.unit, False), None, ABSOLUTE)  # type: ignore[arg-type]
    if sign := cursor.accept("SIGN"):  # 为负数或零
        edge = Edge(Decimal(0), None, sign.value == "≤")
        return RawSpan(edge, None) if sign.value == ">" else RawSpan(None, edge)
    if cursor.kind() in ("CMP", "REACH"):
        return _compared(cursor)
    if cursor.kind() != "NUM":
        return None
    chained = _chained(cursor)
    if chained is not None:
        return chained
    first = cursor.take()
    closed = read_mark(cursor, first)
    if first.unit is not None and first.unit.text == "百分点" and not (start and cursor.tokens[start - 1].kind in ("UP", "DOWN")):
        cursor.at = start
        return None
    span = _sided(cursor, first, closed) or _dashed(cursor, first, closed)
    if span is not None:
        return span
    if first.unit is not None and first.unit.base == "分":
        cursor.at = start
        return None
    edge = Edge(first.value, first.unit, True)  # type: ignore[arg-type]
    return RawSpan(edge, edge)


