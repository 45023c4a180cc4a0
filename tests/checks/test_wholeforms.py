"""A whole form in another unit than its heading says: found by whatever else in the workbook, or in last year's, can tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from checks.case import GONE, changed, d, wan
from checks.whole import previous
from ziping.amounts import WAN_YUAN, YUAN, Figure, Unit, show
from ziping.checks import check
from ziping.evaluation import Datum, Entry, Evaluation
from ziping.findings import Severity, unsent

COLUMNS = ("initial", "adjusted", "executed")


def times(number: int, power: int, unit: Unit | None = None) -> dict[str, Any]:
    """The amounts of a project form so many powers of ten larger, under another unit where one is given."""
    found: dict[str, Any] = {}
    for line, fund in enumerate(changed({}).projects[number].funds):
        for column in COLUMNS:
            datum = getattr(fund, column)
            value = datum.figure.value.scaleb(power)
            found[f"projects.{number}.funds.{line}.{column}"] = Datum(show(value), Figure(value, unit or datum.figure.unit, 2), datum.place, label=datum.label)
    return found


ALONE = {"overall": None, "base": None, "ledger": None, "monitors": [], "narrative": [], "projects.1": GONE}
UNLISTED = {"ledger": None, "monitors": []}
NO_SUM = {"overall.funds.3.adjusted": "5,100,000.00", "overall.funds.3.executed": "4,600,000.00", "base.lines.6.executed": "460.00", "base.lines.6.budget": "510.00"}
NO_WHOLE = {"overall": None, "base": None, "ledger": None, "monitors": []}


def text(words: str) -> dict[str, Any]:
    return {"narrative": [Entry(("项目支出",), Datum(words))]}


def added_up(first: str, second: str, total: str) -> dict[str, Any]:
    """The overall form's 项目支出 as the sum of the two forms, 执行数 alone; nothing else states what the projects come to, but the total does."""
    sums = {f"projects.{number}.funds.0.executed": wan(text, f"项目{number + 1}!E4", "=SUM(E5:E7)") for number, text in enumerate((first, second))}
    whole = d(total, "整体自评!E6", YUAN, "=SUM(项目1!E4,项目2!E4)*10000")
    return sums | UNLISTED | {"overall.funds.3.executed": whole, "overall.funds.3.rate": None, "overall.funds.3.adjusted": "", "base.lines.6": GONE}


def in_wan(sources: str, basic: str) -> dict[str, Any]:
    """The overall form's 全年预算数 as far as it is typed; 项目支出 is the sum of the project forms."""
    return UNLISTED | {
        "base": None, "overall.funds.0.adjusted": sources, "overall.funds.2.adjusted": basic,
        "overall.funds.3.adjusted": d("5,000,000.00", "整体自评!D6", YUAN, "=SUM(项目1!D4,项目2!D4)*10000")} | {
        f"overall.funds.{line}.{column}": None for line in range(4) for column in ("executed", "rate")} | {"overall.indicators": [], "narrative": []}


