"""Word files from outside: opened once, with everything that is read of them later looked at, or refused in one sentence.

Floor 3. python-docx looks at most parts only when they are asked for, and raises whatever comes of a part that is not what it should be. So a
file is asked here for all that the rooms above read; behind this door an error is a fault of ours and none of the file's.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from ziping.packages import Double, once, single_parts

__all__ = ["numbering", "open_word"]

LARGEST, LARGEST_XML = 200_000_000, 30_000_000  # bytes that a file, and its text, may unpack to
_MAIN = "word/document.xml"
_UNSOUND = (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.zlib.error)


def open_word(source: Path | bytes, called: str, refusal: Callable[[str], Exception], also: Callable[[WordDocument], object] | None = None) -> WordDocument:
    """The document. `refusal(sentence)` is raised for a file that is none; `called`: the file in words (`模板“甲.docx”`).

    also: asks the document for whatever else the caller reads, and does nothing of its own.
    """
    raw = io.BytesIO(source) if isinstance(source, bytes) else source
    _refuse_unpacked(raw, called, refusal)
    try:
        document = Document(raw if isinstance(raw, io.BytesIO) else str(raw))
        _ask(document)
        if also is not None:
            also(document)
    except Exception as error:  # whatever the library makes of a file that is no sound document
        raise refusal(f"{called}不是可用的 Word 文件（.docx），可能已损坏或有密码，请用 Word 打开后另存为 .docx 再试。") from error
    return document


def _refuse_unpacked(raw: Path | io.BytesIO, called: str, refusal: Callable[[str], Exception]) -> None:
    """Sizes are held against their limits before anything is unpacked, then every part against its check sum."""

    def refuse(what: str, cause: Exception | None = None) -> NoReturn:
        raise refusal(f"{called}{what}") from cause

    try:
        with zipfile.ZipFile(raw) as archive:
            items = archive.infolist()
            if _MAIN not in archive.namelist():
                refuse("不是 Word 文件（.docx），可能已损坏，请用 Word 打开后另存为 .docx 再试。")
            texts = sum(item.file_size for item in items if item.filename.lower().endswith((".xml", ".rels")))
            if sum(item.file_size for item in items) > LARGEST or texts > LARGEST_XML:
                refuse(f"展开后太大（超过 {LARGEST // 1_000_000} MB，或文字超过 {LARGEST_XML // 1_000_000} MB），不像正常的文件，请核对来源。")
            single_parts(archive)
            _single_relations(archive)
            damaged = archive.testzip()
            if damaged is not None:
                raise zipfile.BadZipFile(damaged)
    except Double as double:
        raise refusal(f"{double.told(called, '内容')}，请用 Word 打开核对后另存为 .docx 再试。") from None
    except (*_UNSOUND, etree.XMLSyntaxError) as error:
        refuse("不是可用的 Word 文件（.docx），可能已损坏或有密码，请用 Word 打开后另存为 .docx 再试。", error)


def _single_relations(archive: zipfile.ZipFile) -> None:
    """Every id of a relation stands once among those of its part."""
    for name in archive.namelist():
        if name.lower().endswith(".rels"):
            root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
            once(relation.get("Id") or "" for relation in root.iter("{*}Relationship"))


def _ask(document: WordDocument) -> None:
    """Body, styles, numbers and the style of every paragraph."""
    len(document.element.body)
    _expect(document.element, "w:document")
    _expect(document.styles.element, "w:styles")
    numbers = numbering(document)
    if numbers is not None:
        _expect(numbers, "w:numbering")
    for paragraph in document.element.body.iter(qn("w:p")):
        paragraph.style  # noqa: B018 - a style without a name raises


def _expect(root: Any, tag: str) -> None:  # noqa: ANN401 - lxml has no types
    """A part is of its kind and declares nothing of its own: entities could hide text from a reader and from us."""
    if root.tag != qn(tag) or root.getroottree().docinfo.doctype:
        raise ValueError(tag)


def numbering(document: WordDocument) -> Any:  # noqa: ANN401 - lxml has no types
    """The root of the part that defines the numbers Word prints; None where a document has none."""
    parts = [relation.target_part for relation in document.part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if len(parts) > 1:  # a document has at most one such part
        raise ValueError("numbering")
    return parts[0].element if parts else None
