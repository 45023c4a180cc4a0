"""Sheets that are not in the workbook any more and that formulas refer to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ziping.checks.absent import NAMES
from ziping.checks.book import DELETED, Book, fact
from ziping.checks.catalogue import Event, Failed, check, passed
from ziping.checks.links import LONGEST_LABEL, SHEETS, with_formula
from ziping.checks.references import references
from ziping.checks.ties import named, places
from ziping.evaluation import Datum
from ziping.findings import Severity
from ziping.forms.abroad import reaches_out
from ziping.forms.headings import key

SETTINGS = NAMES["settings"]


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
        if not datum.formula or (named_there := sheets_in(datum.formula)) is None:
            continue
        gone = next((sheet for sheet in named_there if sheet.casefold() not in there), "")
        if gone or (datum.error and DELETED in datum.formula):
            yield Lost(datum, label, gone)


@lru_cache(maxsize=4096)
def sheets_in(formula: str) -> tuple[str, ...] | None:
    """The sheets that a formula names; None for one that reaches out of the workbook."""
    return None if reaches_out(formula) else tuple(dict.fromkeys(each.sheet for each in references(formula) if each.sheet))


def renamed(book: Book, sheet: str) -> str:
    """What to do where a form of the kind of that sheet stands under a name of its own: a blank form beside it would make all links blank."""
    evaluation = book.evaluation
    read = {
        "overall": [evaluation.overall], "scoring": [evaluation.scoring], "projects": evaluation.projects, "base": [evaluation.base], "monitor": evaluation.monitors,
        "ledger": [evaluation.ledger]}
    kind = next((part for part in read if key(sheet).startswith(NAMES[part])), None)
    found = [form.sheet for form in read[kind] if form is not None and not key(form.sheet).startswith(NAMES[kind])] if kind is not None else []
    if not found:
        return ""
    told = "、".join(f"《{name}》" for name in found[:2]) + ("等" if len(found) > 2 else "")
    return f"如果{told}就是改了名的这张表，请把表名改回“{sheet}”，不要移入空白表；确已删除的请从旧文件恢复，重新计算后再校验"


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
        repair = repair or (renamed(book, sheet) if sheet else "请改正公式的引用，重新计算后再校验")
        yield Failed(
            place=first.datum.place, label=named(first.datum, first.label), shown_actual=first.datum.error or "", related=places(*(each.datum for each in others)),
            repair=repair, args={"more": more, "what": what})
    if book.evaluation.sheets:
        yield from passed(len(with_formula(book)) - sum(each.datum.place in book.cell_at for each in lost(book)))
