"""What follows from a wrong cell is not told: nobody is to change a right figure to agree with a wrong one."""

from __future__ import annotations

import pytest

from checks.case import Changes, changed, wan
from ziping.checks import check
from ziping.findings import Severity

STALE = {"projects.0.funds.0.executed": wan("310.00", "项目1!E4", "=SUM(E5:E7)")}
NET = {"ledger.lines.9.current": "90.00"}

# what is changed, and the errors that are told
TOLD = [
    ("a sum was not recomputed, and its rate, its score and the other forms agree with its parts", STALE, [("formula-stale", "项目1!E4")]),
    ("… and a rate over it agrees with neither", STALE | {"projects.0.funds.0.rate": "80.00%"}, [("rate-execution", "项目1!H4"), ("formula-stale", "项目1!E4")]),
    ("… and a rate is the one that the old sum gives", STALE | {"projects.0.funds.0.rate": "93.94%"}, [("formula-stale", "项目1!E4")]),
    ("a part is wrong by its own parts, and the total above it and its share are right", NET, [("ledger-net", "收支与资产!D11")]),
    ("… and the total is not", NET | {"ledger.lines.8.current": "125.00"}, [
        ("ledger-total", "收支与资产!D10"), ("ledger-net", "收支与资产!D11"), ("rate-share", "收支与资产!E11"), ("rate-share", "收支与资产!E12")]),
    ("… and the share is none that either gives", NET | {"ledger.lines.9.share": "70.00%", "ledger.lines.10.share": "30.00%"}, [
        ("ledger-net", "收支与资产!D11"), ("rate-share", "收支与资产!E11"), ("rate-share", "收支与资产!E12")]),
    ("a total is wrong by its parts, and what other forms say of it is right", {"ledger.lines.3.current": "640.00"}, [
        ("ledger-total", "收支与资产!D5"), ("text-figure", "报告素材!C3")]),
    ("a total score is wrong, and the grade is that of the right one", {"projects.0.total_score": "88.56"}, [("score-total", "项目1!G14")]),
    ("… and the grade is that of the wrong one", {"projects.0.total_score": "88.56", "projects.0.grade": "良"}, [("score-total", "项目1!G14")]),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_what_is_right_as_soon_as_a_wrong_cell_is_mended_is_not_called_wrong(changes: Changes, told: list[tuple[str, str]]) -> None:
    found = [(f.code, str(f.place)) for f in check(changed(changes)).findings if f.severity is Severity.ERROR]
    assert found == told


def test_what_follows_stays_open() -> None:
    outcome = next(outcome for outcome in check(changed(NET)).outcomes if outcome.code == "ledger-total")
    assert (outcome.failed, outcome.open > 0, outcome.reason) == (0, True, "所依据的数已列为不符，改正后再校验")


# the weight that a form prints for 产出, the points of a row below it, and whether the share of 产出 is told as another than the usual
PRINTED = [
    ("the usual weight, which the rows miss: told there", "50", "21", False), ("another weight, and the rows make it up", "51", "21", True),
    ("the usual weight and rows that make it up", "50", "20", False), ("no weight at all", None, "21", True),
]


@pytest.mark.parametrize(("weight", "points", "told"), [row[1:] for row in PRINTED], ids=[row[0] for row in PRINTED])
def test_points_that_miss_the_printed_weight_say_nothing_of_the_weight(weight: str | None, points: str, told: bool) -> None:
    changes = {"projects.0.indicators.0.level1.weight": weight, "projects.0.indicators.0.points": points}
    assert ("weight-national" in {f.code for f in check(changed(changes)).findings}) is told
