"""The forms of a sheet: where one begins and ends, its title and project, the pages it runs over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ziping.forms.bands import Band, Mark, band_of
from ziping.forms.caption_words import caption_of, inline_caption, is_title, is_total
from ziping.forms.headings import LEVELS, LONGEST, key, role_of, squeezed
from ziping.forms.layout import Layout


@dataclass(slots=True)
class Part:
    """The rows of one form on a sheet (ends are exclusive)."""

    first: int
    last: int
    title: str = ""
    title_at: tuple[int, int] | None = None
    project: str = ""
    bands: list[Band] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def has(self, mark: str) -> bool:
        return mark in [band.mark for band in self.bands]

    def ends(self) -> dict[int, int]:
        """Band's row → where what belongs to it ends at the latest."""
        ends = {}
        for index, band in enumerate(self.bands):
            page = next((last for first, last in self.pages if first <= band.row < last), self.last)
            following = self.bands[index + 1].row if index + 1 < len(self.bands) else page
            ends[band.row] = min(following, page)
        return ends

    def rows(self) -> Iterator[int]:
        for first, last in self.pages:
            yield from range(first, last)


def parts_of(layout: Layout) -> list[Part]:
    """The forms of a sheet, from top to bottom; one that runs over several printed pages is one part."""
    parts: list[Part] = []
    current = Part(0, layout.last_row)
    skip = -1
    forms = any(role_of(words) in LEVELS for cells in layout.telling.values() for _, words in cells)
    for row in sorted(layout.telling):
        if row <= skip:
            continue
        band = band_of(layout, row, current.has(Mark.INDICATORS), forms)
        if band is not None:
            below = band_of(layout, band.row + 1) if band.mark == Mark.INDICATORS and band.bottom == band.row else None
            if below is not None and below.mark == Mark.INDICATORS:  # 绩效指标 above 一级指标, 二级指标 …: one band of two rows
                band.bottom = below.row
            if band.mark == Mark.FUNDS and current.has(Mark.INDICATORS):
                current = _next(parts, current, row)
            current.bands.append(band)
            skip = max(band.bottom, band.block.end - 1) if band.block else band.bottom
            continue
        for column, words in layout.telling[row]:
            if is_title(words) and _stands_alone(layout, row, column):
                if current.bands or current.project or (current.title and row - (current.title_at or (row, 0))[0] > 3):
                    current = _next(parts, current, row)
                if not current.title or not current.bands:
                    current.title, current.title_at = current.title or words.strip(), current.title_at or (row, column)
                break
            name = _project(layout, row, column, words)
            if name is not None:
                if current.has(Mark.INDICATORS) or (current.project and current.project != name and current.bands):
                    current = _next(parts, current, row)
                current.project = current.project or name
                break
    current.last = layout.last_row
    parts.append(current)
    for part in parts:
        part.pages = [(part.first, part.last)]
    return _joined(layout, parts)


def _next(parts: list[Part], current: Part, row: int) -> Part:
    current.last = row
    parts.append(current)
    return Part(row, row)


def _stands_alone(layout: Layout, row: int, column: int) -> bool:
    """A title shares its row with short remarks at most (a unit of money, a number of the attachment)."""
    words = layout.grid.rows[row][column]
    others = [value for at, value in layout.nonblank(row) if at != column and value != words]
    return len(others) <= 2 and all(isinstance(value, str) and len(value.strip()) <= LONGEST for value in others)


def _project(layout: Layout, row: int, column: int, words: str) -> str | None:
    """The project's name when the cell is the caption of one; "" when it is not filled in yet."""
    pair = inline_caption(words)
    if pair and pair[0] == "项目名称" and pair[1]:
        return pair[1]
    if (pair and pair[0] == "项目名称") or caption_of(words) == "项目名称" and key(words) != "项目":
        right = layout.span(row, column)[3] + 1
        while right < layout.columns and layout.seen(row, right) in ("", words.strip()):
            right += 1
        beside = layout.seen(row, right) if right < layout.columns else ""
        return beside if caption_of(beside) is None else ""
    return None


def _joined(layout: Layout, parts: list[Part]) -> list[Part]:
    """Parts with the further pages of a form put to the page before."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before is not None and _continues(layout, before, part):
            before.bands += part.bands
            before.pages += part.pages
            before.last = part.last
        elif before is not None and part.bands and not (part.has(Mark.INDICATORS) or part.title or part.project):
            before.bands += part.bands  # a block of funds below the indicators
            before.pages += part.pages
            before.last = part.last
        elif part.bands or part.title or part.project:
            joined.append(part)
    return joined


_CONTINUED = re.compile(r"[(]?续.{0,3}[)]?$|[(]?第.页[)]?|^续")


def _continues(layout: Layout, before: Part, part: Part) -> bool:
    if not part.has(Mark.INDICATORS) or not before.has(Mark.INDICATORS) or part.has(Mark.FUNDS):
        return False
    if part.project and part.project != before.project:
        return False
    if part.title and _CONTINUED.sub("", squeezed(part.title)) != _CONTINUED.sub("", squeezed(before.title)):
        return False
    return not _has_total(layout, before)


def _has_total(layout: Layout, part: Part) -> bool:
    first = next(band.bottom for band in part.bands if band.mark == Mark.INDICATORS)
    return any(is_total(layout.first_text(row)) for row in range(first, part.last))