# what is changed, and what is told of the unit
ROWS = [
    ("nothing", {}, []),
    ("元 under 万元, told by 项目清单 and the overall form", times(0, 4), [("error", "unit-form", "项目1!D4")]),
    ("万元 under 元, told by them", times(0, 0, YUAN), [("error", "unit-form", "项目1!D4")]),
    ("元 under 元 is right", times(0, 4, YUAN), []),
    ("元 under 万元 in both project forms, each told by its line of the list", times(0, 4) | times(1, 4), [("error", "unit-form", "项目1!C4"), ("error", "unit-form", "项目2!C4")]),
    ("without a list, told by the sum of the forms", times(0, 4) | UNLISTED, [("error", "unit-form", "项目1!C4")]),
    ("… the other way round", times(0, 0, YUAN) | UNLISTED, [("error", "unit-form", "项目1!C4")]),
    ("with a project without a form, the body's own expenditure makes it suspicious", times(0, 4) | UNLISTED | NO_SUM, [("warning", "unit-size", "项目1!C4")]),
    ("… the other way round", times(0, 0, YUAN) | UNLISTED | NO_SUM, [("warning", "unit-size", "项目1!C4")]),
    ("without forms of the body, the other project's size", times(0, 4) | NO_WHOLE, [("warning", "unit-size", "项目1!C4")]),
    ("a sum brings the form's amounts into the overall form", times(0, 4) | added_up("3000000.00", "150.00", "30001500000.00"), [("error", "unit-form", "项目1!E4")]),
    ("… the other way round", times(0, -4) | added_up("0.03", "150.00", "1500300.00"), [("error", "unit-form", "项目1!E4")]),
    ("the overall form is in 万元 under 元, and a sum of the project forms stands in it", in_wan("700.00", "200.00"), [("error", "unit-form", "整体自评!D3")]),
    ("… but for what the funds come from", in_wan("7000000.00", "200.00"), [("error", "unit-factor", "整体自评!D5")]),
    ("… but what it comes to is wrong by something else as well", times(0, 4) | added_up("3000000.00", "150.00", "30001500000.00") | {"overall.funds.2.executed": "1,700,000.00"},
     [("warning", "unit-size", "项目1!C4")]),
    ("one cell alone is told as that cell", {"projects.0.funds.1.executed": "3000000.00"}, [("error", "unit-factor", "项目1!E5")]),
    ("one column alone by its cells", {"projects.0.funds.0.executed": "3000000.00", "projects.0.funds.1.executed": "3000000.00"},
     [("error", "unit-factor", "项目1!E4"), ("warning", "unit-magnitude", "项目1!E5")]),
    ("a column that is just ten thousand times its neighbour", {"projects.0.funds.1.executed": "3300000.00", "projects.0.funds.0.executed": "3300000.00"},
     [("error", "unit-factor", "项目1!E4"), ("error", "unit-factor", "项目1!E5")]),
    ("last year's figure just ten thousand times this year's is a suspicion", {"base.lines.13.last_year": "600000"}, [("warning", "unit-magnitude", "基础数据!B17")]),
]


def told(evaluation: Evaluation, last: Evaluation | None = None) -> list[tuple[str, str, str]]:
    return [(f.severity.value, f.code, str(f.place)) for f in check(evaluation, last).findings if f.code.startswith("unit-")]


