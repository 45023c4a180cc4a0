"""A season of workbooks, measured in one run against reading alone, LibreOffice, `formulas`, and against itself: slope and processes.

`ZIPING_BENCH_BOOKS` is the largest number of workbooks (400; 20,000 for the long run). Ratios are of wall-clock time where processes or other
programs take part, of processor time elsewhere.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.season import season
from python_calamine import CalamineWorkbook

from ziping.checks import check
from ziping.rollup.record import examine
from ziping.rollup.running import spread

MOST = int(os.environ.get("ZIPING_BENCH_BOOKS", "400"))
SOFFICE = shutil.which("soffice")
FLAT = 0.15  # by how much the cost of a further workbook may change from the first half of a season to the second
WITH_TWO = 1.7
AGAINST_FORMULAS = 30.0
FEW = 20


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return season(tmp_path_factory.mktemp("bench") / "season", MOST)


def cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def wall(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def calamine(path: Path) -> None:
    workbook = CalamineWorkbook.from_path(str(path))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_checking_against_calamine_alone(books: list[Path]) -> None:
    few = books[:FEW]
    for path in few:
        check(path)
    rounds = [(cpu(lambda: [check(path) for path in few]), cpu(lambda: [calamine(path) for path in few])) for _ in range(3)]
    print(f"check / calamine reading alone = {min(r[0] for r in rounds) / min(r[1] for r in rounds):.1f} (goal 2)")
    print(f"check: {FEW / min(r[0] for r in rounds):.1f} workbooks a second of processor time")


@pytest.mark.skipif(not SOFFICE, reason="LEFT OUT: LibreOffice is not installed")
def test_checking_against_libreoffice(books: list[Path], tmp_path: Path) -> None:
    few = books[:FEW]
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to", "ods", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(few[0])], check=True, capture_output=True, timeout=300)  # the profile is made once
    office = wall(lambda: subprocess.run([*command, *map(str, few)], check=True, capture_output=True, timeout=600))
    ours = wall(lambda: [check(path) for path in few])
    print(f"LibreOffice conversion / check = {office / ours:.1f}")
    assert office > ours


@pytest.mark.skipif(importlib.util.find_spec("formulas") is None, reason="LEFT OUT: the package formulas (EUPL) is not installed")
def test_checking_against_recalculation_by_formulas(books: list[Path]) -> None:
    import formulas

    for path in books:
        try:
            theirs = cpu(lambda path=path: formulas.ExcelModel().loads(str(path)).finish().calculate())
        except Exception:  # noqa: BLE001, S112 - it does not know every function of every form
            continue
        ours = min(cpu(lambda path=path: check(path)) for _ in range(3))
        print(f"formulas recalculation / check = {theirs / ours:.0f}")
        assert theirs / ours >= AGAINST_FORMULAS
        return
    pytest.skip("formulas calculates none of these workbooks")


def test_a_further_workbook_costs_the_same(books: list[Path]) -> None:
    """The same drawn workbooks in the same order in both halves; memory must not grow with the season either."""
    half = len(books) // 2 // 10 * 10
    for path in books[:10]:
        examine(str(path))
    first = cpu(lambda: [examine(str(path)) for path in books[:half]])
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    second = cpu(lambda: [examine(str(path)) for path in books[half : 2 * half]])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used
    print(f"second half / first half = {second / first:.2f}; {half / first:.1f} workbooks a second; memory {used // 1024} MB, grown by {grown // 1024} MB")
    assert abs(second / first - 1) <= FLAT


def test_two_processes_against_one(books: list[Path]) -> None:
    files = [str(path) for path in books]

    def run(scheduler: str) -> None:
        assert sum(1 for _ in spread(examine, files, scheduler)) == len(files)

    one, two = wall(lambda: run("processes:1")), wall(lambda: run("processes:2"))
    print(f"one process / two processes = {one / two:.2f} (wall clock, start-up included)")
    if os.cpu_count() == 2 and os.getloadavg()[0] > 3:
        pytest.skip(f"the machine is busy with other work (load {os.getloadavg()[0]:.1f}): {one / two:.2f}")
    assert one / two >= WITH_TWO
