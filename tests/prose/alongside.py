"""Measures told row by row, running totals, funds and what stands beside a claim without belonging to it; see sentences.py for the columns."""

HOLDS, FAILS = "holds", "fails"

_UNITS = "本部门编制66名，在职58人，退休31人。其中：机关编制20名，在职18人，退休{}人；执法队编制26名，在职{}人，退休12人；服务站编制20名，在职{}人，退休9人。"
_QUARTERS = "一季度支出12.50万元，累计支出12.50万元；二季度支出15.25万元，累计支出27.75万元；三季度支出{}万元，累计支出38.85万元；四季度支出20.00万元，累计支出{}万元。"
_FUNDS = "职工医疗保险基金收入812.40万元，支出790.10万元，当年收支结余22.30万元，上年结余301.20万元，年末滚存结余323.50万元；居民医疗保险基金收入650.20万元，支出661.50万元，当年收支缺口{}万元，上年结余120.80万元，年末滚存结余{}万元。"

ALONGSIDE = [
    ("one measure of several rows off", _UNITS.format(10, 24, 17), "sum", FAILS, "58人", "59人"),
    ("another measure of several rows off", _UNITS.format(14, 24, 16), "sum", FAILS, "31人", "35人"),
    ("rows in sentences of their own, one off by a digit", "全县有学校48所，在校学生31260人。小学31所，在校学生18140人。初中17所，在校学生13420人。", "sum", FAILS, "31260人", "31560人"),
    ("a running total", _QUARTERS.format("11.10", "58.85"), "sum", HOLDS, "58.85万元", "58.85万元"),
    ("a running total, the last wrong", _QUARTERS.format("11.10", "58.58"), "sum", FAILS, "58.58万元", "58.85万元"),
    ("a running total, an amount wrong", _QUARTERS.format("11.01", "58.85"), "sum", FAILS, "38.85万元", "38.76万元"),
    ("funds side by side", _FUNDS.format("11.30", "109.50"), "balance", HOLDS, "109.50万元", "109.50万元"),
    ("funds side by side, a balance wrong", _FUNDS.format("11.30", "132.10"), "balance", FAILS, "132.10万元", "109.50万元"),
    ("a rate with what it was worked out of", "本年执行率为97.20%（486.00万元/500.00万元）。", "rate", HOLDS, "97.20%", "97.20%"),
    ("a rate with what it was worked out of, wrong", "本年执行率为92.70%（486.00万元/500.00万元）。", "rate", FAILS, "92.70%", "97.20%"),
    ("done of a target", "新增就业目标2000人，实际完成2055人，完成目标任务的102.75%。", "rate", HOLDS, "102.75%", "102.75%"),
    ("done of a target, wrong", "新增就业目标2000人，实际完成2055人，完成目标任务的107.25%。", "rate", FAILS, "107.25%", "102.75%"),
    ("instalments summed up", "首批下达120.50万元，第二批下达98.20万元，第三批下达45.10万元，累计下达263.80万元。", "sum", HOLDS, "263.80万元", "263.80万元"),
    ("instalments summed up, wrong", "首批下达120.50万元，第二批下达98.20万元，第三批下达45.10万元，累计下达236.80万元。", "sum", FAILS, "236.80万元", "263.80万元"),
    ("staff that came and went", "上年末在职62人，本年增加9人（招录5人、调入4人），减少6人（退休4人、调出2人），本年末在职65人。", "balance", HOLDS, "65人", "65人"),
    ("staff that came and went, wrong", "上年末在职62人，本年增加9人（招录5人、调入4人），减少6人（退休4人、调出2人），本年末在职56人。", "balance", FAILS, "56人", "65人"),
    ("what was added, of what there was", "新登记市场主体8934户，注销2105户，净增6829户，比上年末的49419户增长13.82%。", "change", HOLDS, "13.82%", "13.82%"),
    ("what was added, of what there was, wrong", "新登记市场主体8934户，注销2105户，净增6829户，比上年末的49419户增长18.32%。", "change", FAILS, "18.32%", "13.82%"),
    ("sets counted in two ways", "购置设备2240台（套），其中计算机860台、多媒体320套、实验器材1060台（套）。", "sum", HOLDS, "2240台套", "2240台套"),
    ("a share moved by one", "项目资金3520.18万元，中央1274.03万元（占36.19%），省126.70万元（占3.60%），市513.92万元（占14.61%），县1605.53万元（占45.60%）。", "share", HOLDS, "36.19%", "36.19%"),
    ("shares that give a hundred, one far from its own", "基本支出中，甲343.56万元，占12.50%；乙340.24万元，占12.38%；丙1255.84万元，占45.76%；丁807.97万元，占29.36%。", "share", FAILS, "45.76%", "45.71%"),
    ("a fall to nothing", "| 支出项目 | 2023年 | 2022年 | 增减率 |\n|---|---|---|---|\n| 工资 | 1277.29 | 1520.18 | -15.98% |\n| 差旅 | 1960.54 | 1451.35 | 35.08% |\n| 补助 | 730.36 | 314.10 | 132.52% |\n| 合计 | 3968.19 | 3285.63 | 27.70% |", "change", FAILS, "27.70%", "20.77%"),
    ("four grades", "参评园61所，其中优秀14所、良好31所、合格13所、不合格2所。", "sum", FAILS, "61所", "60所"),
]  # fmt: skip

