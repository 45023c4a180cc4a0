"""The monitoring form, units, completeness, identity and last year."""

from dataclasses import replace
from decimal import Decimal

from checks.case import GONE, Case, d, wan
from ziping.amounts import YUAN
from ziping.evaluation import Indicator, LedgerLine, Level, Place, ProjectLine, Scaled, Unread

ROW = "monitors.0.indicators.0"
DOUBT = {ROW + ".likelihood": "有可能", ROW + ".causes.原因说明": "招标推迟", ROW + ".remark": "七月重新招标"}


def fixed(current: str, unit: object = YUAN) -> dict:
    return {"ledger.lines.+": LedgerLine("资产", "固定资产", last_year=wan("18041267.77", "收支与资产!B30"), current=d(current, "收支与资产!D30", unit))}


def unnamed(target: str = "") -> dict:
    """One more row of the project form under a heading, with blank cells."""
    at = {key: d(text, f"项目1!{column}15") for key, column, text in (("target", "D", target), ("actual", "E", ""), ("points", "F", ""), ("score", "G", ""))}
    return {"projects.0.indicators.+": Indicator(Level("效益指标"), Level("生态效益指标"), Level(""), place=Place("项目1", "B15"), **at)}


def funded(budget: str, executed: str) -> dict:
    """The project form's money, all of it from one source."""
    return {f"projects.0.funds.{line}.{column}": executed if column == "executed" else budget for line in (0, 1) for column in ("initial", "adjusted", "executed")}


def scores(first: str = "") -> dict:
    """The scores of the whole body's form: the first of them, and blanks."""
    return {f"overall.indicators.{index}.score": first if index == 0 else "" for index in range(9)}


