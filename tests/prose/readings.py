"""Figures that stand right beside what they are worked out from, in the wordings that no other table has: rows as in `sentences`, traps as (name, text)."""

HOLDS, FAILS = "holds", "fails"

_LAST_YEAR = "全年支出343.44万元，主要用于运转。上年支出352.71万元，本年同比{}9.27万元。"
_TWICE = "办理法律援助案件1,286件。\n二、绩效\n情况良好。\n三、产出\n"

LEFT = [
    ("what is left of a budget", "预算安排628.00万元，支出596.42万元，结余31.58万元。", "balance", HOLDS, "31.58万元", "31.58万元"),
    ("what is left of a budget, digits exchanged", "预算安排628.00万元，支出596.42万元，结余35.18万元。", "balance", FAILS, "35.18万元", "31.58万元"),
    ("what is still due", "应收186户，已收172户，尚有14户未缴。", "balance", HOLDS, "14户", "14户"),
    ("what is still due, two too many", "应收186户，已收172户，尚有16户未缴。", "balance", FAILS, "16户", "14户"),
    ("what is left of a plan, wrong", "计划完成60个村，实际完成54个，剩余8个村结转下年实施。", "balance", FAILS, "8个", "6个"),
    ("a budget and the account, told the other way", "基本支出预算684.20万元，决算652.17万元，增加32.03万元。", "change", FAILS, "32.03万元", "-32.03万元"),
    ("what came and went of people in care", "年初在院救助对象126人，年内新入38人，离院42人，年末在院122人。", "balance", HOLDS, "122人", "122人"),
    ("what came and went of people in care, wrong", "年初在院救助对象126人，年内新入38人，离院42人，年末在院128人。", "balance", FAILS, "128人", "122人"),
]  # fmt: skip

LEFT_TRAPS = [
    ("left with what was carried over", "预算安排628.00万元，支出596.42万元，结余51.58万元（含上年结转20.00万元）。"),
    ("left of a budget and of more than that", "到位资金420.00万元，支出388.65万元，结余97.20万元。"),
    ("some were let off", "应收186户，已收172户，减免4户，尚有10户未缴。"),
    ("some are still looked at", "应保2,680人，已保2,680人，尚有12人正在审核。"),
    ("kept of a contract", "合同金额862.40万元，已支付689.92万元，质保金43.12万元。"),
    ("the account against another year", "基本支出预算684.20万元，决算652.17万元，比上年增加32.03万元。"),
    ("some moved besides", "年初在园幼儿426人，本年新入128人，毕业142人，转学6人，年末406人。"),
]  # fmt: skip

EVENLY = [
    ("persons a household", "转移安置群众236户、684人，户均2.9人。", "formula", HOLDS, "2.9人", "2.9人"),
    ("persons a household, wrong", "转移安置群众236户、684人，户均3.9人。", "formula", FAILS, "3.9人", "2.9人"),
    ("persons a course, wrong", "办班12期，培训960人，平均每期90人。", "formula", FAILS, "90人", "80人"),
    ("guards a town, wrong", "16个乡镇共聘用护林员384人，平均每个乡镇26人。", "formula", FAILS, "26人", "24人"),
    ("what each cooperative earns, in the wrong unit", "农机合作社47家，实现服务收入1984万元，社均收入42.2元。", "formula", FAILS, "42.2元", "422127.7元"),
]  # fmt: skip

EVENLY_TRAPS = [
    ("days a course", "举办培训班12期，培训960人次，平均每期3天。"),
    ("a wage a month", "劳务费8.00万元（2人，每人每月4000元）。"),
    ("spent by a rate of the budget", "扶持资金预算4300.00万元，执行率98.04%，惠及企业86户，户均49.02万元。"),
    ("of all places behind semicolons", "甲镇31户24.30万元；乙镇22户39.66万元；丁镇56户40.98万元，户均0.96万元。"),
    ("just within rounding", "举办活动86场，参与3,569人次，场均42人次。"),
    ("cut off", "举办活动86场，参与3,603人次，场均41人次。"),
]  # fmt: skip

