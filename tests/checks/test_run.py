"""Running: the four outcomes, a crash inside a check, the catalogue, and the record for scripts."""

from __future__ import annotations

import gc
import weakref
from decimal import Decimal

import pytest

from checks.case import GONE, changed, d, pct
from checks.whole import previous, whole
from ziping.checks import CHECKS, FAMILIES, Status, check
from ziping.checks.book import Book
from ziping.checks.catalogue import Check, Failed, Family, Passed, Unknown
from ziping.checks.run import CRASHED, run
from ziping.evaluation import Datum, Evaluation, Place
from ziping.findings import Severity
from ziping.standards import NotScorable

PLACE = Place("表", "A1")


def declared(function, message: str = "{where}应为 {expected}", code: str = "test-check") -> Family:  # noqa: ANN001
    return Family("test", "测试", (Check(code, "测试", Severity.ERROR, message, "原因", "请核对", "依据", function),))


OUTCOMES = [
    ("nothing yielded is not applicable", [], Status.NOT_APPLICABLE, 0, 0, 0),
    ("only passes pass", [Passed(), Passed()], Status.PASSED, 2, 0, 0),
    ("only unknowns are not evaluated", [Unknown("空白")], Status.NOT_EVALUATED, 0, 0, 1),
    ("many that hold may be told together", [Passed(), Passed(relations=3)], Status.PASSED, 4, 0, 0),
    ("an unknown beside a pass is counted and told", [Passed(), Unknown("空白")], Status.PASSED, 1, 0, 1),
    ("one failure fails", [Passed(), Failed(place=PLACE, label="数", shown_expected="1"), Unknown("空白")], Status.FAILED, 2, 1, 1),
]


@pytest.mark.parametrize(("name", "yielded", "status", "count", "failed", "open_"), OUTCOMES, ids=[row[0] for row in OUTCOMES])
def test_outcomes(name: str, yielded: list, status: Status, count: int, failed: int, open_: int) -> None:  # noqa: ARG001
    outcome = run(Book(Evaluation()), [declared(lambda _: iter(yielded))]).outcomes[0]
    assert (outcome.status, outcome.count, outcome.failed, outcome.open) == (status, count, failed, open_)
    assert bool(outcome.reason) == bool(open_)


def test_a_crash_is_a_finding_and_the_run_goes_on() -> None:
    def crashing(book: Book):  # noqa: ANN202
        yield Passed()
        raise ZeroDivisionError(book.evaluation.file)

    families = [declared(crashing, code="test-crash"), declared(lambda _: iter([Passed()]))]
    result = run(Book(Evaluation()), families)
    assert [(f.code, f.severity, f.args["check"]) for f in result.findings] == [(CRASHED, Severity.WARNING, "test-crash")]
    assert [outcome.status for outcome in result.outcomes] == [Status.NOT_EVALUATED, Status.PASSED]
    assert "ZeroDivisionError" in result.outcomes[0].reason
    with pytest.raises(ZeroDivisionError):
        run(Book(Evaluation()), families, strict=True)


def test_nothing_of_a_workbook_outlives_its_check() -> None:
    """What is remembered of texts for the next workbook, a standard that was refused above all, must not hold on to this one."""
    evaluation = whole()
    evaluation.overall.indicators[0].standard = Datum("视第七小组的意见而定，酌情给分", place=PLACE)
    book = Book(evaluation)
    run(book, FAMILIES)
    row, points = book.leaf_points(evaluation.overall)[0]
    assert isinstance(book.scored(row, points), NotScorable)
    alive = weakref.ref(book)
    gc.disable()
    try:
        del book
        assert alive() is None
    finally:
        gc.enable()


def test_a_message_with_a_hole_is_an_error_of_the_check() -> None:
    failed = Failed(place=PLACE, label="数")
    with pytest.raises(KeyError):
        declared(None, "{where}应为 {expected}").checks[0].finding(failed)
    with pytest.raises(KeyError):
        declared(None, "{where}{unheard_of}").checks[0].finding(failed)


def test_the_catalogue_is_complete_and_in_one_shape() -> None:
    assert len(CHECKS) >= 60
    for code, each in CHECKS.items():
        assert code == each.code
        assert code.replace("-", "").isalnum()
        assert each.repair.startswith("请")
        assert each.title
        assert each.cause
        assert each.basis
        for text in (each.message, each.repair, each.cause, each.basis, each.title):
            assert "。" not in text
    assert len({each.title for each in CHECKS.values()}) == len(CHECKS)


def test_every_declared_check_belongs_to_the_family_of_its_file() -> None:
    from ziping import checks

    for family in FAMILIES:
        module = getattr(checks, family.name)
        found = [value for value in vars(module).values() if isinstance(value, Check)]
        assert set(found) == set(family.checks), family.name
        assert len(family.checks) == len(set(family.checks))


NOTHING = {"overall": None, "scoring": None}
GRADES = [
    ("of the overall form", {"overall.grade": "良"}, "良"),
    ("of the only project form", NOTHING | {"projects.1": GONE, "projects.0.grade": "中"}, "中"),
    ("of no project form where the overall form's is blank", {"overall.grade": "", "projects.1": GONE, "projects.0.grade": "中"}, ""),
    ("of none of two project forms", NOTHING | {"projects.0.grade": "中"}, ""),
]


@pytest.mark.parametrize(("changes", "grade"), [row[1:] for row in GRADES], ids=[row[0] for row in GRADES])
def test_the_stated_grade(changes: dict, grade: str) -> None:
    assert check(changed(changes)).grade == grade


