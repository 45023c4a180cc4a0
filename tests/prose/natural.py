"""What published texts hold beside their sentences, and sentences that leave another reading, in our own words: rows as in `sentences`."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

NATURAL = [
    ("a share that is right of another amount of the text", "本年支出650.10万元。培训费116.40万元，占总支出的13.70%。年初预算849.60万元。", "share", UNSURE, "13.70%", "17.90%"),
    ("a share that is right of no amount of the text", "本年支出650.10万元。培训费116.40万元，占总支出的13.70%。年初预算869.60万元。", "share", FAILS, "13.70%", "17.90%"),
    ("a share of a whole that a narrow page broke", "全年一般公共预算支出总额850000.00元，\n社会保障支出116433.12元，占一般公共预算支\n出总额的14.70%，同比增加16803.36元。", "share", FAILS, "14.70%", "13.70%"),
    ("a share of the whole that another one implies", "工资支出预算905709.06元，占基本支出预算79.89%。\n补助支出预算73200元，占基本支出预算6.45%。", "share", UNSURE, "6.45%", "6.46%"),
    ("a share of the whole that another one implies, wrong", "工资支出预算905709.06元，占基本支出预算79.89%。\n补助支出预算73200元，占基本支出预算6.54%。", "share", FAILS, "6.54%", "6.46%"),
    ("a rate rounded to one place and printed with two", "公用经费185.41万元，比上年增加4.68万元，增长2.60%。", "change", UNSURE, "2.60%", "2.59%"),
    ("a rate that ends with a nought and is wrong", "公用经费185.41万元，比上年增加4.68万元，增长2.50%。", "change", FAILS, "2.50%", "2.59%"),
    ("what divides the whole behind the last part of another list", "改造危房179户，分别是：甲镇59户、乙镇63户、丙乡14户、丁乡43户，其中C级58户、D级121户。", "sum", HOLDS, "179户", "179户"),
    ("what divides the last part of a list and is above it", "改造危房179户，分别是：甲镇59户、乙镇63户、丙乡14户、丁乡43户，其中C级18户、D级52户。", "parts", FAILS, "43户", "70户"),
    ("two changes of two amounts in a row", "包括购置费14.00万元和运行费127.00万元，与上年相比，分别减少18.00万元和56.00万元，下降56.25%和30.60%。", "change", HOLDS, "30.60%", "30.60%"),
    ("two changes of two amounts in a row, the first rate wrong", "包括购置费14.00万元和运行费127.00万元，与上年相比，分别减少18.00万元和56.00万元，下降52.65%和30.60%。", "change", FAILS, "52.65%", "56.25%"),
    ("a rate that was rounded twice", "规模36399.0亿元，较上年减少571.6亿元，下降1.6%。", "change", UNSURE, "1.6%", "1.55%"),
    ("a rate that was rounded up", "规模36399.0亿元，较上年减少568.6亿元，下降1.6%。", "change", FAILS, "1.6%", "1.54%"),
    ("shares that were all cut off", "支出1252.22万元，其中教育746.07万元，占59.57%；科技305.48万元，占24.39%；文化59.20万元，占4.72%；卫生141.47万元，占11.29%。", "shares", UNSURE, "100%", "99.97%"),
    ("one part above a total of one noun", "征缴收入合计111.28万元，其中农村征缴收入112.27万元。", "parts", FAILS, "111.28万元", "112.27万元"),
]  # fmt: skip

NATURAL_TRAPS = [
    ("goals with their numbers", "年度资金总额1100万元。目标1：1290平方米冷库建设，投资400万元；目标2：烘干设备购置及安装550万元；目标3：变压器3台，投资150万元。"),
    ("cells of a form that run together", "年度资金总额:303010100.00%10其中:本年财政拨款3030其他资金\n成本指标项目总投资1530万元30万元10"),
    ("paid up to a rate of the price", "合同总价853.40万元，签订后支付30%即256.02万元，验收后支付至97%即827.80万元，剩余3%作为质保金。"),
    ("what was spent in a part of the year beside the rate of all of it", "截至11月底支出135.74万元，支出进度60.00%；12月当月支出79.18万元，占全年支出的36.84%，全年预算226.23万元，预算执行率95.00%。"),
    ("what is given away of an item, before its own list", "三、体育设施2605.37万元；其中补助地方1767.19万元。 1、场馆补助849.70万元； 2、路径补助803.50万元； 3、活动中心68.59万元； 4、其他开支883.58万元。"),
    ("what is given away of an item, before the next item", "（一）举办赛事993.64万元，其中补助地方896.20万元。 （二）人才培养135.14万元，其中补助地方68.20万元。 （三）参加运动会770.24万元。 （四）其他支出329.13万元。"),
    ("a table with tabs in one line", "单位 编制数 在职人数 控制率 机关\t37\t35\t94.59% 监察队\t18\t16\t88.89% 监测站\t24\t22\t91.67% 合计\t79\t73\t92.41%"),
    ("seven items of which one is left out", "下达资金2263万元。其中：河流治理1435万元，水库维护25万元，饮水维护55万元，小流域治理700万元，山洪防治6万元，水资源管理14万元，水价改革18万元。"),
    ("types of things with a hyphen", "全省布局12架直升机（其中：租用1架M-26直升机、2架H-125直升机、1架K-32直升机、6架M-171直升机；调拨2架）。"),
    ("cells of three columns that run together", "实际使用情况(万元)142其中:中央财政其中:中央财政省财政144省财政144142市县财政0市县财政0"),
    ("a row told three times", "资金（万元）其中:中央财政4676 其中:中央财政4676 其中:中央财政4676 省财政14145.06 省财政14145.06省财政14145.06"),
    ("a project of its own amount", "山歌项目40万元、竹编项目2万元。保护资金下达42万元，资金到位率100%，竹编项目已划拨，使用率100%；山歌项目资金使用334896元，资金使用率83.72%。"),
    ("money kept before what was left", "本级留用1024.90万元，上年结余464.14万元，体育部门支出656.90万元，财政部门支出362.14万元，年末结余470.00万元。"),
    ("another expense fell", "公务接待费4.94万元。与上年相比，会议费减少2.94万元，下降19.23%。"),
    ("one tax rose", "全年实现税收604.94万元，其中企业所得税增长16.52%，增收18.22万元。"),
    ("one standard and another", "城市低保标准由每人每月624元提高到686元，农村低保标准提高5.2%。"),
    ("a part that rose by a rate of its own", "基金支出79.17亿元，较上年增支3.96亿元，增长5.27%，其中养老金支出增长8.88%，占基金支出的95.52%。"),
    ("another base in the next clause", "财政拨款收入604.94万元，比年初预算增加120.99万元，增长25.00%；比上年决算增长16.52%。"),
    ("a change whose word is missing", "2023年预算数570.02万元，较2022年决算数441.63万元129.41万元，增长29.30%，其中：运行维护费预算数478.19万元。"),
    ("what a part of a list is mainly", "转移性收入10.77亿元，其中：一般性转移支付收入10.72亿元，主要为税收返还收入0.75亿元；专项转移支付收入0.05亿元。"),
    ("what a part of a list that is all of it is mainly", "转移性收入9.42亿元，其中：一般性转移支付收入9.42亿元，较上年减少1.31亿元，主要为税收返还0.75亿元。"),
    ("what each of them gets, though the text names no head", "1.全市普通小学为11128.87元。其中，农村为11227.42元。\n2.全市普通初中为14972.07元。其中，农村为14441.68元。"),
    ("two kinds of projects with their right shares, which are not all", "统筹资金1799.47万元，其中产业类989.71万元，占55.00%，基础设施类539.84万元，占30.00%。"),
    ("revenue on two bases", "预算收入（自然口径）完成2858.30万元，增长10.85%，增收279.80万元；预算收入（同口径）完成3016.10万元，增长14.60%，增收437.60万元。"),
]  # fmt: skip
