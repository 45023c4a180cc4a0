"""安装.cmd and 卸载.cmd run by wine's command interpreter: whatever the folder is called, whichever Python is there. Opt-in: ZIPING_WINE=1.

With ZIPING_WINE_PYTHON, a folder with a Python for Windows, the installer itself runs in it too, installs and takes everything back.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bundle import archive
from bundle.commands import command_files

WINE = shutil.which("wine")
PYTHON = os.environ.get("ZIPING_WINE_PYTHON", "")
pytestmark = pytest.mark.skipif(not os.environ.get("ZIPING_WINE") or WINE is None, reason="the command files run with ZIPING_WINE=1, where wine is installed")
ENDED = "Press any key"  # `pause`, the last thing that the officer sees


class Desktop:
    """A Windows of its own: a folder of programs that it finds, and what they were asked to do."""

    def __init__(self, folder: Path) -> None:
        self.prefix, self.programs = folder / "prefix", folder / "programs"
        self.programs.mkdir(parents=True)

    def run(self, script: Path, **more: str) -> str:
        """A script as a double click starts it; what the console shows."""
        environment = os.environ | {
            "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "LC_ALL": "C.UTF-8", "WINEPATH": self.seen(self.programs), **more,
        }  # fmt: skip
        done = subprocess.run([WINE, str(script)], stdin=subprocess.DEVNULL, capture_output=True, timeout=300, env=environment)
        return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")

    @staticmethod
    def seen(path: Path) -> str:
        return "Z:" + str(path).replace("/", "\\")

    def program(self, name: str, fits: str = "", ends: str = "exit /b 0") -> None:
        """A batch file that stands in for a Python: it fits where its first argument is `fits`, and writes down what it is asked to run."""
        condition = f'if not "%1"=="{fits}" exit /b 1\r\n' if fits else ""
        asked = 'if "%2"=="-c" exit /b 0\r\nif "%3"=="-c" exit /b 0\r\n'
        told = f'echo {name} %*>>"{self.seen(self.trace)}"\r\n'
        (self.programs / f"{name}.bat").write_text(f"@echo off\r\n{condition}{asked}{told}{ends}\r\n", encoding="utf-8", newline="")

    @property
    def trace(self) -> Path:
        return self.programs / "trace.txt"

    def asked(self) -> list[str]:
        found = self.trace.read_text(encoding="utf-8").split("\n") if self.trace.exists() else []
        self.trace.unlink(missing_ok=True)
        return [line.strip() for line in found if line.strip()]


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Desktop:
    return Desktop(tmp_path_factory.mktemp("wine"))


@pytest.fixture(autouse=True)
def _no_programs(desktop: Desktop) -> None:
    for path in desktop.programs.iterdir():
        path.unlink()


def _unpacked(folder: Path, *others: str) -> Path:
    folder.mkdir(parents=True)
    for name, content in command_files().items():
        (folder / name).write_bytes(content)
    for name in others:
        shutil.copy(archive.FILES / name, folder)
    return folder


FOLDERS = ["plain", "with spaces", "下载 A&B (1)", "caret^ and more", "it's;a,b=c!"]
VERBS = [("安装.cmd", "install"), ("卸载.cmd", "uninstall")]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(("script", "verb"), VERBS, ids=[row[1] for row in VERBS])
def test_a_folder_may_be_called_anything(desktop: Desktop, tmp_path: Path, folder: str, script: str, verb: str) -> None:
    desktop.program("python")
    told = desktop.run(_unpacked(tmp_path / folder, "install.py") / script)
    assert desktop.asked() == [f"python -I install.py {verb}"]
    assert ENDED in told


PYTHONS = [
    ("the launcher's newest that fits", {"py": "-3.12", "python": ""}, "py -3.12 -I install.py install"),
    ("no launcher", {"python": ""}, "python -I install.py install"),
    ("a launcher without a version that fits", {"py": "-3.9", "python": ""}, "python -I install.py install"),
]


@pytest.mark.parametrize(("programs", "run"), [row[1:] for row in PYTHONS], ids=[row[0] for row in PYTHONS])
def test_a_python_of_the_machine_is_found(desktop: Desktop, tmp_path: Path, programs: dict[str, str], run: str) -> None:
    for name, fits in programs.items():
        desktop.program(name, fits)
    assert ENDED in desktop.run(_unpacked(tmp_path / "unpacked", "install.py") / "安装.cmd"), "a Python that is a batch file gives control back"
    assert desktop.asked() == [run]


def test_a_program_beside_the_script_is_not_taken_for_python(desktop: Desktop, tmp_path: Path) -> None:
    desktop.program("python")
    folder = _unpacked(tmp_path / "unpacked", "install.py")
    shutil.copy(desktop.programs / "python.bat", folder / "py.bat")
    desktop.run(folder / "安装.cmd")
    assert all(line.startswith("python ") for line in desktop.asked())


def test_a_script_started_inside_the_zip_asks_no_python_to_install(desktop: Desktop, tmp_path: Path) -> None:
    desktop.program("python")
    assert ENDED in desktop.run(_unpacked(tmp_path / "alone") / "安装.cmd")
    assert desktop.asked() == []


def test_without_python_and_unpacked_alone_it_says_so_in_ascii(desktop: Desktop, tmp_path: Path) -> None:
    told = desktop.run(_unpacked(tmp_path / "alone") / "安装.cmd")
    assert "Please unzip the whole archive first." in told
    assert ENDED in told


def test_what_it_says_of_a_zip_that_was_not_unpacked_is_chinese() -> None:
    for name, content in command_files().items():
        said = re.search(r"print\('([^']+)'\)", content.decode("ascii"))[1]
        assert said.encode("ascii").decode("unicode_escape") == f"安装包没有解压，请先把压缩包全部解压，再双击解压后的“{name}”。"
        assert "@" not in content.decode("ascii").removeprefix("@echo off")


# ---------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not PYTHON, reason="the installer runs under wine with ZIPING_WINE_PYTHON, a folder with a Python for Windows")
def test_the_installer_itself_installs_and_leaves_nothing(desktop: Desktop, unpacked: Path) -> None:
    folder = unpacked.rename(unpacked.parent / "下载 A&B (1)")
    shutil.copytree(PYTHON, folder / "python")
    profile = desktop.prefix / "drive_c" / "users"
    desktop.run(_unpacked(desktop.prefix.parent / "first") / "安装.cmd")  # wine makes the profile when it is first used
    for roaming in profile.glob("*/AppData/Roaming"):
        (roaming / "Microsoft/Excel/XLSTART").mkdir(parents=True)  # as Excel does
    before = _files(profile)
    told = desktop.run(folder / "安装.cmd")
    installed = _files(profile) - before
    assert {Path(name).name for name in installed} >= {"ziping.xlam", "ziping.conf", "pythonw.exe"}, told
    told = desktop.run(folder / "卸载.cmd")
    assert _files(profile) - before == set(), told


def _files(folder: Path) -> set[str]:
    """Every file and folder of the profiles, temporary ones of wine aside."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if "Temp" not in path.parts} if folder.exists() else set()
