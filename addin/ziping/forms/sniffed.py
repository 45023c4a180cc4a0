"""Whether a file is a workbook by its content, whatever its name says: a workbook that somebody renamed is one all the same."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from ziping.forms.files import FILE_LIMIT
from ziping.forms.kinds import OLE, WORKBOOKS, ZIP, Kind, kind_of
from ziping.refusal import why


class Is(Enum):
    WORKBOOK = "workbook"
    OTHER = "other"
    UNSEEN = "unseen"


class Sniffed(NamedTuple):
    """What a file is; reason: why nobody looked into one that is `UNSEEN`, a clause in Chinese."""

    found: Is
    reason: str = ""


def sniffed(path: Path) -> Sniffed:
    """A look at the beginning and the list of the parts of a file. Never raises for what the file holds."""
    try:
        if not path.is_file():
            return Sniffed(Is.UNSEEN, "不是普通文件")
        with path.open("rb") as file:
            if not (begins := file.read(8)).startswith(ZIP) and begins != OLE:
                return Sniffed(Is.OTHER)
            size = file.seek(0, 2)
            if size > FILE_LIMIT:
                return Sniffed(Is.UNSEEN, f"有 {size // 2**20} MB，超过 {FILE_LIMIT // 2**20} MB 的上限")
            file.seek(0)
            kind = kind_of(file)
    except OSError as error:
        return Sniffed(Is.UNSEEN, f"文件打不开（{why(error)}）")
    except ValueError:  # a name that the system cannot hold
        return Sniffed(Is.UNSEEN, "文件名不能使用")
    return Sniffed(Is.WORKBOOK) if kind in WORKBOOKS else _UNSEEN.get(kind, Sniffed(Is.OTHER))


_UNSEEN = {Kind.LOCKED: Sniffed(Is.UNSEEN, "设有打开密码"), Kind.BROKEN: Sniffed(Is.UNSEEN, "已损坏，打不开")}
