"""Sentences in our own words with the structures of published reports, as tables: (name, text, kind, verdict, stated, recomputed).

`kind` and `verdict` describe the one claim that the row is about; a row with verdict "none" must state no claim of that kind that fails.
"""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

SUMS = [
    ("total with two parts", "全年支出合计812.40万元，其中：基本支出300.15万元，项目支出512.25万元。", "sum", HOLDS, "812.40万元", "812.40万元"),
    ("total with two parts that miss it", "全年支出合计812.40万元，其中：基本支出300.15万元，项目支出521.25万元。", "sum", FAILS, "812.40万元", "821.40万元"),
    ("rounding of four parts just within", "经费10.0万元，分别为2.55万元、2.55万元、2.45万元、2.52万元。", "sum", HOLDS, "10.0万元", "10.07万元"),
    ("rounding of four parts just outside", "经费10.0万元，分别为2.55万元、2.55万元、2.45万元、2.53万元。", "sum", FAILS, "10.0万元", "10.08万元"),
    ("integers of 万元 stand for half a unit", "项目支出969万元，其中设备购置668.5004万元，运行维护300.50万元。", "sum", HOLDS, "969万元", "969.0004万元"),
    ("yuan are exact to the cent", "支出合计100.00元，其中基本支出40.01元，项目支出60.00元。", "sum", FAILS, "100.00元", "100.01元"),
    ("full-width digits", "支出合计５０．２万元，其中：基本支出２０．１万元，项目支出３０．１万元。", "sum", HOLDS, "50.2万元", "50.2万元"),
    ("thousands separators", "支出合计12,345,678.90元，其中基本支出2,345,678.90元，项目支出10,000,000.00元。", "sum", HOLDS, "12345678.90元", "12345678.90元"),
    ("a list by nature", "本年支出640.00万元，按支出性质区分，人员支出240.00万元，公用支出100.00万元，项目支出300.00万元。", "sum", HOLDS, "640.00万元", "640.00万元"),
    ("a list by nature is complete", "本年支出640.00万元，按支出性质分，人员支出240.00万元，公用支出100.00万元，项目支出280.00万元。", "sum", FAILS, "640.00万元", "620.00万元"),
    ("of which, not all named", "项目支出512.25万元，其中信息系统运维120.30万元、办公设备购置36.80万元。", "parts", UNSURE, "512.25万元", "157.10万元"),
    ("of which, above the total", "项目支出120.30万元，其中信息系统运维112.25万元、办公设备购置36.80万元。", "parts", FAILS, "120.30万元", "149.05万元"),
    ("one item above its total", "项目支出120.30万元，其中信息系统运维312.25万元。", "parts", FAILS, "120.30万元", "312.25万元"),
    ("one digit wrong in a list that is not called complete", "专项经费478.24万元，包括运维43.64万元、线路租赁403.00万元、监控38.00万元、重点工作3.60万元。", "sum", FAILS, "478.24万元", "488.24万元"),
    ("inner list in brackets", "三公经费20.75万元，其中公务用车购置及运行费9.62万元（其中购置0万元，运行9.62万元），公务接待费11.13万元，因公出国（境）费0万元。", "sum", HOLDS, "20.75万元", "20.75万元"),
    ("inner list without brackets", "总支出900.00万元，基本支出401.35万元，包括工资福利支出300.15万元、商品和服务支出101.20万元；项目支出498.65万元。", "sum", HOLDS, "900.00万元", "900.00万元"),
    ("the total is the spending, not the income beside it", "2021年支出数是510.20万元，收入数为508.10万元，其中基本支出210.20万元，项目支出300.00万元。", "sum", HOLDS, "510.20万元", "510.20万元"),
    ("parts, then their total", "安排网络运维30.50万元、系统升级12.30万元，合计42.80万元。", "sum", HOLDS, "42.80万元", "42.80万元"),
    ("income with carry-over added up", "收入决算数1297.48万元，加上级补助收入428.90万元，上年结转收入41.40万元，收入总计1767.78万元。", "sum", HOLDS, "1767.78万元", "1767.78万元"),
    ("people within and outside the establishment", "现有干部职工17人（其中在编人员15人，编外人员2人）。", "sum", HOLDS, "17人", "17人"),
    ("people miscounted", "现有干部职工17人（其中在编人员14人，编外人员2人）。", "sum", FAILS, "17人", "16人"),
    ("people counted by overlapping marks", "现有教职工62人，其中高级职称4人，中级职称25人，党员30人，退休28人。", "parts", UNSURE, "62人", "87人"),
    ("万 without 元 among amounts", "项目支出130.56万元，包括巡检10.20万、运维120.36万元。", "sum", HOLDS, "130.56万元", "130.56万元"),
    ("hedged figures are left alone", "节省一次性投资超过5000万元，其中设备约3000万元，线路约4000万元。", "parts", "none", "", ""),
]

