"""A row of the project list that has amounts and no name yet."""

from __future__ import annotations

import pytest

from checks.case import changed, d
from ziping.checks import CHECKS
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed
from ziping.evaluation import ProjectLine

# the total of a list with an unnamed project, in 万元 and how many of its columns fail
UNNAMED = [("the total with it", "730.00", 0), ("the total without it", "400.00", 1)]


@pytest.mark.parametrize(("total", "failing"), [row[1:] for row in UNNAMED], ids=[row[0] for row in UNNAMED])
def test_a_project_without_a_name_is_part_of_the_total(total: str, failing: int) -> None:
    lines = {"ledger.projects": [ProjectLine("一期", d("400.00", "收支与资产!B18"))], "ledger.nameless": [ProjectLine("", d("330.00", "收支与资产!B19"))]}
    found = list(CHECKS["footing-project-list"](Book(changed(lines | {"ledger.projects_total": ProjectLine("合计", d(total, "收支与资产!B20"))}))))
    assert sum(isinstance(event, Failed) for event in found) == failing
