"""The writer of VBA projects against the vectors of the specifications and against independent readers."""

from __future__ import annotations

import io
import random
import struct

import olefile
import pytest
from oletools.olevba import VBA_Parser, decompress_stream
from xlam import compound, compression, encryption, project

# MS-OVBA 3.2.1 to 3.2.3. The second vector of the specification picks another legal offset for two runs, so it is compared unpacked.
NORMAL = bytes.fromhex("012FB00023616161626364658266007061676869 6A013808616B6C00306D6E6F700671027004107273747576107778797A003C".replace(" ", ""))
VECTORS = [
    ("no compression", b"abcdefghijklmnopqrstuv.", bytes.fromhex("0119B000616263646566676800696A6B6C6D6E6F70007172737475762E")),
    ("maximum compression", b"a" * 73, bytes.fromhex("0103B002614500")),
]


@pytest.mark.parametrize(("plain", "packed"), [row[1:] for row in VECTORS], ids=[row[0] for row in VECTORS])
def test_the_vectors_of_the_specification(plain: bytes, packed: bytes) -> None:
    assert compression.compress(plain) == packed
    assert compression.decompress(packed) == plain


def test_the_normal_vector_unpacks() -> None:
    plain = b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"
    assert compression.decompress(NORMAL) == plain
    assert len(compression.compress(plain)) <= len(NORMAL)


@pytest.mark.parametrize("size", [1, 2, 4095, 4096, 4097, 12288, 70001])
@pytest.mark.parametrize("alphabet", [1, 3, 12])
def test_any_bytes_come_back_through_another_reader(size: int, alphabet: int) -> None:
    chance = random.Random(size * alphabet)
    plain = bytes(chance.randrange(alphabet) for _ in range(size))
    assert decompress_stream(bytearray(compression.compress(plain))) == plain


def test_no_chunk_is_stored_raw() -> None:
    chance = random.Random(1)
    packed = compression.compress(bytes(chance.randrange(12) for _ in range(9000)))
    at = 1
    while at < len(packed):
        (header,) = struct.unpack_from("<H", packed, at)
        assert header & 0x8000
        at += (header & 0xFFF) + 3


def test_bytes_that_do_not_shrink_are_refused() -> None:
    with pytest.raises(ValueError, match="does not shrink"):
        compression.compress(random.Random(1).randbytes(4096))


@pytest.mark.parametrize("packed", [b"", b"\x02", b"\x01\xff\xff", b"\x01\x03\xb0\x02\x61"], ids=["empty", "signature", "header", "cut"])
def test_broken_containers_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="chunk|container"):
        compression.decompress(packed)


ID = "{917DED54-440B-4FD1-A5C1-74ACF261E600}"
PROTECTED = [("0705D8E3D8EDDBF1DBF1DBF1DBF1", b"\0\0\0\0"), ("0E0CD1ECDFF4E7F5E7F5E7", b"\0"), ("1517CAF1D6F9D7F9D706", b"\xff")]


@pytest.mark.parametrize(("text", "data"), PROTECTED)
def test_the_known_answers_of_the_protected_values(text: str, data: bytes) -> None:
    assert encryption.decrypt(text, ID) == data
    assert encryption.decrypt(encryption.encrypt(data, ID, 0x08), ID) == data
    with pytest.raises(ValueError, match="another project"):
        encryption.decrypt(text, project.PROJECT_ID)


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 4095, 4096, 4097, 66000])
def test_streams_of_every_size_are_read_without_a_defect(size: int) -> None:
    streams = {"PROJECT": b"p" * 100, "VBA/dir": b"d" * size, "VBA/Module1": b"m" * 5000, "VBA/Empty": b"", "Other/Deep/Stream": b"x" * size}
    data = compound.write(streams)
    assert len(data) % 512 == 0
    file = olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_UNSURE)
    assert sorted("/".join(path) for path in file.listdir()) == sorted(streams)
    for path, content in streams.items():
        assert file.openstream(path).read() == content
    assert not file.parsing_issues


def test_every_entry_is_black_and_siblings_are_ordered() -> None:
    data = compound.write({f"S{i}": b"x" for i in range(17)} | {"Longer name": b"y"})
    file = olefile.OleFileIO(io.BytesIO(data))
    entries = [entry for entry in file.direntries if entry is not None]
    assert all(entry.color == 1 for entry in entries)
    by_sid = {entry.sid: entry for entry in entries}

    def walk(sid: int) -> list[str]:
        if sid == compound.NONE:
            return []
        entry = by_sid[sid]
        return walk(entry.sid_left) + [entry.name] + walk(entry.sid_right)

    names = walk(by_sid[0].sid_child)
    assert names == sorted(names, key=lambda name: (len(name), name.upper()))
    assert len(names) == 18


MODULE = 'Attribute VB_Name = "Module1"\nOption Explicit\nPublic Function ONE()\n    ONE = 1\nEnd Function'


def test_other_readers_see_the_same_sources() -> None:
    modules = [project.document("ThisWorkbook"), project.document("Sheet1"), project.Module("Module1", project.Kind.STANDARD, MODULE)]
    parser = VBA_Parser("vbaProject.bin", data=project.project("Probe", modules))
    read = {stream.removeprefix("VBA/"): code for _, stream, _, code in parser.extract_macros()}
    assert {m.name: m.source.decode() for m in modules} == {name: code.replace("\r\n", "\n").replace("\n", "\r\n") for name, code in read.items()}


FAULTS = [
    ("a name of 32 characters", "M" * 32, MODULE, "31 characters"),
    ("a text that is not ASCII", "Module1", MODULE + "\n' 绩效", "not ASCII"),
    ("a line of 1024 characters", "Module1", MODULE + "\n" + "'" * 1024, "longer than 1023"),
    ("a text under another name", "Module2", MODULE, "does not begin"),
]


@pytest.mark.parametrize(("name", "text", "words"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_modules_that_the_editor_would_refuse_are_refused(name: str, text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        project.Module(name, project.Kind.STANDARD, text)


def test_limits_themselves_are_allowed() -> None:
    long = "M" * 31
    project.Module(long, project.Kind.STANDARD, f'Attribute VB_Name = "{long}"\n' + "'" * 1023)


def test_a_module_named_like_the_project_is_refused() -> None:
    with pytest.raises(ValueError, match="differ"):
        project.project("MODULE1", [project.Module("Module1", project.Kind.STANDARD, MODULE)])
