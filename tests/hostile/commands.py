"""Running the commands on a hostile file in a child with limits of its own: what it said, how long it took, what it wrote."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import multiprocessing
import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

MEMORY = 1536 * 2**20  # bytes beyond what the tests themselves hold
SECONDS = 60


@dataclass(slots=True)
class Said:
    """One command's end."""

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

        output.people.file = err
        assert app.people is output.people
        before = listing(folder)
        begin = time.monotonic()
        code = run(command)
        seconds = time.monotonic() - begin
        pipe.send(Said(code, out.getvalue(), err.getvalue(), seconds, sorted(listing(folder) - before)))
    pipe.close()


def listing(folder: str) -> set[str]:
    return {str(path.relative_to(folder)) for path in Path(folder).rglob("*")}


def run_all(commands: list[list[str]], folder: Path) -> list[Said]:
    """Every command in turn; a child that dies or takes too long gives code -1 for the rest."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_inside, args=(commands, str(folder), there))
    child.start()
    there.close()
    said: list[Said] = []
    try:
        while len(said) < len(commands) and here.poll(SECONDS):
            said.append(here.recv())
    except EOFError:
        pass
    child.join(5)
    if child.is_alive():
        child.kill()
        child.join()
    return said + [Said(-1, "", f"died or hung, exit {child.exitcode}", SECONDS)] * (len(commands) - len(said))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else "-"


def findings(said: Said) -> list[dict]:
    return json.loads(said.out)["findings"]
