"""Passages right whatever figures are drawn into them: changes, rates and shares of another thing than the amount before them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, heads, percent, rounded


def another_expense_rose(r: Random) -> str:
    return f"全年会议费支出{amount(r, 1, 9)}万元，培训费比上年增加{amount(r, 1, 3)}万元，增长{_percent(r)}%。"


def another_expense_fell(r: Random) -> str:
    return f"公务接待费{amount(r, 1, 9)}万元。与上年相比，会议费减少{amount(r, 1, 3)}万元，下降{_percent(r)}%。"


def one_tax_rose(r: Random) -> str:
    return f"全年实现税收{amount(r, 100, 900)}万元，其中企业所得税增长{_percent(r)}%，增收{amount(r, 1, 30)}万元。"


def why_it_rose(r: Random) -> str:
    return f"项目支出{amount(r, 100, 900)}万元，比上年增加的主要原因是信息化建设增加{amount(r, 10, 30)}万元，增长{_percent(r)}%。"


def a_rate_and_last_year_s_amount(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"2022年支出{a}万元，预算执行率{Decimal(r.randint(8000, 9999)) / 100}%，比2021年执行率提高{Decimal(r.randint(10, 300)) / 100}个百分点；2021年支出{b}万元。"


def faster_than_all(r: Random) -> str:
    return f"全年完成投资{amount(r, 10, 90)}亿元，增速高于全市平均水平{Decimal(r.randint(10, 90)) / 10}个百分点，其中工业投资增长{Decimal(r.randint(10, 300)) / 10}%，民间投资占比{Decimal(r.randint(300, 700)) / 10}%。"


def one_standard_and_another(r: Random) -> str:
    return f"城市低保标准由每人每月{r.randint(600, 650)}元提高到{r.randint(660, 700)}元，农村低保标准提高{Decimal(r.randint(50, 100)) / 10}%；全年发放低保金{amount(r, 500, 900)}万元，较上年增长{Decimal(r.randint(10, 90)) / 10}%。"


def bad_loans(r: Random) -> str:
    return f"累计发放贷款{amount(r, 100, 900)}万元，不良率{_percent(r, 10, 200)}%，较年初下降{_percent(r, 5, 50)}个百分点，拨备覆盖率{Decimal(r.randint(15000, 30000)) / 100}%。"


def prices_that_rose(r: Random) -> str:
    return f"机关运行经费{amount(r, 100, 900)}万元，比上年有所增加，主要是物业费上涨{Decimal(r.randint(50, 200)) / 10}%。"


def shares_of_what_is_not_told(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 10, 90))
    return f"预算批复{a}万元，其中基本支出占{Decimal(r.randint(300, 700)) / 10}%；追加{b}万元，主要用于人员增资，占追加总额的{Decimal(r.randint(500, 999)) / 10}%。"


def firms_and_their_growth(r: Random) -> str:
    return f"支持企业{r.randint(20, 90)}家，拨付奖补资金{amount(r, 100, 900)}万元，带动研发投入增长{Decimal(r.randint(100, 300)) / 10}%，高新技术企业达到{r.randint(100, 300)}家，同比增长{Decimal(r.randint(100, 300)) / 10}%。"


def guests_of_a_region(r: Random) -> str:
    return f"接待游客{amount(r, 100, 900)}万人次，同比增长{Decimal(r.randint(100, 300)) / 10}%，恢复到2019年的{Decimal(r.randint(700, 999)) / 10}%；旅游收入{amount(r, 10, 90)}亿元，同比增长{Decimal(r.randint(100, 300)) / 10}%，恢复到2019年的{Decimal(r.randint(600, 999)) / 10}%。"


def samples_by_kind(r: Random) -> str:
    n = r.randint(100, 300)
    return f"检测样品{n}份，其中蔬菜{n // 2}份，合格率{Decimal(r.randint(9500, 9999)) / 100}%；水果{n // 3}份，合格率100%；畜产品{n - n // 2 - n // 3}份，合格率99.20%。"


def money_behind_the_work(r: Random) -> str:
    return f"预算资金{amount(r, 100, 900)}万元已全部到位，到位率100%；截至评价日支出{amount(r, 10, 99)}万元，质保金未付，工程进度{Decimal(r.randint(800, 999)) / 10}%，资金支付比例低于工程进度。"


def carried_over_and_executed(r: Random) -> str:
    return f"年初结转{amount(r, 1, 9)}万元，当年预算{amount(r, 100, 900)}万元，执行中调整后执行率为{Decimal(r.randint(8000, 9999)) / 100}%，结转结余率控制在5%以内。"


def incomes_of_families(r: Random) -> str:
    return f"全县共有建档立卡贫困户{r.randint(3000, 9000)}户，2022年人均纯收入{r.randint(12000, 15000)}元，较上年增加{r.randint(1000, 2000)}元，增速{Decimal(r.randint(100, 150)) / 10}%左右。"


def against_the_budget_and_last_year(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.8"))
    return f"财政拨款收入{a}万元，比年初预算增加{a - b}万元，增长{percent(a - b, b)}%，主要是追加项目；比上年决算增长{_percent(r)}%。"


def growth_with_and_without(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"本年支出{a}万元，比上年增长{_percent(r)}%，剔除一次性项目后下降{_percent(r)}%，其中基本支出增长{_percent(r)}%、项目支出下降{_percent(r)}%。"


def so_much_of_each_bill(r: Random) -> str:
    a, b = (amount(r, 10, 90), amount(r, 10, 90))
    return f"工程进度款{a}万元，按80%支付，实付{rounded(a * Decimal('0.8'))}万元；设备款{b}万元，按90%支付，实付{rounded(b * Decimal('0.9'))}万元。"


def money_by_factors(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"专项资金{a}万元，按因素法分配，其中人口因素占30%，面积因素占20%，绩效因素占50%，甲县获得{rounded(a * Decimal('0.21'))}万元，乙县获得{rounded(a * Decimal('0.15'))}万元。"


def cases_and_money(r: Random) -> str:
    return f"全年办理案件{r.randint(100, 900)}件，涉案金额{amount(r, 100, 900)}万元，追回资金{amount(r, 10, 90)}万元，破案率{Decimal(r.randint(700, 990)) / 10}%，同比上升{Decimal(r.randint(10, 50)) / 10}个百分点，刑拘{r.randint(10, 90)}人。"


def water_cleaned(r: Random) -> str:
    return f"设计处理能力每日{r.randint(2, 9)}万吨，实际日均处理{Decimal(r.randint(15, 60)) / 10}万吨，负荷率{Decimal(r.randint(600, 990)) / 10}%，出水达标率100%，COD削减{r.randint(1000, 9000)}吨。"


def fields_watered(r: Random) -> str:
    return f"项目区灌溉面积{r.randint(1000, 9000)}亩，节水{Decimal(r.randint(100, 300)) / 10}%，亩均增产{r.randint(50, 100)}公斤，增产{Decimal(r.randint(80, 150)) / 10}%，年新增粮食{r.randint(100, 900)}吨，新增产值{amount(r, 50, 200)}万元。"


def rates_of_contributions(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"社保缴费{a}万元，按单位16%、个人8%比例缴纳，其中职业年金{rounded(a * Decimal('0.2'))}万元；住房公积金{amount(r, 10, 90)}万元，按12%缴存。"


def rates_of_indicators(r: Random) -> str:
    return f"年度绩效目标完成率{Decimal(r.randint(9000, 9999)) / 100}%，其中数量指标完成率{Decimal(r.randint(9000, 9999)) / 100}%，质量指标达标率100%，时效指标完成率{Decimal(r.randint(9000, 9999)) / 100}%，成本控制率{Decimal(r.randint(9000, 9999)) / 100}%。"


def costs_of_each_head(r: Random) -> str:
    n = r.randint(50, 90)
    return f"在职{n}人，人均公用经费{amount(r, 1, 3)}万元，人均办公面积{Decimal(r.randint(80, 150)) / 10}平方米，电脑{n + 10}台，人均电脑{rounded(Decimal(n + 10) / n)}台。"


def two_stages_of_work(r: Random) -> str:
    return f"全年到位资金{amount(r, 100, 900)}万元，支出{amount(r, 10, 99)}万元用于一期工程；二期工程尚未启动，预计2023年6月完成支出进度80%以上。"


def bills_of_patients(r: Random) -> str:
    a = amount(r, 100, 900)
    b = amount(r, 10, 90)
    return f"住院费用{a}万元，医保报销{rounded(a * Decimal('0.6'))}万元，实际报销比例60%；大病保险报销{b}万元，政策范围内报销比例{Decimal(r.randint(700, 850)) / 10}%。"


def three_years_of_growth(r: Random) -> str:
    return f"2021年至2023年，年均投入{amount(r, 100, 300)}万元，2023年投入{amount(r, 100, 300)}万元，较2021年增长{_percent(r, 1000, 5000)}%，三年累计实施项目{r.randint(20, 60)}个。"


def idle_money(r: Random) -> str:
    return f"截至年底，存量资金{amount(r, 10, 90)}万元，较年初的{amount(r, 100, 200)}万元大幅下降；消化率{Decimal(r.randint(5000, 9999)) / 100}%（含上缴财政）。"


def classes_too_large(r: Random) -> str:
    v = heads(r, 3, 100, 900)
    return f"城区学校{v[0]}个班，学生{v[0] * 48}人，大班额占比{_percent(r, 10, 200)}%；农村学校{v[1]}个班，学生{v[1] * 22}人，小规模学校占比{_percent(r, 1000, 3000)}%。"


def half_a_year_ahead(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"全年支出{a}万元。其中，上半年支出进度为{_percent(r, 3000, 4900)}%，比全市平均进度高{_percent(r, 100, 500)}个百分点；下半年支出{rounded(a * Decimal('0.55'))}万元。"


def against_last_year_s_budget_and_rate(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"预算安排{a}万元，较上年预算{b}万元{change(a, b)}；预算执行{rounded(a * Decimal('0.93'))}万元，执行率93%，较上年执行率95%下降2个百分点。"


def what_could_be_spent(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.4"))
    return f"2022年收到上级专项{a}万元，2021年结转{b}万元，支出{rounded((a + b) * Decimal('0.8'))}万元，占可用资金的80%，占当年上级专项的{percent(rounded((a + b) * Decimal('0.8')), a)}%。"


def patients_found_and_sent_on(r: Random) -> str:
    n = r.randint(200, 900)
    return f"应检{n}人，实检{n - 20}人，受检率{percent(n - 20, n)}%，检出异常{n // 10}人，异常检出率{percent(n // 10, n - 20)}%，转诊{n // 20}人，转诊率{percent(n // 20, n // 10)}%。"


def _percent(r: Random, low: int = 100, high: int = 2000) -> Decimal:
    """Any percentage."""
    return Decimal(r.randint(low, high)) / 100
