"""The three protected values of a PROJECT stream (CMG, DPB, GC), MS-OVBA 2.4.3. Not secret: it only has to match the project's id."""

from __future__ import annotations


def encrypt(data: bytes, project_id: str, seed: int) -> str:
    """Hex text of `data` under the key that is summed from the id (with its braces). The seed must ask for no filler bytes."""
    if seed & 6:
        raise ValueError("a seed with filler bytes would need random ones")
    key = sum(project_id.encode("ascii")) & 0xFF
    version = seed ^ 2
    cipher = seed ^ key
    out = [seed, version, cipher]
    unencrypted, before_last, last = key, version, cipher
    for byte in len(data).to_bytes(4, "little") + data:
        coded = byte ^ (before_last + unencrypted & 0xFF)
        out.append(coded)
        before_last, last = last, coded
        unencrypted = byte
    return bytes(out).hex().upper()


def decrypt(text: str, project_id: str) -> bytes:
    """The data of such a hex text; ValueError when version or key do not match the id."""
    raw = bytes.fromhex(text)
    seed, version, cipher = raw[:3]
    key = sum(project_id.encode("ascii")) & 0xFF
    if version ^ seed != 2 or cipher ^ seed != key:
        raise ValueError("made for another project id")
    unencrypted, before_last, last = key, version, cipher
    plain = bytearray()
    for coded in raw[3:]:
        byte = coded ^ (before_last + unencrypted & 0xFF)
        plain.append(byte)
        before_last, last = last, coded
        unencrypted = byte
    filler = (seed & 6) // 2
    length = int.from_bytes(plain[filler : filler + 4], "little")
    data = bytes(plain[filler + 4 :])
    if length != len(data):
        raise ValueError("wrong length")
    return data
