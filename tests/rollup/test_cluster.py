"""A Dask scheduler and its workers as processes of their own: the same result, even when a worker is killed in the middle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from bench.season import season

from ziping.rollup import rollup
from ziping.rollup.running import Died, spread

pytest.importorskip("distributed", reason="LEFT OUT: Dask is not installed")
ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "addin"), str(ROOT / "tests")])}


def started(*arguments: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]], env=ENVIRONMENT,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # fmt: skip


def ended(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def cluster(tmp_path: Path):  # noqa: ANN201
    """(address, two workers); everything started here is ended here."""
    scheduler = started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    address = ""
    for line in scheduler.stderr:
        if found := re.search(r"tcp://127\.0\.0\.1:\d+", line):
            address = found[0]
            break
    threading.Thread(target=scheduler.stderr.read, daemon=True).start()
    workers = [
        started("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path / f"worker{n}"))
        for n in range(2)
    ]
    for worker in workers:
        threading.Thread(target=worker.stderr.read, daemon=True).start()
    yield address, workers
    for process in (*workers, scheduler):
        ended(process)


def test_a_worker_killed_in_the_middle_changes_nothing(cluster, tmp_path: Path) -> None:  # noqa: ANN001
    address, workers = cluster
    folder = tmp_path / "自评"
    season(folder, 60, distinct=5)
    (folder / "坏.xlsx").write_text("x", encoding="utf-8")
    state = tmp_path / ".远.rollup"
    killed: list[int] = []

    def kill() -> None:
        """When the first workbooks are done and most are not."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if state.exists() and 1 < state.read_bytes().count(b"\n") < 50:
                os.kill(workers[0].pid, signal.SIGKILL)
                killed.append(state.read_bytes().count(b"\n"))
                return
            time.sleep(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    far = rollup([folder], tmp_path / "远.xlsx", scheduler=address)
    killer.join()
    assert killed, "the run was over before a worker could be killed"
    assert workers[0].poll() is not None
    near = rollup([folder], tmp_path / "近.xlsx")
    assert far.records == near.records
    assert len(far.unreadable) == 1


def die_at_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_an_item_that_kills_its_process_stops_no_other() -> None:
    results = dict(spread(die_at_seven, list(range(40)), "processes:2"))
    assert isinstance(results.pop(7), Died)
    assert results == {n: n * n for n in range(40) if n != 7}
