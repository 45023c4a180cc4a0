"""Files written whole or not at all, and the kinds of workbook that are read.

Floor 1: the standard library alone.
"""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods")  # by their names; .et is WPS's own
KINDS = "、".join(WORKBOOKS)
_OURS = "~ziping-"  # in the names of temporary files


@contextmanager
def replace_file(path: str | Path) -> Iterator[Path]:
    """A temporary path in the folder of `path`, to be written in the block; renamed over `path` in one step when the block ends well.

    When the block raises, the temporary file is removed and `path` stays as it was. Whether an existing file may be replaced is for
    the caller to decide. OSError when the folder is missing or not writable.
    """
    target = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}{_OURS}", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def sweep(folder: Path, stem: str = "") -> None:
    """Take away what a killed run left half written in a folder, in the place of files of this stem (without one, of any)."""
    for each in folder.glob(f".{glob.escape(stem[:40]) or '*'}{_OURS}????????.*"):
        with suppress(OSError):  # it is in nobody's way
            each.unlink()


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or those a new file gets (a temporary one is closed to everybody else)."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
