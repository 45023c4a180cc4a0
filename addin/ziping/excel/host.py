"""The boundary: whatever a button does, the officer sees its result, or one Chinese sentence; never a traceback."""

from __future__ import annotations

import functools
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import xlwings as xw

from ziping.excel import live
from ziping.excel.asking import Cancelled
from ziping.files import why
from ziping.refusal import Refusal
from ziping.surface import CATEGORY

SHOWN = 12  # lines of a list that a message box can hold
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
        except Refusal as refusal:
            said, mode = str(refusal), "critical"
        except OSError as error:
            said, mode = _system(error), "critical"
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


def listed(lines: Sequence[str], told: str) -> str:
    """What is told, and below it as many lines as a message box holds."""
    more = [f"……另有 {len(lines) - SHOWN} 条"] if len(lines) > SHOWN else []
    return "\n".join([told, *(f"· {line}" for line in lines[:SHOWN]), *more])


def _system(error: OSError) -> str:
    name = Path(str(error.filename)).name if error.filename else "文件"
    if isinstance(error, PermissionError):
        return f"没有权限读写“{name}”，可能正被别的程序打开，请关闭后再试，或换一个位置。"
    if isinstance(error, FileNotFoundError):
        return f"找不到“{name}”，请核对路径。"
    return f"读写“{name}”时系统报错（{why(error)}），请检查磁盘空间和路径后再试。"


def _fault(error: BaseException) -> str:
    """The sentence for a fault of ours; the details are kept for whoever mends it."""
    with tempfile.NamedTemporaryFile("w", prefix="ziping-", suffix=".log", delete=False, encoding="utf-8") as file:
        traceback.print_exception(error, file=file)
    if type(error).__name__ == "com_error":
        return f"Excel 正忙或拒绝了这一步（例如单元格正在编辑、工作表受保护），请按 Esc 结束编辑后再试；详情已存入 {file.name}。"
    return f"程序内部出错，这一步没有做完；详情已存入 {file.name}，请转给技术人员。"


def run(handler: str) -> None:
    """Runs a button from the add-in's VBA: the workbook that is active in the Excel that called."""
    from ziping.excel import scripts

    getattr(scripts, handler)(_calling_book())


def _calling_book() -> xw.Book:
    window = next((argument.split("=", 1)[1].strip() for argument in sys.argv if argument.startswith("--hwnd=")), "")
    if window and sys.platform == "win32":
        return xw.App(impl=xw._xlwindows.App(xl=int(window))).books.active
    return xw.books.active
