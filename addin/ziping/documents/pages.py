"""Reports as web pages and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from ziping.documents.text import WIDEST, WrittenText, row_line

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
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}  # columns and rows that a cell spans, by its row and place in it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table":
            self.table += 1
            self._line()
        elif tag == "tr" and self.table:
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append([])
            spans = _span(attrs, "colspan"), _span(attrs, "rowspan")
            if spans != (1, 1):
                self.spans[len(self.rows) - 1, len(self.rows[-1]) - 1] = spans
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
            for line in self._spread(rows):
                self.lines[-1].append(line)
                self.lines.append([])
        self.rows, self.spans = [], {}
        self._line()

    def _spread(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        """The rows as lines, with empty cells where one spans several."""
        below: dict[int, int] = {}  # rows that a column is still spanned for
        for number, row in enumerate(rows):
            cells: list[str] = []
            for place, words in enumerate(row):
                while below.get(len(cells)):
                    below[len(cells)] -= 1
                    cells.append("")
                wide, high = self.spans.get((number, place), (1, 1))
                for at in range(len(cells), len(cells) + wide):
                    below[at] = high - 1
                cells += [words] + [""] * (wide - 1)
            while below.get(len(cells)):
                below[len(cells)] -= 1
                cells.append("")
            if cells:
                yield row_line(cells)

    def _line(self) -> None:
        if self.table:
            if self.rows and self.rows[-1] and self.rows[-1][-1]:
                self.rows[-1][-1].append("\n")
        elif any(piece.strip() for piece in self.lines[-1]):
            self.lines.append([])
        else:
            self.lines[-1].clear()


def _span(attrs: Sequence[tuple[str, str | None]], name: str) -> int:
    number = dict(attrs).get(name) or "1"
    return max(1, min(int(number), WIDEST)) if re.fullmatch(r"[0-9]{1,6}", number) else 1


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
    return WrittenText("\n".join("".join(line).strip() for line in page.lines), page.levels)


def read_markdown(text: str) -> WrittenText:
    lines, levels = [], {}
    for line in text.replace("\r\n", "\n").split("\n"):
        heading = re.match(r"(#{1,6})\s+(.*)", line)
        if heading:
            levels[len(lines)] = len(heading[1])
            lines.append(heading[2].strip())
        elif re.match(r"\s*\|.*\|\s*$", line):
            lines.append("" if re.fullmatch(r"[\s|:\-]+", line) else row_line(line.strip()[1:-1].split("|")))
        else:
            lines.append(re.sub(r"\*\*|__|`", "", re.sub(r"^\s*[-*+]\s+", "", line)))
    return WrittenText("\n".join(lines), levels)
