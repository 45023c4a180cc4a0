"""Forms against each other: what one form says, another must not contradict.

Amounts are compared whatever the unit of each form: a form in 元 against one in 万元 agrees within the rounding of the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ziping.amounts import POINTS, Figure, Relation
from ziping.checks.blanks import GAPS, untold
from ziping.checks.book import GRADE, TOTAL_SCORE, Book, fact, ledger_value, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.cells import BASE_COLUMNS, LEDGER_COLUMNS
from ziping.checks.projects import base_sums, ledger_sums, listed_projects, listed_total, overall_sums
from ziping.checks.stated import POSTS, STAFF, is_adjustment, overall_total, staff_line
from ziping.checks.ties import SAME, TIES, Tie, empty, judged, named, places, same, told, unfilled, verdicts
from ziping.checks.waiting import over_blanks, waits_for
from ziping.evaluation import BaseLine, Datum, Fund, LedgerLine
from ziping.findings import Severity


@fact
def structure(book: Book, role: Fund, name: str) -> Iterator[Tie]:
    """基本支出 or 项目支出 of the overall form against 收支与资产."""
    overall, line = book.evaluation.overall, book.ledger_line(("支出", name))
    mine = overall.fund(role) if overall is not None else None
    if mine is not None and line is not None:
        yield from same(mine.executed, line.current, f"整体自评表 {name} 全年执行数", f"收支与资产“{name}”本年数")
        if mine.initial is not None:
            yield from same(mine.initial, line.budget, f"整体自评表 {name} 年初预算数", f"收支与资产“{name}”年初预算数")


@fact
def totals(book: Book) -> Iterator[Tie]:
    """The whole body's expenditure: overall form, 基础数据表, 收支与资产."""
    base, ledger = book.base_line("部门整体支出"), ledger_value(book, "current", "支出")
    if base is not None and is_adjustment(book, base):
        base = None
    for column, mine in (("adjusted", "budget"), ("executed", "executed")):
        cells, stated = overall_total(book, column), getattr(base, mine, None) if base is not None else None
        if stated is not None and cells:
            names = ("整体自评表资金总额",) if len(cells) == 1 else ("基本支出", "项目支出")
            yield Tie(stated, cells, f"基础数据表 部门整体支出 {BASE_COLUMNS[mine]}", names=names)
    cells = overall_total(book, "executed")
    if ledger is not None and cells:
        yield Tie(ledger, cells, "收支与资产 支出合计 本年数", names=("整体自评表资金总额",) if len(cells) == 1 else ("基本支出", "项目支出"))
    if base is not None and ledger is not None:
        yield from same(base.executed, ledger, "基础数据表 部门整体支出 本年决算数", "收支与资产支出合计本年数")
        yield from same(base.last_year, ledger_value(book, "last_year", "支出"), "基础数据表 部门整体支出 上年决算数", "收支与资产支出合计上年数")


@fact
def base_project(book: Book) -> Iterator[Tie]:
    base, overall = book.base_line("项目支出"), book.evaluation.overall
    mine = overall.fund(Fund.PROJECT) if overall is not None else None
    if base is not None and mine is not None:
        yield from same(base.executed, mine.executed, "基础数据表 项目支出 本年决算数", "整体自评表“项目支出”全年执行数")


@lru_cache(maxsize=4096)
def common_name(name: str) -> str:
    """Without the words that some forms add: 日常公用经费 and 公用经费, 三公经费合计 and 三公经费 are one line."""
    return re.sub(r"^(其中[:：]|日常|部门)|(合计|总额|支出合计)$|[\s“”\"'‘’（）()]", "", squeezed(name))


def twins(book: Book) -> Iterator[tuple[BaseLine, LedgerLine]]:
    """Lines of 基础数据表 and of 收支与资产 that have the same name, blanks and quotation marks apart."""
    ledger = book.evaluation.ledger
    by_name: dict[str, list[LedgerLine]] = {}
    for line in ledger.lines if ledger else []:
        by_name.setdefault(common_name(line.name), []).append(line)
    for line in book.base_lines.values():
        found = by_name.get(common_name(line.name), [])
        if len(found) == 1:
            yield line, found[0]


@fact
def twin_ties(book: Book) -> Iterator[Tie]:
    for mine, theirs in twins(book):
        for column, other in (("last_year", "last_year"), ("budget", "budget"), ("executed", "current")):
            yield from same(
                getattr(mine, column), getattr(theirs, other), f"基础数据表 {mine.name} {BASE_COLUMNS[column]}",
                f"收支与资产“{theirs.name}”{LEDGER_COLUMNS[other]}")


