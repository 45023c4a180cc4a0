"""Which figure is meant where two stand there, told by the words: the whole that a list names, the base that a year names, what is not; see sentences.py."""

HOLDS, FAILS = "holds", "fails"

_STAFF = "全院在编813人，空编7名。其中技术人员561人，管理人员140人，工勤人员112人。"

DIVIDED = [
    ("the subject of a division is the part told before", _STAFF + "技术人员按职称分：高级137人，中级279人，初级145人。", "sum", HOLDS, "561人", "561人"),
    ("the subject of a division is the part told before, one wrong", _STAFF + "技术人员按职称分：高级137人，中级279人，初级155人。", "sum", FAILS, "561人", "571人"),
    ("money that a division names", "支出合计640.00万元，其中基本支出240.00万元，项目支出400.00万元。项目支出按用途分：设备100.00万元，修缮120.00万元，其他200.00万元。", "sum", FAILS, "400.00万元", "420.00万元"),
]  # fmt: skip

DIVIDED_TRAPS = [
    ("the subject of a division is told without a number", "全所在编93人，技术人员61人占多数，管理人员20人，工勤人员12人。科研骨干按职称分：高级11人，中级9人，初级2人，未定级1人。"),
    ("what is divided is part of a part", "支出合计640.00万元，其中基本支出240.00万元，项目支出400.00万元。设备购置支出按用途分：教学100.00万元，办公120.00万元。"),
    ("the subject of a division lies within the one amount told", "全校教职工93人，均已参加考核。专任教师按职称分：高级11人，中级39人，初级8人，未定级1人。"),
]  # fmt: skip

_AIMED = "全县转移就业{}人，超额完成年度任务9500人，完成率103.4%，其中省外4210人、省内3105人、县内2505人。"

AIMED = [
    ("an aim between a whole and its parts", _AIMED.format(9820), "sum", HOLDS, "9820人", "9820人"),
    ("an aim between a whole and its parts, the whole wrong", _AIMED.format(9830), "sum", FAILS, "9830人", "9820人"),
    ("the rate of a done aim, wrong", "全县转移就业9820人，超额完成年度任务9500人，完成率108.4%。", "rate", FAILS, "108.4%", "103.37%"),
    ("an aim right before the parts", "全年改造危房820户，超额完成年度目标800户，其中甲镇310户、乙镇290户、丙镇270户。", "sum", FAILS, "820户", "870户"),
    ("an aim that alone is told", "全年完成改造计划800户，其中甲镇310户、乙镇290户、丙镇200户。", "sum", HOLDS, "800户", "800户"),
]  # fmt: skip

AIMED_TRAPS = [
    ("how much more than the aim was done", "全年完成造林3.2万亩，超额完成年度计划3.0万亩的6.7%。"),
]  # fmt: skip

_AGAINST_LAST = "某局2021年度绩效自评报告\n接待费支出4.35万元，控制在预算以内。2020年接待费支出为{}万元，同比减少0.45万元，下降{}%。"

BASES = [
    ("what last year's amount changed by", _AGAINST_LAST.format("4.80", "9.38"), "change", HOLDS, "9.38%", "9.38%"),
    ("what last year's amount changed by, the rate wrong", _AGAINST_LAST.format("4.80", "9.83"), "change", FAILS, "9.83%", "9.38%"),
    ("an earlier year's amount against its own year before", "某局2021年度绩效自评报告\n2020年接待费支出为4.80万元，比2019年减少0.45万元，下降8.57%。", "change", HOLDS, "8.57%", "8.57%"),
    ("an earlier year's amount against no year", _AGAINST_LAST.format("4.90", "8.87"), "change", FAILS, "8.87%", "8.41%"),
    ("the base alone behind 同 and before 比", "在校学生同2020年的8640人比，减少216人，降幅2.5%。", "change", HOLDS, "2.5%", "2.50%"),
    ("the base alone behind 同 and before 比, rate wrong", "在校学生同2020年的8640人比，减少216人，降幅2.8%。", "change", FAILS, "2.8%", "2.50%"),
    ("the base alone before 比较", "与2020年执行数864.00万元比较，2021年增加21.60万元，增长2.8%。", "change", FAILS, "2.8%", "2.50%"),
]  # fmt: skip

BASES_TRAPS = [
    ("grades of which the lower is the better", "耕地质量等级由6.4等提升至6.1等，提升0.3个等级。"),
]  # fmt: skip

MEANS = [
    ("a mean of the number and the amount right before it", "发放甲类补助126人、18.90万元；发放乙类补助89人次、13.35万元，人均1500元。", "formula", HOLDS, "1500元", "1500元"),
    ("a mean of the number and the amount right before it, wrong", "发放甲类补助126人、18.20万元；发放乙类补助89人次、13.35万元，人均2700元。", "formula", FAILS, "2700元", "1500元"),
    ("a mean of people off by more than rounding", "全年办班7期，培训业务人员571人次，平均每期83人次。", "formula", FAILS, "83人次", "81.6人次"),
    ("a mean of people with its digits exchanged", "全年办班7期，培训业务人员571人次，平均每期28人次。", "formula", FAILS, "28人次", "81.6人次"),
    ("so many for each of them, exactly", "全年办班7期，每期82人次，共培训571人次。", "formula", FAILS, "571人次", "574人次"),
]  # fmt: skip

