"""What a figure is bound to: right passages in which nothing is called wrong, and rates of what was received and spent."""

from __future__ import annotations

from inspect import isfunction
from random import Random

import pytest
from prose import bindings_drawn
from prose.test_true_passages import DRAWN, Passage, wrong

from ziping.prose import check_prose

PASSAGES: list[Passage] = [made for name, made in vars(bindings_drawn).items() if isfunction(made) and made.__module__ == bindings_drawn.__name__ and name[0] != "_"]

HOLDS, FAILS, NONE = "holds", "fails", "none"

# (name, text, verdict, stated, recomputed)
RATES = [
    ("received, paid out and the rate", "学校收到生活补助资金合计150.00万元，实际发放108.30万元，实际执行率为72.20%。", HOLDS, "72.20%", "72.20%"),
    ("received, paid out and a wrong rate", "学校收到生活补助资金合计150.00万元，实际发放108.30万元，实际执行率为82.20%。", FAILS, "82.20%", "72.20%"),
    ("the rate in a sentence of its own", "学校收到公用经费补助120.00万元，全年发放109.20万元。公用经费项目预算执行率91.00%。", HOLDS, "91.00%", "91.00%"),
    ("a wrong rate in a sentence of its own", "学校收到公用经费补助120.00万元，全年发放109.20万元。公用经费项目预算执行率81.00%。", FAILS, "81.00%", "91.00%"),
    ("what was received a heading before", "（1）到位情况。共到位资金1400.00万元，到位率100%。\n（2）执行情况。实际执行1261.40万元，项目执行率为90.10%。", HOLDS, "90.10%", "90.10%"),
    ("what is left stands between", "预算飞行经费共计9800.00万元。\n实际执行飞行经费9114.00万元，结余686.00万元，留待下年。项目执行率93.00%。", HOLDS, "93.00%", "93.00%"),
    ("what was done of a task", "下达修缮任务60户。\n截至年底，完成修缮129户，完工率215%。", HOLDS, "215%", "215.00%"),
    ("a rate of this year's and the carried money together", "收到补助100.00万元，上年结转20.00万元。实际发放90.00万元，执行率75.00%。", NONE, "", ""),
    ("a rate that an amount told before bears out", "下达甲项目80.00万元。共收到补助100.00万元，实际发放60.00万元，执行率75.00%。", NONE, "", ""),
    ("a rate of a part of the year", "收到补助100.00万元，12月当月发放9.00万元，执行率95.00%。", NONE, "", ""),
    ("a rate of something else behind a semicolon", "收到补助100.00万元，发放60.00万元；乙项目预算执行率95.00%。", NONE, "", ""),
]

FORM = "专项补助（万元）\n年度资金总额：{}\n其中：中央补助 166.00\n市级资金 136.00\n{} 20.25\n"
OTHERS = [
    ("a task exceeded, told above", "年度任务数为120户，实际完成改造150户。\n组织有力。\n全市改造数超任务25%。", HOLDS, "25%", "25.00%"),
    ("a task exceeded by the rate of the inverse", "年度任务数为120户，实际完成改造300户。\n组织有力。\n全市改造数超任务40%。", FAILS, "40%", "150.00%"),
    ("a task exceeded, of two tasks", "年度任务数为120户，实际完成改造300户；第二批任务数为80户。\n全市改造数超任务40%。", NONE, "", ""),
    ("a task exceeded, where two numbers were done", "年度任务数为120户，实际完成改造300户；补助对象完成168户。\n全市改造数超任务40%。", NONE, "", ""),
    ("what a grant is for", "省级补助资金90.00万元，为甲村道路建设50.00万元，乙渠维修项目40.00万元。", HOLDS, "90.00万元", "90.00万元"),
    ("what a grant is for, above it", "省级补助资金90.00万元，为甲村道路建设50.00万元，乙渠维修项目60.00万元。", FAILS, "90.00万元", "110.00万元"),
    ("what a grant brought about", "投入补助资金90.00万元，为企业减轻负担50.00万元，带动社会投资项目60.00万元。", NONE, "", ""),
    ("a form told line by line", FORM.format("322.25", "县级资金"), HOLDS, "322.25", "322.25"),
    ("a form told line by line, its total wrong", FORM.format("321.25", "县级资金"), FAILS, "321.25", "322.25"),
    ("a form whose lines are not all levels", FORM.format("521.25", "体检经费"), NONE, "", ""),
    ("a form without a unit", FORM.replace("（万元）", "").format("321.25", "县级资金"), NONE, "", ""),
]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda made: made.__name__.replace("_", " "))
def test_nothing_is_called_wrong_in_a_passage_that_is_right(passage: Passage) -> None:
    for seed in range(DRAWN):
        assert not wrong(passage(Random(seed)))


@pytest.mark.parametrize("seed", range(DRAWN))
def test_nothing_is_called_wrong_where_they_follow_each_other(seed: int) -> None:
    r = Random(seed)
    assert not wrong("\n".join(passage(r) for passage in r.sample(PASSAGES, len(PASSAGES))))


@pytest.mark.parametrize(("text", "verdict", "stated", "recomputed"), [row[1:] for row in RATES + OTHERS], ids=[row[0] for row in RATES + OTHERS])
def test_claims_of_what_is_bound_together(text: str, verdict: str, stated: str, recomputed: str) -> None:
    told = [(str(one.verdict), one.stated, one.recomputed) for one in check_prose(text).claims]
    if verdict == NONE:
        assert not [one for one in told if one[0] == FAILS]
    else:
        assert (verdict, stated, recomputed) in told
        assert verdict == FAILS or not [one for one in told if one[0] == FAILS]


@pytest.mark.parametrize(("part", "holds"), [("1", False), ("1.3", True)], ids=["only a coarse figure bears it out", "a figure as fine as the others does"])
def test_a_list_is_not_borne_out_by_a_coarse_figure_alone(part: str, holds: bool) -> None:
    claims = check_prose(f"债务限额1.31亿元，其中外债转贷0.01亿元，专项债务{part}亿元。").claims
    assert bool([one for one in claims if one.verdict == HOLDS]) is holds


def test_every_rate_of_a_list_is_of_its_own_amounts() -> None:
    text = "项目资金15.00万元，实际支付15.00万元，支付率100%。\n1、档案整理费5.00万元，实际支付5.00万元，资金支付率100%；\n2、宣传费10.00万元，实际支付10.00万元，资金支付率100%。"
    rates = [one for one in check_prose(text).claims if str(one.kind) == "rate"]
    assert [str(one.figures[0].figure) for one in rates] == ["15.00万元", "5.00万元", "10.00万元"]


def test_a_figure_that_is_masked_is_none() -> None:
    assert not check_prose("全年预算数78.*元，执行数78.*元，完成预算的100%。").claims
    assert not check_prose("全年预算数78**万元，执行数78**万元，执行率100%。").claims
