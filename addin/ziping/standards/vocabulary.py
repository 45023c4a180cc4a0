"""Word lists, written as a person reads them: words with blanks between."""

from __future__ import annotations

__all__ = ["words"]


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())
