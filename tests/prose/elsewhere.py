"""How other kinds of reports put it (work reports, censuses, statistics of cases and accidents), in our own words: rows as in `sentences`, traps as (name, text)."""

HOLDS, FAILS, UNSURE = "holds", "fails", "unsure"

ELSEWHERE = [
    ("a rate of what was denied, of both together", "审查后批准申请30件，不批准10件，不批准率为25.00%。", "rate", HOLDS, "25.00%", "25.00%"),
    ("a rate of what passed, of both together", "抽查后评定合格114户、不合格6户，合格率95.00%。", "rate", HOLDS, "95.00%", "95.00%"),
    ("a rate of what was denied, one slip away", "审查后批准申请30件，不批准10件，不批准率为35.00%。", "rate", FAILS, "35.00%", "25.00%"),
    ("a rate of what failed, of all that was looked at", "抽检样品200批次，不合格6批次，不合格率5%。", "rate", FAILS, "5%", "3.00%"),
    ("a part of a part as a share of the whole", "老年人口为2640人，占20.00%（其中，高龄人口为1320人，占10.00%）。", "share", HOLDS, "10.00%", "10.00%"),
    ("a part of a part as a share of the part", "老年人口为2640人，占20.00%（其中，高龄人口为1320人，占50.00%）。", "share", HOLDS, "50.00%", "50.00%"),
    ("a part of a part as a share of neither", "老年人口为2640人，占20.00%（其中，高龄人口为1320人，占60.00%）。", "share", FAILS, "60.00%", "50.00%"),
    ("what was done, its share and the rest", "受理建议89件，已解决26件，占29.21%，正在解决53件。", "balance", FAILS, "53件", "63件"),
    ("a list one digit off its total", "发生事故6059起。其中道路事故4846起，火灾1189起，工伤18起。", "sum", FAILS, "6059起", "6053起"),
    ("kinds of people above all of them", "现有工作人员334人（其中在编工作人员315人、聘用工作人员40人）。", "sum", FAILS, "334人", "355人"),
    ("a list that is not all of its total, nor with what the total leaves out", "不予立案118件（不含暂缓8件），其中情节轻微的93件、证据不足的16件、超过期限的9件、暂缓期满的5件。", "parts", FAILS, "118件", "123件"),
    ("two measures against last year's two", "接待24批次、210人次，上年为30批次、260人次，分别下降20%、19.2%。", "change", HOLDS, "19.2%", "19.23%"),
    ("two measures against last year's two, the first wrong", "接待24批次、210人次，上年为30批次、260人次，分别下降25%、19.2%。", "change", FAILS, "25%", "20.00%"),
    ("what two measures changed by, the second wrong", "接待24批次210人次，上年同期为30批次260人次，分别减少6批次、40人次。", "change", FAILS, "40人次", "50人次"),
    ("a saving rate of what was paid instead of the plan", "采购预算77.06亿元，实际采购金额71.22亿元，节约资金5.84亿元，节约率8.2%。", "rate", FAILS, "8.2%", "7.58%"),
    ("a rate of what an audit cut, what was sent in told last", "审定金额1609万元，送审金额1693.68万元，审减84.68万元，审减率5.00%。", "rate", HOLDS, "5.00%", "5.00%"),
    ("shares told one a paragraph", "四、使用情况\n（一）群众活动支出29.00万元，占总数的4.02%。其中：器材12.00万元。\n（二）竞赛支出652.30万元，占总数的90.51%。\n（三）其他支出39.36万元，占总数的5.46%，用于还款。", "share", HOLDS, "90.51%", "90.51%"),
    ("shares told one a paragraph, an amount wrong", "四、使用情况\n（一）群众活动支出59.00万元，占总数的4.02%。其中：器材12.00万元。\n（二）竞赛支出652.30万元，占总数的90.51%。\n（三）其他支出39.36万元，占总数的5.46%，用于还款。", "share", FAILS, "4.02%", "7.86%"),
    ("shares told one a paragraph, one wrong", "四、使用情况\n（一）群众活动支出29.00万元，占总数的4.04%。其中：器材12.00万元。\n（二）竞赛支出652.30万元，占总数的90.51%。\n（三）其他支出39.36万元，占总数的5.46%，用于还款。", "share", FAILS, "4.04%", "4.02%"),
    ("the other measure that the parts are called by", "签约109个，协议引资7.78亿元，到位资金8.29亿元。其中工业项目35个，到位资金6.14亿元；基建项目18个，到位资金0.89亿元；其它项目56个，到位资金1.26亿元。", "sum", HOLDS, "8.29亿元", "8.29亿元"),
    ("the other measure that the parts are called by, wrong", "签约109个，协议引资7.78亿元，到位资金8.29亿元。其中工业项目35个，到位资金6.14亿元；基建项目18个，到位资金0.89亿元；其它项目56个，到位资金1.62亿元。", "sum", FAILS, "8.29亿元", "8.65亿元"),
    ("what a fund leaves, wrong", "2024年总收入233.60万元，2024年总支出270.10万元，财政收回6.80万元，本年结余21.50万元。", "balance", FAILS, "21.50万元", "-36.50万元"),
    ("last year's length and this year's", "2018年公路总里程为477.30公里，到2019年公路总里程501.20公里，比上年增加16.60公里。", "change", FAILS, "16.60公里", "23.90公里"),
    ("a part above its whole by a slip", "走访120户，满足164户，满足率95%。", "rate", FAILS, "95%", "136.67%"),
    ("a row of shares of a wrong whole", "安置规模386.14万人，其中城镇、乡村、其他分别为121.22万人、119.40万人和85.52万人，分别占安置规模的37.17%、36.61%和26.22%。", "share", FAILS, "36.61%", "30.92%"),
]

