"""The worksheet functions as Excel calls them, one for each entry of `ziping.surface.FUNCTIONS`; the text of their help is there.

Unannotated: xlwings takes annotations for converters. A failure is raised, and the wrapper in the add-in turns it into #N/A.
"""

from __future__ import annotations

from collections.abc import Callable

import xlwings as xw

from ziping.excel.cells import call
from ziping.surface import CATEGORY, function


def published(implementation: Callable[..., object]) -> Callable[..., object]:
    """Registers a worksheet function; every argument arrives as rows of cells, whether it was one cell or a range."""
    implementation.__doc__ = function(implementation.__name__).help
    for argument in function(implementation.__name__).arguments:
        implementation = xw.arg(argument.name, ndim=2, err_to_str=True, doc=argument.help)(implementation)
    return xw.func(category=CATEGORY)(implementation)


@published
def PERF_SCORE(points, target, actual, standard=None):
    return call("PERF_SCORE", points, target, actual, standard)


@published
def PERF_EXPLAIN(points, target, actual, standard=None):
    return call("PERF_EXPLAIN", points, target, actual, standard)


@published
def PERF_RATE(executed, budget):
    return call("PERF_RATE", executed, budget)


@published
def PERF_CHANGE(current, previous):
    return call("PERF_CHANGE", current, previous)


@published
def PERF_EXEC_SCORE(executed, budget, points=None):
    return call("PERF_EXEC_SCORE", executed, budget, points)


@published
def PERF_TOTAL(scores, points=None, rate=None, scheme=None):
    return call("PERF_TOTAL", scores, points, rate, scheme)


@published
def PERF_GRADE(total, scheme=None):
    return call("PERF_GRADE", total, scheme)


@published
def PERF_FOOTS(total, parts, relation=None):
    return call("PERF_FOOTS", total, parts, relation)


@published
def PERF_TEXT(text):
    return call("PERF_TEXT", text)
