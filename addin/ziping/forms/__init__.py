"""Reading and writing of sheets: grids of cells → `Evaluation`, and `Evaluation` → workbook.

Floor 3. Forms are found by their headings, never by fixed addresses. `read_workbook(path)` reads .xlsx, .xlsm, .xls and .ods;
`read_sheets(grids)` what a host has open; `examine` and `examine_workbook` give the explanation as well.
"""

from __future__ import annotations

import importlib

_WHERE = {
    "read_workbook": "ziping.forms.reading",
    "read_sheets": "ziping.forms.reading",
    "examine": "ziping.forms.reading",
    "examine_workbook": "ziping.forms.reading",
    "Reading": "ziping.forms.reading",
    "Unreadable": "ziping.forms.files",
    "Grid": "ziping.forms.grid",
    "Sheet": "ziping.forms.grid",
    "build_workbook": "ziping.forms.build",
    "blank": "ziping.forms.build",
}
__all__ = ["Grid", "Reading", "Sheet", "Unreadable", "blank", "build_workbook", "examine", "examine_workbook", "read_sheets", "read_workbook"]


def __getattr__(name: str):  # noqa: ANN202 - whatever the module exports
    """Reading must not import the writer, nor writing the reader."""
    if name not in _WHERE:
        raise AttributeError(f"module 'ziping.forms' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)
