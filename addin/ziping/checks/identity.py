"""The same unit, year and projects everywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ziping import schemes
from ziping.amounts import fold
from ziping.checks.book import Book, fact, headings, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.projects import named_projects, project_name
from ziping.checks.ties import empty, places, told
from ziping.checks.unresolved import RECALCULATE
from ziping.evaluation import Datum, Form, FormKind, Place
from ziping.findings import Severity

SAME = "同一份自评材料的单位、年度、项目名称前后一致"
_SEAL = re.compile(r"[(（][^()（）]*[)）]|(?:盖章|公章|签章)$")
YEARLESS = "请先在“设置”填写评价年度（栏目标题由它得出），重新计算后再校验，不用改标题"
YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年?")


def body_units(book: Book) -> Iterator[Datum]:
    """The unit cells of the forms of the whole body."""
    evaluation = book.evaluation
    for form in (evaluation.base, evaluation.overall, evaluation.scoring):
        if form is not None and form.unit is not None:
            yield form.unit


def related_names(a: str, b: str) -> bool:
    """Equal, blanks and bracketed notes (盖章) apart, or one is the other with a superior body's name before it."""
    a, b = (_SEAL.sub("", squeezed(name)) for name in (a, b))
    return a == b or a.endswith(b) or b.endswith(a)


@fact
def other_last(book: Book) -> str:
    """Why the workbook that was given as last year's says nothing of last year here: another body's, or of another year; "" without one that is."""
    if book.last is None:
        return ""
    now, before = book.evaluation.unit.strip(), book.last.unit.strip()
    if now and before and not related_names(now, before):
        return f"上年工作簿是“{before}”的，不是本单位的，没有用它核对"
    year, last = book.evaluation.year, book.last.year
    if year is not None and last is not None and last != year - 1:
        return f"上年工作簿是 {last}年的，不是 {year - 1}年的，没有用它核对"
    return ""


def unit_verdict(datum: Datum, unit: str) -> Iterator[Event]:
    if not unit or empty(datum):
        yield Unknown("单位名称空白", datum.place)
    elif related_names(datum.text, unit):
        yield PASSED
    else:
        yield Failed(place=datum.place, label=datum.label or "单位名称", shown_expected=unit, shown_actual=datum.text.strip())


@check(
    code="identity-unit", title="各表的单位名称一致", severity=Severity.WARNING,
    message="{where}为“{actual}”，应与设置中的单位名称“{expected}”一致",
    cause="沿用了其他单位的表，或单位更名后没有改全", repair="请统一单位名称", basis=SAME)
def unit(book: Book) -> Iterator[Event]:
    for datum in body_units(book):
        yield from unit_verdict(datum, book.evaluation.unit.strip())


@check(
    code="identity-scheme", title="评价方案是本表所用的", severity=Severity.ERROR,
    message="{where}{why}",
    cause="改动了“设置”中的方案编号", repair="请改回本表所用的方案编号，该格有列表可选", basis="方案编号决定整表计分规则")
def scheme(book: Book) -> Iterator[Event]:
    """The number is one of ours and not that of a scheme whose name another cell of 设置 contradicts; a workbook without one has no rules of a scheme."""
    cell, name = (book.evaluation.settings.get(caption) for caption in ("评价方案", "方案"))
    number, printed = (datum.text.strip() if datum is not None else "" for datum in (cell, name))
    title = schemes.load(number).title if number in schemes.available() else ""
    ours = printed not in ("", title) and any(schemes.load(other).title == printed for other in schemes.available())
    if cell is None or not (number or ours):
        return
    if not number:
        why = f"空白，而表中写明的方案是“{printed}”"
    elif not title:
        why = f"填“{number}”，没有这个方案，整表的计分规则无法采用"
    elif ours:
        why = f"填“{number}”，它是“{title}”，而表中写明的方案是“{printed}”"
    else:
        yield PASSED
        return
    yield Failed(place=cell.place, label="评价方案", shown_actual=number, related=places(name), args={"why": why})


@check(
    code="identity-project-unit", title="项目的实施单位或主管部门是本单位", severity=Severity.INFO,
    message="{where}为“{actual}”，与本单位“{expected}”不同",
    cause="项目由下属单位实施，或沿用了其他单位的表", repair="请确认该项目属于本单位", basis=SAME)
