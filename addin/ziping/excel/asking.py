"""The questions of a button: which file, what name, yes or no. On the desktop Excel's own dialogs; elsewhere defaults, or a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import xlwings as xw

from ziping import files
from ziping.excel import live
from ziping.refusal import Refusal
from ziping.surface import CATEGORY

_PATTERNS = ";".join(f"*{kind}" for kind in files.WORKBOOKS)
WORKBOOKS = f"工作簿 ({_PATTERNS}),{_PATTERNS}"
REPORTS = "报告 (*.docx;*.html;*.txt;*.md),*.docx;*.html;*.htm;*.txt;*.md"
_TEXT = 2  # the type of answer that InputBox takes


class Cancelled(Exception):
    """The officer thought better of it; nothing is said."""


class Asking(Protocol):
    """What a script may ask. Every question raises `Cancelled` when it is declined."""

    def file(self, title: str, kinds: str) -> Path: ...
    def save(self, title: str, name: str) -> Path: ...
    def text(self, prompt: str, default: str = "") -> str: ...
    def agree(self, prompt: str) -> None: ...


def asking(book: xw.Book) -> Asking:
    """Who answers the questions for this workbook."""
    return Desk(book) if live.on_desktop(book) else Away(book)


class Desk:
    """Excel's own dialogs."""

    def __init__(self, book: xw.Book) -> None:
        self.book = book

    def file(self, title: str, kinds: str) -> Path:
        return Path(_given(self.book.app.api.GetOpenFilename(kinds, 1, title)))

    def save(self, title: str, name: str) -> Path:
        start = live.new_file(self.book, name)
        path = Path(_given(self.book.app.api.GetSaveAsFilename(str(start), f"{start.suffix[1:]} (*{start.suffix}),*{start.suffix}", 1, title)))
        if path.exists():
            raise Refusal(f"“{path.name}”已经存在，为免覆盖，请换一个文件名。")
        return path

    def text(self, prompt: str, default: str = "") -> str:
        return _given(self.book.app.api.InputBox(prompt, CATEGORY, default, Type=_TEXT)).strip()

    def agree(self, prompt: str) -> None:
        if self.book.app.alert(prompt, CATEGORY, "yes_no", "info") != "yes":
            raise Cancelled


class Away:
    """A client without dialogs: files are named by us, what has a default is taken, the rest is refused with the way round."""

    def __init__(self, book: xw.Book) -> None:
        self.book = book

    def file(self, title: str, kinds: str) -> Path:  # noqa: ARG002 - the kinds matter to a dialog only
        raise Refusal(f"网页版不能选择文件（{title}），请在 Windows 版 Excel 中点这个按钮，或使用 ziping 命令。")

    def save(self, title: str, name: str) -> Path:  # noqa: ARG002
        return live.new_file(self.book, name)

    def text(self, prompt: str, default: str = "") -> str:
        if not default:
            raise Refusal(f"网页版不能填写“{prompt}”，请在 Windows 版 Excel 中点这个按钮，或使用 ziping 命令。")
        return default

    def agree(self, prompt: str) -> None:
        raise Refusal(f"{prompt.rstrip('？')}：网页版不能确认，请在 Windows 版 Excel 中点这个按钮，或使用 ziping 命令。")


def _given(answer: object) -> str:
    """Excel's dialogs answer False when they are cancelled."""
    if answer is False or answer is None:
        raise Cancelled
    return str(answer)
