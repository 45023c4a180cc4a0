"""The numbering of headings and items, and headings with nothing below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ziping.findings import Finding
from ziping.prose.text.catalogue import finding
from ziping.prose.text.figures import clean, whole_number

__all__ = ["Heading", "headings", "mark_rank", "outline_findings"]

_CN = "一二三四五六七八九十"
# Styles by rank, the outermost first; a report may leave ranks out.
_STYLES = (
    ("chapter", rf"第([{_CN}]{{1,3}}|\d{{1,2}})(?:部分|章)[、.\s:]?"),
    ("一、", rf"([{_CN}]{{1,3}})[、.](?!是)"),
    ("(一)", rf"\(([{_CN}]{{1,3}})\)[、.]?"),
    ("1.", r"(\d{1,2})(?:[、]|\.(?!\d))"),
    ("(1)", r"\((\d{1,2})\)[、.]?"),
    ("1)", r"(\d{1,2})\)"),
)
_HEAD = re.compile(r"(?:\[[^\]\n]{0,40}\])?\s{0,12}(?:" + "|".join(f"(?P<s{i}>{p})" for i, (_, p) in enumerate(_STYLES)) + ")")
_SENTENCE = re.compile(r"[。;；!！?？]")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered line: its rank in `_STYLES`, number, and title. `title` is False for a numbered sentence, which is text itself."""

    line: int
    start: int
    rank: int
    number: int
    mark: str
    text: str
    title: bool


@dataclass(slots=True)
class _Level:
    """An open run of numbers of one style; `mixed` is another style that goes on in it."""

    rank: int
    last: int
    title: bool = True
    mixed: int | None = None
    outer: list[int] = field(default_factory=list)


def headings(text: str) -> list[Heading]:
    """The numbered lines of a text; table cells (lines that begin with a tab or a bar) are none."""
    found = []
    position = 0
    for line, original in enumerate(text.split("\n")):
        start, position = position, position + len(original) + 1
        if original.startswith(("\t", "|")) or not original.strip() or len(original) > 20000:
            continue
        cleaned = clean(original[:200]).replace("．", ".")
        match = _HEAD.match(cleaned)
        if not match:
            continue
        rank = next(i for i in range(len(_STYLES)) if match[f"s{i}"])
        word = next(g for g in match.groups()[match.re.groupindex[f"s{rank}"] :] if g)
        number = whole_number(word)
        rest = re.sub(r"^\[[^\]\n]{0,40}\]", "", original.strip())
        if number is None or number == 0 or (rank in (3, 5) and re.match(r"\s*(?:[年月日天个%万元]|项(?!目))", cleaned[match.end() :])):
            continue
        title = len(rest) <= _LONGEST and not _SENTENCE.search(rest) and not re.search(r"[,，:：]$", rest)
        found.append(Heading(line, start, rank, number, match[0].strip(), rest, title))
    return found


def mark_rank(words: str) -> int | None:
    """The rank of the number that these (cleaned) words begin with, None for no number."""
    match = _HEAD.match(words.replace("．", "."))
    return next(i for i in range(len(_STYLES)) if match[f"s{i}"]) if match else None


def outline_findings(text: str) -> Iterator[Finding]:
    """Findings about numbering and empty sections, in the order of the text."""
    marks = _without_contents(headings(text))
    yield from _numbering(marks)
    yield from _empty(text, marks)


def _without_contents(marks: Sequence[Heading]) -> list[Heading]:
    """Leave out a table of contents: headings whose words come again further down."""
    last = {_key(mark): index for index, mark in enumerate(marks)}
    ahead = [index for index, mark in enumerate(marks) if mark.title and last[_key(mark)] > index]
    contents = set(ahead) if len(ahead) >= 4 else set()
    return [mark for index, mark in enumerate(marks) if index not in contents]


def _key(mark: Heading) -> str:
    return re.sub(r"[\s.．…·\d]+", "", mark.text)


def _numbering(marks: Sequence[Heading]) -> Iterator[Finding]:
    levels: list[_Level] = []
    for mark in marks:
        at = next((i for i in range(len(levels) - 1, -1, -1) if mark.rank in (levels[i].rank, levels[i].mixed)), None)
        if at is None:
            outer = next((i for i in range(len(levels) - 1, -1, -1) if levels[i].rank < mark.rank), None)
            mixed = next((i for i, level in enumerate(levels) if mark.number > 1 and level.last + 1 == mark.number and mark.title), None)
            if mixed is not None and mark.title:
                levels[mixed].mixed, levels[mixed].last = mark.rank, mark.number
                del levels[mixed + 1 :]
                yield finding("prose-number-mixed", _quote(mark), _written(levels[mixed].rank, mark.number))
                continue
            if outer is None:
                levels.clear()
            else:
                del levels[outer + 1 :]
            if mark.number > 1 and mark.rank <= 2 and mark.number <= 20 and mark.title:
                yield finding("prose-number-missing", _quote(mark), _written(mark.rank, 1))
            levels.append(_Level(mark.rank, mark.number, mark.title))
            continue
        level = levels[at]
        del levels[at + 1 :]
        yield from _follow(level, mark)


def _follow(level: _Level, mark: Heading) -> Iterator[Finding]:
    due = level.last + 1
    inner = level.title and not mark.title
    level.title = mark.title
    if mark.number == due:
        if mark.rank != level.rank:
            yield finding("prose-number-mixed", _quote(mark), _written(level.rank, mark.number))
        level.last = mark.number
        return
    if mark.number == 1 and (level.last > 1 or inner):
        level.outer.append(level.last)
        level.last = 1
        return
    for back in range(len(level.outer) - 1, -1, -1):
        if mark.number == level.outer[back] + 1:
            del level.outer[back:]
            level.last = mark.number
            return
    if mark.number == level.last:
        yield finding("prose-number-doubled", _quote(mark), _written(mark.rank, due))
    elif mark.number > due:
        missing = _written(mark.rank, due) + ("" if mark.number == due + 1 else "至" + _written(mark.rank, mark.number - 1))
        yield finding("prose-number-missing", _quote(mark), missing)
    else:
        yield finding("prose-number-order", _quote(mark), _written(mark.rank, due))
    level.last = mark.number


def _quote(mark: Heading) -> str:
    return mark.text if len(mark.text) <= 24 else mark.text[:22] + "…"


def _written(rank: int, number: int) -> str:
    chinese = _chinese(number)
    return (f"第{chinese}部分", f"{chinese}、", f"（{chinese}）", f"{number}.", f"（{number}）", f"{number}）")[rank]


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_CN[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_CN[ones - 1] if ones else "")


def _empty(text: str, marks: Sequence[Heading]) -> Iterator[Finding]:
    """A heading of the two upper ranks (or of a style mixed with them) that the next one of its own or a higher rank follows at once."""
    lines = text.split("\n")
    for index, mark in enumerate(marks):
        if not mark.title or mark.rank > 2 or mark.rank == 0:
            continue
        after = marks[index + 1] if index + 1 < len(marks) else None
        stop = after.line if after else len(lines)
        if any(line.strip() for line in lines[mark.line + 1 : stop]):
            continue
        if after is not None and after.rank <= mark.rank and after.title and (after.rank, after.number) != (mark.rank, mark.number):
            yield finding("prose-section-empty", _quote(mark))
