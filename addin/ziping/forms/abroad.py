"""Formulas that reach beyond their workbook: over another file, over another program, over an add-in that lies elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ziping.evaluation import Datum
from ziping.forms.grid import Grid, datum

_SIGNS = ("[", "\\", "|", "//", "DDE(")  # one of them stands in every formula that reaches out
_ADDIN = re.compile(r"(?:\[\d+\]|'[^']*\.xla[mx]?'|\[[^\]]*\.xla[mx]?\])\s*!\s*_?(?:xl\w*[._])?PERF_", re.I)
_OUT = re.compile(r"\[\d+\][^!]*!|\[[^\]]+\.(?:xls\w?|et|ods|csv)\]|'[^']*\\[^']*'!|'\w+://[^']*'\s*#|\bDDE\(|[\w.]\s*\|\s*'", re.I)
_TEXT = re.compile(r'"(?:[^"]|"")*"')


@lru_cache(maxsize=4096)
def foreign_addin(formula: str) -> bool:
    """Whether a formula calls a PERF_ function of an add-in by the place where that lay on another computer."""
    return bool(_ADDIN.search(formula))


@lru_cache(maxsize=4096)
def reaches_out(formula: str) -> bool:
    """Whether a formula takes something from another file or program; what stands in quotation marks is a text."""
    return any(sign in formula for sign in _SIGNS) and not foreign_addin(formula) and bool(_OUT.search(_TEXT.sub('""', formula)))


def abroad(grid: Grid) -> Iterator[Datum]:
    """The cells of a sheet, whatever stands in them, whose formulas reach out."""
    for (row, column), formula in grid.details.formulas.items():
        if reaches_out(formula):
            yield datum(grid, row, column)
