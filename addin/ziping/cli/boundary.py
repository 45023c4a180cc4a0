"""The door of the command line: whatever goes wrong leaves here as one Chinese sentence and exit code 2, never as a traceback."""

from __future__ import annotations

import sys

import typer

from ziping.refusal import sentence
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


def run(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code; see the package's page."""
    from ziping.cli.app import app

    try:
        code = app(args=arguments, standalone_mode=False, prog_name="ziping")
        return int(code or 0)
    except typer.Exit as leave:
        return leave.exit_code
    except UsageError as error:
        message = _usage(error)
    except (typer.Abort, KeyboardInterrupt):
        message = "已按要求中止，没有写出任何文件。"
    except Exception as error:  # the last door: no traceback reaches an officer
        message = sentence(error)
    print(shown(message).replace("\n", " "), file=sys.stderr)
    return 2


def main() -> None:
    """The entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run())