@fact
def staff_ties(book: Book) -> Iterator[Tie]:
    base = book.evaluation.base
    if base is None:
        return
    for stated, pattern, label in ((base.posts, POSTS, "编制数"), (base.staff, STAFF, "在职人数")):
        line = staff_line(book, pattern)
        if line is not None:
            yield from same(stated, line.current, f"基础数据表 {label}", f"收支与资产“{line.name}”")


def public_in_basic(book: Book) -> Iterator[Tie]:
    """公用经费 is a part of 基本支出."""
    overall, base = book.evaluation.overall, book.base_line("公用经费")
    mine = overall.fund(Fund.BASIC) if overall is not None else None
    if mine is not None and base is not None:
        yield from same(mine.executed, base.executed, "整体自评表 基本支出 全年执行数", "基础数据表“公用经费”本年决算数", Relation.AT_MOST)
    line, part = book.ledger_line(("支出", "基本支出")), base
    if line is not None and part is not None:
        yield from same(line.current, part.executed, "收支与资产 基本支出 本年数", "基础数据表“公用经费”本年决算数", Relation.AT_MOST)


@check(
    code="across-basic", title="基本支出在整体自评表与收支表一致", severity=Severity.ERROR, message=SAME,
    cause="两张表取自不同时点的数据", repair="请核对两处的基本支出", basis=TIES)
def basic(book: Book) -> Iterator[Event]:
    yield from judged(over_blanks(book, structure(book, Fund.BASIC, "基本支出")))


@check(
    code="across-project-expenditure", title="项目支出在整体自评表与收支表一致", severity=Severity.ERROR, message=SAME,
    cause="两张表取自不同时点的数据", repair="请核对两处的项目支出", basis=TIES)
def project_structure(book: Book) -> Iterator[Event]:
    yield from judged(over_blanks(book, structure(book, Fund.PROJECT, "项目支出")))


@check(
    code="across-total", title="部门整体支出在各表一致", severity=Severity.ERROR,
    message="{where}应等于其他表的 {expected}（{parts}），实填 {actual}，{difference}",
    cause="各表取自不同时点，或元与万元换算有误", repair="请核对各表的支出合计及其单位", basis=TIES)
def total(book: Book) -> Iterator[Event]:
    yield from verdicts(over_blanks(book, totals(book)))


@check(
    code="across-base-overall", title="项目支出在基础数据表与整体自评表一致", severity=Severity.ERROR, message=SAME,
    cause="两张表分头填写，或元与万元换算有误", repair="请核对两处的项目支出及其单位", basis=TIES)
def base_overall(book: Book) -> Iterator[Event]:
    yield from judged(over_blanks(book, base_project(book)))


@check(
    code="across-base-ledger", title="同名项目在基础数据表与收支表一致", severity=Severity.ERROR, message=SAME,
    cause="两张表分头填写", repair="请核对该项目在两处的金额", basis=TIES)
def base_ledger(book: Book) -> Iterator[Event]:
    yield from judged(over_blanks(book, twin_ties(book)))


@check(
    code="across-staff", title="编制数、在职人数在各表一致", severity=Severity.ERROR, message=SAME,
    cause="两张表取自不同时点", repair="请核对两处的人数", basis=TIES)
def staff(book: Book) -> Iterator[Event]:
    yield from judged(staff_ties(book))


@check(
    code="across-public-basic", title="公用经费不大于基本支出", severity=Severity.ERROR,
    message="{where}不应小于{other}的 {expected}，实填 {actual}，{difference}",
    cause="公用经费包含了项目支出的金额", repair="请核对公用经费的口径", basis="公用经费是基本支出的一部分")
def public_basic(book: Book) -> Iterator[Event]:
    yield from judged(public_in_basic(book))


@check(
    code="across-budget", title="基础数据表与整体自评表的项目支出预算相符", severity=Severity.WARNING, message=SAME,
    cause="一处填年初预算数、一处填调整后的全年预算数", repair="请确认两处的预算口径，口径不同的在备注说明", basis=TIES)
