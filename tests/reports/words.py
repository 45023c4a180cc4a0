"""Small Word files for the tests, and what stands in one."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def make(path: Path, *paragraphs: str, header: str = "", title: str = "") -> Path:
    """A template in a file of python-docx's own look; `# words` is a heading of level 1, `## words` of level 2."""
    document = docx.Document()
    for text in paragraphs:
        marks, _, words = text.partition(" ")
        if marks and set(marks) == {"#"}:
            document.add_heading(words, len(marks))
        else:
            document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.title = title
    document.save(str(path))
    return path


def lines(path: Path) -> list[str]:
    """The paragraphs of the body, without those in tables; blank ones left out."""
    return [p.text for p in docx.Document(str(path)).paragraphs if p.text.strip()]


def cells(path: Path, number: int = 0) -> list[list[str]]:
    """A table as python-docx sees it: merged cells repeat their text."""
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[number].rows]


def everything(path: Path) -> str:
    """All the text of the body, tables included."""
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in docx.Document(str(path)).element.body.iter(qn("w:p")))


def split_runs(path: Path) -> Path:
    """What Word does to tags: each character of every paragraph in a run of its own."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        text = paragraph.text
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        for character in text:
            run = OxmlElement("w:r")
            piece = OxmlElement("w:t")
            piece.text = character
            piece.set(qn("xml:space"), "preserve")
            run.append(piece)
            paragraph._p.append(run)
    document.save(str(path))
    return path
