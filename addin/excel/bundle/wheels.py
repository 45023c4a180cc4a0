"""The wheels of a distribution and of everything it needs, as Windows would choose them, gathered on any system.

pip evaluates environment markers for the machine it runs on and would leave out what only Windows needs (pywin32, colorama), so the
requirements are walked here: pip fetches one generation of wheels without their dependencies, their metadata tell the next one.
"""

from __future__ import annotations

import email
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORM = "win_amd64"


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel file by what its name and its metadata say."""

    path: Path
    name: str
    version: str
    tags: frozenset[Tag]
    requires: tuple[Requirement, ...]


def environment(python: str) -> dict[str, str]:
    """The markers of a Windows PC with this Python."""
    return {
        "implementation_name": "cpython", "implementation_version": f"{python}.0", "os_name": "nt", "platform_machine": "AMD64",
        "platform_python_implementation": "CPython", "platform_release": "10", "platform_system": "Windows", "platform_version": "10.0.19045",
        "python_full_version": f"{python}.0", "python_version": python, "sys_platform": "win32",
    }  # fmt: skip


def tags(python: str) -> frozenset[Tag]:
    """Every tag that this Python on 64-bit Windows accepts."""
    version = tuple(map(int, python.split(".")))
    interpreter = "cp" + python.replace(".", "")
    return frozenset(cpython_tags(version, platforms=[PLATFORM])) | frozenset(compatible_tags(version, interpreter, [PLATFORM]))


def read(path: Path) -> Wheel:
    """A wheel by its file; ValueError when it is none."""
    name, version, _, found = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as package:
        metadata = next(n for n in package.namelist() if n.endswith(".dist-info/METADATA"))
        message = email.message_from_bytes(package.read(metadata))
    return Wheel(path, name, str(version), found, tuple(Requirement(text) for text in message.get_all("Requires-Dist", ())))


def needed(wheel: Wheel, python: str, extras: Iterable[str] = ()) -> Iterator[Requirement]:
    """What a wheel requires on Windows with this Python."""
    for requirement in wheel.requires:
        marker = requirement.marker
        if marker is None or any(marker.evaluate(environment(python) | {"extra": extra}) for extra in ("", *extras)):
            yield requirement


def gather(roots: Iterable[Path], folder: Path, python: str, constraints: Path | None = None) -> list[Wheel]:
    """Fetches into `folder` what the root wheels need for this Python and returns all of them. RuntimeError when a wheel cannot be had."""
    known: dict[str, Wheel] = {}
    waiting: list[Requirement] = []
    for root in roots:
        wheel = read(root)
        known[wheel.name] = wheel
        waiting += needed(wheel, python)
    while waiting:
        wanted = {canonicalize_name(r.name): r for r in waiting if canonicalize_name(r.name) not in known}
        fresh = _fetched(list(wanted.values()), folder, python, constraints) if wanted else []
        known |= {wheel.name: wheel for wheel in fresh}
        asked = {canonicalize_name(r.name): r.extras for r in wanted.values()}
        waiting = [requirement for wheel in fresh for requirement in needed(wheel, python, asked.get(wheel.name, ()))]
        waiting = [requirement for requirement in waiting if canonicalize_name(requirement.name) not in known]
    return sorted(known.values(), key=lambda wheel: wheel.name)


def _fetched(requirements: list[Requirement], folder: Path, python: str, constraints: Path | None) -> list[Wheel]:
    """One generation of wheels; those that were there already for another Python are used again."""
    texts = [f"{r.name}{r.specifier}" for r in requirements]
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--platform", PLATFORM,
        "--python-version", python, "--implementation", "cp", "--dest", str(folder), *(["-c", str(constraints)] if constraints else []), *texts,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"no wheels for Windows and Python {python}: {done.stderr.strip().splitlines()[-1]}")
    accepted = tags(python)
    found = {canonicalize_name(r.name): r for r in requirements}
    fresh = [read(path) for path in sorted(folder.glob("*.whl"))]
    return [w for w in fresh if w.name in found and w.tags & accepted and found[w.name].specifier.contains(w.version, prereleases=True)]


def faults(wheels: Iterable[Wheel], python: str) -> list[str]:
    """What is wrong with a wheelhouse for this Python: a requirement without its wheel, two versions of one, a wheel of another platform."""
    accepted, found = tags(python), []
    usable: dict[str, Wheel] = {}
    for wheel in wheels:
        if not wheel.tags & accepted:
            found.append(f"{wheel.path.name} is not for Python {python} on {PLATFORM}")
        elif wheel.name in usable and usable[wheel.name].version != wheel.version:
            found.append(f"{wheel.name}: {wheel.version} and {usable[wheel.name].version}")
        else:
            usable[wheel.name] = wheel
    for wheel in usable.values():
        for requirement in needed(wheel, python):
            other = usable.get(canonicalize_name(requirement.name))
            if other is None:
                found.append(f"{wheel.name} needs {requirement}")
            elif not requirement.specifier.contains(other.version, prereleases=True):
                found.append(f"{wheel.name} needs {requirement}, there is {other.version}")
    return found
