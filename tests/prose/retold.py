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
    ("villages, three households short", "改造厕所177户，每户奖补1350元；其中东庄村62户、西岭村48户、南坪村36户、北沟村28户。", "sum", FAILS, "177户", "174户"),
    ("two wards, ten beds short", "实有床位420张，其中病房一区230张、二区180张。", "sum", FAILS, "420张", "410张"),
    ("digits of one count exchanged", "培训312人次，其中法律知识196人次、急救技能47人次、安全生产42人次。", "sum", FAILS, "312人次", "285人次"),
    ("the rest is told", "领取补助的732人中，高龄老人190人、孤儿90人、残疾人258人、其他114人。", "sum", FAILS, "732人", "652人"),
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

_INCOME = "全年总收入20000.00万元，其中：拨款2454万元，占总收入的12.27%；医疗收入17376.00万元，占总收入的86.88%；其余收入170.00万元"
_LEVELS = "中央资金1520.00万元，省级资金300.00万元，市级资金180.00万元，合计2000.00万元。"

SIBLINGS = [
    ("a share beside two of the same whole", _INCOME + "，占总收入的1.75%。", "share", FAILS, "1.75%", "0.85%"),
    ("three shares whose parts were told before", _LEVELS + "中央资金占76.00%，省级资金占15.00%，市级资金占19.00%。", "share", FAILS, "19.00%", "9.00%"),
    ("a rate of the number right before", "网格内随机抽检42座，合格41座，抽检合格率79.62%。", "rate", FAILS, "79.62%", "97.62%"),
    ("one digit of a rate of the number right before", "回访居民80名，答复满意的77名，实际值86.25%。", "rate", FAILS, "86.25%", "96.25%"),
    ("counted otherwise than what it is a rate of", "新设岗位2480个，到岗人员1912人，到岗率71.70%。", "rate", FAILS, "71.70%", "77.10%"),
]  # fmt: skip

SIBLING_TRAPS = [
    ("a share of another whole in other words", _INCOME.replace("，占总收入的12.27%", "") + "，占预算收入的1.75%。"),
    ("a share of its own in a new sentence", _LEVELS + "中央资金占76.00%。市级资金占到位数的19.00%。"),
    ("a rate of a whole that was not told", "电话回访80人，表示满意的77人，家属方面的实际完成值91.43%。"),
]  # fmt: skip

_TOWNS = "完成道路硬化121.0公里，涉及乡镇5个。\n"
_BENEFITS = "全年补助资金1870.30万元。伤残人员186人，其中住城区80人、住乡镇106人。\n"

PARCELLED = [
    ("towns, digits exchanged", _TOWNS + "按乡镇分：东桥镇31.5公里、南河镇28.2公里、西山镇18.6公里、北岭镇25.4公里、中湾乡19.1公里。", "sum", FAILS, "121.0公里", "122.8公里"),
    ("grades within a number told above", _BENEFITS + "伤残人员中，甲等6人、乙等48人、丙等123人。", "sum", FAILS, "186人", "177人"),
    ("quarters of a total in other words", "两项发放合计2310.40万元。\n按季度统计，一季度615.20万元、二季度512.35万元、三季度683.46万元、四季度544.39万元。", "sum", FAILS, "2310.40万元", "2355.40万元"),
    ("one digit of a row that says how it divides", "改造房屋129户，其中重建46户、加固83户。\n按乡镇统计：东桥镇41户、南河镇32户、西山镇18户、北岭镇43户。", "sum", FAILS, "129户", "134户"),
    ("a point out of place", "疫情防控经费3216.41万元。\n疫情防控经费中，设备1186.25万元、耗材146.28万元、物资408.15万元、人员159.21万元。", "sum", FAILS, "3216.41万元", "1899.89万元"),
    ("persons and money, the money wrong", "发放2126.81万元、404人，其中：甲类186人、发放1265.40万元；乙类115人、发放390.95万元；丙类103人、发放407.46万元。", "sum", FAILS, "2126.81万元", "2063.81万元"),
    ("of a number, in one clause", "129户中重建46户、修缮加固88户。", "sum", FAILS, "129户", "134户"),
    ("levels of government without another word", "场馆补助240万元（中央60万元、省级30万元、市级105万元），支出218.60万元。", "sum", FAILS, "240万元", "195万元"),
    ("behind what was aimed at", "新增就业546人，完成目标510人的107.06%，其中市本级62人、区县448人。", "sum", FAILS, "546人", "510人"),
]  # fmt: skip

