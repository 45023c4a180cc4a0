"""A compound file, MS-CFB version 3, written in its simplest valid form: 512-byte sectors, black balanced trees, no DIFAT sectors."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    children: list[_Entry] = field(default_factory=list)
    left: int = NONE
    right: int = NONE
    child: int = NONE
    start: int = 0
    size: int = 0


def write(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams by path (`VBA/dir`). The same streams give the same bytes."""
    root = _Entry("Root Entry", ROOT)
    for path, data in streams.items():
        *folders, name = path.split("/")
        parent = root
        for folder in folders:
            found = next((e for e in parent.children if e.name == folder), None)
            if found is None:
                found = _Entry(folder, STORAGE)
                parent.children.append(found)
            parent = found
        parent.children.append(_Entry(name, STREAM, data))
    entries = _number(root)

    sectors: list[bytes] = []
    fat: list[int] = []
    mini_data = bytearray()
    mini_fat: list[int] = []

    def place(data: bytes) -> int:
        start, count = len(sectors), -(-len(data) // SECTOR)
        for i in range(count):
            sectors.append(data[i * SECTOR : (i + 1) * SECTOR].ljust(SECTOR, b"\0"))
            fat.append(start + i + 1 if i + 1 < count else END)
        return start if count else END

    for entry in entries:
        if entry.kind != STREAM:
            continue
        entry.size = len(entry.data)
        if not entry.data:
            entry.start = END
        elif entry.size < CUTOFF:
            entry.start = len(mini_fat)
            count = -(-entry.size // MINI)
            mini_fat += [entry.start + i + 1 for i in range(count - 1)] + [END]
            mini_data += entry.data.ljust(count * MINI, b"\0")
        else:
            entry.start = place(entry.data)
    root.start, root.size = place(bytes(mini_data)), len(mini_data)
    mini_fat_bytes = b"".join(struct.pack("<I", n) for n in mini_fat)
    mini_fat_bytes = mini_fat_bytes.ljust(-(-len(mini_fat_bytes) // SECTOR) * SECTOR, b"\xff")
    mini_fat_start = place(mini_fat_bytes)

    slots = -(-len(entries) // 4) * 4
    directory_start = place(b"".join(map(_record, entries)) + _unused() * (slots - len(entries)))

    fat_count = 0
    while fat_count * (SECTOR // 4) < len(fat) + fat_count:
        fat_count += 1
    if fat_count > 109:
        raise ValueError("too large for a file without DIFAT sectors")
    fat_start = len(fat)
    fat += [FAT] * fat_count
    table = b"".join(struct.pack("<I", n) for n in fat).ljust(fat_count * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, fat_count, directory_start, 0, CUTOFF,
        mini_fat_start, len(mini_fat_bytes) // SECTOR, END, 0, 0,
    )[:76]  # fmt: skip
    difat = [fat_start + i if i < fat_count else FREE for i in range(109)]
    return header + struct.pack("<109I", *difat) + b"".join(sectors) + table


def _key(entry: _Entry) -> tuple[int, str]:
    return len(entry.name.encode("utf-16-le")), entry.name.upper()


def _number(root: _Entry) -> list[_Entry]:
    """All entries in the order of their stream ids, with the trees of siblings built."""
    entries = [root]

    def visit(parent: _Entry) -> None:
        siblings = sorted(parent.children, key=_key)
        first = len(entries)
        entries.extend(siblings)

        def tree(low: int, high: int) -> int:
            if low >= high:
                return NONE
            middle = (low + high) // 2
            entry = siblings[middle]
            entry.left, entry.right = tree(low, middle), tree(middle + 1, high)
            return first + middle

        parent.child = tree(0, len(siblings))
        for sibling in siblings:
            if sibling.kind == STORAGE:
                visit(sibling)

    visit(root)
    return entries


def _record(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    if len(name) > 64:
        raise ValueError(f"name too long: {entry.name}")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", name, len(name), entry.kind, 1, entry.left, entry.right, entry.child, b"", 0, 0, 0, entry.start, entry.size
    )


def _unused() -> bytes:
    return struct.pack("<64sHBBIII16sIQQIQ", b"", 0, 0, 0, NONE, NONE, NONE, b"", 0, 0, 0, 0, 0)
