"""The projects against the whole: each form and line of 项目清单, their sums and 项目支出 of the other forms.

Sums over the project forms are evaluated only where every project of 项目清单 has its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ziping.amounts import Relation
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import Event, Failed, Family, Unknown, check
from ziping.checks.ties import SAME, TIES, Tie, empty, judged, named, same, turned, verdict, verdicts
from ziping.evaluation import Datum, Form, Fund, LedgerLine, ProjectLine
from ziping.findings import Severity

SUMS = "{where}应等于各项目自评表之和 {expected}（{parts}），实填 {actual}，{difference}"


@lru_cache(maxsize=4096)
def project_name(name: str) -> str:
    return re.sub(r"[\s“”\"（）()《》、，,·\-—]", "", name)


@fact
def listed(book: Book) -> list[ProjectLine]:
    """The lines of 项目清单 that name a project."""
    return [line for line in book.evaluation.ledger.projects if line.name.strip()] if book.evaluation.ledger else []


@fact
def forms_by_project(book: Book) -> dict[str, Form]:
    """The form of each project; where several forms or several lines of 项目清单 have a name, nothing tells which is meant, and none has it."""
    forms, _ = named_projects(book)
    return {name: found[0] for name, found in forms.items() if not repeated(book, name)}


@fact
def named_projects(book: Book) -> tuple[dict[str, list[Form]], dict[str, list[ProjectLine]]]:
    """The project forms and the lines of 项目清单 by the project's name."""
    forms: dict[str, list[Form]] = {}
    lines: dict[str, list[ProjectLine]] = {}
    for form in book.evaluation.projects:
        if form.project:
            forms.setdefault(project_name(form.project.text), []).append(form)
    for line in listed(book):
        lines.setdefault(project_name(line.name), []).append(line)
    return forms, lines


def repeated(book: Book, name: str) -> bool:
    """Whether several forms, or several lines of 项目清单, are of that project."""
    return any(len(found.get(name, ())) > 1 for found in named_projects(book))


@fact
def without_form(book: Book) -> list[ProjectLine]:
    there, _ = named_projects(book)
    return [line for line in listed(book) if project_name(line.name) not in there]


@fact
def missing_projects(book: Book) -> str:
    """Why sums over the project forms cannot be evaluated: "" when every listed project has its form."""
    if not book.evaluation.projects:
        return "没有项目支出绩效自评表"
    if not listed(book):
        return "没有项目清单，不能确定项目支出绩效自评表是否齐全"
    lacking = without_form(book)
    return f"缺 {len(lacking)} 个项目的自评表（{'、'.join(line.name for line in lacking[:3])}）" if lacking else ""


def total_line_cells(forms: list[Form], column: str) -> list[tuple[Datum, str]]:
    found = []
    for form in forms:
        line = form.fund(Fund.TOTAL)
        cell = getattr(line, column) if line is not None else None
        if cell is not None:
            found.append((cell, form.project.text.strip() if form.project else form.sheet))
    return found


def project_sum(book: Book, total: Datum | None, column: str, label: str) -> Iterator[Tie | Unknown]:
    if total is None:
        return
    reason = missing_projects(book)
    parts = total_line_cells(book.evaluation.projects, column)
    if reason or len(parts) < len(book.evaluation.projects):
        yield Unknown(reason or "有项目自评表没有资金总额", total.place)
    else:
        yield Tie(total, tuple(cell for cell, _ in parts), label, names=tuple(name for _, name in parts))


@fact
def overall_sums(book: Book) -> Iterator[Tie | Unknown]:
    line = book.evaluation.overall.fund(Fund.PROJECT) if book.evaluation.overall else None
    for column in ("adjusted", "executed") if line is not None else ():
        yield from project_sum(book, getattr(line, column), column, "整体自评表 项目支出")


@fact
def base_sums(book: Book) -> Iterator[Tie | Unknown]:
    line = book.base_line("项目支出")
    if line is not None:
        yield from project_sum(book, line.executed, "executed", "基础数据表 项目支出")