def project_unit(book: Book) -> Iterator[Event]:
    for form in (*book.evaluation.projects, *book.evaluation.monitors):
        data = [datum for datum in (form.unit, form.department) if datum is not None]
        if not data:
            continue
        events = [event for datum in data for event in unit_verdict(datum, book.evaluation.unit.strip())]
        yield next((event for event in events if event is PASSED), events[0])


def year_verdict(title: Datum, stated: int | None, due: int | None, label: str) -> Iterator[Event]:
    if stated is None or due is None:
        yield Unknown(f"{label}没有年度", title.place)
    elif stated == due:
        yield PASSED
    else:
        yield Failed(
            place=title.place, label=title.text.strip() or label, expected=Decimal(due), actual=Decimal(stated), shown_expected=str(due),
            shown_actual=str(stated))


@check(
    code="identity-year", title="各表的年度一致", severity=Severity.WARNING,
    message="{where}是 {actual}年的，评价年度是 {expected}年",
    cause="附上了其他年度的表，或表名没有更新", repair="请换成评价年度的表，或更正表名中的年度", basis=SAME)
def year(book: Book) -> Iterator[Event]:
    """The monitoring forms have a check of their own."""
    evaluation = book.evaluation
    if evaluation.base is not None:
        yield from year_verdict(evaluation.base.title, evaluation.base.year, evaluation.year, "基础数据表")
    for form in evaluation.forms:
        if form.kind is not FormKind.MONITOR:
            yield from year_verdict(form.title, form.year, evaluation.year, form.sheet)


@check(
    code="identity-date", title="填报日期在评价年度的次年", severity=Severity.WARNING,
    message="{where}填 {actual}，{year}年度的自评应在 {expected}年填报",
    cause="沿用了上年的表而没有改日期，或评价年度填错", repair="请核对评价年度和填报日期", basis="自评在预算年度结束后进行")
def date(book: Book) -> Iterator[Event]:
    due = book.evaluation.year
    cells = [(c, d) for c, d in book.evaluation.settings.items() if "日期" in c]
    cells += [(c, d) for form in book.scored_forms for c, d in form.notes.items() if "日期" in c]
    for caption, datum in cells:
        found = YEAR.match(fold(datum.text).strip())
        if found is None or due is None:
            yield Unknown(f"{caption}空白或没有年份", datum.place)
        elif int(found[1]) == due + 1:
            yield PASSED
        else:
            yield Failed(
                place=datum.place, label=datum.label or caption, shown_expected=str(due + 1), shown_actual=datum.text.strip(),
                args={"year": str(due)})


@check(
    code="identity-project-twice", title="同一项目只有一张自评表", severity=Severity.ERROR,
    message="{where}“{name}”在{others}也是这个名称，分不清是哪个项目，它们之间的金额没有核对",
    cause="复制表格后没有改项目名称", repair="请更正项目名称，或删去重复的表", basis=SAME)
def project_twice(book: Book) -> Iterator[Event]:
    """One finding for all the cells of a name, those of 项目清单 among them."""
    for form in book.evaluation.projects:
        if empty(form.project):
            yield Unknown("项目名称空白", form.title.place, (form.project,))
    forms, lines = named_projects(book)
    for name, found in forms.items():
        if len(found) == 1:
            yield PASSED
        else:
            first, *others = [form.project for form in found]
            yield told_together(first, [*places(*others), *(line.place for line in lines.get(name, ()))], "项目名称")  # type: ignore[arg-type]


@check(
    code="identity-list-twice", title="项目清单中的项目不重复", severity=Severity.WARNING,
    message="{where}“{name}”在{others}又列了一次，分不清哪一行对应自评表，金额没有核对",
    cause="同一项目按来源分行列示，或重复录入", repair="请合并或更正重复的项目", basis=SAME)
def list_twice(book: Book) -> Iterator[Event]:
    for line in book.evaluation.ledger.projects if book.evaluation.ledger else []:
        if not line.name.strip():
            yield Unknown("项目清单有项目没有名称", line.place)
    forms, lines = named_projects(book)
    for name, found in lines.items():
        if len(found) == 1:
            yield PASSED
        elif len(forms.get(name, ())) < 2:  # told of the forms otherwise
            yield told_together(Datum(found[0].name, place=found[0].place), [line.place for line in found[1:]], "项目清单")


def told_together(first: Datum, others: list[Place | None], label: str) -> Failed:
    """All the cells of a name that stands more than once, told at the first of them."""
    cells = tuple(dict.fromkeys(place for place in others if place is not None))
    return Failed(
        place=first.place, label=first.label or label, shown_actual=first.text.strip(), related=cells,
        args={"name": first.text.strip(), "others": "、".join(f"《{place.sheet}》{place.cell}" for place in cells) or "另一行"})


