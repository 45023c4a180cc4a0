"""`check` of one workbook, reading included, measured in the same run against what reading alone must cost and against openpyxl.

What reading must cost: python-calamine over every sheet for the values, and one lxml pass over the sheets' XML that takes address, style, type
and formula of each cell. The workbooks are samples with all their forms and their text.

Three checks are measured, because what has been understood once (headings, standards, formulas, texts, styles) is kept for the next time: the
check of a workbook that has been checked before, as an officer presses the button again and again; the check of a workbook that the process has
not seen, after others, as in a roll-up; and the first check of a fresh process, whose imports are done and whose caches are empty. Run as a
program it measures the last two.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from ziping.checks import check
from ziping.forms import read_workbook

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"
NAMES = ("liuyang-2020", "liuyang-2021", "furong-2022")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROUNDS = 12
AGAIN = 2.0
UNSEEN = 5.6
FIRST = 8.5  # standards, formulas and headings are understood, and patterns compiled, for the first time
AGAINST_OPENPYXL = 8.0


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


@pytest.fixture(scope="module", params=NAMES)
def times(request: pytest.FixtureRequest) -> dict[str, float]:
    """The best of several rounds of each, taken in turn so that a busy machine slows all alike."""
    book = SAMPLES / f"{request.param}.xlsx"
    works = {"check": lambda: check(book), "reading": lambda: must(book), "openpyxl": lambda: openpyxl.load_workbook(book)}
    assert check(book).findings
    rounds = [{name: seconds(work) for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: min(each[name] for each in rounds) for name in works}


def test_checking_against_what_reading_must_cost(times: dict[str, float]) -> None:
    ratio = times["check"] / times["reading"]
    print(f"check, not the first / (calamine + lxml pass) = {ratio:.2f}")
    assert ratio <= AGAIN


def test_checking_against_openpyxl_loading(times: dict[str, float]) -> None:
    ratio = times["openpyxl"] / times["check"]
    print(f"openpyxl.load_workbook / check = {ratio:.2f}")
    assert ratio >= AGAINST_OPENPYXL


@pytest.mark.parametrize(("others", "limit"), [(True, UNSEEN), (False, FIRST)], ids=["after others", "in a fresh process"])
@pytest.mark.parametrize("name", NAMES)
def test_the_check_of_a_workbook_that_was_not_seen_before(name: str, others: bool, limit: float) -> None:
    """Others are the samples that are not an edition of the same body's workbook."""
    before = [path for path in SAMPLES.glob("*.xlsx") if others and not path.stem.startswith(name)]
    command = [sys.executable, __file__, SAMPLES / f"{name}.xlsx", *before]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(5)]
    first, reading = (min(map(float, figures)) for figures in zip(*runs, strict=True))
    print(f"first check of {name} {'after others' if others else 'in a fresh process'} / (calamine + lxml pass) = {first / reading:.2f}")
    assert first <= limit * reading


if __name__ == "__main__":
    path, *before = map(Path, sys.argv[1:])
    least = min(seconds(lambda: must(path)) for _ in range(5))
    assert read_workbook  # imported with everything that it needs
    for other in before:
        check(other)
    print(seconds(lambda: check(path)), least)