@fact
def unproved_sums(book: Book) -> Iterator[Tie]:
    """The project forms added up against 项目支出 of each form, where nothing tells whether every project has its form: it need not be the sum."""
    forms = book.evaluation.projects
    if not missing_projects(book) or not forms:
        return
    overall, base, ledger = book.evaluation.overall, book.base_line("项目支出"), project_expenditure(book)
    whole = overall.fund(Fund.PROJECT) if overall is not None else None
    for mine, theirs, listed_as in (("initial", "budget", "budget"), ("adjusted", "budget", "budget"), ("executed", "executed", "current")):
        parts = total_line_cells(forms, mine)
        for line, column, label in ((whole, mine, "整体自评表 项目支出"), (base, theirs, "基础数据表 项目支出"), (ledger, listed_as, "收支与资产 项目支出")):
            total = getattr(line, column, None)
            if total is not None and len(parts) == len(forms):
                yield Tie(total, tuple(cell for cell, _ in parts), label, names=tuple(name for _, name in parts))


@fact
def ledger_sums(book: Book) -> Iterator[Tie | Unknown]:
    """收支与资产 against the project forms, where no overall form with 项目支出 stands between them."""
    line = project_expenditure(book)
    if line is not None and not between(book):
        yield from project_sum(book, line.current, "executed", "收支与资产 项目支出 本年数")


@fact
def open_sums(book: Book) -> Iterator[Tie]:
    """The same where no 项目清单 tells which projects there are: there may be more of them than forms."""
    line, forms = project_expenditure(book), book.evaluation.projects
    parts = total_line_cells(forms, "executed")
    if line is not None and line.current is not None and forms and len(parts) == len(forms) and not listed(book):
        yield Tie(line.current, tuple(cell for cell, _ in parts), "收支与资产 项目支出 本年数", names=tuple(name for _, name in parts))


def between(book: Book) -> bool:
    overall = book.evaluation.overall
    return overall is not None and overall.fund(Fund.PROJECT) is not None


@fact
def listed_projects(book: Book) -> Iterator[Tie]:
    """Each project of 项目清单 against its own form."""
    forms = forms_by_project(book)
    for line in listed(book):
        form = forms.get(project_name(line.name))
        total = form.fund(Fund.TOTAL) if form is not None else None
        if total is None:
            continue
        for mine, theirs in (("budget", "initial"), ("adjusted", "adjusted"), ("executed", "executed")):
            yield from same(getattr(line, mine, None), getattr(total, theirs), f"项目清单 {line.name}", f"{line.name}自评表资金总额")


def listed_total(ledger_total: ProjectLine | None, projects: list[ProjectLine], column: str) -> tuple[tuple[Datum, str], ...]:
    """What 项目清单 comes to in a column: its total where stated, else its lines when each states a figure."""
    stated = getattr(ledger_total, column, None) if ledger_total is not None else None
    if not empty(stated):
        return ((stated, "项目清单合计"),)
    cells = [(cell, line.name) for line in projects if (cell := getattr(line, column, None)) is not None and cell.figure]
    return tuple(cells) if cells and len(cells) == len(projects) else ()


def list_totals(book: Book) -> Iterator[Tie]:
    """项目支出 of each form is not less than 项目清单 comes to, which may leave out small projects."""
    ledger = book.evaluation.ledger
    if ledger is None:
        return
    overall = book.evaluation.overall.fund(Fund.PROJECT) if book.evaluation.overall else None
    base, line = book.base_line("项目支出"), project_expenditure(book)
    for column, name in (("budget", "initial"), ("adjusted", "adjusted"), ("executed", "executed")):
        parts = listed_total(ledger.projects_total, ledger.projects, column)
        if not parts:
            continue
        wanted = [
            (getattr(overall, name, None), "整体自评表 项目支出"),
            (getattr(base, column, None), "基础数据表 项目支出"),
            (getattr(line, "current" if column == "executed" else column, None), "收支与资产 项目支出"),
        ]
        for total, label in wanted:
            if total is not None and not empty(total):
                yield Tie(total, tuple(c for c, _ in parts), label, relation=Relation.AT_MOST, names=tuple(n for _, n in parts))


def project_expenditure(book: Book) -> LedgerLine | None:
    return book.ledger_line(("支出", "项目支出"))