LISTED = [
    ("towns", "工作扎实，在东河、西岭、南坪3个乡镇开展试点。", "count", HOLDS, "3个", "3个"),
    ("towns, one too many", "工作扎实，在东河、西岭、南坪4个乡镇开展试点。", "count", FAILS, "4个", "3个"),
    ("stages, one too many", "制度健全，重点抓好项目申报、资金拨付、绩效评价四个环节。", "count", FAILS, "四个", "3个"),
    ("waterworks, one too many", "年内新建了滨江、城西和开发区4座水厂。", "count", FAILS, "4座", "3座"),
    ("rules by their titles, one too many", "出台了《项目管理办法》《资金管理办法》和《绩效考核办法》四项制度。", "count", FAILS, "四项", "3项"),
    ("rules by their titles, one too few", "修订《项目管理办法》《资金管理办法》和《绩效考核办法》两项制度。", "count", FAILS, "两项", "3项"),
    ("where 和 may stand within a name", "从投入、过程、产出和效果三个维度进行评价。", "count", HOLDS, "三个", "3个"),
]  # fmt: skip

LISTED_TRAPS = [
    ("villages of three towns", "在甲镇、乙镇、丙镇5个村开展试点。"),
    ("among others", "覆盖东河、西岭、南坪等5个乡镇。"),
    ("roads around some places", "整治学校、医院、车站周边4个方面。"),
    ("projects of three kinds", "完成道路、桥梁、涵洞4个项目。"),
    ("the first name stands before a comma", "东河，西岭、南坪、北滩4个乡镇。"),
    ("communities of some quarters", "完成城东、城西、城南片区5个社区改造。"),
    ("towns and villages", "检查了东河、西岭、南坪4个乡镇和12个村。"),
]  # fmt: skip

ROWS = [
    ("a bare row behind its total", "全年放映公益电影2,856场，农村2,412场、社区286场、校园158场。", "sum", HOLDS, "2856场", "2856场"),
    ("a bare row behind its total, digits exchanged", "全年放映公益电影2,856场，农村2,412场、社区286场、校园185场。", "sum", FAILS, "2856场", "2883场"),
    ("kinds that the total names, wrong", "新建改建公路86.4公里，新建36.2公里，改建53.8公里。", "sum", FAILS, "86.4公里", "90.0公里"),
    ("four quarters, wrong", "第一季度支出186.20万元，第二季度242.60万元，第三季度189.40万元，第四季度312.80万元，全年940.00万元。", "sum", FAILS, "940.00万元", "931.00万元"),
    ("men and women, wrong", "男职工86人，女职工45人，职工总数140人。", "sum", FAILS, "140人", "131人"),
    ("a bare list and its total, wrong", "三家医院门诊量分别为12.46万人次、8.32万人次和5.17万人次，总门诊量29.55万人次。", "sum", FAILS, "29.55万人次", "25.95万人次"),
    ("three crops, wrong", "种植小麦12.6万亩、玉米18.4万亩、大豆3.2万亩，三大作物合计32.4万亩。", "sum", FAILS, "32.4万亩", "34.2万亩"),
]  # fmt: skip

ROWS_TRAPS = [
    ("some of them", "全年支出682.40万元，设备购置426.18万元，培训68.32万元，宣传24.60万元。"),
    ("schools of other kinds besides", "全县有学校28所，小学14所，初中9所，高中4所。"),
    ("grades without a total", "评为优的7个、良的13个、中的3个、差的1个。"),
    ("full marks and the score", "五类指标满分分别为10分、15分、20分、30分、25分，总得分95.2分。"),
    ("posts and those who left", "人员编制24名，年末实有在职人员23人，退休人员4人。"),
    ("an aim and what was done", "新增就业目标1447人，实际完成1800人；失业人员再就业261人，困难人员就业106人。"),
    ("three quarters and a year", "第一季度支出186.20万元，第二季度242.60万元，第三季度198.40万元，全年940.00万元。"),
]  # fmt: skip

