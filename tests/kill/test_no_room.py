"""A full disk and a folder that may not be written: one sentence, the old file as it was, nothing half written left over."""

from __future__ import annotations

import os
import resource
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from calc.office import Person, temporary_folder

from ziping import resources
from ziping.cli.boundary import run

SAMPLE = next(path for path in resources.samples() if path.stem == "liuyang-2021")
ROOT = Path(__file__).parents[2]
COMMANDS = [
    ("report", ["report", "IN/表.xlsx", "-o", "OUT/报告.docx", "--force"]),
    ("check", ["check", "IN/表.xlsx", "-o", "OUT/校验.xlsx", "--force"]),
    ("finalize", ["finalize", "IN/表.xlsx", "-o", "OUT/送审.xlsx", "--force"]),
    ("new", ["new", "OUT/新.xlsx", "--scheme", "liuyang-2021", "--unit", "某局", "--year", "2022", "--force"]),
    ("rollup", ["rollup", "IN", "-o", "OUT/汇总.xlsx", "--force"]),
]
# Python ignores the signal of the limit, so that a write beyond it fails as on a full disk.
CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
from ziping.cli.boundary import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    out.mkdir()
    shutil.copy(SAMPLE, source / "表.xlsx")
    return source, out


def words(arguments: list[str], source: Path, out: Path) -> list[str]:
    return [word.replace("IN", str(source)).replace("OUT", str(out)) for word in arguments]


def target_of(arguments: list[str], out: Path) -> Path:
    return out / Path(next(word for word in arguments if word.startswith("OUT/"))).name


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=[row[0] for row in COMMANDS])
def test_no_room_on_the_disk(name: str, arguments: list[str], places: tuple[Path, Path]) -> None:  # noqa: ARG001
    source, out = places
    target = target_of(arguments, out)
    target.write_bytes(b"of yesterday")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    done = subprocess.run([sys.executable, "-c", CHILD, *words(arguments, source, out)], env=os.environ | {"PYTHONPATH": str(ROOT / "addin")},
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 2, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    assert "程序内部出错" not in lines[0]
    assert target.read_bytes() == b"of yesterday"
    assert [p.name for p in out.iterdir() if not p.name.endswith((".rollup", ".letters"))] == [target.name]


@pytest.fixture(scope="module")
def person():  # noqa: ANN201
    """An ordinary user, for root may write everywhere."""
    folder = temporary_folder()
    yield Person(folder / "home")
    shutil.rmtree(folder)


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=[row[0] for row in COMMANDS])
def test_a_folder_that_may_only_be_read(name: str, arguments: list[str], person: Person) -> None:
    if "dac_override" in "".join(person.reading):
        pytest.skip("LEFT OUT: no ordinary user can run this Python")
    source, out = person.home / f"in-{name}", person.home / f"out-{name}"
    source.mkdir()
    shutil.copy(SAMPLE, source / "表.xlsx")
    out.mkdir()
    old = target_of(arguments, out)
    old.write_bytes(b"of yesterday")
    person.own(old)
    person.own(out).chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = person.run(person.home / "bin" / "ziping", *words(arguments, source, out))
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "没有权限" in done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {old.name: b"of yesterday"}


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=[row[0] for row in COMMANDS])
def test_a_folder_that_is_not_there(name: str, arguments: list[str], places: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    source, out = places
    out.rmdir()
    assert run(words(arguments, source, out)) == 2
    assert "不存在" in capsys.readouterr().err


def test_a_workbook_open_in_excel_is_read_and_left_alone(places: tuple[Path, Path]) -> None:
    source, out = places
    lock = source / "~$表.xlsx"
    lock.write_bytes(b"\x05owner" + bytes(100))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in source.iterdir()}
    assert run(["report", str(source / "表.xlsx"), "-o", str(out / "报告.docx")]) == 0
    assert run(["rollup", str(source), "-o", str(out / "汇总.xlsx")]) == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in source.iterdir()} == before


def test_an_output_that_is_open_in_excel_is_not_replaced(places: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    source, out = places
    (out / "报告.xlsx").write_bytes(b"open")
    (out / "~$报告.xlsx").write_bytes(b"\x05owner")
    assert run(["check", str(source / "表.xlsx"), "-o", str(out / "报告.xlsx"), "--force"]) == 2
    assert "正在" in capsys.readouterr().err
    assert (out / "报告.xlsx").read_bytes() == b"open"
