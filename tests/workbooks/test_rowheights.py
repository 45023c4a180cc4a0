"""No text of a finalized version is cut off on paper, and no row changes that holds its texts."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font

from ziping import resources
from ziping.workbooks.finalize import finalize
from ziping.workbooks.rowheights import needed

SAMPLE = next(path for path in resources.samples() if path.stem == "liuyang-2021")
WRAPPED = Alignment(wrap_text=True)


def sheet(text: str, merge: str = "", height: float = 20, alignment: Alignment = WRAPPED):  # noqa: ANN201
    page = openpyxl.Workbook().active
    page.column_dimensions["A"].width = page.column_dimensions["B"].width = 20.7  # 108.7 points, six of them edges: eight signs of eleven points on a line
    for row in (1, 2):
        page.row_dimensions[row].height = height
    page["A1"].value, page["A1"].alignment, page["A1"].font = text, alignment, Font(size=11)
    if merge:
        page.merge_cells(merge)
    return page


ROWS = [
    ("as many signs as a line holds", sheet("八个汉字写在里头"), {}),
    ("one sign more", sheet("九个汉字写不进里头"), {1: 35.9}),
    ("a text of two lines in a row that is high enough", sheet("十个汉字写到第二行去", height=36), {}),
    ("a text over two columns", sheet("十个汉字写在两栏里头", "A1:B1"), {}),
    ("a text over two rows", sheet("十个汉字写到第二行去", "A1:A2"), {}),
    ("a longer text over two rows", sheet("二十个汉字写到第三行去，第二行也写不下了", "A1:A2"), {2: 30.9}),
    ("a text that is not wrapped", sheet("十个汉字写到第二行去", alignment=Alignment()), {}),
    ("lines of its own", sheet("一\n二\n三"), {1: 50.9}),
    ("a text beyond the highest row", sheet("长" * 2000), {1: 400}),
    ("nothing", sheet(""), {}),
]


@pytest.mark.parametrize(("page", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_rows_that_are_too_low(page, wanted: dict[int, float]) -> None:  # noqa: ANN001
    assert {row: round(height, 1) for row, height in needed(page).items()} == wanted


def test_a_long_reason_is_whole_in_the_finalized_version(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(SAMPLE)
    page = book["整体自评表"]
    before = {row: page.row_dimensions[row].height for row in range(1, page.max_row + 1)}
    page["H20"] = "资产清查数据录入较晚，" * 8
    book.save(tmp_path / "自评.xlsx")
    page = openpyxl.load_workbook(tmp_path / "自评.xlsx", data_only=True)["整体自评表"]
    assert list(needed(page)) == [20]
    finalize(SAMPLE, tmp_path / "样例.xlsx", force=True)
    after = openpyxl.load_workbook(tmp_path / "样例.xlsx")["整体自评表"]
    assert {row: after.row_dimensions[row].height for row in before} == before
