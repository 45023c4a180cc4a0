"""Forms as bureaus lay them out: a workbook made of one is free of errors where the form is, and has a cell for what only words told."""

from __future__ import annotations

from pathlib import Path

import pytest
from forms.sketch import sketch
from forms.test_bureaus import FORMS, write
from workbooks.test_adopt import save

from ziping import checks
from ziping.evaluation import Evaluation, Fund
from ziping.forms import read_workbook
from ziping.refusal import Refusal
from ziping.workbooks import adopt, plan_adoption

HEADED = """
2022年度项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
预算执行（万元）（20分） | | 预算数 | 执行数 | 执行率 | 得分 | <
^ | 年度资金总额 | 50 | 47.5 | 95% | 19 | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 维修堤段 | 3公里 | 3公里 | 50 | 50
效益指标 | 社会效益指标 | 险情次数 | 0 | 0 | 30 | 30
总分 | < | < | < | < | 100 | 99
"""
POINTLESS = """
2022年度项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
预算执行（万元）（20分） | | 预算数 | 执行数 | 执行率 | 得分 | <
^ | 年度资金总额 | 50 | 47.5 | 95% | 19 | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 | 备注
产出指标 | 数量指标 | 维修堤段 | 3公里 | 3公里 | 50 |
效益指标 | 社会效益指标 | 险情次数 | 0 | 0 | 30 |
总分 | < | < | < | < | 99 |
"""
PROVED = """
2022年度项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
预算执行（万元） | 预算数 | 50 | 执行数 | 47.5 | 执行率 | 95%
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 维修堤段 | 3公里 | 3公里 | 60 | 60
效益指标 | 社会效益指标 | 险情次数 | 0 | 0 | 30 | 30
总分 | < | < | < | < | | 99.5
"""
BESIDE = """
2022年度部门整体支出绩效自评表 | < | < | < | < | < | <
部门名称 | 某水务站 | < | < | < | < | <
资金（万元） | 来源 | 预算数 | 执行数 | 执行率 | 得分 | <
^ | 合计 | 50 | 47.5 | 95% | 9.5 | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
过程 | 预算 | 预算编制 | 合规 | 合规 | 40 | 40
产出 | 数量 | 维修堤段 | 3公里 | 3公里 | 60 | 60
总分 | < | < | < | < | | 100
"""
ROUNDED = """
2022年度项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
资金（万元） | 来源 | 预算数 | 执行数 | 执行率 | 分值 | 得分
^ | 合计 | 50 | 47.5 | 95% | 10 | 9.5
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥48公里 | 45公里 | 45 | 42.2
效益指标 | 社会效益指标 | 巡查次数 | ≥36次 | 31次 | 45 | 38.8
总分 | < | < | < | < | 100 | 90.5
"""
DASHED = """
2022年度项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
资金（万元） | 来源 | 预算数 | 执行数 | 执行率 | 分值 | 得分
^ | 合计 | 50 | 47.5 | 95% | 10 | 9.5
^ | 其中：财政拨款 | 50 | 47.5 | 95% | — | ^
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥48公里 | 48公里 | 90 | 90
总分 | < | < | < | < | 100 | 99.5
"""
WATCHED = """
2023年项目支出绩效目标执行监控表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
资金（万元） | 来源 | 年初预算数 | 全年预算数 | 1-8月执行数 | 1-8月执行率 | 全年预计执行数
^ | 合计 | 60 | 50 | 30 | 60% | 50
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-8月执行情况 | 全年预计完成情况 | 备注
产出指标 | 数量指标 | 清淤长度 | 48公里 | 30公里 | 48公里 |
"""

CAPTIONED = DASHED.replace("总分 | < | < | < | < | 100 | 99.5", "总分 | 总分值 | 100 | 总得分 | 99.5 | 自评等级 | 优")
APART = DASHED.replace("总分 | < | < | < | < | 100 | 99.5", "合计 | < | < | < | < | 90 | 90")
OTHERS = """
2022年度项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 堤防维修 | < | < | 实施单位 | 某水务站 | <
资金（万元） | 来源 | 预算数 | 执行数 | 执行率 | < | <
^ | 年度资金总额 | 50 | 47.5 | 95% | < | <
^ | 1.省级安排 | 30 | 30 | 100% | < | <
^ | 2.县级安排 | 20 | 17.5 | 87.5% | < | <
^ | 另：结转资金 | 4 | 4 | 100% | < | <
^ | 另：项目支出 | 12 | 12 | 100% | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 | 备注
产出指标 | 数量指标 | 清淤长度 | ≥48公里 | 48公里 | 90 |
"""


def first(evaluation: Evaluation):  # noqa: ANN201 - a form
    return next(iter(evaluation.forms))


