"""What commands print, and where they may write: results on stdout, progress, notices and refusals on stderr."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from ziping.findings import LABELS, Finding, Severity
from ziping.refusal import Refusal
from ziping.signs import shown


class _Console(Console):
    """What people are shown: texts of workbooks and names of files never speak to the terminal itself."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=shown(segment.text))


WIDE = 160  # columns of what goes into a file or another program
results = _Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
people = _Console(stderr=True, highlight=False, soft_wrap=True, width=None if sys.stderr.isatty() else WIDE)
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def told(as_json: bool) -> Console:
    """Where people read a result: on stdout, or beside the record for programs that stands there."""
    return people if as_json else results


def show_lines(lines: Iterable[str], as_json: bool, asked: bool) -> None:
    """The lines of a result. asked: a question about them follows on stderr, where they are shown as well when stdout leads to a file or a program:
    nobody is asked about what she cannot see."""
    shown_on = [told(as_json)] + [people] * (asked and not as_json and not results.is_terminal)
    for line in lines:
        for console in shown_on:
            console.print(line, markup=False)


def write_json(record: object) -> None:
    """Machine output: UTF-8 JSON on stdout."""
    json.dump(record, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def output_file(path: Path, force: bool, *sources: Path, suffixes: tuple[str, ...] = (".xlsx",)) -> Path:
    """The path of an output file; refused when it exists (unless forced), is an input, is a folder, or cannot be written there.

    suffixes: the kinds of file it may be; a report under the name of a picture would only puzzle its reader.
    """
    for source in sources:
        if path.exists() and source.exists() and path.samefile(source):
            raise Refusal(f"输出文件“{path}”就是输入文件，原件不会被改写，请另取一个文件名。")
    if path.suffix.lower() not in suffixes:
        raise Refusal(f"输出文件“{path.name}”的扩展名应为 {'、'.join(suffixes)}，实际为“{path.suffix or '无'}”，请改正文件名。")
    if path.is_dir():
        raise Refusal(f"输出“{path}”应为文件，实际是文件夹，请写明文件名。")
    if path.exists() and not force:
        raise Refusal(f"输出文件“{path}”已存在，请换一个文件名，或加 --force 覆盖。")
    if path.exists() and any(path.with_name(mark).exists() for mark in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")):
        raise Refusal(f"输出文件“{path}”正在 Excel、WPS 或 LibreOffice 中打开，请先关闭它再试。")
    if not path.parent.is_dir():
        raise Refusal(f"输出文件夹“{path.parent}”不存在，请先建立文件夹或换一个位置。")
    _try_writing(path.parent)
    return path


def _try_writing(folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise Refusal(f"文件夹“{folder}”不能写入，可能是只读或没有权限，请换一个位置。") from None


def output_folder(path: Path) -> Path:
    """The path of an output folder, made where it does not exist."""
    if path.exists() and not path.is_dir():
        raise Refusal(f"输出“{path}”应为文件夹，实际是文件，请换一个位置。")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refusal(f"文件夹“{path}”建不起来，可能是没有权限，请换一个位置。") from None
    _try_writing(path)
    return path


@contextmanager
def folder_for(path: Path | None) -> Iterator[Path | None]:
    """The output folder of the block, if there is to be one; a block that is refused leaves no folder behind that it found missing."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()] if path else []
    try:
        yield output_folder(path) if path else None
    except BaseException:
        for folder in missing:
            with suppress(OSError):  # only what is empty goes
                folder.rmdir()
        raise


def show_findings(findings: Iterable[Finding]) -> None:
    """Findings as lines, one each, the most severe first."""
    order = list(Severity)
    for finding in sorted(findings, key=lambda f: order.index(f.severity)):
        within = finding.place is None or finding.place.cell in finding.message
        results.print(f"[{COLOURS[finding.severity]}]{LABELS[finding.severity]}[/] ", end="")
        results.print(finding.message if within else f"《{finding.place.sheet}》{finding.place.cell} {finding.message}", markup=False)
