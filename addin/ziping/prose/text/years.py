"""The year a statement speaks of against the report's year: a hint, never an error."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ziping.findings import Finding
from ziping.prose.text.catalogue import finding
from ziping.prose.text.sentences import Text

__all__ = ["report_year", "year_findings"]

_TITLE = re.compile(r"((?:19|20)\d\d)\s?年度?[^\n。]{0,40}?(?:报告|自评|决算|评价)")
_ANY = re.compile(r"((?:19|20)\d\d)\s?年")
_CLOSING = re.compile(r"((?:19|20)\d\d)\s?年(?:度)?(?:末|底|12月31日)")
_COMPARES = re.compile(r"(?<!占)比(?!例|重)|较|上年|去年|增加|减少|结转|年初|期初|以来|至今|起")


def report_year(text: str) -> int | None:
    """The year in the title or, failing that, the year the text speaks of most."""
    title = _TITLE.search(text[:600])
    if title:
        return int(title[1])
    years = Counter(int(year) for year in _ANY.findall(text[:200000]))
    return years.most_common(1)[0][0] if years else None


def year_findings(original: str, text: Text, year: int | None) -> Iterator[Finding]:
    """Year-end figures of the year before the report's, in a sentence that compares nothing."""
    if year is None:
        return
    for sentence in text.sentences:
        if not sentence.mentions:
            continue
        words = text.text[sentence.start : min(sentence.end, sentence.start + 400)]
        match = _CLOSING.search(words)
        if match and int(match[1]) == year - 1 and not _COMPARES.search(words) and str(year) not in words:
            start = sentence.start + match.start()
            yield finding("prose-year", original[start : start + 16].strip(), str(year), match[1])
