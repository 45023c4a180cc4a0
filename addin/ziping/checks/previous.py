"""This year's workbook against last year's: the 上年 columns are last year's final figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ziping.checks.book import Book, fact, ledger_value
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.identity import other_last, related_names
from ziping.checks.stated import is_adjustment, overall_total
from ziping.checks.ties import Tie, empty, judged, places, same
from ziping.evaluation import Evaluation
from ziping.findings import Severity

SAME = "{where}应与上年工作簿{other}的 {expected} 一致，实填 {actual}，{difference}"
LAST = "表间勾稽：上年数等于上年工作簿的决算数"
NONE = "没有提供上年工作簿"


def without_last(book: Book) -> Iterator[Event]:
    """What a check of this family says when there is nothing to compare with."""
    if book.last is None:
        yield Unknown(NONE)


def last_of(book: Book) -> Evaluation | None:
    """Last year's workbook, where it is this body's and of the year before."""
    return book.last if not other_last(book) else None


def without_own_last(book: Book) -> Iterator[Event]:
    """The same of a check that compares: with another body's figures, or another year's, nothing here need agree."""
    yield from without_last(book)
    if other_last(book):
        yield Unknown(other_last(book))


def against_last(book: Book, ties: Iterable[Tie]) -> Iterator[Event]:
    """The verdicts, or why there is nothing to compare with; the other cells stand in another file, so they are named in the sentence and not among the related ones."""
    yield from without_own_last(book)
    for event in judged(ties):
        match event:
            case Failed():
                yield replace(event, related=(), rests_on=None)
            case Passed():
                yield PASSED
            case _:
                yield event


@fact
def base_ties(book: Book) -> Iterator[Tie]:
    """上年决算数 of each line of 基础数据表."""
    last = last_of(book)
    if last is None or book.evaluation.base is None or last.base is None:
        return
    before = {line.path: line for line in last.base.lines}
    for line in book.evaluation.base.lines:
        if line.path in before:
            yield from same(line.last_year, before[line.path].executed, f"{line.name} 上年决算数", f"“{line.name}”本年决算数")


@fact
def ledger_ties(book: Book) -> Iterator[Tie]:
    """上年数 of each line of 收支与资产."""
    last = last_of(book)
    if last is None or book.evaluation.ledger is None or last.ledger is None:
        return
    for line in book.evaluation.ledger.lines:
        before = last.ledger.line(line.section, line.name)
        if before is not None:
            yield from same(line.last_year, before.current, f"{line.section} {line.name} 上年数", f"“{line.name}”本年数")


@fact
def total_ties(book: Book) -> Iterator[Tie]:
    """Last year's expenditure as each form states it, against last year's overall form."""
    last = last_of(book)
    cells = overall_total(Book(last), "executed") if last is not None else ()
    if not cells:
        return
    line = book.base_line("部门整体支出")
    line = None if line is not None and is_adjustment(book, line) else line
    stated = (line.last_year if line is not None else None, ledger_value(book, "last_year", "支出"))
    for datum, label in zip(stated, ("部门整体支出 上年决算数", "支出合计 上年数"), strict=True):
        if datum is not None:
            yield Tie(datum, cells, label, names=("整体自评表资金总额",) if len(cells) == 1 else ("基本支出", "项目支出"))


@fact
def last_ties(book: Book) -> Iterator[Tie]:
    """Every figure of last year's workbook that this one repeats, as the total of a tie; the cells of the other file have no place here."""
    for ties in (base_ties, ledger_ties, total_ties):
        for each in ties(book):
            yield Tie(each.total, tuple(replace(part, place=None) for part in each.parts), each.label, names=each.names)


@check(
    code="last-base", title="基础数据表的上年决算数与上年工作簿一致", severity=Severity.ERROR, message=SAME,
    cause="上年数凭记忆填写，或上年工作簿报送后又有修改", repair="请按上年定稿填写上年决算数", basis=LAST)
