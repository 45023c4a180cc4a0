"""Formulas and 报告素材."""

from dataclasses import replace

from checks.case import Case, d, pct, wan
from ziping.amounts import POINTS
from ziping.evaluation import Datum, Entry, Place

RATES = {
    f"overall.funds.{line}.rate": pct("90.00%", f"整体自评!H{line + 3}", f'=IF(D{line + 3}=0,"",E{line + 3}/D{line + 3})') for line in (0, 2, 3)
}
SCORES = {
    f"projects.0.indicators.{row}.score": d(score, f"项目1!G{row + 9}", POINTS, f"=PERF_SCORE(F{row + 9},D{row + 9},E{row + 9},I{row + 9})")
    for row, score in enumerate(("20", "20", "10", "30", "9.47"))
}
SUM = {"base.lines.6.executed": wan("450.00", "基础数据!D10", "=SUM(D11:D12)")}
UNRESOLVED = replace(wan("", "基础数据!D10", "=SUM(D11:D12)"), unresolved=True)
AS_TEXT = replace(wan("300.00", "基础数据!D11"), textual=True)
EXECUTED = "base.lines.6.executed"


def said(text: str, *path: str) -> dict:
    return {"narrative.+": Entry(path or ("收支说明",), Datum(text, place=Place("报告素材", "C9")))}


def scored(formula: str, error: str | None = None) -> dict:
    return {"overall.indicators.0.score": d(error or "5", "整体自评!G8", POINTS, formula, error=error)}


