"""What a form says and the workbook made of it does not: nothing of hers is dropped silently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ziping.amounts import fold, read_figure
from ziping.evaluation import Place, Scaled
from ziping.forms.caption_words import caption_of, inline_caption, is_total, money_unit
from ziping.forms.grid import Grid, address, datum, text
from ziping.forms.headings import key, role_of
from ziping.forms.reading import Reading

_SIGNS = re.compile(r"[\s\u3000:：()（）\[\]【】“”\"'、,，.。;；*★☆]+")
_EMPTY = frozenset(["", "—", "-", "/", "——", "－", "–"])
_BLOCKS = re.compile(r"^(?:项目|预算|整体|部门|年度|总体|绩效|支出|资金|执行|规模|指标|目标|自评|分解|情况|绩|效|指|标|其中|注|说明|附件|附表|\d)+$")
_CELLS = 20_000  # a sheet beyond this many filled cells is compared no further


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell of the form whose words or number stand nowhere in the workbook, and why, where it is not for want of a place."""

    place: Place
    text: str
    why: str = "没有对应的位置，未带入，请核对"


def leftovers(form: Sequence[Grid], reading: Reading, made: Sequence[Grid]) -> list[Leftover]:
    """The typed cells of recognised sheets that the workbook `made` does not hold. Headings and captions are ours to word anew."""
    whole, figures = _said(made)
    headings = {t.place for t in reading.trail.taken}
    sheets = {f.sheet for f in reading.forms}
    found = []
    for grid in form:
        if grid.name not in sheets:
            continue
        for row, column, words in _cells(grid):
            place = Place(grid.name, address(row, column))
            if isinstance(error := datum(grid, row, column).error, Scaled):  # though another cell may hold the same number
                found.append(Leftover(place, format(error.held, "f"), f"被数字格式显示成“{error.shown}”，以哪个数为准无从判断，未带入，新工作簿的这一格由公式得出或留空，请核对后填写"))
                continue
            if place in headings and _is_heading(words) or _is_heading(words) or _plain(words) in whole:
                continue
            if _figure(words) in figures or _within(words, whole, figures):
                continue
            found.append(Leftover(place, words))
    return found


def _cells(grid: Grid) -> Iterable[tuple[int, int, str]]:
    count = 0
    for row, line in enumerate(grid.rows):
        for column, value in enumerate(line):
            if value is None or value == "":
                continue
            count += 1
            if count > _CELLS:
                return
            words = text(grid, row, column)
            if words.strip() not in _EMPTY:
                yield row, column, words


def _plain(words: str) -> str:
    return _SIGNS.sub("", fold(words))


def _figure(words: str) -> object:
    figure = read_figure(words)
    return None if figure is None else figure.quantity.value.normalize()


def _said(made: Sequence[Grid]) -> tuple[set[str], set[object]]:
    texts, figures = set(), set()
    for grid in made:
        for _, _, words in _cells(grid):
            texts.add(_plain(words))
            figure = _figure(words)
            if figure is not None:
                figures.add(figure)
    return texts, figures


def _within(words: str, whole: set[str], figures: set[object]) -> bool:
    """Whether a cell's words stand in the workbook as part of a longer cell, or were split over several."""
    pieces = [part for part in re.split(r"[:：]|\s{2,}|\n", words) if _plain(part)]
    if all(_plain(part) in whole or _is_heading(part) or _figure(part) in figures for part in pieces):
        return True
    mine = _plain(words)  # a sign or a unit from a column of its own has become part of the target
    return any(mine in other for other in whole if len(other) > len(mine))


def _is_heading(words: str) -> bool:
    if len(words) > 60:
        return False
    if role_of(words) is not None or caption_of(words) is not None or is_total(words) or money_unit(words) is not None:
        return True
    pair = inline_caption(words)
    return (pair is not None and not pair[1]) or bool(_BLOCKS.match(key(words)))
