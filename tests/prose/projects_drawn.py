"""Passages as reports write them, right whatever figures are drawn into them: projects, their rates and scores, lists and tables."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, percent, rounded, shares, split


def projects_one_below_the_other(r: Random) -> str:
    names = ["智慧校园建设", "校舍维修改造", "营养改善计划", "教师培训"]
    b = [amount(r) for _ in names]
    s = [rounded(x * Decimal(r.randint(60, 100)) / 100) for x in b]
    return (
        f"2022年共安排项目{len(names)}个，预算{sum(b)}万元，实际支出{sum(s)}万元，执行率{percent(sum(s), sum(b))}%。具体如下：\n"
        + "\n".join(f"（{i}）{n}项目：预算{x}万元，支出{y}万元，执行率{percent(y, x)}%，结余{x - y}万元；" for i, (n, x, y) in enumerate(zip(names, b, s, strict=True), 1))
    )


def projects_in_one_sentence(r: Random) -> str:
    names = ["防汛物资购置", "水库除险加固", "河道清淤"]
    b = [amount(r) for _ in names]
    s = [rounded(x * Decimal(r.randint(60, 100)) / 100) for x in b]
    return "、".join(f"{n}项目（预算{x}万元，执行{y}万元，执行率{percent(y, x, 1)}%）" for n, x, y in zip(names, b, s, strict=True)) + f"，三个项目合计执行{sum(s)}万元。"


def projects_above_and_below_a_rate(r: Random) -> str:
    n, k, j = r.randint(10, 30), r.randint(1, 5), r.randint(1, 4)
    return f"{n}个项目中，执行率100%的{n - k - j}个，90%（含）至100%的{k}个，90%以下的{j}个，执行率达到90%以上的项目占比{percent(n - j, n, 1)}%。"


def money_in_three_batches(r: Random) -> str:
    v = [amount(r, 50, 900) for _ in range(3)]
    spent = rounded(sum(v) * Decimal(r.randint(50, 100)) / 100)
    return (
        f"资金分三批下达：3月下达第一批{v[0]}万元，7月下达第二批{v[1]}万元，11月下达第三批{v[2]}万元，累计下达{sum(v)}万元，"
        f"已拨付到项目单位{spent}万元，拨付率{percent(spent, sum(v))}%。"
    )


def where_the_money_came_from_and_went(r: Random) -> str:
    c, p, own = amount(r, 300, 900), amount(r, 100, 300), amount(r, 20, 90)
    total = c + p + own
    uses = split(r, total - 5, 3)
    return (
        f"项目总投资{total}万元，其中中央财政资金{c}万元、省级财政资金{p}万元、单位自筹{own}万元。资金使用情况：工程费{uses[0]}万元，"
        f"设备费{uses[1]}万元，监理及其他费用{uses[2]}万元，共使用{total - 5}万元，资金使用率{percent(total - 5, total)}%，剩余5万元。"
    )


def paid_by_year_of_the_contract(r: Random) -> str:
    total = amount(r, 900, 3000)
    paid = [rounded(total * Decimal(x) / 100) for x in (30, 40, 20)]
    return (
        f"合同总价{total}万元，2021年支付{paid[0]}万元（30%），2022年支付{paid[1]}万元（40%），2023年支付{paid[2]}万元（20%），"
        f"累计支付{sum(paid)}万元，累计支付比例90%，余款{total - sum(paid)}万元为质保金及尾款。"
    )


def scores_by_level(r: Random) -> str:
    full = {"决策": [5, 5, 4], "过程": [6, 8, 8], "产出": [15, 10, 9], "效益": [20, 10]}
    got = {k: [Decimal(x) - Decimal(r.randint(0, 15)) / 10 for x in v] for k, v in full.items()}
    total = sum(sum(v) for v in got.values())
    return f"综合得分{total}分。\n" + "\n".join(
        f"{i}.{k}指标满分{sum(full[k])}分，得{sum(v)}分，得分率{percent(sum(v), sum(full[k]))}%，其中" + "、".join(f"第{j}项得{x}分" for j, x in enumerate(v, 1)) + "。"
        for i, (k, v) in enumerate(got.items(), 1)
    )


def points_lost_by_indicator(r: Random) -> str:
    lost = [Decimal(r.randint(2, 30)) / 10 for _ in range(3)]
    return (
        f"部门整体支出绩效自评得{100 - sum(lost)}分。扣分情况：一是预算编制不够细化，扣{lost[0]}分；二是项目进度滞后，扣{lost[1]}分；"
        f"三是满意度未达到目标值，扣{lost[2]}分。三项共扣{sum(lost)}分。"
    )


def a_score_by_proportion(r: Random) -> str:
    b = amount(r, 300, 900)
    s = rounded(b * Decimal(r.randint(7000, 9990)) / 10000)
    rate = percent(s, b)
    return f"预算执行率分值10分，全年预算数{b}万元，全年执行数{s}万元，执行率{rate}%，按比例得{rounded(rate / 10)}分，扣{10 - rounded(rate / 10)}分。"


def a_table_under_a_sentence(r: Random) -> str:
    names = ["人员经费", "公用经费", "项目经费"]
    b = [amount(r) for _ in names]
    s = [rounded(x * Decimal(r.randint(60, 100)) / 100) for x in b]
    rows = "\n".join(f"{n}\t{x}\t{y}\t{percent(y, x)}%\t{x - y}" for n, x, y in zip(names, b, s, strict=True))
    return (
        f"全年预算{sum(b)}万元，支出{sum(s)}万元，执行率{percent(sum(s), sum(b))}%。详见下表（单位：万元）：\n类别\t预算数\t支出数\t执行率\t结余\n{rows}\n"
        f"合计\t{sum(b)}\t{sum(s)}\t{percent(sum(s), sum(b))}%\t{sum(b) - sum(s)}"
    )


def a_table_of_two_years(r: Random) -> str:
    names = ["工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出"]
    now, last = [amount(r) for _ in names], [amount(r) for _ in names]
    rows = "\n".join(f"| {n} | {x} | {y} | {x - y} | {percent(x - y, y)}% |" for n, x, y in zip(names, now, last, strict=True))
    return (
        f"单位：万元\n| 支出项目 | 2023年 | 2022年 | 增减额 | 增减率 |\n|---|---|---|---|---|\n{rows}\n"
        f"| 合计 | {sum(now)} | {sum(last)} | {sum(now) - sum(last)} | {percent(sum(now) - sum(last), sum(last))}% |"
    )


def a_table_with_subtotals(r: Random) -> str:
    a, b = [amount(r) for _ in range(2)], [amount(r) for _ in range(3)]
    return (
        f"项目类别,金额（万元）\n一、基本建设类,{sum(a)}\n1.校舍,{a[0]}\n2.操场,{a[1]}\n二、设备类,{sum(b)}\n1.电脑,{b[0]}\n2.课桌,{b[1]}\n3.图书,{b[2]}\n总计,{sum(a) + sum(b)}"
    )


def a_table_of_scores(r: Random) -> str:
    rows = [("决策", 20), ("过程", 20), ("产出", 30), ("效益", 20), ("满意度", 10)]
    got = [Decimal(x) - Decimal(r.randint(0, 20)) / 10 for _, x in rows]
    body = "\n".join(f"{n}  {x}  {y}  {percent(y, x)}%" for (n, x), y in zip(rows, got, strict=True))
    return f"一级指标  分值  得分  得分率\n{body}\n合计  100  {sum(got)}  {percent(sum(got), 100)}%\n综合得分{sum(got)}分，评价等级为“{'优' if sum(got) >= 90 else '良'}”。"


def length_width_area(r: Random) -> str:
    a, b = r.randint(3, 20), r.randint(500, 3000)
    w = r.choice([3, 4, 5, 6])
    return f"硬化村组道路{a}条，总长{b}米，宽{w}米，面积{b * w}平方米，每平方米造价{r.randint(80, 160)}元。"


def plan_and_result_by_town(r: Random) -> str:
    plan = [r.randint(50, 400) for _ in range(4)]
    done = [x + r.randint(-20, 30) for x in plan]
    names = ["城关镇", "河口镇", "青山乡", "石桥乡"]
    return (
        f"全县计划改厕{sum(plan)}户，实际完成{sum(done)}户，完成率{percent(sum(done), sum(plan))}%。其中"
        + "；".join(f"{n}计划{x}户，完成{y}户，完成率{percent(y, x)}%" for n, x, y in zip(names, plan, done, strict=True))
        + "。"
    )


def cost_saved_by_bidding(r: Random) -> str:
    n = 3
    budget = [amount(r, 50, 300) for _ in range(n)]
    deal = [rounded(x * Decimal(r.randint(80, 99)) / 100) for x in budget]
    return (
        f"全年组织招标{n}次，采购预算{sum(budget)}万元，成交金额{sum(deal)}万元，节约资金{sum(budget) - sum(deal)}万元，资金节约率{percent(sum(budget) - sum(deal), sum(budget))}%。"
        + "其中："
        + "；".join(f"{k}预算{x}万元，成交{y}万元，节约{x - y}万元" for k, x, y in zip(["设备采购", "物业服务", "维修工程"], budget, deal, strict=True))
        + "。"
    )


def audits_and_cuts(r: Random) -> str:
    n = r.randint(10, 60)
    sent = amount(r, 900, 9000)
    cut = rounded(sent * Decimal(r.randint(3, 15)) / 100)
    return f"完成投资评审项目{n}个，送审金额{sent}万元，审定金额{sent - cut}万元，审减金额{cut}万元，审减率{percent(cut, sent)}%，平均每个项目审减{rounded(cut / n)}万元。"


def indicators_by_group(r: Random) -> str:
    n = [r.randint(4, 9) for _ in range(3)]
    m = [r.randint(0, 2) for _ in range(3)]
    names = ["产出指标", "效益指标", "满意度指标"]
    return (
        f"共设定绩效指标{sum(n)}项，已完成{sum(n) - sum(m)}项，未完成{sum(m)}项，总体完成率{percent(sum(n) - sum(m), sum(n))}%。"
        + "".join(f"{k}{x}项，完成{x - y}项，完成率{percent(x - y, x)}%；" for k, x, y in zip(names, n, m, strict=True))
    )


def price_times_number(r: Random) -> str:
    a, b = r.randint(10, 90), r.randint(10, 90)
    x, y = r.choice([1200, 1800, 2600]), r.choice([350, 480])
    return f"购置课桌{a}套，单价{x}元，小计{a * x}元；购置座椅{b}把，单价{y}元，小计{b * y}元；合计{a * x + b * y}元。"


def area_by_crop(r: Random) -> str:
    v = [Decimal(r.randint(100, 3000)) / 100 for _ in range(3)]
    out = [Decimal(r.randint(100, 3000)) / 100 for _ in range(3)]
    names = ["水稻", "玉米", "大豆"]
    return (
        f"全县粮食播种面积{sum(v)}万亩，总产{sum(out)}万吨。其中："
        + "，".join(f"{n}{x}万亩、产量{y}万吨" for n, x, y in zip(names, v, out, strict=True))
        + f"。平均亩产{rounded(sum(out) * 1000 / sum(v), 1)}公斤。"
    )


def what_the_subsidy_covers(r: Random) -> str:
    area = Decimal(r.randint(1000, 90000)) / 10
    each = r.choice([80, 95, 120])
    return f"核定补贴面积{area}亩，补贴标准每亩{each}元，应发放补贴{rounded(area * each)}元，实际发放{rounded(area * each)}元，发放率100%。"


def shares_moved_to_a_hundred(r: Random) -> str:
    v = split(r, amount(r, 900, 5000), 5)
    p = shares(v, 1)
    names = ["中央", "省", "市", "县", "社会资本"]
    return f"项目到位资金{sum(v)}万元，" + "，".join(f"{n}{x}万元（占{y}%）" for n, x, y in zip(names, v, p, strict=True)) + "。"


def progress_against_time(r: Random) -> str:
    b = amount(r, 500, 2000)
    v = [rounded(b * Decimal(x + r.randint(0, 6)) / 100) for x in (22, 48, 71)]
    return (
        f"项目预算{b}万元。3月末支出{v[0]}万元，支出进度{percent(v[0], b)}%；6月末支出{v[1]}万元，支出进度{percent(v[1], b)}%，比3月末提高{percent(v[1], b) - percent(v[0], b)}个百分点；"
        f"9月末支出{v[2]}万元，支出进度{percent(v[2], b)}%。"
    )


def this_year_s_rate_against_last(r: Random) -> str:
    b, lb = amount(r, 500, 900), amount(r, 500, 900)
    s, ls = rounded(b * Decimal(r.randint(80, 99)) / 100), rounded(lb * Decimal(r.randint(80, 99)) / 100)
    x, y = percent(s, b), percent(ls, lb)
    word = "提高" if x >= y else "降低"
    return f"本年执行率为{x}%（{s}万元/{b}万元），上年执行率为{y}%（{ls}万元/{lb}万元），{word}{abs(x - y)}个百分点；支出较上年{change(s, ls)}。"


def a_plan_of_three_years(r: Random) -> str:
    v = [amount(r, 100, 900) for _ in range(3)]
    done = [rounded(x * Decimal(r.randint(80, 100)) / 100) for x in v[:2]]
    return (
        f"项目实施期三年，总预算{sum(v)}万元：2021年{v[0]}万元、2022年{v[1]}万元、2023年{v[2]}万元。前两年已执行{sum(done)}万元"
        f"（2021年{done[0]}万元、2022年{done[1]}万元），占总预算的{percent(sum(done), sum(v))}%，占前两年预算的{percent(sum(done), v[0] + v[1])}%。"
    )


def a_page_with_a_table(r: Random) -> str:
    names = ["道路工程", "排水工程", "绿化工程"]
    b = [amount(r) for _ in names]
    s = [rounded(x * Decimal(r.randint(60, 100)) / 100) for x in b]
    rows = "\n".join(f"| {i} | {n}\n| {x}\n| {y}\n| {percent(y, x)}% |" for i, (n, x, y) in enumerate(zip(names, b, s, strict=True), 1))
    return f"附表：项目资金使用情况（万元）\n| 序号 | 项目\n| 预算\n| 支出\n| 执行率 |\n{rows}\n| | 合计\n| {sum(b)}\n| {sum(s)}\n| {percent(sum(s), sum(b))}% |"
