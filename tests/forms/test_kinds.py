"""What a file is, is told by its content: a workbook, another file, or one that nobody could look into, and why."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from xlam import compound as written

from ziping import resources
from ziping.forms import compound
from ziping.forms.files import FILE_LIMIT
from ziping.forms.kinds import Kind, kind_of
from ziping.forms.sniffed import Is, sniffed

BOOK = resources.samples()[0].read_bytes()
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>',
    '<Relationship Id="{}" Target="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>',
)
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def relations(*targets: tuple[str, str]) -> str:
    return _RELATIONS[0].format("".join(_RELATIONS[1].format(*target) for target in targets))


def package(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def of_a_package(main: str, content: str) -> bytes:
    return package({"_rels/.rels": relations(("a", main)), main: content})


def damaged(content: bytes, part: str) -> bytes:
    """With a part that is no deflated stream any more."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        begin = file.getinfo(part).header_offset + 30 + len(part)
    return content[:begin] + b"\xff" * 12 + content[begin + 12 :]


def locked(content: bytes) -> bytes:
    """With the mark of a password on its parts, in the list of them."""
    at, changed = content.index(b"PK\x01\x02"), bytearray(content)
    while at >= 0:
        changed[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    return bytes(changed)


def old(*names: str) -> bytes:
    return written.write({name: bytes(5000) for name in names})


ENTRY = struct.Struct("<64sHBBIII36xIQ")


def entry(name: str, kind: int, left: int = -1, right: int = -1, below: int = -1) -> bytes:
    stored = name.encode("utf-16-le")
    return ENTRY.pack(stored, len(stored) + 2, kind, 1, left % 2**32, right % 2**32, below % 2**32, 0, 0)


def far(directory: int) -> bytes:
    """A compound file of many sectors whose directory stands so far behind that the header's list of tables does not reach it."""
    size, per, count = 512, 128, directory // 128 + 1
    sectors = {number: struct.pack("<128I", *[0xFFFFFFFE] * per) for number in range(count)}  # the tables; every chain ends at once
    sectors[count] = struct.pack("<128I", *range(109, count), *[0xFFFFFFFF] * (127 - (count - 109)), 0xFFFFFFFE)
    sectors[directory] = entry("Root Entry", 5, below=1) + entry("Workbook", 2, right=2) + entry("\5SummaryInformation", 2) + entry("", 0)
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", head, 48, directory)
    struct.pack_into("<II", head, 68, count, 1)
    struct.pack_into("<109I", head, 76, *range(109))
    return bytes(head) + b"".join(sectors.get(number, bytes(size)) for number in range(directory + 1))


KINDS = [
    ("a workbook", BOOK, Kind.EXCEL),
    ("a workbook whose main part has another name", of_a_package("xl/buch.xml", '<x:workbook xmlns:x="x"/>'), Kind.EXCEL),
    ("a workbook whose main part is missing", package({"_rels/.rels": relations(("a", "xl/workbook.xml"))}), Kind.EXCEL),
    ("a document of another program", of_a_package("drawing/document.xml", "<VisioDocument/>"), Kind.OTHER),
    ("a Word document", of_a_package("word/document.xml", "<document/>"), Kind.OTHER),
    ("a binary workbook", package({"xl/workbook.bin": "x"}), Kind.BINARY),
    ("an archive", package({"a.txt": "x"}), Kind.OTHER),
    ("two relations of one id", package({"_rels/.rels": relations(("a", "xl/workbook.xml"), ("a", "xl/other.xml"))}), Kind.BROKEN),
    ("relations that are no XML", package({"_rels/.rels": "<Relationships"}), Kind.BROKEN),
    ("relations that are no deflated stream", damaged(BOOK, "_rels/.rels"), Kind.BROKEN),
    ("a workbook cut off", BOOK[: len(BOOK) // 2], Kind.BROKEN),
    ("a workbook with a password as archives have it", locked(BOOK), Kind.LOCKED),
    ("an archive with a password", locked(package({"a.txt": "x"})), Kind.OTHER),
    ("an OpenDocument table", package({"mimetype": SPREADSHEET, "content.xml": "<a/>"}), Kind.OPEN),
    ("a template of an OpenDocument table", package({"mimetype": f"{SPREADSHEET}-template\n", "content.xml": "<a/>"}), Kind.OPEN),
    ("an OpenDocument table that does not say so", package({"content.xml": "<o:body><o:spreadsheet/></o:body>"}), Kind.OPEN),
    ("an OpenDocument text", package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o:spreadsheet/>"}), Kind.OTHER),
    ("an archive with a part of that name", package({"content.xml": "<p>spreadsheet</p>"}), Kind.OTHER),
    ("a mark of OpenDocument that is no deflated stream", damaged(package({"mimetype": SPREADSHEET, "content.xml": "x"}), "mimetype"), Kind.BROKEN),
    ("an old workbook", old("Workbook", "\5SummaryInformation"), Kind.OLD),
    ("a workbook of the program before that", old("Book"), Kind.OLD),
    ("an old workbook in capital letters", old("WORKBOOK"), Kind.OLD),
    ("an old workbook with a Word document embedded", old("Workbook", "MBD001/WordDocument"), Kind.OLD),
    ("an old Word document with a workbook embedded", old("WordDocument", "ObjectPool/_1/Workbook"), Kind.OTHER),
    ("an old workbook of many megabytes", far(128 * 110), Kind.OLD),
    ("the same without its last sector", far(128 * 110)[:-512], Kind.BROKEN),
    ("a document with a password", old("EncryptionInfo", "EncryptedPackage"), Kind.LOCKED),
    ("a compound file of nothing but its beginning", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Kind.BROKEN),
    ("a text", "绩效自评".encode(), Kind.OTHER),
    ("nothing", b"", Kind.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("content", "kind"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_the_kind_of_a_file(content: bytes, kind: Kind) -> None:
    assert kind_of(io.BytesIO(content)) is kind


def test_a_directory_that_leads_in_a_circle_is_broken() -> None:
    content = bytearray(far(128 * 110))
    table = 512 + 110 * 512  # the table that the directory's sector stands in
    struct.pack_into("<I", content, table, 128 * 110)
    with pytest.raises(compound.Circular):
        compound.names(io.BytesIO(bytes(content)))


class Counted(io.BytesIO):
    """A file that counts what is read of it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self.taken += len(found)
        return found


@pytest.mark.parametrize("content", [far(128 * 110), written.write({"WordDocument": bytes(5_000_000)}), package({"a.txt": "x" * 10}) + bytes(20)])
def test_a_large_file_is_not_read_to_be_refused(content: bytes) -> None:
    file = Counted(content)
    kind_of(file)
    assert file.taken < 70_000


def _large(path: Path) -> None:
    path.write_bytes(BOOK)
    os.truncate(path, FILE_LIMIT + 1)


def _largest(path: Path) -> None:
    path.write_bytes(old("WordDocument"))
    os.truncate(path, FILE_LIMIT)


LOOKS: list[tuple[str, Callable[[Path], object], Is, str]] = [
    ("a workbook", lambda path: path.write_bytes(BOOK), Is.WORKBOOK, ""),
    ("a text", lambda path: path.write_bytes(b"x"), Is.OTHER, ""),
    ("a document with a password", lambda path: path.write_bytes(old("EncryptedPackage")), Is.UNSEEN, "设有打开密码"),
    ("a damaged package", lambda path: path.write_bytes(BOOK[:900]), Is.UNSEEN, "已损坏，打不开"),
    ("a package above the limit", _large, Is.UNSEEN, "有 100 MB，超过 100 MB 的上限"),
    ("a document just within the limit", _largest, Is.OTHER, ""),
    ("a folder", lambda path: path.mkdir(), Is.UNSEEN, "不是普通文件"),
    ("a pipe", lambda path: os.mkfifo(path), Is.UNSEEN, "不是普通文件"),
]


@pytest.mark.parametrize(("make", "found", "reason"), [row[1:] for row in LOOKS], ids=[row[0] for row in LOOKS])
def test_a_look_at_a_file_has_three_answers(make: Callable[[Path], object], found: Is, reason: str, tmp_path: Path) -> None:
    make(tmp_path / "表.docx")
    assert sniffed(tmp_path / "表.docx") == (found, reason)
