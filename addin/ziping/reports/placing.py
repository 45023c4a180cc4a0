"""Putting texts and tables where the template asked for them, and turning pages for wide tables."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from ziping.reports.grid import Table
from ziping.reports.language import BLOCK_CLOSE, BLOCK_OPEN
from ziping.reports.narrative import Heading, Paragraph
from ziping.reports.styles import HINT, LEVELS, PAGE, ensure
from ziping.reports.template import MADE
from ziping.reports.word import like, paragraph, table_elements

_BLOCK = re.compile(f"{BLOCK_OPEN}(\\d+){BLOCK_CLOSE}")
_CONTENT = [qn(f"w:{tag}") for tag in ("drawing", "pict", "object", "br", "fldChar", "fldSimple", "sectPr", "sym", "bookmarkStart", "footnoteReference")]


def text_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def place_blocks(document: Document, blocks: list[list], fault: Callable[[str], Exception]) -> None:
    """Replace each paragraph that holds the sign of a block by the block: texts with numbered headings, or tables with their captions.

    A sign that shares its paragraph with words, or stands in a header, is refused with `fault(sentence)`.
    """
    ids = ensure(document)
    _name_pages(document)
    levels = _heading_levels(document)
    body = document.element.body
    current = 0
    wide: set[etree._Element] = set()
    for element in list(body.iter(qn("w:p"))):
        style = element.pPr.pStyle.val if element.pPr is not None and element.pPr.pStyle is not None else ""
        current = levels.get(style, current)
        text = text_of(element)
        found = _BLOCK.search(text)
        if not found:
            continue
        if _BLOCK.fullmatch(text.strip()) is None:
            rest = _BLOCK.sub("", text).strip()
            raise fault(f"里的“{rest[:20]}”与素材或表写在同一段，素材和表须各自独占一段")
        content = blocks[int(found[1])]
        if content and isinstance(content[0], Table):
            if element.getparent() is not body:
                raise fault("把表放进了表格或文本框，附表须直接放在正文里")
            new = _tables(content, document, ids, wide)
        else:
            new = [_text(block, element, current, ids) for block in content]
        for item in new:
            element.addprevious(item)
        _carry_section(element, new)
        element.getparent().remove(element)
    _turn_pages(document, wide)


def drop_emptied(document: Document) -> None:
    """Remove the paragraphs that the template's conditions left without any content; paragraphs that were empty from the start stay."""
    name = qn(f"w:{MADE[0]}")
    for element in list(document.element.body.iter(qn("w:p"))):
        if element.attrib.pop(name, None) != MADE[1]:
            continue
        empty = not text_of(element).strip() and not any(True for _ in element.iter(*_CONTENT))
        alone = element.getparent().tag == qn("w:tc") and len(element.getparent().findall(qn("w:p"))) == 1
        if empty and not alone:
            element.getparent().remove(element)


def sign_beside_text(document: Document) -> None:
    """No page holds the signature alone: it and the notes before it stay with the last paragraph of the text."""
    ids = ensure(document)
    signature, notes = ids["ZpSignature"], {ids["ZpNote"], ids["ZpNoteNext"]}
    following = None
    for each in reversed(document.element.body.findall(qn("w:p"))):
        style = each.pPr.pStyle.val if each.pPr is not None and each.pPr.pStyle is not None else ""
        signed = following is not None and each.getnext() is following
        if signed and each.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            each.get_or_add_pPr().get_or_add_keepNext()
        following = each if style == signature or (signed and style in notes) else None


def _heading_levels(document: Document) -> dict[str, int]:
    """Outline level by style id, for headings."""
    levels = {}
    for style in document.styles.element.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        match = re.fullmatch(r"heading ([1-9])", (name.get(qn("w:val")) if name is not None else "").lower())
        if match:
            levels[style.get(qn("w:styleId"))] = int(match[1])
    return levels


def _text(block: Paragraph | Heading, model: etree._Element, level: int, ids: dict[str, str]) -> etree._Element:
    if isinstance(block, Paragraph):
        return like(model, block.text)
    return paragraph(ids[f"Heading{min(level + block.depth, LEVELS)}"], block.text)


