"""The one kind of error that reaches an officer, a call refused with a reason; and one sentence for every other that a host has to tell.

Floor 1. Rooms subclass `Refusal`; hosts show its text and nothing else. What the system complains of is told as such; everything else that is
raised is a fault of ours, told with the place where its details are kept.
"""

from __future__ import annotations

import errno
import os

_WHY = {
    errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "磁盘只读", errno.ENOENT: "找不到文件或文件夹", errno.ENOTDIR: "找不到文件夹",
    errno.ENOSPC: "磁盘已满", errno.EDQUOT: "磁盘配额已满", errno.EFBIG: "文件过大", errno.ENAMETOOLONG: "文件名过长", errno.EBUSY: "正被别的程序占用",
    errno.EISDIR: "是文件夹", errno.EIO: "磁盘读写出错",
}  # fmt: skip
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Refusal(Exception):
    """A refused call: one Chinese sentence saying where, what must hold, what was found and what to do."""


def sentence(error: BaseException) -> str:
    """What an officer is told of an error, whatever it is: one sentence, never a traceback."""
    if isinstance(error, Refusal):
        return str(error)
    if isinstance(error, MemoryError):
        return "内存不足，没有写出结果，请关闭其他程序或删去文件中无关的内容后再试。"
    carried = next((each for each in (error, error.__cause__, *error.args) if isinstance(each, OSError)), None)  # XlsxWriter wraps those of the disk
    if carried is not None:
        return _system(carried)
    where = kept(error)
    return "程序内部出错，这一步没有做完" + (f"；详情已存入 {where}，请转给技术人员。" if where else f"（{type(error).__name__}），请转给技术人员。")


def kept(error: BaseException) -> str:
    """The file beside the system's other temporary ones in which an error's details are kept for whoever mends it, "" where there is no room."""
    import tempfile  # worksheet functions, which load this module, never need them
    import traceback

    try:
        handle, name = tempfile.mkstemp(prefix="ziping-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        return ""
    return name


def why(error: Exception) -> str:
    """What the system complains of, in Chinese words for a sentence."""
    number = error.errno if isinstance(error, OSError) else None
    return _WHY.get(number or 0, f"系统错误 {number}" if number else "系统错误")


def unopened(name: str, error: Exception) -> str:
    """What is told of a file that the system does not open."""
    return f"打不开“{name}”（{why(error)}），请先关闭占用它的程序，或核对路径和权限。"


def _system(error: OSError) -> str:
    file = _named(error)
    if error.errno in _FORBIDDEN:
        return f"没有权限读写{file}，可能正被别的程序打开，请关闭后再试，或换一个位置。"
    if error.errno in _FULL:
        return f"{why(error)}，{file}没有写完，请清理磁盘或换一个位置后再试。"
    if isinstance(error, FileNotFoundError):
        return f"找不到{file}，请核对路径。"
    return f"读写{file}时出错（{why(error)}），没有写完，请检查磁盘和路径后再试。"


def _named(error: OSError) -> str:
    """The file in words; one of ours that is to take another's place goes by its folder."""
    if not isinstance(error.filename, str | os.PathLike):
        return "文件"
    from pathlib import Path  # scoring a cell tells nothing of files

    path = Path(error.filename)
    return f"“{path.parent}”里的文件" if path.name.startswith(".") else f"“{path.name}”"
