"""What a row of the case tables says, and how it becomes an evaluation: one thing of `whole.whole()` is changed.

Keys are paths into the evaluation (`overall.funds.0.rate`); a text replaces what the cell says, "" blanks it, None takes the cell away, GONE
removes an item of a list or dictionary. Everything else is put where the path leads.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from decimal import Decimal
from typing import Any

from checks.whole import previous, whole
from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, Unit, read_figure
from ziping.checks import CHECKS
from ziping.checks.book import Book
from ziping.checks.catalogue import Event
from ziping.evaluation import Datum, Evaluation, Place
from ziping.standards import FormRules

GONE = object()
Changes = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """The cases of one check. at, expected, actual: cell and shown figures of the (first) finding of the failing case.

    limit: just at the edge, and still no finding; NO_LIMIT where the check compares names or looks at single cells. unknown: what leaves
    a relation open, None where the check itself asks whether something is there. last: last year's workbook is given.
    """

    code: str
    fails: Changes
    at: str | None
    unknown: Changes | None
    limit: Changes | None = None
    passes: Changes = field(default_factory=dict)
    expected: str = ""
    actual: str = ""
    last: bool = False
    says: str = ""


def d(text: str, at: str, unit: Unit = PLAIN, formula: str | None = None, label: str = "", error: str | None = None) -> Datum:
    """A cell: its text, its place as SHEET!A1."""
    sheet, _, cell = at.partition("!")
    return Datum(text, read_figure(text, unit), Place(sheet, cell), formula, error, label)


def wan(text: str, at: str, formula: str | None = None) -> Datum:
    return d(text, at, WAN_YUAN, formula)


def pct(text: str, at: str, formula: str | None = None) -> Datum:
    return d(text, at, PERCENT, formula)


def changed(changes: Changes, start: Evaluation | None = None) -> Evaluation:
    evaluation = start or whole()
    for path, value in changes.items():
        if not path.startswith("last."):
            # A list of the table is copied: later changes of a case must not reach into it.
            put(evaluation, path.split("."), copy.deepcopy(value) if isinstance(value, list) else value)
    return evaluation


def put(target: Any, path: list[str], value: Any) -> Any:
    """The target with the value at the path; frozen objects on the way are replaced."""
    if not path:
        if value is GONE or not isinstance(target, Datum) or value is None or isinstance(value, Datum):
            return value
        return retyped(target, str(value))
    key, rest = path[0], path[1:]
    if isinstance(target, list):
        if key == "+":
            target.append(value)
            return target
        index = int(key)
        new = put(target[index], rest, value)
        if new is GONE:
            del target[index]
        else:
            target[index] = new
        return target
    if isinstance(target, dict):
        new = put(target.get(key), rest, value)
        if new is GONE:
            del target[key]
        else:
            target[key] = new
        return target
    assert is_dataclass(target), f"nothing at {key}"
    new = put(getattr(target, key), rest, value)
    if target.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        return replace(target, **{key: new})  # type: ignore[type-var]
    setattr(target, key, new)
    return target


def retyped(datum: Datum, text: str) -> Datum:
    """The cell as retyped by a person: a text beginning with = is its formula over the old value, one with # an error value."""
    if text.startswith("="):
        return replace(datum, formula=text)
    if text.startswith("#"):
        return replace(datum, text="", figure=None, error=text)
    unit = datum.figure.unit if datum.figure else PLAIN
    return replace(datum, text=text, figure=read_figure(text, PLAIN if unit == PERCENT and "%" not in text else unit), formula=None)


def book(changes: Changes, last: bool = False) -> Book:
    before = None
    if last:
        before = changed({path.removeprefix("last."): value for path, value in changes.items() if path.startswith("last.")}, previous())
    capped = changes.get("scheme") == "CAPPED"
    found = Book(changed({path: value for path, value in changes.items() if not capped or path != "scheme"}), before)
    if capped:  # stands for a scheme whose rules cap the total below an execution rate of 95%
        found.__dict__["rules"] = FormRules(caps=((Decimal("0.95"), Decimal(89)),))
    return found


def events(case: Case, changes: Changes) -> list[Event]:
    return list(CHECKS[case.code](book(changes, case.last)))
