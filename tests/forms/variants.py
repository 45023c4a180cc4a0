"""Forms as bureaus draw them: one set of data, laid out over every dimension that was seen to vary, with the record that reading must give.

`Choice` is one point of that space; `drawing.draw` makes the sheet, `expected` the record. Everything follows from the seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal

UNITS = ("万元", "元")
FUND_HEADINGS = {
    "initial": ("年初预算数", "年初预算", "年初\n预算数", "年初预算数（A）", "年初批复预算数"),
    "adjusted": ("全年预算数", "全年预算数(A)", "调整后预算数", "调整预算数", "全年\n预算数", "全 年 预算数"),
    "executed": ("全年执行数", "全年执行数（B）", "执行数", "决算数", "预算执行数", "全年\n执行数", "全年实际支出"),
    "points": ("分值", "权重", "分 值"),
    "rate": ("执行率", "执行率(B/A)", "预算执行率", "执行率（%）", "执行\n率"),
    "score": ("得分", "得 分", "自评得分"),
}
FUND_ORDERS = (
    ("initial", "adjusted", "executed", "points", "rate", "score"),
    ("initial", "adjusted", "executed", "rate", "points", "score"),
    ("adjusted", "executed", "points", "rate", "score"),
    ("adjusted", "executed", "rate"),
    ("initial", "executed", "rate", "score"),
    ("points", "initial", "adjusted", "executed", "rate", "score"),
)
FUND_LINES = (
    (("年度资金总额", "年度资金总额：", "资金总额", "总额", "合计"), 1),
    (("其中：当年财政拨款", "其中：财政拨款", "其中：财政资金", "其中:本年一般公共预算拨款"), 1),
    (("上年结转资金", "      上年结转资金", "上年结转"), 1),
    (("其他资金", "其它资金", "  其他资金"), 1),
)
HEADINGS = {
    "level1": ("一级指标", "一级\n指标", "一 级 指 标", "一级指标名称", "一级指标（权重）"),
    "level2": ("二级指标", "二级\n指标", "二 级 指 标", "二级指标名称"),
    "level3": ("三级指标", "三级\n指标", "三级指标名称", "指标内容", "三 级 指 标"),
    "target": ("年度指标值", "年度\n指标值", "指标值", "年初指标值", "目标值", "年度指标值（A）", "预期指标值", "年度目标值"),
    "actual": ("实际完成值", "实际\n完成值", "全年完成值", "实 际 完成值", "全年实际完成值", "完成值", "实际完成值(B)", "实际完成情况"),
    "standard": ("评分标准", "评分细则", "计分标准", "评价标准", "评分标准（计分方法）"),
    "points": ("分值", "分 值", "权重", "指标分值", "标准分", "分值（权重）"),
    "score": ("得分", "自评得分", "得 分", "自评分", "实际得分"),
    "reason": ("偏差原因分析及改进措施", "偏差原因分析\n及改进措施", "未完成原因分析", "偏差及原因分析", "扣分原因", "偏差原因分析及改进措施（得分低于分值时必填）"),
}
EXTRA_HEADINGS = {"指标性质": "定量", "指标方向": "正向", "佐证材料": "台账", "备注": "", "指标解释": "反映完成情况", "财政复核得分": ""}
TOTALS = ("总分", "总  分", "合计", "总计", "自评总分", "综合得分", "得分合计", "自评得分合计")
TITLES = {
    "project": ("{year}年项目支出绩效自评表", "项目支出绩效自评表（{year}年度）", "部门预算项目支出绩效自评表({year}年度)", "附件2：{year}年度项目支出绩效自评表"),
    "overall": ("{year}年部门整体支出绩效自评表", "部门整体支出绩效自评表（{year}年度）", "{year}年度整体支出绩效自评表"),
    "scoring": ("{year}年部门整体支出绩效评价指标表", "整体绩效自评指标评分表（{year}年度）", "部门整体支出绩效自评指标计分表（{year}年度）"),
}
TREE = {
    "产出指标": {"数量指标": ("开展培训期数", "检修设备数量", "发放资料份数"), "质量指标": ("验收合格率", "数据差错率"), "时效指标": ("按期完成时间",), "成本指标": ("项目总成本",)},
    "效益指标": {"社会效益指标": ("政务服务可用情况", "群众知晓程度"), "生态效益指标": ("节约用电",), "可持续影响指标": ("长效机制健全情况",)},
    "满意度指标": {"服务对象满意度指标": ("服务对象满意度", "基层单位满意度")},
}
TARGETS = (
    ("≥", "95", "%", "96.5%"), ("≥", "12", "期", "14"), ("=", "100", "%", "100%"), ("≤", "90", "万元", "86.25"), ("", "2023年12月底前", "", "2023年11月完成"),
    ("", "效果明显", "", "达成预期指标"), ("≤", "3", "天", "2"), ("", "7*24", "", "7*24小时"), ("＞", "50", "个", "61"), ("", "及时", "", "及时"),
)  # fmt: skip
STANDARDS = ("≥95%得满分，每低1个百分点扣0.5分，扣完为止", "按完成比例计分", "建立制度得2分，制度健全再得2分")
REASONS = ("", "", "", "年初目标设置偏低，今后按上年实际测算。", "尾款未到支付时点。")
NOTES = ("注：1.一级指标分值统一设置；2.得分保留两位小数。", "填报人：          单位负责人：           填报日期：", "说明：定性指标按三档计分，年度指标值应与批复一致。")


@dataclass(frozen=True)
class Row:
    level1: str
    level2: str
    level3: str
    operator: str
    value: str
    measure: str
    actual: str
    standard: str
    points: Decimal
    score: Decimal
    reason: str


@dataclass(frozen=True)
class Choice:
    """One way of drawing one form."""

    seed: int = 0
    kind: str = "project"
    captions: str = "beside"  # beside, above, inline
    unit: str = "万元"
    unit_at: str = "block"  # block, caption, column
    merged: bool = True
    side: bool = True  # a heading 绩效指标 running down the left edge
    weights: str = "bracket"  # bracket, bracket分, column, broken, absent
    points_column: bool = True
    order: tuple[str, ...] = FUND_ORDERS[0]
    execution: int | None = 10
    split: str = "no"  # no, columns, heading
    extras: tuple[str, ...] = ()
    goals: int = 1
    total: str = "总分"
    pages: bool = False
    projects: int = 1
    standard: bool = False
    numbers: bool = True
    notes: int = 2
    wide: bool = False  # a heading over two columns with the cells below merged in the same way
    two_rows: bool = False
    offset: tuple[int, int] = (0, 0)  # blank rows above and columns left of everything
    noise: bool = False  # blanks around texts and between the signs of short headings
    contacts: bool = False  # captions without a figure between the head and the funds
    pasted: bool = False  # merged cells came apart and every one of them repeats the text
    dashes: bool = False  # — where a line of funds has no points


@dataclass
class Data:
    kind: str
    title: str
    year: int
    unit: str
    department: str
    project: str
    funds: list[tuple[str, dict[str, Decimal | None]]]
    goals: list[tuple[str, str]]
    rows: list[Row]
    total: tuple[Decimal, Decimal]


def choice(seed: int) -> Choice:
    """A point of the space, from its number."""
    pick = random.Random(seed)
    kind = pick.choice(("project", "project", "project", "overall", "scoring"))
    split = pick.choice(("no", "no", "columns", "heading"))
    points_column = kind == "project" or pick.random() < 0.6
    weights = pick.choice(("bracket", "bracket分", "column", "broken", "absent")) if points_column else pick.choice(("bracket分", "broken"))
    return Choice(
        seed, kind,
        captions=pick.choice(("beside", "beside", "above", "inline")), unit=pick.choice(UNITS), unit_at=pick.choice(("block", "caption", "column")),
        merged=pick.random() < 0.6, side=pick.random() < 0.6, weights=weights, points_column=points_column,
        order=pick.choice(FUND_ORDERS), execution=pick.choice((10, 10, 20, None)), split=split,
        extras=tuple(pick.sample(sorted(EXTRA_HEADINGS), pick.choice((0, 0, 1, 2, 3)))), goals=pick.choice((0, 1, 1, 2)), total=pick.choice(TOTALS),
        pages=pick.random() < 0.25, projects=pick.choice((1, 1, 1, 2, 3)) if kind == "project" else 1, standard=pick.random() < 0.4 or kind == "scoring",
        numbers=pick.random() < 0.6, notes=pick.choice((0, 1, 2, 3)), wide=pick.random() < 0.3, two_rows=pick.random() < 0.25,
        offset=pick.choice(((0, 0), (0, 0), (2, 0), (1, 1))), noise=pick.random() < 0.3, contacts=pick.random() < 0.3, dashes=pick.random() < 0.3,
        pasted=pick.random() < 0.2,
    )  # fmt: skip


def data(how: Choice, number: int = 0) -> Data:
    """The figures of one form; each project of a sheet has its own."""
    pick = random.Random(how.seed * 31 + number)
    year = pick.choice((2021, 2022, 2023))
    rows = []
    for level1, seconds in TREE.items():
        for level2, thirds in seconds.items():
            for level3 in thirds:
                operator, value, measure, actual = pick.choice(TARGETS)
                points = Decimal(pick.choice((2, 3, 4, 5, 10, 15)))
                score = points - Decimal(pick.choice(("0", "0", "0.5", "1", "0.75")))
                standard = pick.choice(STANDARDS) if how.standard else ""
                rows.append(Row(level1, level2, level3, operator, value, measure, actual, standard, points, score, pick.choice(REASONS)))
    lines = []
    for spellings, decimals in FUND_LINES:
        budget = Decimal(pick.randrange(0, 90000)).scaleb(-2) if decimals else Decimal(0)
        scale = Decimal(1) if how.unit == "万元" else Decimal(10000)
        budget *= scale
        executed = (budget * Decimal(pick.choice(("1", "0.97", "0.5")))).quantize(Decimal("0.01"))
        rate = (executed / budget * 100).quantize(Decimal("0.01")) if budget else None
        first = not lines
        points = Decimal(how.execution) if first and how.execution else None
        score = (points * min(rate or Decimal(0), Decimal(100)) / 100).quantize(Decimal("0.01")) if points else None
        figures = {"initial": budget, "adjusted": budget, "executed": executed, "points": points, "rate": rate, "score": score}
        lines.append((pick.choice(spellings), figures))
    goals = [(f"目标{n + 1}：保障业务系统稳定运行，{pick.randrange(100)}项任务按期完成。", f"已完成{pick.randrange(100)}项。") for n in range(how.goals)]
    title = pick.choice(TITLES[how.kind]).format(year=year)
    total = (sum((r.points for r in rows), Decimal(how.execution or 0)), sum((r.score for r in rows), Decimal(0)))
    return Data(how.kind, title, year, f"某市第{number + 1}中心", "某市财政局", f"系统运行维护经费{number + 1}", lines, goals, rows, total)


def level_text(how: Choice, name: str, points: Decimal, level: int) -> str:
    """The name as printed, with its weight where this form prints one."""
    if how.weights == "bracket" and level < 3:
        return f"{name}（{points}）" if level == 2 else f"{name}({points}分)"
    if how.weights == "bracket分" or (not how.points_column and how.weights == "broken" and level < 3):
        return f"{name}（{points}分）"
    if how.weights == "broken":
        return f"{name}（{points}分"
    return name


def printed(how: Choice, form: Data) -> list[tuple[str, str, str]]:
    """The three names of each row as printed."""
    ones: dict[str, Decimal] = {}
    twos: dict[tuple[str, str], Decimal] = {}
    for r in form.rows:
        ones[r.level1] = ones.get(r.level1, Decimal(0)) + r.points
        twos[r.level1, r.level2] = twos.get((r.level1, r.level2), Decimal(0)) + r.points
    return [
        (level_text(how, r.level1, ones[r.level1], 1), level_text(how, r.level2, twos[r.level1, r.level2], 2), level_text(how, r.level3, r.points, 3))
        for r in form.rows
    ]


# ---------------------------------------------------------------------------------------------------------------
# What reading must give


def shown(value: Decimal | None) -> str | None:
    return None if value is None else str(value.quantize(Decimal(1)) if value == value.to_integral_value() else value)


def money(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def expected(how: Choice) -> list[dict]:
    return [expected_form(how, data(how, number)) for number in range(how.projects)]


def expected_form(how: Choice, form: Data) -> dict:
    order = [name for name in how.order if how.execution or name not in ("points", "score")]
    funds = []
    for label, figures in form.funds if how.kind != "scoring" else []:
        line: dict[str, str | None] = {"label": label.strip()}
        for name in ("initial", "adjusted", "executed", "points", "rate", "score"):
            value = figures[name] if name in order else None
            line[name] = None if value is None else f"{value}%" if name == "rate" else str(value)
            if how.dashes and funds and name in ("points", "score") and name in order:
                line[name] = "—"
        funds.append(line)
    rows = []
    for row, names in zip(form.rows, printed(how, form), strict=True):
        rows.append({
            "level1": names[0], "level2": names[1], "level3": names[2],
            "target": row.operator + row.value + row.measure, "actual": row.actual,
            "standard": row.standard or None, "points": shown(row.points), "score": str(row.score), "reason": row.reason or None,
        })  # fmt: skip
    total = {"points": str(form.total[0]) if how.points_column else None, "score": str(form.total[1])}
    return {
        "kind": how.kind, "title": form.title, "unit": form.unit, "year": form.year, "project": form.project if how.kind == "project" else None,
        "money_unit": how.unit if how.kind != "scoring" or how.unit_at == "caption" else "万元", "funds": funds, "indicators": rows, "total": total,
    }  # fmt: skip


def plain(record: dict) -> dict:
    """A record as read, without what only the sheet decides (its name, the cells)."""
    return {
        key: value for key, value in (record | {
            "funds": [{k: v for k, v in line.items() if k != "cell"} for line in record["funds"]],
            "indicators": [{k: v for k, v in row.items() if k != "cell"} for row in record["indicators"]],
            "total": {k: v for k, v in record["total"].items() if k != "cell"},
        }).items() if key != "sheet"
    }  # fmt: skip


def text_only(how: Choice) -> Choice:
    """The same form with every figure typed as text."""
    return replace(how, numbers=False)
