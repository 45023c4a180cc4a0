"""What is typed over, or missing from, the formulas that the scheme's own workbook has, whatever stands beside it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ziping import schemes
from ziping.amounts import PLAIN, Figure, read_figure
from ziping.checks import CHECKS, check
from ziping.checks.belonging import FILE, Belonging, Missed
from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Failed
from ziping.checks.restoring import restore
from ziping.checks.worked_out import lines
from ziping.evaluation import Datum, Evaluation, Place
from ziping.forms import read_workbook

WORKBOOKS = Path(__file__).parents[2] / "workbooks"
BLANK = {name: read_workbook(WORKBOOKS / f"{name}.xlsx") for name in schemes.available()}
TABLES = json.loads((WORKBOOKS / FILE).read_text(encoding="utf-8"))
CODE = "formula-overwritten"

Slot = tuple[object, str]


def slots(evaluation: Evaluation) -> Iterator[Slot]:
    """Everything that may hold a figure of a line, a form or a row: the object and its attribute."""
    for line in lines(Book(evaluation)):
        yield from ((line.line, column) for column in line.columns)
    for form in evaluation.forms:
        yield from ((row, column) for row in form.indicators for column in ("points", "score", "target"))
        yield from ((line, column) for line in form.funds for column in ("points", "rate"))


def typed(evaluation: Evaluation, cells: dict[str, str]) -> Evaluation:
    """A copy with these typed; an error value stands there with the formula, as it comes of one."""
    made = copy.deepcopy(evaluation)
    for thing, column in slots(made):
        datum: Datum | None = getattr(thing, column)
        if datum is not None and str(datum.place) in cells:
            words = cells[str(datum.place)]
            if words.startswith("#"):
                setattr(thing, column, replace(datum, text=words, error=words))
            else:
                figure = read_figure(words, datum.figure.unit if datum.figure else PLAIN)
                setattr(thing, column, replace(datum, text=words, figure=figure, formula=None, unresolved=False))
    return made


def told(evaluation: Evaluation) -> list[str]:
    found = [event for event in CHECKS[CODE](Book(evaluation)) if isinstance(event, Failed)]
    return [str(place) for event in found for place in (event.place, *(event.related if event.args["more"] else ()))]


def sentences(evaluation: Evaluation, code: str = CODE) -> list[str]:
    return [finding.message for finding in check(evaluation).findings if finding.code == code]


def formulas(evaluation: Evaluation) -> list[str]:
    found = (getattr(line.line, column) for line in lines(Book(evaluation)) for column in line.columns)
    return [str(datum.place) for datum in found if datum is not None and datum.formula]


LEDGER, PROJECT, MONITOR = "收支与资产", "项目自评表1", "监控表1"
KEPT = [cell for columns in TABLES["liuyang-2021"].values() for cell, *_ in columns.values() if cell.startswith(LEDGER)]
MONEY = {f"{PROJECT}!{cell}": "10.00" for cell in ("D7", "E7", "F7", "E8")}
SCORED = {f"{PROJECT}!{cell}{row}": "10" for row in range(13, 31, 2) for cell in "HI"}
VALUES = {str(datum.place): "10" for thing, column in slots(BLANK["national-project-2020"]) if (datum := getattr(thing, column)) is not None and datum.formula and datum.place.sheet == PROJECT}
TOTALS = {f"{PROJECT}!{cell}": words for cell, words in (("J6", "9.71"), ("H31", "100"), ("H32", "优"), ("I31", "95"))}
SPENT = MONEY | {f"{PROJECT}!{cell}": "20.00" for cell in ("E6", "F6")}

# what is typed into the blank workbook of a scheme, and the cells that are told
CASES = [
    ("a total of two formulas", "liuyang-2021", {f"{LEDGER}!E7": "100.00"}, [f"{LEDGER}!E7"]),
    ("the only formula of its row", "liuyang-2021", {f"{LEDGER}!E8": "100.00"}, [f"{LEDGER}!E8"]),
    ("a head count", "liuyang-2021", {f"{LEDGER}!E5": "20"}, [f"{LEDGER}!E5"]),
    ("nothing typed", "liuyang-2021", {}, []),
    ("a figure where the scheme has none", "liuyang-2021", {f"{LEDGER}!D8": "100.00"}, []),
    ("a total whose parts are all left blank", "liuyang-2021", {f"{LEDGER}!D7": "100.00"}, []),
    ("a total of which one part is stated", "liuyang-2021", {f"{LEDGER}!D7": "100.00", f"{LEDGER}!D9": "0"}, [f"{LEDGER}!D7"]),
    ("a total of sums over blanks", "liuyang-2021", {f"{LEDGER}!D10": "779.60"}, []),
    ("a total of sums and a figure", "liuyang-2021", {f"{LEDGER}!D25": "779.60"}, []),
    ("a total of a blank sum and a sum that has still to be computed", "liuyang-2021", {f"{LEDGER}!D10": "779.60", f"{LEDGER}!D12": "1.00"}, [f"{LEDGER}!D10"]),
    ("a total of a blank figure and a blank link", "liuyang-2021", {f"{LEDGER}!D11": "779.60"}, []),
    ("a total of a blank figure and a link that has still to be computed", "liuyang-2021", {f"{LEDGER}!D11": "9.60", "基础数据表!B15": "1.00"}, [f"{LEDGER}!D11"]),
    ("a total of sums over blanks, of another scheme", "changde-2016", {f"{LEDGER}!D8": "100.00"}, []),
    ("a link to a project form", "national-project-2020", {f"{MONITOR}!E7": "100.00"}, [f"{MONITOR}!E7"]),
    ("a sheet with nothing but values, as it is sent on", "liuyang-2021", dict.fromkeys(KEPT, "0"), []),
    ("one of the two formulas of a sheet", "liuyang-2021", {"整体自评表!E8": "100.00"}, ["整体自评表!E8"]),
    ("both of them", "liuyang-2021", {"整体自评表!E8": "100.00", "整体自评表!F8": "100.00"}, []),
    ("the score of the execution rate", "national-project-2020", SPENT | {f"{PROJECT}!J6": "9.71", f"{PROJECT}!D6": "10.00"}, [f"{PROJECT}!J6"]),
    ("the score of an execution rate that is not known", "national-project-2020", {f"{PROJECT}!J6": "9.71", f"{PROJECT}!F7": "1.00"}, []),
    ("the score of an execution rate over nothing", "national-project-2020", {f"{PROJECT}!J6": "10", f"{PROJECT}!E7": "0", f"{PROJECT}!F7": "0"}, []),
    ("the total of the points", "national-project-2020", {f"{PROJECT}!H31": "100", f"{PROJECT}!H13": "15"}, [f"{PROJECT}!H31"]),
    ("the total of blank points", "national-project-2020", {f"{PROJECT}!H31": "100"}, []),
    ("the total of weights", "liuyang-2021", {"整体自评表!B35": "100"}, ["整体自评表!B35"]),
    ("the grade", "national-project-2020", {f"{PROJECT}!H32": "优", f"{PROJECT}!I31": "95"}, [f"{PROJECT}!H32"]),
    ("the grade of no total", "national-project-2020", {f"{PROJECT}!H32": "优"}, []),
    ("the total of the scores", "national-project-2020", MONEY | SCORED | {f"{PROJECT}!I31": "95"}, [f"{PROJECT}!I31"]),
    ("the total of scores of which one is blank", "national-project-2020", MONEY | SCORED | {f"{PROJECT}!I31": "95", f"{PROJECT}!I29": ""}, []),
    ("the total of scores of which one is an error", "national-project-2020", MONEY | SCORED | {f"{PROJECT}!I31": "95", f"{PROJECT}!I29": "#VALUE!"}, [f"{PROJECT}!I31"]),
    ("all the totals of a form at once", "national-project-2020", MONEY | {f"{PROJECT}!H13": "15"} | TOTALS, [f"{PROJECT}!{cell}" for cell in ("H31", "H32", "J6")]),
    ("those of a form that has no formula any more", "national-project-2020", MONEY | SCORED | VALUES | TOTALS, []),
    ("a rate of staff", "liuyang-2021", {"基础数据表!D4": "100%", "基础数据表!B4": "20", "基础数据表!C4": "19"}, ["基础数据表!D4"]),
    ("a rate of staff without posts", "liuyang-2021", {"基础数据表!D4": "100%", "基础数据表!B4": "0", "基础数据表!C4": "0"}, []),
]


@pytest.mark.parametrize(("scheme", "cells", "places"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_is_typed_over_a_formula_of_the_scheme_is_told(scheme: str, cells: dict[str, str], places: list[str]) -> None:
    assert sorted(told(typed(BLANK[scheme], cells))) == sorted(places)


# what is typed, whether the other lines have moved, and what is to be done
ADVICE = [
    ("the formula where it is right as it stands", {f"{LEDGER}!E7": "100.00", f"{LEDGER}!E9": "1.00"}, "", '请恢复公式 =IF(COUNT(E8:E9)=0,"",SUM(E8:E9))，或确认手工数正确'),
    ("one that is to be written anew", {f"{LEDGER}!E7": "100.00", f"{LEDGER}!E9": "1.00"}, "E10", '请参照空白表《收支与资产》E7的公式 =IF(COUNT(E8:E9)=0,"",SUM(E8:E9))，按本表的行号重写公式'),
    ("what other sheets have to state first", {f"{LEDGER}!E7": "100.00"}, "", "请先补齐公式所依据的《整体自评表》F5、《整体自评表》F6，再恢复公式 ="),
]


@pytest.mark.parametrize(("cells", "moved", "advice"), [row[1:] for row in ADVICE], ids=[row[0] for row in ADVICE])
def test_the_sentence_tells_what_to_restore(cells: dict[str, str], moved: str, advice: str) -> None:
    evaluation = typed(BLANK["liuyang-2021"], cells)
    if moved:
        line = next(line for line in evaluation.ledger.lines if line.name == "其他收入")
        line.current = replace(line.current, place=line.current.place._replace(cell=moved))
    (message,) = [message for message in sentences(evaluation) if f"{LEDGER}》E7" in message]
    assert f"本方案的空白表中这里是公式；{advice}" in message


def test_the_error_that_a_restored_formula_would_meet_is_named() -> None:
    evaluation = typed(BLANK["national-project-2020"], MONEY | SCORED | {f"{PROJECT}!I31": "95", f"{PROJECT}!I29": "#VALUE!"})
    assert "请先改正《项目自评表1》I29的错误值，再恢复公式 =IF(OR(J6=" in sentences(evaluation)[0]


def test_a_grade_is_told_as_words() -> None:
    (message,) = sentences(typed(BLANK["national-project-2020"], {f"{PROJECT}!H32": "优", f"{PROJECT}!I31": "95"}))
    assert "是手工填写的“优”，" in message
    assert message.endswith("或确认手工填写的正确。")


def test_many_of_a_sheet_are_told_together_each_with_a_formula_of_its_own() -> None:
    cells = {f"{LEDGER}!{cell}": "1.00" for cell in ("E7", "E8", "E9", "E11")}
    evaluation = typed(BLANK["liuyang-2021"], cells)
    (finding,) = [finding for finding in check(evaluation).findings if finding.code == CODE]
    assert "等 4 处是手工填写的数，第一处是 1.00" in finding.message
    assert '请在第一处恢复公式 =IF(COUNT(E8:E9)=0,"",SUM(E8:E9))；其余各处按空白表中该格的公式恢复' in finding.message
    assert len(finding.related) == 3


def test_a_sheet_that_has_kept_its_formulas_has_passed() -> None:
    events = list(CHECKS[CODE](Book(BLANK["furong-2022"])))
    assert events
    assert all(event is PASSED for event in events)


# what is typed beside a blank cell of the ledger, the cell, and what to do there
BLANK_CELLS = [
    ("a total with a part", {"D8": "1112.50", "D7": ""}, "D7", '本方案的空白表中这里是公式，请恢复公式 =IF(COUNT(D8:D9)=0,"",SUM(D8:D9))'),
    ("a total of nothing", {"D7": "5.00", "E7": "", "E8": "", "E9": ""}, "E7", "请补填，没有发生额的填 0"),
    ("a cell that is typed", {"D26": "5.00"}, "E26", "请补填，没有发生额的填 0"),
    ("many together", {"D8": "1.00", "D7": "", "D26": "5.00", "D28": "5.00", "D31": "5.00"}, "D7", "其中《收支与资产》D7在本方案的空白表中是公式，请恢复公式，不要填数"),
]


@pytest.mark.parametrize(("cells", "cell", "advice"), [row[1:] for row in BLANK_CELLS], ids=[row[0] for row in BLANK_CELLS])
def test_a_blank_cell_is_filled_by_the_formula_of_the_scheme(cells: dict[str, str], cell: str, advice: str) -> None:
    messages = sentences(typed(BLANK["liuyang-2021"], {f"{LEDGER}!{at}": words for at, words in cells.items()}), "complete-ledger")
    assert [message for message in messages if f"》{cell}“" in message and advice in message], messages


def test_a_form_from_elsewhere_has_no_such_formulas() -> None:
    evaluation = typed(BLANK["liuyang-2021"], {f"{LEDGER}!E7": "100.00"})
    evaluation.scheme = ""
    assert told(evaluation) == []


@pytest.mark.parametrize("scheme", sorted(BLANK))
def test_each_formula_of_a_freshly_made_workbook_is_missed(scheme: str) -> None:
    """With figures in all cells that are typed. The totals of 项目清单, which has no lines yet, are missed by what stands beside them."""
    blank = BLANK[scheme]
    full = copy.deepcopy(blank)
    for thing, column in slots(full):
        datum: Datum | None = getattr(thing, column)
        if datum is not None and (column != "target") and (datum.formula is None or column in ("score", "total_score")):
            setattr(thing, column, replace(datum, text="1.00", figure=Figure(Decimal(1), datum.figure.unit if datum.figure else PLAIN)))
    totals = blank.ledger.projects_total if blank.ledger else None
    listed = {str(datum.place) for datum in (totals.budget, totals.adjusted, totals.executed) if datum is not None} if totals else set()
    for cell in formulas(blank):
        if cell not in listed:
            assert cell in told(typed(full, {cell: "100.00"})), cell


@pytest.mark.parametrize(("sheet", "by"), [("监控表1", "行号"), ("监控表2", "行号、改用本表所对应的项目的工作表")], ids=["of the form itself", "of another project's form"])
def test_a_formula_to_be_written_anew_takes_the_rows_and_the_form_of_its_own_sheet(sheet: str, by: str) -> None:
    belonging = Belonging("监控表1!E7", "='项目自评表1'!$D$7", [])
    missed = Missed(Datum("1.00", None, Place(sheet, "E8")), "budget", belonging, True, (), ())
    assert restore(missed) == f"请参照空白表《监控表1》E7的公式 ='项目自评表1'!$D$7，按本表的{by}重写公式"
