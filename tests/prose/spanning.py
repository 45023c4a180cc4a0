"""What spans sentences and paragraphs, in our own words: rows as in `sentences`."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

_YEAR = (
    "一、收入支出总体情况\n2022年度收入总计860.35万元，其中：本年收入800.10万元，使用非财政拨款结余10.20万元，年初结转和结余50.05万元。"
    "支出总计860.35万元，其中：本年支出790.30万元，结余分配5.25万元，年末结转和结余64.80万元。\n"
)
_FISCAL = "二、财政拨款情况\n本年财政拨款收入500.40万元。财政拨款支出合计498.10万元，主要用于运转。\n年初财政拨款结转和结余31.00万元。年末财政拨款结转和结余33.30万元。"

YEAREND = [
    ("the money of a year told in two lists", _YEAR, "balance", HOLDS, "64.80万元", "64.80万元"),
    ("the money of a year, what is left wrong", _YEAR.replace("64.80", "68.40"), "balance", FAILS, "68.40万元", "64.80万元"),
    ("the money of a year, what was given out wrong", _YEAR.replace("790.30", "793.30"), "balance", FAILS, "64.80万元", "61.80万元"),
    ("the money of a year told sections apart", "2022年度收入合计800.10万元，比上年多。\n2022年度支出合计790.30万元。\n年初结转和结余50.05万元。\n年末结转和结余59.85万元。", "balance", HOLDS, "59.85万元", "59.85万元"),
    ("the money of a year told sections apart, wrong", "2022年度收入合计800.10万元，比上年多。\n2022年度支出合计790.30万元。\n年初结转和结余50.05万元。\n年末结转和结余58.95万元。", "balance", FAILS, "58.95万元", "59.85万元"),
    ("the money of a year, far too much left", _YEAR.replace("64.80", "97.80"), "balance", FAILS, "860.35万元", "893.35万元"),
    ("public money apart from all money", _YEAR + _FISCAL, "balance", HOLDS, "33.30万元", "33.30万元"),
    ("public money apart from all money, wrong", _YEAR + _FISCAL.replace("33.30", "32.30"), "balance", FAILS, "32.30万元", "33.30万元"),
    ("what all received and used is one number", "2022年度收、支总计832.40万元。\n本年收入合计800.10万元。\n年初结转和结余32.30万元。", "balance", HOLDS, "832.40万元", "832.40万元"),
]  # fmt: skip

YEAREND_TRAPS = [
    ("an item of another kind goes unsaid", "2022年度收入合计800.10万元。\n2022年度支出合计790.30万元。\n年初结转和结余50.05万元。\n年末结转和结余47.12万元。"),
    ("all money and public money", "本年收入合计800.10万元。\n本年支出合计790.30万元。\n年初财政拨款结转和结余31.00万元。\n年末财政拨款结转和结余40.90万元。"),
    ("a fund of its own", "2022年度收入合计800.10万元。\n2022年度支出合计790.30万元。\n三、政府性基金情况\n年初结转和结余50.05万元。\n年末结转和结余58.95万元。"),
    ("last year's opening", "2021年度收入合计800.10万元。\n2022年度支出合计790.30万元，2021年初结转和结余50.05万元。\n2022年年末结转和结余58.95万元。"),
    ("one item is told with two amounts", "2022年度收入合计800.10万元。\n2022年度支出合计790.30万元，下属单位本年支出90.30万元。\n年初结转和结余50.05万元。\n年末结转和结余58.95万元。"),
]  # fmt: skip

RATINGS = [
    ("grades of all projects", "对24个项目开展自评，涉及资金120.50万元。自评结果为“优”的20个、“良”的3个、“中”的1个。", "count", HOLDS, "24个", "24个"),
    ("grades of all projects, one wrong", "对24个项目开展自评，涉及资金120.50万元。自评结果为“优”的20个、“良”的3个、“中”的2个。", "count", FAILS, "24个", "25个"),
    ("grades in numbers", "纳入自评的项目共10个，自评等次为一等的6个、二等的4个。", "count", HOLDS, "10个", "10个"),
    ("grades in numbers, one too few", "纳入自评的项目共10个，自评等次为一等的6个、二等的3个。", "count", FAILS, "10个", "9个"),
    ("grades without quotes", "涉及项目9个，资金38.17万元。评价结果为优的7个、良的2个。", "count", HOLDS, "9个", "9个"),
]  # fmt: skip

RATING_TRAPS = [
    ("grades of some", "对24个项目开展自评，其中评为优的6个、评为良的3个。"),
    ("two numbers of projects", "纳入自评的项目18个，重点评价项目12个。自评结果为优的9个、良的2个。"),
    ("the projects of another paragraph", "对24个项目开展自评。\n评价结果为优的7个、良的2个。"),
    ("single grade", "对24个项目开展自评，自评结果为优的23个。"),
]  # fmt: skip

MEANS = [
    ("a mean of scores", "4名专家评分分别为88.00分、90.50分、86.00分、91.50分，平均得分89.00分。", "formula", HOLDS, "89.00分", "89.00分"),
    ("a mean of scores, wrong", "4名专家评分分别为88.00分、90.50分、86.00分、91.50分，平均得分89.50分。", "formula", FAILS, "89.50分", "89.00分"),
    ("a mean rounded in its last place", "3名专家评分分别为88分、90分、90分，平均得分89.33分。", "formula", HOLDS, "89.33分", "89.33分"),
    ("a mean rounded the other way", "3名专家评分分别为88分、90分、90分，平均得分89.34分。", "formula", FAILS, "89.34分", "89.33分"),
    ("a mean of single scores", "甲项目自评得分96分，乙项目自评得分93分，丙项目自评得分99分，三个项目平均得分96分。", "formula", HOLDS, "96分", "96分"),
    ("a mean of single scores, wrong", "甲项目自评得分96分，乙项目自评得分93分，丙项目自评得分99分，三个项目平均得分97分。", "formula", FAILS, "97分", "96分"),
    ("how many are at least so much", "各月得分依次为88.6分、90.1分、91.3分、86.2分，平均89.05分，其中90分以上的月份2个。", "count", HOLDS, "2个", "2个"),
    ("how many are at least so much, wrong", "各月得分依次为88.6分、90.1分、91.3分、86.2分，平均89.05分，其中90分以上的月份3个。", "count", FAILS, "3个", "2个"),
]  # fmt: skip

MEAN_TRAPS = [
    ("a weighed mean", "三个单位得分分别为88分、90分、95分，按资金加权后平均得分92分。"),
    ("without the extremes", "4名专家评分分别为80.00分、90.50分、86.00分、99.50分，去掉最高分和最低分，平均得分88.25分。"),
    ("a mean of others", "甲项目得分96分，乙项目得分93分，全部12个项目平均得分97分。"),
    ("a bound that one just reaches", "各月得分依次为88.6分、90.0分、91.3分、86.2分，其中90分以上的月份1个。"),
]  # fmt: skip

_SCORES = "得分情况如下：\n一级指标 | 分值 | 得分\n项目决策 | 15 | 13.20\n项目过程 | 25 | 21.60\n项目产出 | 35 | 31.50\n项目效果 | 25 | 22.10\n合计 | 100 | 88.40\n"

DIMENSIONS = [
    ("a score in the table and in a sentence", _SCORES + "产出方面得分31.50分，完成较好。", "repeat", HOLDS, "31.50分", "31.50分"),
    ("a score in the table and in a sentence, wrong", _SCORES + "项目产出得分31.05分，完成较好。", "repeat", FAILS, "31.05分", "31.50分"),
    ("a score of the table without a verb", "综合得分88.40分，其中决策13.20分、过程21.60分、产出31.50分、效果21.10分。\n" + _SCORES, "repeat", FAILS, "21.10分", "22.10分"),
    ("the indicators of a dimension of the table", _SCORES + "项目决策中，立项5分得5分、目标5分得3.7分、投入5分得4.5分。", "sum", HOLDS, "13.20分", "13.20分"),
    ("the indicators of a dimension of the table, wrong", _SCORES + "项目决策中，立项5分得5分、目标5分得3.2分、投入5分得4.5分。", "sum", FAILS, "13.20分", "12.70分"),
    ("the indicators of a dimension told before", "综合得分93.00分，其中：决策20分，得19.00分；过程80分，得74.00分。\n决策20分中，到位率12分，得11.25分；执行率8分，得7.75分。", "sum", HOLDS, "19.00分", "19.00分"),
    ("the indicators of a dimension told before, wrong", "综合得分93.00分，其中：决策20分，得19.00分；过程80分，得74.00分。\n决策20分中，到位率12分，得11.25分；执行率8分，得7.57分。", "sum", FAILS, "19.00分", "18.82分"),
]  # fmt: skip

DIMENSION_TRAPS = [
    ("some indicators of a dimension", _SCORES + "项目决策中，立项5分得5分、目标5分得3.2分。"),
    ("another assessment", _SCORES + "上年度项目产出得分28.00分。"),
    ("other points", _SCORES + "自评时项目产出40分，得31.05分。"),
    ("what was cut", _SCORES + "项目产出扣31.05分。"),
    ("two tables", _SCORES + "另一项目的情况如下：\n" + _SCORES.replace("31.50", "31.05").replace("22.10", "22.55") + "项目产出得分31.05分。"),
]  # fmt: skip

_TREE = (
    "综合得分94.93分。\n（一）产出指标（50分，自评得47分）\n1.数量指标（30分，得29分）。任务全部完成。\n2.时效指标（20分，得18分）。有两项推迟。\n"
    "（二）效益指标（30分，自评得29分）\n农户受益。\n（三）满意度指标（10分，自评得9.5分）。满意率较高。\n（四）预算执行（10分，自评得9.43分）。按执行率计算。"
)

TREES = [
    ("a heading and those below it", _TREE, "sum", HOLDS, "47分", "47分"),
    ("all headings and the total", _TREE, "sum", HOLDS, "94.93分", "94.93分"),
    ("a heading and those below it, wrong", _TREE.replace("得18分", "得19分"), "sum", FAILS, "47分", "48分"),
    ("all headings and the total, wrong", _TREE.replace("得29分）\n农", "得27分）\n农"), "sum", FAILS, "94.93分", "92.93分"),
    ("what was cut together", "因推迟扣1.2分，因资料不全扣0.5分，共扣1.7分。", "sum", HOLDS, "1.7分", "1.7分"),
    ("what was cut together, wrong", "因推迟扣1.2分，因资料不全扣0.5分，共扣1.9分。", "sum", FAILS, "1.9分", "1.7分"),
    ("what was cut together, of all", "一是执行率低，扣1分；二是资料不全，扣0.5分；三是检查不足，扣1分。以上共扣2.5分。", "sum", HOLDS, "2.5分", "2.5分"),
    ("what was cut together, of all, wrong", "一是执行率低，扣1分；二是资料不全，扣0.5分；三是检查不足，扣1分。以上共扣3.5分。", "sum", FAILS, "3.5分", "2.5分"),
    ("what was cut in so many places, wrong", "数量扣0.57分。质量扣1.0分。时效扣2.0分，三项共扣3.75分。", "sum", FAILS, "3.75分", "3.57分"),
    ("subtotals of what was cut", "过程因执行率扣0.28分；效益因预警扣1分、宣传扣0.5分，共扣1.5分；满意度扣0.4分。以上合计扣2.18分。", "sum", HOLDS, "2.18分", "2.18分"),
    ("subtotals of what was cut, wrong", "过程因执行率扣0.28分；效益因预警扣1分、宣传扣0.5分，共扣1.5分；满意度扣0.4分。以上合计扣3.18分。", "sum", FAILS, "3.18分", "2.18分"),
]  # fmt: skip

TREE_TRAPS = [
    ("headings of one rank are not below each other", "（一）决策（20分，得18分）。略。\n（二）过程（10分，得9分）。略。\n（三）产出（10分，得8分）。略。\n（四）效益（60分，得55分）。略。"),
    ("some of those below a heading", "（一）产出（50分，得47分）\n1.数量（30分，得28分）。略。\n2.时效（10分，得8分）。略。\n（二）效益（50分，得40分）。略。"),
    ("two totals", _TREE.replace("得29分）\n农", "得27分）\n农") + "\n另一项目综合得分88分。"),
    ("cut together with what another paragraph says", "执行率低，扣1分；资料不全，扣0.5分，共扣2.5分。"),
    ("cut for each", "每少一项扣1分，扣完为止。每超一天扣0.5分，以上合计扣分不超过5分。"),
]  # fmt: skip

PRODUCTS = [
    ("a mean before its list", "对3个项目开展自评，平均得分95.33分，其中甲项目95分、乙项目94分、丙项目97分。", "formula", HOLDS, "95.33分", "95.33分"),
    ("a mean before its list, wrong", "对3个项目开展自评，平均得分95.83分，其中甲项目95分、乙项目94分、丙项目97分。", "formula", FAILS, "95.83分", "95.33分"),
    ("what each gets on average", "购置展板260个、3.90万元，平均每个150元。", "formula", HOLDS, "150元", "150元"),
    ("what each gets on average, wrong", "购置展板260个、3.90万元，平均每个180元。", "formula", FAILS, "180元", "150元"),
    ("what each gets on average, rounded", "接待支出7184.00元，接待96人次，人均74.83元。", "formula", HOLDS, "74.83元", "74.83元"),
    ("what each gets on average, a place lower", "接待支出7184.00元，接待96人次，人均74.93元。", "formula", FAILS, "74.93元", "74.83元"),
    ("a price between number and amount", "购置展柜12个，单价6.8万元，共81.60万元。", "formula", HOLDS, "81.60万元", "81.60万元"),
    ("a price between number and amount, its point wrong", "购置展柜12个，单价0.68万元，共81.60万元。", "formula", FAILS, "81.60万元", "8.16万元"),
    ("what each saves", "监护仪预算单价3.2万元，中标单价2.86万元，单台节约3400元，60台共节约20.40万元。", "formula", HOLDS, "3400元", "3400元"),
    ("what each saves, wrong", "监护仪预算单价3.2万元，中标单价2.86万元，单台节约340元，60台共节约20.40万元。", "formula", FAILS, "340元", "3400元"),
    ("what all save, wrong", "监护仪预算单价3.2万元，中标单价2.86万元，单台节约3400元，60台共节约24.40万元。", "formula", FAILS, "24.40万元", "20.40万元"),
    ("a day's money and a year's", "膳食补助按每生每天5元、全年200天计算，每生每年1000元。", "formula", HOLDS, "1000元", "1000元"),
    ("a day's money and a year's, wrong", "膳食补助按每生每天5元、全年200天计算，每生每年800元。", "formula", FAILS, "800元", "1000元"),
    ("a multiple", "供养标准为每月884元，为低保标准680元的1.3倍。", "formula", HOLDS, "884元", "884元"),
    ("a multiple that rounding just allows", "供养标准为每月917元，为低保标准680元的1.3倍。", "formula", HOLDS, "917元", "884元"),
    ("a multiple that rounding no longer allows", "供养标准为每月919元，为低保标准680元的1.3倍。", "formula", FAILS, "919元", "884元"),
    ("a rate for all of an area", "项目区亩均增产85公斤，按5.2万亩计算，年增产442.0万公斤。", "formula", HOLDS, "442.0万公斤", "442.0万公斤"),
    ("a rate for all of an area, its point wrong", "项目区亩均增产85公斤，按5.2万亩计算，年增产44.2万公斤。", "formula", FAILS, "44.2万公斤", "442.0万公斤"),
    ("money of a year and of eight", "服务期8年，年服务费4386.00万元，8年合计35088.00万元。", "formula", HOLDS, "35088.00万元", "35088.00万元"),
    ("money of a year and of eight, wrong", "服务期8年，年服务费4386.00万元，8年合计30588.00万元。", "formula", FAILS, "30588.00万元", "35088.00万元"),
]  # fmt: skip

PRODUCT_TRAPS = [
    ("a mean of more than is listed", "对12个项目开展自评，平均得分95.25分，其中甲项目97分、乙项目98分、丙项目94分。"),
    ("a mean of other money", "接待支出7184.00元，接待14批次96人次，其他活动人均210.00元。"),
    ("about so much each", "购置展板260个、3.90万元，平均每个约180元。"),
    ("a price of another thing", "购置展柜12个，另购支架，单价6.8万元，运费3.00万元。"),
    ("a day's money for at least so many days", "膳食补助按每生每天5元、不少于200天计算，每生每年800元。"),
    ("an area of which a part counts", "项目区亩均增产85公斤，面积5.2万亩，年增产44.2万公斤以上。"),
]  # fmt: skip

_CARS = "公务用车运行维护费28.35万元，较上年支出数31.20万元减少2.85万元，下降9.13%。公务接待费3.48万元。\n公务用车保有量为9辆；国内公务接待36批次268人。"

APART = [
    ("what is left of a year's budget", "全年预算数238.77万元。全年支出219.18万元，年末结转19.59万元。", "balance", HOLDS, "19.59万元", "19.59万元"),
    ("what is left of a year's budget, wrong", "全年预算数238.77万元。全年支出219.18万元，年末结转19.95万元。", "balance", FAILS, "19.95万元", "19.59万元"),
    ("one of the balance in another unit", "本年收入6428.56万元，比上年多。\n本年支出6435.03万元。\n年初结转和结余218.46万元。年末结转和结余211.99元。", "unit", FAILS, "211.99元", "211.99万元"),
    ("what every car costs", _CARS + "人均接待费129.85元，车均维护费3.15万元。", "formula", HOLDS, "3.15万元", "3.15万元"),
    ("what every car costs, wrong", _CARS + "人均接待费129.85元，车均维护费3.94万元。", "formula", FAILS, "3.94万元", "3.15万元"),
    ("what every guest costs, wrong", _CARS + "人均接待费192.85元，车均维护费3.15万元。", "formula", FAILS, "192.85元", "129.85元"),
    ("a distance from the target told before", "目标：周边居民满意度不低于90%。\n经调查，周边居民满意度94.76%，超过目标值4.76个百分点。", "change", HOLDS, "4.76个百分点", "4.76个百分点"),
    ("a distance from the target told before, wrong", "目标：周边居民满意度不低于90%。\n经调查，周边居民满意度94.76%，超过目标值6.76个百分点。", "change", FAILS, "6.76个百分点", "4.76个百分点"),
    ("a distance below the target", "目标：周边居民满意度不低于90%。\n经调查，周边居民满意度84.70%，低于目标值5.30个百分点。", "change", HOLDS, "5.30个百分点", "5.30个百分点"),
    ("a rate of return behind the parts", "发放问卷1800份，收回有效问卷1752份，其中学生问卷1176份，有效回收率97.33%。", "rate", HOLDS, "97.33%", "97.33%"),
    ("a rate of return behind the parts, wrong", "发放学生问卷1200份、家长问卷600份，共1800份，收回有效问卷1752份，其中学生问卷1176份、家长问卷576份，有效回收率93.77%。", "rate", FAILS, "93.77%", "97.33%"),
]  # fmt: skip

APART_TRAPS = [
    ("money given back", "全年预算数238.77万元。全年支出219.18万元，年末结转11.02万元，其余由财政收回。"),
    ("several amounts under one name", _CARS + "下属单位公务接待费1.20万元，接待80人。人均接待费150.00元。"),
    ("two targets", "目标：周边居民满意度不低于90%，农户满意度不低于95%，师生满意度不低于85%。\n经调查，满意度94.76%，超过目标值4.66个百分点。"),
    ("the target of another rate", "目标：设备完好率不低于90%。\n经调查，周边居民满意度94.76%，超过目标值6.76个百分点。"),
    ("returned in two rounds", "发放问卷1800份，第一轮收回问卷1152份，第二轮收回问卷600份，回收率66.33%。"),
]  # fmt: skip

TARIFFS = [
    ("groups with a rate each", "托养支出31.20万元，寄宿12人，每人每年10000元；日间16人，每人每年6000元；居家64人，每人每年1500元。", "formula", HOLDS, "31.20万元", "31.20万元"),
    ("groups with a rate each, one rate wrong", "托养支出31.20万元，寄宿12人，每人每年10000元；日间16人，每人每年6000元；居家64人，每人每年1800元。", "formula", FAILS, "31.20万元", "33.12万元"),
    ("groups with a rate a month", "按年龄，甲组594人，每人每月50元；乙组24人，每人每月300元。按12个月测算，全年需资金44.28万元。", "formula", HOLDS, "44.28万元", "44.28万元"),
    ("groups with a rate a month, total wrong", "按年龄，甲组594人，每人每月50元；乙组24人，每人每月300元。按12个月测算，全年需资金42.48万元。", "formula", FAILS, "42.48万元", "44.28万元"),
]  # fmt: skip

TARIFF_TRAPS = [
    ("some groups of a total", "救助支出88.20万元，其中寄宿12人，每人每年10000元；日间16人，每人每年6000元；其他按实际支付。"),
    ("one group", "救助支出88.20万元，其中寄宿12人，每人每年10000元。"),
    ("rates for other things", "救助支出88.20万元，寄宿12人，每户每年10000元；日间16人，每户每年6000元。"),
]  # fmt: skip

SPANNING = TARIFFS + YEAREND + RATINGS + MEANS + DIMENSIONS + TREES + PRODUCTS + APART
SPANNING_TRAPS = TARIFF_TRAPS + YEAREND_TRAPS + RATING_TRAPS + MEAN_TRAPS + DIMENSION_TRAPS + TREE_TRAPS + PRODUCT_TRAPS + APART_TRAPS
