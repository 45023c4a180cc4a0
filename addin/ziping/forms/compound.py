"""Compound files (.xls) looked over before anything reads them: their chains of sectors must end.

A chain that leads in a circle makes a reader collect sectors until the memory is full, and a library written in another language then takes
the whole process with it. Layout: [MS-CFB].
"""

from __future__ import annotations

import struct

_NONE = 0xFFFFFFFA  # numbers from here on are marks, not sectors


class Circular(Exception):
    """The file's tables of sectors are cut off or lead in a circle."""


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
