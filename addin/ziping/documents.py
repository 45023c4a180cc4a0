"""Reports as text: .docx, .html, .txt and .md into one plain text that `prose` reads, and the errata list (勘误表) back to Word.

Floor 4. A paragraph is a line; automatic numbers of Word headings are written out, so that the text reads as it is printed; tables
stand apart (their cells are no sentences).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from ziping.prose import ProseResult, Verdict

__all__ = ["UnreadableDocument", "WrittenText", "read_document", "write_errata"]

SUFFIXES = (".docx", ".html", ".htm", ".txt", ".md")
LARGEST = 64 * 1024 * 1024  # bytes; no report is longer


class UnreadableDocument(ValueError):
    """The file cannot be read as a report; the message is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A report's running text; `levels`: heading level (1 the outermost) by line number, where the file says so."""

    text: str
    levels: dict[int, int]
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()


def read_document(path: str | Path) -> WrittenText:
    """The text of a report.

    UnreadableDocument for a missing, encrypted, damaged, oversized or unknown file.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix == ".doc":
        raise UnreadableDocument(f"“{path.name}”是旧版Word文件，请在Word中另存为.docx后再核对。")
    if suffix not in SUFFIXES:
        raise UnreadableDocument(f"“{path.name}”不是可核对的文件，请提供.docx、.html、.txt或.md文件。")
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableDocument(f"“{path.name}”超过64MB，请确认是否为报告文件。")
        if suffix == ".docx":
            return _read_docx(path)
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"无法打开“{path.name}”，请确认文件存在且未被占用。") from error
    text = _decode(raw)
    if suffix in (".html", ".htm"):
        return _read_html(text)
    if suffix == ".md":
        return _read_markdown(text)
    return WrittenText(text.replace("\r\n", "\n").replace("\r", "\n"), {})


def _decode(raw: bytes) -> str:
    """UTF-8 (with or without mark), UTF-16 with mark, else GB 18030, the national standard of older systems."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


# ---------------------------------------------------------------------------------------------------------------
# Word


def _read_docx(path: Path) -> WrittenText:
    try:
        document = Document(str(path))
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableDocument(f"无法读取“{path.name}”，文件可能已损坏或加密，请在Word中打开后另存为.docx。") from error
    lines: list[str] = []
    levels: dict[int, int] = {}
    tables = []
    numbering = _Numbering(document)
    for element in document.element.body.iterchildren():
        if isinstance(element, CT_P):
            level = _outline_level(document, element)
            if level is not None:
                levels[len(lines)] = level
            lines.append(numbering.mark(element) + _paragraph_text(element))
        elif element.tag == qn("w:tbl"):
            tables.append(_table(element))
            lines.append("")
        elif element.tag == qn("w:sdt"):  # a table of contents repeats the headings: left out
            continue
    return WrittenText("\n".join(lines), levels, tuple(tables))


def _paragraph_text(element: CT_P) -> str:
    """The visible text: inserted words count, deleted ones, field codes and the page numbers of a contents line do not."""
    parts = []
    for node in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.getparent().tag == qn("w:r"):
            parts.append(" ")
    return "".join(parts)


def _table(element) -> tuple[tuple[str, ...], ...]:  # noqa: ANN001
    rows = []
    for row in element.iterchildren(qn("w:tr")):
        rows.append(tuple("".join(node.text or "" for node in cell.iter(qn("w:t"))) for cell in row.iterchildren(qn("w:tc"))))
    return tuple(rows)


def _style_chain(document: DocxDocument, element: CT_P):  # noqa: ANN202
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


def _outline_level(document: DocxDocument, element: CT_P) -> int | None:
    for properties in _style_chain(document, element):
        level = properties.find(qn("w:outlineLvl"))
        if level is not None and level.get(qn("w:val"), "9").isdigit() and int(level.get(qn("w:val"))) < 9:
            return int(level.get(qn("w:val"))) + 1
    return None


_CHINESE = "零一二三四五六七八九"
_CHINESE_FORMATS = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified")


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else _CHINESE[tens] + "十") + ("" if ones == 0 and tens else _CHINESE[ones])


class _Numbering:
    """The numbers Word prints before paragraphs."""

    def __init__(self, document: DocxDocument) -> None:
        self.document = document
        self.counts: dict[tuple[str, int], int] = Counter()
        try:
            self.root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            self.root = None

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
            level = level if level is not None or ilvl is None else int(ilvl.get(qn("w:val"), "0"))
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
        definitions = {int(d.get(qn("w:ilvl"))): d for d in abstract.iterchildren(qn("w:lvl"))}
        if level not in definitions:
            return ""
        key = (abstract_id, level)
        start = definitions[level].find(qn("w:start"))
        if key not in self.counts and start is not None:
            self.counts[key] = int(start.get(qn("w:val"), "1")) - 1
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


