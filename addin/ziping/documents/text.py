"""A report as text: what every reader of a file format gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ziping.refusal import Refusal

__all__ = ["WIDEST", "UnreadableDocument", "WrittenText", "row_line"]

WIDEST = 60  # columns or rows that one cell may span


class UnreadableDocument(Refusal):
    """The file cannot be read as a report; the message is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A report's running text, a paragraph a line. `levels`: heading level (1 the outermost) by line, where the file says so.

    A row of a table is a line whose cells stand between bars: | 甲 | 12.50 |.
    """

    text: str
    levels: dict[int, int]


def row_line(cells: Iterable[str]) -> str:
    """A row of a table as a line; what would break the line or the row in a cell is a blank."""
    return "| " + " | ".join(re.sub(r"[\s|｜]+", " ", cell).strip() for cell in cells) + " |"
