"""The officer's formulas against the ones that belong there.

Only cells that the evaluation knows are looked at. A formula that refers to a cell outside of the forms, or uses what our small language
does not have, is not recomputed and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from ziping.checks.addin import not_computed, uncomputed_cells
from ziping.checks.blanks import gathered
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check, passed
from ziping.checks.cells import Cell, Content
from ziping.checks.consequences import origins
from ziping.checks.footing import equal_ties, public_ties
from ziping.checks.ledger import group_ties
from ziping.checks.links import SHEETS, external, foreign_link, with_formula
from ziping.checks.overwritten import columns, overwritten
from ziping.checks.recomputed import recomputed, refusal
from ziping.checks.references import own_rows, position, sources, tree, uses
from ziping.checks.scores import refused_cells
from ziping.checks.sheets import lost, refers_to_nothing
from ziping.checks.textual import held_as_text
from ziping.checks.ties import named, no_result, places
from ziping.checks.totals import ungraded_cells
from ziping.checks.unresolved import awaited, unless_awaited, without_result
from ziping.evaluation import Datum, Place, Scaled
from ziping.findings import Severity
from ziping.forms.formula_syntax import Binary, Call, Constant, Node, Unary
from ziping.forms.formula_syntax import references as named_blocks
from ziping.forms.uncomputed import uncomputed

WITHOUT_SHEET = "所引用的工作表不在工作簿中，已经指出"


@check(
    code="formula-error", title="没有错误值", severity=Severity.ERROR,
    message="{where}显示错误值 {text}{because}",
    cause="除数为零、引用被删除、数字栏里是文字，或函数名写错", repair="请按公式所引用的单元格查明原因", basis=SHEETS)
def error_value(book: Book) -> Iterator[Event]:
    """What only lacks the add-in is told by `formula-not-computed`."""
    lacking = {id(cell) for cell in uncomputed_cells(book)}
    refused, gone = refused_cells(book) | ungraded_cells(book), frozenset(each.datum.place for each in lost(book))
    for cell in book.failing_cells:
        if id(cell) in lacking:
            yield Unknown("文件保存时没有加载项，公式没有计算", cell.datum.place)
        elif id(cell.datum) in refused:
            yield Unknown("公式算不出的原因已经指出", cell.datum.place)
        elif gone and cell.datum.place is not None and not gone.isdisjoint(origins(book).made_of(cell.datum.place)):
            yield Unknown(WITHOUT_SHEET, cell.datum.place)
        elif isinstance(cell.datum.error, Scaled):
            yield Unknown("按数字格式缩小显示的数已经指出", cell.datum.place)
        else:
            reason = refusal(book, cell).strip("。").removesuffix("，请改正").replace("。", "；") if cell.datum.formula else ""
            yield Failed(
                place=cell.datum.place, label=named(cell.datum, cell.label), shown_actual=cell.datum.error, repair="请照此改正后重新计算" if reason else "",
                args={"text": cell.datum.error, "because": f"：{reason}" if reason else ""})
    to_come = [cell for cell, _ in awaited(book)]
    yield from (Unknown(no_result(cell.datum.place), cell.datum.place) for cell in to_come)
    yield from passed(len(book.computing_cells) - len(book.failing_cells) - sum(cell.datum.place in book.cell_at for cell in to_come))


@check(
    code="formula-error-heading", title="标题没有错误值", severity=Severity.ERROR,
    message="{where}是标题或说明，{formula}显示错误值 {text}{unread}",
    cause="标题里的年度取自“设置”，那一格填了年度以外的文字，或被引用的单元格已删除", repair="请按公式所引用的单元格查明原因，改正后重新校验", basis=SHEETS)
def broken_heading(book: Book) -> Iterator[Event]:
    gone = frozenset(each.datum.place for each in lost(book))
    for datum in book.evaluation.broken:
        if datum.place in gone:
            yield Unknown(WITHOUT_SHEET, datum.place)
        elif datum.formula and any((cell := book.cell_at.get(place)) is not None and cell.datum.error for place in sources(datum.formula, datum.place.sheet)):  # type: ignore[union-attr]
            yield Unknown("所引用的单元格的错误值已经指出", datum.place)
        elif datum.place not in book.cell_at and not uncomputed(datum):
            formula = f"公式 {datum.formula} " if datum.formula else ""
            yield Failed(place=datum.place, label="", shown_actual=datum.error or "", args={
                "text": datum.error or "", "formula": formula, "unread": "，由它领起的栏没有读取，其中的数没有校验" if leads(book, datum) else ""})
    found = {datum.place.sheet for datum in book.evaluation.broken if datum.place is not None}
    yield from (PASSED for sheet in dict.fromkeys(datum.place.sheet for datum in titles(book)) if sheet not in found)


def leads(book: Book, datum: Datum) -> bool:
    """Whether cells below may not have been read for want of a heading: not below a title or a caption, above all that was read of a form, nor at its foot."""
    sheet, row = datum.place.sheet, position(datum.place)[0]  # type: ignore[union-attr, arg-type]
    read = [position(place)[0] for place in book.cell_at if place.sheet == sheet]
    captions = [position(each.place)[0] for form in book.evaluation.forms if form.sheet == sheet for each in (form.unit, form.project, form.department) if each is not None and each.place]
    return not (read and row > max(read)) and not (captions and row < min(captions))


def titles(book: Book) -> Iterator[Datum]:
    """The titles of the forms that have one."""
    for form in filter(None, (book.evaluation.base, *book.evaluation.forms)):
        if form.title.text and form.title.place is not None:
            yield form.title


@check(
    code="formula-row", title="公式引用本行的数据", severity=Severity.ERROR,
    message="{where}的公式 {formula} 没有引用本行，而引用了第 {rows} 行",
    cause="剪切、插入行或复制时公式错位", repair="请把公式改为引用本行", basis=SHEETS)
def own_row(book: Book) -> Iterator[Event]:
    """A rate or score that uses other rows of its sheet only, where two neighbours at least in its column use their own row."""
    for group in columns(book):
        known = [(cell, own_rows(cell.datum.formula, cell.datum.place.sheet)) for cell in group if cell.datum.formula and tree(cell.datum.formula) is not None]  # type: ignore[union-attr]
        regular = [cell for cell, rows in known if position(cell.datum.place)[0] in rows]  # type: ignore[arg-type]
        if len(regular) < 2:
            continue
        for cell, rows in known:
            mine = position(cell.datum.place)[0]  # type: ignore[arg-type]
            if mine in rows:
                yield PASSED
            elif rows and is_score_or_rate(cell):
                yield Failed(
                    place=cell.datum.place, label=named(cell.datum, cell.label), related=places(*(each.datum for each in regular[:2])),
                    args={"formula": str(cell.datum.formula), "rows": "、".join(str(row + 1) for row in sorted(rows))})


def is_score_or_rate(cell: Cell) -> bool:
    """Formulas that work out one row: not the totals, which use many."""
    node = tree(str(cell.datum.formula))
    return not any(call in ("SUM", "PERF_TOTAL", "PERF_GRADE", "SUMIF", "SUBTOTAL") for call in calls(node)) and cell.label != "总分"


def calls(node: Node | None) -> Iterator[str]:
    match node:
        case Call(name=name, arguments=arguments):
            yield name
            for argument in arguments:
                yield from calls(argument)
        case Unary(operand=operand):
            yield from calls(operand)
        case Binary(left=left, right=right):
            yield from calls(left)
            yield from calls(right)


@check(
    code="formula-sum", title="合计公式包括全部分项", severity=Severity.ERROR,
    message="{where}的公式 {formula} 没有包括 {missed}",
    cause="插入行后求和区域没有扩展", repair="请把公式扩展到全部分项", basis=SHEETS)
def sum_misses(book: Book) -> Iterator[Event]:
    """A total whose formula adds up at least one of its parts must use all of them; one that refers elsewhere is a link, not a sum."""
    for total, label, missed in sums(book):
        if missed is None:
            yield Unknown(f"{label}的公式读不懂", total.place)
        elif missed:
            yield Failed(
                place=total.place, label=named(total, label), related=places(*missed),
                args={"formula": total.formula, "missed": "、".join(f"{part.place.cell}" for part in missed[:4])})  # type: ignore[dict-item, union-attr]
        else:
            yield PASSED


@fact
def sums(book: Book) -> Iterator[tuple[Datum, str, list[Datum] | None]]:
    """Each total whose formula adds up parts of it, with its name and the parts that it leaves out; None for a formula that is not understood."""
    for tie in (*equal_ties(book), *group_ties(book, "equal"), *group_ties(book, "net"), *public_ties(book)):
        total = tie.total
        if total is None or not total.formula or total.place is None:
            continue
        if tree(total.formula) is None:
            yield total, tie.label, None
            continue
        parts = [part for part in tie.terms if part.place is not None and part.place.sheet == total.place.sheet]
        missed = [part for part in parts if not uses(total.formula, total.place.sheet, part.place)]  # type: ignore[arg-type]
        if not missed or len(missed) < len(parts):
            yield total, tie.label, missed


@fact
def short_sums(book: Book) -> frozenset[Place]:
    """The totals whose formulas leave out a part."""
    return frozenset(total.place for total, _, missed in sums(book) if missed)  # type: ignore[misc]


@check(
    code="formula-stale", title="公式的结果与所引用的数据一致", severity=Severity.ERROR,
    message="{where}{more}的公式 {formula} 应得 {expected}，保存的结果是 {actual}",
    cause="文件在不重算的软件里改过，或关闭了自动计算", repair="请重新计算（Ctrl+Alt+F9）后保存；没有装加载项时运行 ziping recalculate", basis=SHEETS)
def stale(book: Book) -> Iterator[Event]:
    """A file that was not recomputed at all is told once a sheet."""
    for event in gathered(unless_awaited(book, recomputed(book))):
        if isinstance(event, Failed):
            more = event.args["more"]
            event = replace(event, args=event.args | {"more": f"{more}的公式没有重算，第一处" if more else ""})
        yield event


@check(
    code="formula-plug", title="公式里没有手工加减的数", severity=Severity.WARNING,
    message="{where}的公式 {formula} 加减了手工填写的数 {plug}",
    cause="为了凑平合计在公式里加减一个数", repair="请把这个数列为分项，或更正分项", basis=SHEETS)
def plug(book: Book) -> Iterator[Event]:
    """A number added or taken off beside cells; 1 is passed over (a rate less one)."""
    for cell in with_formula(book):
        if cell.content is Content.TEXT:
            continue
        if tree(str(cell.datum.formula)) is None:
            yield Unknown(f"{named(cell.datum, cell.label)}的公式读不懂", cell.datum.place)
            continue
        found = plug_in(str(cell.datum.formula))
        if found is None:
            yield PASSED
        else:
            yield Failed(
                place=cell.datum.place, label=named(cell.datum, cell.label), shown_actual=str(found),
                args={"formula": str(cell.datum.formula), "plug": str(found)})


@lru_cache(maxsize=4096)
def plug_in(formula: str) -> Decimal | None:
    """The first number that a formula adds or takes off, None without one."""
    return next(plugs(tree(formula)), None)


def plugs(node: Node | None) -> Iterator[Decimal]:
    match node:
        case Binary(sign="+" | "-", left=left, right=right):
            for mine, other in ((left, right), (right, left)):
                if isinstance(mine, Constant) and isinstance(mine.value, Decimal) and mine.value not in (0, 1) and any(named_blocks(other)):
                    yield mine.value
                yield from plugs(mine)
        case Unary(operand=operand):
            yield from plugs(operand)
        case Binary(left=left, right=right):
            yield from plugs(left)
            yield from plugs(right)
        case Call(name="SUM", arguments=arguments):
            for argument in arguments:
                if isinstance(argument, Constant) and isinstance(argument.value, Decimal) and any(named_blocks(node)):
                    yield argument.value
                yield from plugs(argument)
        case Call(arguments=arguments):
            for argument in arguments:
                yield from plugs(argument)


FAMILY = Family("formulas", "公式", (not_computed, without_result, refers_to_nothing, error_value, broken_heading, overwritten, own_row, sum_misses, stale, held_as_text, foreign_link, external, plug), written=True)
