"""Word lists and patterns, written as a person reads them and paid for when they are used."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["Pattern", "Turns", "in_order", "reworded", "words"]


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())


def in_order(said: str, text: str) -> bool:
    """召开会议 in 召开安委会会议: the signs of the one stand in the other in their order."""
    rest = iter(text)
    return all(c in rest for c in said)


class Pattern:
    """A regular expression that is compiled at its first use: most cells need few of them."""

    def __init__(self, text: str) -> None:
        self.pattern = text

    def __getattr__(self, name: str):  # noqa: ANN204 - a bound method of the compiled expression
        compiled = re.compile(self.pattern)
        for method in ("fullmatch", "match", "search", "sub", "findall", "finditer"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


Turns = tuple[tuple[Pattern, str | Callable[[re.Match[str]], str]], ...]  # what is printed, and what is said for it


def reworded(source: str, turns: Turns) -> str:
    """The source with every turn put plainly, each after the ones before it."""
    for printed, plain in turns:
        source = printed.sub(plain, source)
    return source
