"""Many workbooks into one: every one checked, ranked, totalled and listed; what cannot be read is listed with its reason and stops nothing.

    rollup(sources, out, letters=None, resume=False, scheduler="local") -> RollupResult

Outputs are written whole or not at all; what is done is remembered beside the output (`ziping.rollup.state`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ziping.files import sweep
from ziping.refusal import Refusal
from ziping.rollup.record import Record, examine, is_evaluation
from ziping.rollup.result import Letters, RollupResult
from ziping.rollup.running import Died, known, spread
from ziping.rollup.sources import Sources, find
from ziping.rollup.state import State, state_path

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["RollupResult", "rollup"]


def rollup(
    sources: Sequence[str | Path], out: str | Path, letters: str | Path | None = None, resume: bool = False, scheduler: str = "local",
    roster: str | Path | None = None, verified: bool = False, console: Console | None = None,
) -> RollupResult:  # fmt: skip
    """Check every workbook that the sources (folders, patterns, list files, workbooks) name and write the result workbook to `out`.

    letters: an existing folder for one 反馈意见 (.docx) a workbook; resume: take over the workbooks that an earlier, perhaps killed run
    with the same output has done and whose content is unchanged, and the letters that stand as they were; scheduler: `local`, `processes`,
    `processes:N` or a Dask scheduler's `tcp://HOST:PORT`, whose workers must see the same paths; roster: a list of the bodies that are to
    report; verified: amounts far from all others have been made sure of, and count; console: where progress is shown. Refused
    (nothing written) when there is nothing to read or the scheduler cannot be used. An existing `out` is replaced.
    """
    from ziping.rollup.book import is_result, write_book  # neither pandas nor XlsxWriter is needed by the workers
    from ziping.rollup.letters import write_letters
    from ziping.rollup.progress import progress
    from ziping.rollup.roster import read_roster
    from ziping.rollup.tables import tables

    out = Path(out).absolute()
    scheduler = known(scheduler)
    expected = read_roster(Path(roster)) if roster is not None else None
    folder = Path(letters).absolute() if letters is not None else None
    found = find(sources, [out, *([folder] if folder else []), *([Path(roster)] if roster is not None else [])])
    if out.is_file() and not is_result(out) and is_evaluation(out):
        raise Refusal(f"输出文件“{out.name}”是一份自评工作簿，原件不会被改写，请另取一个文件名。")
    for stem in (out.stem, state_path(out).stem):
        sweep(out.parent, stem)
    records, reused = _records(found, out, resume, scheduler, console)
    made = tables(records, found.beside, expected, verified)
    letters_written = write_letters(made.records, folder, out, resume, scheduler, console, verified) if folder is not None else Letters()
    with progress(console, "写汇总工作簿", 1) as advance:
        write_book(made, out)
        advance()
    return RollupResult(out, tuple(records), tuple(found.beside), reused, letters_written, tuple(made.roster))


def _records(found: Sources, out: Path, resume: bool, scheduler: str, console: Console | None) -> tuple[list[Record], int]:
    from ziping.rollup.progress import progress

    paths = [path.absolute() for path in found.files]
    state = State(out, resume)
    done: dict[int, Record] = {}
    with progress(console, "读取工作簿", len(paths)) as advance:
        for at, path in enumerate(paths):
            record = state.unchanged(path) if resume else None
            if record is not None:
                done[at] = record
                advance()
        reused = len(done)
        todo = [at for at in range(len(paths)) if at not in done]
        with state:
            for position, result in spread(examine, [str(paths[at]) for at in todo], scheduler):
                at = todo[position]
                record = _fatal(paths[at]) if isinstance(result, Died) else result
                state.add(record)
                done[at] = record
                advance()
    records = [done[at] for at in range(len(paths))]
    state.settle(records)
    return records, reused


def _fatal(path: Path) -> Record:
    return Record(str(path), reason=f"“{path.name}”读取时进程意外终止（可能内存不足），其余文件不受影响，请核对该文件。")
