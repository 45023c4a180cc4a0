"""Passages right whatever figures are drawn into them: chains of money, items with marks of their own, and clauses of several bases."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from prose.drawn import amount, heads, percent, rounded, split


def a_union_s_money(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 10, 90), amount(r, 10, 90))
    return f"工会账户期初{b}万元，会员会费{c}万元，行政拨款{a}万元，本年支出{rounded(a * Decimal('0.8'))}万元，期末结余{a + b + c - rounded(a * Decimal('0.8'))}万元。"


def dues_of_a_party(r: Random) -> str:
    _a, b, c = (amount(r, 100, 900), amount(r, 10, 90), amount(r, 10, 90))
    return f"党费专户上年结存{b}万元，上级返还{c}万元，利息0.35万元，支出{rounded(b * Decimal('0.5'))}万元，年末结存{b + c + Decimal('0.35') - rounded(b * Decimal('0.5'))}万元。"


def income_with_what_it_holds(r: Random) -> str:
    a, b, c = (amount(r, 100, 900), amount(r, 100, 900), amount(r, 10, 90))
    return f"本年收入{a + c}万元（含非税返还{c}万元），上年结转{b}万元，本年支出{a + b}万元，结转下年{c}万元。"


def families_on_aid(r: Random) -> str:
    n = r.randint(50, 90)
    a, b = (r.randint(1, 9), r.randint(1, 9))
    return f"年初在册低保{n}户，动态新增{a}户，核减{b}户，年末{n + a - b}户，其中A类{(n + a - b) // 4}户。"


def staff_by_five_ways(r: Random) -> str:
    n = r.randint(50, 90)
    a, b, c = heads(r, 3, 1, 9)
    return f"上年末在职{n}人，军转安置{a}人，招录{b}人，遴选调走{c}人，年末在职{n + a + b - c}人。"


def two_kinds_of_devices(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.7"))
    return f"设备购置资金下达{a}万元，到位率100%；其中教学设备合同金额{b}万元，已支付{rounded(b * Decimal('0.9'))}万元，支付率90%；办公设备支付率{_percent(r, 5000, 9900)}%。"


def two_projects_and_one_rate(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"A项目预算{a}万元，执行率{_percent(r, 8000, 9900)}%；B项目预算{b}万元，支出{rounded(b * Decimal('0.9'))}万元，执行率90%；两项目总预算{a + b}万元。"


def two_funds_spent(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"中央资金{a}万元、省级资金{b}万元，中央资金支出{rounded(a * Decimal('0.9'))}万元，支出率90%；省级资金支出{rounded(b * Decimal('0.7'))}万元，支出率70%。"


def rates_of_quarters(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"全年预算{a}万元，全年支出{rounded(a * Decimal('0.92'))}万元，执行率92%。一季度支出率{_percent(r, 1500, 2500)}%，二季度支出率{_percent(r, 3500, 5000)}%，三季度支出率{_percent(r, 5500, 7500)}%。"


def devices_with_their_types(r: Random) -> str:
    return f"采购HP-1020打印机{r.randint(2, 9)}台、GE-64排CT 1台、T-3型消毒机{r.randint(2, 9)}台，其中住院部{r.randint(1, 2)}台。"


def stations_and_lamps(r: Random) -> str:
    return f"建设5G基站{r.randint(50, 90)}个，新增充电桩{r.randint(10, 90)}个，其中120kW快充桩{r.randint(1, 9)}个，安装LED灯{r.randint(100, 900)}盏（其中60W {r.randint(10, 90)}盏）。"


def pipes_by_width(r: Random) -> str:
    return f"DN300管道{r.randint(1000, 3000)}米、DN500管道{r.randint(100, 900)}米，检查井{r.randint(20, 60)}座，其中Φ1000井{r.randint(5, 15)}座；C30混凝土{r.randint(100, 900)}立方米。"


def two_documents(r: Random) -> str:
    a = amount(r, 100, 900)
    return f"按照财预〔2022〕15号文件，下达资金{a}万元；按照财预〔2022〕87号文件，追加{rounded(a * Decimal('0.2'))}万元，两次共{a + rounded(a * Decimal('0.2'))}万元。"


def items_with_a_part_each(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(3)]
    return f"（一）办公楼维修{v[0]}万元，其中水电改造{rounded(v[0] * Decimal('0.3'))}万元。\n（二）设备更新{v[1]}万元，其中空调{rounded(v[1] * Decimal('0.4'))}万元。\n（三）信息系统{v[2]}万元。\n以上三项共{sum(v)}万元。"


def items_in_one_sentence(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(3)]
    return f"一是办公楼维修{v[0]}万元；二是设备更新{v[1]}万元，其中空调{rounded(v[1] * Decimal('0.4'))}万元；三是信息系统{v[2]}万元，合计{sum(v)}万元。"


def transfers_with_what_was_carried_over(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(4)]
    return f"转移性收入{sum(v)}万元，其中：返还性收入{v[0]}万元，一般性转移支付{v[1]}万元，专项转移支付{v[2]}万元，上年结转{v[3]}万元。"


def what_is_in_and_what_is_not(r: Random) -> str:
    v = [amount(r, 10, 90) for _ in range(3)]
    t = sum(v)
    return f"收到资金{t}万元，含：财政{v[0]}万元、自筹{v[1]}万元、捐赠{v[2]}万元；不含实物折价{amount(r, 1, 9)}万元。"


def gifts_counted_elsewhere(r: Random) -> str:
    a = amount(r, 100, 900)
    b = rounded(a * Decimal("0.3"))
    return f"社会捐赠{a}万元（统计口径不包含慈善总会{amount(r, 1000, 2000)}万元），其中资金{b}万元、物资折价{a - b}万元。"


def from_so_much_to_so_much(r: Random) -> str:
    a, b = (amount(r, 1000, 9000), amount(r, 10, 90))
    return f"专项资金由{a}万元调整为{a - b}万元，减少{b}万元，降幅{percent(b, a)}%；人次由29人降为16人，下降{percent(13, 29)}%。"


def far_above_the_task(r: Random) -> str:
    n = r.randint(100, 300)
    return f"任务数{n}户，实际完成{n * 2 + 9}户，为任务数的{rounded(Decimal(n * 2 + 9) / n, 2)}倍，超额完成{n + 9}户。"


def rent_by_month_and_year(r: Random) -> str:
    a = amount(r, 10, 90)
    return f"租赁办公用房{r.randint(300, 900)}平方米，月租金{rounded(a / 12)}万元左右，年租金{a}万元，较上年{a}万元持平；物业费每平方米每月2.5元。"


def meals_of_pupils(r: Random) -> str:
    v = heads(r, 3, 100, 900)
    return f"小学{v[0]}人、初中{v[1]}人、高中{v[2]}人享受营养餐，每生每天5元，全年按200天计算，需资金{rounded(Decimal(sum(v) * 1000) / 10000)}万元，其中中央补助{rounded(Decimal(sum(v) * 1000) / 10000 * Decimal('0.6'))}万元。"


def assets_of_two_years(r: Random) -> str:
    a, b = (amount(r, 100, 900), amount(r, 100, 900))
    return f"2021年末总资产{a}万元，总负债{rounded(a * Decimal('0.3'))}万元；2022年末总资产{b}万元，总负债{rounded(b * Decimal('0.25'))}万元，资产负债率由30%下降到25%，净资产{b - rounded(b * Decimal('0.25'))}万元。"


def a_part_with_a_rate_of_its_own(r: Random) -> str:
    a = amount(r, 10, 90)
    return f"2022年基金支出{a}亿元，较上年增支{rounded(a / 20)}亿元，增长{percent(rounded(a / 20), a - rounded(a / 20))}%，其中养老金支出增长{_percent(r)}%，占基金支出的{_percent(r, 8000, 9900)}%。"


def kinds_with_shares_and_growth(r: Random) -> str:
    v = split(r, amount(r, 300, 900), 3)
    t = sum(v)
    return f"全年支出{t}万元，从支出结构看：工资福利{v[0]}万元，占比{percent(v[0], t)}%，同比增长{_percent(r)}%；商品服务{v[1]}万元，占比{percent(v[1], t)}%，同比下降{_percent(r)}%；其他{v[2]}万元，占比{percent(v[2], t)}%。"


def two_budgets_in_brackets(r: Random) -> str:
    a = amount(r, 300, 900)
    return f"预算安排{a}万元（其中：年初安排{rounded(a * Decimal('0.8'))}万元，年中追加{a - rounded(a * Decimal('0.8'))}万元），实际执行{rounded(a * Decimal('0.97'))}万元（其中：年初安排资金执行{rounded(a * Decimal('0.8'))}万元，追加资金执行{rounded(a * Decimal('0.97')) - rounded(a * Decimal('0.8'))}万元），执行率97%。"


def villages_by_kind_and_by_income(r: Random) -> str:
    n = r.randint(20, 60)
    return f"现有村（社区）{n}个，其中：示范村{n // 5}个、重点村{n // 6}个、一般村{n - n // 5 - n // 6}个；有集体经济收入10万元以上的村{n // 3}个，占{percent(n // 3, n)}%，5万元以下的{n // 4}个，占{percent(n // 4, n)}%。"


def _percent(r: Random, low: int = 100, high: int = 2000) -> Decimal:
    """Any percentage."""
    return Decimal(r.randint(low, high)) / 100
