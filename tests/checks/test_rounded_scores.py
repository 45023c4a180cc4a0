"""A score of whole points: what has no hundredths is right, what was rounded to it is told."""

from __future__ import annotations

import pytest

from checks.case import changed
from ziping.checks import check

# budget 330 and the amount executed, the score of the line that is worth 10, and what is told of it
SCORES = [
    ("a whole score that the rate gives within half a hundredth", "297.16", "9", []),
    ("… from below", "296.84", "9", []),
    ("just beyond half a hundredth", "297.18", "9", ["score-rounded"]),
    ("… on the other side", "296.82", "9", ["score-rounded"]),
    ("half a point off is still rounded to whole points", "313.4", "9", ["score-rounded"]),
    ("more than half a point off is wrong", "313.6", "9", ["score-execution"]),
    ("one decimal stands for what rounds to it", "298.6", "9.0", []),
    ("… and for no more", "298.8", "9.0", ["score-rounded"]),
    ("two decimals are exact to half a hundredth", "297.18", "9.01", []),
]  # fmt: skip


@pytest.mark.parametrize(("executed", "score", "codes"), [row[1:] for row in SCORES], ids=[row[0] for row in SCORES])
def test_a_score_of_the_execution_rate(executed: str, score: str, codes: list[str]) -> None:
    changes = {"projects.0.funds.0.executed": executed, "projects.0.funds.0.rate": None, "projects.0.funds.0.score": score}
    assert [f.code for f in check(changed(changes)).findings if str(f.place) == "项目1!I4"] == codes
