"""Lists, rates and differences that do not come out as they were taken, and that have another reading: (name, text, kind, verdict, stated, recomputed), traps as (name, text); see sentences.py."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

OTHERWISE = [
    (
        "a list that foots with what stands behind it",
        "办学投入118.57亿元，比上年增加7.87亿元。其中，财政资金办学经费116.60亿元；基金补充办学经费1.94亿元；校办工厂用于办学的0.03亿元。",
        "sum", UNSURE, "118.57亿元", "118.54亿元",
    ),
    (
        "a list that does not foot with what stands behind it either",
        "办学投入118.57亿元，比上年增加7.87亿元。其中，财政资金办学经费116.60亿元；基金补充办学经费1.94亿元；校办工厂用于办学的0.30亿元。",
        "sum", FAILS, "118.57亿元", "118.54亿元",
    ),
    (
        "one of several parts is no total of the others",
        "年初预算225.12万元，其中：教育支出110万元，社会保障支出17.33万元，卫生健康支出6.26万元，住房保障支出5.93万元，其他支出85.60万元。",
        "sum", HOLDS, "225.12万元", "225.12万元",
    ),
    (
        "one of several parts is wrong",
        "年初预算225.12万元，其中：教育支出210万元，社会保障支出17.33万元，卫生健康支出6.26万元，住房保障支出5.93万元，其他支出85.60万元。",
        "sum", FAILS, "225.12万元", "325.12万元",
    ),
    ("all of it is one part, which is one part in its turn", "收入合计138.55万元，其中：本年收入138.55万元，主要是财政拨款138.55万元，事业收入0万元，其他收入0万元。", "sum", UNSURE, "138.55万元", "277.10万元"),
    ("things counted, a few too many", "建设项目共3个，包括道路项目4个。", "parts", FAILS, "3个", "4个"),
    ("the levels of one tree", "共设绩效指标15个，其中一级指标3个，二级指标8个，三级指标15个。", "sum", UNSURE, "15个", "26个"),
    ("… of which the last is not what is counted", "共设绩效指标16个，其中一级指标3个，二级指标8个，三级指标15个。", "sum", FAILS, "16个", "26个"),
    ("those within the posts are all, and those at work count anew", "在职人员编制6人，其中：事业编制6人；在职实有6人。", "parts", UNSURE, "6人", "12人"),
    ("more names than counted behind them, of which the first may be other words", "按照要求，镇党委、政府设置党政办公室、经济办公室、民政办公室、人口和计生办公室、综治办公室5个党政机构。", "count", UNSURE, "5个", "6个"),
    ("fewer names than counted behind them", "按职责，分设党政办公室、经济办公室、民政办公室、计生办公室、综治办公室7个党政机构。", "count", FAILS, "7个", "5个"),
    ("so many of each", "新增车辆5辆，分别为机关2辆，文化馆1辆，图书馆流动车和宣传车各1辆。", "sum", UNSURE, "5辆", "4辆"),
    ("so many, one miscounted", "新增车辆5辆，分别为机关2辆，文化馆1辆，图书馆1辆。", "sum", FAILS, "5辆", "4辆"),
    ("cells of a form run together", "资金总额5其中：拨款1020其他资金1030。", "parts", UNSURE, "5", "2050"),
    ("numbers without a unit, a point out of place", "资金总额20其中：拨款150其他资金5。", "parts", FAILS, "20", "155"),
    ("a rate of the budget as it was cut", "水渠资金下达460万元，支出391万元，支出率88.6%，因收回20万元。", "rate", UNSURE, "88.6%", "85.00%"),
    ("… cut by nobody", "水渠资金下达460万元，支出391万元，支出率88.6%，因雨停工20天。", "rate", FAILS, "88.6%", "85.00%"),
    ("a rate of all that was to be spent, the rest saved", "围墙工程预算460万元，支出391万元，执行率100%（结余部分为招标节约）。", "rate", UNSURE, "100%", "85.00%"),
    ("… some of which alone is saved", "围墙工程预算460万元，支出391万元，执行率88%（结余部分为招标节约）。", "rate", FAILS, "88%", "85.00%"),
    ("a rate of what arrived", "县级资金计划460万元，已到位391万元，到位率95%。", "rate", FAILS, "95%", "85.00%"),
    ("a rate of what was done in all months", "东镇任务460户，完成391户，完成率95%。", "rate", FAILS, "95%", "85.00%"),
    ("what was not paid, of which nothing was saved", "计划投资460万元，已支付391万元，未支付59万元，涉及3家企业。", "sum", FAILS, "460万元", "450万元"),
    ("what one of two spendings has risen by", "基本支出718.20万元，结转200.00万元，与上年支出700.00万元相比增加28.20万元。", "change", FAILS, "28.20万元", "18.20万元"),
    ("a rise called a fall, on a base less by more than that", "全年支出918.20万元，按同口径（剔除划转单位90.00万元）与上年支出960.00万元比较，增加41.80万元。", "change", FAILS, "41.80万元", "-41.80万元"),
    ("two kinds of cases and both, one slip off", "调解纠纷72件、接访群众45件，共127件。", "sum", FAILS, "127件", "117件"),
    ("kinds in a bracket, those of the place itself too", "全市监测点共48个（国控5个、省控14个、市控28个）。", "sum", FAILS, "48个", "47个"),
    ("a total told again with a slip", "收入合计3482.60万元，其中拨款3000.00万元、其他482.60万元。全年收入合计4382.60万元，用于运转。", "repeat", FAILS, "4382.60万元", "3482.60万元"),
]  # fmt: skip

OTHERWISE_TRAPS = [
    ("a rate with what was left of last year", "2021年预算460万元，支出437万元，执行率95%；2022年预算350万元，支出336万元，执行率96%；2023年预算420万元，支出441万元，执行率98%（含上年结转30万元）。"),
    ("a rate of a budget that was raised", "2021年预算460万元，支出437万元，执行率95%；2022年预算350万元，支出336万元，执行率96%；2023年预算420万元，支出441万元，执行率98%，当年追加30万元。"),
    ("all of a budget, some of it kept back", "泵站工程支出437万元，预算460万元，执行率95%；水池工程本年支出378万元，预算420万元，执行率100%，其中42万元为质保金，尚未到期。"),
    ("a rate of what arrived, behind what was spent", "省级资金计划460万元，到位437万元，到位率95%；县级资金计划420万元，已支出378万元，到位率100%。"),
    ("a rate of all months, behind what was done in one", "东镇任务460户，完成437户，完成率95%；西镇任务420户，当月完成110户，完成率97%。"),
    ("a rate of all months, behind what was done anew", "东镇任务460户，完成437户，完成率95%；西镇任务420户，新增完成110户，完成率86.2%。"),
    ("what was not paid, and what was saved", "计划投资460万元，已支付391万元，未支付59万元，节约10万元。"),
    ("what two spendings together have risen by", "基本支出718.20万元，项目支出231.50万元，与上年支出900.00万元相比增加49.70万元。"),
    ("what two spendings together have fallen by, with what was carried over behind them", "拨款支出718.20万元，自有资金支出231.50万元，结转80.00万元，与上年支出960.00万元相比减少10.30万元。"),
    ("what two spendings before what was carried over have not risen by", "拨款支出718.20万元，自有资金支出231.50万元，结转80.00万元，与上年支出960.00万元相比减少99.30万元。"),
    ("a rise on a base that something was taken out of", "全年支出918.20万元，按同口径（剔除划转单位83.60万元）与上年支出960.00万元比较，增加41.80万元。"),
    ("cases taken up and those of them that were closed", "立案72件、结案45件，共127件。"),
    ("cases found and those of them that were handed on", "查处案件72件、移送案件45件，共127件。"),
    ("kinds in a bracket, but for those of the place itself", "全县监测点共48个（国控5个、省控14个、市控28个）。"),
    ("the totals of the year and of all there is, a digit apart", "收入合计2164.00万元，收入总量3164.00万元；支出合计1953.00万元，支出总量2053.00万元。年末结余1111.00万元。"),
]  # fmt: skip
