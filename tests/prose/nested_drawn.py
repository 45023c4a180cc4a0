"""Passages right whatever figures are drawn into them: parts of parts, figures cut off or rounded twice, and what is told beside them."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from random import Random

from prose.drawn import amount, change, heads, percent, rounded, split


def mainly_of_two_funds(r: Random) -> str:
    a, b, c, d = (amount(r, 50, 300) for _ in range(4))
    n = r.choice(["主要为", "主要系", "主要有", "主要包括", "主要来源于", "主要构成为", "具体为"])
    return f"转移性收入{a + b + c + d}万元，其中：一般性转移支付收入{a + b + c}万元，{n}均衡性补助{a}万元、县级财力保障{b}万元；专项转移支付收入{d}万元。"


def parts_in_brackets(r: Random) -> str:
    a, b, c, d = (amount(r, 50, 300) for _ in range(4))
    return f"政府性基金支出{a + b + c + d}万元，其中：城乡社区支出{a + b}万元（征地拆迁补偿{a}万元、土地开发{b}万元），债务付息支出{c}万元，其他支出{d}万元（彩票公益金安排）。"


def all_of_it_to_small_firms(r: Random) -> str:
    a = amount(r, 50, 300)
    b = rounded(a * Decimal("0.4"))
    return f"政府采购支出总额{a}万元，其中：政府采购货物支出{a - b}万元、政府采购工程支出0万元、政府采购服务支出{b}万元。授予中小企业合同金额{a}万元，占政府采购支出总额的100%，其中：授予小微企业合同金额{b}万元，占授予中小企业合同金额的{_cut(b, a, 2)}%；货物采购授予中小企业合同金额占货物支出金额的100%，工程采购授予中小企业合同金额占工程支出金额的0%。"


def next_year_s_revenue(r: Random) -> str:
    a, b = (amount(r, 1000, 3000), amount(r, 1000, 3000))
    p = rounded(b * Decimal("0.4"))
    return f"2024年一般公共预算收入预期{b}万元，比上年执行数{a}万元{change(b, a)}。其中：税收收入{b - p}万元，比上年执行数增长6.5%；非税收入{p}万元，比上年执行数下降3.2%。按照现行财政体制测算，加上级补助收入{amount(r, 3000, 9000)}万元后，收入总量为{amount(r, 9000, 19000)}万元。"


def why_accounts_differ(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 10, 99), amount(r, 10, 99))
    return f"2023年行政运行年初预算{a}万元，支出决算{a + b - c}万元，完成年初预算的{percent(a + b - c, a)}%。决算数{('大' if b > c else '小')}于年初预算数的主要原因：调增人员工资{b}万元，退休人员减少支出{c}万元。"


def means_of_pupils(r: Random) -> str:
    a, b = (amount(r, 9000, 12000), amount(r, 9000, 13000))
    last = amount(r, 8000, 9000)
    return f"全省生均一般公共预算教育事业费支出增长情况。普通小学{a}元，比上年的{last}元增长{percent(a - last, last)}%，其中农村{b}元；普通初中{b + 1000}元，其中农村{b + 1200}元。"


def means_of_pupils_without_the_word(r: Random) -> str:
    a, b = (amount(r, 9000, 12000), amount(r, 12000, 13000))
    return f"1.全市普通小学为{a}元，其中，农村为{b}元。\n2.全市普通初中为{a + 900}元，其中，农村为{b + 900}元。"


def shares_cut_off(r: Random) -> str:
    p = split(r, amount(r, 900, 3000), 4)
    t = sum(p)
    return f"支出{t}万元，其中教育{p[0]}万元，占{_cut(p[0], t)}%；科技{p[1]}万元，占{_cut(p[1], t)}%；文化{p[2]}万元，占{_cut(p[2], t)}%；卫生{p[3]}万元，占{_cut(p[3], t)}%。"


def growth_cut_off(r: Random) -> str:
    last = amount(r, 300, 900)
    d = rounded(last * Decimal(r.randint(20, 300)) / 1000)
    return f"本年收入{last + d}万元，较上年增加{d}万元，增长{_cut(d, last)}%；本年支出{last + d}万元，较上年增加{d}万元，增长{_cut(d, last, 1)}%。"


def hundreds_of_millions(r: Random) -> str:
    p = [amount(r, 10000, 90000) for _ in range(5)]
    t = sum(p)
    return f"全市专项债券{_yi(t)}亿元，其中：市政{_yi(p[0])}亿元、交通{_yi(p[1])}亿元、教育{_yi(p[2])}亿元、医疗{_yi(p[3])}亿元、棚改{_yi(p[4])}亿元。"


def hundreds_of_millions_against_last_year(r: Random) -> str:
    p = [amount(r, 10000, 90000) for _ in range(4)]
    t = sum(p)
    last = amount(r, 90000, 200000)
    return f"支出{_yi(t, 1)}亿元，较上年{_yi(last, 1)}亿元{('增加' if t > last else '减少')}{_yi(abs(t - last), 1)}亿元，{('增长' if t > last else '下降')}{percent(abs(t - last), last, 1)}%。"


def growth_on_two_bases(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 300, 900))
    return (
        f"教育支出{a}万元，增长{percent(abs(a - b), b, 1)}%（剔除上年一次性因素后增长3.2%），主要用于保障教师待遇，其中义务教育支出{rounded(a * Decimal('0.6'))}万元，增长{Decimal(r.randint(10, 90)) / 10}%。"
        if a > b
        else "教育支出保持稳定。"
    )


def births_by_the_thousand(r: Random) -> str:
    n = r.randint(100000, 900000)
    b = r.randint(900, 2000)
    d = r.randint(500, 800)
    return f"常住人口{n}人，出生人口{b}人，出生率{rounded(Decimal(b) / n * 1000)}‰；死亡人口{d}人，死亡率{rounded(Decimal(d) / n * 1000)}‰；自然增长率{rounded(Decimal(b - d) / n * 1000)}‰。"


def aid_and_more_aid(r: Random) -> str:
    n = r.randint(50, 300)
    m = r.choice([500, 800, 1200])
    return f"对{n}户受灾户给予每户{m}元补助，共计{Decimal(n * m) / 10000}万元；对其中{n // 5}户重灾户每户再补助{m}元，追加{Decimal(n // 5 * m) / 10000}万元，两项合计{Decimal((n + n // 5) * m) / 10000}万元。"


def three_stages_of_one_expense(r: Random) -> str:
    a = amount(r, 30, 90)
    b = rounded(a * Decimal("0.7"))
    c = rounded(a * Decimal("0.5"))
    return f"物业管理费年初预算{a}万元，调整预算{b}万元，决算{c}万元，完成年初预算的{percent(c, a)}%，完成调整预算的{percent(c, b)}%，较年初预算减少{a - c}万元，较调整预算减少{b - c}万元。"


def cars_and_guests_with_all_shares(r: Random) -> str:
    v = [amount(r, 1, 9) for _ in range(3)]
    [amount(r, 1, 9) for _ in range(3)]
    return f"公务用车购置及运行费支出{v[0] + v[1]}万元，占三公经费的{percent(v[0] + v[1], sum(v))}%。其中：公务用车购置支出{v[0]}万元，全年购置1辆，单价{v[0]}万元；运行维护支出{v[1]}万元，主要用于燃油{rounded(v[1] * Decimal('0.5'))}万元、维修{rounded(v[1] * Decimal('0.3'))}万元、保险{v[1] - rounded(v[1] * Decimal('0.5')) - rounded(v[1] * Decimal('0.3'))}万元。公务接待费{v[2]}万元，占三公经费的{percent(v[2], sum(v))}%。"


def last_year_in_brackets(r: Random) -> str:
    a, b = (amount(r, 30, 90), amount(r, 30, 90))
    return f"办公费{a}万元（上年{b}万元），印刷费{b}万元（上年{a}万元），差旅费{a + b}万元（上年{a + 1}万元），合计{a + b + a + b}万元（上年{b + a + a + 1}万元）。"


def quarters_respectively(r: Random) -> str:
    q = [amount(r, 50, 300) for _ in range(4)]
    t = sum(q)
    return (
        f"全年收入{t}万元，一至四季度分别完成{q[0]}万元、{q[1]}万元、{q[2]}万元、{q[3]}万元，各占全年的{percent(q[0], t, 1)}%、{percent(q[1], t, 1)}%、{percent(q[2], t, 1)}%、{percent(q[3], t, 1)}%，其中四季度占比最高。"
        if q[3] == max(q)
        else "全年收入均衡入库。"
    )


def a_reckoning_with_the_bank(r: Random) -> str:
    a, b, c = (amount(r, 300, 900), amount(r, 10, 90), amount(r, 10, 90))
    return f"账面结余{a}万元，加未入账收入{b}万元，减未入账支出{c}万元，调整后余额{a + b - c}万元。银行对账单余额{a + b - c}万元，账实相符。"


def loans_and_jobs(r: Random) -> str:
    n = r.randint(100, 900)
    a = amount(r, 500, 5000)
    return f"发放创业担保贷款{n}笔、{a}万元，笔均{rounded(a / n)}万元，直接扶持创业{n}人，带动就业{n * 3 + 7}人，贴息{rounded(a * Decimal('0.03'))}万元，还款率99.2%。"


def marks_of_staff_that_overlap(r: Random) -> str:
    t = r.randint(300, 600)
    a = r.randint(20, 90)
    b = r.randint(20, 90)
    return (
        f"全系统职工{t}人，其中党员{a}人，占{percent(a, t, 1)}%；女职工{b + 100}人，占{percent(b + 100, t, 1)}%；35岁以下{b}人，占{percent(b, t, 1)}%；本科以上{t - 20}人，占{percent(t - 20, t, 1)}%。"
    )


def visits_by_kind(r: Random) -> str:
    a, b = (r.randint(100, 300), r.randint(50, 99))
    return f"走访慰问困难党员{a}人次、困难群众{b}户，发放慰问金{rounded(Decimal(a * 300 + b * 500) / 10000, 2)}万元，其中困难党员每人300元、困难群众每户500元。"


def land_opened_up(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.62"))
    c = rounded(a * Decimal("0.2"))
    return f"园区规划面积{a}亩，已开发{b}亩，开发率{percent(b, a)}%，其中工业用地{c}亩，占已开发面积的{percent(c, b)}%；亩均投资强度{amount(r, 100, 300)}万元，亩均税收{amount(r, 5, 20)}万元。"


def water_sold(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"全年供水量{a + b}万吨，其中居民生活用水{a}万吨、非居民用水{b}万吨；售水量{rounded((a + b) * Decimal('0.9'))}万吨，产销差率{percent(a + b - rounded((a + b) * Decimal('0.9')), a + b)}%；水质综合合格率99.8%。"


def weighted_answers(r: Random) -> str:
    n = r.randint(80, 200)
    x = r.randint(40, n - 20)
    y = n - x - 5
    return f"发放问卷{n + 10}份，回收{n}份，回收率{percent(n, n + 10)}%。其中非常满意{x}份，满意{y}份，不满意5份，满意率{percent(x + y, n)}%；按权重计算，综合满意度为{rounded((Decimal(x) + Decimal(y) * Decimal('0.8')) / n * 100)}%。"


def costs_by_head(r: Random) -> str:
    a = amount(r, 300, 900)
    b = rounded(a * Decimal("0.8"))
    c = a - b
    n = r.randint(20, 60)
    return f"基本支出{a}万元，人均{rounded(a / n)}万元（按在职{n}人计算）。其中人员经费{b}万元，人均{rounded(b / n)}万元；公用经费{c}万元，人均{rounded(c / n)}万元，低于定额标准。"


def two_bodies_and_both(r: Random) -> str:
    a, b, c, d = (amount(r, 100, 900) for _ in range(4))
    return f"局机关收入{a}万元、支出{b}万元，下属单位收入{c}万元、支出{d}万元，全系统收入合计{a + c}万元、支出合计{b + d}万元。"


def lists_of_three_levels(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(6)]
    return f"项目支出{sum(v)}万元，包括：1.运转类项目{v[0] + v[1]}万元，其中物业费{v[0]}万元、水电费{v[1]}万元；2.特定目标类项目{sum(v[2:])}万元，其中：（1）本级{v[2] + v[3]}万元（信息化{v[2]}万元、宣传{v[3]}万元）；（2）下属单位{v[4] + v[5]}万元。"


def payments_by_date(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.3"))
    c = rounded(a * Decimal("0.4"))
    return f"合同金额{a}万元。2022年3月15日支付首付款{b}万元，9月20日支付进度款{c}万元，累计支付{b + c}万元，占合同金额的{percent(b + c, a)}%；剩余{a - b - c}万元（含质保金{rounded(a * Decimal('0.03'))}万元）于2023年支付。"


def savings_by_kind(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.93"))
    return f"采购预算{a}万元，合同金额{b}万元，节约资金{a - b}万元，资金节约率{percent(a - b, a)}%；其中公开招标项目节约{rounded((a - b) * Decimal('0.8'))}万元，占节约总额的{percent(rounded((a - b) * Decimal('0.8')), a - b)}%。"


def points_above_a_target(r: Random) -> str:
    a, b = (Decimal(r.randint(8000, 9000)) / 100, Decimal(r.randint(9001, 9900)) / 100)
    return f"基本养老保险参保率由上年的{a}%提高到{b}%，提高{b - a}个百分点；医保参保率{b}%，较上年提高{b - a}个百分点，超出目标值{b - Decimal(90)}个百分点（目标值90%）。"


def values_and_points(r: Random) -> str:
    t = r.randint(100, 200)
    d = t + r.randint(1, 60)
    return f"产出数量指标：年度指标值≥{t}人次，实际完成值{d}人次，完成率{percent(d, t)}%，得10分（满分10分）；质量指标：合格率≥95%，实际98.5%，得10分（满分10分）。"


def hours_and_heads(r: Random) -> str:
    n = r.randint(10, 40)
    h = r.choice([4, 8, 16])
    p = r.randint(20, 60)
    return f"培训{n}期，每期{h}学时，共{n * h}学时；每期{p}人，累计{n * p}人次，人均{h}学时。"


def so_much_for_each_village(r: Random) -> str:
    v = r.randint(5, 20)
    m = r.choice([5, 10, 20])
    return f"对{v}个村各安排{m}万元，共{v * m}万元，其中{v - 2}个村已完成，拨付{(v - 2) * m}万元，拨付率{percent((v - 2) * m, v * m)}%，2个村正在实施。"


def a_balance_with_interest(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"期初余额{a}万元，本期收入{rounded(a / 2)}万元（含利息0.35万元），本期支出{rounded(a / 3)}万元，期末余额{a + rounded(a / 2) - rounded(a / 3)}万元。"


def leaves_sold(r: Random) -> str:
    a, b = (Decimal(r.randint(100, 900)) / 10, Decimal(r.randint(3000, 6000)) / 10)
    return f"种植烤烟{a}万亩，收购烟叶{rounded(a * Decimal('2.4'), 1)}万担，均价{Decimal(r.randint(280, 340)) / 10}元/公斤，上等烟比例{Decimal(r.randint(600, 700)) / 10}%，烟农收入{b}万元，户均收入{amount(r, 3, 9)}万元。"


def waste(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 10, 90))
    return f"生活垃圾产生量{a + b}吨，无害化处理{a + b}吨，处理率100%；其中焚烧{a}吨、填埋{b}吨，资源化利用率{percent(a, a + b)}%；日均处理{rounded((a + b) / 365)}吨。"


def beds_and_people_in_them(r: Random) -> str:
    a = r.randint(100, 300)
    b = r.randint(50, a)
    return f"养老床位{a}张，其中护理型床位{b}张，占{percent(b, a)}%，入住{b - 10}人，入住率{percent(b - 10, a)}%；每千名老年人拥有床位{Decimal(r.randint(300, 400)) / 10}张。"


def debts_of_the_year(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 10, 90))
    return f"年初债务余额{a + b}万元，当年新增{c}万元，偿还{rounded(c / 2)}万元，年末债务余额{a + b + c - rounded(c / 2)}万元，其中：银行贷款{a}万元，应付工程款{b + c - rounded(c / 2)}万元；债务率{Decimal(r.randint(400, 700)) / 10}%。"


def totals_of_three_scopes(r: Random) -> str:
    a, _b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"2022年度收入总计{a}万元，支出总计{a}万元。2022年度财政拨款收入总计{a - Decimal('9.1')}万元，支出总计{a - Decimal('9.1')}万元。2022年度一般公共预算财政拨款支出{a - Decimal('9.1') - Decimal('5')}万元，政府性基金预算财政拨款支出5万元。"


def rows_with_shares(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 10, 90))
    return f"人员经费 {a} 万元，占比 {percent(a, a + b)} %\n公用经费 {b} 万元，占比 {percent(b, a + b)} %\n合计 {a + b} 万元"


def letters_and_visits(r: Random) -> str:
    v = heads(r, 3, 5, 30)
    return f"受理信访件{sum(v)}件，其中来信{v[0]}件、来访{v[1]}批{v[1] * 3}人次、网上{v[2]}件；初信初访{sum(v) - 3}件，重复信访3件，办结率100%。"


def money_pooled_and_used(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 100, 900))
    x = rounded((a + b + c) * Decimal("0.9"))
    return f"统筹整合资金{a + b + c}万元（中央{a}万元、省级{b}万元、市县{c}万元），安排项目{r.randint(20, 60)}个，其中产业类{rounded((a + b + c) * Decimal('0.55'))}万元，占{percent(rounded((a + b + c) * Decimal('0.55')), a + b + c)}%，基础设施类{rounded((a + b + c) * Decimal('0.3'))}万元，占{percent(rounded((a + b + c) * Decimal('0.3')), a + b + c)}%；已支出{x}万元，支出率{percent(x, a + b + c)}%。"


def _cut(part: Decimal, whole: Decimal, decimals: int = 2) -> Decimal:
    """A percentage cut off."""
    return (Decimal(part) / Decimal(whole) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_FLOOR)


def _yi(value: Decimal, decimals: int = 2) -> Decimal:
    """亿元 of 万元."""
    return rounded(value / 10000, decimals)