PERF = "=PERF_SCORE(F8,D8,E8)"
TOTAL = {"overall.total_score": d("#NAME?", "整体自评!G20", POINTS, "=SUM(G8:G19)", error="#NAME?")}
GOAL = {"projects.0.goals.0.achieved": "全年线路巡检12次，运行平稳。", "projects.0.indicators.0.level3.name": "线路巡检次数"}
CASES = [
    Case(
        "goal-indicator", fails=GOAL | {"projects.0.indicators.0.actual": "14次"}, at="项目1!E8", expected="14次", actual="12次", limit=GOAL,
        unknown=GOAL | {"projects.0.indicators.0.actual": ""}, says="全年线路巡检12次", passes=GOAL),
    Case(
        "formula-not-computed", passes=scored(PERF), fails=scored("=IF(E8=\"\",\"\",perf_score(F8,D8,E8))", "#NAME?") | TOTAL, at="整体自评!G8",
        actual="#NAME?", limit=scored(PERF) | {"overall.indicators.1.score": d("#NAME?", "整体自评!G9", POINTS, "=PERF_SCOER(F9,D9,E9)", error="#NAME?")},
        unknown={}, says="等 2 个单元格显示 #NAME?"),
    Case(
        "formula-no-result", passes=SUM, fails=SUM | {EXECUTED: UNRESOLVED}, at="基础数据!D10", expected="450.00", limit=SUM | {EXECUTED: replace(UNRESOLVED, formula='=IF(1=1,"",D11)')},
        unknown={}, says="的公式没有结果，不是漏填"),
    Case(
        "formula-sheet", passes=SUM | {"sheets": ("基础数据", "项目1")}, fails={"sheets": ("基础数据",), EXECUTED: "='项目1'!E4"}, at="基础数据!D10",
        limit={"sheets": ("基础数据", "项目1"), EXECUTED: "='项目1'!E4"}, unknown=SUM, says="引用工作表“项目1”，工作簿中没有这张表"),
    Case("formula-error", passes=SUM, fails={EXECUTED: "#DIV/0!"}, at="基础数据!D10", actual="#DIV/0!", unknown={}, says="显示错误值 #DIV/0!"),
    Case(
        "formula-error-heading", fails={"broken": [d("", "基础数据!D2", formula='=设置!B3-1&"年决算数"', error="#VALUE!")]}, at="基础数据!D2", actual="#VALUE!",
        limit={"broken": [d("", "整体自评!E3", error="#DIV/0!")]}, unknown={"overall.title": Datum()}, says='公式 =设置!B3-1&"年决算数" 显示错误值 #VALUE!'),
    Case(
        "formula-overwritten", passes=RATES, fails=RATES | {"overall.funds.0.rate": "90.00%"}, at="整体自评!H3", actual="90.00%",
        limit=RATES | {"overall.funds.0.rate": ""}, unknown={}),
    Case(
        "formula-row", passes=RATES, fails=RATES | {"overall.funds.0.rate": "=E5/D5"}, at="整体自评!H3", limit=RATES | {"overall.funds.0.rate": "=E3/D5"},
        unknown=RATES | {"overall.funds.0.rate": "=总额/预算"}, says="引用了第 5 行"),
    Case(
        "formula-sum", passes=SUM, fails={EXECUTED: "=SUM(D11:D11)"}, at="基础数据!D10", limit={EXECUTED: "=D11+D12"}, unknown={EXECUTED: "=SUM(D11"},
        says="没有包括 D12"),
    Case(
        "formula-stale", passes=SUM, fails=SUM | {"base.lines.7.executed": "310.00"}, at="基础数据!D10", expected="460.00", actual="450.00",
        limit=SUM | {"base.lines.7.executed": "300.005"}, unknown={EXECUTED: "=SUM(D11:D12)+Z99"}),
    Case(
        "formula-text", passes=SUM, fails=SUM | {"base.lines.7.executed": AS_TEXT}, at="基础数据!D11", actual="300.00", unknown={}, says="《基础数据》D10的公式 =SUM(D11:D12)",
        limit=SUM | {"base.lines.9.executed": replace(wan("25.00", "基础数据!D13"), textual=True)}),
    Case(
        "complete-as-text", fails={"base.lines.9.executed": replace(wan("25.00", "基础数据!D13"), textual=True)}, at="基础数据!D13", actual="25.00",
        limit=SUM | {"base.lines.7.executed": AS_TEXT}, unknown={"base.lines.9.executed": ""}, says="汇总时求和会漏掉它"),
    Case(
        "formula-foreign-link", passes=SCORES, fails={"overall.indicators.0.score": "=[1]!PERF_SCORE(F8,D8,E8)"}, at="整体自评!G8", unknown={},
        limit={"overall.indicators.0.score": "=PERF_SCORE(F8,D8,E8)"}),
    Case("formula-external", passes=SUM, fails={EXECUTED: "=[2]汇总!B3"}, at="基础数据!D10", limit={EXECUTED: "='项目1'!E4"}, unknown={}),
    Case(
        "formula-plug", passes=SUM, fails={EXECUTED: "=SUM(D11:D12)+0.03"}, at="基础数据!D10", actual="0.03", limit={EXECUTED: "=D11/D12-1"},
        unknown={EXECUTED: "=SUM(D11"}),
    Case(
        "text-arithmetic", fails=said("本年支出合计630.00万元，其中基本支出180.00万元，项目支出400.00万元。"), at="报告素材!C9", says="重算",
        expected="580.00万元", actual="630.00万元", limit=said("支出合计630.00万元，其中基本支出180.00万元，项目支出450.01万元。"), unknown={"narrative": []}),
    Case(
        "text-figure", fails=said("2023年基本支出182.00万元。"), at="报告素材!C9", expected="180.00", actual="182.00", unknown={"narrative": []},
        limit=said("2023年基本支出180万元。"), says="基本支出"),
    Case(
        "text-score", passes=said("自评得分99分。"), fails=said("自评得分97分。"), at="报告素材!C9", expected="99", actual="97", limit=said("自评得分99.00分。"),
        unknown=said("自评得分99分。") | {"overall.total_score": "", "projects.0.total_score": "", "projects.1.total_score": ""}),
    Case(
        "text-placeholder", passes=said("支出{{支出合计.本年数}}。"), fails=said("支出{{支出总计.本年数}}。"), at="报告素材!C9", actual="支出总计.本年数", unknown={},
        limit=said("支出{{ 支出合计.本年数 }}。")),
    Case(
        "text-placeholder-blank", passes=said("支出{{支出合计.本年数}}。"), fails=said("支出{{支出合计.本年数}}。") | {"ledger.lines.3.current": ""}, at="报告素材!C9",
        unknown={}, limit=said("支出{{支出合计.本年数}}。") | {"ledger.lines.3.current": "0"}),
    Case("text-empty", fails={"narrative.2.text": ""}, at="报告素材!C4", unknown={"narrative": []}, limit={"narrative.0.path": ("部门概况",), "narrative.0.text": "无"}),
    Case(
        "text-numbering", passes=said("略", "一、概况"), fails=said("略", "三、概况"), at="报告素材!C9", expected="1", actual="3", unknown={},
        limit=said("略", "（一）概况")),
    Case(
        "text-year", passes=said("2023年末资产合计120.00万元。"), fails=said("2022年末资产合计120.00万元。"), at="报告素材!C9", expected="2023", actual="2022",
        unknown=said("2023年末资产合计120.00万元。") | {"year": None}, limit=said("2022年资产处置收入为零。2023年底没有负债。")),
    Case(
        "text-grade", passes=said("评价等级为优。"), fails=said("评价等级为“良”。"), at="报告素材!C9", expected="优", actual="良", limit=said("绩效评价等级：优秀。"),
        unknown=said("评价等级为优。") | {"overall": None, "projects": []}),
]
