"""What must be filled in is filled in, and a figure's cell holds a figure.

Blank cells are warnings: a blank is not a wrong number, but no sum over it was checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ziping.amounts import PLAIN, Relation, read_figure
from ziping.checks import across
from ziping.checks.blanks import GAPS, gathered, required, untold
from ziping.checks.book import Book, fact, row_data
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.cells import AMOUNTS, BASE_COLUMNS, COLUMNS, LEDGER_COLUMNS, Content
from ziping.checks.ledger import group_tie
from ziping.checks.projects import listed, without_form
from ziping.checks.recomputed import recomputed
from ziping.checks.ties import empty, named
from ziping.evaluation import Datum, Form, FormKind, Indicator
from ziping.findings import Severity

FILLED = "填报要求：表中各栏填列齐全，没有发生额的填 0"
BLANK = "{where}{more}空白"
ROWS_TOLD = 6  # rows named in one sentence


def asked(book: Book, cells: Callable[[Book], Iterator[Event]], whole: bool = False) -> Iterator[Event]:
    return gathered(untold(book, cells(book), recomputed, *GAPS, across.blanks), whole)


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
    code="complete-year", title="填写了评价年度", severity=Severity.WARNING, message="工作簿没有评价年度{at}",
    cause="新表没有填写设置，或表名里没有年度", repair="请填写评价年度", basis=FILLED)
def year(book: Book) -> Iterator[Event]:
    cell = book.evaluation.settings.get("评价年度")
    if book.evaluation.year is not None:
        yield PASSED
    else:
        place = cell.place if cell is not None else None
        yield Failed(place=place, label="评价年度", args={"at": f"（《{place.sheet}》{place.cell}）" if place else ""})


@check(
    code="complete-target", title="每个指标都有指标值", severity=Severity.WARNING, message=BLANK,
    cause="目标申报时没有量化，或漏填", repair="请按批复的绩效目标填写指标值", basis="财预〔2020〕10号：绩效指标应有指标值")
def target(book: Book) -> Iterator[Event]:
    yield from asked(book, target_cells)


def target_cells(book: Book) -> Iterator[Event]:
    for form in book.evaluation.forms:
        for row in book.rows(form):
            yield from required(row.target, f"{row.name} 年度指标值")


@check(
    code="complete-actual", title="每个指标都有完成值", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair="请填写实际完成值", basis=FILLED)
def actual(book: Book) -> Iterator[Event]:
    yield from asked(book, actual_cells)


def actual_cells(book: Book) -> Iterator[Event]:
    for form in book.evaluation.forms:
        for row in book.rows(form):
            yield from required(row.actual, f"{row.name} 完成值")


@check(
    code="complete-score", title="每个指标都有得分", severity=Severity.WARNING, message=BLANK,
    cause="漏填，或公式算不出结果", repair="请填写得分，或按解释得分的提示补齐数据", basis=FILLED)
def score(book: Book) -> Iterator[Event]:
    yield from asked(book, score_cells)


def score_cells(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for row in book.rows(form):
            yield from required(row.score, f"{row.name} 得分")


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
    cause="漏填，或有得分空白", repair="请填写总分", basis=FILLED)
def total(book: Book) -> Iterator[Event]:
    yield from asked(book, total_cells)


def total_cells(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        yield from required(form.total_score, "总分")
        if any(points for _, points in book.leaf_points(form)):
            yield from required(form.total_points, "总分 分值")


@check(
    code="complete-grade", title="填写了等级", severity=Severity.INFO, message=BLANK,
    cause="漏填", repair="请按总分填写等级", basis=FILLED)
def grade(book: Book) -> Iterator[Event]:
    yield from asked(book, grade_cells)


def grade_cells(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        yield from required(form.grade, "等级")


@check(
    code="complete-execution", title="预算执行率填写了分值和得分", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair="请填写预算执行率的分值和得分", basis=FILLED)
def execution(book: Book) -> Iterator[Event]:
    yield from asked(book, execution_cells)


def execution_cells(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        line = form.funds[0] if form.funds else None
        if line is not None and (line.points is not None or line.score is not None):
            yield from required(line.points, f"{line.label} 分值")
            yield from required(line.score, f"{line.label} 得分")


@check(
    code="complete-funds", title="资金各行填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="没有发生额的一栏没有填 0，或漏填", repair="请补填，没有发生额的填 0", basis=FILLED)
def funds(book: Book) -> Iterator[Event]:
    """A cell is missed where another cell of its line or of its column is filled."""
    yield from asked(book, funds_cells)


def funds_cells(book: Book) -> Iterator[Event]:
    for form in book.evaluation.forms:
        used = {column for column in AMOUNTS for line in form.funds if not empty(getattr(line, column))}
        for line in form.funds:
            cells = {column: getattr(line, column) for column in AMOUNTS if getattr(line, column) is not None}
            if all(empty(cell) for cell in cells.values()):
                continue
            for column, cell in cells.items():
                if column in used or not empty(cell):
                    yield from required(cell, f"{line.label} {COLUMNS[column]}")


@check(
    code="complete-base", title="基础数据表各行填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="没有发生额的一栏没有填 0，或漏填", repair="请补填，没有发生额的填 0", basis=FILLED)
def base(book: Book) -> Iterator[Event]:
    yield from asked(book, base_cells)


def base_cells(book: Book) -> Iterator[Event]:
    data = book.evaluation.base
    if data is None:
        return
    if not (empty(data.posts) and empty(data.staff)):
        yield from required(data.posts, "编制数")
        yield from required(data.staff, "实际在职人数")
    for line in data.lines:
        cells = [getattr(line, column) for column in BASE_COLUMNS]
        if all(empty(cell) for cell in cells):
            continue
        for heading, cell in zip(BASE_COLUMNS.values(), cells, strict=True):
            yield from required(cell, f"{line.name} {heading}")


@check(
    code="complete-ledger", title="收支与资产的合计、分项填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair="请补填，没有发生额的填 0", basis=FILLED)
def ledger(book: Book) -> Iterator[Event]:
    """A total is missed where one of its parts is stated, a part where the others do not reach the total, this year's figure where last year's is."""
    yield from asked(book, ledger_cells)


def ledger_cells(book: Book) -> Iterator[Event]:
    missed: dict[int, tuple[Datum, str]] = {}
    seen: list[Datum] = []
    for parent, parts in book.ledger_groups:
        for column, heading in LEDGER_COLUMNS.items():
            whole, each = getattr(parent, column), group_tie(book, parent, parts, column)
            filled = [cell for cell in each.terms if not empty(cell)]
            if whole is not None and filled and empty(whole):
                missed[id(whole)] = whole, f"{parent.name} {heading}"
            if each.footing is not None and not each.footing.holds and each.relation is Relation.EQUAL:
                missed |= {id(cell): (cell, f"{name} {heading}") for cell, name in zip(each.terms, each.names, strict=True) if empty(cell)}
            seen += filled
    for section, line in ((line.section, line) for line in book.evaluation.ledger.lines) if book.evaluation.ledger else ():
        for cell, heading, others in (
            (line.current, "本年数", (line.last_year, line.budget)), (line.last_year, "上年数", (line.current,)), (line.budget, "年初预算数", (line.current,)),
        ):
            if cell is None or not any(other is not None and other.value for other in others):
                continue
            if not empty(cell):
                seen.append(cell)
            elif heading == "本年数" or column_used(book, section, heading):
                missed[id(cell)] = cell, f"{line.name} {heading}"
    for cell, label in missed.values():
        yield Failed(place=cell.place, label=named(cell, label))
    yield from (PASSED for cell in seen)


@fact
def column_used(book: Book, section: str, heading: str) -> bool:
    """Whether most lines of the section that state this year's figure state one in that column too: then a blank one was left out."""
    attribute = {"上年数": "last_year", "年初预算数": "budget"}[heading]
    lines = [line for line in book.evaluation.ledger.lines if line.section == section and not empty(line.current)] if book.evaluation.ledger else []
    filled = sum(not empty(getattr(line, attribute)) for line in lines)
    return len(lines) > 2 and 2 * filled > len(lines)


