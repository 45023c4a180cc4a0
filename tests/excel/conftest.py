"""What the tests of the add-in share: the built file, its parts and its project."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

if not os.environ.get("XLWINGS_LICENSE_KEY"):
    os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"  # the engine that stands in for a browser asks for it


@pytest.fixture(scope="session")
def xlam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from xlam.package import build

    path = tmp_path_factory.mktemp("xlam") / "ziping.xlam"
    build(path)
    return path


@pytest.fixture(scope="session")
def parts(xlam: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(xlam) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


@pytest.fixture
def unpacked(tmp_path: Path, xlam: Path) -> Path:
    """A bundle as it lies after unpacking."""
    import wheelhouse

    if wheelhouse.PIP is None:
        pytest.skip("this Python ships no pip: the installer is not run")
    return wheelhouse.unpacked(tmp_path, xlam)
