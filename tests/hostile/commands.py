"""Running the commands on a hostile file in a child with limits of its own: what it said, how long it took, what it wrote."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import ziping.documents
import ziping.reports
import ziping.rollup.book
import ziping.rollup.letters
import ziping.rollup.tables
import ziping.workbooks  # noqa: F401 - loaded once here and not in every child
from ziping import resources

MEMORY = 1536 * 2**20  # bytes beyond what the tests themselves hold
PATIENCE = 180  # seconds of the clock without an answer: it hangs, or the machine is busy with other work


@dataclass(slots=True)
class Said:
    """One command's end. seconds: of processor time, which other work on the machine does not lengthen."""

    code: int
    out: str
    err: str
    seconds: float
    written: list[str] = field(default_factory=list)


def _inside(commands: list[list[str]], folder: str, pipe) -> None:  # noqa: ANN001 - a Connection
    from ziping.cli.boundary import run

    with contextlib.suppress(OSError, ValueError, StopIteration):
        used = int(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmSize")).split()[1]) * 1024
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    for command in commands:
        out, err = io.StringIO(), io.StringIO()
        sys.stdout, sys.stderr = out, err
        from ziping.cli import app, output

        output.people.file, output.results.file = err, out
        assert (app.people, app.results) == (output.people, output.results)
        before = listing(folder)
        begin = time.process_time()
        code = run(command)
        seconds = time.process_time() - begin
        pipe.send(Said(code, out.getvalue(), err.getvalue(), seconds, sorted(listing(folder) - before)))
    pipe.close()


def listing(folder: str) -> set[str]:
    return {str(path.relative_to(folder)) for path in Path(folder).rglob("*")}


@cache
def warmed() -> None:
    """Whatever a command loads or remembers when it first runs is loaded here, once, and inherited by every child."""
    from ziping.cli.boundary import run

    book = str(min(resources.samples(), key=lambda path: path.stat().st_size))
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        report = f"{folder}/1.docx"
        for words in (["check", book, "--json", "-o", f"{folder}/1.xlsx"], ["read", book, "--json"], ["report", book, "-o", report],
                      ["prose", report, "--json"], ["rollup", book, "-o", f"{folder}/2.xlsx", "--letters", f"{folder}/3"],
                      ["adopt", book, "-o", f"{folder}/4.xlsx", "--yes"], ["finalize", book, "-o", f"{folder}/5.xlsx", "--force"]):  # fmt: skip
            assert run(words) in (0, 1)
    gc.freeze()


def run_all(commands: list[list[str]], folder: Path) -> list[Said]:
    """Every command in turn; a child that dies or takes too long gives code -1 for the rest."""
    warmed()
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_inside, args=(commands, str(folder), there))
    child.start()
    there.close()
    said: list[Said] = []
    try:
        while len(said) < len(commands) and here.poll(PATIENCE):
            said.append(here.recv())
    except EOFError:
        pass
    child.join(5)
    if child.is_alive():
        child.kill()
        child.join()
    return said + [Said(-1, "", f"died or hung, exit {child.exitcode}", PATIENCE)] * (len(commands) - len(said))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else "-"


def findings(said: Said) -> list[dict]:
    return json.loads(said.out)["findings"]