PARCELLED_TRAPS = [
    ("towns of which some are named", _TOWNS + "其中东桥镇31.5公里、南河镇28.2公里。"),
    ("towns of another number", _TOWNS + "按乡镇分：东桥镇8.4公里、南河镇6.1公里、西山镇7.7公里。"),
    ("kinds in several units", "比任务1300台多86台。其中犁具220台、割晒机98台、播种机140台、微耕机455台、无人机87架、其他386台。"),
    ("a team is no middle", "内设6个科室、2个中队、1个服务站。"),
    ("the row gives another amount of the text", _TOWNS + "其中主干道118.2公里。按乡镇分：东桥镇59.9公里、南河镇58.3公里。"),
]  # fmt: skip

WORKINGS = [
    ("a product in brackets", "下半年发放491.70万元（16788名×250元）。", "formula", FAILS, "491.70万元", "419.70万元"),
    ("a product in brackets, right", "应筹资金2520.60万元（42.01万人×60元/人）。", "formula", HOLDS, "2520.60万元", "2520.60万元"),
    ("a mean in brackets", "消防员经费268.80万元（65人，人均4.8万元）。", "formula", FAILS, "268.80万元", "312.00万元"),
    ("a price a month in brackets", "临聘费14.40万元（3人，每人每月400元）。", "formula", FAILS, "14.40万元", "0.12万元"),
    ("so many from each", "问卷2000份（20个县各10份），均已收回。", "formula", FAILS, "2000份", "200份"),
    ("so many in each, all of them", "下设3个工作小组，每组4人，共14人。", "formula", FAILS, "14人", "12人"),
    ("two digits of a price exchanged", "列支资金160万元，改建5座泵站，每座23万元。", "formula", FAILS, "160万元", "115万元"),
    ("a price of each county", "普通县42个、每县拨160万元，计6720万元；重点县32个、每县拨320万元，计7360万元。", "formula", FAILS, "7360万元", "10240万元"),
]  # fmt: skip

WORKING_TRAPS = [
    ("every quarter", "化验水样680份（170处每季度1份）。"),
    ("for ten months", "劳务费8.00万元（2人，每人每月4000元）。"),
    ("two groups, one total", "国家级10家、每家20万元，市级24家、每家15万元，共560万元。"),
]  # fmt: skip

BASED = [
    ("points, the base behind in brackets", "秸秆利用率88.7%，比上年提高2.7个百分点（上年87.0%）。", "change", FAILS, "2.7个百分点", "1.7个百分点"),
    ("points, the base behind in brackets, right", "秸秆利用率84.6%，比上年提高1.4个百分点（上年83.2%）。", "change", HOLDS, "1.4个百分点", "1.4个百分点"),
    ("points the other way", "自来水普及率93.2%，比上年下降0.7个百分点（上年92.5%）。", "change", FAILS, "0.7个百分点", "-0.7个百分点"),
    ("a growth, the base behind in brackets", "经营支出2223.46亿元，比2017年增长11.0%（2017年为2023.42亿元）。", "change", FAILS, "11.0%", "9.89%"),
    ("an amount falls, its rate rises", "2018年比2017年减少160人，增长5.71%。", "change", FAILS, "5.71%", "-5.71%"),
    ("a number, its part and the rate, the part wrong", "特岗教师计划招聘85人，实际到岗97人，到岗率92.94%。", "rate", FAILS, "92.94%", "114.12%"),
    ("a number, its part and the rate, the number wrong", "监察经费53.20万元，支出31.20万元，执行率88.64%。", "rate", FAILS, "88.64%", "58.65%"),
    ("a budget with what was added, far too little", "年初预算2600.00万元，年中追加30.00万元，全年预算2900.00万元。", "balance", FAILS, "2900.00万元", "2630.00万元"),
]  # fmt: skip

