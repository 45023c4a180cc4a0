"""Where the files lie that travel with the package: report templates, blank workbooks and samples.

In an installed package they are inside it; in a checkout they are the folders `templates/` and `workbooks/` beside `addin/`.
"""

from __future__ import annotations

from pathlib import Path

_INSIDE = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2]


def folder(name: str) -> Path:
    """The folder `templates` or `workbooks`; FileNotFoundError when the installation is broken."""
    for base in (_INSIDE, _CHECKOUT):
        if (base / name).is_dir():
            return base / name
    raise FileNotFoundError(f"the installation has no folder {name!r}")


def template(name: str) -> Path | None:
    """The shipped report template of this id, if there is one."""
    path = folder("templates") / f"{name}.docx"
    return path if path.is_file() else None


def samples() -> tuple[Path, ...]:
    """The sample workbooks, by name."""
    return tuple(sorted(p for p in (folder("workbooks") / "samples").glob("*.xlsx") if not p.name.startswith("~$")))
