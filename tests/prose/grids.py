"""Tables in our own words, as a table: (name, table, claims that must be told, as (kind, verdict, stated, recomputed)); nothing else may fail."""

HOLDS, FAILS = "holds", "fails"

SPENT = """单位：万元
项目 | 预算 | 执行 | 执行率
巡检 | 120.50 | 118.20 | 98.09%
采购 | 86.30 | 86.30 | 100.00%
培训 | 43.20 | 40.00 | 92.59%
合计 | 250.00 | 244.50 | 97.80%"""
BOUGHT = """设备 | 数量 | 单价 | 金额
电脑 | 12 | 4800.00 | 57600.00
打印机 | 3 | 2150.00 | 6450.00
投影仪 | 2 | 7300.00 | 14600.00
桌椅 | 40 | 365.00 | 14600.00
合计 | 57 | | 93250.00"""
SCORED = """一级指标 | 分值 | 得分 | 得分率
决策 | 15 | 13.20 | 88.00%
过程 | 25 | 21.60 | 86.40%
产出 | 35 | 31.50 | 90.00%
效益 | 25 | 22.10 | 88.40%
合计 | 100 | 88.40 | 88.40%"""
PARTED = """县区 | 中央 | 省级 | 县级 | 合计
甲县 | 120.00 | 36.50 | 12.00 | 168.50
乙县 | 98.40 | 20.10 | 9.30 | 127.80
丙县 | 76.00 | 18.00 | 11.70 | 105.70
合计 | 294.40 | 74.60 | 33.00 | 402.00"""
SHARED = """类别 | 金额 | 占比
人员 | 612.38 | 61.24%
公用 | 187.62 | 18.76%
项目 | 200.00 | 20.00%
合计 | 1000.00 | 100.00%"""
GROWN = """项目 | 2022年 | 2023年 | 增减额 | 增减率
门诊 | 2568.96 | 2863.59 | 294.63 | 11.47%
住院 | 1590.00 | 1630.00 | 40.00 | 2.52%
体检 | 1007.00 | 636.00 | -371.00 | -36.84%
合计 | 5165.96 | 5129.59 | -36.37 | -0.70%"""

CHANGED = """镇 | 抽查 | 退出 | 提档 | 降档 | 调整合计
甲 | 30 | 1 | 1 | 1 | 3
乙 | 30 | 0 | 1 | 0 | 1
丙 | 30 | 0 | 2 | 0 | 2
丁 | 30 | 1 | 0 | 1 | 2
合计 | 120 | 2 | 4 | 2 | 8"""


def _but(table: str, right: str, wrong: str) -> str:
    assert table.count(right) == 1, right
    return table.replace(right, wrong)


