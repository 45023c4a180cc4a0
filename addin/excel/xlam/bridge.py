"""xlwings' own VBA module, read from the installed package at build time and hardened; nothing of it is kept in this repository.

As shipped, the sheet `NAME.conf` of whatever workbook is active chooses the Python interpreter, and folders beside that workbook come
first on Python's path: a hostile workbook could choose what runs. The replacements below take both away; each must match exactly once or
more, or the build fails, so that a new xlwings is looked at before it is shipped.
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
    ('If SheetExists(ActiveWorkbook, PROJECT_NAME & ".conf") = True Then', "If False Then", 1),
    ('            If FileExists(GetDirectoryConfigFilePath()) = True Then', "            If False Then", 1),
    ("            Set wb = ActiveWorkbook\n", "            Set wb = ThisWorkbook\n", 1),
    ('PYTHONPATH = AddExcelDir & ";" & ActiveWorkbook.FullName & ";"', 'PYTHONPATH = AddExcelDir & ";" & ThisWorkbook.FullName & ";"', 1),
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