@check(
    code="complete-list", title="项目清单各项目填列齐全", severity=Severity.WARNING, message=BLANK,
    cause="漏填", repair="请补填项目金额", basis=FILLED)
def project_list(book: Book) -> Iterator[Event]:
    yield from asked(book, project_list_cells)


def project_list_cells(book: Book) -> Iterator[Event]:
    data = book.evaluation.ledger
    lines = [line for line in data.projects if line.name.strip()] + ([data.projects_total] if data.projects_total else []) if data else []
    for column, heading in (("budget", "年初预算数"), ("adjusted", "全年预算数"), ("executed", "执行数")):
        if any(not empty(getattr(line, column)) for line in lines):
            for line in lines:
                yield from required(getattr(line, column), f"{line.name} {heading}")


@check(
    code="complete-number", title="金额、分值、得分栏填的是数", severity=Severity.WARNING,
    message="{where}应填数，实填“{text}”",
    cause="在数字栏写了文字、约数或多余的符号", repair="请只填数字，说明写在备注或原因栏", basis=FILLED)
def number(book: Book) -> Iterator[Event]:
    for cell in book.cells:
        datum = cell.datum
        if cell.content is Content.TEXT or datum.error is not None or empty(datum):
            continue
        if (datum.figure is None and datum.text.strip() != "不适用") or (cell.content is Content.AMOUNT and datum.textual and not _money(datum)):
            yield Failed(place=datum.place, label=named(datum, cell.label), shown_actual=datum.text.strip(), args={"text": datum.text.strip()})
        else:
            yield PASSED


