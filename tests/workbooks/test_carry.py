"""Last year's figures come along into blank cells only."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ziping import resources
from ziping.amounts import COUNT, WAN_YUAN, YUAN
from ziping.evaluation import (
    BaseData,
    BaseLine,
    Datum,
    Evaluation,
    Form,
    FormKind,
    Indicator,
    Ledger,
    LedgerLine,
    Level,
    Place,
    ProjectLine,
    Scaled,
    typed,
)
from ziping.forms import blank, build_workbook, read_workbook
from ziping.refusal import Refusal
from ziping.workbooks import carry_over, new

LAST = next(path for path in resources.samples() if path.stem == "liuyang-2020-corrected")


def year(number: int, *, executed: str | None = None, before: str | None = None, unit: str = "样例单位") -> Evaluation:
    line = BaseLine(("三公经费",), last_year=typed(before, WAN_YUAN), executed=typed(executed, WAN_YUAN))
    ledger = Ledger("收支与资产", lines=[LedgerLine("支出", "支出合计", current=typed(executed, WAN_YUAN), last_year=typed(before, WAN_YUAN))])
    ledger.projects = [ProjectLine("")]
    return Evaluation(unit=unit, year=number, base=BaseData("基础数据表", lines=[line]), ledger=ledger, projects=[Form(FormKind.PROJECT, "项目自评表1")])


CASES = [
    ("a blank cell takes last year's figure", None, "5.25", "5.25", 1),
    ("a zero is a figure and stays", "0", "5.25", "0", 0),
    ("another figure stays", "4", "5.25", "4", 0),
    ("nothing comes from a blank", None, None, None, 0),
]


@pytest.mark.parametrize(("there", "offered", "after", "carried"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_is_carried(there, offered, after, carried) -> None:
    this, last = year(2022, before=there), year(2021, executed=offered)
    done = carry_over(this, last)
    for line in (this.base.lines[0], this.ledger.lines[0]):
        assert (line.last_year.value if line.last_year else None) == (Decimal(after) if after else None)
    assert len(done.carried) == 2 * carried
    assert len(done.kept) == (2 if there and offered else 0)


# last year's form in, what it states, this year's form in, what its cell takes
UNITS = [
    ("the same unit, as it was written", WAN_YUAN, "9.50", WAN_YUAN, "9.50"), ("元 into 万元, with two decimals", YUAN, "9504990.85", WAN_YUAN, "950.50"),
    ("万元 into 元", WAN_YUAN, "0.95", YUAN, "9500"), ("a cell's own unit", WAN_YUAN, "9500元", WAN_YUAN, "0.95"),
]


@pytest.mark.parametrize(("before", "offered", "now", "after"), [row[1:] for row in UNITS], ids=[row[0] for row in UNITS])
def test_an_amount_comes_into_the_unit_of_this_year_s_form(before, offered, now, after) -> None:
    this, last = year(2022), year(2021)
    for evaluation, unit in ((this, now), (last, before)):
        figure = typed(offered, unit) if evaluation is last else None
        evaluation.base = BaseData("基础数据表", money_unit=unit, lines=[BaseLine(("三公经费",), executed=figure)])
        evaluation.ledger = Ledger("收支与资产", unit, lines=[LedgerLine("支出", "支出合计", current=figure, unit=unit)])
    carry_over(this, last)
    for line in (this.base.lines[0], this.ledger.lines[0]):
        assert (line.last_year.text, line.last_year.figure.unit) == (after, now)


def test_a_figure_that_its_format_scales_is_told_and_not_carried() -> None:
    this, last = year(2022), year(2021)
    last.base.lines[0].executed = Datum(place=Place("基础数据表", "D6"), error=Scaled.of(Decimal(4030000), "403.0"))
    done = carry_over(this, last)
    assert (this.base.lines[0].last_year, done.carried) == (None, [])
    assert done.notes == ["基础数据表 三公经费 上年决算数：上年表中（基础数据表!D6）的数字格式把 4030000 显示成 403.0，没有带入，请核对后填写"]


def test_a_count_is_no_amount() -> None:
    this, last = year(2022), year(2021)
    last.ledger.lines[0].current = typed("12", COUNT)
    assert carry_over(this, last).carried == []


@pytest.mark.parametrize(("number", "unit", "words"), [(2020, "样例单位", "2021"), (2022, "样例单位", "2021"), (2021, "另一单位", "另一单位")])
def test_a_wrong_last_year_is_refused(number: int, unit: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        carry_over(year(2022), year(number, unit=unit))


def test_project_names_come_along_where_none_stand() -> None:
    this, last = year(2022), year(2021)
    last.projects[0].project = typed("网络租赁")
    last.ledger.projects[0].name = "网络租赁"
    carry_over(this, last)
    assert this.projects[0].project.text == "网络租赁"
    assert this.ledger.projects[0].name == "网络租赁"


def test_a_new_workbook_holds_last_year(tmp_path: Path) -> None:
    out = tmp_path / "2021.xlsx"
    done = new("liuyang-2021", read_workbook(LAST).unit, 2021, out, last=LAST)
    made = read_workbook(out)
    assert {str(c.what) for c in done.carried} >= {"编制数"}
    line = made.ledger.line("支出", "支出合计")
    assert line.last_year.value == Decimal("1112.5")
    assert line.current is None or line.current.blank


def test_what_is_told_is_what_the_new_workbook_was_given(tmp_path: Path) -> None:
    """Totals are formulas, points stand in headings, the list of projects shows the names of the forms: none of them was written."""
    unit, out, plain = read_workbook(LAST).unit, tmp_path / "2021.xlsx", tmp_path / "空白.xlsx"
    told = new("liuyang-2021", unit, 2021, out, last=LAST).carried
    new("liuyang-2021", unit, 2021, plain, projects=len(read_workbook(LAST).projects))
    before, after = (openpyxl.load_workbook(path) for path in (plain, out))
    changed = [
        (Place(sheet.title, cell.coordinate), str(cell.value)) for sheet in after if sheet.title != "报告素材" for line in sheet.iter_rows() for cell in line
        if cell.value is not None and cell.value != before[sheet.title][cell.coordinate].value and not str(cell.value).startswith("=")]
    names = sorted(entry.text for entry in told if entry.target is None)  # of 项目清单
    assert {entry.target for entry in told if entry.target} == {place for place, text in changed if text not in names}
    assert names == sorted(text for _, text in changed if text in names)
    assert names


def test_nothing_of_last_year_shows_up_as_this_year() -> None:
    fresh, last = blank("liuyang-2021", read_workbook(LAST).unit, 2021), read_workbook(LAST)
    carry_over(fresh, last)
    assert all(line.executed is None or line.executed.blank for line in fresh.base.lines)
    assert all(line.current is None or line.current.blank for line in fresh.ledger.lines)


NAMED = Level("在职人员控制率")
# what stands in this year's cell (None: the workbook is yet to be built), last year's, what stands there afterwards
POINTS = [
    ("a blank takes last year's", "", "5", "5"), ("one yet to be built takes them too", None, "5", "5"), ("what she typed stays", "3", "5", "3"), ("nothing comes from a blank", "", "", ""),
]


@pytest.mark.parametrize(("there", "offered", "after"), [row[1:] for row in POINTS], ids=[row[0] for row in POINTS])
def test_points_and_standards_of_the_same_row_come_along(there, offered, after) -> None:
    this, last = year(2022), year(2021)
    for evaluation, text in ((this, there), (last, offered)):
        row = Indicator(level3=NAMED, points=typed(text), standard=typed(text), actual=typed("93%" if evaluation is last else ""))
        evaluation.scoring = Form(FormKind.SCORING, "指标评分表", indicators=[row])
    carry_over(this, last)
    (row,) = this.scoring.indicators
    assert [row.points.text, row.standard.text, row.actual.text] == [after, after, ""]


def test_no_points_come_from_another_scheme_or_from_two_rows_of_one_name() -> None:
    for scheme, rows in (("other", 1), ("", 2)):
        this, last = year(2022), year(2021)
        last.scheme = scheme
        this.scoring = Form(FormKind.SCORING, "指标评分表", indicators=[Indicator(level3=NAMED, points=typed(""))])
        last.scoring = Form(FormKind.SCORING, "指标评分表", indicators=[Indicator(level3=NAMED, points=typed(str(n + 1))) for n in range(rows)])
        carry_over(this, last)
        assert this.scoring.indicators[0].points.text == ""


@pytest.mark.parametrize(("there", "after"), [(None, "8.5"), ("7", "7")])
def test_this_year_begins_with_what_the_last_one_left(there, after) -> None:
    this, last = year(2022), year(2021)
    this.ledger.lines.append(LedgerLine("资产", "固定资产年初原值", current=typed(there, WAN_YUAN)))
    last.ledger.lines.append(LedgerLine("资产", "固定资产年末原值", current=typed("8.5", WAN_YUAN)))
    carry_over(this, last)
    assert this.ledger.lines[-1].current.text == after


# last year's total, its two parts, whether this year's total is the form's own formula, what is told
TOTALS = [
    ("parts that give the total leave the formula", "8", ("5", "3"), True, ""),
    ("blank parts leave the value", "8", (None, None), False, "项目支出：上年为 8，公式要用的上年数空白，按数值写入，没有保留公式"),
    ("parts that give another total leave it too", "8.1", ("5", "3"), False, "项目支出：上年为 8.1，表中公式得 8，按数值写入，没有保留公式"),
]


@pytest.mark.parametrize(("total", "parts", "formula", "told"), [row[1:] for row in TOTALS], ids=[row[0] for row in TOTALS])
def test_a_total_of_last_year_is_left_to_the_formula_that_gives_it(total, parts, formula, told, tmp_path: Path) -> None:
    last = blank("liuyang-2021", "样例单位", 2020)
    for line, figure in zip([line for line in last.base.lines if line.path[0] == "项目支出"], (total, *parts), strict=True):
        line.executed = typed(figure, WAN_YUAN)
    build_workbook(last, tmp_path / "2020.xlsx")
    done = new("liuyang-2021", "样例单位", 2021, tmp_path / "2021.xlsx", last=tmp_path / "2020.xlsx")
    made = next(line for line in read_workbook(tmp_path / "2021.xlsx").base.lines if line.path == ("项目支出",))
    assert (made.last_year.formula is not None, made.last_year.value) == (formula, Decimal(total))
    assert [note for note in done.notes if "项目支出" in note] == ([told] if told else [])


def test_the_projects_of_last_year_s_list_are_written_into_a_new_one_and_told_of_one_that_stands() -> None:
    this, last = year(2022), year(2021)
    last.ledger.projects = [ProjectLine("网络租赁"), ProjectLine(""), ProjectLine("运行维护"), ProjectLine("大厅改造")]
    done = carry_over(this, last)
    assert [line.name for line in this.ledger.projects] == ["网络租赁", "运行维护", "大厅改造"]
    assert [entry.text for entry in done.carried] == ["网络租赁", "运行维护", "大厅改造"]

    this = year(2022)
    this.file, this.ledger.projects = "2022.xlsx", [ProjectLine("网络 租赁")]
    this.projects[0].project = typed("运行维护")
    done = carry_over(this, last)
    assert ([line.name for line in this.ledger.projects], done.carried) == (["网络 租赁"], [])
    assert done.notes == ["上年项目清单中的“大厅改造”不在《收支与资产》的项目清单里，没有写入，本年仍实施的请自行列入"]
