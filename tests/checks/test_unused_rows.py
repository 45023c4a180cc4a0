"""Rows that the form has and the body does not use: one hint, no warnings, and the sums of points go over the others."""

from __future__ import annotations

import pytest

from checks.case import Changes, book, changed, d
from ziping.checks import check
from ziping.evaluation import Indicator, Level, Place


def more(level3: str = "", **cells: str) -> Changes:
    """A further row of the first project form, of which only some cells are filled."""
    given = {key: d(cells.get(key, ""), f"项目1!{column}15") for key, column in (("target", "D"), ("actual", "E"), ("points", "F"), ("score", "G"))}
    return {"projects.0.indicators.+": Indicator(Level("效益指标"), Level("生态效益指标"), Level(level3), place=Place("项目1", "B15"), **given)}


WAITED_FOR = {"complete-target", "complete-actual", "complete-score", "weight-missing"}
ROWS = [
    ("nothing but headings", more(), {"complete-unused-rows"}),
    ("not applicable, and said so", more(target="不适用", actual="不适用"), set()),
    ("an indicator is named, and not applicable", more("绿化面积", target="不适用", actual="不适用"), set()),
    ("one that is not applicable keeps its points", more("绿化面积", actual="不适用", points="0"), WAITED_FOR - {"weight-missing"}),
    ("an indicator is named", more("绿化面积"), WAITED_FOR),
    ("points are given", more(points="0"), WAITED_FOR - {"weight-missing"}),
    ("a target is given", more(target="10亩"), WAITED_FOR - {"complete-target"}),
]


@pytest.mark.parametrize(("changes", "codes"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_row_is_in_use_as_soon_as_it_holds_something(changes: Changes, codes: set[str]) -> None:
    found = {finding.code for finding in check(changed(changes)).findings}
    assert found == codes


def test_points_are_added_up_over_the_rows_in_use() -> None:
    result = check(changed({**more(), "projects.0.indicators.0.points": "19"}))
    assert {"weight-level1", "weight-total"} <= {finding.code for finding in result.findings}


def test_a_form_that_is_not_filled_at_all_waits_for_all_of_its_rows() -> None:
    start = book(more())
    form = start.evaluation.projects[0]
    form.indicators = form.indicators[-1:]
    assert len(start.rows(form)) == 1
    assert "complete-target" in {finding.code for finding in check(start.evaluation).findings}
