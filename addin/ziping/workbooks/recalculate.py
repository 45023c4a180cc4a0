"""重算得分 without a spreadsheet: the values that a workbook's formulas show are computed by the core and put into a copy.

For those who have no Excel with the add-in: the file then shows the scores in any viewer. Formulas stay formulas; only shown values change.
"""

from __future__ import annotations

from pathlib import Path

from ziping.evaluation import Place
from ziping.forms import read_workbook
from ziping.workbooks.cells import recalculate, writable
from ziping.workbooks.package import Package


def recalculate_file(path: Path, out: Path) -> list[Place]:
    """Writes the recalculated copy; returns the formulas that only a spreadsheet can compute, whose values stay as they were.

    `Unreadable` for a file that cannot be read or that holds no form of ours.
    """
    writable(path, out)
    read_workbook(path)
    package = Package(path)
    beyond = recalculate(package)
    package.write(out)
    return beyond
