"""What parts make up, what some of them come to, a price for each by any measure, and what one is no part of: rows as in `sentences`, traps as (name, text)."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

_SCORES = "\n六、自评结论\n对照指标体系，预算执行满分10分得9.43分，投入管理满分20分得18.6分，产出满分30分得28.5分，效益满分30分得29.4分，满意度满分10分得9.5分，合计{}分。"
_PUBLIC = "全年支出{}万元，由车辆运行维护费28.64万元和接待费5.76万元两项构成。"
_FOUR = "甲补助168.25万元、乙补助124.65万元、丙补助74.25万元、丁补助55.40万元，其中两个专项（不含甲、丁）合计{}万元。"
_SHARES = "工资福利支出186.42万元，商品和服务支出31.75万元，补助支出24.18万元，分别占{}%、{}%、9.98%。"
_QUILTS = "采购帐篷300顶、棉被2400床、折叠床800张，其中棉被采购总价29.76万元，每床单价{}。"
_FUND = "专户年初余额73.46万元，当年接受捐赠128.90万元，拨付使用112.35万元，年末余额{}万元。"
_LET = "公租房分布在9个小区。已配租7042套，配租率为{}%，空置426套。"
_SAMPLES = "完成食品抽检5860批次，合格5742批次。药品抽检324批次，合格321批次；器械抽检68批次，全部合格。三类抽检总计{}批次。"
_STAFF = "事业编制40名，在编人员36名，合同制讲解员14名、安保保洁人员28名，全馆工作人员{}名。"
_POSTS = "行政编制68名、事业编制10名，合计编制78名；实有行政人员63人、事业人员9人，合计{}人。"
_CLEANED = "东片区面积412万平方米、服务费1326.64万元，西片区面积348万平方米、服务费1090.16万元，合计面积760万平方米、服务费2416.80万元，折合每平方米服务费{}。"
_ROW = "项目支出里，培训86.50万元、救助42.38万元、家风建设35.60万元、维权28.74万元、组织建设16.82万元，{}。"

MADE_OF = [
    ("an amount in brackets behind the same in a larger unit", "可支配资金0.51259亿元（5125.90万元）。", "unit", HOLDS, "5125.90万元", "5125.90万元"),
    ("an amount in brackets behind ten times as much", "可支配资金5.13亿元（5125.90万元）。", "unit", FAILS, "5125.90万元", "51300.00万元"),
    ("about as much in brackets", "可支配资金5125.90万元（约0.51259亿元）。", "unit", HOLDS, "0.51259亿元", "0.51259亿元"),
    ("two parts that make up all", _PUBLIC.format("34.40"), "sum", HOLDS, "34.40万元", "34.40万元"),
    ("two parts that make up all, wrong", _PUBLIC.format("35.40"), "sum", FAILS, "35.40万元", "34.40万元"),
    ("two parts that make up all, as far off as rounding leads", _PUBLIC.format("34.41"), "sum", HOLDS, "34.41万元", "34.40万元"),
    ("two parts that make up all, farther off than rounding leads", _PUBLIC.format("34.42"), "sum", FAILS, "34.42万元", "34.40万元"),
    ("three parts that make up all", "本年收入48362.75万元，由财政拨款收入31846.20万元、事业收入12975.35万元和其他收入3541.20万元三部分组成。", "sum", HOLDS, "48362.75万元", "48362.75万元"),
    ("three parts that make up all, two digits exchanged", "本年收入48632.75万元，由财政拨款收入31846.20万元、事业收入12975.35万元和其他收入3541.20万元三部分组成。", "sum", FAILS, "48632.75万元", "48362.75万元"),
    ("parts joined by a mark make up all, wrong", "全年支出35.40万元，由车辆运行维护费28.64万元、接待费5.76万元组成。", "sum", FAILS, "35.40万元", "34.40万元"),
    ("two of four", _FOUR.format("198.90"), "sum", HOLDS, "198.90万元", "198.90万元"),
    ("two of four, wrong", _FOUR.format("199.90"), "sum", FAILS, "199.90万元", "198.90万元"),
    ("the first two of five", _ROW.format("前两项共128.88万元"), "sum", HOLDS, "128.88万元", "128.88万元"),
    ("the first two of five, wrong", _ROW.format("前两项共182.88万元"), "sum", FAILS, "182.88万元", "128.88万元"),
    ("the last two of five, wrong", _ROW.format("后两项合计45.65万元"), "sum", FAILS, "45.65万元", "45.56万元"),
    ("the first three of four", "项目支出里，培训2486.50万元、救助1642.38万元、建设1135.64万元、维权828.74万元，前三项合计5264.52万元。", "sum", HOLDS, "5264.52万元", "5264.52万元"),
    ("shares of an untold sum", _SHARES.format("76.92", "13.10"), "share", HOLDS, "13.10%", "13.10%"),
    ("shares of an untold sum, one wrong", _SHARES.format("76.92", "15.10"), "share", FAILS, "15.10%", "13.10%"),
    ("shares of an untold sum, an amount wrong", _SHARES.replace("186.42", "168.42").format("76.92", "13.10"), "share", FAILS, "76.92%", "75.07%"),
    ("the last of three shares, the whole told with the first", "人员经费8476.32万元，占总支出18235.90万元的46.48%；材料费5824.17万元，占31.94%；其他费用3925.41万元，占21.58%。", "share", FAILS, "21.58%", "21.53%"),
    ("a price by a measure of its own", _QUILTS.format("124元"), "formula", HOLDS, "124元", "124元"),
    ("a price by a measure of its own, in another unit", _QUILTS.format("124万元"), "formula", FAILS, "124万元", "124元"),
    ("a price by a measure of its own, a digit wrong", _QUILTS.format("134元"), "formula", FAILS, "134元", "124元"),
    ("what is left of gifts", _FUND.format("90.01"), "balance", HOLDS, "90.01万元", "90.01万元"),
    ("what is left of gifts, to the cent", "专户年初余额734621.35元，当年接受捐赠1289046.20元，拨付使用1123580.75元，年末余额900086.80元。", "balance", HOLDS, "900086.80元", "900086.80元"),
    ("what is left of gifts, a cent off", "专户年初余额734621.35元，当年接受捐赠1289046.20元，拨付使用1123580.75元，年末余额900086.81元。", "balance", FAILS, "900086.81元", "900086.80元"),
    ("what is left of gifts, wrong", _FUND.format("80.01"), "balance", FAILS, "80.01万元", "90.01万元"),
    ("what is left of gifts, farther off than a slip", _FUND.format("93.46"), "balance", UNSURE, "93.46万元", "90.01万元"),
    ("what is in hand", "年初结存20.15万元，本年收入90.30万元，本年支出80.20万元，年末结存30.52万元。", "balance", FAILS, "30.52万元", "30.25万元"),
    ("what is let and what is vacant", _LET.format("94.30"), "rate", HOLDS, "94.30%", "94.30%"),
    ("what is let and what is vacant, wrong", _LET.format("92.30"), "rate", FAILS, "92.30%", "94.30%"),
    ("three kinds called by one word", _SAMPLES.format(6252), "sum", HOLDS, "6252批次", "6252批次"),
    ("three kinds called by one word, wrong", _SAMPLES.format(6242), "sum", FAILS, "6242批次", "6252批次"),
    ("two that are named", "年末实有干警91人，其中法官34人、辅助人员38人、行政人员19人。聘用制书记员45人，干警与书记员合计136人。", "sum", HOLDS, "136人", "136人"),
    ("two that are named, wrong", "年末实有干警91人，其中法官34人、辅助人员38人、行政人员19人。聘用制书记员45人，干警与书记员合计137人。", "sum", FAILS, "137人", "136人"),
    ("all who work in a house", "在编人员136名，合同制讲解员124名、安保保洁人员128名，全馆工作人员388名。", "sum", HOLDS, "388人", "388人"),
    ("all who work in a house, wrong", _STAFF.format(77), "sum", FAILS, "77人", "78人"),
    ("those in post behind the posts", _POSTS.format(72), "sum", HOLDS, "72人", "72人"),
    ("those in post behind the posts, wrong", _POSTS.format(71), "sum", FAILS, "71人", "72人"),
    ("areas and what they come to, wrong", _CLEANED.replace("760", "780").format("3.10元"), "sum", FAILS, "780万平方米", "760万平方米"),
    ("a mean of what two come to", _CLEANED.format("3.18元"), "formula", HOLDS, "3.18元", "3.18元"),
    ("a mean of what two come to, in another unit", _CLEANED.format("3.18万元"), "formula", FAILS, "3.18万元", "3.18元"),
    ("what each guest costs", "公务接待费2.35万元，无出国支出。预算为21.00万元，节约5.18万元，节约率24.67%。公务接待共31批次235人次，人均100元。", "formula", HOLDS, "100元", "100元"),
    ("what each guest costs, a tenth", "公务接待费2.35万元，无出国支出。预算为21.00万元，节约5.18万元，节约率24.67%。公务接待共31批次235人次，人均10元。", "formula", FAILS, "10元", "100元"),
    ("a mean of firms told by the household", "发放稳岗返还资金2,340万元，惠及企业3,250家，户均0.72万元。", "formula", HOLDS, "0.72万元", "0.72万元"),
    ("a mean of firms, the amount in another unit", "发放稳岗返还资金2,340元，惠及企业3,250家，户均0.72万元。", "formula", FAILS, "0.72万元", "0.72元"),
    ("a rate of the budget of January, a digit wrong", "年初预算16.50万元，决算11.93万元，预算执行率76.30%。", "rate", FAILS, "76.30%", "72.30%"),
    ("a rate that a budget raised a little may explain", "年初预算16.50万元，决算11.93万元，预算执行率71.30%。", "rate", UNSURE, "71.30%", "72.30%"),
    ("sections with a name of two things, one fewer told", "内设办公室、经济运行科、产业发展科、技术创新科、数字经济科、中小企业服务科、节能与综合利用科6个科室。", "count", FAILS, "6个", "7个"),
    ("sections with a name of two things", "内设办公室、经济运行科、产业发展科、技术创新科、数字经济科、中小企业服务科、节能与综合利用科7个科室。", "count", HOLDS, "7个", "7个"),
    ("a total of scores behind them, a score of something else above", "群众满意度测评得分92.7分。" + _SCORES.format("95.43"), "sum", HOLDS, "95.43分", "95.43分"),
    ("the score of the whole above a list that gives another", "自评得分92.7分。" + _SCORES.partition("，合计")[0] + "。", "sum", FAILS, "92.7分", "95.4分"),
    ("lists of things counted alike", "共实施项目1284个，其中道路项目755个、桥梁项目411个、供水项目118个。", "sum", HOLDS, "1284个", "1284个"),
]  # fmt: skip

MADE_OF_TRAPS = [
    ("a score of the public above a list without a total", "群众满意度测评得分92.7分。" + _SCORES.partition("，合计")[0] + "。"),
    ("a score at a contest above a list with its total", "职工技能竞赛得分92.7分。" + _SCORES.format("95.43")),
    ("a score at an inspection above a list with its total", "达标创建得分92.7分。" + _SCORES.format("95.43")),
    ("bodies, steps and projects", "财务、医务、护理、医保、设备5个部门参与，按照前期准备、组织实施、分析评价、形成报告4个步骤进行，自评覆盖项目3个、资金2538.65万元。"),
    ("bodies and the steps that are divided", "财务、医务、护理、医保、设备5个部门参与，分准备、实施、形成报告3个步骤进行，自评覆盖项目3个。"),
    ("bodies and the steps of stages", "成立自评组，5个科室参与，其中准备阶段2个步骤、实施阶段4个环节。"),
    ("bodies and their indicators", "涉及4个单位，其中产出指标9个、效益指标6个。"),
    ("projects by the bodies that carry them out", "共实施项目12个，其中县级部门5个、乡镇6个。"),
    ("some of it in brackets", "合同总额5.13亿元（其中本年5125.90万元）。"),
    ("in brackets what was carried over", "到位资金5.13亿元（5125.90万元为上年结转）。"),
    ("two payments in brackets", "到位资金5.13亿元（5125.90万元、3100.00万元两批）。"),
    ("another amount in brackets", "工程概算5.13亿元（4870.20万元）。"),
    ("chiefly made up of", "全年支出35.40万元，主要由车辆运行维护费28.64万元和接待费5.76万元构成。"),
    ("made up of these and others", "全年支出35.40万元，由车辆运行维护费28.64万元和接待费5.76万元等构成。"),
    ("made up of three of which two are told", "全年支出35.40万元，由车辆运行维护费28.64万元和接待费5.76万元三项构成。"),
    ("borne by two", "全年支出35.40万元，由市级承担28.64万元，由县级承担5.76万元。"),
    ("a sum of areas, one of which is not told", "东片区面积412万平方米，西片区面积348万平方米，合计面积981万平方米。"),
    ("two of four that nothing gives", _FOUR.format("310.00")),
    ("two of four, one of which is what was planned", "预算168.25万元，支出124.65万元，甲补助74.25万元、乙补助55.40万元，其中两个专项合计139.65万元。"),
    ("the first two of a row that no slip leads to", _ROW.format("前两项共140.10万元")),
    ("shares of another whole", _SHARES.replace("9.98", "3.05").format("16.92", "5.10")),
    ("two shares that are not of the sum", _SHARES.replace("9.98", "11.02").format("76.92", "15.10")),
    ("rates done in a row", "甲支出186.42万元，乙支出31.75万元，丙支出24.18万元，执行率分别为76.9%、83.1%、10.0%。"),
    ("growths in a row", "甲支出186.42万元，乙支出31.75万元，丙支出24.18万元，分别比上年增长76.9%、15.1%、10.0%。"),
    ("a price of one of two kinds", "采购棉被2400床、加厚棉被600床，其中棉被采购总价29.76万元，每床单价134元。"),
    ("a price that no slip leads to", _QUILTS.format("150元")),
    ("a balance with what has come in besides", "专户年初余额73.46万元，当年接受捐赠128.90万元，拨付使用112.35万元，另收利息1.20万元，年末余额91.21万元。"),
    ("loans given out and paid back", "贷款年初余额73.46万元，当年发放贷款128.90万元，收回贷款112.35万元，年末余额90.01万元。"),
    ("what is let of more than is vacant", "年末共管理公租房7500套。已配租7042套，配租率为93.89%，空置426套，维修32套。"),
    ("two kinds where three are counted", _SAMPLES.replace("三类", "两类").format(6242)),
    ("two that are named, one of which was another last year", "实有干警91人，上年干警90人，书记员45人。干警与书记员合计136人。"),
    ("two that are named, no slip away", "实有干警91人，聘用制书记员45人。干警与书记员合计152人。"),
    ("all who work in a house, others untold", "事业编制40名，在编人员36名，合同制讲解员14名，全馆工作人员86名。"),
    ("all who work in a house and those retired", "事业编制40名，在编人员36名，退休人员14名、安保保洁人员28名，全馆工作人员77名。"),
    ("those in post behind the posts, others untold", _POSTS.format(90)),
    ("what each guest of some costs", "公务接待费2.35万元。其他接待从简。国内公务接待31批次235人次，人均76元。"),
    ("a rate of a budget raised since", "年初预算16.50万元，决算11.93万元，预算执行率68.17%。"),
]  # fmt: skip
