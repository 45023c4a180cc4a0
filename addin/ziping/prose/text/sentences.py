"""A text as sentences with their figures, and what the words around a figure say about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ziping.prose.text.figures import Mention, clean, scan
from ziping.prose.text.tables import blanked

if TYPE_CHECKING:
    from ziping.prose.text.said import Said

__all__ = ["Sentence", "Text", "read_text"]

_END = re.compile(r"[。!?！？]|\n+")
_CHAPTER = re.compile(r"\s*(?:第?[一二三四五六七八九十]+[、章部.．]|[((][一二三四五六七八九十\d]+[))]|\d{1,2}[、.．)](?!\d)|[①-⑳]|[-•·]|附|注)")
LONGEST = 2400  # characters that a sentence may have
_NARROW = re.compile("[!-~]")
_WRAPPED = 24  # full-width characters: a line shorter than this, or longer than three times this, was seldom wrapped by a page
_NARROWEST, _RAGGED = 18, 3  # a line of a narrow page, and how far the next one may differ from it
_BROKEN = re.compile(r"[,，、]\s*$|\d[^\n]*[^\s元%人个项户名次台件)）\d]$")  # broken off within a clause


@dataclass(slots=True)
class Sentence:
    """A sentence: its span and its figures. `paragraph` counts paragraphs from 0; `said` is what it says of them, once it is read."""

    start: int
    end: int
    paragraph: int
    mentions: tuple[Mention, ...] = ()
    said: list[Said] | None = None


@dataclass(slots=True)
class Text:
    """The cleaned text with its sentences; positions are those of the original."""

    text: str
    sentences: list[Sentence] = field(default_factory=list)
    mentions: tuple[Mention, ...] = ()

    def before(self, sentence: Sentence, mention: Mention) -> str:
        """What stands between the previous figure of the sentence (or its start) and this one."""
        index = sentence.mentions.index(mention)
        return self.text[sentence.mentions[index - 1].end if index else sentence.start : mention.start]


def read_text(text: str) -> Text:
    """Split into sentences at 。！？ and line ends; a line that was only wrapped goes on in the next. The rows of tables are left blank."""
    cleaned = clean(blanked(text))
    mentions = scan(cleaned)
    starts = [mention.start for mention in mentions]
    sentences = []
    for start, end, paragraph in (piece for span in _spans(cleaned) for piece in _pieces(cleaned, *span)):
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        sentences.append(Sentence(start, end, paragraph, mentions[low:high]))
    return Text(cleaned, sentences, mentions)


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    start, paragraph = 0, 0
    for match in _END.finditer(text):
        if match[0][0] == "\n":
            if _goes_on(text, match.start(), match.end()):
                continue
            yield start, match.start(), paragraph
            paragraph += 1
        else:
            yield start, match.end(), paragraph
        start = match.end()
    yield start, len(text), paragraph


def _pieces(text: str, start: int, end: int, paragraph: int) -> Iterator[tuple[int, int, int]]:
    """A sentence beyond all measure (a table as text, a text without stops) in pieces, so that reading stays linear."""
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in ";；，,、 ")
        cut = cut + 1 if cut > 0 else start + LONGEST
        yield start, cut, paragraph
        start = cut
    yield start, end, paragraph


def _goes_on(text: str, stop: int, resume: int) -> bool:
    """Whether the line before `stop` was wrapped by the page and goes on at `resume`."""
    if resume - stop > 1 or resume >= len(text):
        return False
    line = text[max(0, stop - 200) : stop].rpartition("\n")[2]
    following = text[resume : resume + 200].partition("\n")[0]
    wide = _width(line)
    narrow = wide >= _NARROWEST and abs(wide - _width(following)) <= _RAGGED and bool(_BROKEN.search(line))  # a narrow page: its lines are alike
    if not (wide >= _WRAPPED or narrow) or wide > 3 * _WRAPPED or line.startswith("  ") or following.startswith((" ", "\n")) or not following:
        return False
    mark = _CHAPTER.match(line)
    if mark and not re.search(r"[,，\d]", line[mark.end() :]):  # a heading, however long
        return False
    return not re.search(r"[。;；:：!?！？.．]\s*$", line) and not _CHAPTER.match(following)


def _width(line: str) -> float:
    """How wide a line is, in full-width characters."""
    return len(line) - len(_NARROW.findall(line)) / 2
