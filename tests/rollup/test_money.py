"""Where a body's amounts are taken from, and what is told of sheets that say otherwise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from checks.case import changed, wan
from checks.whole import whole

from ziping.checks import CHECKS
from ziping.evaluation import Fund
from ziping.rollup.book import write_book
from ziping.rollup.money import money, summed
from ziping.rollup.record import Issue, Record
from ziping.rollup.tables import BEYOND, GAPS, tables

BUDGET, EXECUTED = "ledger.lines.3.budget", "ledger.lines.3.current"
BASE = "base.lines.14"
TOTAL = {"overall.funds.0": replace(whole().overall.funds[0], role=Fund.TOTAL)}
INITIAL = {"overall.funds.2.initial": wan("150.00", "整体自评!C4"), "overall.funds.3.initial": wan("490.00", "整体自评!C5")}
NO_OVERALL, NO_LEDGER = {"overall": None}, {"ledger": None}

# what is changed; where the amounts come from; budget and executed amount; what is told of other sheets
ROWS = [
    ("everything agrees", {}, "整体自评表", (700, 630), []),
    ("another executed amount", {EXECUTED: "631.00"}, "整体自评表", (700, 630), ["收支与资产执行数 631.00 万元"]),
    ("another budget and executed amount", {BUDGET: "710.00", EXECUTED: "629.00"}, "整体自评表", (700, 630), ["收支与资产预算数 710.00 万元、执行数 629.00 万元"]),
    ("within the rounding of the other sheet", {"overall.funds.2.executed": "1,800,049.99"}, "整体自评表", (700, "630.004999"), []),
    ("just beyond it", {"overall.funds.2.executed": "1,800,050.02"}, "整体自评表", (700, "630.005002"), ["收支与资产执行数 630.00 万元", "基础数据表执行数 630.00 万元"]),
    ("two sheets that say otherwise", {EXECUTED: "631.00", f"{BASE}.executed": "632.00"}, "整体自评表", (700, 630), ["收支与资产执行数 631.00 万元", "基础数据表执行数 632.00 万元"]),
    ("a budget as at the beginning of the year", INITIAL | {BUDGET: "640.01"}, "整体自评表", (700, 630), []),
    ("a budget of neither time", INITIAL | {BUDGET: "640.02"}, "整体自评表", (700, 630), ["收支与资产预算数 640.02 万元"]),
    ("a total beside its structure", TOTAL, "整体自评表", (700, 630), []),
    ("a total that its structure does not give", TOTAL | {"overall.funds.3.executed": "4,510,000.00"}, "整体自评表", (700, 630), ["整体自评表（基本支出＋项目支出）执行数 631.00 万元"]),
    ("an amount that only one sheet states", {EXECUTED: "", f"{BASE}.executed": ""}, "整体自评表", (700, 630), []),
    ("no form of the whole body", NO_OVERALL | {f"{BASE}.budget": "705.00"}, "收支与资产", (700, 630), ["基础数据表预算数 705.00 万元"]),
    ("project forms alone", NO_OVERALL | NO_LEDGER | {"base": None}, "项目合计", (500, 450), []),
    ("project forms beside 基础数据表", NO_OVERALL | NO_LEDGER, "项目合计", (500, 450), ["基础数据表预算数 700.00 万元、执行数 630.00 万元"]),
    ("what was added or cut in the year is no total", {f"{BASE}.budget": "10.00", f"{BASE}.executed": "10.00"}, "整体自评表", (700, 630), []),
    ("nothing at all", NO_OVERALL | NO_LEDGER | {"base": None, "projects": []}, "", (None, None), []),
]


@pytest.mark.parametrize(("changes", "name", "amounts", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_where_the_money_comes_from(changes: dict, name: str, amounts: tuple, told: list[str]) -> None:
    found = money(changed(changes))
    assert found.name == name
    assert [figure.value if (figure := summed(each)) else None for each in (found.budget, found.executed)] == [each if each is None else Decimal(each) for each in amounts]
    assert list(found.others) == told


REMARKS = [
    ("one sheet alone", {}, None),
    ("a sheet that says otherwise", {"instead": ("收支与资产执行数 631.00 万元",)}, "各表金额不一致，收支与资产执行数 631.00 万元，取整体自评表的"),
    ("a blank among the funds", {"issues": (Issue("complete-funds", "warning", "表", "F7", "", "空白。"),)}, "资金行有空白格，金额可能不全"),
    ("a blank elsewhere", {"issues": (Issue("complete-actual", "warning", "表", "F7", "", "空白。"),)}, None),
    ("no budget", {"budget": ""}, "没有预算数，金额未计入合计"),
    ("neither amount", {"budget": "", "executed": ""}, "没有预算数和执行数，金额未计入合计"),
]


@pytest.mark.parametrize(("more", "remark"), [row[1:] for row in REMARKS], ids=[row[0] for row in REMARKS])
def test_the_body_s_row_tells_it(more: dict, remark: str | None, tmp_path: Path) -> None:
    record = Record("/表/一.xlsx", **{"unit": "一局", "year": 2023, "stated": "90", "budget": "700", "executed": "630", "money": "整体自评表"} | more)
    write_book(tables([record]), tmp_path / "汇总.xlsx")
    assert openpyxl.load_workbook(tmp_path / "汇总.xlsx")["单位一览"]["S4"].value == remark


def test_the_checks_that_a_rollup_knows_by_name_exist() -> None:
    assert {BEYOND, *GAPS} <= set(CHECKS)
