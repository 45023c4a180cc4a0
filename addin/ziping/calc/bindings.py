"""Formulas that name our functions in a way that Calc does not bind, and the same formulas by their names.

Excel stores a function of an add-in as `[1]!PERF_SCORE`, other kinds of add-ins as `_xll.PERF_SCORE` or `_xldudf_PERF_SCORE`; Calc keeps what it
does not know in small letters (`perf_score`, `ziping.calc.functions.perfscore`), and behind a lost link as `#REF!1!perf_score`. What is bound
reads `ZIPING.CALC.FUNCTIONS.PERFSCORE`.
"""

from __future__ import annotations

import re

from ziping.surface import FUNCTIONS

SERVICE = "ziping.calc.Functions"
_NAMES = "|".join(sorted((f.name for f in FUNCTIONS), key=len, reverse=True))
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_PREFIX = (
    r"(?:'(?:[^']|'')*'(?:#\$?[^.!(),;]*[.!]|!)"  # '/path/ziping.xlam'! and Calc's own spelling of a sheet in another file
    r"|\[[^\]\[]*\](?:[^!'(),;+*/&=<>\"-]*)!"  # [1]!
    r"|[\w.]+\.xlam!"
    r"|#REF!\s*(?:\d+!|\.)?"
    r"|_xll\.|_xldudf_|_xlfn\.(?:_xlws\.)?|_xlws\.|_xludf\.)*"
)
# A quoted name of a sheet that only looks like a call is passed over whole.
_CALL = re.compile(rf"(?<![\w.]){_PREFIX}({_NAMES})(?=\s*\()|'(?:[^']|'')*'", re.IGNORECASE)


def method(function: str) -> str:
    """The method of a worksheet function: PERF_EXEC_SCORE → perfExecScore."""
    first, *rest = function.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


_METHODS = {f"{SERVICE}.{method(f.name)}".upper(): f.name for f in FUNCTIONS}
_BOUND = re.compile("(" + "|".join(re.escape(name) for name in sorted(_METHODS, key=len, reverse=True)) + r")\(", re.IGNORECASE)
_SMALL = re.compile("(" + "|".join(re.escape(name.lower()) for name in sorted(_METHODS, key=len, reverse=True)) + r")(?=\s*\()")


def bound(formula: str) -> str:
    """The formula with our functions by their bare names; texts inside it stay as they are. Unchanged where nothing is to be bound."""
    texts = _TEXT.findall(formula)
    pieces = [_bound(piece) for piece in _TEXT.split(formula)]
    return "".join(piece + (texts[index] if index < len(texts) else "") for index, piece in enumerate(pieces))


def _bound(piece: str) -> str:
    return _SMALL.sub(lambda found: _METHODS[found[1].upper()], _CALL.sub(lambda found: found[1].upper() if found[1] else found[0], piece))


def unbound(formula: str) -> bool:
    """Whether a formula, as Calc tells it, names one of our functions without being bound to it."""
    return bound(formula) != formula or any(found[1] for piece in _TEXT.split(formula) for found in _CALL.finditer(piece))


def calls(formula: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every call of our functions in a formula as Calc tells it: the function's name and its arguments as they are written."""
    masked = _TEXT.sub(lambda found: '"' + "\0" * (len(found[0]) - 2) + '"', formula)
    return [(_METHODS[found[1].upper()], _arguments(formula, masked, found.end())) for found in _BOUND.finditer(masked)]


def _arguments(formula: str, masked: str, start: int) -> tuple[str, ...]:
    depth, begin, found, quoted = 0, start, [], False
    for place in range(start, len(masked)):
        sign = masked[place]
        if sign == "'":
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "({":
            depth += 1
        elif sign in ")}":
            if depth == 0:
                found.append(formula[begin:place].strip())
                return tuple(found)
            depth -= 1
        elif sign == ";" and depth == 0:
            found.append(formula[begin:place].strip())
            begin = place + 1
    return tuple(found)
