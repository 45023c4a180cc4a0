"""年度总体目标 and the indicators: which clause is held against which indicator, and which is left alone."""

from __future__ import annotations

import pytest

from checks.case import changed
from ziping.checks import check

NAME = "projects.0.indicators.0.level3.name"
CLAUSES = [
    ("the count of the indicator", "新增共享数据接口12次", "共享数据接口调用次数", False),
    ("another count of it", "共享数据接口调用9次", "共享数据接口调用次数", True),
    ("in another order of words", "调用共享数据接口9次", "共享数据接口调用次数", True),
    ("half of the name only", "开放数据接口9次", "共享数据接口调用次数", False),
    ("two counts in one clause", "共享数据接口调用9次和巡检12次", "共享数据接口调用次数", False),
    ("another unit", "共享数据接口调用9个", "共享数据接口调用次数", False),
    ("a name too short to be told", "巡检9次", "巡检次数", False),
]


@pytest.mark.parametrize(("text", "name", "wrong"), [row[1:] for row in CLAUSES], ids=[row[0] for row in CLAUSES])
def test_a_clause_that_names_an_indicator(text: str, name: str, wrong: bool) -> None:
    changes = {"projects.0.goals.0.achieved": f"{text}，全部完成。", NAME: name}
    assert ("goal-indicator" in {finding.code for finding in check(changed(changes)).findings}) is wrong