SHARES = [
    ("share of the total of its list", "本年支出812.40万元，其中：基本支出300.15万元，占36.95%；项目支出512.25万元，占63.05%。", "share", HOLDS, "36.95%", "36.95%"),
    ("share cut off instead of rounded", "本年支出合计881.30万元，其中：工资福利支出716.05万元，占81.24%。", "share", FAILS, "81.24%", "81.25%"),
    ("share of a named total", "基本支出300.15万元，其中人员经费250.10万元，占基本支出的83.33%。", "share", HOLDS, "83.33%", "83.33%"),
    ("share of a named total that is wrong", "基本支出300.15万元，其中人员经费250.10万元，占基本支出的88.33%。", "share", FAILS, "88.33%", "83.33%"),
    ("share of a total stated in the sentence before", "本年支出合计4021.94万元。财政拨款支出1264.92万元，占本年支出合计的31.45%。", "share", HOLDS, "31.45%", "31.45%"),
    ("share without decimals", "支出合计300万元，其中设备购置100万元，占33%。", "share", HOLDS, "33%", "33.33%"),
    ("shares add up", "支出合计812.40万元，其中：基本支出300.15万元，占36.95%；项目支出512.25万元，占63.05%。", "shares", HOLDS, "100%", "100.00%"),
    ("shares do not add up", "资产合计197.80万元，其中固定资产净值18.56万元，占比9.38%；无形资产179.24万元，占比98.93%。", "shares", FAILS, "100%", "108.31%"),
    ("share of the whole after a semicolon", "本年支出合计500.20万元。基本支出300.12万元，占总支出的60%；项目支出200.08万元，占总支出的40%。", "share", HOLDS, "40%", "40.00%"),
    ("share of something that the text does not give", "政府采购金额45.10万元，占全区采购规模的3.20%。", "share", "none", "", ""),
]

CHANGES = [
    ("increase against a base given before", "2019年支出为779.60万元，2020年支出为1112.50万元，比上年增加332.90万元，增长42.70%。", "change", HOLDS, "42.70%", "42.70%"),
    ("rate worked out of amount and increase", "收入总计1614.63万元，与上年相比增加540.23万元，增长50.28%。", "change", HOLDS, "50.28%", "50.28%"),
    ("rate on the wrong base", "住房保障支出116.43万元，同比增加16.80万元，增长14.43%。", "change", FAILS, "14.43%", "16.86%"),
    ("decrease", "收入390.55万元，较上年减少175.26万元，下降31%。", "change", HOLDS, "31%", "30.98%"),
    ("increase called a decrease", "收入390.55万元，较上年增加175.26万元，增长31%。", "change", FAILS, "31%", "81.41%"),
    ("base given in the words", "预算总额1969万元，较上年的2190万元减少221万元，下降10.1%。", "change", HOLDS, "221万元", "221万元"),
    ("base given in the words, difference wrong", "预算总额1969万元，较上年的2190万元减少231万元，下降10.5%。", "change", FAILS, "231万元", "221万元"),
    ("less than budgeted", "公务接待费预算2.00万元，实际支出0.95万元，比预算节约1.05万元。", "change", HOLDS, "1.05万元", "1.05万元"),
    ("less than budgeted, wrong", "公务接待费预算2.00万元，实际支出0.95万元，比预算节约1.50万元。", "change", FAILS, "1.50万元", "1.05万元"),
    ("percent of percent", "接待费支出2.14万元，与预算相比，增加1.14万元，增长1.14%。", "change", FAILS, "1.14%", "114.00%"),
    ("two quantities in one sentence", "收、支总计各是412.50、414.40万元，与上年相比各减少126.70、257.10万元，各下降23.50%、38.29%。", "change", HOLDS, "38.29%", "38.29%"),
    ("a base made comparable", "收入390.55万元，同口径比上年增加75.26万元，增长21%。", "change", UNSURE, "21%", "23.87%"),
    ("nothing to compare with", "公务接待费较上年减少0.91万元，下降48.92%。", "change", "none", "", ""),
    ("another subject's amount is no base", "支出431万元，运行费比上年减少34万元，下降12%。", "change", "none", "", ""),
]