# ---------------------------------------------------------------------------------------------------------------
# Web pages and Markdown

_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "header", "footer", "br", "hr", "title", "dd", "dt", "pre"}
_SILENT = {"script", "style", "noscript", "template", "select", "button", "nav"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.levels: dict[int, int] = {}
        self.silent = self.table = 0
        self.rows: list[list[str]] = []
        self.tables: list[tuple[tuple[str, ...], ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table":
            self.table += 1
            self._line()
        elif tag == "tr" and self.table:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        elif tag in _BLOCKS:
            self._line()
            if re.fullmatch(r"h[1-6]", tag):
                self.levels[len(self.lines) - 1] = int(tag[1])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag == "table" and self.table:
            self.table -= 1
            if not self.table:
                self._close_table()
        elif tag in _BLOCKS:
            self._line()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        words = re.sub(r"\s+", " ", data)
        if self.table and self.rows:
            if self.rows[-1]:
                self.rows[-1][-1] += words
        else:
            self.lines[-1] += words

    def _close_table(self) -> None:
        """A page that is laid out in a table has whole paragraphs in its cells: those are text."""
        cells = [cell.strip() for row in self.rows for cell in row]
        if any(len(cell) > 400 for cell in cells):
            for cell in cells:
                self._line()
                self.lines[-1] += cell
        else:
            self.tables.append(tuple(tuple(cell.strip() for cell in row) for row in self.rows))
        self.rows = []
        self._line()

    def _line(self) -> None:
        if self.table:
            if self.rows and self.rows[-1] and self.rows[-1][-1]:
                self.rows[-1][-1] += "\n"
        elif self.lines[-1].strip():
            self.lines.append("")


def _read_html(text: str) -> WrittenText:
    page = _Page()
    page.feed(text)
    page.close()
    if page.rows:
        page._close_table()
    return WrittenText("\n".join(line.strip() for line in page.lines), page.levels, tuple(page.tables))


def _read_markdown(text: str) -> WrittenText:
    lines, levels, tables = [], {}, []
    for line in text.replace("\r\n", "\n").split("\n"):
        heading = re.match(r"(#{1,6})\s+(.*)", line)
        if heading:
            levels[len(lines)] = len(heading[1])
            lines.append(heading[2].strip())
        elif re.match(r"\s*\|.*\|\s*$", line):
            if not re.fullmatch(r"[\s|:\-]+", line):
                tables.append((tuple(cell.strip() for cell in line.strip().strip("|").split("|")),))
            lines.append("")
        else:
            lines.append(re.sub(r"\*\*|__|`", "", re.sub(r"^\s*[-*+]\s+", "", line)))
    return WrittenText("\n".join(lines), levels, tuple(tables))


# ---------------------------------------------------------------------------------------------------------------
# The errata list


def write_errata(result: ProseResult, out: str | Path, title: str = "报告数据勘误表") -> int:
    """A Word table of everything that does not hold: place, quote, what is wrong, the right figure. Returns the number of rows.

    An existing file is overwritten; whoever calls asks first.
    """
    failing = [claim for claim in result.claims if claim.verdict is Verdict.FAILS]
    document = Document()
    document.styles["Normal"].font.name = "宋体"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.add_heading(title, level=1)
    document.add_paragraph(
        f"共核对数据关系{sum(claim.verdict is not Verdict.UNSURE for claim in result.claims)}处，其中不符{len(failing)}处；"
        f"其他提示{len(result.findings)}条。"
    )
    table = document.add_table(rows=1, cols=5, style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, ("序号", "原文", "问题", "文中数", "复算数"), strict=True):
        cell.text = heading
    for number, claim in enumerate(failing, 1):
        values = (str(number), _short(claim.quote), claim.explanation, claim.stated, claim.recomputed)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    for number, finding in enumerate(result.findings, len(failing) + 1):
        values = (str(number), _short(finding.quote), finding.message + finding.hint, finding.shown_actual, finding.shown_expected)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    document.save(str(out))
    return len(failing) + len(result.findings)


def _short(quote: str, most: int = 120) -> str:
    quote = re.sub(r"\s+", " ", quote)
    return quote if len(quote) <= most else quote[: most // 2] + "……" + quote[-most // 2 :]
