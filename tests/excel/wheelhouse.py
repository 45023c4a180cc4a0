"""Wheels made by hand, and a bundle of them as it lies after unpacking: an installer with nothing to fetch."""

from __future__ import annotations

import base64
import ensurepip
import hashlib
import shutil
import sys
import zipfile
from pathlib import Path

from bundle import archive

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
PIP = next((Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl"), None)
DOCTOR = "import sys\nprint('✓ ziping：0.1.0')\nsys.exit(0)\n"


def wheel(folder: Path, name: str, version: str, requires: tuple[str, ...] = (), tag: str = "py3-none-any", files: dict[str, str] | None = None) -> Path:
    """One wheel."""
    info = f"{name}-{version}.dist-info"
    content = dict(files or {}) | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + "".join(f"Requires-Dist: {r}\n" for r in requires),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    record = "".join(
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text.encode())}\n" for path, text in content.items()
    )
    path = folder / f"{name}-{version}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as package:
        for each, text in content.items():
            package.writestr(each, text)
        package.writestr(f"{info}/RECORD", record + f"{info}/RECORD,,\n")
    return path


def unpacked(folder: Path, xlam: Path) -> Path:
    """A bundle for this Python with a ziping that only answers `doctor`; its folder. `PIP` must be there."""
    house = folder / "house"
    house.mkdir()
    version = archive.stamped()
    wheel(house, "ziping", "0.1.0", (f"xlwings=={version}",), files={"ziping/__init__.py": "", "ziping/cli/__init__.py": "", "ziping/cli/__main__.py": DOCTOR})
    library = f"xlwings-{version}.data/data/xlwings64-{version}.dll"
    wheel(house, "xlwings", version, files={"xlwings/__init__.py": "", library: "MZ"})
    shutil.copy(PIP, house)
    content = {f"wheels/{p.name}": p.read_bytes() for p in house.iterdir()} | {"ziping.xlam": xlam.read_bytes()}
    content |= {name: data for name, data in archive.shipped().items() if "/" not in name}
    archive.write(folder / "setup.zip", content, [VERSION])
    with zipfile.ZipFile(folder / "setup.zip") as package:
        package.extractall(folder)
    return folder / archive.FOLDER
