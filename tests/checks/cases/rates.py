"""Rates, weights and scores."""

from checks.case import GONE, Case, d, pct
from ziping.amounts import POINTS

OVER_ZERO = {"overall.funds.1.rate": pct("100.00%", "整体自评!H4")}
LEVEL3 = {"overall.indicators.2.points": d("10", "整体自评!F10", POINTS)}
EXPLAINED = {"overall.indicators.2.reason": "经人社部门核定", "overall.indicators.2.actual": "110.00%"}
ALL_FULL = {f"projects.0.indicators.{index}.score": points for index, points in ((4, "10"),)}
SCORE = "projects.0.indicators.0.score"
FORMULA = '=PERF_SCORE(F9,D9,E9,I9)'
NONE = {f"projects.0.indicators.{index}.reason": "无" for index in range(5)}

CASES = [
    Case(
        "rate-execution", fails={"overall.funds.0.rate": "100.00%"}, at="整体自评!H3", expected="90.00%", actual="100.00%",
        limit={"projects.0.funds.0.rate": "90.91%", "projects.0.funds.0.executed": "300.02"}, unknown={"overall.funds.0.executed": ""},
        says="6,300,000.00 ÷ 7,000,000.00"),
    Case(
        "rate-monitor", fails={"monitors.0.funds.0.rate": "45.45%"}, at="监控1!H4", expected="54.55%", actual="45.45%",
        limit={"monitors.0.funds.0.rate": "0.5455"}, unknown={"monitors.0.funds.0.executed": ""}),
    Case(
        "rate-staff", fails={"base.staff_rate": "100%"}, at="基础数据!D3", expected="90.00%", actual="100.00%", limit={"base.staff": "18", "base.staff_rate": "90%"},
        unknown={"base.staff": ""}),
    Case(
        "rate-change", fails={"ledger.lines.3.change": "105.00%"}, at="收支与资产!F5", expected="5.00%", actual="105.00%",
        limit={"ledger.lines.3.change": "5.01%", "ledger.lines.3.current": "630.03"}, unknown={"ledger.lines.3.current": ""}),
    Case(
        "rate-share", fails={"ledger.lines.10.share": "98.93%"}, at="收支与资产!E12", expected="33.33%", actual="98.93%",
        limit={"ledger.lines.10.share": "33.34%"}, unknown={"ledger.lines.10.share": ""}),
    Case(
        "rate-share-sum", fails={"ledger.lines.10.share": "98.93%"}, at="收支与资产!E11", expected="100.00%", actual="165.60%",
        limit={"ledger.lines.10.share": "33.34%"}, unknown={"ledger.lines.10.share": ""}),
    Case(
        "rate-over-zero", passes={"overall.funds.1.rate": ""}, fails=OVER_ZERO, at="整体自评!H4", actual="100.00%", limit={"overall.funds.1.rate": "0"},
        unknown={"overall.funds.1.rate": None}, says="分母是 0"),
    Case(
        "rate-blank", fails={"base.staff_rate": ""}, at="基础数据!D3", expected="90.00%", unknown={"base.staff": ""},
        limit={"overall.funds.1.rate": ""}),
    Case(
        "rate-over-budget", fails={"overall.funds.0.executed": "7,000,000.01"}, at="整体自评!E3", expected="7000000.00", actual="7000000.01",
        limit={"overall.funds.0.executed": "7,000,000.00"}, unknown={"overall.funds.0.executed": ""}),
    Case(
        "weight-level1", fails={"projects.0.indicators.3.points": "50"}, at="项目1!A12", expected="30", actual="50", unknown={"projects.0.indicators.3.points": ""},
        limit={"projects.0.indicators.3.points": "30.00"}),
    Case(
        "weight-level2", fails={"overall.indicators.3.level3.weight": "5"}, at="整体自评!B10", expected="20", actual="15",
        unknown={"overall.indicators.3.level3.weight": ""}, limit={"overall.indicators.3.level3.weight": "10.0"}),
    Case(
        "weight-level3", passes=LEVEL3, fails={"overall.indicators.2.points": d("9", "整体自评!F10", POINTS)}, at="整体自评!C10", expected="10", actual="9",
        limit={"overall.indicators.2.points": d("10.0", "整体自评!F10", POINTS)}, unknown={"overall.indicators.2.points": d("", "整体自评!F10")}),
    Case(
        "weight-children", fails={"overall.indicators.4.level2.weight": "25"}, at="整体自评!A10", expected="40", actual="45",
        unknown={"overall.indicators.4.level2.weight": None}, limit={"overall.indicators.4.level2.weight": "20.0"}),
    Case(
        "weight-headings-hundred", fails={"projects.0.indicators.3.level1.weight": "35", "projects.0.indicators.3.points": "35"}, at="项目1!A9", expected="100", actual="105",
        unknown={"projects.0.indicators.3.level1.weight": ""}, limit={"projects.0.indicators.3.level1.weight": "30.0"}),
    Case(
        "weight-total", fails={"projects.0.indicators.3.points": "40"}, at="项目1!F14", expected="100", actual="110", unknown={"projects.0.indicators.3.points": ""},
        limit={"projects.0.indicators.3.points": "30.0"}, says="含预算执行率"),
    Case(
        "score-refused", passes={SCORE: FORMULA}, fails={SCORE: "#VALUE!", SCORE + ".formula": FORMULA, "projects.0.indicators.0.standard": d("看情况给分", "项目1!I9")},
        at="项目1!G9", actual="#VALUE!", limit={SCORE: FORMULA, "projects.0.indicators.0.standard": d("", "项目1!I9")},
        unknown={SCORE: "#VALUE!", SCORE + ".formula": FORMULA}, says="不能按公式计分：评分标准"),
    Case(
        "weight-hundred", fails={"overall.total_points": "110"}, at="整体自评!F17", expected="100", actual="110", unknown={"overall.total_points": "满分"},
        limit={"overall.total_points": "100.0"}),
    Case(
        "weight-national", fails={"projects.0.indicators.0.points": "30", "projects.0.indicators.0.level1.weight": "60"}, at="项目1!A9", expected="50", actual="60", unknown={"projects.0.indicators.0.points": ""},
        limit={"projects.0.indicators.0.points": "20.0"}),
    Case(
        "weight-missing", fails={"projects.0.indicators.0.points": ""}, at="项目1!F9", unknown={"projects.0.indicators.0": GONE},
        limit={"projects.0.indicators.0.points": "0", "projects.0.indicators.1.points": None}),
    Case(
        "score-above-points", fails={"projects.0.indicators.0.score": "21"}, at="项目1!G9", expected="20", actual="21",
        limit={"projects.0.indicators.0.score": "20.00"}, unknown={"projects.0.indicators.0.score": ""}),
    Case(
        "score-negative", fails={"projects.0.indicators.4.score": "-1"}, at="项目1!G13", expected="0", actual="-1", limit={"projects.0.indicators.4.score": "0"},
        unknown={"projects.0.indicators.4.score": "缺"}),
    Case(
        "score-total", fails={"overall.total_score": "97"}, at="整体自评!G17", expected="99", actual="97", limit={"overall.total_score": "99.00"},
        unknown={"overall.indicators.0.score": ""}),
    Case(
        "score-form-rules", passes={"scheme": "CAPPED", "overall": None, "projects.0.total_score": "89", "projects.1.total_score": "89"},
        fails={"scheme": "CAPPED", "overall": None, "projects.1.total_score": "89"}, at="项目1!G14", expected="89", actual="98.56",
        limit={"scheme": "CAPPED", "overall": None, "projects.0.total_score": "89.00", "projects.1.total_score": "89"},
        unknown={"scheme": "CAPPED", "overall": None, "projects.0.total_score": "", "projects.1.total_score": "89"}, says="总分最高89分"),
    Case(
        "score-total-range", fails={"overall.total_score": "101"}, at="整体自评!G17", expected="100", actual="101", limit={"overall.total_score": "100"},
        unknown={"overall.total_score": ""}),
    Case(
        "score-grade", fails={"overall.total_score": "84.47"}, at="整体自评!H17", expected="良", actual="优", limit={"overall.total_score": "90"},
        unknown={"overall.grade": ""}),
    Case(
        "score-execution", fails={"projects.0.funds.0.score": "10"}, at="项目1!I4", expected="9.09", actual="10", limit={"projects.0.funds.0.score": "9.1"},
        unknown={"projects.0.funds.0.executed": ""}),
    Case(
        "score-above-standard", fails={"overall.indicators.2.actual": "103.4%"}, at="整体自评!G10", expected="7", actual="10",
        limit={"overall.indicators.2.actual": "100.9%"}, unknown={"overall.indicators.2.actual": ""}),
    Case(
        "score-above-explained", passes={"overall.indicators.2.reason": "经人社部门核定"}, fails=EXPLAINED, at="整体自评!G10", expected="0", actual="10",
        limit={"overall.indicators.2.reason": "经人社部门核定", "overall.indicators.2.actual": "100.9%"}, unknown={"overall.indicators.2.reason": ""}),
    Case(
        "score-above-default", fails={"projects.0.indicators.0.actual": "6次"}, at="项目1!G9", expected="10", actual="20",
        limit={"projects.0.indicators.0.actual": "12次"}, unknown={"projects.0.indicators.0.actual": ""}),
    Case(
        "score-reason", fails={"projects.0.indicators.4.reason": "暂无"}, at="项目1!G13", actual="9.47", says="低于分值 10分，没有说明",
        limit={"projects.0.indicators.0.score": "20.0", "projects.0.indicators.0.reason": ""}, unknown={"projects.0.indicators.0.score": ""}),
    Case("score-all-full", fails=ALL_FULL, at="项目1!G14", unknown={"projects.0.indicators.0.score": ""}, says="5 个指标", limit={"projects.0.indicators.4.score": "9.99"}),
    Case(
        "score-boilerplate", fails=NONE, at="项目1!H9", actual="无", unknown={"projects.0.indicators.4.reason": ""},
        limit=NONE | {"projects.0.indicators.4.reason": "样本偏少"}, says="5 处"),
    Case(
        "score-target-repeated", fails={"projects.0.indicators.4.actual": "≥95%"}, at="项目1!E13", actual="≥95%", unknown={"projects.0.indicators.4.actual": ""},
        limit={"projects.0.indicators.4.actual": "95%"}),
    Case(
        "score-no-figure", fails={"projects.0.indicators.0.actual": "已完成"}, at="项目1!E9", actual="已完成", unknown={"projects.0.indicators.0.actual": ""},
        limit={"projects.0.indicators.0.actual": "十二次"}, says="指标值“≥12次”是定量指标"),
    Case(
        "score-far-above", fails={"projects.0.indicators.0.actual": "16次"}, at="项目1!E9", actual="16次", limit={"projects.0.indicators.0.actual": "15次"},
        unknown={"projects.0.indicators.0.actual": ""}),
    Case(
        "score-actual-negative", fails={"projects.0.indicators.4.actual": "-90%"}, at="项目1!E13", actual="-90%", limit={"projects.0.indicators.4.actual": "0%"},
        unknown={"projects.0.indicators.4.actual": ""}),
    Case(
        "score-beyond-whole", fails={"projects.0.indicators.1.actual": "100.5%"}, at="项目1!E10", actual="100.5%",
        limit={"projects.0.indicators.1.actual": "100%"}, unknown={"projects.0.indicators.1.actual": "可用"}),
    Case(
        "score-rounded", fails={"projects.0.funds.0.score": "9"}, at="项目1!I4", expected="9.09", actual="9", unknown={"projects.0.funds.0.executed": ""},
        limit={"projects.0.funds.0.score": "9.1"}),
]