RATES = [
    ("budget and outturn", "年初预算为22.00万元，支出决算为8.77万元，完成年初预算的39.86%。", "rate", HOLDS, "39.86%", "39.86%"),
    ("budget and outturn, wrong rate", "年初预算为22.00万元，支出决算为8.77万元，完成年初预算的38.96%。", "rate", FAILS, "38.96%", "39.86%"),
    ("above the budget", "年初预算为46.28万元，支出决算为47.33万元，完成预算的102.27%。", "rate", HOLDS, "102.27%", "102.27%"),
    ("execution rate", "全年预算数256.00万元，执行数200.18万元，执行率78.20%。", "rate", HOLDS, "78.20%", "78.20%"),
    ("budget inside the words", "收入完成24627万元，完成年初预算数60999万元的40.4%。", "rate", HOLDS, "40.4%", "40.37%"),
    ("control rate of posts", "核定编制15名，在职人员13名，在职人员控制率86.67%。", "rate", HOLDS, "86.67%", "86.67%"),
    ("control rate of posts, wrong", "核定编制15名，在职人员13名，在职人员控制率100%。", "rate", FAILS, "100%", "86.67%"),
    ("sub-items whose budget is not given", "预算为22.00万元，决算为8.77万元，其中：接待费决算为0.30万元，完成预算的3.75%。", "rate", "none", "", ""),
    ("two projects, each with its rate", "甲项目预算50.00万元，支出48.00万元，执行率96.00%；乙项目预算30.00万元，支出27.00万元，执行率90.00%。", "rate", HOLDS, "90.00%", "90.00%"),
    ("two projects, the second rate wrong", "甲项目预算50.00万元，支出48.00万元，执行率96.00%；乙项目预算30.00万元，支出27.00万元，执行率96.00%。", "rate", FAILS, "96.00%", "90.00%"),
    ("a rate of a budget that was adjusted since", "年初预算478.24万元，实际支出949.97万元，预算执行率100%。", "rate", UNSURE, "100%", "198.64%"),
    ("a rate over a zero budget is not judged", "年初预算为0万元，支出决算为30.78万元，完成年初预算的95.89%。", "rate", "none", "", ""),
]

OTHERS = [
    ("written formula", "支出完成率=实际支出/预算数×100%=76.21/80.00×100%=95.26%。", "formula", HOLDS, "95.26%", "95.26%"),
    ("written formula, wrong", "支出完成率=实际支出/预算数×100%=76.21/80.00×100%=96.25%。", "formula", FAILS, "96.25%", "95.26%"),
    ("brackets and a difference", "变动率=(112.50-77.96)/77.96×100%=44.30%。", "formula", HOLDS, "44.30%", "44.30%"),
    ("whole per cents swallow a hair", "完成率=76216768.37/76214727.86×100%=100%。", "formula", HOLDS, "100%", "100.00%"),
    ("gross, wear and net", "固定资产原值484.22万元，累计折旧3.66万元，固定资产净值480.56万元。", "balance", HOLDS, "480.56万元", "480.56万元"),
    ("gross, wear and net, wrong", "固定资产原值484.22万元，累计折旧3.66万元，固定资产净值486.50万元。", "balance", FAILS, "486.50万元", "480.56万元"),
    ("opening, increase, closing", "固定资产年初数1804.12万元，本年增加516.65万元，年末数2320.77万元。", "balance", HOLDS, "2320.77万元", "2320.77万元"),
    ("opening, increase, closing, wrong", "固定资产年初数1804.12万元，本年增加516.65万元，年末数2230.77万元。", "balance", FAILS, "2230.77万元", "2320.77万元"),
    ("carry-over", "上年结余26.38万元，本年收入16.12万元，本年支出19.43万元，年末结余23.07万元。", "balance", HOLDS, "23.07万元", "23.07万元"),
    ("submitted less approved", "申报资金4.49亿元，审定资金3.53亿元，审减资金0.96亿元。", "balance", HOLDS, "0.96亿元", "0.96亿元"),
    ("income equals spending", "收入合计1487.51万元，支出合计1487.51万元，收支平衡。", "balance", HOLDS, "1487.51万元", "1487.51万元"),
    ("income does not equal spending", "收入合计1487.51万元，支出合计1478.51万元，收支平衡。", "balance", FAILS, "1478.51万元", "1487.51万元"),
    ("count of a list", "中心内设3个科室，分别为综合科、数据科和运维科。", "count", HOLDS, "3个", "3个"),
    ("count of a list, wrong", "中心内设5个科室，分别为综合科、数据科、财务科、运维科。", "count", FAILS, "5个", "4个"),
    ("counted in Chinese numerals", "下设科室三个，分别为综合科、数据科、运维科。", "count", HOLDS, "三个", "3个"),
    ("a name with 和 in it", "内设4个科室：综合科、规划与监管科、审批和改革科、数据科。", "count", HOLDS, "4个", "4个"),
    ("score and grade", "自评得分92分，绩效等级为“优”。", "score", HOLDS, "优", "优"),
    ("lowest score of a grade", "自评得分90分，评价等级为优。", "score", HOLDS, "优", "优"),
    ("just below a grade", "自评得分89.99分，评价等级为优。", "score", FAILS, "优", "良"),
    ("a grade of another ladder", "自评得分78分，评价等级为良。", "score", UNSURE, "良", "中"),
    ("a ladder is no claim", "得分90分以上的，评价等级为优。", "score", "none", "", ""),
    ("stated order", "三公经费实际支出71900元≤三公经费预算142400元。", "order", HOLDS, "142400元", "71900元"),
    ("stated order, wrong", "三公经费实际支出142400元≤三公经费预算71900元。", "order", FAILS, "71900元", "142400元"),
    ("outturn above the budget, it says", "年初预算为22.00万元，支出决算为8.77万元。决算数大于预算数的主要原因是人员增加。", "order", FAILS, "8.77万元", "22.00万元"),
    ("same digits in another unit", "固定资产年初数18041267.77元。年末固定资产账面余额为18041267.77万元。", "unit", FAILS, "18041267.77万元", "18041267.77元"),
    ("the same figure again", "2021年项目支出1256.77万元。2021年项目支出1256.77万元，全部完成。", "repeat", HOLDS, "1256.77万元", "1256.77万元"),
    ("the same figure again with one digit off", "2021年项目支出1256.77万元。2021年项目支出1266.77万元，全部完成。", "repeat", FAILS, "1266.77万元", "1256.77万元"),
    ("another year's figure", "2021年项目支出1256.77万元。2020年项目支出1266.77万元，全部完成。", "repeat", "none", "", ""),
]