SETTLED = {"settings.自评得分": d("97", "设置!B9")}
SCORES = [
    ("of the overall form", {}, "99"),
    ("of no project form where the overall form's is blank", {"overall.total_score": "", "projects.1": GONE}, None),
    ("of no project form where the overall form's is an error", {"overall.total_score": "#VALUE!", "projects.1": GONE}, None),
    ("of no project form where the overall form has no cell for it", {"overall.total_score": None, "scoring": None, "projects.1": GONE}, None),
    ("of no other place where the overall form's is blank", {"overall.total_score": ""} | SETTLED, None),
    ("of the only project form without a form of the whole body", NOTHING | {"projects.1": GONE, "projects.0.total_score": "88"}, "88"),
    ("of none of two project forms", NOTHING, None),
]


@pytest.mark.parametrize(("changes", "score"), [row[1:] for row in SCORES], ids=[row[0] for row in SCORES])
def test_the_stated_score(changes: dict, score: str | None) -> None:
    assert check(changed(changes)).as_json()["score"]["stated"] == score


def test_the_record_for_scripts() -> None:
    record = check(changed({"overall.funds.0.rate": "100.00%"})).as_json()
    assert list(record) == ["file", "unit", "year", "scheme", "forms", "score", "counts", "findings"]
    assert record["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert record["score"]["stated"] == "99"
    assert record["score"]["grade"] == "优"
    (finding,) = record["findings"]
    assert (finding["code"], finding["sheet"], finding["cell"]) == ("rate-execution", "整体自评", "H3")
    assert (finding["expected"], finding["actual"], finding["difference"]) == ("90.00%", "100.00%", "+10.00%")


def test_figures_of_a_finding_are_exact_decimals_in_the_unit_of_the_cell() -> None:
    (finding,) = [f for f in check(changed({"base.lines.7.executed": "979.97"})).findings if f.severity is Severity.ERROR]
    assert (finding.expected, finding.actual, finding.difference) == (Decimal("1129.97"), Decimal("450.00"), Decimal("-679.97"))
    assert finding.tolerance == Decimal("0.015")


def test_checking_changes_nothing_and_is_repeatable() -> None:
    evaluation = whole()
    first, second = check(evaluation, previous()), check(evaluation, previous())
    assert first == second
    assert evaluation == whole()


READINGS = [
    ("scores out of 100 that count by their weight", "score-total", {
        **{f"projects.0.indicators.{row}.score": "100" for row in range(5)}, "projects.0.funds.0.score": "100", "projects.0.total_score": "100"}),
    ("a flat form lists the parts of the vehicles beside them", "footing-three-public", {
        "base.lines.2.path": ("三公经费", "公车购置"), "base.lines.3.path": ("三公经费", "公车运行维护")}),
    ("部门整体支出预算调整 holds what was adjusted, not the total", "across-total", {
        "base.lines.14.last_year": "0", "base.lines.14.budget": "15.00", "base.lines.14.executed": "15.00"}),
    ("a cut of the budget is below zero", "across-total", {"base.lines.14.budget": "-15.00", "base.lines.14.executed": "-15.00"}),
    ("a rate as a ratio", "rate-execution", {"overall.funds.0.rate": "0.9"}),
    ("a rate as a plain number of hundredths", "rate-execution", {"overall.funds.0.rate": "90.00"}),
    ("a share of the total where growth was asked for", "derived-growth", {"overall.indicators.5.actual": "105.00%"}),
]


@pytest.mark.parametrize(("name", "code", "changes"), READINGS, ids=[row[0] for row in READINGS])
def test_another_reading_is_no_error(name: str, code: str, changes: dict) -> None:  # noqa: ARG001
    assert code not in {finding.code for finding in check(changed(changes)).findings}


LISTED = [
    ("follows from the amounts", {"ledger.projects.0.rate": pct("90.91%", "收支与资产!D17")}, set()),
    ("another than the amounts give", {"ledger.projects.0.rate": pct("100.00%", "收支与资产!D17")}, {"rate-execution"}),
    ("left out", {"ledger.projects.0.rate": pct("", "收支与资产!D17")}, {"rate-blank"}),
    ("over nothing", {"ledger.projects.0.budget": "0", "ledger.projects.0.rate": pct("100.00%", "收支与资产!D17")}, {"rate-over-zero"}),
    ("of the total", {"ledger.projects_total.rate": pct("100.00%", "收支与资产!D19")}, {"rate-execution"}),
]


@pytest.mark.parametrize(("name", "changes", "codes"), LISTED, ids=[row[0] for row in LISTED])
def test_the_rate_of_a_line_of_the_project_list(name: str, changes: dict, codes: set) -> None:  # noqa: ARG001
    assert {finding.code for finding in check(changed(changes)).findings if finding.code.startswith("rate-")} == codes


TOLD = [
    ("a line's figure told right", "2023年基本支出180.00万元。", False),
    ("told in 元", "2023年基本支出1800000元。", False),
    ("rounded to what is shown", "2023年基本支出180万元。", False),
    ("told wrong", "2023年基本支出181.00万元。", True),
    ("told in the wrong unit", "2023年基本支出180.00元。", True),
    ("head count told right", "在职人数18人。", False),
    ("head count told wrong", "在职人数19人。", True),
    ("about is left alone", "基本支出约190万元。", False),
    ("the budget may stand in no form", "基本支出预算190.00万元。", False),
    ("another year is left alone", "2021年基本支出150.00万元。", False),
    ("a change is no amount", "基本支出增加11.00万元。", False),
    ("a name that is part of another is another", "项目支出中的培训支出3.00万元。", False),
]


@pytest.mark.parametrize(("name", "text", "wrong"), TOLD, ids=[row[0] for row in TOLD])
def test_what_the_text_tells_of_a_line(name: str, text: str, wrong: bool) -> None:  # noqa: ARG001
    found = {finding.code for finding in check(changed({"narrative.2.text": text})).findings}
    assert ("text-figure" in found) is wrong
