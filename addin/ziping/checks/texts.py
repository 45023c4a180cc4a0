"""The texts of 报告素材, and the figures of the workbook that their placeholders name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Unknown, check
from ziping.checks.ties import empty, places, unfilled
from ziping.evaluation import Entry
from ziping.findings import Severity
from ziping.names import might_be_of

TEXT = "报告文字与自评表一致"
PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")


@fact
def texts(book: Book) -> list[Entry]:
    return [entry for entry in book.evaluation.narrative if entry.text.text.strip()]


@fact
def filled_texts(book: Book) -> list[tuple[Entry, str]]:
    """The texts with their placeholders filled."""
    return [(entry, filled(book, entry.text.text)) for entry in texts(book)]


def title(entry: Entry) -> str:
    return "/".join(entry.path)


def filled(book: Book, text: str) -> str:
    """The text with its placeholders filled from the workbook, for reading; an unknown one stays a blank."""

    def value(match: re.Match[str]) -> str:
        datum = book.names.get(match[1])
        if datum is None or datum.figure is None:
            return datum.text if datum is not None else "＿"
        return str(datum.figure)

    return PLACEHOLDER.sub(value, text) if "{{" in text else text


@check(
    code="text-placeholder", title="占位符都有对应的数", severity=Severity.WARNING,
    message="{where}的占位符 {name} 在工作簿中没有对应的单元格",
    cause="名称写错，或表中没有这一行", repair="请从“占位符”列表复制名称", basis=TEXT)
def placeholder(book: Book) -> Iterator[Event]:
    """A name that no cell has may be one of a sheet that was not read, if it is one of that kind; what keeps it from being read is told there."""
    unread = "；".join(f"《{each.place.sheet}》没有读取（{each.why}）" for each in book.evaluation.unread)
    for entry in texts(book):
        for name in PLACEHOLDER.findall(entry.text.text):
            if name in book.names:
                yield PASSED
            elif unread and might_be_of(book.evaluation, name):
                yield Unknown(f"{unread}，占位符 {{{{{name}}}}} 不能核对", entry.text.place)
            else:
                yield Failed(place=entry.text.place, label=title(entry), shown_actual=name, args={"name": "{{" + name + "}}"})


@check(
    code="text-placeholder-blank", title="占位符所指的单元格有数", severity=Severity.WARNING,
    message="{where}的占位符 {name} 所指的{cell}{unfilled}",
    cause="表中还没有填这个数", repair="请先填该单元格", basis=TEXT)
def placeholder_blank(book: Book) -> Iterator[Event]:
    for entry in texts(book):
        for name in PLACEHOLDER.findall(entry.text.text):
            datum = book.names.get(name)
            if datum is None:
                continue
            if empty(datum):
                yield Failed(
                    place=entry.text.place, label=title(entry), related=places(datum),
                    args={"name": "{{" + name + "}}", "cell": f"《{datum.place.sheet}》{datum.place.cell}" if datum.place else "单元格", "unfilled": unfilled(datum)})
            else:
                yield PASSED
