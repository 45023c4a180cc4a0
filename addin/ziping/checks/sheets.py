"""Sheets that are not in the workbook any more: formulas that refer to them, and the forms of the scheme that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, check, passed
from ziping.checks.links import LONGEST_LABEL, SHEETS, with_formula
from ziping.checks.references import references
from ziping.checks.ties import named, places
from ziping.evaluation import Datum
from ziping.findings import Severity
from ziping.forms.abroad import reaches_out

SETTINGS = "设置"
DELETED = "#REF!"


class Lost(NamedTuple):
    """A cell whose formula refers to a sheet that is not there; sheet: its name, "" where the formula has lost that too."""

    datum: Datum
    label: str
    sheet: str


@fact
def lost(book: Book) -> Iterator[Lost]:
    there = frozenset(name.casefold() for name in book.evaluation.sheets)
    if not there:
        return
    known = [(cell.datum, cell.label) for cell in with_formula(book)]
    known += [(datum, datum.text.strip()[:LONGEST_LABEL] if datum.text != datum.error else "") for datum in book.evaluation.broken if datum.place not in book.cell_at]
    for datum, label in known:
        if not datum.formula or reaches_out(datum.formula):
            continue
        gone = next((each.sheet for each in references(datum.formula) if each.sheet and each.sheet.casefold() not in there), "")
        if gone or (datum.error and DELETED in datum.formula):
            yield Lost(datum, label, gone)


@check(
    code="formula-sheet", title="公式引用的工作表都在", severity=Severity.ERROR,
    message="{where}{more}的公式{what}",
    cause="删除了工作表，或移出、改名时公式没有跟着改", repair="请恢复该工作表（可从旧文件或本方案的空白表移入），重新计算后再校验", basis=SHEETS)
def refers_to_nothing(book: Book) -> Iterator[Event]:
    """Told once for each sheet that is not there."""
    by_sheet: dict[str, list[Lost]] = {}
    for each in lost(book):
        by_sheet.setdefault(each.sheet, []).append(each)
    without_settings = not any(SETTINGS in name for name in book.evaluation.sheets)
    for sheet, found in by_sheet.items():
        first, *others = found
        more = f"等 {len(found)} 处" if others else ""
        what = f"引用工作表“{sheet}”，工作簿中没有这张表" if sheet else f"所引用的单元格或工作表已被删除（公式里是 {DELETED}）{f'，工作簿中没有“{SETTINGS}”表' if without_settings else ''}"
        repair = "请恢复“设置”表（可从旧文件或本方案的空白表移入），填好单位名称、评价年度，重新计算后再校验" if sheet == SETTINGS or not sheet and without_settings else ""
        repair = repair or ("" if sheet else "请改正公式的引用，重新计算后再校验")
        yield Failed(
            place=first.datum.place, label=named(first.datum, first.label), shown_actual=first.datum.error or "", related=places(*(each.datum for each in others)),
            repair=repair, args={"more": more, "what": what})
    if book.evaluation.sheets:
        yield from passed(len(with_formula(book)) - sum(each.datum.place in book.cell_at for each in lost(book)))


@check(
    code="complete-sheets", title="评价方案的各张表都在", severity=Severity.INFO,
    message="工作簿中没有{missing}，本方案的空白表有，其中的内容没有核对",
    cause="删除了不用的表，或只报送了一部分", repair="请确认确实不用，否则从本方案的空白表移入", basis="评价方案规定的表")
def absent(book: Book) -> Iterator[Event]:
    """Only of a workbook whose scheme is known; monitoring forms are missed where there are project forms, and which of those are missing is told by project.
    A sheet of that name is there, whatever kept it from being read."""
    scheme, evaluation = book.scheme, book.evaluation
    if scheme is None or not evaluation.sheets or evaluation.unread:
        return
    asked = [
        ("整体自评表", scheme.overall, evaluation.overall), ("指标评分表", scheme.scoring, evaluation.scoring), ("基础数据表", scheme.base, evaluation.base),
        ("监控表", scheme.monitor if evaluation.projects else None, evaluation.monitors), ("收支与资产", scheme.ledger, evaluation.ledger),
        ("报告素材", scheme.narrative, evaluation.narrative),
    ]
    missing = [name for name, wanted, there in asked if wanted and not there and not any(name in sheet for sheet in evaluation.sheets)]
    if missing:
        yield Failed(place=None, label="", args={"missing": "、".join(f"“{name}”" for name in missing)})
    else:
        yield PASSED
