"""Killing a command at any moment leaves the old file or the new one, whole, and never touches the input.

A child runs a command over and over; it is really killed (SIGKILL) at a random moment. `ZIPING_KILLS` sets how many times (200 by `make fuzz`).
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from ziping import resources
from ziping.rollup import rollup

KILLS = int(os.environ.get("ZIPING_KILLS", "21"))
ROOT = Path(__file__).parents[2]
SAMPLES = {path.stem: path for path in resources.samples()}
# The child says when it is ready, so that the kills fall into the work and not into the start of Python.
CHILD = """
import sys
from ziping.cli.boundary import run
from ziping import checks, reports, rollup, workbooks
import ziping.rollup.book, ziping.rollup.tables, ziping.rollup.letters
print("ready", flush=True)
while True:
    run(sys.argv[1:])
    print("done", flush=True)
"""
COMMANDS = [
    ("report", ["report", "IN/表.xlsx", "-o", "OUT/报告.docx", "--force"]),
    ("finalize", ["finalize", "IN/表.xlsx", "-o", "OUT/送审.xlsx", "--force"]),
    ("rollup", ["rollup", "IN", "-o", "OUT/汇总.xlsx", "--letters", "OUT/意见", "--resume"]),
]


def whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None and "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.skipif(sys.platform == "win32", reason="LEFT OUT: there is no SIGKILL on Windows")
@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=[row[0] for row in COMMANDS])
def test_a_kill_leaves_the_old_file_or_the_new_one(name: str, arguments: list[str], tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    out.mkdir()
    shutil.copy(SAMPLES["liuyang-2021"], source / "表.xlsx")
    if name == "rollup":
        for sample in ("zhanjiang-2021", "furong-2022"):
            shutil.copy(SAMPLES[sample], source / f"{sample}.xlsx")
    target = out / Path(arguments[arguments.index("-o") + 1]).name
    earlier = openpyxl.Workbook()  # a file of earlier work, whole but another
    earlier.save(target)
    old = target.read_bytes()
    before = digests(source)
    words = [word.replace("IN", str(source)).replace("OUT", str(out)) for word in arguments]
    rng = random.Random(name)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "addin")}
    kills = -(-KILLS // len(COMMANDS))
    finished = 0
    for _ in range(kills):
        child = subprocess.Popen([sys.executable, "-c", CHILD, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert child.stdout.readline() == b"ready\n"
        time.sleep(rng.uniform(0, 0.7))
        os.kill(child.pid, signal.SIGKILL)
        finished += child.stdout.read().count(b"done")
        child.wait()
        assert whole(target)
        for letter in (out / "意见").glob("[!.]*.docx") if name == "rollup" else ():
            assert whole(letter)
        assert digests(source) == before
    subprocess.run([sys.executable, "-c", CHILD.replace("while True", "if True"), *words], env=environment, check=True, capture_output=True)
    assert whole(target)
    assert target.read_bytes() != old
    assert name != "rollup" or not list(out.rglob("*~ziping-*")), "what killed runs left half written is swept away"


def test_a_rollup_killed_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(12):
        shutil.copy(SAMPLES["liuyang-2020"], source / f"{number}.xlsx")
    out = tmp_path / "汇总.xlsx"
    state = tmp_path / ".汇总.rollup"
    child = subprocess.Popen([sys.executable, "-m", "ziping.cli", "rollup", str(source), "-o", str(out)],
                             env=os.environ | {"PYTHONPATH": str(ROOT / "addin")}, stderr=subprocess.DEVNULL)  # fmt: skip
    while child.poll() is None and not (state.exists() and state.read_bytes().count(b"\n") >= 4):
        time.sleep(0.005)
    child.kill()
    child.wait()
    assert not out.exists(), "it was killed too late"
    result = rollup([source], out, resume=True)
    assert 2 <= result.reused < 12
    assert whole(out)
    assert result.records == rollup([source], tmp_path / "从头.xlsx").records
