"""修复公式链接, and what happens on opening: formulas that did not bind to our functions are set again."""

from __future__ import annotations

from dataclasses import dataclass

from ziping.calc.bindings import bound, unbound
from ziping.surface import CATEGORY, button

_FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA


@dataclass(frozen=True, slots=True)
class Rebound:
    """How many formulas were bound, and where some had to be left: protected sheets and matrix formulas."""

    count: int
    left: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The sentence for the officer; "" when there was nothing to do."""
        said = f"已把 {self.count} 个 PERF 公式重新连接到本机的自评插件；文件还没有保存。" if self.count else ""
        return said + (f"“{'”“'.join(self.left)}”表受保护或含数组公式，其中的 PERF 公式没有改动，请撤销保护后点“修复公式链接”。" if self.left else "")


def rebind(document: object) -> Rebound:
    """Binds every formula of the document that names one of our functions without reaching it, as one step that can be undone."""
    undo = document.getUndoManager()
    undo.enterUndoContext(f"{CATEGORY}：{button('repair-links').label}")
    try:
        return _rebound(document)
    finally:
        undo.leaveUndoContext()


def _rebound(document: object) -> Rebound:
    count, left = 0, []
    for sheet in document.Sheets:
        places = list(_unbound(sheet))
        if not places:
            continue
        if sheet.isProtected():
            left.append(sheet.Name)
            continue
        for column, row, formula in places:
            cell = sheet.getCellByPosition(column, row)
            if cell.getArrayFormula():
                if sheet.Name not in left:
                    left.append(sheet.Name)
                continue
            cell.setFormula(bound(formula))
            count += 1
    return Rebound(count, tuple(left))


def _unbound(sheet: object):  # noqa: ANN202 - column, row and formula of cells
    for area in sheet.queryContentCells(_FORMULAS).getRangeAddresses():
        rows = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow).getFormulaArray()
        for row, line in enumerate(rows, area.StartRow):
            for column, formula in enumerate(line, area.StartColumn):
                if "perf" in formula.lower() and unbound(formula):
                    yield column, row, formula
