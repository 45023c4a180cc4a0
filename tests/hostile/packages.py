"""Broken and hostile packages made of a whole one, whatever is in it: what the workbooks and the Word files of the tests have in common."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

Maker = Callable[[Path], object]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"  # fmt: skip
FILE_ENTITY = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes], path: Path, level: int = 6) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def repacked(source: Path, *changes: tuple[str, Callable[[bytes], bytes]]) -> Maker:
    """The file with parts passed through functions, each of which must change something."""

    def make(path: Path) -> None:
        content = parts(source)
        for part, change in changes:
            before = content[part]
            content[part] = change(before)
            assert content[part] != before, part
        packed(content, path)

    return make


def without(source: Path, *names: str) -> Maker:
    def make(path: Path) -> None:
        content = parts(source)
        assert set(names) <= content.keys()
        packed({name: data for name, data in content.items() if name not in names}, path)

    return make


def written(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content)


def cut(source: Path, share: float) -> Maker:
    return lambda path: path.write_bytes(source.read_bytes()[: int(source.stat().st_size * share)])


def flooded(source: Path, part: str, megabytes: int) -> Maker:
    """The file with a further part that unpacks to so much."""

    def make(path: Path) -> None:
        packed(parts(source), path)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(part, "w", force_zip64=True) as stream:
            for _ in range(megabytes):
                stream.write(bytes(2**20))

    return make


def encrypted(source: Path) -> Maker:
    """The file with every part flagged as encrypted."""

    def make(path: Path) -> None:
        packed(parts(source), path)
        raw = bytearray(path.read_bytes())
        for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = raw.find(sign)
            while start >= 0:
                raw[start + at] |= 1
                start = raw.find(sign, start + 4)
        path.write_bytes(raw)

    return make


def doubled(source: Path, part: str, name: str) -> Maker:
    """The file with a part a second time, without its text, under this name."""

    def make(path: Path) -> None:
        packed(parts(source), path)
        with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # zipfile says itself that the name is there
            archive.writestr(name, re.sub(rb"<(w:)?[tv]( [^>]*)?>[^<]*</(w:)?[tv]>", b"", archive.read(part)))

    return make


def nameless(source: Path) -> Maker:
    """The file with a part more that has no name."""

    def make(path: Path) -> None:
        packed(parts(source), path)
        with zipfile.ZipFile(path, "a") as archive:
            info = zipfile.ZipInfo("x")
            info.filename = ""
            archive.writestr(info, b"1")

    return make
