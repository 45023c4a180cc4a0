"""Which program the buttons run is the person's choice; what it tells becomes one sentence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ziping.calc import command
from ziping.refusal import Refusal

posix = pytest.mark.skipif(sys.platform == "win32", reason="LEFT OUT: the scripts of these tests are shell scripts")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a configuration, a PATH with one folder of ours."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def configure(text: str) -> None:
    command.configuration().parent.mkdir(parents=True, exist_ok=True)
    command.configuration().write_text(text, encoding="utf-8")


@posix
def test_the_configured_program_comes_before_the_one_on_the_path(home: Path) -> None:
    script(home / "bin" / "ziping", "exit 0")
    own = script(home / "own-ziping", "exit 0")
    assert command.program() == [str(home / "bin" / "ziping")]
    configure(f"{own}\n")
    assert command.program() == [str(own)]


@posix
def test_a_configured_python_runs_the_package(home: Path) -> None:
    python = script(home / "python3", "exit 0")
    configure(f"\n{python}\n")
    assert command.program() == [str(python), "-m", "ziping.cli"]


@posix
def test_a_python_on_the_path_is_the_last_choice(home: Path) -> None:
    python = script(home / "bin" / "python3", "echo \"$0: No module named ziping\" >&2; exit 1")
    assert command.program() == [str(python), "-m", "ziping.cli"]
    with pytest.raises(Refusal, match="没有找到自评程序"):
        command.run("doctor")


@posix
def test_a_program_in_the_current_folder_is_never_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(home / "ziping", "exit 0")
    monkeypatch.chdir(home)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", str(home / "bin"))))
    with pytest.raises(Refusal, match="没有找到自评程序"):
        command.program()


@pytest.mark.parametrize("text", ["ziping", "../ziping", "/nowhere/ziping"])
def test_a_configured_program_must_be_there_by_its_full_path(text: str, home: Path) -> None:  # noqa: ARG001
    configure(text)
    with pytest.raises(Refusal, match="不存在"):
        command.program()


TOLD = {
    "a refusal is told in its own words": ("echo 工作簿打不开。 >&2; exit 2", "工作簿打不开。"),
    "a command that is not there yet": ("echo '没有命令“x”，请用 ziping --help 查看全部命令。' >&2; exit 2", command.TOO_OLD),
    "a crash": ("exit 139", "代码 139"),
}


@posix
@pytest.mark.parametrize(("body", "said"), TOLD.values(), ids=TOLD.keys())
def test_what_fails_is_told_in_one_sentence(body: str, said: str, home: Path) -> None:
    script(home / "bin" / "ziping", body)
    with pytest.raises(Refusal) as refused:
        command.run("check")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@posix
def test_findings_are_no_failure_and_libreoffices_python_is_not_handed_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/office")
    monkeypatch.setenv("PYTHONPATH", "/office")
    script(home / "bin" / "ziping", "echo \"{\\\"home\\\": \\\"$PYTHONHOME$PYTHONPATH\\\"}\"; echo 第一行 >&2; exit 1")
    waited = []
    told = command.run("check", "--json", waiting=lambda: waited.append(1))
    assert (told.code, told.record, told.lines) == (1, {"home": ""}, ("第一行",))
