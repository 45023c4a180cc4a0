"""Amounts of a whole form that are out of all proportion to what else is known of the body: a suspicion that the form was filled in another unit.

Judged are the amounts of each form as a whole, against the expenditure of the body, the other projects, last year's form of the same name, the
texts, and what an amount of public money may be at all. Only 元 under a heading of 万元 and 万元 under one of 元 are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ziping.amounts import EXACT, show
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Unknown, check
from ziping.checks.previous import last_of
from ziping.checks.projects import project_name
from ziping.checks.shifted import UNITS
from ziping.checks.stated import planned, spent
from ziping.checks.ties import named, plain
from ziping.checks.wholeforms import TINY, VAST, slipped
from ziping.evaluation import Datum, Evaluation, Form, Fund
from ziping.findings import Severity

ABOVE, FAR = 10, 1000  # times the body's own expenditure; times the largest, or below the smallest, of the other projects
LEAST, MOST = Decimal(5000), Decimal(20000)  # times last year's: a factor of 10 000 with a change of up to twofold
ALONE = Decimal(1000)  # 元: a form's amounts below it are suspicious in themselves
DIGITS = 3  # that a figure must have to be known again in a text
_SEPARATORS = re.compile(r"(?<=\d)[,，](?=\d{3})")
_WORDS = {0: "元", 4: "万元"}


def leading(form: Form) -> Datum | None:
    """The amount that a form is judged by: the largest one of its line of the total, without one of all its lines."""
    total = form.fund(Fund.TOTAL)
    cells = [getattr(line, column) for line in ([total] if total is not None else form.funds) for column in ("initial", "adjusted", "executed")]
    known = [cell for cell in cells if cell is not None and cell.figure is not None and cell.figure.unit.base == "元" and cell.figure.value > 0]
    return max(known, key=value, default=None)


def value(cell: Datum) -> Decimal:
    return cell.figure.quantity.value  # type: ignore[union-attr]


@fact
def judged(book: Book) -> list[tuple[Form, Datum]]:
    """The forms with money, each with the amount it is judged by."""
    return [(form, cell) for form in book.evaluation.forms if (cell := leading(form)) is not None]


def oddity(book: Book, form: Form, cell: Datum) -> str:
    """What speaks for another unit than the form's, in words; "" for nothing."""
    unit, amount = cell.figure.unit.shift, value(cell)  # type: ignore[union-attr]
    if unit not in _WORDS:
        return ""
    large = unit == 4
    meant = amount.scaleb(-4 if large else 4, EXACT)
    if not ALONE <= meant < VAST:  # an amount of public money as it stands, but not so otherwise
        return ""
    for other in against(book, form, amount, meant, large):
        return other
    return (mentioned(book, form, cell, large) if meant >= TINY else "") or alone(amount, large)


def against(book: Book, form: Form, amount: Decimal, meant: Decimal, large: bool) -> Iterator[str]:
    evaluation = book.evaluation
    whole = max((each.quantity.value for each in (*spent(book), *planned(book)) if each.quantity is not None), default=Decimal(0))
    if form is not evaluation.overall and whole:
        if large and amount >= ABOVE * whole and meant <= whole:
            yield f"是部门整体支出 {told(whole)}的 {show(amount / whole, 0)} 倍"
        if not large and amount < TINY and meant <= whole:
            yield f"不足 1 万元，而部门整体支出为 {told(whole)}"
    others = [value(cell) for other, cell in judged(book) if other.kind is form.kind and other is not form]
    if others and large and amount >= FAR * max(others):
        yield f"是其他项目中最大一项 {told(max(others))}的 {show(amount / max(others), 0)} 倍"
    if others and not large and amount < TINY and amount * FAR <= min(others):
        yield f"不足其他项目中最小一项 {told(min(others))}的千分之一"
    before = last_year(book, form)
    if before and LEAST <= (amount / before if large else before / amount) <= MOST:
        yield f"上年同一张表为 {told(before)}，相差约一万倍"