@check(
    code="identity-project-listed", title="自评表的项目在项目清单中", severity=Severity.WARNING,
    message="{where}“{actual}”不在项目清单中{near}",
    cause="两处的项目名称写法不同，或清单漏列", repair="请统一项目名称，或在清单中补列", basis=SAME)
def project_listed(book: Book) -> Iterator[Event]:
    listed = [line.name for line in book.evaluation.ledger.projects if line.name.strip()] if book.evaluation.ledger else []
    for form in book.evaluation.projects:
        if empty(form.project) or not listed:
            yield Unknown("项目名称空白，或没有项目清单", form.title.place, (form.project,))
            continue
        name = told(form.project)
        if project_name(name) in {project_name(each) for each in listed}:
            yield PASSED
        elif book.evaluation.ledger is not None and book.evaluation.ledger.nameless:
            yield Unknown("项目清单有的行没有项目名称", form.project.place)  # type: ignore[union-attr]
        else:
            near = nearest(name, listed)
            yield Failed(
                place=form.project.place, label="项目名称", shown_actual=name, shown_expected=near,  # type: ignore[union-attr]
                args={"near": f"，清单中相近的是“{near}”" if near else ""})


def nearest(name: str, others: list[str]) -> str:
    """The name most of whose characters are in the other, "" when none shares more than half."""
    def shared(other: str) -> Decimal:
        a, b = Counter(project_name(name)), Counter(project_name(other))
        return Decimal(2 * sum((a & b).values())) / Decimal(max(1, a.total() + b.total()))

    best = max(others, key=shared, default="")
    return best if best and shared(best) > Decimal("0.5") else ""


@check(
    code="identity-indicator-twice", title="同一张表的指标不重复", severity=Severity.WARNING,
    message="{where}在同一张表中出现两次",
    cause="复制行后没有改指标名称", repair="请更正指标名称，或删去重复的行", basis=SAME)
def indicator_twice(book: Book) -> Iterator[Event]:
    form: Form
    for form in book.evaluation.forms:
        seen: dict[tuple[str, ...], Datum | None] = {}
        for row in form.indicators:
            key = tuple(map(squeezed, headings(row)[-1]))
            if not row.name.strip():
                yield Unknown("有指标没有名称", row.place)
            elif key in seen:
                yield Failed(place=row.place, label=row.name, related=places(seen[key]), rests_on=())
            else:
                seen[key] = row.target
                yield PASSED


@check(
    code="identity-macros", title="工作簿不含宏代码", severity=Severity.INFO,
    message="工作簿含有宏代码，读取时没有运行；由宏写入的内容只按文件中已保存的值核对",
    cause="文件带有宏，或另存自带宏的模板", repair="请确认宏的来源，不需要时另存为“Excel 工作簿（*.xlsx）”后报送", basis="送审文件的安全要求")
def no_macros(book: Book) -> Iterator[Event]:
    if book.evaluation.macros:
        yield Failed(place=None, label="工作簿")
    elif book.evaluation.file:
        yield PASSED


@check(
    code="identity-unread", title="像自评表的工作表都已读取", severity=Severity.WARNING,
    message="{where}像是自评表，但没有读取：{why}{missing}，表中的数据没有参加校验和汇总",
    cause="标题行缺少栏目或写法特殊，或同一种表放了两张", repair="请按表样补齐或更正标题行后重新校验，不需要的表请移出工作簿", basis="没有读取的表不算核对过")
def unread(book: Book) -> Iterator[Event]:
    settings = book.evaluation.settings
    yearless = "评价年度" in settings and empty(settings["评价年度"])  # of which our own sheets make their headings
    for sheet in book.evaluation.unread:
        missing = f"，缺少标题{'、'.join(f'“{word}”' for word in sheet.missing)}" if sheet.missing else ""
        repair = RECALCULATE if sheet.uncomputed else YEARLESS if sheet.missing and yearless else ""
        yield Failed(place=sheet.place, label="", repair=repair, args={"why": sheet.why, "missing": missing})
    if book.evaluation.file and not book.evaluation.unread:
        yield PASSED


FAMILY = Family("identity", "单位、年度与项目", (
    unit, scheme, project_unit, year, date, project_twice, list_twice, project_listed, indicator_twice, no_macros, unread,
))
