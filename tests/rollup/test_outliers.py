"""What stands out over a season: each kind with a case just inside and one just outside its limit."""

from __future__ import annotations

import pytest

from ziping.rollup.outliers import FAR, FULL, RATE, SAME_BODY, SAME_FILE, SAME_TEXT, outliers, repeated
from ziping.rollup.record import Rate, Record, Text

LONG = Text("p", "本单位按照年初下达的绩效目标推进各项工作", "报告素材", "E5")
OTHER = Text("q", "资金管理制度健全，支付手续完备", "报告素材", "E9")
CUT = Text("r", "字" * 60, "报告素材", "E7")


def peers(*scores: str) -> list[Record]:
    return [Record(f"{n}.xlsx", unit=f"{n}局", scheme="s", stated=score) for n, score in enumerate(scores)]


ROWS = [
    ("full marks in every row", [Record("a", unit="甲", full=True, stated="100")], [(FULL, "a", "自评总分 100")]),
    ("one row below full marks", [Record("a", unit="甲", stated="99.5")], []),
    ("a rate that was found above its limit", [Record("a", unit="甲", rates=(Rate("项目支出", "120.01%", "表", "F8"),))], [(RATE, "a", "项目支出执行率 120.01%")]),
    ("eight peers and one five points and a bit away", peers(*["90"] * 7, "84.99"), [(FAR, "7.xlsx", "低于同类 8 份的中位数 90 达 5.01 分")]),
    ("eight peers and one five points away", peers(*["90"] * 7, "85"), []),
    ("seven peers are too few to compare", peers(*["90"] * 6, "60"), []),
    ("peers that spread widely have nobody far away", peers("60", "65", "70", "75", "80", "85", "90", "99"), []),
    ("one text in two bodies is one line each", [Record("a", unit="甲", texts=(LONG,)), Record("b", unit="乙", texts=(LONG,))],
     [(SAME_TEXT, "a", "一段文字与乙的相同，如“本单位按照年初下达的绩效目标推进各项工作”"), (SAME_TEXT, "b", "一段文字与甲的相同")]),
    ("two texts in two bodies are one line each too", [Record("a", unit="甲", texts=(LONG, OTHER)), Record("b", unit="乙", texts=(OTHER, LONG))],
     [(SAME_TEXT, "a", "2 段文字与乙的相同，如“本单位"), (SAME_TEXT, "b", "2 段文字与甲的相同，如“资金")]),
    ("a text shared with four bodies names three", [Record(name, unit=name, texts=(CUT,)) for name in "甲乙丙丁戊"],
     [(SAME_TEXT, name, "等 4 个单位的相同，如“" + "字" * 60 + "…”") for name in "甲乙丙丁戊"]),
    ("one text in two workbooks of one body", [Record("a", unit="甲", year=2021, texts=(LONG,)), Record("b", unit="甲", year=2022, texts=(LONG,))], []),
    ("two workbooks of one body and year", [Record("a", unit="甲", year=2021), Record("b", unit="甲", year=2021)],
     [(SAME_BODY, "a", "共有 2 份工作簿，另有“b”"), (SAME_BODY, "b", "另有“a”")]),
    ("the same content twice", [Record("a", unit="甲", hash="x", full=True), Record("b", unit="甲", hash="x", full=True)],
     [(FULL, "a", "—"), (SAME_FILE, "b", "与“a”内容完全相同")]),
    ("files that could not be hashed are not the same", [Record("a", unit="甲"), Record("b", unit="乙")], []),
]  # fmt: skip


@pytest.mark.parametrize(("records", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_stands_out(records: list[Record], wanted: list[tuple[str, str, str]]) -> None:
    found = outliers(records, repeated(records))
    assert [(each.kind, each.record.file) for each in found] == [row[:2] for row in wanted]
    for each, (_, _, words) in zip(found, wanted, strict=True):
        assert words in each.message
