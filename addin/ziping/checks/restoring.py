"""What to do where a formula of the scheme is gone: the sentence for a cell typed over, and for one that is blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ziping.checks.belonging import Missed, left_blank
from ziping.checks.book import Book
from ziping.checks.catalogue import Event, Failed
from ziping.checks.waiting import told_cells


def restore(missed: Missed) -> str:
    """A clause that begins with 请: what has to be mended or stated first, and the formula. One that has to be written anew is not to be copied."""
    sheet, _, cell = missed.belonging.cell.rpartition("!")
    by = "行号" if missed.datum.place is not None and missed.datum.place.sheet == sheet else "行号、改用本表所对应的项目的工作表"
    formula = f"参照空白表《{sheet}》{cell}的公式 {missed.formula}，按本表的{by}重写公式" if missed.moved else f"恢复公式 {missed.formula}"
    if missed.failing:
        return f"请先改正{told_cells(missed.failing)}的错误值，再{formula}"
    if missed.elsewhere:
        return f"请先补齐公式所依据的{told_cells(missed.elsewhere)}，再{formula}"
    return f"请{formula}"


def restore_all(first: Missed) -> str:
    """For many cells: each has a formula of its own, of which the first one's is told."""
    return f"{restore(first).replace('请', '请在第一处', 1)}；其余各处按空白表中该格的公式恢复，行号不同的按本表的行号重写"


def restored(book: Book, events: Iterable[Event], otherwise: str) -> Iterator[Event]:
    """The events, in those of a blank cell that the scheme works out the formula to restore. otherwise: what to do in the others."""
    for event in events:
        found = [left_blank(book)[place] for place in (event.place, *event.related) if place in left_blank(book)] if isinstance(event, Failed) else []
        if not found or event.repair:  # type: ignore[union-attr]
            yield event
        elif event.args.get("more"):  # type: ignore[union-attr]
            cells = told_cells(each.datum.place for each in found)  # type: ignore[misc]
            yield replace(event, repair=f"{otherwise}；其中{cells}在本方案的空白表中是公式，请恢复公式，不要填数")  # type: ignore[type-var]
        else:
            yield replace(event, repair=f"本方案的空白表中这里是公式，{restore(found[0])}")  # type: ignore[type-var]
