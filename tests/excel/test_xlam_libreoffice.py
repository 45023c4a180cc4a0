"""LibreOffice as an independent reader: it opens the add-in and lists every module with its code."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from xlam.package import modules

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: the add-in is not opened by it")
FILTER = "Calc MS Excel 2007 VBA XML"


def _convert(source: Path, folder: Path, kind: str) -> Path:
    profile = (folder / "profile").as_uri()
    subprocess.run([SOFFICE, f"-env:UserInstallation={profile}", "--headless", f"--infilter={FILTER}", "--convert-to", kind, "--outdir", str(folder), str(source)],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    return folder / f"{source.stem}.{kind.split(':')[0]}"


def test_it_lists_every_module_with_the_same_code(xlam: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(_convert(xlam, tmp_path, "ods")) as package:
        texts = {Path(name).stem: ElementTree.fromstring(package.read(name)).text or "" for name in package.namelist() if name.startswith("Basic/Ziping/")}
    for module in modules():
        assert module.name in texts
        code = [line.strip() for line in module.text.splitlines() if line.strip() and not line.startswith("Attribute ")]
        read = [line.strip() for line in texts[module.name].splitlines()]
        assert [line for line in code if line not in read] == [], module.name
