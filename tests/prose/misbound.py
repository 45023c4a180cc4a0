"""What was measured by the figures of another statement: rows as in `sentences`, traps as (name, text)."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

MISBOUND = [
    ("what income leaves, and last year's beside it", "2023年收入8642.30万元，同比增加312.40万元；支出8216.80万元，同比增加286.10万元；收支结余425.50万元，上年收支结余399.20万元。", "balance", UNSURE, "399.20万元", "425.50万元"),
    ("what income leaves, and the same told again by a slip", "2023年收入8642.30万元，同比增加312.40万元；支出8216.80万元，同比增加286.10万元；收支结余425.50万元，年末收支结余452.50万元。", "balance", FAILS, "452.50万元", "425.50万元"),
    ("what income leaves, which is told nowhere", "2023年收入8642.30万元，同比增加312.40万元；支出8216.80万元，同比增加286.10万元；收支结余452.50万元。", "balance", FAILS, "452.50万元", "425.50万元"),
    ("a sum that is the base of its own rate is printed of something else", "新增岗位546个，完成目标510个的107.06%，其中市区62个、乡镇448个。", "sum", FAILS, "546个", "510个"),
    ("a fall of what was told before, behind one of its parts", "三公经费决算15.96万元。公务用车费12.80万元，公务接待费3.16万元；较2022年决算16.42万元减少0.46万元。", "change", UNSURE, "0.46万元", "13.26万元"),
    ("a fall of what nothing told before", "三公经费决算15.97万元。公务用车费12.80万元，公务接待费3.16万元；较2022年决算6.42万元减少3.76万元。", "change", FAILS, "3.76万元", "3.26万元"),
    ("a rate with what its bracket takes in, wrong", "共设指标31个，其中完成27个、基本完成3个、未完成1个，完成率（含基本完成）93.55%。", "rate", FAILS, "93.55%", "96.77%"),
    ("a rate of the first of three outcomes, wrong", "共设指标31个，其中完成27个、基本完成3个、未完成1个，完成率97.10%。", "rate", FAILS, "97.10%", "87.10%"),
    ("a rate of a budget that its bracket takes something from", "年度预算460.00万元，支出391.00万元，执行率（剔除年末下达资金）95.37%。", "rate", UNSURE, "95.37%", "85.00%"),
    ("a rate of a budget that nothing is taken from", "年度预算460.00万元，支出391.00万元，执行率为95.00%。", "rate", FAILS, "95.00%", "85.00%"),
]  # fmt: skip

MISBOUND_TRAPS = [
    ("how many there are to one", "全县生师比12.36:1，其中小学11.42:1、初中10.83:1、普通高中13.22:1。"),
    ("one to so many", "医护比为1:1.52，其中县医院1:1.46、中医院1:1.73。"),
    ("one to so many, the last without a point", "床护比为1:0.64，其中县医院1:0.58、中医院1:1。"),
    ("what one round of several covers", "开展检查4轮188处次，每轮覆盖47处，覆盖率100%。"),
    ("what each gets is no part of those who get it", "培训学员186人，每期覆盖62人，覆盖率100%。"),
    ("two of the names before, and what they come to", "河道清淤268.50万元、堤防加固195.72万元、闸门更换143.20万元、自动监测88.64万元。其中河道清淤和堤防加固两个项目支出464.22万元。"),
    ("two of the names before, the second named last", "河道清淤268.50万元、堤防加固195.72万元、闸门更换143.20万元。其中堤防加固与闸门更换支出338.92万元。"),
    ("a rate with what its bracket takes in", "共设指标31个，其中完成27个、基本完成3个、未完成1个，完成率（含基本完成）96.77%。"),
    ("a rate with what its bracket takes in of another word", "共设指标31个，其中完成27个、部分完成3个、未完成1个，完成率（含基本完成）96.77%。"),
    ("the original value of the opening and of the closing", "年末固定资产原值8347.20万元，比年初的7862.40万元净增484.80万元；年末原值中，房屋5215.30万元，设备3131.90万元。"),
    ("prizes of which the first grade has a verb", "共评选优秀项目8个、良好项目14个、合格项目3个、不合格项目1个。"),
    ("bodies graded by a verb of their own", "认定优秀基地6个、良好基地15个、合格基地9个。"),
    ("loans of two kinds that overlap, and taxes in the sentence behind", "贷款余额12.86亿元，其中小微贷款4.62亿元，涉农贷款6.18亿元，交叉1.24亿元。全年税收86420万元，占计划84000万元的102.88%。增值税34260万元，增长8.1%；所得税12680万元；其他39480万元。"),
    ("a mean in the sentence before, and what is divided", "日均接听来电73.5个。服务外包给两家公司，其中东片区和西片区划分为162个网格。"),
    ("what a budget is spent on, its own total untold", "调整后预算865.40万元。\n其中，基本支出516.28万元、项目支出325.88万元，执行率97.31%。"),
    ("what came in, and what was spent on two functions", "本年收入1584.32万元，其中财政拨款1571.87万元、其他收入12.45万元。按功能分类，教育支出1428.36万元，卫生健康支出90.21万元。"),
    ("what was done beyond the plan in its own words", "完成护栏116公里，超出计划6公里，完成率105.5%。"),
    ("those who got work, and where, told behind their number", "期满后实现就业的共797人，其中留用579人、到其他单位就业218人，就业率82.33%。"),
    ("two bases one behind the other, what was spent told elsewhere", "与预算312.00万元相比节约25.85万元，节约率8.29%；与上年298.46万元相比减少12.31万元。"),
    ("a fall against one base and a saving against another", "与上年26.08万元比减少1.35万元，降幅5.18%；与预算27.00万元比节约2.27万元。"),
    ("a rate of an explicit base, of what changed by it", "支出1623.96万元。与2021年的1584.20万元相比，增支38.80万元，增幅2.45%。"),
    ("what income leaves of the spending, and the rate of the budget", "上年收入6614.00万元。全年决算总支出6297.35万元，支出预算执行率98.09%，当年收支结余316.65万元。"),
    ("what a fund leaves, and spending by its kinds above", "基本支出1986.32万元，占58.11%；项目支出1431.94万元，占41.89%。失业保险基金征缴1.64亿元，支出0.98亿元，当年结余0.66亿元。"),
    ("an aim and what was reached are no parts of those before", "年末入住老人347人。集中供养老人目标值125人，实际值132人。"),
    ("one amount told twice is no base of itself", "2022年接待费0.92万元。接待费0.92万元，比上年增加0.09万元。"),
]  # fmt: skip
