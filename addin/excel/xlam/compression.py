"""The compression of VBA source, MS-OVBA 2.4.1: a signature byte, then chunks of up to 4096 bytes of literals and back references."""

from __future__ import annotations

CHUNK = 4096


def compress(data: bytes) -> bytes:
    """A compressed container. Every chunk is a compressed one: the VBA editor refuses raw chunks (measured by others).

    ValueError for bytes that do not shrink and so would need one; text always does.
    """
    out = bytearray(b"\x01")
    for start in range(0, len(data), CHUNK):
        body = _chunk(data[start : start + CHUNK])
        if len(body) > CHUNK:
            raise ValueError("a chunk that does not shrink cannot be stored")
        out += (0xB000 | (len(body) - 1)).to_bytes(2, "little") + body
    return bytes(out)


def _chunk(plain: bytes) -> bytes:
    out = bytearray()
    places: dict[bytes, list[int]] = {}
    at = 0
    while at < len(plain):
        flags, tokens = 0, bytearray()
        for bit in range(8):
            if at >= len(plain):
                break
            bits = max(4, (at - 1).bit_length()) if at else 4
            longest = (0xFFFF >> bits) + 3
            length, offset = _match(plain, at, min(longest, len(plain) - at), places)
            if length >= 3:
                flags |= 1 << bit
                tokens += (((offset - 1) << (16 - bits)) | (length - 3)).to_bytes(2, "little")
            else:
                length = 1
                tokens.append(plain[at])
            for passed in range(at, at + length):
                places.setdefault(plain[passed : passed + 3], []).append(passed)
            at += length
        out.append(flags)
        out += tokens
    return bytes(out)


def _match(plain: bytes, at: int, limit: int, places: dict[bytes, list[int]]) -> tuple[int, int]:
    """The longest earlier run that equals what stands at `at`, the nearest of equals; (length, distance)."""
    best, distance = 0, 0
    if limit < 3:
        return best, distance
    for start in reversed(places.get(plain[at : at + 3], [])):
        length = 3
        while length < limit and plain[start + length] == plain[at + length]:
            length += 1
        if length > best:
            best, distance = length, at - start
        if best == limit:
            break
    return best, distance


def decompress(data: bytes) -> bytes:
    """The plain bytes of a compressed container; ValueError when it is not one."""
    if not data or data[0] != 1:
        raise ValueError("not a compressed container")
    out = bytearray()
    at = 1
    while at < len(data):
        header = int.from_bytes(data[at : at + 2], "little")
        end = at + (header & 0x0FFF) + 3
        if (header >> 12) & 7 != 3 or end > len(data):
            raise ValueError("broken chunk header")
        at += 2
        start = len(out)
        if not header & 0x8000:
            out += data[at:end]
            at = end
        while at < end:
            flags = data[at]
            at += 1
            for bit in range(8):
                if at >= end:
                    break
                if not flags >> bit & 1:
                    out.append(data[at])
                    at += 1
                    continue
                token = int.from_bytes(data[at : at + 2], "little")
                at += 2
                written = len(out) - start
                bits = max(4, (written - 1).bit_length())
                length, offset = (token & (0xFFFF >> bits)) + 3, (token >> (16 - bits)) + 1
                if offset > written:
                    raise ValueError("reference before the chunk")
                for _ in range(length):
                    out.append(out[-offset])
    return bytes(out)
