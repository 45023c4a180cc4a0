"""Reports in Word: paragraphs with the numbers Word prints before them, as a reader sees them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from ziping.documents.text import WIDEST, UnreadableDocument, WrittenText, row_line
from ziping.wordfiles import numbering, open_word

__all__ = ["read_word"]


def read_word(path: Path) -> WrittenText:
    document = open_word(path, f"“{path.name}”", UnreadableDocument)
    lines: list[str] = []
    levels: dict[int, int] = {}
    numbers = _Numbers(document)
    for element in _children(document.element.body):
        if isinstance(element, CT_P):
            level = _outline_level(document, element)
            if level is not None:
                levels[len(lines)] = level
            lines.append(numbers.mark(element) + _paragraph_text(element))
        elif element.tag == qn("w:tbl"):
            lines.extend(_table(element))
    return WrittenText("\n".join(lines), levels)


def _children(element: Any) -> Iterator[Any]:
    """What an element holds, in content controls too. A table of contents repeats the headings and is left out."""
    for child in element.iterchildren():
        if child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            if content is not None and not _lists_headings(child):
                yield from _children(content)
        elif child.tag == qn("w:customXml"):
            yield from _children(child)
        else:
            yield child


def _lists_headings(control: Any) -> bool:
    gallery = control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    codes = (node.text or "" for node in control.iter(qn("w:instrText")))
    return (gallery is not None and gallery.get(qn("w:val")) == "Table of Contents") or any(code.split()[:1] == ["TOC"] for code in codes)


_AGAIN = (qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def _nodes(element: Any, *tags: str) -> Iterator[Any]:
    """The elements of these kinds, but for what stands elsewhere again: words where they were before they were moved, a text box as older programs draw it."""
    again = next(element.iter(*_AGAIN), None) is not None
    for node in element.iter(*tags):
        if not again or all(above.tag not in _AGAIN for above in node.iterancestors()):
            yield node


_SIGNS = (qn("w:t"), qn("w:noBreakHyphen"))


def _sign(node: Any) -> str:
    return (node.text or "") if node.tag == qn("w:t") else "-"


def _paragraph_text(element: CT_P) -> str:
    """The visible text: inserted words count, deleted ones, field codes and the page numbers of a contents line do not."""
    parts = []
    for node in _nodes(element, *_SIGNS, qn("w:tab"), qn("w:br"), qn("w:cr")):
        if node.tag in _SIGNS:
            parts.append(_sign(node))
        elif node.getparent().tag == qn("w:r"):
            parts.append(" ")
    return "".join(parts)


def _table(element: Any) -> Iterator[str]:
    """The rows as lines; a cell that spans columns is followed by empty ones."""
    for row in _children(element):
        if row.tag != qn("w:tr"):
            continue
        cells = []
        for cell in _children(row):
            if cell.tag != qn("w:tc"):
                continue
            cells.append(_cell_text(cell))
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            cells += [""] * (min(_whole(span, 1), WIDEST) - 1)
        yield row_line(cells)


_BETWEEN_FIGURES = re.compile(r"(?<=[0-9０-９%％])\n(?=[0-9０-９+\-－¥￥(（])")


def _cell_text(cell: Any) -> str:
    """The text of a cell. Words go on from line to line (预算 over 数); a figure ends where its line does."""
    parts = []
    for node in _nodes(cell, *_SIGNS, qn("w:p"), qn("w:br"), qn("w:cr")):
        parts.append(_sign(node) if node.tag in _SIGNS else "\n")
    return _BETWEEN_FIGURES.sub(" ", re.sub(r"\n+", "\n", "".join(parts)).strip("\n")).replace("\n", "")


def _style_chain(document: WordDocument, element: CT_P) -> Iterator[Any]:
    """The paragraph's own properties, then those of its style and the styles it is based on."""
    if element.pPr is not None:
        yield element.pPr
    style_id = element.style
    seen = set()
    while style_id and style_id not in seen:
        seen.add(style_id)
        style = next((s for s in document.styles.element.iterchildren(qn("w:style")) if s.get(qn("w:styleId")) == style_id), None)
        if style is None:
            return
        if style.find(qn("w:pPr")) is not None:
            yield style.find(qn("w:pPr"))
        based = style.find(qn("w:basedOn"))
        style_id = based.get(qn("w:val")) if based is not None else None


def _outline_level(document: WordDocument, element: CT_P) -> int | None:
    for properties in _style_chain(document, element):
        level = _whole(properties.find(qn("w:outlineLvl")), 9)
        if 0 <= level < 9:
            return level + 1
    return None


def _whole(node: Any, default: int, name: str = "w:val") -> int:
    """The whole number that an attribute holds; the default where there is none or something else."""
    text = node.get(qn(name), "") if node is not None else ""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


_CHINESE = "零一二三四五六七八九"
_CHINESE_FORMATS = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified")


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else _CHINESE[tens] + "十") + ("" if ones == 0 and tens else _CHINESE[ones])


class _Numbers:
    """The numbers Word prints before paragraphs."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.counts: dict[tuple[str, int], int] = Counter()
        self.root = numbering(document)

    def mark(self, element: CT_P) -> str:
        """The printed number of the paragraph with its punctuation, "" for none."""
        if self.root is None:
            return ""
        number_id, level = None, None
        for properties in _style_chain(self.document, element):
            node = properties.find(qn("w:numPr"))
            if node is None:
                continue
            ilvl, num = node.find(qn("w:ilvl")), node.find(qn("w:numId"))
            level = level if level is not None or ilvl is None else _whole(ilvl, 0)
            number_id = number_id or (num.get(qn("w:val")) if num is not None else None)
        if not number_id or number_id == "0":
            return ""
        return self._print(number_id, level or 0)

    def _print(self, number_id: str, level: int) -> str:
        num = next((n for n in self.root.iterchildren(qn("w:num")) if n.get(qn("w:numId")) == number_id), None)
        if num is None or num.find(qn("w:abstractNumId")) is None:
            return ""
        abstract_id = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        abstract = next((a for a in self.root.iterchildren(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == abstract_id), None)
        if abstract is None:
            return ""
        definitions = {_whole(d, -1, "w:ilvl"): d for d in abstract.iterchildren(qn("w:lvl"))}
        if level not in definitions:
            return ""
        key = (abstract_id, level)
        start = definitions[level].find(qn("w:start"))
        if key not in self.counts and start is not None:
            self.counts[key] = _whole(start, 1) - 1
        self.counts[key] += 1
        for deeper in [k for k in self.counts if k[0] == abstract_id and k[1] > level]:
            del self.counts[deeper]
        pattern = definitions[level].find(qn("w:lvlText"))
        text = pattern.get(qn("w:val"), "") if pattern is not None else ""
        return re.sub(r"%(\d)", lambda m: self._one(definitions, abstract_id, int(m[1]) - 1), text)

    def _one(self, definitions: dict, abstract_id: str, level: int) -> str:
        number = self.counts.get((abstract_id, level), 1) or 1
        form = definitions[level].find(qn("w:numFmt")) if level in definitions else None
        name = form.get(qn("w:val")) if form is not None else "decimal"
        if name == "bullet":
            return ""
        return _chinese(number) if name in _CHINESE_FORMATS else str(number)