WIDER = [
    ("parts in the paragraphs below", "基本支出881.30万元，其中：\n人员经费809.96万元，主要包括基本工资、津贴补贴。\n公用经费71.34万元，主要包括办公费。", "sum", HOLDS, "881.30万元", "881.30万元"),
    ("parts in the paragraphs below that miss it", "基本支出911.00万元，其中：\n人员经费809.96万元，主要包括基本工资、津贴补贴。\n公用经费71.34万元，主要包括办公费。", "sum", FAILS, "911.00万元", "881.30万元"),
    ("numbered parts below", "专项支出30.55万元，具体如下：\n1.线路租赁12.30万元。\n（1）主线8.00万元。\n2.安全服务18.25万元。\n二、其他", "sum", HOLDS, "30.55万元", "30.55万元"),
    ("parts in the sentences that follow", "三公经费1165.08万元。其中：因公出国（境）费0万元。公务用车购置费204.78万元；运行维护费664.60万元。公务接待费295.70万元。", "sum", HOLDS, "1165.08万元", "1165.08万元"),
    ("shares in a row", "采购规模326.14亿元，其中货物、工程、服务分别为121.22亿元、119.40亿元和85.52亿元，分别占采购规模的37.17%、36.61%和26.22%。", "share", HOLDS, "36.61%", "36.61%"),
    ("shares in a row, one wrong", "采购规模326.14亿元，其中货物、工程、服务分别为121.22亿元、119.40亿元和85.52亿元，分别占采购规模的37.17%、36.16%和26.22%。", "share", FAILS, "36.16%", "36.61%"),
    ("a whole that is the sum of its parts", "等级为优的项目4个，占57%，等级为中的项目3个，占43%。", "share", HOLDS, "57%", "57.14%"),
    ("a whole that is the sum of its parts, share cut off", "1个项目为优，占2.44%；3个项目为良，占7.32%；35个项目为中，占85.36%；2个项目为差，占4.88%。", "share", FAILS, "85.36%", "85.37%"),
    ("scores add up", "投入类指标得分18分，过程类指标得分27分，产出类指标得分28分，效益类指标得分20分，综合得分93分。", "sum", HOLDS, "93分", "93分"),
    ("scores do not add up", "投入类指标得分18分，过程类指标得分27分，产出类指标得分28分，效益类指标得分20分，综合得分96分。", "sum", FAILS, "96分", "93分"),
    ("assets less debts", "资产总额3500.50万元，较年初增加200.00万元；负债总额500.20万元；净资产3000.30万元。", "balance", HOLDS, "3000.30万元", "3000.30万元"),
    ("元 among 万元", "民生支出131385万元，其中教育支出29104元、文化支出2267万元、社会保障支出100014万元。", "unit", FAILS, "29104元", "29104万元"),
    ("thousands set apart by blanks", "收入合计568 526万元，支出合计568 526万元，收支平衡。", "balance", HOLDS, "568526万元", "568526万元"),
    ("share of a total stated further above", "1-9月，全市财政支出267.37亿元，增长9.4%。\n社会保障支出27.36亿元，占财政支出总量的16%。", "share", FAILS, "16%", "10.23%"),
    ("words broken by a printer's blanks", "事 业 运 行 经 费 373.37 万 元 , 其中 : 基 本 支 出 4.88 万元 , 项 目 支 出 368.49 万元 , 同 比 增 加 271.25 万元 。", "none", "none", "", ""),
]

