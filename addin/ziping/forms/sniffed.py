"""What a file is by its content, whatever its name says: a workbook that somebody renamed is one all the same."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from ziping.forms import ooxml
from ziping.forms.files import FILE_LIMIT
from ziping.forms.xmlparts import Broken
from ziping.packages import Double

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def holds_workbook(path: Path) -> bool:
    """Whether a file is a workbook of a kind that is read; False for everything that cannot be opened. Nothing but the list of its parts is read."""
    try:
        if not path.is_file() or path.stat().st_size > FILE_LIMIT:
            return False
        with path.open("rb") as file:
            begins = file.read(8)
            if begins == _OLE:
                content = file.read()
                return _stream("Workbook") in content and _stream("WordDocument") not in content and _stream("PowerPoint Document") not in content
        if not begins.startswith(_ZIP):
            return False
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            if "mimetype" in names and package.getinfo("mimetype").file_size == len(_SPREADSHEET):
                return package.read("mimetype") == _SPREADSHEET
            return "_rels/.rels" in names and ooxml.workbook_part(package) is not None
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error, Broken, Double):
        return False


def _stream(name: str) -> bytes:
    """A stream's name as a compound file writes it in its directory."""
    return name.encode("utf-16-le")
