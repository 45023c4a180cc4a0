"""Lists that do not foot as they were taken, and that have another reading: (name, text, kind, verdict, stated, recomputed); see sentences.py."""

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
    ("more names than counted behind them, of which the first may be other words", "按照要求，镇党委、政府设置党政办公室、经济办公室、民政办公室、人口和计生办公室、综治办公室5个党政机构。", "count", UNSURE, "5个", "7个"),
    ("fewer names than counted behind them", "按职责，分设党政办公室、经济办公室、民政办公室、计生办公室、综治办公室7个党政机构。", "count", FAILS, "7个", "5个"),
    ("so many of each", "新增车辆5辆，分别为机关2辆，文化馆1辆，图书馆流动车和宣传车各1辆。", "sum", UNSURE, "5辆", "4辆"),
    ("so many, one miscounted", "新增车辆5辆，分别为机关2辆，文化馆1辆，图书馆1辆。", "sum", FAILS, "5辆", "4辆"),
    ("cells of a form run together", "资金总额5其中：拨款1020其他资金1030。", "parts", UNSURE, "5", "2050"),
    ("numbers without a unit, a point out of place", "资金总额20其中：拨款150其他资金5。", "parts", FAILS, "20", "155"),
]  # fmt: skip
