"""The worksheet functions as the server calls them: a refusal is told with its reason, an error inside a table stays in its cell."""

from __future__ import annotations

import functools
from collections.abc import Callable

import xlwings as xw

from ziping.excel import udfs
from ziping.excel.cells import FAILED, Refused
from ziping.standards import NotScorable
from ziping.surface import FUNCTIONS

NOT_AVAILABLE = "#N/A"  # the client makes an error value of it


def _served(name: str) -> Callable[..., object]:
    inner = getattr(udfs, name)

    @functools.wraps(inner)  # arguments, help and xlwings' own description of them
    def served(*arguments: object) -> object:
        try:
            result = inner(*arguments)
        except (NotScorable, Refused) as refusal:
            raise xw.XlwingsError(str(refusal)) from None  # the client shows #VALUE! with this reason, and does not ask again
        if isinstance(result, list):
            return [[NOT_AVAILABLE if cell == FAILED else cell for cell in row] for row in result]
        return result

    return served


PERF_SCORE = _served("PERF_SCORE")
PERF_EXPLAIN = _served("PERF_EXPLAIN")
PERF_RATE = _served("PERF_RATE")
PERF_CHANGE = _served("PERF_CHANGE")
PERF_EXEC_SCORE = _served("PERF_EXEC_SCORE")
PERF_TOTAL = _served("PERF_TOTAL")
PERF_GRADE = _served("PERF_GRADE")
PERF_FOOTS = _served("PERF_FOOTS")
PERF_TEXT = _served("PERF_TEXT")

assert {f.name for f in FUNCTIONS} <= set(globals()), "every function of the surface is served"