GRIDS = [
    ("totals and rates", SPENT, [("sum", HOLDS, "250.00万元", "250.00万元"), ("sum", HOLDS, "244.50万元", "244.50万元"), ("rate", HOLDS, "92.59%", "92.59%")]),
    ("a total that two places' rounding still allows", _but(SPENT, "| 250.00 |", "| 250.02 |"), [("sum", HOLDS, "250.02万元", "250.00万元")]),
    ("a total that two places' rounding no longer allows", _but(SPENT, "| 250.00 |", "| 250.03 |"), [("sum", FAILS, "250.03万元", "250.00万元")]),
    ("a part of a total, wrong: total and rate", _but(SPENT, "43.20 | 40.00", "43.20 | 41.00"), [("sum", FAILS, "244.50万元", "245.50万元"), ("rate", FAILS, "92.59%", "94.91%")]),
    ("a rate, wrong", _but(SPENT, "98.09%", "99.08%"), [("rate", FAILS, "99.08%", "98.09%")]),
    ("a rate off by one in its last digit is rounded otherwise", _but(SPENT, "98.09%", "98.10%"), []),
    ("number by price", BOUGHT, [("formula", HOLDS, "6450.00", "6450.00"), ("sum", HOLDS, "93250.00", "93250.00"), ("sum", HOLDS, "57", "57")]),
    ("number by price, amount wrong", _but(BOUGHT, "2150.00 | 6450.00", "2150.00 | 6540.00"), [("formula", FAILS, "6540.00", "6450.00"), ("sum", FAILS, "93250.00", "93340.00")]),
    ("number by price, price wrong", _but(BOUGHT, "| 7300.00", "| 3700.00"), [("formula", FAILS, "14600.00", "7400.00")]),
    ("counts are exact", _but(BOUGHT, "合计 | 57", "合计 | 58"), [("sum", FAILS, "58", "57")]),
    ("scores and their points", SCORED, [("sum", HOLDS, "100分", "100分"), ("sum", HOLDS, "88.40分", "88.40分"), ("rate", HOLDS, "86.40%", "86.40%")]),
    ("scores are exact", _but(SCORED, "100 | 88.40 | 88.40%", "100 | 88.41 | 88.40%"), [("sum", FAILS, "88.41分", "88.40分")]),
    ("a score above its points", _but(SCORED, "15 | 13.20 | 88.00%", "15 | 15.20 | 88.00%"), [("score", FAILS, "15.20", "不超过15")]),
    ("a full score", SCORED.replace("15 | 13.20 | 88.00%", "15 | 15 | 100.00%"), [("sum", FAILS, "88.40分", "90.20分")]),
    ("parts of every row", PARTED, [("sum", HOLDS, "168.50", "168.50"), ("sum", HOLDS, "402.00", "402.00"), ("sum", HOLDS, "74.60", "74.60")]),
    ("parts of every row, one wrong", _but(PARTED, "20.10 | 9.30 | 127.80", "20.10 | 9.30 | 172.80"), [("sum", FAILS, "172.80", "127.80"), ("sum", FAILS, "402.00", "447.00")]),
    ("shares of the total", SHARED, [("share", HOLDS, "18.76%", "18.76%"), ("sum", HOLDS, "1000.00", "1000.00")]),
    ("shares of the total, one wrong", _but(SHARED, "18.76%", "17.86%"), [("share", FAILS, "17.86%", "18.76%")]),
    ("changes", GROWN, [("balance", HOLDS, "-371.00", "-371.00"), ("change", HOLDS, "11.47%", "11.47%"), ("sum", HOLDS, "5129.59", "5129.59")]),
    ("changes, one wrong", _but(GROWN, "| 294.63 |", "| 249.63 |"), [("balance", FAILS, "249.63", "294.63")]),
    ("small counts", CHANGED, [("sum", HOLDS, "8", "8"), ("sum", HOLDS, "120", "120")]),
    ("small counts, one wrong", _but(CHANGED, "1 | 0 | 1 | 2", "1 | 0 | 1 | 4"), [("sum", FAILS, "4", "2"), ("sum", FAILS, "8", "10")]),
    ("bars around the rows and a line of dashes", "|项目|预算|执行|\n|---|---|---|\n|甲|12.50|10.00|\n|乙|20.30|20.30|\n|合计|32.80|30.30|", [("sum", HOLDS, "32.80", "32.80")]),
    ("tabs", "项目\t预算\t执行\n甲\t12.50\t10.00\n乙\t20.30\t20.30\n合计\t32.80\t31.30", [("sum", FAILS, "31.30", "30.30")]),
    ("subtotals and their total", "科室 | 预算 | 执行\n甲 | 12.50 | 10.00\n乙 | 20.30 | 20.30\n小计 | 32.80 | 30.30\n丙 | 7.00 | 6.00\n丁 | 3.00 | 2.00\n小计 | 10.00 | 8.00\n合计 | 42.80 | 38.30", [("sum", HOLDS, "42.80", "42.80"), ("sum", HOLDS, "8.00", "8.00")]),
    ("a subtotal, wrong", "科室 | 预算 | 执行\n甲 | 12.50 | 10.00\n乙 | 20.30 | 20.30\n小计 | 32.80 | 30.30\n丙 | 7.00 | 6.00\n丁 | 3.00 | 2.00\n小计 | 10.00 | 9.00\n合计 | 42.80 | 38.30", [("sum", FAILS, "9.00", "8.00"), ("sum", HOLDS, "38.30", "38.30")]),
    ("the total stands first", "县区 | 任务 | 完成\n合计 | 96 | 91\n甲县 | 40 | 38\n乙县 | 32 | 30\n丙县 | 24 | 23", [("sum", HOLDS, "96", "96"), ("sum", HOLDS, "91", "91")]),
    ("items below their headings are not added twice", "项目 | 预算 | 执行\n一、拨款 | 80.00 | 70.00\n1.基本 | 50.00 | 45.00\n2.项目 | 30.00 | 25.00\n二、其他 | 20.00 | 18.00\n合计 | 100.00 | 88.00", [("sum", HOLDS, "100.00", "100.00")]),
    ("items below their codes are not added twice", "科目 | 名称 | 合计 | 基本 | 项目\n | 合计 | 96.00 | 60.00 | 36.00\n201 | 公共服务 | 80.00 | 50.00 | 30.00\n20101 | 人大 | 30.00 | 20.00 | 10.00\n20103 | 政府 | 50.00 | 30.00 | 20.00\n210 | 卫生 | 16.00 | 10.00 | 6.00\n21011 | 医疗 | 16.00 | 10.00 | 6.00", [("sum", HOLDS, "96.00", "96.00"), ("sum", HOLDS, "36.00", "36.00")]),
    ("neighbours that changed places in the only column", "县 | 资金\n甲 | 846.80\n乙 | 742.40\n丙 | 471.60\n合计 | 2006.80", [("sum", FAILS, "2006.80", "2060.80")]),
    ("of which is not added", "项目 | 预算 | 执行\n用车费 | 24.50 | 16.52\n其中：运行费 | 16.50 | 8.70\n接待费 | 1.00 | 2.14\n合计 | 25.50 | 18.66", [("sum", HOLDS, "25.50", "25.50"), ("sum", HOLDS, "18.66", "18.66")]),
]  # fmt: skip