MEANS_TRAPS = [
    ("a mean of all places behind semicolons", "甲镇31户24.30万元；乙镇22户39.66万元；丙镇20户30.24万元；丁镇56户40.98万元，户均1.05万元。"),
    ("a mean in whole people is rounded", "全年办班7期，培训业务人员571人次，平均每期82人次。"),
    ("a mean in whole people rounded down", "全年办班7期，培训业务人员570人次，平均每期81人次。"),
    ("a mean of another measure than the people", "全年办班12期、培训3600人次，平均每期发放资料210份。"),
    ("a mean rounded too far to tell of what it is", "全市有卫生院16个、卫生室210个，配备医生430人，平均每个3人。"),
]  # fmt: skip

_NET = "完成变更19项，净增造价{}万元，其中增加造价92.80万元、核减造价28.45万元。"

NETS = [
    ("what came and went behind what is left of them", _NET.format("64.35"), "balance", HOLDS, "64.35万元", "64.35万元"),
    ("what came and went behind what is left of them, wrong", _NET.format("64.53"), "balance", FAILS, "64.53万元", "64.35万元"),
    ("people who came and went behind a net loss", "全县净减少人口320人，其中迁入410人，迁出730人。", "balance", HOLDS, "320人", "320人"),
    ("people who left and came behind a net outflow", "全年净流出人口1860人，其中流入3120人、流出4980人。", "balance", HOLDS, "1860人", "1860人"),
    ("loans given and repaid behind what is left of them, wrong", "新增贷款净额210.00万元，其中投放420.00万元，收回300.00万元。", "balance", FAILS, "210.00万元", "120.00万元"),
    ("a cut with all parts cut, wrong", "调减预算45.00万元，其中基本支出调减12.00万元、项目支出调减37.00万元。", "sum", FAILS, "45.00万元", "49.00万元"),
    ("a net rise that is divided among its kinds", "净增贷款102.80万元，其中工业72.35万元、农业30.45万元。", "sum", HOLDS, "102.80万元", "102.80万元"),
]  # fmt: skip

NETS_TRAPS = [
    ("a cut with one part raised", "调减预算45.00万元，其中基本支出调增12.00万元、项目支出调减57.00万元。"),
    ("a net rise with a third flow", "净增投资54.35万元，其中调增102.80万元、调减38.45万元、退回10万元。"),
]  # fmt: skip

_TARGETS = "240项指标中，实际值不低于目标值的210项，未达标30项，达标率{}%。"

DENIED = [
    ("what is not stands right before the rate of what is, wrong", _TARGETS.format("78.5"), "rate", FAILS, "78.5%", "87.50%"),
    ("all but what is not", "抽检样品60批次，不合格3批次，合格率95%。", "rate", HOLDS, "95%", "95.00%"),
    ("all but what is not, digits exchanged", "抽检样品60批次，不合格3批次，合格率59%。", "rate", FAILS, "59%", "95.00%"),
    ("the rate of what is not", "抽检样品60批次，合格57批次，不合格3批次，不合格率15%。", "rate", FAILS, "15%", "5.00%"),
]  # fmt: skip

DENIED_TRAPS = [
    ("the whole and what is not, before two rates", "抽查项目45个，未达标4个，达标率91.1%，整改4个，整改率100%。"),
    ("what is not stands right before the rate of what is", _TARGETS.format("87.5")),
    ("a rate of what is that no slip leads to from what is not", "抽检样品60批次，不合格3批次，合格率98.2%。"),
]  # fmt: skip

_BLOCKS = "当年完成收入862.40万元，完成支出850.10万元。收入包括两块：拨款收入753.20万元，其他收入{}，占收入总额的比重分别是87.34%、12.66%。"

UNITS = [
    ("a part in 元 called 万元 where its share is told", _BLOCKS.format("1092000万元"), "unit", FAILS, "1092000万元", "1092000元"),
    ("a whole in 万元 called 元 where the share of a part is told", "收入总额862.40元，其中拨款收入753.20万元，占收入总额的87.34%。", "unit", FAILS, "862.40元", "862.40万元"),
]  # fmt: skip

UNITS_TRAPS = [
    ("a part in 元 where its share is told", _BLOCKS.format("1092000元")),
    ("a share of a whole that goes unsaid, far below the part", "办公费862.40万元。全县接待收入1092000万元，占全省总收入的3.42%。"),
]  # fmt: skip

_AIDS = "发放甲类补助268.43万元，惠及603人；发放乙类补助117.90万元，惠及126人；发放丙类补助89人次、13.35万元，人均1500元。"

GATHERED = [
    ("as many amounts as the sentence behind them counts", _AIDS + "三项补助资金合计399.68万元。", "sum", HOLDS, "399.68万元", "399.68万元"),
    ("as many amounts as the sentence behind them counts, wrong", _AIDS + "三项补助资金合计389.68万元。", "sum", FAILS, "389.68万元", "399.68万元"),
    ("two amounts and their sum, digits exchanged", "甲项目支出268.43万元，验收3次。乙项目支出117.90万元，验收4次。两项合计368.33万元。", "sum", FAILS, "368.33万元", "386.33万元"),
]  # fmt: skip

GATHERED_TRAPS = [
    ("more items than the amounts before", _AIDS + "四项补助资金合计410.20万元。"),
    ("two amounts and a sum far from theirs", "甲项目支出268.43万元，验收3次。乙项目支出117.90万元，验收4次。两项合计751.26万元。"),
    ("a budget and what was spent of it", "甲项目预算268.43万元。乙项目支出117.90万元。两项合计387.33万元。"),
]  # fmt: skip

MEANT = DIVIDED + AIMED + BASES + MEANS + NETS + DENIED + UNITS + GATHERED
MEANT_TRAPS = DIVIDED_TRAPS + AIMED_TRAPS + BASES_TRAPS + MEANS_TRAPS + NETS_TRAPS + DENIED_TRAPS + UNITS_TRAPS + GATHERED_TRAPS