def _money(datum: Datum) -> bool:
    """Whether a text in a column of money may be an amount: 2021年 and 15% are none, 706万 is one."""
    typed = read_figure(datum.text)
    return typed is None or typed.unit == PLAIN or typed.unit.base == "元" or typed.unit.text in ("万", "亿")


_NEVER_NEGATIVE = (Content.AMOUNT, Content.COUNT, Content.POINTS)


@check(
    code="complete-negative", title="金额、人数、分值不为负数", severity=Severity.WARNING,
    message="{where}为负数 {actual}",
    cause="冲销数填在了发生额一栏，或误加了负号", repair="请核对正负号", basis="收入、支出、预算、人数和分值不为负数")
def negative(book: Book) -> Iterator[Event]:
    """Rates may fall below zero; scores have a check of their own."""
    for cell in book.cells:
        figure = cell.datum.figure
        if figure is None or cell.content not in _NEVER_NEGATIVE:
            continue
        if figure.value < 0:
            datum = cell.datum
            yield Failed(place=datum.place, label=named(datum, cell.label), actual=figure.value, shown_actual=str(figure))
        else:
            yield PASSED


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
    yield from asked(book, goal_cells)


def goal_cells(book: Book) -> Iterator[Event]:
    for form in book.evaluation.forms:
        for each in form.goals:
            yield from required(each.expected, "年度总体目标")
            if form.kind is not FormKind.MONITOR:
                yield from required(each.achieved, "实际完成情况")


@check(
    code="complete-signature", title="填写了填报人、负责人和填报日期", severity=Severity.INFO, message=BLANK,
    cause="尚未定稿", repair="请在报送前填写", basis=FILLED)
def signature(book: Book) -> Iterator[Event]:
    yield from asked(book, signature_cells, whole=True)


def signature_cells(book: Book) -> Iterator[Event]:
    for caption, datum in (*book.evaluation.settings.items(), *notes(book)):
        if any(word in caption for word in ("填报人", "填表人", "负责人", "填报日期", "填表日期")):
            yield from required(datum, caption)


def notes(book: Book) -> Iterator[tuple[str, Datum]]:
    form: Form
    for form in book.evaluation.forms:
        yield from form.notes.items()


FAMILY = Family("completeness", "填列齐全", (
    unit, year, target, actual, score, unused_rows, total, grade, execution, funds, base, ledger, project_list, number, negative, project_forms, goal, signature,
))
