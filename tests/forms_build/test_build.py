"""Built workbooks: links between the forms, formulas with values, typed cells as typed, no text that becomes a formula."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ziping import schemes, standards
from ziping.amounts import WAN_YUAN, YUAN
from ziping.checks import check
from ziping.evaluation import Datum, Entry, Evaluation, Form, FormKind, FundLine, Indicator, Level, typed
from ziping.findings import Severity
from ziping.forms import blank, build_workbook, read_workbook
from ziping.forms.build import completed, guide_form
from ziping.functions import perf_score
from ziping.refusal import Refusal

LIUYANG = "liuyang-2021"


def line(form: Form, label: str) -> FundLine:
    return next(line for line in form.funds if line.label == label)


def filled(**amounts: str) -> Evaluation:
    """A Liuyang evaluation with two projects; amounts: executed1, kind2 … as typed."""
    evaluation = blank(LIUYANG, "某单位", 2021, projects=2)
    for number, form in enumerate(evaluation.projects, start=1):
        form.project = typed(f"项目{number}")
        fiscal = line(form, "当年财政拨款")
        for key in ("initial", "adjusted", "executed"):
            setattr(fiscal, key, typed(amounts.get(f"{key}{number}"), WAN_YUAN))
    return evaluation


def listed(evaluation: Evaluation, name: str, kind: str) -> None:
    """Give a project of the list its kind."""
    from ziping.evaluation import ProjectLine

    assert evaluation.ledger is not None
    evaluation.ledger.projects.append(ProjectLine(name, kind=typed(kind)))


@pytest.fixture(scope="module")
def two_projects() -> Evaluation:
    evaluation = filled(initial1="400", adjusted1="403.00", executed1="403", initial2="75.24", adjusted2="75.24", executed2="70")
    line(evaluation.projects[0], "上年结转资金").initial = typed("10", WAN_YUAN)
    listed(evaluation, "项目1", "业务工作专项")
    listed(evaluation, "项目2", "运行维护专项")
    return completed(evaluation)


def value(datum: Datum | None) -> Decimal | str | None:
    assert datum is not None
    return datum.value if datum.figure else datum.text


LINKS = [
    ("the project form adds up its sources", lambda e: line(e.projects[0], "年度资金总额").adjusted, Decimal("403.00")),
    ("the list takes the form's total", lambda e: e.ledger.projects[1].executed, Decimal(70)),
    ("the list takes the form's name", lambda e: Datum(e.ledger.projects[0].name), "项目1"),
    ("the list adds up", lambda e: e.ledger.projects_total.adjusted, Decimal("478.24")),
    ("the list states its rate", lambda e: Datum(e.ledger.projects_total.rate.text), "98.90%"),
    ("the overall form takes the list's total in 元", lambda e: line(e.overall, "项目支出").adjusted, Decimal("4782400")),
    ("… and what was executed", lambda e: line(e.overall, "项目支出").executed, Decimal(4730000)),
    ("base data take the projects of one kind", lambda e: e.base.lines[7].executed, Decimal(403)),
    ("base data add up", lambda e: e.base.lines[6].executed, Decimal(473)),
    ("base data's budget is the initial one", lambda e: e.base.lines[6].budget, Decimal("485.24")),
    ("the ledger takes the overall form's amount in 万元", lambda e: e.ledger.line("支出", "项目支出").current, Decimal(473)),
    ("the monitoring form takes the project's name", lambda e: e.monitors[1].project, "项目2"),
    ("the monitoring form takes the initial budget", lambda e: line(e.monitors[0], "年度资金总额").initial, Decimal(410)),
    ("… of a line the project form calls otherwise", lambda e: line(e.monitors[0], "本年一般公共预算拨款").initial, Decimal(400)),
    ("… and of what it has no line for", lambda e: line(e.monitors[0], "其他资金").initial, Decimal(10)),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), [row[1:] for row in LINKS], ids=[row[0] for row in LINKS])
def test_forms_are_linked(two_projects: Evaluation, cell, expected: object) -> None:
    found = value(cell(two_projects))
    assert found == expected


MONITORS = [
    ("every line filled", {"当年财政拨款": "100", "上年结转资金": "10", "其他资金": "0"}, None, []),
    ("one line filled", {"当年财政拨款": "100"}, None, []),
    ("a total typed over blank lines", {"年度资金总额": "100", "当年财政拨款": "90"}, None, ["项目自评表1!D8"]),
    ("… and what was executed typed in the monitoring form", {"年度资金总额": "100", "当年财政拨款": "90"}, "50", ["项目自评表1!D8"]),
]


@pytest.mark.parametrize(("amounts", "executed", "errors"), [row[1:] for row in MONITORS], ids=[row[0] for row in MONITORS])
def test_what_a_monitoring_form_only_shows_is_no_error_of_its_own(amounts: dict, executed: str | None, errors: list, tmp_path: Path) -> None:
    evaluation = blank("national-project-2020", "某单位", 2021)
    for label, amount in amounts.items():
        line(evaluation.projects[0], label).initial = typed(amount, WAN_YUAN)
    line(evaluation.monitors[0], "本年一般公共预算拨款").executed = typed(executed, WAN_YUAN)
    build_workbook(evaluation, tmp_path / "a.xlsx")
    found = [f for f in check(tmp_path / "a.xlsx").findings if f.severity is Severity.ERROR]
    assert [str(f.place) for f in found] == errors, [f.message for f in found]


def test_a_linked_cell_is_a_formula_that_names_the_other_sheet(two_projects: Evaluation) -> None:
    assert two_projects.overall is not None
    formula = line(two_projects.overall, "项目支出").executed.formula
    assert "收支与资产" in formula
    assert "*10000" in formula


@pytest.mark.parametrize(("amount", "total"), [("70", Decimal(473)), (None, "")], ids=["all named projects have it", "one is missing"])
def test_the_list_is_totalled_only_when_complete(amount: str | None, total: object) -> None:
    evaluation = completed(filled(executed1="403", **({"executed2": amount} if amount else {})))
    assert evaluation.ledger is not None
    assert value(evaluation.ledger.projects_total.executed) == total


@pytest.mark.parametrize(("kind", "amount"), [("运行维护专项", Decimal(403)), (None, "")], ids=["every project has its kind", "one has none"])
def test_projects_of_a_kind_are_added_up_only_when_all_have_one(kind: str | None, amount: object) -> None:
    evaluation = filled(executed1="403", executed2="70")
    listed(evaluation, "项目1", "业务工作专项")
    if kind:
        listed(evaluation, "项目2", kind)
    done = completed(evaluation)
    assert done.base is not None
    assert value(done.base.lines[7].executed) == amount


TYPED = [
    ("left out: the form's own formula", None, "PERF_RATE", Decimal("100.00")),
    ("blank as published: blank, no formula", "", None, ""),
    ("typed: as typed", "80.45%", None, Decimal("80.45")),
]


@pytest.mark.parametrize(("given", "formula", "shown"), [row[1:] for row in TYPED], ids=[row[0] for row in TYPED])
def test_a_derived_cell(given: str | None, formula: str | None, shown: object) -> None:
    evaluation = filled(adjusted1="403", executed1="403")
    line(evaluation.projects[0], "年度资金总额").rate = typed(given)
    datum = line(completed(evaluation).projects[0], "年度资金总额").rate
    assert value(datum) == shown
    assert (formula in datum.formula) if formula else datum.formula is None


def test_a_cell_that_was_read_with_its_formula_gets_the_forms_formula_again(tmp_path: Path) -> None:
    build_workbook(filled(adjusted1="403", executed1="201.5"), tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx")
    line(read.projects[0], "当年财政拨款").executed = typed("403", WAN_YUAN)
    datum = line(completed(read).projects[0], "年度资金总额").rate
    assert datum.formula is not None
    assert datum.value == 100


def _scored(points: str | None, target: str | None, actual: str | None, score: str | None = None) -> Form:
    evaluation = blank("national-project-2020", "某单位", 2021)
    form = evaluation.projects[0]
    form.indicators = [Indicator(Level("产出指标"), Level("数量指标"), Level("开会"), typed(target), typed(actual), points=typed(points), score=typed(score))]
    fiscal = line(form, "当年财政拨款")
    fiscal.adjusted, fiscal.executed = typed("100", WAN_YUAN), typed("90", WAN_YUAN)
    return completed(evaluation).projects[0]


SCORES = [
    ("target reached", ("90", "50个", "50个"), Decimal(90), Decimal(99), "优"),
    ("nine tenths of the target", ("90", "50个", "45个"), Decimal(81), Decimal(90), "优"),
    ("just below", ("90", "50个", "44个"), Decimal("79.2"), Decimal("88.2"), "良"),
    ("nothing done yet", ("90", "50个", None), "", "", ""),
    ("score typed", ("90", "50个", "44个", "85"), Decimal(85), Decimal(94), "优"),
]


@pytest.mark.parametrize(("row", "score", "total", "grade"), [row[1:] for row in SCORES], ids=[row[0] for row in SCORES])
def test_scores_totals_and_grades(row: tuple, score: object, total: object, grade: str) -> None:
    form = _scored(*row)
    assert value(form.indicators[0].score) == score
    assert value(line(form, "年度资金总额").score) == 9
    assert value(form.total_score) == total
    assert value(form.grade) == grade
    assert value(form.total_points) == 100


STANDARD = "100%得满分，每低于5%扣2分，扣完为止"
SCORED_BY_STANDARD = [
    ("full points", ("zhanjiang-2021", "5", STANDARD, "100%", None), Decimal(5), Decimal(5)),
    ("points deducted", ("changde-2016", "5", STANDARD, "95%", None), Decimal(3), Decimal(3)),
    ("points blank", ("zhanjiang-2021", None, STANDARD, "100%", None), "", ""),
    ("standard blank: there is no target to go by", ("zhanjiang-2021", "5", None, "100%", None), "", ""),
    ("nothing done yet", ("changde-2016", "5", STANDARD, None, None), "", ""),
    ("score typed as published", ("zhanjiang-2021", "5", STANDARD, "100%", "4.5"), Decimal("4.5"), Decimal("4.5")),
]


@pytest.mark.parametrize(("row", "score", "total"), [row[1:] for row in SCORED_BY_STANDARD], ids=[row[0] for row in SCORED_BY_STANDARD])
def test_a_form_without_targets_is_scored_by_its_standards(row: tuple, score: object, total: object) -> None:
    scheme, points, standard, actual, given = row
    evaluation = blank(scheme, "某单位", 2021)
    levels = Level("预算执行"), Level("支出管理"), Level("支出完成率")
    evaluation.scoring.indicators = [Indicator(*levels, None, typed(actual), typed(standard), points=typed(points), score=typed(given))]
    form = completed(evaluation).scoring
    assert value(form.indicators[0].score) == score
    assert (form.indicators[0].score.formula is None) is (given is not None)
    assert value(form.total_score) == total


@pytest.mark.parametrize("scheme", schemes.available())
def test_every_row_of_a_scored_form_has_a_formula_for_its_score(scheme: str) -> None:
    """But those of which the form prints neither what is wanted nor how it is scored: their score is the officer's."""
    for form in completed(blank(scheme, "某单位", 2021)).forms:
        if form.kind is not FormKind.MONITOR:
            hers = [row.name for row in form.indicators if "PERF_SCORE(" not in (row.score.formula or "")]
            assert hers == [row.name for row in form.indicators if not row.standard and row.target and standards.states_method(row.target.text)]
            assert "PERF_TOTAL(" in form.total_score.formula


