"""Sums within the forms and within 收支与资产."""

from checks.case import Case, d, wan
from ziping.amounts import WAN_YUAN
from ziping.evaluation import BaseLine, Fund, FundLine, LedgerLine

STRUCTURE = {
    "projects.0.funds.+": FundLine("基本支出", Fund.BASIC, adjusted=wan("30.00", "项目1!D20"), executed=wan("100.00", "项目1!E20")),
}
STRUCTURED = STRUCTURE | {
    "projects.0.funds": [
        FundLine("年度资金总额", Fund.TOTAL, executed=wan("300.00", "项目1!E4")), FundLine("基本支出", Fund.BASIC, executed=wan("100.00", "项目1!E20")),
        FundLine("项目支出", Fund.PROJECT, executed=wan("200.00", "项目1!E21"))],
}
STRUCTURED.pop("projects.0.funds.+")
OTHER = {
    "base.lines.+": BaseLine(("培训专项",), executed=wan("9.00", "基础数据!D30")),
    "base.lines.14": BaseLine(("培训专项", "师资费"), executed=wan("4.00", "基础数据!D31")),
    "base.lines.13": BaseLine(("培训专项", "场地费"), executed=wan("4.00", "基础数据!D32")),
}
NET = "ledger.lines.9.current"


def carried(closing: str) -> dict:
    """Two lines of the sheet are income and spending of the year, two others what was carried over."""
    return {
        "ledger.lines.0.name": "本年收入", "ledger.lines.3.name": "本年支出",
        "ledger.lines.13": LedgerLine("结转", "年初结转和结余", current=wan("20.51", "收支与资产!D15")),
        "ledger.lines.14": LedgerLine("结转", "年末结转和结余", current=wan(closing, "收支与资产!D16")),
    }


CASES = [
    Case(
        "footing-funds-total", fails={"projects.0.funds.1.executed": "290.00"}, at="项目1!E4", expected="290.00", actual="300.00",
        limit={"projects.0.funds.1.executed": "299.99"}, unknown={"projects.0.funds.0.executed": ""}, says="多出 10.00万元"),
    Case(
        "footing-funds-structure", passes=STRUCTURED, fails=STRUCTURED | {"projects.0.funds.2.executed": "190.00"}, at="项目1!E4", expected="290.00", actual="300.00",
        limit=STRUCTURED | {"projects.0.funds.2.executed": "200.01"}, unknown={}),
    Case(
        "footing-sources-structure", fails={"overall.funds.0.executed": "6,300,000.01"}, at="整体自评!E3", expected="6300000.00", actual="6300000.01",
        unknown={"overall.funds.0.executed": ""}, limit={"overall.funds.0.executed": "6300000"}),
    Case(
        "footing-three-public", fails={"base.lines.5.executed": "3.50"}, at="基础数据!D4", expected="8.50", actual="8.00",
        limit={"base.lines.5.executed": "3.01"}, unknown={"base.lines.0.executed": ""}),
    Case(
        "footing-vehicles", fails={"base.lines.3.budget": "7.10"}, at="基础数据!C5", expected="7.10", actual="7.00",
        limit={"base.lines.3.budget": "7.01"}, unknown={"base.lines.1.budget": "约7"}),
    Case(
        "footing-base-projects", fails={"base.lines.7.executed": "979.97"}, at="基础数据!D10", expected="1129.97", actual="450.00",
        limit={"base.lines.7.executed": "299.99"}, unknown={"base.lines.6.executed": ""}, says="业务工作专项 979.97 + 运行维护专项 150.00"),
    Case(
        "footing-base-public-funds", fails={"base.lines.10.executed": "19.00"}, at="基础数据!D13", expected="26.00", actual="25.00",
        limit={"base.lines.10.executed": "18.02"}, unknown={"base.lines.11.executed": "-6.00"}, says="不应小于其中各项之和"),
    Case(
        "footing-base-other", passes=OTHER, fails=OTHER | {"base.lines.14": BaseLine(("培训专项", "师资费"), executed=wan("5.03", "基础数据!D31"))},
        at="基础数据!D30", expected="9.03", actual="9.00",
        limit=OTHER | {"base.lines.14": BaseLine(("培训专项", "师资费"), executed=wan("5.01", "基础数据!D31"))}, unknown={}),
    Case(
        "footing-project-list", fails={"ledger.projects.0.executed": "310.00"}, at="收支与资产!C19", expected="460.00", actual="450.00",
        limit={"ledger.projects.0.executed": "300.01"}, unknown={"ledger.projects_total.executed": ""}),
    Case(
        "footing-blank-part", fails={"projects.0.funds.1.executed": ""}, at="项目1!E5", expected="300.00", unknown={"projects.0.funds.0.executed": ""},
        limit={"projects.0.funds.2.executed": ""}, says="尚差 300.00万元"),
    Case(
        "ledger-total", fails={"ledger.lines.4.current": "190.00"}, at="收支与资产!D5", expected="640.00", actual="630.00",
        limit={"ledger.lines.4.current": "180.01"}, unknown={"ledger.lines.3.current": ""}),
    Case(
        "ledger-part-of", fails={"ledger.lines.6.current": "260.00"}, at="收支与资产!D7", expected="480.00", actual="450.00",
        limit={"ledger.lines.6.current": "230.01"}, unknown={"ledger.lines.5.current": "约450"}),
    Case(
        "ledger-item-exceeds", fails={"ledger.lines.6.current": "459.52"}, at="收支与资产!D8", expected="450.00", actual="459.52",
        limit={"ledger.lines.6.current": "450.01"}, unknown={"ledger.lines.6": LedgerLine("支出", "商品和服务支出")}),
    Case(
        "ledger-net", fails={NET: "85.00"}, at="收支与资产!D11", expected="80.00", actual="85.00", limit={NET: "80.01"}, unknown={NET: ""},
        says="固定资产原值 100.00 - 固定资产累计折旧 20.00"),
    Case(
        "ledger-blank-part", fails={"ledger.lines.5.current": ""}, at="收支与资产!D7", expected="450.00", unknown={"ledger.lines.3.current": ""},
        limit={"ledger.lines.2.current": d("", "收支与资产!D4", WAN_YUAN), "ledger.lines.1.current": "639.99"}),
    Case(
        "carryover-balance", passes=carried("30.51"), fails=carried("20.51"), at="收支与资产!D16", expected="30.51", actual="20.51",
        limit=carried("30.53"), unknown=carried(""),
        says="年初结转和结余 20.51 + 本年收入 640.00 - 本年支出 630.00"),
]
