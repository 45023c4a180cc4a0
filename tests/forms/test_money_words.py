"""What the words of a cell of money say: the heading of an amount, the name of a line, or a name with its amount."""

from __future__ import annotations

import pytest

from ziping.evaluation import Fund
from ziping.forms.headings import Role
from ziping.forms.money_words import fund_role, name_and_amount, plain_label, says

SAYS = [
    ("a heading of the common ones", "全年预算数（A）", Role.ADJUSTED, ""),
    ("one made of known words", "年末决算总额", Role.EXECUTED, ""),
    ("… with a word that is not known", "年末审定金额", None, ""),
    ("the verb at the end tells", "预算执行金额", Role.EXECUTED, ""),
    ("… and so the other way round", "支出预算数", Role.BUDGET, ""),
    ("budgeted or spent, nobody can say", "年末预算支出", None, ""),
    ("planned spending is planned", "计划支出", Role.BUDGET, ""),
    ("handed out is neither the budget nor spent", "实际下达金额", None, ""),
    ("what was added is not the budget", "年中预算调整数", None, ""),
    ("… the budget after it is", "调整后下达数", Role.ADJUSTED, ""),
    ("what came in is no budget", "收入预算数", None, ""),
    ("last year's spending", "上年执行数", None, ""),
    ("last year's balance is a line", "上年结转资金", None, "上年结转资金"),
    ("name and heading in one", "财政拨款预算数", Role.BUDGET, "财政拨款"),
    ("… but what staff cost is a line", "人员经费支出", None, "人员经费支出"),
    ("spending on projects is a line, not what was spent", "项目支出", None, "项目支出"),
    ("what arrived is neither the budget nor spent", "实际到位资金", None, ""),
    ("… nor what is left", "年末结余资金", None, ""),
    ("but a balance carried over is a line", "上年结转结余", None, "上年结转结余"),
    ("planned spending in a column of figures", "计划支出数", Role.BUDGET, ""),
    ("what is done of it is a rate among amounts", "完成率", Role.RATE, ""),
    ("what arrived of it is none", "资金到位率", None, ""),
    ("the name of an office is none of money", "某市财政局", None, ""),
]


@pytest.mark.parametrize(("words", "role", "name"), [row[1:] for row in SAYS], ids=[row[0] for row in SAYS])
def test_what_the_words_of_a_cell_say(words: str, role: Role | None, name: str) -> None:
    told = says(words)
    assert (told.role, told.name) == (role, name)


AMOUNTS = [
    ("name and figure behind a colon", "其中：财政拨款：1,180.25", ("其中：财政拨款", "1,180.25")),
    ("without the colon, with decimals", "其中：财政资金403.68", ("其中：财政资金", "403.68")),
    ("a number at the end may count things", "其他资金2", None),
    ("nothing is nothing", "其他资金0", ("其他资金", "0")),
    ("a sentence", "执行数：约98万元左右", None),
]


@pytest.mark.parametrize(("words", "expected"), [row[1:] for row in AMOUNTS], ids=[row[0] for row in AMOUNTS])
def test_name_and_amount_in_one_cell(words: str, expected: tuple[str, str] | None) -> None:
    assert name_and_amount(words) == expected


def test_a_line_is_known_by_its_plain_name_and_once_in_a_block() -> None:
    assert plain_label("资金来源：（1）财政拨款") == "财政拨款"
    assert fund_role("其中：当年财政拨款", set()) is Fund.FISCAL
    assert fund_role("其中：当年财政拨款", {Fund.FISCAL}) is None
    assert fund_role("非财政拨款", set()) is None
