"""Forms as tables: what is in which cell, what covers what, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from bodies import body, form, full, ledger
from docx.oxml.ns import qn

from ziping.amounts import PERCENT, PLAIN, POINTS, WAN_YUAN, YUAN, Figure, Unit, unit_named
from ziping.evaluation import Datum, FormKind, Indicator, Level, Place, Scaled, typed
from ziping.forms import read_workbook
from ziping.reports.catalogue import CLOSE, OPEN
from ziping.reports.columns import fund_columns, fund_label, indicator_columns
from ziping.reports.grid import Table, bare, breadth, fit, head, left, show
from ziping.reports.tables import FORMS, tables_of
from ziping.reports.trees import form_table
from ziping.reports.word import table_elements


def rows(table: Table) -> list[list[str]]:
    """The texts row by row, each cell once, at its top left."""
    found: list[list[str]] = [[] for _ in range(table.height)]
    for (row, _), cell in sorted(table.cells.items()):
        found[row].append(cell.text)
    return found


@pytest.mark.parametrize(
    ("text", "own", "column", "shown"),
    [
        ("403.00", WAN_YUAN, WAN_YUAN, "403.00"),
        ("403.00", YUAN, WAN_YUAN, "403.00元"),
        ("6,272,512.00", YUAN, YUAN, "6,272,512.00"),
        ("-6,272.5", YUAN, YUAN, "-6,272.5"),
        ("6272512.00", YUAN, YUAN, "6,272,512.00"),
        ("1256.77", WAN_YUAN, WAN_YUAN, "1,256.77"),
        ("256.77", WAN_YUAN, WAN_YUAN, "256.77"),
        ("86.67%", PERCENT, PERCENT, "86.67%"),
        ("86.67%", PERCENT, PLAIN, "86.67%"),
        ("15", unit_named("人"), WAN_YUAN, "15人"),
        ("5", POINTS, POINTS, "5"),
        ("", WAN_YUAN, WAN_YUAN, ""),
        ("约500万元", WAN_YUAN, WAN_YUAN, "约500万元"),
        ("7*24", PLAIN, PLAIN, "7*24"),
    ],
)
def test_a_figure_stands_bare_under_its_own_unit_only(text: str, own: Unit, column: Unit, shown: str) -> None:
    assert show(typed(text, own), column) == shown


def test_a_computed_rate_is_printed_with_the_decimals_of_its_cell() -> None:
    rate = Datum("177.36%", Figure(typed("177.3610134185").figure.value, PERCENT, 2))
    assert show(rate, PERCENT) == "177.36%"
    assert show(None, PERCENT) == ""


# a cell that says nothing usable, and what is printed for it
UNUSABLE = [
    ("an error value", Datum("#DIV/0!", error="#DIV/0!"), "【错误值 #DIV/0!】"),
    ("another number than it holds", Datum(error=Scaled.of(Decimal(4030000), "403.0")), "【错误值 4030000 显示为 403.0】"),
]


@pytest.mark.parametrize(("cell", "shown"), [row[1:] for row in UNUSABLE], ids=[row[0] for row in UNUSABLE])
@pytest.mark.parametrize("printed", [show, bare])
def test_a_cell_that_says_nothing_usable_is_marked(cell: Datum, shown: str, printed: Callable[[Datum], str]) -> None:
    assert printed(cell) == f"{OPEN}{shown}{CLOSE}"


@pytest.mark.parametrize(("kind", "score", "marked"), [
    (FormKind.PROJECT, "", True), (FormKind.OVERALL, "", True), (FormKind.PROJECT, "0", False), (FormKind.MONITOR, "", False)])
def test_a_score_that_is_blank_is_marked(kind: FormKind, score: str, marked: bool) -> None:
    made = form(kind)
    made.indicators[1].score = made.total_score = typed(score, POINTS)
    texts = [cell.text for cell in form_table(made, "").cells.values()]
    assert texts.count(f"{OPEN}【缺：得分】{CLOSE}") == marked
    assert texts.count(f"{OPEN}【缺：总分】{CLOSE}") == marked


def test_a_row_without_content_has_no_score_to_miss() -> None:
    made = form(FormKind.PROJECT)
    made.indicators[1] = Indicator(made.indicators[1].level1, made.indicators[1].level2, Level(""), score=typed("", POINTS))
    assert not any(OPEN in cell.text for cell in form_table(made, "").cells.values())


def test_the_base_data_by_line_and_year() -> None:
    (table,) = tables_of(body(), "基础数据表")
    assert rows(table) == [
        ["财政供养人员情况（人）", "编制数", "实际在职人数", "控制率"],
        ["15", "13", "86.67%"],
        ["经费控制情况", "2020年决算数", "2021年预算数", "2021年决算数"],
        ["三公经费", "0.95", "2.00", "0"],
        ["\u3000公务接待", "0.95", "2.00", "0"],
        ["\u3000\u3000运行维护", "0", "0", "0"],
    ]
    assert table.captions == ("填报单位：某市数据中心", "单位：万元")


def test_a_project_form_has_the_familiar_blocks() -> None:
    table = form_table(form(FormKind.PROJECT, rows=4), "某市数据中心")
    texts = rows(table)
    assert texts[:7] == [
        ["项目名称", "政务网络链路租赁"],
        ["主管部门", "某市人民政府办公室", "实施单位", "某市数据中心"],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "403", "403", "400", "10", "99.26%", "9.93"],
        ["其中：当年财政拨款", "403", "403", "400", "", "", ""],
        ["年度总体目标", "预期目标", "实际完成情况"],
        ["为全市机关正常运行提供网络保障。\n覆盖全部乡镇。", "全年网络运行稳定。"],
    ]
    assert texts[7] == ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    assert texts[8] == ["产出指标\n（50分）", "数量指标0\n（15分）", "指标0", "≥95%", "96%", "5", "5", ""]
    assert texts[9] == ["指标1", "50个", "48", "5", "4.8", "两个站点延期"]
    assert texts[11] == ["质量指标1\n（15分）", "指标3", "≥95%", "96%", "5", "5", ""]
    assert texts[12] == ["总分", "100", "96.6", ""]


def test_an_overall_form_keeps_the_column_of_weights() -> None:
    texts = rows(form_table(form(FormKind.OVERALL, rows=4), "某市数据中心"))
    assert texts[0] == ["部门（单位）名称", "某市数据中心"]
    assert texts[1] == ["整体支出规模（元）", "", "全年预算数", "全年执行数", "执行率"]
    assert texts[2] == ["财政拨款", "6,272,512.00", "11,124,990.85", "177.36%"]
    assert texts[3] == ["其他资金", "0", "0", ""]
    assert texts[6][:4] == ["一级指标", "权重", "二级指标", "三级指标"]
    assert texts[7][:4] == ["产出指标", "50", "数量指标0\n（15分）", "指标0（5分）"]


def test_points_printed_in_the_heading_get_no_column_of_their_own() -> None:
    place = Place("整体自评表", "C9")
    row = Indicator(Level("投入"), Level("预算编审管理", Datum("3", typed("3").figure, place), place), points=Datum("3", typed("3").figure, place), score=typed("3"))
    made = form(FormKind.OVERALL, indicators=[row])
    assert "分值" not in rows(form_table(made, ""))[6]
    made.indicators = [Indicator(row.level1, row.level2, points=Datum("3", typed("3").figure, Place("整体自评表", "F9")), score=typed("3"))]
    assert "分值" in rows(form_table(made, ""))[6]


def test_a_heading_is_printed_as_the_sheet_has_it() -> None:
    row = Indicator(Level("产出指标", typed("50"), printed="产出指标(50分)"), Level("数量指标"), Level("办件量"))
    assert rows(form_table(form(FormKind.PROJECT, indicators=[row]), ""))[8][:3] == ["产出指标\n(50分)", "数量指标", "办件量"]


def test_the_same_heading_again_after_another_is_not_merged_with_the_first() -> None:
    made = [Indicator(Level(one), Level(two), Level(f"指标{n}")) for n, (one, two) in enumerate([("甲", "乙"), ("甲", "丙"), ("丁", "丙"), ("甲", "乙")])]
    table = form_table(form(FormKind.PROJECT, indicators=made), "")
    heads = [(row - 8, cell.text, cell.rows) for (row, column), cell in sorted(table.cells.items()) if row >= 8 and column < 2 * table.factor and cell.text not in ("总分", "等级")]
    assert heads == [(0, "甲", 2), (0, "乙", 1), (1, "丙", 1), (2, "丁", 1), (2, "丙", 1), (3, "甲", 1), (3, "乙", 1)]


def test_a_scoring_form_repeats_its_heading_and_lies_across_for_long_standards() -> None:
    made = form(FormKind.SCORING, rows=6)
    table = form_table(made, "某市数据中心")
    assert table.repeat == 1
    assert table.captions == ("填报单位：某市数据中心", "")
    for row in made.indicators:
        row.standard = typed("达到指标值得满分，每低1个百分点扣0.5分，扣完为止；" * 4)
    assert form_table(made, "").wide


def test_signatures_stand_below_and_the_rest_is_not_said_twice() -> None:
    made = form(FormKind.PROJECT, notes={"金额单位": typed("万元"), "填报人": typed(""), "填报日期": typed("2022年5月18日")})
    assert form_table(made, "").notes == ["填报人：\u3000\u3000\u3000\u3000填报日期：2022年5月18日"]


def test_lists_leave_out_columns_that_nothing_fills() -> None:
    made = body()
    made.ledger = ledger({"收入/合计": (None, None, "1.00"), "支出/合计": (None, None, "2.00"), "支出/基本": (None, None, "2.00")}, projects=1)
    made.ledger.projects[0].budget = None
    assert rows(tables_of(made, "收支")[0]) == [["类别", "项目", "本年数"], ["收入", "合计", "1.00"], ["支出", "合计", "2.00"], ["基本", "2.00"]]
    assert rows(tables_of(made, "项目清单")[0]) == [["序号", "项目名称", "执行数"], ["1", "项目1", "1.25"]]


@pytest.mark.parametrize("name", FORMS)
def test_a_body_without_a_form_has_no_table(name: str) -> None:
    assert tables_of(body(base=None, ledger=None), name) == []
    assert tables_of(full(), name)


@pytest.mark.parametrize(
    ("heading", "texts", "least"),
    [("分值", ["5"], 5.5), ("执行率", ["99.26%"], 8.5), ("年初预算数", ["403"], 7.5), ("预算数", ["14450884.41"], 12.5), ("一级", ["产出指标（50分）"], 9.5)],
)
def test_what_must_not_break_sets_the_least_width(heading: str, texts: list[str], least: float) -> None:
    assert breadth(heading, texts)[0] == least


def test_widths_fill_the_line_and_never_go_below_the_least() -> None:
    wanted = [(5.0, 5.0), (10.0, 40.0), (5.0, 25.0)]
    assert fit(wanted, 100) == [5, 40, 25]
    assert fit(wanted, 45) == [5, 25, 15]
    assert fit(wanted, 10) == [5, 10, 5]


def test_rows_that_do_not_fill_the_grid_are_faults() -> None:
    table = Table("表", (1, 1, 1))
    table.row(head("甲", rows=2), left("乙", 2))
    with pytest.raises(ValueError, match="does not fit"):
        table.row(left("丙", 3))
    with pytest.raises(ValueError, match="holes"):
        Table("表", (1, 1, 1)).row(left("甲", 2))


@pytest.mark.parametrize(
    ("widths", "shares", "spans"),
    [((1, 1, 1, 1), (1, 1), [2, 2]), ((1, 1, 1, 1), (1, 3), [1, 3]), ((3, 1, 1, 1), (1, 1), [1, 3]), ((1, 1, 1), (9, 1, 1), [1, 1, 1])],
)
def test_blocks_share_the_columns_by_their_widths(widths: tuple, shares: tuple, spans: list[int]) -> None:
    assert Table("表", widths).spread(shares) == spans


IDS = {"ZpTableHead": "a", "ZpTableText": "b", "ZpTableNote": "c"}


def rows_of(table: Table) -> list:
    return [row for element in table_elements(table, 9000, IDS) for row in element.findall(qn("w:tr"))]


def keeps(table: Table) -> list[bool]:
    """Whether each row stays on the page of the next one."""
    return [all(cell.find(f".//{qn('w:keepNext')}") is not None for cell in row.findall(qn("w:tc"))) for row in rows_of(table)]


@pytest.mark.parametrize(
    ("notes", "kept"), [([], [False] * 4), (["填报人：某某"], [False, False, True, True])], ids=["no signatures below", "signatures below"],
)  # fmt: skip
def test_the_last_two_rows_stay_on_the_page_of_the_signatures(notes: list[str], kept: list[bool]) -> None:
    table = Table("表", (1, 1), notes=notes)
    for number in range(4):
        table.row(head(str(number)), left("文字"))
    assert keeps(table)[:4] == kept
    assert keeps(table)[4:] == [False] * len(notes)


def test_the_signatures_are_a_row_without_borders() -> None:
    table = Table("表", (1, 1), notes=["填报人：某某", "填报日期：某日"])
    table.row(head("甲"), left("文字"))
    *_, first, last = rows_of(table)
    for row in (first, last):
        sides = {side.tag: side.get(qn("w:val")) for side in row.find(f".//{qn('w:tcBorders')}")}
        assert sides == {qn(f"w:{side}"): "nil" for side in ("left", "bottom", "right")}
    assert keeps(table) == [True, True, False]


# rows beside one heading, and whether all but the last of them stay on the page of the next
GROUPS = [(1, False), (2, True), (4, True), (5, False)]


@pytest.mark.parametrize(("rows", "kept"), GROUPS)
def test_the_few_rows_beside_a_heading_stay_on_one_page(rows: int, kept: bool) -> None:
    table = Table("表", (1, 1))
    for number in range(rows):
        table.row(*([head("数量指标", rows=rows)] if not number else []), left("文字"))
    table.row(head("质量指标"), left("文字"))
    assert keeps(table) == [kept] * (rows - 1) + [False] * 2


# signs in a cell of half the line (20 to a line), and whether its row may break over pages
HIGH = [(1, False), (400, False), (401, True)]


@pytest.mark.parametrize(("signs", "broken"), HIGH)
def test_only_a_tall_row_breaks_over_pages(signs: int, broken: bool) -> None:
    table = Table("表", (1, 1))
    table.row(head("甲"), left("字" * signs))
    (row,) = rows_of(table)
    assert (row.find(f".//{qn('w:cantSplit')}") is None) is broken


SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"
# the sample, its form, and the headings of the annex right of the levels, which are the sheet's own in the sheet's order
SHEETS = [
    ("changde-2016-corrected", FormKind.SCORING, ["分值", "评价标准", "本单位执行情况", "得分", "扣分原因"]),
    ("zhanjiang-2021", FormKind.SCORING, ["分值", "评分标准", "完成情况", "自评得分", "扣分原因及改进措施", "佐证材料"]),
    ("liuyang-2020-corrected", FormKind.OVERALL, ["年度指标值", "全年完成值", "自评得分", "偏差及原因分析"]),
    ("liuyang-2020-corrected", FormKind.PROJECT, ["年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]),
    ("liuyang-2020-corrected", FormKind.MONITOR,
     ["年度指标值", "1-6月执行情况", "全年预计完成情况", "经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障", "原因说明", "完成目标可能性", "备注"]),
]  # fmt: skip


@pytest.mark.parametrize(("sample", "kind", "headings"), SHEETS)
def test_an_annex_has_the_columns_of_the_sheet(sample: str, kind: FormKind, headings: list[str]) -> None:
    (made, *_) = [form for form in read_workbook(SAMPLES / f"{sample}.xlsx").forms if form.kind is kind]
    assert [column.heading for column in indicator_columns(made)] == headings


def test_a_fund_block_has_the_words_and_the_order_of_the_sheet() -> None:
    evaluation = read_workbook(SAMPLES / "liuyang-2020-corrected.xlsx")
    assert [heading for _, heading in fund_columns(evaluation.monitors[0])] == ["年初预算数", "1-6月执行数", "1-6月执行率", "全年预计执行数"]
    assert [fund_label(line) for line in evaluation.overall.funds] == ["资金来源：（1）财政拨款", "（2）其他资金", "资金结构：（1）基本支出", "（2）项目支出"]


def test_what_the_half_year_form_does_not_ask_for_has_no_column() -> None:
    monitor = read_workbook(SAMPLES / "liuyang-2020-corrected.xlsx").monitors[0]
    texts = rows(form_table(monitor, ""))
    assert not any("实际完成情况" in text for row in texts for text in row)
    assert [row[0] for row in texts if len(row) == 2 and row[0] == "年度总体目标"] == ["年度总体目标"]
