"""Indicators that can be worked out, and forms against each other."""

from checks.case import GONE, Case, d, wan
from ziping.amounts import PERCENT, POINTS, WAN_YUAN, YUAN
from ziping.evaluation import Indicator, LedgerLine, Level, Place


def indicator(name: str, actual: str, target: str = "按计划") -> dict:
    """One more row of the overall form, without points."""
    level = Level(name, None, Place("整体自评", "C30"))
    return {"overall.indicators.+": Indicator(
        Level("产出指标"), Level("其他"), level, target=d(target, "整体自评!D30"), actual=d(actual, "整体自评!E30", PERCENT if "%" in actual else WAN_YUAN))}


AT = "整体自评!E30"
THREE = "base.lines.0"
PLANNED = {
    "ledger.lines.+": LedgerLine("项目资金", "计划投入资金", current=wan("500.00", "收支与资产!D40")),
    "ledger.lines.14": LedgerLine("项目资金", "到位资金", current=wan("450.00", "收支与资产!D41")),
}
INITIAL = {"overall.funds.2.initial": wan("150.00", "整体自评!C5"), "overall.funds.3.initial": wan("450.00", "整体自评!C6")}
CARRIED = {
    "ledger.lines.+": LedgerLine("预算执行", "年末结转和结余", current=wan("14.00", "收支与资产!D50")),
    "ledger.lines.14": LedgerLine("预算执行", "年初结转和结余", current=wan("4.00", "收支与资产!D51")),
}
IN_USE = {
    "ledger.lines.+": LedgerLine("资产", "在用固定资产", current=wan("98.00", "收支与资产!D50")),
    "ledger.lines.14": LedgerLine("资产", "全部固定资产", current=wan("100.00", "收支与资产!D51")),
}
SETTLED = {"settings.自评得分": d("99", "设置!B9")}
GRADED = {"settings.自评等级": d("优", "设置!B10")}
TWIN = {
    "ledger.lines.+": LedgerLine(
        "三公经费", "公务接待", last_year=wan("4.00", "收支与资产!B30"), budget=wan("5.00", "收支与资产!C30"), current=wan("3.00", "收支与资产!D30")),
}
UNLISTED = {"ledger.projects": [], "ledger.projects_total": None}


def twin(current: str) -> dict:
    line = TWIN["ledger.lines.+"]
    return {"ledger.lines.+": LedgerLine("三公经费", "公务接待", last_year=line.last_year, budget=line.budget, current=wan(current, "收支与资产!D30"))}


IN_FORM = {"projects.0.funds.0.rate": None, "overall.funds.2.rate": None, "overall.funds.3.rate": None, "ledger": None}


def added_up(part: str, total: str) -> dict:
    """The first project's form and the overall form's 项目支出 as sums."""
    return IN_FORM | {
        "projects.0.funds.1.executed": part, "projects.0.funds.0.executed": wan(part, "项目1!E4", "=SUM(E5:E7)"),
        "overall.funds.3.executed": d(total, "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4)*10000")}