UNAIMED = [
    ("a target that says how it is worked out", "在职人员数÷编制数×100%", None, True), ("a comparison", "与上年相比", None, True), ("a number", "≤100%", None, False),
    ("words", "符合政府采购法", None, False), ("the first, with a standard beside it", "在职人员数÷编制数×100%", "≤100%得满分，每超过1个百分点扣1分", False), ("nothing yet", "", None, False),
    ("a sign that waits for its number", "=", None, False),
]


@pytest.mark.parametrize(("target", "standard", "hers"), [row[1:] for row in UNAIMED], ids=[row[0] for row in UNAIMED])
def test_the_score_is_the_officers_where_nothing_tells_what_is_wanted(target: str, standard: str | None, hers: bool) -> None:
    evaluation = blank("national-project-2020", "某单位", 2021)
    evaluation.projects[0].indicators = [Indicator(Level("产出指标"), Level("数量指标"), Level("在职人员控制率"), typed(target), typed("90%"), typed(standard), points=typed("90"))]
    row = completed(evaluation).projects[0].indicators[0]
    assert (row.score is None or row.score.formula is None) is hers


def test_what_cannot_be_scored_is_an_error_and_so_is_the_total() -> None:
    form = _scored("90", "全面、及时、规范地推进", "随便写的一句话")
    assert form.indicators[0].score.error == "#VALUE!"


