"""Totals that a text states again, and what is left or missing by its totals, in our own words: rows as in `sentences`."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

_YEAR = "××镇2022年度整体支出自评报告\n2022年本镇总支出3518.46万元，其中：基本支出1402.10万元，项目支出2116.36万元。\n"

RESTATED = [
    ("a total told again with digits exchanged", _YEAR + "总的来看，全年3581.46万元的支出保障了运转。", "repeat", FAILS, "3581.46万元", "3518.46万元"),
    ("a total told again a hundred off", _YEAR + "一是编制不细，全镇全年总支出3418.46万元，追加较多。", "repeat", FAILS, "3418.46万元", "3518.46万元"),
    ("a total told again with its point out of place", _YEAR + "全镇全年总支出351.846万元，追加较多。", "repeat", FAILS, "351.846万元", "3518.46万元"),
    ("a part told again with two digits wrong", _YEAR + "2022年项目支出2026.36万元进展顺利。", "repeat", FAILS, "2026.36万元", "2116.36万元"),
]  # fmt: skip

RESTATED_TRAPS = [
    ("another noun", _YEAR + "全镇税收收入3581.46万元。"),
    ("last year's amount", _YEAR + "2021年总支出3581.46万元。"),
    ("the budget beside what was spent", _YEAR + "总支出预算3581.46万元。"),
    ("granted beside spent", _YEAR + "全年下达支出指标3581.46万元。"),
    ("hedged", _YEAR + "全年支出约3581.46万元。"),
    ("the difference is told", _YEAR + "全年支出3618.46万元，其中上级垫付100.00万元。"),
    ("digits that are all others", _YEAR + "全年支出3927.05万元。"),
    ("told twice alike", _YEAR + "镇机关全年支出3581.46万元。镇机关支出3581.46万元均已审计。"),
]  # fmt: skip

_PAID = "项目到位资金2640.00万元，累计支付1980.00万元，占到位资金的75.00%"

LEFTOVER = [
    ("left behind a share, a slip", _PAID + "，结存资金690.00万元。", "balance", FAILS, "690.00万元", "660.00万元"),
    ("left, told a sentence later", _PAID + "。结余（未支付）606.00万元。", "balance", FAILS, "606.00万元", "660.00万元"),
]  # fmt: skip

LEFTOVER_TRAPS = [
    ("left of something else", _PAID + "，结余资金413.27万元。"),
    ("left in another paragraph", _PAID + "。\n食堂结余606.00万元。"),
]  # fmt: skip

_IN_OUT = "2023年收入1840.20万元，主要是拨款。\n2023年支出1795.60万元，主要是运行。\n"

YEARS_LEFT = [
    ("a year's money under short names", _IN_OUT + "年初结转结余30.10万元，年末结转结余74.70万元。", "balance", HOLDS, "74.70万元", "74.70万元"),
    ("a year's money under short names, ten too many", _IN_OUT + "年初结转结余30.10万元，年末结转结余84.70万元。", "balance", FAILS, "84.70万元", "74.70万元"),
    ("two amounts left, one of them right", _IN_OUT + "年初结转结余30.10万元，年末结转结余74.70万元。\n问题：年末结转结余77.40万元，偏大。", "balance", FAILS, "77.40万元", "74.70万元"),
    ("income less spending, paragraphs apart", _IN_OUT + "收支结余44.60万元。", "balance", HOLDS, "44.60万元", "44.60万元"),
    ("income less spending, paragraphs apart, wrong", _IN_OUT + "收支结余46.40万元。", "balance", FAILS, "46.40万元", "44.60万元"),
]  # fmt: skip

YEARS_LEFT_TRAPS = [
    ("more was given out", _IN_OUT + "年初结转结余30.10万元，年末结转结余61.35万元。"),
    ("the spending of a part", "2023年收入1840.20万元。\n2023年基本支出1795.60万元。\n收支结余46.40万元。"),
]  # fmt: skip

CENSUS = [
    ("villages, three households short", "改厕完成177户，户均奖补1200元；其中东庄村62户、西岭村48户、南坪村36户、北沟村28户。", "sum", FAILS, "177户", "174户"),
    ("two wards, ten beds short", "开放床位420张，其中住院部一区245张、二区165张。", "sum", FAILS, "420张", "410张"),
    ("digits of one count exchanged", "培训312人次，其中法律知识196人次、急救技能47人次、安全生产42人次。", "sum", FAILS, "312人次", "285人次"),
    ("the rest is told", "享受补助的732人中，老年人186人、未成年人94人、残疾人268人、其他104人。", "sum", FAILS, "732人", "652人"),
    ("classes from the first on", "检查企业96家，其中A类31家、B类42家、C类13家。", "sum", FAILS, "96家", "86家"),
    ("titles down to the lowest", "专业技术人员126人，其中正高级12人、副高级34人、中级51人、初级及以下39人。", "sum", FAILS, "126人", "136人"),
]  # fmt: skip

CENSUS_TRAPS = [
    ("a third of them unnamed", "采购设备96台，其中影像类8台、麻醉类35台。"),
    ("just a third of the smallest part is missing", "采购设备96台，其中影像类62台、检验类21台。"),
    ("marks that the same people bear", "教师98人，其中硕士学历45人、双师型54人。"),
    ("one of the other", "收回96份，其中有效93份、满意90份。"),
    ("classes from the second on", "检查企业96家，其中B类42家、C类13家。"),
    ("and others", "采购设备96台，其中影像类62台、检验类33台等。"),
]  # fmt: skip

_INCOME = "全年总收入15075.50万元，其中：财政拨款1850.30万元，占总收入的12.27%；事业收入13097.58万元，占总收入的86.88%；其他收入127.62万元"
_LEVELS = "中央资金1520.00万元，省级资金300.00万元，市级资金180.00万元，合计2000.00万元。"

SIBLINGS = [
    ("a share beside two of the same whole", _INCOME + "，占总收入的1.75%。", "share", FAILS, "1.75%", "0.85%"),
    ("three shares whose parts were told before", _LEVELS + "中央资金占76.00%，省级资金占15.00%，市级资金占19.00%。", "share", FAILS, "19.00%", "9.00%"),
    ("a rate of the number right before", "网格内随机抽检42座，合格41座，抽检合格率79.62%。", "rate", FAILS, "79.62%", "97.62%"),
    ("one digit of a rate of the number right before", "电话回访80人，表示满意的77人，实际完成值86.25%。", "rate", FAILS, "86.25%", "96.25%"),
    ("counted otherwise than what it is a rate of", "新增见习岗位2480个，实际上岗见习1912人，上岗率71.70%。", "rate", FAILS, "71.70%", "77.10%"),
]  # fmt: skip

SIBLING_TRAPS = [
    ("a share of another whole in other words", _INCOME.replace("，占总收入的12.27%", "") + "，占预算收入的1.75%。"),
    ("a share of its own in a new sentence", _LEVELS + "中央资金占76.00%。市级资金占到位数的19.00%。"),
    ("a rate of a whole that was not told", "电话回访80人，表示满意的77人，家属方面的实际完成值91.43%。"),
]  # fmt: skip

_TOWNS = "完成道路硬化121.0公里，涉及乡镇5个。\n"
_BENEFITS = "全年补助资金1870.30万元。残疾军人186人，其中驻城区80人、驻乡镇106人。\n"

PARCELLED = [
    ("towns, digits exchanged", _TOWNS + "按乡镇分：东桥镇31.5公里、南河镇28.2公里、西山镇18.6公里、北岭镇25.4公里、中湾乡19.1公里。", "sum", FAILS, "121.0公里", "122.8公里"),
    ("grades within a number told above", _BENEFITS + "残疾军人中，一至四级6人、五至六级48人、七至十级123人。", "sum", FAILS, "186人", "177人"),
    ("quarters of a total in other words", "两项发放合计2310.40万元。\n按季度统计，一季度615.20万元、二季度512.35万元、三季度683.46万元、四季度544.39万元。", "sum", FAILS, "2310.40万元", "2355.40万元"),
    ("one digit of a row that says how it divides", "改造房屋129户，其中重建46户、加固83户。\n按乡镇统计：东桥镇41户、南河镇32户、西山镇18户、北岭镇43户。", "sum", FAILS, "129户", "134户"),
    ("a point out of place", "疫情防控经费3216.41万元。\n疫情防控经费中，设备1186.25万元、耗材146.28万元、物资408.15万元、人员159.21万元。", "sum", FAILS, "3216.41万元", "1899.89万元"),
    ("persons and money, the money wrong", "发放2126.81万元、404人，其中：甲类186人、发放1265.40万元；乙类115人、发放390.95万元；丙类103人、发放407.46万元。", "sum", FAILS, "2126.81万元", "2063.81万元"),
    ("of a number, in one clause", "129户中重建46户、修缮加固88户。", "sum", FAILS, "129户", "134户"),
    ("levels of government without another word", "免费开放经费230万元（中央50万元、省级30万元、市级105万元），支出218.60万元。", "sum", FAILS, "230万元", "185万元"),
    ("behind what was aimed at", "新增就业546人，完成目标510人的107.06%，其中市本级62人、区县448人。", "sum", FAILS, "546人", "510人"),
]  # fmt: skip

PARCELLED_TRAPS = [
    ("towns of which some are named", _TOWNS + "其中东桥镇31.5公里、南河镇28.2公里。"),
    ("towns of another number", _TOWNS + "按乡镇分：东桥镇8.4公里、南河镇6.1公里、西山镇7.7公里。"),
    ("kinds in several units", "比任务1200台多86台。其中拖拉机214台、收割机96台、插秧机138台、旋耕机452台、无人机87架、其他299台。"),
    ("a team is no middle", "内设6个科室、2个中队、1个服务站。"),
    ("the row gives another amount of the text", _TOWNS + "其中主干道118.2公里。按乡镇分：东桥镇59.9公里、南河镇58.3公里。"),
]  # fmt: skip

WORKINGS = [
    ("a product in brackets", "秋季学期拨付491.70万元（16788人×250元）。", "formula", FAILS, "491.70万元", "419.70万元"),
    ("a product in brackets, right", "应筹资金3747.24万元（44.61万人×84元/人）。", "formula", HOLDS, "3747.24万元", "3747.24万元"),
    ("a mean in brackets", "消防员经费268.80万元（65人，人均4.8万元）。", "formula", FAILS, "268.80万元", "312.00万元"),
    ("a price a month in brackets", "劳务费9.60万元（2人，每人每月400元）。", "formula", FAILS, "9.60万元", "0.08万元"),
    ("so many from each", "问卷2000份（20个县各10份），均已收回。", "formula", FAILS, "2000份", "200份"),
    ("so many in each, all of them", "下设3个工作小组，每组4人，共14人。", "formula", FAILS, "14人", "12人"),
    ("two digits of a price exchanged", "安排资金160万元，更新5座中转站，每座23万元。", "formula", FAILS, "160万元", "115万元"),
    ("a price of each county", "一般县42个、每县安排160万元，计6720万元；示范县32个、每县安排320万元，计7360万元。", "formula", FAILS, "7360万元", "10240万元"),
]  # fmt: skip

WORKING_TRAPS = [
    ("every quarter", "检测水样676份（169处每季度1份）。"),
    ("for ten months", "劳务费8.00万元（2人，每人每月4000元）。"),
    ("two groups, one total", "国家级12家、每家20万元，省级22家、每家15万元，共570万元。"),
]  # fmt: skip

BASED = [
    ("points, the base behind in brackets", "秸秆综合利用率89.2%，比上年提高2.7个百分点（上年87.5%）。", "change", FAILS, "2.7个百分点", "1.7个百分点"),
    ("points, the base behind in brackets, right", "秸秆综合利用率89.2%，比上年提高1.7个百分点（上年87.5%）。", "change", HOLDS, "1.7个百分点", "1.7个百分点"),
    ("points the other way", "自来水普及率93.2%，比上年下降0.7个百分点（上年92.5%）。", "change", FAILS, "0.7个百分点", "-0.7个百分点"),
    ("a growth, the base behind in brackets", "经营支出1111.73亿元，比2017年决算数增长11.0%（2017年决算数为1011.71亿元）。", "change", FAILS, "11.0%", "9.89%"),
    ("an amount falls, its rate rises", "2018年比2017年减少160人，增长5.71%。", "change", FAILS, "5.71%", "-5.71%"),
    ("a number, its part and the rate, the part wrong", "特岗教师计划招聘85人，实际到岗97人，到岗率92.94%。", "rate", FAILS, "92.94%", "114.12%"),
    ("a number, its part and the rate, the number wrong", "安全监察经费28.46万元，支出22.10万元，执行率88.90%。", "rate", FAILS, "88.90%", "77.65%"),
    ("a budget with what was added, far too little", "年初预算安排3500.00万元，年中追加20.00万元，全年预算3700.00万元。", "balance", FAILS, "3700.00万元", "3520.00万元"),
]  # fmt: skip

BASED_TRAPS = [
    ("the base of one of two amounts", "受理301件，办结290件，同比下降10.42%（2022年为336件）。"),
    ("a rate of a third amount", "实到79人。通知91人，应到85人，到岗率92.94%。"),
    ("the last of a list and a rate of all", "流转耕地7.11万亩，其中东片2.96万亩、中片2.51万亩、西片1.64万亩，流转率67.08%。"),
    ("an amount falls, another rate rises", "全年减少160人，就业率增长5.71%。"),
    ("none of a kind, some of others", "下属二级单位0个，其中行政机构7个，其他事业机构4个。"),
]  # fmt: skip

SEVERAL_TRAPS = [
    ("each of its own number", "全区转运站37座，公厕126座。\n抽查转运站12座、公厕30座，分别占总数的32.43%和23.81%。"),
    ("scores of another assessment", "指标 分值 得分\n决策 20 18\n过程 25 21\n产出 35 31\n效果 20 17\n合计 100 87\n去年决策20分得16分，过程25分得22分，产出35分得32分，效果20分得19分。"),
]  # fmt: skip

RETOLD = [*RESTATED, *LEFTOVER, *YEARS_LEFT, *CENSUS, *SIBLINGS, *PARCELLED, *WORKINGS, *BASED]
RETOLD_TRAPS = [*RESTATED_TRAPS, *LEFTOVER_TRAPS, *YEARS_LEFT_TRAPS, *CENSUS_TRAPS, *SIBLING_TRAPS, *PARCELLED_TRAPS, *SEVERAL_TRAPS, *WORKING_TRAPS, *BASED_TRAPS]
