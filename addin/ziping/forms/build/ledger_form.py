"""收支与资产情况表 with the 项目清单 below it: the figures behind the report's text.

A form of ours, so it says itself how its lines belong together: 上级项目 names the line that a line is part of, 关系 how (构成: the parts add up
to it; 其中: they need not; 减: it is taken off). The officer may add lines with the same means.
"""

from __future__ import annotations

from dataclasses import replace

from ziping.amounts import PLAIN
from ziping.evaluation import Evaluation, Ledger, LedgerLine, ProjectLine
from ziping.forms.build import phrases
from ziping.forms.build.canvas import ABSENT, CAPTION, DERIVED, INPUT, LABEL, LEFT, NOTE, SUBTITLE, TITLE, Book, Key, Page, Write
from ziping.forms.build.content import MONEY, PERCENTS, money
from ziping.forms.build.indicator_form import projects_total
from ziping.forms.formula_syntax import address
from ziping.schemes import LedgerLineScheme, LedgerScheme, ProjectsScheme

AMOUNTS = ("last_year", "budget", "current")
BASE = {"last_year": "last_year", "budget": "budget", "current": "executed"}
OVERALL = {"budget": "adjusted", "current": "executed"}
PROJECTS = {"budget": "budget", "current": "executed"}
RELATIONS = {"equal": "构成", "at_most": "其中"}
LIST_COLUMNS = (("budget", "年初预算数"), ("adjusted", "全年预算数"), ("executed", "执行数"), ("rate", "执行率"))
WIDTHS = {"last_year": 15.0, "budget": 15.0, "current": 15.0, "share": 11.0, "change": 11.0}


def lay(book: Book, evaluation: Evaluation, ledger: Ledger, scheme: LedgerScheme) -> Page:
    columns = list(scheme.columns)
    wider = 3.5 if ledger.money_unit.shift == 0 else 0.0  # amounts in 元 have more digits
    amounts = [WIDTHS[key] + (wider if key in AMOUNTS else 0.0) for key, _ in columns]
    amounts += [13.0] * (4 - len(amounts))
    page = book.page(ledger.sheet, [10.0, 34.0, 9.0, *amounts, 18.0, 7.0])
    wide = 3 + len(amounts)
    phrases.put_dated(page, 0, 0, scheme.title, TITLE, columns=wide)
    page.heights[0] = 36
    phrases.put_unit_name(page, 1, SUBTITLE, 2)
    page.put(1, 2, f"单位：{ledger.money_unit}", replace(SUBTITLE, align="right"), columns=wide - 2)
    page.put(1, wide, "勾稽关系（不打印）", replace(NOTE, valign="vcenter"), columns=2)
    row = 2
    for column, caption in enumerate(("类别", "项目", "计量单位")):
        page.put(row, column, caption, CAPTION)
    for column, (_, caption) in enumerate(columns, start=3):
        phrases.put_dated(page, row, column, caption, CAPTION)
    page.put(row, wide, "上级项目", replace(CAPTION, size=9))
    page.put(row, wide + 1, "关系", replace(CAPTION, size=9))
    page.repeat, page.printed, page.freeze = (row, row), wide, (row + 1, 2)
    row += 1
    row = _lines(book, evaluation, page, ledger, scheme, columns, row, wide)
    if scheme.projects or ledger.projects:
        _projects(book, evaluation, page, ledger, scheme.projects or ProjectsScheme(), row + 1, wide)
    return page


def _lines(book: Book, evaluation: Evaluation, page: Page, ledger: Ledger, scheme: LedgerScheme, columns: list, row: int, wide: int) -> int:
    sections = list(dict.fromkeys(line.section for line in ledger.lines))
    for section in sections:
        lines = [line for line in ledger.lines if line.section == section]
        page.put(row, 0, section, replace(LABEL, bold=True, upright=len(lines) > len(section)), rows=len(lines))
        for line in lines:
            plan = scheme.line(line.section, line.name)
            page.put(row, 1, _caption(line, plan), replace(LEFT, indent=_depth(lines, line)))
            page.put(row, 2, line.unit.text or "—", replace(LABEL, size=9))
            for column, (key, _) in enumerate(columns, start=3):
                _amount(book, evaluation, page, ledger, line, plan, key, row, column)
            page.put(row, wide, line.parent, replace(LEFT, size=9))
            page.put(row, wide + 1, "减" if line.sign < 0 else RELATIONS[line.relation] if line.parent else "", replace(LABEL, size=9))
            row += 1
    return row


