"""A workbook with the add-in's own modules for LibreOffice's Basic, and a stand-in for the xlwings module: what arrives there is what the cell shows.

xlwings' module declares a Windows library, and a project with one module that does not compile runs nothing; ours are all there.
"""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from xlam.package import NAME, modules
from xlam.project import Kind, Module, class_module, project

THEIRS = ("xlwings", "Dictionary")
STAND_IN = """Attribute VB_Name = "xlwings"
Option Explicit
Public Function XLPy() As Object
    Set XLPy = New Engine
End Function
Public Function RunPython(PythonCommand As String)
    RunPython = 0
End Function
Public Function GetConfig(configKey As String, Optional default As String = "") As Variant
    GetConfig = default
End Function
Public Function FileExists(ByVal FileSpec As String) As Boolean
    FileExists = False
End Function
"""
# A first argument of "raise" is what Python raises, one of "table" a table with a row that could not be computed.
ENGINE = """Attribute VB_Name = "Engine"
Option Explicit
Public Function CallUDF(package As String, name As String, args As Variant, book As Variant, caller As Variant) As Variant
    Dim cells(0, 0) As Variant, column(1, 0) As Variant, told As String, i As Long
    If Not IsObject(args(0)) Then
        If args(0) = "raise" Then Err.Raise 1000
        If args(0) = "table" Then
            column(0, 0) = 0.25
            column(1, 0) = "#PERF:N/A#"
            CallUDF = column
            Exit Function
        End If
        If args(0) = "blank" Then Exit Function
        If args(0) = "number" Then
            cells(0, 0) = 9.5
            CallUDF = cells
            Exit Function
        End If
    End If
    told = package & "." & name
    For i = LBound(args) To UBound(args)
        told = told & " | " & Seen(args(i))
    Next i
    cells(0, 0) = told
    CallUDF = cells
End Function
Private Function Seen(Optional value As Variant) As String
    If IsMissing(value) Then
        Seen = "left out"
    ElseIf IsObject(value) Then
        Seen = value.Address
    Else
        Seen = TypeName(value) & " " & value
    End If
End Function
"""
PROBE = """Attribute VB_Name = "Probe"
Option Explicit
Public Function FAILS(first As Variant) As Boolean
    FAILS = IsError(PERF_SCORE(first, 1, 1))
End Function
Public Function IS_NA(first As Variant) As Boolean
    Dim got As Variant
    got = PERF_SCORE(first, 1, 1)
    IS_NA = CStr(got) = CStr(CVErr(2042))
End Function
Public Function SECOND_FAILS(first As Variant) As Boolean
    Dim got As Variant
    got = PERF_RATE(first, 1)
    SECOND_FAILS = got(0, 0) = 0.25 And IsError(got(1, 0))
End Function
"""
BROKEN = Module("Broken", Kind.STANDARD, 'Attribute VB_Name = "Broken"\nOption Explicit\nPublic Sub Nothing_Right(\n')


def workbook(path: Path, cells: dict[str, object], formulas: list[str], *more: Module) -> None:
    """A macro workbook with these cells and, below one another in column H, these formulas."""
    ours = [module for module in modules() if module.name not in THEIRS]
    stand_ins = [Module("xlwings", Kind.STANDARD, STAND_IN), class_module("Engine", ENGINE), Module("Probe", Kind.STANDARD, PROBE)]
    code = path.with_suffix(".bin")
    code.write_bytes(project(NAME, [*ours, *stand_ins, *more]))
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_vba_project(str(code))
        book.set_vba_name("ThisWorkbook")
        sheet = book.add_worksheet("表")
        sheet.set_vba_name("Sheet1")
        for address, value in cells.items():
            sheet.write(address, value)
        for row, formula in enumerate(formulas):
            sheet.write_formula(row, 7, f"={formula}", None, "")