def base(book: Book) -> Iterator[Event]:
    yield from against_last(book, base_ties(book))


@check(
    code="last-ledger", title="收支与资产的上年数与上年工作簿一致", severity=Severity.ERROR, message=SAME,
    cause="上年数凭记忆填写，或上年工作簿报送后又有修改", repair="请按上年定稿填写上年数", basis=LAST)
def ledger(book: Book) -> Iterator[Event]:
    yield from against_last(book, ledger_ties(book))


@check(
    code="last-total", title="上年支出合计与上年整体自评表一致", severity=Severity.ERROR,
    message="{where}应与上年工作簿整体自评表的执行数 {expected} 一致，实填 {actual}，{difference}",
    cause="上年数取自预算而不是决算", repair="请按上年决算填写", basis=LAST)
def total(book: Book) -> Iterator[Event]:
    yield from against_last(book, total_ties(book))


@check(
    code="last-unit", title="上年工作簿是同一单位的", severity=Severity.WARNING,
    message="上年工作簿的单位是“{before}”，本年是“{now}”",
    cause="单位更名，或选错了文件", repair="请确认上年工作簿属于本单位", basis="上年数取自同一单位的上年工作簿")
def unit(book: Book) -> Iterator[Event]:
    yield from without_last(book)
    if book.last is None:
        return
    now, before = book.evaluation.unit.strip(), book.last.unit.strip()
    if not now or not before:
        yield Unknown("有一本工作簿没有单位名称")
    elif related_names(now, before):
        yield PASSED
    else:
        yield Failed(place=None, label="单位名称", shown_expected=before, shown_actual=now, args={"before": before, "now": now})


@check(
    code="last-year", title="上年工作簿早一年", severity=Severity.WARNING,
    message="上年工作簿是 {actual}年的，应为 {expected}年",
    cause="选错了文件", repair="请选择上一年度的工作簿", basis="上年数取自上一年度的工作簿")
def year(book: Book) -> Iterator[Event]:
    yield from without_last(book)
    if book.last is None:
        return
    now, before = book.evaluation.year, book.last.year
    if now is None or before is None:
        yield Unknown("有一本工作簿没有评价年度")
    elif before == now - 1:
        yield PASSED
    else:
        yield Failed(
            place=None, label="评价年度", expected=Decimal(now - 1), actual=Decimal(before), shown_expected=str(now - 1), shown_actual=str(before))


@check(
    code="last-actual", title="完成值不是照抄上年的", severity=Severity.INFO,
    message="{where}等 {count} 个完成值与上年工作簿逐字相同",
    cause="复制上年的表而没有更新", repair="请确认已按本年情况更新", basis="自评反映评价年度的实际完成情况")
def copied(book: Book) -> Iterator[Event]:
    """Only where the actuals say something: numbers that happen to stay (100%) and single words are passed over."""
    yield from without_own_last(book)
    last = last_of(book)
    if last is None:
        return
    for form, old in ((book.evaluation.overall, last.overall), (book.evaluation.scoring, last.scoring)):
        if form is None or old is None:
            continue
        before = {row.path: row.actual.text.strip() for row in old.indicators if not empty(row.actual)}  # type: ignore[union-attr]
        rows = [row for row in form.indicators if not empty(row.actual) and row.actual.figure is None and row.path in before]  # type: ignore[union-attr]
        same_text = [row.actual for row in rows if row.actual.text.strip() == before[row.path] and len(before[row.path]) > 12]  # type: ignore[union-attr]
        if same_text and len(same_text) == len([row for row in rows if len(before[row.path]) > 12]) > 1:
            first = same_text[0]
            yield Failed(
                place=first.place, label=first.label or "完成值", shown_actual=first.text.strip(), related=places(*same_text[1:]),  # type: ignore[union-attr]
                args={"count": str(len(same_text))})
        else:
            yield PASSED


FAMILY = Family("previous", "与上年比较", (base, ledger, total, unit, year, copied))