def _caption(line: LedgerLine, plan: LedgerLineScheme | None) -> str:
    if plan and plan.caption:
        return plan.caption
    return f"减：{line.name}" if line.sign < 0 and not line.name.startswith("减") else line.name


def _depth(lines: list[LedgerLine], line: LedgerLine) -> int:
    depth, seen = 0, {line.name}
    while line.parent and line.parent not in seen:
        seen.add(line.parent)
        depth += 1
        above = next((other for other in lines if other.name == line.parent), None)
        if above is None:
            break
        line = above
    return min(depth, 4)


def _amount(
    book: Book, evaluation: Evaluation, page: Page, ledger: Ledger, line: LedgerLine, plan: LedgerLineScheme | None, key: str, row: int, column: int,
) -> None:  # fmt: skip
    datum = getattr(line, key)
    if plan and key not in plan.columns and datum is None:
        page.put(row, column, "—", ABSENT)
        return
    me = lambda name, other=key: ("ledger", line.section, name, other)  # noqa: E731
    number, unit, write = (MONEY if line.unit.base == "元" and line.unit.shift else money(line.unit) if line.unit.base == "元" else ""), line.unit, None
    if key == "share":
        number, unit = PERCENTS, PLAIN
        if not line.parent:
            page.put(row, column, "—", ABSENT) if datum is None else page.datum(row, column, datum, (line, key), number=number)
            return
        write = phrases.rate(me(line.name, "current"), me(line.parent, "current"), page)
    elif key == "change":
        number, unit = PERCENTS, PLAIN
        write = phrases.rate(me(line.name, "current"), me(line.name, "last_year"), page, change=True)
    else:
        children = [other for other in ledger.lines if other.section == line.section and other.parent == line.name]
        summed = None
        if children and all(child.relation == "equal" for child in children) and (plan is None or plan.total):
            summed = _summed(children, key, page)
        write = phrases.first_of(_link(evaluation, page, plan, line, key) if plan and plan.link else None, summed)
    hint = (line.name[:32], plan.hint[:255]) if plan and plan.hint and key == "current" else None
    cell = page.datum(row, column, datum, (line, key), unit=unit, number=number, write=write, hint=hint)
    book.name(me(line.name), page, cell, unit)


def _summed(children: list[LedgerLine], key: str, page: Page) -> Write:
    """A sum formula only where every part has the column: a sum over some of the parts would be a wrong figure."""
    keys = [(("ledger", child.section, child.name, key), child.sign) for child in children]

    def write(book: Book) -> str | None:
        if not all(book.has(name) for name, _ in keys):
            return None
        return phrases.signed_total(keys, page)(book)

    return write


def _link(evaluation: Evaluation, page: Page, plan: LedgerLineScheme, line: LedgerLine, key: str) -> Write | None:
    kind, _, name = plan.link.partition(":")
    source: Key | None = None
    if kind == "base":
        source = ("base", tuple(name.split("/")), BASE[key])
    elif kind == "overall" and key in OVERALL:
        source = ("overall", "fund", name, OVERALL[key])
    elif kind == "projects" and key in PROJECTS:
        return projects_total(evaluation, page, PROJECTS[key], name, line.unit)
    elif kind in ("staff", "posts") and key == "current":
        source = (kind,)
    return phrases.link(source, page, line.unit) if source else None


