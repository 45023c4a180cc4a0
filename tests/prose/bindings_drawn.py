"""Passages as reports write them, right whatever figures are drawn into them: what a figure is bound to, and what it is not."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, heads, percent, rounded, split


def rows_of_a_form_run_together(r: Random) -> str:
    a, b = amount(r, 50, 900), amount(r, 50, 900)
    return f"计划投资（万元）{a + b}到位资金（万元）{a + b}使用资金（万元）{a + b}其中：省级补助{a} 其中：省级补助{a} 其中：省级补助{a} 县级配套{b} 县级配套{b}县级配套{b}其他0 其他0 其他0"


def cells_of_a_form_run_together(r: Random) -> str:
    n = r.randint(100, 900)
    return f"到位数(万元){n}使用数(万元){n - 3}其中：市级财政其中：市级财政县级财政{n}县级财政{n}{n - 3}自筹自筹其他其他"


def two_columns_run_together(r: Random) -> str:
    a, b, c = (r.randint(20, 400) for _ in range(3))
    return f"预算数{a + b + c}其中：中央资金{a}中央资金{a}省级资金{b}省级资金{b}县级资金{c}县级资金{c}"


def types_with_their_numbers(r: Random) -> str:
    a, b, c = heads(r, 3, 1, 9)
    return f"全市布设设备{a + b + c}架（其中：{a}架B-{r.randint(11, 99)}巡查机、{b}架K-{r.randint(100, 300)}型运输机、{c}架M-{r.randint(11, 400)}训练机）。"


def machines_called_by_letter_and_number(r: Random) -> str:
    a, b = heads(r, 2, 1, 9)
    return f"购置车辆{a + b}台，其中：DF-{r.randint(20, 90)}消防车{a}台，JX-{r.randint(20, 90)}水罐车{b}台。"


def a_rate_of_a_project_of_its_own(r: Random) -> str:
    a, b = amount(r, 30, 90), amount(r, 2, 9)
    used = r.randint(60, 99) * 1000
    return (
        f"下达戏台修缮补助{a}万元，下达传承人补助{b + 20}万元。\n本年度共下达文物资金{a + b + 20}万元，资金到位率100%，其中传承人补助已全部拨付，资金使用率100%；"
        f"戏台修缮项目资金使用{used}元，资金使用率{percent(Decimal(used), a * 10000)}%。"
    )


def a_rate_of_a_project_whose_amount_is_unsaid(r: Random) -> str:
    whole, used, own = amount(r, 300, 900), amount(r, 20, 60), amount(r, 61, 90)
    return f"全年下达资金{whole}万元，资金到位率100%，甲项目资金使用率100%；乙水渠项目使用{used}万元，使用率{percent(used, own)}%。"


def what_was_kept_before_what_was_left(r: Random) -> str:
    kept, left = amount(r, 500, 900), amount(r, 50, 300)
    a, b = rounded(kept * Decimal("0.4")), rounded(left * Decimal("0.7"))
    return f"2023年市级留成{kept}万元，上年结余{left}万元，教育部门支出{a}万元，卫生部门支出{b}万元，2023年末结余{kept + left - a - b}万元。"


def what_was_granted_the_sentence_before(r: Random) -> str:
    given, left, spent = amount(r, 500, 900), amount(r, 50, 300), amount(r, 100, 400)
    return f"本年度市级拨入体育资金{given}万元。上年结余{left}万元，本年支出{spent}万元，年末结余{given + left - spent}万元。"


def the_lottery_share_before_the_carry_over(r: Random) -> str:
    share, left, spent = amount(r, 500, 900), amount(r, 50, 300), amount(r, 100, 400)
    return f"当年公益金分成{share}万元，上年结转{left}万元，全年使用{spent}万元，结转下年{share + left - spent}万元。"


def a_list_that_leaves_a_round_item_out(r: Random) -> str:
    parts = [r.randint(6, 90) * 10 for _ in range(5)] + [6, 14]
    return f"下达水利资金{sum(parts) + 10}万元。其中：河道治理{parts[0]}万元，水库维护{parts[1]}万元，饮水维护{parts[2]}万元，流域治理{parts[3]}万元，水土保持{parts[4]}万元，山洪防治{parts[5]}万元，水资源管理{parts[6]}万元。"


def a_list_without_its_smaller_items(r: Random) -> str:
    parts = [*(r.randint(200, 900) for _ in range(3)), r.randint(20, 190)]
    return f"安排农业资金{sum(parts) + 200}万元，其中：良种补贴{parts[0]}万元，机具购置{parts[1]}万元，病虫防控{parts[2]}万元，农田建设{parts[3]}万元。"


def what_is_spent_with_its_sources_behind(r: Random) -> str:
    plan = amount(r, 2000, 9000)
    a, b = split(r, rounded(plan * Decimal("0.93")), 2)
    return f"全年预算数{plan}万元，执行数{a + b}（含中央资金{a}万元，地方资金{b}万元），预算执行率{percent(a + b, plan)}%。"


def received_and_paid_out(r: Random) -> str:
    given = amount(r, 100, 900)
    paid = rounded(given * Decimal(r.randint(50, 99)) / 100)
    return f"学校收到上级下拨营养改善资金合计{given}万元，实际发放{paid}万元，实际执行率为{percent(paid, given)}%。"


def received_and_paid_out_in_sentences(r: Random) -> str:
    given = amount(r, 100, 900)
    paid = rounded(given * Decimal(r.randint(50, 99)) / 100)
    return f"我单位收到取暖补助资金{given}万元，全年兑付{paid}万元。取暖补助项目预算执行率{percent(paid, given)}%。"


def received_with_what_was_carried_over(r: Random) -> str:
    given, left = amount(r, 100, 900), amount(r, 10, 90)
    paid = rounded((given + left) * Decimal(r.randint(50, 99)) / 100)
    return f"上年结转资金{left}万元，本年收到护林补助{given}万元。实际拨付{paid}万元，资金使用率{percent(paid, given + left)}%。"


def a_rate_of_the_adjusted_budget_unsaid(r: Random) -> str:
    first, cut = amount(r, 400, 900), amount(r, 20, 90)
    paid = rounded((first - cut) * Decimal(r.randint(50, 99)) / 100)
    return f"年初安排水毁修复资金{first}万元，年中调减{cut}万元。全年支出{paid}万元，预算执行率{percent(paid, first - cut)}%。"


def arrived_and_paid_out_of_it(r: Random) -> str:
    due = amount(r, 400, 900)
    come = rounded(due * Decimal(r.randint(60, 99)) / 100)
    paid = rounded(come * Decimal(r.randint(60, 99)) / 100)
    return f"应下达配套资金{due}万元，实际到位{come}万元，资金到位率{percent(come, due)}%；实际支出{paid}万元，资金支付率{percent(paid, come)}%。"


def a_task_exceeded(r: Random) -> str:
    task, more = r.randint(50, 200), r.randint(10, 90)
    return f"下达修缮任务数为{task}户，实际完成修缮{task + more}户。\n群众反映良好。\n全区修缮数超任务{percent(more, task)}%。"