ALONGSIDE_TRAPS = [
    ("rows that are not all of the whole", "本部门编制66名，在职58人。其中：机关编制20名，在职18人；执法队编制26名，在职24人。"),
    ("one measure that only some rows bear out", "全县有学校48所，在校学生31260人。小学31所，在校学生18140人。初中17所，在校学生9420人。"),
    ("totals so far of different things", "甲项目支出12.50万元，累计支出80.10万元；乙项目支出15.25万元，累计支出62.30万元；丙项目支出9.10万元，累计支出45.00万元。"),
    ("a fund whose balance went elsewhere too", "收入合计812.40万元，支出合计790.10万元，年末滚存结余1323.50万元。"),
    ("a rate and a bracket of something else", "本年执行率为97.20%（486.00万元、500.00万元为两批资金）。"),
    ("a bracket that tells the list again", "“三保”支出15.70亿元，其中保工资6.96亿元、保运转7.56亿元、保民生1.18亿元（保工资69633万元，保运转75560万元，保民生11792万元）。"),
    ("a net value with its workings before another one", "固定资产净值290.00万元（原值310.00万元，累计折旧20.00万元），无形资产净值4.70万元。"),
    ("the net value below the wear", "固定资产净值58.67万元（原值132.24万元，累计折旧73.57万元），无形资产净值4.70万元。"),
    ("a budget raised and cut", "年初预算数190.68万元，年中追加17.62万元、调减3.60万元，预算调整率7.35%。"),
    ("what was planned is not what has grown", "基金收入1703.39万元，完成预算1048.66万元的162.4%，较上年增加1126.17万元，增长195.1%。"),
    ("spending is no part of an income", "保险基金收入合计15457.23万元，支出合计12549.20万元。其中：甲基金收入2453.54万元，支出4728.74万元，当年收支缺口2275.20万元。"),
    ("a fund named after the budget", "支出总量288859万元，其中：公共预算支出282402万元，上解支出1428万元，债务还本支出2329万元，补充预算稳定调节基金523万元，结转下年2177万元。"),
    ("what was left under two names", "上年结转83.28万元，其中：基本支出结转62.64万元，项目支出结转15.24万元，经营结余5.40万元。"),
    ("a target and what was done among other numbers", "新增就业目标1447人，实际完成1800人；失业人员再就业261人，困难人员就业106人。"),
    ("a list of which the share tells that it is a part", "公用经费385.15万元，其中办公费80.86万元、差旅费35.61万元，两项占公用经费的30.24%。1—6月执行271.41万元。"),
    ("another fund's totals before", "收入总量161574万元，支出总量161574万元。甲基金收入8811.44万元，支出3216.96万元，当年收支结余5594.48万元。"),
    ("people of other things before those that came", "为131名特困人员发放供养金。上年末在职61人，本年增加11人。"),
    ("accepted and passed", "261个项目已验收214个，验收合格率100%。"),
    ("two counts behind one list", "范围涉及城东、城西、平湖镇、卓洋乡、杉洋镇，共2个街道、3个乡镇。"),
    ("beyond a target that is at least so much", "开设隔离带目标值≥600公里，实际开设672.5公里，超额完成72.5公里，完成率112.08%。"),
    ("a fund named after heads", "配套资金年初预算259万元。按在园幼儿17266人测算，需生均公用经费863.3万元，其中省级604.31万元、县级258.99万元。"),
    ("one total of two that were scored", "综合得分94.0分，其中决策15分，得12.3分，过程20分，得19.0分，产出35分，得34.5分，效益30分，得28.2分。另一项目综合得分91.4分。"),
    ("shares of another whole", "支出合计2647.69万元。一季度支出90.44万元，占全年支出的9.48%；二季度支出348.57万元，占全年支出的36.52%；三季度支出135.37万元，占全年支出的14.18%。"),
]  # fmt: skip
