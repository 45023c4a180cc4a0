"""Reports as web pages and Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ziping.documents.text import WrittenText

__all__ = ["read_markdown", "read_page"]

_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "header", "footer", "br", "hr", "title", "dd", "dt", "pre"}
# The parser looks for the end of such a tag through the whole rest of the page, again for every one.
_UNCLOSED = re.compile(r"""<(?!(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>)""")
_SILENT = {"script", "style", "noscript", "template", "select", "button", "nav"}


class _Page(HTMLParser):
    """Lines and cells are kept as pieces: a page of a million tags must not copy its text a million times."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self.levels: dict[int, int] = {}
        self.silent = self.table = 0
        self.rows: list[list[list[str]]] = []
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
            self.rows[-1].append([])
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
                self.rows[-1][-1].append(words)
        else:
            self.lines[-1].append(words)

    def _close_table(self) -> None:
        """A page that is laid out in a table has whole paragraphs in its cells: those are text."""
        rows = tuple(tuple("".join(cell).strip() for cell in row) for row in self.rows)
        cells = [cell for row in rows for cell in row]
        if any(len(cell) > 400 for cell in cells):
            for cell in cells:
                self._line()
                self.lines[-1].append(cell)
        else:
            self.tables.append(rows)
        self.rows = []
        self._line()

    def _line(self) -> None:
        if self.table:
            if self.rows and self.rows[-1] and self.rows[-1][-1]:
                self.rows[-1][-1].append("\n")
        elif any(piece.strip() for piece in self.lines[-1]):
            self.lines.append([])
        else:
            self.lines[-1].clear()


def _without_comments(text: str) -> str:
    """Comments go before the page is parsed, one pass over all of them; one that is never closed reaches to the end, as in a browser."""
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        pieces.append(text[at:start])
        end = text.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(text)
    return "".join((*pieces, text[at:]))


def read_page(text: str) -> WrittenText:
    page = _Page()
    page.feed(_UNCLOSED.sub("&lt;", _without_comments(text)))
    page.close()
    if page.rows:
        page._close_table()
    return WrittenText("\n".join("".join(line).strip() for line in page.lines), page.levels, tuple(page.tables))


def read_markdown(text: str) -> WrittenText:
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
