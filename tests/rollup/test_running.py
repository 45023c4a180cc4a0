"""Processes of this machine end with the one that started them, even when that one is killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "addin"), str(ROOT / "tests")])}
# The parent gives each worker an item and waits for their results. A worker says who it is, and then works or has nothing to do.
PARENT = """
from rollup.test_running import introduced, wait_here
from ziping.rollup.running import spread
if __name__ == "__main__":
    for _ in spread(introduced, [{seconds}] * 16, "processes:2"):
        wait_here({pause})
"""
# how long an item takes, how long the parent does nothing with a result, and how many items have been begun when it is killed
MOMENTS = [("at work", 60, 0, 2), ("with nothing to do", 0, 60, 16)]
PATIENCE = 20  # seconds in which a process starts, or ends


def introduced(seconds: float) -> None:
    os.write(1, f"{os.getpid()}\n".encode())
    wait_here(seconds)


def wait_here(seconds: float) -> None:
    time.sleep(seconds)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")  # ended, and nobody has asked for its end


@pytest.mark.skipif(sys.platform == "win32", reason="LEFT OUT: there is no SIGKILL on Windows")
@pytest.mark.parametrize(("seconds", "pause", "begun"), [row[1:] for row in MOMENTS], ids=[row[0] for row in MOMENTS])
def test_workers_end_when_their_parent_is_killed(seconds: float, pause: float, begun: int, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(seconds=seconds, pause=pause), encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script)], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    workers = {int(parent.stdout.readline()) for _ in range(begun)}
    assert all(map(alive, workers))
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + PATIENCE
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    left = [process for process in workers if alive(process)]
    with contextlib.suppress(ProcessLookupError):
        os.killpg(parent.pid, signal.SIGKILL)  # whatever is left of it, also those that had no item
    parent.stdout.close()
    assert left == []
