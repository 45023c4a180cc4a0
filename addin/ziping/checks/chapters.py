"""The chapters of 报告素材: each has a text, and numbers written by hand follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.checks.blanks import gathered
from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Event, Failed, check
from ziping.checks.texts import title
from ziping.findings import Severity

_NUMERALS = "零一二三四五六七八九十"
_NUMBERED = re.compile(r"^\s*(?:(?P<chapter>[一二三四五六七八九十]+)、|[(（](?P<section>[一二三四五六七八九十]+)[)）]|(?P<item>\d{1,2})[.．、]|[(（](?P<point>\d{1,2})[)）])")

@check(
    code="text-empty", title="各章节都有内容", severity=Severity.WARNING,
    message="{where}{more}只有标题，没有内容",
    cause="套用提纲而没有写，或内容写进了别的章节", repair="请补写内容，没有情况的写明“无”", basis="通知规定的报告提纲各章节均应填写")
def empty_chapter(book: Book) -> Iterator[Event]:
    """Headings whose text the report's template writes itself are left out."""
    yield from gathered(empty_chapters(book))


def empty_chapters(book: Book) -> Iterator[Event]:
    ours = written_by_template(book)
    above = {entry.path[:depth] for entry in book.evaluation.narrative for depth in range(len(entry.path))}
    for entry in book.evaluation.narrative:
        if entry.text.text.strip():
            yield PASSED
        elif entry.path not in above and entry.path not in ours:
            yield Failed(place=entry.text.place, label=title(entry))


def written_by_template(book: Book) -> set[tuple[str, ...]]:
    return {entry.path for entry in book.scheme.narrative if entry.by == "template"} if book.scheme else set()


def ordinal(numeral: str) -> int:
    """一 … 九十九 as a number."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _NUMERALS.index(ones) if ones in _NUMERALS else 0
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)


@check(
    code="text-numbering", title="标题编号连续", severity=Severity.WARNING,
    message="{where}的编号是 {actual}，按前面的标题应为 {expected}",
    cause="增删章节后没有重排编号", repair="请重排编号，或去掉手写编号由报告自动编号", basis="公文标题编号连续")
def numbering(book: Book) -> Iterator[Event]:
    """Hand-written numbers of the headings, level by level below the same heading; headings without a number do not count."""
    last: dict[tuple[tuple[str, ...], str], int] = {}
    seen: set[tuple[str, ...]] = set()
    for entry in book.evaluation.narrative:
        for depth in range(1, len(entry.path) + 1):
            path = entry.path[:depth]
            if path in seen:
                continue
            seen.add(path)
            match = _NUMBERED.match(path[-1])
            if match is None or match.lastgroup is None:
                continue
            number, key = ordinal(match[match.lastgroup]), (path[:-1], match.lastgroup)
            due = last.get(key, 0) + 1
            last[key] = number
            if number == due:
                yield PASSED
            else:
                yield Failed(place=entry.text.place, label=path[-1], shown_expected=str(due), shown_actual=str(number))