@pytest.fixture(params=schemes.available())
def blank_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.xlsx"
    build_workbook(blank(request.param, "", schemes.load(request.param).first_year), path)
    return path


def test_a_blank_workbook_shows_no_error_and_asks_for_no_calculation(blank_file: Path) -> None:
    book = openpyxl.load_workbook(blank_file, data_only=True)
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert not [text for text in cells if text.startswith("#")]
    workbook = zipfile.ZipFile(blank_file).read("xl/workbook.xml")
    assert b"fullCalcOnLoad" not in workbook
    assert b'calcId="191029"' in workbook, "an older number makes Excel compute everything on opening, without the add-in to #NAME?"


def test_a_blank_result_is_the_empty_text_and_not_a_missing_one(blank_file: Path) -> None:
    package = zipfile.ZipFile(blank_file)
    parts = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    blanks = [cell for part in parts for cell in re.findall(r"<c [^>]*><f>[^<]*</f><v></v></c>", part)]
    assert blanks
    assert all(' t="str"' in cell for cell in blanks)


def test_a_blank_workbook_states_no_score_and_no_grade(blank_file: Path) -> None:
    for form in read_workbook(blank_file).forms:
        assert not form.total_score, form.sheet
        assert not form.grade, form.sheet
        assert not [row.name for row in form.indicators if row.score]


