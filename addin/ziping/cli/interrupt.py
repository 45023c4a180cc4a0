"""Ctrl-C: the exit code of what it ended, and what a command says that can go on from there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

INTERRUPT = 130


class Interrupted(Exception):
    """Ctrl-C, with the sentence for it."""


@contextmanager
def resumable(sentence: str) -> Iterator[None]:
    """Tells Ctrl-C within the block by this sentence."""
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted(sentence) from None
