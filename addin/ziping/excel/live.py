"""An open workbook, read: on the desktop as the copy that Excel itself saves, elsewhere from the values that the client sent.

Nothing is read cell by cell, and the officer's file is never opened a second time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings as xw

from ziping.evaluation import Evaluation
from ziping.forms import Sheet, examine, read_workbook
from ziping.refusal import Refusal

CELL_LIMIT = 2_000_000


def on_desktop(book: xw.Book) -> bool:
    """Whether the workbook is open in an Excel of this computer, with its files, dialogs and status bar."""
    return book.app.engine.type == "desktop"


@contextmanager
def saved_copy(book: xw.Book) -> Iterator[Path]:
    """The workbook as it stands, unsaved changes included, as a temporary file under its own name. Only on the desktop."""
    name = book.name if Path(book.name).suffix else f"{book.name}.xlsx"
    with tempfile.TemporaryDirectory(prefix="ziping-") as folder:
        path = Path(folder) / name
        book.api.SaveCopyAs(str(path))
        yield path


def read(book: xw.Book) -> Evaluation:
    """What the open workbook holds. Refused when no form of ours is in it."""
    if on_desktop(book):
        with saved_copy(book) as path:
            evaluation = read_workbook(path)
        evaluation.file = str(folder_of(book) / book.name) if folder_of(book) else book.name
        return evaluation
    reading = examine(grids(book), book.name)
    if not reading.recognised:
        raise Refusal(f"“{book.name}”中没有认出绩效自评的表，请先打开自评工作簿，或用“新建自评表”“采用外来表”建立一份。")
    return reading.evaluation


def grids(book: xw.Book) -> list[Sheet]:
    """Every sheet's values. Formulas and number formats are not sent by a remote client: a percent arrives as the fraction it is."""
    found = []
    for sheet in book.sheets:
        last = sheet.used_range.last_cell
        if last.row * last.column > CELL_LIMIT:
            raise Refusal(f"“{sheet.name}”表的数据范围达 {last.row} 行 {last.column} 列，请删除多余的行和列后再试。")
        rows = sheet.range((1, 1), (last.row, last.column)).options(ndim=2, err_to_str=True).value
        found.append(Sheet(sheet.name, rows, hidden=not sheet.visible))
    return found


def folder_of(book: xw.Book) -> Path | None:
    """The folder on this computer that the workbook was saved in; None for one never saved, in the cloud or on another computer."""
    if not on_desktop(book):
        return None
    path = str(book.api.Path or "")
    return Path(path) if path and "://" not in path and Path(path).is_dir() else None


def new_file(book: xw.Book, name: str) -> Path:
    """A path for a new file beside the workbook, else under 文档/绩效自评; never one that exists: an edited report is not overwritten."""
    folder = folder_of(book) or Path.home() / "Documents" / "绩效自评"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = Path("".join("_" if sign in '\\/:*?"<>|\r\n\t' else sign for sign in name))
    number = 1
    path = folder / wanted
    while path.exists():
        number += 1
        path = folder / f"{wanted.stem}（{number}）{wanted.suffix}"
    return path