@pytest.mark.parametrize(("name", "shown"), [(None, ""), ("甲项目", "是")], ids=["no project yet", "a project with its form"])
def test_the_list_says_that_a_form_is_attached_only_of_a_project(name: str | None, shown: str, tmp_path: Path) -> None:
    evaluation = blank("furong-2022", "某单位", 2022)
    evaluation.projects[0].project = typed(name)
    build_workbook(evaluation, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True)["收支与资产"]
    captions = [cell for row in sheet.iter_rows() for cell in row if cell.value == "附自评表"]
    assert [sheet.cell(cell.row + 1, cell.column).value or "" for cell in captions] == [shown]


def test_hints_are_set_without_blanks_between_sentences(blank_file: Path) -> None:
    book = openpyxl.load_workbook(blank_file)
    assert not [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and "。 " in cell.value]


def test_the_guide_says_of_the_three_grades_what_the_function_gives() -> None:
    text = dict(guide_form.STEPS)["定性指标"]
    for said, actual in (("满分", "达成年度指标"), ("70%", "部分达成并具有一定效果"), ("30%", "未达成且效果较差")):
        assert said in text
        assert perf_score(Decimal(10), "提升", actual) == {"满分": 10, "70%": 7, "30%": 3}[said]


def test_every_sheet_is_set_up_for_printing_on_a4(blank_file: Path) -> None:
    for sheet in openpyxl.load_workbook(blank_file):
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area


