"""Runs our own VBA in an in-memory Excel (pyOpenVBA's), with a stand-in for the xlwings module alone: its calls end up in Python."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

pytest.importorskip("pyopenvba", reason="pyOpenVBA is not installed: the VBA is not executed", exc_type=ImportError)

from pyopenvba.apps.excel import ExcelApplication  # noqa: E402
from pyopenvba.exceptions import VBARuntimeError  # noqa: E402
from pyopenvba.interpreter import EMPTY, MISSING, NOTHING, VBAArray, VBAErrorValue, VBAObject, member, method  # noqa: E402
from xlam.package import modules  # noqa: E402

NA = VBAErrorValue(2042)

# The names of xlwings' module that ours calls; what they answer is decided in Python.
STAND_IN = """Attribute VB_Name = "xlwings"
Public Function XLPy() As Object
    Set XLPy = StandIn.Reach()
End Function
Public Function RunPython(PythonCommand As String)
    RunPython = StandIn.RunPython(PythonCommand)
End Function
Public Function GetConfig(configKey As String, Optional default As String = "") As Variant
    GetConfig = StandIn.Interpreter
End Function
Public Function FileExists(ByVal FileSpec As String) As Boolean
    FileExists = StandIn.Exists(FileSpec)
End Function
"""


class StandIn(VBAObject):
    """Python as the add-in sees it. udf(module, name, arguments) answers a function; run(command) a button; None: Python cannot be reached."""

    vba_type_name = "StandIn"

    def __init__(self, udf: Callable[..., object] | None = None, run: Callable[[str], int] | None = None, interpreter: str = r"C:\z\pythonw.exe") -> None:
        self.udf, self.run, self.interpreter = udf, run, interpreter
        self.reached = 0

    @method
    def Reach(self) -> object:
        self.reached += 1
        if self.udf is None:
            raise VBARuntimeError(1000, "Could not activate Python COM server")
        return self

    @method
    def CallUDF(self, module: object, name: object, arguments: object, book: object, caller: object) -> object:  # noqa: ARG002
        try:
            return _array(self.udf(str(module), str(name), [_given(each) for each in arguments.elements()]))
        except Exception as error:  # as COM does: whatever Python raises becomes an error of VBA
            raise VBARuntimeError(-2147467259, str(error)) from error

    @method
    def RunPython(self, command: object) -> object:
        return self.run(str(command)) if self.run else -1

    @member
    def Interpreter(self) -> object:
        return self.interpreter

    @method
    def Exists(self, path: object) -> object:
        return str(path) == r"C:\z\pythonw.exe"


def _given(value: object) -> object:
    """An argument as pywin32 would hand it to Python; a range as the rows of its values."""
    from windows import MISSING as LEFT_OUT
    from windows import Cells

    if value is MISSING or (isinstance(value, VBAErrorValue) and value.number == 448):
        return LEFT_OUT
    if isinstance(value, VBAObject):
        held = value.vba_get("Value", [], {})
        if not isinstance(held, VBAArray):
            return Cells([[_plain(held)]])
        (top, bottom), (left, right) = held.bounds
        return Cells([[_plain(held.get([row, column])) for column in range(left, right + 1)] for row in range(top, bottom + 1)])
    return _plain(value)


def _plain(value: object) -> object:
    if isinstance(value, bool | str):
        return value
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def _array(rows: object) -> object:
    """A list of rows as the two-dimensional array that COM makes of it."""
    made = VBAArray([(0, len(rows) - 1), (0, len(rows[0]) - 1)])
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            made.set([r, c], value)
    return made


class AddIn(VBAObject):
    """ThisWorkbook: the add-in where the installer puts it."""

    vba_type_name = "Workbook"

    @member
    def Name(self) -> object:
        return "ziping.xlam"

    @member
    def FullName(self) -> object:
        return r"C:\Users\z\AppData\Roaming\Microsoft\Excel\XLSTART\ziping.xlam"


def excel(
    stand_in: StandIn, *, cells: dict[str, object] | None = None, books: bool = True, name: str = "Microsoft Excel", path: str = r"C:\Office16",
    active: VBAObject | None = None,
) -> ExcelApplication:  # fmt: skip
    """An Excel with our add-in's own modules loaded and, unless told otherwise, a workbook with some cells."""
    app = ExcelApplication()
    if books:
        app.add_workbook()
        for address, value in (cells or {}).items():
            app.sheet(1).set_value(address, value)
    known = app.interpreter.host.global_object
    app.interpreter.host.global_object = lambda name: stand_in if name == "standin" else known(name)  # type: ignore[method-assign]
    answers = {"caller": NOTHING, "name": name, "path": path, "thisworkbook": AddIn()}
    if active is not None:
        answers["activeworkbook"] = active
    get = app.application.vba_get

    def vba_get(member_name: str, args: list[object] = [], named: dict[str, object] = {}) -> object:  # noqa: B006 - the signature of the original
        return answers[member_name.lower()] if member_name.lower() in answers else get(member_name, args, named)

    app.application.vba_get = vba_get  # type: ignore[method-assign]
    for module in modules():
        if module.name.startswith(("Ziping", "RibbonZiping")) and module.kind == "Module":
            # A procedure's attribute is not code: the editor hides it, and so is it hidden here.
            app.add_module(re.sub(r"^Attribute PERF_.*\n", "", module.text, flags=re.M), name=module.name)
    app.add_module(STAND_IN, name="xlwings")
    return app


class Linked(VBAObject):
    """A workbook with links to other files, as Excel's own: LinkSources, ChangeLink."""

    vba_type_name = "Workbook"

    def __init__(self, links: list[str] | None, refuses: bool = False, addin: bool = False, name: str = "a.xlsx") -> None:
        self.links, self.refuses, self.addin, self.name = links, refuses, addin, name

    @member
    def Name(self) -> object:
        return self.name

    @member
    def IsAddin(self) -> object:
        return self.addin

    @method
    def LinkSources(self, kind: object) -> object:
        assert int(kind) == 1  # xlExcelLinks
        return VBAArray([(1, len(self.links))], items=list(self.links)) if self.links else EMPTY

    @method
    def ChangeLink(self, name: object, new: object, kind: object) -> object:  # noqa: ARG002
        if self.refuses:
            raise VBARuntimeError(1004, "the sheet is protected")
        self.links = [str(new) if each == str(name) else each for each in self.links]
        return EMPTY


def cells_of(value: object) -> object:
    """A table that a function returned, as lists; a single value as it is."""
    if not isinstance(value, VBAArray):
        return value
    (top, bottom), (left, right) = value.bounds
    return [[value.get([row, column]) for column in range(left, right + 1)] for row in range(top, bottom + 1)]


def callbacks(text: str) -> dict[str, str]:
    """Public procedures of a module: name → parameter list."""
    return dict(re.findall(r"^Public Sub (\w+)\((.*)\)", text, re.M))
