"""The door between Calc's cells and the pure worksheet functions: floats become exact decimals, results floats or texts.

Calc hands over one cell as its text, because as a number a blank cell would be zero; a range as numbers and texts with blanks blank; an
argument that may be left out as a number or a text, where a blank cell *is* zero, see `compute`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache, partial

from ziping.amounts import from_float
from ziping.functions import FUNCTIONS
from ziping.standards import NotScorable
from ziping.surface import function

REMEMBERED = 65536
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:E[+-]\d+)?")
_TEXTS = frozenset({"standard", "scheme", "relation"})  # arguments that are never a number: a zero is a blank cell


@lru_cache(maxsize=REMEMBERED)
def number(given: float) -> Decimal:
    """`from_float`, once for each number: Calc asks for the same cells again and again."""
    return from_float(given)


def value(given: object) -> object:
    """A cell of a range as the pure functions take it: None for a blank one."""
    if isinstance(given, float):
        return number(given)
    return None if given is None or given == "" else given


@lru_cache(maxsize=REMEMBERED)
def cell(text: str) -> object:
    """One cell handed over as its text: None for a blank one, a number where the text is one."""
    if _NUMBER.fullmatch(text):
        return number(float(text))
    return text or None


def argument(given: object) -> object:
    """An argument: one cell by its value, a range as a tuple of tuples."""
    if isinstance(given, str):
        return cell(given)
    if not isinstance(given, tuple):
        return value(given)
    return tuple(tuple(map(value, row)) for row in given)


def result(given: object) -> object:
    """A result as Calc takes it: a number (TRUE is 1, Calc has no other) or a text."""
    return float(given) if isinstance(given, Decimal | bool) else given


def compute(name: str, *arguments: object) -> object:
    """A worksheet function on arguments as Calc hands them over; raises what the pure function raises.

    A zero in a number's place that may be left out may be a blank cell. It is read both ways; `NotScorable` when the two differ.
    """
    given = [*map(argument, arguments), *[None] * (len(function(name).arguments) - len(arguments))]
    doubtful = []
    for place, label, text in _optional(name):
        if type(given[place]) is Decimal and not given[place]:
            if text:
                given[place] = None
            else:
                doubtful.append((place, label))
    pure: Callable[..., object] = FUNCTIONS[name]
    computed = pure(*given)
    for place, label in doubtful:
        if pure(*given[:place], None, *given[place + 1 :]) != computed:
            raise NotScorable(f"{label}为零或空白，Calc 无法区分，请填写{label}，或在公式中省略这个参数。")
    return result(computed)


def published(name: str) -> Callable[..., object]:
    """`compute` of one function. Equal cells give equal results, and a sheet is computed many times; only a range is not worth its key."""
    bound = partial(compute, name)
    return bound if any(each.many for each in function(name).arguments) else lru_cache(maxsize=REMEMBERED)(bound)


@cache
def _optional(name: str) -> tuple[tuple[int, str, bool], ...]:
    """Place, label and whether it is a text of the arguments where a zero may be a blank cell."""
    return tuple((place, each.label, each.name in _TEXTS) for place, each in enumerate(function(name).arguments) if each.optional)
