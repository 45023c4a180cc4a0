"""What must be filled in is filled in, and a figure's cell holds a figure.

Blank cells are warnings: a blank is not a wrong number, but no sum over it was checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.amounts import fold
from ziping.checks.absent import scheme_sheets
from ziping.checks.book import Book, row_data
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check, passed
from ziping.checks.cells import Content
from ziping.checks.lines import base, funds, ledger, project_list
from ziping.checks.projects import listed, without_form
from ziping.checks.restoring import restored
from ziping.checks.supported import supported
from ziping.checks.textual import money, unsummed
from ziping.checks.ties import empty, named
from ziping.checks.wanted import BLANK, FILLED, Wanted, asked
from ziping.evaluation import Datum, Form, FormKind, Indicator
from ziping.findings import Severity

ROWS_TOLD = 6  # rows named in one sentence
FILL_TOTAL, FILL_GRADE, FILL_EXECUTION = "请填写总分", "请按总分填写等级", "请填写预算执行率的分值和得分"


@check(
    code="complete-unit", title="填写了单位名称", severity=Severity.WARNING, message="工作簿没有单位名称{at}",
    cause="新表没有填写设置", repair="请在设置和各表表头填写单位名称", basis=FILLED)
def unit(book: Book) -> Iterator[Event]:
    cell = book.evaluation.settings.get("单位名称")
    if book.evaluation.unit.strip():
        yield PASSED
    else:
        place = cell.place if cell is not None else None
        yield Failed(place=place, label="单位名称", args={"at": f"（《{place.sheet}》{place.cell}）" if place else ""})


@check(
    code="complete-year", title="填写了评价年度", severity=Severity.WARNING, message="{told}",
    cause="新表没有填写设置，或表名里没有年度", repair="请填写评价年度，只填四位数字", basis=FILLED)
def year(book: Book) -> Iterator[Event]:
    """A year is known, and where the workbook has a cell for it nothing but its digits stands there: the titles are made of it."""
    cell = book.evaluation.settings.get("评价年度")
    place, words = (cell.place, cell.text.strip()) if cell is not None else (None, "")
    if book.evaluation.year is None:
        words, told = "", "工作簿没有评价年度" + (f"（《{place.sheet}》{place.cell}）" if place else "")
    elif words and place and not re.fullmatch(r"\d{4}", fold(words)):
        told = f"《{place.sheet}》{place.cell}“评价年度”填“{words}”，各表的标题和栏目引用它，应为“{book.evaluation.year}”"
    else:
        yield PASSED
        return
    yield Failed(place=place, label="评价年度", shown_actual=words, args={"told": told})


@check(
    code="complete-project", title="填写了项目名称", severity=Severity.WARNING, message=BLANK,
    cause="新增的表没有填表头", repair="请填写项目名称，与项目清单一致", basis=FILLED)
def project(book: Book) -> Iterator[Event]:
    yield from asked(book, ((form.project, "项目名称", "") for form in book.evaluation.projects))


@check(
    code="complete-target", title="每个指标都有指标值", severity=Severity.WARNING, message=BLANK,
    cause="目标申报时没有量化，或漏填", repair="请按批复的绩效目标填写指标值", basis="财预〔2020〕10号：绩效指标应有指标值")
def target(book: Book) -> Iterator[Event]:
    yield from asked(book, target_cells(book))


def target_cells(book: Book) -> Iterator[Wanted]:
    for form in book.evaluation.forms:
        for row in book.rows(form):
            yield row.target, row.name, "年度指标值"


@check(
    code="complete-actual", title="每个指标都有完成值", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair="请填写实际完成值", basis=FILLED)
def actual(book: Book) -> Iterator[Event]:
    yield from asked(book, actual_cells(book))


def actual_cells(book: Book) -> Iterator[Wanted]:
    for form in book.evaluation.forms:
        for row in book.rows(form):
            yield row.actual, row.name, "完成值"


@check(
    code="complete-score", title="每个指标都有得分", severity=Severity.WARNING, message=BLANK,
    cause="漏填，或公式算不出结果", repair="请填写得分，或按解释得分的提示补齐数据", basis=FILLED)
def score(book: Book) -> Iterator[Event]:
    yield from asked(book, score_cells(book))


def score_cells(book: Book) -> Iterator[Wanted]:
    for form in book.scored_forms:
        for row in book.rows(form):
            yield row.score, row.name, "得分"


@check(
    code="complete-unused-rows", title="指标表没有空行", severity=Severity.INFO,
    message="{where}起有 {count} 行只有指标分类、没有内容（{rows}），按没有使用处理，不计入分值合计",
    cause="本单位没有这类指标，或漏填", repair="请确认确实不用，不用的行可以删除或填“不适用”", basis="财预〔2020〕10号：指标按项目实际设置")
def unused_rows(book: Book) -> Iterator[Event]:
    """One hint a form; rows that say 不适用 are explained."""
    for form in book.evaluation.forms:
        used = {id(row) for row in book.rows(form)}
        blank = [row for row in form.indicators if id(row) not in used and not any(cell and cell.text.strip() for cell in row_data(row))]
        yield from (PASSED for row in form.indicators if id(row) in used)
        if blank and used:
            told = "、".join(line_of(row) for row in blank[:ROWS_TOLD]) + ("……" if len(blank) > ROWS_TOLD else "")
            yield Failed(
                place=blank[0].place, label=blank[0].name, related=tuple(row.place for row in blank[1:] if row.place is not None),
                args={"count": str(len(blank)), "rows": told})


def line_of(row: Indicator) -> str:
    line = row.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if row.place is not None else ""
    return f"第 {line} 行 {row.name}" if line else row.name


@check(
    code="complete-total", title="填写了总分", severity=Severity.WARNING, message=BLANK,
    cause="漏填，或有得分空白", repair=FILL_TOTAL, basis=FILLED)
def total(book: Book) -> Iterator[Event]:
    yield from restored(book, asked(book, total_cells(book)), FILL_TOTAL)


def total_cells(book: Book) -> Iterator[Wanted]:
    for form in book.scored_forms:
        yield form.total_score, "总分", ""
        if any(points for _, points in book.leaf_points(form)):
            yield form.total_points, "总分", "分值"


@check(
    code="complete-total-row", title="方案有总分行的表保留总分行", severity=Severity.ERROR,
    message="{where}以下没有“{total}”行，评价方案的这张表有这一行，各项得分之和没有核对",
    cause="删除不用的行时连同总分行一起删除", repair="请在指标各行之下恢复该行（可从同一方案的空白表复制）", basis=FILLED)
def total_row(book: Book) -> Iterator[Event]:
    """Only forms of a known scheme are known to have one."""
    for form in book.scored_forms if book.scheme is not None else ():
        plan = getattr(book.scheme, str(form.kind), None)
        if plan is None or not plan.total or not form.indicators:
            continue
        if form.total_score is not None or form.total_points is not None:
            yield PASSED
        else:
            last = form.indicators[-1]
            yield Failed(place=last.place or form.title.place, label=last.name, args={"total": plan.total})


@check(
    code="complete-grade", title="填写了等级", severity=Severity.INFO, message=BLANK,
    cause="漏填", repair=FILL_GRADE, basis=FILLED)
def grade(book: Book) -> Iterator[Event]:
    yield from restored(book, asked(book, grade_cells(book)), FILL_GRADE)


def grade_cells(book: Book) -> Iterator[Wanted]:
    for form in book.scored_forms:
        yield form.grade, "等级", ""


@check(
    code="complete-execution", title="预算执行率填写了分值和得分", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair=FILL_EXECUTION, basis=FILLED)
def execution(book: Book) -> Iterator[Event]:
    yield from restored(book, asked(book, execution_cells(book)), FILL_EXECUTION)


def execution_cells(book: Book) -> Iterator[Wanted]:
    for form in book.scored_forms:
        line = form.funds[0] if form.funds else None
        if line is not None and (line.points is not None or line.score is not None):
            yield line.points, line.label, "分值"
            yield line.score, line.label, "得分"


@check(
    code="complete-number", title="金额、分值、得分栏填的是数", severity=Severity.WARNING,
    message="{where}应填数，实填“{text}”",
    cause="在数字栏写了文字、约数或多余的符号", repair="请只填数字，说明写在备注或原因栏", basis=FILLED)
def number(book: Book) -> Iterator[Event]:
    numbers = 0
    for cell in book.figure_cells:
        datum = cell.datum
        if datum.error is not None or (datum.figure is None and empty(datum)):
            continue
        if (datum.figure is None and datum.text.strip() != "不适用") or (datum.textual and cell.content is Content.AMOUNT and not money(datum)):
            yield Failed(place=datum.place, label=named(datum, cell.label), shown_actual=datum.text.strip(), args={"text": datum.text.strip()})
        else:
            numbers += 1
    yield from passed(numbers)


_NEVER_NEGATIVE = (Content.AMOUNT, Content.COUNT, Content.POINTS)


@check(
    code="complete-negative", title="金额、人数、分值不为负数", severity=Severity.WARNING,
    message="{where}为负数 {actual}",
    cause="冲销数填在了发生额一栏，或误加了负号", repair="请核对正负号", basis="收入、支出、预算、人数和分值不为负数")
def negative(book: Book) -> Iterator[Event]:
    """Rates may fall below zero; scores have a check of their own."""
    fine = 0
    for cell in book.figure_cells:
        figure = cell.datum.figure
        if figure is None or cell.content not in _NEVER_NEGATIVE:
            continue
        if figure.value < 0:
            datum = cell.datum
            yield Failed(place=datum.place, label=named(datum, cell.label), actual=figure.value, shown_actual=str(figure))
        else:
            fine += 1
    yield from passed(fine)


@check(
    code="complete-project-forms", title="项目清单中的项目都附有自评表", severity=Severity.WARNING,
    message="{where}{more}没有附项目支出绩效自评表，项目清单共 {count} 个项目",
    cause="小项目没有填表，或漏附", repair="请补附自评表", basis="财预〔2020〕10号：项目支出均应开展单位自评")
def project_forms(book: Book) -> Iterator[Event]:
    """One finding for all of them. A scheme without a project form asks for none."""
    evaluation = book.evaluation
    projects = listed(book)
    if not evaluation.projects and not projects or book.scheme is not None and book.scheme.project is None:
        return
    if not projects:
        yield Unknown("没有项目清单")
        return
    lacking = without_form(book)
    yield from (PASSED for _ in range(len(projects) - len(lacking)))
    if lacking:
        yield Failed(
            place=lacking[0].place, label=lacking[0].name, related=tuple(line.place for line in lacking[1:] if line.place is not None),
            args={"more": f"等 {len(lacking)} 个项目" if len(lacking) > 1 else "", "count": str(len(projects))})


@check(
    code="complete-goal", title="填写了年度总体目标和完成情况", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair="请填写年度总体目标及其实际完成情况", basis=FILLED)
def goal(book: Book) -> Iterator[Event]:
    yield from asked(book, goal_cells(book))


def goal_cells(book: Book) -> Iterator[Wanted]:
    for form in book.evaluation.forms:
        for each in form.goals:
            yield each.expected, "年度总体目标", ""
            if form.kind is not FormKind.MONITOR:
                yield each.achieved, "实际完成情况", ""


@check(
    code="complete-signature", title="填写了填报人、负责人和填报日期", severity=Severity.INFO, message=BLANK,
    cause="尚未定稿", repair="请在报送前填写", basis=FILLED)
def signature(book: Book) -> Iterator[Event]:
    yield from asked(book, signature_cells(book), whole=True)


_SIGNED = re.compile("填[报表](?:人|日期)|负责人")


def signature_cells(book: Book) -> Iterator[Wanted]:
    for caption, datum in (*book.evaluation.settings.items(), *notes(book)):
        if _SIGNED.search(caption):
            yield datum, caption, ""


def notes(book: Book) -> Iterator[tuple[str, Datum]]:
    form: Form
    for form in book.evaluation.forms:
        yield from form.notes.items()


FAMILY = Family("completeness", "填列齐全", (
    scheme_sheets, unit, year, project, target, actual, score, unused_rows, total, supported, total_row, grade, execution, funds, base, ledger, project_list, number, unsummed, negative, project_forms, goal, signature,
))
