"""Made-up bodies for the tests of reports: one with every form, and the words that break naive writers."""

from __future__ import annotations

from dataclasses import dataclass

from ziping.amounts import PERCENT, POINTS, WAN_YUAN, YUAN, Unit, unit_named
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
    typed,
)  # fmt: skip

HOSTILE = "执行率<90%且>80% & 甲“乙”‘丙’ {{ 7*7 }} {% raw %} \x07\x0b第二行"


@dataclass
class Cells:
    """Gives cells their places, row by row."""

    sheet: str
    count: int = 0

    def __call__(self, text: str | None, unit: Unit = WAN_YUAN) -> Datum | None:
        if text is None:
            return None
        self.count += 1
        datum = typed(text, unit)
        return Datum(datum.text, datum.figure, Place(self.sheet, f"B{self.count}"))


def ledger(rows: dict[str, tuple[str | None, str | None, str | None]], parents: dict[str, str] | None = None, projects: int = 3) -> Ledger:
    """"section/name": (上年数, 年初预算数, 本年数) in 万元; names in 人员 count people."""
    cell = Cells("收支与资产")
    made = Ledger("收支与资产")
    for path, (last, budget, current) in rows.items():
        section, _, name = path.partition("/")
        unit = unit_named("人") if section == "人员" else WAN_YUAN
        made.lines.append(
            LedgerLine(section, name, cell(last, unit), cell(budget, unit), cell(current, unit), unit=unit, parent=(parents or {}).get(path, ""))
        )
    made.projects = [ProjectLine(f"项目{n}", cell(f"{n}.50"), cell(f"{n}.25")) for n in range(1, projects + 1)]
    return made


LEDGER = {
    "收入/收入合计": ("1112.50", None, "1487.51"), "收入/财政拨款收入": ("1112.50", None, "1487.51"),
    "支出/支出合计": ("1112.50", None, "1487.51"), "支出/基本支出": ("162.53", None, "230.74"), "支出/项目支出": ("949.97", None, "1256.77"),
    "支出/商品和服务支出": (None, None, "508.34"), "支出/资本性支出": (None, None, "748.43"), "支出/其他": (None, None, "0"),
    "资产/原值": (None, None, "484.22"), "资产/累计折旧": (None, None, "3.66"), "资产/空白": (None, None, ""),
    "人员/在职": (None, None, "15"), "“三公”经费/“三公”经费（合计）": ("0.95", "2.00", "0.95"),
}  # fmt: skip
PARENTS = {"支出/商品和服务支出": "项目支出", "支出/资本性支出": "项目支出", "支出/其他": "项目支出"}


