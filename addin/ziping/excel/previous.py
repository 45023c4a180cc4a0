"""Which workbook is last year's: asked for once a body and year, then known; 带入上年数据 names another. Kept in the officer's profile.

Only on the desktop: elsewhere there are no files to name.
"""

from __future__ import annotations

import json
from pathlib import Path

import xlwings as xw

from ziping.checks import CheckResult
from ziping.evaluation import Evaluation
from ziping.excel import live
from ziping.excel.asking import WORKBOOKS, Cancelled, asking
from ziping.excel.host import progress
from ziping.files import replace_file
from ziping.forms import read_workbook
from ziping.refusal import Refusal

FILE = "last-year.json"  # beside the add-in's configuration; the uninstaller takes both away
MISFITS = frozenset({"last-unit", "last-year"})
NONE = ""  # the answer of an officer who has no such workbook


def wanted(book: xw.Book, evaluation: Evaluation) -> Evaluation | None:
    """Last year's workbook, asked for where nothing is known of it or the file is gone; None where there is none."""
    if not live.on_desktop(book):
        return None
    known = _answers().get(_key(evaluation))
    if known == NONE or (known is not None and Path(known).is_file()):
        return kept(book, evaluation)
    try:
        path = asking(book).file("选择上年的自评工作簿，与上年数核对（只问这一次）；没有的点“取消”", WORKBOOKS)
    except Cancelled:
        if known is None:  # one that is only out of reach today is not forgotten
            keep(evaluation, None)
        return None
    return read(book, path)


def keep_fitting(evaluation: Evaluation, last: Evaluation | None, result: CheckResult) -> None:
    """Remembers a workbook that the checks found to be of the same body and of the year before; another is asked for again."""
    if last is not None and not MISFITS & {finding.code for finding in result.findings}:
        keep(evaluation, Path(last.file))


def kept(book: xw.Book, evaluation: Evaluation) -> Evaluation | None:
    """Last year's workbook, as far as it is known; nobody is asked. A file that cannot be read any more is forgotten, and why is told."""
    path = _answers().get(_key(evaluation)) or NONE
    if not live.on_desktop(book) or not path or not Path(path).is_file():
        return None
    try:
        return read(book, Path(path))
    except Refusal:
        _write({key: answer for key, answer in _answers().items() if key != _key(evaluation)})
        raise


def read(book: xw.Book, path: Path) -> Evaluation:
    """The workbook at a path, with the status bar saying so."""
    progress(book, f"正在读取“{path.name}”……")
    return read_workbook(path)


def keep(evaluation: Evaluation, path: Path | None) -> None:
    """From now on this is last year's workbook of this body and year; None: there is none."""
    _write(_answers() | {_key(evaluation): NONE if path is None else str(path)})


def _key(evaluation: Evaluation) -> str:
    return f"{evaluation.unit or evaluation.file} {evaluation.year or ''}".strip()


def _file() -> Path:
    return Path.home() / ".ziping" / FILE


def _answers() -> dict[str, str]:
    """What was answered before; nothing where the file is missing or was spoilt."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(answer) for key, answer in found.items()} if isinstance(found, dict) else {}


def _write(answers: dict[str, str]) -> None:
    _file().parent.mkdir(parents=True, exist_ok=True)
    with replace_file(_file()) as temporary:
        temporary.write_text(json.dumps(answers, ensure_ascii=False, indent=1), encoding="utf-8")
