"""What kind of document a file's content is, whatever its name says. Both who reads workbooks and who looks for them ask here.

Nothing but what lists the parts is read, and the beginning of the one part that tells, so that a large file of another program costs nothing.
"""

from __future__ import annotations

import re
import zipfile
from enum import Enum
from typing import BinaryIO

from ziping.forms import compound, ooxml
from ziping.forms.xmlparts import Broken, read_part
from ziping.packages import Double

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPENDOCUMENT = b"application/vnd.oasis.opendocument."
_TELLING = frozenset({"[Content_Types].xml", "_rels/.rels", "content.xml"})  # parts of Office documents
_BEGINNING = 2**20  # bytes of a part within which it says what it is
_WORKBOOK = re.compile(rb"<(?:[\w.-]+:)?workbook[\s>/]")
_SPREADSHEET = re.compile(rb"<(?:[\w.-]+:)?spreadsheet[\s>/]")


class Kind(Enum):
    """LOCKED: an Office document with a password, of which nobody can say whether it is a workbook; BROKEN: it begins like one and cannot be opened."""

    EXCEL = "xlsx"
    BINARY = "xlsb"
    OPEN = "ods"
    OLD = "xls"
    LOCKED = "locked"
    BROKEN = "broken"
    OTHER = "other"


WORKBOOKS = frozenset({Kind.EXCEL, Kind.BINARY, Kind.OPEN, Kind.OLD})


def kind_of(file: BinaryIO) -> Kind:
    """The kind of an open file; OSError where it cannot be read."""
    begins = file.read(8)
    if begins == OLE:
        return compound_kind(file)[0]
    if not begins.startswith(ZIP):
        return Kind.OTHER
    try:
        with zipfile.ZipFile(file) as package:
            return package_kind(package)[0]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, Broken, Double):
        return Kind.BROKEN


def package_kind(package: zipfile.ZipFile) -> tuple[Kind, str]:
    """The kind of a package of parts, and of an `EXCEL` one the part that is its workbook. `Broken` where the part that tells cannot be read, `Double` where it lists something twice."""
    names = package.NameToInfo
    if any(part.flag_bits & 1 for part in package.infolist()):
        return Kind.OTHER if _TELLING.isdisjoint(names) else Kind.LOCKED, ""
    if any(name.endswith("xl/workbook.bin") for name in names):
        return Kind.BINARY, ""
    if "content.xml" in names:
        return _opendocument(package), ""
    part = ooxml.workbook_part(package)
    if part is None or part != ooxml.WORKBOOK and part in names and not _WORKBOOK.search(read_part(package, part, _BEGINNING)):
        return Kind.OTHER, ""
    return Kind.EXCEL, part


def _opendocument(package: zipfile.ZipFile) -> Kind:
    """By the part that says it, which may say more than the kind; without one, by the content itself."""
    told = read_part(package, "mimetype") if "mimetype" in package.NameToInfo else b""
    if told.startswith(_OPENDOCUMENT):
        return Kind.OPEN if told.startswith(_OPENDOCUMENT + b"spreadsheet") else Kind.OTHER
    return Kind.OPEN if _SPREADSHEET.search(read_part(package, "content.xml", _BEGINNING)) else Kind.OTHER


def compound_kind(file: BinaryIO) -> tuple[Kind, bool]:
    """The kind of a compound file, and whether it carries program code."""
    try:
        names = compound.names(file)
    except compound.Circular:
        return Kind.BROKEN, False
    kind = Kind.LOCKED if "encryptedpackage" in names.outermost else Kind.OLD if names.outermost & {"workbook", "book"} else Kind.OTHER
    return kind, any(name.startswith("_vba_project") for name in names.anywhere)
