"""Stand-ins for the Windows modules alone, so that xlwings' own `call_udf` and its conversion run anywhere.

A range is `Cells`: its rows as COM gives them (floats, texts, None, datetimes, an int for an error value).
"""

from __future__ import annotations

import importlib
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager

import xlwings as xw

MISSING = -2147352572  # DISP_E_PARAMNOTFOUND: an optional argument that was left out
NOT_AVAILABLE = -2146826246  # #N/A as COM gives it


class Cells:
    """A range that Excel passes to a function."""

    def __init__(self, rows: list[list[object]]) -> None:
        self.rows = rows


class _Range:
    """What `conversion.read` asks of a range's implementation."""

    max_cells_per_read = None

    def __init__(self, xl: object = None) -> None:
        self.xl = xl
        self.sheet = types.SimpleNamespace(book=types.SimpleNamespace(app=types.SimpleNamespace(engine=_Engine(), pid=0)))

    @property
    def api(self) -> object:
        return self.xl

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.xl.rows), len(self.xl.rows[0])

    @property
    def raw_value(self) -> object:
        rows = self.xl.rows
        return rows[0][0] if self.shape == (1, 1) else tuple(map(tuple, rows))


class _Engine:
    name, type = "excel", "desktop"

    @staticmethod
    def clean_value_data(data, datetime_builder, empty_as, number_builder, err_to_str):  # noqa: ARG004
        return [[None if c in ("", None) else ("#N/A" if err_to_str else None) if c == NOT_AVAILABLE else c for c in row] for row in data]

    @staticmethod
    def prepare_xl_data_element(value, options):  # noqa: ARG004
        return "" if value is None else value


@contextmanager
def functions(module: str = "ziping.excel.udfs") -> Iterator[tuple[types.ModuleType, types.ModuleType]]:
    """(xlwings.udfs, our module) with the decorators of Windows; everything is put back afterwards."""
    names = ("pythoncom", "pywintypes", "win32com", "win32com.client", "xlwings._xlwindows", "xlwings.com_server")
    before = {name: sys.modules.get(name) for name in (*names, "xlwings.udfs", module)}
    stubs = {name: types.ModuleType(name) for name in names}
    stubs["pythoncom"].CoInitialize = lambda: None
    stubs["win32com.client"].Dispatch = lambda given: given
    stubs["win32com"].client = stubs["win32com.client"]
    stubs["xlwings._xlwindows"].Range = _Range
    stubs["xlwings._xlwindows"].is_range_instance = lambda given: isinstance(given, Cells)
    stubs["xlwings._xlwindows"].Book = lambda given: given
    stubs["xlwings.com_server"].loop = None
    attributes = {name: getattr(xw, name, None) for name in ("func", "arg", "ret", "script", "_xlwindows", "com_server")}
    engine = xw.main.Engine(impl=_Engine())
    try:
        sys.modules.update(stubs)
        xw._xlwindows, xw.com_server = stubs["xlwings._xlwindows"], stubs["xlwings.com_server"]
        sys.modules.pop("xlwings.udfs", None)
        udfs = importlib.import_module("xlwings.udfs")
        xw.func, xw.arg, xw.ret, xw.script = udfs.xlfunc, udfs.xlarg, udfs.xlret, udfs.xlsub
        sys.modules.pop(module, None)
        xw.engines.add(engine)
        yield udfs, importlib.import_module(module)
    finally:
        xw.engines.engines.remove(engine)
        del xw.engines.engines_by_name["excel"]
        for name, value in attributes.items():
            setattr(xw, name, value) if value is not None else None
        for name, value in before.items():
            if value is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = value
