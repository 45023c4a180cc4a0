"""What each row and line of the drawn shapes must be read as."""

from __future__ import annotations

import pytest

from forms.shapes import (
    BLOCKS,
    BONUS,
    CHECKLIST,
    FORMULA,
    LADDER,
    NAMED,
    NATURES,
    NUMBERED,
    ONE_HEADING,
    PAIRS,
    PLACEHOLDERS,
    PLATFORM,
    REVIEWED,
    SPECIAL,
    SUBHEADS,
    TASKS,
    TWO_ROWS,
    WHOLE,
)
from forms.sketch import sketch
from ziping.forms.listing import record_of
from ziping.forms.reading import examine

ROWS = ("level1", "level2", "level3", "target", "actual", "standard", "points", "score", "reason")
FUNDS = ("label", "initial", "adjusted", "executed", "points", "rate", "score")
CASES = {
    "the platform's export with the operator under 指标性质": (
        PLATFORM,
        {"kind": "project", "year": 2023, "unit": "某县发展局", "project": "000021R000001-设备运维", "money_unit": "万元"},
        [("总额", "30.5", "28.6", "28.6", "10", "100.00%", "10"), ("其中:财政资金", "30.5", "28.6", "28.6", "/", "100.00%", "/"),
         ("财政专户管理资金", "0", "0", "0", "/", "0.00%", "/"), ("其他资金", None, None, None, "/", None, "/")],
        [("产出指标", "数量指标", "巡检次数", "≥12次", "12", None, "30", "30", None),
         ("产出指标", "成本指标", "经济成本控制数", "≤30万元", "28.6", None, "30", "30", None),
         ("效益指标", "社会效益指标", "业务保障能力", "优良中低差", "优", None, "30", "28", "个别时段响应偏慢")],
        ("100", "98"),
    ),
    "figures beside their words, no points at all": (
        PAIRS,
        {"kind": "project", "year": 2021, "unit": "某镇人民政府", "project": "窗口设备购置", "money_unit": "万元"},
        [("预算数:", None, "13.5", "12.9", None, None, None), ("其中-财政拨款:", None, "13.5", "12.9", None, None, None),
         ("其它资金:", None, "0", "0", None, None, None)],
        [("项目完成指标", "数量指标", "购置台数", "9台", "9台", None, None, None, None),
         ("项目完成指标", "时效指标", "到货时间", "2021年6月前", "2021年5月", None, None, None, None),
         ("效益指标", "社会效益指标", "办件环境", "明显改善", "明显改善", None, None, None, None),
         ("满意度指标", "满意度指标", "办事群众满意度", "≥95%", "96%", None, None, None, None)],
        (None, None),
    ),
    "one line of money without a name, indicators without upper levels": (
        WHOLE,
        {"kind": "overall", "money_unit": "万元", "unit": "某区宣传中心"},
        [("部门预算执行情况（万元）", "1200", "1500", "1140", "10", "76%", "7.6")],
        [(None, None, "财政供养人员控制率", "≤100%", "92", None, "20", "20", None), (None, None, "播发稿件数量", "≥2200篇", "2859", None, "40", "40", None),
         (None, None, "管理制度健全性", "高", "高", None, "30", "30", None)],
        (None, "97.6"),
    ),
    "points before the target and the way of scoring beside them": (
        FORMULA,
        {"kind": "project", "year": 2016, "unit": "某区街道运行中心", "project": "道路保洁工作经费", "money_unit": "万元"},
        [("年度资金总额：", "310.2", None, "154.74", "10", "50%", "5"), ("其中：本年一般公共预算拨款", "310.2", None, "154.74", None, None, None),
         ("其他资金", None, None, None, None, None, None)],
        [("产出指标（50分）", "数量指标", "清扫道路条数", "20条", "20条", "完成值达到指标值，记满分", "12.5", "12.5", None),
         ("产出指标（50分）", "质量指标", "清扫合格率", "≥95%", "90%", "未达到指标值，按B/A记分", "12.5", "11.84", "冬季落叶期人手不足"),
         ("效益指标（40分）", "社会效益指标", "环境改善情况", "改善", "改善", "按三档记分", "40", "40", None)],
        ("100", "69.34"),
    ),
    "two goals with a block of indicators each, execution worth 20": (
        BLOCKS,
        {"kind": "project", "year": 2022, "unit": "投资促进中心", "project": "服务贸易发展资金", "money_unit": "万元"},
        [("年度财政资金总额", None, "285.84", "285.84", None, "100%", "20")],
        [("产出指标", "数量指标", "服务外包在岸（万美元）", "20000", "23333.56", None, None, "25", None),
         ("产出指标", "数量指标", "支持企业数量", "3", "3", None, None, "25", None),
         ("效益指标", "社会效益指标", "质量获得认可", "受欢迎", "受欢迎", None, None, "30", None)],
        (None, "100"),
    ),
    "a special fund without points, headings broken over lines": (
        SPECIAL,
        {"kind": "project", "year": 2020, "unit": "储备股", "project": "县级储备粮", "money_unit": "万元"},
        [("年度资金总额", None, "194.9", "194.9", None, "100%", None), ("其中:中央、省、市补助", None, None, None, None, None, None),
         ("县级资金", None, "194.9", "194.9", None, "100%", None), ("其他资金", None, None, None, None, None, None)],
        [("产\n出\n指\n标", "数量\n指标", "储备到位率", "100%", "100%", None, None, None, None),
         ("产\n出\n指\n标", "质量\n指标", "明显变质比例", "0", "0", None, None, None, None),
         ("满意度\n指标", "服务对象\n满意度指标", "市民满意度", "≥90%", "100%", None, None, None, None)],
        (None, None),
    ),
    "rows left as placeholders among filled ones": (
        PLACEHOLDERS,
        {"kind": "project", "year": 2019, "unit": "某学校", "project": "宿舍改造经费", "money_unit": "万元"},
        [("年度资金总额", "43.2", "43.2", "37.24", "10", "86%", "9"), ("其中:当年财政拨款", "43.2", "43.2", "37.24", "—", None, "—"),
         ("上年结转资金", None, None, None, "—", None, "—"), ("其他资金", None, None, None, "—", None, "—")],
        [("产出指标", "数量指标", "指标1：工程资金金额", "43.2", "37.24", None, "10", "9", "尾款未付"),
         ("产出指标", "质量指标", "指标1：工程完工率", "100", "100", None, "10", "10", None),
         ("效益指标", "社会效益指标", "指标1：学生住宿条件", "改善", "改善", None, "70", "70", None)],
        ("100", "98"),
    ),
    "a points column behind every level": (
        LADDER,
        {"kind": "scoring"},
        [],
        [("投入", "目标设定", "绩效目标合理性", None, None, "相符得满分", "5", "5", None), ("投入", "目标设定", "绩效指标明确性", None, None, "清晰得满分", "5", "4", None),
         ("投入", "预算配置", "在职人员控制率", None, None, "≤100%计10分，每超过1个百分点扣0.5分", "10", "10", None),
         ("过程", "预算执行", "预算完成率", None, None, "100%计满分，每低于5%扣2分，扣完为止", "80", "76", None)],
        ("100", "95"),
    ),
    "levels under headings of other names": (
        CHECKLIST,
        {"kind": "scoring", "year": 2017},
        [],
        [("一般公共预算支出管理(60分)", "支出完成", "支出实际完成率", "100%", None, "按完成比例计算得分,满分为止", "40", "39.5", None),
         ("一般公共预算支出管理(60分)", "结转结余情况", "结转结余率", "9%", None, "按完成比例计算得分", "20", "20", None),
         ("信息公开(40分)", "预决算公开", "公开及时性", "及时", None, "未公开不得分", "40", "40", None)],
        (None, None),
    ),
    "two rows of headings, the target's parts below one heading": (
        TWO_ROWS,
        {"kind": "project", "project": "展厅运维", "unit": "某州数据中心", "money_unit": "元"},
        [("年度资金总额", "500000", "480000", "360000", "10", "75", "7.5"), ("其中：当年财政拨款", "500000", "480000", "360000", None, "75", None),
         ("上年结转资金", None, None, None, None, None, None), ("非财政拨款", None, None, None, None, None, None)],
        [("产出指标", "数量指标", "展厅开放天数", ">=240天", "251天", None, "30", "30", None),
         ("产出指标", "质量指标", "设备完好率", ">=95%", "93%", None, "30", "29.37", "部分设备超期服役"),
         ("效益指标", "社会效益指标", "公众知晓度", "=提升", "提升", None, "30", "30", None)],
        ("100", "96.87"),
    ),
    "income and nature of spending told in words below the total": (
        NATURES,
        {"kind": "overall", "year": 2022, "unit": "某县财政局", "money_unit": "万元"},
        [("年度资金总额", "1035.5", "1180.25", "1180.25", "10", "100%", "10")],
        [("产出指标\n（50分）", "数量指标", "培训人次", "≥300人次", "312人次", None, "50", "50", None),
         ("效益指标\n（40分）", "社会效益指标", "服务水平", "提升", "提升", None, "40", "38", None)],
        ("100", "98"),
    ),
    "name and weight below each level's heading": (
        NAMED,
        {"kind": "scoring"},
        [],
        [("预算执行情况", "支出管理", "支出完成率", None, None, "按完成比例计分", "40", "40", None),
         ("预算执行情况", "支出管理", "结转结余率", None, None, "每超过1%扣1分", "20", "19", None),
         ("预算监督", "信息公开", "公开合规性", None, None, "缺一项扣5分", "40", "40", None)],
        ("100", "99"),
    ),
    "a list of tasks with money above the block of funds": (
        TASKS,
        {"kind": "overall", "year": 2023, "unit": "某市水利局", "money_unit": "万元"},
        [("河道整治", None, "300", "295", None, None, None), ("水库巡检", None, "50", "50", None, None, None),
         ("部门预算总额", "800", "850", "845", "10", "99.41%", "9.94"),
         ("1.资金来源：（1）财政性资金", "800", "850", "845", "-", "-", "-"),
         ("（2）其他资金", "0", "0", "0", "-", "-", "-"),
         ("2.资金结构：（1）基本支出", "500", "500", "500", "-", "-", "-"),
         ("（2）项目支出", "300", "350", "345", "-", "-", "-")],
        [("投入管理指标", "工作目标管理", "目标相关性", "相关", "相关", None, "5", "5", None),
         ("产出指标", "履职完成", "河道整治条数", "3条", "3条", None, "85", "85", None)],
        ("100", "99.94"),
    ),
    "one heading over the columns of all levels, figures beside their words in one row": (
        ONE_HEADING,
        {"kind": "project", "year": 2022, "unit": "某养护中心", "project": "道路养护", "money_unit": "万元"},
        [("全年预算数", None, "100", "98", None, "98%", None)],
        [("决策", "项目立项", "立项依据充分性", None, None, "充分得5分", "5", "5", None),
         ("决策", "项目立项", "立项程序规范性", None, None, "规范得5分", "5", "4", None),
         ("产出", "产出数量", "实际完成率", None, None, "按完成率计分", "90", "88.2", None)],
        ("100", "97.2"),
    ),
    "a column left of the levels, bonus points beside the tree": (
        BONUS,
        {"kind": "project", "unit": "某校", "project": "某项目", "money_unit": "万元"},
        [("财政资金", None, "12.5", "12.5", "20", "100", "20"),
         ("其中：上级补助", None, "2.5", "2.5", None, "100", None),
         ("单位自筹", None, "0", "0", None, None, None),
         ("小计", None, "12.5", "12.5", None, "100", None)],
        [("产出指标（40）", "数量指标", "人次", "100", "100", None, "40", "40", None),
         ("效益指标（40）", "社会效益", "满意", "好", "好", None, "40", "40", None)],
        (None, "102"),
    ),
    "numbered rows without points, weights behind every name": (
        NUMBERED,
        {"kind": "scoring", "unit": "某中心"},
        [],
        [("产出指标（60分）", "数量指标（30分）", "完成项目数（30分）", "≥5个", None, None, "30", "30", None),
         ("产出指标（60分）", "质量指标（30分）", "合格率（30分）", "100%", None, None, "30", "28", "有一个未达标"),
         ("效益指标（40分）", "社会效益（40分）", "受益人数（40分）", "≥1000人", None, None, "40", "40", None)],
        (None, "98"),
    ),
    "name and weight below each level, target and actual below one heading": (
        SUBHEADS,
        {"kind": "overall"},
        [],
        [("产出", "数量", "A", "≥3", "3", None, "20", "20", None),
         ("产出", "数量", "B", "≥5", "5", None, "30", "28", None)],
        ("50", "48"),
    ),
    "an adjustment beside the adjusted budget, the review beside the score": (
        REVIEWED,
        {"kind": "project", "unit": "丙", "year": 2023, "project": "甲", "money_unit": "万元"},
        [("年度资金总额", "100", "120", "60", "10", "50%", "5"),
         ("其中：中央财政资金", "50", "50", "30", "-", "60%", "-"),
         ("省级财政资金", "50", "70", "30", "-", "42.86%", "-")],
        [("产出指标", "数量指标", "A", "≥3", "3", None, "50", "50", None),
         ("效益指标", "社会效益指标", "B", "好", "好", None, "40", "38", "略")],
        ("100", "93"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_shape_is_read_as_a_person_reads_it(name: str) -> None:
    text, facts, funds, rows, total = CASES[name]
    forms = record_of(examine([sketch(text)]))["forms"]
    assert len(forms) == 1
    form = forms[0]
    assert {key: form[key] for key in facts} == facts
    assert [tuple(line[key] for key in FUNDS) for line in form["funds"]] == funds
    assert [tuple(row[key] for key in ROWS) for row in form["indicators"]] == rows
    assert (form["total"]["points"], form["total"]["score"]) == total
