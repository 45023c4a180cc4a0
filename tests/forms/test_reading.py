"""Reading the four forms and our own sheets: what is found, where, and what is told about what is not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from forms.seedforms import SEED, seed_sheets
from forms.sketch import sketch
from ziping.evaluation import Fund
from ziping.forms.formats import format_of
from ziping.forms.grid import Details, Sheet, address, datum, text
from ziping.forms.listing import record_of, show_lines
from ziping.forms.reading import examine, read_sheets, read_workbook
from ziping.forms.shared import shifted

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"

BASE = """
部门整体支出绩效自评基础数据表 | < | < | <
填报单位：某市中心 | < | < | 单位：万元
财政供养人员情况 | 编制数 | 2022年实际在职人数 | 控制率
^ | 20 | 18 | 90%
经费控制情况 | 2021年决算数 | 2022年预算数 | 2022年决算数
三公经费 | 5.20 | 6.00 | 4.10
1、公务用车购置和维护经费 | 3.20 | 4 | 3.10
其中：公车购置 | 0 | 0 | 0
公车运行维护 | 3.20 | 4 | 3.10
2、出国经费 | 0 | 0 | 0
3、公务接待 | 2.00 | 2 | 1.00
项目支出： | 300.5 | 320 | 318.25
1、业务工作专项 | 300.5 | 320 | 318.25
公用经费 | 50 | 48 | 47.5
其中：办公经费 | 10 | 9 | 8.5
水费、电费、差旅费 | 20 | 19 | 18
政府采购金额 | 12 | | 15.75
厉行节约保障措施 | 双面打印，随手关灯。 | < | <
说明：“项目支出”填报全部项目。 | < | < | <
"""
MONITOR = """
2022年项目支出绩效目标执行监控表 | < | < | < | < | < | < | < | < | < | < | < | < | <
项目名称 | < | 平台运维 | < | < | < | < | < | < | < | < | < | < | <
主管部门及代码 | < | 某市局 | < | < | 实施单位 | 某市中心 | < | < | < | < | < | < | <
项目资金（万元） | < | | | 年初预算数 | 1-6月执行数 | 1-6月执行率 | 全年预计执行数 | < | < | < | < | < | <
^ | < | 年度资金总额： | < | 32.68 | 16.34 | 50% | 32.68 | < | < | < | < | < | <
年度总体目标 | 搭建监控平台。 | < | < | < | < | < | < | < | < | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-6月执行情况 | 全年预计完成情况 | 偏差原因分析 | < | < | 完成目标可能性 | < | < | 备注
^ | ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 人员保障 | 原因说明 | 确定能 | 有可能 | 完全不可能 | ^
^ | 产出指标 | 数量指标 | 平台搭建 | 1套 | 0套 | 1套 | √ | | 采购推迟 | | √ | | 三季度完成
^ | 效益指标 | 社会效益指标 | 监测覆盖 | 100% | 60% | 100% | | | | √ | | |
填报人：           单位负责人： | < | < | < | < | < | < | < | < | < | < | < | < | <
"""


def test_the_base_data_form_gives_its_lines_by_path() -> None:
    base = read_sheets([sketch(BASE)]).base
    assert base is not None
    assert (base.posts.value, base.staff.value, base.staff_rate.text, base.year) == (20, 18, "90%", 2022)
    assert base.unit.text == "某市中心"
    assert base.measures.text == "双面打印，随手关灯。"
    assert [("/".join(line.path), line.last_year.text, line.budget.text, line.executed.text) for line in base.lines] == [
        ("三公经费", "5.2", "6", "4.1"),
        ("三公经费/公务用车购置和维护经费", "3.2", "4", "3.1"),
        ("三公经费/公务用车购置和维护经费/公车购置", "0", "0", "0"),
        ("三公经费/公务用车购置和维护经费/公车运行维护", "3.2", "4", "3.1"),
        ("三公经费/出国经费", "0", "0", "0"),
        ("三公经费/公务接待", "2", "2", "1"),
        ("项目支出", "300.5", "320", "318.25"),
        ("项目支出/业务工作专项", "300.5", "320", "318.25"),
        ("公用经费", "50", "48", "47.5"),
        ("公用经费/办公经费", "10", "9", "8.5"),
        ("公用经费/水费、电费、差旅费", "20", "19", "18"),
        ("政府采购金额", "12", "", "15.75"),
    ]


def test_the_monitoring_form_gives_causes_and_likelihood() -> None:
    form = read_sheets([sketch(MONITOR)]).monitors[0]
    assert form.project.text == "平台运维"
    total = form.fund(Fund.TOTAL)
    assert (total.initial.value, total.executed.value, total.rate.text, total.expected.value) == (Decimal("32.68"), Decimal("16.34"), "50%", Decimal("32.68"))
    first, second = form.indicators
    assert (first.target.text, first.actual.text, first.expected.text, first.likelihood, first.remark.text) == ("1套", "0套", "1套", "有可能", "三季度完成")
    assert {name: cell.text for name, cell in first.causes.items() if cell} == {"经费保障": "√", "原因说明": "采购推迟"}
    assert (second.likelihood, any(second.causes.values()), form.goals[0].expected.text) == ("确定能", False, "搭建监控平台。")


@pytest.mark.skipif(not SEED.exists(), reason="the published evaluations are not here")
def test_the_four_published_forms_are_read() -> None:
    evaluation = read_sheets(seed_sheets(SEED.read_text(encoding="utf-8")))
    assert (len(evaluation.base.lines), len(evaluation.monitors[0].indicators), len(evaluation.projects[0].indicators)) == (15, 9, 9)
    overall = evaluation.overall
    assert (len(overall.indicators), overall.money_unit.text, overall.total_score.value) == (22, "元", 96)
    assert overall.fund(Fund.FISCAL).executed.value == Decimal("11124990.85")
    assert sum(row.points.value for row in overall.indicators) == 100
    assert (overall.indicators[12].level3.name, overall.indicators[12].level3.printed) == ("资金到位率", "资金到位率（2分")
    assert sum(row.points.value for row in evaluation.projects[0].indicators) == 100


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_samples_are_recognised_sheet_by_sheet(path: Path) -> None:
    evaluation = read_workbook(path)
    assert evaluation.sample
    assert evaluation.unit
    assert evaluation.scheme
    assert evaluation.ledger.lines
    assert len(evaluation.narrative) > 10
    assert {"单位名称", "评价年度"} <= evaluation.settings.keys()


FORM = """
{title}
项目名称 | {project} | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 培训期数 | ≥3期 | 3期 | 100 | 100
总分 | < | < | < | < | 100 | 100
"""


def test_a_hidden_sheet_counts_only_where_no_visible_one_has_a_form() -> None:
    seen, unseen = sketch(FORM.format(title="项目支出绩效自评表", project="甲"), "甲"), sketch(FORM.format(title="项目支出绩效自评表", project="乙"), "乙")
    unseen.hidden = True
    reading = examine([seen, unseen])
    assert [form.project.text for form in reading.evaluation.projects] == ["甲"]
    assert any(passed.sheet == "乙" and "隐藏" in passed.why for passed in reading.trail.passed)
    assert [form.project.text for form in read_sheets([unseen]).projects] == ["乙"]


LOOKALIKES = {
    "a declaration of targets": "项目支出绩效目标申报表 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 培训期数 | ≥3期",
    "instructions that name the headings": "填表说明\n1.“年度指标值”按批复填列，“实际完成值”按实际填列，“得分”不得超过“分值”，一级指标、二级指标、三级指标不得删改。",
    "a final account": "收入支出决算总表 | <\n项目 | 年初预算数 | 全年预算数 | 决算数\n一、财政拨款收入 | 1 | 2 | 3",
    "a list of sources": "类别 | 名称\n产出指标 | 数量指标",
}


@pytest.mark.parametrize("name", LOOKALIKES)
def test_a_lookalike_is_no_form_and_the_trail_says_why(name: str) -> None:
    reading = examine([sketch(LOOKALIKES[name], "表一")])
    assert not reading.forms
    assert reading.trail.passed


def test_the_explanation_names_cells_and_headings() -> None:
    reading = examine([sketch(FORM.format(title="项目支出绩效自评表", project="甲"), "表一")])
    lines = show_lines(reading, explain=True)
    assert "表一!D3：认作年度指标值，依据：标题“年度指标值”" in lines
    taken = record_of(reading, explain=True)["explanation"]["taken"]
    assert {"sheet": "表一", "cell": "G3", "what": "得分", "why": "标题“得分”"} in taken


def test_error_cells_and_formulas_stay_what_they_are() -> None:
    sheet = sketch(FORM.format(title="项目支出绩效自评表", project="甲"))
    sheet.rows[3][6] = ""
    marked = Sheet(sheet.name, sheet.rows, sheet.merges, details=Details({(3, 6): "=E4/0"}, {(3, 6): "#DIV/0!"}))
    score = read_sheets([marked]).projects[0].indicators[0].score
    assert (score.error, score.formula, score.figure, score.text) == ("#DIV/0!", "=E4/0", None, "#DIV/0!")


def test_a_name_that_a_formula_gives_is_known_by_it() -> None:
    sheet = sketch(FORM.format(title="项目支出绩效自评表", project="甲"))
    (row, column) = next((r, c) for r, cells in enumerate(sheet.rows) for c, words in enumerate(cells) if words == read_sheets([sheet]).projects[0].indicators[0].level3.printed)
    marked = Sheet(sheet.name, sheet.rows, sheet.merges, details=Details({(row, column): "='清单'!B2"}))
    first, *others = read_sheets([marked]).projects[0].indicators
    assert first.level3.formula == "='清单'!B2"
    assert {each.level3.formula for each in others} <= {None}


def test_a_heading_with_an_error_value_is_kept_to_be_told() -> None:
    """Its column is not read; an error value among figures is that of a cell."""
    sheet = sketch(BASE)
    rows = [list(row) for row in sheet.rows]
    row = next(number for number, cells in enumerate(rows) if "2021年决算数" in cells)
    column = rows[row].index("2021年决算数")
    rows[row][column] = rows[row + 1][column] = ""
    errors = {(row, column): "#VALUE!", (row + 1, column): "#DIV/0!"}
    marked = Sheet(sheet.name, rows, sheet.merges, details=Details({(row, column): '=B5-1&"年决算数"'}, errors))
    evaluation = read_sheets([marked])
    assert [line.last_year for line in evaluation.base.lines] == [None] * len(evaluation.base.lines)
    assert [(datum.place.cell, datum.error, datum.formula) for datum in evaluation.broken] == [(address(row, column), "#VALUE!", '=B5-1&"年决算数"')]


SHIFTS = [
    ("A1+B$2+$C3+$D$4", 1, 1, "B2+C$2+$C4+$D$4"),
    ('SUM(A1:A3)&"A1"', 2, 0, 'SUM(A3:A5)&"A1"'),
    ("'表 A1'!B2*LOG10(C3)", 0, 1, "'表 A1'!C2*LOG10(D3)"),
    ("A1", -1, 0, "#REF!"),
]


@pytest.mark.parametrize(("formula", "rows", "columns", "moved"), SHIFTS)
def test_a_shared_formula_is_moved(formula: str, rows: int, columns: int, moved: str) -> None:
    assert shifted(formula, rows, columns) == moved


SHOWN = [
    (403.0, "0.00", "403.00"),
    (0.8667, "0.00%", "86.67%"),
    (0.99985, "0%", "100%"),
    (41.4964, "#,##0.00##", "41.4964"),
    (403.0, "#,##0.00##", "403.00"),
    (6272512.0, "#,##0.00_ ", "6272512.00"),
    (0.1 + 0.2, "General", "0.3"),
    (12.5, "0", "13"),
]


@pytest.mark.parametrize(("value", "code", "words"), SHOWN)
def test_a_number_reads_as_its_format_shows_it(value: float, code: str, words: str) -> None:
    assert text(Sheet("表", [[value]], details=Details({}, {}, {(0, 0): format_of(code)})), 0, 0) == words


SCALED = [
    ("a comma behind the last place divides by a thousand", 4030000.0, "#,##0,", "4030"),
    ("two commas divide by a million", 4030000.0, "0.00,,", "4.03"),
    ("a comma before the point divides as well", 4030000.0, "0,.0", "4030.0"),
    ("a point that is a mere sign, with a comma, makes ten-thousands", 4030000.0, '0!.0,"万"', "403.0"),
    ("so does one before four places", 4030000.0, "0!.0000", "403.0000"),
    ("the point may be escaped or quoted", 4030000.0, '0\\.0,;-0"."0,', "403.0"),
    ("the section of the number counts", -4030000.0, '0.00;-0"."0,', "-403.0"),
    ("the section of its size counts", 4030000.0, '[<10000]0.00;0!.0,"万元"', "403.0"),
    ("a comma between places groups", 4030000.0, "#,##0.00", None),
    ("a comma in words is none of the format's", 4030000.0, '0","', None),
    ("a section for other numbers leaves it alone", 9999.0, '[>=10000]0!.0,"万";0', None),
    ("nought is nought", 0.0, '0!.0,"万"', None),
    ("a point before the first place", 5.0, "!.0", None),
]


@pytest.mark.parametrize(("name", "value", "code", "shown"), SCALED, ids=[row[0] for row in SCALED])
def test_a_number_that_its_format_scales_is_no_figure(name: str, value: float, code: str, shown: str | None) -> None:  # noqa: ARG001
    read = datum(Sheet("表", [[value]], details=Details({}, {}, {(0, 0): format_of(code)})), 0, 0)
    assert (read.figure is None) == (shown is not None)
    assert getattr(read.error, "shown", None) == shown
    assert getattr(read.error, "held", None) == (None if shown is None else Decimal(str(value)))


SCORELESS = """
项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 秸秆还田 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 还田面积 | 90亩 | 85亩 | 100 | 95
{total}
"""
BLANK_TOTALS = [
    ("points and score", "总分 | < | < | < | < | 100 | 95", ("100", "95")),
    ("a blank score beside the points", "总分 | < | < | < | < | 100 |", ("100", "")),
    ("both blank", "总分 | < | < | < | < | |", (None, None)),
]


@pytest.mark.parametrize(("row", "total"), [each[1:] for each in BLANK_TOTALS], ids=[each[0] for each in BLANK_TOTALS])
def test_the_total_of_the_points_is_no_score(row: str, total: tuple[str | None, str | None]) -> None:
    form = read_sheets([sketch(SCORELESS.format(total=row))]).projects[0]
    assert tuple(None if datum is None else datum.text for datum in (form.total_points, form.total_score)) == total


# what stands in the total of the points, and whether it is one
POINTS_TO_COME = [
    ("a formula that gives nothing yet", {(4, 5): '=IF(COUNT(F4:F4)=0,"",SUM(F4:F4))'}, True),
    ("a blank cell", {}, False),
    ("a formula elsewhere in the row", {(4, 3): "=A1"}, False),
]


@pytest.mark.parametrize(("formulas", "there"), [each[1:] for each in POINTS_TO_COME], ids=[each[0] for each in POINTS_TO_COME])
def test_a_blank_total_of_the_points_is_known_by_its_formula(formulas: dict[tuple[int, int], str], there: bool) -> None:
    sheet = sketch(SCORELESS.format(total="总分 | < | < | | | | 95"))
    form = read_sheets([Sheet(sheet.name, sheet.rows, sheet.merges, details=Details(formulas))]).projects[0]
    assert (form.total_points is not None) is there
    assert form.total_points is None or (str(form.total_points.place), form.total_points.figure) == ("表!F5", None)


BELOW = """
项目支出绩效自评表 | < | < | < | < | < | <
项目名称 | 秸秆还田 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 还田面积 | 90亩 | 85亩 | 90 | 85
预算执行情况（万元） | < | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分
年度资金总额 | < | 35 | 35 | 100% | 10 | 10
{total}
"""
TOTALS = [
    ("points and score in the columns of the indicators", "总分 | < | < | < | < | 100 | 95", ("100", "95")),
    ("a score behind its caption", "自评总分 | 95 | < | < | < | <", (None, "95")),
    ("no total", "填报人：某某 | < | < | < | < | <", (None, None)),
]


@pytest.mark.parametrize(("row", "total"), [each[1:] for each in TOTALS], ids=[each[0] for each in TOTALS])
def test_a_total_below_the_money_is_read_by_the_columns_of_the_indicators(row: str, total: tuple[str | None, str | None]) -> None:
    form = read_sheets([sketch(BELOW.format(total=row))]).projects[0]
    assert tuple(datum.text if datum else None for datum in (form.total_points, form.total_score)) == total
