"""A Word file as PDF by Microsoft Word itself, on Windows: an instance of its own that nobody sees, in a process that can be ended.

    python -I -m ziping.reports.winword SOURCE.docx OUT.pdf

Word numbers the headings and breaks the pages of its own file best; LibreOffice is for machines without it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PDF = 17  # wdExportFormatPDF
_NO_ALERTS = 0  # wdAlertsNone
_NO_MACROS = 3  # msoAutomationSecurityForceDisable


def convert(source: Path, out: Path, timeout: int) -> bool:
    """Whether Word was there and has made the PDF."""
    if sys.platform != "win32":
        return False
    command = [sys.executable, "-I", "-m", "ziping.reports.winword", str(source), str(out)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=timeout)
    except (subprocess.TimeoutExpired, OSError):  # whatever lies there then may be half a file
        return False
    return done.returncode == 0 and out.is_file() and out.stat().st_size > 0


def export(source: str, out: str) -> None:
    """Has Word write the PDF; raises what COM raises, when Word is not there as well."""
    from win32com.client import DispatchEx

    word = DispatchEx("Word.Application")  # never the instance in which the officer is writing
    try:
        word.Visible, word.DisplayAlerts, word.AutomationSecurity = False, _NO_ALERTS, _NO_MACROS
        document = word.Documents.Open(source, ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False)
        document.ExportAsFixedFormat(out, _PDF)
        document.Close(False)
    finally:
        word.Quit(False)


if __name__ == "__main__":
    export(*sys.argv[1:])
