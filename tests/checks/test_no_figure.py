"""Words in place of the completed number of a quantitative indicator: which are told, and which say the number themselves."""

from __future__ import annotations

import pytest

from checks.case import changed
from ziping.checks import check

ROW = "projects.0.indicators.0"
ROWS = [
    ("words beside a count", "≥12次", "已完成", True),
    ("words beside a bare number", "12", "已完成", True),
    ("a ditto mark", "≥12次", '"', True),
    ("words beside a range", "10-12次", "达成年度指标", True),
    ("words beside a limit of time", "≤24小时", "及时", True),
    ("words beside a percentage below the whole", "≥99%", "全部完成", True),
    ("the whole is what the words say", "100%", "全部完成", False),
    ("a number in characters", "≥12次", "十二次", False),
    ("a number among words", "≥12次", "已巡检12次", False),
    ("a deadline is kept or not", "2023年12月底前", "已完成", False),
    ("a quality has no number", "持续保障", "已完成", False),
    ("a number among the words of a quality", "健全1项制度并持续执行", "已完成", False),
    ("nothing is a number where little is asked for", "≤2起", "未发生", False),
    ("nothing is none where much is asked for", "≥12次", "未发生", True),
]


@pytest.mark.parametrize(("target", "actual", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_words_in_place_of_a_number(target: str, actual: str, told: bool) -> None:
    codes = {finding.code for finding in check(changed({f"{ROW}.target": target, f"{ROW}.actual": actual})).findings}
    assert ("score-no-figure" in codes) is told
