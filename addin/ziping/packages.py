"""Office files are packages of named parts: of two things under one name, one program reads the first and another the last.

Floor 1: the standard library alone.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable

from ziping.signs import shown

__all__ = ["Double", "once", "single_parts"]


class Double(Exception):
    """Two parts, relations or sheets of the name that this says."""

    def told(self, called: str, what: str) -> str:
        """What is wrong with a file, in words; called: the file (`“甲.xlsx”`), what: that which programs would read differently."""
        return f"{called}里有两处都叫“{shown(str(self))[:80]}”，不同的软件读到的{what}会不同"


def once(names: Iterable[str]) -> None:
    """`Double` when a name of a sheet, or an id of a relation, stands twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise Double(name)
        seen.add(name)


def single_parts(package: zipfile.ZipFile) -> None:
    """`Double` when the package holds a part twice; their names are compared without case. An entry for a folder is no part.

    `zipfile.BadZipFile` for a part without a name, which `zipfile` itself falls over later.
    """
    names = package.namelist()
    if "" in names:
        raise zipfile.BadZipFile("a part without a name")
    once(name.casefold() for name in names if not name.endswith("/"))
