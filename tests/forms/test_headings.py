"""Words of headings and captions: what each is taken for, and what is none."""

from __future__ import annotations

import pytest

from ziping.forms.caption_words import caption_of, inline_caption, is_total, money_unit, name_and_weight
from ziping.forms.headings import Role, role_of
from ziping.forms.parts import is_title

ROLES = [
    ("年度\n指标值", Role.TARGET), ("年度指标值（A）", Role.TARGET), ("实 际 完成值", Role.ACTUAL), ("实际完成值(B)", Role.ACTUAL), ("执行率（B/A", Role.RATE),
    ("★分值（权重）", Role.POINTS), ("参考分值", Role.POINTS), ("自评得分（满分100分）", Role.SCORE), ("财政复核得分", Role.EXTRA), ("折算得分", Role.FINAL_SCORE),
    ("偏离原因及改进措施", Role.REASON), ("未达标原因分析", Role.REASON), ("评分标准（计分方法）", Role.STANDARD), ("1-6月执行数", Role.EXECUTED), ("1-6月执行率", Role.RATE),
    ("1月6日执行情况", Role.ACTUAL), ("本单位执行情况", Role.ACTUAL), ("部门指标落实情况", Role.ACTUAL), ("预算执行情况", None), ("执行情况", Role.EXECUTED), ("全年预计完成情况", Role.EXPECTED), ("全年（调整）预算数", Role.ADJUSTED), ("2022年决算数", Role.EXECUTED), ("指标内容", Role.LEVEL3),
    ("年初预算收入", None), ("年初预算支出", Role.INITIAL), ("支出决算（万元）", Role.EXECUTED), ("收入决算", None), ("预算执行得分", Role.SCORE),
    ("计划安排资金（万元）", Role.BUDGET), ("预算资金总额", Role.BUDGET), ("年初批复", Role.INITIAL), ("年度指标调整值", Role.TARGET),
    ("执行率④=③/②", Role.RATE), ("⑦得分", Role.SCORE), ("三级指标权重", Role.POINTS), ("三级指标名称", Role.LEVEL3), ("支出", None),
    ("年初目标申报值", Role.TARGET), ("年度考核目标", Role.TARGET), ("目标要求", Role.TARGET), ("年度考核指标", None), ("目标申报", None),
    ("年末完成的指标值", Role.ACTUAL), ("截止12月31日完成值", Role.ACTUAL), ("年度实际指标值", Role.ACTUAL), ("落实情况", Role.ACTUAL), ("完成", None), ("完成时间", None),
    ("上年度指标值", Role.EXTRA), ("上年实际完成值", Role.EXTRA), ("上年执行数", None), ("复核完成值", Role.EXTRA), ("自评打分值", Role.SCORE), ("应得分值", Role.POINTS),
    ("评分依据和标准", Role.STANDARD), ("问题及原因", Role.REASON), ("支出完成比例", Role.RATE), ("支出完成数", None),
    ("产出指标", None), ("项目资金（万元）", None), ("按完成比例计分", None), ("一级指标分值统一设置为产出指标50分、效益指标30分", None),
]  # fmt: skip
CAPTIONS = [
    ("部门（单位）名称", "单位名称"), ("县级预算部门名称", "单位名称"), ("主管部门及代码", "主管部门"), ("实施单位\n(盖章)", "实施单位"), ("专项资金名称", "项目名称"),
    ("主管部门评分", None), ("年度总体目标", None),
]  # fmt: skip
WEIGHTS = [
    ("产出指标(50分)", True, ("产出指标", "50")), ("数量指标（15）", True, ("数量指标", "15")), ("资金到位率（2分", True, ("资金到位率", "2")),
    ("满意度指标 10分", True, ("满意度指标", "10")), ("产出指标（权重：30%）", True, ("产出指标", "30%")), ("培训人数（50）", False, ("培训人数（50）", None)),
    ("培训人数（50分）", False, ("培训人数", "50")), ("项目支出（2022）", True, ("项目支出（2022）", None)), ("带宽（3G", True, ("带宽（3G", None)),
    ("社会效益\n15分", True, ("社会效益", "15")), ("社会效益15分", False, ("社会效益15分", None)), ("未达标扣2分", True, ("未达标扣2分", None)), ("环节2个", True, ("环节2个", None)),
]  # fmt: skip
UNITS = [("项目资金（万元）", "万元"), ("单位：元", "元"), ("金额单位：人民币万元", "万元"), ("年初预算数/万元", "万元"), ("共500万元", None), ("单位：个", None)]
TITLES = [
    ("2020年项目支出绩效自评表", True), ("附件2：部门整体支出绩效评价指标表", True), ("注：本表为绩效自评表的附表。", False), ("绩效指标", False), ("请填写绩效自评表", False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "role"), ROLES)
def test_a_heading_is_taken_for_its_column(words: str, role: Role | None) -> None:
    assert role_of(words) is role


@pytest.mark.parametrize(("words", "caption"), CAPTIONS)
def test_a_caption_is_known_by_its_words(words: str, caption: str | None) -> None:
    assert caption_of(words) == caption


@pytest.mark.parametrize(("words", "bare", "parts"), WEIGHTS)
def test_a_weight_is_told_from_a_name(words: str, bare: bool, parts: tuple[str, str | None]) -> None:
    assert name_and_weight(words, bare) == parts


@pytest.mark.parametrize(("words", "unit"), UNITS)
def test_a_unit_of_money_is_found_in_a_heading(words: str, unit: str | None) -> None:
    found = money_unit(words)
    assert (found.text if found else None) == unit


@pytest.mark.parametrize(("words", "title"), TITLES)
def test_a_title_is_told_from_a_sentence(words: str, title: bool) -> None:
    assert is_title(words) is title


def test_a_unit_of_money_is_no_name_of_a_body() -> None:
    assert inline_caption("单位：万元") == ("金额单位", "万元")
    assert inline_caption("填报单位：某局") == ("单位名称", "某局")


@pytest.mark.parametrize(("words", "total"), [("总  分", True), ("自评总分（100分）", True), ("合计：", True), ("总分100", True), ("总分98", False), ("总体情况", False), ("小计", False)])
def test_a_row_of_totals_is_known_by_its_first_words(words: str, total: bool) -> None:
    assert is_total(words) is total
