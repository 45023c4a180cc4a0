"""Python's collector of cyclic garbage, held while very many small objects are made that form no cycles.

Floor 1: the standard library alone. Reading and checking keep nearly all that they make until they end: the collector would only look through
it again and again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held(wanted: bool = True) -> Iterator[None]:
    """Hold the collector, and let it go again whatever happens; one that is held already is left to whoever holds it."""
    mine = wanted and gc.isenabled()
    if mine:
        gc.disable()
    try:
        yield
    finally:
        if mine:
            gc.enable()
