"""Passages as published accounts and budgets write them, right whatever figures are drawn into them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, change, percent, rounded, shares, split


def the_chapter_of_income(r: Random) -> str:
    parts = [amount(r, 900, 5000), amount(r, 20, 200), amount(r, 5, 90)]
    p = shares(parts)
    return (
        f"二、收入决算情况说明\n本年收入合计{sum(parts)}万元，其中：财政拨款收入{parts[0]}万元，占{p[0]}%；上级补助收入0万元，占0%；"
        f"事业收入{parts[1]}万元，占{p[1]}%；经营收入0万元，占0%；捐赠收入{parts[2]}万元，占{p[2]}%。"
    )


def the_chapter_of_spending(r: Random) -> str:
    basic, staff = amount(r, 800, 3000), None
    staff, office = split(r, basic, 2)
    project = amount(r, 300, 3000)
    p = shares([basic, project])
    return (
        f"三、支出决算情况说明\n本年支出合计{basic + project}万元，其中：基本支出{basic}万元，占{p[0]}%；项目支出{project}万元，占{p[1]}%；"
        f"上缴上级支出、经营支出、对附属单位补助支出均为0万元。基本支出中，人员经费{staff}万元，公用经费{office}万元。"
    )


def both_sides_of_the_accounts(r: Random) -> str:
    carried, income = amount(r, 50, 400), amount(r, 900, 4000)
    left = amount(r, 10, 45)
    total = carried + income
    before = amount(r, 900, 4000)
    return (
        f"一、收入支出决算总体情况说明\n2022年度收、支总计均为{total}万元。与2021年度的{before}万元相比，收、支总计各{change(total, before)}。"
        f"其中本年收入{income}万元，年初结转和结余{carried}万元；本年支出{total - left}万元，结余分配0万元，年末结转和结余{left}万元。"
    )


def spending_by_function(r: Random) -> str:
    total = amount(r, 1500, 6000)
    parts = split(r, total, 5)
    p = shares(parts)
    names = ["一般公共服务（类）支出", "教育（类）支出", "社会保障和就业（类）支出", "卫生健康（类）支出", "住房保障（类）支出"]
    return f"2023年度财政拨款支出{total}万元，主要用于以下方面：" + "；".join(f"{n}{x}万元，占{y}%" for n, x, y in zip(names, parts, p, strict=True)) + "。"


def items_of_the_function_with_budget_and_accounts(r: Random) -> str:
    names = ["行政运行", "一般行政管理事务", "机关事业单位基本养老保险缴费支出", "住房公积金"]
    planned = [amount(r, 20, 900) for _ in names]
    spent = [rounded(x * Decimal(r.randint(60, 130)) / 100) for x in planned]
    body = "\n".join(
        f"{i}.一般公共服务（类）政府办公厅（室）及相关机构事务（款）{n}（项）。年初预算为{x}万元，支出决算为{y}万元，完成年初预算的{percent(y, x)}%。"
        f"决算数{'大于' if y > x else '小于' if y < x else '等于'}年初预算数的主要原因是年中调整。"
        for i, (n, x, y) in enumerate(zip(names, planned, spent, strict=True), 1)
    )
    return f"财政拨款支出年初预算为{sum(planned)}万元，支出决算为{sum(spent)}万元，完成年初预算的{percent(sum(spent), sum(planned))}%。其中：\n{body}"


def basic_spending_with_its_kinds_named_only(r: Random) -> str:
    staff, office = amount(r, 500, 3000), amount(r, 50, 400)
    return (
        f"2022年度一般公共预算财政拨款基本支出{staff + office}万元，其中：\n人员经费{staff}万元，主要包括：基本工资、津贴补贴、奖金、绩效工资、住房公积金；\n"
        f"公用经费{office}万元，主要包括：办公费、印刷费、水费、电费、差旅费、培训费、工会经费。"
    )


def the_three_public_expenses_in_full(r: Random) -> str:
    car, guest = [amount(r, 8, 40), amount(r, 2, 9)], [amount(r, 2, 12), amount(r, 1, 2)]
    c, g = sum(car), guest[0]
    last = [amount(r, 8, 60), amount(r, 2, 12)]
    planned = rounded((c + g) * Decimal(r.randint(102, 150)) / 100)
    p = shares([c, g])
    batches, people = r.randint(20, 90), r.randint(100, 800)
    return (
        f"（一）“三公”经费财政拨款支出决算总体情况。2023年度预算为{planned}万元，支出决算为{c + g}万元，完成预算的{percent(c + g, planned)}%；"
        f"决算数较上年{change(c + g, sum(last))}。\n（二）具体情况。因公出国（境）费支出决算0万元，占0%，全年因公出国（境）团组0个、累计0人次。"
        f"公务用车购置及运行维护费支出决算{c}万元，占{p[0]}%，较上年{change(c, last[0])}，其中公务用车购置费{car[0]}万元，购置1辆；公务用车运行维护费{car[1]}万元，"
        f"年末公务用车保有量{r.randint(2, 9)}辆。公务接待费支出决算{g}万元，占{p[1]}%，较上年{change(g, last[1])}，国内公务接待{batches}批次、{people}人次（不包括陪同人员）。"
    )


def running_costs_of_the_office(r: Random) -> str:
    now, last, planned = amount(r, 50, 300), amount(r, 50, 300), amount(r, 50, 300)
    return (
        f"本部门机关运行经费支出{now}万元，比上年{change(now, last)}，主要原因是人员变动；"
        f"比年初预算{planned}万元{'超出' if now > planned else '节约'}{abs(now - planned)}万元，完成年初预算的{percent(now, planned)}%。"
    )


def purchases_with_small_firms(r: Random) -> str:
    parts = split(r, amount(r, 300, 900), 3)
    total = sum(parts)
    small = rounded(total * Decimal(r.randint(60, 99)) / 100)
    tiny = rounded(small * Decimal(r.randint(30, 99)) / 100)
    return (
        f"全年政府采购金额{total}万元，其中：政府采购货物支出{parts[0]}万元、政府采购工程支出{parts[1]}万元、政府采购服务支出{parts[2]}万元。"
        f"授予中小企业合同金额{small}万元，占政府采购金额的{percent(small, total)}%，其中授予小微企业合同金额{tiny}万元，占授予中小企业合同金额的{percent(tiny, small)}%。"
    )


def cars_and_large_devices(r: Random) -> str:
    cars = [r.randint(1, 5) for _ in range(4)]
    return (
        f"截至12月31日，本单位共有车辆{sum(cars)}辆，其中：主要负责人用车{cars[0]}辆、机要通信用车{cars[1]}辆、执法执勤用车{cars[2]}辆、其他用车{cars[3]}辆，"
        f"其他用车主要是下乡工作用车；单价50万元以上通用设备{r.randint(0, 5)}台（套），单价100万元以上专用设备{r.randint(0, 5)}台（套）。"
    )


def how_the_budget_changed(r: Random) -> str:
    now, last = [amount(r, 500, 2000), amount(r, 100, 900)], [amount(r, 500, 2000), amount(r, 100, 900)]
    return (
        f"2024年收入预算{sum(now)}万元，比2023年预算{change(sum(now), sum(last))}。其中：一般公共预算拨款收入{sum(now)}万元，占收入预算的100%。"
        f"支出预算{sum(now)}万元，其中：基本支出{now[0]}万元，比2023年预算{change(now[0], last[0])}；项目支出{now[1]}万元，比2023年预算{change(now[1], last[1])}。"
    )


def two_years_before(r: Random) -> str:
    v = [amount(r, 300, 900) for _ in range(3)]
    return f"2023年支出{v[2]}万元，比2022年的{v[1]}万元{change(v[2], v[1])}，比2021年的{v[0]}万元{change(v[2], v[0])}。"


def against_last_year_and_the_year_before(r: Random) -> str:
    v = [amount(r, 300, 900) for _ in range(3)]
    return f"本年公用经费{v[2]}万元，较上年{change(v[2], v[1])}，较前年的{v[0]}万元{change(v[2], v[0])}。上年公用经费为{v[1]}万元。"


def quarter_by_quarter(r: Random) -> str:
    q = [amount(r, 50, 400) for _ in range(4)]
    total = sum(q)
    run = [sum(q[: i + 1]) for i in range(4)]
    return "分季度看，" + "；".join(
        f"{n}季度支出{x}万元，累计支出{y}万元，占全年支出的{percent(y, total)}%" for n, x, y in zip("一二三四", q, run, strict=True)
    ) + "。"


def budget_adjusted_twice(r: Random) -> str:
    first, more, less = amount(r, 800, 2000), amount(r, 50, 300), amount(r, 5, 45)
    new = first + more - less
    spent = rounded(new * Decimal(r.randint(8000, 9999)) / 10000)
    return (
        f"年初预算数{first}万元，年中追加{more}万元、调减{less}万元，调整预算数{new}万元，预算调整率{percent(new - first, first)}%；"
        f"全年执行数{spent}万元，占调整预算数的{percent(spent, new)}%，结余{new - spent}万元由财政收回。"
    )


def carried_over_by_source(r: Random) -> str:
    a, b, c = amount(r, 5, 90), amount(r, 5, 90), amount(r, 1, 9)
    spent = rounded(b * Decimal("0.8"))
    return (
        f"上年结转{a + b + c}万元，其中：基本支出结转{a}万元，项目支出结转{b}万元，经营结余{c}万元。"
        f"项目支出结转资金当年使用{spent}万元，尚余{b - spent}万元。"
    )


def yi_beside_wan(r: Random) -> str:
    v = [amount(r, 5000, 90000) for _ in range(3)]
    y = [rounded(x / 10000) for x in v]
    return (
        f"全县“三保”支出{rounded(sum(v) / 10000)}亿元，其中保工资{y[0]}亿元、保运转{y[1]}亿元、保基本民生{y[2]}亿元"
        f"（保工资{v[0]}万元，占{percent(v[0], sum(v), 1)}%；保运转{v[1]}万元，占{percent(v[1], sum(v), 1)}%；保基本民生{v[2]}万元，占{percent(v[2], sum(v), 1)}%）。"
    )


def yuan_in_the_forms_and_wan_in_the_text(r: Random) -> str:
    v = [r.randint(1_000_000, 90_000_000) for _ in range(3)]
    w = [rounded(Decimal(x) / 10000) for x in v]
    return (
        f"决算报表反映支出{sum(v)}元，其中基本支出{v[0]}元、项目支出{v[1]}元、经营支出{v[2]}元，"
        f"即支出约{rounded(Decimal(sum(v)) / 10000)}万元，基本支出{w[0]}万元，项目支出{w[1]}万元，经营支出{w[2]}万元。"
    )


def a_balance_sheet(r: Random) -> str:
    cash, receivable, original, worn, intangible = amount(r, 100, 900), amount(r, 10, 90), amount(r, 900, 5000), amount(r, 100, 800), amount(r, 5, 90)
    assets = cash + receivable + original - worn + intangible
    debt = amount(r, 20, 90)
    return (
        f"截至2022年12月31日，资产总额{assets}万元，其中：流动资产{cash + receivable}万元（货币资金{cash}万元、应收账款{receivable}万元），"
        f"固定资产净值{original - worn}万元（原值{original}万元，累计折旧{worn}万元），无形资产净值{intangible}万元。"
        f"负债总额{debt}万元，净资产总额{assets - debt}万元，资产负债率{percent(debt, assets)}%。"
    )


def fixed_assets_by_kind(r: Random) -> str:
    parts = split(r, amount(r, 900, 5000), 4)
    total, before = sum(parts), amount(r, 900, 5000)
    p = shares(parts, 1)
    return (
        f"固定资产账面原值{total}万元，较年初{change(total, before, decimals=1)}。按类别分：房屋和构筑物{parts[0]}万元，占{p[0]}%；设备{parts[1]}万元，占{p[1]}%；"
        f"文物和陈列品0万元；图书档案{parts[2]}万元，占{p[2]}%；家具和用具{parts[3]}万元，占{p[3]}%。"
    )


def assets_gone_and_come(r: Random) -> str:
    start, bought, given, sold, scrapped = amount(r, 900, 3000), amount(r, 20, 200), amount(r, 1, 20), amount(r, 1, 9), amount(r, 1, 30)
    end = start + bought + given - sold - scrapped
    return (
        f"年初固定资产原值{start}万元，本年增加{bought + given}万元，其中购置{bought}万元、接受捐赠{given}万元；"
        f"本年减少{sold + scrapped}万元，其中出售{sold}万元、报废{scrapped}万元；年末原值{end}万元，较年初{change(end, start)}。"
    )


def rented_and_used_assets(r: Random) -> str:
    parts = split(r, amount(r, 900, 5000), 4)
    p = shares(parts)
    names = ["在用", "出租出借", "闲置", "待处置"]
    return f"固定资产{sum(parts)}万元，按使用状况分：" + "，".join(f"{n}{x}万元，占{y}%" for n, x, y in zip(names, parts, p, strict=True)) + f"，固定资产利用率{p[0]}%。"


def the_insurance_funds(r: Random) -> str:
    lines, total_in, total_out, total_left = [], Decimal(0), Decimal(0), Decimal(0)
    for name in ("企业职工基本养老保险基金", "城乡居民基本养老保险基金", "职工基本医疗保险基金"):
        before, came, went = amount(r, 5000, 20000), amount(r, 2000, 9000), amount(r, 2000, 6000)
        total_in, total_out, total_left = total_in + came, total_out + went, total_left + before + came - went
        word = "结余" if came >= went else "缺口"
        lines.append(f"{name}收入{came}万元，支出{went}万元，当年收支{word}{abs(came - went)}万元，上年结余{before}万元，年末滚存结余{before + came - went}万元")
    return f"社会保险基金收入合计{total_in}万元，支出合计{total_out}万元，年末滚存结余{total_left}万元。其中：" + "；".join(lines) + "。"


def what_the_fund_took_in(r: Random) -> str:
    parts = split(r, amount(r, 5000, 20000), 4)
    total, planned, last = sum(parts), amount(r, 5000, 20000), amount(r, 5000, 20000)
    return (
        f"2022年城乡居民基本养老保险基金收入{total}万元，完成预算{planned}万元的{percent(total, planned, 1)}%，较上年{change(total, last, decimals=1)}，"
        f"其中：保险费收入{parts[0]}万元，财政补贴收入{parts[1]}万元，利息收入{parts[2]}万元，转移收入{parts[3]}万元。"
    )


def taxes_and_other_income(r: Random) -> str:
    now, last = [r.randint(5000, 90000) for _ in range(2)], [r.randint(5000, 90000) for _ in range(2)]
    planned = r.randint(40000, 180000)
    return (
        f"全县一般公共预算收入完成{sum(now)}万元，为年初预算{planned}万元的{percent(sum(now), planned, 1)}%，比上年{change(sum(now), sum(last), decimals=1)}。"
        f"其中：税收收入{now[0]}万元，{change(now[0], last[0], decimals=1)}，占一般公共预算收入的{percent(now[0], sum(now), 1)}%；"
        f"非税收入{now[1]}万元，{change(now[1], last[1], decimals=1)}，占{100 - percent(now[0], sum(now), 1)}%。"
    )


def the_county_s_balance(r: Random) -> str:
    own, given, debt, carried, moved = (r.randint(5000, 90000) for _ in range(5))
    total = own + given + debt + carried + moved
    up, repaid, kept, left = (r.randint(500, 4000) for _ in range(4))
    spent = total - up - repaid - kept - left
    return (
        f"收入总量{total}万元，其中：一般公共预算收入{own}万元，上级补助收入{given}万元，债务转贷收入{debt}万元，上年结转{carried}万元，调入资金{moved}万元。"
        f"支出总量{total}万元，其中：一般公共预算支出{spent}万元，上解支出{up}万元，债务还本支出{repaid}万元，补充预算稳定调节基金{kept}万元，结转下年{left}万元。收支平衡。"
    )


def government_debt_against_its_limit(r: Random) -> str:
    general, special = Decimal(r.randint(100, 900)) / 10, Decimal(r.randint(100, 900)) / 10
    room = [Decimal(r.randint(1, 90)) / 10 for _ in range(2)]
    return (
        f"截至年末，全区政府债务余额{general + special}亿元，其中一般债务{general}亿元、专项债务{special}亿元；"
        f"债务限额{general + special + sum(room)}亿元，其中一般债务限额{general + room[0]}亿元、专项债务限额{special + room[1]}亿元，余额控制在限额之内，尚有空间{sum(room)}亿元。"
    )


def what_grew_and_what_fell_within(r: Random) -> str:
    last = amount(r, 900, 3000)
    ups, downs = [amount(r, 20, 90) for _ in range(3)], [amount(r, 5, 60) for _ in range(2)]
    d = sum(ups) - sum(downs)
    now = last + d
    return (
        f"2022年支出{now}万元，比上年{'增加' if d > 0 else '减少'}{abs(d)}万元。其中：增加的有工资福利支出{ups[0]}万元、设备购置{ups[1]}万元、维修费{ups[2]}万元，共增加{sum(ups)}万元；"
        f"减少的有会议费{downs[0]}万元、差旅费{downs[1]}万元，共减少{sum(downs)}万元。"
    )