TRAPS = [
    ("a mean below a column", "专家 | 评分 | 权重分\n甲 | 89.20 | 20\n乙 | 87.50 | 30\n丙 | 88.60 | 50\n合计 | 88.40 | 100"),
    ("prices are not added", "标段 | 面积 | 金额 | 平均单价\n甲 | 186.20 | 512.64 | 2.75\n乙 | 158.47 | 405.18 | 2.56\n丙 | 203.15 | 526.30 | 2.59\n合计 | 547.82 | 1444.12 | 2.64"),
    ("rows below a heading that no column tells apart", "项目 | 预算 | 执行\n运转 | 80.00 | 70.00\n办公 | 50.00 | 45.00\n差旅 | 30.00 | 25.00\n采购 | 20.00 | 18.00\n合计 | 100.00 | 88.00"),
    ("points of merged rows stand in every row", "一级 | 分值 | 二级 | 分值 | 得分\n投入 | 20 | 立项 | 12 | 11\n投入 | 20 | 资金 | 8 | 7\n产出 | 80 | 数量 | 50 | 48\n产出 | 80 | 质量 | 30 | 29\n合计 | 100 | | 100 | 95"),
    ("targets and what was done", "指标 | 目标值 | 完成值 | 分值 | 得分\n场次 | 12 | 15 | 40 | 40\n人次 | 300 | 320 | 30 | 30\n满意度 | 90 | 95 | 30 | 30\n总分 | 100 | 100 | 100 | 100"),
    ("a row of words", "项目 | 预算 | 执行\n甲 | 12.50 | 10.00\n乙 | 20.30 | 保密\n丙 | 5.00 | 5.00\n合计 | 37.80 | 25.00"),
    ("rounded amounts of many rows", "县 | 甲款 | 乙款\n甲 | 0.3 | 1.3\n乙 | 0.3 | 1.3\n丙 | 0.3 | 1.4\n合计 | 1.0 | 4.0"),
    ("a bonus above the points", "指标 | 分值 | 得分\n产出 | 60 | 58\n效益 | 40 | 39\n加分项 | 0 | 2\n合计 | 100 | 99"),
    ("several rates of one row", "项目 | 年初预算 | 调整预算 | 执行 | 执行率\n甲 | 10.00 | 12.00 | 12.00 | 100.00%\n乙 | 20.00 | 25.00 | 20.00 | 80.00%\n丙 | 30.00 | 32.00 | 24.00 | 75.00%"),
    ("rows of years", "年度 | 收入 | 支出\n2020年 | 12.50 | 11.00\n2021年 | 14.50 | 13.00\n2022年 | 16.50 | 15.00"),
    ("the points of the execution stand above the table", "一级 | 三级 | 分值 | 得分\n产出 | 数量 | 30 | 29.00\n产出 | 质量 | 20 | 20.00\n效益 | 社会 | 30 | 28.50\n满意度 | 群众 | 10 | 9.00\n总分 | | 100 | 96.50"),
    ("a row below another in the only column", "项目 | 金额\n培训 | 846.80\n基层培训 | 200.00\n采购 | 742.40\n合计 | 1589.20"),
    ("a total of more than is listed", "项目 | 金额\n培训 | 846.80\n采购 | 742.40\n巡检 | 120.00\n合计 | 2009.20"),
    ("income and spending side by side", "收入 | 决算数 | 支出 | 决算数\n财政拨款收入 | 500.00 | 公共服务支出 | 420.00\n其他收入 | 20.00 | 卫生支出 | 90.00\n本年收入合计 | 520.00 | 本年支出合计 | 510.00\n年初结转和结余 | 30.00 | 年末结转和结余 | 40.00\n总计 | 550.00 | 总计 | 550.00"),
    ("the three public expenses in one row", "合计 | 出国费 | 用车费小计 | 购置费 | 运行费 | 接待费\n32.46 | 11.20 | 14.86 | 0.00 | 14.86 | 6.40\n30.00 | 10.00 | 14.00 | 0.00 | 14.00 | 6.00"),
    ("no total", "名称 | 数量\n甲 | 12\n乙 | 15"),
    ("ragged rows", "甲 | 乙 | 丙\n1 | 2\n3 | 4 | 5\n合计 | 9"),
    ("words about the sum of a group", "单位 | 任务 | 完成\n市本级 | 20 | 18\n区县合计 | 80 | 75\n甲区 | 50 | 45\n乙区 | 30 | 30"),
]  # fmt: skip

