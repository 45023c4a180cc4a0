"""One slip is told once: what follows from a wrong cell is not called wrong beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.case import changed, d, pct, wan
from ziping.amounts import POINTS, YUAN
from ziping.checks import CHECKS, check
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed, Unknown
from ziping.checks.wanted import asked
from ziping.evaluation import Datum, Evaluation, Fund, Place, Unread
from ziping.findings import Severity

TOTAL = {"projects.0.total_points.formula": "=SUM(F9:F13,G4)"}
LACKING = {"projects.0.indicators.0.points": "", "projects.0.indicators.0.score": "", "projects.0.total_points": "80"} | TOTAL
# what is changed in the whole evaluation, and the errors of the family that are told
SLIPS = [
    ("a first-level weight is mistyped and the total is a formula over it", {"projects.0.indicators.3.level1.weight": "25", "projects.0.total_points": "95"} | TOTAL,
     [("weight-level1", "项目1!A12")]),
    ("the points of a row are mistyped and the total is a formula over them", {"projects.0.indicators.3.points": "35", "projects.0.total_points": "105"} | TOTAL,
     [("weight-level1", "项目1!A12")]),
    ("a total typed wrong is told although a weight is wrong as well", {"projects.0.indicators.3.level1.weight": "25", "projects.0.total_points": "95"},
     [("weight-level1", "项目1!A12"), ("weight-hundred", "项目1!F14")]),
    ("the points of a row stand as a text that the total's formula passes over", {"projects.0.total_points": "80"} | TOTAL, [("weight-hundred", "项目1!F14")]),
    ("the points of a row and its score are missing, and the form is scored out of the rest", LACKING, [("weight-hundred", "项目1!F14")]),
    ("… and the form has no score yet", LACKING | {"projects.0.total_score": ""}, []),
    ("… and the row's score is part of the form's", LACKING | {"projects.0.indicators.0.score": "20"}, []),
    ("points that make up no hundred are told against the total typed", {"projects.0.indicators.3.points": "35"},
     [("weight-level1", "项目1!A12"), ("weight-total", "项目1!F14")]),
    ("points below a second-level weight are told there, not at the first level, and miss the typed total",
     {"overall.indicators.3.level3.weight": "5"}, [("weight-level2", "整体自评!B10"), ("weight-total", "整体自评!F17")]),
    ("nothing is wrong", {}, []),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_a_slip_in_the_weights(changes: dict, told: list) -> None:
    found = [f for f in check(changed(changes)).findings if f.severity is Severity.ERROR and f.code.startswith("weight-")]
    assert [(f.code, str(f.place)) for f in found] == told


def test_a_row_that_is_not_used_lacks_no_tick() -> None:
    row = {"level3.name": "", "likelihood": ""} | dict.fromkeys(("target", "actual", "expected", "remark"), "")
    changes = {f"monitors.0.indicators.3.{key}": value for key, value in row.items()}
    codes = {f.code for f in check(changed(changes)).findings if f.place and f.place.sheet == "监控1"}
    assert "complete-unused-rows" in codes
    assert "monitor-likelihood" not in codes


# a cell left blank, and what is told of it
BLANKS = [
    ("a part that its total shows to be missing", {"projects.0.funds.1.executed": ""}, "项目1!E5", ["footing-blank-part"]),
    ("a line of 收支与资产 that its total shows to be missing", {"ledger.lines.5.current": ""}, "收支与资产!D7", ["ledger-blank-part"]),
    ("a total that another form states", {"ledger.lines.3.current": ""}, "收支与资产!D5", ["across-blank"]),
    ("a rate without its formula", {"overall.funds.0.rate": ""}, "整体自评!H3", ["rate-blank"]),
    ("a rate whose formula was not recomputed", {"overall.funds.0.rate": pct("", "整体自评!H3", "=E3/D3")}, "整体自评!H3", ["formula-stale"]),
    ("a part whose formula was not recomputed", {"projects.0.funds.1.executed": wan("", "项目1!E5", "=E4")}, "项目1!E5", ["formula-stale"]),
    ("a target whose formula was not recomputed", {"monitors.0.indicators.0.target": d("", "监控1!D8", formula="='项目1'!D9")}, "监控1!D8", ["formula-stale"]),
    ("a figure that two other forms state", {"base.lines.6.executed": ""}, "基础数据!D10", ["across-blank"]),
    ("the same, where the two do not agree", {"base.lines.6.executed": "", "ledger.lines.5.current": "451.00"}, "基础数据!D10", ["across-blank"]),
    ("a line that no total and no other form knows", {"ledger.lines.6.current": ""}, "收支与资产!D8", ["complete-ledger"]),
    ("a part without which the total is reached", {"projects.0.funds.1.executed": "", "projects.0.funds.0.executed": "0"}, "项目1!E5", ["complete-funds"]),
    ("a heading's weight that is its only row's as well", {"overall.indicators.0.level2.weight": "", "overall.indicators.0.level3.weight": None}, "整体自评!B8",
     ["weight-missing"]),
]


@pytest.mark.parametrize(("reason", "repair"), [("招标推迟", "或确认“偏差原因”栏所填的理由成立"), ("", "确有理由的在“偏差原因”栏说明")])
@pytest.mark.parametrize(("code", "changes"), [
    ("score-above-default", {"projects.0.indicators.0.actual": "6次"}),
    ("score-above-", {"projects.0.indicators.0.actual": "6次", "projects.0.indicators.0.standard": d("每少1次扣1分", "项目1!I9")}),
])  # fmt: skip
def test_a_reason_that_is_given_is_not_asked_for(reason: str, repair: str, code: str, changes: dict) -> None:
    (found,) = [f for f in check(changed(changes | {"projects.0.indicators.0.reason": reason})).findings if f.code.startswith(code)]
    assert found.hint.endswith(repair)


@pytest.mark.parametrize(("typed", "told"), [("2023年", True), ("2023", False), ("２０２３", False), ("", False)])
def test_the_year_that_the_titles_are_made_of_is_its_digits(typed: str, told: bool) -> None:
    found = [f for f in check(changed({"settings.评价年度": typed})).findings if f.code == "complete-year"]
    assert [(str(f.place), "应为“2023”" in f.message) for f in found] == [("设置!B3", True)] * told


NO_MONEY = {f"projects.1.funds.{line}.{column}": "" for line in range(4) for column in ("initial", "adjusted", "executed")}
NO_RESULTS = {f"projects.1.indicators.{row}.actual": "" for row in range(5)}


@pytest.mark.parametrize(("changes", "told"), [(NO_MONEY, True), (NO_MONEY | NO_RESULTS, False)])
def test_a_form_with_results_has_money(changes: dict, told: bool) -> None:
    """One without either is not filled in yet."""
    found = [f for f in check(changed(changes)).findings if f.code == "complete-funds" and f.place and f.place.sheet == "项目2"]
    assert bool(found) is told


@pytest.mark.parametrize(("changes", "cell", "told"), [row[1:] for row in BLANKS], ids=[row[0] for row in BLANKS])
def test_a_blank_cell_is_one_matter(changes: dict, cell: str, told: list) -> None:
    found = [f.code for f in check(changed(changes)).findings if cell in map(str, (f.place, *f.related) if f.code.startswith("complete-") else (f.place,))]
    assert found == told


ERRORS = [
    ("an error and two formulas over it", {"base.lines.7.executed": "#REF!", "base.lines.6.executed": d("#REF!", "基础数据!D10", formula="=SUM(D11:D12)", error="#REF!")}, ["基础数据!D11"]),
    ("an error of a formula over cells without one", {"base.lines.6.executed": d("#REF!", "基础数据!D10", formula="=SUM(D11:D12)", error="#REF!")}, ["基础数据!D10"]),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_an_error_is_told_where_it_begins(changes: dict, told: list[str]) -> None:
    assert [str(f.place) for f in check(changed(changes)).findings if f.code == "formula-error"] == told


RATE = {"projects.0.funds.1.rate": d("", "项目1!H5", formula="=PERF_RATE(E5,D5)", error="#VALUE!")}
REASONS = [
    ("a function of ours says what it cannot take", RATE | {"projects.0.funds.1.executed": "约300"}, "#VALUE!：执行数应为数字，实际为“约300”；请照此改正后重新计算"),
    ("a formula without one of ours", {"projects.0.funds.1.rate": d("", "项目1!H5", formula="=E5/D5", error="#VALUE!")}, "#VALUE!；请按公式所引用的单元格查明原因"),
    ("what it takes has been mended since", RATE, "#VALUE!；请按公式所引用的单元格查明原因"),
]


@pytest.mark.parametrize(("changes", "words"), [row[1:] for row in REASONS], ids=[row[0] for row in REASONS])
def test_an_error_is_told_with_its_reason(changes: dict, words: str) -> None:
    (found,) = [f for f in check(changed(changes)).findings if f.code == "formula-error"]
    assert words in found.message


def test_a_part_that_its_total_leaves_out_has_not_slipped() -> None:
    """Moved by eight powers of ten it would vanish in the rounding: that is no sign of another unit."""
    found = check(changed({"projects.1.funds.0.executed": "0", "projects.1.funds.0.rate": "", "projects.1.funds.0.score": ""})).findings
    assert "unit-factor" not in {f.code for f in found}
    assert ("footing-funds-total", "项目2!E4") in {(f.code, str(f.place)) for f in found}


@pytest.mark.parametrize(("number", "printed", "told"), [
    ("liuyang-2021", "项目支出绩效自评（财预〔2020〕10号）", True), ("national-project-2020", "项目支出绩效自评（财预〔2020〕10号）", False), ("liuyang-2021", "", False),
    ("", "部门整体支出绩效自评（湖南浏阳，2020—2021年度）", True), ("", "本县自定的叫法", False)])  # fmt: skip
def test_the_number_and_the_name_of_a_scheme_belong_together(number: str, printed: str, told: bool) -> None:
    changes = {"settings.评价方案": d(number, "设置!B6"), "settings.方案": d(printed, "设置!B8")}
    found = [f for f in check(changed(changes)).findings if f.code == "identity-scheme"]
    assert [("部门整体支出" in f.message, str(f.place)) for f in found] == [(True, "设置!B6")] * told


TYPED = [("2021年", "2021年", True), ("15%", "15%", True), ("630万元", "630万元", False), ("630", "630", False)]


@pytest.mark.parametrize(("text", "shown", "told"), TYPED)
def test_a_year_in_a_column_of_money_is_no_amount(text: str, shown: str, told: bool) -> None:
    changes = {"base.lines.9.executed": replace(wan(text, "基础数据!D13"), textual=True)}
    found = [f for f in check(changed(changes)).findings if f.code == "complete-number"]
    assert [f.shown_actual for f in found] == [shown] * told


def total(text: str, formula: str | None = None) -> dict:
    return {"projects.0.total_score": d(text, "项目1!G14", POINTS, formula)}


SUMMED = "=SUM(G9:G13,I4)"
NEGATIVE = {"base.lines.0.executed": wan("-2.00", "基础数据!D4", "=SUM(D5,D8,D9)"), "base.lines.1.executed": wan("-5.00", "基础数据!D5", "=SUM(D6:D7)"), "base.lines.3.executed": "-5.00"}
TEXT = {"projects.0.indicators.0.score": replace(d("20", "项目1!G9"), textual=True)}
YEARLESS = {"settings.评价年度": "", "year": None, "unread": [Unread(Place("基础数据表", "A1"), "没有经费的标题行", ("上年决算数",))]}
# what is changed, a check, and the cells that it tells
ONCE = [
    ("a score above its points, which the rule gives as well", {"projects.0.indicators.0.score": "22"}, "score-above-default", []),
    ("a score just at its points and above what the rule gives", {"projects.0.indicators.0.actual": "6次"}, "score-above-default", ["项目1!G9"]),
    ("a sum beyond the full marks by what a score is above its points", {"projects.0.indicators.0.score": "22"} | total("100.56", SUMMED), "score-total-range", []),
    ("… by more than that", {"projects.0.indicators.0.score": "22"} | total("102.01", SUMMED), "score-total-range", ["项目1!G14"]),
    ("… and typed", {"projects.0.indicators.0.score": "22"} | total("100.56"), "score-total-range", ["项目1!G14"]),
    ("a negative part of sums", NEGATIVE, "complete-negative", ["基础数据!D7"]),
    ("… and another that is no part of it", NEGATIVE | {"base.lines.9.executed": "-1.00"}, "complete-negative", ["基础数据!D7", "基础数据!D13"]),
    ("a total that is blank for a score held as text", TEXT | total("", '=IF(COUNT(G9:G13)<5,"",SUM(G9:G13,I4))'), "complete-total", []),
    ("a total that is blank for no such reason", total(""), "complete-total", ["项目1!G14"]),
]


@pytest.mark.parametrize(("changes", "code", "cells"), [row[1:] for row in ONCE], ids=[row[0] for row in ONCE])
def test_what_comes_of_another_cell_is_not_told_too(changes: dict, code: str, cells: list[str]) -> None:
    assert [str(f.place) for f in check(changed(changes)).findings if f.code == code] == cells


@pytest.mark.parametrize(("changes", "words"), [(YEARLESS, "请先在“设置”填写评价年度"), (YEARLESS | {"settings.评价年度": "2023"}, "请按表样补齐或更正标题行")])
def test_headings_that_are_made_of_the_year_wait_for_it(changes: dict, words: str) -> None:
    (found,) = [f for f in check(changed(changes)).findings if f.code == "identity-unread"]
    assert words in found.message


@pytest.mark.parametrize(("formula", "words"), [("=90%", "由公式得出，不用填写"), (None, "请按在职人数 ÷ 编制数填写")])
def test_the_result_of_a_formula_is_not_to_be_typed_over(formula: str | None, words: str) -> None:
    (found,) = [f for f in check(changed({"overall.indicators.2.actual": pct("80.00%", "整体自评!E10", formula)})).findings if f.code == "derived-staff"]
    assert words in found.message


GRADE = {"projects.0.grade": "#VALUE!"}


# a total beyond the points that are there, and whether that is an error
SOME_POINTS = {f"projects.0.indicators.{index}.{what}": "" for index in range(1, 5) for what in ("points", "score")}
BOUNDS = [
    ("most of the points blank, their sum a formula", SOME_POINTS | {"projects.0.total_points": "30"} | TOTAL, False),
    ("most of the points blank, their sum kept as a value", SOME_POINTS | {"projects.0.total_points": "30"}, False),
    ("points blank beneath a stated hundred", SOME_POINTS | {"projects.0.total_score": "101"}, True),
    ("no points blank, and they make up thirty", {"projects.0.total_points": "30"} | TOTAL, True),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in BOUNDS], ids=[row[0] for row in BOUNDS])
def test_points_that_are_still_blank_bound_no_total(changes: dict, told: bool) -> None:
    found = list(CHECKS["score-total-range"](Book(changed(changes))))
    assert any(isinstance(event, Failed) for event in found) == told
    assert ("有分值空白，满分还不能确定" in [event.reason for event in found if isinstance(event, Unknown)]) != told


@pytest.mark.parametrize(("changes", "told"), [
    (GRADE | {"projects.0.total_score": "104"}, []), (GRADE | {"projects.0.total_score": "100"}, ["formula-error"]), (GRADE | {"projects.0.total_score": ""}, ["formula-error"]),
])  # fmt: skip
def test_a_grade_that_no_total_has_is_told_of_the_total(changes: dict, told: list[str]) -> None:
    found = check(changed(changes)).findings
    assert [f.code for f in found if f.code == "formula-error"] == told
    assert ("score-total-range" in {f.code for f in found}) == (not told)


STALE = {f"monitors.0.indicators.{row}.actual": d("旧", f"监控1!E{8 + row}", formula=f"='项目1'!E{9 + row}") for row in range(4)}


@pytest.mark.parametrize(("cells", "told"), [(3, ["项目1!E9", "项目1!E10", "项目1!E11"]), (4, ["监控1!E9", "监控1!E10", "监控1!E11"])])
def test_a_sheet_that_was_not_recomputed_is_told_once(cells: int, told: list[str]) -> None:
    found = [f for f in check(changed(dict(list(STALE.items())[:cells]))).findings if f.code == "formula-stale"]
    assert [str(place) for f in found for place in f.related] == told
    assert ("等 4 处的公式没有重算" in found[0].message) == (cells == 4)


def test_what_is_told_elsewhere_does_not_count_among_many() -> None:
    changes = {f"projects.0.funds.{line}.adjusted": "" for line in (0, 1)} | {"projects.1.funds.0.adjusted": "", "projects.0.funds.1.executed": ""}
    found = [f for f in check(changed(changes)).findings if f.code == "complete-funds"]
    assert "项目1!E5" not in {str(place) for f in found for place in (f.place, *f.related)}


@pytest.mark.parametrize(("missing", "told"), [(3, 3), (4, 1)])
def test_many_missing_ticks_are_told_together(missing: int, told: int) -> None:
    changes = {f"monitors.0.indicators.{index}.likelihood": "" for index in range(missing)}
    assert sum(f.code == "monitor-likelihood" for f in check(changed(changes)).findings) == told


@pytest.mark.parametrize(("label", "column"), [("巡检次数/扣分原因", "“扣分原因”"), ("巡检次数/偏差原因分析及改进措施", "“偏差原因分析及改进措施”")])
def test_the_reason_is_asked_for_in_the_column_that_the_form_has(label: str, column: str) -> None:
    changes = {"projects.0.indicators.0.score": "10", "projects.0.indicators.0.reason.label": label}
    (finding,) = [f for f in check(changed(changes)).findings if f.code == "score-reason"]
    assert column in finding.message
    assert column in finding.hint


LINKED = "=IF('项目1'!$C$4=\"\",\"\",'项目1'!$C$4)"
# the formula of the monitoring form's cell, and where the slip in the project form's total is told
SHOWN = [
    ("a link shows the other cell", LINKED, ["项目1!C4"]), ("a plain reference does too", "='项目1'!C4", ["项目1!C4"]),
    ("a cell of its own is told as well", None, ["项目1!C4", "监控1!C4"]), ("a link to another cell is no repetition", "='项目1'!C5", ["项目1!C4", "监控1!C4"]),
    ("a formula that works with the cell repeats it as well", "='项目1'!C4*1", ["项目1!C4"]),
]


@pytest.mark.parametrize(("formula", "told"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_what_a_cell_only_shows_is_told_where_it_comes_from(formula: str | None, told: list) -> None:
    changes = {"projects.0.funds.0.initial": "300.00", "monitors.0.funds.0.initial": "300.00"}
    changes |= {"monitors.0.funds.0.initial.formula": formula} if formula else {}
    found = [str(f.place) for f in check(changed(changes)).findings if f.code == "footing-funds-total"]
    assert found == told


# a sentence of 报告素材, and whether its grade is held against the form's 优
GRADES = [
    ("自评得分95分，等级为良。", True), ("评价等级为良。", True), ("自评得分95分，等级为优。", False), ("水质监测达标，等级为良。", False),
    ("自评得分95分。水质监测达标，等级为良。", False),
]


@pytest.mark.parametrize(("text", "wrong"), GRADES, ids=[row[0] for row in GRADES])
def test_a_grade_counts_beside_the_score_it_follows_from(text: str, wrong: bool) -> None:
    codes = [f.code for f in check(changed({"narrative.0.text": text})).findings]
    assert ("text-grade" in codes) is wrong



def told(changes: dict) -> list[tuple[str, str, str]]:
    """The errors and warnings that the unchanged evaluation does not have."""
    before = {(f.code, f.place) for f in check(changed({})).findings}
    return [
        (f.severity.value, f.code, str(f.place)) for f in check(changed(changes)).findings
        if f.severity is not Severity.INFO and (f.code, f.place) not in before]


PROJECTS = "overall.funds.3.executed"
# what is changed, and the whole of what is told
ROOTS = [
    ("an amount in 万元 under 元 is told as that slip and as an error", {PROJECTS: "450.00"}, [("error", "unit-factor", "整体自评!E6")]),
    ("an amount in 元 under 万元 likewise, although no total is made of it", {"base.lines.9.executed": "250000"}, [("error", "unit-magnitude", "基础数据!D13")]),
    ("the cell that others contradict has slipped, not the one it is compared with",
     {"ledger.lines.0.current": "6400000"}, [("error", "unit-factor", "收支与资产!D2")]),
    ("neither a limit nor a share is judged by a total that its own parts contradict", {"ledger.lines.3.current": "650.00", "ledger.lines.3.change": "8.33%"}, [
        ("error", "ledger-total", "收支与资产!D5"), ("error", "text-figure", "报告素材!C3")]),
]


@pytest.mark.parametrize(("changes", "findings"), [row[1:] for row in ROOTS], ids=[row[0] for row in ROOTS])
def test_a_wrong_figure_is_told_where_it_stands(changes: dict, findings: list) -> None:
    assert told(changes) == findings


def summed(amount: str, formula: str | None = "=SUM(E5:E6)") -> dict:
    """The overall form with its line of the total over 基本支出 (E5) and 项目支出 (E6)."""
    return {"overall.funds.0.role": Fund.TOTAL, "overall.funds.0.executed": d(amount, "整体自评!E3", YUAN, formula)}


BLANK_PART = {"overall.funds.3.executed": ""}
# what the other forms are held against, and how many of their totals are called wrong
PARTS = [
    ("a formula over a blank amount gives no whole", summed("1,800,000") | BLANK_PART, 0),
    ("a stated total is one, whatever its parts", summed("1,800,000", None) | BLANK_PART, 2),
    ("a formula over amounts that are all there", summed("1,800,000"), 2),
    ("a blank amount makes up no total that is too large", summed("6,800,000") | BLANK_PART, 2),
    ("the blank amount is none of those that the formula adds", summed("1,800,000", "=E5+E5") | BLANK_PART, 2),
]


@pytest.mark.parametrize(("changes", "wrong"), [row[1:] for row in PARTS], ids=[row[0] for row in PARTS])
def test_no_total_is_held_against_a_sum_that_still_lacks_a_part(changes: dict, wrong: int) -> None:
    found = list(CHECKS["across-total"](Book(changed(changes))))
    assert sum(isinstance(event, Failed) for event in found) == wrong
    assert any("《整体自评》E6空白" in event.reason for event in found if isinstance(event, Unknown)) == (not wrong)


def test_what_follows_is_open_and_never_passed() -> None:
    outcomes = {outcome.code: outcome for outcome in check(changed({PROJECTS: "450.00"})).outcomes}
    assert (outcomes["rate-execution"].failed, outcomes["rate-execution"].open) == (0, 1)
    assert outcomes["across-project-expenditure"].status == "not evaluated"
    assert "改正后再校验" in outcomes["across-project-expenditure"].reason


# a sentence about 网络租赁服务项目, of which 项目清单 says 300.00, and whether it is found wrong
NAMED = [
    ("the project's accounts as another figure", "网络租赁服务项目支出259万元。", True), ("the project's accounts", "网络租赁服务项目支出300万元。", False),
    ("within the rounding of the sentence", "网络租赁服务项目支出300.4万元，按整数为300万元。", True),
    ("a part of the year's projects is the same project", "项目支出450.00万元，其中网络租赁服务项目259.00万元、运行维护191.00万元。", True),
    ("another year's accounts", "上年网络租赁服务项目支出259万元。", False),
]


@pytest.mark.parametrize(("text", "wrong"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_a_project_named_in_the_text_is_held_against_the_list(text: str, wrong: bool) -> None:
    changes = {"ledger.projects.0.name": "网络租赁服务项目", "projects.0.project": "网络租赁服务项目", "monitors.0.project": "网络租赁服务项目", "narrative.0.text": text}
    assert ("text-figure" in {f.code for f in check(changed(changes)).findings}) is wrong


UNFILLED = [
    ("a blank cell is called blank", ("",), "“指标0 完成值”空白；"),
    ("a dash is told", ("—",), "“指标0 完成值”填的是“—”；"),
    ("many are told with all that stands in them", ("无", "", "不适用", "无"), "“指标0 完成值”等 4 处空白或填的是“无”、“不适用”；"),
]


@pytest.mark.parametrize(("name", "texts", "words"), UNFILLED, ids=[row[0] for row in UNFILLED])
def test_a_cell_that_states_nothing_is_told_as_it_stands(name: str, texts: tuple[str, ...], words: str) -> None:  # noqa: ARG001
    cells = [(Datum(text, place=Place("项目1", f"E{row}")), f"指标{row}", "完成值") for row, text in enumerate(texts)]
    found = [CHECKS["complete-actual"].finding(event) for event in asked(Book(Evaluation()), cells)]
    assert [words in finding.message for finding in found] == [True]


# projects of one name, and the errors and warnings that are told of them
REPEATED = [
    ("two forms", {"projects.1.project": "网络租赁"}, [("error", "identity-project-twice", "项目1!B2"), ("warning", "complete-project-forms", "收支与资产!A18")]),
    ("two forms and their lines", {"projects.1.project": "网络租赁", "ledger.projects.1.name": "网络租赁"}, [("error", "identity-project-twice", "项目1!B2")]),
    ("two lines", {"ledger.projects.1.name": "网络租赁"}, [("warning", "identity-list-twice", "收支与资产!A17"), ("warning", "identity-project-listed", "项目2!B2")]),
    ("none", {}, []),
]


@pytest.mark.parametrize(("changes", "findings"), [row[1:] for row in REPEATED], ids=[row[0] for row in REPEATED])
def test_a_name_that_stands_twice_is_told_once(changes: dict, findings: list) -> None:
    """What would be held against the wrong one of the two is not evaluated."""
    assert sorted(told(changes)) == sorted(findings)


TOTAL_OF = {"projects.0.funds.0.executed": wan("", "项目1!E4", "=IF(COUNT(E5:E7)=0,\"\",SUM(E5:E7))")}
NONE_SPENT = {f"projects.0.funds.{line}.executed": "" for line in (1, 2, 3)}
SCORE = '=IF(OR(F{0}="",E{0}=""),"",PERF_SCORE(F{0},D{0},E{0},I{0}))'
SCORED = {f"projects.0.indicators.{row}.standard": d("", f"项目1!I{row + 9}") for row in range(5)} | {
    f"projects.0.indicators.{row}.score.formula": SCORE.format(row + 9) for row in range(5)} | {"projects.0.total_score": d("", "项目1!G14", formula="=IF(COUNT(G9:G13)<5,\"\",SUM(G9:G13))")}
LATE = {"projects.0.indicators.0.target": "2023年12月31日前", "projects.0.indicators.0.actual": "2024年2月1日"}  # which no rule scores
# what is blank, the cell that is asked about, and what is to be done there
ASKED = [
    ("a typed cell is to be filled", {"projects.0.indicators.0.score": ""}, "项目1!G9", "请填写得分，或按解释得分的提示补齐数据"),
    ("a formula waits for one cell", {"projects.0.indicators.0.score": d("", "项目1!G9", formula="=IF(E9=\"\",\"\",PERF_SCORE(F9,D9,E9))"), "projects.0.indicators.0.actual": ""},
     "项目1!G9", "由公式得出，不用填写，请先补填《项目1》E9，再重新计算"),
    ("a total waits for all its parts", TOTAL_OF | NONE_SPENT, "项目1!E4", "由公式得出，不用填写，请先补填《项目1》E5、《项目1》E6、《项目1》E7，再重新计算"),
    ("a total waits for a score that is an error, not for what the other scores may lack", SCORED | LATE | {"projects.0.indicators.0.score": d("", "项目1!G9", formula=SCORE.format(9), error="#VALUE!")},
     "项目1!G14", "由公式得出，不用填写，《项目1》G9显示错误值，请先改正，再重新计算"),
    ("… and for one that is blank", SCORED | {"projects.0.indicators.0.score": d("", "项目1!G9", formula=SCORE.format(9), error="#VALUE!"), "projects.0.indicators.1.actual": "",
      "projects.0.indicators.1.score": d("", "项目1!G10", formula=SCORE.format(10))}, "项目1!G14", "由公式得出，不用填写，《项目1》G9显示错误值，请先改正，并补填《项目1》E10，再重新计算"),
    ("a score waits for its actual, not for a standard", SCORED | {"projects.0.indicators.0.actual": "", "projects.0.indicators.0.score": d("", "项目1!G9", formula=SCORE.format(9))},
     "项目1!G9", "由公式得出，不用填写，请先补填《项目1》E9，再重新计算"),
    ("a total waits for no row that is not used", SCORED | {f"projects.0.indicators.4.{what}": "" for what in ("target", "actual", "points", "reason")} | {
        "projects.0.indicators.4.level3.name": "", "projects.0.indicators.4.level2.weight": None, "projects.0.indicators.4.level1.weight": None,
        "projects.0.indicators.4.score": d("", "项目1!G13", formula=SCORE.format(13)), "projects.0.indicators.0.actual": "",
        "projects.0.indicators.0.score": d("", "项目1!G9", formula=SCORE.format(9))}, "项目1!G14", "由公式得出，不用填写，请先补填《项目1》E9，再重新计算"),
    ("a formula without a blank cell below it", {"projects.0.grade": d("", "项目1!H14", formula="=IF(1=1,\"\",G14)")}, "项目1!H14", "由公式得出，不用填写，请核对公式所引用的数（预算数为 0 的没有结果），再重新计算"),
]


@pytest.mark.parametrize(("changes", "cell", "repair"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_nobody_is_told_to_type_where_a_formula_stands(changes: dict, cell: str, repair: str) -> None:
    found = [f for f in check(changed(changes)).findings if str(f.place) == cell and f.code.startswith(("complete-", "across-blank"))]
    assert [f.hint for f in found] == [repair]


def test_a_formula_that_waits_for_cells_told_already_is_not_told() -> None:
    shown = {"projects.0.notes.填报人": d("", "项目1!B15", formula="=IF('设置'!B5=\"\",\"\",'设置'!B5)"), "settings.填报人": d("", "设置!B5")}
    found = [f for f in check(changed(shown)).findings if f.code == "complete-signature"]
    assert [(str(f.place), f.related) for f in found] == [("设置!B5", ())]
