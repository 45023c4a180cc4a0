"""A part of a package as XML. No entity is ever resolved, no network asked, no part read beyond its declared size."""

from __future__ import annotations

import zipfile

from lxml import etree


class Broken(Exception):
    """A part that is missing or is no XML."""


def parser() -> etree.XMLParser:
    """One for each use: no entities, no DTD, no network, no look-up by id, text of any length (the parts' sizes are bounded already)."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=True, remove_comments=True, remove_pis=True)


def read_part(package: zipfile.ZipFile, name: str, most: int | None = None) -> bytes:
    """A part's bytes, at most as many as the package declares; most: no more than so many of its beginning."""
    try:
        info = package.getinfo(name)
        with package.open(info) as part:
            return part.read(info.file_size + 1 if most is None else min(most, info.file_size + 1))
    except MemoryError:  # of this machine, not of the part
        raise
    except Exception as error:  # zlib.error and its kin have no common base
        raise Broken(name) from error


def tree(content: bytes) -> etree._Element:
    """The root of a part; `Broken` when it is no XML or declares entities."""
    try:
        root = etree.fromstring(content, parser())
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise Broken("xml") from error
    if root.getroottree().docinfo.doctype:
        raise Broken("doctype")
    return root