def budget(book: Book) -> Iterator[Event]:
    base, overall = book.base_line("项目支出"), book.evaluation.overall
    mine = overall.fund(Fund.PROJECT) if overall is not None else None
    if base is not None and mine is not None:
        there, ledger = mine.initial if mine.initial is not None else mine.adjusted, book.evaluation.ledger
        listed = listed_total(ledger.projects_total, ledger.projects, "budget") if ledger is not None else ()
        initial = Tie(base.budget, tuple(cell for cell, _ in listed), "").footing if listed and mine.initial is None else None
        if initial is not None and initial.holds:  # the budget as first approved, which the overall form does not state
            yield PASSED
        else:
            yield from judged(same(base.budget, there, "基础数据表 项目支出 本年预算数", "整体自评表“项目支出”预算数"))


@check(
    code="across-score", title="总分在各表一致", severity=Severity.ERROR, message=SAME,
    cause="改分以后没有同步到其他表", repair="请核对两处的总分", basis=TIES)
def score(book: Book) -> Iterator[Event]:
    """The overall form against the scoring form and against what 设置 states as 自评得分."""
    overall, scoring = book.evaluation.overall, book.evaluation.scoring
    cells = [(form.total_score, f"《{form.sheet}》总分") for form in (overall, scoring) if form is not None and form.total_score is not None]
    cells += [(datum, f"设置中“{caption}”") for caption, datum in book.evaluation.settings.items() if TOTAL_SCORE.search(caption)]
    for other, name in cells[1:]:
        yield from judged(same(in_points(cells[0][0]), in_points(other), "总分", name))


def in_points(datum: Datum) -> Datum:
    """A score counts as points, whether or not 分 is printed with it."""
    return datum if datum.value is None else replace(datum, figure=Figure(datum.value, POINTS))


@check(
    code="across-grade", title="等级在各表一致", severity=Severity.ERROR,
    message="{where}为“{mine}”，{other}为“{theirs}”，两处应一致",
    cause="改分以后没有同步改等级", repair="请核对两处的等级", basis=TIES)
def grade(book: Book) -> Iterator[Event]:
    overall, scoring = book.evaluation.overall, book.evaluation.scoring
    cells = [(form.grade, f"《{form.sheet}》等级") for form in (overall, scoring) if form is not None and form.grade is not None]
    cells += [(datum, f"设置中“{caption}”") for caption, datum in book.evaluation.settings.items() if GRADE.search(caption)]
    for other, name in cells[1:]:
        first = cells[0][0]
        if empty(first) or empty(other):
            yield Unknown("等级空白", first.place, (other,))
        elif first.text.strip()[:1] == other.text.strip()[:1]:
            yield Passed((first, other,))
        else:
            yield Failed(
                place=first.place, label=named(first, "等级"), shown_expected=other.text.strip(), shown_actual=first.text.strip(), related=places(other),
                args={"mine": first.text.strip(), "theirs": other.text.strip(), "other": name})


@fact
def all_ties(book: Book) -> Iterator[Tie]:
    """Every equality between forms, for the checks of units."""
    for ties in (overall_sums, base_sums, ledger_sums, listed_projects, totals, base_project, twin_ties):
        for each in ties(book):
            if isinstance(each, Tie):
                yield each
    yield from structure(book, Fund.BASIC, "基本支出")
    yield from structure(book, Fund.PROJECT, "项目支出")


@check(
    code="across-blank", title="一张表有数，另一张表不空白", severity=Severity.WARNING,
    message="{where}{unfilled}，{other}为 {expected}",
    cause="只填了其中一张表", repair="请补填", basis=TIES)
def one_sided(book: Book) -> Iterator[Event]:
    yield from untold(book, blanks(book), *GAPS)


@fact
def blanks(book: Book) -> Iterator[Event]:
    for each in (*all_ties(book), *staff_ties(book)):
        if each.total is None or len(each.parts) != 1:
            continue
        mine, other = each.total, each.parts[0]
        if empty(mine) and empty(other):
            yield Unknown(f"{each.label}和{each.names[0]}都空白", mine.place, (other,))
        elif empty(mine) or empty(other):
            blank, stated, name = (mine, other, each.names[0]) if empty(mine) else (other, mine, each.label)
            yield Failed(
                place=blank.place, label=named(blank, each.label if blank is mine else each.names[0]), expected=stated.value,
                shown_expected=str(stated.figure) if stated.figure else told(stated), related=places(stated), args={"other": name, "unfilled": unfilled(blank)},
                repair=waits_for(book, blank.place) if blank.formula else "")
        else:
            yield PASSED


FAMILY = Family("across", "表间勾稽", (
    basic, project_structure, total, base_overall, base_ledger, staff, public_basic, budget, score, grade, one_sided,
))
