"""What files are called where their folders are not shown: by their names, and by their paths where several have one name."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ziping.rollup.record import Record


def common_folder(files: Sequence[str]) -> str:
    """The innermost folder that all files lie in; "" where there is none, as on two drives."""
    try:
        return os.path.commonpath([os.path.dirname(file) for file in files]) if files else ""
    except ValueError:
        return ""


def from_folder(file: str, base: str) -> str:
    """A file's path from such a folder; the whole path where there is none."""
    return os.path.relpath(file, base) if base else file


def told_apart(records: Sequence[Record], base: str) -> list[Record]:
    """The records as they were; those whose files have one name are called by their paths from `base`."""
    names = Counter(_name(record) for record in records)
    return [replace(record, called=from_folder(record.file, base)) if names[_name(record)] > 1 else record for record in records]


def _name(record: Record) -> str:
    """What looks the same is the same, however it is encoded."""
    return unicodedata.normalize("NFC", os.path.basename(record.file))
