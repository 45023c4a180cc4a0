"""What stands out over a season: each kind with a case just inside and one just outside its limit."""

from __future__ import annotations

import time

import pytest

from ziping.rollup.counting import left_out
from ziping.rollup.outliers import AMOUNT, EMPTY, FAR, FULL, OTHER_YEAR, RATE, SAME_BODY, SAME_FILE, SAME_TEXT, outliers, repeated
from ziping.rollup.record import Issue, Rate, Record, Text

LONG = Text("p", "本单位按照年初下达的绩效目标推进各项工作", "报告素材", "E5")
OTHER = Text("q", "资金管理制度健全，支付手续完备", "报告素材", "E9")
CUT = Text("r", "字" * 60, "报告素材", "E7")


def peers(*scores: str) -> list[Record]:
    return [Record(f"{n}.xlsx", unit=f"{n}局", scheme="s", stated=score) for n, score in enumerate(scores)]


def amounts(*budgets: str) -> list[Record]:
    return [filled(f"{n}.xlsx", unit=f"{n}局", budget=budget) for n, budget in enumerate(budgets)]


def filled(file: str, **more: object) -> Record:
    return Record(file, **{"stated": "90", "money": "整体自评表"} | more)


def parts(file: str, *projects: str) -> Record:
    return filled(file, unit="甲", year=2021, money="项目合计", projects=projects)