@pytest.mark.parametrize(("changes", "findings"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_form_in_another_unit(changes: dict, findings: list) -> None:
    assert told(changed(changes)) == findings


def alone(total: str, unit: Unit, words: str = "", actual: str = "12次") -> Evaluation:
    """A workbook of one project form, all of whose money came from one source and was spent."""
    value = Decimal(total)
    changes: dict[str, Any] = {"projects.0.indicators.0.actual": actual} | (text(words) if words else {})
    for line, amount in enumerate((value, value, Decimal(0), Decimal(0))):
        for column in COLUMNS:
            datum = getattr(changed({}).projects[0].funds[line], column)
            changes[f"projects.0.funds.{line}.{column}"] = Datum(show(amount), Figure(amount, unit, 2), datum.place, label=datum.label)
    return changed(ALONE | changes)


# the amount of the only form, its unit, a text and an actual beside it, and what the suspicion rests on
SUSPECTED = [
    ("an amount that no project reaches", "1000000", WAN_YUAN, "", "12次", "超过 100亿元"), ("just below", "999999", WAN_YUAN, "", "12次", ""),
    ("… in 元 it is one as any", "1000000", YUAN, "", "12次", ""),
    ("an amount that no project is so small", "999.99", YUAN, "", "12次", "不足 1000元"), ("just not below", "1000", YUAN, "", "12次", ""),
    ("… in 万元 it is one as any", "999.99", WAN_YUAN, "", "12次", ""),
    ("a text states the same digits in 元", "152000", WAN_YUAN, "租赁费用152,000元。", "12次", "文字中写的是“152000元”"),
    ("a text states what the digits in 元 are in 万元", "152000", WAN_YUAN, "租赁费用15.20万元。", "12次", "文字中写的是“15.20万元”"),
    ("so does an indicator of the form", "152000", WAN_YUAN, "", "15.2万元", "文字中写的是“15.2万元”"),
    ("a text states it in 万元", "1520", YUAN, "租赁费用1520万元。", "12次", "文字中写的是“1520万元”"),
    ("another text states it as the form does", "152000", WAN_YUAN, "租赁费用152000万元，其中15.2万元为上年结转。", "12次", ""),
    ("a figure that only ends so", "152000", WAN_YUAN, "租赁费用8152000元。", "12次", ""),
    ("a figure below 10 000 元 may be any", "9990", WAN_YUAN, "每人9990元。", "12次", ""), ("… and not from there on", "10010", WAN_YUAN, "每人10010元。", "12次", "文字中"),
    ("a round figure may be another", "150000", WAN_YUAN, "租赁费用15万元。", "12次", ""),
]


@pytest.mark.parametrize(("total", "unit", "words", "actual", "why"), [row[1:] for row in SUSPECTED], ids=[row[0] for row in SUSPECTED])
def test_a_form_alone_in_its_workbook(total: str, unit: Unit, words: str, actual: str, why: str) -> None:
    found = [f.message for f in check(alone(total, unit, words, actual)).findings if f.code == "unit-size"]
    assert [why in message for message in found] == [True] * bool(why)


ONLY_FORMS = {"overall": None, "base": None, "monitors": [], "narrative": [], "ledger.projects": [], "ledger.projects_total": None}


def in_yuan(lines: range) -> dict[str, Any]:
    """Lines of 收支与资产 filled in 元 under 万元, the total of all expenditure a formula and no rates stated."""
    found: dict[str, Any] = {f"ledger.lines.{n}.{rate}": None for n in range(13) for rate in ("share", "change")}
    for n in (n for n in lines if n != 3):
        for column in ("last_year", "budget", "current"):
            datum = getattr(changed({}).ledger.lines[n], column)  # type: ignore[union-attr]
            if datum is not None:
                found[f"ledger.lines.{n}.{column}"] = show(datum.figure.value.scaleb(4))
    return found | {"ledger.lines.3.current": wan("6300000.00" if 4 in lines else "4500180.00", "收支与资产!D5", "=D6+D7"), "ledger.lines.3.last_year": None, "ledger.lines.3.budget": None}


# the lines of 收支与资产 that were filled in 元, and what is told where only the project forms say what 项目支出 is
LINES = [
    ("the line of 项目支出 alone", range(5, 6), [("error", "unit-factor", "收支与资产!C7"), ("error", "unit-factor", "收支与资产!D7")]),
    ("all lines", range(13), [("error", "unit-form", "收支与资产!C7")]),
    ("most of the amounts", range(3, 10), [("error", "unit-form", "收支与资产!C7")]),
    ("less than half of the amounts", range(4, 8), [("error", "unit-factor", "收支与资产!C7"), ("error", "unit-factor", "收支与资产!D7")]),
]


@pytest.mark.parametrize(("lines", "findings"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_a_sheet_slipped_only_where_most_of_its_amounts_did(lines: range, findings: list) -> None:
    assert told(changed(ONLY_FORMS | in_yuan(lines))) == findings


def test_last_year_proves_a_form_of_the_body() -> None:
    base = {f"base.lines.{n}.{column}": show(value.scaleb(4)) for n, line in enumerate(changed({}).base.lines)  # type: ignore[union-attr]
            for column in ("last_year", "budget", "executed") if (value := getattr(line, column).figure.value)}
    assert told(changed(base | {"overall": None, "ledger": None, "projects": [], "monitors": []}), previous()) == [("error", "unit-form", "基础数据!B4")]
    assert told(changed({}), previous()) == []


# the factor to last year's form of the same project
@pytest.mark.parametrize(("executed", "suspected"), [("4999", False), ("5000", True), ("20000", True), ("20001", False)])
def test_last_year_makes_a_project_suspicious(executed: str, suspected: bool) -> None:
    last = alone("12.5", WAN_YUAN)
    last.year = 2022
    now = alone(show(Decimal("12.5") * Decimal(executed)), WAN_YUAN)
    assert [f.code for f in check(now, last).findings if f.code == "unit-size" and "上年" in f.message] == ["unit-size"] * suspected


@pytest.mark.parametrize(("changes", "stops"), [
    ({"projects.0.funds.1.executed": "3000000.00"}, True), (times(0, 4), True), (times(0, 4) | UNLISTED, True), (times(0, 4) | NO_WHOLE, False), ({}, False)])
def test_what_is_proved_stops_the_workbook_from_being_sent_in(changes: dict, stops: bool) -> None:
    assert bool(unsent(f for f in check(changed(changes)).findings if f.code.startswith("unit-"))) is stops


def test_the_unit_is_what_is_told_of_a_form_that_slipped() -> None:
    """The ties that it breaks are not told beside it, what is wrong within the form is."""
    before = {f.code for f in check(changed({})).findings}
    errors = {f.code for f in check(changed(times(0, 4) | {"projects.0.funds.2.executed": "50.00"})).findings if f.severity is Severity.ERROR} - before
    assert errors == {"unit-form", "footing-funds-total"}
