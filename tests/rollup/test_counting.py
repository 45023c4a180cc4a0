"""A body's money of a year is in the totals once, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ziping.rollup.counting import left_out
from ziping.rollup.outliers import AMOUNT
from ziping.rollup.record import Issue, Record
from ziping.rollup.tables import tables


def book(file: str, unit: str = "甲", year: int | None = 2021, money: str = "整体自评表", projects: tuple[str, ...] = ()) -> Record:
    return Record(file, unit=unit, year=year, money=money, projects=projects, department="丙局", budget="100", executed="80", stated="90")


def part(file: str, *projects: str) -> Record:
    return book(file, money="项目合计", projects=projects)


ROWS = [
    ("one workbook", [book("a")], {}, 1),
    ("two bodies", [book("a"), book("b", unit="乙")], {}, 2),
    ("two workbooks of one body over the whole", [book("a"), book("b")], {"a": "有 2 份整体自评", "b": "有 2 份整体自评"}, 0),
    ("two of one body, one out of 收支与资产", [book("a"), book("b", money="收支与资产")], {"a": "有 2 份整体自评", "b": "有 2 份整体自评"}, 0),
    ("the same body in two years", [book("a"), book("b", year=2020)], {}, 2),
    ("two of one body, once with a seal", [book("a"), book("b", unit="甲（盖章）")], {"a": "有 2 份整体自评", "b": "有 2 份整体自评"}, 0),
    ("two of one body, once with blanks", [book("a", unit="甲 中心"), book("b", unit="甲中心")], {"a": "有 2 份整体自评", "b": "有 2 份整体自评"}, 0),
    ("two bodies whose names begin alike", [book("a", unit="甲中心"), book("b", unit="甲中心（本级）")], {}, 2),
    ("two workbooks that name no body", [book("a", unit=""), book("b", unit="")], {}, 2),
    ("a workbook a project", [part("a", "桥"), part("b", "路")], {}, 2),
    ("two workbooks over one project", [part("a", "桥", "路"), part("b", "桥"), part("c", "灯")], {"a": "项目“桥”在同一单位同一年度有 2 份", "b": "项目“桥”"}, 1),
    ("project forms without a name", [part("a"), part("b")], {}, 2),
    ("the whole and its projects", [book("a"), part("b", "桥"), part("c", "路")], {"b": "已含在“a”的整体自评内", "c": "已含在“a”的整体自评内"}, 1),
    ("two wholes and a project", [book("a"), book("b"), part("c", "桥")], {"a": "有 2 份", "b": "有 2 份", "c": "已含在"}, 0),
]  # fmt: skip


@pytest.mark.parametrize(("records", "left", "counted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_whose_money_counts(records: list[Record], left: dict[str, str], counted: int) -> None:
    found = left_out(records)
    assert found.keys() == left.keys()
    assert all(words in found[file].reason for file, words in left.items())
    made = tables(records)
    assert sum(line.books for line in made.departments.itertuples()) == len(records)
    assert sum(line.budget or 0 for line in made.departments.itertuples()) == 100 * counted
    assert sum(line.without for line in made.departments.itertuples()) == len(records) - counted


RANKS = [
    ("two workbooks of one body", [book("a"), book("b"), book("c", unit="乙")], [None, None, 1]),
    ("two of one body, one without a total", [book("a"), replace(book("b"), stated="")], [1, None]),
    ("a project beside the whole", [replace(book("a"), stated="80"), part("b", "桥")], [1, None]),
    ("a project beside the whole without a total", [replace(book("a"), stated=""), part("b", "桥")], [None, None]),
    ("the same body in two years", [book("a"), book("b", year=2020)], [1, 1]),
    ("two bodies", [book("a"), book("b", unit="乙")], [1, 1]),
]


@pytest.mark.parametrize(("records", "ranks"), [row[1:] for row in RANKS], ids=[row[0] for row in RANKS])
def test_a_body_is_ranked_and_averaged_once(records: list[Record], ranks: list[int | None]) -> None:
    made = tables(records)
    assert [None if rank != rank else rank for rank in made.bodies["rank"]] == ranks
    assert sum(made.departments["scored"]) == len([rank for rank in ranks if rank])


def test_a_department_is_one_however_it_is_typed() -> None:
    made = tables([replace(book("a"), department="丙局"), replace(book("b", unit="乙"), department="丙 局（盖章）"), replace(book("c", unit="丁"), department="丙局二科")])
    assert [(line.department, line.books) for line in made.departments.itertuples()] == [("丙局", 2), ("丙局二科", 1)]


def test_what_the_whole_holds_needs_no_settling() -> None:
    found = left_out([book("a"), part("b", "桥")])
    assert not found["b"].doubtful
    assert all(each.doubtful for each in left_out([book("a"), book("b")]).values())


def body(number: int, budget: str, *issues: Issue) -> Record:
    return replace(book(str(number), unit=f"{number}局"), budget=budget, executed=budget, issues=issues)


SLIP = Issue("unit-form", "error", "整体自评表", "E7", "", "")
# the workbooks, which of them are left out of the totals and why, and the budget that is added up
UNLIKE = [
    ("amounts of one size", [body(n, "100") for n in range(4)], {}, 400),
    ("one a thousand times the others", [*(body(n, "100") for n in range(3)), body(3, "100000")], {"3": "可能不是按万元计的"}, 300),
    ("… and just below", [*(body(n, "100") for n in range(3)), body(3, "99999")], {}, 100299),
    ("one a thousandth of them", [*(body(n, "100") for n in range(3)), body(3, "0.1")], {"3": "可能不是按万元计的"}, 300),
    ("where half of them may be either, none is added", [body(0, "1"), body(1, "2"), body(2, "20000"), body(3, "10000")], dict.fromkeys("0123", "可能不是按万元计的"), 0),
    ("an error of the unit", [body(0, "100"), body(1, "100", SLIP)], {"1": "《整体自评表》E7的计量单位有误"}, 100),
    ("a warning of the unit is none", [body(0, "100"), body(1, "100", replace(SLIP, severity="warning"))], {}, 200),
    ("an error of something else is none", [body(0, "100"), body(1, "100", replace(SLIP, code="across-total"))], {}, 200),
]


@pytest.mark.parametrize(("records", "left", "total"), [row[1:] for row in UNLIKE], ids=[row[0] for row in UNLIKE])
def test_amounts_of_another_unit_are_added_to_none(records: list[Record], left: dict[str, str], total: int) -> None:
    found = left_out(records)
    assert found.keys() == left.keys()
    assert all(words in found[file].reason for file, words in left.items())
    made = tables(records)
    assert sum(line.budget or 0 for line in made.departments.itertuples()) == total
    assert list(made.bodies["rank"]) == [1] * len(records), "the score stands all the same"


def test_amounts_that_the_bureau_has_verified_count() -> None:
    records = [*(body(n, "100") for n in range(3)), body(3, "100000"), body(4, "100", SLIP)]
    made = tables(records, verified=True)
    assert sum(line.budget for line in made.departments.itertuples()) == 100300
    assert not [each for each in made.outliers if each.kind == AMOUNT]


def test_nothing_is_ranked_or_summed_over_years() -> None:
    made = tables([book("a"), book("b", unit="乙"), book("c", year=2020), book("d", unit="乙", year=None)])
    assert made.years == (2021, 2020, None)
    assert list(made.bodies["rank"]) == [1, 1, 1, 1]
    assert [(line.year, line.budget) for line in made.departments.itertuples()] == [(2021, 200), (2020, 100), (None, 100)]
