"""Signs that cannot be written or must not be shown: texts from outside as a cell of a workbook and a line of a terminal hold them.

Floor 1: the standard library alone.
"""

from __future__ import annotations

import re

LONGEST = 32_767  # characters that a cell can hold
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]+")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """A text as a cell can hold it: no control characters, no lone surrogates, not longer than a cell."""
    text = "".join(c if c >= " " or c in "\t\n" else " " for c in text).encode("utf-8", "replace").decode("utf-8")
    text = text.replace("\ufffe", " ").replace("\uffff", " ")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def shown(text: str) -> str:
    """A text as a terminal may be given it: nothing that moves its cursor, changes its colours or turns the reading direction; line ends stay."""
    return _TURNING.sub("", _CONTROLS.sub(" ", text)).encode("utf-8", "replace").decode("utf-8")
