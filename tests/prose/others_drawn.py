"""Passages right whatever figures are drawn into them: figures that stand together and have nothing to do with each other."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, heads, percent, rounded


def an_expense_of_another_year(r: Random) -> str:
    return f"2021年会议费支出{amount(r, 1, 9)}万元，2022年培训费支出{amount(r, 1, 9)}万元，会议费较上年减少{amount(r, 0, 1)}万元。"


def rates_of_the_payroll(r: Random) -> str:
    return f"全年总收入{amount(r, 100, 900)}万元。工会经费占工资总额的2%，福利费占{_percent(r)}%，教育经费{amount(r, 1, 9)}万元，占职工工资的{_percent(r)}%。"


def a_share_of_the_plan_for_purchases(r: Random) -> str:
    return f"项目支出{amount(r, 100, 900)}万元，其中采购支出{amount(r, 10, 90)}万元，占采购预算的{_percent(r, 7000, 9900)}%。"


def shares_within_two_funds(r: Random) -> str:
    return f"一般公共预算收入{amount(r, 10, 90)}亿元，其中税收占比{_percent(r, 5000, 9000)}%；政府性基金收入{amount(r, 10, 90)}亿元，其中土地收入占比{_percent(r, 8000, 9900)}%。"


def shares_of_what_comes_before(r: Random) -> str:
    return f"基本支出{amount(r, 100, 900)}万元，项目支出{amount(r, 100, 900)}万元，人员经费占{_percent(r, 5000, 9000)}%，公用经费占{_percent(r, 1000, 3000)}%。"


def rates_of_a_cut(r: Random) -> str:
    return f"年初预算{amount(r, 100, 900)}万元，会议培训等一般性支出{amount(r, 1, 9)}万元，压减率{_percent(r)}%，一般性支出预算执行率{_percent(r, 8000, 9900)}%。"


def rates_by_number_of_contracts(r: Random) -> str:
    return f"采购预算{amount(r, 100, 900)}万元，合同签订{r.randint(10, 40)}份，合同金额{amount(r, 50, 90)}万元，合同履约率{_percent(r, 9000, 9900)}%，采购执行率{_percent(r, 9000, 9900)}%（按项目数计算）。"


def money_and_indicators(r: Random) -> str:
    return f"全年指标{r.randint(10, 40)}项，资金{amount(r, 100, 900)}万元，涉及{r.randint(3, 9)}个单位，预算执行率{_percent(r, 9000, 9900)}%，指标完成率{_percent(r, 9000, 9900)}%。"


def heads_of_five_kinds(r: Random) -> str:
    n = r.randint(50, 90)
    return f"编制{n}人，在职{n - 5}人，退休{r.randint(20, 40)}人，遗属补助{r.randint(1, 9)}人，临时工{r.randint(5, 20)}人，财政供养人员控制率{percent(n - 5, n)}%，编外人员占比{_percent(r)}%。"


def files_of_a_year(r: Random) -> str:
    return f"年初存量{r.randint(20, 90)}件，全年新增{r.randint(100, 300)}件，转办{r.randint(10, 90)}件，督办{r.randint(5, 20)}件，年末未办结{r.randint(1, 9)}件。"


def assets_of_two_dates(r: Random) -> str:
    return f"年初资产总额{amount(r, 1000, 3000)}万元，本年新增固定资产{amount(r, 10, 90)}万元，报废{amount(r, 1, 9)}万元，年末资产总额{amount(r, 1000, 3000)}万元。"


def money_in_and_out_and_owed(r: Random) -> str:
    return f"年初结转{amount(r, 10, 90)}万元，收到拨款{amount(r, 100, 300)}万元，支出{amount(r, 50, 300)}万元（含垫付），上缴{amount(r, 1, 9)}万元，年末账面余额{amount(r, 10, 90)}万元，另有应收款项{amount(r, 1, 9)}万元。"


def greenhouses(r: Random) -> str:
    return (
        f"投资{amount(r, 100, 900)}万元建成大棚{r.randint(20, 90)}座，每座年收入{amount(r, 1, 9)}万元，年产蔬菜{r.randint(100, 900)}吨，带动{r.randint(50, 200)}户，户均增收{r.randint(2000, 6000)}元。"
    )


def allowances_by_month(r: Random) -> str:
    return f"发放补贴{amount(r, 100, 900)}万元，惠及{r.randint(1000, 9000)}人，其中残疾人{r.randint(100, 900)}人，标准为每人每月{r.choice([80, 100])}元，老年人每人每月{r.choice([50, 100])}元。"


def devices_below_a_price(r: Random) -> str:
    return f"购置电脑{r.randint(10, 30)}台，打印机{r.randint(5, 9)}台，共支出{amount(r, 5, 30)}万元，电脑单价不超过{r.choice([5000, 6000])}元，打印机单价{r.choice([1500, 1800])}元。"


def guests_below_a_price(r: Random) -> str:
    return f"全年接待{r.randint(20, 90)}批次{r.randint(200, 600)}人次，其中外省{r.randint(3, 9)}批次，支出{amount(r, 1, 9)}万元，人均不超过{r.randint(60, 120)}元，陪餐人数未超标准。"


def a_grant_of_which_nothing_else_is_told(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"基本支出{a}万元，项目支出{b}万元。省级专项较上年增加{amount(r, 10, 60)}万元，增长{_percent(r, 500, 2000)}%。"


def woods(r: Random) -> str:
    return f"治理水土流失面积{amount(r, 10, 90)}平方公里，新增造林{r.randint(1000, 9000)}亩，其中经济林{r.randint(100, 900)}亩，林木成活率{_percent(r, 8500, 9900)}%，森林覆盖率提高{_percent(r, 10, 90)}个百分点。"


def faults_mended(r: Random) -> str:
    return f"问题清单{r.randint(20, 60)}条，整改完成{r.randint(10, 19)}条，长期坚持{r.randint(3, 9)}条，建章立制{r.randint(5, 20)}项，追责{r.randint(1, 9)}人，挽回损失{amount(r, 1, 90)}万元。"


def questions_collected(r: Random) -> str:
    return (
        f"共派出工作组{r.randint(3, 9)}个，走访企业{r.randint(50, 90)}家，收集问题{r.randint(100, 200)}个，现场解决{r.randint(50, 90)}个，协调解决{r.randint(10, 40)}个，向上反映{r.randint(1, 9)}个。"
    )


def bonds(r: Random) -> str:
    return f"安排债券资金{amount(r, 1000, 9000)}万元，期限10年，票面利率{_percent(r, 250, 350)}%，年付息{amount(r, 20, 300)}万元，偿债覆盖倍数{Decimal(r.randint(110, 160)) / 100}倍。"


def by_age_and_by_sex(r: Random) -> str:
    v = heads(r, 3, 5, 30)
    n = sum(v)
    a = r.randint(2, n - 5)
    return f"在职职工{n}人，按年龄分，35岁及以下{v[0]}人，36至50岁{v[1]}人，51岁以上{v[2]}人；按性别分，男{a}人，女{n - a}人。"


def news(r: Random) -> str:
    return f"全年宣传报道{r.randint(50, 90)}篇，其中国家级{r.randint(1, 5)}篇、省级{r.randint(5, 12)}篇，微信推送{r.randint(100, 300)}条，阅读量{amount(r, 10, 90)}万次，粉丝{amount(r, 1, 9)}万人，增长{_percent(r, 1000, 3000)}%。"


def rents_and_arrears(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"应收房租{a}万元，实收{rounded(a * Decimal('0.9'))}万元，收缴率{percent(rounded(a * Decimal('0.9')), a)}%，减免{rounded(a * Decimal('0.06'))}万元，欠缴{a - rounded(a * Decimal('0.9')) - rounded(a * Decimal('0.06'))}万元。"


def costs_of_earlier_years(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 10, 90))
    return f"会计核算支出{a}万元，其中列支以前年度费用{b}万元，当年实际费用{a - b}万元，剔除后预算执行率为{_percent(r, 8000, 9900)}%。"


def fell_twice(r: Random) -> str:
    a = amount(r, 10, 90)
    return f"印刷费预算{a}万元，同比下降{_percent(r)}%；决算{rounded(a * Decimal('0.9'))}万元，同比下降{_percent(r)}%，占预算的90%。"


def bills_with_last_year_behind(r: Random) -> str:
    a, b = (amount(r, 10, 90), amount(r, 10, 90))
    return f"水费{a}万元，同比{change(a, b)}；电费{b}万元，同比{change(b, a)}（上年水费{b}万元、电费{a}万元）。"


def three_years_in_turn(r: Random) -> str:
    v = [amount(r, 100, 300) for _ in range(3)]
    return f"第一年投入{v[0]}万元，第二年投入{v[1]}万元，增长{percent(v[1] - v[0], v[0])}%，第三年投入{v[2]}万元，增长{percent(v[2] - v[1], v[1])}%，三年合计{sum(v)}万元。".replace("增长-", "下降")


def aid_planned_and_paid(r: Random) -> str:
    return f"计划补助{r.randint(100, 300)}人，补助标准每人{r.choice([1000, 2000])}元，预算{amount(r, 10, 60)}万元（含管理费），实际补助{r.randint(100, 300)}人，支出{amount(r, 10, 60)}万元。"


def costs_audited(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 10, 90))
    return f"会计师事务所审定总投资{a}万元，其中建安工程{rounded(a * Decimal('0.8'))}万元、待摊投资{rounded(a * Decimal('0.15'))}万元、设备{a - rounded(a * Decimal('0.8')) - rounded(a * Decimal('0.15'))}万元；交付使用资产{a - b}万元，待核销{b}万元。"


def fines(r: Random) -> str:
    return f"行政处罚{r.randint(20, 90)}起，罚没款{amount(r, 1, 90)}万元，其中罚款{amount(r, 0, 1)}万元；责令整改{r.randint(20, 90)}家，停业整顿{r.randint(1, 5)}家，移送司法{r.randint(1, 3)}件。"


def tests_passed(r: Random) -> str:
    n = r.randint(30, 60)
    return f"全局干部职工{n}人，参加培训{n * 3}人次，人均3次，培训覆盖率100%，考试合格{n - 2}人，合格率{percent(n - 2, n)}%，优秀{n // 3}人，优秀率{percent(n // 3, n)}%。"


def paid_in_two_years(r: Random) -> str:
    a = amount(r, 100, 300)
    b = amount(r, 10, 30)
    return f"合同金额{a}万元，已付{b}万元，其中2021年付{rounded(b * Decimal('0.4'))}万元，2022年付{b - rounded(b * Decimal('0.4'))}万元；监理费{amount(r, 1, 9)}万元，设计费{amount(r, 1, 9)}万元。"


def a_part_by_each_family(r: Random) -> str:
    n = r.randint(100, 300)
    return f"农户自筹每户{r.choice([500, 1000])}元，财政补助每户{r.choice([3000, 5000])}元，改造{n}户，总投资{amount(r, 100, 300)}万元左右，其中企业捐助{amount(r, 1, 9)}万元。"


def _percent(r: Random, low: int = 100, high: int = 2000) -> Decimal:
    """Any percentage."""
    return Decimal(r.randint(low, high)) / 100
