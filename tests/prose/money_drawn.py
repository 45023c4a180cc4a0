"""Passages as reports write them, right whatever figures are drawn into them: budgets, amounts and their shares."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, percent, rounded


def each_project_with_its_own_rate(r: Random) -> str:
    b = [amount(r) for _ in range(3)]
    s = [rounded(x * Decimal(r.randint(70, 99)) / 100) for x in b]
    return (
        "\n".join(
            f"{i + 1}.{n}预算{x}万元，支出{y}万元，执行率{percent(y, x)}%。"
            for i, (n, x, y) in enumerate(zip(["办公费", "专项业务费", "培训费"], b, s, strict=True))
        )
        + f"\n以上3个项目支出合计{sum(s)}万元，预算合计{sum(b)}万元，总体执行率{percent(sum(s), sum(b))}%。"
    )


def shares_of_each_year_s_own_plan(r: Random) -> str:
    pl = [amount(r) for _ in range(3)]
    s = [rounded(x * Decimal(r.randint(60, 99)) / 100) for x in pl]
    return "；".join(f"{2020 + i}年度计划投资{x}万元，支付{y}万元，占该年度计划投资的{percent(y, x)}%" for i, (x, y) in enumerate(zip(pl, s, strict=True))) + "。"


def what_arrived_and_what_did_not(r: Random) -> str:
    c, pv, co = amount(r), amount(r), amount(r)
    g = rounded(co * Decimal(r.randint(30, 90)) / 100)
    return f"项目计划总投资{c + pv + co}万元，其中中央{c}万元、省级{pv}万元、县级配套{co}万元。实际到位{c + pv + g}万元，到位率{percent(c + pv + g, c + pv + co)}%，其中县级配套到位{g}万元，未到位{co - g}万元。"


def a_change_before_its_parts(r: Random) -> str:
    last = amount(r, 10, 60)
    v, m, k = amount(r, 5, 20), amount(r, 5, 30), amount(r, 0, 5)
    n = v + m + k
    d = n - last
    w = "增加" if d >= 0 else "减少"
    g = "增长" if d >= 0 else "下降"
    cars = r.randint(2, 15)
    return f"2016年“三公”经费决算数{n}万元，比上年{last}万元{w}{abs(d)}万元，{g}{percent(abs(d), last)}%。其中：因公出国（境）费0万元，与上年持平；公务用车购置费{v}万元；公务用车运行维护费{m}万元，车均运行维护费{rounded(m / cars)}万元（保有量{cars}辆）；公务接待费{k}万元。"


def a_fall_with_its_rate(r: Random) -> str:
    last = amount(r, 20, 80)
    d = rounded(last * Decimal(r.randint(3, 30)) / 100)
    return f"2018年“三公”经费总额为{last - d}万元，比2017年的{last}万元减少{d}万元，变动率为-{percent(d, last)}%。"


def two_shares_of_one_amount(r: Random) -> str:
    s, x, y = amount(r, 100, 300), amount(r, 310, 500), amount(r, 600, 1000)
    return f"项目实际支出{s}万元，占到位资金{x}万元的{percent(s, x)}%，占调整预算数与年中增加项目预算数合计{y}万元的{percent(s, y)}%。"


def carried_over_with_its_rate(r: Random) -> str:
    b, i = amount(r), amount(r, 500, 3000)
    o = rounded((b + i) * Decimal(r.randint(60, 95)) / 100)
    return f"年初结转和结余{b}万元，本年收入{i}万元，本年支出{o}万元，年末结转和结余{b + i - o}万元，结转结余率{percent(b + i - o, b + i)}%。"


def a_budget_that_was_adjusted(r: Random) -> str:
    b, ad = amount(r, 300, 900), amount(r, 20, 200)
    s = rounded((b + ad) * Decimal(r.randint(80, 100)) / 100)
    return f"年初预算{b}万元，年中追加{ad}万元，调整后预算{b + ad}万元，全年支出{s}万元，预算执行率{percent(s, b + ad)}%，较年初预算{'增加' if s >= b else '减少'}{abs(s - b)}万元。"


def some_of_the_uses(r: Random) -> str:
    s = amount(r, 800, 2000)
    x, y = rounded(s * Decimal("0.31")), rounded(s * Decimal("0.22"))
    return f"项目支出{s}万元，主要用于设备购置{x}万元、场地维修{y}万元等方面；其中列支以前年度欠款{rounded(s * Decimal('0.05'))}万元。"


def so_much_for_each(r: Random) -> str:
    n = r.randint(100, 900)
    u = r.choice([300, 450, 600, 1200])
    return f"全年为{n}名困难学生发放补助，每人每年{u}元，共发放{Decimal(n * u) / 10000}万元。"


def quarters_adding_up(r: Random) -> str:
    v = [amount(r, 50, 300) for _ in range(4)]
    s = sum(v)
    b = rounded(s * Decimal("1.07"))
    return f"预算{b}万元，一季度支付{v[0]}万元，二季度支付{v[1]}万元，上半年累计支付{v[0] + v[1]}万元，执行率{percent(v[0] + v[1], b)}%；三季度支付{v[2]}万元，四季度支付{v[3]}万元，全年累计支付{s}万元，执行率{percent(s, b)}%。"


def yi_and_wan(r: Random) -> str:
    v = [amount(r, 100, 900) for _ in range(3)]
    s = sum(v)
    return f"总投资{rounded(s / 10000, 2)}亿元（{s}万元），其中中央{rounded(v[0] / 10000, 2)}亿元、省级{rounded(v[1] / 10000, 2)}亿元、市县{rounded(v[2] / 10000, 2)}亿元，占比分别为{percent(v[0], s, 1)}%、{percent(v[1], s, 1)}%、{percent(v[2], s, 1)}%。"


def two_changes_and_their_total(r: Random) -> str:
    x, y = amount(r, 100, 800), amount(r, 100, 800)
    l1, l2 = amount(r, 100, 800), amount(r, 100, 800)

    def c(n, last):
        return f"比上年{last}万元{'增加' if n >= last else '减少'}{abs(n - last)}万元，{'增长' if n >= last else '下降'}{percent(abs(n - last), last)}%"

    return f"基本支出{x}万元，{c(x, l1)}；项目支出{y}万元，{c(y, l2)}。支出合计{x + y}万元，{c(x + y, l1 + l2)}。"


def procurement_and_small_firms(r: Random) -> str:
    pl = amount(r, 100, 500)
    s = rounded(pl * Decimal(r.randint(80, 99)) / 100)
    g = rounded(s * Decimal("0.6"))
    e = rounded(s * Decimal("0.3"))
    v = s - g - e
    sm = rounded(s * Decimal("0.4"))
    return f"政府采购预算{pl}万元，实际采购{s}万元，其中货物类{g}万元、工程类{e}万元、服务类{v}万元，节约资金{pl - s}万元，节支率{percent(pl - s, pl)}%。授予中小企业合同金额{sm}万元，占政府采购支出总额的{percent(sm, s)}%，其中授予小微企业合同金额{rounded(sm / 2)}万元，占授予中小企业合同金额的{percent(rounded(sm / 2), sm)}%。"


def assets_of_the_year(r: Random) -> str:
    o, dp = amount(r, 800, 3000), amount(r, 100, 700)
    ad = amount(r, 10, 90)
    ds = amount(r, 1, 9)
    return f"年初固定资产原值{o}万元，本年增加{ad}万元，处置{ds}万元，年末原值{o + ad - ds}万元，累计折旧{dp}万元，净值{o + ad - ds - dp}万元。"


def towns_with_counts_and_amounts(r: Random) -> str:
    v = [r.randint(10, 90) for _ in range(4)]
    w = [amount(r, 5, 60) for _ in range(4)]
    return (
        f"共改造{sum(v)}户，补助资金{sum(w)}万元，其中"
        + "，".join(f"{n}镇{x}户{y}万元" for n, x, y in zip("东西南北", v, w, strict=True))
        + f"，户均补助{rounded(sum(w) / sum(v), 2)}万元。"
    )


def parts_within_parts(r: Random) -> str:
    p1, p2 = amount(r, 100, 500), amount(r, 50, 300)
    o1, o2 = amount(r, 20, 90), amount(r, 20, 90)
    return f"全年支出{p1 + p2 + o1 + o2}万元，其中：基本支出{p1 + p2}万元（人员经费{p1}万元，公用经费{p2}万元），占{percent(p1 + p2, p1 + p2 + o1 + o2)}%；项目支出{o1 + o2}万元（{o1}万元用于执法办案，{o2}万元用于信息化），占{100 - percent(p1 + p2, p1 + p2 + o1 + o2)}%。"


def saved_against_the_budget(r: Random) -> str:
    b, s = amount(r, 30, 60), None
    s = rounded(b * Decimal(r.randint(50, 95)) / 100)
    last = amount(r, 20, 60)
    return f"公务接待费预算{b}万元，实际支出{s}万元，完成预算的{percent(s, b)}%，比预算节约{b - s}万元，节约率{percent(b - s, b)}%，比上年支出{last}万元{'增加' if s >= last else '减少'}{abs(s - last)}万元。"


def sources_with_their_shares(r: Random) -> str:
    c, pv, ci, co = amount(r), amount(r), amount(r), amount(r)
    s = c + pv + ci + co
    u = rounded(s * Decimal(r.randint(70, 99)) / 100)
    return f"项目资金{s}万元，其中：中央资金{c}万元，占{percent(c, s)}%；省级资金{pv}万元，占{percent(pv, s)}%；市级资金{ci}万元，占{percent(ci, s)}%；县级资金{co}万元，占{percent(co, s)}%。截至年底已支付{u}万元，结余{s - u}万元，支付进度{percent(u, s)}%。"


def three_years(r: Random) -> str:
    v = [amount(r, 100, 900) for _ in range(3)]
    return f"2020年至2022年分别安排{v[0]}万元、{v[1]}万元、{v[2]}万元，三年共{sum(v)}万元，2021年较2020年{'增长' if v[1] > v[0] else '下降'}{percent(abs(v[1] - v[0]), v[0])}%，2022年较2021年{'增长' if v[2] > v[1] else '下降'}{percent(abs(v[2] - v[1]), v[1])}%。"


def kinds_of_roads(r: Random) -> str:
    n = r.randint(3, 9)
    k = [Decimal(r.randint(10, 90)) / 10 for _ in range(3)]
    u = r.randint(30, 60)
    return f"新建道路{sum(k)}公里，其中水泥路{k[0]}公里、沥青路{k[1]}公里、砂石路{k[2]}公里，每公里造价约{u}万元；修建桥梁{n}座。"


def debts_of_the_year(r: Random) -> str:
    o, ad, rp = amount(r, 500, 900), amount(r, 50, 200), amount(r, 30, 300)
    return (
        f"年初债务余额{o}万元，本年新增{ad}万元，偿还{rp}万元，年末余额{o + ad - rp}万元，比年初{'增加' if ad >= rp else '减少'}{abs(ad - rp)}万元。"
    )


def income_with_shares_and_what_is_left(r: Random) -> str:
    f, b, o, c = amount(r, 500, 3000), amount(r, 1, 50), amount(r, 1, 50), amount(r, 5, 90)
    tot = f + b + o + c
    x = rounded(tot * Decimal("0.9"))
    return f"本年收入总计{tot}万元，其中财政拨款收入{f}万元，占{percent(f, tot)}%；事业收入{b}万元，占{percent(b, tot)}%；其他收入{o}万元，占{percent(o, tot)}%；年初结转和结余{c}万元，占{percent(c, tot)}%。本年支出{x}万元，年末结转和结余{tot - x}万元。"


def three_public_planned_and_spent(r: Random) -> str:
    b = [amount(r, 0, 9), amount(r, 10, 60), amount(r, 1, 20)]
    s = [rounded(x * Decimal(r.randint(50, 100)) / 100) for x in b]
    return f"“三公”经费预算{sum(b)}万元，支出{sum(s)}万元，完成预算的{percent(sum(s), sum(b))}%，比预算减少{sum(b) - sum(s)}万元。其中：因公出国（境）费预算{b[0]}万元，支出{s[0]}万元；公务用车购置及运行费预算{b[1]}万元，支出{s[1]}万元，占“三公”经费支出的{percent(s[1], sum(s))}%；公务接待费预算{b[2]}万元，支出{s[2]}万元，占{percent(s[2], sum(s))}%。"


def guests_received(r: Random) -> str:
    n = r.randint(20, 90)
    m = r.randint(200, 900)
    k = amount(r, 1, 9)
    return f"公务接待费{k}万元，共接待{n}批次、{m}人次，其中国内接待{n}批次{m}人次，人均{rounded(k * 10000 / m)}元。"


def a_formula_with_names(r: Random) -> str:
    b = amount(r, 500, 900)
    x = amount(r, 5, 90)
    return f"预算调整率=预算调整数{x}万元/预算数{b}万元×100%={percent(x, b)}%。"


def three_shares_at_once(r: Random) -> str:
    g, w, h = amount(r, 200, 900), amount(r, 30, 200), amount(r, 10, 90)
    return f"基本支出{g + w + h}万元，包括工资福利支出{g}万元、商品和服务支出{w}万元、对个人和家庭的补助{h}万元，分别占{percent(g, g + w + h)}%、{percent(w, g + w + h)}%和{percent(h, g + w + h)}%。"


def what_goes_to_next_year(r: Random) -> str:
    x = amount(r, 100, 900)
    s = rounded(x * Decimal("0.83"))
    return f"资金到位{x}万元，实际支出{s}万元，结转下年{x - s}万元；上年结转{amount(r, 1, 50)}万元已由财政收回。"


def subsidies_of_two_steps(r: Random) -> str:
    m, n = r.randint(50, 400), r.randint(50, 400)
    u, v = r.choice([80, 100]), r.choice([60, 75])
    return f"发放一档补贴{m}人，每人每月{u}元；二档补贴{n}人，每人每月{v}元；全年发放{Decimal(m * u * 12 + n * v * 12) / 10000}万元。"


def an_investment_with_sources_in_brackets(r: Random) -> str:
    a1, b1, c1 = amount(r, 1000, 5000), amount(r, 500, 2000), amount(r, 100, 900)
    tot = a1 + b1 + c1
    return f"项目批复总投资{tot}万元（中央预算内投资{a1}万元，省级配套{b1}万元，自筹{c1}万元），已完成投资{rounded(tot * Decimal('0.9'))}万元，占总投资的{percent(rounded(tot * Decimal('0.9')), tot)}%。"
