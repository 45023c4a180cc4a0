"""Slips of the pen: what becomes of a figure when it is typed wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from ziping.amounts import EXACT, PERCENT, PLAIN, decimals_of, read_figure, show
from ziping.checks.cells import Content, cells
from ziping.evaluation import Datum, Evaluation, Place

SLIPS = ("wrong digit", "swapped digits", "ten thousand times", "sign", "blank", "text")


def slips(datum: Datum) -> Iterator[tuple[str, Datum]]:
    """The wrong versions of a figure's cell. The wrong digit is the first one, so that the slip is larger than any rounding."""
    figure = datum.figure
    assert figure is not None
    value, places = figure.value, max(figure.decimals or 0, decimals_of(figure.value))
    digits = show(abs(value), places)
    for kind, text in (("wrong digit", wrong_digit(digits)), ("swapped digits", swapped(digits))):
        if text is not None:
            yield kind, typed(datum, ("-" if value < 0 else "") + text)
    if value:
        yield "ten thousand times", typed(datum, show(value.scaleb(4, EXACT), max(0, places - 4)))
        yield "sign", typed(datum, show(-value, places))
        yield "blank", replace(datum, text="", figure=None)
    yield "text", replace(datum, text="见附件", figure=None)


def typed(datum: Datum, text: str) -> Datum:
    assert datum.figure is not None
    unit = datum.figure.unit
    return replace(datum, text=text + ("%" if unit == PERCENT else ""), figure=read_figure(text, unit if unit != PLAIN else PLAIN))


def wrong_digit(digits: str) -> str:
    first = next((i for i, c in enumerate(digits) if c in "123456789"), None)
    if first is None:
        return digits.replace("0", "5", 1)
    return digits[:first] + str(int(digits[first]) % 9 + 1) + digits[first + 1:]


def swapped(digits: str) -> str | None:
    for i in range(len(digits) - 1):
        a, b = digits[i], digits[i + 1]
        if a.isdigit() and b.isdigit() and a != b:
            return digits[:i] + b + a + digits[i + 2:]
    return None


def figures(evaluation: Evaluation) -> dict[Place, tuple[Datum, Content]]:
    """Every figure's cell, each once."""
    found = {}
    for cell in cells(evaluation):
        if cell.datum.figure is not None and cell.datum.place is not None and (cell.content is not Content.TEXT or cell.datum.label):
            found[cell.datum.place] = (cell.datum, cell.content)
    return found


def mapped(target: Any, change: Any) -> Any:
    """A copy with every cell changed by the function; objects are shared where nothing in them changed."""
    if isinstance(target, Datum):
        return change(target)
    if isinstance(target, list):
        new = [mapped(item, change) for item in target]
        return new if any(a is not b for a, b in zip(new, target, strict=True)) else target
    if isinstance(target, dict):
        return {key: mapped(item, change) for key, item in target.items()}
    if is_dataclass(target) and not isinstance(target, type):
        changes = {f.name: mapped(getattr(target, f.name), change) for f in fields(target)}
        changes = {name: value for name, value in changes.items() if value is not getattr(target, name)}
        return replace(target, **changes) if changes else target
    return target


def values_only(evaluation: Evaluation) -> Evaluation:
    """The copy that a bureau receives: no formula anywhere."""
    return mapped(evaluation, lambda datum: replace(datum, formula=None) if datum.formula else datum)


def with_cell(evaluation: Evaluation, place: Place, new: Datum) -> Evaluation:
    return mapped(evaluation, lambda datum: new if datum.place == place else datum)


def size(old: Datum, new: Datum) -> Decimal | None:
    """How far the figure moved, in its own unit; None when it is no longer one."""
    return abs(new.figure.value - old.figure.value) if old.figure and new.figure else None
