"""A report as text: what every reader of a file format gives."""

from __future__ import annotations

from dataclasses import dataclass

from ziping.refusal import Refusal

__all__ = ["UnreadableDocument", "WrittenText"]


class UnreadableDocument(Refusal):
    """The file cannot be read as a report; the message is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A report's running text, a paragraph a line. `levels`: heading level (1 the outermost) by line, where the file says so.

    tables: rows of cell texts; their cells are no sentences and stand as an empty line in the text.
    """

    text: str
    levels: dict[int, int]
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
