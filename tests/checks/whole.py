"""A whole evaluation in which everything agrees, with a cell for every figure: what the cases of the checks change one thing of.

Own figures, no published body's: 预算 700.00, 支出 630.00 (基本 180.00, 项目 450.00) 万元, two projects of 300.00 and 150.00, last year 600.00.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, POINTS, WAN_YUAN, YUAN, Unit, read_figure
from ziping.evaluation import (
    BaseData,
    BaseLine,
    Datum,
    Entry,
    Evaluation,
    Form,
    FormKind,
    Fund,
    FundLine,
    Goal,
    Indicator,
    Ledger,
    LedgerLine,
    Level,
    Place,
    ProjectLine,
)

PEOPLE = Unit("人", "人")


class Sheet:
    """Gives out cells row by row."""

    def __init__(self, name: str) -> None:
        self.name, self.row = name, 1

    def next(self) -> Sheet:
        self.row += 1
        return self

    def at(self, column: str, text: object, unit: Unit = PLAIN, label: str = "", formula: str | None = None) -> Datum:
        text = "" if text is None else str(text)
        return Datum(text, read_figure(text, unit), Place(self.name, f"{column}{self.row}"), formula, None, label)

    def place(self, column: str = "A") -> Place:
        return Place(self.name, f"{column}{self.row}")


def fund(sheet: Sheet, role: Fund, unit: Unit, label: str = "", points: str | None = None, score: str | None = None, **amounts: str | None) -> FundLine:
    sheet.next()
    label = label or str(role)
    cells = {}
    columns = {"initial": ("C", "年初预算数"), "adjusted": ("D", "全年预算数"), "executed": ("E", "全年执行数"), "expected": ("F", "全年预计执行数")}
    for key, (column, heading) in columns.items():
        if key in amounts:
            cells[key] = sheet.at(column, amounts[key], unit, f"{label} {heading}")
    if "rate" in amounts:
        cells["rate"] = sheet.at("H", amounts["rate"], PERCENT if "%" in (amounts["rate"] or "") else PLAIN, f"{label} 执行率")
    if points is not None:
        cells["points"], cells["score"] = sheet.at("G", points, POINTS, f"{label} 分值"), sheet.at("I", score, POINTS, f"{label} 得分")
    return FundLine(label, role, place=sheet.place(), **cells)


def row(
    sheet: Sheet, path: tuple[str, ...], weights: tuple[str | None, ...], target: str, actual: str, points: str | None, score: str,
    reason: str = "", standard: str | None = None,
) -> Indicator:
    sheet.next()
    name = path[-1] or path[-2]
    levels = [
        Level(text, sheet.at(column, weight, POINTS) if weight is not None else None, sheet.place(column))
        for text, weight, column in zip(path, weights, "ABC", strict=True)
    ]
    return Indicator(
        *levels, target=sheet.at("D", target, label=f"{name} 年度指标值"), actual=sheet.at("E", actual, label=f"{name} 完成值"),
        points=sheet.at("F", points, POINTS, f"{name} 分值") if points is not None else None, score=sheet.at("G", score, POINTS, f"{name} 得分"),
        reason=sheet.at("H", reason, label=f"{name} 偏差原因"), standard=sheet.at("I", standard, label=f"{name} 评分标准") if standard is not None else None,
        place=sheet.place())


def project(name: str, sheet_name: str, budget: str, executed: str, rate: str, execution: str, last: str, total: str) -> Form:
    sheet = Sheet(sheet_name)
    form = Form(
        FormKind.PROJECT, sheet_name, title=sheet.at("A", "2023年项目支出绩效自评表"), year=2023, project=sheet.next().at("B", name),
        unit=sheet.next().at("B", "某市某中心"), department=sheet.at("A", "某市某中心"))
    form.funds = [
        fund(sheet, Fund.TOTAL, WAN_YUAN, "年度资金总额", "10", execution, initial=budget, adjusted=budget, executed=executed, rate=rate),
        fund(sheet, Fund.FISCAL, WAN_YUAN, "当年财政拨款", initial=budget, adjusted=budget, executed=executed),
        fund(sheet, Fund.CARRYOVER, WAN_YUAN, "上年结转资金", initial="0", adjusted="0", executed="0"),
        fund(sheet, Fund.OTHER, WAN_YUAN, "其他资金", initial="0", adjusted="0", executed="0"),
    ]
    form.goals = [Goal(sheet.next().at("B", "完成网络租赁和运行维护。"), sheet.at("E", "全部完成。"))]
    form.indicators = [
        row(sheet, ("产出指标", "数量指标", "巡检次数"), ("50", None, None), "≥12次", "12次", "20", "20"),
        row(sheet, ("产出指标", "质量指标", "网络可用率"), (None, None, None), "≥99%", "99.5%", "20", "20"),
        row(sheet, ("产出指标", "时效指标", "故障处理及时率"), (None, None, None), "≥95%", "96%", "10", "10"),
        row(sheet, ("效益指标", "社会效益指标", "覆盖单位数"), ("30", None, None), "≥30个", "30个", "30", "30"),
        row(sheet, ("满意度指标", "服务对象满意度指标", "用户满意度"), ("10", None, None), "≥95%", "90%", "10", last, "样本偏少，下年扩大调查范围"),
    ]
    form.total_points, form.total_score = sheet.next().at("F", "100", POINTS, "总分 分值"), sheet.at("G", total, POINTS, "总分 得分")
    form.grade = sheet.at("H", "优", label="等级")
    form.notes = {"填报人": sheet.next().at("B", "某某"), "填报日期": sheet.at("D", "2024年3月1日")}
    return form


def overall() -> Form:
    sheet = Sheet("整体自评")
    form = Form(FormKind.OVERALL, sheet.name, title=sheet.at("A", "2023年部门整体支出绩效自评表"), year=2023, unit=sheet.next().at("B", "某市某中心"), money_unit=YUAN)
    form.funds = [
        fund(sheet, Fund.FISCAL, YUAN, adjusted="7,000,000.00", executed="6,300,000.00", rate="90.00%"),
        fund(sheet, Fund.OTHER, YUAN, adjusted="0", executed="0", rate=""),
        fund(sheet, Fund.BASIC, YUAN, adjusted="2,000,000.00", executed="1,800,000.00", rate="90.00%"),
        fund(sheet, Fund.PROJECT, YUAN, adjusted="5,000,000.00", executed="4,500,000.00", rate="90.00%"),
    ]
    form.goals = [Goal(sheet.next().at("B", "保障全市网络运行。"), sheet.at("E", "按计划完成。"))]
    form.indicators = [
        row(sheet, ("投入管理", "预算编审管理", ""), ("30", "10", None), "及时", "及时", None, "10"),
        row(sheet, ("投入管理", "预算执行管理", ""), (None, "20", None), "及时", "及时", None, "20"),
        row(sheet, ("产出指标", "数量指标", "在职人员控制率"), ("40", "20", "10"), "≤100%", "90.00%", None, "10", standard="≤100%计10分，每超过1个百分点扣1分，扣完为止"),
        row(sheet, ("产出指标", "数量指标", "“三公经费”变动率"), (None, None, "10"), "（本年决算−上年决算）÷上年决算", "-20%", None, "10"),
        row(sheet, ("产出指标", "成本指标", "支出经费控制率"), (None, "20", "8"), "≤100%", "90%", None, "8"),
        row(sheet, ("产出指标", "成本指标", "整体绩效支出总量增长率"), (None, None, "6"), "和上年对比", "5%", None, "6"),
        row(sheet, ("产出指标", "成本指标", "整体绩效支出完成率"), (None, None, "6"), "支出占预算比率", "90%", None, "6"),
        row(sheet, ("效益指标", "社会效益指标", "保障网络运行"), ("20", "20", None), "持续保障", "达成预期指标", None, "20"),
        row(sheet, ("满意度指标", "满意度指标", "公众满意度"), ("10", "10", None), "≥95%", "90%", None, "9", "样本偏少，下年扩大调查范围"),
    ]
    form.total_points, form.total_score = sheet.next().at("F", "100", POINTS, "总分 分值"), sheet.at("G", "99", POINTS, "总分 得分")
    form.grade = sheet.at("H", "优", label="等级")
    form.notes = {"填报人": sheet.next().at("B", "某某"), "填报日期": sheet.at("D", "2024年3月1日")}
    return form


def base() -> BaseData:
    sheet = Sheet("基础数据")
    title, unit = sheet.at("A", "2023年部门整体支出绩效自评基础数据表"), sheet.next().at("B", "某市某中心")
    sheet.next()
    data = BaseData(
        sheet.name, title=title, unit=unit, year=2023, posts=sheet.at("B", "20", PEOPLE, "编制数"), staff=sheet.at("C", "18", PEOPLE, "实际在职人数"),
        staff_rate=sheet.at("D", "90.00%", PERCENT, "控制率"))
    vehicles, public = "公务用车购置和维护经费", "公用经费"
    for path, last, budget, executed in (
        (("三公经费",), "10.00", "12.00", "8.00"),
        (("三公经费", vehicles), "6.00", "7.00", "5.00"),
        (("三公经费", vehicles, "公车购置"), "0", "0", "0"),
        (("三公经费", vehicles, "公车运行维护"), "6.00", "7.00", "5.00"),
        (("三公经费", "出国经费"), "0", "0", "0"),
        (("三公经费", "公务接待"), "4.00", "5.00", "3.00"),
        (("项目支出",), "430.00", "500.00", "450.00"),
        (("项目支出", "业务工作专项"), "290.00", "330.00", "300.00"),
        (("项目支出", "运行维护专项"), "140.00", "170.00", "150.00"),
        ((public,), "28.00", "30.00", "25.00"),
        ((public, "办公经费"), "8.00", "9.00", "7.00"),
        ((public, "水费、电费、差旅费"), "6.00", "6.00", "6.00"),
        ((public, "会议费、培训费"), "2.00", "2.00", "1.00"),
        (("政府采购金额",), "50.00", "60.00", "54.00"),
        (("部门整体支出预算调整",), "600.00", "700.00", "630.00"),
    ):
        sheet.next()
        name = path[-1]
        data.lines.append(BaseLine(
            path, sheet.at("B", last, WAN_YUAN, f"{name} 上年决算数"), sheet.at("C", budget, WAN_YUAN, f"{name} 本年预算数"),
            sheet.at("D", executed, WAN_YUAN, f"{name} 本年决算数")))
    data.measures = sheet.next().at("B", "空调按规定温度使用，非工作时间切断电源。")
    return data


def ledger() -> Ledger:
    sheet = Sheet("收支与资产")
    book = Ledger(sheet.name)
    for section, name, last, budget, current, share, change, parent, relation, sign, unit in (
        ("收入", "收入合计", "610.00", "700.00", "640.00", None, "4.92%", "", "equal", 1, WAN_YUAN),
        ("收入", "财政拨款收入", "600.00", "690.00", "630.00", "98.44%", "5.00%", "收入合计", "equal", 1, WAN_YUAN),
        ("收入", "其他收入", "10.00", "10.00", "10.00", "1.56%", "0.00%", "收入合计", "equal", 1, WAN_YUAN),
        ("支出", "支出合计", "600.00", "700.00", "630.00", None, "5.00%", "", "equal", 1, WAN_YUAN),
        ("支出", "基本支出", "170.00", "200.00", "180.00", "28.57%", "5.88%", "支出合计", "equal", 1, WAN_YUAN),
        ("支出", "项目支出", "430.00", "500.00", "450.00", "71.43%", "4.65%", "支出合计", "equal", 1, WAN_YUAN),
        ("支出", "商品和服务支出", "200.00", "220.00", "210.00", None, None, "项目支出", "at_most", 1, WAN_YUAN),
        ("支出", "资本性支出", "200.00", "240.00", "220.00", None, None, "项目支出", "at_most", 1, WAN_YUAN),
        ("资产", "资产合计", None, None, "120.00", None, None, "", "equal", 1, WAN_YUAN),
        ("资产", "固定资产净值", None, None, "80.00", "66.67%", None, "资产合计", "equal", 1, WAN_YUAN),
        ("资产", "无形资产净值", None, None, "40.00", "33.33%", None, "资产合计", "equal", 1, WAN_YUAN),
        ("资产", "固定资产原值", None, None, "100.00", None, None, "固定资产净值", "equal", 1, WAN_YUAN),
        ("资产", "固定资产累计折旧", None, None, "20.00", None, None, "固定资产净值", "equal", -1, WAN_YUAN),
        ("人员", "编制数", None, None, "20", None, None, "", "equal", 1, PEOPLE),
        ("人员", "在职人数", None, None, "18", None, None, "", "equal", 1, PEOPLE),
    ):
        sheet.next()

        def cell(column: str, text: str | None, heading: str, unit: Unit = unit, name: str = name) -> Datum | None:
            return None if text is None else sheet.at(column, text, unit, f"{name} {heading}")

        book.lines.append(LedgerLine(
            section, name, cell("B", last, "上年数"), cell("C", budget, "年初预算数"), cell("D", current, "本年数"), cell("E", share, "占比", PERCENT),
            cell("F", change, "变动率", PERCENT), unit, parent, relation, sign))
    for name, budget, executed in (("网络租赁", "330.00", "300.00"), ("运行维护", "170.00", "150.00")):
        sheet.next()
        book.projects.append(ProjectLine(
            name, sheet.at("B", budget, WAN_YUAN, f"{name} 年初预算数"), sheet.at("C", executed, WAN_YUAN, f"{name} 执行数"), sheet.place()))
    sheet.next()
    book.projects_total = ProjectLine(
        "合计", sheet.at("B", "500.00", WAN_YUAN, "项目清单合计 年初预算数"), sheet.at("C", "450.00", WAN_YUAN, "项目清单合计 执行数"), sheet.place())
    return book


def monitor() -> Form:
    sheet = Sheet("监控1")
    form = Form(
        FormKind.MONITOR, sheet.name, title=sheet.at("A", "2023年项目支出绩效目标执行监控表"), year=2023, project=sheet.next().at("B", "网络租赁"),
        unit=sheet.next().at("B", "某市某中心"))
    form.funds = [
        fund(sheet, Fund.TOTAL, WAN_YUAN, "年度资金总额", initial="330.00", executed="180.00", rate="54.55%", expected="300.00"),
        fund(sheet, Fund.FISCAL, WAN_YUAN, "本年一般公共预算拨款", initial="330.00", executed="180.00", expected="300.00"),
        fund(sheet, Fund.OTHER, WAN_YUAN, "其他资金", initial="0", executed="0", expected="0"),
    ]
    form.goals = [Goal(sheet.next().at("B", "完成网络租赁和运行维护。"))]
    for path, target, actual, expected in (
        (("产出指标", "数量指标", "巡检次数"), "≥12次", "6次", "12次"),
        (("产出指标", "质量指标", "网络可用率"), "≥99%", "99.5%", "99.5%"),
        (("产出指标", "时效指标", "故障处理及时率"), "≥95%", "96%", "96%"),
        (("效益指标", "社会效益指标", "覆盖单位数"), "≥30个", "30个", "30个"),
        (("满意度指标", "服务对象满意度指标", "用户满意度"), "≥95%", "95%", "95%"),
    ):
        sheet.next()
        levels = [Level(name, None, sheet.place(column)) for name, column in zip(path, "ABC", strict=True)]
        name = path[-1]
        form.indicators.append(Indicator(
            *levels, target=sheet.at("D", target, label=f"{name} 年度指标值"), actual=sheet.at("E", actual, label=f"{name} 1–6月执行情况"),
            expected=sheet.at("F", expected, label=f"{name} 全年预计完成情况"),
            causes={heading: sheet.at(column, "", label=f"{name} {heading}") for heading, column in (("经费保障", "G"), ("原因说明", "H"))},
            likelihood="确定能", remark=sheet.at("J", "", label=f"{name} 备注"), place=sheet.place()))
    return form


def narrative() -> list[Entry]:
    sheet = Sheet("报告素材")
    return [
        Entry(path, sheet.next().at("C", text, label="/".join(path)))
        for path, text in (
            (("部门概况", "主要职能"), "本中心负责网络租赁和运行维护。"),
            (("部门概况", "收支情况"), "本年支出合计630.00万元，其中基本支出180.00万元，项目支出450.00万元。"),
            (("存在的问题",), "满意度调查的样本偏少。"),
            (("改进措施",), "扩大调查范围。"),
        )
    ]


def settings() -> dict[str, Datum]:
    sheet = Sheet("设置")
    found = {}
    for caption, text in (("单位名称", "某市某中心"), ("评价年度", "2023"), ("填报日期", "2024年3月1日"), ("填报人", "某某"), ("单位负责人", "某某")):
        found[caption] = sheet.next().at("B", text, label=caption)
    return found


def whole() -> Evaluation:
    """The evaluation; each call makes a new one."""
    return Evaluation(
        file="某市某中心.xlsx", unit="某市某中心", year=2023, settings=settings(), base=base(), overall=overall(), ledger=ledger(),
        projects=[
            project("网络租赁", "项目1", "330.00", "300.00", "90.91%", "9.09", "9.47", "98.56"),
            project("运行维护", "项目2", "170.00", "150.00", "88.24%", "8.82", "9", "97.82"),
        ],
        monitors=[monitor()], narrative=narrative())


def previous() -> Evaluation:
    """The same body a year before: its 决算 is what `whole` states as last year's."""
    before = whole()
    before.file, before.year = "某市某中心-2022.xlsx", 2022
    assert before.base
    assert before.ledger
    for line in before.base.lines:
        line.executed = line.last_year
    for line in before.ledger.lines:
        line.current = line.last_year
    budget = before.base.lines[0].budget
    assert budget
    before.base.lines[0].budget = Datum("15.00", read_figure("15.00", WAN_YUAN), budget.place)
    assert before.overall
    for line, executed in zip(before.overall.funds, ("6,000,000.00", "0", "1,700,000.00", "4,300,000.00"), strict=True):
        assert line.executed
        line.executed = Datum(executed, read_figure(executed, YUAN), line.executed.place)
    for form in (before.overall, *before.projects, *before.monitors):
        assert form
        form.year = 2022
    return before


ZERO = Decimal(0)
