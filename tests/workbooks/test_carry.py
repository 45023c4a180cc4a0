"""Last year's figures come along into blank cells only."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ziping import resources
from ziping.amounts import COUNT, WAN_YUAN, YUAN
from ziping.evaluation import BaseData, BaseLine, Evaluation, Form, FormKind, Indicator, Ledger, LedgerLine, Level, ProjectLine, typed
from ziping.forms import blank, read_workbook
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
