"""Passages right whatever figures are drawn into them: budgets, funds and plans as reports of government tell them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, heads, percent, rounded, split


def what_a_county_produced(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 300, 900), amount(r, 300, 900))
    return f"初步核算，全年地区生产总值{a + b + c}亿元，按可比价格计算，比上年增长{Decimal(r.randint(20, 90)) / 10}%。其中，第一产业增加值{a}亿元，增长{Decimal(r.randint(20, 90)) / 10}%；第二产业增加值{b}亿元，增长{Decimal(r.randint(20, 90)) / 10}%；第三产业增加值{c}亿元，增长{Decimal(r.randint(20, 90)) / 10}%。三次产业结构为{percent(a, a + b + c, 1)}:{percent(b, a + b + c, 1)}:{percent(c, a + b + c, 1)}。"


def revenue_with_all_that_is_added_to_it(r: Random) -> str:
    t, n = (amount(r, 5, 9), amount(r, 2, 4))
    x, y, z = (amount(r, 10, 20), amount(r, 1, 3), amount(r, 0, 2))
    plan = rounded((t + n) * Decimal("0.98"))
    last = rounded((t + n) * Decimal("0.95"))
    return f"全县一般公共预算收入完成{t + n}亿元，为年初预算{plan}亿元的{percent(t + n, plan, 1)}%，较上年{last}亿元增长{percent(t + n - last, last, 1)}%。其中：税收收入完成{t}亿元，增长{Decimal(r.randint(10, 90)) / 10}%，占一般公共预算收入的{percent(t, t + n, 1)}%；非税收入完成{n}亿元，增长{Decimal(r.randint(10, 90)) / 10}%。加上级补助收入{x}亿元、债务转贷收入{y}亿元、上年结转{z}亿元，收入总计{t + n + x + y + z}亿元。"


def both_sides_that_balance(r: Random) -> str:
    g, s, x = (amount(r, 5, 30), amount(r, 5, 30), amount(r, 1, 9))
    b, ret, cr = (amount(r, 3, 9), amount(r, 1, 5), amount(r, 1, 5))
    inc = b + g + s + x + ret + cr
    amount(r, 20, 30)
    up = amount(r, 1, 4)
    return f"一般公共预算收支平衡情况：收入总计{inc}亿元，包括本级收入{b}亿元，上级补助收入{g + s + x}亿元（返还性收入{x}亿元、一般性转移支付{g}亿元、专项转移支付{s}亿元），调入资金{ret}亿元，债务转贷收入{cr}亿元；支出总计{inc}亿元，包括本级支出{inc - up - Decimal('1.2')}亿元，上解支出{up}亿元，安排预算稳定调节基金1.20亿元。"


def income_of_town_and_country(r: Random) -> str:
    return f"城镇居民人均可支配收入{r.randint(30000, 50000)}元，同比增长{Decimal(r.randint(20, 90)) / 10}%；农村居民人均可支配收入{r.randint(15000, 25000)}元，同比增长{Decimal(r.randint(20, 90)) / 10}%，城乡居民收入比由上年的2.13:1缩小到2.08:1。"


def thirds_of_a_plan_by_year(r: Random) -> str:
    a = amount(r, 300, 900)
    return f"项目资金{a}万元，按照3:4:3的比例分三年安排，2021年安排30%，2022年安排40%，2023年安排30%。截至2022年底，累计到位{rounded(a * Decimal('0.7'))}万元，到位率{percent(rounded(a * Decimal('0.7')), a)}%。"


def budget_and_accounts_of_one_body(r: Random) -> str:
    a, b, c = (amount(r, 300, 900), amount(r, 50, 200), amount(r, 20, 90))
    return f"2022年部门预算收入{a}万元，其中财政拨款{a - b}万元，其他收入{b}万元。2022年部门决算收入{a + c}万元，其中财政拨款{a - b + c}万元，其他收入{b}万元。收入增加{c}万元，系年中追加项目经费。"


def paid_up_to_a_rate_of_the_price(r: Random) -> str:
    a, _b, _c = (amount(r, 300, 900), amount(r, 50, 200), amount(r, 20, 90))
    return f"合同总价{a}万元，按合同约定签订后支付30%即{rounded(a * Decimal('0.3'))}万元，验收后支付至97%即{rounded(a * Decimal('0.97'))}万元，剩余3%作为质保金。"


def cars_within_and_outside_the_number(r: Random) -> str:
    n = r.randint(3, 9)
    b = r.randint(1, n - 1)
    c = amount(r, 5, 30)
    return f"公务用车编制{n + 2}辆，实有{n}辆，其中应急保障用车{b}辆、执法执勤用车{n - b}辆；另有特种专业技术用车{r.randint(1, 4)}辆未纳入编制。全年燃油费{c}万元、维修费{amount(r, 1, 9)}万元、保险费{amount(r, 1, 4)}万元。"


def a_mean_of_answers(r: Random) -> str:
    return f"本次问卷设置10道题，每题满分10分，收回{r.randint(80, 99)}份，平均得分{Decimal(r.randint(850, 990)) / 10}分，换算满意度为{Decimal(r.randint(850, 990)) / 10}%。"


def projects_and_so_on(r: Random) -> str:
    t = amount(r, 900, 2000)
    p = split(r, rounded(t * Decimal("0.8")), 3)
    return f"项目支出{t}万元，主要为：城区亮化{p[0]}万元；污水管网{p[1]}万元；垃圾清运{p[2]}万元等。"


def rules_of_which_some_are_named(r: Random) -> str:
    n = r.randint(30, 60)
    return f"全年共制定制度{n}项，重点完善了财务管理制度{n // 5}项、采购管理制度{n // 6}项、合同管理制度{n // 7}项。"


def months_of_a_term(r: Random) -> str:
    a = amount(r, 10, 60)
    return f"项目自3月开始实施，计划工期10个月，截至12月底实际实施9个月，已支付{a}万元，月均{rounded(a / 9)}万元。"


def planned_and_done_by_source_in_brackets(r: Random) -> str:
    a = [amount(r, 50, 300) for _ in range(3)]
    s = [rounded(x * Decimal(r.randint(60, 100)) / 100) for x in a]
    return f"全年预算数{sum(a)}万元（中央资金{a[0]}万元、省级资金{a[1]}万元、县级资金{a[2]}万元），全年执行数{sum(s)}万元（中央资金{s[0]}万元、省级资金{s[1]}万元、县级资金{s[2]}万元），执行率{percent(sum(s), sum(a))}%（中央{percent(s[0], a[0])}%、省级{percent(s[1], a[1])}%、县级{percent(s[2], a[2])}%）。"


def debts_within_their_limit(r: Random) -> str:
    g, s = (amount(r, 10, 90), amount(r, 10, 90))
    lim = g + s + amount(r, 1, 5)
    n = amount(r, 1, 9)
    return f"截至2022年底，全县政府债务余额{g + s}亿元，其中一般债务{g}亿元、专项债务{s}亿元，控制在省核定的债务限额{lim}亿元以内；全年新增政府债券{n}亿元，还本{rounded(n / 3)}亿元，付息{rounded(n / 5)}亿元。"


def fields_and_their_yield(r: Random) -> str:
    a, b = (amount(r, 1000, 5000), amount(r, 1000, 5000))
    return f"粮食播种面积{a + b}亩，其中水稻{a}亩；粮食总产量{rounded((a + b) * Decimal('0.42'))}吨，平均亩产420公斤。油菜种植面积{amount(r, 1000, 3000)}亩，较上年增加{amount(r, 10, 300)}亩。"


def people_of_a_town(r: Random) -> str:
    h = r.randint(3000, 9000)
    p = h * 3 + r.randint(0, 999)
    f = p // 2 - r.randint(1, 99)
    return f"年末全镇总户数{h}户，总人口{p}人，其中男性{p - f}人、女性{f}人；60岁以上老年人{p // 5}人，占总人口的{percent(p // 5, p, 1)}%；出生{r.randint(50, 99)}人，死亡{r.randint(50, 99)}人，人口自然增长率{Decimal(r.randint(-30, 30)) / 10}‰。"


def two_projects_respectively(r: Random) -> str:
    a, b = (amount(r, 100, 500), amount(r, 100, 500))
    s, t = (rounded(a * Decimal("0.93")), rounded(b * Decimal("0.71")))
    return f"甲项目预算{a}万元，乙项目预算{b}万元，分别执行{s}万元、{t}万元，执行率分别为{percent(s, a)}%、{percent(t, b)}%，平均执行率{rounded((percent(s, a) + percent(t, b)) / 2)}%。"


def a_reserve_by_rate(r: Random) -> str:
    a = amount(r, 300, 900)
    x = rounded(a * Decimal("0.05"))
    return f"总投资{a}万元，其中工程费用{rounded(a * Decimal('0.8'))}万元，工程建设其他费用{a - rounded(a * Decimal('0.8')) - x}万元，预备费{x}万元，预备费率按5%计取。"


def taxes_forgone(r: Random) -> str:
    return f"全年减免税费{amount(r, 1, 5)}亿元，惠及市场主体{r.randint(1000, 9000)}户，其中增值税留抵退税{amount(r, 0, 1)}亿元，惠及企业{r.randint(100, 900)}户。"


def bodies_within_the_accounts(r: Random) -> str:
    a, _b, c = (r.randint(3, 9), r.randint(2, 9), r.randint(1, 5))
    return f"纳入2022年部门决算编制范围的单位共{a + 1}个，包括局本级和下属事业单位{a}个。其中行政单位1个，参照公务员法管理事业单位{(c if c < a else 1)}个，其他事业单位{a - (c if c < a else 1)}个。"


def posts_and_heads(r: Random) -> str:
    b, c, d = (r.randint(10, 30), r.randint(10, 30), r.randint(1, 9))
    return f"人员编制{b + c + 3}人，其中行政编制{b + 1}人、事业编制{c + 2}人；实有在职{b + c}人，其中行政{b}人、事业{c}人；离退休{d + 10}人，其中离休{d}人、退休10人；另有遗属{r.randint(1, 9)}人。"


def a_part_looked_at_again(r: Random) -> str:
    n = r.randint(100, 900)
    return f"本次共抽取样本{n}份，按照不低于10%的比例复核，实际复核{n // 8}份，复核比例{percent(n // 8, n)}%，发现差错{n // 90 + 1}份，差错率{percent(n // 90 + 1, n // 8)}%。"


def one_stands_to_the_other(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"其中，人员经费与公用经费之比为{rounded(a / b, 1)}:1；人员经费{a}万元，公用经费{b}万元。"


def what_is_short_by_source(r: Random) -> str:
    a, g = (amount(r, 300, 900), amount(r, 30, 90))
    return f"2021年项目资金需求{a}万元，到位{a - g}万元，资金缺口{g}万元，缺口率{percent(g, a)}%，其中：县级配套缺口{rounded(g * Decimal('0.6'))}万元、自筹缺口{g - rounded(g * Decimal('0.6'))}万元。"


def three_years_and_their_mean(r: Random) -> str:
    v = [amount(r, 50, 300) for _ in range(3)]
    return f"2020—2022年共安排专项资金{sum(v)}万元，年均{rounded(sum(v) / 3)}万元，其中2020年{v[0]}万元，2021年{v[1]}万元，同比{change(v[1], v[0]).split('，')[1]}，2022年{v[2]}万元，同比{change(v[2], v[1]).split('，')[1]}。"


def villages_with_a_bus(r: Random) -> str:
    v = r.randint(100, 300)
    k = r.randint(50, v - 1)
    d = r.randint(1, 9)
    return f"全县{v}个行政村中，已有{k}个村通公交，通达率{percent(k, v)}%，较上年提高{d}个百分点；其余{v - k}个村计划两年内全部通达。"


def a_loan_and_its_interest(r: Random) -> str:
    a = amount(r, 100, 900)
    return (
        f"2022年应偿还本金{a}万元、利息{rounded(a * Decimal('0.045'))}万元，实际偿还本金{a}万元、利息{rounded(a * Decimal('0.045'))}万元，本息合计{a + rounded(a * Decimal('0.045'))}万元，年利率4.5%。"
    )


def a_quarter_against_two_others(r: Random) -> str:
    a, b, c, d = (amount(r, 50, 300) for _ in range(4))
    return f"四季度支出{a}万元，环比{change(a, b).split('，')[1]}，同比{change(a, c).split('，')[1]}；三季度支出{b}万元，上年四季度支出{c}万元。"


def devices_above_a_price(r: Random) -> str:
    return f"单价5万元以上设备采购须经集体决策，全年采购设备{r.randint(10, 60)}台（套），金额{amount(r, 50, 300)}万元，其中单价5万元以上{r.randint(1, 9)}台，金额{amount(r, 10, 49)}万元。"


def highest_and_lowest(r: Random) -> str:
    s = [Decimal(r.randint(800, 990)) / 10 for _ in range(3)]
    return (
        f"综合评价得分最高{max(s)}分，最低{min(s)}分，相差{max(s) - min(s)}分；3个单位平均分{rounded(sum(s) / 3)}分，其中90分以上{sum(x >= 90 for x in s)}个，80—90分{sum(x < 90 for x in s)}个。"
    )


def levels_of_a_tree_of_points(_: Random) -> str:
    return "指标体系设一级指标4个，二级指标11个，三级指标23个，总分100分，其中决策20分、过程20分、产出30分、效益30分（含满意度10分）。"


def points_added_and_taken_off(r: Random) -> str:
    s = Decimal(r.randint(850, 950)) / 10
    return f"自评基础分{s}分，加分项2分，扣分项1分，最终得分{s + 1}分，评定为“{('优' if s + 1 >= 90 else '良')}”。"


def beds_beyond_the_plan(r: Random) -> str:
    p = r.randint(100, 300)
    d = r.randint(5, 40)
    return f"计划新增床位{p}张，实际新增{p + d}张，超计划{d}张，完成率{percent(p + d, p)}%；护理型床位占比由{Decimal(r.randint(300, 400)) / 10}%提高到{Decimal(r.randint(410, 500)) / 10}%。"


def revenue_handed_on(r: Random) -> str:
    a = amount(r, 100, 500)
    b = rounded(a * Decimal("0.3"))
    return f"非税收入{a}万元，其中上缴国库{a - b}万元，缴入财政专户{b}万元，上缴率100%；罚没收入占非税收入的{percent(b, a)}%。"


def guests_by_group_and_head(r: Random) -> str:
    n, p = (r.randint(20, 90), r.randint(200, 900))
    m = amount(r, 1, 9)
    return f"国内公务接待{n}批次、{p}人次，支出{m}万元，批次均{rounded(m * 10000 / n, 2)}元，人均{rounded(m * 10000 / p, 2)}元；外事接待0批次0人次。与上年相比，批次减少{r.randint(1, 9)}批，人次减少{r.randint(10, 90)}人次，主要是严格执行接待标准。"


def a_budget_against_the_last_one(r: Random) -> str:
    b, last = (amount(r, 300, 900), amount(r, 300, 900))
    return f"2023年部门预算收入{b}万元，与上年预算相比{change(b, last)}，上年预算为{last}万元。支出预算{b}万元，按功能科目分：一般公共服务支出{rounded(b * Decimal('0.7'))}万元，社会保障和就业支出{rounded(b * Decimal('0.2'))}万元，卫生健康支出{b - rounded(b * Decimal('0.7')) - rounded(b * Decimal('0.2'))}万元。"


def costs_cut_by_the_reviewers(r: Random) -> str:
    a = amount(r, 300, 900)
    return f"估算总投资{a}万元，较可研批复{a + Decimal('23.5')}万元减少23.50万元，核减率{percent(Decimal('23.5'), a + Decimal('23.5'))}%；其中建安费{rounded(a * Decimal('0.75'))}万元，占{percent(rounded(a * Decimal('0.75')), a)}%，设备费{rounded(a * Decimal('0.15'))}万元，占{percent(rounded(a * Decimal('0.15')), a)}%。"


def courses_on_site_and_online(r: Random) -> str:
    n = r.randint(3, 9)
    p = r.randint(200, 600)
    return f"全年举办培训班{n}期，其中线下{n - 1}期、线上1期，培训{p}人次，人均培训成本{rounded(amount(r, 3, 20) * 10000 / p, 0)}元，控制在每人每天400元以内。"


def spending_of_the_last_month(r: Random) -> str:
    a = amount(r, 100, 300)
    return f"截至11月底支出{rounded(a * Decimal('0.6'))}万元，支出进度{percent(rounded(a * Decimal('0.6')), a)}%，低于序时进度91.67%；12月当月支出{rounded(a * Decimal('0.35'))}万元，占全年支出的{percent(rounded(a * Decimal('0.35')), rounded(a * Decimal('0.6')) + rounded(a * Decimal('0.35')))}%，全年预算{a}万元，预算执行率{percent(rounded(a * Decimal('0.6')) + rounded(a * Decimal('0.35')), a)}%。"


def values_of_assets_by_kind(r: Random) -> str:
    o = amount(r, 800, 2000)
    d = amount(r, 100, 300)
    return f"固定资产原值{o}万元，成新率{percent(o - d, o)}%，净值{o - d}万元。其中房屋构筑物原值{rounded(o * Decimal('0.6'))}万元、通用设备原值{rounded(o * Decimal('0.25'))}万元、家具用具原值{o - rounded(o * Decimal('0.6')) - rounded(o * Decimal('0.25'))}万元。"


def goods_and_services_in_two_levels(r: Random) -> str:
    a, b, c, d = (amount(r, 50, 300) for _ in range(4))
    return f"商品和服务支出{a + b + c + d}万元，其中办公费{a}万元，差旅费{b}万元，其他商品和服务支出{c + d}万元，主要用于物业管理{c}万元，食堂补助{d}万元。"


def indicators_and_how_they_ended(r: Random) -> str:
    n = r.randint(5, 20)
    return f"{n}个三级指标中，有{n - 2}个达到年度目标，1个超过目标值30%以上，1个未达到目标，达标率{percent(n - 1, n)}%。"


def houses_by_town_and_by_grade(r: Random) -> str:
    v = heads(r, 4, 10, 90)
    return f"完成危房改造{sum(v)}户，分别是：河东镇{v[0]}户、河西镇{v[1]}户、南山乡{v[2]}户、北原乡{v[3]}户，其中C级{v[0]}户、D级{sum(v) - v[0]}户，户均补助{r.choice([1, 2, 3])}万元。"


def fees_that_rose_and_fell(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 10, 90))
    return f"事业收入{a + b}万元，较上年增加{c}万元，其中学费收入{a}万元，较上年减少{rounded(c / 2)}万元，住宿费收入{b}万元，较上年增加{c + rounded(c / 2)}万元。"


def a_budget_cut_across_the_board(r: Random) -> str:
    a = amount(r, 300, 900)
    b = amount(r, 10, 90)
    return f"年初预算{a}万元，扣除统一压减{b}万元后可用{a - b}万元，支出{a - b - 5}万元，结余5万元，预算执行率{percent(a - b - 5, a - b)}%，按年初预算口径为{percent(a - b - 5, a)}%。"
