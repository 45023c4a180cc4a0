"""Forms as bureaus draw them: one set of data, laid out over every dimension that was seen to vary, with the record that reading must give.

`Choice` is one point of that space; `draw` makes the sheet, `expected` the record. Everything follows from the seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ziping.forms.grid import Details, Format, Sheet, format_of

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


# ---------------------------------------------------------------------------------------------------------------
# Drawing


@dataclass
class Canvas:
    """Cells, merges and formats being put together."""

    cells: dict[tuple[int, int], object] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    row: int = 0

    def put(self, row: int, column: int, value: object, code: str = "") -> None:
        if value is not None and value != "":
            self.cells[row, column] = value
            if code:
                self.formats[row, column] = code

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def sheet(self, name: str) -> Sheet:
        height, width = max(r for r, _ in self.cells) + 1, max(c for _, c in self.cells) + 1
        width = max(width, *(m[3] + 1 for m in self.merges)) if self.merges else width
        rows = [[self.cells.get((r, c), "") for c in range(width)] for r in range(height)]
        rows = [[float(v) if isinstance(v, Decimal) else v for v in row] for row in rows]
        formats: dict[tuple[int, int], Format] = {at: format_of(code) for at, code in self.formats.items()}
        return Sheet(name, rows, self.merges, details=Details({}, {}, formats, frozenset()))


def number_cell(how: Choice, value: Decimal | None, code: str) -> tuple[object, str]:
    """A figure as a number with a format, or typed as a text."""
    if value is None:
        return "", ""
    if how.numbers:
        return (value / 100 if code.endswith("%") else value), code
    return f"{value}%" if code.endswith("%") else str(value), ""


def indicator_headings(how: Choice, pick: random.Random) -> list[tuple[str, str]]:
    """(key, heading) from left to right."""
    spelled = {name: pick.choice(words) for name, words in HEADINGS.items()}
    out = []
    for level in ("level1", "level2", "level3"):
        out.append((level, spelled[level]))
        if how.weights == "column" and level != "level3":
            out.append((f"weight{level[-1]}", pick.choice(("权重", "分值"))))
    if how.split == "columns":
        out += [("operator", pick.choice(("指标性质", "运算符号", "指标符号"))), ("value", pick.choice(("指标值", "目标值", "年度指标值"))), ("measure", pick.choice(("度量单位", "计量单位")))]
    elif how.split == "heading":
        out += [("operator", spelled["target"]), ("value", ""), ("measure", "")]
    else:
        out.append(("target", spelled["target"]))
    out.append(("actual", spelled["actual"]))
    if how.standard:
        out.insert(pick.choice((len(out), len(out) - 1)), ("standard", spelled["standard"]))
    if how.points_column:
        out.append(("points", spelled["points"] if how.weights != "column" else "分值"))
    out.append(("score", spelled["score"]))
    used = {heading for _, heading in out}
    for extra in how.extras:
        if extra not in used and not (extra == "指标性质" and how.split == "columns"):
            out.insert(pick.randrange(len(out) - 1, len(out) + 1), (f"extra:{extra}", extra))
    out.append(("reason", spelled["reason"]))
    return out


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


def draw(how: Choice) -> Sheet:
    """The whole sheet."""
    canvas = Canvas()
    for number in range(how.projects):
        draw_form(canvas, how, data(how, number))
        canvas.row += 2
    return moved(canvas, how).sheet("自评表")


def moved(canvas: Canvas, how: Choice) -> Canvas:
    """The canvas with its offset and its noise."""
    down, right = how.offset
    cells = {(r + down, c + right): value for (r, c), value in canvas.cells.items()}
    if how.noise:
        cells = {at: noisy(value) if isinstance(value, str) else value for at, value in cells.items()}
    merges = [(a + down, b + right, c + down, d + right) for a, b, c, d in canvas.merges]
    formats = {(r + down, c + right): code for (r, c), code in canvas.formats.items()}
    if how.pasted:
        for top, left, bottom, right_end in merges:
            for r in range(top, bottom + 1):
                for c in range(left, right_end + 1):
                    if (top, left) in cells:
                        cells[r, c] = cells[top, left]
        merges = []
    return Canvas(cells, merges, formats)


def noisy(words: str) -> str:
    """A heading as a typist spaces it, any text with blanks around it."""
    spaced = " ".join(words) if words in ("得分", "分值", "执行率", "年初预算数", "全年执行数", "实施单位", "总分") else words
    return f" {spaced}\u3000"


def draw_form(canvas: Canvas, how: Choice, form: Data) -> None:
    pick = random.Random(how.seed * 7 + 1)
    headings = indicator_headings(how, pick)
    left = 1 if how.side else 0
    width = left + len(headings)
    if how.wide:
        width += 1
    at = canvas.row
    canvas.put(at, 0, form.title)
    canvas.merge(at, 0, at, width - 1)
    at += 1
    if how.unit_at == "caption":
        canvas.put(at, width - 2, f"单位：{how.unit}" if pick.random() < 0.5 else f"金额单位：{how.unit}")
        at += 1
    at = draw_captions(canvas, how, form, at, pick)
    if how.kind != "scoring":
        at = draw_funds(canvas, how, form, at, pick)
        at = draw_goals(canvas, how, form, at, left)
    at = draw_indicators(canvas, how, form, at, headings, left, pick)
    for note in NOTES[: how.notes]:
        canvas.put(at, 0, note)
        canvas.merge(at, 0, at, width - 1)
        at += 1
    canvas.row = at


def draw_captions(canvas: Canvas, how: Choice, form: Data, at: int, pick: random.Random) -> int:
    if how.kind == "project":
        pairs = [("项目名称", form.project), ("主管部门", form.department), ("实施单位", form.unit)]
    else:
        pairs = [(pick.choice(("部门（单位）名称", "填报单位", "单位名称（盖章）")), form.unit)]
    if how.captions == "inline":
        for caption, value in pairs:
            canvas.put(at, 0, f"{caption}：{value}")
            at += 1
    elif how.captions == "above" and len(pairs) > 1:
        for n, (caption, value) in enumerate(pairs):
            canvas.put(at, n * 2, caption)
            canvas.put(at + 1, n * 2, value)
            if how.merged:
                canvas.merge(at, n * 2, at, n * 2 + 1)
                canvas.merge(at + 1, n * 2, at + 1, n * 2 + 1)
        at += 2
    else:
        canvas.put(at, 0, pairs[0][0])
        canvas.put(at, 2, pairs[0][1])
        if how.merged:
            canvas.merge(at, 0, at, 1)
            canvas.merge(at, 2, at, 7)
        at += 1
        if len(pairs) > 1:
            for n, (caption, value) in enumerate(pairs[1:]):
                canvas.put(at, n * 4, caption)
                canvas.put(at, n * 4 + 2, value)
            at += 1
    if how.contacts:
        canvas.put(at, 0, "项目负责人")
        canvas.put(at, 4, "联系电话")
        at += 1
    return at


def draw_funds(canvas: Canvas, how: Choice, form: Data, at: int, pick: random.Random) -> int:
    block = "项目资金" if how.kind == "project" else "整体支出规模"
    canvas.put(at, 0, f"{block}（{how.unit}）" if how.unit_at == "block" else block)
    first = 2
    order = [name for name in how.order if how.execution or name not in ("points", "score")]
    for n, name in enumerate(order):
        heading = pick.choice(FUND_HEADINGS[name])
        if how.unit_at == "column" and name in ("initial", "adjusted", "executed"):
            heading = f"{heading.split('（')[0].split('(')[0]}（{how.unit}）"
        canvas.put(at, first + n, heading)
    if how.merged:
        canvas.merge(at, 0, at + len(form.funds), 0)
    for line, (label, figures) in enumerate(form.funds, 1):
        canvas.put(at + line, 1, label)
        for n, name in enumerate(order):
            code = "0.00%" if name == "rate" else "0.00" if name in ("initial", "adjusted", "executed") else ""
            if how.dashes and line > 1 and name in ("points", "score"):
                canvas.put(at + line, first + n, "—")
            else:
                canvas.put(at + line, first + n, *number_cell(how, figures[name], code))
    return at + len(form.funds) + 1


def draw_goals(canvas: Canvas, how: Choice, form: Data, at: int, left: int) -> int:
    if not form.goals:
        return at
    canvas.put(at, 0, "年度总体目标")
    canvas.put(at, 1, "预期目标")
    canvas.put(at, 5, "实际完成情况")
    for n, (expected_goal, achieved) in enumerate(form.goals, 1):
        canvas.put(at + n, 1, expected_goal)
        canvas.put(at + n, 5, achieved)
    if how.merged:
        canvas.merge(at, 0, at + len(form.goals), 0)
        for row in range(at, at + len(form.goals) + 1):
            canvas.merge(row, 1, row, 4)
            canvas.merge(row, 5, row, 7 + left)
    return at + len(form.goals) + 1


def draw_heading(canvas: Canvas, how: Choice, at: int, headings: list[tuple[str, str]], left: int) -> tuple[int, dict[str, int]]:
    """The heading row (two where a target's parts are named below it) and the column of each key."""
    if how.side:
        canvas.put(at, 0, "绩\n效\n指\n标")
    columns: dict[str, int] = {}
    column = left
    for name, heading in headings:
        columns[name] = column
        canvas.put(at, column, heading)
        column += 1
        if how.wide and name == "level3":
            canvas.merge(at, column - 1, at, column)
            column += 1
    bottom = at
    if how.split == "heading":
        canvas.merge(at, columns["operator"], at, columns["measure"])
    if how.two_rows and how.split == "heading" and how.merged:
        bottom = at + 1
        for name, words in (("operator", "符号"), ("value", "内容"), ("measure", "单位")):
            canvas.put(bottom, columns[name], words)
        for name, column in columns.items():
            if name not in ("operator", "value", "measure"):
                extra = 1 if how.wide and name == "level3" else 0
                if extra:
                    canvas.merges.remove((at, column, at, column + 1))
                canvas.merge(at, column, bottom, column + extra)
    return bottom + 1, columns


def draw_indicators(canvas: Canvas, how: Choice, form: Data, at: int, headings: list[tuple[str, str]], left: int, pick: random.Random) -> int:
    names = printed(how, form)
    heads = dict(headings)
    at, columns = draw_heading(canvas, how, at, headings, left)
    begun: dict[str, int] = {}
    before = ("", "")
    page = len(form.rows) // 2 if how.pages else -1
    for n, (row, words) in enumerate(zip(form.rows, names, strict=True)):
        fresh = n == page
        if fresh:
            close(canvas, how, begun, at, columns)
            begun.clear()
            at, columns = draw_heading(canvas, how, at, headings, left)
        for level, key in ((0, "level1"), (1, "level2")):
            new = words[: level + 1] != before[: level + 1]
            if new or (fresh and pick.random() < 0.5 and level == 0) or (fresh and how.merged):
                close(canvas, how, {key: begun.pop(key)} if key in begun else {}, at, columns)
                canvas.put(at, columns[key], words[level])
                begun[key] = at
                weight = f"weight{level + 1}"
                if weight in columns and new:
                    total = sum((r.points for r in form.rows if (r.level1, r.level2)[: level + 1] == (row.level1, row.level2)[: level + 1]), Decimal(0))
                    canvas.put(at, columns[weight], *number_cell(how, total, ""))
        before = words[:2]
        canvas.put(at, columns["level3"], words[2])
        if how.wide and how.merged:
            canvas.merge(at, columns["level3"], at, columns["level3"] + 1)
        if how.split == "no":
            canvas.put(at, columns["target"], row.operator + row.value + row.measure)
        else:
            canvas.put(at, columns["operator"], row.operator or ("定性" if heads["operator"] == "指标性质" else ""))
            is_number = row.value.isdigit() and how.numbers
            canvas.put(at, columns["value"], Decimal(row.value) if is_number else row.value)
            canvas.put(at, columns["measure"], row.measure or pick.choice(("", "/")))
        if row.actual.endswith("%") and how.numbers:
            code = "0.0%" if "." in row.actual else "0%"
            canvas.put(at, columns["actual"], Decimal(row.actual[:-1]) / 100, code)
        else:
            canvas.put(at, columns["actual"], row.actual)
        if "standard" in columns:
            canvas.put(at, columns["standard"], row.standard)
        if "points" in columns:
            canvas.put(at, columns["points"], *number_cell(how, row.points, ""))
        canvas.put(at, columns["score"], *number_cell(how, row.score, ""))
        canvas.put(at, columns["reason"], row.reason)
        for extra in how.extras:
            if f"extra:{extra}" in columns:
                canvas.put(at, columns[f"extra:{extra}"], EXTRA_HEADINGS[extra])
        at += 1
    close(canvas, how, begun, at, columns)
    canvas.put(at, 0 if not how.side or how.merged else 0, how.total)
    if how.merged:
        last = columns["points"] - 1 if "points" in columns else columns["level3"]
        canvas.merge(at, 0, at, last)
    if "points" in columns:
        canvas.put(at, columns["points"], *number_cell(how, form.total[0], ""))
    canvas.put(at, columns["score"], *number_cell(how, form.total[1], ""))
    return at + 1


def close(canvas: Canvas, how: Choice, begun: dict[str, int], at: int, columns: dict[str, int]) -> None:
    """Merge the headings of a level down to the row above."""
    for key, first in begun.items():
        if how.merged:
            canvas.merge(first, columns[key], at - 1, columns[key])


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