ELSEWHERE_TRAPS = [
    ("how two share", "收益归县乡两级：甲类县级和乡级按6:4分成；其中乙类县级和乡级按3:7分成。"),
    ("a part above its whole by no slip", "走访120户，满足377户，满足率95%。"),
    ("what a fund leaves with what else came and went", "2024年总收入233.60万元，上年结转64.80万元，2024年总支出270.10万元，财政收回6.80万元，本年结余21.50万元。"),
    ("shares told one a paragraph, of another whole", "四、使用情况\n（一）群众活动支出29.00万元，占总数的2.90%。\n（二）竞赛支出652.30万元，占总数的65.23%。\n（三）其他支出39.36万元，占总数的3.94%。"),
    ("shares told one a paragraph, one of another whole", "四、使用情况\n（一）群众活动支出29.00万元，占总数的12.37%。\n（二）竞赛支出652.30万元，占总数的90.51%。\n（三）其他支出39.36万元，占总数的5.46%。"),
    ("blanks for thousands", "认证产品1 500个，比上年增加300个，增长25.0%。"),
    ("the year before last is no last year", "2017年公路总里程为477.30公里，到2019年公路总里程501.20公里，比上年增加16.60公里。"),
    ("a rate of what was denied, of what else nobody tells", "审查后批准申请30件，不批准10件，不批准率为20%。"),
    ("a part of a part as a share of what nobody tells", "老年人口为847人，占14.70%，其中城区老年人口242人，占15.93%。"),
    ("what was done, its share and the rest of it in two parts", "受理建议89件，已解决26件，占29.21%；正在解决53件，占59.55%；留作参考10件，占11.24%。"),
    ("a list that falls short in another measure too", "发生事故6059起，受伤2924人，损失206万元。其中道路事故4846起，受伤2917人，损失163万元；火灾1189起，受伤3人，损失23万元；工伤18起，受伤2人，损失18万元。"),
    ("people by kinds of what befell them", "全年处分334人（其中党内处分315人、行政处分40人）。"),
    ("a list with what its total leaves out", "不予立案118件（不含暂缓5件），其中情节轻微的93件、证据不足的16件、超过期限的9件、暂缓期满的5件。"),
]
