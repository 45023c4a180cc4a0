"""xlwings' own VBA module, read from the installed package at build time and hardened; nothing of it is kept in this repository.

As shipped, the workbook that happens to be active decides what runs: a sheet `NAME.conf` in it or a file beside it chooses the Python
interpreter; its path is put on a command line, where `^&` in a file name ends the command; the folder that Excel is in, often that of the workbook
opened last, is searched for `cmd.exe` and, as an empty path heads Python's list, for modules. The replacements below take all of that away, keep one Python process for all
workbooks, and let a Python that cannot start fail at once instead of after two minutes. Each must match as often as it says, or the
build fails, so that a new xlwings is looked at before it is shipped.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import xlwings

from xlam.project import Kind, Module, class_module

PROJECT_NAME = "ziping"
# (what stands there, what stands there instead, how often)
_REPLACEMENTS = (
    ('Public Const PROJECT_NAME As String = "myaddin"', f'Public Const PROJECT_NAME As String = "{PROJECT_NAME}"', 1),
    # The active workbook and its folder configure nothing.
    ('If SheetExists(ActiveWorkbook, PROJECT_NAME & ".conf") = True Then', "If False Then", 1),
    ("            If FileExists(GetDirectoryConfigFilePath()) = True Then", "            If False Then", 1),
    ("            Set wb = ActiveWorkbook\n", "            Set wb = ThisWorkbook\n", 1),
    ('If GetFullName(ActiveWorkbook) <> "" Then', 'If GetFullName(ThisWorkbook) <> "" Then', 1),
    # Nor does its path reach a command line; Python never uses it, as ADD_WORKBOOK_TO_PYTHONPATH is false.
    ("ActiveFullName = ActiveWorkbook.FullName", "ActiveFullName = ThisWorkbook.FullName", 2),
    ('PYTHONPATH = AddExcelDir & ";" & ActiveWorkbook.FullName & ";"', 'PYTHONPATH = AddExcelDir & ";" & ThisWorkbook.FullName & ";"', 1),
    ('" --wb=" & """" & ActiveWorkbook.Name & """ --from_xl=1"', '" --from_xl=1"', 1),
    # Isolated mode: neither the current folder nor PYTHON... variables add modules; and xlwings' own paths, the empty one among them, do not either.
    (
        r''' -B -c ""import xlwings.utils;xlwings.utils.prepare_sys_path(\""" & PYTHONPATH & "\""); " & PythonCommand & """ "''',
        r''' -I -B -c """ & PythonCommand & """ "''',
        1,
    ),
    (
        r''' -B -c ""import sys, os;" & LicenseKeyEnvString & "import xlwings.utils;xlwings.utils.prepare_sys_path(\""" & PYTHONPATH & "\"");import xlwings;''',
        r''' -I -B -c ""import sys, os;" & LicenseKeyEnvString & "import xlwings;''',
        1,
    ),
    # The system's own command processor, and one that ends with Python.
    ('"cmd.exe /C "', r'Environ("SystemRoot") & "\System32\cmd.exe /C "', 1),
    ('PYTHON_WIN = "cmd.exe " & ConsoleSwitch & " /K "', r'PYTHON_WIN = Environ("SystemRoot") & "\System32\cmd.exe " & ConsoleSwitch & " /C "', 2),
    # No traceback reaches an officer: ZipingRun says in a sentence that Python failed.
    ("        Call ShowError(LOG_FILE)\n        ExecuteWindows = -1", "\n        ExecuteWindows = -1", 1),
)


def xlwings_version() -> str:
    """The version whose DLL the add-in will ask for."""
    return metadata.version("xlwings")


def xlwings_modules() -> list[Module]:
    """The modules `xlwings` and `Dictionary`, notices kept; ValueError when the installed xlwings is not the one that was looked at."""
    folder = Path(xlwings.__file__).parent
    text = "\n".join((folder / "xlwings_custom_addin.bas").read_text(encoding="utf-8").splitlines()) + "\n"
    for found, instead, times in _REPLACEMENTS:
        if text.count(found) != times:
            raise ValueError(f"xlwings {xlwings_version()}: {found.strip()!r} stands there {text.count(found)} times, not {times}")
        text = text.replace(found, instead)
    dictionary = (folder / "addin" / "Dictionary.cls").read_text(encoding="utf-8")
    return [Module("xlwings", Kind.STANDARD, text), class_module("Dictionary", dictionary)]
