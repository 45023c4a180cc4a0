"""The boundary: whatever a button does, the officer sees its result, or one Chinese sentence; never a traceback."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from contextlib import suppress

import xlwings as xw

from ziping.excel import live
from ziping.excel.asking import Cancelled
from ziping.refusal import kept, sentence
from ziping.surface import CATEGORY

Action = Callable[[xw.Book], str | None]


def guarded(action: Action) -> Callable[[xw.Book], None]:
    """A script around an action: what the action returns, or why it could not be done, is shown; afterwards the status bar is Excel's again."""

    @functools.wraps(action)
    def script(book: xw.Book) -> None:
        try:
            said = action(book)
            mode = "info"
        except Cancelled:
            said = None
        except Exception as error:  # the last door: no traceback reaches an officer
            said, mode = _fault(error), "critical"
        finally:
            progress(book, None)
        if said:
            book.app.alert(said, CATEGORY, "ok", mode)

    return script


def progress(book: xw.Book, text: str | None) -> None:
    """What is going on, in the status bar where there is one; None gives it back to Excel."""
    if live.on_desktop(book):
        with suppress(Exception):  # a busy Excel refuses; the work matters more than the message
            book.app.status_bar = False if text is None else f"{CATEGORY}：{text}"


def _fault(error: Exception) -> str:
    if type(error).__name__ == "com_error":
        return f"Excel 正忙或拒绝了这一步（例如单元格正在编辑、工作表受保护），请按 Esc 结束编辑后再试；详情已存入 {kept(error)}。"
    return sentence(error)


def run(handler: str) -> None:
    """Runs a button from the add-in's VBA: the workbook that is active in the Excel that called."""
    from ziping.excel import scripts

    getattr(scripts, handler)(_calling_book())


def _calling_book() -> xw.Book:
    window = next((argument.split("=", 1)[1].strip() for argument in sys.argv if argument.startswith("--hwnd=")), "")
    if window and sys.platform == "win32":
        return xw.App(impl=xw._xlwindows.App(xl=int(window))).books.active
    return xw.books.active
