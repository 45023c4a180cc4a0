"""Make the blank workbooks of all schemes and the samples: `python workbooks/build.py`. The same sources give the same bytes."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "samples" / "source"
sys.path[:0] = [str(HERE), str(HERE.parent / "addin")]

from source import read  # noqa: E402

from ziping.checks.belonging import FILE  # noqa: E402
from ziping.checks.book import Book  # noqa: E402
from ziping.checks.references import sources  # noqa: E402
from ziping.checks.worked_out import OF_ROWS, cells, lines  # noqa: E402
from ziping.evaluation import Evaluation, Form  # noqa: E402
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


def table(blank: Evaluation) -> dict[str, dict[str, list[object]]]:
    """Of each line of a blank workbook the columns with formulas: where each stands, what it is, and what it is worked out from by line and column."""
    book = Book(blank)
    known = [(line.name, column, datum) for line in lines(book) for column in line.columns for datum in cells(book, line, column)]
    called = {datum.place: [name, column] for name, column, datum in known}
    for line in lines(book):
        for column in OF_ROWS if isinstance(line.line, Form) else ():
            called = {datum.place: [line.name, column] for datum in cells(book, line, column)} | called
    found: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for name, column, datum in known:
        used = [called[place] for place in sources(datum.formula, datum.place.sheet) if place in called] if datum.formula else []
        if used:
            found[name].setdefault(column, [str(datum.place), datum.formula, [each for number, each in enumerate(used) if each not in used[:number]]])
    return found


def formulas(folder: Path) -> Path:
    """Where the blank workbooks have formulas for what they add up and work out, which the checks want to know without reading them."""
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
