"""完成值 that follow from other figures of the workbook are formulas; a typed one stays, and nothing follows from blanks or a zero budget."""

from __future__ import annotations

import pytest

from ziping.evaluation import Evaluation, Fund, typed
from ziping.forms.build import blank, completed
from ziping.schemes import load

STAFF, SPENT, GROWN = "在职人员控制率", "支出经费控制率", "整体绩效支出总量增长率"

ROWS = [
    ("head count over posts", STAFF, {"posts": "15", "staff": "13"}, "86.67%"),
    ("as many people as posts", STAFF, {"posts": "15", "staff": "15"}, "100.00%"),
    ("no head count yet", STAFF, {"posts": "15"}, ""),
    ("no posts", STAFF, {"posts": "0", "staff": "2"}, ""),
    ("executed over budget of all sources", SPENT, {"adjusted": ("6272512.00", "0"), "executed": ("11124990.85", "0")}, "177.36%"),
    ("both sources count", SPENT, {"adjusted": ("80.00", "20.00"), "executed": ("80.00", "10.00")}, "90.00%"),
    ("a budget of zero gives no rate", SPENT, {"adjusted": ("0", "0"), "executed": ("5.00", "0")}, ""),
    ("nothing executed yet is blank, not zero", SPENT, {"adjusted": ("5.00", "0")}, ""),
    ("more than last year", GROWN, {"totals": ("779.60", "1112.50")}, "42.70%"),
    ("the same as last year", GROWN, {"totals": ("779.60", "779.60")}, "0.00%"),
    ("no last year", GROWN, {"totals": ("0", "779.60")}, ""),
]


def filled(given: dict) -> Evaluation:
    evaluation = blank(load("liuyang-2021"), "某中心", 2021)
    assert evaluation.base
    assert evaluation.overall
    assert evaluation.ledger
    evaluation.base.posts, evaluation.base.staff = typed(given.get("posts")), typed(given.get("staff"))
    for number, role in enumerate((Fund.FISCAL, Fund.OTHER)):
        line = evaluation.overall.fund(role)
        assert line
        for key in ("adjusted", "executed"):
            if key in given:
                setattr(line, key, typed(given[key][number]))
    total = evaluation.ledger.line("支出", "支出合计")
    assert total
    if "totals" in given:
        total.last_year, total.current = (typed(text) for text in given["totals"])
    return evaluation


def actual(evaluation: Evaluation, name: str) -> str:
    overall = completed(evaluation).overall
    assert overall
    datum = next(row.actual for row in overall.indicators if row.name == name)
    return datum.text if datum else ""


@pytest.mark.parametrize(("name", "given", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_rate_follows_from_the_figures_of_the_workbook(name: str, given: dict, expected: str):
    assert actual(filled(given), name) == expected


def test_a_typed_value_stays_as_it_is():
    evaluation = filled({"posts": "15", "staff": "13"})
    assert evaluation.overall
    row = next(row for row in evaluation.overall.indicators if row.name == STAFF)
    row.actual = typed("100.00%")
    assert actual(evaluation, STAFF) == "100.00%"


LINKED = [
    ("rounded to the two decimals that are told", "11124990.85", "1112.50"),
    ("half a unit goes up", "1000050.00", "100.01"),
    ("just below half a unit goes down", "1000049.99", "100.00"),
]


@pytest.mark.parametrize(("yuan", "expected"), [row[1:] for row in LINKED], ids=[row[0] for row in LINKED])
def test_an_amount_in_yuan_is_linked_in_ten_thousands(yuan: str, expected: str):
    ledger = completed(filled({"executed": (yuan, "0"), "adjusted": (yuan, "0")})).ledger
    assert ledger
    line = ledger.line("收入", "财政拨款收入")
    assert line
    assert line.current
    assert f"{line.current.value:.2f}" == expected
    assert line.current.value == round(line.current.value, 2)
