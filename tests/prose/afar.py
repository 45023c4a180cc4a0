"""What is bound by its figures and not by its words alone, in our own words: rows as in `sentences`, traps as (name, text)."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

GAPS = [
    ("a net increase", "全年新纳入救助84户212人，退出61户173人，净增39人。", "balance", HOLDS, "39人", "39人"),
    ("a net increase, wrong", "全年新纳入救助84户212人，退出61户173人，净增93人。", "balance", FAILS, "93人", "39人"),
    ("room under a limit", "核定债务限额81.60亿元，其中一般债务30.20亿元、专项债务51.40亿元。\n", "sum", HOLDS, "81.60亿元", "81.60亿元"),
    ("below a limit, wrong", "年度债务限额81.60亿元。年末债务余额76.90亿元，低于限额47.0亿元。", "balance", FAILS, "47.0亿元", "4.7亿元"),
    ("a fund carried on", "当年结余3.15亿元，年末滚存结余42.60亿元（上年末滚存结余39.45亿元）。", "balance", HOLDS, "42.60亿元", "42.60亿元"),
    ("a fund carried on, wrong", "当年结余3.15亿元，年末滚存结余42.06亿元（上年末滚存结余39.45亿元）。", "balance", FAILS, "42.06亿元", "42.60亿元"),
    ("what is owed", "应付运营费863.40万元，已支付515.20万元，尚欠384.20万元。", "balance", FAILS, "384.20万元", "348.20万元"),
    ("beyond the plan", "年度计划投资52.4亿元，实际完成61.9亿元，超计划9.7亿元。", "balance", FAILS, "9.7亿元", "9.5亿元"),
    ("from one number to another with what is new", "公厕由年初的36座增加到47座（新建9座）。", "balance", FAILS, "47座", "45座"),
    ("what came and what went", "会员由上年的41家发展到47家，新增9家、退出3家。", "balance", HOLDS, "47家", "47家"),
    ("what came and what went, wrong", "会员由上年的41家发展到47家，新增7家、退出3家。", "balance", FAILS, "47家", "45家"),
    ("since January", "年初结转15.20万元，年末结转28.90万元，比年初增加17.30万元。", "balance", FAILS, "17.30万元", "13.70万元"),
    ("told in full, far off", "年初资金结余214.60万元，本年收入856.35万元，本年支出793.18万元，年末资金结余446.19万元。", "balance", FAILS, "446.19万元", "277.77万元"),
    ("what is owed, far off", "应付运营费863.40万元，已支付515.20万元，尚欠184.20万元。", "balance", FAILS, "184.20万元", "348.20万元"),
    ("told sections apart, a tenth off", "本年收入合计1948.85万元。\n本年支出合计1541.27万元，其中项目702.40万元。年初结转结余37.58万元，年末结转结余490.16万元。", "balance", FAILS, "490.16万元", "445.16万元"),
    ("what is still open of what came in", "当年排查隐患53处，整改41处，年末尚有21处。", "balance", FAILS, "21处", "12处"),
    ("what is deducted", "核定成本742.50万元，扣除票款218.30万元、其他收入32.60万元后，亏损491.60万元。", "balance", HOLDS, "491.60万元", "491.60万元"),
    ("what is deducted, wrong", "核定成本742.50万元，扣除票款218.30万元、其他收入32.60万元后，亏损419.60万元。", "balance", FAILS, "419.60万元", "491.60万元"),
    ("the wrong way round", "2018年总投资4126.15万元。2019年总投资6238.47万元，较2018年减少2112.32万元。", "change", FAILS, "2112.32万元", "2112.32万元"),
    ("received and still open", "受理申诉743件，支持412件，不支持296件，年末未审结35件。", "sum", HOLDS, "743件", "743件"),
    ("received, the others last, wrong", "受理诉求252件，办结61件，转办43件，答复58件，其他80件。", "sum", FAILS, "252件", "242件"),
    ("received and still open, wrong", "受理申诉743件，支持412件，不支持296件，年末未审结53件。", "sum", FAILS, "743件", "761件"),
    ("those that got no grade", "参评单位132家，评为甲级的41家、乙级的72家，未评级的19家。", "sum", HOLDS, "132家", "132家"),
]  # fmt: skip

GAP_TRAPS = [
    ("told sections apart, more than a tenth off", "本年收入合计1948.85万元。\n本年支出合计1541.27万元，其中项目702.40万元。年初结转结余37.58万元，年末结转结余502.96万元。"),
    ("the net of another unit", "全年新纳入救助84户212人，退出61户173人，净增23户。"),
    ("what was owed before too", "应付运营费863.40万元，已支付515.20万元，尚欠926.80万元。"),
    ("the first kind of a list that ends with the others", "全年查处案件494件。分类为占道案件252件、噪声案件61件、渣土案件43件、油烟案件58件、其他案件80件。"),
    ("outcomes of only some", "受理申诉743件，支持412件，年末未审结35件。"),
    ("last year's amount beside its change", "2016年开支573.20万元，2017年较2016年增加41.65万元。2017年开支614.85万元。"),
    ("a number from which one is taken out", "从储备资金317.00万元中安排209.60万元，加上年初安排409.50万元，两项合计619.10万元。"),
]  # fmt: skip

REMAINDERS = [
    ("a rate between what was done and left, the whole told", "到位750.00万元。支付731.25万元，支付率97.50%，结余18.75万元。", "rate", HOLDS, "97.50%", "97.50%"),
    ("a rate between what was done and left, wrong", "支付731.25万元，支付率95.70%，结余18.75万元。", "rate", FAILS, "95.70%", "97.50%"),
    ("what is left, wrong by the whole", "25个泵站全部开工。建成16个，建成率64.00%，剩余6个。", "balance", FAILS, "6个", "9个"),
    ("a rate behind both, the whole told", "移交线索64条，已核实60条，正在核实4条，核实完成率97.35%。", "rate", FAILS, "97.35%", "93.75%"),
    ("more than the aim", "发放补贴648户，比目标多48户，完成率108.00%。", "rate", HOLDS, "108.00%", "108.00%"),
    ("more than the aim, wrong", "发放补贴648户，比目标多48户，完成率107.41%。", "rate", FAILS, "107.41%", "108.00%"),
    ("all but what was left", "合计到位312.40万元，资金执行率96.27%，结余22.90万元。", "rate", FAILS, "96.27%", "92.67%"),
]  # fmt: skip

REMAINDER_TRAPS = [
    ("a rate of another whole", "到位资金910.00万元。支付731.25万元，支付率80.36%，结余18.75万元为项目质保金。"),
    ("all were answered", "共收到来电652个，直接答复548个，转办104个，回复率100%。"),
    ("the part is named by the rate", "下达任务300户。按时交付261户，延误39户，按时交付率87.00%。"),
]  # fmt: skip

AFAR = [
    ("a rate of a budget told before", "全年安排租机经费预算10441万元。\n实际执行9265.35万元，执行率87.84%。", "rate", FAILS, "87.84%", "88.74%"),
    ("a share of what was received", "实际到位资金824.60万元。\n付款总计806.20万元，占到位资金的99.77%。", "share", FAILS, "99.77%", "97.77%"),
    ("those content of those asked", "回访农户850户。满意768户，满意度93.05%。", "rate", FAILS, "93.05%", "90.35%"),
    ("a share of a thing told by name", "预算执行642.24万元，其中：印刷费12.36万元、差旅费112.38万元等。差旅费占15.70%。", "share", FAILS, "15.70%", "17.50%"),
    ("people in their beds", "核定床位11836张。入住老人6154人，平均入住率59.19%。", "rate", FAILS, "59.19%", "51.99%"),
    ("a row whose total stands before", "全年水费620.40万元，略有增加。四个水厂各为148.20万元、163.50万元、139.70万元、196.00万元。", "sum", FAILS, "620.40万元", "647.40万元"),
    ("a total of numbered paragraphs", "项目支出情况：\n1.清扫保洁498.62万元；\n2.设施维护126.45万元；\n3.路灯电费61.83万元；\n以上3个项目合计668.90万元。", "sum", FAILS, "668.90万元", "686.90万元"),
    ("a total of one column of numbered paragraphs", "项目支出情况：\n1.清扫保洁预算500.00万元，支出498.62万元；\n2.设施维护预算130.00万元，支出126.45万元；\n以上2个项目支出合计625.07万元。", "sum", HOLDS, "625.07万元", "625.07万元"),
    ("steps between rates told apart", "2019年预算执行率80.20%。2021年预算执行率43.26%。2021年执行率比2019年低39.64个百分点。", "change", FAILS, "39.64个百分点", "36.94个百分点"),
    ("what is missing to all", "付款151.66万元，预算执行率93.68%。\n预算执行率离100%还差6.42个百分点。", "change", FAILS, "6.42个百分点", "6.32个百分点"),
    ("steps of a ladder", "21个街道中，得分90分以上的11个、80分至90分的7个、80分以下的4个。", "count", FAILS, "21个", "22个"),
    ("steps of a ladder, right", "26个园区中，产值超过50亿元的有5个，20亿元至50亿元的有9个，不足20亿元的有12个。", "count", "none", "", ""),
]  # fmt: skip

AFAR_TRAPS = [
    ("a rate of an amount that the text tells", "安排资金10441万元。另有结余结转1059万元。\n实际执行9265.35万元，执行率80.57%，按11500万元计算。"),
    ("a rate whose whole is unsaid", "预算1169.00万元。收入616.46万元，占任务数的65.40%。"),
    ("a row that is part of a total", "全年支出882.30万元。其中一季度支出118.36万元，二季度支出149.82万元，三季度支出163.44万元。"),
    ("numbers of paragraphs that do not fit the count", "1.清扫保洁498.62万元；\n2.设施维护126.45万元；\n以上3个项目合计668.90万元。"),
    ("two columns and a total of neither", "1.清扫预算500.00万元，支出498.62万元；\n2.维护预算130.00万元，支出126.45万元；\n以上2个项目合计645.00万元。"),
    ("a ladder without its lowest step", "21个街道中，得分90分以上的11个、80分至90分的7个。"),
]  # fmt: skip

EACH = [
    ("how many, how much each, a sentence apart", "线路租赁费64.8万元，电费8.8万元。线路租赁540条，每条每年2100元。", "formula", FAILS, "64.8万元", "113.4万元"),
    ("how much each, before the number", "每个书屋补充60册，539个书屋共更新33240册。", "formula", FAILS, "33240册", "32340册"),
    ("a mean of people", "项目惠及264户，受益人口583人，户均2.71人。", "formula", FAILS, "583人", "715人"),
    ("a price by weight", "多计污泥31.50万吨，按单价2.36元/吨计算，多付73.44万元。", "formula", FAILS, "73.44万元", "74.34万元"),
    ("a price of the thing named before", "采购背心42件、手电60件。其中背心单价3600元，计1.512万元。", "formula", "none", "", ""),
    ("a price of the thing named before, longer", "采购防弹背心42件、手电60件。其中防弹背心单价3600元，计1.512万元。", "formula", FAILS, "1.512万元", "15.120万元"),
    ("months of a price a month", "从业人员312人，每人每月200元、全年10个月，安排补助6.240万元。", "formula", FAILS, "6.240万元", "62.400万元"),
    ("a portion by a rate", "总保费1586.63万元，省级补贴50%为739.32万元，县级补贴15%为237.99万元。", "formula", FAILS, "739.32万元", "793.32万元"),
]  # fmt: skip

EACH_TRAPS = [
    ("months unsaid", "公益岗位46个，每人每月800元，全年补助36.80万元，年内有人退出。"),
    ("a mean that the text bears out", "接待386人次，人均118元，支出4.56万元。"),
    ("a portion of a whole told before", "总保费1586.63万元。其中水稻保费420.00万元，省级补贴50%为793.32万元。"),
]  # fmt: skip

LISTS = [
    ("the second number of each part", "宣讲9场738人，其中机关2场184人、村居7场545人。", "sum", FAILS, "738人", "729人"),
    ("parts of one kind, one digit wrong", "改造供水管218.6公里，其中钢管96.4公里、塑料管112.2公里。", "sum", FAILS, "218.6公里", "208.6公里"),
    ("numbered parts, one digit wrong", "清理库区46300平方米，其中1号库21800平方米、2号库22500平方米。", "sum", FAILS, "46300平方米", "44300平方米"),
    ("above the total by one slip", "办理签证863件，其中旅游552件、探亲164件、其他类型174件。", "sum", FAILS, "863件", "890件"),
    ("a list that the text counts", "批复项目4个，资金195万元。分别为：甲100万元；乙40万元；丙23万元；丁20万元。", "sum", FAILS, "195万元", "183万元"),
    ("the last part takes the others in", "安置2454人，其中脱贫户1286人、监测户及其他低收入户1158人。", "sum", FAILS, "2454人", "2444人"),
    ("a remark in brackets opens no list", "救助金预算418.36万元，其中：省级补助205.00万元、市级补助124.00万元、县级安排（含结转结余）91.36万元。", "sum", FAILS, "418.36万元", "420.36万元"),
    ("hotlines are no numbers", "登记诉求2318件，其中12345热线1640件、来信352件、网站362件。", "sum", FAILS, "2318件", "2354件"),
    ("months are no numbers", "逾期金额631.84万元，其中逾期1个月以内420.67万元，1个月以上221.17万元。", "sum", FAILS, "631.84万元", "641.84万元"),
    ("grades behind their number", "评查30件，优秀11件、良好16件、合格2件。", "sum", FAILS, "30件", "29件"),
    ("all that were counted", "发现开裂4处、沉陷7处、堵塞5处，共18处。", "sum", FAILS, "18处", "16处"),
    ("several ways to divide one whole", "改造256户。按等级划分：丙级48户，丁级208户；按方式划分：加固48户、翻建191户、新建27户。", "sum", FAILS, "256户", "266户"),
    ("years together", "三年各栽植425亩、318亩、367亩，三年累计1101亩。", "sum", FAILS, "1101亩", "1110亩"),
    ("people without marks above their total", "两个车间缺工9人，其中焊工5人、钳工6人。", "parts", FAILS, "9人", "11人"),
    ("a rate of points", "过程20分，得15.2分，得分率78%。", "rate", FAILS, "78%", "76.00%"),
    ("dimensions in paragraphs of their own", "自评得分91分，具体为：\n决策（15分）得14分；\n过程（25分）得22分；\n产出（36分）得35分；\n效果（24分）得23分。", "sum", FAILS, "91分", "94分"),
    ("scores behind their points in brackets", "自评92.5分，其中决策（18分）16.5分、管理（22分）19分、产出（34分）32分、效果（26分）22分。", "sum", FAILS, "92.5分", "89.5分"),
    ("a rate of what was audited off", "送审金额86.40万元，审定金额82.15万元，审减4.25万元，审减率4.29%。", "rate", FAILS, "4.29%", "4.92%"),
    ("a base behind the name of what changed", "事业收入比2022年的1316.85万元减少230.55万元，下降17.51%。", "change", HOLDS, "17.51%", "17.51%"),
]  # fmt: skip

LIST_TRAPS = [
    ("spending is no part of income", "全年预算收入479.89亿元，同比增长。进度快于上年。其中，民生支出666.10亿元。"),
    ("one within the other", "收回问卷588份，其中有效582份，表示满意的561份。"),
    ("what is counted otherwise", "全县102个部门说明了情况，其中有81个部门公开了104个文件。"),
    ("a total of another paragraph", "检疫监管24.60万元。\n其中，粪污处理两批共132.40万元，支付118.75万元。"),
    ("a total of another world", "历年放款总额318.42亿元。年内放款中，首套房款21.63亿元、二套房款6.84亿元。"),
    ("shares of their own sum", "全年安排286.90万元。按结构看，基本开支61.20万元，占24.00%；项目开支193.80万元，占76.00%。"),
    ("shares of a whole told by another name", "本年收入642.80万元。按性质分，药品收入184.62万元，占事业收入的54.00%；检查收入41.25万元，占12.07%。"),
    ("what is paid by a rate is no part", "合同总价472.68万元，应支付至80%即378.14万元，实际支付362.79万元。"),
    ("each of its own whole", "三年支付1485.10万元，其中2020年支付620.84万元，占该年度投资的98.55%，2021年支付501.47万元，占该年度投资的92.87%，2022年支付362.79万元，占该年度投资的71.98%。"),
    ("a heading and its indicators", "综合得分94.93分。\n产出（50分）得47.5分\n数量（30分）得29分\n时效（20分）得18.5分\n效益（50分）得47.43分"),
    ("other things in the same clause", "街道下设14个社区居委会、3个工作站，共118个居民小组。"),
]  # fmt: skip

OF_WHAT = [
    ("a rate of what is left", "可用资金400.00万元。支出312.00万元，结余88.00万元，结余率23.00%。", "rate", FAILS, "23.00%", "22.00%"),
    ("a rate of all outcomes", "设指标16个，其中完成12个，部分完成3个，未完成1个，完成率57.00%。", "rate", FAILS, "57.00%", "75.00%"),
    ("shares of the total behind its parts", "资金分两批到账：首批120.00万元，次批180.00万元，共300.00万元，分别占40.00%和90.00%。", "share", FAILS, "90.00%", "60.00%"),
    ("a row below the heading of its total", "决算支出586.30万元，其中：基本支出426.18万元，项目支出160.12万元。\n（一）基本支出。人员经费338.47万元，商品服务63.15万元，家庭补助26.36万元。", "sum", FAILS, "426.18万元", "427.98万元"),
    ("a row that says by what it divides", "本年支出合计648.32万元。\n按功能分类：公共服务支出412.35万元、文化支出81.64万元、住房支出145.33万元。", "sum", FAILS, "648.32万元", "639.32万元"),
    ("two uses in a row of use", "编制床位120张，使用96张，床位使用率85.00%。", "rate", FAILS, "85.00%", "80.00%"),
]  # fmt: skip

OF_WHAT_TRAPS = [
    ("a rate of what is left, of all that there was", "支出421.75万元，年末结存182.85万元，结余率28.15%，按调整后的可用资金计算。"),
    ("a rate of use that is none of the numbers", "核定床位240张，实际开放265张，床位使用率91.36%。"),
    ("the whole of one share among others", "支出144.02万元，占到位资金496.51万元的29.01%，占原预算与追加合计641.35万元的22.46%。"),
    ("a total of another thing, digits exchanged", "年末结存707.90万元。\n甲标段428.28万元、乙标段342.62万元。"),
    ("two batches and their own total", "两项合计支出307.17万元。\n资金分两批下达：第一批362.62万元，第二批206.99万元，共569.61万元。"),
    ("a mean of all places", "分镇补助：东镇31户24.30万元，西镇22户39.66万元，南镇20户30.24万元，北镇56户40.98万元，户均1.05万元。"),
    ("what has not come is no part of what has", "实际到位426.30万元，到位率65.86%，其中县级到位213.96万元，未到位221.04万元。"),
    ("the share of all that is listed", "公用经费379.13万元，其中办公费87.69万元、差旅费21.40万元，两项占公用经费的28.77%。"),
    ("scores with a total of their own", "第三方评分93.8分。\n各项得分：决策（15分）得14分；过程（25分）得22分；产出（36分）得35分；效果（24分）得23分。总得分94分。"),
    ("scores behind another matter", "自评得分93.8分。\n支出预算640.00万元。\n决策（15分）得14分；过程（25分）得22分；产出（36分）得35分；效果（24分）得23分。"),
    ("marks that overlap, one slip above their total", "服务对象234人，其中女性123人、60岁以上90人、困难群众23人。"),
    ("one name for several months", "2022年1—3月水费分别为15.12万元、11.52万元、15.18万元。"),
    ("last year's count is no outcome", "受理案件793件，去年同期144件；办结786件，未办结7件。"),
    ("each year's own", "其中基本支出799.41万元、项目支出565.37万元。\n2021年、2022年基本支出分别为863.43万元和536.06万元。"),
    ("last year's own thing", "本年收入621.81万元。\n年初固定资产原值1867.06万元，本年增加52.99万元。"),
    ("a guest is no open case", "购置费6.87万元；运行维护费8.47万元，车均维护费0.56万元；公务接待费1.84万元。"),
    ("what is added and taken away is no row", "2021年到账资金243.08万元，加上年结余49.50万元，减去上缴22.43万元，可用资金270.15万元。"),
    ("a rate of two wholes together", "上年结转61.29万元，已使用42.90万元；本年预算587.89万元，已支出529.09万元。两项合计支出571.99万元，综合支出率88.11%。"),
]  # fmt: skip

AFAR_ALL = GAPS + REMAINDERS + AFAR + EACH + LISTS + OF_WHAT
AFAR_ALL_TRAPS = GAP_TRAPS + REMAINDER_TRAPS + AFAR_TRAPS + EACH_TRAPS + LIST_TRAPS + OF_WHAT_TRAPS
