"""Make the blank workbooks of all schemes and the samples: `python workbooks/build.py`. The same sources give the same bytes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "samples" / "source"
sys.path[:0] = [str(HERE), str(HERE.parent / "addin")]

from source import read  # noqa: E402

from ziping.checks.belonging import FILE, table  # noqa: E402
from ziping.forms import read_workbook  # noqa: E402
from ziping.forms.build import blank, build_workbook  # noqa: E402
from ziping.schemes import available, load  # noqa: E402


def blanks(folder: Path) -> list[Path]:
    """One blank workbook a scheme, for the last year it is for, else for its first."""
    made = []
    for id in available():
        scheme = load(id)
        path = folder / f"{id}.xlsx"
        build_workbook(blank(scheme, "", scheme.last_year or scheme.first_year), path)
        made.append(path)
    return made


def formulas(folder: Path) -> Path:
    """Where the blank workbooks have formulas for amounts, which the checks want to know without reading them."""
    told = {id: table(read_workbook(folder / f"{id}.xlsx")) for id in available()}
    path = folder / FILE
    path.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return path


def samples(folder: Path) -> list[Path]:
    """One workbook a source."""
    made = []
    for source in sorted(SOURCES.glob("*.toml")):
        path = folder / f"{source.stem}.xlsx"
        build_workbook(read(source), path)
        made.append(path)
    return made


if __name__ == "__main__":
    for path in [*blanks(HERE), formulas(HERE), *samples(HERE / "samples")]:
        print(path.relative_to(HERE.parent))