def test_the_same_evaluation_gives_the_same_bytes(blank_file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    build_workbook(blank(blank_file.stem, "", schemes.load(blank_file.stem).first_year), again)
    assert again.read_bytes() == blank_file.read_bytes()


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    evaluation = blank(LIUYANG, '=HYPERLINK("http://x","y")', 2021)
    evaluation.narrative[0] = Entry(evaluation.narrative[0].path, Datum("=1+1"))
    evaluation.projects[0].project = typed("@SUM(A1)")
    evaluation.projects[0].goals[0].expected = typed("+1")
    evaluation.settings["填报人"] = Datum("-2+3")
    build_workbook(evaluation, tmp_path / "a.xlsx")
    sheets = zipfile.ZipFile(tmp_path / "a.xlsx")
    parts = [sheets.read(name).decode() for name in sheets.namelist() if "worksheets/sheet" in name]
    for bad in ("<f>HYPERLINK", "<f>1+1", "<f>SUM(A1)", "<f>-2+3", "<f>+1", "<f>@"):
        assert not [part for part in parts if bad in part], bad
    strings = sheets.read("xl/sharedStrings.xml").decode()
    for text in ("=HYPERLINK", "=1+1", "@SUM(A1)", "+1", "-2+3"):
        assert text in strings


@pytest.mark.parametrize(("length", "fits"), [(32767, True), (32768, False)], ids=["as long as a cell takes", "one character more"])
def test_a_text_too_long_for_a_cell_is_refused_and_not_lost(length: int, fits: bool, tmp_path: Path) -> None:
    evaluation = blank(LIUYANG, "某单位", 2021)
    evaluation.narrative[1] = Entry(evaluation.narrative[1].path, Datum("字" * length))
    if not fits:
        with pytest.raises(Refusal, match="32768 字"):
            build_workbook(evaluation, tmp_path / "a.xlsx")
        assert not list(tmp_path.iterdir())
        return
    build_workbook(evaluation, tmp_path / "a.xlsx")
    assert len(read_workbook(tmp_path / "a.xlsx").narrative[1].text.text) == length


def test_a_fifth_level_of_headings_has_its_column(tmp_path: Path) -> None:
    evaluation = blank(LIUYANG, "某单位", 2021)
    evaluation.narrative.append(Entry(("一", "二", "三", "四", "五"), Datum("文字")))
    build_workbook(evaluation, tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").narrative[-1].path == ("一", "二", "三", "四", "五")


def test_a_sample_says_so_in_its_properties_and_on_paper(tmp_path: Path) -> None:
    evaluation = blank(LIUYANG, "某单位", 2021)
    evaluation.sample = True
    build_workbook(evaluation, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.properties.category == "样例"
    assert all("样例" in sheet.oddHeader.right.text for sheet in book)
    assert read_workbook(tmp_path / "a.xlsx").sample


def test_an_existing_file_is_not_lost_when_building_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"before")
    monkeypatch.setattr("ziping.forms.build.writing._print", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_workbook(blank(LIUYANG, "某单位", 2021), path)
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_form_of_no_shipped_scheme_is_built_from_what_it_has() -> None:
    evaluation = filled(adjusted1="403", executed1="201.5")
    evaluation.scheme = ""
    done = completed(evaluation)
    assert line(done.projects[0], "年度资金总额").rate.value == 50


def test_an_amount_in_another_unit_stays_the_text_it_is() -> None:
    evaluation = filled()
    line(evaluation.projects[0], "当年财政拨款").executed = typed("4.49亿元", WAN_YUAN)
    assert line(completed(evaluation).projects[0], "当年财政拨款").executed.text == "4.49亿元"
    assert YUAN.base == WAN_YUAN.base
