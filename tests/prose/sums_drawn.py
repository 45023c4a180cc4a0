"""Passages as reports write them, right whatever figures are drawn into them: balances, costs and amounts of several years."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, percent, rounded


def months_with_their_mean(r: Random) -> str:
    v = [amount(r, 1, 20) for _ in range(3)]
    return f"1—3月水费分别为{v[0]}万元、{v[1]}万元、{v[2]}万元，一季度合计{sum(v)}万元，月均{rounded(sum(v) / 3)}万元。"


def what_may_be_spent(r: Random) -> str:
    b, s, w = amount(r, 100, 300), amount(r, 10, 50), amount(r, 10, 40)
    return f"2021年到账资金{b}万元，加上年结余{s}万元，减去上缴{w}万元，可用资金{b + s - w}万元。"


def cars_with_their_mean(r: Random) -> str:
    n = r.randint(3, 9)
    c = amount(r, 10, 40)
    return f"公务用车保有量{n}辆，全年运行维护费{c}万元，平均每辆{rounded(c / n)}万元，比上年每辆{rounded(c / n) + Decimal('0.35')}万元减少0.35万元。"


def bids_and_audits(r: Random) -> str:
    k, b = amount(r, 200, 900), None
    b = rounded(k * Decimal(r.randint(85, 99)) / 100)
    return f"招标控制价{k}万元，中标价{b}万元，下浮{percent(k - b, k)}%，结算审定{b - Decimal('3.2')}万元，审减3.2万元，审减率{percent(Decimal('3.2'), b)}%。"


def budget_and_accounts(r: Random) -> str:
    pb, ps, jb, js = amount(r, 200, 900), amount(r, 200, 900), amount(r, 200, 900), amount(r, 200, 900)
    return f"2023年预算总额{pb + jb}万元，其中基本支出预算{jb}万元、项目支出预算{pb}万元；决算总额{ps + js}万元，其中基本支出{js}万元、项目支出{ps}万元。决算比预算{'增加' if ps + js >= pb + jb else '减少'}{abs(ps + js - pb - jb)}万元。"


def batches_within_parts(r: Random) -> str:
    c = [amount(r, 10, 900) for _ in range(5)]
    s = sum(c)
    return f"下达资金{s}万元，其中提前下达{c[0] + c[1]}万元（第一批{c[0]}万元，第二批{c[1]}万元），年中追加{c[2] + c[3] + c[4]}万元（{c[2]}万元用于产业，{c[3]}万元用于就业，{c[4]}万元用于基础设施）。"


def wan_and_yuan(r: Random) -> str:
    y = r.randint(1000000, 90000000)
    return f"支出{rounded(Decimal(y) / 10000)}万元（{Decimal(y)}.00元），其中人员经费{rounded(Decimal(y) * Decimal('0.6') / 10000)}万元，公用经费{rounded(Decimal(y) / 10000) - rounded(Decimal(y) * Decimal('0.6') / 10000)}万元。"


def rates_with_their_amounts_in_brackets(r: Random) -> str:
    a1, b1 = amount(r, 100, 300), amount(r, 310, 400)
    c = rounded(a1 * Decimal("0.97"))
    return f"资金到位率{percent(a1, b1)}%（到位{a1}万元，应到位{b1}万元），预算执行率{percent(c, a1)}%（支出{c}万元）。"


def the_share_of_two(r: Random) -> str:
    x = [amount(r, 50, 90), amount(r, 20, 50)]
    tot = amount(r, 300, 600)
    return f"公用经费{tot}万元，其中办公费{x[0]}万元、差旅费{x[1]}万元，两项占公用经费的{percent(sum(x), tot)}%。"


def half_a_year(r: Random) -> str:
    b = amount(r, 300, 800)
    s = rounded(b * Decimal("0.42"))
    return f"1—6月执行{s}万元，执行率{percent(s, b)}%，预计全年执行{b}万元，执行率100%，下半年还需支出{b - s}万元。"


def causes_of_a_change(r: Random) -> str:
    last = amount(r, 300, 800)
    u, v, w = amount(r, 10, 90), amount(r, 10, 90), amount(r, 10, 60)
    return f"本年支出{last + u + v - w}万元，比上年{last}万元增加{u + v - w}万元，主要是人员经费增加{u}万元、项目经费增加{v}万元、公用经费减少{w}万元。"


def two_years_respectively(r: Random) -> str:
    x = [amount(r, 100, 900) for _ in range(4)]
    return f"2021年、2022年基本支出分别为{x[0]}万元和{x[1]}万元，项目支出分别为{x[2]}万元和{x[3]}万元，支出合计分别为{x[0] + x[2]}万元和{x[1] + x[3]}万元。"


def parts_planned_and_done(r: Random) -> str:
    b = [amount(r, 100, 500) for _ in range(3)]
    s = [rounded(x * Decimal(r.randint(50, 99)) / 100) for x in b]
    return f"计划投资{sum(b)}万元，其中土建{b[0]}万元、设备{b[1]}万元、其他{b[2]}万元；实际完成土建{s[0]}万元、设备{s[1]}万元、其他{s[2]}万元，共完成{sum(s)}万元，占计划的{percent(sum(s), sum(b))}%。"


def prices_and_numbers(r: Random) -> str:
    n = r.randint(5, 40)
    u = r.randint(2000, 9000)
    return f"采购电脑{n}台，单价{u}元，金额{rounded(Decimal(n * u) / 10000)}万元；采购打印机{n - 3}台，单价1800元，金额{rounded(Decimal((n - 3) * 1800) / 10000)}万元，共计{rounded(Decimal(n * u) / 10000) + rounded(Decimal((n - 3) * 1800) / 10000)}万元。"


def carried_over_and_new(r: Random) -> str:
    c, b = amount(r, 20, 90), amount(r, 200, 600)
    s1 = rounded(c * Decimal("0.7"))
    s2 = rounded(b * Decimal("0.9"))
    return f"上年结转{c}万元，已使用{s1}万元，使用率{percent(s1, c)}%；本年预算{b}万元，已支出{s2}万元，支出率{percent(s2, b)}%。两项合计支出{s1 + s2}万元，综合支出率{percent(s1 + s2, c + b)}%。"


def what_was_taken_back(r: Random) -> str:
    b = amount(r, 300, 900)
    s = rounded(b * Decimal("0.8"))
    ret = rounded((b - s) * Decimal("0.5"))
    return f"下达资金{b}万元，支出{s}万元，结余{b - s}万元，其中已收回财政{ret}万元，结转下年使用{b - s - ret}万元。"


def rates_of_two_years(r: Random) -> str:
    b1, b2 = amount(r, 300, 900), amount(r, 300, 900)
    s1, s2 = rounded(b1 * Decimal("0.91")), rounded(b2 * Decimal("0.95"))
    return f"2021年预算{b1}万元，支出{s1}万元，执行率{percent(s1, b1)}%；2022年预算{b2}万元，支出{s2}万元，执行率{percent(s2, b2)}%，提高{percent(s2, b2) - percent(s1, b1)}个百分点。"


def divided_in_two_ways(r: Random) -> str:
    x, y, z = amount(r, 50, 500), amount(r, 50, 500), amount(r, 50, 500)
    s = x + y + z
    u = rounded(s * Decimal("0.55"))
    return f"支出{s}万元。按经济分类，工资福利{x}万元、商品服务{y}万元、资本性支出{z}万元；按功能分类，一般公共服务{u}万元、社会保障{s - u}万元。"


def batches_respectively(r: Random) -> str:
    x, y = amount(r, 50, 500), amount(r, 50, 500)
    return f"资金分两批下达：第一批{x}万元（5月），第二批{y}万元（10月），共{x + y}万元，分别占{percent(x, x + y)}%和{percent(y, x + y)}%。"


def beyond_the_budget(r: Random) -> str:
    b = amount(r, 30, 90)
    d = amount(r, 1, 9)
    return f"会议费预算{b}万元，支出{b + d}万元，超预算{d}万元，超支{percent(d, b)}%。"


def a_cost_for_each_kilometre(r: Random) -> str:
    tot = amount(r, 500, 900)
    km = Decimal(r.randint(50, 200)) / 10
    return f"完成道路硬化{km}公里，投入{tot}万元，平均每公里{rounded(tot / km)}万元，低于控制成本每公里{rounded(tot / km) + 5}万元。"


def what_is_still_owed(r: Random) -> str:
    s = amount(r, 300, 800)
    o = rounded(s * Decimal("0.12"))
    return f"合同价款{s}万元，已支付{s - o}万元，支付比例{percent(s - o, s)}%，尚欠{o}万元（质保金{rounded(s * Decimal('0.03'))}万元、进度款{o - rounded(s * Decimal('0.03'))}万元）。"


def causes_of_a_fall(r: Random) -> str:
    last = amount(r, 500, 900)
    d = amount(r, 10, 90)
    return f"本年收入{last - d}万元，较上年减少{d}万元，下降{percent(d, last)}%，主要原因是项目资金减少{d + Decimal('5.5')}万元、人员经费增加5.50万元。"


def against_the_time_gone(r: Random) -> str:
    b = amount(r, 400, 900)
    x = rounded(b * Decimal("0.27"))
    return f"预算{b}万元，序时进度为25%、50%、75%、100%；一季度支出{x}万元，执行率{percent(x, b)}%，高于序时进度{percent(x, b) - 25}个百分点。"


def offices_with_parts_in_brackets(r: Random) -> str:
    x = [amount(r, 10, 90) for _ in range(5)]
    return f"本级支出{x[0] + x[1]}万元（人员{x[0]}万元、公用{x[1]}万元），下属单位支出{x[2] + x[3] + x[4]}万元（甲站{x[2]}万元、乙站{x[3]}万元、丙所{x[4]}万元），总支出{sum(x)}万元。"


def means_of_help(r: Random) -> str:
    n = r.randint(20, 80)
    m = amount(r, 5, 60)
    return f"救助对象{n}户{n * 3}人，发放救助金{m}万元，户均{rounded(m * 10000 / n, 0)}元，人均{rounded(m * 10000 / (n * 3), 0)}元。"


def costs_and_tax(r: Random) -> str:
    x, y = amount(r, 20, 90), amount(r, 20, 90)
    z = rounded((x + y) * Decimal("0.06"))
    return f"维修工程直接费{x}万元、间接费{y}万元，税金按6%计取{z}万元，工程造价{x + y + z}万元。"


def shares_of_two_years(r: Random) -> str:
    x1, x2, t1, t2 = amount(r, 100, 200), amount(r, 100, 200), amount(r, 300, 500), amount(r, 300, 500)
    return f"项目支出{x2}万元，占总支出{t2}万元的{percent(x2, t2)}%，上年为{x1}万元，占{t1}万元的{percent(x1, t1)}%，比重{'上升' if percent(x2, t2) >= percent(x1, t1) else '下降'}{abs(percent(x2, t2) - percent(x1, t1))}个百分点。"


def assets_and_debts(r: Random) -> str:
    f, last, i = amount(r, 500, 900), amount(r, 100, 300), amount(r, 10, 90)
    return f"资产总额{f + last + i}万元，其中流动资产{last}万元，占{percent(last, f + last + i)}%；固定资产净值{f}万元，占{percent(f, f + last + i)}%；无形资产净值{i}万元，占{percent(i, f + last + i)}%。负债{last - 50}万元，净资产{f + i + 50}万元，资产负债率{percent(last - 50, f + last + i)}%。"


def a_budget_cut(r: Random) -> str:
    b = amount(r, 300, 800)
    d = amount(r, 10, 90)
    s = rounded((b - d) * Decimal("0.96"))
    return f"年初批复{b}万元，年中调减{d}万元，调整后{b - d}万元，执行{s}万元，执行率{percent(s, b - d)}%，占年初批复的{percent(s, b)}%。"


def rooms_and_rent(r: Random) -> str:
    x, y = r.randint(1000, 5000), r.randint(500, 900)
    return f"办公用房面积{x + y}平方米，其中自有{x}平方米、租用{y}平方米，年租金{rounded(Decimal(y) * Decimal('240') / 10000)}万元，每平方米240元。"


def carried_over_with_a_remark_on_the_income(r: Random) -> str:
    before, income = amount(r, 50, 200), amount(r, 500, 3000)
    spent = rounded((before + income) * Decimal("0.93"))
    return f"年初结转和结余{before}万元，本年收入合计{income}万元，均为财政拨款收入；本年支出合计{spent}万元，年末结转和结余{before + income - spent}万元。"


def a_fall_before_the_guests(r: Random) -> str:
    before, guests = amount(r, 2, 9), r.randint(50, 300)
    spent = rounded(before * Decimal("0.8"))
    each = rounded(spent * 10000 / guests, 0)
    return f"公务接待费{spent}万元。公务接待费比上年的{before}万元下降{percent(before - spent, before)}%，接待11批次、{guests}人次，人均{each}元。"
