"""The installed `ziping`, run as a program of its own: LibreOffice's Python has only the standard library, and on Windows it is another Python.

Which program that is, is decided by the person, never by a workbook: a line in her configuration file, else `ziping` in an absolute folder
of PATH, else `python3 -m ziping.cli`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ziping.refusal import Refusal

SECONDS = 900
_STEP = 0.05
_OFFICE_ONLY = ("PYTHONHOME", "PYTHONPATH", "URE_BOOTSTRAP", "UNO_PATH", "PYTHONEXECUTABLE")
NOT_FOUND = "没有找到自评程序，这个按钮需要它（公式不需要）；请先安装 ziping，或在 {} 中写明它的完整路径，然后再点一次。"
TOO_OLD = "这一版的自评程序还没有这个功能，请更新后再用。"


@dataclass(frozen=True, slots=True)
class Told:
    """What a command left: its exit code (0 good, 1 findings of severity error), its record where it was asked for one, what it told people."""

    code: int
    output: str
    lines: tuple[str, ...]

    @property
    def record(self) -> dict:
        """The JSON on stdout; Refusal where there is none."""
        try:
            return json.loads(self.output)
        except ValueError:
            raise Refusal(TOO_OLD) from None


def configuration() -> Path:
    """The file whose first line may name the program: a full path of `ziping` or of a Python that has it."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "ziping" / "calc-program.txt"


def program() -> list[str]:
    """The first words of the command line. Refusal where the configured program is not there."""
    named = _configured()
    if named:
        if not os.path.isabs(named) or not os.path.isfile(named):
            raise Refusal(f"{configuration()} 中写的自评程序“{named}”不存在，请改正为完整路径。")
        return [named, "-m", "ziping.cli"] if Path(named).stem.lower().startswith("python") else [named]
    found = _on_path("ziping")
    if found:
        return [found]
    python = _on_path("python3") or _on_path("python")
    if python:
        return [python, "-m", "ziping.cli"]
    raise Refusal(NOT_FOUND.format(configuration()))


def run(*arguments: object, waiting: Callable[[], None] | None = None) -> Told:
    """Runs one command; `waiting` is called all the while. Refusal for exit code 2, with the command's own sentence."""
    words = [*program(), *(str(each) for each in arguments)]
    with tempfile.TemporaryDirectory(prefix="ziping-") as folder, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as told:
        try:
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=output, stderr=told, cwd=folder, env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
        except OSError:
            raise Refusal(NOT_FOUND.format(configuration())) from None
        end = time.monotonic() + SECONDS
        while process.poll() is None:
            if time.monotonic() > end:
                process.kill()
                process.wait()
                raise Refusal(f"自评程序运行超过 {SECONDS // 60} 分钟仍未结束，已中止，没有写出结果；请检查工作簿是否过大后再试。")
            if waiting:
                waiting()
            time.sleep(_STEP)
        output.seek(0)
        told.seek(0)
        said, beside = (file.read().decode("utf-8", "replace") for file in (output, told))
        result = Told(process.returncode, said, _lines(beside if "--json" in words else f"{said}\n{beside}"))
    return _judged(result, words)


def _judged(result: Told, words: Sequence[str]) -> Told:
    if result.code in (0, 1) and not any("No module named" in line for line in result.lines[-1:]):
        return result
    last = result.lines[-1] if result.lines else ""
    if "No module named" in last or (not last and "-m" in words):
        raise Refusal(NOT_FOUND.format(configuration()))
    if "没有命令" in last or "没有选项" in last:
        raise Refusal(TOO_OLD)
    raise Refusal(last if result.code == 2 and last else f"自评程序没有正常结束（代码 {result.code}），没有写出结果；请用“诊断”检查安装。")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _configured() -> str:
    try:
        return next((line.strip() for line in configuration().read_text(encoding="utf-8-sig").splitlines() if line.strip()), "")
    except (OSError, UnicodeDecodeError):
        return ""


def _on_path(name: str) -> str:
    """A program in an absolute folder of PATH: never in the current one, which may be where a foreign workbook lies."""
    endings = (".exe", ".cmd", ".bat") if sys.platform == "win32" else ("",)
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        for ending in endings if os.path.isabs(folder) else ():
            path = os.path.join(folder, name + ending)
            if os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return ""


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if name not in _OFFICE_ONLY}
    if "office" in kept.get("LD_LIBRARY_PATH", "").lower():
        del kept["LD_LIBRARY_PATH"]
    return kept | {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1", "NO_COLOR": "1"}