def _projects(book: Book, evaluation: Evaluation, page: Page, ledger: Ledger, scheme: ProjectsScheme, row: int, wide: int) -> None:
    page.put(row, 0, scheme.title, replace(TITLE, size=15), columns=wide)
    page.heights[row] = 33
    row += 1
    spans = _spans(wide)
    captions = ["序号", "项目名称", "项目类别" if scheme.kinds else "附自评表", *(caption for _, caption in LIST_COLUMNS)]
    for (column, span), caption in zip(spans, captions, strict=True):
        page.put(row, column, caption, CAPTION, columns=span)
    row += 1
    lines = _with_forms(evaluation, ledger, scheme)
    first, last = row, row + len(lines) - 1
    for number, (line, index) in enumerate(lines, start=1):
        _project(book, page, ledger, scheme, spans, line, index, row, number)
        row += 1
    total = ledger.projects_total or ProjectLine("合计")
    ledger.projects_total = total
    page.put(row, 0, "合计", CAPTION, columns=2)
    page.put(row, 2, "", LABEL)
    for (column, span), (key, _) in zip(spans[3:], LIST_COLUMNS, strict=True):
        if key == "rate":
            write, number, datum, owner = phrases.rate(("list", "total", "executed"), ("list", "total", "adjusted"), page), PERCENTS, total.rate, (total, "rate")
        else:
            write = _complete_total(first, last, column)
            number, datum, owner = money(ledger.money_unit), getattr(total, key), (total, key)
        cell = page.datum(row, column, datum, owner, unit=ledger.money_unit, number=number, write=write, columns=span)
        book.name(("list", "total", key), page, cell, ledger.money_unit)
    for name, column in (("name", 1), ("kind", 2), *((key, spans[3 + i][0]) for i, (key, _) in enumerate(LIST_COLUMNS[:3]))):
        if name != "kind" or scheme.kinds:
            book.named[("list", "range", name)] = (page.name, first, column, ledger.money_unit)
            book.named[("list", "range end", name)] = (page.name, last, column, ledger.money_unit)


def _complete_total(first: int, last: int, column: int) -> Write:
    """The sum of a column once every named project has its amount: a total over some of them would be a wrong figure."""
    amounts, named = (f"{address(first, c)}:{address(last, c)}" for c in (column, 1))
    formula = f'=IF(COUNT({amounts})<MAX(1,COUNTIF({named},"?*")),"",SUM({amounts}))'
    return lambda _book: formula


def _spans(wide: int) -> list[tuple[int, int]]:
    """Where the seven columns of the list stand; the last one takes what is left."""
    return [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, wide - 6)]


def _with_forms(evaluation: Evaluation, ledger: Ledger, scheme: ProjectsScheme) -> list[tuple[ProjectLine, int | None]]:
    """The lines of the list, each with the number of its project form; every project form has a line, blank lines follow."""
    lines: list[tuple[ProjectLine, int | None]] = [(line, None) for line in ledger.projects]
    for index, form in enumerate(evaluation.projects):
        name = form.project.text.strip() if form.project else ""
        at = next((i for i, (line, taken) in enumerate(lines) if taken is None and line.name.strip() == name), None)
        if at is not None:
            lines[at] = lines[at][0], index
        else:
            line = ProjectLine(name)
            ledger.projects.append(line)
            lines.append((line, index))
    while len(lines) < max(1, scheme.rows):
        line = ProjectLine("")
        ledger.projects.append(line)
        lines.append((line, None))
    return lines


def _project(
    book: Book, page: Page, ledger: Ledger, scheme: ProjectsScheme, spans: list, line: ProjectLine, index: int | None, row: int, number: int,
) -> None:  # fmt: skip
    form: Key = ("project", index)
    page.put(row, 0, str(number), LABEL)
    if index is None:
        page.put(row, 1, line.name or None, replace(INPUT, align="left"), owner=(line, "name"))
    else:
        page.put(row, 1, None, replace(DERIVED, align="left"), write=phrases.link((*form, "name"), page, PLAIN), owner=(line, "name"))
    if scheme.kinds:
        page.datum(row, 2, line.kind, (line, "kind"), choices=scheme.kinds)
    else:
        attached = phrases.shown_with((*form, "name"), "是", page) if index is not None else None
        page.put(row, 2, None, LABEL if attached else INPUT, write=attached, choices=() if attached else ("是", "否"))
    for (column, span), (key, _) in zip(spans[3:], LIST_COLUMNS, strict=True):
        if key == "rate":
            write = phrases.rate(("list", number, "executed"), ("list", number, "adjusted"), page)
            page.datum(row, column, line.rate, (line, "rate"), number=PERCENTS, write=write, columns=span)
            continue
        attribute = "initial" if key == "budget" else key
        write = phrases.link((*form, "total", attribute), page, ledger.money_unit) if index is not None else None
        cell = page.datum(row, column, getattr(line, key), (line, key), unit=ledger.money_unit, number=money(ledger.money_unit), write=write, columns=span)
        book.name(("list", number, key), page, cell, ledger.money_unit)
