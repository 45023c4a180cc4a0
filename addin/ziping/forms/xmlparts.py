"""A part of a package as XML. No entity is ever resolved, no network asked, no part read beyond its declared size."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

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
        raise failure(error) from error
    if root.getroottree().docinfo.doctype:
        raise Broken("doctype")
    return root


def elements(content: bytes, *tags: str) -> Iterator[etree._Element]:
    """The elements with these tags, each dropped after its turn, so that a part of any size is told in little memory. `Broken` when it is no XML."""
    try:
        for _, element in etree.iterparse(io.BytesIO(content), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=True):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise failure(error) from error


def failure(error: etree.XMLSyntaxError) -> Exception:
    """What a part that cannot be parsed is told as: broken, or too large for this machine."""
    return MemoryError() if error.code == etree.ErrorTypes.ERR_NO_MEMORY else Broken("xml")
