"""A row that sums up the numbered rows below it is no further row of the total; one that does not add up stays one."""

from __future__ import annotations

import pytest
from forms.sketch import sketch

from ziping.checks import check
from ziping.forms.reading import examine

HEAD = "2022年度项目支出绩效自评表\n项目名称 | 土壤改良\n一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分\n"
REST = "效益指标 | 社会效益指标 | 受益农户 | ≥40户 | 45户 | 70\n总分 | < | < | < | < | {total}\n"
ROWS = [
    ("parts that add up", "产出指标 | 数量指标 | 一、示范田 | ≥3块 | 3块 | 30\n^ | ^ | 1、水稻 | ≥1块 | 1块 | 10\n^ | ^ | 2、玉米 | ≥2块 | 2块 | 20\n", "100", False),
    ("… counted twice in the total", "产出指标 | 数量指标 | 一、示范田 | ≥3块 | 3块 | 30\n^ | ^ | 1、水稻 | ≥1块 | 1块 | 10\n^ | ^ | 2、玉米 | ≥2块 | 2块 | 20\n", "130", True),
    ("parts that do not", "产出指标 | 数量指标 | 一、示范田 | ≥3块 | 3块 | 30\n^ | ^ | 1、水稻 | ≥1块 | 1块 | 10\n^ | ^ | 2、玉米 | ≥2块 | 2块 | 15\n", "125", False),
    ("numbers of one kind", "产出指标 | 数量指标 | 1、示范田 | ≥3块 | 3块 | 30\n^ | ^ | 2、水稻 | ≥1块 | 1块 | 10\n^ | ^ | 3、玉米 | ≥2块 | 2块 | 20\n", "130", False),
    ("parts under another heading", "产出指标 | 数量指标 | 一、示范田 | ≥3块 | 3块 | 30\n^ | 质量指标 | 1、水稻 | ≥1块 | 1块 | 10\n^ | ^ | 2、玉米 | ≥2块 | 2块 | 20\n", "130", False),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "total", "wrong"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_total_counts_every_score_once(rows: str, total: str, wrong: bool) -> None:
    evaluation = examine([sketch(HEAD + rows + REST.format(total=total))]).evaluation
    assert len(evaluation.projects[0].indicators) == 4
    found = {finding.code for finding in check(evaluation).findings if str(finding.severity) == "error"}
    assert ("score-total" in found) is wrong, found
