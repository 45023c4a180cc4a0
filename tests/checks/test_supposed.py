"""What follows from a wrong cell is not told: nobody is to change a right figure to agree with a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.case import Changes, changed, d, pct, wan
from ziping.amounts import POINTS, YUAN
from ziping.checks import check
from ziping.findings import Severity
from ziping.forms import read_workbook
from ziping.forms.build import build_workbook
from ziping.forms.build.blank import blank
from ziping.schemes import load

STALE = {"projects.0.funds.0.executed": wan("310.00", "项目1!E4", "=SUM(E5:E7)")}
NET = {"ledger.lines.9.current": "90.00"}

SUM_OF_PROJECTS = {
    "projects.0.funds.0.executed": wan("200.00", "项目1!E4", "=SUM(E5:E7)"), "projects.0.funds.1.executed": "200.00", "projects.0.funds.0.rate": pct("60.61%", "项目1!H4", "=E4/D4"),
    "projects.0.funds.0.score": "6.06", "projects.0.total_score": "95.53", "overall.funds.3.executed": d("3,500,000.00", "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4)*10000"),
    "overall.funds.3.rate": pct("70.00%", "整体自评!H6", "=E6/D6"), "overall.funds.2.rate": pct("90.00%", "整体自评!H5", "=E5/D5"), "ledger": None}

BEYOND = {
    "overall.funds.3.executed": d("4,600,000.00", "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4,项目1!Z99)*10000"), "overall.funds.3.rate": pct("92.00%", "整体自评!H6", "=E6/D6"),
    "narrative": []}

# what is changed, and the errors that are told
TOLD = [
    ("two figures are wrong, one of them contradicted by all others: the other is told too", {"ledger.lines.5.last_year": "861.00", "base.lines.14.last_year": "1201.00"}, [
        ("across-total", "基础数据!B18"), ("single-figure", "收支与资产!B7")]),
    ("a total has a right part that is typed and one that a formula takes from a wrong form", SUM_OF_PROJECTS, [("single-source", "项目1!E4")]),
    ("… and no third form knows that part: it may be either", SUM_OF_PROJECTS | {"base.lines.6.executed": None}, [("single-part", "整体自评!E5"), ("text-figure", "报告素材!C3")]),
    ("… and no second form knows the total: it may be that too", SUM_OF_PROJECTS | {"base.lines.6.executed": None, "base.lines.14.executed": None, "overall.indicators": []}, [
        ("footing-sources-structure", "整体自评!E3"), ("text-figure", "报告素材!C3")]),
    ("a sum was not recomputed, and its rate, its score and the other forms agree with its parts", STALE, [("formula-stale", "项目1!E4")]),
    ("… and a form shows it through a formula that also uses a cell that was not read", STALE | BEYOND, [("formula-stale", "项目1!E4")]),
    ("… and a form says the same that is typed", STALE | {"overall.funds.3.executed": "4,600,000.00", "overall.funds.3.rate": "92.00%", "narrative": []}, [
        ("across-project-expenditure", "整体自评!E6"), ("formula-stale", "项目1!E4")]),
    ("… and a rate over it agrees with neither", STALE | {"projects.0.funds.0.rate": "80.00%"}, [("rate-execution", "项目1!H4"), ("formula-stale", "项目1!E4")]),
    ("… and a rate is the one that the old sum gives", STALE | {"projects.0.funds.0.rate": "93.94%"}, [("formula-stale", "项目1!E4")]),
    ("a part is wrong by its own parts, and the total above it and its share are right", NET, [("ledger-net", "收支与资产!D11")]),
    ("… and the total is not", NET | {"ledger.lines.8.current": "125.00"}, [
        ("ledger-total", "收支与资产!D10"), ("ledger-net", "收支与资产!D11"), ("rate-share", "收支与资产!E11"), ("rate-share", "收支与资产!E12")]),
    ("… and the share is none that either gives", NET | {"ledger.lines.9.share": "70.00%", "ledger.lines.10.share": "30.00%"}, [
        ("ledger-net", "收支与资产!D11"), ("rate-share", "收支与资产!E11"), ("rate-share", "收支与资产!E12")]),
    ("a total is wrong by its parts, and what other forms say of it is right", {"ledger.lines.3.current": "640.00"}, [
        ("ledger-total", "收支与资产!D5"), ("text-figure", "报告素材!C3")]),
    ("a total score is wrong, and the grade is that of the right one", {"projects.0.total_score": "88.56"}, [("score-total", "项目1!G14")]),
    ("… and the grade is that of the wrong one", {"projects.0.total_score": "88.56", "projects.0.grade": "良"}, [("score-total", "项目1!G14")]),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_what_is_right_as_soon_as_a_wrong_cell_is_mended_is_not_called_wrong(changes: Changes, told: list[tuple[str, str]]) -> None:
    found = [(f.code, str(f.place)) for f in check(changed(changes)).findings if f.severity is Severity.ERROR]
    assert found == told


@pytest.mark.parametrize(("others", "told"), [(2, False), (3, True)])
def test_of_many_that_were_not_recomputed_the_one_that_its_parts_contradict_is_told_with_them(others: int, told: bool) -> None:
    """One finding for four cells names none of the cells that they use, of which one may be wrong."""
    more = {f"projects.0.indicators.{row}.target": d("旧", f"项目1!D{9 + row}", formula=f"='监控1'!D{8 + row}") for row in range(others)}
    found = [str(place) for f in check(changed(STALE | more)).findings if f.code == "footing-funds-total" for place in (f.place, *f.related)]
    assert found == ["项目1!E4", "项目1!E5", "项目1!E6", "项目1!E7"] * told


def test_what_follows_stays_open() -> None:
    outcome = next(outcome for outcome in check(changed(NET)).outcomes if outcome.code == "ledger-total")
    assert (outcome.failed, outcome.open > 0, outcome.reason) == (0, True, "所依据的数已列为不符，改正后再校验")


SUMMED_UP = {
    "overall.funds.3.executed": d("4,600,000.00", "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4)*10000"), "overall.funds.3.rate": pct("92.00%", "整体自评!H6", "=E6/D6"),
    "projects.0.funds.0.executed": wan("310.00", "项目1!E4", "=SUM(E5:E7)"), "projects.0.funds.1.executed": "310.00",
    "projects.0.funds.0.rate": pct("93.94%", "项目1!H4", "=E4/D4"), "projects.0.funds.0.score": d("9.39", "项目1!I4", POINTS, "=ROUND(G4*H4,2)"),
    "projects.0.total_score": d("98.86", "项目1!G14", POINTS, "=SUM(G9:G13,I4)"), "ledger.projects": [], "ledger.projects_total": None,
    "ledger.lines.5.current": "450.00", "monitors": []}
SUMMED_TOO = {
    "projects.1.funds.0.executed": wan("150.00", "项目2!E4", "=SUM(E5:E7)"), "projects.1.funds.0.rate": pct("88.24%", "项目2!H4", "=E4/D4"),
    "projects.1.funds.0.score": d("8.82", "项目2!I4", POINTS, "=ROUND(G4*H4,2)")}
LESS = {"projects.0.funds.0.executed": wan("290.00", "项目1!E4", "=SUM(E5:E7)"), "projects.0.funds.1.executed": "290.00",
    "overall.funds.3.executed": d("4,400,000.00", "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4)*10000"), "overall.funds.3.rate": pct("88.00%", "整体自评!H6", "=E6/D6"),
    "projects.0.funds.0.rate": pct("87.88%", "项目1!H4", "=E4/D4"), "projects.0.funds.0.score": d("8.79", "项目1!I4", POINTS, "=ROUND(G4*H4,2)"),
    "projects.0.total_score": d("98.26", "项目1!G14", POINTS, "=SUM(G9:G13,I4)")}
SHORT = {
    "projects.0.funds.0.executed": wan("200.00", "项目1!E4", "=SUM(E5:E6)"), "projects.0.funds.1.executed": "200.00", "projects.0.funds.3.executed": "100.00",
    "overall.funds.3.executed": d("3,500,000.00", "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4)*10000"), "overall.funds.3.rate": pct("70.00%", "整体自评!H6", "=E6/D6"),
    "projects.0.funds.0.rate": pct("60.61%", "项目1!H4", "=E4/D4"), "projects.0.funds.0.score": d("6.06", "项目1!I4", POINTS, "=ROUND(G4*H4,2)"),
    "projects.0.total_score": d("95.53", "项目1!G14", POINTS, "=SUM(G9:G13,I4)")}
# a wrong part of a project form that sums bring into others, what else is changed, and the errors but those of texts
BEHIND = [
    ("too large by more than any other part is", SUMMED_UP, [("single-figure", "项目1!E5")]),
    ("… and another form's part could be so much smaller as well", SUMMED_UP | SUMMED_TOO, [("single-source", "整体自评!E6")]),
    ("… but that form's rate is typed and agrees with it", SUMMED_UP | SUMMED_TOO | {"projects.1.funds.0.rate": "88.24%"}, [("single-figure", "项目1!E5")]),
    ("too small, so that any of the form's parts may have been left out", SUMMED_UP | LESS, [("single-source", "项目1!E4")]),
    ("the form's sum leaves a part out", SUMMED_UP | SHORT, [("footing-funds-total", "项目1!E4"), ("formula-sum", "项目1!E4")]),
    ("… and another form would be wrong without that", SUMMED_UP | SHORT | {"base.lines.14.executed": "660.00", "overall.indicators": []}, [
        ("footing-funds-total", "项目1!E4"), ("across-total", "基础数据!D18"), ("across-total", "基础数据!D18"), ("formula-sum", "项目1!E4")]),
    ("the sum adds up a number that was typed into it: that is wrong", SUMMED_UP | {
        "projects.0.funds.0.executed": wan("310.00", "项目1!E4", "=SUM(E5:E7)+10"), "projects.0.funds.1.executed": "300.00"}, None),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in BEHIND], ids=[row[0] for row in BEHIND])
def test_what_formulas_bring_into_several_forms_is_told_where_it_stands(changes: Changes, told: list[tuple[str, str]] | None) -> None:
    found = [(f.code, str(f.place)) for f in check(changed(changes)).findings if f.severity is Severity.ERROR and not f.code.startswith("text")]
    assert (found == told) if told is not None else ("single-source" not in {code for code, _ in found}), found


PART = {"ledger.lines.5.current": "650.00"}
NO_RATES = {"ledger.lines.5.change": None, "ledger.lines.5.share": None}
NO_OTHERS = {"base.lines.6.executed": None, "overall": None, "projects": [], "monitors": []}
SUMMED = {"ledger.lines.3.current": wan("830.00", "收支与资产!D5", "=D6+D7")}
# a wrong part, and the errors that are told on its sheet
SINGLE = [
    ("its total, its rates and other forms all contradict it", PART, [("single-figure", "收支与资产!D7")]),
    ("its total and its rates do", PART | NO_OTHERS, [("single-figure", "收支与资产!D7")]),
    ("its total and other forms do", PART | NO_RATES, [("single-figure", "收支与资产!D7")]),
    ("its total alone does: nobody knows which of the two it is", PART | NO_OTHERS | NO_RATES, [("ledger-total", "收支与资产!D5")]),
    ("a rate goes with it", PART | NO_OTHERS | {"ledger.lines.5.change": "51.16%"}, [("ledger-total", "收支与资产!D5"), ("rate-share", "收支与资产!E7")]),
    ("the total is a formula over it", PART | NO_RATES | SUMMED, [("single-figure", "收支与资产!D7")]),
    ("last year's, which is the whole of others as well", {"ledger.lines.5.last_year": "330.00"}, [("single-figure", "收支与资产!B7")]),
    ("all that contradict it are formulas over it that were not recomputed", PART | NO_OTHERS | {
        "ledger.lines.3.current": wan("630.00", "收支与资产!D5", "=D6+D7"), "ledger.lines.5.share": pct("71.43%", "收支与资产!E7", "=D7/D5"),
        "ledger.lines.5.change": pct("4.65%", "收支与资产!F7", "=(D7-B7)/B7")}, []),
    ("it is a formula itself: what it is worked out from is wrong", {"ledger.lines.5.current": wan("650.00", "收支与资产!D7", "=D8+D9+220")} | NO_OTHERS | NO_RATES, [
        ("ledger-total", "收支与资产!D5")]),
]


@pytest.mark.parametrize(("changes", "told"), [row[1:] for row in SINGLE], ids=[row[0] for row in SINGLE])
def test_the_one_figure_that_all_others_contradict_is_the_wrong_one(changes: Changes, told: list[tuple[str, str]]) -> None:
    found = [(f.code, str(f.place)) for f in check(changed(changes)).findings if f.severity is Severity.ERROR and f.place.sheet == "收支与资产" and not f.code.startswith("formula")]
    assert sorted(found) == sorted(told)


# the weight that a form prints for 产出, the points of a row below it, and whether the share of 产出 is told as another than the usual
PRINTED = [
    ("the usual weight, which the rows miss: told there", "50", "21", False), ("another weight, and the rows make it up", "51", "21", True),
    ("the usual weight and rows that make it up", "50", "20", False), ("no weight at all", None, "21", True),
]


@pytest.mark.parametrize(("weight", "points", "told"), [row[1:] for row in PRINTED], ids=[row[0] for row in PRINTED])
def test_points_that_miss_the_printed_weight_say_nothing_of_the_weight(weight: str | None, points: str, told: bool) -> None:
    changes = {"projects.0.indicators.0.level1.weight": weight, "projects.0.indicators.0.points": points}
    assert ("weight-national" in {f.code for f in check(changed(changes)).findings}) is told


SCORES = {f"projects.0.indicators.{row}.score": f"=PERF_SCORE(F{row + 9},D{row + 9},E{row + 9})" for row in range(5)}
TOTAL = SCORES | {"projects.0.total_score": d("97.56", "项目1!G15", POINTS, "=IF(COUNT(G9:G14)<5,\"\",SUM(G9:G14,I4))")}
# a total over the cells G9:G14 of which the last stands in a row that is not one of the form's indicators, and what is told of it
OVER = [
    ("a row that holds nothing", TOTAL | {"projects.0.idle": frozenset({13})}, ["formula-stale"]),
    ("a row that was not read", TOTAL, ["score-total"]),
    ("another row that holds nothing", TOTAL | {"projects.0.idle": frozenset({14})}, ["score-total"]),
]


@pytest.mark.parametrize(("changes", "codes"), [row[1:] for row in OVER], ids=[row[0] for row in OVER])
def test_a_total_that_was_not_recomputed_is_told_as_that(changes: Changes, codes: list[str]) -> None:
    assert [f.code for f in check(changed(changes)).findings if str(f.place) == "项目1!G15"] == codes
    assert "《项目1》G14" in next(o for o in check(changed(changes)).outcomes if o.code == "formula-stale").reason or codes == ["formula-stale"]


def test_the_rows_that_hold_nothing_are_those_without_a_name_and_a_figure(tmp_path: Path) -> None:
    build_workbook(blank(load("national-project-2020"), "某市某中心", 2023), tmp_path / "book.xlsx")
    form = read_workbook(tmp_path / "book.xlsx").projects[0]
    rows = {int(row.place.cell.strip("ABCDEFGHIJ")) - 1 for row in form.indicators if row.place is not None}
    assert form.idle
    assert not rows & form.idle
    assert max(form.idle) < int(form.total_score.place.cell[1:]) - 1
