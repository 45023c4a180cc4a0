"""A bare number with its unit in a column of its own is scored with that unit."""

from __future__ import annotations

import pytest

from ziping.amounts import read_figure
from ziping.checks.book import Book
from ziping.checks.measured import measured
from ziping.evaluation import Datum, Evaluation, Indicator
from ziping.standards import NotScorable

ROWS = [
    ("a percentage", "≥95%", "96", {"度量单位": "%"}, "96%"),
    ("full-width signs", "≥９５％", "９６", {"计量单位": "％"}, "９６%"),
    ("a count", "≥120人次", "118", {"度量单位": "人次"}, "118人次"),
    ("a small share against a small one", "≤0.8‰", "0.02", {"度量单位": "‰"}, "0.02‰"),
    ("a small share against one above 1", "≤4‰", "0.12", {"计量单位": "‰"}, "0.12‰"),
    ("exactly one against more than one may be a ratio", "≥95%", "1", {"度量单位": "%"}, "1"),
    ("a little more than one is none", "≥95%", "1.01", {"度量单位": "%"}, "1.01%"),
    ("the value has a unit already", "≥95%", "96%", {"度量单位": "%"}, "96%"),
    ("the target has another unit", "≥95", "96", {"度量单位": "%"}, "96"),
    ("no column of units", "≥95%", "96", {"备注": "%"}, "96"),
    ("words", "≥95%", "全部", {"度量单位": "%"}, "全部"),
]


def row(target: str, actual: str, extra: dict[str, str]) -> Indicator:
    return Indicator(target=Datum(target), actual=Datum(actual, read_figure(actual)), extra={heading: Datum(text) for heading, text in extra.items()})


@pytest.mark.parametrize(("target", "actual", "extra", "text"), [each[1:] for each in ROWS], ids=[each[0] for each in ROWS])
def test_the_unit_goes_behind_a_bare_number(target: str, actual: str, extra: dict[str, str], text: str) -> None:
    assert measured(row(target, actual, extra)) == text


def test_a_row_is_scored_with_it() -> None:
    book, points = Book(Evaluation(), None), Datum("10", read_figure("10"))
    beside, without = row("≥95%", "96", {"度量单位": "%"}), row("≥95%", "96", {})
    assert book.scored(beside, points).points == 10
    assert isinstance(book.scored(without, points), NotScorable)
