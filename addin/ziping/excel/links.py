"""修复公式链接: formulas that name an add-in of another computer (`[1]!PERF_SCORE`, `'C:\\…\\ziping.xlam'!PERF_SCORE`) name ours again."""

from __future__ import annotations

import re

import xlwings as xw

from ziping.surface import FUNCTIONS

_NAMES = "|".join(sorted((f.name for f in FUNCTIONS), key=len, reverse=True))
# A quoted path, a bracketed book, or one of the prefixes under which other kinds of add-ins store their functions.
_FOREIGN = re.compile(rf"(?:'(?:[^']|'')+'!|\[[^\]]+\](?:[^!'(),;+*/&=<>\"]*)!|[\w.]+\.xlam!|_xll\.|_xldudf_|_xlfn\.(?:_xlws\.)?)(?=(?:{_NAMES})\()", re.IGNORECASE)
_TEXT = re.compile(r'"(?:[^"]|"")*"')


def local_formula(formula: str) -> str:
    """The formula with our functions by their bare names; texts inside it stay as they are."""
    kept = _TEXT.findall(formula)
    pieces = _TEXT.split(formula)
    repaired = [_FOREIGN.sub("", piece) for piece in pieces]
    return "".join(piece + (kept[i] if i < len(kept) else "") for i, piece in enumerate(repaired))


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
                if isinstance(formula, str) and formula.startswith("=") and (mended := local_formula(formula)) != formula:
                    changed.append((used.row + r, used.column + c, mended))
        if changed and sheet.api.ProtectContents:
            left.append(sheet.name)
            continue
        for row_number, column_number, mended in changed:
            sheet.range((row_number, column_number)).formula = mended
        repaired += len(changed)
    return repaired, tuple(left)
