"""A part of a package as XML. No entity is ever resolved, no network asked, no part read beyond its declared size."""

from __future__ import annotations

import struct
import zipfile
import zlib

from lxml import etree


class Broken(Exception):
    """A part that is missing or is no XML."""


def parser() -> etree.XMLParser:
    """One for each use: no entities, no DTD, no network, no look-up by id, text of any length (the parts' sizes are bounded already)."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=True, remove_comments=True, remove_pis=True)


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """A part's bytes, at most as many as the package declares."""
    try:
        info = package.getinfo(name)
        content = _at_a_stroke(package, info)
        if content is not None:
            return content
        with package.open(info) as part:
            return part.read(info.file_size + 1)
    except (KeyError, zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Broken(name) from error
    except Exception as error:  # zlib.error and its kin have no common base
        raise Broken(name) from error


_HEAD = struct.Struct("<4s2x2H12x4x2H")  # of a part, before its name: signature, flags, method, lengths of the name and of what follows it


def _at_a_stroke(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """A part as most are packed, unpacked in one piece; None for any other, and for one that is not what the package declares of it: `zipfile` says what is wrong."""
    file = package.fp
    if file is None or info.flag_bits & ~_PLAIN_FLAGS or info.compress_type != zipfile.ZIP_DEFLATED or not info.orig_filename.isascii():
        return None
    file.seek(info.header_offset)
    signature, flags, method, named, more = _HEAD.unpack(file.read(_HEAD.size))
    if signature != b"PK\3\4" or flags & ~_PLAIN_FLAGS or method != zipfile.ZIP_DEFLATED or file.read(named) != info.orig_filename.encode():
        return None
    file.seek(more, 1)
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    content = unpacking.decompress(file.read(info.compress_size), info.file_size + 1)
    return content if unpacking.eof and len(content) == info.file_size and zlib.crc32(content) == info.CRC else None


_PLAIN_FLAGS = 0b1110  # how well it is packed, and that its sizes follow it


def tree(content: bytes) -> etree._Element:
    """The root of a part; `Broken` when it is no XML or declares entities."""
    try:
        root = etree.fromstring(content, parser())
    except etree.XMLSyntaxError as error:
        raise Broken("xml") from error
    if root.getroottree().docinfo.doctype:
        raise Broken("doctype")
    return root
