"""The texts of 报告素材 as a report takes them: found by their headings, placeholders replaced by the workbook's figures.

Workbook text is data: a placeholder is a name and at most one conversion, looked up and nothing else; it never reaches the template
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ziping.evaluation import Entry, Place
from ziping.reports.catalogue import Gap, clean, mark, title_of
from ziping.reports.data import Data, key_of, misnamed
from ziping.reports.values import Shown, Words, convert, printed, settle

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}|\n]{1,120}?)\s*(?:\|\s*(万元|亿元|元)\s*)?\}\}")
_NUMBER = re.compile(r"^(?:[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、．]|\d{1,2}\.(?!\d))")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """`depth` levels below the heading under which the text stands."""

    depth: int
    text: str


def heading_key(heading: str) -> str:
    """A heading without its number, quotes, blanks and the width of brackets."""
    return key_of(_NUMBER.sub("", key_of(heading)))


def _leads_to(wanted: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether the wanted headings are among the key's, in order, the last one last."""
    rest = iter(key)
    return bool(wanted) and key[-1:] == wanted[-1:] and all(part in rest for part in wanted)


class Narrative:
    """The entries of one workbook, and which of them the report has used."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.entries = data.evaluation.narrative
        self._keys = [tuple(heading_key(part) for part in entry.path) for entry in self.entries]
        self._used: set[int] = set()

    def blocks(self, path: str, deeper: bool = True) -> list[Paragraph | Heading] | Gap:
        """The text of the entry and, as headings with their texts, of the entries below it; a gap where there is none."""
        at = self._find(path)
        if isinstance(at, Gap):
            return at
        base = self._keys[at]
        below = [i for i, key in enumerate(self._keys) if len(key) > len(base) and key[: len(base)] == base] if deeper else []
        blocks: list[Paragraph | Heading] = list(self._paragraphs(at))
        if not blocks and not below:
            return self._gap(at)
        told: set[tuple[str, ...]] = set()
        for i in below:
            for depth in range(len(base) + 1, len(self._keys[i])):  # a heading that has no entry of its own
                if self._keys[i][:depth] not in told:
                    told.add(self._keys[i][:depth])
                    if self._keys[i][:depth] not in self._keys:
                        blocks.append(Heading(depth - len(base), clean(self.entries[i].path[depth - 1])))
            told.add(self._keys[i])
            blocks.append(Heading(len(self._keys[i]) - len(base), clean(_NUMBER.sub("", self.entries[i].path[-1].strip()))))
            texts = list(self._paragraphs(i))
            has_children = any(len(key) > len(self._keys[i]) and key[: len(self._keys[i])] == self._keys[i] for key in self._keys)
            blocks += texts or ([] if has_children else [Paragraph(str(self._gap(i)))])
        return blocks

    def inline(self, path: str) -> Words | Gap:
        """The text of the entry as part of a sentence: paragraphs joined, the full stop at the end left to the sentence."""
        at = self._find(path)
        if isinstance(at, Gap):
            return at
        text = "".join(p.text for p in self._paragraphs(at)).rstrip("。；;，,.")
        return Words(text) if text else self._gap(at)

    def has(self, path: str) -> bool:
        """Whether the entry, or one below it, has text."""
        found = self._matches(path)
        return any(self.entries[i].text.text.strip() for at in found for i, key in enumerate(self._keys) if key[: len(self._keys[at])] == self._keys[at])

    def unused(self) -> Iterator[Entry]:
        """Entries with text that the report did not take."""
        for i, entry in enumerate(self.entries):
            if i not in self._used and entry.text.text.strip():
                yield entry

    def expand(self, text: str, place: Place | None) -> str:
        """The text with its placeholders replaced; one that names nothing leaves a mark and a note."""

        def replacement(match: re.Match[str]) -> str:
            name, unit = match[1], match[2]
            plain = {"单位": self.data.unit, "单位名称": self.data.unit, "年度": self.data.year, "评价年度": self.data.year, "上年度": self.data.last_year}
            if name in plain:
                return str(plain[name])
            datum = self.data.find(name)
            if datum is None or misnamed(name):
                self.data.notes.add("REPORT-PLACEHOLDER", name, place)
                return mark(name)
            value = self.data.figure(name)
            if isinstance(value, Words):
                return str(value)
            value = convert(value, unit) if unit else value
            return printed(value) if isinstance(value, Shown) else str(value)

        return settle(_PLACEHOLDER.sub(replacement, text))

    def _matches(self, path: str) -> list[int]:
        wanted = tuple(heading_key(part) for part in path.split("/") if part.strip())
        exact = [i for i, key in enumerate(self._keys) if key == wanted]
        ends = [i for i, key in enumerate(self._keys) if wanted and key[-len(wanted):] == wanted]
        return exact[:1] or ends or [i for i, key in enumerate(self._keys) if _leads_to(wanted, key)]

    def _find(self, path: str) -> int | Gap:
        found = self._matches(path)
        if len(found) == 1:
            self._used.add(found[0])
            return found[0]
        return Gap(self.data.notes, "REPORT-SAME-NAME" if found else "REPORT-NO-TEXT", path)

    def _gap(self, at: int) -> Gap:
        return Gap(self.data.notes, "REPORT-NO-TEXT", title_of(self.entries[at]), self.entries[at].text.place)

    def _paragraphs(self, at: int) -> Iterator[Paragraph]:
        self._used.add(at)
        datum = self.entries[at].text
        for line in clean(datum.text).split("\n"):
            if line.strip():
                yield Paragraph(self.expand(line.strip(" \t\u3000"), datum.place))
