"""A table of goals is no evaluation, and one can be begun from it: what was planned stays, what became of it is blank."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from forms.sketch import sketch
from workbooks.test_adopt import save

from ziping import checks
from ziping.forms import read_workbook
from ziping.forms.reading import examine
from ziping.refusal import Refusal
from ziping.workbooks import adopt, plan_adoption

HEAD = "项目支出绩效目标申报表 | < | < | <\n（2023年度） | < | < | <\n项目名称 | 泵站换机 | 实施单位 | 某区排水站\n"
TABLE = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 更换水泵 | ≥6台\n效益指标 | 社会效益指标 | 积水点 | 减少\n"
WEIGHED = "一级指标 | 二级指标 | 三级指标 | 指标值 | 分值\n产出指标 | 数量指标 | 更换水泵 | ≥6台 | 60\n效益指标 | 社会效益指标 | 积水点 | 减少 | 40\n"

MONEY = [
    ("names with their amounts beside", "项目资金申请（万元） | 资金总额： | 80.5 | <\n^ | 其中：当年财政拨款 | 80.5 | <\n", [("资金总额", "80.5"), ("当年财政拨款", "80.5")]),
    ("several in a row", "资金情况（万元） | 年度资金总额： | 80.5 | 其中：财政拨款 | 60 | 其他资金 | 20.5\n", [("年度资金总额", "80.5"), ("财政拨款", "60"), ("其他资金", "20.5")]),
    ("name and amount in one cell", "资金情况（万元） | 年度资金总额：80.5 | < | <\n^ | 本级资金：60 | < | <\n", [("年度资金总额", "80.5"), ("本级资金", "60")]),
    ("under a heading", "资金情况（万元） | 来源 | 年度金额 | <\n^ | 资金总额 | 80.5 | <\n", [("资金总额", "80.5")]),
    ("parts without a total", "资金情况（万元） | 其中：财政拨款 | 60 | <\n", []),
    ("told in a sentence", "资金情况（万元） | 资金总额约80万元 | < | <\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("money", "lines"), [row[1:] for row in MONEY], ids=[row[0] for row in MONEY])
def test_the_money_of_a_table_of_goals_is_what_was_planned(money: str, lines: list[tuple[str, str]]) -> None:
    (form,) = examine([sketch(HEAD + money + TABLE)], planned=True).forms
    assert [(line.label, line.adjusted.text) for line in form.funds] == lines
    assert all(line.executed is None and line.initial is None for line in form.funds)


def test_it_is_read_only_where_it_is_asked_for_and_nothing_else_is_there() -> None:
    goals, done = sketch(HEAD + TABLE, "目标"), sketch(HEAD.replace("目标申报", "自评") + TABLE.replace("指标值", "指标值 | 实际完成值").replace("台", "台 | 6台").replace("减少", "减少 | 减少"), "自评")
    assert not examine([goals]).forms
    assert [form.sheet for form in examine([goals], planned=True).forms] == ["目标"]
    assert [form.sheet for form in examine([goals, done], planned=True).forms] == ["自评"]


@pytest.mark.parametrize("table", [TABLE, WEIGHED], ids=["without points", "with points"])
def test_an_evaluation_is_begun_from_it(tmp_path: Path, table: str) -> None:
    form, out = save([sketch(HEAD + MONEY[0][1] + table)], tmp_path / "目标.xlsx"), tmp_path / "自评.xlsx"
    with pytest.raises(Refusal, match="不是自评表.*采用外来表"):
        read_workbook(form)
    plan = plan_adoption(form)
    assert any("只带入目标值和预算数" in line for line in plan.lines())
    assert plan.left == []
    adopt(plan, out)
    made = read_workbook(out)
    (project,) = made.projects
    assert (made.year, project.project.text, project.title.text) == (2023, "泵站换机", "项目支出绩效自评表")
    assert [(row.name, row.target.text, row.actual.blank, row.score.blank, bool(row.score.formula)) for row in project.indicators] == [
        ("更换水泵", "≥6台", True, True, True), ("积水点", "减少", True, True, True)]
    points = [row.points.value if row.points else None for row in project.indicators]
    assert points == ([Decimal(60), Decimal(40)] if table is WEIGHED else [None, None])
    total = project.funds[0]
    assert (total.adjusted.value, total.executed.blank, bool(total.rate.formula), total.points.blank) == (Decimal("80.5"), True, True, True)
    assert project.total_score.formula
    assert checks.check(made).counts["error"] == 0