BLANKS = SPENT.replace(" | ", " ")
LYING = """一级指标 决策 过程 产出 效益 合计
分值 15 25 35 25 100
得分 13.2 21.6 31.5 22.1 88.4
得分率 88.00% 86.40% 90.00% 88.40% 88.40%"""

GRIDS += [
    ("cells between blanks", BLANKS, [("sum", HOLDS, "250.00万元", "250.00万元"), ("rate", HOLDS, "98.09%", "98.09%")]),
    ("cells between blanks, a total wrong", BLANKS.replace("244.50", "254.50"), [("sum", FAILS, "254.50万元", "244.50万元")]),
    ("cells between blanks, a rate wrong", BLANKS.replace("98.09", "90.89"), [("rate", FAILS, "90.89%", "98.09%")]),
    ("a name of two words", BLANKS.replace("巡检", "日常 巡检").replace("92.59", "95.29"), [("rate", FAILS, "95.29%", "92.59%")]),
    ("serial numbers before the names", BLANKS.replace("项目", "序号 项目").replace("巡检", "1 巡检").replace("采购", "2 采购").replace("培训", "3 培训").replace("40.00", "40.90"), [("sum", FAILS, "244.50万元", "245.40万元")]),
    ("a table that lies on its side", LYING, [("sum", HOLDS, "88.4分", "88.4分"), ("rate", HOLDS, "86.40%", "86.40%")]),
    ("a table that lies on its side, a score wrong", LYING.replace("21.6", "22.6"), [("sum", FAILS, "88.4分", "89.4分"), ("rate", FAILS, "86.40%", "90.40%")]),
]

TRAPS += [
    ("words with blanks are no table", "办公室 财务科 人事科\n主任 2 人\n科员 5 人\n合计 9 人"),
    ("a column that is no sum", "年度 平均单价\n2021 3.50\n2022 4.20\n合计 3.90"),
]
