"""`check` of one workbook, reading included, measured in the same run against what reading alone must cost and against openpyxl.

What reading must cost: python-calamine over every sheet for the values, and one lxml pass over the sheets' XML that takes address, style, type
and formula of each cell. The workbook is a sample with all its forms and its text.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from ziping.checks import check

BOOK = Path(__file__).parents[2] / "workbooks" / "samples" / "liuyang-2020.xlsx"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROUNDS = 12
AGAINST_READING = 6.0  # the aim is 2: reading takes nearly twice what it must on a workbook this small, checking as much again
AGAINST_OPENPYXL = 5.0


def must(path: Path) -> None:
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


@pytest.fixture(scope="module")
def times() -> dict[str, float]:
    """The best of several rounds of each, taken in turn so that a busy machine slows all alike."""
    works = {"check": lambda: check(BOOK), "reading": lambda: must(BOOK), "openpyxl": lambda: openpyxl.load_workbook(BOOK)}
    assert check(BOOK).counts["error"]
    rounds = [{name: seconds(work) for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: min(each[name] for each in rounds) for name in works}


def test_checking_against_what_reading_must_cost(times: dict[str, float]) -> None:
    ratio = times["check"] / times["reading"]
    print(f"check / (calamine + lxml pass) = {ratio:.2f}")
    assert ratio <= AGAINST_READING


def test_checking_against_openpyxl_loading(times: dict[str, float]) -> None:
    ratio = times["openpyxl"] / times["check"]
    print(f"openpyxl.load_workbook / check = {ratio:.2f}")
    assert ratio >= AGAINST_OPENPYXL