BASED_TRAPS = [
    ("the base of one of two amounts", "受理301件，办结290件，同比下降10.42%（2022年为336件）。"),
    ("a rate of a third amount", "实到79人。培训91人，考核85人，考核到岗率92.94%。"),
    ("the last of a list and a rate of all", "流转耕地7.11万亩，其中东片2.96万亩、中片2.51万亩、西片1.64万亩，流转率67.08%。"),
    ("an amount falls, another rate rises", "全年减少160人，就业率增长5.71%。"),
    ("all of those counted in another unit", "随机访问居民1500人，有效答卷1420个，其中满意1100人、基本满意260人、不满意60人。"),
    ("none of a kind, some of others", "下属二级单位0个，其中行政机构7个，其他事业机构4个。"),
]  # fmt: skip

FURTHER_TOLD = [
    ("contentment in four grades", "812份有效问卷中，非常满意598份、比较满意127份、一般33份、不满意9份。", "sum", FAILS, "812份", "767份"),
    ("a price a month for the months told", "护林员36人每人每月900元，全年按10个月计算需32.40万元。", "formula", HOLDS, "32.40万元", "32.40万元"),
    ("a price a month for the months told, wrong", "护林员36人每人每月900元，全年按10个月计算需34.20万元。", "formula", FAILS, "34.20万元", "32.40万元"),
    ("a price for so many months", "工资性支出252.00万元（50人，每人每月2400元，12个月）。", "formula", FAILS, "252.00万元", "144.00万元"),
    ("a part and its share, the part wrong", "抽查凭证126份，附件不全的17份，占8.73%。", "rate", FAILS, "8.73%", "13.49%"),
    ("households and persons, the persons wrong", "城市对象12.50万户、20.10万人，农村对象98.40万户、153.28万人，城乡对象合计172.48万人。", "sum", FAILS, "172.48万人", "173.38万人"),
    ("above the budget told before", "申请养老补助452.30万元，缴费补助70.6万元。实际需要缴费补助124.83万元，超出预算金额45.23万元。", "balance", FAILS, "45.23万元", "54.23万元"),
    ("parts of what the sentence before names", "向企业注入资本金1386.50亿元。其中：结构调整支出812.30亿元，产业发展支出364.20亿元，科技进步支出228.00亿元。", "sum", FAILS, "1386.50亿元", "1404.50亿元"),
]  # fmt: skip

FURTHER_TRAPS = [
    ("a mean is no total", "30所学校在编540人，校均18人，其中高级职称122人。"),
    ("what a part of the rest is of", "全年安排1600万元，支出1380.25万元，结余219.75万元。结余较多的4家合计结余134.22万元，占全部结余的61.08%，其余85.53万元分布在其他单位。"),
    ("points that end a line are no total of money", "全年预算数312.6071 全年执行数312.6071 分值10 得分10\n其中：当年财政拨款312.6071"),
    ("a share moved in its last place", "在用设备2368.91万元，登记设备3271.77万元，在用2368.91万元，占72.41%。"),
    ("what was carried over, as a rate", "本年支出3767.10万元，年末结转198.27万元，结转率5.00%。"),
    ("above another budget", "申请养老补助452.30万元。实际需要缴费补助124.83万元，超出预算金额17.40万元。"),
    ("kinds counted in different units", "新增3个站点、18人，改造2处，合计26人次。"),
]  # fmt: skip

SEVERAL_TRAPS = [
    ("each of its own number", "全区泵站40座，井盖120座。\n抽查泵站12座、井盖30座，分别占总数的30.00%和25.00%。"),
    ("scores of another assessment", "指标 分值 得分\n决策 20 18\n过程 25 21\n产出 35 31\n效果 20 17\n合计 100 87\n去年决策20分得16分，过程25分得22分，产出35分得32分，效果20分得19分。"),
]  # fmt: skip

RETOLD = [*RESTATED, *LEFTOVER, *YEARS_LEFT, *CENSUS, *SIBLINGS, *PARCELLED, *WORKINGS, *BASED, *FURTHER_TOLD]
RETOLD_TRAPS = [*RESTATED_TRAPS, *LEFTOVER_TRAPS, *YEARS_LEFT_TRAPS, *CENSUS_TRAPS, *SIBLING_TRAPS, *PARCELLED_TRAPS, *SEVERAL_TRAPS, *WORKING_TRAPS, *BASED_TRAPS, *FURTHER_TRAPS]
