"""The door of the command line: whatever goes wrong leaves here as one Chinese sentence and exit code 2, never as a traceback."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from pathlib import Path

import typer

from ziping.refusal import Refusal
from ziping.signs import shown

# Typer's own copy of the usage errors is private and has moved before, so they are told apart by their names.
UsageError = typer.BadParameter.__mro__[1]
_USAGE = {
    "NoSuchOption": lambda e: f"没有选项 {e.option_name}，请用 ziping --help 查看可用的选项。",
    "MissingParameter": lambda e: f"缺少参数 {_parameter(e)}，请用 ziping --help 查看用法。",
    "BadParameter": lambda e: f"参数 {_parameter(e)} 的值不能用，请用 ziping --help 查看用法。",
}


def _parameter(error: Exception) -> str:
    hint, parameter = getattr(error, "param_hint", None), getattr(error, "param", None)
    if hint:
        return str(hint).strip("'")
    return parameter.opts[0] if parameter is not None else ""


def _usage(error: Exception) -> str:
    for kind in type(error).__mro__:
        if kind.__name__ in _USAGE:
            return _USAGE[kind.__name__](error)
    message = str(error)
    if "No such command" in message:
        return f"没有命令“{message.split(chr(39))[1]}”，请用 ziping --help 查看全部命令。"
    return "命令写法有误，请用 ziping --help 查看用法。"


def _system(error: OSError) -> str:
    where = Path(str(error.filename)).parent if error.filename else None
    at = f"“{where}”处的" if where and str(where) != "." else ""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有权限读写{at}文件，请换一个位置，或先关闭占用它的程序。"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"{at or '磁盘'}空间已满，没有写出文件，请清理磁盘或换一个位置后重试。"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名过长，请改用较短的文件名。"
    if isinstance(error, FileNotFoundError):
        return f"找不到“{error.filename}”，请核对路径。"
    return f"读写{at}文件时系统报错，没有写出文件，请检查磁盘和路径后重试。"


def _fault(error: BaseException) -> str:
    """A fault of ours; its details are kept beside the system's other temporary files, for whoever mends it, where there is room."""
    try:
        handle, name = tempfile.mkstemp(prefix="ziping-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        return f"程序内部出错（{type(error).__name__}），没有写出结果，请转给技术人员。"
    return f"程序内部出错，没有写出结果；详情已存入 {Path(name)}，请转给技术人员。"


def run(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code; see the package's page."""
    from ziping.cli.app import app

    try:
        code = app(args=arguments, standalone_mode=False, prog_name="ziping")
        return int(code or 0)
    except typer.Exit as leave:
        return leave.exit_code
    except Refusal as refusal:
        message = str(refusal)
    except UsageError as error:
        message = _usage(error)
    except (typer.Abort, KeyboardInterrupt):
        message = "已按要求中止，没有写出任何文件。"
    except OSError as error:
        message = _system(error)
    except MemoryError:
        message = "内存不足，没有写出结果，请关闭其他程序或删去文件中无关的内容后再试。"
    except Exception as error:  # the last door: no traceback reaches an officer
        carried = next((part for part in (error.__cause__, *error.args) if isinstance(part, OSError)), None)  # XlsxWriter wraps those of the disk
        message = _system(carried) if carried is not None else _fault(error)
    print(shown(message).replace("\n", " "), file=sys.stderr)
    return 2


def main() -> None:
    """The entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run())