ONLY_PROJECTS = {"overall": None, "base": None, "ledger": None, "monitors": []}
SCHEME = {"settings.评价方案": d("liuyang-2021", "设置!B6")}
CASES = [
    Case(
        "monitor-progress", fails={"monitors.0.funds.0.executed": "0"}, at="监控1!H4", expected="50.00%", actual="0.00%", unknown={"monitors.0.funds.0.executed": ""},
        limit={"monitors.0.funds.0.executed": "165.00"}),
    Case(
        "monitor-reason", fails={ROW + ".likelihood": "完全不可能"}, at="监控1!A8", actual="完全不可能", unknown={ROW + ".likelihood": ""}, limit=DOUBT),
    Case(
        "monitor-measure", fails=DOUBT | {ROW + ".remark": "无"}, at="监控1!J8", actual="有可能", unknown={ROW + ".likelihood": ""}, limit=DOUBT),
    Case(
        "monitor-likelihood", fails={ROW + ".likelihood": ""}, at="监控1!A8",
        unknown={f"monitors.0.indicators.{index}.likelihood": "" for index in range(5)}, limit={ROW + ".likelihood": "有可能"}),
    Case("monitor-year", fails={"monitors.0.year": 2024}, at="监控1!A1", expected="2023", actual="2024", unknown={"monitors.0.year": None}),
    Case("monitor-project", fails={"monitors.0.project": "网站监控"}, at="监控1!B2", unknown={"monitors.0.project": ""}, limit={"monitors.0.project": "“网络租赁”"}),
    Case(
        "monitor-target", fails={ROW + ".target": "≥24次"}, at="监控1!D8", expected="≥12次", actual="≥24次", unknown={ROW + ".target": ""},
        limit={ROW + ".target": "≥ 12次"}),
    Case("monitor-indicators", fails={ROW + ".level3.name": "抽查次数"}, at="监控1!A8", unknown={"projects.0.indicators": []}),
    Case(
        "monitor-budget", fails={"monitors.0.funds.0.initial": "300.00"}, at="监控1!C4", expected="330.00", actual="300.00", unknown={"monitors.0.funds.0.initial": ""},
        limit={"monitors.0.funds.0.initial": "330.01"}),
    Case(
        "monitor-executed", fails={"monitors.0.funds.0.executed": "310.00"}, at="项目1!E4", expected="310.00", actual="300.00",
        limit={"monitors.0.funds.0.executed": "300.00"}, unknown={"monitors.0.funds.0.executed": ""}),
    Case(
        "monitor-forecast", fails={"monitors.0.funds.0.expected": "340.00"}, at="监控1!C4", expected="340.00", actual="330.00",
        limit={"monitors.0.funds.0.expected": "330.00"}, unknown={"monitors.0.funds.0.expected": ""}),
    Case(
        "monitor-forecast-executed", fails={"monitors.0.funds.0.expected": "100.00"}, at="监控1!F4", expected="180.00", actual="100.00",
        limit={"monitors.0.funds.0.expected": "180.00"}, unknown={"monitors.0.funds.0.expected": ""}),
    Case(
        "monitor-shortfall", fails={"monitors.0.indicators.0.expected": "11次"}, at="监控1!F8", expected="≥12次", actual="11次",
        limit={"monitors.0.indicators.0.expected": "12次"}, unknown={"monitors.0.indicators.0.expected": "基本完成"}),
    Case(
        "monitor-half-year", fails={"monitors.0.indicators.0.actual": "13次"}, at="监控1!E8", expected="12次", actual="13次",
        limit={"monitors.0.indicators.0.actual": "12次"},
        unknown={"monitors.0.indicators.0.expected": "", "projects.0.indicators.0.actual": "已完成"}),
    Case(
        "unit-scaled", fails={"overall.funds.0.executed": replace(wan("", "整体自评!E3"), error=Scaled.of(Decimal(4030000), "403.0"))}, at="整体自评!E3",
        actual="4030000", says="把格中的 4030000 显示成 403.0", limit={"overall.funds.0.executed": "4030000"}, unknown={"overall": None}),
    Case(
        "unit-form", fails=funded("3300000", "3000000"), at="项目1!D4", expected="330.00", actual="3300000.00", says="很可能是按元填的，不是按万元",
        limit=funded("3300200", "3000200"), unknown={"base.lines.6.executed": ""}),
    Case(
        "unit-factor", fails={"base.lines.6.executed": "4500000"}, at="基础数据!D10", actual="4500000.00万元", unknown={"base.lines.6.executed": ""},
        limit={"base.lines.6.executed": "979.97"}, says="大了一万倍"),
    Case(
        "unit-same-digits", fails=fixed("18041267.77"), at="收支与资产!D30", expected="18041267.77万元", actual="18041267.77元",
        limit=fixed("18041267.78"), unknown={"ledger.lines.3.current": ""}),
    Case(
        "unit-mixed-line", fails=fixed("18041267.77"), at="收支与资产!D30", expected="万元", actual="元", unknown={"ledger.lines.3.current": "", "ledger.lines.3.budget": ""}),
    Case(
        "unit-magnitude", fails={"base.lines.6.executed": "4500000"}, at="基础数据!D10", expected="500.00万元", actual="4500000.00万元",
        limit={"base.lines.6.executed": "2499999"}, unknown={"base.lines.6.executed": ""}),
    Case(
        "unit-size", fails=funded("3300000", "3000000") | ONLY_PROJECTS, at="项目1!C4", actual="3300000.00万元", says="是其他项目中最大一项 170万元的 19412 倍",
        passes=ONLY_PROJECTS, limit=funded("169999", "169999") | ONLY_PROJECTS, unknown=funded("", "") | ONLY_PROJECTS),
    Case("complete-unit", fails={"unit": ""}, at="设置!B2", unknown=None),
    Case("complete-year", fails={"year": None}, at="设置!B3", unknown=None),
    Case("complete-project", fails={"projects.0.project": ""}, at="项目1!B2", unknown={"projects": []}),
    Case("complete-target", fails={"overall.indicators.0.target": ""}, at="整体自评!D8", unknown={"overall.indicators.0.target": None}),
    Case("complete-actual", fails={"overall.indicators.0.actual": "—"}, at="整体自评!E8", says="填的是“—”；", unknown={"overall.indicators.0.actual": None}),
    Case("complete-score", fails={"overall.indicators.0.score": ""}, at="整体自评!G8", unknown={"overall.indicators.0.score": None}, limit={"overall.indicators.0.score": "0"}),
    Case(
        "complete-unused-rows", fails=unnamed(), at="项目1!B15", says="有 1 行只有指标分类、没有内容（第 15 行 生态效益指标）", limit=unnamed("不适用"),
        unknown={"overall.indicators": []}),
    Case("complete-total", fails={"overall.total_score": ""}, at="整体自评!G17", unknown={"overall.total_score": None}, limit={"overall.total_score": "0"}),
    Case(
        "complete-total-basis", fails=scores(), at="整体自评!G17", actual="99", says="表中 9 项指标没有一项有得分，总分没有依据",
        limit=scores("0"), unknown=scores("#NAME?")),
    Case(
        "complete-sheets", passes={"projects.1": GONE, "scheme": "liuyang-2021"}, fails={"projects.1": GONE, "scheme": "liuyang-2021", "monitors": [], "narrative": []}, at=None,
        says="工作簿里没有“监控表”、“报告素材”，其中的数和文字没有校验", limit={"projects.1": GONE, "scheme": "liuyang-2021", "narrative": [], "sheets": ("整体自评", "报告素材")},
        unknown={"projects.1": GONE, "scheme": "liuyang-2021", "monitors": [], "unread": [Unread(Place("附件3", "A1"), "没有指标表的标题行")]}),
    Case(
        "complete-total-row", passes={"scheme": "liuyang-2021"}, fails={"scheme": "liuyang-2021", "projects.1.total_score": None, "projects.1.total_points": None},
        at="项目2!A13", says="以下没有“总分”行", unknown={"scheme": ""}, limit={"scheme": "liuyang-2021", "projects.1.total_score": ""}),
    Case("complete-grade", fails={"overall.grade": ""}, at="整体自评!H17", unknown={"overall.grade": None}),
    Case("complete-execution", fails={"projects.0.funds.0.score": ""}, at="项目1!I4", unknown={"projects.0.funds": []}, limit={"projects.0.funds.0.score": "0"}),
    Case("complete-funds", fails={"projects.0.funds.0.adjusted": ""}, at="项目1!D4", unknown={"projects.0.funds.1.executed": ""}, limit={"projects.0.funds.0.adjusted": "0"}),
    Case("complete-base", fails={"base.lines.9.last_year": ""}, at="基础数据!B13", unknown={"base.lines.9": GONE}, limit={"base.lines.9.last_year": "0"}),
    Case("complete-ledger", fails={"ledger.lines.0.current": ""}, at="收支与资产!D2", unknown={"ledger.lines.5.current": ""}, limit={"ledger.lines.0.current": "0"}),
    Case("complete-list", fails={"ledger.projects_total.executed": ""}, at="收支与资产!C19", unknown={"ledger.projects.0.executed": ""}, limit={"ledger.projects.0.executed": "0"}),
    Case("complete-number", fails={"overall.funds.0.executed": "约630万"}, at="整体自评!E3", actual="约630万", unknown={"overall.funds.0.executed": ""}, limit={"overall.funds.0.executed": "６３０"}),
    Case("complete-negative", fails={"base.lines.9.executed": "-25.00"}, at="基础数据!D13", actual="-25.00万元", unknown={"base.lines.9.executed": ""}, limit={"base.lines.9.executed": "0"}),
    Case(
        "unit-lines", fails={"overall.contrary": (d("单位：万元", "整体自评!A2"), d("整体支出规模\n（元）", "整体自评!A3"))}, at="整体自评!A2", actual="单位：万元",
        says="《整体自评》A3写“整体支出规模（元）”", unknown={"overall.funds": [], "overall.contrary": ()}, limit={"overall.contrary": ()}),
    Case(
        "complete-project-forms", fails={"projects.1": GONE}, at="收支与资产!A18", unknown={"ledger": None}, says="共 2 个项目",
        limit={"projects.1.project": "运行、维护"}),
    Case("complete-goal", fails={"overall.goals.0.achieved": ""}, at="整体自评!E7", unknown={"overall.goals": []}),
    Case("complete-signature", fails={"settings.填报人": ""}, at="设置!B5", unknown={"settings.填报人": GONE}),
    Case(
        "identity-unit", fails={"overall.unit": "另一单位"}, at="整体自评!B2", expected="某市某中心", actual="另一单位", unknown={"overall.unit": ""},
        limit={"overall.unit": "某省某市某中心（盖章）"}),
    Case(
        "identity-scheme", passes=SCHEME, fails={"settings.评价方案": d("no-such", "设置!B6")}, at="设置!B6", actual="no-such", unknown=None, says="没有这个方案",
        limit=SCHEME | {"settings.方案": d("本县自定的叫法", "设置!B8")}),
    Case(
        "identity-project-unit", fails={"projects.0.unit": "另一单位", "projects.0.department": "另一部门"}, at="项目1!B3", expected="某市某中心", actual="另一单位",
        unknown={"projects.0.unit": "", "projects.0.department": ""}, limit={"projects.0.unit": "另一单位"}),
    Case("identity-macros", fails={"macros": True}, at=None, limit={"macros": False}, unknown=None, says="没有运行"),
    Case(
        "identity-unread", fails={"unread": [Unread(Place("项目3", "A1"), "没有指标表的标题行", ("实际完成值", "得分"))]}, at="项目3!A1", limit={"unread": []},
        unknown={"file": ""}, passes={"file": "自评.xlsx"}, says="像是自评表，但没有读取：没有指标表的标题行，缺少标题“实际完成值”、“得分”"),
    Case("identity-year", fails={"overall.year": 2022}, at="整体自评!A1", expected="2023", actual="2022", unknown={"overall.year": None}),
    Case(
        "identity-date", fails={"settings.填报日期": "2025年3月1日"}, at="设置!B4", expected="2024", actual="2025年3月1日", unknown={"settings.填报日期": "三月"},
        limit={"settings.填报日期": "2024-01-01"}),
    Case(
        "identity-project-twice", fails={"projects.1.project": "网络 租赁"}, at="项目1!B2", actual="网络租赁", says="在《项目2》B2、《收支与资产》A17也是这个名称", unknown={"projects.1.project": ""},
        limit={"projects.1.project": "网络租赁二期"}),
    Case(
        "identity-list-twice", fails={"ledger.projects.+": ProjectLine("运行维护", place=Place("收支与资产", "A19"))}, at="收支与资产!A18", actual="运行维护", says="在《收支与资产》A19又列了一次", unknown={"ledger.projects": []},
        limit={"ledger.projects.+": ProjectLine("运行维护二期")}),
    Case(
        "identity-project-listed", fails={"projects.1.project": "运行和维护"}, at="项目2!B2", expected="运行维护", actual="运行和维护", unknown={"projects.1.project": ""},
        limit={"projects.1.project": "“运行维护”"}, says="清单中相近的是“运行维护”"),
    Case(
        "identity-indicator-twice", fails={"projects.0.indicators.1.level3.name": "巡检次数", "projects.0.indicators.1.level2.name": "数量指标"}, at="项目1!A10",
        unknown={"projects.0.indicators": []}, limit={"projects.0.indicators.1.level3.name": "巡检次数"}),
    Case(
        "last-base", last=True, fails={"base.lines.0.last_year": "11.00"}, at="基础数据!B4", expected="10.00", actual="11.00", limit={"base.lines.0.last_year": "10.01"},
        unknown={"base.lines.0.last_year": ""}),
    Case(
        "last-ledger", last=True, fails={"ledger.lines.3.last_year": "610.00"}, at="收支与资产!B5", expected="600.00", actual="610.00",
        limit={"ledger.lines.3.last_year": "600.01"}, unknown={"ledger.lines.3.last_year": ""}),
    Case(
        "last-total", last=True, fails={"base.lines.14.last_year": "610.00"}, at="基础数据!B18", expected="600.00", actual="610.00",
        limit={"last.overall.funds.2.executed": "1,700,050.00"}, unknown={"base.lines.14.last_year": ""}),
    Case("last-unit", last=True, fails={"last.unit": "另一单位"}, at=None, expected="另一单位", actual="某市某中心", unknown={"last.unit": ""}, limit={"last.unit": "某省某市某中心"}),
    Case("last-year", last=True, fails={"last.year": 2021}, at=None, expected="2022", actual="2021", unknown={"last.year": None}),
    Case(
        "last-actual", last=True, at="整体自评!E8", actual="全年按期完成全部预算编审工作任务",
        fails={key: text for index in (0, 1) for key, text in (
            (f"overall.indicators.{index}.actual", "全年按期完成全部预算编审工作任务"), (f"last.overall.indicators.{index}.actual", "全年按期完成全部预算编审工作任务"))},
        unknown={"overall": None}, limit={"overall.indicators.0.actual": "全年按期完成全部预算编审工作任务"}),
]
