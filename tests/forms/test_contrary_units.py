"""A caption and a heading of one form that print different units of money: both cells are known, and the heading's unit is the one that counts."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ziping.forms import blank, build_workbook, read_workbook

# what is typed over which cell, and the two cells that contradict each other
ROWS = [
    ("as it was made", {}, []),
    ("the caption of the whole form", {("整体自评表", "A2"): "单位：万元"}, [("整体自评表!A2", "整体自评表!A4")]),
    ("its heading", {("整体自评表", "A4"): "整体支出规模（万元）"}, [("整体自评表!A2", "整体自评表!A4")]),
    ("both of them alike", {("整体自评表", "A2"): "单位：万元", ("整体自评表", "A4"): "整体支出规模（万元）"}, []),
    ("a heading without a unit", {("整体自评表", "A2"): "单位：万元", ("整体自评表", "A4"): "整体支出规模"}, []),
    ("no caption", {("整体自评表", "A2"): None}, []),
    ("the caption of a project's form", {("项目自评表1", "A2"): "单位：元"}, [("项目自评表1!A2", "项目自评表1!A5")]),
    ("the caption above lines with units of their own", {("收支与资产", "C2"): "单位：元"}, [("收支与资产!C2", "收支与资产!C7")]),
    ("one of those lines alone", {("收支与资产", "C7"): "元"}, []),
]


@pytest.mark.parametrize(("typed", "pairs"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_two_units_for_one_form(tmp_path: Path, typed: dict, pairs: list) -> None:
    build_workbook(blank("liuyang-2021", "某市某局", 2021, 1), tmp_path / "空白.xlsx")
    book = openpyxl.load_workbook(tmp_path / "空白.xlsx")
    for (sheet, cell), text in typed.items():
        book[sheet][cell] = text
    book.save(tmp_path / "表.xlsx")
    evaluation = read_workbook(tmp_path / "表.xlsx")
    forms = [*evaluation.forms, evaluation.ledger]
    assert [tuple(str(datum.place) for datum in form.contrary) for form in forms if form.contrary] == pairs