def body(**changes: object) -> Evaluation:
    """A body with a ledger, base data and a little narrative."""
    cell = Cells("基础数据表")
    base = BaseData("基础数据表", Datum("部门整体支出绩效自评基础数据表"), year=2021)
    base.posts, base.staff, base.staff_rate = typed("15"), typed("13"), typed("86.67%", PERCENT)
    base.lines = [
        BaseLine(("三公经费",), cell("0.95"), cell("2.00"), cell("0")),
        BaseLine(("三公经费", "公务接待"), cell("0.95"), cell("2.00"), cell("0")),
        BaseLine(("三公经费", "公务用车", "运行维护"), cell("0"), cell("0"), cell("0")),
    ]
    narrative = [
        Entry(("部门概况",)),
        Entry(("部门概况", "职能概述"), Datum("第一段。\n第二段，接待费{{公务接待.本年决算数}}。", place=Place("报告素材", "C3"))),
        Entry(("部门概况", "职能概述", "1、主要职责"), Datum("支出{{支出合计.本年数|元}}，{{没有的.本年数}}。", place=Place("报告素材", "C4"))),
        Entry(("部门概况", "职能概述", "（二）空着的一节"), Datum("", place=Place("报告素材", "C5"))),
        Entry(("绩效", "问题"), Datum("绩效的问题。", place=Place("报告素材", "C6"))),
        Entry(("概况", "问题"), Datum("概况的问题。", place=Place("报告素材", "C7"))),
        Entry(("危险",), Datum(HOSTILE, place=Place("报告素材", "C8"))),
    ]
    made = Evaluation(unit="某市数据中心", year=2021, sample=True, base=base, ledger=ledger(LEDGER, PARENTS), narrative=narrative)
    made.settings = {"填报日期": Datum("2022-05-18"), "单位名称": Datum("某市数据中心"), "填报人": Datum("")}
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def tree(kind: FormKind, rows: int = 6, standard: bool = False) -> list[Indicator]:
    """Indicators in two first-level and several second-level headings, three rows each."""
    made = []
    for n in range(rows):
        one, two = n // 6, n // 3
        level1 = Level(("产出指标", "效益指标", "满意度指标")[one % 3], typed(str(50 - 10 * one), POINTS))
        level2 = Level(f"{('数量', '质量', '时效', '成本')[two % 4]}指标{two}", typed("15", POINTS))
        made.append(Indicator(
            level1, level2, Level(f"指标{n}", typed("5", POINTS) if kind is FormKind.OVERALL else None),
            target=typed(("≥95%", "50个", "及时")[n % 3]), actual=typed(("96%", "48", "达成预期指标")[n % 3]), points=typed("5", POINTS),
            score=typed("4.8" if n % 3 == 1 else "5", POINTS), reason=typed("两个站点延期" if n % 3 == 1 else ""),
            standard=typed("达到指标值得满分，每低1个百分点扣0.5分，扣完为止") if standard else None,
        ))  # fmt: skip
    return made


def form(kind: FormKind, rows: int = 6, **changes: object) -> Form:
    """A form of a kind, with funds, goals and indicators."""
    cell = Cells(kind.value)
    money = YUAN if kind is FormKind.OVERALL else WAN_YUAN
    made = Form(kind, kind.value, money_unit=money, year=2021, indicators=tree(kind, rows, kind is FormKind.SCORING))
    made.title = Datum({"project": "2021年项目支出绩效自评表", "overall": "2021年部门整体支出绩效自评表"}.get(kind.value, ""))
    made.unit, made.project, made.department = typed("某市数据中心"), typed("政务网络链路租赁"), typed("某市人民政府办公室")
    if kind is FormKind.OVERALL:
        made.project = None
        made.funds = [
            FundLine("财政拨款", Fund.FISCAL, adjusted=cell("6,272,512.00", YUAN), executed=cell("11,124,990.85", YUAN), rate=cell("177.36%", PERCENT)),
            FundLine("其他资金", Fund.OTHER, adjusted=cell("0", YUAN), executed=cell("0", YUAN), rate=cell("", PERCENT)),
        ]
    elif kind is not FormKind.SCORING:
        made.funds = [
            FundLine("年度资金总额", Fund.TOTAL, cell("403"), cell("403"), cell("400"), None, cell("10", POINTS), cell("99.26%", PERCENT), cell("9.93", POINTS)),
            FundLine("其中：当年财政拨款", Fund.FISCAL, cell("403"), cell("403"), cell("400")),
        ]  # fmt: skip
    if kind is not FormKind.SCORING:
        made.goals = [Goal(typed("为全市机关正常运行提供网络保障。\n覆盖全部乡镇。"), typed("全年网络运行稳定。"))]
    made.total_points, made.total_score, made.grade = typed("100", POINTS), typed("96.6", POINTS), typed("优")
    if kind is FormKind.MONITOR:
        for n, row in enumerate(made.indicators):
            row.expected, row.likelihood, row.remark = typed("100%"), "确定能", typed("")
            row.causes = {h: typed("√" if n == i else "") for i, h in enumerate(("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明"))}
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def full(rows: int = 12, projects: int = 2) -> Evaluation:
    """A body with every form."""
    made = body()
    made.overall, made.scoring = form(FormKind.OVERALL, rows), form(FormKind.SCORING, rows)
    made.projects = [form(FormKind.PROJECT, rows, project=typed(f"项目{n}")) for n in range(1, projects + 1)]
    made.monitors = [form(FormKind.MONITOR, rows)]
    return made
