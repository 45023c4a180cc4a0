"""Blocks of money: every figure with the heading of its amount and the name of its line, whichever way they stand; and what is left unread."""

from __future__ import annotations

import pytest

from ziping.amounts import COUNT, PLAIN, WAN_YUAN, YUAN, Unit
from ziping.evaluation import Fund
from ziping.forms.grid import figure_in
from ziping.forms.listing import record_of
from ziping.forms.reading import examine

from .sketch import sketch

INDICATORS = """
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 巡河次数 | 24次 | 24次 | 90 | 90
"""
FIELDS = ("initial", "adjusted", "executed", "points", "rate", "score")

BLOCKS = {
    "headings above, names on the left": (
        """
        资金（万元） | 来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分
        ^ | 合计 | 30 | 32 | 30.4 | 95% | 10 | 9.5
        ^ | 其中：中央补助 | 20 | 22 | 20.4 | 92.73% | — | —
        """,
        ["合计 30 32 30.4 10 95% 9.5", "其中：中央补助 20 22 20.4 — 92.73% —"],
    ),
    "headings on the left, names above, the rate of the whole in a column of its own": (
        """
        资金（万元） | 项目 | 合计 | 财政拨款 | 自筹 | 执行率
        ^ | 预算安排 | 32 | 22 | 10 |
        ^ | 资金支出 | 30.4 | 20.4 | 10 | 95%
        """,
        ["合计 - 32 30.4 - 95% -", "财政拨款 - 22 20.4 - - -", "自筹 - 10 10 - - -"],
    ),
    "names under every heading": (
        """
        资金（万元） | 全年预算数 | < | 全年执行数 | < | 执行率
        ^ | 小计 | 财政拨款 | 小计 | 财政拨款 | ^
        ^ | 32 | 22 | 30.4 | 20.4 | 95%
        """,
        ["小计 - 32 30.4 - 95% -", "财政拨款 - 22 20.4 - - -"],
    ),
    "headings under every name": (
        """
        资金（万元） | 年度资金总额 | < | 其中：财政拨款 | <
        ^ | 预算数 | 执行数 | 预算数 | 执行数
        ^ | 32 | 30.4 | 22 | 20.4
        """,
        ["年度资金总额 - 32 30.4 - - -", "其中：财政拨款 - 22 20.4 - - -"],
    ),
    "… although nothing is merged": (
        """
        资金（万元） | 年度资金总额 | | 其中：财政拨款 |
        | 预算数 | 执行数 | 预算数 | 执行数
        | 32 | 30.4 | 22 | 20.4
        """,
        ["年度资金总额 - 32 30.4 - - -", "其中：财政拨款 - 22 20.4 - - -"],
    ),
    "a heading that names its line": (
        """
        预算总额 | 其中：基本支出预算 | 项目支出预算 | 执行总额 | 基本支出执行 | 项目支出执行
        32 | 22 | 10 | 30.4 | 20.4 | 10
        """,
        ["预算总额 - 32 30.4 - - -", "其中：基本支出 - 22 20.4 - - -", "项目支出 - 10 10 - - -"],
    ),
    "… where all headings name the same one it is the matter of the form": (
        """
        项目支出预算数（万元） | 项目支出决算数（万元） | 执行率
        32 | 30.4 | 95%
        """,
        ["项目支出预算数（万元） - 32 30.4 - 95% -"],
    ),
    "figures beside their headings, the parts beside their names in the rows below": (
        """
        预算执行（万元） | 预算数 | 32 | 执行数 | 30.4
        ^ | 其中：财政拨款 | 22 | 其中：财政拨款 | 20.4
        ^ | 自筹资金 | 10 | 自筹资金 | 10
        ^ | 执行率 | 95% | 得分 | 9.5
        """,
        ["预算数 - 32 30.4 - 95% 9.5", "其中：财政拨款 - 22 20.4 - - -", "自筹资金 - 10 10 - - -"],
    ),
    "one heading a row, its parts behind it": (
        """
        全年预算数（万元） | 32 | 其中：财政拨款 | 22 | 其他资金 | 10
        全年执行数（万元） | 30.4 | 其中：财政拨款 | 20.4 | 其他资金 | 10
        """,
        ["全年预算数（万元） - 32 30.4 - - -", "其中：财政拨款 - 22 20.4 - - -", "其他资金 - 10 10 - - -"],
    ),
    "heading, name and figure in one cell": (
        """
        预算执行（万元） | 预算数：32 | 执行数：30.4
        ^ | 其中：财政拨款：22 | 其中：财政拨款：20.4
        ^ | 其他资金：10 | 其他资金：10
        """,
        ["预算数 - 32 30.4 - - -", "其中：财政拨款 - 22 20.4 - - -", "其他资金 - 10 10 - - -"],
    ),
    "… with names that differ in a row: they are no line of one name": (
        """
        预算执行（万元） | 预算数：32 | 执行数：30.4
        ^ | 其中：财政拨款：22 | 其中：基本支出：20.4
        """,
        ["预算数 - 32 30.4 - - -"],
    ),
    "a second figure behind the one beside a heading has no heading": (
        "预算执行（万元） | 预算数 | 32 | 执行数 | 30.4 | 10",
        ["预算数 - 32 30.4 - - -"],
    ),
    "… unless the last column is headed further up": (
        """
        填表说明 | 见附件 | | | | 自评得分
        预算执行（万元） | 预算数 | 32 | 执行数 | 30.4 | 10
        """,
        ["预算数 - 32 30.4 - - 10"],
    ),
    "a column whose heading is not understood holds nothing, whatever stands over it": (
        """
        资金（万元） | 来源 | 预算情况 | < | 执行情况 | <
        ^ | ^ | 预算数 | 到位数 | 执行数 | 结转下年
        ^ | 合计 | 32 | 31 | 30.4 | 1.6
        """,
        ["合计 - 32 30.4 - - -"],
    ),
    "a percentage is no amount": (
        """
        资金（万元） | 来源 | 预算数 | 执行数 | 得分
        ^ | 合计 | 32 | 95% | 9.5
        """,
        ["合计 - 32 - - - 9.5"],
    ),
    "the sum under a divided heading counts, not its parts": (
        """
        资金来源 | 预算安排（万元） | < | < | 资金支出（万元） | < | <
        ^ | 年初预算 | 年中追加 | 合计 | 本年支出 | 结转支出 | 合计
        财政拨款 | 210 | 30 | 240 | 200 | 28 | 228
        """,
        ["财政拨款 210 240 228 - - -"],
    ),
    "parts under a heading without their sum, in rows that have names: nothing says which is meant": (
        """
        支出类别 | 预算数 | < | 执行数 | <
        ^ | 财政拨款 | 其他资金 | 财政拨款 | 其他资金
        基本支出 | 20 | 2 | 19 | 2
        """,
        [],
    ),
    "of last year's and this year's spending this year's counts": (
        """
        来源 | 上年执行数 | 本年预算数 | 本年执行数 | 截至年末累计支出
        合计 | 28 | 32 | 30.4 | 58.4
        """,
        ["合计 - 32 30.4 - - -"],
    ),
    "of the year's own spending and the sum over the years the year's own": (
        """
        来源 | 项目总投资 | 本年预算 | 本年支出 | 累计支出
        合计 | 90 | 32 | 30.4 | 58.4
        """,
        ["合计 - 32 30.4 - - -"],
    ),
    "two columns that hold the same amount differently: neither is taken": (
        """
        来源 | 年初预算 | 预算执行数 | 实际支付数 | 支付率
        合计 | 32 | 33 | 30.4 | 95%
        """,
        ["合计 32 - - - 95% -"],
    ),
    "the columns numbered in a row are no line": (
        """
        资金（万元） | 来源 | 行次 | 全年预算数 | 全年执行数
        ^ | 列次 | 0 | 1 | 2
        ^ | 合计 | 1 | 32 | 30.4
        """,
        ["合计 - 32 30.4 - - -"],
    ),
    "names in two levels keep their order": (
        """
        资金（万元） | 来源 | < | 预算数 | 执行数
        ^ | 合计 | < | 32 | 30.4
        ^ | 财政资金 | 中央 | 12 | 11
        ^ | ^ | 省级 | 10 | 9.4
        ^ | 其他资金 | < | 10 | 10
        """,
        ["合计 - 32 30.4 - - -", "中央 - 12 11 - - -", "省级 - 10 9.4 - - -", "其他资金 - 10 10 - - -"],
    ),
    "a way of scoring between the amounts and the score is no name": (
        """
        资金（万元） | 来源 | 预算数 | 执行数 | 得分计算方法 | 得分
        ^ | 合计 | 32 | 30.4 | 执行率乘以分值 | 9.5
        """,
        ["合计 - 32 30.4 - - 9.5"],
    ),
    "two groups with names of their own: only lines named alike in both": (
        """
        资金来源 | 预算数 | 支出构成 | 实际支出数
        财政拨款 | 22 | 购置 | 18
        自筹 | 10 | 运行 | 12.4
        合计 | 32 | 合计 | 30.4
        """,
        ["合计 - 32 30.4 - - -"],
    ),
    "income beside expenditure": (
        """
        收入 | < | < | 支出 | < | <
        收入项目 | 预算数 | 决算数 | 支出项目 | 预算数 | 决算数
        财政拨款收入 | 32 | 33 | 基本支出 | 20 | 19
        收入合计 | 32 | 33 | 支出合计 | 32 | 30.4
        """,
        ["基本支出 - 20 19 - - -", "支出合计 - 32 30.4 - - -"],
    ),
    "the score of the execution in a row of its own is that of the total": (
        """
        资金（万元） | 来源 | 全年预算数 | 全年执行数 | 执行率
        ^ | 年度资金总额 | 32 | 30.4 | 95%
        ^ | 其中：财政拨款 | 22 | 20.4 | 92.73%
        预算执行率得分 | 9.5 | < | < | <
        """,
        ["年度资金总额 - 32 30.4 - 95% 9.5", "其中：财政拨款 - 22 20.4 - 92.73% -"],
    ),
    "… even pasted into every column": (
        """
        资金（万元） | 来源 | 全年预算数 | 全年执行数 | 执行率
        ^ | 年度资金总额 | 32 | 30.4 | 95%
        预算执行率得分 | 9.5 | 9.5 | 9.5 | 9.5
        """,
        ["年度资金总额 - 32 30.4 - 95% 9.5"],
    ),
    "without a total it is nobody's": (
        """
        资金（万元） | 来源 | 全年预算数 | 全年执行数 | 执行率
        ^ | 中央补助 | 10 | 10 | 100%
        ^ | 省级补助 | 22 | 20.4 | 92.73%
        预算执行率得分 | 9.5 | < | < | <
        """,
        ["中央补助 - 10 10 - 100% -", "省级补助 - 22 20.4 - 92.73% -"],
    ),
    "tasks with what each costs, where the form has no other money": (
        """
        任务名称 | 主要内容 | 预算数（万元） | < | 执行数（万元） | <
        ^ | ^ | 总额 | 财政拨款 | 总额 | 财政拨款
        防汛 | 储备物资 | 12 | 10 | 11 | 9
        金额合计 | < | 12 | 10 | 11 | 9
        """,
        ["防汛 - 12 11 - - -", "金额合计 - 12 11 - - -"],
    ),
    "… and where it has": (
        """
        任务名称 | 主要内容 | 预算金额（万元） | 执行金额（万元）
        防汛 | 储备物资 | 12 | 11
        资金来源 | 年初预算数 | 全年预算数 | 全年执行数
        合计 | 30 | 32 | 30.4
        """,
        ["防汛 - 12 11 - - -", "合计 30 32 30.4 - - -"],
    ),
    "the figures of last year's balance stand under this year's headings": (
        """
        资金来源 | 预算数 | 执行数
        上年结转资金 | 10 | 10
        """,
        ["上年结转资金 - 10 10 - - -"],
    ),
    "a row of units below the headings": (
        """
        资金 | 来源 | 预算数 | 执行数 | 执行率
        ^ | | 万元 | 万元 | %
        ^ | 合计 | 32 | 30.4 | 95
        """,
        ["合计 - 32 30.4 - 95 -"],
    ),
    "a row of letters below the headings is no line": (
        """
        资金（万元） | 来源 | 预算数 | 执行数 | 执行率
        ^ | | A | B | B/A
        ^ | 合计 | 32 | 30.4 | 95%
        """,
        ["合计 - 32 30.4 - 95% -"],
    ),
    "what all years are planned to cost is not this year's budget": (
        "计划总投资（万元） | 90 | 本年预算数 | 32 | 本年支出 | 30.4",
        ["本年预算数 - 32 30.4 - - -"],
    ),
    "income over the same headings as expenditure": (
        """
        资金（万元） | 收入 | < | 支出 | <
        ^ | 预算数 | 决算数 | 预算数 | 决算数
        ^ | 33 | 33 | 32 | 30.4
        """,
        ["资金（万元） - 32 30.4 - - -"],
    ),
    "the budgets of two years": (
        """
        资金来源 | 2021年预算数 | 2022年预算数 | 2022年决算数
        合计 | 28 | 32 | 30.4
        """,
        ["合计 - 32 30.4 - - -"],
    ),
    "words where an amount belongs are the line's: what is asked of it is not met by a blank": (
        """
        资金（万元） | 来源 | 全年预算数 | 全年执行数 | 执行率
        ^ | 合计 | 32 | 10 | 31.25%
        ^ | 其中：中央补助 | 22 | 约20.4 |
        ^ | 自筹 | 10 | 10 | 100%
        """,
        ["合计 - 32 10 - 31.25% -", "其中：中央补助 - 22 约20.4 - - -", "自筹 - 10 10 - 100% -"],
    ),
    "… in a column that has no figure they have to tell of one": (
        """
        资金（万元） | 来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
        ^ | 合计 | 30 | 约32 | 见决算 |
        """,
        ["合计 30 约32 - - - -"],
    ),
    "… and words that head or name something are not": (
        """
        资金（万元） | 来源 | 全年预算数 | 全年执行数 | 执行率
        ^ | 合计 | 32 | 30 | 93.75%
        ^ | 其中：中央补助 | 22 | 财政拨款 |
        """,
        ["合计 - 32 30 - 93.75% -", "其中：中央补助 - 22 - - - -"],
    ),
    "two figures under one heading: neither is taken": (
        """
        资金来源 | 预算数 | < | 执行数 | 执行率
        合计 | 32 | 31 | 30.4 | 95%
        """,
        ["合计 - - 30.4 - 95% -"],
    ),
    "one amount alone is no block": ("项目预算（万元） | 32 | | ", []),
    "the tiers of government in columns": (
        """
        项目资金（万元） | 项目 | 合计 | 中央 | 省级
        ^ | 全年预算 | 110 | 70 | 40
        ^ | 全年执行 | 99 | 66 | 33
        """,
        ["合计 - 110 99 - - -", "中央 - 70 66 - - -", "省级 - 40 33 - - -"],
    ),
    "two years side by side": (
        """
        资金（万元） | 2022年 | < | < | 2023年 | < | <
        ^ | 预算数 | 执行数 | 执行率 | 预算数 | 执行数 | 执行率
        财政拨款 | 90 | 88 | 97.78% | 100 | 95 | 95%
        """,
        ["财政拨款 - 100 95 - 95% -"],
    ),
    "a rate tells which column it divides": (
        """
        资金（万元） | 预算安排 | < | < | 拨付情况 | < | 结余
        ^ | 年初部门预算金额① | 年中调整金额② | 小计③=①+② | 年度拨付金额④ | 支出实现率⑤=④/③ | ⑥=③-④
        财政资金小计 | 30 | 2 | 32 | 30.4 | 95% | 1.6
        合　计 | 30 | 2 | 32 | 30.4 | 95% | 1.6
        """,
        ["财政资金小计 30 32 30.4 - 95% -", "合　计 30 32 30.4 - 95% -"],
    ),
    "… and where it does not, money that was handed out is not what was spent": (
        """
        资金（万元） | 预算数 | 年度拨付金额 | 支出实现率
        合计 | 32 | 30.4 | 95%
        """,
        ["合计 - 32 - - 95% -"],
    ),
    "planned, arrived, spent and left side by side": (
        """
        计划安排资金（万元） | 32 | 实际到位资金（万元） | 31 | 实际支出（万元） | 30.4 | 结余（万元） | 1.6
        省财政 | 22 | 省财政 | 21 | 省财政 | 20.4 | 省财政 | 1.6
        """,
        ["计划安排资金（万元） - 32 30.4 - - -", "省财政 - 22 20.4 - - -"],
    ),
    "a budget alone is one where a total is among its lines": (
        "资金情况（万元） | 来源 | 年度金额 | <\n^ | 年度资金总额 | 32 | <\n^ | 其中：省级资金 | 20 | <", ["年度资金总额 - 32 - - - -", "其中：省级资金 - 20 - - - -"]),
    "the total beside its heading, with a source below it": ("计划安排资金（万元） | 32 | 实际到位资金（万元） | 32\n其中：省财政 | 20 | 其中：省财政 | 20", ["计划安排资金（万元） - 32 - - - -", "其中：省财政 - 20 - - - -"]),
    "… and none where there is not": ("采购情况（万元） | 来源 | 年度金额 | <\n^ | 省级资金 | 20 | <", []),
    "… or where the block prints no unit": ("资金情况 | 来源 | 年度金额 | <\n^ | 年度资金总额 | 32 | <", []),
    "money told in a sentence stays unread": ("项目资金 | 预算32万元，支出30.4万元，执行率95%。 | <", []),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_of_money(name: str) -> None:
    block, expected = BLOCKS[name]
    forms = record_of(examine([sketch("项目支出绩效自评表\n" + block + INDICATORS)]))["forms"]
    assert len(forms) == 1
    assert len(forms[0]["indicators"]) == 1
    lines = [" ".join([line["label"], *(line[field] or "-" for field in FIELDS)]) for line in forms[0]["funds"]]
    assert lines == expected


def test_a_form_that_is_not_filled_in_knows_where_its_figures_will_stand() -> None:
    block = "资金（万元） | 来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率\n^ | 年度资金总额 | | | |\n^ | 其中：财政拨款 | | | |\n"
    line, part = examine([sketch("项目支出绩效自评表\n" + block + INDICATORS)]).forms[0].funds
    assert [each.place.cell for each in (line.initial, line.adjusted, line.executed, line.rate)] == ["C3", "D3", "E3", "F3"]
    assert (line.role, part.role, part.adjusted.place.cell) == (Fund.TOTAL, Fund.FISCAL, "D4")


def test_an_amount_may_end_in_ten_thousand_or_a_hundred_million() -> None:
    block = "资金来源（万元） | 全年预算数 | 全年执行数\n合计 | 706.5万 | 1亿\n"
    (line,) = examine([sketch("项目支出绩效自评表\n" + block + INDICATORS)]).forms[0].funds
    assert [str(each.figure) for each in (line.adjusted, line.executed)] == ["706.5万元", "1亿元"]
    assert (line.adjusted.text, line.executed.text) == ("706.5万", "1亿")


# what a cell holds, the unit of its column, and the figure with its unit
READ = [
    ("20万", WAN_YUAN, "20万元"), ("0.2亿", YUAN, "0.2亿元"), ("20", WAN_YUAN, "20万元"), ("20元", WAN_YUAN, "20元"), ("20%", WAN_YUAN, "20%"),
    ("20万", COUNT, "20万"), ("20万人", WAN_YUAN, "20万人"), ("20万", PLAIN, "20万"), ("约20万", WAN_YUAN, "None"),
]


@pytest.mark.parametrize(("text", "unit", "figure"), READ, ids=[f"{row[0]} under {row[1].text}" for row in READ])
def test_ten_thousands_among_amounts_are_amounts(text: str, unit: Unit, figure: str) -> None:
    assert str(figure_in(text, unit)) == figure


def test_the_sum_of_tasks_is_no_total_where_the_form_has_one() -> None:
    tasks = "任务名称 | 主要内容 | 预算数（万元） | 执行数（万元）\n防汛 | 储备物资 | 12 | 11\n金额合计 | | 12 | 11\n"
    money = "资金来源 | 年初预算数 | 全年预算数 | 全年执行数\n合计 | 30 | 32 | 30.4\n"

    def roles(block: str) -> list[tuple[str, Fund | None]]:
        return [(line.label, line.role) for line in examine([sketch("部门整体支出绩效自评表\n" + block + INDICATORS)]).forms[0].funds]

    assert roles(tasks) == [("防汛", None), ("金额合计", Fund.TOTAL)]
    assert roles(tasks + money) == [("防汛", None), ("金额合计", None), ("合计", Fund.TOTAL)]
