"""修复公式链接: formulas that name an add-in of another computer (`[1]!PERF_SCORE`, `'C:\\…\\ziping.xlam'!PERF_SCORE`) name ours again."""

from __future__ import annotations

import xlwings as xw

from ziping.workbooks.links import bare


def repair(book: xw.Book) -> tuple[int, tuple[str, ...]]:
    """Repairs every formula of the workbook: how many, and the protected sheets that had to be left. Only on the desktop.

    A sheet's formulas are read at once; only cells that change are written.
    """
    repaired, left = 0, []
    for sheet in book.sheets:
        used = sheet.used_range
        formulas = used.formula
        rows = formulas if isinstance(formulas, tuple | list) else ((formulas,),)
        changed = []
        for r, row in enumerate(rows):
            for c, formula in enumerate(row if isinstance(row, tuple | list) else (row,)):
                if isinstance(formula, str) and formula.startswith("=") and (mended := bare(formula)) != formula:
                    changed.append((used.row + r, used.column + c, mended))
        if changed and sheet.api.ProtectContents:
            left.append(sheet.name)
            continue
        for row_number, column_number, mended in changed:
            sheet.range((row_number, column_number)).formula = mended
        repaired += len(changed)
    return repaired, tuple(left)
