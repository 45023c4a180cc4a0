"""部门整体支出绩效自评基础数据表."""

from __future__ import annotations

from dataclasses import replace

from ziping.amounts import Relation, unit_named
from ziping.evaluation import BaseData, BaseLine, Evaluation
from ziping.forms.build import phrases
from ziping.forms.build.canvas import CAPTION, LABEL, LEFT, NOTE, SUBTITLE, TITLE, Book, Page, Write
from ziping.forms.build.content import PERCENTS, money
from ziping.forms.build.indicator_form import projects_total
from ziping.schemes import BaseLineScheme, BaseScheme

COLUMNS = (("last_year", "{last}年决算数"), ("budget", "{year}年预算数"), ("executed", "{year}年决算数"))
OVERALL = {"budget": "adjusted", "executed": "executed"}
WIDTHS = [36.0, 18.0, 18.0, 18.0]


def lay(book: Book, evaluation: Evaluation, base: BaseData, scheme: BaseScheme) -> Page:
    page = book.page(base.sheet, list(WIDTHS), lowest=27.0)
    phrases.put_title(page, 0, base.title, scheme.title, TITLE, 4, base)
    page.heights[0] = 36
    phrases.put_unit_name(page, 1, SUBTITLE, 3, base.unit.text if base.unit and base.unit.formula is None else "")
    page.put(1, 3, f"单位：{base.money_unit}", replace(SUBTITLE, align="right"))
    row = _staff(book, page, base) if scheme.staff or base.posts or base.staff else 2
    page.put(row, 0, "经费控制情况", CAPTION)
    for column, (_, caption) in enumerate(COLUMNS, start=1):
        phrases.put_dated(page, row, column, caption, CAPTION)
    page.repeat = (row, row)
    row += 1
    for line in base.lines:
        _line(book, evaluation, page, base, scheme, line, row)
        row += 1
    if scheme.measures or base.measures:
        page.put(row, 0, scheme.measures or "厉行节约保障措施", LABEL)
        page.datum(row, 1, base.measures, (base, "measures"), columns=3, align="left")
        page.least[row] = 60
        row += 1
    if scheme.note:
        page.put(row, 0, scheme.note, NOTE, columns=4)
    return page


def _staff(book: Book, page: Page, base: BaseData) -> int:
    page.put(2, 0, "财政供养人员情况", CAPTION, rows=2)
    for column, caption in enumerate(("编制数", "{year}年实际在职人数", "控制率"), start=1):
        phrases.put_dated(page, 2, column, caption, CAPTION)
    people = unit_named("人")
    book.name(("posts",), page, page.datum(3, 1, base.posts, (base, "posts"), unit=people, number="0"), people)
    book.name(("staff",), page, page.datum(3, 2, base.staff, (base, "staff"), unit=people, number="0"), people)
    rate = phrases.rate(("staff",), ("posts",), page)
    book.name(("staff_rate",), page, page.datum(3, 3, base.staff_rate, (base, "staff_rate"), number=PERCENTS, write=rate))
    return 4


def _line(book: Book, evaluation: Evaluation, page: Page, base: BaseData, scheme: BaseScheme, line: BaseLine, row: int) -> None:
    plan = scheme.line(line.path) or BaseLineScheme(line.path)
    depth = len(line.path) - 1
    page.put(row, 0, "\u3000" * depth + (plan.caption or line.name), replace(LEFT, bold=depth == 0), owner=(line, "path"))
    children = [other.path for other in base.lines if other.path[:-1] == line.path]
    for column, (key, _) in enumerate(COLUMNS, start=1):
        write = None
        if plan.link and key != "last_year":
            write = _link(evaluation, page, plan, key, base)
        elif children and plan.relation is Relation.EQUAL:
            write = phrases.total_of([("base", path, key) for path in children], page, base.money_unit)
        cell = page.datum(row, column, getattr(line, key), (line, key), unit=base.money_unit, number=money(base.money_unit), write=write)
        book.name(("base", line.path, key), page, cell)


def _link(evaluation: Evaluation, page: Page, plan: BaseLineScheme, key: str, base: BaseData) -> Write:
    kind, _, name = plan.link.partition(":")
    if kind == "projects":
        return projects_total(evaluation, page, key, name, base.money_unit)
    return phrases.link(("overall", "fund", name, OVERALL[key]), page, base.money_unit)