@check(
    code="across-projects-overall", title="各项目自评表之和等于整体自评表的项目支出", severity=Severity.ERROR, message=SUMS,
    cause="项目自评表改动后整体自评表没有更新，或漏报项目", repair="请核对各项目自评表的资金总额与整体自评表的项目支出", basis=TIES)
def projects_overall(book: Book) -> Iterator[Event]:
    yield from verdicts(overall_sums(book))


@check(
    code="across-projects-base", title="各项目自评表之和等于基础数据表的项目支出", severity=Severity.ERROR, message=SUMS,
    cause="项目自评表改动后基础数据表没有更新，或漏报项目", repair="请核对各项目自评表的资金总额与基础数据表的项目支出", basis=TIES)
def projects_base(book: Book) -> Iterator[Event]:
    yield from verdicts(base_sums(book))


@check(
    code="across-projects-ledger", title="各项目自评表之和等于收支与资产的项目支出", severity=Severity.ERROR, message=SUMS,
    cause="项目自评表改动后收支与资产没有更新，或漏报项目", repair="请核对各项目自评表的资金总额与收支与资产的项目支出", basis=TIES)
def projects_ledger(book: Book) -> Iterator[Event]:
    yield from verdicts(ledger_sums(book))


@check(
    code="across-projects-open", title="没有项目清单时各项目自评表之和与项目支出相符", severity=Severity.WARNING,
    message="{where}为 {actual}，各项目自评表之和为 {expected}（{parts}），{difference}",
    cause="项目自评表或项目支出填错，或有项目没有附自评表", repair="请核对各项目自评表的资金总额与项目支出，有项目没有附自评表的可以不改", basis=TIES)
def projects_open(book: Book) -> Iterator[Event]:
    for event in verdicts(open_sums(book)):
        if isinstance(event, Failed) and event.difference is not None and event.difference < 0:
            event = replace(event, repair="各项目的支出都在项目支出之内，请核对各项目自评表的资金总额与项目支出")
        yield event


@check(
    code="across-project-list", title="项目清单与各项目自评表金额一致", severity=Severity.ERROR, message=SAME,
    cause="项目清单与项目自评表分头填写", repair="请核对该项目在两处的金额", basis=TIES)
def project_list(book: Book) -> Iterator[Event]:
    yield from judged(listed_projects(book))


@check(
    code="across-list-total", title="项目清单合计不大于项目支出", severity=Severity.ERROR,
    message="{where}不应小于项目清单之和 {expected}（{parts}），实填 {actual}，{difference}",
    cause="项目清单包含了往年或不属于项目支出的金额", repair="请核对项目清单各项目的年度和口径", basis=TIES)
def list_total(book: Book) -> Iterator[Event]:
    yield from verdicts(list_totals(book))


@check(
    code="across-list-item", title="单个项目不大于项目支出", severity=Severity.ERROR,
    message="{where}不应大于{total}的 {expected}，实填 {actual}，超出 {excess}",
    cause="项目金额包含了往年或其他来源的支出，或小数点、单位错位", repair="请核对该项目的金额、年度和单位", basis=TIES)
def list_item(book: Book) -> Iterator[Event]:
    ledger, base, line = book.evaluation.ledger, book.base_line("项目支出"), project_expenditure(book)
    wholes = (
        ("收支与资产项目支出", line.current if line is not None else None), ("基础数据表项目支出", base.executed if base is not None else None))
    label, whole = next(((label, cell) for label, cell in wholes if not empty(cell)), ("", None))
    for project in ledger.projects if ledger is not None and whole is not None else []:
        if project.executed is None:
            continue
        if empty(project.executed):
            yield Unknown(f"项目清单 {project.name}执行数空白", project.executed.place)
            continue
        event = verdict(Tie(whole, (project.executed,), label, relation=Relation.AT_MOST))
        if isinstance(event, Failed):
            event = turned(event, project.executed, f"{project.name} 执行数", named(whole, label))
            event.args["total"] = label
        if event is not None:
            yield event


FAMILY = Family("projects", "项目勾稽", (projects_overall, projects_base, projects_ledger, projects_open, project_list, list_total, list_item))
