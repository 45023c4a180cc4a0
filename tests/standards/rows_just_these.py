"""Just what the standard says, told behind, by number or by its bare verb; other things, other years and further words stay refused."""

from __future__ import annotations

_GRADED = "施工期间未发生安全事故得4分；每发生一起一般事故扣2分；发生较大及以上事故的，本项不得分。"
_INSURED = "按约定足额投保得4分；法定保险缺失或不足额的，不得分；约定的附加保险缺失或不足额的，每发现1项，扣1分，扣完为止。"
_IN_PROPORTION = "1.所有项目均按计划时间完成（8分）；2.部分项目未按计划时间完成的，本指标得分=已完成项目数/计划完成项目总数×8分。"
_QUALITIES = "有项目管理办法（2分） 流程清晰规范（2分） 内容全面合理（2分）"
_PUNCTUAL = "及时完成勘察设计、编制年度方案并报市水务局的，得3分；未按时完成的，不得分。"
_POINTS = "①部门预算公开得2分；②部门决算公开得2分；③采购信息公开得2分。"
TOLD_BEHIND = [  # So many behind their own words, where just these are counted.
    (_GRADED, 4, "", "发生一般事故1起", "2"),
    (_GRADED, 4, "", "一般事故2起", "0"),
    (_GRADED, 4, "", "出现一般事故一起", "2"),
    (_GRADED, 4, "", "上年发生一般事故1起", "没有写明次数"),
    (_GRADED, 4, "", "发生一般事故1起，已整改", "没有写明次数"),
    (_GRADED, 4, "", "发生一般火灾事故1起", "没有写明次数"),
    (_GRADED, 4, "", "疑似一般事故1起", "没有写明次数"),
    (_GRADED, 4, "", "发生一般隐患1起", "没有写明次数"),
    (_GRADED, 4, "", "避免一般事故1起", "没有写明次数"),
    (_INSURED, 4, "", "约定的附加保险缺失1项", "3"),
    (_INSURED, 4, "", "存在约定的附加保险不足额2项", "2"),
    (_INSURED, 4, "", "约定的附加保险缺失1项，已补办", "没有写明次数"),
    (_INSURED, 4, "", "约定的附加保险1项", "没有写明次数"),
    (_INSURED, 4, "", "约定的其他保险缺失1项", "没有写明次数"),
    (_INSURED, 4, "", "法定保险缺失1项", "没有写明次数"),
]
PARTLY_IN_TIME = [  # The verb and its manner alone, where nothing but late is set against them.  # All in time, or of the planned ones so many: the quotient earns the same points.
    (_IN_PROPORTION, 8, "10个", "7个", "5.6"),
    (_IN_PROPORTION, 8, "10个", "10个", "8"),
    (_IN_PROPORTION, 8, "10个", "0个", "0"),
    (_IN_PROPORTION, 6, "10个", "7个", "分值"),
    (_IN_PROPORTION.replace("×8分", "×6分"), 8, "10个", "7个", "没有读懂"),
    (_IN_PROPORTION.replace("已完成项目数", "未完成项目数"), 8, "10个", "7个", "没有读懂"),
    (_IN_PROPORTION.replace("×8分。", "×8分，质量不合格的酌情扣分。"), 8, "10个", "7个", "需要人工判断"),
    (_IN_PROPORTION, 8, "", "7个", "不是百分比"),
    (_IN_PROPORTION, 8, "≥90%", "70%", "可理解为"),
    (_IN_PROPORTION, 8, "≤10个", "7个", "是上限"),
    (_IN_PROPORTION, 8, "10个", "部分项目未按计划时间完成", "不是数值"),
    (_IN_PROPORTION, 8, "10个", "7个项目按期完成", "比较"),
    (_IN_PROPORTION.replace("计划完成项目总数", "实施项目总数"), 8, "10个", "7个", "没有读懂"),
]
NOT_QUITE = [  # One of several that is not quite so: its own words and no others.
    (_QUALITIES, 6, "", "有项目管理办法；流程清晰规范；内容不够全面合理", "4"),
    (_QUALITIES, 6, "", "有项目管理办法；流程不够清晰规范；内容不够全面合理", "2"),
    (_QUALITIES, 6, "", "有项目管理办法；流程清晰规范；内容不够全面", "没有说明哪几项满足"),
    (_QUALITIES, 6, "", "有项目管理办法；流程清晰规范；部分内容不够全面合理", "没有说明哪几项满足"),
    (_QUALITIES, 6, "", "有项目管理办法；流程清晰规范；内容不够全面合理，已完善", "没有说明哪几项满足"),
    (_QUALITIES, 6, "", "有项目管理办法；流程清晰规范；方案不够全面合理", "没有说明哪几项满足"),
    ("有项目管理办法（2分） 流程清晰规范（2分） 内容较全面合理（2分）", 6, "", "有项目管理办法；流程清晰规范；内容不够全面合理", "没有说明哪几项满足"),
]
IN_TIME = [  # The verb and its manner alone, where nothing but late is set against them.
    (_PUNCTUAL, 3, "", "已及时完成", "3"),
    (_PUNCTUAL, 3, "", "及时完成", "3"),
    (_PUNCTUAL, 3, "", "未按时完成", "0"),
    (_PUNCTUAL, 3, "", "已完成", "对不上"),
    (_PUNCTUAL, 3, "", "部分已及时完成", "对不上"),
    (_PUNCTUAL, 3, "", "基本及时完成", "对不上"),
    (_PUNCTUAL, 3, "", "整改后已及时完成", "对不上"),
    (_PUNCTUAL, 3, "", "已及时完成勘察设计", "对不上"),
    (_PUNCTUAL.replace("报市水务局", "达到优良标准"), 3, "", "已及时完成", "对不上"),
    (_PUNCTUAL.replace("未按时完成的，", "方案质量差的，"), 3, "", "已及时完成", "对不上"),
    (_PUNCTUAL.replace("不得分", "酌情扣分"), 3, "", "已及时完成", "需要人工判断"),
]
TOLD_ALIKE = [  # By the printed numbers, where one thing is asked of each.
    (_POINTS, 6, "", "①②已公开，③未公开", "4"),
    (_POINTS, 6, "", "①已公开，②③未公开", "2"),
    (_POINTS, 6, "", "①②③均已公开", "6"),
    (_POINTS, 6, "", "①②已公开", "没有说明哪几项满足"),
    (_POINTS, 6, "", "①②部分公开，③未公开", "没有说明哪几项满足"),
    (_POINTS, 6, "", "①②已公示，③未公开", "没有说明哪几项满足"),
    (_POINTS, 6, "", "①②已公开，③未及时公开", "没有说明哪几项满足"),
    (_POINTS, 6, "", "①②已公开，③拟公开", "没有说明哪几项满足"),
    (_POINTS, 6, "", "①②已公开，③④未公开", "没有说明哪几项满足"),
    (_POINTS.replace("①部门预算", "按规定时限公开的：①部门预算"), 6, "", "①②已公开，③未公开", "没有读懂"),
    (_POINTS.replace("部门决算公开", "部门决算及时公开"), 6, "", "①②已公开，③未公开", "没有说明哪几项满足"),
]
