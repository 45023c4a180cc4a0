"""Final accounts as exporting software and published sets lay them out: one set of figures, drawn over the dimensions that vary.

`choice` is a point of that space from its number, `draw` the sheets, `expected` the figures that reading must give, in the account's unit.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import openpyxl

BODY, YEAR = "某市数据资源中心", 2021
INCOME = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
NUMERALS = "一二三四五六七八"
FUNCTIONS = ("一般公共服务支出", "科学技术支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出")


@dataclass(frozen=True)
class Choice:
    seed: int
    unit: str
    code: str  # the table's number as printed before or in its title
    amount: str
    three: bool  # 收入支出决算总表 with a third block by nature of expenditure
    lines: bool  # a column 行次
    titles: bool  # titles in the cells, else only as names of sheets
    one_sheet: bool
    fiscal_line: bool  # 财政拨款收入 as one line, as in earlier years
    receptions: str  # columns, rows
    merged: bool
    texts: bool  # amounts as texts with thousands separators
    body: str
    codes: int  # columns of 科目编码


@dataclass
class Figures:
    income: dict[str, Decimal]
    opening: Decimal
    closing: Decimal
    people: Decimal
    running: Decimal
    projects: Decimal
    trips: tuple[Decimal, Decimal]
    cars: tuple[Decimal, Decimal]
    driving: tuple[Decimal, Decimal]
    guests: tuple[Decimal, Decimal]

    @property
    def total_income(self) -> Decimal:
        return sum(self.income.values(), Decimal(0))

    @property
    def total_expenditure(self) -> Decimal:
        return self.people + self.running + self.projects

    @property
    def fiscal(self) -> Decimal:
        return sum((self.income[name] for name in INCOME[:3]), Decimal(0))


def choice(seed: int) -> Choice:
    pick = random.Random(seed)
    titles = pick.random() < 0.8
    return Choice(
        seed, unit=pick.choice(("万元", "元")), code=pick.choice(("公开01表", "财决01表", "")), amount=pick.choice(("金额", "决算数")), three=pick.random() < 0.4,
        lines=pick.random() < 0.8, titles=titles, one_sheet=titles and pick.random() < 0.3, fiscal_line=pick.random() < 0.3,
        receptions=pick.choice(("columns", "columns", "rows")), merged=pick.random() < 0.7, texts=pick.random() < 0.3,
        body=pick.choice(("部门：", "编制单位：", "单位名称：", "公开部门：")), codes=pick.choice((1, 3)),
    )  # fmt: skip


def figures(how: Choice) -> Figures:
    pick = random.Random(how.seed * 17 + 3)
    scale = Decimal(1) if how.unit == "万元" else Decimal(10000)

    def money(top: int, chance: float = 1.0) -> Decimal:
        return (Decimal(pick.randrange(1, top)) / 100 * scale).quantize(Decimal("0.01")) if pick.random() < chance else Decimal(0)

    income = {name: money(90000, 1.0 if n == 0 else 0.3) for n, name in enumerate(INCOME)}
    driving = money(500), money(500)
    people, running, opening, closing = money(20000), money(9000), money(5000, 0.6), money(5000, 0.6)
    income[INCOME[0]] += people + running + closing
    projects = sum(income.values(), Decimal(0)) + opening - people - running - closing  # the two sides of the summary balance
    return Figures(
        income, opening, closing, people, running, projects, (money(300, 0.3),) * 2, (money(2000, 0.3),) * 2, driving, (money(200), money(200)),
    )  # fmt: skip


class Paper:
    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], object] = {}
        self.merges: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, value: object) -> None:
        if value not in (None, ""):
            self.cells[row, column] = value

    def merge(self, *span: int) -> None:
        self.merges.append(span)  # type: ignore[arg-type]


def draw(how: Choice, path: Path, body: str = BODY, year: int = YEAR) -> None:
    """The account as an .xlsx file."""
    papers = {name: Paper() for name in NAMES}
    row = 0
    one = Paper()
    for name, drawer in DRAWERS.items():
        paper = one if how.one_sheet else papers[name]
        row = drawer(paper, how, figures(how), row if how.one_sheet else 0)
        row += 3
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, paper in {"决算公开表": one}.items() if how.one_sheet else papers.items():
        sheet = book.create_sheet(name)
        for (r, c), value in paper.cells.items():
            cell = sheet.cell(r + 1, c + 1, value.replace(BODY, body).replace(f"{YEAR}年", f"{year}年") if isinstance(value, str) else value)
            if isinstance(value, Decimal):
                cell.number_format = "#,##0.00"
        for top, left, bottom, right in paper.merges if how.merged else ():
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.save(path)


def shown(how: Choice, value: Decimal) -> object:
    return f"{value:,.2f}" if how.texts else value


def head(paper: Paper, how: Choice, name: str, at: int, width: int) -> int:
    """Title, table number, body and unit; returns the row of the headings."""
    if how.titles:
        paper.put(at, 0, name)
        paper.merge(at, 0, at, width - 1)
    paper.put(at + 1, width - 1, how.code)
    paper.put(at + 2, 0, f"{how.body}{BODY}")
    paper.put(at + 2, 2, f"{YEAR}年度")
    paper.put(at + 2, width - 1, f"金额单位：{how.unit}")
    return at + 3


def draw_summary(paper: Paper, how: Choice, sums: Figures, at: int) -> int:
    blocks = 3 if how.three else 2
    wide = 3 if how.lines else 2
    row = head(paper, how, "收入支出决算总表", at, blocks * wide)
    for block, words in enumerate(("收入", "支出", "支出")[:blocks]):
        paper.put(row, block * wide, words)
        paper.put(row + 1, block * wide, ("项目", "项目(按功能分类)", "项目(按支出性质和经济分类)")[block])
        if how.lines:
            paper.put(row + 1, block * wide + 1, "行次")
            paper.put(row + 2, block * wide + 1, None)
        paper.put(row + 1, block * wide + wide - 1, how.amount)
        paper.put(row + 2, block * wide, "栏次")
        paper.put(row + 2, block * wide + wide - 1, Decimal(block + 1))
    if how.fiscal_line:
        left = [("一、财政拨款收入", sums.fiscal), *((f"{NUMERALS[n + 1]}、{name}", sums.income[name]) for n, name in enumerate(INCOME[3:]))]
    else:
        left = [(f"{NUMERALS[n]}、{name}", sums.income[name]) for n, name in enumerate(INCOME)]
    middle = [(f"{NUMERALS[n]}、{name}", sums.total_expenditure / 5) for n, name in enumerate(FUNCTIONS)]
    right = [("一、基本支出", sums.people + sums.running), ("人员经费", sums.people), ("日常公用经费", sums.running), ("二、项目支出", sums.projects)]
    depth = max(len(left), len(middle), len(right))
    ends = (
        [("本年收入合计", sums.total_income), ("使用非财政拨款结余", Decimal(0)), ("年初结转和结余", sums.opening), ("总计", sums.total_income + sums.opening)],
        [("本年支出合计", sums.total_expenditure), ("结余分配", Decimal(0)), ("年末结转和结余", sums.closing), ("总计", sums.total_expenditure + sums.closing)],
        [],
    )  # fmt: skip
    first = row + 3
    for block, column in enumerate((left, middle, right)[:blocks]):
        for n, (words, value) in enumerate([*column, *[("", None)] * (depth - len(column)), *ends[block]]):
            paper.put(first + n, block * wide, words)
            if words and how.lines:
                paper.put(first + n, block * wide + 1, Decimal(n + 1))
            if value:
                paper.put(first + n, block * wide + wide - 1, shown(how, value))
    return first + depth + 4


def _columns(paper: Paper, how: Choice, name: str, at: int, columns: list[tuple[str, Decimal]]) -> int:
    start = how.codes + 1
    row = head(paper, how, name, at, start + len(columns))
    paper.put(row, 0, "项目")
    paper.merge(row, 0, row, start - 1)
    paper.put(row + 1, 0, "科目编码")
    paper.put(row + 1, start - 1, "科目名称")
    paper.put(row + 2, 0, "栏次")
    paper.put(row + 3, 0, "合计")
    for n, (words, value) in enumerate(columns):
        paper.put(row, start + n, words)
        paper.merge(row, start + n, row + 1, start + n)
        paper.put(row + 2, start + n, Decimal(n + 1))
        paper.put(row + 3, start + n, shown(how, value) if value else None)
        paper.put(row + 4, start + n, shown(how, value) if value else None)
    paper.put(row + 4, 0, "201")
    paper.put(row + 4, start - 1, "一般公共服务支出")
    return row + 5


def draw_income(paper: Paper, how: Choice, sums: Figures, at: int) -> int:
    columns = [("本年收入合计", sums.total_income), ("财政拨款收入", sums.fiscal), *((name, sums.income[name]) for name in INCOME[3:])]
    return _columns(paper, how, "收入决算表", at, columns)


def draw_expenditure(paper: Paper, how: Choice, sums: Figures, at: int) -> int:
    columns = [("本年支出合计", sums.total_expenditure), ("基本支出", sums.people + sums.running), ("项目支出", sums.projects), ("上缴上级支出", Decimal(0)), ("经营支出", Decimal(0))]
    return _columns(paper, how, "支出决算表", at, columns)


def draw_basic(paper: Paper, how: Choice, sums: Figures, at: int) -> int:
    row = head(paper, how, "一般公共预算财政拨款基本支出决算表", at, 6)
    for block, (words, value) in enumerate((("人员经费", sums.people), ("公用经费", sums.running))):
        paper.put(row, block * 3, words)
        for n, caption in enumerate(("科目编码", "科目名称", "决算数")):
            paper.put(row + 1, block * 3 + n, caption)
        paper.put(row + 2, block * 3, ("301", "302")[block])
        paper.put(row + 2, block * 3 + 1, ("工资福利支出", "商品和服务支出")[block])
        paper.put(row + 2, block * 3 + 2, shown(how, value))
        paper.put(row + 3, block * 3, f"{words}合计")
        paper.merge(row + 3, block * 3, row + 3, block * 3 + 1)
        paper.put(row + 3, block * 3 + 2, shown(how, value))
    return row + 4


def draw_receptions(paper: Paper, how: Choice, sums: Figures, at: int) -> int:
    both = [tuple(getattr(sums, name)[n] for name in ("trips", "cars", "driving", "guests")) for n in (0, 1)]
    names = ("合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费")
    sets = [(sum(b, Decimal(0)), b[0], b[1] + b[2], b[1], b[2], b[3]) for b in both]
    title = "一般公共预算财政拨款“三公”经费支出决算表"
    if how.receptions == "rows":
        row = head(paper, how, title, at, 3)
        for n, words in enumerate(("项目", "预算数", "决算数")):
            paper.put(row, n, words)
        captions = ("合计", "1、因公出国（境）费", "2、公务用车购置及运行费", "其中：公务用车购置费", "公务用车运行费", "3、公务接待费")
        for n, caption in enumerate(captions):
            paper.put(row + 1 + n, 0, caption)
            for block in (0, 1):
                paper.put(row + 1 + n, 1 + block, shown(how, sets[block][n]))
        return row + 7
    row = head(paper, how, title, at, 12)
    for block, words in enumerate(("预算数", "决算数")):
        left = block * 6
        paper.put(row, left, words)
        paper.merge(row, left, row, left + 5)
        paper.put(row + 1, left + 2, "公务用车购置及运行费")
        paper.merge(row + 1, left + 2, row + 1, left + 4)
        for n, name in enumerate(names):
            deep = n in (2, 3, 4)
            paper.put(row + (2 if deep else 1), left + n, name)
            if not deep:
                paper.merge(row + 1, left + n, row + 2, left + n)
            paper.put(row + 3, left + n, Decimal(left + n + 1))
            paper.put(row + 4, left + n, shown(how, sets[block][n]))
    return row + 5


DRAWERS = {"收入支出决算总表": draw_summary, "收入决算表": draw_income, "支出决算表": draw_expenditure, "财政拨款基本支出决算表": draw_basic, "三公经费支出决算表": draw_receptions}
NAMES = tuple(DRAWERS)


def expected(how: Choice) -> dict[tuple[str, str], Decimal]:
    """The figures other than zero, by name and column."""
    sums = figures(how)
    found = {
        "本年收入": sums.total_income, "本年支出": sums.total_expenditure, "财政拨款收入": sums.fiscal, "基本支出": sums.people + sums.running,
        "项目支出": sums.projects, "人员经费": sums.people, "日常公用经费": sums.running, "年初结转和结余": sums.opening, "年末结转和结余": sums.closing,
        **{name: sums.income[name] for name in INCOME[3:]},
    }  # fmt: skip
    wanted = {(name, "决算数"): value for name, value in found.items()}
    for n, column in enumerate(("预算数", "决算数")):
        trips, cars, driving, guests = (getattr(sums, name)[n] for name in ("trips", "cars", "driving", "guests"))
        wanted |= {
            ("三公经费", column): trips + cars + driving + guests, ("因公出国（境）费", column): trips, ("公务用车购置及运行维护费", column): cars + driving,
            ("公务用车购置费", column): cars, ("公务用车运行维护费", column): driving, ("公务接待费", column): guests,
        }  # fmt: skip
    return {name: value for name, value in wanted.items() if value}