ROWS = [
    ("full marks in every row", [Record("a", unit="甲", full=True, stated="100")], [(FULL, "a", "自评总分 100")]),
    ("one row below full marks", [Record("a", unit="甲", stated="99.5")], []),
    ("a rate that was found above its limit", [filled("a", unit="甲", rates=(Rate("项目支出", "120.01%", "表", "F8"),))], [(RATE, "a", "项目支出执行率 120.01%")]),
    ("a rate of amounts whose unit is wrong is none", [filled("a", unit="甲", rates=(Rate("项目支出", "2592.59%", "表", "F8"),), issues=(Issue("unit-form", "error", "表", "F8", "", ""),))], []),
    ("eight peers and one five points and a bit away", peers(*["90"] * 7, "84.99"), [(FAR, "7.xlsx", "自评总分 84.99，低于同类 8 份的中位数 90.00 达 5.01 分")]),
    ("eight peers and one five points away", peers(*["90"] * 7, "85"), []),
    ("an amount a thousand times the others'", amounts("1", "2", "3", "2000"), [(AMOUNT, "3.xlsx", "预算数 2,000.00 万元，是其余 3 份中位数 2.00 万元的 1,000 倍，金额未计入合计，请核对计量单位")]),
    ("an amount just below", amounts("1", "2", "3", "1999.99"), []),
    ("an amount a thousandth of the others'", amounts("1000", "2000", "3000", "2"), [(AMOUNT, "3.xlsx", "的 1,000 分之一")]),
    ("three amounts are too few to compare", amounts("1", "2", "20000"), []),
    ("nought is no amount to compare", amounts("1", "0", "2", "20000"), []),
    ("where two of four are in another unit, all of them are told", amounts("1", "2", "20000", "10000"), [(AMOUNT, f"{n}.xlsx", "请核对计量单位") for n in range(4)]),
    ("an executed amount where there is no budget", [*amounts("1", "2", "3"), filled("d", executed="3000")], [(AMOUNT, "d", "执行数 3,000.00 万元")]),
    ("seven peers are too few to compare", peers(*["90"] * 6, "60"), []),
    ("peers that spread widely have nobody far away", peers("60", "65", "70", "75", "80", "85", "90", "99"), []),
    ("one text in two bodies is one line each", [filled("a", unit="甲", texts=(LONG,)), filled("b", unit="乙", texts=(LONG,))],
     [(SAME_TEXT, "a", "文字“本单位按照年初下达的绩效目标推进各项工作”与乙的相同"), (SAME_TEXT, "b", "与甲的相同")]),
    ("two texts in two bodies are one line each too", [filled("a", unit="甲", texts=(LONG, OTHER)), filled("b", unit="乙", texts=(OTHER, LONG))],
     [(SAME_TEXT, "a", "2 段文字与其他单位的相同，最多见的“本单位"), (SAME_TEXT, "b", "最多见的“资金")]),
    ("a text shared with four bodies names three", [filled(name, unit=name, texts=(CUT,)) for name in "甲乙丙丁戊"],
     [(SAME_TEXT, name, "文字“" + "字" * 60 + f"…”与{'、'.join([other for other in '甲乙丙丁戊' if other != name][:3])} 等 4 个单位的相同") for name in "甲乙丙丁戊"]),
    ("one text in two workbooks of one body", [filled("a", unit="甲", year=2021, texts=(LONG,)), filled("b", unit="甲", year=2021, texts=(LONG,))], [(SAME_BODY, "a", "2 份"), (SAME_BODY, "b", "2 份")]),
    ("two workbooks of one body and year", [filled("a", unit="甲", year=2021), filled("b", unit="甲", year=2021)],
     [(SAME_BODY, "a", "有 2 份整体自评（另有“b”），不能确定取哪一份，金额未计入合计"), (SAME_BODY, "b", "另有“a”）")]),
    ("the projects of one body in workbooks of their own", [parts("a", "桥"), parts("b", "路")], []),
    ("a form without score and money", [Record("a", unit="甲")], [(EMPTY, "a", "像是没有填写")]),
    ("a form with its budget alone", [Record("a", unit="甲", budget="1")], []),
    ("one workbook of another year", [filled("a", year=2021), filled("b", year=2021), filled("c", year=2020)],
     [(OTHER_YEAR, "c", "评价年度为 2020 年，全部 3 份中有 2 份为 2021 年")]),
    ("one workbook without a year", [filled("a", year=2021), filled("b")], [(OTHER_YEAR, "b", "没有写明评价年度，全部 2 份中有 1 份为 2021 年")]),
    ("no workbook with a year", [filled("a"), filled("b")], []),
    ("the same content twice", [filled("a", unit="甲", hash="x", full=True), filled("b", unit="甲", hash="x", full=True)],
     [(FULL, "a", "90"), (SAME_FILE, "b", "与“a”内容完全相同")]),
    ("a copy that comes first by its name", [filled("10 - 副本.xlsx", unit="甲", hash="x"), filled("10.xlsx", unit="甲", hash="x")], [(SAME_FILE, "10 - 副本.xlsx", "与“10.xlsx”内容完全相同")]),
    ("two copies", [filled("10 - 副本.xlsx", unit="甲", hash="x"), filled("10(1).xlsx", unit="甲", hash="x")], [(SAME_FILE, "10(1).xlsx", "与“10 - 副本.xlsx”内容完全相同")]),
    ("a number that is no copy's", [filled("10(1)表.xlsx", unit="甲", hash="x"), filled("10.xlsx", unit="甲", hash="x")], [(SAME_FILE, "10.xlsx", "与“10(1)表.xlsx”内容完全相同")]),
    ("files that could not be hashed are not the same", [filled("a", unit="甲"), filled("b", unit="乙")], []),
]  # fmt: skip


def test_one_text_in_thousands_of_bodies_is_told_quickly() -> None:
    """In a time that grows with the bodies and not with their pairs: a hundred million of these would take minutes."""
    records = [filled(f"{n}", unit=f"{n}局", texts=(LONG, OTHER, CUT)) for n in range(10_000)]
    begin = time.process_time()
    assert len(outliers(records, {}, {})) == 10_000
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(("records", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_stands_out(records: list[Record], wanted: list[tuple[str, str, str]]) -> None:
    repeats = repeated(records)
    found = outliers(records, repeats, left_out([record for record in records if record.file not in repeats]))
    assert [(each.kind, each.record.file) for each in found] == [row[:2] for row in wanted]
    for each, (_, _, words) in zip(found, wanted, strict=True):
        assert words in each.message
