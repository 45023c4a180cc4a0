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
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bench.season import season
from bench.test_checking import must

from ziping.checks import check
from ziping.rollup.book import write_book
from ziping.rollup.record import examine
from ziping.rollup.running import spread
from ziping.rollup.tables import tables

MOST = int(os.environ.get("ZIPING_BENCH_BOOKS", "400"))
SOFFICE = shutil.which("soffice")
FLAT = 0.15  # by how much the cost of a further workbook may change from the first half of a season to the second
WITH_TWO = 1.7
AGAINST_READING = 2.4  # the aim is 2: forms of few words and many indicators are read in no time
AGAINST_FORMULAS = 30.0
FEW = 20
ADDIN = Path(__file__).parents[2] / "addin"


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


def test_checking_against_what_reading_must_cost(books: list[Path]) -> None:
    """The workbooks of a season one after the other: after the first round what they have in common is known, as late in a season."""
    few = books[:FEW]
    for path in few:
        check(path)
    rounds = [(sum(cpu(lambda path=path: check(path)) for path in few), sum(cpu(lambda path=path: must(path)) for path in few)) for _ in range(5)]
    checking, reading = (min(times) for times in zip(*rounds, strict=True))
    print(f"check / (calamine + lxml pass), over {FEW} workbooks of every scheme = {checking / reading:.2f} (the goal is 2)")
    print(f"check: {FEW / checking:.1f} workbooks a second of processor time")
    assert checking / reading <= AGAINST_READING


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


def memory() -> int:
    """Megabytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


def test_a_further_workbook_costs_the_same(books: list[Path]) -> None:
    """One season, with a line at every mark; between two marks lie the same drawn workbooks in the same order."""
    for path in books[: 2 * FEW]:
        examine(str(path))
    marks = sorted({mark for mark in (100, 1000, 2500, 5000, 10_000, 15_000, 20_000) if mark < MOST} | {MOST // 2 // FEW * FEW, MOST})
    records, costs, done = [], [], 0
    print(f"{'workbooks':>10}{'a second':>10}{'ms a further one':>18}{'memory MB':>11}{'load':>6}")
    for mark in marks:
        took = cpu(lambda done=done, mark=mark: records.extend(examine(str(path)) for path in books[done:mark]))
        if mark - done >= 5 * FEW:
            costs.append(took / (mark - done))
        print(f"{mark:>10}{(mark - done) / took:>10.1f}{took / (mark - done) * 1000:>18.1f}{memory():>11}{os.getloadavg()[0]:>6.1f}")
        done = mark
    print(f"dearest / cheapest stretch = {max(costs) / min(costs):.2f} (goal {1 + FLAT})")
    assert len(records) == MOST
    assert costs[-1] / costs[0] - 1 <= FLAT


def test_the_writing_grows_with_the_workbooks_alone(books: list[Path], tmp_path: Path) -> None:
    """Tables, outliers, sheets and charts of one season and of four times as many bodies, each with texts that all others have as well."""
    few = [examine(str(path)) for path in books[:FEW]]

    def write(count: int) -> float:
        bodies = [replace(few[n % FEW], file=f"/表/{n}.xlsx", unit=f"{n}单位", hash=str(n)) for n in range(count)]
        return cpu(lambda: write_book(tables(bodies), tmp_path / f"{count}.xlsx"))

    write(FEW)
    small, large = (min(write(count) for _ in range(2)) for count in (1000, 4000))
    print(f"writing: {small:.1f} ms a workbook of 1000, {large / 4:.1f} of 4000")
    assert large / (4 * small) - 1 <= FLAT


def test_the_whole_command(books: list[Path], tmp_path: Path) -> None:
    """With start-up, the tables, the charts and the writing; memory is that of the child."""
    command = [sys.executable, "-m", "ziping.cli", "rollup", str(books[0].parents[1]), "-o", str(tmp_path / "汇总.xlsx")]
    begin = time.perf_counter()
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ADDIN)})
    _, status, used = os.wait4(child.pid, 0)
    took, most = time.perf_counter() - begin, used.ru_maxrss // 1024
    assert status == 0
    size = (tmp_path / "汇总.xlsx").stat().st_size / 2**20
    print(f"rollup of {MOST} workbooks, everything: {took:.0f} s, {MOST / took:.1f} a second; memory at most {most} MB; result of {size:.1f} MB")


def spent() -> float:
    """Processor time of this process and of the children that have ended."""
    each = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in each)


def test_two_processes_against_one(books: list[Path]) -> None:
    """By the clock where the machine is quiet; under other work by processor time, which says what two free processors would gain."""
    files = [str(path) for path in books[:400]]

    def run(scheduler: str) -> tuple[float, float]:
        before = spent()
        took = wall(lambda: [None for _ in spread(examine, files, scheduler)])
        return took, spent() - before

    (one, alone), (two, together) = run("processes:1"), run("processes:2")
    possible = 2 * alone / together
    load = os.getloadavg()[0]
    print(f"one process / two processes = {one / two:.2f} by the clock, start-up included; {possible:.2f} by processor time; load {load:.1f}")
    assert (possible if load > 3 else one / two) >= WITH_TWO
