"""Passages right whatever figures are drawn into them: what is left, scores, staff and tables."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, heads, percent, rounded, split


def left_at_both_ends(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 10, 90))
    return f"本年收入{a + b}万元，本年支出{a + b - c}万元。年末结转和结余{c + Decimal('35.2')}万元，较年初35.20万元增加{c}万元。"


def what_is_left_and_why(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 10, 90), amount(r, 10, 90))
    return f"项目到位资金{a + b + c}万元，已使用{a}万元，剩余资金{b + c}万元中，{b}万元为未到付款期的工程款，{c}万元为结余资金，已上缴财政。"


def a_canteen(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 10, 90))
    d = amount(r, 1, 9)
    return f"食堂收入{a}万元，支出{a - b}万元，当年结余{b}万元，加上年结余{d}万元，累计结余{b + d}万元。"


def points_taken_off(_: Random) -> str:
    return "自评得分94.5分。扣分情况：预算执行率扣1.5分；产出数量指标中培训人次未达标扣2分；满意度指标扣1分；其他指标扣1分，合计扣5.5分。"


def some_points_taken_off(r: Random) -> str:
    return f"自评得分{Decimal(r.randint(850, 930)) / 10}分，主要扣分点：一是预算执行率偏低，扣{Decimal(r.randint(5, 20)) / 10}分；二是部分产出指标未完成，扣{Decimal(r.randint(5, 20)) / 10}分。"


def points_and_scores(_: Random) -> str:
    return "评价总分100分，其中：投入15分、过程25分、产出35分、效果25分。评价得分88.6分，其中：投入14分、过程21.6分、产出31分、效果22分，评价等级为良。"


def rates_of_scores(r: Random) -> str:
    a = Decimal(r.randint(250, 300)) / 10
    return f"产出指标满分30分，得分{a}分，得分率{percent(a, 30)}%；效益指标满分30分，得分{a - 2}分，得分率{percent(a - 2, 30)}%；两项合计得分{a + a - 2}分，占两项满分的{percent(a + a - 2, 60)}%。"


def grades_of_projects(r: Random) -> str:
    v = heads(r, 4, 1, 20)
    n = sum(v)
    return f"纳入自评的项目{n}个，自评结果为优的{v[0]}个，占{percent(v[0], n)}%；良的{v[1]}个，占{percent(v[1], n)}%；中的{v[2]}个，占{percent(v[2], n)}%；差的{v[3]}个，占{percent(v[3], n)}%。其中，重点项目{v[0]}个，评为优的{v[0] // 2}个。"


def a_grade_and_the_next(r: Random) -> str:
    return f"经综合评定，该项目绩效评价得分为{Decimal(r.randint(700, 799)) / 10}分，绩效等级为“中”，距离“良”的分数线80分尚有差距。"


def all_who_are_paid(r: Random) -> str:
    a, b, c, d, e = heads(r, 5, 2, 20)
    return f"部门编制数{a + b + c + 4}名，其中行政编制{a + 2}名、事业编制{b + 1}名、工勤编制{c + 1}名。年末实有人数{a + b + c + d + e}人，其中在职{a + b + c}人（行政{a}人、事业{b}人、工勤{c}人），离退休{d}人，遗属{e}人。"


def staff_who_came_and_went(r: Random) -> str:
    a = r.randint(30, 60)
    return f"年末在职{a}人，较上年末减少{2}人，其中退休3人、调出1人，新招录2人；退休人员{r.randint(10, 30)}人，较上年增加3人。"


def teachers_by_title(r: Random) -> str:
    a, b, c, d = heads(r, 4, 5, 40)
    n = a + b + c + d
    return f"专任教师{n}人，其中正高级{a}人、副高级{b}人、中级{c}人、初级及以下{d}人；具有硕士以上学位{a + b}人，占{percent(a + b, n)}%；“双师型”教师{b + c}人，占{percent(b + c, n)}%。"


def a_table_with_blanks(r: Random) -> str:
    v = [amount(r, 1, 90) for _ in range(3)]
    return f"序号 项目 金额（万元） 占比\n1 办公费 {v[0]} {percent(v[0], sum(v))}%\n2 差旅费 {v[1]} {percent(v[1], sum(v))}%\n3 培训费 {v[2]} {percent(v[2], sum(v))}%\n合计 {sum(v)} 100%"


def a_form_with_blanks(r: Random) -> str:
    a = amount(r, 50, 300)
    b = rounded(a * Decimal("0.95"))
    return f"项目资金（万元） 全年预算数 全年执行数 分值 执行率 得分\n年度资金总额 {a} {b} 10 {percent(b, a)}% {rounded(percent(b, a) / 10, 2)}\n其中：财政拨款 {a} {b} - {percent(b, a)}% -\n上年结转资金 0 0 - - -"


def a_form_between_bars(r: Random) -> str:
    a, c = (amount(r, 50, 300), amount(r, 50, 300))
    b = rounded(a * Decimal("0.95"))
    d = rounded(c * Decimal("0.8"))
    return f"| 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |\n|---|---|---|---|---|\n| 年度资金总额 | {a + c - 5} | {a + c} | {b + d} | {percent(b + d, a + c)}% |\n| 其中：财政拨款 | {a} | {a} | {b} | {percent(b, a)}% |\n| 其他资金 | {c - 5} | {c} | {d} | {percent(d, c)}% |"


def a_table_of_two_levels(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(4)]
    return f"| 项目 | 金额（万元） |\n|---|---|\n| 一、基本支出 | {v[0] + v[1]} |\n| 人员经费 | {v[0]} |\n| 公用经费 | {v[1]} |\n| 二、项目支出 | {v[2] + v[3]} |\n| 其中：基建 | {v[2]} |\n| 合计 | {sum(v)} |"


def a_table_of_years(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(3)]
    return f"| 年度 | 收入（万元） | 较上年增长 |\n|---|---|---|\n| 2021 | {v[0]} | - |\n| 2022 | {v[1]} | {percent(v[1] - v[0], v[0])}% |\n| 2023 | {v[2]} | {percent(v[2] - v[1], v[1])}% |"


def times_as_much(r: Random) -> str:
    a = amount(r, 10, 30)
    b = rounded(a * Decimal("3.4"))
    return f"项目投资由{a}万元增加到{b}万元，增长{rounded((b - a) / a, 1)}倍，是上年的{rounded(b / a, 1)}倍。"


def so_far_with_earlier_costs(r: Random) -> str:
    a, b = (amount(r, 100, 300), amount(r, 100, 300))
    c = amount(r, 700, 900)
    return f"2021年投入{a}万元，2022年投入{b}万元，项目累计投入{a + b + Decimal('55.5')}万元（含前期费用55.50万元），占总投资{c}万元的{percent(a + b + Decimal('55.5'), c)}%。"


def by_place_and_by_use(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(4)]
    t = sum(v)
    x = rounded(t * Decimal("0.3"))
    return f"安排资金{t}万元，其中东乡{v[0]}万元、西乡{v[1]}万元、南乡{v[2]}万元、北乡{v[3]}万元，其中用于产业发展{x}万元、基础设施{t - x}万元。"


def by_office_and_by_use(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(3)]
    t = sum(v)
    x = rounded(t * Decimal("0.6"))
    return f"拨付甲站{v[0]}万元、乙站{v[1]}万元、丙站{v[2]}万元，共计{t}万元，其中设备购置费{x}万元，人员培训费{t - x}万元。"


def nothing_planned(r: Random) -> str:
    a = amount(r, 10, 90)
    return f"年初预算为0万元，支出决算为{a}万元，决算数大于预算数的主要原因是追加上级专项资金{a}万元；上年决算为0万元，本年增加{a}万元，增长100%。"


def proposals_answered(r: Random) -> str:
    n = r.randint(30, 90)
    a = r.randint(10, n - 5)
    b = r.randint(1, n - a - 1)
    return f"收到建议提案{n}件，其中主办{a}件、会办{n - a}件；已办结{n - b}件，正在办理{b}件，办结率{percent(n - b, n)}%，满意和基本满意率100%。"


def families_moved(r: Random) -> str:
    h, p = (r.randint(100, 300), r.randint(400, 900))
    g = r.randint(10, 50)
    return f"搬迁安置{h}户{p}人，其中集中安置{h - g}户{p - g * 3}人，分散安置{g}户{g * 3}人；建档立卡户{h - g - 5}户，占{percent(h - g - 5, h)}%。"


def fields_improved(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 10, 90))
    return f"完成高标准农田建设{a + b}亩，其中新建{a}亩、改造提升{b}亩；亩均投资{rounded(c * 100 * 10000 / (a + b), 2)}元，完成投资{c * 100}万元，其中中央资金{rounded(c * 60)}万元、省级配套{c * 100 - rounded(c * 60)}万元。"


def rates_of_care(r: Random) -> str:
    return f"严重精神障碍患者在册{r.randint(900, 1200)}人，报告患病率{Decimal(r.randint(40, 60)) / 10}‰，规范管理率{Decimal(r.randint(900, 990)) / 10}%，规律服药率{Decimal(r.randint(800, 890)) / 10}%，面访率{Decimal(r.randint(900, 990)) / 10}%。"


def doctors_and_nurses(r: Random) -> str:
    a, b, c = heads(r, 3, 10, 90)
    return f"在岗职工{a + b + c + 20}人，其中卫生技术人员{a + b + c}人（医师{a}人、护士{b}人、医技{c}人），医护比1:{rounded(Decimal(b) / a)}，卫技人员占比{percent(a + b + c, a + b + c + 20)}%。"


def income_and_drugs(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 300, 900))
    c = rounded(a * Decimal("0.3"))
    return f"医疗收入{a + b}万元，其中门急诊收入{a}万元，住院收入{b}万元；药品收入{c}万元（不含中药饮片），药占比{percent(c, a + b)}%；门诊次均费用{amount(r, 100, 200)}元，较上年下降{Decimal(r.randint(10, 90)) / 10}%。"


def quarrels_settled_by_level(r: Random) -> str:
    v = heads(r, 3, 5, 40)
    return f"排查矛盾纠纷{sum(v) + 8}件，化解{sum(v)}件，化解率{percent(sum(v), sum(v) + 8)}%，其中村级化解{v[0]}件、镇级化解{v[1]}件、县级化解{v[2]}件，其余8件列入跟踪。"


def a_price_that_rose(r: Random) -> str:
    a = amount(r, 300, 900)
    b = rounded(a * Decimal("1.05"))
    return f"合同价{a}万元，因设计变更增加{b - a}万元，结算价{b}万元，增幅{percent(b - a, a)}%，未超过合同价的10%；已付{rounded(b * Decimal('0.97'))}万元，付款比例97%。"


def ways_of_buying(r: Random) -> str:
    v = split(r, amount(r, 300, 900), 4)
    n = heads(r, 4, 1, 9)
    return f"全年政府采购{sum(n)}次、{sum(v)}万元，其中公开招标{n[0]}次、{v[0]}万元，竞争性磋商{n[1]}次、{v[1]}万元，询价{n[2]}次、{v[2]}万元，单一来源{n[3]}次、{v[3]}万元，公开招标金额占比{percent(v[0], sum(v))}%。"


def two_formulas(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 300, 900))
    s = rounded(a * Decimal("0.9"))
    return f"预算执行率={s}/{a}×100%={percent(s, a)}%；预算调整率=({a}-{b})/{b}×100%={percent(a - b, b)}%。"


def rates_and_their_mean(r: Random) -> str:
    v = [Decimal(r.randint(850, 990)) / 10 for _ in range(5)]
    return f"五个科室满意度分别为{v[0]}%、{v[1]}%、{v[2]}%、{v[3]}%、{v[4]}%，平均满意度{rounded(sum(v) / 5)}%，最高与最低相差{max(v) - min(v)}个百分点。"


def shares_before_amounts(r: Random) -> str:
    a, b = (amount(r, 300, 900), amount(r, 300, 900))
    return f"人员经费占基本支出的{percent(a, a + b)}%，公用经费占{percent(b, a + b)}%。基本支出{a + b}万元，人员经费{a}万元，公用经费{b}万元。"


def target_and_last_year_in_brackets(r: Random) -> str:
    t = r.randint(100, 200)
    last = r.randint(80, 150)
    n = r.randint(110, 220)
    return f"新增市场主体{n}户（目标{t}户，上年{last}户），完成目标的{percent(n, t)}%，同比{('增长' if n >= last else '下降')}{percent(abs(n - last), last)}%。"


def heads_by_office(r: Random) -> str:
    v = heads(r, 3, 3, 12)
    return f"设3个科：综合科{v[0]}人、业务科{v[1]}人、执法科{v[2]}人，科室人员{sum(v)}人，另有领导班子成员{4}人，合计{sum(v) + 4}人。"


def lottery_money(r: Random) -> str:
    a, b = (amount(r, 10, 90), amount(r, 10, 90))
    return f"彩票公益金收入{a + b}万元，安排支出{a}万元，其中：社会福利{rounded(a * Decimal('0.6'))}万元、体育事业{rounded(a * Decimal('0.25'))}万元、教育助学{a - rounded(a * Decimal('0.6')) - rounded(a * Decimal('0.25'))}万元，结余{b}万元。"


def steps_saved(r: Random) -> str:
    return f"企业开办时间压缩至{Decimal(r.randint(5, 10)) / 10}个工作日，办理环节由{6}个减至{3}个，申请材料由{12}份减至{5}份，减少{7}份，压减{percent(7, 12, 1)}%；网办率{Decimal(r.randint(950, 999)) / 10}%。"


def money_from_elsewhere(r: Random) -> str:
    a = amount(r, 10, 90)
    return f"招商引资到位资金{a}亿元，增长{Decimal(r.randint(50, 300)) / 10}%，其中省外资金{rounded(a * Decimal('0.7'))}亿元，占{percent(rounded(a * Decimal('0.7')), a, 1)}%；新签约项目{r.randint(20, 60)}个，亿元以上{r.randint(5, 15)}个，开工率{Decimal(r.randint(600, 900)) / 10}%。"


def grain_and_vegetables(r: Random) -> str:
    a, b = (amount(r, 10, 90), amount(r, 10, 90))
    return f"粮食产量{a + b}万吨，增长1.2%，其中夏粮{a}万吨，增长0.8%；秋粮{b}万吨，增长1.5%。蔬菜产量{amount(r, 10, 90)}万吨，肉类总产量{amount(r, 1, 9)}万吨，其中猪肉{Decimal('0.9')}万吨。"