# What people write and what must be left alone.
TRAPS = [
    ("a figure per head beside a total", "在职人员36人，人均公用经费1.2万元，公用经费支出43.2万元，其中办公费10万元、差旅费8.5万元等。"),
    ("what was spent this year of a project of several years", "累计完成投资12.5亿元，其中2021年完成投资3.2亿元，占总投资的25.6%。"),
    ("carry-over within a part", "预算总收入3200万元，其中：一般公共预算拨款2800万元（含上年结转120万元），政府性基金拨款400万元。"),
    ("two comparisons of one figure", "三公经费支出18.5万元，较上年减少2.3万元，下降11.06%，较年初预算减少6.5万元，下降26%。"),
    ("returns of a survey", "发放问卷200份，收回196份，有效190份，回收率98%，有效率96.94%，满意度为95.2%。"),
    ("years in a row", "2019—2021年分别投入1200万元、1350万元和1500万元，年均增长11.8%。"),
    ("paid in the year against the whole", "总投资5600万元，其中中央资金3000万元，省级资金1600万元，自筹1000万元，2021年到位资金4200万元，到位率75%。"),
    ("gross by kinds, then wear and net", "固定资产原值1200万元，其中房屋800万元，设备300万元；累计折旧450万元，净值750万元。"),
    ("posts and people by kinds", "编制数50名，其中行政编制30名，事业编制20名。实有人数46人，其中行政28人，事业18人；离退休人员22人。"),
    ("points and deductions", "该指标分值10分，自评得分8.5分，扣1.5分；另一指标分值5分，得5分。"),
    ("a name that holds a verb of change", "投入资金320万元，其中道路维修200万元，绿化提升80万元，路灯安装40万元。"),
    ("growth of each part beside the whole", "生产总值356.8亿元，增长8.2%，其中一产28.6亿元，增长6.1%，二产145.3亿元，增长9.0%，三产182.9亿元，增长7.9%。"),
    ("budget and outturn of each item", "三公经费预算数30万元，决算数21.5万元，其中公务接待费预算数10万元，决算数6.5万元；公务用车运行维护费预算数20万元，决算数15万元。"),
    ("unspent money with a balance from before", "收入总额1620万元，支出总额1580万元，年末结余90万元。"),
    ("a list that says it is not complete", "全年支出1200.00万元，其中培训费20.50万元、会议费11.40万元等。"),
    ("what pays and what is paid for", "收支总预算705.75万元。收入包括：拨款703.44万元、结转2.31万元；支出包括：教育支出580.61万元、住房支出125.14万元。"),
    ("two counts before one list", "设综合机构2个，专门机构3个，分别是办公室、研究室、法制科、经济科、社会科。"),
    ("a unit with its kind behind a colon", "行政部门1个：镇政府本级；事业部门5个：农业中心、文化中心、社保所、服务站、执法队。"),
    ("the year before in the words only", "公务接待费5.2万元，比上年下降15%；运行维护费13.3万元，比上年下降9.4%。"),
    ("a range of scores", "等级为中（70-80分）的项目有3个，占43%。"),
    ("a rate of growth before its amount, on another basis", "收入30161万元，同比增长14.6%，增收4376万元。"),
]

ALL = SUMS + SHARES + CHANGES + RATES + OTHERS + WIDER + [(name, text, "none", "none", "", "") for name, text in TRAPS]
