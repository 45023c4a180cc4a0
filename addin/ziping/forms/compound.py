"""Compound files (.xls) looked over before anything reads them: what lies in them, and that their chains of sectors end.

A chain that leads in a circle makes a reader collect sectors until the memory is full, and a library written in another language then takes
the whole process with it. Layout: [MS-CFB].
"""

from __future__ import annotations

import struct
from typing import BinaryIO, NamedTuple

_NONE = 0xFFFFFFFA  # numbers from here on are marks, not sectors


class Circular(Exception):
    """The file's tables of sectors are cut off or lead in a circle."""


class Names(NamedTuple):
    """The names of what lies in a compound file, without case: in its outermost storage, and anywhere in it."""

    outermost: frozenset[str]
    anywhere: frozenset[str]


def names(file: BinaryIO) -> Names:
    """Of a compound file nothing but its header, its directory and what leads to that are read. Raises `Circular`."""
    try:
        return _names(file)
    except (struct.error, IndexError, OverflowError, UnicodeDecodeError) as error:
        raise Circular("cut off") from error


def _names(file: BinaryIO) -> Names:
    head, length = _at(file, 0, 512), file.seek(0, 2)
    (shift,) = struct.unpack_from("<H", head, 30)
    if shift not in (9, 12):
        raise Circular("sector size")
    size, count, per = 1 << shift, length >> shift, (1 << shift) // 4
    (sector,), (further,) = struct.unpack_from("<I", head, 48), struct.unpack_from("<I", head, 68)
    tables, entries = list(struct.unpack_from("<109I", head, 76)), []
    while sector < _NONE:
        entries.append(_at(file, (sector + 1) * size, size))
        while sector // per >= len(tables) and further < _NONE:
            *more, further = struct.unpack(f"<{per}I", _at(file, (further + 1) * size, size))
            tables += more
        if len(entries) > count or len(tables) > count + 109 + per:
            raise Circular("directory")
        (sector,) = struct.unpack("<I", _at(file, (tables[sector // per] + 1) * size + sector % per * 4, 4))
    return _listed(b"".join(entries))


def _at(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    content = file.read(length)
    if len(content) < length:
        raise Circular("cut off")
    return content


def _listed(entries: bytes) -> Names:
    """The names in a directory, whose entries are siblings to the left and right of each other and hang below their storage."""
    called, beside, root = {}, {}, _NONE
    for number, at in enumerate(range(0, len(entries), 128)):
        length, kind, left, right, below = *struct.unpack_from("<HB", entries, at + 64), *struct.unpack_from("<III", entries, at + 68)
        if kind == 5:
            root = below
        elif kind:
            called[number], beside[number] = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le").casefold(), (left, right)
    found, ahead = set(), [root]
    while ahead:
        if (each := ahead.pop()) in called and each not in found:
            found.add(each)
            ahead += beside[each]
    return Names(frozenset(called[each] for each in found), frozenset(called.values()))


def look_over(content: bytes) -> None:
    """Raises `Circular` for a compound file whose tables or streams cannot be followed to their end."""
    try:
        _look_over(content)
    except (struct.error, IndexError, OverflowError) as error:
        raise Circular("cut off") from error


def _look_over(content: bytes) -> None:
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    if shift not in (9, 12) or mini_shift != 6:
        raise Circular("sector size")
    size = 1 << shift
    count = max(0, (len(content) - size + size - 1) // size)
    per = size // 4
    _, directory, _, _, mini_start, _, table_start, _ = struct.unpack_from("<IIIIIIII", content, 44)
    listed = [sector for sector in struct.unpack_from("<109I", content, 76) if sector < _NONE]
    seen = 0
    while table_start < _NONE:
        seen += 1
        if seen > count:
            raise Circular("list of tables")
        numbers = _numbers(content, table_start, size, per)
        listed += [sector for sector in numbers[:-1] if sector < _NONE]
        table_start = numbers[-1]
    if len(listed) > count:
        raise Circular("tables")
    table: list[int] = []
    for sector in listed:
        table += _numbers(content, sector, size, per)
    streams = b"".join(content[(sector + 1) * size : (sector + 2) * size] for sector in _chain(table, directory, count))
    minis = [number for sector in _chain(table, mini_start, count) for number in _numbers(content, sector, size, per)]
    for at in range(0, len(streams) - 127, 128):
        kind, start, length = streams[at + 66], *struct.unpack_from("<II", streams, at + 116)
        if kind == 5 or (kind == 2 and length >= 4096):
            _chain(table, start, count)
        elif kind == 2 and length:
            _chain(minis, start, len(minis))


def _numbers(content: bytes, sector: int, size: int, per: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{per}I", content, (sector + 1) * size)


def _chain(table: list[int], start: int, most: int) -> list[int]:
    found = []
    while start < _NONE:
        if len(found) >= most:
            raise Circular("chain")
        found.append(start)
        start = table[start]
    return found