TURNED = [
    ("a rate before what it is of", "事故起数同比下降18.75%，由2021年的64起降至52起。", "change", HOLDS, "18.75%", "18.75%"),
    ("a rate before what it is of, over the wrong year", "事故起数同比下降23.08%，由2021年的64起降至52起。", "change", FAILS, "23.08%", "18.75%"),
    ("from, to and by how much, wrong", "案件平均审理天数由62天缩短至54天，缩短18天。", "change", FAILS, "18天", "8天"),
    ("last year's amount behind, wrong", "公务接待费3.26万元，较上年减少0.85万元，上年为3.84万元。", "change", FAILS, "0.85万元", "0.58万元"),
    ("both years in brackets behind, wrong", "较上年增加36.42万元，增长6.84%（上年749.38万元，本年785.80万元）。", "change", FAILS, "6.84%", "4.86%"),
    ("both years behind, wrong", "支出较上年增长5.47%，其中上年支出2,684.50万元，本年支出2,807.20万元。", "change", FAILS, "5.47%", "4.57%"),
    ("so many more, wrong", "上年结案2,316件，今年结案2,548件，多结322件。", "change", FAILS, "322件", "232件"),
    ("the other way than told a sentence before", _LAST_YEAR.format("增加"), "change", FAILS, "9.27万元", "-9.27万元"),
    ("operations fewer and told as more", "住院手术3,964台次，较上年的4,152台次增长4.53%。", "change", FAILS, "4.53%", "-4.53%"),
]  # fmt: skip

TURNED_TRAPS = [
    ("the right way", _LAST_YEAR.format("减少")),
    ("the growth of something else", "利润增加36.42万元，收入增长4.86%（上年980.00万元）。"),
    ("against the budget", "支出较预算增长4.57%，上年支出2,600.00万元，本年支出2,807.20万元。"),
    ("both of two falls", "低保户由120户减少为110户，特困户由30户减少为25户，共减少15户。"),
    ("against an aim", "由62天缩短至54天，比目标缩短2天。"),
    ("others than those of last year", "上年结案2,316件，今年受理2,548件，同比多结186件。"),
]  # fmt: skip

BESIDE = [
    ("income and spending in two units", "养老保险基金收入24.18亿元、支出28.64万元。", "unit", FAILS, "28.64万元", "28.64亿元"),
    ("the county's part in 元", "中央资金168万元、省级资金96万元、县级资金152元，全部到位。", "unit", FAILS, "152元", "152万元"),
    ("told again with digits exchanged", "全年" + _TWICE + "数量指标：办理法律援助案件1,268件，完成目标。", "repeat", FAILS, "1268件", "1286件"),
    ("an aim exceeded by a number, wrong", "目标任务120公里，实际完成126公里，超额完成8公里。", "balance", FAILS, "8公里", "6公里"),
    ("an aim exceeded by a rate, wrong", "年度目标培训800人，实际培训842人，超目标5.52%。", "rate", FAILS, "5.52%", "5.25%"),
    ("an aim exceeded by points", "年度目标95%，实际达到96.8%，高于目标1.8个百分点。", "change", HOLDS, "1.8个百分点", "1.8个百分点"),
    ("an aim exceeded by points, wrong", "年度目标95%，实际达到96.8%，高于目标2.8个百分点。", "change", FAILS, "2.8个百分点", "1.8个百分点"),
    ("checked of what was due, wrong", "应检单位246家，实检241家，检查覆盖率99.77%。", "rate", FAILS, "99.77%", "97.97%"),
    ("collected, then what was due, wrong", "全年收缴物业费86.42万元，应收92.80万元，收缴率91.33%。", "rate", FAILS, "91.33%", "93.13%"),
    ("a share before its whole, wrong", "项目支出1,246.80万元，占总支出的53.62%，总支出2,213.80万元。", "rate", FAILS, "53.62%", "56.32%"),
]  # fmt: skip

BESIDE_TRAPS = [
    ("a small amount beside a large one", "养老保险基金收入24.18亿元、支出2,864万元。"),
    ("the county's part for each", "中央资金168万元、省级资金96万元、每户152元。"),
    ("told again of the first half", "上半年" + _TWICE + "全年办理法律援助案件1,268件。"),
    ("two plans", "市里下达任务80座，区里计划84座，实际改造88座，超额完成8座，完成率110%。"),
    ("what was checked and passed", "应检单位246家，实检241家，检查合格率98.5%。"),
    ("in time", "应发放补贴1,200户，已发放1,186户，发放及时率100%。"),
    ("a share of another whole", "项目支出1,246.80万元，占财政拨款支出的59.62%，总支出2,213.80万元。"),
]  # fmt: skip

READINGS = [*LEFT, *EVENLY, *LISTED, *ROWS, *TURNED, *BESIDE]
READINGS_TRAPS = [*LEFT_TRAPS, *EVENLY_TRAPS, *LISTED_TRAPS, *ROWS_TRAPS, *TURNED_TRAPS, *BESIDE_TRAPS]
