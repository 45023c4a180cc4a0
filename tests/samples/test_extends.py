"""A sample that extends another one: its cells are laid over the other's, and nothing is taken out or changed that is not there."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "workbooks"))
source = importlib.import_module("source")

BASE = {"year": 2020, "base": {"staff": "13", "staff_rate": "100%"}, "rows": [{"score": "3"}, {"score": "4", "actual": "100%"}]}

LAID_OVER = [
    ("a value replaces a value", {"year": 2021}, {"year": 2021}),
    ("a table is merged key by key", {"base": {"staff": "14"}}, {"base": {"staff": "14", "staff_rate": "100%"}}),
    ("false takes a key out", {"base": {"staff_rate": False}}, {"base": {"staff": "13"}}),
    ("a table by number changes one row of a list", {"rows": {"2": {"actual": "86.67%"}}},
     {"rows": [{"score": "3"}, {"score": "4", "actual": "86.67%"}]}),
    ("the last row is within the list", {"rows": {"2": {"actual": False}}}, {"rows": [{"score": "3"}, {"score": "4"}]}),
    ("a list replaces a list", {"rows": [{"score": "1"}]}, {"rows": [{"score": "1"}]}),
    ("a new key is added", {"overall": {"total_score": "96"}}, {"overall": {"total_score": "96"}}),
    ("sample = false is a value", {"sample": False}, {"sample": False}),
]  # fmt: skip


@pytest.mark.parametrize(("over", "changed"), [row[1:] for row in LAID_OVER], ids=[row[0] for row in LAID_OVER])
def test_laying_one_source_over_another(over, changed):
    assert source._merged(BASE, over, "x.toml") == BASE | changed


REFUSED = [
    ("a key that is not there cannot be taken out", {"base": {"posts": False}}, "x.toml: base: posts"),
    ("a row behind the last one cannot be changed", {"rows": {"3": {"score": "1"}}}, "there are 2"),
    ("row 0 cannot be changed", {"rows": {"0": {"score": "1"}}}, "there are 2"),
    ("a row is named by its number", {"rows": {"first": {"score": "1"}}}, "there are 2"),
]


@pytest.mark.parametrize(("over", "says"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_laid_over_is_refused(over, says):
    with pytest.raises(ValueError, match=says):
        source._merged(BASE, over, "x.toml")


def test_the_other_source_stays_as_it_is():
    source._merged(BASE, {"base": {"staff_rate": False}, "rows": {"1": {"score": "2"}}}, "x.toml")
    assert BASE["base"]["staff_rate"] == "100%"
    assert BASE["rows"][0]["score"] == "3"