def last_year(book: Book, form: Form) -> Decimal | None:
    """The same amount of the same form in last year's workbook."""
    last = last_of(book)
    if last is None:
        return None
    if form is book.evaluation.overall:
        same = last.overall
    else:
        name = project_name(form.project.text) if form.project else ""
        same = next((each for each in last.projects if name and each.project and project_name(each.project.text) == name), None)
    cell = leading(same) if same is not None else None
    return value(cell) if cell is not None else None


def mentioned(book: Book, form: Form, cell: Datum, large: bool) -> str:
    """A text that states the same digits in the unit that may have been meant, where none states the amount as it stands."""
    digits = plain(cell.figure.value)  # type: ignore[union-attr]
    if len(digits.replace(".", "").strip("0")) < DIGITS:
        return ""
    meant, stands = ("元", "万元") if large else ("万元", "元")
    converted = plain(cell.figure.value.scaleb(-4 if large else 4, EXACT))  # type: ignore[union-attr]
    said = "\n".join(texts(book.evaluation, form))
    if digits not in said and converted not in said:
        return ""
    found = stating((digits, meant), (converted, stands)).search(said)
    return f"而文字中写的是“{found[0]}”" if found and not stating((digits, stands)).search(said) else ""


def stating(*amounts: tuple[str, str]) -> re.Pattern[str]:
    """One of these figures with its unit behind it, zeros after the point or not."""
    return re.compile("|".join(rf"(?<![\d.]){re.escape(digits)}{'0*' if '.' in digits else '(?:[.]0+)?'} ?{unit}" for digits, unit in amounts))


def texts(evaluation: Evaluation, form: Form) -> Iterator[str]:
    """报告素材 and what the form itself says in words, its figures without separators."""
    cells = [entry.text for entry in evaluation.narrative]
    cells += [cell for goal in form.goals for cell in (goal.expected, goal.achieved)]  # type: ignore[misc]
    cells += [cell for row in form.indicators for cell in (row.target, row.actual)]  # type: ignore[misc]
    yield from (_SEPARATORS.sub("", cell.text) for cell in cells if cell is not None and cell.text)


def alone(amount: Decimal, large: bool) -> str:
    if large:
        return f"超过 {told(VAST)}" if amount >= VAST else ""
    return f"不足 {told(ALONE)}" if amount < ALONE else ""


def told(amount: Decimal) -> str:
    """An amount of 元 for a sentence, in the unit that people read it in."""
    for shift, unit in ((8, "亿元"), (4, "万元")):
        if amount >= Decimal(10) ** shift:
            return f"{plain(amount.scaleb(-shift, EXACT))}{unit}"
    return f"{plain(amount)}元"


@check(
    code="unit-size", title="整张表的金额与单位的规模相称", severity=Severity.WARNING,
    message="{where}为 {actual}，{oddity}，很可能整张表是按{meant}填的",
    cause="整张表从另一种计量单位的表抄来，没有换算", repair="请核对该表的计量单位，确是这样的金额不用改", basis=UNITS)
def size(book: Book) -> Iterator[Event]:
    known = {slip.sheet for slip in slipped(book)}
    without = [form for form in book.evaluation.forms if form.funds and leading(form) is None]
    yield from (Unknown(f"《{form.sheet}》的资金空白", form.title.place, tuple(line.executed for line in form.funds)) for form in without)
    for form, cell in judged(book):
        found = oddity(book, form, cell) if form.sheet not in known else ""
        if not found:
            yield PASSED
            continue
        unit = cell.figure.unit  # type: ignore[union-attr]
        yield Failed(
            place=cell.place, label=named(cell, "年度资金总额"), actual=cell.value, shown_actual=str(cell.figure),
            args={"oddity": found, "meant": "元" if unit.shift == 4 else "万元"})
