"""The installer's zip: wheels chosen as Windows would choose them, the add-in's xlwings and no other, and an installation that was really made."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bundle import archive, wheels
from bundle.commands import command_files
from packaging.requirements import Requirement
from wheelhouse import VERSION, wheel

from ziping.excel import previous

REQUIREMENTS = [
    ("without a marker", "lxml>=5", True),
    ("of Windows alone", 'pywin32>=224; platform_system == "Windows"', True),
    ("of Windows by the other name", 'colorama; sys_platform == "win32"', True),
    ("of every system but Windows", 'uvloop; sys_platform != "win32"', False),
    ("of a Mac", 'appscript; platform_system == "Darwin"', False),
    ("of an older Python", 'tomli; python_version < "3.11"', False),
    ("of this Python", 'new; python_version >= "3.12"', True),
    ("of an extra", 'dask; extra == "cluster"', False),
    ("of another machine", 'arm; platform_machine == "ARM64"', False),
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in REQUIREMENTS], ids=[row[0] for row in REQUIREMENTS])
def test_markers_are_those_of_a_windows_pc(text: str, wanted: bool, tmp_path: Path) -> None:
    read = wheels.read(wheel(tmp_path, "a", "1.0", (text,)))
    assert [str(r) for r in wheels.needed(read, "3.12")] == ([str(Requirement(text))] if wanted else [])


HOUSES = [
    ("complete", [("a", "1.0", ("b>=2",), "py3-none-any"), ("b", "2.0", (), "cp312-cp312-win_amd64")], None),
    ("stable ABI", [("a", "1.0", (), "cp37-abi3-win_amd64")], None),
    ("a missing wheel", [("a", "1.0", ("b>=2",), "py3-none-any")], "a needs b>=2"),
    ("a missing wheel that only Windows needs", [("a", "1.0", ('b; sys_platform=="win32"',), "py3-none-any")], "a needs b"),
    ("one too old", [("a", "1.0", ("b>=2",), "py3-none-any"), ("b", "1.9", (), "py3-none-any")], "there is 1.9"),
    ("one for Linux", [("a", "1.0", (), "cp312-cp312-manylinux_2_17_x86_64")], "is not for Python 3.12"),
    ("one for 32 bits", [("a", "1.0", (), "cp312-cp312-win32")], "is not for Python 3.12"),
    ("one for another Python", [("a", "1.0", (), "cp311-cp311-win_amd64")], "is not for Python 3.12"),
    ("two versions", [("a", "1.0", (), "py3-none-any"), ("a", "1.1", (), "py3-none-any")], "a: 1.1 and 1.0"),
]


@pytest.mark.parametrize(("house", "fault"), [row[1:] for row in HOUSES], ids=[row[0] for row in HOUSES])
def test_a_wheelhouse_is_judged(house: list, fault: str | None, tmp_path: Path) -> None:
    found = wheels.faults([wheels.read(wheel(tmp_path, *each)) for each in house], "3.12")
    assert found == [] if fault is None else any(fault in each for each in found)


VERSIONS = [("the same", lambda v: v, True), ("one patch newer", lambda v: re.sub(r"\d+$", lambda m: str(int(m[0]) + 1), v), False), ("none", lambda _: None, False)]


@pytest.mark.parametrize(("other", "fits"), [row[1:] for row in VERSIONS], ids=[row[0] for row in VERSIONS])
def test_a_bundle_with_another_xlwings_than_the_add_in_is_refused(other, fits: bool, tmp_path: Path) -> None:  # noqa: ANN001
    version = other(archive.stamped())
    house = [wheels.read(wheel(tmp_path, "xlwings", version))] if version else []
    if fits:
        archive.check_versions(house)
    else:
        with pytest.raises(archive.Mismatch, match="the add-in is for xlwings"):
            archive.check_versions(house)


def test_command_files_are_ascii_with_the_line_ends_of_windows() -> None:
    for data in command_files().values():
        assert data.isascii(), "another code page would garble anything else"
        assert data.count(b"\n") == data.count(b"\r\n") > 10
        assert data.startswith(b"@echo off\r\n")
    note = (archive.FILES / "no-python.txt").read_bytes()
    assert note.startswith(b"\xef\xbb\xbf"), "Notepad tells UTF-8 by its mark"
    assert "3.11" in note.decode("utf-8-sig")


def test_every_supported_python_is_named_everywhere() -> None:
    command = command_files()["安装.cmd"].decode("ascii")
    assert tuple(reversed(re.search(r"for %%V in \(([\d. ]+)\)", command)[1].split())) == wheels.PYTHONS
    low, high = (tuple(map(int, v.split("."))) for v in (wheels.PYTHONS[0], wheels.PYTHONS[-1]))
    assert f"{low} <= sys.version_info[:2] <= {high}" in command


def test_the_zip_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    content = archive.shipped()
    for name in ("a.zip", "b.zip"):
        archive.write(tmp_path / name, content, ["3.12"])
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        names = {info.filename: info.flag_bits for info in package.infolist()}
    assert {f"{archive.FOLDER}/{name}" for name in ("安装.cmd", "卸载.cmd", "install.py", "no-python.txt", "bundle.json")} <= set(names)
    assert all(flags & 0x800 for name, flags in names.items()), "Chinese names are marked as UTF-8"
    assert sum("/workbooks/" in name for name in names) > 7
    assert sum("/templates/" in name for name in names) > 3


# ---------------------------------------------------------------------------------------------------------------
# The installer, run for real in a profile of its own, with wheels made by hand

def _run(unpacked: Path, what: str) -> tuple[int, str, Path]:
    profile = unpacked.parent / "用户 A&B"
    profile.mkdir(exist_ok=True)
    environment = {"USERPROFILE": str(profile), "LOCALAPPDATA": str(profile / "Local"), "APPDATA": str(profile / "Roaming"), "PIP_INDEX_URL": "https://nowhere.invalid"}
    done = subprocess.run([sys.executable, "-I", str(unpacked / "install.py"), what], capture_output=True, text=True, encoding="utf-8", timeout=180,
                          env=os.environ | environment | {"PYTHONIOENCODING": "utf-8"})  # fmt: skip
    return done.returncode, done.stdout + done.stderr, profile


def test_it_installs_offline_and_uninstalls_again(unpacked: Path) -> None:
    code, told, profile = _run(unpacked, "install")
    assert code == 0, told
    assert "✓ ziping" in told
    assert told.strip().splitlines()[-1].startswith("安装完成。")
    addin = profile / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / "ziping.xlam"
    assert addin.read_bytes() == (unpacked / "ziping.xlam").read_bytes()
    written = (profile / ".ziping" / "ziping.conf").read_bytes()
    assert written.isascii(), "VBA reads it in the system's code page"
    key, path = re.fullmatch(r'"(\w+)","(.+)"\s*', written.decode()).groups()
    assert key == "INTERPRETER_WIN"
    assert Path(path.replace("%LOCALAPPDATA%", str(profile / "Local"))).exists()
    assert _run(unpacked, "install")[0] == 0, "installing over itself works"
    mine = profile / "Local" / "ziping" / "mine.txt"
    mine.write_text("她的文件", encoding="utf-8")
    (profile / ".ziping" / previous.FILE).write_text("{}", encoding="utf-8")
    code, told, _ = _run(unpacked, "uninstall")
    assert (code, told.strip()) == (0, "自评插件已卸载。自评工作簿和报告都没有改动。")
    assert not addin.exists()
    assert not (profile / "Local" / "ziping" / "env").exists()
    assert [path.relative_to(profile).as_posix() for path in sorted(profile.rglob("*")) if "Roaming" not in path.parts] == ["Local", "Local/ziping", "Local/ziping/mine.txt"]
    mine.unlink()
    assert _run(unpacked, "uninstall")[0] == 0, "twice does no harm"
    assert not mine.parent.exists()


def _without_dll(folder: Path) -> None:
    version = next((folder / "wheels").glob("xlwings-*.whl")).name.split("-")[1]
    wheel(folder / "wheels", "xlwings", version, files={"xlwings/__init__.py": ""})
    _relist(folder)


def _relist(folder: Path) -> None:
    bundle = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
    bundle["files"] = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in bundle["files"] if (folder / name).exists()}
    (folder / "bundle.json").write_text(json.dumps(bundle, ensure_ascii=False), encoding="utf-8")


def _without(name: str):
    return lambda folder: next(folder.glob(name)).unlink()


def _other_python(folder: Path) -> None:
    path = folder / "bundle.json"
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{VERSION}"', '"2.7"'), encoding="utf-8")


TROUBLES = [
    ("not unpacked as a whole", _without("bundle.json"), "安装包不完整"),
    ("a file missing", _without("ziping.xlam"), "安装包缺少文件“ziping.xlam”"),
    ("a file changed", lambda f: (f / "ziping.xlam").write_bytes(b"x"), "安装包里的“ziping.xlam”已经改变或损坏"),
    ("another Python", _other_python, "安装包适用于 64 位的 Python 2.7"),
    ("a wheel missing", lambda f: (_without("wheels/xlwings-*.whl")(f), _relist(f)), "安装 Python 组件没有成功"),
    ("no library for Excel", _without_dll, "缺少 Excel 与 Python 之间的连接库"),
]


@pytest.mark.parametrize(("harm", "said"), [row[1:] for row in TROUBLES], ids=[row[0] for row in TROUBLES])
def test_trouble_is_one_sentence_and_no_add_in(harm, said: str, unpacked: Path) -> None:  # noqa: ANN001
    harm(unpacked)
    code, told, profile = _run(unpacked, "install")
    assert code == 1
    assert told.strip().splitlines()[-1].startswith(said)
    assert "Traceback" not in told
    assert not list(profile.rglob("ziping.xlam"))


# ---------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_wheel_that_windows_needs_can_be_had(tmp_path: Path) -> None:
    """Against the package registry; left out, with the reason, where there is none."""
    try:
        wheels._fetched([Requirement("et_xmlfile")], tmp_path, wheels.PYTHONS[0], None)
    except RuntimeError as error:
        pytest.skip(f"no package registry: the wheelhouse is not resolved ({error})")
    own = archive._own_wheel(tmp_path)
    found = wheels.gather([own], tmp_path, wheels.PYTHONS[1], archive.ROOT / "constraints.txt")
    assert wheels.faults(found, wheels.PYTHONS[1]) == []
    archive.check_versions(found)
    names = {wheel.name for wheel in found}
    assert {"pywin32", "colorama"} <= names, "what only Windows needs"
    xlwings = next(wheel for wheel in found if wheel.name == "xlwings")
    with zipfile.ZipFile(xlwings.path) as package:
        libraries = {Path(name).name for name in package.namelist() if name.endswith(".dll")}
    assert {f"xlwings{bits}-{archive.stamped()}.dll" for bits in (32, 64)} <= libraries
    without = [wheel for wheel in found if wheel.name != "pywin32"]
    assert wheels.faults(without, wheels.PYTHONS[1])
