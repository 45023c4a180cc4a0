"""Where the cells of a form stand in the workbook made of it: both are read, and what means the same is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from ziping.evaluation import BaseData, Datum, Form, Place
from ziping.forms.reading import Reading

Pair = tuple[Place, Place]


def moved(form: Reading, book: Reading) -> dict[Place, Place]:
    """Cell of the form → cell of the workbook. Headings are put together by what they were taken for."""
    found: dict[Place, Place] = {}
    sheets: dict[str, str] = {}
    for old, new in _forms(form, book):
        sheets.setdefault(old.sheet, new.sheet)
        for before, after in _pairs(old, new):
            found.setdefault(before, after)
    headings = {}
    for taken in book.trail.taken:
        headings.setdefault((taken.place.sheet, taken.what), taken.place)
    for taken in form.trail.taken:
        after = headings.get((sheets.get(taken.place.sheet, ""), taken.what))
        if after is not None:
            found.setdefault(taken.place, after)
    return found


def _forms(form: Reading, book: Reading) -> Iterator[tuple[Form | BaseData, Form | BaseData]]:
    one, other = form.evaluation, book.evaluation
    for old, new in ((one.overall, other.overall), (one.scoring, other.scoring), *zip(one.projects, other.projects, strict=False), *zip(one.monitors, other.monitors, strict=False)):
        if old is not None and new is not None:
            yield old, new
    if one.base is not None and other.base is not None:
        yield one.base, other.base


def _pairs(old: object, new: object) -> Iterator[Pair]:
    """The places that two alike objects hold at the same point; rows of a form that say nothing are left out on both sides."""
    if isinstance(old, Datum) or isinstance(new, Datum):
        yield from _place(getattr(old, "place", None), getattr(new, "place", None))
    elif isinstance(old, list) and isinstance(new, list):
        for one, other in zip(_said(old), _said(new), strict=False):
            yield from _pairs(one, other)
    elif isinstance(old, dict) and isinstance(new, dict):
        for name in old.keys() & new.keys():
            yield from _pairs(old[name], new[name])
    elif is_dataclass(old) and type(old) is type(new):
        for each in fields(old):
            one, other = getattr(old, each.name), getattr(new, each.name)
            yield from _place(one, other) if each.name == "place" else _pairs(one, other)


def _place(one: Place | None, other: Place | None) -> Iterator[Pair]:
    if one is not None and other is not None:
        yield one, other


def _said(rows: Iterable[object]) -> list[object]:
    return [row for row in rows if getattr(row, "filled", True)]
