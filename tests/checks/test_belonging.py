"""Amounts typed over the formulas that the scheme's own workbook has, whatever stands beside them."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path

import pytest

from ziping import schemes
from ziping.amounts import PLAIN, Figure, read_figure
from ziping.checks import CHECKS, check
from ziping.checks.belonging import FILE, lines, table
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed
from ziping.evaluation import Datum, Evaluation
from ziping.forms import read_workbook

WORKBOOKS = Path(__file__).parents[2] / "workbooks"
BLANK = {name: read_workbook(WORKBOOKS / f"{name}.xlsx") for name in schemes.available()}
CODE = "formula-overwritten"


def typed(evaluation: Evaluation, cells: dict[str, str]) -> Evaluation:
    """A copy with these figures typed."""
    made = copy.deepcopy(evaluation)
    for line in lines(made):
        for column in line.columns:
            datum: Datum | None = getattr(line.line, column)
            if datum is not None and str(datum.place) in cells:
                words = cells[str(datum.place)]
                figure = read_figure(words, datum.figure.unit if datum.figure else PLAIN)
                setattr(line.line, column, replace(datum, text=words, figure=figure, formula=None, unresolved=False))
    return made


def told(evaluation: Evaluation) -> list[str]:
    found = [event for event in CHECKS[CODE](Book(evaluation)) if isinstance(event, Failed)]
    return [str(place) for event in found for place in (event.place, *(event.related if event.args["more"] else ()))]


def formulas(evaluation: Evaluation) -> list[str]:
    return [
        str(datum.place) for line in lines(evaluation) for column in line.columns
        if (datum := getattr(line.line, column)) is not None and datum.formula]


LEDGER = "收支与资产"
KEPT = [cell for columns in table(BLANK["liuyang-2021"]).values() for cell, *_ in columns.values() if cell.startswith(LEDGER)]

# the figures typed into the blank workbook of a scheme, and the cells that are told
CASES = [
    ("a total of two formulas", "liuyang-2021", {f"{LEDGER}!E7": "100.00"}, [f"{LEDGER}!E7"]),
    ("the only formula of its row", "liuyang-2021", {f"{LEDGER}!E8": "100.00"}, [f"{LEDGER}!E8"]),
    ("a head count", "liuyang-2021", {f"{LEDGER}!E5": "20"}, [f"{LEDGER}!E5"]),
    ("nothing typed", "liuyang-2021", {}, []),
    ("a figure where the scheme has none", "liuyang-2021", {f"{LEDGER}!D8": "100.00"}, []),
    ("a total whose parts are all left blank", "liuyang-2021", {f"{LEDGER}!D7": "100.00"}, []),
    ("a total of which one part is stated", "liuyang-2021", {f"{LEDGER}!D7": "100.00", f"{LEDGER}!D9": "0"}, [f"{LEDGER}!D7"]),
    ("a link to a project form", "national-project-2020", {"监控表1!E7": "100.00"}, ["监控表1!E7"]),
    ("a sheet with nothing but values, as it is sent on", "liuyang-2021", dict.fromkeys(KEPT, "0"), []),
    ("one of the two formulas of a sheet", "liuyang-2021", {"整体自评表!E8": "100.00"}, ["整体自评表!E8"]),
    ("both of them", "liuyang-2021", {"整体自评表!E8": "100.00", "整体自评表!F8": "100.00"}, []),
]


@pytest.mark.parametrize(("scheme", "cells", "places"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_is_typed_over_a_formula_of_the_scheme_is_told(scheme: str, cells: dict[str, str], places: list[str]) -> None:
    assert sorted(told(typed(BLANK[scheme], cells))) == sorted(places)


def test_the_sentence_names_the_formula_where_it_is_right_as_it_stands() -> None:
    evaluation = typed(BLANK["liuyang-2021"], {f"{LEDGER}!E7": "100.00"})
    (finding,) = [finding for finding in check(evaluation).findings if finding.code == CODE]
    assert "本方案的空白表中这里是公式；请恢复公式 =IF(COUNT(E8:E9)=0,\"\",SUM(E8:E9))" in finding.message
    moved = next(line for line in evaluation.ledger.lines if line.name == "其他收入")
    moved.current = replace(moved.current, place=moved.current.place._replace(cell="E10"))
    (finding,) = [finding for finding in check(evaluation).findings if finding.code == CODE]
    assert "请从本方案的空白表复制公式" in finding.message


def test_many_of_a_sheet_are_told_together() -> None:
    cells = {f"{LEDGER}!{cell}": "1.00" for cell in ("E7", "E8", "E9", "E11")}
    evaluation = typed(BLANK["liuyang-2021"], cells)
    (finding,) = [finding for finding in check(evaluation).findings if finding.code == CODE]
    assert "等 4 处是手工填写的数，第一处是 1.00" in finding.message
    assert len(finding.related) == 3


def test_a_form_from_elsewhere_has_no_such_formulas() -> None:
    evaluation = typed(BLANK["liuyang-2021"], {f"{LEDGER}!E7": "100.00"})
    evaluation.scheme = ""
    assert told(evaluation) == []


@pytest.mark.parametrize("scheme", sorted(BLANK))
def test_each_formula_of_a_freshly_made_workbook_is_missed(scheme: str) -> None:
    """With figures in all cells that are typed. The totals of 项目清单, which has no lines yet, are missed by what stands beside them."""
    blank = BLANK[scheme]
    full = copy.deepcopy(blank)
    for line in lines(full):
        for column in line.columns:
            datum: Datum | None = getattr(line.line, column)
            if datum is not None and datum.formula is None:
                setattr(line.line, column, replace(datum, text="1.00", figure=Figure(1, datum.figure.unit if datum.figure else PLAIN)))
    totals = blank.ledger.projects_total if blank.ledger else None
    listed = {str(datum.place) for datum in (totals.budget, totals.adjusted, totals.executed) if datum is not None} if totals else set()
    for cell in formulas(blank):
        if cell not in listed:
            assert cell in told(typed(full, {cell: "100.00"})), cell


def test_the_table_is_in_step_with_the_blank_workbooks() -> None:
    assert json.loads((WORKBOOKS / FILE).read_text(encoding="utf-8")) == {name: table(blank) for name, blank in BLANK.items()}
