"""A strict reader of vbaProject.bin, written from the specifications (MS-CFB, MS-OVBA 2.3): says everything that is not as it must be."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile
from oletools.olevba import decompress_stream
from xlam.encryption import decrypt

PROTECTION = {"CMG": b"\0\0\0\0", "DPB": b"\0", "GC": b"\xff"}
_MODULE_KINDS = {0x21: "standard", 0x22: "class"}
_REFERENCES = ("stdole", "Office")


def faults(data: bytes) -> list[str]:
    """Everything wrong with a project; [] for a good one."""
    found = list(_container(data))
    if found:
        return found
    file = olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_UNSURE)
    streams = {"/".join(path): file.openstream(path).read() for path in file.listdir()}
    found += [f"olefile: {issue}" for issue in file.parsing_issues]
    try:
        return found + list(_project(streams))
    except (KeyError, ValueError, struct.error, IndexError) as error:
        return [*found, f"unreadable: {error!r}"]


def _container(data: bytes) -> Iterator[str]:
    """Headers, chains, free entries and the directory of the compound file."""
    if data[:8] != bytes.fromhex("D0CF11E0A1B11AE1") or len(data) % 512:
        yield "not a compound file of whole sectors"
        return
    minor, major, order, shift, mini_shift = struct.unpack_from("<HHHHH", data, 24)
    if (minor, major, order, shift, mini_shift) != (0x3E, 3, 0xFFFE, 9, 6):
        yield "header"
    fat_count, first_directory, _, cutoff, first_mini, mini_count, first_difat, difat_count = struct.unpack_from("<IIIIIIII", data, 44)
    if cutoff != 4096 or first_difat != 0xFFFFFFFE or difat_count:
        yield "cutoff or DIFAT"
    difat = struct.unpack_from("<109I", data, 76)
    if any(entry != 0xFFFFFFFF for entry in difat[fat_count:]):
        yield "DIFAT tail"
    sectors = len(data) // 512 - 1
    fat = [n for s in difat[:fat_count] for n in struct.unpack_from("<128I", data, 512 * (s + 1))]
    if any(entry != 0xFFFFFFFF for entry in fat[sectors:]):
        yield "FAT tail"
    used = dict.fromkeys(difat[:fat_count], "fat")

    def chain(start: int, name: str, size: int | None = None) -> Iterator[str]:
        length, at = 0, start
        while at != 0xFFFFFFFE:
            if at >= sectors or at in used:
                yield f"chain of {name}: sector {at}"
                return
            used[at] = name
            length += 1
            at = fat[at]
        if size is not None and length != -(-size // 512):
            yield f"chain of {name}: {length} sectors for {size} bytes"

    yield from chain(first_directory, "directory")
    directory = b"".join(data[512 * (s + 1) : 512 * (s + 2)] for s in sorted((s for s, n in used.items() if n == "directory")))
    entries = [directory[i : i + 128] for i in range(0, len(directory), 128)]
    for number, entry in enumerate(entries):
        length, kind, color, left, right, child = struct.unpack_from("<HBBIII", entry, 64)
        start, size = struct.unpack_from("<IQ", entry, 116)
        if kind == 0:
            if entry[:68].strip(b"\0") or (left, right, child) != (0xFFFFFFFF,) * 3 or entry[80:].strip(b"\0"):
                yield f"unused entry {number}"
            continue
        if color != 1:
            yield f"entry {number} is not black"
        if entry[80:116].strip(b"\0"):
            yield f"entry {number} has a class id, state or time"
        if entry[length - 2 : 64].strip(b"\0"):
            yield f"entry {number}: name"
        if kind == 1 and (start or size):
            yield f"entry {number}: a storage with a stream"
        if kind == 5:
            yield from chain(start, "mini stream", size) if size else ()
        if kind == 2 and size >= cutoff:
            yield from chain(start, f"entry {number}", size)
        if kind == 2 and not size and start != 0xFFFFFFFE:
            yield f"entry {number}: an empty stream that starts"
    if mini_count:
        yield from chain(first_mini, "mini FAT", mini_count * 512)
    orphans = [s for s in range(sectors) if s not in used and fat[s] != 0xFFFFFFFF]
    if orphans or any(fat[s] != 0xFFFFFFFD for s in difat[:fat_count]):
        yield f"orphan sectors {orphans[:3]}"


def _project(streams: dict[str, bytes]) -> Iterator[str]:
    if streams["VBA/_VBA_PROJECT"] != bytes.fromhex("CC61FFFF000000"):
        yield "_VBA_PROJECT is not that of a project without compiled code"
    name, modules = _directory(_unpacked(streams, "VBA/dir"))
    expected = {"PROJECT", "PROJECTwm", "VBA/_VBA_PROJECT", "VBA/dir", *(f"VBA/{module}" for module, _ in modules)}
    for extra in sorted(set(streams) - expected):
        yield f"unexpected stream {extra}"
    for missing in sorted(expected - set(streams)):
        yield f"missing stream {missing}"
        return
    names = b"".join(m.encode() + b"\0" + m.encode("utf-16-le") + b"\0\0" for m, _ in modules) + b"\0\0"
    if streams["PROJECTwm"] != names:
        yield "PROJECTwm does not list the modules"
    yield from _text(streams["PROJECT"].decode("ascii"), name, modules)
    for module, kind in modules:
        source = _unpacked(streams, f"VBA/{module}").decode("ascii")
        if not source.startswith(f'Attribute VB_Name = "{module}"\r\n') or not source.endswith("\r\n") or "\n" in source.replace("\r\n", ""):
            yield f"{module}: first line or line ends"
        if max(map(len, source.split("\r\n"))) > 1023:
            yield f"{module}: a line of more than 1023 characters"
        if ("VB_Base" in source) != (kind == "class"):
            yield f"{module}: kind"


def _unpacked(streams: dict[str, bytes], name: str) -> bytes:
    packed, at = streams[name], 1
    while at < len(packed):
        (header,) = struct.unpack_from("<H", packed, at)
        if not header & 0x8000:
            raise ValueError(f"{name}: a raw chunk")
        at += (header & 0xFFF) + 3
    return decompress_stream(bytearray(packed))


def _directory(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """Project name and (module, kind) from the `dir` stream, read in its strict order to the last byte."""
    at = 0

    def record(number: int) -> bytes:
        nonlocal at
        found, size = struct.unpack_from("<HI", data, at)
        if found != number:
            raise ValueError(f"record {found:#x} at {at}, not {number:#x}")
        at += 6 + size
        return data[at - size : at]

    def pair(number: int, wide: int) -> str:
        text, unicode_text = record(number).decode("cp1252"), record(wide).decode("utf-16-le")
        if text != unicode_text:
            raise ValueError(f"{text!r} is not {unicode_text!r}")
        return text

    if record(0x01) != b"\3\0\0\0" or record(0x02) != b"\x09\x04\0\0" or record(0x14) != b"\x09\x04\0\0" or record(0x03) != b"\xe4\x04":
        raise ValueError("system, language or code page")
    name = record(0x04).decode("cp1252")
    pair(0x05, 0x40), pair(0x06, 0x3D), record(0x07), record(0x08)
    if struct.unpack_from("<HI", data, at) != (0x09, 4):
        raise ValueError("version")
    at += 12
    pair(0x0C, 0x3C)
    for reference in _REFERENCES:
        if pair(0x16, 0x3E) != reference:
            raise ValueError(f"reference {reference}")
        libid = record(0x0D)
        (size,) = struct.unpack_from("<I", libid)
        if len(libid) != size + 10 or not libid[4:].startswith(b"*\\G{"):
            raise ValueError(f"libid of {reference}")
    (count,) = struct.unpack("<H", record(0x0F))
    if record(0x13) != b"\xff\xff":
        raise ValueError("project cookie")
    modules = []
    for _ in range(count):
        module = pair(0x19, 0x47)
        if pair(0x1A, 0x32) != module:
            raise ValueError(f"{module}: stream name")
        pair(0x1C, 0x48)
        if record(0x31) != b"\0\0\0\0" or record(0x1E) != b"\0\0\0\0" or record(0x2C) != b"\xff\xff":
            raise ValueError(f"{module}: offset or cookie")
        (kind,) = struct.unpack_from("<H", data, at)
        if kind not in _MODULE_KINDS or record(kind) or record(0x2B):
            raise ValueError(f"{module}: kind")
        modules.append((module, _MODULE_KINDS[kind]))
    if record(0x10) or at != len(data):
        raise ValueError("something behind the end")
    return name, modules


def _text(text: str, name: str, modules: list[tuple[str, str]]) -> Iterator[str]:
    lines = text.split("\r\n")
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    if values["Name"] != f'"{name}"':
        yield "PROJECT: name"
    listed = [(line.split("=")[1].split("/")[0], line.split("=")[0]) for line in lines if line.startswith(("Document=", "Class=", "Module="))]
    if {(m, "standard" if k == "Module" else "class") for m, k in listed} != set(modules):
        yield "PROJECT lists other modules than dir"
    for key, plain in PROTECTION.items():
        try:
            if decrypt(values[key].strip('"'), values["ID"].strip('"')) != plain:
                yield f"PROJECT: {key}"
        except ValueError as error:
            yield f"PROJECT: {key} {error}"
    workspace = text.split("[Workspace]\r\n")[1].split("\r\n")
    if [line.split("=")[0] for line in workspace if line] != [m for m, _ in modules]:
        yield "PROJECT: workspace"