def _tables(tables: list[Table], document: Document, ids: dict[str, str], wide: set[etree._Element]) -> list[etree._Element]:
    new: list[etree._Element] = []
    for table in tables:
        width = _text_width(document, table.wide)
        left, right = table.captions
        stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
        caption = paragraph(ids["ZpTableCaption"], "", properties=stop)
        caption.append(_tabbed(left, right))
        elements = [paragraph(ids["ZpTableTitle"], table.title, page_break=True), caption, *table_elements(table, width, ids)]
        elements.append(paragraph(ids["ZpTableNote"], properties='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'))
        if table.wide:
            wide.update(elements)
        new += elements
    return new


def _tabbed(left: str, right: str) -> etree._Element:
    run = parse_xml(f'<w:r {nsdecls("w")}><w:rPr>{HINT}</w:rPr></w:r>')
    for text in (left, None, right):
        if text is None:
            run.append(OxmlElement("w:tab"))
        elif text:
            piece = OxmlElement("w:t")
            piece.text = text
            piece.set(qn("xml:space"), "preserve")
            run.append(piece)
    return run


def _carry_section(old: etree._Element, new: list[etree._Element]) -> None:
    """A section break in the replaced paragraph moves to the last one put in its place."""
    section = old.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is not None:
        last = next((item for item in reversed(new) if item.tag == qn("w:p")), None)
        if last is None:
            last = paragraph("Normal")
            old.addprevious(last)
        last.get_or_add_pPr().append(section)


# ---------------------------------------------------------------------------------------------------------------
# Sections


def _name_pages(document: Document) -> None:
    """Every section names its page in twips: what it leaves to the program that opens it becomes the page of official documents."""
    document.element.body.get_or_add_sectPr()
    for section in document.sections:
        for name, length in PAGE.items():
            given = getattr(section, name)
            setattr(section, name, length if given is None else given)


def _text_width(document: Document, wide: bool) -> int:
    """The line of a page in twips, of the last section, upright or turned."""
    size, margins = _page(document)
    return size[1] - margins["top"] - margins["bottom"] if wide else size[0] - margins["left"] - margins["right"]


def _page(document: Document) -> tuple[tuple[int, int], dict[str, int]]:
    section = document.sections[-1]
    sides = sorted((section.page_width.twips, section.page_height.twips))
    margins = {side: getattr(section, f"{side}_margin").twips for side in ("top", "bottom", "left", "right")}
    return (sides[0], sides[1]), margins


def _turn_pages(document: Document, wide: set[etree._Element]) -> None:
    """Landscape sections around wide tables: the upright section ends on the paragraph before, the turned one on the last of the table's."""
    if not wide:
        return
    body = document.element.body
    children = [child for child in body if child.tag in (qn("w:p"), qn("w:tbl"))]
    final = body.sectPr
    governing = final
    ends: dict[etree._Element, etree._Element] = {}
    for child in reversed(children):
        found = child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        governing = found if found is not None else governing
        ends[child] = governing
    for this, following in zip(children, children[1:], strict=False):
        if (this in wide) == (following in wide):
            continue
        if this.tag == qn("w:p") and this.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            section = copy.deepcopy(ends[this])
            if this in wide:
                _turn(section)
            this.get_or_add_pPr().append(section)
        elif this.tag == qn("w:tbl"):
            holder = paragraph("Normal", properties='<w:spacing w:line="20" w:lineRule="exact"/>')
            holder.get_or_add_pPr().append(copy.deepcopy(ends[this]))
            this.addnext(holder)
        start = following.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") if following.tag == qn("w:p") else None
        if start is not None:
            start.getparent().remove(start)
    if children and children[-1] in wide:
        _turn(final)


def _turn(section: etree._Element) -> None:
    """A page laid across: width and height change places, and so do the margins."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    if int(width) < int(height):
        size.set(qn("w:w"), height)
        size.set(qn("w:h"), width)
        top, bottom, left, right = (margins.get(qn(f"w:{side}")) for side in ("top", "bottom", "left", "right"))
        for side, value in zip(("top", "bottom", "left", "right"), (left, right, bottom, top), strict=True):
            margins.set(qn(f"w:{side}"), value)
    size.set(qn("w:orient"), "landscape")
    for number in section.findall(qn("w:pgNumType")):
        number.attrib.pop(qn("w:start"), None)