CASES = {
    "points of the execution rate that only a heading tells": (HEADED, lambda form: (form.funds[0].points.text, form.funds[0].score.text), ("20", "19")),
    "points that the total proves": (PROVED, lambda form: (form.funds[0].points.text, form.funds[0].score.text), ("10", "9.5")),
    "a score of the execution rate beside indicators that make up the hundred": (BESIDE, lambda form: form.total_score.text, "100"),
    "scores rounded before they were added": (ROUNDED, lambda form: [row.score.text for row in form.indicators], ["42.2", "38.8"]),
    "a part of the money without points has no score": (DASHED, lambda form: bool(form.funds[1].score), False),
    "a total row that names its figures": (CAPTIONED, lambda form: (form.total_points.text, form.total_score.text), ("100", "99.5")),
    "a total of the indicators alone": (APART, lambda form: (form.total_points.text, form.total_score.text), ("90", "90")),
    "sources that go by other names, and what is told beside them": (OTHERS, lambda form: form.funds[0].executed.text, "47.5"),
    "the adjusted budget of a form of monitoring": (WATCHED, lambda form: (form.funds[0].adjusted.text, form.funds[0].rate.text), ("50", "60.00%")),
}


@pytest.mark.parametrize("name", CASES)
def test_an_adopted_form_has_no_error_of_its_own(name: str, tmp_path: Path) -> None:
    text, fact, expected = CASES[name]
    path, out = save([sketch(text)], tmp_path / "表.xlsx"), tmp_path / "自评.xlsx"
    adopt(plan_adoption(path), out)
    for file in (path, out):
        assert [finding.message for finding in checks.check(file).findings if finding.severity == "error"] == []
    assert fact(first(read_workbook(out))) == expected


def test_the_points_of_a_heading_are_no_cell_of_the_form(tmp_path: Path) -> None:
    form = first(read_workbook(save([sketch(HEADED)], tmp_path / "表.xlsx")))
    assert form.funds[0].points is None
    assert (form.execution_points.text, form.execution_points.place.cell) == ("20", "A3")


NO_POINTS = [
    ("the points have a cell", HEADED.replace("执行率 | 得分 | <\n", "执行率 | 得分 | 分值\n").replace("95% | 19 | <", "95% | 19 | 20")),
    ("two headings tell different points, and the score proves neither", HEADED.replace("| 得分 | <\n^", "| 得分（10分*执行率） | <\n^").replace("95% | 19", "95% | 18")),
    ("an indicator is the execution rate", HEADED.replace("险情次数 | 0 | 0", "预算执行率 | 100% | 100%")),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_POINTS], ids=[row[0] for row in NO_POINTS])
def test_a_heading_tells_no_points_of_the_execution_rate(text: str, tmp_path: Path) -> None:
    assert first(read_workbook(save([sketch(text)], tmp_path / "表.xlsx"))).execution_points is None


def test_a_total_that_holds_something_else_proves_nothing(tmp_path: Path) -> None:
    text = PROVED.replace("| | 99.5", "| | 99.4")
    assert first(read_workbook(save([sketch(text)], tmp_path / "表.xlsx"))).execution_points is None


def test_a_score_without_points_makes_no_sum_short_but_too_many_points_stay_an_error(tmp_path: Path) -> None:
    short = BESIDE.replace("合规 | 合规 | 40 | 40", "合规 | 合规 | 30 | 30").replace("95% | 9.5", "95% | 9.1").replace("| | 100", "| | 99.1")
    over = short.replace("合规 | 合规 | 30 | 30", "合规 | 合规 | 45 | 30")
    codes = [{finding.code for finding in checks.check(save([sketch(text)], tmp_path / f"{n}.xlsx")).findings} for n, text in enumerate((short, over))]
    assert "weight-total" not in codes[0]
    assert "weight-total" in codes[1]


@pytest.mark.parametrize("text", [form[1] for form in FORMS[::5]], ids=[form[0] for form in FORMS[::5]])
def test_no_layout_gains_an_error_by_adoption(text: str, tmp_path: Path) -> None:
    path, out = tmp_path / "表.xlsx", tmp_path / "自评.xlsx"
    write(path, text)
    try:
        adopt(plan_adoption(path), out)
    except Refusal as refusal:
        pytest.skip(str(refusal))
    assert checks.check(out).counts["error"] <= checks.check(path).counts["error"]


def test_the_points_of_the_execution_rate_alone_are_no_total(tmp_path: Path) -> None:
    """A form whose rows have no points has no total of points either, until they are filled in."""
    book = tmp_path / "自评表.xlsx"
    adopt(plan_adoption(save([sketch(POINTLESS)], tmp_path / "表.xlsx")), book)
    form = read_workbook(book).projects[0]
    assert form.fund(Fund.TOTAL).points.value == 20
    assert form.total_points is None or form.total_points.blank
    for row in form.indicators:
        assert row.points.blank
