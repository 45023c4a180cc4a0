"""The zip itself: command files, installer, add-in, wheels, workbooks and templates, and a list of all of them with their checksums."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from xlam.package import build, modules

from bundle import wheels
from bundle.commands import command_files
from ziping import __version__

ROOT = Path(__file__).parents[3]
FILES = Path(__file__).parent / "files"
FOLDER = "自评插件安装"
_STAMP = (1980, 1, 1, 0, 0, 0)


class Mismatch(ValueError):
    """The add-in asks for another xlwings than the one in the bundle."""


def stamped() -> str:
    """The version of xlwings whose library the add-in will load."""
    text = next(module.text for module in modules() if module.name == "xlwings")
    return re.search(r'XLWINGS_VERSION As String = "([^"]+)"', text)[1]  # type: ignore[index]


def check_versions(found: Iterable[wheels.Wheel]) -> None:
    """Raises `Mismatch` unless the bundle has exactly the xlwings that the add-in was built with."""
    versions = {wheel.version for wheel in found if wheel.name == "xlwings"}
    if versions != {stamped()}:
        raise Mismatch(f"the add-in is for xlwings {stamped()}, the bundle has {', '.join(sorted(versions)) or 'none'}")


def make(out: Path, pythons: Iterable[str] = wheels.PYTHONS) -> None:
    """Writes the zip. Needs a package registry; RuntimeError or `Mismatch` when something is missing or does not fit."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (house := folder / "wheels").mkdir()
        own = _own_wheel(house)
        found: dict[str, wheels.Wheel] = {}
        for python in pythons:
            chosen = wheels.gather([own], house, python, ROOT / "constraints.txt")
            check_versions(chosen)
            if missing := wheels.faults(chosen, python):
                raise RuntimeError("; ".join(missing))
            found |= {wheel.path.name: wheel for wheel in chosen}
        pip = wheels._fetched([wheels.Requirement("pip")], house, max(pythons, key=lambda v: int(v.split(".")[1])), None)[0]
        build(folder / "ziping.xlam")
        content = {f"wheels/{name}": wheel.path.read_bytes() for name, wheel in found.items()}
        content |= {f"wheels/{pip.path.name}": pip.path.read_bytes(), "ziping.xlam": (folder / "ziping.xlam").read_bytes()}
    content |= shipped()
    write(out, content, pythons)


def shipped() -> dict[str, bytes]:
    """What lies in the bundle as it lies in the repository."""
    content = command_files() | {path.name: path.read_bytes() for path in sorted(FILES.iterdir()) if path.suffix in (".py", ".txt")}
    content |= {f"workbooks/{p.relative_to(ROOT / 'workbooks')}": p.read_bytes() for p in sorted((ROOT / "workbooks").rglob("*.xlsx"))}
    return content | {f"templates/{path.name}": path.read_bytes() for path in sorted((ROOT / "templates").glob("*.docx"))}


def write(out: Path, content: dict[str, bytes], pythons: Iterable[str]) -> None:
    """The zip of these files with `bundle.json`, the same bytes for the same files."""
    listing = {
        "ziping": __version__, "xlwings": stamped(), "pythons": list(pythons),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(content.items())},
    }  # fmt: skip
    content = content | {"bundle.json": json.dumps(listing, ensure_ascii=False, indent=1).encode()}
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(content.items()):
            stored = zipfile.ZIP_STORED if name.endswith((".whl", ".xlsx", ".docx")) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}", _STAMP), data, stored)


def _own_wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the wheel of ziping could not be built: {done.stderr.strip().splitlines()[-1]}")
    return next(folder.glob("ziping-*.whl"))
