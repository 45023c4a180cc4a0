"""Passages right whatever figures are drawn into them: offices, services and works, with lists that name some and lists that name all."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, heads, percent, rounded


def offices_named(_: Random) -> str:
    return "局机关内设办公室（政工股）、财务审计股、规划建设股、法规股（行政审批股）、安全监管股5个股室，下属执法大队、运管所、公路段3个事业单位。"


def offices_with_their_other_names(_: Random) -> str:
    return "内设机构6个：办公室、预算股、国库股、行政政法股（加挂绩效管理股牌子）、农业农村股、监督检查股；所属单位2个：国库支付中心、财政投资评审中心。"


def bodies_named_behind_their_kinds(_: Random) -> str:
    return "本部门共有独立核算单位4个，其中行政单位1个、公益一类事业单位2个、公益二类事业单位1个，分别为局机关、监测站、执法队、研究所。"


def problems_by_number(_: Random) -> str:
    return "存在的主要问题有三个方面：一是预算编制不够精细，年中调整2次；二是支出进度偏慢，上半年仅为38.5%；三是绩效目标设置偏低，5个指标超额完成30%以上；此外，档案管理也有待加强。"


def measures_by_number(_: Random) -> str:
    return "下一步做好以下四项工作：（一）强化预算约束。（二）加快支出进度，确保6月底达到50%，9月底达到75%。（三）严格资产管理。（四）做好绩效运用，将结果与下年预算挂钩，挂钩比例不低于10%。"


def projects_by_paragraph(r: Random) -> str:
    a = [amount(r, 10, 99) for _ in range(3)]
    return f"2022年实施重点项目3个，总投资{sum(a)}万元：\n1.河道整治项目。计划投资{a[0]}万元，治理河道3.2公里，新建护岸2处。\n2.道路改造项目。计划投资{a[1]}万元，改造道路5条，其中主干道2条、支路3条。\n3.路灯安装项目。计划投资{a[2]}万元，安装路灯120盏。\n上述项目均已完工，实际支付{rounded(sum(a) * Decimal('0.9'))}万元，支付率{percent(rounded(sum(a) * Decimal('0.9')), sum(a))}%。"


def what_auditors_found(r: Random) -> str:
    n = r.randint(3, 9)
    m = amount(r, 100, 900)
    return f"审计查出主要问题金额{m}万元，其中违规金额{rounded(m * Decimal('0.1'))}万元、管理不规范金额{m - rounded(m * Decimal('0.1'))}万元；提出审计建议{n * 3}条，被采纳{n * 3 - 2}条；移送问题线索{n}件，其中移送纪检监察机关{n - 1}件，移送主管部门{n}件次（个别线索同时移送）。"


def inspections_that_overlap(r: Random) -> str:
    n = r.randint(30, 60)
    return f"全年开展检查{n}次，其中联合检查{n // 3}次、专项检查{n // 2}次，出动{n * 4}人次，检查单位{n * 2}家次。"


def a_school(r: Random) -> str:
    c = r.randint(20, 40)
    s = c * 42 + r.randint(1, 9)
    return f"学校现有{c}个教学班，学生{s}人，教职工{c * 3}人，其中专任教师{c * 3 - 8}人，专任教师中高级职称{c}人、中级职称{c + 3}人，本科以上学历{c * 3 - 12}人，学历达标率100%，班额{rounded(Decimal(s) / c, 1)}人。"


def places_of_care(r: Random) -> str:
    return f"全县有医疗卫生机构{r.randint(200, 300)}个，其中县级医院3个，乡镇卫生院{r.randint(15, 20)}个，村卫生室{r.randint(150, 170)}个；床位{r.randint(1000, 2000)}张，每千人口床位数{Decimal(r.randint(40, 70)) / 10}张。"


def a_cost_within_its_share(r: Random) -> str:
    a = amount(r, 100, 500)
    return f"按照不超过总投资2%的标准控制管理费，总投资{a}万元，管理费支出{rounded(a * Decimal('0.015'))}万元，占总投资的{percent(rounded(a * Decimal('0.015')), a)}%，低于控制比例{Decimal(2) - percent(rounded(a * Decimal('0.015')), a)}个百分点。"


def prices_that_fell(r: Random) -> str:
    p = amount(r, 10, 50)
    q = rounded(p * Decimal("0.6"))
    return f"药品集采平均降价{percent(p - q, p)}%，最高降幅93%，某药单价由{p}元降至{q}元；集采药品共{r.randint(200, 400)}种，节约费用{amount(r, 10, 90)}万元。"


def a_fund_of_insurance(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 10, 99))
    return f"城乡居民医保基金收入{a + b}万元，其中个人缴费{a}万元、财政补助{b}万元；基金支出{a + b - c}万元，当期结余{c}万元，累计结余{c + rounded(a / 3)}万元，可支付{Decimal(r.randint(30, 90)) / 10}个月。参保率{Decimal(r.randint(950, 990)) / 10}%。"


def so_much_by_state_and_self(r: Random) -> str:
    n = r.randint(1000, 9000)
    return f"财政补助标准每人每年610元，个人缴费标准每人每年350元，参保{n}人，应筹集{rounded(Decimal(n * 960) / 10000, 2)}万元，其中财政补助{rounded(Decimal(n * 610) / 10000, 2)}万元、个人缴费{rounded(Decimal(n * 350) / 10000, 2)}万元。"


def roads_kept_up(r: Random) -> str:
    a, b, c = (amount(r, 10, 90), amount(r, 10, 90), amount(r, 10, 90))
    return f"养护国省道{a + b}公里，其中国道{a}公里、省道{b}公里，养护农村公路{c}公里，优良路率{Decimal(r.randint(800, 950)) / 10}%，较上年提高1.2个百分点；每公里养护成本{rounded(amount(r, 50, 200) / (a + b + c))}万元。"


def a_bill_cut_and_paid(r: Random) -> str:
    a = amount(r, 100, 500)
    b = rounded(a * Decimal("0.9"))
    return f"工程结算送审金额{a}万元，审定金额{b}万元，核减{a - b}万元，核减率{percent(a - b, a)}%；已付工程款{rounded(b * Decimal('0.85'))}万元，占审定金额的{percent(rounded(b * Decimal('0.85')), b)}%，余款{b - rounded(b * Decimal('0.85'))}万元待质保期满支付。"


def two_funds_and_both(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 300, 900))
    x, y = (rounded(a * Decimal("0.9")), rounded(b * Decimal("0.8")))
    return f"一般公共预算安排{a}万元，支出{x}万元，执行率{percent(x, a)}%；政府性基金安排{b}万元，支出{y}万元，执行率{percent(y, b)}%；合计安排{a + b}万元，支出{x + y}万元，综合执行率{percent(x + y, a + b)}%，结转{a + b - x - y}万元，其中一般公共预算结转{a - x}万元。"


def firms_from_so_many_to_so_many(r: Random) -> str:
    a, b = (r.randint(100, 300), r.randint(310, 500))
    return f"市场主体由年初的{a}户增加到{b}户，净增{b - a}户，增长{percent(b - a, a, 1)}%；其中企业由{a // 3}户增加到{b // 3}户，增长{percent(b // 3 - a // 3, a // 3, 1)}%。"


def five_years_gone(r: Random) -> str:
    a, b = (amount(r, 10, 30), amount(r, 40, 60))
    return f"五年来，一般公共预算收入由{a}亿元增加到{b}亿元，年均增长{Decimal(r.randint(80, 150)) / 10}%，是五年前的{rounded(b / a, 2)}倍；累计投入民生资金{amount(r, 100, 200)}亿元，占财政支出的比重达{Decimal(r.randint(700, 850)) / 10}%。"


def places_among_others(r: Random) -> str:
    return f"考核得分{Decimal(r.randint(900, 990)) / 10}分，在全市12个县区中排名第{r.randint(1, 5)}位，较上年前移2位；公众满意度{Decimal(r.randint(900, 990)) / 10}%，排名第3位。"


def sums_of_three_and_of_two(r: Random) -> str:
    a = [amount(r, 10, 90) for _ in range(5)]
    return f"办公费{a[0]}万元，印刷费{a[1]}万元，差旅费{a[2]}万元，三项合计{a[0] + a[1] + a[2]}万元；培训费{a[3]}万元，会议费{a[4]}万元，两项合计{a[3] + a[4]}万元。公用经费总计{sum(a)}万元。"


def a_part_of_a_part(r: Random) -> str:
    a = amount(r, 300, 900)
    b = rounded(a * Decimal("0.7"))
    c = rounded(b * Decimal("0.4"))
    return f"项目资金{a}万元，{percent(b, a)}%即{b}万元用于工程建设，其中{percent(c, b)}%即{c}万元为材料费。"


def accounts_and_budget_of_two_years(r: Random) -> str:
    a, b, c = (amount(r, 300, 900), amount(r, 300, 900), amount(r, 300, 900))
    return f"2021年决算支出{a}万元；2022年年初预算{b}万元，比2021年决算{change(b, a).split('，')[0]}；2022年决算支出{c}万元，比年初预算{change(c, b).split('，')[0]}，比2021年决算{change(c, a)}。"


def about_so_much(r: Random) -> str:
    return f"项目总投资约{r.randint(3, 9)}亿元，其中一期投资{amount(r, 1, 2)}亿元，二期投资{amount(r, 1, 2)}亿元，预计带动就业{r.randint(500, 900)}人，年产值可达{r.randint(10, 20)}亿元，税收{amount(r, 0, 1)}亿元。"


def air(r: Random) -> str:
    return f"PM2.5平均浓度{r.randint(25, 35)}微克/立方米，同比下降{Decimal(r.randint(10, 90)) / 10}%；空气质量优良天数{r.randint(300, 340)}天，优良天数比例{Decimal(r.randint(850, 930)) / 10}%，其中优{r.randint(100, 150)}天。"


def days_of_good_air(r: Random) -> str:
    n = r.randint(300, 340)
    return f"有效监测天数362天，优良天数{n}天，优良率{percent(n, 362, 1)}%，同比提高1.7个百分点；轻度污染{362 - n - 3}天，中度污染3天。"


def energy_saved(r: Random) -> str:
    return f"单位GDP能耗下降{Decimal(r.randint(20, 50)) / 10}%，超额完成年度下降3%的目标；用水总量控制在{amount(r, 1, 5)}亿立方米以内，万元GDP用水量下降{Decimal(r.randint(20, 50)) / 10}%。"


def gifts_in_money_and_kind(r: Random) -> str:
    a, b = (amount(r, 10, 90), amount(r, 10, 90))
    return f"接收社会捐赠{a + b}万元（款{a}万元、物资折价{b}万元），使用{rounded(a * Decimal('0.9'))}万元，其中用于助学{rounded(a * Decimal('0.5'))}万元、助医{rounded(a * Decimal('0.9')) - rounded(a * Decimal('0.5'))}万元，资金使用率{percent(rounded(a * Decimal('0.9')), a)}%。"


def causes_of_higher_pay(r: Random) -> str:
    n = r.randint(30, 60)
    w = amount(r, 300, 700)
    return f"工资福利支出{w}万元，比上年增加{rounded(w / 20)}万元，主要原因：一是新增人员{n // 10}人，增加支出{rounded(w / 30)}万元；二是正常晋级晋档，增加支出{rounded(w / 40)}万元；三是退休{n // 20 + 1}人，减少支出{rounded(w / 30) + rounded(w / 40) - rounded(w / 20)}万元。"


def projects_of_two_levels(r: Random) -> str:
    a, b, c, d = (amount(r, 50, 300) for _ in range(4))
    return f"项目支出预算{a + b + c + d}万元。其中：本级项目支出{a + b}万元（业务经费{a}万元、运转经费{b}万元）；转移支付项目支出{c + d}万元，其中：产业发展{c}万元，基础设施{d}万元。"


def people_insured(r: Random) -> str:
    n = r.randint(1000, 9000)
    g = r.randint(900, n)
    return f"参保人数{n}人，完成目标任务{g}人的{percent(n, g)}%；缴费人数{n - 80}人，缴费率{percent(n - 80, n)}%；待遇领取{n // 3}人，待遇发放率100%。"


def from_design_to_bid(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 20, 80))
    return f"初步设计概算{a}万元，施工图预算{a - b}万元，较概算减少{b}万元；招标控制价{a - b - 5}万元，中标价{rounded((a - b - 5) * Decimal('0.95'))}万元，较控制价下浮{percent(a - b - 5 - rounded((a - b - 5) * Decimal('0.95')), a - b - 5)}%。"


def staff_by_contract(r: Random) -> str:
    a, b, c, d = heads(r, 4, 3, 20)
    return f"年末单位总人数{a + b + c + d}人，其中在编人员{a + b}人，占{percent(a + b, a + b + c + d)}%（行政{a}人、事业{b}人）；编外聘用{c}人，占{percent(c, a + b + c + d)}%；劳务派遣{d}人，占{percent(d, a + b + c + d)}%。"


def a_library(r: Random) -> str:
    return f"全年接待读者{r.randint(10, 50)}万人次，外借图书{r.randint(5, 20)}万册次，新增藏书{r.randint(1000, 9000)}册，其中少儿图书{r.randint(100, 900)}册；举办活动{r.randint(50, 99)}场，其中线上{r.randint(10, 40)}场。"


def a_fire_brigade(r: Random) -> str:
    a, b, c = heads(r, 3, 10, 90)
    return f"全年接警出动{a + b + c}起，其中火灾扑救{a}起、抢险救援{b}起、社会救助{c}起，出动车辆{(a + b + c) * 2 + 3}辆次、人员{(a + b + c) * 9}人次，抢救被困人员{a // 3}人，疏散群众{b * 2}人，抢救财产价值{amount(r, 50, 300)}万元。"


def land_and_houses_bought(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    n = r.randint(20, 80)
    return f"征收土地{amount(r, 10, 90)}亩，补偿{a}万元；拆迁房屋{n}户，补偿{b}万元，户均{rounded(b / n)}万元；两项补偿共{a + b}万元，其中已兑付{rounded((a + b) * Decimal('0.8'))}万元，兑付率{percent(rounded((a + b) * Decimal('0.8')), a + b)}%。"


def people_in_ten_thousands(r: Random) -> str:
    a = Decimal(r.randint(100, 900)) / 10
    b = Decimal(r.randint(10, 90)) / 10
    return f"全市户籍人口{a + b}万人，其中农业人口{a}万人，非农业人口{b}万人；常住人口{a + b - Decimal('3.2')}万人，人口流出3.2万人。"


def contracts_of_three_kinds(r: Random) -> str:
    n = r.randint(30, 90)
    return f"全年签订合同{n}份，合同金额{amount(r, 500, 900)}万元，其中采购类合同{n // 2}份、金额{amount(r, 100, 200)}万元，服务类合同{n // 3}份、金额{amount(r, 100, 200)}万元，工程类合同{n // 9}份、金额{amount(r, 50, 90)}万元。"


def people_with_two_allowances(r: Random) -> str:
    a, b = (r.randint(1000, 3000), r.randint(1000, 3000))
    return (
        f"困难残疾人生活补贴{a}人，重度残疾人护理补贴{b}人，同时享受两项补贴{a // 4}人，实际受益{a + b - a // 4}人，发放资金{rounded(Decimal((a + b) * 80 * 12) / 10000)}万元，标准均为每人每月80元。"
    )


def old_money_and_new(r: Random) -> str:
    a, b = (amount(r, 100, 300), amount(r, 300, 600))
    return f"上年结转资金{a}万元全部用完；当年下达{b}万元，使用{rounded(b * Decimal('0.8'))}万元，使用率{percent(rounded(b * Decimal('0.8')), b)}%；合计使用{a + rounded(b * Decimal('0.8'))}万元，总使用率{percent(a + rounded(b * Decimal('0.8')), a + b)}%。"


def a_rate_that_fell(r: Random) -> str:
    a, b = (Decimal(r.randint(900, 990)) / 10, Decimal(r.randint(800, 890)) / 10)
    return f"预算执行率{b}%，较上年同期的{a}%下降{a - b}个百分点，降幅{percent(a - b, a)}%。"


def things_of_several_units(r: Random) -> str:
    return f"采购电脑{r.randint(10, 30)}台、打印机{r.randint(5, 9)}台、空调{r.randint(5, 9)}台，办公桌椅{r.randint(20, 50)}套，合计资金{amount(r, 20, 60)}万元，验收合格率100%。"


def bills_collected_and_written_off(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 10, 90), amount(r, 10, 90))
    return f"年初应收账款{a}万元，本年收回{b}万元，核销{c}万元，新增{rounded(b / 2)}万元，年末余额{a - b - c + rounded(b / 2)}万元，较年初减少{b + c - rounded(b / 2)}万元。"


def deposits_and_loans(r: Random) -> str:
    a, b = (amount(r, 10, 90), amount(r, 10, 90))
    return f"金融机构存款余额{a}亿元，比年初增加{rounded(a / 20)}亿元，增长{percent(rounded(a / 20), a - rounded(a / 20), 1)}%；贷款余额{b}亿元，比年初增加{rounded(b / 15)}亿元，增长{percent(rounded(b / 15), b - rounded(b / 15), 1)}%；存贷比{percent(b, a, 1)}%。"


def industry(r: Random) -> str:
    n = r.randint(50, 90)
    return f"规模以上工业企业{n}家，较上年净增5家，完成工业总产值{amount(r, 100, 300)}亿元，增长{Decimal(r.randint(30, 90)) / 10}%；实现利润{amount(r, 5, 9)}亿元，下降{Decimal(r.randint(30, 90)) / 10}%；亏损企业{n // 8}家，亏损面{percent(n // 8, n, 1)}%。"


def meetings(r: Random) -> str:
    n = r.randint(3, 9)
    return f"全年召开党组会{n * 3}次、民主生活会1次、组织生活会2次，党员大会4次，讲党课{n}次，其中主要负责人讲党课2次，班子成员讲党课{n - 2}次。"


def shares_of_two_together(r: Random) -> str:
    a, b, c = (amount(r, 100, 200), amount(r, 100, 200), amount(r, 100, 200))
    t = a + b + c + 50
    return f"支出{t}万元，其中人员支出{a}万元，占{percent(a, t)}%；公用支出{b}万元，占{percent(b, t)}%；项目支出{c}万元，占{percent(c, t)}%；其他支出50万元，占{percent(50, t)}%，人员支出与公用支出占比合计{percent(a + b, t)}%。"


def better_than_before(r: Random) -> str:
    n = r.randint(20, 90)
    return f"群众投诉量由上年的{n + 9}件下降到{n}件，下降{percent(9, n + 9)}%；平均办理时限由{Decimal(r.randint(60, 90)) / 10}天压缩至{Decimal(r.randint(20, 50)) / 10}天；一次办结率由{r.randint(70, 80)}%提升至{r.randint(85, 95)}%。"


def costs_by_a_rate_of_others(r: Random) -> str:
    return f"接待费预算{amount(r, 3, 9)}万元，按公用经费的2%以内控制；培训费按工资总额的1.5%以内掌握，实际列支{amount(r, 1, 3)}万元；会议费{amount(r, 1, 3)}万元，均未突破。"


def land_sold(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"国有土地使用权出让收入{a + b}万元，完成预算的{Decimal(r.randint(600, 990)) / 10}%，其中住宅用地{a}万元，工业用地{b}万元，出让土地{r.randint(5, 20)}宗、面积{amount(r, 100, 500)}亩，亩均{rounded((a + b) / 300)}万元左右。"


def capital_by_two_sides(r: Random) -> str:
    a = amount(r, 100, 900)
    b, c = (amount(r, 10, 90), amount(r, 10, 90))
    return f"PPP项目总投资{a + b + c}万元，资本金占20%，即{rounded((a + b + c) * Decimal('0.2'))}万元，其中政府方出资10%，即{rounded((a + b + c) * Decimal('0.02'))}万元，社会资本方出资90%，即{rounded((a + b + c) * Decimal('0.18'))}万元。"
