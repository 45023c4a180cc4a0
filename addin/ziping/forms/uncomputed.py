"""Cells that a program without the add-in saved: it does not know the PERF_ functions and leaves `#NAME?` where their results stood."""

from __future__ import annotations

import re
from functools import lru_cache

from ziping.evaluation import Datum
from ziping.surface import FUNCTIONS

UNKNOWN_NAME = "#NAME?"
_NAMES = "|".join(function.name for function in FUNCTIONS)
_CALLS = re.compile(rf"(?<![A-Z0-9])(?:{_NAMES}|ziping\.calc\.functions\.(?:{_NAMES.replace('_', '')}))\s*\(", re.I)


@lru_cache(maxsize=4096)
def calls_addin(formula: str | None) -> bool:
    """Whether a formula calls a function of the add-in, under whatever prefix and in whatever case a program writes it."""
    return bool(formula and _CALLS.search(formula))


def uncomputed(datum: Datum | None) -> bool:
    """Whether the cell shows `#NAME?` because the add-in was not there; a misspelt function is an error like any other."""
    return datum is not None and datum.error == UNKNOWN_NAME and calls_addin(datum.formula)