CASES = [
    Case(
        "single-source", fails=added_up("200.00", "3,500,000.00"), at="项目1!E4", expected="300.00", actual="200.00", passes=added_up("300.00", "4,500,000.00"),
        limit=added_up("300.01", "4,500,100.00"), unknown=added_up("300.00", "4,500,000.00") | {"projects.0.funds.0.executed": wan("", "项目1!E4", "=SUM(E5:E7)")},
        says="与《整体自评》E3、《基础数据》D18、《基础数据》D10"),
    Case(
        "single-part", fails=added_up("200.00", "3,500,000.00") | {"base.lines.6.executed": None}, at="整体自评!E5", passes=IN_FORM,
        limit=IN_FORM | {"base.lines.14.executed": "630.01"}, unknown=IN_FORM | {"base.lines.14.executed": ""},
        says="《整体自评》E5、《项目1》E5、《项目1》E6、《项目1》E7中有一个填错，它们之和多 1000000.00元 才与《整体自评》E3、《基础数据》D18"),
    Case(
        "single-figure", fails={"ledger.lines.5.current": "650.00"}, at="收支与资产!D7", expected="450.00", actual="650.00", limit={"ledger.lines.5.current": "450"},
        unknown={"ledger.lines.5.current": ""}, says="与《收支与资产》D5、《基础数据》D10、《整体自评》E6、《收支与资产》F7等 5 处都对不上"),
    Case(
        "derived-staff", fails={"overall.indicators.2.actual": "100.00%"}, at="整体自评!E10", expected="90.00%", actual="100.00%", says="18 ÷ 20",
        limit={"overall.indicators.2.actual": "90%"}, unknown={"base.posts": "", "ledger.lines.13.current": ""}),
    Case(
        "derived-expenditure-control", fails={"overall.indicators.4.actual": "100.00%"}, at="整体自评!E12", expected="90.00%", actual="100.00%",
        limit={"overall.indicators.4.actual": "90.5%", "base.lines.14.executed": "633.50"}, unknown={"overall.indicators.4.actual": "已控制"}),
    Case(
        "derived-completion", fails={"overall.indicators.6.actual": "100%"}, at="整体自评!E14", expected="90.00%", actual="100.00%",
        limit={"overall.indicators.6.actual": "0.9"}, unknown={"overall.indicators.6.actual": ""}),
    Case(
        "derived-growth", fails={"overall.indicators.5.actual": "100%"}, at="整体自评!E13", expected="5.00%", actual="100.00%",
        limit={"overall.indicators.5.actual": "105%"}, unknown={"overall.indicators.5.actual": "增长"}),
    Case(
        "derived-three-public-change", fails={"overall.indicators.3.actual": "100%"}, at="整体自评!E11", expected="-20.00%", actual="100.00%",
        limit={"overall.indicators.3.actual": "-20.0%"}, unknown={"overall.indicators.3.target": "（本年预算−上年预算）÷上年预算"}),
    Case(
        "derived-three-public-control", passes=indicator("三公经费控制率", "66.67%"), fails=indicator("三公经费控制率", "100%"), at=AT, expected="66.67%", actual="100.00%",
        limit=indicator("“三公经费”控制率", "66.7%"), unknown=indicator("三公经费控制率", "66.67%") | {THREE + ".budget": ""}),
    Case(
        "derived-public-funds", passes=indicator("公用经费控制率", "83.33%"), fails=indicator("公用经费控制率", "100%"), at=AT, expected="83.33%", actual="100.00%",
        limit=indicator("公用经费控制率", "83.3%"), unknown=indicator("公用经费控制率", "83.33%") | {"base.lines.9.executed": ""}),
    Case(
        "derived-procurement", passes=indicator("政府采购执行率", "90%"), fails=indicator("政府采购执行率", "100%"), at=AT, expected="90.00%", actual="100.00%",
        limit=indicator("政府采购执行率", "90.0%"), unknown=indicator("政府采购执行率", "90%") | {"base.lines.13.budget": ""}),
    Case(
        "derived-in-place", passes=indicator("资金到位率", "90%") | PLANNED, fails=indicator("资金到位率", "80%") | PLANNED, at=AT, expected="90.00%", actual="80.00%",
        limit=indicator("资金到位率", "100%") | PLANNED, unknown=indicator("资金到位率", "90%") | PLANNED | {"ledger": None}),
    Case(
        "derived-carryover", passes=indicator("结余结转率", "2%") | CARRIED, fails=indicator("结余结转率", "5%") | CARRIED, at=AT, expected="2.00%", actual="5.00%",
        limit=indicator("结转结余率", "2.17%") | CARRIED, unknown=indicator("结余结转率", "2%"), says="14.00 ÷ 700.00（《收支与资产》D50；《基础数据》C18）应为"),
    Case(
        "derived-carryover-change", passes=indicator("结转结余变动率", "250%") | CARRIED, fails=indicator("结转结余变动率", "350%") | CARRIED, at=AT,
        expected="250.00%", actual="350.00%", limit=indicator("结转结余变动率", "250.0%") | CARRIED, unknown=indicator("结转结余变动率", "250%")),
    Case(
        "derived-assets", passes=indicator("固定资产利用率", "98%") | IN_USE, fails=indicator("固定资产利用率", "91%") | IN_USE, at=AT, expected="98.00%", actual="91.00%",
        limit=indicator("固定资产利用率", "98.0%") | IN_USE, unknown=indicator("固定资产利用率", "98%")),
    Case(
        "derived-adjustment", passes=indicator("预算调整率", "16.67%") | INITIAL, fails=indicator("预算调整率", "0%") | INITIAL, at=AT, expected="16.67%", actual="0.00%",
        limit=indicator("预算调整率", "16.7%") | INITIAL, unknown=indicator("预算调整率", "16.67%")),
    Case(
        "across-projects-overall", fails={"projects.1.funds.0.executed": "160.00"}, at="整体自评!E6", expected="4600000.00", actual="4500000.00",
        limit={"projects.1.funds.0.executed": "150.01"}, unknown={"projects.1": GONE}, says="网络租赁 300.00万元 + 运行维护 160.00万元"),
    Case(
        "across-projects-base", fails={"projects.1.funds.0.executed": "160.00"}, at="基础数据!D10", expected="460.00", actual="450.00",
        limit={"projects.1.funds.0.executed": "150.01"}, unknown={"projects.1": GONE}),
    Case(
        "across-projects-ledger", fails={"overall": None, "projects.1.funds.0.executed": "160.00"}, at="收支与资产!D7", expected="460.00", actual="450.00",
        passes={"overall": None}, limit={"overall": None, "projects.1.funds.0.executed": "150.01"}, unknown={"overall": None, "projects.1": GONE},
        says="网络租赁 300.00 + 运行维护 160.00"),
    Case(
        "across-projects-open", fails=UNLISTED | {"projects.1.funds.0.executed": "140.00"}, at="收支与资产!D7", expected="440.00", actual="450.00",
        passes=UNLISTED, limit=UNLISTED | {"projects.1.funds.0.executed": "150.01"}, unknown=UNLISTED | {"projects.1.funds.0.executed": ""},
        says="多出 10.00万元；请核对各项目自评表的资金总额与项目支出，有项目没有附自评表的可以不改"),
    Case(
        "across-project-list", fails={"ledger.projects.1.executed": "160.00"}, at="收支与资产!C18", expected="150.00", actual="160.00",
        limit={"ledger.projects.1.executed": "150.01"}, unknown={"ledger.projects.1.executed": ""}, says="运行维护自评表资金总额"),
    Case(
        "across-list-total", fails={"ledger.projects_total.executed": "460.00"}, at="整体自评!E6", expected="4600000.00", actual="4500000.00",
        limit={"ledger.projects_total.executed": "440.00"}, unknown={"ledger.projects_total.executed": "", "ledger.projects.0.executed": ""}),
    Case(
        "across-list-item", fails={"ledger.projects.0.executed": "459.52"}, at="收支与资产!C17", expected="450.00", actual="459.52",
        limit={"ledger.projects.0.executed": "450.00"}, unknown={"ledger.projects.0.executed": ""}),
    Case(
        "across-basic", fails={"overall.funds.2.executed": "1,900,000.00"}, at="整体自评!E5", expected="1800000.00", actual="1900000.00",
        limit={"overall.funds.2.executed": "1,800,050.00"}, unknown={"overall.funds.2.executed": ""}),
    Case(
        "across-project-expenditure", fails={"ledger.lines.5.current": "460.00"}, at="整体自评!E6", expected="4600000.00", actual="4500000.00",
        limit={"ledger.lines.5.current": "450.0"}, unknown={"ledger.lines.5.current": ""}),
    Case(
        "across-total", fails={"base.lines.14.executed": "640.00"}, at="基础数据!D18", expected="630.00", actual="640.00",
        limit={"overall.funds.2.executed": "1,800,050.00"}, unknown={"base.lines.14.executed": ""}),
    Case(
        "limit-staff", fails={"base.staff": "21"}, at="基础数据!C3", expected="20", actual="21", limit={"base.staff": "20"}, unknown={"base.posts": ""},
        says="超过编制数的 20人，超出 1人"),
    Case(
        "limit-three-public", fails={"base.lines.3.executed": "7.02", "base.lines.1.executed": "7.02", "base.lines.0.executed": "12.02"}, at="基础数据!D7",
        expected="7.00", actual="7.02", limit={"base.lines.3.executed": "7.01", "base.lines.0.executed": "12.01"}, unknown={"base.lines.0.budget": ""}),
    Case(
        "limit-spending", fails={"ledger.lines.3.current": "640.02"}, at="收支与资产!D5", expected="640.00", actual="640.02",
        limit={"ledger.lines.3.current": "640.01"}, unknown={"ledger.lines.0.current": ""}),
    Case(
        "limit-base-total", fails={"base.lines.14.budget": "0", "base.lines.14.executed": "0"}, at="基础数据!D18", expected="450.00万元", actual="0.00万元",
        limit={"base.lines.14.budget": "500.00", "base.lines.14.executed": "450.00"}, unknown={"base.lines.14.budget": "", "base.lines.14.executed": ""}),
    Case(
        "across-base-overall", fails={"base.lines.6.executed": "979.97"}, at="基础数据!D10", expected="450.00", actual="979.97",
        limit={"overall.funds.3.executed": "4,500,050.00"}, unknown={"base.lines.6.executed": ""}),
    Case(
        "across-base-ledger", passes=TWIN, fails=twin("3.30"), at="基础数据!D9", expected="3.30", actual="3.00", limit=twin("3.01"), unknown=TWIN | {"base.lines.5.executed": ""}),
    Case(
        "across-staff", fails={"ledger.lines.14.current": "19"}, at="基础数据!C3", expected="19", actual="18", unknown={"base.staff": ""},
        limit={"ledger.lines.14.current": "18名"}),
    Case(
        "across-public-basic", fails={"base.lines.9.executed": "190.00"}, at="整体自评!E5", expected="1900000.00", actual="1800000.00",
        limit={"base.lines.9.executed": "180.00"}, unknown={"base.lines.9.executed": ""}),
    Case(
        "across-budget", fails={"base.lines.6.budget": "480.00"}, at="基础数据!C10", expected="500.00", actual="480.00",
        limit={"overall.funds.3.adjusted": "5,000,050.00"}, unknown={"base.lines.6.budget": ""}),
    Case(
        "across-score", passes=SETTLED, fails={"settings.自评得分": d("97", "设置!B9")}, at="整体自评!G17", expected="97", actual="99",
        limit={"settings.自评得分": d("99.00", "设置!B9", POINTS)}, unknown=SETTLED | {"overall.total_score": ""}),
    Case(
        "across-grade", passes=GRADED, fails={"settings.自评等级": d("良", "设置!B10")}, at="整体自评!H17", expected="良", actual="优",
        limit={"settings.自评等级": d("优秀", "设置!B10")}, unknown=GRADED | {"overall.grade": ""}),
    Case(
        "across-blank", fails={"base.lines.6.executed": ""}, at="基础数据!D10", expected="4500000.00元", unknown={"base.lines.6": GONE},
        limit={"base.lines.6.executed": "0"}),
    Case(
        "derived-text", fails={"overall.indicators.2.actual": "已控制"}, at="整体自评!E10", actual="已控制", unknown={"overall.indicators.2.actual": ""},
        limit={"overall.indicators.2.actual": "约90%"}),
]
